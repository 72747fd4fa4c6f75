// When the alarms are looked at next: at whole multiples of the interval, and only while there is one to look at.

import type { Cloud } from '../cloud.ts';

export function planEvaluation(cloud: Cloud): void {
  const { world } = cloud;
  if (world.alarming.planned || !hasWork(cloud)) return;
  world.alarming.planned = true;
  const interval = world.timings.evaluation * 1000;
  const next = (Math.floor(world.now / interval) + 1) * interval;
  cloud.after((next - world.now) / 1000, { kind: 'evaluate' });
}

function hasWork(cloud: Cloud): boolean {
  return Object.values(cloud.world.alarming.alarms).some(
    ({ definition }) => definition.enabled && definition.type !== 'event',
  );
}
