/** Drift of alarms: gone, switched off, edited, or blind. */

import type { DriftItem } from '../../model/drift.ts';
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';
import type { Thing } from '../../model/things.ts';
import { isUnresolved, referencedResources } from '../heat/resolve.ts';
import { redacted } from '../plan/field-diff.ts';
import { withoutUrlSecrets } from '../plan/url-secrets.ts';
import { type Difference, differences, type Field, fieldsToSet, liveFields, sides } from './compare.ts';
import { compositeDifferences } from './composite-rule.ts';
import { driftItem, type Found } from './kinds.ts';
import { remade, remakeWords } from './remake.ts';
import { constraintDifferences } from './time-constraints.ts';
import type { Told } from './told.ts';
import { type StackView, textField, thingBehind, timeField } from './view.ts';

const BY_RESOURCES: readonly Field[] = [
  { property: 'metric' },
  { property: 'resource_type' },
  { property: 'aggregation_method' },
  { property: 'granularity' },
  { property: 'evaluation_periods' },
  { property: 'threshold' },
  { property: 'comparison_operator' },
];

/** The rule in Aodh's alarm, and its fields; an event's alarm waits for events and is never blind. */
interface AlarmType {
  readonly rule: string;
  readonly fields: readonly Field[];
  readonly measures: boolean;
}

/** `query` is left out where Aodh wraps it (aodh/api/controllers/v2/alarm_rules/gnocchi.py). */
const TYPES: Readonly<Record<string, AlarmType>> = {
  'OS::Aodh::GnocchiAggregationByResourcesAlarm': {
    rule: 'gnocchi_aggregation_by_resources_threshold_rule',
    fields: BY_RESOURCES,
    measures: true,
  },
  'OS::Aodh::GnocchiResourcesAlarm': {
    rule: 'gnocchi_resources_threshold_rule',
    fields: [...BY_RESOURCES, { property: 'resource_id' }],
    measures: true,
  },
  'OS::Aodh::GnocchiAggregationByMetricsAlarm': {
    rule: 'gnocchi_aggregation_by_metrics_threshold_rule',
    fields: [
      { property: 'metrics', set: true },
      { property: 'aggregation_method' },
      { property: 'granularity' },
      { property: 'evaluation_periods' },
      { property: 'threshold' },
      { property: 'comparison_operator' },
    ],
    measures: true,
  },
  'OS::Aodh::PrometheusAlarm': {
    rule: 'prometheus_rule',
    fields: [{ property: 'query' }, { property: 'threshold' }, { property: 'comparison_operator' }],
    measures: true,
  },
  'OS::Aodh::CompositeAlarm': { rule: 'composite_rule', fields: [], measures: true },
  'OS::Aodh::EventAlarm': { rule: 'event_rule', fields: [{ property: 'event_type' }], measures: false },
};

const COMMON: readonly Field[] = [
  { property: 'repeat_actions' },
  { property: 'severity' },
  { property: 'description' },
];

export function alarmDrift(view: StackView): readonly DriftItem[] {
  return view.told
    .filter(({ settled }) => settled)
    .flatMap((told) => {
      const type = TYPES[told.type];
      const live = type ? thingBehind(view, 'alarm', told) : null;
      if (!type || live === null) return [];
      return live === undefined ? [missing(view, told)] : ofAlarm(view, told, type, live);
    });
}

function missing({ stack }: StackView, told: Told): DriftItem {
  return driftItem({
    kind: 'alarm-missing',
    subject: `alarm ${told.address}`,
    repository: 'there',
    cloud: 'does not exist in Aodh: nobody signals any more',
    remedy: `Heat does not know that it is gone: ${remakeWords(stack, told.address)}`,
    mends: remade(told.address),
  });
}

function ofAlarm(view: StackView, told: Told, type: AlarmType, live: Thing): readonly DriftItem[] {
  const item = (found: Omit<Found, 'subject'>): DriftItem =>
    driftItem({
      subject: `alarm ${told.address}`,
      about: { service: 'alarm', id: live.id },
      since: timeField(live.fields, 'timestamp'),
      ...found,
    });
  return [
    ...switched(told, live, item),
    ...edited(told, type, live, item),
    ...misdirected(view, told, live, item),
    ...blind(view, told, type, live, item),
  ];
}

type Make = (found: Omit<Found, 'subject'>) => DriftItem;

function switched({ address, properties }: Told, live: Thing, item: Make): readonly DriftItem[] {
  const given = properties['enabled'] ?? true;
  if (isUnresolved(given)) return [];
  const wanted = String(given).toLowerCase() === 'true';
  const is = live.fields['enabled'] !== false;
  if (wanted === is) return [];
  const mends = [{ kind: 'alarm', id: live.id, fields: { enabled: wanted } }] as const;
  const update = `\`openstack alarm update --enabled ${wanted ? 'true' : 'false'} ${live.id}\``;
  return wanted
    ? [
        item({
          kind: 'alarm-disabled',
          live: [{ path: `resources.${address}.properties.enabled`, value: false }],
          repository: 'enabled',
          cloud: 'disabled: it signals nobody',
          remedy: `${update}, or merge \`paused: true\` into the spec`,
          mends,
        }),
      ]
    : [
        item({
          kind: 'alarm-enabled',
          live: [{ path: `resources.${address}.properties.enabled`, value: true }],
          repository: 'disabled (paused)',
          cloud: 'enabled: it scales the group',
          remedy: update,
          mends,
        }),
      ];
}

function edited(told: Told, type: AlarmType, live: Thing, item: Make): readonly DriftItem[] {
  const { common, ofRule, spelt } = settingsOf(told, type, live);
  const found = [...common, ...ofRule, ...spelt];
  if (found.length === 0) return [];
  const fields = {
    ...fieldsToSet(common),
    ...(ofRule.length === 0 ? {} : { [type.rule]: fieldsToSet(ofRule) }),
  };
  return [
    item({
      kind: 'alarm-edited',
      ...sides(found),
      live: liveFields(`resources.${told.address}`, found),
      remedy: `an update of the stack does not mend it, as the template is the same: \`openstack alarm update ${live.id}\` with ${found.map(({ property, told }) => `${property} ${told}`).join(', ')}; or merge the live value into the spec`,
      mends: spelt.length > 0 ? remade(told.address) : [{ kind: 'alarm', id: live.id, fields }],
    }),
  ];
}

interface AlarmSettings {
  readonly common: readonly Difference[];
  readonly ofRule: readonly Difference[];
  /** Spelt by Heat for Aodh: who would write it here would have to spell alike. */
  readonly spelt: readonly Difference[];
}

function settingsOf({ properties }: Told, type: AlarmType, live: Thing): AlarmSettings {
  const rule = live.fields[type.rule];
  return {
    common: differences(properties, live.fields, COMMON),
    ofRule: differences(properties, isJsonObject(rule) ? rule : {}, type.fields),
    spelt: [
      ...compositeDifferences(properties, live.fields),
      ...constraintDifferences(properties, live.fields),
    ],
  };
}

/** Everything that Heat would set back if it sent the alarm once more; empty where it is no alarm, or nobody can tell. */
export function alarmDifferences(told: Told, live: Thing | undefined): readonly Difference[] {
  const type = TYPES[told.type];
  if (type === undefined || live === undefined) return [];
  const { common, ofRule, spelt } = settingsOf(told, type, live);
  return [...differences(told.properties, live.fields, ENABLED), ...common, ...ofRule, ...spelt];
}

const ENABLED: readonly Field[] = [{ property: 'enabled', otherwise: true }];

const ACTIONS = ['alarm_actions', 'ok_actions', 'insufficient_data_actions'] as const;

/** Each action must go to the policy that its template names; the address itself only Heat can compute. */
function misdirected(view: StackView, told: Told, live: Thing, item: Make): readonly DriftItem[] {
  const { stack } = view;
  return ACTIONS.flatMap((kind) => {
    const given = told.properties[kind] ?? [];
    // Zaqar's queues become actions as well (heat aodh/alarm.py actions_to_urls)
    const queues = told.properties[kind.replace('actions', 'queues')];
    if (!Array.isArray(given) || queues !== undefined) return [];
    const wanted = listOf(given);
    const actions = listOf(live.fields[kind]).map(String);
    const policies = wanted
      .flatMap((one) => [...referencedResources(one)])
      .filter((name) => isPolicy(view, told, name));
    const holder = holderId(view, told);
    const astray = policies.filter((name) => !actions.some((action) => leadsTo(action, holder, name)));
    if (wanted.length === actions.length && astray.length === 0) return [];
    return [
      item({
        kind: 'alarm-action-edited',
        repository: `${kind}: ${policies.length > 0 ? policies.map((name) => `signal ${name}`).join(', ') : `${wanted.length} of them`}`,
        cloud: actions.length === 0 ? 'no action' : actions.map(withoutSecrets).join(', '),
        remedy: `have Heat make the alarm anew: ${remakeWords(stack, told.address)}`,
        mends: remade(told.address),
      }),
    ];
  });
}

/** What else an action may come from, nobody but Heat can compute. */
function isPolicy(view: StackView, { address }: Told, name: string): boolean {
  const above = address.slice(0, address.lastIndexOf('/') + 1);
  return view.told.some((one) => one.address === `${above}${name}` && one.type.endsWith('::ScalingPolicy'));
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** The id of the stack that the alarm is in, and its policies with it; '' = Heat does not list it. */
function holderId({ stack }: StackView, { address }: Told): string {
  const end = address.lastIndexOf('/');
  if (end < 0) return stack.id;
  return stack.resources.find((one) => one.address === address.slice(0, end))?.physicalId ?? '';
}

/**
 * By a trust to Heat's own API, or by a signed address (`…/signal/arn:openstack:heat::project:stacks/name/id/resources/policy`).
 * Policies of many stacks have the same name.
 */
function leadsTo(action: string, stackId: string, policy: string): boolean {
  const path = decoded(action).split('?')[0] ?? '';
  const place = `${stackId === '' ? '' : `/${stackId}`}/resources/${policy}`;
  return path.includes(`${place}/signal`) || path.endsWith(place);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A signed address is a key by itself: nothing behind the question mark is shown, nor a password; of a webhook the host alone. */
function withoutSecrets(action: string): string {
  const plain = (action.split('?')[0] ?? '').replace(/\/\/[^/@]*@/, '//');
  return /\/signal\/arn/.test(decoded(plain)) ? plain : withoutUrlSecrets('alarm_actions', plain, redacted);
}

/** A new alarm, a new server, a slow poll: so long an alarm may know nothing. */
export const BLIND_AFTER_MINUTES = 30;

function blind(
  { now, stack }: StackView,
  { properties }: Told,
  type: AlarmType,
  live: Thing,
  item: Make,
): readonly DriftItem[] {
  const state = textField(live.fields, 'state');
  if (!type.measures || state !== 'insufficient data' || live.fields['enabled'] === false) return [];
  // nobody is measured where nobody is
  if (stack.groups.length > 0 && stack.groups.every(({ members }) => members.length === 0)) return [];
  const since = newest([timeField(live.fields, 'timestamp'), timeField(live.fields, 'state_timestamp')]);
  const window = 2 * Number(properties['granularity'] ?? 0) * Number(properties['evaluation_periods'] ?? 1);
  const patience = Math.max(BLIND_AFTER_MINUTES * 60, Number.isFinite(window) ? window : 0) * 1000;
  if (since === null || Date.parse(now) - Date.parse(since) < patience) return [];
  return [
    item({
      kind: 'alarm-blind',
      repository: 'knows the measures',
      cloud: `insufficient data${reasonOf(live.fields)}`,
      remedy:
        'look whether Ceilometer measures the servers, whether they carry `metering.server_group`, and whether the archive policy keeps this granularity',
      since,
    }),
  ];
}

function reasonOf(fields: JsonObject): string {
  const reason = textField(fields, 'state_reason');
  return reason === '' ? '' : `: ${reason}`;
}

function newest(times: readonly (string | null)[]): string | null {
  return (
    times
      .filter((time) => time !== null)
      .sort((a, b) => Date.parse(a) - Date.parse(b))
      .at(-1) ?? null
  );
}
