// Networks and what hangs on them, as Neutron shows them.

import type { Cloud } from '../cloud.ts';
import type { JsonObject } from '../json.ts';
import { stableId } from '../keystone/services.ts';
import { seconds } from '../times.ts';
import type { FloatingIp, Network, SecurityGroup, Subnet } from '../world.ts';
import { findPort } from './port-views.ts';
import { stamps } from './stamps.ts';

/** A project sees its own networks and the external ones. */
export function networkViews(cloud: Cloud, project: string): readonly JsonObject[] {
  const { networks, subnets } = cloud.world;
  return networks
    .filter((network) => network.project === project || network.external)
    .map((network) =>
      networkView(
        network,
        subnets.filter((one) => one.network === network.id).map((one) => one.id),
      ),
    );
}

function networkView(network: Network, subnets: string[]): JsonObject {
  return {
    id: network.id,
    name: network.name,
    tenant_id: network.project,
    admin_state_up: true,
    mtu: network.mtu,
    status: 'ACTIVE',
    subnets,
    shared: false,
    availability_zone_hints: [],
    availability_zones: [],
    ipv4_address_scope: null,
    ipv6_address_scope: null,
    'router:external': network.external,
    description: '',
    port_security_enabled: true,
    ...(network.external ? { is_default: false } : {}),
    tags: [],
    ...stamps(network.created, 2),
    project_id: network.project,
  };
}

export function subnetViews(cloud: Cloud, project: string): readonly JsonObject[] {
  const { networks, subnets } = cloud.world;
  return subnets.flatMap((subnet) => {
    const network = networks.find((one) => one.id === subnet.network);
    const external = network?.external === true;
    return subnet.project === project || external ? [subnetView(subnet, external)] : [];
  });
}

function subnetView(subnet: Subnet, external: boolean): JsonObject {
  const [base = ''] = subnet.cidr.split('/');
  return {
    id: subnet.id,
    name: subnet.name,
    tenant_id: subnet.project,
    network_id: subnet.network,
    ip_version: 4,
    subnetpool_id: null,
    enable_dhcp: subnet.dhcp,
    ipv6_ra_mode: null,
    ipv6_address_mode: null,
    gateway_ip: subnet.gateway,
    cidr: subnet.cidr,
    allocation_pools: [{ start: base.replace(/\d+$/, '2'), end: lastAddress(subnet.cidr) }],
    host_routes: [],
    dns_nameservers: [],
    description: '',
    'router:external': external,
    service_types: [],
    tags: [],
    ...stamps(subnet.created, 0),
    project_id: subnet.project,
  };
}

function lastAddress(cidr: string): string {
  const [base = '', bits = '24'] = cidr.split('/');
  const start = base.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const last = start + 2 ** (32 - Number(bits)) - 2;
  return [last / 16777216, last / 65536, last / 256, last].map((part) => Math.floor(part) % 256).join('.');
}

export function floatingIpViews(cloud: Cloud, project: string): readonly JsonObject[] {
  const own = cloud.world.floatingIps.filter((one) => one.project === project);
  return own.map((one) => floatingIpView(cloud, one));
}

/** The router's id says that one leads there; routers are not modelled. */
export function floatingIpView(cloud: Cloud, one: FloatingIp): JsonObject {
  const port = one.port === null ? undefined : findPort(cloud, one.project, one.port);
  return {
    id: one.id,
    tenant_id: one.project,
    floating_ip_address: one.address,
    floating_network_id: one.network,
    router_id: one.port === null ? null : stableId('router1'),
    port_id: one.port,
    fixed_ip_address: one.fixedAddress,
    status: 'DOWN',
    description: '',
    port_details: port === undefined ? null : portDetails(port),
    tags: [],
    created_at: seconds(one.created),
    updated_at: seconds(one.updated),
    revision_number: 0,
    project_id: one.project,
  };
}

function portDetails(port: JsonObject): JsonObject {
  const keys = ['name', 'network_id', 'mac_address', 'admin_state_up', 'status', 'device_id', 'device_owner'];
  return Object.fromEntries(keys.map((key) => [key, port[key] ?? null]));
}

export function securityGroupViews(cloud: Cloud, project: string): readonly JsonObject[] {
  return cloud.world.securityGroups.filter((group) => group.project === project).map(securityGroupView);
}

export function securityGroupView(group: SecurityGroup): JsonObject {
  return {
    id: group.id,
    name: group.name,
    stateful: true,
    tenant_id: group.project,
    description: group.description,
    shared: false,
    security_group_rules: group.rules.map((rule) => ({ ...ruleView(group, rule), tags: [] })),
    tags: [],
    ...stamps(group.created, 1),
    project_id: group.project,
  };
}

export function securityGroupRuleViews(cloud: Cloud, project: string): readonly JsonObject[] {
  const own = cloud.world.securityGroups.filter((group) => group.project === project);
  return own.flatMap((group) =>
    group.rules.map((rule) => ({
      ...ruleView(group, rule),
      belongs_to_default_sg: group.name === 'default',
    })),
  );
}

function ruleView(group: SecurityGroup, rule: JsonObject): JsonObject {
  const { created, ...given } = rule;
  return {
    protocol: null,
    port_range_min: null,
    port_range_max: null,
    remote_ip_prefix: null,
    remote_address_group_id: null,
    normalized_cidr: given['remote_ip_prefix'] ?? null,
    remote_group_id: null,
    description: null,
    project_id: group.project,
    tenant_id: group.project,
    security_group_id: group.id,
    ...given,
    ...stamps(typeof created === 'number' ? created : group.created, 0),
  };
}
