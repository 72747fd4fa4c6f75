// What a rule of each alarm type may hold, with Aodh's defaults and refusals.

import { isObject, type Json, type JsonObject } from '../json.ts';
import { AodhRefusal, invalidInput } from './refusals.ts';

type FieldKind = 'text' | 'number' | 'count' | 'operator' | 'texts' | 'event-query';

interface Field {
  readonly kind: FieldKind;
  readonly mandatory?: true;
  readonly otherwise?: Json;
}

const text: Field = { kind: 'text', mandatory: true };
const OPERATOR: Field = { kind: 'operator', otherwise: 'eq' };
const THRESHOLD: Field = { kind: 'number', mandatory: true };

/** In the order in which Aodh shows them (measured). */
const COMMON: Readonly<Record<string, Field>> = {
  comparison_operator: OPERATOR,
  threshold: THRESHOLD,
  aggregation_method: text,
  evaluation_periods: { kind: 'count', otherwise: 1 },
  granularity: { kind: 'count', otherwise: 60 },
};

const RULES: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  gnocchi_resources_threshold: { metric: text, resource_id: text, resource_type: text, ...COMMON },
  gnocchi_aggregation_by_metrics_threshold: { metrics: { kind: 'texts', mandatory: true }, ...COMMON },
  gnocchi_aggregation_by_resources_threshold: { metric: text, query: text, resource_type: text, ...COMMON },
  event: {
    event_type: { kind: 'text', otherwise: '*' },
    query: { kind: 'event-query', otherwise: [] },
  },
  prometheus: { comparison_operator: OPERATOR, threshold: THRESHOLD, query: text },
};

export const THRESHOLD_TYPES = [
  'gnocchi_resources_threshold',
  'gnocchi_aggregation_by_metrics_threshold',
  'gnocchi_aggregation_by_resources_threshold',
];
const COMPOSABLE = [
  'gnocchi_aggregation_by_metrics_threshold',
  'gnocchi_aggregation_by_resources_threshold',
  'gnocchi_resources_threshold',
  'prometheus',
];
export const ALARM_TYPES = [
  'gnocchi_resources_threshold',
  'loadbalancer_member_health',
  'gnocchi_aggregation_by_metrics_threshold',
  'event',
  'gnocchi_aggregation_by_resources_threshold',
  'composite',
  'prometheus',
];
/** As wsme prints its set (measured). */
const OPERATORS = 'eq, ge, ne, lt, gt, le';
/** Deeper nesting than anybody writes by hand. */
const DEEPEST = 20;

/** Throws a refusal. */
export function readRule(type: string, given: Json): JsonObject {
  if (type === 'composite') return readComposite(given, 0);
  const table = RULES[type];
  if (!isObject(given)) throw invalidInput(`${type}_rule`, String(given), '');
  if (table === undefined) return given;
  const unknown = Object.keys(given).find((key) => !Object.hasOwn(table, key));
  if (unknown !== undefined) throw new AodhRefusal(400, `Unknown attribute for argument data: ${unknown}`);
  return Object.fromEntries(
    Object.entries(table).map(([name, field]) => [name, readField(name, field, given[name])]),
  );
}

/** A null that was sent is kept, even where the evaluator will break on it (measured). */
function readField(name: string, field: Field, given: Json | undefined): Json {
  if (given === undefined) {
    if (field.mandatory === true) throw invalidInput(name, 'None', 'Mandatory field missing.');
    return field.otherwise ?? null;
  }
  switch (field.kind) {
    case 'operator':
      if (typeof given === 'string' && OPERATORS.split(', ').includes(given)) return given;
      throw invalidInput(name, pythonValue(given), `Value should be one of: ${OPERATORS}`);
    case 'number':
      if (typeof given === 'number') return given;
      throw invalidInput(name, pythonValue(given), `could not convert string to float: '${String(given)}'`);
    case 'count':
      if (typeof given === 'number' && given < 1)
        throw invalidInput(name, String(given), 'Value should be greater or equal to 1');
      return given;
    case 'texts':
      return Array.isArray(given) ? given.map(String) : [];
    case 'event-query':
      return Array.isArray(given) ? given.filter(isObject).map(eventTerm) : [];
    case 'text':
      return given;
  }
}

function eventTerm(term: JsonObject): JsonObject {
  const { field = null, op = 'eq', value = null, type = '' } = term;
  return { field, op, value, type };
}

function pythonValue(value: Json): string {
  return value === null ? 'None' : String(value);
}

/** aodh composite.py valid_composite_rule: what is given first, then what it lacks, the type last. */
function readComposite(given: Json, depth: number): JsonObject {
  if (!isObject(given) || depth > DEEPEST) throw notComposite(given);
  const [[key, inner] = ['', null], ...more] = Object.entries(given);
  if (key !== '' && more.length === 0) {
    if (key !== 'and' && key !== 'or')
      throw new AodhRefusal(400, 'Threshold rules should be combined with "and" or "or"');
    if (!Array.isArray(inner)) throw notComposite(given);
    return { [key]: inner.map((one) => readComposite(one, depth + 1)) };
  }
  const { type, ...rule } = given;
  if (typeof type !== 'string') throw new AodhRefusal(400, 'type must be set in every rule');
  if (!COMPOSABLE.includes(type)) {
    const plugins = `[${COMPOSABLE.map((one) => `'${one}'`).join(', ')}]`;
    const message = `Unsupported sub-rule type :${type} in composite rule, should be one of: ${plugins}`;
    throw new AodhRefusal(400, message);
  }
  return { ...rule, ...readRule(type, rule), type };
}

function notComposite(given: Json): AodhRefusal {
  const shown = JSON.stringify(given);
  const message = `Invalid input composite rule: ${shown}, it should be a dict with an "and" or "or" as key, and the value of dict should be a list of basic threshold rules or sub composite rules, can be nested.`;
  return new AodhRefusal(400, message);
}

/** Whether an OS::Heat type's property belongs to the rule. */
export function ruleFields(type: string): readonly string[] {
  return Object.keys(RULES[type] ?? {});
}
