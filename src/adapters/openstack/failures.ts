/** Turns what went wrong with a request into one CloudError with words that say what to do. */
import type { Json } from '../../model/json.ts';
import { isJsonObject } from '../../model/json.ts';
import { CloudError, type CloudErrorCode, type CloudErrorDetails } from '../../ports/errors.ts';
import type { HttpAnswer, HttpOutcome, HttpTrouble, TroubleCause } from './http.ts';
import { shortReason } from './reason.ts';
import type { ServiceRequest } from './service.ts';

type Asked = Pick<ServiceRequest, 'service' | 'method' | 'path' | 'doing'>;

/** A CloudError that a service answered, with its status for those inside this adapter who must know. */
export class Refusal extends CloudError {
  readonly status: number;

  constructor(status: number, details: CloudErrorDetails) {
    super(details);
    this.status = status;
  }
}

export function failureOf(request: Asked, url: URL, outcome: HttpOutcome): CloudError {
  return outcome.kind === 'trouble' ? troubleFailure(request, url, outcome) : refusal(request, url, outcome);
}

interface Words {
  readonly code: CloudErrorCode;
  readonly words: (host: string) => string;
}

const TROUBLES: Readonly<Record<TroubleCause, Words>> = {
  dns: {
    code: 'unreachable',
    words: (host) =>
      `the name of "${host}" does not resolve; check auth_url and the endpoints of the catalogue`,
  },
  'dns-busy': {
    code: 'unreachable',
    words: (host) => `the name server gives no answer for "${host}"; try again`,
  },
  refused: {
    code: 'unreachable',
    words: (host) =>
      `nothing listens at "${host}", or no route leads there; check the address and the firewall`,
  },
  'connect-timeout': {
    code: 'timeout',
    words: (host) =>
      `"${host}" does not answer the connection; check the address, the firewall and HTTPS_PROXY`,
  },
  tls: {
    code: 'tls',
    words: (host) =>
      `the certificate of "${host}" is not trusted or does not match; give the authority's file as cacert (OS_CACERT), or verify: false if you must`,
  },
  proxy: {
    code: 'unreachable',
    words: (host) =>
      `the proxy does not let us through to "${host}"; check HTTPS_PROXY, HTTP_PROXY and NO_PROXY`,
  },
  reset: { code: 'unreachable', words: (host) => `"${host}" broke the connection off before it answered` },
  timeout: { code: 'timeout', words: (host) => `"${host}" took the request and did not answer in time` },
  'too-large': {
    code: 'unexpected-answer',
    words: (host) => `the answer of "${host}" is larger than 64 MiB`,
  },
  'not-http': {
    code: 'unexpected-answer',
    words: (host) => `what listens at "${host}" does not speak HTTP; check the scheme and the port`,
  },
};

function troubleFailure(request: Asked, url: URL, { cause, code }: HttpTrouble): CloudError {
  const { code: kind, words } = TROUBLES[cause];
  return errorOf(request, kind, `${words(hostOf(url))} (${code})`, null);
}

const CODES: Readonly<Record<number, CloudErrorCode>> = {
  400: 'invalid',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  413: 'invalid',
  422: 'invalid',
  429: 'rate-limited',
};

/** Answers that are no success; what the service itself says comes along, shortened. */
function refusal(request: Asked, url: URL, answer: HttpAnswer): CloudError {
  const { status } = answer;
  if (status < 400) {
    return errorOf(
      request,
      'unexpected-answer',
      `"${hostOf(url)}" redirects (${status}); check the endpoint's path`,
      answer,
    );
  }
  const code = CODES[status] ?? (status >= 500 ? 'unavailable' : 'invalid');
  const said = saidBy(answer);
  return errorOf(
    request,
    code,
    adviceFor(request, status, hostOf(url)) + (said === '' ? '' : `: ${said}`),
    answer,
  );
}

function adviceFor({ service, method, path }: Asked, status: number, host: string): string {
  if (status === 401)
    return 'the token is not accepted, not even a fresh one; log in again, or check the clock and the project';
  if (status === 403) {
    return `the user's role may not do this (403 for ${method} ${service} ${path}); writing needs member, reading needs reader on the project`;
  }
  if (status === 413)
    return 'the template with its files is too large for this Heat (413, max_template_size or a proxy); make it smaller';
  if (status === 429)
    return `"${host}" still says "too many requests" (429) after waiting; run it later, or less often`;
  if (status >= 500) return `the ${service} service answers ${status} at "${host}", also after trying again`;
  return `the ${service} service answers ${status}`;
}

/** Heat: error.message; Nova, Keystone: {"name": {"message"}}; Neutron: NeutronError; else nothing of a foreign page. */
function saidBy({ text }: HttpAnswer): string {
  const body = parsed(text);
  if (!isJsonObject(body)) return '';
  const candidates = [body['error'], body['NeutronError'], ...Object.values(body), body];
  for (const candidate of candidates) {
    const message = isJsonObject(candidate) ? candidate['message'] : undefined;
    if (typeof message === 'string' && message.trim() !== '') return shortReason(message);
  }
  return '';
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

/** 2xx with something else than the API describes: a captive portal, a wrong port, a proxy's page. */
export function unexpectedAnswer(request: Asked, url: URL, answer: HttpAnswer, error: Error): CloudError {
  const what = /^\s*</.test(answer.text) ? 'a web page' : 'something that is not JSON';
  const said =
    error instanceof SyntaxError ? `is ${what}` : `is not what its API describes (${error.message})`;
  const message = `the answer of "${hostOf(url)}" ${said}; check that it is the ${request.service} service`;
  return errorOf(request, 'unexpected-answer', message, answer);
}

function errorOf(
  request: Asked,
  code: CloudErrorCode,
  message: string,
  answer: HttpAnswer | null,
): CloudError {
  const requestId = answer?.headers['x-openstack-request-id'] ?? answer?.headers['x-compute-request-id'];
  const details: CloudErrorDetails = {
    code,
    message: `${request.doing}: ${message}`,
    request: `${request.method} ${request.service} ${request.path}`,
    ...(requestId === undefined ? {} : { requestId }),
  };
  return answer === null ? new CloudError(details) : new Refusal(answer.status, details);
}

export function hostOf(url: URL): string {
  return `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`;
}
