/** Reports full of hostile words, through a real Markdown renderer: foreign text never becomes structure. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyReport } from '../../../src/core/report/apply-report.ts';
import { closedReport } from '../../../src/core/report/closed-report.ts';
import { failureReport } from '../../../src/core/report/failure-report.ts';
import { planReport } from '../../../src/core/report/plan-report.ts';
import { problemsReport } from '../../../src/core/report/problems-report.ts';
import { visible } from '../../../src/core/report/visible.ts';
import type { GroupPlan } from '../../../src/model/plan.ts';
import { rendered, unbalanced, unspaced } from './rendered.ts';
import * as sample from './samples.ts';

/** Milliseconds; a renderer takes its time on a busy machine. */
const PATIENCE = 240_000;

const HOSTILE = [
  ...[
    '@torvalds',
    '@org/team',
    '#1',
    'GH-12',
    'gh-7',
    'o/r#3',
    'o/r@4f2c9e1',
    ':tada:',
    ':+1:',
    ':thumbs_up:',
    '$x$',
    '$$',
  ],
  ...[
    '|',
    '||',
    '\\|',
    '`',
    '``',
    '```',
    '````',
    '~~~',
    '```mermaid',
    '%%{init: {}}%%',
    '\\',
    '\\`',
    '&#124;',
  ],
  ...['<!--', '-->', '<!-- thermostat:plan', '</details>', '<details>', '<summary>', '</summary>', '<sub>'],
  ...[
    '<script>',
    '<img src=x onerror=y>',
    '<a href="http://e.example">',
    '<b>',
    '<br>',
    '<',
    '>',
    '<?',
    '<![CDATA[',
  ],
  ...[
    '[x](http://e.example)',
    '![i](http://e.example)',
    '[x][y]',
    '[y]: http://e.example',
    '[^1]',
    '[^1]: x',
    '[ ] ',
  ],
  ...[
    '- ',
    '+ ',
    '* ',
    '1. ',
    '2) ',
    '# ',
    '## ',
    '> ',
    '> [!NOTE]',
    '---',
    '***',
    '===',
    ':---:',
    '|---|',
    '    x',
  ],
  ...[
    'https://e.example',
    'http://e.example/@x#1',
    'www.e.example',
    '_www.e.example',
    '(www.e.example)',
    'WWW.e.example',
  ],
  ...[
    'a@b.example',
    'mailto:a@b.example',
    'xmpp:a@b.example',
    'ftp://e.example',
    '<https://e.example>',
    'javascript:x',
  ],
  ...[
    '&lt;',
    '&#64;user',
    '&commat;user',
    '&#x3C;',
    '&',
    '*a*',
    '**',
    '__b__',
    '_',
    '~~s~~',
    '~',
    '==',
    '^',
    '{{ x }}',
  ],
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\t',
    '\0',
    '\u001B[31m',
    '\u202E',
    '\u2066',
    '\u200B',
    '\u200D',
    '\uFEFF',
    '\u00AD',
    '\u2028',
  ],
  ...[
    '\uD800',
    '\uDC00',
    '\u{E0041}',
    'é',
    '日本',
    '👩‍👩‍👧',
    '"',
    "'",
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '!',
    ' ',
    'word',
    '7',
  ],
];

const phrase = fc
  .array(fc.constantFrom(...HOSTILE), { minLength: 1, maxLength: 8 })
  .map((all) => all.join(''));

/** Words for every place of a report, by number. */
type Words = (place: number) => string;

function groupFrom(words: Words): GroupPlan {
  const at = (place: number) => ({ file: words(place), line: 7, column: 1 });
  const servers = [words(1), words(2), words(3)];
  return {
    ...sample.replaces,
    name: words(0),
    stack: { name: words(0), id: 'id' },
    source: at(4),
    changes: [
      sample.change(
        words(5),
        [
          { path: words(6), before: words(7), after: words(8) },
          { path: words(9), before: `one\n${words(10)}`, after: `one\n${words(11)}\ntwo` },
          { path: words(9), before: [words(10)], after: { key: words(11) } },
        ],
        { reason: words(12) },
      ),
    ],
    scalingGroups: ['a', 'b'].map((address) => ({
      address: `${address}${words(13)}`,
      size: sample.replaces.size,
      members: [
        ...sample.members('replace', servers, words(14)),
        ...sample.members('delete', [words(15)], words(16)),
        ...sample.members('keep', [words(17)]),
      ],
      batches: servers.map((name) => ({ servers: [name], running: 4, inService: 3 })),
    })),
    servers: { keep: 1, update: 0, create: 0, replace: 3, delete: 1 },
    steps: [{ kind: 'update', why: words(18), capacities: [] }],
    findings: [
      { rule: words(19), severity: 'warn', message: words(20), source: at(21) },
      { rule: words(19), severity: 'error', message: words(22) },
    ],
    triggers: [
      {
        policy: words(23),
        source: at(4),
        effect: words(24),
        when: words(25),
        reaction: null,
        measuredEverySeconds: 300,
        enabled: true,
      },
    ],
  };
}

const REPORTS: Readonly<Record<string, (words: Words) => string>> = {
  plan: (words) =>
    planReport(
      sample.planOf(
        [groupFrom(words), sample.grows],
        [{ file: words(26), line: 1, column: 1, message: words(27) }],
      ),
      { cloud: words(28), commit: words(29), base: words(30) },
    ).markdown,
  apply: (words) =>
    applyReport(sample.outcomeOf([failedFrom(words), sample.outcome(sample.grows)]), { cloud: words(28) })
      .markdown,
  closed: (words) =>
    closedReport(
      {
        kind: 'applied',
        outcome: sample.outcomeOf([failedFrom(words), sample.outcome(groupFrom(words))]),
        begun: true,
      },
      { cloud: words(28) },
    ).markdown,
  begun: (words) =>
    closedReport({ kind: 'begun', groups: [groupFrom(words)] }, { cloud: words(28), commit: words(29) })
      .markdown,
  failure: (words) => failureReport({ kind: 'plan', message: words(27) }, { cloud: words(28) }).markdown,
  problems: (words) =>
    problemsReport(
      { problems: [{ file: words(26), line: 1, column: 1, message: words(27) }], specs: 1, kind: 'plan' },
      { cloud: words(28) },
    ).markdown,
};

function failedFrom(words: Words) {
  return sample.outcome(groupFrom(words), {
    status: 'failed',
    message: words(31),
    steps: [{ kind: 'update', status: 'failed', message: words(32) }],
    findings: [{ rule: words(19), severity: 'warn', message: words(20) }],
  });
}

/** The same words in the same places, harmless: words that differ still differ. */
function harmless(words: Words): Words {
  const known = new Map<string, string>();
  return (place) => {
    const word = words(place);
    const calm = known.get(word) ?? `w${known.size}`;
    known.set(word, calm);
    return calm;
  };
}

describe.each(Object.entries(REPORTS))('a report of a hostile %s', (_, report) => {
  test(
    'has the structure that the same report of harmless words has',
    () => {
      fc.assert(
        fc.property(fc.array(phrase, { minLength: 1, maxLength: 33 }), (phrases) => {
          const words: Words = (place) => phrases[place % phrases.length] ?? '';
          const hostile = rendered(report(words));
          expect(hostile.tags).toEqual(rendered(report(harmless(words))).tags);
          expect(unbalanced(hostile)).toBeNull();
          expect(hostile.addresses).toEqual([]);
        }),
        { numRuns: 40 },
      );
    },
    PATIENCE,
  );

  test(
    'mentions nobody, links nothing, draws no emoji, sets no formula',
    () => {
      fc.assert(
        fc.property(fc.array(phrase, { minLength: 1, maxLength: 33 }), (phrases) => {
          const { prose } = rendered(report((place) => phrases[place % phrases.length] ?? ''));
          for (const text of prose) {
            expect(text).not.toMatch(/@[A-Za-z0-9]/);
            expect(text).not.toMatch(/#\d|\bGH-\d/i);
            expect(text).not.toMatch(/:\/\/|www\./i);
            expect(text).not.toMatch(/:[\w+-]+:/);
            expect(text === '$' || !text.includes('$')).toBe(true);
          }
        }),
        { numRuns: 25 },
      );
    },
    PATIENCE,
  );
});

test(
  'what was written can be read: every foreign word stands in the plan as it is',
  () => {
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 29, maxLength: 29 }), (phrases) => {
        const { text } = rendered(REPORTS['plan']?.((place) => phrases[place] ?? '') ?? '');
        for (const place of [0, 1, 4, 5, 6, 15, 18, 24, 25, 26, 28]) {
          expect(text).toContain(unspaced(visible(phrases[place] ?? '')));
        }
      }),
      { numRuns: 25 },
    );
  },
  PATIENCE,
);
