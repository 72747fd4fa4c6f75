/** The load balancer's part of a group, checked by the schema, with every default filled in. */
import type { HAProxy, LoadBalancer, Monitor, Octavia, PoolMember } from '../../generated/spec-types.ts';
import type {
  HAProxySpec,
  LoadBalancerSpec,
  MonitorSpec,
  OctaviaPoolSpec,
  OctaviaSpec,
  PoolMemberSpec,
} from '../../model/balancer-spec.ts';
import type { ServerSpec } from '../../model/server-spec.ts';
import { BEHIND_A_BALANCER, DEFAULTS } from './defaults.ts';
import { secondsOf } from './durations.ts';

export function balancerSpec(given: LoadBalancer | undefined, server: ServerSpec): LoadBalancerSpec | null {
  if (given?.haproxy) return haproxy(given.haproxy, server);
  if (!given?.octavia) return null;
  const { octavia } = given;
  return octavia.existingPool === undefined
    ? managed(octavia, server)
    : existing(octavia, octavia.existingPool, server);
}

function haproxy(given: HAProxy, server: ServerSpec): HAProxySpec {
  const { runtimeApi } = given;
  return {
    kind: 'haproxy',
    backend: given.backend,
    port: given.port,
    runtimeApis: typeof runtimeApi === 'string' ? [runtimeApi] : runtimeApi,
    network: given.network ?? firstNetwork(server),
  };
}

function existing(octavia: Octavia, pool: string, server: ServerSpec): OctaviaPoolSpec {
  return {
    kind: 'octavia-pool',
    pool,
    member: member(octavia.member ?? {}, { server, port: BEHIND_A_BALANCER.memberPort, subnet: null }),
  };
}

function managed(octavia: Octavia, server: ServerSpec): OctaviaSpec {
  const { listener, pool } = octavia;
  const protocol = listener?.protocol ?? 'HTTP';
  const port = listener?.port ?? BEHIND_A_BALANCER.memberPort;
  const subnet = octavia.subnet ?? '';
  return {
    kind: 'octavia',
    subnet,
    provider: octavia.provider ?? null,
    floatingIpNetwork: octavia.floatingIp?.network ?? null,
    listener: {
      protocol,
      port,
      connectionLimit: listener?.connectionLimit ?? null,
      allowedCidrs: listener?.allowedCidrs ?? [],
      tlsContainer: listener?.tlsContainer ?? null,
    },
    pool: {
      protocol: pool?.protocol ?? (protocol === 'TERMINATED_HTTPS' ? 'HTTP' : protocol),
      algorithm: pool?.algorithm ?? DEFAULTS.balancing,
      sessionPersistence: pool?.sessionPersistence
        ? { type: pool.sessionPersistence.type, cookie: pool.sessionPersistence.cookie ?? null }
        : null,
    },
    member: member(octavia.member ?? {}, { server, port, subnet }),
    monitor: octavia.monitor ? monitor(octavia.monitor) : null,
  };
}

/** `fallback`: the port and the subnet that count when none is named. */
function member(
  given: PoolMember,
  fallback: { readonly server: ServerSpec; readonly port: number; readonly subnet: string | null },
): PoolMemberSpec {
  const network = given.network ?? firstNetwork(fallback.server);
  const own = fallback.server.networks.find((one) => one.network === network)?.subnet ?? null;
  return {
    port: given.port ?? fallback.port,
    subnet: given.subnet ?? own ?? fallback.subnet,
    network,
    weight: given.weight ?? 1,
  };
}

function monitor(given: Monitor): MonitorSpec {
  return {
    type: given.type,
    path: given.path ?? null,
    method: given.method ?? null,
    codes: given.codes === undefined ? null : String(given.codes),
    delaySeconds: secondsOf(given.delay) ?? DEFAULTS.monitorDelaySeconds,
    timeoutSeconds: secondsOf(given.timeout) ?? DEFAULTS.monitorTimeoutSeconds,
    retries: given.retries ?? DEFAULTS.monitorRetries,
  };
}

function firstNetwork({ networks }: ServerSpec): string {
  return networks[0]?.network ?? '';
}
