/** Reads a comment's pull request and its author's rights as they are now, and answers there. */
import type { AskedPull, ChatFacts } from '../../model/chat.ts';
import { isForgeError } from '../../ports/errors.ts';
import type { Conversation } from '../../ports/forge.ts';
import type { GitHub } from './api.ts';
import type { Repository } from './runner.ts';

export interface Asked {
  readonly number: number;
  readonly commentId: number;
  /** As the event had them. */
  readonly author: string;
  readonly body: string;
}

const SIGNS = { seen: 'eyes', done: 'rocket', refused: 'confused' } as const;

/** GitHub works out whether a pull request can be merged when it is asked, and says so a moment later. */
const LOOKS = 5;
const BETWEEN_LOOKS_MS = 2000;

export function createConversation(
  github: GitHub,
  repository: Repository,
  { number, commentId, author, body }: Asked,
  sleep: (milliseconds: number) => Promise<void>,
): Conversation {
  return {
    async facts() {
      return {
        permission: await permissionOf(github, repository, author),
        commentStands: await stands(github, repository, { commentId, author, body }),
        pull: await readPull(github, repository, number, sleep),
      };
    },
    async sign(sign) {
      const content = SIGNS[sign];
      await github.rest.reactions.createForIssueComment({ ...repository, comment_id: commentId, content });
    },
    async say(text) {
      await github.rest.issues.createComment({ ...repository, issue_number: number, body: text });
    },
  };
}

/** What the event says of its author is how things were, and knows members of an organisation, not rights. */
async function permissionOf(
  github: GitHub,
  repository: Repository,
  username: string,
): Promise<ChatFacts['permission']> {
  try {
    const { data } = await github.rest.repos.getCollaboratorPermissionLevel({ ...repository, username });
    const { permission } = data;
    return permission === 'admin' || permission === 'write' || permission === 'read' ? permission : 'none';
  } catch (error) {
    if (isForgeError(error, 'not-found')) return 'none';
    throw error;
  }
}

async function stands(
  github: GitHub,
  repository: Repository,
  { commentId, author, body }: Omit<Asked, 'number'>,
): Promise<boolean> {
  try {
    const { data } = await github.rest.issues.getComment({ ...repository, comment_id: commentId });
    return data.body === body && data.user?.login === author;
  } catch (error) {
    if (isForgeError(error, 'not-found')) return false;
    throw error;
  }
}

async function readPull(
  github: GitHub,
  repository: Repository,
  number: number,
  sleep: (milliseconds: number) => Promise<void>,
): Promise<AskedPull> {
  for (let look = 1; ; look += 1) {
    const { data } = await github.rest.pulls.get({ ...repository, pull_number: number });
    if (data.state === 'open' && data.mergeable === null && look < LOOKS) {
      await sleep(BETWEEN_LOOKS_MS);
      continue;
    }
    const headSha = data.head.sha;
    return {
      number,
      state: data.state === 'open' ? 'open' : 'closed',
      fork: data.head.repo?.full_name !== data.base.repo.full_name,
      draft: data.draft ?? false,
      headSha,
      baseRef: data.base.ref,
      defaultBranch: data.base.repo.default_branch,
      mergeable: data.mergeable_state,
      merge:
        data.mergeable === true && data.merge_commit_sha !== null
          ? await trialMerge(github, repository, {
              sha: data.merge_commit_sha,
              headSha,
              baseRef: data.base.ref,
            })
          : null,
    };
  }
}

/** The trial merge of an earlier push, or on an earlier base, is not what merging would make now. */
async function trialMerge(
  github: GitHub,
  repository: Repository,
  { sha, headSha, baseRef }: { readonly sha: string; readonly headSha: string; readonly baseRef: string },
): Promise<AskedPull['merge']> {
  const { data: commit } = await github.rest.git.getCommit({ ...repository, commit_sha: sha });
  const [base, head] = commit.parents;
  const { data: ref } = await github.rest.git.getRef({ ...repository, ref: `heads/${baseRef}` });
  if (base === undefined || head?.sha !== headSha || ref.object.sha !== base.sha) return null;
  return { sha, baseSha: base.sha };
}
