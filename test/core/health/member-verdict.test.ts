/** How a member fares by what Heat, Nova, Octavia and the probes say of it. */
import { describe, expect, test } from 'vitest';
import { type Evidence, memberVerdict } from '../../../src/core/health/member-verdict.ts';
import type { PoolMember, ProbeResult } from '../../../src/model/evidence.ts';
import type { HeatState, ObservedMember, ObservedServer } from '../../../src/model/observed.ts';
import { member } from '../live-stack.ts';
import { COMPLETE, question } from './verdicts.ts';

/** Long after the launch of every server. */
const LATER = Date.parse('2026-01-01T06:00:00Z');
const evidence = (parts: Partial<Evidence> = {}): Evidence => ({
  spec: question([]).spec,
  now: LATER,
  group: COMPLETE,
  poolMembers: {},
  pool: { kind: 'read', members: [] },
  backends: null,
  probes: [],
  ...parts,
});
const state = (action: HeatState['action'], status: HeatState['status'], reason = ''): HeatState => {
  return { action, status, reason };
};
const server = (parts: Partial<ObservedServer>): ObservedMember => {
  const one = member(1);
  return { ...one, servers: one.servers.map((own) => ({ ...own, ...parts })) };
};
const status = (one: ObservedMember, parts: Partial<Evidence> = {}) =>
  memberVerdict(one, evidence(parts)).status;

describe('what Nova says', () => {
  test.each([
    ['ACTIVE', 'current'],
    ['ERROR', 'failed'],
    ['SHUTOFF', 'failed'],
    ['UNKNOWN', 'failed'],
    ['MISSING', 'not-found'],
    ['SOFT_DELETED', 'not-found'],
    ['BUILD', 'in-progress'],
    ['REBUILD', 'in-progress'],
    ['RESIZE', 'in-progress'],
    ['VERIFY_RESIZE', 'in-progress'],
    ['MIGRATING', 'in-progress'],
    ['HARD_REBOOT', 'in-progress'],
  ])('%s is %s', (nova, expected) => {
    expect(status(server({ status: nova }))).toBe(expected);
    expect(memberVerdict(server({ status: nova }), evidence()).spare).toBeNull();
  });

  test.each(['PAUSED', 'SUSPENDED', 'RESCUE', 'SHELVED', 'SHELVED_OFFLOADED'])(
    '%s is what a person did: told with the command, never replaced',
    (nova) => {
      const found = memberVerdict(server({ status: nova }), evidence());
      expect(found).toMatchObject({ status: 'failed', spare: expect.stringContaining('server-1') });
    },
  );

  test.each(['ERROR', 'SHUTOFF'])('%s and locked is never replaced: Nova would not delete it', (nova) => {
    const found = memberVerdict(server({ status: nova, locked: true }), evidence());
    expect(found).toMatchObject({
      status: 'failed',
      spare: expect.stringContaining('openstack server unlock'),
    });
    expect(memberVerdict(server({ locked: true }), evidence())).toMatchObject({
      status: 'current',
      spare: null,
    });
  });

  test('its fault is told', () => {
    const found = memberVerdict(server({ status: 'ERROR', fault: 'No valid host was found' }), evidence());
    expect(found.why).toBe('is ERROR in Nova: No valid host was found');
  });

  test('a server that Nova deletes is no sick one', () => {
    expect(status(server({ taskState: 'deleting' }))).toBe('terminating');
  });

  test('a member is as well as its worst server', () => {
    const both = { ...member(1), servers: [...member(1).servers, ...server({ status: 'ERROR' }).servers] };
    expect(status(both)).toBe('failed');
  });

  test('what has no server is not judged', () => {
    expect(status({ ...member(1), servers: [] })).toBe('current');
  });
});

describe('what Heat is at', () => {
  test.each<[HeatState, string]>([
    [state('CREATE', 'IN_PROGRESS'), 'in-progress'],
    [state('UPDATE', 'IN_PROGRESS'), 'in-progress'],
    [state('DELETE', 'IN_PROGRESS'), 'terminating'],
    [state('DELETE', 'FAILED', 'busy'), 'terminating'],
    [state('CREATE', 'FAILED', 'no host'), 'failed'],
    [state('UPDATE', 'FAILED', 'no host'), 'failed'],
  ])('%j is %s, whatever Nova says', (at, expected) => {
    expect(status({ ...server({ status: 'ERROR' }), state: at })).toBe(expected);
    expect(status({ ...server({}), state: at })).toBe(expected);
  });

  test('one that drains finishes what it has', () => {
    expect(status({ ...server({ status: 'SHUTOFF' }), draining: true })).toBe('in-progress');
  });
});

describe('marks', () => {
  const marked = (reason: string) => ({ ...member(1), state: state('CHECK', 'FAILED', reason) });

  test('ours tells nothing of the server: the checks do', () => {
    expect(memberVerdict(marked('Thermostat: unhealthy: is ERROR'), evidence())).toMatchObject({
      status: 'current',
      marked: 'own',
      condemned: true,
    });
  });

  test('one by hand is believed', () => {
    expect(memberVerdict(marked('leaks memory'), evidence())).toMatchObject({
      status: 'failed',
      marked: 'hand',
      why: 'is marked unhealthy in Heat: leaks memory',
    });
  });

  test('one of a check, whose group is marked too, is looked into', () => {
    const group = state('CHECK', 'FAILED');
    expect(memberVerdict(marked('Error: resources.m1'), evidence({ group }))).toMatchObject({
      status: 'current',
      marked: 'check',
    });
  });
});

describe('what Octavia says', () => {
  const spec = { ...question([]).spec, checks: [{ kind: 'server' }, { kind: 'loadBalancer' }] } as const;
  const behind = (operating: string, provisioning = 'ACTIVE'): Partial<Evidence> => {
    const one: PoolMember = { id: 'place', operating, provisioning };
    return { spec, poolMembers: { m1: ['place'] }, pool: { kind: 'read', members: [one] } };
  };

  test.each([
    ['ONLINE', 'current'],
    ['NO_MONITOR', 'current'],
    ['DEGRADED', 'current'],
    ['ERROR', 'failed'],
    ['DRAINING', 'in-progress'],
    ['OFFLINE', 'unknown'],
  ])('%s is %s', (operating, expected) => {
    expect(status(member(1), behind(operating))).toBe(expected);
  });

  test('what it is about to change says nothing yet', () => {
    expect(status(member(1), behind('ERROR', 'PENDING_UPDATE'))).toBe('in-progress');
  });

  test('it does not count where nobody asks for it, and a dead server is dead without it', () => {
    expect(status(member(1), { ...behind('ERROR'), spec: question([]).spec })).toBe('current');
    const away: Partial<Evidence> = { ...behind('ONLINE'), pool: { kind: 'unreadable', why: 'away' } };
    expect(status(member(1), away)).toBe('unknown');
    expect(status(server({ status: 'ERROR' }), away)).toBe('failed');
  });

  test('a place that was deleted by hand is not known', () => {
    expect(status(member(1), { ...behind('ONLINE'), poolMembers: { m1: ['other'] } })).toBe('unknown');
    expect(status(member(1), { ...behind('ONLINE'), poolMembers: {} })).toBe('unknown');
  });
});

describe('the grace period', () => {
  const launched = Date.parse('2026-01-01T00:01:00Z');
  const failing: readonly ProbeResult[] = [
    { serverId: 'server-1', check: 'http :80/', verdict: 'failed', why: 'answers 503' },
  ];

  test('covers what a server that still starts can’t pass, until it is over', () => {
    expect(status(member(1), { probes: failing, now: launched + 299_000 })).toBe('in-progress');
    expect(status(member(1), { probes: failing, now: launched + 300_000 })).toBe('failed');
  });

  test('begins anew with a launch, not with the creation', () => {
    const again = server({ launchedAt: '2026-01-01T05:58:00Z' });
    expect(status(again, { probes: failing })).toBe('in-progress');
  });

  test('does not cover what Nova says', () => {
    expect(status(server({ status: 'ERROR' }), { now: launched + 1000 })).toBe('failed');
  });

  test('is not for the probes of others', () => {
    const others = failing.map((one) => ({ ...one, serverId: 'server-2' }));
    expect(status(member(1), { probes: others })).toBe('current');
  });
});
