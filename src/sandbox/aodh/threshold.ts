// Holds a rule's newest values against its threshold (aodh/evaluator/threshold.py).

import type { Cloud } from '../cloud.ts';
import type { JsonObject } from '../json.ts';
import { pythonFloat } from '../python-text.ts';
import type { AlarmState } from './records.ts';
import { statistics } from './statistics.ts';

/** `state` null: the values are mixed, and the newest one says where they tend to. */
export interface Verdict {
  readonly state: AlarmState | null;
  readonly trend: AlarmState | null;
  readonly values: readonly number[];
  readonly outside: number;
  /** Why nothing is known. */
  readonly reason: string | null;
}

const COMPARISONS: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  gt: (value, limit) => value > limit,
  lt: (value, limit) => value < limit,
  ge: (value, limit) => value >= limit,
  le: (value, limit) => value <= limit,
  eq: (value, limit) => value === limit,
  ne: (value, limit) => value !== limit,
};

/** Undefined for a rule that the evaluator breaks on: one with a null where it counts. */
export function judge(cloud: Cloud, type: string, rule: JsonObject): Verdict | undefined {
  const { evaluation_periods: periods, granularity, threshold, aggregation_method: method } = rule;
  const compare = COMPARISONS[String(rule['comparison_operator'])];
  const whole =
    typeof periods === 'number' && typeof granularity === 'number' && typeof threshold === 'number';
  if (!whole || compare === undefined || typeof method !== 'string') return undefined;
  const found = statistics(cloud, { type, rule, periods, granularity, method });
  if (found.kind === 'insufficient')
    return {
      state: 'insufficient data',
      trend: null,
      values: found.values,
      outside: 0,
      reason: found.reason,
    };
  const crossed = found.values.map((value) => compare(value, threshold));
  const outside = crossed.filter((one) => one).length;
  const base = { values: found.values, outside, reason: null };
  if (outside === crossed.length) return { ...base, state: 'alarm', trend: null };
  if (outside === 0) return { ...base, state: 'ok', trend: null };
  return { ...base, state: null, trend: crossed.at(-1) === true ? 'alarm' : 'ok' };
}

export interface Next {
  readonly state: AlarmState;
  readonly reason: string;
  readonly data: JsonObject;
}

/** Null: nothing happens. Mixed values keep the state, and repeat its actions. */
export function nextState(
  state: AlarmState,
  repeats: boolean,
  rule: JsonObject,
  verdict: Verdict,
): Next | null {
  const unknown = state === 'insufficient data';
  if (verdict.trend !== null) {
    if (!unknown && !repeats) return null;
    return explained(state, unknown ? verdict.trend : state, verdict);
  }
  if (verdict.state === 'insufficient data' && !unknown) {
    const count = Number(rule['evaluation_periods']);
    return {
      state: 'insufficient data',
      reason: verdict.reason ?? '',
      data: data('unknown', count, verdict),
    };
  }
  if (verdict.state === null || (verdict.state === state && !repeats)) return null;
  return explained(state, verdict.state, verdict);
}

function explained(before: AlarmState, state: AlarmState, verdict: Verdict): Next {
  const inside = state === 'ok';
  const count = inside ? verdict.values.length - verdict.outside : verdict.outside;
  const disposition = inside ? 'inside' : 'outside';
  const begin = before === state ? `Remaining as ${state}` : `Transition to ${state}`;
  const last = verdict.values.at(-1);
  const newest = last === undefined ? 'None' : pythonFloat(last);
  const reason = `${begin} due to ${count} samples ${disposition} threshold, most recent: ${newest}`;
  return { state, reason, data: data(disposition, count, verdict) };
}

function data(disposition: string, count: number, { values }: Verdict): JsonObject {
  return { type: 'threshold', disposition, count, most_recent: values.at(-1) ?? null };
}
