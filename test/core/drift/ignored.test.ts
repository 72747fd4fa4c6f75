/** What the settings say of drift: left alone, counted, and told of when their time is up. */
import { expect, test } from 'vitest';
import { expiredRules, withoutIgnored } from '../../../src/core/drift/ignored.ts';
import { driftItem } from '../../../src/core/drift/kinds.ts';
import type { GroupDrift } from '../../../src/model/drift.ts';

const SOURCE = { file: '.thermostat.yaml', line: 7, column: 5 };
const RULE = {
  group: 'web',
  path: 'server web-* metadata.owner',
  reason: 'the inventory writes it',
  expires: '2026-12-31',
  source: SOURCE,
};
const added = (subject: string) =>
  driftItem({ kind: 'server-metadata-added', subject, repository: 'absent', cloud: 'me', remedy: 'none' });
const GROUP: GroupDrift = {
  name: 'web',
  stackId: null,
  source: SOURCE,
  status: 'drifted',
  items: [added('server web-1 metadata.owner'), added('server web-1 metadata.other')],
  fixed: [],
  ignored: [],
  notDrift: [],
  message: '',
};

test('a difference that a rule names is left alone and counted, another one stays', () => {
  const left = withoutIgnored(GROUP, [RULE], new Date('2026-12-31T23:00:00Z'));
  expect(left.items.map(({ subject }) => subject)).toEqual(['server web-1 metadata.other']);
  expect(left.ignored).toEqual([
    {
      kind: 'server-metadata-added',
      subject: 'server web-1 metadata.owner',
      reason: 'the inventory writes it',
      expires: '2026-12-31',
    },
  ]);
  expect(left.status).toBe('drifted');
});

test('a group of which everything is left alone is clean', () => {
  const one = { ...GROUP, items: GROUP.items.slice(0, 1) };
  expect(withoutIgnored(one, [RULE], new Date('2026-12-01')).status).toBe('clean');
});

test('a rule whose time is up hides nothing and is a finding itself', () => {
  const late = new Date('2027-01-01T00:00:00Z');
  expect(withoutIgnored(GROUP, [RULE], late).items).toHaveLength(2);
  expect(expiredRules([RULE], late)).toMatchObject([
    { kind: 'ignore-expired', remedy: expect.stringContaining('.thermostat.yaml (line 7)') },
  ]);
  expect(expiredRules([RULE], new Date('2026-12-31T23:59:59Z'))).toEqual([]);
});
