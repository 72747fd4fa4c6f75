import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  Meter,
  celInput,
  fill
} from "./chunk-4BHWP6Y3.js";
import {
  QUOTA_NAMES
} from "./chunk-VZ2NMEIK.js";
import {
  describeGroups,
  hiddenParameters,
  isSwitchedOff,
  memberServers,
  object,
  resolve,
  scopeOf,
  viewTemplate,
  widestBounds
} from "./chunk-SMCQXR7L.js";
import {
  isJsonObject
} from "./chunk-CEEK6GEM.js";
import {
  costJson,
  groupJson,
  isManaged,
  isProtected,
  labelsOf,
  windowsFor
} from "./chunk-WTYPQLUP.js";

// src/core/guard/facts/spec-facts.ts
function specFacts(spec) {
  const {
    size,
    server,
    zones,
    securityRules,
    loadBalancer,
    scaling,
    rollout,
    health,
    timeoutMinutes,
    budget
  } = spec;
  return plain({
    size: { ...size, lowest: widestBounds(spec).min, highest: widestBounds(spec).max },
    server: serverFacts(server),
    zones,
    securityRules: securityRules?.map(ruleFacts) ?? null,
    loadBalancer: loadBalancer && balancerFacts(loadBalancer),
    scaling: scalingFacts(scaling),
    rollout,
    health: health && healthFacts(health),
    timeoutMinutes,
    budget
  });
}
function plain(value) {
  const copy = JSON.parse(JSON.stringify(value));
  return copy;
}
function healthFacts({ checks, graceSeconds, replace }) {
  return { checks: checks.map(({ kind }) => kind), graceSeconds, replace };
}
function serverFacts({ userData, serverGroup, ...server }) {
  return {
    ...server,
    serverGroup: serverGroup && serverGroupFacts(serverGroup),
    userDataBytes: userData === null ? 0 : new TextEncoder().encode(userData).length
  };
}
function serverGroupFacts(group) {
  return group.kind === "existing" ? { existing: group.name, policy: null, maxPerHost: null } : { existing: null, policy: group.policy, maxPerHost: group.maxPerHost };
}
function ruleFacts({ protocol, ports, direction, peer, ipVersion }) {
  return {
    protocol,
    ports,
    direction,
    ipVersion,
    everybody: peer.kind === "everybody",
    cidr: peer.kind === "range" ? peer.cidr : null,
    securityGroup: peer.kind === "securityGroup" ? peer.name : null
  };
}
var NO_BALANCER = { octavia: null, existingPool: null, haproxy: null };
function balancerFacts(balancer) {
  switch (balancer.kind) {
    case "octavia": {
      const { kind, ...octavia } = balancer;
      return { ...NO_BALANCER, octavia };
    }
    case "octavia-pool": {
      const { kind, ...existingPool } = balancer;
      return { ...NO_BALANCER, existingPool };
    }
    case "haproxy": {
      const { kind, ...haproxy } = balancer;
      return { ...NO_BALANCER, haproxy };
    }
  }
}
function scalingFacts({ policies, target, ...scaling }) {
  return {
    ...scaling,
    policies: policies.map(({ alarm, ...policy }) => ({
      ...policy,
      alarm: alarm && { ...alarm, conditions: alarm.conditions.map(conditionFacts) }
    })),
    target: target && { ...target, metric: metricName(target.metric) }
  };
}
function conditionFacts({ source, ...condition }) {
  const prometheus = source.kind === "prometheus";
  return {
    ...condition,
    metric: prometheus ? null : metricName(source),
    prometheus: prometheus ? source.query : null
  };
}
function metricName({ name: name2 }) {
  return name2;
}

// src/core/guard/judge.ts
function evidenceOf(facts) {
  const made = /* @__PURE__ */ new Map();
  const look = (key) => {
    const known = made.get(key);
    if (known !== void 0) return known;
    const value = celInput(Reflect.get(facts, key));
    made.set(key, value);
    return value;
  };
  const variables = Object.keys(facts).map((key) => [key, { enumerable: true, get: () => look(key) }]);
  return Object.defineProperties({}, Object.fromEntries(variables));
}
function judge(guardrail, evidence, meter = new Meter()) {
  const given = withParameters(evidence, celInput(guardrail.parameters));
  const { rule, message } = guardrail.ready;
  const result = rule.evaluate(given, meter);
  if (!result.ok) return { kind: "broken", why: result.message };
  if (result.value === true) return { kind: "passes" };
  if (result.value === false) return { kind: "fails", message: fill(message, given, meter) };
  return { kind: "broken", why: "it is neither true nor false" };
}
function withParameters(evidence, params) {
  const given = Object.create(evidence, { params: { value: params } });
  return given;
}

// src/core/guard/facts/stack-facts.ts
function stackFacts({ tags, protect, files, ...stack }) {
  const source = { ...withoutHidden(stack.template, stack.environment), files, initial: [] };
  return {
    labels: labelsOf(tags),
    protect,
    groups: describeGroups(source).map(({ address, type, min, max, rolling, member }) => ({
      address,
      type,
      min,
      max,
      maxBatch: rolling.maxBatch,
      minInService: rolling.minInService,
      pauseSeconds: rolling.pauseSeconds,
      servers: memberServers(member, files).map(({ properties }) => ({
        image: name(properties["image"] ?? properties["ImageId"]) ?? bootImage(properties),
        flavor: name(properties["flavor"] ?? properties["InstanceType"]),
        properties: withoutUserData(properties)
      }))
    })),
    resources: resourceFacts(source)
  };
}
function withoutHidden(template, environment) {
  const hidden = hiddenParameters(viewTemplate(template).parameters);
  if (hidden.size === 0) return { template, environment };
  const visible = (values) => Object.fromEntries(Object.entries(values).filter(([key2]) => !hidden.has(key2)));
  const key = "heat_template_version" in template ? "parameters" : "Parameters";
  return {
    template: { ...template, [key]: visible(object(template[key])) },
    environment: {
      ...environment,
      parameters: visible(environment.parameters),
      parameter_defaults: visible(environment.parameter_defaults)
    }
  };
}
function resourceFacts(source) {
  const view = viewTemplate(source.template);
  const scope = scopeOf(view, source);
  return Object.fromEntries(
    Object.entries(view.resources).filter(([, resource]) => !isSwitchedOff(resource, scope)).map(([key, { type, properties }]) => [
      key,
      { type, properties: withoutUserData(object(resolve(properties, scope))) }
    ]).sort(([a], [b]) => String(a) < String(b) ? -1 : 1)
  );
}
function withoutUserData(properties) {
  const entries = Object.entries(properties).map(([key, value]) => {
    if (USER_DATA.has(key)) return [key, "not shown to rules"];
    return [key, withoutUserDataInside(value)];
  });
  return Object.fromEntries(entries);
}
function withoutUserDataInside(value) {
  if (Array.isArray(value)) return value.map(withoutUserDataInside);
  return isJsonObject(value) ? withoutUserData(value) : value;
}
var USER_DATA = /* @__PURE__ */ new Set(["user_data", "UserData", "config", "cloud_config", "parts"]);
function bootImage(properties) {
  const devices = properties["block_device_mapping_v2"];
  const first = Array.isArray(devices) ? object(devices[0]) : {};
  return name(first["image"] ?? first["image_id"]);
}
function name(value) {
  return typeof value === "string" ? value : null;
}

// src/core/guard/facts/facts.ts
function guardrailFacts({ spec, pair, group, settings, headRoom }) {
  const { desired } = pair;
  const observed = pair.observed.presence === "present" ? pair.observed : null;
  const labels = spec.kind === "Deleted" ? {} : spec.labels;
  const { name: name2, kind } = spec;
  const protect = spec.kind === "Deleted" ? false : spec.protect;
  const freezing = windowsFor(settings.freeze, name2, labels).filter(({ effect }) => effect === "deny");
  return {
    group: { name: name2, kind, labels, protect },
    get plan() {
      return plain(groupJson(group));
    },
    get spec() {
      return spec.kind === "AutoScalingGroup" ? specFacts(spec) : null;
    },
    alarms: desired.presence === "present" ? desired.alarms.map(alarmFacts) : [],
    get before() {
      return observed && stackFacts({ ...observed, protect: isProtected(observed.tags) });
    },
    get after() {
      return desired.presence === "present" ? stackFacts(desired) : null;
    },
    get live() {
      return observed && liveFacts(observed);
    },
    settings: { maxDeletions: settings.limits.maxDeletions, freezeWindows: freezing.length },
    capacity: headRoom && capacityFacts(headRoom),
    cost: group.cost && plain(costJson(group.cost))
  };
}
function capacityFacts(rows) {
  const entries = QUOTA_NAMES.map((name2) => {
    const row = rows.find((one) => one.name === name2);
    if (!row || !("limit" in row)) return [name2, null];
    const { limit, others, most, surge } = row;
    return [name2, { limit, others, most, surge }];
  });
  return Object.fromEntries(entries);
}
function alarmFacts({ policy, direction, windowSeconds, cooldownSeconds, repeat }) {
  return { policy, direction, windowSeconds, cooldownSeconds, repeat };
}
function liveFacts({ state, tags, createdAt, updatedAt, groups }) {
  const members = groups.flatMap((group) => group.members);
  return {
    status: `${state.action}_${state.status}`,
    managed: isManaged(tags),
    createdAt,
    updatedAt,
    servers: members.flatMap(({ servers }) => servers).map((server) => ({
      name: server.name,
      status: server.status,
      flavor: server.flavor,
      createdAt: server.createdAt
    }))
  };
}

export {
  plain,
  evidenceOf,
  judge,
  guardrailFacts
};
