/** What no cloud gives any more is refused at its line, with what to write instead. */
import { describe, expect, test } from 'vitest';
import { problemsOf } from './spec-files.ts';

const HOT = 'heat_template_version: 2018-08-31\nresources:\n';
const resource = (type: string, properties = '{}') => `  r: { type: '${type}', properties: ${properties} }\n`;

describe('a type that is gone', () => {
  test('is refused where it stands, with its successor', () => {
    expect(problemsOf({ 'a.yaml': HOT + resource('OS::Neutron::LBaaS::Pool') })).toEqual([
      'a.yaml:3:8: OS::Neutron::LBaaS::Pool is gone since OpenStack 2023.2 (LBaaS v2): Heat takes it, says it is complete, and makes nothing; use OS::Octavia::Pool',
    ]);
  });

  test('is refused as the member of a group as well', () => {
    const member = "{ min_size: 1, max_size: 2, resource: { type: 'OS::Senlin::Node' } }";
    const [problem] = problemsOf({ 'a.yaml': HOT + resource('OS::Heat::AutoScalingGroup', member) });
    expect(problem).toContain('use OS::Nova::Server');
  });

  test('is fine where the environment gives the name another meaning', () => {
    const spec = `apiVersion: thermostat/v1
kind: HeatStack
metadata: { name: a }
spec:
  template: { heat_template_version: 2018-08-31, resources: { r: { type: 'OS::Ceilometer::Alarm' } } }
  environment: { resource_registry: { 'OS::Ceilometer::Alarm': 'OS::Heat::None' } }
`;
    expect(problemsOf({ 'a.yaml': spec })).toEqual([]);
  });

  test('is not found in a name that the operator may have added', () => {
    for (const type of ['OS::Nova::Server::Small', 'OS::Contrail::Net', 'Shop::Web::Server'])
      expect(problemsOf({ 'a.yaml': HOT + resource(type) })).toEqual([]);
  });

  test('is told from a typing error', () => {
    expect(problemsOf({ 'a.yaml': HOT + resource('OS::Octavia::PoolMembre') })).toEqual([
      'a.yaml:3:8: "OS::Octavia::PoolMembre" is no type that Heat has; did you mean "OS::Octavia::PoolMember"?',
    ]);
  });
});

describe('a meter that nobody writes', () => {
  const alarm = (metric: string) => resource('OS::Aodh::GnocchiResourcesAlarm', `{ metric: ${metric} }`);

  test('is refused with the one that is left', () => {
    const [problem] = problemsOf({ 'a.yaml': HOT + alarm('network.incoming.bytes.rate') });
    expect(problem).toContain('watch network.incoming.bytes with aggregation_method: rate:mean');
  });

  test('is not one that somebody else may write', () => {
    for (const metric of ['cpu', 'memory.usage', 'http.requests.rate'])
      expect(problemsOf({ 'a.yaml': HOT + alarm(metric) })).toEqual([]);
  });
});

describe('a server without a network', () => {
  test('is refused, unless the network comes from a function or the properties do', () => {
    const server = (properties: string) =>
      problemsOf({ 'a.yaml': HOT + resource('OS::Nova::Server', properties) });
    expect(server('{ image: i, flavor: f }')).toHaveLength(1);
    expect(server('{ image: i, flavor: f, networks: [ { network: n } ] }')).toEqual([]);
    expect(server('{ image: i, flavor: f, networks: { repeat: { for_each: {}, template: {} } } }')).toEqual(
      [],
    );
    expect(server('{ map_merge: [ { image: i } ] }')).toEqual([]);
  });
});

test('a subnet by its name is refused where Heat asks by id', () => {
  const text = (subnet: string) => `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  G:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties: { AvailabilityZones: [ nova ], MinSize: 1, MaxSize: 2, VPCZoneIdentifier: [ ${subnet} ] }
`;
  expect(problemsOf({ 'a.yaml': text('private-subnet') })).toEqual([
    'a.yaml:5:72: VPCZoneIdentifier is "private-subnet"; Heat takes a subnet\'s id here, no name, such as { Ref: Subnet } with the id as parameter',
  ]);
  expect(problemsOf({ 'a.yaml': text('9763df9f-3545-4586-bb39-27ef2b79999c') })).toEqual([]);
  expect(problemsOf({ 'a.yaml': text('{ "Fn::GetAtt": [ N, Subnet ] }') })).toEqual([]);
});

test('a short tag is refused with its long form', () => {
  const text = (value: string) =>
    `AWSTemplateFormatVersion: '2010-09-09'\nOutputs:\n  O: { Value: ${value} }\n`;
  expect(problemsOf({ 'a.yaml': text('!GetAtt R.Arn') })).toEqual([
    'a.yaml:3:23: "R.Arn" has the tag "!GetAtt"; Heat does not read CloudFormation\'s short tags, write { "Fn::GetAtt": [ R, Arn ] }',
  ]);
  const [problem] = problemsOf({ 'a.yaml': text('!Join [ "-", [ a, b ] ]') });
  expect(problem).toContain('write { "Fn::Join": … }');
  const [substitution] = problemsOf({ 'a.yaml': text('!Sub a-web') });
  expect(substitution).toContain('write { "Fn::Join": … }');
});

test('a name that every object has is just a name', () => {
  const properties = '{ metric: constructor, p: !constructor x }';
  const [problem] = problemsOf({ 'a.yaml': HOT + resource('constructor', properties) });
  expect(problem).toContain('leave the tag away');
  expect(problemsOf({ 'a.yaml': HOT + resource('constructor', '{ metric: toString }') })).toEqual([]);
  const alarm = resource('OS::Aodh::GnocchiResourcesAlarm', '{ metric: constructor }');
  expect(problemsOf({ 'a.yaml': HOT + alarm })).toEqual([]);
});
