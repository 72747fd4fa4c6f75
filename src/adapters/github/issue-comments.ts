/** Sees to it that nothing is said twice, neither by two runs at once nor by the run after one that was killed. */
import type { GitHub } from './api.ts';
import { removeComment } from './comments.ts';
import { ownLogin } from './identity.ts';
import type { Repository } from './runner.ts';

export interface Said {
  /** Of the issue. */
  readonly number: number;
  /** Of the comment. */
  readonly id: number;
  readonly body: string;
  readonly createdAt: string;
}

/** Runs further apart than this see each other's comments before they write. */
const AT_ONCE_MS = 120_000;

/** True when our account said it before: a comment of it begins with the same line. */
export async function isSaid(
  github: GitHub,
  repository: Repository,
  { number, body }: Pick<Said, 'number' | 'body'>,
): Promise<boolean> {
  const said = await github.paginate(github.rest.issues.listComments, {
    ...repository,
    issue_number: number,
    per_page: 100,
  });
  const same = said.filter((one) => firstLine(one.body) === firstLine(body));
  if (same.length === 0) return false;
  const author = await ownLogin(github);
  return same.some(({ user }) => user?.login === author);
}

/** Deletes our comment when an older one of our account, as young, begins with the same line. */
export async function takeBackTwin(github: GitHub, repository: Repository, said: Said): Promise<void> {
  const author = await ownLogin(github);
  const { data } = await github.rest.issues.listComments({
    ...repository,
    issue_number: said.number,
    since: new Date(Date.parse(said.createdAt) - AT_ONCE_MS).toISOString(),
    per_page: 100,
  });
  const twins = data.filter(({ id, user, body }) => {
    return id < said.id && user?.login === author && firstLine(body) === firstLine(said.body);
  });
  if (twins.length > 0) await removeComment(github, repository, said.id);
}

function firstLine(body: string | undefined): string | undefined {
  return body?.split(/\r?\n/)[0];
}
