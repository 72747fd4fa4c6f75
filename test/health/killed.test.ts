/** A run of `health --heal` that is killed at any request, before or after it arrived: the next run ends in the same healthy state. */
import { afterEach, describe, expect, test } from 'vitest';
import type { HealParts } from '../../src/commands/parts.ts';
import { sandboxUnderTest } from '../contract/sandbox-under-test.ts';
import { type HealingStage, openHealingStage, SPEC } from './healing-stage.ts';

let here: HealingStage;
afterEach(() => here.close());

class Killed extends Error {}

/** Counts every request of the run, and ends it at one of them. */
function killedAt(
  parts: HealParts,
  last: number,
  arrives: boolean,
): { parts: HealParts; count: () => number } {
  let requests = 0;
  const counting = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get: (target, key) => {
        const method = Reflect.get(target, key);
        // what the cloud's answers told of its clock is no request, and no promise
        if (key === 'clockAhead' || typeof method !== 'function') return method;
        return async (...words: unknown[]): Promise<unknown> => {
          requests += 1;
          if (requests > last || (requests === last && !arrives)) throw new Killed();
          const answer: unknown = await Reflect.apply(method, target, words);
          if (requests >= last) throw new Killed();
          return answer;
        };
      },
    });
  return {
    count: () => requests,
    parts: {
      ...parts,
      reader: async () => counting(await parts.reader()),
      writer: async () => counting(await parts.writer()),
    },
  };
}

async function inTheEnd(before: ReadonlyMap<string, string>, sick: readonly string[]): Promise<void> {
  const { members, state } = await here.group();
  expect(members.map(({ name }) => name).sort()).toEqual([...before.keys()].sort());
  expect(members.map(({ state: own }) => own.status)).toEqual(members.map(() => 'COMPLETE'));
  expect(members.flatMap(({ servers }) => servers.map(({ status }) => status))).toEqual(
    members.map(() => 'ACTIVE'),
  );
  expect(state.status).toBe('COMPLETE');
  const changed = members.filter(({ name, physicalId }) => before.get(name) !== physicalId);
  expect(changed.map(({ name }) => name)).toEqual(sick);
}

describe.each([
  ['before it arrives', false],
  ['after it arrived', true],
])('killed at a request, %s', (_words, arrives) => {
  test('the next run ends in the same healthy state, whichever request it was', async () => {
    here = await openHealingStage(SPEC('{ replace: { perHour: 1000 } }'));
    for (let last = 1; ; last += 1) {
      const before = await here.ids();
      const [victim] = (await here.group()).members;
      await here.raw.damage(last % 2 === 0 ? 'stop' : 'error', victim?.physicalId ?? '');
      const run = killedAt(here.parts(), last, arrives);
      const ended = await here.run(true, run.parts).then(
        () => true,
        (error: unknown) => {
          if (!(error instanceof Killed)) throw error;
          return false;
        },
      );
      here.stage.sandbox.advance(120);
      const again = await here.run(true);
      expect(again.exitCode, `killed at ${last}:\n${again.text}`).toBe(0);
      await inTheEnd(before, [victim?.name ?? '']);
      if (ended) break;
      expect(last).toBeLessThan(60);
      // a boot loop would be another story: the oldest of four is the victim each time
      if (last % 8 === 0) here.stage.sandbox.advance(7 * 3600);
    }
  }, 120_000);
});

test('also with the group deaf after a check', async () => {
  here = await openHealingStage(SPEC('{ replace: { perHour: 1000 } }'));
  for (let last = 1; ; last += 1) {
    const before = await here.ids();
    const [victim] = (await here.group()).members;
    await here.raw.damage('error', victim?.physicalId ?? '');
    const { id } = await here.stack();
    await here.raw.call('orchestration', 'POST', `/stacks/web/${id}/actions`, { check: null });
    here.stage.sandbox.advance(60);
    const run = killedAt(here.parts(), last, true);
    const ended = await here.run(true, run.parts).then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof Killed)) throw error;
        return false;
      },
    );
    here.stage.sandbox.advance(120);
    const again = await here.run(true);
    expect(again.exitCode, `killed at ${last}:\n${again.text}`).toBe(0);
    await inTheEnd(before, [victim?.name ?? '']);
    if (ended) break;
    expect(last).toBeLessThan(60);
    if (last % 8 === 0) here.stage.sandbox.advance(7 * 3600);
  }
}, 120_000);

test('and whoever was marked by the check and is well again keeps the server', async () => {
  here = await openHealingStage(SPEC('{ replace: { perHour: 1000 } }'));
  for (let last = 1; ; last += 1) {
    const before = await here.ids();
    const [victim, passing] = (await here.group()).members;
    const start = `/servers/${passing?.physicalId ?? ''}/action`;
    // days pass here: no token lasts so long
    const raw = await sandboxUnderTest(here.stage.sandbox);
    await here.raw.damage('error', victim?.physicalId ?? '');
    await here.raw.damage('stop', passing?.physicalId ?? '');
    const { id } = await here.stack();
    await raw.call('orchestration', 'POST', `/stacks/web/${id}/actions`, { check: null });
    here.stage.sandbox.advance(60);
    expect((await raw.call('compute', 'POST', start, { 'os-start': null })).status).toBe(202);
    here.stage.sandbox.advance(600);
    const run = killedAt(here.parts(), last, true);
    const ended = await here.run(true, run.parts).then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof Killed)) throw error;
        return false;
      },
    );
    here.stage.sandbox.advance(120);
    const again = await here.run(true);
    expect(again.exitCode, `killed at ${last}:\n${again.text}`).toBe(0);
    await inTheEnd(before, [victim?.name ?? '']);
    if (ended) break;
    expect(last).toBeLessThan(60);
    here.stage.sandbox.advance(7 * 3600);
  }
}, 120_000);
