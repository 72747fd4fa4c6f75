/** The pair of scaling policies that keeps a metric near its target without flapping. */
import type { CloudFacts } from '../../../model/facts.ts';
import type { Threshold } from '../../../model/scaling-spec.ts';
import type { GroupSpec } from '../../../model/spec.ts';
import { BOOT_SECONDS } from '../../assumptions.ts';
import { widestBounds } from '../../schedule/widest-bounds.ts';
import { type Bounds, type SizeChange, sizeAfter, sizesWithin } from '../group-size.ts';
import { granularityOf, MOST_PERIODS } from './condition-window.ts';
import { meterOf } from './meters.ts';
import type { DraftPolicy } from './planned-policies.ts';
import { TARGET } from './resource-names.ts';

/** A tenth of the group, at least one server: large groups follow the load as fast as small ones. */
const OUT: SizeChange = { adjustment: 'percent', amount: 10, minStep: 1 };
/** Half as much back: growing late costs users, shrinking late costs money. */
const IN: SizeChange = { adjustment: 'percent', amount: -5, minStep: 1 };
/** It shrinks after so many times as long. */
const PATIENCE = 3;
/** Room below the exact bound, for a load that is not quite the same in two windows. */
const ROOM = 0.9;

export function targetPolicies(spec: GroupSpec, facts: CloudFacts): readonly DraftPolicy[] {
  const { target, cooldownSeconds } = spec.scaling;
  const meter = target && meterOf(target.metric);
  if (!target || !meter) return [];
  const granularity = granularityOf(meter, spec, facts);
  const forOut = target.forSeconds ?? 2 * granularity;
  const forIn = PATIENCE * forOut;
  const pointer = '/spec/scaling/target';
  const policy = (
    name: string,
    change: SizeChange,
    condition: { comparison: 'above' | 'below'; threshold: Threshold; forSeconds: number },
    cooldown: number,
  ): DraftPolicy => ({
    name,
    pointer,
    mostPeriods: name === TARGET.out ? Math.floor(MOST_PERIODS / PATIENCE) : null,
    ...change,
    // until the window holds nothing from before the change, the alarm would act on the old size
    cooldownSeconds: Math.max(cooldownSeconds, cooldown),
    alarm: {
      match: 'all',
      repeat: true,
      severity: 'low',
      conditions: [{ source: target.metric, pointer, until: null, ...condition }],
    },
  });
  const low = lowThreshold(target.value.value, widestBounds(spec));
  return [
    policy(
      TARGET.out,
      OUT,
      { comparison: 'above', threshold: target.value, forSeconds: forOut },
      forOut + BOOT_SECONDS,
    ),
    policy(
      TARGET.in,
      IN,
      { comparison: 'below', threshold: { ...target.value, value: low }, forSeconds: forIn },
      forIn,
    ),
  ];
}

/**
 * Where the group shrinks. With a constant load the value at n servers is load / n, so growing from n to n' takes it from
 * `high` down to high · n / n', and shrinking from n to n' from `low` up to low · n / n'. Below the smallest of all those
 * ratios neither can call for the other, at any size between the bounds (at the tightest: high · min / (min + 1)).
 */
export function lowThreshold(high: number, bounds: Bounds): number {
  const sizes = sizesWithin(bounds);
  const ratios = sizes.flatMap((size) => {
    const [grown, shrunk] = [sizeAfter(size, OUT, bounds), sizeAfter(size, IN, bounds)];
    return [size / grown, shrunk === 0 ? 1 : shrunk / size];
  });
  return threeDigitsBelow(high * ROOM * Math.min(1, ...ratios));
}

/** 35.999 → 35.9: a number that people can read, and never above the bound. */
function threeDigitsBelow(value: number): number {
  if (value <= 0) return 0;
  const unit = 10 ** (Math.floor(Math.log10(value)) - 2);
  return Number((Math.floor(value / unit) * unit).toPrecision(3));
}
