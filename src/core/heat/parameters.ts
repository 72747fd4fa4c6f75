/** Which value each parameter of a template has. */
import { type Json, type JsonObject, own } from '../../model/json.ts';
import type { StackEnvironment } from '../../model/spec.ts';

export type ParameterValues = Readonly<Record<string, Json>>;

/** Given values win over the environment's defaults, which win over the template's (heat/engine/environment.py). */
export function effectiveParameters(
  declared: Readonly<Record<string, JsonObject>>,
  environment: StackEnvironment,
): ParameterValues {
  const values: Record<string, Json> = {};
  for (const [name, declaration] of Object.entries(declared)) {
    const value =
      own(environment.parameters, name) ??
      own(environment.parameter_defaults, name) ??
      declaration['default'] ??
      declaration['Default'];
    if (value !== undefined) values[name] = typed(value, declaration['type'] ?? declaration['Type']);
  }
  return values;
}

/** What a template's functions get of a value that was given as text (heat/engine/parameters.py, one class a type). */
function typed(value: Json, type: Json | undefined): Json {
  if (typeof value !== 'string' || typeof type !== 'string') return value;
  return READINGS.get(type.toLowerCase().replaceAll('_', ''))?.(value) ?? value;
}

const READINGS: ReadonlyMap<string, (text: string) => Json> = new Map<string, (text: string) => Json>([
  // CommaDelimitedListParam.parse: nothing between no commas is no item
  ['commadelimitedlist', (text) => (text === '' ? [] : text.split(',').map((item) => item.trim()))],
  ['json', parsedJson],
  ['boolean', parsedTruth],
]);

// oslo_utils/strutils.py TRUE_STRINGS, FALSE_STRINGS
const TRUE = ['1', 't', 'true', 'on', 'y', 'yes'];
const FALSE = ['0', 'f', 'false', 'off', 'n', 'no'];

function parsedTruth(text: string): Json {
  const word = text.toLowerCase();
  if (TRUE.includes(word)) return true;
  return FALSE.includes(word) ? false : text;
}

function parsedJson(text: string): Json {
  if (text === '') return {};
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}

/** Names of the parameters whose values Heat hides (`hidden: true`, `NoEcho: true`). */
export function hiddenParameters(declared: Readonly<Record<string, JsonObject>>): ReadonlySet<string> {
  return new Set(
    Object.entries(declared)
      .filter(([, declaration]) => isTrue(declaration['hidden']) || isTrue(declaration['NoEcho']))
      .map(([name]) => name),
  );
}

function isTrue(value: Json | undefined): boolean {
  return value === true || (typeof value === 'string' && value.toLowerCase() === 'true');
}
