/** What groups may take of quotas, and what is said where it does not suffice or nobody can tell. */
import { describe, expect, test } from 'vitest';
import { claimOf } from '../../../src/core/capacity/claim.ts';
import { headRoom } from '../../../src/core/capacity/head-room.ts';
import { quotaFindings } from '../../../src/core/capacity/quota-findings.ts';
import { planGroup } from '../../../src/core/plan/plan.ts';
import type { Desired, DesiredStack } from '../../../src/model/desired.ts';
import type { HealthSpec } from '../../../src/model/health-spec.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import type { ObservedStack } from '../../../src/model/observed.ts';
import { QUOTA_NAMES, type Quota, type Quotas } from '../../../src/model/quota.ts';
import { COMPLETE, group, live, member, template, withMembers } from '../live-stack.ts';

const FLAVORS = [
  { id: 'f1', name: 'm1.small', vcpus: 1, ramMiB: 2048, diskGiB: 20 },
  { id: 'f2', name: 'm1.large', vcpus: 4, ramMiB: 8192, diskGiB: 80 },
];
const ABSENT: ObservedStack = { presence: 'absent', name: 'web' };
const AT = { file: 'scaling/web.yaml', line: 5, column: 3 };
const OPEN: Quota = { kind: 'known', limit: null, used: null };

function quotas(change: Partial<Quotas['of']> = {}, serverGroupMembers: Quota = OPEN): Quotas {
  const of = Object.fromEntries(QUOTA_NAMES.map((name) => [name, change[name] ?? OPEN])) as Quotas['of'];
  return { of, serverGroupMembers };
}

const limited = (limit: number, used = 0): Quota => ({ kind: 'known', limit, used });

function judged(desired: DesiredStack, given: Quotas, observed: ObservedStack = ABSENT) {
  const pair = { desired, observed, definitions: {} };
  const planned = planGroup(pair);
  const claims = [claimOf(pair, planned, FLAVORS)];
  const [claim] = claims;
  if (!claim) throw new Error('one pair has one claim');
  const findings = quotaFindings({ group: planned, claim, at: AT }, claims, given);
  return {
    claim,
    rows: headRoom(claims, given),
    found: findings.map(({ rule, severity }) => [rule, severity]),
    message: findings[0]?.message ?? '',
  };
}

const OF_12 = group({ size: { min: 2, max: 12, initial: 2 } });

describe('a largest size', () => {
  test('that the quota can never hold is refused, with the numbers', () => {
    const { found, message } = judged(OF_12, quotas({ cores: limited(10, 1) }));
    expect(found).toEqual([['quota-exceeded', 'error']]);
    expect(message).toBe(
      "12 servers at most can never be reached: at most it takes 12 vCPUs, the project's quota is 10 vCPUs, of which 1 vCPU are used outside of these groups: enough for 9 servers; make the largest size smaller, or ask the cloud's operator for a larger quota of vCPUs",
    );
  });

  test('that comes closer to the quota is let pass', () => {
    const before = live(group({ size: { min: 2, max: 20, initial: 2 } }), [2]);
    expect(judged(OF_12, quotas({ cores: limited(10, 2) }), before).found).toEqual([
      ['quota-exceeded', 'warn'],
    ]);
  });

  test('fits beside its own servers that are used already', () => {
    expect(judged(OF_12, quotas({ cores: limited(13, 5) }), live(group(), [5])).found).toEqual([]);
  });

  test('that leaves nothing for an exchange is warned of', () => {
    expect(judged(OF_12, quotas({ ports: limited(12) })).found).toEqual([['no-quota-for-rollout', 'warn']]);
  });

  test('counts that of schedules', () => {
    const schedule = {
      name: 'day',
      cron: '0 8 * * *',
      timezone: 'UTC',
      forSeconds: 3600,
      min: null,
      max: 30,
    };
    const { claim } = judged(
      group({ scaling: { ...scaling(), schedules: [schedule] } }),
      quotas({ instances: limited(20) }),
    );
    expect(claim.most.instances).toBe(30);
  });

  test('of a server group is held by its own quota', () => {
    const apart = group(
      { size: { min: 1, max: 12, initial: 1 } },
      { serverGroup: { kind: 'own', policy: 'anti-affinity', maxPerHost: null } },
    );
    expect(judged(apart, quotas({}, limited(10))).found).toEqual([['quota-exceeded', 'error']]);
    expect(judged(apart, quotas({}, limited(12))).found).toEqual([['no-quota-for-rollout', 'warn']]);
  });

  test('of a server group that comes closer to its quota is let pass; a server group that is new is not', () => {
    const own = { serverGroup: { kind: 'own', policy: 'anti-affinity', maxPerHost: null } } as const;
    const after = group({ size: { min: 1, max: 12, initial: 1 } }, own);
    const larger = { size: { min: 1, max: 20, initial: 1 } };
    const found = (before: DesiredStack) => judged(after, quotas({}, limited(10)), live(before, [1])).found;
    expect(found(group(larger, own))).toEqual([['quota-exceeded', 'warn']]);
    expect(found(group(larger))).toEqual([['quota-exceeded', 'error']]);
  });
});

describe('what is there for a while only', () => {
  const surge = (desired: Desired, observed: ObservedStack = ABSENT) => {
    const pair = { desired, observed, definitions: {} };
    const { instances, cores } = claimOf(pair, planGroup(pair), FLAVORS).surge;
    return [instances, cores];
  };
  const health = (maxUnavailable: number, perHour: number): HealthSpec => ({
    checks: [{ kind: 'server' }],
    graceSeconds: 300,
    samples: { failed: 3, of: 3, intervalSeconds: 5 },
    replace: { maxUnavailable, perHour, brake: 0.5 },
  });

  test('is whoever healing replaces at once, where that is more than a batch', () => {
    expect(surge(group({ health: health(3, 12) }))).toEqual([3, 3]);
    expect(surge(group({ health: health(3, 2) }))).toEqual([2, 2]);
    expect(surge(group({ health: health(3, 0) }))).toEqual([1, 1]);
    expect(surge(group({ health: health(99, 99) }))).toEqual([8, 8]);
  });

  test('is whoever healing replaces by the health check of a template', () => {
    const properties = {
      min_size: 1,
      max_size: 3,
      rolling_updates: { max_batch_size: 0 },
      health_check: { type: 'EC2' },
      resource: { type: 'OS::Nova::Server', properties: { flavor: 'm1.small', image: 'i' } },
    };
    const body = (own: object) => ({
      heat_template_version: '2018-08-31',
      resources: { group: { type: 'OS::Heat::AutoScalingGroup', properties: own as JsonObject } },
    });
    expect(surge(template(body(properties)))).toEqual([1, 1]);
    const { health_check: _, ...without } = properties;
    expect(surge(template(body(without)))).toEqual([0, 0]);
  });

  test('are failed members: Heat makes them anew along with the batch, by the definition that they have', () => {
    const failed = { ...COMPLETE, status: 'FAILED' } as const;
    const some = [member(0, failed), member(1, failed), member(2), member(3)];
    expect(surge(group(), withMembers(live(group(), [4]), some))).toEqual([3, 3]);
    const large = some.map((one) => ({
      ...one,
      servers: one.servers.map((server) => ({ ...server, flavor: 'm1.large' })),
    }));
    const before = withMembers(live(group({}, { flavor: 'm1.large' }), [4]), large);
    // 3 further small ones, 4 large ones until their turn comes, 2 that are made anew large
    expect(surge(group(), before)).toEqual([3, 3 + 4 * 3 + 2 * 3]);
  });

  test('are servers of zones that are left, beside those of the zones that come', () => {
    const zoned = (zones: readonly string[]) => group({ zones });
    expect(surge(zoned(['a', 'b']), live(group(), [5]))).toEqual([2 + 5, 2 + 5]);
    expect(surge(zoned(['a']), live(zoned(['a', 'b']), [2, 3]))).toEqual([1 + 3, 1 + 3]);
  });

  test('are servers above a largest size that falls', () => {
    const small = group({ size: { min: 1, max: 2, initial: 1 } });
    expect(surge(small, live(group(), [6]))).toEqual([1 + 4, 1 + 4]);
  });

  test('are the servers of a stack that is deleted while others grow', () => {
    const gone = { presence: 'absent', name: 'web', source: AT } as const;
    expect(surge(gone, live(group(), [3]))).toEqual([3, 3]);
  });
});

describe('what nobody can tell', () => {
  test('is said, and neither passes in silence nor refuses', () => {
    const why = 'the credential may not read it';
    const { rows, found } = judged(OF_12, quotas({ cores: { kind: 'unknown', why } }));
    expect(rows.find(({ name }) => name === 'cores')).toEqual({
      state: 'unknown',
      name: 'cores',
      of: null,
      why,
    });
    expect(found).toEqual([]);
  });

  test('is what a resource of an unknown type holds', () => {
    const odd = template({
      heat_template_version: '2018-08-31',
      resources: {
        group: {
          type: 'OS::Heat::AutoScalingGroup',
          properties: { min_size: 1, max_size: 3, resource: { type: 'Acme::Box' } },
        },
      },
    });
    expect(judged(odd, quotas({ cores: limited(1) })).rows).toContainEqual(
      expect.objectContaining({ name: 'cores', state: 'unknown' }),
    );
  });
});

function scaling() {
  return {
    cooldownSeconds: 60,
    granularitySeconds: null,
    policies: [],
    target: null,
    schedules: [],
    paused: false,
  };
}
