/** Reads everything the specs name from the cloud, once. */
import { evidentDefinitions, untouchedContent } from '../core/drift/untouched.ts';
import { inOurWords, mayBeAliased } from '../core/plan/aliases.ts';
import { needsDefinitions, type Pair } from '../core/plan/plan.ts';
import type { Desired } from '../model/desired.ts';
import type { ObservedStack } from '../model/observed.ts';
import type { CloudReader } from '../ports/cloud.ts';
import { inTurns } from './concurrency.ts';

/** `unfinished`: members' own definitions only where an update stopped half-way; `all`: for every group. */
export type DefinitionsWanted = 'unfinished' | 'all';

export async function observe(
  cloud: CloudReader,
  desired: readonly Desired[],
  wanted: DefinitionsWanted,
): Promise<readonly Pair[]> {
  const observed = await cloud.observe(desired.map(({ name }) => name));
  return pairsOf(cloud, desired, observed, (stack) => readDefinitions(cloud, stack, wanted));
}

/** The same; what nobody has touched since its apply, as far as the list tells, is not read again. */
export async function observeUntouched(
  cloud: CloudReader,
  desired: readonly Desired[],
  wanted: DefinitionsWanted,
): Promise<readonly Pair[]> {
  const byName = new Map(desired.map((one) => [one.name, one]));
  const untouched = new Set<string>();
  const observed = await cloud.observe([...byName.keys()], (stack) => {
    const one = byName.get(stack.name);
    const content = one ? untouchedContent(one, stack) : null;
    if (content !== null) untouched.add(stack.name);
    return content;
  });
  return pairsOf(cloud, desired, observed, async (stack, one) => {
    const evident = wanted === 'all' && untouched.has(stack.name) ? evidentIn(one, stack) : null;
    return evident ?? readDefinitions(cloud, stack, wanted);
  });
}

function evidentIn(one: Desired, stack: ObservedStack): Pair['definitions'] | null {
  if (one.presence === 'absent' || stack.presence === 'absent') return null;
  return evidentDefinitions(one, stack);
}

/** Stacks whose definitions are asked for; the adapter sends fewer requests at once. */
const AT_ONCE = 32;

async function pairsOf(
  cloud: CloudReader,
  desired: readonly Desired[],
  observed: readonly ObservedStack[],
  definitions: (stack: ObservedStack, one: Desired) => Promise<Pair['definitions']>,
): Promise<readonly Pair[]> {
  const byName = new Map(observed.map((stack) => [stack.name, stack]));
  const pairs = await inTurns(desired, AT_ONCE, async (one): Promise<Pair> => {
    const stack: ObservedStack = byName.get(one.name) ?? { presence: 'absent', name: one.name };
    return { desired: one, observed: stack, definitions: await definitions(stack, one) };
  });
  return unaliased(cloud, pairs);
}

/** Asked only where a pool or subnet seems to be another one. */
async function unaliased(cloud: CloudReader, pairs: readonly Pair[]): Promise<readonly Pair[]> {
  if (!pairs.some(mayBeAliased)) return pairs;
  const { pool, subnet } = await cloud.catalogue(['pool', 'subnet']);
  return pairs.map((pair) => (mayBeAliased(pair) ? inOurWords(inOurWords(pair, pool), subnet) : pair));
}

async function readDefinitions(
  cloud: CloudReader,
  stack: ObservedStack,
  wanted: DefinitionsWanted,
): Promise<Pair['definitions']> {
  if (stack.presence === 'absent' || (wanted === 'unfinished' && !needsDefinitions(stack))) return {};
  const entries = await Promise.all(
    stack.groups.map(async ({ address, nested }) =>
      nested ? [[address, await cloud.memberDefinitions(nested)] as const] : [],
    ),
  );
  return Object.fromEntries(entries.flat());
}
