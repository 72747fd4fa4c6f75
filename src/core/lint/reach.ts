/** Alarms that can't fire, and those whose firing changes nothing. */
import { thresholdWords } from '../heat/group/condition-words.ts';
import { meterOf } from '../heat/group/meters.ts';
import { type Advice, type AlarmedPolicy, type ScalingView, sizeBy, sizesOf } from './scaling-view.ts';

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

export function changesNothing({ alarmed, spec }: ScalingView): readonly Advice[] {
  const { min, max } = spec.size;
  if (alarmed.length === 0) return [];
  if (min === max) {
    const message = `size.min and size.max are both ${min}: no alarm can change the size`;
    return [{ pointer: '/spec/size', message }];
  }
  return alarmed
    .filter((policy) => sizesOf(spec).every((size) => sizeBy(policy, size, spec) === size))
    .map(({ name, pointer }) => ({
      pointer,
      message: `\`${name}\` changes nothing at any size from ${min} to ${max}`,
    }));
}

/** Without servers there are no measures, and without measures no alarm. */
export function asleepForEver({ alarmed, spec }: ScalingView): readonly Advice[] {
  if (spec.size.min > 0) return [];
  const outs = alarmed.filter(({ direction }) => direction === 'out');
  const blind = outs.length > 0 && outs.every(isMeasuredOnMembers);
  const empties = alarmed.some((policy) => sizesOf(spec).some((size) => sizeBy(policy, size, spec) === 0));
  if (!blind || !empties) return [];
  return [
    {
      pointer: '/spec/size/min',
      message:
        'size.min is 0, and the alarms that add servers are measured on the servers: once there is none, nothing is measured and the group stays empty; use 1, or an alarm on something outside the group (prometheus)',
    },
  ];
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
