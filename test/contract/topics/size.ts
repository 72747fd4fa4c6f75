/** How large a group is: what a template says, what a signal says, who wins. */
import { describe, expect, it } from 'vitest';
import { pick, record, text } from '../json.ts';
import type { Member, Stage } from '../stage.ts';
import { down, group, policy, stone, template, up } from '../templates.ts';

const LITERAL = template({ group: group(stone(), { desired_capacity: 2 }), up });
const FREE = template({ group: group(stone()), up });

export function sizeContract(stage: Stage): void {
  const literal = stage.stack('literal', { template: LITERAL });
  const free = stage.stack('free', { template: LITERAL });
  const ladder = stage.stack('ladder', {
    template: template({
      group: group(stone(), { max_size: 6 }),
      up,
      down,
      three: policy('exact_capacity', 3),
      half_more: policy('percent_change_in_capacity', 50),
      tenth_less: policy('percent_change_in_capacity', -10),
      tenth_more_by_two: policy('percent_change_in_capacity', 10, { min_adjustment_step: 2 }),
      ten: policy('exact_capacity', 10),
    }),
  });
  const cooling = stage.stack('cooling', {
    template: template({
      group: group(stone(), { cooldown: 3600 }),
      up: policy('change_in_capacity', 1, { cooldown: 3600 }),
    }),
  });

  describe('the size of a group', () => {
    it('is desired_capacity at creation, min_size where that is absent', async () => {
      await Promise.all([literal.ready(), ladder.ready()]);
      expect(await literal.members()).toHaveLength(2);
      expect(await ladder.members()).toHaveLength(1);
    });

    it('grows by a signal without a trace in status and updated_time of the stack', async () => {
      const last = await literal.lastEvent();
      await literal.scale('up', 3);
      expect(await literal.show()).toMatchObject({ stack_status: 'CREATE_COMPLETE', updated_time: null });
      const own = (await literal.events(last)).filter((event) => event['resource_name'] === 'up');
      expect(own.map((event) => event['resource_status'])).toEqual(['SIGNAL_COMPLETE']);
    });

    it('is reset to a literal desired_capacity by PATCH {}: the oldest goes', async () => {
      const before = await literal.members();
      await literal.patch({});
      expect(await literal.members()).toEqual(withStatus(before.slice(1), await literal.members()));
    });

    it('is reset by a PUT of the same template too', async () => {
      await literal.scale('up', 3);
      await literal.put({ template: LITERAL });
      expect(await literal.members()).toHaveLength(2);
    });

    it('of a group whose template lost desired_capacity is kept: by that PUT, after a signal, by PATCH {}', async () => {
      await free.ready();
      const created = await free.members();
      await free.put({ template: FREE });
      expect(ids(await free.members())).toEqual(ids(created));
      const grown = await free.scale('up', 3);
      await free.patch({});
      expect(ids(await free.members())).toEqual(ids(grown));
      await free.put({ template: FREE });
      expect(ids(await free.members())).toEqual(ids(grown));
    });

    it('is raised to a higher min_size and lowered to a lower max_size by an update', async () => {
      const before = await free.members();
      await free.put({ template: template({ group: group(stone(), { min_size: 4 }), up }) });
      expect(await free.members()).toHaveLength(4);
      expect(ids(await free.members())).toEqual(expect.arrayContaining([...ids(before)]));
      await free.put({ template: template({ group: group(stone(), { max_size: 2 }), up }) });
      const left = ids(await free.members());
      expect(left).toHaveLength(2);
      expect(left).toContain(ids(before)[2]);
      expect(left).not.toContain(ids(before)[0]);
    });

    it('by signals: to an exact number, by percent toward zero, by less than one away from it, by a least step', async () => {
      await ladder.scale('three', 3);
      await ladder.scale('half_more', 4);
      await ladder.scale('tenth_less', 3);
      await ladder.scale('tenth_more_by_two', 5);
    });

    it('never goes over max_size, and a signal that changes nothing leaves no event', async () => {
      await ladder.scale('ten', 6);
      const last = await ladder.lastEvent();
      await ladder.signal('up');
      await stage.cloud().elapse(4);
      expect(await ladder.members()).toHaveLength(6);
      expect(await ladder.events(last)).toEqual([]);
    });

    it('goes down by the oldest member', async () => {
      const before = await ladder.members();
      expect(ids(await ladder.scale('down', 5))).toEqual(ids(before.slice(1)));
    });

    it('is not touched by a signal inside the cooldown: 200 and no event; creation starts that cooldown', async () => {
      await cooling.ready();
      const metadata = await cooling.metadata();
      expect(metadata['scaling_in_progress']).toBe(false);
      const end = Object.entries(record(metadata, 'cooldown_end'))[0];
      expect(end?.[1]).toBe('ExactCapacity : 1');
      expect(end?.[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?$/);
      const last = await cooling.lastEvent();
      await cooling.signal('up');
      await stage.cloud().elapse(4);
      expect(await cooling.members()).toHaveLength(1);
      expect(await cooling.events(last)).toEqual([]);
      expect(await cooling.metadata()).toEqual(metadata);
    });

    it('and every update of the group starts the cooldown again', async () => {
      const before = Object.keys(record(await cooling.metadata(), 'cooldown_end'))[0] ?? '';
      await cooling.patch({});
      const after = Object.keys(record(await cooling.metadata(), 'cooldown_end'))[0] ?? '';
      expect(after > before).toBe(true);
    });

    it('a policy keeps its id and its signal_url when its adjustment changes', async () => {
      const before = await literal.resource('up');
      const changed = template({
        group: group(stone(), { desired_capacity: 2 }),
        up: policy('change_in_capacity', 2),
      });
      await literal.put({ template: changed });
      const after = await literal.resource('up');
      expect(after['physical_resource_id']).toBe(before['physical_resource_id']);
      expect(text(pick(after, 'attributes'), 'signal_url')).toBe(
        text(pick(before, 'attributes'), 'signal_url'),
      );
      await literal.scale('up', 4);
    });
  });
}

function ids(members: readonly Member[]): readonly string[] {
  return members.map((member) => member.id);
}

/** The same members, with the status they have now. */
function withStatus(members: readonly Member[], now: readonly Member[]): readonly Member[] {
  return members.map((member) => ({
    ...member,
    status: now.find(({ id }) => id === member.id)?.status ?? 'gone',
  }));
}
