/** Decides which rule, if any, says that a difference is to be left alone. */
import type { IgnoreRule } from '../../model/settings.ts';

/** The first rule that holds on that day; `path` is what plan or drift names, such as `resources.web.properties.max_size`. */
export function ignoredBy(
  rules: readonly IgnoreRule[],
  { group, path, now }: { readonly group: string; readonly path: string; readonly now: Date },
): IgnoreRule | null {
  return (
    rules.find(
      (rule) => !isExpired(rule, now) && matches(rule.group, group, false) && matches(rule.path, path, true),
    ) ?? null
  );
}

/** From the day after its last. */
export function isExpired({ expires }: IgnoreRule, now: Date): boolean {
  return now.toISOString().slice(0, 10) > expires;
}

/**
 * Whether the text is what the pattern says, `*` standing for any run of characters; with `below`, also what is inside of it.
 * In one pass without going back further than to the last `*`, so that no pattern can make it slow.
 */
function matches(pattern: string, text: string, below: boolean): boolean {
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
