/** A spec that left `core/spec`: valid, complete, every default filled in. */
import type { LoadBalancerSpec } from './balancer-spec.ts';
import type { HealthSpec } from './health-spec.ts';
import type { Json, JsonObject } from './json.ts';
import type { Finding, Position } from './problem.ts';
import type { RolloutSpec } from './rollout-spec.ts';
import type { ScalingSpec } from './scaling-spec.ts';
import type { SecurityRuleSpec, ServerSpec } from './server-spec.ts';

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

/** `kind: AutoScalingGroup`: one group of equal servers (one a zone where zones are named), compiled to HOT. */
export interface GroupSpec extends SpecBase {
  readonly kind: 'AutoScalingGroup';
  readonly size: {
    readonly min: number;
    readonly max: number /** counts at creation only */;
    readonly initial: number;
  };
  readonly server: ServerSpec;
  /** A group of its own in each, with the size and the scaling policies above; empty = one group, anywhere. */
  readonly zones: readonly string[];
  /** Rules of the stack's own security group; null = it has none. */
  readonly securityRules: readonly SecurityRuleSpec[] | null;
  readonly loadBalancer: LoadBalancerSpec | null;
  readonly scaling: ScalingSpec;
  /** null = its servers are watched in Nova, and none is replaced. */
  readonly health: HealthSpec | null;
  readonly rollout: RolloutSpec;
  /** null = none. */
  readonly budget: Budget | null;
  /** What a reviewer must know of the spec itself. */
  readonly findings: readonly Finding[];
}

/** Of one month at the largest size, in the currency of the price list. */
export interface Budget {
  readonly monthly: number;
  readonly severity: 'error' | 'warn';
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
