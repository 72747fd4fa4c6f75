/** What a group's spec names in the cloud, with the lines that name it. */
import type { LoadBalancerSpec } from '../../../model/balancer-spec.ts';
import type { CatalogueReference, CatalogueType } from '../../../model/desired.ts';
import type { GroupSpec } from '../../../model/spec.ts';

export function groupReferences(spec: GroupSpec): readonly CatalogueReference[] {
  const { server, securityRules, loadBalancer } = spec;
  const at = (pointer: string) => positionAt(spec, pointer);
  const one = (type: CatalogueType, value: string | null, pointer: string): readonly CatalogueReference[] =>
    value === null ? [] : [{ type, value, at: at(pointer) }];
  return [
    ...one('image', server.image, '/spec/server/image'),
    ...one('flavor', server.flavor, '/spec/server/flavor'),
    ...server.networks.flatMap(({ network, subnet, securityGroups }, index) => {
      const pointer = `/spec/server/networks/${index}`;
      return [
        ...one('network', network, `${pointer}/network`),
        ...one('subnet', subnet, `${pointer}/subnet`),
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
      ? one('serverGroup', server.serverGroup.name, '/spec/server/serverGroup/existing')
      : []),
    ...(securityRules ?? []).flatMap(({ peer, direction }, index) =>
      peer.kind === 'securityGroup'
        ? one(
            'securityGroup',
            peer.name,
            `/spec/securityGroup/rules/${index}/${direction === 'in' ? 'from' : 'to'}`,
          )
        : [],
    ),
    ...balancerReferences(loadBalancer, one),
  ];
}

function balancerReferences(
  spec: LoadBalancerSpec | null,
  one: (type: CatalogueType, value: string | null, pointer: string) => readonly CatalogueReference[],
): readonly CatalogueReference[] {
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

/** The value's own place, or that of the closest thing around it that is written. */
function positionAt({ positions, source }: GroupSpec, pointer: string): CatalogueReference['at'] {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const position = positions[at];
    if (position) return position;
  }
  return source;
}
