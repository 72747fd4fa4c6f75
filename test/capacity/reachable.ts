/** Drives groups of the embedded cloud about at random, and holds what they take at every moment against the worst case of their plans. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import { health } from '../../src/commands/health.ts';
import type { HealParts } from '../../src/commands/parts.ts';
import { plan } from '../../src/commands/plan.ts';
import { CloudError } from '../../src/ports/errors.ts';
import type { CloudUnderTest } from '../contract/cloud-under-test.ts';
import { list } from '../contract/json.ts';
import { sandboxUnderTest } from '../contract/sandbox-under-test.ts';
import { OPTIONS, openStage, type Stage } from '../stage.ts';
import { type Deed, walks, yaml } from './deeds.ts';

/** What a walk of many runs has seen. */
export class Walked {
  runs = 0;
  looks = 0;
  /** Looks that found more in use than any plan's largest size. */
  exchanges = 0;
  /** Of those, while nothing but healing or signals was at work. */
  healed = 0;
  /** Looks that found all of the worst case in use. */
  atTheBound = 0;
  /** Most servers above the largest size. */
  deepest = 0;
  readonly states = new Set<string>();
  readonly deeds: Record<Deed['kind'], number> = {
    change: 0,
    signal: 0,
    hour: 0,
    hurt: 0,
    heal: 0,
    'builds fail': 0,
  };

  table(): string {
    const rows: readonly (readonly [string, string | number])[] = [
      ['runs', this.runs],
      [
        'deeds',
        Object.entries(this.deeds)
          .map(([name, times]) => `${times} ${name}`)
          .join(', '),
      ],
      ['looks', this.looks],
      ['states (bounds and use) that differ', this.states.size],
      ['looks during exchanges', this.exchanges],
      ['… of them by healing and signals alone', this.healed],
      ['looks at the worst case exactly', this.atTheBound],
      ['deepest: servers above the largest size', this.deepest],
    ];
    return rows.map(([what, much]) => `| ${what} | ${much} |`).join('\n');
  }
}

/** `told`: hears of every hundredth run, for a walk takes an hour. */
export async function walkAtRandom(
  numRuns: number,
  seed: number,
  told: (walked: Walked) => void = () => {},
): Promise<Walked> {
  const walked = new Walked();
  await fc.assert(
    fc.asyncProperty(walks, async (deeds) => {
      await walk(deeds, walked);
      if (walked.runs % 100 === 0) told(walked);
    }),
    { numRuns, seed, endOnFailure: true },
  );
  return walked;
}

type Amounts = Readonly<Record<'instances' | 'cores' | 'ramMiB' | 'ports', number>>;
const NAMES = ['instances', 'cores', 'ramMiB', 'ports'] as const;

interface Bound {
  readonly most: Amounts;
  readonly surge: Amounts;
}

async function walk(deeds: readonly Deed[], walked: Walked): Promise<void> {
  const stage = await openStage();
  const folder = mkdtempSync(join(tmpdir(), 'thermostat-reachable-'));
  const run = new Run(stage, folder, await used(stage), walked);
  try {
    for (const deed of deeds) {
      walked.deeds[deed.kind] += 1;
      await run.carryOut(deed);
      await run.look(JSON.stringify(deeds));
    }
    walked.runs += 1;
  } catch (error) {
    console.log(`after ${run.told.join('\n  ')}`);
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
    await stage.close();
  }
}

class Killed extends Error {}

class Run {
  #bounds: readonly Bound[] = [];
  readonly #parts: HealParts;
  #applying = false;
  readonly told: string[] = [];
  readonly stage: Stage;
  readonly folder: string;
  readonly start: Amounts;
  readonly walked: Walked;

  constructor(stage: Stage, folder: string, start: Amounts, walked: Walked) {
    this.stage = stage;
    this.folder = folder;
    this.start = start;
    this.walked = walked;
    const given = stage.parts(folder);
    const sleep = (milliseconds: number) => this.#pass(milliseconds / 1000);
    this.#parts = { ...given, clock: { ...given.clock, sleep } };
  }

  async carryOut(deed: Deed): Promise<void> {
    this.told.push(JSON.stringify(deed));
    switch (deed.kind) {
      case 'change':
        await this.#mark(deed.marked);
        writeFileSync(join(this.folder, 'web.yaml'), yaml(deed.to));
        return this.#apply();
      case 'hour':
        this.stage.sandbox.advance(3600);
        await apply(this.#parts, { ...OPTIONS, onlySchedules: true });
        return;
      case 'signal':
        for (let time = 0; time < deed.times; time += 1) {
          await this.#signal(deed.direction);
          await this.#pass(10);
        }
        return;
      case 'hurt': {
        const cloud = await sandboxUnderTest(this.stage.sandbox);
        for (const id of (await this.#servers()).slice(-deed.servers)) await cloud.damage(deed.how, id);
        return;
      }
      case 'heal':
        return this.#heal(deed.killed);
      case 'builds fail':
        this.stage.sandbox.faults.clear();
        this.stage.sandbox.faults.server({ kind: 'spawn-fail', times: deed.times });
        return;
    }
  }

  async look(where = ''): Promise<void> {
    const now = await used(this.stage);
    const bounds = this.#bounds;
    this.walked.looks += 1;
    const taken = (name: keyof Amounts) => now[name] - this.start[name];
    for (const name of NAMES) {
      const worst = Math.max(0, ...bounds.map(({ most, surge }) => most[name] + surge[name]));
      expect(taken(name), `${name} ${where}`).toBeLessThanOrEqual(worst);
    }
    const most = Math.max(0, ...bounds.map((bound) => bound.most.instances));
    const worst = Math.max(0, ...bounds.map((bound) => bound.most.instances + bound.surge.instances));
    this.walked.states.add(JSON.stringify([bounds, NAMES.map(taken)]));
    if (taken('instances') === worst && worst > 0) this.walked.atTheBound += 1;
    if (taken('instances') <= most) return;
    this.walked.exchanges += 1;
    if (!this.#applying) this.walked.healed += 1;
    this.walked.deepest = Math.max(this.walked.deepest, taken('instances') - most);
  }

  /** In small steps, so that nothing passes unseen. */
  async #pass(seconds: number): Promise<void> {
    for (let left = seconds; left > 0; left -= STEP) {
      this.stage.sandbox.advance(Math.min(STEP, left));
      await this.look();
    }
  }

  async #apply(): Promise<void> {
    const planned = await plan(this.#parts, OPTIONS);
    const rows = JSON.parse(planned.report.json).headRoom;
    this.told.push(planned.report.title);
    // nothing that changes: what was promised before still holds
    if (rows === null) return;
    const next = { most: amounts(rows, 'most'), surge: amounts(rows, 'surge') };
    this.told.push(JSON.stringify(next));
    // until the change is made the old bounds hold as well
    this.#bounds = [...this.#bounds.slice(-1), next];
    this.#applying = true;
    const applied = await apply(this.#parts, OPTIONS);
    this.told.push(applied.report.title);
    await this.#pass(30);
    this.#applying = false;
    if (applied.exitCode === 0) this.#bounds = [next];
  }

  async #heal(killed: boolean): Promise<void> {
    const writer = await this.#parts.writer();
    const dying = {
      ...writer,
      updateInPlace: async () => {
        throw new Killed();
      },
    };
    const parts = killed ? { ...this.#parts, writer: async () => dying } : this.#parts;
    try {
      const { report } = await health(parts, { ...OPTIONS, specs: ['web.yaml'], heal: true });
      this.told.push(report.title);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
    await this.#pass(10);
  }

  async #servers(): Promise<readonly string[]> {
    const servers = (await this.#members()).flatMap((member) => member.servers);
    return servers.filter(({ status }) => status !== 'MISSING').map(({ id }) => id);
  }

  async #members() {
    const [stack] = await this.stage.reader.observe(['web']);
    if (stack?.presence !== 'present') return [];
    return stack.groups.flatMap(({ members, nested }) => members.map((member) => ({ ...member, nested })));
  }

  async #mark(number: number): Promise<void> {
    const writer = await this.#parts.writer();
    for (const { nested, physicalId } of (await this.#members()).slice(0, number))
      if (nested !== null && physicalId !== '')
        await unlessBusy(writer.markUnhealthy(nested, physicalId, 'by hand'));
  }

  /** In every zone. */
  async #signal(direction: string): Promise<void> {
    const cloud = await sandboxUnderTest(this.stage.sandbox);
    const [stack] = await this.stage.reader.observe(['web']);
    if (stack?.presence !== 'present') return;
    const policies = stack.resources.filter(({ type }) => type === 'OS::Heat::ScalingPolicy');
    for (const { address } of policies)
      if (new RegExp(`(^|-)${direction}(-|$)`).test(address)) await send(cloud, stack, address);
  }
}

/** While Heat is at work on the stack nobody can mark. */
async function unlessBusy(deed: Promise<void>): Promise<void> {
  try {
    await deed;
  } catch (error) {
    if (!(error instanceof CloudError) || error.code !== 'conflict') throw error;
  }
}

async function send(cloud: CloudUnderTest, stack: { name: string; id: string }, policy: string) {
  const path = `/stacks/${stack.name}/${stack.id}/resources/${policy}/signal`;
  await cloud.call('orchestration', 'POST', path, {});
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
