/** How many servers fit where Placement's answers say: host by host, and storage that hosts share only once. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listCandidates } from '../../../src/adapters/openstack/placement/requests.ts';
import { allocationCandidates, serversThatFit } from '../../../src/adapters/openstack/placement/results.ts';
import { login, type ScriptedCloud, startScriptedCloud } from './scripted-cloud.ts';

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

let cloud: ScriptedCloud;
beforeEach(async () => {
  cloud = await startScriptedCloud();
  cloud.on('POST', '/v3/auth/tokens', () => {
    const reply = login(cloud.url, 'token');
    if (typeof reply === 'string') return reply;
    const body = reply.json as { token: { catalog: unknown[] } };
    const endpoint = { interface: 'public', region_id: 'RegionOne', url: cloud.url };
    body.token.catalog = [{ type: 'placement', endpoints: [endpoint] }];
    return reply;
  });
});
afterEach(() => cloud.close());

const SMALL = { flavor: 'm1.small', vcpus: 1, ramMiB: 2048, diskGiB: 20 };

test('a service whose address is the host alone is asked at that host', async () => {
  cloud.on('GET', '/allocation_candidates', {
    json: { allocation_requests: [], provider_summaries: {} },
  });
  const { reader } = await cloud.open();
  expect(await reader.hostRoom([SMALL])).toEqual([{ ...SMALL, kind: 'known', servers: 0, orMore: false }]);
});

test('whoever may not ask is told so once, and hears nothing', async () => {
  let asked = 0;
  cloud.on('GET', '/allocation_candidates', () => {
    asked += 1;
    return { status: 403, json: { errors: [{ status: 403, title: 'Forbidden', detail: 'no' }] } };
  });
  const { reader } = await cloud.open();
  expect(await reader.hostRoom([SMALL, { ...SMALL, flavor: 'm1.large' }])).toEqual([]);
  expect(asked).toBe(1);
});
