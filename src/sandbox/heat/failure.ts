// Puts into words why a resource or a stack failed, as Heat nests the reasons of nested stacks.

import type { Action } from './records.ts';

export interface Failure {
  readonly error: string;
  readonly path: readonly string[];
  readonly message: string;
}

/** `Error: resources.a: message` (heat/common/exception.py HeatExceptionWithPath). */
export function failureText(failure: Failure): string {
  return [failure.error, failure.path.join('.'), failure.message].filter((part) => part !== '').join(': ');
}

/** A failure of the resource itself. */
export function ownFailure(resource: string, error: string, message: string): Failure {
  return { error, path: ['resources', resource], message };
}

/** The failure of a resource whose nested stack failed: its reason, under this resource's path (ResourceFailure). */
export function nestedFailure(resource: string, action: Action, reason: string): Failure {
  const prefix = `Resource ${action} failed: `;
  if (!reason.includes(prefix)) return ownFailure(resource, '', reason);
  const parts = reason.split(':').map((part) => part.trim());
  if (parts.length < 4) return ownFailure(resource, '', reason);
  const [, error = '', path = '', ...message] = parts;
  return { error, path: ['resources', resource, ...path.split('.')], message: message.join(': ') };
}
