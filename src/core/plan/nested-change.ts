/** Finds what changes about a group inside a nested stack, by the files that lead to it. */
import { own } from '../../model/json.ts';
import { sameValue } from '../heat/canonical.ts';
import { nestedResources } from '../heat/member-servers.ts';
import { object } from '../heat/template.ts';
import type { Effect } from './replacement.ts';
import { type Side, typeOf } from './resource-change.ts';
import { definitionEffect, diffResources, memberOf } from './resource-diff.ts';

export interface GroupChange {
  /** What happens to its members; null when their definition is the same. */
  readonly member: Effect | null;
  /** Only the text of the member's file changes: Heat updates all at once, whatever the batches say (measured). */
  readonly atOnce: boolean;
}

export interface TwoSides {
  readonly before: Side;
  readonly after: Side;
}

/** `address`: names of resources from the root down; null when the group is new or gone. */
export function groupChange(address: string, sides: TwoSides): GroupChange | null {
  const [name = '', ...below] = address.split('/');
  if (below.length > 0) {
    const inside = { before: opened(name, sides.before), after: opened(name, sides.after) };
    return inside.before && inside.after
      ? groupChange(below.join('/'), { before: inside.before, after: inside.after })
      : null;
  }
  const old = own(sides.before.resources, name);
  const next = own(sides.after.resources, name);
  if (!old || !next) return null;
  const change = diffResources(sides.before, sides.after).find((one) => one.name === name);
  const members = { old: memberOf(old, sides.before), next: memberOf(next, sides.after) };
  const files = { before: sides.before.files, after: sides.after.files };
  const inFiles = sameValue(members.old, members.next) ? textEffect(members.next, files) : null;
  const member = change?.kind === 'change' ? change.member : null;
  return { member: member ?? inFiles, atOnce: member === null && inFiles !== null };
}

function opened(name: string, side: Side): Side | null {
  const definition = own(side.resources, name);
  const resources =
    definition && nestedResources(typeOf(definition), object(definition['properties']), side.files);
  return resources ? { ...side, resources } : null;
}

/** The definition is the same, but the file it names is not. */
export function textEffect(
  member: ReturnType<typeof memberOf>,
  files: { readonly before: Side['files']; readonly after: Side['files'] },
): Effect | null {
  const file = typeOf(member);
  const [old, next] = [own(files.before, file), own(files.after, file)];
  if (old === undefined || next === undefined || old === next) return null;
  // two names for the two texts, so that they count as two definitions
  const named = { ...member, type: `${file}\0next` };
  return definitionEffect(member, named, {
    before: files.before,
    after: { ...files.after, [`${file}\0next`]: next },
  });
}
