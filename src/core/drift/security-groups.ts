/** Names of security groups, whether they are given by name or by id. */
import type { Json } from '../../model/json.ts';
import type { StackView } from './view.ts';

/** Each once, sorted. */
export function groupNames({ around }: StackView, groups: Json): readonly string[] {
  const known = around.things.of.securityGroup;
  const names = (Array.isArray(groups) ? groups : []).map((group: Json) => {
    const name = known?.get(String(group))?.fields['name'];
    return typeof name === 'string' ? name : String(group);
  });
  return [...new Set(names)].sort();
}

/** Each once, sorted; null when a name stands for none or for several. */
export function groupIds({ around }: StackView, groups: readonly Json[]): readonly string[] | null {
  const known = around.things.of.securityGroup;
  const ids = groups.map((group) => {
    if (known?.has(String(group))) return String(group);
    const named = [...(known?.values() ?? [])].filter(({ fields }) => fields['name'] === group);
    return named.length === 1 ? (named[0]?.id ?? null) : null;
  });
  return ids.includes(null) ? null : [...new Set(ids.filter((id) => id !== null))].sort();
}
