/** Says what a reviewer must not overlook in a plan: servers and groups that go, or are down for a while. */
import type { Fate, GroupPlan } from '../../model/plan.ts';
import type { AlertTone, Line } from './document.ts';
import { line, strong } from './document.ts';
import { shrinksBelowLive } from './size-effect.ts';
import { count, grouped, shortNames } from './words.ts';

export interface Dangers {
  /** `caution` where something is gone for good. */
  readonly tone: AlertTone;
  readonly lines: readonly Line[];
  /** Dangers that found no place among the lines. */
  readonly more: number;
}

/** One line for each danger, groups that are deleted first, `maxLines` at most. */
export function dangers(groups: readonly GroupPlan[], maxLines: number, maxNames: number): Dangers {
  const found = KINDS.map((kind) => ({ ...kind, those: groups.filter(kind.holds) }));
  const lines = found
    .flatMap(({ words, those }) => those.slice(0, maxLines).map((group) => () => words(group, maxNames)))
    .slice(0, maxLines);
  return {
    tone: found.some(({ forGood, those }) => forGood && those.length > 0) ? 'caution' : 'warning',
    lines: lines.map((words) => words()),
    more: found.reduce((sum, { those }) => sum + those.length, 0) - lines.length,
  };
}

interface DangerKind {
  readonly holds: (group: GroupPlan) => boolean;
  readonly words: (group: GroupPlan, maxNames: number) => Line;
  readonly forGood: boolean;
}

const KINDS: readonly DangerKind[] = [
  { holds: (group) => group.action === 'delete', words: deletion, forGood: true },
  { holds: shrinks, words: shrinking, forGood: true },
  { holds: (group) => group.servers.replace > 0, words: replacement, forGood: false },
  { holds: isInterrupted, words: interruption, forGood: false },
];

function shrinks(group: GroupPlan): boolean {
  return group.action !== 'delete' && (shrinksBelowLive(group.size) || group.servers.delete > 0);
}

function deletion(group: GroupPlan, maxNames: number): Line {
  const headline = strong(`${group.name} is deleted`);
  if (group.size.current === 0) return line`${headline}: the stack and all that is in it`;
  const servers = serversOf(group, 'delete');
  return line`${headline}, the stack with its ${count('server', group.size.current)}${named(servers, maxNames)}`;
}

function shrinking(group: GroupPlan, maxNames: number): Line {
  const { current, after } = group.size;
  const headline = strong(`${group.name} deletes ${count('server', group.servers.delete)}`);
  const why =
    after !== null && after < current ? `: ${grouped(current)} run now, ${grouped(after)} will` : '';
  return line`${headline}${why}${gone(serversOf(group, 'delete'), maxNames)}`;
}

function gone(servers: readonly string[], maxNames: number): Line {
  if (servers.length === 0 || maxNames === 0) return [];
  return line`; gone ${servers.length === 1 ? 'is' : 'are'} ${shortNames(servers, maxNames)}`;
}

function replacement(group: GroupPlan, maxNames: number): Line {
  const headline = strong(`${group.name} replaces ${count('server', group.servers.replace)}`);
  const order = group.scalingGroups.flatMap((one) => one.batches.flatMap((batch) => batch.servers));
  const servers = order.length > 0 ? order : serversOf(group, 'replace');
  const inOrder = order.length > 1 && maxNames > 0 ? ' in this order' : '';
  return line`${headline}${inOrder}${named(servers, maxNames)}${surge(group)}`;
}

/** More servers than usual run during a rollout: quota and addresses must allow it. */
function surge(group: GroupPlan): string {
  const batches = group.scalingGroups.length === 1 ? (group.scalingGroups[0]?.batches ?? []) : [];
  const most = batches.reduce((sofar, { running }) => Math.max(sofar, running), 0);
  return most > group.size.current ? `; up to ${grouped(most)} run meanwhile` : '';
}

/** A rebuild and a resize keep the server and take it down meanwhile (Nova). */
const INTERRUPTS = /^(?:rebuilt|resized)\b/;

function isInterrupted({ servers, scalingGroups }: GroupPlan): boolean {
  if (servers.update === 0) return false;
  return scalingGroups.some(({ members }) =>
    members.some(({ fate, how }) => fate === 'update' && INTERRUPTS.test(how)),
  );
}

function interruption(group: GroupPlan, maxNames: number): Line {
  const servers = serversOf(group, 'update', INTERRUPTS);
  const headline = strong(`${group.name} takes ${count('server', servers.length)} down for a while`);
  return line`${headline}, to rebuild or resize in place${named(servers, maxNames)}`;
}

function serversOf(group: GroupPlan, fate: Fate, how = /(?:)/): readonly string[] {
  return group.scalingGroups
    .flatMap((one) => one.members)
    .filter((member) => member.fate === fate && how.test(member.how))
    .map((member) => member.server?.name ?? member.member ?? 'a new server');
}

function named(servers: readonly string[], maxNames: number): Line {
  return servers.length === 0 || maxNames === 0 ? [] : line`: ${shortNames(servers, maxNames)}`;
}
