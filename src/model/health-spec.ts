/** How the servers of a group are watched, and how many may be replaced. */

export interface HealthSpec {
  readonly checks: readonly HealthCheckSpec[];
  /** From a server's launch; the check `server` knows no grace. */
  readonly graceSeconds: number;
  readonly samples: { readonly failed: number; readonly of: number; readonly intervalSeconds: number };
  readonly replace: ReplaceSpec;
}

export type HealthCheckSpec =
  | { readonly kind: 'server' }
  | { readonly kind: 'loadBalancer' }
  | HttpCheckSpec
  | TcpCheckSpec;

export interface HttpCheckSpec {
  readonly kind: 'http';
  readonly port: number;
  readonly path: string;
  /** Answers that are well, each from the first to the last. */
  readonly statuses: readonly { readonly from: number; readonly to: number }[];
  readonly timeoutSeconds: number;
  readonly address: ProbeAddress;
}

export interface TcpCheckSpec {
  readonly kind: 'tcp';
  readonly port: number;
  readonly timeoutSeconds: number;
  readonly address: ProbeAddress;
}

/** A network as the spec names it, or the server's floating address. */
export type ProbeAddress =
  | { readonly kind: 'network'; readonly network: string }
  | { readonly kind: 'floating' };

export interface ReplaceSpec {
  /** Members made, exchanged, starting and replaced at once, all counted. */
  readonly maxUnavailable: number;
  /** 0 = none is ever replaced. */
  readonly perHour: number;
  /** Above this share (0 to 1) of sick members none is replaced. */
  readonly brake: number;
}
