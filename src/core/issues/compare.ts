/** Tells whether what is so now is more, less or other than what an issue said last. */
import { createHash } from 'node:crypto';
import type { IssueFact } from '../../model/issue.ts';
import type { Severity } from '../../model/problem.ts';
import type { IssueMemory } from './memory.ts';

/** `other`: the same things, but what is said of them differs. */
export type Difference = 'same' | 'less' | 'other' | 'worse';

/** The part of a memory that facts make. */
export type Facts = Pick<IssueMemory, 'digest' | 'facts' | 'total'>;

/** More would crowd the body; from there on only their number tells. */
const REMEMBERED = 300;

const LETTERS: Readonly<Record<Severity, string>> = { info: 'i', warn: 'w', error: 'x' };
const SEVERITIES: readonly Severity[] = ['info', 'warn', 'error'];
const RANKS: Readonly<Record<string, number>> = { i: 0, w: 1, x: 2 };

export function remember(facts: readonly IssueFact[]): Facts {
  const all = distinct(facts).map((fact): [string, string] => [short(fact.id), value(fact)]);
  return {
    digest: short(JSON.stringify(all), 32),
    facts: Object.fromEntries(all.slice(0, REMEMBERED)),
    total: all.length,
  };
}

export function compare(before: Facts, facts: readonly IssueFact[]): Difference {
  const now = remember(facts);
  if (now.digest === before.digest) return 'same';
  if (newFacts(before, facts).length > 0 || (isCut(before) && now.total > before.total)) return 'worse';
  const other = distinct(facts).some((fact) => (before.facts[short(fact.id)] ?? value(fact)) !== value(fact));
  return other ? 'other' : 'less';
}

/** Facts that were not there, or not as bad; none where too many were there to remember them all. */
export function newFacts(before: Facts, facts: readonly IssueFact[]): readonly IssueFact[] {
  return distinct(facts).filter(({ id, severity }) => {
    const known = before.facts[short(id)];
    if (known === undefined) return !isCut(before);
    return rank(LETTERS[severity]) > rank(known.charAt(0));
  });
}

/** How severe a fact was; null when it was not there, or not remembered. */
export function recall({ facts }: Facts, id: string): Severity | null {
  const letter = facts[short(id)]?.charAt(0);
  return SEVERITIES.find((severity) => LETTERS[severity] === letter) ?? null;
}

export function worst(facts: readonly IssueFact[]): Severity {
  return facts.reduce<Severity>(
    (worstYet, { severity }) => (rank(LETTERS[severity]) > rank(LETTERS[worstYet]) ? severity : worstYet),
    'info',
  );
}

function isCut({ facts, total }: Facts): boolean {
  return total > Object.keys(facts).length;
}

function value({ severity, detail }: IssueFact): string {
  return `${LETTERS[severity]}${short(detail, 6)}`;
}

function rank(letter: string): number {
  return RANKS[letter] ?? 0;
}

/** Sorted by id, each id once: two things of the same name are one fact with both details. */
function distinct(facts: readonly IssueFact[]): readonly IssueFact[] {
  const byId = new Map<string, IssueFact>();
  for (const fact of facts) {
    const same = byId.get(fact.id);
    byId.set(fact.id, same === undefined ? fact : together(same, fact));
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
}

function together(one: IssueFact, other: IssueFact): IssueFact {
  const details = [one.detail, other.detail].sort();
  return { ...one, severity: worst([one, other]), detail: details.join('\n') };
}

function short(text: string, digits = 8): string {
  return createHash('sha256').update(text).digest('hex').slice(0, digits);
}
