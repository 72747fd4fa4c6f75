/** Keeps one comment for each report on a pull request: found by marker and author, edited in place. */
import { ForgeError } from '../../ports/errors.ts';
import type { GitHub } from './api.ts';
import type { Repository } from './runner.ts';

export interface StickyComment {
  readonly number: number;
  /** How every comment of this report begins. */
  readonly marker: string;
  readonly body: string;
}

export type CommentFate = 'created' | 'updated' | 'unchanged';

interface Found {
  readonly id: number;
  readonly body: string;
  readonly author: string;
}

/** What the token of a workflow writes as, when nobody can tell. */
const USUAL_AUTHOR = 'github-actions[bot]';

export async function keepComment(
  github: GitHub,
  repository: Repository,
  comment: StickyComment,
): Promise<CommentFate> {
  const marked = await findMarked(github, repository, comment);
  const author = marked.length > 0 ? await ownLogin(github) : '';
  // Anybody can copy a marker; only our own comment is ours to edit.
  const [first, ...duplicates] = marked.filter((one) => one.author === author).sort((a, b) => a.id - b.id);
  for (const { id } of duplicates) await remove(github, repository, id);
  if (first === undefined) return create(github, repository, comment);
  if (sameText(first.body, comment.body)) return 'unchanged';
  return update(github, repository, comment, first.id);
}

/** Listed, never searched for: search lags behind by minutes. */
async function findMarked(
  github: GitHub,
  repository: Repository,
  { number, marker }: StickyComment,
): Promise<readonly Found[]> {
  const all = await github.paginate(github.rest.issues.listComments, {
    ...repository,
    issue_number: number,
    per_page: 100,
  });
  return all
    .map(({ id, body, user }) => ({ id, body: body ?? '', author: user?.login ?? '' }))
    .filter(({ body }) => body.startsWith(marker));
}

/** GraphQL tells an app's login, REST a person's; a plain workflow token may be allowed neither. */
async function ownLogin(github: GitHub): Promise<string> {
  try {
    const { viewer } = await github.graphql<{ viewer: { login: string } }>('{ viewer { login } }');
    return viewer.login;
  } catch {
    return userLogin(github);
  }
}

async function userLogin(github: GitHub): Promise<string> {
  try {
    const { data } = await github.rest.users.getAuthenticated();
    return data.login;
  } catch {
    return USUAL_AUTHOR;
  }
}

async function create(
  github: GitHub,
  repository: Repository,
  { number, body }: StickyComment,
): Promise<CommentFate> {
  await github.rest.issues.createComment({ ...repository, issue_number: number, body });
  return 'created';
}

/** Somebody may delete the comment between our reading and our writing. */
async function update(
  github: GitHub,
  repository: Repository,
  comment: StickyComment,
  id: number,
): Promise<CommentFate> {
  try {
    await github.rest.issues.updateComment({ ...repository, comment_id: id, body: comment.body });
    return 'updated';
  } catch (error) {
    if (error instanceof ForgeError && error.code === 'not-found') return create(github, repository, comment);
    throw error;
  }
}

async function remove(github: GitHub, repository: Repository, id: number): Promise<void> {
  try {
    await github.rest.issues.deleteComment({ ...repository, comment_id: id });
  } catch (error) {
    if (!(error instanceof ForgeError && error.code === 'not-found')) throw error;
  }
}

function sameText(one: string, other: string): boolean {
  const plain = (text: string) => text.replaceAll('\r\n', '\n').trimEnd();
  return plain(one) === plain(other);
}
