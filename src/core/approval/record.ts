/** Takes from a plan what merging it approves. */
import type { ApprovalRecord, ApprovedChange, ApprovedDetails, ApprovedGroup } from '../../model/approval.ts';
import type { Change } from '../../model/change.ts';
import type { Json } from '../../model/json.ts';
import type { GroupPlan, Plan } from '../../model/plan.ts';

export function approvalRecord(plan: Plan): ApprovalRecord {
  return { version: 1, fingerprint: plan.fingerprint, groups: plan.groups.flatMap(approvedGroup) };
}

function approvedGroup(group: GroupPlan): readonly ApprovedGroup[] {
  const { name, fingerprint, action } = group;
  return action === 'no-op' ? [] : [{ name, fingerprint, action, details: detailsOf(group) }];
}

/** What a person has to know to tell one plan of a group from another. */
export function detailsOf({ changes, servers }: Pick<GroupPlan, 'changes' | 'servers'>): ApprovedDetails {
  return { changes: changes.flatMap(changedPaths), servers };
}

export function changedPaths(change: Change): readonly ApprovedChange[] {
  return wholePaths(change).map((one) => ({
    ...one,
    before: clipped(one.before),
    after: clipped(one.after),
  }));
}

/** With values of any length. */
export function wholePaths({ address, action, fields }: Change): readonly ApprovedChange[] {
  if (fields.length === 0) return [{ path: address, before: null, after: action }];
  return fields.map(({ path, before, after }) => ({ path: `${address}.${path}`, before, after }));
}

/** Fingerprints compare whole values; for words, and for the rest of an apply of the same commit, the beginning will do. */
const LONGEST = 120;

export function clipped(value: Json): Json {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length <= LONGEST ? value : `${[...text.slice(0, LONGEST)].slice(0, -1).join('')}…`;
}
