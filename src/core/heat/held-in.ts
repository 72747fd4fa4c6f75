/** Names a resource as Heat wants to be asked of it: the stack that holds it, then its name there. */
import type { PresentStack } from '../../model/observed.ts';

/** `web alarm`; of a nested resource the id of the nested stack, by which Heat knows it as well as by its name. */
export function heldIn(
  { name, resources }: Pick<PresentStack, 'name' | 'resources'>,
  address: string,
): string {
  const at = address.lastIndexOf('/');
  if (at < 0) return `${name} ${address}`;
  const holder = resources.find((resource) => resource.address === address.slice(0, at));
  return `${holder?.physicalId || name} ${address.slice(at + 1)}`;
}
