/** What a preview of an update is worth: nothing, for a group. */
import { describe, expect, it } from 'vitest';
import { type JsonRecord, keys, list, record, text } from '../json.ts';
import type { Stage } from '../stage.ts';
import { group, stone, template, up } from '../templates.ts';

const TEMPLATE = template({ group: group(stone()), up });
const CHANGED = template({ group: group(stone({ update_replace_value: 'b' })), up });

const MEMBER = JSON.stringify(template({ stone: stone() }));
const OF_FILES = {
  template: template({ group: group({ type: 'member.yaml' }) }),
  files: { 'member.yaml': MEMBER },
};

export function previewContract(stage: Stage): void {
  const previewed = stage.stack('previewed', { template: TEMPLATE });
  const filed = stage.stack('previewed-files', OF_FILES);

  describe('the preview of an update', () => {
    it('says the same of an unchanged template and of one that replaces every member', async () => {
      await previewed.ready();
      const unchanged = await preview(TEMPLATE);
      expect(keys(unchanged)).toEqual(['added', 'deleted', 'replaced', 'unchanged', 'updated']);
      expect(names(unchanged)).toEqual({
        added: [],
        deleted: [],
        replaced: ['up'],
        unchanged: [],
        updated: ['group'],
      });
      expect(names(await preview(CHANGED))).toEqual(names(unchanged));
    });

    it('is a bare 400 when members are nested files and what is inside is asked for', async () => {
      await filed.ready();
      const ask = (below: string) =>
        stage.cloud().call('orchestration', 'PUT', `${filed.path}/preview${below}`, OF_FILES);
      expect((await ask('')).status).toBe(200);
      const { status, json } = await ask('?show_nested=true');
      expect(status).toBe(400);
      expect(text(json, 'error', 'message')).toBe(
        'The server could not comply with the request since it is either malformed or otherwise incorrect.',
      );
    });

    it('changes nothing', async () => {
      const before = await previewed.show();
      await preview(CHANGED);
      expect(await previewed.show()).toEqual(before);
      expect(JSON.stringify(await previewed.get('/template'))).toBe(JSON.stringify(TEMPLATE));
    });
  });

  async function preview(changed: JsonRecord): Promise<JsonRecord> {
    const path = `${previewed.path}/preview`;
    const answer = await stage.cloud().call('orchestration', 'PUT', path, { template: changed });
    expect(answer.status).toBe(200);
    return record(answer.json, 'resource_changes');
  }
}

function names(changes: JsonRecord): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    keys(changes).map((kind) => [kind, list(changes, kind).map((entry) => text(entry, 'resource_name'))]),
  );
}
