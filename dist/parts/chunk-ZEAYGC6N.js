import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  require_undici
} from "./chunk-R45KKTMJ.js";
import {
  isJsonObject
} from "./chunk-CEEK6GEM.js";
import {
  CloudError,
  isRefusal
} from "./chunk-MXUBWZWX.js";
import {
  require_dist
} from "./chunk-HE53SSY6.js";
import {
  __toESM
} from "./chunk-7VOHJOSG.js";

// src/adapters/openstack/cloud.ts
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

// src/adapters/openstack/glance/requests.ts
function listImages(marker) {
  const from = marker === null ? [] : [["marker", marker]];
  const query = [["limit", "1000"], ["status", "active"], ...from];
  return { service: "image", method: "GET", path: "/images", query, repeat: "read", doing: "listing images" };
}

// src/adapters/openstack/sharing.ts
function shared(text) {
  return TEXTS.first(text, text);
}
function sharedRecord(value) {
  return RECORDS.first(JSON.stringify(value), value);
}
function sharedJson(value) {
  if (typeof value === "string") return shared(value);
  if (typeof value !== "object" || value === null) return value;
  const inner = isJsonObject(value) ? sharedFields(value) : value.map(sharedJson);
  return VALUES.first(JSON.stringify(value), inner);
}
function sharedFields(fields) {
  return Object.fromEntries(Object.entries(fields).map(([key2, value]) => [key2, sharedJson(value)]));
}
function packed(list2) {
  return list2.length === 0 ? NOTHING : list2.slice();
}
var NOTHING = [];
var Firsts = class {
  #values = /* @__PURE__ */ new Map();
  #characters = 0;
  first(key2, value) {
    const known = this.#values.get(key2);
    if (known !== void 0) return known;
    if (this.#values.size >= MOST || this.#characters >= MOST_CHARACTERS) {
      this.#values.clear();
      this.#characters = 0;
    }
    this.#values.set(key2, value);
    this.#characters += key2.length;
    return value;
  }
};
var MOST = 5e3;
var MOST_CHARACTERS = 1e6;
var TEXTS = new Firsts();
var RECORDS = new Firsts();
var VALUES = new Firsts();

// src/adapters/openstack/shape.ts
var ShapeError = class extends Error {
};
function objectIn(holder, key2) {
  const value = isJsonObject(holder) ? holder[key2] : void 0;
  if (!isJsonObject(value)) throw new ShapeError(`"${key2}" is not an object`);
  return value;
}
function listIn(holder, key2) {
  const value = isJsonObject(holder) ? holder[key2] : void 0;
  if (!Array.isArray(value)) throw new ShapeError(`"${key2}" is not a list`);
  return value.map((item) => {
    if (!isJsonObject(item)) throw new ShapeError(`"${key2}" holds something that is not an object`);
    return item;
  });
}
function textIn(holder, key2) {
  const value = holder[key2];
  if (typeof value !== "string" || value === "") throw new ShapeError(`"${key2}" is not a text`);
  return value;
}
function textOr(value, otherwise) {
  return typeof value === "string" && value !== "" ? value : otherwise;
}
function numberOr(value, otherwise) {
  return typeof value === "number" ? value : otherwise;
}
function listOr(value) {
  return Array.isArray(value) ? value : [];
}
function objectOr(value) {
  return isJsonObject(value) ? value : {};
}
function textsOf(value) {
  return listOr(value).filter((item) => typeof item === "string");
}
function textMapOf(value) {
  const entries2 = Object.entries(objectOr(value));
  return Object.fromEntries(
    entries2.map(([key2, item]) => [key2, typeof item === "string" ? item : JSON.stringify(item)])
  );
}
function timeOr(value, otherwise) {
  const zone = typeof value === "string" ? TIME.exec(value) : null;
  if (zone === null) return otherwise;
  return shared(zone[1] === void 0 ? `${zone[0]}Z` : zone[0]);
}
var TIME = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/;

// src/adapters/openstack/glance/results.ts
function imagePage(body) {
  const items = listIn(body, "images").map((image) => ({
    id: textIn(image, "id"),
    name: textOr(image["name"], "")
  }));
  const more = textOr(objectOr(body)["next"], null) !== null;
  return { items, nextMarker: more ? items.at(-1)?.id ?? null : null };
}

// src/adapters/openstack/neutron/requests.ts
var PAGE = "1000";
var FIELDS = [
  ["fields", "id"],
  ["fields", "name"]
];
function list(doing, path, query, marker) {
  const page2 = [["limit", PAGE], ...marker === null ? [] : [["marker", marker]]];
  return {
    service: "network",
    method: "GET",
    path,
    query: [...query, ...page2],
    repeat: "read",
    doing: `listing ${doing}`
  };
}
function listNetworks(marker) {
  return list("networks", "/networks", FIELDS, marker);
}
function listExternalNetworks(marker) {
  return list("external networks", "/networks", [...FIELDS, ["router:external", "true"]], marker);
}
function listSubnets(marker) {
  const further = ["network_id", "ip_version", "allocation_pools"].map((field) => ["fields", field]);
  return list("subnets", "/subnets", [...FIELDS, ...further], marker);
}
function listPorts(networkId, marker) {
  const query = [
    ["network_id", networkId],
    ["fields", "id"],
    ["fields", "fixed_ips"]
  ];
  return list("ports", "/ports", query, marker);
}
function showQuotas(projectId) {
  return {
    service: "network",
    method: "GET",
    path: `/quotas/${encodeURIComponent(projectId)}/details`,
    repeat: "read",
    doing: "reading quotas"
  };
}
function listSecurityGroups(projectId, marker) {
  return list("security groups", "/security-groups", [...FIELDS, ["project_id", projectId]], marker);
}

// src/adapters/openstack/pages.ts
async function allPages(page2) {
  const items = [];
  const seen = /* @__PURE__ */ new Set();
  for (let marker = null; ; ) {
    const { items: more, nextMarker } = await page2(marker);
    items.push(...more);
    if (nextMarker === null || more.length === 0) return items;
    if (seen.has(nextMarker)) throw circling(nextMarker);
    seen.add(nextMarker);
    marker = nextMarker;
  }
}
function markerIn(body, links, last) {
  const found = listOr(objectOr(body)[links]).filter(isJsonObject);
  return found.some((link) => link["rel"] === "next") ? last ?? null : null;
}
function circling(marker) {
  const message = `reading a paged list: the page after "${marker.slice(0, 80)}" ends with it again; the service is not right`;
  return new CloudError({ code: "unexpected-answer", message });
}

// src/adapters/openstack/neutron/results.ts
function networkPage(body) {
  return page(body, "networks", named);
}
function subnetPage(body) {
  return page(body, "subnets", (subnet) => ({
    ...named(subnet),
    networkId: textIn(subnet, "network_id"),
    ipVersion: numberOr(subnet["ip_version"], 4),
    pools: listOr(subnet["allocation_pools"]).filter(isJsonObject).map((pool) => ({ start: textIn(pool, "start"), end: textIn(pool, "end") }))
  }));
}
function portAddressPage(body) {
  return page(
    body,
    "ports",
    (port) => listOr(port["fixed_ips"]).filter(isJsonObject).flatMap((address) => textOr(address["ip_address"], []))
  );
}
function securityGroupPage(body) {
  return page(body, "security_groups", named);
}
function page(body, key2, read7) {
  const things = listIn(body, key2);
  const last = things.at(-1);
  return { items: things.map(read7), nextMarker: markerIn(body, `${key2}_links`, last && textIn(last, "id")) };
}
function named(thing) {
  return { id: textIn(thing, "id"), name: textOr(thing["name"], "") };
}

// src/adapters/openstack/nova/requests.ts
var PAGE2 = "1000";
function read(doing, path, query = []) {
  return { service: "compute", method: "GET", path, query, repeat: "read", doing };
}
function paged(marker) {
  return [["limit", PAGE2], ...marker === null ? [] : [["marker", marker]]];
}
function listServers(marker) {
  return read("listing servers", "/servers/detail", paged(marker));
}
function showServer(id) {
  return read(`reading server "${id}"`, `/servers/${encodeURIComponent(id)}`);
}
function listFlavors(marker) {
  return read("listing flavors", "/flavors/detail", paged(marker));
}
function listKeyPairs(marker) {
  return read("listing key pairs", "/os-keypairs", paged(marker));
}
function showLimits() {
  return read("reading quotas", "/limits");
}
function listZones() {
  return read("listing availability zones", "/os-availability-zone");
}
function listServerGroups() {
  return read("listing server groups", "/os-server-groups", [["limit", PAGE2]]);
}
function readConsole(id, lines) {
  return {
    service: "compute",
    method: "POST",
    path: `/servers/${encodeURIComponent(id)}/action`,
    json: { "os-getConsoleOutput": { length: lines } },
    repeat: "read",
    doing: `reading the console log of server "${id}"`
  };
}

// src/adapters/openstack/reason.ts
var LONGEST = 300;
var VALUE_BEGINS = [
  // Nova's schema errors repeat the value: `Invalid input for field/attribute imageRef. Value: #!/bin/sh …`
  /(?<=Invalid input for field\/attribute [^\s]{1,80} ?)Value:/i,
  /\bValue: /,
  /\buser_?data\b["']?\s*[:=]/i,
  /#cloud-config|#!\/|Content-Type: multipart|MIME-Version:/i,
  /-----BEGIN /
];
function shortReason(text) {
  const cut = Math.min(...VALUE_BEGINS.map((pattern) => startOf(pattern, text)));
  const kept = cut === Number.POSITIVE_INFINITY ? text : `${text.slice(0, cut)}(value left out)`;
  const line = kept.replace(/<[^>]{0,80}>/g, " ").replace(new RegExp("\\p{Cc}+|\\s+", "gu"), " ").trim().replace(/\.$/, "");
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}
function startOf(pattern, text) {
  const at2 = text.search(pattern);
  return at2 === -1 ? Number.POSITIVE_INFINITY : at2;
}

// src/adapters/openstack/nova/results.ts
function serverPage(body) {
  const items = listIn(body, "servers").map(serverOf);
  return { items, nextMarker: markerIn(body, "servers_links", items.at(-1)?.server.id) };
}
function meteredServers(body) {
  const items = listIn(body, "servers").map((server) => {
    const serverGroup = textOr(objectOr(server["metadata"])["metering.server_group"], null);
    if (serverGroup === null) return null;
    return {
      id: textIn(server, "id"),
      ...whatItIs(server),
      serverGroup: shared(serverGroup),
      createdAt: timeOr(server["created"], null)
    };
  });
  const last = listIn(body, "servers").at(-1);
  return { items, nextMarker: markerIn(body, "servers_links", last && textIn(last, "id")) };
}
function shownServer(body) {
  return serverOf(objectIn(body, "server"));
}
function serverOf(read7) {
  const flavor = objectOr(read7["flavor"]);
  const { name, status, taskState } = whatItIs(read7);
  const server = {
    id: textIn(read7, "id"),
    name,
    status,
    taskState,
    flavor: sharedOr(flavor["original_name"]),
    imageId: sharedOr(objectOr(read7["image"])["id"]),
    createdAt: timeOr(read7["created"], null),
    launchedAt: timeOr(read7["OS-SRV-USG:launched_at"], null),
    addresses: packed(addressesOf(read7["addresses"])),
    interfaces: packed(interfacesOf(read7["addresses"])),
    metadata: sharedRecord(textMapOf(read7["metadata"])),
    keyName: sharedOr(read7["key_name"]),
    locked: typeof read7["locked"] === "boolean" ? read7["locked"] : null,
    tags: Array.isArray(read7["tags"]) ? packed(textsOf(read7["tags"])) : null,
    volumes: packed(volumesOf(read7["os-extended-volumes:volumes_attached"])),
    updatedAt: timeOr(read7["updated"], null),
    fault: faultOf(read7["fault"])
  };
  return { server, flavorId: sharedOr(flavor["id"]) };
}
function whatItIs(read7) {
  return {
    name: textOr(read7["name"], ""),
    status: shared(textOr(read7["status"], "UNKNOWN")),
    taskState: textOr(read7["OS-EXT-STS:task_state"], null)
  };
}
function sharedOr(value) {
  const text = textOr(value, null);
  return text === null ? null : shared(text);
}
function addressesOf(networks) {
  const all = Object.values(objectOr(networks)).flatMap((list2) => listOr(list2));
  return all.filter(isJsonObject).flatMap((address) => textOr(address["addr"], []));
}
function interfacesOf(networks) {
  return Object.entries(objectOr(networks)).flatMap(
    ([network, list2]) => listOr(list2).filter(isJsonObject).filter((address) => address["OS-EXT-IPS:type"] !== "floating").flatMap((address) => textOr(address["addr"], [])).map((address) => ({ network: shared(network), address }))
  );
}
function volumesOf(attached) {
  return listOr(attached).filter(isJsonObject).flatMap((volume) => textOr(volume["id"], []));
}
function faultOf(fault) {
  const message = textOr(objectOr(fault)["message"], null);
  return message === null ? null : shortReason(message);
}
function missingServer(id) {
  return {
    id,
    name: "",
    status: "MISSING",
    taskState: null,
    flavor: null,
    imageId: null,
    createdAt: null,
    launchedAt: null,
    addresses: [],
    interfaces: [],
    metadata: {},
    keyName: null,
    locked: null,
    tags: null,
    volumes: [],
    updatedAt: null,
    fault: null
  };
}
function flavorPage(body) {
  const items = listIn(body, "flavors").map((flavor) => ({
    id: textIn(flavor, "id"),
    name: textIn(flavor, "name"),
    vcpus: numberOr(flavor["vcpus"], 0),
    ramMiB: numberOr(flavor["ram"], 0),
    diskGiB: numberOr(flavor["disk"], 0)
  }));
  return { items, nextMarker: markerIn(body, "flavors_links", items.at(-1)?.id) };
}
function keyPairPage(body) {
  const items = listIn(body, "keypairs").map((entry) => {
    const name = textIn(objectIn(entry, "keypair"), "name");
    return { id: name, name };
  });
  return { items, nextMarker: markerIn(body, "keypairs_links", items.at(-1)?.id) };
}
function serverGroupsOf(body) {
  return listIn(body, "server_groups").map((group) => ({
    id: textIn(group, "id"),
    name: textOr(group["name"], "")
  }));
}
function zonesOf(body) {
  return listIn(body, "availabilityZoneInfo").filter((zone) => objectOr(zone["zoneState"])["available"] === true).map((zone) => textIn(zone, "zoneName")).map((name) => ({ id: name, name }));
}
function consoleText(body) {
  return textOr(objectOr(body)["output"], "");
}

// src/adapters/openstack/octavia/requests.ts
var PAGE3 = "1000";
function listPoolsWithMembers(projectId, marker) {
  const { query = [], ...request2 } = listPools(projectId, marker);
  return { ...request2, query: [...query, ["fields", "members"]] };
}
function listMembers(pool, marker) {
  return {
    service: "load-balancer",
    method: "GET",
    path: `/lbaas/pools/${encodeURIComponent(pool)}/members`,
    query: [
      ["fields", "id"],
      ["fields", "operating_status"],
      ["fields", "provisioning_status"],
      ["limit", PAGE3],
      ...marker === null ? [] : [["marker", marker]]
    ],
    repeat: "read",
    doing: `listing the members of pool "${pool}"`
  };
}
function listPools(projectId, marker) {
  return {
    service: "load-balancer",
    method: "GET",
    path: "/lbaas/pools",
    query: [
      ["project_id", projectId],
      ["fields", "id"],
      ["fields", "name"],
      ["limit", PAGE3],
      ...marker === null ? [] : [["marker", marker]]
    ],
    repeat: "read",
    doing: "listing pools"
  };
}
function showQuotas2(projectId) {
  return {
    service: "load-balancer",
    method: "GET",
    path: `/lbaas/quotas/${encodeURIComponent(projectId)}`,
    repeat: "read",
    doing: "reading quotas"
  };
}

// src/adapters/openstack/octavia/results.ts
function poolPage(body) {
  const items = listIn(body, "pools").map((pool) => ({
    id: textIn(pool, "id"),
    name: textOr(pool["name"], "")
  }));
  return { items, nextMarker: markerIn(body, "pools_links", items.at(-1)?.id) };
}
function poolsWithMembers(body) {
  const items = listIn(body, "pools").map((pool) => ({
    id: textIn(pool, "id"),
    members: listOr(pool["members"]).filter(isJsonObject).flatMap((member) => textOr(member["id"], []))
  }));
  return { items, nextMarker: markerIn(body, "pools_links", items.at(-1)?.id) };
}
function memberPage(body) {
  const items = listIn(body, "members").map((member) => ({
    id: textIn(member, "id"),
    operating: textOr(member["operating_status"], "UNKNOWN"),
    provisioning: textOr(member["provisioning_status"], "UNKNOWN")
  }));
  return { items, nextMarker: markerIn(body, "members_links", items.at(-1)?.id) };
}

// src/adapters/openstack/catalogue.ts
var NOTHING2 = {
  image: [],
  flavor: [],
  network: [],
  subnet: [],
  externalNetwork: [],
  keyPair: [],
  securityGroup: [],
  serverGroup: [],
  pool: [],
  zone: []
};
var PLAIN_TYPES = Object.keys(NOTHING2).filter(
  (type) => type !== "flavor" && type !== "subnet"
);
var CatalogueReader = class {
  #service;
  #projectId;
  #lists = /* @__PURE__ */ new Map();
  #addresses = /* @__PURE__ */ new Map();
  #flavors = null;
  #subnets = null;
  constructor(service, projectId) {
    this.#service = service;
    this.#projectId = projectId;
  }
  async read(types) {
    const lists = await Promise.all(
      PLAIN_TYPES.map(async (type) => [type, types.includes(type) ? await this.#list(type) : []])
    );
    return {
      ...NOTHING2,
      ...Object.fromEntries(lists),
      flavor: types.includes("flavor") ? await this.flavors() : [],
      subnet: types.includes("subnet") ? await this.#readSubnets() : []
    };
  }
  flavors() {
    this.#flavors ??= allPages((marker) => this.#service.call(listFlavors(marker), flavorPage)).then(byName);
    return this.#flavors;
  }
  addressesInUse(networkId) {
    const known = this.#addresses.get(networkId) ?? this.#readAddresses(networkId);
    this.#addresses.set(networkId, known);
    return known;
  }
  async #readAddresses(networkId) {
    const ports = await allPages(
      (marker) => this.#service.call(listPorts(networkId, marker), portAddressPage)
    );
    return ports.flat();
  }
  #readSubnets() {
    this.#subnets ??= allPages((marker) => this.#service.call(listSubnets(marker), subnetPage)).then(byName);
    return this.#subnets;
  }
  #list(type) {
    const known = this.#lists.get(type) ?? readList(type, this.#service, this.#projectId).then(byName);
    this.#lists.set(type, known);
    return known;
  }
};
function readList(type, service, projectId) {
  switch (type) {
    case "image":
      return allPages((marker) => service.call(listImages(marker), imagePage));
    case "network":
      return allPages((marker) => service.call(listNetworks(marker), networkPage));
    case "externalNetwork":
      return allPages((marker) => service.call(listExternalNetworks(marker), networkPage));
    case "keyPair":
      return allPages((marker) => service.call(listKeyPairs(marker), keyPairPage));
    case "securityGroup":
      return allPages((marker) => service.call(listSecurityGroups(projectId, marker), securityGroupPage));
    case "serverGroup":
      return service.call(listServerGroups(), serverGroupsOf);
    case "zone":
      return service.call(listZones(), zonesOf);
    case "pool":
      return allPages((marker) => service.call(listPools(projectId, marker), poolPage));
  }
}
function byName(things) {
  const key2 = ({ name, id }) => `${name}\0${id}`;
  return things.toSorted((a, b) => key2(a) < key2(b) ? -1 : 1);
}

// src/adapters/openstack/cloud-clock.ts
function createCloudClock() {
  let best = null;
  return {
    heard: (outcome, sent, received) => {
      const found = estimate(outcome, sent, received);
      if (found !== null && (best === null || tellsMore(found, best))) best = found;
    },
    ahead: () => {
      if (best === null || Math.abs(best.ahead) <= best.doubt + SMALL) return 0;
      return Math.round(best.ahead / 1e3) * 1e3;
    }
  };
}
var SMALL = 1500;
function tellsMore(one, other) {
  if (isFar(one) !== isFar(other)) return isFar(other);
  return one.doubt < other.doubt;
}
function isFar({ ahead }) {
  return Math.abs(ahead) > DAY;
}
var DAY = 864e5;
function estimate(outcome, sent, received) {
  if (outcome.kind !== "answer" || outcome.headers["age"] !== void 0) return null;
  const text = outcome.headers["date"] ?? "";
  const date = HTTP_DATE.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(date)) return null;
  return { ahead: date + 500 - (sent + received) / 2, doubt: 500 + (received - sent) / 2 };
}
var HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

// src/adapters/openstack/clouds-file.ts
var import_yaml = __toESM(require_dist(), 1);
import { join } from "node:path";
async function readCloudsFile(around, read7) {
  const main = await firstOf(candidates("clouds", around, "OS_CLIENT_CONFIG_FILE"), read7);
  const secure = await firstOf(candidates("secure", around, "OS_CLIENT_SECURE_FILE"), read7);
  const vendor = await firstOf(candidates("clouds-public", around, null), read7);
  const whole = mergeDeep(main?.content ?? {}, secure?.content ?? {});
  return {
    path: main?.path ?? null,
    lookedIn: lookedIn(around),
    clouds: objectsIn(whole["clouds"]),
    profiles: objectsIn(vendor?.content["public-clouds"])
  };
}
function candidates(name, around, variable) {
  const given = variable === null ? void 0 : around.env[variable];
  const found = folders(around).flatMap((folder) => SUFFIXES.map((suffix) => join(folder, name + suffix)));
  return given ? [absolute(given, around), ...found] : found;
}
var SUFFIXES = [".yaml", ".yml", ".json"];
function folders({ env, cwd, home }) {
  const user = env["XDG_CONFIG_HOME"] || join(home, ".config");
  const site = (env["XDG_CONFIG_DIRS"] || "/etc/xdg").split(":").filter((folder) => folder !== "");
  const all = [user, join(home, ".config"), ...site].map((folder) => join(folder, "openstack"));
  return [.../* @__PURE__ */ new Set([cwd, ...all, "/etc/openstack"])];
}
function lookedIn(around) {
  const given = around.env["OS_CLIENT_CONFIG_FILE"];
  return [...given ? [given] : [], ...folders(around).map((folder) => join(folder, "clouds.yaml"))];
}
function absolute(path, { cwd, home }) {
  if (path === "~" || path.startsWith("~/")) return join(home, path.slice(1));
  return path.startsWith("/") ? path : join(cwd, path);
}
async function firstOf(paths, read7) {
  for (const path of paths) {
    const text = await read7(path);
    if (text !== null) return { path, content: parse(path, text) };
  }
  return null;
}
function parse(path, text) {
  const document = (0, import_yaml.parseDocument)(text, { schema: "failsafe", merge: true, logLevel: "silent" });
  const [error] = document.errors;
  if (error) {
    const line = error.linePos?.[0].line ?? 1;
    const what = error.message.split("\n")[0]?.replace(/ at line \d+.*$/, "") ?? "";
    throw invalid(`reading "${path}": line ${line} is not YAML (${what}); mend the file`);
  }
  const content = contentOf(document, path);
  if (content === null || content === "") return {};
  if (!isJsonObject(content))
    throw invalid(`reading "${path}": it holds no mapping; it should begin with "clouds:"`);
  return content;
}
function contentOf(document, path) {
  try {
    return document.toJS();
  } catch {
    throw invalid(`reading "${path}": its aliases refer to too much or to nothing; write the values out`);
  }
}
function invalid(message) {
  return new CloudError({ code: "credentials-invalid", message });
}
function mergeDeep(below, above) {
  const merged2 = Object.entries(above).map(([key2, value]) => {
    const lower = below[key2];
    return [key2, isJsonObject(lower) && isJsonObject(value) ? mergeDeep(lower, value) : value];
  });
  return { ...below, ...Object.fromEntries(merged2) };
}
function objectsIn(value) {
  if (!isJsonObject(value)) return {};
  const entries2 = Object.entries(value).filter(
    (entry) => isJsonObject(entry[1])
  );
  return Object.fromEntries(entries2);
}

// src/adapters/openstack/cloud-settings.ts
function chooseCloud(asked, around, file) {
  const { env } = around;
  const named3 = asked || env["OS_CLOUD"] || null;
  const envName = env["OS_CLOUD_NAME"] || "envvars";
  if (named3 !== null && named3 !== envName) return fromFile(named3, env, file);
  if (hasCredentials(env))
    return { name: "environment", origin: "the OS_* variables", values: flat(fromEnv(env)) };
  const [only, ...others] = Object.keys(file.clouds);
  if (named3 === null && only !== void 0 && others.length === 0) return fromFile(only, env, file);
  throw nothingNamed(file);
}
function fromFile(name, env, file) {
  const cloud = Object.hasOwn(file.clouds, name) ? file.clouds[name] : void 0;
  if (cloud === void 0) throw unknownCloud(name, file);
  const own = withRegion(flat(withProfile(cloud, file)), env["OS_REGION_NAME"]);
  return { name, origin: `cloud "${name}" in ${file.path ?? "clouds.yaml"}`, values: own };
}
function withProfile(cloud, { profiles }) {
  const profile = cloud["profile"] ?? cloud["cloud"];
  const below = typeof profile === "string" && Object.hasOwn(profiles, profile) ? profiles[profile] : void 0;
  return below === void 0 ? cloud : mergeDeep(below, cloud);
}
function withRegion(values, fallback) {
  const regions = Array.isArray(values["regions"]) ? values["regions"] : [];
  const wanted = values["region_name"] || fallback || nameOf(regions[0]);
  const listed = regions.find((region) => nameOf(region) === wanted);
  const own = isJsonObject(listed) && isJsonObject(listed["values"]) ? flat(listed["values"]) : {};
  return { ...values, ...own, ...wanted ? { region_name: wanted } : {} };
}
function nameOf(region) {
  if (typeof region === "string") return region;
  return isJsonObject(region) && typeof region["name"] === "string" ? region["name"] : null;
}
function flat(cloud) {
  const { auth, ...rest } = cloud;
  return { ...underscored(rest), ...isJsonObject(auth) ? underscored(auth) : {} };
}
function underscored(values) {
  return Object.fromEntries(Object.entries(values).map(([key2, value]) => [key2.replaceAll("-", "_"), value]));
}
function fromEnv(env) {
  const entries2 = Object.entries(env).filter(([key2, value]) => key2.startsWith("OS_") && value);
  return Object.fromEntries(entries2.map(([key2, value]) => [key2.slice(3).toLowerCase(), value ?? ""]));
}
function hasCredentials(env) {
  const keys = [
    "AUTH_URL",
    "USERNAME",
    "USER_ID",
    "PASSWORD",
    "TOKEN",
    "AUTH_TOKEN",
    "PROJECT_NAME",
    "PROJECT_ID"
  ];
  const prefixed = [
    ...keys,
    "APPLICATION_CREDENTIAL_ID",
    "APPLICATION_CREDENTIAL_NAME",
    "APPLICATION_CREDENTIAL_SECRET"
  ];
  return prefixed.some((key2) => env[`OS_${key2}`]);
}
function unknownCloud(name, file) {
  if (file.path === null) {
    return missing(
      `looking for cloud "${name}": no clouds.yaml was found; looked at ${file.lookedIn.join(", ")}`
    );
  }
  const names = Object.keys(file.clouds).sort();
  const known = names.length === 0 ? "the file holds none" : `there are ${names.map((n) => `"${n}"`).join(", ")}`;
  return new CloudError({
    code: "unknown-cloud",
    message: `looking for cloud "${name}": ${file.path} does not hold it; ${known}`
  });
}
function nothingNamed(file) {
  const names = Object.keys(file.clouds).sort();
  const choice = names.length === 0 ? `no clouds.yaml was found either; looked at ${file.lookedIn.join(", ")}` : `${file.path ?? "clouds.yaml"} holds ${names.map((name) => `"${name}"`).join(", ")}`;
  return missing(
    `looking for a cloud: none is named and the environment holds no OS_AUTH_URL with credentials; ${choice}; name one by --cloud or OS_CLOUD`
  );
}
function missing(message) {
  return new CloudError({ code: "credentials-missing", message });
}

// src/adapters/openstack/connections.ts
var import_undici = __toESM(require_undici(), 1);
import { rootCertificates } from "node:tls";

// src/adapters/openstack/proxy.ts
import { BlockList, isIP } from "node:net";
function proxyFor(url, env) {
  const name = url.protocol === "https:" ? "https_proxy" : "http_proxy";
  const proxy = setting(env, name) ?? setting(env, "all_proxy");
  if (proxy === null || isExempt(url, setting(env, "no_proxy") ?? "")) return null;
  return proxy.includes("://") ? proxy : `http://${proxy}`;
}
function setting(env, name) {
  return env[name] || env[name.toUpperCase()] || null;
}
function isExempt(url, noProxy) {
  const host = url.hostname.replace(/^\[|\]$/g, "").toLowerCase();
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  const entries2 = noProxy.toLowerCase().split(/[\s,]+/);
  return entries2.filter((entry) => entry !== "").some((entry) => matches(entry, host, port));
}
function matches(entry, host, port) {
  if (entry === "*") return true;
  if (entry.includes("/")) return inRange(host, entry);
  const [, name = entry, onlyPort] = /^(.*[^:]):(\d+)$/.exec(entry) ?? [];
  if (onlyPort !== void 0 && isIP(entry) === 0 && onlyPort !== port) return false;
  const bare = (isIP(entry) === 0 ? name : entry).replace(/^\*?\./, "").replace(/^\[|\]$/g, "");
  return host === bare || isIP(host) === 0 && host.endsWith(`.${bare}`);
}
function inRange(host, range) {
  const [network = "", bits = ""] = range.split("/");
  const family = isIP(network);
  if (family === 0 || family !== isIP(host) || !/^\d+$/.test(bits)) return false;
  if (Number(bits) > (family === 4 ? 32 : 128)) return false;
  const type = family === 4 ? "ipv4" : "ipv6";
  const list2 = new BlockList();
  list2.addSubnet(network, Number(bits), type);
  return list2.check(host, type);
}

// src/adapters/openstack/connections.ts
function openConnections(tls, timeouts, env) {
  const dispatchers = /* @__PURE__ */ new Map();
  return {
    for(url, method) {
      const proxy = proxyUrl(url, env);
      const pipelining = method === "GET" || method === "HEAD" ? 1 : 0;
      const key2 = `${proxy?.href ?? "direct"} ${pipelining}`;
      const dispatcher = dispatchers.get(key2) ?? createDispatcher(proxy, tls, timeouts, pipelining);
      dispatchers.set(key2, dispatcher);
      return { dispatcher, via: proxy === null ? null : proxy.host };
    },
    async close() {
      const open = [...dispatchers.values()];
      dispatchers.clear();
      await Promise.all(open.map((dispatcher) => dispatcher.destroy()));
    }
  };
}
function proxyUrl(url, env) {
  const proxy = proxyFor(url, env);
  if (proxy === null) return null;
  if (URL.canParse(proxy) && /^https?:$/.test(new URL(proxy).protocol)) return new URL(proxy);
  throw new CloudError({
    code: "credentials-invalid",
    message: `going to "${url.host}": HTTPS_PROXY or HTTP_PROXY is not an http(s) address; it should look like http://proxy.example:3128`
  });
}
function createDispatcher(proxy, tls, timeouts, pipelining) {
  const connect = connectOptions(tls, timeouts);
  if (proxy === null) return new import_undici.Agent({ connect, pipelining });
  return new import_undici.ProxyAgent({
    uri: proxy.href,
    proxyTunnel: false,
    requestTls: connect,
    proxyTls: connect,
    connect,
    pipelining
  });
}
function connectOptions({ ca, verify, cert, key: key2 }, { connectMs }) {
  return {
    timeout: connectMs,
    rejectUnauthorized: verify,
    ...ca === null ? {} : { ca: [...rootCertificates, ca] },
    ...cert === null ? {} : { cert, key: key2 ?? cert }
  };
}

// src/adapters/openstack/credentials.ts
function credentialsFrom(settings) {
  const get = (...keys) => firstText(settings, keys);
  refuseOtherScopes(settings, get);
  const identity = identityFrom(settings, get);
  const project = identity.method === "application_credential" ? null : projectFrom(get);
  return {
    cloud: settings.name,
    origin: settings.origin,
    authUrl: authUrlFrom(settings, get),
    identity,
    project,
    region: get("region_name"),
    interface: interfaceOf(settings, get("interface", "endpoint_type") ?? "public"),
    tls: { cacert: get("cacert"), cert: get("cert"), key: get("key"), verify: verifyFrom(get) },
    endpoints: bySuffix(settings, "_endpoint_override"),
    interfaces: interfacesByService(settings),
    secrets: secretsOf(identity)
  };
}
function firstText({ values }, keys) {
  for (const key2 of keys) {
    const value = values[key2];
    if (typeof value === "string" && value !== "") return value;
    if (typeof value === "number" || typeof value === "boolean") return String(value);
  }
  return null;
}
function refuseOtherScopes({ origin }, get) {
  if (get("system_scope") !== null) {
    throw invalid(
      `reading ${origin}: it asks for system scope; stacks live in a project, so give project_name instead`
    );
  }
  const domain = get("domain_id") ?? get("domain_name");
  const project = get("project_id", "tenant_id", "project_name", "tenant_name");
  if (domain !== null && project === null && get("auth_type") !== "v3applicationcredential") {
    throw invalid(
      `reading ${origin}: it asks for the scope of domain "${domain}"; stacks live in a project, so give project_name too`
    );
  }
}
function authUrlFrom({ origin }, get) {
  const text = get("auth_url");
  if (text === null)
    throw invalid(
      `reading ${origin}: auth_url (OS_AUTH_URL) is missing; give Keystone's address, such as https://keystone.example:5000/v3`
    );
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw invalid(
      `reading ${origin}: auth_url "${text.slice(0, 200)}" is not an http(s) address; it should look like https://keystone.example:5000/v3`
    );
  }
  url.username = "";
  url.password = "";
  url.search = "";
  url.pathname = `${url.pathname.replace(/\/+$/, "").replace(/\/v(2\.0|3)$/, "")}/v3`;
  return url;
}
var AUTH_TYPES = {
  password: "password",
  v3password: "password",
  v3applicationcredential: "application_credential",
  token: "token",
  v3token: "token"
};
function methodFrom({ origin }, get) {
  const type = get("auth_type", "auth_plugin");
  if (type !== null) {
    const method = Object.hasOwn(AUTH_TYPES, type) ? AUTH_TYPES[type] : void 0;
    if (method !== void 0) return method;
    throw invalid(
      `reading ${origin}: auth_type "${type}" is not supported; use one of ${Object.keys(AUTH_TYPES).join(", ")}`
    );
  }
  if (get("application_credential_id", "application_credential_name") !== null)
    return "application_credential";
  return get("token", "auth_token") !== null && get("password") === null ? "token" : "password";
}
function identityFrom(settings, get) {
  const method = methodFrom(settings, get);
  const need = (words, ...keys) => {
    const value = get(...keys);
    if (value === null)
      throw invalid(
        `reading ${settings.origin}: ${words} is missing; a login by ${method.replace("_", " ")} needs it`
      );
    return value;
  };
  switch (method) {
    case "password":
      return { method, user: userFrom(get, need), password: need("password (OS_PASSWORD)", "password") };
    case "token":
      return { method, token: need("token (OS_TOKEN)", "token", "auth_token") };
    case "application_credential":
      return {
        method,
        credential: credentialFrom(get, need),
        secret: need("application_credential_secret", "application_credential_secret")
      };
  }
}
function credentialFrom(get, need) {
  const id = get("application_credential_id");
  if (id !== null) return { id };
  return {
    name: need("application_credential_id", "application_credential_name"),
    user: userFrom(get, need)
  };
}
function userFrom(get, need) {
  const id = get("user_id");
  if (id !== null) return { id };
  return { name: need("username (OS_USERNAME)", "username", "user_name"), domain: domainFrom(get, "user") };
}
function projectFrom(get) {
  const id = get("project_id", "tenant_id");
  if (id !== null) return { id };
  const name = get("project_name", "tenant_name");
  return name === null ? null : { name, domain: domainFrom(get, "project") };
}
function domainFrom(get, whose) {
  const id = get(`${whose}_domain_id`);
  if (id !== null) return { id };
  const name = get(`${whose}_domain_name`);
  if (name !== null) return { name };
  const bothId = get("domain_id", "default_domain_id");
  if (bothId !== null) return { id: bothId };
  const both = get("domain_name", "default_domain_name", "default_domain");
  return both === null ? { id: "default" } : { name: both };
}
var INTERFACES = {
  public: "public",
  publicURL: "public",
  internal: "internal",
  internalURL: "internal",
  admin: "admin",
  adminURL: "admin"
};
function interfaceOf({ origin }, value) {
  const known = Object.hasOwn(INTERFACES, value) ? INTERFACES[value] : void 0;
  if (known === void 0)
    throw invalid(`reading ${origin}: interface "${value}" is unknown; use public, internal or admin`);
  return known;
}
function interfacesByService(settings) {
  const given = { ...bySuffix(settings, "_endpoint_type"), ...bySuffix(settings, "_interface") };
  return Object.fromEntries(
    Object.entries(given).map(([service, value]) => [service, interfaceOf(settings, value)])
  );
}
function bySuffix({ values }, suffix) {
  const entries2 = Object.entries(values).filter(
    ([key2, value]) => key2.endsWith(suffix) && typeof value === "string" && value !== ""
  );
  return Object.fromEntries(entries2.map(([key2, value]) => [key2.slice(0, -suffix.length), String(value)]));
}
function verifyFrom(get) {
  const off = /^(false|no|off|0)$/i.test(get("verify") ?? "");
  const insecure = /^(true|yes|on|1)$/i.test(get("insecure") ?? "");
  return !off && !insecure;
}
function secretsOf(identity) {
  switch (identity.method) {
    case "password":
      return [identity.password];
    case "application_credential":
      return [identity.secret];
    case "token":
      return [identity.token];
  }
}

// src/adapters/openstack/deeds.ts
function serverDeeds(service, id) {
  const path = `/servers/${encodeURIComponent(id)}/os-instance-actions`;
  return unlessRefused(
    service.find(
      read2("compute", path, `reading what was done to server "${id}"`),
      (body) => listIn(body, "instanceActions").map((action) => deedOf(action, "start_time", "action"))
    )
  );
}
function alarmDeeds(service, id) {
  const path = `/alarms/${encodeURIComponent(id)}/history`;
  return unlessRefused(
    service.find(read2("alarming", path, `reading what was done to alarm "${id}"`), (body) => {
      if (!Array.isArray(body)) throw new ShapeError("the history is not a list");
      return listOr(body).filter(isJsonObject).map((change) => deedOf(change, "timestamp", "type"));
    })
  );
}
function deedOf(fields, time, what) {
  return {
    at: timeOr(fields[time], ""),
    what: textOr(fields[what], ""),
    userId: textOr(fields["user_id"], null)
  };
}
function read2(service, path, doing) {
  return { service, method: "GET", path, repeat: "read", doing };
}
async function unlessRefused(asked) {
  try {
    return await asked;
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

// src/adapters/openstack/heat/urls.ts
var STACKS = "/stacks";
function stackPath({ name, id }) {
  return `${STACKS}/${encodeURIComponent(name)}/${encodeURIComponent(id)}`;
}
function stackPart(stack, part2) {
  return `${stackPath(stack)}/${part2}`;
}
function resourcePath(stack, resource) {
  return `${stackPart(stack, "resources")}/${encodeURIComponent(resource)}`;
}
function metadataPath(stack, resource) {
  return `${resourcePath(stack, resource)}/metadata`;
}
function stackInLink(href) {
  const [, name, id] = /\/stacks\/([^/?#]+)\/([^/?#]+)/.exec(href) ?? [];
  return name === void 0 || id === void 0 ? null : { name: decoded(name), id: decoded(id) };
}
function decoded(part2) {
  try {
    return decodeURIComponent(part2);
  } catch {
    return part2;
  }
}

// src/adapters/openstack/heat/requests.ts
var WHOLE_TREE = "5";
var PAGE4 = 500;
function read3(doing, path, query = []) {
  return { service: "orchestration", method: "GET", path, query, repeat: "read", doing };
}
function listStacks(marker) {
  const from = marker === null ? [] : [["marker", marker]];
  return read3("listing stacks", STACKS, [["limit", String(PAGE4)], ...from]);
}
function listStacksNamed(names) {
  return read3(
    "listing stacks",
    STACKS,
    names.map((name) => ["name", name])
  );
}
function showStack(stack) {
  return read3(`reading stack "${stack.name}"`, stackPath(stack), [["resolve_outputs", "false"]]);
}
function readTemplate(stack) {
  return read3(`reading the template of stack "${stack.name}"`, stackPart(stack, "template"));
}
function readEnvironment(stack) {
  return read3(`reading the environment of stack "${stack.name}"`, stackPart(stack, "environment"));
}
function readFiles(stack) {
  return read3(`reading the files of stack "${stack.name}"`, stackPart(stack, "files"));
}
function listResources(stack) {
  return read3(`reading the resources of stack "${stack.name}"`, stackPart(stack, "resources"), [
    ["nested_depth", WHOLE_TREE]
  ]);
}
function readMetadata(stack, resource) {
  return read3(
    `reading the metadata of "${resource}" in stack "${stack.name}"`,
    metadataPath(stack, resource)
  );
}
function listEvents(stack, marker) {
  const from = marker === null ? [] : [["marker", marker]];
  return read3(`reading the events of stack "${stack.name}"`, stackPart(stack, "events"), [
    ["nested_depth", WHOLE_TREE],
    ["sort_keys", "event_time"],
    ["sort_dir", "asc"],
    ["limit", String(PAGE4)],
    ...from
  ]);
}
function listLatestEvents(stack) {
  return read3(`reading the latest events of stack "${stack.name}"`, stackPart(stack, "events"), [
    ["nested_depth", WHOLE_TREE],
    ["sort_keys", "event_time"],
    ["sort_dir", "desc"],
    ["limit", String(PAGE4)]
  ]);
}
function createStack(request2) {
  return {
    service: "orchestration",
    method: "POST",
    path: STACKS,
    json: { stack_name: request2.name, ...wholeOf(request2) },
    repeat: "once",
    doing: `creating stack "${request2.name}"`
  };
}
function updateStack(stack, request2) {
  return {
    service: "orchestration",
    method: "PUT",
    path: stackPath(stack),
    json: wholeOf(request2),
    repeat: "once",
    doing: `updating stack "${stack.name}"`
  };
}
function deleteStack(stack) {
  return {
    service: "orchestration",
    method: "DELETE",
    path: stackPath(stack),
    repeat: "repeatable",
    doing: `deleting stack "${stack.name}"`
  };
}
function markResource(stack, resource, mark) {
  return {
    service: "orchestration",
    method: "PATCH",
    path: resourcePath(stack, resource),
    json: { mark_unhealthy: mark.unhealthy, resource_status_reason: mark.reason },
    repeat: "repeatable",
    doing: `${mark.unhealthy ? "marking" : "taking the mark from"} "${resource}" in stack "${stack.name}"`
  };
}
function patchStack(stack) {
  return {
    service: "orchestration",
    method: "PATCH",
    path: stackPath(stack),
    json: {},
    repeat: "once",
    doing: `updating stack "${stack.name}" as it is`
  };
}
function wholeOf({ template, files, environment, tags, timeoutMinutes }) {
  return {
    template,
    files,
    environment: { ...environment },
    disable_rollback: true,
    ...tags.length === 0 ? {} : { tags: tags.join(",") },
    ...timeoutMinutes === null ? {} : { timeout_mins: timeoutMinutes }
  };
}

// src/model/observed.ts
var STACK_ACTIONS = [
  "INIT",
  "CREATE",
  "DELETE",
  "UPDATE",
  "ROLLBACK",
  "SUSPEND",
  "RESUME",
  "ADOPT",
  "SNAPSHOT",
  "CHECK",
  "RESTORE"
];

// src/adapters/openstack/heat/results.ts
function stackPage(body) {
  const stacks = listIn(body, "stacks").map(summaryOf);
  return { items: stacks, nextMarker: markerIn(body, "links", stacks.at(-1)?.id) };
}
function shownStack(body) {
  const stack = objectIn(body, "stack");
  return {
    ...summaryOf(stack),
    owner: textOr(stack["stack_owner"], null),
    parameters: textMapOf(stack["parameters"]),
    timeoutMinutes: numberOr(stack["timeout_mins"], null)
  };
}
function summaryOf(stack) {
  return {
    id: textIn(stack, "id"),
    name: textIn(stack, "stack_name"),
    state: stateOf(textIn(stack, "stack_status"), stack["stack_status_reason"]),
    tags: textsOf(stack["tags"]),
    createdAt: timeOr(stack["creation_time"], ""),
    updatedAt: timeOr(stack["updated_time"], null)
  };
}
function stateOf(joined, reason) {
  const [, before, after] = /^([A-Z]+)_(IN_PROGRESS|COMPLETE|FAILED)$/.exec(joined) ?? [];
  const action = STACK_ACTIONS.find((known) => known === before);
  if (action === void 0 || after === void 0)
    throw new ShapeError(`the status "${joined.slice(0, 40)}" is unknown`);
  return sharedRecord({ action, status: after, reason: shortReason(textOr(reason, "")) });
}
function createdStack(name, body) {
  return { name, id: textIn(objectIn(body, "stack"), "id") };
}
function templateOf(body) {
  if (!isJsonObject(body)) throw new ShapeError("the template is not an object");
  return body;
}
function definitionsOf(body) {
  const template = templateOf(body);
  const resources = objectOr(template["resources"] ?? template["Resources"]);
  return Object.fromEntries(
    Object.entries(resources).map(([name, definition]) => [name, objectOr(sharedJson(definition))])
  );
}
function filesOf(body) {
  return textMapOf(body);
}
function environmentOf(body) {
  const environment = objectOr(body);
  return {
    parameters: objectOr(environment["parameters"]),
    parameter_defaults: objectOr(environment["parameter_defaults"]),
    resource_registry: objectOr(environment["resource_registry"])
  };
}
function listedResources(body) {
  return listIn(body, "resources").map((resource) => {
    const stack = linked(resource, "stack");
    if (stack === null) throw new ShapeError("a resource has no link to its stack");
    return {
      name: textIn(resource, "resource_name"),
      type: shared(textIn(resource, "resource_type")),
      physicalId: textOr(resource["physical_resource_id"], ""),
      state: stateOf(textIn(resource, "resource_status"), resource["resource_status_reason"]),
      createdAt: timeOr(resource["creation_time"], ""),
      stack,
      nested: linked(resource, "nested")
    };
  });
}
function linked(thing, rel) {
  const links = Array.isArray(thing["links"]) ? thing["links"].filter(isJsonObject) : [];
  const href = links.find((link) => link["rel"] === rel)?.["href"];
  return typeof href === "string" ? stackInLink(href) : null;
}
function activityOf(body) {
  const metadata = objectOr(objectOr(body)["metadata"]);
  const ends = Object.keys(objectOr(metadata["cooldown_end"])).map((time) => Date.parse(timeOr(time, "")));
  const last = Math.max(...ends.filter((end) => !Number.isNaN(end)));
  return {
    scalingInProgress: metadata["scaling_in_progress"] === true,
    cooldownUntil: Number.isFinite(last) ? new Date(last).toISOString() : null
  };
}

// src/adapters/openstack/heat/tree.ts
var GROUP_TYPES = ["OS::Heat::AutoScalingGroup", "AWS::AutoScaling::AutoScalingGroup"];
function isGroup({ type }) {
  return GROUP_TYPES.includes(type);
}
function buildTree(root, listed) {
  const holders = /* @__PURE__ */ new Map();
  for (const resource of listed) if (resource.nested !== null) holders.set(resource.nested.id, resource);
  const placed = listed.flatMap((resource) => {
    const address = addressOf(root.id, resource, holders);
    return address === null ? [] : [{ ...resource, address }];
  });
  placed.sort((a, b) => a.address < b.address ? -1 : 1);
  const byStack = /* @__PURE__ */ new Map();
  for (const resource of placed) append(byStack, resource.stack.id, resource);
  const childrenOf = (nested) => byStack.get(nested.id) ?? [];
  const below = ({ address }) => placed.filter((resource) => resource.address.startsWith(`${address}/`));
  return { resources: placed, childrenOf, below };
}
function addressOf(rootId, resource, holders) {
  const names = [resource.name];
  for (let at2 = resource; at2.stack.id !== rootId; ) {
    const holder = holders.get(at2.stack.id);
    if (holder === void 0 || names.length > 20) return null;
    names.unshift(holder.name);
    at2 = holder;
  }
  return names.join("/");
}
function append(lists, key2, item) {
  const list2 = lists.get(key2);
  if (list2 === void 0) lists.set(key2, [item]);
  else list2.push(item);
}

// src/adapters/openstack/heat/events.ts
var LOOK_BACK_MS = 2e4;
var EventReader = class {
  service;
  given = /* @__PURE__ */ new Map();
  /** Places of nested stacks and resources, kept after they are gone. */
  places = /* @__PURE__ */ new Map();
  constructor(service) {
    this.service = service;
  }
  /** Oldest first, those after `after`; nothing when the stack is gone. */
  async after(stack, after) {
    const known = this.given.get(stack.id) ?? [];
    const remembered2 = after === null || known.some(({ id }) => id === after);
    const marker = remembered2 ? markerBefore(known) : after;
    const listed = await this.list(stack, marker);
    const ids = new Set(known.map(({ id }) => id));
    const fresh = await this.placed(
      stack,
      listed.filter(({ id }) => !ids.has(id) && id !== after)
    );
    const all = [...known, ...fresh];
    this.given.set(stack.id, all);
    return remembered2 ? all.slice(all.findIndex(({ id }) => id === after) + 1) : fresh;
  }
  /** One page, oldest first. */
  async latest(stack) {
    const page2 = await this.service.find(listLatestEvents(stack), eventPage);
    return this.placed(stack, (page2?.items ?? []).toReversed());
  }
  list(stack, from) {
    return allPages(async (marker) => {
      const page2 = await this.service.find(listEvents(stack, marker ?? from), eventPage);
      return page2 ?? { items: [], nextMarker: null };
    });
  }
  async placed(stack, events) {
    if (events.length === 0) return [];
    await this.learnPlaces(stack);
    return events.map((event) => {
      const { address, type } = this.placeOf(stack, event);
      const { id, at: at2, physicalId, status, reason } = event;
      return { id, at: at2, address, resourceType: type, physicalId, status, reason };
    });
  }
  async learnPlaces(stack) {
    const listed = await this.service.find(listResources(stack), listedResources) ?? [];
    for (const { address, type, nested, name, stack: holder } of buildTree(stack, listed).resources) {
      this.places.set(keyOf(holder, name), { address, type });
      if (nested !== null) this.places.set(keyOf(nested, null), { address, type });
    }
  }
  /** A stack's own events carry its name as the resource's; a nested stack that was never seen keeps its name. */
  placeOf(root, { stack, name, physicalId }) {
    const holder = stack ?? root;
    const base = holder.id === root.id ? "" : this.places.get(keyOf(holder, null))?.address ?? holder.name;
    if (physicalId === holder.id && name === holder.name) return { address: base, type: STACK };
    const known = this.places.get(keyOf(holder, name));
    return known ?? { address: base === "" ? name : `${base}/${name}`, type: "" };
  }
};
var STACK = "OS::Heat::Stack";
function keyOf({ id }, resource) {
  return resource === null ? id : `${id}/${resource}`;
}
function markerBefore(known) {
  const newest = Math.max(...known.map(({ at: at2 }) => Date.parse(at2)));
  return known.findLast(({ at: at2 }) => Date.parse(at2) < newest - LOOK_BACK_MS)?.id ?? null;
}
function eventPage(body) {
  const items = listIn(body, "events").map(eventOf);
  return { items, nextMarker: items.length < PAGE4 ? null : items.at(-1)?.id ?? null };
}
function eventOf(event) {
  return {
    id: textIn(event, "id"),
    at: timeOr(event["event_time"], ""),
    name: textOr(event["resource_name"], ""),
    physicalId: textOr(event["physical_resource_id"], ""),
    status: textOr(event["resource_status"], ""),
    reason: shortReason(textOr(event["resource_status_reason"], "")),
    stack: linked(event, "stack")
  };
}

// src/adapters/openstack/limit.ts
function eachInTurn(items, most, work) {
  const limit = limitTo(most);
  return Promise.all(items.map((item) => limit(() => work(item))));
}
function limitEach(most) {
  const lanes = /* @__PURE__ */ new Map();
  return (lane, job) => {
    const limit = lanes.get(lane) ?? limitTo(most);
    lanes.set(lane, limit);
    return limit(job);
  };
}
function limitTo(most) {
  let running = 0;
  const waiting = [];
  const enter = () => {
    if (running < most) {
      running += 1;
      return Promise.resolve();
    }
    return new Promise((resolve) => waiting.push(resolve));
  };
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
  return async (job) => {
    await enter();
    try {
      return await job();
    } finally {
      leave();
    }
  };
}

// src/adapters/openstack/nova/servers.ts
function serverReader(service) {
  let list2 = null;
  let flavors = null;
  const flavorNames = () => {
    flavors ??= readFlavorNames(service);
    return flavors;
  };
  const named3 = async ({ server, flavorId }) => {
    if (server.flavor !== null) return server;
    return { ...server, flavor: (await flavorNames()).get(flavorId ?? "") ?? flavorId };
  };
  const listed = async () => {
    const servers = await allPages(async (marker) => {
      const page2 = await service.call(listServers(marker), serverPage);
      return { ...page2, items: await Promise.all(page2.items.map(named3)) };
    });
    return new Map(servers.map((server) => [server.id, server]));
  };
  const look = async (id) => {
    const read7 = await service.find(showServer(id), shownServer);
    return read7 === null ? missingServer(id) : named3(read7);
  };
  return {
    begin: () => {
      list2 ??= listed();
      list2.catch(() => {
      });
    },
    byIds: async (ids) => {
      if (ids.length === 0) return /* @__PURE__ */ new Map();
      list2 ??= listed();
      const known = await list2;
      if (ids.every((id) => known.has(id))) return known;
      const entries2 = ids.map(async (id) => [id, known.get(id) ?? await look(id)]);
      return new Map(await Promise.all(entries2));
    }
  };
}
async function readFlavorNames(service) {
  const flavors = await allPages((marker) => service.call(listFlavors(marker), flavorPage));
  return new Map(flavors.map(({ id, name }) => [id, name]));
}

// src/adapters/openstack/heat/groups.ts
var SERVER_TYPES = [
  "OS::Nova::Server",
  "AWS::EC2::Instance",
  "OS::Heat::ScaledResource"
];
function groupsOf(tree, checked) {
  return tree.resources.filter(isGroup).map((group) => ({
    address: group.address,
    type: group.type,
    state: group.state,
    holder: group.stack,
    nested: group.nested,
    checked: group.nested !== null && checked.has(group.nested.id),
    members: membersOf(tree, group).map((member) => listedMember(tree, member))
  }));
}
function memberServerIds(groups) {
  return groups.flatMap(({ members }) => members.flatMap(({ serverIds }) => serverIds));
}
function withServers(groups, servers) {
  return groups.map((group) => ({
    ...group,
    members: group.members.map(({ name, physicalId, state, createdAt, draining, serverIds }) => {
      const own = packed(serverIds.flatMap((id) => servers.get(id) ?? []));
      return { name, physicalId, state, createdAt, draining, servers: own };
    })
  }));
}
function listedMember(tree, member) {
  const { name, physicalId, state, createdAt } = member;
  const draining = tree.below(member).some(isDraining);
  return { name, physicalId, state, createdAt, draining, serverIds: packed(serverIdsOf(tree, member)) };
}
function isDraining({ type, state }) {
  return type === "OS::Heat::Delay" && state.action === "DELETE" && state.status === "IN_PROGRESS";
}
function membersOf(tree, group) {
  return group.nested === null ? [] : tree.childrenOf(group.nested).toSorted(byRemoval);
}
function byRemoval(a, b) {
  return rank(a) - rank(b) || compare(a.createdAt, b.createdAt) || compare(a.name, b.name);
}
function rank({ state }) {
  return state.status === "FAILED" ? 0 : 1;
}
function compare(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
function serverIdsOf(tree, member) {
  const parts = member.nested === null ? [member] : tree.below(member);
  const servers = parts.filter(({ type, physicalId }) => SERVER_TYPES.includes(type) && physicalId !== "");
  return servers.map(({ physicalId }) => physicalId);
}

// src/adapters/openstack/heat/observe.ts
var NAMES_IN_ONE_QUERY = 25;
function listAllStacks(service) {
  return allPages((marker) => service.call(listStacks(marker), stackPage));
}
async function observeStacks(service, names, known = () => null) {
  return observeEach(service, names, async (stack) => {
    const content = known(stack);
    if (content === null) return readWhole(service, stack);
    const live = await readLive(service, stack);
    return live && { ...live, ...content, owner: null };
  });
}
function observeLiveStacks(service, names) {
  return observeEach(service, names, (stack) => readLive(service, stack));
}
async function observeEach(service, names, read7) {
  const wanted = [...new Set(names)];
  if (wanted.length === 0) return [];
  const listed = await listNamed(service, wanted);
  const found = new Map(listed.filter((stack) => !isGone(stack)).map((stack) => [stack.name, stack]));
  const servers = serverReader(service);
  if (wanted.some((name) => found.has(name))) servers.begin();
  const branches = await eachInTurn(wanted, STACKS_AT_ONCE, async (name) => {
    const stack = found.get(name);
    return { name, branch: stack === void 0 ? null : await read7(stack) };
  });
  return eachInTurn(
    branches,
    STACKS_AT_ONCE,
    async ({ name, branch }) => branch === null ? { presence: "absent", name } : observed(branch, await servers.byIds(memberServerIds(branch.groups)))
  );
}
var STACKS_AT_ONCE = 32;
async function listNamed(service, names) {
  if (names.length > NAMES_IN_ONE_QUERY) return listAllStacks(service);
  return (await service.call(listStacksNamed(names), stackPage)).items;
}
async function readLive(service, stack) {
  const resources = await service.find(listResources(stack), listedResources);
  return resources && { ...stack, ...await partsOf(service, stack, resources) };
}
async function readWhole(service, stack) {
  const [shown, template, environment, files, resources] = await Promise.all([
    service.find(showStack(stack), shownStack),
    service.find(readTemplate(stack), templateOf),
    service.find(readEnvironment(stack), environmentOf),
    service.find(readFiles(stack), filesOf),
    service.find(listResources(stack), listedResources)
  ]);
  if (!shown || !template || !environment || !files || !resources) return null;
  if (isGone(shown)) return null;
  return { ...shown, template, environment, files, ...await partsOf(service, stack, resources) };
}
async function partsOf(service, stack, resources) {
  const tree = buildTree(stack, resources);
  const doubtful = tree.resources.flatMap(
    (one) => isGroup(one) && isCheckFailed(one.state) && one.nested ? [one.nested] : []
  );
  const shown = await Promise.all(doubtful.map((nested) => service.find(showStack(nested), shownStack)));
  const failed = shown.flatMap((nested) => nested && isCheckFailed(nested.state) ? [nested.id] : []);
  return { resources: tree.resources.map(observedResource), groups: groupsOf(tree, new Set(failed)) };
}
function isCheckFailed({ action, status }) {
  return action === "CHECK" && status === "FAILED";
}
function isGone({ state }) {
  return state.action === "DELETE" && state.status === "COMPLETE";
}
function observed({ groups, ...stack }, servers) {
  return { presence: "present", ...stack, groups: withServers(groups, servers) };
}
function observedResource({ address, type, physicalId, state, createdAt }) {
  return { address, type, physicalId, state, createdAt };
}

// src/adapters/openstack/heat/makers.ts
var MOST_STACKS = 1e3;
var MakerReader = class {
  service;
  /** By physical id, of all that were asked for: whoever made a thing that is there made it. */
  known = /* @__PURE__ */ new Map();
  constructor(service) {
    this.service = service;
  }
  /** By physical id; null = there are too many stacks to ask. */
  async of(ids) {
    const fresh = ids.filter((id) => !this.known.has(id));
    const found = fresh.length === 0 ? /* @__PURE__ */ new Map() : await this.read();
    if (found === null) return null;
    for (const id of fresh) this.known.set(id, found.get(id) ?? null);
    const answer = ids.flatMap((id) => {
      const maker = this.known.get(id) ?? null;
      return maker === null ? [] : [[id, maker]];
    });
    return new Map(answer);
  }
  /** Whole lists: a filter by type would not find what an environment calls by another name. */
  async read() {
    const stacks = (await listAllStacks(this.service)).filter((stack) => !isGone(stack));
    if (stacks.length > MOST_STACKS) return null;
    const found = await Promise.all(
      stacks.map(async (stack) => {
        const listed = await this.service.find(listResources(stack), listedResources) ?? [];
        return buildTree(stack, listed).resources.flatMap(
          ({ physicalId, address }) => physicalId === "" ? [] : [[physicalId, { stack: stack.name, resource: address }]]
        );
      })
    );
    return new Map(found.flat());
  }
};

// src/adapters/openstack/heat/pulse.ts
async function readPulse(service, stack) {
  const [shown, resources] = await Promise.all([
    service.find(showStack(stack), shownStack),
    service.find(listResources(stack), listedResources)
  ]);
  if (shown === null || resources === null || isGone(shown)) return null;
  const tree = buildTree(stack, resources);
  const groups = await Promise.all(
    tree.resources.filter(isGroup).map((group) => groupPulse(service, tree, group))
  );
  return { state: shown.state, updatedAt: shown.updatedAt, groups };
}
var AT_REST = { scalingInProgress: false, cooldownUntil: null };
async function groupPulse(service, tree, group) {
  const { nested } = group;
  const [activity, inside] = await Promise.all([
    service.find(readMetadata(group.stack, group.name), activityOf),
    nested === null ? null : service.find(showStack(nested), shownStack)
  ]);
  return {
    address: group.address,
    state: group.state,
    nestedState: inside?.state ?? null,
    activity: activity ?? AT_REST,
    memberCount: nested === null ? 0 : tree.childrenOf(nested).length
  };
}

// src/adapters/openstack/failures.ts
var Refusal = class extends CloudError {
  status;
  constructor(status, details) {
    super(details);
    this.status = status;
  }
};
function failureOf(request2, url, outcome) {
  return outcome.kind === "trouble" ? troubleFailure(request2, url, outcome) : refusal(request2, url, outcome);
}
var TROUBLES = {
  dns: ["unreachable", (host) => `the name of "${host}" does not resolve; check auth_url and the endpoints`],
  "dns-busy": ["unreachable", (host) => `the name server gives no answer for "${host}"; try again`],
  refused: [
    "unreachable",
    (host) => `nothing listens at "${host}", or no route leads there; check the address and the firewall`
  ],
  "connect-timeout": [
    "timeout",
    (host) => `"${host}" does not answer the connection; check the address, the firewall and HTTPS_PROXY`
  ],
  tls: [
    "tls",
    (host) => `the certificate of "${host}" is not trusted or does not match; give the authority's file as cacert (OS_CACERT), or verify: false if you must`
  ],
  proxy: [
    "unreachable",
    (host) => `the proxy "${host}" does not let us through; check HTTPS_PROXY, HTTP_PROXY and NO_PROXY`
  ],
  reset: [
    "unreachable",
    (host) => `"${host}" broke the connection off before it answered; check http or https, and the port`
  ],
  timeout: ["timeout", (host) => `"${host}" took the request and did not answer in time; try again later`],
  "too-large": ["unexpected-answer", (host) => `the answer of "${host}" is larger than 64 MiB`],
  "not-http": [
    "unexpected-answer",
    (host) => `what listens at "${host}" does not speak HTTP; check http or https, and the port`
  ]
};
var ON_THE_WAY = ["dns", "dns-busy", "refused", "connect-timeout", "proxy"];
function troubleFailure(request2, url, { cause, code, via }) {
  const [kind, words] = TROUBLES[cause];
  const atProxy = via !== null && ON_THE_WAY.includes(cause);
  const where = atProxy ? `on the way to "${hostOf(url)}": ` : "";
  return errorOf(request2, kind, `${where}${words(atProxy ? via : hostOf(url))} (${code})`, null);
}
var CODES = {
  400: "invalid",
  401: "unauthorized",
  403: "forbidden",
  404: "not-found",
  407: "unreachable",
  409: "conflict",
  413: "invalid",
  422: "invalid",
  429: "rate-limited"
};
function refusal(request2, url, answer) {
  const { status } = answer;
  const code = CODES[status] ?? (status >= 500 ? "unavailable" : status >= 400 ? "invalid" : "unexpected-answer");
  const advise = ADVICE[status] ?? (status >= 500 ? broken : plain);
  const said = saidBy(answer);
  const message = advise(request2, hostOf(url), status) + (said === "" ? "" : `: ${said}`);
  return errorOf(request2, code, message, answer);
}
var broken = ({ service, method }, host, status) => method === "GET" ? `the ${service} service answers ${status} at "${host}", also when asked again; try later` : `the ${service} service answers ${status} at "${host}"; what was asked may be under way, so run it again`;
var plain = ({ service }, host, status) => status < 400 ? `"${host}" sends us elsewhere (${status}); check the address and its path` : `the ${service} service answers ${status}`;
var ADVICE = {
  401: () => "the token is not accepted, not even a fresh one; check the project and the clock of this machine",
  403: ({ service, method, path }) => `the user's role may not do this (403 for ${method} ${service} ${path}); writing needs member, reading needs reader on the project`,
  407: () => "the proxy asks for a password (407); give it in HTTPS_PROXY as http://user:password@host:port",
  413: () => "the template with its files is too large (413: max_template_size, or a proxy); make it smaller",
  429: (_, host) => `"${host}" still says "too many requests" (429) after waiting; run it later, or less often`
};
function saidBy({ text }) {
  const body = parsed(text);
  if (!isJsonObject(body)) return "";
  const candidates2 = [body["error"], body["NeutronError"], ...Object.values(body), body];
  for (const candidate of candidates2) {
    const message = isJsonObject(candidate) ? candidate["message"] : void 0;
    if (typeof message === "string" && message.trim() !== "") return shortReason(message);
  }
  return "";
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
function unexpectedAnswer(request2, url, answer, error) {
  const what = /^\s*</.test(answer.text) ? "a web page" : "something that is not JSON";
  const said = error instanceof SyntaxError ? `is ${what}` : `is not what its API describes (${error.message})`;
  const message = `the answer of "${hostOf(url)}" ${said}; check that it is the ${request2.service} service`;
  return errorOf(request2, "unexpected-answer", message, answer);
}
function errorOf(request2, code, message, answer) {
  const requestId = answer?.headers["x-openstack-request-id"] ?? answer?.headers["x-compute-request-id"];
  const details = {
    code,
    message: `${request2.doing}: ${message}`,
    request: `${request2.method} ${request2.service} ${request2.path}`,
    ...requestId === void 0 ? {} : { requestId }
  };
  return answer === null ? new CloudError(details) : new Refusal(answer.status, details);
}
function hostOf(url) {
  return `${url.hostname}:${url.port || (url.protocol === "https:" ? "443" : "80")}`;
}

// src/adapters/openstack/heat/write.ts
var NAME_TRIES = 5;
var NAME_WAIT_MS = 2e3;
function createWriter(service, options) {
  return {
    async create(request2) {
      refuseUnsendable(request2);
      try {
        return await createPatiently(service, request2, options);
      } catch (error) {
        if (options.byApplicationCredential && error instanceof Refusal && error.status === 500)
          throw trustRefused(request2, error);
        const mine = maybeArrived(error) ? await findCreated(service, request2) : null;
        if (mine !== null) return mine;
        throw error;
      }
    },
    async update(stack, request2) {
      refuseUnsendable(request2);
      await sendUpdate(service, stack, updateStack(stack, request2));
    },
    async delete(stack) {
      await service.find(deleteStack(stack), () => null);
    },
    async markUnhealthy(stack, resource, reason) {
      await service.call(markResource(stack, resource, { unhealthy: true, reason }), () => null);
    },
    async unmark(stack, resource, reason) {
      await service.find(markResource(stack, resource, { unhealthy: false, reason }), () => null);
    },
    async updateInPlace(stack) {
      await sendUpdate(service, stack, patchStack(stack));
    }
  };
}
async function sendUpdate(service, stack, request2) {
  try {
    await service.call(request2, () => null);
  } catch (error) {
    if (maybeArrived(error) && await isUpdating(service, stack)) return;
    throw error;
  }
}
async function createPatiently(service, request2, { sleep: sleep2 }) {
  for (let number = 1; ; number += 1) {
    try {
      return await service.call(createStack(request2), (body) => createdStack(request2.name, body));
    } catch (error) {
      const conflict = error instanceof Refusal && error.status === 409;
      if (!conflict || number >= NAME_TRIES || await isListed(service, request2.name)) throw error;
      await sleep2(NAME_WAIT_MS);
    }
  }
}
async function isListed(service, name) {
  const listed = await quietly(service.call(listStacksNamed([name]), stackPage));
  return listed === null || listed.items.length > 0;
}
var LOST = ["unreachable", "timeout", "unavailable", "unexpected-answer"];
function maybeArrived(error) {
  return error instanceof CloudError && LOST.includes(error.code);
}
async function findCreated(service, { name, tags }) {
  const listed = await quietly(service.call(listStacksNamed([name]), stackPage));
  const found = listed?.items.find((stack) => stack.name === name);
  if (found === void 0 || tags.length === 0 || !sameSet(found.tags, tags)) return null;
  return { name, id: found.id };
}
async function isUpdating(service, stack) {
  const shown = await quietly(service.find(showStack(stack), shownStack));
  return shown?.state.action === "UPDATE" && shown.state.status === "IN_PROGRESS";
}
async function quietly(answer) {
  try {
    return await answer;
  } catch {
    return null;
  }
}
function sameSet(a, b) {
  return a.length === b.length && a.every((item) => b.includes(item));
}
function refuseUnsendable({ name, environment, tags }) {
  const masked = Object.entries(environment.parameters).find(([, value]) => value === "******");
  if (masked !== void 0) {
    throw unsendable(
      name,
      `parameter "${masked[0]}" reads "******", which is Heat's mask of a hidden value; give the value itself`
    );
  }
  const tag = tags.find((text) => text.includes(",") || text === "" || text.length > 80);
  if (tag !== void 0) {
    throw unsendable(
      name,
      `tag "${tag.slice(0, 100)}" is no tag for Heat; it needs 1 to 80 characters without a comma`
    );
  }
}
function unsendable(name, message) {
  return new CloudError({ code: "invalid", message: `writing stack "${name}": ${message}` });
}
function trustRefused({ name }, cause) {
  return new CloudError({
    code: "trust-refused",
    message: `creating stack "${name}": Heat answers 500 to an application credential, because Keystone lets none make the trust that a new stack needs; use a password user of the project for the first apply (updates work with the application credential)`,
    ...cause.request === null ? {} : { request: cause.request },
    ...cause.requestId === null ? {} : { requestId: cause.requestId }
  });
}

// src/adapters/openstack/placement/requests.ts
var MICROVERSION = "1.16";
var MOST_HOSTS = 1e3;
function listCandidates({ flavor, vcpus, ramMiB, diskGiB }) {
  const amounts = { VCPU: vcpus, MEMORY_MB: ramMiB, DISK_GB: diskGiB };
  const resources = Object.entries(amounts).filter(([, amount]) => amount > 0).map(([name, amount]) => `${name}:${amount}`).join(",");
  return {
    service: "placement",
    method: "GET",
    path: "/allocation_candidates",
    query: [
      ["resources", resources],
      ["limit", String(MOST_HOSTS)]
    ],
    repeat: "read",
    doing: `asking for hosts with room for "${flavor}"`
  };
}

// src/adapters/openstack/placement/results.ts
function allocationCandidates(body) {
  const candidates2 = listIn(body, "allocation_requests").map((request2) => ({
    takes: entries(request2["allocations"]).flatMap(
      ([provider, allocation]) => entries(objectOr(allocation)["resources"]).map(([resource, amount]) => ({
        provider,
        resource,
        amount: numberOr(amount, 0)
      }))
    )
  }));
  const summaries = Object.entries(objectIn(body, "provider_summaries"));
  const free = summaries.flatMap(
    ([provider, summary]) => entries(objectOr(summary)["resources"]).map(([resource, row]) => {
      const { capacity, used } = objectOr(row);
      return [key(provider, resource), numberOr(capacity, 0) - numberOr(used, 0)];
    })
  );
  return { candidates: candidates2, free: new Map(free) };
}
function entries(value) {
  return Object.entries(objectOr(value));
}
function key(provider, resource) {
  return JSON.stringify([provider, resource]);
}
function serversThatFit({ candidates: candidates2, free }) {
  const left = new Map(free);
  let servers = 0;
  for (const { takes } of candidates2) {
    const needed = takes.filter(({ amount }) => amount > 0);
    if (needed.length === 0) continue;
    const room = needed.map(
      ({ provider, resource, amount }) => Math.floor((left.get(key(provider, resource)) ?? 0) / amount)
    );
    const here = Math.max(0, Math.min(...room));
    for (const { provider, resource, amount } of needed)
      left.set(key(provider, resource), (left.get(key(provider, resource)) ?? 0) - here * amount);
    servers += here;
  }
  return servers;
}

// src/adapters/openstack/host-room.ts
async function readHostRoom({ service, offers: offers2 }, questions) {
  const [first, ...more] = questions;
  if (first === void 0 || !offers2("placement")) return [];
  const answer = await ask(service, first);
  if (answer === null) return [];
  const others = await Promise.all(more.map((question) => ask(service, question)));
  return [answer, ...others].filter((one) => one !== null);
}
async function ask(service, question) {
  try {
    const found = await service.call(listCandidates(question), allocationCandidates);
    const orMore = found.candidates.length >= MOST_HOSTS;
    return { ...question, kind: "known", servers: serversThatFit(found), orMore };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return error.code === "forbidden" ? null : { ...question, kind: "unknown", why: error.message };
  }
}

// src/adapters/openstack/http.ts
var import_undici2 = __toESM(require_undici(), 1);
var TIMEOUTS = { connectMs: 15e3, headersMs: 9e4, bodyMs: 9e4 };
var MAX_BODY_BYTES = 64 * 1024 * 1024;
async function send({ dispatcher, via }, timeouts, { method, url, headers, body }) {
  try {
    const answer = await (0, import_undici2.request)(url, {
      dispatcher,
      method,
      headers: { ...headers },
      body,
      headersTimeout: timeouts.headersMs,
      bodyTimeout: timeouts.bodyMs
    });
    const text = await readUpTo(answer.body, MAX_BODY_BYTES);
    if (text === null) return { kind: "trouble", cause: "too-large", code: "BODY_TOO_LARGE", via };
    return { kind: "answer", status: answer.statusCode, headers: single(answer.headers), text };
  } catch (error) {
    return troubleOf(error, via);
  }
}
async function readUpTo(body, most) {
  const chunks = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
function single(headers) {
  const entries2 = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value[0] : value
  ]);
  return Object.fromEntries(entries2.filter(([, value]) => value !== void 0));
}
var CAUSES = {
  ENOTFOUND: "dns",
  EAI_AGAIN: "dns-busy",
  ECONNREFUSED: "refused",
  EHOSTUNREACH: "refused",
  ENETUNREACH: "refused",
  EADDRNOTAVAIL: "refused",
  UND_ERR_CONNECT_TIMEOUT: "connect-timeout",
  ETIMEDOUT: "connect-timeout",
  UND_ERR_HEADERS_TIMEOUT: "timeout",
  UND_ERR_BODY_TIMEOUT: "timeout",
  UND_ERR_PRX_TLS: "tls",
  EPROTO: "tls",
  CERT_HAS_EXPIRED: "tls",
  CERT_NOT_YET_VALID: "tls",
  CERT_UNTRUSTED: "tls",
  CERT_REJECTED: "tls",
  CERT_SIGNATURE_FAILURE: "tls",
  DEPTH_ZERO_SELF_SIGNED_CERT: "tls",
  SELF_SIGNED_CERT_IN_CHAIN: "tls",
  HOSTNAME_MISMATCH: "tls",
  INVALID_CA: "tls"
};
function troubleOf(error, via) {
  const code = codeOf(error);
  return { kind: "trouble", cause: CAUSES[code] ?? causeByFamily(code, error), code, via };
}
function codeOf(error) {
  if (!(error instanceof Error)) return "UNKNOWN";
  if ("code" in error && typeof error.code === "string") return error.code;
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error.cause === void 0 ? error.name : codeOf(error.cause);
}
var BROKEN_SESSION = /BAD_RECORD|DECRYPT|CIPHER_OPERATION_FAILED|INVALID_AAD/;
function causeByFamily(code, error) {
  if (code.startsWith("ERR_SSL") && BROKEN_SESSION.test(code)) return "reset";
  if (/^(ERR_TLS|ERR_SSL|UNABLE_TO_|ERR_OSSL)/.test(code)) return "tls";
  if (code.startsWith("HPE_") || code === "HTTPParserError") return "not-http";
  if (error instanceof Error && /proxy/i.test(error.message)) return "proxy";
  return "reset";
}

// src/adapters/openstack/aodh-query.ts
function ownQuery(text) {
  let query = parsed2(text);
  let own = text;
  for (let inner = insideOf(query); inner !== null; inner = insideOf(query)) {
    query = inner;
    own = JSON.stringify(inner);
  }
  return own;
}
function insideOf(query) {
  const both = isJsonObject(query) ? query["and"] : null;
  const [scope, inner, ...more] = Array.isArray(both) ? both : [];
  return scope !== void 0 && inner !== void 0 && more.length === 0 && isScope(scope) ? inner : null;
}
function isScope(scope) {
  const either = isJsonObject(scope) ? scope["or"] : null;
  const [first] = Array.isArray(either) ? either : [];
  const equal = first !== void 0 && isJsonObject(first) ? first["="] ?? null : null;
  return isJsonObject(equal) && Object.hasOwn(equal, "created_by_project_id");
}
function parsed2(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// src/adapters/openstack/mend-requests.ts
function mendRequest(mend) {
  switch (mend.kind) {
    case "port":
      return put("network", `/ports/${at(mend.id)}`, { port: mend.fields }, `port "${mend.id}"`);
    case "floatingIp":
      return put(
        "network",
        `/floatingips/${at(mend.id)}`,
        { floatingip: mend.fields },
        `floating IP "${mend.id}"`
      );
    case "server":
      return put("compute", `/servers/${at(mend.id)}`, { server: mend.fields }, `server "${mend.id}"`);
    case "tags":
      return put(
        "compute",
        `/servers/${at(mend.id)}/tags`,
        { tags: [...mend.tags] },
        `the tags of server "${mend.id}"`
      );
    case "setMetadata":
      return write("POST", "compute", {
        path: `/servers/${at(mend.id)}/metadata`,
        json: { metadata: { [mend.key]: mend.value } },
        doing: `setting the metadata "${mend.key}" of server "${mend.id}" back`
      });
    case "removeMetadata":
      return write("DELETE", "compute", {
        path: `/servers/${at(mend.id)}/metadata/${at(mend.key)}`,
        doing: `taking the metadata "${mend.key}" from server "${mend.id}"`
      });
    case "addRule":
      return write("POST", "network", {
        path: "/security-group-rules",
        json: { security_group_rule: { ...mend.rule, security_group_id: mend.group } },
        doing: `adding a rule to security group "${mend.group}"`
      });
    case "removeRule":
      return write("DELETE", "network", {
        path: `/security-group-rules/${at(mend.id)}`,
        doing: `removing security group rule "${mend.id}"`
      });
    case "loadBalancer":
      return part(
        `/loadbalancers/${at(mend.id)}`,
        { loadbalancer: mend.fields },
        `load balancer "${mend.id}"`
      );
    case "listener":
      return part(`/listeners/${at(mend.id)}`, { listener: mend.fields }, `listener "${mend.id}"`);
    case "pool":
      return part(`/pools/${at(mend.id)}`, { pool: mend.fields }, `pool "${mend.id}"`);
    case "healthMonitor":
      return part(
        `/healthmonitors/${at(mend.id)}`,
        { healthmonitor: mend.fields },
        `health monitor "${mend.id}"`
      );
    case "poolMember":
      return part(
        `/pools/${at(mend.pool)}/members/${at(mend.id)}`,
        { member: mend.fields },
        `pool member "${mend.id}"`
      );
  }
}
function part(path, json, what) {
  return put("load-balancer", `/lbaas${path}`, json, what);
}
function readAlarm(id) {
  const path = `/alarms/${at(id)}`;
  return { service: "alarming", method: "GET", path, repeat: "read", doing: `reading alarm "${id}"` };
}
function replaceAlarm(id, alarm) {
  return put("alarming", `/alarms/${at(id)}`, alarm, `alarm "${id}"`);
}
function put(service, path, json, what) {
  return write("PUT", service, { path, json, doing: `setting ${what} back` });
}
function write(method, service, rest) {
  return { service, method, repeat: "repeatable", ...rest };
}
function at(id) {
  return encodeURIComponent(id);
}

// src/adapters/openstack/mend.ts
async function sendMend(service, mend) {
  return mend.kind === "alarm" ? mendAlarm(service, mend) : sendPlain(service, mend);
}
async function sendPlain(service, mend) {
  try {
    if (REMOVALS.has(mend.kind)) await service.find(mendRequest(mend), () => null);
    else await service.call(mendRequest(mend), () => null);
  } catch (error) {
    const there = mend.kind === "addRule" && error instanceof CloudError && error.code === "conflict";
    if (!there) throw error;
  }
}
var REMOVALS = /* @__PURE__ */ new Set(["removeRule", "removeMetadata"]);
async function mendAlarm(service, { id, fields }) {
  const alarm = await service.call(readAlarm(id), objectOf);
  await service.call(replaceAlarm(id, sendable(merged(alarm, fields))), () => null);
}
function merged(alarm, fields) {
  const changed = Object.entries(fields).map(([key2, value]) => {
    const is = alarm[key2];
    return [key2, isJsonObject(value) && isJsonObject(is) ? { ...is, ...value } : value];
  });
  return { ...alarm, ...Object.fromEntries(changed) };
}
var ACTIONS = ["alarm_actions", "ok_actions", "insufficient_data_actions"];
function sendable(alarm) {
  const actions = ACTIONS.map((key2) => {
    const given = alarm[key2];
    return [key2, Array.isArray(given) ? given.map(withoutTrustId) : []];
  });
  return { ...alarm, ...Object.fromEntries(actions), ...withOwnQuery(alarm[WRAPPED] ?? null) };
}
var WRAPPED = "gnocchi_aggregation_by_resources_threshold_rule";
function withOwnQuery(rule) {
  if (!isJsonObject(rule) || typeof rule["query"] !== "string") return {};
  return { [WRAPPED]: { ...rule, query: ownQuery(rule["query"]) } };
}
function withoutTrustId(action) {
  return typeof action === "string" ? action.replace(/^(trust\+[a-z]+:\/\/)[^/@]*@/, "$1") : action;
}
function objectOf(body) {
  if (isJsonObject(body)) return body;
  throw new ShapeError("the answer is no object");
}

// src/adapters/openstack/octavia/members.ts
async function readPoolMembers(service, projectId, ids) {
  if (ids.length === 0) return [];
  const wanted = new Set(ids);
  const pools = await allPages(
    (marker) => service.call(listPoolsWithMembers(projectId, marker), poolsWithMembers)
  );
  const asked = pools.filter(({ members }) => members.some((id) => wanted.has(id)));
  const read7 = await Promise.all(asked.map(({ id }) => membersOf2(service, id)));
  return read7.flat().filter(({ id }) => wanted.has(id));
}
function membersOf2(service, pool) {
  return allPages(async (marker) => {
    const page2 = await service.find(listMembers(pool, marker), memberPage);
    return page2 ?? { items: [], nextMarker: null };
  });
}

// src/adapters/openstack/quotas.ts
async function readQuotas(source) {
  const [compute, network, members, volumes] = await Promise.all([
    unlessRefused2(COMPUTE, () => source.service.call(showLimits(), computeQuotas)),
    unlessRefused2(NETWORK, () => source.service.call(showQuotas(source.project.id), networkQuotas)),
    unlessRefused2(["poolMembers"], () => memberQuota(source)),
    unlessRefused2(["volumes", "volumeGiB"], () => volumeQuotas(source))
  ]);
  const { serverGroupMembers, ...ofCompute } = compute;
  return { of: { ...ofCompute, ...network, ...members, ...volumes }, serverGroupMembers };
}
var COMPUTE = ["instances", "cores", "ramMiB", "serverGroupMembers"];
var NETWORK = ["ports", "floatingIps"];
async function unlessRefused2(names, ask3) {
  try {
    return await ask3();
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return unknown(names, whyNot(error));
  }
}
function whyNot({ code, message }) {
  return code === "forbidden" ? "the credential may not read it" : message;
}
function unknown(names, why) {
  return Object.fromEntries(names.map((name) => [name, { kind: "unknown", why }]));
}
function computeQuotas(body) {
  const absolute2 = objectIn(objectIn(body, "limits"), "absolute");
  return {
    instances: quotaOf(absolute2["maxTotalInstances"], absolute2["totalInstancesUsed"]),
    cores: quotaOf(absolute2["maxTotalCores"], absolute2["totalCoresUsed"]),
    ramMiB: quotaOf(absolute2["maxTotalRAMSize"], absolute2["totalRAMUsed"]),
    serverGroupMembers: quotaOf(absolute2["maxServerGroupMembers"], 0)
  };
}
function networkQuotas(body) {
  const quota = objectIn(body, "quota");
  const row = (name) => {
    const { limit, used, reserved } = objectOr(quota[name]);
    return quotaOf(limit, sum(used, reserved));
  };
  return { ports: row("port"), floatingIps: row("floatingip") };
}
function sum(used, reserved) {
  return typeof used === "number" ? used + numberOr(reserved, 0) : void 0;
}
async function memberQuota({ service, project, offers: offers2 }) {
  if (!offers2("load-balancer")) return unknown(["poolMembers"], "the cloud has no load balancer service");
  const limit = await service.call(
    showQuotas2(project.id),
    (body) => objectIn(body, "quota")["member"]
  );
  if (typeof limit === "number" && limit < 0)
    return { poolMembers: { kind: "known", limit: null, used: null } };
  const pools = await allPages(
    (marker) => service.call(listPoolsWithMembers(project.id, marker), poolsWithMembers)
  );
  const used = new Set(pools.flatMap(({ members }) => members)).size;
  return { poolMembers: quotaOf(limit, used) };
}
async function volumeQuotas({ service, offers: offers2 }) {
  const name = ["block-storage", "volumev3"].find(offers2);
  if (name === void 0) return unknown(["volumes", "volumeGiB"], "the cloud has no block storage service");
  const request2 = { service: name, method: "GET", path: "/limits", repeat: "read" };
  return service.call({ ...request2, doing: "reading quotas" }, storageQuotas);
}
function storageQuotas(body) {
  const absolute2 = objectIn(objectIn(body, "limits"), "absolute");
  return {
    volumes: quotaOf(absolute2["maxTotalVolumes"], absolute2["totalVolumesUsed"]),
    volumeGiB: quotaOf(absolute2["maxTotalVolumeGigabytes"], absolute2["totalGigabytesUsed"])
  };
}
function quotaOf(limit, used) {
  if (typeof limit !== "number") return { kind: "unknown", why: "the service does not say" };
  if (limit < 0) return { kind: "known", limit: null, used: numberOr(used, null) };
  if (typeof used !== "number")
    return { kind: "unknown", why: "the service does not say how much of it is used" };
  return { kind: "known", limit, used };
}

// src/adapters/openstack/cloudkitty/requests.ts
function listMetrics() {
  return {
    service: "rating",
    method: "GET",
    path: "/info/metrics",
    repeat: "read",
    doing: "listing what is rated"
  };
}
function quote(metric, fields) {
  const desc = { ...fields, metadata: fields, groupby: {} };
  return {
    service: "rating",
    method: "POST",
    path: "/rating/quote",
    json: { resources: [{ service: metric, desc, volume: "1" }] },
    repeat: "read",
    doing: `asking for the price of one "${metric}"`
  };
}

// src/adapters/openstack/cloudkitty/results.ts
function ratedMetrics(body) {
  return listIn(body, "metrics").map((row) => ({
    name: textIn(row, "metric_id"),
    unit: textOr(row["unit"], "")
  }));
}
function quotedPrice(body) {
  const price = typeof body === "string" && body.trim() !== "" ? Number(body) : body;
  if (typeof price === "number" && Number.isFinite(price) && price >= 0) return price;
  throw new ShapeError("a price, a number that is not negative");
}

// src/adapters/openstack/ratings.ts
async function readRatings(source, question) {
  if (!source.offers("rating")) return { kind: "unknown", why: "the cloud has no rating service" };
  try {
    return await ask2(source.service, question);
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    const why = error.code === "forbidden" ? "the credential may not ask CloudKitty" : error.message;
    return { kind: "unknown", why };
  }
}
async function ask2(service, { flavors, things }) {
  const metrics = await service.call(listMetrics(), ratedMetrics);
  const price = async (kind, fields) => {
    const metric = metrics.find((one) => isThe(kind, one));
    if (metric === void 0) return null;
    return await service.call(quote(metric.name, fields), quotedPrice) || null;
  };
  const [servers, others] = await Promise.all([
    Promise.all(
      flavors.map(async (flavor) => [flavor.id, await price("server", flavorFields(flavor))])
    ),
    Promise.all(things.map(async (thing) => [thing, await price(thing, {})]))
  ]);
  return {
    kind: "known",
    flavors: Object.fromEntries(servers),
    things: { floatingIp: null, loadBalancer: null, volumeGiB: null, ...Object.fromEntries(others) }
  };
}
var NAMES = {
  server: { names: ["instance", "compute", "cpu"], unit: null },
  floatingIp: { names: ["ip.floating", "network.floating"], unit: null },
  loadBalancer: { names: ["network.services.lb.loadbalancer", "loadbalancer", "load_balancer"], unit: null },
  volumeGiB: { names: ["volume.size", "volume"], unit: /^Gi?B$/ }
};
function isThe(kind, { name, unit }) {
  const { names, unit: wanted } = NAMES[kind];
  return names.includes(name) && (wanted === null || wanted.test(unit));
}
function flavorFields({ id, name, vcpus }) {
  return { flavor: name, flavor_name: name, flavor_id: id, vcpus: String(vcpus) };
}

// src/adapters/openstack/retry.ts
var PASSING_TROUBLES = {
  refused: "no",
  "connect-timeout": "no",
  "dns-busy": "no",
  reset: "maybe",
  timeout: "maybe"
};
var PASSING_STATUSES = {
  429: "no",
  500: "maybe",
  502: "maybe",
  503: "maybe",
  504: "maybe"
};
var AGAIN = {
  read: { no: true, maybe: true },
  repeatable: { no: true, maybe: true },
  once: { no: true, maybe: false }
};
var RETRY_LIMITS = {
  attempts: 5,
  firstWaitMs: 500,
  longestWaitMs: 1e4,
  longestRetryAfterMs: 6e4
};
function waitBeforeRetry(attempt, limits = RETRY_LIMITS) {
  const asked = retryAfterMs(attempt.outcome, attempt.now);
  const reached = reachedBy(attempt.outcome, asked);
  if (reached === null || !AGAIN[attempt.repeat][reached]) return null;
  if (attempt.number >= limits.attempts) return null;
  if (asked === null) return backoffMs(attempt, limits);
  return asked > limits.longestRetryAfterMs ? null : asked;
}
function reachedBy(outcome, asked) {
  if (outcome.kind === "trouble") return PASSING_TROUBLES[outcome.cause] ?? null;
  if (outcome.status === 503 && asked !== null) return "no";
  return PASSING_STATUSES[outcome.status] ?? null;
}
function retryAfterMs(outcome, now) {
  const value = outcome.kind === "answer" ? outcome.headers["retry-after"]?.trim() : void 0;
  if (value === void 0 || value === "") return null;
  if (/^\d+$/.test(value)) return Number(value) * 1e3;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime());
}
function backoffMs({ number, jitter }, limits) {
  const step = Math.min(limits.firstWaitMs * 2 ** (number - 1), limits.longestWaitMs);
  return Math.round(step / 2 + step / 2 * jitter);
}

// src/adapters/openstack/service.ts
function createService(wire, target) {
  const readBody = (request2, outcome, parse2) => {
    const url = target.url(request2);
    if (outcome.kind === "trouble" || outcome.status >= 300) throw failureOf(request2, url, outcome);
    return read4(request2, url, outcome, parse2);
  };
  return {
    call: async (request2, parse2) => readBody(request2, await exchange(wire, target, request2), parse2),
    find: async (request2, parse2) => {
      const outcome = await exchange(wire, target, request2);
      const nothing = outcome.kind === "answer" && outcome.status === 404;
      return nothing ? null : readBody(request2, outcome, parse2);
    }
  };
}
async function exchange(wire, target, request2) {
  const headers = await target.headers(request2);
  const outcome = await sendPatiently(wire, toHttp(target, request2, headers), request2);
  if (outcome.kind === "trouble" || outcome.status !== 401) return outcome;
  await target.renew(headers);
  return sendPatiently(wire, toHttp(target, request2, await target.headers(request2)), request2);
}
async function sendPatiently(wire, http, request2) {
  for (let number = 1; ; number += 1) {
    const now = wire.now();
    const outcome = await wire.send(http);
    const took = wire.now().getTime() - now.getTime();
    const wait = waitBeforeRetry({ number, repeat: request2.repeat, outcome, now, jitter: wire.jitter() });
    const what = outcome.kind === "answer" ? String(outcome.status) : outcome.code;
    const next = wait === null ? "" : `, again in ${wait} ms`;
    wire.debug(`${http.method} ${request2.service} ${request2.path}: ${what} in ${took} ms${next}`);
    if (wait === null) return outcome;
    await wire.sleep(wait);
  }
}
function toHttp(target, request2, headers) {
  const json = request2.json === void 0 ? null : JSON.stringify(request2.json);
  const content = json === null ? {} : { "content-type": "application/json" };
  return {
    method: request2.method,
    url: target.url(request2),
    headers: { accept: "application/json", ...content, ...headers },
    body: json
  };
}
function read4(request2, url, answer, parse2) {
  try {
    return parse2(answer.text.trim() === "" ? null : JSON.parse(answer.text));
  } catch (error) {
    if (error instanceof ShapeError || error instanceof SyntaxError)
      throw unexpectedAnswer(request2, url, answer, error);
    throw error;
  }
}

// src/adapters/openstack/endpoint.ts
var VERSIONS = {
  identity: { has: /\/v3$/, add: "/v3" },
  orchestration: { has: /\/v1\/[^/]+$/, add: "/v1/{project}" },
  compute: { has: /\/v2(\.\d+)?(\/[^/]+)?$/, add: "/v2.1" },
  image: { has: /\/v2$/, add: "/v2" },
  network: { has: /\/v2\.0$/, add: "/v2.0" },
  "load-balancer": { has: /\/v2(\.\d+)?$/, add: "/v2" },
  "block-storage": { has: /\/v3\/[^/]+$/, add: "/v3/{project}" },
  // Cinder's older name in catalogues
  volumev3: { has: /\/v3\/[^/]+$/, add: "/v3/{project}" },
  metric: { has: /\/v1$/, add: "/v1" },
  alarming: { has: /\/v2$/, add: "/v2" },
  rating: { has: /\/v1$/, add: "/v1" },
  // its address names no version
  placement: { has: /^/, add: "" }
};
function endpointOf(service, catalogue, credentials, projectId) {
  const given = credentials.endpoints[service];
  const address = given ?? chosen(service, catalogue, credentials);
  if (!URL.canParse(address)) {
    throw new CloudError({
      code: "credentials-invalid",
      message: `looking for the ${service} service: its address "${address.slice(0, 200)}" is not a URL; check ${given === void 0 ? "Keystone's catalogue" : `${service}_endpoint_override`}`
    });
  }
  return versioned(service, new URL(address), projectId);
}
function chosen(service, catalogue, credentials) {
  const wanted = credentials.interfaces[service] ?? credentials.interface;
  const all = catalogue.filter((entry) => entry.type === service).flatMap((entry) => entry.endpoints);
  const offered = all.filter((endpoint) => endpoint.interface === wanted);
  const here = offered.filter(({ region }) => credentials.region === null || region === credentials.region);
  const regions = [...new Set(here.map(({ region }) => region))];
  const [first] = here;
  if (first === void 0) throw missing2(service, wanted, credentials, all);
  if (regions.length > 1) throw severalRegions(service, credentials, regions);
  return first.url;
}
function missing2(service, wanted, { region, cloud }, all) {
  const where = region === null ? "" : ` in region "${region}"`;
  const others = [...new Set(all.map((endpoint) => `"${endpoint.region}" (${endpoint.interface})`))].sort();
  const known = others.length === 0 ? "the catalogue does not hold it at all" : `it is offered in ${others.join(", ")}`;
  return new CloudError({
    code: "service-missing",
    message: `looking for the ${service} service of cloud "${cloud}": there is no ${wanted} endpoint${where}; ${known}; check region_name and interface`
  });
}
function severalRegions(service, { cloud }, regions) {
  return new CloudError({
    code: "credentials-invalid",
    message: `looking for the ${service} service of cloud "${cloud}": it is offered in several regions, ${[
      ...regions
    ].sort().map((region) => `"${region}"`).join(", ")}; name one as region_name (OS_REGION_NAME)`
  });
}
function versioned(service, url, projectId) {
  const { has, add } = VERSIONS[service];
  const path = url.pathname.replace(/\/+$/, "");
  const bare = add.includes("{project}") ? path.replace(/\/v[13]$/, "") : path;
  const result = new URL(url);
  result.search = "";
  result.pathname = has.test(bare) ? bare : `${bare}${add.replace("{project}", encodeURIComponent(projectId))}`;
  return result;
}

// src/adapters/openstack/keystone/requests.ts
function loginBody({ identity, project }) {
  const scope = project === null ? {} : { scope: { project: named2(project) } };
  return { auth: { identity: identityBody(identity), ...scope } };
}
function identityBody(identity) {
  switch (identity.method) {
    case "password":
      return {
        methods: ["password"],
        password: { user: { ...named2(identity.user), password: identity.password } }
      };
    case "token":
      return { methods: ["token"], token: { id: identity.token } };
    case "application_credential":
      return { methods: ["application_credential"], application_credential: credentialBody(identity) };
  }
}
function credentialBody({ credential, secret }) {
  if ("id" in credential) return { id: credential.id, secret };
  return { name: credential.name, user: named2(credential.user), secret };
}
function named2(thing) {
  return "id" in thing ? { id: thing.id } : { name: thing.name, ...domainBody(thing.domain) };
}
function domainBody(domain) {
  return domain === null ? {} : { domain };
}

// src/adapters/openstack/keystone/results.ts
function loginResult(body, token) {
  if (!token) throw new ShapeError("the header X-Subject-Token is missing");
  const answer = objectIn(body, "token");
  const project = isJsonObject(answer["project"]) ? answer["project"] : null;
  const user = isJsonObject(answer["user"]) ? answer["user"] : {};
  return {
    token,
    lives: livesOf(answer),
    project: project === null ? null : { id: textIn(project, "id"), name: textOr(project["name"], "") },
    userName: textOr(user["name"], ""),
    userId: textOr(user["id"], ""),
    catalogue: listOr(answer["catalog"]).filter(isJsonObject).map(entryOf)
  };
}
function livesOf(token) {
  const [issued, ends] = [timeOr(token["issued_at"], null), timeOr(token["expires_at"], null)];
  return issued === null || ends === null ? null : Date.parse(ends) - Date.parse(issued);
}
function entryOf(entry) {
  const endpoints = listOr(entry["endpoints"]).filter(isJsonObject);
  return {
    type: textOr(entry["type"], ""),
    endpoints: endpoints.map((endpoint) => ({
      interface: textOr(endpoint["interface"], ""),
      region: textOr(endpoint["region_id"], textOr(endpoint["region"], "")),
      url: textOr(endpoint["url"], "")
    }))
  };
}

// src/adapters/openstack/versions.ts
var NEWEST = "2.96";
async function microversionOf(wire, compute, token) {
  const root = new URL(compute);
  root.pathname = `${compute.pathname.replace(/(\/v2(?:\.\d+)?)\/.*$/, "$1")}/`;
  const headers = { accept: "application/json", "x-auth-token": token };
  const outcome = await wire.send({ method: "GET", url: root, headers, body: null });
  if (outcome.kind === "trouble" || outcome.status !== 200) return null;
  return lowerOf(NEWEST, maximumIn(outcome.text));
}
function maximumIn(text) {
  try {
    const version = objectOr(objectOr(JSON.parse(text))["version"])["version"];
    return textOr(version, null);
  } catch {
    return null;
  }
}
function lowerOf(ours, theirs) {
  const minor = /^2\.(\d{1,6})$/.exec(theirs ?? "")?.[1];
  if (minor === void 0) return null;
  return Number(minor) < Number(ours.slice(2)) ? `2.${minor}` : ours;
}

// src/adapters/openstack/session.ts
var SPARE_MS = 6e4;
async function openSession(wire, credentials, onSecret) {
  let since = wire.now();
  const first = await logIn(wire, credentials, onSecret);
  const project = projectOf(first, credentials);
  let current = first;
  let renewal = null;
  let microversion = null;
  const renewOnce = () => {
    const asked = wire.now();
    renewal ??= logIn(wire, credentials, onSecret).then((login) => {
      current = login;
      since = asked;
    }).finally(() => {
      renewal = null;
    });
    return renewal;
  };
  const endpoint = (service) => endpointOf(service, current.catalogue, credentials, project.id);
  const versionHeaders = async (service) => {
    if (service === "placement") return { "openstack-api-version": `placement ${MICROVERSION}` };
    if (service !== "compute") return {};
    microversion ??= microversionOf(wire, endpoint("compute"), current.token);
    const version = await microversion;
    return version === null ? {} : { "openstack-api-version": `compute ${version}` };
  };
  return {
    project,
    userName: first.userName,
    userId: first.userId,
    endpoint,
    offers: (service) => offers(() => endpoint(service)),
    url: (request2) => urlOf(endpoint(request2.service), request2),
    async headers({ service }) {
      if (canRenew(credentials) && endsSoon(current, since, wire.now())) await renewOnce();
      return { "x-auth-token": current.token, ...await versionHeaders(service) };
    },
    async renew(used) {
      const renewedMeanwhile = used["x-auth-token"] !== current.token;
      if (renewedMeanwhile) return;
      if (!canRenew(credentials)) throw tokenEnded(credentials);
      await renewOnce();
    }
  };
}
function offers(find) {
  try {
    find();
    return true;
  } catch (error) {
    if (error instanceof CloudError && error.code === "service-missing") return false;
    throw error;
  }
}
function canRenew({ identity }) {
  return identity.method !== "token";
}
function endsSoon({ lives }, since, now) {
  return lives !== null && since.getTime() + lives - now.getTime() < SPARE_MS;
}
function urlOf(endpoint, { path, query }) {
  const url = new URL(endpoint);
  url.pathname = `${endpoint.pathname.replace(/\/$/, "")}${path}`;
  for (const [key2, value] of query ?? []) url.searchParams.append(key2, value);
  return url;
}
async function logIn(wire, credentials, onSecret) {
  const asked = {
    service: "identity",
    method: "POST",
    path: "/auth/tokens",
    doing: doingOf(credentials),
    repeat: "read"
  };
  const url = new URL(credentials.authUrl);
  url.pathname = `${url.pathname}${asked.path}`;
  const outcome = await sendPatiently(wire, toHttp2(url, loginBody(credentials)), asked);
  if (outcome.kind === "answer" && isRefusedLogin(outcome)) throw loginRefused(credentials, outcome);
  if (outcome.kind === "answer" && outcome.status === 404) throw noKeystone(credentials, outcome);
  if (outcome.kind === "trouble" || outcome.status !== 201) throw failureOf(asked, url, outcome);
  const login = readLogin(outcome, (error) => unexpectedAnswer(asked, url, outcome, error));
  onSecret(login.token);
  return login;
}
function isRefusedLogin({ status, text }) {
  return status === 401 || status === 404 && /^\s*\{\s*"error"/.test(text);
}
function toHttp2(url, body) {
  const headers = { accept: "application/json", "content-type": "application/json" };
  return { method: "POST", url, headers, body: JSON.stringify(body) };
}
function readLogin(answer, unexpected) {
  try {
    return loginResult(JSON.parse(answer.text), answer.headers["x-subject-token"]);
  } catch (error) {
    if (error instanceof ShapeError || error instanceof SyntaxError) throw unexpected(error);
    throw error;
  }
}
function doingOf({ cloud, authUrl }) {
  return `logging in to cloud "${cloud}" at ${authUrl.origin}`;
}
var REFUSED = {
  password: "Keystone accepts no such user, password and project together (it does not say which); check username, password, project_name and their domains",
  application_credential: "Keystone does not accept the application credential (unknown, expired, deleted, or a wrong secret); make a new one",
  token: "Keystone does not accept the token (unknown, expired or revoked); get a new one, or use a password or an application credential"
};
function loginRefused(credentials, answer) {
  return loginError(
    credentials,
    "unauthorized",
    `${REFUSED[credentials.identity.method]} (${credentials.origin})`,
    answer
  );
}
function noKeystone(credentials, answer) {
  const message = `there is no Keystone v3 at "${credentials.authUrl.href}" (404); check auth_url in ${credentials.origin}`;
  return loginError(credentials, "credentials-invalid", message, answer);
}
function loginError(credentials, code, message, answer) {
  const requestId = answer.headers["x-openstack-request-id"];
  return new CloudError({
    code,
    message: `${doingOf(credentials)}: ${message}`,
    request: "POST identity /auth/tokens",
    ...requestId === void 0 ? {} : { requestId }
  });
}
function tokenEnded(credentials) {
  return new CloudError({
    code: "unauthorized",
    message: `using cloud "${credentials.cloud}": the token has expired and a token cannot be renewed; get a new one, or use a password or an application credential`
  });
}
function projectOf(login, { cloud, origin }) {
  if (login.project !== null) return login.project;
  throw new CloudError({
    code: "credentials-invalid",
    message: `logging in to cloud "${cloud}": the login is bound to no project, and stacks live in one; give project_name (OS_PROJECT_NAME) in ${origin}`
  });
}

// src/adapters/openstack/gnocchi/requests.ts
var SAME_NAME = 20;
var NEARBY = "500";
function read5(doing, path, query = []) {
  return { service: "metric", method: "GET", path, query, repeat: "read", doing };
}
function listArchivePolicies() {
  return read5("listing archive policies of Gnocchi", "/archive_policy");
}
function listMetricsNamed(name) {
  return read5(`looking for the metric "${name}"`, "/metric", [
    ["name", name],
    ["limit", String(SAME_NAME)]
  ]);
}
function listMetricsKeptBy(name, archivePolicy2) {
  return read5(`looking for the metric "${name}"`, "/metric", [
    ["name", name],
    ["archive_policy_name", archivePolicy2],
    ["limit", "1"]
  ]);
}
function listSomeMetrics() {
  return read5("listing metrics", "/metric", [["limit", NEARBY]]);
}
function showResourceType(name) {
  return read5(`reading the resource type "${name}" of Gnocchi`, `/resource_type/${encodeURIComponent(name)}`);
}

// src/adapters/openstack/gnocchi/results.ts
function archivePolicies(body) {
  return byName2(rows(body).map(archivePolicy));
}
function listedMetrics(body) {
  const all = rows(body).map((metric) => archivePolicy(objectIn(metric, "archive_policy")));
  return { rows: all.length, archivePolicies: onceByName(all) };
}
function onceByName(policies) {
  return byName2([...new Map(policies.map((policy) => [policy.name, policy])).values()]);
}
function metricNames(body) {
  return [...new Set(rows(body).flatMap(({ name }) => textOr(name, [])))].sort();
}
function resourceType(body) {
  const type = objectIn({ type: body }, "type");
  return { name: textIn(type, "name"), attributes: Object.keys(objectOr(type["attributes"])).sort() };
}
function archivePolicy(policy) {
  const granularities = listIn(policy, "definition").map(({ granularity }) => secondsIn(granularity));
  return {
    name: textIn(policy, "name"),
    granularities: [...new Set(granularities)].sort((a, b) => a - b),
    aggregations: [...textsOf(policy["aggregation_methods"])].sort()
  };
}
function secondsIn(span) {
  if (typeof span === "number") return span;
  const text = typeof span === "string" ? span : "";
  const parts = /^(?:(\d{1,7}) days?, )?(\d{1,2}):(\d\d):(\d\d(?:\.\d+)?)$/.exec(text);
  if (!parts) throw new ShapeError('"granularity" is not a time span');
  const [days, hours, minutes, seconds] = parts.slice(1).map((part2) => Number(part2 ?? 0));
  return (days ?? 0) * 86400 + (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}
function rows(body) {
  return listIn({ rows: body }, "rows");
}
function byName2(policies) {
  return policies.toSorted((a, b) => a.name < b.name ? -1 : 1);
}

// src/adapters/openstack/telemetry.ts
var MOST_POLICIES = 20;
var TelemetryReader = class {
  #service;
  #offers;
  #metrics = /* @__PURE__ */ new Map();
  #types = /* @__PURE__ */ new Map();
  #policies = null;
  #names = null;
  constructor(service, offers2) {
    this.#service = service;
    this.#offers = offers2;
  }
  async read(question) {
    const services = { gnocchi: this.#offers("metric"), aodh: this.#offers("alarming") };
    if (!services.gnocchi || question.metrics.length === 0) {
      return { services, archivePolicies: [], metrics: [], resourceTypes: [], otherMetrics: [] };
    }
    this.#policies ??= this.#service.call(listArchivePolicies(), archivePolicies);
    const asked = this.#policies;
    const [policies, metrics, types] = await Promise.all([
      asked,
      Promise.all(question.metrics.map((name) => this.#metric(name, asked))),
      Promise.all(question.resourceTypes.map((name) => this.#type(name)))
    ]);
    const missing3 = metrics.filter((metric) => metric.archivePolicies.length === 0);
    const mistyped = missing3.some(({ name }) => question.suggestFor.includes(name));
    return {
      services,
      archivePolicies: policies,
      metrics,
      resourceTypes: types.flatMap((type) => type ?? []),
      otherMetrics: mistyped ? await this.#someNames() : []
    };
  }
  #metric(name, policies) {
    return remembered(this.#metrics, name, async () => ({
      name,
      archivePolicies: await this.#keptBy(name, await policies)
    }));
  }
  /** Of a name with many metrics (those of servers long gone stay), each archive policy is asked by itself. */
  async #keptBy(name, policies) {
    const first = await this.#service.call(listMetricsNamed(name), listedMetrics);
    if (first.rows < SAME_NAME) return first.archivePolicies;
    const seen = first.archivePolicies.map((policy) => policy.name);
    const others = policies.filter((policy) => !seen.includes(policy.name)).slice(0, MOST_POLICIES);
    const more = await Promise.all(
      others.map((policy) => this.#service.call(listMetricsKeptBy(name, policy.name), listedMetrics))
    );
    return onceByName([...first.archivePolicies, ...more.flatMap(({ archivePolicies: archivePolicies2 }) => archivePolicies2)]);
  }
  #type(name) {
    return remembered(this.#types, name, () => this.#service.find(showResourceType(name), resourceType));
  }
  #someNames() {
    this.#names ??= this.#service.call(listSomeMetrics(), metricNames);
    return this.#names;
  }
};
function remembered(known, key2, ask3) {
  const answer = known.get(key2) ?? ask3();
  known.set(key2, answer);
  return answer;
}

// src/model/things.ts
var THING_KINDS = [
  "alarm",
  "floatingIp",
  "healthMonitor",
  "listener",
  "loadBalancer",
  "pool",
  "port",
  "securityGroup"
];

// src/adapters/openstack/thing-lists.ts
var PAGE5 = 1e3;
var NEUTRON_FIELDS = {
  ports: [
    "id",
    "device_id",
    "network_id",
    "fixed_ips",
    "security_groups",
    "allowed_address_pairs",
    "port_security_enabled",
    "admin_state_up",
    "updated_at"
  ],
  floatingips: ["id", "port_id", "floating_ip_address", "fixed_ip_address", "updated_at"],
  "security-groups": ["id", "name", "security_group_rules", "updated_at"]
};
var THING_LISTS = {
  port: neutron("ports", "ports"),
  floatingIp: neutron("floatingips", "floating IPs"),
  securityGroup: neutron("security-groups", "security groups"),
  loadBalancer: octavia("loadbalancers", "load balancers"),
  listener: octavia("listeners", "listeners"),
  pool: octavia("pools", "pools"),
  healthMonitor: octavia("healthmonitors", "health monitors"),
  alarm: {
    service: "alarming",
    request: (_project, marker) => read6("alarming", "alarms", "/alarms", paged2(marker)),
    page: alarmPage
  }
};
function membersOf3(pool) {
  const path = `/lbaas/pools/${encodeURIComponent(pool)}/members`;
  return {
    service: "load-balancer",
    request: (_project, marker) => read6("load-balancer", `members of pool "${pool}"`, path, paged2(marker)),
    page: (body) => linkedPage(body, "members")
  };
}
function neutron(collection, what) {
  const key2 = collection.replaceAll("-", "_");
  const fields = (NEUTRON_FIELDS[collection] ?? []).map((field) => ["fields", field]);
  return {
    service: "network",
    request: (project, marker) => read6("network", what, `/${collection}`, [...fields, ["project_id", project], ...paged2(marker)]),
    page: (body) => linkedPage(body, key2)
  };
}
function octavia(collection, what) {
  return {
    service: "load-balancer",
    request: (project, marker) => read6("load-balancer", what, `/lbaas/${collection}`, [["project_id", project], ...paged2(marker)]),
    page: (body) => linkedPage(body, collection)
  };
}
function paged2(marker) {
  return [["limit", String(PAGE5)], ...marker === null ? [] : [["marker", marker]]];
}
function read6(service, what, path, query) {
  return { service, method: "GET", path, query, repeat: "read", doing: `listing ${what}` };
}
function linkedPage(body, key2) {
  const items = listIn(body, key2).map((fields) => thingOf(fields, "id"));
  return { items, nextMarker: markerIn(body, `${key2}_links`, items.at(-1)?.id) };
}
function alarmPage(body) {
  if (!Array.isArray(body)) throw new ShapeError("the alarms are not a list");
  const items = body.filter(isJsonObject).map((fields) => thingOf(fields, "alarm_id"));
  return { items, nextMarker: items.length < PAGE5 ? null : items.at(-1)?.id ?? null };
}
function thingOf(fields, key2) {
  return { id: textIn(fields, key2), fields: sharedFields(fields) };
}

// src/adapters/openstack/things.ts
async function readThings(source, wanted) {
  const { service } = source;
  const [lists, members, metered] = await Promise.all([
    Promise.all(THING_KINDS.map(async (kind) => [kind, await listOf(source, wanted, kind)])),
    Promise.all(wanted.pools.map(async (pool) => [pool, await everything(source, membersOf3(pool))])),
    wanted.metered ? readMetered(service, wanted.metered) : []
  ]);
  return {
    of: Object.fromEntries(lists),
    poolMembers: new Map(
      members.filter((entry) => entry[1] !== null)
    ),
    metered,
    userId: source.userId
  };
}
async function listOf(source, wanted, kind) {
  if (!wanted.kinds.includes(kind)) return null;
  const things = await everything(source, THING_LISTS[kind]);
  return things && new Map(things.map((thing) => [thing.id, thing]));
}
async function everything(source, list2) {
  if (!source.offers(list2.service)) return null;
  return unlessRefused3(
    allPages((marker) => source.service.call(list2.request(source.project.id, marker), list2.page))
  );
}
async function readMetered(service, wanted) {
  const servers = await allPages(async (marker) => {
    const page2 = await service.call(listServers(marker), meteredServers);
    return { ...page2, items: page2.items.map((server) => server && wanted(server) ? server : null) };
  });
  return servers.flatMap((server) => server ?? []);
}
async function unlessRefused3(asked) {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof CloudError && (error.code === "forbidden" || error.code === "not-found"))
      return null;
    throw error;
  }
}

// src/adapters/openstack/cloud.ts
var AT_ONCE = 16;
async function openCloud(options) {
  const onSecret = options.onSecret ?? (() => {
  });
  const credentials = await readCredentials(options);
  for (const secret of credentials.secrets) onSecret(secret);
  const timeouts = options.timeouts ?? TIMEOUTS;
  const connections = openConnections(await readTls(credentials, options), timeouts, options.env);
  try {
    const cloudClock = createCloudClock();
    const wire = createWire(connections, timeouts, options, cloudClock);
    const session = await openSession(wire, credentials, onSecret);
    const service = createService(wire, session);
    return {
      reader: { ...createReader(service, session, credentials), clockAhead: () => cloudClock.ahead() },
      writer: writerOf(service, credentials, wire),
      close: () => connections.close()
    };
  } catch (error) {
    await connections.close();
    throw error;
  }
}
async function readCredentials(options) {
  const text = options.cloudsText ?? null;
  const file = await (text === null ? readCloudsFile(options, readText) : readGivenText(options, text));
  return credentialsFrom(chooseCloud(options.cloud, options, file));
}
function readGivenText(options, text) {
  const path = "/clouds-yaml (given as text)";
  const around = { ...options, env: { ...options.env, OS_CLIENT_CONFIG_FILE: path } };
  return readCloudsFile(around, async (asked) => asked === path ? text : null);
}
async function readText(path) {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw new CloudError({
      code: "credentials-invalid",
      message: `reading "${path}": the file can't be read (${code}); check its rights`
    });
  }
}
async function readTls({ tls, origin }, options) {
  const pem = async (key2, path) => {
    if (path === null) return null;
    const text = await readText(absolute(path, options));
    if (text !== null) return text;
    throw new CloudError({
      code: "credentials-invalid",
      message: `reading ${origin}: ${key2} "${path}" does not exist; give a PEM file`
    });
  };
  return {
    ca: await pem("cacert", tls.cacert),
    cert: await pem("cert", tls.cert),
    key: await pem("key", tls.key),
    verify: tls.verify
  };
}
function createWire(connections, timeouts, options, cloudClock) {
  const limit = limitEach(AT_ONCE);
  const timed = async (request2) => {
    const sent = Date.now();
    const outcome = await send(connections.for(request2.url, request2.method), timeouts, request2);
    cloudClock.heard(outcome, sent, Date.now());
    return outcome;
  };
  return {
    send: (request2) => limit(serviceOf(request2.url), () => timed(request2)),
    sleep: async (milliseconds) => {
      await (options.sleep ?? sleep)(milliseconds);
    },
    now: () => /* @__PURE__ */ new Date(),
    jitter: () => Math.random(),
    debug: (line) => options.log?.debug(line)
  };
}
function serviceOf({ host, pathname }) {
  return `${host}/${pathname.split("/", 2)[1] ?? ""}`;
}
function createReader(service, session, credentials) {
  const events = new EventReader(service);
  const makers = new MakerReader(service);
  const catalogue = new CatalogueReader(service, session.project.id);
  const telemetry = new TelemetryReader(service, (name) => session.offers(name));
  return {
    label: labelOf(session, credentials),
    listStacks: () => listAllStacks(service),
    observe: (names, known) => observeStacks(service, names, known),
    observeLive: (names) => observeLiveStacks(service, names),
    template: (stack) => service.find(readTemplate(stack), templateOf),
    memberDefinitions: (nested) => service.call(readTemplate(nested), definitionsOf),
    catalogue: (types) => catalogue.read(types),
    telemetry: (question) => telemetry.read(question),
    addressesInUse: (networkId) => catalogue.addressesInUse(networkId),
    quotas: () => readQuotas({ service, project: session.project, offers: (name) => session.offers(name) }),
    ratings: (question) => readRatings({ service, offers: (name) => session.offers(name) }, question),
    hostRoom: (questions) => readHostRoom({ service, offers: (name) => session.offers(name) }, questions),
    things: (wanted) => readThings(
      {
        service,
        project: session.project,
        userId: session.userId,
        offers: (name) => session.offers(name)
      },
      wanted
    ),
    deeds: (kind, id) => kind === "server" ? serverDeeds(service, id) : alarmDeeds(service, id),
    holders: async (stack, addresses) => {
      const { resources } = buildTree(stack, await service.call(listResources(stack), listedResources));
      const asked = resources.filter(({ address }) => addresses.includes(address));
      return new Map(asked.map((one) => [one.address, one.stack]));
    },
    makers: (ids) => makers.of(ids),
    pulse: (stack) => readPulse(service, stack),
    poolMembers: (ids) => readPoolMembers(service, session.project.id, ids),
    consoleLog: (id, lines) => service.find(readConsole(id, lines), consoleText),
    events: (stack, after) => events.after(stack, after),
    latestEvents: (stack) => events.latest(stack)
  };
}
function writerOf(service, { identity }, wire) {
  const byApplicationCredential = identity.method === "application_credential";
  return {
    ...createWriter(service, { byApplicationCredential, sleep: wire.sleep }),
    mend: (mend) => sendMend(service, mend)
  };
}
function labelOf({ project }, { cloud, region }) {
  const where = region === null ? "" : `, region "${region}"`;
  return `cloud "${cloud}", project "${project.name || project.id}"${where}`;
}

export {
  openCloud
};
