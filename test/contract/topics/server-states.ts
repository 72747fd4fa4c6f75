/** What Nova does not do with a server as it is, and what becomes of a Heat update that needs it. */
import { describe, expect, it } from 'vitest';
import type { Answer, Method } from '../cloud-under-test.ts';
import { pick, text } from '../json.ts';
import type { StackHandle, Stage } from '../stage.ts';
import { server, template } from '../templates.ts';

const MICROVERSION = { 'OpenStack-API-Version': 'compute 2.96' };
const WITH = (metadata: string) => ({
  template: template({ server: server({ metadata: { role: metadata } }) }),
});

export function serverStatesContract(stage: Stage): void {
  const sick = stage.stack('sick', WITH('web'));
  const held = stage.stack('held', WITH('web'));
  const gone = stage.stack('gone', WITH('web'));

  const id = async (stack: StackHandle) => text(await stack.resource('server'), 'physical_resource_id');
  const nova = async (method: Method, stack: StackHandle, below: string, body?: unknown): Promise<Answer> =>
    stage.cloud().call('compute', method, `/servers/${await id(stack)}${below}`, body, MICROVERSION);
  /** What Nova answers to each deed: a status, and the words of a refusal. */
  const answers = async (stack: StackHandle) => {
    const flavors = await stage.cloud().call('compute', 'GET', '/flavors');
    const tiny = flavorNamed(flavors.json, 'm1.tiny');
    const deeds = {
      metadata: await nova('POST', stack, '/metadata', { metadata: { note: 'x' } }),
      tags: await nova('PUT', stack, '/tags', { tags: ['x'] }),
      rename: await nova('PUT', stack, '', { server: { name: `${stage.cloud().prefix}renamed` } }),
      interface: await nova('POST', stack, '/os-interface', { interfaceAttachment: { net_id: NOWHERE } }),
      resize: await nova('POST', stack, '/action', { resize: { flavorRef: tiny } }),
    };
    return Object.fromEntries(
      Object.entries(deeds).map(([deed, { status, json }]) => [
        deed,
        status === 409 ? text(json, 'conflictingRequest', 'message').replace(/[0-9a-f-]{36}/, 'ID') : status,
      ]),
    );
  };

  describe('a server in ERROR', () => {
    it('gets no metadata, tags, interfaces or other size; a name it gets', async () => {
      await sick.ready();
      await stage.cloud().damage('error', await id(sick));
      expect(await answers(sick)).toEqual({
        metadata: "Cannot 'update metadata' instance ID while it is in vm_state error",
        tags: "Cannot 'update tags' instance ID while it is in vm_state error",
        rename: 200,
        interface: "Cannot 'attach_interface' instance ID while it is in vm_state error",
        resize: "Cannot 'resize' instance ID while it is in vm_state error",
      });
    });

    it('breaks the update that would change it in place', async () => {
      const stack = await sick.put(WITH('api'));
      expect(stack['stack_status']).toBe('UPDATE_FAILED');
      expect(text(stack, 'stack_status_reason')).toMatch(
        /^Resource UPDATE failed: Conflict: resources\.server: Cannot 'update metadata' instance [0-9a-f-]{36} while it is in vm_state error \(HTTP 409\)/,
      );
    });
  });

  describe('a locked server', () => {
    it('gets tags and a name, nothing else, and is not deleted', async () => {
      await held.ready();
      expect((await nova('POST', held, '/action', { lock: null })).status).toBe(202);
      expect(await answers(held)).toEqual({
        metadata: 'Instance ID is locked',
        tags: 200,
        rename: 200,
        interface: 'Instance ID is locked',
        resize: 'Instance ID is locked',
      });
      expect((await nova('DELETE', held, '')).status).toBe(409);
    });

    it('breaks an update that changes it, and one that takes it away', async () => {
      const changed = await held.put(WITH('api'));
      expect(changed['stack_status']).toBe('UPDATE_FAILED');
      expect(text(changed, 'stack_status_reason')).toMatch(
        /^Resource UPDATE failed: Conflict: resources\.server: Instance [0-9a-f-]{36} is locked \(HTTP 409\)/,
      );
      const removed = await held.put({
        template: template({ other: { type: 'OS::Heat::Value', properties: { value: 'x' } } }),
      });
      expect(removed['stack_status']).toBe('UPDATE_FAILED');
      expect(text(removed, 'stack_status_reason')).toMatch(/is locked/);
      expect((await nova('GET', held, '')).status).toBe(200);
    });

    it('goes when it is unlocked and the same is sent again', async () => {
      const server = await id(held);
      expect((await nova('POST', held, '/action', { unlock: null })).status).toBe(202);
      const stack = await held.put({
        template: template({ other: { type: 'OS::Heat::Value', properties: { value: 'x' } } }),
      });
      expect(stack['stack_status'], text(stack, 'stack_status_reason')).toBe('UPDATE_COMPLETE');
      expect((await stage.cloud().call('compute', 'GET', `/servers/${server}`)).status).toBe(404);
    });
  });

  describe('a server that somebody deleted', () => {
    it('breaks the update that would change it in place', async () => {
      await gone.ready();
      await stage.cloud().damage('delete', await id(gone));
      const stack = await gone.put(WITH('api'));
      expect(stack['stack_status']).toBe('UPDATE_FAILED');
      expect(text(stack, 'stack_status_reason')).toMatch(
        /^Resource UPDATE failed: EntityNotFound: resources\.server: The Server \([0-9a-f-]{36}\) could not be found\./,
      );
    });
  });
}

const NOWHERE = '00000000-0000-4000-8000-000000000000';

function flavorNamed(answer: unknown, name: string): string {
  const flavors = pick(answer, 'flavors');
  const found = Array.isArray(flavors) ? flavors.find((one) => pick(one, 'name') === name) : undefined;
  return text(found, 'id');
}
