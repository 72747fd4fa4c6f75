/** What is asked about quotas, and what becomes of a service that refuses, is missing, or answers something else. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { login, type ScriptedCloud, startScriptedCloud } from './scripted-cloud.ts';

const LIMITS = {
  maxTotalInstances: 10,
  totalInstancesUsed: 4,
  maxTotalCores: -1,
  totalCoresUsed: 8,
  maxTotalRAMSize: 51200,
  totalRAMUsed: 2048,
  maxServerGroupMembers: 10,
};

let cloud: ScriptedCloud;
beforeEach(async () => {
  cloud = await startScriptedCloud();
  cloud.on('POST', '/v3/auth/tokens', () => {
    const reply = login(cloud.url, 'token');
    if (typeof reply === 'string') return reply;
    const body = reply.json as { token: { catalog: unknown[] } };
    const add = (type: string, path: string) => ({
      type,
      endpoints: [{ interface: 'public', region_id: 'RegionOne', url: cloud.url + path }],
    });
    body.token.catalog = [
      add('compute', '/nova/v2.1'),
      add('network', '/neutron'),
      add('load-balancer', '/octavia'),
      add('volumev3', '/cinder/v3'),
    ];
    return reply;
  });
  cloud.on('GET', '/nova/v2.1/limits', { json: { limits: { rate: [], absolute: LIMITS } } });
  cloud.on('GET', /^\/neutron\/v2\.0\/quotas\/.+\/details$/, {
    json: {
      quota: { port: { limit: 50, used: 7, reserved: 1 }, floatingip: { limit: -1, used: 0, reserved: 0 } },
    },
  });
  cloud.on('GET', /^\/octavia\/v2\/lbaas\/quotas\//, { json: { quota: { member: 20 } } });
  cloud.on('GET', '/octavia/v2/lbaas/pools', {
    json: { pools: [{ id: 'p', name: 'p', members: [{ id: 'm1' }, { id: 'm2' }] }] },
  });
  cloud.on('GET', /^\/cinder\/v3\/.+\/limits$/, {
    json: {
      limits: {
        rate: [],
        absolute: {
          maxTotalVolumes: 10,
          totalVolumesUsed: 1,
          maxTotalVolumeGigabytes: 1000,
          totalGigabytesUsed: 20,
        },
      },
    },
  });
});
afterEach(() => cloud.close());

it('reads every quota with what is used of it', async () => {
  const { reader } = await cloud.open();
  const known = (limit: number | null, used: number) => ({ kind: 'known', limit, used });
  expect(await reader.quotas()).toEqual({
    of: {
      instances: known(10, 4),
      cores: known(null, 8),
      ramMiB: known(51200, 2048),
      ports: known(50, 8),
      floatingIps: known(null, 0),
      poolMembers: known(20, 2),
      volumes: known(10, 1),
      volumeGiB: known(1000, 20),
    },
    serverGroupMembers: known(10, 0),
  });
});

it('knows as unknown what may not be read, and what answers something else', async () => {
  cloud.on('GET', '/nova/v2.1/limits', { status: 403, json: { forbidden: { message: 'no' } } });
  cloud.on('GET', /^\/neutron\/v2\.0\/quotas\//, { json: { quota: {} } });
  cloud.on('GET', /^\/octavia\/v2\/lbaas\/quotas\//, { text: '<html>' });
  const { reader } = await cloud.open();
  const { of } = await reader.quotas();
  expect(of.cores).toEqual({ kind: 'unknown', why: 'the credential may not read it' });
  expect(of.ports).toEqual({ kind: 'unknown', why: 'the service does not say' });
  expect(of.poolMembers).toMatchObject({ kind: 'unknown', why: expect.stringContaining('reading quotas') });
  expect(of.volumes.kind).toBe('known');
});
