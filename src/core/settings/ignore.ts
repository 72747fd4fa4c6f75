/** Decides which rule, if any, says that a difference is to be left alone. */
import type { IgnoreRule } from '../../model/settings.ts';
import { matches } from './pattern.ts';

/** The first rule that holds on that day; `path` is what plan or drift names, such as `resources.web.properties.max_size`. */
export function ignoredBy(
  rules: readonly IgnoreRule[],
  { group, path, now }: { readonly group: string; readonly path: string; readonly now: Date },
): IgnoreRule | null {
  return (
    rules.find(
      (rule) => !isExpired(rule, now) && matches(rule.group, group) && matches(rule.path, path, true),
    ) ?? null
  );
}

/** From the day after its last. */
export function isExpired({ expires }: Pick<IgnoreRule, 'expires'>, now: Date): boolean {
  return now.toISOString().slice(0, 10) > expires;
}
