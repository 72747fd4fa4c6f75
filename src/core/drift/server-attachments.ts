/** Drift of what a server is attached to: networks, ports with their security groups, volumes. */
import type { DriftItem } from '../../model/drift.ts';
import type { JsonObject } from '../../model/json.ts';
import { sameValue } from '../heat/canonical.ts';
import { isUnresolved } from '../heat/resolve.ts';
import { groupIds, groupNames } from './security-groups.ts';
import { found, type ServerView } from './server-view.ts';
import { objectsIn, textField, timeField } from './view.ts';

export function attachments(view: ServerView): readonly DriftItem[] {
  return [...securityGroups(view), ...networks(view), ...ports(view), ...volumes(view)];
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
  const differing = guarded
    .map(({ id, fields }) => ({ id, there: groupNames(view, fields['security_groups'] ?? []) }))
    .filter(({ there }) => !sameValue(there, wanted));
  const odd = differing[0]?.there;
  if (odd === undefined) return [];
  const ids = groupIds(view, Array.isArray(given) ? given : []);
  const commands = [
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
    remedy: commands.map((command) => `\`${command}\``).join(', '),
    mends:
      ids === null ? [] : differing.map(({ id }) => ({ kind: 'port', id, fields: { security_groups: ids } })),
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
            mends: [{ kind: 'port', id, fields: { admin_state_up: true } }],
          })
        : []),
      ...(pairs.length > 0 && !hasOwnPorts(properties)
        ? found(view, {
            kind: 'port-edited',
            repository: 'no allowed addresses beside its own',
            cloud: `port ${id} may also use ${pairs.join(', ')}`,
            remedy: `\`openstack port set --no-allowed-address ${id}\``,
            since,
            mends: [{ kind: 'port', id, fields: { allowed_address_pairs: [] } }],
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
