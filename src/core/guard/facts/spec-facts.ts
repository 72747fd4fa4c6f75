/** The spec of a group as rules see it: shaped as it is written, with null for everything that is not there. */
import type { LoadBalancerSpec } from '../../../model/balancer-spec.ts';
import type { HealthSpec } from '../../../model/health-spec.ts';
import type { Json, JsonObject } from '../../../model/json.ts';
import type { ConditionSpec, MetricSpec, ScalingSpec } from '../../../model/scaling-spec.ts';
import type { SecurityRuleSpec, ServerGroupSpec, ServerSpec } from '../../../model/server-spec.ts';
import type { GroupSpec } from '../../../model/spec.ts';
import { widestBounds } from '../../schedule/widest-bounds.ts';

export function specFacts(spec: GroupSpec): JsonObject {
  const {
    size,
    server,
    zones,
    securityRules,
    loadBalancer,
    scaling,
    rollout,
    health,
    timeoutMinutes,
    budget,
  } = spec;
  return plain({
    size: { ...size, lowest: widestBounds(spec).min, highest: widestBounds(spec).max },
    server: serverFacts(server),
    zones,
    securityRules: securityRules?.map(ruleFacts) ?? null,
    loadBalancer: loadBalancer && balancerFacts(loadBalancer),
    scaling: scalingFacts(scaling),
    rollout,
    health: health && healthFacts(health),
    timeoutMinutes,
    budget,
  });
}

/** Plain data to JSON: our own types are interfaces, which TypeScript takes for no `JsonObject`. */
export function plain(value: object): JsonObject {
  const copy: JsonObject = JSON.parse(JSON.stringify(value));
  return copy;
}

/** Which checks there are matters; where each one knocks does not. */
function healthFacts({ checks, graceSeconds, replace }: HealthSpec): object {
  return { checks: checks.map(({ kind }) => kind), graceSeconds, replace };
}

/** User data stays away from messages; how long it is may matter. */
function serverFacts({ userData, serverGroup, ...server }: ServerSpec): object {
  return {
    ...server,
    serverGroup: serverGroup && serverGroupFacts(serverGroup),
    userDataBytes: userData === null ? 0 : new TextEncoder().encode(userData).length,
  };
}

function serverGroupFacts(group: ServerGroupSpec): object {
  return group.kind === 'existing'
    ? { existing: group.name, policy: null, maxPerHost: null }
    : { existing: null, policy: group.policy, maxPerHost: group.maxPerHost };
}

function ruleFacts({ protocol, ports, direction, peer, ipVersion }: SecurityRuleSpec): object {
  return {
    protocol,
    ports,
    direction,
    ipVersion,
    everybody: peer.kind === 'everybody',
    cidr: peer.kind === 'range' ? peer.cidr : null,
    securityGroup: peer.kind === 'securityGroup' ? peer.name : null,
  };
}

const NO_BALANCER = { octavia: null, existingPool: null, haproxy: null };

function balancerFacts(balancer: LoadBalancerSpec): object {
  switch (balancer.kind) {
    case 'octavia': {
      const { kind, ...octavia } = balancer;
      return { ...NO_BALANCER, octavia };
    }
    case 'octavia-pool': {
      const { kind, ...existingPool } = balancer;
      return { ...NO_BALANCER, existingPool };
    }
    case 'haproxy': {
      const { kind, ...haproxy } = balancer;
      return { ...NO_BALANCER, haproxy };
    }
  }
}

function scalingFacts({ policies, target, ...scaling }: ScalingSpec): object {
  return {
    ...scaling,
    policies: policies.map(({ alarm, ...policy }) => ({
      ...policy,
      alarm: alarm && { ...alarm, conditions: alarm.conditions.map(conditionFacts) },
    })),
    target: target && { ...target, metric: metricName(target.metric) },
  };
}

function conditionFacts({ source, ...condition }: ConditionSpec): object {
  const prometheus = source.kind === 'prometheus';
  return {
    ...condition,
    metric: prometheus ? null : metricName(source),
    prometheus: prometheus ? source.query : null,
  };
}

function metricName({ name }: MetricSpec): Json {
  return name;
}
