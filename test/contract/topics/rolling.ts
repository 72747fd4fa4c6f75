/** In which order members change: batches in a definition, no batches in a file's text. */
import { describe, expect, it } from 'vitest';
import { type JsonRecord, text } from '../json.ts';
import type { Member, StackHandle, Stage } from '../stage.ts';
import { group, HOT, policy, stone, template, up } from '../templates.ts';

// longer than Heat may take from one member to the next when it does not wait
const PATIENT = { wait_secs: 5 };
const ROLLING = { rolling_updates: { max_batch_size: 1 } };

export function rollingContract(stage: Stage): void {
  const ages = stage.stack('ages', { template: template({ group: group(stone()), up }) });
  const filed = stage.stack('filed', fileBody('member.yaml', 'a'));

  describe('a rolling update', () => {
    let members: readonly Member[] = [];

    it('replaces the oldest member first, one batch after another, names kept', async () => {
      await ages.ready();
      await ages.scale('up', 2);
      members = await ages.scale('up', 3);
      const last = await ages.lastEvent();
      const replaced = stone({ update_replace_value: 'b' });
      await ages.put({ template: template({ group: group(replaced, ROLLING), up }) });
      const after = await ages.members();
      expect(after.map(({ name }) => name)).toEqual(members.map(({ name }) => name));
      for (const { name, id } of after) expect(members.find((old) => old.name === name)?.id).not.toBe(id);
      expect(await firsts(ages, last, 'UPDATE_IN_PROGRESS')).toEqual(members.map(({ name }) => name));
      expect(await oneAfterAnother(ages, last, members)).toBe(true);
    });

    it('updates in place without a new id where the property allows it', async () => {
      const before = await ages.members();
      const changed = stone({ update_replace_value: 'b', value: 'c' });
      await ages.put({ template: template({ group: group(changed, ROLLING), up }) });
      const after = await ages.members();
      expect(after.map(({ name, id }) => [name, id])).toEqual(before.map(({ name, id }) => [name, id]));
      expect(after.map(({ status }) => status)).toEqual(before.map(() => 'UPDATE_COMPLETE'));
    });

    it('with min_in_service makes a new member first, and ends at the size it began with', async () => {
      const before = await ages.members();
      const last = await ages.lastEvent();
      const changed = stone({ update_replace_value: 'd' });
      const rolling = { rolling_updates: { max_batch_size: 1, min_in_service: 3 } };
      await ages.put({ template: template({ group: group(changed, rolling), up }) });
      const after = await ages.members();
      expect(after).toHaveLength(3);
      const fresh = after.filter(({ name }) => before.every((old) => old.name !== name));
      expect(fresh).toHaveLength(1);
      const created = await firsts(ages, last, 'CREATE_IN_PROGRESS');
      expect(created[0]).toBe(fresh[0]?.name);
    });
  });

  describe('a member that is a file', () => {
    it('is a stack of its own below the group', async () => {
      await filed.ready();
      const [member] = await filed.members();
      expect(member?.type).toBe('member.yaml');
      expect(member?.id).toMatch(/^[0-9a-f-]{36}$/);
    });

    it('the text of the file alone does not roll: all members change at the same time', async () => {
      const members = await filed.members();
      const last = await filed.lastEvent();
      await filed.put(fileBody('member.yaml', 'b'));
      expect((await filed.members()).map(({ id }) => id)).toEqual(members.map(({ id }) => id));
      expect(await innerUpdates(filed, last)).toEqual(['begin', 'begin', 'end', 'end']);
    });

    it('another name of the file rolls in batches, and the member stacks stay', async () => {
      const members = await filed.members();
      const last = await filed.lastEvent();
      await filed.put(fileBody('member-c.yaml', 'c'));
      expect((await filed.members()).map(({ id }) => id)).toEqual(members.map(({ id }) => id));
      expect(await innerUpdates(filed, last)).toEqual(['begin', 'end', 'begin', 'end']);
    });
  });
}

function fileBody(name: string, value: string): JsonRecord {
  const member = {
    heat_template_version: HOT,
    parameters: { role: { type: 'string' } },
    resources: { inner: stone({ value, ...PATIENT }), badge: stone({ value: { get_param: 'role' } }) },
  };
  const resource = { type: name, properties: { role: 'web' } };
  return {
    template: template({
      group: group(resource, { ...ROLLING, min_size: 2 }),
      up: policy('change_in_capacity', 1),
    }),
    files: { [name]: JSON.stringify(member) },
  };
}

/** Resource names of the group's members in the order in which they first reached this status. */
async function firsts(stack: StackHandle, after: string, status: string): Promise<readonly string[]> {
  const seen = (await stack.events(after))
    .filter((event) => event['resource_status'] === status)
    .map((event) => text(event, 'resource_name'))
    .filter((name) => /^[a-z0-9]{12}$/.test(name));
  return [...new Set(seen)];
}

/** Did each member come to rest before the next one began? */
async function oneAfterAnother(
  stack: StackHandle,
  after: string,
  members: readonly Member[],
): Promise<boolean> {
  const events = await stack.events(after);
  const spans = members.map(({ name }) => {
    const own = events
      .map((event, at) => ({ event, at }))
      .filter(({ event }) => event['resource_name'] === name);
    return { from: own.at(0)?.at ?? -1, to: own.at(-1)?.at ?? -1 };
  });
  const ordered = [...spans].sort((one, other) => one.from - other.from);
  return ordered.every((span, index) => index === 0 || span.from > (ordered[index - 1]?.to ?? -1));
}

/**
 * When the resource inside each member file was updated. The member stacks themselves go through UPDATE in every batch,
 * whether their turn has come or not.
 */
async function innerUpdates(stack: StackHandle, after: string): Promise<readonly string[]> {
  return (await stack.events(after))
    .filter((event) => event['resource_name'] === 'inner')
    .map((event) => (event['resource_status'] === 'UPDATE_IN_PROGRESS' ? 'begin' : 'end'));
}
