import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);

// src/sandbox/generator.ts
var BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
var HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
function nextWord(source) {
  source.random = source.random + 1831565813 | 0;
  let word = source.random;
  word = Math.imul(word ^ word >>> 15, word | 1);
  word ^= word + Math.imul(word ^ word >>> 7, word | 61);
  return (word ^ word >>> 14) >>> 0;
}
function hexDigits(source, length) {
  let text = "";
  while (text.length < length) text += hexWord(nextWord(source));
  return text;
}
function uuid(source) {
  const digits = hexDigits(source, 32);
  const variant = (Number.parseInt(digits.charAt(16), 16) & 3 | 8).toString(16);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20)}`;
}
function shortId(source) {
  let text = "";
  for (let half = 0; half < 2; half += 1) {
    let word = nextWord(source);
    for (let index = 0; index < 6; index += 1) {
      text += BASE32.charAt(word & 31);
      word >>>= 5;
    }
  }
  return text;
}
function hexWord(word) {
  return `${HEX[word >>> 24]}${HEX[word >>> 16 & 255]}${HEX[word >>> 8 & 255]}${HEX[word & 255]}`;
}

// src/sandbox/creation-order.ts
var CreationOrder = class {
  #byId = /* @__PURE__ */ new Map();
  #order = [];
  #holes = 0;
  constructor(records = []) {
    for (const record of records) this.add(record);
  }
  get size() {
    return this.#byId.size;
  }
  get(id) {
    return this.#byId.get(id);
  }
  add(record) {
    this.#byId.set(record.id, record);
    this.#order.push(record);
  }
  remove(id) {
    if (!this.#byId.delete(id)) return;
    this.#holes += 1;
    if (this.#holes > 64 && this.#holes * 2 > this.#order.length) this.#compact();
  }
  values() {
    return this.#byId.values();
  }
  /** Newest first; with `after`, only the records made before that one. */
  *newestFirst(after) {
    const start = after === void 0 ? this.#order.length : this.#position(after.serial);
    for (let index = start - 1; index >= 0; index -= 1) {
      const record = this.#order[index];
      if (record !== void 0 && this.#byId.get(record.id) === record) yield record;
    }
  }
  #position(serial) {
    let low = 0;
    let high = this.#order.length;
    while (low < high) {
      const middle = low + high >> 1;
      if ((this.#order[middle]?.serial ?? 0) < serial) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  #compact() {
    this.#order = this.#order.filter((record) => this.#byId.get(record.id) === record);
    this.#holes = 0;
  }
};

// src/sandbox/gnocchi/archive-policies.ts
var MINUTE = 60;
var HOUR = 3600;
var DAY = 86400;
var USUAL = ["std", "min", "count", "mean", "max", "sum"];
var POLICIES = [
  policy(
    "autoscale-10s",
    ["min", "last", "count", "mean", "max", "rate:mean", "sum"],
    [
      [10, DAY],
      [MINUTE, 7 * DAY]
    ]
  ),
  { ...policy("bool", ["last"], [[1, 365 * DAY]]), backWindow: 3600 },
  policy(
    "ceilometer-high",
    ["mean"],
    [
      [1, HOUR],
      [MINUTE, DAY],
      [HOUR, 365 * DAY]
    ]
  ),
  policy(
    "ceilometer-high-rate",
    ["mean", "rate:mean"],
    [
      [1, HOUR],
      [MINUTE, DAY],
      [HOUR, 365 * DAY]
    ]
  ),
  policy("ceilometer-low", ["mean"], [[5 * MINUTE, 30 * DAY]]),
  policy("ceilometer-low-rate", ["mean", "rate:mean"], [[5 * MINUTE, 30 * DAY]]),
  policy("high", USUAL, [
    [1, HOUR],
    [MINUTE, 7 * DAY],
    [HOUR, 365 * DAY]
  ]),
  policy("low", USUAL, [[5 * MINUTE, 30 * DAY]]),
  policy("medium", USUAL, [
    [MINUTE, 7 * DAY],
    [HOUR, 365 * DAY]
  ])
];
function seedTelemetry() {
  return { archivePolicies: POLICIES, metrics: {}, ended: [], random: 28172 };
}
function findPolicy(cloud, name) {
  return cloud.world.telemetry.archivePolicies.find((one) => one.name === name);
}
function describePolicy({ name, definition, methods, backWindow }) {
  return {
    name,
    back_window: backWindow,
    definition: definition.map(({ granularity, points }) => ({
      timespan: pythonTimedelta(granularity * points),
      granularity: pythonTimedelta(granularity),
      points
    })),
    aggregation_methods: [...methods]
  };
}
function policy(name, methods, spans) {
  const definition = spans.map(([granularity, span]) => ({ granularity, points: span / granularity }));
  return { name, definition, methods, backWindow: 0 };
}
function pythonTimedelta(seconds) {
  const days = Math.floor(seconds / DAY);
  const rest = seconds % DAY;
  const two = (value) => String(Math.floor(value)).padStart(2, "0");
  const clock = `${Math.floor(rest / HOUR)}:${two(rest % HOUR / MINUTE)}:${two(rest % MINUTE)}`;
  return days === 0 ? clock : `${days} day${days === 1 ? "" : "s"}, ${clock}`;
}

// src/sandbox/keystone/services.ts
var SERVICES = [
  { type: "compute", name: "nova", path: () => "/compute/v2.1" },
  { type: "image", name: "glance", path: () => "/image" },
  { type: "network", name: "neutron", path: () => "/networking" },
  { type: "orchestration", name: "heat", path: (project) => `/orchestration/v1/${project}` },
  { type: "metric", name: "gnocchi", path: () => "/metric" },
  { type: "alarming", name: "aodh", path: () => "/alarming" },
  { type: "load-balancer", name: "octavia", path: () => "/load-balancer" },
  { type: "placement", name: "placement", path: () => "/placement" },
  { type: "identity", name: "keystone", path: () => "/identity/v3/" }
];
var RATING = { type: "rating", name: "cloudkitty", path: () => "/rating" };
function catalogue(cloud, project) {
  const region = cloud.world.identity.region;
  const { rating } = cloud.world;
  return [...SERVICES, ...rating === void 0 ? [] : [RATING]].map((service) => ({
    endpoints: ["internal", "public", "admin"].map((side) => ({
      id: stableId(`${service.type}/${side}`),
      interface: side,
      region_id: region,
      url: cloud.base + service.path(project),
      region
    })),
    id: stableId(service.type),
    type: service.type,
    name: service.name
  }));
}
function stableId(name) {
  let random = 2166136261;
  for (const character of name) random = Math.imul(random ^ (character.codePointAt(0) ?? 0), 16777619);
  return hexDigits({ random }, 32);
}

// src/sandbox/octavia/records.ts
var KINDS = ["loadbalancer", "listener", "pool", "member", "healthmonitor"];
function restoreBalancing(saved) {
  return {
    loadbalancer: new CreationOrder(saved.loadbalancer ?? []),
    listener: new CreationOrder(saved.listener ?? []),
    pool: new CreationOrder(saved.pool ?? []),
    member: new CreationOrder(saved.member ?? []),
    healthmonitor: new CreationOrder(saved.healthmonitor ?? [])
  };
}
function saveBalancing(balancing) {
  return {
    loadbalancer: [...balancing.loadbalancer.values()],
    listener: [...balancing.listener.values()],
    pool: [...balancing.pool.values()],
    member: [...balancing.member.values()],
    healthmonitor: [...balancing.healthmonitor.values()]
  };
}

// src/sandbox/seed.ts
var SEED_CREDENTIALS = {
  username: "demo",
  password: "secret",
  projectName: "demo",
  userDomainName: "Default",
  projectDomainName: "Default"
};
var SEED_APPLICATION_CREDENTIAL = {
  id: stableId("application-credential/bot"),
  secret: "bot-secret"
};
var REGION = "RegionOne";
var DEMO = stableId("project/demo");
var ADMIN = stableId("project/admin");
var DEMO_ROLES = ["heat_stack_owner", "reader", "load-balancer_member", "member"];
var TIMINGS = {
  tokenLife: 86400,
  engine: 1,
  build: 10,
  rebuild: 8,
  resize: 12,
  remove: 2,
  action: 2,
  light: 1,
  balancerBuild: 5,
  balancerChange: 1,
  retry: 2,
  evaluation: 60,
  polling: 300
};
var FLAVORS = [
  { id: "1", name: "m1.tiny", vcpus: 1, ram: 512, disk: 1 },
  { id: "2", name: "m1.small", vcpus: 1, ram: 2048, disk: 20 },
  { id: "3", name: "m1.medium", vcpus: 2, ram: 4096, disk: 40 },
  { id: "4", name: "m1.large", vcpus: 4, ram: 8192, disk: 80 },
  { id: "5", name: "m1.xlarge", vcpus: 8, ram: 16384, disk: 160 },
  { id: "6", name: "m1.nano", vcpus: 1, ram: 64, disk: 1 }
];
function seedWorld(now) {
  const random = { random: 24301 };
  const [privateNet, publicNet] = [uuid(random), uuid(random)];
  return {
    now,
    counter: 0,
    timings: TIMINGS,
    quotas: {
      instances: 5e5,
      cores: 2e6,
      ram: 4e9,
      keyPairs: 100,
      serverGroups: 1e4,
      serverGroupMembers: 1e3
    },
    identity: {
      region: REGION,
      roles: Object.fromEntries(
        ["admin", "manager", ...DEMO_ROLES].map((name) => [name, stableId(`role/${name}`)])
      ),
      projects: [
        { id: DEMO, name: "demo" },
        { id: ADMIN, name: "admin" }
      ],
      users: [
        user("demo", DEMO, { [DEMO]: DEMO_ROLES }),
        user("demo-reader", DEMO, { [DEMO]: ["reader"] }),
        user("admin", ADMIN, {
          [ADMIN]: ["admin", "member", "reader"],
          [DEMO]: ["admin", "member", "reader"]
        })
      ],
      applicationCredentials: [
        credential("bot", SEED_APPLICATION_CREDENTIAL.secret, true, DEMO_ROLES),
        credential("bot-restricted", "bot-restricted-secret", false, DEMO_ROLES),
        credential("bot-reader", "bot-reader-secret", false, ["reader"])
      ],
      tokens: [],
      random: 29
    },
    flavors: [...FLAVORS],
    images: ["ubuntu-20.04", "ubuntu-22.04"].map((name) => ({
      id: uuid(random),
      name,
      created: now,
      owner: ADMIN
    })),
    networks: [
      { id: publicNet, name: "public", project: ADMIN, external: true, mtu: 1500, created: now },
      { id: privateNet, name: "private-network", project: DEMO, external: false, mtu: 1450, created: now }
    ],
    subnets: [
      subnet(uuid(random), "private-subnet", DEMO, privateNet, "10.20.0.0/16", "10.20.0.1", true, now),
      subnet(uuid(random), "public-subnet", ADMIN, publicNet, "172.24.4.0/24", "172.24.4.1", false, now)
    ],
    securityGroups: [
      defaultGroup(uuid(random), now),
      securityGroup(uuid(random), "web", "HTTP and HTTPS", [webRule(80), webRule(443)], now)
    ],
    ports: [],
    floatingIps: [],
    balancing: restoreBalancing({}),
    keyPairs: [
      {
        name: "ops",
        user: stableId("user/demo"),
        publicKey: `ssh-ed25519 ${stableId("key/ops")} ops@example.org`,
        fingerprint: (stableId("fingerprint/ops").match(/../g) ?? []).join(":"),
        created: now
      }
    ],
    serverGroups: [],
    servers: new CreationOrder(),
    stacks: new CreationOrder(),
    ...seedMeasuring(),
    queue: [],
    requestFaults: [],
    serverFaults: [],
    random: random.random
  };
}
function seedMeasuring() {
  return {
    telemetry: seedTelemetry(),
    alarming: { alarms: {}, quotas: [], planned: false, random: 41172 },
    loads: []
  };
}
function user(name, project, roles) {
  return { id: stableId(`user/${name}`), name, password: "secret", defaultProject: project, roles };
}
function credential(name, secret, unrestricted, roles) {
  const id = stableId(`application-credential/${name}`);
  return { id, name, secret, user: stableId("user/demo"), project: DEMO, roles, unrestricted };
}
function subnet(id, name, project, network, cidr, gateway, dhcp, created) {
  return { id, name, project, network, cidr, gateway, dhcp, created, next: 0 };
}
function securityGroup(id, name, description, rules, created) {
  return { id, name, project: DEMO, description, rules, created };
}
function defaultGroup(id, created) {
  const rules = ["egress", "ingress"].flatMap(
    (direction) => ["IPv4", "IPv6"].map((ethertype) => ({
      id: stableId(`rule/default/${direction}/${ethertype}`),
      ethertype,
      direction,
      remote_group_id: direction === "ingress" ? id : null
    }))
  );
  return securityGroup(id, "default", "Default security group", rules, created);
}
function webRule(port) {
  return {
    id: stableId(`rule/${port}`),
    ethertype: "IPv4",
    direction: "ingress",
    protocol: "tcp",
    port_range_min: port,
    port_range_max: port,
    remote_ip_prefix: "0.0.0.0/0"
  };
}

// src/sandbox/queue.ts
function pushTask(heap, task) {
  let index = heap.length;
  heap.push(task);
  while (index > 0) {
    const parent = index - 1 >> 1;
    const above = heap[parent];
    if (above === void 0 || !isBefore(task, above)) break;
    heap[index] = above;
    index = parent;
  }
  heap[index] = task;
}
function popDue(heap, time) {
  const first = heap[0];
  if (first === void 0 || first.at > time) return void 0;
  const last = heap.pop();
  if (last !== void 0 && heap.length > 0) sinkFromTop(heap, last);
  return first;
}
function sinkFromTop(heap, task) {
  let index = 0;
  for (; ; ) {
    const child = smallerChild(heap, index);
    const below = child === void 0 ? void 0 : heap[child];
    if (child === void 0 || below === void 0 || !isBefore(below, task)) break;
    heap[index] = below;
    index = child;
  }
  heap[index] = task;
}
function smallerChild(heap, index) {
  const left = index * 2 + 1;
  const right = left + 1;
  const leftTask = heap[left];
  const rightTask = heap[right];
  if (leftTask === void 0) return void 0;
  return rightTask !== void 0 && isBefore(rightTask, leftTask) ? right : left;
}
function isBefore(one, other) {
  return one.at < other.at || one.at === other.at && one.order < other.order;
}

// src/sandbox/state.ts
function saveWorld(world) {
  const { servers, stacks, queue, balancing, ...rest } = world;
  const state = {
    version: 1,
    ...rest,
    servers: [...servers.values()],
    balancing: saveBalancing(balancing),
    stacks: [...stacks.values()].map((stack) => ({ ...stack, rows: [...stack.rows.values()] })),
    queue: queue.filter((task) => isOpen(world, task)).sort((one, other) => one.at - other.at || one.order - other.order)
  };
  return JSON.parse(JSON.stringify(state));
}
function isOpen(world, task) {
  if (task.kind !== "timeout") return true;
  const stack = world.stacks.get(task.stack);
  return stack?.traversal === task.traversal && stack.status === "IN_PROGRESS";
}
function restoreWorld(state) {
  const trouble = stateTrouble(state);
  if (trouble !== void 0) throw new Error(`loading a sandbox state: ${trouble}`);
  const {
    version: _version,
    servers,
    stacks,
    queue,
    balancing,
    ...rest
  } = { ...seedMeasuring(), ...JSON.parse(JSON.stringify(state)) };
  const heap = [];
  for (const task of queue) pushTask(heap, task);
  return {
    ...rest,
    timings: { ...TIMINGS, ...rest.timings },
    floatingIps: rest.floatingIps ?? [],
    ports: rest.ports.map((port) => ({ ...NEW_IN_PORTS, ...port })),
    serverGroups: rest.serverGroups.map((group) => ({ ...NEW_IN_GROUPS, ...group })),
    balancing: restoreBalancing(balancing ?? {}),
    servers: new CreationOrder(servers.map((server) => ({ ...NEW_IN_SERVERS, ...server }))),
    stacks: new CreationOrder(
      stacks.map(({ rows, ...stack }) => ({ ...stack, rows: new Map(rows.map((row) => [row.key, row])) }))
    ),
    queue: heap
  };
}
var NEW_IN_SERVERS = { volumes: [], pinnedZone: null };
var NEW_IN_PORTS = { device: null, tags: [] };
var NEW_IN_GROUPS = { rules: {} };
var NUMBERS = ["now", "counter", "random"];
var OBJECTS = ["timings", "quotas", "identity"];
var LISTS = {
  flavors: ["id", "name"],
  images: ["id", "name"],
  networks: ["id", "name", "project"],
  subnets: ["id", "name", "network", "cidr"],
  securityGroups: ["id", "name"],
  ports: ["id", "network"],
  keyPairs: ["name", "user"],
  serverGroups: ["id", "name"],
  servers: ["id", "name", "project", "vmState", "flavor"],
  stacks: ["id", "name", "project", "action", "status"],
  queue: ["kind"],
  requestFaults: ["path"],
  serverFaults: ["kind"]
};
function stateTrouble(state) {
  if (!isRecord(state)) return "it is not an object, want the object that a sandbox saved";
  if (state["version"] !== 1) return `"version" is ${JSON.stringify(state["version"])}, want 1`;
  const number = NUMBERS.find((key) => typeof state[key] !== "number");
  if (number !== void 0) return `"${number}" is not a number`;
  const object = OBJECTS.find((key) => !isRecord(state[key]));
  if (object !== void 0) return `"${object}" is not an object`;
  for (const [key, fields] of Object.entries(LISTS)) {
    const trouble = listTrouble(key, state[key], fields);
    if (trouble !== void 0) return trouble;
  }
  return laterTrouble(state) ?? newerTrouble(state);
}
var LATER = {
  telemetry: { archivePolicies: "list", metrics: "object", ended: "list" },
  alarming: { alarms: "object", quotas: "list" }
};
function laterTrouble(state) {
  if ("loads" in state && !Array.isArray(state["loads"])) return '"loads" is not a list';
  for (const [key, parts] of Object.entries(LATER)) {
    const whole = state[key];
    if (whole === void 0) continue;
    if (!isRecord(whole)) return `"${key}" is not an object`;
    const wrong = Object.entries(parts).find(
      ([name, kind]) => kind === "list" ? !Array.isArray(whole[name]) : !isRecord(whole[name])
    );
    if (wrong !== void 0)
      return `"${key}.${wrong[0]}" is not ${wrong[1] === "list" ? "a list" : "an object"}`;
  }
  return void 0;
}
function newerTrouble(state) {
  const { floatingIps = [], balancing = {} } = state;
  if (!isRecord(balancing)) return '"balancing" is not an object';
  const lists = KINDS.map(
    (kind) => listTrouble(`balancing.${kind}`, balancing[kind] ?? [], ["id", "project", "provisioning", "operating"])
  );
  const troubles = [listTrouble("floatingIps", floatingIps, ["id", "network", "address"]), ...lists];
  return troubles.find((one) => one !== void 0);
}
function listTrouble(key, list, fields) {
  if (!Array.isArray(list)) return `"${key}" is not a list`;
  for (const [index, entry] of list.entries()) {
    const missing = isRecord(entry) ? fields.find((field) => typeof entry[field] !== "string") : "";
    if (missing === "") return `"${key}[${index}]" is not an object`;
    if (missing !== void 0) return `"${key}[${index}].${missing}" is not a text`;
    if (key === "stacks" && isRecord(entry) && stackTrouble(entry))
      return `"stacks[${index}]" is not a whole stack`;
  }
  return void 0;
}
function stackTrouble(stack) {
  const content = stack["content"];
  const whole = isRecord(content) && isRecord(content["template"]) && isRecord(content["environment"]) && isRecord(content["files"]);
  return !whole || !Array.isArray(stack["rows"]) || !Array.isArray(stack["events"]) || !Array.isArray(stack["nodes"]);
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export {
  KINDS,
  pushTask,
  popDue,
  nextWord,
  hexDigits,
  uuid,
  shortId,
  findPolicy,
  describePolicy,
  catalogue,
  stableId,
  SEED_CREDENTIALS,
  SEED_APPLICATION_CREDENTIAL,
  seedWorld,
  saveWorld,
  restoreWorld
};
