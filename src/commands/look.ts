/** Looks at stacks and all that belongs to them, and a second time at those that seem to have drifted. */
import { detectDrift, uncheckedDrift, viewOf } from '../core/drift/drift.ts';
import { unknownTo } from '../core/drift/group-drift.ts';
import { poolsWanted } from '../core/drift/pool-member-drift.ts';
import { confirmed } from '../core/drift/second-look.ts';
import { toldResources } from '../core/drift/told.ts';
import { standingAside, unexplainedChange, unexplainedSize } from '../core/drift/unexplained-size.ts';
import { wantsToScale } from '../core/drift/unheard.ts';
import { MANY_STACKS } from '../core/drift/untouched.ts';
import { type Surroundings, surroundingsOf } from '../core/drift/view.ts';
import { kindsWanted } from '../core/drift/wants.ts';
import { type Ignoring, leaveIgnored } from '../core/plan/leave-ignored.ts';
import type { Pair } from '../core/plan/plan.ts';
import type { Desired } from '../model/desired.ts';
import type { DriftItem, GroupDrift } from '../model/drift.ts';
import type { Catalogue, ObservedGroup, PresentStack } from '../model/observed.ts';
import type { ProjectThings } from '../model/things.ts';
import type { Clock } from '../ports/clock.ts';
import type { CloudReader } from '../ports/cloud.ts';
import { CloudError, errorLine, isRefusal } from '../ports/errors.ts';
import { cloudTime } from './cloud-time.ts';
import { inTurns } from './concurrency.ts';
import { observe, observeUntouched } from './observe.ts';
import { type ReadApart, readApart } from './read-apart.ts';

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
  ignoring: Ignoring,
): Promise<Look> {
  const first = await look(cloud, clock, desired, ignoring);
  const odd = new Set(first.groups.filter(({ status }) => status === 'drifted').map(({ name }) => name));
  if (odd.size === 0) return first;
  await clock.sleep(PAUSE_MS);
  const second = await lookAgain(
    cloud,
    clock,
    desired.filter(({ name }) => odd.has(name)),
    ignoring,
  );
  const again = new Map(second.map((group) => [group.name, group]));
  return {
    ...first,
    groups: first.groups.map((group) => {
      const found = again.get(group.name);
      return found ? confirmed(group, found) : group;
    }),
  };
}

/** A cloud that breaks by now takes nothing away from those that were found clean. */
async function lookAgain(
  cloud: CloudReader,
  clock: Clock,
  desired: readonly Desired[],
  ignoring: Ignoring,
): Promise<readonly GroupDrift[]> {
  try {
    return (await look(cloud, clock, desired, ignoring)).groups;
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return desired.map((one) => uncheckedDrift(one, errorLine(error)));
  }
}

/** What the cloud shows this moment. */
export async function look(
  cloud: CloudReader,
  clock: Clock,
  desired: readonly Desired[],
  ignoring: Ignoring,
): Promise<Look> {
  const [stacks, catalogue] = await Promise.all([
    readApart(desired, (some) =>
      desired.length < MANY_STACKS ? observe(cloud, some, 'all') : observeUntouched(cloud, some, 'all'),
    ),
    cloud.catalogue(['image', 'flavor', 'network']),
  ]);
  const read = stacks.read.map((pair) => leaveIgnored(pair, ignoring));
  const { things, unread } = await readThings(cloud, read);
  const around = surroundingsOf(things);
  const now = cloudTime(clock, cloud).toISOString();
  const trouble = new Map([
    ...stacks.failed.map(({ item, error }) => [item.name, error] as const),
    ...unread.map(({ item, error }) => [item.desired.name, error] as const),
  ]);
  const pairs = new Map(read.map((pair) => [pair.desired.name, pair]));
  const groups = await inTurns(desired, AT_ONCE, async (one) => {
    const failed = trouble.get(one.name);
    const pair = pairs.get(one.name);
    if (failed !== undefined || pair === undefined)
      return uncheckedDrift(one, failed === undefined ? '' : errorLine(failed));
    return judge(cloud, pair, { catalogue, around, pulse: null, now });
  });
  return { groups, userId: things.userId };
}

interface Things {
  readonly things: ProjectThings;
  readonly unread: ReadApart<Pair, unknown>['failed'];
}

async function readThings(cloud: CloudReader, pairs: readonly Pair[]): Promise<Things> {
  const kinds = kindsWanted(pairs.map(({ observed }) => observed));
  const grouped = pairs.some(({ observed }) => observed.presence === 'present' && observed.groups.length > 0);
  const metered = grouped ? unknownTo(pairs.map(({ observed }) => observed)) : null;
  const things = await cloud.things({ kinds, pools: [], metered });
  const { read, failed } = await readApart(pairs, async (some) => {
    const pools = poolsOf(some, things);
    return pools.length === 0 ? [] : [(await cloud.things({ kinds: [], pools, metered: null })).poolMembers];
  });
  return { things: { ...things, poolMembers: new Map(read.flatMap((one) => [...one])) }, unread: failed };
}

function poolsOf(pairs: readonly Pair[], things: ProjectThings): readonly string[] {
  const told = pairs.flatMap(({ observed, definitions }) =>
    observed.presence === 'present' && hasPools(observed) ? toldResources(observed, definitions) : [],
  );
  return poolsWanted(told, things.of.pool);
}

function hasPools({ resources }: PresentStack): boolean {
  return resources.some(({ type }) => type === 'OS::Octavia::Pool' || type === 'OS::Octavia::PoolMember');
}

interface Circumstances {
  readonly catalogue: Catalogue;
  readonly around: Surroundings;
  readonly pulse: null;
  readonly now: string;
}

async function judge(cloud: CloudReader, pair: Pair, circumstances: Circumstances): Promise<GroupDrift> {
  try {
    const pulse = await pulseWhereStuck(cloud, pair, circumstances);
    const found = detectDrift(pair, { ...circumstances, pulse });
    return withItems(found, await unexplainedSizes(cloud, pair));
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return uncheckedDrift(pair.desired, errorLine(error));
  }
}

/** Asks only of groups that stand at another size than they began with; where events are nobody's to read the rest is told. */
async function unexplainedSizes(cloud: CloudReader, pair: Pair): Promise<readonly DriftItem[]> {
  const { observed } = pair;
  const groups = standingAside(pair);
  if (observed.presence === 'absent' || groups.length === 0) return [];
  try {
    return await sizesOf(cloud, observed, groups);
  } catch (error) {
    if (isRefusal(error)) return [];
    throw error;
  }
}

async function sizesOf(
  cloud: CloudReader,
  observed: PresentStack,
  groups: readonly ObservedGroup[],
): Promise<readonly DriftItem[]> {
  const events = await cloud.latestEvents(observed);
  const changes = groups.flatMap((group) => {
    const change = unexplainedChange(group, events);
    return change === null ? [] : [{ group, change }];
  });
  if (changes.length === 0) return [];
  const pulse = await cloud.pulse(observed);
  return pulse === null
    ? []
    : changes.flatMap(({ group, change }) => unexplainedSize(group, change, pulse) ?? []);
}

function withItems(group: GroupDrift, items: readonly DriftItem[]): GroupDrift {
  return items.length === 0 ? group : { ...group, status: 'drifted', items: [...group.items, ...items] };
}

async function pulseWhereStuck(cloud: CloudReader, pair: Pair, circumstances: Circumstances) {
  const view = viewOf(pair, circumstances);
  if (view === null || !wantsToScale(view)) return null;
  return cloud.pulse({ name: view.stack.name, id: view.stack.id });
}
