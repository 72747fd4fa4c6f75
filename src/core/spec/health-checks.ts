/** What the values of health must fulfil with each other and with the rest of the group. */
import type { AutoScalingGroup, HealthCheck } from '../../generated/spec-types.ts';
import type { HealthCheckSpec, HealthSpec } from '../../model/health-spec.ts';
import type { GroupSpec } from '../../model/spec.ts';
import type { Complaint } from './complaint.ts';
import { list, quote } from './quote.ts';

const HEALTH = '/spec/health';

export function healthComplaints(raw: AutoScalingGroup, spec: GroupSpec): readonly Complaint[] {
  const { health } = spec;
  if (health === null) return [];
  const given = raw.spec.health?.checks ?? [];
  return [
    ...health.checks.flatMap((check, index) => checkComplaints(check, given[index], index, spec)),
    ...doubles(given),
    ...samples(health),
  ];
}

function checkComplaints(
  check: HealthCheckSpec,
  given: HealthCheck | undefined,
  index: number,
  spec: GroupSpec,
): readonly Complaint[] {
  const pointer = `${HEALTH}/checks/${index}`;
  switch (check.kind) {
    case 'server':
      return [];
    case 'loadBalancer':
      return balanced(spec, pointer);
    case 'http':
      return [
        ...statuses(check.statuses, `${pointer}/http/status`),
        ...probe(check, given, `${pointer}/http`, spec),
      ];
    case 'tcp':
      return probe(check, given, `${pointer}/tcp`, spec);
  }
}

function balanced({ loadBalancer }: GroupSpec, pointer: string): readonly Complaint[] {
  if (loadBalancer !== null) return [];
  const message =
    'the check "loadBalancer" asks the load balancer, and the group has none; it must be server, http or tcp';
  return [{ pointer, message }];
}

type Statuses = Extract<HealthCheckSpec, { kind: 'http' }>['statuses'];

function statuses(ranges: Statuses, pointer: string): readonly Complaint[] {
  const wrong = ranges.find(({ from, to }) => from > to);
  if (wrong === undefined) return [];
  const message = `the statuses ${quote(`${wrong.from}-${wrong.to}`)} are none; they must go from the lower to the higher`;
  return [{ pointer, message }];
}

/** A longer wait than this keeps the whole run waiting. */
const LONGEST_TIMEOUT = 60;

function probe(
  check: Extract<HealthCheckSpec, { kind: 'http' | 'tcp' }>,
  given: HealthCheck | undefined,
  pointer: string,
  { server }: GroupSpec,
): readonly Complaint[] {
  const networks = server.networks.map(({ network }) => network);
  const { timeoutSeconds: seconds, address } = check;
  const unknown = address.kind === 'network' && !networks.includes(address.network) && isGiven(given);
  return [
    ...(seconds < 1 || seconds > LONGEST_TIMEOUT
      ? [
          {
            pointer: `${pointer}/timeout`,
            message: `the check's timeout is "${seconds}" seconds; it must be from 1 to ${LONGEST_TIMEOUT}`,
          },
        ]
      : []),
    ...(unknown
      ? [
          {
            pointer: `${pointer}/address`,
            message: `the address ${quote(address.network)} is none of the server's networks; it must be floating, or written as in server.networks: ${list(networks, 'or')}`,
          },
        ]
      : []),
  ];
}

function isGiven(check: HealthCheck | undefined): boolean {
  return typeof check === 'object' && (check.http ?? check.tcp)?.address !== undefined;
}

function doubles(given: readonly HealthCheck[]): readonly Complaint[] {
  const written = given.map((check) => JSON.stringify(check));
  return written.flatMap((check, index) => {
    if (written.indexOf(check) === index) return [];
    const message = `the check ${check} stands there twice; one of them is enough`;
    return [{ pointer: `${HEALTH}/checks/${index}`, message }];
  });
}

/** Beyond that a run of a few minutes' schedule is overtaken by the next. */
const LONGEST_SAMPLING = 300;

function samples({ samples: { failed, of, intervalSeconds } }: HealthSpec): readonly Complaint[] {
  const seconds = (of - 1) * intervalSeconds;
  return [
    ...(failed > of
      ? [
          {
            pointer: `${HEALTH}/samples/failed`,
            message: `samples.failed is "${failed}" of "${of}" questions; it must be at most ${of}`,
          },
        ]
      : []),
    ...(seconds > LONGEST_SAMPLING
      ? [
          {
            pointer: `${HEALTH}/samples/interval`,
            message: `${of} questions with ${intervalSeconds} seconds between them take ${seconds} seconds; it must be at most ${LONGEST_SAMPLING}, so ask less often or faster`,
          },
        ]
      : []),
  ];
}
