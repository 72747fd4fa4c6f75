/** Looks at stacks and all that belongs to them, and a second time at those that seem to have drifted. */
import { detectDrift, viewOf } from '../core/drift/drift.ts';
import { poolsWanted } from '../core/drift/pool-member-drift.ts';
import { confirmed } from '../core/drift/second-look.ts';
import { toldResources } from '../core/drift/told.ts';
import { wantsToScale } from '../core/drift/unheard.ts';
import { MANY_STACKS } from '../core/drift/untouched.ts';
import { type Surroundings, surroundingsOf } from '../core/drift/view.ts';
import { kindsWanted } from '../core/drift/wants.ts';
import type { Pair } from '../core/plan/plan.ts';
import type { Desired } from '../model/desired.ts';
import type { GroupDrift } from '../model/drift.ts';
import type { Catalogue, PresentStack } from '../model/observed.ts';
import type { ProjectThings } from '../model/things.ts';
import type { Clock } from '../ports/clock.ts';
import type { CloudReader } from '../ports/cloud.ts';
import { inTurns } from './concurrency.ts';
import { observe, observeMany } from './observe.ts';

/** Long enough for a list that was read a moment before another to be outdated no more. */
const PAUSE_MS = 5000;
const AT_ONCE = 8;

interface Look {
  readonly groups: readonly GroupDrift[];
  /** The asking user. */
  readonly userId: string;
}

/** What is found must be found twice: between two lists the autoscaler goes on working. */
export async function lookTwice(
  cloud: CloudReader,
  clock: Clock,
  desired: readonly Desired[],
): Promise<Look> {
  const first = await look(cloud, clock, desired);
  const odd = new Set(first.groups.filter(({ status }) => status === 'drifted').map(({ name }) => name));
  if (odd.size === 0) return first;
  await clock.sleep(PAUSE_MS);
  const second = await look(
    cloud,
    clock,
    desired.filter(({ name }) => odd.has(name)),
  );
  const again = new Map(second.groups.map((group) => [group.name, group]));
  return {
    ...first,
    groups: first.groups.map((group) => {
      const found = again.get(group.name);
      return found ? confirmed(group, found) : group;
    }),
  };
}

/** What the cloud shows this moment. */
export async function look(cloud: CloudReader, clock: Clock, desired: readonly Desired[]): Promise<Look> {
  const [pairs, catalogue] = await Promise.all([
    desired.length < MANY_STACKS ? observe(cloud, desired, 'all') : observeMany(cloud, desired),
    cloud.catalogue(['image', 'flavor', 'network']),
  ]);
  const things = await readThings(cloud, pairs);
  const around = surroundingsOf(things);
  const now = clock.now().toISOString();
  const groups = await inTurns(pairs, AT_ONCE, async (pair) => {
    const pulse = await pulseWhereStuck(cloud, pair, { catalogue, around, pulse: null, now });
    return detectDrift(pair, { catalogue, around, pulse, now });
  });
  return { groups, userId: things.userId };
}

async function readThings(cloud: CloudReader, pairs: readonly Pair[]): Promise<ProjectThings> {
  const kinds = kindsWanted(pairs.map(({ observed }) => observed));
  const metered = pairs.some(({ observed }) => observed.presence === 'present' && observed.groups.length > 0);
  const things = await cloud.things({ kinds, pools: [], metered });
  const told = pairs.flatMap(({ observed, definitions }) =>
    observed.presence === 'present' && hasPools(observed) ? toldResources(observed, definitions) : [],
  );
  const pools = poolsWanted(told, things.of.pool);
  if (pools.length === 0) return things;
  const { poolMembers } = await cloud.things({ kinds: [], pools, metered: false });
  return { ...things, poolMembers };
}

function hasPools({ resources }: PresentStack): boolean {
  return resources.some(({ type }) => type === 'OS::Octavia::Pool' || type === 'OS::Octavia::PoolMember');
}

async function pulseWhereStuck(
  cloud: CloudReader,
  pair: Pair,
  circumstances: {
    readonly catalogue: Catalogue;
    readonly around: Surroundings;
    readonly pulse: null;
    readonly now: string;
  },
) {
  const view = viewOf(pair, circumstances);
  if (view === null || !wantsToScale(view)) return null;
  return cloud.pulse({ name: view.stack.name, id: view.stack.id });
}
