import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  require_dist
} from "./chunk-HE53SSY6.js";
import {
  KINDS,
  SEED_CREDENTIALS,
  catalogue,
  describePolicy,
  findPolicy,
  hexDigits,
  nextWord,
  popDue,
  pushTask,
  restoreWorld,
  saveWorld,
  seedWorld,
  shortId,
  stableId,
  uuid
} from "./chunk-DSL5S7GG.js";
import {
  __toESM
} from "./chunk-7VOHJOSG.js";

// src/sandbox/cloud.ts
var Cloud = class {
  world;
  /** Scheme, host and port that every link in an answer starts with. */
  base = "http://127.0.0.1:0";
  /** Ids of the stacks that are not deleted, by `project/name`. */
  stackNames = /* @__PURE__ */ new Map();
  /** Virtual seconds per real second; 0 stands still. */
  #speed;
  #run;
  #realTime = Date.now();
  #busy = false;
  constructor(world, speed, run) {
    this.world = world;
    this.#speed = speed;
    this.#run = run;
    for (const stack of world.stacks.values()) if (stack.deleted === null) this.#nameStack(stack);
  }
  get now() {
    return this.world.now;
  }
  addStack(stack) {
    this.world.stacks.add(stack);
    this.#nameStack(stack);
  }
  /** A number larger than every one before. */
  count() {
    this.world.counter += 1;
    return this.world.counter;
  }
  /** Plans a task `seconds` from now, and answers with its number. */
  after(seconds2, task) {
    const order = this.count();
    pushTask(this.world.queue, { ...task, at: this.world.now + Math.round(seconds2 * 1e3), order });
    return order;
  }
  /** Moves the clock, running what becomes due in its order. */
  advance(seconds2) {
    this.#runUntil(this.world.now + Math.max(0, Math.round(seconds2 * 1e3)));
  }
  /** Runs what is due at this very moment, after the real time gone by at the chosen speed. */
  catchUp() {
    const real = Date.now();
    const elapsed = (real - this.#realTime) * this.#speed;
    this.#realTime = real;
    this.#runUntil(this.world.now + Math.round(elapsed));
  }
  #nameStack(stack) {
    this.stackNames.set(`${stack.project}/${stack.name}`, stack.id);
  }
  #runUntil(target) {
    if (this.#busy)
      throw new Error("moving the sandbox clock from inside one of its own tasks is not possible");
    this.#busy = true;
    try {
      for (; ; ) {
        const task = popDue(this.world.queue, target);
        if (task === void 0) break;
        if (task.at > this.world.now) this.world.now = task.at;
        this.#run(this, task);
      }
      this.world.now = target;
    } finally {
      this.#busy = false;
    }
  }
};

// src/sandbox/http/answer.ts
function json(status2, value, headers = {}) {
  return { status: status2, headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(value) };
}
function empty(status2, headers = {}) {
  return { status: status2, headers, body: "" };
}
function webobNotFound() {
  return json(404, {
    message: "The resource could not be found.<br /><br />\n\n\n",
    code: "404 Not Found",
    title: "Not Found"
  });
}

// src/sandbox/json.ts
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function objectOr(value, otherwise = {}) {
  return isObject(value) ? value : otherwise;
}
function textOr(value, otherwise) {
  return typeof value === "string" ? value : otherwise;
}
function sameJson(left, right) {
  if (left === right) return true;
  if (Array.isArray(left)) return Array.isArray(right) && sameLists(left, right);
  if (isObject(left)) return isObject(right) && sameObjects(left, right);
  return false;
}
function sameLists(left, right) {
  return left.length === right.length && left.every((item, index) => sameJson(item, right[index]));
}
function sameObjects(left, right) {
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => Object.hasOwn(right, key) && sameJson(left[key], right[key]));
}

// src/sandbox/http/call.ts
function header(call, name) {
  const value = call.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
function jsonBody(call) {
  try {
    return JSON.parse(call.body);
  } catch {
    return void 0;
  }
}
function objectBody(call) {
  const body = jsonBody(call);
  return isObject(body) ? body : void 0;
}

// src/sandbox/keystone/tokens.ts
function issueToken(cloud, grant) {
  const { world } = cloud;
  const expires = Math.min(
    world.now + world.timings.tokenLife * 1e3,
    grant.until ?? Number.POSITIVE_INFINITY
  );
  const token = {
    id: `gAAAAAB${hexDigits(world.identity, 128)}`,
    user: grant.user.id,
    project: grant.project,
    roles: grant.roles,
    methods: grant.methods,
    applicationCredential: grant.applicationCredential,
    audit: hexDigits(world.identity, 24).slice(0, 22),
    issued: world.now,
    expires
  };
  world.identity.tokens = [...world.identity.tokens.filter((old) => old.expires > world.now), token];
  return token;
}
function findToken(cloud, id) {
  const token = cloud.world.identity.tokens.find((candidate) => candidate.id === id);
  return token !== void 0 && token.expires > cloud.now ? token : void 0;
}
function revokeToken(cloud, id) {
  const { identity } = cloud.world;
  identity.tokens = identity.tokens.filter((token) => token.id !== id);
}
function sessionOf(cloud, call) {
  const token = findToken(cloud, header(call, "x-auth-token"));
  if (token === void 0) return void 0;
  const { users, projects } = cloud.world.identity;
  const user = users.find((candidate) => candidate.id === token.user);
  const project = projects.find((candidate) => candidate.id === token.project);
  if (user === void 0 || project === void 0) return void 0;
  return {
    user,
    project,
    roles: token.roles,
    viaApplicationCredential: token.applicationCredential !== null
  };
}
function mayWrite(session) {
  return session.roles.includes("member") || isAdmin(session);
}
function isAdmin(session) {
  return session.roles.includes("admin");
}

// src/sandbox/cloudkitty/api.ts
var METRICS = [
  { metric_id: "instance", metadata: ["flavor_name", "flavor_id", "vcpus"], unit: "instance" },
  { metric_id: "image.size", metadata: ["container_format", "disk_format"], unit: "MiB" },
  { metric_id: "volume.size", metadata: ["volume_type"], unit: "GiB" },
  { metric_id: "ip.floating", metadata: ["state"], unit: "ip" }
];
function ratingApi(cloud, call) {
  const rules = cloud.world.rating;
  if (rules === void 0) return json(404, { error: "this cloud has no rating service" });
  if (sessionOf(cloud, call) === void 0) return json(401, { error: { code: 401, title: "Unauthorized" } });
  switch (`${call.method} ${call.path}`) {
    case "GET /v1/info/metrics":
      return json(200, { metrics: METRICS });
    case "POST /v1/rating/quote":
      return quote(rules, call);
    default:
      return json(404, { error_message: "Not Found" });
  }
}
function quote(rules, call) {
  const given2 = objectBody(call)?.["resources"];
  const resources = Array.isArray(given2) ? given2.filter(isObject) : [];
  const refused7 = resources.find((one) => typeof one["service"] !== "string" || volumeOf(one) === null);
  if (refused7 !== void 0)
    return json(400, {
      error_message: {
        debuginfo: null,
        faultcode: "Client",
        faultstring: "Invalid input for field/attribute resources."
      }
    });
  return json(
    200,
    resources.reduce((sum2, one) => sum2 + priceOf(rules, one), 0)
  );
}
function priceOf(rules, resource) {
  const fields = objectOr(objectOr(resource["desc"])["metadata"]);
  const own = rules.filter(
    ({ service, field, value }) => service === resource["service"] && (field === null || field in fields && text(fields[field]) === value)
  );
  const flat = Math.max(0, ...own.filter(({ type }) => type === "flat").map(({ cost }) => cost));
  const rate2 = own.filter(({ type }) => type === "rate").reduce((product, { cost }) => product * cost, 1);
  return flat * rate2 * (volumeOf(resource) ?? 0);
}
function volumeOf({ volume }) {
  const number = Number(volume);
  const given2 = typeof volume === "number" || typeof volume === "string" && volume.trim() !== "";
  return given2 && Number.isFinite(number) ? number : null;
}
function text(value) {
  return typeof value === "string" ? value : JSON.stringify(value ?? null);
}
function ratingRules(body) {
  if (!isObject(body) || !Array.isArray(body["rules"])) return void 0;
  const rules = body["rules"].map((rule) => {
    const { service, field = null, value = null, type = "flat", cost } = objectOr(rule);
    if (typeof service !== "string" || typeof cost !== "number") return void 0;
    if (type !== "flat" && type !== "rate") return void 0;
    return { service, field: textOrNull(field), value: textOrNull(value), type, cost };
  });
  return rules.every((rule) => rule !== void 0) ? rules : void 0;
}
function textOrNull(value) {
  return typeof value === "string" ? value : null;
}

// src/sandbox/faults.ts
function faultControl(cloud) {
  const { world } = cloud;
  return {
    request: (order) => {
      world.requestFaults = [...world.requestFaults, requestFault(order)];
    },
    server: (order) => {
      world.serverFaults = [...world.serverFaults, serverFault(order)];
    },
    clear: () => {
      world.requestFaults = [];
      world.serverFaults = [];
    }
  };
}
function requestFault(order) {
  const { path } = order;
  return {
    method: order.method ?? null,
    path: path instanceof RegExp ? path.source : path ?? "",
    regexp: path instanceof RegExp,
    skip: (order.nth ?? 1) - 1,
    times: order.times === void 0 ? 1 : order.times,
    effect: order.effect
  };
}
function serverFault(order) {
  return {
    kind: order.kind,
    name: order.name ?? null,
    flavor: order.flavor ?? null,
    skip: (order.nth ?? 1) - 1,
    times: order.times === void 0 ? null : order.times,
    seconds: order.seconds ?? 0
  };
}
function takeFault(cloud, method, path) {
  for (const fault of cloud.world.requestFaults) {
    if (!concerns(fault, method, path) || fault.times === 0) continue;
    if (fault.skip > 0) {
      fault.skip -= 1;
      continue;
    }
    if (fault.times !== null) fault.times -= 1;
    return fault.effect;
  }
  return void 0;
}
function concerns(fault, method, path) {
  if (fault.method !== null && fault.method !== method) return false;
  return fault.regexp ? new RegExp(fault.path).test(path) : path.includes(fault.path);
}
function orderFromJson(faults, body) {
  if (!isObject(body)) return false;
  if (body["clear"] === true) faults.clear();
  const request = body["request"];
  if (isObject(request)) faults.request(requestOrder(request));
  const server = body["server"];
  if (isObject(server)) faults.server(serverOrder(server));
  const alone = body["kind"] === "spawn-fail" || body["kind"] === "spawn-delay";
  if (alone) faults.server(serverOrder(body));
  return alone || body["clear"] === true || isObject(request) || isObject(server);
}
function requestOrder(raw) {
  const path = raw["regexp"] === void 0 ? String(raw["path"] ?? "") : new RegExp(String(raw["regexp"]));
  return {
    ...counts(raw, 1),
    ...raw["method"] === void 0 ? {} : { method: String(raw["method"]) },
    path,
    effect: effectOf(objectOr(raw["effect"]))
  };
}
function serverOrder(raw) {
  return {
    ...counts(raw, null),
    kind: raw["kind"] === "spawn-delay" ? "spawn-delay" : "spawn-fail",
    ...raw["name"] === void 0 ? {} : { name: String(raw["name"]) },
    ...raw["flavor"] === void 0 ? {} : { flavor: String(raw["flavor"]) },
    seconds: Number(raw["seconds"] ?? 0)
  };
}
function counts(raw, times) {
  const given2 = raw["times"];
  return {
    nth: Number(raw["nth"] ?? 1),
    times: given2 === void 0 ? times : given2 === null ? null : Number(given2)
  };
}
function effectOf(raw) {
  switch (raw["kind"]) {
    case "reset-before":
    case "reset-after":
    case "junk":
      return { kind: raw["kind"] };
    case "stall":
      return { kind: "stall", milliseconds: Number(raw["milliseconds"] ?? 1e3) };
    case "truncate":
      return { kind: "truncate", bytes: Number(raw["bytes"] ?? 10) };
    case "html":
      return { kind: "html", status: Number(raw["status"] ?? 502) };
    default: {
      const headers = Object.entries(objectOr(raw["headers"])).map(([name, value]) => [name, String(value)]);
      return {
        kind: "answer",
        status: Number(raw["status"] ?? 503),
        headers: Object.fromEntries(headers),
        body: raw["body"] ?? null
      };
    }
  }
}

// src/sandbox/load/order.ts
var LoadProblem = class extends Error {
};
var MOST_STEPS = 1e4;
var KEYS = ["stack", "serverGroup", "cpu", "memory", "interval", "archivePolicy"];
function readLoadOrder(given2) {
  if (!isObject(given2)) throw problem("the order is not an object", '{"stack": NAME, "cpu": CURVE}');
  const unknown = Object.keys(given2).find((key) => !KEYS.includes(key));
  if (unknown !== void 0) throw problem(`"${unknown}" is not known`, `one of ${KEYS.join(", ")}`);
  const { stack, serverGroup, interval, archivePolicy } = given2;
  if (typeof stack === "string" === (typeof serverGroup === "string"))
    throw problem("which group is meant is not said", '"stack" or "serverGroup"');
  if (interval !== void 0 && !(typeof interval === "number" && interval >= 1))
    throw problem('"interval" is not a number of seconds', "at least 1");
  if (archivePolicy !== void 0 && typeof archivePolicy !== "string")
    throw problem('"archivePolicy" is not a text', "the name of an archive policy");
  return {
    ...typeof stack === "string" ? { stack } : {},
    ...typeof serverGroup === "string" ? { serverGroup } : {},
    cpu: readCurve("cpu", given2),
    memory: readCurve("memory", given2),
    ...typeof interval === "number" ? { interval } : {},
    ...typeof archivePolicy === "string" ? { archivePolicy } : {}
  };
}
function readCurve(key, order) {
  const given2 = order[key];
  if (given2 === void 0 || given2 === null) return null;
  if (!isObject(given2)) throw problem(`"${key}" is not a curve`, '{"kind": "constant", "value": 1.5}');
  const number = (name) => {
    const value = given2[name];
    if (typeof value === "number" && Number.isFinite(value)) return value;
    throw problem(`"${key}.${name}" is not a number`, "a number");
  };
  const span = (name) => {
    const value = number(name);
    if (value > 0) return value;
    throw problem(`"${key}.${name}" is ${value}`, "more than 0 seconds");
  };
  switch (given2["kind"]) {
    case "constant":
      return { kind: "constant", value: number("value") };
    case "steps":
      return { kind: "steps", steps: readSteps(key, given2) };
    case "ramp":
      return { kind: "ramp", from: number("from"), to: number("to"), seconds: span("seconds") };
    case "sine": {
      const shift = given2["shift"] === void 0 ? 0 : number("shift");
      return {
        kind: "sine",
        mean: number("mean"),
        amplitude: number("amplitude"),
        period: span("period"),
        shift
      };
    }
    default:
      throw problem(`"${key}.kind" is ${JSON.stringify(given2["kind"])}`, "constant, steps, ramp or sine");
  }
}
function readSteps(key, curve) {
  const { steps } = curve;
  if (!Array.isArray(steps) || steps.length === 0 || steps.length > MOST_STEPS)
    throw problem(
      `"${key}.steps" is no list of steps`,
      `1 to ${MOST_STEPS} of {"after": SECONDS, "value": NUMBER}`
    );
  const read = steps.map((step, index) => {
    const { after: after2, value } = isObject(step) ? step : {};
    if (typeof after2 !== "number" || typeof value !== "number")
      throw problem(`"${key}.steps[${index}]" is no step`, '{"after": SECONDS, "value": NUMBER}');
    return { after: after2, value };
  });
  return read.sort((one, other) => one.after - other.after);
}
function problem(what, wanted2) {
  return new LoadProblem(`setting a load: ${what}, want ${wanted2}`);
}

// src/sandbox/gnocchi/instances.ts
var CEILOMETER = {
  user: stableId("user/ceilometer"),
  project: stableId("project/service")
};
var ENDED_KEPT = 500;
function endInstance(cloud, server) {
  const instance = instanceOf(server);
  const { telemetry } = cloud.world;
  if (instance === void 0 || telemetry.ended.some((one) => one.id === server.id)) return;
  const kept = [...telemetry.ended, { ...instance, ended: cloud.now }];
  for (const gone of kept.slice(0, -ENDED_KEPT)) delete telemetry.metrics[gone.id];
  telemetry.ended = kept.slice(-ENDED_KEPT);
}
function* instances(cloud) {
  for (const server of cloud.world.servers.values()) {
    const found = findInstance(cloud, server.id);
    if (found !== void 0 && found.ended === null) yield found;
  }
  yield* cloud.world.telemetry.ended;
}
function* measuredInstances(cloud) {
  for (const id of Object.keys(cloud.world.telemetry.metrics)) {
    const found = findInstance(cloud, id);
    if (found !== void 0) yield found;
  }
}
function findInstance(cloud, id) {
  const server = cloud.world.servers.get(id);
  const ended = server === void 0 || server.taskState === "deleting";
  const gone = ended ? cloud.world.telemetry.ended.find((one) => one.id === id) : void 0;
  return gone ?? (server === void 0 ? void 0 : instanceOf(server));
}
function instanceOf(server) {
  if (server.launched === null) return void 0;
  const { id, project, user, name, flavor, image, metadata, created: created2, launched } = server;
  return { id, project, user, name, flavor, image, metadata, created: created2, launched, ended: null };
}
var AT_CREATION = [
  ["compute.instance.booting.time", "sec", (instance) => (instance.launched - instance.created) / 1e3],
  ["disk.ephemeral.size", "GB", () => 0],
  ["disk.root.size", "GB", (_, flavor) => flavor.disk],
  ["memory", "MB", (_, flavor) => flavor.ram],
  ["vcpus", "vcpu", (_, flavor) => flavor.vcpus]
];
var NO_FLAVOR = { disk: 0, ram: 0, vcpus: 0, id: "", name: "" };
function metricsOf(cloud, instance) {
  const flavor = flavorOf(cloud, instance) ?? NO_FLAVOR;
  const written2 = cloud.world.telemetry.metrics[instance.id] ?? [];
  const given2 = AT_CREATION.filter(([name]) => !written2.some((one) => one.name === name)).map(
    ([name, unit, value]) => ({
      id: dashed(stableId(`metric/${instance.id}/${name}`)),
      name,
      unit,
      resource: instance.id,
      archivePolicy: "ceilometer-low",
      creatorUser: CEILOMETER.user,
      creatorProject: CEILOMETER.project,
      times: [Math.floor(instance.launched / 1e3)],
      values: [value(instance, flavor)]
    })
  );
  return [...given2, ...written2].sort((one, other) => (one.name ?? "") < (other.name ?? "") ? -1 : 1);
}
function flavorOf(cloud, instance) {
  return cloud.world.flavors.find((one) => one.id === instance.flavor);
}
function dashed(digits) {
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
function instanceAttributes(cloud, instance) {
  const group = instance.metadata["metering.server_group"];
  const started = isoMicroseconds(instance.launched);
  return {
    id: instance.id,
    creator: `${CEILOMETER.user}:${CEILOMETER.project}`,
    started_at: started,
    revision_start: started,
    ended_at: isoOrNull(instance.ended),
    user_id: instance.user,
    project_id: instance.project,
    original_resource_id: instance.id,
    type: "instance",
    flavor_id: instance.flavor,
    image_ref: instance.image,
    host: "fake-host",
    display_name: instance.name,
    server_group: typeof group === "string" ? group : null,
    flavor_name: flavorOf(cloud, instance)?.name ?? "",
    launched_at: started,
    created_at: isoSeconds(instance.created),
    deleted_at: isoOrNull(instance.ended),
    availability_zone: null,
    revision_end: null
  };
}
function describeInstance(cloud, instance) {
  const metrics = {};
  for (const metric of metricsOf(cloud, instance)) metrics[metric.name ?? ""] = metric.id;
  return {
    ...instanceAttributes(cloud, instance),
    metrics,
    ...creatorFields(CEILOMETER.user, CEILOMETER.project)
  };
}
function creatorFields(user, project) {
  return { created_by_user_id: user, created_by_project_id: project };
}
function policyOf(cloud, metric) {
  return findPolicy(cloud, metric.archivePolicy);
}
function isoSeconds(at) {
  return `${new Date(at).toISOString().slice(0, 19)}+00:00`;
}
function isoMicroseconds(at) {
  return `${new Date(at).toISOString().slice(0, 23)}000+00:00`;
}
function isoOrNull(at) {
  return at === null ? null : isoMicroseconds(at);
}

// src/sandbox/gnocchi/series.ts
function addPoints(metric, policy, points) {
  const newest = metric.times.at(-1);
  const block = Math.max(...policy.definition.map((one) => one.granularity));
  const blocks = policy.backWindow + (policy.methods.some((one) => one.startsWith("rate:")) ? 1 : 0);
  const oldest = newest === void 0 ? Number.NEGATIVE_INFINITY : bucketOf(newest, block) - block * blocks;
  for (const point of points) if (point.at >= oldest) insert(metric, point);
  const surplus = metric.times.length - (policy.definition[0]?.points ?? 0);
  if (surplus > 0) {
    metric.times.splice(0, surplus);
    metric.values.splice(0, surplus);
  }
}
function insert({ times, values }, { at, value }) {
  const newest = times.at(-1);
  if (newest === void 0 || at > newest) {
    times.push(at);
    values.push(value);
    return;
  }
  const index = firstFrom(times, at);
  if (times[index] === at) values[index] = value;
  else {
    times.splice(index, 0, at);
    values.splice(index, 0, value);
  }
}
function buckets(metric, method, granularity, window) {
  const from = window.start === null ? 0 : firstFrom(metric.times, bucketOf(window.start, granularity));
  const rate2 = method.startsWith("rate:");
  const reduce = REDUCERS[rate2 ? method.slice(5) : method] ?? mean;
  const found = [];
  let bucket = Number.NaN;
  let held = [];
  const close2 = () => {
    if (held.length > 0) found.push({ at: bucket, value: reduce(held) });
  };
  for (let index = from; index < metric.times.length; index += 1) {
    const at = bucketOf(metric.times[index] ?? 0, granularity);
    if (window.stop !== null && at >= window.stop) break;
    if (at !== bucket) {
      close2();
      bucket = at;
      held = [];
    }
    const value = metric.values[index] ?? 0;
    if (!rate2) held.push(value);
    else if (index > 0) held.push(value - (metric.values[index - 1] ?? 0));
  }
  close2();
  return found;
}
function bucketOf(at, granularity) {
  return Math.floor(at / granularity) * granularity;
}
function firstFrom(times, at) {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = low + high >> 1;
    if ((times[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
var REDUCERS = {
  mean,
  sum,
  min: (values) => Math.min(...values),
  max: (values) => Math.max(...values),
  count: (values) => values.length,
  first: (values) => values[0] ?? Number.NaN,
  last: (values) => values.at(-1) ?? Number.NaN,
  median: (values) => median([...values].sort((one, other) => one - other)),
  var: variance,
  std: (values) => Math.sqrt(variance(values))
};
function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}
function mean(values) {
  return sum(values) / values.length;
}
function median(sorted2) {
  const middle = sorted2.length >> 1;
  const upper = sorted2[middle] ?? Number.NaN;
  return sorted2.length % 2 === 1 ? upper : ((sorted2[middle - 1] ?? Number.NaN) + upper) / 2;
}
function variance(values) {
  const middle = mean(values);
  return mean(values.map((value) => (value - middle) ** 2));
}

// src/sandbox/gnocchi/metrics.ts
function createMetric(cloud, request) {
  const { telemetry } = cloud.world;
  const key = request.resource ?? "";
  const metric = { id: uuid(telemetry), ...request, times: [], values: [] };
  telemetry.metrics[key] = [...telemetry.metrics[key] ?? [], metric];
  return metric;
}
function writableMetric(cloud, instance, name) {
  const found = metricsOf(cloud, instance).find((one) => one.name === name);
  if (found === void 0) return void 0;
  const written2 = cloud.world.telemetry.metrics[instance.id] ?? [];
  if (!written2.includes(found)) cloud.world.telemetry.metrics[instance.id] = [...written2, found];
  return found;
}
function write(cloud, metric, points) {
  const policy = policyOf(cloud, metric);
  if (policy !== void 0) addPoints(metric, policy, points);
}
function deleteMetric(cloud, metric) {
  const key = metric.resource ?? "";
  const { metrics } = cloud.world.telemetry;
  const left = (metrics[key] ?? []).filter((one) => one !== metric);
  if (left.length === 0) delete metrics[key];
  else metrics[key] = left;
}
function findMetric(cloud, session, id) {
  return visibleMetrics(cloud, session).find((one) => one.id === id);
}
function visibleMetrics(cloud, session) {
  const own = (cloud.world.telemetry.metrics[""] ?? []).filter(
    (one) => isAdmin(session) || one.creatorProject === session.project.id
  );
  const ofInstances = [...instances(cloud)].filter((one) => maySee(session, one)).flatMap((one) => metricsOf(cloud, one));
  return [...own, ...ofInstances];
}
function maySee(session, instance) {
  return isAdmin(session) || instance.project === session.project.id;
}
function describeMetric(cloud, metric) {
  const instance = metric.resource === null ? void 0 : findInstance(cloud, metric.resource);
  return { ...head(metric), resource: briefResource(cloud, instance), ...tail(cloud, metric) };
}
function listedMetric(cloud, metric) {
  return { ...head(metric), resource_id: metric.resource, ...tail(cloud, metric) };
}
function createdMetric(metric) {
  return {
    ...head(metric),
    resource_id: metric.resource,
    archive_policy_name: metric.archivePolicy,
    ...creatorFields(metric.creatorUser, metric.creatorProject)
  };
}
function head({ id, creatorUser, creatorProject, name, unit }) {
  return { id, creator: `${creatorUser}:${creatorProject}`, name, unit };
}
function tail(cloud, metric) {
  const policy = policyOf(cloud, metric);
  return {
    archive_policy: policy === void 0 ? null : describePolicy(policy),
    ...creatorFields(metric.creatorUser, metric.creatorProject)
  };
}
var BRIEF = [
  "id",
  "creator",
  "started_at",
  "revision_start",
  "ended_at",
  "user_id",
  "project_id",
  "original_resource_id",
  "type",
  "revision_end"
];
function briefResource(cloud, instance) {
  if (instance === void 0) return null;
  const all = instanceAttributes(cloud, instance);
  const brief2 = Object.fromEntries(BRIEF.map((key) => [key, all[key] ?? null]));
  return { ...brief2, ...creatorFields(CEILOMETER.user, CEILOMETER.project) };
}

// src/sandbox/load/curve.ts
function demandAt(curve, seconds2) {
  return Math.max(0, valueAt(curve, seconds2));
}
function valueAt(curve, seconds2) {
  switch (curve.kind) {
    case "constant":
      return curve.value;
    case "steps": {
      const reached = curve.steps.filter(({ after: after2 }) => after2 <= seconds2).at(-1) ?? curve.steps[0];
      return reached?.value ?? 0;
    }
    case "ramp": {
      const part2 = Math.min(1, Math.max(0, seconds2 / curve.seconds));
      return curve.from + (curve.to - curve.from) * part2;
    }
    case "sine":
      return curve.mean + curve.amplitude * Math.sin(2 * Math.PI * (seconds2 + curve.shift) / curve.period);
  }
}

// src/sandbox/load/polling.ts
var NANOSECONDS = 1e9;
function setLoad(cloud, order) {
  const { world } = cloud;
  const serverGroup = order.serverGroup ?? stackId(cloud, order.stack ?? "");
  const cpuPolicy = knownPolicy(cloud, order.archivePolicy ?? "ceilometer-low-rate");
  const memoryPolicy = knownPolicy(cloud, order.archivePolicy ?? "ceilometer-low");
  world.loads = world.loads.filter((one) => one.serverGroup !== serverGroup);
  const [cpu, memory] = [order.cpu ?? null, order.memory ?? null];
  if (cpu === null && memory === null) return;
  const interval = order.interval ?? world.timings.polling;
  const load = {
    number: cloud.count(),
    serverGroup,
    from: cloud.now,
    interval,
    cpuPolicy,
    memoryPolicy,
    cpu,
    memory
  };
  world.loads = [...world.loads, load];
  planPoll(cloud, load);
}
function clearLoads(cloud) {
  cloud.world.loads = [];
}
function describeLoads(cloud) {
  return cloud.world.loads.map(({ serverGroup, from, interval, cpu, memory }) => ({
    server_group: serverGroup,
    since: new Date(from).toISOString(),
    interval,
    cpu: cpu === null ? null : { ...cpu },
    memory: memory === null ? null : { ...memory }
  }));
}
function stackId(cloud, nameOrId) {
  for (const stack of cloud.world.stacks.values()) {
    if (stack.deleted === null && (stack.id === nameOrId || stack.name === nameOrId)) return stack.id;
  }
  throw new LoadProblem(`setting a load: there is no stack "${nameOrId}", want one that is there`);
}
function knownPolicy(cloud, name) {
  if (findPolicy(cloud, name) !== void 0) return name;
  const names2 = cloud.world.telemetry.archivePolicies.map((one) => one.name).join(", ");
  throw new LoadProblem(`setting a load: there is no archive policy "${name}", want one of ${names2}`);
}
function planPoll(cloud, load) {
  const step = load.interval * 1e3;
  const middle = Math.floor(step / 2);
  const next = (Math.floor((cloud.now - middle) / step) + 1) * step + middle;
  cloud.after((next - cloud.now) / 1e3, { kind: "poll", load: load.number });
}
function pollLoad(cloud, number) {
  const load = cloud.world.loads.find((one) => one.number === number);
  if (load === void 0) return;
  const members = [...cloud.world.servers.values()].flatMap((server) => inService(cloud, load, server));
  const seconds2 = (cloud.now - load.from) / 1e3;
  if (load.cpu !== null) measureCpu(cloud, load, members, shareOf(load.cpu, seconds2, members, vcpus));
  if (load.memory !== null) measureMemory(cloud, load, members, shareOf(load.memory, seconds2, members, ram));
  planPoll(cloud, load);
}
function inService(cloud, load, server) {
  if (server.metadata["metering.server_group"] !== load.serverGroup || server.vmState !== "active") return [];
  const flavor = cloud.world.flavors.find((one) => one.id === server.flavor);
  return flavor === void 0 || server.launched === null ? [] : [{ server, flavor }];
}
function vcpus({ flavor }) {
  return flavor.vcpus;
}
function ram({ flavor }) {
  return flavor.ram;
}
function shareOf(curve, seconds2, members, size) {
  const whole = members.reduce((sum2, member2) => sum2 + size(member2), 0);
  return whole === 0 ? 0 : Math.min(1, demandAt(curve, seconds2) / whole);
}
function measureCpu(cloud, load, members, share) {
  const now = cloud.now / 1e3;
  for (const member2 of members) {
    const metric = metricOf(cloud, member2.server, "cpu", "ns", load.cpuPolicy);
    const launched = (member2.server.launched ?? 0) / 1e3;
    const last = metric.times.at(-1);
    const goesOn = last !== void 0 && last >= launched;
    const elapsed = now - (goesOn ? last : Math.max(launched, load.from / 1e3 - load.interval));
    const before = goesOn ? metric.values.at(-1) ?? 0 : 0;
    const value = Math.round(before + share * vcpus(member2) * elapsed * NANOSECONDS);
    write(cloud, metric, [{ at: now, value }]);
  }
}
function measureMemory(cloud, load, members, share) {
  for (const member2 of members) {
    const metric = metricOf(cloud, member2.server, "memory.usage", "MB", load.memoryPolicy);
    write(cloud, metric, [{ at: cloud.now / 1e3, value: Math.round(share * ram(member2)) }]);
  }
}
function metricOf(cloud, server, name, unit, archivePolicy) {
  const instance = findInstance(cloud, server.id);
  const found = instance === void 0 ? void 0 : writableMetric(cloud, instance, name);
  if (found !== void 0) return found;
  const creator = { creatorUser: CEILOMETER.user, creatorProject: CEILOMETER.project };
  return createMetric(cloud, { name, unit, resource: server.id, archivePolicy, ...creator });
}

// src/sandbox/neutron/addresses.ts
function plugIn(cloud, plug, server) {
  const { network } = plug;
  const port = cloud.world.ports.find((one) => one.id === plug.port);
  if (port !== void 0) {
    port.device = server;
    return [{ network: port.network, address: port.address, mac: port.mac, port: port.id }];
  }
  const subnet = cloud.world.subnets.find((one) => one.network === network);
  if (subnet === void 0) return [];
  return [{ network, address: plug.fixedAddress ?? takeAddress(cloud, subnet), mac: newMac(cloud) }];
}
function portOf(server, address) {
  if (address.port !== void 0) return address.port;
  const known2 = MADE.get(address) ?? `${server.id.slice(0, 24)}${address.mac.replaceAll(":", "")}`;
  MADE.set(address, known2);
  return known2;
}
var MADE = /* @__PURE__ */ new WeakMap();
function unplug(cloud, server, addresses) {
  const { floatingIps, ports } = cloud.world;
  for (const one of addresses) {
    const port = ports.find(({ id }) => id === one.port);
    if (port !== void 0) port.device = null;
    else
      detachFloating(
        cloud,
        floatingIps.filter(({ port: id }) => id === portOf(server, one))
      );
  }
  server.addresses = server.addresses.filter((one) => !addresses.includes(one));
}
function detachFloating(cloud, floating) {
  for (const one of floating) {
    one.port = null;
    one.fixedAddress = null;
    one.updated = cloud.now;
  }
}
function removePort(cloud, id) {
  const { ports, floatingIps } = cloud.world;
  const index = ports.findIndex((one) => one.id === id);
  if (index < 0) return;
  ports.splice(index, 1);
  detachFloating(
    cloud,
    floatingIps.filter((one) => one.port === id)
  );
}
function takeAddress(cloud, subnet) {
  const [base = "", bits = "24"] = subnet.cidr.split("/");
  const room = 2 ** (32 - Number(bits)) - 12;
  for (; ; ) {
    const address = fromNumber(toNumber(base) + 10 + subnet.next % room);
    subnet.next += 1;
    const given2 = cloud.world.ports.some((port) => port.subnet === subnet.id && port.address === address);
    if (!given2 || subnet.next > 2 * room) return address;
  }
}
function newMac(cloud) {
  const digits = hexDigits(cloud.world, 8);
  return `fa:16:3e:${digits.slice(0, 2)}:${digits.slice(2, 4)}:${digits.slice(4, 6)}`;
}
function toNumber(address) {
  return address.split(".").reduce((sum2, part2) => sum2 * 256 + Number(part2), 0);
}
function fromNumber(value) {
  return [value / 16777216, value / 65536, value / 256, value].map((part2) => Math.floor(part2) % 256).join(".");
}

// src/sandbox/server-faults.ts
function spawnFault(cloud, server) {
  const hits = cloud.world.serverFaults.filter((fault) => concerns2(cloud, fault, server) && strikes(fault));
  return {
    fail: hits.some((fault) => fault.kind === "spawn-fail"),
    delay: hits.reduce((sum2, fault) => sum2 + (fault.kind === "spawn-delay" ? fault.seconds : 0), 0)
  };
}
function concerns2(cloud, fault, server) {
  if (fault.name !== null && !server.name.includes(fault.name)) return false;
  if (fault.flavor === null) return true;
  const flavor = cloud.world.flavors.find((one) => one.id === server.flavor);
  return flavor?.name === fault.flavor || flavor?.id === fault.flavor;
}
function strikes(fault) {
  if (fault.skip > 0) {
    fault.skip -= 1;
    return false;
  }
  if (fault.times === null) return true;
  if (fault.times <= 0) return false;
  fault.times -= 1;
  return true;
}

// src/sandbox/nova/servers.ts
function createServer(cloud, request) {
  const { world } = cloud;
  const id = uuid(world);
  const server = {
    id,
    serial: cloud.count(),
    project: request.project,
    user: request.user,
    name: request.name,
    vmState: "building",
    taskState: "scheduling",
    flavor: request.flavor,
    image: request.image,
    metadata: request.metadata,
    tags: [...request.tags],
    keyName: request.keyName,
    availabilityZone: request.availabilityZone ?? "nova",
    pinnedZone: request.availabilityZone,
    userData: request.userData,
    securityGroups: request.securityGroups.length > 0 ? [...request.securityGroups] : ["default"],
    serverGroup: request.serverGroup,
    configDrive: request.configDrive ? "True" : "",
    addresses: request.plugs.flatMap((plug) => plugIn(cloud, plug, id)),
    volumes: request.volumes,
    created: cloud.now,
    updated: cloud.now,
    launched: null,
    fault: null,
    transition: null
  };
  world.servers.add(server);
  const fault = spawnFault(cloud, server);
  begin(cloud, server, "build", world.timings.build + fault.delay, fault.fail);
  return server;
}
function endTransition(cloud, id, order) {
  const server = cloud.world.servers.get(id);
  const transition = server?.transition;
  if (server === void 0 || transition === null || transition === void 0 || transition.ticket !== order)
    return;
  server.transition = null;
  server.updated = cloud.now;
  ENDINGS[transition.kind]?.(cloud, server, transition.detail);
}
var ENDINGS = {
  build: (cloud, server, failed4) => failed4 === true ? spawnFailed(cloud, server) : becomeActive(cloud, server),
  rebuild: (cloud, server, image) => {
    server.image = typeof image === "string" ? image : server.image;
    becomeActive(cloud, server);
  },
  resize: (_cloud, server, flavor) => {
    server.flavor = String(flavor);
    settle(server, "resized");
  },
  stop: (_cloud, server) => settle(server, "stopped"),
  start: (_cloud, server) => settle(server, "active"),
  reboot: (_cloud, server) => settle(server, "active"),
  pause: (_cloud, server) => settle(server, "paused"),
  remove: forgetServer
};
function stopServer(cloud, server) {
  server.taskState = "powering-off";
  begin(cloud, server, "stop", cloud.world.timings.action, null);
}
function startServer(cloud, server) {
  server.taskState = "powering-on";
  begin(cloud, server, "start", cloud.world.timings.action, null);
}
function rebootServer(cloud, server) {
  server.taskState = "rebooting";
  begin(cloud, server, "reboot", cloud.world.timings.action, null);
}
function resizeServer(cloud, server, flavor) {
  server.taskState = "resize_prep";
  begin(cloud, server, "resize", cloud.world.timings.resize, flavor);
}
function pauseServer(cloud, server) {
  server.taskState = "pausing";
  begin(cloud, server, "pause", cloud.world.timings.action, null);
}
function unpauseServer(cloud, server) {
  server.taskState = "unpausing";
  begin(cloud, server, "start", cloud.world.timings.action, null);
}
function confirmResize(cloud, server) {
  settle(server, "active");
  server.updated = cloud.now;
}
function rebuildServer(cloud, server, image) {
  server.taskState = "rebuilding";
  begin(cloud, server, "rebuild", cloud.world.timings.rebuild, image);
}
function deleteServer(cloud, server) {
  endInstance(cloud, server);
  server.taskState = "deleting";
  begin(cloud, server, "remove", cloud.world.timings.remove, null);
}
function forgetServer(cloud, server) {
  endInstance(cloud, server);
  unplug(cloud, server, server.addresses);
  cloud.world.servers.remove(server.id);
}
function forceState(cloud, server, vmState) {
  server.transition = null;
  server.updated = cloud.now;
  settle(server, vmState);
  if (vmState === "active") server.fault = null;
}
function serverStatus(server) {
  switch (server.vmState) {
    case "active":
      if (server.taskState === "rebuilding") return "REBUILD";
      if (server.taskState === "resize_prep") return "RESIZE";
      return server.taskState === "rebooting" ? "REBOOT" : "ACTIVE";
    case "building":
      return "BUILD";
    case "stopped":
      if (server.taskState === "rebuilding") return "REBUILD";
      return server.taskState === "resize_prep" ? "RESIZE" : "SHUTOFF";
    case "resized":
      return "VERIFY_RESIZE";
    case "paused":
      return "PAUSED";
    case "suspended":
      return "SUSPENDED";
    case "error":
      return server.taskState === "rebuilding" ? "REBUILD" : "ERROR";
    default:
      return "UNKNOWN";
  }
}
function begin(cloud, server, kind, seconds2, detail) {
  const ticket = cloud.after(seconds2, { kind: "server", server: server.id });
  server.transition = { kind, ticket, detail };
  server.updated = cloud.now;
}
function settle(server, vmState) {
  server.vmState = vmState;
  server.taskState = null;
}
function becomeActive(cloud, server) {
  settle(server, "active");
  server.launched = cloud.now;
  server.fault = null;
}
function spawnFailed(cloud, server) {
  settle(server, "error");
  server.fault = {
    code: 500,
    message: `Exceeded maximum number of retries. Exhausted all hosts available for retrying build failures for instance ${server.id}.`,
    at: cloud.now
  };
}

// src/sandbox/octavia/force.ts
var OPERATING = ["ONLINE", "OFFLINE", "ERROR", "DEGRADED", "DRAINING", "NO_MONITOR"];
var PROVISIONING = ["ACTIVE", "ERROR", "PENDING_UPDATE"];
function forceStatus(cloud, id, order) {
  const { operating_status: operating, provisioning_status: provisioning } = order;
  const part2 = KINDS.map((kind) => cloud.world.balancing[kind].get(id)).find((one) => one !== void 0);
  if (part2 === void 0) return `no part of a load balancer has the id "${id}"`;
  if (operating === void 0 && provisioning === void 0)
    return 'want {"operating_status": …} or {"provisioning_status": …}';
  if (operating !== void 0 && !OPERATING.includes(String(operating)))
    return `"${String(operating)}" is no operating status, want one of ${OPERATING.join(", ")}`;
  if (provisioning !== void 0 && !PROVISIONING.includes(String(provisioning)))
    return `"${String(provisioning)}" is no provisioning status, want one of ${PROVISIONING.join(", ")}`;
  if (operating !== void 0) part2.operating = String(operating);
  if (provisioning !== void 0) part2.provisioning = String(provisioning);
  return void 0;
}

// src/sandbox/placement/api.ts
var NEWEST = 39;
function placementApi(cloud, call) {
  if (call.path === "" || call.path === "/") return json(200, VERSIONS);
  const session = sessionOf(cloud, call);
  if (session === void 0) return json(401, { error: { code: 401, title: "Unauthorized" } });
  const minor = minorOf(call);
  if (minor === null) return unacceptable(call);
  if (`${call.method} ${call.path}` !== "GET /allocation_candidates" || minor < 10)
    return problem2(call, 404, "Not Found", "The resource could not be found.\n\n   ");
  if (!isAdmin(session))
    return problem2(
      call,
      403,
      "Forbidden",
      "Access was denied to this resource.\n\n Policy does not allow placement:allocation_candidates:list to be performed.  "
    );
  return candidates(cloud, call);
}
var VERSIONS = {
  versions: [
    {
      id: "v1.0",
      max_version: `1.${NEWEST}`,
      min_version: "1.0",
      status: "CURRENT",
      links: [{ rel: "self", href: "" }]
    }
  ]
};
function minorOf(call) {
  const asked = /(?:^|,)\s*placement\s+(\S+?)\s*(?:,|$)/.exec(
    header(call, "openstack-api-version") ?? ""
  )?.[1];
  if (asked === void 0) return 0;
  if (asked === "latest") return NEWEST;
  const minor = /^1\.(\d{1,4})$/.exec(asked)?.[1];
  return minor === void 0 || Number(minor) > NEWEST ? null : Number(minor);
}
function candidates(cloud, call) {
  const text5 = call.query.get("resources");
  const trouble = text5 === null ? NO_RESOURCES : resourcesTrouble(text5);
  if (text5 === null || trouble !== null)
    return problem2(call, 400, "Bad Request", `${MALFORMED}

 ${trouble}  `);
  const wanted2 = wantedOf(text5);
  const limit = Number(call.query.get("limit") ?? Number.POSITIVE_INFINITY);
  const fitting = summaries(cloud).filter(
    ({ resources }) => Object.entries(wanted2).every(([name, amount]) => free(resources[name]) >= amount)
  ).slice(0, limit);
  return json(200, {
    allocation_requests: fitting.map(({ id }) => ({ allocations: { [id]: { resources: wanted2 } } })),
    provider_summaries: Object.fromEntries(fitting.map(({ id, resources }) => [id, { resources }]))
  });
}
var MALFORMED = "The server could not comply with the request since it is either malformed or otherwise incorrect.";
var NO_RESOURCES = "Invalid query string parameters: 'resources' is a required property";
var CLASSES = ["VCPU", "MEMORY_MB", "DISK_GB"];
function resourcesTrouble(text5) {
  for (const part2 of text5.split(",")) {
    const [name = "", amount = ""] = part2.split(":");
    if (!/^\d+$/.test(amount))
      return `Requested resource ${name} expected positive integer amount. Got: ${amount}.`;
    if (Number(amount) < 1) return `Requested resource ${name} requires amount >= 1. Got: ${Number(amount)}.`;
    if (!CLASSES.includes(name))
      return `Invalid resource class in resources parameter: No such resource class ${name}.`;
  }
  return null;
}
function wantedOf(text5) {
  return Object.fromEntries(
    text5.split(",").map((part2) => {
      const [name = "", amount = ""] = part2.split(":");
      return [name, Number(amount)];
    })
  );
}
function free(row2) {
  return row2 === void 0 ? -1 : row2.capacity - row2.used;
}
function summaries(cloud) {
  const hosts = (cloud.world.hosts ?? [WIDE]).map((host) => ({
    ...host,
    used: { vcpus: 0, ram: 0, disk: 0 }
  }));
  for (const server of cloud.world.servers.values()) {
    const flavor = cloud.world.flavors.find(({ id }) => id === server.flavor);
    if (flavor === void 0) continue;
    const { vcpus: vcpus2, ram: ram2, disk } = flavor;
    const host = hosts.find(
      ({ used, ...all }) => used.vcpus + vcpus2 <= all.vcpus && used.ram + ram2 <= all.ram && used.disk + disk <= all.disk
    );
    if (host !== void 0)
      host.used = { vcpus: host.used.vcpus + vcpus2, ram: host.used.ram + ram2, disk: host.used.disk + disk };
  }
  return hosts.map(({ name, vcpus: vcpus2, ram: ram2, disk, used }) => ({
    id: uuidOf(name),
    resources: {
      VCPU: { capacity: vcpus2, used: used.vcpus },
      MEMORY_MB: { capacity: ram2, used: used.ram },
      DISK_GB: { capacity: disk, used: used.disk }
    }
  }));
}
var WIDE = { name: "fake-host", vcpus: 2e6, ram: 4e9, disk: 1e8 };
function uuidOf(name) {
  return stableId(`host/${name}`).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
function unacceptable(call) {
  const asked = header(call, "openstack-api-version")?.replace(/^.*placement\s+/, "") ?? "";
  const detail = `The resource could not be generated that was acceptable to your browser (content of type application/json. 

 Invalid microversion: Unacceptable version header: ${asked}`;
  const more = { max_version: `1.${NEWEST}`, min_version: "1.0" };
  return problem2(call, 406, "Not Acceptable", detail, more);
}
function problem2(call, status2, title, detail, more = {}) {
  return json(status2, { errors: [{ status: status2, title, detail, request_id: call.requestId, ...more }] });
}
function hostsFrom(body) {
  const given2 = body?.["hosts"];
  if (!Array.isArray(given2)) return void 0;
  const hosts = given2.map((one, index) => {
    const { vcpus: vcpus2, ram: ram2, disk } = one !== null && typeof one === "object" && !Array.isArray(one) ? one : {};
    if (typeof vcpus2 !== "number" || typeof ram2 !== "number" || typeof disk !== "number") return void 0;
    return { name: `host-${index + 1}`, vcpus: vcpus2, ram: ram2, disk };
  });
  return hosts.every((host) => host !== void 0) ? hosts : void 0;
}

// src/sandbox/control-api.ts
function controlApi(context, call) {
  const [thing, id] = call.path.split("/").filter((part2) => part2 !== "");
  switch (`${call.method} ${thing ?? ""}`) {
    case "GET state":
      return json(200, saveWorld(context.cloud.world));
    case "GET clock":
      return json(200, { now: new Date(context.cloud.now).toISOString() });
    case "POST clock":
      return moveClock(context.cloud, call);
    case "POST faults":
      return orderFromJson(context.faults, jsonBody(call)) ? empty(204) : refused('want {"clear": true}, {"request": …} or {"server": …}');
    case "DELETE faults":
      context.faults.clear();
      return empty(204);
    case "GET requests":
      return json(200, {
        count: context.log.count,
        counts: context.log.counts(),
        requests: context.log.entries()
      });
    case "GET load":
      return json(200, { loads: describeLoads(context.cloud) });
    case "POST load":
      return orderLoad(context.cloud, call);
    case "DELETE load":
      clearLoads(context.cloud);
      return empty(204);
    case "POST servers":
      return damage(context.cloud, id ?? "", call);
    case "POST rating":
      return rate(context.cloud, call);
    case "POST hosts":
      return setHosts(context.cloud, call);
    case "POST balancing":
      return disturb(context.cloud, id ?? "", call);
    default:
      return json(404, { error: `no such control: ${call.method} ${call.path}` });
  }
}
function moveClock(cloud, call) {
  const seconds2 = objectBody(call)?.["advance"];
  if (typeof seconds2 !== "number" || seconds2 < 0) return refused('want {"advance": SECONDS}');
  cloud.advance(seconds2);
  return json(200, { now: new Date(cloud.now).toISOString() });
}
function orderLoad(cloud, call) {
  try {
    setLoad(cloud, readLoadOrder(jsonBody(call)));
    return empty(204);
  } catch (error) {
    if (error instanceof LoadProblem) return refused(error.message);
    throw error;
  }
}
function damage(cloud, id, call) {
  const server = cloud.world.servers.get(id);
  if (server === void 0) return json(404, { error: `no server "${id}"` });
  const body = objectBody(call);
  if (typeof body?.["console"] === "string") {
    server.console = body["console"];
    return empty(204);
  }
  switch (body?.["status"]) {
    case "ERROR":
      forceState(cloud, server, "error");
      return empty(204);
    case "SHUTOFF":
      forceState(cloud, server, "stopped");
      return empty(204);
    case "ACTIVE":
      forceState(cloud, server, "active");
      return empty(204);
    case "DELETED":
      forgetServer(cloud, server);
      return empty(204);
    default:
      return refused('want {"status": "ERROR" | "SHUTOFF" | "ACTIVE" | "DELETED"} or {"console": TEXT}');
  }
}
function rate(cloud, call) {
  const rules = ratingRules(jsonBody(call));
  if (rules === void 0)
    return refused('want {"rules": [{"service": TEXT, "field": TEXT, "value": TEXT, "cost": NUMBER}, …]}');
  cloud.world.rating = rules;
  return empty(204);
}
function setHosts(cloud, call) {
  const hosts = hostsFrom(objectBody(call));
  if (hosts === void 0) return refused('want {"hosts": [{"vcpus": NUMBER, "ram": MIB, "disk": GIB}, …]}');
  cloud.world.hosts = hosts;
  return empty(204);
}
function disturb(cloud, id, call) {
  const trouble = forceStatus(cloud, id, objectBody(call) ?? {});
  return trouble === void 0 ? empty(204) : refused(trouble);
}
function refused(message) {
  return json(400, { error: message });
}

// src/sandbox/heat/problem.ts
var STATUS = {
  EntityNotFound: 404,
  NotFound: 404,
  ResourceNotFound: 404,
  StackExists: 409,
  ActionInProgress: 409,
  Forbidden: 403,
  HTTPForbidden: 403
};
var HeatProblem = class extends Error {
  type;
  status;
  constructor(type, message) {
    super(message);
    this.type = type;
    this.status = STATUS[type] ?? 400;
  }
};
var InvalidValue = class _InvalidValue extends Error {
  error;
  path;
  constructor(error, path, message) {
    super(message);
    this.error = error;
    this.path = path;
  }
  /** Inside another path, for instance a nested stack's. */
  under(path) {
    return new _InvalidValue(this.error, [...path, ...this.path], this.message);
  }
  /** As the API shows it: the parts joined by ": : " (an exception that crossed Heat's RPC; measured). */
  toProblem() {
    return new HeatProblem("StackValidationFailed", this.text(": : "));
  }
  /** As a status reason shows it (heat/common/exception.py HeatExceptionWithPath). */
  toReason() {
    return this.text(": ");
  }
  text(separator) {
    return [this.error, joinPath(this.path), this.message].filter((part2) => part2 !== "").join(separator);
  }
};
function joinPath(path) {
  return path.reduce((text5, part2) => {
    if (/^\d+$/.test(part2)) return `${text5}[${part2}]`;
    return text5 === "" ? part2 : `${text5}.${part2}`;
  }, "");
}
function badRequest(message) {
  return new HeatProblem("HTTPBadRequest", message);
}
function stackNotFound(name) {
  return new HeatProblem("EntityNotFound", `The Stack (${name}) could not be found.`);
}
function pythonRepr(value) {
  if (value === null || value === void 0) return "None";
  if (value === true) return "True";
  if (value === false) return "False";
  if (typeof value === "string") return value.includes("'") ? `"${value}"` : `'${value}'`;
  if (Array.isArray(value)) return `[${value.map(pythonRepr).join(", ")}]`;
  if (typeof value === "object") {
    return `{${Object.entries(value).map(([key, item]) => `${pythonRepr(key)}: ${pythonRepr(item)}`).join(", ")}}`;
  }
  return String(value);
}

// src/sandbox/heat/rows.ts
function currentRow(stack, name) {
  let found;
  for (const row2 of stack.rows.values()) {
    if (row2.name === name && row2.replacedBy === null) found = row2;
  }
  return found;
}
function currentRows(stack) {
  const byName = /* @__PURE__ */ new Map();
  for (const row2 of stack.rows.values()) {
    if (row2.replacedBy === null) byName.set(row2.name, row2);
  }
  return [...byName.values()];
}
function bestRow(stack, name) {
  let best;
  for (const row2 of stack.rows.values()) {
    if (row2.name !== name) continue;
    if (best === void 0 || worth(row2) >= worth(best)) best = row2;
  }
  return best;
}
function worth(row2) {
  return (row2.status === "FAILED" ? -30 : 0) + (row2.action === "DELETE" ? -50 : 0) + (row2.replacedBy === null ? 0 : -1);
}
function addRow(cloud, stack, name, definition, requires) {
  const row2 = {
    key: stack.nextKey,
    name,
    type: definition.type,
    shortId: shortId(cloud.world),
    action: "INIT",
    status: "COMPLETE",
    reason: "",
    physicalId: null,
    created: cloud.now,
    updated: cloud.now,
    definition,
    properties: {},
    metadata: definition.metadata,
    requires,
    generation: stack.traversal,
    replaces: null,
    replacedBy: null,
    work: null,
    data: {}
  };
  stack.nextKey += 1;
  stack.rows.set(row2.key, row2);
  return row2;
}
function physicalName(stack, row2, limit) {
  const name = `${stack.name}-${row2.name}-${row2.shortId}`;
  return limit === void 0 || name.length <= limit ? name : `${name.slice(0, 2)}-${name.slice(-(limit - 3))}`;
}

// src/sandbox/heat/events.ts
var MOST_EVENTS = 1e3;
var PURGED_AT_ONCE = 200;
function setStackState(cloud, stack, action, status2, reason) {
  stack.action = action;
  stack.status = status2;
  stack.reason = reason;
  record(cloud, stack, {
    resource: stack.name,
    type: "OS::Heat::Stack",
    physicalId: stack.id,
    status: `${action}_${status2}`,
    reason
  });
}
function setRowState(cloud, stack, row2, action, status2, reason = "state changed") {
  row2.action = action;
  row2.status = status2;
  row2.reason = reason;
  recordRow(cloud, stack, row2, `${action}_${status2}`, reason);
}
function recordRow(cloud, stack, row2, status2, reason) {
  record(cloud, stack, { resource: row2.name, type: row2.type, physicalId: row2.physicalId, status: status2, reason });
}
function record(cloud, stack, happening) {
  if (stack.events.length >= MOST_EVENTS) stack.events.splice(0, PURGED_AT_ONCE);
  stack.events.push({ id: uuid(cloud.world), at: cloud.now, serial: cloud.count(), ...happening });
}

// src/sandbox/lookup.ts
function findByNameOrId(things, nameOrId) {
  return things.find((thing) => thing.id === nameOrId) ?? things.find((thing) => thing.name === nameOrId);
}

// src/sandbox/nova/key-pairs.ts
function findKeyPair(cloud, name) {
  return cloud.world.keyPairs.find((keyPair) => keyPair.name === name);
}

// src/sandbox/octavia/refusal.ts
function refused2(status2, message) {
  return { kind: "refused", status: status2, message };
}
function isRefusal(value) {
  return "kind" in value && value.kind === "refused";
}
var NAMES = {
  loadbalancer: "Load Balancer",
  listener: "Listener",
  pool: "Pool",
  member: "Member",
  healthmonitor: "Health Monitor"
};
function notFound(kind, id) {
  return refused2(404, `${NAMES[kind] ?? kind} ${id} not found.`);
}
function immutable(kind, id) {
  return refused2(409, `${NAMES[kind] ?? kind} ${id} is immutable and cannot be updated.`);
}
function invalid(message) {
  return refused2(400, `Validation failure: ${message}`);
}
function forbidden() {
  return refused2(403, "Policy does not allow this request to be performed.");
}

// src/sandbox/octavia/changes.ts
function lockTrouble(balancer) {
  return balancer.provisioning === "ACTIVE" ? void 0 : immutable("loadbalancer", balancer.id);
}
function poolLockTrouble(pool, balancer) {
  return pool.provisioning === "ACTIVE" ? lockTrouble(balancer) : immutable("pool", pool.id);
}
function balancerTrouble(balancer, removing) {
  const { provisioning, id } = balancer;
  if (provisioning === "ACTIVE" || removing && provisioning === "ERROR") return void 0;
  return refused2(409, `Invalid state ${provisioning} of loadbalancer resource ${id}`);
}
function beginChange(cloud, balancer, around, parts, pending) {
  for (const one of [balancer, ...around]) one.provisioning = "PENDING_UPDATE";
  for (const one of parts) one.provisioning = pending;
  const { timings } = cloud.world;
  const isBuild = parts.includes(balancer) && pending === "PENDING_CREATE";
  const seconds2 = isBuild ? timings.balancerBuild : timings.balancerChange;
  balancer.ticket = cloud.after(seconds2, { kind: "balancer", balancer: balancer.id });
}
function endChange(cloud, id, order) {
  const { balancing: balancing2 } = cloud.world;
  const balancer = balancing2.loadbalancer.get(id);
  if (balancer === void 0 || balancer.ticket !== order) return;
  balancer.ticket = null;
  const pools = poolsOf(cloud, balancer);
  for (const pool of pools) {
    endMonitor(cloud, pool);
    endMembers(cloud, pool);
  }
  for (const pool of pools) if (settle2(cloud, pool)) removePool(cloud, balancer, pool);
  for (const listener of listenersOf(cloud, balancer)) {
    if (!settle2(cloud, listener)) continue;
    balancing2.listener.remove(listener.id);
    drop(balancer.listeners, listener.id);
  }
  if (settle2(cloud, balancer)) balancing2.loadbalancer.remove(balancer.id);
}
function settle2(cloud, part2) {
  if (part2.provisioning === "PENDING_DELETE") return true;
  if (!part2.provisioning.startsWith("PENDING_")) return false;
  part2.provisioning = "ACTIVE";
  part2.updated = cloud.now;
  return false;
}
function endMonitor(cloud, pool) {
  const monitor = monitorOf(cloud, pool);
  if (monitor === void 0) return;
  const isNew = monitor.provisioning === "PENDING_CREATE";
  if (settle2(cloud, monitor)) {
    cloud.world.balancing.healthmonitor.remove(monitor.id);
    pool.healthMonitor = null;
    for (const member2 of membersOf(cloud, pool)) member2.operating = "NO_MONITOR";
  } else if (isNew) monitor.operating = "ONLINE";
}
function endMembers(cloud, pool) {
  for (const member2 of membersOf(cloud, pool)) {
    if (!settle2(cloud, member2)) continue;
    cloud.world.balancing.member.remove(member2.id);
    drop(pool.members, member2.id);
  }
}
function removePool(cloud, balancer, pool) {
  const { balancing: balancing2 } = cloud.world;
  for (const id of pool.members) balancing2.member.remove(id);
  if (pool.healthMonitor !== null) balancing2.healthmonitor.remove(pool.healthMonitor);
  for (const listener of listenersOfPool(cloud, pool)) listener.fields["default_pool_id"] = null;
  balancing2.pool.remove(pool.id);
  drop(balancer.pools, pool.id);
}
function poolsOf(cloud, balancer) {
  return balancer.pools.flatMap((id) => cloud.world.balancing.pool.get(id) ?? []);
}
function listenersOf(cloud, balancer) {
  return balancer.listeners.flatMap((id) => cloud.world.balancing.listener.get(id) ?? []);
}
function listenersOfPool(cloud, pool) {
  const balancer = cloud.world.balancing.loadbalancer.get(pool.loadBalancer);
  const all = balancer === void 0 ? [] : listenersOf(cloud, balancer);
  return all.filter((listener) => listener.fields["default_pool_id"] === pool.id);
}
function membersOf(cloud, pool) {
  return pool.members.flatMap((id) => cloud.world.balancing.member.get(id) ?? []);
}
function monitorOf(cloud, pool) {
  return pool.healthMonitor === null ? void 0 : cloud.world.balancing.healthmonitor.get(pool.healthMonitor);
}
function drop(ids, id) {
  const index = ids.indexOf(id);
  if (index >= 0) ids.splice(index, 1);
}

// src/sandbox/octavia/fields.ts
var TEXT = { type: "text" };
var ONCE = { type: "text", once: true };
var FLAG = { type: "boolean" };
var LIST = { type: "list" };
var PORT = { type: "number", min: 1, max: 65535 };
var MILLISECONDS = { type: "number", min: 0, max: 864e5 };
var ADDRESS = {
  type: "text",
  fits: { test: isAddress, otherwise: "Value should be IPv4 or IPv6 format" }
};
var PROTOCOLS = ["HTTP", "HTTPS", "PROMETHEUS", "SCTP", "TCP", "TERMINATED_HTTPS", "UDP"];
var POOL_PROTOCOLS = ["HTTP", "HTTPS", "PROXY", "PROXYV2", "SCTP", "TCP", "UDP"];
var ALGORITHMS = ["LEAST_CONNECTIONS", "ROUND_ROBIN", "SOURCE_IP", "SOURCE_IP_PORT"];
var MONITORS = ["HTTP", "HTTPS", "PING", "SCTP", "TCP", "TLS-HELLO", "UDP-CONNECT"];
var CODES = /^(\d{3}(\s*,\s*\d{3})*)$|^(\d{3}-\d{3})$/;
var COMMON = {
  name: TEXT,
  description: TEXT,
  admin_state_up: FLAG,
  tags: LIST,
  project_id: ONCE,
  tenant_id: ONCE
};
var FIELDS = {
  loadbalancer: {
    ...COMMON,
    vip_address: { ...ADDRESS, once: true },
    vip_port_id: ONCE,
    vip_subnet_id: ONCE,
    vip_network_id: ONCE,
    vip_qos_policy_id: TEXT,
    additional_vips: { type: "list", once: true },
    provider: ONCE,
    flavor_id: ONCE,
    availability_zone: ONCE
  },
  listener: {
    ...COMMON,
    protocol: { ...ONCE, required: true, oneOf: PROTOCOLS },
    protocol_port: { ...PORT, required: true, once: true },
    loadbalancer_id: { ...ONCE, required: true },
    connection_limit: { type: "number", min: -1 },
    default_pool_id: TEXT,
    default_tls_container_ref: TEXT,
    sni_container_refs: LIST,
    insert_headers: { type: "map" },
    allowed_cidrs: LIST,
    timeout_client_data: MILLISECONDS,
    timeout_member_connect: MILLISECONDS,
    timeout_member_data: MILLISECONDS,
    timeout_tcp_inspect: MILLISECONDS
  },
  pool: {
    ...COMMON,
    loadbalancer_id: ONCE,
    listener_id: ONCE,
    protocol: { ...ONCE, required: true, oneOf: POOL_PROTOCOLS },
    lb_algorithm: { ...TEXT, required: true, oneOf: ALGORITHMS },
    session_persistence: { type: "map" },
    tls_enabled: FLAG
  },
  member: {
    name: TEXT,
    admin_state_up: FLAG,
    tags: LIST,
    project_id: ONCE,
    tenant_id: ONCE,
    address: { ...ADDRESS, required: true, once: true },
    protocol_port: { ...PORT, required: true, once: true },
    weight: { type: "number", min: 0, max: 256 },
    backup: FLAG,
    subnet_id: ONCE,
    monitor_address: ADDRESS,
    monitor_port: PORT
  },
  healthmonitor: {
    name: TEXT,
    admin_state_up: FLAG,
    tags: LIST,
    project_id: ONCE,
    tenant_id: ONCE,
    pool_id: { ...ONCE, required: true },
    type: { ...ONCE, required: true, oneOf: MONITORS },
    delay: { type: "number", required: true, min: 0 },
    timeout: { type: "number", required: true, min: 0 },
    max_retries: { type: "number", required: true, min: 1, max: 10 },
    max_retries_down: { type: "number", min: 1, max: 10 },
    http_method: {
      ...TEXT,
      oneOf: ["CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"]
    },
    url_path: {
      ...TEXT,
      fits: { test: (value) => value.startsWith("/"), otherwise: "Value must be a valid URL Path string" }
    },
    expected_codes: {
      ...TEXT,
      fits: {
        test: (value) => CODES.test(value),
        otherwise: `Value should match the pattern ${CODES.source}`
      }
    },
    http_version: { type: "number" },
    domain_name: TEXT
  }
};
var ARGUMENTS = {
  loadbalancer: "load_balancer.loadbalancer",
  listener: "listener_.listener",
  pool: "pool_.pool",
  member: "member_.member",
  healthmonitor: "health_monitor_.healthmonitor"
};
function fieldTrouble(kind, sent, creation) {
  const table = FIELDS[kind];
  for (const [name, value] of Object.entries(sent)) {
    const field = table[name];
    if (field === void 0 || !creation && field.once === true)
      return refused2(400, `Unknown attribute for argument ${ARGUMENTS[kind]}: ${name}`);
    const trouble = value === null ? void 0 : valueTrouble(field, value);
    if (trouble !== void 0) return badValue(name, value, trouble);
  }
  const missing4 = Object.entries(table).find(
    ([name, field]) => creation && field.required === true && (sent[name] ?? null) === null
  );
  return missing4 === void 0 ? void 0 : badValue(missing4[0], null, "Mandatory field missing.");
}
function badValue(name, value, trouble) {
  const shown4 = value === null ? "None" : typeof value === "object" ? JSON.stringify(value) : String(value);
  return refused2(400, `Invalid input for field/attribute ${name}. Value: '${shown4}'. ${trouble}`);
}
function valueTrouble(field, value) {
  switch (field.type) {
    case "number":
      return numberTrouble(field, value);
    case "boolean":
      return typeof value === "boolean" ? void 0 : `Value should be a boolean`;
    case "list":
      return Array.isArray(value) ? void 0 : "Value should be a list";
    case "map":
      return isObject(value) ? void 0 : "Value should be an object";
    case "text":
      return textTrouble(field, value);
  }
}
function numberTrouble({ min, max }, value) {
  const number = Number(value);
  if (Number.isNaN(number)) return "Value should be a number";
  if (min !== void 0 && number < min) return `Value should be greater or equal to ${min}`;
  return max !== void 0 && number > max ? `Value should be lower or equal to ${max}` : void 0;
}
function textTrouble({ oneOf: oneOf2, fits }, value) {
  if (typeof value !== "string") return "Value should be a string";
  if (oneOf2 !== void 0 && !oneOf2.includes(value)) return `Value should be one of: ${oneOf2.join(", ")}`;
  return fits === void 0 || fits.test(value) ? void 0 : fits.otherwise;
}
function isAddress(value) {
  const parts = value.split(".");
  if (parts.length === 4) return parts.every((part2) => /^\d{1,3}$/.test(part2) && Number(part2) < 256);
  return value.includes(":") && /^[0-9a-f:]+$/i.test(value);
}

// src/sandbox/octavia/find.ts
function findPart(cloud, asker, kind, id) {
  const part2 = cloud.world.balancing[kind].get(id);
  if (part2 === void 0) return notFound(kind, id);
  return asker.isAdmin || part2.project === asker.project ? part2 : forbidden();
}
function parentOf(cloud, pool) {
  return cloud.world.balancing.loadbalancer.get(pool.loadBalancer) ?? notFound("loadbalancer", pool.loadBalancer);
}

// src/sandbox/octavia/make.ts
function makePart(cloud, asker, kind, sent, pool) {
  const trouble = fieldTrouble(kind, sent, true);
  if (trouble !== void 0) return trouble;
  switch (kind) {
    case "loadbalancer":
      return makeBalancer(cloud, asker, sent);
    case "listener":
      return makeListener(cloud, asker, sent);
    case "pool":
      return makePool(cloud, asker, sent);
    case "member":
      return pool === void 0 ? invalid("a member needs a pool") : makeMember(cloud, pool, sent);
    case "healthmonitor":
      return makeMonitor(cloud, asker, sent);
  }
}
var NOOP_ADDRESS = "198.51.100.1";
function makeBalancer(cloud, asker, sent) {
  const { world } = cloud;
  const given2 = ["vip_port_id", "vip_network_id", "vip_subnet_id"].some(
    (name) => (sent[name] ?? null) !== null
  );
  if (!given2) return invalid("VIP must contain one of: vip_port_id, vip_network_id, vip_subnet_id.");
  const subnet = world.subnets.find((one) => one.id === sent["vip_subnet_id"]);
  const { project_id: _project, tenant_id: _tenant, ...rest } = sent;
  const balancer = {
    ...newPart(cloud, asker.project, "OFFLINE", {
      vip_address: subnet === void 0 ? NOOP_ADDRESS : void 0,
      vip_subnet_id: null,
      ...rest
    }),
    vipPort: uuid(world),
    vipNetwork: textOr(sent["vip_network_id"], subnet?.network ?? uuid(world)),
    listeners: [],
    pools: [],
    ticket: null
  };
  if (subnet !== void 0 && (sent["vip_address"] ?? null) === null)
    balancer.fields["vip_address"] = takeAddress(cloud, subnet);
  world.balancing.loadbalancer.add(balancer);
  beginChange(cloud, balancer, [], [balancer], "PENDING_CREATE");
  return balancer;
}
function makeListener(cloud, asker, sent) {
  const balancer = findPart(cloud, asker, "loadbalancer", String(sent["loadbalancer_id"]));
  if (isRefusal(balancer)) return balancer;
  const locked = lockTrouble(balancer);
  if (locked !== void 0) return locked;
  const twin = listenersOf(cloud, balancer).find(
    (one) => one.fields["protocol_port"] === sent["protocol_port"] && clash(one, sent)
  );
  if (twin !== void 0) {
    const { protocol, protocol_port } = twin.fields;
    return refused2(
      409,
      `Another Listener on this Load Balancer is already using protocol ${String(protocol)} and protocol_port ${String(protocol_port)}`
    );
  }
  const { loadbalancer_id: _id, project_id: _project, tenant_id: _tenant, ...fields } = sent;
  const listener = {
    ...newPart(cloud, asker.project, "OFFLINE", fields),
    loadBalancer: balancer.id
  };
  cloud.world.balancing.listener.add(listener);
  balancer.listeners.push(listener.id);
  beginChange(cloud, balancer, [], [listener], "PENDING_CREATE");
  return listener;
}
function clash(listener, sent) {
  const family = (protocol) => protocol === "UDP" || protocol === "SCTP" ? protocol : "TCP";
  return family(listener.fields["protocol"]) === family(sent["protocol"]);
}
var POOL_PROTOCOLS2 = {
  TCP: ["HTTP", "HTTPS", "PROXY", "PROXYV2", "TCP"],
  HTTP: ["HTTP", "PROXY", "PROXYV2"],
  HTTPS: ["HTTPS", "PROXY", "PROXYV2", "TCP"],
  TERMINATED_HTTPS: ["HTTP", "PROXY", "PROXYV2"],
  UDP: ["UDP"],
  SCTP: ["SCTP"],
  PROMETHEUS: []
};
function makePool(cloud, asker, sent) {
  const given2 = sent["listener_id"] ?? null;
  const found = given2 === null ? null : findPart(cloud, asker, "listener", String(given2));
  if (found !== null && isRefusal(found)) return found;
  const listener = found ?? void 0;
  const balancerId = sent["loadbalancer_id"] ?? listener?.loadBalancer ?? null;
  if (balancerId === null) return invalid("Must provide at least one of: loadbalancer_id, listener_id");
  const balancer = findPart(cloud, asker, "loadbalancer", String(balancerId));
  if (isRefusal(balancer)) return balancer;
  const trouble = listener === void 0 ? void 0 : joinTrouble(listener, sent);
  if (trouble !== void 0) return trouble;
  const locked = lockTrouble(balancer);
  if (locked !== void 0) return locked;
  const {
    loadbalancer_id: _balancer,
    listener_id: _listener,
    project_id: _project,
    tenant_id: _tenant,
    ...fields
  } = sent;
  const pool = {
    ...newPart(cloud, asker.project, "OFFLINE", fields),
    loadBalancer: balancer.id,
    healthMonitor: null,
    members: []
  };
  cloud.world.balancing.pool.add(pool);
  balancer.pools.push(pool.id);
  if (listener !== void 0) listener.fields["default_pool_id"] = pool.id;
  beginChange(cloud, balancer, listener === void 0 ? [] : [listener], [pool], "PENDING_CREATE");
  return pool;
}
function joinTrouble(listener, sent) {
  const [mine, its] = [String(sent["protocol"]), String(listener.fields["protocol"])];
  if (!(POOL_PROTOCOLS2[its] ?? []).includes(mine))
    return invalid(`The pool protocol '${mine}' is invalid while the listener protocol is '${its}'.`);
  return (listener.fields["default_pool_id"] ?? null) === null ? void 0 : refused2(409, "This listener already has a default pool");
}
function makeMember(cloud, pool, sent) {
  const balancer = parentOf(cloud, pool);
  if (isRefusal(balancer)) return balancer;
  const locked = poolLockTrouble(pool, balancer);
  if (locked !== void 0) return locked;
  const { address, protocol_port } = sent;
  const twin = membersOf(cloud, pool).some(
    ({ fields }) => fields["address"] === address && fields["protocol_port"] === protocol_port
  );
  if (twin)
    return refused2(
      409,
      `Another member on this pool is already using ip ${String(address)} on protocol_port ${String(protocol_port)}`
    );
  const member2 = addMember(cloud, pool, sent);
  beginChange(cloud, balancer, [...listenersOfPool(cloud, pool), pool], [member2], "PENDING_CREATE");
  return member2;
}
function addMember(cloud, pool, sent) {
  const { project_id: _project, tenant_id: _tenant, ...fields } = sent;
  const operating = pool.healthMonitor === null ? "NO_MONITOR" : "OFFLINE";
  const member2 = { ...newPart(cloud, pool.project, operating, fields), pool: pool.id };
  cloud.world.balancing.member.add(member2);
  pool.members.push(member2.id);
  return member2;
}
function makeMonitor(cloud, asker, sent) {
  const pool = findPart(cloud, asker, "pool", String(sent["pool_id"]));
  if (isRefusal(pool)) return pool;
  const trouble = monitorTrouble(String(sent["type"]), sent, pool);
  if (trouble !== void 0) return trouble;
  const balancer = parentOf(cloud, pool);
  if (isRefusal(balancer)) return balancer;
  const locked = poolLockTrouble(pool, balancer);
  if (locked !== void 0) return locked;
  if (pool.healthMonitor !== null) return refused2(409, "This pool already has a health monitor");
  const { pool_id: _pool, project_id: _project, tenant_id: _tenant, ...fields } = sent;
  const monitor = { ...newPart(cloud, pool.project, "OFFLINE", fields), pool: pool.id };
  cloud.world.balancing.healthmonitor.add(monitor);
  pool.healthMonitor = monitor.id;
  beginChange(cloud, balancer, [...listenersOfPool(cloud, pool), pool], [monitor], "PENDING_CREATE");
  return monitor;
}
function monitorTrouble(type, sent, pool) {
  const speaksHttp = type === "HTTP" || type === "HTTPS";
  const stray = ["http_method", "url_path", "expected_codes"].find((name) => (sent[name] ?? null) !== null);
  if (!speaksHttp && stray !== void 0)
    return refused2(400, `${stray} is not a valid option for health monitors of type ${type}`);
  const protocol = String(pool.fields["protocol"]);
  if (type === "UDP-CONNECT" && protocol !== "UDP" && protocol !== "SCTP")
    return invalid("The UDP-CONNECT type is only supported for pools of type UDP/SCTP.");
  return void 0;
}
function newPart(cloud, project, operating, fields) {
  const given2 = Object.entries(fields).filter(
    (entry) => entry[1] !== void 0
  );
  return {
    id: uuid(cloud.world),
    serial: cloud.count(),
    project,
    provisioning: "PENDING_CREATE",
    operating,
    created: cloud.now,
    updated: null,
    fields: Object.fromEntries(given2)
  };
}

// src/sandbox/octavia/alter.ts
function changePart(cloud, kind, part2, sent) {
  const trouble = fieldTrouble(kind, sent, false) ?? typeTrouble(cloud, kind, part2, sent);
  if (trouble !== void 0) return trouble;
  const place = placeOf(cloud, kind, part2, false);
  if (isRefusal(place)) return place;
  if (place.trouble !== void 0) return place.trouble;
  part2.fields = { ...part2.fields, ...sent };
  part2.updated = cloud.now;
  beginChange(cloud, place.balancer, place.around, [part2], "PENDING_UPDATE");
  return void 0;
}
function typeTrouble(cloud, kind, part2, sent) {
  if (kind !== "healthmonitor") return void 0;
  const pool = cloud.world.balancing.pool.get(part2.pool);
  return pool === void 0 ? void 0 : monitorTrouble(String(part2.fields["type"]), sent, pool);
}
function removePart(cloud, kind, part2, cascade = false) {
  const place = placeOf(cloud, kind, part2, true);
  if (isRefusal(place)) return place;
  if (place.trouble !== void 0) return place.trouble;
  const below = kind === "loadbalancer" ? everythingBelow(cloud, part2) : [];
  if (below.length > 0 && !cascade)
    return invalid(`Cannot delete Load Balancer ${part2.id} - it has children`);
  beginChange(cloud, place.balancer, place.around, [...below, part2], "PENDING_DELETE");
  part2.updated = cloud.now;
  return void 0;
}
function everythingBelow(cloud, balancer) {
  const pools = poolsOf(cloud, balancer);
  return [...listenersOf(cloud, balancer), ...pools.flatMap((pool) => membersOf(cloud, pool)), ...pools];
}
function placeOf(cloud, kind, part2, removing) {
  switch (kind) {
    case "loadbalancer": {
      const balancer = part2;
      return { balancer, around: [], trouble: balancerTrouble(balancer, removing) };
    }
    case "listener": {
      const { loadBalancer } = part2;
      const balancer = cloud.world.balancing.loadbalancer.get(loadBalancer);
      return balancer === void 0 ? notFound("loadbalancer", loadBalancer) : { balancer, around: [], trouble: lockTrouble(balancer) };
    }
    case "pool": {
      const pool = part2;
      const balancer = parentOf(cloud, pool);
      if (isRefusal(balancer)) return balancer;
      return { balancer, around: listenersOfPool(cloud, pool), trouble: lockTrouble(balancer) };
    }
    default:
      return placeInPool(cloud, part2.pool);
  }
}
function placeInPool(cloud, id) {
  const pool = cloud.world.balancing.pool.get(id);
  if (pool === void 0) return notFound("pool", id);
  const balancer = parentOf(cloud, pool);
  if (isRefusal(balancer)) return balancer;
  const around = [...listenersOfPool(cloud, pool), pool];
  return { balancer, around, trouble: poolLockTrouble(pool, balancer) };
}
function replaceMembers(cloud, pool, wanted2, additiveOnly) {
  const trouble = wanted2.map((sent) => fieldTrouble("member", sent, true)).find((one) => one !== void 0);
  if (trouble !== void 0) return trouble;
  const place = placeInPool(cloud, pool.id);
  if (isRefusal(place)) return place;
  if (place.trouble !== void 0) return place.trouble;
  const before = membersOf(cloud, pool);
  const kept = before.filter((member2) => wanted2.some((sent) => sameTarget(member2.fields, sent)));
  const gone = additiveOnly ? [] : before.filter((member2) => !kept.includes(member2));
  for (const member2 of kept) {
    const sent = wanted2.find((one) => sameTarget(member2.fields, one));
    member2.fields = { ...member2.fields, ...sent };
    member2.provisioning = "PENDING_UPDATE";
  }
  const fresh = wanted2.filter((sent) => !before.some((member2) => sameTarget(member2.fields, sent)));
  for (const sent of fresh) addMember(cloud, pool, sent);
  beginChange(cloud, place.balancer, place.around, gone, "PENDING_DELETE");
  return void 0;
}
function sameTarget(one, other) {
  return one["address"] === other["address"] && one["protocol_port"] === other["protocol_port"];
}

// src/sandbox/times.ts
function seconds(at) {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
function secondsOrNull(at) {
  return at === null ? null : seconds(at);
}
function microseconds(at) {
  return `${new Date(at).toISOString().slice(0, 23)}000`;
}

// src/sandbox/octavia/views.ts
function partView(cloud, kind, part2) {
  switch (kind) {
    case "loadbalancer":
      return balancerView(part2);
    case "listener":
      return listenerView(part2);
    case "pool":
      return poolView(cloud, part2);
    case "member":
      return memberView(part2);
    default:
      return monitorView(part2);
  }
}
function balancerView(balancer) {
  const field = reader(balancer);
  return {
    id: balancer.id,
    name: field("name", ""),
    description: field("description", ""),
    ...statusView(balancer),
    admin_state_up: field("admin_state_up", true),
    project_id: balancer.project,
    ...stamps(balancer),
    vip_address: field("vip_address", null),
    vip_port_id: field("vip_port_id", balancer.vipPort),
    vip_subnet_id: field("vip_subnet_id", null),
    vip_network_id: field("vip_network_id", balancer.vipNetwork),
    vip_sg_ids: [],
    additional_vips: field("additional_vips", []),
    listeners: references(balancer.listeners),
    pools: references(balancer.pools),
    provider: field("provider", "amphora"),
    flavor_id: field("flavor_id", null),
    vip_qos_policy_id: field("vip_qos_policy_id", null),
    tags: field("tags", []),
    availability_zone: field("availability_zone", null),
    vip_vnic_type: "normal",
    tenant_id: balancer.project
  };
}
function listenerView(listener) {
  const field = reader(listener);
  return {
    id: listener.id,
    name: field("name", ""),
    description: field("description", ""),
    ...statusView(listener),
    admin_state_up: field("admin_state_up", true),
    protocol: field("protocol", null),
    protocol_port: field("protocol_port", null),
    connection_limit: field("connection_limit", -1),
    default_tls_container_ref: field("default_tls_container_ref", null),
    sni_container_refs: field("sni_container_refs", []),
    project_id: listener.project,
    default_pool_id: field("default_pool_id", null),
    l7policies: [],
    insert_headers: field("insert_headers", {}),
    ...stamps(listener),
    loadbalancers: references([listener.loadBalancer]),
    timeout_client_data: field("timeout_client_data", 5e4),
    timeout_member_connect: field("timeout_member_connect", 5e3),
    timeout_member_data: field("timeout_member_data", 5e4),
    timeout_tcp_inspect: field("timeout_tcp_inspect", 0),
    tags: field("tags", []),
    client_ca_tls_container_ref: null,
    client_authentication: "NONE",
    client_crl_container_ref: null,
    allowed_cidrs: field("allowed_cidrs", null),
    tls_ciphers: null,
    tls_versions: null,
    alpn_protocols: null,
    hsts_max_age: null,
    hsts_include_subdomains: false,
    hsts_preload: false,
    tenant_id: listener.project
  };
}
function poolView(cloud, pool) {
  const field = reader(pool);
  return {
    id: pool.id,
    name: field("name", ""),
    description: field("description", ""),
    ...statusView(pool),
    admin_state_up: field("admin_state_up", true),
    protocol: field("protocol", null),
    lb_algorithm: field("lb_algorithm", null),
    session_persistence: field("session_persistence", null),
    project_id: pool.project,
    loadbalancers: references([pool.loadBalancer]),
    listeners: references(listenersOfPool(cloud, pool).map((one) => one.id)),
    ...stamps(pool),
    // the key is there only when there is one (measured): Heat's attribute of it is then an error, not null
    ...pool.healthMonitor === null ? {} : { healthmonitor_id: pool.healthMonitor },
    members: references([...pool.members].sort()),
    tags: field("tags", []),
    tls_container_ref: null,
    ca_tls_container_ref: null,
    crl_container_ref: null,
    tls_enabled: field("tls_enabled", false),
    tls_ciphers: null,
    tls_versions: null,
    alpn_protocols: null,
    tenant_id: pool.project
  };
}
function memberView(member2) {
  const field = reader(member2);
  return {
    id: member2.id,
    name: field("name", ""),
    operating_status: member2.operating,
    provisioning_status: member2.provisioning,
    admin_state_up: field("admin_state_up", true),
    address: field("address", null),
    protocol_port: field("protocol_port", null),
    weight: field("weight", 1),
    backup: field("backup", false),
    subnet_id: field("subnet_id", null),
    project_id: member2.project,
    ...stamps(member2),
    monitor_address: field("monitor_address", null),
    monitor_port: field("monitor_port", null),
    tags: field("tags", []),
    vnic_type: "normal",
    tenant_id: member2.project
  };
}
function monitorView(monitor) {
  const field = reader(monitor);
  const type = field("type", null);
  const speaksHttp = type === "HTTP" || type === "HTTPS";
  return {
    id: monitor.id,
    name: field("name", ""),
    type,
    delay: field("delay", null),
    timeout: field("timeout", null),
    max_retries: field("max_retries", null),
    max_retries_down: field("max_retries_down", 3),
    http_method: field("http_method", speaksHttp ? "GET" : null),
    url_path: field("url_path", speaksHttp ? "/" : null),
    expected_codes: field("expected_codes", speaksHttp ? "200" : null),
    admin_state_up: field("admin_state_up", true),
    project_id: monitor.project,
    pools: references([monitor.pool]),
    provisioning_status: monitor.provisioning,
    operating_status: monitor.operating,
    ...stamps(monitor),
    tags: field("tags", []),
    http_version: field("http_version", null),
    domain_name: field("domain_name", null),
    tenant_id: monitor.project
  };
}
function reader(part2) {
  return (name, otherwise) => part2.fields[name] ?? otherwise;
}
function statusView(part2) {
  return { provisioning_status: part2.provisioning, operating_status: part2.operating };
}
function references(ids) {
  return ids.map((id) => ({ id }));
}
function stamps({ created: created2, updated }) {
  return { created_at: moment(created2), updated_at: updated === null ? null : moment(updated) };
}
function moment(at) {
  return seconds(at).replace("Z", "");
}

// src/sandbox/heat/plug-in.ts
var DONE = { kind: "done" };

// src/sandbox/heat/template/functions.ts
import { createHash } from "node:crypto";

// src/sandbox/nova/zones.ts
var ZONES = ["nova", "nova-b"];

// src/sandbox/python-text.ts
function pythonJson(value) {
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(", ")}]`;
  if (isObject(value)) {
    const fields = Object.entries(value).map(([key, one]) => `${asciiText(key)}: ${pythonJson(one)}`);
    return `{${fields.join(", ")}}`;
  }
  return typeof value === "string" ? asciiText(value) : JSON.stringify(value) ?? "null";
}
function asciiText(text5) {
  return JSON.stringify(text5).replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}
function pythonFloat(value) {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
  if (Number.isInteger(value) && Math.abs(value) < 1e16) return `${value}.0`;
  return String(value).replace(
    /e([+-]?)(\d)$/,
    (_, sign, digit) => `e${sign || "+"}0${digit}`
  );
}
function pythonList(texts2) {
  return `[${texts2.map((one) => `'${one}'`).join(", ")}]`;
}

// src/sandbox/heat/template/repeat.ts
function repeat(call) {
  const argument = objectOr(call.argument);
  const rows = Object.entries(objectOr(call.evaluate(argument["for_each"] ?? {})));
  const pairwise = argument["permutations"] === false;
  const combinations = pairwise ? zipped(rows) : crossed(rows);
  return combinations.map(
    (values) => call.evaluate(substituted(argument["template"] ?? null, texts(values, call.where))) ?? null
  );
}
function crossed(rows) {
  return rows.reduce(
    (made2, [name, items]) => made2.flatMap((values) => keysOf(items).map((item) => ({ ...values, [name]: item }))),
    [{}]
  );
}
function zipped(rows) {
  const length = Math.max(0, ...rows.map(([, items]) => keysOf(items).length));
  return Array.from(
    { length },
    (_, index) => Object.fromEntries(rows.map(([name, items]) => [name, keysOf(items)[index] ?? null]))
  );
}
function keysOf(items) {
  return isObject(items) ? Object.keys(items) : list(items);
}
var PYTHON_TYPES = { boolean: "bool", object: "dict" };
function texts(values, where) {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      if (typeof value === "string") return [key, value];
      throw new InvalidValue(
        "Property error",
        where,
        `replace() argument 2 must be str, not ${pythonType(value)}`
      );
    })
  );
}
function pythonType(value) {
  if (value === null) return "NoneType";
  if (Array.isArray(value)) return "list";
  if (typeof value === "number") return Number.isInteger(value) ? "int" : "float";
  return PYTHON_TYPES[typeof value] ?? typeof value;
}
function substituted(value, values) {
  if (typeof value === "string")
    return Object.entries(values).reduce((text5, [key, item]) => text5.replaceAll(key, item), value);
  if (Array.isArray(value)) return value.map((item) => substituted(item, values));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [String(substituted(key, values)), substituted(item, values)])
  );
}

// src/sandbox/heat/template/functions.ts
var UNKNOWN = "\0unknown";
var HOT = {
  get_param: getParam,
  get_resource: (call) => call.scope.reference(String(call.evaluate(call.argument)), call.where),
  get_attr: getAttr,
  get_file: (call) => call.scope.file(String(call.evaluate(call.argument)), call.where),
  str_replace: strReplace,
  str_replace_strict: strReplace,
  str_replace_vstrict: strReplace,
  str_split: strSplit,
  list_join: listJoin,
  list_concat: (call) => lists(call).flat(),
  list_concat_unique: (call) => unique(lists(call).flat()),
  map_merge: (call) => Object.assign({}, ...lists(call).map((item) => objectOr(item))),
  map_replace: mapReplace,
  repeat: (call) => repeat(call),
  digest,
  if: conditional,
  contains: (call) => {
    const [item, items] = lists(call);
    return list(items).some((one) => pythonJson(one) === pythonJson(item));
  }
};
var CFN = {
  Ref: (call) => call.scope.reference(String(call.argument), call.where),
  "Fn::GetAtt": getAttr,
  "Fn::Join": listJoin,
  "Fn::Split": strSplit,
  "Fn::Replace": (call) => {
    const [params, template] = list(call.argument);
    return replaced(call, template, params);
  },
  "Fn::Base64": (call) => call.evaluate(call.argument),
  "Fn::FindInMap": (call) => {
    const [map, key, name] = lists(call).map(String);
    return call.scope.mapping(map ?? "", key ?? "", name ?? "");
  },
  "Fn::Select": (call) => {
    const [index, items] = lists(call);
    return isObject(items) ? items[String(index)] ?? "" : list(items)[Number(index)] ?? "";
  },
  "Fn::GetAZs": () => [...ZONES],
  "Fn::If": conditional,
  "Fn::Equals": equals,
  "Fn::Not": (call) => !list(call.argument).every((item) => truth(call, item)),
  "Fn::And": (call) => list(call.argument).every((item) => truth(call, item)),
  "Fn::Or": (call) => list(call.argument).some((item) => truth(call, item))
};
var HOT_CONDITIONS = {
  equals,
  not: (call) => !truth(call, call.argument),
  and: (call) => list(call.argument).every((item) => truth(call, item)),
  or: (call) => list(call.argument).some((item) => truth(call, item))
};
function functionNamed(dialect, name, place) {
  if (dialect === "cfn") return CFN[name];
  return (place === "condition" ? HOT_CONDITIONS[name] : void 0) ?? HOT[name];
}
function getParam(call) {
  const [name, ...path] = list(call.argument).map((item) => call.evaluate(item) ?? null);
  return select(call.scope.parameter(String(name), call.where), path);
}
function getAttr(call) {
  const parts = list(call.argument).map((item) => call.evaluate(item) ?? null);
  const [resource, ...path] = parts.map(String);
  return call.scope.attribute(resource ?? "", path, [...call.where, call.name]);
}
function select(value, path) {
  let current = value;
  for (const part2 of path) {
    if (Array.isArray(current)) current = current[Number(part2)];
    else if (isObject(current)) current = current[String(part2)];
    else return current === UNKNOWN ? UNKNOWN : null;
  }
  return current ?? null;
}
function strReplace(call) {
  const argument = objectOr(call.argument);
  return replaced(call, argument["template"], argument["params"]);
}
function replaced(call, template, params) {
  const text5 = String(call.evaluate(template ?? "") ?? "");
  const values = objectOr(call.evaluate(params ?? {}));
  const keys = Object.keys(values).sort((one, other) => other.length - one.length || (one < other ? 1 : -1));
  if (keys.length === 0) return text5;
  const pattern = new RegExp(keys.map((key) => key.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"), "g");
  return text5.replace(pattern, (key) => asText(values[key] ?? null));
}
function asText(value) {
  if (value === null) return "";
  return typeof value === "object" ? pythonJson(value) : pythonScalar(value);
}
function pythonScalar(value) {
  if (typeof value === "boolean") return value ? "True" : "False";
  return String(value);
}
function strSplit(call) {
  const [delimiter, text5, index] = lists(call);
  const parts = String(text5 ?? "").split(String(delimiter));
  return index === void 0 ? parts : parts[Number(index)] ?? null;
}
function listJoin(call) {
  const [delimiter, ...rest] = lists(call);
  return rest.flatMap((item) => Array.isArray(item) ? item : item === UNKNOWN ? [UNKNOWN] : []).filter((item) => item !== null).map(asText).join(String(delimiter));
}
function mapReplace(call) {
  const [map, rules] = lists(call).map((item) => objectOr(item));
  const keys = objectOr(rules?.["keys"]);
  const values = objectOr(rules?.["values"]);
  return Object.fromEntries(
    Object.entries(map ?? {}).map(([key, value]) => [
      String(keys[key] ?? key),
      typeof value === "string" && values[value] !== void 0 ? values[value] ?? null : value
    ])
  );
}
function digest(call) {
  const [algorithm, value] = lists(call).map(String);
  return createHash(algorithm ?? "sha256").update(value ?? "").digest("hex");
}
function conditional(call) {
  const [test, yes, no] = list(call.argument);
  const chosen = truth(call, test ?? null) ? yes : no;
  return chosen === void 0 ? void 0 : call.evaluate(chosen);
}
function equals(call) {
  const items = list(call.argument);
  if (!Array.isArray(call.argument) || items.length !== 2) {
    const message = `Arguments to "${call.name}" must be of the form: [value_1, value_2]`;
    throw new InvalidValue("", [...call.where, call.name], message);
  }
  const [one, other] = items.map((item) => call.evaluate(item) ?? null);
  return pythonJson(one) === pythonJson(other);
}
function truth(call, value) {
  if (typeof value === "string") return call.scope.condition(value, call.where);
  return call.decide(value) === true;
}
function list(value) {
  if (Array.isArray(value)) return value;
  return value === void 0 || value === null ? [] : [value];
}
function lists(call) {
  const argument = isObject(call.argument) ? call.evaluate(call.argument) : call.argument;
  return list(argument).map((item) => call.evaluate(item) ?? null);
}
function unique(items) {
  return items.filter(
    (item, index) => items.findIndex((one) => pythonJson(one) === pythonJson(item)) === index
  );
}

// src/sandbox/heat/types/load-balancing.ts
var BALANCER = { field: "loadbalancer_id", refersTo: "loadbalancer" };
var POOL = { field: "pool_id", refersTo: "pool" };
var SUBNET = { field: "subnet_id", refersTo: "subnet" };
var FACES = {
  LoadBalancer: {
    kind: "loadbalancer",
    properties: { vip_subnet: { ...SUBNET, field: "vip_subnet_id" }, flavor: { field: "flavor_id" } },
    named: true
  },
  Listener: {
    kind: "listener",
    properties: { loadbalancer: BALANCER, default_pool: { ...POOL, field: "default_pool_id" } },
    named: true
  },
  Pool: {
    kind: "pool",
    properties: { loadbalancer: BALANCER, listener: { field: "listener_id", refersTo: "listener" } },
    named: true
  },
  HealthMonitor: { kind: "healthmonitor", properties: { pool: POOL }, named: false },
  PoolMember: { kind: "member", properties: { subnet: SUBNET }, named: false }
};
function balancingBehaviour(name) {
  const face = FACES[name];
  if (face === void 0) throw new Error(`"${name}" is no type of Octavia's in Heat`);
  return {
    ...name === "Pool" ? { validate: validatePool } : {},
    create: (site) => askToMake(face, site),
    update: (site) => site.changed.size === 0 ? DONE : askToChange(face, site),
    remove: (site) => askToRemove(face, site),
    resume: (site, phase) => resume(face, site, phase),
    attribute: (site, attribute4, path) => attributeOf(face, site, attribute4, path),
    sameValue: (site, property, before, after2) => {
      const refersTo = face.properties[property]?.refersTo ?? (property === "pool" ? "pool" : void 0);
      return refersTo !== void 0 && idOf(site.cloud, refersTo, before) === idOf(site.cloud, refersTo, after2);
    }
  };
}
function validatePool(properties) {
  if ((properties["listener"] ?? properties["loadbalancer"] ?? null) !== null) return;
  throw new InvalidValue(
    "",
    [],
    "At least one of the following properties must be specified: listener, loadbalancer."
  );
}
function askToMake(face, site) {
  const pool = face.kind === "member" ? poolOf(site) : void 0;
  if (pool !== void 0 && isRefusal(pool)) return answered(pool, "make");
  const sent = bodyOf(face, site, Object.keys(site.properties));
  const named4 = face.named ? { name: physicalName(site.stack, site.row), ...sent } : sent;
  const made2 = makePart(site.cloud, askerOf(site), face.kind, named4, pool);
  if (isRefusal(made2)) return answered(made2, "make");
  site.row.physicalId = made2.id;
  return later("made");
}
function askToChange(face, site) {
  const part2 = partOf(face, site);
  if (isRefusal(part2)) return answered(part2, "change");
  const refusal = changePart(site.cloud, face.kind, part2, bodyOf(face, site, [...site.changed]));
  return refusal === void 0 ? later("changed") : answered(refusal, "change");
}
function askToRemove(face, site) {
  const part2 = partOf(face, site);
  if (isRefusal(part2)) return DONE;
  const refusal = removePart(site.cloud, face.kind, part2);
  return refusal === void 0 ? later("removed") : answered(refusal, "remove");
}
function resume(face, site, phase) {
  switch (phase) {
    case "make":
      return askToMake(face, site);
    case "change":
      return askToChange(face, site);
    case "remove":
      return askToRemove(face, site);
    case "removed":
      return isRefusal(partOf(face, site)) ? DONE : later(phase);
    default:
      return look(face, site, phase);
  }
}
function look(face, site, phase) {
  const part2 = partOf(face, site);
  if (isRefusal(part2)) return answered(part2, phase);
  if (part2.provisioning === "ERROR")
    return { kind: "failed", error: "ResourceInError", message: 'Went to status ERROR due to "Unknown"' };
  return part2.provisioning === "ACTIVE" ? DONE : later(phase);
}
function answered({ status: status2, message }, phase) {
  if (status2 === 409) return later(phase);
  return {
    kind: "failed",
    error: "OctaviaClientException",
    message: `${message} (HTTP ${status2}) (Request-ID: req-0)`
  };
}
function later(phase) {
  return { kind: "wait", seconds: 1, phase };
}
function bodyOf(face, site, names2) {
  const entries = names2.flatMap((name) => {
    const value = site.properties[name];
    if (value === void 0 || value === null) return [];
    if (face.kind === "member" && name === "pool") return [];
    const { field, refersTo } = face.properties[name] ?? { field: name };
    return [[field, refersTo === void 0 ? value : idOf(site.cloud, refersTo, value)]];
  });
  return Object.fromEntries(entries);
}
function idOf(cloud, kind, value) {
  const wanted2 = String(value);
  if (kind === "subnet") return findByNameOrId(cloud.world.subnets, wanted2)?.id ?? wanted2;
  return findBalancing(cloud, kind, wanted2)?.id ?? wanted2;
}
function findBalancing(cloud, kind, nameOrId) {
  const parts = cloud.world.balancing[kind];
  const byId2 = parts.get(nameOrId);
  if (byId2 !== void 0) return byId2;
  for (const part2 of parts.values()) if (part2.fields["name"] === nameOrId) return part2;
  return void 0;
}
function poolOf(site) {
  const id = idOf(site.cloud, "pool", site.properties["pool"]);
  return findPart(site.cloud, askerOf(site), "pool", id);
}
function partOf(face, site) {
  return findPart(site.cloud, askerOf(site), face.kind, site.row.physicalId ?? "");
}
function askerOf(site) {
  return { project: site.stack.project, isAdmin: false };
}
function attributeOf(face, site, name, path) {
  const part2 = partOf(face, site);
  if (isRefusal(part2)) return null;
  const view = partView(site.cloud, face.kind, part2);
  if (name === "show") return select(view, [...path]);
  const value = view[name];
  if (value === void 0)
    throw new InvalidValue("", [], `The Referenced Attribute (${site.row.name} ${name}) is incorrect.`);
  return select(value, [...path]);
}

// src/sandbox/heat/constraints.ts
var LOOKUPS = {
  "glance.image": (cloud, value) => findByNameOrId(cloud.world.images, value) ? void 0 : `No images matching ${pythonRepr({ name: value })}.`,
  "nova.flavor": (cloud, value) => findByNameOrId(cloud.world.flavors, value) ? void 0 : `No Flavor matching ${pythonRepr({ name: value })}. (HTTP 404)`,
  "nova.keypair": (cloud, value) => findKeyPair(cloud, value) ? void 0 : `The Key (${value}) could not be found.`,
  "nova.server": (cloud, value) => cloud.world.servers.get(value) ? void 0 : `The Server (${value}) could not be found.`,
  "neutron.network": (cloud, value) => findByNameOrId(cloud.world.networks, value) ? void 0 : `Unable to find network with name or id '${value}'`,
  "neutron.subnet": (cloud, value) => findByNameOrId(cloud.world.subnets, value) ? void 0 : `Unable to find subnet with name or id '${value}'`,
  "neutron.security_group": (cloud, value) => findByNameOrId(cloud.world.securityGroups, value) ? void 0 : `Unable to find security_group with name or id '${value}'`,
  "neutron.port": (cloud, value) => findByNameOrId(cloud.world.ports, value) || isServerPort(cloud, value) || isVipPort(cloud, value) ? void 0 : `Unable to find port with name or id '${value}'`,
  "octavia.loadbalancer": balancing("loadbalancer"),
  "octavia.listener": balancing("listener"),
  "octavia.pool": balancing("pool")
};
function balancing(kind) {
  return (cloud, value) => findBalancing(cloud, kind, value) ? void 0 : `${value} not found (HTTP 404)`;
}
function isVipPort(cloud, id) {
  return [...cloud.world.balancing.loadbalancer.values()].some(({ vipPort }) => vipPort === id);
}
function isServerPort(cloud, id) {
  for (const server of cloud.world.servers.values())
    if (server.addresses.some((one) => portOf(server, one) === id)) return true;
  return false;
}
function customCheck(cloud) {
  return (constraint, value) => {
    const trouble = LOOKUPS[constraint]?.(cloud, value);
    return trouble === void 0 ? void 0 : `Error validating value '${value}': ${trouble}`;
  };
}

// src/sandbox/heat/template/constraint.ts
function constraintTrouble(constraint, value, check2) {
  if (constraint["range"] !== void 0) return rangeTrouble(objectOr(constraint["range"]), Number(value));
  if (constraint["length"] !== void 0) return lengthTrouble(objectOr(constraint["length"]), value);
  if (constraint["modulo"] !== void 0) return moduloTrouble(objectOr(constraint["modulo"]), Number(value));
  const allowed = constraint["allowed_values"];
  if (Array.isArray(allowed)) return allowedTrouble(allowed, value);
  const pattern = constraint["allowed_pattern"];
  if (typeof pattern === "string") {
    const matches5 = new RegExp(`^(?:${pattern})$`).test(String(value));
    return matches5 ? void 0 : `"${String(value)}" does not match pattern "${pattern}"`;
  }
  const custom = constraint["custom_constraint"];
  if (typeof custom === "string" && typeof value === "string" && value !== "") return check2(custom, value);
  return void 0;
}
function rangeTrouble(range, value) {
  const { min, max } = range;
  const inside2 = (min === void 0 || value >= Number(min)) && (max === void 0 || value <= Number(max));
  return inside2 ? void 0 : `${value} is out of range (min: ${min ?? "None"}, max: ${max ?? "None"})`;
}
function lengthTrouble(range, value) {
  const { min, max } = range;
  const length = Array.isArray(value) ? value.length : isObject(value) ? Object.keys(value).length : String(value).length;
  const inside2 = (min === void 0 || length >= Number(min)) && (max === void 0 || length <= Number(max));
  return inside2 ? void 0 : `length (${length}) is out of range (min: ${min ?? "None"}, max: ${max ?? "None"})`;
}
function moduloTrouble(modulo, value) {
  const { step, offset } = modulo;
  const fits = value % Number(step ?? 1) === Number(offset ?? 0);
  return fits ? void 0 : `${value} is not a multiple of ${String(step)} with an offset of ${String(offset)}`;
}
function allowedTrouble(allowed, value) {
  const items = Array.isArray(value) ? value : [value];
  const fits = items.every((item) => allowed.some((one) => String(one) === String(item)));
  if (fits) return void 0;
  const shown4 = typeof value === "string" && Number.isNaN(Number(value)) ? `"${value}"` : parameterText(value);
  return `${shown4} is not an allowed value ${pythonJson(allowed)}`;
}
function parameterText(value) {
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value) && value.every((item) => typeof item !== "object")) return value.join(",");
  if (typeof value === "object") return pythonJson(value);
  return String(value);
}

// src/sandbox/heat/template/parameters.ts
var HOT_TYPES = {
  string: "string",
  number: "number",
  boolean: "boolean",
  json: "json",
  comma_delimited_list: "list"
};
var CFN_TYPES = {
  String: "string",
  Number: "number",
  CommaDelimitedList: "list",
  Json: "json",
  Boolean: "boolean"
};
function parameterValues(template, environment, check2) {
  const schemas2 = Object.entries(template.parameters).map(
    ([name, raw]) => readSchema(name, raw, template.dialect)
  );
  const stranger = Object.keys(environment.parameters).find(
    (name) => template.parameters[name] === void 0
  );
  if (stranger !== void 0) {
    throw new HeatProblem("UnknownUserParameter", `The Parameter (${stranger}) was not defined in template.`);
  }
  const values = /* @__PURE__ */ new Map();
  for (const schema of schemas2) values.set(schema.name, parameterValue(schema, environment, check2));
  return { values, hidden: new Set(schemas2.filter((schema) => schema.hidden).map((schema) => schema.name)) };
}
function hiddenNames(template) {
  const schemas2 = Object.entries(template.parameters).map(
    ([name, raw]) => readSchema(name, raw, template.dialect)
  );
  return new Set(schemas2.filter((schema) => schema.hidden).map((schema) => schema.name));
}
function describeParameter(name, raw, dialect) {
  const schema = readSchema(name, raw, dialect);
  const shown4 = {
    string: "String",
    number: "Number",
    boolean: "Boolean",
    json: "Json",
    list: "CommaDelimitedList"
  };
  const source = objectOr(raw);
  return {
    Type: shown4[schema.type] ?? "String",
    Description: textOr(source["description"] ?? source["Description"], ""),
    NoEcho: schema.hidden ? "true" : "false",
    Label: textOr(source["label"], name),
    ...schema.fallback === void 0 ? {} : { Default: schema.fallback },
    ...Object.assign({}, ...schema.constraints.map(describeConstraint))
  };
}
function describeConstraint(constraint) {
  const range = objectOr(constraint["range"]);
  const length = objectOr(constraint["length"]);
  const entries = [
    ["MinValue", range["min"]],
    ["MaxValue", range["max"]],
    ["MinLength", length["min"]],
    ["MaxLength", length["max"]],
    ["AllowedValues", constraint["allowed_values"]],
    ["AllowedPattern", constraint["allowed_pattern"]],
    ["CustomConstraint", constraint["custom_constraint"]],
    ["ConstraintDescription", constraint["description"]]
  ];
  return Object.fromEntries(entries.filter((entry) => entry[1] !== void 0));
}
function readSchema(name, raw, dialect) {
  const source = objectOr(raw);
  const type = (dialect === "hot" ? HOT_TYPES : CFN_TYPES)[String(source[dialect === "hot" ? "type" : "Type"])];
  if (type === void 0) {
    const message = `Invalid type (${String(source["type"] ?? source["Type"])})`;
    throw new HeatProblem("InvalidSchemaError", message);
  }
  if (dialect === "hot") {
    const constraints = Array.isArray(source["constraints"]) ? source["constraints"].filter(isObject) : [];
    return { name, type, fallback: source["default"], hidden: isTrue(source["hidden"]), constraints };
  }
  return {
    name,
    type,
    fallback: source["Default"],
    hidden: isTrue(source["NoEcho"]),
    constraints: cfnConstraints(source)
  };
}
function cfnConstraints(source) {
  const found = [];
  const description = source["ConstraintDescription"];
  const more = description === void 0 ? {} : { description };
  if (source["AllowedValues"] !== void 0) found.push({ allowed_values: source["AllowedValues"], ...more });
  if (source["AllowedPattern"] !== void 0)
    found.push({ allowed_pattern: source["AllowedPattern"], ...more });
  const range = limits(source["MinValue"], source["MaxValue"]);
  if (range !== void 0) found.push({ range, ...more });
  const length = limits(source["MinLength"], source["MaxLength"]);
  if (length !== void 0) found.push({ length, ...more });
  return found;
}
function limits(min, max) {
  if (min === void 0 && max === void 0) return void 0;
  return {
    ...min === void 0 ? {} : { min: Number(min) },
    ...max === void 0 ? {} : { max: Number(max) }
  };
}
function isTrue(value) {
  return value === true || /^(?:true|yes|on|1|t|y)$/i.test(String(value));
}
function parameterValue(schema, environment, check2) {
  const given2 = environment.parameters[schema.name] ?? environment.parameter_defaults[schema.name];
  const raw = given2 ?? schema.fallback;
  if (raw === void 0 || raw === null) {
    if (schema.fallback === null) return null;
    throw new HeatProblem("UserParameterMissing", `The Parameter (${schema.name}) was not provided.`);
  }
  const value = typed(schema, raw);
  for (const constraint of schema.constraints)
    checkConstraint(schema, constraint, raw, value, given2 === void 0, check2);
  return value;
}
function typed(schema, raw) {
  switch (schema.type) {
    case "number":
      return asNumber(schema.name, raw);
    case "boolean":
      return asBoolean(schema.name, raw);
    case "json":
      return typeof raw === "string" ? parsedJson(schema.name, raw) : raw;
    case "list":
      return Array.isArray(raw) ? raw : raw === "" ? [] : String(raw).split(",").map((item) => item.trim());
    default:
      return typeof raw === "object" ? pythonJson(raw) : parameterText(raw);
  }
}
function asNumber(name, raw) {
  const value = typeof raw === "string" && raw.trim() === "" ? Number.NaN : Number(raw);
  if (Number.isNaN(value) || typeof raw === "object") {
    throw invalid2(
      name,
      `could not convert string to float: ${typeof raw === "string" ? `'${raw}'` : String(raw)}`
    );
  }
  return value;
}
function asBoolean(name, raw) {
  const text5 = String(raw).toLowerCase();
  if (["true", "t", "1", "yes", "y", "on"].includes(text5)) return true;
  if (["false", "f", "0", "no", "n", "off"].includes(text5)) return false;
  throw invalid2(
    name,
    `Unrecognized value '${String(raw)}', acceptable values are: '0', '1', 'f', 'false', 'n', 'no', 'off', 'on', 't', 'true', 'y', 'yes'`
  );
}
function parsedJson(name, raw) {
  try {
    return JSON.parse(raw);
  } catch {
    throw invalid2(name, `Value must be valid JSON: ${raw}`);
  }
}
function invalid2(name, message) {
  return new HeatProblem("StackValidationFailed", `Parameter '${name}' is invalid: ${message}`);
}
function checkConstraint(schema, constraint, raw, value, isDefault, check2) {
  const broken = constraintTrouble(constraint, value, check2);
  if (broken === void 0) return;
  const custom = constraint["custom_constraint"] !== void 0;
  const message = textOr(constraint["description"], broken);
  if (!isDefault || custom) throw invalid2(schema.name, message);
  const text5 = `Parameter '${schema.name}' is invalid: Invalid default ${parameterText(raw)} (${message})`;
  throw new HeatProblem("InvalidSchemaError", text5);
}

// src/sandbox/heat/template/resolve.ts
function resolve(value, scope, where = [], place = "value") {
  if (Array.isArray(value)) return resolveList(value, scope, where);
  if (!isObject(value)) return value;
  const keys = Object.keys(value);
  const [name] = keys;
  const run = keys.length === 1 && name !== void 0 ? functionNamed(scope.dialect, name, place) : void 0;
  if (run === void 0 || name === void 0) return resolveObject(value, scope, where);
  const argument = value[name] ?? null;
  return run({
    name,
    argument,
    scope,
    where,
    evaluate: (item) => resolve(item, scope, where, place),
    decide: (item) => resolve(item, scope, where, "condition")
  });
}
function resolveObject(value, scope, where) {
  const result = {};
  for (const [key, item] of Object.entries(value)) {
    const resolved = resolve(item, scope, [...where, key]);
    if (resolved !== void 0) result[key] = resolved;
  }
  return result;
}
function resolveList(value, scope, where) {
  return value.map((item, index) => resolve(item, scope, [...where, String(index)])).filter((item) => item !== void 0);
}

// src/sandbox/heat/template/template.ts
var HOT_VERSIONS = [
  "2013-05-23",
  "2014-10-16",
  "2015-04-30",
  "2015-10-15",
  "2016-04-08",
  "2016-10-14",
  "2017-02-24",
  "2017-09-01",
  "2018-03-02",
  "2018-08-31",
  "2021-04-16",
  "newton",
  "ocata",
  "pike",
  "queens",
  "rocky",
  "wallaby"
];
var CFN_VERSIONS = {
  AWSTemplateFormatVersion: "2010-09-09",
  HeatTemplateFormatVersion: "2012-12-12"
};
var HOT_SECTIONS = [
  "heat_template_version",
  "description",
  "parameter_groups",
  "parameters",
  "resources",
  "outputs",
  "conditions"
];
var CFN_SECTIONS = [
  "AWSTemplateFormatVersion",
  "HeatTemplateFormatVersion",
  "Description",
  "Conditions",
  "Mappings",
  "Parameters",
  "Resources",
  "Outputs"
];
var HOT_KEYS = {
  type: "type",
  properties: "properties",
  metadata: "metadata",
  depends_on: "dependsOn",
  deletion_policy: "deletionPolicy",
  update_policy: "updatePolicy",
  description: "description",
  external_id: "externalId",
  condition: "condition"
};
var CFN_KEYS = {
  Type: "type",
  Properties: "properties",
  Metadata: "metadata",
  DependsOn: "dependsOn",
  DeletionPolicy: "deletionPolicy",
  UpdatePolicy: "updatePolicy",
  Description: "description",
  Condition: "condition"
};
function templateVersions() {
  const dates = HOT_VERSIONS.filter((version3) => /^\d/.test(version3));
  const names2 = HOT_VERSIONS.filter((version3) => !/^\d/.test(version3));
  const unnamed = dates.length - names2.length;
  const cfn = Object.entries(CFN_VERSIONS).map(([key, version3]) => ({
    version: `${key}.${version3}`,
    type: "cfn",
    aliases: []
  }));
  const hot = dates.map((version3, index) => {
    const alias = names2[index - unnamed];
    const aliases = alias === void 0 ? [] : [`heat_template_version.${alias}`];
    return { version: `heat_template_version.${version3}`, type: "hot", aliases };
  });
  return [...cfn, ...hot];
}
var known = /* @__PURE__ */ new WeakMap();
function readTemplate(raw) {
  const before = known.get(raw);
  if (before !== void 0) return before;
  const template = "heat_template_version" in raw ? readHot(raw) : readCfn(raw);
  known.set(raw, template);
  return template;
}
function hasVersion(raw) {
  return "heat_template_version" in raw || Object.keys(CFN_VERSIONS).some((key) => key in raw);
}
function readHot(raw) {
  const version3 = String(raw["heat_template_version"]);
  if (!HOT_VERSIONS.includes(version3))
    throw badVersion("heat_template_version", version3, HOT_VERSIONS.join(", "));
  checkSections(raw, HOT_SECTIONS);
  return {
    dialect: "hot",
    description: textOr(raw["description"], "No description"),
    parameters: objectOr(raw["parameters"]),
    conditions: objectOr(raw["conditions"]),
    mappings: {},
    resources: readResources(raw["resources"], "resources", HOT_KEYS),
    outputs: readOutputs(raw["outputs"], "outputs", "value", "description", "condition")
  };
}
function readCfn(raw) {
  for (const [key, expected] of Object.entries(CFN_VERSIONS)) {
    const version3 = raw[key];
    if (version3 !== void 0 && String(version3).slice(0, 10) !== expected)
      throw badVersion(key, String(version3), expected);
  }
  checkSections(raw, CFN_SECTIONS);
  return {
    dialect: "cfn",
    description: textOr(raw["Description"], "No description"),
    parameters: objectOr(raw["Parameters"]),
    conditions: objectOr(raw["Conditions"]),
    mappings: objectOr(raw["Mappings"]),
    resources: readResources(raw["Resources"], "Resources", CFN_KEYS),
    outputs: readOutputs(raw["Outputs"], "Outputs", "Value", "Description", "Condition")
  };
}
function badVersion(key, version3, allowed) {
  const message = `The template version is invalid: "${key}: ${version3}". "${key}" should be one of: ${allowed}`;
  return new HeatProblem("InvalidTemplateVersion", message);
}
function checkSections(raw, sections) {
  const bad = Object.keys(raw).find((key) => !sections.includes(key));
  if (bad !== void 0)
    throw new HeatProblem("StackValidationFailed", `The template section is invalid: ${bad}`);
}
function readResources(section, title, keys) {
  if (section === void 0 || section === null) return /* @__PURE__ */ new Map();
  if (!isObject(section)) {
    const type = Array.isArray(section) ? "list" : typeof section === "string" ? "str" : "int";
    throw new HeatProblem("StackValidationFailed", `'${type}' object has no attribute 'items'`);
  }
  return new Map(Object.entries(section).map(([name, entry]) => [name, readDefinition(entry, title, keys)]));
}
function readDefinition(entry, title = "resources", keys = HOT_KEYS) {
  if (!isObject(entry)) {
    const message = `"${title}" must contain a map of resource maps. Found a [<class '${pythonType2(entry)}'>] instead`;
    throw new HeatProblem("StackValidationFailed", message);
  }
  const parts = {};
  for (const [key, value] of Object.entries(entry)) {
    const part2 = keys[key];
    if (part2 === void 0) {
      throw new HeatProblem(
        "StackValidationFailed",
        `"${key}" is not a valid keyword inside a resource definition`
      );
    }
    parts[part2] = value;
  }
  const depends = parts["dependsOn"];
  return {
    type: textOr(parts["type"], ""),
    properties: objectOr(parts["properties"]),
    metadata: objectOr(parts["metadata"]),
    dependsOn: Array.isArray(depends) ? depends.map(String) : typeof depends === "string" ? [depends] : [],
    condition: parts["condition"],
    updatePolicy: objectOr(parts["updatePolicy"]),
    description: textOr(parts["description"], "")
  };
}
function readOutputs(section, title, value, description, condition) {
  return Object.entries(objectOr(section)).map(([name, entry]) => {
    const content2 = objectOr(entry)[value];
    if (content2 === void 0) {
      const message = `Each output definition must contain a ${value} key.`;
      throw new InvalidValue("Output validation error", [title, name], message).toProblem();
    }
    return {
      name,
      description: textOr(objectOr(entry)[description], "No description given"),
      value: content2,
      condition: objectOr(entry)[condition]
    };
  });
}
function pythonType2(value) {
  if (value === null) return "NoneType";
  if (Array.isArray(value)) return "list";
  if (typeof value === "string") return "str";
  if (typeof value === "boolean") return "bool";
  return Number.isInteger(value) ? "int" : "float";
}

// src/sandbox/heat/scope.ts
var valuesOf = /* @__PURE__ */ new WeakMap();
function contentParameters(cloud, content2) {
  const before = valuesOf.get(content2);
  if (before !== void 0) return before;
  const template = readTemplate(content2.template);
  const values = parameterValues(template, content2.environment, customCheck(cloud));
  valuesOf.set(content2, values);
  return values;
}
function pseudoParameters(cloud, stack) {
  return { name: stack.name, id: stack.id, project: stack.project, region: cloud.world.identity.region };
}
function makeScope(template, parameters, files, pseudo, finder) {
  const { dialect } = template;
  const parameter = (name, where) => {
    const value = pseudoValue(dialect, pseudo, name) ?? parameters.values.get(name);
    if (value !== void 0) return value;
    throw new InvalidValue("Property error", where, `The Parameter (${name}) was not provided.`);
  };
  const scope = {
    dialect,
    parameter,
    reference: (name, where) => dialect === "cfn" && !template.resources.has(name) ? parameter(name, where) : finder.reference(name, where),
    attribute: (resource, path, where) => finder.attribute(resource, path, where),
    condition: (name, where) => conditionValue(template, scope, name, where),
    file: (name, where) => {
      const text5 = files[name];
      if (text5 !== void 0) return text5;
      throw new InvalidValue(
        "Property error",
        where,
        `No content found in the "files" section for get_file path: ${name}`
      );
    },
    mapping: (map, key, name) => select(template.mappings, [map, key, name])
  };
  return scope;
}
function pseudoValue(dialect, pseudo, name) {
  const values = dialect === "hot" ? { "OS::stack_name": pseudo.name, "OS::stack_id": pseudo.id, "OS::project_id": pseudo.project } : { "AWS::StackName": pseudo.name, "AWS::StackId": pseudo.id, "AWS::Region": pseudo.region };
  return values[name];
}
function conditionValue(template, scope, name, where) {
  const definition = template.conditions[name];
  if (definition === void 0) throw new InvalidValue("", where, `Invalid condition "${name}"`);
  if (typeof definition === "string") return conditionValue(template, scope, definition, where);
  return resolve(definition, scope, ["conditions", name], "condition") === true;
}
function isEnabled(definition, name, scope) {
  const { condition } = definition;
  if (condition === void 0) return true;
  const where = ["resources", name, "condition"];
  if (typeof condition === "string") return scope.condition(condition, where);
  return resolve(condition, scope, where, "condition") === true;
}

// src/sandbox/gnocchi/refusals.ts
var TITLES = {
  400: "Bad Request",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict"
};
var GnocchiRefusal = class extends Error {
  status;
  description;
  constructor(status2, description) {
    super(typeof description === "string" ? description : JSON.stringify(description));
    this.status = status2;
    this.description = description;
  }
};
function refusalAnswer({ status: status2, description }) {
  return json(status2, { code: status2, title: TITLES[status2] ?? "", description });
}
function invalidInput(reason, detail) {
  return new GnocchiRefusal(400, { cause: "Invalid input", reason, detail });
}
function argumentError(detail, reason) {
  return new GnocchiRefusal(400, { cause: "Argument value error", detail, reason });
}
function notThere(what) {
  return new GnocchiRefusal(404, `${what} does not exist`);
}

// src/sandbox/gnocchi/operations.ts
var METHODS = ["mean", "median", "std", "min", "max", "sum", "var", "count"];
var AGGREGATES = /* @__PURE__ */ new Set([...METHODS, ...METHODS.map((method) => `rate:${method}`)]);
var BINARY = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
  "**": (left, right) => left ** right,
  "%": (left, right) => left - right * Math.floor(left / right),
  "<": (left, right) => Number(left < right),
  ">": (left, right) => Number(left > right),
  "<=": (left, right) => Number(left <= right),
  ">=": (left, right) => Number(left >= right),
  "=": (left, right) => Number(left === right),
  "!=": (left, right) => Number(left !== right),
  clip_min: (left, right) => Math.max(left, right),
  clip_max: (left, right) => Math.min(left, right),
  max: (left, right) => Math.max(left, right)
};
var BINARY_NAMES = {
  add: "+",
  sub: "-",
  mul: "*",
  "×": "*",
  div: "/",
  "÷": "/",
  pow: "**",
  "^": "**",
  mod: "%",
  lt: "<",
  gt: ">",
  le: "<=",
  "≤": "<=",
  ge: ">=",
  "≥": ">=",
  eq: "=",
  "==": "=",
  ne: "!=",
  "≠": "!="
};
var UNARY = {
  abs: Math.abs,
  absolute: Math.abs,
  neg: (value) => -value,
  negative: (value) => -value,
  floor: Math.floor,
  ceil: Math.ceil,
  cos: Math.cos,
  sin: Math.sin,
  tan: Math.tan
};
function readOperations(operations) {
  const tree = typeof operations === "string" ? textTree(operations) : operations;
  if (!Array.isArray(tree))
    throw invalidInput("required key not provided @ data['operations']", ["operations"]);
  return readNode(tree, 0);
}
function referencesOf(node) {
  switch (node.kind) {
    case "number":
      return [];
    case "metric":
      return node.references;
    case "binary":
      return [...referencesOf(node.left), ...referencesOf(node.right)];
    default:
      return referencesOf(node.of);
  }
}
function readNode(tree, depth) {
  if (typeof tree === "number") return { kind: "number", value: tree };
  if (typeof tree === "string" && tree !== "" && Number.isFinite(Number(tree)))
    return { kind: "number", value: Number(tree) };
  if (!Array.isArray(tree) || tree.length < 2 || depth > 20) throw invalid3(tree);
  const [name, ...rest] = tree;
  if (typeof name !== "string") throw invalid3(tree);
  if (name === "metric") return { kind: "metric", references: readReferences(rest, tree) };
  if (name === "aggregate") return readAggregate(rest, tree, depth);
  const of = rest[0] ?? null;
  if (rest.length === 1 && name === "rateofchange") return { kind: name, of: readNode(of, depth + 1) };
  if (rest.length === 1 && UNARY[name] !== void 0)
    return { kind: "unary", name, of: readNode(of, depth + 1) };
  const binary = BINARY_NAMES[name] ?? name;
  if (rest.length !== 2 || BINARY[binary] === void 0) throw invalid3(tree);
  const [left, right] = [readNode(of, depth + 1), readNode(rest[1] ?? null, depth + 1)];
  return { kind: "binary", name: binary, left, right };
}
function readAggregate(rest, tree, depth) {
  const [method, of] = rest;
  if (rest.length !== 2 || typeof method !== "string" || !AGGREGATES.has(method)) throw invalid3(tree);
  return { kind: "aggregate", method, of: readNode(of ?? null, depth + 1) };
}
function readReferences(rest, tree) {
  const pairs2 = typeof rest[0] === "string" ? [rest] : rest;
  return pairs2.map((pair) => {
    if (!Array.isArray(pair)) throw invalid3(tree);
    const [metric, method, ...more] = pair;
    if (typeof metric !== "string" || typeof method !== "string" || more.length > 0) throw invalid3(tree);
    return { metric, method };
  });
}
function invalid3(tree) {
  const name = Array.isArray(tree) ? String(tree[0]) : String(tree);
  return invalidInput(`'${name}' operation invalid for dictionary value @ data['operations']`, [
    "operations"
  ]);
}
function textTree(text5) {
  const tokens = text5.match(/[()]|[^\s()]+/g) ?? [];
  const stack = [[]];
  for (const token of tokens) {
    if (token === "(") stack.push([]);
    else if (token === ")") {
      const done = stack.pop() ?? [];
      stack.at(-1)?.push(done);
    } else stack.at(-1)?.push(token);
  }
  const [first] = stack[0] ?? [];
  if (stack.length !== 1 || first === void 0)
    throw invalidInput("Fail to parse the operations string", ["operations"]);
  return first;
}
function evaluate(node, grid) {
  switch (node.kind) {
    case "number":
      return node.value;
    case "metric":
      return pickRows(grid, node.references);
    case "aggregate":
      return aggregate(node.method, evaluate(node.of, grid));
    case "unary":
      return mapValues(evaluate(node.of, grid), UNARY[node.name] ?? ((value) => value));
    case "rateofchange":
      return differences(evaluate(node.of, grid));
    case "binary":
      return combine(node.name, evaluate(node.left, grid), evaluate(node.right, grid));
  }
}
function pickRows(grid, wanted2) {
  const picked = grid.references.flatMap(
    (reference, index) => wanted2.some((one) => one.metric === reference.metric && one.method === reference.method) ? [index] : []
  );
  return {
    ...grid,
    references: picked.flatMap((index) => grid.references[index] ?? []),
    rows: picked.map((index) => grid.rows[index] ?? [])
  };
}
function aggregate(method, inner) {
  if (typeof inner === "number") return inner;
  const rate2 = method.startsWith("rate:");
  const reduce = REDUCERS[rate2 ? method.slice(5) : method] ?? (() => Number.NaN);
  const row2 = inner.times.map((_, column) => {
    const present = inner.rows.map((one) => one[column] ?? Number.NaN).filter((value) => !Number.isNaN(value));
    return present.length === 0 && method !== "count" ? Number.NaN : reduce(present);
  });
  const whole = { ...inner, rows: [row2], aggregated: true };
  return rate2 ? differences(whole) : whole;
}
function differences(inner) {
  if (typeof inner === "number") return 0;
  return {
    ...inner,
    times: inner.times.slice(1),
    rows: inner.rows.map((row2) => row2.slice(1).map((value, index) => value - (row2[index] ?? Number.NaN)))
  };
}
function mapValues(inner, change3) {
  if (typeof inner === "number") return change3(inner);
  return { ...inner, rows: inner.rows.map((row2) => row2.map(change3)) };
}
function combine(name, left, right) {
  const join = BINARY[name] ?? (() => Number.NaN);
  if (typeof left === "number") return mapValues(right, (value) => join(left, value));
  if (typeof right === "number") return mapValues(left, (value) => join(value, right));
  const rows = left.rows.map(
    (row2, index) => row2.map((value, column) => join(value, right.rows[index]?.[column] ?? Number.NaN))
  );
  return { ...left, rows, aggregated: true };
}

// src/sandbox/gnocchi/aggregates.ts
function workOut(named4, expression, asked) {
  return granularitiesOf(named4, asked).sort((one, other) => other - one).flatMap((granularity) => {
    const grid = evaluate(expression, gridOf(named4, granularity, asked));
    return typeof grid === "number" ? [] : [{ granularity, grid }];
  });
}
function granularitiesOf(named4, asked) {
  const common = (named4[0]?.policy.definition ?? []).map((one) => one.granularity).filter(
    (one) => named4.every(({ policy }) => policy.definition.some((other) => other.granularity === one))
  );
  if (asked.granularity === null && common.length === 0)
    throw unaggregable(
      "No granularity match",
      named4.map(({ reference }) => [reference.metric, reference.method])
    );
  const without = named4.find(({ reference, policy }) => !policy.methods.includes(reference.method));
  if (without !== void 0) {
    const detail = [[without.metric.id, without.reference.method]];
    throw new GnocchiRefusal(404, { cause: "Metrics with unknown aggregation", detail });
  }
  if (asked.granularity === null) return common;
  const { granularity } = asked;
  const missing4 = named4.filter(
    ({ policy }) => !policy.definition.some((one) => one.granularity === granularity)
  );
  if (missing4.length > 0)
    throw unaggregable(
      "Granularities are missing",
      missing4.map(({ reference }) => [reference.metric, reference.method, granularity])
    );
  return [granularity];
}
function gridOf(named4, granularity, asked) {
  const series = named4.map(({ metric, reference }) => buckets(metric, reference.method, granularity, asked));
  const times = [...new Set(series.flatMap((points) => points.map(({ at }) => at)))].sort(
    (one, other) => one - other
  );
  const filler = typeof asked.fill === "number" ? asked.fill : Number.NaN;
  const rows = series.map((points) => row(points, times, filler));
  const grid = { references: named4.map(({ reference }) => reference), times, rows, aggregated: false };
  return asked.fill === null ? overlapping(grid, named4, asked) : grid;
}
function row(points, times, filler) {
  const values = new Map(points.map(({ at, value }) => [at, value]));
  return times.map((at) => values.get(at) ?? filler);
}
function overlapping(grid, named4, asked) {
  const whole = grid.times.flatMap(
    (_, column) => grid.rows.every((one) => !Number.isNaN(one[column] ?? Number.NaN)) ? [column] : []
  );
  const keys = named4.map(({ reference }) => [reference.metric, reference.method]);
  const [first] = whole;
  if (first === void 0) {
    if (asked.overlap > 0) throw unaggregable("No overlap", keys);
    return grid;
  }
  const begin3 = asked.start === null ? first : 0;
  const end = asked.stop === null ? (whole.at(-1) ?? 0) + 1 : grid.times.length;
  const percent = whole.length * 100 / (end - begin3);
  if (percent < asked.overlap) {
    const reason = `Less than ${asked.overlap.toFixed(6)}% of datapoints overlap in this timespan (${percent.toFixed(2)}%)`;
    throw unaggregable(reason, keys);
  }
  return {
    ...grid,
    times: grid.times.slice(begin3, end),
    rows: grid.rows.map((one) => one.slice(begin3, end))
  };
}
function unaggregable(reason, detail) {
  return new GnocchiRefusal(400, { cause: "Metrics can't being aggregated", reason, detail });
}
function describeOutcome(outcomes, named4, fill, write2) {
  const measures = (outcome, values) => outcome.grid.times.flatMap((at, column) => {
    const value = values[column] ?? Number.NaN;
    return fill === "dropna" && !Number.isFinite(value) ? [] : [[write2(at), outcome.granularity, value]];
  });
  if (outcomes.some(({ grid }) => grid.aggregated))
    return { aggregated: outcomes.flatMap((one) => measures(one, one.grid.rows[0] ?? [])) };
  const tree = {};
  for (const outcome of outcomes) {
    for (const [index, { metric, reference }] of named4.entries()) {
      const ofThing = inside(tree, metric.resource ?? metric.id);
      const ofMetric = metric.resource === null ? ofThing : inside(ofThing, reference.metric);
      const before = ofMetric[reference.method];
      const found = measures(outcome, outcome.grid.rows[index] ?? []);
      ofMetric[reference.method] = [...Array.isArray(before) ? before : [], ...found];
    }
  }
  return tree;
}
function inside(tree, key) {
  const found = objectOr(tree[key]);
  tree[key] = found;
  return found;
}

// src/sandbox/gnocchi/capabilities.ts
var PLAIN = ["mean", "sum", "last", "max", "min", "std", "median", "first", "count"];
var PERCENTILES = Array.from({ length: 99 }, (_, index) => `${index + 1}pct`);
var AGGREGATION_METHODS = [...PLAIN, ...PERCENTILES].flatMap((method) => [
  method,
  `rate:${method}`
]);
function capabilities() {
  return { aggregation_methods: [...AGGREGATION_METHODS] };
}

// src/sandbox/gnocchi/group-index.ts
var indexes = /* @__PURE__ */ new WeakMap();
function measuredOfGroup(cloud, group) {
  return indexOf(cloud).byGroup.get(group) ?? [];
}
function indexOf(cloud) {
  const { telemetry, now, counter } = cloud.world;
  const size = Object.keys(telemetry.metrics).length;
  const found = indexes.get(telemetry);
  if (found !== void 0 && found.now === now && found.counter === counter && found.size === size)
    return found;
  const byGroup = /* @__PURE__ */ new Map();
  for (const instance of measuredInstances(cloud)) {
    const group = instance.metadata["metering.server_group"];
    if (typeof group !== "string") continue;
    const members = byGroup.get(group);
    if (members === void 0) byGroup.set(group, [instance]);
    else members.push(instance);
  }
  const index = { now, counter, size, byGroup };
  indexes.set(telemetry, index);
  return index;
}
function requiredGroup(search) {
  if (!isObject(search)) return void 0;
  const equal = search["="];
  if (isObject(equal) && typeof equal["server_group"] === "string") return equal["server_group"];
  const parts = search["and"];
  if (!Array.isArray(parts)) return void 0;
  for (const part2 of parts) {
    const group = requiredGroup(part2);
    if (group !== void 0) return group;
  }
  return void 0;
}

// src/sandbox/gnocchi/resource-types.ts
var text2 = (required) => ({
  type: "string",
  required,
  max_length: 255,
  min_length: 0
});
var moment2 = { type: "datetime", required: false };
var part = { name: text2(true), instance_id: { type: "uuid", required: true } };
var TYPES = {
  generic: {},
  instance: {
    flavor_id: text2(true),
    image_ref: text2(false),
    host: text2(true),
    display_name: text2(true),
    server_group: text2(false),
    flavor_name: text2(true),
    launched_at: moment2,
    created_at: moment2,
    deleted_at: moment2,
    availability_zone: text2(false)
  },
  instance_disk: part,
  instance_network_interface: part
};
var COMMON2 = [
  "id",
  "creator",
  "started_at",
  "revision_start",
  "ended_at",
  "user_id",
  "project_id",
  "original_resource_id",
  "type",
  "revision_end",
  "created_by_user_id",
  "created_by_project_id"
];
function resourceTypes() {
  return Object.entries(TYPES).map(([name, attributes]) => ({ name, attributes, state: "active" }));
}
function attributeNames(type) {
  const attributes = TYPES[type];
  return attributes === void 0 ? void 0 : [...COMMON2, ...Object.keys(attributes)];
}

// src/sandbox/gnocchi/search.ts
var COMPARISONS = {
  "=": (has, wanted2) => sameJson(has, wanted2),
  "!=": (has, wanted2) => !sameJson(has, wanted2),
  "<": (has, wanted2) => ordered(has, wanted2, (sign) => sign < 0),
  ">": (has, wanted2) => ordered(has, wanted2, (sign) => sign > 0),
  "<=": (has, wanted2) => ordered(has, wanted2, (sign) => sign <= 0),
  ">=": (has, wanted2) => ordered(has, wanted2, (sign) => sign >= 0),
  like: (has, wanted2) => typeof has === "string" && likePattern(String(wanted2)).test(has),
  in: (has, wanted2) => Array.isArray(wanted2) && wanted2.some((one) => sameJson(has, one))
};
var NAMES2 = {
  "==": "=",
  eq: "=",
  "≠": "!=",
  ne: "!=",
  lt: "<",
  gt: ">",
  "≤": "<=",
  le: "<=",
  "≥": ">=",
  ge: ">=",
  "∧": "and",
  "∨": "or"
};
function readSearch(search, known2) {
  if (search === void 0 || isObject(search) && Object.keys(search).length === 0) return () => true;
  if (typeof search === "string") return readSearch(textSearch(search), known2);
  if (!isObject(search)) throw invalidInput("expected a dictionary", []);
  const [[sign, content2] = ["", null], ...more] = Object.entries(search);
  const operator = NAMES2[sign] ?? sign;
  if (more.length > 0) throw invalidInput("expected a dictionary", []);
  if (operator === "and" || operator === "or") return joined(operator, content2 ?? null, known2);
  if (operator === "not") {
    const inner = readSearch(content2, known2);
    return (attributes) => !inner(attributes);
  }
  return compared(operator, content2 ?? null, known2);
}
function joined(operator, content2, known2) {
  if (!Array.isArray(content2)) throw invalidInput("expected a list", []);
  const parts = content2.map((one) => readSearch(one, known2));
  return operator === "and" ? (attributes) => parts.every((part2) => part2(attributes)) : (attributes) => parts.some((part2) => part2(attributes));
}
function compared(operator, content2, known2) {
  const compare2 = COMPARISONS[operator];
  const [[name, wanted2] = ["", null]] = isObject(content2) ? Object.entries(content2) : [];
  if (compare2 === void 0 || !isObject(content2)) throw invalidInput("expected a dictionary", []);
  if (!known2.includes(name)) throw new GnocchiRefusal(400, `Resource type instance has no ${name} attribute`);
  return (attributes) => compare2(attributes[name] ?? null, wanted2 ?? null);
}
function ordered(has, wanted2, holds2) {
  if (typeof has === "number" && typeof wanted2 === "number") return holds2(has - wanted2);
  if (typeof has !== "string" || typeof wanted2 !== "string") return false;
  return holds2(has < wanted2 ? -1 : has > wanted2 ? 1 : 0);
}
function likePattern(text5) {
  const escaped = text5.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll("%", ".*").replaceAll("_", ".")}$`);
}
function textSearch(text5) {
  for (const word of ["or", "and"]) {
    const parts = text5.split(new RegExp(`\\s+${word}\\s+`));
    if (parts.length > 1) return { [word]: parts.map(textSearch) };
  }
  const [, name = "", sign = "", value = ""] = /^\s*(\w+)\s*(!=|<=|>=|=|<|>)\s*(.*?)\s*$/.exec(text5) ?? [];
  if (name === "") throw invalidInput(`Invalid filter: ${text5}`, []);
  return { [sign]: { [name]: textValue(value) } };
}
function textValue(value) {
  const quoted2 = /^(['"])(.*)\1$/.exec(value);
  if (quoted2 !== null) return quoted2[2] ?? "";
  if (value === "null" || value === "None") return null;
  const number = Number(value);
  return value !== "" && !Number.isNaN(number) ? number : value;
}

// src/sandbox/gnocchi/query.ts
function findInstances(cloud, query, onlyMeasured = false) {
  const search = readSearch(query.search, attributeNames(query.type) ?? []);
  if (query.type !== "instance" && query.type !== "generic") return [];
  return [...candidates2(cloud, query.search, onlyMeasured)].filter(
    (one) => query.visible(one) && search(searched(cloud, one))
  );
}
function candidates2(cloud, search, onlyMeasured) {
  if (!onlyMeasured) return instances(cloud);
  const group = requiredGroup(search);
  return group === void 0 ? measuredInstances(cloud) : measuredOfGroup(cloud, group);
}
function searched(cloud, instance) {
  return { ...instanceAttributes(cloud, instance), ...creatorFields(CEILOMETER.user, CEILOMETER.project) };
}
var GIVEN = ["compute.instance.booting.time", "disk.ephemeral.size", "disk.root.size", "memory", "vcpus"];
function namedMetrics(cloud, query, references2) {
  const onlyMeasured = references2.every(({ metric }) => !GIVEN.includes(metric) && !metric.includes("*"));
  const found = findInstances(cloud, query, onlyMeasured).flatMap(
    (instance) => references2.flatMap(
      (reference) => metricsOf(cloud, instance).filter((metric) => matches(reference.metric, metric.name ?? "")).flatMap((metric) => named(cloud, metric, reference))
    )
  );
  if (found.length > 0) return found;
  const names2 = [...new Set(references2.map(({ metric }) => metric))].sort();
  throw new GnocchiRefusal(404, `Metric [${names2.map((name) => `'${name}'`).join(", ")}] does not exist`);
}
function named(cloud, metric, reference) {
  const policy = policyOf(cloud, metric);
  return policy === void 0 ? [] : [{ metric, policy, reference }];
}
function matches(wildcard, name) {
  if (!wildcard.includes("*")) return wildcard === name;
  const parts = wildcard.split("*").map((part2) => part2.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(name);
}

// src/sandbox/aodh/evaluation-time.ts
function planEvaluation(cloud) {
  const { world } = cloud;
  if (world.alarming.planned || !hasWork(cloud)) return;
  world.alarming.planned = true;
  const interval = world.timings.evaluation * 1e3;
  const next = (Math.floor(world.now / interval) + 1) * interval;
  cloud.after((next - world.now) / 1e3, { kind: "evaluate" });
}
function hasWork(cloud) {
  return Object.values(cloud.world.alarming.alarms).some(
    ({ definition }) => definition.enabled && definition.type !== "event"
  );
}

// src/sandbox/aodh/expression.ts
function groupOperations(method, metrics) {
  const inner = method.replace(/^[rate:]+/, "");
  return ["aggregate", method, ...metrics.map((metric) => ["metric", metric, inner])];
}

// src/sandbox/aodh/refusals.ts
var AodhRefusal = class extends Error {
  status;
  fault;
  constructor(status2, fault) {
    super(typeof fault === "string" ? fault : JSON.stringify(fault));
    this.status = status2;
    this.fault = fault;
  }
};
function refusalAnswer2({ status: status2, fault }) {
  const faultcode = status2 < 500 ? "Client" : "Server";
  return json(status2, { error_message: { faultcode, faultstring: fault, debuginfo: null } });
}
function routeRefusal(status2) {
  const found = status2 === 405;
  const title = found ? "Method Not Allowed" : "Not Found";
  return json(status2, { error_message: { code: status2, title, description: found ? "" : null } });
}
function invalidInput2(field, value, message) {
  return new AodhRefusal(400, `Invalid input for field/attribute ${field}. Value: '${value}'. ${message}`);
}
function alarmNotFound(id) {
  return new AodhRefusal(404, `Alarm ${id} not found`);
}

// src/sandbox/aodh/rules.ts
var text3 = { kind: "text", mandatory: true };
var OPERATOR = { kind: "operator", otherwise: "eq" };
var THRESHOLD = { kind: "number", mandatory: true };
var COMMON3 = {
  comparison_operator: OPERATOR,
  threshold: THRESHOLD,
  aggregation_method: text3,
  evaluation_periods: { kind: "count", otherwise: 1 },
  granularity: { kind: "count", otherwise: 60 }
};
var RULES = {
  gnocchi_resources_threshold: { metric: text3, resource_id: text3, resource_type: text3, ...COMMON3 },
  gnocchi_aggregation_by_metrics_threshold: { metrics: { kind: "texts", mandatory: true }, ...COMMON3 },
  gnocchi_aggregation_by_resources_threshold: { metric: text3, query: text3, resource_type: text3, ...COMMON3 },
  event: {
    event_type: { kind: "text", otherwise: "*" },
    query: { kind: "event-query", otherwise: [] }
  },
  prometheus: { comparison_operator: OPERATOR, threshold: THRESHOLD, query: text3 }
};
var THRESHOLD_TYPES = [
  "gnocchi_resources_threshold",
  "gnocchi_aggregation_by_metrics_threshold",
  "gnocchi_aggregation_by_resources_threshold"
];
var COMPOSABLE = [
  "gnocchi_aggregation_by_metrics_threshold",
  "gnocchi_aggregation_by_resources_threshold",
  "gnocchi_resources_threshold",
  "prometheus"
];
var ALARM_TYPES = [
  "gnocchi_resources_threshold",
  "loadbalancer_member_health",
  "gnocchi_aggregation_by_metrics_threshold",
  "event",
  "gnocchi_aggregation_by_resources_threshold",
  "composite",
  "prometheus"
];
var OPERATORS = "eq, ge, ne, lt, gt, le";
var DEEPEST = 20;
function readRule(type, given2) {
  if (type === "composite") return readComposite(given2, 0);
  const table = RULES[type];
  if (!isObject(given2)) throw invalidInput2(`${type}_rule`, String(given2), "");
  if (table === void 0) return given2;
  const unknown = Object.keys(given2).find((key) => !Object.hasOwn(table, key));
  if (unknown !== void 0) throw new AodhRefusal(400, `Unknown attribute for argument data: ${unknown}`);
  return Object.fromEntries(
    Object.entries(table).map(([name, field]) => [name, readField(name, field, given2[name])])
  );
}
function readField(name, field, given2) {
  if (given2 === void 0) {
    if (field.mandatory === true) throw invalidInput2(name, "None", "Mandatory field missing.");
    return field.otherwise ?? null;
  }
  switch (field.kind) {
    case "operator":
      if (typeof given2 === "string" && OPERATORS.split(", ").includes(given2)) return given2;
      throw invalidInput2(name, pythonValue(given2), `Value should be one of: ${OPERATORS}`);
    case "number":
      if (typeof given2 === "number") return given2;
      throw invalidInput2(name, pythonValue(given2), `could not convert string to float: '${String(given2)}'`);
    case "count":
      if (typeof given2 === "number" && given2 < 1)
        throw invalidInput2(name, String(given2), "Value should be greater or equal to 1");
      return given2;
    case "texts":
      return Array.isArray(given2) ? given2.map(String) : [];
    case "event-query":
      return Array.isArray(given2) ? given2.filter(isObject).map(eventTerm) : [];
    case "text":
      return given2;
  }
}
function eventTerm(term) {
  const { field = null, op = "eq", value = null, type = "" } = term;
  return { field, op, value, type };
}
function pythonValue(value) {
  return value === null ? "None" : String(value);
}
function readComposite(given2, depth) {
  if (!isObject(given2) || depth > DEEPEST) throw notComposite(given2);
  const [[key, inner] = ["", null], ...more] = Object.entries(given2);
  if (key !== "" && more.length === 0) {
    if (key !== "and" && key !== "or")
      throw new AodhRefusal(400, 'Threshold rules should be combined with "and" or "or"');
    if (!Array.isArray(inner)) throw notComposite(given2);
    return { [key]: inner.map((one) => readComposite(one, depth + 1)) };
  }
  const { type, ...rule } = given2;
  if (typeof type !== "string") throw new AodhRefusal(400, "type must be set in every rule");
  if (!COMPOSABLE.includes(type)) {
    const plugins = `[${COMPOSABLE.map((one) => `'${one}'`).join(", ")}]`;
    const message = `Unsupported sub-rule type :${type} in composite rule, should be one of: ${plugins}`;
    throw new AodhRefusal(400, message);
  }
  return { ...rule, ...readRule(type, rule), type };
}
function notComposite(given2) {
  const shown4 = JSON.stringify(given2);
  const message = `Invalid input composite rule: ${shown4}, it should be a dict with an "and" or "or" as key, and the value of dict should be a list of basic threshold rules or sub composite rules, can be nested.`;
  return new AodhRefusal(400, message);
}
function ruleFields(type) {
  return Object.keys(RULES[type] ?? {});
}

// src/sandbox/aodh/alarms.ts
var CHANGES_KEPT = 200;
function createAlarm(cloud, id, actor, given2) {
  refuseOverQuota(cloud, actor);
  const { now } = cloud;
  const alarm = {
    id,
    serial: cloud.count(),
    ...actor,
    definition: scoped(cloud, given2, actor.project),
    timestamp: now,
    state: "insufficient data",
    stateTimestamp: now,
    stateReason: "Not evaluated yet",
    evaluated: now,
    changes: []
  };
  record2(cloud, alarm, "creation", { alarm_id: id, ...storedForm(alarm) }, actor);
  cloud.world.alarming.alarms[id] = alarm;
  planEvaluation(cloud);
  return alarm;
}
function changeAlarm(cloud, alarm, actor, given2) {
  const before = storedForm(alarm);
  alarm.definition = scoped(cloud, given2, alarm.project);
  alarm.user = actor.user;
  alarm.timestamp = cloud.now;
  const after2 = storedForm(alarm);
  const unseen = ["timestamp", "state_timestamp"];
  const changed3 = Object.entries(after2).filter(
    ([key, value]) => !unseen.includes(key) && !sameJson(value, before[key])
  );
  if (changed3.length > 0) record2(cloud, alarm, "rule change", Object.fromEntries(changed3), actor);
  planEvaluation(cloud);
}
function removeAlarm(cloud, id) {
  delete cloud.world.alarming.alarms[id];
}
function setState(cloud, alarm, actor, state) {
  alarm.state = state;
  alarm.stateTimestamp = cloud.now;
  alarm.stateReason = "Manually set via API";
  record2(cloud, alarm, "state transition", { state, state_reason: alarm.stateReason }, actor);
}
function record2(cloud, alarm, type, detail, { user, project }) {
  const change3 = { id: uuid(cloud.world.alarming), type, detail, user, project, at: cloud.now };
  alarm.changes = [change3, ...alarm.changes].slice(0, CHANGES_KEPT);
}
function refuseOverQuota(cloud, { user, project }) {
  const { alarms, quotas: quotas2 } = cloud.world.alarming;
  const quota2 = quotas2.find((one) => one.project === project);
  if (quota2 === void 0) return;
  const own = Object.values(alarms).filter((alarm) => alarm.user === user).length;
  if (own < quota2.limit) return;
  throw new AodhRefusal(403, `Alarm quota exceeded for user ${user} on project ${project}`);
}
function scoped(cloud, definition, project) {
  const { type, rule } = definition;
  if (!THRESHOLD_TYPES.includes(type)) return definition;
  const method = rule["aggregation_method"] ?? null;
  if (typeof method !== "string" || !AGGREGATION_METHODS.includes(method)) {
    const list2 = pythonList(AGGREGATION_METHODS);
    throw new AodhRefusal(
      400,
      `aggregation_method should be in ${list2} not ${method === null ? "None" : String(method)}`
    );
  }
  if (type !== "gnocchi_aggregation_by_resources_threshold") return definition;
  const given2 = textOr(rule["query"], "");
  const owned = { "=": { created_by_project_id: project } };
  const measured = {
    and: [{ "=": { created_by_project_id: CEILOMETER.project } }, { "=": { project_id: project } }]
  };
  const query = { and: [{ or: [owned, measured] }, parsed(given2)] };
  const whole = { ...rule, query: pythonJson(query) };
  tryOut(cloud, whole, query);
  return { ...definition, rule: whole };
}
function parsed(query) {
  try {
    return JSON.parse(query);
  } catch {
    throw invalidInput2("rule/query", query, "");
  }
}
function tryOut(cloud, rule, search) {
  const type = String(rule["resource_type"]);
  try {
    if (attributeNames(type) === void 0)
      throw new GnocchiRefusal(400, { cause: "Resource type does not exist", detail: type });
    const expression = readOperations(
      groupOperations(String(rule["aggregation_method"]), [String(rule["metric"])])
    );
    const metrics = namedMetrics(cloud, { type, search, visible: () => true }, referencesOf(expression));
    workOut(metrics, expression, { start: null, stop: null, granularity: null, fill: null, overlap: 0 });
  } catch (error) {
    if (!(error instanceof GnocchiRefusal)) throw error;
    if (error.status === 404) return;
    if (typeof error.description === "string")
      throw new AodhRefusal(500, "string indices must be integers, not 'str'");
    throw new AodhRefusal(400, error.description);
  }
}
function storedForm(alarm) {
  const { definition } = alarm;
  return {
    type: definition.type,
    enabled: definition.enabled,
    name: definition.name,
    description: definition.description,
    timestamp: microseconds(alarm.timestamp),
    user_id: alarm.user,
    project_id: alarm.project,
    state: alarm.state,
    state_timestamp: microseconds(alarm.stateTimestamp),
    state_reason: alarm.stateReason,
    ok_actions: [...definition.okActions],
    alarm_actions: [...definition.alarmActions],
    insufficient_data_actions: [...definition.insufficientDataActions],
    repeat_actions: definition.repeatActions,
    time_constraints: definition.timeConstraints.map((one) => ({ ...one })),
    severity: definition.severity,
    rule: definition.rule
  };
}

// src/sandbox/aodh/cron.ts
var MINUTE = 6e4;
var LONGEST = 366 * 24 * 60;
var RANGES = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7]
];
var NAMES3 = [
  {},
  {},
  {},
  named2("jan feb mar apr may jun jul aug sep oct nov dec", 1),
  named2("sun mon tue wed thu fri sat", 0)
];
function cronTrouble(text5) {
  const parts = text5.trim().split(/\s+/);
  if (parts.length !== 5 && parts.length !== 6)
    return "Exactly 5 or 6 columns has to be specified for iterator expression.";
  return readCron(text5) === void 0 ? `[${text5}] is not acceptable` : void 0;
}
function isTimeZone(name) {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
function isWithin(now, start, seconds2, timezone) {
  const cron = readCron(start);
  if (cron === void 0) return false;
  const wall = now + zoneOffset(now, timezone);
  const minute = Math.floor(wall / MINUTE);
  if (wall % MINUTE > 0 && begins(cron, minute + 1)) return true;
  const back = Math.min(LONGEST, Math.floor(seconds2 / 60) + 1);
  for (let step = 0; step <= back; step += 1) {
    const at = (minute - step) * MINUTE;
    if (wall - at > Math.max(seconds2 * 1e3, MINUTE - 1)) return false;
    if (begins(cron, minute - step)) return true;
  }
  return false;
}
function begins(cron, minute) {
  const at = new Date(minute * MINUTE);
  const [minutes, hours, days, months, weekdays] = cron.fields;
  const day = days?.includes(at.getUTCDate()) === true;
  const weekday = weekdays?.includes(at.getUTCDay()) === true;
  const onDay = cron.anyDay || cron.anyWeekday ? day && weekday : day || weekday;
  return minutes?.includes(at.getUTCMinutes()) === true && hours?.includes(at.getUTCHours()) === true && months?.includes(at.getUTCMonth() + 1) === true && onDay;
}
function readCron(text5) {
  const parts = text5.trim().split(/\s+/).slice(0, 5);
  const fields = RANGES.map(
    ([low, high], index) => readField2((parts[index] ?? "").toLowerCase(), low, high, NAMES3[index] ?? {})
  );
  const whole = fields.flatMap((field) => field === void 0 ? [] : [field]);
  if (whole.length < RANGES.length) return void 0;
  const weekdays = whole[4]?.map((day) => day % 7) ?? [];
  return { fields: [...whole.slice(0, 4), weekdays], anyDay: parts[2] === "*", anyWeekday: parts[4] === "*" };
}
function readField2(text5, low, high, names2) {
  const values = [];
  for (const part2 of text5.split(",")) {
    const [range = "", step = "1"] = part2.split("/");
    const [first = "", last] = range.split("-");
    const from = first === "*" ? low : names2[first] ?? integer(first);
    const open2 = first === "*" || part2.includes("/");
    const to = last === void 0 ? open2 ? high : from : names2[last] ?? integer(last);
    const by = integer(step);
    if (!(from >= low && to <= high && from <= to && by >= 1)) return void 0;
    for (let value = from; value <= to; value += by) values.push(value);
  }
  return values;
}
function integer(text5) {
  return /^\d+$/.test(text5) ? Number(text5) : Number.NaN;
}
function named2(words, first) {
  return Object.fromEntries(words.split(" ").map((word, index) => [word, index + first]));
}
function zoneOffset(now, timezone) {
  if (timezone === "" || timezone === "UTC") return 0;
  const format = new Intl.DateTimeFormat("en", { timeZone: timezone, timeZoneName: "longOffset" });
  const name = format.formatToParts(now).find((part2) => part2.type === "timeZoneName")?.value ?? "";
  const [, sign = "+", hours = "0", minutes = "0"] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
}

// src/sandbox/aodh/records.ts
var ALARM_STATES = ["ok", "alarm", "insufficient data"];

// src/sandbox/aodh/definition.ts
var KNOWN = /* @__PURE__ */ new Set([
  "alarm_id",
  "name",
  "description",
  "enabled",
  "ok_actions",
  "alarm_actions",
  "insufficient_data_actions",
  "repeat_actions",
  "type",
  "time_constraints",
  "project_id",
  "user_id",
  "timestamp",
  "state",
  "state_timestamp",
  "state_reason",
  "severity",
  "evaluate_timestamp",
  ...ALARM_TYPES.map((type) => `${type}_rule`)
]);
var SEVERITIES = ["low", "moderate", "critical"];
var SCHEMES = [
  "log",
  "test",
  "http",
  "https",
  "trust+http",
  "trust+https",
  "trust+zaqar",
  "trust+heat",
  "zaqar"
];
function readDefinition2(body, isAdmin2) {
  if (!isObject(body)) throw new AodhRefusal(400, "Request is not in valid JSON format");
  const unknown = Object.keys(body).find((key) => !KNOWN.has(key));
  if (unknown !== void 0) throw new AodhRefusal(400, `Unknown attribute for argument data: ${unknown}`);
  const severity = oneOf("severity", body["severity"] ?? "low", SEVERITIES);
  const type = typeOf(body);
  const given2 = body[`${type}_rule`];
  const rule = given2 === void 0 || given2 === null ? null : readRule(type, given2);
  const timeConstraints = listOf(body["time_constraints"]).map((one) => readConstraint(objectOr(one)));
  if (typeof body["name"] !== "string") throw missing("name");
  if (rule === null) throw new AodhRefusal(400, `${type}_rule must be set for ${type} type alarm`);
  const definition = {
    name: body["name"],
    description: textOr(body["description"], "") || defaultDescription(type, rule),
    enabled: truth2(body["enabled"], true),
    type,
    severity,
    repeatActions: truth2(body["repeat_actions"], false),
    okActions: readActions(body["ok_actions"], isAdmin2),
    alarmActions: readActions(body["alarm_actions"], isAdmin2),
    insufficientDataActions: readActions(body["insufficient_data_actions"], isAdmin2),
    timeConstraints,
    rule
  };
  if (new Set(timeConstraints.map(({ name }) => name)).size < timeConstraints.length)
    throw new AodhRefusal(400, "Time constraint names must be unique for a given alarm.");
  return definition;
}
function readState(body) {
  return ALARM_STATES.find((state) => state === body);
}
function typeOf(body) {
  if (body["type"] === void 0 || body["type"] === null) throw missing("type");
  return oneOf("type", body["type"], ALARM_TYPES);
}
function defaultDescription(type, rule) {
  return type === "event" ? `Alarm when ${String(rule["event_type"])} event occurred.` : `${type} alarm rule`;
}
function readActions(given2, isAdmin2) {
  const actions = [...new Set(listOf(given2).map(String))];
  for (const action of actions) {
    const scheme = /^([a-z+]+):/.exec(action)?.[1] ?? "";
    if (!SCHEMES.includes(scheme)) throw new AodhRefusal(400, `Unsupported action ${action}`);
    if (!isAdmin2 && (scheme === "log" || scheme === "test"))
      throw new AodhRefusal(401, `You are not authorized to create action: ${action}`);
    if (scheme.startsWith("trust+") && /^[^/]*\/\/[^/]*@/.test(action))
      throw new AodhRefusal(400, "trust URL cannot contain a trust ID.");
  }
  return actions;
}
function readConstraint(given2) {
  const { name, start, duration } = given2;
  if (typeof name !== "string") throw missing("name");
  if (typeof start !== "string") throw missing("start");
  const trouble = cronTrouble(start);
  if (trouble !== void 0) throw invalidInput2("start", start, trouble);
  if (typeof duration !== "number") throw missing("duration");
  if (duration < 0) throw invalidInput2("duration", `${duration}`, "Value should be greater or equal to 0");
  const timezone = textOr(given2["timezone"], "");
  if (timezone !== "" && !isTimeZone(timezone))
    throw new AodhRefusal(400, `Timezone ${timezone} is not valid`);
  const described = textOr(given2["description"], "");
  const description = described || `Time constraint at ${start} lasting for ${duration} seconds`;
  return { name, description, start, duration, timezone };
}
function truth2(value, otherwise) {
  if (typeof value === "boolean") return value;
  return typeof value === "string" ? value.toLowerCase() === "true" : otherwise;
}
function oneOf(field, value, allowed) {
  if (typeof value === "string" && allowed.includes(value)) return value;
  throw invalidInput2(
    field,
    value === null ? "None" : String(value),
    `Value should be one of: ${allowed.join(", ")}`
  );
}
function missing(field) {
  return invalidInput2(field, "None", "Mandatory field missing.");
}
function listOf(value) {
  return Array.isArray(value) ? value : [];
}

// src/sandbox/aodh/view.ts
function describeAlarm(alarm) {
  const { definition } = alarm;
  return {
    alarm_id: alarm.id,
    name: definition.name,
    description: definition.description,
    enabled: definition.enabled,
    ok_actions: [...definition.okActions],
    alarm_actions: [...definition.alarmActions],
    insufficient_data_actions: [...definition.insufficientDataActions],
    repeat_actions: definition.repeatActions,
    type: definition.type,
    time_constraints: definition.timeConstraints.map(({ name, description, start, duration, timezone }) => ({
      name,
      description,
      start,
      duration,
      timezone
    })),
    project_id: alarm.project,
    user_id: alarm.user,
    timestamp: microseconds(alarm.timestamp),
    state: alarm.state,
    state_timestamp: microseconds(alarm.stateTimestamp),
    state_reason: alarm.stateReason,
    severity: definition.severity,
    evaluate_timestamp: new Date(alarm.evaluated).toISOString().slice(0, 19),
    [`${definition.type}_rule`]: definition.rule
  };
}
function describeChange(alarm, change3) {
  return {
    event_id: change3.id,
    alarm_id: alarm.id,
    type: change3.type,
    detail: pythonJson(change3.detail),
    project_id: change3.project,
    user_id: change3.user,
    on_behalf_of: alarm.project,
    timestamp: microseconds(change3.at)
  };
}

// src/sandbox/heat/types/scaling-policy.ts
import { createHmac } from "node:crypto";

// src/sandbox/heat/properties.ts
function checkedProperties(table, values, path, check2) {
  return checkedMap(table, values, path, check2);
}
function withDefaults(table, values) {
  const result = {};
  for (const [name, schema] of Object.entries(table)) {
    const value = values[name] ?? schema.default;
    if (value === void 0 || value === null) continue;
    result[name] = schema.schema !== void 0 && isObject(value) ? withDefaults(schema.schema, value) : value;
  }
  return result;
}
function checkedMap(table, values, path, check2) {
  const stranger = Object.keys(values).find((name) => table[name] === void 0);
  if (stranger !== void 0) throw wrong(path, `Unknown Property ${stranger}`);
  const result = {};
  for (const [name, schema] of Object.entries(table)) {
    const value = values[name] ?? null;
    if (value === null && schema.required === true) throw wrong(path, `Property ${name} not assigned`);
    if (value !== null)
      result[name] = check2 === void 0 ? value : checkedValue(schema, value, [...path, name], check2);
  }
  return result;
}
function checkedValue(schema, value, path, check2) {
  if (isUnknown(value)) return value;
  const typed2 = typedValue(schema, value, path, check2);
  for (const constraint of schema.constraints ?? []) {
    const trouble = constraintTrouble(constraint, typed2, check2);
    if (trouble !== void 0) throw wrong(path, trouble);
  }
  return typed2;
}
function typedValue(schema, value, path, check2) {
  switch (schema.type) {
    case "string":
      if (typeof value === "object") throw wrong(path, `Value must be a string; got ${pythonRepr(value)}`);
      return parameterText(value);
    case "integer":
      return integer2(value, path);
    case "number":
      return numeric(value, path);
    case "boolean":
      return boolean(value, path);
    case "list":
      return listValue(schema, value, path, check2);
    case "map":
      return mapValue(schema, value, path, check2);
    default:
      return value;
  }
}
function integer2(value, path) {
  const number = typeof value === "string" && !/^\s*-?\d+\s*$/.test(value) ? Number.NaN : Number(value);
  if (Number.isNaN(number) || typeof value === "object" || typeof value === "boolean") {
    throw wrong(path, `Value '${String(value)}' is not an integer`);
  }
  return Math.trunc(number);
}
function numeric(value, path) {
  const number = typeof value === "object" || value === "" ? Number.NaN : Number(value);
  if (Number.isNaN(number)) throw wrong(path, `Value '${String(value)}' is not a number`);
  return number;
}
function boolean(value, path) {
  const text5 = String(value).toLowerCase();
  if (text5 === "true") return true;
  if (text5 === "false") return false;
  throw wrong(path, `"${String(value)}" is not a valid boolean`);
}
function listValue(schema, value, path, check2) {
  if (!Array.isArray(value)) throw wrong(path, `"${String(value)}" is not a list`);
  const { items } = schema;
  if (items === void 0) return value;
  return value.map((item, index) => checkedValue(items, item, [...path, String(index)], check2));
}
function mapValue(schema, value, path, check2) {
  const map = typeof value === "string" ? parsedMap(value) : value;
  if (!isObject(map)) throw wrong(path, `"${String(value)}" is not a map`);
  return schema.schema === void 0 ? map : checkedMap(schema.schema, map, path, check2);
}
function parsedMap(text5) {
  try {
    return JSON.parse(text5);
  } catch {
    return text5;
  }
}
function isUnknown(value) {
  return typeof value === "string" && value.includes(UNKNOWN);
}
function wrong(path, message) {
  return new InvalidValue("Property error", path, message);
}

// src/sandbox/heat/types/cooldown.ts
function beginScaling(site) {
  const { metadata } = site.row;
  if (metadata["scaling_in_progress"] === true) return false;
  const [end] = Object.keys(objectOr(metadata["cooldown_end"]));
  if (end !== void 0 && microseconds(site.cloud.now) < end) return false;
  site.row.metadata = { ...metadata, scaling_in_progress: true };
  return true;
}
function finishScaling(site, cooldown, reason, sizeChanged = true) {
  const { row: row2, cloud } = site;
  const metadata = { ...row2.metadata };
  if (sizeChanged) {
    const end = microseconds(cloud.now + Math.max(0, cooldown) * 1e3);
    const [before] = Object.keys(objectOr(metadata["cooldown_end"]));
    metadata["cooldown_end"] = { [before !== void 0 && before > end ? before : end]: reason };
  }
  metadata["scaling_in_progress"] = false;
  row2.metadata = metadata;
}

// src/sandbox/heat/types/group-arithmetic.ts
function newCapacity({ current, adjustment, type, minStep, min, max }) {
  return Math.max(min, Math.min(max, unbounded(current, adjustment, type, minStep)));
}
function unbounded(current, adjustment, type, minStep) {
  switch (type) {
    case "change_in_capacity":
    case "ChangeInCapacity":
      return current + adjustment;
    case "exact_capacity":
    case "ExactCapacity":
      return adjustment;
    default:
      return current + stepOf(roundedPercent(current, adjustment), minStep);
  }
}
function roundedPercent(current, percent) {
  const delta = current * percent / 100;
  const away = delta > 0 ? Math.ceil(delta) : Math.floor(delta);
  return Math.abs(delta) < 1 ? away : Math.trunc(delta);
}
function stepOf(adjustment, minStep) {
  if (minStep === null || minStep <= Math.abs(adjustment)) return adjustment;
  return adjustment > 0 ? minStep : -minStep;
}
function rollingBatches(target, capacity, batchSize, minInService) {
  const batches = [];
  let current = capacity;
  let updated = 0;
  while (!(updated >= current && current === target)) {
    const least = Math.min(minInService, target, current);
    const changes = Math.min(batchSize, Math.max(target - updated, 0));
    const size = changes + Math.max(Math.min(current, target - changes), least);
    batches.push({ size, changes });
    current = size;
    updated += changes;
  }
  return batches;
}
function memberDefinitions(old, definition, batch2, newName) {
  const kept = batch2.size === 0 ? [] : old.slice(-batch2.size);
  let replace2 = batch2.changes - (batch2.size - kept.length);
  const members = kept.map((member2) => {
    if (replace2 <= 0 || sameJson(member2.definition, definition)) return member2;
    replace2 -= 1;
    return { name: member2.name, definition };
  });
  const added = Array.from({ length: batch2.size - kept.length }, () => ({ name: newName(), definition }));
  return [...members, ...added];
}

// src/sandbox/heat/template/references.ts
function referencesIn(value, dialect, names2) {
  const resources = /* @__PURE__ */ new Set();
  const attributes = [];
  walk(value, (key, argument) => {
    if (key === (dialect === "hot" ? "get_resource" : "Ref") && typeof argument === "string") {
      if (dialect === "hot" || names2.has(argument)) resources.add(argument);
    }
    if (key === (dialect === "hot" ? "get_attr" : "Fn::GetAtt") && Array.isArray(argument)) {
      const [resource, ...path] = argument;
      if (typeof resource !== "string") return;
      resources.add(resource);
      attributes.push({ resource, path: path.map(String) });
    }
  });
  return { resources, attributes };
}
function walk(value, visit) {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit);
    return;
  }
  if (!isObject(value)) return;
  for (const [key, item] of Object.entries(value)) {
    visit(key, item);
    walk(item, visit);
  }
}

// src/sandbox/heat/outputs.ts
function stackOutput(cloud, stack, name) {
  const output2 = readTemplate(stack.content.template).outputs.find((one) => one.name === name);
  if (output2 === void 0) return void 0;
  return resolve(output2.value, stackScope(cloud, stack), ["outputs", name, "value"]) ?? null;
}
function describeOutputs(cloud, stack) {
  return readTemplate(stack.content.template).outputs.map((output2) => describeOutput(cloud, stack, output2));
}
function describeOutput(cloud, stack, output2) {
  const shown4 = { output_key: output2.name, description: output2.description };
  try {
    const value = resolve(output2.value, stackScope(cloud, stack), ["outputs", output2.name, "value"]) ?? null;
    return { ...shown4, output_value: value };
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error;
    return { ...shown4, output_error: error.message, output_value: null };
  }
}

// src/sandbox/heat/template/yaml.ts
var import_yaml = __toESM(require_dist(), 1);
var TRUE = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
var FALSE = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/;
function readYaml(text5) {
  try {
    const value = (0, import_yaml.parse)(text5, {
      version: "1.1",
      customTags: (tags) => [...tags.filter((tag) => keeps(tag)), truth3(TRUE, true), truth3(FALSE, false)],
      logLevel: "error"
    });
    return { kind: "value", value: value ?? null };
  } catch (error) {
    if (error instanceof import_yaml.YAMLParseError || error instanceof ReferenceError) {
      return { kind: "error", message: error.message };
    }
    throw error;
  }
}
function keeps(tag) {
  const name = typeof tag === "object" && tag !== null && "tag" in tag ? String(tag.tag) : String(tag);
  return !/(?::|^)(?:bool|timestamp)$/.test(name);
}
function truth3(test, value) {
  return { tag: "tag:yaml.org,2002:bool", default: true, test, resolve: () => value };
}

// src/sandbox/heat/types/template-resource.ts
var parsedFiles = /* @__PURE__ */ new Map();
var schemas = /* @__PURE__ */ new WeakMap();
var MOST_FILES = 2e3;
var STACK_ID = "OS::stack_id";
var TYPES2 = {
  string: "string",
  number: "number",
  boolean: "boolean",
  json: "map",
  comma_delimited_list: "list",
  String: "string",
  Number: "number",
  CommaDelimitedList: "list",
  Json: "map"
};
function templateType(content2, name) {
  const text5 = content2.files[name];
  if (text5 === void 0) return void 0;
  const raw = parsedFile(text5);
  return {
    schema: schemaOf(raw),
    nestedStack: true,
    isTemplate: true,
    validate: (properties, site) => {
      const inner = childContent(site.content, raw, whatIsKnown(properties));
      site.validateNested({ ...inner, environment: withPlaceholders(inner.environment, raw) }, [
        `${site.name}<${name}>`
      ]);
    },
    create: (site) => site.nested.create(site, childContent(site.stack.content, raw, ownProperties(site)), "created"),
    update: (site) => site.nested.update(site, childContent(site.stack.content, raw, ownProperties(site)), "updated"),
    remove: (site) => site.nested.remove(site, "removed"),
    resume: () => DONE,
    reference: (site) => output(site, STACK_ID) ?? arn(site),
    attribute: (site, attribute4, path) => nestedAttribute(site, attribute4, path)
  };
}
function parsedFile(text5) {
  const before = parsedFiles.get(text5);
  if (before !== void 0) return before;
  const result = readYaml(text5);
  if (result.kind === "error" || !isObject(result.value)) {
    const detail = result.kind === "error" ? result.message : "The template is not a JSON object or YAML mapping.";
    throw new HeatProblem("StackValidationFailed", `Failed to retrieve template data: ${detail}`);
  }
  if (parsedFiles.size >= MOST_FILES) parsedFiles.clear();
  parsedFiles.set(text5, result.value);
  return result.value;
}
function schemaOf(raw) {
  const before = schemas.get(raw);
  if (before !== void 0) return before;
  const template = readTemplate(raw);
  const properties = Object.fromEntries(
    Object.entries(template.parameters).map(([name, parameter]) => [name, propertyOf(objectOr(parameter))])
  );
  const attributes = [...template.outputs.map((one) => one.name), STACK_ID, "show"];
  const schema = { properties, attributes };
  schemas.set(raw, schema);
  return schema;
}
function propertyOf(parameter) {
  const fallback = parameter["default"] ?? parameter["Default"];
  const constraints = Array.isArray(parameter["constraints"]) ? parameter["constraints"].filter(isObject) : [];
  return {
    type: TYPES2[String(parameter["type"] ?? parameter["Type"])] ?? "string",
    required: fallback === void 0,
    update: true,
    default: fallback,
    constraints
  };
}
function childContent(parent, template, parameters) {
  return { template, files: parent.files, environment: childEnvironment(parent.environment, parameters) };
}
function childEnvironment(parent, parameters) {
  return { ...parent, parameters };
}
function ownProperties(site) {
  return (site.row.work ?? site.row).properties;
}
function whatIsKnown(properties) {
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => !JSON.stringify(value).includes(UNKNOWN_IN_JSON))
  );
}
var UNKNOWN_IN_JSON = JSON.stringify(UNKNOWN).slice(1, -1);
function withPlaceholders(environment, raw) {
  const template = readTemplate(raw);
  const missing4 = Object.entries(template.parameters).filter(
    ([, one]) => objectOr(one)["default"] === void 0 && objectOr(one)["Default"] === void 0
  );
  const filler = missing4.map(([name, one]) => [
    name,
    placeholderFor(String(objectOr(one)["type"] ?? objectOr(one)["Type"]))
  ]);
  return { ...environment, parameters: { ...Object.fromEntries(filler), ...environment.parameters } };
}
function placeholderFor(type) {
  if (/number/i.test(type)) return 1;
  if (/boolean/i.test(type)) return false;
  if (/json/i.test(type)) return {};
  return "";
}
function output(site, name) {
  const nested = site.nested.find(site);
  return nested === void 0 ? void 0 : stackOutput(site.cloud, nested, name) ?? void 0;
}
function nestedAttribute(site, attribute4, path) {
  const value = output(site, attribute4);
  return path.reduce(
    (current, part2) => Array.isArray(current) ? current[Number(part2)] : isObject(current) ? current[part2] : void 0,
    value
  );
}
function arn(site) {
  const nested = site.nested.find(site);
  return nested === void 0 ? void 0 : `arn:openstack:heat::${nested.project}:stacks/${nested.name}/${nested.id}`;
}

// src/sandbox/heat/types/group-members.ts
function membersOf2(site) {
  const nested = site.nested.find(site);
  const failed4 = (row2) => row2.status === "FAILED" ? 0 : 1;
  return (nested === void 0 ? [] : currentRows(nested)).sort(
    (one, other) => failed4(one) - failed4(other) || wholeSeconds(one) - wholeSeconds(other) || (one.name < other.name ? -1 : 1)
  );
}
function groupSize(site) {
  return membersOf2(site).filter((row2) => row2.status !== "FAILED").length;
}
function groupContent(site, definition, batch2) {
  const nested = site.nested.find(site);
  const stored = objectOr(nested?.content.template["resources"]);
  const old = membersOf2(site).flatMap(({ name }) => {
    const raw = stored[name];
    return raw === void 0 ? [] : [{ name, definition: objectOr(raw) }];
  });
  const members = memberDefinitions(old, definition, batch2, () => shortId(site.cloud.world));
  const content2 = childContent(site.stack.content, groupTemplate(site, members), {});
  return { ...content2, files: filesFor(site) };
}
function filesFor(site) {
  const { files } = site.stack.content;
  return site.row.work?.action === "UPDATE" ? { ...site.stack.last?.files, ...files } : files;
}
function groupTemplate(site, members) {
  const outputs = {};
  for (const path of attributePaths(site)) {
    const value = Object.fromEntries(members.map(({ name }) => [name, { get_attr: [name, ...path] }]));
    outputs[["outputs", ...path].join(", ")] = { value };
  }
  outputs["refs_map"] = {
    value: Object.fromEntries(members.map(({ name }) => [name, { get_resource: name }]))
  };
  return {
    heat_template_version: "2015-04-30",
    resources: Object.fromEntries(members.map(({ name, definition }) => [name, definition])),
    outputs
  };
}
function attributePaths(site) {
  const { template } = site.stack.content;
  const { dialect } = readTemplate(template);
  const places = [
    template["resources"] ?? template["Resources"] ?? {},
    template["outputs"] ?? template["Outputs"] ?? {}
  ];
  const found = /* @__PURE__ */ new Map();
  for (const { resource, path } of referencesIn(places, dialect, /* @__PURE__ */ new Set()).attributes) {
    const [name = "", ...rest] = path;
    if (resource !== site.row.name || rest.length === 0) continue;
    if (name === "outputs" || name === "outputs_list") found.set(rest.join(", "), rest);
  }
  return [...found.values()];
}
function groupAttribute(site, name, path) {
  const nested = site.nested.find(site);
  if (nested === void 0) return void 0;
  const rows = membersOf2(site).filter((row2) => row2.status !== "FAILED");
  const reference = (row2) => rowReference(site.cloud, nested, row2);
  const attribute4 = (row2, at) => rowAttribute(site.cloud, nested, row2, at);
  switch (name) {
    case "current_size":
      return rows.length;
    case "refs":
      return select(rows.map(reference), [...path]);
    case "refs_map":
      return select(Object.fromEntries(rows.map((row2) => [row2.name, reference(row2)])), [...path]);
    case "outputs_list":
      return rows.map((row2) => attribute4(row2, path));
    case "outputs":
      return Object.fromEntries(rows.map((row2) => [row2.name, attribute4(row2, path)]));
    case "InstanceList":
      return rows.map((row2) => attribute4(row2, ["PublicIp"])).join(",");
    default:
      return memberAttribute(rows, name, path, reference, attribute4);
  }
}
function memberAttribute(rows, name, path, reference, attribute4) {
  const [word, index, ...rest] = name.split(".");
  const row2 = word === "resource" ? rows[Number(index)] : void 0;
  if (row2 === void 0) return void 0;
  const at = [...rest, ...path];
  return at.length === 0 ? reference(row2) : attribute4(row2, at);
}
function wholeSeconds(row2) {
  return Math.floor(row2.created / 1e3);
}

// src/sandbox/heat/types/group.ts
function groupBehaviour(kind) {
  return {
    nestedStack: true,
    validateFirst: (raw, path) => validateSizes(kind, raw, path),
    validate: kind.validateMember,
    create: (site) => {
      const size = numberOf(site, kind.desired) || (numberOf(site, kind.min) ?? 0);
      return site.nested.create(site, groupContent(site, kind.member(site), { size, changes: 0 }), "made");
    },
    update: (site) => beginUpdate(kind, site),
    remove: (site) => site.nested.remove(site, "removed"),
    resume: (site, phase) => resumeGroup(kind, site, phase),
    reference: (site) => physicalName(site.stack, site.row),
    attribute: groupAttribute,
    nestedSettled: (site) => endScaling(site)
  };
}
function adjustGroup(kind, site, signal) {
  const { row: row2 } = site;
  if (row2.status !== "COMPLETE" || row2.work !== null) return false;
  const current = groupSize(site);
  const size = capacityWithin(kind, site, current, signal.adjustment, signal.type, signal.minStep);
  if (size === current) return false;
  const cooldown = signal.cooldown ?? numberOf(site, kind.cooldown) ?? 0;
  if (!beginScaling(site)) return false;
  row2.data["scaling"] = { policy: signal.policy, cooldown, reason: `${signal.type} : ${signal.adjustment}` };
  const step = site.nested.update(site, groupContent(site, kind.member(site), { size, changes: 0 }), "");
  if (step.kind === "nested") return true;
  delete row2.data["scaling"];
  finishScaling(site, cooldown, "", false);
  return false;
}
function validateSizes(kind, raw, path) {
  const min = wholeNumber(raw[kind.min], path);
  const max = wholeNumber(raw[kind.max], path);
  const desired = wholeNumber(raw[kind.desired], path);
  if (min === void 0 || max === void 0) return;
  if (max < min) throw refused3("MinSize can not be greater than MaxSize");
  if (min < 0) throw refused3("The size of AutoScalingGroup can not be less than zero");
  if (desired !== void 0 && (desired < min || desired > max)) {
    throw refused3("DesiredCapacity must be between MinSize and MaxSize");
  }
}
function wholeNumber(value, path) {
  if (value === void 0 || value === null || isUnknown(value)) return void 0;
  if (typeof value === "number") return Math.trunc(value);
  if (typeof value === "string" && /^\s*-?\d+\s*$/.test(value)) return Number(value);
  throw new InvalidValue("ValueError", path, `Value '${String(value)}' is not an integer`);
}
function refused3(message) {
  return new HeatProblem("StackValidationFailed", message);
}
function validateMemberTemplate(site, member2, name = shortId(site.cloud.world)) {
  const template = { heat_template_version: "2015-04-30", resources: { [name]: member2 } };
  site.validateNested(childContent(site.content, template, {}), [`${site.name}<nested_stack>`]);
}
function beginUpdate(kind, site) {
  const policy = kind.rolling(site);
  if (policy === void 0) return resize(kind, site);
  const capacity = membersOf2(site).length;
  const target = Math.min(numberOf(site, kind.desired) || capacity, capacity);
  const batches = rollingBatches(target, capacity, policy.maxBatch, policy.minInService);
  const timeout = (site.stack.timeoutMins ?? 60) * 60;
  if (policy.pause * Math.max(batches.length - 1, 0) >= timeout) {
    return {
      kind: "failed",
      error: "ValueError",
      message: "The current update policy will result in stack update timeout."
    };
  }
  if (site.row.work !== null)
    site.row.work.notes = {
      batches: batches.map(({ size, changes }) => [size, changes]),
      pause: policy.pause
    };
  return nextBatch(kind, site);
}
function nextBatch(kind, site) {
  const batch2 = takeBatch(site);
  if (batch2 === void 0) return resize(kind, site);
  return site.nested.update(site, groupContent(site, kind.member(site), batch2), "batch");
}
function takeBatch(site) {
  const { work } = site.row;
  const list2 = work?.notes["batches"];
  if (work === null || !Array.isArray(list2)) return void 0;
  const [first, ...rest] = list2;
  work.notes = { ...work.notes, batches: rest };
  return Array.isArray(first) ? { size: Number(first[0]), changes: Number(first[1]) } : void 0;
}
function resumeGroup(kind, site, phase) {
  switch (phase) {
    case "batch":
      return afterBatch(kind, site);
    case "paused":
      return nextBatch(kind, site);
    case "made":
    case "resized":
      finishScaling(site, numberOf(site, kind.cooldown) ?? 0, `ExactCapacity : ${groupSize(site)}`);
      return DONE;
    default:
      return DONE;
  }
}
function afterBatch(kind, site) {
  const notes = site.row.work?.notes ?? {};
  const more = Array.isArray(notes["batches"]) && notes["batches"].length > 0;
  const pause = Number(notes["pause"] ?? 0);
  return more && pause > 0 ? { kind: "wait", seconds: pause, phase: "paused" } : nextBatch(kind, site);
}
function resize(kind, site) {
  const current = groupSize(site);
  const wanted2 = numberOf(site, kind.desired) || current;
  const size = capacityWithin(kind, site, current, wanted2, "ExactCapacity", null);
  return site.nested.update(site, groupContent(site, kind.member(site), { size, changes: 0 }), "resized");
}
function capacityWithin(kind, site, current, adjustment, type, minStep) {
  const min = numberOf(site, kind.min) ?? 0;
  const max = numberOf(site, kind.max) ?? 0;
  return newCapacity({ current, adjustment, type, minStep, min, max });
}
function endScaling(site) {
  const { row: row2, cloud, stack } = site;
  const scaling = row2.data["scaling"];
  const nested = site.nested.find(site);
  if (scaling === void 0 || typeof scaling !== "object" || scaling === null || Array.isArray(scaling))
    return;
  if (nested?.status === "IN_PROGRESS") return;
  delete row2.data["scaling"];
  const well2 = nested?.status === "COMPLETE";
  finishScaling(site, Number(scaling["cooldown"]), String(scaling["reason"]), well2);
  const policy = [...stack.rows.values()].find((one) => one.name === scaling["policy"]);
  if (well2 && policy !== void 0) recordRow(cloud, stack, policy, "SIGNAL_COMPLETE", "Unknown");
}
function numberOf(site, name) {
  const value = site.properties[name];
  return typeof value === "number" ? value : void 0;
}

// src/sandbox/heat/types/group-kinds.ts
var HEAT_GROUP = {
  min: "min_size",
  max: "max_size",
  desired: "desired_capacity",
  cooldown: "cooldown",
  member: (site) => objectOr(site.properties["resource"]),
  rolling: (site) => {
    if (!site.changed.has("resource")) return void 0;
    const policy = objectOr(site.properties["rolling_updates"]);
    return {
      minInService: Number(policy["min_in_service"] ?? 0),
      maxBatch: Number(policy["max_batch_size"] ?? 1),
      pause: Number(policy["pause_time"] ?? 0)
    };
  },
  validateMember: (properties, site) => validateMemberTemplate(site, objectOr(properties["resource"]))
};
var AWS_GROUP = {
  min: "MinSize",
  max: "MaxSize",
  desired: "DesiredCapacity",
  cooldown: "Cooldown",
  member: awsMember,
  rolling: (site) => {
    const policy = site.definition.updatePolicy["AutoScalingRollingUpdate"];
    if (!site.changed.has("LaunchConfigurationName") || !isObject(policy)) return void 0;
    return {
      minInService: Number(policy["MinInstancesInService"] ?? 0),
      maxBatch: Number(policy["MaxBatchSize"] ?? 1),
      pause: isoSeconds2(String(policy["PauseTime"] ?? "PT0S"))
    };
  },
  validateMember: validateLaunch
};
function awsMember(site) {
  const name = site.properties["LaunchConfigurationName"];
  const row2 = currentRows(site.stack).find((one) => rowReference(site.cloud, site.stack, one) === name);
  const launch = row2?.properties ?? {};
  const group = `${site.stack.name}-${site.row.name}-${site.row.shortId}`;
  const tags = Array.isArray(site.properties["Tags"]) ? site.properties["Tags"] : [];
  const metered = tags.some((tag) => String(objectOr(tag)["Key"]).startsWith("metering."));
  const more = metered ? [] : [{ Key: "metering.groupname", Value: group }];
  const subnet = Array.isArray(site.properties["VPCZoneIdentifier"]) ? site.properties["VPCZoneIdentifier"][0] : void 0;
  const properties = {
    ...launch,
    Tags: [...tags, ...more, { Key: "metering.AutoScalingGroupName", Value: group }],
    ...subnet === void 0 ? {} : { SubnetId: subnet }
  };
  return { type: "AWS::EC2::Instance", properties };
}
function validateLaunch(properties, site) {
  if (properties["InstanceId"] === void 0 === (properties["LaunchConfigurationName"] === void 0)) {
    const message = "Either 'InstanceId' or 'LaunchConfigurationName' must be provided.";
    throw new InvalidValue("", site.path, message);
  }
}
function isoSeconds2(text5) {
  const [, hours = "0", minutes = "0", seconds2 = "0"] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(text5) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds2);
}

// src/sandbox/heat/types/scaling-policy.ts
var HEAT_POLICY = {
  group: "auto_scaling_group_id",
  adjustment: "scaling_adjustment",
  type: "adjustment_type",
  minStep: "min_adjustment_step",
  cooldown: "cooldown",
  percent: "percent_change_in_capacity"
};
var AWS_POLICY = {
  group: "AutoScalingGroupName",
  adjustment: "ScalingAdjustment",
  type: "AdjustmentType",
  minStep: "MinAdjustmentStep",
  cooldown: "Cooldown",
  percent: "PercentChangeInCapacity"
};
function policyBehaviour(names2) {
  return {
    validate: (properties) => validatePolicy(names2, properties),
    create: (site) => {
      site.row.physicalId = hexDigits(site.cloud.world, 32);
      return DONE;
    },
    update: () => DONE,
    attribute: policyAttribute,
    ...names2 === AWS_POLICY ? { reference: (site) => alarmUrl(site) } : {},
    signal: (site) => signalGroup(names2, site)
  };
}
function validatePolicy(names2, properties) {
  if (properties[names2.minStep] === void 0 || properties[names2.type] === names2.percent) return;
  const message = `${names2.minStep} property should only be specified for ${names2.type} with value ${names2.percent}.`;
  throw new HeatProblem("ResourcePropertyValueDependency", message);
}
function signalGroup(names2, site) {
  const { cloud, stack, properties } = site;
  const id = properties[names2.group];
  const row2 = currentRows(stack).find(
    (one) => rowReference(cloud, stack, one) === id || one.physicalId === id
  );
  if (row2 === void 0) {
    throw new HeatProblem(
      "NotFound",
      `Alarm ${site.row.name} could not find scaling group named "${String(id)}"`
    );
  }
  const kind = row2.type.startsWith("AWS::") ? AWS_GROUP : HEAT_GROUP;
  adjustGroup(kind, siteOf(cloud, stack, row2), {
    adjustment: Number(properties[names2.adjustment]),
    type: String(properties[names2.type]),
    minStep: numberOrNull(properties[names2.minStep]),
    cooldown: numberOrNull(properties[names2.cooldown]),
    policy: site.row.name
  });
}
function policyAttribute(site, name) {
  if (name === "signal_url") return signalUrl(site);
  return name === "alarm_url" || name === "AlarmUrl" ? alarmUrl(site) : void 0;
}
function signalUrl(site) {
  const { cloud, stack, row: row2 } = site;
  return `${cloud.base}/orchestration/v1/${stack.project}/stacks/${stack.name}/${stack.id}/resources/${row2.name}/signal`;
}
function alarmUrl(site) {
  const { cloud, stack, row: row2 } = site;
  const arn2 = encodeURIComponent(`arn:openstack:heat::${stack.project}:stacks`);
  const key = stableId(`${stack.id}/${row2.name}`);
  const signature = encodeURIComponent(alarmSignature(stack.id, row2.name));
  const query = `SignatureMethod=HmacSHA256&SignatureVersion=2&AWSAccessKeyId=${key}&Signature=${signature}`;
  return `${cloud.base}/cloudformation/v1/signal/${arn2}/${stack.name}/${stack.id}/resources/${row2.name}?${query}`;
}
function alarmSignature(stack, resource) {
  return createHmac("sha256", "sandbox").update(`${stack}/${resource}`).digest("base64");
}
function numberOrNull(value) {
  return typeof value === "number" ? value : null;
}

// src/sandbox/heat/types/alarm.ts
var ERRORS = {
  400: "BadRequest",
  401: "Unauthorized",
  403: "Forbidden",
  404: "NotFound"
};
var QUEUES = [
  ["alarm_actions", "alarm_queues"],
  ["ok_actions", "ok_queues"],
  ["insufficient_data_actions", "insufficient_data_queues"]
];
function alarmBehaviour(type) {
  return {
    create: (site) => {
      const id = uuid(site.cloud.world);
      return attempt(() => {
        make(site, type, id);
        site.row.physicalId = id;
        return { kind: "wait", seconds: site.cloud.world.timings.light, phase: "made" };
      });
    },
    update: (site) => {
      if (site.changed.size === 0) return DONE;
      return attempt(() => {
        change(site, type === "composite" ? changedAlone(site) : requestBody(site, type));
        return { kind: "wait", seconds: site.cloud.world.timings.light, phase: "updated" };
      });
    },
    remove: (site) => {
      removeAlarm(site.cloud, site.row.physicalId ?? "");
      return { kind: "wait", seconds: site.cloud.world.timings.light, phase: "removed" };
    },
    resume: () => DONE,
    adopt: (site) => {
      attempt(() => {
        if (alarmOf(site) === void 0) make(site, type, site.row.physicalId ?? "");
        return DONE;
      });
    },
    attribute: (site, name) => name === "show" ? shown(site) : site.properties[name],
    show: shown,
    check: (site) => {
      if (alarmOf(site) !== void 0) return null;
      return { error: "NotFound", message: inHttp(404, missing2(site)) };
    },
    suspend: (site) => switchTo(site, false),
    resumeAction: (site) => switchTo(site, true)
  };
}
function make(site, type, id) {
  const body = { ...requestBody(site, type), name: physicalName(site.stack, site.row) };
  createAlarm(site.cloud, id, actorOf(site), readDefinition2(body, false));
}
function attempt(deed) {
  try {
    return deed();
  } catch (error) {
    if (!(error instanceof AodhRefusal)) throw error;
    const { status: status2, fault } = error;
    const message = inHttp(status2, typeof fault === "string" ? fault : pythonRepr(fault));
    return { kind: "failed", error: ERRORS[status2] ?? "ClientException", message };
  }
}
function inHttp(status2, text5) {
  return `${text5} (HTTP ${status2}) (Request-ID: req-0)`;
}
function change(site, given2) {
  const alarm = alarmOf(site);
  if (alarm === void 0) throw new AodhRefusal(404, missing2(site));
  changeAlarm(site.cloud, alarm, actorOf(site), readDefinition2({ ...describeAlarm(alarm), ...given2 }, false));
}
function switchTo(site, enabled) {
  if (alarmOf(site) !== void 0) change(site, { enabled });
}
function changedAlone(site) {
  const body = requestBody(site, "composite");
  const actions = QUEUES.map(([name, queues]) => {
    return [name, site.changed.has(name) || site.changed.has(queues) ? body[name] ?? [] : []];
  });
  const others = Object.entries(body).filter(([name]) => site.changed.has(name));
  return { type: "composite", ...Object.fromEntries([...others, ...actions]) };
}
function requestBody(site, type) {
  const { properties } = site;
  const value = (name) => properties[name] ?? null;
  const actions = QUEUES.map(([name, queues]) => [
    name,
    [...urls(site, listOf2(value(name))), ...listOf2(value(queues)).map(queueUrl)]
  ]);
  return {
    type,
    description: value("description"),
    enabled: value("enabled"),
    repeat_actions: value("repeat_actions"),
    severity: value("severity"),
    time_constraints: value("time_constraints"),
    ...Object.fromEntries(actions),
    [`${type}_rule`]: ruleOf(type, value)
  };
}
function ruleOf(type, value) {
  if (type === "composite") {
    const rule = objectOr(value("composite_rule"));
    return { [String(rule["operator"])]: rule["rules"] ?? [] };
  }
  if (type === "loadbalancer_member_health") {
    const [pool, stack] = [value("pool"), value("stack")];
    return { pool_id: pool, stack_id: stack, autoscaling_group_id: value("autoscaling_group_id") };
  }
  const fields = ruleFields(type).map((name) => [name, value(name)]);
  return Object.fromEntries(type === "event" ? fields.filter(([, one]) => one !== null) : fields);
}
function urls(site, actions) {
  return actions.map(String).map((action) => {
    const row2 = currentRow(site.stack, action);
    return row2 === void 0 ? action : alarmUrl({ ...site, row: row2 });
  });
}
function queueUrl(queue) {
  return `trust+zaqar://?queue_name=${encodeURIComponent(String(queue))}`;
}
function alarmOf(site) {
  return site.cloud.world.alarming.alarms[site.row.physicalId ?? ""];
}
function shown(site) {
  const alarm = alarmOf(site);
  return alarm === void 0 ? void 0 : describeAlarm(alarm);
}
function missing2(site) {
  return `Alarm ${site.row.physicalId ?? ""} not found`;
}
function actorOf(site) {
  return { user: site.stack.user, project: site.stack.project };
}
function listOf2(value) {
  return Array.isArray(value) ? value : [];
}

// src/sandbox/heat/types/light.ts
function lightBehaviour(options = {}) {
  const wait = (site, phase) => {
    const seconds2 = options.seconds?.(site) ?? site.cloud.world.timings.light;
    return seconds2 > 0 ? { kind: "wait", seconds: seconds2, phase } : DONE;
  };
  return {
    create: (site) => {
      site.row.physicalId = options.id?.(site) ?? uuid(site.cloud.world);
      options.made?.(site);
      return wait(site, "made");
    },
    update: (site) => wait(site, "updated"),
    remove: (site) => {
      options.removed?.(site);
      return wait(site, "removed");
    },
    resume: () => DONE,
    ...options.reference === void 0 ? {} : { reference: options.reference },
    attribute: (site, name, path) => {
      const value = options.attribute?.(site, name) ?? ownValue(site.properties, name);
      return value === void 0 ? void 0 : select(value, [...path]);
    },
    check: () => null
  };
}
function nameId(site) {
  return physicalName(site.stack, site.row);
}
function ownValue(properties, name) {
  return properties[name];
}

// src/sandbox/heat/types/heat-resources.ts
var instant = () => 0;
function withoutCheck(behaviour) {
  const { check: _check, ...rest } = behaviour;
  return rest;
}
var VALUE = withoutCheck(
  lightBehaviour({
    id: nameId,
    seconds: instant,
    attribute: (site, name) => name === "value" ? site.properties["value"] : void 0
  })
);
var NONE = withoutCheck(lightBehaviour({ id: nameId, seconds: instant }));
var TEST_RESOURCE = {
  create: (site) => {
    if (site.properties["fail"] !== true) site.row.physicalId = nameId(site);
    return testStep(site, "create");
  },
  update: (site) => {
    if (site.properties["update_replace"] === true) return { kind: "replace" };
    return testStep(site, "update");
  },
  remove: (site) => testStep(site, "delete"),
  resume: (site, phase) => phase !== "delete" && site.properties["fail"] === true ? testFailed(site) : DONE,
  attribute: (site, name) => name === "output" ? site.row.properties["value"] ?? site.properties["value"] ?? null : null
};
function testFailed(site) {
  return { kind: "failed", error: "ValueError", message: `Test Resource failed ${site.row.name}` };
}
function testStep(site, action) {
  const own = site.properties["action_wait_secs"];
  const seconds2 = Number((isObject(own) ? own[action] : void 0) ?? site.properties["wait_secs"] ?? 0);
  if (seconds2 < 0) return { kind: "idle", phase: action };
  if (seconds2 > 0) return { kind: "wait", seconds: seconds2, phase: action };
  return action !== "delete" && site.properties["fail"] === true ? testFailed(site) : DONE;
}
var RANDOM_STRING = withoutCheck(
  lightBehaviour({
    id: nameId,
    seconds: instant,
    made: (site) => {
      site.row.data["value"] = randomText(site, Number(site.properties["length"] ?? 32));
    },
    reference: (site) => site.row.data["value"] ?? site.row.name,
    attribute: (site, name) => name === "value" ? site.row.data["value"] : void 0
  })
);
function randomText(site, length) {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  const { world } = site.cloud;
  return Array.from({ length }, () => letters.charAt(nextWord(world) % letters.length)).join("");
}
var DELAY = {
  create: (site) => {
    site.row.physicalId = nameId(site);
    return delayStep(site, "CREATE");
  },
  update: () => DONE,
  remove: (site) => delayStep(site, "DELETE"),
  resume: () => DONE
};
function delayStep(site, action) {
  const actions = site.properties["actions"] ?? ["CREATE"];
  const seconds2 = Number(site.properties["min_wait"] ?? 0);
  const waits = Array.isArray(actions) && actions.includes(action) && seconds2 > 0;
  return waits ? { kind: "wait", seconds: seconds2, phase: "waited" } : DONE;
}
function configText(site, name) {
  if (name !== "config") return void 0;
  return textOr(
    site.properties["config"],
    JSON.stringify(site.properties["cloud_config"] ?? site.properties["parts"] ?? "")
  );
}

// src/sandbox/nova/server-view.ts
var PROGRESSING = ["ACTIVE", "BUILD", "REBUILD", "RESIZE", "VERIFY_RESIZE", "MIGRATING"];
function describeServer(cloud, server, minor, withGroups) {
  const built2 = server.vmState !== "building";
  return {
    id: server.id,
    name: server.name,
    status: serverStatus(server),
    tenant_id: server.project,
    user_id: server.user,
    metadata: server.metadata,
    hostId: built2 || server.launched !== null ? stableId(`host/${server.project}`) + stableId("host").slice(0, 24) : "",
    image: imageView(cloud, server.image),
    flavor: flavorView(cloud, server.flavor, minor),
    created: seconds(server.created),
    updated: seconds(server.updated),
    addresses: addressesView(cloud, server, built2),
    accessIPv4: "",
    accessIPv6: "",
    links: serverLinks(cloud, server.id),
    "OS-DCF:diskConfig": "MANUAL",
    ...PROGRESSING.includes(serverStatus(server)) ? { progress: 0 } : {},
    "OS-EXT-AZ:availability_zone": built2 ? server.availabilityZone : "",
    ...minor >= 96 ? { pinned_availability_zone: server.pinnedZone } : {},
    config_drive: server.configDrive,
    key_name: server.keyName,
    "OS-SRV-USG:launched_at": server.launched === null ? null : microseconds(server.launched),
    "OS-SRV-USG:terminated_at": null,
    ...built2 ? securityGroupsView(cloud, server) : {},
    "OS-EXT-STS:task_state": server.taskState,
    "OS-EXT-STS:vm_state": server.vmState,
    "OS-EXT-STS:power_state": powerState(server),
    "os-extended-volumes:volumes_attached": server.volumes.map(
      ({ id, deleteOnTermination }) => minor >= 3 ? { id, delete_on_termination: deleteOnTermination } : { id }
    ),
    ...faultView(server),
    ...minor >= 9 ? { locked: server.locked ?? false } : {},
    ...minor >= 73 ? { locked_reason: null } : {},
    ...minor >= 19 ? { description: null } : {},
    ...minor >= 26 ? { tags: server.tags } : {},
    ...minor >= 63 ? { trusted_image_certificates: null } : {},
    ...minor >= 90 ? { "OS-EXT-SRV-ATTR:hostname": server.name.replaceAll("_", "-").toLowerCase() } : {},
    ...withGroups && minor >= 71 ? { server_groups: server.serverGroup === null ? [] : [server.serverGroup] } : {}
  };
}
function serverLinks(cloud, id) {
  return [
    { rel: "self", href: `${cloud.base}/compute/v2.1/servers/${id}` },
    { rel: "bookmark", href: `${cloud.base}/compute/servers/${id}` }
  ];
}
function describeFlavor(cloud, flavor, minor) {
  return {
    id: flavor.id,
    name: flavor.name,
    ram: flavor.ram,
    disk: flavor.disk,
    swap: minor >= 75 ? 0 : "",
    "OS-FLV-EXT-DATA:ephemeral": 0,
    "OS-FLV-DISABLED:disabled": false,
    vcpus: flavor.vcpus,
    "os-flavor-access:is_public": true,
    rxtx_factor: 1,
    links: flavorLinks(cloud, flavor.id),
    ...minor >= 55 ? { description: null } : {},
    ...minor >= 61 ? { extra_specs: {} } : {}
  };
}
function flavorLinks(cloud, id) {
  return [
    { rel: "self", href: `${cloud.base}/compute/v2.1/flavors/${id}` },
    { rel: "bookmark", href: `${cloud.base}/compute/flavors/${id}` }
  ];
}
function imageView(cloud, image) {
  if (image === null) return "";
  return { id: image, links: [{ rel: "bookmark", href: `${cloud.base}/compute/images/${image}` }] };
}
function flavorView(cloud, id, minor) {
  const flavor = cloud.world.flavors.find((one) => one.id === id);
  if (minor < 47 || flavor === void 0) {
    return { id, links: [{ rel: "bookmark", href: `${cloud.base}/compute/flavors/${id}` }] };
  }
  const { vcpus: vcpus2, ram: ram2, disk, name } = flavor;
  return { vcpus: vcpus2, ram: ram2, disk, ephemeral: 0, swap: 0, original_name: name, extra_specs: {} };
}
function addressesView(cloud, server, built2) {
  const byName = {};
  if (!built2) return byName;
  for (const one of server.addresses) {
    const { network, address, mac } = one;
    const name = cloud.world.networks.find(({ id }) => id === network)?.name ?? network;
    const entry = (addr, type) => ({
      version: 4,
      addr,
      "OS-EXT-IPS:type": type,
      "OS-EXT-IPS-MAC:mac_addr": mac
    });
    const floating = cloud.world.floatingIps.filter(({ port }) => port === portOf(server, one));
    byName[name] = [
      ...byName[name] ?? [],
      entry(address, "fixed"),
      ...floating.map((ip) => entry(ip.address, "floating"))
    ];
  }
  return byName;
}
function securityGroupsView(cloud, server) {
  const { ports, securityGroups } = cloud.world;
  const names2 = server.addresses.flatMap(({ port: id }) => {
    const port = id === void 0 ? void 0 : ports.find((one) => one.id === id);
    if (port === void 0) return server.securityGroups;
    return port.securityGroups.map((group) => securityGroups.find((one) => one.id === group)?.name ?? group);
  });
  return names2.length === 0 ? {} : { security_groups: names2.map((name) => ({ name })) };
}
function powerState(server) {
  if (server.vmState === "stopped") return 4;
  if (server.vmState === "paused") return 3;
  return server.vmState === "building" || server.launched === null ? 0 : 1;
}
function faultView(server) {
  if (server.fault === null || server.vmState !== "error") return {};
  const { code = 500, message, at } = server.fault;
  return { fault: { code, created: seconds(Number(at)), message: textOr(message, "Unknown") } };
}

// src/sandbox/neutron/stamps.ts
function stamps2(created2, revision_number) {
  return { created_at: seconds(created2), updated_at: seconds(created2), revision_number };
}

// src/sandbox/neutron/port-views.ts
function portRows(cloud, project) {
  return { [Symbol.iterator]: () => walkPorts(cloud, project) };
}
function* walkPorts(cloud, project) {
  for (const port of cloud.world.ports)
    if (port.project === project) yield { id: port.id, project, view: () => portView(port) };
  for (const server of cloud.world.servers.values()) {
    if (server.project !== project) continue;
    for (const address of server.addresses)
      if (address.port === void 0)
        yield {
          id: portOf(server, address),
          project,
          view: () => portView(portMade(cloud, server, address))
        };
  }
}
function findPort(cloud, project, id) {
  for (const row2 of portRows(cloud, project)) if (row2.id === id) return row2.view();
  return void 0;
}
function portMade(cloud, server, made2) {
  const { network, address, mac, disabled, allowed } = made2;
  const { project, created: created2 } = server;
  const groups = cloud.world.securityGroups.filter((one) => server.securityGroups.includes(one.name));
  return {
    id: portOf(server, made2),
    name: "",
    project,
    network,
    subnet: cloud.world.subnets.find((candidate) => candidate.network === network)?.id ?? "",
    address,
    mac,
    created: created2,
    securityGroups: groups.map((group) => group.id),
    tags: [],
    device: server.id,
    ...disabled === void 0 ? {} : { disabled },
    ...allowed === void 0 ? {} : { allowedAddresses: allowed }
  };
}
function portView(port) {
  return {
    id: port.id,
    name: port.name,
    network_id: port.network,
    tenant_id: port.project,
    mac_address: port.mac,
    admin_state_up: port.disabled !== true,
    status: port.device === null ? "DOWN" : "ACTIVE",
    device_id: port.device ?? "",
    device_owner: port.device === null ? "" : "compute:nova",
    fixed_ips: [{ subnet_id: port.subnet, ip_address: port.address }],
    allowed_address_pairs: (port.allowedAddresses ?? []).map((one) => ({
      mac_address: port.mac,
      ip_address: one
    })),
    extra_dhcp_opts: [],
    security_groups: [...port.securityGroups],
    description: "",
    "binding:vnic_type": "normal",
    port_security_enabled: port.portSecurity ?? true,
    tags: [...port.tags],
    ...stamps2(port.created, 1),
    project_id: port.project
  };
}

// src/sandbox/neutron/views.ts
function networkViews(cloud, project) {
  const { networks, subnets } = cloud.world;
  return networks.filter((network) => network.project === project || network.external).map(
    (network) => networkView(
      network,
      subnets.filter((one) => one.network === network.id).map((one) => one.id)
    )
  );
}
function networkView(network, subnets) {
  return {
    id: network.id,
    name: network.name,
    tenant_id: network.project,
    admin_state_up: true,
    mtu: network.mtu,
    status: "ACTIVE",
    subnets,
    shared: false,
    availability_zone_hints: [],
    availability_zones: [],
    ipv4_address_scope: null,
    ipv6_address_scope: null,
    "router:external": network.external,
    description: "",
    port_security_enabled: true,
    ...network.external ? { is_default: false } : {},
    tags: [],
    ...stamps2(network.created, 2),
    project_id: network.project
  };
}
function subnetViews(cloud, project) {
  const { networks, subnets } = cloud.world;
  return subnets.flatMap((subnet) => {
    const network = networks.find((one) => one.id === subnet.network);
    const external = network?.external === true;
    return subnet.project === project || external ? [subnetView(subnet, external)] : [];
  });
}
function subnetView(subnet, external) {
  const [base = ""] = subnet.cidr.split("/");
  return {
    id: subnet.id,
    name: subnet.name,
    tenant_id: subnet.project,
    network_id: subnet.network,
    ip_version: 4,
    subnetpool_id: null,
    enable_dhcp: subnet.dhcp,
    ipv6_ra_mode: null,
    ipv6_address_mode: null,
    gateway_ip: subnet.gateway,
    cidr: subnet.cidr,
    allocation_pools: [{ start: base.replace(/\d+$/, "2"), end: lastAddress(subnet.cidr) }],
    host_routes: [],
    dns_nameservers: [],
    description: "",
    "router:external": external,
    service_types: [],
    tags: [],
    ...stamps2(subnet.created, 0),
    project_id: subnet.project
  };
}
function lastAddress(cidr) {
  const [base = "", bits = "24"] = cidr.split("/");
  const start = base.split(".").reduce((sum2, part2) => sum2 * 256 + Number(part2), 0);
  const last = start + 2 ** (32 - Number(bits)) - 2;
  return [last / 16777216, last / 65536, last / 256, last].map((part2) => Math.floor(part2) % 256).join(".");
}
function floatingIpViews(cloud, project) {
  const own = cloud.world.floatingIps.filter((one) => one.project === project);
  return own.map((one) => floatingIpView(cloud, one));
}
function floatingIpView(cloud, one) {
  const port = one.port === null ? void 0 : findPort(cloud, one.project, one.port);
  return {
    id: one.id,
    tenant_id: one.project,
    floating_ip_address: one.address,
    floating_network_id: one.network,
    router_id: one.port === null ? null : stableId("router1"),
    port_id: one.port,
    fixed_ip_address: one.fixedAddress,
    status: "DOWN",
    description: "",
    port_details: port === void 0 ? null : portDetails(port),
    tags: [],
    created_at: seconds(one.created),
    updated_at: seconds(one.updated),
    revision_number: 0,
    project_id: one.project
  };
}
function portDetails(port) {
  const keys = ["name", "network_id", "mac_address", "admin_state_up", "status", "device_id", "device_owner"];
  return Object.fromEntries(keys.map((key) => [key, port[key] ?? null]));
}
function securityGroupViews(cloud, project) {
  return cloud.world.securityGroups.filter((group) => group.project === project).map(securityGroupView);
}
function securityGroupView(group) {
  return {
    id: group.id,
    name: group.name,
    stateful: true,
    tenant_id: group.project,
    description: group.description,
    shared: false,
    security_group_rules: group.rules.map((rule) => ({ ...ruleView(group, rule), tags: [] })),
    tags: [],
    ...stamps2(group.created, 1),
    project_id: group.project
  };
}
function securityGroupRuleViews(cloud, project) {
  const own = cloud.world.securityGroups.filter((group) => group.project === project);
  return own.flatMap(
    (group) => group.rules.map((rule) => ({
      ...ruleView(group, rule),
      belongs_to_default_sg: group.name === "default"
    }))
  );
}
function ruleView(group, rule) {
  const { created: created2, ...given2 } = rule;
  return {
    protocol: null,
    port_range_min: null,
    port_range_max: null,
    remote_ip_prefix: null,
    remote_address_group_id: null,
    normalized_cidr: given2["remote_ip_prefix"] ?? null,
    remote_group_id: null,
    description: null,
    project_id: group.project,
    tenant_id: group.project,
    security_group_id: group.id,
    ...given2,
    ...stamps2(typeof created2 === "number" ? created2 : group.created, 0)
  };
}

// src/sandbox/heat/types/server-addresses.ts
function firstAddress(server) {
  return server.addresses[0]?.address ?? "";
}
function networksAttribute(cloud, server) {
  return byNameAndId(cloud, server, ({ address }) => address);
}
function addressesAttribute(cloud, server) {
  const networks = networkViews(cloud, server.project);
  const subnets = subnetViews(cloud, server.project);
  return byNameAndId(cloud, server, (one) => ({
    addr: one.address,
    "OS-EXT-IPS-MAC:mac_addr": one.mac,
    "OS-EXT-IPS:type": "fixed",
    port: portOf(server, one),
    version: [4],
    subnets: subnets.filter((subnet) => subnet["network_id"] === one.network),
    network: networks.find((network) => network["id"] === one.network) ?? null
  }));
}
function byNameAndId(cloud, server, describe2) {
  const found = {};
  for (const one of server.addresses) {
    const name = cloud.world.networks.find(({ id }) => id === one.network)?.name ?? one.network;
    const entry = describe2(one);
    for (const key of /* @__PURE__ */ new Set([name, one.network])) found[key] = [...found[key] ?? [], entry];
  }
  return found;
}

// src/sandbox/heat/types/server-request.ts
var NAME_LIMIT = 53;
function serverRequest(site) {
  const { cloud, stack, properties } = site;
  const groups = listOf3(properties["security_groups"]).map(String);
  const missing4 = groups.find((name) => findByNameOrId(cloud.world.securityGroups, name) === void 0);
  if (missing4 !== void 0) {
    return refused4(
      "BadRequest",
      `Unable to find security_group with name or id '${missing4}' (HTTP 400) (Request-ID: req-0)`
    );
  }
  const plugs = plugsOf(site, properties["networks"]);
  const used = plugs.find(
    ({ port }) => (cloud.world.ports.find((one) => one.id === port)?.device ?? null) !== null
  );
  if (used !== void 0) {
    return refused4("Conflict", `Port ${used.port} is still in use. (HTTP 409) (Request-ID: req-0)`);
  }
  return {
    name: textOr(properties["name"], physicalName(stack, site.row, NAME_LIMIT)),
    project: stack.project,
    user: stack.user,
    flavor: flavorId(site, properties["flavor"]),
    image: imageId(site, properties["image"]),
    plugs,
    metadata: textMap(properties["metadata"]),
    tags: listOf3(properties["tags"]).map(String),
    keyName: textOr(properties["key_name"], null),
    availabilityZone: textOr(properties["availability_zone"], null),
    userData: textOr(properties["user_data"], null),
    securityGroups: groups.map((name) => findByNameOrId(cloud.world.securityGroups, name)?.name ?? name),
    serverGroup: textOr(objectOr(properties["scheduler_hints"])["group"], null),
    configDrive: properties["config_drive"] === true,
    volumes: volumesOf(site, properties["block_device_mapping_v2"])
  };
}
function flavorId(site, value) {
  return findByNameOrId(site.cloud.world.flavors, String(value))?.id ?? String(value);
}
function imageId(site, value) {
  if (value === void 0 || value === null) return null;
  return findByNameOrId(site.cloud.world.images, String(value))?.id ?? String(value);
}
function plugsOf(site, value) {
  const { networks } = site.cloud.world;
  if (value === void 0 || value === null)
    return networks.filter((one) => !one.external).slice(0, 1).map(({ id }) => ({ network: id, port: null, fixedAddress: null }));
  return listOf3(value).flatMap((entry) => isObject(entry) ? plugOf(site, entry) : []);
}
function plugOf(site, entry) {
  const { networks, ports, subnets } = site.cloud.world;
  const wanted2 = textOr(entry["port"], null);
  const port = wanted2 === null ? void 0 : findByNameOrId(ports, wanted2);
  if (port !== void 0) return [{ network: port.network, port: port.id, fixedAddress: null }];
  const subnet = findByNameOrId(subnets, String(entry["subnet"]));
  const network = findByNameOrId(networks, String(entry["network"] ?? entry["uuid"] ?? subnet?.network));
  if (network === void 0) return [];
  return [{ network: network.id, port: null, fixedAddress: textOr(entry["fixed_ip"], null) }];
}
function volumesOf(site, value) {
  return listOf3(value).flatMap((entry) => {
    if (!isObject(entry) || (entry["volume_size"] ?? entry["volume_id"] ?? entry["snapshot_id"] ?? null) === null)
      return [];
    const id = textOr(entry["volume_id"], null) ?? uuid(site.cloud.world);
    return [{ id, deleteOnTermination: entry["delete_on_termination"] === true }];
  });
}
function textMap(value) {
  return Object.fromEntries(
    Object.entries(objectOr(value)).map(([key, item]) => [
      key,
      typeof item === "object" ? JSON.stringify(item) : String(item)
    ])
  );
}
function listOf3(value) {
  return Array.isArray(value) ? value : [];
}
function refused4(error, message) {
  return { kind: "failed", error, message };
}

// src/sandbox/heat/types/server-ports.ts
function withInternalPorts(site, request) {
  const entries = listOf3(site.properties["networks"]).map((entry) => isObject(entry) ? entry : {});
  const made2 = [];
  const plugs = request.plugs.map((plug, index) => {
    const entry = entries[index] ?? {};
    const subnet = findByNameOrId(site.cloud.world.subnets, String(entry["subnet"]));
    if (plug.port !== null || subnet === void 0) return plug;
    const port = makePort(site, subnet, entry, index, request.securityGroups);
    made2.push(port);
    return { ...plug, port };
  });
  if (made2.length > 0) site.row.data["ports"] = made2;
  return { ...request, plugs };
}
function makePort(site, subnet, entry, index, groups) {
  const { cloud, stack, row: row2 } = site;
  const { ports, securityGroups } = cloud.world;
  const id = uuid(cloud.world);
  const names2 = groups.length > 0 ? groups : ["default"];
  ports.push({
    id,
    name: `${row2.name}-port-${index}`,
    project: stack.project,
    network: subnet.network,
    subnet: subnet.id,
    address: textOr(entry["fixed_ip"], null) ?? takeAddress(cloud, subnet),
    mac: newMac(cloud),
    securityGroups: names2.map((name) => findByNameOrId(securityGroups, name)?.id ?? name),
    tags: [],
    device: null,
    created: cloud.now
  });
  return id;
}
function dropInternalPorts(site) {
  for (const id of listOf3(site.row.data["ports"])) removePort(site.cloud, String(id));
}
function attachFloating(site, server) {
  const entries = listOf3(site.properties["networks"]);
  for (const [index, entry] of entries.entries()) {
    const wanted2 = isObject(entry) ? entry["floating_ip"] : void 0;
    const address = server.addresses[index];
    const floating = site.cloud.world.floatingIps.find((one) => one.id === wanted2 || one.address === wanted2);
    if (floating === void 0 || address === void 0) continue;
    floating.port = portOf(server, address);
    floating.fixedAddress = address.address;
    floating.updated = site.cloud.now;
  }
}

// src/sandbox/nova/failure-answer.ts
var KEYS2 = {
  400: "badRequest",
  403: "forbidden",
  404: "itemNotFound",
  409: "conflictingRequest"
};
function novaFailure(code, message) {
  return json(code, { [KEYS2[code] ?? "computeFault"]: { code, message } });
}
function notAllowed(rule) {
  return novaFailure(403, `Policy doesn't allow os_compute_api:${rule} to be performed.`);
}
function serverNotFound(id) {
  return novaFailure(404, `Instance ${id} could not be found.`);
}

// src/sandbox/nova/possible.ts
var FROM = {
  stop: ["active", "error"],
  start: ["stopped"],
  reboot: ["active", "stopped", "error"],
  resize: ["active", "stopped"],
  confirmResize: ["resized"],
  rebuild: ["active", "paused", "stopped", "error"],
  pause: ["active"],
  unpause: ["paused"],
  addSecurityGroup: ["active", "stopped"],
  removeSecurityGroup: ["active", "stopped"],
  "update metadata": ["active", "paused", "suspended", "stopped"],
  "update tags": ["active", "paused", "suspended", "stopped", "building"],
  attach_interface: ["active", "paused", "stopped"],
  detach_interface: ["active", "paused", "stopped"]
};
var LOCKED_TOO = /* @__PURE__ */ new Set([
  "update tags",
  "addSecurityGroup",
  "removeSecurityGroup",
  "lock",
  "unlock",
  "os-getConsoleOutput"
]);
var BUSY_TOO = /* @__PURE__ */ new Set(["update tags", "update metadata"]);
function refusalOf({ id, vmState, taskState, locked }, word) {
  if (locked && !LOCKED_TOO.has(word)) return `Instance ${id} is locked`;
  const from = FROM[word];
  if (from === void 0) return null;
  if (!from.includes(vmState)) return `Cannot '${word}' instance ${id} while it is in vm_state ${vmState}`;
  return taskState === null || BUSY_TOO.has(word) ? null : `Cannot '${word}' instance ${id} while it is in task_state ${taskState}`;
}
function refused5(server, word, session) {
  const message = refusalOf(isAdmin(session) ? { ...server, locked: false } : server, word);
  return message === null ? null : novaFailure(409, message);
}

// src/sandbox/heat/types/server-refusals.ts
var WORDS = {
  metadata: "update metadata",
  tags: "update tags",
  flavor: "resize",
  image: "rebuild",
  networks: "attach_interface"
};
function changeRefused(server, changed3) {
  const words = Object.entries(WORDS).flatMap(([name, word]) => changed3.has(name) ? [word] : []);
  return firstRefusal(server, words);
}
function deletionRefused(server) {
  return firstRefusal(server, ["delete"]);
}
function firstRefusal(server, words) {
  const [message] = words.flatMap((word) => refusalOf(server, word) ?? []);
  if (message === void 0) return null;
  return { kind: "failed", error: "Conflict", message: `${message} (HTTP 409) (Request-ID: req-0)` };
}

// src/sandbox/heat/types/server.ts
var SERVER = {
  create,
  update: beginUpdate2,
  remove,
  resume: resume2,
  check,
  attribute,
  replacedWhenFailed: (site) => ["ERROR", "DELETED", "SOFT_DELETED"].includes(statusOf(site) ?? "DELETED"),
  sameValue,
  beforeReplacement,
  suspend: (site) => setVmState(site, "suspended"),
  resumeAction: (site) => setVmState(site, "active")
};
function create(site) {
  const request = serverRequest(site);
  if ("kind" in request) return request;
  return startServerBuild(site, withInternalPorts(site, request));
}
function startServerBuild(site, request) {
  const server = createServer(site.cloud, request);
  site.row.physicalId = server.id;
  attachFloating(site, server);
  return { kind: "wait", seconds: site.cloud.world.timings.build, phase: "building" };
}
function beginUpdate2(site) {
  const { changed: changed3, properties } = site;
  if (changed3.has("flavor") && properties["flavor_update_policy"] === "REPLACE") return { kind: "replace" };
  if (changed3.has("image") && properties["image_update_policy"] === "REPLACE") return { kind: "replace" };
  if (changed3.has("user_data") && properties["user_data_update_policy"] === "REPLACE")
    return { kind: "replace" };
  const server = serverOf(site);
  if (server === void 0)
    return failed("EntityNotFound", `The Server (${site.row.physicalId ?? ""}) could not be found.`);
  const refusal = changeRefused(server, changed3);
  if (refusal !== null) return refusal;
  if (changed3.has("metadata")) server.metadata = textMap(properties["metadata"]);
  if (changed3.has("tags")) server.tags = listOf3(properties["tags"]).map(String);
  if (changed3.has("name")) server.name = textOr(properties["name"], server.name);
  if (changed3.has("user_data") && properties["user_data_update_policy"] === "REBUILD") {
    return failed("BadRequest", userDataRebuildMessage(properties["user_data"]));
  }
  return nextChange(
    site,
    server,
    ["flavor", "image", "networks"].filter((name) => changed3.has(name))
  );
}
function beforeReplacement(site) {
  const server = serverOf(site);
  if (server === void 0 || serverStatus(server) === "ERROR") return;
  unplug(site.cloud, server, server.addresses);
}
function userDataRebuildMessage(userData) {
  return `Invalid input for field/attribute imageRef. Value: ${String(userData)}. '${String(userData)}' is not a 'uuid' (HTTP 400)`;
}
function nextChange(site, server, rest) {
  const [change3, ...later2] = rest;
  const { cloud, properties } = site;
  const { timings } = cloud.world;
  if (change3 === void 0) return DONE;
  if (site.row.work !== null) site.row.work.notes = { later: [...later2] };
  switch (change3) {
    case "flavor":
      resizeServer(cloud, server, flavorId(site, properties["flavor"]));
      return { kind: "wait", seconds: timings.resize, phase: "resizing" };
    case "image":
      rebuildServer(cloud, server, imageId(site, properties["image"]) ?? "");
      return { kind: "wait", seconds: timings.rebuild, phase: "rebuilding" };
    default:
      replug(site, server);
      return { kind: "wait", seconds: timings.action, phase: "plugging" };
  }
}
function replug(site, server) {
  const wanted2 = plugsOf(site, site.properties["networks"]);
  const gone = server.addresses.filter(
    (one) => !wanted2.some(({ network, port }) => network === one.network && (port === null || port === one.port))
  );
  unplug(site.cloud, server, gone);
  const kept = server.addresses;
  const added = wanted2.filter(
    ({ network, port }) => !kept.some((one) => one.network === network && (port === null || port === one.port))
  );
  server.addresses = [...kept, ...added.flatMap((plug) => plugIn(site.cloud, plug, server.id))];
}
function resume2(site, phase) {
  if (phase === "removing") {
    if (serverOf(site) !== void 0) return waitFor(site, phase);
    dropInternalPorts(site);
    return DONE;
  }
  const server = serverOf(site);
  if (server === void 0) return failed("NotFound", goneMessage(site));
  const status2 = serverStatus(server);
  if (status2 === "ERROR") return failed("ResourceInError", inErrorMessage(server));
  switch (phase) {
    case "building":
      return status2 === "ACTIVE" ? DONE : waitFor(site, phase);
    case "resizing":
      if (status2 !== "VERIFY_RESIZE") return waitFor(site, phase);
      confirmResize(site.cloud, server);
      return nextChange(site, server, laterChanges(site));
    case "rebuilding":
      return status2 === "ACTIVE" ? nextChange(site, server, laterChanges(site)) : waitFor(site, phase);
    default:
      return nextChange(site, server, laterChanges(site));
  }
}
function laterChanges(site) {
  return listOf3(site.row.work?.notes["later"]).map(String);
}
function waitFor(_site, phase) {
  return { kind: "wait", seconds: 1, phase };
}
function inErrorMessage(server) {
  const message = textOr(server.fault?.["message"], "Unknown");
  const code = String(server.fault?.["code"] ?? "Unknown");
  return `Went to status ERROR due to "Message: ${message}, Code: ${code}"`;
}
function remove(site) {
  const server = serverOf(site);
  if (server === void 0) {
    dropInternalPorts(site);
    return DONE;
  }
  const refusal = deletionRefused(server);
  if (refusal !== null) return refusal;
  deleteServer(site.cloud, server);
  return { kind: "wait", seconds: site.cloud.world.timings.remove, phase: "removing" };
}
function check(site) {
  const status2 = statusOf(site);
  if (status2 === void 0)
    return { error: "NotFound", message: `${goneMessage(site)} (HTTP 404) (Request-ID: req-0)` };
  return status2 === "ACTIVE" ? null : { error: "Error", message: `'status': expected 'ACTIVE', got '${status2}'` };
}
function goneMessage(site) {
  return `Instance ${site.row.physicalId ?? ""} could not be found.`;
}
function attribute(site, name, path) {
  const server = serverOf(site);
  if (server === void 0) return null;
  const built2 = server.vmState !== "building";
  switch (name) {
    case "first_address":
      return built2 ? firstAddress(server) : "";
    case "networks":
      return select(networksAttribute(site.cloud, server), [...path]);
    case "addresses":
      return select(addressesAttribute(site.cloud, server), [...path]);
    case "name":
    case "instance_name":
      return server.name;
    case "tags":
      return server.tags;
    case "os_collect_config":
      return {};
    default: {
      const shown4 = describeServer(site.cloud, server, 96, true);
      return name === "show" ? select(shown4, [...path]) : select(shown4[name] ?? null, [...path]);
    }
  }
}
function sameValue(site, name, before, after2) {
  if (name === "image") return imageId(site, before) === imageId(site, after2);
  if (name === "flavor") return flavorId(site, before) === flavorId(site, after2);
  if (name === "networks") return samePlugs(site, before, after2);
  return false;
}
function samePlugs(site, before, after2) {
  const asText2 = (value) => JSON.stringify([
    plugsOf(site, value),
    listOf3(value).map((entry) => isObject(entry) ? entry["subnet"] ?? null : null)
  ]);
  return asText2(before) === asText2(after2);
}
function setVmState(site, vmState) {
  const server = serverOf(site);
  if (server === void 0) return;
  forceState(site.cloud, server, "active");
  server.vmState = vmState;
}
function serverOf(site) {
  const id = site.row.physicalId;
  return id === null ? void 0 : site.cloud.world.servers.get(id);
}
function statusOf(site) {
  const server = serverOf(site);
  return server === void 0 ? void 0 : serverStatus(server);
}
function failed(error, message) {
  return { kind: "failed", error, message };
}

// src/sandbox/heat/types/instance.ts
var INSTANCE = {
  create: create2,
  update,
  remove: (site) => {
    const server = serverOf(site);
    if (server === void 0) return DONE;
    deleteServer(site.cloud, server);
    return { kind: "wait", seconds: site.cloud.world.timings.remove, phase: "removing" };
  },
  ...SERVER.resume === void 0 ? {} : { resume: SERVER.resume },
  ...SERVER.check === void 0 ? {} : { check: SERVER.check },
  ...SERVER.replacedWhenFailed === void 0 ? {} : { replacedWhenFailed: SERVER.replacedWhenFailed },
  attribute: attribute2
};
function create2(site) {
  const { properties, stack } = site;
  const subnet = properties["SubnetId"];
  if (subnet !== void 0 && !site.cloud.world.subnets.some(({ id }) => id === subnet)) {
    const message = `Subnet ${String(subnet)} could not be found.
Neutron server returns request_ids: ['req-${uuid(site.cloud.world)}']`;
    return { kind: "failed", error: "NotFound", message };
  }
  return startServerBuild(site, {
    name: physicalName(stack, site.row, 53),
    project: stack.project,
    user: stack.user,
    flavor: flavorId(site, properties["InstanceType"]),
    image: imageId(site, properties["ImageId"]),
    plugs: plugsOf(site, subnet === void 0 ? null : [{ subnet }]),
    metadata: tagMap(properties["Tags"]),
    tags: [],
    keyName: textOr(properties["KeyName"], null),
    availabilityZone: textOr(properties["AvailabilityZone"], null),
    userData: textOr(properties["UserData"], null),
    securityGroups: Array.isArray(properties["SecurityGroups"]) ? properties["SecurityGroups"].map(String) : [],
    serverGroup: null,
    configDrive: false,
    volumes: []
  });
}
function update(site) {
  const server = serverOf(site);
  if (server === void 0) return { kind: "replace" };
  if (site.changed.has("Tags")) server.metadata = tagMap(site.properties["Tags"]);
  if (!site.changed.has("InstanceType")) return DONE;
  resizeServer(site.cloud, server, flavorId(site, site.properties["InstanceType"]));
  return { kind: "wait", seconds: site.cloud.world.timings.resize, phase: "resizing" };
}
function attribute2(site, name) {
  const address = serverOf(site)?.addresses[0]?.address ?? null;
  if (name === "AvailabilityZone") return serverOf(site)?.availabilityZone ?? null;
  return /Ip$|DnsName$/.test(name) ? address : void 0;
}
function tagMap(tags) {
  const list2 = Array.isArray(tags) ? tags : [];
  return Object.fromEntries(
    list2.map((tag) => [String(objectOr(tag)["Key"]), String(objectOr(tag)["Value"])])
  );
}

// src/sandbox/heat/types/key-pair.ts
var KEY_PAIR = lightBehaviour({
  id: (site) => textOr(site.properties["name"], site.row.name),
  made: (site) => {
    const name = textOr(site.properties["name"], site.row.name);
    const publicKey = textOr(site.properties["public_key"], `ssh-rsa ${stableId(name)}`);
    const fingerprint = (stableId(publicKey).match(/../g) ?? []).join(":");
    site.cloud.world.keyPairs.push({
      name,
      user: site.stack.user,
      publicKey,
      fingerprint,
      created: site.cloud.now
    });
  },
  removed: (site) => removeKey(site)
});
function removeKey(site) {
  const { keyPairs } = site.cloud.world;
  const index = keyPairs.findIndex((one) => one.name === site.row.physicalId);
  if (index >= 0) keyPairs.splice(index, 1);
}

// src/sandbox/heat/types/network-resources.ts
var NET = lightBehaviour({
  made: (site) => {
    const { world, now } = site.cloud;
    const name = textOr(site.properties["name"], nameId(site));
    world.networks.push({
      id: idOf2(site),
      name,
      project: site.stack.project,
      external: false,
      mtu: 1450,
      created: now
    });
  },
  removed: (site) => removeFrom(site.cloud.world.networks, idOf2(site))
});
var SUBNET2 = lightBehaviour({
  made: (site) => {
    const { world, now } = site.cloud;
    const { properties } = site;
    const network = findByNameOrId(world.networks, String(properties["network"] ?? properties["network_id"]))?.id ?? "";
    const cidr = textOr(properties["cidr"], "10.0.0.0/24");
    const gateway = textOr(properties["gateway_ip"], cidr.replace(/\d+\/\d+$/, "1"));
    const name = textOr(properties["name"], nameId(site));
    const dhcp = properties["enable_dhcp"] !== false;
    world.subnets.push({
      id: idOf2(site),
      name,
      project: site.stack.project,
      network,
      cidr,
      gateway,
      dhcp,
      created: now,
      next: 0
    });
  },
  removed: (site) => removeFrom(site.cloud.world.subnets, idOf2(site))
});
var SERVER_GROUP = lightBehaviour({
  made: (site) => {
    const { properties, stack } = site;
    const policies = Array.isArray(properties["policies"]) ? properties["policies"] : ["anti-affinity"];
    const name = textOr(properties["name"], nameId(site));
    const policy = String(policies[0] ?? "anti-affinity");
    site.cloud.world.serverGroups.push({
      id: idOf2(site),
      name,
      project: stack.project,
      user: stack.user,
      policy,
      rules: objectOr(properties["rules"])
    });
  },
  removed: (site) => removeFrom(site.cloud.world.serverGroups, idOf2(site))
});
function idOf2(site) {
  return site.row.physicalId ?? "";
}
function removeFrom(things, id) {
  const index = things.findIndex((one) => one.id === id);
  if (index >= 0) things.splice(index, 1);
}

// src/sandbox/heat/types/ports.ts
var PORT2 = {
  ...lightBehaviour({
    made: makePort2,
    removed: (site) => removePort(site.cloud, idOf3(site)),
    attribute: portAttribute
  }),
  update: updatePort
};
function makePort2(site) {
  const { world, now } = site.cloud;
  const { properties } = site;
  const given2 = fixedAddress(properties);
  const subnet = findByNameOrId(world.subnets, String(given2["subnet"] ?? given2["subnet_id"])) ?? world.subnets.find((one) => one.network === networkId(site));
  world.ports.push({
    id: idOf3(site),
    name: textOr(properties["name"], physicalName(site.stack, site.row)),
    project: site.stack.project,
    network: networkId(site),
    subnet: subnet?.id ?? "",
    address: textOr(given2["ip_address"], null) ?? (subnet === void 0 ? "" : takeAddress(site.cloud, subnet)),
    mac: textOr(properties["mac_address"], null) ?? newMac(site.cloud),
    securityGroups: groupIds(site),
    allowedAddresses: allowedAddresses(site),
    portSecurity: portSecurity(site),
    tags: listOf3(properties["tags"]).map(String),
    device: null,
    created: now
  });
}
function allowedAddresses({ properties }) {
  return listOf3(properties["allowed_address_pairs"]).map((pair) => String(objectOr(pair)["ip_address"]));
}
function portSecurity({ properties }) {
  return properties["port_security_enabled"] !== false;
}
function groupIds(site) {
  const { securityGroups } = site.cloud.world;
  if (!portSecurity(site)) return [];
  const names2 = site.properties["security_groups"];
  return (Array.isArray(names2) ? names2.map(String) : ["default"]).map(
    (name) => findByNameOrId(securityGroups, name)?.id ?? name
  );
}
function updatePort(site) {
  const port = portRecord(site);
  if (port === void 0) return DONE;
  if (site.changed.has("name")) port.name = textOr(site.properties["name"], port.name);
  if (site.changed.has("security_groups")) port.securityGroups = groupIds(site);
  if (site.changed.has("allowed_address_pairs")) port.allowedAddresses = allowedAddresses(site);
  if (site.changed.has("port_security_enabled")) port.portSecurity = portSecurity(site);
  if (site.changed.has("tags")) port.tags = listOf3(site.properties["tags"]).map(String);
  return DONE;
}
function portAttribute(site, name) {
  const port = portRecord(site);
  if (port === void 0) return null;
  const view = portView(port);
  switch (name) {
    case "show":
      return view;
    case "network":
      return networkViews(site.cloud, port.project).find((one) => one["id"] === port.network) ?? null;
    case "subnets":
      return subnetViews(site.cloud, port.project).filter((one) => one["id"] === port.subnet);
    default:
      return view[name] ?? null;
  }
}
function portRecord(site) {
  return site.cloud.world.ports.find((one) => one.id === site.row.physicalId);
}
function networkId(site) {
  const { properties } = site;
  const wanted2 = String(properties["network"] ?? properties["network_id"]);
  return findByNameOrId(site.cloud.world.networks, wanted2)?.id ?? "";
}
function fixedAddress(properties) {
  return objectOr(listOf3(properties["fixed_ips"]).find(isObject));
}
var FLOATING_IP = {
  ...lightBehaviour({
    made: makeFloating,
    removed: (site) => {
      const { floatingIps } = site.cloud.world;
      const index = floatingIps.findIndex((one) => one.id === site.row.physicalId);
      if (index >= 0) floatingIps.splice(index, 1);
    },
    attribute: (site, name) => {
      const floating = floatingRecord(site, site.row.physicalId);
      if (floating === void 0) return null;
      const view = floatingIpView(site.cloud, floating);
      return name === "show" ? view : view[name] ?? null;
    }
  }),
  update: (site) => {
    const floating = floatingRecord(site, site.row.physicalId);
    if (floating !== void 0) associate(site, floating);
    return DONE;
  }
};
function makeFloating(site) {
  const { cloud, properties, stack } = site;
  const { networks, subnets, floatingIps } = cloud.world;
  const network = findByNameOrId(networks, String(properties["floating_network"]))?.id ?? "";
  const subnet = subnets.find((one) => one.network === network);
  const floating = {
    id: idOf3(site),
    project: stack.project,
    network,
    address: textOr(properties["floating_ip_address"], null) ?? (subnet === void 0 ? "" : takeAddress(cloud, subnet)),
    port: null,
    fixedAddress: null,
    created: cloud.now,
    updated: cloud.now
  };
  floatingIps.push(floating);
  associate(site, floating);
}
function associate(site, floating) {
  const port = textOr(site.properties["port_id"], null);
  floating.port = port;
  floating.fixedAddress = port === null ? null : textOr(site.properties["fixed_ip_address"], null) ?? addressOf(site, port);
  floating.updated = site.cloud.now;
}
function addressOf(site, id) {
  const { ports, servers } = site.cloud.world;
  const port = ports.find((one) => one.id === id);
  if (port !== void 0) return port.address;
  for (const server of servers.values()) {
    const found = server.addresses.find((one) => portOf(server, one) === id);
    if (found !== void 0) return found.address;
  }
  return null;
}
function floatingRecord(site, id) {
  return site.cloud.world.floatingIps.find((one) => one.id === id);
}
var FLOATING_IP_ASSOCIATION = {
  ...lightBehaviour({
    id: (site) => String(site.cloud.count()),
    made: associateGiven,
    removed: (site) => {
      const floating = floatingRecord(site, site.properties["floatingip_id"]);
      if (floating === void 0) return;
      floating.port = null;
      floating.fixedAddress = null;
    }
  }),
  update: (site) => {
    associateGiven(site);
    return DONE;
  }
};
function associateGiven(site) {
  const floating = floatingRecord(site, site.properties["floatingip_id"]);
  if (floating !== void 0) associate(site, floating);
}
function idOf3(site) {
  return site.row.physicalId ?? "";
}

// src/sandbox/heat/types/resource-group.ts
var RESOURCE_GROUP = {
  nestedStack: true,
  validate: (properties, site) => validateMemberTemplate(site, member(properties, "0"), "0"),
  create: (site) => site.nested.create(site, content(site), "made"),
  update: (site) => site.nested.update(site, content(site), "updated"),
  remove: (site) => site.nested.remove(site, "removed"),
  resume: () => DONE,
  attribute: attribute3
};
function content(site) {
  const resources = Object.fromEntries(names(site).map((name) => [name, member(site.properties, name)]));
  const outputs = {
    refs_map: { value: Object.fromEntries(names(site).map((name) => [name, { get_resource: name }])) }
  };
  return childContent(site.stack.content, { heat_template_version: "2015-04-30", resources, outputs }, {});
}
function names(site) {
  const count = Number(site.properties["count"] ?? 1);
  const removed2 = removedNames(site);
  const found = [];
  for (let index = 0; found.length < count; index += 1)
    if (!removed2.has(String(index))) found.push(String(index));
  return found;
}
function removedNames(site) {
  const policies = site.properties["removal_policies"];
  const lists2 = Array.isArray(policies) ? policies.map((one) => objectOr(one)["resource_list"]) : [];
  return new Set(lists2.flatMap((one) => Array.isArray(one) ? one.map(String) : []));
}
function member(properties, index) {
  const variable = textOr(properties["index_var"], "%index%");
  return objectOr(filled(objectOr(properties["resource_def"]), variable, index));
}
function filled(value, variable, index) {
  if (typeof value === "string") return value.replaceAll(variable, index);
  if (Array.isArray(value)) return value.map((item) => filled(item, variable, index));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, variable, index)]));
}
function attribute3(site, name, path) {
  const nested = site.nested.find(site);
  if (nested === void 0) return void 0;
  const rows = names(site).flatMap((one) => currentRow(nested, one) ?? []);
  if (name === "refs") return rows.map((row3) => rowReference(site.cloud, nested, row3));
  if (name === "refs_map")
    return Object.fromEntries(rows.map((row3) => [row3.name, rowReference(site.cloud, nested, row3)]));
  if (name === "attributes")
    return Object.fromEntries(rows.map((row3) => [row3.name, rowAttribute(site.cloud, nested, row3, path)]));
  const [word, index, ...rest] = name.split(".");
  if (word !== "resource") return rows.map((row3) => rowAttribute(site.cloud, nested, row3, [name, ...path]));
  const row2 = rows.find((one) => one.name === index);
  if (row2 === void 0) return void 0;
  const at = [...rest, ...path];
  return at.length === 0 ? rowReference(site.cloud, nested, row2) : rowAttribute(site.cloud, nested, row2, at);
}

// src/sandbox/heat/types/security-groups.ts
var SECURITY_GROUP = {
  ...lightBehaviour({
    made: (site) => {
      const { world, now } = site.cloud;
      const { properties, stack, row: row2 } = site;
      world.securityGroups.push({
        id: row2.physicalId ?? "",
        name: textOr(properties["name"], physicalName(stack, row2)),
        project: stack.project,
        description: textOr(properties["description"], ""),
        rules: groupRules(site),
        created: now
      });
    },
    removed: (site) => {
      const { securityGroups } = site.cloud.world;
      const index = securityGroups.findIndex((one) => one.id === site.row.physicalId);
      if (index >= 0) securityGroups.splice(index, 1);
    },
    attribute: (site, name) => {
      const group = groupOf(site, site.row.physicalId ?? "");
      return name === "show" && group !== void 0 ? securityGroupView(group) : void 0;
    }
  }),
  update: (site) => {
    const group = groupOf(site, site.row.physicalId ?? "");
    if (group === void 0) return DONE;
    if (site.changed.has("name")) group.name = textOr(site.properties["name"], group.name);
    if (site.changed.has("description")) group.description = textOr(site.properties["description"], "");
    if (site.changed.has("rules")) group.rules = groupRules(site);
    return DONE;
  }
};
function groupRules(site) {
  const given2 = listOf3(site.properties["rules"]).filter(isObject);
  const own = given2.map((rule) => ruleRecord(site, rule, uuid(site.cloud.world), "remote_group_id"));
  if (own.some((rule) => rule["direction"] === "egress")) return own;
  const open2 = ["IPv4", "IPv6"].map(
    (ethertype) => ruleRecord(site, { direction: "egress", ethertype }, uuid(site.cloud.world), "remote_group_id")
  );
  return [...open2, ...own];
}
var SECURITY_GROUP_RULE = lightBehaviour({
  made: (site) => {
    const group = groupOf(site, String(site.properties["security_group"]));
    group?.rules.push(ruleRecord(site, site.properties, site.row.physicalId ?? "", "remote_group"));
  },
  removed: (site) => {
    const group = groupOf(site, String(site.properties["security_group"]));
    if (group !== void 0) group.rules = group.rules.filter((rule) => rule["id"] !== site.row.physicalId);
  }
});
function ruleRecord(site, rule, id, remote) {
  const { securityGroups } = site.cloud.world;
  const group = textOr(rule[remote], null);
  return {
    id,
    ethertype: rule["ethertype"] ?? "IPv4",
    direction: rule["direction"] ?? "ingress",
    protocol: rule["protocol"] ?? null,
    port_range_min: rule["port_range_min"] ?? null,
    port_range_max: rule["port_range_max"] ?? null,
    remote_ip_prefix: rule["remote_ip_prefix"] ?? null,
    remote_group_id: group === null ? null : findByNameOrId(securityGroups, group)?.id ?? group,
    description: rule["description"] ?? "",
    created: site.cloud.now
  };
}
function groupOf(site, nameOrId) {
  return findByNameOrId(site.cloud.world.securityGroups, nameOrId);
}

// src/sandbox/heat/failure.ts
function failureText(failure5) {
  return [failure5.error, failure5.path.join("."), failure5.message].filter((part2) => part2 !== "").join(": ");
}
function ownFailure(resource, error, message) {
  return { error, path: ["resources", resource], message };
}
function nestedFailure(resource, action, reason) {
  const prefix = `Resource ${action} failed: `;
  if (!reason.includes(prefix)) return ownFailure(resource, "", reason);
  const parts = reason.split(":").map((part2) => part2.trim());
  if (parts.length < 4) return ownFailure(resource, "", reason);
  const [, error = "", path = "", ...message] = parts;
  return { error, path: ["resources", resource, ...path.split(".")], message: message.join(": ") };
}

// src/sandbox/heat/settle.ts
function settleStack(cloud, stack) {
  if (stack.action === "DELETE" && stack.status === "COMPLETE") bury(cloud, stack);
  const { parent } = stack;
  if (parent !== null) cloud.after(0, { kind: "child", stack: parent.stack, key: parent.key });
}
function bury(cloud, stack) {
  stack.deleted = cloud.now;
  cloud.stackNames.delete(`${stack.project}/${stack.name}`);
  if (stack.parent !== null) cloud.world.stacks.remove(stack.id);
}

// src/sandbox/heat/target.ts
function resolveTarget(cloud, stack, row2, definition) {
  const type = resourceType(stack.content, definition.type);
  const table = type?.schema.properties ?? {};
  const scope = stackScope(cloud, stack);
  const path = ["resources", row2.name, "properties"];
  const raw = resolveObject(definition.properties, scope, path);
  const checked = checkedProperties(table, raw, path.slice(2), customCheck(cloud));
  const metadata = resolveObject(definition.metadata, scope, ["resources", row2.name, "metadata"]);
  const properties = shared(checked, definition.properties);
  const ownMetadata = shared(metadata, definition.metadata);
  const resolved = ownMetadata === definition.metadata ? definition : { ...definition, metadata: ownMetadata };
  const target = { definition: resolved, properties, requires: requiresOf(stack, definition) };
  return { ...target, changed: changedNames(cloud, stack, row2, table, properties) };
}
function shared(value, template) {
  return sameJson(value, template) ? template : value;
}
function currentTarget(row2) {
  return { definition: row2.definition, properties: row2.properties, changed: [], requires: row2.requires };
}
function requiresOf(stack, definition) {
  const { dialect, resources } = readTemplate(stack.content.template);
  const found = referencesIn(
    [definition.properties, definition.metadata],
    dialect,
    new Set(resources.keys())
  );
  return [.../* @__PURE__ */ new Set([...definition.dependsOn, ...found.resources])].filter((name) => resources.has(name));
}
function changedNames(cloud, stack, row2, table, properties) {
  if (row2.action === "INIT") return [];
  const before = withDefaults(table, row2.properties);
  const after2 = withDefaults(table, properties);
  const same = resourceType(stack.content, row2.type)?.sameValue;
  const site = siteOf(cloud, stack, row2);
  return Object.keys(table).filter((name) => {
    if (sameJson(before[name], after2[name])) return false;
    return !(same?.(site, name, before[name], after2[name]) ?? false);
  });
}

// src/sandbox/heat/visit.ts
function visitUpdate(cloud, stack, index, node) {
  const row2 = bestRow(stack, node.name);
  if (row2 === void 0) return;
  if (row2.work !== null) {
    preempt(cloud, stack, row2);
    return;
  }
  const target = targetOf(cloud, stack, row2);
  if (target === void 0) return;
  row2.requires = target.requires;
  if (row2.action === "INIT") {
    startWork(cloud, stack, row2, "CREATE", target);
    return;
  }
  row2.replacedBy = null;
  switch (verdict(cloud, stack, row2, target)) {
    case "replace":
      if (target.definition.type === row2.type)
        resourceType(stack.content, row2.type)?.beforeReplacement?.(siteOf(cloud, stack, row2));
      replaceRow(cloud, stack, row2, target);
      return;
    case "update":
      row2.updated = cloud.now;
      startWork(cloud, stack, row2, "UPDATE", target);
      return;
    case "unchanged":
      leaveAlone(cloud, stack, row2, target);
      nodeDone(cloud, stack, index);
      return;
  }
}
function visitCleanup(cloud, stack, index, node) {
  const row2 = stack.rows.get(node.key);
  if (row2 === void 0) {
    nodeDone(cloud, stack, index);
    return;
  }
  if (row2.work !== null) {
    preempt(cloud, stack, row2);
    return;
  }
  if (stack.action !== "DELETE" && row2.generation === stack.traversal) {
    nodeDone(cloud, stack, index);
    return;
  }
  if (row2.action === "INIT") {
    stack.rows.delete(row2.key);
    nodeDone(cloud, stack, index);
    return;
  }
  startWork(cloud, stack, row2, "DELETE", currentTarget(row2));
}
function replaceRow(cloud, stack, row2, target) {
  const replacement = addRow(cloud, stack, row2.name, target.definition, target.requires);
  replacement.replaces = row2.key;
  row2.replacedBy = replacement.key;
  startWork(cloud, stack, replacement, "CREATE", target);
}
function targetOf(cloud, stack, row2) {
  const definition = readTemplate(stack.content.template).resources.get(row2.name) ?? row2.definition;
  try {
    return resolveTarget(cloud, stack, row2, definition);
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error;
    const action = row2.action === "INIT" ? "CREATE" : "UPDATE";
    failWork(
      cloud,
      stack,
      row2,
      action,
      stack.traversal,
      ownFailure(row2.name, "StackValidationFailed", error.toReason())
    );
    return void 0;
  }
}
function verdict(cloud, stack, row2, target) {
  const type = resourceType(stack.content, target.definition.type);
  if (target.definition.type !== row2.type && !(type?.isTemplate === true && wasTemplate(stack, row2)))
    return "replace";
  const site = siteOf(cloud, stack, row2);
  if (type?.nestedStack === true) {
    if (row2.action !== "CHECK" || row2.status !== "FAILED") return "update";
    const nested = site.nested.find(site);
    return nested?.action === "CHECK" && nested.status === "FAILED" ? "update" : "replace";
  }
  if (row2.status === "FAILED") {
    if (row2.action === "CHECK" || (type?.replacedWhenFailed?.(site) ?? true)) return "replace";
  }
  if (row2.action === "DELETE") return "replace";
  return sameDefinition(row2, target) ? "unchanged" : "update";
}
function wasTemplate(stack, row2) {
  return resourceType(stack.content, row2.type)?.isTemplate ?? /\.(?:yaml|template)$/.test(row2.type);
}
function sameDefinition(row2, target) {
  return sameJson(row2.properties, target.properties) && sameJson(row2.definition.metadata, target.definition.metadata) && sameJson(row2.definition.updatePolicy, target.definition.updatePolicy);
}
function leaveAlone(cloud, stack, row2, target) {
  row2.generation = stack.traversal;
  row2.definition = target.definition;
  if (row2.status !== "FAILED") return;
  setRowState(
    cloud,
    stack,
    row2,
    row2.action,
    "COMPLETE",
    "Update status to COMPLETE for FAILED resource neither update nor replace."
  );
}

// src/sandbox/heat/work.ts
var RETRY_LIMIT = 5;
var TRY_AGAIN = "try-again";
function startWork(cloud, stack, row2, action, target) {
  const { definition, properties, changed: changed3 } = target;
  row2.work = {
    action,
    traversal: stack.traversal,
    phase: "",
    waiting: "outside",
    attempt: 0,
    ticket: 0,
    removing: false,
    definition,
    properties,
    changed: changed3,
    notes: {}
  };
  setRowState(cloud, stack, row2, action, "IN_PROGRESS");
  take(cloud, stack, row2, firstStep(typeOf2(stack, row2), siteOf(cloud, stack, row2), action));
}
function wake(cloud, stack, row2, ticket) {
  if (row2.work === null || row2.work.waiting !== "time" || row2.work.ticket !== ticket) return;
  if (row2.work.phase === TRY_AGAIN) {
    tryAgain(cloud, stack, row2, row2.work);
    return;
  }
  resume3(cloud, stack, row2, row2.work);
}
function prod(cloud, stack, row2) {
  if (row2.work !== null && row2.work.phase === "signalled") resume3(cloud, stack, row2, row2.work);
}
function nestedSettled(cloud, stack, row2) {
  const site = siteOf(cloud, stack, row2);
  const type = typeOf2(stack, row2);
  type?.nestedSettled?.(site);
  const { work } = row2;
  if (work === null || work.waiting !== "nested") return;
  const nested = site.nested.find(site);
  if (nested === void 0) {
    resume3(cloud, stack, row2, work);
    return;
  }
  const expected = work.removing ? "DELETE" : work.action;
  if (nested.action !== expected || nested.status === "IN_PROGRESS") return;
  if (nested.status !== "FAILED") resume3(cloud, stack, row2, work);
  else take(cloud, stack, row2, { kind: "nested-failed", reason: nested.reason });
}
function preempt(cloud, stack, row2) {
  const site = siteOf(cloud, stack, row2);
  const nested = typeOf2(stack, row2)?.nestedStack === true ? site.nested.find(site) : void 0;
  if (nested !== void 0 && row2.work?.traversal !== stack.traversal) cancelStack(cloud, nested);
}
function cancelStack(cloud, stack) {
  if (stack.status !== "IN_PROGRESS" || stack.action !== "CREATE" && stack.action !== "UPDATE") return;
  stack.nodes = [];
  for (const row2 of stack.rows.values()) {
    const site = siteOf(cloud, stack, row2);
    const nested = typeOf2(stack, row2)?.nestedStack === true ? site.nested.find(site) : void 0;
    if (nested !== void 0) cancelStack(cloud, nested);
  }
  setStackState(cloud, stack, stack.action, "FAILED", `Stack ${stack.action} cancelled`);
  settleStack(cloud, stack);
}
function failWork(cloud, stack, row2, action, traversal, failure5) {
  const text5 = failureText(failure5);
  row2.work = null;
  setRowState(cloud, stack, row2, action, "FAILED", text5);
  if (traversal !== stack.traversal) {
    retrigger(cloud, stack, row2);
    return;
  }
  if (stack.status === "IN_PROGRESS") failStack(cloud, stack, `Resource ${action} failed: ${text5}`);
}
function typeOf2(stack, row2) {
  return resourceType(stack.content, row2.work?.definition.type ?? row2.type);
}
function firstStep(type, site, action) {
  const done = { kind: "done" };
  if (action === "DELETE") return type?.remove?.(site) ?? done;
  if (action === "CREATE") return type?.create?.(site) ?? done;
  const table = type?.schema.properties ?? {};
  if ([...site.changed].some((name) => table[name]?.update !== true)) return { kind: "replace" };
  if (type?.update === void 0) return site.changed.size === 0 ? done : { kind: "replace" };
  return type.update(site);
}
function resume3(cloud, stack, row2, work) {
  const { phase } = work;
  take(cloud, stack, row2, typeOf2(stack, row2)?.resume?.(siteOf(cloud, stack, row2), phase) ?? { kind: "done" });
}
function take(cloud, stack, row2, step) {
  const { work } = row2;
  if (work === null) return;
  switch (step.kind) {
    case "wait":
      work.phase = step.phase;
      work.waiting = "time";
      work.ticket = cloud.after(step.seconds, { kind: "wake", stack: stack.id, key: row2.key });
      return;
    case "nested":
    case "idle":
      work.phase = step.phase;
      work.waiting = step.kind === "nested" ? "nested" : "outside";
      return;
    case "done":
      if (work.removing) removedForRetry(cloud, stack, row2, work);
      else finish(cloud, stack, row2, work);
      return;
    case "replace":
      replace(cloud, stack, row2, work);
      return;
    case "nested-failed":
      fail(cloud, stack, row2, work, nestedFailure(row2.name, work.action, step.reason));
      return;
    case "failed":
      fail(cloud, stack, row2, work, ownFailure(row2.name, step.error, step.message));
      return;
  }
}
function fail(cloud, stack, row2, work, failure5) {
  const again = work.action === "CREATE" && failure5.error === "ResourceInError" && failure5.path.length === 2;
  if (!again || work.attempt >= RETRY_LIMIT) {
    failWork(cloud, stack, row2, work.action, work.traversal, failure5);
    return;
  }
  setRowState(cloud, stack, row2, "CREATE", "FAILED", failureText(failure5));
  work.attempt += 1;
  work.removing = true;
  setRowState(cloud, stack, row2, "DELETE", "IN_PROGRESS");
  take(cloud, stack, row2, firstStep(typeOf2(stack, row2), siteOf(cloud, stack, row2), "DELETE"));
}
function removedForRetry(cloud, stack, row2, work) {
  work.removing = false;
  setRowState(cloud, stack, row2, "DELETE", "COMPLETE");
  const seconds2 = cloud.world.timings.retry ** work.attempt;
  take(cloud, stack, row2, { kind: "wait", seconds: seconds2, phase: TRY_AGAIN });
}
function tryAgain(cloud, stack, row2, work) {
  if (work.traversal !== stack.traversal) {
    const failure5 = ownFailure(row2.name, "Error", "CREATE aborted (user triggered cancel)");
    failWork(cloud, stack, row2, "CREATE", work.traversal, failure5);
    return;
  }
  row2.physicalId = null;
  setRowState(cloud, stack, row2, "CREATE", "IN_PROGRESS");
  take(cloud, stack, row2, firstStep(typeOf2(stack, row2), siteOf(cloud, stack, row2), "CREATE"));
}
function finish(cloud, stack, row2, work) {
  row2.work = null;
  setRowState(cloud, stack, row2, work.action, "COMPLETE");
  if (work.action === "DELETE") stack.rows.delete(row2.key);
  else adopt(row2, work);
  passOn(cloud, stack, row2, work);
}
function adopt(row2, work) {
  row2.generation = work.traversal;
  row2.type = work.definition.type;
  row2.properties = work.properties;
  if (work.action === "CREATE" || !sameJson(row2.definition.metadata, work.definition.metadata)) {
    row2.metadata = { ...row2.metadata, ...work.definition.metadata };
  }
  row2.definition = work.definition;
}
function replace(cloud, stack, row2, work) {
  row2.work = null;
  setRowState(cloud, stack, row2, work.action, "COMPLETE", `The Resource ${row2.name} requires replacement.`);
  if (work.traversal !== stack.traversal) {
    retrigger(cloud, stack, row2);
    return;
  }
  if (stack.status !== "IN_PROGRESS") return;
  const { definition, properties, changed: changed3 } = work;
  typeOf2(stack, row2)?.beforeReplacement?.(siteOf(cloud, stack, row2));
  replaceRow(cloud, stack, row2, { definition, properties, changed: changed3, requires: row2.requires });
}
function passOn(cloud, stack, row2, work) {
  if (work.traversal !== stack.traversal) {
    retrigger(cloud, stack, row2);
    return;
  }
  const index = stack.nodes.findIndex(
    (node) => work.action === "DELETE" ? node.key === row2.key : node.kind === "update" && node.name === row2.name
  );
  if (index >= 0) nodeDone(cloud, stack, index);
}

// src/sandbox/heat/types/wait-condition.ts
var WAIT_HANDLE = {
  create: (site) => {
    site.row.physicalId = hexDigits(site.cloud.world, 32);
    return DONE;
  },
  update: () => DONE,
  reference: (site) => signalUrl(site),
  attribute: handleAttribute,
  signal: takeSignal
};
var WAIT_CONDITION = {
  create: (site) => {
    site.row.physicalId = `${site.stack.name}-${site.row.name}-${site.row.shortId}`;
    site.row.data["deadline"] = site.cloud.now + Number(site.properties["timeout"] ?? site.properties["Timeout"] ?? 0) * 1e3;
    return waitOn(site);
  },
  update: (site) => waitOn(site),
  resume: (site) => waitOn(site),
  attribute: (site, name) => name === "data" || name === "Data" ? JSON.stringify(signalData(site)) : void 0
};
function handleAttribute(site, name) {
  const url = signalUrl(site);
  const token = handleToken(site.stack, site.row);
  switch (name) {
    case "token":
      return token;
    case "endpoint":
      return url;
    case "curl_cli":
      return `curl -i -X POST -H 'X-Auth-Token: ${token}' -H 'Content-Type: application/json' -H 'Accept: application/json' ${url}`;
    default:
      return void 0;
  }
}
function handleToken(stack, row2) {
  return stableId(`${stack.id}/${row2.name}/token`);
}
function takeSignal(site, details2) {
  const { row: row2, cloud, stack } = site;
  const number = Object.keys(row2.metadata).length + 1;
  const id = String(details2["id"] ?? details2["UniqueId"] ?? number);
  const status2 = String(details2["status"] ?? details2["Status"] ?? "SUCCESS");
  const reason = String(details2["reason"] ?? details2["Reason"] ?? `Signal ${number} received`);
  row2.metadata = {
    ...row2.metadata,
    [id]: { data: details2["data"] ?? details2["Data"] ?? null, reason, status: status2 }
  };
  recordRow(cloud, stack, row2, "SIGNAL_COMPLETE", `Signal: status:${status2} reason:${reason}`);
  for (const one of currentRows(stack)) if (one.work !== null) prod(cloud, stack, one);
}
function waitOn(site) {
  const values = signals(site);
  const wanted2 = Number(site.properties["count"] ?? site.properties["Count"] ?? 1);
  const failure5 = values.find((one) => one["status"] !== "SUCCESS");
  if (failure5 !== void 0) return failed2("WaitConditionFailure", String(failure5["reason"]));
  if (values.length >= wanted2) return DONE;
  const left = (Number(site.row.data["deadline"]) - site.cloud.now) / 1e3;
  if (left <= 0) return failed2("WaitConditionTimeout", `${values.length} of ${wanted2} received`);
  return { kind: "wait", seconds: left, phase: "signalled" };
}
function failed2(error, message) {
  return { kind: "failed", error, message };
}
function signals(site) {
  const handle2 = handleOf(site);
  return Object.values(handle2?.metadata ?? {}).filter(isObject);
}
function signalData(site) {
  const entries = Object.entries(handleOf(site)?.metadata ?? {});
  return Object.fromEntries(entries.map(([id, one]) => [id, isObject(one) ? one["data"] ?? null : null]));
}
function handleOf(site) {
  const { cloud, stack, properties } = site;
  const wanted2 = properties["handle"] ?? properties["Handle"];
  return currentRows(stack).find((row2) => rowReference(cloud, stack, row2) === wanted2);
}

// src/sandbox/heat/types/behaviours.ts
var config = () => lightBehaviour({ attribute: configText });
var TABLE = {
  "OS::Heat::AutoScalingGroup": () => groupBehaviour(HEAT_GROUP),
  "AWS::AutoScaling::AutoScalingGroup": () => groupBehaviour(AWS_GROUP),
  "OS::Heat::ScalingPolicy": () => policyBehaviour(HEAT_POLICY),
  "AWS::AutoScaling::ScalingPolicy": () => policyBehaviour(AWS_POLICY),
  "AWS::AutoScaling::LaunchConfiguration": () => lightBehaviour({ id: nameId, seconds: () => 0 }),
  "AWS::EC2::Instance": () => INSTANCE,
  "OS::Nova::Server": () => SERVER,
  "OS::Nova::KeyPair": () => KEY_PAIR,
  "OS::Nova::ServerGroup": () => SERVER_GROUP,
  "OS::Heat::ResourceGroup": () => RESOURCE_GROUP,
  "OS::Heat::TestResource": () => TEST_RESOURCE,
  "OS::Heat::Value": () => VALUE,
  "OS::Heat::RandomString": () => RANDOM_STRING,
  "OS::Heat::Delay": () => DELAY,
  "OS::Heat::None": () => NONE,
  "OS::Heat::WaitConditionHandle": () => WAIT_HANDLE,
  "OS::Heat::UpdateWaitConditionHandle": () => WAIT_HANDLE,
  "OS::Heat::WaitCondition": () => WAIT_CONDITION,
  "AWS::CloudFormation::WaitConditionHandle": () => WAIT_HANDLE,
  "AWS::CloudFormation::WaitCondition": () => WAIT_CONDITION,
  "OS::Heat::SoftwareConfig": config,
  "OS::Heat::StructuredConfig": config,
  "OS::Heat::CloudConfig": config,
  "OS::Heat::MultipartMime": config,
  "OS::Neutron::Net": () => NET,
  "OS::Neutron::Subnet": () => SUBNET2,
  "OS::Neutron::Port": () => PORT2,
  "OS::Neutron::SecurityGroup": () => SECURITY_GROUP,
  "OS::Aodh::GnocchiAggregationByResourcesAlarm": () => alarmBehaviour("gnocchi_aggregation_by_resources_threshold"),
  "OS::Aodh::GnocchiAggregationByMetricsAlarm": () => alarmBehaviour("gnocchi_aggregation_by_metrics_threshold"),
  "OS::Aodh::GnocchiResourcesAlarm": () => alarmBehaviour("gnocchi_resources_threshold"),
  "OS::Aodh::CompositeAlarm": () => alarmBehaviour("composite"),
  "OS::Aodh::EventAlarm": () => alarmBehaviour("event"),
  "OS::Aodh::PrometheusAlarm": () => alarmBehaviour("prometheus"),
  "OS::Aodh::LBMemberHealthAlarm": () => alarmBehaviour("loadbalancer_member_health"),
  "OS::Neutron::SecurityGroupRule": () => SECURITY_GROUP_RULE,
  "OS::Neutron::FloatingIP": () => FLOATING_IP,
  "OS::Neutron::FloatingIPAssociation": () => FLOATING_IP_ASSOCIATION,
  "OS::Octavia::LoadBalancer": () => balancingBehaviour("LoadBalancer"),
  "OS::Octavia::Listener": () => balancingBehaviour("Listener"),
  "OS::Octavia::Pool": () => balancingBehaviour("Pool"),
  "OS::Octavia::HealthMonitor": () => balancingBehaviour("HealthMonitor"),
  "OS::Octavia::PoolMember": () => balancingBehaviour("PoolMember")
};
function behaviours(type) {
  return TABLE[type]?.() ?? lightBehaviour();
}

// src/sandbox/heat/types/schemas.json
var schemas_default = {
  "OS::Heat::AutoScalingGroup": {
    properties: {
      resource: { type: "map", required: true, update: true },
      max_size: {
        type: "integer",
        required: true,
        update: true,
        constraints: [{ range: { min: 0 } }]
      },
      min_size: {
        type: "integer",
        required: true,
        update: true,
        constraints: [{ range: { min: 0 } }]
      },
      cooldown: { type: "integer", update: true },
      desired_capacity: { type: "integer", update: true },
      rolling_updates: {
        type: "map",
        update: true,
        default: { min_in_service: 0, max_batch_size: 1, pause_time: 0 },
        schema: {
          min_in_service: { type: "integer", default: 0, constraints: [{ range: { min: 0 } }] },
          max_batch_size: { type: "integer", default: 1, constraints: [{ range: { min: 1 } }] },
          pause_time: { type: "number", default: 0, constraints: [{ range: { min: 0 } }] }
        }
      }
    },
    attributes: ["current_size", "outputs", "outputs_list", "refs", "refs_map", "show"]
  },
  "OS::Heat::ScalingPolicy": {
    properties: {
      auto_scaling_group_id: { type: "string", required: true },
      scaling_adjustment: { type: "number", required: true, update: true },
      adjustment_type: {
        type: "string",
        required: true,
        update: true,
        constraints: [
          { allowed_values: ["change_in_capacity", "exact_capacity", "percent_change_in_capacity"] }
        ]
      },
      cooldown: { type: "number", update: true },
      min_adjustment_step: { type: "integer", update: true, constraints: [{ range: { min: 0 } }] }
    },
    attributes: ["alarm_url", "show", "signal_url"]
  },
  "OS::Nova::Server": {
    properties: {
      name: { type: "string", update: true },
      image: { type: "string", update: true, constraints: [{ custom_constraint: "glance.image" }] },
      block_device_mapping: {
        type: "list",
        items: {
          type: "map",
          schema: {
            device_name: { type: "string", required: true },
            volume_id: { type: "string", constraints: [{ custom_constraint: "cinder.volume" }] },
            snapshot_id: { type: "string", constraints: [{ custom_constraint: "cinder.snapshot" }] },
            volume_size: { type: "integer" },
            delete_on_termination: { type: "boolean" }
          }
        }
      },
      block_device_mapping_v2: {
        type: "list",
        items: {
          type: "map",
          schema: {
            device_name: { type: "string" },
            volume_id: { type: "string", constraints: [{ custom_constraint: "cinder.volume" }] },
            image_id: { type: "string", constraints: [{ custom_constraint: "glance.image" }] },
            image: { type: "string", constraints: [{ custom_constraint: "glance.image" }] },
            snapshot_id: { type: "string", constraints: [{ custom_constraint: "cinder.snapshot" }] },
            swap_size: { type: "integer" },
            ephemeral_size: { type: "integer", constraints: [{ range: { min: 1 } }] },
            ephemeral_format: {
              type: "string",
              constraints: [{ allowed_values: ["ext2", "ext3", "ext4", "xfs", "ntfs"] }]
            },
            device_type: { type: "string", constraints: [{ allowed_values: ["cdrom", "disk"] }] },
            disk_bus: {
              type: "string",
              constraints: [{ allowed_values: ["ide", "lame_bus", "scsi", "usb", "virtio"] }]
            },
            boot_index: { type: "integer" },
            volume_size: { type: "integer" },
            delete_on_termination: { type: "boolean" }
          }
        }
      },
      flavor: {
        type: "string",
        required: true,
        update: true,
        constraints: [{ custom_constraint: "nova.flavor" }]
      },
      flavor_update_policy: {
        type: "string",
        update: true,
        default: "RESIZE",
        constraints: [{ allowed_values: ["RESIZE", "REPLACE"] }]
      },
      image_update_policy: {
        type: "string",
        update: true,
        default: "REBUILD",
        constraints: [{ allowed_values: ["REBUILD", "REPLACE", "REBUILD_PRESERVE_EPHEMERAL"] }]
      },
      key_name: { type: "string", constraints: [{ custom_constraint: "nova.keypair" }] },
      availability_zone: { type: "string" },
      security_groups: { type: "list", default: [] },
      networks: {
        type: "list",
        update: true,
        items: {
          type: "map",
          schema: {
            uuid: { type: "string", constraints: [{ custom_constraint: "neutron.network" }] },
            network: { type: "string", constraints: [{ custom_constraint: "neutron.network" }] },
            allocate_network: {
              type: "string",
              update: true,
              constraints: [{ allowed_values: ["none", "auto"] }]
            },
            fixed_ip: { type: "string", constraints: [{ custom_constraint: "ip_addr" }] },
            port: { type: "string", constraints: [{ custom_constraint: "neutron.port" }] },
            port_extra_properties: {
              type: "map",
              schema: {
                value_specs: { type: "map", update: true, default: {} },
                admin_state_up: { type: "boolean", update: true, default: true },
                mac_address: { type: "string", constraints: [{ custom_constraint: "mac_addr" }] },
                allowed_address_pairs: {
                  type: "list",
                  update: true,
                  items: {
                    type: "map",
                    schema: {
                      mac_address: {
                        type: "string",
                        constraints: [{ custom_constraint: "mac_addr" }]
                      },
                      ip_address: {
                        type: "string",
                        required: true,
                        constraints: [{ custom_constraint: "ip_or_cidr" }]
                      }
                    }
                  }
                },
                "binding:vnic_type": {
                  type: "string",
                  update: true,
                  default: "normal",
                  constraints: [
                    {
                      allowed_values: [
                        "normal",
                        "direct",
                        "macvtap",
                        "direct-physical",
                        "baremetal",
                        "virtio-forwarder",
                        "smart-nic"
                      ]
                    }
                  ]
                },
                port_security_enabled: { type: "boolean", update: true },
                qos_policy: {
                  type: "string",
                  update: true,
                  constraints: [{ custom_constraint: "neutron.qos_policy" }]
                },
                propagate_uplink_status: { type: "boolean", update: true },
                no_fixed_ips: { type: "boolean", update: true, default: false }
              }
            },
            subnet: { type: "string" },
            floating_ip: { type: "string" },
            tag: { type: "string" }
          }
        }
      },
      scheduler_hints: { type: "map" },
      metadata: { type: "map", update: true, default: {} },
      user_data_format: {
        type: "string",
        default: "HEAT_CFNTOOLS",
        constraints: [{ allowed_values: ["HEAT_CFNTOOLS", "RAW", "SOFTWARE_CONFIG"] }]
      },
      software_config_transport: {
        type: "string",
        update: true,
        default: "POLL_SERVER_CFN",
        constraints: [
          { allowed_values: ["POLL_SERVER_CFN", "POLL_SERVER_HEAT", "POLL_TEMP_URL", "ZAQAR_MESSAGE"] }
        ]
      },
      user_data_update_policy: {
        type: "string",
        update: true,
        default: "REPLACE",
        constraints: [{ allowed_values: ["REPLACE", "IGNORE", "REBUILD"] }]
      },
      user_data: { type: "string", update: true, default: "" },
      reservation_id: { type: "string" },
      config_drive: { type: "boolean" },
      diskConfig: { type: "string", constraints: [{ allowed_values: ["AUTO", "MANUAL"] }] },
      personality: { type: "map", default: {} },
      admin_pass: { type: "string", update: true },
      tags: { type: "list", update: true, items: { type: "string" } },
      deployment_swift_data: {
        type: "map",
        update: true,
        default: {},
        schema: {
          container: { type: "string", constraints: [{ length: { min: 1 } }] },
          object: { type: "string", constraints: [{ length: { min: 1 } }] }
        }
      }
    },
    attributes: [
      "accessIPv4",
      "accessIPv6",
      "addresses",
      "console_urls",
      "first_address",
      "instance_name",
      "name",
      "networks",
      "os_collect_config",
      "show",
      "tags"
    ]
  },
  "OS::Heat::ResourceGroup": {
    properties: {
      count: {
        type: "integer",
        update: true,
        default: 1,
        constraints: [{ range: { min: 0 } }]
      },
      index_var: { type: "string", default: "%index%", constraints: [{ length: { min: 3 } }] },
      resource_def: {
        type: "map",
        required: true,
        update: true,
        schema: {
          type: { type: "string", required: true },
          properties: { type: "map" },
          metadata: { type: "map" }
        }
      },
      removal_policies: {
        type: "list",
        update: true,
        default: [],
        items: { type: "map", schema: { resource_list: { type: "list", default: [] } } }
      },
      removal_policies_mode: {
        type: "string",
        update: true,
        default: "append",
        constraints: [{ allowed_values: ["append", "update"] }]
      }
    },
    attributes: ["attributes", "refs", "refs_map", "removed_rsrc_list", "show"]
  },
  "OS::Heat::TestResource": {
    properties: {
      constraint_prop_secs: {
        type: "number",
        update: true,
        default: 0,
        constraints: [{ custom_constraint: "test_constr" }]
      },
      attr_wait_secs: { type: "number", update: true, default: 0 },
      value: { type: "string", update: true, default: "test_string" },
      update_replace_value: { type: "string" },
      fail: { type: "boolean", update: true, default: false },
      update_replace: { type: "boolean", update: true, default: false },
      wait_secs: { type: "number", update: true, default: 0 },
      action_wait_secs: {
        type: "map",
        update: true,
        schema: {
          create: { type: "number", update: true },
          update: { type: "number", update: true },
          delete: { type: "number", update: true }
        }
      },
      client_name: { type: "string", update: true, default: "" },
      entity_name: { type: "string", update: true, default: "" }
    },
    attributes: ["output", "show"]
  },
  "OS::Heat::Value": {
    properties: {
      value: { type: "any", required: true, update: true },
      type: {
        type: "string",
        update: true,
        constraints: [{ allowed_values: ["string", "number", "comma_delimited_list", "json", "boolean"] }]
      }
    },
    attributes: ["show", "value"]
  },
  "OS::Heat::RandomString": {
    properties: {
      length: { type: "integer", default: 32, constraints: [{ range: { min: 1, max: 512 } }] },
      character_classes: {
        type: "list",
        default: [{ class: "lettersdigits", min: 1 }],
        items: {
          type: "map",
          schema: {
            class: {
              type: "string",
              default: "lettersdigits",
              constraints: [
                {
                  allowed_values: [
                    "lettersdigits",
                    "letters",
                    "lowercase",
                    "uppercase",
                    "digits",
                    "hexdigits",
                    "octdigits"
                  ]
                }
              ]
            },
            min: { type: "integer", default: 1, constraints: [{ range: { min: 1, max: 512 } }] }
          }
        }
      },
      character_sequences: {
        type: "list",
        items: {
          type: "map",
          schema: {
            sequence: { type: "string", required: true },
            min: { type: "integer", default: 1, constraints: [{ range: { min: 1, max: 512 } }] }
          }
        }
      },
      salt: { type: "string" }
    },
    attributes: ["show", "value"]
  },
  "OS::Heat::Delay": {
    properties: {
      min_wait: {
        type: "number",
        update: true,
        default: 0,
        constraints: [{ range: { min: 0 } }]
      },
      max_jitter: {
        type: "number",
        update: true,
        default: 0,
        constraints: [{ range: { min: 0 } }]
      },
      jitter_multiplier: {
        type: "number",
        update: true,
        default: 1,
        constraints: [{ range: { min: 0 } }]
      },
      actions: {
        type: "list",
        update: true,
        default: ["CREATE"],
        constraints: [{ allowed_values: ["CREATE", "DELETE", "SUSPEND", "RESUME"] }]
      }
    },
    attributes: ["show"]
  },
  "OS::Heat::WaitCondition": {
    properties: {
      handle: { type: "string", required: true },
      timeout: {
        type: "number",
        required: true,
        constraints: [{ range: { min: 1, max: 43200 } }]
      },
      count: { type: "integer", update: true, default: 1, constraints: [{ range: { min: 1 } }] }
    },
    attributes: ["data", "show"]
  },
  "OS::Heat::WaitConditionHandle": {
    properties: {
      signal_transport: {
        type: "string",
        default: "TOKEN_SIGNAL",
        constraints: [
          {
            allowed_values: [
              "CFN_SIGNAL",
              "TEMP_URL_SIGNAL",
              "HEAT_SIGNAL",
              "NO_SIGNAL",
              "ZAQAR_SIGNAL",
              "TOKEN_SIGNAL"
            ]
          }
        ]
      }
    },
    attributes: ["curl_cli", "endpoint", "show", "signal", "token"]
  },
  "OS::Heat::None": { properties: {}, attributes: ["show"] },
  "OS::Heat::SoftwareConfig": {
    properties: {
      group: { type: "string", default: "Heat::Ungrouped" },
      config: { type: "string" },
      options: { type: "map" },
      inputs: {
        type: "list",
        items: {
          type: "map",
          schema: {
            name: { type: "string", required: true },
            description: { type: "string" },
            type: {
              type: "string",
              default: "String",
              constraints: [
                { allowed_values: ["String", "Number", "CommaDelimitedList", "Json", "Boolean"] }
              ]
            },
            default: { type: "any" },
            replace_on_change: { type: "boolean", default: false }
          }
        }
      },
      outputs: {
        type: "list",
        items: {
          type: "map",
          schema: {
            name: { type: "string", required: true },
            description: { type: "string" },
            type: {
              type: "string",
              default: "String",
              constraints: [
                { allowed_values: ["String", "Number", "CommaDelimitedList", "Json", "Boolean"] }
              ]
            },
            error_output: { type: "boolean", default: false }
          }
        }
      }
    },
    attributes: ["config", "show"]
  },
  "OS::Heat::StructuredConfig": {
    properties: {
      group: { type: "string", default: "Heat::Ungrouped" },
      options: { type: "map" },
      inputs: {
        type: "list",
        items: {
          type: "map",
          schema: {
            name: { type: "string", required: true },
            description: { type: "string" },
            type: {
              type: "string",
              default: "String",
              constraints: [
                { allowed_values: ["String", "Number", "CommaDelimitedList", "Json", "Boolean"] }
              ]
            },
            default: { type: "any" },
            replace_on_change: { type: "boolean", default: false }
          }
        }
      },
      outputs: {
        type: "list",
        items: {
          type: "map",
          schema: {
            name: { type: "string", required: true },
            description: { type: "string" },
            type: {
              type: "string",
              default: "String",
              constraints: [
                { allowed_values: ["String", "Number", "CommaDelimitedList", "Json", "Boolean"] }
              ]
            },
            error_output: { type: "boolean", default: false }
          }
        }
      },
      config: { type: "map" }
    },
    attributes: ["config", "show"]
  },
  "OS::Heat::CloudConfig": {
    properties: { cloud_config: { type: "map" } },
    attributes: ["config", "show"]
  },
  "OS::Heat::MultipartMime": {
    properties: {
      group: { type: "string", default: "Heat::Ungrouped" },
      parts: {
        type: "list",
        default: [],
        items: {
          type: "map",
          schema: {
            config: { type: "string", required: true },
            filename: { type: "string" },
            type: {
              type: "string",
              default: "text",
              constraints: [{ allowed_values: ["text", "multipart"] }]
            },
            subtype: { type: "string" }
          }
        }
      }
    },
    attributes: ["config", "show"]
  },
  "OS::Nova::KeyPair": {
    properties: {
      name: { type: "string", required: true, constraints: [{ length: { min: 1, max: 255 } }] },
      save_private_key: { type: "boolean", default: false },
      public_key: { type: "string" },
      type: { type: "string", constraints: [{ allowed_values: ["ssh", "x509"] }] },
      user: { type: "string", constraints: [{ custom_constraint: "keystone.user" }] }
    },
    attributes: ["private_key", "public_key", "show"]
  },
  "OS::Nova::ServerGroup": {
    properties: {
      name: { type: "string" },
      policies: {
        type: "list",
        default: ["anti-affinity"],
        constraints: [
          { allowed_values: ["anti-affinity", "affinity", "soft-anti-affinity", "soft-affinity"] }
        ],
        items: { type: "string" }
      },
      rules: { type: "map", schema: { max_server_per_host: { type: "number" } } }
    },
    attributes: ["show"]
  },
  "OS::Neutron::Net": {
    properties: {
      name: { type: "string", update: true },
      value_specs: { type: "map", update: true, default: {} },
      admin_state_up: { type: "boolean", update: true, default: true },
      tenant_id: { type: "string" },
      shared: { type: "boolean", update: true, default: false },
      dhcp_agent_ids: { type: "list", update: true },
      port_security_enabled: { type: "boolean", update: true },
      qos_policy: {
        type: "string",
        update: true,
        constraints: [{ custom_constraint: "neutron.qos_policy" }]
      },
      dns_domain: {
        type: "string",
        update: true,
        constraints: [{ custom_constraint: "dns_domain" }]
      },
      availability_zone_hints: { type: "list" },
      tags: { type: "list", update: true, items: { type: "string" } }
    },
    attributes: [
      "admin_state_up",
      "l2_adjacency",
      "mtu",
      "name",
      "port_security_enabled",
      "qos_policy_id",
      "segments",
      "show",
      "status",
      "subnets",
      "tenant_id"
    ]
  },
  "OS::Neutron::Subnet": {
    properties: {
      network: {
        type: "string",
        required: true,
        constraints: [{ custom_constraint: "neutron.network" }]
      },
      subnetpool: { type: "string", constraints: [{ custom_constraint: "neutron.subnetpool" }] },
      prefixlen: { type: "integer", constraints: [{ range: { min: 0 } }] },
      cidr: { type: "string", constraints: [{ custom_constraint: "net_cidr" }] },
      value_specs: { type: "map", update: true, default: {} },
      name: { type: "string", update: true },
      ip_version: { type: "integer", default: 4, constraints: [{ allowed_values: [4, 6] }] },
      dns_nameservers: { type: "list", update: true, default: [] },
      gateway_ip: { type: "string", update: true },
      enable_dhcp: { type: "boolean", update: true, default: true },
      allocation_pools: {
        type: "list",
        update: true,
        items: {
          type: "map",
          schema: {
            start: {
              type: "string",
              required: true,
              constraints: [{ custom_constraint: "ip_addr" }]
            },
            end: { type: "string", required: true, constraints: [{ custom_constraint: "ip_addr" }] }
          }
        }
      },
      tenant_id: { type: "string" },
      host_routes: {
        type: "list",
        update: true,
        items: {
          type: "map",
          schema: {
            destination: {
              type: "string",
              required: true,
              constraints: [{ custom_constraint: "net_cidr" }]
            },
            nexthop: {
              type: "string",
              required: true,
              constraints: [{ custom_constraint: "ip_addr" }]
            }
          }
        }
      },
      ipv6_ra_mode: {
        type: "string",
        constraints: [{ allowed_values: ["dhcpv6-stateful", "dhcpv6-stateless", "slaac"] }]
      },
      ipv6_address_mode: {
        type: "string",
        constraints: [{ allowed_values: ["dhcpv6-stateful", "dhcpv6-stateless", "slaac"] }]
      },
      segment: {
        type: "string",
        update: true,
        constraints: [{ custom_constraint: "neutron.segment" }]
      },
      tags: { type: "list", update: true, items: { type: "string" } }
    },
    attributes: [
      "allocation_pools",
      "cidr",
      "dns_nameservers",
      "enable_dhcp",
      "gateway_ip",
      "host_routes",
      "ip_version",
      "name",
      "network_id",
      "show",
      "tenant_id"
    ]
  },
  "OS::Neutron::Port": {
    properties: {
      name: { type: "string", update: true },
      network: {
        type: "string",
        required: true,
        constraints: [{ custom_constraint: "neutron.network" }]
      },
      device_id: { type: "string", update: true, default: "" },
      device_owner: { type: "string", update: true, default: "" },
      fixed_ips: {
        type: "list",
        update: true,
        items: {
          type: "map",
          schema: {
            subnet_id: { type: "string", constraints: [{ custom_constraint: "neutron.subnet" }] },
            subnet: { type: "string", constraints: [{ custom_constraint: "neutron.subnet" }] },
            ip_address: { type: "string", constraints: [{ custom_constraint: "ip_addr" }] }
          }
        }
      },
      security_groups: { type: "list", update: true },
      dns_name: { type: "string", update: true, constraints: [{ custom_constraint: "dns_name" }] },
      tags: { type: "list", update: true, items: { type: "string" } },
      value_specs: { type: "map", update: true, default: {} },
      admin_state_up: { type: "boolean", update: true, default: true },
      mac_address: { type: "string", constraints: [{ custom_constraint: "mac_addr" }] },
      allowed_address_pairs: {
        type: "list",
        update: true,
        items: {
          type: "map",
          schema: {
            mac_address: { type: "string", constraints: [{ custom_constraint: "mac_addr" }] },
            ip_address: {
              type: "string",
              required: true,
              constraints: [{ custom_constraint: "ip_or_cidr" }]
            }
          }
        }
      },
      "binding:vnic_type": {
        type: "string",
        update: true,
        default: "normal",
        constraints: [
          {
            allowed_values: [
              "normal",
              "direct",
              "macvtap",
              "direct-physical",
              "baremetal",
              "virtio-forwarder",
              "smart-nic"
            ]
          }
        ]
      },
      port_security_enabled: { type: "boolean", update: true },
      qos_policy: {
        type: "string",
        update: true,
        constraints: [{ custom_constraint: "neutron.qos_policy" }]
      },
      propagate_uplink_status: { type: "boolean", update: true },
      no_fixed_ips: { type: "boolean", update: true, default: false }
    },
    attributes: [
      "admin_state_up",
      "allowed_address_pairs",
      "device_id",
      "device_owner",
      "dns_assignment",
      "fixed_ips",
      "mac_address",
      "name",
      "network",
      "network_id",
      "port_security_enabled",
      "propagate_uplink_status",
      "qos_policy_id",
      "security_groups",
      "show",
      "status",
      "subnets",
      "tenant_id"
    ]
  },
  "OS::Neutron::SecurityGroup": {
    properties: {
      name: { type: "string", update: true },
      description: { type: "string", update: true },
      rules: {
        type: "list",
        update: true,
        default: [],
        items: {
          type: "map",
          schema: {
            direction: {
              type: "string",
              default: "ingress",
              constraints: [{ allowed_values: ["ingress", "egress"] }]
            },
            ethertype: {
              type: "string",
              default: "IPv4",
              constraints: [{ allowed_values: ["IPv4", "IPv6"] }]
            },
            port_range_min: { type: "integer", constraints: [{ range: { min: 0, max: 65535 } }] },
            port_range_max: { type: "integer", constraints: [{ range: { min: 0, max: 65535 } }] },
            protocol: { type: "string" },
            remote_mode: {
              type: "string",
              default: "remote_ip_prefix",
              constraints: [{ allowed_values: ["remote_ip_prefix", "remote_group_id"] }]
            },
            remote_group_id: {
              type: "string",
              constraints: [{ custom_constraint: "neutron.security_group" }]
            },
            remote_ip_prefix: { type: "string", constraints: [{ custom_constraint: "net_cidr" }] }
          }
        }
      }
    },
    attributes: ["show"]
  },
  "OS::Neutron::SecurityGroupRule": {
    properties: {
      security_group: {
        type: "string",
        required: true,
        constraints: [{ custom_constraint: "neutron.security_group" }]
      },
      description: { type: "string" },
      direction: {
        type: "string",
        default: "ingress",
        constraints: [{ allowed_values: ["ingress", "egress"] }]
      },
      ethertype: {
        type: "string",
        default: "IPv4",
        constraints: [{ allowed_values: ["IPv4", "IPv6"] }]
      },
      port_range_min: { type: "integer", constraints: [{ range: { min: 0, max: 65535 } }] },
      port_range_max: { type: "integer", constraints: [{ range: { min: 0, max: 65535 } }] },
      protocol: {
        type: "string",
        default: "tcp",
        constraints: [
          {
            allowed_values: [
              0,
              1,
              2,
              3,
              4,
              5,
              6,
              7,
              8,
              9,
              10,
              11,
              12,
              13,
              14,
              15,
              16,
              17,
              18,
              19,
              20,
              21,
              22,
              23,
              24,
              25,
              26,
              27,
              28,
              29,
              30,
              31,
              32,
              33,
              34,
              35,
              36,
              37,
              38,
              39,
              40,
              41,
              42,
              43,
              44,
              45,
              46,
              47,
              48,
              49,
              50,
              51,
              52,
              53,
              54,
              55,
              56,
              57,
              58,
              59,
              60,
              61,
              62,
              63,
              64,
              65,
              66,
              67,
              68,
              69,
              70,
              71,
              72,
              73,
              74,
              75,
              76,
              77,
              78,
              79,
              80,
              81,
              82,
              83,
              84,
              85,
              86,
              87,
              88,
              89,
              90,
              91,
              92,
              93,
              94,
              95,
              96,
              97,
              98,
              99,
              100,
              101,
              102,
              103,
              104,
              105,
              106,
              107,
              108,
              109,
              110,
              111,
              112,
              113,
              114,
              115,
              116,
              117,
              118,
              119,
              120,
              121,
              122,
              123,
              124,
              125,
              126,
              127,
              128,
              129,
              130,
              131,
              132,
              133,
              134,
              135,
              136,
              137,
              138,
              139,
              140,
              141,
              142,
              143,
              144,
              145,
              146,
              147,
              148,
              149,
              150,
              151,
              152,
              153,
              154,
              155,
              156,
              157,
              158,
              159,
              160,
              161,
              162,
              163,
              164,
              165,
              166,
              167,
              168,
              169,
              170,
              171,
              172,
              173,
              174,
              175,
              176,
              177,
              178,
              179,
              180,
              181,
              182,
              183,
              184,
              185,
              186,
              187,
              188,
              189,
              190,
              191,
              192,
              193,
              194,
              195,
              196,
              197,
              198,
              199,
              200,
              201,
              202,
              203,
              204,
              205,
              206,
              207,
              208,
              209,
              210,
              211,
              212,
              213,
              214,
              215,
              216,
              217,
              218,
              219,
              220,
              221,
              222,
              223,
              224,
              225,
              226,
              227,
              228,
              229,
              230,
              231,
              232,
              233,
              234,
              235,
              236,
              237,
              238,
              239,
              240,
              241,
              242,
              243,
              244,
              245,
              246,
              247,
              248,
              249,
              250,
              251,
              252,
              253,
              254,
              255,
              "ah",
              "dccp",
              "egp",
              "esp",
              "gre",
              "icmp",
              "icmpv6",
              "igmp",
              "ipv6-encap",
              "ipv6-frag",
              "ipv6-icmp",
              "ipv6-nonxt",
              "ipv6-opts",
              "ipv6-route",
              "ospf",
              "pgm",
              "rsvp",
              "sctp",
              "tcp",
              "udp",
              "udplite",
              "vrrp"
            ]
          }
        ]
      },
      remote_group: {
        type: "string",
        constraints: [{ custom_constraint: "neutron.security_group" }]
      },
      remote_ip_prefix: { type: "string", constraints: [{ custom_constraint: "net_cidr" }] }
    },
    attributes: ["show"]
  },
  "OS::Neutron::FloatingIP": {
    properties: {
      floating_network: {
        type: "string",
        required: true,
        constraints: [{ custom_constraint: "neutron.network" }]
      },
      floating_subnet: { type: "string", constraints: [{ custom_constraint: "neutron.subnet" }] },
      value_specs: { type: "map", default: {} },
      port_id: {
        type: "string",
        update: true,
        constraints: [{ custom_constraint: "neutron.port" }]
      },
      fixed_ip_address: {
        type: "string",
        update: true,
        constraints: [{ custom_constraint: "ip_addr" }]
      },
      floating_ip_address: { type: "string", constraints: [{ custom_constraint: "ip_addr" }] },
      dns_name: {
        type: "string",
        update: true,
        constraints: [{ custom_constraint: "rel_dns_name" }]
      },
      dns_domain: {
        type: "string",
        update: true,
        constraints: [{ custom_constraint: "dns_domain" }]
      }
    },
    attributes: [
      "fixed_ip_address",
      "floating_ip_address",
      "floating_network_id",
      "port_id",
      "router_id",
      "show",
      "tenant_id"
    ]
  },
  "OS::Neutron::FloatingIPAssociation": {
    properties: {
      floatingip_id: { type: "string", required: true, update: true },
      port_id: {
        type: "string",
        required: true,
        update: true,
        constraints: [{ custom_constraint: "neutron.port" }]
      },
      fixed_ip_address: {
        type: "string",
        update: true,
        constraints: [{ custom_constraint: "ip_addr" }]
      }
    },
    attributes: ["show"]
  },
  "OS::Neutron::Router": {
    properties: {
      name: { type: "string", update: true },
      external_gateway_info: {
        type: "map",
        update: true,
        schema: {
          network: { type: "string", required: true, update: true },
          enable_snat: { type: "boolean", update: true },
          external_fixed_ips: {
            type: "list",
            update: true,
            items: {
              type: "map",
              schema: {
                ip_address: { type: "string", constraints: [{ custom_constraint: "ip_addr" }] },
                subnet: { type: "string", constraints: [{ custom_constraint: "neutron.subnet" }] }
              }
            }
          }
        }
      },
      value_specs: { type: "map", update: true, default: {} },
      admin_state_up: { type: "boolean", update: true, default: true },
      l3_agent_ids: { type: "list", update: true, items: { type: "string" } },
      distributed: { type: "boolean" },
      ha: { type: "boolean" },
      availability_zone_hints: { type: "list", update: true },
      tags: { type: "list", update: true, items: { type: "string" } },
      tenant_id: { type: "string" }
    },
    attributes: ["admin_state_up", "external_gateway_info", "name", "show", "status", "tenant_id"]
  },
  "OS::Neutron::RouterInterface": {
    properties: {
      router: {
        type: "string",
        required: true,
        constraints: [{ custom_constraint: "neutron.router" }]
      },
      subnet: { type: "string", constraints: [{ custom_constraint: "neutron.subnet" }] },
      port: { type: "string", constraints: [{ custom_constraint: "neutron.port" }] }
    },
    attributes: ["show"]
  },
  "OS::Octavia::LoadBalancer": {
    properties: {
      description: { type: "string", update: true, default: "" },
      name: { type: "string", update: true },
      provider: { type: "string" },
      vip_address: { type: "string", constraints: [{ custom_constraint: "ip_addr" }] },
      vip_subnet: {
        type: "string",
        required: true,
        constraints: [{ custom_constraint: "neutron.subnet" }]
      },
      admin_state_up: { type: "boolean", update: true, default: true },
      tenant_id: { type: "string", constraints: [{ custom_constraint: "keystone.project" }] },
      flavor: { type: "string", constraints: [{ custom_constraint: "octavia.flavor" }] },
      availability_zone: {
        type: "string",
        constraints: [{ custom_constraint: "octavia.availabilityzone" }]
      }
    },
    attributes: ["flavor_id", "pools", "show", "vip_address", "vip_port_id", "vip_subnet_id"]
  },
  "OS::Octavia::Listener": {
    properties: {
      protocol_port: {
        type: "integer",
        required: true,
        constraints: [{ range: { min: 1, max: 65535 } }]
      },
      protocol: {
        type: "string",
        required: true,
        constraints: [{ allowed_values: ["TCP", "HTTP", "HTTPS", "TERMINATED_HTTPS", "PROXY", "UDP"] }]
      },
      loadbalancer: {
        type: "string",
        required: true,
        constraints: [{ custom_constraint: "octavia.loadbalancer" }]
      },
      default_pool: {
        type: "string",
        update: true,
        constraints: [{ custom_constraint: "octavia.pool" }]
      },
      name: { type: "string", update: true },
      admin_state_up: { type: "boolean", update: true, default: true },
      description: { type: "string", update: true, default: "" },
      default_tls_container_ref: { type: "string", update: true },
      sni_container_refs: { type: "list", update: true },
      connection_limit: {
        type: "integer",
        update: true,
        default: -1,
        constraints: [{ range: { min: -1 } }]
      },
      tenant_id: { type: "string" },
      allowed_cidrs: {
        type: "list",
        update: true,
        items: { type: "string", constraints: [{ custom_constraint: "net_cidr" }] }
      }
    },
    attributes: ["default_pool_id", "loadbalancers", "show"]
  },
  "OS::Octavia::Pool": {
    properties: {
      admin_state_up: { type: "boolean", update: true, default: true },
      description: { type: "string", update: true, default: "" },
      session_persistence: {
        type: "map",
        update: true,
        schema: {
          type: {
            type: "string",
            required: true,
            constraints: [{ allowed_values: ["SOURCE_IP", "HTTP_COOKIE", "APP_COOKIE"] }]
          },
          cookie_name: { type: "string" }
        }
      },
      name: { type: "string", update: true },
      lb_algorithm: {
        type: "string",
        required: true,
        update: true,
        constraints: [
          { allowed_values: ["ROUND_ROBIN", "LEAST_CONNECTIONS", "SOURCE_IP", "SOURCE_IP_PORT"] }
        ]
      },
      listener: { type: "string", constraints: [{ custom_constraint: "octavia.listener" }] },
      loadbalancer: { type: "string", constraints: [{ custom_constraint: "octavia.loadbalancer" }] },
      protocol: {
        type: "string",
        required: true,
        constraints: [{ allowed_values: ["TCP", "HTTP", "HTTPS", "TERMINATED_HTTPS", "PROXY", "UDP"] }]
      },
      tls_enabled: { type: "boolean", update: true, default: false }
    },
    attributes: ["healthmonitor_id", "listeners", "members", "show"]
  },
  "OS::Octavia::HealthMonitor": {
    properties: {
      admin_state_up: { type: "boolean", update: true, default: true },
      delay: {
        type: "integer",
        required: true,
        update: true,
        constraints: [{ range: { min: 0 } }]
      },
      expected_codes: { type: "string", update: true },
      http_method: {
        type: "string",
        update: true,
        constraints: [
          {
            allowed_values: ["GET", "HEAD", "POST", "PUT", "DELETE", "TRACE", "OPTIONS", "CONNECT", "PATCH"]
          }
        ]
      },
      max_retries: {
        type: "integer",
        required: true,
        update: true,
        constraints: [{ range: { min: 1, max: 10 } }]
      },
      pool: {
        type: "string",
        required: true,
        constraints: [{ custom_constraint: "octavia.pool" }]
      },
      timeout: {
        type: "integer",
        required: true,
        update: true,
        constraints: [{ range: { min: 0 } }]
      },
      type: {
        type: "string",
        required: true,
        constraints: [{ allowed_values: ["PING", "TCP", "HTTP", "HTTPS", "UDP-CONNECT"] }]
      },
      url_path: { type: "string", update: true },
      tenant_id: { type: "string" }
    },
    attributes: ["pools", "show"]
  },
  "OS::Octavia::PoolMember": {
    properties: {
      pool: {
        type: "string",
        required: true,
        constraints: [{ custom_constraint: "octavia.pool" }]
      },
      address: { type: "string", required: true, constraints: [{ custom_constraint: "ip_addr" }] },
      protocol_port: {
        type: "integer",
        required: true,
        constraints: [{ range: { min: 1, max: 65535 } }]
      },
      monitor_address: { type: "string", constraints: [{ custom_constraint: "ip_addr" }] },
      monitor_port: { type: "integer", constraints: [{ range: { min: 1, max: 65535 } }] },
      weight: {
        type: "integer",
        update: true,
        default: 1,
        constraints: [{ range: { min: 0, max: 256 } }]
      },
      admin_state_up: { type: "boolean", update: true, default: true },
      subnet: { type: "string", constraints: [{ custom_constraint: "neutron.subnet" }] },
      tags: { type: "list", update: true }
    },
    attributes: ["show"]
  },
  "OS::Octavia::L7Policy": {
    properties: {
      name: { type: "string", update: true },
      description: { type: "string", update: true },
      admin_state_up: { type: "boolean", update: true, default: true },
      action: {
        type: "string",
        required: true,
        update: true,
        constraints: [{ allowed_values: ["REJECT", "REDIRECT_TO_POOL", "REDIRECT_TO_URL"] }]
      },
      redirect_pool: {
        type: "string",
        update: true,
        constraints: [{ custom_constraint: "octavia.pool" }]
      },
      redirect_url: { type: "string", update: true },
      position: { type: "number", update: true, constraints: [{ range: { min: 1 } }] },
      listener: {
        type: "string",
        required: true,
        constraints: [{ custom_constraint: "octavia.listener" }]
      }
    },
    attributes: ["rules", "show"]
  },
  "OS::Octavia::L7Rule": {
    properties: {
      admin_state_up: { type: "boolean", update: true, default: true },
      l7policy: {
        type: "string",
        required: true,
        constraints: [{ custom_constraint: "octavia.l7policy" }]
      },
      type: {
        type: "string",
        required: true,
        update: true,
        constraints: [{ allowed_values: ["HOST_NAME", "PATH", "FILE_TYPE", "HEADER", "COOKIE"] }]
      },
      compare_type: {
        type: "string",
        required: true,
        update: true,
        constraints: [{ allowed_values: ["REGEX", "STARTS_WITH", "ENDS_WITH", "CONTAINS", "EQUAL_TO"] }]
      },
      invert: { type: "boolean", update: true, default: false },
      key: { type: "string", update: true },
      value: { type: "string", required: true, update: true }
    },
    attributes: ["show"]
  },
  "OS::Aodh::GnocchiAggregationByResourcesAlarm": {
    properties: {
      metric: { type: "string", required: true, update: true },
      query: { type: "string", required: true, update: true },
      resource_type: { type: "string", required: true, update: true },
      comparison_operator: {
        type: "string",
        update: true,
        constraints: [{ allowed_values: ["le", "ge", "eq", "lt", "gt", "ne"] }]
      },
      evaluation_periods: { type: "integer", update: true },
      aggregation_method: { type: "string", update: true },
      granularity: { type: "integer", update: true },
      threshold: { type: "number", required: true, update: true },
      description: { type: "string", update: true },
      enabled: { type: "boolean", update: true, default: "true" },
      alarm_actions: { type: "list", update: true },
      ok_actions: { type: "list", update: true },
      insufficient_data_actions: { type: "list", update: true },
      alarm_queues: {
        type: "list",
        update: true,
        default: [],
        items: { type: "string", constraints: [{ custom_constraint: "zaqar.queue" }] }
      },
      ok_queues: {
        type: "list",
        update: true,
        default: [],
        items: { type: "string", constraints: [{ custom_constraint: "zaqar.queue" }] }
      },
      insufficient_data_queues: {
        type: "list",
        update: true,
        default: [],
        items: { type: "string", constraints: [{ custom_constraint: "zaqar.queue" }] }
      },
      repeat_actions: { type: "boolean", update: true, default: "true" },
      severity: {
        type: "string",
        update: true,
        default: "low",
        constraints: [{ allowed_values: ["low", "moderate", "critical"] }]
      },
      time_constraints: {
        type: "list",
        default: [],
        items: {
          type: "map",
          schema: {
            name: { type: "string", required: true },
            start: {
              type: "string",
              required: true,
              constraints: [{ custom_constraint: "cron_expression" }]
            },
            description: { type: "string" },
            duration: { type: "integer", required: true, constraints: [{ range: { min: 0 } }] },
            timezone: { type: "string", constraints: [{ custom_constraint: "timezone" }] }
          }
        }
      }
    },
    attributes: ["show"]
  },
  "OS::Aodh::GnocchiResourcesAlarm": {
    properties: {
      metric: { type: "string", required: true, update: true },
      resource_id: { type: "string", required: true, update: true },
      resource_type: { type: "string", required: true, update: true },
      comparison_operator: {
        type: "string",
        update: true,
        constraints: [{ allowed_values: ["le", "ge", "eq", "lt", "gt", "ne"] }]
      },
      evaluation_periods: { type: "integer", update: true },
      aggregation_method: { type: "string", update: true },
      granularity: { type: "integer", update: true },
      threshold: { type: "number", required: true, update: true },
      description: { type: "string", update: true },
      enabled: { type: "boolean", update: true, default: "true" },
      alarm_actions: { type: "list", update: true },
      ok_actions: { type: "list", update: true },
      insufficient_data_actions: { type: "list", update: true },
      alarm_queues: {
        type: "list",
        update: true,
        default: [],
        items: { type: "string", constraints: [{ custom_constraint: "zaqar.queue" }] }
      },
      ok_queues: {
        type: "list",
        update: true,
        default: [],
        items: { type: "string", constraints: [{ custom_constraint: "zaqar.queue" }] }
      },
      insufficient_data_queues: {
        type: "list",
        update: true,
        default: [],
        items: { type: "string", constraints: [{ custom_constraint: "zaqar.queue" }] }
      },
      repeat_actions: { type: "boolean", update: true, default: "true" },
      severity: {
        type: "string",
        update: true,
        default: "low",
        constraints: [{ allowed_values: ["low", "moderate", "critical"] }]
      },
      time_constraints: {
        type: "list",
        default: [],
        items: {
          type: "map",
          schema: {
            name: { type: "string", required: true },
            start: {
              type: "string",
              required: true,
              constraints: [{ custom_constraint: "cron_expression" }]
            },
            description: { type: "string" },
            duration: { type: "integer", required: true, constraints: [{ range: { min: 0 } }] },
            timezone: { type: "string", constraints: [{ custom_constraint: "timezone" }] }
          }
        }
      }
    },
    attributes: ["show"]
  },
  "OS::Aodh::GnocchiAggregationByMetricsAlarm": {
    properties: {
      metrics: { type: "list", required: true, update: true },
      comparison_operator: {
        type: "string",
        update: true,
        constraints: [{ allowed_values: ["le", "ge", "eq", "lt", "gt", "ne"] }]
      },
      evaluation_periods: { type: "integer", update: true },
      aggregation_method: { type: "string", update: true },
      granularity: { type: "integer", update: true },
      threshold: { type: "number", required: true, update: true },
      description: { type: "string", update: true },
      enabled: { type: "boolean", update: true, default: "true" },
      alarm_actions: { type: "list", update: true },
      ok_actions: { type: "list", update: true },
      insufficient_data_actions: { type: "list", update: true },
      alarm_queues: {
        type: "list",
        update: true,
        default: [],
        items: { type: "string", constraints: [{ custom_constraint: "zaqar.queue" }] }
      },
      ok_queues: {
        type: "list",
        update: true,
        default: [],
        items: { type: "string", constraints: [{ custom_constraint: "zaqar.queue" }] }
      },
      insufficient_data_queues: {
        type: "list",
        update: true,
        default: [],
        items: { type: "string", constraints: [{ custom_constraint: "zaqar.queue" }] }
      },
      repeat_actions: { type: "boolean", update: true, default: "true" },
      severity: {
        type: "string",
        update: true,
        default: "low",
        constraints: [{ allowed_values: ["low", "moderate", "critical"] }]
      },
      time_constraints: {
        type: "list",
        default: [],
        items: {
          type: "map",
          schema: {
            name: { type: "string", required: true },
            start: {
              type: "string",
              required: true,
              constraints: [{ custom_constraint: "cron_expression" }]
            },
            description: { type: "string" },
            duration: { type: "integer", required: true, constraints: [{ range: { min: 0 } }] },
            timezone: { type: "string", constraints: [{ custom_constraint: "timezone" }] }
          }
        }
      }
    },
    attributes: ["show"]
  },
  "OS::Aodh::CompositeAlarm": {
    properties: {
      composite_rule: {
        type: "map",
        required: true,
        update: true,
        schema: {
          operator: {
            type: "string",
            required: true,
            update: true,
            constraints: [{ allowed_values: ["or", "and"] }]
          },
          rules: {
            type: "list",
            required: true,
            update: true,
            constraints: [{ length: { min: 2 } }]
          }
        }
      },
      description: { type: "string", update: true },
      enabled: { type: "boolean", update: true, default: "true" },
      alarm_actions: { type: "list", update: true },
      ok_actions: { type: "list", update: true },
      insufficient_data_actions: { type: "list", update: true },
      alarm_queues: {
        type: "list",
        update: true,
        default: [],
        items: { type: "string", constraints: [{ custom_constraint: "zaqar.queue" }] }
      },
      ok_queues: {
        type: "list",
        update: true,
        default: [],
        items: { type: "string", constraints: [{ custom_constraint: "zaqar.queue" }] }
      },
      insufficient_data_queues: {
        type: "list",
        update: true,
        default: [],
        items: { type: "string", constraints: [{ custom_constraint: "zaqar.queue" }] }
      },
      repeat_actions: { type: "boolean", update: true, default: "true" },
      severity: {
        type: "string",
        update: true,
        default: "low",
        constraints: [{ allowed_values: ["low", "moderate", "critical"] }]
      },
      time_constraints: {
        type: "list",
        default: [],
        items: {
          type: "map",
          schema: {
            name: { type: "string", required: true },
            start: {
              type: "string",
              required: true,
              constraints: [{ custom_constraint: "cron_expression" }]
            },
            description: { type: "string" },
            duration: { type: "integer", required: true, constraints: [{ range: { min: 0 } }] },
            timezone: { type: "string", constraints: [{ custom_constraint: "timezone" }] }
          }
        }
      }
    },
    attributes: ["show"]
  },
  "OS::Aodh::EventAlarm": {
    properties: {
      event_type: { type: "string", update: true, default: "*" },
      query: {
        type: "list",
        update: true,
        items: {
          type: "map",
          schema: {
            field: { type: "string" },
            type: {
              type: "string",
              default: "string",
              constraints: [{ allowed_values: ["integer", "float", "string", "boolean", "datetime"] }]
            },
            op: {
              type: "string",
              constraints: [{ allowed_values: ["le", "ge", "eq", "lt", "gt", "ne"] }]
            },
            value: { type: "string" }
          }
        }
      },
      description: { type: "string", update: true },
      enabled: { type: "boolean", update: true, default: "true" },
      alarm_actions: { type: "list", update: true },
      ok_actions: { type: "list", update: true },
      insufficient_data_actions: { type: "list", update: true },
      alarm_queues: {
        type: "list",
        update: true,
        default: [],
        items: { type: "string", constraints: [{ custom_constraint: "zaqar.queue" }] }
      },
      ok_queues: {
        type: "list",
        update: true,
        default: [],
        items: { type: "string", constraints: [{ custom_constraint: "zaqar.queue" }] }
      },
      insufficient_data_queues: {
        type: "list",
        update: true,
        default: [],
        items: { type: "string", constraints: [{ custom_constraint: "zaqar.queue" }] }
      },
      repeat_actions: { type: "boolean", update: true, default: "true" },
      severity: {
        type: "string",
        update: true,
        default: "low",
        constraints: [{ allowed_values: ["low", "moderate", "critical"] }]
      },
      time_constraints: {
        type: "list",
        default: [],
        items: {
          type: "map",
          schema: {
            name: { type: "string", required: true },
            start: {
              type: "string",
              required: true,
              constraints: [{ custom_constraint: "cron_expression" }]
            },
            description: { type: "string" },
            duration: { type: "integer", required: true, constraints: [{ range: { min: 0 } }] },
            timezone: { type: "string", constraints: [{ custom_constraint: "timezone" }] }
          }
        }
      }
    },
    attributes: ["show"]
  },
  "OS::Aodh::LBMemberHealthAlarm": {
    properties: {
      pool: { type: "string", required: true, update: true },
      stack: { type: "string", required: true },
      autoscaling_group_id: { type: "string", required: true, update: true },
      description: { type: "string", update: true },
      enabled: { type: "boolean", update: true, default: "true" },
      alarm_actions: { type: "list", update: true },
      ok_actions: { type: "list", update: true },
      insufficient_data_actions: { type: "list", update: true },
      alarm_queues: {
        type: "list",
        update: true,
        default: [],
        items: { type: "string", constraints: [{ custom_constraint: "zaqar.queue" }] }
      },
      ok_queues: {
        type: "list",
        update: true,
        default: [],
        items: { type: "string", constraints: [{ custom_constraint: "zaqar.queue" }] }
      },
      insufficient_data_queues: {
        type: "list",
        update: true,
        default: [],
        items: { type: "string", constraints: [{ custom_constraint: "zaqar.queue" }] }
      },
      repeat_actions: { type: "boolean", update: true, default: "true" },
      severity: {
        type: "string",
        update: true,
        default: "low",
        constraints: [{ allowed_values: ["low", "moderate", "critical"] }]
      },
      time_constraints: {
        type: "list",
        default: [],
        items: {
          type: "map",
          schema: {
            name: { type: "string", required: true },
            start: {
              type: "string",
              required: true,
              constraints: [{ custom_constraint: "cron_expression" }]
            },
            description: { type: "string" },
            duration: { type: "integer", required: true, constraints: [{ range: { min: 0 } }] },
            timezone: { type: "string", constraints: [{ custom_constraint: "timezone" }] }
          }
        }
      }
    },
    attributes: ["show"]
  },
  "OS::Aodh::PrometheusAlarm": {
    properties: {
      comparison_operator: {
        type: "string",
        update: true,
        constraints: [{ allowed_values: ["le", "ge", "eq", "lt", "gt", "ne"] }]
      },
      query: { type: "string", required: true, update: true },
      threshold: { type: "number", required: true, update: true },
      description: { type: "string", update: true },
      enabled: { type: "boolean", update: true, default: "true" },
      alarm_actions: { type: "list", update: true },
      ok_actions: { type: "list", update: true },
      insufficient_data_actions: { type: "list", update: true },
      alarm_queues: {
        type: "list",
        update: true,
        default: [],
        items: { type: "string", constraints: [{ custom_constraint: "zaqar.queue" }] }
      },
      ok_queues: {
        type: "list",
        update: true,
        default: [],
        items: { type: "string", constraints: [{ custom_constraint: "zaqar.queue" }] }
      },
      insufficient_data_queues: {
        type: "list",
        update: true,
        default: [],
        items: { type: "string", constraints: [{ custom_constraint: "zaqar.queue" }] }
      },
      repeat_actions: { type: "boolean", update: true, default: "true" },
      severity: {
        type: "string",
        update: true,
        default: "low",
        constraints: [{ allowed_values: ["low", "moderate", "critical"] }]
      },
      time_constraints: {
        type: "list",
        default: [],
        items: {
          type: "map",
          schema: {
            name: { type: "string", required: true },
            start: {
              type: "string",
              required: true,
              constraints: [{ custom_constraint: "cron_expression" }]
            },
            description: { type: "string" },
            duration: { type: "integer", required: true, constraints: [{ range: { min: 0 } }] },
            timezone: { type: "string", constraints: [{ custom_constraint: "timezone" }] }
          }
        }
      }
    },
    attributes: ["show"]
  },
  "OS::Aodh::Alarm": {
    properties: {
      comparison_operator: {
        type: "string",
        update: true,
        constraints: [{ allowed_values: ["le", "ge", "eq", "lt", "gt", "ne"] }]
      },
      evaluation_periods: { type: "integer", update: true },
      meter_name: { type: "string", required: true },
      period: { type: "integer", update: true },
      statistic: {
        type: "string",
        update: true,
        constraints: [{ allowed_values: ["count", "avg", "sum", "min", "max"] }]
      },
      threshold: { type: "number", required: true, update: true },
      matching_metadata: { type: "map", update: true, default: {} },
      query: {
        type: "list",
        update: true,
        items: {
          type: "map",
          schema: {
            field: { type: "string" },
            type: {
              type: "string",
              default: "string",
              constraints: [{ allowed_values: ["integer", "float", "string", "boolean", "datetime"] }]
            },
            op: {
              type: "string",
              constraints: [{ allowed_values: ["le", "ge", "eq", "lt", "gt", "ne"] }]
            },
            value: { type: "string" }
          }
        }
      },
      description: { type: "string", update: true },
      enabled: { type: "boolean", update: true, default: "true" },
      alarm_actions: { type: "list", update: true },
      ok_actions: { type: "list", update: true },
      insufficient_data_actions: { type: "list", update: true },
      alarm_queues: {
        type: "list",
        update: true,
        default: [],
        items: { type: "string", constraints: [{ custom_constraint: "zaqar.queue" }] }
      },
      ok_queues: {
        type: "list",
        update: true,
        default: [],
        items: { type: "string", constraints: [{ custom_constraint: "zaqar.queue" }] }
      },
      insufficient_data_queues: {
        type: "list",
        update: true,
        default: [],
        items: { type: "string", constraints: [{ custom_constraint: "zaqar.queue" }] }
      },
      repeat_actions: { type: "boolean", update: true, default: "true" },
      severity: {
        type: "string",
        update: true,
        default: "low",
        constraints: [{ allowed_values: ["low", "moderate", "critical"] }]
      },
      time_constraints: {
        type: "list",
        default: [],
        items: {
          type: "map",
          schema: {
            name: { type: "string", required: true },
            start: {
              type: "string",
              required: true,
              constraints: [{ custom_constraint: "cron_expression" }]
            },
            description: { type: "string" },
            duration: { type: "integer", required: true, constraints: [{ range: { min: 0 } }] },
            timezone: { type: "string", constraints: [{ custom_constraint: "timezone" }] }
          }
        }
      }
    },
    attributes: ["show"]
  },
  "AWS::AutoScaling::AutoScalingGroup": {
    properties: {
      AvailabilityZones: { type: "list", required: true },
      LaunchConfigurationName: { type: "string", update: true },
      InstanceId: { type: "string", constraints: [{ custom_constraint: "nova.server" }] },
      MaxSize: { type: "integer", required: true, update: true },
      MinSize: { type: "integer", required: true, update: true },
      Cooldown: { type: "integer", update: true },
      DesiredCapacity: { type: "integer", update: true },
      LoadBalancerNames: { type: "list" },
      VPCZoneIdentifier: { type: "list", items: { type: "string" } },
      Tags: {
        type: "list",
        items: {
          type: "map",
          schema: {
            Key: { type: "string", required: true },
            Value: { type: "string", required: true }
          }
        }
      }
    },
    attributes: ["InstanceList", "show"]
  },
  "AWS::AutoScaling::LaunchConfiguration": {
    properties: {
      ImageId: { type: "string", constraints: [{ custom_constraint: "glance.image" }] },
      InstanceType: { type: "string", constraints: [{ custom_constraint: "nova.flavor" }] },
      InstanceId: { type: "string", constraints: [{ custom_constraint: "nova.server" }] },
      KeyName: { type: "string", constraints: [{ custom_constraint: "nova.keypair" }] },
      UserData: { type: "string" },
      SecurityGroups: { type: "list" },
      BlockDeviceMappings: {
        type: "list",
        items: {
          type: "map",
          schema: {
            DeviceName: { type: "string", required: true },
            Ebs: {
              type: "map",
              schema: {
                DeleteOnTermination: { type: "boolean", default: true },
                Iops: { type: "number" },
                SnapshotId: {
                  type: "string",
                  constraints: [{ custom_constraint: "cinder.snapshot" }]
                },
                VolumeSize: { type: "string" },
                VolumeType: { type: "string" }
              }
            },
            NoDevice: { type: "map" },
            VirtualName: { type: "string" }
          }
        }
      },
      NovaSchedulerHints: {
        type: "list",
        items: {
          type: "map",
          schema: {
            Key: { type: "string", required: true },
            Value: { type: "string", required: true }
          }
        }
      }
    },
    attributes: ["show"]
  },
  "AWS::AutoScaling::ScalingPolicy": {
    properties: {
      AutoScalingGroupName: { type: "string", required: true },
      ScalingAdjustment: { type: "integer", required: true, update: true },
      AdjustmentType: {
        type: "string",
        required: true,
        update: true,
        constraints: [
          { allowed_values: ["ChangeInCapacity", "ExactCapacity", "PercentChangeInCapacity"] }
        ]
      },
      Cooldown: { type: "integer", update: true },
      MinAdjustmentStep: { type: "integer", update: true, constraints: [{ range: { min: 0 } }] }
    },
    attributes: ["AlarmUrl", "show"]
  },
  "AWS::EC2::Instance": {
    properties: {
      ImageId: {
        type: "string",
        required: true,
        constraints: [{ custom_constraint: "glance.image" }]
      },
      InstanceType: {
        type: "string",
        required: true,
        update: true,
        constraints: [{ custom_constraint: "nova.flavor" }]
      },
      KeyName: { type: "string", constraints: [{ custom_constraint: "nova.keypair" }] },
      AvailabilityZone: { type: "string" },
      SecurityGroups: { type: "list" },
      SecurityGroupIds: { type: "list" },
      NetworkInterfaces: { type: "list", update: true },
      SubnetId: { type: "string", update: true },
      Tags: {
        type: "list",
        update: true,
        items: {
          type: "map",
          schema: {
            Key: { type: "string", required: true },
            Value: { type: "string", required: true }
          }
        }
      },
      NovaSchedulerHints: {
        type: "list",
        items: {
          type: "map",
          schema: {
            Key: { type: "string", required: true },
            Value: { type: "string", required: true }
          }
        }
      },
      UserData: { type: "string" },
      Volumes: {
        type: "list",
        default: [],
        items: {
          type: "map",
          schema: {
            Device: { type: "string", required: true },
            VolumeId: {
              type: "string",
              required: true,
              constraints: [{ custom_constraint: "cinder.volume" }]
            }
          }
        }
      },
      BlockDeviceMappings: {
        type: "list",
        items: {
          type: "map",
          schema: {
            DeviceName: { type: "string", required: true },
            Ebs: {
              type: "map",
              schema: {
                DeleteOnTermination: { type: "boolean", default: true },
                Iops: { type: "number" },
                SnapshotId: {
                  type: "string",
                  constraints: [{ custom_constraint: "cinder.snapshot" }]
                },
                VolumeSize: { type: "string" },
                VolumeType: { type: "string" }
              }
            },
            NoDevice: { type: "map" },
            VirtualName: { type: "string" }
          }
        }
      }
    },
    attributes: ["AvailabilityZone", "PrivateDnsName", "PrivateIp", "PublicDnsName", "PublicIp", "show"]
  },
  "OS::Heat::InstanceGroup": {
    properties: {
      AvailabilityZones: { type: "list", required: true },
      LaunchConfigurationName: { type: "string", required: true, update: true },
      Size: { type: "integer", required: true, update: true },
      LoadBalancerNames: { type: "list" },
      Tags: {
        type: "list",
        items: {
          type: "map",
          schema: {
            Key: { type: "string", required: true },
            Value: { type: "string", required: true }
          }
        }
      }
    },
    attributes: ["InstanceList", "show"]
  },
  "AWS::CloudFormation::WaitCondition": {
    properties: {
      Handle: { type: "string", required: true },
      Timeout: {
        type: "integer",
        required: true,
        constraints: [{ range: { min: 1, max: 43200 } }]
      },
      Count: { type: "integer", update: true, default: 1, constraints: [{ range: { min: 1 } }] }
    },
    attributes: ["Data", "show"]
  },
  "AWS::CloudFormation::WaitConditionHandle": { properties: {}, attributes: ["show"] },
  "OS::Heat::UpdateWaitConditionHandle": { properties: {}, attributes: ["show"] }
};

// src/sandbox/heat/types/schema.ts
var TABLE2 = new Map(Object.entries(schemas_default));
function typeSchema(type) {
  return TABLE2.get(type);
}
function typeNames() {
  return [...TABLE2.keys()].sort();
}

// src/sandbox/heat/types/registry.ts
var built = /* @__PURE__ */ new Map();
function resourceType(content2, name) {
  const registry = objectOr(content2.environment.resource_registry);
  const mapped = registry[name];
  const actual = typeof mapped === "string" ? mapped : name;
  return /\.(?:yaml|template)$/.test(actual) ? templateType(content2, actual) : builtIn(actual);
}
function builtIn(name) {
  const before = built.get(name);
  if (before !== void 0) return before;
  const schema = typeSchema(name);
  if (schema === void 0) return void 0;
  const type = { ...behaviours(name), schema };
  built.set(name, type);
  return type;
}

// src/sandbox/heat/look.ts
function stackScope(cloud, stack) {
  const finder = {
    reference: (name) => {
      const row2 = currentRow(stack, name);
      return row2 === void 0 ? name : rowReference(cloud, stack, row2);
    },
    attribute: (name, path) => {
      const row2 = currentRow(stack, name);
      return row2 === void 0 ? null : rowAttribute(cloud, stack, row2, path);
    }
  };
  const { content: content2 } = stack;
  const parameters = contentParameters(cloud, content2);
  return makeScope(
    readTemplate(content2.template),
    parameters,
    content2.files,
    pseudoParameters(cloud, stack),
    finder
  );
}
function rowReference(cloud, stack, row2) {
  const type = resourceType(stack.content, row2.type);
  return type?.reference?.(siteOf(cloud, stack, row2)) ?? row2.physicalId ?? row2.name;
}
function rowAttribute(cloud, stack, row2, path) {
  const [name = "", ...rest] = path;
  if (row2.physicalId === null) return null;
  const type = resourceType(stack.content, row2.type);
  return type?.attribute?.(siteOf(cloud, stack, row2), name, rest) ?? null;
}

// src/sandbox/heat/template/dependencies.ts
function requirements(raw, definitions) {
  const { dialect } = readTemplate(raw);
  const names2 = new Set(definitions.keys());
  return new Map(
    [...definitions].map(([name, definition]) => {
      const { resources } = referencesIn([definition.properties, definition.metadata], dialect, names2);
      const needed = /* @__PURE__ */ new Set([...definition.dependsOn, ...resources]);
      return [name, [...needed].filter((one) => names2.has(one))];
    })
  );
}
function inOrder(needs) {
  const ordered2 = /* @__PURE__ */ new Set();
  const open2 = /* @__PURE__ */ new Set();
  const place = (name) => {
    if (ordered2.has(name)) return;
    if (open2.has(name)) throw circular(open2, needs);
    open2.add(name);
    for (const needed of needs.get(name) ?? []) place(needed);
    open2.delete(name);
    ordered2.add(name);
  };
  for (const name of needs.keys()) place(name);
  return [...ordered2];
}
function dependentsFirst(needs) {
  const dependents = new Map([...needs.keys()].map((name) => [name, []]));
  for (const [name, needed] of needs) for (const one of needed) dependents.get(one)?.push(name);
  return inOrder(dependents);
}
function circular(names2, needs) {
  const shown4 = [...names2].reverse().map((name) => {
    const needed = (needs.get(name) ?? []).map((one) => `"${one}"`).join(", ");
    return `"${name}": {${needed}}`;
  });
  return new HeatProblem("CircularDependencyException", `Circular Dependency Found: {${shown4.join(", ")}}`);
}

// src/sandbox/heat/plan-traversal.ts
function planTraversal(cloud, stack) {
  const definitions = stack.action === "DELETE" ? /* @__PURE__ */ new Map() : enabledDefinitions(cloud, stack);
  const drafts = /* @__PURE__ */ new Map();
  const existing = [...stack.rows.values()];
  const needs = requirements(stack.content.template, definitions);
  for (const name of inOrder(needs)) {
    const requires = needs.get(name) ?? [];
    drafts.set(`u${name}`, {
      kind: "update",
      name,
      key: 0,
      after: new Set(requires.map((one) => `u${one}`))
    });
  }
  for (const row2 of existing) {
    drafts.set(`c${row2.key}`, { kind: "cleanup", name: row2.name, key: row2.key, after: /* @__PURE__ */ new Set() });
  }
  for (const row2 of existing) {
    const draft = drafts.get(`c${row2.key}`);
    if (definitions.has(row2.name) && bestRow(stack, row2.name) === row2) draft?.after.add(`u${row2.name}`);
    if (row2.replaces !== null) drafts.get(`c${row2.replaces}`)?.after.add(`c${row2.key}`);
    for (const needed of existing) {
      if (row2.requires.includes(needed.name)) drafts.get(`c${needed.key}`)?.after.add(`c${row2.key}`);
    }
  }
  storeNewRows(cloud, stack, definitions, needs);
  return numbered([...drafts.entries()]);
}
function enabledDefinitions(cloud, stack) {
  const scope = stackScope(cloud, stack);
  const { resources } = readTemplate(stack.content.template);
  return new Map([...resources].filter(([name, definition]) => isEnabled(definition, name, scope)));
}
function storeNewRows(cloud, stack, definitions, needs) {
  for (const name of dependentsFirst(needs)) {
    const definition = definitions.get(name);
    if (definition === void 0 || bestRow(stack, name) !== void 0) continue;
    addRow(cloud, stack, name, definition, needs.get(name) ?? []);
  }
}
function numbered(drafts) {
  const indexes2 = new Map(drafts.map(([id], index) => [id, index]));
  const next = drafts.map(() => []);
  const waits = drafts.map(([, draft], index) => {
    const known2 = [...draft.after].map((id) => indexes2.get(id)).filter((one) => one !== void 0);
    for (const one of known2) next[one]?.push(index);
    return known2.length;
  });
  return drafts.map(([, { kind, name, key }], index) => ({
    kind,
    name,
    key,
    waits: waits[index] ?? 0,
    next: next[index] ?? [],
    done: false
  }));
}

// src/sandbox/heat/traversal.ts
var EMPTY_TEMPLATE = { heat_template_version: "2013-05-23" };
function startTraversal(cloud, stack, action, content2) {
  if (content2 !== void 0) {
    if (action !== "CREATE") stack.previous = action === "ROLLBACK" ? null : stack.content;
    stack.last = action === "CREATE" ? null : stack.content;
    stack.content = content2;
  }
  if (action !== "CREATE") stack.updated = cloud.now;
  stack.traversal += 1;
  stack.nodes = [];
  setStackState(cloud, stack, action, "IN_PROGRESS", `Stack ${action} started`);
  cloud.after(cloud.world.timings.engine, { kind: "traverse", stack: stack.id, traversal: stack.traversal });
  if (action !== "DELETE") {
    const seconds2 = (stack.timeoutMins ?? 60) * 60;
    cloud.after(seconds2, { kind: "timeout", stack: stack.id, traversal: stack.traversal });
  }
}
function beginTraversal(cloud, stack) {
  stack.nodes = planTraversal(cloud, stack);
  if (stack.nodes.length === 0) {
    completeStack(cloud, stack);
    return;
  }
  const { traversal } = stack;
  for (const index of stack.nodes.keys()) {
    const node = stack.nodes[index];
    if (stack.traversal !== traversal || node === void 0) return;
    if (node.waits === 0 && !node.done) runNode(cloud, stack, index);
  }
}
function nodeDone(cloud, stack, index) {
  const node = stack.nodes[index];
  if (node === void 0 || node.done) return;
  node.done = true;
  const { traversal, nodes } = stack;
  for (const next of node.next) {
    const waiting = nodes[next];
    if (waiting === void 0) continue;
    waiting.waits -= 1;
    if (waiting.waits === 0 && stack.traversal === traversal && stack.nodes === nodes)
      runNode(cloud, stack, next);
  }
  if (stack.nodes === nodes && nodes.every((one) => one.done)) completeStack(cloud, stack);
}
function retrigger(cloud, stack, row2) {
  for (const [index, node] of stack.nodes.entries()) {
    const concerned = node.kind === "update" ? node.name === row2.name : node.key === row2.key;
    if (concerned && node.waits === 0 && !node.done) {
      runNode(cloud, stack, index);
      return;
    }
  }
}
function failStack(cloud, stack, reason) {
  const { action } = stack;
  stack.nodes = [];
  setStackState(cloud, stack, action, "FAILED", reason);
  if (!stack.disableRollback && (action === "CREATE" || action === "UPDATE")) {
    const { files, environment } = stack.content;
    const emptied = { template: EMPTY_TEMPLATE, files, environment: { ...environment, parameters: {} } };
    startTraversal(cloud, stack, "ROLLBACK", stack.previous ?? emptied);
    return;
  }
  settleStack(cloud, stack);
}
function completeStack(cloud, stack) {
  stack.nodes = [];
  stack.previous = null;
  setStackState(cloud, stack, stack.action, "COMPLETE", `Stack ${stack.action} completed successfully`);
  settleStack(cloud, stack);
}
function runNode(cloud, stack, index) {
  const node = stack.nodes[index];
  if (node === void 0) return;
  if (node.kind === "update") visitUpdate(cloud, stack, index, node);
  else visitCleanup(cloud, stack, index, node);
}

// src/sandbox/heat/validate.ts
var DEEPEST2 = 5;
function validateContent(cloud, content2, validation) {
  const template = readTemplate(content2.template);
  const parameters = contentParameters(cloud, content2);
  const scope = makeScope(
    template,
    parameters,
    content2.files,
    placeholder(cloud),
    finderFor(template, content2)
  );
  for (const name of Object.keys(template.conditions)) scope.condition(name, ["conditions", name]);
  const enabled = new Map([...template.resources].filter(([name, one]) => isEnabled(one, name, scope)));
  const double = Object.keys(template.parameters).filter((name) => template.resources.has(name));
  if (double.length > 0) {
    throw new HeatProblem("StackValidationFailed", `Duplicate names {${double.map(pythonRepr).join(", ")}}`);
  }
  checkReferences(template, enabled);
  const seen = /* @__PURE__ */ new Set();
  for (const name of inOrder(requirements(content2.template, enabled))) {
    const definition = enabled.get(name);
    if (definition === void 0 || seen.has(definition.properties)) continue;
    seen.add(definition.properties);
    validateResource(cloud, content2, scope, name, definition, validation);
  }
  for (const output2 of template.outputs) resolve(output2.value, scope, ["outputs", output2.name, "value"]);
}
function placeholder(cloud) {
  return { name: UNKNOWN, id: UNKNOWN, project: UNKNOWN, region: cloud.world.identity.region };
}
function finderFor(template, content2) {
  return {
    reference: (name, where) => {
      if (template.resources.has(name)) return UNKNOWN;
      throw new InvalidValue("", where, `The specified reference "${name}" (in unknown) is incorrect.`);
    },
    attribute: (resource, path, where) => {
      const definition = template.resources.get(resource);
      if (definition === void 0) {
        throw new InvalidValue("", where, `The specified reference "${resource}" (in unknown) is incorrect.`);
      }
      const [name = ""] = path;
      const known2 = resourceType(content2, definition.type)?.schema.attributes;
      if (known2 !== void 0 && !known2.includes(name) && !name.startsWith("resource.")) {
        throw new InvalidValue("", where, `The Referenced Attribute (${resource} ${name}) is incorrect.`);
      }
      return UNKNOWN;
    }
  };
}
function checkReferences(template, enabled) {
  for (const [name, definition] of enabled) {
    const missing4 = definition.dependsOn.find((one) => !template.resources.has(one));
    if (missing4 !== void 0) throw badReference(missing4, [name]);
    checkIn(template, definition.properties, [name, "Properties"]);
  }
}
function checkIn(template, value, where) {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkIn(template, item, [...where, String(index)]);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    const name = referenced(template.dialect, key, item);
    if (name !== void 0 && !template.resources.has(name)) throw badReference(name, where);
    const isCall = key.startsWith("get_") || key.startsWith("Fn::");
    checkIn(template, item, isCall ? where : [...where, key]);
  }
}
function referenced(dialect, key, argument) {
  if (dialect === "hot" && key === "get_resource" && typeof argument === "string") return argument;
  if (key !== "get_attr" && key !== "Fn::GetAtt") return void 0;
  const first = Array.isArray(argument) ? argument[0] : void 0;
  return typeof first === "string" ? first : void 0;
}
function badReference(name, where) {
  const message = `The specified reference "${name}" (in ${joinPath(where)}) is incorrect.`;
  return new HeatProblem("InvalidTemplateReference", message);
}
function validateResource(cloud, content2, scope, name, definition, validation) {
  const path = [...validation.path, "resources", name];
  const type = resourceType(content2, definition.type);
  if (type === void 0) throw missingType(definition.type);
  const raw = resolveObject(definition.properties, scope, ["resources", name, "properties"]);
  const check2 = validation.strict ? customCheck(cloud) : void 0;
  type.validateFirst?.(raw, path);
  const values = checkedProperties(type.schema.properties, raw, [...path, "properties"], check2);
  type.validate?.(withDefaults(type.schema.properties, values), {
    cloud,
    content: content2,
    name,
    path,
    depth: validation.depth,
    validateNested: (inner, below) => {
      const at = [...path.slice(0, -1), ...below];
      if (validation.depth < DEEPEST2)
        validateInner(cloud, inner, { depth: validation.depth + 1, strict: false, path: at });
    }
  });
}
function validateInner(cloud, content2, validation) {
  try {
    validateContent(cloud, content2, validation);
  } catch (error) {
    if (!(error instanceof HeatProblem)) throw error;
    const kind = error.type === "StackValidationFailed" ? "" : error.type;
    throw new InvalidValue(kind, validation.path, error.message);
  }
}
function missingType(type) {
  if (/\.(?:yaml|template)$/.test(type)) {
    return new HeatProblem(
      "StackValidationFailed",
      `Could not fetch remote template "${type}": Invalid URL scheme `
    );
  }
  return new HeatProblem("StackValidationFailed", `The Resource Type (${type}) could not be found.`);
}

// src/sandbox/heat/nested.ts
var DEEPEST3 = 5;
var nestedStacks = { find, create: create3, update: update2, remove: remove2 };
function find(site) {
  const id = site.row.physicalId;
  return id === null ? void 0 : site.cloud.world.stacks.get(id);
}
function create3(site, content2, phase) {
  const trouble = contentTrouble(site, content2);
  if (trouble !== void 0) return trouble;
  const { cloud, row: row2 } = site;
  const stack = newNestedStack(site, content2);
  row2.physicalId = stack.id;
  cloud.addStack(stack);
  startTraversal(cloud, stack, "CREATE");
  return { kind: "nested", phase };
}
function update2(site, content2, phase) {
  const stack = find(site);
  if (stack === void 0)
    return site.row.physicalId === null ? create3(site, content2, phase) : { kind: "replace" };
  const trouble = contentTrouble(site, content2);
  if (trouble !== void 0) return trouble;
  startTraversal(site.cloud, stack, "UPDATE", content2);
  return { kind: "nested", phase };
}
function remove2(site, phase) {
  const stack = find(site);
  if (stack === void 0) return { kind: "done" };
  startTraversal(site.cloud, stack, "DELETE");
  return { kind: "nested", phase };
}
function contentTrouble(site, content2) {
  try {
    if (site.stack.depth >= DEEPEST3)
      throw new HeatProblem("RequestLimitExceeded", `Recursion depth exceeds ${DEEPEST3}.`);
    validateContent(site.cloud, content2, { depth: site.stack.depth + 1, strict: true, path: [] });
    return void 0;
  } catch (error) {
    if (error instanceof InvalidValue) return { kind: "failed", error: "", message: error.toReason() };
    if (error instanceof HeatProblem) return { kind: "failed", error: "", message: error.message };
    throw error;
  }
}
function newNestedStack(site, content2) {
  const { cloud, stack, row: row2 } = site;
  return newStack(cloud, {
    name: physicalName(stack, row2),
    project: stack.project,
    user: stack.user,
    owner: stack.owner,
    userProject: stack.userProject,
    parent: { stack: stack.id, key: row2.key, resource: row2.name },
    root: stack.root,
    depth: stack.depth + 1,
    content: content2,
    tags: [],
    disableRollback: true,
    timeoutMins: stack.timeoutMins
  });
}
function newStack(cloud, start) {
  const id = uuid(cloud.world);
  return {
    ...start,
    id,
    serial: cloud.count(),
    root: start.root ?? id,
    previous: null,
    last: null,
    created: cloud.now,
    updated: null,
    deleted: null,
    action: "CREATE",
    status: "IN_PROGRESS",
    reason: "",
    traversal: 0,
    nodes: [],
    nextKey: 1,
    rows: /* @__PURE__ */ new Map(),
    events: []
  };
}

// src/sandbox/heat/site.ts
function siteOf(cloud, stack, row2) {
  const table = resourceType(stack.content, row2.type)?.schema.properties ?? {};
  const target = row2.work ?? row2;
  let properties;
  let before;
  return {
    cloud,
    stack,
    row: row2,
    definition: target.definition,
    changed: new Set(row2.work?.changed ?? []),
    nested: nestedStacks,
    get properties() {
      properties ??= withDefaults(table, target.properties);
      return properties;
    },
    get before() {
      before ??= withDefaults(table, row2.properties);
      return before;
    }
  };
}

// src/sandbox/heat/adopt.ts
function adoptResources(cloud) {
  for (const stack of cloud.world.stacks.values()) {
    if (stack.deleted !== null) continue;
    for (const row2 of stack.rows.values()) {
      if (row2.physicalId !== null) resourceType(stack.content, row2.type)?.adopt?.(siteOf(cloud, stack, row2));
    }
  }
}

// src/sandbox/http/server.ts
import { createServer as createServer2 } from "node:http";
var LARGEST_BODY = 1048576;
async function openPort(port, handlers) {
  const server = createServer2((request, response) => {
    handle(request, response, handlers).catch((error) => crash(response, error));
  });
  server.keepAliveTimeout = 0;
  await listen(server, port);
  const address = server.address();
  return { port: address.port, close: () => close(server) };
}
function listen(server, port) {
  return new Promise((resolve2, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve2());
  });
}
function close(server) {
  return new Promise((resolve2) => {
    server.close(() => resolve2());
    server.closeAllConnections();
  });
}
async function handle(request, response, handlers) {
  const method = request.method ?? "GET";
  const [path = "/", ...query] = (request.url ?? "/").split("?");
  const rawQuery = query.join("?");
  const effect = path.startsWith("/sandbox/") ? void 0 : handlers.fault(method, request.url ?? "/");
  if (effect?.kind === "reset-before") {
    handlers.done(method, path, 0);
    request.socket.destroy();
    return;
  }
  const body = await readBody(request);
  const requestId = handlers.requestId();
  const make2 = () => {
    if (body === void 0) return tooLarge();
    return handlers.answer({
      method,
      path,
      rawQuery,
      query: new URLSearchParams(rawQuery),
      headers: request.headers,
      body,
      requestId
    });
  };
  const answer = await affected(effect, make2);
  handlers.done(method, path, answer === void 0 ? 0 : answer.status);
  if (answer === void 0) {
    request.socket.destroy();
    return;
  }
  send(response, answer, requestId, effect, method);
}
async function affected(effect, make2) {
  switch (effect?.kind) {
    case void 0:
    case "truncate":
      return make2();
    case "answer":
      return given(effect);
    case "stall":
      await new Promise((resolve2) => setTimeout(resolve2, effect.milliseconds));
      return make2();
    case "junk":
      return { status: 200, headers: { "content-type": "application/json" }, body: '{"stacks": [{"id": "4f' };
    case "html":
      return {
        status: effect.status,
        headers: { "content-type": "text/html" },
        body: "<html><body><h1>Bad Gateway</h1></body></html>"
      };
    default:
      make2();
      return void 0;
  }
}
function given(effect) {
  const body = typeof effect.body === "string" ? effect.body : JSON.stringify(effect.body);
  return { status: effect.status, headers: { "content-type": "application/json", ...effect.headers }, body };
}
function send(response, answer, requestId, effect, method) {
  const length = Buffer.byteLength(answer.body);
  const headers = { ...answer.headers, "content-length": length, "x-openstack-request-id": requestId };
  response.writeHead(answer.status, headers);
  if (effect?.kind === "truncate") {
    response.write(answer.body.slice(0, effect.bytes));
    setImmediate(() => response.destroy());
    return;
  }
  response.end(method === "HEAD" ? void 0 : answer.body);
}
async function readBody(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = chunk;
    size += bytes.length;
    if (size <= LARGEST_BODY) chunks.push(bytes);
  }
  return size > LARGEST_BODY ? void 0 : Buffer.concat(chunks).toString("utf8");
}
function tooLarge() {
  const message = `Request limit exceeded: JSON body size exceeds maximum allowed size (${LARGEST_BODY} bytes).`;
  const error = { type: "RequestLimitExceeded", traceback: null, message };
  const title = "Bad Request";
  const explanation = "The server could not comply with the request since it is either malformed or otherwise incorrect.";
  return {
    status: 400,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ code: 400, title, explanation, error })
  };
}
function crash(response, error) {
  const text5 = error instanceof Error ? error.stack ?? error.message : String(error);
  if (!response.headersSent)
    response.writeHead(500, { "content-type": "text/plain", "x-sandbox-defect": "true" });
  response.end(`the sandbox broke: ${text5}`);
}

// src/sandbox/request-log.ts
var MOST = 5e3;
var RequestLog = class {
  #entries = [];
  #count = 0;
  #byKind = /* @__PURE__ */ new Map();
  add(entry) {
    this.#count += 1;
    const [, service = ""] = entry.path.split("/");
    const kind = `${entry.method} ${service}`;
    this.#byKind.set(kind, (this.#byKind.get(kind) ?? 0) + 1);
    this.#entries.push(entry);
    if (this.#entries.length > MOST * 2) this.#entries = this.#entries.slice(-MOST);
  }
  get count() {
    return this.#count;
  }
  entries() {
    return this.#entries.slice(-MOST);
  }
  /** By method and service: `GET orchestration` → 3. */
  counts() {
    return Object.fromEntries([...this.#byKind].sort(([one], [other]) => one < other ? -1 : 1));
  }
};

// src/sandbox/heat/api/failure-answer.ts
var TITLES2 = {
  400: [
    "Bad Request",
    "The server could not comply with the request since it is either malformed or otherwise incorrect."
  ],
  403: ["Forbidden", "Access was denied to this resource."],
  404: ["Not Found", "The resource could not be found."],
  409: ["Conflict", "There was a conflict when trying to complete your request."]
};
function failureAnswer(problem3) {
  const [title = "", explanation = ""] = TITLES2[problem3.status] ?? TITLES2[400] ?? [];
  const error = { type: problem3.type, traceback: null, message: problem3.message };
  return json(problem3.status, { code: problem3.status, title, explanation, error });
}
function remoteError() {
  return json(500, {
    code: 500,
    title: "Internal Server Error",
    explanation: "The server has either erred or is incapable of performing the requested operation.",
    error: { type: "RemoteError", traceback: null }
  });
}
function unauthorized(base) {
  return json(
    401,
    {
      error: {
        code: 401,
        title: "Unauthorized",
        message: "The request you have made requires authentication."
      }
    },
    { "www-authenticate": `Keystone uri="${base}/identity/v3"` }
  );
}

// src/sandbox/heat/api/query.ts
function integerQuery(call, name) {
  return integer3(name, call.query.get(name));
}
function integer3(name, value) {
  if (value === null || value === void 0) return void 0;
  if (/^\d+$/.test(String(value))) return Number(value);
  throw badRequest(`Only integer is acceptable by '${name}'.`);
}
function booleanQuery(call, name) {
  return boolean2(name, call.query.get(name)) ?? false;
}
function boolean2(name, value) {
  if (value === null || value === void 0) return void 0;
  if (value === true || value === false) return value;
  const text5 = String(value).toLowerCase();
  if (text5 === "true") return true;
  if (text5 === "false") return false;
  throw badRequest(
    `Unrecognized value "${String(value)}" for "${name}", acceptable values are: true, false.`
  );
}

// src/sandbox/heat/api/stack-view.ts
var MASK = "******";
function stackUrl(cloud, stack) {
  return `${cloud.base}/orchestration/v1/${stack.project}/stacks/${stack.name}/${stack.id}`;
}
function stackLinks(cloud, stack) {
  return [{ href: stackUrl(cloud, stack), rel: "self" }];
}
function listedStack(cloud, stack) {
  return {
    id: stack.id,
    links: stackLinks(cloud, stack),
    stack_name: stack.name,
    description: "",
    stack_status: `${stack.action}_${stack.status}`,
    stack_status_reason: stack.reason,
    creation_time: seconds(stack.created),
    updated_time: secondsOrNull(stack.updated),
    deletion_time: secondsOrNull(stack.deleted),
    stack_owner: stack.owner,
    parent: stack.parent?.stack ?? null,
    stack_user_project_id: stack.userProject,
    tags: stack.tags.length > 0 ? [...stack.tags] : null
  };
}
function shownStack(cloud, stack, withOutputs) {
  const { description } = readTemplate(stack.content.template);
  return {
    stack_name: stack.name,
    id: stack.id,
    links: stackLinks(cloud, stack),
    creation_time: seconds(stack.created),
    updated_time: secondsOrNull(stack.updated),
    deletion_time: secondsOrNull(stack.deleted),
    notification_topics: [],
    parameters: shownParameters(cloud, stack.content, stack),
    description,
    template_description: description,
    capabilities: [],
    disable_rollback: stack.disableRollback,
    timeout_mins: stack.timeoutMins,
    stack_owner: stack.owner,
    parent: stack.parent?.stack ?? null,
    stack_user_project_id: stack.userProject,
    tags: [...stack.tags],
    stack_status: `${stack.action}_${stack.status}`,
    stack_status_reason: stack.reason,
    ...withOutputs && stack.deleted === null ? { outputs: describeOutputs(cloud, stack) } : {}
  };
}
function shownParameters(cloud, content2, stack) {
  const template = readTemplate(content2.template);
  const { values, hidden } = contentParameters(cloud, content2);
  const pseudo = template.dialect === "hot" ? { "OS::stack_id": stack.id, "OS::project_id": stack.project, "OS::stack_name": stack.name } : {
    "AWS::StackId": `arn:openstack:heat::${stack.project}:stacks/${stack.name}/${stack.id}`,
    "AWS::Region": "ap-southeast-1",
    "AWS::StackName": stack.name
  };
  const own = [...values].map(([name, value]) => [name, hidden.has(name) ? MASK : parameterText(value)]);
  return { ...pseudo, ...Object.fromEntries(own) };
}
function shownEnvironment(content2) {
  const hidden = hiddenNames(readTemplate(content2.template));
  const masked = (values) => Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, hidden.has(name) ? MASK : value])
  );
  const { resource_registry, parameters, parameter_defaults, event_sinks } = content2.environment;
  return {
    resource_registry,
    parameters: masked(parameters),
    parameter_defaults: masked(parameter_defaults),
    event_sinks,
    encrypted_param_names: []
  };
}

// src/sandbox/heat/api/resource-view.ts
function resourceView(cloud, stack, row2, options) {
  return {
    updated_time: seconds(row2.updated),
    creation_time: seconds(row2.created),
    logical_resource_id: row2.name,
    resource_name: row2.name,
    physical_resource_id: row2.physicalId ?? "",
    resource_status: `${row2.action}_${row2.status}`,
    resource_status_reason: row2.reason,
    resource_type: row2.type,
    links: links(cloud, stack, row2),
    required_by: [...options.requiredBy.get(row2.name) ?? []],
    ...stack.parent === null ? {} : { parent_resource: stack.parent.resource },
    ...options.detail ? { description: row2.definition.description, attributes: attributesView(cloud, stack, row2) } : {}
  };
}
function requiredByOf(stack) {
  const found = /* @__PURE__ */ new Map();
  for (const row2 of currentRows(stack)) {
    for (const name of row2.requires) found.set(name, [...found.get(name) ?? [], row2.name]);
  }
  return found;
}
function nestedStackOf(cloud, stack, row2) {
  if (resourceType(stack.content, row2.type)?.nestedStack !== true || row2.physicalId === null)
    return void 0;
  return cloud.world.stacks.get(row2.physicalId);
}
function links(cloud, stack, row2) {
  const nested = nestedStackOf(cloud, stack, row2);
  return [
    { href: `${stackUrl(cloud, stack)}/resources/${row2.name}`, rel: "self" },
    { href: stackUrl(cloud, stack), rel: "stack" },
    ...nested === void 0 ? [] : [{ href: stackUrl(cloud, nested), rel: "nested" }]
  ];
}
function attributesView(cloud, stack, row2) {
  const type = resourceType(stack.content, row2.type);
  const names2 = (type?.schema.attributes ?? []).filter((name) => name !== "show");
  const server = cloud.world.servers.get(row2.physicalId ?? "");
  if (row2.type === "OS::Nova::Server" && server !== void 0) {
    return { ...describeServer(cloud, server, 96, true), os_collect_config: {} };
  }
  const shown4 = type?.show?.(siteOf(cloud, stack, row2));
  if (shown4 !== void 0) return shown4;
  const isGroup2 = type?.nestedStack === true && type.isTemplate !== true;
  const whole = isGroup2 ? null : shownAttribute(cloud, stack, row2, "show");
  if (isObject(whole)) return whole;
  return Object.fromEntries(
    names2.map((name) => [name, isGroup2 ? null : shownAttribute(cloud, stack, row2, name)])
  );
}
function previewView(cloud, stack, row2, fresh) {
  const nested = nestedStackOf(cloud, stack, row2);
  const identity = { tenant: stack.project, stack_name: stack.name, stack_id: stack.id };
  return {
    updated_time: fresh ? null : seconds(row2.updated),
    creation_time: fresh ? null : seconds(row2.created),
    resource_name: row2.name,
    physical_resource_id: fresh ? "" : row2.physicalId ?? "",
    resource_action: fresh ? "INIT" : row2.action,
    resource_status: fresh ? "COMPLETE" : row2.status,
    resource_status_reason: fresh ? "" : row2.reason,
    resource_type: row2.type,
    resource_identity: { ...identity, path: `/resources/${row2.name}` },
    stack_identity: { ...identity, path: "" },
    stack_name: stack.name,
    ...stack.parent === null ? {} : { parent_resource: stack.parent.resource },
    required_by: [...requiredByOf(stack).get(row2.name) ?? []],
    ...nested === void 0 || fresh ? {} : {
      nested_stack_id: { tenant: nested.project, stack_name: nested.name, stack_id: nested.id, path: "" }
    },
    description: row2.definition.description,
    metadata: fresh ? {} : row2.metadata,
    attributes: fresh ? emptyAttributes(stack, row2) : attributesView(cloud, stack, row2)
  };
}
function emptyAttributes(stack, row2) {
  const names2 = resourceType(stack.content, row2.type)?.schema.attributes ?? [];
  return Object.fromEntries(names2.filter((name) => name !== "show").map((name) => [name, null]));
}
function shownAttribute(cloud, stack, row2, name) {
  try {
    return rowAttribute(cloud, stack, row2, [name]);
  } catch (error) {
    if (error instanceof InvalidValue) return null;
    throw error;
  }
}

// src/sandbox/heat/template/environment.ts
var SECTIONS = [
  "parameters",
  "encrypted_param_names",
  "parameter_defaults",
  "parameter_merge_strategies",
  "resource_registry",
  "event_sinks"
];
var EMPTY_ENVIRONMENT = {
  resource_registry: { resources: {} },
  parameters: {},
  parameter_defaults: {},
  event_sinks: [],
  encrypted_param_names: []
};
function readEnvironment(raw) {
  if (raw === void 0 || raw === null) return EMPTY_ENVIRONMENT;
  const value = typeof raw === "string" ? parsed2(raw) : raw;
  if (value === null) return EMPTY_ENVIRONMENT;
  if (!isObject(value)) throw invalid4("The environment is not a valid YAML mapping data type.");
  const bad = Object.keys(value).find((key) => !SECTIONS.includes(key));
  if (bad !== void 0) throw invalid4(`environment has wrong section "${bad}"`);
  const registry = objectOr(value["resource_registry"]);
  return {
    resource_registry: { resources: {}, ...registry },
    parameters: objectOr(value["parameters"]),
    parameter_defaults: objectOr(value["parameter_defaults"]),
    event_sinks: Array.isArray(value["event_sinks"]) ? value["event_sinks"] : [],
    encrypted_param_names: []
  };
}
function withParameters(environment, parameters) {
  return { ...environment, parameters: { ...environment.parameters, ...parameters } };
}
function mergedEnvironment(base, over) {
  return {
    resource_registry: { ...base.resource_registry, ...over.resource_registry },
    parameters: { ...base.parameters, ...over.parameters },
    parameter_defaults: { ...base.parameter_defaults, ...over.parameter_defaults },
    event_sinks: over.event_sinks.length > 0 ? over.event_sinks : base.event_sinks,
    encrypted_param_names: []
  };
}
function parsed2(text5) {
  const result = readYaml(text5);
  if (result.kind === "error") throw invalid4(result.message);
  return result.value;
}
function invalid4(message) {
  return badRequest(`Environment not in valid format: ${message}`);
}

// src/sandbox/heat/api/stack-content.ts
var LARGEST_TEMPLATE = 524288;
function wholeContent(body) {
  const template = templateOf(body);
  if (template === void 0) throw badRequest("No template specified");
  const files = filesOf(body);
  return withRegistry({ template, files, environment: environmentOf(body, files) });
}
function patchedContent(body, before) {
  const files = { ...before.files, ...filesOf(body) };
  const sent = environmentOf(body, files);
  const cleared = Array.isArray(body["clear_parameters"]) ? body["clear_parameters"].map(String) : [];
  const merged = mergedEnvironment(before.environment, sent);
  const kept = Object.entries(merged.parameters).filter(
    ([name]) => !cleared.includes(name) || name in sent.parameters
  );
  const template = templateOf(body) ?? before.template;
  const environment = { ...merged, parameters: Object.fromEntries(kept) };
  const usable = template === before.template ? environment : withoutStrangers(environment, sent, template);
  return withRegistry({ template, files, environment: usable });
}
function withoutStrangers(environment, sent, template) {
  const { parameters } = readTemplate(template);
  const kept = Object.entries(environment.parameters).filter(
    ([name]) => name in parameters || name in sent.parameters
  );
  return { ...environment, parameters: Object.fromEntries(kept) };
}
function checkContent(cloud, content2) {
  try {
    validateContent(cloud, content2, { depth: 0, strict: true, path: [] });
  } catch (error) {
    throw error instanceof InvalidValue ? error.toProblem() : error;
  }
}
function templateOf(body) {
  const raw = body["template"];
  if (raw === void 0 || raw === null || raw === "") return void 0;
  if (typeof raw === "string") return parsedTemplate(raw);
  if (!isObject(raw))
    throw badRequest("Template not in valid format: The template is not a JSON object or YAML mapping.");
  checkSize(JSON.stringify(raw));
  if (hasVersion(raw)) return raw;
  throw new HeatProblem(
    "InvalidTemplateVersion",
    "The template version is invalid: Template version was not provided"
  );
}
function parsedTemplate(text5) {
  checkSize(text5);
  const result = readYaml(text5);
  if (result.kind === "error") {
    throw badRequest(`Template not in valid format: Error parsing template [root stack] ${result.message}`);
  }
  if (!isObject(result.value))
    throw badRequest("Template not in valid format: The template is not a JSON object or YAML mapping.");
  return withVersion(result.value);
}
function checkSize(text5) {
  const size = Buffer.byteLength(text5);
  if (size <= LARGEST_TEMPLATE) return;
  const message = `Request limit exceeded: Template size (${size} bytes) exceeds maximum allowed size (${LARGEST_TEMPLATE} bytes).`;
  throw new HeatProblem("RequestLimitExceeded", message);
}
function withVersion(raw) {
  if (hasVersion(raw)) return raw;
  throw badRequest("Template not in valid format: Template format version not found.");
}
function filesOf(body) {
  const entries = Object.entries(objectOr(body["files"]));
  return Object.fromEntries(
    entries.map(([name, text5]) => [name, typeof text5 === "string" ? text5 : JSON.stringify(text5)])
  );
}
function environmentOf(body, files) {
  const names2 = Array.isArray(body["environment_files"]) ? body["environment_files"].map(String) : [];
  const layered = names2.map((name) => readEnvironment(files[name]));
  const own = body["environment"] === void 0 ? [] : [readEnvironment(body["environment"])];
  const merged = [...layered, ...own].reduce(mergedEnvironment, EMPTY_ENVIRONMENT);
  return withParameters(merged, objectOr(body["parameters"]));
}
function withRegistry(content2) {
  const used = /* @__PURE__ */ new Set();
  collectTypes(content2.template, used);
  for (const name of [...used]) {
    if (content2.files[name] !== void 0) collectNested(content2, name, used);
  }
  const known2 = [...used].filter(
    (name) => content2.files[name] !== void 0 && resourceType(content2, name) !== void 0
  );
  if (known2.length === 0) return content2;
  const entries = Object.fromEntries(known2.map((name) => [name, name]));
  const resource_registry = { ...content2.environment.resource_registry, ...entries };
  return { ...content2, environment: { ...content2.environment, resource_registry } };
}
function collectNested(content2, name, used) {
  const result = readYaml(content2.files[name] ?? "");
  if (result.kind !== "value") return;
  const before = used.size;
  collectTypes(result.value, used);
  if (used.size === before) return;
  for (const inner of [...used].slice(before))
    if (content2.files[inner] !== void 0) collectNested(content2, inner, used);
}
function collectTypes(value, found) {
  if (Array.isArray(value)) for (const item of value) collectTypes(item, found);
  if (!isObject(value)) return;
  for (const [key, item] of Object.entries(value)) {
    if ((key === "type" || key === "Type") && typeof item === "string" && /\.(?:yaml|template)$/.test(item))
      found.add(item);
    collectTypes(item, found);
  }
}

// src/sandbox/heat/api/stacks.ts
function bodyOf2(call) {
  const body = jsonBody(call);
  if (isObject(body)) return body;
  if (body === void 0 && call.body.trim() !== "") {
    throw badRequest("Expecting property name enclosed in double quotes: line 1 column 2 (char 1)");
  }
  throw badRequest(
    "The server could not comply with the request since it is either malformed or otherwise incorrect."
  );
}
function createStack(cloud, call, session) {
  const body = bodyOf2(call);
  const name = checkedName(body["stack_name"]);
  const content2 = wholeContent(body);
  const options = optionsOf(body);
  if (session.viaApplicationCredential) return remoteError();
  if (cloud.stackNames.has(`${session.project.id}/${name}`)) {
    throw new HeatProblem("StackExists", `The Stack (${name}) already exists.`);
  }
  checkContent(cloud, content2);
  const stack = makeStack(cloud, session, name, content2, options);
  cloud.addStack(stack);
  startTraversal(cloud, stack, "CREATE");
  const shown4 = { stack: { id: stack.id, links: stackLinks(cloud, stack) } };
  return json(201, shown4, { location: stackUrl(cloud, stack) });
}
function makeStack(cloud, session, name, content2, options) {
  return newStack(cloud, {
    name,
    project: session.project.id,
    user: session.user.id,
    owner: session.user.name,
    userProject: hexDigits(cloud.world, 32),
    parent: null,
    depth: 0,
    content: content2,
    tags: options.tags ?? [],
    disableRollback: options.disableRollback ?? true,
    timeoutMins: options.timeoutMins ?? null
  });
}
function showStack(cloud, call, _session, stack) {
  const asked = call.query.get("resolve_outputs");
  return json(200, { stack: shownStack(cloud, stack, boolean2("resolve_outputs", asked) ?? true) });
}
function showTemplate(_cloud, _call, _session, stack) {
  return json(200, stack.content.template);
}
function showEnvironment(_cloud, _call, _session, stack) {
  return json(200, shownEnvironment(stack.content));
}
function showFiles(_cloud, _call, _session, stack) {
  return json(200, stack.content.files);
}
function listOutputs(_cloud, _call, _session, stack) {
  const { outputs } = readTemplate(stack.content.template);
  return json(200, { outputs: outputs.map(({ name, description }) => ({ output_key: name, description })) });
}
function showOutput(cloud, _call, _session, stack, name) {
  const output2 = readTemplate(stack.content.template).outputs.find((one) => one.name === name);
  if (output2 === void 0) throw new HeatProblem("NotFound", `Specified output key ${name} not found.`);
  return json(200, { output: describeOutput(cloud, stack, output2) });
}
function replaceContent(cloud, call, _session, stack) {
  const body = bodyOf2(call);
  return update3(cloud, stack, body, wholeContent(body), optionsOf(body).tags ?? []);
}
function patchContent(cloud, call, _session, stack) {
  const body = call.body.trim() === "" ? {} : bodyOf2(call);
  return update3(cloud, stack, body, patchedContent(body, stack.content), optionsOf(body).tags ?? stack.tags);
}
function update3(cloud, stack, body, content2, tags) {
  const options = optionsOf(body);
  if (stack.deleted !== null) throw stackNotFound(stack.name);
  checkContent(cloud, content2);
  stack.tags = tags;
  stack.disableRollback = options.disableRollback ?? stack.disableRollback;
  stack.timeoutMins = options.timeoutMins ?? stack.timeoutMins;
  startTraversal(cloud, stack, "UPDATE", content2);
  return json(202, {
    message: "The request is accepted for processing.<br /><br />\n\n\n",
    code: "202 Accepted",
    title: "Accepted"
  });
}
function deleteStack(cloud, _call, _session, stack) {
  if (stack.deleted !== null) throw stackNotFound(stack.name);
  if (stack.action !== "DELETE" || stack.status !== "IN_PROGRESS") startTraversal(cloud, stack, "DELETE");
  return empty(204);
}
function validateTemplate(cloud, call, _session) {
  const body = bodyOf2(call);
  const content2 = wholeContent(body);
  const template = readTemplate(content2.template);
  const parameters = Object.entries(template.parameters).map(([name, raw]) => [
    name,
    describeParameter(name, raw, template.dialect)
  ]);
  const { resource_registry, event_sinks, parameter_defaults } = content2.environment;
  const given2 = content2.environment.parameters;
  checkNames(cloud, content2);
  return json(200, {
    Description: template.description,
    Parameters: Object.fromEntries(parameters),
    Environment: { resource_registry, parameters: given2, parameter_defaults, event_sinks },
    ...booleanQuery(call, "show_nested") ? { NestedParameters: {} } : {}
  });
}
function checkNames(cloud, content2) {
  try {
    checkContent(cloud, content2);
  } catch (error) {
    if (!(error instanceof HeatProblem)) throw error;
    if (/Unknown Property|could not be found/.test(error.message))
      throw badRequest(error.message.replaceAll(": : ", ": "));
  }
}
function optionsOf(body) {
  return {
    tags: tagsOf(body["tags"]),
    disableRollback: boolean2("disable_rollback", body["disable_rollback"]),
    timeoutMins: integer3("timeout_mins", body["timeout_mins"])
  };
}
function tagsOf(value) {
  if (value === void 0 || value === null) return void 0;
  const tags = (Array.isArray(value) ? value.map(String) : String(value).split(",")).filter(
    (tag) => tag !== ""
  );
  const long = tags.find((tag) => tag.length > 80);
  if (long !== void 0) throw badRequest(`Invalid tag, "${long}" is longer than 80 characters`);
  return tags;
}
function checkedName(value) {
  if (typeof value !== "string") {
    throw new HeatProblem(
      "StackValidationFailed",
      `Invalid stack name ${value === null || value === void 0 ? "None" : String(value)}, must be a string`
    );
  }
  if (/^[a-zA-Z][a-zA-Z0-9_.-]{0,254}$/.test(value)) return value;
  const message = `Invalid stack name ${value} must contain only alphanumeric or "_-." characters, must start with alpha and must be 255 characters or less.`;
  throw new HeatProblem("StackValidationFailed", message);
}

// src/sandbox/heat/api/resources.ts
var LIST_KEYS = ["nested_depth", "with_detail"];
var FILTER_KEYS = ["type", "status", "name", "action", "id", "uuid", "physical_resource_id"];
var DEEPEST4 = 5;
function listResources(cloud, call, _session, stack) {
  const unknown = [...new Set(call.query.keys())].filter(
    (key) => ![...LIST_KEYS, ...FILTER_KEYS].includes(key)
  );
  if (unknown.length > 0) throw badRequest(`Invalid filter parameters ${pythonRepr(unknown)}`);
  const detail = booleanQuery(call, "with_detail");
  const depth = Math.min(integerQuery(call, "nested_depth") ?? 0, DEEPEST4);
  const found = [];
  collect(cloud, stack, depth, (owner, rows) => {
    const requiredBy = requiredByOf(owner);
    for (const row2 of rows) {
      if (passes(call.query, row2)) found.push(resourceView(cloud, owner, row2, { detail, requiredBy }));
    }
  });
  return json(200, { resources: found });
}
function collect(cloud, stack, depth, take2) {
  const rows = currentRows(stack);
  take2(stack, rows);
  if (depth <= 0) return;
  for (const row2 of rows) {
    const nested = nestedStackOf(cloud, stack, row2);
    if (nested !== void 0) collect(cloud, nested, depth - 1, take2);
  }
}
function passes(query, row2) {
  const values = {
    type: row2.type,
    status: row2.status,
    name: row2.name,
    action: row2.action,
    physical_resource_id: row2.physicalId ?? ""
  };
  return Object.entries(values).every(([key, value]) => {
    const wanted2 = query.getAll(key);
    return wanted2.length === 0 || wanted2.includes(value);
  });
}
function showResource(cloud, call, _session, stack, name) {
  const row2 = findRow(stack, name);
  const view = resourceView(cloud, stack, row2, { detail: true, requiredBy: requiredByOf(stack) });
  const more = call.query.getAll("with_attr").filter((attribute4) => !isGroup(stack, row2) && attribute4 !== "");
  const attributes = { ...view["attributes"] };
  for (const attribute4 of more) attributes[attribute4] = rowAttribute(cloud, stack, row2, [attribute4]);
  return json(200, { resource: { ...view, attributes } });
}
function showMetadata(_cloud, _call, _session, stack, name) {
  return json(200, { metadata: findRow(stack, name).metadata });
}
function markUnhealthy(cloud, call, _session, stack, name) {
  const body = bodyOf2(call);
  const stranger = Object.keys(body).find(
    (key) => key !== "mark_unhealthy" && key !== "resource_status_reason"
  );
  const unhealthy = boolean2("mark_unhealthy", body["mark_unhealthy"]);
  if (unhealthy === void 0)
    throw badRequest("Missing mandatory (mark_unhealthy) key from mark unhealthy request");
  if (stranger !== void 0)
    throw badRequest(`Unexpected keys found in mark unhealthy request: ${stranger}`);
  const row2 = findRow(stack, name);
  if (row2.work !== null) {
    throw new HeatProblem(
      "ActionInProgress",
      `Stack ${stack.name} already has an action (${row2.work.action}) in progress.`
    );
  }
  const reason = String(body["resource_status_reason"] ?? "state changed by resource_mark_unhealthy api");
  if (unhealthy) setRowState(cloud, stack, row2, "CHECK", "FAILED", reason);
  else if (row2.action === "CHECK" && row2.status === "FAILED") {
    if (row2.metadata["scaling_in_progress"] !== void 0)
      row2.metadata = { ...row2.metadata, scaling_in_progress: false };
    setRowState(cloud, stack, row2, "CHECK", "COMPLETE", reason);
  }
  return empty(200);
}
function signalResource(cloud, call, _session, stack, name) {
  const row2 = findRow(stack, name);
  const type = resourceType(stack.content, row2.type);
  if (row2.action === "DELETE" || row2.action === "SUSPEND") {
    recordRow(
      cloud,
      stack,
      row2,
      `${row2.action}_${row2.status}`,
      `Cannot signal resource during ${row2.action}`
    );
    throw new HeatProblem("NotSupported", `Signal resource during ${row2.action} is not supported.`);
  }
  if (type?.signal !== void 0) type.signal(siteOf(cloud, stack, row2), objectBody(call) ?? {});
  return empty(200);
}
function listTypes(_cloud, call) {
  const name = call.query.get("name");
  return json(200, {
    resource_types: typeNames().filter((one) => name === null || new RegExp(name).test(one))
  });
}
function showType(_cloud, _call, _session, name) {
  const schema = typeSchema(name);
  if (schema === void 0)
    throw new HeatProblem("EntityNotFound", `The Resource Type (${name}) could not be found.`);
  const properties = Object.fromEntries(
    Object.entries(schema.properties).map(([key, { update: update4, required, ...rest }]) => [
      key,
      { ...rest, required: required === true, update_allowed: update4 === true, immutable: false }
    ])
  );
  const attributes = Object.fromEntries(schema.attributes.map((key) => [key, {}]));
  return json(200, { resource_type: name, properties, attributes });
}
function findRow(stack, name) {
  const row2 = currentRow(stack, name) ?? currentRows(stack).find((one) => one.physicalId === name);
  if (row2 !== void 0) return row2;
  throw new HeatProblem(
    "ResourceNotFound",
    `The Resource (${name}) could not be found in Stack ${stack.name}.`
  );
}
function isGroup(stack, row2) {
  const type = resourceType(stack.content, row2.type);
  return type?.nestedStack === true && type.isTemplate !== true;
}

// src/sandbox/heat/api/pre-signed.ts
function cloudFormationSignal(cloud, call) {
  const [, , id = "", , name = ""] = call.path.split("/").filter((part2) => part2 !== "");
  const stack = cloud.world.stacks.get(id);
  const resource = decodeURIComponent(name);
  if (call.method !== "POST" || stack === void 0 || call.query.get("Signature") !== alarmSignature(id, resource)) {
    return failureAnswer(new HeatProblem("Forbidden", "Access was denied to this resource."));
  }
  try {
    const row2 = findRow(stack, resource);
    resourceType(stack.content, row2.type)?.signal?.(siteOf(cloud, stack, row2), objectBody(call) ?? {});
    return empty(200);
  } catch (error) {
    if (error instanceof HeatProblem) return failureAnswer(error);
    throw error;
  }
}

// src/sandbox/aodh/actions.ts
function deliver(cloud, action, body) {
  const trusted = action.startsWith("trust+");
  const address = trusted ? action.slice("trust+".length) : action;
  const local = OWN.exec(address)?.[1];
  if (local === void 0) return;
  const [path = "", ...query] = local.split("?");
  const rawQuery = query.join("?");
  const call = {
    method: "POST",
    path,
    rawQuery,
    query: new URLSearchParams(rawQuery),
    headers: {},
    body: JSON.stringify(body),
    requestId: ""
  };
  if (path.startsWith(SIGNED)) cloudFormationSignal(cloud, { ...call, path: path.slice(SIGNED.length) });
  else if (trusted) signalByTrust(cloud, call);
}
var OWN = /^http:\/\/127\.0\.0\.1:\d+(\/.*)$/;
var SIGNED = "/cloudformation/v1/signal";
function signalByTrust(cloud, call) {
  const parts = call.path.split("/").map(decodeURIComponent);
  const stack = cloud.world.stacks.get(parts[6] ?? "");
  if (stack === void 0 || parts[9] !== "signal") return;
  try {
    signalResource(cloud, call, void 0, stack, parts[8] ?? "");
  } catch (error) {
    if (!(error instanceof HeatProblem)) throw error;
  }
}

// src/sandbox/aodh/statistics.ts
function statistics(cloud, rule) {
  const stop = cloud.now / 1e3;
  const window = { start: stop - rule.granularity * (rule.periods + 1), stop };
  try {
    const all = fetch(cloud, rule, window);
    if (all.length === 0) return insufficient([], `No datapoint for granularity ${rule.granularity}`);
    const values = all.slice(-rule.periods);
    if (values.length < rule.periods) return insufficient(values, `${rule.periods} datapoints are unknown`);
    return { kind: "enough", values };
  } catch (error) {
    if (error instanceof GnocchiRefusal) return insufficient([], reasonOf(rule, error));
    throw error;
  }
}
function insufficient(values, reason) {
  return { kind: "insufficient", values, reason };
}
function fetch(cloud, rule, window) {
  if (rule.type === "gnocchi_resources_threshold") return ofResource(cloud, rule, window);
  const { granularity } = rule;
  const asked = { ...window, granularity, fill: null, overlap: 0 };
  const byId2 = rule.type === "gnocchi_aggregation_by_metrics_threshold";
  const metrics = byId2 ? listOf4(rule.rule["metrics"]).map(String) : [String(rule.rule["metric"])];
  const expression = readOperations(groupOperations(rule.method, metrics));
  const references2 = referencesOf(expression);
  const found = byId2 ? references2.flatMap((reference) => named(cloud, metricById(cloud, reference.metric), reference)) : namedMetrics(cloud, resourceQuery(rule.rule), references2);
  return workOut(found, expression, asked).flatMap(({ grid }) => grid.rows[0] ?? []);
}
function resourceQuery(rule) {
  const search = JSON.parse(String(rule["query"]));
  return { type: String(rule["resource_type"]), search, visible: () => true };
}
function ofResource(cloud, { rule, method, granularity }, window) {
  const id = String(rule["resource_id"]);
  const instance = findInstance(cloud, id);
  if (instance === void 0) throw new GnocchiRefusal(404, `Resource ${id} does not exist`);
  const metric = metricsOf(cloud, instance).find((one) => one.name === rule["metric"]);
  if (metric === void 0) throw new GnocchiRefusal(404, `Metric ${String(rule["metric"])} does not exist`);
  const policy = policyOf(cloud, metric);
  const kept = policy?.definition.some((one) => one.granularity === granularity) === true;
  if (!kept || policy?.methods.includes(method) !== true)
    throw new GnocchiRefusal(404, "Aggregation method does not exist for this metric");
  return buckets(metric, method, granularity, window).map(({ value }) => value);
}
function metricById(cloud, id) {
  for (const metrics of Object.values(cloud.world.telemetry.metrics)) {
    const found = metrics.find((one) => one.id === id);
    if (found !== void 0) return found;
  }
  throw new GnocchiRefusal(404, { cause: "Unknown metrics", detail: [id] });
}
function reasonOf({ type, rule, method }, refusal) {
  const { status: status2, description, message } = refusal;
  if (status2 !== 404) return `alarm statistics retrieval failed: ${text4(description)} (HTTP ${status2})`;
  const metricMissing = /^Metric .* does not exist$/.test(message);
  const metric = String(rule["metric"]);
  switch (type) {
    case "gnocchi_resources_threshold": {
      const resource = String(rule["resource_id"]);
      if (metricMissing) return `metric ${metric} for resource ${resource} does not exists`;
      if (message.startsWith("Resource ")) return `resource ${resource} does not exists`;
      return `aggregation ${method} does not exist for metric ${metric} of resource ${resource}`;
    }
    case "gnocchi_aggregation_by_metrics_threshold":
      return `aggregation ${method} does not exist for at least one metrics in ${pythonJson(rule["metrics"] ?? [])}`;
    default:
      if (metricMissing) return `metric ${metric} does not exists`;
      return `aggregation ${method} does not exist for at least one metric of the query`;
  }
}
function text4(description) {
  return typeof description === "string" ? description : pythonRepr(description);
}
function listOf4(value) {
  return Array.isArray(value) ? value : [];
}

// src/sandbox/aodh/threshold.ts
var COMPARISONS2 = {
  gt: (value, limit) => value > limit,
  lt: (value, limit) => value < limit,
  ge: (value, limit) => value >= limit,
  le: (value, limit) => value <= limit,
  eq: (value, limit) => value === limit,
  ne: (value, limit) => value !== limit
};
function judge(cloud, type, rule) {
  const { evaluation_periods: periods, granularity, threshold, aggregation_method: method } = rule;
  const compare2 = COMPARISONS2[String(rule["comparison_operator"])];
  const whole = typeof periods === "number" && typeof granularity === "number" && typeof threshold === "number";
  if (!whole || compare2 === void 0 || typeof method !== "string") return void 0;
  const found = statistics(cloud, { type, rule, periods, granularity, method });
  if (found.kind === "insufficient")
    return {
      state: "insufficient data",
      trend: null,
      values: found.values,
      outside: 0,
      reason: found.reason
    };
  const crossed2 = found.values.map((value) => compare2(value, threshold));
  const outside = crossed2.filter((one) => one).length;
  const base = { values: found.values, outside, reason: null };
  if (outside === crossed2.length) return { ...base, state: "alarm", trend: null };
  if (outside === 0) return { ...base, state: "ok", trend: null };
  return { ...base, state: null, trend: crossed2.at(-1) === true ? "alarm" : "ok" };
}
function nextState(state, repeats, rule, verdict2) {
  const unknown = state === "insufficient data";
  if (verdict2.trend !== null) {
    if (!unknown && !repeats) return null;
    return explained(state, unknown ? verdict2.trend : state, verdict2);
  }
  if (verdict2.state === "insufficient data" && !unknown) {
    const count = Number(rule["evaluation_periods"]);
    return {
      state: "insufficient data",
      reason: verdict2.reason ?? "",
      data: data("unknown", count, verdict2)
    };
  }
  if (verdict2.state === null || verdict2.state === state && !repeats) return null;
  return explained(state, verdict2.state, verdict2);
}
function explained(before, state, verdict2) {
  const inside2 = state === "ok";
  const count = inside2 ? verdict2.values.length - verdict2.outside : verdict2.outside;
  const disposition = inside2 ? "inside" : "outside";
  const begin3 = before === state ? `Remaining as ${state}` : `Transition to ${state}`;
  const last = verdict2.values.at(-1);
  const newest = last === void 0 ? "None" : pythonFloat(last);
  const reason = `${begin3} due to ${count} samples ${disposition} threshold, most recent: ${newest}`;
  return { state, reason, data: data(disposition, count, verdict2) };
}
function data(disposition, count, { values }) {
  return { type: "threshold", disposition, count, most_recent: values.at(-1) ?? null };
}

// src/sandbox/aodh/composite.ts
var CHANGES = {
  alarm: "outside their threshold.",
  ok: "inside their threshold.",
  "insufficient data": "state evaluated to unknown."
};
function nextCompositeState(cloud, state, rule) {
  const leaves = [];
  const tree = grow(rule, leaves);
  for (const leaf of leaves) {
    leaf.verdict = judge(cloud, String(leaf.rule["type"]), leaf.rule);
    if (leaf.verdict === void 0) return void 0;
    leaf.state = leaf.verdict.state;
  }
  const plain = decided(state, tree, leaves);
  if (plain !== null) return plain;
  for (const leaf of leaves) leaf.state = countsAs(state, leaf);
  const mixed = decided(state, tree, leaves);
  if (mixed !== null || state === "insufficient data") return mixed;
  return explained2(state, "insufficient data", tree, leaves);
}
function grow(rule, leaves) {
  if (isObject(rule)) {
    for (const kind of ["and", "or"]) {
      const parts = rule[kind];
      if (Array.isArray(parts)) return { kind, parts: parts.map((one) => grow(one, leaves)) };
    }
  }
  const leaf = {
    kind: "rule",
    name: `rule${leaves.length + 1}`,
    rule: isObject(rule) ? rule : {},
    verdict: void 0,
    state: null
  };
  leaves.push(leaf);
  return leaf;
}
function countsAs(state, leaf) {
  const trend = leaf.verdict?.trend ?? null;
  if (trend === null) return leaf.state;
  if (state === "insufficient data") return trend;
  return trend === "alarm" ? "ok" : "alarm";
}
function decided(state, tree, leaves) {
  if (holds(tree, "alarm")) return explained2(state, "alarm", tree, leaves);
  return holds(tree, "ok") ? explained2(state, "ok", tree, leaves) : null;
}
function holds(tree, wanted2) {
  if (tree.kind === "rule") return tree.state === wanted2;
  const every = tree.kind === "and" === (wanted2 === "alarm");
  return every ? tree.parts.every((one) => holds(one, wanted2)) : tree.parts.some((one) => holds(one, wanted2));
}
function explained2(before, state, tree, leaves) {
  const form = written(tree);
  const causes = leaves.filter((leaf) => leaf.state === state);
  const change3 = before === state ? "remaining as" : "transition to";
  const names2 = causes.map(({ name }) => name).sort();
  const reason = `Composite rule alarm with composition form: ${form} ${change3} ${state}, due to rules: ${names2.join(", ")} ${CHANGES[state]}`;
  const rules = Object.fromEntries(causes.map(({ name, rule }) => [name, rule]));
  return { state, reason, data: { type: "composite", composition_form: form, causative_rules: rules } };
}
function written(tree) {
  return tree.kind === "rule" ? tree.name : `(${tree.parts.map(written).join(` ${tree.kind} `)})`;
}

// src/sandbox/aodh/service-actor.ts
var SERVICE_ACTOR = {
  user: stableId("user/aodh"),
  project: stableId("project/service")
};

// src/sandbox/aodh/evaluator.ts
function evaluateAlarms(cloud) {
  cloud.world.alarming.planned = false;
  const enabled = Object.values(cloud.world.alarming.alarms).filter(({ definition }) => definition.enabled);
  for (const alarm of enabled.sort(byChange)) evaluate2(cloud, alarm);
  planEvaluation(cloud);
}
function byChange(one, other) {
  return other.timestamp - one.timestamp || other.serial - one.serial;
}
function evaluate2(cloud, alarm) {
  const { type, timeConstraints } = alarm.definition;
  if (type !== "composite" && !THRESHOLD_TYPES.includes(type)) return;
  alarm.evaluated = cloud.now;
  const open2 = timeConstraints.length === 0 || timeConstraints.some((one) => isWithin(cloud.now, one.start, one.duration, one.timezone));
  const next = open2 ? nextOf(cloud, alarm) : null;
  if (next !== null) refresh(cloud, alarm, next);
}
function nextOf(cloud, { definition, state }) {
  if (definition.type === "composite") return nextCompositeState(cloud, state, definition.rule) ?? null;
  const verdict2 = judge(cloud, definition.type, definition.rule);
  if (verdict2 === void 0) return null;
  return nextState(state, definition.repeatActions, definition.rule, verdict2);
}
function refresh(cloud, alarm, next) {
  const previous = alarm.state;
  if (previous === next.state && !alarm.definition.repeatActions) return;
  if (previous !== next.state) {
    alarm.state = next.state;
    alarm.stateReason = next.reason;
    const detail = { state: next.state, transition_reason: next.reason };
    record2(cloud, alarm, "state transition", detail, SERVICE_ACTOR);
  }
  for (const action of actionsFor(alarm, next.state)) {
    deliver(cloud, action, {
      alarm_name: alarm.definition.name,
      alarm_id: alarm.id,
      severity: alarm.definition.severity,
      previous,
      current: next.state,
      reason: next.reason,
      reason_data: next.data
    });
  }
}
function actionsFor({ definition }, state) {
  switch (state) {
    case "alarm":
      return definition.alarmActions;
    case "ok":
      return definition.okActions;
    case "insufficient data":
      return definition.insufficientDataActions;
  }
}

// src/sandbox/heat/lifecycle.ts
function runLifecycle(cloud, stack, action) {
  const outcomes = currentRows(stack).map((row2) => actOn(cloud, stack, row2, action));
  const failures = outcomes.filter((one) => one.kind === "failed").map((one) => one.text);
  const partly = action === "CHECK" && outcomes.some((one) => one.kind === "unsupported" || one.kind === "partly");
  const note = partly ? ". 'CHECK' not fully supported (see resources)" : "";
  if (failures.length === 0) {
    setStackState(cloud, stack, action, "COMPLETE", `Stack ${action} completed successfully${note}`);
    return;
  }
  setStackState(
    cloud,
    stack,
    action,
    "FAILED",
    `Resource ${action} failed: [${failures.map(quoted).join(", ")}]${note}`
  );
}
function actOn(cloud, stack, row2, action) {
  if (row2.action === "INIT") return { kind: "well" };
  const type = resourceType(stack.content, row2.type);
  const site = siteOf(cloud, stack, row2);
  const nested = type?.nestedStack === true ? site.nested.find(site) : void 0;
  if (nested !== void 0) return actOnNested(cloud, stack, row2, nested, action);
  if (action !== "CHECK") return move(cloud, stack, row2, type, action);
  if (type?.check === void 0) {
    setRowState(cloud, stack, row2, "CHECK", "COMPLETE", `CHECK not supported for ${row2.type}`);
    return { kind: "unsupported" };
  }
  setRowState(cloud, stack, row2, "CHECK", "IN_PROGRESS");
  const trouble = type.check(site);
  return trouble === null ? well(cloud, stack, row2, action) : failed3(cloud, stack, row2, action, ownFailure(row2.name, trouble.error, trouble.message));
}
function actOnNested(cloud, stack, row2, nested, action) {
  setRowState(cloud, stack, row2, action, "IN_PROGRESS");
  setStackState(cloud, nested, action, "IN_PROGRESS", `Stack ${action} started`);
  runLifecycle(cloud, nested, action);
  if (nested.status !== "FAILED") return well(cloud, stack, row2, action);
  const reason = nested.reason.replace(`Resource ${action} failed: `, "");
  const text5 = failedReason(row2, reason);
  setRowState(cloud, stack, row2, action, "FAILED", text5);
  return { kind: "failed", text: text5 };
}
function failedReason(row2, reason) {
  return reason.replace("resources.", `resources.${row2.name}.resources.`);
}
function move(cloud, stack, row2, type, action) {
  setRowState(cloud, stack, row2, action, "IN_PROGRESS");
  const site = siteOf(cloud, stack, row2);
  if (action === "SUSPEND") type?.suspend?.(site);
  else type?.resumeAction?.(site);
  return well(cloud, stack, row2, action);
}
function well(cloud, stack, row2, action) {
  setRowState(cloud, stack, row2, action, "COMPLETE");
  return { kind: "well" };
}
function failed3(cloud, stack, row2, action, failure5) {
  const text5 = failureText(failure5);
  setRowState(cloud, stack, row2, action, "FAILED", text5);
  return { kind: "failed", text: text5 };
}
function quoted(text5) {
  return text5.includes("'") && !text5.includes('"') ? `"${text5}"` : `'${text5.replaceAll("'", "\\'")}'`;
}

// src/sandbox/run-task.ts
function runTask(cloud, task) {
  if (task.kind === "server") {
    endTransition(cloud, task.server, task.order);
    return;
  }
  if (task.kind === "evaluate") {
    evaluateAlarms(cloud);
    return;
  }
  if (task.kind === "poll") {
    pollLoad(cloud, task.load);
    return;
  }
  if (task.kind === "balancer") {
    endChange(cloud, task.balancer, task.order);
    return;
  }
  const stack = cloud.world.stacks.get(task.stack);
  if (stack === void 0) return;
  switch (task.kind) {
    case "traverse":
      if (stack.traversal === task.traversal && stack.status === "IN_PROGRESS") beginTraversal(cloud, stack);
      return;
    case "timeout":
      if (stack.traversal === task.traversal && stack.status === "IN_PROGRESS")
        failStack(cloud, stack, "Timed out");
      return;
    case "wake":
      onRow(stack, task.key, (row2) => wake(cloud, stack, row2, task.order));
      return;
    case "child":
      onRow(stack, task.key, (row2) => nestedSettled(cloud, stack, row2));
      return;
    case "lifecycle":
      if (stack.action === task.action && stack.status === "IN_PROGRESS")
        runLifecycle(cloud, stack, task.action);
      return;
  }
}
function onRow(stack, key, deed) {
  const row2 = stack.rows.get(key);
  if (row2 !== void 0) deed(row2);
}

// src/sandbox/http/routes.ts
function routes(table) {
  const byShape = /* @__PURE__ */ new Map();
  for (const [key, handler] of Object.entries(table)) addPattern(byShape, key, handler);
  return (method, path) => {
    const segments = segmentsOf(path);
    for (const pattern of byShape.get(`${method} ${segments.length}`) ?? []) {
      const parameters = match(pattern.segments, segments);
      if (parameters !== void 0) return { handler: pattern.handler, parameters };
    }
    return void 0;
  };
}
function addPattern(byShape, key, handler) {
  const [method = "", path = ""] = key.split(" ");
  const segments = segmentsOf(path);
  const shape = `${method} ${segments.length}`;
  byShape.set(shape, [...byShape.get(shape) ?? [], { segments, handler }]);
}
function segmentsOf(path) {
  return path.split("/").filter((segment) => segment !== "");
}
function match(pattern, segments) {
  const parameters = {};
  for (const [index, part2] of pattern.entries()) {
    const segment = decoded(segments[index] ?? "");
    if (part2.startsWith(":")) parameters[part2.slice(1)] = segment;
    else if (part2 !== segment) return void 0;
  }
  return parameters;
}
function decoded(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

// src/sandbox/gnocchi/arguments.ts
var UNITS = { s: 1, m: 60, h: 3600, d: 86400, w: 604800 };
function readAsked(call, now) {
  const fill = call.query.get("fill");
  const overlap = call.query.get("needed_overlap");
  const granularity = call.query.get("granularity");
  return {
    start: moment3(call, "start", now),
    stop: moment3(call, "stop", now),
    granularity: granularity === null ? null : timespan(granularity),
    fill: fill === null ? overlap === null ? "dropna" : null : fillOf(fill),
    overlap: overlap === null ? 100 : overlapOf(overlap)
  };
}
function moment3(call, name, now) {
  const given2 = call.query.get(name);
  if (given2 === null) return null;
  if (given2 === "now") return now / 1e3;
  if (/^-?\d+(\.\d+)?$/.test(given2) && !given2.startsWith("-")) return Number(given2);
  const distance = /^-\s*(\d+(?:\.\d+)?)\s*(?:([smhdw])\w*)?$/.exec(given2);
  if (distance !== null) return now / 1e3 - Number(distance[1]) * (UNITS[distance[2] ?? "s"] ?? 1);
  const at = isoMoment(given2);
  if (at === null) throw argumentError(name, "Must be a datetime or a timestamp");
  return at;
}
function isoMoment(text5) {
  if (!/^\d{4}-\d\d-\d\d/.test(text5)) return null;
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(text5.slice(10));
  const at = Date.parse(zoned ? text5.replace(" ", "+") : text5.length === 10 ? text5 : `${text5}Z`);
  return Number.isNaN(at) ? null : at / 1e3;
}
function timespan(text5) {
  const found = /^(\d+(?:\.\d+)?)\s*(?:([smhdw])\w*)?$/.exec(text5);
  if (found === null) throw argumentError("granularity", "Unable to parse timespan");
  return Number(found[1]) * (UNITS[found[2] ?? "s"] ?? 1);
}
function fillOf(text5) {
  if (text5 === "dropna" || text5 === "null") return text5;
  const number = Number(text5);
  if (text5 === "" || Number.isNaN(number)) throw argumentError("fill", "Must be a float, 'dropna' or 'null'");
  return number;
}
function overlapOf(text5) {
  const number = Number(text5);
  if (text5 === "" || Number.isNaN(number)) throw argumentError("needed_overlap", "Must be a number");
  return number;
}

// src/sandbox/gnocchi/paging.ts
var LARGEST = 1e3;
function page(cloud, call, all, sort) {
  const marker = call.query.get("marker");
  const start = marker === null ? 0 : all.findIndex((one) => one.id === marker) + 1;
  const limit = Math.min(Number(call.query.get("limit") ?? LARGEST) || LARGEST, LARGEST);
  const shown4 = all.slice(start, start + limit);
  const last = shown4.at(-1);
  if (last === void 0 || shown4.length < limit) return { shown: shown4, headers: {} };
  const kept = [...call.query].filter(([key]) => !["limit", "marker", "sort"].includes(key));
  const more = kept.map(([key, value]) => `${key}=${encodeURIComponent(value)}&`).join("");
  const next = `${cloud.base}/metric${call.path}?limit=${limit}&marker=${last.id}&${more}${sort}`;
  return { shown: shown4, headers: { link: `<${next}>; rel="next"` } };
}

// src/sandbox/gnocchi/request.ts
function bodyOf3(call) {
  const body = jsonBody(call);
  if (body !== void 0) return body;
  const reason = "Expected object or value";
  throw new GnocchiRefusal(400, { cause: "Unable to decode body", reason, detail: [] });
}
function mayMeasure(session, creatorProject) {
  return isAdmin(session) || creatorProject === session.project.id;
}

// src/sandbox/gnocchi/resources.ts
function instanceFor(cloud, session, { type = "", id = "" }) {
  if (attributeNames(type) === void 0) throw notThere(`Resource type ${type}`);
  const found = type === "instance" || type === "generic" ? findInstance(cloud, id) : void 0;
  if (found === void 0) throw notThere(`Resource ${id}`);
  if (!maySee(session, found)) throw new GnocchiRefusal(403, "");
  return found;
}
function listed(cloud, call, session, type, search) {
  if (attributeNames(type) === void 0) throw notThere(`Resource type ${type}`);
  const found = findInstances(cloud, { type, search, visible: (one) => maySee(session, one) });
  const sorted2 = [...found].sort(
    (one, other) => one.launched - other.launched || (one.id < other.id ? -1 : 1)
  );
  const { shown: shown4, headers } = page(cloud, call, sorted2, "sort=revision_start%3Aasc&sort=started_at%3Aasc");
  return json(
    200,
    shown4.map((one) => describeInstance(cloud, one)),
    headers
  );
}

// src/sandbox/gnocchi/metrics-api.ts
var FILTERS = {
  id: (metric) => metric.id,
  name: (metric) => metric.name,
  unit: (metric) => metric.unit,
  archive_policy_name: (metric) => metric.archivePolicy,
  project_id: (metric) => metric.creatorProject,
  user_id: (metric) => metric.creatorUser,
  creator: (metric) => `${metric.creatorUser}:${metric.creatorProject}`
};
function metricList(cloud, call, session) {
  const filters3 = Object.entries(FILTERS).filter(([key]) => call.query.has(key));
  const all = visibleMetrics(cloud, session).filter((metric) => metric.resource !== null || isAdmin(session)).filter((metric) => filters3.every(([key, value]) => call.query.getAll(key).includes(value(metric) ?? ""))).sort((one, other) => one.id < other.id ? -1 : 1);
  const { shown: shown4, headers } = page(cloud, call, all, "sort=id%3Aasc");
  return json(
    200,
    shown4.map((one) => listedMetric(cloud, one)),
    headers
  );
}
function metricFor(cloud, session, { id = "" }) {
  const metric = findMetric(cloud, session, id);
  if (metric === void 0) throw notThere(`Metric ${id}`);
  return metric;
}
function metricOfResource(cloud, instance, name) {
  const metric = metricsOf(cloud, instance).find((one) => one.name === name);
  if (metric === void 0) throw notThere(`Metric ${name}`);
  return metric;
}
function showMetric(cloud, _call, session, parameters) {
  return json(200, describeMetric(cloud, metricFor(cloud, session, parameters)));
}
function makeMetric(cloud, call, session) {
  const body = objectOr(bodyOf3(call));
  const metric = createMetric(cloud, {
    ...wanted(cloud, body),
    name: textOr(body["name"], null),
    resource: null,
    creatorUser: session.user.id,
    creatorProject: session.project.id
  });
  return json(201, createdMetric(metric), { location: `${cloud.base}/metric/v1/metric/${metric.id}` });
}
function removeMetric(cloud, _call, session, parameters) {
  const metric = metricFor(cloud, session, parameters);
  if (!mayMeasure(session, metric.creatorProject)) throw new GnocchiRefusal(403, "");
  deleteMetric(cloud, metric);
  return empty(204);
}
function resourceMetrics(cloud, _call, session, parameters) {
  const instance = instanceFor(cloud, session, parameters);
  return json(
    200,
    metricsOf(cloud, instance).map((one) => listedMetric(cloud, one))
  );
}
function resourceMetric(cloud, _call, session, parameters) {
  const instance = instanceFor(cloud, session, parameters);
  return json(200, describeMetric(cloud, metricOfResource(cloud, instance, parameters["metric"] ?? "")));
}
function addResourceMetrics(cloud, call, session, parameters) {
  const instance = instanceFor(cloud, session, parameters);
  if (!mayMeasure(session, CEILOMETER.project)) throw new GnocchiRefusal(403, "");
  const asked = Object.entries(objectOr(bodyOf3(call)));
  const taken = asked.find(([name]) => metricsOf(cloud, instance).some((one) => one.name === name));
  if (taken !== void 0) throw new GnocchiRefusal(409, `Named metric ${taken[0]} already exists`);
  const creator = { creatorUser: CEILOMETER.user, creatorProject: CEILOMETER.project };
  for (const [name, options] of asked) addMetric(cloud, creator, instance, name, objectOr(options));
  return resourceMetrics(cloud, call, session, parameters);
}
function addMetric(cloud, creator, instance, name, options) {
  return createMetric(cloud, { ...wanted(cloud, options), ...creator, name, resource: instance.id });
}
function wanted(cloud, options) {
  const archivePolicy = textOr(options["archive_policy_name"], "low");
  if (findPolicy(cloud, archivePolicy) === void 0)
    throw new GnocchiRefusal(400, `Archive policy ${archivePolicy} does not exist`);
  const unit = options["unit"];
  if (unit !== void 0 && typeof unit !== "string")
    throw invalidInput("expected str for dictionary value @ data['unit']", ["unit"]);
  return { archivePolicy, unit: unit ?? null };
}

// src/sandbox/gnocchi/measures-api.ts
function metricMeasures(cloud, call, session, parameters) {
  return measuresAnswer(cloud, call, metricFor(cloud, session, parameters));
}
function resourceMeasures(cloud, call, session, parameters) {
  const instance = instanceFor(cloud, session, parameters);
  return measuresAnswer(cloud, call, metricOfResource(cloud, instance, parameters["metric"] ?? ""));
}
function measuresAnswer(cloud, call, metric) {
  const asked = readAsked(call, cloud.now);
  const method = call.query.get("aggregation") ?? "mean";
  const policy = policyOf(cloud, metric);
  if (policy === void 0 || !policy.methods.includes(method)) {
    const detail = { metric: metric.id, aggregation_method: method };
    throw new GnocchiRefusal(404, { cause: "Aggregation method does not exist for this metric", detail });
  }
  const all = policy.definition.map((one) => one.granularity).sort((one, other) => other - one);
  const { granularity } = asked;
  if (granularity !== null && !all.includes(granularity)) {
    const written2 = Number.isInteger(granularity) ? `${granularity}.0` : `${granularity}`;
    const text5 = `Aggregation method '${method}' at granularity '${written2}' for metric ${metric.id} does not exist`;
    throw new GnocchiRefusal(404, text5);
  }
  const rows = (granularity === null ? all : [granularity]).flatMap(
    (one) => buckets(metric, method, one, asked).map(({ at, value }) => [isoSeconds(at * 1e3), one, value])
  );
  return json(200, rows);
}
function postMeasures(cloud, call, session, parameters) {
  const metric = metricFor(cloud, session, parameters);
  if (!mayMeasure(session, metric.creatorProject)) throw new GnocchiRefusal(403, "");
  write(cloud, writable(cloud, metric), pointsOf(bodyOf3(call)));
  return empty(202);
}
function postResourceMeasures(cloud, call, session, parameters) {
  const instance = instanceFor(cloud, session, parameters);
  const metric = metricOfResource(cloud, instance, parameters["metric"] ?? "");
  if (!mayMeasure(session, metric.creatorProject)) throw new GnocchiRefusal(403, "");
  write(cloud, writable(cloud, metric), pointsOf(bodyOf3(call)));
  return empty(202);
}
function batchMetricMeasures(cloud, call, session) {
  const entries = Object.entries(objectOr(bodyOf3(call)));
  const found = entries.map(([id, measures]) => ({ id, metric: orNull(cloud, session, id), measures }));
  const unknown = found.filter(({ metric }) => metric === null).map(({ id }) => id);
  if (unknown.length > 0) throw new GnocchiRefusal(400, `Unknown metrics: ${unknown.join(", ")}`);
  for (const { metric, measures } of found) {
    if (metric === null) continue;
    if (!mayMeasure(session, metric.creatorProject)) throw new GnocchiRefusal(403, "");
    write(cloud, writable(cloud, metric), pointsOf(measures));
  }
  return empty(202);
}
function batchResourceMeasures(cloud, call, session) {
  const makes = call.query.get("create_metrics") === "true";
  const entries = Object.entries(objectOr(bodyOf3(call))).flatMap(
    ([id, metrics]) => Object.entries(objectOr(metrics)).map(([name, content2]) => ({ id, name, content: content2 }))
  );
  const unknown = entries.filter(({ id, name }) => {
    const instance = findInstance(cloud, id);
    return instance === void 0 || !makes && writableMetric(cloud, instance, name) === void 0;
  });
  if (unknown.length > 0) {
    const names2 = unknown.map(({ id, name }) => `${id}/${name}`).join(", ");
    throw new GnocchiRefusal(400, `Unknown metrics: ${names2}`);
  }
  for (const { id, name, content: content2 } of entries) writeNamed(cloud, session, id, name, content2);
  return empty(202);
}
function writeNamed(cloud, session, id, name, content2) {
  const instance = findInstance(cloud, id);
  if (instance === void 0) return;
  const metric = writableMetric(cloud, instance, name) ?? made(cloud, session, instance, name, content2);
  if (!mayMeasure(session, metric.creatorProject)) throw new GnocchiRefusal(403, "");
  write(cloud, metric, pointsOf(isObject(content2) ? content2["measures"] ?? [] : content2));
}
function made(cloud, session, instance, name, content2) {
  if (!mayMeasure(session, CEILOMETER.project)) throw new GnocchiRefusal(403, "");
  const creator = { creatorUser: session.user.id, creatorProject: session.project.id };
  return addMetric(cloud, creator, instance, name, objectOr(content2));
}
function writable(cloud, metric) {
  const instance = metric.resource === null ? void 0 : findInstance(cloud, metric.resource);
  return (instance === void 0 ? void 0 : writableMetric(cloud, instance, metric.name ?? "")) ?? metric;
}
function orNull(cloud, session, id) {
  try {
    return metricFor(cloud, session, { id });
  } catch (error) {
    if (error instanceof GnocchiRefusal) return null;
    throw error;
  }
}
function pointsOf(measures) {
  return Array.isArray(measures) ? measures.map((one) => pointOf(objectOr(one))) : [];
}
function pointOf(measure) {
  const { timestamp, value } = measure;
  const at = typeof timestamp === "number" ? timestamp : isoMoment(String(timestamp));
  if (at === null) throw invalidInput("unexpected timestamp 'Unable to convert timestamps'", []);
  if (typeof value !== "number") throw invalidInput("unexpected measures value", []);
  return { at, value };
}

// src/sandbox/gnocchi/api.ts
var find2 = routes({
  "GET /archive_policy": (cloud) => json(200, cloud.world.telemetry.archivePolicies.map(describePolicy)),
  "GET /archive_policy/:name": showPolicy,
  "GET /archive_policy_rule": () => json(200, [{ name: "default", archive_policy_name: "low", metric_pattern: "*" }]),
  "GET /capabilities": () => json(200, capabilities()),
  "GET /resource_type": () => json(200, resourceTypes()),
  "GET /resource_type/:name": (_cloud, _call, _session, { name = "" }) => showType2(name),
  "GET /resource/:type": (cloud, call, session, { type = "" }) => listed(cloud, call, session, type),
  "GET /resource/:type/:id": (cloud, _call, session, parameters) => json(200, describeInstance(cloud, instanceFor(cloud, session, parameters))),
  "GET /resource/:type/:id/metric": resourceMetrics,
  "POST /resource/:type/:id/metric": addResourceMetrics,
  "GET /resource/:type/:id/metric/:metric": resourceMetric,
  "GET /resource/:type/:id/metric/:metric/measures": resourceMeasures,
  "POST /resource/:type/:id/metric/:metric/measures": postResourceMeasures,
  "POST /search/resource/:type": searchResources,
  "GET /metric": metricList,
  "POST /metric": makeMetric,
  "GET /metric/:id": showMetric,
  "DELETE /metric/:id": removeMetric,
  "GET /metric/:id/measures": metricMeasures,
  "POST /metric/:id/measures": postMeasures,
  "POST /batch/metrics/measures": batchMetricMeasures,
  "POST /batch/resources/metrics/measures": batchResourceMeasures,
  "POST /aggregates": postAggregates
});
function metricApi(cloud, call) {
  const session = sessionOf(cloud, call);
  if (session === void 0) return unauthorized2();
  try {
    if (!call.path.startsWith("/v1")) throw new GnocchiRefusal(404, null);
    const matched = find2(call.method, call.path.slice(3));
    if (matched === void 0) throw new GnocchiRefusal(404, null);
    return matched.handler(cloud, call, session, matched.parameters);
  } catch (error) {
    if (error instanceof GnocchiRefusal) return refusalAnswer(error);
    throw error;
  }
}
function unauthorized2() {
  const message = "The request you have made requires authentication.";
  return json(401, { error: { code: 401, title: "Unauthorized", message } });
}
function showPolicy(cloud, _call, _session, { name = "" }) {
  const policy = findPolicy(cloud, name);
  if (policy === void 0) throw notThere(`Archive policy ${name}`);
  return json(200, describePolicy(policy));
}
function showType2(name) {
  const found = resourceTypes().find((one) => one["name"] === name);
  if (found === void 0) throw notThere(`Resource type ${name}`);
  return json(200, found);
}
function searchResources(cloud, call, session, { type = "" }) {
  if (attributeNames(type) === void 0) throw notThere(`Resource type ${type}`);
  return listed(cloud, call, session, type, bodyOf3(call));
}
function postAggregates(cloud, call, session) {
  const asked = readAsked(call, cloud.now);
  const body = objectOr(bodyOf3(call));
  const expression = readOperations(body["operations"]);
  const references2 = referencesOf(expression);
  const type = body["resource_type"];
  if (typeof type === "string" && attributeNames(type) === void 0)
    throw new GnocchiRefusal(400, { cause: "Resource type does not exist", detail: type });
  const query = {
    type: typeof type === "string" ? type : "",
    search: body["search"],
    visible: (instance) => maySee(session, instance)
  };
  const metrics = typeof type === "string" ? namedMetrics(cloud, query, references2) : references2.flatMap((reference) => {
    const metric = findMetric(cloud, session, reference.metric);
    if (metric === void 0) throw unknownMetrics(reference.metric);
    return named(cloud, metric, reference);
  });
  const outcomes = workOut(metrics, expression, asked);
  const measures = describeOutcome(outcomes, metrics, asked.fill, (at) => isoSeconds(at * 1e3));
  if (call.query.get("details") !== "true" || typeof type !== "string") return json(200, { measures });
  const owners = new Set(metrics.map(({ metric }) => metric.resource));
  const found = findInstances(cloud, query).filter((one) => owners.has(one.id));
  return json(200, { measures, references: found.map((one) => describeInstance(cloud, one)) });
}
function unknownMetrics(id) {
  const reason = "Provided metrics don't exists";
  return new GnocchiRefusal(404, { cause: "Unknown metrics", reason, detail: [id] });
}

// src/sandbox/aodh/listing.ts
var FIELDS2 = [
  "project_id",
  "user_id",
  "severity",
  "type",
  "enabled",
  "timestamp",
  "all_projects",
  "name",
  "repeat_actions",
  "state"
];
var SORTS = {
  alarm_id: (alarm) => alarm.id,
  enabled: (alarm) => Number(alarm.definition.enabled),
  name: (alarm) => alarm.definition.name,
  type: (alarm) => alarm.definition.type,
  severity: (alarm) => ["low", "moderate", "critical"].indexOf(alarm.definition.severity),
  timestamp: (alarm) => alarm.timestamp,
  user_id: (alarm) => alarm.user,
  project_id: (alarm) => alarm.project,
  state: (alarm) => alarm.state,
  repeat_actions: (alarm) => Number(alarm.definition.repeatActions),
  state_timestamp: (alarm) => alarm.stateTimestamp
};
var DEFAULT_SORT = ["timestamp:desc"];
function listAlarms(all, call, session) {
  const terms = readTerms(call);
  const unknown = terms.filter(({ field }) => !FIELDS2.includes(field)).map(({ field }) => field);
  if (unknown.length > 0)
    throw invalidInput2("field", pythonSet(unknown), `only fields ${pythonSet(FIELDS2)} are allowed`);
  const operators = call.query.getAll("q.op").filter((one) => one !== "eq" && one !== "");
  if (operators.length > 0)
    throw invalidInput2("op", pythonSet(operators), "only operations {'eq'} are allowed");
  const fields = terms.map(({ field }) => field);
  if (new Set(fields).size < fields.length)
    throw invalidInput2("field", pythonSet([...new Set(fields)]), "duplicate query fields are not allowed");
  const scope = scopeOf(terms, session);
  const wanted2 = terms.filter(({ field }) => field !== "all_projects" && field !== "project_id");
  const found = all.filter(
    (alarm) => (scope === null || alarm.project === scope) && wanted2.every((term) => matches2(alarm, term))
  );
  return paged(sorted(found, call), call);
}
function readTerms(call) {
  const values = call.query.getAll("q.value");
  return call.query.getAll("q.field").map((field, index) => ({ field, value: values[index] ?? "" }));
}
function scopeOf(terms, session) {
  const every = terms.some(({ field, value }) => field === "all_projects" && value.toLowerCase() === "true");
  if (every) {
    if (!isAdmin(session)) throw new AodhRefusal(403, "RBAC Authorization Failed");
    return null;
  }
  const asked = terms.find(({ field }) => field === "project_id")?.value;
  if (asked !== void 0 && asked !== session.project.id && !isAdmin(session))
    throw new AodhRefusal(401, `Not Authorized to access project ${asked}`);
  return asked ?? session.project.id;
}
function matches2(alarm, { field, value }) {
  const shown4 = {
    user_id: alarm.user,
    type: alarm.definition.type,
    name: alarm.definition.name,
    enabled: alarm.definition.enabled,
    state: alarm.state,
    severity: alarm.definition.severity,
    repeat_actions: alarm.definition.repeatActions
  };
  const has = shown4[field];
  return typeof has === "boolean" ? has === (value.toLowerCase() === "true") : has === value;
}
function sorted(alarms, call) {
  const given2 = call.query.getAll("sort");
  const keys = (given2.length > 0 ? given2 : DEFAULT_SORT).map((one) => {
    const [key = "", direction] = one.split(":");
    const value = SORTS[key];
    if (value === void 0) throw badSort(one);
    return { value, sign: direction === "desc" ? -1 : 1 };
  });
  return [...alarms].sort((one, other) => {
    for (const { value, sign } of keys) {
      const [left, right] = [value(one), value(other)];
      if (left !== right) return left < right ? -sign : sign;
    }
    return other.serial - one.serial;
  });
}
function badSort(value) {
  const keys = `(${Object.keys(SORTS).map((one) => `'${one}'`).join(", ")})`;
  const message = `the sort parameter should be a pair of sort key and sort dir combined with ':', or only sort key specified and sort dir will be default 'asc', the supported sort keys are: ${keys}`;
  return invalidInput2("sort", value, message);
}
function paged(alarms, call) {
  const marker = call.query.get("marker");
  const start = marker === null ? 0 : alarms.findIndex(({ id }) => id === marker) + 1;
  if (marker !== null && start === 0) throw new AodhRefusal(500, `Marker ${marker} not found.`);
  const limit = Number(call.query.get("limit") ?? 0);
  if (limit < 0) throw invalidInput2("limit", `${limit}`, "it should be a positive integer.");
  return limit > 0 ? alarms.slice(start, start + limit) : alarms.slice(start);
}
function pythonSet(values) {
  return `{${values.map((one) => `'${one}'`).join(", ")}}`;
}

// src/sandbox/aodh/api.ts
var find3 = routes({
  "GET /alarms": (cloud, call, session) => json(200, listAlarms(Object.values(cloud.world.alarming.alarms), call, session).map(describeAlarm)),
  "POST /alarms": create4,
  "GET /alarms/:id": (cloud, _call, session, parameters) => json(200, describeAlarm(alarmFor(cloud, session, parameters))),
  "PUT /alarms/:id": change2,
  "DELETE /alarms/:id": remove3,
  "GET /alarms/:id/state": (cloud, _call, session, parameters) => json(200, alarmFor(cloud, session, parameters).state),
  "PUT /alarms/:id/state": putState,
  "GET /alarms/:id/history": history,
  "GET /quotas": quotas,
  "POST /quotas": setQuotas,
  "DELETE /quotas/:project": deleteQuotas,
  "GET /capabilities": capabilities2
});
function alarmingApi(cloud, call) {
  const session = sessionOf(cloud, call);
  if (session === void 0) return unauthorized2();
  if (!call.path.startsWith("/v2")) return routeRefusal(404);
  const path = call.path.slice(3);
  const matched = find3(call.method, path);
  if (matched === void 0) return routeRefusal(path.startsWith("/query/") ? 405 : 404);
  try {
    return matched.handler(cloud, call, session, matched.parameters);
  } catch (error) {
    if (error instanceof AodhRefusal) return refusalAnswer2(error);
    throw error;
  }
}
function alarmFor(cloud, session, { id = "" }) {
  const alarm = cloud.world.alarming.alarms[id];
  if (alarm === void 0 || alarm.project !== session.project.id && !isAdmin(session))
    throw alarmNotFound(id);
  return alarm;
}
function create4(cloud, call, session) {
  const definition = readDefinition2(jsonBody(call), isAdmin(session));
  refuseDelegatedTrust(session, definition.alarmActions);
  const actor = actorOf2(session);
  const alarm = createAlarm(cloud, uuid(cloud.world.alarming), actor, definition);
  return json(201, describeAlarm(alarm), { location: `${cloud.base}/alarming/v2/alarms/${alarm.id}` });
}
function refuseDelegatedTrust(session, actions) {
  if (!session.viaApplicationCredential || !actions.some((one) => one.startsWith("trust+"))) return;
  const message = "You are not authorized to perform the requested action: Delegated tokens cannot manage trusts.. (HTTP 403)";
  throw new AodhRefusal(500, message);
}
function change2(cloud, call, session, parameters) {
  const body = jsonBody(call);
  const definition = readDefinition2(body, isAdmin(session));
  const alarm = alarmFor(cloud, session, parameters);
  changeAlarm(cloud, alarm, actorOf2(session), definition);
  const state = isObject(body) ? body["state"] ?? "insufficient data" : void 0;
  const wanted2 = readState(state);
  if (wanted2 !== void 0 && wanted2 !== alarm.state) {
    alarm.state = wanted2;
    alarm.stateTimestamp = cloud.now;
    alarm.stateReason = "Manually set via API";
  }
  return json(200, describeAlarm(alarm));
}
function remove3(cloud, _call, session, parameters) {
  removeAlarm(cloud, alarmFor(cloud, session, parameters).id);
  return empty(204);
}
function putState(cloud, call, session, parameters) {
  const alarm = alarmFor(cloud, session, parameters);
  const state = readState(jsonBody(call));
  if (state === void 0) throw new AodhRefusal(400, "state invalid");
  setState(cloud, alarm, actorOf2(session), state);
  return json(200, state);
}
function history(cloud, call, session, parameters) {
  const alarm = alarmFor(cloud, session, parameters);
  const types = readTerms(call).filter(({ field }) => field === "type");
  const limit = Number(call.query.get("limit") ?? 0);
  if (limit < 0) throw invalidInput2("limit", `${limit}`, "it should be a positive integer.");
  const found = alarm.changes.filter(({ type }) => types.every(({ value }) => value === type));
  const shown4 = limit > 0 ? found.slice(0, limit) : found;
  return json(
    200,
    shown4.map((one) => describeChange(alarm, one))
  );
}
function quotas(cloud, call, session) {
  const project = call.query.get("project_id") ?? session.project.id;
  if (project !== session.project.id && !isAdmin(session))
    throw new AodhRefusal(403, "RBAC Authorization Failed");
  const { alarming } = cloud.world;
  const found = alarming.quotas.find((one) => one.project === project) ?? { project, limit: -1 };
  writeQuota(cloud, project, found.limit);
  return json(200, quotaView(project, found.limit));
}
function setQuotas(cloud, call, session) {
  if (!isAdmin(session)) throw new AodhRefusal(403, "RBAC Authorization Failed");
  const body = objectBody(call);
  const project = body?.["project_id"];
  const rows = Array.isArray(body?.["quotas"]) ? body["quotas"].filter(isObject) : [];
  const limit = rows.find((one) => one["resource"] === "alarms")?.["limit"];
  if (typeof project !== "string") throw invalidInput2("project_id", "None", "Mandatory field missing.");
  if (typeof limit !== "number") throw invalidInput2("limit", "None", "Mandatory field missing.");
  writeQuota(cloud, project, limit);
  return json(201, quotaView(project, limit));
}
function deleteQuotas(cloud, _call, session, { project = "" }) {
  if (!isAdmin(session)) throw new AodhRefusal(403, "RBAC Authorization Failed");
  const { alarming } = cloud.world;
  alarming.quotas = alarming.quotas.filter((one) => one.project !== project);
  return empty(204);
}
function writeQuota(cloud, project, limit) {
  const { alarming } = cloud.world;
  alarming.quotas = [...alarming.quotas.filter((one) => one.project !== project), { project, limit }];
}
function quotaView(project, limit) {
  return { project_id: project, quotas: [{ resource: "alarms", limit }] };
}
function capabilities2() {
  return json(200, {
    api: {
      "alarms:history:query:complex": true,
      "alarms:history:query:simple": true,
      "alarms:query:complex": true,
      "alarms:query:simple": true
    },
    alarm_storage: { "storage:production_ready": true }
  });
}
function actorOf2(session) {
  return { user: session.user.id, project: session.project.id };
}

// src/sandbox/glance/api.ts
var find4 = routes({
  "GET /v2/images": listImages,
  "GET /v2/images/:id": showImage,
  "GET /versions": (cloud) => versions(cloud, 200),
  "GET /": (cloud) => versions(cloud, 300)
});
function imageApi(cloud, call) {
  const matched = find4(call.method, call.path);
  const open2 = call.path === "/" || call.path === "" || call.path === "/versions";
  if (!open2 && sessionOf(cloud, call) === void 0) return unauthorized3(cloud);
  return matched === void 0 ? webobNotFound() : matched.handler(cloud, call, matched.parameters);
}
function listImages(cloud, call) {
  const { query } = call;
  const wanted2 = query.get("name");
  const ids = query.get("id");
  const all = [...cloud.world.images].reverse().filter((image) => wanted2 === null || matchesName(wanted2, image.name)).filter((image) => ids === null || ids.replace(/^in:/, "").split(",").includes(image.id));
  const marker = query.get("marker");
  const start = marker === null ? 0 : all.findIndex((image) => image.id === marker) + 1;
  if (marker !== null && start === 0) return badMarker(marker);
  const limit = Math.min(Number(query.get("limit") ?? 25), 1e3);
  const page3 = all.slice(start, start + limit);
  const last = page3.at(-1);
  const full = last !== void 0 && page3.length === limit;
  return json(200, {
    images: page3.map((image) => describeImage(image)),
    first: link(query, void 0),
    schema: "/v2/schemas/images",
    ...full ? { next: link(query, last.id) } : {}
  });
}
function matchesName(wanted2, name) {
  return wanted2.startsWith("in:") ? wanted2.slice(3).split(",").includes(name) : wanted2 === name;
}
function link(query, marker) {
  const copy = new URLSearchParams(query);
  copy.delete("marker");
  if (marker !== void 0) copy.set("marker", marker);
  const text5 = copy.toString();
  return text5 === "" ? "/v2/images" : `/v2/images?${text5}`;
}
function showImage(cloud, _call, { id = "" }) {
  const image = cloud.world.images.find((one) => one.id === id);
  if (image === void 0) return failure(404, "Not Found", `No image found with ID ${id}`);
  return json(200, describeImage(image));
}
function describeImage(image) {
  return {
    "owner_specified.openstack.md5": "",
    "owner_specified.openstack.object": `images/${image.name}`,
    "owner_specified.openstack.sha256": "",
    name: image.name,
    disk_format: "qcow2",
    container_format: "bare",
    visibility: "public",
    size: 196624,
    virtual_size: 1073741824,
    status: "active",
    checksum: stableId(`checksum/${image.id}`),
    protected: false,
    min_ram: 0,
    min_disk: 0,
    owner: image.owner,
    os_hidden: false,
    os_hash_algo: "sha512",
    os_hash_value: ["a", "b", "c", "d"].map((part2) => stableId(`${part2}/${image.id}`)).join(""),
    id: image.id,
    created_at: seconds(image.created),
    updated_at: seconds(image.created),
    tags: [],
    self: `/v2/images/${image.id}`,
    file: `/v2/images/${image.id}/file`,
    schema: "/v2/schemas/image",
    stores: "fs"
  };
}
function versions(cloud, status2) {
  const links2 = [{ rel: "self", href: `${cloud.base}/image/v2/` }];
  const all = [17, 16, 15, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0].map((minor) => ({
    id: `v2.${minor}`,
    status: minor === 17 ? "CURRENT" : "SUPPORTED",
    links: links2
  }));
  return json(status2, { versions: all });
}
function badMarker(marker) {
  return failure(400, "Bad Request", `Invalid marker: ${marker}`);
}
function failure(code, title, message) {
  return json(code, { message: `${message}<br /><br />


`, code: `${code} ${title}`, title });
}
function unauthorized3(cloud) {
  const message = "This server could not verify that you are authorized to access the document you requested. Either you supplied the wrong credentials (e.g., bad password), or your browser does not understand how to supply the credentials required.<br /><br />\n\n\n";
  return json(
    401,
    { message, code: "401 Unauthorized", title: "Unauthorized" },
    { "www-authenticate": `Keystone uri="${cloud.base}/identity/v3"` }
  );
}

// src/sandbox/heat/api/actions.ts
var ACTIONS = ["suspend", "resume", "cancel_update", "cancel_without_rollback", "check"];
function stackAction(cloud, call, session, stack) {
  const keys = Object.keys(bodyOf2(call));
  const [action] = keys;
  if (action === void 0) throw badRequest("No action specified");
  if (keys.length > 1) throw badRequest("Multiple actions specified");
  if (!ACTIONS.includes(action)) throw badRequest(`Invalid action ${action} specified`);
  if (action !== "check" && !mayWrite(session)) {
    throw new HeatProblem("Forbidden", `You are not authorized to use actions:${action}.`);
  }
  switch (action) {
    case "check":
      return begin2(cloud, stack, "CHECK");
    case "suspend":
      return begin2(cloud, stack, "SUSPEND");
    case "resume":
      return begin2(cloud, stack, "RESUME");
    case "cancel_update":
      return cancelUpdate(cloud, stack);
    default:
      return cancelInPlace(cloud, stack);
  }
}
function begin2(cloud, stack, action) {
  if (stack.status === "IN_PROGRESS") {
    throw new HeatProblem(
      "ActionInProgress",
      `Stack ${stack.name} already has an action (${stack.action}) in progress.`
    );
  }
  setStackState(cloud, stack, action, "IN_PROGRESS", `Stack ${action} started`);
  cloud.after(1, { kind: "lifecycle", stack: stack.id, action });
  return empty(200);
}
function cancelUpdate(cloud, stack) {
  if (stack.status === "IN_PROGRESS" && stack.action === "UPDATE" && stack.previous !== null) {
    startTraversal(cloud, stack, "ROLLBACK", stack.previous);
  }
  return empty(200);
}
function cancelInPlace(cloud, stack) {
  if (stack.status !== "IN_PROGRESS" || stack.action !== "UPDATE" && stack.action !== "CREATE") {
    const message = `Cancelling update when stack is ('${stack.action}', '${stack.status}') is not supported.`;
    throw new HeatProblem("NotSupported", message);
  }
  cancelStack(cloud, stack);
  return empty(200);
}

// src/sandbox/heat/api/event-list.ts
function listEvents(cloud, call, _session, stack) {
  const depth = integerQuery(call, "nested_depth");
  const limit = integerQuery(call, "limit");
  const marker = call.query.get("marker");
  const owners = depth === void 0 ? [stack] : withNested(cloud, stack, depth);
  const passed = owners.flatMap((owner) => owner.events.map((event) => ({ stack: owner, event }))).filter(({ event }) => passes2(call.query, event)).sort((one, other) => other.event.serial - one.event.serial);
  if (call.query.get("sort_dir") === "asc") passed.reverse();
  const start = marker === null ? 0 : passed.findIndex(({ event }) => event.id === marker) + 1;
  const page3 = passed.slice(start, limit === void 0 ? void 0 : start + limit);
  return json(200, {
    events: page3.map((owned) => eventView(cloud, owned, depth === void 0 ? void 0 : stack))
  });
}
function listResourceEvents(cloud, _call, _session, stack, name) {
  const events = stack.events.filter((event) => event.resource === name).reverse();
  return json(200, { events: events.map((event) => eventView(cloud, { stack, event }, void 0)) });
}
function showEvent(cloud, stack, resource, id) {
  const event = stack.events.find((one) => one.id === id && one.resource === resource);
  if (event === void 0) throw new HeatProblem("EntityNotFound", `The Event (${id}) could not be found.`);
  const view = eventView(cloud, { stack, event }, void 0);
  const properties = currentRow(stack, resource)?.properties ?? {};
  return json(200, { event: { ...view, resource_type: event.type, resource_properties: properties } });
}
function withNested(cloud, stack, depth) {
  if (depth <= 0) return [stack];
  const nested = currentRows(stack).flatMap((row2) => nestedStackOf(cloud, stack, row2) ?? []);
  return [stack, ...nested.flatMap((one) => withNested(cloud, one, depth - 1))];
}
function passes2(query, event) {
  const [action = "", ...rest] = event.status.split("_");
  const values = {
    resource_name: event.resource,
    resource_type: event.type,
    resource_action: action,
    resource_status: rest.join("_")
  };
  return Object.entries(values).every(([key, value]) => {
    const wanted2 = query.getAll(key);
    return wanted2.length === 0 || wanted2.includes(value);
  });
}
function eventView(cloud, { stack, event }, root) {
  const resource = `${stackUrl(cloud, stack)}/resources/${event.resource}`;
  return {
    id: event.id,
    links: [
      { href: `${resource}/events/${event.id}`, rel: "self" },
      { href: resource, rel: "resource" },
      { href: stackUrl(cloud, stack), rel: "stack" },
      ...root === void 0 ? [] : [{ href: stackUrl(cloud, root), rel: "root_stack" }]
    ],
    event_time: seconds(event.at),
    logical_resource_id: event.resource,
    resource_name: event.resource,
    physical_resource_id: event.physicalId ?? "",
    resource_status: event.status,
    resource_status_reason: event.reason
  };
}

// src/sandbox/heat/api/handle-token.ts
function handleSession(cloud, call) {
  const [, id = "", name = ""] = /^\/[^/]+\/stacks\/[^/]+\/([^/]+)\/resources\/([^/]+)\/signal$/.exec(call.path) ?? [];
  const stack = cloud.world.stacks.get(id);
  if (stack === void 0) return void 0;
  const row2 = currentRows(stack).find((one) => one.name === name);
  if (row2?.type !== "OS::Heat::WaitConditionHandle") return void 0;
  if (header(call, "x-auth-token") !== handleToken(stack, row2)) return void 0;
  const { users, projects } = cloud.world.identity;
  const user = users.find((one) => one.id === stack.user);
  const project = projects.find((one) => one.id === stack.project);
  if (user === void 0 || project === void 0) return void 0;
  return { user, project, roles: ["heat_stack_user"], viaApplicationCredential: false };
}

// src/sandbox/heat/api/scratch-cloud.ts
function scratchCloud(cloud) {
  return new Cloud({ ...cloud.world, queue: [] }, 0, () => {
  });
}

// src/sandbox/heat/api/previews.ts
function previewCreate(cloud, call, session) {
  const body = bodyOf2(call);
  const name = checkedName(body["stack_name"]);
  const content2 = wholeContent(body);
  checkContent(cloud, content2);
  const scratch = scratchCloud(cloud);
  const stack = { ...makeStack(scratch, session, name, content2, optionsOf(body)), id: "None" };
  const rows = freshRows(scratch, stack);
  const { stack_status: _status, stack_status_reason: _reason, ...shown4 } = shownStack(cloud, stack, true);
  const resources = rows.map((row2) => ({
    ...previewView(cloud, stack, row2, true),
    properties: row2.properties
  }));
  return json(200, { stack: { ...shown4, stack_user_project_id: null, resources } });
}
function previewReplace(cloud, call, _session, stack) {
  return previewUpdate(cloud, call, stack, wholeContent(bodyOf2(call)));
}
function previewPatch(cloud, call, _session, stack) {
  const body = call.body.trim() === "" ? {} : bodyOf2(call);
  return previewUpdate(cloud, call, stack, patchedContent(body, stack.content));
}
function previewUpdate(cloud, call, stack, content2) {
  checkContent(cloud, content2);
  const scratch = scratchCloud(cloud);
  const after2 = readTemplate(content2.template).resources;
  const before = currentRows(stack);
  const changes = {
    unchanged: [],
    updated: [],
    replaced: [],
    added: [],
    deleted: []
  };
  const next = freshRows(scratch, { ...stack, content: content2, rows: /* @__PURE__ */ new Map() });
  const replaced2 = replacedAlways(scratch, stack, next);
  for (const row2 of before) {
    const definition = after2.get(row2.name);
    if (definition === void 0) changes.deleted.push(previewView(cloud, stack, row2, false));
    else {
      const kind = replaced2.has(row2.name) ? "replaced" : kindOf(stack, row2, definition.type);
      changes[kind].push(previewView(cloud, stack, row2, isPolicy(row2)));
    }
    const nested = booleanQuery(call, "show_nested");
    const fresh = next.find(({ name }) => name === row2.name);
    if (nested && (hasFileMembers(cloud, stack, row2) || isMadeOfFiles(content2, fresh)))
      throw badRequest(MALFORMED2);
    if (nested) addNested(cloud, scratch, stack, { row: row2, after: fresh }, changes);
  }
  for (const row2 of next) {
    if (currentRow(stack, row2.name) === void 0) changes.added.push(previewView(cloud, stack, row2, true));
  }
  return json(200, { resource_changes: changes });
}
function replacedAlways(scratch, stack, next) {
  const before = new Map(
    freshRows(scratch, { ...stack, rows: /* @__PURE__ */ new Map() }).map((row2) => [row2.name, row2.properties])
  );
  const changed3 = next.filter(({ name, type, properties }) => {
    const old = before.get(name);
    const table = resourceType(stack.content, type)?.schema.properties ?? {};
    return old !== void 0 && Object.entries(table).some(
      ([key, { update: update4 }]) => update4 !== true && !sameJson(old[key], properties[key])
    );
  });
  return new Set(changed3.map(({ name }) => name));
}
function kindOf(stack, row2, type) {
  if (type !== row2.type || isPolicy(row2)) return "replaced";
  return resourceType(stack.content, row2.type)?.nestedStack === true ? "updated" : "unchanged";
}
function isPolicy(row2) {
  return row2.type.endsWith("::ScalingPolicy");
}
var MALFORMED2 = "The server could not comply with the request since it is either malformed or otherwise incorrect.";
function hasFileMembers(cloud, stack, row2) {
  const nested = nestedStackOf(cloud, stack, row2);
  if (nested === void 0 || resourceType(stack.content, row2.type)?.isTemplate === true) return false;
  return currentRows(nested).some(({ type }) => resourceType(nested.content, type)?.isTemplate === true);
}
function isMadeOfFiles(content2, row2) {
  const { type } = objectOr(row2?.properties["resource"]);
  return typeof type === "string" && resourceType(content2, type)?.isTemplate === true;
}
function addNested(cloud, scratch, stack, { row: row2, after: after2 }, changes) {
  const nested = nestedStackOf(cloud, stack, row2);
  if (nested === void 0 || resourceType(stack.content, row2.type)?.isTemplate === true) return;
  const members = currentRows(nested);
  for (const member2 of members) changes.deleted.push(previewView(cloud, nested, member2, false));
  const { DesiredCapacity, MinSize, desired_capacity: desired, min_size: least } = after2?.properties ?? {};
  const wanted2 = after2 === void 0 ? 0 : Number(desired || least || DesiredCapacity || MinSize || 0);
  const [sample] = members;
  if (sample === void 0) return;
  for (let index = 0; index < wanted2; index += 1) {
    changes.added.push(previewView(cloud, nested, { ...sample, name: shortId(scratch.world) }, true));
  }
}
function freshRows(scratch, stack) {
  const { resources } = readTemplate(stack.content.template);
  const needs = requirements(stack.content.template, resources);
  const scope = stackScope(scratch, stack);
  return [...resources].map(([name, definition]) => {
    const row2 = addRow(scratch, stack, name, definition, needs.get(name) ?? []);
    const table = resourceType(stack.content, definition.type)?.schema.properties ?? {};
    const empties = Object.fromEntries(Object.keys(table).map((key) => [key, null]));
    const given2 = checkedProperties(table, resolveObject(definition.properties, scope, []), [], void 0);
    row2.properties = { ...empties, ...withDefaults(table, given2) };
    return row2;
  });
}

// src/sandbox/heat/api/stack-list.ts
function listStacks(cloud, call, session) {
  const limit = integerQuery(call, "limit");
  const tests = filters(call, session.project.id);
  const found = [];
  for (const stack of candidates3(cloud, call)) {
    if (limit !== void 0 && found.length >= limit) break;
    if (tests.every((test) => test(stack))) found.push(stack);
  }
  const count = booleanQuery(call, "with_count") ? { count: countStacks(cloud, tests) } : {};
  const links2 = limit !== void 0 && found.length > 0 && found.length === limit ? { links: nextLink(cloud, call, found, session) } : {};
  return json(200, { stacks: found.map((stack) => listedStack(cloud, stack)), ...links2, ...count });
}
function listStacksDetailed(cloud, _call, session) {
  const stacks = [...cloud.world.stacks.newestFirst()].filter(
    (stack) => stack.project === session.project.id && stack.deleted === null && stack.parent === null
  );
  return json(200, { stacks: stacks.map((stack) => listedStack(cloud, stack)) });
}
function* candidates3(cloud, call) {
  const marker = cloud.world.stacks.get(call.query.get("marker") ?? "");
  const [key] = call.query.getAll("sort_keys");
  const order = SORTS2[key ?? ""];
  if (order === void 0 && call.query.get("sort_dir") !== "asc") {
    yield* cloud.world.stacks.newestFirst(marker);
    return;
  }
  const sorted2 = [...cloud.world.stacks.values()].sort(order ?? bySerial);
  if (call.query.get("sort_dir") !== "asc") sorted2.reverse();
  yield* marker === void 0 ? sorted2 : sorted2.slice(sorted2.indexOf(marker) + 1);
}
var bySerial = (one, other) => one.serial - other.serial;
var SORTS2 = {
  name: (one, other) => byText(one.name, other.name) || bySerial(one, other),
  stack_name: (one, other) => byText(one.name, other.name) || bySerial(one, other),
  status: (one, other) => byText(one.status, other.status) || bySerial(one, other),
  stack_status: (one, other) => byText(one.status, other.status) || bySerial(one, other),
  created_at: bySerial,
  creation_time: bySerial,
  updated_at: (one, other) => (one.updated ?? 0) - (other.updated ?? 0) || bySerial(one, other),
  updated_time: (one, other) => (one.updated ?? 0) - (other.updated ?? 0) || bySerial(one, other)
};
function byText(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}
function filters(call, project) {
  const { query } = call;
  const nested = booleanQuery(call, "show_nested");
  const deleted = booleanQuery(call, "show_deleted");
  const tests = [(stack) => stack.project === project && (nested || stack.parent === null)];
  if (!deleted) tests.push((stack) => stack.deleted === null);
  const oneOf2 = (key, value) => {
    const wanted2 = query.getAll(key).flatMap((item) => item.split(","));
    if (wanted2.length > 0) tests.push((stack) => wanted2.includes(value(stack)));
  };
  oneOf2("name", (stack) => stack.name);
  oneOf2("id", (stack) => stack.id);
  oneOf2("action", (stack) => stack.action);
  oneOf2("owner_id", (stack) => stack.parent?.stack ?? "");
  const statuses = query.getAll("status").flatMap((item) => item.split(","));
  if (statuses.length > 0) {
    tests.push(
      (stack) => statuses.includes(stack.status) || statuses.includes(`${stack.action}_${stack.status}`)
    );
  }
  return [...tests, ...tagFilters(query)];
}
function tagFilters(query) {
  const tests = [];
  const each = (key, test) => {
    const value = query.get(key);
    if (value !== null) tests.push((stack) => test(stack.tags, value.split(",")));
  };
  each("tags", (tags, wanted2) => wanted2.every((tag) => tags.includes(tag)));
  each("tags_any", (tags, wanted2) => wanted2.some((tag) => tags.includes(tag)));
  each("not_tags", (tags, wanted2) => !wanted2.every((tag) => tags.includes(tag)));
  each("not_tags_any", (tags, wanted2) => !wanted2.some((tag) => tags.includes(tag)));
  return tests;
}
function countStacks(cloud, tests) {
  return [...cloud.world.stacks.values()].filter((stack) => tests.every((test) => test(stack))).length;
}
function nextLink(cloud, call, found, session) {
  const query = new URLSearchParams(call.query);
  query.delete("marker");
  query.set("marker", found.at(-1)?.id ?? "");
  return [{ rel: "next", href: `${cloud.base}/orchestration/v1/${session.project.id}/stacks?${query}` }];
}

// src/sandbox/heat/api/api.ts
var open = (handler) => ({ handler });
var guarded = (rule, handler) => ({ handler, rule });
var onStack = (handler) => (cloud, call, session, parameters) => handler(
  cloud,
  call,
  session,
  namedStack(cloud, session, parameters),
  parameters["resource"] ?? parameters["output"] ?? ""
);
var STACK = "/:project/stacks/:name/:id";
var find5 = routes({
  "GET /:project/stacks": open(listStacks),
  "POST /:project/stacks": guarded("stacks:create", createStack),
  "GET /:project/stacks/detail": open(listStacksDetailed),
  "POST /:project/stacks/preview": open(previewCreate),
  "GET /:project/stacks/:name": open(redirect("")),
  "DELETE /:project/stacks/:name": open(redirect("")),
  "PUT /:project/stacks/:name": open(redirect("")),
  "PATCH /:project/stacks/:name": open(redirect("")),
  "GET /:project/stacks/:name/resources": open(redirect("/resources")),
  "GET /:project/stacks/:name/events": open(redirect("/events")),
  "GET /:project/stacks/:name/template": open(redirect("/template")),
  [`GET ${STACK}`]: open(onStack(showStack)),
  [`PUT ${STACK}`]: guarded("stacks:update", onStack(replaceContent)),
  [`PATCH ${STACK}`]: guarded("stacks:update_patch", onStack(patchContent)),
  [`DELETE ${STACK}`]: guarded("stacks:delete", onStack(deleteStack)),
  [`PUT ${STACK}/preview`]: guarded("stacks:preview_update", onStack(previewReplace)),
  [`PATCH ${STACK}/preview`]: guarded("stacks:preview_update_patch", onStack(previewPatch)),
  [`GET ${STACK}/template`]: open(onStack(showTemplate)),
  [`GET ${STACK}/environment`]: open(onStack(showEnvironment)),
  [`GET ${STACK}/files`]: open(onStack(showFiles)),
  [`GET ${STACK}/outputs`]: open(onStack(listOutputs)),
  [`GET ${STACK}/outputs/:output`]: open(onStack(showOutput)),
  [`GET ${STACK}/resources`]: open(onStack(listResources)),
  [`GET ${STACK}/resources/:resource`]: open(onStack(showResource)),
  [`PATCH ${STACK}/resources/:resource`]: guarded("resource:mark_unhealthy", onStack(markUnhealthy)),
  [`GET ${STACK}/resources/:resource/metadata`]: open(onStack(showMetadata)),
  [`POST ${STACK}/resources/:resource/signal`]: open(onStack(signalResource)),
  [`GET ${STACK}/resources/:resource/events`]: open(onStack(listResourceEvents)),
  [`GET ${STACK}/resources/:resource/events/:event`]: open(
    (cloud, _call, session, parameters) => showEvent(
      cloud,
      namedStack(cloud, session, parameters),
      parameters["resource"] ?? "",
      parameters["event"] ?? ""
    )
  ),
  [`GET ${STACK}/events`]: open(onStack(listEvents)),
  [`POST ${STACK}/actions`]: open(onStack(stackAction)),
  [`GET ${STACK}/export`]: open(() => {
    throw new HeatProblem("NotSupported", "Stack Abandon is not supported.");
  }),
  [`DELETE ${STACK}/abandon`]: open(() => {
    throw new HeatProblem("NotSupported", "Stack Abandon is not supported.");
  }),
  "POST /:project/validate": guarded(
    "stacks:validate_template",
    (cloud, call, session) => validateTemplate(cloud, call, session)
  ),
  "GET /:project/build_info": open(
    () => json(200, { api: { revision: "unknown" }, engine: { revision: "unknown" } })
  ),
  "GET /:project/template_versions": open(() => json(200, { template_versions: templateVersions() })),
  "GET /:project/resource_types": open((cloud, call) => listTypes(cloud, call)),
  "GET /:project/resource_types/:type": open(
    (cloud, call, session, parameters) => showType(cloud, call, session, parameters["type"] ?? "")
  )
});
function orchestrationApi(cloud, call) {
  const session = sessionOf(cloud, call) ?? handleSession(cloud, call);
  if (session === void 0) return unauthorized(cloud.base);
  const matched = find5(call.method, call.path);
  if (matched === void 0) return webobNotFound();
  try {
    const { handler, rule } = matched.handler;
    checkRights(session, matched.parameters["project"], rule);
    return handler(cloud, call, session, matched.parameters);
  } catch (error) {
    if (error instanceof HeatProblem) return failureAnswer(error);
    if (error instanceof InvalidValue) return failureAnswer(error.toProblem());
    throw error;
  }
}
function orchestrationVersions(cloud) {
  const links2 = [{ rel: "self", href: `${cloud.base}/orchestration/v1/` }];
  return json(300, { versions: [{ id: "v1.0", status: "CURRENT", links: links2 }] });
}
function checkRights(session, project, rule) {
  if (project !== session.project.id)
    throw new HeatProblem("HTTPForbidden", "Access was denied to this resource.");
  if (rule !== void 0 && !mayWrite(session)) {
    throw new HeatProblem("Forbidden", `You are not authorized to use ${rule}.`);
  }
}
function namedStack(cloud, session, { name = "", id = "" }) {
  const stack = cloud.world.stacks.get(id);
  if (stack === void 0 || stack.name !== name || stack.project !== session.project.id)
    throw stackNotFound(name);
  return stack;
}
function redirect(rest) {
  return (cloud, call, session, { name = "" }) => {
    const id = cloud.stackNames.get(`${session.project.id}/${name}`) ?? name;
    const stack = cloud.world.stacks.get(id);
    if (stack === void 0 || stack.project !== session.project.id) throw stackNotFound(name);
    const query = call.rawQuery === "" ? "" : `?${call.rawQuery}`;
    return empty(302, { location: `${stackUrl(cloud, stack)}${rest}${query}` });
  };
}

// src/sandbox/keystone/login.ts
var METHODS2 = ["external", "password", "token", "oauth1", "mapped", "application_credential"];
var REFUSED = { kind: "refused" };
function login(cloud, auth) {
  const identity = objectOr(auth["identity"]);
  const methods = Array.isArray(identity["methods"]) ? identity["methods"].map(String) : [];
  const [method] = methods;
  if (method === void 0) return REFUSED;
  if (!METHODS2.includes(method)) return { kind: "unsupported-method", methods: METHODS2 };
  const proof = objectOr(identity[method]);
  switch (method) {
    case "password":
      return byPassword(cloud, objectOr(proof["user"]), auth["scope"]);
    case "application_credential":
      return byApplicationCredential(cloud, proof);
    case "token":
      return byToken(cloud, proof, auth["scope"]);
    default:
      return REFUSED;
  }
}
function byPassword(cloud, proof, scope) {
  const user = findUser(cloud, proof);
  if (user === void 0 || user.password !== proof["password"]) return REFUSED;
  return scoped2(cloud, user, scope, ["password"]);
}
function byToken(cloud, proof, scope) {
  const token = findToken(cloud, textOr(proof["id"], void 0));
  const user = cloud.world.identity.users.find((candidate) => candidate.id === token?.user);
  if (token === void 0 || user === void 0) return REFUSED;
  if (token.applicationCredential !== null) return { kind: "delegated" };
  const result = scoped2(cloud, user, scope, [.../* @__PURE__ */ new Set([...token.methods, "token"])]);
  return result.kind === "granted" ? { kind: "granted", grant: { ...result.grant, until: token.expires } } : result;
}
function scoped2(cloud, user, scope, methods) {
  const grant = { user, methods, applicationCredential: null };
  if (scope === "unscoped") return { kind: "granted", grant: { ...grant, project: null, roles: [] } };
  const project = scope === void 0 ? cloud.world.identity.projects.find((candidate) => candidate.id === user.defaultProject) : findProject(cloud, objectOr(objectOr(scope)["project"]));
  if (project === void 0) {
    return scope === void 0 ? { kind: "granted", grant: { ...grant, project: null, roles: [] } } : REFUSED;
  }
  const roles = user.roles[project.id];
  return roles === void 0 ? REFUSED : { kind: "granted", grant: { ...grant, project: project.id, roles } };
}
function byApplicationCredential(cloud, proof) {
  const { identity } = cloud.world;
  const owner = findUser(cloud, objectOr(proof["user"]));
  const credential = identity.applicationCredentials.find(
    (candidate) => proof["id"] === void 0 ? candidate.name === proof["name"] && candidate.user === owner?.id : candidate.id === proof["id"]
  );
  if (credential === void 0)
    return { kind: "no-such-credential", id: String(proof["id"] ?? proof["name"]) };
  const user = identity.users.find((candidate) => candidate.id === credential.user);
  if (user === void 0 || credential.secret !== proof["secret"]) return REFUSED;
  return {
    kind: "granted",
    grant: {
      user,
      project: credential.project,
      roles: credential.roles,
      methods: ["application_credential"],
      applicationCredential: credential.id
    }
  };
}
function findUser(cloud, proof) {
  const { users } = cloud.world.identity;
  if (typeof proof["id"] === "string") return users.find((user) => user.id === proof["id"]);
  return isDefaultDomain(proof["domain"]) ? users.find((user) => user.name === proof["name"]) : void 0;
}
function findProject(cloud, proof) {
  const { projects } = cloud.world.identity;
  if (typeof proof["id"] === "string") return projects.find((project) => project.id === proof["id"]);
  return isDefaultDomain(proof["domain"]) ? projects.find((project) => project.name === proof["name"]) : void 0;
}
function isDefaultDomain(domain) {
  const { id, name } = objectOr(domain);
  return id === "default" || name === "Default";
}

// src/sandbox/keystone/api.ts
var find6 = routes({
  "GET /": (cloud) => json(300, { versions: { values: [version(cloud)] } }, { location: `${cloud.base}/identity/v3/` }),
  "GET /v3": (cloud) => json(200, { version: version(cloud) }),
  "POST /v3/auth/tokens": createToken,
  "GET /v3/auth/tokens": showToken,
  "HEAD /v3/auth/tokens": showToken,
  "DELETE /v3/auth/tokens": deleteToken,
  "GET /v3/auth/catalog": (cloud, call) => withToken(cloud, call, (token) => showCatalogue(cloud, token)),
  "GET /v3/auth/projects": (cloud, call) => withToken(cloud, call, (token) => listProjects(cloud, token))
});
function identityApi(cloud, call) {
  const matched = find6(call.method, call.path);
  if (matched === void 0) return notFoundPage();
  return matched.handler(cloud, call);
}
function version(cloud) {
  return {
    id: "v3.14",
    status: "stable",
    updated: "2020-04-07T00:00:00Z",
    links: [{ rel: "self", href: `${cloud.base}/identity/v3/` }],
    "media-types": [{ base: "application/json", type: "application/vnd.openstack.identity-v3+json" }]
  };
}
function createToken(cloud, call) {
  const body = jsonBody(call);
  if (!isObject(body)) return malformed("valid JSON");
  const auth = body["auth"];
  if (!isObject(auth)) return malformed("auth");
  const result = login(cloud, auth);
  switch (result.kind) {
    case "granted": {
      const token = issueToken(cloud, result.grant);
      return json(
        201,
        { token: describe(cloud, token) },
        { "x-subject-token": token.id, vary: "X-Auth-Token" }
      );
    }
    case "refused":
      return unauthorized4(cloud);
    case "unsupported-method":
      return unauthorized4(cloud, {
        identity: { methods: [...result.methods] },
        message: "Attempted to authenticate with an unsupported method."
      });
    case "delegated":
      return failure2(
        403,
        "Forbidden",
        "You are not authorized to perform the requested action: Using a delegated token to create another token is not allowed.."
      );
    case "no-such-credential":
      return failure2(404, "Not Found", `Could not find Application Credential: ${result.id}.`);
  }
}
function showToken(cloud, call) {
  return withToken(cloud, call, () => {
    const subject = header(call, "x-subject-token");
    if (subject === void 0) {
      const message = "You are not authorized to perform the requested action: identity:validate_token.";
      return failure2(403, "Forbidden", message);
    }
    const token = findToken(cloud, subject);
    if (token === void 0) return failure2(404, "Not Found", "Could not recognize Fernet token");
    return json(
      200,
      { token: describe(cloud, token) },
      { "x-subject-token": token.id, vary: "X-Auth-Token" }
    );
  });
}
function deleteToken(cloud, call) {
  return withToken(cloud, call, () => {
    const token = findToken(cloud, header(call, "x-subject-token"));
    if (token === void 0) return failure2(404, "Not Found", "Could not recognize Fernet token");
    revokeToken(cloud, token.id);
    return empty(204, { vary: "X-Auth-Token" });
  });
}
function showCatalogue(cloud, token) {
  const links2 = { self: `${cloud.base}/identity/v3/auth/catalog` };
  return json(200, { catalog: token.project === null ? [] : catalogue(cloud, token.project), links: links2 });
}
function listProjects(cloud, token) {
  const user = cloud.world.identity.users.find((candidate) => candidate.id === token.user);
  const projects = cloud.world.identity.projects.filter((project) => user?.roles[project.id] !== void 0);
  const links2 = { next: null, self: `${cloud.base}/identity/v3/auth/projects`, previous: null };
  return json(200, { projects: projects.map((project) => describeProject(cloud, project)), links: links2 });
}
function describeProject(cloud, project) {
  return {
    id: project.id,
    name: project.name,
    domain_id: "default",
    description: "",
    enabled: true,
    parent_id: "default",
    is_domain: false,
    tags: [],
    options: {},
    links: { self: `${cloud.base}/identity/v3/projects/${project.id}` }
  };
}
function describe(cloud, token) {
  const { identity } = cloud.world;
  const domain = { id: "default", name: "Default" };
  const user = identity.users.find((candidate) => candidate.id === token.user);
  const project = identity.projects.find((candidate) => candidate.id === token.project);
  const credential = identity.applicationCredentials.find((one) => one.id === token.applicationCredential);
  return {
    methods: [...token.methods],
    user: { domain, id: token.user, name: user?.name ?? "", password_expires_at: null },
    audit_ids: [token.audit],
    expires_at: `${microseconds(token.expires)}Z`,
    issued_at: `${microseconds(token.issued)}Z`,
    ...project === void 0 ? {} : {
      project: { domain, id: project.id, name: project.name },
      is_domain: false,
      roles: token.roles.map((name) => ({ id: identity.roles[name] ?? name, name })),
      catalog: catalogue(cloud, project.id)
    },
    ...credential === void 0 ? {} : {
      application_credential: {
        id: credential.id,
        name: credential.name,
        restricted: !credential.unrestricted
      }
    }
  };
}
function withToken(cloud, call, answer) {
  const token = findToken(cloud, header(call, "x-auth-token"));
  return token === void 0 ? unauthorized4(cloud) : answer(token);
}
function unauthorized4(cloud, more = {}) {
  const message = "The request you have made requires authentication.";
  return json(
    401,
    { error: { code: 401, message, title: "Unauthorized", ...more } },
    { "www-authenticate": `Keystone uri="${cloud.base}/identity/v3"`, vary: "X-Auth-Token" }
  );
}
function malformed(expected) {
  const message = `Expecting to find ${expected} in request body. The server could not comply with the request since it is either malformed or otherwise incorrect. The client is assumed to be in error.`;
  return failure2(400, "Bad Request", message);
}
function failure2(code, title, message) {
  return json(code, { error: { code, message, title } }, { vary: "X-Auth-Token" });
}
function notFoundPage() {
  const body = "<!doctype html>\n<html lang=en>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n<p>The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.</p>\n";
  return { status: 404, headers: { "content-type": "text/html; charset=utf-8" }, body };
}

// src/sandbox/nova/attachments.ts
function interfaceViews(cloud, server) {
  const { ports, subnets } = cloud.world;
  return server.addresses.map((one) => {
    const subnet = ports.find(({ id }) => id === one.port)?.subnet;
    return {
      net_id: one.network,
      port_id: portOf(server, one),
      mac_addr: one.mac,
      port_state: "ACTIVE",
      fixed_ips: [
        {
          subnet_id: subnet ?? subnets.find(({ network }) => network === one.network)?.id ?? "",
          ip_address: one.address
        }
      ]
    };
  });
}
function volumeViews(server) {
  return server.volumes.map(({ id, deleteOnTermination }, index) => ({
    id,
    volumeId: id,
    serverId: server.id,
    device: `/dev/vd${String.fromCharCode(97 + index)}`,
    delete_on_termination: deleteOnTermination
  }));
}

// src/sandbox/nova/deeds.ts
function recordDeed(cloud, server, action, session) {
  server.deeds = [{ action, at: cloud.now, user: session.user.id }, ...server.deeds ?? []];
}
function showDeeds(cloud, session, minor, id) {
  const { servers, deletedServers = [] } = cloud.world;
  const gone = minor >= 21 ? deletedServers.find((one) => one.id === id) : void 0;
  const server = servers.get(id) ?? gone;
  if (server === void 0 || server.project !== session.project.id) return serverNotFound(id);
  return json(200, { instanceActions: deedViews(server) });
}
function recordDeletion(cloud, server, session) {
  recordDeed(cloud, server, "delete", session);
  const { id, project, deeds = [] } = server;
  cloud.world.deletedServers = [...cloud.world.deletedServers ?? [], { id, project, deeds }];
}
function deedViews(server) {
  return (server.deeds ?? []).map(({ action, at, user }) => ({
    action,
    instance_uuid: server.id,
    request_id: `req-${stableId(`${server.id}/${action}/${at}`)}`,
    user_id: user,
    project_id: server.project,
    start_time: microseconds(at),
    message: null,
    updated_at: microseconds(at)
  }));
}

// src/sandbox/nova/hand-edits.ts
function quiet(rule, word, change3) {
  return (edit) => {
    if (!mayWrite(edit.session)) return notAllowed(rule);
    const refusal = word === "" ? null : refused5(edit.server, word, edit.session);
    if (refusal !== null) return refusal;
    edit.server.updated = edit.cloud.now;
    return change3(edit);
  };
}
var renameServer = quiet("servers:update", "", ({ cloud, server, call, minor }) => {
  server.name = textOr(objectOr(objectBody(call)?.["server"])["name"], server.name);
  return json(200, { server: describeServer(cloud, server, minor, true) });
});
var mergeMetadata = quiet("server-metadata:create", "update metadata", ({ server, call }) => {
  server.metadata = { ...server.metadata, ...objectOr(objectBody(call)?.["metadata"]) };
  return json(200, { metadata: server.metadata });
});
var dropMetadata = quiet(
  "server-metadata:delete",
  "delete metadata",
  ({ server, parameters: { key = "" } }) => {
    if (!(key in server.metadata)) return novaFailure(404, "Metadata item was not found");
    server.metadata = Object.fromEntries(Object.entries(server.metadata).filter(([name]) => name !== key));
    return empty(204);
  }
);
var replaceTags = quiet("os-server-tags:update_all", "update tags", ({ server, call }) => {
  const { tags } = objectBody(call) ?? {};
  server.tags = (Array.isArray(tags) ? tags : []).map(String);
  return json(200, { tags: server.tags });
});
function attachInterface({ cloud, server, call, session }) {
  if (!mayWrite(session)) return notAllowed("os-attach-interfaces:create");
  const refusal = refused5(server, "attach_interface", session);
  if (refusal !== null) return refusal;
  const asked = objectOr(objectBody(call)?.["interfaceAttachment"]);
  const plug = {
    network: textOr(asked["net_id"], ""),
    port: textOr(asked["port_id"], null),
    fixedAddress: null
  };
  const added = plugIn(cloud, plug, server.id);
  if (added.length === 0) return novaFailure(400, `Network ${plug.network} could not be found.`);
  server.addresses = [...server.addresses, ...added];
  recordDeed(cloud, server, "attach_interface", session);
  return json(200, { interfaceAttachment: interfaceViews(cloud, server).at(-1) ?? {} });
}
function detachInterface({ cloud, server, session, parameters: { port = "" } }) {
  if (!mayWrite(session)) return notAllowed("os-attach-interfaces:delete");
  const refusal = refused5(server, "detach_interface", session);
  if (refusal !== null) return refusal;
  const going = server.addresses.filter((one) => portOf(server, one) === port);
  if (going.length === 0) return novaFailure(404, `Port id ${port} could not be found.`);
  unplug(cloud, server, going);
  recordDeed(cloud, server, "detach_interface", session);
  return empty(202);
}
function makeServer(cloud, call, session) {
  if (!mayWrite(session)) return notAllowed("servers:create");
  const asked = objectOr(objectBody(call)?.["server"]);
  const { flavors, images } = cloud.world;
  const flavor = flavors.find(({ id }) => id === asked["flavorRef"]);
  const image = images.find(({ id }) => id === asked["imageRef"]);
  if (flavor === void 0)
    return novaFailure(400, `Flavor ${String(asked["flavorRef"])} could not be found.`);
  if (image === void 0) return novaFailure(400, "Can not find requested image");
  const server = createServer(cloud, {
    name: textOr(asked["name"], ""),
    project: session.project.id,
    user: session.user.id,
    flavor: flavor.id,
    image: image.id,
    plugs: listOf5(asked["networks"]).map((one) => ({
      network: textOr(one["uuid"], ""),
      port: textOr(one["port"], null),
      fixedAddress: null
    })),
    metadata: objectOr(asked["metadata"]),
    tags: [],
    keyName: textOr(asked["key_name"], null),
    availabilityZone: null,
    userData: null,
    securityGroups: [],
    serverGroup: null,
    configDrive: false,
    volumes: []
  });
  recordDeed(cloud, server, "create", session);
  return json(202, {
    server: {
      id: server.id,
      links: serverLinks(cloud, server.id),
      "OS-DCF:diskConfig": "MANUAL",
      security_groups: [{ name: "default" }],
      adminPass: "sandboxSecret"
    }
  });
}
function listOf5(value) {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

// src/sandbox/nova/key-pair-api.ts
function createKeyPair(cloud, call, session, minor) {
  if (!mayWrite(session)) return notAllowed("os-keypairs:create");
  const given2 = objectOr(objectBody(call)?.["keypair"]);
  const name = given2["name"];
  if (typeof name !== "string") return novaFailure(400, "'keypair' is a required property");
  const sent = given2["public_key"];
  if (minor >= 92 && typeof sent !== "string") {
    const message = `Invalid input for field/attribute keypair. Value: {'name': '${name}'}. 'public_key' is a required property`;
    return novaFailure(400, message);
  }
  if (findKeyPair(cloud, name) !== void 0) return novaFailure(409, `Key pair '${name}' already exists.`);
  const publicKey = textOr(sent, `ssh-rsa ${stableId(name)} Generated-by-Nova`);
  const fingerprint = (stableId(publicKey).match(/../g) ?? []).join(":");
  cloud.world.keyPairs.push({ name, user: session.user.id, publicKey, fingerprint, created: cloud.now });
  const made2 = typeof sent === "string" ? {} : { private_key: `made by the sandbox: ${stableId(`private/${name}`)}` };
  const status2 = minor >= 2 ? 201 : 200;
  return json(status2, {
    keypair: { ...made2, name, public_key: publicKey, fingerprint, user_id: session.user.id }
  });
}
function deleteKeyPair(cloud, _call, session, minor, { name = "" }) {
  if (!mayWrite(session)) return notAllowed("os-keypairs:delete");
  const index = cloud.world.keyPairs.findIndex((one) => one.name === name);
  if (index < 0) return novaFailure(404, `Keypair ${name} not found for user ${session.user.id}`);
  cloud.world.keyPairs.splice(index, 1);
  return empty(minor >= 2 ? 204 : 202);
}
function listKeyPairs(cloud, _call, session) {
  const own = cloud.world.keyPairs.filter((one) => one.user === session.user.id);
  const keypairs = own.map(({ name, publicKey, fingerprint }) => ({
    keypair: { name, public_key: publicKey, fingerprint, type: "ssh" }
  }));
  return json(200, { keypairs });
}
function showKeyPair(cloud, _call, session, _minor, { name = "" }) {
  const found = findKeyPair(cloud, name);
  if (found === void 0) return novaFailure(404, `Keypair ${name} not found for user ${session.user.id}`);
  const { publicKey, fingerprint } = found;
  return json(200, {
    keypair: { name, public_key: publicKey, fingerprint, type: "ssh", user_id: found.user, id: 1 }
  });
}

// src/sandbox/nova/microversion.ts
var NEWEST2 = 100;
function negotiate(call) {
  const asked = askedVersion(call);
  if (asked === void 0) return { kind: "minor", minor: 1 };
  if (asked === "latest") return { kind: "minor", minor: NEWEST2 };
  const [, major, minor] = /^(\d+)\.(\d+)$/.exec(asked) ?? [];
  if (major === void 0 || minor === void 0) {
    const message2 = `API Version String ${asked} is of invalid format. Must be of format MajorNum.MinorNum.`;
    return { kind: "refused", answer: json(400, { badRequest: { code: 400, message: message2 } }) };
  }
  if (major === "2" && Number(minor) >= 1 && Number(minor) <= NEWEST2)
    return { kind: "minor", minor: Number(minor) };
  const message = `Version ${asked} is not supported by the API. Minimum is 2.1 and maximum is 2.${NEWEST2}.`;
  const body = { computeFault: { code: 406, message } };
  return { kind: "refused", answer: json(406, body, versionHeaders(asked)) };
}
function versionHeaders(version3) {
  return {
    "openstack-api-version": `compute ${version3}`,
    "x-openstack-nova-api-version": version3,
    vary: "OpenStack-API-Version"
  };
}
function askedVersion(call) {
  const general = header(call, "openstack-api-version");
  const [, ours] = /(?:^|,)\s*compute\s+(\S+?)\s*(?:,|$)/.exec(general ?? "") ?? [];
  return ours ?? header(call, "x-openstack-nova-api-version");
}

// src/sandbox/nova/console.ts
var USUAL = "FAKE CONSOLE OUTPUT\nANOTHER\nLAST LINE";
function consoleOutput(server, detail) {
  const { length } = detail;
  if (length !== void 0 && length !== null && !/^-?[0-9]+$/.test(String(length)))
    return novaFailure(
      400,
      `Invalid input for field/attribute length. Value: ${String(length)}. '${String(length)}' does not match '^-?[0-9]+$'`
    );
  if (server.vmState === "building") return novaFailure(409, `Instance ${server.id} is not ready`);
  const lines = (server.console ?? USUAL).split("\n");
  const wanted2 = length === void 0 || length === null ? -1 : Number(length);
  const shown4 = wanted2 < 0 ? lines : wanted2 === 0 ? [] : lines.slice(-wanted2);
  return json(200, { output: shown4.join("\n") });
}

// src/sandbox/nova/server-actions.ts
var ACTIONS2 = {
  "os-stop": { rule: "servers:stop", word: "stop", run: after(202, stopServer) },
  "os-start": { rule: "servers:start", word: "start", run: after(202, startServer) },
  reboot: {
    rule: "servers:reboot",
    run: after(202, rebootServer)
  },
  resize: { rule: "servers:resize", run: resize2 },
  confirmResize: {
    rule: "servers:confirm_resize",
    run: after(204, confirmResize)
  },
  rebuild: { rule: "servers:rebuild", run: rebuild },
  pause: { rule: "os-pause-server:pause", run: after(202, pauseServer) },
  unpause: {
    rule: "os-pause-server:unpause",
    run: after(202, unpauseServer)
  },
  lock: { rule: "os-lock-server:lock", run: after(202, (_cloud, server) => lockServer(server, true)) },
  unlock: { rule: "os-lock-server:unlock", run: after(202, (_cloud, server) => lockServer(server, false)) },
  addSecurityGroup: { rule: "os-security-groups:add", run: withGroup(true) },
  removeSecurityGroup: {
    rule: "os-security-groups:remove",
    run: withGroup(false)
  },
  "os-getConsoleOutput": {
    rule: "os-console-output",
    run: (_cloud, server, detail) => consoleOutput(server, detail)
  },
  "os-resetState": { rule: "os-admin-actions:reset_state", adminOnly: true, run: resetState }
};
function serverAction(cloud, call, session, minor, server) {
  const body = objectBody(call) ?? {};
  const [name = ""] = Object.keys(body);
  const action = ACTIONS2[name];
  if (action === void 0) return novaFailure(400, `There is no such action: ${name}`);
  if (!mayWrite(session) || action.adminOnly === true && !isAdmin(session)) return notAllowed(action.rule);
  const refusal = action.adminOnly === true ? null : refused5(server, action.word ?? name, session);
  if (refusal !== null) return refusal;
  const answer = action.run(cloud, server, objectOr(body[name]), minor);
  const deed = DEEDS[name];
  if (answer.status < 300 && deed !== void 0) recordDeed(cloud, server, deed, session);
  return answer;
}
var DEEDS = {
  "os-stop": "stop",
  "os-start": "start",
  reboot: "reboot",
  resize: "resize",
  confirmResize: "confirmResize",
  rebuild: "rebuild",
  pause: "pause",
  unpause: "unpause",
  lock: "lock",
  unlock: "unlock"
};
function lockServer(server, locked) {
  server.locked = locked;
}
function withGroup(added) {
  return (cloud, server, detail) => {
    const name = String(detail["name"]);
    const group = cloud.world.securityGroups.find((one) => one.name === name || one.id === name);
    if (group === void 0) return novaFailure(404, `Security group ${name} not found.`);
    const others = server.securityGroups.filter((one) => one !== group.name);
    server.securityGroups = added ? [...others, group.name] : others;
    return empty(202);
  };
}
function after(status2, deed) {
  return (cloud, server) => {
    deed(cloud, server);
    return empty(status2);
  };
}
function resize2(cloud, server, detail) {
  const id = String(detail["flavorRef"]);
  if (!cloud.world.flavors.some((flavor) => flavor.id === id))
    return novaFailure(400, `Flavor ${id} could not be found.`);
  resizeServer(cloud, server, id);
  return empty(202);
}
function rebuild(cloud, server, detail, minor) {
  const id = String(detail["imageRef"]);
  if (!cloud.world.images.some((image) => image.id === id))
    return novaFailure(400, `Cannot find image for rebuild: Image ${id} could not be found.`);
  const key = detail["key_name"];
  if (key !== void 0) server.keyName = typeof key === "string" ? key : null;
  rebuildServer(cloud, server, id);
  return json(202, { server: describeServer(cloud, server, minor, true) });
}
function resetState(cloud, server, detail) {
  forceState(cloud, server, detail["state"] === "active" ? "active" : "error");
  return empty(202);
}

// src/sandbox/nova/server-list.ts
var MOST2 = 1e3;
var STATUSES = [
  "ACTIVE",
  "BUILD",
  "DELETED",
  "ERROR",
  "HARD_REBOOT",
  "MIGRATING",
  "PASSWORD",
  "PAUSED",
  "REBOOT",
  "REBUILD",
  "RESCUE",
  "RESIZE",
  "REVERT_RESIZE",
  "SHELVED",
  "SHELVED_OFFLOADED",
  "SHUTOFF",
  "SOFT_DELETED",
  "SUSPENDED",
  "UNKNOWN",
  "VERIFY_RESIZE"
];
function listServers(cloud, call, session, minor, detail) {
  const { query } = call;
  const trouble = queryTrouble(cloud, query, session, detail);
  if (trouble !== void 0) return trouble;
  const limit = Math.min(Number(query.get("limit") ?? MOST2), MOST2);
  const tests = filters2(query, session);
  const found = [];
  let more = false;
  for (const server of cloud.world.servers.newestFirst(cloud.world.servers.get(query.get("marker") ?? ""))) {
    if (!tests.every((test) => test(server))) continue;
    more = found.length >= limit;
    if (more) break;
    found.push(server);
  }
  const servers = found.map(
    (server) => detail ? describeServer(cloud, server, minor, false) : brief(cloud, server)
  );
  const full = more || query.has("limit") && found.length > 0 && found.length === limit;
  return json(200, { servers, ...full ? { servers_links: nextLink2(cloud, call, found, detail) } : {} });
}
function brief(cloud, server) {
  return { id: server.id, name: server.name, links: serverLinks(cloud, server.id) };
}
function queryTrouble(cloud, query, session, detail) {
  const limit = query.get("limit");
  if (limit !== null && !/^\d*$/.test(limit)) {
    return novaFailure(
      400,
      `Invalid input for query parameters limit. Value: ${limit}. '${limit}' does not match '^[0-9]*$'`
    );
  }
  const marker = query.get("marker");
  if (marker !== null && cloud.world.servers.get(marker) === void 0)
    return novaFailure(400, `marker [${marker}] not found`);
  if (query.getAll("status").some((status2) => !STATUSES.includes(status2.toUpperCase()))) {
    return novaFailure(400, "Invalid status value");
  }
  if (!isAdmin(session) && /^(?:1|true|t|yes|on|y)$/i.test(query.get("all_tenants") ?? "")) {
    return notAllowed(`servers:${detail ? "detail" : "index"}:get_all_tenants`);
  }
  return void 0;
}
function filters2(query, session) {
  const everywhere = isAdmin(session) && query.has("all_tenants");
  const tests = everywhere ? [] : [(server) => server.project === session.project.id];
  const add = (key, test) => {
    const value = query.get(key);
    if (value !== null) tests.push((server) => test(server, value));
  };
  const statuses = query.getAll("status").map((status2) => status2.toUpperCase());
  if (statuses.length > 0) tests.push((server) => statuses.includes(serverStatus(server)));
  const name = namePattern(query.get("name"));
  if (name !== void 0) tests.push((server) => name.test(server.name));
  add("changes-since", (server, value) => server.updated >= Date.parse(value));
  add("changes-before", (server, value) => server.updated <= Date.parse(value));
  add("tags", (server, value) => value.split(",").every((tag) => server.tags.includes(tag)));
  add("tags-any", (server, value) => value.split(",").some((tag) => server.tags.includes(tag)));
  add("not-tags", (server, value) => !value.split(",").every((tag) => server.tags.includes(tag)));
  add("flavor", (server, value) => server.flavor === value);
  add("image", (server, value) => server.image === value);
  add("uuid", (server, value) => server.id === value);
  return tests;
}
function namePattern(name) {
  if (name === null) return void 0;
  try {
    return new RegExp(name);
  } catch {
    return new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  }
}
function nextLink2(cloud, call, found, detail) {
  const query = new URLSearchParams(call.query);
  query.delete("marker");
  query.set("marker", found.at(-1)?.id ?? "");
  return [{ rel: "next", href: `${cloud.base}/compute/v2.1/servers${detail ? "/detail" : ""}?${query}` }];
}

// src/sandbox/nova/usage.ts
function limits2(cloud, session) {
  const { quotas: quotas2 } = cloud.world;
  const used = usageOf(cloud, session.project.id);
  const absolute = {
    maxTotalInstances: quotas2.instances,
    maxTotalCores: quotas2.cores,
    maxTotalRAMSize: quotas2.ram,
    maxServerMeta: 128,
    maxTotalKeypairs: quotas2.keyPairs,
    maxServerGroups: quotas2.serverGroups,
    maxServerGroupMembers: quotas2.serverGroupMembers,
    totalRAMUsed: used.ram,
    totalCoresUsed: used.cores,
    totalInstancesUsed: used.instances,
    totalServerGroupsUsed: cloud.world.serverGroups.filter((one) => one.project === session.project.id).length
  };
  return json(200, { limits: { rate: [], absolute } });
}
function quotaSet(cloud, session) {
  return json(200, { quota_set: { id: session.project.id, ...quotaRow(cloud) } });
}
function quotaRow(cloud) {
  const { quotas: quotas2 } = cloud.world;
  return {
    cores: quotas2.cores,
    instances: quotas2.instances,
    key_pairs: quotas2.keyPairs,
    metadata_items: 128,
    ram: quotas2.ram,
    server_group_members: quotas2.serverGroupMembers,
    server_groups: quotas2.serverGroups
  };
}
var SETTABLE = {
  cores: "cores",
  instances: "instances",
  key_pairs: "keyPairs",
  ram: "ram",
  server_group_members: "serverGroupMembers",
  server_groups: "serverGroups"
};
function setQuotas2(cloud, call, session) {
  if (!isAdmin(session)) return notAllowed("os-quota-sets:update");
  const wanted2 = objectBody(call)?.["quota_set"];
  if (!isObject(wanted2)) return novaFailure(400, "Invalid input for field/attribute quota_set. Value: None.");
  for (const [name, key] of Object.entries(SETTABLE)) {
    const limit = wanted2[name];
    if (typeof limit === "number") cloud.world.quotas[key] = limit;
  }
  return json(200, { quota_set: quotaRow(cloud) });
}
function quotaDetail(cloud, session) {
  const { quotas: quotas2 } = cloud.world;
  const used = usageOf(cloud, session.project.id);
  const row2 = (limit, in_use) => ({ limit, in_use, reserved: 0 });
  return json(200, {
    quota_set: {
      id: session.project.id,
      cores: row2(quotas2.cores, used.cores),
      instances: row2(quotas2.instances, used.instances),
      key_pairs: row2(quotas2.keyPairs, 0),
      metadata_items: row2(128, 0),
      ram: row2(quotas2.ram, used.ram),
      server_group_members: row2(quotas2.serverGroupMembers, 0),
      server_groups: row2(quotas2.serverGroups, 0)
    }
  });
}
function usageOf(cloud, project) {
  const flavors = new Map(cloud.world.flavors.map((flavor) => [flavor.id, flavor]));
  let [instances2, cores, ram2] = [0, 0, 0];
  for (const server of cloud.world.servers.values()) {
    if (server.project !== project) continue;
    const flavor = flavors.get(server.flavor);
    instances2 += 1;
    cores += flavor?.vcpus ?? 0;
    ram2 += flavor?.ram ?? 0;
  }
  return { instances: instances2, cores, ram: ram2 };
}

// src/sandbox/nova/api.ts
var find7 = routes({
  "GET /servers": (cloud, call, session, minor) => listServers(cloud, call, session, minor, false),
  "GET /servers/detail": (cloud, call, session, minor) => listServers(cloud, call, session, minor, true),
  "GET /servers/:id": onServer(
    (cloud, server, _call, _session, minor) => json(200, { server: describeServer(cloud, server, minor, true) })
  ),
  "POST /servers": (cloud, call, session) => makeServer(cloud, call, session),
  "PUT /servers/:id": edited(renameServer),
  "POST /servers/:id/metadata": edited(mergeMetadata),
  "DELETE /servers/:id/metadata/:key": edited(dropMetadata),
  "PUT /servers/:id/tags": edited(replaceTags),
  "POST /servers/:id/os-interface": edited(attachInterface),
  "DELETE /servers/:id/os-interface/:port": edited(detachInterface),
  "GET /servers/:id/os-instance-actions": (cloud, _call, session, minor, { id = "" }) => showDeeds(cloud, session, minor, id),
  "DELETE /servers/:id": onServer(removeServer),
  "POST /servers/:id/action": onServer(
    (cloud, server, call, session, minor) => serverAction(cloud, call, session, minor, server)
  ),
  "GET /flavors": (cloud, call, _session, minor) => listFlavors(cloud, call, minor, false),
  "GET /flavors/detail": (cloud, call, _session, minor) => listFlavors(cloud, call, minor, true),
  "GET /flavors/:id": showFlavor,
  "GET /os-keypairs": listKeyPairs,
  "POST /os-keypairs": createKeyPair,
  "GET /os-keypairs/:name": showKeyPair,
  "DELETE /os-keypairs/:name": deleteKeyPair,
  "GET /limits": (cloud, _call, session) => limits2(cloud, session),
  "GET /os-quota-sets/:project": (cloud, _call, session) => quotaSet(cloud, session),
  "PUT /os-quota-sets/:project": (cloud, call, session) => setQuotas2(cloud, call, session),
  "GET /os-quota-sets/:project/detail": (cloud, _call, session) => quotaDetail(cloud, session),
  "GET /servers/:id/os-interface": onServer(
    (cloud, server) => json(200, { interfaceAttachments: interfaceViews(cloud, server) })
  ),
  "GET /servers/:id/os-volume_attachments": onServer(
    (_cloud, server) => json(200, { volumeAttachments: volumeViews(server) })
  ),
  "GET /servers/:id/tags": onServer((_cloud, server) => json(200, { tags: server.tags })),
  "GET /os-server-groups": listServerGroups,
  "GET /os-server-groups/:id": showServerGroup,
  "GET /os-availability-zone": () => json(200, {
    availabilityZoneInfo: ZONES.map((zoneName) => ({
      zoneName,
      zoneState: { available: true },
      hosts: null
    }))
  })
});
function computeApi(cloud, call) {
  const negotiated = negotiate(call);
  if (negotiated.kind === "refused") return negotiated.answer;
  const { minor } = negotiated;
  const answer = answerFor(cloud, call, minor);
  return { ...answer, headers: { ...versionHeaders(`2.${minor}`), ...answer.headers } };
}
function answerFor(cloud, call, minor) {
  if (call.path === "" || call.path === "/")
    return json(200, { version: { ...version2(cloud), ...versionDetails(cloud) } });
  const session = sessionOf(cloud, call);
  if (session === void 0) return unauthorized5(cloud);
  const matched = find7(call.method, call.path);
  return matched === void 0 ? webobNotFound() : matched.handler(cloud, call, session, minor, matched.parameters);
}
function computeVersions(cloud) {
  const old = {
    id: "v2.0",
    status: "SUPPORTED",
    version: "",
    min_version: "",
    updated: "2011-01-21T11:33:21Z",
    links: [{ rel: "self", href: `${cloud.base}/compute/v2/` }]
  };
  return json(200, { versions: [old, version2(cloud)] });
}
function version2(cloud) {
  return {
    id: "v2.1",
    status: "CURRENT",
    version: `2.${NEWEST2}`,
    min_version: "2.1",
    updated: "2013-07-23T11:33:21Z",
    links: [{ rel: "self", href: `${cloud.base}/compute/v2.1/` }]
  };
}
function versionDetails(cloud) {
  const base = "application/json";
  return {
    links: [
      { rel: "self", href: `${cloud.base}/compute/v2.1/` },
      { rel: "describedby", type: "text/html", href: "http://docs.openstack.org/" }
    ],
    "media-types": [{ base, type: "application/vnd.openstack.compute+json;version=2.1" }]
  };
}
function unauthorized5(cloud) {
  return json(
    401,
    {
      error: {
        code: 401,
        title: "Unauthorized",
        message: "The request you have made requires authentication."
      }
    },
    { "www-authenticate": `Keystone uri="${cloud.base}/identity/v3"` }
  );
}
function onServer(handler) {
  return (cloud, call, session, minor, { id = "" }) => {
    const server = cloud.world.servers.get(id);
    if (server === void 0 || server.project !== session.project.id) return serverNotFound(id);
    return handler(cloud, server, call, session, minor);
  };
}
function edited(change3) {
  return (cloud, call, session, minor, parameters) => {
    const server = cloud.world.servers.get(parameters["id"] ?? "");
    if (server === void 0 || server.project !== session.project.id)
      return serverNotFound(parameters["id"] ?? "");
    return change3({ cloud, server, call, session, minor, parameters });
  };
}
function removeServer(cloud, server, _call, session) {
  if (!mayWrite(session)) return notAllowed("servers:delete");
  const refusal = refused5(server, "delete", session);
  if (refusal !== null) return refusal;
  recordDeletion(cloud, server, session);
  deleteServer(cloud, server);
  return empty(204);
}
function listFlavors(cloud, call, minor, detail) {
  const all = cloud.world.flavors;
  const marker = call.query.get("marker");
  const start = marker === null ? 0 : all.findIndex((flavor) => flavor.id === marker) + 1;
  if (marker !== null && start === 0) return novaFailure(400, `marker [${marker}] not found`);
  const limit = call.query.has("limit") ? Number(call.query.get("limit")) : void 0;
  const page3 = all.slice(start, limit === void 0 ? void 0 : start + limit);
  const flavors = page3.map(
    (flavor) => detail ? describeFlavor(cloud, flavor, minor) : {
      id: flavor.id,
      name: flavor.name,
      links: flavorLinks(cloud, flavor.id),
      ...minor >= 55 ? { description: null } : {}
    }
  );
  const last = page3.at(-1);
  if (limit === void 0 || page3.length < limit || last === void 0) return json(200, { flavors });
  const href = `${cloud.base}/compute/v2.1/flavors${detail ? "/detail" : ""}?limit=${limit}&marker=${last.id}`;
  return json(200, { flavors, flavors_links: [{ rel: "next", href }] });
}
function showFlavor(cloud, _call, _session, minor, { id = "" }) {
  const flavor = cloud.world.flavors.find((one) => one.id === id);
  if (flavor === void 0) return novaFailure(404, `Flavor ${id} could not be found.`);
  return json(200, { flavor: describeFlavor(cloud, flavor, minor) });
}
function listServerGroups(cloud, _call, session, minor) {
  const own = cloud.world.serverGroups.filter((one) => one.project === session.project.id);
  return json(200, { server_groups: own.map((one) => serverGroupView(cloud, one.id, minor)) });
}
function showServerGroup(cloud, _call, _session, minor, { id = "" }) {
  if (!cloud.world.serverGroups.some((one) => one.id === id)) {
    return novaFailure(404, `Instance group ${id} could not be found.`);
  }
  return json(200, { server_group: serverGroupView(cloud, id, minor) });
}
function serverGroupView(cloud, id, minor) {
  const group = cloud.world.serverGroups.find((one) => one.id === id);
  if (group === void 0) return {};
  const members = [...cloud.world.servers.values()].filter((server) => server.serverGroup === id).map((one) => one.id);
  const rule = minor >= 64 ? { policy: group.policy, rules: group.rules } : { policies: [group.policy], metadata: {} };
  const owner = minor >= 13 ? { project_id: group.project, user_id: group.user } : {};
  return { id, name: group.name, ...rule, members, ...owner };
}

// src/sandbox/neutron/availability.ts
function availabilityViews(cloud) {
  const used = usedBySubnet(cloud);
  return cloud.world.networks.map((network) => {
    const subnets = cloud.world.subnets.filter((one) => one.network === network.id).map((subnet) => ({
      subnet_id: subnet.id,
      ip_version: 4,
      cidr: subnet.cidr,
      subnet_name: subnet.name,
      used_ips: used.get(subnet.id) ?? 0,
      total_ips: addressesIn(subnet)
    }));
    return {
      network_id: network.id,
      network_name: network.name,
      tenant_id: network.project,
      project_id: network.project,
      subnet_ip_availability: subnets,
      used_ips: subnets.reduce((sum2, one) => sum2 + one.used_ips, 0),
      total_ips: subnets.reduce((sum2, one) => sum2 + one.total_ips, 0)
    };
  });
}
function addressesIn(subnet) {
  return 2 ** (32 - Number(subnet.cidr.split("/")[1] ?? 24)) - 3;
}
function usedBySubnet(cloud) {
  const { ports, servers, floatingIps, subnets } = cloud.world;
  const used = /* @__PURE__ */ new Map();
  const count = (subnet) => used.set(subnet, (used.get(subnet) ?? 0) + 1);
  const first = /* @__PURE__ */ new Map();
  for (const { id, network } of subnets) if (!first.has(network)) first.set(network, id);
  for (const port of ports) count(port.subnet);
  for (const { network } of floatingIps) count(first.get(network) ?? "");
  for (const server of servers.values()) {
    for (const { network, port } of server.addresses) if (port === void 0) count(first.get(network) ?? "");
  }
  return used;
}

// src/sandbox/neutron/hand-edits.ts
var HAND_EDITS = {
  "PUT ports": changePort,
  "POST security-group-rules": addRule,
  "DELETE security-group-rules": removeRule,
  "PUT floatingips": moveFloatingIp,
  "DELETE floatingips": removeFloatingIp
};
function changePort({ cloud, project, call, id }) {
  const asked = objectOr(objectBody(call)?.["port"]);
  const port = cloud.world.ports.find((one) => one.id === id && one.project === project);
  if (port !== void 0) changeOwnPort(port, asked);
  else if (!changeServerPort(cloud, project, id, asked)) return void 0;
  return json(200, { port: findPort(cloud, project, id) ?? {} });
}
function changeOwnPort(port, asked) {
  if (typeof asked["admin_state_up"] === "boolean") port.disabled = !asked["admin_state_up"];
  if (Array.isArray(asked["security_groups"])) port.securityGroups = asked["security_groups"].map(String);
  if (asked["allowed_address_pairs"] !== void 0)
    port.allowedAddresses = pairs(asked["allowed_address_pairs"]);
}
function changeServerPort(cloud, project, id, asked) {
  const found = serverPort(cloud, project, id);
  if (found === void 0) return false;
  const { server, address } = found;
  if (typeof asked["admin_state_up"] === "boolean") address.disabled = !asked["admin_state_up"];
  if (asked["allowed_address_pairs"] !== void 0) address.allowed = pairs(asked["allowed_address_pairs"]);
  if (Array.isArray(asked["security_groups"])) {
    const wanted2 = asked["security_groups"].map(String);
    const known2 = cloud.world.securityGroups;
    server.securityGroups = wanted2.map((group) => known2.find((one) => one.id === group)?.name ?? group);
  }
  return true;
}
function serverPort(cloud, project, id) {
  for (const server of cloud.world.servers.values()) {
    if (server.project !== project) continue;
    const address = server.addresses.find((one) => one.port === void 0 && portOf(server, one) === id);
    if (address !== void 0) return { server, address };
  }
  return void 0;
}
function pairs(value) {
  return (Array.isArray(value) ? value.filter(isObject) : []).map((one) => String(one["ip_address"]));
}
function addRule({ cloud, project, call }) {
  const asked = objectOr(objectBody(call)?.["security_group_rule"]);
  const group = cloud.world.securityGroups.find(
    (one) => one.id === asked["security_group_id"] && one.project === project
  );
  if (group === void 0) return void 0;
  const { security_group_id: _group, ...rule } = asked;
  const id = uuid(cloud.world);
  group.rules = [...group.rules, { id, ethertype: "IPv4", ...rule, created: cloud.now }];
  const made2 = securityGroupRuleViews(cloud, project).find((one) => one["id"] === id);
  return json(201, { security_group_rule: made2 ?? {} });
}
function removeRule({ cloud, project, id }) {
  const group = cloud.world.securityGroups.find(
    (one) => one.project === project && one.rules.some((rule) => rule["id"] === id)
  );
  if (group === void 0) return void 0;
  group.rules = group.rules.filter((rule) => rule["id"] !== id);
  return empty(204);
}
function moveFloatingIp({ cloud, project, call, id }) {
  const one = cloud.world.floatingIps.find((ip) => ip.id === id && ip.project === project);
  if (one === void 0) return void 0;
  const port = objectOr(objectBody(call)?.["floatingip"])["port_id"] ?? null;
  const found = typeof port === "string" ? findPort(cloud, project, port) : void 0;
  one.port = found === void 0 ? null : String(port);
  const [first] = Array.isArray(found?.["fixed_ips"]) ? found["fixed_ips"].filter(isObject) : [];
  one.fixedAddress = first === void 0 ? null : String(first["ip_address"]);
  one.updated = cloud.now;
  return json(200, { floatingip: floatingIpView(cloud, one) });
}
function removeFloatingIp({ cloud, project, id }) {
  const { floatingIps } = cloud.world;
  const index = floatingIps.findIndex((ip) => ip.id === id && ip.project === project);
  if (index < 0) return void 0;
  floatingIps.splice(index, 1);
  return empty(204);
}

// src/sandbox/neutron/listing.ts
var PAGING = ["limit", "marker", "page_reverse", "fields", "sort_key", "sort_dir"];
var PROJECT_KEYS = ["project_id", "tenant_id"];
function listed2(cloud, call, name, rows) {
  const { query } = call;
  const passes4 = testsOf(query);
  const fields = query.getAll("fields");
  const show = (row2) => shownFields(row2.view(), fields);
  const key = name.replaceAll("-", "_");
  const limit = Number(query.get("limit") ?? 0);
  if (!(limit > 0)) return json(200, { [key]: [...rows].filter(passes4).sort(byId).map(show) });
  const page3 = pageOf(rows, passes4, query.get("marker"), limit);
  return json(200, { [key]: page3.map(show), [`${key}_links`]: pageLinks(cloud, call, name, page3, limit) });
}
function rowOf(view) {
  return { id: String(view["id"]), project: String(view["project_id"]), view: () => view };
}
function testsOf(query) {
  const keys = [...new Set(query.keys())].filter((key) => !PAGING.includes(key));
  const tests = keys.map((key) => testOf(key, query.getAll(key)));
  return (row2) => tests.every((test) => test(row2));
}
function testOf(key, values) {
  if (PROJECT_KEYS.includes(key)) return ({ project }) => values.includes(project);
  const test = key === "fixed_ips" ? matchesEntry : matches3;
  return (row2) => {
    const field = row2.view()[key];
    return values.some((value) => test(field, value));
  };
}
function matches3(field, value) {
  if (typeof field === "boolean") return String(field) === value.toLowerCase();
  return Array.isArray(field) ? field.includes(value) : String(field) === value;
}
function matchesEntry(field, value) {
  const [key = "", wanted2] = value.split("=");
  const entries = Array.isArray(field) ? field.filter(isObject) : [];
  return entries.some((entry) => entry[key] === wanted2);
}
function shownFields(thing, fields) {
  if (fields.length === 0) return thing;
  return Object.fromEntries(Object.entries(thing).filter(([key]) => fields.includes(key)));
}
function pageOf(rows, passes4, marker, limit) {
  let page3 = [];
  let last = null;
  let known2 = marker === null;
  for (const row2 of rows) {
    if (row2.id === marker) known2 ||= passes4(row2);
    if (marker !== null && row2.id <= marker || last !== null && row2.id > last || !passes4(row2)) continue;
    page3.push(row2);
    if (page3.length < 2 * limit) continue;
    page3 = page3.sort(byId).slice(0, limit);
    last = page3.at(-1)?.id ?? null;
  }
  return known2 ? page3.sort(byId).slice(0, limit) : pageOf(rows, passes4, null, limit);
}
function byId(one, other) {
  return one.id < other.id ? -1 : 1;
}
function pageLinks(cloud, call, name, page3, limit) {
  const url = `${cloud.base}/networking/v2.0/${name}`;
  const link2 = (marker, more) => {
    const query = new URLSearchParams(call.query);
    query.delete("marker");
    query.set("marker", marker);
    for (const [key, value] of Object.entries(more)) query.set(key, value);
    return `${url}?${query}`;
  };
  const [first] = page3;
  const last = page3.at(-1);
  const next = last !== void 0 && page3.length === limit ? [{ rel: "next", href: link2(last.id, {}) }] : [];
  const previous = first === void 0 ? [] : [{ rel: "previous", href: link2(first.id, { page_reverse: "True" }) }];
  return [...next, ...previous];
}

// src/sandbox/neutron/quotas.ts
var LIMITS = {
  network: 100,
  subnet: 100,
  subnetpool: -1,
  port: 5e5,
  router: 10,
  floatingip: 50,
  rbac_policy: 10,
  security_group: 100,
  security_group_rule: 2e3
};
function quotaAnswer(cloud, session, below) {
  const [project = "", view] = below;
  const foreign = project !== session.project.id && !isAdmin(session);
  if (view === "details" || view === "details.json") {
    return foreign ? refused6(
      "AdminRequired",
      "User does not have admin privileges: Only admin is authorized to access quotas for another project."
    ) : json(200, { quota: details(cloud, project) });
  }
  if (foreign) return refused6("PolicyNotAuthorized", "rule:get_quota is disallowed by policy");
  if (project === "") return json(200, { quotas: [] });
  return json(200, { quota: limitsOf(cloud) });
}
function setQuotas3(cloud, session, call) {
  if (!isAdmin(session)) return refused6("PolicyNotAuthorized", "rule:update_quota is disallowed by policy");
  const wanted2 = objectBody(call)?.["quota"];
  cloud.world.quotas.others ??= {};
  for (const name of Object.keys(LIMITS)) {
    const limit = isObject(wanted2) ? wanted2[name] : void 0;
    if (typeof limit === "number") cloud.world.quotas.others[name] = limit;
  }
  return json(200, { quota: limitsOf(cloud) });
}
function limitsOf(cloud) {
  const { others = {} } = cloud.world.quotas;
  return Object.fromEntries(Object.entries(LIMITS).map(([name, limit]) => [name, others[name] ?? limit]));
}
function details(cloud, project) {
  const used = usage(cloud, project);
  return Object.fromEntries(
    Object.entries(limitsOf(cloud)).map(([name, limit]) => [
      name,
      { limit, used: used[name] ?? 0, reserved: 0 }
    ])
  );
}
function usage(cloud, project) {
  const { world } = cloud;
  const own = (things) => [...things].filter((one) => one.project === project);
  const groups = own(world.securityGroups);
  const made2 = own(world.servers.values()).flatMap(
    (server) => server.addresses.filter(({ port }) => port === void 0)
  );
  return {
    network: own(world.networks).length,
    subnet: own(world.subnets).length,
    port: own(world.ports).length + made2.length,
    floatingip: own(world.floatingIps).length,
    security_group: groups.length,
    security_group_rule: groups.reduce((sum2, group) => sum2 + group.rules.length, 0)
  };
}
function refused6(type, message) {
  return json(403, { NeutronError: { type, message, detail: "" } });
}

// src/sandbox/neutron/api.ts
var COLLECTIONS = {
  networks: { singular: "network", missing: missing3("Network"), list: rowsOf(networkViews) },
  subnets: { singular: "subnet", missing: missing3("Subnet"), list: rowsOf(subnetViews) },
  ports: { singular: "port", missing: missing3("Port"), list: portRows },
  floatingips: {
    singular: "floatingip",
    missing: (id) => ["FloatingIPNotFound", `Floating IP ${id} could not be found`],
    list: rowsOf(floatingIpViews)
  },
  "security-groups": {
    singular: "security_group",
    missing: (id) => ["SecurityGroupNotFound", `Security group ${id} does not exist`],
    list: rowsOf(securityGroupViews)
  },
  "security-group-rules": {
    singular: "security_group_rule",
    missing: (id) => ["SecurityGroupRuleNotFound", `Security group rule ${id} does not exist`],
    list: rowsOf(securityGroupRuleViews)
  }
};
function rowsOf(views) {
  return (cloud, project) => views(cloud, project).map(rowOf);
}
function networkApi(cloud, call) {
  if (call.path === "" || call.path === "/") return versions2(cloud);
  const session = sessionOf(cloud, call);
  if (session === void 0) return unauthorized5(cloud);
  const [version3, name = "", id, ...rest] = call.path.split("/").filter((part2) => part2 !== "");
  if (version3 === "v2.0" && name === "extensions" && call.method === "GET")
    return json(200, { extensions: [] });
  if (version3 === "v2.0" && name === "quotas" && call.method === "GET")
    return quotaAnswer(cloud, session, [id ?? "", ...rest]);
  if (version3 === "v2.0" && name === "quotas" && call.method === "PUT" && rest.length === 0)
    return setQuotas3(cloud, session, call);
  if (version3 === "v2.0" && name === "network-ip-availabilities" && call.method === "GET")
    return availability(cloud, call, isAdmin(session), id);
  const collection = COLLECTIONS[name];
  if (version3 !== "v2.0" || collection === void 0 || rest.length > 0) return notFound2();
  if (call.method !== "GET") return changed(cloud, call, session, name, id);
  const rows = collection.list(cloud, session.project.id);
  return id === void 0 ? listed2(cloud, call, name, rows) : shown2(collection, rows, id);
}
function changed(cloud, call, session, name, id) {
  const edit = HAND_EDITS[`${call.method} ${name}`];
  if (edit === void 0 || id === void 0 !== (call.method === "POST")) return notFound2();
  if (!mayWrite(session)) return failure3(403, "PolicyNotAuthorized", `rule:${name} is disallowed by policy`);
  const answer = edit({ cloud, project: session.project.id, call, id: id ?? "" });
  return answer ?? failure3(404, ...COLLECTIONS[name]?.missing(id ?? "") ?? ["HTTPNotFound", ""]);
}
function shown2(collection, rows, id) {
  for (const row2 of rows) if (row2.id === id) return json(200, { [collection.singular]: row2.view() });
  return failure3(404, ...collection.missing(id));
}
function missing3(kind) {
  return (id) => [`${kind}NotFound`, `${kind} ${id} could not be found.`];
}
function availability(cloud, call, admin, id) {
  const all = admin ? availabilityViews(cloud) : [];
  if (id === void 0) return listed2(cloud, call, "network-ip-availabilities", all.map(rowOf));
  const found = all.find((one) => one["network_id"] === id);
  if (found !== void 0) return json(200, { network_ip_availability: found });
  return admin ? failure3(404, ...missing3("Network")(id)) : notFound2();
}
function versions2(cloud) {
  const links2 = [{ rel: "self", href: `${cloud.base}/networking/v2.0/` }];
  return json(200, { versions: [{ id: "v2.0", status: "CURRENT", links: links2 }] });
}
function notFound2() {
  return failure3(404, "HTTPNotFound", "The resource could not be found.");
}
function failure3(status2, type, message) {
  return json(status2, { NeutronError: { type, message, detail: "" } });
}

// src/sandbox/octavia/list.ts
var ABOUT_LIST = ["limit", "marker", "page_reverse", "fields", "sort", "sort_key", "sort_dir"];
var ABOUT_TAGS = ["tags", "tags-any", "not-tags", "not-tags-any"];
var PARENTS = {
  loadbalancer_id: "loadbalancers",
  listener_id: "listeners",
  pool_id: "pools",
  default_pool_id: "default_pool_id",
  member_id: "members"
};
function listPage(query, views, known2, url) {
  const filters3 = [...new Set(query.keys())].filter((key) => !ABOUT_LIST.includes(key));
  const strange = filters3.find(
    (key) => !known2.includes(key) && !ABOUT_TAGS.includes(key) && !(key in PARENTS)
  );
  if (strange !== void 0) return refused2(400, "One or more arguments are either duplicate or invalid");
  const passed = views.filter((view) => filters3.every((key) => passes3(view, key, query.getAll(key))));
  const ordered2 = inOrder2(passed, query);
  const cut = page2(ordered2, query);
  if ("kind" in cut) return cut;
  const fields = query.getAll("fields");
  const shown4 = cut.entries.map((view) => fields.length === 0 ? view : only(view, fields));
  return { shown: shown4, links: pageLinks2(cut, query, url) };
}
function passes3(view, key, values) {
  const tags = Array.isArray(view["tags"]) ? view["tags"].map(String) : [];
  const wanted2 = values.flatMap((value) => value.split(","));
  switch (key) {
    case "tags":
      return wanted2.every((tag) => tags.includes(tag));
    case "tags-any":
      return wanted2.some((tag) => tags.includes(tag));
    case "not-tags":
      return !wanted2.every((tag) => tags.includes(tag));
    case "not-tags-any":
      return !wanted2.some((tag) => tags.includes(tag));
    default:
      return values.some((value) => matches4(view[key] ?? view[PARENTS[key] ?? key], value));
  }
}
function matches4(field, value) {
  if (Array.isArray(field))
    return field.some((one) => typeof one === "object" && one !== null && "id" in one && one["id"] === value);
  if (typeof field === "boolean") return String(field) === value.toLowerCase();
  return field !== void 0 && field !== null && String(field) === value;
}
function inOrder2(views, query) {
  const asked = query.get("sort") ?? (query.has("sort_key") ? `${query.get("sort_key")}:${query.get("sort_dir") ?? "asc"}` : "");
  const keys = asked.split(",").filter((one) => one !== "");
  return [...views].sort((one, other) => {
    for (const key of keys) {
      const [name = "", direction] = key.split(":");
      const order = compare(one[name], other[name]);
      if (order !== 0) return direction === "desc" ? -order : order;
    }
    return 0;
  });
}
function compare(one, other) {
  if (typeof one === "number" && typeof other === "number") return one - other;
  const [left, right] = [String(one), String(other)];
  return left < right ? -1 : left > right ? 1 : 0;
}
function page2(views, query) {
  const marker = query.get("marker");
  const at = marker === null ? -1 : views.findIndex((view) => view["id"] === marker);
  if (marker !== null && at < 0) return refused2(400, `Supplied pagination marker '${marker}' is not valid.`);
  const limit = Number(query.get("limit") ?? 0);
  const backwards = query.get("page_reverse")?.toLowerCase() === "true";
  const rest = backwards ? views.slice(0, at < 0 ? views.length : at) : views.slice(at + 1);
  if (!(limit > 0)) return { entries: rest, hasNext: false, hasPrevious: false };
  const entries = backwards ? rest.slice(-limit) : rest.slice(0, limit);
  return { entries, hasNext: entries.length === limit, hasPrevious: marker !== null && entries.length > 0 };
}
function pageLinks2({ entries, hasNext, hasPrevious }, query, url) {
  const limit = query.get("limit");
  const link2 = (id, more) => `${url}?limit=${limit}&marker=${String(id)}${more}`;
  return [
    ...hasPrevious ? [{ href: link2(entries[0]?.["id"], "&page_reverse=True"), rel: "previous" }] : [],
    ...hasNext ? [{ href: link2(entries.at(-1)?.["id"], ""), rel: "next" }] : []
  ];
}
function only(view, fields) {
  return Object.fromEntries(Object.entries(view).filter(([key]) => fields.includes(key)));
}

// src/sandbox/octavia/status-tree.ts
function statusTree(cloud, balancer) {
  const listeners = listenersOf(cloud, balancer);
  const pools = poolsOf(cloud, balancer);
  const used = new Set(listeners.map((one) => one.fields["default_pool_id"] ?? null));
  const loose = pools.filter((pool) => !used.has(pool.id));
  return {
    loadbalancer: {
      ...named3(balancer),
      operating_status: balancer.operating,
      provisioning_status: balancer.provisioning,
      listeners: listeners.map((listener) => ({
        ...named3(listener),
        operating_status: listener.operating,
        provisioning_status: listener.provisioning,
        pools: pools.filter((pool) => pool.id === listener.fields["default_pool_id"]).map((pool) => poolTree(cloud, pool))
      })),
      // pools without a listener stand beside them, and only then (octavia/api/v2/types/load_balancer.py)
      ...loose.length === 0 ? {} : { pools: loose.map((pool) => poolTree(cloud, pool)) }
    }
  };
}
function poolTree(cloud, pool) {
  const monitor = monitorOf(cloud, pool);
  return {
    ...named3(pool),
    provisioning_status: pool.provisioning,
    operating_status: pool.operating,
    ...monitor === void 0 ? {} : {
      health_monitor: {
        ...named3(monitor),
        type: monitor.fields["type"] ?? null,
        provisioning_status: monitor.provisioning,
        operating_status: monitor.operating
      }
    },
    members: membersOf(cloud, pool).map((member2) => ({
      ...named3(member2),
      operating_status: member2.operating,
      provisioning_status: member2.provisioning,
      address: member2.fields["address"] ?? null,
      protocol_port: member2.fields["protocol_port"] ?? null
    }))
  };
}
function named3(part2) {
  return { id: part2.id, name: part2.fields["name"] ?? "" };
}

// src/sandbox/octavia/api.ts
var PREFIX = "/load-balancer";
var BELOW_ROOT = [
  ["loadbalancers", "loadbalancer"],
  ["listeners", "listener"],
  ["pools", "pool"],
  ["healthmonitors", "healthmonitor"]
];
var find8 = routes({
  ...Object.fromEntries(BELOW_ROOT.flatMap(([path, kind]) => collectionRoutes(path, kind))),
  "GET /pools/:pool/members": inPool((request, pool) => listed3(request, "member", partsOf(request, pool))),
  "POST /pools/:pool/members": inPool((request, pool) => created(request, "member", pool)),
  "PUT /pools/:pool/members": inPool(batch),
  "GET /pools/:pool/members/:id": inPool((request) => shown3(request, "member")),
  "PUT /pools/:pool/members/:id": inPool((request) => changed2(request, "member")),
  "DELETE /pools/:pool/members/:id": inPool((request) => removed(request, "member")),
  "GET /loadbalancers/:id/status": status,
  "GET /loadbalancers/:id/statuses": status,
  "GET /loadbalancers/:id/stats": stats,
  "GET /listeners/:id/stats": stats,
  "GET /quotas/defaults": ({ session }) => isAdmin(session) ? json(200, { quota: UNLIMITED }) : failure4(forbidden()),
  "GET /quotas/:project": ({ cloud, session, parameters }) => isAdmin(session) || parameters["project"] === session.project.id ? json(200, { quota: quota(cloud) }) : failure4(forbidden()),
  "PUT /quotas/:project": setQuotas4,
  "GET /providers": () => json(200, { providers: PROVIDERS }),
  "GET /flavors": () => json(200, { flavors: [], flavors_links: [] }),
  "GET /availabilityzones": () => json(200, { availability_zones: [], availability_zones_links: [] })
});
var PROVIDERS = [
  { name: "amphora", description: "'Octavia amphora driver (noop)'" },
  { name: "octavia", description: "'alias of amphora'" },
  { name: "noop_driver", description: "'noop'" }
];
function loadBalancerApi(cloud, call) {
  if (call.path === "" || call.path === "/") return versions3(cloud);
  const session = sessionOf(cloud, call);
  if (session === void 0) return unauthorized5(cloud);
  const below = /^\/v2(?:\.0)?\/lbaas(\/.*)$/.exec(call.path)?.[1];
  const matched = below === void 0 ? void 0 : find8(call.method, below);
  if (matched === void 0) return json(404, { code: 404, title: "Not Found", description: "" });
  if (call.method !== "GET" && !mayWrite(session)) return failure4(forbidden());
  const asker = { project: session.project.id, isAdmin: isAdmin(session) };
  return matched.handler({ cloud, call, session, asker, parameters: matched.parameters });
}
function collectionRoutes(path, kind) {
  return [
    [`GET /${path}`, (request) => listed3(request, kind, visible(request, kind))],
    [`POST /${path}`, (request) => created(request, kind)],
    [`GET /${path}/:id`, (request) => shown3(request, kind)],
    [`PUT /${path}/:id`, (request) => changed2(request, kind)],
    [`DELETE /${path}/:id`, (request) => removed(request, kind)]
  ];
}
function visible({ cloud, asker }, kind) {
  const all = [...cloud.world.balancing[kind].values()];
  return asker.isAdmin ? all : all.filter((one) => one.project === asker.project);
}
function partsOf({ cloud }, pool) {
  return pool.members.flatMap((id) => cloud.world.balancing.member.get(id) ?? []);
}
function listed3(request, kind, parts) {
  const { cloud, call } = request;
  const key = `${kind}s`;
  const views = parts.map((part2) => partView(cloud, kind, part2));
  const known2 = Object.keys(views[0] ?? { id: "", name: "", project_id: "", provisioning_status: "" });
  const filters3 = views.length === 0 ? [...known2, ...call.query.keys()] : known2;
  const page3 = listPage(call.query, views, filters3, `${cloud.base}${PREFIX}${call.path}`);
  return isRefusal(page3) ? failure4(page3) : json(200, { [key]: page3.shown, [`${key}_links`]: page3.links });
}
function shown3(request, kind) {
  const part2 = partOf2(request, kind);
  if (isRefusal(part2)) return failure4(part2);
  const view = partView(request.cloud, kind, part2);
  const fields = request.call.query.getAll("fields");
  const chosen = Object.entries(view).filter(([key]) => fields.length === 0 || fields.includes(key));
  return json(200, { [kind]: Object.fromEntries(chosen) });
}
function created(request, kind, pool) {
  const sent = sentPart(request, kind);
  if (isRefusal(sent)) return failure4(sent);
  const made2 = makePart(request.cloud, request.asker, kind, sent, pool);
  return isRefusal(made2) ? failure4(made2) : json(201, { [kind]: partView(request.cloud, kind, made2) });
}
function changed2(request, kind) {
  const part2 = partOf2(request, kind);
  if (isRefusal(part2)) return failure4(part2);
  const sent = sentPart(request, kind);
  if (isRefusal(sent)) return failure4(sent);
  const trouble = changePart(request.cloud, kind, part2, sent);
  return trouble === void 0 ? json(200, { [kind]: partView(request.cloud, kind, part2) }) : failure4(trouble);
}
function removed(request, kind) {
  const part2 = partOf2(request, kind);
  if (isRefusal(part2)) return failure4(part2);
  const cascade = request.call.query.get("cascade")?.toLowerCase() === "true";
  const trouble = removePart(request.cloud, kind, part2, cascade);
  return trouble === void 0 ? empty(204) : failure4(trouble);
}
function batch(request, pool) {
  const wanted2 = objectBody(request.call)?.["members"];
  if (!Array.isArray(wanted2)) return failure4(refused2(400, "Request is not in valid JSON format"));
  const additiveOnly = request.call.query.get("additive_only")?.toLowerCase() === "true";
  const trouble = replaceMembers(request.cloud, pool, wanted2.filter(isObject), additiveOnly);
  return trouble === void 0 ? empty(202) : failure4(trouble);
}
function partOf2({ cloud, asker, parameters }, kind) {
  const { id = "", pool } = parameters;
  const part2 = findPart(cloud, asker, kind, id);
  if (isRefusal(part2)) return part2;
  const stray = kind === "member" && "pool" in part2 && part2.pool !== pool;
  return stray ? notFound(kind, id) : part2;
}
function sentPart({ call }, kind) {
  const sent = objectBody(call)?.[kind];
  return isObject(sent) ? sent : refused2(400, "Request is not in valid JSON format");
}
function inPool(handler) {
  return (request) => {
    const id = request.parameters["pool"] ?? "";
    const pool = findPart(request.cloud, request.asker, "pool", id);
    if (!isRefusal(pool)) return handler(request, pool);
    if (pool.status !== 404) return failure4(pool);
    return json(404, { code: 404, title: "Bad Request", description: pool.message });
  };
}
function status(request) {
  const balancer = partOf2(request, "loadbalancer");
  return isRefusal(balancer) ? failure4(balancer) : json(200, { statuses: statusTree(request.cloud, balancer) });
}
function stats(request) {
  const kind = request.call.path.includes("/listeners/") ? "listener" : "loadbalancer";
  const part2 = partOf2(request, kind);
  if (isRefusal(part2)) return failure4(part2);
  const counts2 = {
    bytes_in: 0,
    bytes_out: 0,
    active_connections: 0,
    total_connections: 0,
    request_errors: 0
  };
  return json(200, { stats: counts2 });
}
var UNLIMITED = Object.fromEntries(
  ["load_balancer", "listener", "member", "pool", "health_monitor", "l7policy", "l7rule"].map((name) => [
    name,
    -1
  ])
);
function quota({ world }) {
  const { others = {} } = world.quotas;
  return Object.fromEntries(Object.entries(UNLIMITED).map(([name, limit]) => [name, others[name] ?? limit]));
}
function setQuotas4({ cloud, call, session }) {
  if (!isAdmin(session)) return failure4(forbidden());
  const wanted2 = objectBody(call)?.["quota"];
  cloud.world.quotas.others ??= {};
  for (const name of Object.keys(UNLIMITED)) {
    const limit = isObject(wanted2) ? wanted2[name] : void 0;
    if (typeof limit === "number") cloud.world.quotas.others[name] = limit;
  }
  return json(202, { quota: quota(cloud) });
}
function failure4(refusal) {
  return json(refusal.status, { faultcode: "Client", faultstring: refusal.message, debuginfo: null });
}
function versions3(cloud) {
  const links2 = [{ href: `${cloud.base}${PREFIX}/v2`, rel: "self" }];
  const version3 = (id, state) => ({
    id,
    status: state,
    updated: "2023-06-09T00:00:00Z",
    links: links2
  });
  return json(200, { versions: [version3("v2.0", "SUPPORTED"), version3("v2.27", "CURRENT")] });
}

// src/sandbox/services.ts
var PREFIXES = [
  ["/orchestration/v1", orchestrationApi],
  ["/compute/v2.1", computeApi],
  ["/cloudformation/v1/signal", cloudFormationSignal],
  ["/orchestration", (cloud) => orchestrationVersions(cloud)],
  ["/compute", (cloud) => computeVersions(cloud)],
  ["/identity", identityApi],
  ["/load-balancer", loadBalancerApi],
  ["/networking", networkApi],
  ["/image", imageApi],
  ["/metric", metricApi],
  ["/alarming", alarmingApi],
  ["/rating", ratingApi],
  ["/placement", placementApi]
];
function serve(cloud, call) {
  for (const [prefix, service] of PREFIXES) {
    if (call.path === prefix || call.path.startsWith(`${prefix}/`)) {
      return service(cloud, { ...call, path: call.path.slice(prefix.length) });
    }
  }
  return webobNotFound();
}

// src/sandbox/embedded.ts
var START = "2026-01-01T00:00:00Z";
async function startSandbox(options = {}) {
  const world = options.state === void 0 ? seedWorld(startTime(options.start)) : restoreWorld(options.state);
  const cloud = new Cloud(world, options.speed ?? 0, runTask);
  if (options.state !== void 0 && !("alarming" in options.state)) adoptResources(cloud);
  const faults = faultControl(cloud);
  const log = new RequestLog();
  const requestIds = { random: 2652 };
  const port = await openPort(options.port ?? 0, {
    fault: (method, path) => takeFault(cloud, method, path),
    answer: (call) => {
      cloud.catchUp();
      const isControl = call.path.startsWith("/sandbox/");
      return isControl ? controlApi({ cloud, faults, log }, { ...call, path: call.path.slice(8) }) : serve(cloud, call);
    },
    requestId: () => `req-${uuid(requestIds)}`,
    done: (method, path, status2) => {
      if (!path.startsWith("/sandbox/")) log.add({ method, path, status: status2 });
    }
  });
  cloud.base = `http://127.0.0.1:${port.port}`;
  return {
    authUrl: `${cloud.base}/identity/v3`,
    region: world.identity.region,
    credentials: SEED_CREDENTIALS,
    now: () => new Date(cloud.now),
    advance: (seconds2) => cloud.advance(seconds2),
    requests: () => log.entries(),
    requestCount: () => log.count,
    requestCounts: () => log.counts(),
    snapshot: () => saveWorld(world),
    faults,
    load: (order) => setLoad(cloud, readLoadOrder(order)),
    close: () => port.close()
  };
}
function startTime(start) {
  const at = Date.parse(start ?? START);
  if (Number.isNaN(at))
    throw new Error(`starting the sandbox: "${start}" is no ISO time, want for instance "${START}"`);
  return at;
}

export {
  startSandbox
};
