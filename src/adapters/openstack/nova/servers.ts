/** Reads the servers of the project: one list, then those that the list lacks. */
import type { ObservedServer } from '../../../model/observed.ts';
import { allPages } from '../pages.ts';
import type { Service } from '../service.ts';
import { listFlavors, listServers, showServer } from './requests.ts';
import { flavorPage, missingServer, type ServerRead, serverPage, shownServer } from './results.ts';

export interface ServerReader {
  /** Asks for the list before anybody needs it: Nova takes as long for it as Heat for all stacks (measured). */
  begin(): void;
  /** By id; ids that Nova does not know come as MISSING. The list is read once. */
  byIds(ids: readonly string[]): Promise<ReadonlyMap<string, ObservedServer>>;
}

export function serverReader(service: Service): ServerReader {
  let list: Promise<ReadonlyMap<string, ObservedServer>> | null = null;
  let flavors: Promise<ReadonlyMap<string, string>> | null = null;
  // only before microversion 2.47, where Nova gives the flavor's id alone
  const flavorNames = (): Promise<ReadonlyMap<string, string>> => {
    flavors ??= readFlavorNames(service);
    return flavors;
  };
  const named = async (server: ServerRead): Promise<ObservedServer> => {
    const { flavorId, ...known } = server;
    if (known.flavor !== null) return known;
    return { ...known, flavor: (await flavorNames()).get(flavorId ?? '') ?? flavorId };
  };
  const listed = async (): Promise<ReadonlyMap<string, ObservedServer>> => {
    const servers = await allPages(async (marker) => {
      const page = await service.call(listServers(marker), serverPage);
      return { ...page, items: await Promise.all(page.items.map(named)) };
    });
    return new Map(servers.map((server) => [server.id, server]));
  };
  const look = async (id: string): Promise<ObservedServer> => {
    const server = await service.find(showServer(id), shownServer);
    return server === null ? missingServer(id) : named(server);
  };
  return {
    begin: () => {
      list ??= listed();
      // whoever asks for a server is told; nobody may ask any more when a stack could not be read
      list.catch(() => {});
    },
    byIds: async (ids) => {
      if (ids.length === 0) return new Map();
      list ??= listed();
      const known = await list;
      const entries = ids.map(async (id) => [id, known.get(id) ?? (await look(id))] as const);
      return new Map(await Promise.all(entries));
    },
  };
}

async function readFlavorNames(service: Service): Promise<ReadonlyMap<string, string>> {
  const flavors = await allPages((marker) => service.call(listFlavors(marker), flavorPage));
  return new Map(flavors.map(({ id, name }) => [id, name]));
}
