/** What Heat is told of a spec, and under which names and tags. */
import { describe, expect, test } from 'vitest';
import { requestFor } from '../../../src/core/heat/request.ts';
import { stackTags, withoutProvenance } from '../../../src/core/heat/tags.ts';
import type { Step } from '../../../src/model/plan.ts';
import { group, live, template, WEB } from '../live-stack.ts';

const PROVENANCE = { repository: 'shop/infra', commit: 'abc123' };
const step = (kind: Step['kind'], capacities: Step['capacities'] = []): Step => ({
  kind,
  why: '',
  capacities,
});

describe('a group', () => {
  const { template: made } = group({}, { userData: '#!/bin/sh\n', keyPair: 'ops', securityGroups: ['web'] });

  test('is one HOT resource with its servers inside, and never holds a desired capacity', () => {
    expect(made['resources']).toMatchObject({
      group: {
        type: 'OS::Heat::AutoScalingGroup',
        properties: {
          min_size: 2,
          max_size: 8,
          cooldown: 60,
          rolling_updates: { max_batch_size: 1, min_in_service: 0, pause_time: 0 },
          resource: {
            type: 'OS::Nova::Server',
            properties: {
              image: 'ubuntu-20.04',
              flavor: 'm1.small',
              networks: [{ network: 'private-network' }],
              key_name: 'ops',
              security_groups: ['web'],
              user_data_format: 'RAW',
              image_update_policy: 'REPLACE',
              flavor_update_policy: 'REPLACE',
              metadata: { role: 'web', 'metering.server_group': { get_param: 'OS::stack_id' } },
            },
          },
        },
      },
      out: {
        type: 'OS::Heat::ScalingPolicy',
        properties: { adjustment_type: 'change_in_capacity', scaling_adjustment: 1 },
      },
    });
    expect(JSON.stringify(made)).not.toContain('desired_capacity');
  });

  test('names what must exist, with the line it stands in', () => {
    expect(group().references).toEqual([
      { type: 'image', value: 'ubuntu-20.04', at: { file: 'scaling/web.yaml', line: 9, column: 12 } },
      { type: 'flavor', value: 'm1.small', at: WEB.source },
      { type: 'network', value: 'private-network', at: WEB.source },
    ]);
  });
});

describe('a request', () => {
  test('of a creation lends the initial size to that one step', () => {
    const desired = group();
    const create = requestFor({
      desired,
      step: step('create', desired.initial),
      observed: null,
      provenance: PROVENANCE,
    });
    const update = requestFor({
      desired,
      step: step('update'),
      observed: live(desired),
      provenance: PROVENANCE,
    });
    expect(create.template['resources']).toMatchObject({
      group: { properties: { desired_capacity: 3, min_size: 2 } },
    });
    expect(update.template).toEqual(desired.template);
  });

  test('carries who manages the stack, from which file, at which commit', () => {
    const { tags } = requestFor({
      desired: group(),
      step: step('update'),
      observed: null,
      provenance: PROVENANCE,
    });
    expect(tags).toEqual([
      'team=shop',
      'thermostat',
      'thermostat:file=scaling/web.yaml',
      'thermostat:repo=shop/infra',
      'thermostat:commit=abc123',
    ]);
  });

  test('that shrinks first is the live stack with the new bounds', () => {
    const parameters = (secret: string) => ({
      parameters: { secret },
      parameter_defaults: {},
      resource_registry: {},
    });
    const before = { ...live(group()), environment: parameters('******') };
    const hidden = {
      ...before,
      template: { ...before.template, parameters: { secret: { type: 'string', hidden: true } } },
    };
    const desired = {
      ...group({ size: { min: 1, max: 2, initial: 1 } }, { image: 'ubuntu-22.04', keyPair: 'new' }),
      environment: parameters('spec-value'),
    };
    const sent = requestFor({ desired, step: step('shrink'), observed: hidden, provenance: PROVENANCE });
    expect(sent.template['resources']).toMatchObject({
      group: {
        properties: { min_size: 1, max_size: 2, resource: { properties: { image: 'ubuntu-20.04' } } },
      },
    });
    expect(JSON.stringify(sent.template)).not.toContain('key_name');
    expect(sent.environment.parameters).toEqual({ secret: 'spec-value' });
  });
});

describe('tags', () => {
  test('hold 80 characters at most and no comma, and two long paths stay two', () => {
    const paths = ['a', 'b'].map((letter) => `${letter.repeat(60)}/${'x'.repeat(60)},y.yaml`);
    const tags = paths.map((file) =>
      stackTags({ tags: [], protect: true }, { file, repository: null, commit: null }),
    );
    for (const tag of tags.flat()) {
      expect(tag.length).toBeLessThanOrEqual(80);
      expect(tag).not.toContain(',');
    }
    expect(tags[0]?.at(-1)).not.toBe(tags[1]?.at(-1));
    expect(tags[0]).toContain('thermostat:protect');
  });

  test('of provenance are never a difference', () => {
    expect(withoutProvenance(['thermostat', 'b=1', 'thermostat:commit=x', 'a=1'])).toEqual(['a=1', 'b=1']);
  });
});

describe('a template passed through', () => {
  const nested = `heat_template_version: 2018-08-31
resources:
  inner:
    type: OS::Heat::AutoScalingGroup
    properties: { min_size: 1, max_size: 3, desired_capacity: 2, resource: { type: 'OS::Heat::TestResource' } }
`;

  test('keeps a nested group free, too, and lends its initial size to the creation', () => {
    const desired = template(
      { heat_template_version: '2018-08-31', resources: { sub: { type: 'sub.yaml' } } },
      { files: { 'sub.yaml': nested } },
    );
    expect(desired.files['sub.yaml']).not.toContain('desired_capacity');
    const created = requestFor({
      desired,
      step: step('create', desired.initial),
      observed: null,
      provenance: PROVENANCE,
    });
    expect(created.files['sub.yaml']).toContain('"desired_capacity":2');
  });

  test('sends files that nobody has to change exactly as they are', () => {
    const text = '# a comment\nheat_template_version: 2018-08-31\nresources: {}\n';
    const desired = template(
      { heat_template_version: '2018-08-31', resources: { sub: { type: 'sub.yaml' } } },
      { files: { 'sub.yaml': text } },
    );
    expect(desired.files['sub.yaml']).toBe(text);
  });

  test('finds the names inside parameters and nested members, but not what the template makes itself', () => {
    const desired = template(
      {
        heat_template_version: '2018-08-31',
        parameters: { image: { type: 'string', default: 'ubuntu-20.04' } },
        resources: {
          key: { type: 'OS::Nova::KeyPair', properties: { name: 'mine' } },
          server: {
            type: 'OS::Nova::Server',
            properties: { image: { get_param: 'image' }, flavor: 'm1.small', key_name: 'mine' },
          },
        },
      },
      {
        templatePositions: {
          '/resources/server/properties/flavor': { file: 'scaling/web.yaml', line: 8, column: 15 },
        },
      },
    );
    expect(desired.references.map(({ type, value, at }) => [type, value, at.line])).toEqual([
      ['image', 'ubuntu-20.04', 1],
      ['flavor', 'm1.small', 8],
    ]);
  });
});
