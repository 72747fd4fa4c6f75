/** The first line of a plan: what it will do, in words of effect. */
import type { GroupPlan, Plan } from '../../model/plan.ts';
import { capacityTally } from './capacity-words.ts';
import type { Line } from './document.ts';
import { join, line, strong } from './document.ts';
import { butIgnored } from './ignored-blocks.ts';
import { effect } from './plan-effect.ts';
import { serverTally } from './server-words.ts';
import { count, grouped } from './words.ts';

/** One group that changes is said in full; several are counted. Counts of 0 are left out. */
export function planVerdict(plan: Plan): Line {
  const changed = changedGroups(plan);
  if (plan.problems.length > 0) return line`${count('problem', plan.problems.length)} in the specs`;
  if (plan.groups.some(isRefused)) return line`Refused: ${refusal(plan, changed)}`;
  if (changed.length === 0) return nothing(plan);
  return summary(changed);
}

export function changedGroups(plan: Plan): readonly GroupPlan[] {
  return plan.groups.filter((group) => group.action !== 'no-op');
}

export function isRefused(group: GroupPlan): boolean {
  return group.findings.some((finding) => finding.severity === 'error');
}

function refusal(plan: Plan, changed: readonly GroupPlan[]): Line {
  const refused = plan.groups.filter(isRefused);
  const [only] = refused;
  if (refused.length === 1 && only !== undefined && plan.groups.length === 1) {
    return line`${strong(only.name)} may not be changed like this`;
  }
  const of = Math.max(changed.length, refused.length);
  return line`${grouped(refused.length)} of ${count('group', of)} may not be changed like this`;
}

function nothing(plan: Plan): Line {
  if (plan.groups.length === 0) return line`No changes: no specs were found`;
  const [only] = plan.groups;
  if (plan.groups.length === 1 && only !== undefined) {
    return line`No changes: ${strong(only.name)} is as the repository says${butIgnored(plan.groups)}`;
  }
  return line`No changes: ${count('group', plan.groups.length)} are as the repository says${butIgnored(plan.groups)}`;
}

function summary(changed: readonly GroupPlan[]): Line {
  const [only] = changed;
  if (changed.length === 1 && only !== undefined) return effect(only);
  const tally = serverTally(changed.map((group) => group.servers));
  return join([groupCounts(changed), ...tally, ...calm(changed), ...capacityTally(changed)], ' · ');
}

/** What a reviewer fears, when it does not come about. */
function calm(changed: readonly GroupPlan[]): readonly Line[] {
  if (changed.some(({ action, servers }) => action === 'delete' || servers.delete > 0)) return [];
  const replaced = changed.some(({ servers }) => servers.replace > 0);
  return [replaced ? line`none deleted` : line`nothing replaced or deleted`];
}

/** `2 groups change, 1 is created`. */
function groupCounts(changed: readonly GroupPlan[]): Line {
  const created = changed.filter((group) => group.action === 'create').length;
  const deleted = changed.filter((group) => group.action === 'delete').length;
  const other = changed.length - created - deleted;
  const parts: readonly (readonly [number, string, string])[] = [
    [other, 'changes', 'change'],
    [created, 'is created', 'are created'],
    [deleted, 'is deleted', 'are deleted'],
  ];
  const said = parts.filter(([number]) => number > 0);
  return join(
    said.map(([number, one, many], index) => {
      const subject = index === 0 ? count('group', number) : grouped(number);
      return line`${subject} ${number === 1 ? one : many}`;
    }),
    ', ',
  );
}
