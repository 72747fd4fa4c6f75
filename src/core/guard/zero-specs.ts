/** Says what it means that no spec is left: stacks that Thermostat made would go on with nobody's word for them. */
import type { StackSummary } from '../../model/observed.ts';
import type { Problem } from '../../model/problem.ts';
import { isFromRepository, isManaged, provenanceOf } from '../heat/tags.ts';
import { list } from '../spec/quote.ts';

/** `problem`: that no file was found. Stacks of another repository have their specs there. */
export function zeroSpecs(
  problem: Problem,
  stacks: readonly StackSummary[],
  repository: string | null,
): Problem {
  const left = stacks
    .filter(({ tags }) => isManaged(tags) && isOurs(tags, repository))
    .map(({ name }) => name);
  if (left.length === 0) return problem;
  const shown = left.length > MANY ? [...left.slice(0, MANY), `${left.length - MANY} more`] : left;
  const stay = left.length === 1 ? 'a stack' : `${left.length} stacks`;
  const message = `${problem.message}. Refused, because ${stay} made by Thermostat would be left without a spec (${list(shown)}): removing a file deletes nothing; for what shall go write kind: Deleted, for what shall stay name its globs`;
  return { ...problem, message };
}

const MANY = 5;

function isOurs(tags: readonly string[], repository: string | null): boolean {
  const unnamed = provenanceOf(tags).repository === null;
  return repository === null || unnamed || isFromRepository(tags, repository);
}
