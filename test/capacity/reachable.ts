/** Drives groups of the embedded cloud about at random, and holds what they take at every moment against the worst case of their plans. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import { plan } from '../../src/commands/plan.ts';
import { list, text } from '../contract/json.ts';
import { sandboxUnderTest } from '../contract/sandbox-under-test.ts';
import { OPTIONS, openStage, type Stage } from '../stage.ts';

interface Settings {
  readonly min: number;
  readonly span: number;
  readonly image: string;
  readonly flavor: string;
  readonly maxBatch: number;
  readonly minInService: number;
  readonly imageChange: string;
  readonly flavorChange: string;
  /** With a drain, each member is a nested stack. */
  readonly drain: string;
  /** At night the group may have so many more. */
  readonly night: number;
}

type Deed =
  | { readonly change: Settings }
  | { readonly signal: 'out' | 'in'; readonly times: number }
  | 'hour';

const settings: fc.Arbitrary<Settings> = fc.record({
  min: fc.integer({ min: 1, max: 3 }),
  span: fc.integer({ min: 0, max: 4 }),
  image: fc.constantFrom('ubuntu-20.04', 'ubuntu-22.04'),
  flavor: fc.constantFrom('m1.small', 'm1.large'),
  maxBatch: fc.integer({ min: 1, max: 3 }),
  minInService: fc.integer({ min: 0, max: 3 }),
  imageChange: fc.constantFrom('replace', 'rebuild'),
  flavorChange: fc.constantFrom('replace', 'resize'),
  drain: fc.constantFrom('0s', '3s'),
  night: fc.integer({ min: 0, max: 2 }),
});

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ change: settings }),
  fc.record({
    signal: fc.constantFrom('out' as const, 'in' as const),
    times: fc.integer({ min: 1, max: 5 }),
  }),
  fc.constant('hour' as const),
);

const yaml = (one: Settings): string => `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: web }
spec:
  size: { min: ${one.min}, max: ${one.min + one.span}, initial: ${one.min + one.span} }
  server: { image: ${one.image}, flavor: ${one.flavor}, networks: [ private-network ] }
  scaling:
    cooldown: 1s
    policies: [ { name: out, add: 1 }, { name: in, remove: 1 } ]
    schedules: [ { name: night, cron: "0 */2 * * *", timezone: UTC, for: 1h, size: { max: ${one.min + one.span + one.night} } } ]
  rollout: { maxBatch: ${one.maxBatch}, minInService: ${Math.min(one.minInService, Math.max(0, one.min - one.maxBatch))}, imageChange: ${one.imageChange}, flavorChange: ${one.flavorChange}, drain: ${one.drain} }
`;

type Amounts = Readonly<Record<'instances' | 'cores' | 'ramMiB' | 'ports', number>>;
const NAMES = ['instances', 'cores', 'ramMiB', 'ports'] as const;

/** How many looks were taken, and how many of them found more in use than any plan's largest size: the exchanges. */
export interface Walked {
  looks: number;
  exchanges: number;
}

export async function walkAtRandom(numRuns: number, seed: number): Promise<Walked> {
  const walked: Walked = { looks: 0, exchanges: 0 };
  await fc.assert(
    fc.asyncProperty(settings, fc.array(deed, { minLength: 3, maxLength: 7 }), (first, deeds) =>
      walk([{ change: first }, ...deeds], walked),
    ),
    { numRuns, seed, endOnFailure: true },
  );
  return walked;
}

interface Bound {
  readonly most: Amounts;
  readonly surge: Amounts;
}

async function walk(deeds: readonly Deed[], walked: Walked): Promise<void> {
  const stage = await openStage();
  const folder = mkdtempSync(join(tmpdir(), 'thermostat-reachable-'));
  const start = await used(stage);
  let bounds: readonly Bound[] = [];
  const look = async () => {
    const now = await used(stage);
    walked.looks += 1;
    for (const name of NAMES) {
      const worst = Math.max(0, ...bounds.map(({ most, surge }) => most[name] + surge[name]));
      expect(now[name] - start[name], `${name} after ${JSON.stringify(deeds)}`).toBeLessThanOrEqual(worst);
    }
    const most = Math.max(0, ...bounds.map((bound) => bound.most.instances));
    if (now.instances - start.instances > most) walked.exchanges += 1;
  };
  /** In small steps, so that nothing passes unseen. */
  const pass = async (seconds: number) => {
    for (let left = seconds; left > 0; left -= STEP) {
      stage.sandbox.advance(Math.min(STEP, left));
      await look();
    }
  };
  try {
    const given = stage.parts(folder);
    const parts = {
      ...given,
      clock: { ...given.clock, sleep: (milliseconds: number) => pass(milliseconds / 1000) },
    };
    for (const one of deeds) {
      if (one === 'hour') {
        stage.sandbox.advance(3600);
        await apply(parts, { ...OPTIONS, onlySchedules: true });
      } else if ('signal' in one) {
        for (let time = 0; time < one.times; time += 1) {
          await signal(stage, one.signal);
          await pass(10);
        }
      } else {
        writeFileSync(join(folder, 'web.yaml'), yaml(one.change));
        const planned = await plan(parts, OPTIONS);
        const rows = JSON.parse(planned.report.json).headRoom;
        // nothing that changes: what was promised before still holds
        if (rows === null) continue;
        const next = { most: amounts(rows, 'most'), surge: amounts(rows, 'surge') };
        // until the change is made the old bounds hold as well
        bounds = [...bounds.slice(-1), next];
        const applied = await apply(parts, OPTIONS);
        await pass(30);
        if (applied.exitCode === 0) bounds = [next];
      }
      await look();
    }
  } finally {
    rmSync(folder, { recursive: true });
    await stage.close();
  }
}

const STEP = 2;

async function used(stage: Stage): Promise<Amounts> {
  const { of } = await stage.reader.quotas();
  return amountsBy((name) => {
    const quota = of[name];
    return quota.kind === 'known' ? (quota.used ?? 0) : Number.NaN;
  });
}

function amounts(rows: unknown, key: 'most' | 'surge'): Amounts {
  const all = list(rows) as unknown as readonly Record<string, unknown>[];
  return amountsBy((name) => Number(all.find(({ quota }) => quota === name)?.[key]));
}

function amountsBy(of: (name: (typeof NAMES)[number]) => number): Amounts {
  return Object.fromEntries(NAMES.map((name) => [name, of(name)])) as Record<keyof Amounts, number>;
}

async function signal(stage: Stage, policy: string): Promise<void> {
  const cloud = await sandboxUnderTest(stage.sandbox);
  const { json } = await cloud.call('orchestration', 'GET', '/stacks?name=web');
  if (list(json, 'stacks').length === 0) return;
  const path = `/stacks/web/${text(json, 'stacks', 0, 'id')}`;
  const found = list((await cloud.call('orchestration', 'GET', `${path}/resources`)).json, 'resources');
  const name = found.map((one) => text(one, 'resource_name')).find((one) => one.endsWith(policy));
  if (name !== undefined) await cloud.call('orchestration', 'POST', `${path}/resources/${name}/signal`, {});
}
