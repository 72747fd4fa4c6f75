/** What Nova says of a server, as a verdict on the member that it is. */
import type { MemberVerdict } from '../../model/evidence.ts';
import { own } from '../../model/json.ts';
import type { ObservedServer } from '../../model/observed.ts';

export type Verdict = Pick<MemberVerdict, 'status' | 'why' | 'rank' | 'spare'>;

export const WELL: Verdict = { status: 'current', why: '', rank: 9, spare: null };

export function serverVerdict(server: ObservedServer): Verdict {
  const { status, taskState, fault } = server;
  if (GONE.includes(status)) return { ...WELL, status: 'not-found', why: 'does not exist in Nova', rank: 0 };
  if (taskState === 'deleting') return { ...WELL, status: 'terminating', why: 'is being deleted in Nova' };
  const at = UNDER_WAY[status];
  if (at !== undefined) return { ...WELL, status: 'in-progress', why: at };
  if (status === 'ACTIVE') return WELL;
  const put = wayBack(server);
  const why = `is ${status} in Nova${fault === null ? '' : `: ${fault}`}`;
  if (put === null) return { status: 'failed', why, rank: 1, spare: null };
  return { status: 'failed', why, rank: 2, spare: `somebody put it there; when done: ${put}` };
}

const GONE: readonly string[] = ['MISSING', 'DELETED', 'SOFT_DELETED'];

/** Nova's own work, which ends by itself (nova/api/openstack/common.py _STATE_MAP). */
const UNDER_WAY: Readonly<Record<string, string>> = {
  BUILD: 'is built',
  REBUILD: 'is rebuilt',
  REBOOT: 'reboots',
  HARD_REBOOT: 'reboots',
  RESIZE: 'is resized',
  VERIFY_RESIZE: 'waits for its resize to be confirmed',
  REVERT_RESIZE: 'goes back to its size',
  MIGRATING: 'is moved to another host',
  PASSWORD: 'gets another password',
};

/** States that nothing but a person's command leads to: a replacement would end what that person is at. */
const PUT_BY_HAND: Readonly<Record<string, (id: string) => string>> = {
  PAUSED: (id) => `\`openstack server unpause ${id}\``,
  SUSPENDED: (id) => `\`openstack server resume ${id}\``,
  RESCUE: (id) => `\`openstack server unrescue ${id}\``,
  SHELVED: (id) => `\`openstack server unshelve ${id}\``,
  SHELVED_OFFLOADED: (id) => `\`openstack server unshelve ${id}\``,
};

/** The command that ends a state that somebody put the server into; null for any other state. */
export function wayBack({ status, id }: ObservedServer): string | null {
  return own(PUT_BY_HAND, status)?.(id) ?? null;
}

const WORST_FIRST: readonly Verdict['status'][] = [
  'not-found',
  'failed',
  'terminating',
  'in-progress',
  'unknown',
  'current',
];

/** A member is as well as its worst server. */
export function worstVerdict(all: readonly Verdict[]): Verdict {
  const place = ({ status }: Verdict) => WORST_FIRST.indexOf(status);
  return all.toSorted((a, b) => place(a) - place(b) || a.rank - b.rank)[0] ?? WELL;
}
