// Makes, updates and removes the stack that a resource keeps inside.

import type { Cloud } from '../cloud.ts';
import { uuid } from '../generator.ts';
import type { NestedStacks, Site, Step } from './plug-in.ts';
import { HeatProblem, InvalidValue } from './problem.ts';
import type { Stack, StackContent } from './records.ts';
import { physicalName } from './rows.ts';
import { startTraversal } from './traversal.ts';
import { validateContent } from './validate.ts';

/** heat.conf max_nested_stack_depth. */
const DEEPEST = 5;

export const nestedStacks: NestedStacks = { find, create, update, remove };

function find(site: Site): Stack | undefined {
  const id = site.row.physicalId;
  return id === null ? undefined : site.cloud.world.stacks.get(id);
}

function create(site: Site, content: StackContent, phase: string): Step {
  const trouble = contentTrouble(site, content);
  if (trouble !== undefined) return trouble;
  const { cloud, row } = site;
  const stack = newNestedStack(site, content);
  row.physicalId = stack.id;
  cloud.addStack(stack);
  startTraversal(cloud, stack, 'CREATE');
  return { kind: 'nested', phase };
}

function update(site: Site, content: StackContent, phase: string): Step {
  const stack = find(site);
  if (stack === undefined)
    return site.row.physicalId === null ? create(site, content, phase) : { kind: 'replace' };
  const trouble = contentTrouble(site, content);
  if (trouble !== undefined) return trouble;
  startTraversal(site.cloud, stack, 'UPDATE', content);
  return { kind: 'nested', phase };
}

function remove(site: Site, phase: string): Step {
  const stack = find(site);
  if (stack === undefined) return { kind: 'done' };
  startTraversal(site.cloud, stack, 'DELETE');
  return { kind: 'nested', phase };
}

/** Heat validates the content with the cloud's help only now (stack_resource.py strict_validate). */
function contentTrouble(site: Site, content: StackContent): Step | undefined {
  try {
    if (site.stack.depth >= DEEPEST)
      throw new HeatProblem('RequestLimitExceeded', `Recursion depth exceeds ${DEEPEST}.`);
    validateContent(site.cloud, content, { depth: site.stack.depth + 1, strict: true, path: [] });
    return undefined;
  } catch (error) {
    if (error instanceof InvalidValue) return { kind: 'failed', error: '', message: error.toReason() };
    if (error instanceof HeatProblem) return { kind: 'failed', error: '', message: error.message };
    throw error;
  }
}

function newNestedStack(site: Site, content: StackContent): Stack {
  const { cloud, stack, row } = site;
  return newStack(cloud, {
    name: physicalName(stack, row),
    project: stack.project,
    user: stack.user,
    owner: stack.owner,
    userProject: stack.userProject,
    parent: { stack: stack.id, key: row.key, resource: row.name },
    root: stack.root,
    depth: stack.depth + 1,
    content,
    tags: [],
    disableRollback: true,
    timeoutMins: stack.timeoutMins,
  });
}

export type StackStart = Pick<
  Stack,
  | 'name'
  | 'project'
  | 'user'
  | 'owner'
  | 'userProject'
  | 'parent'
  | 'depth'
  | 'content'
  | 'tags'
  | 'disableRollback'
  | 'timeoutMins'
> & { readonly root?: string };

export function newStack(cloud: Cloud, start: StackStart): Stack {
  const id = uuid(cloud.world);
  return {
    ...start,
    id,
    serial: cloud.count(),
    root: start.root ?? id,
    previous: null,
    last: null,
    created: cloud.now,
    updated: null,
    deleted: null,
    action: 'CREATE',
    status: 'IN_PROGRESS',
    reason: '',
    traversal: 0,
    nodes: [],
    nextKey: 1,
    rows: new Map(),
    events: [],
  };
}
