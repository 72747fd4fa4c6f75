/** Sentences for what cloud-config's schema refuses or calls outdated; a value is quoted only where it can be no secret. */
import type { Json } from '../../../model/json.ts';
import { list, quote } from '../quote.ts';
import { dotted } from '../schema-problems.ts';
import { hint } from '../suggest.ts';
import type { Expectation, Failure, Outdated } from './schema-verdict.ts';
import { typeName } from './schema-verdict.ts';

/** `value`: what stands at the failure's pointer; `hidden`: it is not to be shown. */
export function failureSentence(failure: Failure, value: Json, hidden: boolean): string {
  const name = keyPath(failure.pointer);
  switch (failure.kind) {
    case 'expected':
      return `${name} is ${shown(value, hidden)}${meant(failure, value, hidden)}`;
    case 'unknown-key':
      return unknownKey(failure.pointer, failure.key, failure.known);
    case 'missing':
      return `${name} has no ${ways(failure.ways)}; add ${failure.ways.length > 1 ? 'one' : 'it'}`;
    case 'several-forms':
      return `${name} has ${list(failure.ways.flat())}, which exclude each other; keep one`;
    case 'repeated':
      return `${name} holds the same item twice; keep one of the two`;
    case 'date':
      return `${name} is ${shown(value, hidden)}; it must be a date such as "2027-12-31"`;
    case 'limit':
      return limited(name, failure.limit, failure.is, value);
  }
}

/** `users[0].name`; the document itself is `the cloud-config`. */
export function keyPath(pointer: string): string {
  return pointer === '' ? 'the cloud-config' : dotted(pointer);
}

function shown(value: Json, hidden: boolean): string {
  if (value === null) return 'empty';
  if (typeof value === 'object' || hidden) return NAMES[typeName(value)] ?? 'a value';
  return typeof value === 'string' ? quote(value) : `${quote(value)}, ${NAMES[typeName(value)]}`;
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

function meant(expectation: Expectation, value: Json, hidden: boolean): string {
  const right = `it must be ${rightForms(expectation)}`;
  const texts = expectation.values.filter((one) => typeof one === 'string');
  const guess = typeof value === 'string' && !hidden && texts.length > 0;
  const near = guess ? hint(value, texts, right) : `; ${right}`;
  const onlyText = expectation.types.join() === 'string' && typeof value !== 'object';
  return onlyText && value !== null ? `${near} (put it in quotes)` : near;
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

function limited(name: string, limit: string, is: number, value: Json): string {
  const items = is === 1 ? 'item' : 'items';
  switch (limit) {
    case 'minimum':
      return `${name} is ${quote(value)}; it must be at least ${is}`;
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
  [/^\/apt_(?:update|upgrade|reboot_if_required)$/, 'the key that starts with package_ instead of apt_'],
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
