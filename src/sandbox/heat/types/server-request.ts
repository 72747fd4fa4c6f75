// Turns the properties of a server resource into what Nova is asked for.

import { uuid } from '../../generator.ts';
import { isObject, type Json, type JsonObject, objectOr, textOr } from '../../json.ts';
import { findByNameOrId } from '../../lookup.ts';
import type { Plug } from '../../neutron/addresses.ts';
import type { ServerRequest } from '../../nova/servers.ts';
import type { Volume } from '../../world.ts';
import type { Site, Step } from '../plug-in.ts';
import { physicalName } from '../rows.ts';

/** Nova's limit for Heat's names (heat/engine/resources/openstack/nova/server.py physical_resource_name_limit). */
const NAME_LIMIT = 53;

/** A step instead if Nova would refuse it. */
export function serverRequest(site: Site): ServerRequest | Step {
  const { cloud, stack, properties } = site;
  const groups = listOf(properties['security_groups']).map(String);
  const missing = groups.find((name) => findByNameOrId(cloud.world.securityGroups, name) === undefined);
  if (missing !== undefined) {
    return refused(
      'BadRequest',
      `Unable to find security_group with name or id '${missing}' (HTTP 400) (Request-ID: req-0)`,
    );
  }
  const plugs = plugsOf(site, properties['networks']);
  const used = plugs.find(
    ({ port }) => (cloud.world.ports.find((one) => one.id === port)?.device ?? null) !== null,
  );
  if (used !== undefined) {
    return refused('Conflict', `Port ${used.port} is still in use. (HTTP 409) (Request-ID: req-0)`);
  }
  return {
    name: textOr(properties['name'], physicalName(stack, site.row, NAME_LIMIT)),
    project: stack.project,
    user: stack.user,
    flavor: flavorId(site, properties['flavor']),
    image: imageId(site, properties['image']),
    plugs,
    metadata: textMap(properties['metadata']),
    tags: listOf(properties['tags']).map(String),
    keyName: textOr(properties['key_name'], null),
    availabilityZone: textOr(properties['availability_zone'], null),
    userData: textOr(properties['user_data'], null),
    securityGroups: groups.map((name) => findByNameOrId(cloud.world.securityGroups, name)?.name ?? name),
    serverGroup: textOr(objectOr(properties['scheduler_hints'])['group'], null),
    configDrive: properties['config_drive'] === true,
    volumes: volumesOf(site, properties['block_device_mapping_v2']),
  };
}

export function flavorId(site: Site, value: Json | undefined): string {
  return findByNameOrId(site.cloud.world.flavors, String(value))?.id ?? String(value);
}

export function imageId(site: Site, value: Json | undefined): string | null {
  if (value === undefined || value === null) return null;
  return findByNameOrId(site.cloud.world.images, String(value))?.id ?? String(value);
}

/** Without networks a server is put on the project's only private one. */
export function plugsOf(site: Site, value: Json | undefined): readonly Plug[] {
  const { networks } = site.cloud.world;
  if (value === undefined || value === null)
    return networks
      .filter((one) => !one.external)
      .slice(0, 1)
      .map(({ id }) => ({ network: id, port: null, fixedAddress: null }));
  return listOf(value).flatMap((entry) => (isObject(entry) ? plugOf(site, entry) : []));
}

function plugOf(site: Site, entry: JsonObject): Plug[] {
  const { networks, ports, subnets } = site.cloud.world;
  const wanted = textOr(entry['port'], null);
  const port = wanted === null ? undefined : findByNameOrId(ports, wanted);
  if (port !== undefined) return [{ network: port.network, port: port.id, fixedAddress: null }];
  const subnet = findByNameOrId(subnets, String(entry['subnet']));
  const network = findByNameOrId(networks, String(entry['network'] ?? entry['uuid'] ?? subnet?.network));
  if (network === undefined) return [];
  return [{ network: network.id, port: null, fixedAddress: textOr(entry['fixed_ip'], null) }];
}

/** Volumes are not modelled; what is attached can be seen. */
function volumesOf(site: Site, value: Json | undefined): readonly Volume[] {
  return listOf(value).flatMap((entry) => {
    if (
      !isObject(entry) ||
      (entry['volume_size'] ?? entry['volume_id'] ?? entry['snapshot_id'] ?? null) === null
    )
      return [];
    const id = textOr(entry['volume_id'], null) ?? uuid(site.cloud.world);
    return [{ id, deleteOnTermination: entry['delete_on_termination'] === true }];
  });
}

export function textMap(value: Json | undefined): JsonObject {
  return Object.fromEntries(
    Object.entries(objectOr(value)).map(([key, item]) => [
      key,
      typeof item === 'object' ? JSON.stringify(item) : String(item),
    ]),
  );
}

export function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

function refused(error: string, message: string): Step {
  return { kind: 'failed', error, message };
}
