/** Sentences for what cloud-config's schema refuses or calls outdated; a value is quoted only where it can be no secret. */
import { isJsonObject, type Json } from '../../../model/json.ts';
import { list, quote } from '../quote.ts';
import { dotted } from '../schema-problems.ts';
import { hint, suggest } from '../suggest.ts';
import type { Expectation, Failure, Outdated } from './schema-verdict.ts';
import { typeName } from './schema-verdict.ts';

/** What stands at a failure's pointer. */
export interface Seen {
  readonly value: Json;
  /** It may be a secret, and is not to be shown. */
  readonly hidden: boolean;
  /** YAML makes a date of it. */
  readonly date: boolean;
  /** As it is written, when it is a number such as 3.0. */
  readonly wholeFloat: string | null;
}

export function failureSentence(failure: Failure, seen: Seen): string {
  const name = keyPath(failure.pointer);
  switch (failure.kind) {
    case 'expected':
      return `${name} is ${shown(seen, failure.values)}${meant(failure, seen)}`;
    case 'unknown-key':
      return unknownKey(failure.pointer, failure.key, failure.known);
    case 'missing':
      return `${name} has no ${ways(failure.ways)}; add ${adding(failure.ways)}`;
    case 'several-forms':
      return `${name} has ${list(failure.ways.flat())}, which exclude each other; keep one`;
    case 'repeated':
      return `${name} holds the same item twice; keep one of the two`;
    case 'date':
      return `${name} is ${shown(seen, [])}; it must be a date such as "2027-12-31"`;
    case 'limit':
      return limited(name, failure.limit, failure.is);
  }
}

/** `users[0].name`; the document itself is `the cloud-config`. */
export function keyPath(pointer: string): string {
  return pointer === '' ? 'the cloud-config' : dotted(pointer);
}

/** A password lands under the wrong key as well: only what is nearly a word of the schema, or a truth value, is quoted. */
function shown({ value, hidden, date, wholeFloat }: Seen, values: readonly Json[]): string {
  if (value === null) return 'empty';
  if (date) return 'a date for YAML';
  if (wholeFloat !== null) return 'a number with a point';
  if (!hidden && isHarmless(value, values)) return quote(value);
  return NAMES[typeName(value)] ?? 'a value';
}

function isHarmless(value: Json, values: readonly Json[]): boolean {
  if (typeof value === 'boolean') return true;
  return typeof value === 'string' && (TRUTHS.includes(value) || suggest(value, texts(values)) !== null);
}

/** What YAML 1.1 or people take for true and false. */
const TRUTHS: readonly string[] = ['yes', 'no', 'on', 'off', 'true', 'false'];

function texts(values: readonly Json[]): readonly string[] {
  return values.filter((one) => typeof one === 'string');
}

const NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'a mapping of keys to values',
  array: 'a list',
  null: 'empty',
};

function meant(expectation: Expectation, { value, hidden }: Seen): string {
  const right = `it must be ${rightForms(expectation)}`;
  const guess = typeof value === 'string' && !hidden;
  const near = guess ? hint(value, texts(expectation.values), right) : `; ${right}`;
  return `${near}${quotesHelp(expectation, value)}`;
}

/** Most often a value is no text because nobody put it in quotes. */
function quotesHelp({ types, pointer }: Expectation & { readonly pointer?: string }, value: Json): string {
  if (!types.includes('string') || value === null) return '';
  if (isJsonObject(value) && /\/\d+$/.test(pointer ?? ''))
    return ' (text with ": " in it must stand in quotes)';
  if (typeof value === 'object' || types.length > 1) return '';
  if (/\/permissions$/.test(pointer ?? '')) return ' (put it in quotes; without, YAML reads 0644 as 420)';
  return ' (put it in quotes)';
}

function rightForms({ types, values, patterns }: Expectation): string {
  const names = types
    .filter((type) => !(type === 'string' && patterns.length > 0))
    .map((type) => NAMES[type] ?? type);
  const forms = patterns.map((pattern) => PATTERNS[pattern] ?? `text that fits ${pattern}`);
  return list([...values.map((value) => JSON.stringify(value)), ...names, ...forms], 'or');
}

const PATTERNS: Readonly<Record<string, string>> = {
  '^\\+?[0-9]+$': 'minutes such as +5',
  '^.+:.+$': 'text such as name:password',
  '^([0-9]+)?\\.?[0-9]+[BKMGT]$': 'a size such as 512M or 2G',
  '^[-_0-9a-zA-Z]+(,[-_0-9a-zA-Z]+)*$': 'names with commas between',
};

function unknownKey(pointer: string, key: string, known: readonly string[]): string {
  const few = known.length > 0 && known.length <= 12;
  const otherwise = few ? `it takes ${list(known)}` : 'remove it, or look its name up';
  return `${quote(key)} is no key of ${keyPath(pointer)}${hint(key, known, otherwise)}`;
}

function ways(all: readonly (readonly string[])[]): string {
  return list(
    all.map((keys) => list(keys.map((key) => quote(key)))),
    'or',
  );
}

function adding(all: readonly (readonly string[])[]): string {
  if (all.length > 1) return 'one';
  return (all[0] ?? []).length > 1 ? 'them' : 'it';
}

function limited(name: string, limit: string, is: number): string {
  const items = is === 1 ? 'item' : 'items';
  switch (limit) {
    case 'minimum':
      return `${name} is too small; it must be at least ${is}`;
    case 'minItems':
      return `${name} has too few items; it needs at least ${is} ${items}`;
    case 'maxItems':
      return `${name} has too many items; it takes at most ${is} ${items}`;
    default:
      return `${name} has too few keys; it needs at least ${is}`;
  }
}

/** What took the place of what is outdated; dashes became underscores everywhere else. */
const SUCCESSORS: readonly (readonly [RegExp, string])[] = [
  [/^\/apt_update$/, 'package_update'],
  [/^\/apt_upgrade$/, 'package_upgrade'],
  [/^\/apt_reboot_if_required$/, 'package_reboot_if_required'],
  [/^\/apt_pipelining$/, 'os'],
  [/^\/chpasswd\/list$/, 'chpasswd.users'],
  [/^\/ubuntu_advantage$/, 'ubuntu_pro'],
  [/^\/system_info$/, 'nothing: it belongs to the image, not to user data'],
  [/\/groups\/[^/]+$/, 'the groups as text or as a list of names'],
  [/\/sudo$/, 'null in place of false'],
  [/\/(?:uid|delay)$/, 'it as a number without quotes'],
  [/\/growpart\/mode$/, '"off" in quotes'],
  [/\/rh_subscription\/org$/, 'it in quotes'],
  [/\/manage_etc_hosts$/, 'true'],
  [/\/(?:enabled|install_devices_empty|ssh_pwauth)$/, 'true or false without quotes'],
];

export function outdatedSentence({ pointer, since }: Outdated): string {
  const key = keyPath(pointer).split('.').at(-1) ?? '';
  const successor = SUCCESSORS.find(([pattern]) => pattern.test(pointer))?.[1];
  const instead = successor ?? (key.includes('-') ? key.replaceAll('-', '_') : null);
  const advice = instead === null ? 'look up what took its place' : `write ${instead}`;
  return `${keyPath(pointer)} is written in a way that is outdated since cloud-init ${since}; ${advice}`;
}
