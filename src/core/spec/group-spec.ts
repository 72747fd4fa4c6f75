/** A document of kind AutoScalingGroup, checked by the schema, to the complete spec. */
import type {
  AutoScalingGroup,
  HAProxy,
  LoadBalancer,
  Rollout,
  ScalingPolicy,
} from '../../generated/spec-types.ts';
import type { GroupSpec, LoadBalancerSpec, RolloutSpec, ScalingPolicySpec } from '../../model/spec.ts';
import { DEFAULTS } from './defaults.ts';
import { durationSeconds } from './durations.ts';
import { baseOf } from './spec-base.ts';
import type { YamlValue } from './yaml-values.ts';

/** Fills every default; `userData` has been read already. */
export function groupSpec(raw: AutoScalingGroup, yaml: YamlValue, userData: string | null): GroupSpec {
  const { size, server, scaling, rollout, timeout, loadBalancer } = raw.spec;
  return {
    kind: 'AutoScalingGroup',
    ...baseOf(raw.metadata, timeout, yaml),
    size: { min: size.min, max: size.max, initial: size.initial ?? size.min },
    server: {
      image: server.image,
      flavor: server.flavor,
      networks: server.networks,
      securityGroups: server.securityGroups ?? [],
      keyPair: server.keyPair ?? null,
      availabilityZone: server.availabilityZone ?? null,
      metadata: server.metadata ?? {},
      userData,
    },
    scaling: {
      cooldownSeconds: seconds(scaling?.cooldown) ?? DEFAULTS.cooldownSeconds,
      policies: (scaling?.policies ?? []).map(policySpec),
    },
    rollout: rolloutSpec(rollout ?? {}),
    loadBalancer: loadBalancerSpec(loadBalancer ?? {}),
  };
}

function loadBalancerSpec({ haproxy }: LoadBalancer): LoadBalancerSpec | null {
  return haproxy === undefined ? null : haproxySpec(haproxy);
}

function haproxySpec({ backend, port, runtimeApi, drain, network }: HAProxy): LoadBalancerSpec {
  return {
    kind: 'haproxy',
    backend,
    port,
    runtimeApis: typeof runtimeApi === 'string' ? [runtimeApi] : runtimeApi,
    drainSeconds: seconds(drain) ?? DEFAULTS.drainSeconds,
    network: network ?? null,
  };
}

function policySpec(policy: ScalingPolicy): ScalingPolicySpec {
  return {
    name: policy.name,
    ...adjustment(policy),
    minStep: policy.minStep ?? null,
    cooldownSeconds: seconds(policy.cooldown),
  };
}

function adjustment(policy: ScalingPolicy): Pick<ScalingPolicySpec, 'adjustment' | 'amount'> {
  if (policy.add !== undefined) return { adjustment: 'change', amount: policy.add };
  if (policy.remove !== undefined) return { adjustment: 'change', amount: -policy.remove };
  if (policy.addPercent !== undefined) return { adjustment: 'percent', amount: policy.addPercent };
  if (policy.removePercent !== undefined) return { adjustment: 'percent', amount: -policy.removePercent };
  return { adjustment: 'exact', amount: policy.setTo ?? 0 };
}

function rolloutSpec(rollout: Rollout): RolloutSpec {
  return {
    maxBatch: rollout.maxBatch ?? DEFAULTS.maxBatch,
    minInService: rollout.minInService ?? DEFAULTS.minInService,
    pauseSeconds: seconds(rollout.pause) ?? DEFAULTS.pauseSeconds,
    imageChange: rollout.imageChange ?? DEFAULTS.imageChange,
    flavorChange: rollout.flavorChange ?? DEFAULTS.flavorChange,
  };
}

function seconds(duration: string | number | undefined): number | null {
  return duration === undefined ? null : durationSeconds(duration);
}
