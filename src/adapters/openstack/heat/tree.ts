/** Puts Heat's flat list of resources together again as a tree, with addresses. */
import type { StackRef } from '../../../model/observed.ts';
import type { ListedResource } from './results.ts';

export interface PlacedResource extends ListedResource {
  /** Resource names from the root stack down, joined by `/`. */
  readonly address: string;
}

export interface Tree {
  /** By address (Heat's own order changes from call to call), without those whose parent is not in the list. */
  readonly resources: readonly PlacedResource[];
  childrenOf(nested: StackRef): readonly PlacedResource[];
  /** Everything inside a resource that holds a nested stack, at any depth. */
  below(holder: PlacedResource): readonly PlacedResource[];
}

const GROUP_TYPES: readonly string[] = ['OS::Heat::AutoScalingGroup', 'AWS::AutoScaling::AutoScalingGroup'];

export function isGroup({ type }: { readonly type: string }): boolean {
  return GROUP_TYPES.includes(type);
}

export function buildTree(root: StackRef, listed: readonly ListedResource[]): Tree {
  const holders = new Map<string, ListedResource>();
  for (const resource of listed) if (resource.nested !== null) holders.set(resource.nested.id, resource);
  const placed = listed.flatMap((resource) => {
    const address = addressOf(root.id, resource, holders);
    return address === null ? [] : [{ ...resource, address }];
  });
  placed.sort((a, b) => (a.address < b.address ? -1 : 1));
  const byStack = new Map<string, PlacedResource[]>();
  for (const resource of placed) append(byStack, resource.stack.id, resource);
  const childrenOf = (nested: StackRef): readonly PlacedResource[] => byStack.get(nested.id) ?? [];
  const below = ({ address }: PlacedResource): readonly PlacedResource[] =>
    placed.filter((resource) => resource.address.startsWith(`${address}/`));
  return { resources: placed, childrenOf, below };
}

/** null for a resource that hangs on nothing, and for a loop (an answer nobody vouches for). */
function addressOf(
  rootId: string,
  resource: ListedResource,
  holders: ReadonlyMap<string, ListedResource>,
): string | null {
  const names = [resource.name];
  for (let at = resource; at.stack.id !== rootId; ) {
    const holder = holders.get(at.stack.id);
    if (holder === undefined || names.length > 20) return null;
    names.unshift(holder.name);
    at = holder;
  }
  return names.join('/');
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
