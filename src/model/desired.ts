/** What the repository wants of one Heat stack, in Heat's own words. */
import type { Json, JsonObject } from './json.ts';
import type { Finding, Position } from './problem.ts';
import type { ScheduledBounds } from './schedule.ts';
import type { StackEnvironment } from './spec.ts';
import type { Trigger } from './trigger.ts';

export type Desired = DesiredStack | DesiredAbsence;

export interface DesiredStack {
  readonly presence: 'present';
  readonly name: string;
  readonly kind: 'AutoScalingGroup' | 'HeatStack' | 'HOT' | 'CloudFormation';
  readonly source: Position;
  /** What every update sends: the autoscaler's own fields (desired capacity) are left out. */
  readonly template: JsonObject;
  readonly files: Readonly<Record<string, string>>;
  readonly environment: StackEnvironment;
  /** Desired capacities that count at creation only; where they go in the creation template. */
  readonly initial: readonly InitialCapacity[];
  readonly groups: readonly DesiredGroup[];
  /** From the labels, `key=value`, sorted; provenance tags come at the write. */
  readonly tags: readonly string[];
  readonly timeoutMinutes: number | null;
  readonly protect: boolean;
  /** Where the groups' bounds follow the clock; null = they don't. */
  readonly scheduled: ScheduledBounds | null;
  /** The alarms are switched off. */
  readonly paused: boolean;
  /** Names that must exist in the cloud, with where they are written. */
  readonly references: readonly CatalogueReference[];
  /** Addresses that its servers need; empty where nobody can tell. */
  readonly addresses: readonly AddressDemand[];
  /** What was understood as Thermostat's own and taken out, and the like. */
  readonly findings: readonly Finding[];
  /** What the scaling policies may do that nobody wants; told when the stack is made or changed. */
  readonly advice: readonly Finding[];
  /** What the alarms do. */
  readonly triggers: readonly Trigger[];
  /** How fast they act; empty for a template. */
  readonly alarms: readonly AlarmTiming[];
}

export interface AlarmTiming {
  /** The scaling policy, by the name it has in the stack. */
  readonly policy: string;
  readonly direction: 'out' | 'in';
  /** Seconds that its conditions must hold; 0 where only Prometheus knows. */
  readonly windowSeconds: number;
  readonly cooldownSeconds: number;
  /** It signals again and again while its conditions hold. */
  readonly repeat: boolean;
}

export interface DesiredAbsence {
  readonly presence: 'absent';
  readonly name: string;
  readonly source: Position;
}

export interface InitialCapacity {
  /** null = the template itself, else the key in `files`. */
  readonly file: string | null;
  /** Keys down to the group's properties, e.g. ["resources", "group", "properties"]. */
  readonly path: readonly string[];
  readonly property: 'desired_capacity' | 'DesiredCapacity';
  readonly value: Json;
}

/** One group of equal servers inside a stack; sizes are null when only Heat can compute them. */
export interface DesiredGroup {
  /** Resource names from the root stack down, joined by `/`. */
  readonly address: string;
  readonly type: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly initial: number | null;
  readonly rolling: {
    readonly maxBatch: number;
    readonly minInService: number;
    readonly pauseSeconds: number;
  };
  /** False: a new definition is for members to come (a CloudFormation-style group without an update policy; measured). */
  readonly rolls: boolean;
  /** Members that must stay in service, whether Heat is asked for it or the members hand over among themselves. */
  readonly keepInService: number;
  /** Members that healing may exchange at once; 0 = nobody is ever replaced. */
  readonly healing: number;
  /** The member's resource definition with parameters resolved where they can be. */
  readonly member: JsonObject;
}

export type CatalogueType =
  | 'image'
  | 'flavor'
  | 'network'
  | 'subnet'
  | 'externalNetwork'
  | 'keyPair'
  | 'securityGroup'
  | 'serverGroup'
  | 'pool'
  | 'zone';

export interface CatalogueReference {
  readonly type: CatalogueType;
  /** Name or id. */
  readonly value: string;
  readonly at: Position;
  /** Why a name won't do, where the cloud takes ids only: `Nova's scheduler takes no name`. */
  readonly idOnly?: string;
  /** Of a subnet: the network that it must belong to, by name or id. */
  readonly inNetwork?: string;
}

/** What the interfaces of a stack's servers take from one network, all its groups together. */
export interface AddressDemand {
  /** Name or id. */
  readonly network: string;
  /** Name or id; null = any of the network's. */
  readonly subnet: string | null;
  /** Addresses of each server. */
  readonly each: number;
  /** Servers at most. */
  readonly servers: number;
  /** Further servers while a full group is exchanged. */
  readonly surge: number;
  /** Where the most is written. */
  readonly at: Position;
}
