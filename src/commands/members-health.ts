/** Checks the members of each scaling group of one stack, and has sick ones replaced where that is asked for. */
import { healingHold } from '../core/guard/healing-hold.ts';
import { type Deed, judge } from '../core/health/judge.ts';
import { type WatchedGroup, watchedGroups } from '../core/health/policy.ts';
import type { BackendsSeen, PoolAnswer, ProbeResult } from '../model/evidence.ts';
import type { ScalingGroupHealth } from '../model/health.ts';
import type { LiveStack } from '../model/observed.ts';
import type { GroupSpec, TemplateSpec } from '../model/spec.ts';
import { CloudError, errorLine } from '../ports/errors.ts';
import { healGroup } from './heal-group.ts';
import type { HealthRun } from './health-run.ts';
import { type GroupLook, lookAtGroup, type Sight } from './look-at-group.ts';
import { probeServers } from './probe-servers.ts';
import { readBackends } from './read-backends.ts';
import { readPool } from './read-surroundings.ts';

export interface MembersHealth {
  readonly groups: readonly ScalingGroupHealth[];
  /** The stack as it is afterwards. */
  readonly stack: LiveStack;
  /** Why some of it could not be checked. */
  readonly message: string;
}

type LiveSpec = GroupSpec | TemplateSpec;

export async function membersHealth(
  run: HealthRun,
  spec: LiveSpec,
  stack: LiveStack,
): Promise<MembersHealth> {
  const groups: ScalingGroupHealth[] = [];
  const trouble: string[] = [];
  const watched = watchedGroups(stack, spec);
  let probes = await probesOf(run, watched);
  let backends = await readBackends(run, spec);
  let now = stack;
  let planned = 0;
  // one after another: each looks for who is at work on the whole stack, and at how the other zones fare
  for (const [index, { group }] of watched.entries()) {
    try {
      const place = { stack: now, address: group.address, probes, backends, planned };
      const { found, deed } = await oneGroup(run, spec, place);
      if (spec.kind === 'AutoScalingGroup') planned += plannedIn(found);
      if (found !== null) groups.push(found);
      if (deed !== null) {
        now = await readAgain(run, stack);
        if (index === watched.length - 1) break;
        backends = await readBackends(run, spec);
        // the new server has answered nobody yet, and what was silent minutes ago may be back
        probes = await probesOf(run, watchedGroups(now, spec));
      }
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      trouble.push(`${group.address}: ${errorLine(error)}`);
    }
  }
  return { groups, stack: now, message: trouble.join('; ') };
}

function plannedIn(found: ScalingGroupHealth | null): number {
  const members = found?.members ?? [];
  return members.filter(({ action, outcome }) => action === 'replace' && outcome === 'planned').length;
}

async function probesOf(
  { parts, around }: HealthRun,
  watched: readonly WatchedGroup[],
): Promise<readonly ProbeResult[]> {
  const results: ProbeResult[] = [];
  for (const { spec, group } of watched)
    results.push(...(await probeServers(parts, spec, group.members, around.networks)));
  return results;
}

interface Place {
  readonly stack: LiveStack;
  readonly address: string;
  /** Of all groups. */
  readonly probes: readonly ProbeResult[];
  readonly backends: BackendsSeen | null;
  /** Replacements due in the zones before this one, which nobody has asked to be made. */
  readonly planned: number;
}

async function oneGroup(
  run: HealthRun,
  spec: LiveSpec,
  place: Place,
): Promise<{ readonly found: ScalingGroupHealth | null; readonly deed: Deed | null }> {
  const { parts, cloud, around, heal } = run;
  const sight = sightOf(run, spec, place, around.pool);
  if (sight === null) return { found: null, deed: null };
  const look = await lookAtGroup({ reader: cloud, clock: parts.clock }, sight);
  if (look === null) return { found: null, deed: null };
  const deed = heal ? await replace(run, spec, { ...place, watched: sight.watched, look }) : null;
  return { found: judge({ address: place.address, ...look, deed }), deed };
}

/** null: the group is gone by now. */
function sightOf(
  run: HealthRun,
  spec: LiveSpec,
  { stack, address, probes, backends, planned }: Place,
  pool: PoolAnswer,
): Sight | null {
  const all = watchedGroups(stack, spec);
  const watched = all.find(({ group }) => group.address === address);
  if (watched === undefined) return null;
  // groups of a template need not serve the same
  const beside = spec.kind === 'AutoScalingGroup' ? all.filter((other) => other !== watched) : [];
  return { stack, watched, beside, planned, backends, pool, probes, hold: holdOn(run, spec) };
}

interface Found extends Place {
  readonly watched: WatchedGroup;
  readonly look: GroupLook;
}

async function replace(run: HealthRun, spec: LiveSpec, found: Found): Promise<Deed | null> {
  const { parts, cloud } = run;
  const { stack, watched, look } = found;
  const lookAgain = async (): Promise<GroupLook | null> => {
    const now = await readAgain(run, stack);
    if (now.id !== stack.id) return null;
    const pool = await readPool(cloud, [spec], [now]);
    const backends = await readBackends(run, spec);
    const sight = sightOf(run, spec, { ...found, stack: now, backends }, pool);
    return sight && lookAtGroup({ reader: cloud, clock: parts.clock }, sight);
  };
  const writing = { reader: cloud, writer: await parts.writer(), clock: parts.clock, log: parts.log };
  return healGroup(writing, { stack, group: watched.group, look, lookAgain });
}

function holdOn({ settings, parts }: HealthRun, spec: LiveSpec): string | null {
  return healingHold(settings.freeze, spec, parts.clock.now().getTime());
}

async function readAgain({ cloud }: HealthRun, stack: LiveStack): Promise<LiveStack> {
  const [now] = await cloud.observeLive([stack.name]);
  return now?.presence === 'present' ? now : stack;
}
