/** Judges one member of a group by all that its checks brought to light. */
import type { BackendsSeen, MemberVerdict, PoolAnswer, ProbeResult } from '../../model/evidence.ts';
import type { HealthSpec } from '../../model/health-spec.ts';
import type { HeatState, ObservedMember, ObservedServer } from '../../model/observed.ts';
import { addressIn } from '../balancer/members.ts';
import { backendVerdict } from './backend-verdict.ts';
import { balancerVerdict } from './balancer-verdict.ts';
import { isMarked, markedBy } from './marks.ts';
import { serverVerdict, type Verdict, WELL, worstVerdict } from './server-verdict.ts';

export interface Evidence {
  readonly spec: HealthSpec;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly group: HeatState;
  /** Ids of Octavia members by member name. */
  readonly poolMembers: Readonly<Record<string, readonly string[]>>;
  readonly pool: PoolAnswer;
  /** null: no balancer outside of OpenStack was asked. */
  readonly backends: BackendsSeen | null;
  readonly probes: readonly ProbeResult[];
}

export function memberVerdict(member: ObservedMember, evidence: Evidence): MemberVerdict {
  const found = inHeat(member) ?? checked(member, evidence);
  const marked = markedBy(member.state, evidence.group);
  const asked = marked === 'hand' && (found.status === 'current' || found.status === 'in-progress');
  const verdict: Verdict = asked
    ? { status: 'failed', why: `is marked unhealthy in Heat: ${member.state.reason}`, rank: 2, spare: null }
    : found;
  // what a person condemned in Heat, or Heat itself, goes at the next update whatever Nova says
  const spare = marked === 'hand' ? null : verdict.spare;
  return {
    name: member.name,
    physicalId: member.physicalId,
    server: member.servers[0]?.name || member.servers[0]?.id || member.name,
    serverIds: member.servers.map(({ id }) => id),
    ...verdict,
    spare: isSick(verdict) && isLocked(member) ? LOCKED : spare,
    condemned: member.state.status === 'FAILED' && member.state.action !== 'DELETE',
    marked,
  };
}

export function isSick({ status }: Pick<MemberVerdict, 'status'>): boolean {
  return status === 'failed' || status === 'not-found';
}

/** Nova refuses to delete it, which would leave the group's update half-way (measured). */
const LOCKED =
  'somebody has locked it, so Nova would not delete it: `openstack server unlock` it, then it is replaced';

function isLocked({ servers }: ObservedMember): boolean {
  return servers.some(({ locked }) => locked === true);
}

/** Whoever is deleted by Heat is no member any more, however long it takes. */
export const LEAVES = 'it leaves the group';

/** What Heat is at with the member, or left undone; null = nothing, so that the checks count. */
function inHeat({ state, draining }: ObservedMember): Verdict | null {
  const { action, status, reason } = state;
  if (action === 'DELETE') {
    const why = status === 'FAILED' ? `could not be deleted: ${reason}` : 'is being deleted';
    return { ...WELL, status: 'terminating', why, spare: LEAVES };
  }
  if (status === 'IN_PROGRESS')
    return { ...WELL, status: 'in-progress', why: HEAT_WORDS[action] ?? 'changes' };
  if (draining) return { ...WELL, status: 'in-progress', why: 'finishes what it has' };
  if (status !== 'FAILED' || isMarked(state)) return null;
  return { status: 'failed', why: `is ${action}_FAILED in Heat: ${reason}`, rank: 1, spare: null };
}

const HEAT_WORDS: Readonly<Partial<Record<HeatState['action'], string>>> = {
  INIT: 'is made',
  CREATE: 'is made',
  UPDATE: 'is changed',
  CHECK: 'is checked',
};

function checked(member: ObservedMember, evidence: Evidence): Verdict {
  const { servers } = member;
  // a group may be made of other things
  if (servers.length === 0) return WELL;
  const inNova = worstVerdict(servers.map(serverVerdict));
  if (inNova.status !== 'current') return inNova;
  return inGrace(
    worstVerdict([...balancer(member, evidence), ...probes(servers, evidence)]),
    servers,
    evidence,
  );
}

function balancer({ name, servers }: ObservedMember, evidence: Evidence): readonly Verdict[] {
  const { spec, pool, poolMembers, backends } = evidence;
  if (!spec.checks.some(({ kind }) => kind === 'loadBalancer')) return [];
  if (backends === null) return [balancerVerdict(poolMembers[name] ?? [], pool)];
  const { group, network, answers } = backends;
  return servers.map((server) => backendVerdict(group, addressIn(server, network), answers));
}

function probes(servers: readonly ObservedServer[], { probes: results }: Evidence): readonly Verdict[] {
  const ids = servers.map(({ id }) => id);
  return results
    .filter(({ serverId, verdict }) => ids.includes(serverId) && verdict !== 'passed')
    .map(({ verdict, check, why }) => ({
      status: verdict === 'failed' ? 'failed' : 'unknown',
      why: `${check}: ${why}`,
      rank: 4,
      spare: null,
    }));
}

/** A server that still starts is not sick; what Nova says of it has counted before. */
function inGrace(found: Verdict, servers: readonly ObservedServer[], { spec, now }: Evidence): Verdict {
  if (found.status === 'current') return found;
  const launched = Math.max(...servers.map((one) => Date.parse(one.launchedAt ?? one.createdAt ?? '')));
  const left = Math.ceil((launched + spec.graceSeconds * 1000 - now) / 1000);
  if (!(left > 0)) return found;
  return { ...WELL, status: 'in-progress', why: `still starts (grace for ${left} s more): ${found.why}` };
}
