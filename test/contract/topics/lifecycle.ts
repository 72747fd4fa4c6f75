/** A stack's life: accepted, in progress, complete, there only once, updated, gone. */
import { describe, expect, it } from 'vitest';
import { keys, list, pick, record, text } from '../json.ts';
import { StackHandle, type Stage } from '../stage.ts';
import { group, stone, template } from '../templates.ts';

export function lifecycleContract(stage: Stage): void {
  const body = { template: template({ group: group(stone({ wait_secs: 1 })) }) };
  // asked for by its own test, so that the answer to the request is seen
  const life = new StackHandle(stage.cloud, 'life', body);

  describe('the life of a stack', () => {
    it('a create is answered 201 with id and link, and the stack is in progress', async () => {
      const request = { stack_name: life.name, disable_rollback: true, ...body };
      const answer = await stage.cloud().call('orchestration', 'POST', '/stacks', request);
      expect(answer.status).toBe(201);
      expect(keys(pick(answer.json, 'stack'))).toEqual(['id', 'links']);
      const href = text(answer.json, 'stack', 'links', 0, 'href');
      expect(href).toMatch(new RegExp(`/stacks/${life.name}/${text(answer.json, 'stack', 'id')}$`));
      life.adopt(text(answer.json, 'stack', 'id'));
      expect(await life.show()).toMatchObject({
        stack_status: 'CREATE_IN_PROGRESS',
        stack_status_reason: 'Stack CREATE started',
      });
    });

    it('a second stack of the same name is refused with 409', async () => {
      const answer = await stage
        .cloud()
        .call('orchestration', 'POST', '/stacks', { stack_name: life.name, ...body });
      expect(answer.status).toBe(409);
      expect(pick(answer.json, 'error')).toMatchObject({
        type: 'StackExists',
        message: `The Stack (${life.name}) already exists.`,
      });
    });

    it('comes to rest as CREATE_COMPLETE, never updated', async () => {
      const stack = await life.settled();
      expect(stack).toMatchObject({
        stack_status: 'CREATE_COMPLETE',
        stack_status_reason: 'Stack CREATE completed successfully',
        updated_time: null,
        disable_rollback: true,
        timeout_mins: null,
        parent: null,
      });
      expect(keys(stack)).toEqual([
        'capabilities',
        'creation_time',
        'deletion_time',
        'description',
        'disable_rollback',
        'id',
        'links',
        'notification_topics',
        'outputs',
        'parameters',
        'parent',
        'stack_name',
        'stack_owner',
        'stack_status',
        'stack_status_reason',
        'stack_user_project_id',
        'tags',
        'template_description',
        'timeout_mins',
        'updated_time',
      ]);
    });

    it('an update is answered 202, and at once the stack reads UPDATE_IN_PROGRESS with a new updated_time', async () => {
      const answer = await stage.cloud().call('orchestration', 'PUT', life.path, body);
      expect(answer.status).toBe(202);
      const stack = await life.show();
      expect(stack).toMatchObject({ stack_status: 'UPDATE_IN_PROGRESS' });
      expect(text(stack, 'updated_time')).toMatch(/Z$/);
      expect(await life.settled()).toMatchObject({
        stack_status: 'UPDATE_COMPLETE',
        stack_status_reason: 'Stack UPDATE completed successfully',
      });
    });

    it('an update of nothing still takes the group through UPDATE, and its members not', async () => {
      const before = await life.members();
      const last = await life.lastEvent();
      await life.put(body);
      const touched = (await life.events(last)).map((event) => text(event, 'resource_name'));
      expect(touched).toContain('group');
      expect(touched).not.toContain(before[0]?.name);
      expect(await life.members()).toEqual(before);
    });

    it('a group cannot be exported: the service ships with that switched off', async () => {
      const answer = await stage.cloud().call('orchestration', 'GET', `${life.path}/export`);
      expect(answer.status).toBe(400);
      expect(pick(answer.json, 'error')).toMatchObject({
        type: 'NotSupported',
        message: 'Stack Abandon is not supported.',
      });
    });

    it('a delete is answered 204 with nothing, and after a while the name is free again', async () => {
      const answer = await stage.cloud().call('orchestration', 'DELETE', life.path);
      expect([answer.status, answer.json]).toEqual([204, null]);
      const gone = await stage.cloud().wait(async () => {
        const byName = await stage.cloud().call('orchestration', 'GET', `/stacks/${life.name}`);
        return byName.status === 404 ? byName : null;
      }, `${life.name} to be gone`);
      expect(text(gone.json, 'error', 'message')).toBe(`The Stack (${life.name}) could not be found.`);
      const listed = await stage.cloud().call('orchestration', 'GET', `/stacks?name=${life.name}`);
      expect(list(listed.json, 'stacks')).toEqual([]);
    });

    it('by name and id a deleted stack still answers, as DELETE_COMPLETE', async () => {
      const answer = await stage.cloud().call('orchestration', 'GET', life.path);
      expect(answer.status).toBe(200);
      expect(record(answer.json, 'stack')).toMatchObject({ stack_status: 'DELETE_COMPLETE' });
    });
  });
}
