/** The few words said below an issue: what is new, that it is back, that it is clean. */
import type { IssueFact } from '../../model/issue.ts';
import { digest } from '../heat/canonical.ts';
import type { Line } from './document.ts';
import { line, link } from './document.ts';
import { toMarkdown } from './markdown.ts';
import { grouped } from './words.ts';

const SHOWN = 20;
const MOST = 30_000;

/** Which word below the issue it is, and whose. */
export interface Saying {
  /** 1 for the first: a run that was killed after it spoke is not repeated by the next. */
  readonly number: number;
  /** The page of the run; null when it has none. */
  readonly run: string | null;
}

export function worseComment(fresh: readonly IssueFact[], saying: Saying): string {
  return said('worse', fresh, `New since the last word here:\n\n${list(fresh)}\n`, saying);
}

/** @param saying back: it had been clean. Otherwise a person had closed it, and this is what was not known then. */
export function backComment(
  facts: readonly IssueFact[],
  saying: Saying & { readonly back: boolean },
): string {
  const words = saying.back ? 'It is back:' : 'Opened again, since this is new since it was closed by hand:';
  return said('back', facts, `${words}\n\n${list(facts)}\n`, saying);
}

/** @param word one sentence, Markdown. */
export function cleanComment(word: string, saying: Saying): string {
  return said('clean', [], `${word}\n`, saying);
}

/** What a second issue about the same becomes; without our first line it counts no more. */
export function duplicateBody(of: number): string {
  return `Two runs at once opened this: read on in #${of}.\n`;
}

/** The first line is the same when the same is said at the same turn of the issue's life, whatever run says it, and in which words. */
function said(
  what: 'worse' | 'back' | 'clean',
  about: readonly IssueFact[],
  text: string,
  { number, run }: Saying,
): string {
  const footer: Line = run === null ? [] : line`said by ${link('this run', run)}`;
  const below = footer.length === 0 ? '' : `\n${toMarkdown([{ kind: 'footer', line: footer }])}`;
  const same = digest(about.map(({ id, severity }) => [id, severity]).sort()).replace(':', '=');
  return `<!-- thermostat:said ${number} ${what} ${same} -->\n${text}${below}`;
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
