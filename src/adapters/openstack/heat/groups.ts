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

/** As Heat lists it, before Nova is asked. */
export interface ListedGroup extends Omit<ObservedGroup, 'members'> {
  readonly members: readonly ListedMember[];
}

interface ListedMember extends Omit<ObservedMember, 'servers'> {
  /** The member itself, or those inside it. */
  readonly serverIds: readonly string[];
}

/** @param checked ids of the nested stacks that a check failed */
export function groupsOf(tree: Tree, checked: ReadonlySet<string>): readonly ListedGroup[] {
  return tree.resources.filter(isGroup).map((group) => ({
    address: group.address,
    type: group.type,
    state: group.state,
    holder: group.stack,
    nested: group.nested,
    checked: group.nested !== null && checked.has(group.nested.id),
    members: membersOf(tree, group).map((member) => listedMember(tree, member)),
  }));
}

/** So that Nova is asked once. */
export function memberServerIds(groups: readonly ListedGroup[]): readonly string[] {
  return groups.flatMap(({ members }) => members.flatMap(({ serverIds }) => serverIds));
}

/** @param servers must hold every id of memberServerIds */
export function withServers(
  groups: readonly ListedGroup[],
  servers: ReadonlyMap<string, ObservedServer>,
): readonly ObservedGroup[] {
  return groups.map((group) => ({
    ...group,
    members: group.members.map(({ name, physicalId, state, createdAt, draining, serverIds }) => {
      const own = packed(serverIds.flatMap((id) => servers.get(id) ?? []));
      return { name, physicalId, state, createdAt, draining, servers: own };
    }),
  }));
}

function listedMember(tree: Tree, member: PlacedResource): ListedMember {
  const { name, physicalId, state, createdAt } = member;
  const draining = tree.below(member).some(isDraining);
  return { name, physicalId, state, createdAt, draining, serverIds: packed(serverIdsOf(tree, member)) };
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
