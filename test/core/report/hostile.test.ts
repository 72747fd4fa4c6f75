/** Foreign text in a report stays text: no markup, no mention, no link, nothing hidden. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { code, line, link, strong } from '../../../src/core/report/document.ts';
import { toMarkdown } from '../../../src/core/report/markdown.ts';
import { planReport } from '../../../src/core/report/plan-report.ts';
import { toText } from '../../../src/core/report/text.ts';
import { visible } from '../../../src/core/report/visible.ts';
import * as sample from './samples.ts';

const say = (text: string) => toMarkdown([{ kind: 'paragraph', lines: [[text]] }]).trimEnd();

const ESCAPED: readonly (readonly [string, string, string])[] = [
  ['a mention', 'ask @torvalds', 'ask @&#8203;torvalds'],
  ['an issue number', 'see #123', 'see #&#8203;123'],
  ['an issue of another repository', 'o/r#1 GH-7', 'o/r#&#8203;1 GH-&#8203;7'],
  ['a pipe', 'a|b', 'a&#124;b'],
  ['HTML', '<img src=x onerror=y>', '&lt;img src=x onerror=y&gt;'],
  ['an entity', '&lt;', '&amp;lt;'],
  ['emphasis', '*a* _b_ ~~c~~', '\\*a\\* \\_b\\_ \\~\\~c\\~\\~'],
  ['a link', '[x](javascript:1)', '\\[x\\](javascript:1)'],
  [
    'an address',
    'https://evil.example www.evil.example',
    'https:&#8203;//evil.example www&#8203;.evil.example',
  ],
  ['math', '$x$', '<span>$</span>x<span>$</span>'],
  ['an emoji made of a line number', 'web.yaml:100:7', 'web.yaml:&#8203;100:7'],
  ['backticks', '`a`', '\\`a\\`'],
  ['a line break', 'a\nb\r\nc', 'a b c'],
  ['a heading', '# big', '\\# big'],
  ['a list', '- a', '\\- a'],
  ['a numbered list', '1. a', '1\\. a'],
  ['a rule', '---', '\\---'],
  ['an underline', '===', '\\==='],
  ['a bidi override', 'a\u202Eb', 'a&lt;U+202E&gt;b'],
  ['a terminal sequence', 'a\u001B[31mb', 'a&lt;U+001B&gt;\\[31mb'],
  ['a lone surrogate', 'a\uD800b', 'a&lt;U+D800&gt;b'],
];

test.each(ESCAPED)('%s is shown, not obeyed', (_, foreign, written) => {
  expect(say(foreign)).toBe(written);
});

test('code with backticks and pipes stays one code span, in a table too', () => {
  expect(toMarkdown([{ kind: 'paragraph', lines: [line`${code('a``b`')}`] }])).toBe('``` a``b` ```\n');
  const table = toMarkdown([{ kind: 'table', head: [['x']], rows: [[[code('a|`b')]]] }]);
  expect(table.split('\n')[2]).toBe('| <code>a&#124;\\`b</code> |');
});

test('a fence is longer than any run of backticks inside', () => {
  const text = toMarkdown([{ kind: 'diff', lines: [{ mark: '+', text: '````js' }] }]);
  expect(text).toBe('`````diff\n+ ````js\n`````\n');
});

test('only web addresses become links, and none can end early', () => {
  const paragraph = (href: string) =>
    toMarkdown([{ kind: 'paragraph', lines: [[link('run', href)]] }]).trim();
  expect(paragraph('javascript:alert(1)')).toBe('run');
  expect(paragraph('not a url')).toBe('run');
  expect(paragraph('https://h/a)b|c"d')).toBe('[run](https://h/a%29b%7Cc%22d)');
});

const NASTY = '</summary></details>\n\n# @all | `x` **y** <!-- --> $z$ [l](http://e) \u202E\u0007';

describe('a plan whose every word is hostile', () => {
  const base = sample.replaces;
  const group = {
    ...base,
    name: NASTY,
    stack: { name: NASTY, id: NASTY },
    source: { file: NASTY, line: 1, column: 1 },
    changes: [
      sample.change(
        NASTY,
        [
          { path: NASTY, before: NASTY, after: `\`\`\`\n${NASTY}` },
          { path: NASTY, before: { [NASTY]: NASTY }, after: [NASTY] },
        ],
        { reason: NASTY },
      ),
    ],
    scalingGroups: [1, 2].map((number) => ({
      address: NASTY,
      size: base.size,
      members: sample.members('replace', [NASTY, `${NASTY}${number}`], NASTY),
      batches: [NASTY, NASTY].map((name) => ({ servers: [name], running: 2, inService: 1 })),
    })),
    steps: [{ kind: 'update' as const, why: NASTY, capacities: [] }],
    findings: [
      {
        rule: NASTY,
        severity: 'error' as const,
        message: NASTY,
        source: { file: NASTY, line: 1, column: 1 },
      },
    ],
  };
  const report = planReport(
    sample.planOf([group, sample.grows], [{ file: NASTY, line: 1, column: 1, message: NASTY }]),
    {
      cloud: NASTY,
      commit: NASTY,
      base: NASTY,
      key: NASTY,
      links: { run: `https://h/${NASTY}`, horizon: NASTY },
    },
  );
  const outsideFences = report.markdown.replaceAll(/^(`{3,})diff$[\s\S]*?^\1$/gm, '');
  const prose = outsideFences.replaceAll(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '').replaceAll(/^<!--.*-->$/gm, '');

  test('opens and closes exactly its own folds', () => {
    const own = outsideFences.match(/^<details><summary>.*<\/summary>$/gm) ?? [];
    expect(outsideFences.match(/<details>/g)).toHaveLength(own.length);
    expect(outsideFences.match(/^<\/details>$/gm)).toHaveLength(own.length);
  });

  test('mentions nobody', () => {
    expect(prose).not.toMatch(/@\w/);
  });

  test('has one heading and one comment, both its own', () => {
    expect(outsideFences.match(/^#+ /gm)).toEqual(['### ']);
    expect(prose.match(/<!--/g) ?? []).toEqual([]);
    expect(outsideFences.match(/^<!--/gm)).toHaveLength(1);
  });

  test('hides nothing, in Markdown, text or title', () => {
    for (const text of [report.markdown, report.summary, report.text, report.title]) {
      expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
    }
  });

  test('keeps every row of a table in its columns', () => {
    const rows = outsideFences.split('\n').filter((row) => row.startsWith('| '));
    const bars = rows.map((row) => row.match(/\|/g)?.length);
    expect([...new Set(bars)].sort()).toEqual([4, 6]);
  });
});

test('no text whatever leaves a raw angle bracket, bar or hidden character behind', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const written = say(text).replaceAll('<span>$</span>', '').replaceAll(/\\./g, '');
      expect(written).not.toMatch(/[<>|`*_[\]~]/);
      expect(visible(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
    }),
  );
});

test('a terminal line is broken between words, and a long name is not', () => {
  const name = 'x'.repeat(150);
  const text = toText([
    { kind: 'paragraph', lines: [line`${strong('word')} ${'word '.repeat(40)}${code(name)}`] },
  ]);
  const lines = text.trimEnd().split('\n');
  expect(lines.filter((one) => one.length > 110)).toEqual([name]);
});
