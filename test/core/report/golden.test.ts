/** The reports as people read them: each golden file was read by eye, and is compared byte for byte. */
import { expect, test } from 'vitest';
import { applyReport } from '../../../src/core/report/apply-report.ts';
import { type ClosedComment, closedReport } from '../../../src/core/report/closed-report.ts';
import { driftReport } from '../../../src/core/report/drift-report.ts';
import { failureReport } from '../../../src/core/report/failure-report.ts';
import { healthReport } from '../../../src/core/report/health-report.ts';
import { planReport } from '../../../src/core/report/plan-report.ts';
import { problemsReport } from '../../../src/core/report/problems-report.ts';
import type { Report } from '../../../src/model/report.ts';
import * as ill from './health-samples.ts';
import * as sample from './samples.ts';

const CONTEXT = {
  cloud: 'cloud "prod", project "demo", region "RegionOne"',
  commit: '4f2c9e1081aa07d655123456789abcdef0123456',
  base: '81aa07d655124f2c9e1081aa07d6551234567890',
  links: {
    run: 'https://github.com/shop/infra/actions/runs/7',
    horizon: 'https://cloud.example/horizon',
    source: 'https://github.com/shop/infra/blob/4f2c9e1081aa07d655123456789abcdef0123456',
  },
};

const everything = [
  sample.grows,
  sample.replaces,
  sample.creates,
  sample.resizes,
  sample.shrinks,
  sample.deletes,
  sample.resumes,
  ...sample.quiet,
];

const failed = sample.outcome(sample.replaces, {
  status: 'failed',
  steps: [
    {
      kind: 'update',
      status: 'failed',
      message: 'UPDATE_FAILED: api-b41q went to status ERROR, no valid host was found',
    },
  ],
  message: 'the update stopped after 2 of 5 batches; the group does not scale until it is finished',
  findings: [
    { rule: 'member-differs', severity: 'warn', message: '`api-e55t` still has image ubuntu-22.04' },
  ],
});

const notStarted = sample.outcome(sample.creates, {
  status: 'not-started',
  steps: [],
  message: 'not begun, because "api" failed before it',
});

const stopped = sample.drifted('web', {
  status: 'drifted',
  items: [
    {
      kind: 'server-stopped',
      subject: 'server web-x71c',
      repository: 'ACTIVE',
      cloud: 'SHUTOFF',
      remedy: 'start it: openstack server start web-x71c',
      severity: 'error',
      cannotScale: false,
      about: { service: 'server', id: '71c' },
      since: '2026-11-26T00:15:02Z',
      through: 'stop by user 16aa',
      mends: [],
      left: '',
    },
    {
      kind: 'template-edited',
      subject: 'resources.web.properties.max_size',
      repository: '8',
      cloud: '20',
      remedy: 'run apply, or write max: 20 in scaling/web.yaml',
      severity: 'warn',
      cannotScale: false,
      about: null,
      since: null,
      through: '',
      mends: [],
      left: '',
    },
  ],
  notDrift: ['the group stands at 5 (2..12)'],
});

const REPORTS: Readonly<Record<string, () => Report>> = {
  'plan-grows': () => planReport(sample.planOf([sample.grows, ...sample.quiet]), CONTEXT),
  'plan-pull-request': () =>
    planReport(sample.planOf([sample.grows, sample.replaces, ...sample.quiet]), CONTEXT),
  'plan-everything': () => planReport(sample.planOf(everything), CONTEXT),
  'plan-creates': () => planReport(sample.planOf([sample.creates]), { cloud: 'sandbox' }),
  'plan-scales': () => planReport(sample.planOf([sample.scales]), CONTEXT),
  'plan-refused': () => planReport(sample.planOf([sample.refused, sample.grows]), CONTEXT),
  'plan-nothing': () => planReport(sample.planOf(sample.quiet), CONTEXT),
  'plan-problems': () => planReport(sample.planOf([], sample.problems), CONTEXT),
  'apply-done': () =>
    applyReport(
      sample.outcomeOf([sample.grows, sample.replaces].map((plan) => sample.outcome(plan))),
      CONTEXT,
    ),
  'apply-incomplete': () =>
    applyReport(
      sample.outcomeOf([failed, notStarted, ...sample.quiet.map((plan) => sample.outcome(plan))]),
      CONTEXT,
    ),
  'apply-nothing': () =>
    applyReport(sample.outcomeOf(sample.quiet.map((plan) => sample.outcome(plan))), CONTEXT),
  'drift-one': () => driftReport(sample.driftOf([stopped]), CONTEXT),
  'drift-several': () =>
    driftReport(
      sample.driftOf([
        stopped,
        sample.drifted('api', { status: 'drifted', items: stopped.items.slice(0, 1) }),
        sample.drifted('queue', { status: 'in-progress', message: 'the stack is UPDATE_IN_PROGRESS' }),
        sample.drifted('mail', { status: 'unchecked', message: 'Heat answered 503 to the end' }),
        sample.drifted('auth', { notDrift: ['the group stands at 3 (1..5)'] }),
        sample.drifted('blog'),
      ]),
      CONTEXT,
    ),
  'drift-busy': () =>
    driftReport(
      sample.driftOf([
        sample.drifted('queue', { status: 'in-progress', message: 'the stack is UPDATE_IN_PROGRESS' }),
        sample.drifted('blog'),
      ]),
      CONTEXT,
    ),
  'drift-clean': () => driftReport(sample.driftOf([sample.drifted('web')]), CONTEXT),
  'health-unhealthy': () =>
    healthReport(
      ill.healthOf([
        ill.healthOfGroup('web', {
          status: 'unhealthy',
          balancers: [
            ill.balancer({
              status: 'unhealthy',
              steps: [
                ill.step(21),
                ill.step(9, { kind: 'remove', why: 'no member of the group has this address' }),
                ill.kept(15),
              ],
              foreign: [ill.BY_HAND],
              notes: ['web-x22 is BUILD: not registered yet'],
            }),
            ill.balancer({
              api: 'tcp://10.0.0.6:9999',
              status: 'unchecked',
              message:
                'asking HAProxy at tcp://10.0.0.6:9999 to "show servers state web": nothing listens there',
            }),
          ],
        }),
        ill.healthOfGroup('mail', {
          status: 'unchecked',
          message: 'there is no such stack: apply creates it',
          balancers: [],
        }),
        ill.healthOfGroup('api'),
      ]),
      CONTEXT,
    ),
  'health-healed': () =>
    healthReport(
      ill.healthOf([
        ill.healthOfGroup('web', {
          status: 'healed',
          balancers: [
            ill.balancer({ status: 'healed', steps: [ill.step(21, { outcome: 'done' }), ill.kept(15)] }),
          ],
        }),
      ]),
      CONTEXT,
    ),
  'health-brake': () =>
    healthReport(
      ill.healthOf([
        ill.healthOfGroup('web', {
          status: 'unhealthy',
          balancers: [
            ill.balancer({
              status: 'unhealthy',
              message:
                '3 of 3 servers in service would go, but the group shows no member that stays, below its minimum 2: nothing is drained or removed',
              steps: [
                ill.kept(15),
                ill.step(21, {
                  outcome: 'failed',
                  message:
                    'adding the server "web/asg-web-10.20.0.21" at tcp://10.0.0.5:9999: HAProxy says "Permission denied"; the stats socket needs `level admin`',
                }),
              ],
            }),
          ],
        }),
      ]),
      CONTEXT,
    ),
  'health-members': () =>
    healthReport(
      ill.healthOf([
        ill.healthOfGroup('web', {
          status: 'unhealthy',
          balancers: [],
          scalingGroups: [
            ill.scalingGroup({
              members: [
                ill.member(1),
                ill.member(2, {
                  status: 'not-found',
                  why: 'does not exist in Nova',
                  action: 'replace',
                  outcome: 'done',
                  message: 'web-y2 took its place',
                }),
                ill.member(3, {
                  status: 'failed',
                  why: 'http :80/healthz: answers 503 (3 of 3 times)',
                  outcome: 'waits',
                  message: 'at most 1 at once (replace.maxUnavailable)',
                }),
                ill.member(4, {
                  status: 'in-progress',
                  why: 'still starts (grace for 120 s more): no answer within 5 s',
                }),
                ill.member(5, {
                  status: 'failed',
                  why: 'is RESCUE in Nova',
                  outcome: 'waits',
                  message: 'when done: `openstack server unrescue 5`',
                }),
              ],
              findings: [ill.BOOT_LOOP],
            }),
            ill.scalingGroup({ address: 'group-b', status: 'healthy', members: [ill.member(6)] }),
          ],
        }),
      ]),
      CONTEXT,
    ),
  'health-clean': () =>
    healthReport(ill.healthOf([ill.healthOfGroup('web'), ill.healthOfGroup('api')]), CONTEXT),
  'plan-broke': () =>
    failureReport(
      { kind: 'plan', message: 'logging in to cloud "prod": the password is refused; check `OS_PASSWORD`' },
      CONTEXT,
    ),
  validate: () => problemsReport({ problems: sample.problems, specs: 5, kind: 'validate' }, {}),
  'validate-advice': () =>
    problemsReport(
      {
        problems: [],
        findings: [
          {
            rule: 'scaling-flaps',
            severity: 'warn',
            message:
              '`up` and `down` call for each other: the load of 80 % on 1 server is 40 % on 2, below 45 %',
            source: { file: 'scaling/web.yaml', line: 17, column: 9 },
          },
        ],
        specs: 5,
        kind: 'validate',
      },
      {},
    ),
  'validate-clean': () => problemsReport({ problems: [], specs: 5, kind: 'validate' }, {}),
};

const lastPlan = planReport(sample.planOf([sample.grows, ...sample.quiet]), CONTEXT).markdown;
const outcome = sample.outcomeOf([sample.grows, sample.replaces].map((plan) => sample.outcome(plan)));

const begun = () =>
  closedReport({ kind: 'begun', groups: [sample.grows, sample.replaces] }, CONTEXT, lastPlan);

const CLOSED: Readonly<Record<string, () => ClosedComment>> = {
  'closed-no-specs': () => closedReport({ kind: 'no-specs' }, CONTEXT, lastPlan),
  'closed-unmerged': () => closedReport({ kind: 'unmerged' }, CONTEXT, lastPlan),
  'closed-begun': () => begun(),
  'closed-applied': () => closedReport({ kind: 'applied', outcome, begun: true }, CONTEXT, begun().markdown),
  'closed-cut-off': () =>
    closedReport(
      {
        kind: 'applied',
        outcome: sample.outcomeOf(
          [sample.grows, sample.replaces].map((plan) =>
            sample.outcome(plan, { status: 'nothing-to-do', steps: [] }),
          ),
        ),
        begun: false,
      },
      CONTEXT,
      begun().markdown,
    ),
  'closed-incomplete': () =>
    closedReport(
      {
        kind: 'applied',
        outcome: sample.outcomeOf([failed, sample.outcome(sample.grows), notStarted]),
        begun: true,
      },
      CONTEXT,
    ),
  'closed-overtaken': () =>
    closedReport({ kind: 'overtaken', newer: '0a1b2c3d4e5f60718293a4b5c6d7e8f901234567' }, CONTEXT, lastPlan),
  'closed-broke': () =>
    closedReport(
      { kind: 'broke', message: 'asking Heat for the stacks: it answered 503 to the end' },
      CONTEXT,
    ),
};

for (const [name, closed] of Object.entries(CLOSED)) {
  test(`${name} reads as it was reviewed`, async () => {
    await expect(closed().markdown).toMatchFileSnapshot(`golden/${name}.md`);
  });
}

for (const [name, report] of Object.entries(REPORTS)) {
  test(`${name} reads as it was reviewed`, async () => {
    const made = report();
    await expect(made.markdown).toMatchFileSnapshot(`golden/${name}.md`);
    await expect(`${made.title}\n\n${made.text}`).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  test(`${name} is the same bytes each time`, () => {
    expect(report()).toEqual(report());
  });
}
