/** What is to be done for the sick members of one group, decided before anything is written. */
import type { MemberVerdict } from './evidence.ts';
import type { HealthSpec } from './health-spec.ts';
import type { HeatState, StackPulse } from './observed.ts';

export interface HealQuestion {
  readonly address: string;
  readonly spec: HealthSpec;
  /** False where nobody asked for replacements: then the group is only watched. */
  readonly asked: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** In Heat's order of removal. */
  readonly verdicts: readonly MemberVerdict[];
  /** Members of the groups in the other zones, which serve the same; none where there are no zones. */
  readonly beside: readonly MemberVerdict[];
  readonly group: HeatState;
  readonly pulse: StackPulse;
  /** Names in the template of the group's nested stack; read only when that stack FAILED, else null. */
  readonly stored: readonly string[] | null;
  /** Replacements in this group and in those of the other zones, oldest first. */
  readonly history: readonly { readonly member: string; readonly at: number }[];
  /** Members of the other zones that this run would replace first. */
  readonly planned: number;
  /** A freeze window or guardrail that forbids any change now; null = none. */
  readonly hold: string | null;
}

export interface HealDecision {
  /** Why no sick member is replaced; null = nothing stands in the way of `replace`. */
  readonly held: Hold | null;
  /** In the order of need. */
  readonly replace: readonly MemberVerdict[];
  /** Those among them that bear no mark yet. */
  readonly mark: readonly MemberVerdict[];
  /** Marks of a stopped run, or of a check, that must not stay. */
  readonly unmark: readonly MemberVerdict[];
  /** The group itself is CHECK_FAILED, deaf to every signal. */
  readonly unmarkGroup: boolean;
  /** Sick members that are not replaced now, with the reason. */
  readonly waits: readonly { readonly name: string; readonly why: string }[];
  /** Names of members that were replaced again and again. */
  readonly loops: readonly string[];
}

export type HoldKind =
  | 'not-asked'
  | 'forbidden'
  | 'at-work'
  | 'group-failed'
  | 'stack-unfit'
  | 'brake'
  | 'condemned-by-others'
  | 'template-differs'
  | 'budget';

export interface Hold {
  readonly kind: HoldKind;
  readonly why: string;
}
