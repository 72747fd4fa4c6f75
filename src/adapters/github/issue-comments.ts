/** Sees to it that two runs at once don't say the same twice. */
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

/** Runs further apart than this have something new to say. */
const AT_ONCE_MS = 120_000;

/** Deletes our comment when an older one of our account, as young, begins with the same line. */
export async function takeBackTwin(github: GitHub, repository: Repository, said: Said): Promise<void> {
  const author = await ownLogin(github);
  const [first = ''] = said.body.split('\n');
  const { data } = await github.rest.issues.listComments({
    ...repository,
    issue_number: said.number,
    since: new Date(Date.parse(said.createdAt) - AT_ONCE_MS).toISOString(),
    per_page: 100,
  });
  const twins = data.filter(({ id, user, body }) => {
    return id < said.id && user?.login === author && (body ?? '').split(/\r?\n/)[0] === first;
  });
  if (twins.length > 0) await removeComment(github, repository, said.id);
}
