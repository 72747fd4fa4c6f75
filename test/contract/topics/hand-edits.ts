/** What people change without Heat, and what the services remember of it. */
import { describe, expect, it } from 'vitest';
import type { Answer, Method, Service } from '../cloud-under-test.ts';
import { keys, list, pick, text } from '../json.ts';
import type { Stage } from '../stage.ts';
import { server, template } from '../templates.ts';

const MICROVERSION = { 'OpenStack-API-Version': 'compute 2.96' };

export function handEditsContract(stage: Stage): void {
  const edited = stage.stack('edited', {
    template: template({
      guard: { type: 'OS::Neutron::SecurityGroup', properties: {} },
      server: server({ security_groups: [{ get_resource: 'guard' }], metadata: { role: 'web' } }),
    }),
  });

  describe('what is changed by hand', () => {
    it('stops, pauses, locks: actions that Nova remembers with who did them, newest first', async () => {
      await edited.ready();
      const path = await serverPath();
      for (const [body, status] of [
        [{ 'os-stop': null }, 'SHUTOFF'],
        [{ 'os-start': null }, 'ACTIVE'],
        [{ pause: null }, 'PAUSED'],
        [{ unpause: null }, 'ACTIVE'],
      ] as const) {
        expect((await compute('POST', `${path}/action`, body)).status).toBe(202);
        await becomes(path, status);
      }
      expect((await compute('POST', `${path}/action`, { lock: null })).status).toBe(202);
      expect(pick((await compute('GET', path)).json, 'server', 'locked')).toBe(true);
      expect((await compute('POST', `${path}/action`, { unlock: null })).status).toBe(202);
      const { json } = await compute('GET', `${path}/os-instance-actions`);
      const actions = list(json, 'instanceActions');
      expect(actions.slice(0, 6).map((one) => text(one, 'action'))).toEqual([
        'unlock',
        'lock',
        'unpause',
        'pause',
        'start',
        'stop',
      ]);
      expect(keys(actions[0])).toEqual([
        'action',
        'instance_uuid',
        'message',
        'project_id',
        'request_id',
        'start_time',
        'updated_at',
        'user_id',
      ]);
      expect(text(actions[0], 'user_id')).toBe(text((await compute('GET', path)).json, 'server', 'user_id'));
    });

    it('name, metadata and tags leave no action behind', async () => {
      const path = await serverPath();
      const before = await actionCount(path);
      expect((await compute('PUT', path, { server: { name: 'pet' } })).json).toMatchObject({
        server: { name: 'pet' },
      });
      const merged = await compute('POST', `${path}/metadata`, { metadata: { owner: 'me' } });
      expect(merged).toMatchObject({ status: 200, json: { metadata: { role: 'web', owner: 'me' } } });
      expect((await compute('DELETE', `${path}/metadata/owner`)).status).toBe(204);
      expect((await compute('DELETE', `${path}/metadata/owner`)).status).toBe(404);
      expect((await compute('PUT', `${path}/tags`, { tags: ['a', 'b'] })).json).toEqual({ tags: ['a', 'b'] });
      expect(await actionCount(path)).toBe(before);
    });

    it('another security group goes to the port that Nova made', async () => {
      const path = await serverPath();
      const add = await compute('POST', `${path}/action`, { addSecurityGroup: { name: 'default' } });
      expect(add.status).toBe(202);
      const [port] = list((await network('GET', `/ports?device_id=${path.split('/').at(-1)}`)).json, 'ports');
      expect(list(port, 'security_groups')).toHaveLength(2);
      await compute('POST', `${path}/action`, { removeSecurityGroup: { name: 'default' } });
    });

    it('a port is switched off and on, and lent a further address', async () => {
      const path = await serverPath();
      const [found] = list(
        (await network('GET', `/ports?device_id=${path.split('/').at(-1)}`)).json,
        'ports',
      );
      const port = `/ports/${text(found, 'id')}`;
      expect(await network('PUT', port, { port: { admin_state_up: false } })).toMatchObject({
        status: 200,
        json: { port: { admin_state_up: false } },
      });
      const lent = { port: { admin_state_up: true, allowed_address_pairs: [{ ip_address: '10.20.98.1' }] } };
      expect((await network('PUT', port, lent)).json).toMatchObject({
        port: { admin_state_up: true, allowed_address_pairs: [{ ip_address: '10.20.98.1' }] },
      });
    });

    it('a rule is added to a security group and taken out again', async () => {
      const id = text(await resource('guard'), 'physical_resource_id');
      const rule = {
        security_group_id: id,
        direction: 'ingress',
        protocol: 'tcp',
        port_range_min: 1,
        port_range_max: 2,
      };
      const made = await network('POST', '/security-group-rules', { security_group_rule: rule });
      expect(made).toMatchObject({
        status: 201,
        json: { security_group_rule: { ...rule, ethertype: 'IPv4', remote_ip_prefix: null } },
      });
      const path = `/security-group-rules/${text(made.json, 'security_group_rule', 'id')}`;
      expect((await network('DELETE', path)).status).toBe(204);
      expect((await network('DELETE', path)).status).toBe(404);
    });

    it('a server is deleted: who did it is told even when it is gone, to those who ask in words of 2.21 or newer', async () => {
      const path = await serverPath();
      expect((await compute('DELETE', path)).status).toBe(204);
      await stage
        .cloud()
        .wait(async () => ((await compute('GET', path)).status === 404 ? true : null), 'it to be gone');
      const { json } = await compute('GET', `${path}/os-instance-actions`);
      expect(text(list(json, 'instanceActions')[0], 'action')).toBe('delete');
      const older = await stage.cloud().call('compute', 'GET', `${path}/os-instance-actions`);
      expect(older.status).toBe(404);
    });
  });

  async function serverPath(): Promise<string> {
    return `/servers/${text(await resource('server'), 'physical_resource_id')}`;
  }

  async function resource(name: string): Promise<unknown> {
    const path = `${edited.path}/resources/${name}`;
    return pick((await call('orchestration', 'GET', path)).json, 'resource');
  }

  async function actionCount(path: string): Promise<number> {
    return list((await compute('GET', `${path}/os-instance-actions`)).json, 'instanceActions').length;
  }

  async function becomes(path: string, status: string): Promise<void> {
    await stage.cloud().wait(async () => {
      const { json } = await compute('GET', path);
      const settled = pick(json, 'server', 'OS-EXT-STS:task_state') === null;
      return settled && text(json, 'server', 'status') === status ? true : null;
    }, status);
  }

  function compute(method: Method, path: string, body?: unknown): Promise<Answer> {
    return call('compute', method, path, body);
  }

  function network(method: Method, path: string, body?: unknown): Promise<Answer> {
    return call('network', method, path, body);
  }

  function call(service: Service, method: Method, path: string, body?: unknown): Promise<Answer> {
    return stage.cloud().call(service, method, path, body, service === 'compute' ? MICROVERSION : {});
  }
}
