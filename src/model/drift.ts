/** Where the cloud differs from the repository though nobody merged anything. */
import type { Adoptions } from './adoption.ts';
import type { Json } from './json.ts';
import type { Mend } from './mend.ts';
import type { Position, Problem } from './problem.ts';

export interface Drift {
  readonly version: 1;
  readonly groups: readonly GroupDrift[];
  /** What belongs to no spec: servers without a stack, stacks without a spec. */
  readonly strays: readonly DriftItem[];
  readonly problems: readonly Problem[];
  /** What would make live values the repository's; absent where nobody asked. */
  readonly adoptions?: Adoptions;
}

export interface GroupDrift {
  readonly name: string;
  readonly stackId: string | null;
  readonly source: Position;
  readonly status: 'clean' | 'drifted' | 'in-progress' | 'unchecked';
  readonly items: readonly DriftItem[];
  /** What was put right in this run, as it was found. */
  readonly fixed: readonly DriftItem[];
  /** What differs and a rule of the settings says is to be left alone. */
  readonly ignored: readonly IgnoredDrift[];
  /** What differs and is the autoscaler's right: `the group stands at 5 (2..12)`. */
  readonly notDrift: readonly string[];
  /** Why it could not be checked, when it could not. */
  readonly message: string;
}

export interface IgnoredDrift {
  readonly kind: string;
  readonly subject: string;
  /** As of the finding. */
  readonly partOf?: string;
  readonly reason: string;
  /** The last day of the rule: `2027-03-31`. */
  readonly expires: string;
}

/** `error`: does not serve, or can't scale; `warn`: another setting than the repository's; `info`: does no harm. */
export type DriftSeverity = 'error' | 'warn' | 'info';

export interface DriftItem {
  /** Stable name of the kind, such as `server-missing`, `template-edited`. */
  readonly kind: string;
  readonly severity: DriftSeverity;
  /** The group hears no signal any more, or nobody sends it one. */
  readonly cannotScale: boolean;
  /** What differs: `server web-x71c`, `resources.web.properties.max_size`. */
  readonly subject: string;
  readonly repository: string;
  readonly cloud: string;
  /** How to put it right. */
  readonly remedy: string;
  /** What can be asked about it; null = nothing but what is here. */
  readonly about: DriftAbout | null;
  /** ISO 8601; null = nobody can tell. */
  readonly since: string | null;
  /** Through what, by whom: `stop by user 16aa…`; '' = nobody can tell. */
  readonly through: string;
  /** What the spec would have to come to; absent where nobody can say it by single fields. */
  readonly live?: readonly LiveField[];
  /** The field that it speaks of where nobody can say its value: `resources.cpu-high-alarm.properties.time_constraints`. */
  readonly place?: string;
  /** The subject of the whole thing, where this is a part of it: `alarm cpu-high-alarm`. */
  readonly partOf?: string;
  /** What puts it right and touches neither a server's service nor a group's size; empty = nothing that is known here. */
  readonly mends: readonly Mend[];
  /** Why nothing of it may be written, whoever asks: a rule speaks of a part of it that can't be told apart. */
  readonly mustStay?: string;
  /** Why it was left as it is though it was to be put right; '' = nobody asked for that. */
  readonly left: string;
}

export interface LiveField {
  /** As plan and drift name fields: `resources.cpu-high-alarm.properties.threshold`. */
  readonly path: string;
  /** null stands for absent, too. */
  readonly value: Json;
  /** What Heat was told, where no template shows a difference. */
  readonly told?: Json;
  /** It is one member's of a group, whose spec speaks of all of them. */
  readonly ofMember?: string;
}

export interface DriftAbout {
  readonly service: 'server' | 'alarm' | 'stack' | 'loadBalancer' | 'securityGroup';
  readonly id: string;
}
