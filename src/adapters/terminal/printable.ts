/** Takes from foreign text what could steer a terminal. */

/** Everything but line breaks and tabs that has no shape of its own. */
const STEERING = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

export function printable(text: string): string {
  return text.replaceAll(STEERING, (character) => {
    return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}
