/** Whatever runs find, one after the other, and whatever people do in between: what holds of the issues afterwards. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { identityOf, memoryOf } from '../../../src/core/issues/memory.ts';
import type { IssueVerdict } from '../../../src/model/issue.ts';
import { clean, type Desk, desk, fact, found } from './desk.ts';

const GROUPS = ['api', 'shop', 'web'];
const NIGHT = 24 * 3_600_000;

interface Sight {
  readonly see: 'drifted' | 'clean' | 'unchecked' | 'busy';
  readonly facts: readonly string[];
}

interface Night {
  readonly sights: readonly Sight[];
  readonly person: { readonly number: number; readonly does: 'closes' | 'reopens' | 'snoozes' } | null;
  readonly max: number;
}

const sight: fc.Arbitrary<Sight> = fc.record({
  see: fc.constantFrom('drifted', 'drifted', 'clean', 'unchecked', 'busy'),
  facts: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }),
});

const night: fc.Arbitrary<Night> = fc.record({
  sights: fc.array(sight, { minLength: GROUPS.length, maxLength: GROUPS.length }),
  person: fc.option(
    fc.record({
      number: fc.integer({ min: 1, max: 6 }),
      does: fc.constantFrom('closes' as const, 'reopens' as const, 'snoozes' as const),
    }),
  ),
  max: fc.constantFrom(0, 1, 10),
});

const nights = fc.array(night, { minLength: 1, maxLength: 12 });

test('at most one is open for each group and kind', () => {
  play(nights, ({ open }) => expect(new Set(open).size).toBe(open.length));
});

test('a clean night leaves no drift issue open, but one that a person opened again', () => {
  play(nights, ({ verdicts, forge, byPeople }) => {
    for (const { state, subject } of verdicts) {
      if (state !== 'clean') continue;
      expect(openOf(forge, subject.kind, subject.group).filter((one) => !byPeople.has(one))).toEqual([]);
    }
  });
});

test('a night that could not check, or met somebody at work, changes nothing about drift', () => {
  play(nights, ({ night: { sights }, before, forge }) => {
    GROUPS.forEach((group, index) => {
      const see = sights[index]?.see;
      if (see !== 'unchecked' && see !== 'busy') return;
      expect(openOf(forge, 'drift', group)).toEqual(before.get(group));
    });
  });
});

test('the same night again changes nothing and calls nobody', () => {
  play(nights, ({ again, said, forge }) => {
    expect(again.filter((line) => !line.includes(' keep: '))).toEqual([]);
    expect(forge.comments.length).toBe(said);
  });
});

test('nothing that was found is lost: it has an open issue, is listed, or a person put it away', () => {
  play(nights, ({ verdicts, forge, night: { max } }) => {
    const listed = openOf(forge, 'more', 'drift').map(
      (number) => forge.issues.find((issue) => issue.number === number)?.body ?? '',
    );
    for (const verdict of verdicts) {
      if (verdict.state !== 'found') continue;
      const { kind, group } = verdict.subject;
      const own = openOf(forge, kind, group).length > 0;
      const inList = listed.some((body) => body.includes(group));
      const putAway = forge.issues.some(
        ({ state, body }) =>
          state === 'closed' && (isAbout(body, kind, group) || isAbout(body, 'more', 'drift')),
      );
      expect(own || inList || putAway, `${kind} of ${group}, at most ${max}`).toBe(true);
    }
  });
});

interface Seen {
  readonly night: Night;
  readonly verdicts: readonly IssueVerdict[];
  readonly forge: Desk;
  /** Identities of all that are open. */
  readonly open: readonly string[];
  /** Open drift issues of a group before the night. */
  readonly before: ReadonlyMap<string, readonly number[]>;
  /** Numbers that a person opened again. */
  readonly byPeople: ReadonlySet<number>;
  /** What the same round once more did. */
  readonly again: readonly string[];
  /** Comments before it. */
  readonly said: number;
}

function play(all: fc.Arbitrary<readonly Night[]>, check: (seen: Seen) => void): void {
  fc.assert(
    fc.property(all, (story) => {
      const forge = desk();
      const byPeople = new Set<number>();
      story.forEach((one, index) => {
        actAsPerson(forge, one, byPeople);
        const before = new Map(GROUPS.map((group) => [group, openOf(forge, 'drift', group)]));
        const verdicts = verdictsOf(one);
        const at = new Date(Date.parse('2026-11-01T02:17:00Z') + index * NIGHT).toISOString();
        const round = { max: one.max, groups: GROUPS };
        forge.round(verdicts, round, at);
        const said = forge.comments.length;
        const again = forge.round(verdicts, round, at);
        const open = forge.issues.filter(({ state }) => state === 'open').map(({ body }) => identity(body));
        check({ night: one, verdicts, forge, open, before, byPeople, again, said });
      });
    }),
    { numRuns: 300 },
  );
}

function actAsPerson(forge: Desk, { person }: Night, byPeople: Set<number>): void {
  const issue = forge.issues.find(({ number }) => number === person?.number);
  if (person === null || issue === undefined) return;
  const { number, labels } = issue;
  if (person.does === 'closes') forge.edit(number, { state: 'closed' });
  if (person.does === 'snoozes') forge.edit(number, { labels: [...labels, 'thermostat:snoozed'] });
  if (person.does === 'reopens' && issue.state === 'closed') {
    byPeople.add(number);
    forge.edit(number, { state: 'open' });
  }
}

function verdictsOf({ sights }: Night): readonly IssueVerdict[] {
  return GROUPS.flatMap((group, index): readonly IssueVerdict[] => {
    const one = sights[index];
    if (one === undefined || one.see === 'busy') return [];
    if (one.see === 'unchecked') return [found(group, [fact('unchecked')], 'drift-unchecked')];
    const checked = clean(group, 'drift-unchecked');
    return [
      checked,
      one.see === 'clean'
        ? clean(group)
        : found(
            group,
            one.facts.map((id) => fact(id)),
          ),
    ];
  });
}

function openOf(forge: Desk, kind: string, group: string): readonly number[] {
  return forge.issues
    .filter(({ state, body }) => state === 'open' && isAbout(body, kind, group))
    .map(({ number }) => number);
}

function isAbout(body: string, kind: string, group: string): boolean {
  const subject = memoryOf(body)?.subject;
  return subject?.kind === kind && subject.group === group;
}

function identity(body: string): string {
  const memory = memoryOf(body);
  return memory === null ? body : identityOf(memory.subject, memory.scope);
}
