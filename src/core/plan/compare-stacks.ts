/** Everything that differs between the desired and the live stack, before anything is said of servers. */
import type { Change } from '../../model/change.ts';
import type { DesiredStack } from '../../model/desired.ts';
import type { PresentStack } from '../../model/observed.ts';
import type { ResourceChange } from './resource-change.ts';
import { resourceChanges } from './resource-changes.ts';
import { diffResources } from './resource-diff.ts';
import { diffSettings } from './settings-diff.ts';
import { bothSides, type Sides } from './sides.ts';

export interface Comparison {
  readonly sides: Sides;
  readonly resources: readonly ResourceChange[];
  /** Of the resources, then of what is around them. */
  readonly changes: readonly Change[];
}

export function compareStacks(desired: DesiredStack, observed: PresentStack): Comparison {
  const sides = bothSides(desired, observed);
  const resources = diffResources(sides.before, sides.after);
  const changes = [...resourceChanges(resources), ...diffSettings(desired, observed, sides.hidden)];
  return { sides, resources, changes };
}
