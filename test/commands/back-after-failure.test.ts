/** What apply says of servers inside nested files after an update that failed is what the cloud then has. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import { plan } from '../../src/commands/plan.ts';
import { GROUP, HEAD, server, specOf } from '../back/specs.ts';
import { sandboxUnderTest } from '../contract/sandbox-under-test.ts';
import { OPTIONS, openStage, type Stage } from '../stage.ts';

const OWN = { ...OPTIONS, specs: ['scaling/*.yaml'] };

let stage: Stage;
let folder: string;

beforeEach(async () => {
  stage = await openStage();
  folder = mkdtempSync(join(tmpdir(), 'thermostat-back-'));
  mkdirSync(join(folder, 'scaling'));
  write('scaling/web.yaml', specOf('web'));
});

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stage.close();
});

function write(path: string, text: string): void {
  writeFileSync(join(folder, path), text);
}

async function members() {
  const [stack] = await stage.reader.observe(['web']);
  const groups = stack?.presence === 'present' ? stack.groups : [];
  return groups.flatMap((group) => group.members.flatMap((member) => member.servers));
}

/** The first update replaces the servers, and the new server of one of them can't be built. */
async function failHalfWay(broken: number): Promise<void> {
  write('member.yaml', server('one', 'web'));
  expect((await apply(stage.parts(folder), OWN)).exitCode).toBe(0);
  const raw = await sandboxUnderTest(stage.sandbox);
  const name = (await members())[broken]?.name ?? '';
  await raw.failBuilds(name.slice(0, -13));
  write('member.yaml', server('two', 'web'));
  expect((await apply(stage.parts(folder), OWN)).exitCode).toBe(1);
  await raw.failBuilds(null);
}

async function goOn(userData: string, role: string) {
  write('member.yaml', server(userData, role));
  const planned = JSON.parse((await plan(stage.parts(folder), OWN)).report.json).groups[0];
  const { exitCode, report } = await apply(stage.parts(folder), OWN);
  return {
    exitCode,
    text: report.text,
    servers: planned.servers,
    rules: planned.findings
      .map(({ rule }: { readonly rule: string }) => rule)
      .filter((rule: string) => rule.includes('back')),
    doubted: planned.changes.some(
      ({ confidence }: { readonly confidence: string }) => confidence === 'predicted',
    ),
    offNetworks: (await members()).filter(({ addresses }) => addresses.length === 0).length,
  };
}

describe('a group whose members are a nested file', () => {
  beforeEach(() => write('template.yaml', `${HEAD}${GROUP}`));

  test.each([
    ['what was before', 'one', 'web'],
    ['what was before, changed in place', 'one', 'api'],
  ])('is refused %s, while a server shows what was before', async (_, userData, role) => {
    await failHalfWay(0);
    expect(await goOn(userData, role)).toMatchObject({
      exitCode: 3,
      rules: ['goes-back-after-failure'],
      offNetworks: 0,
    });
  });

  test('says that it guesses when no server does, and afterwards that one is off its networks', async () => {
    await failHalfWay(1);
    const { text, ...found } = await goOn('one', 'api');
    expect(found).toMatchObject({
      exitCode: 1,
      rules: ['may-go-back-after-failure'],
      doubted: true,
      offNetworks: 1,
    });
    expect(text).toMatch(/the server \S+ is on no network/);
  });

  test.each([
    ['that replaces the servers', 'three', 'web', { replace: 2, update: 0 }],
    ['that the failed one changes into in place', 'two', 'api', { replace: 2, update: 0 }],
  ])('takes a third definition %s', async (_, userData, role, servers) => {
    await failHalfWay(0);
    expect(await goOn(userData, role)).toMatchObject({ exitCode: 0, rules: [], servers, offNetworks: 0 });
  });
});

describe('a group in a nested file, whose members are another whose text changes under its name', () => {
  beforeEach(() => {
    write('template.yaml', `${HEAD}  web:\n    type: tier.yaml\n`);
    write('tier.yaml', `${HEAD}${GROUP}`);
  });

  test.each([
    ['one', 'web', 1, { replace: 2, update: 0, keep: 0 }],
    ['one', 'api', 1, { replace: 2, update: 0, keep: 0 }],
    ['three', 'web', 0, { replace: 2, update: 0, keep: 0 }],
    ['two', 'api', 0, { replace: 1, update: 1, keep: 1 }],
  ])(
    'to user data %s and role %s: nobody can tell what was before, and it says so',
    async (userData, role, off, servers) => {
      await failHalfWay(0);
      expect(await goOn(userData, role)).toMatchObject({
        exitCode: off,
        rules: ['may-go-back-after-failure'],
        doubted: true,
        servers,
        offNetworks: off,
      });
    },
  );

  test('the same again is no way back: only what failed is made anew', async () => {
    await failHalfWay(0);
    expect(await goOn('two', 'web')).toMatchObject({
      exitCode: 0,
      rules: [],
      doubted: false,
      servers: { replace: 1, keep: 1 },
      offNetworks: 0,
    });
  });
});
