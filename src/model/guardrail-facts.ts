/** What a guardrail sees of one group: every key is always there, null where there is nothing. */
import type { AlarmTiming } from './desired.ts';
import type { JsonObject } from './json.ts';
import type { QuotaName } from './quota.ts';
import type { Spec } from './spec.ts';

export interface GuardrailFacts {
  readonly group: {
    readonly name: string;
    readonly kind: Spec['kind'];
    readonly labels: Readonly<Record<string, string>>;
    readonly protect: boolean;
  };
  /** The group's plan as `plan --format json` prints it. */
  readonly plan: JsonObject;
  /** A spec of kind AutoScalingGroup, defaults filled in, lengths of time in seconds; null for templates and tombstones. */
  readonly spec: JsonObject | null;
  readonly alarms: readonly AlarmTiming[];
  /** The stack as it is; null where there is none. */
  readonly before: StackFacts | null;
  /** The stack as it is to be; null for a tombstone. */
  readonly after: StackFacts | null;
  readonly live: LiveFacts | null;
  readonly settings: {
    readonly maxDeletions: number;
    /** Windows in which this group may not change. */
    readonly freezeWindows: number;
  };
  /** Head-room of the project by quota; null where nobody asked. */
  readonly capacity: CapacityFacts | null;
  /** As the plan has it; null where no price list counts. */
  readonly cost: JsonObject | null;
}

/** Of each quota that groups use up; null where it is unlimited, unknown, or not used by any. */
export type CapacityFacts = Readonly<Record<QuotaName, QuotaFacts | null>>;

export interface QuotaFacts {
  readonly limit: number;
  /** Used now by what is no group of these specs. */
  readonly others: number;
  /** All groups at their largest. */
  readonly most: number;
  /** Further, while servers are exchanged. */
  readonly surge: number;
}

export interface StackFacts {
  readonly labels: Readonly<Record<string, string>>;
  readonly protect: boolean;
  readonly groups: readonly GroupFacts[];
  /** Parameters and conditions are resolved, except hidden parameters. */
  readonly resources: Readonly<Record<string, { readonly type: string; readonly properties: JsonObject }>>;
}

/** A scaling group inside the stack; sizes are null where only Heat can compute them. */
export interface GroupFacts {
  readonly address: string;
  readonly type: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly maxBatch: number;
  readonly minInService: number;
  readonly pauseSeconds: number;
  readonly servers: readonly ServerFacts[];
}

/** The servers of one member: one, as a rule. */
export interface ServerFacts {
  /** Name or id; null where the definition names none. */
  readonly image: string | null;
  readonly flavor: string | null;
  readonly properties: JsonObject;
}

export interface LiveFacts {
  /** `UPDATE_COMPLETE`. */
  readonly status: string;
  readonly managed: boolean;
  readonly createdAt: string;
  readonly updatedAt: string | null;
  readonly servers: readonly {
    readonly name: string;
    /** Nova's, or MISSING. */
    readonly status: string;
    readonly flavor: string | null;
    readonly createdAt: string | null;
  }[];
}
