/** Reads, once for all groups, what their checks need beside the stacks: networks' names, Octavia's word on pool members. */
import { watchedGroups } from '../core/health/policy.ts';
import { poolMemberIds } from '../core/health/pool-members.ts';
import type { PoolAnswer } from '../model/evidence.ts';
import type { HealthSpec } from '../model/health-spec.ts';
import type { Catalogue, SeenStack } from '../model/observed.ts';
import type { GroupSpec, TemplateSpec } from '../model/spec.ts';
import type { CloudReader } from '../ports/cloud.ts';
import { CloudError, errorLine } from '../ports/errors.ts';

export interface Surroundings {
  readonly networks: Catalogue['network'];
  readonly pool: PoolAnswer;
}

type LiveSpec = GroupSpec | TemplateSpec;

export async function readSurroundings(
  cloud: CloudReader,
  specs: readonly LiveSpec[],
  stacks: readonly SeenStack[],
): Promise<Surroundings> {
  const [catalogue, pool] = await Promise.all([
    specs.some(needsNetworks) ? cloud.catalogue(['network']) : null,
    readPool(cloud, specs, stacks),
  ]);
  return { networks: catalogue?.network ?? [], pool };
}

/** Nova calls networks by name, a spec may call them by id. */
function needsNetworks(spec: LiveSpec): boolean {
  if (spec.kind !== 'AutoScalingGroup') return false;
  return (
    spec.loadBalancer?.kind === 'haproxy' || (spec.health?.checks.some((check) => 'port' in check) ?? false)
  );
}

/** A cloud whose Octavia does not answer has sick servers all the same; they are told apart from those nobody could ask of. */
export async function readPool(
  cloud: CloudReader,
  specs: readonly LiveSpec[],
  stacks: readonly SeenStack[],
): Promise<PoolAnswer> {
  const byName = new Map(stacks.map((stack) => [stack.name, stack]));
  const ids = specs.flatMap((spec) => {
    const stack = byName.get(spec.name);
    if (stack?.presence !== 'present') return [];
    const asking = watchedGroups(stack, spec).filter((watched) => asksOctavia(watched.spec));
    return asking.flatMap(({ group }) => Object.values(poolMemberIds(stack, group)).flat());
  });
  try {
    return { kind: 'read', members: await cloud.poolMembers(ids) };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return { kind: 'unreadable', why: `Octavia could not be asked: ${errorLine(error)}` };
  }
}

function asksOctavia({ checks }: HealthSpec): boolean {
  return checks.some(({ kind }) => kind === 'loadBalancer');
}
