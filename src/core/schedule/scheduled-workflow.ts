/** Reads from a workflow file whether it runs one of our commands by schedule. */
import { parse } from 'yaml';
import type { ScheduledCommand, ScheduledWorkflow, WorkflowCron } from '../../model/heartbeat.ts';
import { cronMistake } from './cron-mistake.ts';
import { isTimezone } from './wall-clock.ts';

const COMMANDS: readonly ScheduledCommand[] = ['drift', 'health', 'apply'];

/** null when it has no schedule, runs no command of ours, or can't be read. */
export function scheduledWorkflow(path: string, text: string): ScheduledWorkflow | null {
  const file = parsed(text);
  const schedules = listOf(field(field(file, 'on'), 'schedule')).flatMap(cronOf);
  const command = commandsIn(field(file, 'jobs')).find(isScheduled);
  return schedules.length === 0 || command === undefined ? null : { path, command, schedules };
}

function isScheduled(name: string): name is ScheduledCommand {
  return COMMANDS.some((one) => one === name);
}

/** An alias may stand for more than there is memory for. */
function parsed(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 20, logLevel: 'silent' });
  } catch {
    return null;
  }
}

function cronOf(entry: unknown): readonly WorkflowCron[] {
  const cron = field(entry, 'cron');
  const named = field(entry, 'timezone');
  const timezone = typeof named === 'string' && isTimezone(named) ? named : 'UTC';
  return typeof cron === 'string' && cronMistake(cron) === null ? [{ cron, timezone }] : [];
}

/** The input `command` of every step that uses an action. */
function commandsIn(jobs: unknown): readonly string[] {
  if (typeof jobs !== 'object' || jobs === null) return [];
  return Object.values(jobs)
    .flatMap((job) => listOf(field(job, 'steps')))
    .filter((step) => typeof field(step, 'uses') === 'string')
    .map((step) => field(field(step, 'with'), 'command'))
    .filter((command) => typeof command === 'string');
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}
