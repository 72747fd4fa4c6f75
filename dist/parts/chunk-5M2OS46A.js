import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  mostAtOnce
} from "./chunk-2UHDICIL.js";
import {
  compileScaling,
  scalingAdvice,
  scalingView
} from "./chunk-KDWKVUYD.js";
import {
  READY_TOKEN,
  SHARED,
  USUAL_LIMIT_MINUTES,
  boundNames,
  leastRolloutSeconds,
  meteringOf,
  readyUserData,
  zoneNames
} from "./chunk-4TACJFKI.js";
import {
  SERVER_TYPES,
  describeGroups,
  dialectOf,
  effectiveParameters,
  groupType,
  hiddenParameters,
  isSwitchedOff,
  isUnresolved,
  nestedFile,
  nestedResources,
  nestedStack,
  object,
  propertiesKey,
  referencedResources,
  resolve,
  resourcesKey,
  viewResource,
  viewTemplate,
  widestBounds
} from "./chunk-SMCQXR7L.js";
import {
  canonicalJson,
  digest,
  sameValue
} from "./chunk-GCC67ZSS.js";
import {
  positionOf
} from "./chunk-4RXYHALH.js";
import {
  isJsonObject,
  own
} from "./chunk-CEEK6GEM.js";
import {
  wallClock
} from "./chunk-XXNMV6NK.js";
import {
  isManaged,
  isProtected,
  labelTags,
  withoutProvenance
} from "./chunk-WTYPQLUP.js";
import {
  startsOf
} from "./chunk-Q3CFLGCV.js";

// src/core/heat/rule-output.ts
var NAME = "bounds";
function ruleOutput(rule2) {
  if (rule2 === null) return {};
  const description = "The bounds that are declared; those of the group follow the schedules";
  return { [NAME]: { description, value: recorded(rule2) } };
}
function recordedRule(template) {
  const value = object(object(object(template["outputs"])[NAME])["value"]);
  const { schedules: schedules2 } = value;
  if (!Array.isArray(schedules2)) return null;
  const all = [value, ...schedules2.map(object)];
  return { value, mins: numbers(all, "min"), maxes: numbers(all, "max") };
}
function isRecorded(rule2, live) {
  return live !== null && sameValue(recorded(rule2), live.value);
}
function recorded({ min, max, schedules: schedules2 }) {
  return { min, max, schedules: schedules2.map(scheduleJson) };
}
function scheduleJson({ name, cron, timezone, forSeconds, min, max }) {
  return {
    name,
    cron,
    timezone,
    for: forSeconds,
    ...min === null ? {} : { min },
    ...max === null ? {} : { max }
  };
}
function numbers(all, key) {
  return all.flatMap((one) => {
    const value = one[key];
    return typeof value === "number" ? [value] : [];
  });
}

// src/core/plan/by-clock.ts
var STANDS_STILL = { declared: null, live: null };
function clockOf({ scheduled }, observed) {
  return { declared: scheduled?.rule ?? null, live: observed && recordedRule(observed.template) };
}
function isByClock(plan, { declared, live }) {
  return declared !== null && isRecorded(declared, live) && plan.changes.length > 0 && withoutClock(plan.changes, plan.scalingGroups, { declared, live }).length === 0 && plan.scalingGroups.every(({ members }) => members.every(isOfSize));
}
function withoutClock(changes, groups, clock) {
  if (clock.declared === null && clock.live === null) return changes;
  const addresses = new Set(groups.map(({ address }) => `resources.${address}`));
  return changes.flatMap((change2) => {
    if (!addresses.has(change2.address)) return [change2];
    const fields = change2.fields.filter((field) => !isExplained(field, clock));
    return fields.length === 0 && change2.fields.length > 0 ? [] : [{ ...change2, fields }];
  });
}
var BOUNDS = {
  "properties.min_size": "min",
  "properties.max_size": "max"
};
function isBound({ path }) {
  return Object.hasOwn(BOUNDS, path);
}
function isExplained({ path, before }, { declared, live }) {
  const bound = Object.hasOwn(BOUNDS, path) ? BOUNDS[path] : void 0;
  if (bound === void 0) return false;
  const of = { min: live?.mins ?? [], max: live?.maxes ?? [] }[bound];
  const now = declared === null ? [] : [declared, ...declared.schedules].map((one) => one[bound]);
  return [...of, ...now].some((value) => value !== null && equal(value, before));
}
function equal(value, before) {
  return before !== null && String(value) === String(before);
}
function isOfSize({ fate, how }) {
  return fate === "keep" || fate === "create" || fate === "delete" && how === "oldest of the group";
}

// src/core/plan/fingerprint.ts
function fingerprint(plan, clock) {
  const content = {
    version: 1,
    name: plan.name,
    action: plan.action,
    changes: withoutClock(plan.changes, plan.scalingGroups, clock).map((change2) => changeJson(change2, clock)),
    groups: plan.scalingGroups.map((group) => ({
      address: group.address,
      ...bounds(group, clock),
      fates: fates(group, clock)
    }))
  };
  return digest(content);
}
function changeJson({ address, action, fields }, { declared }) {
  return {
    address,
    action,
    fields: fields.map((field) => ({
      path: field.path,
      before: field.before,
      after: declared !== null && isBound(field) ? "as scheduled" : field.after
    }))
  };
}
function bounds({ size }, { declared }) {
  if (declared === null) return { min: size.min, max: size.max };
  return { min: declared.min, max: declared.max, schedules: declared.schedules.map(scheduleJson) };
}
function fates({ size, members }, clock) {
  const all = [...new Set(members.map(({ fate, how }) => `${fate}: ${how}`))].sort();
  return all.filter((fate) => !isResize(fate, size.current, clock));
}
function isResize(fate, current, { declared, live }) {
  if (declared === null) return false;
  if (fate === "create: new") return true;
  const most = Math.max(...[declared, ...declared.schedules].map(({ max }) => max ?? 0));
  return fate === "delete: oldest of the group" && current <= most && isRecorded(declared, live);
}

// src/core/plan/rollout.ts
function rollOut(members, settings) {
  let current = inHeatOrder(members);
  let updated = 0;
  const batches = [];
  while (!(updated >= current.length && current.length === settings.target)) {
    const { size, changing } = nextBatch(current.length, updated, settings);
    const step = applyDefinitions(current, { size, changing, effect: settings.effect });
    batches.push(step.batch);
    current = inHeatOrder(step.members);
    updated += changing;
    if (changing === 0 && step.batch.removed.length === 0) break;
  }
  return { batches, members: current };
}
function resize(members, size) {
  const step = applyDefinitions(inHeatOrder(members), { size, changing: 0, effect: "update" });
  return { ...step.batch, members: step.members };
}
function inHeatOrder(members) {
  return [...members].sort((a, b) => Number(b.failed) - Number(a.failed) || a.order - b.order);
}
function nextBatch(capacity, updated, settings) {
  const minimum = Math.min(settings.minInService, settings.target, capacity);
  const changing = Math.min(settings.maxBatch, Math.max(settings.target - updated, 0));
  return { size: changing + Math.max(Math.min(capacity, settings.target - changing), minimum), changing };
}
function applyDefinitions(members, { size, changing, effect }) {
  const kept = size === 0 ? [] : members.slice(-size);
  const removed = members.slice(0, members.length - kept.length);
  const created = size - kept.length;
  const newest = Math.max(0, ...members.map(({ order }) => order));
  const redefined = kept.filter(({ upToDate }) => !upToDate).slice(0, Math.max(0, changing - created));
  const changed = kept.filter((member) => member.failed || redefined.includes(member));
  const after = kept.map(
    (member) => changed.includes(member) ? remade(member, redefined.includes(member), newest, effect) : member
  );
  const fresh = Array.from({ length: created }, (_, index) => newMember(newest + index + 2));
  return { batch: { changed, created, removed, size }, members: [...after, ...fresh] };
}
function remade(member, redefined, newest, effect) {
  const isNew = member.failed || effect === "replace";
  const upToDate = member.upToDate || redefined;
  return { ...member, upToDate, failed: false, order: isNew ? newest + 1 : member.order };
}
function newMember(order) {
  return { name: `+${order}`, fresh: true, failed: false, upToDate: true, order };
}

// src/core/plan/members.ts
function planMembers(group, observed, change2, before) {
  const members = observed.members.map((member, order) => rolloutMember(member, order, change2));
  const shrunk = change2.shrinkFirst ? resize(members, clamp(members.length, group)) : null;
  const rolling = shrunk?.members ?? members;
  const rollout = roll(rolling, group, change2);
  const want = change2.hold ?? rollout.members.filter(({ failed }) => !failed).length;
  const final = change2.visited ? resize(rollout.members, clamp(want, group)) : untouched(members);
  const steps = [...shrunk ? [shrunk] : [], ...rollout.batches, final];
  const view = { observed, effect: change2.effect };
  return {
    address: group.address,
    size: {
      min: group.min,
      max: group.max,
      current: observed.members.length,
      after: group.min === null || group.max === null ? null : final.size,
      before: before && { min: before.min, max: before.max }
    },
    members: fates2(steps, view),
    batches: rollout.batches.flatMap(
      (batch, index) => describeBatch(batch, sizeBefore(index, rollout, rolling), view)
    )
  };
}
function planNewGroup(group) {
  const size = { min: group.min, max: group.max, current: 0, after: group.initial, before: null };
  const members = Array.from({ length: group.initial ?? 0 }, newServer);
  return { address: group.address, size, members, batches: [] };
}
function planGoneGroup(observed, before) {
  return {
    address: observed.address,
    size: {
      min: null,
      max: null,
      current: observed.members.length,
      after: 0,
      before: before && { min: before.min, max: before.max }
    },
    members: observed.members.map((member) => planned(member, { fate: "delete", how: "the group goes" })),
    batches: []
  };
}
function clamp(size, { min, max }) {
  return Math.max(min ?? 0, Math.min(size, max ?? size));
}
function untouched(members) {
  return { changed: [], created: 0, removed: [], size: members.length };
}
function rolloutMember(member, order, change2) {
  return {
    name: member.name,
    fresh: false,
    failed: member.state.status === "FAILED",
    upToDate: change2.effect === null || (change2.upToDate?.has(member.name) ?? false),
    order
  };
}
function roll(members, group, change2) {
  if (!change2.rolls) return { batches: [], members };
  const target = Math.min(change2.hold ?? members.length, members.length);
  const { effect } = change2;
  const order = effect?.kind === "replace" && !effect.inside ? "replace" : "update";
  return rollOut(members, { target, ...group.rolling, effect: order });
}
function fates2(steps, view) {
  const changed = new Set(steps.flatMap((step) => step.changed.map(({ name }) => name)));
  const removed = steps.flatMap((step) => step.removed);
  const created = steps.reduce((sum2, step) => sum2 + step.created, 0) - removed.filter(({ fresh }) => fresh).length;
  const going = removed.filter(({ fresh }) => !fresh);
  const exchanged = new Set(
    (view.effect ? going.slice(-Math.min(created, going.length)) : []).map(({ name }) => name)
  );
  if (created === 0) exchanged.clear();
  const gone = new Set(going.map(({ name }) => name).filter((name) => !exchanged.has(name)));
  const existing = view.observed.members.map((member) => {
    const failed = member.state.status === "FAILED";
    const be = (fate, how) => planned(member, { fate, how });
    if (gone.has(member.name)) return be("delete", failed ? "failed" : "oldest of the group");
    if (exchanged.has(member.name)) return be("replace", view.effect?.how ?? "");
    if (!changed.has(member.name)) return be("keep", "");
    return failed ? be("replace", "failed, made anew") : planned(member, fateOf(view.effect));
  });
  return [...existing, ...Array.from({ length: created - exchanged.size }, newServer)];
}
function fateOf(effect) {
  switch (effect?.kind) {
    case "replace":
      return { fate: "replace", how: effect.how };
    case "update":
      return { fate: "update", how: effect.how };
    case "beside":
      return { fate: "keep", how: effect.how };
    default:
      return { fate: "keep", how: "" };
  }
}
function newServer() {
  return { member: null, server: null, fate: "create", how: "new" };
}
function planned(member, { fate, how }) {
  const [server] = member.servers;
  return {
    member: member.name,
    server: server ? { id: server.id, name: server.name || server.id } : null,
    fate,
    how
  };
}
function sizeBefore(index, rollout, members) {
  return rollout.batches[index - 1]?.size ?? members.length;
}
function describeBatch(batch, before, view) {
  if (batch.changed.length + batch.created + batch.removed.length === 0) return [];
  const failed = batch.changed.filter((member) => member.failed).length;
  const replaced = view.effect?.kind === "replace" ? batch.changed.length : failed;
  const absent = view.effect?.interrupts ? batch.changed.length - failed : 0;
  return [
    {
      servers: [...batch.changed, ...batch.removed].map(({ name }) => serverName(name, view.observed)),
      // inside a batch Heat makes the new server before it deletes the old one, but off its networks (measured)
      running: Math.max(before, batch.size) + replaced,
      inService: Math.min(before, batch.size) - absent - failed
    }
  ];
}
function serverName(name, observed) {
  const member = observed.members.find((one) => one.name === name);
  return member ? member.servers[0]?.name || member.servers[0]?.id || name : "(new)";
}

// src/core/plan/summaries.ts
function countServers(groups) {
  const fates3 = groups.flatMap(({ members }) => members.map(({ fate }) => fate));
  const count = (...wanted) => fates3.filter((fate) => wanted.includes(fate)).length;
  return {
    keep: count("keep", "update"),
    update: count("update"),
    create: count("create"),
    replace: count("replace"),
    delete: count("delete")
  };
}
function addSizes(groups) {
  const sizes = groups.map(({ size }) => size);
  const staying = sizes.filter(({ min, max, after }) => min !== null || max !== null || after !== 0);
  const before = sizes.flatMap((size) => size.before ? [size.before] : []);
  return {
    // a group that goes has no bounds, and takes away none
    min: sum(staying.map(({ min }) => min)),
    max: sum(staying.map(({ max }) => max)),
    current: sum(sizes.map(({ current }) => current)) ?? 0,
    after: sum(sizes.map(({ after }) => after)),
    before: before.length === 0 ? null : { min: sum(before.map(({ min }) => min)), max: sum(before.map(({ max }) => max)) }
  };
}
function sum(values) {
  if (values.length === 0) return null;
  return values.reduce(
    (total, value) => total === null || value === null ? null : total + value,
    0
  );
}

// src/core/plan/plan-absence.ts
function planAbsence(desired, observed) {
  const present = observed.presence === "present" ? observed : null;
  const scalingGroups = present?.groups.map((group) => planGoneGroup(group, null)) ?? [];
  const plan = {
    name: desired.name,
    stack: { name: desired.name, id: present?.id ?? null },
    source: desired.source,
    action: present ? "delete" : "no-op",
    size: addSizes(scalingGroups),
    servers: countServers(scalingGroups),
    changes: present ? [
      {
        address: "stack",
        action: "delete",
        reason: "the tombstone says so",
        confidence: "certain",
        fields: []
      }
    ] : [],
    scalingGroups,
    steps: present ? [{ kind: "delete", why: "the tombstone says so", capacities: [] }] : [],
    ignored: [],
    findings: present ? ownershipFindings(desired, present) : [],
    triggers: [],
    capacity: null,
    cost: null
  };
  return { ...plan, fingerprint: fingerprint(plan, STANDS_STILL), byClock: false };
}
function ownershipFindings(desired, present) {
  const refuse = (rule2, message) => ({
    rule: rule2,
    severity: "error",
    source: desired.source,
    message
  });
  return [
    ...isManaged(present.tags) ? [] : [
      refuse(
        "not-managed",
        `the stack "${present.name}" was not made by Thermostat (it has no tag "thermostat"), so a tombstone does not delete it; delete it by hand`
      )
    ],
    ...isProtected(present.tags) ? [
      refuse(
        "protected",
        `the stack "${present.name}" is protected; merge \`metadata.protect: false\` first, then the tombstone`
      )
    ] : []
  ];
}

// src/core/plan/setting-findings.ts
function settingFindings(desired, groups) {
  return [...schedules(desired), ...pause(desired, groups)];
}
function schedules({ scheduled, source }) {
  if (scheduled === null) return [];
  return [{ rule: "scheduled-bounds", severity: "info", source, message: scheduled.words }];
}
function pause({ paused, scheduled, source }, groups) {
  if (!paused) return [];
  const sizes = groups.flatMap(
    ({ address, size }) => size.after === null ? [] : [groups.length > 1 ? `${address} at ${size.after}` : String(size.after)]
  );
  const stays = groups.length > 1 ? `the groups stay: ${sizes.join(", ")}` : `the group stays at ${sizes.join()}`;
  const clock = scheduled === null ? "" : ", and schedules go on";
  const message = `scaling is paused: the alarms are switched off; ${stays}${clock}`;
  return [{ rule: "scaling-paused", severity: "warn", source, message }];
}

// src/core/plan/plan-create.ts
function planCreate(desired) {
  const scalingGroups = desired.groups.map(planNewGroup);
  const plan = {
    name: desired.name,
    stack: { name: desired.name, id: null },
    source: desired.source,
    action: "create",
    size: addSizes(scalingGroups),
    servers: countServers(scalingGroups),
    changes: createChanges(desired),
    scalingGroups,
    steps: createSteps(desired),
    ignored: [],
    findings: [
      ...desired.findings,
      ...settingFindings(desired, scalingGroups),
      ...desired.advice,
      ...boundFindings(desired)
    ],
    triggers: desired.triggers,
    capacity: null,
    cost: null
  };
  return { ...plan, fingerprint: fingerprint(plan, clockOf(desired, null)), byClock: false };
}
function createChanges(desired) {
  return Object.entries(viewTemplate(desired.template).resources).map(
    ([name, { type }]) => ({
      address: `resources.${name}`,
      action: "create",
      reason: type,
      confidence: "certain",
      fields: []
    })
  ).sort((a, b) => a.address < b.address ? -1 : 1);
}
function createSteps(desired) {
  const create = { kind: "create", why: "the stack does not exist", capacities: desired.initial };
  return desired.initial.length === 0 ? [create] : [create, RELEASE];
}
var RELEASE = {
  kind: "release-capacity",
  why: "takes the desired capacity out again, so that no later update resets the size",
  capacities: []
};
function boundFindings(desired) {
  return desired.groups.filter(({ min, max }) => min === null || max === null).map(({ address }) => ({
    rule: "bounds-unknown",
    severity: "warn",
    source: desired.source,
    message: `${address}: min or max is computed by Heat; the sizes are known only after the creation`
  }));
}

// src/core/plan/replacement.ts
function certain(kind, how, interrupts, deeds = []) {
  return { kind, how, confidence: "certain", interrupts, inside: false, deeds };
}
var update = (how, ...deeds) => certain("update", how, true, deeds);
var setting = (how, ...deeds) => certain("update", how, false, deeds);
var replace = (how) => certain("replace", how, true);
var beside = (how) => certain("beside", how, false);
var none = (how) => certain("none", how, false);
var handOver = (how) => certain("replace", how, false);
var guess = (how) => ({ ...update(how), confidence: "predicted" });
function effectOf(type, property, after) {
  const rules = own(RULES, type);
  const rule2 = rules && (own(rules, property) ?? rules["*"]);
  if (rule2 === void 0) return guess(`${property} changes, as Heat decides`);
  return typeof rule2 === "function" ? rule2(after) : rule2;
}
function strongest(effects) {
  const order = ["replace", "update", "beside", "none"];
  const kind = order.find((one) => effects.some((effect) => effect.kind === one)) ?? "none";
  const chosen = effects.filter((effect) => effect.kind === kind);
  return {
    kind,
    how: [...new Set(chosen.map(({ how }) => how))].join(", "),
    confidence: chosen.some(({ confidence }) => confidence === "predicted") ? "predicted" : "certain",
    interrupts: effects.some(({ interrupts }) => interrupts),
    inside: effects.length > 0 && effects.every(({ inside }) => inside),
    deeds: [...new Set(chosen.flatMap(({ deeds }) => deeds))]
  };
}
function governedBy(policy, fallback, effects) {
  return (properties) => {
    const value = properties[policy] ?? fallback;
    return own(effects, String(value)) ?? guess(`${policy} is ${JSON.stringify(value)}`);
  };
}
var RULES = {
  "OS::Nova::Server": {
    image: governedBy("image_update_policy", "REBUILD", {
      REBUILD: update("rebuilt in place from the new image", "rebuild"),
      REBUILD_PRESERVE_EPHEMERAL: update("rebuilt in place from the new image", "rebuild"),
      REPLACE: replace("new image")
    }),
    flavor: governedBy("flavor_update_policy", "RESIZE", {
      RESIZE: update("resized in place", "resize"),
      REPLACE: replace("new flavor")
    }),
    user_data: governedBy("user_data_update_policy", "REPLACE", {
      REPLACE: replace("new user data"),
      IGNORE: none("running servers keep their user data")
    }),
    networks: update("interfaces detached and attached, addresses change", "interfaces"),
    metadata: setting("metadata set", "metadata"),
    tags: setting("tags set", "tags"),
    name: setting("renamed", "rename"),
    admin_pass: setting("password set", "password"),
    image_update_policy: none("counts from the next change on"),
    flavor_update_policy: none("counts from the next change on"),
    user_data_update_policy: none("counts from the next change on"),
    software_config_transport: setting("software config transport changed"),
    security_groups: replace("new security groups"),
    key_name: replace("new key pair"),
    availability_zone: replace("new availability zone"),
    scheduler_hints: replace("new scheduler hints"),
    config_drive: replace("config drive changed"),
    user_data_format: replace("new user data format"),
    block_device_mapping: replace("new block devices"),
    block_device_mapping_v2: replace("new block devices"),
    diskConfig: replace("new disk configuration"),
    reservation_id: replace("new reservation"),
    personality: replace("new personality files")
  },
  // heat/engine/resources/aws/ec2/instance.py properties_schema update_allowed; ImageId and InstanceType measured
  "AWS::EC2::Instance": {
    ImageId: replace("new image"),
    InstanceType: update("resized in place", "resize"),
    NetworkInterfaces: update("interfaces detached and attached", "interfaces"),
    SubnetId: update("interface moved to another subnet", "interfaces"),
    Volumes: update("volumes changed"),
    Tags: setting("tags set", "metadata"),
    "*": replace("launch settings changed")
  },
  // heat/engine/resources/aws/autoscaling/launch_config.py: nothing in it may be updated
  "AWS::AutoScaling::LaunchConfiguration": {
    "*": replace("launch configurations never change, a new one is made")
  },
  // heat/engine/resources/openstack/heat/autoscaling_group.py: every property is updated in place
  "OS::Heat::AutoScalingGroup": { "*": update("group settings changed") },
  "AWS::AutoScaling::AutoScalingGroup": {
    AvailabilityZones: replace("new availability zones"),
    "*": update("group settings changed")
  },
  "OS::Heat::ScalingPolicy": {
    auto_scaling_group_id: replace("belongs to another group"),
    "*": update("changed in place, same signal URL")
  },
  "AWS::AutoScaling::ScalingPolicy": {
    AutoScalingGroupName: replace("belongs to another group"),
    "*": update("changed in place, same signal URL")
  },
  ...Object.fromEntries(
    [
      "OS::Aodh::GnocchiAggregationByResourcesAlarm",
      "OS::Aodh::GnocchiAggregationByMetricsAlarm",
      "OS::Aodh::GnocchiResourcesAlarm",
      "OS::Aodh::PrometheusAlarm",
      "OS::Aodh::CompositeAlarm",
      "OS::Aodh::EventAlarm"
    ].map((type) => [
      type,
      {
        time_constraints: replace("new time constraints, a new alarm is made"),
        "*": update("alarm changed in place")
      }
    ])
  ),
  "OS::Octavia::PoolMember": {
    weight: update("weight set"),
    admin_state_up: update("admin state set"),
    tags: update("tags set"),
    "*": replace("a new pool member is made")
  },
  "OS::Octavia::Pool": {
    protocol: replace("new protocol"),
    listener: replace("belongs to another listener"),
    loadbalancer: replace("belongs to another load balancer"),
    "*": update("pool changed in place")
  },
  "OS::Octavia::Listener": {
    protocol: replace("new protocol"),
    protocol_port: replace("new port"),
    loadbalancer: replace("belongs to another load balancer"),
    "*": update("listener changed in place")
  },
  "OS::Octavia::HealthMonitor": {
    pool: replace("belongs to another pool"),
    type: replace("new type"),
    "*": update("monitor changed in place")
  },
  "OS::Octavia::LoadBalancer": {
    vip_subnet: replace("new VIP subnet"),
    vip_address: replace("new VIP address"),
    provider: replace("new provider"),
    flavor: replace("new flavor"),
    availability_zone: replace("new availability zone"),
    tenant_id: replace("new project"),
    "*": update("load balancer changed in place")
  },
  "OS::Neutron::SecurityGroup": { "*": update("rules changed in place") },
  "OS::Neutron::SecurityGroupRule": { "*": replace("rules never change, a new one is made") },
  "OS::Neutron::FloatingIP": {
    floating_network: replace("another network"),
    floating_subnet: replace("another subnet"),
    floating_ip_address: replace("another address"),
    "*": update("floating IP changed in place")
  },
  "OS::Neutron::Port": {
    network: replace("another network"),
    mac_address: replace("new MAC address"),
    "*": update("port changed in place")
  },
  "OS::Nova::ServerGroup": { "*": replace("server groups never change, a new one is made") },
  "OS::Nova::KeyPair": { "*": replace("key pairs never change, a new one is made") },
  "OS::Heat::SoftwareConfig": { "*": replace("configs never change, a new one is made") },
  "OS::Heat::StructuredConfig": { "*": replace("configs never change, a new one is made") },
  "OS::Heat::CloudConfig": { "*": replace("configs never change, a new one is made") },
  "OS::Heat::MultipartMime": { "*": replace("configs never change, a new one is made") },
  "OS::Heat::Value": { "*": update("value changed") },
  // measured: changing only min_wait replaces the delay
  "OS::Heat::Delay": { "*": replace("a new delay is made") }
};

// src/core/plan/balancer-conflicts.ts
function balancerConflicts(before, after) {
  const replaced = replacedNames(before, after);
  const members = groupNames(after).flatMap((group) => {
    const [old, next] = [memberOf(group, before), memberOf(group, after)];
    if (old === null || next === null) return [];
    const inside = replacedNames(old, next);
    return conflictsOf(inside, /* @__PURE__ */ new Set([...inside, ...replaced]), old, next).map((one) => ({
      ...one,
      group,
      message: `${group}: ${one.message}`
    }));
  });
  return [...conflictsOf(replaced, replaced, before, after), ...members];
}
function conflictsOf(names, replaced, before, after) {
  return [...names].sort().flatMap((name) => {
    const pair = pairOf(name, before, after);
    const message = pair === null ? null : conflict(name, pair, replaced);
    return message === null ? [] : [{ name, type: pair?.type ?? "", group: null, message }];
  });
}
function groupNames({ resources }) {
  return Object.keys(resources).filter((name) => resources[name]?.["type"] === "OS::Heat::AutoScalingGroup");
}
function memberOf(group, { resources, files }) {
  const member = object(object(own(resources, group)?.["properties"] ?? null)["resource"] ?? null);
  const inside = nestedResources(String(member["type"] ?? ""), object(member["properties"] ?? null), files);
  return inside === null ? null : { resources: inside, files };
}
function pairOf(name, before, after) {
  const old = own(before.resources, name);
  const next = own(after.resources, name);
  const type = next?.["type"];
  if (!old || !next || typeof type !== "string" || old["type"] !== type) return null;
  return { type, old: object(old["properties"]), next: object(next["properties"]) };
}
function replacedNames(before, after) {
  const replaced = /* @__PURE__ */ new Set();
  for (let size = -1; size !== replaced.size; ) {
    size = replaced.size;
    for (const name of Object.keys(after.resources)) {
      const pair = pairOf(name, before, after);
      if (pair !== null && isReplaced(pair, replaced)) replaced.add(name);
    }
  }
  return replaced;
}
function isReplaced({ type, old, next }, replaced) {
  if (!type.startsWith("OS::Octavia::")) return false;
  return [.../* @__PURE__ */ new Set([...Object.keys(old), ...Object.keys(next)])].some((key) => {
    const target = referred(own(next, key));
    const changes = !sameValue(own(old, key) ?? null, own(next, key) ?? null) || target !== null && replaced.has(target);
    return changes && effectOf(type, key, next).kind === "replace";
  });
}
function referred(value) {
  const target = object(value ?? null)["get_resource"];
  return typeof target === "string" ? target : null;
}
var ONLY_ONE = {
  "OS::Octavia::HealthMonitor": {
    place: ["pool"],
    words: (name) => `${name}: a pool has but one monitor, and Heat would try to make the new one until its time is up; take the monitor away and apply, then give the new one`
  },
  "OS::Octavia::Pool": {
    place: ["listener"],
    words: (name) => `${name}: a listener has but one pool, and Heat would try to make the new one until its time is up; give the listener another port in the same change, or take the load balancer away and apply, then give it anew`
  },
  "OS::Octavia::PoolMember": {
    place: ["pool", "address", "protocol_port"],
    words: (name) => `${name}: a pool has each address and port but once, and Heat would try to make the new member until its time is up; change its port or the servers in the same commit, or take the load balancer away and apply, then give it anew`
  },
  "OS::Octavia::Listener": {
    place: ["loadbalancer", "protocol_port"],
    words: (name) => `${name}: the old listener holds its port until the new one is there, and Heat would try to make that until its time is up; give it another port in the same change, or take the load balancer away and apply, then give it anew`
  }
};
function conflict(name, pair, replaced) {
  const rule2 = own(ONLY_ONE, pair.type);
  if (rule2 === void 0 || transportDiffers(pair)) return null;
  const stays = rule2.place.every((key) => {
    const target = referred(own(pair.next, key));
    return sameValue(own(pair.old, key) ?? null, own(pair.next, key) ?? null) && !(target !== null && replaced.has(target));
  });
  const isPlaced = rule2.place.every((key) => (own(pair.next, key) ?? null) !== null);
  return stays && isPlaced ? rule2.words(name) : null;
}
function transportDiffers({ type, old, next }) {
  if (type !== "OS::Octavia::Listener") return false;
  return old["protocol"] === "UDP" !== (next["protocol"] === "UDP");
}

// src/core/plan/balancer-detour.ts
function balancerDetour(conflicts, desired, {
  before,
  after,
  unfinished
}) {
  const ways = conflicts.map((conflict2) => wayRound(conflict2, desired.template, { before, after }));
  if (ways.some((way) => way === null)) {
    return { detour: null, findings: conflicts.map(({ message }) => refusal(message, desired)) };
  }
  const begun = unfinished ? waysBegun(desired.template, { before, after }) : [];
  const steps = [...ways.filter((way) => way !== null), ...begun];
  if (steps.length === 0) return { detour: null, findings: [] };
  const ports2 = Object.fromEntries(
    steps.flatMap((way) => way.kind === "port" ? [[way.name, way.port]] : [])
  );
  const without = steps.flatMap((way) => way.kind === "without" ? [way.name] : []);
  const said = [...new Set(steps.map(words))];
  return {
    detour: { ports: ports2, without },
    findings: said.map((message) => ({
      rule: "balancer-detour",
      severity: "warn",
      message,
      source: desired.source
    }))
  };
}
function withMoved(changes, detour) {
  const moved = new Set(Object.keys(detour?.ports ?? {}).map((name) => `resources.${name}`));
  const reason = "makes room at another port, and comes back";
  const listed = changes.map(
    (change2) => moved.has(change2.address) && change2.action === "update" ? { ...change2, action: "replace", reason: `${change2.reason}; ${reason}` } : change2
  );
  const known = new Set(changes.map(({ address }) => address));
  const unlisted = [...moved].filter((address) => !known.has(address)).sort();
  return [
    ...listed,
    ...unlisted.map(
      (address) => ({ address, action: "replace", reason, confidence: "certain", fields: [] })
    )
  ];
}
function refusal(message, { source }) {
  return { rule: "balancer-takes-no-second", severity: "error", message, source };
}
function wayRound({ name, type, group }, template, sides) {
  if (group !== null) return null;
  switch (type) {
    case "OS::Octavia::HealthMonitor":
      return isNamedElsewhere(name, template) ? null : { kind: "without", name };
    case "OS::Octavia::Pool":
      return viaPort(referred(own(propertiesOf(name, sides.after), "listener")), sides);
    case "OS::Octavia::Listener":
      return viaPort(name, sides);
    default:
      return null;
  }
}
function waysBegun(template, { before, after }) {
  return Object.entries(after.resources).flatMap(([name, { type }]) => {
    const [old, next] = [propertiesOf(name, before), propertiesOf(name, after)];
    if (type === "OS::Octavia::Listener" && own(before.resources, name) !== void 0) {
      const [from, port] = [Number(next["protocol_port"]), Number(old["protocol_port"])];
      if (!isDetourPort(from, port)) return [];
      const there = { ...after, resources: { ...after.resources, [name]: atPort(name, port, after) } };
      const way = balancerConflicts(before, there).length === 0 ? { kind: "port", name, from, port } : viaPort(name, { before, after });
      return way === null ? [] : [way];
    }
    if (type !== "OS::Octavia::HealthMonitor" || own(before.resources, name) !== void 0) return [];
    const pool2 = referred(next["pool"]);
    const isOld = pool2 !== null && own(before.resources, pool2) !== void 0;
    return isOld && !isNamedElsewhere(name, template) ? [{ kind: "without", name }] : [];
  });
}
function atPort(name, port, side) {
  return {
    ...own(side.resources, name),
    properties: { ...propertiesOf(name, side), protocol_port: port }
  };
}
function viaPort(name, { before, after }) {
  if (name === null || own(before.resources, name) === void 0) return null;
  const properties = propertiesOf(name, after);
  const from = Number(properties["protocol_port"]);
  if (!Number.isInteger(from) || referred(properties["loadbalancer"]) === null) return null;
  const taken = [...listenerPorts(before), ...listenerPorts(after)];
  let port = from;
  do
    port = nextPort(port);
  while (taken.includes(port));
  return { kind: "port", name, from, port };
}
function nextPort(port) {
  return port + FAR > MOST ? port + FAR - MOST + LEAST : port + FAR;
}
function isDetourPort(from, port) {
  let next = from;
  for (let tries = 0; tries < TRIES; tries += 1) {
    next = nextPort(next);
    if (next === port) return true;
  }
  return false;
}
var TRIES = 100;
var FAR = 20011;
var [LEAST, MOST] = [1024, 65535];
function listenerPorts({ resources }) {
  return Object.values(resources).filter(({ type }) => type === "OS::Octavia::Listener").map(({ properties }) => Number(object(properties)["protocol_port"]));
}
function propertiesOf(name, { resources }) {
  return object(own(resources, name)?.["properties"] ?? null);
}
function isNamedElsewhere(name, template) {
  const key = resourcesKey(template);
  const others = Object.entries(object(template[key])).filter(([one]) => one !== name);
  return mentions({ ...template, [key]: Object.fromEntries(others) }, name);
}
function mentions(value, name) {
  if (typeof value === "string") return value === name || value.includes(`{${name}`);
  if (Array.isArray(value)) return value.some((item) => mentions(item, name));
  return isJsonObject(value) && Object.values(value).some((item) => mentions(item, name));
}
function words(way) {
  return way.kind === "without" ? `${way.name}: a pool has but one monitor, so one update takes the old one away and the next makes the new one; in between nobody checks the servers` : `${way.name}: port ${way.from} holds one listener, so one update makes the new one at port ${way.port} and the next moves it to ${way.from}; while they run the port loses its servers batch by batch, answers nobody for a while, and gets them back the same way`;
}

// src/core/plan/resource-changes.ts
function resourceChanges(resources) {
  return resources.map(toChange);
}
function toChange(change2) {
  const address = `resources.${change2.name}`;
  if (change2.kind !== "change") {
    return { address, action: change2.kind, reason: change2.type, confidence: "certain", fields: [] };
  }
  const { effect, member, fields } = change2;
  const releases = fields.length > 0 && fields.every(({ path }) => RELEASED.test(path));
  return {
    address,
    action: effect.kind === "replace" ? "replace" : "update",
    reason: releases ? "desired capacity is taken out, so that no later update resets the size" : member && member.kind !== "none" ? `servers: ${member.how}` : effect.how,
    confidence: member?.confidence === "predicted" ? "predicted" : effect.confidence,
    fields
  };
}
var RELEASED = /^properties\.(desired_capacity|DesiredCapacity)$/;

// src/core/plan/field-diff.ts
import { createHash } from "node:crypto";

// src/core/plan/url-secrets.ts
var CALLED = /(_actions|webhook|webhook_url|hook_url)$/i;
function withoutUrlSecrets(key, text, hide) {
  if (!text.includes("://")) return text;
  const called = CALLED.test(key) ? text.replace(BEHIND_HOST, (_, host, rest) => `${host}/${hide(rest)}`) : text;
  return called.replace(PASSWORD, (_, start, password, end) => `${start}${hide(password)}${end}`).replace(SIGNED, (_, start, value) => `${start}${hide(value)}`);
}
var BEHIND_HOST = /^(https?:\/\/[^/?#]*)[/?#](.+)$/is;
var PASSWORD = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s/?#:@]*:)([^\s/?#@]+)(@)/gi;
var SIGNED = /([?&](?:[\w.-]*(?:signature|token|secret|password|api_?key|credential)[\w.-]*|sig|key|code)=)([^&\s"'#]+)/gi;

// src/core/plan/field-diff.ts
function fieldDiff(before, after, path = "") {
  if (sameValue(before, after)) return [];
  if (isJsonObject(before) && isJsonObject(after) && !isSecretPath(path)) {
    const keys = [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return keys.flatMap((key) => fieldDiff(own(before, key), own(after, key), join(path, key)));
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length && before.some(isJsonObject)) {
    return before.flatMap((item, index) => fieldDiff(item, after[index], join(path, String(index))));
  }
  return [{ path, before: shown(path, before), after: shown(path, after) }];
}
var SECRET_KEYS = [
  /^(user_?data|admin_?pass|personality|config|cloud_config)$/i,
  /pass(word|wd|phrase)|secret|token|credential|private_?key|api_?key/i
];
function isSecretKey(key) {
  return SECRET_KEYS.some((pattern) => pattern.test(key));
}
function isSecretPath(path) {
  return path.split(".").some(isSecretKey);
}
function shown(path, value) {
  if (value === void 0 || value === null) return null;
  return isSecretPath(path) ? redacted(value) : redactInside(value, keyOf(path));
}
function keyOf(path) {
  return path.split(".").findLast((part) => !/^\d+$/.test(part)) ?? "";
}
function redactInside(value, key) {
  if (typeof value === "string") return withoutUrlSecrets(key, value, redacted);
  if (Array.isArray(value)) return value.map((item) => redactInside(item, key));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([inner, item]) => [
      inner,
      isSecretKey(inner) && item !== null ? redacted(item) : redactInside(item, inner)
    ])
  );
}
function redacted(value) {
  const text = typeof value === "string" ? value : canonicalJson(value);
  const mark2 = createHash("sha256").update(text).digest("hex").slice(0, 8);
  return `(hidden, ${Buffer.byteLength(text)} bytes, ${mark2})`;
}
function join(path, key) {
  return path === "" ? key : `${path}.${key}`;
}

// src/core/plan/resource-change.ts
function insideEffect(change2) {
  if (change2.kind !== "change") {
    const how = `${change2.name} ${change2.kind === "create" ? "added" : "removed"}`;
    return SERVER_TYPES.has(change2.type) ? update(how) : beside(how);
  }
  const named = { ...change2.effect, how: `${change2.name}: ${change2.effect.how}` };
  const touchesServer = SERVER_TYPES.has(change2.type) || change2.effect.inside || named.kind === "none";
  return touchesServer ? named : { ...named, kind: "beside", interrupts: false };
}
function isReplaced2(change2) {
  return change2?.kind === "change" && change2.effect.kind === "replace";
}
function typeOf(definition) {
  return typeof definition["type"] === "string" ? definition["type"] : "";
}

// src/core/plan/follow-references.ts
function followReferences(direct, sides) {
  const { after } = sides;
  const changes = new Map(direct.map((change2) => [change2.name, change2]));
  const queue = direct.filter(isReplaced2).map(({ name }) => name);
  for (let target = queue.shift(); target !== void 0; target = queue.shift()) {
    for (const [name, definition] of Object.entries(after.resources)) {
      const spread = throughReference({ name, definition, target, known: changes.get(name), ...sides });
      if (!spread) continue;
      const wasReplaced = isReplaced2(changes.get(name));
      changes.set(name, spread);
      if (isReplaced2(spread) && !wasReplaced) queue.push(name);
    }
  }
  return [...changes.values()].sort((a, b) => a.name < b.name ? -1 : 1);
}
function throughReference(spread) {
  const { name, definition, target, known, before, after } = spread;
  if (name === target || known?.kind === "create" || known?.kind === "delete") return null;
  const properties = object(definition["properties"]);
  const keys = Object.keys(properties).filter(
    (key) => referencedResources(properties[key] ?? null).has(target)
  );
  if (keys.length === 0) return null;
  const type = typeOf(definition);
  const effects = keys.map((key) => effectOf(type, key, properties));
  const own2 = strongest(
    effects.map((effect) => ({ ...effect, how: `${effect.how} (${target} is replaced)` }))
  );
  const group = groupType(type);
  const reaches = group !== void 0 && keys.includes(group.member.property);
  const old = Object.hasOwn(before.resources, name) ? before.resources[name] : void 0;
  const member = !reaches ? null : group.member.kind === "inline" ? memberThroughReference(object(properties[group.member.property]), target, after) : old && spread.memberEffect(old, definition, before, after);
  if (known?.kind !== "change")
    return { name, kind: "change", type, effect: own2, fields: [], member: member ?? null };
  return {
    ...known,
    effect: strongest([known.effect, own2]),
    member: member && known.member ? strongest([known.member, member]) : known.member ?? member ?? null
  };
}
function memberThroughReference(member, target, side) {
  const inside = nestedResources(typeOf(member), object(member["properties"]), side.files);
  if (inside) return insideThroughReference(inside, target);
  const properties = object(member["properties"]);
  const keys = Object.keys(properties).filter(
    (key) => referencedResources(properties[key] ?? null).has(target)
  );
  const effects = keys.map((key) => effectOf(typeOf(member), key, properties));
  return strongest(effects.map((effect) => ({ ...effect, how: `${effect.how} (${target} is replaced)` })));
}
function insideThroughReference(inside, target) {
  const effects = Object.entries(inside).flatMap(([name, definition]) => {
    const properties = object(definition["properties"]);
    const keys = Object.keys(properties).filter(
      (key) => referencedResources(properties[key] ?? null).has(target)
    );
    if (keys.length === 0) return [];
    const type = typeOf(definition);
    const effect = strongest(keys.map((key) => effectOf(type, key, properties)));
    return [insideEffect({ name, kind: "change", type, effect, fields: [], member: null })];
  });
  const named = effects.map((effect) => ({ ...effect, how: `${effect.how} (${target} is replaced)` }));
  return { ...strongest(named.length > 0 ? named : [none("nothing inside uses it")]), inside: true };
}

// src/core/plan/generations.ts
function alignGenerations(old, next) {
  const successors = new Map(
    Object.keys(next).filter((name) => !Object.hasOwn(old, name)).map((name) => [stem(name), name])
  );
  const renames = new Map(
    Object.keys(old).flatMap((name) => {
      const successor = successors.get(stem(name));
      const isGone2 = !Object.hasOwn(next, name) && stem(name) !== name;
      const isSameType = successor !== void 0 && next[successor]?.["type"] === own(old, name)?.["type"];
      return isGone2 && isSameType ? [[name, successor]] : [];
    })
  );
  if (renames.size === 0) return { old, renewed: /* @__PURE__ */ new Set() };
  const renamed = Object.entries(old).map(([name, definition]) => [
    renames.get(name) ?? name,
    renameIn(definition, renames)
  ]);
  return { old: Object.fromEntries(renamed), renewed: new Set(renames.values()) };
}
function withoutGenerations(resources) {
  return Object.fromEntries(Object.entries(resources).map(([name, body]) => [stem(name), body]));
}
function stem(name) {
  return name.replace(/_[0-9a-f]{8}$/, "");
}
function renameIn(definition, renames) {
  return Object.fromEntries(
    Object.entries(definition).map(([key, value]) => [
      key,
      key === "depends_on" ? renameAll(value, renames) : renameReferences(value, renames)
    ])
  );
}
function renameAll(value, renames) {
  if (Array.isArray(value)) return value.map((item) => renameAll(item, renames));
  return typeof value === "string" ? renames.get(value) ?? value : value;
}
function renameReferences(value, renames) {
  if (Array.isArray(value)) return value.map((item) => renameReferences(item, renames));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (key === "get_resource") return [key, renameAll(item, renames)];
      if (key === "get_attr" && Array.isArray(item)) {
        const [target = null, ...path] = item;
        return [key, [renameAll(target, renames), ...path]];
      }
      return [key, renameReferences(item, renames)];
    })
  );
}

// src/core/plan/nested-fields.ts
function nestedFields(old, next, files) {
  const hidden = hiddenNames([old, next], files);
  const inside = {
    old: nestedStack(typeOf(old), object(old["properties"]), files.before, hidden),
    next: nestedStack(typeOf(next), object(next["properties"]), files.after, hidden)
  };
  if (!inside.old || !inside.next) return [];
  const { old: aligned } = alignGenerations(inside.old.resources, inside.next.resources);
  const shown3 = { old: withoutGenerations(aligned), next: withoutGenerations(inside.next.resources) };
  const parameters = {
    old: onlyRedacted(inside.old.parameters, hidden),
    next: onlyRedacted(inside.next.parameters, hidden)
  };
  return [
    ...fieldDiff(parameters.old, parameters.next, "nested.parameters"),
    ...fieldDiff(
      concealAll(shown3.old, shown3.next, files),
      concealAll(shown3.next, shown3.old, files),
      "nested"
    )
  ];
}
function conceal(definition, other, files) {
  const properties = object(definition["properties"]);
  const group = groupType(typeOf(definition));
  const member = group && properties[group.member.property];
  if (group && isJsonObject(member)) {
    const twin = object(object(other["properties"])[group.member.property]);
    const concealed = { ...properties, [group.member.property]: conceal(member, twin, files) };
    return { ...definition, properties: concealed };
  }
  const hidden = hiddenNames([definition, other], files);
  if (!Object.keys(properties).some((name) => hidden.has(name))) return definition;
  return { ...definition, properties: { ...properties, ...onlyRedacted(properties, hidden) } };
}
function concealAll(resources, others, files) {
  return Object.fromEntries(
    Object.entries(resources).map(([name, body]) => [name, conceal(body, own(others, name) ?? {}, files)])
  );
}
function hiddenNames(definitions, { before, after }) {
  const stacks = definitions.flatMap(
    (definition) => [before, after].map((files) => nestedStack(typeOf(definition), {}, files))
  );
  return new Set(stacks.flatMap((stack) => [...stack?.hidden ?? []]));
}
function onlyRedacted(values, names) {
  const chosen = Object.entries(values).filter(([name, value]) => names.has(name) && value !== null);
  return Object.fromEntries(chosen.map(([name, value]) => [name, redacted(value)]));
}

// src/core/plan/resource-diff.ts
function diffResources(before, after) {
  const names = [.../* @__PURE__ */ new Set([...Object.keys(before.resources), ...Object.keys(after.resources)])].sort();
  const direct = names.flatMap((name) => {
    const old = own(before.resources, name);
    const next = own(after.resources, name);
    if (!old && next) return [{ name, kind: "create", type: typeOf(next) }];
    if (old && !next) return [{ name, kind: "delete", type: typeOf(old) }];
    return old && next ? compare(name, { old, next, before, after }) : [];
  });
  return followReferences(direct, { before, after, memberEffect });
}
function definitionEffect(old, next, files) {
  if (sameValue(old, next)) return null;
  const nested = {
    old: nestedResources(typeOf(old), object(old["properties"]), files.before),
    next: nestedResources(typeOf(next), object(next["properties"]), files.after)
  };
  if (nested.old && nested.next) {
    const effect = nestedEffect(
      { resources: nested.old, files: files.before },
      { resources: nested.next, files: files.after }
    );
    return { ...effect, inside: true };
  }
  if (typeOf(old) !== typeOf(next)) {
    return replace(`another type: ${typeOf(next)}`);
  }
  const properties = { old: object(old["properties"]), next: object(next["properties"]) };
  const changed = changedKeys(properties.old, properties.next);
  const effects = changed.map((key) => effectOf(typeOf(next), key, properties.next));
  return strongest(effects.length > 0 ? effects : [none("no property changes")]);
}
function compare(name, { old, next, before, after }) {
  const files = { before: before.files, after: after.files };
  const effect = definitionEffect(old, next, files);
  if (effect === null) return [];
  const type = typeOf(next);
  const inside = nestedFields(memberOrSelf(old, before), memberOrSelf(next, after), files);
  const shown3 = { old: conceal(old, next, files), next: conceal(next, old, files) };
  const fields = [...ownFields(shown3.old, shown3.next, type, inside), ...inside];
  return [{ name, kind: "change", type, effect, fields, member: memberEffect(old, next, before, after) }];
}
function memberOrSelf(definition, side) {
  return groupType(typeOf(definition)) ? memberOf2(definition, side) : definition;
}
function ownFields(old, next, type, inside) {
  const fields = fieldDiff(withoutType(old, type), withoutType(next, typeOf(old)));
  return inside.length === 0 ? fields : fields.filter(({ path }) => path !== "properties.resource.type");
}
function withoutType(definition, otherType) {
  if (typeOf(definition) !== otherType) return definition;
  return Object.fromEntries(Object.entries(definition).filter(([key]) => key !== "type"));
}
function memberEffect(old, next, before, after) {
  const group = groupType(typeOf(next));
  if (!group) return null;
  const [oldMember, nextMember] = [memberOf2(old, before), memberOf2(next, after)];
  return definitionEffect(oldMember, nextMember, { before: before.files, after: after.files });
}
function memberOf2(definition, side) {
  const group = groupType(typeOf(definition));
  if (!group) return {};
  const value = object(definition["properties"])[group.member.property];
  if (group.member.kind === "inline") return object(value);
  const name = isJsonObject(value) ? value["Ref"] ?? value["get_resource"] : value;
  const configuration = typeof name === "string" ? own(side.resources, name) : void 0;
  return { type: "AWS::EC2::Instance", properties: object(configuration?.["properties"]) };
}
function nestedEffect(before, after) {
  const { old, renewed } = alignGenerations(before.resources, after.resources);
  const changes = diffResources({ ...before, resources: old }, after);
  const newServer2 = [...renewed].find((name) => SERVER_TYPES.has(typeOf(own(after.resources, name) ?? {})));
  if (newServer2 !== void 0) return replacedServer(changes.find(({ name }) => name === newServer2));
  if (isHandedOver(changes)) return handOver("new server");
  const effects = changes.map(insideEffect);
  return strongest(effects.length > 0 ? effects : [none("only the text of the file changes")]);
}
function isHandedOver(changes) {
  const servers = changes.filter(({ type }) => SERVER_TYPES.has(type));
  return ["create", "delete"].every((wanted) => servers.some(({ kind }) => kind === wanted));
}
function replacedServer(change2) {
  if (change2?.kind !== "change") return handOver("new server");
  if (change2.effect.kind === "replace") return handOver(change2.effect.how);
  const changed = change2.fields.flatMap(({ path }) => own(SETTINGS_IN_NAME, path) ?? []);
  if (changed.length > 0)
    return handOver(`new server: ${changed.join(" and ")} changes, and is part of its name`);
  return handOver(change2.effect.kind === "none" ? "new server" : change2.effect.how);
}
var SETTINGS_IN_NAME = {
  "properties.image_update_policy": "imageChange",
  "properties.flavor_update_policy": "flavorChange"
};
function changedKeys(old, next) {
  const keys = [.../* @__PURE__ */ new Set([...Object.keys(old), ...Object.keys(next)])].sort();
  return keys.filter((key) => !sameValue(own(old, key), own(next, key)));
}

// src/core/plan/settings-diff.ts
function diffSettings(desired, observed, hidden) {
  const tags = { before: [...withoutProvenance(observed.tags)], after: [...desired.tags] };
  const secret = /* @__PURE__ */ new Set([...hidden, ...hiddenInFiles(observed.files), ...hiddenInFiles(desired.files)]);
  return [
    ...sections(withoutHiddenDefaults(observed.template), withoutHiddenDefaults(desired.template)),
    ...parameterChanges(desired, observed, hidden),
    ...change("environment", "settings of the environment change", [
      ...fieldDiff(
        redactNamed(observed.environment.parameter_defaults, secret),
        redactNamed(desired.environment.parameter_defaults, secret),
        "parameter_defaults"
      ),
      ...fieldDiff(
        registry(observed.environment.resource_registry),
        registry(desired.environment.resource_registry),
        "resource_registry"
      )
    ]),
    ...fileChanges(desired, observed),
    ...change(
      "metadata",
      "decides whether a tombstone may delete the stack; the servers are not touched",
      fieldDiff({ protect: isProtected(observed.tags) }, { protect: desired.protect })
    ),
    ...change("tags", "labels change; the servers are not touched", fieldDiff(tags.before, tags.after))
  ];
}
function hiddenInFiles(files) {
  return Object.keys(files).flatMap((file) => [...nestedStack(file, {}, files)?.hidden ?? []]);
}
function redactNamed(values, names) {
  const entries = Object.entries(values);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, names.has(name) && value !== null ? redacted(value) : value])
  );
}
function sections(before, after) {
  const skip = resourcesKey(after);
  const keys = [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => key !== skip).sort();
  return keys.flatMap(
    (key) => change(
      key,
      "written in the template; what it changes in resources is shown there",
      fieldDiff(before[key], after[key])
    )
  );
}
function withoutHiddenDefaults(template) {
  const key = dialectOf(template) === "hot" ? "parameters" : "Parameters";
  const declared = object(template[key]);
  const hidden = hiddenParameters(viewTemplate(template).parameters);
  if (hidden.size === 0) return template;
  const shown3 = Object.entries(declared).map(([name, declaration]) => [
    name,
    hidden.has(name) ? redactDefault(object(declaration)) : declaration
  ]);
  return { ...template, [key]: Object.fromEntries(shown3) };
}
function redactDefault(declaration) {
  return Object.fromEntries(
    Object.entries(declaration).map(([key, value]) => [
      key,
      key.toLowerCase() === "default" ? redacted(value) : value
    ])
  );
}
function parameterChanges(desired, observed, hidden) {
  const fields = fieldDiff(
    withoutHidden(observed.environment.parameters, hidden),
    withoutHidden(desired.environment.parameters, hidden)
  );
  return change("parameters", "values given to the template change", fields);
}
function withoutHidden(values, hidden) {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !hidden.has(name)));
}
function registry(value) {
  const added = (key, item) => item === key || key === "resources" && Object.keys(object(item)).length === 0;
  return Object.fromEntries(Object.entries(value).filter(([key, item]) => !added(key, item)));
}
function fileChanges(desired, observed) {
  const members = new Set(
    desired.groups.filter(({ address }) => !address.includes("/")).map(({ member }) => member["type"])
  );
  const fields = Object.keys(desired.files).sort().filter((name) => !members.has(name)).filter((name) => desired.files[name] !== observed.files[name]).map(
    (name) => ({
      path: name,
      before: observed.files[name] === void 0 ? null : redacted(observed.files[name]),
      after: redacted(desired.files[name] ?? "")
    })
  );
  return change("files", "the text of a file changes", fields);
}
function change(address, reason, fields) {
  return fields.length === 0 ? [] : [{ address, action: "update", reason, confidence: "certain", fields }];
}

// src/core/plan/sides.ts
function bothSides(desired, observed) {
  const views = { before: viewTemplate(observed.template), after: viewTemplate(desired.template) };
  const hidden = /* @__PURE__ */ new Set([
    ...hiddenParameters(views.before.parameters),
    ...hiddenParameters(views.after.parameters)
  ]);
  const pseudo = pseudoParameters(observed);
  const side = (view, environment, files) => ({
    resources: resolvedResources(
      view,
      { files, environment },
      {
        parameters: { ...pseudo, ...visible(effectiveParameters(view.parameters, environment), hidden) },
        conditions: view.conditions,
        mappings: view.mappings,
        files,
        resourceIds: {}
      }
    ),
    files
  });
  return {
    before: side(views.before, observed.environment, observed.files),
    after: side(views.after, desired.environment, desired.files),
    hidden
  };
}
function handedDown({ address, member }, observed) {
  const above = address.slice(0, address.lastIndexOf("/") + 1);
  const ids = observed.resources.filter((resource) => resource.address.startsWith(above) && resource.physicalId !== "").map((resource) => [resource.address.slice(above.length), resource.physicalId]).filter(([name]) => !name.includes("/"));
  return object(
    resolve(member, {
      // a nested stack has an id and a name of its own, which are not read
      parameters: above === "" ? pseudoParameters(observed) : {},
      conditions: {},
      files: {},
      resourceIds: Object.fromEntries(ids)
    })
  );
}
function resolvedResources(view, { files, environment }, scope) {
  return Object.fromEntries(
    Object.entries(view.resources).filter(([, resource]) => !isSwitchedOff(resource, scope)).map(([name, { type, properties, attributes }]) => [
      name,
      {
        // what the registry maps to a file is that file
        type: nestedFile(type, files, environment) ?? type,
        properties: resolve(properties, scope),
        ...withoutCondition(object(resolve(attributes, scope)))
      }
    ])
  );
}
function withoutCondition(attributes) {
  return Object.fromEntries(Object.entries(attributes).filter(([key]) => key !== "condition"));
}
function pseudoParameters(observed) {
  return Object.fromEntries(Object.entries(observed.parameters).filter(([name]) => /^(OS|AWS)::/.test(name)));
}
function visible(values, hidden) {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !hidden.has(name)));
}

// src/core/plan/compare-stacks.ts
function compareStacks(desired, observed) {
  const sides = bothSides(desired, observed);
  const resources = diffResources(sides.before, sides.after);
  const changes = [...resourceChanges(resources), ...diffSettings(desired, observed, sides.hidden)];
  return { sides, resources, changes };
}

// src/core/plan/composite-actions.ts
var ACTIONS = ["alarm_actions", "ok_actions", "insufficient_data_actions"];
function silencedComposites(changes, { resources }, source) {
  return changes.flatMap((change2) => {
    if (change2.kind !== "change" || change2.type !== "OS::Aodh::CompositeAlarm" || isReplaced2(change2))
      return [];
    const properties = object(resources[change2.name]?.["properties"]);
    const differs = (name) => change2.fields.some(({ path }) => path.startsWith(`properties.${name}`));
    const lost = ACTIONS.filter((name) => isFilled(properties[name]) && !differs(name));
    if (lost.length === 0) return [];
    const message = `${change2.name}: Heat updates a composite alarm without its ${lost.join(" and ")} unless they change, too, and it would signal nobody any more; change them in the same pull request, such as by another question behind the address (\`?change=2\`)`;
    return [{ rule: "composite-loses-actions", severity: "error", message, source }];
  });
}
function isFilled(value) {
  return Array.isArray(value) && value.length > 0;
}

// src/core/plan/member-change.ts
function memberChange(input) {
  const { observed, group, counterpart } = input;
  const fromTemplates = input.change?.member ?? null;
  const left = input.change?.atOnce ? null : leftBehind(input);
  const effect = combine(fromTemplates, left?.effect ?? null);
  const shrinks2 = group.max !== null && counterpart.members.length > group.max;
  return {
    effect,
    rolls: effect !== null && group.rolls,
    upToDate: left?.upToDate ?? null,
    // neither can be said to one nested stack alone: its file may be used twice
    shrinkFirst: shrinks2 && effect !== null && effect.kind !== "none" && !isNested(group),
    hold: isNested(group) ? null : hold(group, counterpart, observed),
    visited: true
  };
}
function isNested({ address }) {
  return address.includes("/");
}
function leftBehind(input) {
  const definitions = own(input.definitions, input.group.address);
  if (!definitions) return null;
  const wanted = handedDown(input.group, input.observed);
  if (isUnresolved(wanted)) return null;
  const files = { before: input.observed.files, after: input.desired.files };
  const verdicts = Object.entries(definitions).map(
    ([name, body]) => [name, memberDifference(readDefinition(body), wanted, files)]
  );
  const effects = verdicts.flatMap(([, effect]) => effect ? [effect] : []);
  return {
    effect: effects.length > 0 ? strongest(effects) : null,
    upToDate: new Set(verdicts.filter(([, effect]) => effect === null).map(([name]) => name))
  };
}
function memberDifference(own2, wanted, files) {
  const core = ({ type, properties }) => ({
    type: type ?? "",
    properties: properties ?? {}
  });
  const scaled = own2["type"] === "AWS::EC2::Instance";
  return definitionEffect(core(scaled ? onlyKnownTo(wanted, own2) : own2), core(wanted), files);
}
function onlyKnownTo(wanted, own2) {
  const known = object(wanted["properties"]);
  const kept = Object.entries(object(own2["properties"])).filter(([key]) => Object.hasOwn(known, key));
  return { ...own2, properties: Object.fromEntries(kept) };
}
function readDefinition(body) {
  if (!("Type" in body)) return body;
  return { type: "AWS::EC2::Instance", properties: viewResource(body, "cfn").properties };
}
function combine(first, second) {
  if (!first) return second;
  return second ? strongest([first, second]) : first;
}
function hold(group, counterpart, observed) {
  if (observed.state.action === "CREATE" && observed.state.status === "FAILED") {
    return Math.max(group.initial ?? 0, counterpart.members.length);
  }
  const failed = counterpart.members.filter(({ state }) => state.status === "FAILED");
  const neverCame = counterpart.state.status === "COMPLETE" ? failed.filter(({ state }) => state.action === "CREATE") : [];
  if (failed.length === neverCame.length) return null;
  return clamp(counterpart.members.length - neverCame.length, group);
}

// src/core/plan/nested-change.ts
function groupChange(address, sides) {
  const [name = "", ...below] = address.split("/");
  if (below.length > 0) {
    const inside = { before: opened(name, sides.before), after: opened(name, sides.after) };
    return inside.before && inside.after ? groupChange(below.join("/"), { before: inside.before, after: inside.after }) : null;
  }
  const old = own(sides.before.resources, name);
  const next = own(sides.after.resources, name);
  if (!old || !next) return null;
  const change2 = diffResources(sides.before, sides.after).find((one) => one.name === name);
  const members = { old: memberOf2(old, sides.before), next: memberOf2(next, sides.after) };
  const files = { before: sides.before.files, after: sides.after.files };
  const inFiles = sameValue(members.old, members.next) ? textEffect(members.next, files) : null;
  const member = change2?.kind === "change" ? change2.member : null;
  return { member: member ?? inFiles, atOnce: member === null && inFiles !== null };
}
function opened(name, side) {
  const definition = own(side.resources, name);
  const resources = definition && nestedResources(typeOf(definition), object(definition["properties"]), side.files);
  return resources ? { ...side, resources } : null;
}
function textEffect(member, files) {
  const file = typeOf(member);
  const [old, next] = [own(files.before, file), own(files.after, file)];
  if (old === void 0 || next === void 0 || old === next) return null;
  const named = { ...member, type: `${file}\0next` };
  return definitionEffect(member, named, {
    before: files.before,
    after: { ...files.after, [`${file}\0next`]: next }
  });
}

// src/core/plan/going-back.ts
function goingBack(view) {
  const { desired, observed, group, counterpart, failed } = view;
  if (observed.state.action !== "UPDATE" || observed.state.status !== "FAILED" || failed === null)
    return null;
  if (counterpart.state.status !== "FAILED") return null;
  const wanted = handedDown(group, observed);
  const broken = handedDown(failed, observed);
  if (isUnresolved(wanted) || isUnresolved(broken)) return null;
  const files = { before: observed.files, after: desired.files };
  if (memberDifference(broken, wanted, files) === null) {
    return textEffect(wanted, files) === null ? null : "maybe";
  }
  const live = { before: observed.files, after: observed.files };
  const before = Object.values(own(view.definitions, group.address) ?? {}).map(readDefinition).map((one) => ({ one, broke: memberDifference(one, broken, live) })).filter(({ broke }) => broke !== null);
  if (before.length === 0) return "maybe";
  const sure = before.some(
    ({ one, broke }) => returns({ broke, back: memberDifference(one, wanted, files) }, counterpart)
  );
  return sure ? "sure" : null;
}
function returns({ broke, back }, { members }) {
  if (back === null) return true;
  if (back.kind === "replace") return false;
  const inside = back.inside;
  if (inside && (broke?.kind !== "replace" || !broke.interrupts)) return false;
  return members.some(
    ({ state }) => state.status === "FAILED" && state.action === (inside ? "UPDATE" : "CREATE")
  );
}

// src/core/plan/in-service.ts
function belowMinInService(view) {
  return view.walked.flatMap(({ plan, desired, observed, change: change2 }) => {
    if (!desired || !observed || !change2.effect?.interrupts) return [];
    const failed = observed.members.filter(({ state }) => state.status === "FAILED").length;
    const kept = keptOf(desired, plan, failed);
    const index = plan.batches.findIndex(({ inService: inService2 }) => inService2 < kept);
    const batch = plan.batches[index];
    if (!batch) return [];
    const least = Math.min(...plan.batches.map(({ inService: inService2 }) => inService2));
    const names = settingNames(view.desired, desired);
    const order = `batch ${index + 1} of ${plan.batches.length}`;
    const asked = `${names.minInService} ${desired.keepInService} asks for ${kept}`;
    return [
      `${plan.address}: this change takes servers out of service (${change2.effect.how}), and of ${sizeOf(plan)} only ${batch.inService} would serve during ${order}, where ${asked}; ${permits(names, { desired, most: sizeOf(plan) - failed - kept, least })}`
    ];
  });
}
function keptOf({ keepInService }, plan, failed) {
  return Math.min(keepInService, sizeOf(plan)) - failed;
}
function sizeOf({ size }) {
  return Math.min(size.current, size.max ?? size.current);
}
function permits(names, { desired, most, least }) {
  const smaller = `${names.minInService} of at most ${least}`;
  const isBatch = most > 0 && most < desired.rolling.maxBatch && !desired.address.includes("/");
  return isBatch ? `${names.maxBatch} of at most ${most} permits it, or ${smaller}` : `${smaller} permits it`;
}
function settingNames({ kind }, { type }) {
  if (kind === "AutoScalingGroup")
    return { minInService: "rollout.minInService", maxBatch: "rollout.maxBatch" };
  return type === "OS::Heat::AutoScalingGroup" ? { minInService: "min_in_service", maxBatch: "max_batch_size" } : { minInService: "MinInstancesInService", maxBatch: "MaxBatchSize" };
}

// src/core/plan/nova-refusals.ts
var TERMS = {
  metadata: {
    words: "set its metadata",
    statuses: ["ACTIVE", "PAUSED", "SUSPENDED", "SHUTOFF"],
    whenLocked: false
  },
  tags: { words: "set its tags", statuses: ["ACTIVE", "PAUSED", "SUSPENDED", "SHUTOFF"], whenLocked: true },
  resize: { words: "resize it", statuses: ["ACTIVE", "SHUTOFF"], whenLocked: false },
  rebuild: {
    words: "rebuild it",
    statuses: ["ACTIVE", "PAUSED", "SHUTOFF", "ERROR"],
    whenLocked: false
  },
  interfaces: {
    words: "change its interfaces",
    statuses: ["ACTIVE", "PAUSED", "SHUTOFF"],
    whenLocked: false
  },
  password: { words: "set its password", statuses: ["ACTIVE"], whenLocked: false },
  rename: { words: "rename it", statuses: null, whenLocked: true }
};
function novaRefusals(walked) {
  return walked.flatMap((group) => {
    const fates3 = new Map(group.plan.members.map((one) => [one.member, one.fate]));
    return (group.observed?.members ?? []).flatMap(
      ({ name, servers }) => servers.flatMap(
        (server) => refusal2(server, fates3.get(name) ?? "keep", group).map((why) => `${group.plan.address}: ${why}`)
      )
    );
  });
}
function refusal2(server, fate, { change: { effect } }) {
  const name = server.name || server.id;
  switch (fate) {
    case "keep":
    case "create":
      return [];
    case "replace":
    case "delete":
      return server.locked === true ? [`${name} is locked, so Nova would not delete it; ${UNLOCK} ${name}\``] : [];
    case "update":
      return (effect?.deeds ?? []).flatMap((deed) => inPlace(server, name, TERMS[deed])).slice(0, 1);
  }
}
var UNLOCK = "unlock it first: `openstack server unlock";
var LASTING = /* @__PURE__ */ new Set([
  "ERROR",
  "PAUSED",
  "RESCUE",
  "SHELVED",
  "SHELVED_OFFLOADED",
  "SHUTOFF",
  "SOFT_DELETED",
  "SUSPENDED",
  "VERIFY_RESIZE"
]);
function inPlace({ status, locked }, name, { words: words3, statuses, whenLocked }) {
  if (locked === true && !whenLocked)
    return [`${name} is locked, so Nova would not ${words3}; ${UNLOCK} ${name}\``];
  const lasts = status === "MISSING" || statuses !== null && LASTING.has(status);
  if (!lasts || statuses?.includes(status)) return [];
  return [
    `${name} is ${status}, so Nova would not ${words3}, and the update would stop half-way; first let it be replaced (\`health --heal\`) or bring it back`
  ];
}

// src/core/plan/live-findings.ts
function liveFindings(view) {
  const { source } = view.desired;
  return RULES2.flatMap(
    ({ rule: rule2, severity, check }) => check(view).map((message) => ({ rule: rule2, severity, message, source }))
  );
}
var RULES2 = [
  { rule: "stack-being-deleted", severity: "error", check: beingDeleted },
  { rule: "stack-suspended", severity: "error", check: suspended },
  { rule: "group-marked-failed", severity: "error", check: groupMarkedFailed },
  { rule: "goes-back-after-failure", severity: "error", check: goesBack },
  { rule: "may-go-back-after-failure", severity: "warn", check: mayGoBack },
  { rule: "update-in-progress", severity: "warn", check: inProgress },
  { rule: "takes-over", severity: "warn", check: takesOver },
  { rule: "shrinks-below-live-size", severity: "warn", check: shrinks },
  { rule: "group-goes", severity: "warn", check: groupGoes },
  { rule: "servers-not-running", severity: "warn", check: notRunning },
  { rule: "surge-exceeds-max", severity: "warn", check: surges },
  { rule: "nova-would-refuse", severity: "error", check: ({ walked }) => novaRefusals(walked) },
  { rule: "in-place-change-with-surge", severity: "error", check: inPlaceSurge },
  { rule: "below-min-in-service", severity: "error", check: belowMinInService },
  { rule: "hidden-parameter", severity: "info", check: hiddenParameter },
  { rule: "replaced-server-leaves-its-networks", severity: "info", check: leavesNetworks },
  { rule: "launch-configuration-without-rollout", severity: "warn", check: noRollout },
  { rule: "nested-groups", severity: "warn", check: unexplainedGroups },
  { rule: "starts-cooldown", severity: "info", check: startsCooldown }
];
function beingDeleted({ observed: { name, state }, isNoop }) {
  if (state.action !== "DELETE" || isNoop && state.status !== "FAILED" && state.status !== "IN_PROGRESS")
    return [];
  return state.status === "FAILED" ? [
    `the deletion of the stack "${name}" stopped half-way; finish it (\`openstack stack delete ${name}\`), then apply again creates it anew`
  ] : [`the stack "${name}" is being deleted; wait until it is gone, then apply again creates it anew`];
}
function suspended({ observed: { name, state }, isNoop }) {
  if (isNoop || state.action !== "SUSPEND") return [];
  return [
    `the stack "${name}" is suspended; resume it (\`openstack stack resume ${name}\`) before it is changed`
  ];
}
function groupMarkedFailed({ observed, isNoop }) {
  if (isNoop) return [];
  return observed.groups.filter(({ state, checked }) => state.action === "CHECK" && state.status === "FAILED" && !checked).map(
    ({ address }) => `${address}: the group itself is marked CHECK_FAILED, so any update would replace all its servers; take the mark back first (\`openstack stack resource mark unhealthy --reset ${observed.name} ${address}\`)`
  );
}
var FORWARD = "first let an update succeed that replaces the servers (the one that stopped, its cause put right, or another user data, image or key pair), then go back";
function goesBack({ walked }) {
  return walked.filter(({ goingBack: goingBack2 }) => goingBack2 === "sure").map(
    ({ plan }) => `${plan.address}: this goes back to what the servers were before the update that failed, or changes them in place from there, and Heat can't: it takes the group for unchanged, or puts a server back that it has already taken off its networks, and says COMPLETE; ${FORWARD}`
  );
}
function mayGoBack({ walked }) {
  return walked.filter(({ goingBack: goingBack2 }) => goingBack2 === "maybe").map(
    ({ plan }) => `${plan.address}: no server shows any more what the group was before the update that failed; if this goes back to that, Heat does nothing, or puts a server back that is off its networks; then ${FORWARD}`
  );
}
function inProgress({ observed: { state } }) {
  if (state.status !== "IN_PROGRESS" || state.action === "DELETE") return [];
  return [
    `somebody is at work: the stack is ${state.action}_IN_PROGRESS; apply waits for it, and what it leaves may change this plan`
  ];
}
function takesOver({ desired, observed, isNoop }) {
  if (isManaged(observed.tags) || isNoop) return [];
  return [`the stack "${desired.name}" exists and was not made by Thermostat; apply takes it over`];
}
function shrinks({ scalingGroups }) {
  return scalingGroups.filter(({ size }) => size.after !== null && size.after < size.current && size.max !== null).map(({ address, size, members }) => {
    const going = members.filter(({ fate }) => fate === "delete").map(({ member, server }) => server?.name ?? member);
    return `${address}: ${size.current} servers run, at most ${size.max} may: ${going.length} ${going.length === 1 ? "is" : "are"} deleted (${going.join(", ")})`;
  });
}
function groupGoes({ desired, walked }) {
  const begun = walked.filter(({ observed }) => observed === null).map(({ plan }) => plan);
  const successors = begun.map(({ address, size }) => `${address} at ${size.after ?? "its initial size"}`);
  const next = begun.length === 0 ? "" : `; another one begins at its initial size: ${successors.join(", ")}`;
  const cure = begun.length > 0 && desired.kind === "AutoScalingGroup" ? "; to go on serving, first add the group with its new zones under another name, as a second stack, and take this one away when that serves" : "";
  return walked.filter(({ desired: wanted, plan }) => wanted === null && plan.size.current > 0).map(({ plan: { address, size } }) => {
    const servers = size.current === 1 ? "its server" : `its ${size.current} servers`;
    return `the group ${address} goes with ${servers}, not in batches${next}${cure}`;
  });
}
function notRunning({ observed, scalingGroups, isNoop }) {
  if (isNoop) return [];
  const kept = new Set(
    scalingGroups.flatMap(
      ({ members }) => members.filter(({ fate }) => fate === "keep" || fate === "update").map(({ server }) => server?.id)
    )
  );
  return observed.groups.flatMap(({ address, members }) => {
    const dead = members.flatMap(({ servers }) => servers).filter(({ id, status }) => status !== "ACTIVE" && kept.has(id));
    if (dead.length === 0) return [];
    const names = dead.map(({ id, name, status }) => `${name || id} is ${status}`);
    return [`${address}: not every server runs, and this update does not mend that: ${names.join(", ")}`];
  });
}
function surges({ scalingGroups }) {
  return scalingGroups.flatMap(({ address, size, batches }) => {
    const most = Math.max(0, ...batches.map(({ running }) => running));
    return size.max !== null && most > Math.max(size.max, size.current) ? [
      `${address}: up to ${most} servers run during the rollout, above max ${size.max}; quota and addresses must have room for them`
    ] : [];
  });
}
function inPlaceSurge({ walked }) {
  return walked.flatMap(({ plan, desired, change: change2 }) => {
    const staysOld = change2.effect?.kind === "update" || change2.effect?.inside && change2.effect.kind !== "none";
    if (!desired || !change2.rolls || !change2.effect || !staysOld) return [];
    const { maxBatch, minInService } = desired.rolling;
    const size = plan.size.current;
    return size > 0 && Math.min(minInService, size) > size - Math.min(maxBatch, size) ? [
      `${plan.address}: members are changed in place (${change2.effect.how}) while min_in_service ${minInService} asks for extra ones; Heat then leaves a server on the old definition; set min_in_service to at most ${Math.max(size - maxBatch, 0)}, or let it replace them`
    ] : [];
  });
}
function leavesNetworks({ desired, walked }) {
  return walked.filter(
    ({ change: change2, plan }) => change2.effect?.kind === "replace" && change2.effect.interrupts && plan.batches.length > 0
  ).map(
    ({ plan, desired: group }) => `${plan.address}: Heat takes a replaced server off its networks before it builds the new one${desired.kind === "AutoScalingGroup" ? handOverAdvice(group) : ""}`
  );
}
function handOverAdvice(group) {
  return group?.member["type"] === "OS::Nova::Server" ? "; with rollout.drain, rollout.ready or a load balancer the old one serves until the new one does" : "; this once: from the next replacement on the old one serves until the new one does";
}
function hiddenParameter({ hidden }) {
  if (hidden.size === 0) return [];
  const names = [...hidden].sort().map((name) => `"${name}"`);
  return [
    `hidden parameters can't be compared, Heat shows them as ******: ${names.join(", ")}; they are sent as written with every update, and a change of only them is not seen`
  ];
}
function noRollout({ walked }) {
  return walked.filter(
    ({ change: change2, desired }) => desired !== null && change2.effect !== null && change2.effect.kind !== "none" && !change2.rolls
  ).map(
    ({ plan }) => `${plan.address}: the launch configuration changes, but the group has no AutoScalingRollingUpdate policy: running servers keep the old one, only new ones get the new`
  );
}
function unexplainedGroups({ observed, scalingGroups, isNoop }) {
  const planned2 = new Set(scalingGroups.map(({ address }) => address));
  const others = observed.groups.map(({ address }) => address).filter((address) => !planned2.has(address));
  if (isNoop || others.length === 0) return [];
  return [
    `groups that no file of this spec describes keep their size, but their servers are not listed one by one here: ${others.join(", ")}`
  ];
}
function startsCooldown({ walked, isNoop }) {
  if (isNoop || !walked.some(({ observed }) => observed !== null)) return [];
  return ["every update of the stack starts the cooldown: alarms are not heard until it ends"];
}

// src/core/plan/update-steps.ts
function updateSteps(desired, observed, walked, { unfinished, detour }) {
  const capacities = [...newGroupCapacities(desired, walked), ...heldCapacities(desired, walked)];
  const update2 = {
    kind: "update",
    why: unfinished ? `finishes what stopped (${observed.state.action}_${observed.state.status})` : "brings the stack to the spec",
    capacities
  };
  const shrink = {
    kind: "shrink",
    why: "sets the smaller maximum first: Heat would replace servers that it then deletes",
    capacities: []
  };
  const first = walked.some(({ change: change2 }) => change2.shrinkFirst) ? [shrink] : [];
  if (detour !== null) return [...first, { ...DETOUR, capacities, detour }, { ...update2, capacities: [] }];
  return [...first, update2, ...capacities.length > 0 ? [RELEASE] : []];
}
var DETOUR = {
  kind: "detour",
  why: "makes room: Octavia takes the new parts of the load balancer only when the old ones are gone"
};
function newGroupCapacities(desired, walked) {
  const created = new Set(walked.filter(({ observed }) => observed === null).map(({ plan }) => plan.address));
  return desired.initial.filter(({ file, path }) => file === null && created.has(path[1] ?? ""));
}
function heldCapacities(desired, walked) {
  return walked.flatMap(({ desired: group, change: change2 }) => {
    const type = group && groupType(group.type);
    if (!group || !type || change2.hold === null) return [];
    const path = [resourcesKey(desired.template), group.address, propertiesKey(desired.template)];
    return [{ file: null, path, property: type.desired, value: change2.hold }];
  });
}

// src/core/plan/plan-update.ts
function planUpdate(desired, observed, definitions) {
  const { sides, resources, changes: compared } = compareStacks(desired, observed);
  const unfinished = isUnfinished(observed);
  const isNoop = compared.length === 0 && !unfinished;
  const live = describeGroups({ ...observed, initial: [] });
  const walked = walkGroups({ desired, observed, definitions, resources, sides, live, isNoop });
  const scalingGroups = walked.map(({ plan: plan2 }) => plan2);
  const servers = countServers(scalingGroups);
  const conflicts = balancerConflicts(sides.before, sides.after);
  const { detour, findings } = balancerDetour(conflicts, desired, { ...sides, unfinished });
  const changes = withMoved(compared, detour);
  const plan = {
    name: desired.name,
    stack: { name: observed.name, id: observed.id },
    source: desired.source,
    action: actionOf({ isNoop, replaced: servers.replace, resources }),
    size: addSizes(scalingGroups),
    servers,
    changes: unfinished ? [resumption(observed), ...changes.map((one) => doubted(one, walked))] : changes,
    scalingGroups,
    steps: isNoop ? [] : updateSteps(desired, observed, walked, { unfinished, detour }),
    ignored: [],
    findings: [
      ...desired.findings,
      ...settingFindings(desired, scalingGroups),
      ...isNoop ? [] : desired.advice,
      ...findings,
      ...silencedComposites(resources, sides.after, desired.source),
      ...liveFindings({ desired, observed, scalingGroups, isNoop, walked, hidden: sides.hidden })
    ],
    triggers: resources.some(isScaling) ? desired.triggers : [],
    capacity: null,
    cost: null
  };
  const clock = clockOf(desired, observed);
  return { ...plan, fingerprint: fingerprint(plan, clock), byClock: isByClock(plan, clock) };
}
function isUnfinished({ state }) {
  return state.status === "FAILED" && state.action !== "CHECK";
}
function walkGroups(input) {
  const { desired, observed, live } = input;
  const present = desired.groups.map((group) => {
    const counterpart = observed.groups.find(({ address }) => address === group.address) ?? null;
    const before = live.find(({ address }) => address === group.address) ?? null;
    if (!counterpart || before?.type !== group.type) {
      const begun = planNewGroup(atUpdate(group));
      return { plan: begun, desired: group, observed: null, change: UNCHANGED, goingBack: null };
    }
    const changed = changeOf(group, input);
    const change2 = input.isNoop ? UNCHANGED : memberChange({ ...input, change: changed, group, counterpart });
    const rolled = changed?.atOnce ? { ...group, rolling: { ...ALL, maxBatch: counterpart.members.length } } : group;
    return {
      plan: planMembers(rolled, counterpart, change2, before),
      desired: group,
      observed: counterpart,
      change: change2,
      goingBack: goingBack({ ...input, group, counterpart, failed: before })
    };
  });
  const gone = observed.groups.filter((group) => isGone(group, desired, live)).map(
    (group) => ({
      plan: planGoneGroup(group, live.find(({ address }) => address === group.address) ?? null),
      desired: null,
      observed: group,
      change: UNCHANGED,
      goingBack: null
    })
  );
  return [...present, ...gone];
}
var ALL = { minInService: 0, pauseSeconds: 0 };
function changeOf({ address }, { resources, sides }) {
  if (address.includes("/")) return groupChange(address, sides);
  const change2 = resources.find(({ name }) => name === address);
  return change2?.kind === "change" ? { member: change2.member, atOnce: false } : null;
}
function atUpdate(group) {
  return group.address.includes("/") ? { ...group, initial: group.min } : group;
}
var UNCHANGED = {
  effect: null,
  rolls: false,
  upToDate: null,
  shrinkFirst: false,
  hold: null,
  visited: false
};
function isGone(group, desired, live) {
  if (!live.some(({ address }) => address === group.address) && group.address.includes("/")) return false;
  const next = desired.groups.find(({ address }) => address === group.address);
  const before = live.find(({ address }) => address === group.address);
  return next === void 0 || before !== void 0 && before.type !== next.type;
}
function isScaling({ type }) {
  return /^OS::Aodh::|::ScalingPolicy$|::AutoScalingGroup$/.test(type);
}
function actionOf(input) {
  if (input.isNoop) return "no-op";
  const serverReplaced = input.resources.some(
    (change2) => change2.kind === "change" && change2.effect.kind === "replace" && change2.type === "OS::Nova::Server"
  );
  return input.replaced > 0 || serverReplaced ? "replace" : "update";
}
function doubted(change2, walked) {
  const doubtful = walked.some(
    ({ goingBack: goingBack2, plan: { address } }) => goingBack2 === "maybe" && isAbout(change2, address)
  );
  return doubtful ? { ...change2, confidence: "predicted" } : change2;
}
function isAbout({ address }, group) {
  const [root = ""] = group.split("/");
  return address === `resources.${root}` || root !== group && address === "files";
}
function resumption({ state }) {
  return {
    address: "stack",
    action: "update",
    reason: `finishes what stopped: the stack is ${state.action}_${state.status}`,
    confidence: "certain",
    fields: []
  };
}

// src/core/plan/plan.ts
function makePlan(pairs, problems) {
  const groups = pairs.map(planGroup);
  return {
    version: 1,
    summary: summarise(groups),
    fingerprint: planFingerprint(groups),
    groups,
    problems,
    headRoom: null,
    hostRoom: []
  };
}
function planGroup(pair) {
  const { desired, observed, definitions, left } = pair;
  if (desired.presence === "absent") return planAbsence(desired, observed);
  if (observed.presence === "absent") return planCreate(desired);
  const plan = planUpdate(desired, observed, definitions);
  if (left === void 0) return plan;
  return {
    ...plan,
    ignored: left.fields,
    findings: [...plan.findings, ...left.findings],
    triggers: plan.triggers.map((trigger) => byTheSpec(trigger, left))
  };
}
function byTheSpec(trigger, { fields }) {
  const start = `resources.${trigger.policy}-alarm`;
  const kept = fields.some(({ path }) => path.startsWith(start));
  return kept ? { ...trigger, when: `${trigger.when} (so the spec; a rule keeps live values)` } : trigger;
}
function needsDefinitions(observed) {
  return observed.presence === "present" && observed.state.status === "FAILED";
}
function isRefused(group) {
  return group.findings.some(({ severity }) => severity === "error");
}
function summarise(groups) {
  const count = (action) => groups.filter((group) => group.action === action).length;
  return {
    create: count("create"),
    update: count("update"),
    replace: count("replace"),
    delete: count("delete"),
    noop: count("no-op")
  };
}
function planFingerprint(groups) {
  return digest(
    groups.filter(({ action, byClock }) => action !== "no-op" && !byClock).map(({ name, fingerprint: fingerprint2 }) => ({ name, fingerprint: fingerprint2 })).sort((a, b) => a.name < b.name ? -1 : 1)
  );
}

// src/core/schedule/calendar.ts
function calendarOf(rule2) {
  const entries = rule2.schedules.map((schedule) => ({ schedule, starts: startsOf(schedule) }));
  return {
    at: (moment) => {
      const on = entries.filter((entry) => endAt(entry, moment) !== null).map(({ schedule }) => schedule);
      return { names: on.map(({ name }) => name), bounds: combined(rule2, on) };
    },
    edgeAfter: (moment) => {
      const edges = entries.flatMap(
        (entry) => [entry.starts.firstAfter(moment), endAt(entry, moment)].filter((edge) => edge !== null).map((edge) => ({ moment: edge, timezone: entry.schedule.timezone }))
      );
      return edges.sort((a, b) => a.moment - b.moment)[0] ?? null;
    }
  };
}
function changeAfter(calendar, moment) {
  const names = calendar.at(moment).names.join();
  let edge = calendar.edgeAfter(moment);
  for (let tried = 0; edge !== null && tried < MANY; tried += 1) {
    if (calendar.at(edge.moment).names.join() !== names) return edge;
    edge = calendar.edgeAfter(edge.moment);
  }
  return null;
}
var MANY = 500;
function endAt({ schedule, starts }, moment) {
  const last = starts.lastUpTo(moment);
  const end = last === null ? null : last + schedule.forSeconds * 1e3;
  return end !== null && end > moment ? end : null;
}
function combined(rule2, on) {
  const mins = on.flatMap(({ min: min2 }) => min2 === null ? [] : [min2]);
  const maxes = on.flatMap(({ max: max2 }) => max2 === null ? [] : [max2]);
  const min = mins.length > 0 ? Math.max(...mins) : rule2.min;
  const max = maxes.length > 0 ? Math.max(...maxes) : rule2.max;
  return { min, max: Math.max(min, max) };
}

// src/core/schedule/scheduled-bounds.ts
function scheduledBounds(rule2, now) {
  const calendar = calendarOf(rule2);
  return { rule: rule2, lately: dueDuring(calendar, now - LATE, now), words: words2(calendar, now, rule2) };
}
var LATE = 36e5;
function dueDuring(calendar, from, to) {
  const moments = [from];
  let edge = calendar.edgeAfter(from);
  for (; edge !== null && edge.moment <= to && moments.length < MANY2; edge = calendar.edgeAfter(edge.moment))
    moments.push(edge.moment);
  const due = [...moments.map((moment) => calendar.at(moment).bounds), calendar.at(to).bounds];
  return due.filter((bounds2, index) => !due.slice(index + 1).some((later) => same(bounds2, later)));
}
var MANY2 = 500;
function same(a, b) {
  return a.min === b.min && a.max === b.max;
}
function words2(calendar, now, rule2) {
  const phase = calendar.at(now);
  const on = `${subject(phase)} ${phase.names.length > 1 ? "are" : "is"} on`;
  const change2 = changeAfter(calendar, now);
  if (change2 === null) return `${on}: ${shown2(phase.bounds)}`;
  const next = calendar.at(change2.moment);
  const base = next.names.length > 0 && phase.names.length > 0 ? `; outside of schedules: ${shown2(rule2)}` : "";
  return `${on} until ${wallClock(change2.moment, change2.timezone)}: ${shown2(phase.bounds)}; then ${subject(next)}: ${shown2(next.bounds)}${base}`;
}
function subject({ names }) {
  return names.length === 0 ? "no schedule" : names.join(" and ");
}
function shown2({ min, max }) {
  return `${min}..${max}`;
}

// src/core/lint/alarm-timings.ts
function alarmTimings(spec, policies, facts) {
  return scalingView(spec, policies, facts).alarmed.map(
    ({ name, direction, windowSeconds, cooldown, alarm }) => ({
      policy: name,
      direction,
      windowSeconds,
      cooldownSeconds: cooldown,
      repeat: alarm.repeat
    })
  );
}

// src/core/heat/group/address-demands.ts
function addressDemands(spec) {
  const { health, rollout, server, zones } = spec;
  const { max } = widestBounds(spec);
  const groups = Math.max(1, zones.length);
  const at = positionOf(spec, placeOf(max, spec));
  const places = server.networks.map(({ network, subnet }) => ({ network, subnet }));
  const key = (place) => JSON.stringify(place);
  return places.filter((place, index) => places.findIndex((other) => key(other) === key(place)) === index).map((place) => ({
    network: place.network,
    subnet: place.subnet,
    each: places.filter((other) => key(other) === key(place)).length,
    servers: groups * max,
    // each of a batch is there twice: its successor is built first, or Heat adds extra members; so is whoever is healed
    surge: groups * Math.min(max, Math.max(rollsInPlace(spec) ? 0 : rollout.maxBatch, mostAtOnce(health))),
    at
  }));
}
function placeOf(most, { size, scaling: { schedules: schedules2 } }) {
  const index = schedules2.findIndex(({ max }) => max === most);
  return size.max === most ? "/spec/size/max" : `/spec/scaling/schedules/${index}/size/max`;
}
function rollsInPlace({ rollout }) {
  return rollout.imageChange === "rebuild" && rollout.flavorChange === "resize";
}

// src/core/heat/group/balancer.ts
function balancerResources(spec) {
  if (spec?.kind !== "octavia") return {};
  return {
    [SHARED.loadBalancer]: {
      type: "OS::Octavia::LoadBalancer",
      properties: {
        vip_subnet: spec.subnet,
        ...spec.provider === null ? {} : { provider: spec.provider }
      }
    },
    [SHARED.listener]: { type: "OS::Octavia::Listener", properties: listener(spec) },
    [SHARED.pool]: { type: "OS::Octavia::Pool", properties: pool(spec) },
    ...spec.monitor === null ? {} : { [SHARED.monitor]: { type: "OS::Octavia::HealthMonitor", properties: monitor(spec.monitor) } },
    ...spec.floatingIpNetwork === null ? {} : {
      [SHARED.floatingIp]: {
        type: "OS::Neutron::FloatingIP",
        properties: {
          floating_network: spec.floatingIpNetwork,
          port_id: { get_attr: [SHARED.loadBalancer, "vip_port_id"] }
        }
      }
    }
  };
}
function balancerOutputs(spec) {
  if (spec?.kind !== "octavia") return {};
  const value = spec.floatingIpNetwork === null ? { get_attr: [SHARED.loadBalancer, "vip_address"] } : { get_attr: [SHARED.floatingIp, "floating_ip_address"] };
  return { address: { description: "Where clients connect to", value } };
}
function listener({ listener: given }) {
  return {
    loadbalancer: { get_resource: SHARED.loadBalancer },
    protocol: given.protocol,
    protocol_port: given.port,
    ...given.connectionLimit === null ? {} : { connection_limit: given.connectionLimit },
    ...given.allowedCidrs.length === 0 ? {} : { allowed_cidrs: given.allowedCidrs },
    ...given.tlsContainer === null ? {} : { default_tls_container_ref: given.tlsContainer }
  };
}
function pool({ pool: given }) {
  const persistence = given.sessionPersistence;
  return {
    listener: { get_resource: SHARED.listener },
    protocol: given.protocol,
    lb_algorithm: given.algorithm,
    ...persistence === null ? {} : {
      session_persistence: {
        type: persistence.type,
        ...persistence.cookie === null ? {} : { cookie_name: persistence.cookie }
      }
    }
  };
}
function monitor(given) {
  return {
    pool: { get_resource: SHARED.pool },
    type: given.type,
    delay: given.delaySeconds,
    timeout: given.timeoutSeconds,
    max_retries: given.retries,
    ...given.path === null ? {} : { url_path: given.path },
    ...given.method === null ? {} : { http_method: given.method },
    ...given.codes === null ? {} : { expected_codes: given.codes }
  };
}

// src/core/heat/group/group-references.ts
function groupReferences(spec) {
  const { server, securityRules, loadBalancer } = spec;
  const at = (pointer) => positionOf(spec, pointer);
  const one = (type, value, pointer) => value === null ? [] : [{ type, value, at: at(pointer) }];
  return [
    ...one("image", server.image, "/spec/server/image"),
    ...one("flavor", server.flavor, "/spec/server/flavor"),
    ...server.networks.flatMap(({ network, subnet, securityGroups: securityGroups2 }, index) => {
      const pointer = `/spec/server/networks/${index}`;
      return [
        ...one("network", network, `${pointer}/network`),
        ...one("subnet", subnet, `${pointer}/subnet`).map((found) => ({ ...found, inNetwork: network })),
        ...(securityGroups2 ?? []).flatMap(
          (name, place) => one("securityGroup", name, `${pointer}/securityGroups/${place}`)
        )
      ];
    }),
    ...server.securityGroups.flatMap(
      (name, index) => one("securityGroup", name, `/spec/server/securityGroups/${index}`)
    ),
    ...one("keyPair", server.keyPair, "/spec/server/keyPair"),
    ...one("externalNetwork", server.floatingIpNetwork, "/spec/server/floatingIp/network"),
    ...server.serverGroup?.kind === "existing" ? one("serverGroup", server.serverGroup.name, "/spec/server/serverGroup/existing").map((found) => ({
      ...found,
      idOnly: "Nova's scheduler takes no name"
    })) : [],
    ...zoneReferences(spec, one),
    ...(securityRules ?? []).flatMap(
      ({ peer, direction }, index) => peer.kind === "securityGroup" ? one(
        "securityGroup",
        peer.name,
        `/spec/securityGroup/rules/${index}/${direction === "in" ? "from" : "to"}`
      ).map((found) => ({ ...found, idOnly: "Heat hands a rule's other side to Neutron as it stands" })) : []
    ),
    ...balancerReferences(loadBalancer, one)
  ];
}
function zoneReferences({ server, zones }, one) {
  const [zone = null] = server.availabilityZone?.split(":") ?? [];
  return [
    ...one("zone", zone, "/spec/server/availabilityZone"),
    ...zones.flatMap((name, index) => one("zone", name, `/spec/zones/${index}`))
  ];
}
function balancerReferences(spec, one) {
  const pointer = "/spec/loadBalancer/octavia";
  switch (spec?.kind) {
    case "octavia":
      return [
        ...one("subnet", spec.subnet, `${pointer}/subnet`),
        ...one("externalNetwork", spec.floatingIpNetwork, `${pointer}/floatingIp/network`),
        ...spec.member.subnet === spec.subnet ? [] : one("subnet", spec.member.subnet, `${pointer}/member/subnet`)
      ];
    case "octavia-pool":
      return [
        ...one("pool", spec.pool, `${pointer}/existingPool`),
        ...one("subnet", spec.member.subnet, `${pointer}/member/subnet`)
      ];
    default:
      return [];
  }
}

// src/core/heat/group/member.ts
import { createHash as createHash2 } from "node:crypto";

// src/core/heat/group/server.ts
function serverProperties(server, rollout, around) {
  return {
    ...replacingProperties(server, around),
    networks: server.networks.map((one, index) => networkOf(one, around.port(index))),
    ...server.tags.length === 0 ? {} : { tags: server.tags },
    // metering.server_group is how Gnocchi finds a group's members (ceilometer gnocchi_resources.yaml server_group)
    metadata: { ...server.metadata, "metering.server_group": around.metering },
    image_update_policy: rollout.imageChange === "replace" ? "REPLACE" : "REBUILD",
    flavor_update_policy: rollout.flavorChange === "replace" ? "REPLACE" : "RESIZE"
  };
}
function replacingProperties(server, around) {
  const groups = hasOwnPorts(server) ? [] : securityGroups(server.securityGroups, around.securityGroup);
  return {
    ...bootSource(server),
    flavor: server.flavor,
    ...groups.length > 0 ? { security_groups: groups } : {},
    ...server.keyPair === null ? {} : { key_name: server.keyPair },
    ...server.availabilityZone === null ? {} : { availability_zone: server.availabilityZone },
    ...hints(server, around.serverGroup),
    ...server.configDrive === null ? {} : { config_drive: server.configDrive },
    // the operator's default would wrap the data in multipart (heat default_user_data_format)
    ...around.userData === null ? {} : { user_data_format: "RAW", user_data: around.userData }
  };
}
function generationOf({ server, rollout, securityRules }, userData) {
  const { image, flavor, bootVolume, ...rest } = server;
  const { networks: _networks, metadata: _metadata, tags: _tags, userData: _plain, ...others } = rest;
  const { floatingIpNetwork: _floating, securityGroups: named, ...replacing } = others;
  const ofServer = !hasOwnPorts(server);
  return JSON.parse(
    JSON.stringify({
      ...replacing,
      userData,
      // those of ports change in place
      securityGroups: ofServer ? named : [],
      ownSecurityGroup: ofServer && securityRules !== null,
      ...rollout.imageChange === "replace" || bootVolume !== null ? { image, bootVolume } : {},
      ...rollout.flavorChange === "replace" ? { flavor } : {}
    })
  );
}
function securityGroups(named, own2) {
  return own2 === null ? named : [...named, own2];
}
function hasOwnPorts({ networks }) {
  return networks.some(needsOwnPort);
}
function needsOwnPort(given) {
  return given.securityGroups !== null || !given.portSecurity || given.allowedAddresses.length > 0;
}
function networkOf({ network, subnet }, port) {
  if (port !== null) return { port };
  return subnet === null ? { network } : { network, subnet };
}
function bootSource({ image, bootVolume }) {
  if (bootVolume === null) return { image };
  return {
    block_device_mapping_v2: [
      {
        boot_index: 0,
        image,
        volume_size: bootVolume.sizeGiB,
        ...bootVolume.type === null ? {} : { volume_type: bootVolume.type },
        delete_on_termination: !bootVolume.keep
      }
    ]
  };
}
function hints({ schedulerHints }, serverGroup) {
  const all = { ...schedulerHints, ...serverGroup === null ? {} : { group: serverGroup } };
  return Object.keys(all).length === 0 ? {} : { scheduler_hints: all };
}

// src/core/heat/group/member-template.ts
function memberTemplate(spec, parameters) {
  const { server, rollout, loadBalancer } = spec;
  const userData = rollout.ready === null ? server.userData : readyUserData(server.userData, rollout.ready);
  const names = generationNames(markOf(generationOf(spec, userData)));
  const param = (name) => parameters.includes(name) ? { get_param: name } : null;
  return {
    heat_template_version: "2018-08-31",
    description: "One member of the scaling group, compiled by Thermostat",
    parameters: Object.fromEntries(parameters.map((name) => [name, { type: "string" }])),
    resources: {
      ...ports(spec, names, param("security_group")),
      ...rollout.ready === null ? {} : { [names.handle]: { type: "OS::Heat::WaitConditionHandle" } },
      [names.server]: {
        type: "OS::Nova::Server",
        properties: serverProperties(server, rollout, {
          metering: param("metering"),
          securityGroup: param("security_group"),
          serverGroup: param("server_group"),
          port: (index) => portReference(spec, names, index),
          userData: rollout.ready === null ? userData : withSignal(userData ?? "", names.handle)
        })
      },
      ...ready(spec, names),
      ...drain(spec, names),
      ...loadBalancer === null || loadBalancer.kind === "haproxy" ? inService(spec, names) : poolMember(loadBalancer.member, afterwards(spec, names), names),
      ...floatingIp(spec, names)
    },
    // whoever refers to the member means its server (heat template_resource.py get_reference_id)
    outputs: { "OS::stack_id": { value: { get_resource: names.server } } }
  };
}
function generationNames(generation) {
  return {
    server: `server_${generation}`,
    handle: `handle_${generation}`,
    ready: `ready_${generation}`,
    drain: `drain_${generation}`,
    port: (index) => `port${index}_${generation}`
  };
}
function ports({ server }, names, own2) {
  if (!hasOwnPorts(server)) return {};
  return Object.fromEntries(
    server.networks.map((given, index) => {
      const groups = securityGroups(given.securityGroups ?? server.securityGroups, own2);
      const properties = {
        network: given.network,
        ...given.subnet === null ? {} : { fixed_ips: [{ subnet: given.subnet }] },
        ...given.portSecurity && groups.length > 0 ? { security_groups: groups } : {},
        ...given.portSecurity ? {} : { port_security_enabled: false },
        ...given.allowedAddresses.length === 0 ? {} : { allowed_address_pairs: given.allowedAddresses.map((address) => ({ ip_address: address })) }
      };
      return [names.port(index), { type: "OS::Neutron::Port", properties }];
    })
  );
}
function portReference({ server }, names, index) {
  return hasOwnPorts(server) ? { get_resource: names.port(index) } : null;
}
function withSignal(userData, handle) {
  return {
    str_replace: { template: userData, params: { [READY_TOKEN]: { get_attr: [handle, "curl_cli"] } } }
  };
}
function ready({ rollout }, names) {
  if (rollout.ready === null) return {};
  return {
    [names.ready]: {
      type: "OS::Heat::WaitCondition",
      depends_on: names.server,
      properties: { handle: { get_resource: names.handle }, timeout: rollout.ready.timeoutSeconds }
    }
  };
}
function drain({ rollout }, names) {
  if (rollout.drainSeconds === 0) return {};
  return {
    [names.drain]: {
      type: "OS::Heat::Delay",
      depends_on: names.server,
      properties: { min_wait: rollout.drainSeconds, actions: ["DELETE"] }
    }
  };
}
function afterwards({ rollout }, names) {
  return [
    ...rollout.ready === null ? [] : [names.ready],
    ...rollout.drainSeconds === 0 ? [] : [names.drain]
  ];
}
function poolMember(member, after, names) {
  return {
    pool_member: {
      type: "OS::Octavia::PoolMember",
      ...after.length === 0 ? {} : { depends_on: after },
      properties: {
        pool: { get_param: "pool" },
        address: { get_attr: [names.server, "networks", member.network, 0] },
        protocol_port: member.port,
        ...member.subnet === null ? {} : { subnet: member.subnet },
        weight: member.weight
      }
    }
  };
}
function inService(spec, names) {
  const floating = spec.server.floatingIpNetwork === null ? [] : ["floating_ip"];
  const after = [...afterwards(spec, names), ...floating];
  return {
    in_service: {
      type: "OS::Heat::Value",
      ...after.length === 0 ? {} : { depends_on: after },
      properties: { value: { get_resource: names.server } }
    }
  };
}
function floatingIp({ server, rollout }, names) {
  if (server.floatingIpNetwork === null) return {};
  const network = server.networks[0]?.network ?? "";
  return {
    floating_ip: {
      type: "OS::Neutron::FloatingIP",
      ...rollout.ready === null ? {} : { depends_on: names.ready },
      properties: {
        floating_network: server.floatingIpNetwork,
        port_id: { get_attr: [names.server, "addresses", network, 0, "port"] }
      }
    }
  };
}

// src/core/heat/group/member.ts
function compileMember(spec, zone) {
  const around = surroundings(spec, zone);
  const server = zone === null ? spec.server : { ...spec.server, availabilityZone: zone };
  if (!needsNestedStack(spec)) {
    const properties = serverProperties(server, spec.rollout, {
      metering: around["metering"] ?? null,
      securityGroup: around["security_group"] ?? null,
      serverGroup: around["server_group"] ?? null,
      port: () => null,
      userData: server.userData
    });
    return { definition: { type: "OS::Nova::Server", properties }, files: {} };
  }
  const text = `${JSON.stringify(memberTemplate({ ...spec, server }, Object.keys(around)), null, 2)}
`;
  const file = `member-${mark(text)}.yaml`;
  return { definition: { type: file, properties: around }, files: { [file]: text } };
}
function needsNestedStack({ server, loadBalancer, rollout }) {
  return loadBalancer !== null || rollout.ready !== null || rollout.drainSeconds > 0 || server.floatingIpNetwork !== null || hasOwnPorts(server);
}
function surroundings({ server, securityRules, loadBalancer }, zone) {
  return {
    metering: meteringOf(zone),
    ...securityRules === null ? {} : { security_group: { get_resource: SHARED.securityGroup } },
    ...server.serverGroup === null ? {} : {
      server_group: server.serverGroup.kind === "own" ? { get_resource: SHARED.serverGroup } : server.serverGroup.name
    },
    ...loadBalancer?.kind === "octavia" ? { pool: { get_resource: SHARED.pool } } : {},
    ...loadBalancer?.kind === "octavia-pool" ? { pool: loadBalancer.pool } : {}
  };
}
function mark(text) {
  return createHash2("sha256").update(text).digest("hex").slice(0, 8);
}
function markOf(value) {
  return mark(canonicalJson(value));
}

// src/core/heat/group/rollout-findings.ts
function rolloutFindings(spec) {
  const { rollout, timeoutMinutes } = spec;
  const { max } = widestBounds(spec);
  const batches = Math.ceil(max / rollout.maxBatch);
  const minutes = Math.ceil(leastRolloutSeconds(batches, rollout) / 60);
  const limit = timeoutMinutes ?? USUAL_LIMIT_MINUTES;
  if (minutes < limit) return [];
  const message = `a rollout of ${max} servers (${boundNames(spec).max}) takes at least ${minutes} min with its pauses and drains alone, and Heat gives up after ${limit} min${timeoutMinutes === null ? " unless the cloud says otherwise" : ""}; set a longer timeout, or make rollout.maxBatch larger`;
  return [
    { rule: "rollout-exceeds-timeout", severity: "warn", message, source: positionOf(spec, "/spec/rollout") }
  ];
}

// src/core/heat/group/security-group.ts
function securityGroupResources({ name, securityRules }) {
  if (securityRules === null) return {};
  return {
    [SHARED.securityGroup]: {
      type: "OS::Neutron::SecurityGroup",
      properties: {
        description: `Servers of the scaling group ${name}`,
        rules: securityRules.map(rule)
      }
    }
  };
}
function rule({ protocol, ports: ports2, direction, peer, ipVersion }) {
  return {
    direction: direction === "in" ? "ingress" : "egress",
    ethertype: ipVersion === 6 ? "IPv6" : "IPv4",
    ...protocol === "any" ? {} : { protocol: protocol === "icmpv6" ? "ipv6-icmp" : protocol },
    ...ports2 === null ? {} : { port_range_min: ports2.from, port_range_max: ports2.to },
    ...remote(peer)
  };
}
function remote(peer) {
  switch (peer.kind) {
    case "everybody":
      return {};
    case "self":
      return { remote_mode: "remote_group_id" };
    case "range":
      return { remote_mode: "remote_ip_prefix", remote_ip_prefix: peer.cidr };
    case "securityGroup":
      return { remote_mode: "remote_group_id", remote_group_id: peer.name };
  }
}

// src/core/heat/group/server-group.ts
function serverGroupResources({ server: { serverGroup } }) {
  if (serverGroup?.kind !== "own") return {};
  const { policy, maxPerHost } = serverGroup;
  return {
    [SHARED.serverGroup]: {
      type: "OS::Nova::ServerGroup",
      properties: {
        policies: [policy],
        ...maxPerHost === null ? {} : { rules: { max_server_per_host: maxPerHost } }
      }
    }
  };
}

// src/core/heat/group/size-now.ts
function sizeNow({ size, scaling: { schedules: schedules2 } }, now) {
  if (schedules2.length === 0) return { size, scheduled: null };
  const scheduled = scheduledBounds({ min: size.min, max: size.max, schedules: schedules2 }, Date.parse(now));
  const { min, max } = scheduled.lately.at(-1) ?? size;
  return { size: { min, max, initial: Math.max(min, Math.min(size.initial, max)) }, scheduled };
}

// src/core/heat/group/compile-group.ts
var EMPTY_ENVIRONMENT = { parameters: {}, parameter_defaults: {}, resource_registry: {} };
function compileGroup(spec, { now, facts }) {
  const { size, scheduled } = sizeNow(spec, now);
  const scaling = compileScaling(spec, facts);
  const zones = (spec.zones.length > 0 ? spec.zones : [null]).map((zone) => ({
    zone,
    names: zoneNames(zone),
    member: compileMember(spec, zone)
  }));
  const template = {
    heat_template_version: "2018-08-31",
    description: `Scaling group ${spec.name}, compiled by Thermostat`,
    resources: Object.assign(
      {},
      ...zones.map(({ zone, names, member }) => ({
        [names.group]: groupResource({ ...spec, size }, member),
        ...scaling.resources(zone, names)
      })),
      securityGroupResources(spec),
      serverGroupResources(spec),
      balancerResources(spec.loadBalancer)
    ),
    outputs: {
      ...Object.assign({}, ...zones.map(({ zone, names }) => sizeOutputs(zone, names))),
      ...balancerOutputs(spec.loadBalancer),
      ...ruleOutput(scheduled?.rule ?? null)
    }
  };
  const files = Object.assign({}, ...zones.map(({ member }) => member.files));
  const initial = zones.flatMap(({ names }) => initialCapacity({ ...spec, size }, names));
  const desired = {
    presence: "present",
    name: spec.name,
    kind: spec.kind,
    source: spec.source,
    template,
    files,
    environment: EMPTY_ENVIRONMENT,
    initial,
    groups: describeGroups({ template, files, environment: EMPTY_ENVIRONMENT, initial }).map((group) => ({
      ...group,
      keepInService: spec.rollout.minInService,
      healing: mostAtOnce(spec.health)
    })),
    tags: labelTags(spec.labels),
    timeoutMinutes: spec.timeoutMinutes,
    protect: spec.protect,
    scheduled,
    paused: spec.scaling.paused,
    references: groupReferences(spec),
    addresses: addressDemands(spec),
    findings: [...spec.findings, ...rolloutFindings(spec)],
    advice: scalingAdvice(spec, scaling.policies, facts),
    triggers: scaling.triggers,
    alarms: alarmTimings(spec, scaling.policies, facts)
  };
  return { desired, problems: scaling.problems, unmet: scaling.unmet };
}
function groupResource(spec, member) {
  const { size, scaling, rollout } = spec;
  return {
    type: "OS::Heat::AutoScalingGroup",
    properties: {
      min_size: size.min,
      max_size: size.max,
      cooldown: scaling.cooldownSeconds,
      rolling_updates: {
        max_batch_size: rollout.maxBatch,
        min_in_service: handsOver(spec) ? 0 : rollout.minInService,
        pause_time: rollout.pauseSeconds
      },
      resource: member.definition
    }
  };
}
function handsOver(spec) {
  const { imageChange, flavorChange } = spec.rollout;
  return needsNestedStack(spec) && imageChange === "replace" && flavorChange === "replace";
}
function sizeOutputs(zone, { group }) {
  const suffix = zone === null ? "" : `-${zone}`;
  return {
    [`size${suffix}`]: {
      description: "Members that are not failed",
      value: { get_attr: [group, "current_size"] }
    },
    [`servers${suffix}`]: {
      description: "Server ids by member name",
      value: { get_attr: [group, "refs_map"] }
    }
  };
}
function initialCapacity({ size }, { group }) {
  if (size.initial === size.min) return [];
  const path = ["resources", group, "properties"];
  return [{ file: null, path, property: "desired_capacity", value: size.initial }];
}

export {
  isRecorded,
  same,
  shown2 as shown,
  compileGroup,
  clockOf,
  withoutClock,
  isBound,
  isOfSize,
  isDetourPort,
  withoutUrlSecrets,
  isSecretPath,
  redacted,
  typeOf,
  alignGenerations,
  stem,
  nestedFields,
  memberOf2 as memberOf,
  bothSides,
  handedDown,
  compareStacks,
  memberDifference,
  readDefinition,
  isUnfinished,
  makePlan,
  planGroup,
  needsDefinitions,
  isRefused,
  planFingerprint
};
