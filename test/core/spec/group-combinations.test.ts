/** Values that are right alone and wrong together are refused, each at its line and column. */
import { describe, expect, it } from 'vitest';
import { problemsOf } from './spec-files.ts';

const HEAD = `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: web }
spec:
  size: { min: 2, max: 6 }
`;
const SERVER = '  server: { image: i, flavor: f, networks: [ n ] }\n';

/** Problems of a group: `LINE:COLUMN: message`, lines counted from the first one below size. */
function problems(rest: string): readonly string[] {
  return problemsOf({ 'a.yaml': `${HEAD}${rest}` }).map((line) => {
    const [, row = '0', tail = ''] = /^a\.yaml:([0-9]+):(.*)$/.exec(line) ?? [];
    return `${Number(row) - 5}:${tail}`;
  });
}

const server = (rest: string, networks = '[ n ]') =>
  `  server:\n    image: i\n    flavor: f\n    networks: ${networks}\n    ${rest}\n`;
const octavia = (rest: string) =>
  `${SERVER}  loadBalancer:\n    octavia:\n      ${rest.replaceAll('\n', '\n      ')}\n`;
const managed = (rest: string, protocol = 'HTTP') =>
  octavia(`subnet: s\nlistener: { protocol: ${protocol}, port: 80 }\n${rest}`);
const rule = (rest: string) => `${SERVER}  securityGroup:\n    rules:\n      - ${rest}\n`;

/** The spec's lines, and the one problem they have. */
function refuses(rows: readonly (readonly [string, string])[]): void {
  it.each(rows.map(([text, message]) => ({ text, message })))('$message', ({ text, message }) => {
    expect(problems(text)).toEqual([message]);
  });
}

describe('the server', () => {
  refuses([
    [
      server('serverGroup: { existing: g, policy: affinity }'),
      '5:41: serverGroup has existing and policy; the existing group "g" keeps its own policy, so take one of them away',
    ],
    [
      server('serverGroup: { policy: soft-anti-affinity, maxPerHost: 2 }'),
      '5:60: serverGroup.maxPerHost is "2" with the policy "soft-anti-affinity"; Nova takes it with anti-affinity only',
    ],
    [
      server('schedulerHints: { group: web }'),
      '5:30: the hint "group" is how Nova is told of a server group; write serverGroup: { existing: web } instead',
    ],
    [
      server('schedulerHints: { different_host: web-1 }'),
      '5:39: the hint "different_host" is "web-1"; it must be a server\'s id',
    ],
    [
      server('metadata: { metering.server_group: x }'),
      '5:40: the metadata key "metering.server_group" is set by Thermostat, so that the group\'s measures are found; take it away',
    ],
    [
      server('tags: []', '[ { network: n, portSecurity: false, securityGroups: [ web ] } ]'),
      '4:52: the interface has securityGroups and portSecurity: false, and Neutron checks nothing there; take one of them away',
    ],
    [
      server('tags: []', '[ { network: n, portSecurity: false, allowedAddresses: [ 10.0.0.1 ] } ]'),
      '4:52: the interface has allowedAddresses and portSecurity: false, and Neutron checks nothing there; take one of them away',
    ],
    [
      server('tags: []', '[ { network: n, securityGroups: [] } ]'),
      "4:31: spec.server.networks[0].securityGroups is empty; it needs at least one: security groups of this interface, instead of the server's",
    ],
    [
      server('tags: []', '[ { network: n, allowedAddresses: [ 10.0.0.300 ] } ]'),
      '4:51: the allowed address "10.0.0.300" is no IP address or range; it must be such as 10.20.0.100 or 10.20.0.0/16',
    ],
    [
      server('tags: []', '[ { network: n, allowedAddresses: [ 10.0.0.1/8 ] } ]'),
      '4:51: the allowed address "10.0.0.1/8" has bits set beyond its prefix; it must be "10.0.0.0/8" for the range, or "10.0.0.1" for the one address',
    ],
    [
      server('tags: []', '[ { network: n, allowedAddresses: [ 10.0.0.1, 10.0.0.1 ] } ]'),
      '4:61: the allowed address "10.0.0.1" stands here twice; write it once',
    ],
    [
      server('securityGroups: [ web ]', '[ { network: n, portSecurity: false } ]'),
      '5:5: every interface has portSecurity: false, so no security group would act; take them away, or leave port security on',
    ],
    [
      `${server('availabilityZone: a')}  zones: [ a, b ]\n`,
      '5:23: server.availabilityZone is "a" beside zones; zones makes a group in each of its zones, so take one of them away',
    ],
  ]);
});

describe('the security group', () => {
  refuses([
    [
      rule('{ protocol: icmp, port: 8 }'),
      '4:33: the rule has the port "8" with the protocol "icmp"; ports go with tcp, udp and sctp only',
    ],
    [
      rule('{ protocol: any, port: 80 }'),
      '4:32: the rule has the port "80" with the protocol "any"; ports go with tcp, udp and sctp only',
    ],
    [rule('{ protocol: tcp, port: 90-80 }'), '4:32: the ports "90-80" end before they begin; write "80-90"'],
    [
      rule('{ protocol: tcp, port: 80-70000 }'),
      '4:32: the ports "80-70000" are outside 1 to 65535; write such as 8000-8100',
    ],
    [
      rule('{ protocol: tcp, direction: out, from: self }'),
      '4:48: the rule has "from" with direction: out; who is on the other side is said by "to" there',
    ],
    [
      rule('{ protocol: tcp, to: self }'),
      '4:30: the rule has "to" with direction: in; who is on the other side is said by "from" there',
    ],
    [
      rule('{ protocol: tcp, from: 10.0.0.1/8 }'),
      '4:32: "from" is a range, and "10.0.0.1/8" has bits set beyond its prefix; it must be "10.0.0.0/8" for the range, or "10.0.0.1" for the one address',
    ],
    [
      rule('{ protocol: tcp, from: 10.0.0.0/40 }'),
      '4:32: "from" is a range, and "10.0.0.0/40" is no IP address or range; it must be such as 10.20.0.100 or 10.20.0.0/16',
    ],
    [
      rule('{ protocol: tcp, from: "2001:db8::/32", ipVersion: 4 }'),
      '4:32: the range "2001:db8::/32" is of IPv6 and the rule has ipVersion: 4; make them agree',
    ],
    [
      rule('{ protocol: icmpv6, ipVersion: 4 }'),
      '4:40: ipVersion is "4" with the protocol "icmpv6"; it must be 6, or the protocol icmp',
    ],
    [
      rule('{ protocol: icmp, from: "::/0" }'),
      '4:21: the protocol is "icmp" in a rule for IPv6; it must be icmpv6',
    ],
    [
      rule('{ protocol: tcp, port: 80 }\n      - { protocol: tcp, port: 80-80 }'),
      '5:9: the rule says the same as rule 1; take one of them away',
    ],
  ]);
});

describe('the load balancer', () => {
  refuses([
    [
      octavia('monitor: { type: TCP }'),
      "3:5: loadBalancer.octavia has no listener and subnet; a balancer of the stack's own needs listener and subnet, else name an existingPool",
    ],
    [
      octavia('existingPool: p\nmonitor: { type: TCP }'),
      '5:7: loadBalancer.octavia has existingPool and monitor; the pool "p" is somebody else\'s with all around it, so take one of them away',
    ],
    [
      octavia('existingPool: p\nmember: { network: other }'),
      '5:26: the network "other" is none of the server\'s; it must be written as in server.networks: n',
    ],
    [
      managed('', 'PROXY'),
      '5:29: spec.loadBalancer.octavia.listener.protocol is "PROXY"; it must be HTTP, HTTPS, TERMINATED_HTTPS, TCP or UDP',
    ],
    [
      managed('', 'TERMINATED_HTTPS'),
      '5:29: the listener ends TLS (TERMINATED_HTTPS) and has no certificate; it needs tlsContainer',
    ],
    [
      managed('pool: { protocol: TCP }'),
      '6:25: the pool\'s protocol is "TCP" behind a listener of HTTP; Octavia takes HTTP or PROXY there',
    ],
    [
      managed('pool: { protocol: HTTP }', 'UDP'),
      '6:25: the pool\'s protocol is "HTTP" behind a listener of UDP; Octavia takes UDP there',
    ],
    [
      managed('pool: { sessionPersistence: { type: APP_COOKIE } }'),
      '6:43: sessions are kept by APP_COOKIE, and no cookie is named; it needs cookie',
    ],
    [
      managed('pool: { sessionPersistence: { type: SOURCE_IP, cookie: c } }'),
      '6:62: the cookie "c" is named with SOURCE_IP; a cookie goes with APP_COOKIE only',
    ],
    [
      managed('pool: { sessionPersistence: { type: APP_COOKIE, cookie: "a b" } }'),
      '6:63: the cookie "a b" holds what no cookie\'s name may; write letters, digits and - _ .',
    ],
    [
      managed('pool: { sessionPersistence: { type: HTTP_COOKIE } }', 'TCP'),
      '6:43: sessions are kept by HTTP_COOKIE in a pool of TCP behind a listener of TCP, where the balancer sees no cookies; use SOURCE_IP, or HTTP for both',
    ],
    [
      managed('monitor: { type: PING }', 'UDP'),
      '6:24: the monitor is of the type "PING" for a pool of UDP; Octavia takes HTTP, TCP or UDP-CONNECT there',
    ],
    [
      managed('monitor: { type: UDP-CONNECT }'),
      '6:24: the monitor is of the type "UDP-CONNECT" for a pool of HTTP; Octavia takes HTTP, HTTPS, PING or TCP there',
    ],
    [
      managed('monitor: { type: UDP-CONNECT, delay: 2, timeout: 1 }', 'UDP'),
      '6:44: the monitor\'s delay is "2" seconds; for UDP-CONNECT it must be at least 3',
    ],
    [
      managed('monitor: { type: TCP, path: / }'),
      '6:35: the monitor has path and the type "TCP", which asks for nothing; it goes with HTTP and HTTPS only',
    ],
    [
      managed('monitor: { type: HTTP, codes: 204-200 }'),
      '6:37: the codes "204-200" end before they begin; write "200-204"',
    ],
    [
      managed('monitor: { type: TCP, delay: 5s, timeout: 10s }'),
      '6:49: the monitor\'s timeout is "10" seconds, longer than its delay of 5, so checks would overlap; it must be at most the delay',
    ],
    [
      octavia('subnet: s\nlistener: { protocol: TCP, port: 80, allowedCidrs: [ 10.0.0.1/8 ] }'),
      '5:60: the allowed range "10.0.0.1/8" has bits set beyond its prefix; it must be "10.0.0.0/8" for the range, or "10.0.0.1" for the one address',
    ],
    [
      octavia('subnet: s\nlistener: { protocol: TCP, port: 80, tlsContainer: "https://b/1" }'),
      '5:58: the listener has a tlsContainer and the protocol "TCP"; a certificate goes with TERMINATED_HTTPS only',
    ],
    [
      `${SERVER}  loadBalancer: { haproxy: { backend: b, port: 1, runtimeApi: "tcp://h:1", network: x } }\n`,
      '2:85: the network "x" is none of the server\'s; it must be written as in server.networks: n',
    ],
  ]);
});

describe('the rollout', () => {
  refuses([
    [
      `${server('bootVolume: { size: 20 }')}  rollout: { imageChange: rebuild }\n`,
      '6:27: rollout.imageChange is "rebuild" with server.bootVolume, and a volume is not reinstalled; it must be replace, or the servers boot from the flavor\'s disk',
    ],
    [
      `${SERVER}  rollout: { ready: { timeout: 13h } }\n  timeout: 1000m\n`,
      '2:32: rollout.ready.timeout is "46800" seconds; Heat waits from 1 to 43200',
    ],
    [
      `${SERVER}  rollout: { ready: { timeout: 1h } }\n`,
      '2:32: rollout.ready.timeout is "3600" seconds, and Heat gives up after 60 minutes unless the cloud says otherwise; make it shorter, or set a longer spec.timeout',
    ],
    [
      `${SERVER}  rollout: { ready: { timeout: 30m } }\n  timeout: 20m\n`,
      '2:32: rollout.ready.timeout is "1800" seconds, and Heat gives up after 20 minutes (spec.timeout); make it shorter, or set a longer spec.timeout',
    ],
    [
      `${SERVER}  rollout: { drain: 30m }\n`,
      '2:21: a rollout of size.min "2" servers takes 3600 seconds with its pauses and drains alone (2 batches), and Heat gives up after 60 minutes unless the cloud says otherwise; shorten them, make maxBatch larger, or set a longer spec.timeout',
    ],
  ]);
});

it('what fits together is let through', () => {
  const text = `${server('serverGroup: { maxPerHost: 2 }', '[ n, { network: m, portSecurity: false } ]')}
  securityGroup:
    rules:
      - { protocol: tcp, port: 80-90, from: 10.0.0.0/8 }
      - { protocol: tcp, port: 80-90, from: "2001:db8::/32" }
      - { protocol: icmpv6, from: "::/0" }
      - { protocol: any, direction: out, to: self }
  loadBalancer:
    octavia:
      subnet: s
      listener: { protocol: TERMINATED_HTTPS, port: 443, tlsContainer: "https://b/1", allowedCidrs: [ 0.0.0.0/0 ] }
      pool: { protocol: PROXY, sessionPersistence: { type: APP_COOKIE, cookie: sid } }
      member: { network: m }
      monitor: { type: HTTP, path: /, codes: 200-204, delay: 5, timeout: 5 }
  rollout: { ready: { timeout: 59m }, drain: 29m, pause: 1m }
`;
  expect(problems(text)).toEqual([]);
});
