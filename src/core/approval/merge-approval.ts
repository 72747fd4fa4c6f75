/** Puts together what the pull requests that brought a commit approved. */
import type { MergeApproval, MergedPull, PlanOnPull } from '../../model/approval.ts';
import { readRecord } from './record-text.ts';

/** `pulls` with the oldest first. */
export function mergeApproval(pulls: readonly MergedPull[]): MergeApproval {
  const read = pulls.map((pull) => ({ pull, plan: planOnPull(pull) }));
  const direct = 'no pull request brought this commit';
  return {
    pulls: pulls.map(({ number }) => number),
    groups: read.flatMap(({ plan }) => (plan.state === 'approved' ? plan.record.groups : [])),
    reasons:
      pulls.length === 0
        ? [direct]
        : read.flatMap(({ pull, plan }) =>
            plan.state === 'nothing' ? [`#${pull.number}: ${plan.reason}`] : [],
          ),
  };
}

/** A plan that failed or was refused approves nothing, and takes the place of each earlier one. */
function planOnPull({ plan, foreign }: MergedPull): PlanOnPull {
  if (plan === null) {
    const others =
      foreign.length === 0 ? '' : `; check runs of that name by ${foreign.join(', ')} do not count`;
    return {
      state: 'nothing',
      reason: `no plan was left on its commits (if it is still being made, run this again when it is there)${others}`,
    };
  }
  const of = `the plan of ${plan.sha.slice(0, 7)}`;
  if (plan.conclusion !== 'success') {
    return { state: 'nothing', reason: `${of} ended as "${plan.conclusion}": ${plan.title}` };
  }
  const read = readRecord(plan.texts);
  return read.ok
    ? { state: 'approved', record: read.record }
    : { state: 'nothing', reason: `${of} can't be read: ${read.reason}` };
}
