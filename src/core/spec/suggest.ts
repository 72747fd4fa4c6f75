/** Did-you-mean: the known word that is closest to a mistyped one. */

/** The nearest of `known`, or null when none is near (unless said, a third of the letters may differ, at least one). */
export function suggest(
  word: string,
  known: readonly string[],
  allowed = Math.max(1, Math.floor(word.length / 3)),
): string | null {
  if (word.length > 100) return null;
  let best: { name: string; distance: number } | null = null;
  for (const name of known) {
    const distance = spelledAlike(word, name) ? 0 : editDistance(word.toLowerCase(), name.toLowerCase());
    if (distance <= allowed && (best === null || distance < best.distance)) best = { name, distance };
  }
  return best?.name ?? null;
}

/** `; did you mean "x"?` when there is a near one, else `; <otherwise>`. */
export function hint(word: string, known: readonly string[], otherwise: string): string {
  const near = suggest(word, known);
  return near === null ? `; ${otherwise}` : `; did you mean "${near}"?`;
}

function spelledAlike(a: string, b: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[_-]/g, '');
  return plain(a) === plain(b);
}

/** Edits with neighbours swapped counting as one (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}
