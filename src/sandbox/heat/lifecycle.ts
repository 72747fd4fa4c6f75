// Check, suspend and resume: every resource in turn, the stacks inside included.

import type { Cloud } from '../cloud.ts';
import { setRowState, setStackState } from './events.ts';
import { type Failure, failureText, ownFailure } from './failure.ts';
import type { ResourceType } from './plug-in.ts';
import type { Resource, Stack } from './records.ts';
import { currentRows } from './rows.ts';
import { siteOf } from './site.ts';
import { resourceType } from './types/registry.ts';

type LifecycleAction = 'CHECK' | 'SUSPEND' | 'RESUME';

/** heat/engine/stack.py check: marks what is wrong, and everything around it. */
export function runLifecycle(cloud: Cloud, stack: Stack, action: LifecycleAction): void {
  const outcomes = currentRows(stack).map((row) => actOn(cloud, stack, row, action));
  const failures = outcomes.filter((one) => one.kind === 'failed').map((one) => one.text);
  const partly =
    action === 'CHECK' && outcomes.some((one) => one.kind === 'unsupported' || one.kind === 'partly');
  const note = partly ? ". 'CHECK' not fully supported (see resources)" : '';
  if (failures.length === 0) {
    setStackState(cloud, stack, action, 'COMPLETE', `Stack ${action} completed successfully${note}`);
    return;
  }
  setStackState(
    cloud,
    stack,
    action,
    'FAILED',
    `Resource ${action} failed: [${failures.map(quoted).join(', ')}]${note}`,
  );
}

type Outcome =
  | { readonly kind: 'well' }
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'partly' }
  | { readonly kind: 'failed'; readonly text: string };

function actOn(cloud: Cloud, stack: Stack, row: Resource, action: LifecycleAction): Outcome {
  if (row.action === 'INIT') return { kind: 'well' };
  const type = resourceType(stack.content, row.type);
  const site = siteOf(cloud, stack, row);
  const nested = type?.nestedStack === true ? site.nested.find(site) : undefined;
  if (nested !== undefined) return actOnNested(cloud, stack, row, nested, action);
  if (action !== 'CHECK') return move(cloud, stack, row, type, action);
  if (type?.check === undefined) {
    setRowState(cloud, stack, row, 'CHECK', 'COMPLETE', `CHECK not supported for ${row.type}`);
    return { kind: 'unsupported' };
  }
  setRowState(cloud, stack, row, 'CHECK', 'IN_PROGRESS');
  const trouble = type.check(site);
  return trouble === null
    ? well(cloud, stack, row, action)
    : failed(cloud, stack, row, action, ownFailure(row.name, trouble.error, trouble.message));
}

function actOnNested(
  cloud: Cloud,
  stack: Stack,
  row: Resource,
  nested: Stack,
  action: LifecycleAction,
): Outcome {
  setRowState(cloud, stack, row, action, 'IN_PROGRESS');
  setStackState(cloud, nested, action, 'IN_PROGRESS', `Stack ${action} started`);
  runLifecycle(cloud, nested, action);
  if (nested.status !== 'FAILED') return well(cloud, stack, row, action);
  const reason = nested.reason.replace(`Resource ${action} failed: `, '');
  const text = failedReason(row, reason);
  setRowState(cloud, stack, row, action, 'FAILED', text);
  return { kind: 'failed', text };
}

/** The list of what is wrong inside, with the group's name put before the first (measured). */
function failedReason(row: Resource, reason: string): string {
  return reason.replace('resources.', `resources.${row.name}.resources.`);
}

function move(
  cloud: Cloud,
  stack: Stack,
  row: Resource,
  type: ResourceType | undefined,
  action: 'SUSPEND' | 'RESUME',
): Outcome {
  setRowState(cloud, stack, row, action, 'IN_PROGRESS');
  const site = siteOf(cloud, stack, row);
  if (action === 'SUSPEND') type?.suspend?.(site);
  else type?.resumeAction?.(site);
  return well(cloud, stack, row, action);
}

function well(cloud: Cloud, stack: Stack, row: Resource, action: LifecycleAction): Outcome {
  setRowState(cloud, stack, row, action, 'COMPLETE');
  return { kind: 'well' };
}

function failed(
  cloud: Cloud,
  stack: Stack,
  row: Resource,
  action: LifecycleAction,
  failure: Failure,
): Outcome {
  const text = failureText(failure);
  setRowState(cloud, stack, row, action, 'FAILED', text);
  return { kind: 'failed', text };
}

/** Python's repr of a string. */
function quoted(text: string): string {
  return text.includes("'") && !text.includes('"') ? `"${text}"` : `'${text.replaceAll("'", "\\'")}'`;
}
