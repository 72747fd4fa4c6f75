// Makes, changes and removes alarms; for Aodh's API and for Heat alike.

import type { Cloud } from '../cloud.ts';
import { uuid } from '../generator.ts';
import { workOut } from '../gnocchi/aggregates.ts';
import { AGGREGATION_METHODS } from '../gnocchi/capabilities.ts';
import { CEILOMETER } from '../gnocchi/instances.ts';
import { readOperations, referencesOf } from '../gnocchi/operations.ts';
import { namedMetrics } from '../gnocchi/query.ts';
import { GnocchiRefusal } from '../gnocchi/refusals.ts';
import { attributeNames } from '../gnocchi/resource-types.ts';
import { type Json, type JsonObject, sameJson, textOr } from '../json.ts';
import { pythonJson, pythonList } from '../python-text.ts';
import { microseconds } from '../times.ts';
import { planEvaluation } from './evaluation-time.ts';
import { groupOperations } from './expression.ts';
import type { Alarm, AlarmChange, AlarmDefinition, AlarmState } from './records.ts';
import { AodhRefusal, invalidInput } from './refusals.ts';
import { THRESHOLD_TYPES } from './rules.ts';

/** Of what happened to an alarm so much is kept; Aodh keeps it all. */
const CHANGES_KEPT = 200;

export interface Actor {
  readonly user: string;
  readonly project: string;
}

/** The id is given by whoever makes it, so that it comes from his own source. */
export function createAlarm(cloud: Cloud, id: string, actor: Actor, given: AlarmDefinition): Alarm {
  refuseOverQuota(cloud, actor);
  const { now } = cloud;
  const alarm: Alarm = {
    id,
    serial: cloud.count(),
    ...actor,
    definition: scoped(cloud, given, actor.project),
    timestamp: now,
    state: 'insufficient data',
    stateTimestamp: now,
    stateReason: 'Not evaluated yet',
    evaluated: now,
    changes: [],
  };
  record(cloud, alarm, 'creation', { alarm_id: id, ...storedForm(alarm) }, actor);
  cloud.world.alarming.alarms[id] = alarm;
  planEvaluation(cloud);
  return alarm;
}

/** Whole-object: also the owner changes hands (measured). */
export function changeAlarm(cloud: Cloud, alarm: Alarm, actor: Actor, given: AlarmDefinition): void {
  const before = storedForm(alarm);
  alarm.definition = scoped(cloud, given, alarm.project);
  alarm.user = actor.user;
  alarm.timestamp = cloud.now;
  const after = storedForm(alarm);
  const unseen = ['timestamp', 'state_timestamp'];
  const changed = Object.entries(after).filter(
    ([key, value]) => !unseen.includes(key) && !sameJson(value, before[key]),
  );
  if (changed.length > 0) record(cloud, alarm, 'rule change', Object.fromEntries(changed), actor);
  planEvaluation(cloud);
}

export function removeAlarm(cloud: Cloud, id: string): void {
  delete cloud.world.alarming.alarms[id];
}

export function setState(cloud: Cloud, alarm: Alarm, actor: Actor, state: AlarmState): void {
  alarm.state = state;
  alarm.stateTimestamp = cloud.now;
  alarm.stateReason = 'Manually set via API';
  record(cloud, alarm, 'state transition', { state, state_reason: alarm.stateReason }, actor);
}

export function record(
  cloud: Cloud,
  alarm: Alarm,
  type: AlarmChange['type'],
  detail: JsonObject,
  { user, project }: Actor,
): void {
  const change = { id: uuid(cloud.world.alarming), type, detail, user, project, at: cloud.now };
  alarm.changes = [change, ...alarm.changes].slice(0, CHANGES_KEPT);
}

/** aodh alarms.py is_over_quota: a row that says -1 refuses everything (measured). */
function refuseOverQuota(cloud: Cloud, { user, project }: Actor): void {
  const { alarms, quotas } = cloud.world.alarming;
  const quota = quotas.find((one) => one.project === project);
  if (quota === undefined) return;
  const own = Object.values(alarms).filter((alarm) => alarm.user === user).length;
  if (own < quota.limit) return;
  throw new AodhRefusal(403, `Alarm quota exceeded for user ${user} on project ${project}`);
}

/** The query of a group rule gets the project's clause around it, again at every change (measured); a composite does not. */
function scoped(cloud: Cloud, definition: AlarmDefinition, project: string): AlarmDefinition {
  const { type, rule } = definition;
  if (!THRESHOLD_TYPES.includes(type)) return definition;
  const method = rule['aggregation_method'] ?? null;
  if (typeof method !== 'string' || !AGGREGATION_METHODS.includes(method)) {
    const list = pythonList(AGGREGATION_METHODS);
    throw new AodhRefusal(
      400,
      `aggregation_method should be in ${list} not ${method === null ? 'None' : String(method)}`,
    );
  }
  if (type !== 'gnocchi_aggregation_by_resources_threshold') return definition;
  const given = textOr(rule['query'], '');
  const owned = { '=': { created_by_project_id: project } };
  const measured = {
    and: [{ '=': { created_by_project_id: CEILOMETER.project } }, { '=': { project_id: project } }],
  };
  const query: Json = { and: [{ or: [owned, measured] }, parsed(given)] };
  const whole = { ...rule, query: pythonJson(query) };
  tryOut(cloud, whole, query);
  return { ...definition, rule: whole };
}

function parsed(query: string): Json {
  try {
    return JSON.parse(query) as Json;
  } catch {
    throw invalidInput('rule/query', query, '');
  }
}

/** Aodh asks Gnocchi once; that nothing is measured yet is no mistake. */
function tryOut(cloud: Cloud, rule: JsonObject, search: Json): void {
  const type = String(rule['resource_type']);
  try {
    if (attributeNames(type) === undefined)
      throw new GnocchiRefusal(400, { cause: 'Resource type does not exist', detail: type });
    const expression = readOperations(
      groupOperations(String(rule['aggregation_method']), [String(rule['metric'])]),
    );
    const metrics = namedMetrics(cloud, { type, search, visible: () => true }, referencesOf(expression));
    workOut(metrics, expression, { start: null, stop: null, granularity: null, fill: null, overlap: 0 });
  } catch (error) {
    if (!(error instanceof GnocchiRefusal)) throw error;
    if (error.status === 404) return;
    // aodh looks for a "cause" in what is a plain text (alarm_rules/gnocchi.py; measured)
    if (typeof error.description === 'string')
      throw new AodhRefusal(500, "string indices must be integers, not 'str'");
    throw new AodhRefusal(400, error.description);
  }
}

/** As Aodh stores it, in the order of its history. */
function storedForm(alarm: Alarm): JsonObject {
  const { definition } = alarm;
  return {
    type: definition.type,
    enabled: definition.enabled,
    name: definition.name,
    description: definition.description,
    timestamp: microseconds(alarm.timestamp),
    user_id: alarm.user,
    project_id: alarm.project,
    state: alarm.state,
    state_timestamp: microseconds(alarm.stateTimestamp),
    state_reason: alarm.stateReason,
    ok_actions: [...definition.okActions],
    alarm_actions: [...definition.alarmActions],
    insufficient_data_actions: [...definition.insufficientDataActions],
    repeat_actions: definition.repeatActions,
    time_constraints: definition.timeConstraints.map((one): JsonObject => ({ ...one })),
    severity: definition.severity,
    rule: definition.rule,
  };
}
