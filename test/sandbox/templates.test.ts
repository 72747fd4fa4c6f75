// What the sandbox makes of a template: both languages, functions, conditions, nested files, light resources.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, type Client, groupTemplate, type Json, openClient, records, server, text } from './client.ts';

let client: Client;
beforeAll(async () => {
  client = await openClient();
});
afterAll(() => client.sandbox.close());

describe('a HOT template', () => {
  it.each<readonly [string, unknown, unknown]>([
    [
      'str_replace',
      { str_replace: { template: 'http://$host:$port', params: { $host: 'a', $port: 80 } } },
      'http://a:80',
    ],
    [
      'str_replace with the longer key first',
      { str_replace: { template: 'ab a', params: { a: 1, ab: 2 } } },
      '2 1',
    ],
    ['list_join', { list_join: ['-', ['a', 'b'], ['c']] }, 'a-b-c'],
    ['if', { if: [{ equals: [{ get_param: 'size' }, 3] }, 'three', 'other'] }, 'three'],
    [
      'not, and, or',
      { if: [{ or: [{ not: { equals: [1, 1] } }, { and: [true, { equals: ['x', 'x'] }] }] }, 1, 2] },
      1,
    ],
    [
      'repeat',
      { repeat: { for_each: { '%i%': ['a', 'b'] }, template: { name: '%i%' } } },
      [{ name: 'a' }, { name: 'b' }],
    ],
    ['a key that is a function in conditions only', { or: ['a', 'b'] }, { or: ['a', 'b'] }],
    ['digest', { digest: ['md5', 'x'] }, '9dd4e461268c8034f5c8564e155c67a6'],
    ['map_merge', { map_merge: [{ a: 1, b: 1 }, { b: 2 }] }, { a: 1, b: 2 }],
    ['str_split', { str_split: [',', 'a,b', 1] }, 'b'],
    ['get_file', { get_file: 'greeting.txt' }, 'hello'],
    ['get_param into a map', { get_param: ['limits', 'high'] }, 80],
    ['the stack name', { get_param: 'OS::stack_name' }, 'functions'],
  ])('evaluates %s', async (_what, value, expected) => {
    const output = await outputOf(value);
    expect(output).toEqual(expected);
  });

  it('gives each parameter its type', async () => {
    const template = {
      heat_template_version: '2018-08-31',
      parameters: {
        number: { type: 'number' },
        list: { type: 'comma_delimited_list' },
        flag: { type: 'boolean' },
        map: { type: 'json' },
      },
      outputs: Object.fromEntries(
        ['number', 'list', 'flag', 'map'].map((name) => [name, { value: { get_param: name } }]),
      ),
    };
    const parameters = { number: '2.5', list: 'a, b', flag: 'yes', map: '{"x": [1]}' };
    const path = await client.stack('typed', { template, parameters });
    expect(await outputs(path)).toEqual({ number: 2.5, list: ['a', 'b'], flag: true, map: { x: [1] } });
    await client.heat('DELETE', path);
  });

  it('leaves out a resource whose condition does not hold, and removes it when it no longer does', async () => {
    const template = (wanted: boolean) => ({
      heat_template_version: '2018-08-31',
      conditions: { wanted: { equals: [wanted, true] } },
      resources: {
        maybe: { type: 'OS::Heat::TestResource', condition: 'wanted' },
        always: { type: 'OS::Heat::None' },
      },
    });
    const path = await client.stack('conditional', { template: template(true) });
    expect(await names(path)).toEqual(['always', 'maybe']);
    await client.heat('PUT', path, { template: template(false) });
    client.rest();
    expect(await names(path)).toEqual(['always']);
  });

  it('omits desired_capacity by a two-armed if, so that a size made by a signal is kept', async () => {
    const template = (desired: number) => ({
      ...groupTemplate({ desired_capacity: { if: ['sized', desired] } }),
      heat_template_version: '2021-04-16',
      conditions: { sized: { not: { equals: [desired, 0] } } },
    });
    const path = await client.stack('optional', { template: template(0) });
    await client.heat('POST', `${path}/resources/up/signal`, {});
    client.rest();
    await client.heat('PATCH', path, {});
    client.rest();
    expect(await client.members(path)).toHaveLength(2);
    await client.heat('PUT', path, { template: template(4) });
    client.rest();
    expect(await client.members(path)).toHaveLength(4);
  });

  it('takes a type from the registry of its environment, with parameter_defaults beneath', async () => {
    const file = {
      heat_template_version: '2018-08-31',
      parameters: { word: { type: 'string' } },
      resources: { inner: { type: 'OS::Heat::Value', properties: { value: { get_param: 'word' } } } },
      outputs: { said: { value: { get_attr: ['inner', 'value'] } } },
    };
    const path = await client.stack('registry', {
      template: {
        heat_template_version: '2018-08-31',
        parameters: { word: { type: 'string' } },
        resources: { it: { type: 'My::Thing', properties: { word: { get_param: 'word' } } } },
        outputs: { said: { value: { get_attr: ['it', 'said'] } } },
      },
      files: { 'thing.yaml': JSON.stringify(file) },
      environment: { resource_registry: { 'My::Thing': 'thing.yaml' }, parameter_defaults: { word: 'mine' } },
    });
    expect(await outputs(path)).toEqual({ said: 'mine' });
  });

  it('waits for the readiness signal of a member, and fails without it', async () => {
    const member = {
      heat_template_version: '2018-08-31',
      resources: {
        handle: { type: 'OS::Heat::WaitConditionHandle' },
        server: server({}),
        ready: {
          type: 'OS::Heat::WaitCondition',
          depends_on: 'server',
          properties: { handle: { get_resource: 'handle' }, timeout: 300 },
        },
      },
    };
    const body = {
      template: groupTemplate({}, { type: 'member.yaml' }),
      files: { 'member.yaml': JSON.stringify(member) },
    };
    const made = await client.heat('POST', '/stacks', { stack_name: 'gated', ...body });
    const path = `/stacks/gated/${text(made.body, 'stack', 'id')}`;
    client.sandbox.advance(60);
    expect(await client.status(path)).toBe('CREATE_IN_PROGRESS');
    const inner = await nestedPath((await client.members(path))[0]?.id ?? '');
    expect(
      (await client.heat('POST', `${inner}/resources/handle/signal`, { status: 'SUCCESS', id: '1' })).status,
    ).toBe(200);
    client.sandbox.advance(5);
    expect(await client.status(path)).toBe('CREATE_COMPLETE');
    const mute = await client.stack('mute', body);
    const reason = text((await client.heat('GET', mute)).body, 'stack', 'stack_status_reason');
    expect(reason).toMatch(/WaitConditionTimeout: .*0 of 1 received/);
  });

  it('lets OS::Heat::RandomString keep its text, and replaces a config whose text changed', async () => {
    const template = (config: string) => ({
      heat_template_version: '2018-08-31',
      resources: {
        secret: { type: 'OS::Heat::RandomString', properties: { length: 12 } },
        script: { type: 'OS::Heat::SoftwareConfig', properties: { config } },
      },
      outputs: {
        secret: { value: { get_attr: ['secret', 'value'] } },
        script: { value: { get_resource: 'script' } },
      },
    });
    const path = await client.stack('random', { template: template('one') });
    const before = await outputs(path);
    await client.heat('PUT', path, { template: template('two') });
    client.rest();
    const after = await outputs(path);
    expect(String(before['secret'])).toHaveLength(12);
    expect(after['secret']).toBe(before['secret']);
    expect(after['script']).not.toBe(before['script']);
  });

  it.each([
    ['OS::Octavia::LoadBalancer', { vip_subnet: 'private-subnet' }, { description: 'b' }, 'kept'],
    ['OS::Octavia::LoadBalancer', { vip_subnet: 'private-subnet' }, { vip_address: '10.20.9.9' }, 'replaced'],
    ['OS::Aodh::EventAlarm', { description: 'a' }, { description: 'b' }, 'kept'],
    ['OS::Neutron::SecurityGroup', { description: 'a' }, { description: 'b' }, 'kept'],
    ['OS::Nova::ServerGroup', { policies: ['affinity'] }, { policies: ['anti-affinity'] }, 'replaced'],
  ])('%s with %o changed by %o is %s', async (type, properties, change, verdict) => {
    const template = (all: Json) => ({
      heat_template_version: '2018-08-31',
      resources: { it: { type, properties: all } },
    });
    const path = await client.stack('light', { template: template(properties) });
    const before = await physicalId(path, 'it');
    await client.heat('PUT', path, { template: template({ ...properties, ...change }) });
    client.rest();
    expect((await physicalId(path, 'it')) === before ? 'kept' : 'replaced').toBe(verdict);
    await client.heat('DELETE', path);
    client.rest();
  });
});

describe('a CloudFormation template', () => {
  const template = (size: number, flavor: string) => ({
    AWSTemplateFormatVersion: '2010-09-09',
    Parameters: { Image: { Type: 'String', Default: 'ubuntu-20.04' } },
    Resources: {
      launch: {
        Type: 'AWS::AutoScaling::LaunchConfiguration',
        Properties: { ImageId: { Ref: 'Image' }, InstanceType: flavor },
      },
      group: {
        Type: 'AWS::AutoScaling::AutoScalingGroup',
        Properties: {
          AvailabilityZones: ['nova'],
          LaunchConfigurationName: { Ref: 'launch' },
          MinSize: `${size}`,
          MaxSize: '5',
        },
        UpdatePolicy: { AutoScalingRollingUpdate: { MaxBatchSize: '1', MinInstancesInService: '0' } },
      },
      up: {
        Type: 'AWS::AutoScaling::ScalingPolicy',
        Properties: {
          AdjustmentType: 'ChangeInCapacity',
          AutoScalingGroupName: { Ref: 'group' },
          Cooldown: '0',
          ScalingAdjustment: '1',
        },
      },
    },
    Outputs: { Url: { Value: { 'Fn::GetAtt': ['up', 'AlarmUrl'] } } },
  });

  it('makes a group of instances that a pre-signed address can grow without a token', async () => {
    const path = await client.stack('aws', { template: template(2, 'm1.small') });
    expect(await client.status(path)).toBe('CREATE_COMPLETE');
    expect(await client.members(path)).toHaveLength(2);
    const url = String((await outputs(path))['Url']);
    expect((await fetch(url, { method: 'POST' })).status).toBe(200);
    client.rest();
    expect(await client.members(path)).toHaveLength(3);
    expect((await fetch(url.replace(/Signature=[^&]{4}/, 'Signature=AAAA'), { method: 'POST' })).status).toBe(
      403,
    );
  });

  it('reads back as it was sent, and tags its servers with the group', async () => {
    const { body } = await client.nova('GET', '/servers/detail?name=aws-group|aw-');
    expect(text(records(body['servers'])[0], 'metadata', 'metering.AutoScalingGroupName')).toMatch(
      /^aws-group-\w{12}$/,
    );
    const [stack] = records((await client.heat('GET', '/stacks?name=aws')).body['stacks']);
    const path = `/stacks/aws/${stack?.['id']}`;
    expect((await client.heat('GET', `${path}/template`)).body).toEqual(template(2, 'm1.small'));
  });
});

async function outputOf(value: unknown): Promise<unknown> {
  const template = {
    heat_template_version: '2018-08-31',
    parameters: { size: { type: 'number', default: 3 }, limits: { type: 'json', default: { high: 80 } } },
    outputs: { it: { value } },
  };
  const path = await client.stack('functions', { template, files: { 'greeting.txt': 'hello' } });
  const found = (await outputs(path))['it'];
  await client.heat('DELETE', path);
  client.rest();
  return found;
}

async function outputs(path: string): Promise<Json> {
  const { body } = await client.heat('GET', path);
  const list = records(at(body, 'stack', 'outputs'));
  return Object.fromEntries(list.map((one) => [text(one, 'output_key'), one['output_value']]));
}

async function names(path: string): Promise<readonly string[]> {
  const { body } = await client.heat('GET', `${path}/resources`);
  return records(body['resources'])
    .map((one) => text(one, 'resource_name'))
    .sort();
}

async function physicalId(path: string, name: string): Promise<string> {
  return text(
    (await client.heat('GET', `${path}/resources/${name}`)).body,
    'resource',
    'physical_resource_id',
  );
}

async function nestedPath(id: string): Promise<string> {
  const stack = client.sandbox.snapshot().stacks.find((one) => one.id === id);
  return `/stacks/${stack?.name}/${id}`;
}
