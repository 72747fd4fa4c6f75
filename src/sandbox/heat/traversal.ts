// Walks a stack's resources in the order of their dependencies, as Heat's convergence engine does.

import type { Cloud } from '../cloud.ts';
import { setStackState } from './events.ts';
import { planTraversal } from './plan-traversal.ts';
import type { Action, Resource, Stack, StackContent } from './records.ts';
import { settleStack } from './settle.ts';
import { visitCleanup, visitUpdate } from './visit.ts';

const EMPTY_TEMPLATE = { heat_template_version: '2013-05-23' };

/** Starts an update, creation, deletion or rollback; it overtakes what is under way (heat/engine/stack.py converge_stack). */
export function startTraversal(cloud: Cloud, stack: Stack, action: Action, content?: StackContent): void {
  if (content !== undefined) {
    if (action !== 'CREATE') stack.previous = action === 'ROLLBACK' ? null : stack.content;
    stack.last = action === 'CREATE' ? null : stack.content;
    stack.content = content;
  }
  if (action !== 'CREATE') stack.updated = cloud.now;
  stack.traversal += 1;
  stack.nodes = [];
  setStackState(cloud, stack, action, 'IN_PROGRESS', `Stack ${action} started`);
  cloud.after(cloud.world.timings.engine, { kind: 'traverse', stack: stack.id, traversal: stack.traversal });
  if (action !== 'DELETE') {
    const seconds = (stack.timeoutMins ?? 60) * 60;
    cloud.after(seconds, { kind: 'timeout', stack: stack.id, traversal: stack.traversal });
  }
}

/** The traversal's first step: its graph, and everything that waits for nothing. */
export function beginTraversal(cloud: Cloud, stack: Stack): void {
  stack.nodes = planTraversal(cloud, stack);
  if (stack.nodes.length === 0) {
    completeStack(cloud, stack);
    return;
  }
  const { traversal } = stack;
  for (const index of stack.nodes.keys()) {
    const node = stack.nodes[index];
    if (stack.traversal !== traversal || node === undefined) return;
    if (node.waits === 0 && !node.done) runNode(cloud, stack, index);
  }
}

/** A resource is where the traversal wants it: whoever waited for it may go. */
export function nodeDone(cloud: Cloud, stack: Stack, index: number): void {
  const node = stack.nodes[index];
  if (node === undefined || node.done) return;
  node.done = true;
  const { traversal, nodes } = stack;
  for (const next of node.next) {
    const waiting = nodes[next];
    if (waiting === undefined) continue;
    waiting.waits -= 1;
    if (waiting.waits === 0 && stack.traversal === traversal && stack.nodes === nodes)
      runNode(cloud, stack, next);
  }
  if (stack.nodes === nodes && nodes.every((one) => one.done)) completeStack(cloud, stack);
}

/** After a resource came free: the traversal that was waiting for it goes on (heat/engine/check_resource.py retrigger). */
export function retrigger(cloud: Cloud, stack: Stack, row: Resource): void {
  for (const [index, node] of stack.nodes.entries()) {
    const concerned = node.kind === 'update' ? node.name === row.name : node.key === row.key;
    if (concerned && node.waits === 0 && !node.done) {
      runNode(cloud, stack, index);
      return;
    }
  }
}

export function failStack(cloud: Cloud, stack: Stack, reason: string): void {
  const { action } = stack;
  stack.nodes = [];
  setStackState(cloud, stack, action, 'FAILED', reason);
  if (!stack.disableRollback && (action === 'CREATE' || action === 'UPDATE')) {
    const { files, environment } = stack.content;
    const emptied = { template: EMPTY_TEMPLATE, files, environment: { ...environment, parameters: {} } };
    startTraversal(cloud, stack, 'ROLLBACK', stack.previous ?? emptied);
    return;
  }
  settleStack(cloud, stack);
}

function completeStack(cloud: Cloud, stack: Stack): void {
  stack.nodes = [];
  stack.previous = null;
  setStackState(cloud, stack, stack.action, 'COMPLETE', `Stack ${stack.action} completed successfully`);
  settleStack(cloud, stack);
}

function runNode(cloud: Cloud, stack: Stack, index: number): void {
  const node = stack.nodes[index];
  if (node === undefined) return;
  if (node.kind === 'update') visitUpdate(cloud, stack, index, node);
  else visitCleanup(cloud, stack, index, node);
}
