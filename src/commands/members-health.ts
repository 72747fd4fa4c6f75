/** Checks the members of each scaling group of one stack, and has sick ones replaced where that is asked for. */
import { healingHold } from '../core/guard/healing-hold.ts';
import { type Deed, judge } from '../core/health/judge.ts';
import { type WatchedGroup, watchedGroups } from '../core/health/policy.ts';
import type { ProbeResult } from '../model/evidence.ts';
import type { ScalingGroupHealth } from '../model/health.ts';
import type { PresentStack } from '../model/observed.ts';
import type { GroupSpec, TemplateSpec } from '../model/spec.ts';
import { CloudError, errorLine } from '../ports/errors.ts';
import { healGroup } from './heal-group.ts';
import type { HealthRun } from './health-run.ts';
import { type GroupLook, lookAtGroup } from './look-at-group.ts';
import { probeServers } from './probe-servers.ts';
import { readPool } from './read-surroundings.ts';

export interface MembersHealth {
  readonly groups: readonly ScalingGroupHealth[];
  /** The stack as it is afterwards. */
  readonly stack: PresentStack;
  /** Why some of it could not be checked. */
  readonly message: string;
}

type LiveSpec = GroupSpec | TemplateSpec;

export async function membersHealth(
  run: HealthRun,
  spec: LiveSpec,
  stack: PresentStack,
): Promise<MembersHealth> {
  const groups: ScalingGroupHealth[] = [];
  const trouble: string[] = [];
  let touched = false;
  // one after another: each looks for who is at work on the whole stack
  for (const watched of watchedGroups(stack, spec)) {
    try {
      const { found, deed } = await oneGroup(run, spec, stack, watched);
      if (found !== null) groups.push(found);
      touched ||= deed !== null;
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      trouble.push(`${watched.group.address}: ${errorLine(error)}`);
    }
  }
  const now = touched ? await readAgain(run, stack) : stack;
  return { groups, stack: now, message: trouble.join('; ') };
}

async function oneGroup(
  run: HealthRun,
  spec: LiveSpec,
  stack: PresentStack,
  watched: WatchedGroup,
): Promise<{ readonly found: ScalingGroupHealth | null; readonly deed: Deed | null }> {
  const { parts, cloud, around, heal } = run;
  const { members, address } = watched.group;
  const probes = await probeServers(parts, watched.spec, members, around.networks);
  const sight = { stack, watched, pool: around.pool, probes, hold: holdOn(run, spec) };
  const look = await lookAtGroup({ reader: cloud, clock: parts.clock }, sight);
  if (look === null) return { found: null, deed: null };
  const deed = heal ? await replace(run, spec, { stack, watched, look, probes }) : null;
  return { found: judge({ address, ...look, deed }), deed };
}

interface Found {
  readonly stack: PresentStack;
  readonly watched: WatchedGroup;
  readonly look: GroupLook;
  readonly probes: readonly ProbeResult[];
}

async function replace(run: HealthRun, spec: LiveSpec, found: Found): Promise<Deed | null> {
  const { parts, cloud } = run;
  const { stack, watched, look, probes } = found;
  const lookAgain = async (): Promise<GroupLook | null> => {
    const now = await readAgain(run, stack);
    const again = watchedGroups(now, spec).find(({ group }) => group.address === watched.group.address);
    if (now.id !== stack.id || again === undefined) return null;
    const pool = await readPool(cloud, [spec], [now]);
    const sight = { stack: now, watched: again, pool, probes, hold: holdOn(run, spec) };
    return lookAtGroup({ reader: cloud, clock: parts.clock }, sight);
  };
  const writing = { reader: cloud, writer: await parts.writer(), clock: parts.clock, log: parts.log };
  return healGroup(writing, { stack, group: watched.group, look, lookAgain });
}

function holdOn({ settings, parts }: HealthRun, spec: LiveSpec): string | null {
  return healingHold(settings.freeze, spec, parts.clock.now().getTime());
}

async function readAgain({ cloud }: HealthRun, stack: PresentStack): Promise<PresentStack> {
  const [now] = await cloud.observe([stack.name]);
  return now?.presence === 'present' ? now : stack;
}
