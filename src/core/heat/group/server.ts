/** The server of a member as Heat's resource. */
import type { Json, JsonObject } from '../../../model/json.ts';
import type { RolloutSpec } from '../../../model/rollout-spec.ts';
import type { InterfaceSpec, ServerSpec } from '../../../model/server-spec.ts';
import type { GroupSpec } from '../../../model/spec.ts';

/** What the server needs from elsewhere: a reference or a parameter, as the place where it is written can have it. */
export interface ServerSurroundings {
  /** The value by which Gnocchi finds the group's members. */
  readonly metering: Json;
  /** The stack's own security group; null = it has none. */
  readonly securityGroup: Json;
  /** The id of a server group; null = none. */
  readonly serverGroup: Json;
  /** The port of an interface that has a port of its own; null = Nova makes it. */
  readonly port: (index: number) => Json;
  /** null = none. */
  readonly userData: Json;
}

export function serverProperties(
  server: ServerSpec,
  rollout: RolloutSpec,
  around: ServerSurroundings,
): JsonObject {
  return {
    ...replacingProperties(server, around),
    networks: server.networks.map((one, index) => networkOf(one, around.port(index))),
    ...(server.tags.length === 0 ? {} : { tags: server.tags }),
    // metering.server_group is how Gnocchi finds a group's members (ceilometer gnocchi_resources.yaml server_group)
    metadata: { ...server.metadata, 'metering.server_group': around.metering },
    image_update_policy: rollout.imageChange === 'replace' ? 'REPLACE' : 'REBUILD',
    flavor_update_policy: rollout.flavorChange === 'replace' ? 'REPLACE' : 'RESIZE',
  };
}

/** Those whose change makes a new server, if the update policies say so of image and flavor (heat nova/server.py). */
function replacingProperties(server: ServerSpec, around: ServerSurroundings): JsonObject {
  // Heat takes no security groups beside a port (nova/server.py validate); the ports have them
  const groups = hasOwnPorts(server) ? [] : securityGroups(server.securityGroups, around.securityGroup);
  return {
    ...bootSource(server),
    flavor: server.flavor,
    ...(groups.length > 0 ? { security_groups: groups } : {}),
    ...(server.keyPair === null ? {} : { key_name: server.keyPair }),
    ...(server.availabilityZone === null ? {} : { availability_zone: server.availabilityZone }),
    ...hints(server, around.serverGroup),
    ...(server.configDrive === null ? {} : { config_drive: server.configDrive }),
    // the operator's default would wrap the data in multipart (heat default_user_data_format)
    ...(around.userData === null ? {} : { user_data_format: 'RAW', user_data: around.userData }),
  };
}

/** What makes a server another one when it changes: all that can't, or shall not, be changed in place. */
export function generationOf({ server, rollout, securityRules }: GroupSpec, userData: string | null): Json {
  const { image, flavor, bootVolume, ...rest } = server;
  const { networks: _networks, metadata: _metadata, tags: _tags, userData: _plain, ...others } = rest;
  const { floatingIpNetwork: _floating, securityGroups: named, ...replacing } = others;
  const ofServer = !hasOwnPorts(server);
  return JSON.parse(
    JSON.stringify({
      ...replacing,
      userData,
      // those of ports change in place
      securityGroups: ofServer ? named : [],
      ownSecurityGroup: ofServer && securityRules !== null,
      ...(rollout.imageChange === 'replace' || bootVolume !== null ? { image, bootVolume } : {}),
      ...(rollout.flavorChange === 'replace' ? { flavor } : {}),
    }),
  );
}

export function securityGroups(named: readonly string[], own: Json): readonly Json[] {
  return own === null ? named : [...named, own];
}

/** True when the ports are resources of the member's own: all of them, as soon as Nova can't make one with all it asks for. */
export function hasOwnPorts({ networks }: ServerSpec): boolean {
  return networks.some(needsOwnPort);
}

function needsOwnPort(given: InterfaceSpec): boolean {
  return given.securityGroups !== null || !given.portSecurity || given.allowedAddresses.length > 0;
}

function networkOf({ network, subnet }: InterfaceSpec, port: Json): JsonObject {
  if (port !== null) return { port };
  return subnet === null ? { network } : { network, subnet };
}

function bootSource({ image, bootVolume }: ServerSpec): JsonObject {
  if (bootVolume === null) return { image };
  return {
    block_device_mapping_v2: [
      {
        boot_index: 0,
        image,
        volume_size: bootVolume.sizeGiB,
        ...(bootVolume.type === null ? {} : { volume_type: bootVolume.type }),
        delete_on_termination: !bootVolume.keep,
      },
    ],
  };
}

function hints({ schedulerHints }: ServerSpec, serverGroup: Json): JsonObject {
  const all = { ...schedulerHints, ...(serverGroup === null ? {} : { group: serverGroup }) };
  return Object.keys(all).length === 0 ? {} : { scheduler_hints: all };
}
