/** The part of the settings that says when nothing may be applied. */
import type { Freeze as Raw } from '../../generated/spec-types.ts';
import type { Problem } from '../../model/problem.ts';
import type { Freeze } from '../../model/settings.ts';
import { DEFAULTS } from '../spec/defaults.ts';
import { durationSeconds } from '../spec/durations.ts';
import { positionOf } from '../spec/positions.ts';
import { timeComplaints } from '../spec/schedule-checks.ts';
import type { SpecDocument } from '../spec/spec-documents.ts';

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

export function freezeProblems({ windows }: Freeze, { yaml }: SpecDocument): readonly Problem[] {
  return windows.flatMap((window, index) =>
    timeComplaints(window, `${AT}/${index}`, 'window').map(({ pointer, message }) => ({
      ...positionOf(yaml, pointer),
      message,
    })),
  );
}
