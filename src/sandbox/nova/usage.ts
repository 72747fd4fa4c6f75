// How much of its quota a project uses.

import type { Cloud } from '../cloud.ts';
import { type Answer, json } from '../http/answer.ts';
import { type Call, objectBody } from '../http/call.ts';
import { isObject, type JsonObject } from '../json.ts';
import { isAdmin, type Session } from '../keystone/tokens.ts';
import { notAllowed, novaFailure } from './failure-answer.ts';

interface Usage {
  readonly instances: number;
  readonly cores: number;
  readonly ram: number;
}

export function limits(cloud: Cloud, session: Session): Answer {
  const { quotas } = cloud.world;
  const used = usageOf(cloud, session.project.id);
  const absolute = {
    maxTotalInstances: quotas.instances,
    maxTotalCores: quotas.cores,
    maxTotalRAMSize: quotas.ram,
    maxServerMeta: 128,
    maxTotalKeypairs: quotas.keyPairs,
    maxServerGroups: quotas.serverGroups,
    maxServerGroupMembers: quotas.serverGroupMembers,
    totalRAMUsed: used.ram,
    totalCoresUsed: used.cores,
    totalInstancesUsed: used.instances,
    totalServerGroupsUsed: cloud.world.serverGroups.filter((one) => one.project === session.project.id)
      .length,
  };
  return json(200, { limits: { rate: [], absolute } });
}

export function quotaSet(cloud: Cloud, session: Session): Answer {
  return json(200, { quota_set: { id: session.project.id, ...quotaRow(cloud) } });
}

function quotaRow(cloud: Cloud): JsonObject {
  const { quotas } = cloud.world;
  return {
    cores: quotas.cores,
    instances: quotas.instances,
    key_pairs: quotas.keyPairs,
    metadata_items: 128,
    ram: quotas.ram,
    server_group_members: quotas.serverGroupMembers,
    server_groups: quotas.serverGroups,
  };
}

const SETTABLE = {
  cores: 'cores',
  instances: 'instances',
  key_pairs: 'keyPairs',
  ram: 'ram',
  server_group_members: 'serverGroupMembers',
  server_groups: 'serverGroups',
} as const;

/** nova/api/openstack/compute/quota_sets.py: an operator's deed; the answer has no id (measured). */
export function setQuotas(cloud: Cloud, call: Call, session: Session): Answer {
  if (!isAdmin(session)) return notAllowed('os-quota-sets:update');
  const wanted = objectBody(call)?.['quota_set'];
  if (!isObject(wanted)) return novaFailure(400, 'Invalid input for field/attribute quota_set. Value: None.');
  for (const [name, key] of Object.entries(SETTABLE)) {
    const limit = wanted[name];
    if (typeof limit === 'number') cloud.world.quotas[key] = limit;
  }
  return json(200, { quota_set: quotaRow(cloud) });
}

export function quotaDetail(cloud: Cloud, session: Session): Answer {
  const { quotas } = cloud.world;
  const used = usageOf(cloud, session.project.id);
  const row = (limit: number, in_use: number) => ({ limit, in_use, reserved: 0 });
  return json(200, {
    quota_set: {
      id: session.project.id,
      cores: row(quotas.cores, used.cores),
      instances: row(quotas.instances, used.instances),
      key_pairs: row(quotas.keyPairs, 0),
      metadata_items: row(128, 0),
      ram: row(quotas.ram, used.ram),
      server_group_members: row(quotas.serverGroupMembers, 0),
      server_groups: row(quotas.serverGroups, 0),
    },
  });
}

function usageOf(cloud: Cloud, project: string): Usage {
  const flavors = new Map(cloud.world.flavors.map((flavor) => [flavor.id, flavor]));
  let [instances, cores, ram] = [0, 0, 0];
  for (const server of cloud.world.servers.values()) {
    if (server.project !== project) continue;
    const flavor = flavors.get(server.flavor);
    instances += 1;
    cores += flavor?.vcpus ?? 0;
    ram += flavor?.ram ?? 0;
  }
  return { instances, cores, ram };
}
