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

/** Whether the pattern could mean something inside of the text, and thus only a part of it. */
export function reachesBelow(pattern: string, text: string): boolean {
  let at = withStars(pattern, new Set([0]));
  for (const character of text) {
    const next = [...at].flatMap((place) =>
      pattern[place] === '*' ? [place] : pattern[place] === character ? [place + 1] : [],
    );
    at = withStars(pattern, new Set(next));
  }
  return [...at].some((place) => pattern[place] === '*' || isBorder(pattern[place]));
}

/** A star may stand for nothing. */
function withStars(pattern: string, places: Set<number>): Set<number> {
  for (const place of places) if (pattern[place] === '*') places.add(place + 1);
  return places;
}

function isBorder(character: string | undefined): boolean {
  return character === '.' || character === '[' || character === ' ';
}
