/** The health part of a group, checked by the schema, with every default filled in. */
import type { Health, HealthCheck, HttpCheck, TcpCheck } from '../../generated/spec-types.ts';
import type { LoadBalancerSpec } from '../../model/balancer-spec.ts';
import type { HealthCheckSpec, HealthSpec, HttpCheckSpec, ProbeAddress } from '../../model/health-spec.ts';
import type { ServerSpec } from '../../model/server-spec.ts';
import { HEALTH } from './defaults.ts';
import { secondsOf } from './durations.ts';

/** null: nobody has asked for replacements. */
export function healthSpec(
  given: Health | undefined,
  server: ServerSpec,
  balancer: LoadBalancerSpec | null,
): HealthSpec | null {
  if (given === undefined) return null;
  const { samples = {}, replace = {} } = given;
  const questions = samples.of ?? Math.max(HEALTH.samples, samples.failed ?? 0);
  const maxUnavailable = replace.maxUnavailable ?? HEALTH.maxUnavailable;
  return {
    checks: given.checks?.map((check) => checkSpec(check, server)) ?? usualChecks(balancer),
    graceSeconds: secondsOf(given.gracePeriod) ?? HEALTH.graceSeconds,
    samples: {
      failed: samples.failed ?? questions,
      of: questions,
      intervalSeconds: secondsOf(samples.interval) ?? HEALTH.intervalSeconds,
    },
    replace: {
      maxUnavailable,
      perHour: replace.perHour ?? maxUnavailable * HEALTH.roundsPerHour,
      brake: replace.brake === undefined ? HEALTH.brake : Number.parseInt(replace.brake, 10) / 100,
    },
  };
}

function usualChecks(balancer: LoadBalancerSpec | null): readonly HealthCheckSpec[] {
  const octavia = balancer !== null && balancer.kind !== 'haproxy';
  return octavia ? [{ kind: 'server' }, { kind: 'loadBalancer' }] : [{ kind: 'server' }];
}

/** Of the two words the pattern lets through no other. */
function checkSpec(check: HealthCheck, server: ServerSpec): HealthCheckSpec {
  if (typeof check === 'string') return { kind: check === 'loadBalancer' ? 'loadBalancer' : 'server' };
  if (check.http) return httpCheck(check.http, server);
  const tcp: Partial<TcpCheck> = check.tcp ?? {};
  return { kind: 'tcp', port: tcp.port ?? 0, ...asked(tcp, server) };
}

function httpCheck(http: HttpCheck, server: ServerSpec): HttpCheckSpec {
  return {
    kind: 'http',
    port: http.port,
    path: http.path ?? '/',
    statuses: statusRanges(http.status ?? HEALTH.statuses),
    ...asked(http, server),
  };
}

export function statusRanges(status: string | number): HttpCheckSpec['statuses'] {
  return String(status)
    .split(',')
    .map((part) => part.trim().split('-').map(Number))
    .map(([from = 0, to = from]) => ({ from, to }));
}

function asked(
  { timeout, address }: Pick<Partial<TcpCheck>, 'timeout' | 'address'>,
  server: ServerSpec,
): { readonly timeoutSeconds: number; readonly address: ProbeAddress } {
  return {
    timeoutSeconds: secondsOf(timeout) ?? HEALTH.probeSeconds,
    address:
      address === 'floating'
        ? { kind: 'floating' }
        : { kind: 'network', network: address ?? server.networks[0]?.network ?? '' },
  };
}
