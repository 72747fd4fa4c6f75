/** The command `apply`: plans again, does what was approved or what a schedule asks for, reports what was done. */
import { isContinuation } from '../core/approval/continuation.ts';
import { isFromNewer } from '../core/approval/turn.ts';
import { recordedFindings } from '../core/guard/freeze-findings.ts';
import { provenanceOf } from '../core/heat/tags.ts';
import { approval } from '../core/plan/approval.ts';
import type { Ignoring } from '../core/plan/leave-ignored.ts';
import { isRefused, type Pair, planFingerprint } from '../core/plan/plan.ts';
import { schedulesOnly } from '../core/plan/schedules-only.ts';
import { applyReport } from '../core/report/apply-report.ts';
import type { GroupOutcome, GroupStatus, Outcome } from '../model/outcome.ts';
import type { GroupPlan, Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import type { CloudReader } from '../ports/cloud.ts';
import { errorLine } from '../ports/errors.ts';
import { type Chosen, chooseSpecs, stopOnProblems } from './choose.ts';
import { inTurns } from './concurrency.ts';
import { executeGroup } from './execute.ts';
import { freezeOverride } from './freeze-override.ts';
import { type PlannedPairs, pairsForBounds, planAgainst } from './make-plan.ts';
import type { CommandOptions, CommandResult, ExitCode, WriterParts } from './parts.ts';
import { lookAfter, settleFirst, type Waited } from './settle-first.ts';
import { tellApplied, tellBegun, tellBroken } from './tell-applied.ts';

/** Stacks changed at the same time: more would only queue inside Heat's engine. */
const STACKS_AT_ONCE = 4;

export async function apply(parts: WriterParts, options: CommandOptions): Promise<CommandResult> {
  try {
    const result = await carryOut(parts, options);
    if (result.problems.length > 0)
      await tellBroken(parts, options, { message: '', problems: result.problems });
    return result;
  } catch (error) {
    await tellBroken(parts, options, { message: errorLine(error), problems: [] });
    throw error;
  }
}

async function carryOut(parts: WriterParts, options: CommandOptions): Promise<CommandResult> {
  const chosen = await chooseSpecs(parts, options, 'apply');
  if (!chosen.ok) return chosen.result;
  const reader = await parts.reader();
  const decided = await decide(reader, chosen, parts, options);
  const { problems, decisions, waited, ignoring } = decided;
  if (problems.length > 0) {
    return stopOnProblems(parts, options, { problems, specs: chosen.specs.length, kind: 'apply' });
  }
  const writer = await parts.writer();
  const context = { cloud: reader.label, commit: options.commit, ...options.report };
  const begun = await tellBegun(parts, options, { groups: toDo(decisions), context });
  const groups = await inTurns(decisions, STACKS_AT_ONCE, async (decision): Promise<GroupOutcome> => {
    const { pair, group, verdict, noted = true } = decision;
    if (verdict.go) {
      const work = { pair, group, ignoring, noted, options: tagged(pair, options) };
      return keepRecord(group, await executeGroup({ ...parts, cloud: { reader, writer } }, work));
    }
    const still = {
      name: group.name,
      stackId: group.stack.id,
      plan: group,
      steps: [],
      findings: [],
      ...verdict,
    };
    const busy = waited.get(group.name);
    return busy === undefined ? still : lookAfter(reader, still, { pair, ignoring, busy });
  });
  const outcome: Outcome = { version: 1, fingerprint: decided.fingerprint, groups, problems: [] };
  const report = applyReport(outcome, context);
  await parts.publisher.publish(report);
  await tellApplied(parts, options, { outcome, context, begun });
  return { exitCode: exitCodeOf(outcome), report, problems: [] };
}

/** Who let it pass stands in the report of what was done, too. */
function keepRecord({ findings }: GroupPlan, outcome: GroupOutcome): GroupOutcome {
  return { ...outcome, findings: [...recordedFindings(findings), ...outcome.findings] };
}

interface Decision {
  readonly pair: Pair;
  readonly group: GroupPlan;
  /** Whether the stack says afterwards that this was sent; left out: it does. */
  readonly noted?: boolean;
  readonly verdict:
    | { readonly go: true }
    | { readonly go: false; readonly status: GroupStatus; readonly message: string };
}

interface Decided {
  readonly decisions: readonly Decision[];
  readonly waited: Waited;
  /** The same for the whole run: a rule does not end in the middle of it. */
  readonly ignoring: Ignoring;
  readonly fingerprint: string;
  readonly problems: readonly Problem[];
}

/** What a spec names in vain stops what was merged, not the bounds of what runs. */
async function decide(
  reader: CloudReader,
  { specs, rules }: Extract<Chosen, { readonly ok: true }>,
  parts: WriterParts,
  options: CommandOptions,
): Promise<Decided> {
  const ignoring = { rules: rules.settings.ignore, now: parts.clock.now() };
  if (options.onlySchedules) {
    const decisions = bySchedule(await pairsForBounds(reader, specs, ignoring));
    const fingerprint = planFingerprint(toDo(decisions));
    return { decisions, waited: new Map(), ignoring, fingerprint, problems: [] };
  }
  const override = await freezeOverride(parts, options, rules);
  const guard = { rules, moment: 'apply', freezeOverride: override } as const;
  const first = await planAgainst(reader, specs, ignoring.now, guard);
  const waited = await settleFirst(parts, reader, first, options);
  // what it left may be other than what it was sent for
  const made = waited.size === 0 ? first : await planAgainst(reader, specs, ignoring.now, guard);
  if (made.problems.length > 0)
    return { decisions: [], waited, ignoring, fingerprint: '', problems: made.problems };
  const decisions = await byAnyApproval(made, options);
  return { decisions, waited, ignoring, fingerprint: made.plan.fingerprint, problems: [] };
}

function toDo(decisions: readonly Decision[]): readonly GroupPlan[] {
  return decisions.filter(({ verdict }) => verdict.go).map(({ group }) => group);
}

/** Requests to the forge are made only where they may change something. */
async function byAnyApproval(made: PlannedPairs, options: CommandOptions): Promise<readonly Decision[]> {
  const decisions = byApproval(made, options);
  const { approved, approvedEarlier } = options;
  const refused = decisions.some(
    ({ group, verdict }) => !verdict.go && verdict.status === 'refused' && !isRefused(group),
  );
  if (!refused || approved === null || !('groups' in approved) || approvedEarlier === undefined)
    return decisions;
  const { pulls, groups } = await approvedEarlier();
  const all = {
    pulls: [...pulls.filter((number) => !approved.pulls.includes(number)), ...approved.pulls],
    groups: [...groups, ...approved.groups],
    reasons: approved.reasons,
  };
  return byApproval(made, { ...options, approved: all });
}

function byApproval({ pairs, plan }: PlannedPairs, options: CommandOptions): readonly Decision[] {
  return pairs.map((pair, index): Decision => {
    const group = plan.groups[index];
    if (!group) throw new Error(`plan without a group for "${pair.desired.name}"`);
    return { pair, group, verdict: verdictOn(pair, group, plan, options) };
  });
}

function verdictOn(pair: Pair, group: GroupPlan, plan: Plan, options: CommandOptions): Decision['verdict'] {
  const { approved, newer = [] } = options;
  const decided = overtaken(pair, newer) ?? approval(group, plan, approved);
  if (decided.go || decided.status !== 'refused' || isRefused(group)) return decided;
  if (approved === null || !('groups' in approved)) return decided;
  return isContinuation({ ...pair, group }, approved, options) ? { go: true } : decided;
}

function overtaken({ observed }: Pair, newer: readonly string[]): Decision['verdict'] | null {
  const { commit } = provenanceOf(observed.presence === 'present' ? observed.tags : []);
  if (commit === null || !isFromNewer(commit, newer)) return null;
  const message = `its stack was last applied from ${commit.slice(0, 7)}, a newer commit of the branch, and stays as that left it`;
  return { go: false, status: 'left', message };
}

function bySchedule(pairs: readonly Pair[]): readonly Decision[] {
  return pairs.map((pair): Decision => {
    const scheduled = schedulesOnly(pair);
    if (scheduled.go) return { ...scheduled, verdict: { go: true } };
    const { group, status, message } = scheduled;
    return { pair, group, verdict: { go: false, status, message } };
  });
}

/** A scheduled run brings no commit: the stack keeps the name of the one it was applied from. */
function tagged({ observed }: Pair, options: CommandOptions): CommandOptions {
  if (!options.onlySchedules || observed.presence === 'absent') return options;
  return { ...options, ...provenanceOf(observed.tags) };
}

function exitCodeOf({ groups }: Outcome): ExitCode {
  if (groups.some(({ status }) => status === 'failed' || status === 'not-started')) return 1;
  return groups.some(({ status }) => status === 'refused') ? 3 : 0;
}
