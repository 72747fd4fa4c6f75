/** Plain scalars as Heat reads them: PyYAML's YAML 1.1 with timestamps left as text. */
import { exactInteger, finiteFloat, type ScalarReading } from './scalar-reading.ts';

// yaml/resolver.py, the implicit resolvers; timestamps: heat/common/template_format.py yaml_loader
const NULL = /^(?:~|null|Null|NULL|)$/;
const TRUE = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const FLOAT = /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?)$/;
const SEXAGESIMAL_FLOAT = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/;
const NOT_FINITE = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const INTEGER = /^[-+]?(?:0b[0-1_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+|[1-9][0-9_]*(?::[0-5]?[0-9])+)$/;
const UNKNOWN_TO_HEAT = /^(?:=|<<|[!&*])$/;

export function readHeatScalar(text: string): ScalarReading {
  if (NULL.test(text)) return { tag: 'null', value: null };
  if (TRUE.test(text)) return { tag: 'bool', value: true };
  if (FALSE.test(text)) return { tag: 'bool', value: false };
  if (INTEGER.test(text)) return integer(text);
  if (FLOAT.test(text)) return finiteFloat(Number(text.replaceAll('_', '')));
  if (SEXAGESIMAL_FLOAT.test(text)) return finiteFloat(sexagesimal(text));
  if (NOT_FINITE.test(text)) return finiteFloat(Number.NaN);
  if (UNKNOWN_TO_HEAT.test(text)) {
    return { tag: 'refused', why: "is a sign that Heat's YAML reader refuses as a value; put it in quotes" };
  }
  return { tag: 'str', value: text };
}

/** yaml/constructor.py construct_yaml_int: the prefix decides the base, and a leading 0 means octal. */
function integer(text: string): ScalarReading {
  if (text.length > 200) return exactInteger(10n ** 40n);
  const plain = text.replaceAll('_', '');
  const digits = plain.replace(/^[-+]/, '');
  const magnitude = magnitudeOf(digits);
  if (magnitude === null) return { tag: 'refused', why: 'is a number without digits; put it in quotes' };
  return exactInteger(plain.startsWith('-') ? -magnitude : magnitude);
}

function magnitudeOf(digits: string): bigint | null {
  if (digits === '0b' || digits === '0x') return null;
  if (digits.startsWith('0b') || digits.startsWith('0x')) return BigInt(digits);
  if (/^0[0-7]+$/.test(digits)) return BigInt(`0o${digits.slice(1)}`);
  if (!digits.includes(':')) return BigInt(digits);
  return digits.split(':').reduce((sum, part) => sum * 60n + BigInt(part), 0n);
}

/** construct_yaml_float: adds the parts from the last to the first, as Python does. */
function sexagesimal(text: string): number {
  const plain = text.replaceAll('_', '');
  const parts = plain.replace(/^[-+]/, '').split(':').map(Number).reverse();
  let base = 1;
  let sum = 0;
  for (const part of parts) {
    sum += part * base;
    base *= 60;
  }
  return plain.startsWith('-') ? -sum : sum;
}
