/** The parts of a stack, the one that is and the one that is to be alike: those of one member of each group, and those beside. */
import type { DesiredGroup, DesiredStack } from '../../model/desired.ts';
import type { JsonObject } from '../../model/json.ts';
import type { PresentStack } from '../../model/observed.ts';
import { isSwitchedOff, scopeOf } from '../heat/describe-groups.ts';
import { resolve } from '../heat/resolve.ts';
import { viewTemplate } from '../heat/template.ts';
import { type Part, partsOf } from './parts.ts';

export interface StackParts {
  /** Of one member, by the group's address. */
  readonly each: ReadonlyMap<string, readonly Part[]>;
  /** There once, whatever the size: by the resource's name, and all of it. */
  readonly besideBy: ReadonlyMap<string, readonly Part[]>;
  readonly beside: readonly Part[];
}

type Side = Pick<DesiredStack | PresentStack, 'template' | 'files' | 'environment'>;

export function stackParts(
  side: Side,
  groups: readonly Pick<DesiredGroup, 'address' | 'member'>[],
): StackParts {
  const view = viewTemplate(side.template);
  const scope = scopeOf(view, side);
  const beside = Object.entries(view.resources)
    .filter(([, resource]) => !isSwitchedOff(resource, scope))
    .map(([name, { type, properties }]): readonly [string, readonly Part[]] => [
      name,
      partsOf({ type, properties: resolve(properties, scope) }, side),
    ]);
  return {
    each: new Map(groups.map(({ address, member }) => [address, memberParts(member, side)])),
    besideBy: new Map(beside),
    beside: beside.flatMap(([, parts]) => parts),
  };
}

/** A member that nobody can read holds who knows what. */
function memberParts(member: JsonObject, side: Side): readonly Part[] {
  return typeof member['type'] === 'string' ? partsOf(member, side) : [{ kind: 'opaque', type: '' }];
}
