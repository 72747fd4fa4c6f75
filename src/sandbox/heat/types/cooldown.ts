// The clock that keeps a scaling group from acting twice in a row (heat/scaling/cooldown.py).

import { objectOr } from '../../json.ts';
import { microseconds } from '../../times.ts';
import type { Site } from '../plug-in.ts';

/** False if a signal is to be dropped; else scaling counts as begun. */
export function beginScaling(site: Site): boolean {
  const { metadata } = site.row;
  if (metadata['scaling_in_progress'] === true) return false;
  const [end] = Object.keys(objectOr(metadata['cooldown_end']));
  if (end !== undefined && microseconds(site.cloud.now) < end) return false;
  site.row.metadata = { ...metadata, scaling_in_progress: true };
  return true;
}

/** The cooldown starts when the resize ends; a later end that was set before stays. */
export function finishScaling(site: Site, cooldown: number, reason: string, sizeChanged = true): void {
  const { row, cloud } = site;
  const metadata = { ...row.metadata };
  if (sizeChanged) {
    const end = microseconds(cloud.now + Math.max(0, cooldown) * 1000);
    const [before] = Object.keys(objectOr(metadata['cooldown_end']));
    metadata['cooldown_end'] = { [before !== undefined && before > end ? before : end]: reason };
  }
  metadata['scaling_in_progress'] = false;
  row.metadata = metadata;
}
