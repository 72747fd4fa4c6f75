/** The body of a health issue: which servers do not serve and why, what was tried, the way out. */
import type { BalancerHealth, BalancerStep, GroupHealth } from '../../model/health.ts';
import { isStillSick } from '../health/judge.ts';
import type { Block, Line } from './document.ts';
import { code, join, line, paragraph, strong } from './document.ts';
import { quoted } from './finding-line.ts';
import type { Detail } from './fit.ts';
import { scalingGroupBlocks } from './health-members.ts';
import { stackSubject } from './horizon.ts';
import { type IssueContext, issueBody, issueFooter } from './issue-body.ts';
import { count } from './words.ts';

const HEAD: readonly Line[] = [line`server`, line`what`, line`why`];

export function healthIssueBody(group: GroupHealth, context: IssueContext): string {
  return issueBody((detail) => [
    paragraph(healthSentence(group, context)),
    ...group.scalingGroups.flatMap((one) => scalingGroupBlocks(one, detail)),
    ...group.balancers.flatMap((balancer) => balancerBlocks(balancer, detail)),
    ...wayOut(group),
    issueFooter('rewritten when something changes, closed when well', context),
  ]);
}

/** `web (scaling/web.yaml) is not well in 2 places: 1 of 5 servers sick`. */
export function healthSentence(group: GroupHealth, context: IssueContext): Line {
  const open = group.balancers.flatMap(openSteps).length;
  const where = open > 0 ? ` in ${count('place', open)}` : '';
  const members = group.scalingGroups.flatMap((one) => one.members);
  const sick = members.filter(isStillSick).length;
  const who = sick > 0 ? `: ${sick} of ${count('server', members.length)} sick` : '';
  return line`${stackSubject(group, context)} (${code(group.source.file)}) is not well${where}${who}`;
}

/** What is not as it should be, or was not done. */
export function openSteps({ steps }: BalancerHealth): readonly BalancerStep[] {
  return steps.filter(({ outcome }) => outcome === 'planned' || outcome === 'failed');
}

/** `server web-x71c: drain failed: …`. */
export function healthStepLine({ server, kind, outcome, why, message }: BalancerStep): Line {
  return line`server ${code(server)}: ${kind} ${outcome}: ${quoted(outcome === 'failed' ? message : why)}`;
}

function balancerBlocks(balancer: BalancerHealth, detail: Detail): readonly Block[] {
  if (balancer.status === 'healthy') return [];
  const open = openSteps(balancer);
  const rows = open
    .slice(0, detail.rows)
    .map((step): readonly Line[] => [[code(step.server)], what(step), reason(step)]);
  const rest = open.length - rows.length;
  const table: Block = {
    kind: 'table',
    head: HEAD,
    rows: rest > 0 ? [...rows, [[count('more step', rest)], [], []]] : rows,
  };
  return [
    paragraph(line`Backend ${code(balancer.backend)} of HAProxy at ${code(balancer.api)}`),
    ...(balancer.message === ''
      ? []
      : [{ kind: 'alert', tone: 'caution', lines: [quoted(balancer.message)] } as const]),
    ...(rows.length === 0 ? [] : [table]),
  ];
}

function what({ kind, outcome }: BalancerStep): Line {
  return outcome === 'failed' ? line`${strong('failed')}: ${kind}` : line`to ${kind}`;
}

function reason({ outcome, why, message }: BalancerStep): Line {
  return quoted(outcome === 'failed' ? message : why);
}

function wayOut({ balancers, scalingGroups }: GroupHealth): readonly Block[] {
  const members = scalingGroups.flatMap((one) => one.members);
  const told = scalingGroups.some(({ findings }) => findings.length > 0);
  const open = [...balancers.flatMap(openSteps), ...members.filter(({ outcome }) => outcome !== 'none')];
  const planned = open.some(({ outcome }) => outcome === 'planned');
  const failed = open.some(({ outcome }) => outcome === 'failed');
  const waiting = open.some(({ outcome }) => outcome === 'waits');
  const words: readonly Line[] = [
    ...(planned ? [line`run ${code('health')} with ${code('heal: true')}: it does what is listed here`] : []),
    ...(failed ? [line`what failed is tried again by every run; the reason stands beside it`] : []),
    ...(told ? [line`what a person has to do stands beside each sign above`] : []),
    ...(waiting && !told ? [line`who waits is replaced by a later run`] : []),
    ...(planned || failed || told || waiting
      ? []
      : [line`look at the message above: nothing here can be put right by itself`]),
  ];
  return [paragraph(line`${strong('Way out')}: ${join(words, '; ')}`)];
}
