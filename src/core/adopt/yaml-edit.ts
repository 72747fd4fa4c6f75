/** Changes one value of a YAML text and leaves every other byte as it is: comments, order, quotes. */
import { stringify } from 'yaml';
import { isJsonObject, type Json } from '../../model/json.ts';
import type { YamlPlace } from './yaml-places.ts';

/** null = the value can't be written there without touching more. */
export function withScalar(text: string, place: YamlPlace, value: Json): string | null {
  if (place.kind === 'scalar' && place.style === 'other') return null;
  if (place.kind === 'mapping' && !place.flow) return null;
  if (place.kind === 'list' && !place.flow) return null;
  return `${text.slice(0, place.start)}${written(value, place)}${text.slice(place.end)}`;
}

/** Adds `key: value` as the last entry of a mapping; null = it is empty or can't be told where it ends. */
export function withEntry(text: string, mapping: YamlPlace, key: string, value: Json): string | null {
  if (mapping.kind !== 'mapping') return null;
  const entry = `${written(key, PLAIN)}: ${written(value, PLAIN)}`;
  return mapping.flow ? inBrackets(text, mapping, entry) : onItsOwnLine(text, mapping, entry);
}

function inBrackets(text: string, { start, end }: YamlPlace, entry: string): string | null {
  const inside = text.slice(start + 1, end - 1);
  if (text[start] !== '{' || text[end - 1] !== '}' || inside.includes('#')) return null;
  const kept = inside.trimEnd();
  const tail = inside.slice(kept.length);
  const comma = kept.trim() === '' || kept.endsWith(',') ? '' : ',';
  const blank = kept === '' ? '' : ' ';
  return `${text.slice(0, start + 1)}${kept}${comma}${blank}${entry}${tail}${text.slice(end - 1)}`;
}

/** Behind the first entry's key the mapping begins: its column is that of every entry. */
function onItsOwnLine(text: string, { start, end }: YamlPlace, entry: string): string | null {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(lineStart, start);
  if (!/^[ -]*$/.test(before)) return null;
  const indent = ' '.repeat(before.length);
  const kept = text.slice(0, end).trimEnd();
  // a comment behind the last value stays on its line
  const lineEnd = text.indexOf('\n', kept.length);
  const at = lineEnd < 0 ? text.length : lineEnd;
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const head = text.slice(0, at).replace(/\r$/, '');
  return `${head}${lineBreak}${indent}${entry}${text.slice(head.length)}`;
}

const PLAIN: Pick<YamlPlace, 'style'> = { style: 'plain' };

/** Fit for any place, brackets included. */
function written(value: Json, { style }: Pick<YamlPlace, 'style'>): string {
  if (typeof value === 'string' && style === 'double') return JSON.stringify(value);
  if (typeof value === 'string' && style === 'single' && !/[\n\r\t]/.test(value)) {
    return `'${value.replaceAll("'", "''")}'`;
  }
  if (isJsonObject(value) && Object.keys(value).length === 0) return '{}';
  return stringify([value], { collectionStyle: 'flow', lineWidth: 0 }).trim().slice(1, -1).trim();
}
