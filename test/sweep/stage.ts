/** The scene on the sandbox, made once: each swept run begins from the same state, with the same specs. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SandboxState } from '../../src/sandbox/embedded.ts';
import { makeCertificate } from '../certificate.ts';
import type { Caller } from '../contract/cloud-under-test.ts';
import { list, record, text } from '../contract/json.ts';
import type { Fate, Passage } from './middle.ts';
import { type Ended, start } from './process.ts';
import {
  AFTER,
  BEFORE,
  CANARIES,
  HURT,
  LOOKED_AFTER,
  SIGNALLED,
  writeSettings,
  writeSpecs,
} from './scene.ts';
import { openSweptCloud, type SweptCloud } from './swept-cloud.ts';
import { serverIds } from './what-is-there.ts';

export interface SweepStage {
  readonly folder: string;
  /** Texts that may stand in no output. */
  readonly canaries: readonly string[];
  /** Servers that are there before. */
  readonly known: readonly string[];
  open(): Promise<SweptCloud>;
  run(
    cloud: SweptCloud,
    words: readonly string[],
    fate?: (passage: Passage) => Fate,
    /** Somebody never answers: its patience ends as fast as its clock runs. */
    stalls?: boolean,
  ): Promise<Ended>;
  close(): void;
}

/** Words of an apply as the action runs it. */
export const APPLY = ['apply', '--commit', 'a'.repeat(40), '--repository', 'shop/scaling'];

/** What a swept command finds. */
export interface Scene {
  /** What was applied before. */
  readonly before: Readonly<Record<string, string>>;
  /** Groups that an alarm has scaled since. */
  readonly signalled: readonly string[];
  readonly specs: Readonly<Record<string, string>>;
  /** What happened to the cloud, each group's stack by its path. */
  readonly damage: (cloud: SweptCloud, path: (name: string) => string) => Promise<void>;
}

/** Everything that an apply can do, to be done. */
export const TO_APPLY: Scene = {
  before: BEFORE,
  signalled: SIGNALLED,
  specs: AFTER,
  damage: (cloud, path) => hurt(cloud, path(HURT)),
};

/** What hands changed, to be put right by `drift --fix`. */
export const CHANGED_BY_HAND: Scene = {
  before: BEFORE,
  signalled: SIGNALLED,
  specs: BEFORE,
  damage: async ({ raw }, path) => {
    const { json: alarms } = await raw.call('alarming', 'GET', '/alarms');
    for (const alarm of list(alarms).filter((one) => /^(grown|kept)-out/.test(text(one, 'name')))) {
      const actions = list(alarm, 'alarm_actions').map((one) => String(one).replace(/\/\/[^/@]*@/, '//'));
      const body = { ...record(alarm), alarm_actions: actions, enabled: false, severity: 'critical' };
      await raw.call('alarming', 'PUT', `/alarms/${text(alarm, 'alarm_id')}`, body);
    }
    const { json: template } = await raw.call('orchestration', 'GET', `${path('held')}/template`);
    const edited = JSON.parse(JSON.stringify(template).replace(/"max_size": ?\d+/, '"max_size": 7'));
    await raw.call('orchestration', 'PATCH', path('held'), { template: edited });
  },
};

/** Servers that broke or are gone, and a group that a check made deaf: two of its members are marked, of which one is well again. */
export const TO_HEAL: Scene = {
  before: LOOKED_AFTER,
  signalled: ['broken', 'deaf'],
  specs: LOOKED_AFTER,
  damage: async (cloud, path) => {
    const { raw } = cloud;
    await raw.damage('error', await serverOf(raw, path('broken'), 1));
    await raw.damage('delete', await serverOf(raw, path('lost'), 0));
    const [sick, passing] = [await serverOf(raw, path('deaf'), 0), await serverOf(raw, path('deaf'), 2)];
    await raw.damage('error', sick);
    await raw.damage('stop', passing);
    await raw.call('orchestration', 'POST', `${path('deaf')}/actions`, { check: null });
    cloud.elapse(60);
    await raw.call('compute', 'POST', `/servers/${passing}/action`, { 'os-start': null });
  },
};

/** `tls`: the command and its servers speak TLS with each other. */
export async function openSweepStage(
  dist: string,
  scene: Scene = TO_APPLY,
  { tls = false }: { readonly tls?: boolean } = {},
): Promise<SweepStage> {
  const folder = mkdtempSync(join(tmpdir(), 'thermostat-sweep-'));
  const certificate = tls ? await makeCertificate(folder) : null;
  mkdirSync(join(folder, 'scaling'));
  const run: SweepStage['run'] = (cloud, words, fate = () => ({ kind: 'pass' }), stalls = false) => {
    const env = { ...cloud.env, THERMOSTAT_DEBUG: '1', ...(stalls ? { SWEEP_STALL: '1' } : {}) };
    const started = start([join(dist, 'cli.js'), ...words], { cwd: folder, env, pace: cloud.pace() });
    cloud.middle.begin(fate, started.kill);
    return started.ended;
  };
  writeSpecs(folder, scene.before);
  writeSettings(folder);
  const { state, known, canaries } = await prepare(run, scene);
  writeSpecs(folder, scene.specs);
  return {
    folder,
    known,
    canaries,
    open: () => openSweptCloud(state, certificate),
    run,
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

interface Prepared extends Pick<SweepStage, 'known' | 'canaries'> {
  readonly state: SandboxState;
}

async function prepare(run: SweepStage['run'], scene: Scene): Promise<Prepared> {
  const cloud = await openSweptCloud(null);
  const made = await run(cloud, APPLY);
  if (made.exitCode !== 0) throw new Error(`making the scene: ${made.stdout}${made.stderr}`);
  cloud.elapse(600);
  const { json } = await cloud.raw.call('orchestration', 'GET', '/stacks');
  const path = (name: string) => {
    const stack = list(json, 'stacks').find((one) => text(one, 'stack_name') === name);
    return `/stacks/${name}/${text(stack, 'id')}`;
  };
  for (const name of scene.signalled)
    await cloud.raw.call('orchestration', 'POST', `${path(name)}/resources/out/signal`, {});
  cloud.elapse(600);
  await scene.damage(cloud, path);
  cloud.elapse(600);
  const known = await serverIds(cloud.raw, '');
  const state = cloud.sandbox.snapshot();
  const canaries = [...Object.values(CANARIES).flat(), ...(await signatures(cloud))];
  await cloud.close();
  return { state, known, canaries };
}

/** Whoever knows an alarm's signed URL scales the group. */
async function signatures({ raw }: SweptCloud): Promise<readonly string[]> {
  const { json } = await raw.call('alarming', 'GET', '/alarms');
  return list(json)
    .flatMap((alarm) => list(alarm, 'insufficient_data_actions').map(String))
    .flatMap((url) => /[?&]Signature=([^&]+)/.exec(url)?.[1] ?? []);
}

/** Lines of an output that say what they may not, also in base64. */
export function leaks({ stdout, stderr }: Ended, canaries: readonly string[]): readonly string[] {
  const lines = `${stdout}\n${stderr}`.split('\n');
  return lines.filter((line) =>
    canaries.some((canary) => line.includes(canary) || line.includes(encoded(canary))),
  );
}

function encoded(canary: string): string {
  return Buffer.from(canary).toString('base64').replace(/=*$/, '').slice(0, -1);
}

/** A member in ERROR that somebody marked as unhealthy: Heat does not count it. */
async function hurt({ raw }: SweptCloud, path: string): Promise<void> {
  const [server] = await serversOf(raw, path);
  await raw.damage('error', text(server, 'physical_resource_id'));
  const stack = list(server, 'links').find((link) => text(link, 'rel') === 'stack');
  const nested = new URL(text(stack, 'href')).pathname.replace(/^.*?\/stacks/, '/stacks');
  const mark = { mark_unhealthy: true, resource_status_reason: 'by the sweep' };
  await raw.call('orchestration', 'PATCH', `${nested}/resources/${text(server, 'resource_name')}`, mark);
}

/** The id of the server in that place. */
async function serverOf(raw: Caller, path: string, place: number): Promise<string> {
  return text((await serversOf(raw, path))[place], 'physical_resource_id');
}

async function serversOf(raw: Caller, path: string): Promise<readonly unknown[]> {
  const { json } = await raw.call('orchestration', 'GET', `${path}/resources?nested_depth=5`);
  return list(json, 'resources').filter((one) => text(one, 'resource_type') === 'OS::Nova::Server');
}
