/** What the schema refuses in a document, one plain sentence each. */
import type { ErrorObject } from 'ajv';
import type {
  AutoScalingGroup,
  Deleted,
  Guardrail,
  HeatStack,
  Prices,
  Settings,
} from '../../generated/spec-types.ts';
import {
  type SpecValidator,
  validateAutoScalingGroup,
  validateDeleted,
  validateGuardrail,
  validateHeatStack,
  validatePrices,
  validateSettings,
} from '../../generated/spec-validators.js';
import type { Json } from '../../model/json.ts';
import type { Problem } from '../../model/problem.ts';
import { typeName } from './cloud-init/schema-verdict.ts';
import { notBuiltYet } from './not-built-yet.ts';
import { positionOf } from './positions.ts';
import { list, quote } from './quote.ts';
import { schemaAt, unescaped } from './schema-lookup.ts';
import type { OwnKind, SpecDocument } from './spec-documents.ts';
import { hint } from './suggest.ts';
import { pointerTo } from './yaml-values.ts';

interface Shapes {
  readonly AutoScalingGroup: AutoScalingGroup;
  readonly HeatStack: HeatStack;
  readonly Deleted: Deleted;
  readonly Settings: Settings;
  readonly Guardrail: Guardrail;
  readonly Prices: Prices;
}

const VALIDATORS: { readonly [K in OwnKind]: SpecValidator<Shapes[K]> } = {
  AutoScalingGroup: validateAutoScalingGroup,
  HeatStack: validateHeatStack,
  Deleted: validateDeleted,
  Settings: validateSettings,
  Guardrail: validateGuardrail,
  Prices: validatePrices,
};

/** The document in its kind's shape, or null with what the schema refuses. */
export function documentAs<K extends OwnKind>(
  document: SpecDocument,
  kind: K,
): { readonly raw: Shapes[K] | null; readonly problems: readonly Problem[] } {
  const validate = VALIDATORS[kind];
  const { value } = document;
  if (validate(value)) return { raw: value, problems: [] };
  return { raw: null, problems: (validate.errors ?? []).map((error) => problem(document, kind, error)) };
}

function problem(document: SpecDocument, kind: OwnKind, error: ErrorObject): Problem {
  const { yaml } = document;
  if (error.keyword === 'additionalProperties') {
    const key = String(error.params['additionalProperty']);
    const at = yaml.keys.get(pointerTo(error.instancePath, key)) ?? positionOf(yaml, error.instancePath);
    return { ...at, message: unknownKey(kind, error.instancePath, key) };
  }
  const value = valueAt(document.value, error.instancePath);
  return { ...positionOf(yaml, error.instancePath), message: sentence(kind, error, value) };
}

function unknownKey(kind: OwnKind, pointer: string, key: string): string {
  const soon = notBuiltYet(kind, pointer, key);
  if (soon !== null) return soon;
  const known = Object.keys(schemaAt(kind, pointer).properties ?? {});
  const otherwise = `it takes ${list(known)}`;
  return `${quote(key)} is no key of ${dotted(pointer)}${hint(key, known, otherwise)}`;
}

function sentence(kind: OwnKind, error: ErrorObject, value: Json | undefined): string {
  const { params } = error;
  const name = dotted(error.instancePath);
  const was = `${name} is ${isUserData(error.instancePath) ? kindOf(value) : quote(value)}`;
  const schema = schemaAt(kind, error.instancePath);
  switch (error.keyword) {
    case 'required':
      return missing(kind, error.instancePath, String(params['missingProperty']));
    case 'type':
      return `${was}; it must be ${typeNames(schema.type)}`;
    case 'pattern':
      return `${was}; it must be ${schema.patternErrorMessage ?? 'of another form'}`;
    case 'enum':
      return `${was}${hint(String(value), strings(params['allowedValues']), `it must be ${list(strings(params['allowedValues']), 'or')}`)}`;
    case 'const':
      return `${was}; it must be ${quote(params['allowedValue'])}`;
    case 'minimum':
      return `${was}; it must be at least ${params['limit']}`;
    case 'maximum':
      return `${was}; it must be at most ${params['limit']}`;
    case 'exclusiveMinimum':
      return `${was}; it must be more than ${params['limit']}`;
    case 'minItems':
      return `${name} is empty; it needs at least one: ${lower(schema.description)}`;
    case 'maxItems':
      return `${name} has more than ${params['limit']} entries; it may have ${params['limit']} at most`;
    case 'minProperties':
    case 'maxProperties':
      return `${name} needs exactly one of ${list(Object.keys(schema.properties ?? {}), 'and')}`;
    default:
      return `${was}; it must be: ${lower(schema.description)}`;
  }
}

/** User data in the wrong form may hold any secret. */
function isUserData(pointer: string): boolean {
  return /^\/spec\/server\/cloudInit(?:$|\/(?:parts$|parts\/\d+$)|(?:\/.+)?\/inline$)/.test(pointer);
}

function kindOf(value: Json | undefined): string {
  return TYPE_NAMES[typeName(value ?? null)] ?? 'empty';
}

function missing(kind: OwnKind, pointer: string, key: string): string {
  const { description } = schemaAt(kind, pointerTo(pointer, key));
  const what = description === undefined ? '' : `: ${lower(description)}`;
  return `${dotted(pointer)} has no ${quote(key)}; add it${what}`;
}

/** `spec.scaling.policies[0].add`; the document itself is `the spec`. */
export function dotted(pointer: string): string {
  if (pointer === '') return 'the spec';
  const steps = pointer.split('/').slice(1).map(unescaped);
  return steps
    .map((step, index) => (/^[0-9]+$/.test(step) ? `[${step}]` : `${index > 0 ? '.' : ''}${step}`))
    .join('');
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'a mapping of keys to values',
  array: 'a list',
};

function typeNames(type: string | readonly string[] | undefined): string {
  const names = (typeof type === 'string' ? [type] : (type ?? [])).map((name) => TYPE_NAMES[name] ?? name);
  const quotes = names.length === 1 && type === 'string' ? ' (put it in quotes)' : '';
  return list(names, 'or') + quotes;
}

function valueAt(root: Json, pointer: string): Json | undefined {
  let value: unknown = root;
  for (const step of pointer.split('/').slice(1).map(unescaped)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value as Json;
}

function strings(values: unknown): string[] {
  return Array.isArray(values) ? values.map(String) : [];
}

function lower(description: string | undefined): string {
  const text = (description ?? '').replace(/\.$/, '').split('. ')[0] ?? '';
  return /^[A-Z][a-z ]/.test(text) && !/^(Nova|Heat|Neutron|Octavia)/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
