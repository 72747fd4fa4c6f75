/** Issues on GitHub: ours alone are listed, whatever goes wrong on the way they are there once. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openGitHub } from '../../../src/adapters/github/api.ts';
import { createGitHubIssues } from '../../../src/adapters/github/issues.ts';
import type { NewIssue } from '../../../src/model/issue.ts';
import type { IssueKeeper } from '../../../src/ports/forge.ts';
import { doneAnyway, LOST_ANSWER, LOST_REQUEST, secondaryLimit, serverError } from '../../github/faults.ts';
import { gitHub, type GitHub as StandIn } from '../../github/github.ts';

const REPOSITORY = { owner: 'shop', repo: 'infra' };
const BOT = 'github-actions[bot]';
const START = '<!-- thermostat:issue ';
const WEB: NewIssue = {
  title: 'web differs from its spec',
  body: `${START}{"group":"web"} -->\nweb differs\n`,
  labels: [
    { name: 'thermostat', description: 'Kept by Thermostat', color: 'd4552b' },
    { name: 'thermostat:drift', description: 'Differs', color: 'fbca04' },
  ],
};

let server: StandIn;
let keeper: IssueKeeper;
let pauses: number[];

beforeEach(async () => {
  server = await gitHub();
  pauses = [];
  keeper = open(server.jobToken({ issues: 'write' }));
});

afterEach(() => server.stop());

function open(token: string): IssueKeeper {
  const sleep = async (ms: number) => void pauses.push(ms);
  return createGitHubIssues({
    github: openGitHub({ token, apiUrl: server.url, sleep }),
    repository: REPOSITORY,
    sleep,
  });
}

test('an issue is opened with its labels, which are made where the repository has none', async () => {
  const made = await keeper.create(WEB);
  expect(made).toMatchObject({ number: 1, state: 'open', labels: ['thermostat', 'thermostat:drift'] });
  expect(server.store.labels.get('thermostat')).toMatchObject({ color: 'd4552b' });
  server.forgetRequests();
  await keeper.create({ ...WEB, title: 'another' });
  expect(server.writes).toEqual(['POST /repos/shop/infra/issues']);
});

test('what was opened is listed; what a person opened with the same first line is not, nor is a pull request', async () => {
  await keeper.create(WEB);
  server.plantIssue({ login: 'mallory', title: 'all is well', body: WEB.body, labels: ['thermostat'] });
  server.plantIssue({ login: 'other[bot]', title: 'of another app', body: WEB.body, labels: ['thermostat'] });
  server.plantIssue({ login: BOT, title: 'of another workflow', body: 'Nightly build failed' });
  server.plantIssue({ login: BOT, title: 'quotes it', body: `> ${WEB.body}` });
  server.open({ by: BOT, branch: 'bot', files: { a: 'b' }, body: WEB.body });
  expect((await keeper.list(START)).map(({ number }) => number)).toEqual([1]);
});

test('open ones are found behind hundreds of others and without any label, the closed ones by label', async () => {
  await keeper.create(WEB);
  await keeper.create(WEB);
  await keeper.change(2, { state: 'closed', reason: 'completed' });
  for (let index = 0; index < 250; index += 1) {
    server.plantIssue({ login: BOT, title: `build ${index}`, body: 'red' });
  }
  const issue = server.issues.find(({ number }) => number === 1);
  if (issue) issue.labels = [];
  expect((await keeper.list(START)).map((one) => `${one.number} ${one.state}`)).toEqual([
    '1 open',
    '2 closed',
  ]);
});

test('body, state and reason go in one request', async () => {
  await keeper.create(WEB);
  server.forgetRequests();
  await keeper.change(1, { state: 'closed', reason: 'completed', body: `${WEB.body}clean\n` });
  expect(server.requests).toEqual(['PATCH /repos/shop/infra/issues/1']);
  expect(server.issues).toMatchObject([{ state: 'closed', reason: 'completed', body: `${WEB.body}clean\n` }]);
  await keeper.change(1, { state: 'open' });
  expect(server.issues).toMatchObject([{ state: 'open', body: `${WEB.body}clean\n` }]);
});

test('a duplicate is closed as one', async () => {
  await keeper.create(WEB);
  await keeper.change(1, { state: 'closed', reason: 'duplicate', body: 'read on in #2' });
  expect(server.issues).toMatchObject([{ state: 'closed', reason: 'duplicate' }]);
});

test.each([
  ['the answer was lost', LOST_ANSWER],
  ['a gateway lost patience', doneAnyway(502)],
])('%s, but the issue is there: it is found, not opened twice', async (_, fault) => {
  server.fail('POST', /issues$/, fault);
  expect(await keeper.create(WEB)).toMatchObject({ number: 1 });
  expect(server.issues).toHaveLength(1);
});

test.each([
  ['the request was lost', LOST_REQUEST],
  ['GitHub broke', serverError(500)],
])('%s and the issue is not there: it is not opened blindly, the next run does it', async (_, fault) => {
  server.fail('POST', /issues$/, fault);
  await expect(keeper.create(WEB)).rejects.toThrow();
  expect(server.issues).toEqual([]);
  expect(await keeper.create(WEB)).toMatchObject({ number: 1 });
});

test('labels that may not be made are no failure: the issue is opened without them', async () => {
  for (const path of [/labels\/thermostat$/, /labels\/thermostat%3Adrift$/, /labels\/thermostat:drift$/])
    server.fail('GET', path, forbidden(), { times: 9 });
  expect(await keeper.create(WEB)).toMatchObject({ number: 1, labels: [] });
  expect((await keeper.list(START)).map(({ number }) => number)).toEqual([1]);
  await keeper.change(1, { state: 'closed', reason: 'completed' });
  expect((await keeper.list(START)).map(({ state }) => state)).toEqual(['closed']);
});

test('a label is taken off; one that is not there is none to take off', async () => {
  await keeper.create(WEB);
  await keeper.unlabel(1, 'thermostat:drift');
  await keeper.unlabel(1, 'thermostat:drift');
  expect(server.issues).toMatchObject([{ labels: ['thermostat'] }]);
});

test('of two runs that say the same at once the younger takes its word back', async () => {
  await keeper.create(WEB);
  const said = '<!-- thermostat:said 1 back sha256=aa -->\nIt is back.\n';
  server.when('POST', /comments$/, 1, () => server.plant(1, BOT, `${said}run 7\n`));
  await keeper.comment(1, `${said}run 8\n`);
  expect(server.comments.map(({ body }) => body)).toEqual([`${said}run 7\n`]);
  await keeper.comment(1, '<!-- thermostat:said 2 worse sha256=bb -->\nMore.\n');
  expect(server.comments).toHaveLength(2);
});

test('a word that stands there is not said again, however long ago that was, and whatever was said since', async () => {
  await keeper.create(WEB);
  const said = '<!-- thermostat:said 1 back sha256=aa -->\nIt is back.\n';
  await keeper.comment(1, `${said}run 7\n`);
  for (let other = 2; other < 130; other += 1) server.plant(1, BOT, `<!-- thermostat:said ${other} -->\n`);
  server.store.moveClock(24 * 3_600_000);
  server.forgetRequests();
  await keeper.comment(1, `${said}run 8\n`);
  expect(server.writes).toEqual([]);
});

test('the same word of a person counts for nothing', async () => {
  await keeper.create(WEB);
  const said = '<!-- thermostat:said 1 back sha256=aa -->\nIt is back.\n';
  server.plant(1, 'mallory', said);
  await keeper.comment(1, said);
  expect(server.comments).toHaveLength(2);
});

test('a token that may only read is told as forbidden', async () => {
  keeper = open(server.jobToken({ issues: 'read' }));
  await expect(keeper.create(WEB)).rejects.toMatchObject({ code: 'forbidden' });
  server.forgive('permission');
});

test('a secondary limit is waited for as long as GitHub asks', async () => {
  server.fail('POST', /issues$/, secondaryLimit(7));
  expect(await keeper.create(WEB)).toMatchObject({ number: 1 });
  expect(pauses).toEqual([7000]);
});

test('many writes are a second apart', async () => {
  await keeper.create(WEB);
  for (let index = 0; index < 30; index += 1) await keeper.change(1, { body: `${WEB.body}${index}` });
  expect(pauses).toEqual(Array.from({ length: 11 }, () => 1000));
});

test('where nobody tells who we are, the first issue does', async () => {
  const app = server.store.app('our-app');
  const permissions = { issues: 'write' } as const;
  keeper = open(server.token({ login: 'our-app[bot]', permissions, app, tells: 'no' }, 'ghs'));
  expect(await keeper.list(START)).toEqual([]);
  await keeper.create(WEB);
  expect((await keeper.list(START)).map(({ number }) => number)).toEqual([1]);
});

function forbidden() {
  const body = JSON.stringify({
    message: 'Resource not accessible by integration',
    documentation_url: 'https://docs.github.com/rest',
    status: '403',
  });
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  return { kind: 'answer', status: 403, headers, body } as const;
}
