/** Says since when and through what a finding is so, by what its service remembers. */
import type { DriftItem } from '../../model/drift.ts';
import { own } from '../../model/json.ts';
import type { Deed } from '../../model/things.ts';
import { BLIND_AFTER_MINUTES } from './alarm-blind.ts';
import { UNHEARD_AFTER_MINUTES } from './unheard.ts';

/** Nova's instance actions and Aodh's changes that lead to a kind of drift; others say nothing of it. */
const LEADS_TO: Readonly<Record<string, readonly string[]>> = {
  'server-missing': ['delete', 'forceDelete'],
  'server-stopped': ['stop', 'shelve'],
  'server-not-active': ['pause', 'suspend', 'rescue', 'shelve', 'resize', 'migrate'],
  'server-resized': ['resize', 'confirmResize'],
  'server-rebuilt': ['rebuild'],
  'server-key-changed': ['rebuild'],
  'server-locked': ['lock'],
  'server-networks-changed': ['attach_interface', 'detach_interface'],
  'server-volume-detached': ['detach_volume'],
  'server-volume-attached': ['attach_volume'],
  'server-orphan': ['create'],
  'alarm-disabled': ['rule change'],
  'alarm-enabled': ['rule change'],
  'alarm-edited': ['rule change'],
  'alarm-action-edited': ['rule change'],
  'alarm-blind': ['state transition', 'creation'],
  'alarm-unheard': ['state transition', 'creation'],
};

const NOT_REBUILT = 'no rebuild that Nova remembers: the name stands for another image than it did then';

/** Minutes that a state may last. */
const PATIENCE: Readonly<Record<string, number>> = {
  'alarm-blind': BLIND_AFTER_MINUTES,
  'alarm-unheard': UNHEARD_AFTER_MINUTES,
};

/**
 * null when it is no drift after all: by what was done, or since only that could tell how long it lasts and nobody knows it.
 * `userId` is the asking user.
 */
export function explained(
  item: DriftItem,
  deeds: readonly Deed[] | null,
  { now, userId }: { readonly now: string; readonly userId: string },
): DriftItem | null {
  const patience = own(PATIENCE, item.kind);
  if (deeds === null) return patience === undefined ? item : null;
  const words = own(LEADS_TO, item.kind) ?? [];
  const [last] = deeds
    .filter(({ what }) => words.includes(what))
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  if (last === undefined) {
    const renamed = item.kind === 'server-rebuilt' && deeds.length > 0;
    return renamed ? { ...item, since: null, through: NOT_REBUILT } : item;
  }
  if (patience !== undefined) {
    const minutes = (Date.parse(now) - Date.parse(last.at)) / 60_000;
    return minutes < patience ? null : { ...item, since: last.at };
  }
  const who =
    last.userId === null ? '' : last.userId === userId ? ' by our own user' : ` by user ${last.userId}`;
  return { ...item, since: last.at, through: `${last.what}${who}` };
}

/** Without what was done nobody knows whether it is drift at all. */
export function hangsOnDeeds({ kind }: DriftItem): boolean {
  return own(PATIENCE, kind) !== undefined;
}

/** Kinds for which it is worth asking. */
export function hasDeeds({ kind, about }: DriftItem): boolean {
  return (
    about !== null &&
    (about.service === 'server' || about.service === 'alarm') &&
    Object.hasOwn(LEADS_TO, kind)
  );
}
