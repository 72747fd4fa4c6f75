/** How `drift --fix` puts each kind of drift right, or why it leaves it to people: the table that decision, documentation and tests share. */
import { DRIFT_KINDS, type DriftKindName } from '../drift/kinds.ts';

export type FixWay =
  /** `unless`: why not, where a finding of this kind does not tell what to write. */
  | { readonly by: 'service'; readonly unless: string }
  | { readonly by: 'heat' }
  | { readonly by: 'stack' }
  | { readonly by: 'people'; readonly why: string };

const service = (unless = 'what it should be is not to be told from here'): FixWay => ({
  by: 'service',
  unless,
});
const heat: FixWay = { by: 'heat' };
const stack: FixWay = { by: 'stack' };
const people = (why: string): FixWay => ({ by: 'people', why });

const APPLY = 'that is for apply';
const REPLACE = 'that would replace a server: `health --heal` does it, within its budget';
const REMOVE = '`--fix` deletes nothing that somebody made';
const REBUILD = 'what hangs on it would have to be made anew with it';
const UNKNOWN_GROUP = 'a security group that it should have is not found by its name, or found twice';

/** In the order of the kinds. */
export const FIX_WAYS: Readonly<Record<DriftKindName, FixWay>> = {
  'stack-missing': people(APPLY),
  'stack-left-over': people(APPLY),
  'stack-failed': people('apply finishes what stopped'),
  'stack-suspended': people('somebody put it to sleep'),
  'stack-without-spec': people(REMOVE),
  'template-edited': stack,
  'parameter-edited': stack,
  'environment-edited': stack,
  'file-edited': people('Heat would change every member at once'),
  'tags-edited': stack,
  'schedule-missed': people('that is for the scheduled run'),
  'ignore-expired': people('it stands in the settings'),
  'group-cannot-scale': people('a mark is taken back, or an update finished, by somebody who knows why'),
  'scaling-stuck': people('between its two commands nothing may come'),
  'size-out-of-bounds': people('sizes are never touched'),
  'member-failed': people(REPLACE),
  'member-behind': people(REPLACE),
  'server-missing': people(REPLACE),
  'server-stopped': people('somebody stopped it, or it stopped: `health --heal` replaces it'),
  'server-error': people(REPLACE),
  'server-not-active': people('somebody may be at work in it: `health --heal` replaces it'),
  'server-resized': people('a resize stops the server'),
  'server-rebuilt': people('a rebuild stops the server'),
  'server-renamed': service('only Heat knows the name that it gave'),
  'server-metadata-edited': service(),
  'server-metadata-added': service(),
  'server-metering-lost': service(),
  'server-tags-edited': service(),
  'server-locked': people('a lock says that somebody wants it left alone'),
  'server-key-changed': people('a key pair comes into a server only by a rebuild'),
  'server-security-groups-edited': service(UNKNOWN_GROUP),
  'server-networks-changed': people('connections run over it'),
  'server-volume-detached': people('a volume may be in use elsewhere'),
  'server-volume-attached': people('a volume may be in use'),
  'server-orphan': people(REMOVE),
  'port-missing': people(REPLACE),
  'port-disabled': service(),
  'port-edited': service(UNKNOWN_GROUP),
  'security-group-missing': people(REBUILD),
  'security-rule-removed': service(),
  'security-rule-added': service(),
  'floating-ip-missing': people('a new one would have another address'),
  'floating-ip-moved': service(
    'it serves something else now, or it is not to be told which port it belongs to',
  ),
  'balancer-missing': people(REBUILD),
  'balancer-error': people('only an operator can fail it over'),
  'balancer-edited': service(),
  'balancer-disabled': service(),
  'listener-missing': people(REBUILD),
  'listener-added': people(REMOVE),
  'listener-edited': service(),
  'listener-disabled': service(),
  'pool-missing': people(REBUILD),
  'pool-added': people(REMOVE),
  'pool-edited': service(),
  'pool-disabled': service(),
  'monitor-missing': heat,
  'monitor-added': people(REMOVE),
  'monitor-edited': service(),
  'monitor-disabled': service(),
  'pool-member-missing': heat,
  'pool-member-added': people(REMOVE),
  'pool-member-edited': service(),
  'pool-member-disabled': service(),
  'pool-member-astray': heat,
  'alarm-missing': heat,
  'alarm-disabled': service(),
  'alarm-enabled': service(),
  'alarm-edited': service(),
  'alarm-action-edited': heat,
  'alarm-blind': people('measures are missing: nothing in the stack is wrong'),
  'alarm-unheard': people('first somebody must find out what died'),
};

export function wayOf(kind: string): FixWay {
  return isKnown(kind) ? FIX_WAYS[kind] : people('nobody said how');
}

function isKnown(kind: string): kind is DriftKindName {
  return Object.hasOwn(DRIFT_KINDS, kind);
}
