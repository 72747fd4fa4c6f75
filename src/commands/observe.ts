/** Reads everything the specs name from the cloud, once. */
import { needsDefinitions, type Pair } from '../core/plan/plan.ts';
import type { Desired } from '../model/desired.ts';
import type { JsonObject } from '../model/json.ts';
import type { ObservedStack } from '../model/observed.ts';
import type { CloudReader } from '../ports/cloud.ts';

/** `unfinished`: members' own definitions only where an update stopped half-way; `all`: for every group. */
export type DefinitionsWanted = 'unfinished' | 'all';

export async function observe(
  cloud: CloudReader,
  desired: readonly Desired[],
  wanted: DefinitionsWanted,
): Promise<readonly Pair[]> {
  const observed = await cloud.observe(desired.map(({ name }) => name));
  const byName = new Map(observed.map((stack) => [stack.name, stack]));
  return Promise.all(
    desired.map(async (one): Promise<Pair> => {
      const stack: ObservedStack = byName.get(one.name) ?? { presence: 'absent', name: one.name };
      return { desired: one, observed: stack, definitions: await definitions(cloud, stack, wanted) };
    }),
  );
}

async function definitions(
  cloud: CloudReader,
  stack: ObservedStack,
  wanted: DefinitionsWanted,
): Promise<Readonly<Record<string, Readonly<Record<string, JsonObject>>>>> {
  if (stack.presence === 'absent' || (wanted === 'unfinished' && !needsDefinitions(stack))) return {};
  const entries = await Promise.all(
    stack.groups.map(async ({ address, nested }) =>
      nested ? [[address, await cloud.memberDefinitions(nested)] as const] : [],
    ),
  );
  return Object.fromEntries(entries.flat());
}
