// Does what has become due.

import { evaluateAlarms } from './aodh/evaluator.ts';
import type { Cloud } from './cloud.ts';
import { runLifecycle } from './heat/lifecycle.ts';
import type { Resource, Stack } from './heat/records.ts';
import { beginTraversal, failStack } from './heat/traversal.ts';
import { nestedSettled, wake } from './heat/work.ts';
import { pollLoad } from './load/polling.ts';
import { endTransition } from './nova/servers.ts';
import { endChange } from './octavia/changes.ts';
import type { Task } from './world.ts';

export function runTask(cloud: Cloud, task: Task): void {
  if (task.kind === 'server') {
    endTransition(cloud, task.server, task.order);
    return;
  }
  if (task.kind === 'evaluate') {
    evaluateAlarms(cloud);
    return;
  }
  if (task.kind === 'poll') {
    pollLoad(cloud, task.load);
    return;
  }
  if (task.kind === 'balancer') {
    endChange(cloud, task.balancer, task.order);
    return;
  }
  const stack = cloud.world.stacks.get(task.stack);
  if (stack === undefined) return;
  switch (task.kind) {
    case 'traverse':
      if (stack.traversal === task.traversal && stack.status === 'IN_PROGRESS') beginTraversal(cloud, stack);
      return;
    case 'timeout':
      if (stack.traversal === task.traversal && stack.status === 'IN_PROGRESS')
        failStack(cloud, stack, 'Timed out');
      return;
    case 'wake':
      onRow(stack, task.key, (row) => wake(cloud, stack, row, task.order));
      return;
    case 'child':
      onRow(stack, task.key, (row) => nestedSettled(cloud, stack, row));
      return;
    case 'lifecycle':
      if (stack.action === task.action && stack.status === 'IN_PROGRESS')
        runLifecycle(cloud, stack, task.action);
      return;
  }
}

function onRow(stack: Stack, key: number, deed: (row: Resource) => void): void {
  const row = stack.rows.get(key);
  if (row !== undefined) deed(row);
}
