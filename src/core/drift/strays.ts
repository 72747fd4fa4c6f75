/** Finds what belongs to no spec: stacks that Thermostat made and whose spec is gone. */
import type { DriftItem } from '../../model/drift.ts';
import type { StackSummary } from '../../model/observed.ts';
import { fileOf, isFromRepository, isManaged } from '../heat/tags.ts';
import { driftItem } from './kinds.ts';

/** Of this repository alone: another one may keep its stacks in the same project. */
export function strayStacks(
  stacks: readonly StackSummary[],
  names: ReadonlySet<string>,
  repository: string | null,
): readonly DriftItem[] {
  if (repository === null) return [];
  return stacks
    .filter(({ name, tags }) => !names.has(name) && isManaged(tags))
    .filter(({ tags }) => isFromRepository(tags, repository))
    .filter(({ state }) => state.action !== 'DELETE')
    .map(({ name, id, tags, createdAt, updatedAt }) =>
      driftItem({
        kind: 'stack-without-spec',
        subject: `stack ${name}`,
        about: { service: 'stack', id },
        repository: `no spec${cameFrom(tags)}`,
        cloud: 'there, made by Thermostat',
        remedy: `put the spec back, or a tombstone (\`kind: Deleted\`) in its place and run apply, or \`openstack stack delete ${name}\``,
        since: updatedAt ?? createdAt,
      }),
    )
    .sort((a, b) => (a.subject < b.subject ? -1 : 1));
}

function cameFrom(tags: readonly string[]): string {
  const file = fileOf(tags);
  return file === null ? '' : `: it came from ${file}`;
}
