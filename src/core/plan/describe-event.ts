/** Words one of Heat's events for the person who watches an apply. */
import type { StackEvent } from '../../model/observed.ts';

/** null for events that say nothing new. */
export function describeEvent(event: StackEvent): string | null {
  const { address, resourceType, status, reason } = event;
  const match = /^([A-Z]+)_(IN_PROGRESS|COMPLETE|FAILED)$/.exec(status);
  if (!match) return `${address || 'stack'}: ${status}`;
  const [, action = '', phase = ''] = match;
  const subject = address === '' ? 'stack' : `${address}${short(resourceType)}`;
  if (phase === 'FAILED') return `${subject}: ${action.toLowerCase()} failed: ${reason}`;
  if (isBookkeeping(event, action)) return null;
  // Heat ends the update of what it is about to replace (measured)
  if (/requires replacement/.test(reason)) return `${subject}: a new one takes its place`;
  return `${subject}: ${action.toLowerCase()} ${phase === 'COMPLETE' ? 'done' : 'begins'}`;
}

/**
 * A nested stack's own events repeat those of the resource that holds it; and in a rolling update every member's stack is
 * visited in every batch, whether its turn has come or not (measured).
 */
function isBookkeeping({ address, resourceType }: StackEvent, action: string): boolean {
  if (address === '') return false;
  return resourceType === 'OS::Heat::Stack' || (isFile(resourceType) && action === 'UPDATE');
}

/** A nested file is its own type. */
function isFile(type: string): boolean {
  return type !== '' && !type.includes('::');
}

function short(type: string): string {
  if (type === '') return '';
  return isFile(type) ? ' (nested stack)' : ` (${type.split('::').slice(1).join(' ')})`;
}
