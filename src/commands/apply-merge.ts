/** The command `apply` after a merge: only in its turn, only what merging approved, and recorded. */
import { mergeApproval } from '../core/approval/merge-approval.ts';
import type { Approved } from '../core/plan/approval.ts';
import { standBackReport } from '../core/report/stand-back-report.ts';
import type { DeploymentEnd } from '../model/deployment.ts';
import type { Clock } from '../ports/clock.ts';
import { ForgeError } from '../ports/errors.ts';
import type { Deployments, MergeHistory } from '../ports/forge.ts';
import { apply } from './apply.ts';
import type { CommandOptions, CommandResult, WriterParts } from './parts.ts';
import { takeTurn } from './take-turn.ts';

export interface MergeParts {
  readonly history: MergeHistory;
  readonly deployments: Deployments;
  readonly clock: Clock;
}

export interface MergeOptions extends CommandOptions {
  readonly commit: string;
  /** `required`: only what plans on the merged pull requests showed. */
  readonly approval: 'required' | 'none';
  /** What becomes of a commit that no pull request brought, where an approval is required. */
  readonly directPush: 'refuse' | 'apply';
}

export async function applyMerge(
  parts: WriterParts,
  merge: MergeParts,
  options: MergeOptions,
): Promise<CommandResult> {
  const { deployments } = merge;
  try {
    const result = await inTurn(parts, merge, options);
    await record(parts, deployments, {
      state: result.exitCode === 0 ? 'success' : 'failure',
      description: result.report.title,
    });
    return result;
  } catch (error) {
    await record(parts, deployments, { state: 'failure', description: 'The apply broke: see the run' });
    throw error;
  }
}

async function inTurn(parts: WriterParts, merge: MergeParts, options: MergeOptions): Promise<CommandResult> {
  const { history, deployments, clock } = merge;
  const { turn, newer } = await takeTurn(
    { history, deployments, clock, log: parts.log },
    { sha: options.commit, waitMinutes: options.waitMinutes },
  );
  if (turn.kind !== 'go') {
    const clean = turn.kind === 'stand-back';
    const message = clean
      ? turn.message
      : `${turn.message}. It did not end within ${options.waitMinutes} min: run this one again when it has`;
    const report = standBackReport({ clean, message }, { commit: options.commit, ...options.report });
    await parts.publisher.publish(report);
    return { exitCode: clean ? 0 : 1, report, problems: [] };
  }
  return apply(parts, { ...options, newer, approved: await approvedBy(parts, history, options) });
}

/** What the workflow names itself wins over what was merged. */
async function approvedBy(
  { log }: WriterParts,
  history: MergeHistory,
  { approved, approval, directPush }: MergeOptions,
): Promise<Approved> {
  if (approved !== null || approval === 'none') return approved;
  const merged = mergeApproval(await history.mergedPulls());
  if (merged.pulls.length > 0 || directPush === 'refuse') return merged;
  log.warn('no pull request brought this commit: it is applied all the same, as direct-push: apply says');
  return null;
}

/** The record tells the story; that it fails changes nothing of what was done. */
async function record({ log }: WriterParts, deployments: Deployments, end: DeploymentEnd): Promise<void> {
  try {
    await deployments.end(end);
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    log.warn(`ending the record of this apply: ${error.message}; the verdict stands`);
  }
}
