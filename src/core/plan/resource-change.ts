/** One resource's difference between two templates, with what it is made of. */
import type { FieldChange } from '../../model/change.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import { SERVER_TYPES } from '../heat/member-servers.ts';
import { beside, type Effect, update } from './replacement.ts';

/** One side of a comparison: definitions with parameters resolved, and the files they name. */
export interface Side {
  readonly resources: Readonly<Record<string, JsonObject>>;
  readonly files: Readonly<Record<string, string>>;
}

export type ResourceChange =
  | { readonly name: string; readonly kind: 'create' | 'delete'; readonly type: string }
  | {
      readonly name: string;
      readonly kind: 'change';
      readonly type: string;
      readonly effect: Effect;
      readonly fields: readonly FieldChange[];
      /** For a group: what happens to its members; null when their definition is the same. */
      readonly member: Effect | null;
    };

/** What a change inside a member means for its server. */
export function insideEffect(change: ResourceChange): Effect {
  if (change.kind !== 'change') {
    const how = `${change.name} ${change.kind === 'create' ? 'added' : 'removed'}`;
    return SERVER_TYPES.has(change.type) ? update(how) : beside(how);
  }
  const named = { ...change.effect, how: `${change.name}: ${change.effect.how}` };
  const touchesServer = SERVER_TYPES.has(change.type) || change.effect.inside || named.kind === 'none';
  return touchesServer ? named : { ...named, kind: 'beside', interrupts: false };
}

export function isReplaced(change: ResourceChange | undefined): boolean {
  return change?.kind === 'change' && change.effect.kind === 'replace';
}

export function typeOf(definition: Readonly<Record<string, Json>>): string {
  return typeof definition['type'] === 'string' ? definition['type'] : '';
}
