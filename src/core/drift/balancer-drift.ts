/** Drift of load balancers: parts that are gone, were added by hand, or have other settings than Heat gave them. */

import type { DriftAbout, DriftItem } from '../../model/drift.ts';
import type { Json } from '../../model/json.ts';
import type { Thing, ThingKind } from '../../model/things.ts';
import { differences, type Field, fieldsToSet, liveFields, sides } from './compare.ts';
import { type DriftKindName, driftItem } from './kinds.ts';
import { remade, remakeWords } from './remake.ts';
import type { Told } from './told.ts';
import { objectsIn, type StackView, textField, thingBehind, timeField } from './view.ts';

interface Part {
  readonly kind: Extract<ThingKind, 'loadBalancer' | 'listener' | 'pool' | 'healthMonitor'>;
  readonly word: string;
  /** `openstack loadbalancer … set`. */
  readonly command: string;
  readonly missing: DriftKindName;
  readonly edited: DriftKindName;
  readonly disabled: DriftKindName;
  readonly fields: readonly Field[];
}

/** A field without `otherwise` counts only if the template gives it; the others have Octavia's own defaults. */
const PARTS: Readonly<Record<string, Part>> = {
  'OS::Octavia::LoadBalancer': {
    kind: 'loadBalancer',
    word: 'load balancer',
    command: 'loadbalancer set',
    missing: 'balancer-missing',
    edited: 'balancer-edited',
    disabled: 'balancer-disabled',
    fields: [{ property: 'description' }, { property: 'name' }],
  },
  'OS::Octavia::Listener': {
    kind: 'listener',
    word: 'listener',
    command: 'loadbalancer listener set',
    missing: 'listener-missing',
    edited: 'listener-edited',
    disabled: 'listener-disabled',
    fields: [
      { property: 'protocol' },
      { property: 'protocol_port' },
      { property: 'connection_limit', otherwise: -1 },
      { property: 'allowed_cidrs', otherwise: null, set: true },
      { property: 'default_tls_container_ref', otherwise: null },
      { property: 'description' },
      { property: 'name' },
    ],
  },
  'OS::Octavia::Pool': {
    kind: 'pool',
    word: 'pool',
    command: 'loadbalancer pool set',
    missing: 'pool-missing',
    edited: 'pool-edited',
    disabled: 'pool-disabled',
    fields: [
      { property: 'protocol' },
      { property: 'lb_algorithm' },
      { property: 'session_persistence', otherwise: null },
      { property: 'description' },
      { property: 'name' },
    ],
  },
  'OS::Octavia::HealthMonitor': {
    kind: 'healthMonitor',
    word: 'health monitor',
    command: 'loadbalancer healthmonitor set',
    missing: 'monitor-missing',
    edited: 'monitor-edited',
    disabled: 'monitor-disabled',
    fields: [
      { property: 'type' },
      { property: 'delay' },
      { property: 'timeout' },
      { property: 'max_retries' },
      { property: 'url_path' },
      { property: 'http_method' },
      { property: 'expected_codes' },
    ],
  },
};

export function balancerDrift(view: StackView): readonly DriftItem[] {
  return view.told
    .filter(({ settled }) => settled)
    .flatMap((told) => {
      const part = PARTS[told.type];
      return part ? partDrift(view, told, part) : [];
    });
}

function partDrift(view: StackView, told: Told, part: Part): readonly DriftItem[] {
  const live = thingBehind(view, part.kind, told);
  const subject = `${part.word} ${told.address}`;
  if (live === null) return [];
  if (live === undefined) {
    return [
      driftItem({
        kind: part.missing,
        subject,
        repository: 'there',
        cloud: 'does not exist in Octavia',
        remedy: `Heat does not know that it is gone: ${remakeWords(view.stack, told.address)}`,
        mends: told.type === 'OS::Octavia::HealthMonitor' ? remade(told.address) : [],
      }),
    ];
  }
  if (isPending(live)) return [];
  return [
    ...failed(live, told, subject),
    ...edited(live, told, part, subject),
    ...disabled(live, told, part, subject),
    ...added(view, live, told, subject),
  ];
}

/** Somebody's change is under way, or one of its parts'. */
export function isPending({ fields }: Thing): boolean {
  return textField(fields, 'provisioning_status').startsWith('PENDING');
}

/** Horizon has a page of its own for the balancer only; its parts are below listeners and pools. */
function aboutOf({ id }: Thing, { type }: Told): DriftAbout | null {
  return type === 'OS::Octavia::LoadBalancer' ? { service: 'loadBalancer', id } : null;
}

function failed(live: Thing, told: Told, subject: string): readonly DriftItem[] {
  if (textField(live.fields, 'provisioning_status') !== 'ERROR') return [];
  return [
    driftItem({
      kind: 'balancer-error',
      subject,
      about: aboutOf(live, told),
      repository: 'ACTIVE',
      cloud: 'provisioning_status ERROR: Octavia could not carry out a change',
      remedy: 'ask the operator for `openstack loadbalancer failover`; until then nothing of it can change',
      since: timeField(live.fields, 'updated_at'),
    }),
  ];
}

function edited(live: Thing, told: Told, part: Part, subject: string): readonly DriftItem[] {
  const found = differences(told.properties, live.fields, part.fields);
  if (found.length === 0) return [];
  return [
    driftItem({
      kind: part.edited,
      subject,
      about: aboutOf(live, told),
      ...sides(found),
      live: liveFields(`resources.${told.address}`, found),
      remedy: `an update of the stack does not mend it, as the template is the same: \`openstack ${part.command} ${live.id}\` with ${found.map(({ property, told }) => `${property} ${told}`).join(', ')}; or merge the live value into the spec`,
      since: timeField(live.fields, 'updated_at'),
      mends: [{ kind: part.kind, id: live.id, fields: fieldsToSet(found) }],
    }),
  ];
}

function disabled(live: Thing, told: Told, part: Part, subject: string): readonly DriftItem[] {
  if (live.fields['admin_state_up'] !== false || isOff(told.properties['admin_state_up'])) return [];
  return [
    driftItem({
      kind: part.disabled,
      subject,
      about: aboutOf(live, told),
      repository: 'enabled',
      cloud: 'disabled (admin_state_up false)',
      remedy: `\`openstack ${part.command} --enable ${live.id}\``,
      since: timeField(live.fields, 'updated_at'),
      mends: [{ kind: part.kind, id: live.id, fields: ENABLED }],
    }),
  ];
}

export const ENABLED = { admin_state_up: true };

/** As HOT writes it: a parameter may give it as text. */
export function isOff(value: Json | undefined): boolean {
  return value === false || String(value ?? '').toLowerCase() === 'false';
}

interface Holding {
  readonly key: string;
  readonly kind: ThingKind;
  readonly found: DriftKindName;
  readonly command: string;
  readonly word: string;
}

const HOLDS: Readonly<Record<string, readonly Holding[]>> = {
  'OS::Octavia::LoadBalancer': [
    {
      key: 'listeners',
      kind: 'listener',
      found: 'listener-added',
      command: 'loadbalancer listener delete',
      word: 'listener',
    },
    { key: 'pools', kind: 'pool', found: 'pool-added', command: 'loadbalancer pool delete', word: 'pool' },
  ],
};

/** What hangs on our own balancer or pool and was made by nobody's template of this stack. */
function added(view: StackView, live: Thing, told: Told, subject: string): readonly DriftItem[] {
  const own = new Set(view.stack.resources.map(({ physicalId }) => physicalId));
  const parts = (HOLDS[told.type] ?? []).flatMap(({ key, kind, found, command, word }) =>
    objectsIn(live.fields, key)
      .map((one) => textField(one, 'id'))
      .filter((id) => !own.has(id) && (view.around.things.of[kind]?.has(id) ?? false))
      .map((id) =>
        driftItem({
          kind: found,
          subject: `${word} ${id} of ${subject}`,
          repository: 'not there',
          cloud: 'added by hand',
          remedy: `put it into the spec, or \`openstack ${command} ${id}\``,
          since: timeField(view.around.things.of[kind]?.get(id)?.fields ?? {}, 'created_at'),
        }),
      ),
  );
  const monitor = told.type === 'OS::Octavia::Pool' ? textField(live.fields, 'healthmonitor_id') : '';
  if (monitor === '' || own.has(monitor)) return parts;
  return [
    ...parts,
    driftItem({
      kind: 'monitor-added',
      subject: `health monitor ${monitor} of ${subject}`,
      repository: 'not there',
      cloud: 'added by hand',
      remedy: `put it into the spec, or \`openstack loadbalancer healthmonitor delete ${monitor}\``,
    }),
  ];
}
