// Drives one resource through the steps of its type, from IN_PROGRESS to COMPLETE or FAILED.

import type { Cloud } from '../cloud.ts';
import { sameJson } from '../json.ts';
import { setRowState, setStackState } from './events.ts';
import { type Failure, failureText, nestedFailure, ownFailure } from './failure.ts';
import type { ResourceType, Site, Step } from './plug-in.ts';
import type { Action, Resource, Stack, Work } from './records.ts';
import { settleStack } from './settle.ts';
import { siteOf } from './site.ts';
import type { Target } from './target.ts';
import { failStack, nodeDone, retrigger } from './traversal.ts';
import { resourceType } from './types/registry.ts';
import { replaceRow } from './visit.ts';

/** heat.conf action_retry_limit: builds that end in an error are tried again so often. */
const RETRY_LIMIT = 5;
const TRY_AGAIN = 'try-again';

export function startWork(cloud: Cloud, stack: Stack, row: Resource, action: Action, target: Target): void {
  const { definition, properties, changed } = target;
  row.work = {
    action,
    traversal: stack.traversal,
    phase: '',
    waiting: 'outside',
    attempt: 0,
    ticket: 0,
    removing: false,
    definition,
    properties,
    changed,
    notes: {},
  };
  setRowState(cloud, stack, row, action, 'IN_PROGRESS');
  take(cloud, stack, row, firstStep(typeOf(stack, row), siteOf(cloud, stack, row), action));
}

/** A waiting resource's time has come. */
export function wake(cloud: Cloud, stack: Stack, row: Resource, ticket: number): void {
  if (row.work === null || row.work.waiting !== 'time' || row.work.ticket !== ticket) return;
  if (row.work.phase === TRY_AGAIN) {
    tryAgain(cloud, stack, row, row.work);
    return;
  }
  resume(cloud, stack, row, row.work);
}

/** Something outside happened that a resource may be waiting for (a signal); its plug-in looks again. */
export function prod(cloud: Cloud, stack: Stack, row: Resource): void {
  if (row.work !== null && row.work.phase === 'signalled') resume(cloud, stack, row, row.work);
}

/** The stack inside a resource settled, or is gone (stack_resource.py _check_status_complete). */
export function nestedSettled(cloud: Cloud, stack: Stack, row: Resource): void {
  const site = siteOf(cloud, stack, row);
  const type = typeOf(stack, row);
  type?.nestedSettled?.(site);
  const { work } = row;
  if (work === null || work.waiting !== 'nested') return;
  const nested = site.nested.find(site);
  if (nested === undefined) {
    resume(cloud, stack, row, work);
    return;
  }
  const expected = work.removing ? 'DELETE' : work.action;
  if (nested.action !== expected || nested.status === 'IN_PROGRESS') return;
  if (nested.status !== 'FAILED') resume(cloud, stack, row, work);
  else take(cloud, stack, row, { kind: 'nested-failed', reason: nested.reason });
}

/** A newer traversal wants a resource that is busy: what it has inside is cancelled, the rest is waited for. */
export function preempt(cloud: Cloud, stack: Stack, row: Resource): void {
  const site = siteOf(cloud, stack, row);
  const nested = typeOf(stack, row)?.nestedStack === true ? site.nested.find(site) : undefined;
  if (nested !== undefined && row.work?.traversal !== stack.traversal) cancelStack(cloud, nested);
}

/** heat/engine/worker.py stop_traversal: the stacks inside are stopped too; busy resources come to their own end. */
export function cancelStack(cloud: Cloud, stack: Stack): void {
  if (stack.status !== 'IN_PROGRESS' || (stack.action !== 'CREATE' && stack.action !== 'UPDATE')) return;
  stack.nodes = [];
  for (const row of stack.rows.values()) {
    const site = siteOf(cloud, stack, row);
    const nested = typeOf(stack, row)?.nestedStack === true ? site.nested.find(site) : undefined;
    if (nested !== undefined) cancelStack(cloud, nested);
  }
  setStackState(cloud, stack, stack.action, 'FAILED', `Stack ${stack.action} cancelled`);
  settleStack(cloud, stack);
}

export function failWork(
  cloud: Cloud,
  stack: Stack,
  row: Resource,
  action: Action,
  traversal: number,
  failure: Failure,
): void {
  const text = failureText(failure);
  row.work = null;
  setRowState(cloud, stack, row, action, 'FAILED', text);
  if (traversal !== stack.traversal) {
    retrigger(cloud, stack, row);
    return;
  }
  if (stack.status === 'IN_PROGRESS') failStack(cloud, stack, `Resource ${action} failed: ${text}`);
}

function typeOf(stack: Stack, row: Resource): ResourceType | undefined {
  return resourceType(stack.content, row.work?.definition.type ?? row.type);
}

function firstStep(type: ResourceType | undefined, site: Site, action: Action): Step {
  const done: Step = { kind: 'done' };
  if (action === 'DELETE') return type?.remove?.(site) ?? done;
  if (action === 'CREATE') return type?.create?.(site) ?? done;
  const table = type?.schema.properties ?? {};
  if ([...site.changed].some((name) => table[name]?.update !== true)) return { kind: 'replace' };
  if (type?.update === undefined) return site.changed.size === 0 ? done : { kind: 'replace' };
  return type.update(site);
}

function resume(cloud: Cloud, stack: Stack, row: Resource, work: Work): void {
  const { phase } = work;
  take(cloud, stack, row, typeOf(stack, row)?.resume?.(siteOf(cloud, stack, row), phase) ?? { kind: 'done' });
}

function take(cloud: Cloud, stack: Stack, row: Resource, step: Step): void {
  const { work } = row;
  if (work === null) return;
  switch (step.kind) {
    case 'wait':
      work.phase = step.phase;
      work.waiting = 'time';
      work.ticket = cloud.after(step.seconds, { kind: 'wake', stack: stack.id, key: row.key });
      return;
    case 'nested':
    case 'idle':
      work.phase = step.phase;
      work.waiting = step.kind === 'nested' ? 'nested' : 'outside';
      return;
    case 'done':
      if (work.removing) removedForRetry(cloud, stack, row, work);
      else finish(cloud, stack, row, work);
      return;
    case 'replace':
      replace(cloud, stack, row, work);
      return;
    case 'nested-failed':
      fail(cloud, stack, row, work, nestedFailure(row.name, work.action, step.reason));
      return;
    case 'failed':
      fail(cloud, stack, row, work, ownFailure(row.name, step.error, step.message));
      return;
  }
}

function fail(cloud: Cloud, stack: Stack, row: Resource, work: Work, failure: Failure): void {
  const again = work.action === 'CREATE' && failure.error === 'ResourceInError' && failure.path.length === 2;
  if (!again || work.attempt >= RETRY_LIMIT) {
    failWork(cloud, stack, row, work.action, work.traversal, failure);
    return;
  }
  setRowState(cloud, stack, row, 'CREATE', 'FAILED', failureText(failure));
  work.attempt += 1;
  work.removing = true;
  setRowState(cloud, stack, row, 'DELETE', 'IN_PROGRESS');
  take(cloud, stack, row, firstStep(typeOf(stack, row), siteOf(cloud, stack, row), 'DELETE'));
}

function removedForRetry(cloud: Cloud, stack: Stack, row: Resource, work: Work): void {
  work.removing = false;
  setRowState(cloud, stack, row, 'DELETE', 'COMPLETE');
  const seconds = cloud.world.timings.retry ** work.attempt;
  take(cloud, stack, row, { kind: 'wait', seconds, phase: TRY_AGAIN });
}

function tryAgain(cloud: Cloud, stack: Stack, row: Resource, work: Work): void {
  if (work.traversal !== stack.traversal) {
    const failure = ownFailure(row.name, 'Error', 'CREATE aborted (user triggered cancel)');
    failWork(cloud, stack, row, 'CREATE', work.traversal, failure);
    return;
  }
  row.physicalId = null;
  setRowState(cloud, stack, row, 'CREATE', 'IN_PROGRESS');
  take(cloud, stack, row, firstStep(typeOf(stack, row), siteOf(cloud, stack, row), 'CREATE'));
}

function finish(cloud: Cloud, stack: Stack, row: Resource, work: Work): void {
  row.work = null;
  setRowState(cloud, stack, row, work.action, 'COMPLETE');
  if (work.action === 'DELETE') stack.rows.delete(row.key);
  else adopt(row, work);
  passOn(cloud, stack, row, work);
}

function adopt(row: Resource, work: Work): void {
  row.generation = work.traversal;
  row.type = work.definition.type;
  row.properties = work.properties;
  if (work.action === 'CREATE' || !sameJson(row.definition.metadata, work.definition.metadata)) {
    row.metadata = { ...row.metadata, ...work.definition.metadata };
  }
  row.definition = work.definition;
}

/** The old row says UPDATE_COMPLETE although nothing was updated (resource.py _action_recorder; measured). */
function replace(cloud: Cloud, stack: Stack, row: Resource, work: Work): void {
  row.work = null;
  setRowState(cloud, stack, row, work.action, 'COMPLETE', `The Resource ${row.name} requires replacement.`);
  if (work.traversal !== stack.traversal) {
    retrigger(cloud, stack, row);
    return;
  }
  if (stack.status !== 'IN_PROGRESS') return;
  const { definition, properties, changed } = work;
  typeOf(stack, row)?.beforeReplacement?.(siteOf(cloud, stack, row));
  replaceRow(cloud, stack, row, { definition, properties, changed, requires: row.requires });
}

function passOn(cloud: Cloud, stack: Stack, row: Resource, work: Work): void {
  if (work.traversal !== stack.traversal) {
    retrigger(cloud, stack, row);
    return;
  }
  const index = stack.nodes.findIndex((node) =>
    work.action === 'DELETE' ? node.key === row.key : node.kind === 'update' && node.name === row.name,
  );
  if (index >= 0) nodeDone(cloud, stack, index);
}
