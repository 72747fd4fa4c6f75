/** Drift of ports and floating IPs that a stack made. */
import type { DriftItem } from '../../model/drift.ts';
import type { Json } from '../../model/json.ts';
import type { Thing } from '../../model/things.ts';
import { sameValue } from '../heat/canonical.ts';
import { isUnresolved, referencedResources } from '../heat/resolve.ts';
import { driftItem } from './kinds.ts';
import { remakeWords } from './remake.ts';
import { groupIds, groupNames } from './security-groups.ts';
import type { Told } from './told.ts';
import { objectsIn, type StackView, textField, thingBehind, timeField } from './view.ts';

export function portDrift(view: StackView): readonly DriftItem[] {
  return view.told
    .filter(({ settled }) => settled)
    .flatMap((told) => {
      if (told.type === 'OS::Neutron::Port') return ofPort(view, told);
      return told.type === 'OS::Neutron::FloatingIP' ? ofFloatingIp(view, told) : [];
    });
}

function ofPort(view: StackView, told: Told): readonly DriftItem[] {
  const live = thingBehind(view, 'port', told);
  const subject = `port ${told.address}`;
  if (live === null) return [];
  if (live === undefined) return [gone(view, told, 'port-missing', subject)];
  return [...securityGroups(view, told, live, subject), ...addresses(told, live, subject)];
}

function gone(
  { stack }: StackView,
  { address }: Told,
  kind: 'port-missing' | 'floating-ip-missing',
  subject: string,
): DriftItem {
  return driftItem({
    kind,
    subject,
    repository: 'there',
    cloud: 'does not exist in Neutron',
    remedy: `replace the server that it belongs to, or ${remakeWords(stack.name, address)}`,
  });
}

function securityGroups(view: StackView, told: Told, live: Thing, subject: string): readonly DriftItem[] {
  const given = told.properties['security_groups'];
  const open = told.properties['port_security_enabled'] === false;
  // a network without port security gives its ports none
  const byNetwork = given === undefined && live.fields['port_security_enabled'] === false;
  if (open || byNetwork || isUnresolved(given ?? null)) return [];
  const wanted = groupNames(view, Array.isArray(given) ? given : ['default']);
  const there = groupNames(view, live.fields['security_groups'] ?? []);
  if (sameValue(wanted, there)) return [];
  const ids = groupIds(view, Array.isArray(given) ? given : ['default']);
  return [
    driftItem({
      kind: 'port-edited',
      subject,
      mends: ids === null ? [] : [{ kind: 'port', id: live.id, fields: { security_groups: ids } }],
      repository: `security groups ${wanted.join(', ') || 'none'}`,
      cloud: `security groups ${there.join(', ') || 'none'}`,
      remedy: `\`openstack port set --no-security-group ${wanted.map((name) => `--security-group ${name} `).join('')}${live.id}\``,
      since: timeField(live.fields, 'updated_at'),
    }),
  ];
}

function addresses(told: Told, live: Thing, subject: string): readonly DriftItem[] {
  const given = told.properties['allowed_address_pairs'];
  if (isUnresolved(given ?? null)) return [];
  const wanted = pairs(given);
  const there = pairs(live.fields['allowed_address_pairs']);
  if (sameValue(wanted, there)) return [];
  const allowed = Array.isArray(given) ? given : [];
  return [
    driftItem({
      kind: 'port-edited',
      subject,
      mends: [{ kind: 'port', id: live.id, fields: { allowed_address_pairs: allowed } }],
      repository: `allowed addresses ${wanted.join(', ') || 'none'}`,
      cloud: `allowed addresses ${there.join(', ') || 'none'}`,
      remedy: `\`openstack port set --no-allowed-address ${wanted.map((one) => `--allowed-address ip-address=${one} `).join('')}${live.id}\``,
      since: timeField(live.fields, 'updated_at'),
    }),
  ];
}

function pairs(value: Json | undefined): readonly string[] {
  return objectsIn({ pairs: value ?? [] }, 'pairs')
    .map((pair) => textField(pair, 'ip_address'))
    .sort();
}

/** It hangs on a server of the member, a port or a balancer: on what its template names. */
function ofFloatingIp(view: StackView, told: Told): readonly DriftItem[] {
  const live = thingBehind(view, 'floatingIp', told);
  const subject = `floating IP ${told.address}`;
  if (live === null) return [];
  if (live === undefined) return [gone(view, told, 'floating-ip-missing', subject)];
  const wanted = holderOf(view, told);
  const port = textField(live.fields, 'port_id');
  if (wanted === null || wanted.ports.includes(port)) return [];
  const address = textField(live.fields, 'floating_ip_address');
  const [home, ...more] = wanted.ports;
  // where it hangs on something else, that is served by it now
  const free = port === '' && home !== undefined && more.length === 0;
  return [
    driftItem({
      kind: 'floating-ip-moved',
      subject: `${subject} (${address})`,
      repository: `on ${wanted.words}`,
      cloud: port === '' ? 'on nothing' : `on port ${port}`,
      remedy: wanted.ports[0]
        ? `\`openstack floating ip set --port ${wanted.ports[0]} ${live.id}\``
        : 'run apply',
      since: timeField(live.fields, 'updated_at'),
      mends: free ? [{ kind: 'floatingIp', id: live.id, fields: { port_id: home } }] : [],
    }),
  ];
}

interface Holder {
  readonly words: string;
  readonly ports: readonly string[];
}

/** null when nobody can tell where it belongs. */
function holderOf(view: StackView, { address, properties }: Told): Holder | null {
  const given = properties['port_id'];
  if (given === undefined || view.around.things.of.port === null) return null;
  if (typeof given === 'string') return { words: `port ${given}`, ports: [given] };
  const above = address.slice(0, address.lastIndexOf('/') + 1);
  const [name, ...more] = [...referencedResources(given)];
  if (name === undefined || more.length > 0) return null;
  const holder = view.told.find((one) => one.address === `${above}${name}`);
  if (holder === undefined) return null;
  if (holder.type === 'OS::Octavia::LoadBalancer') {
    const vip = textField(thingBehind(view, 'loadBalancer', holder)?.fields ?? {}, 'vip_port_id');
    return vip === '' ? null : { words: `load balancer ${name}`, ports: [vip] };
  }
  const ports = view.around.portsByDevice.get(holder.physicalId)?.map(({ id }) => id);
  const server = view.servers.get(holder.physicalId);
  return ports && server ? { words: `server ${server.name}`, ports } : null;
}
