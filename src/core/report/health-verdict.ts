/** The first line of a health check: who is unhealthy, what was healed. */
import type { BalancerStep, GroupHealth, Health, HealthStatus, MemberHealth } from '../../model/health.ts';
import { isStillSick } from '../health/judge.ts';
import type { Line } from './document.ts';
import { join, line, strong } from './document.ts';
import { count, grouped } from './words.ts';

export function healthVerdict(health: Health): Line {
  if (health.problems.length > 0) return line`${count('problem', health.problems.length)} in the specs`;
  const { groups } = health;
  if (groups.length === 0) return line`Nothing to check: there is no spec of a stack`;
  const having = (status: HealthStatus) => groups.filter((group) => group.status === status);
  const parts = [
    ...unhealthy(having('unhealthy'), groups.length),
    ...(having('unchecked').length > 0
      ? [line`${count('group', having('unchecked').length)} could not be checked`]
      : []),
    ...healed(having('healed')),
  ];
  return parts.length > 0 ? join(parts, ' · ') : healthy(groups);
}

function unhealthy(found: readonly GroupHealth[], total: number): readonly Line[] {
  const [only] = found;
  if (only === undefined) return [];
  if (found.length > 1) return [line`${grouped(found.length)} of ${count('group', total)} are unhealthy`];
  const open = steps([only]).filter(({ outcome }) => outcome === 'planned' || outcome === 'failed').length;
  const where = open > 0 ? line` in ${count('place', open)}` : [];
  const sick = members([only]).filter(isStillSick).length;
  const who = sick > 0 ? line`: ${grouped(sick)} of ${count('server', members([only]).length)} sick` : [];
  return [line`${strong(only.name)} is unhealthy${where}${who}`];
}

function healed(found: readonly GroupHealth[]): readonly Line[] {
  const [only] = found;
  if (only === undefined) return [];
  const replaced = members(found).filter(
    ({ action, outcome }) => action === 'replace' && outcome === 'done',
  ).length;
  const done = steps(found).filter(({ outcome }) => outcome === 'done').length;
  const deeds = [
    ...(replaced > 0 ? [line`${count('server', replaced)} replaced`] : []),
    ...(done > 0 ? [line`${count('step', done)} done`] : []),
    ...(replaced + done === 0 ? [line`marks taken back`] : []),
  ];
  const who = found.length === 1 ? strong(only.name) : count('group', found.length);
  return [line`Healed: ${who}, ${join(deeds, ', ')}`];
}

function steps(groups: readonly GroupHealth[]): readonly BalancerStep[] {
  return groups.flatMap(({ balancers }) => balancers.flatMap((one) => one.steps));
}

function members(groups: readonly GroupHealth[]): readonly MemberHealth[] {
  return groups.flatMap(({ scalingGroups }) => scalingGroups.flatMap((one) => one.members));
}

function healthy(groups: readonly GroupHealth[]): Line {
  const [only] = groups;
  if (groups.length === 1 && only) return line`Healthy: ${strong(only.name)} is as it should be`;
  return line`Healthy: ${count('group', groups.length)} are as they should be`;
}
