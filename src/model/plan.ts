/** The plan: every action, as data that is shown, fingerprinted and then done. */
import type { Action, Change } from './change.ts';
import type { GroupCost } from './cost.ts';
import type { InitialCapacity } from './desired.ts';
import type { HostRoom } from './host-room.ts';
import type { Json } from './json.ts';
import type { StackRef } from './observed.ts';
import type { Finding, Position, Problem } from './problem.ts';
import type { HeadRoom } from './quota.ts';
import type { Trigger } from './trigger.ts';

export interface Plan {
  readonly version: 1;
  readonly summary: PlanSummary;
  /** `sha256:…` over the actions of all groups. */
  readonly fingerprint: string;
  readonly groups: readonly GroupPlan[];
  readonly problems: readonly Problem[];
  /** What the quotas leave when all groups are at their largest; null when nobody asked, for nothing changes. */
  readonly headRoom: readonly HeadRoom[] | null;
  /** Whether hosts have room for more servers; none where nobody may or need ask. */
  readonly hostRoom: readonly HostRoom[];
}

export interface PlanSummary {
  readonly create: number;
  readonly update: number;
  readonly replace: number;
  readonly delete: number;
  readonly noop: number;
}

/** The plan of one spec, which is one Heat stack. */
export interface GroupPlan {
  readonly name: string;
  readonly stack: StackRef | { readonly name: string; readonly id: null };
  readonly source: Position;
  /** `replace` = an update in which at least one server is replaced. */
  readonly action: Action;
  /** `sha256:…` over what will be done here; the same for the same actions on the same live state. */
  readonly fingerprint: string;
  /** Nothing but a schedule that the stack already carries asks for it. */
  readonly byClock: boolean;
  /** Of all scaling groups in the stack together; null where only Heat can compute it. */
  readonly size: SizePlan;
  readonly servers: ServerCounts;
  readonly changes: readonly Change[];
  readonly scalingGroups: readonly ScalingGroupPlan[];
  /** What apply will send, in order. */
  readonly steps: readonly Step[];
  /** What differs and a rule of the settings says is to be left as it is; the changes are without it. */
  readonly ignored: readonly IgnoredChange[];
  readonly findings: readonly Finding[];
  /** What the alarms will do; empty when the scaling stays as it is. */
  readonly triggers: readonly Trigger[];
  /** What its servers take of the project's quota; null when nobody asked, or no flavor is known. */
  readonly capacity: Capacity | null;
  /** null where no price list counts. */
  readonly cost: GroupCost | null;
}

/** A field that keeps its live value: what is sent holds that, not the repository's. */
export interface IgnoredChange {
  /** Address and field: `resources.cpu-high.properties.threshold`. */
  readonly path: string;
  /** null stands for absent; secrets are already redacted. */
  readonly live: Json;
  readonly declared: Json;
  readonly reason: string;
  /** The last day of the rule: `2027-03-31`. */
  readonly expires: string;
  readonly source: Position;
}

/** All servers of a stack's groups together; null where a size or a flavor is not known. */
export interface Capacity {
  readonly now: Amount | null;
  readonly after: Amount | null;
  /** At the largest size that the live groups may have; 0 when there is none. */
  readonly mostBefore: Amount | null;
  readonly most: Amount | null;
}

export interface Amount {
  readonly vcpus: number;
  readonly ramMiB: number;
}

export interface SizePlan {
  readonly min: number | null;
  readonly max: number | null;
  /** Members now; 0 when the group does not exist. */
  readonly current: number;
  readonly after: number | null;
  /** The bounds that the live group has; null when there is none. */
  readonly before: { readonly min: number | null; readonly max: number | null } | null;
}

/** `update` counts the servers among `keep` that are changed in place (resized, rebuilt, …). */
export interface ServerCounts {
  readonly keep: number;
  readonly update: number;
  readonly create: number;
  readonly replace: number;
  readonly delete: number;
}

export interface ScalingGroupPlan {
  readonly address: string;
  readonly size: SizePlan;
  readonly members: readonly MemberPlan[];
  /** Empty when nothing is rolled. */
  readonly batches: readonly Batch[];
}

export type Fate = 'keep' | 'update' | 'replace' | 'create' | 'delete';

export interface MemberPlan {
  /** Heat's member name; null for one that does not exist yet. */
  readonly member: string | null;
  readonly server: { readonly id: string; readonly name: string } | null;
  readonly fate: Fate;
  /** `resized in place`, `new image`, `oldest of the group`, …; empty for keep. */
  readonly how: string;
}

export interface Batch {
  /** Names of the servers that go or change in this batch. */
  readonly servers: readonly string[];
  /** Members that run while the batch is under way, surge included. */
  readonly running: number;
  /** Members in service while the batch is under way, at least. */
  readonly inService: number;
}

export type StepKind =
  /** POST with the initial capacities */
  | 'create'
  /** the template without desired capacity, right after the creation */
  | 'release-capacity'
  /** only the bounds, before members are redefined (Heat would replace members that it then throws away) */
  | 'shrink'
  /** the update with parts of a load balancer out of the way, whose successors can only come when they are gone */
  | 'detour'
  | 'update'
  | 'delete';

export interface Step {
  readonly kind: StepKind;
  readonly why: string;
  /** Desired capacities sent with this step only; a `release-capacity` step follows wherever there are any. */
  readonly capacities: readonly InitialCapacity[];
  /** Of a `detour`. */
  readonly detour?: Detour;
}

/** What of a template is otherwise for one step. */
export interface Detour {
  /** Resources that are left out. */
  readonly without: readonly string[];
  /** Other ports of listeners, by resource name. */
  readonly ports: Readonly<Record<string, number>>;
}
