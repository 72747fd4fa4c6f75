/** What the values of a load balancer must fulfil together, as Octavia would have it. */
import type { AutoScalingGroup, Monitor, Octavia } from '../../generated/spec-types.ts';
import type { OctaviaSpec } from '../../model/balancer-spec.ts';
import type { GroupSpec } from '../../model/spec.ts';
import type { Complaint } from './complaint.ts';
import { list, quote } from './quote.ts';
import { rangeComplaint } from './range-complaint.ts';

const OCTAVIA = '/spec/loadBalancer/octavia';

export function balancerComplaints(raw: AutoScalingGroup, spec: GroupSpec): readonly Complaint[] {
  const { octavia, haproxy } = raw.spec.loadBalancer ?? {};
  if (haproxy) return ofServer(haproxy.network, spec, '/spec/loadBalancer/haproxy/network');
  if (!octavia) return [];
  const member = ofServer(octavia.member?.network, spec, `${OCTAVIA}/member/network`);
  if (octavia.existingPool !== undefined) return [...somebodyElses(octavia, octavia.existingPool), ...member];
  const missing = (['listener', 'subnet'] as const).filter((key) => octavia[key] === undefined);
  if (missing.length > 0) {
    const message = `loadBalancer.octavia has no ${list(missing)}; a balancer of the stack's own needs listener and subnet, else name an existingPool`;
    return [{ pointer: OCTAVIA, message }, ...member];
  }
  return spec.loadBalancer?.kind === 'octavia' ? [...managed(octavia, spec.loadBalancer), ...member] : member;
}

function ofServer(network: string | undefined, { server }: GroupSpec, pointer: string): readonly Complaint[] {
  const names = server.networks.map((one) => one.network);
  if (network === undefined || names.includes(network)) return [];
  const message = `the network ${quote(network)} is none of the server's; it must be written as in server.networks: ${list(names, 'or')}`;
  return [{ pointer, message }];
}

const MANAGED_KEYS = ['subnet', 'provider', 'floatingIp', 'listener', 'pool', 'monitor'] as const;

function somebodyElses(octavia: Octavia, pool: string): readonly Complaint[] {
  return MANAGED_KEYS.filter((key) => octavia[key] !== undefined).map((key) => ({
    pointer: `${OCTAVIA}/${key}`,
    message: `loadBalancer.octavia has existingPool and ${key}; the pool ${quote(pool)} is somebody else's with all around it, so take one of them away`,
  }));
}

function managed(raw: Octavia, spec: OctaviaSpec): readonly Complaint[] {
  return [
    ...listener(spec),
    ...pool(raw, spec),
    ...(raw.monitor ? [...monitorType(raw.monitor, spec), ...monitorTimes(spec)] : []),
  ];
}

function listener({ listener: given }: OctaviaSpec): readonly Complaint[] {
  const terminated = given.protocol === 'TERMINATED_HTTPS';
  return [
    ...(terminated && given.tlsContainer === null
      ? [
          {
            pointer: `${OCTAVIA}/listener/protocol`,
            message: 'the listener ends TLS (TERMINATED_HTTPS) and has no certificate; it needs tlsContainer',
          },
        ]
      : []),
    ...(!terminated && given.tlsContainer !== null
      ? [
          {
            pointer: `${OCTAVIA}/listener/tlsContainer`,
            message: `the listener has a tlsContainer and the protocol ${quote(given.protocol)}; a certificate goes with TERMINATED_HTTPS only`,
          },
        ]
      : []),
    ...given.allowedCidrs.flatMap((text, index) =>
      rangeComplaint(text, `${OCTAVIA}/listener/allowedCidrs/${index}`, 'the allowed range'),
    ),
  ];
}

type PoolProtocol = OctaviaSpec['pool']['protocol'];

/** octavia/common/constants.py VALID_LISTENER_POOL_PROTOCOL_MAP. */
const POOLS_BEHIND: Readonly<Record<OctaviaSpec['listener']['protocol'], readonly PoolProtocol[]>> = {
  HTTP: ['HTTP', 'PROXY'],
  HTTPS: ['HTTPS', 'PROXY', 'TCP'],
  TERMINATED_HTTPS: ['HTTP', 'PROXY'],
  TCP: ['HTTP', 'HTTPS', 'PROXY', 'TCP'],
  UDP: ['UDP'],
};

function pool(
  raw: Octavia,
  { listener: { protocol: outside }, pool: given }: OctaviaSpec,
): readonly Complaint[] {
  const fitting = POOLS_BEHIND[outside];
  const protocol = fitting.includes(given.protocol)
    ? []
    : [
        {
          pointer: `${OCTAVIA}/pool/protocol`,
          message: `the pool's protocol is ${quote(given.protocol)} behind a listener of ${outside}; Octavia takes ${list(fitting, 'or')} there`,
        },
      ];
  const { sessionPersistence } = raw.pool ?? {};
  if (!sessionPersistence) return protocol;
  const pointer = `${OCTAVIA}/pool/sessionPersistence`;
  const { type, cookie } = sessionPersistence;
  return [
    ...protocol,
    ...cookieName(type, cookie, pointer),
    ...(type === 'SOURCE_IP' || seesCookies(outside, given.protocol)
      ? []
      : [
          {
            pointer: `${pointer}/type`,
            message: `sessions are kept by ${type} in a pool of ${given.protocol} behind a listener of ${outside}, where the balancer sees no cookies; use SOURCE_IP, or HTTP for both`,
          },
        ]),
  ];
}

/** octavia/common/validate.py check_session_persistence. */
function cookieName(type: string, cookie: string | undefined, pointer: string): readonly Complaint[] {
  if (type === 'APP_COOKIE' && cookie === undefined)
    return [
      {
        pointer: `${pointer}/type`,
        message: 'sessions are kept by APP_COOKIE, and no cookie is named; it needs cookie',
      },
    ];
  if (cookie === undefined) return [];
  if (type !== 'APP_COOKIE')
    return [
      {
        pointer: `${pointer}/cookie`,
        message: `the cookie ${quote(cookie)} is named with ${type}; a cookie goes with APP_COOKIE only`,
      },
    ];
  return /^[!#-'*+.0-9A-Z^-z|~-]+$/.test(cookie)
    ? []
    : [
        {
          pointer: `${pointer}/cookie`,
          message: `the cookie ${quote(cookie)} holds what no cookie's name may; write letters, digits and - _ .`,
        },
      ];
}

/** Octavia refuses cookies for UDP; its amphora drops them silently where HAProxy only passes bytes on. */
function seesCookies(outside: OctaviaSpec['listener']['protocol'], inside: PoolProtocol): boolean {
  return (outside === 'HTTP' || outside === 'TERMINATED_HTTPS') && (inside === 'HTTP' || inside === 'PROXY');
}

const HTTP_KEYS = ['path', 'method', 'codes'] as const;
/** octavia health_monitor.py _validate_healthmonitor_request_for_udp_sctp. */
const MONITORS = {
  UDP: ['HTTP', 'TCP', 'UDP-CONNECT'],
  other: ['HTTP', 'HTTPS', 'PING', 'TCP'],
} as const satisfies Readonly<Record<string, readonly Monitor['type'][]>>;

function monitorType(given: Monitor, { pool: { protocol } }: OctaviaSpec): readonly Complaint[] {
  const fitting: readonly string[] = protocol === 'UDP' ? MONITORS.UDP : MONITORS.other;
  const asks = given.type === 'HTTP' || given.type === 'HTTPS';
  return [
    ...(fitting.includes(given.type)
      ? []
      : [
          {
            pointer: `${OCTAVIA}/monitor/type`,
            message: `the monitor is of the type ${quote(given.type)} for a pool of ${protocol}; Octavia takes ${list(fitting, 'or')} there`,
          },
        ]),
    ...HTTP_KEYS.filter((key) => !asks && given[key] !== undefined).map((key) => ({
      pointer: `${OCTAVIA}/monitor/${key}`,
      message: `the monitor has ${key} and the type ${quote(given.type)}, which asks for nothing; it goes with HTTP and HTTPS only`,
    })),
    ...codes(given),
  ];
}

function codes({ codes: given }: Monitor): readonly Complaint[] {
  const [from, to] = String(given ?? '')
    .split('-')
    .map(Number);
  if (from === undefined || to === undefined || from <= to) return [];
  const message = `the codes ${quote(String(given))} end before they begin; write ${quote(`${to}-${from}`)}`;
  return [{ pointer: `${OCTAVIA}/monitor/codes`, message }];
}

/** octavia/common/config.py udp_connect_min_interval_health_monitor. */
const SHORTEST_UDP_DELAY = 3;

function monitorTimes({ monitor }: OctaviaSpec): readonly Complaint[] {
  if (monitor === null) return [];
  const { delaySeconds: delay, timeoutSeconds: timeout, type } = monitor;
  const pointer = `${OCTAVIA}/monitor`;
  const shortest = type === 'UDP-CONNECT' ? SHORTEST_UDP_DELAY : 1;
  return [
    ...(delay < shortest
      ? [
          {
            pointer: `${pointer}/delay`,
            message: `the monitor's delay is "${delay}" seconds; for ${type} it must be at least ${shortest}`,
          },
        ]
      : []),
    ...(timeout < 1
      ? [
          {
            pointer: `${pointer}/timeout`,
            message: `the monitor's timeout is "${timeout}" seconds; it must be at least 1`,
          },
        ]
      : []),
    ...(timeout > delay
      ? [
          {
            pointer: `${pointer}/timeout`,
            message: `the monitor's timeout is "${timeout}" seconds, longer than its delay of ${delay}, so checks would overlap; it must be at most the delay`,
          },
        ]
      : []),
  ];
}
