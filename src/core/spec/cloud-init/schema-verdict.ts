/** Holds a value against cloud-config's JSON Schema, and of several forms it may have, finds the one it was meant to have. */
import type { Json, JsonObject } from '../../../model/json.ts';
import { isJsonObject } from '../../../model/json.ts';
import { pointerTo } from '../yaml-values.ts';

/** The keywords that scripts/cloud-config-schema.mjs lets through. */
export interface Schema {
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly Json[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly uniqueItems?: boolean;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly deprecated?: boolean;
  readonly deprecated_version?: string;
  readonly changed?: boolean;
  readonly changed_version?: string;
}

/** What a value may be, where it is something else. */
export interface Expectation {
  readonly types: readonly string[];
  readonly values: readonly Json[];
  readonly patterns: readonly string[];
}

export type Failure = { readonly pointer: string } & (
  | ({ readonly kind: 'expected' } & Expectation)
  | { readonly kind: 'unknown-key'; readonly key: string; readonly known: readonly string[] }
  /** Each list is one way to be complete. */
  | { readonly kind: 'missing'; readonly ways: readonly (readonly string[])[] }
  | {
      readonly kind: 'limit';
      readonly limit: 'minimum' | 'minItems' | 'maxItems' | 'minProperties';
      readonly is: number;
    }
  | { readonly kind: 'repeated' }
  | { readonly kind: 'date' }
  | { readonly kind: 'several-forms'; readonly ways: readonly (readonly string[])[] }
);

/** The schema calls the key or what stands there outdated, since that version of cloud-init. */
export interface Outdated {
  readonly pointer: string;
  readonly since: string;
}

export interface Verdict {
  readonly failures: readonly Failure[];
  readonly outdated: readonly Outdated[];
}

/** How the value at the pointer was written, where JSON can't tell it. */
export interface Written {
  readonly isDate: (pointer: string) => boolean;
  readonly isWholeFloat: (pointer: string) => boolean;
}

export function judge(root: Schema, value: Json, written: Written): Verdict {
  return new Judge(root, written).judge(root, value, '');
}

const FINE: Verdict = { failures: [], outdated: [] };

class Judge {
  readonly #definitions: Readonly<Record<string, Schema>>;
  readonly #written: Written;

  constructor(root: Schema, written: Written) {
    this.#definitions = root.$defs ?? {};
    this.#written = written;
  }

  judge(schema: Schema, value: Json, pointer: string): Verdict {
    const own = this.#ownFailures(schema, value, pointer);
    return joined([
      { failures: own, outdated: outdatedBy(schema, pointer) },
      ...this.#referred(schema, value, pointer),
      // of what is no mapping or list where it must be one, nothing more is to be said
      ...(own.some((failure) => failure.kind === 'expected')
        ? []
        : [...this.#forms(schema, value, pointer), ...this.#below(schema, value, pointer)]),
    ]);
  }

  #referred(schema: Schema, value: Json, pointer: string): readonly Verdict[] {
    const target =
      schema.$ref === undefined ? undefined : this.#definitions[schema.$ref.replace('#/$defs/', '')];
    return target === undefined ? [] : [this.judge(target, value, pointer)];
  }

  #forms(schema: Schema, value: Json, pointer: string): readonly Verdict[] {
    const all = (schema.allOf ?? []).map((one) => this.judge(one, value, pointer));
    const any = schema.anyOf === undefined ? [] : [this.#anyOf(schema.anyOf, value, pointer, false)];
    const one = schema.oneOf === undefined ? [] : [this.#anyOf(schema.oneOf, value, pointer, true)];
    return [...all, ...any, ...one];
  }

  #anyOf(forms: readonly Schema[], value: Json, pointer: string, exclusive: boolean): Verdict {
    const verdicts = forms.map((form) => this.judge(form, value, pointer));
    const fitting = verdicts.flatMap(({ failures }, index) => (failures.length === 0 ? [index] : []));
    const [first] = fitting;
    if (first === undefined) return { failures: closest(verdicts, pointer), outdated: [] };
    if (!exclusive || fitting.length === 1) return verdicts[first] ?? FINE;
    const ways = fitting.map((index) => forms[index]?.required ?? []);
    return { failures: [{ kind: 'several-forms', pointer, ways }], outdated: [] };
  }

  #ownFailures(schema: Schema, value: Json, pointer: string): readonly Failure[] {
    const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
    const expected = (part: Partial<Expectation>): Failure[] => [
      { kind: 'expected', pointer, types: [], values: [], patterns: [], ...part },
    ];
    if (schema.enum !== undefined && !schema.enum.some((one) => isSame(one, value)))
      return expected({ values: schema.enum });
    if (types.length > 0 && !types.some((type) => this.#is(type, value, pointer))) return expected({ types });
    if (
      schema.pattern !== undefined &&
      typeof value === 'string' &&
      !new RegExp(schema.pattern, 'u').test(value)
    )
      return expected({ patterns: [schema.pattern] });
    return [...limits(schema, value, pointer), ...missing(schema, value, pointer)];
  }

  #is(type: string, value: Json, pointer: string): boolean {
    const whole = Number.isInteger(value) && !this.#written.isWholeFloat(pointer);
    switch (type) {
      case 'integer':
        return whole;
      case 'string':
        return typeof value === 'string' && !this.#written.isDate(pointer);
      default:
        return typeName(value) === type;
    }
  }

  #below(schema: Schema, value: Json, pointer: string): readonly Verdict[] {
    const { items } = schema;
    if (Array.isArray(value) && items !== undefined)
      return value.map((item, index) => this.judge(items, item, pointerTo(pointer, index)));
    if (!isJsonObject(value)) return [];
    const open = schema.patternProperties === undefined && (schema.additionalProperties ?? true) === true;
    const keys = open // sixty modules look at each top-level key: only at those they know
      ? Object.keys(schema.properties ?? {}).filter((key) => Object.hasOwn(value, key))
      : Object.keys(value);
    return keys.flatMap((key) => this.#property(schema, value, key, pointer));
  }

  #property(schema: Schema, value: JsonObject, key: string, pointer: string): readonly Verdict[] {
    const { properties = {}, patternProperties = {}, additionalProperties = true } = schema;
    const patterns = Object.keys(patternProperties).filter((pattern) => new RegExp(pattern, 'u').test(key));
    const schemas = [
      ...(Object.hasOwn(properties, key) ? [properties[key]] : []),
      ...patterns.map((pattern) => patternProperties[pattern]),
    ];
    const below = pointerTo(pointer, key);
    const item = value[key] ?? null;
    const known = schemas.flatMap((one) => (one === undefined ? [] : [this.judge(one, item, below)]));
    if (schemas.length > 0 || additionalProperties === true) return known;
    if (additionalProperties !== false) return [this.judge(additionalProperties, item, below)];
    return [
      { failures: [{ kind: 'unknown-key', pointer, key, known: Object.keys(properties) }], outdated: [] },
    ];
  }
}

function outdatedBy(schema: Schema, pointer: string): readonly Outdated[] {
  if (schema.deprecated === true) return [{ pointer, since: schema.deprecated_version ?? '' }];
  return schema.changed === true ? [{ pointer, since: schema.changed_version ?? '' }] : [];
}

function limits(schema: Schema, value: Json, pointer: string): readonly Failure[] {
  const size = Array.isArray(value) ? value.length : 0;
  const below = (limit: number | undefined, is: number) => limit !== undefined && is < limit;
  const failures: Failure[] = [];
  const add = (limit: 'minimum' | 'minItems' | 'maxItems' | 'minProperties') =>
    failures.push({ kind: 'limit', pointer, limit, is: schema[limit] ?? 0 });
  if (typeof value === 'number' && below(schema.minimum, value)) add('minimum');
  if (Array.isArray(value) && below(schema.minItems, size)) add('minItems');
  if (Array.isArray(value) && size > (schema.maxItems ?? size)) add('maxItems');
  if (isJsonObject(value) && below(schema.minProperties, Object.keys(value).length)) add('minProperties');
  if (schema.uniqueItems === true && Array.isArray(value) && hasRepeated(value))
    failures.push({ kind: 'repeated', pointer });
  if (schema.format === 'date' && typeof value === 'string' && !isDate(value))
    failures.push({ kind: 'date', pointer });
  return failures;
}

function missing(schema: Schema, value: Json, pointer: string): readonly Failure[] {
  if (schema.required === undefined || !isJsonObject(value)) return [];
  const absent = schema.required.filter((key) => !Object.hasOwn(value, key));
  return absent.length === 0 ? [] : [{ kind: 'missing', pointer, ways: [absent] }];
}

/** Of forms that all fail: what is wrong with the one that was meant. */
function closest(verdicts: readonly Verdict[], pointer: string): readonly Failure[] {
  const entered = verdicts.filter(({ failures }) => !failures.some((one) => isExpected(one, pointer)));
  if (entered.length === 0) return [merged(verdicts, pointer)];
  const ofKind = entered.filter(
    ({ failures }) => !failures.some((one) => isExpected(one, `${pointer}/type`)),
  );
  if (ofKind.length === 0) return [merged(entered, `${pointer}/type`)];
  const ways = ofKind.map(({ failures }) => onlyMissing(failures, pointer));
  if (ways.every((way) => way !== null)) return [{ kind: 'missing', pointer, ways: ways.flat() }];
  const [best] = [...ofKind].sort((a, b) => a.failures.length - b.failures.length);
  return best?.failures ?? [];
}

type Expected = Extract<Failure, { kind: 'expected' }>;

function isExpected(failure: Failure, pointer: string): failure is Expected {
  return failure.kind === 'expected' && failure.pointer === pointer;
}

function merged(verdicts: readonly Verdict[], pointer: string): Failure {
  const all = verdicts.flatMap(({ failures }) => failures.filter((one) => isExpected(one, pointer)));
  return {
    kind: 'expected',
    pointer,
    types: unique(all.flatMap(({ types }) => types)),
    values: unique(all.flatMap(({ values }) => values)),
    patterns: unique(all.flatMap(({ patterns }) => patterns)),
  };
}

function onlyMissing(failures: readonly Failure[], pointer: string): readonly (readonly string[])[] | null {
  const [only] = failures;
  if (failures.length !== 1 || only?.kind !== 'missing' || only.pointer !== pointer) return null;
  return only.ways;
}

function joined(verdicts: readonly Verdict[]): Verdict {
  return {
    failures: verdicts.flatMap(({ failures }) => failures),
    outdated: verdicts.flatMap(({ outdated }) => outdated),
  };
}

export function typeName(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}

function isSame(a: Json, b: Json): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function hasRepeated(values: readonly Json[]): boolean {
  return new Set(values.map((value) => JSON.stringify(value))).size < values.length;
}

function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined || year === '0000') return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  date.setUTCFullYear(Number(year));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}
