/** Decides whether a group's plan may be carried out: what was approved, or what is already so. */
import type { MergeApproval } from '../../model/approval.ts';
import type { GroupPlan, Plan } from '../../model/plan.ts';
import { approvalDifference } from '../approval/difference.ts';

export type Approval =
  | { readonly go: true }
  | { readonly go: false; readonly status: 'nothing-to-do' | 'refused'; readonly message: string };

/** Fingerprints of whole plans or of single groups; what merges approved; null asks for no approval. */
export type Approved = readonly string[] | MergeApproval | null;

/** A schedule was approved with its spec. */
export function approval(group: GroupPlan, plan: Plan, approved: Approved): Approval {
  if (group.action === 'no-op') return { go: false, status: 'nothing-to-do', message: '' };
  const forbidden = group.findings.filter(({ severity }) => severity === 'error');
  if (forbidden.length > 0) return refused(forbidden.map(({ message }) => message).join('; '));
  if (approved === null || group.byClock) return { go: true };
  return 'groups' in approved ? byMerge(group, approved) : byFingerprint(group, plan, approved);
}

function byFingerprint(group: GroupPlan, plan: Plan, approved: readonly string[]): Approval {
  if (approved.includes(plan.fingerprint) || approved.includes(group.fingerprint)) return { go: true };
  return refused(
    `what would be done now (${group.fingerprint}) is not what was approved (${approved.join(', ') || 'nothing'}); look at a new plan and approve that`,
  );
}

const DIRECT = '`direct-push: apply` permits it; better open';

/** The newest merge that has anything to say about the group explains; any of them may approve. */
function byMerge(group: GroupPlan, { pulls, groups, reasons }: MergeApproval): Approval {
  const same = groups.filter(({ name }) => name === group.name);
  if (same.some(({ fingerprint }) => fingerprint === group.fingerprint)) return { go: true };
  const why = reasons.length === 0 ? '' : ` (${reasons.join('; ')})`;
  const from =
    pulls.length === 0 ? '' : ` by merging ${pulls.map((number) => `pull request ${number}`).join(', ')}`;
  return refused(
    `what would be done now is not what was approved${from}${why}: ${approvalDifference(same.at(-1) ?? null, group)}. ${pulls.length === 0 ? DIRECT : 'Open'} a pull request for it, look at its plan and merge that`,
  );
}

function refused(message: string): Approval {
  return { go: false, status: 'refused', message };
}
