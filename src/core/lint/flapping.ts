/** Thresholds that call for each other: growing makes the group shrink, and the other way round. */
import { thresholdWords } from '../heat/group/condition-words.ts';
import { sizeAfter, sizesWithin } from '../heat/group-size.ts';
import {
  type Advice,
  type AlarmedPolicy,
  comparable,
  plainValue,
  type ScalingView,
  type SingleCondition,
  singleCondition,
} from './scaling-view.ts';

interface Opposites {
  readonly out: AlarmedPolicy & { readonly on: SingleCondition };
  readonly in: AlarmedPolicy & { readonly on: SingleCondition };
}

/** The same demand at another size: the value times n / n'. Only for metrics that servers share. */
export function flapping(view: ScalingView): readonly Advice[] {
  const places = worstPlaces(view);
  const all = opposites(view).flatMap((pair): readonly Advice[] => {
    const { out, in: down } = pair;
    const [high, low] = [plainValue(out.on), plainValue(down.on)];
    if (low >= high) return [overlapping(pair)];
    if (!out.on.meter.shared) return [];
    const [grown, shrunk] = [places.get(out.name), places.get(down.name)];
    const worst = grown && shrunk ? tighter(grown, shrunk) : (grown ?? shrunk);
    if (!worst) return [];
    const { from, to, bound } = worst;
    if (low <= bound * high) return [];
    const highWords = thresholdWords(out.on.condition.threshold);
    const lowWords = thresholdWords(down.on.condition.threshold);
    const right = Math.floor(out.on.condition.threshold.value * bound * 100) / 100;
    const message = `\`${out.name}\` and \`${down.name}\` call for each other: the load of ${highWords} on ${servers(from)} is ${shown(high * bound, out.on)} on ${to}, below ${lowWords}, so the group would grow and shrink in turn; \`below\` must be at most ${right}${out.on.condition.threshold.unit === '' ? '' : ` ${out.on.condition.threshold.unit}`} here`;
    return [{ pointer: `${down.pointer}/below`, message }];
  });
  return all.slice(0, MANY);
}

/** As many as anybody reads; pairs grow with the square of the policies. */
const MANY = 100;

function overlapping({ out, in: down }: Opposites): Advice {
  const [high, low] = [out.on.condition.threshold, down.on.condition.threshold].map(thresholdWords);
  return {
    pointer: `${down.pointer}/below`,
    message: `between ${high} and ${low} both \`${out.name}\` and \`${down.name}\` fire, and whichever is first wins; \`below\` must be smaller than \`above\`, by more than one server changes`,
  };
}

interface Place {
  /** The size before the policy acts. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** What is left of a value when the load of `from` servers is on `to`. */
  readonly bound: number;
}

/** For each policy the tightest place at which it acts, worked out once: sizes are many, pairs are more. */
function worstPlaces({ alarmed, bounds }: ScalingView): ReadonlyMap<string, Place> {
  const sizes = sizesWithin(bounds);
  return new Map(
    alarmed.flatMap((policy): [string, Place][] => {
      const places = sizes.flatMap(
        (at) => placeAt(at, sizeAfter(at, policy, bounds), policy.direction) ?? [],
      );
      const [first, ...rest] = places;
      return first ? [[policy.name, rest.reduce(tighter, first)]] : [];
    }),
  );
}

/** null where the policy does not go its direction (an exact size may lie on the other side), or leaves nobody. */
function placeAt(at: number, after: number, direction: AlarmedPolicy['direction']): Place | null {
  if (after <= 0 || (direction === 'out' ? after <= at : after >= at)) return null;
  const [from, to] = [Math.min(at, after), Math.max(at, after)];
  return { at, from, to, bound: from / to };
}

function tighter(one: Place, other: Place): Place {
  return other.bound < one.bound || (other.bound === one.bound && other.at < one.at) ? other : one;
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
