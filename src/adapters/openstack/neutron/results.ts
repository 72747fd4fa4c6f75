/** What Neutron answers, in our words. */
import type { Json } from '../../../model/json.ts';
import type { NamedThing } from '../../../model/observed.ts';
import { listIn, textIn, textOr } from '../shape.ts';

export function networksOf(body: Json): readonly NamedThing[] {
  return listIn(body, 'networks').map(named);
}

export function subnetsOf(body: Json): readonly NamedThing[] {
  return listIn(body, 'subnets').map(named);
}

export function securityGroupsOf(body: Json): readonly NamedThing[] {
  return listIn(body, 'security_groups').map(named);
}

function named(thing: Readonly<Record<string, Json>>): NamedThing {
  return { id: textIn(thing, 'id'), name: textOr(thing['name'], '') };
}
