/** Plain scalars as YAML 1.2's core schema reads them: for Thermostat's own kinds, and for JSON. */
import { exactInteger, finiteFloat, type ScalarReading } from './scalar-reading.ts';

const CONSTANTS: ReadonlyMap<string, ScalarReading> = new Map<string, ScalarReading>([
  ...['', '~', 'null', 'Null', 'NULL'].map((text) => [text, { tag: 'null', value: null }] as const),
  ...['true', 'True', 'TRUE'].map((text) => [text, { tag: 'bool', value: true }] as const),
  ...['false', 'False', 'FALSE'].map((text) => [text, { tag: 'bool', value: false }] as const),
]);

const DECIMAL = /^[-+]?[0-9]+$/;
const OCTAL_OR_HEX = /^0(?:o[0-7]+|x[0-9a-fA-F]+)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const NOT_FINITE = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

export function readCoreScalar(text: string): ScalarReading {
  const constant = CONSTANTS.get(text);
  if (constant !== undefined) return constant;
  if (OCTAL_OR_HEX.test(text)) return exactInteger(BigInt(text));
  if (DECIMAL.test(text)) return exactInteger(decimal(text));
  if (FLOAT.test(text)) return finiteFloat(Number(text));
  if (NOT_FINITE.test(text)) return finiteFloat(Number.NaN);
  return { tag: 'str', value: text };
}

function decimal(text: string): bigint {
  // BigInt() takes quadratic time for very long digit strings; they are refused in any case
  const digits = text.replace(/^[-+]/, '').slice(0, 40);
  return text.startsWith('-') ? -BigInt(digits) : BigInt(digits);
}
