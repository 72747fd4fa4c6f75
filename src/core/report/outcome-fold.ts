/** The folded part of an outcome for one group: the steps as they went, what was seen afterwards. */
import type { GroupOutcome } from '../../model/outcome.ts';
import type { Step } from '../../model/plan.ts';
import type { Block, Line } from './document.ts';
import { code, join, line, strong } from './document.ts';
import { fieldDiff } from './field-diff.ts';
import { findingLine, quoted } from './finding-line.ts';
import type { Detail } from './fit.ts';

/** null when there is nothing to say. */
export function outcomeFold(group: GroupOutcome, detail: Detail): Block | null {
  const blocks = [...stepBlocks(group), ...diffBlocks(group, detail), ...findingBlocks(group)];
  return blocks.length === 0 ? null : { kind: 'fold', summary: headline(group), blocks };
}

function headline(group: GroupOutcome): Line {
  const { file, line: row } = group.plan.source;
  return join([[strong(group.name)], [`${file}:${row}`], [group.status.replaceAll('-', ' ')]], ' · ');
}

function stepBlocks(group: GroupOutcome): readonly Block[] {
  if (group.plan.steps.length === 0) return [];
  const items = group.plan.steps.map((step, index) => stepLine(step, group.steps[index]));
  return [{ kind: 'list', items, numbered: true }];
}

function stepLine(planned: Step, taken: GroupOutcome['steps'][number] | undefined): Line {
  if (taken === undefined) return line`${code(planned.kind)} not started`;
  const message: Line = taken.message === '' ? [] : line`: ${quoted(taken.message)}`;
  return line`${code(planned.kind)} ${taken.status === 'done' ? '✓ done' : '✗ failed'}${message}`;
}

function diffBlocks(group: GroupOutcome, detail: Detail): readonly Block[] {
  const changes = group.plan.changes.filter((change) => change.action !== 'no-op');
  if (changes.length === 0 || detail.diffLines === 0) return [];
  const limits = { maxLines: detail.diffLines, maxColumns: detail.columns };
  return [{ kind: 'diff', lines: fieldDiff(changes, limits) }];
}

function findingBlocks(group: GroupOutcome): readonly Block[] {
  // what the clock did is told by the schedule's own note
  const findings = group.plan.byClock ? [...group.plan.findings, ...group.findings] : group.findings;
  if (findings.length === 0) return [];
  const items = findings.map(findingLine);
  return [{ kind: 'list', items, numbered: false }];
}
