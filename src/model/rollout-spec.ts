/** How the servers of a group are exchanged. */

/** How members are exchanged; the numbers are Heat's `rolling_updates`. */
export interface RolloutSpec {
  readonly maxBatch: number;
  readonly minInService: number;
  readonly pauseSeconds: number;
  readonly imageChange: 'replace' | 'rebuild';
  readonly flavorChange: 'replace' | 'resize';
  /** A new server counts only after its own word; null = as soon as Nova says ACTIVE. */
  readonly ready: ReadySpec | null;
  /** A server that goes has left the load balancer so long before. */
  readonly drainSeconds: number;
}

export interface ReadySpec {
  readonly timeoutSeconds: number;
  /** Shell command that must succeed first; null = none. */
  readonly check: string | null;
}
