/** The command `plan`: specs and cloud in, the plan as a report out; nothing is changed. */
import { approvalRecord } from '../core/approval/record.ts';
import { recordTexts } from '../core/approval/record-text.ts';
import { isRefused } from '../core/plan/plan.ts';
import { planReport } from '../core/report/plan-report.ts';
import type { Plan } from '../model/plan.ts';
import { chooseSpecs, stopOnProblems } from './choose.ts';
import { freezeOverride } from './freeze-override.ts';
import { planAgainst } from './make-plan.ts';
import type { CommandOptions, CommandResult, ExitCode, ReaderParts } from './parts.ts';

export async function plan(parts: ReaderParts, options: CommandOptions): Promise<CommandResult> {
  const chosen = await chooseSpecs(parts, options, 'plan');
  if (!chosen.ok) return chosen.result;
  const cloud = await parts.reader();
  const { specs, rules } = chosen;
  const override = await freezeOverride(parts, options, rules);
  const guard = { rules, moment: 'plan', freezeOverride: override } as const;
  const made = await planAgainst(cloud, specs, parts.clock.now(), guard);
  if (made.problems.length > 0) {
    return stopOnProblems(parts, options, {
      problems: made.problems,
      specs: specs.length,
      kind: 'plan',
    });
  }
  const report = planReport(made.plan, { cloud: cloud.label, commit: options.commit, ...options.report });
  await parts.publisher.publish(report, { approves: recordTexts(approvalRecord(made.plan)) });
  return unlessUnkept(parts, { exitCode: exitCodeOf(made.plan), report, problems: [] });
}

/** A plan that nobody can approve by merging is none. */
export function unlessUnkept(
  { publisher }: Pick<ReaderParts, 'publisher'>,
  result: CommandResult,
): CommandResult {
  const failure = publisher.unkept?.() ?? null;
  return failure === null ? result : { ...result, exitCode: 1, failure };
}

function exitCodeOf(made: Plan): ExitCode {
  if (made.groups.some(isRefused)) return 3;
  return made.groups.some(({ action }) => action !== 'no-op') ? 2 : 0;
}
