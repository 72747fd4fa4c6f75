/** Keys that the format will have: refused in words, so that nobody believes they act. */
import { quote } from './quote.ts';
import type { OwnKind } from './spec-documents.ts';

const GROUP_KEYS: readonly { readonly at: RegExp; readonly keys: readonly string[] }[] = [
  { at: /^\/spec\/rollout$/, keys: ['canary'] },
];

/** The sentence for such a key, or null when it is none. */
export function notBuiltYet(kind: OwnKind, pointer: string, key: string): string | null {
  if (kind !== 'AutoScalingGroup') return null;
  const known = GROUP_KEYS.some(({ at, keys }) => at.test(pointer) && keys.includes(key));
  return known ? `${quote(key)} is not built yet; remove it, the rest of the spec works without it` : null;
}
