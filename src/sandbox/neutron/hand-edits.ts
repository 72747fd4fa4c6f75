// What people change of ports, security group rules and floating IPs without Heat.

import type { Cloud } from '../cloud.ts';
import { uuid } from '../generator.ts';
import { type Answer, empty, json } from '../http/answer.ts';
import { type Call, objectBody } from '../http/call.ts';
import { isObject, type Json, type JsonObject, objectOr } from '../json.ts';
import type { Address, Port, Server } from '../world.ts';
import { portOf } from './addresses.ts';
import { findPort } from './port-views.ts';
import { floatingIpView, securityGroupRuleViews } from './views.ts';

export interface HandEdit {
  readonly cloud: Cloud;
  readonly project: string;
  readonly call: Call;
  readonly id: string;
}

/** By method and collection; undefined = no such thing, or not of this project. */
export const HAND_EDITS: Readonly<Record<string, (edit: HandEdit) => Answer | undefined>> = {
  'PUT ports': changePort,
  'POST security-group-rules': addRule,
  'DELETE security-group-rules': removeRule,
  'PUT floatingips': moveFloatingIp,
  'DELETE floatingips': removeFloatingIp,
};

function changePort({ cloud, project, call, id }: HandEdit): Answer | undefined {
  const asked = objectOr(objectBody(call)?.['port']);
  const port = cloud.world.ports.find((one) => one.id === id && one.project === project);
  if (port !== undefined) changeOwnPort(port, asked);
  else if (!changeServerPort(cloud, project, id, asked)) return undefined;
  return json(200, { port: findPort(cloud, project, id) ?? {} });
}

function changeOwnPort(port: Port, asked: JsonObject): void {
  if (typeof asked['admin_state_up'] === 'boolean') port.disabled = !asked['admin_state_up'];
  if (Array.isArray(asked['security_groups'])) port.securityGroups = asked['security_groups'].map(String);
  if (asked['allowed_address_pairs'] !== undefined)
    port.allowedAddresses = pairs(asked['allowed_address_pairs']);
}

/** Nova's own ports have no record: what is changed stays with the server's address. */
function changeServerPort(cloud: Cloud, project: string, id: string, asked: JsonObject): boolean {
  const found = serverPort(cloud, project, id);
  if (found === undefined) return false;
  const { server, address } = found;
  if (typeof asked['admin_state_up'] === 'boolean') address.disabled = !asked['admin_state_up'];
  if (asked['allowed_address_pairs'] !== undefined) address.allowed = pairs(asked['allowed_address_pairs']);
  if (Array.isArray(asked['security_groups'])) {
    const wanted = asked['security_groups'].map(String);
    const known = cloud.world.securityGroups;
    server.securityGroups = wanted.map((group) => known.find((one) => one.id === group)?.name ?? group);
  }
  return true;
}

function serverPort(
  cloud: Cloud,
  project: string,
  id: string,
): { readonly server: Server; readonly address: Address } | undefined {
  for (const server of cloud.world.servers.values()) {
    if (server.project !== project) continue;
    const address = server.addresses.find((one) => one.port === undefined && portOf(server, one) === id);
    if (address !== undefined) return { server, address };
  }
  return undefined;
}

function pairs(value: Json | undefined): string[] {
  return (Array.isArray(value) ? value.filter(isObject) : []).map((one) => String(one['ip_address']));
}

function addRule({ cloud, project, call }: HandEdit): Answer | undefined {
  const asked = objectOr(objectBody(call)?.['security_group_rule']);
  const group = cloud.world.securityGroups.find(
    (one) => one.id === asked['security_group_id'] && one.project === project,
  );
  if (group === undefined) return undefined;
  const { security_group_id: _group, ...rule } = asked;
  const id = uuid(cloud.world);
  group.rules = [...group.rules, { id, ethertype: 'IPv4', ...rule, created: cloud.now }];
  const made = securityGroupRuleViews(cloud, project).find((one) => one['id'] === id);
  return json(201, { security_group_rule: made ?? {} });
}

function removeRule({ cloud, project, id }: HandEdit): Answer | undefined {
  const group = cloud.world.securityGroups.find(
    (one) => one.project === project && one.rules.some((rule) => rule['id'] === id),
  );
  if (group === undefined) return undefined;
  group.rules = group.rules.filter((rule) => rule['id'] !== id);
  return empty(204);
}

function moveFloatingIp({ cloud, project, call, id }: HandEdit): Answer | undefined {
  const one = cloud.world.floatingIps.find((ip) => ip.id === id && ip.project === project);
  if (one === undefined) return undefined;
  const port = objectOr(objectBody(call)?.['floatingip'])['port_id'] ?? null;
  const found = typeof port === 'string' ? findPort(cloud, project, port) : undefined;
  one.port = found === undefined ? null : String(port);
  const [first] = Array.isArray(found?.['fixed_ips']) ? found['fixed_ips'].filter(isObject) : [];
  one.fixedAddress = first === undefined ? null : String(first['ip_address']);
  one.updated = cloud.now;
  return json(200, { floatingip: floatingIpView(cloud, one) });
}

function removeFloatingIp({ cloud, project, id }: HandEdit): Answer | undefined {
  const { floatingIps } = cloud.world;
  const index = floatingIps.findIndex((ip) => ip.id === id && ip.project === project);
  if (index < 0) return undefined;
  floatingIps.splice(index, 1);
  return empty(204);
}
