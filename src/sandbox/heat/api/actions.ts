// POST …/actions: check, suspend, resume, and two ways to stop an update.

import type { Cloud } from '../../cloud.ts';
import { type Answer, empty } from '../../http/answer.ts';
import type { Call } from '../../http/call.ts';
import { mayWrite, type Session } from '../../keystone/tokens.ts';
import { setStackState } from '../events.ts';
import { badRequest, HeatProblem } from '../problem.ts';
import type { Stack } from '../records.ts';
import { startTraversal } from '../traversal.ts';
import { cancelStack } from '../work.ts';
import { bodyOf } from './stacks.ts';

const ACTIONS = ['suspend', 'resume', 'cancel_update', 'cancel_without_rollback', 'check'];

/** A reader may check, which writes a new status (measured). */
export function stackAction(cloud: Cloud, call: Call, session: Session, stack: Stack): Answer {
  const keys = Object.keys(bodyOf(call));
  const [action] = keys;
  if (action === undefined) throw badRequest('No action specified');
  if (keys.length > 1) throw badRequest('Multiple actions specified');
  if (!ACTIONS.includes(action)) throw badRequest(`Invalid action ${action} specified`);
  if (action !== 'check' && !mayWrite(session)) {
    throw new HeatProblem('Forbidden', `You are not authorized to use actions:${action}.`);
  }
  switch (action) {
    case 'check':
      return begin(cloud, stack, 'CHECK');
    case 'suspend':
      return begin(cloud, stack, 'SUSPEND');
    case 'resume':
      return begin(cloud, stack, 'RESUME');
    case 'cancel_update':
      return cancelUpdate(cloud, stack);
    default:
      return cancelInPlace(cloud, stack);
  }
}

function begin(cloud: Cloud, stack: Stack, action: 'CHECK' | 'SUSPEND' | 'RESUME'): Answer {
  if (stack.status === 'IN_PROGRESS') {
    throw new HeatProblem(
      'ActionInProgress',
      `Stack ${stack.name} already has an action (${stack.action}) in progress.`,
    );
  }
  setStackState(cloud, stack, action, 'IN_PROGRESS', `Stack ${action} started`);
  cloud.after(1, { kind: 'lifecycle', stack: stack.id, action });
  return empty(200);
}

/** Rolls back to the template of before; at rest it is taken and nothing happens. */
function cancelUpdate(cloud: Cloud, stack: Stack): Answer {
  if (stack.status === 'IN_PROGRESS' && stack.action === 'UPDATE' && stack.previous !== null) {
    startTraversal(cloud, stack, 'ROLLBACK', stack.previous);
  }
  return empty(200);
}

function cancelInPlace(cloud: Cloud, stack: Stack): Answer {
  if (stack.status !== 'IN_PROGRESS' || (stack.action !== 'UPDATE' && stack.action !== 'CREATE')) {
    const message = `Cancelling update when stack is ('${stack.action}', '${stack.status}') is not supported.`;
    throw new HeatProblem('NotSupported', message);
  }
  cancelStack(cloud, stack);
  return empty(200);
}
