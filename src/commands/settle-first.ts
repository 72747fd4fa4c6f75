/** Waits for stacks that need nothing because an update of just this content is under way, such as that of a run that was killed. */
import type { Ignoring } from '../core/plan/leave-ignored.ts';
import type { Pair } from '../core/plan/plan.ts';
import { verificationFindings } from '../core/plan/verify.ts';
import type { StackRef } from '../model/observed.ts';
import type { GroupOutcome } from '../model/outcome.ts';
import type { CloudReader } from '../ports/cloud.ts';
import { inTurns } from './concurrency.ts';
import { leaveAlone } from './leave-alone.ts';
import type { PlannedPairs } from './make-plan.ts';
import { observe } from './observe.ts';
import type { CommandOptions, WriterParts } from './parts.ts';
import { waitForOthers } from './settle.ts';

/** By stack name: who is still at work after all patience; null = nobody any more, and what it left is to be looked at. */
export type Waited = ReadonlyMap<string, string | null>;

const AT_ONCE = 8;

export async function settleFirst(
  { clock, log }: WriterParts,
  reader: CloudReader,
  { pairs, plan }: PlannedPairs,
  { waitMinutes }: CommandOptions,
): Promise<Waited> {
  const due = pairs.flatMap(({ observed }, index): readonly StackRef[] =>
    plan.groups[index]?.action === 'no-op' &&
    observed.presence === 'present' &&
    observed.state.status === 'IN_PROGRESS'
      ? [observed]
      : [],
  );
  const entries = await inTurns(due, AT_ONCE, async (stack) => {
    const busy = await waitForOthers({ reader, clock, log }, stack, waitMinutes);
    return [stack.name, busy] as const;
  });
  return new Map(entries);
}

/** What Heat says is not the end, whoever asked it: a group that still needs nothing is compared member by member. */
export async function lookAfter(
  reader: CloudReader,
  outcome: GroupOutcome,
  {
    pair,
    ignoring,
    busy,
  }: { readonly pair: Pair; readonly ignoring: Ignoring; readonly busy: string | null },
): Promise<GroupOutcome> {
  if (outcome.status !== 'nothing-to-do') return outcome;
  if (busy !== null) return { ...outcome, status: 'not-started', message: busy };
  const seen = await observe(reader, [pair.left?.declared ?? pair.desired], 'all');
  const [after] = await leaveAlone(reader, seen, ignoring);
  const findings = after === undefined ? [] : verificationFindings(after, outcome.plan);
  if (!findings.some(({ severity }) => severity === 'error')) return { ...outcome, findings };
  const message =
    'an update that was under way has ended, but not every server is as planned; apply the same commit again to go on';
  return { ...outcome, status: 'failed', message, findings };
}
