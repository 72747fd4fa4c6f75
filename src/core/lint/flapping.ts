/** Thresholds that call for each other: growing makes the group shrink, and the other way round. */
import { thresholdWords } from '../heat/group/condition-words.ts';
import {
  type Advice,
  type AlarmedPolicy,
  comparable,
  plainValue,
  type ScalingView,
  type SingleCondition,
  singleCondition,
  sizeBy,
  sizesOf,
} from './scaling-view.ts';

interface Opposites {
  readonly out: AlarmedPolicy & { readonly on: SingleCondition };
  readonly in: AlarmedPolicy & { readonly on: SingleCondition };
}

/** The same demand at another size: the value times n / n'. Only for metrics that servers share. */
export function flapping(view: ScalingView): readonly Advice[] {
  return opposites(view).flatMap((pair): readonly Advice[] => {
    const { out, in: down } = pair;
    const [high, low] = [plainValue(out.on), plainValue(down.on)];
    if (low >= high) return [overlapping(pair)];
    if (!out.on.meter.shared) return [];
    const worst = worstSize(pair, view);
    if (worst === null) return [];
    const { from, to, bound } = worst;
    if (low <= bound * high) return [];
    const highWords = thresholdWords(out.on.condition.threshold);
    const lowWords = thresholdWords(down.on.condition.threshold);
    const right = Math.floor(out.on.condition.threshold.value * bound * 100) / 100;
    const message = `\`${out.name}\` and \`${down.name}\` call for each other: the load of ${highWords} on ${servers(from)} is ${shown(high * bound, out.on)} on ${to}, below ${lowWords}, so the group would grow and shrink in turn; \`below\` must be at most ${right}${out.on.condition.threshold.unit === '' ? '' : ` ${out.on.condition.threshold.unit}`} here`;
    return [{ pointer: `${down.pointer}/below`, message }];
  });
}

function overlapping({ out, in: down }: Opposites): Advice {
  const [high, low] = [out.on.condition.threshold, down.on.condition.threshold].map(thresholdWords);
  return {
    pointer: `${down.pointer}/below`,
    message: `between ${high} and ${low} both \`${out.name}\` and \`${down.name}\` fire, and whichever is first wins; \`below\` must be smaller than \`above\`, by more than one server changes`,
  };
}

/** The tightest place: the smallest part of the high value that is left after growing, or before shrinking. */
function worstSize(
  { out, in: down }: Opposites,
  view: ScalingView,
): { from: number; to: number; bound: number } | null {
  const places = sizesOf(view.spec).flatMap((size) => {
    const grown = sizeBy(out, size, view.spec);
    const shrunk = sizeBy(down, size, view.spec);
    return [
      ...(grown > size ? [{ from: size, to: grown, bound: size / grown }] : []),
      ...(shrunk < size && shrunk > 0 ? [{ from: shrunk, to: size, bound: shrunk / size }] : []),
    ];
  });
  const [first, ...rest] = places;
  if (!first) return null;
  return rest.reduce((worst, place) => (place.bound < worst.bound ? place : worst), first);
}

function opposites({ alarmed }: ScalingView): readonly Opposites[] {
  const single = alarmed.flatMap((policy) => {
    const on = singleCondition(policy);
    return on && policy.written ? [{ ...policy, on }] : [];
  });
  const outs = single.filter(
    ({ direction, on }) => direction === 'out' && on.condition.comparison === 'above',
  );
  const ins = single.filter(({ direction, on }) => direction === 'in' && on.condition.comparison === 'below');
  // the strongest of several steps back is the tightest pair with the weakest out: every pair is looked at
  return outs.flatMap((out) =>
    ins
      .filter(
        ({ on }) =>
          on.meter.metric === out.on.meter.metric &&
          on.meter.aggregation === out.on.meter.aggregation &&
          comparable(on.condition.threshold, out.on.condition.threshold),
      )
      .map((one) => ({ out, in: one })),
  );
}

function shown(value: number, { meter, condition: { threshold } }: SingleCondition): string {
  const rounded = Math.round((value / (meter.units[threshold.unit] ?? 1)) * 10) / 10;
  return thresholdWords({ value: rounded, unit: threshold.unit });
}

function servers(count: number): string {
  return count === 1 ? '1 server' : `${count} servers`;
}
