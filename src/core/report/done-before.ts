/** Keeps what an apply said it did, when the same commit is applied once more and finds nothing left to do. */
import { bodyOf, isUntouched, parseMarker } from './marker.ts';

/** The verdict, before anything foreign can stand there. */
const DONE = /^### \S+ Done: /;
/** The footer of an apply, the last line. */
const FOOTER = /\n<sub>Apply of `([0-9a-f]{7})` [^\n]*<\/sub>\s*$/;

/** True when the comment is our own word on this commit, unedited: an apply that ended well, with what it did. */
export function toldDone(earlier: string | null, key: string, commit: string | null): boolean {
  const text = earlier?.replaceAll('\r\n', '\n') ?? '';
  const marker = parseMarker(text);
  const body = bodyOf(text);
  if (marker === null || marker.key !== key || commit === null || !DONE.test(body)) return false;
  return FOOTER.exec(body)?.[1] === commit.slice(0, 7) && isUntouched(body, marker.digest);
}
