/** Reads from a stack's events which members went through which batch, and how few were in service at a time. */
import { text } from '../contract/json.ts';
import { differencesOf, keyOf, type Look, type LookedMember, stackOf } from './happened.ts';

export interface Timeline {
  /** Keys of members that were there before, and `new` for each that came. */
  readonly batches: readonly (readonly string[])[];
  readonly inService: number;
}

interface Seen {
  readonly group: string;
  readonly member: string;
  /** Inside a nested member: which resource; null for the member itself. */
  readonly inner: string | null;
  readonly action: string;
  readonly status: string;
  /** The group's own stack begins another update. */
  readonly turn: boolean;
}

export function timelineOf(
  events: readonly unknown[],
  looks: { readonly before: Look; readonly after: Look },
): Timeline {
  const groups = looks.before.stack.groups.flatMap(({ address, nested }) =>
    nested ? [{ address, nested }] : [],
  );
  const seen = events.flatMap((event): Seen[] => {
    const stack = stackOf(event);
    const name = text(event, 'resource_name');
    const [action = '', status = ''] = text(event, 'resource_status').split(
      /_(?=IN_PROGRESS|COMPLETE|FAILED)/,
    );
    for (const { address, nested } of groups) {
      const at = { group: address, action, status };
      if (stack.id === nested.id)
        return [{ ...at, member: name, inner: null, turn: name === nested.name && status === 'IN_PROGRESS' }];
      const [, member] = stack.name.startsWith(`${nested.name}-`)
        ? (/^([a-z0-9]{12})-/.exec(stack.name.slice(nested.name.length + 1)) ?? [])
        : [];
      if (member !== undefined && name !== stack.name) return [{ ...at, member, inner: name, turn: false }];
    }
    return [];
  });
  return { batches: batchesOf(seen, looks), inService: leastInService(seen, looks) };
}

type Looks = Parameters<typeof timelineOf>[1];

/** A batch is one update of the group's own stack in which a member has its turn. */
function batchesOf(seen: readonly Seen[], { before, after }: Looks): Timeline['batches'] {
  const known = new Set(before.members.map(keyOf));
  const nested = new Set(after.members.filter(({ inner }) => inner.size > 0).map(keyOf));
  const batches: Set<string>[] = [];
  const open = new Map<string, Set<string>>();
  for (const one of seen) {
    if (one.turn) {
      const batch = new Set<string>();
      open.set(one.group, batch);
      batches.push(batch);
      continue;
    }
    const key = keyOf({ group: one.group, name: one.member });
    // the stack of a nested member is visited in every batch: only what is inside tells
    const tells = one.inner !== null || one.action !== 'UPDATE' || !nested.has(key);
    if (one.status === 'IN_PROGRESS' && tells && /^[a-z0-9]{12}$/.test(one.member))
      open.get(one.group)?.add(known.has(key) ? key : `new ${key}`);
  }
  return batches
    .map((batch) => [...batch].map((key) => (key.startsWith('new ') ? 'new' : key)).sort())
    .filter((batch) => batch.length > 0);
}

/** A member serves as long as one of its servers does. */
function leastInService(seen: readonly Seen[], looks: Looks): number {
  const serving = new Map<string, Set<string>>();
  const servers = serverNames(looks);
  for (const member of looks.before.members) {
    if (!member.failed) serving.set(keyOf(member), new Set([servers.old.get(keyOf(member)) ?? '']));
  }
  let least = count(serving);
  for (const one of seen) {
    const key = keyOf({ group: one.group, name: one.member });
    const up = serving.get(key) ?? new Set<string>();
    serving.set(key, up);
    follow(up, one, { stop: stopOf(key, looks), gone: isGone(key, looks), servers, key });
    least = Math.min(least, count(serving));
  }
  return least;
}

function count(serving: ReadonlyMap<string, ReadonlySet<string>>): number {
  return [...serving.values()].filter((up) => up.size > 0).length;
}

interface Servers {
  /** By member: what the server is called inside it; '' where the member is the server. */
  readonly old: ReadonlyMap<string, string>;
  readonly now: ReadonlyMap<string, string>;
}

/** Moves on who serves: a server that is changed in place or replaced is away until its new word, one that goes for good. */
function follow(
  up: Set<string>,
  one: Seen,
  view: { readonly stop: Stop; readonly gone: boolean; readonly servers: Servers; readonly key: string },
): void {
  const [old, now] = [view.servers.old.get(view.key), view.servers.now.get(view.key)];
  const name = one.inner ?? '';
  const step = `${one.action}_${one.status}`;
  if (one.inner === null && view.gone && step === 'DELETE_IN_PROGRESS') up.clear();
  if (name !== old && name !== now && !(old === undefined && name === '')) return;
  // under another name, a successor comes while the old one serves
  const same = old === now;
  if (step === 'UPDATE_IN_PROGRESS' && view.stop !== 'none' && same) up.delete(name);
  if (step === 'UPDATE_COMPLETE' && view.stop !== 'replaced') up.add(name);
  if (step === 'CREATE_COMPLETE') up.add(name);
  if (step === 'DELETE_IN_PROGRESS' && (!same || view.gone)) up.delete(name);
}

type Stop = 'none' | 'in place' | 'replaced';

/** What Nova shows of it: resized, rebuilt or on other networks, or another server altogether. */
function stopOf(key: string, { before, after }: Looks): Stop {
  const [old, now] = [before, after].map(({ members }) => members.find((one) => keyOf(one) === key));
  if (!old || !now) return 'none';
  if (old.server?.id !== now.server?.id) return 'replaced';
  const changed = differencesOf(old.server, now.server);
  return changed.some((one) => ['flavor', 'image', 'networks'].includes(one)) ? 'in place' : 'none';
}

function serverNames({ before, after }: Looks): Servers {
  const names = (look: Look) =>
    new Map(look.members.map((member) => [keyOf(member), serverName(look, member)]));
  return { old: names(before), now: names(after) };
}

function serverName({ stack }: Look, { group, name, server }: LookedMember): string {
  const inside = stack.resources.find(
    ({ address, physicalId }) => physicalId === server?.id && address.startsWith(`${group}/${name}/`),
  );
  return inside?.address.split('/').at(-1) ?? '';
}

function isGone(key: string, { after }: Looks): boolean {
  return !after.members.some((member) => keyOf(member) === key);
}
