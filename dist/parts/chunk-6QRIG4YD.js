import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  SETTINGS_FILE,
  noSuchDay,
  parseSettings,
  parseSpecs
} from "./chunk-4TACJFKI.js";
import {
  API_VERSION,
  documentAs,
  readLoneFile
} from "./chunk-OXJXIIGC.js";
import {
  describeGroups,
  groupType,
  isSwitchedOff,
  nestedFile,
  nestedResources,
  object,
  resolve,
  scopeOf,
  viewTemplate,
  wholeNumber
} from "./chunk-SMCQXR7L.js";
import {
  hint
} from "./chunk-4RXYHALH.js";
import {
  isJsonObject,
  own
} from "./chunk-CEEK6GEM.js";
import {
  assemble,
  emptyJson,
  findingBlocks,
  footer,
  planNext,
  problemBlocks
} from "./chunk-RC7L2NCV.js";
import {
  MONTH_HOURS,
  RATED_THINGS
} from "./chunk-WTYPQLUP.js";
import {
  count,
  line
} from "./chunk-Q3CFLGCV.js";
import {
  list,
  quote
} from "./chunk-4IMYD34Z.js";

// src/core/report/annotations.ts
function problemAnnotations(problems) {
  return problems.map(({ file, line: line2, column, message }) => ({
    file,
    line: line2,
    column,
    severity: "error",
    title: "Thermostat: problem",
    message
  }));
}
function adviceAnnotations(findings) {
  return findings.flatMap(
    ({ source, rule, severity, message }) => source === void 0 ? [] : [{ ...source, severity, title: `Thermostat: ${rule}`, message }]
  );
}
function findingAnnotations(groups) {
  return groups.flatMap(
    (group) => group.findings.flatMap(
      ({ source, rule, severity, message }) => source === void 0 ? [] : [{ ...source, severity, title: `${group.name}: ${rule}`, message }]
    )
  );
}

// src/core/report/problems-report.ts
function problemsReport(validation, context) {
  const { problems, kind, findings = [] } = validation;
  const surroundings = { cloud: "", ...context };
  const tone = problems.length > 0 ? "failed" : "clean";
  return assemble({
    kind,
    key: context.key ?? "",
    verdict: verdict(validation),
    tone,
    json: () => emptyJson(kind, problems, null, findings),
    facts: {
      fingerprint: null,
      groups: [],
      changes: false,
      refused: false,
      counts: { problems: problems.length }
    },
    annotations: [...problemAnnotations(problems), ...adviceAnnotations(findings)],
    build: (detail) => [
      ...problemBlocks(problems, detail),
      ...findingBlocks(findings, detail),
      ...kind === "plan" ? planNext({ tone, fingerprint: null }, surroundings, detail) : [],
      footer(kind, null, surroundings)
    ]
  });
}
function verdict({ problems, specs, kind }) {
  if (problems.length === 0) {
    return specs === 0 ? line`No specs were found` : line`${count("spec", specs)} valid`;
  }
  const files = new Set(problems.map((problem) => problem.file)).size;
  const without = kind === "validate" ? "" : `, so there is no ${kind}`;
  return line`${count("problem", problems.length)} in ${count("file", files)}${without}`;
}

// src/core/cost/parse-prices.ts
function parsePrices(file) {
  const { documents, problems } = readLoneFile(file, STRANGER);
  if (file.state !== "read") return refused(problems.map(unread));
  const read = documents.map(listOf);
  const lists = read.flatMap(({ list: list2 }) => list2 ?? []);
  const all2 = [...problems, ...read.flatMap((one) => one.problems), ...sameDay(lists)];
  if (all2.length > 0) return refused(all2);
  return { lists: lists.toSorted((a, b) => a.validFrom < b.validFrom ? -1 : 1), problems: [] };
}
var NAMED = "prices in .thermostat.yaml names this file";
var STRANGER = `this is no list of prices, which begins with apiVersion: ${API_VERSION} and kind: Prices; ${NAMED}`;
function unread(problem) {
  return { ...problem, message: `${NAMED}, but it can't be read: ${problem.message}` };
}
function listOf(document) {
  if (document.kind !== "Prices") {
    const message = `a document of kind ${quote(document.kind)} stands here; ${NAMED}, which holds documents of kind Prices only`;
    return { list: null, problems: [{ ...document.yaml.start, message }] };
  }
  const { raw, problems } = documentAs(document, "Prices");
  if (raw === null) return { list: null, problems };
  const wrong = noSuchDay(document, "/spec/validFrom", raw.spec.validFrom);
  return { list: wrong.length > 0 ? null : priceList(raw, document), problems: wrong };
}
function priceList({ spec }, { yaml }) {
  const { currency, validFrom, perHour = {}, perMonth = {} } = spec;
  return {
    currency,
    validFrom,
    flavors: perHour.flavors ?? {},
    floatingIp: perHour.floatingIp ?? null,
    loadBalancer: perHour.loadBalancer ?? null,
    volumeGiBMonth: perMonth.volumeGb ?? null,
    silence: null,
    source: yaml.start
  };
}
function sameDay(lists) {
  return lists.flatMap((list2, index) => {
    const first = lists.slice(0, index).find(({ validFrom }) => validFrom === list2.validFrom);
    if (first === void 0) return [];
    const message = `a list that is valid from ${list2.validFrom} stands in line ${first.source.line} already; put them together, or give this one another day`;
    return [{ ...list2.source, message }];
  });
}
function refused(problems) {
  return { lists: [], problems };
}

// src/core/capacity/parts.ts
var MAX_DEPTH = 5;
function partsOf(definition, source, depth = 0) {
  const type = typeof definition["type"] === "string" ? definition["type"] : "";
  const properties = object(definition["properties"]);
  if (groupType(type)) return [];
  if (type === "OS::Heat::ResourceGroup") return repeated(properties, source, depth);
  const file = nestedFile(type, source.files, source.environment);
  const nested = file === null ? null : nestedResources(file, properties, source.files);
  if (nested && depth < MAX_DEPTH)
    return Object.values(nested).flatMap((resource) => partsOf(resource, source, depth + 1));
  const read = READERS[type];
  if (read) return read(properties);
  return mayHoldMore(type) ? [{ kind: "opaque", type }] : [];
}
function repeated(properties, source, depth) {
  const times = properties["count"] === void 0 ? 1 : wholeNumber(properties["count"]);
  if (times === null || times > MOST_REPEATED || depth >= MAX_DEPTH)
    return [{ kind: "opaque", type: "OS::Heat::ResourceGroup" }];
  const one = partsOf(object(properties["resource_def"]), source, depth + 1);
  return Array.from({ length: times }, () => one).flat();
}
var MOST_REPEATED = 1e3;
var READERS = {
  "OS::Nova::Server": server,
  "OS::Heat::ScaledResource": server,
  "AWS::EC2::Instance": server,
  "OS::Neutron::Port": () => [{ kind: "port" }],
  "AWS::EC2::NetworkInterface": () => [{ kind: "port" }],
  "OS::Neutron::FloatingIP": () => [{ kind: "floatingIp" }],
  "AWS::EC2::EIP": () => [{ kind: "floatingIp" }],
  "OS::Octavia::PoolMember": () => [{ kind: "poolMember" }],
  // its address is a port of the project
  "OS::Octavia::LoadBalancer": () => [{ kind: "loadBalancer" }, { kind: "port" }],
  "OS::Cinder::Volume": ({ size }) => [{ kind: "volume", sizeGiB: wholeNumber(size) }],
  "AWS::EC2::Volume": ({ Size }) => [{ kind: "volume", sizeGiB: wholeNumber(Size) }]
};
function server(properties) {
  const flavor = properties["flavor"] ?? properties["InstanceType"];
  const onVolume = (properties["image"] ?? properties["ImageId"]) === void 0;
  const inServerGroup = object(properties["scheduler_hints"])["group"] !== void 0;
  return [
    { kind: "server", flavor: typeof flavor === "string" ? flavor : null, inServerGroup, onVolume },
    ...Array.from({ length: portsOf(properties["networks"]) }, () => ({ kind: "port" })),
    ...volumesOf(properties["block_device_mapping_v2"])
  ];
}
function portsOf(networks) {
  if (!Array.isArray(networks)) return 1;
  return networks.filter((one) => {
    const { port, allocate_network: allocate } = object(one);
    return port === void 0 && allocate !== "none";
  }).length;
}
function volumesOf(devices) {
  if (!Array.isArray(devices)) return [];
  return devices.filter(isJsonObject).flatMap((device) => {
    if ("volume_id" in device || "ephemeral_size" in device || "swap_size" in device) return [];
    const made = MADE_OF.some((key) => key in device);
    return made ? [{ kind: "volume", sizeGiB: wholeNumber(device["volume_size"]) }] : [];
  });
}
var MADE_OF = ["image", "image_id", "snapshot_id", "volume_size"];
function mayHoldMore(type) {
  return HOLDERS.has(type) || !/^(?:OS|AWS|Heat)::/.test(type);
}
var HOLDERS = /* @__PURE__ */ new Set([
  "OS::Heat::Stack",
  "OS::Heat::ResourceChain",
  "OS::Heat::InstanceGroup",
  "AWS::CloudFormation::Stack"
]);

// src/core/capacity/stack-parts.ts
function stackParts(side, groups) {
  const view = viewTemplate(side.template);
  const scope = scopeOf(view, side);
  const beside = Object.entries(view.resources).filter(([, resource]) => !isSwitchedOff(resource, scope)).map(([name, { type, properties }]) => [
    name,
    partsOf({ type, properties: resolve(properties, scope) }, side)
  ]);
  return {
    each: new Map(groups.map(({ address, member }) => [address, memberParts(member, side)])),
    besideBy: new Map(beside),
    beside: beside.flatMap(([, parts]) => parts)
  };
}
function memberParts(member, side) {
  return typeof member["type"] === "string" ? partsOf(member, side) : [{ kind: "opaque", type: "" }];
}

// src/core/plan/check-references.ts
function checkReferences(desired, catalogue) {
  return desired.flatMap((one) => one.presence === "present" ? one.references : []).flatMap((reference) => {
    const message = complaint(reference, catalogue);
    return message === null ? [] : [{ ...reference.at, message }];
  });
}
function referencedTypes(desired) {
  const stacks = desired.filter((one) => one.presence === "present");
  const named = stacks.flatMap(({ references }) => references.map(({ type }) => type));
  const room = stacks.some(({ addresses }) => addresses.length > 0) ? ["network", "subnet"] : [];
  return [.../* @__PURE__ */ new Set([...named, ...room])].sort();
}
var WORDS = {
  image: "image",
  flavor: "flavor",
  network: "network",
  subnet: "subnet",
  externalNetwork: "external network",
  keyPair: "key pair",
  securityGroup: "security group",
  serverGroup: "server group",
  pool: "pool",
  zone: "availability zone"
};
function complaint(reference, catalogue) {
  const { type, value, idOnly } = reference;
  const things = catalogue[type];
  if (things.some(({ id }) => id === value)) return elsewhere(reference, catalogue);
  const matches = things.filter(({ name }) => name === value);
  const word = WORDS[type];
  if (matches.length > 0 && idOnly !== void 0) {
    const ids = matches.map(({ id }) => id).sort();
    return `${word} ${JSON.stringify(value)} must be named by its id here, for ${idOnly}; it is ${ids.join(" or ")}`;
  }
  if (matches.length === 1) return elsewhere(reference, catalogue);
  if (matches.length > 1) {
    const ids = matches.map(({ id }) => id).sort();
    return `${word} ${JSON.stringify(value)} is the name of ${matches.length} ${word}s here (${ids.join(", ")}); name one by its id`;
  }
  return `${word} ${JSON.stringify(value)} is not in this project; ${offer(things, word)}`;
}
function elsewhere({ value, inNetwork }, catalogue) {
  const network = inNetwork === void 0 ? null : only(catalogue.network, inNetwork);
  const subnet = only(catalogue.subnet, value);
  if (network === null || subnet === null || subnet.networkId === network.id) return null;
  const right = catalogue.subnet.filter(({ networkId }) => networkId === network.id);
  const there = catalogue.network.find(({ id }) => id === subnet.networkId)?.name ?? subnet.networkId;
  return `subnet ${JSON.stringify(value)} is one of the network "${there}", not of ${JSON.stringify(inNetwork)}; ${offer(right, "subnet")}`;
}
function only(things, value) {
  const byId = things.find(({ id }) => id === value);
  const byName = things.filter(({ name }) => name === value);
  return byId ?? (byName.length === 1 ? byName[0] ?? null : null);
}
var OFFERED = 8;
function offer(things, word) {
  if (things.length === 0) return `it has no ${word} at all`;
  const names = [...new Set(things.map(({ name }) => name))].sort();
  const more = names.length > OFFERED ? `, and ${names.length - OFFERED} more` : "";
  return `there are: ${names.slice(0, OFFERED).join(", ")}${more}`;
}

// src/core/cost/price-of.ts
var FREE = { atLeast: 0, exact: true };
var UNKNOWN = { atLeast: 0, exact: false };
function priceOf(parts, prices, flavors) {
  const priced2 = parts.map((part) => priceOfPart(part, prices, flavors));
  const silence = prices.silence === null ? "" : ` (${prices.silence})`;
  const unknown = priced2.flatMap((one) => one.unknown.map((what) => `${what}${silence}`));
  return { amount: add(priced2.map(({ amount }) => amount)), unknown: [...new Set(unknown)].sort() };
}
function priceOfPart(part, prices, flavors) {
  switch (part.kind) {
    case "server":
      return part.flavor === null ? unpriced("a server whose flavor only Heat can tell") : priced(flavorPrice(part.flavor, prices, flavors), `flavor ${part.flavor}`);
    case "volume":
      return part.sizeGiB === null ? unpriced("a volume whose size only Heat can tell") : priced(
        prices.volumeGiBMonth === null ? null : prices.volumeGiBMonth * part.sizeGiB / MONTH_HOURS,
        "volumes"
      );
    case "floatingIp":
      return priced(prices.floatingIp, "floating IPs");
    case "loadBalancer":
      return priced(prices.loadBalancer, "load balancers");
    case "port":
    case "poolMember":
      return { amount: FREE, unknown: [] };
    case "opaque":
      return unpriced(part.type === "" ? "members that only Heat can tell" : `what ${part.type} holds`);
  }
}
function flavorPrice(flavor, { flavors: prices }, flavors) {
  const found = only(flavors, flavor);
  const names = found === null ? [flavor] : [flavor, found.name, found.id];
  return names.map((name) => own(prices, name)).find((price) => price !== void 0) ?? null;
}
function priced(price, what) {
  return price === null ? unpriced(what) : { amount: { atLeast: price, exact: true }, unknown: [] };
}
function unpriced(what) {
  return { amount: UNKNOWN, unknown: [what] };
}
function add(amounts) {
  return amounts.reduce(
    (total, one) => ({ atLeast: total.atLeast + one.atLeast, exact: total.exact && one.exact }),
    FREE
  );
}
function multiply({ atLeast, exact }, number) {
  if (number === 0) return FREE;
  return number === null ? UNKNOWN : { atLeast: atLeast * number, exact };
}

// src/core/cost/rating.ts
function missingPrices(pairs, flavors, list2) {
  const parts = pairs.flatMap(partsOfPair);
  const named = parts.flatMap((part) => part.kind === "server" ? part.flavor ?? [] : []);
  const found = named.flatMap((name) => only(flavors, name) ?? []);
  const priced2 = (id) => list2 !== null && flavorPrice(id, list2, flavors) !== null;
  const held = {
    floatingIp: parts.some(({ kind }) => kind === "floatingIp") && (list2?.floatingIp ?? null) === null,
    loadBalancer: parts.some(({ kind }) => kind === "loadBalancer") && (list2?.loadBalancer ?? null) === null,
    volumeGiB: parts.some(({ kind }) => kind === "volume") && (list2?.volumeGiBMonth ?? null) === null
  };
  return {
    flavors: [...new Set(found)].filter(({ id }) => !priced2(id)).sort((a, b) => a.id < b.id ? -1 : 1),
    things: RATED_THINGS.filter((thing) => held[thing])
  };
}
function partsOfPair({ desired, observed }) {
  const after = desired.presence === "present" ? [stackParts(desired, desired.groups)] : [];
  if (observed.presence === "absent") return after.flatMap(all);
  const before = stackParts(observed, describeGroups({ ...observed, initial: [] }));
  const servers = observed.groups.flatMap(({ members }) => members.flatMap((member) => member.servers));
  const running = servers.map(
    ({ flavor }) => ({ kind: "server", flavor, inServerGroup: false, onVolume: false })
  );
  return [...[...after, before].flatMap(all), ...running];
}
function all({ each, beside }) {
  return [...beside, ...[...each.values()].flat()];
}
function isNothing({ flavors, things }) {
  return flavors.length + things.length === 0;
}
function withRatings(list2, source, ratings) {
  const own2 = list2 ?? { ...EMPTY, currency: source.currency, source: source.source };
  if (ratings.kind === "unknown") return { ...own2, silence: ratings.why };
  const hourly = (price) => price === null ? null : price * 3600 / source.periodSeconds;
  const rated = Object.entries(ratings.flavors).flatMap(([id, price]) => {
    const each = hourly(price);
    return each === null ? [] : [[id, each]];
  });
  const { floatingIp, loadBalancer, volumeGiB } = ratings.things;
  const gibHour = hourly(volumeGiB);
  return {
    ...own2,
    flavors: { ...Object.fromEntries(rated), ...own2.flavors },
    floatingIp: own2.floatingIp ?? hourly(floatingIp),
    loadBalancer: own2.loadBalancer ?? hourly(loadBalancer),
    volumeGiBMonth: own2.volumeGiBMonth ?? (gibHour === null ? null : gibHour * MONTH_HOURS),
    silence: "CloudKitty has no price for it either"
  };
}
var EMPTY = {
  validFrom: "",
  flavors: {},
  floatingIp: null,
  loadBalancer: null,
  volumeGiBMonth: null,
  silence: null
};
function currencyProblems(source, lists) {
  if (source === null) return [];
  return lists.filter(({ currency }) => currency !== source.currency).map((list2) => {
    const where = `${list2.source.file}:${list2.source.line}`;
    const message = `spec.cloudKitty.currency is ${quote(source.currency)}, and the price list in ${where} is in ${quote(list2.currency)}; both must be in one currency, or leave one of them out`;
    return { ...source.source, message };
  });
}

// src/core/guard/rules.ts
function rulesOf(settings, chosen, prices = []) {
  const { overrides, waivers } = settings.guardrails;
  const names = chosen.map(({ name }) => name);
  const problems = [
    ...[...overrides, ...waivers].flatMap(
      ({ guardrail, source }) => names.includes(guardrail) ? [] : [{ ...source, message: unknownName(guardrail, names) }]
    ),
    ...overrides.flatMap(
      (override) => overrideProblems(
        override,
        chosen.find(({ name }) => name === override.guardrail)
      )
    )
  ];
  const guardrails = chosen.flatMap((guardrail) => overridden(guardrail, overrides));
  return { rules: { settings, guardrails, prices }, problems };
}
function unknownName(name, names) {
  const otherwise = names.length === 0 ? "no pack is chosen and no file holds any" : "it is in no chosen pack and in no file";
  return `there is no guardrail ${quote(name)}${hint(name, names, otherwise)}`;
}
function overrideProblems({ parameters, source }, guardrail) {
  if (!guardrail) return [];
  return Object.entries(parameters).flatMap(([name, value]) => {
    const names = Object.keys(guardrail.parameters);
    const given = Object.hasOwn(guardrail.parameters, name) ? guardrail.parameters[name] : void 0;
    if (given === void 0) {
      const otherwise = names.length === 0 ? "it has none" : `it has ${list(names)}`;
      return [
        {
          ...source,
          message: `${quote(guardrail.name)} has no parameter ${quote(name)}${hint(name, names, otherwise)}`
        }
      ];
    }
    if (sameKind(given, value)) return [];
    const message = `the parameter ${quote(name)} of ${quote(guardrail.name)} is ${quote(value)}; it must be such as ${quote(given)}`;
    return [{ ...source, message }];
  });
}
function sameKind(given, value) {
  if (isJsonObject(value) || value === null) return false;
  if (Array.isArray(given) || Array.isArray(value)) return Array.isArray(given) && Array.isArray(value);
  return typeof given === typeof value;
}
function overridden(guardrail, overrides) {
  const own2 = overrides.filter((override) => override.guardrail === guardrail.name);
  const severity = own2.findLast((override) => override.severity !== null)?.severity ?? guardrail.severity;
  if (severity === "off") return [];
  const all2 = [guardrail, ...own2].flatMap(({ parameters }) => Object.entries(parameters));
  return [{ ...guardrail, severity, parameters: Object.fromEntries(all2) }];
}

// src/commands/read-rules.ts
async function readRules(tree, base) {
  if (base === tree) return rulesIn(tree);
  const [own2, counting] = [await checkRules(tree), await rulesIn(base)];
  return { rules: counting.rules, problems: [...own2, ...counting.problems.map(onTheBase)] };
}
async function ruleFiles(tree) {
  const { settings } = await readSettings(tree);
  const guardrails = await tree.list(settings.guardrails.files);
  return settings.prices === null ? guardrails : [...guardrails, settings.prices];
}
async function checkRules(tree) {
  const { own: own2, problems } = await rulesIn(tree);
  if (own2.length === 0) return problems;
  const { exampleFailures } = await import("./run-examples-WVVFO4BP.js");
  return [...problems, ...exampleFailures(own2)];
}
function onTheBase(problem) {
  return { ...problem, message: `on the base branch, whose rules count: ${problem.message}` };
}
async function rulesIn(tree) {
  const { settings, problems } = await readSettings(tree);
  const paths = await tree.list(settings.guardrails.files);
  const { packs, guardrails: own2, problems: unread2 } = await guardrailsIn(tree, settings, paths);
  const prices = await pricesIn(tree, settings.prices);
  const made = rulesOf(settings, [...packs, ...own2], prices.lists);
  const currencies = currencyProblems(settings.cloudKitty, prices.lists);
  const unknown = unread2.length > 0 ? [] : made.problems;
  return {
    rules: made.rules,
    own: own2,
    problems: [...problems, ...unread2, ...prices.problems, ...currencies, ...unknown]
  };
}
async function guardrailsIn(tree, { guardrails: { packs } }, paths) {
  if (packs.length + paths.length === 0) return { packs: [], guardrails: [], problems: [] };
  const { packGuardrails, parseGuardrails } = await import("./parse-guardrails-KHH66ZAJ.js");
  const own2 = parseGuardrails(paths.length === 0 ? [] : await tree.read(paths));
  return { ...own2, packs: packs.flatMap(packGuardrails) };
}
async function pricesIn(tree, path) {
  if (path === null) return { lists: [], problems: [] };
  const [file] = await tree.read([path]);
  return parsePrices(file ?? { path, state: "absent" });
}
async function readSettings(tree) {
  const [file] = await tree.read([SETTINGS_FILE]);
  return parseSettings(file ?? { path: SETTINGS_FILE, state: "absent" });
}

// src/commands/read-specs.ts
async function readSpecs(tree, globs) {
  const { paths, files, specs, problems } = await readSources(tree, globs);
  if (paths.length === 0) return { specs: [], problems: [noFile(globs)], files: [] };
  return { specs, problems, files: [...files.keys()] };
}
async function readSources(tree, globs) {
  const paths = await tree.list(globs);
  const files = /* @__PURE__ */ new Map();
  let wanted = paths;
  for (; ; ) {
    const read = wanted.length === 0 ? [] : await tree.read(wanted);
    wanted.forEach((path, index) => {
      files.set(path, read[index] ?? { path, state: "absent" });
    });
    const { specs, problems, needs } = parseSpecs(paths, files);
    if (needs.length === 0) return { paths, files, specs, problems };
    wanted = needs;
  }
}
function noFile(globs) {
  const tried = globs.map((glob) => JSON.stringify(glob)).join(", ");
  const message = `no file matches the spec globs ${tried || "(none given)"}; name globs relative to the repository's root, such as "scaling/**/*.yaml"`;
  return { file: ".", line: 1, column: 1, message };
}

export {
  problemAnnotations,
  findingAnnotations,
  problemsReport,
  stackParts,
  checkReferences,
  referencedTypes,
  only,
  FREE,
  priceOf,
  add,
  multiply,
  missingPrices,
  isNothing,
  withRatings,
  readRules,
  ruleFiles,
  checkRules,
  readSpecs,
  readSources
};
