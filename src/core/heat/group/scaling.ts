/** Compiles how a group scales: its scaling policies with their alarms, the words for them, what this cloud lacks. */
import type { CloudFacts, Flavor } from '../../../model/facts.ts';
import type { JsonObject } from '../../../model/json.ts';
import type { Problem } from '../../../model/problem.ts';
import type { GroupSpec } from '../../../model/spec.ts';
import type { Trigger } from '../../../model/trigger.ts';
import { alarmResources } from './alarms.ts';
import { type PlannedPolicy, plannedPolicies } from './planned-policies.ts';
import { meteringOf, type ZoneNames } from './resource-names.ts';
import { policyResources } from './scaling-policies.ts';
import { flavorProblems, telemetryProblems } from './telemetry-checks.ts';
import { triggersOf } from './triggers.ts';

export interface CompiledScaling {
  readonly policies: readonly PlannedPolicy[];
  readonly resources: (zone: string | null, names: ZoneNames) => JsonObject;
  readonly triggers: readonly Trigger[];
  readonly problems: readonly Problem[];
  readonly unmet: readonly Problem[];
}

export function compileScaling(spec: GroupSpec, facts: CloudFacts): CompiledScaling {
  const { policies, problems } = plannedPolicies(spec, facts);
  const flavor = flavorNamed(spec.server.flavor, facts.flavors);
  return {
    policies,
    resources: (zone, names) => ({
      ...policyResources(policies, names),
      ...alarmResources(policies, {
        names,
        metering: meteringOf(zone),
        flavor,
        paused: spec.scaling.paused,
      }),
    }),
    triggers: triggersOf(spec, policies),
    problems: [...problems, ...flavorProblems(spec, policies, flavor, facts)],
    unmet: telemetryProblems(spec, policies, facts),
  };
}

/** By id, or by a name that only one has. */
function flavorNamed(value: string, flavors: readonly Flavor[]): Flavor | null {
  const byId = flavors.find(({ id }) => id === value);
  const byName = flavors.filter(({ name }) => name === value);
  return byId ?? (byName.length === 1 ? (byName[0] ?? null) : null);
}
