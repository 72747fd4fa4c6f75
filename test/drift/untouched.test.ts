/** What is read of many stacks: of those that nobody has touched since their apply, the resources alone. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import { compileSpecs } from '../../src/commands/compile-specs.ts';
import { observe, observeUntouched } from '../../src/commands/observe.ts';
import { readSpecs } from '../../src/commands/read-specs.ts';
import { makePlan } from '../../src/core/plan/plan.ts';
import { sandboxUnderTest } from '../contract/sandbox-under-test.ts';
import { OPTIONS, openStage, type Stage } from '../stage.ts';
import { quietSpec } from './quiet.ts';
import { must as answered, patch, pathOf } from './scene.ts';

const folder = mkdtempSync(join(tmpdir(), 'thermostat-untouched-'));
let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  writeFileSync(join(folder, 'web.yaml'), quietSpec('web'));
  const made = await apply(stage.parts(folder), OPTIONS);
  expect(made.exitCode, made.report.text).toBe(0);
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stage.close();
});

function must<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('there is none');
  return value;
}

async function look() {
  const { specs } = await readSpecs(stage.parts(folder).tree, OPTIONS.specs);
  const { desired } = await compileSpecs(stage.reader, specs, stage.sandbox.now());
  const count = async (work: () => Promise<unknown>) => {
    // without logins: the sandbox's time is not the adapter's
    const reads = () => stage.sandbox.requests().filter(({ method }) => method === 'GET').length;
    const before = reads();
    await work();
    return reads() - before;
  };
  const [whole] = await observe(stage.reader, desired, 'all');
  const [short] = await observeUntouched(stage.reader, desired, 'all');
  return {
    whole,
    short,
    requests: [
      await count(() => observe(stage.reader, desired, 'all')),
      await count(() => observeUntouched(stage.reader, desired, 'all')),
    ],
  };
}

test('after its apply one call tells as much as six', async () => {
  const { whole, short, requests } = await look();
  // beside the list of stacks and the list of servers
  expect(requests).toEqual([8, 3]);
  expect(short?.definitions).toEqual(whole?.definitions);
  expect(short?.observed).toMatchObject({ groups: Object(whole?.observed).groups });
  expect(Object(short?.observed).template).toEqual(Object(whole?.observed).template);
  expect(Object(short?.observed).files).toEqual(Object(whole?.observed).files);
});

test('a plan says the same of it', async () => {
  const { whole, short } = await look();
  expect(makePlan([must(short)], [])).toEqual(makePlan([must(whole)], []));
});

test('after the apply of another definition, too: files of before come along', async () => {
  writeFileSync(join(folder, 'web.yaml'), quietSpec('web').replace('role: web', 'role: shop'));
  const made = await apply(stage.parts(folder), OPTIONS);
  expect(made.exitCode, made.report.text).toBe(0);
  const { whole, short, requests } = await look();
  expect(requests).toEqual([8, 3]);
  expect(Object.keys(Object(whole?.observed).files).length).toBeGreaterThan(
    Object.keys(Object(short?.observed).files).length,
  );
  expect(makePlan([must(short)], [])).toEqual(makePlan([must(whole)], []));
});

test('after any update by hand it is read whole, and be it the moment after an apply', async () => {
  const raw = await sandboxUnderTest(stage.sandbox);
  const path = await pathOf(raw, 'web');
  const template = await answered(raw, 'orchestration', 'GET', `${path}/template`);
  const edited = JSON.parse(JSON.stringify(template).replace('"max_size":5', '"max_size":9'));
  await patch({ raw }, path, { template: edited });
  const { short, requests } = await look();
  expect(requests).toEqual([8, 8]);
  expect(JSON.stringify(Object(short?.observed).template)).toContain('"max_size":9');
});
