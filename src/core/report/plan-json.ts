/** The stable JSON of a plan: schema/plan.json describes it, keys are added and never renamed. */
import type { Change } from '../../model/change.ts';
import { type CostAt, type GroupCost, MONTH_HOURS, type Amount as Money } from '../../model/cost.ts';
import type { HostRoom } from '../../model/host-room.ts';
import type { Amount, GroupPlan, IgnoredChange, Plan } from '../../model/plan.ts';
import type { Finding, Problem } from '../../model/problem.ts';
import type { HeadRoom } from '../../model/quota.ts';
import { rounded } from '../cost/cost-words.ts';
import { lazily } from './document.ts';
import { written } from './written.ts';

export function planJson(plan: Plan): string {
  const { version, summary, fingerprint, groups, problems, headRoom, hostRoom } = plan;
  return written({
    version,
    summary: {
      create: summary.create,
      update: summary.update,
      replace: summary.replace,
      delete: summary.delete,
      noop: summary.noop,
    },
    fingerprint,
    groups: lazily(groups, groupJson),
    problems: problems.map(problemJson),
    headRoom: headRoom?.map(headRoomJson) ?? null,
    hostRoom: hostRoom.map(hostRoomJson),
  });
}

/** Numbers are null where there is no limit, or nobody can tell. */
function hostRoomJson(row: HostRoom): object {
  const { flavor, vcpus, ramMiB, diskGiB } = row;
  const found =
    row.kind === 'known'
      ? { servers: row.servers, orMore: row.orMore, why: null }
      : { servers: null, orMore: false, why: row.why };
  return { flavor, vcpus, ramMiB, diskGiB, ...found };
}

export function headRoomJson(row: HeadRoom): object {
  const { state, name, of } = row;
  const numbers = 'limit' in row ? row : { limit: null, others: null, most: null, surge: null };
  const { limit, others, most, surge } = numbers;
  const why = row.state === 'unknown' ? row.why : null;
  return { quota: name, of, state, limit, others, most, surge, why };
}

export function groupJson(group: GroupPlan): object {
  const { name, stack, source, action, fingerprint, size, servers, changes, scalingGroups } = group;
  return {
    name,
    stack: { name: stack.name, id: stack.id },
    source: { file: source.file, line: source.line, column: source.column },
    action,
    fingerprint,
    size: sizeJson(size),
    servers: {
      keep: servers.keep,
      update: servers.update,
      create: servers.create,
      replace: servers.replace,
      delete: servers.delete,
    },
    changes: changes.map(changeJson),
    cost: costJson(group.cost),
    findings: group.findings.map(findingJson),
    capacity: capacityJson(group.capacity),
    scalingGroups: scalingGroups.map(scalingGroupJson),
    triggers: group.triggers.map(triggerJson),
    steps: group.steps.map(({ kind, why, capacities }) => ({
      kind,
      why,
      capacities: capacities.map(({ file, path, property, value }) => ({ file, path, property, value })),
    })),
    byClock: group.byClock,
    ignored: group.ignored.map(ignoredJson),
  };
}

function ignoredJson({ path, live, declared, reason, expires, source }: IgnoredChange): object {
  const { file, line, column } = source;
  return {
    path,
    live: sorted(live),
    declared: sorted(declared),
    reason,
    expires,
    source: { file, line, column },
  };
}

/** Empty where no price list counts; an amount is null where not every price is known. */
export function costJson(cost: GroupCost | null): object {
  if (cost === null) return {};
  const { currency, before, after, unknown, team } = cost;
  const times = (hours: number) => ({ before: amountsJson(before, hours), after: amountsJson(after, hours) });
  return { currency, hourly: times(1), monthly: times(MONTH_HOURS), unknown, team };
}

function amountsJson({ min, now, max }: CostAt, hours: number): object {
  const amount = (one: Money) => (one.exact ? rounded(one.atLeast * hours) : null);
  return { min: amount(min), now: amount(now), max: amount(max) };
}

function capacityJson(capacity: GroupPlan['capacity']): object | null {
  if (capacity === null) return null;
  const amount = (one: Amount | null) => (one === null ? null : { vcpus: one.vcpus, ramMiB: one.ramMiB });
  const { now, after, mostBefore, most } = capacity;
  return { now: amount(now), after: amount(after), mostBefore: amount(mostBefore), most: amount(most) };
}

function triggerJson(trigger: GroupPlan['triggers'][number]): object {
  const { policy, source, effect, when, reaction, measuredEverySeconds, enabled } = trigger;
  return {
    policy,
    source: { file: source.file, line: source.line, column: source.column },
    effect,
    when,
    reaction:
      reaction === null
        ? null
        : { earliestSeconds: reaction.earliestSeconds, latestSeconds: reaction.latestSeconds },
    measuredEverySeconds,
    enabled,
  };
}

function sizeJson(size: GroupPlan['size']): object {
  const { min, max, current, after, before } = size;
  return { min, max, current, after, before: before === null ? null : { min: before.min, max: before.max } };
}

function changeJson(change: Change): object {
  const { address, action, reason, confidence, fields } = change;
  return {
    address,
    action,
    reason,
    confidence,
    fields: fields.map(({ path, before, after }) => ({ path, before: sorted(before), after: sorted(after) })),
  };
}

function scalingGroupJson(one: GroupPlan['scalingGroups'][number]): object {
  return {
    address: one.address,
    size: sizeJson(one.size),
    members: one.members.map(({ member, server, fate, how }) => ({
      member,
      server: server === null ? null : { id: server.id, name: server.name },
      fate,
      how,
    })),
    batches: one.batches.map(({ servers, running, inService }) => ({ servers, running, inService })),
  };
}

export function findingJson({ rule, severity, message, source }: Finding): object {
  const place = source === undefined ? null : { file: source.file, line: source.line, column: source.column };
  return { rule, severity, message, ...(place === null ? {} : { source: place }) };
}

export function problemJson({ file, line, column, message }: Problem): object {
  return { file, line, column, message };
}

/** A value of somebody's template, its keys in one order. */
function sorted(value: Change['fields'][number]['before']): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
