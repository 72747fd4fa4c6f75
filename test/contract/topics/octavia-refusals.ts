/** What Octavia refuses, with what it says; as data for `octavia.ts`. */

export const NOWHERE = '11111111-1111-4111-8111-111111111111';

const LISTENER = { loadbalancer_id: '{balancer}', protocol: 'HTTP', protocol_port: 81 };
const POOL = { listener_id: '{listener}', protocol: 'HTTP', lb_algorithm: 'ROUND_ROBIN' };
const MEMBER = { address: '10.20.250.30', protocol_port: 80 };
const MONITOR = { pool_id: '{pool}', type: 'HTTP', delay: 5, timeout: 3, max_retries: 3 };
const MEMBERS = '/pools/{pool}/members';

/** `{pool}` and the like stand for the ids of what the topic has made. */
export const OCTAVIA_REFUSALS = [
  [
    'a balancer without an address',
    '/loadbalancers',
    { loadbalancer: { name: 'x' } },
    400,
    'VIP must contain one of',
  ],
  [
    'a listener on a port in use',
    '/listeners',
    { listener: { ...LISTENER, protocol_port: 80 } },
    409,
    'Another Listener on this Load Balancer is already using protocol HTTP and protocol_port 80',
  ],
  [
    'a protocol it does not know',
    '/listeners',
    { listener: { ...LISTENER, protocol: 'GOPHER' } },
    400,
    "Invalid input for field/attribute protocol. Value: 'GOPHER'. Value should be one of: ",
  ],
  [
    'a port out of range',
    '/listeners',
    { listener: { ...LISTENER, protocol_port: 0 } },
    400,
    "protocol_port. Value: '0'. Value should be greater or equal to 1",
  ],
  [
    'a field it does not know',
    '/listeners',
    { listener: { ...LISTENER, nope: 1 } },
    400,
    'Unknown attribute for argument listener_.listener: nope',
  ],
  [
    'a listener of no balancer',
    '/listeners',
    { listener: { ...LISTENER, loadbalancer_id: NOWHERE } },
    404,
    `Load Balancer ${NOWHERE} not found.`,
  ],
  [
    'a pool that speaks another protocol than its listener',
    '/pools',
    { pool: { ...POOL, protocol: 'TCP' } },
    400,
    "The pool protocol 'TCP' is invalid while the listener protocol is 'HTTP'.",
  ],
  ['a second pool on a listener', '/pools', { pool: POOL }, 409, 'This listener already has a default pool'],
  [
    'a pool that hangs on nothing',
    '/pools',
    { pool: { protocol: 'HTTP', lb_algorithm: 'ROUND_ROBIN' } },
    400,
    'Must provide at least one of: loadbalancer_id, listener_id',
  ],
  [
    'a pool without an algorithm',
    '/pools',
    { pool: { listener_id: '{listener}', protocol: 'HTTP' } },
    400,
    "lb_algorithm. Value: 'None'. Mandatory field missing.",
  ],
  [
    'a member with address and port of another',
    MEMBERS,
    { member: { ...MEMBER, address: '10.20.250.9' } },
    409,
    'Another member on this pool is already using ip 10.20.250.9 on protocol_port 80',
  ],
  [
    'an address that is none',
    MEMBERS,
    { member: { ...MEMBER, address: 'nope' } },
    400,
    "Invalid input for field/attribute address. Value: 'nope'. Value should be IPv4 or IPv6 format",
  ],
  [
    'a weight above 256',
    MEMBERS,
    { member: { ...MEMBER, weight: 300 } },
    400,
    "weight. Value: '300'. Value should be lower or equal to 256",
  ],
  [
    'a second monitor of a pool',
    '/healthmonitors',
    { healthmonitor: MONITOR },
    409,
    'This pool already has a health monitor',
  ],
  [
    'eleven retries',
    '/healthmonitors',
    { healthmonitor: { ...MONITOR, max_retries: 11 } },
    400,
    "max_retries. Value: '11'. Value should be lower or equal to 10",
  ],
  [
    'a path for TCP',
    '/healthmonitors',
    { healthmonitor: { ...MONITOR, type: 'TCP', url_path: '/x' } },
    400,
    'url_path is not a valid option for health monitors of type TCP',
  ],
  [
    'UDP-CONNECT on an HTTP pool',
    '/healthmonitors',
    { healthmonitor: { ...MONITOR, type: 'UDP-CONNECT' } },
    400,
    'The UDP-CONNECT type is only supported for pools of type UDP/SCTP.',
  ],
  [
    'a monitor of no pool',
    '/healthmonitors',
    { healthmonitor: { ...MONITOR, pool_id: NOWHERE } },
    404,
    `Pool ${NOWHERE} not found.`,
  ],
].map(([what, path, body, status, message]) => ({
  what: String(what),
  path: String(path),
  body,
  status: Number(status),
  message: String(message),
}));
