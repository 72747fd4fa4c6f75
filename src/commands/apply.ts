/** The command `apply`: plans again, refuses what was not approved, does the rest, reports what was done. */
import { approval } from '../core/plan/approval.ts';
import { applyReport } from '../core/report/apply-report.ts';
import type { GroupOutcome, Outcome } from '../model/outcome.ts';
import { chooseSpecs, stopOnProblems } from './choose.ts';
import { inTurns } from './concurrency.ts';
import { executeGroup } from './execute.ts';
import { planAgainst } from './make-plan.ts';
import type { CommandOptions, CommandResult, ExitCode, WriterParts } from './parts.ts';

/** Stacks changed at the same time: more would only queue inside Heat's engine. */
const STACKS_AT_ONCE = 4;

export async function apply(parts: WriterParts, options: CommandOptions): Promise<CommandResult> {
  const chosen = await chooseSpecs(parts, options, 'apply');
  if (!chosen.ok) return chosen.result;
  const reader = await parts.reader();
  const made = await planAgainst(reader, chosen.specs, parts.clock.now());
  if (made.problems.length > 0) {
    return stopOnProblems(parts, options, {
      problems: made.problems,
      specs: chosen.specs.length,
      kind: 'apply',
    });
  }
  const writer = await parts.writer();
  const groups = await inTurns(made.pairs, STACKS_AT_ONCE, async (pair, index): Promise<GroupOutcome> => {
    const group = made.plan.groups[index];
    if (!group) throw new Error(`plan without a group for "${pair.desired.name}"`);
    const verdict = approval(group, made.plan, options.approved);
    return verdict.go
      ? executeGroup({ ...parts, cloud: { reader, writer } }, { pair, group, options })
      : { name: group.name, stackId: group.stack.id, plan: group, steps: [], findings: [], ...verdict };
  });
  const outcome: Outcome = { version: 1, fingerprint: made.plan.fingerprint, groups, problems: [] };
  const report = applyReport(outcome, { cloud: reader.label, commit: options.commit, ...options.report });
  await parts.publisher.publish(report);
  return { exitCode: exitCodeOf(outcome), report, problems: [] };
}

function exitCodeOf({ groups }: Outcome): ExitCode {
  if (groups.some(({ status }) => status === 'failed' || status === 'not-started')) return 1;
  return groups.some(({ status }) => status === 'refused') ? 3 : 0;
}
