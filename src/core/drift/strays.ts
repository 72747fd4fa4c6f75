/** Finds what belongs to no spec: stacks that Thermostat made and whose spec is gone. */
import type { DriftItem } from '../../model/drift.ts';
import type { StackSummary } from '../../model/observed.ts';
import { fileOf, isFromRepository, isManaged, provenanceOf } from '../heat/tags.ts';
import { driftItem } from './kinds.ts';

export interface StrayQuestion {
  /** Of the specs of this run. */
  readonly names: ReadonlySet<string>;
  /** Another one may keep its stacks in the same project. */
  readonly repository: string;
  /** What the specs were read at; null = nobody knows. */
  readonly commit: string | null;
  /** Whether this run would have read the file, if it were there. */
  readonly covers: (file: string) => boolean;
  /** ISO 8601. */
  readonly now: string;
}

/** Those of this repository that this run answers for; their specs may still stand in files that it does not read. */
export function strayStacks(
  stacks: readonly StackSummary[],
  question: StrayQuestion,
): readonly StackSummary[] {
  const { names, repository, covers } = question;
  return stacks
    .filter(({ name, tags }) => !names.has(name) && isManaged(tags))
    .filter(({ tags }) => isFromRepository(tags, repository))
    .filter(({ state }) => state.action !== 'DELETE')
    .filter(({ tags }) => covers(fileOf(tags) ?? ''))
    .filter((stack) => !mayBeNewer(stack, question));
}

const NEW_MS = 60 * 60_000;

/** Merged and applied while this run was on its way: then its spec is in a commit that we have not read. */
function mayBeNewer(
  { tags, createdAt, updatedAt }: StackSummary,
  { commit, now }: Pick<StrayQuestion, 'commit' | 'now'>,
): boolean {
  const theirs = provenanceOf(tags).commit;
  if (theirs === null || theirs === commit) return false;
  return Date.parse(now) - Date.parse(updatedAt ?? createdAt) < NEW_MS;
}

export function strayItem({ name, id, tags, createdAt, updatedAt }: StackSummary): DriftItem {
  return driftItem({
    kind: 'stack-without-spec',
    subject: `stack ${name}`,
    about: { service: 'stack', id },
    repository: `no spec${cameFrom(tags)}`,
    cloud: 'there, made by Thermostat',
    remedy: `put the spec back, or a tombstone (\`kind: Deleted\`) in its place and run apply, or \`openstack stack delete ${name}\``,
    since: updatedAt ?? createdAt,
  });
}

function cameFrom(tags: readonly string[]): string {
  const file = fileOf(tags);
  return file === null ? '' : `: it came from ${file}`;
}
