/** A spec that left `core/spec`: valid, complete, every default filled in. */
import type { Json, JsonObject } from './json.ts';
import type { Position } from './problem.ts';

export type Spec = GroupSpec | TemplateSpec | DeletedSpec;

/** Positions of a document's values by JSON pointer (`/spec/server/image`); the empty pointer is the document. */
export type Positions = Readonly<Record<string, Position>>;

interface SpecBase {
  /** The Heat stack's name. */
  readonly name: string;
  readonly source: Position;
  /** Become the stack's tags `key=value`, sorted. */
  readonly labels: Readonly<Record<string, string>>;
  /** A protected stack is never deleted by Thermostat. */
  readonly protect: boolean;
  /** Heat's own limit for one operation, minutes; null = the cloud's default (60). */
  readonly timeoutMinutes: number | null;
  readonly positions: Positions;
}

/** `kind: AutoScalingGroup`: one group of equal servers, compiled to HOT. */
export interface GroupSpec extends SpecBase {
  readonly kind: 'AutoScalingGroup';
  readonly size: {
    readonly min: number;
    readonly max: number /** counts at creation only */;
    readonly initial: number;
  };
  readonly server: ServerSpec;
  readonly scaling: { readonly cooldownSeconds: number; readonly policies: readonly ScalingPolicySpec[] };
  readonly rollout: RolloutSpec;
  readonly loadBalancer: LoadBalancerSpec | null;
}

export interface ServerSpec {
  readonly image: string;
  readonly flavor: string;
  readonly networks: readonly string[];
  readonly securityGroups: readonly string[];
  readonly keyPair: string | null;
  readonly availabilityZone: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  /** User data as it is sent, RAW; null = none. */
  readonly userData: string | null;
}

/** One scaling policy; `amount` is signed (remove 1 → -1) and in servers, percent of the group, or the exact size. */
export interface ScalingPolicySpec {
  readonly name: string;
  readonly adjustment: 'change' | 'percent' | 'exact';
  readonly amount: number;
  /** With `percent`: at least so many servers; null = Heat's own rounding. */
  readonly minStep: number | null;
  /** Seconds; null = the group's. */
  readonly cooldownSeconds: number | null;
}

/** How members are exchanged; the numbers are Heat's `rolling_updates`. */
export interface RolloutSpec {
  readonly maxBatch: number;
  readonly minInService: number;
  readonly pauseSeconds: number;
  readonly imageChange: 'replace' | 'rebuild';
  readonly flavorChange: 'replace' | 'resize';
}

/** What spreads requests over the group. */
export type LoadBalancerSpec = HAProxySpec;

/** Somebody's own HAProxy, reached through its Runtime API. */
export interface HAProxySpec {
  readonly kind: 'haproxy';
  readonly backend: string;
  /** The port on which members serve. */
  readonly port: number;
  /** `tcp://HOST:PORT` or `unix:///PATH`; one for each HAProxy. */
  readonly runtimeApis: readonly string[];
  /** How long an old member may finish its requests. */
  readonly drainSeconds: number;
  /** One of the server's networks, as it is written there; null = the first. */
  readonly network: string | null;
}

/** A template that people already have: `kind: HeatStack`, a bare HOT template or a CloudFormation-style one. */
export interface TemplateSpec extends SpecBase {
  readonly kind: 'HeatStack' | 'HOT' | 'CloudFormation';
  /** As Heat would read it (YAML 1.1 typing, dates as strings), key order kept, nothing taken out yet. */
  readonly template: JsonObject;
  /** The file the template was read from, and where its values stand in it. */
  readonly templatePositions: Positions;
  /** Nested files by the very name used in the template (`type:` or `get_file`), text unchanged. */
  readonly files: Readonly<Record<string, string>>;
  readonly environment: StackEnvironment;
}

/** A Heat environment: parameters given, defaults and type mappings. */
export interface StackEnvironment {
  readonly parameters: Readonly<Record<string, Json>>;
  readonly parameter_defaults: Readonly<Record<string, Json>>;
  readonly resource_registry: JsonObject;
}

/** `kind: Deleted`: the tombstone that lets a stack be deleted. */
export interface DeletedSpec {
  readonly kind: 'Deleted';
  readonly name: string;
  readonly source: Position;
}
