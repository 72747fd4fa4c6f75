// Heat's intrinsic functions, in both template languages.

import { createHash } from 'node:crypto';
import { isObject, type Json, type JsonObject, objectOr } from '../../json.ts';
import { ZONES } from '../../nova/zones.ts';
import { pythonJson } from '../../python-text.ts';
import { InvalidValue } from '../problem.ts';
import { repeat } from './repeat.ts';

/** A value that is not known before the resources exist; text that contains it is not known either. */
export const UNKNOWN = '\u0000unknown';

/** Where a function finds what it refers to. */
export interface Scope {
  readonly dialect: 'hot' | 'cfn';
  parameter(name: string, path: readonly string[]): Json;
  reference(name: string, path: readonly string[]): Json;
  attribute(resource: string, path: readonly string[], where: readonly string[]): Json;
  condition(name: string, where: readonly string[]): boolean;
  file(name: string, where: readonly string[]): Json;
  mapping(map: string, key: string, name: string): Json;
}

/** Undefined is a value left out (an `if` without an else). */
export type Resolved = Json | undefined;

export type Evaluate = (value: Json) => Resolved;

/** Where a value stands; conditions have functions of their own. */
export type Place = 'value' | 'condition';

export interface FunctionCall {
  readonly name: string;
  readonly argument: Json;
  readonly scope: Scope;
  readonly where: readonly string[];
  readonly evaluate: Evaluate;
  /** The same for a condition. */
  readonly decide: Evaluate;
}

type IntrinsicFunction = (call: FunctionCall) => Resolved;

const HOT: Readonly<Record<string, IntrinsicFunction>> = {
  get_param: getParam,
  get_resource: (call) => call.scope.reference(String(call.evaluate(call.argument)), call.where),
  get_attr: getAttr,
  get_file: (call) => call.scope.file(String(call.evaluate(call.argument)), call.where),
  str_replace: strReplace,
  str_replace_strict: strReplace,
  str_replace_vstrict: strReplace,
  str_split: strSplit,
  list_join: listJoin,
  list_concat: (call) => lists(call).flat(),
  list_concat_unique: (call) => unique(lists(call).flat()),
  map_merge: (call) => Object.assign({}, ...lists(call).map((item) => objectOr(item))) as JsonObject,
  map_replace: mapReplace,
  repeat: (call) => repeat(call),
  digest,
  if: conditional,
  contains: (call) => {
    const [item, items] = lists(call);
    return list(items).some((one) => pythonJson(one) === pythonJson(item));
  },
};

const CFN: Readonly<Record<string, IntrinsicFunction>> = {
  Ref: (call) => call.scope.reference(String(call.argument), call.where),
  'Fn::GetAtt': getAttr,
  'Fn::Join': listJoin,
  'Fn::Split': strSplit,
  'Fn::Replace': (call) => {
    const [params, template] = list(call.argument);
    return replaced(call, template, params);
  },
  'Fn::Base64': (call) => call.evaluate(call.argument),
  'Fn::FindInMap': (call) => {
    const [map, key, name] = lists(call).map(String);
    return call.scope.mapping(map ?? '', key ?? '', name ?? '');
  },
  'Fn::Select': (call) => {
    const [index, items] = lists(call);
    return isObject(items) ? (items[String(index)] ?? '') : (list(items)[Number(index)] ?? '');
  },
  'Fn::GetAZs': () => [...ZONES],
  'Fn::If': conditional,
  'Fn::Equals': equals,
  'Fn::Not': (call) => !list(call.argument).every((item) => truth(call, item)),
  'Fn::And': (call) => list(call.argument).every((item) => truth(call, item)),
  'Fn::Or': (call) => list(call.argument).some((item) => truth(call, item)),
};

/** Functions inside conditions only: elsewhere `or` is a key like any other (heat/engine/hot/template.py condition_functions). */
const HOT_CONDITIONS: Readonly<Record<string, IntrinsicFunction>> = {
  equals,
  not: (call) => !truth(call, call.argument),
  and: (call) => list(call.argument).every((item) => truth(call, item)),
  or: (call) => list(call.argument).some((item) => truth(call, item)),
};

/** The function that a mapping with this single key calls, if it is one. */
export function functionNamed(
  dialect: 'hot' | 'cfn',
  name: string,
  place: Place,
): IntrinsicFunction | undefined {
  if (dialect === 'cfn') return CFN[name];
  return (place === 'condition' ? HOT_CONDITIONS[name] : undefined) ?? HOT[name];
}

function getParam(call: FunctionCall): Resolved {
  const [name, ...path] = list(call.argument).map((item) => call.evaluate(item) ?? null);
  return select(call.scope.parameter(String(name), call.where), path);
}

function getAttr(call: FunctionCall): Resolved {
  const parts = list(call.argument).map((item) => call.evaluate(item) ?? null);
  const [resource, ...path] = parts.map(String);
  return call.scope.attribute(resource ?? '', path, [...call.where, call.name]);
}

/** Follows keys and indexes into a value; what is not there is null (heat/engine/attributes.py select_from_attribute). */
export function select(value: Json, path: readonly Json[]): Json {
  let current: Json | undefined = value;
  for (const part of path) {
    if (Array.isArray(current)) current = current[Number(part)];
    else if (isObject(current)) current = current[String(part)];
    else return current === UNKNOWN ? UNKNOWN : null;
  }
  return current ?? null;
}

function strReplace(call: FunctionCall): Resolved {
  const argument = objectOr(call.argument);
  return replaced(call, argument['template'], argument['params']);
}

function replaced(call: FunctionCall, template: Json | undefined, params: Json | undefined): string {
  const text = String(call.evaluate(template ?? '') ?? '');
  const values = objectOr(call.evaluate(params ?? {}));
  const keys = Object.keys(values).sort((one, other) => other.length - one.length || (one < other ? 1 : -1));
  if (keys.length === 0) return text;
  const pattern = new RegExp(keys.map((key) => key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
  return text.replace(pattern, (key) => asText(values[key] ?? null));
}

export function asText(value: Json): string {
  if (value === null) return '';
  return typeof value === 'object' ? pythonJson(value) : pythonScalar(value);
}

function pythonScalar(value: boolean | number | string): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return String(value);
}

function strSplit(call: FunctionCall): Resolved {
  const [delimiter, text, index] = lists(call);
  const parts = String(text ?? '').split(String(delimiter));
  return index === undefined ? parts : (parts[Number(index)] ?? null);
}

function listJoin(call: FunctionCall): Resolved {
  const [delimiter, ...rest] = lists(call);
  return rest
    .flatMap((item) => (Array.isArray(item) ? item : item === UNKNOWN ? [UNKNOWN] : []))
    .filter((item) => item !== null)
    .map(asText)
    .join(String(delimiter));
}

function mapReplace(call: FunctionCall): Resolved {
  const [map, rules] = lists(call).map((item) => objectOr(item));
  const keys = objectOr(rules?.['keys']);
  const values = objectOr(rules?.['values']);
  return Object.fromEntries(
    Object.entries(map ?? {}).map(([key, value]) => [
      String(keys[key] ?? key),
      typeof value === 'string' && values[value] !== undefined ? (values[value] ?? null) : value,
    ]),
  );
}

function digest(call: FunctionCall): Resolved {
  const [algorithm, value] = lists(call).map(String);
  return createHash(algorithm ?? 'sha256')
    .update(value ?? '')
    .digest('hex');
}

function conditional(call: FunctionCall): Resolved {
  const [test, yes, no] = list(call.argument);
  const chosen = truth(call, test ?? null) ? yes : no;
  return chosen === undefined ? undefined : call.evaluate(chosen);
}

function equals(call: FunctionCall): Resolved {
  const items = list(call.argument);
  if (!Array.isArray(call.argument) || items.length !== 2) {
    const message = `Arguments to "${call.name}" must be of the form: [value_1, value_2]`;
    throw new InvalidValue('', [...call.where, call.name], message);
  }
  const [one, other] = items.map((item) => call.evaluate(item) ?? null);
  return pythonJson(one) === pythonJson(other);
}

function truth(call: FunctionCall, value: Json): boolean {
  if (typeof value === 'string') return call.scope.condition(value, call.where);
  return call.decide(value) === true;
}

export function list(value: Json | undefined): Json[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** The arguments, evaluated; also when the whole list comes from a function. */
function lists(call: FunctionCall): Json[] {
  const argument = isObject(call.argument) ? call.evaluate(call.argument) : call.argument;
  return list(argument).map((item) => call.evaluate(item) ?? null);
}

function unique(items: readonly Json[]): Json[] {
  return items.filter(
    (item, index) => items.findIndex((one) => pythonJson(one) === pythonJson(item)) === index,
  );
}
