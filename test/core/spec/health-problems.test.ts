/** What a group's health may say, what it means when it says little, and what is refused with its place. */
import { describe, expect, it, test } from 'vitest';
import { group, parse, problemsOf } from './spec-files.ts';

const OCTAVIA = {
  loadBalancer: { octavia: { subnet: 's', listener: { protocol: 'HTTP', port: 80 } } },
};

function messages(health: unknown, more: Readonly<Record<string, unknown>> = {}): readonly string[] {
  return problemsOf({ 'a.yaml': group({ health, ...more }) }).map((line) =>
    line.replace(/^\S+:\d+:\d+: /, ''),
  );
}

function healthOf(changes: Readonly<Record<string, unknown>>): unknown {
  const [spec] = parse({ 'a.yaml': group(changes) }).specs;
  return spec?.kind === 'AutoScalingGroup' ? spec.health : undefined;
}

describe('left out, values are', () => {
  test('none at all without health', () => {
    expect(healthOf({})).toBeNull();
  });

  test('careful ones', () => {
    expect(healthOf({ health: {} })).toEqual({
      checks: [{ kind: 'server' }],
      graceSeconds: 300,
      samples: { failed: 3, of: 3, intervalSeconds: 5 },
      replace: { maxUnavailable: 1, perHour: 4, brake: 0.5 },
    });
  });

  test('behind Octavia its word, too; an hour’s number that goes with the number at once', () => {
    expect(healthOf({ ...OCTAVIA, health: { replace: { maxUnavailable: 3 } } })).toMatchObject({
      checks: [{ kind: 'server' }, { kind: 'loadBalancer' }],
      replace: { maxUnavailable: 3, perHour: 12 },
    });
  });

  test('the first network, every 2xx, five seconds', () => {
    expect(healthOf({ health: { checks: [{ http: { port: 80 } }] } })).toMatchObject({
      checks: [
        {
          kind: 'http',
          path: '/',
          statuses: [{ from: 200, to: 299 }],
          timeoutSeconds: 5,
          address: { kind: 'network', network: 'private-network' },
        },
      ],
    });
  });
});

test('statuses may be one, several and ranges; an address floating', () => {
  const check = { http: { port: 80, status: '200, 301-302', address: 'floating' } };
  expect(healthOf({ health: { checks: [check] } })).toMatchObject({
    checks: [
      {
        statuses: [
          { from: 200, to: 200 },
          { from: 301, to: 302 },
        ],
        address: { kind: 'floating' },
      },
    ],
  });
});

test('the load balancer may be HAProxy', () => {
  const haproxy = { loadBalancer: { haproxy: { backend: 'web', port: 80, runtimeApi: 'tcp://h:1' } } };
  expect(messages({ checks: ['loadBalancer'] }, haproxy)).toEqual([]);
});

describe('is refused', () => {
  it.each<[unknown, string]>([
    [
      { checks: ['loadBalancer'] },
      'the check "loadBalancer" asks the load balancer, and the group has none; it must be server, http or tcp',
    ],
    [
      { checks: ['servers'] },
      'spec.health.checks[0] is "servers"; it must be server, loadBalancer, or a mapping with http or tcp',
    ],
    [{ checks: [{ http: { port: 0 } }] }, 'spec.health.checks[0].http.port is "0"; it must be at least 1'],
    [
      { checks: [{ http: { port: 80, path: 'healthz' } }] },
      'spec.health.checks[0].http.path is "healthz"; it must be a path such as /healthz: / and visible ASCII characters, no spaces',
    ],
    [
      { checks: [{ http: { port: 80, status: '299-200' } }] },
      'the statuses "299-200" are none; they must go from the lower to the higher',
    ],
    [
      { checks: [{ tcp: { port: 22, timeout: '5m' } }] },
      'the check\'s timeout is "300" seconds; it must be from 1 to 60',
    ],
    [
      { checks: [{ tcp: { port: 22, address: 'other' } }] },
      'the address "other" is none of the server\'s networks; it must be floating, or written as in server.networks: private-network',
    ],
    [{ checks: ['server', 'server'] }, 'the check "server" stands there twice; one of them is enough'],
    [{ samples: { failed: 4, of: 3 } }, 'samples.failed is "4" of "3" questions; it must be at most 3'],
    [
      { samples: { of: 20, interval: '1m' } },
      '20 questions with 60 seconds between them take 1140 seconds; it must be at most 300, so ask less often or faster',
    ],
    [{ replace: { maxUnavailable: 0 } }, 'spec.health.replace.maxUnavailable is "0"; it must be at least 1'],
    [
      { replace: { brake: '120%' } },
      'spec.health.replace.brake is "120%"; it must be a share from 0% to 100%',
    ],
  ])('%j', (health, message) => {
    expect(messages(health)).toEqual([message]);
  });
});

describe('in a template', () => {
  const template = (check: string) => `heat_template_version: 2018-08-31
resources:
  web:
    type: OS::Heat::AutoScalingGroup
    properties:
      min_size: 1
      max_size: 3
      resource: { type: OS::Nova::Server, properties: { image: i, flavor: f, networks: [ { network: n } ] } }
      health_check: ${check}
`;

  it.each([
    '{ type: EC2, grace_period: 300 }',
    '{ type: ELB, grace_period: 5m }',
    '{ type: server }',
    '{ type: { get_param: OS::stack_name } }',
  ])('%s is understood', (check) => {
    expect(problemsOf({ 'web.yaml': template(check) })).toEqual([]);
  });

  it.each([
    ['{ type: PING }', 'the health check\'s type is "PING"; it must be EC2, server, ELB or loadBalancer'],
    [
      '{ type: EC2, grace_period: soon }',
      'the grace period is "soon"; it must be seconds, or a length of time such as 5m',
    ],
    ['{ kind: EC2 }', '"kind" is no key of health_check; it has type and grace_period'],
    ['EC2', 'health_check is "EC2"; it must be a mapping of type and grace_period'],
  ])('%s is refused', (check, message) => {
    expect(problemsOf({ 'web.yaml': template(check) })).toEqual([
      expect.stringMatching(/^web\.yaml:9:\d+: /),
    ]);
    expect(problemsOf({ 'web.yaml': template(check) })[0]).toContain(message);
  });
});
