/** A stack that can't be read hides no sick server of another: it is told as unchecked, with its issue. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import { health } from '../../src/commands/health.ts';
import { sandboxUnderTest } from '../contract/sandbox-under-test.ts';
import { type MemoryForge, memoryForge } from '../forge-in-memory.ts';
import { groupSpec } from '../loop/specs.ts';
import { OPTIONS, openStage, type Stage } from '../stage.ts';

let stage: Stage;
let folder: string;
let forge: MemoryForge;

beforeEach(async () => {
  stage = await openStage();
  folder = mkdtempSync(join(tmpdir(), 'thermostat-unreadable-'));
  forge = memoryForge();
  for (const name of ['api', 'db', 'web']) writeFileSync(join(folder, `${name}.yaml`), groupSpec(name));
  expect((await apply(stage.parts(folder), OPTIONS)).exitCode).toBe(0);
  stage.sandbox.advance(1200);
});

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stage.close();
});

async function check() {
  const issues = { keeper: forge.keeper, max: 10, place: 'sandbox' };
  const { exitCode, report } = await health({ ...stage.parts(folder), issues }, OPTIONS);
  const groups: readonly { readonly name: string; readonly status: string; readonly message: string }[] =
    JSON.parse(report.json).groups ?? [];
  return {
    exitCode,
    groups: Object.fromEntries(groups.map(({ name, status }) => [name, status])),
    messages: Object.fromEntries(groups.map(({ name, message }) => [name, message])),
    text: report.text,
  };
}

const refuse = (path: RegExp) =>
  stage.sandbox.faults.request({
    method: 'GET',
    path,
    times: null,
    effect: { kind: 'answer', status: 403, headers: {}, body: { error: { message: 'no' } } },
  });

async function stopOneOf(name: string): Promise<void> {
  const raw = await sandboxUnderTest(stage.sandbox);
  const [stack] = await stage.reader.observe([name]);
  const member = stack?.presence === 'present' ? stack.groups[0]?.members[0] : undefined;
  await raw.damage('stop', member?.servers[0]?.id ?? '');
}

const openIssues = () => forge.issues.flatMap(({ state, title }) => (state === 'open' ? [title] : [])).sort();

test('one of three: the others are checked and told', { timeout: 60_000 }, async () => {
  refuse(/\/stacks\/db\/[^/]+\/resources/);
  const well = await check();
  expect(well).toMatchObject({ exitCode: 1, groups: { api: 'healthy', db: 'unchecked', web: 'healthy' } });
  expect(well.messages['db']).toContain('403');
  expect(well.text).toContain('db could not be checked: ');
  expect(openIssues()).toEqual(['db could not be checked for health']);
  await stopOneOf('web');
  expect(await check()).toMatchObject({
    exitCode: 2,
    groups: { api: 'healthy', db: 'unchecked', web: 'unhealthy' },
  });
  expect(openIssues()).toEqual(['db could not be checked for health', 'web is not well']);
  stage.sandbox.faults.clear();
  expect(await check()).toMatchObject({ exitCode: 2, groups: { db: 'healthy', web: 'unhealthy' } });
  expect(openIssues()).toEqual(['web is not well']);
});

test('all of them: then it is the check that did not come about', { timeout: 60_000 }, async () => {
  refuse(/\/stacks\/[^/]+\/[^/]+\/resources/);
  expect((await check()).exitCode).toBe(1);
  expect(openIssues()).toEqual(['Groups could not be checked for health']);
});
