/** Tells people on the forge what an apply came to: in the plan's comment, and in issues while something is not done. */
import { applyBroke, applyVerdicts } from '../core/issues/apply-verdicts.ts';
import type { ReportContext } from '../core/report/context.ts';
import type { BrokenApply } from '../core/report/issue-apply-broke.ts';
import type { Outcome } from '../model/outcome.ts';
import type { GroupPlan } from '../model/plan.ts';
import { closeOff } from './close-off.ts';
import { keepIssues } from './keep-issues.ts';
import type { CommandOptions, WriterParts } from './parts.ts';

interface Told {
  readonly outcome: Outcome;
  readonly context: ReportContext;
  /** As `tellBegun` said. */
  readonly begun: boolean;
}

/** Before the first write: should the run die, this is what is known of it. True when it stands somewhere. */
export async function tellBegun(
  parts: WriterParts,
  options: CommandOptions,
  { groups, context }: { readonly groups: readonly GroupPlan[]; readonly context: ReportContext },
): Promise<boolean> {
  if (options.onlySchedules || groups.length === 0) return false;
  return closeOff(parts, { kind: 'begun', groups }, context);
}

/** What it came to stands where the plan stood; what is not done has an issue until it is. */
export async function tellApplied(
  parts: WriterParts,
  options: CommandOptions,
  { outcome, context, begun }: Told,
): Promise<void> {
  if (options.onlySchedules) return;
  await closeOff(parts, { kind: 'applied', outcome, begun }, context);
  const verdicts = applyVerdicts(outcome, context);
  const groups = outcome.groups.map(({ name }) => name);
  await keepIssues(parts, options, { by: 'apply', verdicts, groups, cloud: context.cloud });
}

/** An issue until the next apply that comes about; whoever called still gets the error. */
export async function tellBroken(
  parts: WriterParts,
  options: CommandOptions,
  broken: BrokenApply,
): Promise<void> {
  if (options.onlySchedules) return;
  const verdict = applyBroke(broken, { cloud: '', commit: options.commit, ...options.report });
  await keepIssues(parts, options, { by: 'apply', verdicts: [verdict], groups: null, cloud: '' });
}
