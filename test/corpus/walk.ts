/** Walks each template of the corpus: refused with the words it promises, or applied, scaled, changed as planned. */
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CommandResult, HealParts } from '../../src/commands/parts.ts';
import { COMMANDS, type CommandName } from '../../src/commands/table.ts';
import type { ObservedGroup } from '../../src/model/observed.ts';
import type { CloudReader } from '../../src/ports/cloud.ts';
import type { CloudUnderTest } from '../contract/cloud-under-test.ts';
import { list, pick, text } from '../contract/json.ts';
import { OPTIONS } from '../stage.ts';
import { type AppliedCase, appliedCases, type Fate, type RefusedCase, refusedCases } from './cases.ts';

export interface CorpusCloud {
  /** Begins the names of the stacks. */
  readonly prefix: string;
  readonly reader: CloudReader;
  parts(folder: string): HealParts;
  /** What other people and alarms do, by raw calls. */
  readonly raw: CloudUnderTest;
  close(): Promise<void>;
}

const PATIENCE_MS = 900_000;

interface Walk {
  readonly one: AppliedCase;
  readonly cloud: CorpusCloud;
  /** A copy of the case's folder, where the spec has the stack's name. */
  readonly folder: string;
  readonly stack: string;
}

/** `atOnce`: several cases at the same time, each with a cloud of its own. */
export function defineCorpus(
  cloudName: string,
  open: () => Promise<CorpusCloud>,
  { atOnce }: { readonly atOnce: boolean },
): void {
  describe(`the corpus on ${cloudName}`, () => {
    const each = atOnce ? test.concurrent : test;
    each.each(appliedCases())('$name: $title', { timeout: PATIENCE_MS }, async (one) => {
      const cloud = await open();
      const walk = { one, cloud, ...prepare(one.folder, `${cloud.prefix}${one.name}`) };
      try {
        await fillInSubnet(walk);
        await create(walk);
        if (one.signal !== null) await scale(walk, one.signal);
        await change(walk);
      } finally {
        await cloud.close();
        rmSync(walk.folder, { recursive: true });
      }
    });
  });
}

export function defineRefusals(open: () => Promise<CorpusCloud>): void {
  describe('what the corpus has of old things', () => {
    let cloud: CorpusCloud;
    beforeAll(async () => {
      cloud = await open();
    });
    afterAll(() => cloud.close());
    test.each(refusedCases())('$name: $title', async (one) => {
      await refuse(one, cloud);
    });
  });
}

async function refuse(one: RefusedCase, cloud: CorpusCloud): Promise<void> {
  const { folder, stack } = prepare(one.folder, `corpus-${one.name}`);
  const { exitCode, problems } = await COMMANDS.validate.run(cloud.parts(folder), only(stack));
  rmSync(folder, { recursive: true });
  const bare = existsSync(join(one.folder, 'stack.yaml')) ? '' : `${stack}.yaml`;
  const shown = problems.map(({ file, line, column, message }) => {
    const known = file === bare ? 'template.yaml' : file;
    return { place: `${known}:${line}:${column}`, message };
  });
  const lines = shown.map(({ place, message }) => `${place}: ${message}`).join('\n');
  expect(exitCode, lines).toBe(1);
  for (const { at, says } of one.refused) {
    const here = shown.filter(({ place }) => `${place}:`.startsWith(`${at}:`));
    expect(here, `${at} in\n${lines}`).toHaveLength(1);
    for (const words of says) expect(here[0]?.message).toContain(words);
  }
  expect(shown, lines).toHaveLength(one.refused.length);
}

/** A folder of its own, in which the only spec bears the stack's name. */
function prepare(source: string, stack: string): { readonly folder: string; readonly stack: string } {
  const folder = mkdtempSync(join(tmpdir(), 'thermostat-corpus-'));
  cpSync(source, folder, { recursive: true });
  rmSync(join(folder, 'case.yaml'));
  const spec = join(folder, 'stack.yaml');
  if (existsSync(spec)) {
    writeFileSync(spec, readFileSync(spec, 'utf8').replace('name: corpus', `name: ${stack}`));
    renameSync(spec, join(folder, `${stack}.yaml`));
  } else renameSync(join(folder, 'template.yaml'), join(folder, `${stack}.yaml`));
  return { folder, stack };
}

/** CloudFormation's words take a subnet's id only, which is another one in each cloud. */
async function fillInSubnet({ cloud, folder }: Walk): Promise<void> {
  const answer = await cloud.raw.call('network', 'GET', '/subnets?name=private-subnet');
  const id = text(list(answer.json, 'subnets')[0], 'id');
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    const old = readFileSync(file, 'utf8');
    if (old.includes('SUBNET_ID')) writeFileSync(file, old.replaceAll('SUBNET_ID', id));
  }
}

function only(stack: string): typeof OPTIONS {
  // a group that was just scaled may take its time to rest on a busy cloud
  return { ...OPTIONS, specs: [`${stack}.yaml`], waitMinutes: 10 };
}

async function create(walk: Walk): Promise<void> {
  const { one, stack } = walk;
  await run(walk, 'validate', 0);
  const planned = await run(walk, 'plan', 2);
  expect(planned).toMatchObject({ name: stack, action: 'create' });
  expect(rulesOf(planned)).toEqual(expect.arrayContaining([...one.findings]));
  await run(walk, 'apply', 0);
  expect(sizesOf(await groups(walk))).toEqual(one.size);
  await expectNothingToDo(walk);
}

/** An alarm scales a group; plan and drift take its size as it is. */
async function scale(walk: Walk, signal: NonNullable<AppliedCase['signal']>): Promise<void> {
  const { raw } = walk.cloud;
  await raw.elapse(3);
  const answer = await raw.call('orchestration', 'POST', await policyPath(walk, signal.policy), {});
  expect(answer.status).toBe(200);
  await raw.wait(async () => {
    if (walk.one.signalsHandles) await signalHandles(walk);
    const group = (await groups(walk)).find(({ address }) => address === signal.group);
    const whole = group?.members.every(({ state }) => state.status === 'COMPLETE') ?? false;
    return whole && group?.members.length === signal.size ? group : null;
  }, `${walk.stack} ${signal.group} at ${signal.size}`);
  await raw.elapse(2);
  await expectNothingToDo(walk);
}

async function change(walk: Walk): Promise<void> {
  const { one, folder, stack } = walk;
  const before = await groups(walk);
  const [from, to] = one.change.replace;
  const named = one.change.file === 'stack.yaml' || !existsSync(join(folder, one.change.file));
  const file = join(folder, named ? `${stack}.yaml` : one.change.file);
  const old = readFileSync(file, 'utf8');
  expect(old).toContain(from);
  writeFileSync(file, old.replace(from, to));
  const planned = await run(walk, 'plan', 2);
  expect(fatesOf(planned), JSON.stringify(planned, null, 1)).toEqual(one.change.fates);
  expect(rulesOf(planned)).toEqual(expect.arrayContaining([...one.change.findings]));
  await run(walk, 'apply', 0);
  const after = await groups(walk);
  expect(sizesOf(after)).toEqual(sizesOf(before));
  expectFates(planned, before, after);
  await expectNothingToDo(walk, one.change.leavesBehind);
}

async function expectNothingToDo(walk: Walk, leavesBehind = false): Promise<void> {
  const planned = await run(walk, 'plan', 0);
  expect(planned).toMatchObject({ action: 'no-op' });
  const drifted = await run(walk, 'drift', leavesBehind ? 2 : 0);
  const kinds = new Set(list(drifted, 'items').map((item) => text(item, 'kind')));
  expect(kinds).toEqual(new Set(leavesBehind ? ['member-behind'] : []));
}

/** The stack's part of the report; what was said stands in the failure. */
async function run(walk: Walk, command: CommandName, exitCode: number): Promise<unknown> {
  const result: CommandResult = await COMMANDS[command].run(partsOf(walk), only(walk.stack));
  expect(result.exitCode, `${walk.one.name}: ${command}:\n${result.report.text}`).toBe(exitCode);
  return pick(JSON.parse(result.report.json), 'groups', 0);
}

/** While apply waits, the servers' software would signal. */
function partsOf({ cloud, folder, one, stack }: Walk): HealParts {
  const parts = cloud.parts(folder);
  if (!one.signalsHandles) return parts;
  const sleep = async (milliseconds: number): Promise<void> => {
    await parts.clock.sleep(milliseconds);
    await signalHandles({ cloud, stack });
  };
  return { ...parts, clock: { ...parts.clock, sleep } };
}

const HANDLES: readonly unknown[] = [
  'OS::Heat::WaitConditionHandle',
  'AWS::CloudFormation::WaitConditionHandle',
];

async function signalHandles(walk: Pick<Walk, 'cloud' | 'stack'>): Promise<void> {
  const resources = await listResources(walk);
  for (const resource of resources.filter((each) => HANDLES.includes(pick(each, 'resource_type')))) {
    if (pick(resource, 'resource_status') !== 'CREATE_COMPLETE') continue;
    const body = {
      status: 'SUCCESS',
      Status: 'SUCCESS',
      id: '1',
      UniqueId: '1',
      data: 'ready',
      Data: 'ready',
    };
    const native = pick(resource, 'resource_type') === 'OS::Heat::WaitConditionHandle';
    const { status, id, data, Status, UniqueId, Data } = body;
    const words = native ? { status, id, data, reason: '' } : { Status, UniqueId, Data, Reason: '' };
    await walk.cloud.raw.call('orchestration', 'POST', `${pathOf(resource)}/signal`, words);
  }
}

async function policyPath(walk: Walk, policy: string): Promise<string> {
  const [name, parent] = policy.split('/').reverse();
  const found = (await listResources(walk)).find(
    (each) => pick(each, 'resource_name') === name && pick(each, 'parent_resource') === parent,
  );
  return `${pathOf(found)}/signal`;
}

async function listResources({
  cloud: { raw },
  stack,
}: Pick<Walk, 'cloud' | 'stack'>): Promise<readonly unknown[]> {
  const listed = list((await raw.call('orchestration', 'GET', `/stacks?name=${stack}`)).json, 'stacks');
  if (listed.length === 0) return [];
  const path = `/stacks/${stack}/${text(listed[0], 'id')}/resources?nested_depth=5`;
  return list((await raw.call('orchestration', 'GET', path)).json, 'resources');
}

/** `/stacks/{name}/{id}/resources/{name}` */
function pathOf(resource: unknown): string {
  const self = list(resource, 'links').find((link) => pick(link, 'rel') === 'self');
  return text(self, 'href').replace(/^.*?(?=\/stacks\/)/, '');
}

async function groups({ cloud, stack }: Walk): Promise<readonly ObservedGroup[]> {
  const [observed] = await cloud.reader.observe([stack]);
  return observed?.presence === 'present' ? observed.groups : [];
}

function sizesOf(found: readonly ObservedGroup[]): Readonly<Record<string, number>> {
  return Object.fromEntries(found.map(({ address, members }) => [address, members.length]));
}

function rulesOf(group: unknown): readonly string[] {
  return list(group, 'findings').map((finding) => text(finding, 'rule'));
}

function fatesOf(group: unknown): AppliedCase['change']['fates'] {
  return Object.fromEntries(
    list(group, 'scalingGroups').map((one) => {
      const counts: Partial<Record<Fate, number>> = {};
      for (const member of list(one, 'members')) {
        const fate = text(member, 'fate') as Fate;
        counts[fate] = (counts[fate] ?? 0) + 1;
      }
      return [text(one, 'address'), counts];
    }),
  );
}

/** Who was to be kept or changed in place has the same ids, who was to be replaced or deleted is gone. */
function expectFates(
  planned: unknown,
  before: readonly ObservedGroup[],
  after: readonly ObservedGroup[],
): void {
  const ids = (found: readonly ObservedGroup[]) =>
    found.flatMap(({ members }) => members.flatMap(({ servers }) => servers.map(({ id }) => id)));
  const [then, now] = [new Set(ids(before)), new Set(ids(after))];
  for (const group of list(planned, 'scalingGroups')) {
    for (const member of list(group, 'members')) {
      const fate = text(member, 'fate');
      const id = pick(member, 'server', 'id');
      if (typeof id !== 'string') continue;
      expect(then).toContain(id);
      expect([id, fate, now.has(id)]).toEqual([id, fate, fate === 'keep' || fate === 'update']);
    }
  }
}
