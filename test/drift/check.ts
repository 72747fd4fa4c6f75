/** The command `drift`, with --fix or without, as the walk asks it: every finding with the stack that it is told of. */
import { driftOrFix } from '../../src/commands/fix.ts';
import type { WriterParts } from '../../src/commands/parts.ts';
import { OPTIONS } from '../stage.ts';
import { REPOSITORY } from './scene.ts';

export const OWN = { ...OPTIONS, specs: ['scaling/*.yaml'], repository: REPOSITORY };

export interface Item {
  /** '' when it is told of no stack of ours. */
  readonly stack: string;
  readonly kind: string;
  readonly subject: string;
  readonly severity: string;
  readonly since: string | null;
  readonly through: string;
  readonly left?: string;
}

export interface Checked {
  readonly exitCode: number;
  readonly text: string;
  readonly items: readonly Item[];
  readonly fixed: readonly Item[];
}

export type Check = (how: {
  readonly minutesLater?: number;
  readonly fix?: boolean;
  /** Of these stacks alone. */
  readonly only?: readonly string[];
}) => Promise<Checked>;

/** Time stands still at `begun`, so that alarms that nobody feeds are no older than a moment. */
export function checker(parts: WriterParts, begun: Date): Check {
  return async ({ minutesLater = 0, fix = false, only = [] }) => {
    const now = () => new Date(begun.getTime() + minutesLater * 60_000);
    const timed = { ...parts, clock: { ...parts.clock, now } };
    const { exitCode, report } = await driftOrFix(timed, { ...OWN, fix, only });
    const told: Told = JSON.parse(report.json);
    const of = (group: ToldGroup, items: readonly ToldItem[]) =>
      items.map((item) => ({ ...item, stack: group.name }));
    return {
      exitCode,
      text: report.text,
      items: [
        ...told.groups.flatMap((group) => of(group, group.items)),
        ...told.strays.map((item) => ({ ...item, stack: '' })),
      ],
      fixed: told.groups.flatMap((group) => of(group, group.fixed)),
    };
  };
}

type ToldItem = Omit<Item, 'stack'>;

interface ToldGroup {
  readonly name: string;
  readonly items: readonly ToldItem[];
  readonly fixed: readonly ToldItem[];
}

interface Told {
  readonly groups: readonly ToldGroup[];
  readonly strays: readonly ToldItem[];
}
