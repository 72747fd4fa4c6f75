/** The part of the settings that says when nothing may be applied. */
import type { Freeze as Raw } from '../../generated/spec-types.ts';
import type { Problem } from '../../model/problem.ts';
import type { Freeze } from '../../model/settings.ts';
import type { Complaint } from '../spec/complaint.ts';
import { DEFAULTS } from '../spec/defaults.ts';
import { durationSeconds } from '../spec/durations.ts';
import { positionOf } from '../spec/positions.ts';
import { quote } from '../spec/quote.ts';
import { timeComplaints } from '../spec/schedule-checks.ts';
import { dotted } from '../spec/schema-problems.ts';
import type { SpecDocument } from '../spec/spec-documents.ts';
import { type Entry, entriesAt } from './entries.ts';

export const NO_FREEZE: Freeze = { windows: [], approvers: [] };

const AT = '/spec/freeze/windows';

export function freezeSettings(raw: Raw | undefined, { yaml }: SpecDocument): Freeze {
  const windows = (raw?.windows ?? []).map((window, index) => ({
    name: window.name,
    effect: window.effect ?? ('deny' as const),
    cron: window.cron,
    timezone: window.timezone ?? DEFAULTS.timezone,
    forSeconds: durationSeconds(window.for),
    groups: window.groups ?? ['*'],
    labels: window.labels ?? {},
    reason: window.reason ?? '',
    source: positionOf(yaml, `${AT}/${index}`),
  }));
  return { windows, approvers: raw?.approvers ?? [] };
}

/** Of every window that has times, whatever the schema says of the rest. */
export function freezeProblems({ yaml, value }: SpecDocument): readonly Problem[] {
  const windows = entriesAt(value, AT);
  const complaints = windows.flatMap((window) => {
    const timed = timesOf(window);
    return [
      ...twice(window, windows),
      ...(timed === null ? [] : timeComplaints(timed, window.pointer, 'window')),
    ];
  });
  return complaints.map(({ pointer, message }) => ({ ...positionOf(yaml, pointer), message }));
}

function twice({ pointer, value: { name } }: Entry, windows: readonly Entry[]): readonly Complaint[] {
  const first = windows.find((other) => other.value['name'] === name);
  if (typeof name !== 'string' || first === undefined || first.pointer === pointer) return [];
  const message = `the window ${quote(name)} stands here for the second time; give each its own name, so that a refusal says which one it is`;
  return [{ pointer: `${pointer}/name`, message }];
}

/** null where the schema refuses the times already. */
function timesOf({ pointer, value }: Entry): Parameters<typeof timeComplaints>[0] | null {
  const { name, cron, timezone = DEFAULTS.timezone, for: lasts } = value;
  const length =
    typeof lasts === 'number' || (typeof lasts === 'string' && LENGTH.test(lasts)) ? lasts : null;
  if (typeof cron !== 'string' || !FIVE_FIELDS.test(cron) || length === null) return null;
  if (typeof timezone !== 'string') return null;
  const called = typeof name === 'string' ? name : dotted(pointer);
  return { name: called, cron, timezone, forSeconds: durationSeconds(length) };
}

/** As in the schema. */
const FIVE_FIELDS = /^\S+(?: +\S+){4}$/;
const LENGTH = /^[0-9]{1,6}[smh]$/;
