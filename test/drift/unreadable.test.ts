/** What can't be read hides nothing else: the other groups are checked and told, and their issues kept. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fileSystemTree } from '../../src/adapters/terminal/source-tree.ts';
import { apply } from '../../src/commands/apply.ts';
import { drift } from '../../src/commands/drift.ts';
import type { CommandOptions } from '../../src/commands/parts.ts';
import { sandboxUnderTest } from '../contract/sandbox-under-test.ts';
import { type MemoryForge, memoryForge } from '../forge-in-memory.ts';
import { groupSpec } from '../loop/specs.ts';
import { OPTIONS, openStage, type Stage } from '../stage.ts';
import { must, pathOf } from './scene.ts';

let stage: Stage;
let folder: string;
let forge: MemoryForge;

beforeEach(async () => {
  stage = await openStage();
  folder = mkdtempSync(join(tmpdir(), 'thermostat-unreadable-'));
  forge = memoryForge();
});

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stage.close();
});

const parts = () => ({
  ...stage.parts(folder),
  issues: { keeper: forge.keeper, max: 10, place: 'sandbox' },
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

async function check(options: CommandOptions = OPTIONS) {
  const { exitCode, report } = await drift(parts(), options);
  const { groups, strays } = JSON.parse(report.json);
  return {
    exitCode,
    strays: strays.map(({ subject }: { subject: string }) => subject),
    groups: Object.fromEntries(
      groups.map(({ name, status }: { name: string; status: string }) => [name, status]),
    ),
    text: report.text,
  };
}

const openIssues = () => forge.issues.flatMap(({ state, title }) => (state === 'open' ? [title] : [])).sort();

describe('one of three groups', () => {
  beforeEach(async () => {
    for (const name of ['api', 'db', 'web']) write(`${name}.yaml`, groupSpec(name));
    expect((await apply(parts(), OPTIONS)).exitCode).toBe(0);
  });

  async function edit(stack: string): Promise<void> {
    const raw = await sandboxUnderTest(stage.sandbox);
    const path = await pathOf(raw, stack);
    await must(raw, 'orchestration', 'PATCH', path, { tags: 'mine' });
    stage.sandbox.advance(60);
  }

  const refuse = (path: RegExp, status: number) =>
    stage.sandbox.faults.request({
      method: 'GET',
      path,
      times: null,
      effect: { kind: 'answer', status, headers: {}, body: { error: { message: 'no' } } },
    });

  test.each([
    ['its template, whose service breaks', /\/stacks\/db\/[^/]+\/template/, 501],
    ['its resources, which are forbidden', /\/stacks\/db\/[^/]+\/resources/, 403],
    ["its group's members", /\/stacks\/db-[^/]+\/[^/]+\/template/, 501],
  ])('%s', { timeout: 60_000 }, async (_, path, status) => {
    await edit('web');
    await edit('db');
    expect(await check()).toMatchObject({
      exitCode: 2,
      groups: { api: 'clean', db: 'drifted', web: 'drifted' },
    });
    refuse(path, status);
    const found = await check();
    expect(found).toMatchObject({
      exitCode: 1,
      groups: { api: 'clean', db: 'unchecked', web: 'drifted' },
    });
    expect(found.text).toContain('db could not be checked');
    expect(openIssues()).toEqual([
      'db could not be checked for drift',
      'db differs from its spec',
      'web differs from its spec',
    ]);
    stage.sandbox.faults.clear();
    expect(await check()).toMatchObject({ exitCode: 2, groups: { db: 'drifted' } });
    expect(openIssues()).toEqual(['db differs from its spec', 'web differs from its spec']);
  });

  test('all of them: then it is the check that did not come about', { timeout: 60_000 }, async () => {
    refuse(/\/stacks\/[^/]+\/[^/]+\/template/, 403);
    expect((await drift(parts(), OPTIONS)).exitCode).toBe(1);
    expect(openIssues()).toEqual(['Groups could not be checked for drift']);
  });
});

/** Whether an alarm is blind, and not just new, stands in its history alone. */
describe('an alarm that knows nothing', () => {
  beforeEach(async () => {
    const measured = '{ name: scale_out, metric: cpu, above: 80%, for: 10m, add: 1 }';
    write('web.yaml', groupSpec('web').replace('{ name: scale_out, add: 1 }', measured));
    expect((await apply(parts(), OPTIONS)).exitCode).toBe(0);
    stage.sandbox.advance(3 * 3600);
  });

  test.each([
    ['is drift', null, { exitCode: 2, groups: { web: 'drifted' } }],
    ['can not be judged while its history breaks', 501, { exitCode: 1, groups: { web: 'unchecked' } }],
    ["is left alone where histories are nobody's to read", 403, { exitCode: 0, groups: { web: 'clean' } }],
  ])('%s', async (_, status, expected) => {
    if (status !== null)
      stage.sandbox.faults.request({
        method: 'GET',
        path: /\/history/,
        times: null,
        effect: { kind: 'answer', status, headers: {}, body: { error: { message: 'no' } } },
      });
    expect(await check()).toMatchObject(expected);
  });
});

describe('a stack without a spec', () => {
  const SPECS = { ...OPTIONS, specs: ['scaling/**/*.yaml'], repository: 'shop/infra' };
  const ALL = { ...SPECS, specs: ['scaling/**/*.yaml', 'batch/**/*.yaml'] };

  beforeEach(async () => {
    write('scaling/web.yaml', groupSpec('web'));
    write('scaling/old.yaml', groupSpec('old'));
    write('batch/night.yaml', groupSpec('night'));
    expect((await apply(parts(), ALL)).exitCode).toBe(0);
    rmSync(join(folder, 'scaling/old.yaml'));
  });

  test('is told; one whose spec other globs name is not', async () => {
    expect(await check(SPECS)).toMatchObject({ exitCode: 2, strays: ['stack old'] });
    expect(await check(ALL)).toMatchObject({ strays: ['stack old'] });
  });

  test('is none when its spec has moved to where another run reads it', async () => {
    write('batch/old.yaml', groupSpec('old'));
    expect(await check(SPECS)).toMatchObject({ exitCode: 0, strays: [] });
  });

  test('is none when its spec stands in another folder of the repository', async () => {
    const below = { ...parts(), tree: fileSystemTree(join(folder, 'scaling')) };
    const checkout = { tree: fileSystemTree(folder), folder: 'scaling' };
    const options = { ...SPECS, specs: ['**/*.yaml'] };
    write('twin/scaling/old.yaml', groupSpec('old'));
    const { report } = await drift({ ...below, checkout }, { ...options });
    expect(JSON.parse(report.json).strays).toEqual([]);
  });
});
