/** Writes what puts a group's drift right, and nothing else: the only caller of what sets services back. */
import { keyOf } from '../core/drift/second-look.ts';
import type { DriftItem, GroupDrift } from '../model/drift.ts';
import type { StackRef } from '../model/observed.ts';
import type { Clock } from '../ports/clock.ts';
import type { CloudReader, CloudWriter } from '../ports/cloud.ts';
import { CloudError, errorLine } from '../ports/errors.ts';
import type { Log } from '../ports/log.ts';
import { startWatching, waitUntilSettled } from './settle.ts';

export interface MendParts {
  readonly reader: CloudReader;
  readonly writer: CloudWriter;
  readonly clock: Clock;
  readonly log: Log;
}

/** Findings put right in one run of one group: a mistake of ours stays small, and the next run goes on. */
export const AT_MOST = 100;

type Troubles = Map<string, string>;

/** What could not be written, by the key of its finding; one trouble does not keep the others from being tried. */
export async function mendGroup(
  parts: MendParts,
  { name, stackId }: Pick<GroupDrift, 'name' | 'stackId'>,
  items: readonly DriftItem[],
): Promise<Troubles> {
  const troubles: Troubles = new Map();
  for (const item of items.slice(AT_MOST)) troubles.set(keyOf(item), BEYOND);
  const due = items.slice(0, AT_MOST);
  for (const item of due) await trying(troubles, [item], () => setBack(parts, name, item));
  const anew = due.filter(({ mends }) => mends.some(({ kind }) => kind === 'remake'));
  if (anew.length > 0 && stackId !== null)
    await trying(troubles, anew, async () => {
      const failure = await remake(parts, { name, id: stackId }, anew);
      if (failure !== null) for (const item of anew) troubles.set(keyOf(item), failure);
    });
  return troubles;
}

const BEYOND = `${AT_MOST} findings of one group are put right in one run: the next one goes on`;

async function trying(
  troubles: Troubles,
  items: readonly DriftItem[],
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    for (const item of items) troubles.set(keyOf(item), errorLine(error));
  }
}

async function setBack({ writer, log }: MendParts, group: string, item: DriftItem): Promise<void> {
  for (const mend of item.mends) {
    if (mend.kind === 'remake') continue;
    log.info(`${group}: setting back: ${item.subject}: ${item.cloud} → ${item.repository}`);
    await writer.mend(mend);
  }
}

/** Marks that a run leaves behind are found by the next, which sends the update. null = all went well. */
async function remake(
  parts: MendParts,
  stack: StackRef,
  items: readonly DriftItem[],
): Promise<string | null> {
  const { reader, writer, clock, log } = parts;
  const addresses = new Set(
    items.flatMap(({ mends }) => mends.flatMap((one) => (one.kind === 'remake' ? [one.address] : []))),
  );
  const holders = new Map<string, { readonly ref: StackRef; readonly names: string[] }>();
  for (const [address, ref] of await reader.holders(stack, [...addresses])) {
    const known = holders.get(ref.id) ?? { ref, names: [] };
    known.names.push(address.slice(address.lastIndexOf('/') + 1));
    holders.set(ref.id, known);
  }
  for (const { ref, names } of holders.values()) {
    const watch = { reader, clock, log };
    const watched = await startWatching(watch, ref);
    for (const name of names) {
      log.info(`${stack.name}: having Heat make ${name} anew`);
      await writer.markUnhealthy(ref, name, REASON);
    }
    await writer.updateInPlace(ref);
    const { failure } = await waitUntilSettled(watch, {
      ref,
      watched,
      gone: false,
      minutes: PATIENCE_MINUTES,
    });
    if (failure !== null) return failure;
  }
  return null;
}

const REASON = 'Thermostat: made anew after drift';
const PATIENCE_MINUTES = 15;
