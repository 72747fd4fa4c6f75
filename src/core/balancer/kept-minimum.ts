/** Tells how many members Heat keeps at least, all groups of a stack together: the live bounds, not those written. */
import type { JsonObject } from '../../model/json.ts';
import type { LiveStack } from '../../model/observed.ts';
import type { GroupSpec } from '../../model/spec.ts';
import { describeGroups } from '../heat/describe-groups.ts';
import { type LiveGroup, liveGroups } from './live-groups.ts';

/** What a spec says beside it is not applied yet, or is for another hour. */
export function keptMinimum(
  { template, groups }: Pick<LiveStack, 'groups'> & { readonly template: JsonObject },
  spec: Pick<GroupSpec, 'size' | 'scaling'>,
): number {
  const described = describeGroups({ ...NOTHING_GIVEN, template: withoutParameters(template) });
  const kept = liveGroups(groups).map((group) => minimumOf(group, described) ?? smallest(spec));
  return kept.reduce((sum, min) => sum + min, 0);
}

const NOTHING_GIVEN = {
  files: {},
  environment: { parameters: {}, parameter_defaults: {}, resource_registry: {} },
  initial: [],
};

/** A compiled template has none; of one that was changed by hand the values given are not known. */
function withoutParameters(template: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(template).filter(([key]) => key !== 'parameters'));
}

/** null: Heat does not tell. */
function minimumOf(
  { address, state }: LiveGroup,
  described: readonly { readonly address: string; readonly min: number | null }[],
): number | null {
  if (state.action === 'DELETE') return 0;
  return described.find((one) => one.address === address)?.min ?? null;
}

/** A minimum too high would stop every shrink to a lower one. */
function smallest({ size, scaling }: Pick<GroupSpec, 'size' | 'scaling'>): number {
  return Math.min(size.min, ...scaling.schedules.map(({ min }) => min ?? size.min));
}
