/** The bodies of issues: as their golden files, never too long, never anything but text of foreign text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { remember } from '../../../src/core/issues/compare.ts';
import { type IssueMemory, withMemory } from '../../../src/core/issues/memory.ts';
import { backComment, cleanComment, worseComment } from '../../../src/core/report/issue-comment.ts';
import { moreIssue } from '../../../src/core/report/issue-more.ts';
import type { IssueFact } from '../../../src/model/issue.ts';
import { difference, driftWanted, ISSUES } from './issue-samples.ts';
import { rendered, unbalanced } from './rendered.ts';

const GITHUB_LIMIT = 65_536;

test.each(Object.keys(ISSUES))('an issue of the kind %s is as its golden file', async (kind) => {
  const { title = '', body = '' } = ISSUES[kind] ?? {};
  await expect(`<!-- ${title} -->\n${body}`).toMatchFileSnapshot(`golden/issue-${kind}.md`);
});

test('2,000 differences with long words fit, memory and note included', () => {
  const long = 'x'.repeat(500);
  const items = Array.from({ length: 2000 }, (_, number) =>
    difference({ subject: `server ${number} ${long}`, remedy: `${number} ${long}`, cloud: long }),
  );
  const { facts, body } = driftWanted(items);
  const memory: IssueMemory = {
    subject: { kind: 'drift', group: 'w'.repeat(255) },
    scope: { key: long, cloud: long, run: 'aaaa' },
    ...{ state: 'found', at: new Date(0), flaps: 3, words: 0, text: '' },
    ...remember(facts),
  };
  expect(withMemory(memory, long, body).length).toBeLessThan(GITHUB_LIMIT);
  expect(worseComment(facts, { number: 1, run: long }).length).toBeLessThan(GITHUB_LIMIT);
  const beyond = items.map((_, number) => ({
    state: 'found' as const,
    subject: { kind: 'drift' as const, group: `${number} ${long}` },
    wanted: driftWanted(items.slice(0, 1), `${number} ${long}`),
  }));
  expect(moreIssue({ by: 'drift', scope: { key: '' } }, beyond, []).body.length).toBeLessThan(GITHUB_LIMIT);
});

describe('foreign text stays text', () => {
  const HOSTILE = [
    ...[
      '@torvalds',
      '#1',
      ':tada:',
      '|',
      '`',
      '```',
      '-->',
      '<!-- thermostat:issue',
      '<!-- note -->',
      '<!-- /note -->',
    ],
    ...['</details>', '<script>', '<img src=x onerror=y>', '[x](http://e.example)', '![x](http://e.example)'],
    ...['https://e.example', '**', '> [!NOTE]', '\n\n# big\n', '- [ ] done', '\u202E', '$x$', 'web'],
  ];
  const SAYING = { number: 1, run: null };
  const words = fc.array(fc.constantFrom(...HOSTILE), { maxLength: 6 }).map((all) => all.join(' '));

  test('in a drift issue and everything said below it', () => {
    fc.assert(
      fc.property(words, words, words, words, (subject, cloud, remedy, through) => {
        const plain = driftWanted(
          [difference({ subject: 'a', cloud: 'b', remedy: 'c', through: 'd' })],
          'web',
        );
        const foreign = { subject: `a${subject}`, cloud: `b${cloud}`, through: `d${through}` };
        const hostile = driftWanted(
          [difference({ ...foreign, remedy: `c${remedy.replaceAll('`', '')}` })],
          'web',
        );
        sameShape(hostile.body, plain.body);
        const facts: readonly IssueFact[] = hostile.facts;
        sameShape(worseComment(facts, SAYING), worseComment(plain.facts, SAYING));
        sameShape(
          backComment(facts, { ...SAYING, back: true }),
          backComment(plain.facts, { ...SAYING, back: true }),
        );
        sameShape(cleanComment(hostile.line, SAYING), cleanComment(plain.line, SAYING));
      }),
      { numRuns: 300 },
    );
  });

  function sameShape(hostile: string, plain: string): void {
    const [one, other] = [hostile, plain].map((text) => rendered(text.replace(/sha256=\w+/, 'sha256=')));
    if (one === undefined || other === undefined) return;
    expect(unbalanced(one)).toBeNull();
    expect(one.tags).toEqual(other.tags);
    expect(one.addresses).toEqual(other.addresses);
    for (const prose of one.prose) expect(prose).not.toMatch(/(^|[^\w`])@\w|https?:\/\/e\.|#\d/);
  }
});
