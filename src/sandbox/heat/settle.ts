// What follows when a stack comes to rest: a deleted one goes, and the stack around it is told.

import type { Cloud } from '../cloud.ts';
import type { Stack } from './records.ts';

export function settleStack(cloud: Cloud, stack: Stack): void {
  if (stack.action === 'DELETE' && stack.status === 'COMPLETE') bury(cloud, stack);
  const { parent } = stack;
  if (parent !== null) cloud.after(0, { kind: 'child', stack: parent.stack, key: parent.key });
}

/** A nested stack is gone altogether; one of the user's stays readable by its id (measured). */
function bury(cloud: Cloud, stack: Stack): void {
  stack.deleted = cloud.now;
  cloud.stackNames.delete(`${stack.project}/${stack.name}`);
  if (stack.parent !== null) cloud.world.stacks.remove(stack.id);
}
