/** The alarms of a group's scaling policies as Aodh's resources in Heat. */
import type { Flavor } from '../../../model/facts.ts';
import type { Json, JsonObject } from '../../../model/json.ts';
import { digest } from '../canonical.ts';
import { conditionsWords } from './condition-words.ts';
import { meterOf, thresholdIn } from './meters.ts';
import type { PlannedAlarm, PlannedCondition, PlannedPolicy } from './planned-policies.ts';
import type { ZoneNames } from './resource-names.ts';

export interface AlarmSurroundings {
  readonly names: ZoneNames;
  /** The value by which Gnocchi finds the group's members. */
  readonly metering: Json;
  /** null = not known: what is in percent of it is left out. */
  readonly flavor: Flavor | null;
  readonly paused: boolean;
}

export function alarmResources(policies: readonly PlannedPolicy[], around: AlarmSurroundings): JsonObject {
  return Object.fromEntries(
    policies.flatMap((policy): [string, Json][] => {
      const rule = policy.alarm && alarmRule(policy.alarm, around);
      if (policy.alarm === null || rule === null) return [];
      const told = { ...rule.properties, ...commonProperties(policy.alarm, around) };
      const url = { get_attr: [around.names.policy(policy.name), 'signal_url'] };
      const properties = { ...told, alarm_actions: [actionOf(url, rule.type, told)] };
      return [[around.names.alarm(policy.name), { type: rule.type, properties }]];
    }),
  );
}

function commonProperties(alarm: PlannedAlarm, { paused }: AlarmSurroundings): JsonObject {
  return {
    description: conditionsWords(alarm),
    enabled: !paused,
    severity: alarm.severity,
    repeat_actions: alarm.repeat,
  };
}

/**
 * The signal goes through a trust of the stack's owner, so that no secret stands in the alarm. Heat's update of a composite
 * alarm sends what differs and takes actions that do not differ for none (heat alarm.py CompositeAlarm.handle_update,
 * actions_to_urls; measured: the alarm stays and signals nobody), so there the action changes with the rest.
 */
function actionOf(url: JsonObject, type: string, told: JsonObject): JsonObject {
  const template =
    type === COMPOSITE
      ? `trust+url?alarm=${digest(told).slice('sha256:'.length, 'sha256:'.length + 8)}`
      : 'trust+url';
  return { str_replace: { template, params: { url } } };
}

const COMPOSITE = 'OS::Aodh::CompositeAlarm';

interface AlarmRule {
  readonly type: string;
  readonly properties: JsonObject;
}

/** A plain alarm where one condition is all: Aodh checks it when it is made, and keeps it to the project. */
function alarmRule({ conditions, match }: PlannedAlarm, around: AlarmSurroundings): AlarmRule | null {
  const [only] = conditions;
  if (conditions.length === 1 && only?.until === null) {
    const rule = ruleOf(only, around);
    return rule && { type: PLAIN_TYPES[only.source.kind], properties: rule };
  }
  const rules = conditions.map((condition) => compositeRules(condition, around));
  if (rules.includes(null)) return null;
  const known = rules.filter((rule) => rule !== null);
  // `or` needs each condition whole in its own brackets, `and` needs none
  const joined = match === 'any' ? known.map(bracketed) : known.flat();
  const operator = match === 'any' ? 'or' : 'and';
  return {
    type: COMPOSITE,
    properties: { composite_rule: { operator, rules: joined } },
  };
}

const PLAIN_TYPES: Readonly<Record<PlannedCondition['source']['kind'], string>> = {
  'built-in': 'OS::Aodh::GnocchiAggregationByResourcesAlarm',
  own: 'OS::Aodh::GnocchiAggregationByResourcesAlarm',
  prometheus: 'OS::Aodh::PrometheusAlarm',
};

/**
 * Inside a composite alarm Aodh takes a window with mixed values for the opposite of its newest one
 * (aodh/evaluator/composite.py _evaluate_sufficient; measured: one value of two fired). A twin that looks at the newest
 * value alone makes it right: both are in alarm exactly when every value of the window crosses.
 */
function compositeRules(
  condition: PlannedCondition,
  around: AlarmSurroundings,
): readonly JsonObject[] | null {
  const rule = ruleOf(condition, around);
  if (rule === null) return null;
  const type = COMPOSITE_TYPES[condition.source.kind];
  const newest = condition.window === null ? {} : { evaluation_periods: 1 };
  const twin =
    condition.window === null || condition.window.periods === 1 ? [] : [{ type, ...rule, ...newest }];
  if (condition.until === null) return [{ type, ...rule }, ...twin];
  const limit = ruleOf({ ...condition, threshold: condition.until }, around);
  if (limit === null) return null;
  const within = { type, ...limit, ...newest, comparison_operator: WITHIN[condition.comparison] };
  return [{ type, ...rule }, ...twin, within];
}

const COMPOSITE_TYPES: Readonly<Record<PlannedCondition['source']['kind'], string>> = {
  'built-in': 'gnocchi_aggregation_by_resources_threshold',
  own: 'gnocchi_aggregation_by_resources_threshold',
  prometheus: 'prometheus',
};

const CROSSES = { above: 'gt', below: 'lt' } as const;
const WITHIN = { above: 'le', below: 'ge' } as const;

function bracketed(rules: readonly JsonObject[]): JsonObject {
  const [only] = rules;
  return rules.length === 1 && only ? only : { and: rules };
}

/**
 * All that Aodh would otherwise fill in: through Heat an absent value arrives as null, and the alarm is refused or never
 * evaluated (measured).
 */
function ruleOf(condition: PlannedCondition, around: AlarmSurroundings): JsonObject | null {
  const { source, comparison, threshold, window } = condition;
  if (source.kind === 'prometheus') {
    return { query: source.query, threshold: threshold.value, comparison_operator: CROSSES[comparison] };
  }
  const meter = meterOf(source);
  if (meter === null || window === null) return null;
  const limit = thresholdIn(meter, threshold, window.granularity, around.flavor);
  if (limit === null) return null;
  return {
    metric: meter.metric,
    resource_type: meter.resourceType,
    query: query(around.metering),
    aggregation_method: `${meter.rate ? 'rate:' : ''}${meter.aggregation}`,
    granularity: window.granularity,
    evaluation_periods: window.periods,
    threshold: limit,
    comparison_operator: CROSSES[comparison],
  };
}

function query(metering: Json): JsonObject {
  return {
    str_replace: { template: '{"=": {"server_group": "SERVER_GROUP"}}', params: { SERVER_GROUP: metering } },
  };
}
