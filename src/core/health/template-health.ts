/** Reads the health check that people write into a group of a template, where Heat itself knows none. */
import type { HealthCheckSpec, HealthSpec } from '../../model/health-spec.ts';
import { isJsonObject, type Json, type JsonObject, own } from '../../model/json.ts';
import { HEALTH } from '../spec/defaults.ts';
import { durationSeconds } from '../spec/durations.ts';

/** null: the group asks for none. */
export function templateHealth(properties: JsonObject): HealthSpec | null {
  const check = properties['health_check'];
  const given = isJsonObject(check) ? check : {};
  const type = given['type'] ?? properties['HealthCheckType'];
  const grace = given['grace_period'] ?? properties['HealthCheckGracePeriod'];
  if (check === undefined && type === undefined && grace === undefined) return null;
  return {
    checks: checksOf(type) ?? [{ kind: 'server' }],
    graceSeconds: graceOf(grace) ?? HEALTH.graceSeconds,
    samples: { failed: HEALTH.samples, of: HEALTH.samples, intervalSeconds: HEALTH.intervalSeconds },
    replace: {
      maxUnavailable: HEALTH.maxUnavailable,
      perHour: HEALTH.maxUnavailable * HEALTH.roundsPerHour,
      brake: HEALTH.brake,
    },
  };
}

/** AWS's two words, and our own; null for any other. */
export function checksOf(type: Json | undefined): readonly HealthCheckSpec[] | null {
  return typeof type === 'string' ? (own(TYPES, type.toUpperCase()) ?? null) : null;
}

/** Seconds, or a length of time such as 5m; null for anything else. */
export function graceOf(grace: Json | undefined): number | null {
  if (typeof grace === 'number') return Number.isInteger(grace) && grace >= 0 ? grace : null;
  if (typeof grace !== 'string' || !/^\d{1,9}[smh]?$/.test(grace)) return null;
  return /^\d+$/.test(grace) ? Number(grace) : durationSeconds(grace);
}

const SERVER: readonly HealthCheckSpec[] = [{ kind: 'server' }];
const BALANCED: readonly HealthCheckSpec[] = [{ kind: 'server' }, { kind: 'loadBalancer' }];

const TYPES: Readonly<Record<string, readonly HealthCheckSpec[]>> = {
  EC2: SERVER,
  SERVER,
  ELB: BALANCED,
  LOADBALANCER: BALANCED,
};

/** As they are told in a problem. */
export const TYPE_NAMES: readonly string[] = ['EC2', 'server', 'ELB', 'loadBalancer'];
