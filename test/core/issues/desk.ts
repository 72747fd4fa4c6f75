/** A forge in memory that does what it is told, one run after the other. */
import type { IssueAction } from '../../../src/core/issues/action.ts';
import { decideIssues, type IssueRound } from '../../../src/core/issues/decide.ts';
import type { IssueScope } from '../../../src/core/issues/memory.ts';
import type { ForgeIssue, IssueFact, IssueKind, IssueVerdict } from '../../../src/model/issue.ts';

export const SCOPE: IssueScope = { key: '', cloud: 'cloud "prod", project "shop"', run: 'aaaa' };

export interface Desk {
  readonly issues: ForgeIssue[];
  /** `#1: text`. */
  readonly comments: string[];
  /** Does what the decision says, and tells what that was: `#1 change: got worse`. */
  round(verdicts: readonly IssueVerdict[], parts?: Partial<IssueRound>, at?: string): readonly string[];
  /** As a person: with the browser. */
  edit(number: number, change: Partial<ForgeIssue>): void;
}

export function desk(): Desk {
  const issues: ForgeIssue[] = [];
  const comments: string[] = [];
  const edit = (number: number, change: Partial<ForgeIssue>) => {
    const index = issues.findIndex((one) => one.number === number);
    const issue = issues[index];
    if (issue) issues[index] = { ...issue, ...change };
  };
  const carryOut = (action: IssueAction): string => {
    if (action.do === 'create') {
      const number = issues.length + 1;
      const { title, body, labels } = action.issue;
      issues.push({ number, title, body, state: 'open', labels: labels.map(({ name }) => name), url: '' });
      return `#${number} create`;
    }
    if (action.do === 'skip') return `skip: ${action.why}`;
    const { number } = action;
    if (action.do === 'change') {
      const { change, comment, unlabel } = action;
      const labels =
        issues.find((one) => one.number === number)?.labels.filter((name) => name !== unlabel) ?? [];
      edit(number, {
        ...(change.body === undefined ? {} : { body: change.body }),
        ...(change.state === undefined ? {} : { state: change.state }),
        labels,
      });
      if (comment !== null) comments.push(`#${number}: ${comment}`);
    }
    return `#${number} ${action.do}: ${action.why}`;
  };
  return {
    issues,
    comments,
    edit,
    round(verdicts, parts = {}, at = '2026-11-22T02:17:00Z') {
      const round = {
        by: 'drift',
        scope: SCOPE,
        verdicts,
        groups: verdicts.map(({ subject }) => subject.group),
        max: 10,
        run: null,
        ...parts,
      } as const;
      return decideIssues(round, [...issues], new Date(at)).map(carryOut);
    },
  };
}

export function fact(id: string, parts: Partial<IssueFact> = {}): IssueFact {
  return { id, severity: 'warn', detail: 'was 2, is 3', line: `line of ${id}`, ...parts };
}

export function found(group: string, facts: readonly IssueFact[], kind: IssueKind = 'drift'): IssueVerdict {
  const wanted = {
    title: `${group} differs`,
    facts,
    body: `body: ${facts.map(({ id, detail }) => `${id} ${detail}`).join(', ')}\n`,
    line: `line of ${group}`,
  };
  return { state: 'found', subject: { kind, group }, wanted };
}

export function clean(group: string, kind: IssueKind = 'drift'): IssueVerdict {
  return { state: 'clean', subject: { kind, group }, word: `Clean: ${group}.` };
}
