// Finds the resource rows of a stack: while a replacement is under way a name has more than one.

import type { Cloud } from '../cloud.ts';
import { shortId } from '../generator.ts';
import type { Definition, Resource, Stack } from './records.ts';

/** The row that the API shows for a name: the newest that nothing has replaced. */
export function currentRow(stack: Stack, name: string): Resource | undefined {
  let found: Resource | undefined;
  for (const row of stack.rows.values()) {
    if (row.name === name && row.replacedBy === null) found = row;
  }
  return found;
}

/** All rows that the API shows. */
export function currentRows(stack: Stack): Resource[] {
  const byName = new Map<string, Resource>();
  for (const row of stack.rows.values()) {
    if (row.replacedBy === null) byName.set(row.name, row);
  }
  return [...byName.values()];
}

/**
 * The row that an update goes on with (heat/engine/stack.py _get_best_existing_rsrc_db): a failed one is worth
 * less than the one it was to replace.
 */
export function bestRow(stack: Stack, name: string): Resource | undefined {
  let best: Resource | undefined;
  for (const row of stack.rows.values()) {
    if (row.name !== name) continue;
    if (best === undefined || worth(row) >= worth(best)) best = row;
  }
  return best;
}

function worth(row: Resource): number {
  return (
    (row.status === 'FAILED' ? -30 : 0) +
    (row.action === 'DELETE' ? -50 : 0) +
    (row.replacedBy === null ? 0 : -1)
  );
}

export function addRow(
  cloud: Cloud,
  stack: Stack,
  name: string,
  definition: Definition,
  requires: readonly string[],
): Resource {
  const row: Resource = {
    key: stack.nextKey,
    name,
    type: definition.type,
    shortId: shortId(cloud.world),
    action: 'INIT',
    status: 'COMPLETE',
    reason: '',
    physicalId: null,
    created: cloud.now,
    updated: cloud.now,
    definition,
    properties: {},
    metadata: definition.metadata,
    requires,
    generation: stack.traversal,
    replaces: null,
    replacedBy: null,
    work: null,
    data: {},
  };
  stack.nextKey += 1;
  stack.rows.set(row.key, row);
  return row;
}

/** `stack-resource-abc123def456`, shortened from the left if need be (heat/engine/resource.py physical_resource_name). */
export function physicalName(stack: Stack, row: Resource, limit?: number): string {
  const name = `${stack.name}-${row.name}-${row.shortId}`;
  return limit === undefined || name.length <= limit
    ? name
    : `${name.slice(0, 2)}-${name.slice(-(limit - 3))}`;
}
