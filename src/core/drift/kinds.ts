/** Every kind of drift there is, with how bad it is: the table that findings, documentation and tests share. */
import type { DriftAbout, DriftItem, DriftSeverity, LiveField } from '../../model/drift.ts';
import type { Mend } from '../../model/mend.ts';

export interface DriftKind {
  readonly severity: DriftSeverity;
  /** The group hears no signal any more, or nobody sends it one. */
  readonly cannotScale?: boolean;
}

const error: DriftKind = { severity: 'error' };
const deaf: DriftKind = { severity: 'error', cannotScale: true };
const warn: DriftKind = { severity: 'warn' };
const info: DriftKind = { severity: 'info' };

export const DRIFT_KINDS = {
  // the stack and its repository
  'stack-missing': error,
  'stack-left-over': warn,
  'stack-failed': deaf,
  'stack-suspended': deaf,
  'stack-without-spec': warn,
  'template-edited': warn,
  'parameter-edited': warn,
  'environment-edited': warn,
  'file-edited': warn,
  'tags-edited': info,
  'schedule-missed': warn,
  // the settings
  'ignore-expired': warn,
  // the group
  'group-cannot-scale': deaf,
  'scaling-stuck': deaf,
  'size-out-of-bounds': warn,
  'size-unexplained': info,
  'member-failed': error,
  'member-behind': warn,
  // servers
  'server-missing': error,
  'server-stopped': error,
  'server-error': error,
  'server-not-active': error,
  'server-resized': warn,
  'server-rebuilt': warn,
  'server-renamed': info,
  'server-metadata-edited': warn,
  'server-metadata-added': info,
  'server-metering-lost': error,
  'server-tags-edited': info,
  'server-locked': warn,
  'server-key-changed': warn,
  'server-security-groups-edited': warn,
  'server-networks-changed': error,
  'server-volume-detached': error,
  'server-volume-attached': warn,
  'server-orphan': warn,
  // ports, security groups, floating IPs
  'port-missing': error,
  'port-disabled': error,
  'port-edited': warn,
  'security-group-missing': error,
  'security-rule-removed': error,
  'security-rule-added': warn,
  'floating-ip-missing': error,
  'floating-ip-moved': error,
  // load balancers
  'balancer-missing': error,
  'balancer-error': error,
  'balancer-edited': warn,
  'balancer-disabled': error,
  'listener-missing': error,
  'listener-added': warn,
  'listener-edited': warn,
  'listener-disabled': error,
  'pool-missing': error,
  'pool-added': info,
  'pool-edited': warn,
  'pool-disabled': error,
  'monitor-missing': error,
  'monitor-added': warn,
  'monitor-edited': warn,
  'monitor-disabled': warn,
  'pool-member-missing': error,
  'pool-member-added': warn,
  'pool-member-edited': warn,
  'pool-member-disabled': error,
  'pool-member-astray': error,
  // alarms
  'alarm-missing': deaf,
  'alarm-disabled': deaf,
  'alarm-enabled': warn,
  'alarm-edited': warn,
  'alarm-action-edited': deaf,
  'alarm-blind': deaf,
  'alarm-unheard': deaf,
} as const satisfies Readonly<Record<string, DriftKind>>;

export type DriftKindName = keyof typeof DRIFT_KINDS;

export interface Found {
  readonly kind: DriftKindName;
  readonly subject: string;
  readonly repository: string;
  readonly cloud: string;
  readonly remedy: string;
  readonly about?: DriftAbout | null;
  readonly since?: string | null;
  readonly through?: string;
  readonly live?: readonly LiveField[];
  readonly place?: string;
  readonly partOf?: string;
  readonly mends?: readonly Mend[];
}

/** Of one thing, whose name it knows. */
export type MakeItem = (found: Omit<Found, 'subject'>) => DriftItem;

/** A finding with all that its kind says. */
export function driftItem(found: Found): DriftItem {
  const { severity, cannotScale = false }: DriftKind = DRIFT_KINDS[found.kind];
  return { severity, cannotScale, about: null, since: null, through: '', mends: [], left: '', ...found };
}
