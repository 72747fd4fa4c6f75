/** The names of a compiled group's resources: stable, so that nothing is replaced because a spec was rearranged. */
import type { JsonObject } from '../../../model/json.ts';

/** What a stack has once, whatever the spec says. */
export const SHARED = {
  loadBalancer: 'load_balancer',
  listener: 'listener',
  pool: 'pool',
  monitor: 'monitor',
  floatingIp: 'floating_ip',
  securityGroup: 'security_group',
  serverGroup: 'server_group',
} as const;

/** What each zone has for itself. */
export interface ZoneNames {
  readonly group: string;
  readonly policy: (name: string) => string;
  readonly alarm: (name: string) => string;
}

/** Those of all zones, or of the one group that may be in any. */
export function zonesOf({ zones }: { readonly zones: readonly string[] }): readonly ZoneNames[] {
  return zones.length === 0 ? [zoneNames(null)] : zones.map(zoneNames);
}

/** null: the group that may be in any zone. */
export function zoneNames(zone: string | null): ZoneNames {
  const suffix = zone === null ? '' : `-${zone}`;
  return {
    group: `group${suffix}`,
    policy: (name) => `${name}${suffix}`,
    alarm: (name) => `${name}${suffix}-alarm`,
  };
}

/** The value `server_group` by which Gnocchi finds the members: given to each server, asked for by each alarm. */
export function meteringOf(zone: string | null): JsonObject {
  const stack = { get_param: 'OS::stack_id' };
  return zone === null ? stack : { list_join: ['/', [stack, zone]] };
}

/**
 * The further scaling policies of one with steps, by rank from the weakest: rearranged lines change nothing, a step put
 * between others changes those after it in place (same signal URLs), a changed threshold its alarm alone.
 */
export function stepName(policy: string, rank: number): string {
  return `${policy}-step${rank}`;
}

/** The two scaling policies that a target becomes. */
export const TARGET = { out: 'target-out', in: 'target-in' } as const;

/** True for a name that a scaling policy can't have, because the stack gives it to something else. */
export function isReserved(name: string): boolean {
  return /^group(?:-|$)/.test(name) || /-alarm$/.test(name) || Object.values<string>(SHARED).includes(name);
}
