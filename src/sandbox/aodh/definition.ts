// Reads the body of an alarm that is made or changed into its definition.

import { isObject, type Json, type JsonObject, objectOr, textOr } from '../json.ts';
import { cronTrouble, isTimeZone } from './cron.ts';
import type { AlarmDefinition, TimeConstraint } from './records.ts';
import { ALARM_STATES, type AlarmState } from './records.ts';
import { AodhRefusal, invalidInput } from './refusals.ts';
import { ALARM_TYPES, readRule } from './rules.ts';

/** Also what GET shows and PUT passes over. */
const KNOWN = new Set([
  'alarm_id',
  'name',
  'description',
  'enabled',
  'ok_actions',
  'alarm_actions',
  'insufficient_data_actions',
  'repeat_actions',
  'type',
  'time_constraints',
  'project_id',
  'user_id',
  'timestamp',
  'state',
  'state_timestamp',
  'state_reason',
  'severity',
  'evaluate_timestamp',
  ...ALARM_TYPES.map((type) => `${type}_rule`),
]);
const SEVERITIES = ['low', 'moderate', 'critical'];
const SCHEMES = [
  'log',
  'test',
  'http',
  'https',
  'trust+http',
  'trust+https',
  'trust+zaqar',
  'trust+heat',
  'zaqar',
];

export function readDefinition(body: Json | undefined, isAdmin: boolean): AlarmDefinition {
  if (!isObject(body)) throw new AodhRefusal(400, 'Request is not in valid JSON format');
  const unknown = Object.keys(body).find((key) => !KNOWN.has(key));
  if (unknown !== undefined) throw new AodhRefusal(400, `Unknown attribute for argument data: ${unknown}`);
  const severity = oneOf('severity', body['severity'] ?? 'low', SEVERITIES);
  const type = typeOf(body);
  const given = body[`${type}_rule`];
  const rule = given === undefined || given === null ? null : readRule(type, given);
  const timeConstraints = listOf(body['time_constraints']).map((one) => readConstraint(objectOr(one)));
  if (typeof body['name'] !== 'string') throw missing('name');
  if (rule === null) throw new AodhRefusal(400, `${type}_rule must be set for ${type} type alarm`);
  const definition: AlarmDefinition = {
    name: body['name'],
    description: textOr(body['description'], '') || defaultDescription(type, rule),
    enabled: truth(body['enabled'], true),
    type,
    severity,
    repeatActions: truth(body['repeat_actions'], false),
    okActions: readActions(body['ok_actions'], isAdmin),
    alarmActions: readActions(body['alarm_actions'], isAdmin),
    insufficientDataActions: readActions(body['insufficient_data_actions'], isAdmin),
    timeConstraints,
    rule,
  };
  if (new Set(timeConstraints.map(({ name }) => name)).size < timeConstraints.length)
    throw new AodhRefusal(400, 'Time constraint names must be unique for a given alarm.');
  return definition;
}

/** The state that a body sets. */
export function readState(body: Json | undefined): AlarmState | undefined {
  return ALARM_STATES.find((state) => state === body);
}

function typeOf(body: JsonObject): string {
  if (body['type'] === undefined || body['type'] === null) throw missing('type');
  return oneOf('type', body['type'], ALARM_TYPES);
}

function defaultDescription(type: string, rule: JsonObject): string {
  return type === 'event' ? `Alarm when ${String(rule['event_type'])} event occurred.` : `${type} alarm rule`;
}

function readActions(given: Json | undefined, isAdmin: boolean): readonly string[] {
  const actions = [...new Set(listOf(given).map(String))];
  for (const action of actions) {
    const scheme = /^([a-z+]+):/.exec(action)?.[1] ?? '';
    if (!SCHEMES.includes(scheme)) throw new AodhRefusal(400, `Unsupported action ${action}`);
    if (!isAdmin && (scheme === 'log' || scheme === 'test'))
      throw new AodhRefusal(401, `You are not authorized to create action: ${action}`);
    if (scheme.startsWith('trust+') && /^[^/]*\/\/[^/]*@/.test(action))
      throw new AodhRefusal(400, 'trust URL cannot contain a trust ID.');
  }
  return actions;
}

function readConstraint(given: JsonObject): TimeConstraint {
  const { name, start, duration } = given;
  if (typeof name !== 'string') throw missing('name');
  if (typeof start !== 'string') throw missing('start');
  const trouble = cronTrouble(start);
  if (trouble !== undefined) throw invalidInput('start', start, trouble);
  if (typeof duration !== 'number') throw missing('duration');
  if (duration < 0) throw invalidInput('duration', `${duration}`, 'Value should be greater or equal to 0');
  const timezone = textOr(given['timezone'], '');
  if (timezone !== '' && !isTimeZone(timezone))
    throw new AodhRefusal(400, `Timezone ${timezone} is not valid`);
  const described = textOr(given['description'], '');
  const description = described || `Time constraint at ${start} lasting for ${duration} seconds`;
  return { name, description, start, duration, timezone };
}

/** Heat sends its defaults as texts. */
function truth(value: Json | undefined, otherwise: boolean): boolean {
  if (typeof value === 'boolean') return value;
  return typeof value === 'string' ? value.toLowerCase() === 'true' : otherwise;
}

function oneOf(field: string, value: Json, allowed: readonly string[]): string {
  if (typeof value === 'string' && allowed.includes(value)) return value;
  throw invalidInput(
    field,
    value === null ? 'None' : String(value),
    `Value should be one of: ${allowed.join(', ')}`,
  );
}

function missing(field: string): AodhRefusal {
  return invalidInput(field, 'None', 'Mandatory field missing.');
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
