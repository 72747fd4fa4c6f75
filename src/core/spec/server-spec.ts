/** The server's part of a group, checked by the schema, with every default filled in. */
import type { Interface, Rule, Server, ServerGroup } from '../../generated/spec-types.ts';
import type {
  InterfaceSpec,
  SecurityRuleSpec,
  ServerGroupSpec,
  ServerSpec,
} from '../../model/server-spec.ts';

export function serverSpec(server: Server, userData: string | null): ServerSpec {
  const { bootVolume } = server;
  return {
    image: server.image,
    flavor: server.flavor,
    networks: server.networks.map(interfaceSpec),
    securityGroups: server.securityGroups ?? [],
    keyPair: server.keyPair ?? null,
    availabilityZone: server.availabilityZone ?? null,
    serverGroup: serverGroup(server.serverGroup),
    schedulerHints: server.schedulerHints ?? {},
    bootVolume: bootVolume
      ? { sizeGiB: bootVolume.size, type: bootVolume.type ?? null, keep: bootVolume.keep ?? false }
      : null,
    floatingIpNetwork: server.floatingIp?.network ?? null,
    configDrive: server.configDrive ?? null,
    tags: server.tags ?? [],
    metadata: server.metadata ?? {},
    userData,
  };
}

function interfaceSpec(given: Interface): InterfaceSpec {
  const full = typeof given === 'string' ? { network: given } : given;
  return {
    network: full.network,
    subnet: full.subnet ?? null,
    securityGroups: full.securityGroups ?? null,
    portSecurity: full.portSecurity ?? true,
    allowedAddresses: full.allowedAddresses ?? [],
  };
}

function serverGroup(given: ServerGroup | undefined): ServerGroupSpec | null {
  if (!given) return null;
  if (given.existing !== undefined) return { kind: 'existing', name: given.existing };
  return { kind: 'own', policy: given.policy ?? 'anti-affinity', maxPerHost: given.maxPerHost ?? null };
}

export function securityRule(rule: Rule): SecurityRuleSpec {
  const direction = rule.direction ?? 'in';
  const peer = peerOf(direction === 'in' ? rule.from : rule.to);
  const isSix = rule.protocol === 'icmpv6' || (peer.kind === 'range' && peer.cidr.includes(':'));
  return {
    protocol: rule.protocol,
    ports: portsOf(rule.port),
    direction,
    peer,
    ipVersion: rule.ipVersion ?? (isSix ? 6 : 4),
  };
}

function portsOf(port: number | string | undefined): SecurityRuleSpec['ports'] {
  if (port === undefined) return null;
  if (typeof port === 'number') return { from: port, to: port };
  const [from, to] = port.split('-').map(Number);
  return { from: from ?? 0, to: to ?? 0 };
}

/** An address or range is known by its form; everything else is a security group's name. */
const RANGE = /^(?:[0-9]{1,3}(?:\.[0-9]{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*)(?:\/[0-9]{1,3})?$/;

function peerOf(peer: string | undefined): SecurityRuleSpec['peer'] {
  if (peer === undefined) return { kind: 'everybody' };
  if (peer === 'self') return { kind: 'self' };
  return RANGE.test(peer) ? { kind: 'range', cidr: peer } : { kind: 'securityGroup', name: peer };
}
