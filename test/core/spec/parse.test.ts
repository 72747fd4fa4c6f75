/** Spec files become specs: each kind, what they name, and whose files are whose. */
import { describe, expect, it } from 'vitest';
import { parseSpecs } from '../../../src/core/spec/parse.ts';
import { group, parse, problemsOf } from './spec-files.ts';

const HOT = 'heat_template_version: 2018-08-31\n';

describe('a group', () => {
  it('is complete after reading: every default is filled in', () => {
    const [spec] = parse({ 'scaling/web.yaml': group() }).specs;
    expect(spec).toMatchObject({
      kind: 'AutoScalingGroup',
      name: 'web',
      labels: {},
      protect: false,
      timeoutMinutes: null,
      size: { min: 2, max: 6, initial: 2 },
      server: { securityGroups: [], keyPair: null, availabilityZone: null, metadata: {}, userData: null },
      scaling: { cooldownSeconds: 60, policies: [] },
      rollout: {
        maxBatch: 1,
        minInService: 0,
        pauseSeconds: 0,
        imageChange: 'replace',
        flavorChange: 'replace',
      },
    });
  });

  it('has its user data from the file beside it, and says which file it still needs', () => {
    const server = { image: 'i', flavor: 'f', networks: ['n'], cloudInit: { file: '../init/web.sh' } };
    const text = group({ server });
    const read = { path: 'scaling/web.yaml', state: 'read', bytes: new TextEncoder().encode(text) } as const;
    expect(parseSpecs(['scaling/web.yaml'], new Map([['scaling/web.yaml', read]]))).toEqual({
      specs: [expect.objectContaining({ name: 'web' })],
      problems: [],
      needs: ['init/web.sh'],
    });
    const [spec] = parse({ 'scaling/web.yaml': text }, { 'init/web.sh': '#!/bin/sh\nexit 0' }).specs;
    expect(spec).toMatchObject({ server: { userData: '#!/bin/sh\nexit 0' } });
  });

  it('has its scaling policies with signed amounts and seconds', () => {
    const policies = [
      { name: 'out', add: 1 },
      { name: 'in', removePercent: 20, minStep: 2, cooldown: '5m' },
      { name: 'park', setTo: 2 },
    ];
    const [spec] = parse({ 'a.yaml': group({ scaling: { cooldown: 90, policies } }) }).specs;
    expect(spec).toMatchObject({
      scaling: {
        cooldownSeconds: 90,
        policies: [
          { name: 'out', adjustment: 'change', amount: 1, minStep: null, cooldownSeconds: null },
          { name: 'in', adjustment: 'percent', amount: -20, minStep: 2, cooldownSeconds: 300 },
          { name: 'park', adjustment: 'exact', amount: 2, minStep: null, cooldownSeconds: null },
        ],
      },
    });
  });

  it('knows where its values stand', () => {
    const text = `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: {name: web}
spec:
  size: {min: 1, max: 2}
  server:
    image: ubuntu-20.04
    flavor: m1.small
    networks: [private-network]
`;
    const [spec] = parse({ 'a.yaml': text }).specs;
    expect(spec?.kind === 'AutoScalingGroup' && spec.positions).toMatchObject({
      '': { line: 1, column: 1 },
      '/spec/server': { file: 'a.yaml', line: 6, column: 3 },
      '/spec/server/image': { file: 'a.yaml', line: 7, column: 12 },
      '/spec/server/networks/0': { file: 'a.yaml', line: 9, column: 16 },
    });
  });
});

describe('a template', () => {
  const brief = `heat_template_version: 2013-05-23
resources:
  my_instance_group:
    type: OS::Heat::AutoScalingGroup
    properties:
      min_size: 1
      max_size: 5
      desired_capacity: 2
      resource:
        type: OS::Nova::Server
        properties:
          image: "ubuntu-20.04"
          flavor: "m1.small"
          networks:
            - network: private-network
      cooldown: 60
      health_check:
        type: "EC2"
        grace_period: 300
`;

  it('is a spec by itself, named by its file, health_check and all', () => {
    const { specs, problems } = parse({ 'scaling/brief.hot.yaml': brief });
    expect(problems).toEqual([]);
    expect(specs).toMatchObject([
      {
        kind: 'HOT',
        name: 'brief',
        template: {
          heat_template_version: '2013-05-23',
          resources: {
            my_instance_group: { properties: { health_check: { type: 'EC2', grace_period: 300 } } },
          },
        },
        templatePositions: { '/resources/my_instance_group/properties/max_size': { line: 7, column: 17 } },
      },
    ]);
  });

  it('brings its nested files along under the names it uses, and they are no specs of their own', () => {
    const { specs, problems } = parse(
      {
        'scaling/web.yaml': `${HOT}resources: {g: {type: parts/member.yaml}}\n`,
        'scaling/parts/member.yaml': `${HOT}parameters: {p: {type: string}}\nresources: {s: {type: "X::Y", properties: {u: {get_file: init.sh}}}}\n`,
      },
      { 'scaling/parts/init.sh': '#!/bin/sh\n' },
    );
    expect(problems).toEqual([]);
    expect(specs.map(({ name }) => name)).toEqual(['web']);
    expect(specs[0]).toMatchObject({ files: { 'init.sh': '#!/bin/sh\n' } });
    expect(Object.keys(specs[0]?.kind === 'HOT' ? specs[0].files : {})).toEqual([
      'init.sh',
      'parts/member.yaml',
    ]);
  });

  it('may be CloudFormation-style', () => {
    const { specs } = parse({ 'x.template': '{"AWSTemplateFormatVersion": "2010-09-09", "Resources": {}}' });
    expect(specs).toMatchObject([{ kind: 'CloudFormation', name: 'x' }]);
  });
});

describe('a HeatStack', () => {
  const stack = `apiVersion: thermostat/v1
kind: HeatStack
metadata: {name: shop, labels: {b: x, a: y}, protect: true}
spec:
  template: t.yaml
  environment: [base.yaml, prod.yaml]
  parameters: {size: 010, time: 12:30}
  files: [extra.txt]
  timeout: 90m
`;
  const others = {
    't.yaml': `${HOT}parameters: {size: {type: number}, time: {type: number}, flavor: {type: string}}\nresources: {r: {type: "My::R"}}\n`,
    'base.yaml': 'parameters: {flavor: small}\nresource_registry: {"My::R": r.yaml}\n',
    'prod.yaml': 'parameters: {flavor: large}\n',
    'r.yaml': `${HOT}resources: {}\n`,
    'extra.txt': 'more',
  };

  it('joins template, environments, parameters and files, read with YAML as Heat reads it', () => {
    const { specs, problems } = parse({ 's.yaml': stack }, others);
    expect(problems).toEqual([]);
    expect(specs).toMatchObject([
      {
        kind: 'HeatStack',
        name: 'shop',
        labels: { a: 'y', b: 'x' },
        protect: true,
        timeoutMinutes: 90,
        environment: {
          parameters: { flavor: 'large', size: 8, time: 750 },
          resource_registry: { 'My::R': 'r.yaml' },
        },
        files: { 'extra.txt': 'more', 'r.yaml': others['r.yaml'] },
        templatePositions: { '/parameters': { file: 't.yaml', line: 2, column: 1 } },
      },
    ]);
  });

  it('may hold its template inline, with places in its own file', () => {
    const text = `apiVersion: thermostat/v1
kind: HeatStack
metadata: {name: shop}
spec:
  template:
    heat_template_version: 2018-08-31
    parameters: {on_time: {type: boolean, default: yes}}
`;
    expect(parse({ 's.yaml': text }).specs).toMatchObject([
      {
        template: { heat_template_version: '2018-08-31', parameters: { on_time: { default: true } } },
        templatePositions: { '/heat_template_version': { file: 's.yaml', line: 6, column: 28 } },
      },
    ]);
  });
});

describe('several specs', () => {
  it('may stand in one file, and come out sorted by name', () => {
    const deleted = 'apiVersion: thermostat/v1\nkind: Deleted\nmetadata: {name: old}\n';
    const { specs } = parse({ 'a.yaml': `${group()}\n---\n${deleted}---\n` });
    expect(specs.map(({ kind, name }) => [kind, name])).toEqual([
      ['Deleted', 'old'],
      ['AutoScalingGroup', 'web'],
    ]);
  });

  it('may not share a stack name', () => {
    const name =
      'the stack name "web" stands at a.yaml:1:76 already; give each spec its own name, or remove one';
    expect(problemsOf({ 'a.yaml': group(), 'b.yaml': `\n${group()}` })).toEqual([`b.yaml:2:76: ${name}`]);
  });

  it('are answered with the problems of all files, in their order', () => {
    const lines = problemsOf({ 'b.yaml': '', 'a.yaml': group({ size: { min: 3, max: 1 }, heal: 1 }) });
    expect(lines).toEqual([
      expect.stringMatching(/^a.yaml:.*"heal" is no key of spec; it takes/),
      'b.yaml:1:1: the file holds no spec; write one, or remove the file',
    ]);
  });

  it('are answered with a hundred problems of a file at most, and how many there are beyond', () => {
    const keys = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`k${index}`, 1]));
    const lines = problemsOf({ 'a.yaml': group(keys) });
    expect(lines).toHaveLength(101);
    expect(lines.at(-1)).toMatch(/: 50 more problems stand from here on; mend those above first$/);
  });
});

describe('merged values', () => {
  it('stand where they are merged in, and own ones where they are written', () => {
    const text = `${HOT}resources:
  a: {type: "X::Y", metadata: &m {k: 1, l: 2}}
  b:
    type: X::Y
    metadata:
      l: 3
      <<: *m
`;
    const [spec] = parse({ 'a.yaml': text }).specs;
    expect(spec).toMatchObject({
      template: { resources: { b: { metadata: { k: 1, l: 3 } } } },
      templatePositions: {
        '/resources/b/metadata/l': { line: 7, column: 10 },
        '/resources/b/metadata/k': { line: 8, column: 11 },
      },
    });
  });
});
