/** The issue that lists what is beyond the cap. */
import type { IssueKind, IssueVerdict, WantedIssue } from '../../model/issue.ts';
import { issueTitle } from './issue-body.ts';
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

const TITLES: Readonly<Record<string, string>> = {
  drift: 'More groups with drift',
  health: 'More groups that are not well',
  apply: 'More groups that were not applied',
  schedules: 'More workflows that no longer run',
};

/** @param by whose round it was. */
export function moreIssue(by: string, key: string, beyond: readonly Found[]): WantedIssue {
  const facts = beyond.flatMap(({ subject, wanted }) => {
    const severity = wanted.facts.some((fact) => fact.severity === 'error') ? 'error' : 'warn';
    return [{ id: `${subject.kind} ${subject.group}`, severity, detail: '', line: wanted.line } as const];
  });
  const title = issueTitle(TITLES[by] ?? 'More', key);
  return { title, facts, body: body(beyond), line: title };
}

function body(beyond: readonly Found[]): string {
  const rows: string[] = [];
  let room = BUDGET;
  for (const { subject, wanted } of beyond.slice(0, LISTED)) {
    const row = `- ${WORDS[subject.kind]}: ${wanted.line}`;
    if (row.length > room) break;
    room -= row.length + 1;
    rows.push(row);
  }
  const rest = beyond.length - rows.length;
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
