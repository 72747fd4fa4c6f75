/** One comment a report: found by marker and author, edited in place, nobody else's touched. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type GitHub, openGitHub } from '../../../src/adapters/github/api.ts';
import { keepComment } from '../../../src/adapters/github/comments.ts';
import { markerStart, withMarker } from '../../../src/core/report/marker.ts';
import { ForgeError } from '../../../src/ports/errors.ts';
import {
  doneAnyway,
  HTML_PAGE,
  JUNK_JSON,
  LOST_ANSWER,
  LOST_REQUEST,
  primaryLimit,
  secondaryLimit,
  serverError,
} from '../../github/faults.ts';
import { gitHub, type GitHub as StandIn } from '../../github/github.ts';
import { ACTIONS_APP, type Pull } from '../../github/state/store.ts';

const REPOSITORY = { owner: 'shop', repo: 'infra' };
const BOT = 'github-actions[bot]';
const marker = markerStart('plan', 'prod');
const plan = (text: string) => withMarker('plan', 'prod', text);

let server: StandIn;
let pull: Pull;
let github: GitHub;
let pauses: number[];

beforeEach(async () => {
  server = await gitHub();
  pull = server.open({ branch: 'bigger', files: { 'scaling/web.yaml': 'size: 2\n' } });
  pauses = [];
  github = open(server.jobToken({ 'pull-requests': 'write' }));
});

afterEach(() => server.stop());

function open(token: string): GitHub {
  return openGitHub({ token, apiUrl: server.url, sleep: async (ms) => void pauses.push(ms) });
}

function keep(body: string) {
  return keepComment(github, REPOSITORY, { number: pull.number, marker, body: () => body });
}

test('the first plan is a new comment', async () => {
  expect(await keep(plan('one'))).toBe('created');
  expect(server.comments).toMatchObject([{ body: plan('one'), login: BOT }]);
});

test('a changed plan is edited in place', async () => {
  await keep(plan('one'));
  const [{ id } = { id: 0 }] = server.comments;
  expect(await keep(plan('two'))).toBe('updated');
  expect(server.comments).toMatchObject([{ id, body: plan('two') }]);
});

test('the same plan writes nothing, even if GitHub changed how lines end', async () => {
  await keep(plan('one\ntwo\n'));
  for (const comment of server.comments) comment.body = comment.body.replaceAll('\n', '\r\n').trimEnd();
  server.forgetRequests();
  expect(await keep(plan('one\ntwo\n'))).toBe('unchanged');
  expect(server.writes).toEqual([]);
});

test('a comment that somebody edited is put right', async () => {
  await keep(plan('replaces 9 servers'));
  for (const comment of server.comments) comment.body = comment.body.replace('9', '0');
  expect(await keep(plan('replaces 9 servers'))).toBe('updated');
  expect(server.comments).toMatchObject([{ body: plan('replaces 9 servers') }]);
});

test('it is found behind hundreds of comments', async () => {
  for (let index = 0; index < 250; index += 1) server.plant(pull, 'mara', `chat ${index}`);
  server.plant(pull, BOT, plan('old'));
  expect(await keep(plan('new'))).toBe('updated');
  expect(server.requests.filter((one) => one.endsWith(`/issues/${pull.number}/comments`))).toHaveLength(3);
});

test('a marker that somebody planted is not ours', async () => {
  server.plant(pull, 'mallory', plan('all is well'));
  expect(await keep(plan('real'))).toBe('created');
  expect(server.comments.map(({ login, body }) => [login, body])).toEqual([
    ['mallory', plan('all is well')],
    [BOT, plan('real')],
  ]);
});

test('a comment that quotes our marker further down is not ours', async () => {
  server.plant(pull, BOT, `> ${plan('quoted')}`);
  expect(await keep(plan('real'))).toBe('created');
});

test('the plan of another key and another kind stay', async () => {
  server.plant(pull, BOT, withMarker('plan', 'prod-eu', 'eu'));
  server.plant(pull, BOT, withMarker('apply', 'prod', 'applied'));
  await keep(plan('mine'));
  expect(server.comments).toHaveLength(3);
});

test('of several of ours the oldest stays', async () => {
  const [first] = ['a', 'b', 'c'].map((text) => server.plant(pull, BOT, plan(text)));
  expect(await keep(plan('new'))).toBe('updated');
  expect(server.comments).toMatchObject([{ id: first?.id, body: plan('new') }]);
});

test('a comment deleted while we write is written anew, and stays the only one', async () => {
  server.plant(pull, BOT, plan('old'));
  server.when('PATCH', /comments/, 1, () => server.store.comments.pop());
  expect(await keep(plan('new'))).toBe('created');
  expect(server.comments).toMatchObject([{ body: plan('new') }]);
});

test.each(['graphql', 'rest', 'no'] as const)('the author is known when %s tells it', async (tells) => {
  const login = tells === 'rest' ? 'mara' : BOT;
  const app = tells === 'rest' ? null : ACTIONS_APP;
  github = open(server.token({ login, permissions: { issues: 'write' }, app, tells }, 'ghs'));
  server.plant(pull, login, plan('old'));
  expect(await keep(plan('new'))).toBe('updated');
});

test('a token that may not write is told as forbidden', async () => {
  github = open(server.jobToken({ 'pull-requests': 'read' }));
  await expect(keep(plan('one'))).rejects.toMatchObject({ code: 'forbidden' });
  await expect(keep(plan('one'))).rejects.toThrow(/Resource not accessible by integration/);
  expect(server.forgive('permission')).toHaveLength(2);
});

test('a token nobody knows is forbidden, and does not appear in the words', async () => {
  github = open('s3cr3t-token');
  const error = await keep(plan('one')).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ForgeError);
  expect(String(error)).not.toContain('s3cr3t-token');
});

test('reading is repeated after a 502 and after a broken connection', async () => {
  server.fail('GET', /comments/, HTML_PAGE);
  server.fail('GET', /comments/, LOST_REQUEST);
  expect(await keep(plan('one'))).toBe('created');
  expect(pauses).toEqual([1000, 2000]);
});

test.each([
  ['not made', serverError(502)],
  ['made all the same', doneAnyway(504)],
  ['made, and the answer lost', LOST_ANSWER],
])('after a failure it looks before it writes again: %s', async (_, fault) => {
  server.fail('POST', /comments/, fault);
  expect(await keep(plan('one'))).toBe('created');
  expect(server.comments).toMatchObject([{ body: plan('one') }]);
});

test('of two runs at once one comment stays, with the words of the last', async () => {
  server.when('POST', /comments/, 1, () => server.plant(pull, BOT, plan('theirs')));
  expect(await keep(plan('ours'))).toBe('updated');
  expect(server.comments).toMatchObject([{ body: plan('ours') }]);
});

test('a secondary limit is waited for as long as GitHub asks', async () => {
  server.fail('POST', /comments/, secondaryLimit(7));
  expect(await keep(plan('one'))).toBe('created');
  expect(pauses).toEqual([7000]);
});

test('a limit of many minutes is not waited for', async () => {
  server.fail('POST', /comments/, secondaryLimit(3600, 429), { times: 9 });
  await expect(keep(plan('one'))).rejects.toMatchObject({ code: 'rate-limited' });
  expect(pauses).toEqual([]);
});

test('a secondary limit that names no time is given a minute', async () => {
  server.fail('POST', /comments/, secondaryLimit(null));
  expect(await keep(plan('one'))).toBe('created');
  expect(pauses).toEqual([60_000]);
});

test('an hour that is used up is waited for when it is nearly over', async () => {
  server.fail('GET', /comments/, primaryLimit(20));
  expect(await keep(plan('one'))).toBe('created');
  expect(pauses).toHaveLength(1);
  expect(pauses[0]).toBeGreaterThan(10_000);
  expect(pauses[0]).toBeLessThan(60_000);
});

test('an hour that is used up and not nearly over is told with its end', async () => {
  server.fail('GET', /comments/, primaryLimit(1800), { times: 9 });
  await expect(keep(plan('one'))).rejects.toThrow(/the limit ends at \d{4}-\d\d-\d\dT/);
  expect(pauses).toEqual([]);
});

test('an hour that is used up until a time that can not be is told without it', async () => {
  server.fail('GET', /comments/, primaryLimit(1e15), { times: 9 });
  await expect(keep(plan('one'))).rejects.toThrow(/GitHub answered 403 (?!.*the limit ends)/);
});

test('an answer that breaks off is asked for again', async () => {
  server.fail('GET', /comments/, JUNK_JSON);
  expect(await keep(plan('one'))).toBe('created');
  expect(pauses).toEqual([1000]);
});

test('a limit is waited for only so long in one job', async () => {
  server.fail('*', /comments/, secondaryLimit(60), { times: 99 });
  for (let times = 0; times < 3; times += 1) await keep(plan('one')).catch(() => null);
  expect(pauses).toHaveLength(5);
});
