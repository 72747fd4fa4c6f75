// Writes down what happens to a stack and its resources, as Heat's event list shows it.

import type { Cloud } from '../cloud.ts';
import { uuid } from '../generator.ts';
import type { Action, Resource, Stack, Status } from './records.ts';

/** heat.conf max_events_per_stack and event_purge_batch_size. */
const MOST_EVENTS = 1000;
const PURGED_AT_ONCE = 200;

export function setStackState(
  cloud: Cloud,
  stack: Stack,
  action: Action,
  status: Status,
  reason: string,
): void {
  stack.action = action;
  stack.status = status;
  stack.reason = reason;
  record(cloud, stack, {
    resource: stack.name,
    type: 'OS::Heat::Stack',
    physicalId: stack.id,
    status: `${action}_${status}`,
    reason,
  });
}

export function setRowState(
  cloud: Cloud,
  stack: Stack,
  row: Resource,
  action: Action,
  status: Status,
  reason = 'state changed',
): void {
  row.action = action;
  row.status = status;
  row.reason = reason;
  recordRow(cloud, stack, row, `${action}_${status}`, reason);
}

export function recordRow(cloud: Cloud, stack: Stack, row: Resource, status: string, reason: string): void {
  record(cloud, stack, { resource: row.name, type: row.type, physicalId: row.physicalId, status, reason });
}

interface Happening {
  readonly resource: string;
  readonly type: string;
  readonly physicalId: string | null;
  readonly status: string;
  readonly reason: string;
}

function record(cloud: Cloud, stack: Stack, happening: Happening): void {
  if (stack.events.length >= MOST_EVENTS) stack.events.splice(0, PURGED_AT_ONCE);
  stack.events.push({ id: uuid(cloud.world), at: cloud.now, serial: cloud.count(), ...happening });
}
