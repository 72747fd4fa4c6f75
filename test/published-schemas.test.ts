/** Every published schema stands alone, and holds for what the commands really print. */
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import { type Place, runCli } from './loop/cli.ts';
import { groupSpec } from './loop/specs.ts';

const published = (name: string): object =>
  JSON.parse(readFileSync(join(inject('dist'), 'schema', name), 'utf8'));

/** Compiled with nothing else at hand, as a user's editor or script does it. */
function complaints(schema: string, value: unknown): unknown {
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(published(schema));
  return validate(value) ? null : validate.errors;
}

describe('on the embedded cloud', () => {
  let place: Place;
  const say = async (command: string, ...words: readonly string[]): Promise<unknown> => {
    const cloud = command === 'validate' ? [] : ['--cloud', 'sandbox:state.json'];
    const { stdout } = await runCli([command, '--format', 'json', ...cloud, ...words], place);
    return JSON.parse(stdout);
  };

  beforeAll(async () => {
    place = { cwd: await mkdtemp(join(tmpdir(), 'thermostat-schemas-')), env: {} };
    await mkdir(join(place.cwd, 'scaling'));
    await writeFile(join(place.cwd, 'scaling/web.yaml'), groupSpec('web'));
  });

  test('plan, apply, drift and validate print what their schemas say', async () => {
    expect(complaints('plan.json', await say('plan'))).toBeNull();
    expect(complaints('outcome.json', await say('apply'))).toBeNull();
    expect(complaints('plan.json', await say('plan'))).toBeNull();
    await writeFile(join(place.cwd, 'scaling/web.yaml'), groupSpec('web').replace('max: 5', 'max: 9'));
    expect(complaints('plan.json', await say('plan'))).toBeNull();
    expect(complaints('drift.json', await say('drift'))).toBeNull();
    expect(complaints('drift.json', await say('drift', '--adopt'))).toBeNull();
    expect(complaints('health.json', await say('health'))).toBeNull();
    expect(complaints('problems.json', await say('validate'))).toBeNull();
  });

  test('problems take the place of a plan in the same shape', async () => {
    await writeFile(join(place.cwd, 'scaling/bad.yaml'), 'kind: Nothing\n');
    expect(complaints('plan.json', await say('plan'))).toBeNull();
    expect(complaints('problems.json', await say('validate'))).toBeNull();
  });

  test('a plan holds the keys that others depend on', async () => {
    await writeFile(join(place.cwd, 'scaling/bad.yaml'), groupSpec('other'));
    const printed = Object(await say('plan'));
    expect(Object.keys(printed)).toEqual(
      expect.arrayContaining(['version', 'summary', 'fingerprint', 'groups', 'problems']),
    );
    const keys = [
      'name',
      'stack',
      'source',
      'action',
      'fingerprint',
      'size',
      'servers',
      'changes',
      'cost',
      'findings',
    ];
    expect(Object.keys(printed.groups[0])).toEqual(expect.arrayContaining(keys));
  });

  test('a schema that asks for more is not satisfied', async () => {
    expect(complaints('plan.json', { version: 1 })).not.toBeNull();
  });
});

test('the schema of specs takes the spec of the README, and no other key', () => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
  const spec = parse(/```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? '');
  expect(complaints('spec.json', spec)).toBeNull();
  expect(complaints('spec.json', { ...spec, color: 'red' })).not.toBeNull();
});
