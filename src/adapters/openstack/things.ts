/** Gathers what a project holds beside its stacks: each list once, and the members of the pools that are asked for. */
import {
  type MeteredServer,
  type ProjectThings,
  THING_KINDS,
  type Thing,
  type ThingKind,
  type ThingsById,
} from '../../model/things.ts';
import type { ThingsWanted } from '../../ports/cloud.ts';
import { CloudError } from '../../ports/errors.ts';
import { listServers } from './nova/requests.ts';
import { meteredServers } from './nova/results.ts';
import { allPages } from './pages.ts';
import type { Service, ServiceName } from './service.ts';
import { membersOf, THING_LISTS, type ThingList } from './thing-lists.ts';

export interface ThingsSource {
  readonly service: Service;
  readonly project: { readonly id: string };
  readonly userId: string;
  offers(service: ServiceName): boolean;
}

/** Never remembered: whoever looks twice wants to see the second time what is so then. */
export async function readThings(source: ThingsSource, wanted: ThingsWanted): Promise<ProjectThings> {
  const { service } = source;
  const [lists, members, metered] = await Promise.all([
    Promise.all(THING_KINDS.map(async (kind) => [kind, await listOf(source, wanted, kind)] as const)),
    Promise.all(wanted.pools.map(async (pool) => [pool, await everything(source, membersOf(pool))] as const)),
    wanted.metered ? readMetered(service, wanted.metered) : [],
  ]);
  return {
    of: Object.fromEntries(lists) as ProjectThings['of'],
    poolMembers: new Map(
      members.filter((entry): entry is readonly [string, readonly Thing[]] => entry[1] !== null),
    ),
    metered,
    userId: source.userId,
  };
}

async function listOf(source: ThingsSource, wanted: ThingsWanted, kind: ThingKind): Promise<ThingsById> {
  if (!wanted.kinds.includes(kind)) return null;
  const things = await everything(source, THING_LISTS[kind]);
  return things && new Map(things.map((thing) => [thing.id, thing]));
}

/** null when the cloud has no such service, the role may not ask, or the thing asked about is gone. */
async function everything(source: ThingsSource, list: ThingList): Promise<readonly Thing[] | null> {
  if (!source.offers(list.service)) return null;
  return unlessRefused(
    allPages((marker) => source.service.call(list.request(source.project.id, marker), list.page)),
  );
}

async function readMetered(
  service: Service,
  wanted: NonNullable<ThingsWanted['metered']>,
): Promise<readonly MeteredServer[]> {
  const servers = await allPages(async (marker) => {
    const page = await service.call(listServers(marker), meteredServers);
    return { ...page, items: page.items.map((server) => (server && wanted(server) ? server : null)) };
  });
  return servers.flatMap((server) => server ?? []);
}

async function unlessRefused<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof CloudError && (error.code === 'forbidden' || error.code === 'not-found'))
      return null;
    throw error;
  }
}
