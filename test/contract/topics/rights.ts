/** Who may what: a reader looks, an application credential updates but cannot create. */
import { describe, expect, it } from 'vitest';
import type { Method } from '../cloud-under-test.ts';
import { pick } from '../json.ts';
import type { Stage } from '../stage.ts';
import { group, stone, template, up } from '../templates.ts';

const TEMPLATE = template({ group: group(stone()), up });

export function rightsContract(stage: Stage): void {
  const guarded = stage.stack('guarded', { template: TEMPLATE });

  describe('rights', () => {
    it.each([
      '',
      '/template',
      '/environment',
      '/files',
      '/resources',
      '/events',
      '/resources/group/metadata',
    ])('a reader may GET a stack%s', async (below) => {
      await guarded.ready();
      const reader = await stage.cloud().as('demo-reader');
      const answer = await reader.call('orchestration', 'GET', `${guarded.path}${below}`);
      expect(answer.status).toBe(200);
    });

    it.each<readonly [string, Method, string, unknown]>([
      ['update', 'PUT', '', { template: TEMPLATE }],
      ['update_patch', 'PATCH', '', {}],
      ['delete', 'DELETE', '', undefined],
      ['preview_update', 'PUT', '/preview', { template: TEMPLATE }],
      ['preview_update_patch', 'PATCH', '/preview', {}],
    ])('a reader may not %s: 403 with the rule in words', async (rule, method, below, body) => {
      const reader = await stage.cloud().as('demo-reader');
      const answer = await reader.call('orchestration', method, `${guarded.path}${below}`, body);
      expect(answer.status).toBe(403);
      expect(pick(answer.json, 'error')).toMatchObject({
        type: 'Forbidden',
        message: `You are not authorized to use stacks:${rule}.`,
      });
    });

    it('nor create, nor mark a resource, nor suspend, nor validate', async () => {
      const reader = await stage.cloud().as('demo-reader');
      const request = { stack_name: `${stage.cloud().prefix}forbidden`, template: TEMPLATE };
      const mark = { mark_unhealthy: true, resource_status_reason: 'x' };
      const answers = [
        await reader.call('orchestration', 'POST', '/stacks', request),
        await reader.call('orchestration', 'PATCH', `${guarded.path}/resources/group`, mark),
        await reader.call('orchestration', 'POST', `${guarded.path}/actions`, { suspend: null }),
        await reader.call('orchestration', 'POST', '/validate', { template: TEMPLATE }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    });

    it('but a reader may signal a scaling policy, and the group grows', async () => {
      const reader = await stage.cloud().as('demo-reader');
      const answer = await reader.call('orchestration', 'POST', `${guarded.path}/resources/up/signal`, {});
      expect(answer.status).toBe(200);
      await stage.cloud().wait(async () => {
        const resting = (await guarded.metadata())['scaling_in_progress'] === false;
        return resting && (await guarded.members()).length === 2 ? true : null;
      }, 'the group to grow by a reader');
    });

    it('and a reader may check a stack, which writes a new status', async () => {
      const reader = await stage.cloud().as('demo-reader');
      const answer = await reader.call('orchestration', 'POST', `${guarded.path}/actions`, { check: null });
      expect(answer.status).toBe(200);
      const stack = await stage.cloud().wait(async () => {
        const now = await guarded.show();
        return now['stack_status'] === 'CHECK_COMPLETE' ? now : null;
      }, 'the check to end');
      expect(stack['stack_status_reason']).toBe(
        "Stack CHECK completed successfully. 'CHECK' not fully supported (see resources)",
      );
    });

    it('an application credential cannot create a stack: a bare 500 RemoteError', async () => {
      const bot = await stage.cloud().as('bot');
      const request = { stack_name: `${stage.cloud().prefix}by-bot`, template: TEMPLATE };
      const answer = await bot.call('orchestration', 'POST', '/stacks', request);
      expect([answer.status, answer.json]).toEqual([
        500,
        {
          code: 500,
          title: 'Internal Server Error',
          explanation: 'The server has either erred or is incapable of performing the requested operation.',
          error: { type: 'RemoteError', traceback: null },
        },
      ]);
      const left = await stage.cloud().call('orchestration', 'GET', `/stacks/${request.stack_name}`);
      expect(left.status).toBe(404);
    });

    it('yet it can update one that a password user made', async () => {
      const bot = await stage.cloud().as('bot');
      const answer = await bot.call('orchestration', 'PUT', guarded.path, { template: TEMPLATE });
      expect(answer.status).toBe(202);
      expect(await guarded.settled()).toMatchObject({ stack_status: 'UPDATE_COMPLETE' });
    });
  });
}
