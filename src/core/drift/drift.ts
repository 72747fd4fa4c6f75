/** Finds where the cloud differs from the specs, and what differs rightly because the autoscaler did it. */
import type { GroupDrift } from '../../model/drift.ts';
import type { Catalogue } from '../../model/observed.ts';
import { withoutClock } from '../plan/by-clock.ts';
import { type Pair, planGroup } from '../plan/plan.ts';
import { groupDrift } from './group-drift.ts';
import { lateBounds } from './late-bounds.ts';
import { memberDrift } from './member-drift.ts';
import { stackDrift } from './stack-drift.ts';

export function detectDrift(pair: Pair, catalogue: Catalogue): GroupDrift {
  const { desired, observed } = pair;
  const result = (rest: Partial<GroupDrift>): GroupDrift => ({
    name: desired.name,
    stackId: observed.presence === 'present' ? observed.id : null,
    source: desired.source,
    status: 'clean',
    items: [],
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
  const items = [...stackDrift(due, known), ...groupDrift(due), ...memberDrift(due, known, catalogue)];
  const notDrift = [...(late?.notDrift ?? []), ...rightlyDifferent(due)];
  return result({ status: items.length > 0 ? 'drifted' : 'clean', items, notDrift });
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
    return [
      ...(moving > 0 ? [`${address} is being scaled: ${moving} of its members were not looked at`] : []),
      ...(inside && size !== (initial ?? min)
        ? [`${address} stands at ${size} (${min ?? '?'}..${max ?? '?'}): ${whose}`]
        : []),
    ];
  });
}
