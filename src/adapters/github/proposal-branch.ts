/** Puts a proposal's files on its branch: one commit on top of the base, made anew when either has changed. */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { ForgeError, isForgeError } from '../../ports/errors.ts';
import type { NewProposal } from '../../ports/forge.ts';
import type { GitHub } from './api.ts';
import { REPEATABLE } from './patience.ts';
import type { Repository } from './runner.ts';

export interface BranchOptions {
  readonly github: GitHub;
  readonly repository: Repository;
  readonly base: { readonly branch: string; readonly sha: string };
  readonly folder: string;
}

/** `theirs`: people have put a commit of their own on it, which is not taken away. */
export type Moved = 'moved' | 'same' | 'theirs';

/** `anew`: a commit that was merged or closed once is no reason to make none. */
export async function moveBranch(
  options: BranchOptions,
  branch: string,
  proposal: NewProposal,
  anew: boolean,
): Promise<Moved> {
  const head = await headOf(options, branch);
  if (head !== null && !isSealed(head)) return 'theirs';
  const isOfSame = head?.message.includes(filesLine(proposal)) ?? false;
  if (!anew && head !== null && isOfSame && (await holds(options, head.sha, proposal))) return 'same';
  await checkBase(options, proposal);
  return point(options, branch, head?.sha ?? null, await commit(options, proposal));
}

/** Whether people have put a commit of their own on it, or into ours. */
export async function isTheirs(options: BranchOptions, branch: string): Promise<boolean> {
  const head = await headOf(options, branch);
  return head !== null && !isSealed(head);
}

interface Content {
  readonly message: string;
  readonly tree: string;
  readonly parents: readonly string[];
}

/** Behind it a digest of everything else in the commit: one that somebody amended keeps the message, and not what it stands for. */
const SEAL = 'Thermostat-Proposal: ';

function isSealed({ message, ...rest }: Content): boolean {
  const [text = '', seal] = message.replaceAll('\r\n', '\n').trimEnd().split(SEAL);
  return seal !== undefined && seal === sealOf({ message: text, ...rest });
}

function sealOf({ message, tree, parents }: Content): string {
  return createHash('sha256')
    .update(JSON.stringify([message.trimEnd(), tree, parents]))
    .digest('hex');
}

/** Which files the commit changes: one that needs no edit any more must not stay in it. */
function filesLine({ files }: NewProposal): string {
  const paths = JSON.stringify(files.map(({ path }) => path).sort());
  return `Thermostat-Files: ${createHash('sha256').update(paths).digest('hex').slice(0, 16)}`;
}

interface Head extends Content {
  readonly sha: string;
}

/** null = there is no such branch. */
async function headOf(options: BranchOptions, branch: string): Promise<Head | null> {
  const { github, repository } = options;
  const sha = await shaOf(options, branch);
  if (sha === null) return null;
  const { data } = await github.rest.git.getCommit({ ...repository, commit_sha: sha });
  const parents = data.parents.map((parent) => parent.sha);
  return { sha, message: data.message, tree: data.tree.sha, parents };
}

async function shaOf({ github, repository }: BranchOptions, branch: string): Promise<string | null> {
  try {
    const { data } = await github.rest.git.getRef({ ...repository, ref: `heads/${branch}` });
    return data.object.sha;
  } catch (error) {
    if (isForgeError(error, 'not-found')) return null;
    throw error;
  }
}

async function holds(options: BranchOptions, ref: string, { files }: NewProposal): Promise<boolean> {
  for (const { path, text } of files) {
    if ((await textAt(options, path, ref)) !== text) return false;
  }
  return true;
}

/** The edit begins from what was checked out: it must be what the base holds, or it would take something back. */
async function checkBase(options: BranchOptions, { files }: NewProposal): Promise<void> {
  for (const { path, before } of files) {
    if ((await textAt(options, path, options.base.sha)) === before) continue;
    const message = `${path} is not as in ${options.base.sha.slice(0, 7)}: a step before this one has changed it, or the checkout is of something else`;
    throw new ForgeError('invalid', message);
  }
}

/** null = there is no such file, or it is none that has a text. */
async function textAt(
  { github, repository, folder }: BranchOptions,
  path: string,
  ref: string,
): Promise<string | null> {
  try {
    const { data } = await github.rest.repos.getContent({
      ...repository,
      path: posix.join(folder, path),
      ref,
    });
    if (Array.isArray(data) || data.type !== 'file' || !('content' in data)) return null;
    return Buffer.from(data.content, 'base64').toString('utf8');
  } catch (error) {
    if (isForgeError(error, 'not-found')) return null;
    throw error;
  }
}

/** Objects that nothing points to do no harm: each of these requests may be repeated. */
async function commit(options: BranchOptions, proposal: NewProposal): Promise<string> {
  const { title, files } = proposal;
  const { github, repository, base, folder } = options;
  const parent = await github.rest.git.getCommit({ ...repository, commit_sha: base.sha });
  const tree = await github.rest.git.createTree({
    ...{ ...repository, ...REPEATABLE, base_tree: parent.data.tree.sha },
    tree: files.map(({ path, text }) => ({
      ...{ path: posix.join(folder, path), mode: '100644', type: 'blob', content: text },
    })),
  });
  const content = { tree: tree.data.sha, parents: [base.sha] };
  const message = `${title}\n\n${filesLine(proposal)}\n`;
  const made = await github.rest.git.createCommit({
    ...{ ...repository, ...REPEATABLE, ...content },
    message: `${message}${SEAL}${sealOf({ message, ...content })}\n`,
  });
  return made.data.sha;
}

/** `before` null: there was no such branch. What somebody pushed since it was looked at stays. */
async function point(
  options: BranchOptions,
  branch: string,
  before: string | null,
  sha: string,
): Promise<Moved> {
  const { github, repository } = options;
  if (before !== null) {
    if ((await shaOf(options, branch)) !== before) return 'theirs';
    await github.rest.git.updateRef({ ...repository, ref: `heads/${branch}`, sha, force: true });
    return 'moved';
  }
  try {
    await github.rest.git.createRef({ ...repository, ref: `refs/heads/${branch}`, sha });
  } catch (error) {
    // made by a request whose answer was lost, or by somebody in the meantime
    if (!isForgeError(error, 'invalid', 'unavailable', 'unreachable')) throw error;
    if ((await shaOf(options, branch)) !== sha) throw error;
  }
  return 'moved';
}
