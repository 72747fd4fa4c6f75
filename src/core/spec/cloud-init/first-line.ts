/** Says what is wrong with the first line of user data, by which cloud-init knows what it is. */
import { list, quote } from '../quote.ts';
import { suggest } from '../suggest.ts';
import { FIRST_LINE_EXAMPLES, typeOfText } from './part-types.ts';

/** null = cloud-init knows it. */
export function firstLineProblem(text: string): string | null {
  const first = text.split('\n', 1)[0] ?? '';
  if (text.trim() === '') return 'the user data is empty; write it, or leave cloudInit away';
  if (first.startsWith('\uFEFF'))
    return 'the user data starts with a byte order mark, which hides its first line; save it without';
  if (first.startsWith('#!') && first.endsWith('\r'))
    return `the script's first line ends with CR LF, so no interpreter would be found; save the file with LF`;
  if (typeOfText(text) !== null) return null;
  const right = `its first line must be ${list(FIRST_LINE_EXAMPLES, 'or')}`;
  if (first.trim() === '') return `the user data starts with an empty line; ${right}`;
  const near = suggest(first.trim(), FIRST_LINE_EXAMPLES);
  if (near === null) {
    return `the user data starts with a line that cloud-init would pass over; ${right}`;
  }
  return `the user data starts with ${firstWord(first)}, which cloud-init would pass over; did you mean "${near}"?`;
}

/** Whatever follows the word of a header, or stands without one, may be anything, a password too. */
function firstWord(line: string): string {
  const word = /^#!? ?[A-Za-z0-9_-]{1,40}(?=\s|$)/.exec(line)?.[0];
  return word === undefined ? 'a mistyped line' : quote(word);
}
