/** Which files Heat has at hand while a group's members are exchanged. */
import { describe, expect, it } from 'vitest';
import { type JsonRecord, text } from '../json.ts';
import type { Stage } from '../stage.ts';
import { group, HOT, stone, template } from '../templates.ts';

/** A member that is made of one stone; `fails`: it can't be made. */
function memberFile(word: string, fails: boolean): string {
  return JSON.stringify({
    heat_template_version: HOT,
    resources: { [`stone_${word}`]: stone({ value: word, fail: fails }) },
  });
}

const nameOf = (word: string): string => `before-${word}.yaml`;

/** Three members of this file; `along`: files of other versions that are sent as well. */
function body(
  word: string,
  { fails = false, along = [] }: { fails?: boolean; along?: string[] } = {},
): JsonRecord {
  const files = Object.fromEntries(along.map((one) => [nameOf(one), memberFile(one, false)]));
  return {
    template: template({ group: group({ type: nameOf(word) }, { min_size: 3 }) }),
    files: { ...files, [nameOf(word)]: memberFile(word, fails) },
  };
}

export function filesOfBeforeContract(stage: Stage): void {
  const stack = stage.stack('files-before', body('a'));
  const ends = async (wanted: string, given: JsonRecord): Promise<string> => {
    const shown = await stack.put(given);
    expect(shown['stack_status'], text(shown, 'stack_status_reason')).toBe(wanted);
    return text(shown, 'stack_status_reason');
  };

  describe('a group of files whose update stopped at its first member', () => {
    it('lacks the file of those that it does not reach next, with the same files and with new ones', async () => {
      await stack.ready();
      await ends('UPDATE_FAILED', body('b', { fails: true }));
      for (const given of [body('b'), body('c')]) {
        expect(await ends('UPDATE_FAILED', given)).toContain(
          `Could not fetch remote template "${nameOf('a')}": Invalid URL scheme`,
        );
      }
    });

    it('goes on when the files of its members come along', async () => {
      await ends('UPDATE_COMPLETE', body('c', { along: ['a', 'b'] }));
    });
  });
}
