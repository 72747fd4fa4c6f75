/** Tells what the first update of a detour lent and the second still has to give back: whoever approved the way approved its end. */
import type { ApprovedDetails } from '../../model/approval.ts';
import type { Change } from '../../model/change.ts';
import type { DesiredStack } from '../../model/desired.ts';
import { own } from '../../model/json.ts';
import { object, resourcesKey } from '../heat/template.ts';
import { isDetourPort } from '../plan/balancer-detour.ts';

/**
 * True for a listener that goes back to its port, a monitor that was left out for a while, and what of the load balancer is
 * made anew only because of them, as long as changes of the load balancer were approved.
 */
export function isRestOfDetour(
  change: Change,
  { template }: Pick<DesiredStack, 'template'>,
  { changes }: ApprovedDetails,
): boolean {
  const typeOf = (address: string): string => {
    const resource = own(object(template[resourcesKey(template)]), nameOf(address));
    return String(object(resource ?? null)['type'] ?? '');
  };
  const type = typeOf(change.address);
  if (!type.startsWith(OCTAVIA) || !changes.some(({ path }) => typeOf(path).startsWith(OCTAVIA)))
    return false;
  const { action, fields } = change;
  const [field] = fields;
  if (field === undefined) return action === 'replace' || (action === 'create' && type === MONITOR);
  return (
    type === LISTENER &&
    fields.length === 1 &&
    field.path === 'properties.protocol_port' &&
    isDetourPort(Number(field.after), Number(field.before))
  );
}

const OCTAVIA = 'OS::Octavia::';
const MONITOR = 'OS::Octavia::HealthMonitor';
const LISTENER = 'OS::Octavia::Listener';

/** `resources.listener.properties.protocol` → `listener` */
function nameOf(path: string): string {
  return /^resources\.([^.]+)/i.exec(path)?.[1] ?? '';
}
