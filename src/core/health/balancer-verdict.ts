/** What Octavia says of a member's place in its pools, as a verdict on the member. */
import type { PoolAnswer, PoolMember } from '../../model/evidence.ts';
import { type Verdict, WELL, worstVerdict } from './server-verdict.ts';

/** @param ids of the Octavia members that Heat made for it */
export function balancerVerdict(ids: readonly string[], pool: PoolAnswer): Verdict {
  if (pool.kind === 'unreadable') return unknown(pool.why);
  if (ids.length === 0) return unknown('Heat holds no member of a pool for it');
  return worstVerdict(
    ids.map((id) => {
      const found = pool.members.find((one) => one.id === id);
      return found
        ? placeVerdict(found)
        : unknown('its place in the pool was deleted: drift tells how to mend it');
    }),
  );
}

/** octavia/common/constants.py: operating statuses of a member. */
function placeVerdict({ operating, provisioning }: PoolMember): Verdict {
  if (provisioning.startsWith('PENDING_'))
    return busy(`Octavia changes its place in the pool (${provisioning})`);
  switch (operating) {
    case 'ONLINE':
    case 'NO_MONITOR':
    case 'DEGRADED':
      return WELL;
    case 'DRAINING':
      return busy('drains: its weight in the pool is 0');
    case 'ERROR':
      return { status: 'failed', why: 'fails its health monitor: ERROR in Octavia', rank: 3, spare: null };
    default:
      // switched off by hand, or never reported: neither says that the server is sick
      return unknown(`is ${operating} in Octavia, which says nothing of its health`);
  }
}

function unknown(why: string): Verdict {
  return { ...WELL, status: 'unknown', why };
}

function busy(why: string): Verdict {
  return { ...WELL, status: 'in-progress', why };
}
