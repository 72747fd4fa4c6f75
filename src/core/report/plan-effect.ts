/** Says in one sentence what a plan does to a group, in words of effect. */
import type { Fate, GroupPlan } from '../../model/plan.ts';
import type { Line } from './document.ts';
import { code, join, line, strong } from './document.ts';
import { sizeClauses } from './size-effect.ts';
import { count, grouped, known, listed } from './words.ts';

const MAX_HOWS = 2;
const MAX_RESOURCES = 3;

/** `web may grow to 12 servers (was 8); nothing is replaced, the 5 servers that run now stay`. */
export function effect(group: GroupPlan): Line {
  return line`${strong(group.name)} ${predicate(group)}`;
}

function predicate(group: GroupPlan): Line {
  switch (group.action) {
    case 'create':
      return creation(group);
    case 'delete':
      return group.size.current === 0
        ? line`is deleted`
        : line`is deleted with its ${strong(count('server', group.size.current))}`;
    case 'no-op':
      return line`stays as it is`;
    case 'update':
    case 'replace':
      return update(group);
  }
}

function creation(group: GroupPlan): Line {
  if (group.scalingGroups.length === 0) return line`is created`;
  const { after, min, max } = group.size;
  if (after === null) return line`is created; how many servers it starts with only Heat can tell`;
  return line`is created with ${strong(count('server', after))} and may have ${known(min)} to ${known(max)}`;
}

function update(group: GroupPlan): Line {
  const clauses = [...resumeClause(group), ...sizeClauses(group.size), ...memberClauses(group)];
  const said = clauses.length > 0 ? clauses : [resourcesClause(group)];
  const rest = whatStays(group);
  return rest === null ? listed(said) : line`${listed(said)}; ${rest}`;
}

function resumeClause(group: GroupPlan): readonly Line[] {
  // The planner names the stack itself only when an earlier update stopped half-done.
  const resumes = group.changes.some((change) => change.address === 'stack' && change.action === 'update');
  return resumes ? [line`finishes the update that stopped`] : [];
}

function memberClauses(group: GroupPlan): readonly Line[] {
  const { replace, update: changed } = group.servers;
  return [
    ...(replace > 0 ? [replaceClause(group)] : []),
    ...(changed > 0
      ? [
          line`changes ${strong(count('server', changed))} in place${hows(group, 'update')}${replace > 0 ? [] : pace(group)}`,
        ]
      : []),
  ];
}

function replaceClause(group: GroupPlan): Line {
  const { replace } = group.servers;
  const all = replace === group.size.current ? line`all ${strong(count('server', replace))}` : null;
  const some = line`${strong(grouped(replace))} of ${count('server', group.size.current)}`;
  return line`replaces ${all ?? some}${hows(group, 'replace')}${pace(group)}`;
}

/** `, 2 at a time in 5 batches, never fewer than 8 in service`; empty when nothing is known of it. */
function pace(group: GroupPlan): Line {
  const batches = group.scalingGroups.flatMap((one) => one.batches).filter((one) => one.servers.length > 0);
  if (batches.length === 0) return [];
  const largest = Math.max(...batches.map((batch) => batch.servers.length));
  const inService = Math.min(...batches.map((batch) => batch.inService));
  const floor = group.scalingGroups.length === 1 ? `, never fewer than ${grouped(inService)} in service` : '';
  if (batches.length === 1) return largest === 1 ? [floor] : line`, all in one batch${floor}`;
  return line`, ${grouped(largest)} at a time in ${count('batch', batches.length)}${floor}`;
}

function hows(group: GroupPlan, fate: Fate): Line {
  const members = group.scalingGroups.flatMap((one) => one.members).filter((one) => one.fate === fate);
  const reasons = [...new Set(members.map((member) => member.how))].filter((how) => how !== '');
  if (reasons.length === 0 || reasons.length > MAX_HOWS) return [];
  return line` (${join(
    reasons.map((how) => [how]),
    '; ',
  )})`;
}

function resourcesClause(group: GroupPlan): Line {
  const addresses = group.changes
    .filter((change) => change.action !== 'no-op')
    .map((change) => change.address);
  if (addresses.length === 0) return line`is updated`;
  if (addresses.length > MAX_RESOURCES) return line`changes in ${strong(count('place', addresses.length))}`;
  return line`changes ${listed(addresses.map((address) => [code(address)]))}`;
}

function whatStays(group: GroupPlan): Line | null {
  const { keep, update: changed, replace, delete: gone } = group.servers;
  const untouched = keep - changed;
  if (group.size.current === 0 || untouched <= 0) return null;
  if (replace + gone + changed > 0) return line`${count('other server', untouched)} ${stay(untouched)}`;
  const those =
    untouched === 1
      ? 'the server that runs now stays'
      : `the ${grouped(untouched)} servers that run now stay`;
  return line`nothing is replaced, ${those}`;
}

function stay(number: number): string {
  return number === 1 ? 'stays' : 'stay';
}
