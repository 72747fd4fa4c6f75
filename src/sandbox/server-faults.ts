// Scripted trouble of servers being built.

import type { Cloud } from './cloud.ts';
import type { ServerFault } from './fault-rules.ts';
import type { Server } from './world.ts';

export interface SpawnFault {
  readonly fail: boolean;
  /** Seconds more than usual. */
  readonly delay: number;
}

export function spawnFault(cloud: Cloud, server: Server): SpawnFault {
  const hits = cloud.world.serverFaults.filter((fault) => concerns(cloud, fault, server) && strikes(fault));
  return {
    fail: hits.some((fault) => fault.kind === 'spawn-fail'),
    delay: hits.reduce((sum, fault) => sum + (fault.kind === 'spawn-delay' ? fault.seconds : 0), 0),
  };
}

function concerns(cloud: Cloud, fault: ServerFault, server: Server): boolean {
  if (fault.name !== null && !server.name.includes(fault.name)) return false;
  if (fault.flavor === null) return true;
  const flavor = cloud.world.flavors.find((one) => one.id === server.flavor);
  return flavor?.name === fault.flavor || flavor?.id === fault.flavor;
}

function strikes(fault: ServerFault): boolean {
  if (fault.skip > 0) {
    fault.skip -= 1;
    return false;
  }
  if (fault.times === null) return true;
  if (fault.times <= 0) return false;
  fault.times -= 1;
  return true;
}
