/** The command `health` on the embedded cloud, with a stand-in of HAProxy: what it says, does, and leaves alone. */
import { readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import { health } from '../../src/commands/health.ts';
import type { SeenStack } from '../../src/model/observed.ts';
import type { Balancer, OpenBalancer } from '../../src/ports/balancer.ts';
import { BalancerError } from '../../src/ports/errors.ts';
import { pick } from '../contract/json.ts';
import { OPTIONS, openStage, type Stage } from '../stage.ts';
import { type StandIn, slot, startStandIn } from './stand-in.ts';

let stage: Stage;
let haproxy: StandIn;
let folder: string;

const spec = (api: string, size = '{ min: 2, max: 5 }') => `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: web }
spec:
  size: ${size}
  server: { image: ubuntu-20.04, flavor: m1.small, networks: [ private-network ] }
  loadBalancer: { haproxy: { backend: web, port: 8080, runtimeApi: ${api} } }
  rollout: { drain: 1s }
`;
const write = (text: string) => writeFile(join(folder, 'web.yaml'), text);
const run = async (heal: boolean) => {
  const { exitCode, report } = await health(stage.parts(folder), { ...OPTIONS, heal });
  return { exitCode, title: report.title, text: report.text, json: JSON.parse(report.json) };
};
const lines = () => haproxy.backends.get('web')?.servers ?? [];
const addStale = () => {
  for (const address of ['10.9.9.7', '10.9.9.8', '10.9.9.9', '10.9.9.6', '10.9.9.5']) {
    lines().push({ ...slot(`asg-web-${address}`), address, admin: 0, down: false });
  }
};
const failingAtLook =
  (last: number, open: OpenBalancer): OpenBalancer =>
  (api) => {
    const balancer = open(api);
    let looks = 0;
    const servers: Balancer['servers'] = async (backend) => {
      looks += 1;
      if (looks >= last) throw new BalancerError('unreachable', 'HAProxy is gone');
      return balancer.servers(backend);
    };
    return { ...balancer, servers };
  };
/** As an answer that is not whole shows it. */
const withOneMember = (stack: SeenStack): SeenStack =>
  stack.presence === 'absent'
    ? stack
    : { ...stack, groups: stack.groups.map((group) => ({ ...group, members: group.members.slice(0, 1) })) };
const ours = () => lines().filter(({ name }) => name.startsWith('asg-web-'));

/** Held against what is published. */
const complaints = (json: unknown): unknown => {
  const schema = JSON.parse(readFileSync(join(inject('dist'), 'schema/health.json'), 'utf8'));
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema);
  return validate(json) ? null : validate.errors;
};

beforeEach(async () => {
  stage = await openStage();
  const byHand = { ...slot('by-hand'), address: '10.1.1.1', admin: 0, down: false };
  haproxy = await startStandIn([{ name: 'web', balance: 'roundrobin', servers: [byHand] }]);
  folder = await mkdtemp(join(tmpdir(), 'thermostat-health-'));
  await write(spec(haproxy.api));
});
afterEach(async () => {
  await haproxy.close();
  await stage.close();
});

describe('a group that is there', () => {
  beforeEach(async () => {
    expect((await apply(stage.parts(folder), OPTIONS)).exitCode).toBe(0);
  });

  test('without --heal is compared only', async () => {
    const { exitCode, title, text, json } = await run(false);
    expect(exitCode).toBe(2);
    expect(title).toBe('web is unhealthy in 2 places');
    expect(text).toMatch(/asg-web-10\.\d+\.\d+\.\d+\s+address: .*\s+what: to be registered/);
    expect(text).toContain('Not the group’s, left alone: by-hand (10.1.1.1:8080, ready)');
    expect(pick(json, 'groups', 0, 'balancers', 0, 'steps', 0, 'outcome')).toBe('planned');
    expect(haproxy.told).toEqual([]);
    expect(complaints(json)).toBeNull();
  });

  test('with --heal has its members registered, once', async () => {
    expect(await run(true)).toMatchObject({ exitCode: 0, title: 'Healed: web, 2 steps done' });
    expect(ours().map(({ admin }) => admin)).toEqual([0, 0]);
    expect(lines().some(({ name }) => name === 'by-hand')).toBe(true);
    const told = haproxy.told.length;
    expect(await run(true)).toMatchObject({ exitCode: 0, title: 'Healthy: web is as it should be' });
    expect(haproxy.told).toHaveLength(told);
  });

  test('has what a dead server left taken away, and nothing else', async () => {
    await run(true);
    lines().push({ ...slot('asg-web-10.9.9.9'), address: '10.9.9.9', admin: 0, sessions: 3 });
    expect(await run(false)).toMatchObject({ exitCode: 2, title: 'web is unhealthy in 1 place' });
    const before = haproxy.told.length;
    expect((await run(true)).exitCode).toBe(0);
    expect(haproxy.told.slice(before)).toEqual([
      'set server web/asg-web-10.9.9.9 state drain',
      'set server web/asg-web-10.9.9.9 state maint',
      'shutdown sessions server web/asg-web-10.9.9.9',
      'del server web/asg-web-10.9.9.9',
    ]);
  });

  test('waits for requests to end before it takes a server away', async () => {
    await run(true);
    const old = { ...slot('asg-web-10.9.9.9'), address: '10.9.9.9', admin: 0, down: false, sessions: 1 };
    lines().push(old);
    setTimeout(() => {
      old.sessions = 0;
    }, 300);
    expect((await run(true)).exitCode).toBe(0);
    expect(haproxy.told).not.toContain('shutdown sessions server web/asg-web-10.9.9.9');
    expect(ours()).toHaveLength(2);
  });

  test('with slots uses them, and frees them', async () => {
    lines().push(slot('asg-web-1'), slot('asg-web-2'), slot('asg-web-3'));
    await run(true);
    expect(ours().map(({ address, admin }) => address !== '0.0.0.0' && (admin & 1) === 0)).toEqual([
      true,
      true,
      false,
    ]);
    haproxy.pass();
    Object.assign(lines().at(-1) ?? {}, { address: '10.9.9.9', admin: 0, down: false });
    expect((await run(true)).exitCode).toBe(0);
    expect(lines().at(-1)).toMatchObject({ name: 'asg-web-3', address: '0.0.0.0', admin: 1 });
  });

  test('is not checked when HAProxy does not answer: exit code 1, with the reason', async () => {
    await write(spec('tcp://127.0.0.1:1'));
    const { exitCode, title, text } = await run(true);
    expect(exitCode).toBe(1);
    expect(title).toBe('1 group could not be checked');
    expect(text).toMatch(/nothing listens there/);
  });

  test('goes on with the second HAProxy when the first is down', async () => {
    await write(spec(`[ "tcp://127.0.0.1:1", "${haproxy.unixApi}" ]`));
    expect((await run(true)).exitCode).toBe(1);
    expect(ours()).toHaveLength(2);
  });

  test('says which right a socket lacks, and stays unhealthy', async () => {
    await write(spec(haproxy.operatorApi));
    const { exitCode, text } = await run(true);
    expect(exitCode).toBe(2);
    expect(text.replace(/\s+/g, ' ')).toMatch(/not registered .*Permission denied.*level admin/);
  });

  test('never has addresses of the embedded cloud sent to a balancer elsewhere', async () => {
    await write(spec('tcp://192.0.2.1:9999'));
    const { exitCode, text } = await run(true);
    expect(exitCode).toBe(1);
    expect(text.replace(/\s+/g, ' ')).toMatch(/only a balancer on loopback is contacted/);
  });

  test.each([
    ['before old servers leave', 1],
    ['before the last look', 0],
  ])('tells what was done though HAProxy fails %s', async (_, stale) => {
    if (stale > 0) addStale();
    const parts = stage.parts(folder);
    const balancers = { ...parts.balancers, open: failingAtLook(2, parts.balancers.open) };
    const { exitCode, report } = await health({ ...parts, balancers }, { ...OPTIONS, heal: true });
    expect(exitCode).toBe(1);
    expect(report.text).toMatch(/asg-web-10\.\d+\.\d+\.\d+\s+address: .*\s+what: registered/);
    expect(report.text).toContain('HAProxy is gone');
    const balancer = pick(JSON.parse(report.json), 'groups', 0, 'balancers', 0);
    expect(balancer).toMatchObject({
      status: 'unchecked',
      message: 'HAProxy is gone',
      steps: [
        { kind: 'register', outcome: 'done' },
        { kind: 'register', outcome: 'done' },
      ],
    });
  });

  test('below the minimum that Heat keeps loses nothing from its backend', async () => {
    addStale();
    const parts = stage.parts(folder);
    const observeLive = async (names: readonly string[]) =>
      (await stage.reader.observeLive(names)).map(withOneMember);
    const reader = async () => ({ ...stage.reader, observeLive });
    const { exitCode, report } = await health({ ...parts, reader }, { ...OPTIONS, heal: true });
    expect(exitCode).toBe(2);
    expect(report.text.replace(/\s+/g, ' ')).toMatch(/below its minimum 2: nothing is drained or removed/);
    expect(ours()).toHaveLength(6);
  });

  test('is held up by no minimum that is written and not applied', async () => {
    await run(true);
    haproxy.pass();
    addStale();
    await write(spec(haproxy.api, '{ min: 4, max: 5 }'));
    expect((await run(true)).exitCode).toBe(0);
    expect(ours()).toHaveLength(2);
  });
});

describe('a group whose spec has HAProxy asked', () => {
  const CHECKED = '  health: { checks: [ server, loadBalancer ] }\n';
  const late = 1200;

  beforeEach(async () => {
    await write(spec(haproxy.api, '{ min: 3, max: 5 }') + CHECKED);
    expect((await apply(stage.parts(folder), OPTIONS)).exitCode).toBe(0);
    await run(true);
    haproxy.pass();
    stage.sandbox.advance(late);
  });

  test('is well as long as HAProxy finds its servers up', async () => {
    expect(await run(true)).toMatchObject({ exitCode: 0, title: 'Healthy: web is as it should be' });
  });

  test('has the server replaced that fails HAProxy’s check, in the backend, too', async () => {
    const [dead, ...others] = ours();
    if (dead) dead.down = true;
    const shown = await run(false);
    expect(shown.exitCode).toBe(2);
    expect(shown.text.replace(/\s+/g, ' ')).toContain(
      `fails its check in HAProxy (backend web at ${haproxy.api})`,
    );
    expect((await run(true)).exitCode).toBe(0);
    const names = ours().map(({ name }) => name);
    expect(names).toHaveLength(3);
    expect(names).toEqual(expect.arrayContaining(others.map(({ name }) => name)));
    expect(names).not.toContain(dead?.name);
  });

  test('is left alone when HAProxy finds all of them down', async () => {
    for (const line of ours()) line.down = true;
    const before = ours().map(({ name }) => name);
    expect((await run(true)).exitCode).toBe(2);
    expect(ours().map(({ name }) => name)).toEqual(before);
  });

  test('is not checked when HAProxy does not answer', async () => {
    await write(spec('tcp://127.0.0.1:1', '{ min: 3, max: 5 }') + CHECKED);
    const { exitCode, text } = await run(true);
    expect(exitCode).toBe(1);
    expect(text).toContain('HAProxy could not be asked');
  });
});

test('a zone that a merge removed keeps its servers in the backend until apply has removed it', async () => {
  const zones = (names: string) => spec(haproxy.api).replace('  server:', `  zones: [ ${names} ]\n  server:`);
  await write(zones('nova, nova-b'));
  expect((await apply(stage.parts(folder), OPTIONS)).exitCode).toBe(0);
  expect((await run(true)).exitCode).toBe(0);
  expect(ours()).toHaveLength(4);
  const told = haproxy.told.length;
  await write(zones('nova'));
  expect(await run(true)).toMatchObject({ exitCode: 0, title: 'Healthy: web is as it should be' });
  expect(haproxy.told).toHaveLength(told);
});

test('a group that does not exist yet is not checked', async () => {
  const { exitCode, text } = await run(true);
  expect(exitCode).toBe(1);
  expect(text).toMatch(/there is no such stack: apply creates it/);
  expect(haproxy.told).toEqual([]);
});

test('of a stack that is to be gone there is nothing to check', async () => {
  await write('apiVersion: thermostat/v1\nkind: Deleted\nmetadata: { name: web }\n');
  expect(await run(true)).toMatchObject({
    exitCode: 0,
    title: 'Nothing to check: there is no spec of a stack',
  });
});

test('a spec with a problem is told before anything is contacted', async () => {
  await write(spec('http://x'));
  expect(await run(true)).toMatchObject({ exitCode: 1, title: '1 problem in 1 file, so there is no health' });
});
