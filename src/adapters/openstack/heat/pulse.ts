/** One short look at who is at work on a stack: its own state, its groups', and their nested stacks'. */
import type { GroupActivity, StackPulse, StackRef } from '../../../model/observed.ts';
import type { Service } from '../service.ts';
import { isGone } from './observe.ts';
import { listResources, readMetadata, showStack } from './requests.ts';
import { activityOf, listedResources, shownStack } from './results.ts';
import { buildTree, isGroup, type PlacedResource, type Tree } from './tree.ts';

/** null when the stack is gone. Scaling by signal shows only in the nested stack and the group's metadata. */
export async function readPulse(service: Service, stack: StackRef): Promise<StackPulse | null> {
  const [shown, resources] = await Promise.all([
    service.find(showStack(stack), shownStack),
    service.find(listResources(stack), listedResources),
  ]);
  if (shown === null || resources === null || isGone(shown)) return null;
  const tree = buildTree(stack, resources);
  const groups = await Promise.all(
    tree.resources.filter(isGroup).map((group) => groupPulse(service, tree, group)),
  );
  return { state: shown.state, updatedAt: shown.updatedAt, groups };
}

const AT_REST: GroupActivity = { scalingInProgress: false, cooldownUntil: null };

async function groupPulse(
  service: Service,
  tree: Tree,
  group: PlacedResource,
): Promise<StackPulse['groups'][number]> {
  const { nested } = group;
  const [activity, inside] = await Promise.all([
    service.find(readMetadata(group.stack, group.name), activityOf),
    nested === null ? null : service.find(showStack(nested), shownStack),
  ]);
  return {
    address: group.address,
    state: group.state,
    nestedState: inside?.state ?? null,
    activity: activity ?? AT_REST,
    memberCount: nested === null ? 0 : tree.childrenOf(nested).length,
  };
}
