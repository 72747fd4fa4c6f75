/** Finds the scaling groups of a stack with their members, as Heat orders them. */
import type { ObservedGroup, ObservedMember, ObservedServer } from '../../../model/observed.ts';
import { packed } from '../sharing.ts';
import { isGroup, type PlacedResource, type Tree } from './tree.ts';

/** Members of an AWS-style group are listed by an alias (heat/engine/resources/openstack/heat/instance_group.py). */
const SERVER_TYPES: readonly string[] = [
  'OS::Nova::Server',
  'AWS::EC2::Instance',
  'OS::Heat::ScaledResource',
];

type Servers = ReadonlyMap<string, ObservedServer>;

/**
 * @param servers must hold every id of memberServerIds
 * @param checked ids of the nested stacks that a check failed
 */
export function groupsOf(
  tree: Tree,
  servers: Servers,
  checked: ReadonlySet<string>,
): readonly ObservedGroup[] {
  return tree.resources.filter(isGroup).map((group) => ({
    address: group.address,
    type: group.type,
    state: group.state,
    holder: group.stack,
    nested: group.nested,
    checked: group.nested !== null && checked.has(group.nested.id),
    members: membersOf(tree, group).map((member) => observedMember(tree, member, servers)),
  }));
}

/** Ids of all servers that members have, so that Nova is asked once. */
export function memberServerIds(tree: Tree): readonly string[] {
  const members = tree.resources.filter(isGroup).flatMap((group) => membersOf(tree, group));
  return members.flatMap((member) => serverIdsOf(tree, member));
}

function observedMember(tree: Tree, member: PlacedResource, servers: Servers): ObservedMember {
  return {
    name: member.name,
    physicalId: member.physicalId,
    state: member.state,
    createdAt: member.createdAt,
    draining: tree.below(member).some(isDraining),
    servers: packed(serverIdsOf(tree, member).flatMap((id) => servers.get(id) ?? [])),
  };
}

function isDraining({ type, state }: PlacedResource): boolean {
  return type === 'OS::Heat::Delay' && state.action === 'DELETE' && state.status === 'IN_PROGRESS';
}

/** Failed first, then oldest, then by name (heat/engine/grouputils.py get_members, the order of removal). */
export function membersOf(tree: Tree, group: PlacedResource): readonly PlacedResource[] {
  return group.nested === null ? [] : tree.childrenOf(group.nested).toSorted(byRemoval);
}

function byRemoval(a: PlacedResource, b: PlacedResource): number {
  return rank(a) - rank(b) || compare(a.createdAt, b.createdAt) || compare(a.name, b.name);
}

function rank({ state }: PlacedResource): number {
  return state.status === 'FAILED' ? 0 : 1;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The member itself, or those inside it; a resource that never got a server has no physical id. */
function serverIdsOf(tree: Tree, member: PlacedResource): readonly string[] {
  const parts = member.nested === null ? [member] : tree.below(member);
  const servers = parts.filter(({ type, physicalId }) => SERVER_TYPES.includes(type) && physicalId !== '');
  return servers.map(({ physicalId }) => physicalId);
}
