/** Makes the report of a health check: what is wrong, what was put right, what could not be checked. */
import type { BalancerActionKind } from '../../model/balancer.ts';
import type { BalancerHealth, BalancerStep, GroupHealth, Health, HealthStatus } from '../../model/health.ts';
import type { Annotation, Report, ReportTone } from '../../model/report.ts';
import { isStillSick } from '../health/judge.ts';
import { problemAnnotations } from './annotations.ts';
import { assemble } from './assemble.ts';
import type { ReportContext } from './context.ts';
import type { Block, Line } from './document.ts';
import { code, join, line, paragraph, strong } from './document.ts';
import { problemBlocks, quoted } from './finding-line.ts';
import type { Detail } from './fit.ts';
import { footer } from './footer.ts';
import { endpointText, healthJson } from './health-json.ts';
import { STATUS_WORDS, scalingGroupBlocks } from './health-members.ts';
import { healthVerdict } from './health-verdict.ts';
import { noticeBlocks } from './notices.ts';
import { count } from './words.ts';

const HEAD: readonly Line[] = [line`server in the backend`, line`address`, line`what`, line`why`];

/** Markdown, text and JSON of a health check. */
export function healthReport(health: Health, context: ReportContext): Report {
  const number = (status: HealthStatus) => health.groups.filter((one) => one.status === status).length;
  return assemble({
    kind: 'health',
    key: context.key ?? '',
    verdict: healthVerdict(health),
    tone: tone(health),
    json: () => healthJson(health),
    facts: {
      fingerprint: null,
      groups: [],
      changes: number('unhealthy') + number('healed') > 0,
      refused: false,
      counts: {
        healthy: number('healthy'),
        healed: number('healed'),
        unhealthy: number('unhealthy'),
        unchecked: number('unchecked'),
      },
    },
    annotations: [...problemAnnotations(health.problems), ...health.groups.flatMap(annotations)],
    build: (detail) => build(health, context, detail),
  });
}

function tone({ groups, problems }: Health): ReportTone {
  const has = (status: HealthStatus) => groups.some((group) => group.status === status);
  if (problems.length > 0 || has('unhealthy') || has('unchecked')) return 'failed';
  return has('healed') ? 'changes' : 'clean';
}

function annotations(group: GroupHealth): readonly Annotation[] {
  return [...memberAnnotations(group), ...backendAnnotations(group)];
}

function memberAnnotations({ name, source, scalingGroups }: GroupHealth): readonly Annotation[] {
  return scalingGroups.flatMap(({ members, findings }) => [
    ...members.filter(isStillSick).map(
      ({ server, status, why }): Annotation => ({
        ...source,
        severity: 'warn',
        title: `${name}: ${status}`,
        message: `${server} ${why}`,
      }),
    ),
    ...findings.map(
      ({ kind, severity, message, remedy }): Annotation => ({
        ...source,
        severity: severity === 'info' ? 'info' : 'warn',
        title: `${name}: ${kind}`,
        message: `${message}; ${remedy}`,
      }),
    ),
  ]);
}

function backendAnnotations({ name, source, balancers }: GroupHealth): readonly Annotation[] {
  return balancers
    .flatMap(({ steps }) => steps)
    .filter(({ outcome }) => outcome === 'planned' || outcome === 'failed')
    .map((step) => ({
      ...source,
      severity: 'warn',
      title: `${name}: ${step.kind}`,
      message: `${step.server}: ${step.why}`,
    }));
}

function* build(health: Health, context: ReportContext, detail: Detail): Iterable<Block> {
  yield* problemBlocks(health.problems, detail);
  const telling = health.groups.filter(({ status }) => status !== 'healthy');
  const shown = Math.max(detail.folds, detail.sentences);
  for (const group of telling.slice(0, shown)) yield* groupBlocks(group, detail);
  if (telling.length > shown) {
    yield paragraph(line`and ${count('more group', telling.length - shown)}: see the summary`);
  }
  yield* healthyBlocks(
    health.groups.filter(({ status }) => status === 'healthy'),
    detail,
  );
  yield* noticeBlocks(context);
  yield footer('health', null, context);
}

function groupBlocks(
  { name, source, message, scalingGroups, balancers }: GroupHealth,
  detail: Detail,
): readonly Block[] {
  const headline = line`${strong(name)} · ${`${source.file}:${source.line}`}`;
  return [
    paragraph(headline),
    ...(message === '' ? [] : [alert(line`${strong(name)} could not be checked: ${quoted(message)}`)]),
    ...scalingGroups.flatMap((one) => scalingGroupBlocks(one, detail)),
    ...balancers.flatMap((one) => balancerBlocks(one, detail)),
  ];
}

function balancerBlocks(balancer: BalancerHealth, detail: Detail): readonly Block[] {
  const { api, backend, status, message, steps, foreign, notes } = balancer;
  const open = steps.filter(({ outcome }) => outcome !== 'kept');
  const rows = open.slice(0, detail.rows).map(row);
  const rest = open.length - rows.length;
  const others = foreign.slice(0, detail.rows).map(({ name, endpoint, state }): Line => {
    return line`${code(name)} (${endpointText(endpoint) ?? 'no address'}, ${state})`;
  });
  return [
    paragraph(line`backend ${code(backend)} of HAProxy at ${code(api)}: ${STATUS_WORDS[status]}`),
    ...(message === '' ? [] : [alert(quoted(message))]),
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            head: HEAD,
            rows: rest > 0 ? [...rows, [[count('more step', rest)], [], [], []]] : rows,
          },
        ]),
    ...(others.length === 0
      ? []
      : [paragraph(line`Not the group’s, left alone: ${join(others, ', ')}${more(foreign, others)}`)]),
    ...(notes.length === 0
      ? []
      : [{ kind: 'list' as const, items: notes.slice(0, detail.rows).map(quoted), numbered: false }]),
  ];
}

function row({ server, endpoint, kind, outcome, why, message }: BalancerStep): readonly Line[] {
  const words = STEP_WORDS[kind];
  const what = outcome === 'done' ? words.done : outcome === 'failed' ? `not ${words.done}` : words.planned;
  return [
    [code(server)],
    [endpointText(endpoint) ?? ''],
    [what],
    outcome === 'failed' ? line`${quoted(message)}` : quoted(why),
  ];
}

const STEP_WORDS: Readonly<Record<BalancerActionKind, { readonly planned: string; readonly done: string }>> =
  {
    register: { planned: 'to be registered', done: 'registered' },
    enable: { planned: 'to be enabled', done: 'enabled' },
    drain: { planned: 'to be drained', done: 'drained' },
    remove: { planned: 'to be removed', done: 'removed' },
    keep: { planned: 'kept', done: 'kept' },
  };

function healthyBlocks(groups: readonly GroupHealth[], detail: Detail): readonly Block[] {
  if (groups.length === 0 || !detail.unchangedNames) return [];
  const lines = groups.map(({ name, scalingGroups, balancers }): Line => {
    const members = scalingGroups.reduce((sum, one) => sum + one.members.length, 0);
    const serving = Math.max(members, ...balancers.map(({ steps }) => steps.length));
    return line`${code(name)} ${count('server', serving)}`;
  });
  return [
    {
      kind: 'fold',
      summary: [`${count('group', groups.length)} healthy`],
      blocks: [paragraph(join(lines, ' · '))],
    },
  ];
}

function more(all: readonly unknown[], shown: readonly unknown[]): string {
  return all.length > shown.length ? ` and ${all.length - shown.length} more` : '';
}

function alert(content: Line): Block {
  return { kind: 'alert', tone: 'caution', lines: [content] };
}
