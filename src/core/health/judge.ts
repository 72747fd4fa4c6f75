/** Puts together how a scaling group fares: each member with what was done or is planned, and the one status of all. */
import type { MemberVerdict } from '../../model/evidence.ts';
import type { HealDecision } from '../../model/healing.ts';
import type { HealthFinding, HealthStatus, MemberHealth, ScalingGroupHealth } from '../../model/health.ts';
import { isSick } from './member-verdict.ts';

export interface Judged {
  readonly address: string;
  readonly verdicts: readonly MemberVerdict[];
  readonly decision: HealDecision;
  readonly findings: readonly HealthFinding[];
  /** null: nothing was tried. */
  readonly deed: Deed | null;
}

/** What came of carrying a decision out. */
export interface Deed {
  readonly outcome: 'done' | 'failed' | 'waits';
  readonly message: string;
  /** The new server of each replaced member, by its name. */
  readonly successors: Readonly<Record<string, string>>;
  readonly sizeAfter: number;
  readonly findings: readonly HealthFinding[];
}

export function judge({ address, verdicts, decision, findings, deed }: Judged): ScalingGroupHealth {
  const members = verdicts.map((verdict) => memberHealth(verdict, decision, deed));
  const before = verdicts.filter(({ status }) => status !== 'terminating').length;
  const all = [...open(findings, deed), ...(deed?.findings ?? [])];
  return {
    address,
    status: statusOf(members, all, deed),
    size: { before, after: deed?.sizeAfter ?? before },
    held: decision.waits.length > 0 ? (decision.held?.why ?? null) : null,
    members,
    findings: all,
  };
}

/** A group that heard nothing hears again once its mark is taken. */
function open(findings: readonly HealthFinding[], deed: Deed | null): readonly HealthFinding[] {
  return deed?.outcome === 'done' ? findings.filter(({ kind }) => kind !== 'group-deaf') : findings;
}

/** Every field by its name: an object made of others takes several times the memory, and there is one for each server. */
function memberHealth(verdict: MemberVerdict, decision: HealDecision, deed: Deed | null): MemberHealth {
  const { name, physicalId, server, status, why } = verdict;
  const { action, outcome, message } = doneTo(verdict, decision, deed);
  return { name, physicalId, server, status, why, action, outcome, message };
}

function doneTo(
  verdict: MemberVerdict,
  decision: HealDecision,
  deed: Deed | null,
): Pick<MemberHealth, 'action' | 'outcome' | 'message'> {
  const { name } = verdict;
  const wait = decision.waits.find((one) => one.name === name);
  const action = decision.replace.includes(verdict)
    ? 'replace'
    : decision.unmark.includes(verdict)
      ? 'unmark'
      : 'none';
  if (action === 'none') return { action, outcome: wait ? 'waits' : 'none', message: wait?.why ?? '' };
  if (deed === null) return { action, outcome: 'planned', message: wait?.why ?? '' };
  const message = deed.outcome === 'done' ? afterwards(name, decision, deed) : deed.message;
  return { action, outcome: deed.outcome, message };
}

/** What holds for the whole group is said of it, and not again of each. */
function afterwards(name: string, { waits, held }: HealDecision, { successors }: Deed): string {
  const successor = successors[name];
  if (successor !== undefined) return `\`${successor}\` took its place`;
  const why = waits.find((one) => one.name === name)?.why ?? '';
  return why === held?.why ? '' : why;
}

/** Replaced ones were; a mark that was taken back heals nobody. */
export function isStillSick(member: MemberHealth): boolean {
  return isSick(member) && !(member.action === 'replace' && member.outcome === 'done');
}

/** Planned means: not done. A group whose members are well is not healthy while it can't scale. */
function statusOf(
  members: readonly MemberHealth[],
  findings: readonly HealthFinding[],
  deed: Deed | null,
): HealthStatus {
  const undone = members.some(({ outcome }) => outcome === 'planned' || outcome === 'failed');
  if (members.some(isStillSick) || undone || findings.some(({ severity }) => severity === 'error'))
    return 'unhealthy';
  if (deed !== null && deed.outcome !== 'done') return 'unhealthy';
  if (members.some(({ status }) => status === 'unknown')) return 'unchecked';
  return deed === null ? 'healthy' : 'healed';
}
