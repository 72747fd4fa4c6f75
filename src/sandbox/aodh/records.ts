// What Aodh remembers: alarms, and what happened to each.

import type { JsonObject } from '../json.ts';

export type AlarmState = 'ok' | 'alarm' | 'insufficient data';

export const ALARM_STATES: readonly AlarmState[] = ['ok', 'alarm', 'insufficient data'];

export interface TimeConstraint {
  readonly name: string;
  readonly description: string;
  /** Cron. */
  readonly start: string;
  readonly duration: number;
  readonly timezone: string;
}

/** What a PUT exchanges. */
export interface AlarmDefinition {
  readonly name: string;
  readonly description: string;
  readonly enabled: boolean;
  readonly type: string;
  readonly severity: string;
  readonly repeatActions: boolean;
  readonly okActions: readonly string[];
  readonly alarmActions: readonly string[];
  readonly insufficientDataActions: readonly string[];
  readonly timeConstraints: readonly TimeConstraint[];
  readonly rule: JsonObject;
}

export interface AlarmChange {
  readonly id: string;
  readonly type: 'creation' | 'rule change' | 'state transition';
  readonly detail: JsonObject;
  readonly user: string;
  readonly project: string;
  readonly at: number;
}

export interface Alarm {
  readonly id: string;
  readonly serial: number;
  readonly project: string;
  user: string;
  definition: AlarmDefinition;
  /** Of the last change of the definition. */
  timestamp: number;
  state: AlarmState;
  /** Moved by hand only, never by the evaluator (measured). */
  stateTimestamp: number;
  stateReason: string;
  evaluated: number;
  /** The newest first. */
  changes: readonly AlarmChange[];
}

export interface AlarmQuota {
  readonly project: string;
  readonly limit: number;
}

export interface Alarming {
  readonly alarms: Record<string, Alarm>;
  /** Rows that were written, also by reading (measured). */
  quotas: AlarmQuota[];
  /** The evaluator's next round is in the queue. */
  planned: boolean;
  /** Its own, for ids of what happened. */
  random: number;
}
