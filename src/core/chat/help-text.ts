/** The answers to comments, in words. */
import type { AskedPull } from '../../model/chat.ts';
import { code, line } from '../report/document.ts';
import { quoted } from '../report/finding-line.ts';
import { toMarkdown } from '../report/markdown.ts';
import type { Ask } from './ask.ts';

/** Markdown. `misread` says first what was wrong with what was asked. */
export function helpText(
  ask: Extract<Ask, { kind: 'help' | 'misread' }>,
  enabled: readonly string[],
  { headSha }: AskedPull,
): string {
  const all = [
    { name: 'help', item: line`${code('/thermostat help')}: this` },
    {
      name: 'plan',
      item: line`${code('/thermostat plan')}: plan the pull request once more; the comment with the plan is rewritten`,
    },
    {
      name: 'apply',
      item: line`${code(`/thermostat apply ${headSha.slice(0, 7)}`)}: apply the plan of that commit, the newest here, before it is merged`,
    },
  ];
  const items = all.filter(({ name }) => name === 'help' || enabled.includes(name)).map(({ item }) => item);
  const first =
    ask.kind === 'misread'
      ? line`That was not understood: ${ask.why}.`
      : line`What can be asked for here, in a comment of one line:`;
  return toMarkdown([
    { kind: 'paragraph', lines: [first] },
    { kind: 'list', items, numbered: false },
  ]);
}

/** Markdown. */
export function refusalText(why: string): string {
  return toMarkdown([{ kind: 'paragraph', lines: [line`Not done: ${quoted(why)}.`] }]);
}

/** Markdown. */
export function resultText(verdict: string): string {
  return toMarkdown([{ kind: 'paragraph', lines: [quoted(verdict)] }]);
}
