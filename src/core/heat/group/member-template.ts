/**
 * The nested template of a member: server, readiness, drain, what stands for its service, floating IP.
 *
 * Server, readiness, drain and ports carry the server's generation in their names; pool member and floating IP do not. A new
 * generation is then no replacement to Heat, which would take the old server off its networks before the new one is even
 * asked for (measured on 2025.1; heat nova/server_network_mixin.py prepare_ports_for_replace). Per member: new server, its
 * word that it is ready, new pool member, old one gone, the old drain's delay, old server gone.
 *
 * The pool member is what holds old and new together: Heat cleans up what a resource needed before only after that resource
 * is up to date (heat/engine/stack.py _compute_convg_dependencies). Without one the old server goes at once, before the new
 * one is built (measured), so a value takes its place.
 */

import type { PoolMemberSpec } from '../../../model/balancer-spec.ts';
import type { Json, JsonObject } from '../../../model/json.ts';
import type { GroupSpec } from '../../../model/spec.ts';
import { READY_TOKEN } from '../../spec/cloud-init/ready-script.ts';
import { readyUserData } from '../../spec/cloud-init/ready-user-data.ts';
import { markOf } from './member.ts';
import { generationOf, hasOwnPorts, securityGroups, serverProperties } from './server.ts';

export function memberTemplate(spec: GroupSpec, parameters: readonly string[]): JsonObject {
  const { server, rollout, loadBalancer } = spec;
  const userData = rollout.ready === null ? server.userData : readyUserData(server.userData, rollout.ready);
  const names = generationNames(markOf(generationOf(spec, userData)));
  const param = (name: string): Json => (parameters.includes(name) ? { get_param: name } : null);
  return {
    heat_template_version: '2018-08-31',
    description: 'One member of the scaling group, compiled by Thermostat',
    parameters: Object.fromEntries(parameters.map((name) => [name, { type: 'string' }])),
    resources: {
      ...ports(spec, names, param('security_group')),
      ...(rollout.ready === null ? {} : { [names.handle]: { type: 'OS::Heat::WaitConditionHandle' } }),
      [names.server]: {
        type: 'OS::Nova::Server',
        properties: serverProperties(server, rollout, {
          metering: param('metering'),
          securityGroup: param('security_group'),
          serverGroup: param('server_group'),
          port: (index) => portReference(spec, names, index),
          userData: rollout.ready === null ? userData : withSignal(userData ?? '', names.handle),
        }),
      },
      ...ready(spec, names),
      ...drain(spec, names),
      ...(loadBalancer === null || loadBalancer.kind === 'haproxy'
        ? inService(spec, names)
        : poolMember(loadBalancer.member, afterwards(spec, names), names)),
      ...floatingIp(spec, names),
    },
    // whoever refers to the member means its server (heat template_resource.py get_reference_id)
    outputs: { 'OS::stack_id': { value: { get_resource: names.server } } },
  };
}

interface GenerationNames {
  readonly server: string;
  readonly handle: string;
  readonly ready: string;
  readonly drain: string;
  readonly port: (index: number) => string;
}

function generationNames(generation: string): GenerationNames {
  return {
    server: `server_${generation}`,
    handle: `handle_${generation}`,
    ready: `ready_${generation}`,
    drain: `drain_${generation}`,
    port: (index) => `port${index}_${generation}`,
  };
}

function ports({ server }: GroupSpec, names: GenerationNames, own: Json): JsonObject {
  if (!hasOwnPorts(server)) return {};
  return Object.fromEntries(
    server.networks.map((given, index): [string, Json] => {
      const groups = securityGroups(given.securityGroups ?? server.securityGroups, own);
      const properties: JsonObject = {
        network: given.network,
        ...(given.subnet === null ? {} : { fixed_ips: [{ subnet: given.subnet }] }),
        ...(given.portSecurity && groups.length > 0 ? { security_groups: groups } : {}),
        ...(given.portSecurity ? {} : { port_security_enabled: false }),
        ...(given.allowedAddresses.length === 0
          ? {}
          : { allowed_address_pairs: given.allowedAddresses.map((address) => ({ ip_address: address })) }),
      };
      return [names.port(index), { type: 'OS::Neutron::Port', properties }];
    }),
  );
}

function portReference({ server }: GroupSpec, names: GenerationNames, index: number): Json {
  return hasOwnPorts(server) ? { get_resource: names.port(index) } : null;
}

function withSignal(userData: string, handle: string): Json {
  return {
    str_replace: { template: userData, params: { [READY_TOKEN]: { get_attr: [handle, 'curl_cli'] } } },
  };
}

function ready({ rollout }: GroupSpec, names: GenerationNames): JsonObject {
  if (rollout.ready === null) return {};
  return {
    [names.ready]: {
      type: 'OS::Heat::WaitCondition',
      depends_on: names.server,
      properties: { handle: { get_resource: names.handle }, timeout: rollout.ready.timeoutSeconds },
    },
  };
}

/** Between the pool member's end and the server's: the order on deletion is the reverse of depends_on (measured). */
function drain({ rollout }: GroupSpec, names: GenerationNames): JsonObject {
  if (rollout.drainSeconds === 0) return {};
  return {
    [names.drain]: {
      type: 'OS::Heat::Delay',
      depends_on: names.server,
      properties: { min_wait: rollout.drainSeconds, actions: ['DELETE'] },
    },
  };
}

/** What must be there before the server is in service; on the way out it goes after. */
function afterwards({ rollout }: GroupSpec, names: GenerationNames): readonly string[] {
  return [
    ...(rollout.ready === null ? [] : [names.ready]),
    ...(rollout.drainSeconds === 0 ? [] : [names.drain]),
  ];
}

function poolMember(member: PoolMemberSpec, after: readonly string[], names: GenerationNames): JsonObject {
  return {
    pool_member: {
      type: 'OS::Octavia::PoolMember',
      ...(after.length === 0 ? {} : { depends_on: after }),
      properties: {
        pool: { get_param: 'pool' },
        address: { get_attr: [names.server, 'networks', member.network, 0] },
        protocol_port: member.port,
        ...(member.subnet === null ? {} : { subnet: member.subnet }),
        weight: member.weight,
      },
    },
  };
}

function inService(spec: GroupSpec, names: GenerationNames): JsonObject {
  const floating = spec.server.floatingIpNetwork === null ? [] : ['floating_ip'];
  const after = [...afterwards(spec, names), ...floating];
  return {
    in_service: {
      type: 'OS::Heat::Value',
      ...(after.length === 0 ? {} : { depends_on: after }),
      properties: { value: { get_resource: names.server } },
    },
  };
}

/** It moves to the new server once that is ready. */
function floatingIp({ server, rollout }: GroupSpec, names: GenerationNames): JsonObject {
  if (server.floatingIpNetwork === null) return {};
  const network = server.networks[0]?.network ?? '';
  return {
    floating_ip: {
      type: 'OS::Neutron::FloatingIP',
      ...(rollout.ready === null ? {} : { depends_on: names.ready }),
      properties: {
        floating_network: server.floatingIpNetwork,
        port_id: { get_attr: [names.server, 'addresses', network, 0, 'port'] },
      },
    },
  };
}
