/** Writes what puts a group's drift right, and nothing else: the only caller of what sets services back. */
import { isPending } from '../core/drift/balancer-drift.ts';
import { keyOf } from '../core/drift/second-look.ts';
import type { DriftItem, GroupDrift } from '../model/drift.ts';
import type { Mend } from '../model/mend.ts';
import type { StackRef } from '../model/observed.ts';
import type { ProjectThings, Thing } from '../model/things.ts';
import type { Clock } from '../ports/clock.ts';
import type { CloudReader, CloudWriter, ServiceMend } from '../ports/cloud.ts';
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
  const mends = due.flatMap((item) => item.mends);
  // not to know whether it has ended keeps nothing from being tried
  await trying(troubles, [], () => atRest(parts, mends));
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

async function setBack(parts: MendParts, group: string, item: DriftItem): Promise<void> {
  for (const mend of item.mends) {
    if (mend.kind === 'remake') continue;
    parts.log.info(`${group}: setting back: ${item.subject}: ${item.cloud} → ${item.repository}`);
    await mendPatiently(parts, mend);
  }
}

const POLL_MILLISECONDS = 2000;
/** Three minutes. */
const OCTAVIA_POLLS = 90;

/** Whatever comes while a change of the same balancer is under way is refused. */
async function mendPatiently({ writer, clock }: MendParts, mend: ServiceMend): Promise<void> {
  for (let polls = 0; ; polls += 1) {
    try {
      return await writer.mend(mend);
    } catch (error) {
      const busy = error instanceof CloudError && error.code === 'conflict' && isPart(mend);
      if (!busy || polls >= OCTAVIA_POLLS) throw error;
    }
    await clock.sleep(POLL_MILLISECONDS);
  }
}

const PARTS = ['loadBalancer', 'listener', 'pool', 'healthMonitor'] as const;
type PartMend = Extract<Mend, { readonly kind: (typeof PARTS)[number] | 'poolMember' }>;

function isPart(mend: Mend): mend is PartMend {
  return mend.kind === 'poolMember' || PARTS.some((kind) => kind === mend.kind);
}

/** Octavia has accepted the changes: what is still under way nobody could judge. */
async function atRest({ reader, clock }: MendParts, mends: readonly Mend[]): Promise<void> {
  const parts = mends.filter(isPart);
  if (parts.length === 0) return;
  const pools = [...new Set(parts.flatMap((mend) => (mend.kind === 'poolMember' ? [mend.pool] : [])))];
  for (let polls = 0; polls < OCTAVIA_POLLS; polls += 1) {
    const things = await reader.things({ kinds: PARTS, pools, metered: null });
    if (!parts.some((mend) => isUnderWay(thingOf(things, mend)))) return;
    await clock.sleep(POLL_MILLISECONDS);
  }
}

function isUnderWay(part: Thing | undefined): boolean {
  return part !== undefined && isPending(part);
}

function thingOf({ of, poolMembers }: ProjectThings, mend: PartMend): Thing | undefined {
  return mend.kind === 'poolMember'
    ? poolMembers.get(mend.pool)?.find(({ id }) => id === mend.id)
    : of[mend.kind]?.get(mend.id);
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
