/** A load balancer that is not OpenStack's: what its backend holds, and what a group asks of it. */

export interface Endpoint {
  /** A literal IPv4 or IPv6 address, without brackets. */
  readonly address: string;
  readonly port: number;
}

/** `drain`: finishes what it has, gets nothing new; `maint`: gets nothing at all. */
export type AdminState = 'ready' | 'drain' | 'maint';

/** One server line of a backend, as the balancer shows it. */
export interface BackendServer {
  readonly name: string;
  /** null: an unused slot. */
  readonly endpoint: Endpoint | null;
  readonly state: AdminState;
  /** What the balancer's own health check says; without a check a server counts as up. */
  readonly up: boolean;
  readonly checked: boolean;
  /** Requests under way or waiting for it. */
  readonly sessions: number;
}

/** Whether a member of the group belongs behind the balancer: in, as it is now, or out. */
export type Belonging = 'in' | 'as-is' | 'out';

/** One server of the group, as far as a balancer cares. */
export interface BalancerMember {
  /** For people: the server's name. */
  readonly name: string;
  /** null: it has none (yet), so nothing can be done with it. */
  readonly address: string | null;
  readonly belongs: Belonging;
  /** Why, when it is not simply in: `is being deleted`, … */
  readonly why: string;
}

export type BalancerActionKind = 'register' | 'enable' | 'drain' | 'remove' | 'keep';

export interface BalancerAction {
  readonly kind: BalancerActionKind;
  /** The name in the backend. */
  readonly server: string;
  /** Where it points, or shall point. */
  readonly endpoint: Endpoint | null;
  /** `new`: a server line is added at run time; `line`: one that is there (a slot, mostly) is pointed elsewhere. */
  readonly through: 'new' | 'line';
  /** Counts as down until its own health check has passed. */
  readonly gated: boolean;
  readonly why: string;
}

/** What one balancer should do, or why nothing may be done. */
export interface BalancerPlan {
  /** In the order in which they are carried out; `keep` last. */
  readonly actions: readonly BalancerAction[];
  /** Servers of the backend that are none of the group's: shown, never touched. */
  readonly foreign: readonly BackendServer[];
  /** Why nothing is drained or removed though it looks as if most of it should be; null = no brake. */
  readonly brake: string | null;
  /** Worth a word, nothing to do: `web-x71c is not registered: its server is BUILD`. */
  readonly notes: readonly string[];
}
