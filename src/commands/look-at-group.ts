/** Reads what is needed to judge one scaling group, and decides what is to be done about its members. */
import { consoleTail } from '../core/health/console-tail.ts';
import { decideHealing } from '../core/health/decide-healing.ts';
import { healthFindings } from '../core/health/findings.ts';
import { replacementsIn } from '../core/health/marks.ts';
import { memberVerdict } from '../core/health/member-verdict.ts';
import type { WatchedGroup } from '../core/health/policy.ts';
import { poolMemberIds } from '../core/health/pool-members.ts';
import type { BackendsSeen, MemberVerdict, PoolAnswer, ProbeResult } from '../model/evidence.ts';
import type { HealDecision, HealQuestion } from '../model/healing.ts';
import type { HealthFinding } from '../model/health.ts';
import type { LiveStack, StackEvent } from '../model/observed.ts';
import type { Clock } from '../ports/clock.ts';
import type { CloudReader } from '../ports/cloud.ts';
import { CloudError } from '../ports/errors.ts';
import { cloudTime } from './cloud-time.ts';

export interface Sight {
  readonly stack: LiveStack;
  readonly watched: WatchedGroup;
  /** The groups of the other zones. */
  readonly beside: readonly WatchedGroup[];
  /** Replacements that this run has found due in those, and not made. */
  readonly planned: number;
  readonly pool: PoolAnswer;
  /** null: no balancer outside of OpenStack was asked. */
  readonly backends: BackendsSeen | null;
  readonly probes: readonly ProbeResult[];
  /** What forbids any change now; null = nothing. */
  readonly hold: string | null;
}

export interface GroupLook {
  readonly verdicts: readonly MemberVerdict[];
  readonly decision: HealDecision;
  readonly findings: readonly HealthFinding[];
}

export interface LookParts {
  readonly reader: CloudReader;
  readonly clock: Clock;
}

/** null: the stack is gone by now. */
export async function lookAtGroup(parts: LookParts, sight: Sight): Promise<GroupLook | null> {
  const { watched } = sight;
  const now = cloudTime(parts.clock, parts.reader).getTime();
  const verdicts = verdictsOf(sight, watched, now);
  const quiet = verdicts.every(({ status, marked }) => status === 'current' && marked === null);
  if (quiet && watched.group.state.status === 'COMPLETE')
    return { verdicts, decision: NOTHING_TO_DO, findings: [] };
  const read = await readOn(parts.reader, sight);
  if (read === null) return null;
  const question: HealQuestion = {
    address: watched.group.address,
    spec: watched.spec,
    asked: watched.asked,
    now,
    verdicts,
    beside: sight.beside.flatMap((other) => verdictsOf(sight, other, now)),
    group: watched.group.state,
    history: replacementsIn(
      [watched, ...sight.beside].map(({ group }) => group.address),
      read.events,
    ),
    planned: sight.planned,
    hold: sight.hold,
    ...read,
  };
  const decision = decideHealing(question);
  const findings = healthFindings({
    question,
    decision,
    stack: sight.stack,
    holder: watched.group.holder,
    nested: watched.group.nested,
    members: watched.group.members,
    events: read.events.filter(({ address }) => isBelow(address, watched.group.address)),
    consoles: await consolesOf(parts.reader, verdicts, decision.loops),
  });
  return { verdicts, decision, findings };
}

const NOTHING_TO_DO: HealDecision = {
  held: null,
  replace: [],
  mark: [],
  unmark: [],
  unmarkGroup: false,
  waits: [],
  loops: [],
};

function verdictsOf(
  { stack, pool, backends, probes }: Sight,
  { group, spec }: WatchedGroup,
  now: number,
): readonly MemberVerdict[] {
  const evidence = {
    spec,
    now,
    group: group.state,
    pool,
    backends,
    probes,
    poolMembers: poolMemberIds(stack, group),
  };
  return group.members.map((member) => memberVerdict(member, evidence));
}

type Further = Pick<HealQuestion, 'pulse' | 'stored'> & { readonly events: readonly StackEvent[] };

/** The template is asked for only where an update broke off. */
async function readOn(reader: CloudReader, { stack, watched }: Sight): Promise<Further | null> {
  const { address, nested } = watched.group;
  const [pulse, events] = await Promise.all([reader.pulse(stack), reader.events(stack, null)]);
  if (pulse === null) return null;
  const state = pulse.groups.find((one) => one.address === address)?.nestedState ?? null;
  const broken = state?.status === 'FAILED' && state.action !== 'CHECK';
  const stored = broken ? Object.keys(await reader.memberDefinitions(nested)) : null;
  return { pulse, events, stored };
}

function isBelow(address: string, group: string): boolean {
  return address === group || address.startsWith(`${group}/`);
}

const CONSOLE_LINES = 40;

/** A log that can't be had is no reason not to tell the rest. */
async function consolesOf(
  reader: CloudReader,
  verdicts: readonly MemberVerdict[],
  loops: readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const servers = verdicts.filter(({ name }) => loops.includes(name));
  const logs = await Promise.all(
    servers.map(async ({ name, serverIds: [id] }) => {
      const log = id === undefined ? null : await consoleOf(reader, id);
      return [name, log === null ? [] : consoleTail(log)] as const;
    }),
  );
  return Object.fromEntries(logs);
}

async function consoleOf(reader: CloudReader, id: string): Promise<string | null> {
  try {
    return await reader.consoleLog(id, CONSOLE_LINES);
  } catch (error) {
    if (error instanceof CloudError) return null;
    throw error;
  }
}
