/** What merging approves survives the way through check runs whole, or it approves nothing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { approvalRecord } from '../../../src/core/approval/record.ts';
import { readRecord, recordTexts } from '../../../src/core/approval/record-text.ts';
import type { ApprovalRecord, ApprovedGroup } from '../../../src/model/approval.ts';
import { change, groupOf, planOf } from '../report/samples.ts';

const sha = (number: number) => `sha256:${number.toString(16).padStart(64, '0')}`;

function fleet(count: number, details: ApprovedGroup['details'] = null): ApprovalRecord {
  const groups = Array.from({ length: count }, (_, index) => ({
    name: `shop-frontend-${index}`,
    fingerprint: sha(index),
    action: 'update' as const,
    details,
  }));
  return { version: 1, fingerprint: sha(99), groups };
}

const DETAILS = {
  changes: [{ path: 'resources.group.properties.max_size', before: 5, after: 50 }],
  servers: { keep: 3, update: 0, create: 0, replace: 0, delete: 0 },
};

test('an unchanged group needs no approval and is not recorded', () => {
  const made = approvalRecord(
    planOf([groupOf({ name: 'web', action: 'update' }), groupOf({ name: 'api', action: 'no-op' })]),
  );
  expect(made.groups.map(({ name }) => name)).toEqual(['web']);
});

test('a small plan is one text that a person can read', () => {
  const [text = '', ...more] = recordTexts(fleet(1, DETAILS));
  expect(more).toEqual([]);
  expect(text).toContain('What merging approves, one line a group.');
  expect(text).toMatch(/^shop-frontend-0 sha256:0{64} update \{"changes":\[\{"path":"resources\.group/m);
});

describe.each([0, 1, 50, 2000, 10_000])('%i groups', (count) => {
  const record = fleet(count, DETAILS);
  const texts = recordTexts(record);

  test('each text fits into a check run', () => {
    for (const text of texts) expect(text.length).toBeLessThanOrEqual(65_535);
  });

  test('every fingerprint comes back, whatever order the texts come in', () => {
    const read = readRecord([...texts].reverse());
    expect(read.ok).toBe(true);
    const plain = (all: readonly ApprovedGroup[]) => all.map(({ name, fingerprint }) => [name, fingerprint]);
    expect(read.ok && plain(read.record.groups)).toEqual(plain(record.groups));
  });
});

test('two thousand groups give up the details, not a fingerprint', () => {
  const read = readRecord(recordTexts(fleet(2000, DETAILS)));
  expect(read.ok && read.record.groups.every(({ details }) => details === null)).toBe(true);
});

describe('approves nothing', () => {
  const texts = recordTexts(fleet(3000));

  test('without one of its parts', () => {
    expect(texts.length).toBeGreaterThan(2);
    expect(readRecord(texts.slice(1))).toMatchObject({ ok: false });
    expect(readRecord(texts.slice(0, -1))).toMatchObject({
      ok: false,
      reason: expect.stringContaining('parts'),
    });
  });

  test('with a part twice instead of another', () => {
    expect(readRecord([...texts.slice(0, -1), texts[0] ?? ''])).toMatchObject({ ok: false });
  });

  test('with a part of another plan', () => {
    const other = recordTexts({ ...fleet(3000), fingerprint: sha(7) });
    expect(readRecord([...texts.slice(0, -1), other.at(-1) ?? ''])).toMatchObject({ ok: false });
  });

  test.each([
    ['a fingerprint that was changed', (text: string) => text.replace(sha(5), sha(6))],
    [
      'a line that was added',
      (text: string) => text.replace(/^(shop-frontend-1 .*)$/m, '$1\nevil sha256:1 update'),
    ],
    [
      'a line of the right form that was added',
      (text: string) => text.replace(/^(shop-frontend-1 .*)$/m, `$1\nevil ${sha(1)} update`),
    ],
    ['a line that is missing', (text: string) => text.replace(/^shop-frontend-1 .*\n/m, '')],
    [
      'an action that was changed',
      (text: string) => text.replace(/^(shop-frontend-1 .*) update/m, '$1 delete'),
    ],
    ['another number of groups', (text: string) => text.replace('3000 groups', '2999 groups')],
    ['no block', (text: string) => text.replaceAll('```', '')],
  ])('with %s', (_, spoil) => {
    const spoilt = texts.map(spoil);
    expect(spoilt).not.toEqual(texts);
    expect(readRecord(spoilt)).toMatchObject({ ok: false });
  });

  test.each([[[]], [['']], [['There is no plan.']], [[`fingerprint: ${sha(1)}`]]])('from %j', (given) => {
    expect(readRecord(given)).toMatchObject({ ok: false });
  });
});

test('words of a spec can neither end the block nor make a line', () => {
  const value = '```\n``` \u2028 evil sha256:1 update\r\n{"}`';
  const group = groupOf({
    name: 'web',
    action: 'update',
    changes: [change('resources.group', [{ path: value, before: value, after: value }])],
  });
  const texts = recordTexts(approvalRecord(planOf([group])));
  expect(texts.join('').match(/```/g)).toHaveLength(2);
  const read = readRecord(texts);
  expect(read.ok && read.record.groups[0]?.details?.changes[0]).toEqual({
    path: `resources.group.${value}`,
    before: value,
    after: value,
  });
});

test('whatever the values are, what was written is what is read', () => {
  const value = fc.oneof(fc.string({ maxLength: 30 }), fc.integer(), fc.boolean(), fc.constant(null));
  const changes = fc.array(fc.record({ path: fc.string(), before: value, after: value }), { maxLength: 4 });
  fc.assert(
    fc.property(fc.array(changes, { maxLength: 40 }), (all) => {
      const record: ApprovalRecord = {
        ...fleet(0),
        groups: fleet(all.length).groups.map((group, index) => ({
          ...group,
          details: { ...DETAILS, changes: all[index] ?? [] },
        })),
      };
      expect(readRecord(recordTexts(record))).toEqual({ ok: true, record });
    }),
  );
});
