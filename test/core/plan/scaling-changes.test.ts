/** A change of scaling in the plan: in place, in words, and silent when nothing changes. */
import { describe, expect, test } from 'vitest';
import { planGroup } from '../../../src/core/plan/plan.ts';
import { planReport } from '../../../src/core/report/plan-report.ts';
import type { GroupPlan } from '../../../src/model/plan.ts';
import { made } from '../heat/scaling-group.ts';
import { live } from '../live-stack.ts';

const scaling = (above: string, more = {}) => ({
  cooldown: '30m',
  policies: [
    { name: 'up', metric: 'cpu', above, for: '10m', add: 1 },
    { name: 'down', metric: 'cpu', below: '20%', for: '30m', remove: 1 },
  ],
  ...more,
});

function planned(before: ReturnType<typeof scaling>, after: ReturnType<typeof scaling>): GroupPlan {
  const observed = live(made(before).desired, [5]);
  return planGroup({ desired: made(after).desired, observed, definitions: {} });
}

describe('a changed threshold', () => {
  const plan = planned(scaling('80%'), scaling('85%'));

  test('is an alarm changed in place, and touches no server', () => {
    expect(plan.action).toBe('update');
    expect(plan.servers).toMatchObject({ keep: 5, replace: 0, create: 0, delete: 0 });
    expect(plan.changes).toEqual([
      {
        address: 'resources.up-alarm',
        action: 'update',
        reason: 'alarm changed in place',
        confidence: 'certain',
        fields: [
          {
            path: 'properties.description',
            before: 'the mean CPU of the group stays above 80 % for 10 min',
            after: 'the mean CPU of the group stays above 85 % for 10 min',
          },
          { path: 'properties.threshold', before: 240_000_000_000, after: 255_000_000_000 },
        ],
      },
    ]);
  });

  test('is told in words, with how soon the group answers', () => {
    const { text } = planReport(
      {
        version: 1,
        summary: { create: 0, update: 1, replace: 0, delete: 0, noop: 0 },
        fingerprint: 'sha256:0',
        groups: [plan],
        headRoom: null,
        hostRoom: [],
        problems: [],
      },
      { cloud: 'sandbox' },
    );
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      '- up adds 1 server when the mean CPU of the group stays above 85 % for 10 min; reaction 13–19 min (measured every 5 min)',
    );
  });
});

describe('paused scaling', () => {
  test('switches alarms off in place, and says so', () => {
    const plan = planned(scaling('80%'), scaling('80%', { paused: true }));
    expect(plan.changes.map(({ address, fields }) => [address, fields])).toEqual([
      ['resources.down-alarm', [{ path: 'properties.enabled', before: true, after: false }]],
      ['resources.up-alarm', [{ path: 'properties.enabled', before: true, after: false }]],
    ]);
    expect(plan.triggers.every(({ enabled }) => !enabled)).toBe(true);
  });
});

describe('unchanged scaling', () => {
  test('brings neither words nor advice into an unchanged group', () => {
    const flapping = scaling('21%');
    expect(planned(flapping, flapping)).toMatchObject({ action: 'no-op', triggers: [], findings: [] });
    expect(planned(scaling('80%'), flapping).findings.map(({ rule }) => rule)).toContain('scaling-flaps');
  });
});

describe('a new group', () => {
  test('has the words of every alarm', () => {
    const { desired } = made(scaling('80%'));
    const plan = planGroup({ desired, observed: { presence: 'absent', name: 'web' }, definitions: {} });
    expect(plan.triggers.map(({ policy, effect, reaction }) => [policy, effect, reaction])).toEqual([
      ['up', 'adds 1 server', { earliestSeconds: 780, latestSeconds: 1140 }],
      ['down', 'removes 1 server', { earliestSeconds: 1800, latestSeconds: 2160 }],
    ]);
  });
});
