/** How many servers fit where Placement's answers say: host by host, and storage that hosts share only once. */
import { expect, test } from 'vitest';
import { listCandidates } from '../../../src/adapters/openstack/placement/requests.ts';
import { allocationCandidates, serversThatFit } from '../../../src/adapters/openstack/placement/results.ts';

const row = (capacity: number, used: number) => ({ capacity, used });
const room = (allocations: object[], summaries: object) =>
  serversThatFit(
    allocationCandidates({
      allocation_requests: allocations.map((one) => ({ allocations: one })),
      provider_summaries: summaries,
    } as never),
  );

test('the scarcest resource of each host counts, and hosts add up', () => {
  const need = { resources: { VCPU: 2, MEMORY_MB: 4096 } };
  const hosts = {
    a: { resources: { VCPU: row(16, 4), MEMORY_MB: row(16384, 8192) } },
    b: { resources: { VCPU: row(8, 1), MEMORY_MB: row(65536, 0) } },
  };
  expect(room([{ a: need }, { b: need }], hosts)).toBe(2 + 3);
});

test('storage that hosts share is given out once', () => {
  const need = (host: string) => ({
    [host]: { resources: { VCPU: 1 } },
    shared: { resources: { DISK_GB: 20 } },
  });
  const hosts = {
    a: { resources: { VCPU: row(10, 0) } },
    b: { resources: { VCPU: row(10, 0) } },
    shared: { resources: { DISK_GB: row(250, 10) } },
  };
  expect(room([need('a'), need('b')], hosts)).toBe(12);
});

test('a host that is told twice, overfull or not at all makes no room', () => {
  const need = { resources: { VCPU: 1 } };
  expect(room([{ a: need }, { a: need }], { a: { resources: { VCPU: row(4, 1) } } })).toBe(3);
  expect(room([{ a: need }], { a: { resources: { VCPU: row(4, 9) } } })).toBe(0);
  expect(room([{ a: need }], {})).toBe(0);
  expect(room([], {})).toBe(0);
});

test('what a flavor does not take is not asked for: Placement refuses amounts of 0', () => {
  const question = { flavor: 'm1.small', vcpus: 1, ramMiB: 2048, diskGiB: 0 };
  expect(listCandidates(question).query?.[0]).toEqual(['resources', 'VCPU:1,MEMORY_MB:2048']);
});
