/** The security group of a stack's own, from the rules in the spec. */
import type { JsonObject } from '../../../model/json.ts';
import type { SecurityRuleSpec } from '../../../model/server-spec.ts';
import type { GroupSpec } from '../../../model/spec.ts';
import { SHARED } from './resource-names.ts';

export function securityGroupResources({ name, securityRules }: GroupSpec): JsonObject {
  if (securityRules === null) return {};
  return {
    [SHARED.securityGroup]: {
      type: 'OS::Neutron::SecurityGroup',
      properties: {
        description: `Servers of the scaling group ${name}`,
        rules: securityRules.map(rule),
      },
    },
  };
}

/** heat/engine/resources/openstack/neutron/security_group.py: remote_group_id without a value means the group itself. */
function rule({ protocol, ports, direction, peer, ipVersion }: SecurityRuleSpec): JsonObject {
  return {
    direction: direction === 'in' ? 'ingress' : 'egress',
    ethertype: ipVersion === 6 ? 'IPv6' : 'IPv4',
    ...(protocol === 'any' ? {} : { protocol: protocol === 'icmpv6' ? 'ipv6-icmp' : protocol }),
    ...(ports === null ? {} : { port_range_min: ports.from, port_range_max: ports.to }),
    ...remote(peer),
  };
}

function remote(peer: SecurityRuleSpec['peer']): JsonObject {
  switch (peer.kind) {
    case 'everybody':
      return {};
    case 'self':
      return { remote_mode: 'remote_group_id' };
    case 'range':
      return { remote_mode: 'remote_ip_prefix', remote_ip_prefix: peer.cidr };
    case 'securityGroup':
      return { remote_mode: 'remote_group_id', remote_group_id: peer.name };
  }
}
