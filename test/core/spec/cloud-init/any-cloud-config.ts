/** Makes cloud-configs that hold to the schema, or nearly: the same ones for the same seed. */

import type { Schema } from '../../../../src/core/spec/cloud-init/schema-verdict.ts';
import { CLOUD_CONFIG_SCHEMA } from '../../../../src/generated/cloud-config-schema.ts';
import type { Json } from '../../../../src/model/json.ts';

const ROOT: Schema = JSON.parse(CLOUD_CONFIG_SCHEMA);
const MODULES = (ROOT.allOf ?? []).flatMap((one) => Object.entries(resolved(one).properties ?? {}));

const TEXTS = ['x', 'a:b', '512M', '+5', '2030-01-01', 'https://example.org', 'now', 'a,b'];
const ODD: readonly Json[] = [
  null,
  true,
  false,
  0,
  5,
  -1,
  1.5,
  'x',
  '',
  [],
  {},
  ['a'],
  ['a', 'a'],
  { a: 1 },
  'RANDOM',
];
const KEYS = ['a', 'b1', 'rsa_public', 'x y'];
const DEEPEST = 8;

export function anyCloudConfigs(count: number, seed: number): readonly string[] {
  const chance = new Chance(seed);
  return Array.from({ length: count }, () => {
    const keys = [chance.pick(MODULES), ...(chance.below(2) === 0 ? [chance.pick(MODULES)] : [])];
    const config = Object.fromEntries(keys.map(([key, schema]) => [key, value(schema, chance, 0)]));
    return `#cloud-config\n${JSON.stringify(config)}\n`;
  });
}

/** A linear congruential generator. */
class Chance {
  #state: number;
  constructor(seed: number) {
    this.#state = seed;
  }

  below(limit: number): number {
    this.#state = (this.#state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((this.#state / 2_147_483_648) * limit);
  }

  pick<T>(values: readonly T[]): T {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  }
}

function resolved(schema: Schema): Schema {
  const { $ref, ...rest } = schema;
  const target = $ref === undefined ? undefined : ROOT.$defs?.[$ref.replace('#/$defs/', '')];
  return { ...target, ...rest };
}

function value(schema: Schema, chance: Chance, depth: number): Json {
  if (depth > DEEPEST) return 'x';
  if (chance.below(12) === 0) return chance.pick(ODD);
  const { oneOf, anyOf, ...own } = resolved(schema);
  const forms = oneOf ?? anyOf;
  const form = forms === undefined ? own : { ...own, ...resolved(chance.pick(forms)) };
  if (form.enum !== undefined) return chance.pick(form.enum);
  switch (typeOf(form, chance)) {
    case 'integer':
    case 'number':
      return chance.below(5);
    case 'boolean':
      return chance.below(2) === 0;
    case 'null':
      return null;
    case 'array': {
      const length = (form.minItems ?? 0) + chance.below(2);
      return Array.from({ length }, () => value(form.items ?? { type: 'string' }, chance, depth + 1));
    }
    case 'object':
      return mapping(form, chance, depth);
    default:
      return chance.pick(TEXTS);
  }
}

function typeOf({ type, properties, patternProperties }: Schema, chance: Chance): string {
  if (typeof type === 'string') return type;
  if (type !== undefined) return chance.pick(type);
  return properties !== undefined || patternProperties !== undefined ? 'object' : 'string';
}

function mapping(schema: Schema, chance: Chance, depth: number): Json {
  const required = schema.required ?? [];
  const wanted = (key: string) =>
    required.includes(key) ? chance.below(15) > 0 : chance.below(depth < 2 ? 3 : 2) === 0;
  const named = Object.entries(schema.properties ?? {}).filter(([key]) => wanted(key));
  const free = Object.values(schema.patternProperties ?? {}).map((one) => [chance.pick(KEYS), one] as const);
  const made = [...named, ...free].map(([key, one]) => [key, value(one, chance, depth + 1)] as const);
  return Object.fromEntries(chance.below(25) === 0 ? [...made, ['zzz', 1]] : made);
}
