/** Sentences for what the YAML parser stumbles over. */
import type { ErrorCode } from 'yaml';
import { quote } from './quote.ts';

const SENTENCES: Partial<Readonly<Record<ErrorCode, string>>> = {
  ALIAS_PROPS: 'an alias (*name) stands with an anchor or a tag of its own; leave those away',
  BAD_ALIAS: 'an anchor or alias has no usable name; write &name or *name',
  BAD_COLLECTION_TYPE: 'the tag does not fit what follows it; leave it away',
  BAD_DIRECTIVE: 'this directive (%) is not known; remove the line',
  BAD_DQ_ESCAPE: 'a backslash in double quotes starts no known escape; double it or use single quotes',
  BAD_INDENT: 'the indentation does not fit the lines above; indent what belongs together by the same spaces',
  BAD_PROP_ORDER: 'an anchor or tag stands before its indicator; put it behind',
  BAD_SCALAR_START: 'a value without quotes starts with a reserved character; put it in quotes',
  BLOCK_AS_IMPLICIT_KEY:
    'a second "key:" or a list starts on the same line; put it on its own line, or the value in quotes',
  BLOCK_IN_FLOW: 'indented YAML stands inside brackets; write it with commas, or without brackets',
  DUPLICATE_KEY: 'the key stands here for the second time; keep one of the two',
  KEY_OVER_1024_CHARS: 'a key is longer than 1024 characters; shorten it, or look for a missing quote',
  MULTILINE_IMPLICIT_KEY:
    'a key goes over several lines; write "key: value" on one line, the value in quotes',
  MULTIPLE_ANCHORS: 'a value has two anchors; keep one',
  MULTIPLE_DOCS: 'a second document starts here; a template is one document',
  MULTIPLE_TAGS: 'a value has two tags; keep one',
  RESOURCE_EXHAUSTION: 'the text is nested too deeply to be read; nest it less',
  TAB_AS_INDENT: 'a tab indents this line; YAML takes spaces only',
  TAG_RESOLVE_FAILED: 'the tag is not known; leave it away',
};

const MISSING: readonly (readonly [RegExp, string])[] = [
  [/closing ["']quote/, 'a quote is opened and not closed; close it, and indent its further lines'],
  [/between|Missing , or/, 'a comma is missing between two items in brackets'],
  [/space after :/, 'a space is missing after ":"'],
  [/map values/, 'a line is no "key: value"; add the colon and a space, or put the text in quotes'],
  [/- indicator/, 'a line among list items does not start with "- "'],
  [/Comments must/, 'a "#" follows without a space; put a space before a comment, or the value in quotes'],
  [/directives-end/, 'directives (%) are not ended by a line "---"'],
  [
    /indentation indicator/,
    'the first lines of a text block are indented more than the rest; write |2 instead of |',
  ],
  [/end with a/, 'a bracket is opened and not closed; close it, and indent what stands inside'],
];

/** One sentence for the parser's code; its own words are read only to tell apart what shares a code. */
export function syntaxMessage(code: string, detail: string): string {
  if (code === 'MISSING_CHAR' || code === 'BAD_INDENT') {
    const found = MISSING.find(([pattern]) => pattern.test(detail));
    if (found !== undefined) return `this is no YAML: ${found[1]}`;
  }
  const sentence = Object.hasOwn(SENTENCES, code) ? SENTENCES[code as ErrorCode] : undefined;
  return `this is no YAML: ${sentence ?? unexpected(detail)}`;
}

function unexpected(detail: string): string {
  const source = /(?:Unexpected|starting with|start with) (\S{1,20})/.exec(detail)?.[1] ?? '';
  const sign = SIGNS[source] ?? (source.length <= 2 ? source : '');
  if (sign === '')
    return 'something stands here that does not belong; put the value in quotes, or look at the line above';
  return `${quote(sign)} does not belong here; remove it, or put the value in quotes`;
}

const SIGNS: Readonly<Record<string, string>> = {
  'flow-map-start': '{',
  'flow-map-end': '}',
  'flow-seq-start': '[',
  'flow-seq-end': ']',
  'block-seq-ind': '-',
  'map-value-ind': ':',
  'explicit-key-ind': '?',
  comma: ',',
  'doc-start': '---',
  'doc-end': '...',
  'double-quoted-scalar': '"',
  'single-quoted-scalar': "'",
};
