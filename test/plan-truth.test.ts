/** The plan is what the cloud then does: seeded pairs of specs, planned, applied, compared server by server. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply } from '../src/commands/apply.ts';
import { plan } from '../src/commands/plan.ts';
import type { PresentStack } from '../src/model/observed.ts';
import { OPTIONS, openStage } from './stage.ts';

interface Settings {
  readonly min: number;
  readonly span: number;
  readonly image: string;
  readonly flavor: string;
  readonly role: string;
  readonly maxBatch: number;
  readonly minInService: number;
  readonly imageChange: string;
  readonly flavorChange: string;
  /** With a drain, each member is a nested stack. */
  readonly drain: string;
}

const settings: fc.Arbitrary<Settings> = fc.record({
  min: fc.integer({ min: 1, max: 3 }),
  span: fc.integer({ min: 0, max: 3 }),
  image: fc.constantFrom('ubuntu-20.04', 'ubuntu-22.04'),
  flavor: fc.constantFrom('m1.small', 'm1.large'),
  role: fc.constantFrom('web', 'api'),
  maxBatch: fc.integer({ min: 1, max: 3 }),
  minInService: fc.integer({ min: 0, max: 3 }),
  imageChange: fc.constantFrom('replace', 'rebuild'),
  flavorChange: fc.constantFrom('replace', 'resize'),
  drain: fc.constantFrom('0s', '3s'),
});

const yaml = (one: Settings): string => `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: web }
spec:
  size: { min: ${one.min}, max: ${one.min + one.span}, initial: ${one.min + one.span} }
  server: { image: ${one.image}, flavor: ${one.flavor}, networks: [ private-network ], metadata: { role: ${one.role} } }
  rollout: { maxBatch: ${one.maxBatch}, minInService: ${Math.min(one.minInService, one.min + one.span - one.maxBatch < 0 ? 0 : one.minInService)}, imageChange: ${one.imageChange}, flavorChange: ${one.flavorChange}, drain: ${one.drain} }
`;

test('whatever changes, each server meets the fate that the plan named', { timeout: 240_000 }, async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(settings, settings, async (before, after) => {
      compared += Number(await planApplyCompare(yaml(before), yaml(after)));
    }),
    { numRuns: 40, seed: 20261123, endOnFailure: true },
  );
  expect(compared).toBeGreaterThan(8);
});

/** False when the pair is refused, by the spec's checks or by the plan: then nothing may have changed. */
async function planApplyCompare(before: string, after: string): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'thermostat-truth-'));
  const stage = await openStage();
  const parts = stage.parts(folder);
  const live = async (): Promise<PresentStack> => {
    const [stack] = await stage.reader.observe(['web']);
    if (stack?.presence !== 'present') throw new Error('the stack is not there');
    return stack;
  };
  try {
    writeFileSync(join(folder, 'web.yaml'), before);
    if ((await apply(parts, OPTIONS)).exitCode !== 0) return false;
    const start = idsByMember(await live());
    writeFileSync(join(folder, 'web.yaml'), after);
    const planned = await plan(parts, OPTIONS);
    if (planned.exitCode === 1 || planned.exitCode === 3) {
      await apply(parts, OPTIONS);
      expect(idsByMember(await live())).toEqual(start);
      return false;
    }
    const applied = await apply(parts, OPTIONS);
    expect(applied.exitCode, `${planned.report.text}\n${applied.report.text}`).toBe(0);
    compare(JSON.parse(planned.report.json).groups[0], start, idsByMember(await live()));
    expect((await plan(parts, OPTIONS)).exitCode).toBe(0);
    return planned.exitCode === 2;
  } finally {
    await stage.close();
    rmSync(folder, { recursive: true });
  }
}

type Ids = Readonly<Record<string, string>>;

function idsByMember({ groups }: PresentStack): Ids {
  return Object.fromEntries(
    (groups[0]?.members ?? []).map(({ name, servers }) => [name, servers[0]?.id ?? '']),
  );
}

interface Planned {
  readonly size: { readonly after: number };
  readonly scalingGroups: readonly {
    readonly members: readonly { readonly fate: string; readonly server: { readonly id: string } | null }[];
  }[];
}

function compare(planned: Planned, before: Ids, after: Ids): void {
  const now = new Set(Object.values(after));
  expect(now.size).toBe(planned.size.after);
  for (const { fate, server } of planned.scalingGroups[0]?.members ?? []) {
    if (server === null) continue;
    expect(Object.values(before)).toContain(server.id);
    expect([fate, now.has(server.id)]).toEqual([fate, fate === 'keep' || fate === 'update']);
  }
}
