/** Drift of a server that runs: what differs from its definition though it is the same server. */
import type { DriftItem } from '../../model/drift.ts';
import type { Json } from '../../model/json.ts';
import { sameValue } from '../heat/canonical.ts';
import { isUnresolved } from '../heat/resolve.ts';
import { object } from '../heat/template.ts';
import { isSecretPath, redacted } from '../plan/field-diff.ts';
import { attachments } from './server-attachments.ts';
import { found, type ServerView } from './server-view.ts';

export function serverDifferences(view: ServerView): readonly DriftItem[] {
  return CHECKS.flatMap((check) => check(view));
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
    mends: given === undefined ? [] : [{ kind: 'server', id: server.id, fields: { name: String(given) } }],
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
      const is = shownValue(key, server.metadata[key]);
      const told = shownValue(key, asText(value));
      return found(view, {
        kind: counts ? 'server-metering-lost' : 'server-metadata-edited',
        part: `metadata.${key}`,
        repository: told,
        cloud: counts ? `${is}: the alarms do not count this server` : is,
        remedy: `\`openstack server set --property ${key}=${told} ${server.id}\``,
        mends: [{ kind: 'setMetadata', id: server.id, key, value: asText(value) }],
      });
    }),
    ...added.flatMap(([key, value]) =>
      found(view, {
        kind: 'server-metadata-added',
        part: `metadata.${key}`,
        repository: 'absent',
        cloud: shownValue(key, value),
        remedy: `put it into the spec, or \`openstack server unset --property ${key} ${server.id}\``,
        mends: [{ kind: 'removeMetadata', id: server.id, key }],
      }),
    ),
  ];
}

/** What may be a secret by its name is one, whoever put it there. */
function shownValue(key: string, value: string | undefined): string {
  if (value === undefined) return 'absent';
  return isSecretPath(key) ? redacted(value) : value;
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
    mends: [{ kind: 'tags', id: server.id, tags: wanted }],
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

const CHECKS: readonly ((view: ServerView) => readonly DriftItem[])[] = [
  resized,
  rebuilt,
  renamed,
  metadata,
  tags,
  locked,
  key,
  attachments,
];
