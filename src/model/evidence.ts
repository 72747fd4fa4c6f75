/** What the checks of servers brought to light, before anybody judges it. */
import type { BackendServer } from './balancer.ts';
import type { MemberStatus } from './health.ts';

/** A member of an Octavia pool as Octavia reports it. */
export interface PoolMember {
  readonly id: string;
  /** ONLINE, ERROR, OFFLINE, NO_MONITOR, DRAINING, DEGRADED. */
  readonly operating: string;
  /** ACTIVE, ERROR, PENDING_…, DELETED. */
  readonly provisioning: string;
}

export type PoolAnswer =
  | { readonly kind: 'read'; readonly members: readonly PoolMember[] }
  | { readonly kind: 'unreadable'; readonly why: string };

/** What balancers outside of OpenStack say of the servers of one group. */
export interface BackendsSeen {
  readonly group: string;
  /** On which they reach the servers, as Nova calls it. */
  readonly network: string;
  readonly answers: readonly BackendAnswer[];
}

export type BackendAnswer = {
  /** `tcp://10.0.0.5:9999` */
  readonly api: string;
  readonly backend: string;
} & (
  | { readonly kind: 'read'; readonly servers: readonly BackendServer[] }
  | { readonly kind: 'unreadable'; readonly why: string }
);

/** One question to one server, by HTTP or TCP. */
export type ProbeQuestion = {
  readonly address: string;
  readonly port: number;
  readonly timeoutSeconds: number;
} & ({ readonly kind: 'http'; readonly path: string } | { readonly kind: 'tcp' });

export type ProbeAnswer =
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'connected' }
  /** The server does not answer. */
  | { readonly kind: 'silent'; readonly why: string }
  /** Nobody could ask it from here: it may be well. */
  | { readonly kind: 'unable'; readonly why: string };

/** What one check of one server came to, over its samples. */
export interface ProbeResult {
  readonly serverId: string;
  /** `http :8080/healthz` */
  readonly check: string;
  readonly verdict: 'passed' | 'failed' | 'unknown';
  readonly why: string;
}

/** What is held against one member. */
export interface MemberVerdict {
  readonly name: string;
  readonly physicalId: string;
  readonly server: string;
  readonly serverIds: readonly string[];
  readonly status: MemberStatus;
  readonly why: string;
  /** Worst first: 0 is gone, 4 fails a probe. */
  readonly rank: number;
  /** Why it is never replaced by itself, such as a server that somebody has paused; null = it may be. */
  readonly spare: string | null;
  /** Heat will replace it at the next update of the group's nested stack. */
  readonly condemned: boolean;
  /** Who marked it unhealthy in Heat: an earlier run, a check, or somebody by hand. */
  readonly marked: 'own' | 'check' | 'hand' | null;
}
