/** What a spec means when it says nothing; the schema's `default` says the same to editors. */

export const DEFAULTS = {
  protect: false,
  cooldownSeconds: 60,
  drainSeconds: 30,
  /** Heat's own pair 1/0: each new server is built before its old one goes, without extra members. */
  maxBatch: 1,
  minInService: 0,
  pauseSeconds: 0,
  /** A rebuild or a resize in place takes the server down meanwhile. */
  imageChange: 'replace',
  flavorChange: 'replace',
} as const;
