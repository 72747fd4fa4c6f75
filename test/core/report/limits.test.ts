/** Any plan whatever: its comment and summary are within GitHub's limits, valid, and keep the verdict and the danger. */
import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planReport } from '../../../src/core/report/plan-report.ts';
import type { Change } from '../../../src/model/change.ts';
import type { Fate, GroupPlan, MemberPlan } from '../../../src/model/plan.ts';
import { rendered, unbalanced } from './rendered.ts';
import * as sample from './samples.ts';

const RUNS = 15;
/** Milliseconds; a renderer takes its time on a busy machine. */
const PATIENCE = 240_000;

const short = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
/** Those that grow most when they are escaped, and those that look like an end of something. */
const long = fc
  .tuple(
    fc.constantFrom('$', '@', '|', '€', '👩‍👩‍👧', '\u202E', '`', 'x ', 'line\n', '<b>'),
    fc.nat({ max: 3000 }),
  )
  .map(([unit, times]) => unit.repeat(times + 1));
const fate: fc.Arbitrary<Fate> = fc.constantFrom('keep', 'update', 'replace', 'create', 'delete');

function groupOf(word: fc.Arbitrary<string>): fc.Arbitrary<GroupPlan> {
  const member: fc.Arbitrary<MemberPlan> = fc.record({
    member: word,
    server: fc.option(fc.record({ id: word, name: word })),
    fate,
    how: fc.constantFrom('', 'new image', 'resized in place'),
  });
  const field = fc.record({
    path: word,
    before: fc.option(word),
    after: fc.oneof(word, fc.dictionary(word, word, { maxKeys: 3 })),
  });
  const change: fc.Arbitrary<Change> = fc.record({
    address: word,
    action: fc.constantFrom('create', 'update', 'replace', 'delete'),
    reason: word,
    confidence: fc.constantFrom('certain', 'predicted'),
    fields: fc.array(field, { maxLength: 4 }),
  });
  return fc
    .record({
      name: word,
      file: word,
      action: fc.constantFrom('create', 'update', 'replace', 'delete', 'no-op'),
      members: fc.array(member, { maxLength: 12 }),
      changes: fc.array(change, { maxLength: 4 }),
      findings: fc.array(
        fc.record({ rule: word, severity: fc.constantFrom('warn', 'info'), message: word }),
        { maxLength: 3 },
      ),
      batches: fc.array(
        fc.record({
          servers: fc.array(word, { maxLength: 3 }),
          running: fc.nat(500),
          inService: fc.nat(500),
        }),
        { maxLength: 4 },
      ),
      max: fc.option(fc.nat(2000)),
    })
    .map(({ file, max, ...parts }) =>
      sample.groupOf({
        ...parts,
        source: { file, line: 1, column: 1 },
        size: { min: 1, max, current: parts.members.length, after: null, before: { min: 1, max: 5 } },
      }),
    );
}

function several(word: fc.Arbitrary<string>, times: readonly number[]): fc.Arbitrary<readonly GroupPlan[]> {
  return fc
    .tuple(fc.array(groupOf(word), { maxLength: 4 }), fc.constantFrom(...times))
    .map(([few, number]) => Array.from({ length: number }, () => few).flat());
}

/** Few groups of anything, or thousands. */
const groups = fc.oneof(several(fc.oneof(short, long), [1, 1, 20]), several(short, [1, 30, 700]));

const danger = ({ action, servers }: GroupPlan) =>
  action === 'delete' || servers.delete + servers.replace > 0;

test(
  'whatever the plan, what is published fits, is valid, and says the verdict and the danger',
  () => {
    fc.assert(
      fc.property(groups, short, (all, cloud) => {
        const { markdown, summary } = planReport(sample.planOf(all), { cloud, commit: '4f2c9e1' });
        expect(markdown.length).toBeLessThan(65_536);
        expect(Buffer.byteLength(markdown)).toBeLessThan(262_144);
        expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
        expect(markdown.split('\n')[1]).toMatch(/^### 🌡️ \S/);
        expect(/^> \[!(WARNING|CAUTION)\]$/m.test(markdown)).toBe(all.some(danger) || all.some(isDown));
        expect(unbalanced(rendered(markdown))).toBeNull();
        expect(columnsPerTable(markdown).every((widths) => new Set(widths).size === 1)).toBe(true);
        expect(markdown.trimEnd().split('\n').at(-1)).toMatch(/^<sub>Plan of .*<\/sub>$/);
      }),
      { numRuns: RUNS },
    );
  },
  PATIENCE,
);

/** A resize takes a server down. */
function isDown({ scalingGroups }: GroupPlan): boolean {
  return scalingGroups.some(({ members }) =>
    members.some((one) => one.fate === 'update' && one.how.startsWith('resized')),
  );
}

/** For each table the number of cells in each of its rows; a diff's lines are none. */
function columnsPerTable(markdown: string): readonly (readonly number[])[] {
  return markdown
    .replaceAll(/^(`{3,})diff$[\s\S]*?^\1$/gm, '')
    .split(/\n\n/)
    .filter((block) => block.startsWith('| '))
    .map((block) => block.split('\n').map((row) => row.split('|').length));
}
