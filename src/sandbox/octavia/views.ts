// Balancers and their parts as Octavia's API shows them, key by key as measured.

import type { Cloud } from '../cloud.ts';
import type { Json, JsonObject } from '../json.ts';
import { seconds } from '../times.ts';
import { listenersOfPool } from './changes.ts';
import type {
  AnyPart,
  HealthMonitor,
  Kind,
  Listener,
  LoadBalancer,
  Member,
  PartOf,
  Pool,
} from './records.ts';

export function partView<K extends Kind>(cloud: Cloud, kind: K, part: PartOf<K>): JsonObject {
  switch (kind) {
    case 'loadbalancer':
      return balancerView(part as LoadBalancer);
    case 'listener':
      return listenerView(part as Listener);
    case 'pool':
      return poolView(cloud, part as Pool);
    case 'member':
      return memberView(part as Member);
    default:
      return monitorView(part as HealthMonitor);
  }
}

function balancerView(balancer: LoadBalancer): JsonObject {
  const field = reader(balancer);
  return {
    id: balancer.id,
    name: field('name', ''),
    description: field('description', ''),
    ...statusView(balancer),
    admin_state_up: field('admin_state_up', true),
    project_id: balancer.project,
    ...stamps(balancer),
    vip_address: field('vip_address', null),
    vip_port_id: field('vip_port_id', balancer.vipPort),
    vip_subnet_id: field('vip_subnet_id', null),
    vip_network_id: field('vip_network_id', balancer.vipNetwork),
    vip_sg_ids: [],
    additional_vips: field('additional_vips', []),
    listeners: references(balancer.listeners),
    pools: references(balancer.pools),
    provider: field('provider', 'amphora'),
    flavor_id: field('flavor_id', null),
    vip_qos_policy_id: field('vip_qos_policy_id', null),
    tags: field('tags', []),
    availability_zone: field('availability_zone', null),
    vip_vnic_type: 'normal',
    tenant_id: balancer.project,
  };
}

function listenerView(listener: Listener): JsonObject {
  const field = reader(listener);
  return {
    id: listener.id,
    name: field('name', ''),
    description: field('description', ''),
    ...statusView(listener),
    admin_state_up: field('admin_state_up', true),
    protocol: field('protocol', null),
    protocol_port: field('protocol_port', null),
    connection_limit: field('connection_limit', -1),
    default_tls_container_ref: field('default_tls_container_ref', null),
    sni_container_refs: field('sni_container_refs', []),
    project_id: listener.project,
    default_pool_id: field('default_pool_id', null),
    l7policies: [],
    insert_headers: field('insert_headers', {}),
    ...stamps(listener),
    loadbalancers: references([listener.loadBalancer]),
    timeout_client_data: field('timeout_client_data', 50_000),
    timeout_member_connect: field('timeout_member_connect', 5000),
    timeout_member_data: field('timeout_member_data', 50_000),
    timeout_tcp_inspect: field('timeout_tcp_inspect', 0),
    tags: field('tags', []),
    client_ca_tls_container_ref: null,
    client_authentication: 'NONE',
    client_crl_container_ref: null,
    allowed_cidrs: field('allowed_cidrs', null),
    tls_ciphers: null,
    tls_versions: null,
    alpn_protocols: null,
    hsts_max_age: null,
    hsts_include_subdomains: false,
    hsts_preload: false,
    tenant_id: listener.project,
  };
}

function poolView(cloud: Cloud, pool: Pool): JsonObject {
  const field = reader(pool);
  return {
    id: pool.id,
    name: field('name', ''),
    description: field('description', ''),
    ...statusView(pool),
    admin_state_up: field('admin_state_up', true),
    protocol: field('protocol', null),
    lb_algorithm: field('lb_algorithm', null),
    session_persistence: field('session_persistence', null),
    project_id: pool.project,
    loadbalancers: references([pool.loadBalancer]),
    listeners: references(listenersOfPool(cloud, pool).map((one) => one.id)),
    ...stamps(pool),
    // the key is there only when there is one (measured): Heat's attribute of it is then an error, not null
    ...(pool.healthMonitor === null ? {} : { healthmonitor_id: pool.healthMonitor }),
    members: references([...pool.members].sort()),
    tags: field('tags', []),
    tls_container_ref: null,
    ca_tls_container_ref: null,
    crl_container_ref: null,
    tls_enabled: field('tls_enabled', false),
    tls_ciphers: null,
    tls_versions: null,
    alpn_protocols: null,
    tenant_id: pool.project,
  };
}

function memberView(member: Member): JsonObject {
  const field = reader(member);
  return {
    id: member.id,
    name: field('name', ''),
    operating_status: member.operating,
    provisioning_status: member.provisioning,
    admin_state_up: field('admin_state_up', true),
    address: field('address', null),
    protocol_port: field('protocol_port', null),
    weight: field('weight', 1),
    backup: field('backup', false),
    subnet_id: field('subnet_id', null),
    project_id: member.project,
    ...stamps(member),
    monitor_address: field('monitor_address', null),
    monitor_port: field('monitor_port', null),
    tags: field('tags', []),
    vnic_type: 'normal',
    tenant_id: member.project,
  };
}

function monitorView(monitor: HealthMonitor): JsonObject {
  const field = reader(monitor);
  const type = field('type', null);
  const speaksHttp = type === 'HTTP' || type === 'HTTPS';
  return {
    id: monitor.id,
    name: field('name', ''),
    type,
    delay: field('delay', null),
    timeout: field('timeout', null),
    max_retries: field('max_retries', null),
    max_retries_down: field('max_retries_down', 3),
    http_method: field('http_method', speaksHttp ? 'GET' : null),
    url_path: field('url_path', speaksHttp ? '/' : null),
    expected_codes: field('expected_codes', speaksHttp ? '200' : null),
    admin_state_up: field('admin_state_up', true),
    project_id: monitor.project,
    pools: references([monitor.pool]),
    provisioning_status: monitor.provisioning,
    operating_status: monitor.operating,
    ...stamps(monitor),
    tags: field('tags', []),
    http_version: field('http_version', null),
    domain_name: field('domain_name', null),
    tenant_id: monitor.project,
  };
}

function reader(part: AnyPart): (name: string, otherwise: Json) => Json {
  return (name, otherwise) => part.fields[name] ?? otherwise;
}

function statusView(part: AnyPart): JsonObject {
  return { provisioning_status: part.provisioning, operating_status: part.operating };
}

function references(ids: readonly string[]): JsonObject[] {
  return ids.map((id) => ({ id }));
}

function stamps({ created, updated }: AnyPart): JsonObject {
  return { created_at: moment(created), updated_at: updated === null ? null : moment(updated) };
}

/** Octavia writes whole seconds without a zone. */
function moment(at: number): string {
  return seconds(at).replace('Z', '');
}
