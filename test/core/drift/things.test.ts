/** Kinds of drift that are hard to bring about on a cloud: each by what the lists would show. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { alarmDrift } from '../../../src/core/drift/alarm-drift.ts';
import { explained } from '../../../src/core/drift/deeds.ts';
import { stuckScaling } from '../../../src/core/drift/group-drift.ts';
import { DRIFT_KINDS, type DriftKind, driftItem } from '../../../src/core/drift/kinds.ts';
import { confirmed } from '../../../src/core/drift/second-look.ts';
import { serverDifferences } from '../../../src/core/drift/server-drift.ts';
import type { Told } from '../../../src/core/drift/told.ts';
import { unheardAlarms } from '../../../src/core/drift/unheard.ts';
import { type StackView, surroundingsOf } from '../../../src/core/drift/view.ts';
import type { GroupDrift } from '../../../src/model/drift.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import type { Catalogue, StackPulse } from '../../../src/model/observed.ts';
import { COMPLETE, group, live, member, NOTHING_AROUND } from '../live-stack.ts';

const NOW = '2026-01-01T02:00:00Z';
const CATALOGUE: Catalogue = {
  image: [],
  flavor: [],
  network: [],
  keyPair: [],
  securityGroup: [],
  subnet: [],
  externalNetwork: [],
  serverGroup: [],
  pool: [],
  zone: [],
};

function told(address: string, type: string, properties: JsonObject, physicalId = address): Told {
  return { address, type, properties, physicalId, settled: true };
}

function view(all: readonly Told[], alarms: readonly JsonObject[] = []): StackView {
  const alarm = new Map(
    alarms.map((fields) => [String(fields['alarm_id']), { id: String(fields['alarm_id']), fields }]),
  );
  const { things } = NOTHING_AROUND;
  return {
    stack: live(group(), [2]),
    told: all,
    around: surroundingsOf({ ...things, of: { ...things.of, alarm } }),
    catalogue: CATALOGUE,
    servers: new Map(),
    now: NOW,
  };
}

const SIGNAL = { get_attr: ['out', 'signal_url'] };
const COMPOSITE = told('a', 'OS::Aodh::CompositeAlarm', {
  composite_rule: {
    operator: 'or',
    rules: [
      {
        and: [
          { type: 'prometheus', threshold: 5, query: 'x' },
          { type: 'prometheus', threshold: 9, query: 'x' },
        ],
      },
    ],
  },
  alarm_actions: [SIGNAL],
});
const POLICY = told('out', 'OS::Heat::ScalingPolicy', {});
const alarmShown = (change: JsonObject = {}): JsonObject => ({
  alarm_id: 'a',
  enabled: true,
  state: 'ok',
  timestamp: '2026-01-01T00:00:00',
  state_timestamp: '2026-01-01T00:00:00',
  alarm_actions: ['trust+http://heat/v1/p/stacks/web/stack-id/resources/out/signal'],
  composite_rule: {
    or: [
      {
        and: [
          { type: 'prometheus', threshold: 5, query: 'x' },
          { type: 'prometheus', threshold: 9, query: 'x' },
        ],
      },
    ],
  },
  ...change,
});

describe('a composite alarm', () => {
  test('is as it was told, though Aodh spells its rule in another way', () => {
    expect(alarmDrift(view([COMPOSITE, POLICY], [alarmShown()]))).toEqual([]);
  });

  test('is edited when one of its thresholds is', () => {
    const edited = {
      or: [
        {
          and: [
            { type: 'prometheus', threshold: 5, query: 'x' },
            { type: 'prometheus', threshold: 8, query: 'x' },
          ],
        },
      ],
    };
    expect(alarmDrift(view([COMPOSITE], [alarmShown({ composite_rule: edited })]))).toMatchObject([
      { kind: 'alarm-edited', repository: 'or[0].and[1].threshold 9', cloud: 'or[0].and[1].threshold 8' },
    ]);
  });

  test('of which a rule was added is edited as well', () => {
    const more = {
      or: [...(Object(alarmShown()['composite_rule']).or as JsonObject[]), { type: 'prometheus' }],
    };
    expect(alarmDrift(view([COMPOSITE], [alarmShown({ composite_rule: more })]))).toHaveLength(1);
  });
});

test('of an address that is called nothing is shown but its host', () => {
  const alarm_actions = ['https://user:secret@elsewhere/hook?signature=geheim'];
  const [found] = alarmDrift(view([COMPOSITE, POLICY], [alarmShown({ alarm_actions })]));
  expect(found).toMatchObject({
    kind: 'alarm-action-edited',
    cannotScale: true,
    cloud: expect.stringMatching(/^https:\/\/elsewhere\/\(hidden, 4 bytes, [0-9a-f]{8}\)$/),
  });
});

describe('an action', () => {
  test('that goes to another policy than the template says is misdirected', () => {
    const alarm_actions = ['trust+http://heat/v1/p/stacks/web/stack-id/resources/in/signal'];
    expect(alarmDrift(view([COMPOSITE, POLICY], [alarmShown({ alarm_actions })]))).toMatchObject([
      { kind: 'alarm-action-edited', repository: 'alarm_actions: signal out' },
    ]);
  });

  test('that goes to the policy of this name in another stack is misdirected', () => {
    const alarm_actions = ['trust+http://heat/v1/p/stacks/staging/another-id/resources/out/signal'];
    expect(alarmDrift(view([COMPOSITE, POLICY], [alarmShown({ alarm_actions })]))).toMatchObject([
      { kind: 'alarm-action-edited', repository: 'alarm_actions: signal out' },
    ]);
  });

  test('by a signed address is known by the stack in it', () => {
    const arn = encodeURIComponent('arn:openstack:heat::p:stacks/web/stack-id/resources/out');
    const alarm_actions = [`https://heat/v1/signal/${arn}?Signature=x`];
    expect(alarmDrift(view([COMPOSITE, POLICY], [alarmShown({ alarm_actions })]))).toEqual([]);
  });

  test('that only Heat can compute is not judged', () => {
    const nested = told('a', 'OS::Aodh::CompositeAlarm', {
      alarm_actions: [{ get_attr: ['another_stack', 'outputs', 'url'] }],
    });
    const alarm_actions = ['https://heat.example/signed'];
    expect(alarmDrift(view([nested], [alarmShown({ alarm_actions })]))).toEqual([]);
  });
});

test('an image whose name was given to a newer one is told apart from a rebuild', () => {
  const item = driftItem({ kind: 'server-rebuilt', subject: 's', repository: 'a', cloud: 'b', remedy: 'c' });
  const created = [{ at: NOW, what: 'create', userId: 'me' }];
  expect(explained(item, created, { now: NOW, userId: 'me' })?.through).toContain('no rebuild');
  const rebuilt = [{ at: NOW, what: 'rebuild', userId: 'you' }, ...created];
  expect(explained(item, rebuilt, { now: NOW, userId: 'me' })?.through).toBe('rebuild by user you');
});

describe('a blind alarm', () => {
  const blind = alarmShown({ state: 'insufficient data', state_reason: 'no datapoints' });
  const [found] = alarmDrift(view([COMPOSITE], [blind]));

  test('is found when it has known nothing for half an hour', () => {
    expect(found).toMatchObject({ kind: 'alarm-blind', cloud: 'insufficient data: no datapoints' });
    const fresh = { ...blind, timestamp: '2026-01-01T01:45:00' };
    expect(alarmDrift(view([COMPOSITE], [fresh]))).toEqual([]);
  });

  test('is none when its history says that it went blind a moment ago', () => {
    const deeds = [{ at: '2026-01-01T01:50:00Z', what: 'state transition', userId: null }];
    expect(found && explained(found, deeds, { now: NOW, userId: 'me' })).toBeNull();
  });

  test('is none when nobody can tell since when it is blind, and one when its history no longer reaches so far', () => {
    expect(found && explained(found, null, { now: NOW, userId: 'me' })).toBeNull();
    expect(found && explained(found, [], { now: NOW, userId: 'me' })).toEqual(found);
  });
});

describe('an alarm that fires', () => {
  const signalling = (policy: JsonObject) =>
    view(
      [
        told('group', 'OS::Heat::AutoScalingGroup', { min_size: 2, max_size: 8 }, 'nested-group'),
        told('out', 'OS::Heat::ScalingPolicy', { auto_scaling_group_id: 'nested-group', ...policy }),
        COMPOSITE,
      ],
      [alarmShown({ state: 'alarm' })],
    );
  const firing = signalling({ scaling_adjustment: 1 });
  const pulse = (activity: StackPulse['groups'][number]['activity']): StackPulse => ({
    state: COMPLETE,
    updatedAt: null,
    groups: [{ address: 'group', state: COMPLETE, nestedState: COMPLETE, activity, memberCount: 2 }],
  });

  test('is unheard when the group has room, is at rest and long out of its cooldown', () => {
    const quiet = pulse({ scalingInProgress: false, cooldownUntil: '2026-01-01T01:00:00Z' });
    expect(unheardAlarms(firing, quiet)).toMatchObject([{ kind: 'alarm-unheard', cannotScale: true }]);
  });

  test('has nothing to say where the bounds end what an exact size asks for', () => {
    const quiet = pulse({ scalingInProgress: false, cooldownUntil: null });
    const exact = (scaling_adjustment: number) =>
      unheardAlarms(signalling({ adjustment_type: 'exact_capacity', scaling_adjustment }), quiet).length;
    expect([1, 2, 3].map(exact)).toEqual([0, 0, 1]);
  });

  test('is heard while the cooldown runs, or has just ended', () => {
    const resting = pulse({ scalingInProgress: false, cooldownUntil: '2026-01-01T01:55:00Z' });
    expect(unheardAlarms(firing, resting)).toEqual([]);
  });

  test('meets a group that is stuck in the middle of scaling', () => {
    const stuck = pulse({ scalingInProgress: true, cooldownUntil: null });
    expect(stuckScaling({ name: 'web', resources: [] }, stuck)).toMatchObject([
      { kind: 'scaling-stuck', cannotScale: true },
    ]);
    expect(unheardAlarms(firing, stuck)).toEqual([]);
  });
});

describe('volumes of a server', () => {
  const [server] = member(1).servers;
  const kindsWith = (volumes: readonly string[]) =>
    server &&
    serverDifferences({
      ...view([]),
      server: { ...server, name: 'x-m1-aaaaaaaaaaaa', volumes },
      type: 'OS::Nova::Server',
      properties: { block_device_mapping_v2: [{ boot_index: 0, volume_size: 10 }] },
      resource: 'm1',
      replace: 'replace it',
    }).map(({ kind }) => kind);

  test('that are gone, or were added', () => {
    expect(kindsWith(['v1'])).toEqual([]);
    expect(kindsWith([])).toEqual(['server-volume-detached']);
    expect(kindsWith(['v1', 'v2'])).toEqual(['server-volume-attached']);
  });
});

test('what only one of two looks found is no drift', () => {
  const found = (subjects: readonly string[]): GroupDrift => ({
    name: 'web',
    stackId: null,
    source: { file: 'web.yaml', line: 1, column: 1 },
    status: 'drifted',
    items: stuckScaling(
      { name: 'web', resources: [] },
      {
        state: COMPLETE,
        updatedAt: null,
        groups: subjects.map((address) => ({
          address,
          state: COMPLETE,
          nestedState: COMPLETE,
          activity: { scalingInProgress: true, cooldownUntil: null },
          memberCount: 1,
        })),
      },
    ),
    fixed: [],
    ignored: [],
    notDrift: [],
    message: '',
  });
  expect(confirmed(found(['a', 'b']), found(['b', 'c'])).items.map(({ subject }) => subject)).toEqual([
    'group b',
  ]);
  expect(confirmed(found(['a']), found(['c'])).status).toBe('clean');
});

test('the documentation tells of every kind, and how bad it is', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/drift.md'), 'utf8');
  for (const [kind, one] of Object.entries<DriftKind>(DRIFT_KINDS)) {
    const how = one.cannotScale ? 'error, cannot scale' : one.severity;
    expect(page).toContain(`| \`${kind}\` | ${how} |`);
  }
});
