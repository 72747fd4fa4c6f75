/** Compares what Heat was told of a thing with what its service shows, field by field of a table. */
import type { LiveField } from '../../model/drift.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import { isJsonObject } from '../../model/json.ts';
import { sameValue } from '../heat/canonical.ts';
import { isUnresolved } from '../heat/resolve.ts';

export interface Field {
  readonly property: string;
  /** The service's own name of it, where it is another. */
  readonly field?: string;
  /** What counts when the template says nothing; undefined = then it is nobody's business. */
  readonly otherwise?: Json;
  /** The order does not matter. */
  readonly set?: boolean;
}

export interface Difference {
  readonly property: string;
  readonly told: string;
  readonly live: string;
  /** The values themselves, and what Heat was told as the service writes it; absent where they are none of one property. */
  readonly values?: { readonly told: Json; readonly live: Json; readonly toSet: Json };
}

/** Of a property that Heat spells in its own way for a service: how it differs, and not to what value. */
export interface SpeltDifference extends Difference {
  /** The template's property: `composite_rule`, whose `or[0].threshold` differs. */
  readonly within: string;
}

export function differences(
  properties: JsonObject,
  live: JsonObject,
  fields: readonly Field[],
): readonly Difference[] {
  return fields.flatMap((field) => {
    const { property, otherwise } = field;
    const told = properties[property] ?? otherwise;
    if (told === undefined || isUnresolved(told)) return [];
    const is = live[field.field ?? property] ?? null;
    return isSame(told, is, field)
      ? []
      : [
          {
            property,
            told: words(told),
            live: words(is),
            values: { told, live: is, toSet: asThere(told, is) },
          },
        ];
  });
}

function isSame(told: Json, live: Json, { set = false }: Field): boolean {
  if (set && Array.isArray(told) && Array.isArray(live)) return sameValue(sorted(told), sorted(live));
  if (isEmpty(told) && isEmpty(live)) return true;
  // a service fills in what the template leaves open
  if (isJsonObject(told) && isJsonObject(live)) {
    return Object.entries(told).every(([key, value]) => sameValue(value, live[key]));
  }
  return sameValue(told, live);
}

/** A parameter gives numbers and switches as texts. */
function asThere(told: Json, live: Json): Json {
  if (typeof told !== 'string') return told;
  if (typeof live === 'number' && told.trim() !== '' && Number.isFinite(Number(told))) return Number(told);
  return typeof live === 'boolean' ? told.toLowerCase() === 'true' : told;
}

/** The fields that a service is sent to have what Heat was told. */
export function fieldsToSet(found: readonly Difference[]): JsonObject {
  return Object.fromEntries(
    found.flatMap(({ property, values }) => (values === undefined ? [] : [[property, values.toSet]])),
  );
}

/** No list and an empty one are the same setting, spelt as each version of a service likes. */
function isEmpty(value: Json): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

function sorted(items: readonly Json[]): readonly Json[] {
  return items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

export function words(value: Json): string {
  if (value === null) return 'none';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The live values by fields of the stack, below `place`; none where one of them is no single property. */
export function liveFields(place: string, found: readonly Difference[]): readonly LiveField[] {
  const fields = found.flatMap(({ property, values }) =>
    values === undefined
      ? []
      : [{ path: `${place}.properties.${property}`, value: values.live, told: values.told }],
  );
  return fields.length === found.length ? fields : [];
}

/** `delay 10, timeout 5` of either side. */
export function sides(found: readonly Difference[]): {
  readonly repository: string;
  readonly cloud: string;
} {
  return {
    repository: found.map(({ property, told }) => `${property} ${told}`).join(', '),
    cloud: found.map(({ property, live }) => `${property} ${live}`).join(', '),
  };
}
