/** Puts into words what is wrong with a group, and what a person can do about it. */
import type { MemberVerdict } from '../../model/evidence.ts';
import type { HealDecision, HealQuestion, HoldKind } from '../../model/healing.ts';
import type { HealthFinding } from '../../model/health.ts';
import type { Severity } from '../../model/problem.ts';
import { isMarked } from './marks.ts';
import { type StuckView, stuckFindings } from './stuck.ts';

export interface FindingsView extends StuckView {
  readonly question: HealQuestion;
  readonly decision: HealDecision;
  /** Console logs by member name, of those in a boot loop. */
  readonly consoles: Readonly<Record<string, readonly string[]>>;
}

export function healthFindings(view: FindingsView): readonly HealthFinding[] {
  return [...held(view), ...deafGroup(view), ...loops(view), ...spared(view), ...stuckFindings(view)];
}

interface HoldWords {
  readonly severity: Severity;
  readonly remedy: string;
}

/** Holds that the next run gets over by itself are told in the report, and are no findings. */
const HOLDS: Readonly<Record<HoldKind, HoldWords | null>> = {
  'not-asked': {
    severity: 'warn',
    remedy: 'write `health: {}` into the spec, and `health --heal` replaces such servers',
  },
  forbidden: { severity: 'info', remedy: 'wait until it is allowed again' },
  'at-work': null,
  'group-failed': { severity: 'error', remedy: 'run apply: it finishes what stopped' },
  'stack-unfit': { severity: 'warn', remedy: 'resume the stack, or take its spec out' },
  brake: {
    severity: 'error',
    remedy:
      'look for what they have in common: network, load balancer, image, hypervisors, or the machine that checks; when it is only they after all, replace.brake permits more',
  },
  'condemned-by-others': {
    severity: 'warn',
    remedy:
      'raise replace.maxUnavailable, or take back a mark: `openstack stack resource mark unhealthy --reset NESTED MEMBER`',
  },
  'template-differs': { severity: 'error', remedy: 'run apply: it brings the group to rest' },
  budget: null,
};

function held({ question, decision, nested }: FindingsView): readonly HealthFinding[] {
  const { held: hold, waits } = decision;
  if (hold === null || (waits.length === 0 && hold.kind !== 'group-failed')) return [];
  const words = HOLDS[hold.kind];
  if (words === null) return [];
  const { why } = hold;
  const sick = sickNames(question, waits);
  const message =
    hold.kind === 'not-asked' ? `${sick}, and ${why}: nobody is replaced` : `${why}; nobody is replaced`;
  const remedy = words.remedy.replace('NESTED', nested.name);
  const { severity } = words;
  return [{ kind: hold.kind, severity, remedy, subject: groupName(question), message, consoleLog: [] }];
}

function sickNames({ verdicts }: HealQuestion, waits: HealDecision['waits']): string {
  const sick = verdicts.filter(({ name }) => waits.some((one) => one.name === name));
  return sick.map(({ server, why }) => `${server} ${why}`).join(', ');
}

/** heat aws/autoscaling_group.py adjust: signals reach only a group that is COMPLETE. */
function deafGroup({ question, decision }: FindingsView): readonly HealthFinding[] {
  if (!isMarked(question.group) || decision.held?.kind === 'group-failed') return [];
  return [
    {
      kind: 'group-deaf',
      severity: 'error',
      subject: groupName(question),
      message: `the group is CHECK_FAILED since somebody had the stack checked: Heat drops every alarm's signal, and the next update of the stack could replace all servers`,
      remedy: '`health --heal` takes the mark from the group, after that of its members',
      consoleLog: [],
    },
  ];
}

function loops({ question, decision, consoles }: FindingsView): readonly HealthFinding[] {
  return question.verdicts
    .filter(({ name }) => decision.loops.includes(name))
    .map((one) => ({
      kind: 'boot-loop',
      severity: 'error',
      subject: memberName(one),
      message: `${one.server} ${one.why}; ${waitOf(decision, one)}`,
      remedy:
        'look at its console log and at what changed in image and cloud-init; a pull request that mends them replaces it',
      consoleLog: consoles[one.name] ?? [],
    }));
}

function spared({ question, decision }: FindingsView): readonly HealthFinding[] {
  const { held: hold } = decision;
  if (hold !== null && hold.kind !== 'budget') return [];
  return question.verdicts
    .filter(({ status, spare }) => spare !== null && status === 'failed')
    .map((one) => ({
      kind: 'put-by-hand',
      severity: 'warn',
      subject: memberName(one),
      message: `${one.server} ${one.why}`,
      remedy: one.spare ?? '',
      consoleLog: [],
    }));
}

function waitOf({ waits }: HealDecision, { name }: MemberVerdict): string {
  return waits.find((one) => one.name === name)?.why ?? '';
}

export function memberName({ name }: MemberVerdict): string {
  return `member ${name}`;
}

export function groupName({ address }: HealQuestion): string {
  return `group ${address}`;
}
