/** What the settings say of drift: left alone, counted, and told of when their time is up. */
import { expect, test } from 'vitest';
import { expiredRules, withoutIgnored } from '../../../src/core/drift/ignored.ts';
import { driftItem } from '../../../src/core/drift/kinds.ts';
import type { DriftItem, GroupDrift } from '../../../src/model/drift.ts';

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

test('of a finding with several fields only those count that no rule names, and only those would be written', () => {
  const item = driftItem({
    kind: 'pool-member-edited',
    subject: 'pool member 10.0.0.5 (group/a/member)',
    repository: 'weight 1, backup false',
    cloud: 'weight 5, backup true',
    remedy: 'set --weight 1 --backup false',
    live: [
      { path: 'resources.group.nested.member.properties.weight', value: 5, told: 1, ofMember: 'a' },
      { path: 'resources.group.nested.member.properties.backup', value: true, told: false, ofMember: 'a' },
    ],
    mends: [{ kind: 'poolMember', pool: 'p', id: 'm', fields: { weight: 1, backup: false } }],
  });
  const rule = { ...RULE, path: 'resources.group.nested.member.properties.weight' };
  const { items, ignored } = withoutIgnored({ ...GROUP, items: [item] }, [rule], new Date('2026-12-01'));
  expect(items).toMatchObject([
    {
      repository: 'backup false',
      cloud: 'backup true',
      remedy: expect.not.stringContaining('weight 1'),
      live: [{ path: 'resources.group.nested.member.properties.backup' }],
      mends: [{ fields: { backup: false } }],
    },
  ]);
  expect(items[0]?.mends).toEqual([{ kind: 'poolMember', pool: 'p', id: 'm', fields: { backup: false } }]);
  expect(ignored).toMatchObject([{ subject: 'pool member 10.0.0.5 (group/a/member) weight' }]);
});

const POOL = driftItem({
  kind: 'pool-edited',
  subject: 'pool p',
  repository: 'session_persistence {"type":"APP_COOKIE","cookie_name":"a"}',
  cloud: 'session_persistence {"type":"HTTP_COOKIE","cookie_name":"b"}',
  remedy: 'none',
  live: [
    {
      path: 'resources.p.properties.session_persistence',
      told: { type: 'APP_COOKIE', cookie_name: 'a' },
      value: { type: 'HTTP_COOKIE', cookie_name: 'b', granularity: null },
    },
  ],
  mends: [
    { kind: 'pool', id: 'p', fields: { session_persistence: { type: 'APP_COOKIE', cookie_name: 'a' } } },
  ],
});
const leftOf = (item: DriftItem, ...paths: readonly string[]) =>
  withoutIgnored(
    { ...GROUP, items: [item] },
    paths.map((path) => ({ ...RULE, path })),
    new Date('2026-12-01'),
  );

test('of a value with keys a rule may mean one: only the others are told, and written back', () => {
  const { items, ignored } = leftOf(POOL, 'resources.p.properties.session_persistence.cookie_name');
  expect(items).toMatchObject([
    {
      repository: 'session_persistence {"type":"APP_COOKIE"}',
      cloud: 'session_persistence {"type":"HTTP_COOKIE","granularity":null}',
      mends: [{ fields: { session_persistence: { type: 'APP_COOKIE', cookie_name: 'b' } } }],
    },
  ]);
  expect(ignored).toMatchObject([{ subject: 'pool p session_persistence' }]);
  expect(leftOf(POOL, 'resources.p.properties.session_persistence.*').items).toEqual([]);
});

test('a field may be named as the report names it', () => {
  expect(leftOf(POOL, 'pool p session_persistence')).toMatchObject({ items: [], status: 'clean' });
});

test('what could only be made anew stays as it is where a rule may mean a part of it', () => {
  const constraints = driftItem({
    kind: 'alarm-edited',
    subject: 'alarm high composite_rule',
    place: 'resources.high.properties.composite_rule',
    partOf: 'alarm high',
    repository: 'or[0].threshold 5',
    cloud: 'or[0].threshold 6',
    remedy: 'none',
    mends: [{ kind: 'remake', address: 'high' }],
  });
  const part = 'resources.high.properties.composite_rule.or.0.threshold';
  expect(leftOf(constraints, part).items).toMatchObject([{ mustStay: expect.stringContaining(part) }]);
  expect(leftOf(constraints, 'resources.high.properties.composite_rule').items).toEqual([]);
  expect(leftOf(constraints, 'resources.high.properties.threshold').items).toEqual([constraints]);
});

test('a rule whose time is up hides nothing and is a finding itself', () => {
  const late = new Date('2027-01-01T00:00:00Z');
  expect(withoutIgnored(GROUP, [RULE], late).items).toHaveLength(2);
  expect(expiredRules([RULE], late)).toMatchObject([
    { kind: 'ignore-expired', remedy: expect.stringContaining('.thermostat.yaml (line 7)') },
  ]);
  expect(expiredRules([RULE], new Date('2026-12-31T23:59:59Z'))).toEqual([]);
});
