/** How stacks are found: list, filters, paging, by name. */
import { describe, expect, it } from 'vitest';
import { keys, list, pick, text } from '../json.ts';
import type { Stage } from '../stage.ts';
import { stone, template } from '../templates.ts';

export function stackListContract(stage: Stage): void {
  const tagged = stage.stack('tagged', {
    template: template({ one: stone() }, { description: 'for the list' }),
    tags: 'team=web,tier=front',
  });
  const plain = stage.stack('plain', { template: template({ one: stone() }) });

  describe('the list of stacks', () => {
    it('says per stack what it is and how it is, but neither parameters nor template', async () => {
      await Promise.all([tagged.ready(), plain.ready()]);
      const found = (await stacks(`?name=${tagged.name}`))[0];
      expect(keys(found)).toEqual([
        'creation_time',
        'deletion_time',
        'description',
        'id',
        'links',
        'parent',
        'stack_name',
        'stack_owner',
        'stack_status',
        'stack_status_reason',
        'stack_user_project_id',
        'tags',
        'updated_time',
      ]);
      expect(found).toMatchObject({
        stack_name: tagged.name,
        stack_status: 'CREATE_COMPLETE',
        stack_status_reason: 'Stack CREATE completed successfully',
        tags: ['team=web', 'tier=front'],
        updated_time: null,
        deletion_time: null,
        parent: null,
      });
      expect(text(found, 'creation_time')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    });

    it('says null for a stack without tags', async () => {
      expect(pick((await stacks(`?name=${plain.name}`))[0], 'tags')).toBeNull();
    });

    it('filters by whole tags: all of them, any of them, none of them', async () => {
      const mine = async (query: string) =>
        (await stacks(query))
          .map((entry) => text(entry, 'stack_name'))
          .filter((name) => [tagged.name, plain.name].includes(name));
      expect(await mine('?tags=team%3Dweb')).toEqual([tagged.name]);
      expect(await mine('?tags=team%3Dweb,tier%3Dfront')).toEqual([tagged.name]);
      expect(await mine('?tags=team%3Dweb,tier%3Dback')).toEqual([]);
      expect(await mine('?tags=web')).toEqual([]);
      expect(await mine('?tags_any=team%3Dweb,tier%3Dback')).toEqual([tagged.name]);
      expect(await mine('?not_tags=team%3Dweb')).toEqual([plain.name]);
    });

    it('comes in pages by limit and marker, with a link to the next one until the last', async () => {
      const seen: string[] = [];
      let query = '?limit=1';
      for (let page = 0; page < 200; page += 1) {
        const answer = await stage.cloud().call('orchestration', 'GET', `/stacks${query}`);
        const entries = list(answer.json, 'stacks');
        expect(entries.length).toBeLessThanOrEqual(1);
        seen.push(...entries.map((entry) => text(entry, 'stack_name')));
        const links = pick(answer.json, 'links') === undefined ? [] : list(answer.json, 'links');
        const next = links.find((link) => pick(link, 'rel') === 'next');
        if (next === undefined) break;
        query = new URL(text(next, 'href')).search;
        expect(new URLSearchParams(query).get('marker')).toBe(text(entries.at(-1), 'id'));
      }
      expect(seen.filter((name) => name === tagged.name || name === plain.name).sort()).toEqual([
        plain.name,
        tagged.name,
      ]);
    });

    it('redirects from a name to name and id, also below it', async () => {
      const byName = await stage.cloud().call('orchestration', 'GET', `/stacks/${plain.name}`);
      expect(byName.status).toBe(302);
      expect(byName.headers['location']).toMatch(new RegExp(`${plain.path}$`));
      const below = await stage.cloud().call('orchestration', 'GET', `/stacks/${plain.name}/resources`);
      expect(below.status).toBe(302);
      expect(below.headers['location']).toMatch(new RegExp(`${plain.path}/resources$`));
      const byId = await stage.cloud().call('orchestration', 'GET', `/stacks/${plain.id}`);
      expect(byId.headers['location']).toMatch(new RegExp(`${plain.path}$`));
    });

    it('answers 404 with the name to a stack nobody has', async () => {
      const answer = await stage.cloud().call('orchestration', 'GET', '/stacks/ctr-nobody');
      expect([answer.status, answer.json]).toEqual([
        404,
        {
          code: 404,
          title: 'Not Found',
          explanation: 'The resource could not be found.',
          error: {
            type: 'EntityNotFound',
            traceback: null,
            message: 'The Stack (ctr-nobody) could not be found.',
          },
        },
      ]);
    });
  });

  async function stacks(query: string): Promise<readonly unknown[]> {
    const answer = await stage.cloud().call('orchestration', 'GET', `/stacks${query}`);
    expect(answer.status).toBe(200);
    return list(answer.json, 'stacks');
  }
}
