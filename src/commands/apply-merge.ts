/** The command `apply` after a merge: only in its turn, only what merging approved, and recorded. */
import { mergeApproval } from '../core/approval/merge-approval.ts';
import type { Turn } from '../core/approval/turn.ts';
import type { Approved } from '../core/plan/approval.ts';
import { noteReport } from '../core/report/note-report.ts';
import type { MergeApproval } from '../model/approval.ts';
import type { DeploymentEnd } from '../model/deployment.ts';
import type { Clock } from '../ports/clock.ts';
import { errorLine, ForgeError } from '../ports/errors.ts';
import type { Deployments, MergeHistory } from '../ports/forge.ts';
import { apply } from './apply.ts';
import { besideSchedules } from './beside-schedules.ts';
import { closeOff } from './close-off.ts';
import type { CommandOptions, CommandResult, WriterParts } from './parts.ts';
import { takeTurn } from './take-turn.ts';

const applyBesideSchedules = besideSchedules(apply);

export interface MergeParts extends WriterParts {
  readonly history: MergeHistory;
  readonly deployments: Deployments;
  /** Of the runner: other runs live in real time, whatever the cloud's clock does. */
  readonly wallClock: Clock;
}

export interface MergeOptions extends CommandOptions {
  readonly commit: string;
  /** `required`: only what plans on the merged pull requests showed. */
  readonly approval: 'required' | 'none';
  /** What becomes of a commit that no pull request brought, where an approval is required. */
  readonly directPush: 'refuse' | 'apply';
}

export async function applyMerge(parts: MergeParts, options: MergeOptions): Promise<CommandResult> {
  const context = { commit: options.commit, ...options.report };
  try {
    const { result, state } = await whenItsTurn(parts, options);
    if (result.problems.length > 0) {
      await closeOff(parts, { kind: 'broke', message: result.report.title }, context);
    }
    await record(parts, { state, description: result.report.title });
    return result;
  } catch (error) {
    await closeOff(parts, { kind: 'broke', message: errorLine(error) }, context);
    await record(parts, { state: 'failure', description: 'The apply broke: see the run' });
    throw error;
  }
}

interface Done {
  readonly result: CommandResult;
  readonly state: DeploymentEnd['state'];
}

async function whenItsTurn(parts: MergeParts, options: MergeOptions): Promise<Done> {
  const { turn, newer, lastDone } = await takeTurn(parts, {
    sha: options.commit,
    waitMinutes: options.waitMinutes,
  });
  switch (turn.kind) {
    case 'go': {
      const result = await applyBesideSchedules(parts, {
        ...options,
        newer,
        approved: await approvedBy(parts, options),
        ...(lastDone === null ? {} : { approvedEarlier: () => earlier(parts, lastDone) }),
      });
      return { result, state: result.exitCode === 0 ? 'success' : 'failure' };
    }
    case 'wait':
      return { result: await stillBusy(parts, options, turn.message), state: 'failure' };
    case 'stand-back':
      return { result: await standBack(parts, options, turn), state: 'inactive' };
  }
}

async function stillBusy(parts: MergeParts, options: MergeOptions, message: string): Promise<CommandResult> {
  const context = { commit: options.commit, ...options.report };
  const report = noteReport(
    {
      kind: 'apply',
      verdict: 'Nothing was applied: another apply is at work',
      message: `${message}. It did not end within ${options.waitMinutes} min (wait-minutes): run this one again when it has`,
      clean: false,
    },
    context,
  );
  await parts.publisher.publish(report);
  await closeOff(parts, { kind: 'broke', message }, context);
  return { exitCode: 1, report, problems: [] };
}

async function standBack(
  parts: MergeParts,
  options: MergeOptions,
  { message, newer }: Extract<Turn, { kind: 'stand-back' }>,
): Promise<CommandResult> {
  const context = { commit: options.commit, ...options.report };
  const verdict = newer === null ? 'it is not on the branch any more' : 'a newer commit has it';
  const report = noteReport(
    { kind: 'apply', verdict: `Nothing was applied: ${verdict}`, message, clean: true },
    context,
  );
  await parts.publisher.publish(report);
  if (newer !== null) await closeOff(parts, { kind: 'overtaken', newer }, context);
  return { exitCode: 0, report, problems: [] };
}

/** What was merged since the last apply that came to its end is merged and approved, though its own apply failed or never ran. */
async function earlier({ history }: MergeParts, lastDone: string): Promise<MergeApproval> {
  return mergeApproval(await history.mergedSince(lastDone));
}

/** What the workflow names itself wins over what was merged. */
async function approvedBy(
  { log, history }: MergeParts,
  { approved, approval, directPush }: MergeOptions,
): Promise<Approved> {
  if (approved !== null || approval === 'none') return approved;
  const merged = mergeApproval(await history.mergedPulls());
  if (merged.pulls.length > 0 || directPush === 'refuse') return merged;
  log.warn('no pull request brought this commit: it is applied all the same, as direct-push: apply says');
  return null;
}

/** The record tells the story; that it fails changes nothing of what was done. */
async function record({ log, deployments }: MergeParts, end: DeploymentEnd): Promise<void> {
  try {
    await deployments.end(end);
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    log.warn(`ending the record of this apply: ${error.message}; the verdict stands`);
  }
}
