// What a traversal does when it comes to a resource: create, leave alone, update, replace, or clean away.

import type { Cloud } from '../cloud.ts';
import { sameJson } from '../json.ts';
import { setRowState } from './events.ts';
import { ownFailure } from './failure.ts';
import { InvalidValue } from './problem.ts';
import type { Resource, Stack, TraversalNode } from './records.ts';
import { addRow, bestRow } from './rows.ts';
import { siteOf } from './site.ts';
import { currentTarget, resolveTarget, type Target } from './target.ts';
import { readTemplate } from './template/template.ts';
import { nodeDone } from './traversal.ts';
import { resourceType } from './types/registry.ts';
import { failWork, preempt, startWork } from './work.ts';

type Verdict = 'replace' | 'update' | 'unchanged';

export function visitUpdate(cloud: Cloud, stack: Stack, index: number, node: TraversalNode): void {
  const row = bestRow(stack, node.name);
  if (row === undefined) return;
  if (row.work !== null) {
    preempt(cloud, stack, row);
    return;
  }
  const target = targetOf(cloud, stack, row);
  if (target === undefined) return;
  row.requires = target.requires;
  if (row.action === 'INIT') {
    startWork(cloud, stack, row, 'CREATE', target);
    return;
  }
  row.replacedBy = null;
  switch (verdict(cloud, stack, row, target)) {
    case 'replace':
      // another type is another thing: the old one is not prepared for it (resource.py _check_for_convergence_replace)
      if (target.definition.type === row.type)
        resourceType(stack.content, row.type)?.beforeReplacement?.(siteOf(cloud, stack, row));
      replaceRow(cloud, stack, row, target);
      return;
    case 'update':
      row.updated = cloud.now;
      startWork(cloud, stack, row, 'UPDATE', target);
      return;
    case 'unchanged':
      leaveAlone(cloud, stack, row, target);
      nodeDone(cloud, stack, index);
      return;
  }
}

export function visitCleanup(cloud: Cloud, stack: Stack, index: number, node: TraversalNode): void {
  const row = stack.rows.get(node.key);
  if (row === undefined) {
    nodeDone(cloud, stack, index);
    return;
  }
  if (row.work !== null) {
    preempt(cloud, stack, row);
    return;
  }
  if (stack.action !== 'DELETE' && row.generation === stack.traversal) {
    nodeDone(cloud, stack, index);
    return;
  }
  if (row.action === 'INIT') {
    stack.rows.delete(row.key);
    nodeDone(cloud, stack, index);
    return;
  }
  startWork(cloud, stack, row, 'DELETE', currentTarget(row));
}

/** The new row of a replacement: same name, new thing (heat/engine/resource.py make_replacement). */
export function replaceRow(cloud: Cloud, stack: Stack, row: Resource, target: Target): void {
  const replacement = addRow(cloud, stack, row.name, target.definition, target.requires);
  replacement.replaces = row.key;
  row.replacedBy = replacement.key;
  startWork(cloud, stack, replacement, 'CREATE', target);
}

function targetOf(cloud: Cloud, stack: Stack, row: Resource): Target | undefined {
  const definition = readTemplate(stack.content.template).resources.get(row.name) ?? row.definition;
  try {
    return resolveTarget(cloud, stack, row, definition);
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error;
    const action = row.action === 'INIT' ? 'CREATE' : 'UPDATE';
    failWork(
      cloud,
      stack,
      row,
      action,
      stack.traversal,
      ownFailure(row.name, 'StackValidationFailed', error.toReason()),
    );
    return undefined;
  }
}

/** heat/engine/resource.py _needs_update, and stack_resource.py for what keeps a stack inside. */
function verdict(cloud: Cloud, stack: Stack, row: Resource, target: Target): Verdict {
  const type = resourceType(stack.content, target.definition.type);
  if (target.definition.type !== row.type && !(type?.isTemplate === true && wasTemplate(stack, row)))
    return 'replace';
  const site = siteOf(cloud, stack, row);
  if (type?.nestedStack === true) {
    if (row.action !== 'CHECK' || row.status !== 'FAILED') return 'update';
    const nested = site.nested.find(site);
    return nested?.action === 'CHECK' && nested.status === 'FAILED' ? 'update' : 'replace';
  }
  if (row.status === 'FAILED') {
    if (row.action === 'CHECK' || (type?.replacedWhenFailed?.(site) ?? true)) return 'replace';
  }
  if (row.action === 'DELETE') return 'replace';
  return sameDefinition(row, target) ? 'unchanged' : 'update';
}

/** The file of before may not have been sent again; its name still tells. */
function wasTemplate(stack: Stack, row: Resource): boolean {
  return resourceType(stack.content, row.type)?.isTemplate ?? /\.(?:yaml|template)$/.test(row.type);
}

function sameDefinition(row: Resource, target: Target): boolean {
  return (
    sameJson(row.properties, target.properties) &&
    sameJson(row.definition.metadata, target.definition.metadata) &&
    sameJson(row.definition.updatePolicy, target.definition.updatePolicy)
  );
}

function leaveAlone(cloud: Cloud, stack: Stack, row: Resource, target: Target): void {
  row.generation = stack.traversal;
  row.definition = target.definition;
  if (row.status !== 'FAILED') return;
  setRowState(
    cloud,
    stack,
    row,
    row.action,
    'COMPLETE',
    'Update status to COMPLETE for FAILED resource neither update nor replace.',
  );
}
