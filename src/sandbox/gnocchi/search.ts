// Decides whether a resource meets a search, written as JSON or as text.

import { isObject, type Json, type JsonObject, sameJson } from '../json.ts';
import { GnocchiRefusal, invalidInput } from './refusals.ts';

export type Search = (attributes: JsonObject) => boolean;

const COMPARISONS: Readonly<Record<string, (has: Json, wanted: Json) => boolean>> = {
  '=': (has, wanted) => sameJson(has, wanted),
  '!=': (has, wanted) => !sameJson(has, wanted),
  '<': (has, wanted) => ordered(has, wanted, (sign) => sign < 0),
  '>': (has, wanted) => ordered(has, wanted, (sign) => sign > 0),
  '<=': (has, wanted) => ordered(has, wanted, (sign) => sign <= 0),
  '>=': (has, wanted) => ordered(has, wanted, (sign) => sign >= 0),
  like: (has, wanted) => typeof has === 'string' && likePattern(String(wanted)).test(has),
  in: (has, wanted) => Array.isArray(wanted) && wanted.some((one) => sameJson(has, one)),
};
const NAMES: Readonly<Record<string, string>> = {
  '==': '=',
  eq: '=',
  '≠': '!=',
  ne: '!=',
  lt: '<',
  gt: '>',
  '≤': '<=',
  le: '<=',
  '≥': '>=',
  ge: '>=',
  '∧': 'and',
  '∨': 'or',
};

/** `known` are the attributes that the resource type has; throws a refusal. */
export function readSearch(search: Json | undefined, known: readonly string[]): Search {
  if (search === undefined || (isObject(search) && Object.keys(search).length === 0)) return () => true;
  if (typeof search === 'string') return readSearch(textSearch(search), known);
  if (!isObject(search)) throw invalidInput('expected a dictionary', []);
  const [[sign, content] = ['', null], ...more] = Object.entries(search);
  const operator = NAMES[sign] ?? sign;
  if (more.length > 0) throw invalidInput('expected a dictionary', []);
  if (operator === 'and' || operator === 'or') return joined(operator, content ?? null, known);
  if (operator === 'not') {
    const inner = readSearch(content, known);
    return (attributes) => !inner(attributes);
  }
  return compared(operator, content ?? null, known);
}

function joined(operator: 'and' | 'or', content: Json, known: readonly string[]): Search {
  if (!Array.isArray(content)) throw invalidInput('expected a list', []);
  const parts = content.map((one) => readSearch(one, known));
  return operator === 'and'
    ? (attributes) => parts.every((part) => part(attributes))
    : (attributes) => parts.some((part) => part(attributes));
}

function compared(operator: string, content: Json, known: readonly string[]): Search {
  const compare = COMPARISONS[operator];
  const [[name, wanted] = ['', null]] = isObject(content) ? Object.entries(content) : [];
  if (compare === undefined || !isObject(content)) throw invalidInput('expected a dictionary', []);
  if (!known.includes(name)) throw new GnocchiRefusal(400, `Resource type instance has no ${name} attribute`);
  return (attributes) => compare(attributes[name] ?? null, wanted ?? null);
}

function ordered(has: Json, wanted: Json, holds: (sign: number) => boolean): boolean {
  if (typeof has === 'number' && typeof wanted === 'number') return holds(has - wanted);
  if (typeof has !== 'string' || typeof wanted !== 'string') return false;
  return holds(has < wanted ? -1 : has > wanted ? 1 : 0);
}

function likePattern(text: string): RegExp {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('%', '.*').replaceAll('_', '.')}$`);
}

/** `server_group='x' and ended_at=null`: comparisons joined by one kind of word, without brackets. */
function textSearch(text: string): Json {
  for (const word of ['or', 'and']) {
    const parts = text.split(new RegExp(`\\s+${word}\\s+`));
    if (parts.length > 1) return { [word]: parts.map(textSearch) };
  }
  const [, name = '', sign = '', value = ''] = /^\s*(\w+)\s*(!=|<=|>=|=|<|>)\s*(.*?)\s*$/.exec(text) ?? [];
  if (name === '') throw invalidInput(`Invalid filter: ${text}`, []);
  return { [sign]: { [name]: textValue(value) } };
}

function textValue(value: string): Json {
  const quoted = /^(['"])(.*)\1$/.exec(value);
  if (quoted !== null) return quoted[2] ?? '';
  if (value === 'null' || value === 'None') return null;
  const number = Number(value);
  return value !== '' && !Number.isNaN(number) ? number : value;
}
