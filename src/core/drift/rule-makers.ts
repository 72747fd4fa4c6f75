/** Tells of rules in our security groups which stack made them: what another stack made is for that one to take away. */
import type { DriftItem, GroupDrift } from '../../model/drift.ts';
import type { Maker } from '../../model/things.ts';

/** Rules that are there and that no template of the group's own stack made. */
export function addedRules({ items }: GroupDrift): readonly string[] {
  return items.flatMap(ruleOf);
}

/** `makers`: by the rule's id; null = nobody can tell. */
export function withMakers(group: GroupDrift, makers: ReadonlyMap<string, Maker> | null): GroupDrift {
  const items = group.items.map((item): DriftItem => {
    const [id] = ruleOf(item);
    if (id === undefined) return item;
    if (makers === null) return { ...item, mustStay: UNKNOWN };
    const maker = makers.get(id);
    return maker === undefined ? item : madeBy(item, maker);
  });
  return { ...group, items };
}

const UNKNOWN =
  'another stack of the project may have made it, and nobody could tell: `openstack stack list`, or take it away by hand';

function madeBy(item: DriftItem, { stack, resource }: Maker): DriftItem {
  return {
    ...item,
    through: `the stack ${stack} (${resource})`,
    remedy: `take ${resource} out of the stack ${stack}, or give that a security group of its own; if it is right as it is, a rule of the settings leaves it alone`,
    mustStay: `the stack ${stack} made it (${resource}), and would miss it`,
    mends: [],
  };
}

function ruleOf({ kind, mends }: DriftItem): readonly string[] {
  if (kind !== 'security-rule-added') return [];
  return mends.flatMap((mend) => (mend.kind === 'removeRule' ? [mend.id] : []));
}
