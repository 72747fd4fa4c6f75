/** Which facts of the cloud a spec's compilation depends on. */
import type { CloudFacts } from '../../../model/facts.ts';

export const NO_FACTS: CloudFacts = { flavors: [] };
