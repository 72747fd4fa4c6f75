/** Opens GitHub's API with patience: time-outs, a few repeats, errors in our words. */
import { getOctokit } from '@actions/github';
import { ForgeError, type ForgeErrorCode } from '../../ports/errors.ts';

export type GitHub = ReturnType<typeof getOctokit>;

export interface GitHubOptions {
  readonly token: string;
  readonly apiUrl: string;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

const TRIES = 4;
const FIRST_PAUSE_MS = 1000;
/** Longer than this nobody waits for a comment. */
const LONGEST_PAUSE_MS = 60_000;
const TIMEOUT_MS = 30_000;

export function openGitHub(options: GitHubOptions): GitHub {
  const sleep = options.sleep ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  const github = getOctokit(options.token, { baseUrl: options.apiUrl, userAgent: 'thermostat' });
  github.hook.wrap('request', async (request, parameters) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const limited = { ...parameters.request, signal: AbortSignal.timeout(TIMEOUT_MS) };
        return await request({ ...parameters, request: limited });
      } catch (error) {
        const pause = pauseBefore(attempt, error, parameters.method);
        if (pause === null) throw forgeError(error, `${parameters.method} ${parameters.url}`);
        await sleep(pause);
      }
    }
  });
  return github;
}

/** What to do about a request that went wrong: milliseconds until the next try, or null for none. */
function pauseBefore(attempt: number, error: unknown, method: string): number | null {
  if (attempt >= TRIES) return null;
  const status = statusOf(error);
  const asked = retryAfter(error);
  if ((status === 429 || status === 403) && asked !== null) return asked <= LONGEST_PAUSE_MS ? asked : null;
  // A POST may have been done although its answer was lost; a second one would be a second comment.
  const repeatable = method !== 'POST';
  const passing = status === null || status >= 500;
  return repeatable && passing ? (asked ?? FIRST_PAUSE_MS * 2 ** (attempt - 1)) : null;
}

function forgeError(error: unknown, request: string): ForgeError {
  const status = statusOf(error);
  const said = error instanceof Error ? error.message.split('\n')[0] : String(error);
  const answer = status === null ? said : `${status} ${said}`;
  return new ForgeError(codeOf(status, error), `${request}: GitHub answered ${answer}`, { cause: error });
}

function codeOf(status: number | null, error: unknown): ForgeErrorCode {
  if (status === null) return 'unreachable';
  if (status === 429 || retryAfter(error) !== null) return 'rate-limited';
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'not-found';
  return status >= 500 ? 'unavailable' : 'invalid';
}

/** Octokit gives 500 to what never reached a server; only an answer has a response. */
function statusOf(error: unknown): number | null {
  const response = property(error, 'response');
  const status = property(response, 'status');
  return typeof status === 'number' ? status : null;
}

function retryAfter(error: unknown): number | null {
  const seconds = Number(property(property(property(error, 'response'), 'headers'), 'retry-after'));
  return Number.isFinite(seconds) ? seconds * 1000 : null;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
