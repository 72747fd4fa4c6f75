/** Damage and its cure: Heat does not see it, a check does, the group's own nested stack heals it. */
import { describe, expect, it } from 'vitest';
import type { Member, Stage } from '../stage.ts';
import { group, server, template, up } from '../templates.ts';

export function healingContract(stage: Stage): void {
  const heal = stage.stack('heal', {
    template: template({ group: group(server(), { desired_capacity: 1 }), up }),
  });
  let members: readonly Member[] = [];

  describe('healing', () => {
    it('a server that stops, fails or goes is not noticed by Heat', async () => {
      await heal.ready();
      members = await heal.scale('up', 2);
      await stage.cloud().damage('stop', members[0]?.id ?? '');
      await stage.cloud().wait(async () => {
        const answer = await stage.cloud().call('compute', 'GET', `/servers/${members[0]?.id}`);
        return JSON.stringify(answer.json).includes('"SHUTOFF"') ? true : null;
      }, 'the server to be off');
      expect(await heal.members()).toEqual(members);
    });

    it('a member marked unhealthy is CHECK_FAILED with the reason given; stack and group stay as they are', async () => {
      await mark(`${await heal.nested()}/resources/${members[0]?.name}`, true);
      expect((await heal.members()).map(({ status }) => status)).toEqual([
        'CHECK_FAILED',
        members[1]?.status,
      ]);
      const answer = await stage
        .cloud()
        .call('orchestration', 'GET', `${await heal.nested()}/resources/${members[0]?.name}`);
      expect(JSON.stringify(answer.json)).toContain(
        '"resource_status_reason": "by the contract"'.replace(': ', ':'),
      );
      expect(await heal.show()).toMatchObject({ stack_status: 'CREATE_COMPLETE', updated_time: null });
      expect((await heal.resource('group'))['resource_status']).toBe('CREATE_COMPLETE');
    });

    it('PATCH {} of the nested stack replaces it under the same name; size and the other server stay', async () => {
      await patchNested();
      const healed = await heal.members();
      expect(healed).toHaveLength(2);
      expect(healed.find(({ name }) => name === members[1]?.name)?.id).toBe(members[1]?.id);
      const cured = healed.find(({ name }) => name === members[0]?.name);
      expect(cured?.status).toBe('CREATE_COMPLETE');
      expect(cured?.id).not.toBe(members[0]?.id);
      expect(await heal.show()).toMatchObject({ stack_status: 'CREATE_COMPLETE', updated_time: null });
      members = healed;
    });

    it('a check finds an ERROR server: member, group and stack CHECK_FAILED, and signals are dead', async () => {
      await stage.cloud().damage('error', members[0]?.id ?? '');
      await check();
      expect((await heal.resource('group'))['resource_status']).toBe('CHECK_FAILED');
      const checked = await heal.members();
      expect(checked.find(({ id }) => id === members[0]?.id)?.status).toBe('CHECK_FAILED');
      expect(checked.find(({ id }) => id === members[1]?.id)?.status).toBe('CHECK_COMPLETE');
      await heal.signal('up');
      await stage.cloud().elapse(4);
      expect(await heal.members()).toHaveLength(2);
    });

    it('after the nested PATCH and taking the mark off the group, signals work again', async () => {
      await patchNested();
      const healed = await heal.members();
      expect(healed.map(({ status }) => status.split('_').at(-1))).toEqual(['COMPLETE', 'COMPLETE']);
      expect(healed.map(({ id }) => id)).toContain(members[1]?.id);
      expect(healed.map(({ id }) => id)).not.toContain(members[0]?.id);
      await mark(`${heal.path}/resources/group`, false);
      expect((await heal.resource('group'))['resource_status']).toBe('CHECK_COMPLETE');
      members = await heal.scale('up', 3);
      expect(members.map(({ id }) => id)).toEqual(expect.arrayContaining(healed.map(({ id }) => id)));
    });

    it('a server deleted in Nova is found by a check too, and healed the same way', async () => {
      await stage.cloud().damage('delete', members[1]?.id ?? '');
      await check();
      const checked = await heal.members();
      expect(checked.map(({ status }) => status)).toEqual([
        'CHECK_COMPLETE',
        'CHECK_FAILED',
        'CHECK_COMPLETE',
      ]);
      await patchNested();
      const healed = await heal.members();
      expect(healed.map(({ name }) => name).sort()).toEqual(members.map(({ name }) => name).sort());
      expect(healed.map(({ id }) => id)).toEqual(expect.arrayContaining([members[0]?.id, members[2]?.id]));
    });
  });

  /** Asks for a check and waits for its end, which an event tells: the status may be that of the check before. */
  async function check(): Promise<void> {
    const last = await heal.lastEvent();
    const answer = await stage.cloud().call('orchestration', 'POST', `${heal.path}/actions`, { check: null });
    expect(answer.status).toBe(200);
    await stage.cloud().wait(async () => {
      const own = (await heal.events(last)).filter((event) => event['resource_name'] === heal.name);
      return own.some((event) => event['resource_status'] === 'CHECK_FAILED') ? true : null;
    }, 'the check to end');
    expect((await heal.show())['stack_status']).toBe('CHECK_FAILED');
  }

  async function mark(path: string, unhealthy: boolean): Promise<void> {
    const body = { mark_unhealthy: unhealthy, resource_status_reason: 'by the contract' };
    const answer = await stage.cloud().call('orchestration', 'PATCH', path, body);
    expect(answer, path).toMatchObject({ status: 200 });
  }

  async function patchNested(): Promise<void> {
    const nested = await heal.nested();
    const answer = await stage.cloud().call('orchestration', 'PATCH', nested, {});
    expect(answer.status).toBe(202);
    expect(await heal.settled(nested)).toMatchObject({ stack_status: 'UPDATE_COMPLETE' });
  }
}
