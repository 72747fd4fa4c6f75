/** Puts findings and problems into words, one line each. */

import type { GroupPlan } from '../../model/plan.ts';
import type { Finding, Position, Problem, Severity } from '../../model/problem.ts';
import type { Block, Line } from './document.ts';
import { code, line, strong } from './document.ts';
import type { Detail } from './fit.ts';
import { count } from './words.ts';

export const SEVERITY_MARKS: Readonly<Record<Severity, string>> = { error: '⛔', warn: '⚠', info: 'ℹ' };
const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: 'refused',
  warn: 'warning',
  info: 'note',
};

/** `⚠ warning baseline/x: message (scaling/web.yaml:21)`. */
export function findingLine(finding: Finding): Line {
  const { severity, rule, message, source } = finding;
  const where: Line = source === undefined ? [] : line` (${place(source)})`;
  return line`${SEVERITY_MARKS[severity]} ${SEVERITY_WORDS[severity]} ${code(rule)}: ${quoted(message)}${where}`;
}

/** `scaling/web.yaml:6:3: message`. */
export function problemLine(problem: Problem): Line {
  const { file, line: row, column, message } = problem;
  return line`${code(`${file}:${row}:${column}`)}: ${quoted(message)}`;
}

/** All problems as a list; none, no block. */
export function problemBlocks(problems: readonly Problem[], detail: Detail): readonly Block[] {
  if (problems.length === 0) return [];
  const shown = problems.slice(0, detail.rows).map(problemLine);
  const rest = problems.length - shown.length;
  const items = rest > 0 ? [...shown, line`and ${count('more problem', rest)}`] : shown;
  return [{ kind: 'list', items, numbered: false }];
}

/** All findings as a list; none, no block. */
export function findingBlocks(findings: readonly Finding[], detail: Detail): readonly Block[] {
  if (findings.length === 0) return [];
  const shown = findings.slice(0, detail.rows).map(findingLine);
  const rest = findings.length - shown.length;
  const items = rest > 0 ? [...shown, line`and ${count('more finding', rest)}`] : shown;
  return [{ kind: 'list', items, numbered: false }];
}

/** What refuses a change, above everything else. */
export function refusalBlocks(groups: readonly GroupPlan[], detail: Detail): readonly Block[] {
  const all = groups.flatMap((group) =>
    group.findings
      .filter((finding) => finding.severity === 'error')
      .map((finding) => line`${strong(group.name)}: ${quoted(finding.message)} (${code(finding.rule)})`),
  );
  if (all.length === 0) return [];
  const shown = all.slice(0, detail.sentences);
  const rest = all.length - shown.length;
  const lines = rest > 0 ? [...shown, line`and ${count('more refusal', rest)}: see the summary`] : shown;
  return [{ kind: 'alert', tone: 'caution', lines }];
}

/** Our messages quote commands and names in backticks: those become code. */
export function quoted(message: string): Line {
  return message.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? code(part) : part));
}

function place(position: Position): string {
  return `${position.file}:${position.line}`;
}
