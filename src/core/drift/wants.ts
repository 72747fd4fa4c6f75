/** Which lists must be asked for to judge stacks. */
import type { ObservedStack } from '../../model/observed.ts';
import type { ThingKind } from '../../model/things.ts';

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
