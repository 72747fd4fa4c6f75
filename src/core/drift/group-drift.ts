/** Drift of a group as a whole: a size out of bounds, a group that cannot scale, servers that say they are its own. */

import type { DesiredGroup } from '../../model/desired.ts';
import type { DriftItem } from '../../model/drift.ts';
import type { ObservedGroup, ObservedStack, PresentStack, StackPulse } from '../../model/observed.ts';
import type { MeteredServer } from '../../model/things.ts';
import { heldIn } from '../heat/held-in.ts';
import type { Pair } from '../plan/plan.ts';
import { driftItem } from './kinds.ts';
import type { StackView } from './view.ts';

export function groupDrift({ desired, observed }: Pair): readonly DriftItem[] {
  if (desired.presence === 'absent' || observed.presence === 'absent') return [];
  return desired.groups.flatMap((group) => {
    const live = observed.groups.find(({ address }) => address === group.address);
    return live ? [...outOfBounds(group, live), ...deaf(live, observed)] : [];
  });
}

function outOfBounds({ address, min, max }: DesiredGroup, { members }: ObservedGroup): readonly DriftItem[] {
  const size = members.length;
  if (size >= (min ?? 0) && size <= (max ?? size)) return [];
  return [
    driftItem({
      kind: 'size-out-of-bounds',
      subject: `group ${address}`,
      repository: `${min ?? '?'}..${max ?? '?'}`,
      cloud: String(size),
      remedy: 'run apply: the next update brings the group back inside its bounds',
    }),
  ];
}

/** A group whose resource is not *_COMPLETE ignores every signal, answering 200 (measured). */
function deaf({ address, state }: ObservedGroup, stack: PresentStack): readonly DriftItem[] {
  if (state.status !== 'FAILED') return [];
  const marked = state.action === 'CHECK';
  return [
    driftItem({
      kind: 'group-cannot-scale',
      subject: `group ${address}`,
      repository: 'scales',
      cloud: `${state.action}_${state.status}: signals are answered and do nothing`,
      remedy: marked
        ? `\`openstack stack resource mark unhealthy --reset ${heldIn(stack, address)}\`; no update before that, it would replace every server`
        : 'run apply: it finishes what stopped',
    }),
  ];
}

/** `scaling_in_progress` that nobody takes back: after an engine was killed (heat/scaling/cooldown.py, bug 1651084). */
export function stuckScaling(
  stack: Pick<PresentStack, 'name' | 'resources'>,
  { groups }: StackPulse,
): readonly DriftItem[] {
  return groups
    .filter(
      ({ activity, nestedState }) => activity.scalingInProgress && nestedState?.status !== 'IN_PROGRESS',
    )
    .map(({ address }) =>
      driftItem({
        kind: 'scaling-stuck',
        subject: `group ${address}`,
        repository: 'scales',
        cloud: 'scaling_in_progress is set and nobody is at work: every signal is ignored',
        remedy: `\`openstack stack resource mark unhealthy ${heldIn(stack, address)}\`, then at once \`openstack stack resource mark unhealthy --reset ${heldIn(stack, address)}\`; no update in between, it would replace every server`,
      }),
    );
}

/** Which servers are worth keeping for `orphanServers`: those that the stack they name does not know. */
export function unknownTo(stacks: readonly ObservedStack[]): (server: MeteredServer) => boolean {
  const homes = new Map<string, string>();
  for (const stack of stacks) {
    if (stack.presence === 'absent') continue;
    for (const { physicalId } of stack.resources) homes.set(physicalId, stack.id);
  }
  return ({ id, serverGroup }) => homes.get(id) !== serverGroup;
}

/** Servers that Gnocchi counts to the group and Heat does not know. */
export function orphanServers({ stack, around }: StackView): readonly DriftItem[] {
  const known = new Set(stack.resources.map(({ physicalId }) => physicalId));
  // what an update that stopped has left behind is removed by the next one (measured)
  const unfinished = stack.groups.some(
    ({ state, members }) =>
      state.status !== 'COMPLETE' || members.some((member) => member.state.status !== 'COMPLETE'),
  );
  if (unfinished || stack.state.status !== 'COMPLETE') return [];
  return (around.meteredByStack.get(stack.id) ?? [])
    .filter(({ id }) => !known.has(id))
    .filter(({ status, taskState }) => taskState === null && status !== 'BUILD')
    .map(({ id, name, createdAt }) =>
      driftItem({
        kind: 'server-orphan',
        subject: `server ${name || id}`,
        about: { service: 'server', id },
        repository: 'not there',
        cloud:
          'says by metering.server_group that it belongs to this group, which does not know it: the alarms count it',
        remedy: `\`openstack server delete ${id}\`, or \`openstack server unset --property metering.server_group ${id}\``,
        since: createdAt,
      }),
    );
}
