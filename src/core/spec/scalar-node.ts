/** A scalar as the YAML parser found it, to what it means: its text, its tag, its quotes. */
import type { Scalar } from 'yaml';
import { quote } from './quote.ts';
import type { ScalarReader, ScalarReading } from './scalar-reading.ts';
import { longForm, tagAdvice } from './short-tags.ts';

export const TAG = 'tag:yaml.org,2002:';

/** `file`: the whole text; PyYAML adds no line end to a text block that the end of the file cuts off. */
export function scalarText(node: Scalar, file: string): string {
  const text = String(node.source ?? node.value);
  const cutOff = node.type?.startsWith('BLOCK') && node.range?.[1] === file.length;
  return cutOff && !file.endsWith('\n') ? text.replace(/\n$/, '') : text;
}

/** `plain` reads what stands without quotes; a tag must agree with it. */
export function scalarMeaning(node: Scalar, text: string, plain: ScalarReader): ScalarReading {
  const tag = node.tag?.startsWith(TAG) ? node.tag.slice(TAG.length) : node.tag;
  if (tag === undefined) return node.type === 'PLAIN' ? plain(text) : { tag: 'str', value: text };
  if (tag === '!') return { tag: 'refused', why: 'has the tag "!", which says nothing; leave it away' };
  if (tag === 'str' || tag === 'timestamp') return { tag: 'str', value: text };
  const read = plain(text);
  if (read.tag === tag || read.tag === 'refused' || (tag === 'float' && read.tag === 'int')) return read;
  const shown = quote(shortTag(node.tag ?? ''));
  return longForm(tag) === null
    ? { tag: 'refused', why: `can't be read as the tag ${shown} says; leave the tag away` }
    : { tag: 'refused', why: `has the tag ${shown}; ${tagAdvice(tag, text.length > 60 ? null : text)}` };
}

/** `!!str` for the long form. */
export function shortTag(tag: string): string {
  return tag.startsWith(TAG) ? `!!${tag.slice(TAG.length)}` : tag;
}
