// Gives the resources of a state what the sandbox that saved it did not keep yet.

import type { Cloud } from '../cloud.ts';
import { siteOf } from './site.ts';
import { resourceType } from './types/registry.ts';

export function adoptResources(cloud: Cloud): void {
  for (const stack of cloud.world.stacks.values()) {
    if (stack.deleted !== null) continue;
    for (const row of stack.rows.values()) {
      if (row.physicalId !== null) resourceType(stack.content, row.type)?.adopt?.(siteOf(cloud, stack, row));
    }
  }
}
