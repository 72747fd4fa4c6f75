/** Reads the servers of the project: one list, then those that the list lacks. */
import type { ObservedServer } from '../../../model/observed.ts';
import { allPages } from '../pages.ts';
import type { Service } from '../service.ts';
import { listFlavors, listServers, showServer } from './requests.ts';
import { flavorPage, missingServer, type ServerRead, serverPage, shownServer } from './results.ts';

/** By id; ids that Nova does not know come as MISSING. Asks nothing when no ids are asked for. */
export async function readServers(
  service: Service,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ObservedServer>> {
  if (ids.length === 0) return new Map();
  const listed = await allPages((marker) => service.call(listServers(marker), serverPage));
  const known = new Map(listed.map((server) => [server.id, server]));
  const wanted = new Set(ids);
  const missing = [...wanted].filter((id) => !known.has(id));
  const looked = await Promise.all(missing.map((id) => service.find(showServer(id), shownServer)));
  const read = [...listed.filter(({ id }) => wanted.has(id)), ...looked.filter((server) => server !== null)];
  const names = await flavorNames(service, read);
  const servers = new Map(read.map((server) => [server.id, observed(server, names)]));
  return new Map(ids.map((id) => [id, servers.get(id) ?? missingServer(id)]));
}

/** Only before microversion 2.47, where Nova gives the flavor's id alone. */
async function flavorNames(
  service: Service,
  servers: readonly ServerRead[],
): Promise<ReadonlyMap<string, string>> {
  if (servers.every(({ flavor }) => flavor !== null)) return new Map();
  const flavors = await allPages((marker) => service.call(listFlavors(marker), flavorPage));
  return new Map(flavors.map(({ id, name }) => [id, name]));
}

function observed({ flavorId, ...server }: ServerRead, names: ReadonlyMap<string, string>): ObservedServer {
  return { ...server, flavor: server.flavor ?? names.get(flavorId ?? '') ?? flavorId };
}
