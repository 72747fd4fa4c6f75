/** What a backend needs so that its servers are the group's members, as sentences. */
import { describe, expect, test } from 'vitest';
import { decideBalancer } from '../../../src/core/balancer/decide.ts';
import { nameForAddress, ownName } from '../../../src/core/balancer/names.ts';
import type { BackendServer, BalancerMember, BalancerPlan } from '../../../src/model/balancer.ts';

const member = (address: string | null, rest: Partial<BalancerMember> = {}): BalancerMember => ({
  name: `web-${address}`,
  address,
  belongs: 'in',
  why: '',
  ...rest,
});

const server = (name: string, address: string | null, rest: Partial<BackendServer> = {}): BackendServer => ({
  name,
  endpoint: address === null ? null : { address, port: 8080 },
  state: address === null ? 'maint' : 'ready',
  up: address !== null,
  checked: true,
  sessions: 0,
  ...rest,
});

const dynamic = (address: string, rest: Partial<BackendServer> = {}) =>
  server(nameForAddress('web', address), address, rest);

const decide = (members: readonly BalancerMember[], servers: readonly BackendServer[], min = 1) =>
  decideBalancer({ group: 'web', min, port: 8080, members, servers });

const words = ({ actions }: BalancerPlan) => actions.map(({ kind, server: name }) => `${kind} ${name}`);

describe('a group that grows', () => {
  test('gets a server line of its own for each member, named after its address', () => {
    const plan = decide([member('10.0.0.1'), member('10.0.0.2')], [dynamic('10.0.0.1')]);
    expect(words(plan)).toEqual(['register asg-web-10.0.0.2', 'keep asg-web-10.0.0.1']);
    expect(plan.actions[0]).toMatchObject({ through: 'new', gated: true });
  });

  test('takes a free slot where there are any, the lowest first', () => {
    const slots = [server('asg-web-2', null), server('asg-web-1', null)];
    const plan = decide([member('10.0.0.1')], slots);
    expect(words(plan)).toEqual(['register asg-web-1']);
    expect(plan.actions[0]).toMatchObject({ through: 'line', endpoint: { address: '10.0.0.1', port: 8080 } });
  });

  test('takes the slot of a dead server when no other is free', () => {
    const slots = [server('asg-web-1', '10.0.0.9', { up: false }), server('asg-web-2', '10.0.0.1')];
    expect(words(decide([member('10.0.0.1'), member('10.0.0.2')], slots))).toEqual([
      'register asg-web-1',
      'keep asg-web-2',
    ]);
  });

  test('never takes the slot of a server that still answers', () => {
    const slots = [server('asg-web-1', '10.0.0.9', { sessions: 2 }), server('asg-web-2', '10.0.0.1')];
    const plan = decide([member('10.0.0.1'), member('10.0.0.2')], slots);
    expect(words(plan)).toEqual(['register asg-web-10.0.0.2', 'remove asg-web-1', 'keep asg-web-2']);
    expect(plan.actions[0]?.why).toMatch(/no slot is free/);
  });

  test('lets the first server in at once, and later ones when their check has passed', () => {
    expect(decide([member('10.0.0.1')], []).actions[0]?.gated).toBe(false);
    expect(decide([member('10.0.0.1'), member('10.0.0.2')], [dynamic('10.0.0.2')]).actions[0]?.gated).toBe(
      true,
    );
  });

  test('waits for a member that is not ready yet', () => {
    const plan = decide([member('10.0.0.1', { belongs: 'as-is', why: 'is BUILD' }), member(null)], []);
    expect(plan.actions).toEqual([]);
    expect(plan.notes).toEqual([
      'web-10.0.0.1 is BUILD: not registered yet',
      'web-null has no address on this network',
    ]);
  });
});

describe('a group that shrinks', () => {
  test('has its leaving member drained while Heat still holds it', () => {
    const leaving = member('10.0.0.2', { belongs: 'out', why: 'is being deleted' });
    const plan = decide([member('10.0.0.1'), leaving], [dynamic('10.0.0.1'), dynamic('10.0.0.2')]);
    expect(words(plan)).toEqual(['drain asg-web-10.0.0.2', 'keep asg-web-10.0.0.1']);
  });

  test('has what is left of a server that is gone removed', () => {
    expect(words(decide([member('10.0.0.1')], [dynamic('10.0.0.1'), dynamic('10.0.0.2')]))).toEqual([
      'remove asg-web-10.0.0.2',
      'keep asg-web-10.0.0.1',
    ]);
  });

  test('gives a reused address back to traffic', () => {
    const plan = decide([member('10.0.0.1')], [dynamic('10.0.0.1', { state: 'drain' })]);
    expect(words(plan)).toEqual(['enable asg-web-10.0.0.1']);
  });
});

describe('what is not the group’s', () => {
  test('is shown and never touched', () => {
    const others = [
      server('by-hand', '10.0.0.9'),
      server('asg-web-2-10.0.0.9', '10.0.0.9'),
      server('web-1', '10.0.0.8'),
    ];
    const plan = decide([member('10.0.0.1')], [...others, dynamic('10.0.0.1')]);
    expect(words(plan)).toEqual(['keep asg-web-10.0.0.1']);
    expect(plan.foreign).toEqual(others);
  });

  test.each([
    ['web', 'asg-web-3', { kind: 'slot', number: 3 }],
    ['web', 'asg-web-10.0.0.1', { kind: 'address', address: '10.0.0.1' }],
    ['web', 'asg-web-fd00::1', { kind: 'address', address: 'fd00::1' }],
    ['web-2', 'asg-web-2-1', { kind: 'slot', number: 1 }],
    ['web', 'asg-web-2-1', null],
    ['web', 'asg-web-', null],
    ['web', 'asg-web-0', null],
    ['web', 'asg-web-10.0.0.1.5', null],
    ['web', 'asg-webb-1', null],
  ])('of %s, %s is %j', (group, name, own) => expect(ownName(group, name)).toEqual(own));
});

describe('an observation that looks empty', () => {
  const backend = ['10.0.0.1', '10.0.0.2', '10.0.0.3'].map((address) => dynamic(address));

  test('takes nothing away, and says so', () => {
    const plan = decide([], backend, 2);
    expect(words(plan)).toEqual(['keep asg-web-10.0.0.1', 'keep asg-web-10.0.0.2', 'keep asg-web-10.0.0.3']);
    expect(plan.brake).toMatch(/3 of 3 servers in service would go/);
  });

  test('still lets members in', () => {
    expect(words(decide([member('10.0.0.7')], backend, 2))[0]).toBe('register asg-web-10.0.0.7');
  });

  test('of a group that may be empty is believed', () => {
    const plan = decide([], backend, 0);
    expect(plan.brake).toBeNull();
    expect(words(plan)).toEqual(backend.map(({ name }) => `remove ${name}`));
  });

  test('is told from a shrink to the minimum', () => {
    const plan = decide([member('10.0.0.1')], backend, 1);
    expect(plan.brake).toBeNull();
    expect(words(plan).filter((word) => word.startsWith('remove'))).toHaveLength(2);
  });
});
