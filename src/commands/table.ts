/** The commands by name: the one list that the doors, action.yml and the README share. What each does is loaded when it runs. */
import type { CommandOptions, CommandResult, HealParts } from './parts.ts';

export type CommandName = 'validate' | 'plan' | 'apply' | 'drift' | 'health';

type Run = (parts: HealParts, options: CommandOptions) => Promise<CommandResult>;

export interface Command {
  readonly summary: string;
  readonly run: Run;
  /** What each exit code means, for help and README. */
  readonly exitCodes: Readonly<Record<number, string>>;
}

export const COMMANDS: Readonly<Record<CommandName, Command>> = {
  validate: {
    summary: 'check every spec, setting and guardrail; nothing is contacted',
    run: async (parts, options) => (await import('./validate.ts')).validate(parts, options),
    exitCodes: { 0: 'valid', 1: 'problems' },
  },
  plan: {
    summary: 'show what the specs would change in the cloud',
    run: besideSchedules(async () => (await import('./plan.ts')).plan),
    exitCodes: { 0: 'no changes', 1: 'error', 2: 'changes', 3: 'refused' },
  },
  apply: {
    summary: 'make exactly the planned changes',
    run: besideSchedules(async () => (await import('./apply.ts')).apply),
    exitCodes: { 0: 'done or nothing to do', 1: 'error or incomplete', 3: 'refused' },
  },
  drift: {
    summary: 'show where the cloud differs from the specs; with `--fix`, put right what is safe to',
    run: besideSchedules(async () => (await import('./fix.ts')).driftOrFix),
    exitCodes: { 0: 'clean or put right', 1: 'could not check', 2: 'drift' },
  },
  health: {
    summary: 'show what is wrong right now; with `--heal`, put it right',
    run: besideSchedules(async () => (await import('./health.ts')).health),
    exitCodes: { 0: 'healthy or healed', 1: 'could not check', 2: 'unhealthy' },
  },
};

function besideSchedules(load: () => Promise<Run>): Run {
  return async (parts, options) => {
    const [beside, run] = await Promise.all([import('./beside-schedules.ts'), load()]);
    return beside.besideSchedules(run)(parts, options);
  };
}

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}
