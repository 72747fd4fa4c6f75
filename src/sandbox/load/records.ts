// What a group of servers has to do over time: curves of demand, and how they are measured.

/** Demand over the seconds since the order. */
export type Curve =
  | { readonly kind: 'constant'; readonly value: number }
  /** Each value holds from its second on; before the first it is the first. */
  | { readonly kind: 'steps'; readonly steps: readonly { readonly after: number; readonly value: number }[] }
  /** From one value to another in so many seconds, and stays there. */
  | { readonly kind: 'ramp'; readonly from: number; readonly to: number; readonly seconds: number }
  /** `mean + amplitude · sin(2π (t + shift) / period)`, never below nothing. */
  | {
      readonly kind: 'sine';
      readonly mean: number;
      readonly amplitude: number;
      readonly period: number;
      readonly shift: number;
    };

export interface Load {
  readonly number: number;
  /** The value of `metering.server_group` of its servers. */
  readonly serverGroup: string;
  readonly from: number;
  /** Seconds between two measures. */
  readonly interval: number;
  readonly cpuPolicy: string;
  readonly memoryPolicy: string;
  /** Busy vCPUs of the whole group. */
  readonly cpu: Curve | null;
  /** MB in use by the whole group. */
  readonly memory: Curve | null;
}
