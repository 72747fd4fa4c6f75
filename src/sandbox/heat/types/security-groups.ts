// OS::Neutron::SecurityGroup and SecurityGroupRule.

import { uuid } from '../../generator.ts';
import { isObject, type JsonObject, textOr } from '../../json.ts';
import { findByNameOrId } from '../../lookup.ts';
import { securityGroupView } from '../../neutron/views.ts';
import type { SecurityGroup } from '../../world.ts';
import { DONE, type ResourceType, type Site } from '../plug-in.ts';
import { physicalName } from '../rows.ts';
import { lightBehaviour } from './light.ts';
import { listOf } from './server-request.ts';

type Behaviour = Omit<ResourceType, 'schema'>;

export const SECURITY_GROUP: Behaviour = {
  ...lightBehaviour({
    made: (site) => {
      const { world, now } = site.cloud;
      const { properties, stack, row } = site;
      world.securityGroups.push({
        id: row.physicalId ?? '',
        name: textOr(properties['name'], physicalName(stack, row)),
        project: stack.project,
        description: textOr(properties['description'], ''),
        rules: groupRules(site),
        created: now,
      });
    },
    removed: (site) => {
      const { securityGroups } = site.cloud.world;
      const index = securityGroups.findIndex((one) => one.id === site.row.physicalId);
      if (index >= 0) securityGroups.splice(index, 1);
    },
    attribute: (site, name) => {
      const group = groupOf(site, site.row.physicalId ?? '');
      return name === 'show' && group !== undefined ? securityGroupView(group) : undefined;
    },
  }),
  update: (site) => {
    const group = groupOf(site, site.row.physicalId ?? '');
    if (group === undefined) return DONE;
    if (site.changed.has('name')) group.name = textOr(site.properties['name'], group.name);
    if (site.changed.has('description')) group.description = textOr(site.properties['description'], '');
    if (site.changed.has('rules')) group.rules = groupRules(site);
    return DONE;
  },
};

/** Neutron lets everything out; a rule of one's own about that takes its place (heat neutron/security_group.py). */
function groupRules(site: Site): JsonObject[] {
  const given = listOf(site.properties['rules']).filter(isObject);
  const own = given.map((rule) => ruleRecord(site, rule, uuid(site.cloud.world), 'remote_group_id'));
  if (own.some((rule) => rule['direction'] === 'egress')) return own;
  const open = ['IPv4', 'IPv6'].map((ethertype) =>
    ruleRecord(site, { direction: 'egress', ethertype }, uuid(site.cloud.world), 'remote_group_id'),
  );
  return [...open, ...own];
}

export const SECURITY_GROUP_RULE: Behaviour = lightBehaviour({
  made: (site) => {
    const group = groupOf(site, String(site.properties['security_group']));
    group?.rules.push(ruleRecord(site, site.properties, site.row.physicalId ?? '', 'remote_group'));
  },
  removed: (site) => {
    const group = groupOf(site, String(site.properties['security_group']));
    if (group !== undefined) group.rules = group.rules.filter((rule) => rule['id'] !== site.row.physicalId);
  },
});

function ruleRecord(site: Site, rule: JsonObject, id: string, remote: string): JsonObject {
  const { securityGroups } = site.cloud.world;
  const group = textOr(rule[remote], null);
  return {
    id,
    ethertype: rule['ethertype'] ?? 'IPv4',
    direction: rule['direction'] ?? 'ingress',
    protocol: rule['protocol'] ?? null,
    port_range_min: rule['port_range_min'] ?? null,
    port_range_max: rule['port_range_max'] ?? null,
    remote_ip_prefix: rule['remote_ip_prefix'] ?? null,
    remote_group_id: group === null ? null : (findByNameOrId(securityGroups, group)?.id ?? group),
    description: rule['description'] ?? '',
    created: site.cloud.now,
  };
}

function groupOf(site: Site, nameOrId: string): SecurityGroup | undefined {
  return findByNameOrId(site.cloud.world.securityGroups, nameOrId);
}
