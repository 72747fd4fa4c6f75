/** Whatever a backend holds, following the decisions makes its servers the group's members, and nobody else's move. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideBalancer } from '../../../src/core/balancer/decide.ts';
import { nameForAddress, ownName } from '../../../src/core/balancer/names.ts';
import type { BackendServer, BalancerMember, BalancerPlan } from '../../../src/model/balancer.ts';

const PORT = 8080;
const address = fc.integer({ min: 1, max: 9 }).map((number) => `10.0.0.${number}`);
const member: fc.Arbitrary<BalancerMember> = fc.record({
  name: fc.constantFrom('a', 'b'),
  address: fc.option(address, { freq: 8 }),
  belongs: fc.constantFrom('in', 'in', 'as-is', 'out'),
  why: fc.constant('because'),
});
const name = fc.oneof(
  address.map((one) => nameForAddress('web', one)),
  fc.integer({ min: 1, max: 6 }).map((number) => `asg-web-${number}`),
  fc.constantFrom('by-hand', 'asg-web-2-1', 'asg-other-1'),
);
const server: fc.Arbitrary<BackendServer> = fc.record({
  name,
  endpoint: fc.option(fc.record({ address, port: fc.constantFrom(PORT, PORT, 9090) }), { freq: 4 }),
  state: fc.constantFrom('ready', 'ready', 'drain', 'maint'),
  up: fc.boolean(),
  checked: fc.boolean(),
  sessions: fc.integer({ min: 0, max: 2 }),
});
const case_ = fc.record({
  members: fc.array(member, { maxLength: 8 }),
  servers: fc.uniqueArray(server, { maxLength: 10, selector: (one) => one.name }),
  min: fc.integer({ min: 0, max: 3 }),
});
type Case = typeof case_ extends fc.Arbitrary<infer T> ? T : never;

const decide = ({ members, servers, min }: { readonly [Key in keyof Case]: Readonly<Case[Key]> }) =>
  decideBalancer({ group: 'web', min, port: PORT, members, servers });

/** What the sequence of commands leaves, with health checks that pass. */
function carriedOut(servers: readonly BackendServer[], { actions }: BalancerPlan): readonly BackendServer[] {
  const after = new Map(servers.map((one) => [one.name, one]));
  for (const { kind, server: line, endpoint, through } of actions) {
    const before = after.get(line);
    if (kind === 'register') {
      expect(through === 'new').toBe(before === undefined);
      after.set(line, { name: line, endpoint, state: 'ready', up: true, checked: true, sessions: 0 });
    } else if (kind !== 'keep' && before === undefined)
      throw new Error(`${kind} of "${line}", which is not there`);
    else if (kind === 'enable' && before) after.set(line, { ...before, state: 'ready', up: true });
    else if (kind === 'drain' && before) after.set(line, { ...before, state: 'drain' });
    else if (kind === 'remove' && before) {
      if (ownName('web', line)?.kind === 'slot')
        after.set(line, { ...before, endpoint: null, state: 'maint', up: false });
      else after.delete(line);
    }
  }
  return [...after.values()];
}

const inService = (servers: readonly BackendServer[]) =>
  servers
    .filter((one) => ownName('web', one.name) !== null && one.state === 'ready' && one.endpoint !== null)
    .map(({ endpoint }) => `${endpoint?.address}:${endpoint?.port}`)
    .sort();

test('afterwards each member that belongs in is in service once, and nobody who should be out', () => {
  fc.assert(
    fc.property(case_, (one) => {
      const plan = decide(one);
      const serving = inService(carriedOut(one.servers, plan));
      const wanted = (belongs: BalancerMember['belongs']) =>
        new Set(
          one.members
            .filter((m) => m.belongs === belongs && m.address !== null)
            .map((m) => `${m.address}:${PORT}`),
        );
      expect(serving).toEqual(expect.arrayContaining([...wanted('in')]));
      if (plan.brake !== null) return;
      for (const endpoint of wanted('in')) expect(serving.filter((at) => at === endpoint)).toHaveLength(1);
      const allowed = new Set([...wanted('in'), ...[...wanted('as-is')].map((at) => at.split(':')[0])]);
      for (const at of serving) expect(allowed.has(at) || allowed.has(at.split(':')[0] ?? '')).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test('nobody else’s server is named by an action', () => {
  fc.assert(
    fc.property(case_, (one) => {
      for (const { server: line } of decide(one).actions) expect(ownName('web', line)).not.toBeNull();
    }),
  );
});

test('a second look finds nothing to do', () => {
  fc.assert(
    fc.property(case_, (one) => {
      const servers = carriedOut(one.servers, decide(one));
      const again = decide({ ...one, servers });
      expect(again.actions.filter(({ kind }) => kind !== 'keep')).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test('the order in which members and servers are listed decides nothing', () => {
  fc.assert(
    fc.property(case_, ({ members, servers, min }) => {
      const unique = members.filter(
        (m, index) => members.findIndex((o) => o.address === m.address) === index,
      );
      const straight = decide({ members: unique, servers, min });
      const turned = decide({ members: unique.toReversed(), servers: servers.toReversed(), min });
      expect(turned.actions).toEqual(straight.actions);
    }),
  );
});
