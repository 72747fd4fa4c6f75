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
