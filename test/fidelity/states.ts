/** Brings a group into the state that a case begins in, by the means that a group has. */
import { expect } from 'vitest';
import { whoIsAtWork } from '../../src/core/plan/settled.ts';
import { list, text } from '../contract/json.ts';
import { resourcesOf, stackPath } from '../fields/sights.ts';
import type { FieldCloud } from '../fields/walk.ts';
import type { Change, State } from './case.ts';
import { lookAt } from './happened.ts';

export interface Scene {
  readonly cloud: FieldCloud;
  readonly name: string;
  readonly policies: { readonly one: string; readonly most: string };
  readonly breaks: Change;
  /** Writes the spec with the change and applies it. */
  commit(change: Change, exitCode: 0 | 1): Promise<void>;
}

export async function reach(state: State, scene: Scene): Promise<void> {
  switch (state) {
    case 'at rest':
      return;
    case 'scaled out':
      return signal(scene, scene.policies.one, 'grows');
    case 'at max':
      return signal(scene, scene.policies.most, 'grows');
    case 'in cooldown':
      return coolDown(scene);
    case 'server in ERROR':
      return hurt(scene);
    case 'ERROR found by a check':
      await hurt(scene);
      return check(scene);
    case 'update failed':
      return breakUpdate(scene);
  }
}

async function signal(scene: Scene, policy: string, then: 'grows' | 'stays'): Promise<void> {
  const { raw, reader } = scene.cloud;
  const before = (await lookAt(reader, scene.name)).members.length;
  // an update starts the cooldown anew, one second of it
  await raw.elapse(then === 'grows' ? 3 : 0);
  const found = (await resourcesOf({ raw, name: scene.name })).find(({ plain }) => plain === policy);
  const { status } = await raw.call('orchestration', 'POST', `${found?.path}/signal`, {});
  expect(status).toBe(200);
  if (then === 'stays') {
    await raw.elapse(4);
    expect((await lookAt(reader, scene.name)).members).toHaveLength(before);
    return;
  }
  await atRest(scene, (size) => size > before, `${scene.name} to grow`);
}

async function atRest(scene: Scene, when: (size: number) => boolean, label: string): Promise<void> {
  const { raw, reader } = scene.cloud;
  await raw.wait(async () => {
    const { stack, members } = await lookAt(reader, scene.name);
    const pulse = when(members.length) ? await reader.pulse(stack) : null;
    return pulse !== null && whoIsAtWork(pulse) === null ? true : null;
  }, label);
}

/** Scaled out; then an update begins a long cooldown, in which a signal does nothing. */
async function coolDown(scene: Scene): Promise<void> {
  await signal(scene, scene.policies.one, 'grows');
  await scene.commit({ put: { 'scaling/cooldown': '10m' } }, 0);
  await signal(scene, scene.policies.one, 'stays');
}

/** The second of the servers, behind Heat's back. */
async function hurt(scene: Scene): Promise<void> {
  const { members } = await lookAt(scene.cloud.reader, scene.name);
  await scene.cloud.raw.damage('error', members[1]?.server?.id ?? '');
}

async function check(scene: Scene): Promise<void> {
  const { raw } = scene.cloud;
  const path = await stackPath({ raw, name: scene.name });
  const { status } = await raw.call('orchestration', 'POST', `${path}/actions`, { check: null });
  expect(status).toBeLessThan(300);
  await raw.wait(async () => {
    const { json } = await raw.call('orchestration', 'GET', path);
    return text(json, 'stack', 'stack_status') === 'CHECK_FAILED' ? true : null;
  }, `the check of ${scene.name}`);
  await atRest(scene, () => true, `${scene.name} to rest after its check`);
}

/** The second server of a rollout can't be built; then servers can be built again. */
async function breakUpdate(scene: Scene): Promise<void> {
  const { raw, reader } = scene.cloud;
  const { members } = await lookAt(reader, scene.name);
  await raw.failBuilds(`-${members[1]?.name}`);
  await scene.commit(scene.breaks, 1);
  await raw.failBuilds(null);
  await atRest(scene, () => true, `${scene.name} to rest after its failure`);
  const { json } = await raw.call('orchestration', 'GET', `/stacks?name=${scene.name}`);
  expect(text(list(json, 'stacks')[0], 'stack_status')).toBe('UPDATE_FAILED');
}
