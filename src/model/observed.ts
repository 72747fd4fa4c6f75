/** What the cloud holds for one stack, as it was read. */
import type { CatalogueType } from './desired.ts';
import type { Flavor } from './facts.ts';
import type { JsonObject } from './json.ts';
import type { StackEnvironment } from './spec.ts';

export interface StackRef {
  readonly name: string;
  readonly id: string;
}

export const STACK_ACTIONS = [
  'INIT',
  'CREATE',
  'DELETE',
  'UPDATE',
  'ROLLBACK',
  'SUSPEND',
  'RESUME',
  'ADOPT',
  'SNAPSHOT',
  'CHECK',
  'RESTORE',
] as const;
export type StackAction = (typeof STACK_ACTIONS)[number];
export type StackStatus = 'IN_PROGRESS' | 'COMPLETE' | 'FAILED';

/** Heat's pair (heat/engine/stack.py ACTIONS × STATUSES) with its reason, already cleared of secrets. */
export interface HeatState {
  readonly action: StackAction;
  readonly status: StackStatus;
  readonly reason: string;
}

export type ObservedStack = AbsentStack | PresentStack;

/** As `ObservedStack`, without what it was made of. */
export type SeenStack = AbsentStack | LiveStack;

export interface AbsentStack {
  readonly presence: 'absent';
  readonly name: string;
}

/** A stack at work: its state, resources and groups. */
export interface LiveStack extends StackRef {
  readonly presence: 'present';
  readonly state: HeatState;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string | null;
  readonly tags: readonly string[];
  readonly resources: readonly ObservedResource[];
  readonly groups: readonly ObservedGroup[];
}

/** What the stack was made of. */
export interface StackContent {
  readonly template: JsonObject;
  readonly files: Readonly<Record<string, string>>;
  /** As Heat answers: hidden parameters read `******`, the registry holds what Heat added. */
  readonly environment: StackEnvironment;
  /** Effective parameters, defaults included, as Heat's strings ("5", "True"). */
  readonly parameters: Readonly<Record<string, string>>;
  readonly timeoutMinutes: number | null;
}

export interface PresentStack extends LiveStack, StackContent {
  readonly owner: string | null;
}

export interface ObservedResource {
  /** Resource names from the root stack down, joined by `/`. */
  readonly address: string;
  readonly type: string;
  readonly physicalId: string;
  readonly state: HeatState;
  readonly createdAt: string;
}

/** A group of equal servers (OS::Heat::AutoScalingGroup or AWS::AutoScaling::AutoScalingGroup). */
export interface ObservedGroup {
  readonly address: string;
  readonly type: string;
  readonly state: HeatState;
  /** The stack whose resource it is: the root, or a nested one. */
  readonly holder: StackRef;
  /** The hidden nested stack that holds the members; null when the group never came to be. */
  readonly nested: StackRef | null;
  /** A check of the stack failed it, and its nested stack with it: by members, not by a mark on the group. */
  readonly checked: boolean;
  /** In Heat's removal and rolling order: failed first, then oldest, then by name. */
  readonly members: readonly ObservedMember[];
}

export interface ObservedMember {
  /** Survives a replacement: the physical id changes, the name stays. */
  readonly name: string;
  readonly physicalId: string;
  readonly state: HeatState;
  readonly createdAt: string;
  /** A server of it has left the load balancer and finishes what it has (OS::Heat::Delay on DELETE). */
  readonly draining: boolean;
  /** The member's servers: itself, or those inside its nested stack, an old one beside its successor. */
  readonly servers: readonly ObservedServer[];
}

/** A server that Heat names; `status` is Nova's, or MISSING when Nova does not know it. */
export interface ObservedServer {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly taskState: string | null;
  /** null when it is missing. */
  readonly flavor: string | null;
  readonly imageId: string | null;
  readonly createdAt: string | null;
  /** When it last began to run; null before. */
  readonly launchedAt: string | null;
  /** IPv4/IPv6 addresses, in Nova's order. */
  readonly addresses: readonly string[];
  /** The fixed ones with the network they are on, in Nova's order. */
  readonly interfaces: readonly { readonly network: string; readonly address: string }[];
  readonly metadata: Readonly<Record<string, string>>;
  /** null = none. */
  readonly keyName: string | null;
  /** null = Nova is too old to say. */
  readonly locked: boolean | null;
  readonly tags: readonly string[] | null;
  /** Ids of the volumes attached. */
  readonly volumes: readonly string[];
  /** When Nova last changed it; ISO 8601. */
  readonly updatedAt: string | null;
  /** Nova's fault message, when there is one. */
  readonly fault: string | null;
}

/** What a group is busy with, from its metadata and its nested stack. */
export interface GroupActivity {
  readonly scalingInProgress: boolean;
  /** ISO 8601; null = no cooldown known. */
  readonly cooldownUntil: string | null;
}

/** One short look before and during a write. */
export interface StackPulse {
  readonly state: HeatState;
  readonly updatedAt: string | null;
  readonly groups: readonly {
    readonly address: string;
    readonly state: HeatState;
    readonly nestedState: HeatState | null;
    readonly activity: GroupActivity;
    readonly memberCount: number;
  }[];
}

export interface StackEvent {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  /** Resource address below the root stack; the root itself is ''. */
  readonly address: string;
  readonly resourceType: string;
  readonly physicalId: string;
  /** CREATE_IN_PROGRESS, SIGNAL_COMPLETE, … */
  readonly status: string;
  readonly reason: string;
}

export interface StackSummary extends StackRef {
  readonly state: HeatState;
  readonly tags: readonly string[];
  readonly createdAt: string;
  readonly updatedAt: string | null;
}

/** What may be named in a spec; ids and names, sorted by name. */
export interface Catalogue extends Readonly<Record<CatalogueType, readonly NamedThing[]>> {
  readonly flavor: readonly Flavor[];
  readonly subnet: readonly Subnet[];
}

export interface NamedThing {
  readonly id: string;
  readonly name: string;
}

export interface Subnet extends NamedThing {
  readonly networkId: string;
  readonly ipVersion: number;
  /** First and last address of each range that servers' addresses come from. */
  readonly pools: readonly { readonly start: string; readonly end: string }[];
}
