/** Keeps issues on GitHub: lists those of our own account, opens, rewrites, closes, says a word below them. */
import type { ForgeIssue, IssueChange, NewIssue } from '../../model/issue.ts';
import { isForgeError } from '../../ports/errors.ts';
import type { IssueKeeper } from '../../ports/forge.ts';
import type { GitHub } from './api.ts';
import { ownLogin } from './identity.ts';
import { isSaid, takeBackTwin } from './issue-comments.ts';
import { openLabels } from './issue-labels.ts';
import type { Repository } from './runner.ts';

export interface GitHubIssuesOptions {
  readonly github: GitHub;
  readonly repository: Repository;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** The label that every issue of ours has, where labels may be set. */
const OUR_LABEL = 'thermostat';
/** Closed ones beyond these are forgotten: what they were about opens a new one. */
const CLOSED_PAGES = 5;
/** GitHub asks for a second between writes; a few at once are forgiven. */
const WRITES_AT_ONCE = 20;
const PAUSE_MS = 1000;

export function createGitHubIssues({ github, repository, ...options }: GitHubIssuesOptions): IssueKeeper {
  const sleep = options.sleep ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  const labels = openLabels(github, repository);
  let author: string | null = null;
  let writes = 0;
  const paced = async <Value>(write: () => Promise<Value>): Promise<Value> => {
    writes += 1;
    if (writes > WRITES_AT_ONCE) await sleep(PAUSE_MS);
    return write();
  };
  const ours = async (start: string) => {
    author ??= await ownLogin(github);
    return list(github, repository, { author, start });
  };
  const open = async (issue: NewIssue) => {
    const names = await labels.have(issue.labels);
    try {
      const made = await create(github, repository, issue, names);
      // where nobody could tell us who we are, the issue does
      author = made.user?.login ?? author;
      return issueFrom(made);
    } catch (error) {
      const found = isLost(error) ? await findMade(issue, ours) : undefined;
      if (found === undefined) throw error;
      return found;
    }
  };
  return {
    list: ours,
    create: (issue) => paced(() => open(issue)),
    change: (number, change) => paced(() => changeIssue(github, repository, number, change)),
    comment: (number, body) => paced(() => comment(github, repository, number, body)),
    unlabel: (number, name) => paced(() => unlabel(github, repository, number, name)),
  };
}

/** Listed, never searched for: search lags behind by minutes. The open ones whole, whatever their labels are. */
async function list(
  github: GitHub,
  repository: Repository,
  { author, start }: { readonly author: string; readonly start: string },
): Promise<readonly ForgeIssue[]> {
  const open = await pages(
    github,
    { ...repository, creator: author, state: 'open' },
    Number.POSITIVE_INFINITY,
  );
  const labelled = { ...repository, creator: author, state: 'closed', labels: OUR_LABEL } as const;
  const closed = await pages(github, labelled, CLOSED_PAGES);
  // where labels can't be set, none of ours has one
  const others =
    closed.length > 0 ? [] : await pages(github, { ...repository, creator: author, state: 'closed' }, 1);
  const byNumber = new Map([...closed, ...others, ...open].map((raw) => [raw.number, raw]));
  return [...byNumber.values()]
    .filter((raw) => raw.pull_request === undefined && raw.user?.login === author)
    .map(issueFrom)
    .filter(({ body }) => body.startsWith(start))
    .sort((a, b) => a.number - b.number);
}

type Query = NonNullable<Parameters<GitHub['rest']['issues']['listForRepo']>[0]>;
type RawIssue = Awaited<ReturnType<GitHub['rest']['issues']['listForRepo']>>['data'][number];

/** What changed last comes first. */
async function pages(github: GitHub, query: Query, most: number): Promise<readonly RawIssue[]> {
  const all: RawIssue[] = [];
  let page = 0;
  const asked = { ...query, sort: 'updated', direction: 'desc', per_page: 100 } as const;
  for await (const { data } of github.paginate.iterator(github.rest.issues.listForRepo, asked)) {
    all.push(...data);
    page += 1;
    if (page >= most) break;
  }
  return all;
}

async function create(
  github: GitHub,
  repository: Repository,
  { title, body }: NewIssue,
  labels: readonly string[],
): Promise<RawIssue> {
  const named = labels.length === 0 ? {} : { labels: [...labels] };
  return (await github.rest.issues.create({ ...repository, title, body, ...named })).data;
}

/** The answer was lost, but the issue may be there. */
async function findMade({ body }: NewIssue, ours: IssueKeeper['list']): Promise<ForgeIssue | undefined> {
  const [first = ''] = body.split('\n');
  return (await ours(first)).find(({ state }) => state === 'open');
}

async function changeIssue(
  github: GitHub,
  repository: Repository,
  number: number,
  { body, state, reason }: IssueChange,
): Promise<void> {
  const update = (state_reason: 'completed' | 'duplicate' | 'not_planned' | undefined) =>
    github.rest.issues.update({
      ...repository,
      issue_number: number,
      ...(body === undefined ? {} : { body }),
      ...(state === undefined ? {} : { state }),
      ...(state_reason === undefined ? {} : { state_reason }),
    });
  try {
    await update(state === 'closed' ? reason : undefined);
  } catch (error) {
    // an older server does not know this reason
    if (reason !== 'duplicate' || !isForgeError(error, 'invalid')) throw error;
    await update('not_planned');
  }
}

async function comment(github: GitHub, repository: Repository, number: number, body: string): Promise<void> {
  if (await isSaid(github, repository, { number, body })) return;
  const { data } = await github.rest.issues.createComment({ ...repository, issue_number: number, body });
  await takeBackTwin(github, repository, { number, id: data.id, body, createdAt: data.created_at });
}

async function unlabel(github: GitHub, repository: Repository, number: number, name: string): Promise<void> {
  try {
    await github.rest.issues.removeLabel({ ...repository, issue_number: number, name });
  } catch (error) {
    if (!isForgeError(error, 'not-found', 'forbidden')) throw error;
  }
}

function issueFrom(raw: RawIssue): ForgeIssue {
  return {
    number: raw.number,
    state: raw.state === 'closed' ? 'closed' : 'open',
    title: raw.title,
    body: raw.body ?? '',
    labels: raw.labels.flatMap((label) => (typeof label === 'string' ? [label] : [label.name ?? ''])),
    url: raw.html_url,
  };
}

function isLost(error: unknown): boolean {
  return isForgeError(error, 'unavailable', 'unreachable');
}
