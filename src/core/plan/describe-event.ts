/** Words one of Heat's events for the person who watches an apply. */
import type { StackEvent } from '../../model/observed.ts';

/** null for events that say nothing new, such as Heat's own bookkeeping of the same resource. */
export function describeEvent({ address, resourceType, status, reason }: StackEvent): string | null {
  const match = /^([A-Z]+)_(IN_PROGRESS|COMPLETE|FAILED)$/.exec(status);
  if (!match) return `${address || 'stack'}: ${status}`;
  const [, action = '', phase = ''] = match;
  const subject = address === '' ? 'stack' : `${address}${short(resourceType)}`;
  if (phase === 'FAILED') return `${subject}: ${action.toLowerCase()} failed: ${reason}`;
  return `${subject}: ${action.toLowerCase()} ${phase === 'COMPLETE' ? 'done' : 'begins'}`;
}

function short(type: string): string {
  if (type === '') return '';
  // a nested file is its own type
  return type.includes('::') ? ` (${type.split('::').slice(1).join(' ')})` : ' (nested stack)';
}
