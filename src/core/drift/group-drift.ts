/** Drift of a group as a whole: a size out of bounds, or a group that cannot scale. */
import type { DesiredGroup } from '../../model/desired.ts';
import type { DriftItem } from '../../model/drift.ts';
import type { ObservedGroup } from '../../model/observed.ts';
import type { Pair } from '../plan/plan.ts';

export function groupDrift({ desired, observed }: Pair): readonly DriftItem[] {
  if (desired.presence === 'absent' || observed.presence === 'absent') return [];
  return desired.groups.flatMap((group) => {
    const live = observed.groups.find(({ address }) => address === group.address);
    return live ? [...outOfBounds(group, live), ...deaf(live, observed.name)] : [];
  });
}

function outOfBounds({ address, min, max }: DesiredGroup, { members }: ObservedGroup): readonly DriftItem[] {
  const size = members.length;
  if (size >= (min ?? 0) && size <= (max ?? size)) return [];
  return [
    {
      kind: 'size-out-of-bounds',
      subject: `group ${address}`,
      repository: `${min ?? '?'}..${max ?? '?'}`,
      cloud: String(size),
      remedy: 'run apply: the next update brings the group back inside its bounds',
    },
  ];
}

/** A group whose resource is not *_COMPLETE ignores every signal, answering 200 (measured). */
function deaf({ address, state }: ObservedGroup, stack: string): readonly DriftItem[] {
  if (state.status !== 'FAILED') return [];
  const marked = state.action === 'CHECK';
  return [
    {
      kind: 'group-cannot-scale',
      subject: `group ${address}`,
      repository: 'scales',
      cloud: `${state.action}_${state.status}: signals are answered and do nothing`,
      remedy: marked
        ? `\`openstack stack resource mark unhealthy --reset ${stack} ${address}\`; no update before that, it would replace every server`
        : 'run apply: it finishes what stopped',
    },
  ];
}
