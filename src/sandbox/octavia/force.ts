// What happens to balancers behind everybody's back: the statuses that a provider's driver reports.

import type { Cloud } from '../cloud.ts';
import type { JsonObject } from '../json.ts';
import { KINDS } from './records.ts';

const OPERATING = ['ONLINE', 'OFFLINE', 'ERROR', 'DEGRADED', 'DRAINING', 'NO_MONITOR'];
const PROVISIONING = ['ACTIVE', 'ERROR', 'PENDING_UPDATE'];

/** The id is any part's; undefined when done, else what is wrong with the order. */
export function forceStatus(cloud: Cloud, id: string, order: JsonObject): string | undefined {
  const { operating_status: operating, provisioning_status: provisioning } = order;
  const part = KINDS.map((kind) => cloud.world.balancing[kind].get(id)).find((one) => one !== undefined);
  if (part === undefined) return `no part of a load balancer has the id "${id}"`;
  if (operating === undefined && provisioning === undefined)
    return 'want {"operating_status": …} or {"provisioning_status": …}';
  if (operating !== undefined && !OPERATING.includes(String(operating)))
    return `"${String(operating)}" is no operating status, want one of ${OPERATING.join(', ')}`;
  if (provisioning !== undefined && !PROVISIONING.includes(String(provisioning)))
    return `"${String(provisioning)}" is no provisioning status, want one of ${PROVISIONING.join(', ')}`;
  if (operating !== undefined) part.operating = String(operating);
  if (provisioning !== undefined) part.provisioning = String(provisioning);
  return undefined;
}
