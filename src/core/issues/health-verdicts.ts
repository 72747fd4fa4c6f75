/** Says what a health check means for the issues of its groups. */
import type {
  BalancerHealth,
  BalancerStep,
  GroupHealth,
  Health,
  ScalingGroupHealth,
} from '../../model/health.ts';
import type { IssueFact, IssueVerdict } from '../../model/issue.ts';
import { isStillSick } from '../health/judge.ts';
import { code, line, strong } from '../report/document.ts';
import { quoted } from '../report/finding-line.ts';
import { type IssueContext, issueLine, issueTitle } from '../report/issue-body.ts';
import { healthIssueBody, healthSentence, healthStepLine, openSteps } from '../report/issue-health.ts';
import { checkedAgain, checkFailed } from './unchecked-verdict.ts';

export function healthVerdicts(health: Health, context: IssueContext): readonly IssueVerdict[] {
  return [checkedAgain('health', ''), ...health.groups.flatMap((group) => groupVerdicts(group, context))];
}

/** What was healed is well: it closes. Where there is no stack yet, an apply is on its way, or drift says so. */
function groupVerdicts(group: GroupHealth, context: IssueContext): readonly IssueVerdict[] {
  const { name, status, presence } = group;
  switch (status) {
    case 'unchecked':
      if (presence === 'absent') return [];
      return [checkFailed({ what: 'health', group: name, message: reason(group), problems: [] }, context)];
    case 'healthy':
    case 'healed':
      return [
        checkedAgain('health', name),
        { state: 'clean', subject: { kind: 'health', group: name }, word: word(group) },
      ];
    case 'unhealthy':
      return [checkedAgain('health', name), found(group, context)];
  }
}

function reason({ message, scalingGroups, balancers }: GroupHealth): string {
  if (message !== '') return message;
  const member = scalingGroups.flatMap(({ members }) => members).find(({ status }) => status === 'unknown');
  if (member !== undefined) return `${member.server}: ${member.why}`;
  return balancers.find(({ status }) => status === 'unchecked')?.message ?? '';
}

function found(group: GroupHealth, context: IssueContext): IssueVerdict {
  return {
    state: 'found',
    subject: { kind: 'health', group: group.name },
    wanted: {
      title: issueTitle(`${group.name} is not well`, context.key ?? ''),
      facts: [...group.scalingGroups.flatMap(scalingGroupFacts), ...group.balancers.flatMap(balancerFacts)],
      body: healthIssueBody(group, context),
      line: issueLine(healthSentence(group, context)),
    },
  };
}

/** Sick members, and what a person must do; the member's name stays when its server is another. */
function scalingGroupFacts({ address, members, findings }: ScalingGroupHealth): readonly IssueFact[] {
  return [
    ...members.filter(isStillSick).map((member) => ({
      id: `${address}/${member.name} ${member.status}`,
      severity: 'error' as const,
      detail: '',
      line: issueLine(line`server ${code(member.server)} ${quoted(member.why)}`),
    })),
    ...findings.map(({ kind, severity, subject, message }) => ({
      id: `${kind} ${subject}`,
      severity,
      detail: '',
      line: issueLine(line`${code(kind)}: ${quoted(message)}`),
    })),
  ];
}

/** A balancer that is unwell as a whole says so in its message. */
function balancerFacts(balancer: BalancerHealth): readonly IssueFact[] {
  const { api, backend, status, message } = balancer;
  const whole: readonly IssueFact[] =
    status === 'healthy' || message === ''
      ? []
      : [
          {
            id: `${api} ${backend}`,
            severity: 'error',
            detail: '',
            line: issueLine(line`${code(backend)}: ${quoted(message)}`),
          },
        ];
  return [...whole, ...openSteps(balancer).map((step) => stepFact(balancer, step))];
}

function stepFact({ api, backend }: BalancerHealth, step: BalancerStep): IssueFact {
  return {
    id: `${api} ${backend} ${step.server} ${step.kind}`,
    severity: step.outcome === 'failed' ? 'error' : 'warn',
    detail: '',
    line: issueLine(healthStepLine(step)),
  };
}

function word({ name, status }: GroupHealth): string {
  return status === 'healed'
    ? issueLine(line`Healed: ${strong(name)} is as it should be.`)
    : issueLine(line`Well again: ${strong(name)} is as it should be.`);
}
