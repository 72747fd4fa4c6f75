/** What the parts of a health check share during one run. */
import type { CloudReader } from '../ports/cloud.ts';
import type { HealParts } from './parts.ts';
import type { Surroundings } from './read-surroundings.ts';

export interface HealthRun {
  readonly parts: HealParts;
  readonly cloud: CloudReader;
  readonly heal: boolean;
  readonly around: Surroundings;
}
