// How Aodh shows an alarm and what happened to it.

import type { JsonObject } from '../json.ts';
import { pythonJson } from '../python-text.ts';
import { microseconds } from '../times.ts';
import type { Alarm, AlarmChange } from './records.ts';

export function describeAlarm(alarm: Alarm): JsonObject {
  const { definition } = alarm;
  return {
    alarm_id: alarm.id,
    name: definition.name,
    description: definition.description,
    enabled: definition.enabled,
    ok_actions: [...definition.okActions],
    alarm_actions: [...definition.alarmActions],
    insufficient_data_actions: [...definition.insufficientDataActions],
    repeat_actions: definition.repeatActions,
    type: definition.type,
    time_constraints: definition.timeConstraints.map(({ name, description, start, duration, timezone }) => ({
      name,
      description,
      start,
      duration,
      timezone,
    })),
    project_id: alarm.project,
    user_id: alarm.user,
    timestamp: microseconds(alarm.timestamp),
    state: alarm.state,
    state_timestamp: microseconds(alarm.stateTimestamp),
    state_reason: alarm.stateReason,
    severity: definition.severity,
    evaluate_timestamp: new Date(alarm.evaluated).toISOString().slice(0, 19),
    [`${definition.type}_rule`]: definition.rule,
  };
}

export function describeChange(alarm: Alarm, change: AlarmChange): JsonObject {
  return {
    event_id: change.id,
    alarm_id: alarm.id,
    type: change.type,
    detail: pythonJson(change.detail),
    project_id: change.project,
    user_id: change.user,
    on_behalf_of: alarm.project,
    timestamp: microseconds(change.at),
  };
}
