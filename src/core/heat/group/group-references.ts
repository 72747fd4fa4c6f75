/** What a group's spec names in the cloud, with the lines that name it. */
import type { LoadBalancerSpec } from '../../../model/balancer-spec.ts';
import type { CatalogueReference, CatalogueType } from '../../../model/desired.ts';
import type { GroupSpec } from '../../../model/spec.ts';
import { positionOf } from '../../spec/positions.ts';

export function groupReferences(spec: GroupSpec): readonly CatalogueReference[] {
  const { server, securityRules, loadBalancer } = spec;
  const at = (pointer: string) => positionOf(spec, pointer);
  const one: One = (type, value, pointer) => (value === null ? [] : [{ type, value, at: at(pointer) }]);
  return [
    ...one('image', server.image, '/spec/server/image'),
    ...one('flavor', server.flavor, '/spec/server/flavor'),
    ...server.networks.flatMap(({ network, subnet, securityGroups }, index) => {
      const pointer = `/spec/server/networks/${index}`;
      return [
        ...one('network', network, `${pointer}/network`),
        ...one('subnet', subnet, `${pointer}/subnet`).map((found) => ({ ...found, inNetwork: network })),
        ...(securityGroups ?? []).flatMap((name, place) =>
          one('securityGroup', name, `${pointer}/securityGroups/${place}`),
        ),
      ];
    }),
    ...server.securityGroups.flatMap((name, index) =>
      one('securityGroup', name, `/spec/server/securityGroups/${index}`),
    ),
    ...one('keyPair', server.keyPair, '/spec/server/keyPair'),
    ...one('externalNetwork', server.floatingIpNetwork, '/spec/server/floatingIp/network'),
    ...(server.serverGroup?.kind === 'existing'
      ? one('serverGroup', server.serverGroup.name, '/spec/server/serverGroup/existing').map((found) => ({
          ...found,
          idOnly: "Nova's scheduler takes no name",
        }))
      : []),
    ...zoneReferences(spec, one),
    ...(securityRules ?? []).flatMap(({ peer, direction }, index) =>
      peer.kind === 'securityGroup'
        ? one(
            'securityGroup',
            peer.name,
            `/spec/securityGroup/rules/${index}/${direction === 'in' ? 'from' : 'to'}`,
          ).map((found) => ({ ...found, idOnly: "Heat hands a rule's other side to Neutron as it stands" }))
        : [],
    ),
    ...balancerReferences(loadBalancer, one),
  ];
}

type One = (type: CatalogueType, value: string | null, pointer: string) => readonly CatalogueReference[];

/** An administrator's ZONE:HOST names a host besides (nova compute/api.py parse_availability_zone). */
function zoneReferences({ server, zones }: GroupSpec, one: One): readonly CatalogueReference[] {
  const [zone = null] = server.availabilityZone?.split(':') ?? [];
  return [
    ...one('zone', zone, '/spec/server/availabilityZone'),
    ...zones.flatMap((name, index) => one('zone', name, `/spec/zones/${index}`)),
  ];
}

function balancerReferences(spec: LoadBalancerSpec | null, one: One): readonly CatalogueReference[] {
  const pointer = '/spec/loadBalancer/octavia';
  switch (spec?.kind) {
    case 'octavia':
      return [
        ...one('subnet', spec.subnet, `${pointer}/subnet`),
        ...one('externalNetwork', spec.floatingIpNetwork, `${pointer}/floatingIp/network`),
        ...(spec.member.subnet === spec.subnet
          ? []
          : one('subnet', spec.member.subnet, `${pointer}/member/subnet`)),
      ];
    case 'octavia-pool':
      return [
        ...one('pool', spec.pool, `${pointer}/existingPool`),
        ...one('subnet', spec.member.subnet, `${pointer}/member/subnet`),
      ];
    default:
      return [];
  }
}
