// Which states Nova does what in: nova/compute/api.py check_instance_state and check_instance_lock (measured, docs/openstack-facts.md).

import type { Answer } from '../http/answer.ts';
import { isAdmin, type Session } from '../keystone/tokens.ts';
import type { Server } from '../world.ts';
import { novaFailure } from './failure-answer.ts';

/** By the word that the refusal names. */
const FROM: Readonly<Record<string, readonly string[]>> = {
  stop: ['active', 'error'],
  start: ['stopped'],
  reboot: ['active', 'stopped', 'error'],
  resize: ['active', 'stopped'],
  confirmResize: ['resized'],
  rebuild: ['active', 'paused', 'stopped', 'error'],
  pause: ['active'],
  unpause: ['paused'],
  addSecurityGroup: ['active', 'stopped'],
  removeSecurityGroup: ['active', 'stopped'],
  'update metadata': ['active', 'paused', 'suspended', 'stopped'],
  'update tags': ['active', 'paused', 'suspended', 'stopped', 'building'],
  attach_interface: ['active', 'paused', 'stopped'],
  detach_interface: ['active', 'paused', 'stopped'],
};

/** These look at no lock. */
const LOCKED_TOO = new Set([
  'update tags',
  'addSecurityGroup',
  'removeSecurityGroup',
  'lock',
  'unlock',
  'os-getConsoleOutput',
]);
/** These look at no task. */
const BUSY_TOO = new Set(['update tags', 'update metadata']);

/** Why the server does not allow it, in Nova's words; null when it does. Words that are not in the table are always allowed, unless locked. */
export function refusalOf({ id, vmState, taskState, locked }: Server, word: string): string | null {
  if (locked && !LOCKED_TOO.has(word)) return `Instance ${id} is locked`;
  const from = FROM[word];
  if (from === undefined) return null;
  if (!from.includes(vmState)) return `Cannot '${word}' instance ${id} while it is in vm_state ${vmState}`;
  return taskState === null || BUSY_TOO.has(word)
    ? null
    : `Cannot '${word}' instance ${id} while it is in task_state ${taskState}`;
}

/** An administrator passes a lock. */
export function refused(server: Server, word: string, session: Session): Answer | null {
  const message = refusalOf(isAdmin(session) ? { ...server, locked: false } : server, word);
  return message === null ? null : novaFailure(409, message);
}
