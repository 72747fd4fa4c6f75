/** The issue that lists what is beyond the cap. */
import type {
  IssueFact,
  IssueKind,
  IssueSubject,
  IssueVerdict,
  IssueVoice,
  WantedIssue,
} from '../../model/issue.ts';
import type { Severity } from '../../model/problem.ts';
import { worst } from '../issues/compare.ts';
import { line, strong } from './document.ts';
import { issueLine, issueTitle } from './issue-body.ts';
import { grouped } from './words.ts';

type Found = Extract<IssueVerdict, { readonly state: 'found' }>;

const LISTED = 500;
const BUDGET = 50_000;

const WORDS: Readonly<Record<IssueKind, string>> = {
  drift: 'differs',
  'drift-unchecked': 'could not be checked',
  health: 'not well',
  'health-unchecked': 'could not be checked',
  'apply-failed': 'not applied',
  'schedule-stopped': 'stopped',
  more: '',
};

const TITLES: Readonly<Record<IssueVoice, string>> = {
  drift: 'More groups with drift',
  health: 'More groups that are not well',
  apply: 'More groups that were not applied',
  schedules: 'More workflows that no longer run',
};

/** Listed before, and not looked at this time. */
export interface Unseen {
  readonly subject: IssueSubject;
  readonly severity: Severity;
}

export interface Whose {
  readonly by: IssueVoice;
  readonly scope: { readonly key: string };
}

export function moreIssue(
  { by, scope }: Whose,
  beyond: readonly Found[],
  unseen: readonly Unseen[],
): WantedIssue {
  const seen = beyond.map(({ subject, wanted }): IssueFact => {
    return {
      id: factIdOf(subject),
      severity: worst(wanted.facts),
      detail: '',
      line: wanted.line,
    };
  });
  const still = unseen.map(({ subject, severity }): IssueFact => {
    const { kind, group } = subject;
    const words = issueLine(line`${strong(group)}: ${WORDS[kind]}, as the report of an earlier run says`);
    return { id: factIdOf(subject), severity, detail: '', line: words };
  });
  const title = issueTitle(TITLES[by], scope.key);
  const facts = [...seen, ...still];
  return { title, facts, body: body(facts), line: title };
}

export function factIdOf({ kind, group }: IssueSubject): string {
  return `${kind} ${group}`;
}

function body(facts: readonly IssueFact[]): string {
  const rows: string[] = [];
  let room = BUDGET;
  for (const fact of facts.slice(0, LISTED)) {
    const row = `- ${fact.line}`;
    if (row.length > room) break;
    room -= row.length + 1;
    rows.push(row);
  }
  const rest = facts.length - rows.length;
  return [
    'These are as real as those with an issue of their own, but beyond `max-issues`. The worst get one first; as others are closed, these follow.',
    '',
    ...rows,
    ...(rest > 0 ? [`- and ${grouped(rest)} more: see the report of the run`] : []),
    '',
    '<sub>Kept by Thermostat: closes by itself when the list is empty</sub>',
    '',
  ].join('\n');
}
