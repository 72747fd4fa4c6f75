/** What a spec means when it says nothing; the schema's `default` says the same to editors. */

export const DEFAULTS = {
  protect: false,
  cooldownSeconds: 60,
  /** Heat's own pair 1/0: each new server is built before its old one goes, without extra members. */
  maxBatch: 1,
  minInService: 0,
  pauseSeconds: 0,
  /** A rebuild or a resize in place takes the server down meanwhile. */
  imageChange: 'replace',
  flavorChange: 'replace',
  readyTimeoutSeconds: 600,
  balancing: 'ROUND_ROBIN',
  monitorDelaySeconds: 5,
  monitorTimeoutSeconds: 3,
  monitorRetries: 3,
  timezone: 'UTC',
  /** CloudKitty's own (collect.period). */
  ratingPeriodSeconds: 3600,
} as const;

/** Defaults that depend on what else is there; the schema tells them in words. */
export const BEHIND_A_BALANCER = { drainSeconds: 30, memberPort: 80 } as const;

/** Of `health`. */
export const HEALTH = {
  graceSeconds: 300,
  samples: 3,
  intervalSeconds: 5,
  probeSeconds: 5,
  statuses: '200-299',
  maxUnavailable: 1,
  /** One round takes a grace period and a server's start, so more in an hour is no cure. */
  roundsPerHour: 4,
  brake: 0.5,
} as const;
