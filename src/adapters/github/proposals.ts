/** Pull requests of our own: one branch for each file, brought up to date in place, left alone when people work on it. */
import { createHash } from 'node:crypto';
import type { Sent } from '../../model/adoption.ts';
import { ForgeError, isForgeError } from '../../ports/errors.ts';
import type { NewProposal, ProposalKeeper } from '../../ports/forge.ts';
import type { GitHub } from './api.ts';
import { ownLogin } from './identity.ts';
import { isTheirs, moveBranch } from './proposal-branch.ts';
import type { Repository } from './runner.ts';

export interface ProposalsOptions {
  readonly github: GitHub;
  readonly repository: Repository;
  /** The branch that pull requests go to, and its commit that the files were read from. */
  readonly base: { readonly branch: string; readonly sha: string };
  /** From the repository's root to the folder that paths begin in. */
  readonly folder: string;
  /** Tells the proposals of one workflow from those of another. */
  readonly place: string;
}

export function createProposals(options: ProposalsOptions): ProposalKeeper {
  return {
    propose: (proposal) => propose(options, proposal),
    withdraw: (kept, why) => withdraw(options, kept, why),
  };
}

const PREFIX = 'thermostat/adopt/';

interface Pull {
  readonly number: number;
  readonly url: string;
  readonly body: string;
  readonly branch: string;
  readonly author: string;
  readonly open: boolean;
  readonly merged: boolean;
}

async function propose(options: ProposalsOptions, proposal: NewProposal): Promise<Sent> {
  const branch = branchOf(options, proposal.name);
  const [latest] = await pullsOf(options, { state: 'all', head: `${options.repository.owner}:${branch}` });
  const said = latest === undefined ? null : digestIn(latest.body);
  if (latest?.open) return bringUpToDate(options, proposal, latest);
  if (latest !== undefined && !latest.merged && said === proposal.digest) return told(latest, 'declined');
  const moved = await moveBranch(options, branch, proposal, true);
  if (moved === 'theirs')
    throw new ForgeError(
      'invalid',
      `the branch "${branch}" holds somebody else's commits; delete it, then the next run makes it anew`,
    );
  return told(await open(options, branch, proposal), 'opened');
}

function told({ number, url }: Pull, state: Sent['state']): Sent {
  return { state, number, url };
}

/** A pull request that is not ours, or a branch that people have put a commit on, is theirs. */
async function bringUpToDate(options: ProposalsOptions, proposal: NewProposal, pull: Pull): Promise<Sent> {
  const { github, repository } = options;
  if (pull.author !== (await ownLogin(github))) return told(pull, 'unchanged');
  const moved = await moveBranch(options, pull.branch, proposal, false);
  if (moved === 'theirs') return told(pull, 'unchanged');
  const body = withSign(options, proposal);
  if (moved === 'same' && sameText(pull.body, body)) return told(pull, 'unchanged');
  await github.rest.pulls.update({ ...repository, pull_number: pull.number, title: proposal.title, body });
  return told(pull, moved === 'same' ? 'unchanged' : 'updated');
}

/** GitHub gives the body back with line ends of its own. */
function sameText(one: string, other: string): boolean {
  const plain = (text: string) => text.replaceAll('\r\n', '\n').trimEnd();
  return plain(one) === plain(other);
}

async function open(options: ProposalsOptions, branch: string, proposal: NewProposal): Promise<Pull> {
  const { github, repository, base } = options;
  try {
    const { data } = await github.rest.pulls.create({
      ...{ ...repository, head: branch, base: base.branch, title: proposal.title },
      body: withSign(options, proposal),
      maintainer_can_modify: false,
    });
    return { ...PLAIN, number: data.number, url: data.html_url, branch };
  } catch (error) {
    // an answer that was lost may hide one that was made
    const [made] = isForgeError(error, 'unavailable', 'unreachable', 'invalid')
      ? await pullsOf(options, { state: 'open', head: `${repository.owner}:${branch}` })
      : [];
    if (made !== undefined) return made;
    throw error instanceof ForgeError && error.code === 'forbidden' ? notPermitted(error) : error;
  }
}

const PLAIN = { body: '', author: '', open: true, merged: false };

function notPermitted(error: ForgeError): ForgeError {
  const advice =
    'the job needs pull-requests: write, and with the workflow token the repository must allow it under Settings, Actions, General, "Allow GitHub Actions to create and approve pull requests"';
  return new ForgeError('forbidden', `${error.message}; ${advice}`, { cause: error });
}

/** What was taken back by hand needs no adopting any more. Quiet where people have the branch in hand. */
async function withdraw(options: ProposalsOptions, kept: readonly string[], why: string): Promise<void> {
  const { github, repository } = options;
  const wanted = new Set(kept.map((name) => branchOf(options, name)));
  const pulls = await pullsOf(options, { state: 'open' });
  const over = pulls.filter(
    ({ branch, body }) => branch.startsWith(PREFIX) && !wanted.has(branch) && isOfPlace(options, body),
  );
  if (over.length === 0) return;
  const author = await ownLogin(github);
  for (const pull of over.filter((one) => one.author === author)) {
    if (await isTheirs(options, pull.branch)) continue;
    // without its sign the same value may be proposed again
    const body = `${why}\n\n${pull.body.replace(SIGN, '')}`;
    await github.rest.pulls.update({ ...repository, pull_number: pull.number, state: 'closed', body });
    await deleteBranch(options, pull.branch);
  }
}

async function deleteBranch({ github, repository }: ProposalsOptions, branch: string): Promise<void> {
  try {
    await github.rest.git.deleteRef({ ...repository, ref: `heads/${branch}` });
  } catch (error) {
    if (!isForgeError(error, 'not-found', 'invalid')) throw error;
  }
}

/** The newest first. Branches of forks have the same names: only our own repository's count. */
async function pullsOf(
  { github, repository }: ProposalsOptions,
  which: { readonly state: 'open' | 'all'; readonly head?: string },
): Promise<readonly Pull[]> {
  const query = { ...repository, ...which, sort: 'created', direction: 'desc', per_page: 100 } as const;
  const all =
    which.head === undefined
      ? await github.paginate(github.rest.pulls.list, query)
      : (await github.rest.pulls.list(query)).data;
  const own = `${repository.owner}/${repository.repo}`.toLowerCase();
  return all
    .filter(({ head }) => head.repo?.full_name.toLowerCase() === own)
    .map((pull) => ({
      number: pull.number,
      url: pull.html_url,
      body: pull.body ?? '',
      branch: pull.head.ref,
      author: pull.user?.login ?? '',
      open: pull.state === 'open',
      merged: pull.merged_at !== null,
    }));
}

/** Readable, and another one for each place and file. */
function branchOf({ place, folder }: ProposalsOptions, name: string): string {
  const slug = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
  return `${PREFIX}${slug}-${short([place, folder, name])}`;
}

function short(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 8);
}

const SIGN = /^<!-- thermostat:adopt place="([0-9a-f]{8})" digest="(sha256:[0-9a-f]{64})" -->\r?\n/;
/** GitHub's own limit, less the sign. */
const LONGEST = 65_000;

function withSign({ place }: ProposalsOptions, { digest, body }: NewProposal): string {
  const cut = body.length <= LONGEST ? body : `${body.slice(0, LONGEST)}\n\n(cut)`;
  return `<!-- thermostat:adopt place="${short([place])}" digest="${digest}" -->\n${cut}`;
}

function digestIn(body: string): string | null {
  return SIGN.exec(body)?.[2] ?? null;
}

function isOfPlace({ place }: ProposalsOptions, body: string): boolean {
  return SIGN.exec(body)?.[1] === short([place]);
}
