/** The few words said below an issue: what is new, that it is back, that it is clean. */
import type { IssueFact } from '../../model/issue.ts';
import { digest } from '../heat/canonical.ts';
import type { Line } from './document.ts';
import { line, link } from './document.ts';
import { toMarkdown } from './markdown.ts';
import { grouped } from './words.ts';

const SHOWN = 20;
const MOST = 30_000;

export function worseComment(fresh: readonly IssueFact[], run: string | null): string {
  return said(`New since the last word here:\n\n${list(fresh)}\n`, run);
}

/** @param how back: it had been clean. Otherwise a person had closed it, and this is what was not known then. */
export function backComment(
  facts: readonly IssueFact[],
  how: { readonly back: boolean; readonly run: string | null },
): string {
  const words = how.back ? 'It is back:' : 'Opened again, since this is new since it was closed by hand:';
  return said(`${words}\n\n${list(facts)}\n`, how.run);
}

/** @param word one sentence, Markdown. */
export function cleanComment(word: string, run: string | null): string {
  return said(`${word}\n`, run);
}

/** What a second issue about the same becomes; without our first line it counts no more. */
export function duplicateBody(of: number): string {
  return `Two runs at once opened this: read on in #${of}.\n`;
}

/** The first line is the same when the same is said, whatever run says it. */
function said(text: string, run: string | null): string {
  const footer: Line = run === null ? [] : line`said by ${link('this run', run)}`;
  const below = footer.length === 0 ? '' : `\n${toMarkdown([{ kind: 'footer', line: footer }])}`;
  return `<!-- thermostat:said ${digest(text).replaceAll(':', '=')} -->\n${text}${below}`;
}

function list(facts: readonly IssueFact[]): string {
  const shown: string[] = [];
  let room = MOST;
  for (const { line: words } of facts.slice(0, SHOWN)) {
    if (words.length > room) break;
    room -= words.length;
    shown.push(`- ${words}`);
  }
  const rest = facts.length - shown.length;
  return [...shown, ...(rest > 0 ? [`- and ${grouped(rest)} more`] : [])].join('\n');
}
