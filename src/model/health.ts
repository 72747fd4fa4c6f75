/** How groups fare right now, and what was done about it. */
import type { BackendServer, BalancerAction } from './balancer.ts';
import type { Position, Problem } from './problem.ts';

export interface Health {
  readonly version: 1;
  readonly groups: readonly GroupHealth[];
  readonly problems: readonly Problem[];
}

/** `healed`: was unhealthy, and is as it should be now; `unchecked` is never taken for healthy. */
export type HealthStatus = 'healthy' | 'unhealthy' | 'healed' | 'unchecked';

export interface GroupHealth {
  readonly name: string;
  readonly stackId: string | null;
  readonly source: Position;
  readonly status: HealthStatus;
  /** Why it could not be checked, when it could not. */
  readonly message: string;
  readonly balancers: readonly BalancerHealth[];
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
