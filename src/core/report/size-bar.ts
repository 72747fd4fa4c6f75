/** Draws sizes of groups as bars of plain characters, which every place that shows Markdown can show. */
import type { Batch, GroupPlan, SizePlan } from '../../model/plan.ts';

export interface Sizes {
  readonly min: number | null;
  readonly now: number | null;
  readonly max: number | null;
}

/** Characters of the longest bar. */
const WIDTH = 20;
/** A group of few servers is not drawn larger than this, in characters a server. */
const LARGEST = 2;

const MINIMUM = '█';
const RUNNING = '▓';
const ROOM = '░';
const EXTRA = '▒';

export const SIZE_LEGEND = `${MINIMUM} minimum ${RUNNING} running above it ${ROOM} room up to the maximum`;
export const BATCH_LEGEND = `${MINIMUM} in service ${EXTRA} leaving, building or not ready yet`;

/** Characters a server, the same for all groups that are shown together. */
export function scaleOf(groups: readonly GroupPlan[]): number {
  return scaleFor(groups.flatMap(({ size }) => [largest(size), size.before?.max ?? 0]));
}

/** `██▓▓▓░░░░`; null where a size is not known. */
export function sizeBar({ min, now, max }: Sizes, scale: number): string | null {
  if (min === null || now === null || max === null) return null;
  const to = (servers: number) => length(servers, scale);
  const solid = to(Math.min(min, now));
  const running = Math.max(to(now) - solid, now > min ? 1 : 0);
  const room = Math.max(to(max) - solid - running, max > now ? 1 : 0);
  return `${MINIMUM.repeat(solid)}${RUNNING.repeat(running)}${ROOM.repeat(room)}`;
}

export function batchScale(batches: readonly Batch[]): number {
  return scaleFor(batches.map(({ running }) => running));
}

/** `████▒▒`: in service, and what else runs meanwhile. */
export function batchBar({ running, inService }: Batch, scale: number): string {
  const solid = length(inService, scale);
  const extra = Math.max(length(running, scale) - solid, running > inService ? 1 : 0);
  return `${MINIMUM.repeat(solid)}${EXTRA.repeat(extra)}`;
}

function scaleFor(sizes: readonly number[]): number {
  const most = sizes.reduce((sofar, size) => Math.max(sofar, size), 1);
  return Math.min(LARGEST, WIDTH / most);
}

function largest({ max, current, after }: SizePlan): number {
  return Math.max(max ?? 0, current, after ?? 0);
}

/** Whatever is there is seen. */
function length(servers: number, scale: number): number {
  return servers <= 0 ? 0 : Math.max(1, Math.round(servers * scale));
}
