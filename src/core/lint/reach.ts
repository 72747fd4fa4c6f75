/** Alarms that can't fire, and those whose firing changes nothing. */
import type { GroupSpec } from '../../model/spec.ts';
import { thresholdWords } from '../heat/group/condition-words.ts';
import { meterOf } from '../heat/group/meters.ts';
import { sizeAfter, sizesWithin } from '../heat/group-size.ts';
import type { Advice, AlarmedPolicy, ScalingView } from './scaling-view.ts';

export function neverFires({ alarmed }: ScalingView): readonly Advice[] {
  return alarmed.flatMap(({ name, alarm }) =>
    alarm.conditions.flatMap(({ source, comparison, threshold, pointer }): readonly Advice[] => {
      if (source.kind === 'prometheus') return [];
      const meter = meterOf(source);
      const what = `\`${name}\` can never fire: ${meter?.words ?? source.name}`;
      const at = `${pointer}/${comparison}`;
      if (comparison === 'above' && threshold.unit === '%' && threshold.value >= 100) {
        return [{ pointer: at, message: `${what} is never above ${thresholdWords(threshold)}` }];
      }
      if (comparison === 'below' && threshold.value <= 0 && source.kind === 'built-in') {
        return [{ pointer: at, message: `${what} is never below ${thresholdWords(threshold)}` }];
      }
      return [];
    }),
  );
}

export function changesNothing({ alarmed, bounds }: ScalingView): readonly Advice[] {
  const { min, max } = bounds;
  const sizes = sizesWithin(bounds);
  if (alarmed.length === 0) return [];
  if (min === max) {
    const message = `size.min and size.max are both ${min}: no alarm can change the size`;
    return [{ pointer: '/spec/size', message }];
  }
  return alarmed
    .filter((policy) => sizes.every((size) => sizeAfter(size, policy, bounds) === size))
    .map(({ name, pointer }) => ({
      pointer,
      message: `\`${name}\` changes nothing at any size from ${min} to ${max}`,
    }));
}

/** Without servers there are no measures, and without measures no alarm. */
export function asleepForEver({ alarmed, spec, bounds }: ScalingView): readonly Advice[] {
  const place = emptyPlace(spec);
  if (place === null) return [];
  const outs = alarmed.filter(({ direction }) => direction === 'out');
  const blind = outs.length > 0 && outs.every(isMeasuredOnMembers);
  const sizes = sizesWithin(bounds);
  const empties = alarmed.some((policy) => sizes.some((size) => sizeAfter(size, policy, bounds) === 0));
  if (!blind || !empties) return [];
  return [
    {
      pointer: place.pointer,
      message: `${place.words} 0, and the alarms that add servers are measured on the servers: once there is none, nothing is measured and the group stays empty${place.until}; use 1, or an alarm on something outside the group (prometheus)`,
    },
  ];
}

/** Where it is written that there may be no servers; a schedule that allows none at all means it. */
function emptyPlace({
  size,
  scaling: { schedules },
}: GroupSpec): { readonly pointer: string; readonly words: string; readonly until: string } | null {
  if (size.min === 0) return { pointer: '/spec/size/min', words: 'size.min is', until: '' };
  const index = schedules.findIndex(({ min, max }) => min === 0 && (max ?? size.max) > 0);
  const schedule = schedules[index];
  if (!schedule) return null;
  return {
    pointer: `/spec/scaling/schedules/${index}/size/min`,
    words: `the min of the schedule \`${schedule.name}\` is`,
    until: ' until the schedule ends',
  };
}

function isMeasuredOnMembers({ alarm }: AlarmedPolicy): boolean {
  return alarm.conditions.every(({ source }) => source.kind !== 'prometheus');
}

export function oneWay({ alarmed }: ScalingView): readonly Advice[] {
  const [first] = alarmed;
  if (!first || alarmed.some(({ direction }) => direction !== first.direction)) return [];
  const message =
    first.direction === 'out'
      ? 'the alarms only add servers; nothing takes them away again but a hand or another scaling policy’s URL'
      : 'the alarms only take servers away; nothing adds any but a hand or another scaling policy’s URL';
  return [{ pointer: first.pointer, message }];
}
