// The whole loop in the sandbox's own time: demand rises, the alarm fires, Heat scales, demand falls, it scales in.

import { afterEach, describe, expect, it } from 'vitest';
import { type SandboxState, startSandbox } from '../../src/sandbox/embedded.ts';
import {
  at,
  type Client,
  connect,
  groupTemplate,
  type Json,
  openClient,
  records,
  server,
  text,
} from './client.ts';

const MEMBER = server({ metadata: { 'metering.server_group': { get_param: 'OS::stack_id' } } });
const QUERY = {
  str_replace: { template: '{"=": {"server_group": "ID"}}', params: { ID: { get_param: 'OS::stack_id' } } },
};
/** Of one vCPU in five minutes, as Ceilometer measures it. */
const FULL = 300e9;

function policy(adjustment: number): Json {
  return {
    type: 'OS::Heat::ScalingPolicy',
    properties: {
      auto_scaling_group_id: { get_resource: 'group' },
      adjustment_type: 'change_in_capacity',
      scaling_adjustment: adjustment,
      cooldown: 900,
    },
  };
}

function alarm(operator: string, share: number, scaling: string, more: Json = {}): Json {
  return {
    type: 'OS::Aodh::GnocchiAggregationByResourcesAlarm',
    properties: {
      metric: 'cpu',
      aggregation_method: 'rate:mean',
      granularity: 300,
      evaluation_periods: 2,
      threshold: share * FULL,
      comparison_operator: operator,
      resource_type: 'instance',
      query: QUERY,
      alarm_actions: [
        { str_replace: { template: 'trust+URL', params: { URL: { get_attr: [scaling, 'signal_url'] } } } },
      ],
      ...more,
    },
  };
}

const base = groupTemplate({ min_size: 2, max_size: 6, cooldown: 0 }, MEMBER);
const TEMPLATE: Json = {
  ...base,
  resources: {
    ...(at(base, 'resources') as Json),
    up: policy(1),
    down: policy(-1),
    high: alarm('gt', 0.8, 'up'),
    low: alarm('lt', 0.3, 'down', { evaluation_periods: 3 }),
  },
};

let client: Client;
afterEach(() => client.sandbox.close());

async function running(): Promise<string> {
  client = await openClient();
  return client.stack('web', { template: TEMPLATE });
}

async function sizes(path: string, hours: number): Promise<readonly number[]> {
  const seen: number[] = [];
  for (let step = 0; step < hours * 12; step += 1) {
    client.sandbox.advance(300);
    seen.push((await client.members(path)).length);
  }
  return seen;
}

describe('a group whose load is set', () => {
  it('grows until its members can bear the demand, and no further', async () => {
    const path = await running();
    client.sandbox.load({ stack: 'web', cpu: { kind: 'constant', value: 3.1 } });
    const seen = await sizes(path, 4);
    // 3.1 vCPUs: 2 and 3 members are at 100 %, 4 are at 78 %
    expect(seen.at(-1)).toBe(4);
    expect(seen).toContain(3);
    expect(Math.max(...seen)).toBe(4);
  });

  it('goes back to its least size when the demand is over', async () => {
    const path = await running();
    client.sandbox.load({
      stack: 'web',
      cpu: {
        kind: 'steps',
        steps: [
          { after: 0, value: 3.1 },
          { after: 6 * 3600, value: 0.2 },
        ],
      },
    });
    const seen = await sizes(path, 14);
    expect(Math.max(...seen)).toBe(4);
    expect(seen.at(-1)).toBe(2);
  });

  it('without an order has no measures, and its alarms stay without data', async () => {
    const path = await running();
    client.sandbox.advance(3600);
    const states = await alarmStates(path);
    expect(states).toEqual(['insufficient data', 'insufficient data']);
    expect(await client.members(path)).toHaveLength(2);
  });

  it('goes on from a saved state as if nothing had happened', async () => {
    const path = await running();
    client.sandbox.load({ stack: 'web', cpu: { kind: 'ramp', from: 0.5, to: 4, seconds: 7200 } });
    client.sandbox.advance(4000);
    const state = client.sandbox.snapshot();
    client.sandbox.advance(9000);
    const through = client.sandbox.snapshot();
    await client.sandbox.close();
    client = await connect(await startSandbox({ state }));
    client.sandbox.advance(9000);
    const again = client.sandbox.snapshot();
    expect(withoutPort(again.telemetry)).toEqual(withoutPort(through.telemetry));
    expect((await client.members(path)).length).toBeGreaterThan(2);
  });
});

describe('a state saved before there were alarms', () => {
  it('gets them back from its stacks, under the same ids', async () => {
    const path = await running();
    const before = await alarmIds(path);
    const { telemetry: _telemetry, alarming: _alarming, loads: _loads, ...old } = client.sandbox.snapshot();
    await client.sandbox.close();
    client = await connect(await startSandbox({ state: old as SandboxState }));
    expect(await alarmIds(path)).toEqual(before);
    client.sandbox.load({ stack: 'web', cpu: { kind: 'constant', value: 3.1 } });
    expect((await sizes(path, 4)).at(-1)).toBe(4);
  });

  it.each([
    ['telemetry', [], '"telemetry" is not an object'],
    ['telemetry', { archivePolicies: [], metrics: [], ended: [] }, '"telemetry.metrics" is not an object'],
    ['alarming', { alarms: {}, quotas: 1 }, '"alarming.quotas" is not a list'],
    ['loads', {}, '"loads" is not a list'],
  ])('with a broken "%s" is refused', async (key, value, message) => {
    client = await openClient();
    const state = { ...client.sandbox.snapshot(), [key]: value } as unknown as SandboxState;
    await expect(startSandbox({ state })).rejects.toThrow(`loading a sandbox state: ${message}`);
  });
});

async function alarmIds(path: string): Promise<readonly string[]> {
  const found = await Promise.all(
    ['high', 'low'].map((name) => client.heat('GET', `${path}/resources/${name}`)),
  );
  return found.map(({ body }) => text(body, 'resource', 'attributes', 'alarm_id'));
}

async function alarmStates(path: string): Promise<readonly string[]> {
  const found = await Promise.all(
    ['high', 'low'].map((name) => client.heat('GET', `${path}/resources/${name}`)),
  );
  return found.map(({ body }) => text(body, 'resource', 'attributes', 'state'));
}

function withoutPort(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replace(/127\.0\.0\.1:\d+/g, 'HOST')) as unknown;
}

describe('the control of the load', () => {
  it('is there over HTTP, and says what it cannot follow', async () => {
    await running();
    const cpu = { kind: 'sine', mean: 2, amplitude: 1, period: 86400 };
    expect((await client.control('POST', '/load', { stack: 'web', cpu })).status).toBe(204);
    const { body } = await client.control('GET', '/load');
    expect(records(body['loads'])).toMatchObject([
      { interval: 300, cpu: { ...cpu, shift: 0 }, memory: null },
    ]);
    const refused = await client.control('POST', '/load', { stack: 'web', cpu: { kind: 'square' } });
    expect(refused).toMatchObject({
      status: 400,
      body: { error: 'setting a load: "cpu.kind" is "square", want constant, steps, ramp or sine' },
    });
    expect((await client.control('DELETE', '/load')).status).toBe(204);
    expect((await client.control('GET', '/load')).body).toEqual({ loads: [] });
  });
});
