/** Spreads the replacement of a resource to those that refer to it. */
import type { JsonObject } from '../../model/json.ts';
import { groupType } from '../heat/group-types.ts';
import { nestedResources } from '../heat/member-servers.ts';
import { referencedResources } from '../heat/resolve.ts';
import { object } from '../heat/template.ts';
import { type Effect, effectOf, none, strongest } from './replacement.ts';
import { insideEffect, isReplaced, type ResourceChange, type Side, typeOf } from './resource-change.ts';

/**
 * Whoever refers to a replaced resource gets a new id in that property (heat/engine/update.py: dependants are updated
 * after what they need), so the change spreads until nothing more is replaced.
 */
export function followReferences(direct: readonly ResourceChange[], sides: Sides): readonly ResourceChange[] {
  const { after } = sides;
  const changes = new Map(direct.map((change) => [change.name, change]));
  const queue = direct.filter(isReplaced).map(({ name }) => name);
  for (let target = queue.shift(); target !== undefined; target = queue.shift()) {
    for (const [name, definition] of Object.entries(after.resources)) {
      const spread = throughReference({ name, definition, target, known: changes.get(name), ...sides });
      if (!spread) continue;
      const wasReplaced = isReplaced(changes.get(name));
      changes.set(name, spread);
      if (isReplaced(spread) && !wasReplaced) queue.push(name);
    }
  }
  return [...changes.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

export interface Sides {
  readonly before: Side;
  readonly after: Side;
  /** What happens to the members of a group whose definition changes. */
  readonly memberEffect: (old: JsonObject, next: JsonObject, before: Side, after: Side) => Effect | null;
}

interface Spread extends Sides {
  readonly name: string;
  readonly definition: JsonObject;
  /** The replaced resource. */
  readonly target: string;
  readonly known: ResourceChange | undefined;
}

function throughReference(spread: Spread): ResourceChange | null {
  const { name, definition, target, known, before, after } = spread;
  if (name === target || known?.kind === 'create' || known?.kind === 'delete') return null;
  const properties = object(definition['properties']);
  const keys = Object.keys(properties).filter((key) =>
    referencedResources(properties[key] ?? null).has(target),
  );
  if (keys.length === 0) return null;
  const type = typeOf(definition);
  const effects = keys.map((key) => effectOf(type, key, properties));
  const own = strongest(
    effects.map((effect) => ({ ...effect, how: `${effect.how} (${target} is replaced)` })),
  );
  const group = groupType(type);
  const reaches = group !== undefined && keys.includes(group.member.property);
  const old = Object.hasOwn(before.resources, name) ? before.resources[name] : undefined;
  const member = !reaches
    ? null
    : group.member.kind === 'inline'
      ? memberThroughReference(object(properties[group.member.property]), target, after)
      : old && spread.memberEffect(old, definition, before, after);
  if (known?.kind !== 'change')
    return { name, kind: 'change', type, effect: own, fields: [], member: member ?? null };
  return {
    ...known,
    effect: strongest([known.effect, own]),
    member: member && known.member ? strongest([known.member, member]) : (known.member ?? member ?? null),
  };
}

function memberThroughReference(member: JsonObject, target: string, side: Side): Effect {
  const inside = nestedResources(typeOf(member), object(member['properties']), side.files);
  if (inside) return insideThroughReference(inside, target);
  const properties = object(member['properties']);
  const keys = Object.keys(properties).filter((key) =>
    referencedResources(properties[key] ?? null).has(target),
  );
  const effects = keys.map((key) => effectOf(typeOf(member), key, properties));
  return strongest(effects.map((effect) => ({ ...effect, how: `${effect.how} (${target} is replaced)` })));
}

/** A member's file gets the new id by a parameter: what uses it changes, and nobody else. */
function insideThroughReference(inside: Side['resources'], target: string): Effect {
  const effects = Object.entries(inside).flatMap(([name, definition]) => {
    const properties = object(definition['properties']);
    const keys = Object.keys(properties).filter((key) =>
      referencedResources(properties[key] ?? null).has(target),
    );
    if (keys.length === 0) return [];
    const type = typeOf(definition);
    const effect = strongest(keys.map((key) => effectOf(type, key, properties)));
    return [insideEffect({ name, kind: 'change', type, effect, fields: [], member: null })];
  });
  const named = effects.map((effect) => ({ ...effect, how: `${effect.how} (${target} is replaced)` }));
  return { ...strongest(named.length > 0 ? named : [none('nothing inside uses it')]), inside: true };
}
