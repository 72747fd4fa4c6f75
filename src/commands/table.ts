/** The commands by name: the one list that the doors, action.yml and the README share. */
import { apply } from './apply.ts';
import { besideSchedules } from './beside-schedules.ts';
import { driftOrFix } from './fix.ts';
import { health } from './health.ts';
import type { CommandOptions, CommandResult, HealParts } from './parts.ts';
import { plan } from './plan.ts';
import { validate } from './validate.ts';

export type CommandName = 'validate' | 'plan' | 'apply' | 'drift' | 'health';

export interface Command {
  readonly summary: string;
  readonly run: (parts: HealParts, options: CommandOptions) => Promise<CommandResult>;
  /** What each exit code means, for help and README. */
  readonly exitCodes: Readonly<Record<number, string>>;
}

export const COMMANDS: Readonly<Record<CommandName, Command>> = {
  validate: {
    summary: 'check every spec, setting and guardrail; nothing is contacted',
    run: validate,
    exitCodes: { 0: 'valid', 1: 'problems' },
  },
  plan: {
    summary: 'show what the specs would change in the cloud',
    run: besideSchedules(plan),
    exitCodes: { 0: 'no changes', 1: 'error', 2: 'changes', 3: 'refused' },
  },
  apply: {
    summary: 'make exactly the planned changes',
    run: besideSchedules(apply),
    exitCodes: { 0: 'done or nothing to do', 1: 'error or incomplete', 3: 'refused' },
  },
  drift: {
    summary: 'show where the cloud differs from the specs; with `--fix`, put right what is safe to',
    run: besideSchedules(driftOrFix),
    exitCodes: { 0: 'clean or put right', 1: 'could not check', 2: 'drift' },
  },
  health: {
    summary: 'show what is wrong right now; with `--heal`, put it right',
    run: besideSchedules(health),
    exitCodes: { 0: 'healthy or healed', 1: 'could not check', 2: 'unhealthy' },
  },
};

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}
