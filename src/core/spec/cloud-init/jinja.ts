/** Checks a jinja template as far as it can be known before it is filled in on the server. */
import type { Json } from '../../../model/json.ts';
import { list } from '../quote.ts';
import { checkCloudConfig } from './cloud-config.ts';
import { type Checked, type Content, inside, NOTHING_WRONG, problemAt } from './content.ts';
import { FIRST_LINE_EXAMPLES, typeOfText } from './part-types.ts';

const CLOSING: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '{#': '#}' };

/** The first line is `## template: jinja`, what it makes begins on the second. */
export function checkJinja(content: Content): Checked {
  const open = unclosed(content.text);
  if (open !== null) return only(problemAt(content, open.line, open.column, open.message));
  const body = inside(content, content.text.split('\n').slice(1).join('\n'), 2);
  const type = typeOfText(body.text);
  const statements = /\{%/.test(body.text);
  if (type === null && !statements && !body.text.startsWith('{{')) {
    const known = list(FIRST_LINE_EXAMPLES.slice(0, 5), 'or');
    const message = `the second line of a template tells what it makes; it must be ${known}`;
    return only(problemAt(content, 2, 1, message));
  }
  if (type !== 'text/cloud-config') return NOTHING_WRONG;
  return statements ? unchecked(content) : checkFilled(body);
}

function only(problem: Checked['problems'][number]): Checked {
  return { problems: [problem], findings: [] };
}

function unchecked(content: Content): Checked {
  const message =
    'the cloud-config is a template with statements ({% … %}); what it makes is known on the server only, so its keys are not checked';
  return {
    problems: [],
    findings: [{ rule: 'user-data-unchecked', severity: 'info', message, source: content.at(1, 1) }],
  };
}

/** What stands for an expression, of its length; it is text wherever YAML may stand. */
const STAND_IN = 'jinja';

function checkFilled(body: Content): Checked {
  const { text: written } = body;
  const tags = tagsOf(written);
  const pieces = tags.flatMap((tag, index) => [
    written.slice(tags[index - 1]?.end ?? 0, tag.from),
    standIn(tag, written),
  ]);
  const text = [...pieces, written.slice(tags.at(-1)?.end ?? 0)].join('');
  const isUnknown = (value: Json) => typeof value === 'string' && value.includes(STAND_IN.slice(0, 4));
  const { problems, findings } = checkCloudConfig({ ...body, text }, isUnknown);
  return { problems, findings };
}

function standIn({ open, from, end }: Tag, text: string): string {
  const tag = text.slice(from, end);
  if (open === '{#' || tag.includes('\n')) return tag.replace(/[^\n]/g, ' ');
  return STAND_IN.repeat(tag.length).slice(0, tag.length);
}

interface Tag {
  readonly open: string;
  readonly from: number;
  /** Behind its last character; the end of the text when it is not closed. */
  readonly end: number;
  readonly closed: boolean;
}

/** More than user data can hold; what comes behind is not looked at. */
const MAX_TAGS = 10_000;

function tagsOf(text: string): readonly Tag[] {
  const tags: Tag[] = [];
  const opening = /\{[{%#]/g;
  for (let match = opening.exec(text); match !== null && tags.length < MAX_TAGS; match = opening.exec(text)) {
    const [open] = match;
    const close = text.indexOf(CLOSING[open] ?? '}}', match.index + 2);
    tags.push({ open, from: match.index, end: close < 0 ? text.length : close + 2, closed: close >= 0 });
    if (close < 0) break;
    opening.lastIndex = close + 2;
  }
  return tags;
}

function unclosed(text: string): { line: number; column: number; message: string } | null {
  const tag = tagsOf(text).find(({ closed }) => !closed);
  if (tag === undefined) return null;
  const before = text.slice(0, tag.from).split('\n');
  const message = `"${tag.open}" is opened and not closed; write "${CLOSING[tag.open]}" behind it`;
  return { line: before.length, column: (before.at(-1) ?? '').length + 1, message };
}
