/** Checks a jinja template as far as it can be known before it is filled in on the server. */
import type { Json } from '../../../model/json.ts';
import { list } from '../quote.ts';
import { checkCloudConfig } from './cloud-config.ts';
import { type Checked, type Content, inside, NOTHING_WRONG, problemAt } from './content.ts';
import { FIRST_LINE_EXAMPLES, typeOfText } from './part-types.ts';

const PAIRS = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['{#', '#}'],
] as const;

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
  const text = body.text
    .replace(/\{#[\s\S]*?#\}/g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/\{\{[^\n]*?\}\}/g, (expression) =>
      STAND_IN.repeat(expression.length).slice(0, expression.length),
    );
  const isUnknown = (value: Json) => typeof value === 'string' && value.includes(STAND_IN.slice(0, 4));
  const { problems, findings } = checkCloudConfig({ ...body, text }, isUnknown);
  return { problems, findings };
}

function unclosed(text: string): { line: number; column: number; message: string } | null {
  for (let at = 0; ; ) {
    const next = /\{[{%#]/.exec(text.slice(at));
    if (next === null) return null;
    const from = at + next.index;
    const close = PAIRS.find(([open]) => open === next[0])?.[1] ?? '}}';
    const end = text.indexOf(close, from + 2);
    if (end < 0) {
      const before = text.slice(0, from).split('\n');
      const column = (before.at(-1) ?? '').length + 1;
      return {
        line: before.length,
        column,
        message: `"${next[0]}" is opened and not closed; write "${close}" behind it`,
      };
    }
    at = end + 2;
  }
}
