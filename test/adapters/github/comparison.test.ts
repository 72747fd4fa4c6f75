/** What came after a commit is told also by a forge that lists commits and says nothing of how they lie. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openGitHub } from '../../../src/adapters/github/api.ts';
import { createMergeHistory } from '../../../src/adapters/github/history.ts';
import { type GitHub, gitHub } from '../../github/github.ts';

const REPOSITORY = { owner: 'shop', repo: 'infra' };

let github: GitHub;

beforeEach(async () => {
  github = await gitHub({ files: { 'scaling/web.yaml': 'max: 5\n' } });
});

afterEach(() => github.stop());

/** As Gitea and Forgejo answer: the newest first, all at once, without `status`. */
function answersLikeGitea(base: string, head: string): void {
  const { history } = github.store;
  const [from, to] = [base, head].map((ref) => github.store.resolve(ref) ?? '');
  const known = history.ancestors(from ?? '');
  const commits = [...history.ancestors(to ?? '')]
    .filter((sha) => !known.has(sha))
    .map((sha) => ({ sha, parents: history.get(sha).parents.map((parent) => ({ sha: parent })) }));
  github.fail('GET', new RegExp(`/compare/${base}\\.\\.\\.${head}$`), {
    kind: 'answer',
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ total_commits: commits.length, commits }),
  });
}

function newerThan(sha: string): Promise<readonly string[] | null> {
  answersLikeGitea(sha, 'main');
  answersLikeGitea('main', sha);
  const reader = openGitHub({ token: github.jobToken({ contents: 'read' }), apiUrl: github.url });
  const push = { sha, before: null, branch: 'main' };
  return createMergeHistory(reader, REPOSITORY, { push, key: '' }).newerCommits();
}

test('the newest commit of the branch has none after it', async () => {
  expect(await newerThan(github.push({ 'scaling/web.yaml': 'max: 6\n' }))).toEqual([]);
});

test('an older one has those that came since', async () => {
  const older = github.push({ 'scaling/web.yaml': 'max: 6\n' });
  const next = github.push({ 'scaling/web.yaml': 'max: 7\n' });
  const last = github.push({ 'scaling/web.yaml': 'max: 8\n' });
  expect(new Set(await newerThan(older))).toEqual(new Set([next, last]));
});

test.each([
  ['taken off', {}],
  ['taken off, with another in its place', { 'README.md': '# other\n' }],
])('one that was %s is not on the branch any more', async (_, instead) => {
  const before = github.store.branch('main');
  const gone = github.push({ 'scaling/web.yaml': 'max: 6\n' });
  github.store.refs.set('heads/main', before);
  if (Object.keys(instead).length > 0) github.push(instead);
  expect(await newerThan(gone)).toBeNull();
});
