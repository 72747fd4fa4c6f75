/** How a group scales: scaling policies with their alarms, a target, schedules. */

export interface ScalingSpec {
  readonly cooldownSeconds: number;
  /** Seconds from one measure to the next; null = as Ceilometer's archive policy in the cloud keeps them. */
  readonly granularitySeconds: number | null;
  readonly policies: readonly ScalingPolicySpec[];
  readonly target: TargetSpec | null;
  readonly schedules: readonly ScheduleSpec[];
  /** Alarms are switched off. */
  readonly paused: boolean;
}

/** A signed change of size (remove 1 → -1): in servers, percent of the group, or the exact size. */
export interface AdjustmentSpec {
  readonly adjustment: 'change' | 'percent' | 'exact';
  readonly amount: number;
}

export interface ScalingPolicySpec extends AdjustmentSpec {
  readonly name: string;
  /** With `percent`: at least so many servers; null = Heat's own rounding. */
  readonly minStep: number | null;
  /** Seconds; null = the group's. */
  readonly cooldownSeconds: number | null;
  /** What calls for it; null = whoever calls its URL. */
  readonly alarm: AlarmSpec | null;
  /** Stronger changes beyond stronger thresholds of the alarm's single condition. */
  readonly steps: readonly (AdjustmentSpec & { readonly threshold: Threshold })[];
}

export interface AlarmSpec {
  /** One condition: `all` and `any` mean the same. */
  readonly match: 'all' | 'any';
  readonly conditions: readonly ConditionSpec[];
  readonly repeat: boolean;
  readonly severity: 'low' | 'moderate' | 'critical';
}

export interface ConditionSpec {
  readonly source: MetricSpec | { readonly kind: 'prometheus'; readonly query: string };
  readonly comparison: 'above' | 'below';
  readonly threshold: Threshold;
  /** null = two measures, three where the growth of a counter needs them. */
  readonly forSeconds: number | null;
}

/** As written: `80%` → 80 and "%"; a bare number has the unit "". */
export interface Threshold {
  readonly value: number;
  readonly unit: string;
}

export type MetricSpec =
  | { readonly kind: 'built-in'; readonly name: string }
  | {
      readonly kind: 'own';
      readonly name: string;
      readonly unit: string;
      readonly resourceType: string;
      readonly rate: boolean;
      readonly aggregation: 'mean' | 'max' | 'min' | 'sum';
      /** It need not exist yet. */
      readonly isNew: boolean;
    };

export interface TargetSpec {
  readonly metric: MetricSpec;
  readonly value: Threshold;
  /** null = two measures. */
  readonly forSeconds: number | null;
}

export interface ScheduleSpec {
  readonly name: string;
  readonly cron: string;
  /** IANA name. */
  readonly timezone: string;
  readonly forSeconds: number;
  /** null = stays as it is. */
  readonly min: number | null;
  readonly max: number | null;
}
