// One round of the evaluator: looks at every alarm, changes its state, and does what the alarm says.

import type { Cloud } from '../cloud.ts';
import { deliver } from './actions.ts';
import { record } from './alarms.ts';
import { nextCompositeState } from './composite.ts';
import { isWithin } from './cron.ts';
import { planEvaluation } from './evaluation-time.ts';
import type { Alarm, AlarmState } from './records.ts';
import { THRESHOLD_TYPES } from './rules.ts';
import { SERVICE_ACTOR } from './service-actor.ts';
import { judge, type Next, nextState } from './threshold.ts';

export function evaluateAlarms(cloud: Cloud): void {
  cloud.world.alarming.planned = false;
  const enabled = Object.values(cloud.world.alarming.alarms).filter(({ definition }) => definition.enabled);
  for (const alarm of enabled.sort(byChange)) evaluate(cloud, alarm);
  planEvaluation(cloud);
}

/** The one whose definition changed last comes first (aodh/storage/models.py DEFAULT_SORT). */
function byChange(one: Alarm, other: Alarm): number {
  return other.timestamp - one.timestamp || other.serial - one.serial;
}

/** Of a type that nobody evaluates (prometheus without one) not even the time is noted (measured). */
function evaluate(cloud: Cloud, alarm: Alarm): void {
  const { type, timeConstraints } = alarm.definition;
  if (type !== 'composite' && !THRESHOLD_TYPES.includes(type)) return;
  alarm.evaluated = cloud.now;
  const open =
    timeConstraints.length === 0 ||
    timeConstraints.some((one) => isWithin(cloud.now, one.start, one.duration, one.timezone));
  const next = open ? nextOf(cloud, alarm) : null;
  if (next !== null) refresh(cloud, alarm, next);
}

function nextOf(cloud: Cloud, { definition, state }: Alarm): Next | null {
  if (definition.type === 'composite') return nextCompositeState(cloud, state, definition.rule) ?? null;
  const verdict = judge(cloud, definition.type, definition.rule);
  if (verdict === undefined) return null;
  return nextState(state, definition.repeatActions, definition.rule, verdict);
}

/** aodh/evaluator/__init__.py _refresh: what stays the same is told again only if the alarm repeats its actions. */
function refresh(cloud: Cloud, alarm: Alarm, next: Next): void {
  const previous = alarm.state;
  if (previous === next.state && !alarm.definition.repeatActions) return;
  if (previous !== next.state) {
    alarm.state = next.state;
    alarm.stateReason = next.reason;
    const detail = { state: next.state, transition_reason: next.reason };
    record(cloud, alarm, 'state transition', detail, SERVICE_ACTOR);
  }
  for (const action of actionsFor(alarm, next.state)) {
    deliver(cloud, action, {
      alarm_name: alarm.definition.name,
      alarm_id: alarm.id,
      severity: alarm.definition.severity,
      previous,
      current: next.state,
      reason: next.reason,
      reason_data: next.data,
    });
  }
}

function actionsFor({ definition }: Alarm, state: AlarmState): readonly string[] {
  switch (state) {
    case 'alarm':
      return definition.alarmActions;
    case 'ok':
      return definition.okActions;
    case 'insufficient data':
      return definition.insufficientDataActions;
  }
}
