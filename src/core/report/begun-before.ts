/** Reads off a comment whether a run of the same commit had begun, and ended before it could say what it did. */
import { OPENING } from './last-plan.ts';
import { bodyOf, isUntouched, parseMarker } from './marker.ts';

/** The verdict while an apply is at work. */
export const APPLYING = 'Applying';
/** Stands at the start of a line, where nothing foreign can. */
export const CUT_OFF = 'A run of this commit had begun, and ended before it could say what it did.';

/** The footer of an apply, the last line. */
const FOOTER = /\n<sub>Apply of `([0-9a-f]{7})` [^\n]*<\/sub>\s*$/;

/** `begun`: it says that a run is at work. `cut-off`: it says already that one was cut off. null: neither, not ours, edited, or of another commit. */
export function begunBefore(
  earlier: string | null,
  key: string,
  commit: string | null,
): 'begun' | 'cut-off' | null {
  const text = earlier?.replaceAll('\r\n', '\n') ?? '';
  const marker = parseMarker(text);
  const body = bodyOf(text);
  if (marker === null || marker.key !== key || !isUntouched(body, marker.digest)) return null;
  if (commit === null || FOOTER.exec(body)?.[1] !== commit.slice(0, 7)) return null;
  const [said = ''] = body.split(`\n${OPENING}`);
  if (said.includes(`\n${CUT_OFF}`)) return 'cut-off';
  return new RegExp(`^### \\S+ ${APPLYING} `).test(said) ? 'begun' : null;
}
