/** What can go wrong between a client and GitHub, as GitHub and networks do it. */

export type Fault =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
      /** Whether GitHub did what it was asked before this answer was made. */
      readonly done?: boolean;
    }
  /** The connection ends before the request was acted on. */
  | { readonly kind: 'lost-request' }
  /** The connection ends after it was acted on. */
  | { readonly kind: 'lost-answer' }
  /** No answer ever. */
  | { readonly kind: 'stall' };

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

export const LOST_REQUEST: Fault = { kind: 'lost-request' };
export const LOST_ANSWER: Fault = { kind: 'lost-answer' };
export const STALL: Fault = { kind: 'stall' };

/** 5xx with GitHub's usual JSON. */
export function serverError(status: 500 | 502 | 503 | 504): Fault {
  const body = JSON.stringify({ message: 'Server Error', documentation_url: 'https://docs.github.com/rest' });
  return { kind: 'answer', status, headers: JSON_TYPE, body };
}

/** Something else's answer, for a request that was acted on: a gateway that lost patience. */
export function doneAnyway(status: 502 | 504): Fault {
  return { ...HTML_PAGE, status, done: true };
}

/** The page of a load balancer in front of GitHub, for people. */
export const HTML_PAGE = {
  kind: 'answer',
  status: 502,
  headers: { 'content-type': 'text/html' },
  body: '<!DOCTYPE html>\n<html>\n  <head><title>Unicorn! &middot; GitHub</title></head>\n  <body>...</body>\n</html>\n',
} as const satisfies Fault;

/** 200, and the rest of it never came. */
export const JUNK_JSON: Fault = { kind: 'answer', status: 200, headers: JSON_TYPE, body: '[{"id": 1, "bo' };

/** A resource that is not there, or not for this token. */
export const NOT_THERE: Fault = {
  kind: 'answer',
  status: 404,
  headers: JSON_TYPE,
  body: JSON.stringify({
    message: 'Not Found',
    documentation_url: 'https://docs.github.com/rest',
    status: '404',
  }),
};

/** The hour's requests are used up. @param seconds until there are new ones. */
export function primaryLimit(seconds: number): Fault {
  return {
    kind: 'answer',
    status: 403,
    headers: {
      ...JSON_TYPE,
      'x-ratelimit-limit': '1000',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-used': '1000',
      'x-ratelimit-resource': 'core',
      'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + seconds),
    },
    body: JSON.stringify({
      message: 'API rate limit exceeded for installation.',
      documentation_url: 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api',
      status: '403',
    }),
  };
}

/** Too much at once. GitHub says how long to wait, or nothing: then it asks for at least a minute. */
export function secondaryLimit(seconds: number | null, status: 403 | 429 = 403): Fault {
  return {
    kind: 'answer',
    status,
    headers: { ...JSON_TYPE, ...(seconds === null ? {} : { 'retry-after': String(seconds) }) },
    body: JSON.stringify({
      message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
      documentation_url:
        'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits',
      status: String(status),
    }),
  };
}

export interface Scripted {
  readonly method: string;
  readonly path: RegExp;
  /** Requests that pass before the first one fails. */
  readonly after: number;
  readonly times: number;
  readonly fault: Fault;
}

export interface Hook {
  readonly method: string;
  readonly path: RegExp;
  /** 1 = at the first request. */
  readonly nth: number;
  readonly act: () => unknown;
}

/** Counts the requests that each script waits for. */
export class Script {
  private readonly faults: { readonly scripted: Scripted; seen: number }[] = [];
  private readonly hooks: { readonly hook: Hook; seen: number }[] = [];

  fail(scripted: Scripted): void {
    this.faults.push({ scripted, seen: 0 });
  }

  when(hook: Hook): void {
    this.hooks.push({ hook, seen: 0 });
  }

  async reach(method: string, path: string): Promise<void> {
    for (const one of this.hooks.filter(({ hook }) => isMeant(hook, method, path))) {
      one.seen += 1;
      if (one.seen === one.hook.nth) await one.hook.act();
    }
  }

  /** The fault of this request, if it has one. */
  take(method: string, path: string): Fault | null {
    for (const one of this.faults) {
      const { scripted } = one;
      if (!isMeant(scripted, method, path) || one.seen >= scripted.after + scripted.times) continue;
      one.seen += 1;
      if (one.seen > scripted.after) return scripted.fault;
    }
    return null;
  }
}

function isMeant(
  one: { readonly method: string; readonly path: RegExp },
  method: string,
  path: string,
): boolean {
  return (one.method === '*' || one.method === method) && one.path.test(path);
}
