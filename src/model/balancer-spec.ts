/** What the servers of a group stand behind. */

export type LoadBalancerSpec = OctaviaSpec | OctaviaPoolSpec | HAProxySpec;

/** How a server is a member of an Octavia pool. */
export interface PoolMemberSpec {
  readonly port: number;
  /** null = the balancer reaches the members through its own subnet. */
  readonly subnet: string | null;
  /** One of the server's networks, as it is named there. */
  readonly network: string;
  readonly weight: number;
}

/** A load balancer of the stack's own. */
export interface OctaviaSpec {
  readonly kind: 'octavia';
  /** Name or id of the VIP's subnet. */
  readonly subnet: string;
  readonly provider: string | null;
  readonly floatingIpNetwork: string | null;
  readonly listener: {
    readonly protocol: 'HTTP' | 'HTTPS' | 'TERMINATED_HTTPS' | 'TCP' | 'UDP';
    readonly port: number;
    readonly connectionLimit: number | null;
    readonly allowedCidrs: readonly string[];
    readonly tlsContainer: string | null;
  };
  readonly pool: {
    readonly protocol: 'HTTP' | 'HTTPS' | 'TCP' | 'UDP' | 'PROXY';
    readonly algorithm: 'ROUND_ROBIN' | 'LEAST_CONNECTIONS' | 'SOURCE_IP' | 'SOURCE_IP_PORT';
    readonly sessionPersistence: {
      readonly type: 'SOURCE_IP' | 'HTTP_COOKIE' | 'APP_COOKIE';
      readonly cookie: string | null;
    } | null;
  };
  readonly member: PoolMemberSpec;
  readonly monitor: MonitorSpec | null;
}

export interface MonitorSpec {
  readonly type: 'HTTP' | 'HTTPS' | 'TCP' | 'PING' | 'UDP-CONNECT';
  /** null = not given; Octavia then asks for "/". */
  readonly path: string | null;
  readonly method: string | null;
  readonly codes: string | null;
  readonly delaySeconds: number;
  readonly timeoutSeconds: number;
  readonly retries: number;
}

/** Membership in a pool that is somebody else's. */
export interface OctaviaPoolSpec {
  readonly kind: 'octavia-pool';
  /** Name or id. */
  readonly pool: string;
  readonly member: PoolMemberSpec;
}

/** A backend of an HAProxy that follows the group, kept in step by `health`. */
export interface HAProxySpec {
  readonly kind: 'haproxy';
  readonly backend: string;
  readonly port: number;
  /** `tcp://host:port` or `unix:///path`. */
  readonly runtimeApis: readonly string[];
  /** One of the server's networks, as it is named there. */
  readonly network: string;
}
