/** Drift of alarms that get no measures: they know nothing, and scale nobody. */
import type { DriftItem } from '../../model/drift.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Thing } from '../../model/things.ts';
import type { MakeItem } from './kinds.ts';
import type { Told } from './told.ts';
import { type StackView, textField, timeField } from './view.ts';

/** A new alarm, a new server, a slow poll: so long an alarm may know nothing. */
export const BLIND_AFTER_MINUTES = 30;

export function blindAlarm(
  { now, stack }: StackView,
  { properties }: Told,
  live: Thing,
  item: MakeItem,
): readonly DriftItem[] {
  const state = textField(live.fields, 'state');
  if (state !== 'insufficient data' || live.fields['enabled'] === false) return [];
  // nobody is measured where nobody is
  if (stack.groups.length > 0 && stack.groups.every(({ members }) => members.length === 0)) return [];
  const since = newest([timeField(live.fields, 'timestamp'), timeField(live.fields, 'state_timestamp')]);
  const window = 2 * Number(properties['granularity'] ?? 0) * Number(properties['evaluation_periods'] ?? 1);
  const patience = Math.max(BLIND_AFTER_MINUTES * 60, Number.isFinite(window) ? window : 0) * 1000;
  if (since === null || Date.parse(now) - Date.parse(since) < patience) return [];
  return [
    item({
      kind: 'alarm-blind',
      repository: 'knows the measures',
      cloud: `insufficient data${reasonOf(live.fields)}`,
      remedy:
        'look whether Ceilometer measures the servers, whether they carry `metering.server_group`, and whether the archive policy keeps this granularity',
      since,
    }),
  ];
}

function reasonOf(fields: JsonObject): string {
  const reason = textField(fields, 'state_reason');
  return reason === '' ? '' : `: ${reason}`;
}

function newest(times: readonly (string | null)[]): string | null {
  return (
    times
      .filter((time) => time !== null)
      .sort((a, b) => Date.parse(a) - Date.parse(b))
      .at(-1) ?? null
  );
}
