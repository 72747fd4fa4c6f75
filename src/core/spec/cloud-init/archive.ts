/** Takes a cloud-config-archive apart into the parts it lists. */
import { isJsonObject, type Json } from '../../../model/json.ts';
import type { Problem } from '../../../model/problem.ts';
import { positionOf } from '../positions.ts';
import { pointerTo } from '../yaml-values.ts';
import { linesOf, scalarContent } from './block-scalar.ts';
import { readCloudConfigYaml } from './cloud-config-yaml.ts';
import { type Content, problemAt } from './content.ts';
import type { MimePart } from './mime-message.ts';
import { typeOfText } from './part-types.ts';

export interface Archive {
  readonly parts: readonly MimePart[];
  readonly problems: readonly Problem[];
}

/** cloudinit/user_data.py _explode_archive: a list of texts, or of mappings with content and type. */
export function readArchive(content: Content): Archive {
  const { yaml, problems } = readCloudConfigYaml(content);
  if (yaml === null || problems.length > 0) return { parts: [], problems };
  if (!Array.isArray(yaml.value)) {
    const message = 'the archive is no list; write its parts as a list of mappings with "type" and "content"';
    return { parts: [], problems: [problemAt(content, yaml.start.line, yaml.start.column, message)] };
  }
  const lines = linesOf(content.text);
  const read = yaml.value.map((entry: Json, index) => {
    const below = isJsonObject(entry) ? pointerTo(pointerTo('', index), 'content') : pointerTo('', index);
    const { line, column } = positionOf(yaml, below);
    const text = isJsonObject(entry) ? entry['content'] : entry;
    if (typeof text !== 'string') {
      const message =
        'a part of the archive has no content that is text; write content: | and the text below it';
      return { parts: [], problems: [problemAt(content, line, column, message)] };
    }
    const inner = scalarContent(text, { file: '', line, column }, lines);
    const at = (l: number, c: number) => {
      const place = inner.at(l, c);
      return content.at(place.line, place.column);
    };
    return { parts: [{ type: typeOf(entry, text), content: { text, at } }], problems: [] };
  });
  return { parts: read.flatMap(({ parts }) => parts), problems: read.flatMap((one) => one.problems) };
}

function typeOf(entry: Json, text: string): string {
  const named = isJsonObject(entry) ? entry['type'] : undefined;
  if (typeof named === 'string' && named !== '') return named;
  return typeOfText(text) ?? 'text/cloud-config';
}
