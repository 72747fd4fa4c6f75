/** The hidden first line: read back as written, whatever stands in it; believed only when whole. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, newFacts, remember } from '../../../src/core/issues/compare.ts';
import {
  ISSUE_START,
  type IssueMemory,
  isEdited,
  memoryOf,
  textOf,
  withMemory,
} from '../../../src/core/issues/memory.ts';
import { fact, SCOPE } from './desk.ts';

const MEMORY: IssueMemory = {
  subject: { kind: 'drift', group: 'web' },
  scope: SCOPE,
  state: 'found',
  at: new Date('2026-11-22T02:17:00Z'),
  flaps: 0,
  words: 0,
  text: '',
  ...remember([fact('a'), fact('b')]),
};

test('any name, key, cloud and text comes back as it was written, and the first line stays one hidden line', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.string(),
      fc.string(),
      (group, key, note, text) => {
        const memory = { ...MEMORY, subject: { kind: 'drift' as const, group }, scope: { ...SCOPE, key } };
        const body = withMemory(memory, note.replaceAll(/<!--|\r/g, ''), text);
        const [first = ''] = body.split('\n');
        expect(first).toMatch(/^<!-- [^<>]* -->$/);
        expect(first.slice(4, -3)).not.toContain('--');
        expect(memoryOf(body)).toEqual({ ...memory, text: expect.any(String) });
        if (!text.startsWith('<!-- note -->')) expect(textOf(body)).toBe(text);
      },
    ),
  );
});

test.each([
  ['another text in front', `Hello\n${withMemory(MEMORY, '', 'x')}`],
  ['a report', '<!-- thermostat:drift key="" digest="sha256:00" -->\n'],
  ['no JSON', `${ISSUE_START}web -->\n`],
  ['an unknown kind', withMemory(MEMORY, '', 'x').replace('drift', 'other')],
  ['nothing', ''],
  ['the mark inside a line', `> ${withMemory(MEMORY, '', 'x')}`],
])('%s is no memory', (_, body) => {
  expect(memoryOf(body)).toBeNull();
});

test('line ends of a browser change nothing', () => {
  const body = withMemory(MEMORY, 'Clean for now.', 'one\ntwo\n');
  const edited = body.replaceAll('\n', '\r\n');
  expect(memoryOf(edited)).toEqual(memoryOf(body));
  expect(isEdited(edited, memoryOf(body) ?? MEMORY)).toBe(false);
  expect(isEdited(`${edited}!`, memoryOf(body) ?? MEMORY)).toBe(true);
  expect(textOf(edited)).toBe('one\r\ntwo\r\n');
});

test('2,000 facts: the first line stays short, and one more is still noticed', () => {
  const facts = Array.from({ length: 2000 }, (_, number) => fact(`server-${number}`));
  const memory = { ...MEMORY, ...remember(facts) };
  expect(withMemory(memory, '', '').length).toBeLessThan(12_000);
  expect(compare(memory, facts)).toBe('same');
  expect(compare(memory, [...facts, fact('one more')])).toBe('worse');
  expect(compare(memory, facts.slice(1))).not.toBe('worse');
});

test('two facts of the same name are one with both details', () => {
  const twice = [fact('a', { detail: '1' }), fact('a', { detail: '2' })];
  expect(compare(remember(twice), [...twice].reverse())).toBe('same');
  expect(newFacts(remember(twice), [fact('a', { detail: '1', severity: 'error' })])).toHaveLength(1);
});
