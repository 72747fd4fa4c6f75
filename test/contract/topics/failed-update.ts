/** An update that breaks half-way: what it leaves, and that the same template again finishes it. */
import { describe, expect, it } from 'vitest';
import { text } from '../json.ts';
import type { Member, Stage } from '../stage.ts';
import { group, server, stone, template, up } from '../templates.ts';

const BEFORE = template({ group: group(server(), { min_size: 2 }), up });
const AFTER = template({ group: group(server({ security_groups: ['default'] }), { min_size: 2 }), up });

const STONES = template({ group: group(stone({ update_replace_value: 'a' }), { min_size: 2 }) });
const BROKEN = template({
  group: group(stone({ update_replace_value: 'b', fail: true }), { min_size: 2 }),
});

export interface FailedUpdateContract {
  /** Early: Heat tries six times, for minutes, while other truths are told. */
  begin(): void;
  /** Late. */
  end(): void;
}

export function failedUpdateContract(stage: Stage): FailedUpdateContract {
  const broken = stage.stack('broken', { template: BEFORE });
  const stones = stage.stack('stones', { template: STONES });
  let members: readonly Member[] = [];
  let done: Member | undefined;

  return {
    begin: () =>
      describe('an update whose second server goes to ERROR', () => {
        it('is accepted like any other', async () => {
          await broken.ready();
          members = await broken.members();
          await stage.cloud().failBuilds(`-${members[1]?.name}-`);
          const answer = await stage.cloud().call('orchestration', 'PUT', broken.path, { template: AFTER });
          expect(answer.status).toBe(202);
        });
      }),

    end: () => {
      describe('the template of before, after an update that failed', () => {
        it('fails as well: the group counts as unchanged since its last success, and goes on with the broken definition', async () => {
          await stones.ready();
          const before = await stones.members();
          expect((await stones.put({ template: BROKEN }))['stack_status']).toBe('UPDATE_FAILED');
          const stack = await stones.put({ template: STONES });
          expect(stack['stack_status']).toBe('UPDATE_FAILED');
          expect(text(stack, 'stack_status_reason')).toContain(`resources.${before[0]?.name}`);
        });
      });
      describe('an update whose second server went to ERROR', () => {
        it('ends UPDATE_FAILED with the cause in words; the first member is done, the group failed', async () => {
          const stack = await broken.settled();
          expect(stack['stack_status']).toBe('UPDATE_FAILED');
          expect(text(stack, 'stack_status_reason')).toMatch(
            new RegExp(`ResourceInError: resources\\.${members[1]?.name}: Went to status ERROR due to`),
          );
          expect((await broken.resource('group'))['resource_status']).toBe('UPDATE_FAILED');
          const now = await broken.members();
          done = now.find(({ name }) => name === members[0]?.name);
          expect(done?.status).toBe('CREATE_COMPLETE');
          expect(done?.id).not.toBe(members[0]?.id);
          expect(now.find(({ name }) => name === members[1]?.name)?.status).toBe('CREATE_FAILED');
        });

        it('shows the new template, as if it were there', async () => {
          expect(await broken.get('/template')).toEqual(AFTER);
        });

        it('leaves the old server of the failed member running in Nova', async () => {
          const answer = await stage.cloud().call('compute', 'GET', `/servers/${members[1]?.id}`);
          expect(answer.status).toBe(200);
        });

        it('leaves the group deaf: signals answer 200 and do nothing', async () => {
          const last = await broken.lastEvent();
          await broken.signal('up');
          await stage.cloud().elapse(4);
          expect(await broken.members()).toHaveLength(2);
          const group = (await broken.events(last)).filter((event) => event['resource_name'] === 'group');
          expect(group).toEqual([]);
        });

        it('is finished by the same template again, without touching the member that was done', async () => {
          await stage.cloud().failBuilds(null);
          const stack = await broken.put({ template: AFTER });
          expect(stack['stack_status'], text(stack, 'stack_status_reason')).toBe('UPDATE_COMPLETE');
          const now = await broken.members();
          expect(now.map(({ name }) => name).sort()).toEqual(members.map(({ name }) => name).sort());
          expect(now.find(({ name }) => name === done?.name)?.id).toBe(done?.id);
          expect(now.every(({ status }) => status.endsWith('_COMPLETE'))).toBe(true);
          const old = await stage.cloud().call('compute', 'GET', `/servers/${members[1]?.id}`);
          expect(old.status).toBe(404);
          await broken.scale('up', 3);
        });
      });
    },
  };
}
