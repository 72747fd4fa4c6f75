/** Refuses a group whose largest size the project's quota can never hold; warns where groups or exchanges stand in each other's way. */
import type { GroupPlan } from '../../model/plan.ts';
import type { Finding, Position } from '../../model/problem.ts';
import { QUOTA_NAMES, type Quotas } from '../../model/quota.ts';
import type { Claim } from './claim.ts';
import { othersOf } from './head-room.ts';
import { amountWords, QUOTA_WORDS } from './quota-words.ts';
import { plus, sum } from './take.ts';

export interface Judged {
  readonly group: GroupPlan;
  readonly claim: Claim;
  /** Where the largest size is written. */
  readonly at: Position;
}

/** Of a group that changes; `claims`: those of all groups, its own among them. */
export function quotaFindings(judged: Judged, claims: readonly Claim[], quotas: Quotas): readonly Finding[] {
  const { group, at } = judged;
  if (group.action === 'no-op' || group.action === 'delete' || group.byClock) return [];
  const found = [
    ...QUOTA_NAMES.flatMap((name) => ofQuota(name, judged, claims, quotas)),
    ...ofServerGroup(judged, quotas),
  ];
  return found.map((one) => ({ ...one, source: at }));
}

type Found = Omit<Finding, 'source'>;

interface Amounts {
  readonly name: (typeof QUOTA_NAMES)[number];
  readonly limit: number;
  readonly others: number;
  /** Of the other groups: they always hold that. */
  readonly theirLeast: number;
  readonly most: number;
}

function ofQuota(
  name: Amounts['name'],
  { claim }: Judged,
  claims: readonly Claim[],
  quotas: Quotas,
): readonly Found[] {
  const quota = quotas.of[name];
  const most = claim.most[name];
  const others = othersOf(name, claims, quota);
  if (quota.kind === 'unknown' || quota.limit === null || others === null || most === null || most === 0)
    return [];
  const rest = claims.filter((other) => other !== claim);
  const theirLeast = sum(rest.map(({ least }) => least))[name] ?? 0;
  const amounts = { name, limit: quota.limit, others, theirLeast, most };
  if (others + theirLeast + most > quota.limit) return [neverReached(amounts, claim)];
  const together = plus(sum(claims.map((one) => one.most))[name], others);
  if (together === null) return [];
  if (together > quota.limit) return grows(claim, name) ? [notTogether(amounts, together)] : [];
  const surge = claim.surge[name] ?? 0;
  return together + surge > quota.limit ? [noExchange(amounts, together, surge)] : [];
}

/** What brings a group closer to its quota is not refused for being too large still. */
function exceeded(before: number | null, most: number, message: string): Found {
  const lowered = before !== null && most < before;
  return { rule: 'quota-exceeded', severity: lowered ? 'warn' : 'error', message };
}

function neverReached({ name, limit, others, theirLeast, most }: Amounts, claim: Claim): Found {
  const used = [
    others > 0 ? `${amountWords(name, others)} are used outside of these groups` : '',
    theirLeast > 0 ? `the other groups always hold ${amountWords(name, theirLeast)}` : '',
  ].filter((part) => part !== '');
  const message = `${sizeWords(claim)} can never be reached: at most it takes ${amountWords(name, most)}, the project's quota is ${amountWords(name, limit)}${used.length === 0 ? '' : `, of which ${used.join(' and ')}`}${enoughFor(name, limit - others - theirLeast, claim)}; make the largest size smaller, or ask the cloud's operator for a larger quota of ${QUOTA_WORDS[name].many}`;
  return exceeded(claim.mostBefore[name], most, message);
}

function sizeWords({ single }: Claim): string {
  return single?.max == null ? 'the largest size' : `${single.max} servers at most`;
}

function enoughFor(name: Amounts['name'], room: number, { single }: Claim): string {
  const each = single?.each[name] ?? null;
  const beside = single?.beside[name] ?? null;
  if (each === null || each === 0 || beside === null) return '';
  return `: enough for ${Math.max(0, Math.floor((room - beside) / each))} servers`;
}

function grows({ most, mostBefore }: Claim, name: Amounts['name']): boolean {
  const [after, before] = [most[name], mostBefore[name]];
  return after !== null && (before === null || after > before);
}

function notTogether({ name, limit }: Amounts, together: number): Found {
  const message = `not all groups can be at their largest at the same time: together they and what else the project uses would take ${amountWords(name, together)}, its quota is ${amountWords(name, limit)}; whichever grows last stays small`;
  return { rule: 'quota-shared', severity: 'warn', message };
}

function noExchange({ name, limit }: Amounts, together: number, surge: number): Found {
  const message = `with all groups at their largest no server could be exchanged: a rollout or a healing takes ${amountWords(name, surge)} more for a while, ${amountWords(name, together)} would be used, and the project's quota is ${amountWords(name, limit)}`;
  return { rule: 'no-quota-for-rollout', severity: 'warn', message };
}

/** Nova counts the servers of each server group (nova quota server_group_members). */
function ofServerGroup(
  { claim: { apart, apartBefore } }: Judged,
  { serverGroupMembers: quota }: Quotas,
): readonly Found[] {
  if (apart === null || apart.most === null || quota.kind === 'unknown' || quota.limit === null) return [];
  const { limit } = quota;
  if (apart.most > limit) {
    const message = `${apart.most} servers at most can never be reached: a server group holds ${limit} servers here (quota server_group_members); make the largest size smaller, leave the server group out, or ask the cloud's operator for a larger quota`;
    return [exceeded(apartBefore, apart.most, message)];
  }
  const worst = plus(apart.most, apart.surge);
  if (worst === null || worst <= limit) return [];
  const message = `at ${apart.most} servers none could be exchanged: a rollout or a healing needs ${apart.surge} more for a while, and a server group holds ${limit} servers here (quota server_group_members)`;
  return [{ rule: 'no-quota-for-rollout', severity: 'warn', message }];
}
