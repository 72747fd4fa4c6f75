/** Opens GitHub's API with patience: time-outs, limits waited for, a few repeats, errors in our words. */
import { getOctokit } from '@actions/github';
import { ForgeError, type ForgeErrorCode } from '../../ports/errors.ts';
import { LONGEST_PAUSE_MS, pauseBefore } from './patience.ts';
import { isLimited, resetAt, statusOf } from './refusals.ts';

export type GitHub = ReturnType<typeof getOctokit>;

export interface GitHubOptions {
  readonly token: string;
  readonly apiUrl: string;
  readonly sleep?: (milliseconds: number) => Promise<void>;
  readonly now?: () => number;
}

const TIMEOUT_MS = 30_000;
/** Of all pauses of one job together. */
const PATIENCE_MS = 5 * LONGEST_PAUSE_MS;

export function openGitHub(options: GitHubOptions): GitHub {
  const sleep = options.sleep ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  const now = options.now ?? Date.now;
  const github = getOctokit(options.token, { baseUrl: options.apiUrl, userAgent: 'thermostat' });
  let patience = PATIENCE_MS;
  github.hook.wrap('request', async (request, parameters) => {
    const what = `${parameters.method} ${parameters.url}`;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const limited = { ...parameters.request, signal: AbortSignal.timeout(TIMEOUT_MS) };
        return understood(await request({ ...parameters, request: limited }), what);
      } catch (error) {
        const pause = pauseBefore(attempt, error, { repeatable: isRepeatable(parameters), now: now() });
        if (pause === null || pause > patience) throw forgeError(error, what);
        patience -= pause;
        await sleep(pause);
      }
    }
  });
  return github;
}

/** A page of HTML instead of JSON comes from something in between. */
function understood<Answer extends { readonly status: number; readonly data: unknown }>(
  answer: Answer,
  what: string,
): Answer {
  const isJson = typeof answer.data === 'object' && answer.data !== null;
  if (isJson || answer.status === 204 || answer.data === undefined || answer.data === '') return answer;
  throw new ForgeError('unavailable', `${what}: the answer is not JSON; is a proxy in between?`);
}

/** A POST may have been done although its answer was lost; a second one would be a second comment. */
function isRepeatable(parameters: {
  readonly method: string;
  readonly url: string;
  readonly request?: object;
}): boolean {
  if (parameters.method !== 'POST') return true;
  const query: unknown = Reflect.get(parameters, 'query');
  if (parameters.url.endsWith('/graphql')) return typeof query === 'string' && !/^\s*mutation\b/.test(query);
  return parameters.request !== undefined && Reflect.get(parameters.request, 'repeatable') === true;
}

function forgeError(error: unknown, request: string): ForgeError {
  if (error instanceof ForgeError) return error;
  const status = statusOf(error);
  const said = error instanceof Error ? error.message.split('\n')[0] : String(error);
  const answer = status === null ? said : `${status} ${said}`;
  const reset = isLimited(error) ? resetAt(error) : null;
  const until = reset === null ? '' : `; the limit ends at ${new Date(reset).toISOString()}`;
  return new ForgeError(codeOf(status, error), `${request}: GitHub answered ${answer}${until}`, {
    cause: error,
  });
}

function codeOf(status: number | null, error: unknown): ForgeErrorCode {
  if (status === null) return 'unreachable';
  if (isLimited(error)) return 'rate-limited';
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'not-found';
  return status >= 500 ? 'unavailable' : 'invalid';
}
