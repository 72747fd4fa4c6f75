/** A pool or subnet by its name and by its id is the same, and nothing is made anew for it. */
import { expect, test } from 'vitest';
import { compile } from '../../../src/core/heat/compile.ts';
import { inOurWords, mayBeAliased } from '../../../src/core/plan/aliases.ts';
import { type Pair, planGroup } from '../../../src/core/plan/plan.ts';
import type { DesiredStack } from '../../../src/model/desired.ts';
import { CIRCUMSTANCES, live } from '../live-stack.ts';
import { parse } from '../spec/spec-files.ts';

const POOL = { id: '11111111-2222-3333-4444-555555555555', name: 'shared' };
const SUBNET = { id: '66666666-7777-8888-9999-aaaaaaaaaaaa', name: 'private-subnet' };

function desired(pool: string, subnet: string): DesiredStack {
  const { specs, problems } = parse({
    'web.yaml': `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: web }
spec:
  size: { min: 2, max: 4 }
  server: { image: i, flavor: f, networks: [ n ] }
  loadBalancer: { octavia: { existingPool: ${pool}, member: { port: 80, subnet: ${subnet} } } }
`,
  });
  expect(problems).toEqual([]);
  const [spec] = specs;
  const made = spec && compile(spec, CIRCUMSTANCES).desired;
  if (made?.presence !== 'present') throw new Error('no stack');
  return made;
}

const LIVE = live(desired('shared', 'private-subnet'), [2]);
const planned = (pool: string, subnet: string, things = [POOL, SUBNET]) => {
  const pair: Pair = { desired: desired(pool, subnet), observed: LIVE, definitions: {} };
  const plan = planGroup(mayBeAliased(pair) ? inOurWords(pair, things) : pair);
  return { action: plan.action, said: JSON.stringify([plan.changes, plan.findings]) };
};

test('by the same names nobody is asked', () => {
  const pair = { desired: desired('shared', 'private-subnet'), observed: LIVE, definitions: {} };
  expect(mayBeAliased(pair)).toBe(false);
});

test('the pool by its id is no change', () => {
  expect(planned(POOL.id, 'private-subnet').action).toBe('no-op');
});

test('the subnet by its id makes no new pool member, and is not refused', () => {
  const { said } = planned('shared', SUBNET.id);
  expect(said).not.toContain('new pool member');
  expect(said).not.toContain('balancer-takes-no-second');
});

test.each([
  ['another pool', '11111111-0000-0000-0000-000000000000', [POOL, SUBNET]],
  ['a name that two have', POOL.id, [POOL, { ...POOL, id: 'other' }]],
])('%s is another one', (_, pool, things) => {
  expect(planned(pool, 'private-subnet', things).said).toContain('new pool member');
});
