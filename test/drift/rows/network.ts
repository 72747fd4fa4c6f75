/** What is done to ports, security groups and floating IPs by hand. */
import { list, pick, text } from '../../contract/json.ts';
import type { Row } from '../row.ts';
import { guestStack, idOf, must, replaceMemberOf, SERVER } from '../scene.ts';

export const NETWORK: readonly Row[] = [
  {
    deed: '`openstack port set --allowed-address` on a port of Nova’s',
    on: 'web',
    kinds: ['port-edited'],
    change: async (scene) => {
      const id = await idOf(scene, scene.web, SERVER);
      const ports = await must(scene.raw, 'network', 'GET', `/ports?device_id=${id}`);
      const path = `/ports/${text(ports, 'ports', 0, 'id')}`;
      await must(scene.raw, 'network', 'PUT', path, {
        port: { allowed_address_pairs: [{ ip_address: '10.20.99.98' }] },
      });
      return () => must(scene.raw, 'network', 'PUT', path, { port: { allowed_address_pairs: [] } });
    },
  },
  {
    deed: '`openstack port set --no-security-group` on a port of the stack’s',
    on: 'edge',
    kinds: ['port-edited'],
    change: async (scene) => {
      const path = `/ports/${await idOf(scene, scene.edge, 'OS::Neutron::Port')}`;
      const before = await must(scene.raw, 'network', 'GET', path);
      await must(scene.raw, 'network', 'PUT', path, { port: { security_groups: [] } });
      return () =>
        must(scene.raw, 'network', 'PUT', path, {
          port: { security_groups: list(before, 'port', 'security_groups') },
        });
    },
  },
  {
    deed: '`openstack port set --no-allowed-address` on a port of the stack’s',
    on: 'edge',
    kinds: ['port-edited'],
    change: async (scene) => {
      const path = `/ports/${await idOf(scene, scene.edge, 'OS::Neutron::Port')}`;
      await must(scene.raw, 'network', 'PUT', path, { port: { allowed_address_pairs: [] } });
      return () =>
        must(scene.raw, 'network', 'PUT', path, {
          port: { allowed_address_pairs: [{ ip_address: '10.20.99.99' }] },
        });
    },
  },
  {
    deed: '`openstack security group rule create`',
    on: 'web',
    kinds: ['security-rule-added'],
    change: async (scene) => {
      const security_group_id = await idOf(scene, scene.web, 'OS::Neutron::SecurityGroup');
      const made = await must(scene.raw, 'network', 'POST', '/security-group-rules', {
        security_group_rule: {
          security_group_id,
          direction: 'ingress',
          ethertype: 'IPv4',
          protocol: 'tcp',
          port_range_min: 8080,
          port_range_max: 8080,
        },
      });
      const id = text(made, 'security_group_rule', 'id');
      return () => must(scene.raw, 'network', 'DELETE', `/security-group-rules/${id}`);
    },
  },
  {
    deed: 'another stack with an `OS::Neutron::SecurityGroupRule`',
    on: 'web',
    kinds: ['security-rule-added'],
    left: true,
    change: async (scene) => {
      const security_group = await idOf(scene, scene.web, 'OS::Neutron::SecurityGroup');
      const properties = { security_group, protocol: 'tcp', port_range_min: 9090, port_range_max: 9090 };
      const path = await guestStack(scene, `${scene.web}-guest`, {
        opening: { type: 'OS::Neutron::SecurityGroupRule', properties },
      });
      return async () => {
        await must(scene.raw, 'orchestration', 'DELETE', path);
        await scene.raw.wait(async () => {
          const { json } = await scene.raw.call('orchestration', 'GET', `/stacks?name=${scene.web}-guest`);
          return list(json, 'stacks').length === 0 ? true : null;
        }, 'the other stack to be gone');
      };
    },
  },
  {
    deed: '`openstack security group rule delete`',
    on: 'web',
    kinds: ['security-rule-removed'],
    change: async (scene) => {
      const security_group_id = await idOf(scene, scene.web, 'OS::Neutron::SecurityGroup');
      const rules = await must(
        scene.raw,
        'network',
        'GET',
        `/security-group-rules?security_group_id=${security_group_id}`,
      );
      const rule = list(rules, 'security_group_rules').find((one) => pick(one, 'port_range_min') === 80);
      await must(scene.raw, 'network', 'DELETE', `/security-group-rules/${text(rule, 'id')}`);
      return () =>
        must(scene.raw, 'network', 'POST', '/security-group-rules', {
          security_group_rule: {
            security_group_id,
            direction: 'ingress',
            ethertype: 'IPv4',
            protocol: 'tcp',
            port_range_min: 80,
            port_range_max: 80,
          },
        });
    },
  },
  {
    deed: '`openstack floating ip unset --port`',
    on: 'edge',
    kinds: ['floating-ip-moved'],
    change: async (scene) => {
      const path = `/floatingips/${await idOf(scene, scene.edge, 'OS::Neutron::FloatingIP')}`;
      const before = await must(scene.raw, 'network', 'GET', path);
      await must(scene.raw, 'network', 'PUT', path, { floatingip: { port_id: null } });
      return () =>
        must(scene.raw, 'network', 'PUT', path, {
          floatingip: { port_id: text(before, 'floatingip', 'port_id') },
        });
    },
  },
  {
    deed: '`openstack floating ip delete`',
    on: 'edge',
    kinds: ['floating-ip-missing'],
    change: async (scene) => {
      const id = await idOf(scene, scene.edge, 'OS::Neutron::FloatingIP');
      await must(scene.raw, 'network', 'DELETE', `/floatingips/${id}`);
      return () => replaceMemberOf(scene, scene.edge, id);
    },
  },
];
