/** Ports, addresses, security groups, server groups: what a server's neighbours show of it. */
import { describe, expect, it } from 'vitest';
import { type JsonRecord, keys, list, pick, record, text } from '../json.ts';
import type { Stage } from '../stage.ts';
import { server, template } from '../templates.ts';

const NOWHERE = '11111111-1111-4111-8111-111111111111';
const MICROVERSION = { 'OpenStack-API-Version': 'compute 2.96' };
const ref = (name: string) => ({ get_resource: name });
const out = (...path: readonly (string | number)[]) => ({ value: { get_attr: path } });

export function networkContract(stage: Stage): void {
  const plugged = stage.stack('plugged', {
    template: template(
      {
        group: { type: 'OS::Nova::ServerGroup', properties: { policies: ['soft-anti-affinity'] } },
        guard: {
          type: 'OS::Neutron::SecurityGroup',
          properties: {
            description: 'd',
            rules: [{ protocol: 'tcp', port_range_min: 80, port_range_max: 80 }],
          },
        },
        ssh: {
          type: 'OS::Neutron::SecurityGroupRule',
          properties: {
            security_group: ref('guard'),
            protocol: 'tcp',
            port_range_min: 22,
            port_range_max: 22,
          },
        },
        outward: {
          type: 'OS::Neutron::SecurityGroup',
          properties: { rules: [{ direction: 'egress', protocol: 'udp', remote_ip_prefix: '10.0.0.0/8' }] },
        },
        port: {
          type: 'OS::Neutron::Port',
          properties: {
            network: 'private-network',
            security_groups: [ref('guard')],
            tags: ['t'],
          },
        },
        floating: {
          type: 'OS::Neutron::FloatingIP',
          properties: { floating_network: 'public', port_id: ref('port') },
        },
        by_port: server({ networks: [{ port: ref('port') }] }),
        by_subnet: server({ networks: [{ subnet: 'private-subnet' }] }),
        by_name: server({
          networks: [{ network: 'private-network' }],
          security_groups: [ref('guard')],
          scheduler_hints: { group: ref('group') },
          tags: ['one', 'two'],
          availability_zone: 'nova',
          config_drive: true,
        }),
      },
      {
        outputs: {
          first: out('by_name', 'first_address'),
          networks: out('by_name', 'networks'),
          indexed: out('by_name', 'networks', 'private-network', 0),
          port_behind: out('by_name', 'addresses', 'private-network', 0, 'port'),
          floating: out('floating', 'floating_ip_address'),
          fixed: out('port', 'fixed_ips', 0, 'ip_address'),
          on_subnet: out('by_subnet', 'first_address'),
        },
      },
    ),
  });

  describe('a server and its network', () => {
    it('gives its address by first_address, and by networks under the name and under the id', async () => {
      await plugged.ready();
      const address = await output('first');
      expect(address).toMatch(/^10\.20\./);
      expect(await output('indexed')).toBe(address);
      const network = await networkId();
      expect(await output('networks')).toEqual({
        'private-network': [address],
        [network]: [address],
      });
    });

    it('is found by the port behind its address', async () => {
      const [port] = await ports(`fixed_ips=ip_address%3D${await output('first')}`);
      expect(port).toMatchObject({
        id: await output('port_behind'),
        status: 'ACTIVE',
        device_id: await id('by_name'),
        device_owner: 'compute:nova',
        network_id: await networkId(),
      });
    });

    it('plugged into a port takes its address and its security groups', async () => {
      const shown = await shownServer('by_port');
      const guard = text(await network(`/security-groups/${await id('guard')}`), 'security_group', 'name');
      expect(shown['security_groups']).toEqual([{ name: guard }]);
      const addresses = list(shown, 'addresses', 'private-network');
      expect(addresses.map((one) => [pick(one, 'addr'), pick(one, 'OS-EXT-IPS:type')])).toEqual([
        [await output('fixed'), 'fixed'],
        [await output('floating'), 'floating'],
      ]);
      const [port] = await ports(`fixed_ips=ip_address%3D${await output('fixed')}`);
      expect(port).toMatchObject({ id: await id('port'), device_id: await id('by_port'), tags: ['t'] });
      const interfaces = await compute(`/servers/${await id('by_port')}/os-interface`);
      expect(list(interfaces, 'interfaceAttachments')[0]).toMatchObject({
        port_id: await id('port'),
        fixed_ips: [{ ip_address: await output('fixed') }],
      });
    });

    it('put on a subnet gets a port that Heat made and named', async () => {
      const [port] = await ports(`fixed_ips=ip_address%3D${await output('on_subnet')}`);
      expect(port).toMatchObject({ name: 'by_subnet-port-0', device_id: await id('by_subnet') });
    });

    it('shows zone, tags, config drive, volumes and server group', async () => {
      expect(await shownServer('by_name')).toMatchObject({
        pinned_availability_zone: 'nova',
        tags: ['one', 'two'],
        config_drive: 'True',
        server_groups: [await id('group')],
        'os-extended-volumes:volumes_attached': [],
      });
      expect(await shownServer('by_subnet')).toMatchObject({
        pinned_availability_zone: null,
        server_groups: [],
      });
      expect(await compute(`/servers/${await id('by_name')}/os-volume_attachments`)).toEqual({
        volumeAttachments: [],
      });
    });

    it('is a member of its server group', async () => {
      const member = await id('by_name');
      const modern = record(await compute(`/os-server-groups/${await id('group')}`), 'server_group');
      expect(modern).toMatchObject({ policy: 'soft-anti-affinity', rules: {}, members: [member] });
      const old = await stage.cloud().call('compute', 'GET', `/os-server-groups/${await id('group')}`);
      expect(keys(pick(old.json, 'server_group'))).toEqual(['id', 'members', 'metadata', 'name', 'policies']);
    });
  });

  describe('neutron', () => {
    it('tells where a floating address leads', async () => {
      const answer = await network(`/floatingips/${await id('floating')}`);
      expect(pick(answer, 'floatingip')).toMatchObject({
        port_id: await id('port'),
        fixed_ip_address: await output('fixed'),
        port_details: { device_id: await id('by_port') },
      });
    });

    it('lets a security group send everything, unless it has a rule of its own about that', async () => {
      const directions = async (name: string) => {
        const answer = await network(`/security-groups/${await id(name)}`);
        return list(answer, 'security_group', 'security_group_rules')
          .map(
            (rule) => `${text(rule, 'direction')} ${text(rule, 'ethertype')} ${pick(rule, 'port_range_min')}`,
          )
          .sort();
      };
      expect(await directions('guard')).toEqual([
        'egress IPv4 null',
        'egress IPv6 null',
        'ingress IPv4 22',
        'ingress IPv4 80',
      ]);
      expect(await directions('outward')).toEqual(['egress IPv4 null']);
    });

    it('lists rules by themselves', async () => {
      const answer = await network(
        `/security-group-rules?security_group_id=${await id('guard')}&port_range_min=22`,
      );
      expect(list(answer, 'security_group_rules').map((rule) => pick(rule, 'id'))).toEqual([await id('ssh')]);
    });

    it('shows the allocation pools of a subnet', async () => {
      const answer = await network('/subnets?name=private-subnet');
      expect(pick(answer, 'subnets', 0)).toMatchObject({
        cidr: '10.20.0.0/16',
        gateway_ip: '10.20.0.1',
        allocation_pools: [{ start: '10.20.0.2', end: '10.20.255.254' }],
      });
    });

    it('counts addresses for admins, and has nothing to say to others', async () => {
      const path = `/network-ip-availabilities/${await networkId()}`;
      const admin = await stage.cloud().as('admin-demo');
      const answer = await admin.call('network', 'GET', path);
      const counted = record(answer.json, 'network_ip_availability');
      expect(counted).toMatchObject({ network_name: 'private-network', total_ips: 65533 });
      expect(Number(counted['used_ips'])).toBeGreaterThanOrEqual(3);
      expect(pick(counted, 'subnet_ip_availability', 0)).toMatchObject({
        subnet_name: 'private-subnet',
        ip_version: 4,
      });
      expect((await stage.cloud().call('network', 'GET', path)).status).toBe(404);
      expect(await network('/network-ip-availabilities')).toEqual({ network_ip_availabilities: [] });
    });

    it('tells limits and use of the own project only', async () => {
      const project = text(record(await network(`/ports/${await id('port')}`), 'port'), 'project_id');
      const quota = record(await network(`/quotas/${project}/details`), 'quota');
      expect(keys(pick(quota, 'port'))).toEqual(['limit', 'reserved', 'used']);
      expect(Number(pick(quota, 'port', 'used'))).toBeGreaterThanOrEqual(3);
      expect(Number(pick(quota, 'floatingip', 'used'))).toBeGreaterThanOrEqual(1);
      const foreign = await stage.cloud().call('network', 'GET', `/quotas/${NOWHERE}/details`);
      expect([foreign.status, pick(foreign.json, 'NeutronError', 'type')]).toEqual([403, 'AdminRequired']);
    });

    it('lets only the operator set limits, of Nova and of Neutron', async () => {
      const { call, as } = stage.cloud();
      const operator = await as('admin');
      const project = text(record(await network(`/ports/${await id('port')}`), 'port'), 'project_id');
      const limits = record((await call('compute', 'GET', '/limits')).json, 'limits');
      expect(keys(pick(limits, 'absolute'))).toEqual(
        expect.arrayContaining([
          'maxServerGroupMembers',
          'maxTotalCores',
          'maxTotalInstances',
          'maxTotalRAMSize',
          'totalCoresUsed',
          'totalInstancesUsed',
          'totalRAMUsed',
        ]),
      );
      const compute = ['PUT', `/os-quota-sets/${project}`] as const;
      const set = { quota_set: { cores: pick(limits, 'absolute', 'maxTotalCores') } };
      const answered = await operator.call('compute', ...compute, set, MICROVERSION);
      expect([answered.status, pick(answered.json, 'quota_set', 'cores')]).toEqual([
        200,
        set.quota_set.cores,
      ]);
      expect(keys(pick(answered.json, 'quota_set'))).toEqual([
        'cores',
        'instances',
        'key_pairs',
        'metadata_items',
        'ram',
        'server_group_members',
        'server_groups',
      ]);
      expect(await call('compute', ...compute, set)).toMatchObject({
        status: 403,
        json: {
          forbidden: { message: "Policy doesn't allow os_compute_api:os-quota-sets:update to be performed." },
        },
      });
      const quota = record(await network(`/quotas/${project}`), 'quota');
      const path = `/quotas/${project}`;
      const ports = { quota: { port: quota['port'] } };
      const networked = await operator.call('network', 'PUT', path, ports);
      expect([networked.status, pick(networked.json, 'quota')]).toEqual([200, quota]);
      expect(await call('network', 'PUT', path, ports)).toMatchObject({
        status: 403,
        json: { NeutronError: { message: 'rule:update_quota is disallowed by policy' } },
      });
    });

    it.each([
      ['ports', `Port ${NOWHERE} could not be found.`],
      ['floatingips', `Floating IP ${NOWHERE} could not be found`],
      ['security-group-rules', `Security group rule ${NOWHERE} does not exist`],
    ])('says of %s what it does not have', async (collection, message) => {
      const answer = await stage.cloud().call('network', 'GET', `/${collection}/${NOWHERE}`);
      expect([answer.status, pick(answer.json, 'NeutronError', 'message')]).toEqual([404, message]);
    });
  });

  async function id(resource: string): Promise<string> {
    return text(await plugged.resource(resource), 'physical_resource_id');
  }

  async function output(key: string): Promise<unknown> {
    const outputs = list(await plugged.show(), 'outputs');
    return pick(
      outputs.find((one) => pick(one, 'output_key') === key),
      'output_value',
    );
  }

  async function network(path: string): Promise<unknown> {
    const answer = await stage.cloud().call('network', 'GET', path);
    expect(answer, path).toMatchObject({ status: 200 });
    return answer.json;
  }

  async function networkId(): Promise<string> {
    return text(await network('/networks?name=private-network'), 'networks', 0, 'id');
  }

  async function ports(query: string): Promise<readonly unknown[]> {
    return list(await network(`/ports?${query}`), 'ports');
  }

  async function compute(path: string): Promise<unknown> {
    return (await stage.cloud().call('compute', 'GET', path, undefined, MICROVERSION)).json;
  }

  async function shownServer(resource: string): Promise<JsonRecord> {
    return record(await compute(`/servers/${await id(resource)}`), 'server');
  }
}
