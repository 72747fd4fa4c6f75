/** Makes foreign text safe to look at: nothing hidden, nothing that steers a terminal, nothing endless. */

const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029\u{E0000}-\u{E0FFF}]/gu;

/** Control, bidi, zero-width and lone surrogate characters become `<U+202E>`; line breaks and tabs a blank. */
export function visible(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  return text.replaceAll(/\r\n|[\n\r\t]/g, ' ').replaceAll(HIDDEN, codePointName);
}

/** At most `limit` UTF-16 units, cut between characters, with `…` at the end when cut. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, Math.max(0, limit - 1));
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** Reads well in a sentence: never the middle of a path that matters most. */
export function oneLine(text: string, limit: number): string {
  return visible(clip(text, limit)).trim();
}

function codePointName(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
