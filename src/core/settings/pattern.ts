/** Patterns of settings: `*` stands for any run of characters, everything else for itself. */

/**
 * Whether the text is what the pattern says, `*` standing for any run of characters; with `below`, also what is inside of it.
 * In one pass without going back further than to the last `*`, so that no pattern can make it slow.
 */
export function matches(pattern: string, text: string, below = false): boolean {
  let [at, inPattern, star, resume] = [0, 0, -1, 0];
  while (at < text.length) {
    if (below && inPattern === pattern.length && isBorder(text[at])) return true;
    if (pattern[inPattern] === '*') {
      star = inPattern++;
      resume = at;
    } else if (inPattern < pattern.length && pattern[inPattern] === text[at]) {
      inPattern += 1;
      at += 1;
    } else if (star >= 0) {
      inPattern = star + 1;
      at = ++resume;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(inPattern));
}

function isBorder(character: string | undefined): boolean {
  return character === '.' || character === '[' || character === ' ';
}
