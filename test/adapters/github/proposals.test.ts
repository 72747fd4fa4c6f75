/** Proposals on GitHub: one pull request a file, whatever goes wrong on the way, and nothing of people's is taken away. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openGitHub } from '../../../src/adapters/github/api.ts';
import { createProposals } from '../../../src/adapters/github/proposals.ts';
import type { NewProposal, ProposalKeeper } from '../../../src/ports/forge.ts';
import { LOST_ANSWER, serverError } from '../../github/faults.ts';
import { gitHub, type GitHub as StandIn } from '../../github/github.ts';
import type { Permissions } from '../../github/state/store.ts';

const REPOSITORY = { owner: 'shop', repo: 'infra' };
const RIGHTS: Permissions = { contents: 'write', 'pull-requests': 'write' };
const BEFORE = 'max: 8 # paid for\n';
const proposal = (max: number, before = BEFORE): NewProposal => ({
  name: 'scaling/web.yaml',
  digest: `sha256:${String(max).padStart(64, '0')}`,
  title: 'Adopt 1 live value of web',
  body: `max is ${max} in the cloud\n`,
  files: [{ path: 'scaling/web.yaml', before, text: before.replace(/max: \d+/, `max: ${max}`) }],
});

let server: StandIn;

beforeEach(async () => {
  server = await gitHub({ files: { 'scaling/web.yaml': BEFORE } });
});

afterEach(() => server.stop());

const main = () => server.store.refs.get('heads/main') ?? '';
function keeper({ token = server.jobToken(RIGHTS), place = 'prod', sha = main() } = {}): ProposalKeeper {
  const github = openGitHub({ token, apiUrl: server.url, sleep: async () => {} });
  return createProposals({
    github,
    repository: REPOSITORY,
    base: { branch: 'main', sha },
    folder: '.',
    place,
  });
}
const pulls = () => [...server.store.pulls.values()];
const only = () => {
  const [pull, ...others] = pulls();
  if (pull === undefined || others.length > 0) throw new Error(`${pulls().length} pull requests`);
  return pull;
};
const issue = (number: number) => {
  const found = server.store.issues.get(number);
  if (found === undefined) throw new Error(`no pull request ${number}`);
  return found;
};
const textOn = (branch: string, path = 'scaling/web.yaml') => {
  const { history } = server.store;
  const blob = history.files(server.store.refs.get(`heads/${branch}`) ?? '').get(path) ?? '';
  return history.objects.blobs.get(blob)?.toString('utf8');
};

test('it is opened on a branch of its own, with one commit that changes nothing else', async () => {
  const sent = await keeper().propose(proposal(20));
  expect(sent).toMatchObject({ state: 'opened', number: only().number });
  expect(only()).toMatchObject({
    baseRef: 'main',
    headRef: expect.stringMatching(/^thermostat\/adopt\/scaling-web-yaml-/),
  });
  expect(textOn(only().headRef)).toBe('max: 20 # paid for\n');
  expect(textOn(only().headRef, 'README.md')).toBe('# infra\n');
  expect(issue(sent.number).body).toMatch(
    /^<!-- thermostat:adopt place="[0-9a-f]{8}" digest="sha256:0+20" -->\nmax is 20/,
  );
});

test('the next night writes nothing when nothing has changed, and brings it up to date when something has', async () => {
  await keeper().propose(proposal(20));
  server.forgetRequests();
  expect(await keeper().propose(proposal(20))).toMatchObject({ state: 'unchanged' });
  expect(server.writes).toEqual([]);
  expect(await keeper().propose(proposal(25))).toMatchObject({ state: 'updated', number: only().number });
  expect(textOn(only().headRef)).toBe('max: 25 # paid for\n');
  expect(issue(only().number).body).toContain('max is 25');
});

test('a file that needs no edit any more is as before again, though the others are as they were', async () => {
  server.push({ 'scaling/env.yaml': 'flavor: m1.small\n' });
  const other = { path: 'scaling/env.yaml', before: 'flavor: m1.small\n', text: 'flavor: m1.large\n' };
  const both = { ...proposal(20), files: [other, ...proposal(20).files] };
  await keeper().propose(both);
  expect(textOn(only().headRef, 'scaling/env.yaml')).toBe('flavor: m1.large\n');
  expect(await keeper().propose(proposal(20))).toMatchObject({ state: 'updated' });
  expect(textOn(only().headRef, 'scaling/env.yaml')).toBe('flavor: m1.small\n');
  expect(textOn(only().headRef)).toBe('max: 20 # paid for\n');
});

test('the base has moved on under it: it is made anew on top of that', async () => {
  await keeper().propose(proposal(20));
  server.push({ 'scaling/web.yaml': 'min: 3\nmax: 8 # paid for\n' });
  await keeper().propose(proposal(20, 'min: 3\nmax: 8 # paid for\n'));
  expect(textOn(only().headRef)).toBe('min: 3\nmax: 20 # paid for\n');
});

test('people who closed it are not asked again until the value changes', async () => {
  const { number } = await keeper().propose(proposal(20));
  issue(number).state = 'closed';
  server.forgetRequests();
  expect(await keeper().propose(proposal(20))).toMatchObject({ state: 'declined', number });
  expect(server.writes).toEqual([]);
  expect(await keeper().propose(proposal(30))).toMatchObject({ state: 'opened' });
  expect(pulls()).toHaveLength(2);
});

test('merged, and drifted to the same value once more: it is a new one', async () => {
  await keeper().propose(proposal(20));
  server.merge(only());
  server.push({ 'scaling/web.yaml': BEFORE });
  expect(await keeper().propose(proposal(20))).toMatchObject({ state: 'opened' });
  expect(pulls()).toHaveLength(2);
});

test('a commit of people on its branch stays, and so does a pull request that somebody else opened from it', async () => {
  await keeper().propose(proposal(20));
  const branch = only().headRef;
  const { history, refs } = server.store;
  const theirs = history.commit({
    parents: [refs.get(`heads/${branch}`) ?? ''],
    files: history.edited(history.files(refs.get(`heads/${branch}`) ?? ''), {
      'scaling/web.yaml': 'max: 18\n',
    }),
    message: 'Eighteen will do',
    author: 'mara',
  });
  refs.set(`heads/${branch}`, theirs.sha);
  expect(await keeper().propose(proposal(25))).toMatchObject({ state: 'unchanged' });
  expect(textOn(branch)).toBe('max: 18\n');
});

/** `git commit --amend` on the branch: the message and its author stay, the rest is theirs. */
function amend(branch: string, files: Readonly<Record<string, string>>, message?: string): void {
  const { history, refs } = server.store;
  const ours = history.get(refs.get(`heads/${branch}`) ?? '');
  const { sha } = history.commit({
    parents: ours.parents,
    files: history.edited(history.files(ours.sha), files),
    message: message ?? ours.message,
    author: ours.author,
  });
  refs.set(`heads/${branch}`, sha);
}

test('a commit of ours that people amended is theirs, with its message kept or written anew', async () => {
  await keeper().propose(proposal(20));
  const branch = only().headRef;
  amend(branch, { 'scaling/web.yaml': 'max: 18\n' });
  server.forgetRequests();
  expect(await keeper().propose(proposal(25))).toMatchObject({ state: 'unchanged' });
  expect(await keeper().propose(proposal(20))).toMatchObject({ state: 'unchanged' });
  await keeper().withdraw([], 'over');
  expect(server.writes).toEqual([]);
  expect(textOn(branch)).toBe('max: 18\n');
  expect(issue(only().number).state).toBe('open');
});

test('so is one of which they amended a file that we did not change', async () => {
  await keeper().propose(proposal(20));
  const branch = only().headRef;
  amend(branch, { 'README.md': 'Why it is 20.\n' });
  expect(await keeper().propose(proposal(25))).toMatchObject({ state: 'unchanged' });
  expect(textOn(branch, 'README.md')).toBe('Why it is 20.\n');
});

test('what people push while a new commit is made ready stays', async () => {
  await keeper().propose(proposal(20));
  const branch = only().headRef;
  server.when('POST', /\/git\/commits$/, 1, () => amend(branch, { 'scaling/web.yaml': 'max: 18\n' }));
  expect(await keeper().propose(proposal(25))).toMatchObject({ state: 'unchanged' });
  expect(textOn(branch)).toBe('max: 18\n');
});

test('a pull request of a fork whose branch has the same name is not ours', async () => {
  await keeper().propose(proposal(20));
  const branch = only().headRef;
  const { number } = only();
  issue(number).state = 'closed';
  issue(number).body = 'closed';
  server.open({
    by: 'mallory',
    branch,
    files: { a: 'b' },
    from: 'mallory/infra',
    body: issue(number).body ?? '',
  });
  expect(await keeper().propose(proposal(20))).toMatchObject({ state: 'opened' });
});

test('what is checked out and not committed is refused, before anything is written', async () => {
  const stale = keeper().propose(proposal(20, 'max: 7\n'));
  await expect(stale).rejects.toThrow(/scaling\/web\.yaml is not as in/);
  expect(server.writes).toEqual([]);
});

test('what nothing is left of is closed with its branch; another workflow’s and people’s stay; it can come again', async () => {
  const { number } = await keeper().propose(proposal(20));
  const branch = only().headRef;
  await keeper({ place: 'staging' }).withdraw([], 'over');
  expect(issue(number).state).toBe('open');
  await keeper().withdraw(['scaling/web.yaml'], 'over');
  expect(issue(number).state).toBe('open');
  await keeper().withdraw([], 'over');
  expect(issue(number)).toMatchObject({ state: 'closed', body: expect.stringMatching(/^over/) });
  expect(server.store.refs.has(`heads/${branch}`)).toBe(false);
  expect(await keeper().propose(proposal(20))).toMatchObject({ state: 'opened' });
});

test.each([
  ['POST', /\/git\/trees$/],
  ['POST', /\/git\/commits$/],
  ['POST', /\/git\/refs$/],
  ['POST', /\/pulls$/],
] as const)('an answer to %s %s that is lost leaves one pull request', async (method, path) => {
  server.fail(method, path, LOST_ANSWER);
  await keeper()
    .propose(proposal(20))
    .catch(() => null);
  await keeper().propose(proposal(20));
  expect(only()).toMatchObject({ baseRef: 'main' });
  expect(textOn(only().headRef)).toBe('max: 20 # paid for\n');
});

test('a server that has trouble at any request ends in one pull request the next time', async () => {
  for (let after = 0; after < 6; after += 1) {
    server.fail('POST', /.*/, serverError(502), { after, times: 1 });
    await keeper()
      .propose(proposal(20))
      .catch(() => null);
  }
  await keeper().propose(proposal(20));
  expect(pulls()).toHaveLength(1);
});

test('a repository that does not let workflows open pull requests is told how to', async () => {
  server.store.jobsMayOpenPulls = false;
  await expect(keeper().propose(proposal(20))).rejects.toThrow(/Allow GitHub Actions to create/);
  expect(pulls()).toHaveLength(0);
});
