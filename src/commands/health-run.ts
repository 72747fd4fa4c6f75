/** What the parts of a health check share during one run. */
import type { Settings } from '../model/settings.ts';
import type { CloudReader } from '../ports/cloud.ts';
import type { HealParts } from './parts.ts';
import type { Surroundings } from './read-surroundings.ts';

export interface HealthRun {
  readonly parts: HealParts;
  readonly cloud: CloudReader;
  readonly heal: boolean;
  /** What may forbid a replacement, such as a freeze window. */
  readonly settings: Settings;
  readonly around: Surroundings;
}
