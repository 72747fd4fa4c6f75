/** Tells as whom a token writes. */
import { isForgeError } from '../../ports/errors.ts';
import type { GitHub } from './api.ts';

/** What the token of a workflow writes as, when nobody can tell. */
const USUAL_AUTHOR = 'github-actions[bot]';

const KNOWN = new WeakMap<GitHub, Promise<string>>();

/** Login of comments and issues, such as `github-actions[bot]` or `mara`; asked for once. */
export function ownLogin(github: GitHub): Promise<string> {
  const known = KNOWN.get(github) ?? askLogin(github);
  KNOWN.set(github, known);
  known.catch(() => KNOWN.delete(github));
  return known;
}

/** Slug of the app, such as `github-actions`; null for a person's token: check runs belong to apps alone. */
export async function ownApp(github: GitHub): Promise<string | null> {
  const login = await ownLogin(github);
  return login.endsWith('[bot]') ? login.slice(0, -'[bot]'.length) : null;
}

/** GraphQL tells an app's login, REST a person's; a plain workflow token may be allowed neither. */
async function askLogin(github: GitHub): Promise<string> {
  try {
    const { viewer } = await github.graphql<{ viewer: { login: string } }>('{ viewer { login } }');
    return viewer.login;
  } catch (error) {
    if (isPassing(error)) throw error;
    return askUser(github);
  }
}

async function askUser(github: GitHub): Promise<string> {
  try {
    const { data } = await github.rest.users.getAuthenticated();
    return data.login;
  } catch (error) {
    if (isPassing(error)) throw error;
    return USUAL_AUTHOR;
  }
}

/** A guess would make a second comment beside the one that the guess does not find. */
function isPassing(error: unknown): boolean {
  return isForgeError(error, 'rate-limited', 'unavailable', 'unreachable');
}
