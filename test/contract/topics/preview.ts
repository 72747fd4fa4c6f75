/** What a preview of an update is worth: nothing, for a group. */
import { describe, expect, it } from 'vitest';
import { type JsonRecord, keys, list, record, text } from '../json.ts';
import type { Stage } from '../stage.ts';
import { group, stone, template, up } from '../templates.ts';

const TEMPLATE = template({ group: group(stone()), up });
const CHANGED = template({ group: group(stone({ update_replace_value: 'b' })), up });

export function previewContract(stage: Stage): void {
  const previewed = stage.stack('previewed', { template: TEMPLATE });

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
