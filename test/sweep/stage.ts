/** The scene on the sandbox, made once: each swept run begins from the same state, with the same specs. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SandboxState } from '../../src/sandbox/embedded.ts';
import { list, text } from '../contract/json.ts';
import type { Fate, Passage } from './middle.ts';
import { type Ended, start } from './process.ts';
import { AFTER, BEFORE, HURT, SIGNALLED, writeSpecs } from './scene.ts';
import { openSweptCloud, type SweptCloud } from './swept-cloud.ts';
import { serverIds } from './what-is-there.ts';

export interface SweepStage {
  readonly folder: string;
  /** Servers that are there before. */
  readonly known: readonly string[];
  open(): Promise<SweptCloud>;
  run(cloud: SweptCloud, words: readonly string[], fate?: (passage: Passage) => Fate): Promise<Ended>;
  close(): void;
}

/** Words of an apply as the action runs it. */
export const APPLY = ['apply', '--commit', 'a'.repeat(40), '--repository', 'shop/scaling'];

export async function openSweepStage(dist: string): Promise<SweepStage> {
  const folder = mkdtempSync(join(tmpdir(), 'thermostat-sweep-'));
  mkdirSync(join(folder, 'scaling'));
  const run: SweepStage['run'] = (cloud, words, fate = () => ({ kind: 'pass' })) => {
    const place = { cwd: folder, env: cloud.env, pace: cloud.pace() };
    const started = start([join(dist, 'cli.js'), ...words], place);
    cloud.middle.begin(fate, started.kill);
    return started.ended;
  };
  writeSpecs(folder, BEFORE);
  const { state, known } = await prepare(run);
  writeSpecs(folder, AFTER);
  return {
    folder,
    known,
    open: () => openSweptCloud(state),
    run,
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function prepare(
  run: SweepStage['run'],
): Promise<{ readonly state: SandboxState; readonly known: readonly string[] }> {
  const cloud = await openSweptCloud(null);
  const made = await run(cloud, APPLY);
  if (made.exitCode !== 0) throw new Error(`making the scene: ${made.stdout}${made.stderr}`);
  cloud.elapse(600);
  const { json } = await cloud.raw.call('orchestration', 'GET', '/stacks');
  const path = (name: string) => {
    const stack = list(json, 'stacks').find((one) => text(one, 'stack_name') === name);
    return `/stacks/${name}/${text(stack, 'id')}`;
  };
  for (const name of SIGNALLED)
    await cloud.raw.call('orchestration', 'POST', `${path(name)}/resources/out/signal`, {});
  cloud.elapse(600);
  await hurt(cloud, path(HURT));
  cloud.elapse(600);
  const known = await serverIds(cloud.raw, '');
  const state = cloud.sandbox.snapshot();
  await cloud.close();
  return { state, known };
}

/** A member in ERROR that somebody marked as unhealthy: Heat does not count it. */
async function hurt({ raw }: SweptCloud, path: string): Promise<void> {
  const { json } = await raw.call('orchestration', 'GET', `${path}/resources?nested_depth=5`);
  const [server] = list(json, 'resources').filter((one) => text(one, 'resource_type') === 'OS::Nova::Server');
  await raw.damage('error', text(server, 'physical_resource_id'));
  const stack = list(server, 'links').find((link) => text(link, 'rel') === 'stack');
  const nested = new URL(text(stack, 'href')).pathname.replace(/^.*?\/stacks/, '/stacks');
  const mark = { mark_unhealthy: true, resource_status_reason: 'by the sweep' };
  await raw.call('orchestration', 'PATCH', `${nested}/resources/${text(server, 'resource_name')}`, mark);
}
