/** Holds what all groups may take together against the project's quotas, at their largest and while servers are exchanged. */
import { type HeadRoom, QUOTA_NAMES, type Quota, type QuotaName, type Quotas } from '../../model/quota.ts';
import type { Claim } from './claim.ts';
import { sum, type takeBy } from './take.ts';

/** Beyond it there is a table of it in the comment. */
const TIGHT = 0.8;

/** One row for each quota that the groups use up at all, in a fixed order. */
export function headRoom(claims: readonly Claim[], quotas: Quotas): readonly HeadRoom[] {
  const total = (of: (claim: Claim) => ReturnType<typeof takeBy>) => sum(claims.map(of));
  const [now, most, surge] = [
    total((claim) => claim.now),
    total((claim) => claim.most),
    total((claim) => claim.surge),
  ];
  const rows = QUOTA_NAMES.flatMap((name): readonly HeadRoom[] => {
    if (most[name] === 0 && surge[name] === 0) return [];
    const taken = { now: now[name], most: most[name], surge: surge[name] };
    return [rowOf({ name, of: null }, quotas.of[name], taken)];
  });
  return [...rows, ...claims.flatMap((claim) => apartRow(claim, quotas.serverGroupMembers))];
}

/** What is used by nobody whom the claims stand for; null = nobody can tell. */
export function othersOf(name: QuotaName, claims: readonly Claim[], quota: Quota): number | null {
  const now = sum(claims.map((claim) => claim.now))[name];
  if (quota.kind === 'unknown' || quota.used === null || now === null) return null;
  // what was read a moment apart may not agree
  return Math.max(0, quota.used - now);
}

function apartRow({ name: of, apart }: Claim, quota: Quota): readonly HeadRoom[] {
  if (apart === null) return [];
  return [rowOf({ name: 'serverGroupMembers', of }, quota, { now: 0, ...apart })];
}

interface Taken {
  readonly now: number | null;
  readonly most: number | null;
  readonly surge: number | null;
}

function rowOf(label: Pick<HeadRoom, 'name' | 'of'>, quota: Quota, { now, most, surge }: Taken): HeadRoom {
  if (quota.kind === 'unknown') return { state: 'unknown', ...label, why: quota.why };
  const { limit, used } = quota;
  if (limit === null) return { state: 'unlimited', ...label };
  if (now === null || most === null || surge === null || used === null)
    return { state: 'unknown', ...label, why: 'what the groups take of it only Heat can tell' };
  const others = Math.max(0, used - now);
  return { state: stateOf(others + most, surge, limit), ...label, limit, others, most, surge };
}

function stateOf(most: number, surge: number, limit: number): 'exceeded' | 'tight' | 'roomy' {
  if (most > limit) return 'exceeded';
  return most + surge > limit * TIGHT ? 'tight' : 'roomy';
}
