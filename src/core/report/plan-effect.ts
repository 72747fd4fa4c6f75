/** Says what a plan does to a group, in words of effect: the headline first, then what else a reviewer asks. */
import type { Fate, GroupPlan } from '../../model/plan.ts';
import { capacityClause, capacityDetail } from './capacity-words.ts';
import type { Line } from './document.ts';
import { code, join, line, strong } from './document.ts';
import { boundsClause, growthClause } from './size-effect.ts';
import { capitalised, count, grouped, known, listed } from './words.ts';

const MAX_HOWS = 2;
const MAX_RESOURCES = 3;

/** `web may grow to 12 servers (was 8), +8 vCPU at most; replaces nothing`. */
export function effect(group: GroupPlan): Line {
  return line`${strong(group.name)} ${predicate(group)}`;
}

/** Sentences, each beginning with a capital: how fast, what stays, what it takes at full size. */
export function effectDetails(group: GroupPlan): readonly Line[] {
  if (group.action === 'no-op' || group.action === 'delete') return [];
  const said = [pace(group), whatStays(group), capacityDetail(group.capacity)];
  return said.filter((one) => one !== null).map(capitalised);
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
  const size = line`is created with ${strong(count('server', after))} and may have ${known(min)} to ${known(max)}`;
  return join([size, ...capacityClause(group.capacity)], ', ');
}

function update(group: GroupPlan): Line {
  const clauses = [
    ...resumeClause(group),
    ...deleteClause(group),
    ...replaceClause(group),
    ...inPlaceClause(group),
    ...growthClause(group.size),
    ...boundsClause(group.size),
  ];
  const said = listed(clauses.length > 0 ? clauses : [resourcesClause(group)]);
  return line`${join([said, ...capacityClause(group.capacity)], ', ')}${reassurance(group)}`;
}

function resumeClause(group: GroupPlan): readonly Line[] {
  // The planner names the stack itself only when an earlier update stopped half-done.
  const resumes = group.changes.some((change) => change.address === 'stack' && change.action === 'update');
  return resumes ? [line`finishes the update that stopped`] : [];
}

function deleteClause({ servers, size }: GroupPlan): readonly Line[] {
  if (servers.delete === 0) return [];
  return [line`deletes ${strong(grouped(servers.delete))} of ${count('server', size.current)}`];
}

function replaceClause(group: GroupPlan): readonly Line[] {
  if (group.servers.replace === 0) return [];
  return [line`replaces ${whichReplaced(group)}${hows(group, 'replace')}`];
}

function whichReplaced({ servers, size }: GroupPlan): Line {
  const { replace } = servers;
  if (replace === size.current) return line`all ${strong(count('server', replace))}`;
  const others = servers.delete > 0 && replace + servers.delete === size.current;
  if (others) return line`the other ${strong(grouped(replace))}`;
  return line`${strong(grouped(replace))} of ${count('server', size.current)}`;
}

function inPlaceClause(group: GroupPlan): readonly Line[] {
  const { update: changed } = group.servers;
  if (changed === 0) return [];
  return [line`changes ${strong(count('server', changed))} in place${hows(group, 'update')}`];
}

function hows(group: GroupPlan, fate: Fate): Line {
  const members = group.scalingGroups.flatMap((one) => one.members).filter((one) => one.fate === fate);
  const reasons = [...new Set(members.map((member) => member.how))].filter((how) => how !== '');
  if (reasons.length === 0 || reasons.length > MAX_HOWS) return [];
  const words = reasons.map((how): Line => [how.replace(' in place', '')]);
  return line` (${join(words, '; ')})`;
}

function resourcesClause(group: GroupPlan): Line {
  const addresses = group.changes
    .filter((change) => change.action !== 'no-op')
    .map((change) => change.address);
  if (addresses.length === 0) return line`is updated`;
  if (addresses.length > MAX_RESOURCES) return line`changes in ${strong(count('place', addresses.length))}`;
  return line`changes ${listed(addresses.map((address) => [code(address)]))}`;
}

function reassurance({ servers, size }: GroupPlan): string {
  const untouched = servers.replace + servers.update + servers.delete === 0;
  return untouched && size.current > 0 ? '; replaces nothing' : '';
}

/** `2 at a time in 5 batches, never fewer than 8 in service, up to 11 running`. */
function pace(group: GroupPlan): Line | null {
  const batches = group.scalingGroups.flatMap((one) => one.batches).filter((one) => one.servers.length > 0);
  if (batches.length === 0) return null;
  const largest = extreme(
    Math.max,
    batches.map((batch) => batch.servers.length),
  );
  const least = extreme(
    Math.min,
    batches.map((batch) => batch.inService),
  );
  const most = extreme(
    Math.max,
    batches.map((batch) => batch.running),
  );
  const steps =
    batches.length === 1
      ? 'all in one batch'
      : `${grouped(largest)} at a time in ${count('batch', batches.length)}`;
  if (group.scalingGroups.length !== 1) return [steps];
  const more = most > group.size.current ? `, up to ${grouped(most)} running` : '';
  return line`${steps}: never fewer than ${strong(grouped(least))} in service${more}`;
}

/** Of any number of values: too many arguments break a call. */
function extreme(of: (a: number, b: number) => number, values: readonly number[]): number {
  return values.reduce((sofar, value) => of(sofar, value));
}

function whatStays({ servers, size }: GroupPlan): Line | null {
  const untouched = servers.keep - servers.update;
  if (size.current === 0 || untouched <= 0) return null;
  const others = servers.replace + servers.delete + servers.update > 0;
  if (others) return line`${count('other server', untouched)} ${untouched === 1 ? 'stays' : 'stay'}`;
  return untouched === 1
    ? line`the server that runs now stays`
    : line`the ${grouped(untouched)} servers that run now stay`;
}
