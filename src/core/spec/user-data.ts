/** User data of a group: read from the spec or its file, checked as far as Nova and cloud-init can't mistake it. */
import type { CloudInit } from '../../generated/spec-types.ts';
import type { Position, Problem } from '../../model/problem.ts';
import { resolvePath } from './paths.ts';
import { positionOf } from './positions.ts';
import { list, quote } from './quote.ts';
import type { Sources } from './sources.ts';
import type { YamlValue } from './yaml-values.ts';

/** Nova takes 65535 characters of base64 (nova/api/openstack/compute/schemas/servers.py user_data). */
export const MAX_USER_DATA_BYTES = 49_149;

export interface UserData {
  readonly text: string | null;
  /** The file it was read from, when it has one. */
  readonly path: string | null;
  readonly problems: readonly Problem[];
}

const POINTER = '/spec/server/cloudInit';

/** `text` is null when there is none, or when it can't be had yet or at all. */
export function readUserData(cloudInit: CloudInit | undefined, yaml: YamlValue, sources: Sources): UserData {
  if (cloudInit?.file !== undefined) return fromFile(cloudInit.file, yaml, sources);
  if (cloudInit?.inline === undefined) return { text: null, path: null, problems: [] };
  const at = positionOf(yaml, `${POINTER}/inline`);
  return { text: cloudInit.inline, path: null, problems: checked(cloudInit.inline, at, at) };
}

function fromFile(reference: string, yaml: YamlValue, sources: Sources): UserData {
  const at = positionOf(yaml, `${POINTER}/file`);
  const resolved = resolvePath(reference, at.file);
  if ('why' in resolved) return refused(null, { ...at, message: `${quote(reference)} ${resolved.why}` });
  const { path } = resolved;
  const source = sources.text(path, 'verbatim');
  switch (source.state) {
    case 'needed':
      return { text: null, path, problems: [] };
    case 'missing':
      return refused(path, { ...at, message: source.why });
    case 'refused':
      return refused(path, { file: path, line: source.line, column: source.column, message: source.message });
    case 'text':
      return {
        text: source.text,
        path,
        problems: checked(source.text, { file: path, line: 1, column: 1 }, at),
      };
  }
}

function refused(path: string | null, problem: Problem): UserData {
  return { text: null, path, problems: [problem] };
}

// cloudinit/handlers/__init__.py INCLUSION_TYPES_MAP, and MIME messages
const FIRST_LINES: readonly (readonly [RegExp, string])[] = [
  [/^#cloud-config(?:-archive|-jsonp)?\s*$/, '#cloud-config'],
  [/^#!\s*\/\S/, '#!/bin/sh'],
  [/^#include(?:-once)?\s*$/, '#include'],
  [/^#cloud-boothook\s*$/, '#cloud-boothook'],
  [/^#part-handler\s*$/, '#part-handler'],
  [/^## *template: *jinja/i, '## template: jinja'],
  [/^(?:content-type|mime-version|from) ?:?/i, 'Content-Type: (MIME)'],
];

function checked(text: string, start: Position, reference: Position): readonly Problem[] {
  const problems: Problem[] = [];
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > MAX_USER_DATA_BYTES) {
    const message = `the user data has ${bytes} bytes; Nova takes ${MAX_USER_DATA_BYTES}, load the rest from the server itself`;
    problems.push({ ...reference, message });
  }
  const first = text.split('\n', 1)[0] ?? '';
  const message = firstLine(first, text);
  return message === null ? problems : [...problems, { ...start, message }];
}

function firstLine(first: string, text: string): string | null {
  if (text.trim() === '') return 'the user data is empty; write it, or leave cloudInit away';
  if (first.startsWith('\uFEFF'))
    return 'the user data starts with a byte order mark, which hides its first line; save it without';
  if (first.startsWith('#!') && first.endsWith('\r')) {
    return `the script's first line ends with CR LF, so no interpreter would be found; save the file with LF`;
  }
  if (FIRST_LINES.some(([pattern]) => pattern.test(first))) return null;
  const known = list(
    FIRST_LINES.map(([, example]) => example),
    'or',
  );
  return `the user data starts with ${quote(first)}, which cloud-init would pass over; its first line must be ${known}`;
}
