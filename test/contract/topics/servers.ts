/** A group of real servers, seen from Heat and from Nova, Glance and Neutron. */
import { describe, expect, it } from 'vitest';
import { keys, list, pick, record, text } from '../json.ts';
import type { Stage } from '../stage.ts';
import { group, server, template, up } from '../templates.ts';

const MICROVERSION = { 'OpenStack-API-Version': 'compute 2.79' };

export function serversContract(stage: Stage): void {
  const web = stage.stack('web', {
    template: template(
      { group: group(server({ metadata: { role: 'web' } }), { desired_capacity: 2 }), up },
      {
        outputs: {
          size: { value: { get_attr: ['group', 'current_size'] } },
          refs: { value: { get_attr: ['group', 'refs'] } },
          refs_map: { value: { get_attr: ['group', 'refs_map'] } },
        },
      },
    ),
  });

  const instance = stage.stack('instance', {
    template: {
      HeatTemplateFormatVersion: '2012-12-12',
      Resources: {
        one: {
          Type: 'AWS::EC2::Instance',
          Properties: { ImageId: 'ubuntu-20.04', InstanceType: 'm1.nano', SubnetId: 'private-subnet' },
        },
      },
    },
  });

  describe('an instance in CloudFormation’s words', () => {
    it('is on a subnet by its id alone, not by its name', async () => {
      const stack = await instance.settled();
      expect(stack['stack_status']).toBe('CREATE_FAILED');
      expect(text(stack, 'stack_status_reason')).toMatch(
        /^Resource CREATE failed: NotFound: resources\.one: Subnet private-subnet could not be found\./,
      );
    });
  });

  describe('a group of servers', () => {
    it('is a nested stack: its id is the group resource, its name begins with stack and group', async () => {
      await web.ready();
      const resource = await web.resource('group');
      expect(resource['physical_resource_id']).toBe((await web.nested()).split('/').at(-1));
      expect(await web.nested()).toMatch(new RegExp(`^/stacks/${web.name}-group-[a-z0-9]{12}/`));
      expect(keys(resource)).toEqual(
        [
          'attributes',
          'creation_time',
          'description',
          'links',
          'logical_resource_id',
          'parent_resource',
          'physical_resource_id',
          'required_by',
          'resource_name',
          'resource_status',
          'resource_status_reason',
          'resource_type',
          'updated_time',
        ].filter((key) => key !== 'parent_resource'),
      );
      expect(resource['required_by']).toEqual(['up']);
    });

    it('gives the last lines of the console log to members of the project, not to readers', async () => {
      const { id } = (await web.members())[0] ?? {};
      const ask = (length: unknown) =>
        ['compute', 'POST', `/servers/${id}/action`, { 'os-getConsoleOutput': { length } }] as const;
      const { call } = stage.cloud();
      expect(await call(...ask(2))).toMatchObject({ status: 200, json: { output: 'ANOTHER\nLAST LINE' } });
      expect((await call(...ask('x'))).status).toBe(400);
      const reader = await stage.cloud().as('demo-reader');
      expect((await reader.call(...ask(2))).status).toBe(403);
    });

    it('is not in the list of stacks unless nested ones are asked for', async () => {
      const nested = (await web.nested()).split('/')[2] ?? '';
      const found = async (query: string) =>
        list((await stage.cloud().call('orchestration', 'GET', `/stacks${query}`)).json, 'stacks').length;
      expect(await found(`?name=${nested}`)).toBe(0);
      expect(await found(`?name=${nested}&show_nested=true`)).toBe(1);
    });

    it('shows its members only with nested_depth, each with the group as parent and the server id', async () => {
      const flat = list(await web.get('/resources'), 'resources');
      expect(flat.map((entry) => text(entry, 'resource_name')).sort()).toEqual(['group', 'up']);
      expect(keys(flat[0])).toEqual([
        'creation_time',
        'links',
        'logical_resource_id',
        'physical_resource_id',
        'required_by',
        'resource_name',
        'resource_status',
        'resource_status_reason',
        'resource_type',
        'updated_time',
      ]);
      const deep = list(await web.get('/resources?nested_depth=1'), 'resources');
      const members = deep.filter((entry) => pick(entry, 'parent_resource') === 'group');
      expect(members.map((entry) => text(entry, 'resource_type'))).toEqual([
        'OS::Nova::Server',
        'OS::Nova::Server',
      ]);
      for (const member of members) {
        expect(text(member, 'resource_name')).toMatch(/^[a-z0-9]{12}$/);
        const answer = await stage
          .cloud()
          .call('compute', 'GET', `/servers/${text(member, 'physical_resource_id')}`);
        expect(pick(answer.json, 'server', 'status')).toBe('ACTIVE');
      }
    });

    it('names each server after nested stack and member, cut to 53 characters: two of the head, 50 of the tail', async () => {
      const nested = (await web.nested()).split('/')[2] ?? '';
      for (const member of await web.members()) {
        const answer = await stage.cloud().call('compute', 'GET', `/servers/${member.id}`);
        const name = text(answer.json, 'server', 'name');
        const whole = `${nested}-${member.name}-${name.slice(-12)}`;
        expect(name).toBe(whole.length > 53 ? `${whole.slice(0, 2)}-${whole.slice(-50)}` : whole);
      }
    });

    it('gives its size and members as outputs of the stack, not as attributes of the resource', async () => {
      const outputs = list(await web.show(), 'outputs');
      const value = (key: string) =>
        pick(
          outputs.find((output) => pick(output, 'output_key') === key),
          'output_value',
        );
      const members = await web.members();
      expect(value('size')).toBe(2);
      expect([...list(value('refs'))].sort()).toEqual(members.map((member) => member.id).sort());
      expect(value('refs_map')).toEqual(Object.fromEntries(members.map(({ name, id }) => [name, id])));
      const attributes = record(await web.resource('group'), 'attributes');
      expect(attributes).toMatchObject({ current_size: null, refs: null });
    });

    it("keeps each member's own definition in the template of the nested stack", async () => {
      const answer = await stage.cloud().call('orchestration', 'GET', `${await web.nested()}/template`);
      const definitions = record(answer.json, 'resources');
      const names = (await web.members()).map((member) => member.name).sort();
      expect(Object.keys(definitions).sort()).toEqual(names);
      expect(definitions[names[0] ?? '']).toMatchObject(server({ metadata: { role: 'web' } }));
    });

    it('answers 404 of another shape to a resource that is not there', async () => {
      const answer = await stage.cloud().call('orchestration', 'GET', `${web.path}/resources/nope`);
      expect([answer.status, pick(answer.json, 'title')]).toEqual([404, 'Not Found']);
    });
  });

  describe('compute', () => {
    it('embeds the flavor from microversion 2.47 on and says which version it spoke', async () => {
      const id = (await web.members())[0]?.id ?? '';
      const modern = await stage.cloud().call('compute', 'GET', `/servers/${id}`, undefined, MICROVERSION);
      expect(modern.headers['openstack-api-version']).toBe('compute 2.79');
      expect(pick(modern.json, 'server', 'flavor')).toMatchObject({
        original_name: 'm1.small',
        vcpus: 1,
        ram: 2048,
        disk: 20,
      });
      const plain = await stage.cloud().call('compute', 'GET', `/servers/${id}`);
      expect(plain.headers['openstack-api-version']).toBe('compute 2.1');
      expect(keys(pick(plain.json, 'server', 'flavor'))).toEqual(['id', 'links']);
    });

    it('refuses a microversion that it does not speak with 406', async () => {
      const answer = await stage
        .cloud()
        .call('compute', 'GET', '/servers', undefined, { 'OpenStack-API-Version': 'compute 2.999' });
      expect(answer.status).toBe(406);
    });

    it('lists servers in pages by limit and marker, with a link to the next one', async () => {
      const wanted = (await web.members()).map((member) => member.id).sort();
      const seen: string[] = [];
      // the end of the nested stack's name: the head may be cut off
      let query = `?limit=1&name=${(await web.nested()).split('/')[2]?.slice(-12)}`;
      for (let page = 0; page < 50; page += 1) {
        const answer = await stage
          .cloud()
          .call('compute', 'GET', `/servers/detail${query}`, undefined, MICROVERSION);
        expect(answer.status).toBe(200);
        const servers = list(answer.json, 'servers');
        expect(servers.length).toBeLessThanOrEqual(1);
        seen.push(...servers.map((entry) => text(entry, 'id')));
        const links = pick(answer.json, 'servers_links');
        if (links === undefined) break;
        expect(text(links, 0, 'rel')).toBe('next');
        query = new URL(text(links, 0, 'href')).search;
      }
      expect(seen).toHaveLength(new Set(seen).size);
      expect(seen).toEqual(expect.arrayContaining(wanted));
    });

    it('says of a server its image, metadata, addresses and status', async () => {
      const id = (await web.members())[0]?.id ?? '';
      const answer = await stage.cloud().call('compute', 'GET', `/servers/${id}`, undefined, MICROVERSION);
      const found = record(answer.json, 'server');
      expect(found).toMatchObject({ status: 'ACTIVE', metadata: { role: 'web' } });
      expect(text(found, 'image', 'id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(text(found, 'addresses', 'private-network', 0, 'addr')).toMatch(/^10\.20\./);
      expect(text(found, 'addresses', 'private-network', 0, 'OS-EXT-IPS:type')).toBe('fixed');
    });

    it('answers 404 to a server that is not there', async () => {
      const id = '11111111-1111-4111-8111-111111111111';
      const answer = await stage.cloud().call('compute', 'GET', `/servers/${id}`);
      expect([answer.status, answer.json]).toEqual([
        404,
        { itemNotFound: { code: 404, message: `Instance ${id} could not be found.` } },
      ]);
    });

    it('lists flavors with their size', async () => {
      const answer = await stage.cloud().call('compute', 'GET', '/flavors/detail');
      const small = list(answer.json, 'flavors').find((flavor) => pick(flavor, 'name') === 'm1.small');
      expect(small).toMatchObject({ vcpus: 1, ram: 2048, disk: 20 });
    });
  });

  describe('image and network', () => {
    it('Glance lists images at the top level, one by name too', async () => {
      const answer = await stage.cloud().call('image', 'GET', '/images?name=ubuntu-20.04');
      expect(answer.status).toBe(200);
      expect(keys(answer.json)).toEqual(['first', 'images', 'schema']);
      expect(list(answer.json, 'images')).toHaveLength(1);
      expect(pick(answer.json, 'images', 0)).toMatchObject({
        name: 'ubuntu-20.04',
        status: 'active',
        visibility: 'public',
      });
    });

    it('Glance pages by limit and marker, with `next` as a path', async () => {
      const first = await stage.cloud().call('image', 'GET', '/images?limit=1');
      expect(list(first.json, 'images')).toHaveLength(1);
      expect(text(first.json, 'next')).toMatch(/^\/v2\/images\?.*marker=/);
    });

    it('Neutron lists networks, security groups and subnets, by name too', async () => {
      const networks = await stage.cloud().call('network', 'GET', '/networks?name=private-network');
      expect(list(networks.json, 'networks')).toHaveLength(1);
      expect(pick(networks.json, 'networks', 0)).toMatchObject({ status: 'ACTIVE', admin_state_up: true });
      const groups = await stage.cloud().call('network', 'GET', '/security-groups');
      expect(list(groups.json, 'security_groups').map((entry) => text(entry, 'name'))).toContain('default');
      const subnets = await stage.cloud().call('network', 'GET', '/subnets');
      expect(list(subnets.json, 'subnets').length).toBeGreaterThan(0);
    });
  });
}
