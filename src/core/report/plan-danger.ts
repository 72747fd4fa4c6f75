/** Says what a reviewer must not overlook in a plan: servers and groups that go. */
import type { Fate, GroupPlan } from '../../model/plan.ts';
import type { Line } from './document.ts';
import { line, strong } from './document.ts';
import { shrinksBelowLive } from './size-effect.ts';
import { count, grouped, names } from './words.ts';

export interface Dangers {
  readonly lines: readonly Line[];
  /** Dangers that found no place among the lines. */
  readonly more: number;
}

/** One line for each danger, groups that are deleted first, `maxLines` at most. */
export function dangers(groups: readonly GroupPlan[], maxLines: number, maxNames: number): Dangers {
  const all = KINDS.flatMap(({ holds, words }) => groups.filter(holds).map((group) => ({ group, words })));
  return {
    lines: all.slice(0, maxLines).map(({ group, words }) => words(group, maxNames)),
    more: Math.max(0, all.length - maxLines),
  };
}

interface DangerKind {
  readonly holds: (group: GroupPlan) => boolean;
  readonly words: (group: GroupPlan, maxNames: number) => Line;
}

const KINDS: readonly DangerKind[] = [
  { holds: (group) => group.action === 'delete', words: deletion },
  { holds: shrinks, words: shrinking },
  { holds: (group) => group.servers.replace > 0, words: replacement },
];

function serversOf(group: GroupPlan, fate: Fate): readonly string[] {
  return group.scalingGroups
    .flatMap((one) => one.members)
    .filter((member) => member.fate === fate)
    .map((member) => member.server?.name ?? member.member ?? 'a new server');
}

function shrinks(group: GroupPlan): boolean {
  return group.action !== 'delete' && (shrinksBelowLive(group.size) || group.servers.delete > 0);
}

function deletion(group: GroupPlan, maxNames: number): Line {
  const servers = serversOf(group, 'delete');
  const headline = strong(`${group.name} is deleted`);
  if (group.size.current === 0) return line`${headline}: stack and all that is in it`;
  return line`${headline} with ${count('server', group.size.current)}${named(servers, maxNames)}`;
}

function shrinking(group: GroupPlan, maxNames: number): Line {
  const servers = serversOf(group, 'delete');
  const { current, after } = group.size;
  const headline = strong(`${group.name} deletes ${count('server', group.servers.delete)}`);
  const why =
    after !== null && after < current ? `; ${grouped(current)} run now, ${grouped(after)} will` : '';
  return line`${headline}${why}${named(servers, maxNames)}`;
}

function replacement(group: GroupPlan, maxNames: number): Line {
  const { replace } = group.servers;
  const headline = strong(`${group.name} replaces ${count('server', replace)}`);
  const order = group.scalingGroups.flatMap((one) => one.batches.flatMap((batch) => batch.servers));
  const servers = order.length > 0 ? order : serversOf(group, 'replace');
  const inOrder = order.length > 1 && maxNames > 0 ? ', in this order' : '';
  return line`${headline}${surge(group)}${inOrder}${named(servers, maxNames)}`;
}

/** More servers than usual run during a rollout: quota and addresses must allow it. */
function surge(group: GroupPlan): string {
  const batches = group.scalingGroups.length === 1 ? (group.scalingGroups[0]?.batches ?? []) : [];
  const most = Math.max(0, ...batches.map((batch) => batch.running));
  return most > group.size.current ? `; up to ${grouped(most)} run meanwhile` : '';
}

function named(servers: readonly string[], maxNames: number): Line {
  return servers.length === 0 || maxNames === 0 ? [] : line`: ${names(servers, maxNames)}`;
}
