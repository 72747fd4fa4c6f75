/** The load balancer of a stack's own as Octavia's resources in Heat. */
import type { LoadBalancerSpec, MonitorSpec, OctaviaSpec } from '../../../model/balancer-spec.ts';
import type { Json, JsonObject } from '../../../model/json.ts';
import { SHARED } from './resource-names.ts';

export function balancerResources(spec: LoadBalancerSpec | null): JsonObject {
  if (spec?.kind !== 'octavia') return {};
  return {
    [SHARED.loadBalancer]: {
      type: 'OS::Octavia::LoadBalancer',
      properties: {
        vip_subnet: spec.subnet,
        ...(spec.provider === null ? {} : { provider: spec.provider }),
      },
    },
    [SHARED.listener]: { type: 'OS::Octavia::Listener', properties: listener(spec) },
    [SHARED.pool]: { type: 'OS::Octavia::Pool', properties: pool(spec) },
    ...(spec.monitor === null
      ? {}
      : { [SHARED.monitor]: { type: 'OS::Octavia::HealthMonitor', properties: monitor(spec.monitor) } }),
    ...(spec.floatingIpNetwork === null
      ? {}
      : {
          [SHARED.floatingIp]: {
            type: 'OS::Neutron::FloatingIP',
            properties: {
              floating_network: spec.floatingIpNetwork,
              port_id: { get_attr: [SHARED.loadBalancer, 'vip_port_id'] },
            },
          },
        }),
  };
}

/** Where clients connect to. */
export function balancerOutputs(spec: LoadBalancerSpec | null): JsonObject {
  if (spec?.kind !== 'octavia') return {};
  const value: Json =
    spec.floatingIpNetwork === null
      ? { get_attr: [SHARED.loadBalancer, 'vip_address'] }
      : { get_attr: [SHARED.floatingIp, 'floating_ip_address'] };
  return { address: { description: 'Where clients connect to', value } };
}

function listener({ listener: given }: OctaviaSpec): JsonObject {
  return {
    loadbalancer: { get_resource: SHARED.loadBalancer },
    protocol: given.protocol,
    protocol_port: given.port,
    ...(given.connectionLimit === null ? {} : { connection_limit: given.connectionLimit }),
    ...(given.allowedCidrs.length === 0 ? {} : { allowed_cidrs: given.allowedCidrs }),
    ...(given.tlsContainer === null ? {} : { default_tls_container_ref: given.tlsContainer }),
  };
}

function pool({ pool: given }: OctaviaSpec): JsonObject {
  const persistence = given.sessionPersistence;
  return {
    listener: { get_resource: SHARED.listener },
    protocol: given.protocol,
    lb_algorithm: given.algorithm,
    ...(persistence === null
      ? {}
      : {
          session_persistence: {
            type: persistence.type,
            ...(persistence.cookie === null ? {} : { cookie_name: persistence.cookie }),
          },
        }),
  };
}

function monitor(given: MonitorSpec): JsonObject {
  return {
    pool: { get_resource: SHARED.pool },
    type: given.type,
    delay: given.delaySeconds,
    timeout: given.timeoutSeconds,
    max_retries: given.retries,
    ...(given.path === null ? {} : { url_path: given.path }),
    ...(given.method === null ? {} : { http_method: given.method }),
    ...(given.codes === null ? {} : { expected_codes: given.codes }),
  };
}
