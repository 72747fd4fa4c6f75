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

    it('nor create, nor mark a resource, nor check', async () => {
      const reader = await stage.cloud().as('demo-reader');
      const name = `${stage.cloud().prefix}forbidden`;
      const created = await reader.call('orchestration', 'POST', '/stacks', {
        stack_name: name,
        template: TEMPLATE,
      });
      const mark = { mark_unhealthy: true, resource_status_reason: 'x' };
      const marked = await reader.call('orchestration', 'PATCH', `${guarded.path}/resources/group`, mark);
      const checked = await reader.call('orchestration', 'POST', `${guarded.path}/actions`, { check: null });
      expect([created.status, marked.status, checked.status]).toEqual([403, 403, 403]);
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

    it('but it can update one that a password user made', async () => {
      const bot = await stage.cloud().as('bot');
      const answer = await bot.call('orchestration', 'PUT', guarded.path, { template: TEMPLATE });
      expect(answer.status).toBe(202);
      expect(await guarded.settled()).toMatchObject({ stack_status: 'UPDATE_COMPLETE' });
    });
  });
}
