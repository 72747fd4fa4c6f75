/** Shows a scaling group's members that are not simply well, and what a person must know or do. */
import type {
  HealthFinding,
  HealthStatus,
  MemberHealth,
  MemberStatus,
  ScalingGroupHealth,
} from '../../model/health.ts';
import type { Block, Line } from './document.ts';
import { code, line, paragraph } from './document.ts';
import { quoted, SEVERITY_MARKS } from './finding-line.ts';
import type { Detail } from './fit.ts';
import { count } from './words.ts';

const HEAD: readonly Line[] = [line`server`, line`status`, line`why`, line`what`];

export function scalingGroupBlocks(
  { address, status, size, held, members, findings }: ScalingGroupHealth,
  detail: Detail,
): readonly Block[] {
  const telling = members.filter((one) => one.status !== 'current' || one.action !== 'none');
  if (telling.length === 0 && findings.length === 0) return [];
  const rows = telling.slice(0, detail.rows).map((one) => row(one, held));
  const rest = telling.length - rows.length;
  const sizes =
    size.before === size.after ? count('server', size.before) : `${size.before} → ${size.after} servers`;
  return [
    paragraph(line`group ${code(address)}, ${sizes}: ${STATUS_WORDS[status]}`),
    ...(held === null || findings.some(({ message }) => message.includes(held))
      ? []
      : [paragraph(line`Nobody is replaced: ${quoted(held)}`)]),
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            head: HEAD,
            rows: rest > 0 ? [...rows, [[count('more server', rest)], [], [], []]] : rows,
          },
        ]),
    ...findingBlocks(findings, detail),
  ];
}

export const STATUS_WORDS: Readonly<Record<HealthStatus, string>> = {
  healthy: 'as it should be',
  healed: 'put right',
  unhealthy: 'not as it should be',
  unchecked: 'could not be checked',
};

const MEMBER_WORDS: Readonly<Record<MemberStatus, string>> = {
  current: 'well',
  'in-progress': 'in progress',
  failed: '❌ failed',
  terminating: 'terminating',
  'not-found': '❌ not found',
  unknown: '❔ unknown',
};

/** @param held what has been said of the whole group is not said again of each */
function row(member: MemberHealth, held: string | null): readonly Line[] {
  return [
    [code(member.server)],
    [MEMBER_WORDS[member.status]],
    quoted(member.why),
    member.message === held ? ['waits'] : whatOf(member),
  ];
}

function whatOf({ action, outcome, message }: MemberHealth): Line {
  const words = ACTION_WORDS[action];
  switch (outcome) {
    case 'none':
      return [];
    case 'planned':
      return [words.planned];
    case 'done':
      return message === '' ? [words.done] : line`${words.done}: ${quoted(message)}`;
    case 'failed':
      return line`not ${words.done}: ${quoted(message)}`;
    case 'waits':
      return line`waits: ${quoted(message)}`;
  }
}

const ACTION_WORDS: Readonly<
  Record<MemberHealth['action'], { readonly planned: string; readonly done: string }>
> = {
  none: { planned: '', done: '' },
  replace: { planned: 'to be replaced', done: 'replaced' },
  unmark: { planned: 'its mark is to be taken back', done: 'mark taken back' },
};

function findingBlocks(findings: readonly HealthFinding[], detail: Detail): readonly Block[] {
  if (findings.length === 0) return [];
  const shown = findings.slice(0, detail.rows);
  const items = shown.map(
    ({ kind, severity, message, remedy }): Line =>
      line`${SEVERITY_MARKS[severity]} ${code(kind)}: ${quoted(message)}. ${quoted(capital(remedy))}`,
  );
  const rest = findings.length - shown.length;
  const consoles = detail.diffLines === 0 ? [] : shown.filter((one) => one.consoleLog.length > 0);
  return [
    {
      kind: 'list',
      items: rest > 0 ? [...items, line`and ${count('more finding', rest)}`] : items,
      numbered: false,
    },
    ...consoles.map(
      ({ subject, consoleLog: log }): Block => ({
        kind: 'fold',
        summary: line`the end of the console log of ${code(subject)}`,
        blocks: [{ kind: 'diff', lines: log.map((text) => ({ mark: ' ', text })) }],
      }),
    ),
  ];
}

/** A remedy may begin with a command in backticks. */
function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
