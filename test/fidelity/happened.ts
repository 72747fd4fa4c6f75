/** What an apply did to a stack: two looks at it and the events between, without names that chance gives. */
import type { ObservedServer, PresentStack } from '../../src/model/observed.ts';
import type { CloudReader } from '../../src/ports/cloud.ts';
import type { CloudUnderTest } from '../contract/cloud-under-test.ts';
import { list, pick, text } from '../contract/json.ts';
import { type Timeline, timelineOf } from './timeline.ts';

export type Fate = 'keep' | 'update' | 'replace' | 'create' | 'delete';

export interface Happened {
  readonly size: readonly [before: number, after: number];
  /** Servers by fate, those of fate 0 left out. */
  readonly servers: Readonly<Partial<Record<Fate, number>>>;
  /** What Nova shows otherwise of servers that stayed. */
  readonly changed: readonly string[];
  /** Members that went through each batch at a time; made and deleted ones too. */
  readonly batches: readonly number[];
  /** The fewest members in service at any moment. */
  readonly inService: number;
  /** The stack's own resources that came, went or were made anew. */
  readonly resources: Readonly<Record<string, 'create' | 'delete' | 'replace'>>;
  /** Resources beside the servers that stayed, inside their members: those made anew, that came or went. */
  readonly beside: Readonly<Record<string, 'create' | 'delete' | 'replace'>>;
}

export interface Look {
  readonly stack: PresentStack;
  readonly members: readonly LookedMember[];
  /** Of the stack's own resources, by name. */
  readonly top: ReadonlyMap<string, string>;
}

export interface LookedMember {
  readonly group: string;
  readonly name: string;
  readonly failed: boolean;
  readonly server: ObservedServer | null;
  /** Of resources inside a nested member. */
  readonly inner: ReadonlyMap<string, string>;
}

export async function lookAt(reader: CloudReader, name: string): Promise<Look> {
  const [stack] = await reader.observe([name]);
  if (stack?.presence !== 'present') throw new Error(`the stack ${name} is not there`);
  const members = stack.groups.flatMap((group) =>
    group.members.map((member) => ({
      group: group.address,
      name: member.name,
      failed: member.state.status === 'FAILED',
      server: member.servers[0] ?? null,
      inner: new Map(
        stack.resources
          .filter(
            ({ address, type }) => address.startsWith(`${group.address}/${member.name}/`) && type !== SERVER,
          )
          .map(({ address, physicalId }) => [plain(address.split('/').at(-1) ?? ''), physicalId]),
      ),
    })),
  );
  const top = stack.resources.filter(({ address }) => !address.includes('/'));
  return {
    stack,
    members,
    top: new Map(top.map((one) => [plain(one.address), one.physicalId || one.createdAt])),
  };
}

const SERVER = 'OS::Nova::Server';

/** Without the mark of a generation. */
export function plain(name: string): string {
  return name.replace(/_[0-9a-f]{8}$/, '');
}

/** The newest event, to look from it later. */
export async function lastEvent(raw: CloudUnderTest, { stack }: Look): Promise<string> {
  const path = `/stacks/${stack.name}/${stack.id}/events?nested_depth=4&sort_dir=desc&limit=1`;
  return text((await raw.call('orchestration', 'GET', path)).json, 'events', 0, 'id');
}

export async function happened(
  raw: CloudUnderTest,
  { before, after, since }: { readonly before: Look; readonly after: Look; readonly since: string },
): Promise<{
  readonly happened: Happened;
  readonly fates: ReadonlyMap<string, Fate>;
  readonly timeline: Timeline;
}> {
  const fates = fatesOf(before, after);
  const stayed = pairsOf(before, after).filter(({ name }) => STAYING.includes(fates.get(name) ?? 'create'));
  const timeline = timelineOf(await eventsSince(raw, before, since), { before, after });
  return {
    fates,
    timeline,
    happened: {
      size: [before.members.length, after.members.length],
      servers: counts([...fates.values()]),
      changed: [...new Set(stayed.flatMap(({ old, now }) => differencesOf(old.server, now.server)))].sort(),
      batches: timeline.batches.map((batch) => batch.length),
      inService: timeline.inService,
      resources: outcomes(before.top, after.top),
      beside: Object.assign({}, ...stayed.map(({ old, now }) => outcomes(old.inner, now.inner))),
    },
  };
}

const STAYING: readonly Fate[] = ['keep', 'update'];

async function eventsSince(raw: CloudUnderTest, { stack }: Look, since: string): Promise<readonly unknown[]> {
  const path = `/stacks/${stack.name}/${stack.id}/events?nested_depth=4&sort_dir=asc&marker=${since}`;
  return list((await raw.call('orchestration', 'GET', path)).json, 'events');
}

/** By group and member. */
function fatesOf(before: Look, after: Look): ReadonlyMap<string, Fate> {
  const pairs = pairsOf(before, after);
  const known = new Set(pairs.map(({ name }) => name));
  const now = new Set(after.members.flatMap(({ server }) => (server ? [server.id] : [])));
  const fresh = after.members.map(keyOf).filter((name) => !known.has(name));
  const gone = before.members.filter((member) => !known.has(keyOf(member)));
  return new Map<string, Fate>([
    ...pairs.map(({ name, old, now }): [string, Fate] => [name, fateOf(old, now)]),
    ...gone.map((member): [string, Fate] => [
      keyOf(member),
      member.server && now.has(member.server.id) ? 'keep' : 'delete',
    ]),
    ...fresh.map((name): [string, Fate] => [name, 'create']),
  ]);
}

function fateOf(old: LookedMember, now: LookedMember): Fate {
  if (old.server?.id !== now.server?.id) return 'replace';
  return differencesOf(old.server, now.server).length > 0 ? 'update' : 'keep';
}

interface Pair {
  readonly name: string;
  readonly old: LookedMember;
  readonly now: LookedMember;
}

function pairsOf(before: Look, after: Look): readonly Pair[] {
  return before.members.flatMap((old) => {
    const now = after.members.find((one) => keyOf(one) === keyOf(old));
    return now ? [{ name: keyOf(old), old, now }] : [];
  });
}

export function keyOf({ group, name }: Pick<LookedMember, 'group' | 'name'>): string {
  return `${group}/${name}`;
}

/** What of a server an update in place shows by. */
export function differencesOf(old: ObservedServer | null, now: ObservedServer | null): readonly string[] {
  const views = [old, now].map((server) => ({
    flavor: server?.flavor ?? null,
    image: server?.imageId ?? null,
    networks: server?.interfaces.map(({ network, address }) => [network, address]) ?? null,
    metadata: server && Object.entries(server.metadata).sort(),
    tags: server?.tags ?? null,
    name: server?.name ?? null,
  }));
  const [a, b] = views;
  const keys = ['flavor', 'image', 'networks', 'metadata', 'tags', 'name'] as const;
  return keys.filter((key) => JSON.stringify(a?.[key]) !== JSON.stringify(b?.[key]));
}

function counts(fates: readonly Fate[]): Happened['servers'] {
  const order: readonly Fate[] = ['keep', 'update', 'replace', 'create', 'delete'];
  return Object.fromEntries(
    order
      .map((fate) => [fate, fates.filter((one) => one === fate).length] as const)
      .filter(([, count]) => count > 0),
  );
}

function outcomes(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Happened['resources'] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return Object.fromEntries(
    names.flatMap((name): [string, 'create' | 'delete' | 'replace'][] => {
      if (!before.has(name)) return [[name, 'create']];
      if (!after.has(name)) return [[name, 'delete']];
      return before.get(name) === after.get(name) ? [] : [[name, 'replace']];
    }),
  );
}

/** For whoever reads an event. */
export function stackOf(event: unknown): { readonly name: string; readonly id: string } {
  const link = list(event, 'links').find((one) => pick(one, 'rel') === 'stack');
  const [name = '', id = ''] = text(link, 'href').split('/stacks/')[1]?.split('/') ?? [];
  return { name, id };
}
