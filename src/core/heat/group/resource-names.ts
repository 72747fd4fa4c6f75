/** The names of a compiled group's resources: stable, so that nothing is replaced because a spec was rearranged. */

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

/** null: the group that may be in any zone. */
export function zoneNames(zone: string | null): ZoneNames {
  const suffix = zone === null ? '' : `-${zone}`;
  return {
    group: `group${suffix}`,
    policy: (name) => `${name}${suffix}`,
    alarm: (name) => `${name}${suffix}-alarm`,
  };
}

/** True for a name that a scaling policy can't have, because the stack gives it to something else. */
export function isReserved(name: string): boolean {
  return /^group(?:-|$)/.test(name) || /-alarm$/.test(name) || Object.values<string>(SHARED).includes(name);
}
