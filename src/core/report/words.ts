/** Small words of a report: numbers with their nouns, lists of names, sizes. */
import type { Line, Piece } from './document.ts';
import { code, join } from './document.ts';

/** Shorter prefixes are not worth the riddle. */
const MIN_SHARED = 12;

/** `1 server`, `5 servers`; the noun is given in the singular. */
export function count(noun: string, number: number): string {
  return `${grouped(number)} ${number === 1 ? noun : plural(noun)}`;
}

/** `2,000`: the same bytes in every locale. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `a, b and c` as code; beyond `limit` the rest is counted. */
export function names(all: readonly string[], limit: number): Line {
  const shown = all.slice(0, limit).map((name): Line => [code(name)]);
  const rest = all.length - shown.length;
  return rest > 0 ? [...join(shown, ' '), ` and ${grouped(rest)} more`] : join(shown, ' ');
}

/** The same, without what all names begin with: `…7f3k …9x2m` of long names is read, 50 letters each are not. */
export function shortNames(all: readonly string[], limit: number): Line {
  const shared = all.length < 2 ? 0 : sharedPrefix(all);
  if (shared < MIN_SHARED) return names(all, limit);
  return names(
    all.map((name) => `…${name.slice(shared)}`),
    limit,
  );
}

/** The first letter large. */
export function capitalised(sentence: Line): Line {
  const [first, ...rest] = sentence;
  if (typeof first !== 'string') return sentence;
  return [`${first.slice(0, 1).toUpperCase()}${first.slice(1)}`, ...rest];
}

/** Sentences from clauses: `a, b and c`. */
export function listed(clauses: readonly Line[]): Line {
  return clauses.flatMap((clause, index): readonly Piece[] => {
    if (index === 0) return clause;
    return [index === clauses.length - 1 ? ' and ' : ', ', ...clause];
  });
}

/** The number, or `?` where only Heat can compute it. */
export function known(number: number | null): string {
  return number === null ? '?' : grouped(number);
}

/** Up to and with the last dash that all have in common. */
function sharedPrefix(all: readonly string[]): number {
  const [first = '', ...rest] = all;
  const length = rest.reduce((sofar, name) => {
    let at = 0;
    while (at < sofar && name[at] === first[at]) at += 1;
    return at;
  }, first.length);
  return first.lastIndexOf('-', length - 1) + 1;
}

function plural(noun: string): string {
  if (/[^aeou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(ch|sh|s|x)$/.test(noun) ? `${noun}es` : `${noun}s`;
}
