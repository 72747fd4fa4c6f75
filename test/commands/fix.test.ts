/** The command `drift` with --fix on the embedded cloud: when it writes, when it does not, and that it writes no more than it must. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import { driftOrFix } from '../../src/commands/fix.ts';
import type { WriterParts } from '../../src/commands/parts.ts';
import type { CloudWriter } from '../../src/ports/cloud.ts';
import { CloudError } from '../../src/ports/errors.ts';
import type { CloudUnderTest } from '../contract/cloud-under-test.ts';
import { list, pick, text } from '../contract/json.ts';
import { sandboxUnderTest } from '../contract/sandbox-under-test.ts';
import { quietSpec } from '../drift/quiet.ts';
import {
  guestStack,
  idOf,
  idsOf,
  must,
  octavia,
  patch,
  pathOf,
  REPOSITORY,
  type Scene,
} from '../drift/scene.ts';
import { OPTIONS, openStage, type Stage } from '../stage.ts';

const ALARM = 'OS::Aodh::GnocchiAggregationByResourcesAlarm';
const OWN = { ...OPTIONS, specs: ['scaling/*.yaml'], repository: REPOSITORY };

let stage: Stage;
let folder: string;
let raw: CloudUnderTest;
let scene: Scene;

beforeEach(async () => {
  stage = await openStage();
  raw = await sandboxUnderTest(stage.sandbox);
  folder = mkdtempSync(join(tmpdir(), 'thermostat-fix-'));
  mkdirSync(join(folder, 'scaling'));
  write('scaling/web.yaml', quietSpec('web'));
  scene = { raw, admin: raw, web: 'web', edge: '', tier: '', key: '', repository: REPOSITORY };
  expect((await apply(stage.parts(folder), OWN)).exitCode).toBe(0);
});

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stage.close();
});

function write(path: string, content: string): void {
  writeFileSync(join(folder, path), content);
}

interface Item {
  readonly kind: string;
  readonly left: string;
}

async function fix(parts: WriterParts = stage.parts(folder), options = {}) {
  const { exitCode, report } = await driftOrFix(parts, { ...OWN, fix: true, ...options });
  const json: unknown = JSON.parse(report.json);
  const items = list(json, 'groups', 0, 'items') as readonly Item[];
  const fixed = list(json, 'groups', 0, 'fixed') as readonly Item[];
  return { exitCode, items, fixed: fixed.map(({ kind }) => kind).sort(), text: report.text };
}

async function alarms(): Promise<readonly unknown[]> {
  const all = list(await must(raw, 'alarming', 'GET', '/alarms'));
  return all.toSorted((a, b) => (text(a, 'name') < text(b, 'name') ? -1 : 1));
}

/** As a client does it; Aodh takes no id of a trust. */
async function editAlarm(edit: object): Promise<void> {
  const [alarm] = await alarms();
  const actions = list(alarm, 'alarm_actions').map((one) => String(one).replace(/\/\/[^/@]*@/, '//'));
  const body = { ...Object(alarm), alarm_actions: actions, ...edit };
  await must(raw, 'alarming', 'PUT', `/alarms/${text(alarm, 'alarm_id')}`, body);
}

async function signal(): Promise<void> {
  stage.sandbox.advance(120);
  const path = await pathOf(raw, 'web');
  await must(raw, 'orchestration', 'POST', `${path}/resources/cpu-high/signal`, {});
}

async function editTemplate(): Promise<void> {
  const path = await pathOf(raw, 'web');
  const template = await must(raw, 'orchestration', 'GET', `${path}/template`);
  await patch(scene, path, {
    template: JSON.parse(JSON.stringify(template).replace(/"max_size": ?\d+/, '"max_size":9')),
  });
}

const servers = () => idsOf(scene, 'web', 'OS::Nova::Server');
const settled = (alarm: unknown) => ({ ...Object(alarm), timestamp: '', user_id: '' });

/** A cloud that takes the first `writes` and then breaks the run off. */
function dying(parts: WriterParts, writes: number): WriterParts {
  let left = writes;
  const guarded = (writer: CloudWriter): CloudWriter =>
    new Proxy(writer, {
      get: (target, key: keyof CloudWriter) => {
        if (typeof target[key] !== 'function') return undefined;
        return (...given: unknown[]) => {
          left -= 1;
          if (left < 0) throw new Error('killed');
          return Reflect.apply(target[key], target, given);
        };
      },
    });
  return { ...parts, writer: async () => guarded(await parts.writer()) };
}

test('an alarm gets back what was edited, and keeps everything else', async () => {
  const before = await alarms();
  await editAlarm({ enabled: false, repeat_actions: pick(before[0], 'repeat_actions') !== true });
  expect((await fix(stage.parts(folder), { fix: false })).fixed).toEqual([]);
  expect(await fix()).toMatchObject({ exitCode: 0, items: [], fixed: ['alarm-disabled', 'alarm-edited'] });
  expect((await alarms()).map(settled)).toEqual(before.map(settled));
});

test('a pool member that is gone comes back, and no server goes', async () => {
  const before = await servers();
  const pool = await idOf(scene, 'web', 'OS::Octavia::Pool');
  const member = await idOf(scene, 'web', 'OS::Octavia::PoolMember');
  await octavia(scene, 'DELETE', `/pools/${pool}/members/${member}`);
  expect(await fix()).toMatchObject({ exitCode: 0, fixed: ['pool-member-missing'] });
  expect(await servers()).toEqual(before);
  const members = await must(raw, 'load-balancer', 'GET', `/v2/lbaas/pools/${pool}/members`);
  expect(list(members, 'members')).toHaveLength(before.length);
});

test('what Heat makes anew in the stack leaves the size that alarms made, and every server', async () => {
  await signal();
  stage.sandbox.advance(300);
  const before = await servers();
  expect(before).toHaveLength(2);
  await must(raw, 'alarming', 'DELETE', `/alarms/${await idOf(scene, 'web', ALARM)}`);
  expect(await fix()).toMatchObject({ exitCode: 0, fixed: ['alarm-missing'] });
  expect(await servers()).toEqual(before);
});

test('nothing is written while the group is being scaled', async () => {
  await editAlarm({ enabled: false });
  await signal();
  stage.sandbox.advance(1);
  const parts = stage.parts(folder);
  const still = { ...parts, clock: { ...parts.clock, sleep: async () => {} } };
  const { exitCode, items, fixed } = await fix(still);
  expect({ exitCode, fixed }).toEqual({ exitCode: 2, fixed: [] });
  expect(items).toEqual([
    expect.objectContaining({ kind: 'alarm-disabled', left: 'the group "group" is being scaled' }),
  ]);
});

test('a spec that nobody has applied is not slipped in, nor is anything below it put right', async () => {
  write('scaling/web.yaml', quietSpec('web').replace('max: 5', 'max: 6'));
  await editAlarm({ enabled: false });
  const { exitCode, items, fixed } = await fix();
  expect({ exitCode, fixed }).toEqual({ exitCode: 2, fixed: [] });
  expect(items.map(({ kind, left }) => [kind, left])).toEqual([
    ['template-edited', 'what the spec says was not applied by the last apply: merge and apply it'],
    ['alarm-disabled', expect.stringMatching(/^the stack itself is not what its spec says, and stays so: /)],
  ]);
});

test('an edited template is sent again first, then what differs below it is put right', async () => {
  const before = await servers();
  await editTemplate();
  await editAlarm({ enabled: false });
  expect(await fix()).toMatchObject({ exitCode: 0, fixed: ['alarm-disabled', 'template-edited'] });
  expect(await servers()).toEqual(before);
});

test('an update that would delete something is left to apply', async () => {
  const path = await pathOf(raw, 'web');
  const template = await must(raw, 'orchestration', 'GET', `${path}/template`);
  const resources = { ...Object(pick(template, 'resources')), by_hand: { type: 'OS::Heat::RandomString' } };
  await patch(scene, path, { template: { ...Object(template), resources } });
  const { exitCode, items, fixed } = await fix();
  expect({ exitCode, fixed }).toEqual({ exitCode: 2, fixed: [] });
  expect(items.map(({ left }) => left)).toEqual([
    'an update would delete resources.by_hand: look at a plan, then apply',
  ]);
});

test('what a rule ignores stays as it is', async () => {
  write(
    '.thermostat.yaml',
    `apiVersion: thermostat/v1
kind: Settings
spec:
  ignore: [ { group: web, path: "alarm *", reason: a test of the alarms, expires: "2027-01-31" } ]
`,
  );
  await editAlarm({ enabled: false });
  expect(await fix()).toMatchObject({ exitCode: 0, items: [], fixed: [] });
  expect(pick((await alarms())[0], 'enabled')).toBe(false);
});

function ignore(path: string): void {
  write(
    '.thermostat.yaml',
    `apiVersion: thermostat/v1
kind: Settings
spec:
  ignore: [ { group: web, path: "${path}", reason: a test of the alarms, expires: "2027-01-31" } ]
`,
  );
}

const RULE = 'gnocchi_aggregation_by_resources_threshold_rule';

test('of an alarm edited in two fields, the one that a rule ignores stays', async () => {
  const [before] = await alarms();
  const name = text(before, 'name').replace(/^web-|-[a-z0-9]{12}$/g, '');
  ignore(`resources.${name}.properties.threshold`);
  await editAlarm({
    severity: 'critical',
    [RULE]: { ...Object(pick(before, RULE)), threshold: 12345 },
  });
  const ended = await fix();
  const [after] = await alarms();
  expect(pick(after, RULE, 'threshold'), ended.text).toBe(12345);
  expect(pick(after, 'severity')).toBe(pick(before, 'severity'));
  expect(ended).toMatchObject({ exitCode: 0, items: [], fixed: ['alarm-edited'] });
});

test('nothing is made anew of which a rule leaves a field alone', async () => {
  const [before] = await alarms();
  const name = text(before, 'name').replace(/^web-|-[a-z0-9]{12}$/g, '');
  ignore(`resources.${name}.properties.threshold`);
  await editAlarm({
    alarm_actions: ['http://127.0.0.1:1/'],
    [RULE]: { ...Object(pick(before, RULE)), threshold: 12345 },
  });
  const { exitCode, items, fixed, text: said } = await fix();
  expect(pick((await alarms())[0], RULE, 'threshold'), said).toBe(12345);
  expect({ exitCode, fixed }).toEqual({ exitCode: 2, fixed: [] });
  expect(items.map(({ left }) => left)).toEqual([
    'a rule of the settings leaves a part of it alone, and made anew it would not be',
  ]);
});

const CONSTRAINT = { name: 'office', start: '0 8 * * *', duration: 3600 };

test('an alarm edited in its time constraints, too, is not made anew: what a rule ignores of it would be lost', async () => {
  const [before] = await alarms();
  const name = text(before, 'name').replace(/^web-|-[a-z0-9]{12}$/g, '');
  ignore(`resources.${name}.properties.threshold`);
  const rule = { ...Object(pick(before, RULE)), threshold: 12345 };
  await editAlarm({ time_constraints: [CONSTRAINT], severity: 'critical', [RULE]: rule });
  const { exitCode, items, fixed, text: said } = await fix();
  const [after] = await alarms();
  expect(pick(after, RULE, 'threshold'), said).toBe(12345);
  expect(list(after, 'time_constraints')).toHaveLength(1);
  expect(pick(after, 'severity')).toBe(pick(before, 'severity'));
  expect({ exitCode, fixed }).toEqual({ exitCode: 2, fixed: ['alarm-edited'] });
  expect(items).toMatchObject([
    {
      kind: 'alarm-edited',
      subject: `alarm ${name} time_constraints`,
      left: 'a rule of the settings leaves a part of it alone, and made anew it would not be',
    },
  ]);
});

test('time constraints that a rule ignores stay, and everything else of the alarm is set back', async () => {
  const [before] = await alarms();
  const name = text(before, 'name').replace(/^web-|-[a-z0-9]{12}$/g, '');
  ignore(`resources.${name}.properties.time_constraints`);
  await editAlarm({ time_constraints: [CONSTRAINT], severity: 'critical' });
  expect(await fix()).toMatchObject({ exitCode: 0, items: [], fixed: ['alarm-edited'] });
  const [after] = await alarms();
  expect(list(after, 'time_constraints')).toHaveLength(1);
  expect(pick(after, 'severity')).toBe(pick(before, 'severity'));
});

test('time constraints and other fields that nobody ignores are both put right', async () => {
  const [before] = await alarms();
  await editAlarm({ time_constraints: [CONSTRAINT], severity: 'critical' });
  expect(await fix()).toMatchObject({ exitCode: 0, items: [], fixed: ['alarm-edited', 'alarm-edited'] });
  const after = (await alarms()).find((one) =>
    text(one, 'name').startsWith(text(before, 'name').slice(0, -13)),
  );
  expect(list(after, 'time_constraints')).toEqual([]);
  expect(pick(after, 'severity')).toBe(pick(before, 'severity'));
});

interface Rules {
  readonly group: string;
  /** First ports of the group's rules. */
  ports(): Promise<readonly unknown[]>;
}

/** One rule that another stack made, one that somebody made by hand. */
async function twoMoreRules(): Promise<Rules> {
  const group = await idOf(scene, 'web', 'OS::Neutron::SecurityGroup');
  const rule = (port: number) => ({ protocol: 'tcp', port_range_min: port, port_range_max: port });
  const properties = { ...rule(9090), security_group: group };
  await guestStack(scene, 'guest', { opening: { type: 'OS::Neutron::SecurityGroupRule', properties } });
  const byHand = { ...rule(8080), direction: 'ingress', ethertype: 'IPv4', security_group_id: group };
  await must(raw, 'network', 'POST', '/security-group-rules', { security_group_rule: byHand });
  const ports = async () => {
    const rules = await must(raw, 'network', 'GET', `/security-group-rules?security_group_id=${group}`);
    const all = list(rules, 'security_group_rules').map((one) => pick(one, 'port_range_min'));
    return all.filter((port) => port !== null).sort();
  };
  return { group, ports };
}

test('a rule that another stack made is told as its own, and stays; one made by hand goes', async () => {
  const { ports } = await twoMoreRules();
  const { exitCode, items, fixed, text: said } = await fix();
  expect({ exitCode, fixed }, said).toEqual({ exitCode: 2, fixed: ['security-rule-added'] });
  expect(items).toMatchObject([
    {
      through: 'the stack guest (opening)',
      left: 'the stack guest made it (opening), and would miss it',
      remedy: expect.stringContaining('take opening out of the stack guest'),
    },
  ]);
  expect(await ports()).toEqual([80, 9090]);
});

test('nor does a rule go while nobody can tell which stack made it; where none is odd, no stack is asked', async () => {
  stage.sandbox.faults.request({
    method: 'GET',
    path: /\/stacks\/guest\/[^/]+\/resources/,
    times: null,
    effect: { kind: 'answer', status: 403, headers: {}, body: { error: { message: 'no' } } },
  });
  expect((await fix()).exitCode).toBe(0);
  const { ports } = await twoMoreRules();
  const { exitCode, items, fixed } = await fix();
  expect({ exitCode, fixed }).toEqual({ exitCode: 2, fixed: [] });
  expect(items.map(({ left }) => left)).toEqual([
    expect.stringContaining('another stack of the project may have made it'),
    expect.stringContaining('another stack of the project may have made it'),
  ]);
  expect(await ports()).toEqual([80, 8080, 9090]);
});

test('a guardrail that refuses the plan refuses the update, and with it all below', async () => {
  mkdirSync(join(folder, 'policies'));
  write('.thermostat.yaml', 'apiVersion: thermostat/v1\nkind: Settings\nspec: {}\n');
  write(
    'policies/own.yaml',
    `apiVersion: thermostat/v1
kind: Guardrail
metadata: { name: no-nano }
spec:
  description: The flavor goes out of use.
  severity: error
  rule: spec.server.flavor != 'm1.nano'
  message: no nano any more
  examples:
    passing: [ { spec: { server: { flavor: m1.small } } } ]
    failing: [ { spec: { server: { flavor: m1.nano } } } ]
`,
  );
  await editTemplate();
  await editAlarm({ enabled: false });
  const { exitCode, items, fixed, text: said } = await fix();
  expect({ exitCode, fixed }, said).toEqual({ exitCode: 2, fixed: [] });
  expect(items.map(({ left }) => left)).toEqual([
    expect.stringContaining('no nano any more'),
    expect.stringContaining('no nano any more'),
  ]);
});

test('what a service refuses is left with its words, and the rest is put right', async () => {
  await editAlarm({ enabled: false });
  const id = await idOf(scene, 'web', 'OS::Nova::Server');
  await must(raw, 'compute', 'POST', `/servers/${id}/metadata`, { metadata: { role: 'db' } });
  const parts = stage.parts(folder);
  const refusal = new CloudError({ code: 'forbidden', message: 'setting alarm back: not yours' });
  const writer = await parts.writer();
  const mend: CloudWriter['mend'] = (one) =>
    one.kind === 'alarm' ? Promise.reject(refusal) : writer.mend(one);
  const { exitCode, items, fixed } = await fix({ ...parts, writer: async () => ({ ...writer, mend }) });
  expect({ exitCode, fixed }).toEqual({ exitCode: 2, fixed: ['server-metadata-edited'] });
  expect(items.map(({ left }) => left)).toEqual([expect.stringContaining('not yours')]);
});

test('a cloud that breaks after the write is told of, and what was written with it', async () => {
  await editAlarm({ enabled: false });
  const parts = stage.parts(folder);
  const writer = await parts.writer();
  let written = false;
  const mend: CloudWriter['mend'] = async (one) => {
    await writer.mend(one);
    written = true;
  };
  const reader = await parts.reader();
  const catalogue: typeof reader.catalogue = async (types) => {
    if (written) throw new CloudError({ code: 'unavailable', message: 'listing images: down' });
    return reader.catalogue(types);
  };
  const broken = {
    ...parts,
    reader: async () => ({ ...reader, catalogue }),
    writer: async () => ({ ...writer, mend }),
  };
  const { exitCode, items, text: said } = await fix(broken);
  expect({ exitCode, items }, said).toEqual({ exitCode: 1, items: [] });
  expect(said.replaceAll(/\s+/g, ' ')).toContain('written, but not looked at again: alarm cpu-high-alarm');
});

test('metadata that may be a secret is told of without its value, and goes', async () => {
  const id = await idOf(scene, 'web', 'OS::Nova::Server');
  await must(raw, 'compute', 'POST', `/servers/${id}/metadata`, { metadata: { db_password: 'hunter2-x' } });
  const lines: string[] = [];
  const parts = stage.parts(folder);
  const log = { ...parts.log, info: (line: string) => void lines.push(line) };
  const found = await fix({ ...parts, log }, { fix: false });
  const ended = await fix({ ...parts, log });
  expect(ended).toMatchObject({ exitCode: 0, fixed: ['server-metadata-added'] });
  expect([found.text, JSON.stringify(found.items), ended.text, ...lines].join()).not.toContain('hunter2-x');
});

test('a run that is killed at any write is made good by the next', async () => {
  const before = await servers();
  for (const writes of [0, 1, 2, 3]) {
    const id = await idOf(scene, 'web', 'OS::Nova::Server');
    await must(raw, 'compute', 'POST', `/servers/${id}/metadata`, { metadata: { role: 'db' } });
    await must(raw, 'alarming', 'DELETE', `/alarms/${await idOf(scene, 'web', ALARM)}`);
    const killed = fix(dying(stage.parts(folder), writes));
    if (writes < 3) await expect(killed).rejects.toThrow('killed');
    else await killed;
    stage.sandbox.advance(120);
    await fix();
    expect(await fix()).toMatchObject({ exitCode: 0, items: [] });
    expect(await servers()).toEqual(before);
  }
});
