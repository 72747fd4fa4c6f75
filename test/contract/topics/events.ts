/** Events: their order, and how to ask for the new ones only. */
import { describe, expect, it } from 'vitest';
import { keys, list, text } from '../json.ts';
import type { Stage } from '../stage.ts';
import { group, stone, template } from '../templates.ts';

export function eventsContract(stage: Stage): void {
  const eventful = stage.stack('eventful', {
    template: template({ group: group(stone(), { min_size: 2 }) }),
  });

  describe('events', () => {
    it('are listed oldest first with sort_dir=asc, nested stacks among them, newest first if nothing is said', async () => {
      await eventful.ready();
      const asc = await ids('nested_depth=2&sort_dir=asc');
      expect(await ids('nested_depth=2')).toEqual([...asc].reverse());
      const events = await eventful.events();
      const times = events.map((event) => text(event, 'event_time'));
      expect(times).toEqual([...times].sort());
      expect(times[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      const own = await ids('sort_dir=asc');
      expect(own).toEqual(asc.filter((id) => own.includes(id)));
      expect(own.length).toBeLessThan(asc.length);
    });

    it('tell a creation in this order: stack, group, nested stack, members, and back', async () => {
      const told = (await eventful.events()).map(
        (event) => `${nameless(text(event, 'resource_name'))} ${text(event, 'resource_status')}`,
      );
      expect(told.slice(0, 3)).toEqual([
        `${eventful.name} CREATE_IN_PROGRESS`,
        'group CREATE_IN_PROGRESS',
        'nested CREATE_IN_PROGRESS',
      ]);
      expect(told.slice(-3)).toEqual([
        'nested CREATE_COMPLETE',
        'group CREATE_COMPLETE',
        `${eventful.name} CREATE_COMPLETE`,
      ]);
      expect(told.slice(3, -3).sort()).toEqual([
        'member CREATE_COMPLETE',
        'member CREATE_COMPLETE',
        'member CREATE_IN_PROGRESS',
        'member CREATE_IN_PROGRESS',
      ]);
    });

    it('have eight fields, and links to resource, stack and root stack when nested ones are asked for', async () => {
      const [event] = await eventful.events();
      expect(keys(event)).toEqual([
        'event_time',
        'id',
        'links',
        'logical_resource_id',
        'physical_resource_id',
        'resource_name',
        'resource_status',
        'resource_status_reason',
      ]);
      expect(list(event, 'links').map((link) => text(link, 'rel'))).toEqual([
        'self',
        'resource',
        'stack',
        'root_stack',
      ]);
    });

    it('come after a marker, exclusive, in pages that join to the whole', async () => {
      const all = await ids('nested_depth=2&sort_dir=asc');
      expect(await ids(`nested_depth=2&sort_dir=asc&marker=${all[4]}`)).toEqual(all.slice(5));
      expect(await ids(`nested_depth=2&sort_dir=asc&marker=${all.at(-1)}`)).toEqual([]);
      const joined: string[] = [];
      for (let page = 0; page <= all.length; page += 1) {
        const marker = joined.length === 0 ? '' : `&marker=${joined.at(-1)}`;
        joined.push(...(await ids(`nested_depth=2&sort_dir=asc&limit=3${marker}`)));
      }
      expect(joined).toEqual(all);
    });

    it('an unknown marker is no error: the list begins again', async () => {
      const unknown = '11111111-1111-4111-8111-111111111111';
      expect(await ids(`nested_depth=2&sort_dir=asc&marker=${unknown}`)).toEqual(
        await ids('nested_depth=2&sort_dir=asc'),
      );
    });
  });

  async function ids(query: string): Promise<readonly string[]> {
    const events = list(await eventful.get(`/events?${query}`), 'events');
    return events.map((event) => text(event, 'id'));
  }

  function nameless(name: string): string {
    if (name.startsWith(`${eventful.name}-group-`)) return 'nested';
    return /^[a-z0-9]{12}$/.test(name) ? 'member' : name;
  }
}
