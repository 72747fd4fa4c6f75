// Which alarms a request asks for, in which order, which page of them.

import type { Call } from '../http/call.ts';
import type { Json } from '../json.ts';
import { isAdmin, type Session } from '../keystone/tokens.ts';
import type { Alarm } from './records.ts';
import { AodhRefusal, invalidInput } from './refusals.ts';

export interface Term {
  readonly field: string;
  readonly value: string;
}

/** As Python prints the set (measured; its order is nobody's). */
const FIELDS = [
  'project_id',
  'user_id',
  'severity',
  'type',
  'enabled',
  'timestamp',
  'all_projects',
  'name',
  'repeat_actions',
  'state',
];
const SORTS: Readonly<Record<string, (alarm: Alarm) => string | number>> = {
  alarm_id: (alarm) => alarm.id,
  enabled: (alarm) => Number(alarm.definition.enabled),
  name: (alarm) => alarm.definition.name,
  type: (alarm) => alarm.definition.type,
  severity: (alarm) => ['low', 'moderate', 'critical'].indexOf(alarm.definition.severity),
  timestamp: (alarm) => alarm.timestamp,
  user_id: (alarm) => alarm.user,
  project_id: (alarm) => alarm.project,
  state: (alarm) => alarm.state,
  repeat_actions: (alarm) => Number(alarm.definition.repeatActions),
  state_timestamp: (alarm) => alarm.stateTimestamp,
};
const DEFAULT_SORT = ['timestamp:desc'];

export function listAlarms(all: readonly Alarm[], call: Call, session: Session): readonly Alarm[] {
  const terms = readTerms(call);
  const unknown = terms.filter(({ field }) => !FIELDS.includes(field)).map(({ field }) => field);
  if (unknown.length > 0)
    throw invalidInput('field', pythonSet(unknown), `only fields ${pythonSet(FIELDS)} are allowed`);
  const operators = call.query.getAll('q.op').filter((one) => one !== 'eq' && one !== '');
  if (operators.length > 0)
    throw invalidInput('op', pythonSet(operators), "only operations {'eq'} are allowed");
  const fields = terms.map(({ field }) => field);
  if (new Set(fields).size < fields.length)
    throw invalidInput('field', pythonSet([...new Set(fields)]), 'duplicate query fields are not allowed');
  const scope = scopeOf(terms, session);
  const wanted = terms.filter(({ field }) => field !== 'all_projects' && field !== 'project_id');
  const found = all.filter(
    (alarm) => (scope === null || alarm.project === scope) && wanted.every((term) => matches(alarm, term)),
  );
  return paged(sorted(found, call), call);
}

/** `q.field=state&q.op=eq&q.value=alarm`, as often as wanted. */
export function readTerms(call: Call): readonly Term[] {
  const values = call.query.getAll('q.value');
  return call.query.getAll('q.field').map((field, index) => ({ field, value: values[index] ?? '' }));
}

/** Null: all projects. */
function scopeOf(terms: readonly Term[], session: Session): string | null {
  const every = terms.some(({ field, value }) => field === 'all_projects' && value.toLowerCase() === 'true');
  if (every) {
    if (!isAdmin(session)) throw new AodhRefusal(403, 'RBAC Authorization Failed');
    return null;
  }
  const asked = terms.find(({ field }) => field === 'project_id')?.value;
  if (asked !== undefined && asked !== session.project.id && !isAdmin(session))
    throw new AodhRefusal(401, `Not Authorized to access project ${asked}`);
  return asked ?? session.project.id;
}

function matches(alarm: Alarm, { field, value }: Term): boolean {
  const shown: Readonly<Record<string, Json>> = {
    user_id: alarm.user,
    type: alarm.definition.type,
    name: alarm.definition.name,
    enabled: alarm.definition.enabled,
    state: alarm.state,
    severity: alarm.definition.severity,
    repeat_actions: alarm.definition.repeatActions,
  };
  const has = shown[field];
  return typeof has === 'boolean' ? has === (value.toLowerCase() === 'true') : has === value;
}

function sorted(alarms: readonly Alarm[], call: Call): readonly Alarm[] {
  const given = call.query.getAll('sort');
  const keys = (given.length > 0 ? given : DEFAULT_SORT).map((one) => {
    const [key = '', direction] = one.split(':');
    const value = SORTS[key];
    if (value === undefined) throw badSort(one);
    return { value, sign: direction === 'desc' ? -1 : 1 };
  });
  return [...alarms].sort((one, other) => {
    for (const { value, sign } of keys) {
      const [left, right] = [value(one), value(other)];
      if (left !== right) return left < right ? -sign : sign;
    }
    return other.serial - one.serial;
  });
}

function badSort(value: string): AodhRefusal {
  const keys = `(${Object.keys(SORTS)
    .map((one) => `'${one}'`)
    .join(', ')})`;
  const message = `the sort parameter should be a pair of sort key and sort dir combined with ':', or only sort key specified and sort dir will be default 'asc', the supported sort keys are: ${keys}`;
  return invalidInput('sort', value, message);
}

/** A limit of 0 is none; an unknown marker breaks the server (measured). */
function paged(alarms: readonly Alarm[], call: Call): readonly Alarm[] {
  const marker = call.query.get('marker');
  const start = marker === null ? 0 : alarms.findIndex(({ id }) => id === marker) + 1;
  if (marker !== null && start === 0) throw new AodhRefusal(500, `Marker ${marker} not found.`);
  const limit = Number(call.query.get('limit') ?? 0);
  if (limit < 0) throw invalidInput('limit', `${limit}`, 'it should be a positive integer.');
  return limit > 0 ? alarms.slice(start, start + limit) : alarms.slice(start);
}

function pythonSet(values: readonly string[]): string {
  return `{${values.map((one) => `'${one}'`).join(', ')}}`;
}
