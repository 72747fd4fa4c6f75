// How much of its quota a project uses.

import type { Cloud } from '../cloud.ts';
import { type Answer, json } from '../http/answer.ts';
import type { Session } from '../keystone/tokens.ts';

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
  const { quotas } = cloud.world;
  return json(200, {
    quota_set: {
      id: session.project.id,
      cores: quotas.cores,
      instances: quotas.instances,
      key_pairs: quotas.keyPairs,
      metadata_items: 128,
      ram: quotas.ram,
      server_group_members: quotas.serverGroupMembers,
      server_groups: quotas.serverGroups,
    },
  });
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
