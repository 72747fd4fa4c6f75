import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  TARGET,
  meterOf,
  meteringOf,
  stepName,
  thresholdIn
} from "./chunk-4TACJFKI.js";
import {
  widestBounds
} from "./chunk-SMCQXR7L.js";
import {
  digest
} from "./chunk-GCC67ZSS.js";
import {
  hint,
  positionOf
} from "./chunk-4RXYHALH.js";
import {
  list,
  quote
} from "./chunk-4IMYD34Z.js";

// src/core/heat/group/facts-needed.ts
var NO_FACTS = { flavors: [], telemetry: null };
function factsNeeded(specs) {
  const watched = specs.flatMap(watchedBy);
  const meters = watched.flatMap(({ source }) => {
    const meter = source.kind === "prometheus" ? null : meterOf(source);
    return meter ? [meter] : [];
  });
  return {
    flavors: watched.some(({ threshold }) => threshold.unit === "%"),
    telemetry: watched.length === 0 ? null : {
      metrics: sorted(meters.map(({ metric }) => metric)),
      suggestFor: sorted(
        watched.flatMap(({ source }) => source.kind === "own" && !source.isNew ? [source.name] : [])
      ),
      resourceTypes: sorted(meters.map(({ resourceType }) => resourceType))
    }
  };
}
function watchedBy(spec) {
  if (spec.kind !== "AutoScalingGroup") return [];
  const { policies, target } = spec.scaling;
  return [
    ...policies.flatMap(({ alarm }) => alarm?.conditions ?? []),
    ...target ? [{ source: target.metric, threshold: target.value }] : []
  ];
}
function sorted(names) {
  return [...new Set(names)].sort();
}

// src/core/duration-words.ts
function durationWords(seconds) {
  if (seconds >= 7200 && seconds % 3600 === 0) return `${seconds / 3600} h`;
  if (seconds >= 60 && seconds % 60 === 0) return `${seconds / 60} min`;
  return `${seconds} s`;
}
function spanWords(earliest, latest) {
  if (latest <= 120) return earliest === latest ? `${latest} s` : `${earliest}–${latest} s`;
  const [from, to] = [Math.floor(earliest / 60), Math.ceil(latest / 60)];
  return from === to ? `${to} min` : `${from}–${to} min`;
}

// src/core/heat/group/condition-words.ts
function conditionsWords({ conditions, match }) {
  return conditions.map(conditionWords).join(match === "any" ? ", or " : ", and ");
}
function conditionWords({ source, comparison, threshold, window, until }) {
  const limit = until === null ? "" : ` and is not ${comparison} ${thresholdWords(until)} now`;
  if (window === null) return `${sourceWords(source)} is ${comparison} ${thresholdWords(threshold)}${limit}`;
  const lasting = durationWords(window.granularity * window.periods);
  return `${sourceWords(source)} stays ${comparison} ${thresholdWords(threshold)} for ${lasting}${limit}`;
}
function sourceWords(source) {
  if (source.kind === "prometheus") return `the PromQL query ${shortened(source.query)}`;
  return meterOf(source)?.words ?? source.name;
}
function thresholdWords({ value, unit }) {
  return unit === "" ? String(value) : `${value} ${unit}`;
}
function changeWords({ adjustment, amount, minStep }) {
  if (adjustment === "exact") return `sets the size to ${servers(amount)}`;
  const verb = amount < 0 ? "removes" : "adds";
  if (adjustment === "change") return `${verb} ${servers(Math.abs(amount))}`;
  return `${verb} ${Math.abs(amount)} % (at least ${servers(minStep ?? 1)})`;
}
function servers(count2) {
  return `${count2} ${count2 === 1 ? "server" : "servers"}`;
}
function shortened(query2) {
  const line = query2.trim().replaceAll(/\s+/g, " ");
  return line.length <= 120 ? line : `${line.slice(0, 119)}…`;
}

// src/core/heat/group/alarms.ts
function alarmResources(policies, around) {
  return Object.fromEntries(
    policies.flatMap((policy) => {
      const rule = policy.alarm && alarmRule(policy.alarm, around);
      if (policy.alarm === null || rule === null) return [];
      const told = { ...rule.properties, ...commonProperties(policy.alarm, around) };
      const url = { get_attr: [around.names.policy(policy.name), "signal_url"] };
      const properties = { ...told, alarm_actions: [actionOf(url, rule.type, told)] };
      return [[around.names.alarm(policy.name), { type: rule.type, properties }]];
    })
  );
}
function commonProperties(alarm, { paused }) {
  return {
    description: conditionsWords(alarm),
    enabled: !paused,
    severity: alarm.severity,
    repeat_actions: alarm.repeat
  };
}
function actionOf(url, type, told) {
  const template = type === COMPOSITE ? `trust+url?alarm=${digest(told).slice("sha256:".length, "sha256:".length + 8)}` : "trust+url";
  return { str_replace: { template, params: { url } } };
}
var COMPOSITE = "OS::Aodh::CompositeAlarm";
function alarmRule({ conditions, match }, around) {
  const [only] = conditions;
  if (conditions.length === 1 && only?.until === null) {
    const rule = ruleOf(only, around);
    return rule && { type: PLAIN_TYPES[only.source.kind], properties: rule };
  }
  const rules = conditions.map((condition) => compositeRules(condition, around));
  if (rules.includes(null)) return null;
  const known = rules.filter((rule) => rule !== null);
  const joined = match === "any" ? known.map(bracketed) : known.flat();
  const operator = match === "any" ? "or" : "and";
  return {
    type: COMPOSITE,
    properties: { composite_rule: { operator, rules: joined } }
  };
}
var PLAIN_TYPES = {
  "built-in": "OS::Aodh::GnocchiAggregationByResourcesAlarm",
  own: "OS::Aodh::GnocchiAggregationByResourcesAlarm",
  prometheus: "OS::Aodh::PrometheusAlarm"
};
function compositeRules(condition, around) {
  const rule = ruleOf(condition, around);
  if (rule === null) return null;
  const type = COMPOSITE_TYPES[condition.source.kind];
  const newest = condition.window === null ? {} : { evaluation_periods: 1 };
  const twin = condition.window === null || condition.window.periods === 1 ? [] : [{ type, ...rule, ...newest }];
  if (condition.until === null) return [{ type, ...rule }, ...twin];
  const limit = ruleOf({ ...condition, threshold: condition.until }, around);
  if (limit === null) return null;
  const within = { type, ...limit, ...newest, comparison_operator: WITHIN[condition.comparison] };
  return [{ type, ...rule }, ...twin, within];
}
var COMPOSITE_TYPES = {
  "built-in": "gnocchi_aggregation_by_resources_threshold",
  own: "gnocchi_aggregation_by_resources_threshold",
  prometheus: "prometheus"
};
var CROSSES = { above: "gt", below: "lt" };
var WITHIN = { above: "le", below: "ge" };
function bracketed(rules) {
  const [only] = rules;
  return rules.length === 1 && only ? only : { and: rules };
}
function ruleOf(condition, around) {
  const { source, comparison, threshold, window } = condition;
  if (source.kind === "prometheus") {
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
    aggregation_method: `${meter.rate ? "rate:" : ""}${meter.aggregation}`,
    granularity: window.granularity,
    evaluation_periods: window.periods,
    threshold: limit,
    comparison_operator: CROSSES[comparison]
  };
}
function query(metering) {
  return {
    str_replace: { template: '{"=": {"server_group": "SERVER_GROUP"}}', params: { SERVER_GROUP: metering } }
  };
}

// src/core/heat/group/condition-window.ts
var MOST_PERIODS = 100;
var USUAL_GRANULARITY = 300;
function conditionWindow(condition, policy, spec, facts) {
  const meter = condition.source.kind === "prometheus" ? null : meterOf(condition.source);
  if (meter === null) return { window: null, complaint: null };
  const granularity = granularityOf(meter, spec, facts);
  const { forSeconds } = condition;
  const fewest = fewestPeriods(meter, condition, policy);
  if (forSeconds === null) return { window: { granularity, periods: Math.max(2, fewest) }, complaint: null };
  const periods = forSeconds / granularity;
  const window = { granularity, periods: Math.max(1, Math.round(periods)) };
  const unknown = facts.telemetry === null && spec.scaling.granularitySeconds === null;
  const message = unknown || policy.mostPeriods === null ? null : wrongPeriods({ seconds: forSeconds, granularity, fewest, most: policy.mostPeriods, meter });
  return { window, complaint: message === null ? null : { pointer: `${condition.pointer}/for`, message } };
}
function granularityOf(meter, { scaling }, { telemetry }) {
  const policy = telemetry?.archivePolicies.find(({ name }) => name === meter.archivePolicy);
  return scaling.granularitySeconds ?? policy?.granularities[0] ?? USUAL_GRANULARITY;
}
function fewestPeriods({ rate }, { comparison }, { adjustment, amount }) {
  if (!rate) return 1;
  return comparison === "below" || adjustment !== "exact" && amount < 0 ? 3 : 2;
}
function wrongPeriods(given) {
  const { seconds, granularity, fewest, most, meter } = given;
  const periods = seconds / granularity;
  const written = `for is ${quote(durationWords(seconds))}`;
  const measured = `${meter.metric} is measured every ${durationWords(granularity)}`;
  const least = `${durationWords(fewest * granularity)} (${count(fewest)})`;
  if (!Number.isInteger(periods) || periods < 1) {
    const near = [Math.floor(periods), Math.ceil(periods)].filter((one) => one >= fewest && one <= most).map((one) => durationWords(one * granularity));
    const right = near.length === 0 ? `at least ${least}` : `such as ${list(near, "or")}`;
    return `${written}, and ${measured}; it must be a multiple of that, ${right}`;
  }
  if (periods < fewest) {
    return `${written}, which is ${count(periods)} (${measured}); the growth of a counter over the group is wrong in a measure in which a server comes or goes, so it must be at least ${least}`;
  }
  if (periods <= most) return null;
  return `${written}, which is ${count(periods)} (${measured}); it must be at most ${durationWords(most * granularity)} (${count(most)}), for Aodh looks at no more than ${MOST_PERIODS}`;
}
function count(measures) {
  return measures === 1 ? "one measure" : `${measures} measures`;
}

// src/core/assumptions.ts
var BOOT_SECONDS = 180;
var EVALUATION_SECONDS = 60;

// src/core/heat/group-size.ts
function sizesWithin({ min, max }) {
  const from = Math.max(1, min);
  return Array.from({ length: Math.max(0, Math.min(max - from + 1, 1e3)) }, (_, index) => from + index);
}
function sizeAfter(current, change, { min, max }) {
  return Math.max(min, Math.min(max, wanted(current, change)));
}
function wanted(current, { adjustment, amount, minStep }) {
  switch (adjustment) {
    case "exact":
      return amount;
    case "change":
      return current + amount;
    case "percent":
      return current + percentStep(current, amount, minStep ?? 0);
  }
}
function percentStep(current, percent, minStep) {
  const exact = current * percent / 100;
  const rounded = Math.abs(exact) < 1 ? Math.sign(exact) * Math.ceil(Math.abs(exact)) : Math.trunc(exact);
  return Math.abs(rounded) < minStep ? Math.sign(percent) * minStep : rounded;
}

// src/core/heat/group/target.ts
var OUT = { adjustment: "percent", amount: 10, minStep: 1 };
var IN = { adjustment: "percent", amount: -5, minStep: 1 };
var PATIENCE = 3;
var ROOM = 0.9;
function targetPolicies(spec, facts) {
  const { target, cooldownSeconds } = spec.scaling;
  const meter = target && meterOf(target.metric);
  if (!target || !meter) return [];
  const granularity = granularityOf(meter, spec, facts);
  const forOut = target.forSeconds ?? 2 * granularity;
  const forIn = PATIENCE * forOut;
  const pointer = "/spec/scaling/target";
  const policy = (name, change, condition, cooldown) => ({
    name,
    pointer,
    mostPeriods: name === TARGET.out ? Math.floor(MOST_PERIODS / PATIENCE) : null,
    ...change,
    // until the window holds nothing from before the change, the alarm would act on the old size
    cooldownSeconds: Math.max(cooldownSeconds, cooldown),
    alarm: {
      match: "all",
      repeat: true,
      severity: "low",
      conditions: [{ source: target.metric, pointer, until: null, ...condition }]
    }
  });
  const low = lowThreshold(target.value.value, widestBounds(spec));
  return [
    policy(
      TARGET.out,
      OUT,
      { comparison: "above", threshold: target.value, forSeconds: forOut },
      forOut + BOOT_SECONDS
    ),
    policy(
      TARGET.in,
      IN,
      { comparison: "below", threshold: { ...target.value, value: low }, forSeconds: forIn },
      forIn
    )
  ];
}
function lowThreshold(high, bounds) {
  const sizes = sizesWithin(bounds);
  const ratios = sizes.flatMap((size) => {
    const [grown, shrunk] = [sizeAfter(size, OUT, bounds), sizeAfter(size, IN, bounds)];
    return [size / grown, shrunk === 0 ? 1 : shrunk / size];
  });
  return threeDigitsBelow(high * ROOM * Math.min(1, ...ratios));
}
function threeDigitsBelow(value) {
  if (value <= 0) return 0;
  const unit = 10 ** (Math.floor(Math.log10(value)) - 2);
  return Number((Math.floor(value / unit) * unit).toPrecision(3));
}

// src/core/heat/group/planned-policies.ts
function plannedPolicies(spec, facts) {
  const problems = [];
  const drafts = [...spec.scaling.policies.flatMap(withSteps), ...targetPolicies(spec, facts)];
  const policies = drafts.map((draft) => {
    const { name, pointer, adjustment, amount, minStep, cooldownSeconds } = draft;
    const policy = { name, pointer, adjustment, amount, minStep, cooldownSeconds };
    if (draft.alarm === null) return { ...policy, alarm: null };
    const conditions = draft.alarm.conditions.map((condition) => {
      const { window, complaint } = conditionWindow(condition, draft, spec, facts);
      if (complaint) problems.push({ ...positionOf(spec, complaint.pointer), message: complaint.message });
      return { ...condition, window };
    });
    return { ...policy, alarm: { ...draft.alarm, conditions } };
  });
  const once = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return { policies, problems: [...once.values()] };
}
function withSteps(policy, index) {
  const pointer = `/spec/scaling/policies/${index}`;
  const { name, minStep, cooldownSeconds, alarm, adjustment, amount } = policy;
  const base = { name, minStep, cooldownSeconds, pointer, mostPeriods: MOST_PERIODS };
  const [condition] = alarm?.conditions ?? [];
  if (alarm === null || condition === void 0 || policy.steps.length === 0) {
    return [{ ...base, adjustment, amount, alarm: alarm && draftAlarm(alarm, pointer) }];
  }
  const levels = [
    { adjustment, amount, threshold: condition.threshold, pointer, minStep },
    ...strongestLast(policy.steps, condition.comparison).map((step) => ({
      ...step,
      pointer: `${pointer}/steps/${policy.steps.indexOf(step)}`,
      minStep: step.adjustment === "percent" ? minStep : null
    }))
  ];
  return levels.map((level, rank) => ({
    name: rank === 0 ? name : stepName(name, rank),
    pointer: level.pointer,
    adjustment: level.adjustment,
    amount: level.amount,
    minStep: level.minStep,
    cooldownSeconds,
    mostPeriods: MOST_PERIODS,
    alarm: {
      ...alarm,
      conditions: [
        { ...condition, threshold: level.threshold, pointer, until: levels[rank + 1]?.threshold ?? null }
      ]
    }
  }));
}
function draftAlarm(alarm, pointer) {
  const many = alarm.conditions.length > 1;
  return {
    ...alarm,
    conditions: alarm.conditions.map((condition, index) => ({
      ...condition,
      pointer: many ? `${pointer}/${alarm.match}/${index}` : pointer,
      until: null
    }))
  };
}
function strongestLast(steps, comparison) {
  const sign = comparison === "above" ? 1 : -1;
  return steps.toSorted((a, b) => sign * (a.threshold.value - b.threshold.value));
}

// src/core/heat/group/scaling-policies.ts
function policyResources(policies, names) {
  return Object.fromEntries(
    policies.map((policy) => [names.policy(policy.name), policyResource(policy, names)])
  );
}
var ADJUSTMENT_TYPES = {
  change: "change_in_capacity",
  percent: "percent_change_in_capacity",
  exact: "exact_capacity"
};
function policyResource(policy, { group }) {
  return {
    type: "OS::Heat::ScalingPolicy",
    properties: {
      auto_scaling_group_id: { get_resource: group },
      adjustment_type: ADJUSTMENT_TYPES[policy.adjustment],
      scaling_adjustment: policy.amount,
      ...policy.minStep === null ? {} : { min_adjustment_step: policy.minStep },
      ...policy.cooldownSeconds === null ? {} : { cooldown: policy.cooldownSeconds }
    }
  };
}

// src/core/heat/group/telemetry-checks.ts
function telemetryProblems(spec, policies, { telemetry }) {
  if (telemetry === null) return [];
  const complaints = conditionsOf(policies).flatMap(
    (condition) => serviceComplaints(condition, telemetry).concat(meterComplaints(condition, spec, telemetry))
  );
  return problemsAt(spec, complaints);
}
function flavorProblems(spec, policies, flavor, { telemetry }) {
  if (telemetry === null || flavor !== null) return [];
  const complaints = conditionsOf(policies).filter(({ threshold }) => threshold.unit === "%").map(({ pointer, threshold }) => ({
    pointer: `${pointer}/metric`,
    message: `${threshold.value} % is that of the flavor ${quote(spec.server.flavor)}, which this project does not have (or has twice); name one that it has`
  }));
  return problemsAt(spec, complaints);
}
function conditionsOf(policies) {
  return policies.flatMap(({ alarm }) => alarm?.conditions ?? []);
}
function problemsAt(spec, complaints) {
  const once = new Map(complaints.map((complaint) => [JSON.stringify(complaint), complaint]));
  return [...once.values()].map(({ pointer, message }) => ({ ...positionOf(spec, pointer), message }));
}
function serviceComplaints({ pointer, source }, { services }) {
  if (!services.aodh) {
    const message2 = 'an alarm needs Aodh, and this cloud’s catalogue has no service of type "alarming"; remove the condition: the scaling policy then has a URL, which anything else may call';
    return [{ pointer, message: message2 }];
  }
  if (services.gnocchi || source.kind === "prometheus") return [];
  const message = `the metric ${quote(source.name)} needs Gnocchi, and this cloud’s catalogue has no service of type "metric"; use a prometheus query instead, if the cloud has Prometheus`;
  return [{ pointer: `${pointer}/metric`, message }];
}
function meterComplaints(condition, spec, telemetry) {
  const { source, window } = condition;
  if (source.kind === "prometheus" || window === null || !telemetry.services.gnocchi) return [];
  const meter = meterOf(source);
  if (meter === null) return [];
  const pointer = `${condition.pointer}/metric`;
  const wrongType = resourceTypeComplaint(meter, source.name, telemetry);
  if (wrongType !== null) return [{ pointer, message: wrongType }];
  const kept = telemetry.metrics.find(({ name }) => name === meter.metric)?.archivePolicies ?? [];
  if (kept.length === 0) {
    return source.kind === "own" && !source.isNew ? [{ pointer, message: unknownMetric(meter, telemetry) }] : [];
  }
  const usual = source.kind === "built-in" ? usualPolicy(meter, telemetry) : [];
  if (keepsAny(usual, meter, window.granularity)) return [];
  const message = archiveComplaint(meter, window.granularity, kept);
  const explicit = spec.scaling.granularitySeconds !== null;
  return message === null ? [] : [{ pointer: explicit ? "/spec/scaling/granularity" : pointer, message }];
}
function usualPolicy({ archivePolicy }, { archivePolicies }) {
  return archivePolicies.filter(({ name }) => name === archivePolicy);
}
function keepsAny(policies, { aggregation }, granularity) {
  return policies.some(
    ({ granularities, aggregations }) => granularities.includes(granularity) && aggregations.includes(aggregation)
  );
}
function resourceTypeComplaint({ resourceType }, name, telemetry) {
  const type = telemetry.resourceTypes.find((one) => one.name === resourceType);
  if (type === void 0) {
    return `the metric ${quote(name)} belongs to the resource type ${quote(resourceType)}, which this cloud’s Gnocchi does not have; name the type of your resources as resourceType, or let an operator run Ceilometer’s upgrade`;
  }
  if (type.attributes.includes("server_group")) return null;
  return `the metric ${quote(name)} belongs to the resource type ${quote(resourceType)}, which has no attribute server_group here, so a group’s share of it can’t be found; an operator can add it: PATCH /v1/resource_type/${resourceType} with the attribute, and server_group: resource_metadata.user_metadata.server_group in Ceilometer’s gnocchi_resources.yaml`;
}
function unknownMetric({ metric }, { otherMetrics }) {
  const near = hint(
    metric,
    otherMetrics,
    "push it first, or say new: true if the group’s own servers bring it"
  );
  return `no resource of this project has the metric ${quote(metric)}${near}`;
}
function archiveComplaint(meter, granularity, kept) {
  if (keepsAny(kept, meter, granularity)) return null;
  const { metric, aggregation } = meter;
  const fine = kept.filter(({ granularities }) => granularities.includes(granularity));
  const names = list(kept.map(({ name }) => quote(name)));
  const word = kept.length === 1 ? "archive policy" : "archive policies";
  if (fine.length > 0) {
    const has2 = [...new Set(fine.flatMap(({ aggregations }) => aggregations))].sort();
    return `the metric ${quote(metric)} is kept here without the aggregation ${quote(aggregation)} (${word} ${names}); there are: ${list(has2)}`;
  }
  const has = [...new Set(kept.flatMap(({ granularities }) => granularities))].sort((a, b) => a - b);
  return `the metric ${quote(metric)} is not kept every ${durationWords(granularity)} here but every ${list(has.map(durationWords), "or")} (${word} ${names}); set scaling.granularity to ${has.length === 1 ? "that" : "one of those"}`;
}

// src/core/heat/group/triggers.ts
function triggersOf(spec, policies) {
  return policies.flatMap((policy) => {
    if (policy.alarm === null) return [];
    const measures = policy.alarm.conditions.flatMap(({ window }) => window ? [window.granularity] : []);
    return [
      {
        policy: policy.name,
        source: positionOf(spec, policy.pointer),
        effect: `${changeWords(policy)}${spec.zones.length > 1 ? ", each zone for itself," : ""}`,
        when: conditionsWords(policy.alarm),
        reaction: reaction(policy, policy.alarm),
        measuredEverySeconds: measures.length === 0 ? null : Math.max(...measures),
        enabled: !spec.scaling.paused
      }
    ];
  });
}
function reaction(policy, { conditions, match }) {
  const windows = conditions.flatMap(({ window }) => window ? [window] : []);
  if (windows.length === 0) return null;
  const boot = policy.adjustment === "exact" || policy.amount > 0 ? BOOT_SECONDS : 0;
  const shortest = windows.map(({ granularity, periods }) => granularity * periods);
  const longest = windows.map(({ granularity, periods }) => granularity * (periods + 1));
  return {
    earliestSeconds: (match === "any" ? Math.min(...shortest) : Math.max(...shortest)) + boot,
    latestSeconds: Math.max(...longest) + EVALUATION_SECONDS + boot
  };
}

// src/core/heat/group/scaling.ts
function compileScaling(spec, facts) {
  const { policies, problems } = plannedPolicies(spec, facts);
  const flavor = flavorNamed(spec.server.flavor, facts.flavors);
  return {
    policies,
    resources: (zone, names) => ({
      ...policyResources(policies, names),
      ...alarmResources(policies, {
        names,
        metering: meteringOf(zone),
        flavor,
        paused: spec.scaling.paused
      })
    }),
    triggers: triggersOf(spec, policies),
    problems: [...problems, ...flavorProblems(spec, policies, flavor, facts)],
    unmet: telemetryProblems(spec, policies, facts)
  };
}
function flavorNamed(value, flavors) {
  const byId = flavors.find(({ id }) => id === value);
  const byName = flavors.filter(({ name }) => name === value);
  return byId ?? (byName.length === 1 ? byName[0] ?? null : null);
}

// src/core/lint/scaling-view.ts
function scalingView(spec, policies, facts) {
  const alarmed = policies.flatMap((policy) => {
    const { alarm } = policy;
    if (alarm === null) return [];
    const windows = alarm.conditions.flatMap(
      ({ window }) => window ? [window.granularity * window.periods] : []
    );
    return [
      {
        ...policy,
        alarm,
        direction: directionOf(policy, alarm),
        windowSeconds: Math.max(0, ...windows),
        cooldown: policy.cooldownSeconds ?? spec.scaling.cooldownSeconds,
        written: policy.pointer !== "/spec/scaling/target"
      }
    ];
  });
  return { spec, facts, bounds: widestBounds(spec), alarmed };
}
function directionOf({ adjustment, amount }, { conditions }) {
  if (adjustment !== "exact") return amount > 0 ? "out" : "in";
  return conditions[0]?.comparison === "below" ? "in" : "out";
}
function singleCondition({ alarm }) {
  const [condition] = alarm.conditions;
  if (alarm.conditions.length !== 1 || !condition || condition.source.kind === "prometheus") return null;
  const meter = meterOf(condition.source);
  return meter && { condition, meter };
}
function plainValue({ meter, condition: { threshold } }) {
  return threshold.value * (meter.units[threshold.unit] ?? 1);
}
function comparable(a, b) {
  return a.unit === "%" === (b.unit === "%");
}

// src/core/lint/flapping.ts
function flapping(view) {
  const places = worstPlaces(view);
  const all = opposites(view).flatMap((pair) => {
    const { out, in: down } = pair;
    const [high, low] = [plainValue(out.on), plainValue(down.on)];
    if (low >= high) return [overlapping(pair)];
    if (!out.on.meter.shared) return [];
    const [grown, shrunk] = [places.get(out.name), places.get(down.name)];
    const worst = grown && shrunk ? tighter(grown, shrunk) : grown ?? shrunk;
    if (!worst) return [];
    const { from, to, bound } = worst;
    if (low <= bound * high) return [];
    const highWords = thresholdWords(out.on.condition.threshold);
    const lowWords = thresholdWords(down.on.condition.threshold);
    const right = Math.floor(out.on.condition.threshold.value * bound * 100) / 100;
    const message = `\`${out.name}\` and \`${down.name}\` call for each other: the load of ${highWords} on ${servers2(from)} is ${shown(high * bound, out.on)} on ${to}, below ${lowWords}, so the group would grow and shrink in turn; \`below\` must be at most ${right}${out.on.condition.threshold.unit === "" ? "" : ` ${out.on.condition.threshold.unit}`} here`;
    return [{ pointer: `${down.pointer}/below`, message }];
  });
  return all.slice(0, MANY);
}
var MANY = 100;
function overlapping({ out, in: down }) {
  const [high, low] = [out.on.condition.threshold, down.on.condition.threshold].map(thresholdWords);
  return {
    pointer: `${down.pointer}/below`,
    message: `between ${high} and ${low} both \`${out.name}\` and \`${down.name}\` fire, and whichever is first wins; \`below\` must be smaller than \`above\`, by more than one server changes`
  };
}
function worstPlaces({ alarmed, bounds }) {
  const sizes = sizesWithin(bounds);
  return new Map(
    alarmed.flatMap((policy) => {
      const places = sizes.flatMap(
        (at) => placeAt(at, sizeAfter(at, policy, bounds), policy.direction) ?? []
      );
      const [first, ...rest] = places;
      return first ? [[policy.name, rest.reduce(tighter, first)]] : [];
    })
  );
}
function placeAt(at, after, direction) {
  if (after <= 0 || (direction === "out" ? after <= at : after >= at)) return null;
  const [from, to] = [Math.min(at, after), Math.max(at, after)];
  return { at, from, to, bound: from / to };
}
function tighter(one, other) {
  return other.bound < one.bound || other.bound === one.bound && other.at < one.at ? other : one;
}
function opposites({ alarmed }) {
  const single = alarmed.flatMap((policy) => {
    const on = singleCondition(policy);
    return on && policy.written ? [{ ...policy, on }] : [];
  });
  const outs = single.filter(
    ({ direction, on }) => direction === "out" && on.condition.comparison === "above"
  );
  const ins = single.filter(({ direction, on }) => direction === "in" && on.condition.comparison === "below");
  return outs.flatMap(
    (out) => ins.filter(
      ({ on }) => on.meter.metric === out.on.meter.metric && on.meter.aggregation === out.on.meter.aggregation && comparable(on.condition.threshold, out.on.condition.threshold)
    ).map((one) => ({ out, in: one }))
  );
}
function shown(value, { meter, condition: { threshold } }) {
  const rounded = Math.round(value / (meter.units[threshold.unit] ?? 1) * 10) / 10;
  return thresholdWords({ value: rounded, unit: threshold.unit });
}
function servers2(count2) {
  return count2 === 1 ? "1 server" : `${count2} servers`;
}

// src/core/lint/measures.ts
function unmeasured({ alarmed, facts }) {
  const { telemetry } = facts;
  if (!telemetry?.services.gnocchi) return [];
  const all = alarmed.flatMap(({ alarm }) => alarm.conditions);
  const found = all.flatMap(({ source, window, pointer }) => {
    if (source.kind !== "built-in" || window === null) return [];
    const meter = meterOf(source);
    const known = telemetry.metrics.find(({ name }) => name === meter?.metric);
    if (!meter || !known || keepsAny(known.archivePolicies, meter, window.granularity)) return [];
    const at = `${pointer}/metric`;
    const none = `no server of this project has measures of ${meter.metric}`;
    if (known.archivePolicies.length > 0) {
      const granularities = new Set(known.archivePolicies.flatMap((one) => one.granularities));
      const kept = list([...granularities].sort((a, b) => a - b).map(durationWords), "or");
      const message = `the measures of ${meter.metric} in this project are kept every ${kept}, not every ${durationWords(window.granularity)}: unless those of the group’s servers will be, the alarm stays without data for ever; scaling.granularity sets another`;
      return [{ kind: "other-granularity", pointer: at, message }];
    }
    const policy = telemetry.archivePolicies.find(({ name }) => name === meter.archivePolicy);
    if (!policy) {
      const message = `${none}, and Gnocchi lacks Ceilometer’s archive policy \`${meter.archivePolicy}\`: Ceilometer has never published here, so the alarm may stay without data for ever; ask the operator`;
      return [{ kind: "never", pointer: at, message }];
    }
    if (!policy.granularities.includes(window.granularity)) {
      const kept = list(policy.granularities.map(durationWords), "or");
      const message = `${none} yet, and Ceilometer’s archive policy \`${policy.name}\` keeps them every ${kept}, not every ${durationWords(window.granularity)} as scaling.granularity says: unless the operator has another for this metric, the alarm stays without data for ever`;
      return [{ kind: "other-granularity", pointer: at, message }];
    }
    return [
      { kind: "not-yet", pointer: at, message: `${none} yet; the first come with the group’s servers` }
    ];
  });
  return [...new Map(found.map((one) => [one.message, one])).values()];
}
function measuresMissing(view) {
  return unmeasured(view).filter(({ kind }) => kind === "never");
}
function granularityNotKept(view) {
  return unmeasured(view).filter(({ kind }) => kind === "other-granularity");
}
function notMeasuredYet(view) {
  return unmeasured(view).filter(({ kind }) => kind === "not-yet");
}
function needsPrometheus({ alarmed }) {
  const first = alarmed.flatMap(({ alarm }) => alarm.conditions).find(({ source }) => source.kind === "prometheus");
  if (!first) return [];
  return [
    {
      pointer: `${first.pointer}/prometheus`,
      message: 'a cloud whose Aodh has no Prometheus takes such an alarm and never evaluates it: it says "insufficient data" for ever; nothing that a project may read tells which kind this cloud is'
    }
  ];
}
var AGGREGATION = /^\s*(?:avg|sum|min|max|count|quantile|stddev|stdvar|group|scalar|vector)\b(?!\s*(?:by|without)\b)/i;
function severalSeries({ alarmed }) {
  return alarmed.flatMap(({ alarm }) => alarm.conditions).flatMap(({ source, pointer }) => {
    if (source.kind !== "prometheus" || yieldsOne(source.query)) return [];
    const message = "the query may yield several series, and Aodh then fires only when each of them crosses; put an aggregation around it that leaves one, such as avg(…)";
    return [{ pointer: `${pointer}/prometheus`, message }];
  });
}
function yieldsOne(query2) {
  return AGGREGATION.test(query2) && !/\)\s*(?:by|without)\s*\(/i.test(query2);
}

// src/core/lint/reach.ts
function neverFires({ alarmed }) {
  return alarmed.flatMap(
    ({ name, alarm }) => alarm.conditions.flatMap(({ source, comparison, threshold, pointer }) => {
      if (source.kind === "prometheus") return [];
      const meter = meterOf(source);
      const what = `\`${name}\` can never fire: ${meter?.words ?? source.name}`;
      const at = `${pointer}/${comparison}`;
      if (comparison === "above" && threshold.unit === "%" && threshold.value >= 100) {
        return [{ pointer: at, message: `${what} is never above ${thresholdWords(threshold)}` }];
      }
      if (comparison === "below" && threshold.value <= 0 && source.kind === "built-in") {
        return [{ pointer: at, message: `${what} is never below ${thresholdWords(threshold)}` }];
      }
      return [];
    })
  );
}
function changesNothing({ alarmed, bounds }) {
  const { min, max } = bounds;
  const sizes = sizesWithin(bounds);
  if (alarmed.length === 0) return [];
  if (min === max) {
    const message = `size.min and size.max are both ${min}: no alarm can change the size`;
    return [{ pointer: "/spec/size", message }];
  }
  return alarmed.filter((policy) => sizes.every((size) => sizeAfter(size, policy, bounds) === size)).map(({ name, pointer }) => ({
    pointer,
    message: `\`${name}\` changes nothing at any size from ${min} to ${max}`
  }));
}
function asleepForEver({ alarmed, spec, bounds }) {
  const place = emptyPlace(spec);
  if (place === null) return [];
  const outs = alarmed.filter(({ direction }) => direction === "out");
  const blind = outs.length > 0 && outs.every(isMeasuredOnMembers);
  const sizes = sizesWithin(bounds);
  const empties = alarmed.some((policy) => sizes.some((size) => sizeAfter(size, policy, bounds) === 0));
  if (!blind || !empties) return [];
  return [
    {
      pointer: place.pointer,
      message: `${place.words} 0, and the alarms that add servers are measured on the servers: once there is none, nothing is measured and the group stays empty${place.until}; use 1, or an alarm on something outside the group (prometheus)`
    }
  ];
}
function emptyPlace({
  size,
  scaling: { schedules }
}) {
  if (size.min === 0) return { pointer: "/spec/size/min", words: "size.min is", until: "" };
  const index = schedules.findIndex(({ min, max }) => min === 0 && (max ?? size.max) > 0);
  const schedule = schedules[index];
  if (!schedule) return null;
  return {
    pointer: `/spec/scaling/schedules/${index}/size/min`,
    words: `the min of the schedule \`${schedule.name}\` is`,
    until: " until the schedule ends"
  };
}
function isMeasuredOnMembers({ alarm }) {
  return alarm.conditions.every(({ source }) => source.kind !== "prometheus");
}
function oneWay({ alarmed }) {
  const [first] = alarmed;
  if (!first || alarmed.some(({ direction }) => direction !== first.direction)) return [];
  const message = first.direction === "out" ? "the alarms only add servers; nothing takes them away again but a hand or another scaling policy’s URL" : "the alarms only take servers away; nothing adds any but a hand or another scaling policy’s URL";
  return [{ pointer: first.pointer, message }];
}

// src/core/lint/timing.ts
function shortCooldown({ alarmed, spec }) {
  const short = alarmed.filter(
    (policy) => policy.alarm.repeat && policy.windowSeconds > 0 && policy.cooldown < needed(policy) && policy.written
  );
  const own = short.filter(({ cooldownSeconds }) => cooldownSeconds !== null);
  const shared = short.filter(({ cooldownSeconds }) => cooldownSeconds === null);
  const longest = shared.toSorted((a, b) => needed(b) - needed(a))[0];
  return [
    ...own.map((policy) => ({ pointer: `${policy.pointer}/cooldown`, message: words(policy) })),
    ...longest ? [
      {
        pointer: "/spec/scaling/cooldown",
        message: words(longest, shared.length > 1 ? ` (of \`${longest.name}\`, the longest)` : "")
      }
    ] : []
  ].map(({ pointer, message }) => ({
    pointer: spec.positions[pointer] ? pointer : "/spec/scaling",
    message
  }));
}
function needed({ windowSeconds, direction }) {
  return windowSeconds + (direction === "out" ? BOOT_SECONDS : 0);
}
function words(policy, whose = "") {
  const { name, cooldown, windowSeconds, direction } = policy;
  const boot = direction === "out" ? ` + ${durationWords(BOOT_SECONDS)} for a server to start` : "";
  const sum = `${durationWords(windowSeconds)}${boot}`;
  return `the cooldown of ${durationWords(cooldown)} is shorter than ${sum}${whose}: \`${name}\` would act again and again on values from before its own change; a cooldown of ${durationWords(needed(policy))} lets it see what it did`;
}
function hastyScaleIn({ alarmed }) {
  const windows = alarmed.filter(({ direction }) => direction === "out").map(({ windowSeconds }) => windowSeconds);
  const out = Math.max(0, ...windows);
  if (out === 0) return [];
  return alarmed.filter(
    ({ direction, windowSeconds, written }) => written && direction === "in" && windowSeconds > 0 && windowSeconds <= out
  ).map(({ name, pointer, windowSeconds }) => ({
    pointer: `${pointer}/for`,
    message: `\`${name}\` takes servers away after ${durationWords(windowSeconds)}, as fast as they come (${durationWords(out)}); a short dip would cost the next rise its servers: twice as long, ${durationWords(2 * out)}, is usual`
  }));
}
function lostSignal({ alarmed }) {
  return alarmed.filter(({ alarm, cooldown }) => !alarm.repeat && cooldown > 0).map(({ name, pointer, cooldown }) => ({
    pointer: `${pointer}/repeat`,
    message: `\`${name}\` signals once (repeat: false); Heat passes over a signal within the cooldown of ${durationWords(cooldown)} and nobody repeats it, so the group may stay as it is; leave repeat away`
  }));
}

// src/core/lint/scaling-advice.ts
var RULES = [
  { rule: "scaling-flaps", severity: "warn", check: flapping },
  { rule: "alarm-never-fires", severity: "warn", check: neverFires },
  { rule: "alarm-changes-nothing", severity: "warn", check: changesNothing },
  { rule: "alarm-asleep-for-ever", severity: "warn", check: asleepForEver },
  { rule: "cooldown-too-short", severity: "warn", check: shortCooldown },
  { rule: "scale-in-too-fast", severity: "warn", check: hastyScaleIn },
  { rule: "signal-lost-to-cooldown", severity: "warn", check: lostSignal },
  { rule: "measures-missing", severity: "warn", check: measuresMissing },
  { rule: "granularity-not-kept", severity: "warn", check: granularityNotKept },
  { rule: "several-series", severity: "warn", check: severalSeries },
  { rule: "needs-prometheus", severity: "info", check: needsPrometheus },
  { rule: "measures-to-come", severity: "info", check: notMeasuredYet },
  { rule: "scales-one-way", severity: "info", check: oneWay }
];
function scalingAdvice(spec, policies, facts) {
  const view = scalingView(spec, policies, facts);
  return RULES.flatMap(
    ({ rule, severity, check }) => check(view).map(
      ({ pointer, message }) => ({
        rule,
        severity,
        source: positionOf(spec, pointer),
        message
      })
    )
  );
}

export {
  NO_FACTS,
  factsNeeded,
  durationWords,
  spanWords,
  BOOT_SECONDS,
  EVALUATION_SECONDS,
  compileScaling,
  scalingView,
  scalingAdvice
};
