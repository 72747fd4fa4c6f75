/** A member of the group: the server alone, or a nested stack with what belongs to each server. */
import { createHash } from 'node:crypto';
import type { JsonObject } from '../../../model/json.ts';
import type { GroupSpec } from '../../../model/spec.ts';
import { canonicalJson } from '../canonical.ts';
import { memberTemplate } from './member-template.ts';
import { meteringOf, SHARED } from './resource-names.ts';
import { hasOwnPorts, serverProperties } from './server.ts';

export interface Member {
  /** The `resource` of the group. */
  readonly definition: JsonObject;
  /** The nested template, where there is one. */
  readonly files: Readonly<Record<string, string>>;
}

export function compileMember(spec: GroupSpec, zone: string | null): Member {
  const around = surroundings(spec, zone);
  const server = zone === null ? spec.server : { ...spec.server, availabilityZone: zone };
  if (!needsNestedStack(spec)) {
    const properties = serverProperties(server, spec.rollout, {
      metering: around['metering'] ?? null,
      securityGroup: around['security_group'] ?? null,
      serverGroup: around['server_group'] ?? null,
      port: () => null,
      userData: server.userData,
    });
    return { definition: { type: 'OS::Nova::Server', properties }, files: {} };
  }
  const text = `${JSON.stringify(memberTemplate({ ...spec, server }, Object.keys(around)), null, 2)}\n`;
  const file = `member-${mark(text)}.yaml`;
  return { definition: { type: file, properties: around }, files: { [file]: text } };
}

/** True when what belongs to each server needs a stack of the member's own. */
export function needsNestedStack({ server, loadBalancer, rollout }: GroupSpec): boolean {
  return (
    loadBalancer !== null ||
    rollout.ready !== null ||
    rollout.drainSeconds > 0 ||
    server.floatingIpNetwork !== null ||
    hasOwnPorts(server)
  );
}

/** What a member must know of the stack around it, by the names of its parameters. */
function surroundings({ server, securityRules, loadBalancer }: GroupSpec, zone: string | null): JsonObject {
  return {
    metering: meteringOf(zone),
    ...(securityRules === null ? {} : { security_group: { get_resource: SHARED.securityGroup } }),
    ...(server.serverGroup === null
      ? {}
      : {
          server_group:
            server.serverGroup.kind === 'own'
              ? { get_resource: SHARED.serverGroup }
              : server.serverGroup.name,
        }),
    ...(loadBalancer?.kind === 'octavia' ? { pool: { get_resource: SHARED.pool } } : {}),
    ...(loadBalancer?.kind === 'octavia-pool' ? { pool: loadBalancer.pool } : {}),
  };
}

/**
 * Eight digits of the content's hash. When only the text of a member's file changes, Heat updates every member at once and
 * ignores the batches (measured on 2025.1): the name must change with it.
 */
export function mark(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/** The same for data. */
export function markOf(value: Parameters<typeof canonicalJson>[0]): string {
  return mark(canonicalJson(value));
}
