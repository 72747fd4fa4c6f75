/** Which servers of a group belong behind its balancer. */
import { describe, expect, test } from 'vitest';
import { balancerMembers } from '../../../src/core/balancer/members.ts';
import type { HeatState, ObservedServer } from '../../../src/model/observed.ts';
import { COMPLETE, group as desired, live, member, withMembers } from '../live-stack.ts';

const look = (state: HeatState, change: Partial<ObservedServer>, network: string | null = null) => {
  const base = member(1);
  const servers = base.servers.map((server) => ({ ...server, ...change }));
  const [group] = withMembers(live(desired()), [{ ...base, state, servers }]).groups;
  return group ? balancerMembers([group], network) : [];
};
const state = (action: HeatState['action'], status: HeatState['status']): HeatState => ({
  action,
  status,
  reason: '',
});

test.each([
  [COMPLETE, {}, 'in', ''],
  [state('UPDATE', 'COMPLETE'), {}, 'in', ''],
  [state('CREATE', 'IN_PROGRESS'), {}, 'as-is', 'stands at CREATE_IN_PROGRESS in Heat'],
  [state('CHECK', 'FAILED'), {}, 'as-is', 'stands at CHECK_FAILED in Heat'],
  [COMPLETE, { status: 'SHUTOFF' }, 'as-is', 'is SHUTOFF'],
  [COMPLETE, { status: 'MISSING' }, 'out', 'does not exist in Nova'],
  [COMPLETE, { taskState: 'deleting' }, 'out', 'is being deleted'],
  [state('DELETE', 'IN_PROGRESS'), {}, 'out', 'is being deleted'],
  [state('DELETE', 'FAILED'), {}, 'out', 'is being deleted'],
])('%j with a server %j is %s', (heat, change, belongs, why) => {
  expect(look(heat, change)[0]).toMatchObject({ belongs, why });
});

test('the address is the one on the network that is asked for, IPv4 before IPv6', () => {
  const interfaces = [
    { network: 'front', address: 'fd00::1' },
    { network: 'front', address: '10.0.0.1' },
    { network: 'back', address: 'fd01::1' },
  ];
  expect(look(COMPLETE, { interfaces })[0]?.address).toBe('10.0.0.1');
  expect(look(COMPLETE, { interfaces }, 'back')[0]?.address).toBe('fd01::1');
  expect(look(COMPLETE, { interfaces }, 'side')[0]?.address).toBeNull();
  expect(look(COMPLETE, { interfaces: [] })[0]?.address).toBeNull();
});

describe('a member whose server is being exchanged', () => {
  const exchanged = (draining: boolean) => {
    const [old] = member(1).servers;
    const [next] = member(2).servers;
    const servers = old && next ? [old, next] : [];
    const one = { ...member(1), state: state('UPDATE', 'IN_PROGRESS'), servers, draining };
    const [group] = withMembers(live(desired()), [one]).groups;
    return balancerMembers(group ? [group] : [], null).map(({ belongs }) => belongs);
  };

  test('is served by the old one until its drain begins', () => {
    expect(exchanged(false)).toEqual(['as-is', 'in']);
    expect(exchanged(true)).toEqual(['out', 'in']);
  });
});
