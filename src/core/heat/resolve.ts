/** Replaces the intrinsic functions whose results are known before Heat runs; leaves the others as they are. */
import { isJsonObject, type Json, type JsonObject, own } from '../../model/json.ts';
import { sameValue } from './canonical.ts';
import type { ParameterValues } from './parameters.ts';

export interface ResolveScope {
  readonly parameters: ParameterValues;
  readonly conditions: JsonObject;
  readonly files: Readonly<Record<string, string>>;
  /** CloudFormation's `Mappings`; absent where there can be none. */
  readonly mappings?: JsonObject;
  /** Physical ids by resource name, where `get_resource` may be replaced; empty when it may not. */
  readonly resourceIds: Readonly<Record<string, string>>;
}

export function resolve(value: Json, scope: ResolveScope): Json {
  if (Array.isArray(value))
    return value.map((item) => resolve(item, scope)).filter((item) => item !== OMITTED);
  if (!isJsonObject(value)) return value;
  const call = intrinsic(value);
  if (call) return call.evaluate(call.argument, scope) ?? value;
  const entries = Object.entries(value).map(([key, item]): [string, Json] => [key, resolve(item, scope)]);
  return Object.fromEntries(entries.filter(([, item]) => item !== OMITTED));
}

/** True when something in the value is still for Heat to compute. */
export function isUnresolved(value: Json): boolean {
  if (Array.isArray(value)) return value.some(isUnresolved);
  if (!isJsonObject(value)) return false;
  return isIntrinsic(value) || Object.values(value).some(isUnresolved);
}

/** Names of the resources that a value refers to, by id or by attribute. */
export function referencedResources(value: Json): ReadonlySet<string> {
  const names = new Set<string>();
  collectReferences(value, names);
  return names;
}

/** A two-argument `if` that is false: the property is left out (heat/engine/hot/functions.py If). */
const OMITTED: JsonObject = Object.freeze({ 'thermostat:omitted': true });

type Evaluate = (argument: Json, scope: ResolveScope) => Json | undefined;

const INTRINSICS: Readonly<Record<string, Evaluate>> = {
  get_param: getParameter,
  Ref: (argument, scope) => getParameter(argument, scope) ?? getResource(argument, scope),
  get_resource: getResource,
  get_file: (argument, scope) => (typeof argument === 'string' ? own(scope.files, argument) : undefined),
  if: chooseBranch,
  'Fn::If': chooseBranch,
  'Fn::FindInMap': findInMap,
  list_join: (argument, scope) => join('list_join', argument, scope),
  'Fn::Join': (argument, scope) => join('Fn::Join', argument, scope),
};

/** Functions that only Heat evaluates; their arguments are still resolved, so that a changed argument shows. */
const OPAQUE = new Set([
  'get_attr',
  'str_replace',
  'str_replace_strict',
  'str_replace_vstrict',
  'str_split',
  'digest',
  'repeat',
  'resource_facade',
  'map_merge',
  'map_replace',
  'yaql',
  'contains',
  'list_concat',
  'list_concat_unique',
  'filter',
  'make_url',
  'Fn::GetAtt',
  'Fn::Select',
  'Fn::Split',
  'Fn::Replace',
  'Fn::Base64',
  'Fn::GetAZs',
  'Fn::MemberListToMap',
  'Fn::ResourceFacade',
]);

function intrinsic(value: JsonObject): { argument: Json; evaluate: Evaluate } | null {
  const [name, ...others] = Object.keys(value);
  if (name === undefined || others.length > 0) return null;
  const argument = value[name] ?? null;
  const evaluate = own(INTRINSICS, name);
  if (evaluate) return { argument, evaluate };
  if (OPAQUE.has(name)) return { argument, evaluate: (inner, scope) => ({ [name]: resolve(inner, scope) }) };
  return null;
}

/** `{ get_param: … }` and the like. */
export function isIntrinsic(value: JsonObject): boolean {
  const [name, ...others] = Object.keys(value);
  return name !== undefined && others.length === 0 && (Object.hasOwn(INTRINSICS, name) || OPAQUE.has(name));
}

function getParameter(argument: Json, scope: ResolveScope): Json | undefined {
  const [name, ...path] = Array.isArray(argument) ? argument : [argument];
  if (typeof name !== 'string') return undefined;
  return path.reduce<Json | undefined>(
    (value, key) => (value === undefined ? undefined : step(value, resolve(key, scope))),
    own(scope.parameters, name),
  );
}

function step(value: Json, key: Json): Json | undefined {
  if (Array.isArray(value)) return value[Number(key)];
  return isJsonObject(value) ? own(value, String(key)) : undefined;
}

function getResource(argument: Json, scope: ResolveScope): Json | undefined {
  return typeof argument === 'string' ? own(scope.resourceIds, argument) : undefined;
}

function findInMap(argument: Json, scope: ResolveScope): Json | undefined {
  const path = Array.isArray(argument) ? argument.map((part) => resolve(part, scope)) : [];
  const found = path.some(isUnresolved)
    ? undefined
    : path.reduce<Json | undefined>(
        (value, key) => (value === undefined ? undefined : step(value, key)),
        scope.mappings,
      );
  return found ?? { 'Fn::FindInMap': path };
}

/** Known once the delimiter and all items are; HOT joins several lists to one text (heat/engine/hot/functions.py JoinMultiple). */
function join(name: 'list_join' | 'Fn::Join', argument: Json, scope: ResolveScope): Json {
  const resolved = resolve(argument, scope);
  const [delimiter, ...lists] = Array.isArray(resolved) ? resolved : [];
  const isKnown = typeof delimiter === 'string' && lists.length > 0 && lists.every(isTexts);
  return isKnown ? lists.flat().join(delimiter) : { [name]: resolved };
}

function isTexts(list: Json): list is (string | number)[] {
  return (
    Array.isArray(list) && list.every((item: Json) => typeof item === 'string' || typeof item === 'number')
  );
}

function chooseBranch(argument: Json, scope: ResolveScope): Json | undefined {
  if (!Array.isArray(argument) || argument.length < 2) return undefined;
  const truth = evaluateCondition(argument[0] ?? null, scope);
  if (truth === undefined)
    return { if: argument.map((item, index) => (index === 0 ? item : resolve(item, scope))) };
  const branch = truth ? argument[1] : argument[2];
  return branch === undefined ? OMITTED : resolve(branch, scope);
}

/** A condition's truth; undefined when only Heat can tell. */
export function evaluateCondition(condition: Json, scope: ResolveScope): boolean | undefined {
  if (typeof condition === 'boolean') return condition;
  if (typeof condition === 'string') {
    const named = own(scope.conditions, condition);
    return named === undefined ? undefined : evaluateCondition(named, scope);
  }
  if (!isJsonObject(condition)) return undefined;
  const [name] = Object.keys(condition);
  const operator = name === undefined ? undefined : own(CONDITIONS, name);
  return operator?.(condition[name ?? ''] ?? null, scope);
}

const CONDITIONS: Readonly<Record<string, (argument: Json, scope: ResolveScope) => boolean | undefined>> = {
  equals: areEqual,
  'Fn::Equals': areEqual,
  not: negate,
  'Fn::Not': negate,
  and: (argument, scope) => combine(argument, scope, (values) => values.every(Boolean)),
  'Fn::And': (argument, scope) => combine(argument, scope, (values) => values.every(Boolean)),
  or: (argument, scope) => combine(argument, scope, (values) => values.some(Boolean)),
  'Fn::Or': (argument, scope) => combine(argument, scope, (values) => values.some(Boolean)),
  get_param: (argument, scope) => truthOf(getParameter(argument, scope)),
  condition: (argument, scope) => evaluateCondition(argument, scope),
  Condition: (argument, scope) => evaluateCondition(argument, scope),
};

function truthOf(value: Json | undefined): boolean | undefined {
  if (value === undefined) return undefined;
  return value === true || ['true', '1', 'yes', 'on', 't', 'y'].includes(String(value).toLowerCase());
}

function areEqual(argument: Json, scope: ResolveScope): boolean | undefined {
  if (!Array.isArray(argument) || argument.length !== 2) return undefined;
  const [left, right] = argument.map((item) => resolve(item, scope));
  if (left === undefined || right === undefined || isUnresolved(left) || isUnresolved(right))
    return undefined;
  return sameValue(left, right);
}

function negate(argument: Json, scope: ResolveScope): boolean | undefined {
  const inner = evaluateCondition(Array.isArray(argument) ? (argument[0] ?? null) : argument, scope);
  return inner === undefined ? undefined : !inner;
}

function combine(
  argument: Json,
  scope: ResolveScope,
  join: (values: boolean[]) => boolean,
): boolean | undefined {
  if (!Array.isArray(argument)) return undefined;
  const values = argument.map((item) => evaluateCondition(item, scope));
  return values.some((value) => value === undefined) ? undefined : join(values.map(Boolean));
}

function collectReferences(value: Json, names: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) collectReferences(item, names);
    return;
  }
  if (!isJsonObject(value)) return;
  for (const [key, item] of Object.entries(value)) {
    const target = Array.isArray(item) ? item[0] : item;
    if (REFERENCES.has(key) && typeof target === 'string') names.add(target);
    collectReferences(item, names);
  }
}

const REFERENCES = new Set(['get_resource', 'get_attr', 'Ref', 'Fn::GetAtt']);
