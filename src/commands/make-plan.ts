/** Plans the specs against a cloud: what plan and apply share. */
import { checkReferences, referencedTypes } from '../core/plan/check-references.ts';
import { makePlan, type Pair } from '../core/plan/plan.ts';
import type { Desired } from '../model/desired.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import type { Spec } from '../model/spec.ts';
import type { CloudReader } from '../ports/cloud.ts';
import { compileSpecs } from './compile-specs.ts';
import { observe } from './observe.ts';

export interface PlannedPairs {
  readonly plan: Plan;
  readonly pairs: readonly Pair[];
  /** What specs name or ask for, and this cloud does not have. */
  readonly problems: readonly Problem[];
}

export async function planAgainst(
  cloud: CloudReader,
  specs: readonly Spec[],
  now: Date,
): Promise<PlannedPairs> {
  const { desired, problems, unmet } = await compileSpecs(cloud, specs, now);
  const pairs = await observe(cloud, desired, 'unfinished');
  const plan = makePlan(pairs, []);
  const changes = (index: number): boolean => plan.groups[index]?.action !== 'no-op';
  return {
    plan,
    pairs,
    problems: [
      ...problems,
      ...unmet.filter((_, index) => changes(index)).flat(),
      ...(await unknownReferences(
        cloud,
        desired.filter((_, index) => changes(index)),
      )),
    ],
  };
}

/** Unchanged stacks were accepted once: only what changes is held against the catalogue. */
async function unknownReferences(
  cloud: CloudReader,
  changing: readonly Desired[],
): Promise<readonly Problem[]> {
  const types = referencedTypes(changing);
  return types.length === 0 ? [] : checkReferences(changing, await cloud.catalogue(types));
}
