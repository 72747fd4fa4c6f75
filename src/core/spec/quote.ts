/** Values as they are shown inside a problem: in quotes, on one line, shortened. */

const LONGEST = 60;

/** `"text"`, control characters escaped, at most 60 characters of it. */
export function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return `"${escaped(shortened(text))}"`;
}

/** `a, b and c`. */
export function list(words: readonly string[], joint = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${joint} ${words[words.length - 1]}`;
}

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

function escaped(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (character) => {
    const simple = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }[character];
    return simple ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  });
}
