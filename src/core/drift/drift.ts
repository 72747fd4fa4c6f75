/** Finds where the cloud differs from the specs, and what differs rightly because the autoscaler did it. */
import type { DriftItem, GroupDrift } from '../../model/drift.ts';
import type { Catalogue, PresentStack, StackPulse } from '../../model/observed.ts';
import { withoutClock } from '../plan/by-clock.ts';
import { type Pair, planGroup } from '../plan/plan.ts';
import { alarmDrift } from './alarm-drift.ts';
import { balancerDrift } from './balancer-drift.ts';
import { groupDrift, orphanServers, stuckScaling } from './group-drift.ts';
import { lateBounds } from './late-bounds.ts';
import { isOnItsWay, memberDrift } from './member-drift.ts';
import { poolMemberDrift } from './pool-member-drift.ts';
import { portDrift } from './port-drift.ts';
import { securityGroupDrift } from './security-group-drift.ts';
import { isSuspended, stackDrift } from './stack-drift.ts';
import { toldResources } from './told.ts';
import { unheardAlarms } from './unheard.ts';
import type { StackView, Surroundings } from './view.ts';

export interface DriftCircumstances {
  readonly catalogue: Catalogue;
  readonly around: Surroundings;
  /** Where somebody looked: only asked for where something may be wrong. */
  readonly pulse: StackPulse | null;
  /** ISO 8601. */
  readonly now: string;
}

export function detectDrift(pair: Pair, circumstances: DriftCircumstances): GroupDrift {
  const { desired, observed } = pair;
  const result = (rest: Partial<GroupDrift>): GroupDrift => ({
    name: desired.name,
    stackId: observed.presence === 'present' ? observed.id : null,
    source: desired.source,
    status: 'clean',
    items: [],
    fixed: [],
    ignored: [],
    notDrift: [],
    message: '',
    ...rest,
  });
  if (observed.presence === 'present' && observed.state.status === 'IN_PROGRESS') {
    return result({
      status: 'in-progress',
      message: `the stack is ${observed.state.action}_IN_PROGRESS: somebody is at work on it`,
    });
  }
  const plan = planGroup(pair);
  const late = lateBounds(pair);
  const due = { ...pair, desired: late?.desired ?? desired };
  const known =
    late === null ? plan : { ...plan, changes: withoutClock(plan.changes, plan.scalingGroups, late.clock) };
  const view = viewOf(pair, circumstances);
  const asleep = observed.presence === 'present' && isSuspended(observed);
  const items = [
    ...stackDrift(due, known),
    ...(asleep ? [] : groupDrift(due)),
    ...(view === null || asleep ? [] : [...memberDrift(due, known, view), ...thingDrift(view)]),
    ...(circumstances.pulse === null || view === null ? [] : atRest(view, circumstances.pulse)),
  ];
  const notDrift = [...(late?.notDrift ?? []), ...rightlyDifferent(due)];
  return result({ status: items.length > 0 ? 'drifted' : 'clean', items, notDrift });
}

function atRest(view: StackView, pulse: StackPulse): readonly DriftItem[] {
  return [...stuckScaling(view.stack.name, pulse), ...unheardAlarms(view, pulse)];
}

/** null when there is nothing to look at. */
export function viewOf(
  { desired, observed, definitions }: Pair,
  { catalogue, around, now }: DriftCircumstances,
): StackView | null {
  if (desired.presence === 'absent' || observed.presence === 'absent') return null;
  return {
    stack: observed,
    told: toldResources(observed, definitions),
    around,
    catalogue,
    servers: serversOf(observed),
    now,
  };
}

function serversOf({ groups }: PresentStack): StackView['servers'] {
  const all = groups.flatMap(({ members }) => members.flatMap(({ servers }) => servers));
  return new Map(all.map((server) => [server.id, server]));
}

function thingDrift(view: StackView): readonly DriftItem[] {
  return [
    ...portDrift(view),
    ...securityGroupDrift(view),
    ...balancerDrift(view),
    ...poolMemberDrift(view),
    ...alarmDrift(view),
    ...orphanServers(view),
  ];
}

/** A size inside the bounds is the autoscaler's business, whatever the spec said at the creation. */
function rightlyDifferent({ desired, observed }: Pair): readonly string[] {
  if (desired.presence === 'absent' || observed.presence === 'absent') return [];
  const whose = desired.paused ? 'scaling is paused, and so it stays' : "the autoscaler's business";
  return desired.groups.flatMap(({ address, min, max, initial }) => {
    const members = observed.groups.find((group) => group.address === address)?.members ?? [];
    const moving = members.filter(({ state }) => state.status === 'IN_PROGRESS').length;
    const size = members.length;
    const inside = size >= (min ?? 0) && size <= (max ?? size);
    const busy = members
      .filter(({ state }) => state.status !== 'IN_PROGRESS')
      .flatMap(({ servers }) => servers.filter(isOnItsWay));
    return [
      ...(moving > 0 ? [`${address} is being scaled: ${moving} of its members were not looked at`] : []),
      ...busy.map(({ name, status, taskState }) => `server ${name} is ${taskState ?? status} just now`),
      ...(inside && size !== (initial ?? min)
        ? [`${address} stands at ${size} (${min ?? '?'}..${max ?? '?'}): ${whose}`]
        : []),
    ];
  });
}
