// The deterministic source of every id: same sequence of requests, same ids.

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Whatever keeps the generator's 32-bit position (the world does). */
export interface RandomSource {
  random: number;
}

/** Next 32 bits (mulberry32: the position alone is the state, so it can be saved). */
export function nextWord(source: RandomSource): number {
  source.random = (source.random + 0x6d2b79f5) | 0;
  let word = source.random;
  word = Math.imul(word ^ (word >>> 15), word | 1);
  word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
  return (word ^ (word >>> 14)) >>> 0;
}

/** Lower-case hexadecimal digits, `length` a multiple of 8. */
export function hexDigits(source: RandomSource, length: number): string {
  let text = '';
  while (text.length < length) text += hexWord(nextWord(source));
  return text;
}

/** A version 4 UUID. */
export function uuid(source: RandomSource): string {
  const digits = hexDigits(source, 32);
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 3) | 8).toString(16);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20)}`;
}

/** Twelve characters as Heat names group members and nested stacks (heat/common/short_id.py generate_id). */
export function shortId(source: RandomSource): string {
  let text = '';
  for (let half = 0; half < 2; half += 1) {
    let word = nextWord(source);
    for (let index = 0; index < 6; index += 1) {
      text += BASE32.charAt(word & 31);
      word >>>= 5;
    }
  }
  return text;
}

function hexWord(word: number): string {
  return `${HEX[word >>> 24]}${HEX[(word >>> 16) & 255]}${HEX[(word >>> 8) & 255]}${HEX[word & 255]}`;
}
