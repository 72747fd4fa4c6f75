/** Drift of alarms: gone, switched off, edited, or blind. */

import type { DriftItem } from '../../model/drift.ts';
import { isJsonObject } from '../../model/json.ts';
import type { Thing } from '../../model/things.ts';
import { isUnresolved } from '../heat/resolve.ts';
import { misdirectedAlarm } from './alarm-actions.ts';
import { blindAlarm } from './alarm-blind.ts';
import {
  type Difference,
  differences,
  type Field,
  fieldsToSet,
  liveFields,
  type SpeltDifference,
  sides,
} from './compare.ts';
import { compositeDifferences } from './composite-rule.ts';
import { driftItem, type Found, type MakeItem } from './kinds.ts';
import { remade, remakeWords } from './remake.ts';
import { constraintDifferences } from './time-constraints.ts';
import type { Told } from './told.ts';
import { type StackView, thingBehind, timeField } from './view.ts';

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
    ...misdirectedAlarm(view, told, live, item),
    ...(type.measures ? blindAlarm(view, told, live, item) : []),
  ];
}

function switched({ address, properties }: Told, live: Thing, item: MakeItem): readonly DriftItem[] {
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

function edited(told: Told, type: AlarmType, live: Thing, item: MakeItem): readonly DriftItem[] {
  const { common, ofRule, spelt } = settingsOf(told, type, live);
  const found = [...common, ...ofRule];
  const anew = spelt.map((one) => speltEdited(told, one, item));
  if (found.length === 0) return anew;
  const fields = {
    ...fieldsToSet(common),
    ...(ofRule.length === 0 ? {} : { [type.rule]: fieldsToSet(ofRule) }),
  };
  const inPlace = item({
    kind: 'alarm-edited',
    ...sides(found),
    live: liveFields(`resources.${told.address}`, found),
    remedy: `an update of the stack does not mend it, as the template is the same: \`openstack alarm update ${live.id}\` with ${sides(found).repository}; or merge the live value into the spec`,
    mends: [{ kind: 'alarm', id: live.id, fields }],
  });
  return [inPlace, ...anew];
}

/** A finding of its own: only the whole alarm made anew has it as Heat spells it. */
function speltEdited({ address }: Told, one: SpeltDifference, item: MakeItem): DriftItem {
  const partOf = `alarm ${address}`;
  const found = item({
    kind: 'alarm-edited',
    ...sides([one]),
    place: `resources.${address}.properties.${one.within}`,
    partOf,
    remedy:
      'Heat spells it for Aodh in its own way: have Heat make the alarm anew, or merge the live value into the spec',
    mends: remade(address),
  });
  return { ...found, subject: `${partOf} ${one.within}` };
}

interface AlarmSettings {
  readonly common: readonly Difference[];
  readonly ofRule: readonly Difference[];
  /** Spelt by Heat for Aodh: who would write it here would have to spell alike. */
  readonly spelt: readonly SpeltDifference[];
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
