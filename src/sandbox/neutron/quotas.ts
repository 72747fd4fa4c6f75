// Neutron's quotas: what a project may have, and what it has.

import type { Cloud } from '../cloud.ts';
import { type Answer, json } from '../http/answer.ts';
import { type Call, objectBody } from '../http/call.ts';
import { isObject, type JsonObject } from '../json.ts';
import { isAdmin, type Session } from '../keystone/tokens.ts';

/** As roomy as the compute quotas of the seeded cloud; the names in Neutron's order. */
const LIMITS: Readonly<Record<string, number>> = {
  network: 100,
  subnet: 100,
  subnetpool: -1,
  port: 500_000,
  router: 10,
  floatingip: 50,
  rbac_policy: 10,
  security_group: 100,
  security_group_rule: 2000,
};

/** `below` is the path after /quotas. */
export function quotaAnswer(cloud: Cloud, session: Session, below: readonly string[]): Answer {
  const [project = '', view] = below;
  const foreign = project !== session.project.id && !isAdmin(session);
  if (view === 'details' || view === 'details.json') {
    return foreign
      ? refused(
          'AdminRequired',
          'User does not have admin privileges: Only admin is authorized to access quotas for another project.',
        )
      : json(200, { quota: details(cloud, project) });
  }
  if (foreign) return refused('PolicyNotAuthorized', 'rule:get_quota is disallowed by policy');
  if (project === '') return json(200, { quotas: [] });
  return json(200, { quota: limitsOf(cloud) });
}

/** neutron/extensions/quotasv2.py: an operator's deed. */
export function setQuotas(cloud: Cloud, session: Session, call: Call): Answer {
  if (!isAdmin(session)) return refused('PolicyNotAuthorized', 'rule:update_quota is disallowed by policy');
  const wanted = objectBody(call)?.['quota'];
  cloud.world.quotas.others ??= {};
  for (const name of Object.keys(LIMITS)) {
    const limit = isObject(wanted) ? wanted[name] : undefined;
    if (typeof limit === 'number') cloud.world.quotas.others[name] = limit;
  }
  return json(200, { quota: limitsOf(cloud) });
}

function limitsOf(cloud: Cloud): Readonly<Record<string, number>> {
  const { others = {} } = cloud.world.quotas;
  return Object.fromEntries(Object.entries(LIMITS).map(([name, limit]) => [name, others[name] ?? limit]));
}

function details(cloud: Cloud, project: string): JsonObject {
  const used = usage(cloud, project);
  return Object.fromEntries(
    Object.entries(limitsOf(cloud)).map(([name, limit]) => [
      name,
      { limit, used: used[name] ?? 0, reserved: 0 },
    ]),
  );
}

function usage(cloud: Cloud, project: string): Readonly<Record<string, number>> {
  const { world } = cloud;
  const own = <T extends { readonly project: string }>(things: Iterable<T>) =>
    [...things].filter((one) => one.project === project);
  const groups = own(world.securityGroups);
  const made = own(world.servers.values()).flatMap((server) =>
    server.addresses.filter(({ port }) => port === undefined),
  );
  return {
    network: own(world.networks).length,
    subnet: own(world.subnets).length,
    port: own(world.ports).length + made.length,
    floatingip: own(world.floatingIps).length,
    security_group: groups.length,
    security_group_rule: groups.reduce((sum, group) => sum + group.rules.length, 0),
  };
}

function refused(type: string, message: string): Answer {
  return json(403, { NeutronError: { type, message, detail: '' } });
}
