/** How groups fare right now, and what was done about it. */
import type { BackendServer, BalancerAction } from './balancer.ts';
import type { Position, Problem, Severity } from './problem.ts';

export interface Health {
  readonly version: 1;
  readonly groups: readonly GroupHealth[];
  readonly problems: readonly Problem[];
}

/** `healed`: was unhealthy, and is as it should be now; `unchecked` is never taken for healthy. */
export type HealthStatus = 'healthy' | 'unhealthy' | 'healed' | 'unchecked';

/** Of one spec, which is one stack. */
export interface GroupHealth {
  readonly name: string;
  readonly stackId: string | null;
  /** `unread`: nobody knows whether there is such a stack. */
  readonly presence: 'present' | 'absent' | 'unread';
  readonly source: Position;
  readonly status: HealthStatus;
  /** Why it could not be checked, when it could not. */
  readonly message: string;
  /** The stack's scaling groups; a group with zones has one in each. */
  readonly scalingGroups: readonly ScalingGroupHealth[];
  readonly balancers: readonly BalancerHealth[];
}

export interface ScalingGroupHealth {
  /** Resource names from the root stack down, joined by `/`. */
  readonly address: string;
  readonly status: HealthStatus;
  /** Members that Heat counts, before and after what was done. */
  readonly size: { readonly before: number; readonly after: number };
  /** Why no sick member is replaced, or would be; null = nothing stands in the way. */
  readonly held: string | null;
  readonly members: readonly MemberHealth[];
  /** What a person must know or do. */
  readonly findings: readonly HealthFinding[];
}

export type MemberStatus =
  /** Passes every check. */
  | 'current'
  /** Is made, changed, drained, or still in its grace period. */
  | 'in-progress'
  | 'failed'
  | 'terminating'
  /** Nova does not know it. */
  | 'not-found'
  /** Could not be checked. */
  | 'unknown';

export interface MemberHealth {
  /** Survives a replacement; the physical id does not. */
  readonly name: string;
  readonly physicalId: string;
  /** As people know it: the server's name, else its id, else the member's name. */
  readonly server: string;
  readonly status: MemberStatus;
  readonly why: string;
  /** `replace`: by a new server of the same definition; `unmark`: a mark that a stopped run or a check left is taken back. */
  readonly action: 'none' | 'replace' | 'unmark';
  /** `planned`: would be done with --heal; `waits`: for the reason in `message`. */
  readonly outcome: 'none' | 'planned' | 'done' | 'failed' | 'waits';
  readonly message: string;
}

export interface HealthFinding {
  /** A word that stays: `boot-loop`, `brake`, `group-failed`, … */
  readonly kind: string;
  readonly severity: Severity;
  /** `member abc`, `group web/group`. */
  readonly subject: string;
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
  /** The end of the server's console log, cleared of secrets; empty when it was not read. */
  readonly consoleLog: readonly string[];
}

export interface BalancerHealth {
  /** `tcp://10.0.0.5:9999` */
  readonly api: string;
  readonly backend: string;
  readonly status: HealthStatus;
  readonly message: string;
  readonly steps: readonly BalancerStep[];
  /** Servers of the backend that are none of the group's. */
  readonly foreign: readonly BackendServer[];
  readonly notes: readonly string[];
}

export interface BalancerStep extends BalancerAction {
  /** `planned`: would be done with --heal; `kept`: nothing to do, or not done for the reason in `message`. */
  readonly outcome: 'planned' | 'done' | 'failed' | 'kept';
  readonly message: string;
}
