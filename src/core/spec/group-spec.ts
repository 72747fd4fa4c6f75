/** A document of kind AutoScalingGroup, checked by the schema, to the complete spec. */
import type { AutoScalingGroup, Rollout } from '../../generated/spec-types.ts';
import type { RolloutSpec } from '../../model/rollout-spec.ts';
import type { GroupSpec } from '../../model/spec.ts';
import { balancerSpec } from './balancer-spec.ts';
import { BEHIND_A_BALANCER, DEFAULTS } from './defaults.ts';
import { secondsOf } from './durations.ts';
import { healthSpec } from './health-spec.ts';
import { scalingSpec } from './scaling-spec.ts';
import { securityRule, serverSpec } from './server-spec.ts';
import { baseOf } from './spec-base.ts';
import type { UserData } from './user-data.ts';
import type { YamlValue } from './yaml-values.ts';

/** Fills every default; `userData` has been read already. */
export function groupSpec(raw: AutoScalingGroup, yaml: YamlValue, userData: UserData): GroupSpec {
  const { size, server, zones, securityGroup, loadBalancer, scaling, health, rollout, timeout } = raw.spec;
  const { budget } = raw.spec;
  const servers = serverSpec(server, userData.text);
  const balancer = balancerSpec(loadBalancer, servers);
  return {
    kind: 'AutoScalingGroup',
    ...baseOf(raw.metadata, timeout, yaml),
    size: { min: size.min, max: size.max, initial: size.initial ?? size.min },
    server: servers,
    zones: zones ?? [],
    securityRules: securityGroup ? securityGroup.rules.map(securityRule) : null,
    loadBalancer: balancer,
    scaling: scalingSpec(scaling ?? {}),
    health: healthSpec(health, servers, balancer),
    rollout: rolloutSpec(rollout ?? {}, balancer !== null),
    budget: budget ? { monthly: budget.monthly, severity: budget.severity ?? 'error' } : null,
    findings: userData.findings,
  };
}

function rolloutSpec(rollout: Rollout, balanced: boolean): RolloutSpec {
  const { ready } = rollout;
  return {
    maxBatch: rollout.maxBatch ?? DEFAULTS.maxBatch,
    minInService: rollout.minInService ?? DEFAULTS.minInService,
    pauseSeconds: secondsOf(rollout.pause) ?? DEFAULTS.pauseSeconds,
    imageChange: rollout.imageChange ?? DEFAULTS.imageChange,
    flavorChange: rollout.flavorChange ?? DEFAULTS.flavorChange,
    ready: ready
      ? {
          timeoutSeconds: secondsOf(ready.timeout) ?? DEFAULTS.readyTimeoutSeconds,
          check: ready.check ?? null,
        }
      : null,
    drainSeconds: secondsOf(rollout.drain) ?? (balanced ? BEHIND_A_BALANCER.drainSeconds : 0),
  };
}
