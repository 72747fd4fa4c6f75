/** Issues that the golden files show, one of each kind. */
import { applyVerdicts } from '../../../src/core/issues/apply-verdicts.ts';
import { driftVerdicts } from '../../../src/core/issues/drift-verdicts.ts';
import { healthVerdicts } from '../../../src/core/issues/health-verdicts.ts';
import { scheduleVerdicts } from '../../../src/core/issues/schedule-verdicts.ts';
import { checkFailed } from '../../../src/core/issues/unchecked-verdict.ts';
import { moreIssue } from '../../../src/core/report/issue-more.ts';
import type { DriftItem } from '../../../src/model/drift.ts';
import type { IssueVerdict, WantedIssue } from '../../../src/model/issue.ts';
import { balancer, healthOf, healthOfGroup, member, scalingGroup, step } from './health-samples.ts';
import * as sample from './samples.ts';

export const CONTEXT = {
  cloud: 'cloud "prod", project "shop"',
  commit: '4f2c9e1d3b5a79886f0c1e2d3b4a59687f0e1d2c',
  key: '',
  links: {
    run: 'https://github.example/shop/infra/actions/runs/42',
    horizon: 'https://cloud.example/horizon',
  },
};

export function difference(parts: Partial<DriftItem> = {}): DriftItem {
  return {
    kind: 'server-stopped',
    severity: 'error',
    cannotScale: false,
    subject: 'server web-x71c',
    repository: 'ACTIVE',
    cloud: 'SHUTOFF',
    remedy: 'start it (`openstack server start web-x71c`)',
    about: { service: 'server', id: '919e3797-3c7f-418d-8bce-8a6c245017ff' },
    since: '2026-11-21T16:40:00Z',
    through: 'stop by user mara',
    mends: [],
    left: '',
    ...parts,
  };
}

const MANY: readonly DriftItem[] = [
  difference(),
  difference({
    kind: 'alarm-disabled',
    severity: 'error',
    cannotScale: true,
    subject: 'alarm cpu-low',
    repository: 'enabled',
    cloud: 'disabled',
    remedy: 'enable it (`openstack alarm update --enabled True cpu-low`)',
    about: { service: 'alarm', id: 'a1' },
    since: '2026-11-21T16:38:00Z',
    through: '',
    mends: [],
    left: '',
  }),
  difference({
    kind: 'template-edited',
    severity: 'warn',
    subject: 'resources.group.properties.max_size',
    repository: '8',
    cloud: '20',
    remedy: 'run apply to put the repository’s value back, or merge the live value into the spec',
    about: null,
    since: null,
    through: '',
    mends: [],
    left: '',
  }),
];

const STOPPED = {
  workflow: {
    path: '.github/workflows/drift.yml',
    command: 'drift',
    schedules: [{ cron: '17 2 * * *', timezone: 'UTC' }],
  },
  lastRun: '2026-11-21T02:19:04Z',
  knownSince: '2026-01-01T00:00:00Z',
  due: '2026-11-22T02:17:00.000Z',
  state: 'inactive',
  url: 'https://github.example/shop/infra/actions/workflows/drift.yml',
} as const;

export function driftWanted(items: readonly DriftItem[], name = 'web'): WantedIssue {
  const notDrift = ['group stands at 5 (2..12): the autoscaler’s business'];
  const group = sample.drifted(name, { status: 'drifted', items, notDrift });
  return wanted(driftVerdicts(sample.driftOf([group]), CONTEXT));
}

export const ISSUES: Readonly<Record<string, WantedIssue>> = {
  drift: driftWanted(MANY),
  unchecked: wanted([
    checkFailed(
      {
        what: 'drift',
        group: 'web',
        message: 'reading stack "web": the cloud answered 503; `orchestration` may be restarting',
        problems: [],
      },
      CONTEXT,
    ),
  ]),
  'unchecked-all': wanted([
    checkFailed({ what: 'health', group: '', message: '', problems: sample.problems }, CONTEXT),
  ]),
  health: wanted(
    healthVerdicts(
      healthOf([
        healthOfGroup('web', {
          status: 'unhealthy',
          balancers: [
            balancer({
              status: 'unhealthy',
              steps: [
                step(17),
                step(18, {
                  kind: 'remove',
                  outcome: 'failed',
                  message: 'still has 3 connections after 60 s',
                }),
              ],
            }),
          ],
        }),
      ]),
      CONTEXT,
    ),
  ),
  'health-outage': wanted(
    healthVerdicts(
      healthOf([
        healthOfGroup('web', {
          status: 'unhealthy',
          balancers: [],
          scalingGroups: [
            scalingGroup({
              size: { before: 2, after: 2 },
              held: '2 of 2 servers are sick, the whole group: the cause is elsewhere',
              members: [1, 2].map((number) =>
                member(number, {
                  status: 'failed',
                  why: 'is SHUTOFF in Nova',
                  outcome: 'waits',
                  message: '2 of 2 servers are sick, the whole group: the cause is elsewhere',
                }),
              ),
              findings: [
                {
                  kind: 'brake',
                  severity: 'error',
                  subject: 'group group',
                  message:
                    '2 of 2 servers are sick, the whole group: the cause is elsewhere; nobody is replaced',
                  remedy: 'look for what they have in common: network, load balancer, image, hypervisors',
                  consoleLog: [],
                },
              ],
            }),
          ],
        }),
      ]),
      CONTEXT,
    ),
  ),
  apply: wanted(
    applyVerdicts(
      sample.outcomeOf([
        sample.outcome(sample.shrinks, {
          status: 'failed',
          steps: [
            { kind: 'shrink', status: 'done', message: '' },
            { kind: 'update', status: 'failed', message: 'ResourceInError: no valid host' },
          ],
          message: 'the stack is UPDATE_FAILED: no valid host was found',
        }),
      ]),
      CONTEXT,
    ),
  ),
  schedule: wanted(scheduleVerdicts([STOPPED.workflow], [STOPPED], CONTEXT)),
  more: moreIssue(
    { by: 'drift', scope: { key: '' } },
    ['api', 'shop'].map((group) => ({
      state: 'found',
      subject: { kind: 'drift', group },
      wanted: driftWanted(MANY.slice(0, 1), group),
    })),
    [{ subject: { kind: 'drift', group: 'mail' }, severity: 'warn' }],
  ),
};

/** The one that was found. */
function wanted(verdicts: readonly IssueVerdict[]): WantedIssue {
  const found = verdicts.find((verdict) => verdict.state === 'found');
  if (found?.state !== 'found') throw new Error('nothing was found');
  return found.wanted;
}
