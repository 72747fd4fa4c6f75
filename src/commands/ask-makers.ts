/** Asks, only where a rule was found that nobody can explain, whether another stack made it. */
import { addedRules, withMakers } from '../core/drift/rule-makers.ts';
import type { GroupDrift } from '../model/drift.ts';
import type { CloudReader } from '../ports/cloud.ts';
import { CloudError } from '../ports/errors.ts';

/** Of all groups at once: it costs one list for each stack of the project. */
export async function askMakers(
  cloud: CloudReader,
  groups: readonly GroupDrift[],
): Promise<readonly GroupDrift[]> {
  const ids = groups.flatMap(addedRules);
  if (ids.length === 0) return groups;
  const makers = await makersOf(cloud, ids);
  return groups.map((group) => withMakers(group, makers));
}

/** Not to know is no reason not to tell the rest. */
async function makersOf(cloud: CloudReader, ids: readonly string[]): ReturnType<CloudReader['makers']> {
  try {
    return await cloud.makers(ids);
  } catch (error) {
    if (error instanceof CloudError) return null;
    throw error;
  }
}
