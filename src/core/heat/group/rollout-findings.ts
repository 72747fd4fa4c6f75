/** Warns of a rollout that can't end within Heat's time when the group is at its largest. */
import type { Finding } from '../../../model/problem.ts';
import type { GroupSpec } from '../../../model/spec.ts';
import { widestBounds } from '../../schedule/widest-bounds.ts';
import { positionOf } from '../../spec/positions.ts';
import { boundNames, leastRolloutSeconds, USUAL_LIMIT_MINUTES } from '../../spec/rollout-checks.ts';

export function rolloutFindings(spec: GroupSpec): readonly Finding[] {
  const { rollout, timeoutMinutes } = spec;
  const { max } = widestBounds(spec);
  const batches = Math.ceil(max / rollout.maxBatch);
  const minutes = Math.ceil(leastRolloutSeconds(batches, rollout) / 60);
  const limit = timeoutMinutes ?? USUAL_LIMIT_MINUTES;
  if (minutes < limit) return [];
  const message = `a rollout of ${max} servers (${boundNames(spec).max}) takes at least ${minutes} min with its pauses and drains alone, and Heat gives up after ${limit} min${timeoutMinutes === null ? ' unless the cloud says otherwise' : ''}; set a longer timeout, or make rollout.maxBatch larger`;
  return [
    { rule: 'rollout-exceeds-timeout', severity: 'warn', message, source: positionOf(spec, '/spec/rollout') },
  ];
}
