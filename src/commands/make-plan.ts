/** Plans the desired stacks against a cloud: what plan and apply share. */
import { checkReferences } from '../core/plan/check-references.ts';
import { makePlan, type Pair } from '../core/plan/plan.ts';
import type { Desired } from '../model/desired.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import type { CloudReader } from '../ports/cloud.ts';
import { observe } from './observe.ts';

export interface PlannedPairs {
  readonly plan: Plan;
  readonly pairs: readonly Pair[];
  /** Names in specs that this cloud does not have. */
  readonly problems: readonly Problem[];
}

export async function planAgainst(cloud: CloudReader, desired: readonly Desired[]): Promise<PlannedPairs> {
  const pairs = await observe(cloud, desired, 'unfinished');
  const plan = makePlan(pairs, []);
  return { plan, pairs, problems: await unknownReferences(cloud, pairs, plan) };
}

/** Unchanged stacks were accepted once: only what changes is held against the catalogue. */
async function unknownReferences(
  cloud: CloudReader,
  pairs: readonly Pair[],
  plan: Plan,
): Promise<readonly Problem[]> {
  const changing = pairs
    .filter((_, index) => plan.groups[index]?.action !== 'no-op')
    .map(({ desired }) => desired)
    .filter((desired) => desired.presence === 'present' && desired.references.length > 0);
  return changing.length === 0 ? [] : checkReferences(changing, await cloud.catalogue());
}
