/** Plays a wave: every change, one check that looks, one that puts right, the rest taken back, one last check. */
import { inTurns } from '../../src/commands/concurrency.ts';
import type { Check, Checked, Item } from './check.ts';
import { idsOf, type Scene, SERVER } from './scene.ts';
import type { Turn, Wave } from './waves.ts';

/** What became of one row. */
export interface Seen {
  /** What the change, or taking it back, broke with; null = nothing. */
  readonly trouble: unknown;
  readonly found: readonly Item[];
  readonly fixed: readonly Item[];
  readonly left: readonly Item[];
  /** The ids of the stack's servers before and after `--fix`. */
  readonly servers: readonly [readonly string[], readonly string[]];
  /** What is found at the end. */
  readonly after: readonly Item[];
}

export interface Played {
  readonly seen: ReadonlyMap<Turn, Seen>;
  /** What any of the three checks found where nobody had changed anything. */
  readonly elsewhere: readonly Item[];
  readonly exitCodes: readonly number[];
  /** What the three checks said. */
  readonly text: string;
}

/** Changes made at the same time. */
const AT_ONCE = 4;

export async function play(scenes: readonly Scene[], wave: Wave, check: Check): Promise<Played> {
  const [minutesLater] = wave.map(({ row }) => row.minutesLater);
  const stacks = wave.map((turn) => stackOf(scenes, turn));
  // a clock that is put forward makes the alarms of all stacks blind
  const when = minutesLater === undefined ? {} : { minutesLater, only: stacks };
  const changes = await inTurns(wave, AT_ONCE, ({ row, lane }) =>
    attempt(() => row.change(at(scenes, lane))),
  );
  const looked = await check(when);
  const before = await serversOf(scenes, wave);
  const asked = await check({ ...when, fix: true });
  const servers = await serversOf(scenes, wave);
  const undone = await inTurns(wave, AT_ONCE, async (_turn, index) => {
    const done = changes[index];
    const needed = done?.ok === true && found(asked.fixed, stacks[index]).length === 0;
    return needed ? attempt(done.value) : null;
  });
  const last = await check({});
  const seen = wave.map((turn, index): [Turn, Seen] => {
    const stack = stacks[index];
    return [
      turn,
      {
        trouble: [changes[index], undone[index]].find((one) => one?.ok === false)?.error ?? null,
        found: found(looked.items, stack),
        fixed: found(asked.fixed, stack),
        left: found(asked.items, stack),
        servers: [before[index] ?? [], servers[index] ?? []],
        after: found(last.items, stack),
      },
    ];
  });
  const checks = [looked, asked, last];
  return {
    seen: new Map(seen),
    elsewhere: checks.flatMap((one) => elsewhere(one, stacks)),
    exitCodes: checks.map(({ exitCode }) => exitCode),
    text: checks.map(({ text }) => text).join('\n\n'),
  };
}

type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

/** One row that breaks takes nothing away from the others of its wave. */
async function attempt<T>(work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error };
  }
}

function at(scenes: readonly Scene[], lane: number): Scene {
  const scene = scenes[lane];
  if (scene === undefined) throw new Error(`there is no scene ${lane}`);
  return scene;
}

/** '' for what stands beside all stacks. */
function stackOf(scenes: readonly Scene[], { row, lane }: Turn): string {
  return row.on === 'project' ? '' : at(scenes, lane)[row.on];
}

async function serversOf(scenes: readonly Scene[], wave: Wave): Promise<readonly (readonly string[])[]> {
  return inTurns(wave, AT_ONCE, async (turn) => {
    const stack = stackOf(scenes, turn);
    return stack === '' ? [] : idsOf(at(scenes, turn.lane), stack, SERVER);
  });
}

function found(items: Checked['items'], stack = ''): readonly Item[] {
  return items.filter((one) => one.stack === stack);
}

function elsewhere({ items, fixed }: Checked, stacks: readonly string[]): readonly Item[] {
  return [...items, ...fixed].filter(({ stack }) => !stacks.includes(stack));
}
