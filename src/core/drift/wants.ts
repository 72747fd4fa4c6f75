/** Which lists must be asked for to judge stacks, and which stacks deserve a closer look. */
import type { ObservedStack } from '../../model/observed.ts';
import type { ThingKind } from '../../model/things.ts';
import { referencedResources } from '../heat/resolve.ts';
import type { StackView } from './view.ts';

/** Resource types by the list that shows them. */
const SHOWN_BY: readonly (readonly [prefix: string, kinds: readonly ThingKind[]])[] = [
  ['OS::Aodh::', ['alarm']],
  ['OS::Nova::Server', ['port', 'securityGroup']],
  ['AWS::EC2::Instance', ['port', 'securityGroup']],
  ['OS::Heat::ScaledResource', ['port', 'securityGroup']],
  ['OS::Neutron::Port', ['port', 'securityGroup']],
  ['OS::Neutron::SecurityGroup', ['securityGroup']],
  ['OS::Neutron::FloatingIP', ['floatingIp', 'port']],
  ['OS::Octavia::', ['loadBalancer', 'listener', 'pool', 'healthMonitor', 'port']],
];

export function kindsWanted(stacks: readonly ObservedStack[]): readonly ThingKind[] {
  const types = new Set(
    stacks.flatMap((stack) => (stack.presence === 'present' ? stack.resources.map(({ type }) => type) : [])),
  );
  const kinds = [...types].flatMap((type) =>
    SHOWN_BY.flatMap(([prefix, wanted]) => (type.startsWith(prefix) ? wanted : [])),
  );
  return [...new Set(kinds)].sort();
}

/** An alarm has fired and the group, which has room, does not move: it may be busy, in its cooldown, or stuck. */
export function wantsToScale({ told, stack, around }: StackView): boolean {
  const firing = told.filter(
    ({ type, physicalId }) =>
      type.startsWith('OS::Aodh::') && around.things.of.alarm?.get(physicalId)?.fields['state'] === 'alarm',
  );
  const policies = new Set(
    firing.flatMap(({ properties }) => [...referencedResources(properties['alarm_actions'] ?? null)]),
  );
  return told.some(({ type, address, properties }) => {
    if (type !== 'OS::Heat::ScalingPolicy' || !policies.has(address)) return false;
    const group = stack.groups.find(({ nested }) => nested?.id === properties['auto_scaling_group_id']);
    const bounds = told.find((one) => one.address === group?.address)?.properties;
    const change = Number(properties['scaling_adjustment']);
    const size = group?.members.length ?? 0;
    return change > 0 ? size < Number(bounds?.['max_size']) : size > Number(bounds?.['min_size']);
  });
}
