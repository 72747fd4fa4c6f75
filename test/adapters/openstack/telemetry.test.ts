/** What Gnocchi is asked about metrics, and how little. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { secondsIn } from '../../../src/adapters/openstack/gnocchi/results.ts';
import type { TelemetryQuestion } from '../../../src/model/facts.ts';
import { login, type ScriptedCloud, startScriptedCloud } from './scripted-cloud.ts';

const LOW_RATE = {
  name: 'ceilometer-low-rate',
  back_window: 0,
  definition: [{ timespan: '30 days, 0:00:00', granularity: '0:05:00', points: 8640 }],
  aggregation_methods: ['rate:mean', 'mean'],
};
const FINE = {
  name: 'fine',
  definition: [
    { timespan: '7 days, 0:00:00', granularity: '0:01:00', points: 10080 },
    { timespan: '1 day, 0:00:00', granularity: '0:00:10', points: 8640 },
  ],
  aggregation_methods: ['mean'],
};
const QUESTION: TelemetryQuestion = { metrics: ['cpu'], suggestFor: [], resourceTypes: ['instance'] };

let cloud: ScriptedCloud;
beforeEach(async () => {
  cloud = await startScriptedCloud();
  offer('metric', 'alarming');
  cloud.on('GET', '/gnocchi/v1/archive_policy', { json: [LOW_RATE, FINE] });
  cloud.on('GET', '/gnocchi/v1/resource_type/instance', {
    json: { name: 'instance', state: 'active', attributes: { server_group: {}, host: {} } },
  });
  cloud.on('GET', '/gnocchi/v1/metric', ({ query }) => ({
    json:
      query.get('name') === 'cpu'
        ? [LOW_RATE, FINE, LOW_RATE].map((policy) => ({ name: 'cpu', archive_policy: policy }))
        : query.has('name')
          ? []
          : [
              { name: 'queue.depth', archive_policy: FINE },
              { name: 'cpu', archive_policy: FINE },
              { name: null },
            ],
  }));
});
afterEach(async () => {
  await cloud.close();
});

/** The services that the login's catalogue holds. */
function offer(...types: readonly string[]): void {
  cloud.on('POST', '/v3/auth/tokens', () => {
    const reply = login(cloud.url, 'token');
    if (typeof reply === 'string') return reply;
    const body = reply.json as { token: { catalog: unknown[] } };
    const paths: Readonly<Record<string, string>> = { metric: '/gnocchi', alarming: '/aodh' };
    body.token.catalog.push(
      ...types.map((type) => ({
        type,
        endpoints: [{ interface: 'public', region_id: 'RegionOne', url: cloud.url + paths[type] }],
      })),
    );
    return reply;
  });
}

describe('telemetry', () => {
  it('is three requests for one metric, however often it is asked', async () => {
    const { reader } = await cloud.open();
    const first = await reader.telemetry(QUESTION);
    expect(await reader.telemetry(QUESTION)).toEqual(first);
    expect(cloud.requests().toSorted()).toEqual([
      'GET /gnocchi/v1/archive_policy',
      'GET /gnocchi/v1/metric',
      'GET /gnocchi/v1/resource_type/instance',
    ]);
    expect(first).toEqual({
      services: { gnocchi: true, aodh: true },
      archivePolicies: [
        { name: 'ceilometer-low-rate', granularities: [300], aggregations: ['mean', 'rate:mean'] },
        { name: 'fine', granularities: [10, 60], aggregations: ['mean'] },
      ],
      metrics: [
        {
          name: 'cpu',
          archivePolicies: [
            { name: 'ceilometer-low-rate', granularities: [300], aggregations: ['mean', 'rate:mean'] },
            { name: 'fine', granularities: [10, 60], aggregations: ['mean'] },
          ],
        },
      ],
      resourceTypes: [{ name: 'instance', attributes: ['host', 'server_group'] }],
      otherMetrics: [],
    });
  });

  it('lists other names in one page when one was not found that could be mistyped', async () => {
    const { reader } = await cloud.open();
    const asked = { metrics: ['queue.dept'], suggestFor: ['queue.dept'], resourceTypes: ['nope'] };
    const { metrics, resourceTypes, otherMetrics } = await reader.telemetry(asked);
    expect(metrics).toEqual([{ name: 'queue.dept', archivePolicies: [] }]);
    expect(resourceTypes).toEqual([]);
    expect(otherMetrics).toEqual(['cpu', 'queue.depth']);
    const lists = cloud.seen.filter(({ path }) => path === '/gnocchi/v1/metric');
    expect(lists.map(({ query }) => query.get('limit'))).toEqual(['20', '500']);
  });

  it('asks for each further archive policy where one page does not hold all metrics of a name', async () => {
    cloud.on('GET', '/gnocchi/v1/metric', ({ query }) => {
      const policy = query.get('archive_policy_name') === 'fine' ? FINE : LOW_RATE;
      const rows = Number(query.get('limit'));
      return { json: Array.from({ length: rows }, () => ({ name: 'cpu', archive_policy: policy })) };
    });
    const { reader } = await cloud.open();
    const { metrics } = await reader.telemetry(QUESTION);
    expect(metrics[0]?.archivePolicies.map(({ name }) => name)).toEqual(['ceilometer-low-rate', 'fine']);
    const lists = cloud.seen.filter(({ path }) => path === '/gnocchi/v1/metric');
    expect(lists.map(({ query }) => [query.get('archive_policy_name'), query.get('limit')])).toEqual([
      [null, '20'],
      ['fine', '1'],
    ]);
  });

  it('asks nothing where the cloud has no such service, and never Aodh', async () => {
    offer();
    const { reader } = await cloud.open();
    expect((await reader.telemetry(QUESTION)).services).toEqual({ gnocchi: false, aodh: false });
    expect(cloud.requests()).toEqual([]);
  });

  it('says which service answered what nobody expects', async () => {
    cloud.on('GET', '/gnocchi/v1/archive_policy', {
      json: [{ ...FINE, definition: [{ granularity: 'soon' }] }],
    });
    const { reader } = await cloud.open();
    await expect(reader.telemetry(QUESTION)).rejects.toMatchObject({ code: 'unexpected-answer' });
  });
});

describe('a time span', () => {
  it.each([
    ['0:00:10', 10],
    ['1 day, 0:00:00', 86_400],
    ['365 days, 1:00:01', 31_539_601],
    [300.0, 300],
  ])('%s is %d seconds', (span, seconds) => {
    expect(secondsIn(span)).toBe(seconds);
  });
});
