/** Tells the rest of an apply that stopped half-way from a plan that nobody approved. */
import type { ApprovedDetails, ApprovedGroup, MergeApproval } from '../../model/approval.ts';
import type { Change } from '../../model/change.ts';
import type { Desired } from '../../model/desired.ts';
import type { ObservedStack } from '../../model/observed.ts';
import type { GroupPlan } from '../../model/plan.ts';
import { isFromRepository, provenanceOf } from '../heat/tags.ts';
import { changedPaths } from './record.ts';
import { isRestOfDetour } from './rest-of-detour.ts';

/** What the plan calls a stack that Heat has not finished. */
const RESUMPTION = 'stack';

/**
 * True where an apply of this very commit has begun on the stack (so it was approved then: the stack's tag names the commit)
 * and what is left is no more than was approved: no server meets a fate that no server was to meet, and each
 * setting that still changes becomes what it was to become, or gives back what a detour lent.
 */
export function isContinuation(
  { desired, observed, group }: Continuing,
  { groups }: MergeApproval,
  { commit, repository }: { readonly commit: string | null; readonly repository: string | null },
): boolean {
  if (observed.presence === 'absent' || commit === null) return false;
  const { tags } = observed;
  if (provenanceOf(tags).commit !== commit || !isFromRepository(tags, repository)) return false;
  const approved = groups.findLast(({ name }) => name === group.name);
  return approved !== undefined && fatesWithin(group, approved) && changesWithin(group, approved, desired);
}

interface Continuing {
  readonly desired: Desired;
  readonly observed: ObservedStack;
  readonly group: GroupPlan;
}

function fatesWithin({ action, servers }: GroupPlan, { action: asked, details }: ApprovedGroup): boolean {
  if (action === 'delete' || asked === 'delete') return action === asked;
  const mayReplace = asked === 'create' || asked === 'replace';
  const mayDelete = (details?.servers.delete ?? 0) > 0;
  return (servers.replace === 0 || mayReplace) && (servers.delete === 0 || mayDelete);
}

/** Whoever approved that the whole comes into being approved each part of it. */
function changesWithin(group: GroupPlan, { action, details }: ApprovedGroup, desired: Desired): boolean {
  if (action === 'create') return true;
  return group.changes
    .filter(({ address }) => address !== RESUMPTION)
    .every((change) => {
      if (isWithin(change, details)) return true;
      return details !== null && desired.presence === 'present' && isRestOfDetour(change, desired, details);
    });
}

function isWithin(change: Change, details: ApprovedDetails | null): boolean {
  const left = changedPaths(change);
  return left.every(({ path, after }) =>
    (details?.changes ?? []).some(
      (one) => one.path === path && JSON.stringify(one.after) === JSON.stringify(after),
    ),
  );
}
