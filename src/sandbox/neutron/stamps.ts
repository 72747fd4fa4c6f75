// When a thing of Neutron's was made and last changed, as all of them say it.

import type { JsonObject } from '../json.ts';
import { seconds } from '../times.ts';

export function stamps(created: number, revision_number: number): JsonObject {
  return { created_at: seconds(created), updated_at: seconds(created), revision_number };
}
