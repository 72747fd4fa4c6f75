/** Groups inside nested stacks are planned server by server, like any other. */
import { describe, expect, test } from 'vitest';
import { planGroup } from '../../../src/core/plan/plan.ts';
import type { DesiredStack } from '../../../src/model/desired.ts';
import type { ObservedStack } from '../../../src/model/observed.ts';
import type { StackEnvironment } from '../../../src/model/spec.ts';
import { live, template } from '../live-stack.ts';

const SERVER = (image: string) =>
  `{ type: 'OS::Nova::Server', properties: { image: ${image}, image_update_policy: REPLACE, flavor: f, networks: [ { network: n } ] } }`;
const tier = (resource: string) => `heat_template_version: 2018-08-31
parameters: { most: { type: number, default: 4 } }
resources:
  group:
    type: OS::Heat::AutoScalingGroup
    properties: { min_size: 1, max_size: { get_param: most }, desired_capacity: 2, resource: ${resource} }
`;
const member = (image: string) =>
  `heat_template_version: 2018-08-31\nresources: { server: ${SERVER(image)} }\n`;

function tiers(
  names: readonly string[],
  files: Readonly<Record<string, string>>,
  resource_registry: StackEnvironment['resource_registry'] = {},
): DesiredStack {
  const type = Object.keys(resource_registry)[0] ?? 'tier.yaml';
  const resources = Object.fromEntries(names.map((name) => [name, { type, properties: { most: 5 } }]));
  const environment = { parameters: {}, parameter_defaults: {}, resource_registry };
  return template({ heat_template_version: '2018-08-31', resources }, { files, environment });
}

const plan = (desired: DesiredStack, observed: ObservedStack) =>
  planGroup({ desired, observed, definitions: {} });
const INLINE = (image: string) => ({ 'tier.yaml': tier(SERVER(image)) });

describe('a group in a nested file', () => {
  test('has the bounds that its file gets, and starts at its initial size', () => {
    const made = plan(tiers(['web', 'api'], INLINE('i')), { presence: 'absent', name: 'web' });
    expect(made.scalingGroups.map(({ address, size }) => [address, size.min, size.max, size.after])).toEqual([
      ['web/group', 1, 5, 2],
      ['api/group', 1, 5, 2],
    ]);
  });

  test('keeps the size that an alarm gave it, and nothing is to do', () => {
    const desired = tiers(['web'], INLINE('i'));
    expect(plan(desired, live(desired, [4])).action).toBe('no-op');
  });

  test('replaces its servers one by one when the text of the file says so', () => {
    const made = plan(tiers(['web'], INLINE('new')), live(tiers(['web'], INLINE('old')), [3]));
    expect(made.servers).toMatchObject({ replace: 3, keep: 0 });
    expect(made.scalingGroups[0]?.batches).toHaveLength(3);
  });

  test('is found behind the registry', () => {
    const registry = { 'Shop::Tier': 'tier.yaml' };
    const made = plan(
      tiers(['web'], INLINE('new'), registry),
      live(tiers(['web'], INLINE('old'), registry), [2]),
    );
    expect(made.servers).toMatchObject({ replace: 2 });
  });

  test('changes all its members at once when only the text of their own file changes', () => {
    const files = (image: string) => ({
      'tier.yaml': tier('{ type: member.yaml }'),
      'member.yaml': member(image),
    });
    const made = plan(tiers(['web'], files('new')), live(tiers(['web'], files('old')), [3]));
    expect(made.servers).toMatchObject({ replace: 3 });
    expect(made.scalingGroups[0]?.batches.map(({ servers }) => servers.length)).toEqual([3]);
  });

  test.each([
    ['by hand', 'server', 'web'],
    ['to a generation', 'server', 'server_5751e537'],
  ])('replaces a server that is renamed %s inside its member', (_, old, next) => {
    const named = (name: string) => ({
      'tier.yaml': tier('{ type: member.yaml }'),
      'member.yaml': `heat_template_version: 2018-08-31\nresources: { ${name}: ${SERVER('i')} }\n`,
    });
    const made = plan(tiers(['web'], named(next)), live(tiers(['web'], named(old)), [3]));
    expect(made.servers).toMatchObject({ replace: 3, update: 0 });
    expect(made.scalingGroups[0]?.members[0]).toMatchObject({ how: 'new server' });
  });

  test('begins at its minimum when an update brings it, since the file may be used by others', () => {
    const made = plan(tiers(['web', 'api'], INLINE('i')), live(tiers(['web'], INLINE('i')), [3]));
    const api = made.scalingGroups.find(({ address }) => address === 'api/group');
    expect(api?.size.after).toBe(1);
    expect(made.servers).toMatchObject({ create: 1, keep: 3 });
  });

  test('goes with its stack', () => {
    const made = plan(tiers(['web'], INLINE('i')), live(tiers(['web', 'api'], INLINE('i')), [2, 3]));
    expect(made.servers).toMatchObject({ keep: 2, delete: 3 });
  });

  test('that no file describes is named as not listed', () => {
    const desired = tiers(['web'], INLINE('new'));
    const observed = live(tiers(['web'], INLINE('old')), [2]);
    const other = observed.groups.map((one) => ({ ...one, address: 'managers/0/group' }));
    const { findings } = plan(desired, { ...observed, groups: [...observed.groups, ...other] });
    expect(findings.find(({ rule }) => rule === 'nested-groups')?.message).toContain('managers/0/group');
  });
});
