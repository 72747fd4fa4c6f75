/** Keeps one comment for each report on a pull request: found by marker and author, edited in place. */
import { isForgeError } from '../../ports/errors.ts';
import type { GitHub } from './api.ts';
import { ownLogin } from './identity.ts';
import type { Repository } from './runner.ts';

export interface StickyComment {
  readonly number: number;
  /** How every comment of this report begins. */
  readonly marker: string;
  /** The new text, from the one that stands there; null = there is none. */
  readonly body: (earlier: string | null) => string;
  /** Only an earlier comment is edited; where there is none, none is made. */
  readonly onlyExisting?: boolean;
}

export type CommentFate = 'created' | 'updated' | 'unchanged' | 'absent';

interface Found {
  readonly id: number;
  readonly body: string;
  readonly author: string;
}

const TRIES = 3;

export async function keepComment(
  github: GitHub,
  repository: Repository,
  comment: StickyComment,
): Promise<CommentFate> {
  const [first, ...duplicates] = await findOurs(github, repository, comment);
  for (const { id } of duplicates) await removeComment(github, repository, id);
  if (first !== undefined) return update(github, repository, comment, first);
  return comment.onlyExisting ? 'absent' : create(github, repository, comment);
}

/** The oldest first. Anybody can copy a marker; only our own comment is ours to edit. */
async function findOurs(
  github: GitHub,
  repository: Repository,
  comment: StickyComment,
): Promise<readonly Found[]> {
  const marked = await findMarked(github, repository, comment);
  const author = marked.length > 0 ? await ownLogin(github) : '';
  return marked.filter((one) => one.author === author).sort((a, b) => a.id - b.id);
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

/** Another run may create its own at the same time: after a second look the older one stays, the younger is taken away. */
async function create(github: GitHub, repository: Repository, comment: StickyComment): Promise<CommentFate> {
  const made = await post(github, repository, comment);
  const [oldest] = await findOurs(github, repository, comment);
  if (oldest === undefined || oldest.id >= made) return 'created';
  await removeComment(github, repository, made);
  return update(github, repository, comment, oldest);
}

/** The id of the new comment. An answer that was lost may hide one that was made: it is looked for before another is. */
async function post(github: GitHub, repository: Repository, comment: StickyComment): Promise<number> {
  const { number } = comment;
  const body = comment.body(null);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { data } = await github.rest.issues.createComment({ ...repository, issue_number: number, body });
      return data.id;
    } catch (error) {
      if (!isForgeError(error, 'unavailable', 'unreachable')) throw error;
      const made = (await findOurs(github, repository, comment)).at(-1);
      if (made !== undefined) return made.id;
      if (attempt >= TRIES) throw error;
    }
  }
}

/** Somebody may delete the comment between our reading and our writing. */
async function update(
  github: GitHub,
  repository: Repository,
  comment: StickyComment,
  { id, body: earlier }: Found,
): Promise<CommentFate> {
  const body = comment.body(earlier);
  if (sameText(earlier, body)) return 'unchanged';
  try {
    await github.rest.issues.updateComment({ ...repository, comment_id: id, body });
    return 'updated';
  } catch (error) {
    if (!isForgeError(error, 'not-found')) throw error;
    return comment.onlyExisting ? 'absent' : create(github, repository, comment);
  }
}

/** Quiet when it is gone already. */
export async function removeComment(github: GitHub, repository: Repository, id: number): Promise<void> {
  try {
    await github.rest.issues.deleteComment({ ...repository, comment_id: id });
  } catch (error) {
    if (!isForgeError(error, 'not-found')) throw error;
  }
}

function sameText(one: string, other: string): boolean {
  const plain = (text: string) => text.replaceAll('\r\n', '\n').trimEnd();
  return plain(one) === plain(other);
}
