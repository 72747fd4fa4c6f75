/** Drift of a server that runs: what differs from its definition though it is the same server. */
import type { DriftItem } from '../../model/drift.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import type { ObservedServer } from '../../model/observed.ts';
import { sameValue } from '../heat/canonical.ts';
import { isUnresolved } from '../heat/resolve.ts';
import { object } from '../heat/template.ts';
import { type DriftKindName, driftItem } from './kinds.ts';
import { groupNames } from './security-groups.ts';
import { objectsIn, type StackView, textField, timeField } from './view.ts';

export interface ServerView extends StackView {
  readonly server: ObservedServer;
  /** What Heat was told of it. */
  readonly type: string;
  readonly properties: JsonObject;
  /** Its resource's name, which ends its own name. */
  readonly resource: string;
  /** What to do to get a new server in its place. */
  readonly replace: string;
}

export function serverDifferences(view: ServerView): readonly DriftItem[] {
  return CHECKS.flatMap((check) => check(view));
}

interface Change {
  readonly kind: DriftKindName;
  readonly repository: string;
  readonly cloud: string;
  readonly remedy: string;
  readonly since?: string | null;
  /** What of the server: `metadata.owner`. */
  readonly part?: string;
}

function found({ server }: ServerView, { part, ...change }: Change): readonly DriftItem[] {
  const subject = `server ${server.name || server.id}${part === undefined ? '' : ` ${part}`}`;
  return [
    driftItem({
      subject,
      about: { service: 'server', id: server.id },
      since: server.updatedAt,
      ...change,
    }),
  ];
}

function resized(view: ServerView): readonly DriftItem[] {
  const { server, properties, catalogue } = view;
  const flavor = properties['flavor'] ?? properties['InstanceType'];
  if (typeof flavor !== 'string' || server.flavor === null) return [];
  const name = catalogue.flavor.find(({ id }) => id === flavor)?.name ?? flavor;
  if (server.flavor === name) return [];
  return found(view, {
    kind: 'server-resized',
    repository: `flavor ${name}`,
    cloud: `flavor ${server.flavor}`,
    remedy: `\`openstack server resize --flavor ${name} ${server.id}\` and confirm it, or ${view.replace}`,
  });
}

function rebuilt(view: ServerView): readonly DriftItem[] {
  const { server, properties, catalogue } = view;
  const image = properties['image'] ?? properties['ImageId'];
  const wanted = typeof image === 'string' ? onlyId(image, catalogue.image) : null;
  if (wanted === null || server.imageId === null || server.imageId === wanted) return [];
  const is = catalogue.image.find(({ id }) => id === server.imageId)?.name ?? server.imageId;
  return found(view, {
    kind: 'server-rebuilt',
    repository: `image ${String(image)}`,
    cloud: `image ${is}`,
    remedy: `\`openstack server rebuild --image ${String(image)} ${server.id}\`, or ${view.replace}`,
  });
}

type Named = { readonly id: string; readonly name: string };

/** null when the name stands for none or several, so that nothing false is said. */
function onlyId(nameOrId: string, things: readonly Named[]): string | null {
  if (things.some(({ id }) => id === nameOrId)) return nameOrId;
  const named = things.filter(({ name }) => name === nameOrId);
  return named.length === 1 ? (named[0]?.id ?? null) : null;
}

/** Heat's own names end with the resource's and twelve characters (heat/engine/resource.py physical_resource_name). */
function renamed(view: ServerView): readonly DriftItem[] {
  const { server, properties, resource } = view;
  const given = properties['name'];
  if (given !== undefined && (isUnresolved(given) || given === server.name)) return [];
  const ending = `-${resource}-`;
  const own = ending.length > 38 || new RegExp(`${escaped(ending)}[a-z2-7]{12}$`).test(server.name);
  if (given === undefined && own) return [];
  return found(view, {
    kind: 'server-renamed',
    repository: given === undefined ? `a name of Heat's, ending in ${ending}…` : String(given),
    cloud: server.name,
    remedy: 'no harm to the group; set the name again if something goes by it',
  });
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const METERING = 'metering.server_group';

function metadata(view: ServerView): readonly DriftItem[] {
  const { server, properties, type } = view;
  if (type !== 'OS::Nova::Server' || isUnresolved(properties['metadata'] ?? null)) return [];
  const wanted = object(properties['metadata']);
  const differing = Object.entries(wanted).filter(
    ([key, value]) => !sameValue(asText(value), server.metadata[key]),
  );
  const added = Object.entries(server.metadata).filter(([key]) => !Object.hasOwn(wanted, key));
  return [
    ...differing.flatMap(([key, value]) => {
      const counts = key === METERING;
      const is = server.metadata[key] ?? 'absent';
      return found(view, {
        kind: counts ? 'server-metering-lost' : 'server-metadata-edited',
        part: `metadata.${key}`,
        repository: asText(value),
        cloud: counts ? `${is}: the alarms do not count this server` : is,
        remedy: `\`openstack server set --property ${key}=${asText(value)} ${server.id}\``,
      });
    }),
    ...added.flatMap(([key, value]) =>
      found(view, {
        kind: 'server-metadata-added',
        part: `metadata.${key}`,
        repository: 'absent',
        cloud: value,
        remedy: `put it into the spec, or \`openstack server unset --property ${key} ${server.id}\``,
      }),
    ),
  ];
}

/** Heat sends anything but text as JSON (heat/engine/clients/os/nova.py meta_serialize). */
function asText(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function tags(view: ServerView): readonly DriftItem[] {
  const { server, properties, type } = view;
  const given = properties['tags'] ?? [];
  if (type !== 'OS::Nova::Server' || server.tags === null || isUnresolved(given)) return [];
  const wanted = (Array.isArray(given) ? given : []).map(String).sort();
  const there = [...server.tags].sort();
  if (sameValue(wanted, there)) return [];
  return found(view, {
    kind: 'server-tags-edited',
    repository: wanted.join(', ') || 'none',
    cloud: there.join(', ') || 'none',
    remedy: 'put the tags into the spec, or set them back with `openstack server set --tag`',
  });
}

function locked(view: ServerView): readonly DriftItem[] {
  if (view.server.locked !== true) return [];
  return found(view, {
    kind: 'server-locked',
    repository: 'not locked',
    cloud: 'locked: nobody but its owner and an administrator can remove or change it',
    remedy: `\`openstack server unlock ${view.server.id}\``,
  });
}

function key(view: ServerView): readonly DriftItem[] {
  const { server, properties } = view;
  const wanted = properties['key_name'] ?? properties['KeyName'] ?? null;
  if (isUnresolved(wanted) || sameValue(wanted === '' ? null : wanted, server.keyName)) return [];
  return found(view, {
    kind: 'server-key-changed',
    repository: `key ${String(wanted ?? 'none')}`,
    cloud: `key ${server.keyName ?? 'none'}`,
    remedy: view.replace,
  });
}

/** Of the ports that Nova made: those of ports of one's own are the ports' business. */
function securityGroups(view: ServerView): readonly DriftItem[] {
  const { server, properties, around } = view;
  const ports = around.portsByDevice.get(server.id);
  const given = properties['security_groups'] ?? properties['SecurityGroups'] ?? ['default'];
  const networks = objectsIn(properties, 'networks').length;
  // a further interface is told of as such, whatever groups it has
  const others = networks > 0 && ports?.length !== networks;
  if (ports === undefined || others || hasOwnPorts(properties) || isUnresolved(given)) return [];
  const guarded = ports.filter(({ fields }) => fields['port_security_enabled'] !== false);
  const wanted = groupNames(view, given);
  const odd = guarded
    .map(({ fields }) => groupNames(view, fields['security_groups'] ?? []))
    .find((there) => !sameValue(there, wanted));
  if (odd === undefined) return [];
  const differing = [
    ...wanted
      .filter((name) => !odd.includes(name))
      .map((name) => `openstack server add security group ${server.id} ${name}`),
    ...odd
      .filter((name) => !wanted.includes(name))
      .map((name) => `openstack server remove security group ${server.id} ${name}`),
  ];
  return found(view, {
    kind: 'server-security-groups-edited',
    repository: wanted.join(', ') || 'none',
    cloud: odd.join(', ') || 'none',
    remedy: differing.map((command) => `\`${command}\``).join(', '),
  });
}

function hasOwnPorts(properties: JsonObject): boolean {
  return objectsIn(properties, 'networks').some((one) => one['port'] !== undefined);
}

function networks(view: ServerView): readonly DriftItem[] {
  const { server, properties, around, catalogue } = view;
  const given = objectsIn(properties, 'networks');
  const ports = around.portsByDevice.get(server.id) ?? [];
  if (given.length === 0 || around.things.of.port === null) return [];
  const nameOf = (idOrName: string) => catalogue.network.find(({ id }) => id === idOrName)?.name ?? idOrName;
  const wanted = given.map((one) => {
    const port = one['port'];
    const network = one['network'] ?? one['uuid'];
    if (typeof port === 'string')
      return textField(around.things.of.port?.get(port)?.fields ?? {}, 'network_id');
    return typeof network === 'string' ? network : '';
  });
  if (wanted.includes('')) return [];
  const before = wanted.map(nameOf).sort();
  const there = ports.map(({ fields }) => nameOf(textField(fields, 'network_id'))).sort();
  if (sameValue(before, there)) return [];
  return found(view, {
    kind: 'server-networks-changed',
    repository: before.join(', '),
    cloud: there.join(', ') || 'on no network',
    remedy: view.replace,
  });
}

function ports(view: ServerView): readonly DriftItem[] {
  const { server, properties, around } = view;
  const own = around.portsByDevice.get(server.id) ?? [];
  return own.flatMap(({ id, fields }) => {
    const since = timeField(fields, 'updated_at');
    const pairs = objectsIn(fields, 'allowed_address_pairs').map((pair) => textField(pair, 'ip_address'));
    return [
      ...(fields['admin_state_up'] === false
        ? found(view, {
            kind: 'port-disabled',
            repository: 'its port is enabled',
            cloud: `port ${id} is disabled (admin_state_up false)`,
            remedy: `\`openstack port set --enable ${id}\``,
            since,
          })
        : []),
      ...(pairs.length > 0 && !hasOwnPorts(properties)
        ? found(view, {
            kind: 'port-edited',
            repository: 'no allowed addresses beside its own',
            cloud: `port ${id} may also use ${pairs.join(', ')}`,
            remedy: `\`openstack port set --no-allowed-address ${id}\``,
            since,
          })
        : []),
    ];
  });
}

function volumes(view: ServerView): readonly DriftItem[] {
  const { server, properties, told } = view;
  const attached = told.some(({ type }) => type === 'OS::Cinder::VolumeAttachment');
  const mapped = objectsIn(properties, 'block_device_mapping_v2').filter(
    (one) => one['ephemeral_size'] === undefined && one['swap_size'] === undefined,
  ).length;
  const wanted = mapped + objectsIn(properties, 'block_device_mapping').length;
  const there = server.volumes.length;
  if (there < wanted) {
    return found(view, {
      kind: 'server-volume-detached',
      repository: `${wanted} volumes`,
      cloud: `${there} volumes`,
      remedy: `attach it again (\`openstack server add volume ${server.id} …\`), or ${view.replace}`,
    });
  }
  if (there === wanted || attached) return [];
  return found(view, {
    kind: 'server-volume-attached',
    repository: `${wanted} volumes`,
    cloud: `${there} volumes: ${server.volumes.join(', ')}`,
    remedy: `\`openstack server remove volume ${server.id} …\`: it goes or stays with the server, as Nova was told when it was attached`,
  });
}

const CHECKS: readonly ((view: ServerView) => readonly DriftItem[])[] = [
  resized,
  rebuilt,
  renamed,
  metadata,
  tags,
  locked,
  key,
  securityGroups,
  networks,
  ports,
  volumes,
];
