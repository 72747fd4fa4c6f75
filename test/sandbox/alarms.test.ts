// What the contract cannot ask of a shared cloud, or not by the minute: quotas, times, repetition.

import { afterEach, describe, expect, it } from 'vitest';
import { isWithin } from '../../src/sandbox/aodh/cron.ts';
import type { SandboxOptions } from '../../src/sandbox/embedded.ts';
import { type Client, type Json, openClient, records, text } from './client.ts';

const RULE: Json = {
  metric: 'cpu',
  aggregation_method: 'mean',
  granularity: 300,
  evaluation_periods: 1,
  threshold: 1,
  comparison_operator: 'gt',
  resource_type: 'instance',
  query: '{"=": {"server_group": "nobody"}}',
};
const ALARM: Json = {
  name: 'a',
  type: 'gnocchi_aggregation_by_resources_threshold',
  gnocchi_aggregation_by_resources_threshold_rule: RULE,
};

const NIGHT: Json = { name: 'night', start: '0 22 * * *', duration: 3600 };

let client: Client | null = null;
/** Closed after the test. */
async function opened(options: SandboxOptions = {}): Promise<Client> {
  client = await openClient(options);
  return client;
}
afterEach(async () => {
  await client?.sandbox.close();
  client = null;
});

describe('quotas of alarms', () => {
  it('are written by reading them, and -1 then refuses every alarm', async () => {
    const client = await opened();
    const made = await client.aodh('POST', '/alarms', ALARM);
    expect(made.status).toBe(201);
    const read = await client.aodh('GET', '/quotas');
    expect(read.body['quotas']).toEqual([{ resource: 'alarms', limit: -1 }]);
    const refused = await client.aodh('POST', '/alarms', ALARM);
    expect(refused.status).toBe(403);
    expect(text(refused.body, 'error_message', 'faultstring')).toMatch(/^Alarm quota exceeded for user /);
    const project = text(read.body, 'project_id');
    expect((await client.aodh('DELETE', `/quotas/${project}`)).status).toBe(403);
  });
});

describe('an alarm with actions that repeat', () => {
  it.each([
    [true, 6],
    [false, 3],
  ])('(repeat_actions %s) brings a group without cooldown from 2 to %i members', async (repeats, size) => {
    const client = await opened();
    const path = await client.stack('web', { template: scaled(repeats) });
    client.sandbox.load({ stack: 'web', memory: { kind: 'constant', value: 1e9 } });
    client.sandbox.advance(7200);
    expect(await client.members(path)).toHaveLength(size);
  });

  it.each<readonly [string, Json]>([
    ['it is disabled', { enabled: false }],
    ['it is outside its time constraints', { time_constraints: [NIGHT] }],
  ])('does nothing while %s', async (_why, more) => {
    const client = await opened({ start: '2026-01-01T09:00:00Z' });
    const path = await client.stack('web', { template: scaled(true, more) });
    client.sandbox.load({ stack: 'web', memory: { kind: 'constant', value: 1e9 } });
    client.sandbox.advance(7200);
    expect(await client.members(path)).toHaveLength(2);
  });
});

function scaled(repeats: boolean, more: Json = {}): Json {
  return {
    heat_template_version: '2018-08-31',
    resources: {
      group: {
        type: 'OS::Heat::AutoScalingGroup',
        properties: {
          min_size: 2,
          max_size: 6,
          cooldown: 0,
          resource: {
            type: 'OS::Nova::Server',
            properties: {
              image: 'ubuntu-20.04',
              flavor: 'm1.small',
              networks: [{ network: 'private-network' }],
              metadata: { 'metering.server_group': { get_param: 'OS::stack_id' } },
            },
          },
        },
      },
      up: {
        type: 'OS::Heat::ScalingPolicy',
        properties: {
          auto_scaling_group_id: { get_resource: 'group' },
          adjustment_type: 'change_in_capacity',
          scaling_adjustment: 1,
          cooldown: 0,
        },
      },
      full: {
        type: 'OS::Aodh::GnocchiAggregationByResourcesAlarm',
        properties: {
          ...RULE,
          metric: 'memory.usage',
          threshold: 1000,
          query: {
            str_replace: {
              template: '{"=": {"server_group": "ID"}}',
              params: { ID: { get_param: 'OS::stack_id' } },
            },
          },
          repeat_actions: repeats,
          alarm_actions: [{ get_attr: ['up', 'alarm_url'] }],
          ...more,
        },
      },
    },
  };
}

describe('a time constraint', () => {
  const at = (text: string) => Date.parse(`2026-01-0${text}Z`);
  it.each<readonly [string, string, number, string, string, boolean]>([
    ['at its start', '0 9 * * *', 60, '', '5T09:00:00', true],
    ['within the minute before', '0 9 * * *', 60, '', '5T08:59:30', true],
    ['two minutes before', '0 9 * * *', 60, '', '5T08:58:00', false],
    ['before its end', '0 9 * * *', 3600, '', '5T09:59:59', true],
    ['after its end', '0 9 * * *', 3600, '', '5T10:00:01', false],
    ['past midnight', '0 22 * * *', 14_400, '', '6T01:30:00', true],
    ['on a weekday that is named', '0 9 * * mon', 60, '', '5T09:00:10', true],
    ['on another weekday', '0 9 * * tue', 60, '', '5T09:00:10', false],
    ['in its zone', '0 9 * * *', 60, 'Asia/Tokyo', '5T00:00:10', true],
    ['not in UTC, where its zone is another', '0 9 * * *', 60, 'Asia/Tokyo', '5T09:00:10', false],
    ['by steps and ranges', '*/15 8-10 1-7 1 *', 60, '', '5T08:45:10', true],
  ])('%s', (_when, start, seconds, zone, now, open) => {
    expect(isWithin(at(now), start, seconds, zone)).toBe(open);
  });
});

describe('the history of an alarm', () => {
  it('tells every change of its rule, the newest first', async () => {
    const client = await opened();
    const { body } = await client.aodh('POST', '/alarms', ALARM);
    await client.aodh('PUT', `/alarms/${text(body, 'alarm_id')}`, { ...ALARM, enabled: false });
    const history = await client.aodh('GET', `/alarms/${text(body, 'alarm_id')}/history`);
    expect(records(history.body).map((one) => one['type'])).toEqual(['rule change', 'creation']);
  });
});
