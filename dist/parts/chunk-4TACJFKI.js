import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  cronMistake
} from "./chunk-AS47YZ25.js";
import {
  API_VERSION,
  NOTHING_WRONG,
  Sources,
  decodeYaml,
  derived,
  documentAs,
  dotted,
  fileContent,
  inside,
  judge,
  linesOf,
  problemAt,
  readLoneFile,
  readSpecFile,
  scalarContent,
  together,
  typeName,
  unescaped
} from "./chunk-OXJXIIGC.js";
import {
  widestBounds
} from "./chunk-SMCQXR7L.js";
import {
  hint,
  pointerTo,
  positionOf,
  readHeatDocument,
  readHeatScalar,
  readYamlText,
  readYamlValue,
  suggest
} from "./chunk-4RXYHALH.js";
import {
  isJsonObject,
  own
} from "./chunk-CEEK6GEM.js";
import {
  isTimezone,
  timezones,
  wallClock
} from "./chunk-XXNMV6NK.js";
import {
  startsOf
} from "./chunk-Q3CFLGCV.js";
import {
  list,
  quote
} from "./chunk-4IMYD34Z.js";

// src/core/spec/defaults.ts
var DEFAULTS = {
  protect: false,
  cooldownSeconds: 60,
  /** Heat's own pair 1/0: each new server is built before its old one goes, without extra members. */
  maxBatch: 1,
  minInService: 0,
  pauseSeconds: 0,
  /** A rebuild or a resize in place takes the server down meanwhile. */
  imageChange: "replace",
  flavorChange: "replace",
  readyTimeoutSeconds: 600,
  balancing: "ROUND_ROBIN",
  monitorDelaySeconds: 5,
  monitorTimeoutSeconds: 3,
  monitorRetries: 3,
  timezone: "UTC",
  /** CloudKitty's own (collect.period). */
  ratingPeriodSeconds: 3600
};
var BEHIND_A_BALANCER = { drainSeconds: 30, memberPort: 80 };
var HEALTH = {
  graceSeconds: 300,
  samples: 3,
  intervalSeconds: 5,
  probeSeconds: 5,
  statuses: "200-299",
  maxUnavailable: 1,
  /** One round takes a grace period and a server's start, so more in an hour is no cure. */
  roundsPerHour: 4,
  brake: 0.5
};

// src/core/spec/durations.ts
var SECONDS = { s: 1, m: 60, h: 3600 };
function durationSeconds(duration) {
  if (typeof duration === "number") return duration;
  const unit = duration.slice(-1);
  const factor = unit === "s" || unit === "m" || unit === "h" ? SECONDS[unit] : 1;
  return Number.parseInt(duration, 10) * factor;
}
function secondsOf(duration) {
  return duration === void 0 ? null : durationSeconds(duration);
}

// src/core/settings/entries.ts
function entriesAt(document, pointer) {
  const found = pointer.split("/").slice(1).reduce((value, key) => isJsonObject(value) ? own(value, key) : void 0, document);
  if (!Array.isArray(found)) return [];
  return found.flatMap(
    (value, index) => isJsonObject(value) ? [{ pointer: `${pointer}/${index}`, value }] : []
  );
}

// src/core/settings/day.ts
function noSuchDay({ yaml }, pointer, day) {
  const moment = /* @__PURE__ */ new Date(`${day}T00:00:00Z`);
  if (!Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day)) return [];
  const message = `${dotted(pointer)} is ${quote(day)}; the calendar has no such day`;
  return [{ ...positionOf(yaml, pointer), message }];
}
function expiryProblems(document) {
  const entries = ["/spec/ignore", "/spec/guardrails/waivers"].flatMap(
    (list2) => entriesAt(document.value, list2)
  );
  return entries.flatMap(
    ({ pointer, value: { expires } }) => typeof expires === "string" && DAY.test(expires) ? noSuchDay(document, `${pointer}/expires`, expires) : []
  );
}
var DAY = /^\d{4}-\d{2}-\d{2}$/;

// src/core/spec/schedule-checks.ts
function scheduleComplaints({ size: size2, scaling: { schedules } }) {
  const each = schedules.flatMap((schedule, index) => [
    ...twice(schedule, index, schedules),
    ...timeComplaints(schedule, at(index)),
    ...bounds(schedule, index, size2)
  ]);
  return each.length > 0 ? each : quarrels(schedules);
}
function twice({ name }, index, schedules) {
  if (schedules.findIndex((one) => one.name === name) === index) return [];
  const message = `the schedule ${quote(name)} stands here for the second time; give each its own name`;
  return [{ pointer: `${at(index)}/name`, message }];
}
function timeComplaints(timed, place, noun = "schedule") {
  const { name, cron, timezone, forSeconds } = timed;
  const mistake = cronMistake(cron);
  const known = isTimezone(timezone);
  const findings = [
    ...mistake === null ? [] : [
      {
        pointer: `${place}/cron`,
        message: `the cron of ${quote(name)} is ${quote(cron)}: ${mistake}`
      }
    ],
    ...known ? [] : [unknownZone(timezone, place)],
    ...forSeconds > 0 ? [] : [
      {
        pointer: `${place}/for`,
        message: `the ${noun} ${quote(name)} lasts 0 seconds; say for how long, such as 10h`
      }
    ]
  ];
  return findings.length > 0 ? findings : never(timed, place, noun);
}
function unknownZone(timezone, place) {
  const help = hint(
    timezone,
    timezones(),
    "it must be a name of the IANA data base, such as Europe/Berlin or UTC"
  );
  return {
    pointer: `${place}/timezone`,
    message: `the time zone ${quote(timezone)} is not known${help}`
  };
}
var FROM = Date.UTC(2026, 0, 1);
function never(timed, place, noun) {
  const { name, cron } = timed;
  const starts = startsOf(timed);
  if (starts.firstAfter(FROM) === null) {
    const message2 = `the cron of ${quote(name)} is ${quote(cron)}, which never comes: no month that it names has such a day; correct the day of month or the month`;
    return [{ pointer: `${place}/cron`, message: message2 }];
  }
  if (!isAlwaysOn(timed, starts)) return [];
  const remedy = noun === "schedule" ? "shorten it, or write its bounds as the group's size" : "shorten it";
  const message = `the ${noun} ${quote(name)} begins again before it ends, so it is always on; ${remedy}`;
  return [{ pointer: `${place}/for`, message }];
}
function isAlwaysOn({ cron, forSeconds }, starts) {
  const everyDay = /(?: +\*){3}$/.test(cron.trim());
  const horizon = FROM + (everyDay ? 1.1 : 400) * DAY2;
  let start = starts.firstAfter(FROM);
  if (start !== null && start >= horizon) return false;
  for (let steps = 0; start !== null && start < horizon; steps += 1) {
    const reached = starts.lastUpTo(start + forSeconds * 1e3);
    if (reached === null || reached <= start || steps > MANY) return false;
    start = reached;
  }
  return true;
}
var DAY2 = 864e5;
var MANY = 2e3;
function bounds(schedule, index, size2) {
  const { name } = schedule;
  const min = schedule.min ?? size2.min;
  const max = schedule.max ?? size2.max;
  if (min <= max || size2.max < size2.min) return [];
  const own3 = schedule.min !== null && schedule.max !== null;
  const message = own3 ? `the schedule ${quote(name)} has min ${quote(min)}, above its max ${quote(max)}; min must be at most max` : schedule.max === null ? `the schedule ${quote(name)} has min ${quote(min)}, above size.max ${quote(max)}; give it a max of its own, ${min} or more` : `the schedule ${quote(name)} has max ${quote(max)}, below size.min ${quote(min)}; give it a min of its own, ${max} or less`;
  return [{ pointer: `${at(index)}/size/${schedule.min === null ? "max" : "min"}`, message }];
}
function quarrels(schedules) {
  return schedules.flatMap((one, index) => {
    const { min } = one;
    if (min === null || one.max !== null) return [];
    return schedules.filter(({ max }) => max !== null && max < min).flatMap((other2) => {
      const moment = together2(one, other2);
      if (moment === null) return [];
      const message = `the schedule ${quote(one.name)} asks for at least ${min} while ${quote(other2.name)} allows ${other2.max} at most; both are on ${wallClock(moment, one.timezone)}; keep them apart, or give ${quote(one.name)} a max of its own`;
      return [{ pointer: `${at(index)}/size/min`, message }];
    });
  });
}
function together2(one, other2) {
  return beginsDuring(one, other2) ?? beginsDuring(other2, one);
}
function beginsDuring(one, other2) {
  const [starts, others] = [startsOf(one), startsOf(other2)];
  let start = starts.firstAfter(FROM);
  for (let tried = 0; start !== null && tried < 400 && start < FROM + 5 * 366 * DAY2; tried += 1) {
    const last = others.lastUpTo(start);
    if (last !== null && last + other2.forSeconds * 1e3 > start) return start;
    start = starts.firstAfter(start);
  }
  return null;
}
function at(index) {
  return `/spec/scaling/schedules/${index}`;
}

// src/core/settings/freeze-settings.ts
var NO_FREEZE = { windows: [], approvers: [] };
var AT = "/spec/freeze/windows";
function freezeSettings(raw, { yaml }) {
  const windows = (raw?.windows ?? []).map((window, index) => ({
    name: window.name,
    effect: window.effect ?? "deny",
    cron: window.cron,
    timezone: window.timezone ?? DEFAULTS.timezone,
    forSeconds: durationSeconds(window.for),
    groups: window.groups ?? ["*"],
    labels: window.labels ?? {},
    reason: window.reason ?? "",
    source: positionOf(yaml, `${AT}/${index}`)
  }));
  return { windows, approvers: raw?.approvers ?? [] };
}
function freezeProblems({ yaml, value }) {
  const windows = entriesAt(value, AT);
  const complaints = windows.flatMap((window) => {
    const timed = timesOf(window);
    return [
      ...twice2(window, windows),
      ...timed === null ? [] : timeComplaints(timed, window.pointer, "window")
    ];
  });
  return complaints.map(({ pointer, message }) => ({ ...positionOf(yaml, pointer), message }));
}
function twice2({ pointer, value: { name } }, windows) {
  const first = windows.find((other2) => other2.value["name"] === name);
  if (typeof name !== "string" || first === void 0 || first.pointer === pointer) return [];
  const message = `the window ${quote(name)} stands here for the second time; give each its own name, so that a refusal says which one it is`;
  return [{ pointer: `${pointer}/name`, message }];
}
function timesOf({ pointer, value }) {
  const { name, cron, timezone = DEFAULTS.timezone, for: lasts } = value;
  const length = typeof lasts === "number" || typeof lasts === "string" && LENGTH.test(lasts) ? lasts : null;
  if (typeof cron !== "string" || !FIVE_FIELDS.test(cron) || length === null) return null;
  if (typeof timezone !== "string") return null;
  const called = typeof name === "string" ? name : dotted(pointer);
  return { name: called, cron, timezone, forSeconds: durationSeconds(length) };
}
var FIVE_FIELDS = /^\S+(?: +\S+){4}$/;
var LENGTH = /^[0-9]{1,6}[smh]$/;

// src/core/settings/guardrail-settings.ts
var NO_GUARDRAILS = {
  packs: [],
  files: ["policies/**/*.yaml", "policies/**/*.yml"],
  overrides: [],
  waivers: []
};
var AT2 = "/spec/guardrails";
function guardrailSettings(raw, { yaml }) {
  const { packs, files, overrides = [], waivers = [] } = raw ?? {};
  return {
    packs: [...new Set(packs ?? NO_GUARDRAILS.packs)],
    files: files ?? NO_GUARDRAILS.files,
    overrides: overrides.map(({ guardrail, severity, parameters }, index) => ({
      guardrail,
      severity: severity ?? null,
      parameters: isJsonObject(parameters) ? parameters : {},
      source: positionOf(yaml, `${AT2}/overrides/${index}`)
    })),
    waivers: waivers.map((waiver, index) => ({
      ...waiver,
      source: positionOf(yaml, `${AT2}/waivers/${index}`)
    }))
  };
}

// src/core/settings/ignore-paths.ts
function ignorePathProblems({ yaml, value }) {
  return entriesAt(value, "/spec/ignore").flatMap((entry) => {
    const { path } = entry.value;
    const why = typeof path === "string" ? complaint(path) : null;
    if (why === null) return [];
    const pointer = `${entry.pointer}/path`;
    const message = `${dotted(pointer)} is ${quote(String(path))}; ${why}`;
    return [{ ...positionOf(yaml, pointer), message }];
  });
}
function complaint(path) {
  const [, word = "", behind = ""] = /^([^\s.*]+)([\s.*]?)/.exec(path) ?? [];
  if (word === "" || behind === "*") return null;
  const known = SUBJECTS.has(word) ? " " : FIELDS.has(word) ? "." : null;
  if (known === null || behind !== "" && behind !== known)
    return `nothing begins with ${quote(word + behind)}; ${RIGHT}`;
  const item = FIELDS.has(word) ? /\[(\d+)\]/.exec(path) : null;
  return item === null ? null : `items of a list are named by a dot: write .${item[1]} instead of ${item[0]}`;
}
var RIGHT = 'write it as a finding is named, such as "server web-1 metadata.owner", or a field of the stack, such as "resources.web.properties.max_size"';
var SUBJECTS = /* @__PURE__ */ new Set([
  "alarm",
  "floating",
  "group",
  "health",
  "listener",
  "load",
  "member",
  "pool",
  "port",
  "security",
  "server",
  "stack"
]);
var FIELDS = /* @__PURE__ */ new Set([
  "environment",
  "files",
  "metadata",
  "parameters",
  "resources",
  "tags",
  "conditions",
  "description",
  "heat_template_version",
  "outputs",
  "parameter_groups",
  "AWSTemplateFormatVersion",
  "Conditions",
  "Description",
  "HeatTemplateFormatVersion",
  "Mappings",
  "Metadata",
  "Outputs",
  "Parameters"
]);

// src/core/settings/parse-settings.ts
var SETTINGS_FILE = ".thermostat.yaml";
var DEFAULT_SETTINGS = {
  limits: { maxDeletions: 3 },
  ignore: [],
  guardrails: NO_GUARDRAILS,
  freeze: NO_FREEZE,
  prices: null,
  cloudKitty: null
};
function parseSettings(file) {
  if (file.state === "absent") return { settings: DEFAULT_SETTINGS, problems: [] };
  const { documents, problems } = readLoneFile(file, STRANGER);
  if (problems.length > 0) return refused(problems);
  const [document, second] = documents;
  if (document === void 0) return refused([]);
  const stranger = document.kind === "Settings" ? second : document;
  return stranger === void 0 ? settingsOf(document) : refused([strangeDocument(stranger)]);
}
var STRANGER = `these are no settings, which begin with apiVersion: ${API_VERSION} and kind: Settings; write them so, or remove the file`;
function strangeDocument({ kind, yaml }) {
  const message = kind === "Settings" ? `${SETTINGS_FILE} holds a second document; it has one, of kind Settings` : `a document of kind ${quote(kind)} stands here; ${SETTINGS_FILE} has one document, of kind Settings`;
  return { ...yaml.start, message };
}
function settingsOf(document) {
  const { raw, problems } = documentAs(document, "Settings");
  const wrong = [
    ...problems,
    ...ignorePathProblems(document),
    ...expiryProblems(document),
    ...freezeProblems(document)
  ];
  if (raw === null || wrong.length > 0) return refused(wrong.toSorted(byPlace));
  const { limits, ignore = [], guardrails, freeze, prices, cloudKitty } = raw.spec;
  const rules2 = ignore.map(
    (rule, index) => ({ ...rule, source: positionOf(document.yaml, `/spec/ignore/${index}`) })
  );
  const { maxDeletions } = DEFAULT_SETTINGS.limits;
  return {
    settings: {
      limits: { maxDeletions: limits?.maxDeletions ?? maxDeletions },
      ignore: rules2,
      guardrails: guardrailSettings(guardrails, document),
      freeze: freezeSettings(freeze, document),
      prices: prices ?? null,
      cloudKitty: cloudKittySettings(cloudKitty, document)
    },
    problems: []
  };
}
function cloudKittySettings(raw, { yaml }) {
  if (raw === void 0) return null;
  const periodSeconds = secondsOf(raw.period) ?? DEFAULTS.ratingPeriodSeconds;
  return { currency: raw.currency, periodSeconds, source: positionOf(yaml, "/spec/cloudKitty") };
}
function byPlace(one, other2) {
  return one.line - other2.line || one.column - other2.column;
}
function refused(problems) {
  return { settings: DEFAULT_SETTINGS, problems };
}

// src/core/spec/duplicate-names.ts
function duplicateNames(specs) {
  const first = /* @__PURE__ */ new Map();
  const inOrder = [...specs].sort(bySource);
  return inOrder.flatMap((spec) => {
    const other2 = first.get(spec.name);
    if (other2 === void 0) {
      first.set(spec.name, spec);
      return [];
    }
    const at2 = nameAt(other2);
    const message = `the stack name ${quote(spec.name)} stands at ${at2.file}:${at2.line}:${at2.column} already; give each spec its own name, or remove one`;
    return [{ ...nameAt(spec), message }];
  });
}
function nameAt(spec) {
  return spec.kind === "Deleted" ? spec.source : positionOf(spec, spec.positions["/metadata/name"] ? "/metadata/name" : "");
}
function bySource(a, b) {
  if (a.source.file !== b.source.file) return a.source.file < b.source.file ? -1 : 1;
  return a.source.line - b.source.line;
}

// src/core/spec/environment.ts
var EMPTY_ENVIRONMENT = {
  parameters: {},
  parameter_defaults: {},
  resource_registry: {}
};
var SECTIONS = ["parameters", "parameter_defaults", "resource_registry"];
var UNSUPPORTED = ["encrypted_param_names", "event_sinks", "parameter_merge_strategies"];
function readEnvironment(value, yaml, root) {
  const problems = Object.entries(value).flatMap(([section, content]) => {
    const message = sectionProblem(section, content);
    return message === null ? [] : [{ ...yaml.keys.get(pointerTo(root, section)) ?? positionOf(yaml, root), message }];
  });
  const base = isJsonObject(value["resource_registry"]) ? value["resource_registry"]["base_url"] : void 0;
  if (base !== void 0) {
    const message = `base_url is ${quote(base)}, but files are found relative to the environment only; write the paths out`;
    problems.push({ ...positionOf(yaml, `${root}/resource_registry/base_url`), message });
  }
  return { environment: mergeEnvironments([EMPTY_ENVIRONMENT, pick(value)]), problems };
}
function mergeEnvironments(environments) {
  return environments.reduce((merged, next) => ({
    parameters: deepUpdate(merged.parameters, next.parameters),
    parameter_defaults: deepUpdate(merged.parameter_defaults, next.parameter_defaults),
    resource_registry: deepUpdate(merged.resource_registry, next.resource_registry)
  }));
}
function sectionProblem(section, content) {
  if (UNSUPPORTED.includes(section))
    return `the environment's section ${quote(section)} is not built yet; remove it`;
  if (!SECTIONS.some((known) => known === section)) {
    return `${quote(section)} is no section of an environment${hint(section, SECTIONS, `it has ${list(SECTIONS)}`)}`;
  }
  if (isJsonObject(content)) return null;
  return `the environment's ${section} is ${quote(content)}; it must be a mapping of keys to values, or be left away`;
}
function pick(value) {
  const section = (name) => {
    const content = value[name];
    return isJsonObject(content) ? content : {};
  };
  return {
    parameters: section("parameters"),
    parameter_defaults: section("parameter_defaults"),
    resource_registry: section("resource_registry")
  };
}
function deepUpdate(old, next) {
  const merged = new Map(Object.entries(old));
  for (const [key, value] of Object.entries(next)) {
    const before = merged.get(key);
    if (isJsonObject(value)) merged.set(key, deepUpdate(isJsonObject(before) ? before : {}, value));
    else if (value !== null || !isJsonObject(before)) merged.set(key, value);
  }
  return Object.fromEntries(merged);
}

// src/core/spec/paths.ts
function resolvePath(reference, from) {
  if (/^[a-z][a-z0-9+.-]*:/i.test(reference)) {
    return {
      why: "is a URL, and nothing is fetched; put the file into the repository and name its relative path"
    };
  }
  if (/^[/\\]/.test(reference)) {
    return { why: `is an absolute path; name the file relative to ${quote(from)}` };
  }
  if (reference.trim() === "" || reference.includes("\0")) return { why: "is no path; name a file" };
  const steps = from.split("/").slice(0, -1);
  for (const step of reference.split("/")) {
    if (step === "" || step === ".") continue;
    if (step !== "..") steps.push(step);
    else if (steps.pop() === void 0) {
      return { why: "leads out of the repository; name a file inside it" };
    }
  }
  return steps.length === 0 ? { why: "is a folder; name a file" } : { path: steps.join("/") };
}

// src/core/spec/references.ts
var NESTED_ENDINGS = [".yaml", ".template"];
function templateReferences(template, yaml, root = "") {
  const found = [];
  visit(template, root, (key, value, pointer) => {
    const use = key === "get_file" ? "get_file" : isNestedType(key, value, pointer) ? "type" : null;
    if (use !== null) found.push({ key: value, use, at: positionOf(yaml, pointer) });
  });
  return found;
}
function environmentReferences(registry, yaml, root) {
  const found = [];
  if (!isJsonObject(registry)) return found;
  visit(registry, root, (key, value, pointer) => {
    if (NOT_TYPES.includes(key) || value.includes("::") || value === "") return;
    found.push({ key: value, use: "type", at: positionOf(yaml, pointer) });
  });
  return found;
}
var NOT_TYPES = ["base_url", "hooks", "restricted_actions"];
function isNestedType(key, value, pointer) {
  if (key !== "type" && !/\/Resources\/[^/]+\/Type$/.test(pointer)) return false;
  return NESTED_ENDINGS.some((ending) => value.endsWith(ending));
}
function visit(value, pointer, see) {
  if (typeof value !== "object" || value === null) return;
  const entries = Array.isArray(value) ? value.map((item, index) => [String(index), item]) : Object.entries(value);
  for (const [key, item] of entries) {
    const below2 = pointerTo(pointer, key);
    if (typeof item === "string" && !Array.isArray(value)) see(key, item, below2);
    else visit(item, below2, see);
  }
}

// src/core/spec/nested-files.ts
var MAX_NESTING = 20;
var MAX_FILES = 500;
function collectNestedFiles(references, origin, sources) {
  const collector = new Collector(sources);
  for (const reference of references) collector.follow(reference, [origin]);
  const { texts: texts2, templates, problems } = collector;
  const sorted2 = [...texts2].sort(([a], [b]) => a < b ? -1 : 1);
  return {
    files: Object.fromEntries(sorted2.map(([key, { text }]) => [key, text])),
    paths: collector.paths,
    templates,
    problems
  };
}
var Collector = class {
  texts = /* @__PURE__ */ new Map();
  paths = /* @__PURE__ */ new Set();
  templates = [];
  problems = [];
  #sources;
  #followed = /* @__PURE__ */ new Set();
  constructor(sources) {
    this.#sources = sources;
  }
  /** `chain`: the files from the stack's template down to the one that holds the reference. */
  follow(reference, chain) {
    const resolved = resolvePath(reference.key, reference.at.file);
    if ("why" in resolved) {
      this.#refuse(reference, `${quote(reference.key)} ${resolved.why}`);
      return;
    }
    const wrong = this.#endless(resolved.path, chain);
    if (wrong === null) this.#load(reference, resolved.path, chain);
    else this.#refuse(reference, wrong);
  }
  #load(reference, path, chain) {
    this.paths.add(path);
    const source = this.#sources.text(path, "verbatim");
    if (source.state === "missing") this.#refuse(reference, source.why);
    if (source.state === "refused") {
      this.problems.push({ file: path, line: source.line, column: source.column, message: source.message });
    }
    if (source.state !== "text") return;
    if (this.#keep(reference, path, source.text)) this.#descend(reference, path, [...chain, path]);
  }
  #endless(path, chain) {
    if (chain.includes(path)) {
      const circle = [...chain.slice(chain.indexOf(path)), path];
      return `${quote(path)} leads back to itself (${circle.map((step) => quote(step)).join(" → ")}); break the circle`;
    }
    if (chain.length > MAX_NESTING)
      return `${quote(path)} is nested more than ${MAX_NESTING} files deep; nest less`;
    if (this.paths.size >= MAX_FILES) return `the stack needs more than ${MAX_FILES} files; split it`;
    return null;
  }
  #keep(reference, path, text) {
    const other2 = this.texts.get(reference.key);
    if (other2 === void 0) this.texts.set(reference.key, { path, text });
    if (other2 === void 0 || other2.text === text) return true;
    const message = `${quote(reference.key)} means ${quote(path)} here and ${quote(other2.path)} elsewhere in this stack, but Heat knows a file by this name alone; rename one of the two`;
    this.#refuse(reference, message);
    return false;
  }
  #descend(reference, path, chain) {
    const visit3 = `${reference.use === "type" ? "template" : "text"} ${path}`;
    if (this.#followed.has(visit3)) return;
    this.#followed.add(visit3);
    const template = this.#template(reference, path);
    if (template === null) return;
    this.templates.push(template);
    for (const below2 of templateReferences(template.value, template.yaml)) this.follow(below2, chain);
  }
  /** A file of `get_file` is searched as well when it is a template: it may be given to a nested stack. */
  #template(reference, path) {
    const source = this.#sources.text(path, "yaml");
    if (reference.use !== "type") {
      if (source.state !== "text" || !LOOKS_LIKE_TEMPLATE.test(source.text)) return null;
      return readHeatDocument(path, source.text, "template").document;
    }
    if (source.state === "refused") {
      this.problems.push({ file: path, line: source.line, column: source.column, message: source.message });
    }
    if (source.state !== "text") return null;
    const { document, problems } = readHeatDocument(path, source.text, "nested template");
    this.problems.push(...problems);
    return document;
  }
  #refuse(reference, message) {
    this.problems.push({ ...reference.at, message });
  }
};
var LOOKS_LIKE_TEMPLATE = /^[\s{"']*(?:heat_template_version|HeatTemplateFormatVersion|AWSTemplateFormatVersion)\b/m;

// src/core/spec/bare-template.ts
function bareTemplateParts(document, sources) {
  const { value, yaml, file } = document;
  const nested = collectNestedFiles(templateReferences(value, yaml), file, sources);
  return {
    template: { value, yaml, root: "" },
    environment: EMPTY_ENVIRONMENT,
    given: /* @__PURE__ */ new Map(),
    files: nested.files,
    nested: nested.templates,
    paths: nested.paths,
    problems: nested.problems
  };
}
function stackNameOf(path) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.replace(/(?:\.hot)?\.(?:yaml|yml|json|template)$/i, "").replace(/\.hot$/i, "");
}

// src/core/spec/addresses.ts
var BITS = { 4: 32, 6: 128 };
function rangeOf(text) {
  const [address = "", prefix, ...rest] = text.split("/");
  const read = addressOf(address);
  if (read === null || rest.length > 0) return null;
  const { version: version2, value } = read;
  const bits = BITS[version2];
  const length = prefix === void 0 ? bits : /^[0-9]{1,3}$/.test(prefix) ? Number(prefix) : -1;
  if (length < 0 || length > bits) return null;
  const size2 = 1n << BigInt(bits - length);
  const first = value - value % size2;
  const shown2 = written(version2, first);
  return {
    version: version2,
    first,
    last: first + size2 - 1n,
    text: prefix === void 0 ? shown2 : `${shown2}/${length}`,
    hasHostBits: first !== value
  };
}
function addressOf(text) {
  const value = text.includes(":") ? sixOf(text) : fourOf(text);
  return value === null ? null : { version: text.includes(":") ? 6 : 4, value };
}
function fourOf(text) {
  const parts = text.split(".");
  const valid = parts.length === 4 && parts.every((part) => /^(?:0|[1-9][0-9]{0,2})$/.test(part) && +part < 256);
  return valid ? joined(parts.map(BigInt), 8n) : null;
}
function sixOf(text) {
  const dotted2 = /^(.*:)([0-9.]+)$/.exec(text);
  const tail = dotted2?.[2]?.includes(".") ? fourOf(dotted2[2]) : null;
  if (text.includes(".") && tail === null) return null;
  const plain2 = tail === null ? text : `${dotted2?.[1]}${(tail >> 16n).toString(16)}:${(tail & 0xffffn).toString(16)}`;
  const halves = plain2.split("::").map((half) => half === "" ? [] : half.split(":"));
  const [head2 = [], end] = halves;
  const missing = 8 - head2.length - (end?.length ?? 0);
  if (halves.length > 2 || (end === void 0 ? missing !== 0 : missing < 1)) return null;
  const groups = [...head2, ...Array.from({ length: missing }, () => "0"), ...end ?? []];
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return null;
  return joined(
    groups.map((group) => BigInt(`0x${group}`)),
    16n
  );
}
function joined(parts, bits) {
  return parts.reduce((sum, part) => (sum << bits) + part, 0n);
}
function written(version2, value) {
  if (version2 === 4) return [24n, 16n, 8n, 0n].map((shift) => value >> shift & 255n).join(".");
  const groups = Array.from({ length: 8 }, (_, index) => value >> BigInt(112 - index * 16) & 0xffffn);
  return compressed(groups.map((group) => group.toString(16)).join(":"));
}
function compressed(groups) {
  const framed = `:${groups}:`;
  const runs = framed.match(/(?::0){2,}(?=:)/g) ?? [];
  const longest = runs.toSorted((a, b) => b.length - a.length)[0];
  if (longest === void 0) return groups;
  const start = framed.indexOf(longest);
  return `${framed.slice(1, start)}::${framed.slice(start + longest.length + 1, -1)}`;
}

// src/core/spec/range-complaint.ts
function rangeComplaint(text, pointer, what) {
  const range = rangeOf(text);
  if (range === null) {
    const message = `${what} ${quote(text)} is no IP address or range; it must be such as 10.20.0.100 or 10.20.0.0/16`;
    return [{ pointer, message }];
  }
  return range.hasHostBits ? [{ pointer, message: `${what} ${hostBits(text, range)}` }] : [];
}
function hostBits(text, range) {
  const [address = ""] = text.split("/");
  return `${quote(text)} has bits set beyond its prefix; it must be ${quote(range.text)} for the range, or ${quote(address)} for the one address`;
}

// src/core/spec/balancer-checks.ts
var OCTAVIA = "/spec/loadBalancer/octavia";
function balancerComplaints(raw, spec) {
  const { octavia, haproxy: haproxy2 } = raw.spec.loadBalancer ?? {};
  if (haproxy2) return ofServer(haproxy2.network, spec, "/spec/loadBalancer/haproxy/network");
  if (!octavia) return [];
  const member2 = ofServer(octavia.member?.network, spec, `${OCTAVIA}/member/network`);
  if (octavia.existingPool !== void 0) return [...somebodyElses(octavia, octavia.existingPool), ...member2];
  const missing = ["listener", "subnet"].filter((key) => octavia[key] === void 0);
  if (missing.length > 0) {
    const message = `loadBalancer.octavia has no ${list(missing)}; a balancer of the stack's own needs listener and subnet, else name an existingPool`;
    return [{ pointer: OCTAVIA, message }, ...member2];
  }
  return spec.loadBalancer?.kind === "octavia" ? [...managed(octavia, spec.loadBalancer), ...member2] : member2;
}
function ofServer(network, { server }, pointer) {
  const names2 = server.networks.map((one) => one.network);
  if (network === void 0 || names2.includes(network)) return [];
  const message = `the network ${quote(network)} is none of the server's; it must be written as in server.networks: ${list(names2, "or")}`;
  return [{ pointer, message }];
}
var MANAGED_KEYS = ["subnet", "provider", "floatingIp", "listener", "pool", "monitor"];
function somebodyElses(octavia, pool2) {
  return MANAGED_KEYS.filter((key) => octavia[key] !== void 0).map((key) => ({
    pointer: `${OCTAVIA}/${key}`,
    message: `loadBalancer.octavia has existingPool and ${key}; the pool ${quote(pool2)} is somebody else's with all around it, so take one of them away`
  }));
}
function managed(raw, spec) {
  return [
    ...listener(spec),
    ...pool(raw, spec),
    ...raw.monitor ? [...monitorType(raw.monitor, spec), ...monitorTimes(spec)] : []
  ];
}
function listener({ listener: given }) {
  const terminated = given.protocol === "TERMINATED_HTTPS";
  return [
    ...terminated && given.tlsContainer === null ? [
      {
        pointer: `${OCTAVIA}/listener/protocol`,
        message: "the listener ends TLS (TERMINATED_HTTPS) and has no certificate; it needs tlsContainer"
      }
    ] : [],
    ...!terminated && given.tlsContainer !== null ? [
      {
        pointer: `${OCTAVIA}/listener/tlsContainer`,
        message: `the listener has a tlsContainer and the protocol ${quote(given.protocol)}; a certificate goes with TERMINATED_HTTPS only`
      }
    ] : [],
    ...given.allowedCidrs.flatMap(
      (text, index) => rangeComplaint(text, `${OCTAVIA}/listener/allowedCidrs/${index}`, "the allowed range")
    )
  ];
}
var POOLS_BEHIND = {
  HTTP: ["HTTP", "PROXY"],
  HTTPS: ["HTTPS", "PROXY", "TCP"],
  TERMINATED_HTTPS: ["HTTP", "PROXY"],
  TCP: ["HTTP", "HTTPS", "PROXY", "TCP"],
  UDP: ["UDP"]
};
function pool(raw, { listener: { protocol: outside }, pool: given }) {
  const fitting = POOLS_BEHIND[outside];
  const protocol = fitting.includes(given.protocol) ? [] : [
    {
      pointer: `${OCTAVIA}/pool/protocol`,
      message: `the pool's protocol is ${quote(given.protocol)} behind a listener of ${outside}; Octavia takes ${list(fitting, "or")} there`
    }
  ];
  const { sessionPersistence } = raw.pool ?? {};
  if (!sessionPersistence) return protocol;
  const pointer = `${OCTAVIA}/pool/sessionPersistence`;
  const { type, cookie } = sessionPersistence;
  return [
    ...protocol,
    ...cookieName(type, cookie, pointer),
    ...type === "SOURCE_IP" || seesCookies(outside, given.protocol) ? [] : [
      {
        pointer: `${pointer}/type`,
        message: `sessions are kept by ${type} in a pool of ${given.protocol} behind a listener of ${outside}, where the balancer sees no cookies; use SOURCE_IP, or HTTP for both`
      }
    ]
  ];
}
function cookieName(type, cookie, pointer) {
  if (type === "APP_COOKIE" && cookie === void 0)
    return [
      {
        pointer: `${pointer}/type`,
        message: "sessions are kept by APP_COOKIE, and no cookie is named; it needs cookie"
      }
    ];
  if (cookie === void 0) return [];
  if (type !== "APP_COOKIE")
    return [
      {
        pointer: `${pointer}/cookie`,
        message: `the cookie ${quote(cookie)} is named with ${type}; a cookie goes with APP_COOKIE only`
      }
    ];
  return /^[!#-'*+.0-9A-Z^-z|~-]+$/.test(cookie) ? [] : [
    {
      pointer: `${pointer}/cookie`,
      message: `the cookie ${quote(cookie)} holds what no cookie's name may; write letters, digits and - _ .`
    }
  ];
}
function seesCookies(outside, inside2) {
  return (outside === "HTTP" || outside === "TERMINATED_HTTPS") && (inside2 === "HTTP" || inside2 === "PROXY");
}
var HTTP_KEYS = ["path", "method", "codes"];
var MONITORS = {
  UDP: ["HTTP", "TCP", "UDP-CONNECT"],
  other: ["HTTP", "HTTPS", "PING", "TCP"]
};
function monitorType(given, { pool: { protocol } }) {
  const fitting = protocol === "UDP" ? MONITORS.UDP : MONITORS.other;
  const asks = given.type === "HTTP" || given.type === "HTTPS";
  return [
    ...fitting.includes(given.type) ? [] : [
      {
        pointer: `${OCTAVIA}/monitor/type`,
        message: `the monitor is of the type ${quote(given.type)} for a pool of ${protocol}; Octavia takes ${list(fitting, "or")} there`
      }
    ],
    ...HTTP_KEYS.filter((key) => !asks && given[key] !== void 0).map((key) => ({
      pointer: `${OCTAVIA}/monitor/${key}`,
      message: `the monitor has ${key} and the type ${quote(given.type)}, which asks for nothing; it goes with HTTP and HTTPS only`
    })),
    ...codes(given)
  ];
}
function codes({ codes: given }) {
  const [from, to] = String(given ?? "").split("-").map(Number);
  if (from === void 0 || to === void 0 || from <= to) return [];
  const message = `the codes ${quote(String(given))} end before they begin; write ${quote(`${to}-${from}`)}`;
  return [{ pointer: `${OCTAVIA}/monitor/codes`, message }];
}
var SHORTEST_UDP_DELAY = 3;
function monitorTimes({ monitor: monitor2 }) {
  if (monitor2 === null) return [];
  const { delaySeconds: delay, timeoutSeconds: timeout, type } = monitor2;
  const pointer = `${OCTAVIA}/monitor`;
  const shortest = type === "UDP-CONNECT" ? SHORTEST_UDP_DELAY : 1;
  return [
    ...delay < shortest ? [
      {
        pointer: `${pointer}/delay`,
        message: `the monitor's delay is "${delay}" seconds; for ${type} it must be at least ${shortest}`
      }
    ] : [],
    ...timeout < 1 ? [
      {
        pointer: `${pointer}/timeout`,
        message: `the monitor's timeout is "${timeout}" seconds; it must be at least 1`
      }
    ] : [],
    ...timeout > delay ? [
      {
        pointer: `${pointer}/timeout`,
        message: `the monitor's timeout is "${timeout}" seconds, longer than its delay of ${delay}, so checks would overlap; it must be at most the delay`
      }
    ] : []
  ];
}

// src/core/spec/health-checks.ts
var HEALTH2 = "/spec/health";
function healthComplaints(raw, spec) {
  const { health } = spec;
  if (health === null) return [];
  const given = raw.spec.health?.checks ?? [];
  return [
    ...health.checks.flatMap((check, index) => checkComplaints(check, given[index], index, spec)),
    ...doubles(given),
    ...samples(health)
  ];
}
function checkComplaints(check, given, index, spec) {
  const pointer = `${HEALTH2}/checks/${index}`;
  switch (check.kind) {
    case "server":
      return [];
    case "loadBalancer":
      return balanced(spec, pointer);
    case "http":
      return [
        ...statuses(check.statuses, `${pointer}/http/status`),
        ...probe(check, given, `${pointer}/http`, spec)
      ];
    case "tcp":
      return probe(check, given, `${pointer}/tcp`, spec);
  }
}
function balanced({ loadBalancer }, pointer) {
  if (loadBalancer !== null) return [];
  const message = 'the check "loadBalancer" asks the load balancer, and the group has none; it must be server, http or tcp';
  return [{ pointer, message }];
}
function statuses(ranges, pointer) {
  const wrong = ranges.find(({ from, to }) => from > to);
  if (wrong === void 0) return [];
  const message = `the statuses ${quote(`${wrong.from}-${wrong.to}`)} are none; they must go from the lower to the higher`;
  return [{ pointer, message }];
}
var LONGEST_TIMEOUT = 60;
function probe(check, given, pointer, { server }) {
  const networks = server.networks.map(({ network }) => network);
  const { timeoutSeconds: seconds, address } = check;
  const unknown = address.kind === "network" && !networks.includes(address.network) && isGiven(given);
  return [
    ...seconds < 1 || seconds > LONGEST_TIMEOUT ? [
      {
        pointer: `${pointer}/timeout`,
        message: `the check's timeout is "${seconds}" seconds; it must be from 1 to ${LONGEST_TIMEOUT}`
      }
    ] : [],
    ...unknown ? [
      {
        pointer: `${pointer}/address`,
        message: `the address ${quote(address.network)} is none of the server's networks; it must be floating, or written as in server.networks: ${list(networks, "or")}`
      }
    ] : []
  ];
}
function isGiven(check) {
  return typeof check === "object" && (check.http ?? check.tcp)?.address !== void 0;
}
function doubles(given) {
  const written2 = given.map((check) => JSON.stringify(check));
  return written2.flatMap((check, index) => {
    if (written2.indexOf(check) === index) return [];
    const message = `the check ${check} stands there twice; one of them is enough`;
    return [{ pointer: `${HEALTH2}/checks/${index}`, message }];
  });
}
var LONGEST_SAMPLING = 300;
function samples({ samples: { failed, of, intervalSeconds } }) {
  const seconds = (of - 1) * intervalSeconds;
  return [
    ...failed > of ? [
      {
        pointer: `${HEALTH2}/samples/failed`,
        message: `samples.failed is "${failed}" of "${of}" questions; it must be at most ${of}`
      }
    ] : [],
    ...seconds > LONGEST_SAMPLING ? [
      {
        pointer: `${HEALTH2}/samples/interval`,
        message: `${of} questions with ${intervalSeconds} seconds between them take ${seconds} seconds; it must be at most ${LONGEST_SAMPLING}, so ask less often or faster`
      }
    ] : []
  ];
}

// src/core/spec/cloud-init/ready-user-data.ts
import { Buffer as Buffer3 } from "node:buffer";

// src/core/spec/cloud-init/compose.ts
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";

// src/core/spec/cloud-init/part-types.ts
var FIRST_LINES = [
  [/^#cloud-config-archive(?:\s|$)/i, "text/cloud-config-archive"],
  [/^#cloud-config-jsonp(?:\s|$)/i, "text/cloud-config-jsonp"],
  [/^#cloud-config(?:\s|$)/i, "text/cloud-config"],
  [/^#!\s*\/\S/, "text/x-shellscript"],
  [/^#include-once(?:\s|$)/i, "text/x-include-once-url"],
  [/^#include(?:\s|$)/i, "text/x-include-url"],
  [/^#cloud-boothook\s*$/, "text/cloud-boothook"],
  [/^#part-handler\s*$/, "text/part-handler"],
  [/^## *template: *jinja/i, "text/jinja2"]
];
var PART_TYPES = [
  "text/cloud-config",
  "text/cloud-config-archive",
  "text/cloud-config-jsonp",
  "text/cloud-boothook",
  "text/jinja2",
  "text/part-handler",
  "text/x-include-url",
  "text/x-include-once-url",
  "text/x-shellscript",
  "text/x-shellscript-per-boot",
  "text/x-shellscript-per-instance",
  "text/x-shellscript-per-once"
];
var FIRST_LINE_EXAMPLES = [
  "#cloud-config",
  "#!/bin/sh",
  "#include",
  "#cloud-boothook",
  "#part-handler",
  "## template: jinja",
  "Content-Type: (MIME)"
];
function typeOfText(text) {
  const first = text.split("\n", 1)[0] ?? "";
  if (/^(?:content-type|mime-version):|^from /i.test(first)) return "mime";
  return FIRST_LINES.find(([pattern]) => pattern.test(first))?.[1] ?? null;
}
function isPartType(type) {
  return PART_TYPES.some((known) => known === type);
}
function isShellScript(type) {
  return type.startsWith("text/x-shellscript");
}

// src/core/spec/cloud-init/compose.ts
function composeUserData(parts) {
  const [first, second] = parts;
  if (first === void 0) return "";
  if (second === void 0 && (first.type === null || first.type === typeOfText(first.text)))
    return first.text;
  const bodies = parts.map(bodyPart);
  const boundary = boundaryFor(bodies);
  const lines = [
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    "MIME-Version: 1.0",
    "",
    ...bodies.flatMap((body) => [`--${boundary}`, body]),
    `--${boundary}--`,
    ""
  ];
  return lines.join("\n");
}
function boundaryFor(bodies) {
  const hash = createHash("sha256").update(JSON.stringify(bodies)).digest("hex");
  return `thermostat-${hash.slice(0, 32)}`;
}
function bodyPart({ text, type, name }, index) {
  const known = type ?? typeOfText(text) ?? "text/plain";
  if (known === "mime") return text;
  const plain2 = isPlain(text);
  return [
    `Content-Type: ${known}; charset="${plain2 ? "us-ascii" : "utf-8"}"`,
    "MIME-Version: 1.0",
    `Content-Transfer-Encoding: ${plain2 ? "7bit" : "base64"}`,
    `Content-Disposition: attachment; filename="${fileName(name, index)}"`,
    "",
    plain2 ? text : wrapped(Buffer.from(text, "utf8").toString("base64"))
  ].join("\n");
}
function isPlain(text) {
  return /^[\t\n\x20-\x7e]*$/.test(text);
}
function fileName(name, index) {
  const number = `part-${String(index + 1).padStart(3, "0")}`;
  const clean = (name ?? "").split("/").at(-1)?.replace(/[^A-Za-z0-9._-]/g, "_").slice(0, 60) ?? "";
  return clean === "" ? number : `${number}-${clean}`;
}
function wrapped(text) {
  return text.replace(/.{76}(?=.)/g, "$&\n");
}

// src/core/spec/cloud-init/ready-script.ts
import { Buffer as Buffer2 } from "node:buffer";
var READY_TOKEN = "__THERMOSTAT_READY__";
function readyPart(check) {
  return { text: readyScript(check), type: "text/x-shellscript", name: "thermostat-ready" };
}
function readyScript(check) {
  return SCRIPT.replace("CHECK", () => check === null ? NO_CHECK : quotedForShell(check));
}
var NO_CHECK = `'[ "$cloud_init" != 1 ]'`;
var SCRIPT = `#!/bin/sh
# Tells Heat that this server is ready: when cloud-init is done and the check succeeds.
check=CHECK
copy=\${THERMOSTAT_READY_COPY:-/var/lib/cloud/scripts/per-boot/thermostat-ready}
log=\${THERMOSTAT_READY_LOG:-/var/log/thermostat-ready.log}
pause=\${THERMOSTAT_READY_PAUSE:-5}

if [ "\${1:-}" != wait ]; then
  umask 077
  if [ "$0" != "$copy" ] && mkdir -p "\${copy%/*}" && cp "$0" "$copy.new"; then
    chmod 700 "$copy.new"
    mv "$copy.new" "$copy"
  fi
  nohup /bin/sh "$0" wait </dev/null >>"$log" 2>&1 &
  exit 0
fi

say() { echo "$(date -u +%Y-%m-%dT%H:%M:%SZ) $*"; }

# 0 done, 1 done with an error, 2 done with warnings; where nobody can say, done
cloud_init=0
if command -v cloud-init >/dev/null 2>&1; then
  cloud-init status --wait >/dev/null 2>&1
  cloud_init=$?
fi
export cloud_init
say "cloud-init is done ($cloud_init)"

tries=0
until /bin/sh -c "$check" </dev/null; do
  tries=$((tries + 1))
  [ $((tries % 12)) -ne 1 ] || say "not ready yet, check failed $tries times"
  sleep "$pause"
done

until __THERMOSTAT_READY__ --fail --silent --show-error --max-time 30 --data-binary '{"status": "SUCCESS"}'; do
  say "Heat could not be told, again in $pause s"
  sleep "$pause"
done
rm -f "$copy"
say "Heat was told"
`;
function quotedForShell(text) {
  const plain2 = /^[\t\n\x20-\x7e]*$/.test(text);
  return plain2 ? `'${text.replaceAll("'", `'\\''`)}'` : `$(printf '${octal(text)}')`;
}
function octal(text) {
  return [...Buffer2.from(text, "utf8")].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
}

// src/core/spec/cloud-init/ready-user-data.ts
function readyUserData(userData, { check }) {
  if (userData?.includes(READY_TOKEN)) return userData;
  const own3 = userData === null ? [] : [{ text: userData, type: null, name: null }];
  return composeUserData([...own3, readyPart(check)]);
}
var COMMAND_BYTES = 1e3;
function readyUserDataBytes(userData, ready2) {
  const text = readyUserData(userData, ready2);
  return Buffer3.byteLength(text) + (text.split(READY_TOKEN).length - 1) * COMMAND_BYTES;
}

// src/core/spec/cloud-init/user-data-size.ts
import { Buffer as Buffer4 } from "node:buffer";
var MAX_USER_DATA_BYTES = 49149;
var WARN_FROM = 0.8 * MAX_USER_DATA_BYTES;
function sizeVerdict(text, parts, at2) {
  const bytes = Buffer4.byteLength(text);
  if (bytes < WARN_FROM) return NOTHING_WRONG;
  const has = `the user data has ${bytes} bytes${parts.length > 1 ? ` (${sizes(parts)})` : ""}`;
  if (bytes > MAX_USER_DATA_BYTES) {
    const message2 = `${has}; Nova takes ${MAX_USER_DATA_BYTES}, load the rest from the server itself`;
    return { problems: [{ ...at2, message: message2 }], findings: [] };
  }
  const percent = Math.floor(100 * bytes / MAX_USER_DATA_BYTES);
  const message = `${has}, ${percent} % of the ${MAX_USER_DATA_BYTES} that Nova takes`;
  return { problems: [], findings: [{ rule: "user-data-size", severity: "warn", message, source: at2 }] };
}
var MOST_NAMED = 5;
function sizes(parts) {
  const sorted2 = parts.map(({ label: label2, text }) => ({ label: label2, bytes: Buffer4.byteLength(text) })).sort((a, b) => b.bytes - a.bytes || (a.label < b.label ? -1 : 1));
  const named = sorted2.slice(0, MOST_NAMED).map(({ label: label2, bytes }) => `${label2} ${bytes}`);
  const rest = sorted2.slice(MOST_NAMED).reduce((sum, { bytes }) => sum + bytes, 0);
  return list([...named, ...rest > 0 ? [`others ${rest}`] : []]);
}

// src/core/spec/rollout-checks.ts
var ROLLOUT = "/spec/rollout";
function rolloutComplaints(spec) {
  return [
    ...minInService(spec),
    ...rebuiltVolume(spec),
    ...ready(spec),
    ...readyScript2(spec),
    ...shortestRollout(spec)
  ];
}
function minInService(spec) {
  const { min, max } = widestBounds(spec);
  const names2 = boundNames(spec);
  const { minInService: kept, maxBatch, imageChange, flavorChange } = spec.rollout;
  const pointer = `${ROLLOUT}/minInService`;
  if (kept > max && max >= min) {
    const message2 = `rollout.minInService is "${kept}", above ${names2.max} "${max}"; it must be at most ${max}`;
    return [{ pointer, message: message2 }];
  }
  const inPlace = [
    ...imageChange === "rebuild" ? ["imageChange: rebuild"] : [],
    ...flavorChange === "resize" ? ["flavorChange: resize"] : []
  ];
  const most = Math.max(0, min - maxBatch);
  if (inPlace.length === 0 || kept <= most) return [];
  const message = `rollout.minInService is "${kept}", so Heat would add extra members during a batch, and with ${list(inPlace)} it then leaves a server on the old state; it must be at most ${most} (${names2.min} less maxBatch)`;
  return [{ pointer, message }];
}
function boundNames({ scaling: { schedules } }) {
  return schedules.length === 0 ? { min: "size.min", max: "size.max" } : { min: "the lowest min of size and schedules", max: "the highest max of size and schedules" };
}
function rebuiltVolume({ server, rollout }) {
  if (server.bootVolume === null || rollout.imageChange !== "rebuild") return [];
  const message = `rollout.imageChange is "rebuild" with server.bootVolume, and a volume is not reinstalled; it must be replace, or the servers boot from the flavor's disk`;
  return [{ pointer: `${ROLLOUT}/imageChange`, message }];
}
var LONGEST_WAIT = 43200;
var USUAL_LIMIT_MINUTES = 60;
function ready({ rollout, timeoutMinutes }) {
  if (rollout.ready === null) return [];
  const seconds = rollout.ready.timeoutSeconds;
  const pointer = `${ROLLOUT}/ready/timeout`;
  if (seconds < 1 || seconds > LONGEST_WAIT)
    return [
      {
        pointer,
        message: `rollout.ready.timeout is "${seconds}" seconds; Heat waits from 1 to ${LONGEST_WAIT}`
      }
    ];
  if (seconds < limitOf(timeoutMinutes)) return [];
  const message = `rollout.ready.timeout is "${seconds}" seconds, and Heat gives up ${limitWords(timeoutMinutes)}; make it shorter, or set a longer spec.timeout`;
  return [{ pointer, message }];
}
function readyScript2({ server, rollout }) {
  if (rollout.ready === null) return [];
  const bytes = readyUserDataBytes(server.userData, rollout.ready);
  if (bytes <= MAX_USER_DATA_BYTES) return [];
  const message = `with rollout.ready the user data may have ${bytes} bytes; Nova takes ${MAX_USER_DATA_BYTES}, so load ${bytes - MAX_USER_DATA_BYTES} of them from the server itself`;
  return [{ pointer: `${ROLLOUT}/ready`, message }];
}
function shortestRollout(spec) {
  const { rollout, timeoutMinutes } = spec;
  const { min } = widestBounds(spec);
  const batches = Math.ceil(min / rollout.maxBatch);
  const seconds = leastRolloutSeconds(batches, rollout);
  if (batches === 0 || seconds < limitOf(timeoutMinutes)) return [];
  const pointer = rollout.pauseSeconds > rollout.drainSeconds ? `${ROLLOUT}/pause` : `${ROLLOUT}/drain`;
  const message = `a rollout of ${boundNames(spec).min} "${min}" servers takes ${seconds} seconds with its pauses and drains alone (${batches} batches), and Heat gives up ${limitWords(timeoutMinutes)}; shorten them, make maxBatch larger, or set a longer spec.timeout`;
  return [{ pointer, message }];
}
function leastRolloutSeconds(batches, { drainSeconds, pauseSeconds }) {
  return batches * drainSeconds + Math.max(0, batches - 1) * pauseSeconds;
}
function limitOf(minutes) {
  return (minutes ?? USUAL_LIMIT_MINUTES) * 60;
}
function limitWords(minutes) {
  return minutes === null ? `after ${USUAL_LIMIT_MINUTES} minutes unless the cloud says otherwise` : `after ${minutes} minutes (spec.timeout)`;
}

// src/core/heat/group/meters.ts
var BYTES = {
  "B/s": 1,
  "kB/s": 1e3,
  "KB/s": 1e3,
  "MB/s": 1e6,
  "GB/s": 1e9,
  "KiB/s": 2 ** 10,
  "MiB/s": 2 ** 20,
  "GiB/s": 2 ** 30
};
var BITS2 = { "bit/s": 1 / 8, "kbit/s": 1e3 / 8, "Mbit/s": 1e6 / 8, "Gbit/s": 1e9 / 8 };
var counter = (metric, resourceType, units, words) => ({
  metric,
  resourceType,
  rate: true,
  aggregation: "mean",
  archivePolicy: "ceilometer-low-rate",
  units,
  whole: null,
  shared: true,
  words
});
var METERS = {
  cpu: {
    ...counter("cpu", "instance", {}, "the mean CPU of the group"),
    // nanoseconds of all vCPUs together, per second
    whole: ({ vcpus }) => vcpus * 1e9
  },
  memory: {
    metric: "memory.usage",
    resourceType: "instance",
    rate: false,
    aggregation: "mean",
    archivePolicy: "ceilometer-low",
    // Ceilometer's MB are 2^20 bytes, as the flavor's are (ceilometer/compute/virt/libvirt/inspector.py)
    units: { MB: 1, MiB: 1, GB: 1024, GiB: 1024 },
    whole: ({ ramMiB }) => ramMiB,
    shared: false,
    words: "the mean memory use of the group"
  },
  "network.incoming": counter(
    "network.incoming.bytes",
    "instance_network_interface",
    { ...BYTES, ...BITS2 },
    "the mean incoming traffic of the group’s interfaces"
  ),
  "network.outgoing": counter(
    "network.outgoing.bytes",
    "instance_network_interface",
    { ...BYTES, ...BITS2 },
    "the mean outgoing traffic of the group’s interfaces"
  ),
  "disk.read": counter(
    "disk.device.read.bytes",
    "instance_disk",
    BYTES,
    "the mean reading of the group’s disks"
  ),
  "disk.write": counter(
    "disk.device.write.bytes",
    "instance_disk",
    BYTES,
    "the mean writing of the group’s disks"
  )
};
var OWN_WORDS = {
  mean: "the mean",
  max: "the highest",
  min: "the lowest",
  sum: "the sum of all measures of"
};
function meterOf(metric) {
  if (metric.kind === "built-in") {
    return Object.hasOwn(METERS, metric.name) ? METERS[metric.name] ?? null : null;
  }
  const { name, unit, resourceType, rate, aggregation } = metric;
  return {
    metric: name,
    resourceType,
    rate,
    aggregation,
    archivePolicy: rate ? "ceilometer-low-rate" : "ceilometer-low",
    units: { "": 1, ...unit === "" ? {} : { [unit]: 1, ...rate ? { [`${unit}/s`]: 1 } : {} } },
    whole: null,
    shared: aggregation === "mean",
    words: `${OWN_WORDS[aggregation]} ${name} of the group${rate ? ", its growth per second," : ""}`
  };
}
var REMOVED = [
  { name: /^cpu(_util|\.util|\.delta)$/, instead: "cpu" },
  { name: /^memory\.util$/, instead: "memory" },
  { name: /^network\.incoming\.(bytes|packets)\.rate$/, instead: "network.incoming" },
  { name: /^network\.outgoing\.(bytes|packets)\.rate$/, instead: "network.outgoing" },
  {
    name: /^disk\.(device\.)?read\.(bytes|requests)\.rate$|^disk\.read\.(bytes|requests)$/,
    instead: "disk.read"
  },
  {
    name: /^disk\.(device\.)?write\.(bytes|requests)\.rate$|^disk\.write\.(bytes|requests)$/,
    instead: "disk.write"
  }
];
function metricComplaint(metric) {
  if (metric.kind === "own" || Object.hasOwn(METERS, metric.name)) return null;
  const { name } = metric;
  const removed = REMOVED.find((one) => one.name.test(name));
  if (removed) {
    return `the metric ${quote(name)} is measured no more since Ceilometer 12 (Stein); name ${quote(removed.instead)}, or as your own metric: { name: ${name}, … }`;
  }
  const same = Object.entries(METERS).find(([, meter]) => meter.metric === name);
  const known = Object.keys(METERS);
  const tail = same ? `; it is called ${quote(same[0])} here` : hint(name, known, `there are ${list(known)}; your own metric is written { name: ${name}, … }`);
  return `${quote(name)} is none of the metrics that have a short name${tail}`;
}
function thresholdComplaint(source, { value, unit }) {
  const given = `${value}${unit}`;
  if (source.kind === "prometheus") {
    return unit === "" ? null : `the threshold ${quote(given)} has a unit; a PromQL query has none, so write the number alone`;
  }
  const meter = meterOf(source);
  if (meter === null) return null;
  const units = [...meter.whole ? ["%"] : [], ...Object.keys(meter.units)];
  if (units.includes(unit)) return null;
  const shown2 = units.filter((one) => one !== "");
  const right = shown2.length === 0 ? "a number alone, for the metric has no unit" : units.includes("") ? `a number, alone or in ${list(shown2, "or")}` : `a number in ${list(shown2, "or")}`;
  const example = shown2.length === 0 ? "" : `, such as ${quote(`${meter.whole ? 80 : 20}${shown2[0] ?? ""}`)}`;
  return `the threshold ${quote(given)} is ${unit === "" ? "without a unit" : `in ${quote(unit)}`}; ${source.name} takes ${right}${example}`;
}
function thresholdIn(meter, { value, unit }, granularity, flavor) {
  const seconds = meter.rate ? granularity : 1;
  if (unit !== "%") return exactly(value * (meter.units[unit] ?? 1) * seconds);
  return meter.whole && flavor ? partOf(value, meter.whole(flavor) * seconds) : null;
}
function partOf(percent, whole) {
  const billionths = BigInt(Math.round(percent * 1e9)) * BigInt(whole) / 100n;
  return Number(billionths / BILLION) + Number(billionths % BILLION) / 1e9;
}
var BILLION = 1000000000n;
function exactly(value) {
  return Number(value.toPrecision(15));
}

// src/core/spec/adjustment-checks.ts
function adjustmentComplaints(policy, pointer, spec) {
  return [
    ...oneAdjustment(policy, `the scaling policy ${quote(policy.name)}`, { pointer, otherwise: "name" }),
    ...minStep(policy, pointer),
    ...setTo(policy, pointer, spec)
  ];
}
var ADJUSTMENTS = ["add", "remove", "addPercent", "removePercent", "setTo"];
function adjustmentsOf(of) {
  return ADJUSTMENTS.filter((key) => of[key] !== void 0);
}
function oneAdjustment(of, subject, { pointer, otherwise }) {
  const given = adjustmentsOf(of);
  if (given.length === 1) return [];
  const has = given.length === 0 ? "says nothing of what it does" : `has ${list(given)}`;
  const key = given[1] ?? otherwise;
  return [
    {
      pointer: key === void 0 ? pointer : `${pointer}/${key}`,
      message: `${subject} ${has}; it needs exactly one of ${list(ADJUSTMENTS)}`
    }
  ];
}
function minStep(policy, pointer) {
  const percent = policy.addPercent !== void 0 || policy.removePercent !== void 0;
  if (policy.minStep === void 0 || percent) return [];
  const message = `minStep is "${policy.minStep}" without a percentage; it goes with addPercent or removePercent only`;
  return [{ pointer: `${pointer}/minStep`, message }];
}
function setTo(policy, pointer, spec) {
  const { min, max } = widestBounds(spec);
  if (policy.setTo === void 0 || max < min || policy.setTo >= min && policy.setTo <= max) return [];
  const who = spec.scaling.schedules.length > 0 ? "size and schedules" : "size.min and size.max";
  const message = `setTo is "${policy.setTo}"; it must be from ${min} to ${max}, as ${who} say`;
  return [{ pointer: `${pointer}/setTo`, message }];
}

// src/core/spec/scaling-spec.ts
function scalingSpec(scaling) {
  const { target } = scaling;
  return {
    cooldownSeconds: secondsOf(scaling.cooldown) ?? DEFAULTS.cooldownSeconds,
    granularitySeconds: secondsOf(scaling.granularity),
    policies: (scaling.policies ?? []).map(policySpec),
    target: target ? {
      metric: metricSpec(target.metric),
      value: threshold(target.value),
      forSeconds: secondsOf(target.for)
    } : null,
    schedules: (scaling.schedules ?? []).map(scheduleSpec),
    paused: scaling.paused ?? false
  };
}
function policySpec(policy) {
  return {
    name: policy.name,
    ...adjustment(policy),
    minStep: policy.minStep ?? null,
    cooldownSeconds: secondsOf(policy.cooldown),
    alarm: alarmSpec(policy),
    steps: (policy.steps ?? []).map((step) => ({
      ...adjustment(step),
      threshold: threshold(step.above ?? step.below ?? 0)
    }))
  };
}
function adjustment(policy) {
  if (policy.add !== void 0) return { adjustment: "change", amount: policy.add };
  if (policy.remove !== void 0) return { adjustment: "change", amount: -policy.remove };
  if (policy.addPercent !== void 0) return { adjustment: "percent", amount: policy.addPercent };
  if (policy.removePercent !== void 0) return { adjustment: "percent", amount: -policy.removePercent };
  return { adjustment: "exact", amount: policy.setTo ?? 0 };
}
function alarmSpec(policy) {
  const conditions = (policy.all ?? policy.any ?? [policy]).flatMap(conditionSpec);
  if (conditions.length === 0) return null;
  return {
    match: policy.any ? "any" : "all",
    conditions,
    repeat: policy.repeat ?? true,
    severity: policy.severity ?? "low"
  };
}
function conditionSpec(condition) {
  const { metric, prometheus, above, below: below2 } = condition;
  const value = above ?? below2;
  if (metric === void 0 && prometheus === void 0 || value === void 0) return [];
  return [
    {
      source: metric === void 0 ? { kind: "prometheus", query: prometheus ?? "" } : metricSpec(metric),
      comparison: above === void 0 ? "below" : "above",
      threshold: threshold(value),
      forSeconds: secondsOf(condition.for)
    }
  ];
}
function metricSpec(metric) {
  if (typeof metric === "string") return { kind: "built-in", name: metric };
  return {
    kind: "own",
    name: metric.name,
    unit: metric.unit ?? "",
    resourceType: metric.resourceType ?? "instance",
    rate: metric.rate ?? false,
    aggregation: metric.aggregation ?? "mean",
    isNew: metric.new ?? false
  };
}
function threshold(given) {
  if (typeof given === "number") return { value: given, unit: "" };
  const [, value = "0", unit = ""] = /^([0-9.]+) ?(.*)$/.exec(given) ?? [];
  return { value: Number(value), unit };
}
function scheduleSpec(schedule) {
  return {
    name: schedule.name,
    cron: schedule.cron,
    timezone: schedule.timezone ?? DEFAULTS.timezone,
    forSeconds: secondsOf(schedule.for) ?? 0,
    min: schedule.size.min ?? null,
    max: schedule.size.max ?? null
  };
}

// src/core/spec/condition-checks.ts
function conditionComplaints(condition, pointer) {
  const { metric, prometheus, above, below: below2 } = condition;
  const given = above ?? below2;
  return [
    ...exactlyOne(condition, ["metric", "prometheus"], pointer),
    ...exactlyOne(condition, ["above", "below"], pointer),
    ...prometheus !== void 0 && condition.for !== void 0 ? [
      {
        pointer: `${pointer}/for`,
        message: "for goes with a metric; the window of a PromQL query stands in the query, such as avg_over_time(…[10m:])"
      }
    ] : [],
    ...metric === void 0 ? [] : metricComplaints(metric, `${pointer}/metric`),
    ...given === void 0 ? [] : thresholdComplaints(condition, given, `${pointer}/${above === void 0 ? "below" : "above"}`)
  ];
}
function exactlyOne(condition, keys, pointer) {
  const has = keys.filter((key) => condition[key] !== void 0);
  if (has.length === 1) return [];
  const what = has.length === 0 ? `has neither ${list(keys, "nor")}` : `has both ${list(keys)}`;
  return [
    {
      pointer: has[1] === void 0 ? pointer : `${pointer}/${has[1]}`,
      message: `the condition ${what}; it needs exactly one of them`
    }
  ];
}
function metricComplaints(metric, pointer) {
  const message = metricComplaint(metricSpec(metric));
  return message === null ? [] : [{ pointer, message }];
}
function thresholdComplaints({ metric, prometheus }, given, pointer) {
  const source = metric === void 0 ? prometheusSource(prometheus) : metricSpec(metric);
  const message = source && thresholdComplaint(source, threshold(given));
  return message === null ? [] : [{ pointer, message }];
}
function prometheusSource(query) {
  return query === void 0 ? null : { kind: "prometheus", query };
}

// src/core/heat/group/resource-names.ts
var SHARED = {
  loadBalancer: "load_balancer",
  listener: "listener",
  pool: "pool",
  monitor: "monitor",
  floatingIp: "floating_ip",
  securityGroup: "security_group",
  serverGroup: "server_group"
};
function zoneNames(zone) {
  const suffix = zone === null ? "" : `-${zone}`;
  return {
    group: `group${suffix}`,
    policy: (name) => `${name}${suffix}`,
    alarm: (name) => `${name}${suffix}-alarm`
  };
}
function meteringOf(zone) {
  const stack = { get_param: "OS::stack_id" };
  return zone === null ? stack : { list_join: ["/", [stack, zone]] };
}
function stepName(policy, rank) {
  return `${policy}-step${rank}`;
}
var TARGET = { out: "target-out", in: "target-in" };
function isReserved(name) {
  return /^group(?:-|$)/.test(name) || /-alarm$/.test(name) || Object.values(SHARED).includes(name);
}

// src/core/spec/scaling-names.ts
function nameComplaints(spec) {
  const { scaling, zones: zones2 } = spec;
  const places = (zones2.length > 0 ? zones2 : [null]).map((zone) => ({ zone, names: zoneNames(zone) }));
  const taken = new Map(
    places.map((place) => [place.names.group, `the group${within(place, places)}`])
  );
  const claim = ({ names: names2, alarmed, whose, pointer, right }) => {
    const wanted = places.flatMap(
      (place) => claims(names2, alarmed, place, `${whose}${within(place, places)}`)
    );
    for (const { name, owner } of wanted) {
      const other2 = taken.get(name) ?? owner;
      taken.set(name, other2);
      if (other2 === owner) continue;
      const message = `${owner} needs the name ${quote(name)} in the stack, which ${other2} has already; ${right}`;
      return [{ pointer, message }];
    }
    return [];
  };
  return [
    ...scaling.target ? claim(THE_TARGET) : [],
    ...scaling.policies.flatMap(({ name, steps, alarm }, index) => {
      const pointer = `/spec/scaling/policies/${index}/name`;
      if (isReserved(name)) {
        const message = `the scaling policy can't be called ${quote(name)}, because the stack gives that name to something else (group…, …-alarm, load_balancer and the like); choose another`;
        return [{ pointer, message }];
      }
      const names2 = [name, ...steps.map((_, rank) => stepName(name, rank + 1))];
      const whose = `the scaling policy ${quote(name)}`;
      return claim({ names: names2, alarmed: alarm !== null, whose, pointer, right: "rename one of them" });
    })
  ];
}
var THE_TARGET = {
  names: [TARGET.out, TARGET.in],
  alarmed: true,
  whose: "the target",
  pointer: "/spec/scaling/target",
  right: "leave one of the zones out, or write scaling policies instead of the target"
};
function claims(names2, alarmed, { names: place }, owner) {
  return names2.flatMap((name) => [
    { name: place.policy(name), owner },
    ...alarmed ? [{ name: place.alarm(name), owner: `the alarm of ${owner}` }] : []
  ]);
}
function within({ zone }, places) {
  return places.length === 1 || zone === null ? "" : ` in the zone ${quote(zone)}`;
}

// src/core/spec/step-checks.ts
function stepComplaints(policy, pointer) {
  const key = policy.above !== void 0 ? "above" : "below";
  const base = policy[key];
  if (base === void 0) return [];
  const seen = [comparableValue(policy, base)];
  return (policy.steps ?? []).flatMap((step, index) => {
    const at2 = `${pointer}/steps/${index}`;
    const given = step[key];
    const other2 = key === "above" ? "below" : "above";
    if (given === void 0 || step[other2] !== void 0) {
      const message = `the step needs ${key}, and not ${other2}: it goes further in the direction of the scaling policy ${quote(policy.name)}`;
      return [{ pointer: step[other2] === void 0 ? at2 : `${at2}/${other2}`, message }];
    }
    const value = comparableValue(policy, given);
    const first = seen[0] ?? 0;
    const stronger = key === "above" ? value > first : value < first;
    const twice3 = seen.includes(value);
    seen.push(value);
    return [
      ...stepAdjustment(step, policy, at2),
      ...thresholdComplaints(policy, given, `${at2}/${key}`),
      ...stronger && !twice3 ? [] : [
        {
          pointer: `${at2}/${key}`,
          message: twice3 ? `the threshold ${quote(given)} stands there already; give each step its own` : `the threshold ${quote(given)} is not beyond the scaling policy's own ${quote(base)}; a step must be ${key === "above" ? "higher" : "lower"}`
        }
      ]
    ];
  });
}
function stepAdjustment(step, policy, pointer) {
  const several = oneAdjustment(step, "the step", { pointer });
  if (several.length > 0) return several;
  const grows = policy.add !== void 0 || policy.addPercent !== void 0;
  const shrinks = policy.remove !== void 0 || policy.removePercent !== void 0;
  const wrong = adjustmentsOf(step).find(
    (key) => grows && key.startsWith("remove") || shrinks && key.startsWith("add")
  );
  return wrong === void 0 ? [] : [
    {
      pointer: `${pointer}/${wrong}`,
      message: `the step has ${wrong}, the opposite of what the scaling policy ${quote(policy.name)} does; a step does more of the same`
    }
  ];
}
function comparableValue({ metric }, given) {
  const { value, unit } = threshold(given);
  const meter = metric === void 0 ? null : meterOf(metricSpec(metric));
  return value * (meter?.units[unit] ?? 1);
}

// src/core/spec/scaling-checks.ts
function scalingComplaints(scaling, spec) {
  const policies = scaling.policies ?? [];
  return [
    ...uniqueNames(policies),
    ...nameComplaints(spec),
    ...granularityComplaints(spec),
    ...policies.flatMap((policy, index) => {
      const pointer = `/spec/scaling/policies/${index}`;
      return [...adjustmentComplaints(policy, pointer, spec), ...policyComplaints(policy, pointer)];
    }),
    ...targetComplaints(scaling, spec)
  ];
}
function uniqueNames(policies) {
  const seen = /* @__PURE__ */ new Set();
  return policies.flatMap(({ name }, index) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [
      {
        pointer: `/spec/scaling/policies/${index}/name`,
        message: `the scaling policy ${quote(name)} stands here for the second time; give each its own name`
      }
    ];
  });
}
function granularityComplaints({ scaling: { granularitySeconds } }) {
  if (granularitySeconds === null || granularitySeconds >= 1 && granularitySeconds <= YEAR) return [];
  const message = `scaling.granularity is "${granularitySeconds}" seconds; it must be from 1s to a year`;
  return [{ pointer: "/spec/scaling/granularity", message }];
}
var YEAR = 31536e3;
function policyComplaints(policy, pointer) {
  const several = policy.all ? "all" : policy.any ? "any" : null;
  const own3 = CONDITION_KEYS.filter((key) => policy[key] !== void 0);
  if (several !== null) {
    const mixed = [...own3, ...policy.all && policy.any ? ["any"] : []];
    return [
      ...mixed.map((key) => ({
        pointer: `${pointer}/${key}`,
        message: `${key} stands beside ${several}; a scaling policy has either one condition of its own or ${list(["all", "any"], "or")}`
      })),
      ...(policy[several] ?? []).flatMap(
        (condition, index) => conditionComplaints(condition, `${pointer}/${several}/${index}`)
      ),
      ...policy.steps ? [
        {
          pointer: `${pointer}/steps`,
          message: `steps go with one condition, not with ${several}; write them as scaling policies of their own`
        }
      ] : []
    ];
  }
  if (own3.length === 0) return withoutAlarm(policy, pointer);
  return [...conditionComplaints(policy, pointer), ...stepComplaints(policy, pointer)];
}
var CONDITION_KEYS = ["metric", "prometheus", "above", "below", "for"];
function withoutAlarm(policy, pointer) {
  return ["steps", "repeat", "severity"].filter((key) => policy[key] !== void 0).map((key) => ({
    pointer: `${pointer}/${key}`,
    message: `${key} belongs to an alarm, and the scaling policy ${quote(policy.name)} has none; name a metric or a prometheus query with above or below, or remove ${key}`
  }));
}
function targetComplaints({ target }, { size: size2 }) {
  if (!target) return [];
  const pointer = "/spec/scaling/target";
  const source = metricSpec(target.metric);
  const { value, unit } = threshold(target.value);
  const unsuitable = meterOf(source)?.shared === false;
  const message = thresholdComplaint(source, { value, unit });
  return [
    ...metricComplaints(target.metric, `${pointer}/metric`),
    ...unsuitable ? [
      {
        pointer: `${pointer}/metric`,
        message: `a target needs a mean that falls when more servers share the load; ${quote(source.name)} does not, so write scaling policies with above and below`
      }
    ] : [],
    ...message === null ? [] : [{ pointer: `${pointer}/value`, message }],
    ...value <= 0 || unit === "%" && value >= 100 ? [
      {
        pointer: `${pointer}/value`,
        message: `the target is ${quote(target.value)}; it must be more than 0${unit === "%" ? " and less than 100%" : ""}, so that the metric can be above and below it`
      }
    ] : [],
    ...size2.min === 0 ? [
      {
        pointer: "/spec/size/min",
        message: 'size.min is "0" and there is a target; without servers there is no measure, and the group would never grow again, so it must be at least 1'
      }
    ] : []
  ];
}

// src/core/spec/security-rule-checks.ts
function securityRuleComplaints(raw, spec) {
  const rules2 = raw.spec.securityGroup?.rules ?? [];
  return [
    ...rules2.flatMap((rule, index) => ruleComplaints(rule, `/spec/securityGroup/rules/${index}`)),
    ...repeated(spec.securityRules ?? [])
  ];
}
function ruleComplaints(rule, pointer) {
  return [...ports(rule, pointer), ...peers(rule, pointer), ...family(rule, pointer)];
}
function ports({ protocol, port }, pointer) {
  if (port === void 0) return [];
  const at2 = `${pointer}/port`;
  if (protocol === "any" || protocol === "icmp" || protocol === "icmpv6") {
    const message = `the rule has the port ${quote(String(port))} with the protocol ${quote(protocol)}; ports go with tcp, udp and sctp only`;
    return [{ pointer: at2, message }];
  }
  if (typeof port === "number") return [];
  const [from = 0, to = 0] = port.split("-").map(Number);
  if (from < 1 || to > 65535 || from > 65535)
    return [
      { pointer: at2, message: `the ports ${quote(port)} are outside 1 to 65535; write such as 8000-8100` }
    ];
  return from <= to ? [] : [
    {
      pointer: at2,
      message: `the ports ${quote(port)} end before they begin; write ${quote(`${to}-${from}`)}`
    }
  ];
}
function peers(rule, pointer) {
  const wrong = rule.direction === "out" ? "from" : "to";
  const right = wrong === "from" ? "to" : "from";
  const given = rule[right];
  return [
    ...rule[wrong] === void 0 ? [] : [
      {
        pointer: `${pointer}/${wrong}`,
        message: `the rule has ${quote(wrong)} with direction: ${rule.direction ?? "in"}; who is on the other side is said by ${quote(right)} there`
      }
    ],
    ...given !== void 0 && looksLikeRange(given) ? rangeComplaint(given, `${pointer}/${right}`, `${quote(right)} is a range, and`) : []
  ];
}
function looksLikeRange(peer) {
  return /^[0-9.]+(?:\/.*)?$/.test(peer) || /^[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(?:\/.*)?$/.test(peer);
}
function family(rule, pointer) {
  const peer = rule.direction === "out" ? rule.to : rule.from;
  const range = peer === void 0 ? null : rangeOf(peer);
  const six = rule.protocol === "icmpv6";
  if (six && rule.ipVersion === 4)
    return [
      {
        pointer: `${pointer}/ipVersion`,
        message: 'ipVersion is "4" with the protocol "icmpv6"; it must be 6, or the protocol icmp'
      }
    ];
  if (rule.protocol === "icmp" && (rule.ipVersion === 6 || range?.version === 6))
    return [
      {
        pointer: `${pointer}/protocol`,
        message: 'the protocol is "icmp" in a rule for IPv6; it must be icmpv6'
      }
    ];
  const wanted = rule.ipVersion ?? (six ? 6 : null);
  if (range === null || wanted === null || range.version === wanted) return [];
  const why = rule.ipVersion === void 0 ? 'the protocol "icmpv6"' : `ipVersion: ${wanted}`;
  const message = `the range ${quote(peer)} is of IPv${range.version} and the rule has ${why}; make them agree`;
  return [{ pointer: `${pointer}/${rule.direction === "out" ? "to" : "from"}`, message }];
}
function repeated(rules2) {
  const seen = /* @__PURE__ */ new Map();
  return rules2.flatMap((rule, index) => {
    const key = JSON.stringify(rule);
    const first = seen.get(key);
    seen.set(key, first ?? index);
    if (first === void 0) return [];
    const message = `the rule says the same as rule ${first + 1}; take one of them away`;
    return [{ pointer: `/spec/securityGroup/rules/${index}`, message }];
  });
}

// src/core/spec/server-checks.ts
var SERVER = "/spec/server";
function serverComplaints(raw, spec) {
  const { networks, serverGroup: serverGroup2 } = raw.spec.server;
  return [
    ...networks.flatMap(
      (given, index) => typeof given === "string" ? [] : interfaceComplaints(given, `${SERVER}/networks/${index}`)
    ),
    ...unusedSecurityGroups(spec),
    ...serverGroup2 ? serverGroupComplaints(serverGroup2) : [],
    ...schedulerHints(spec),
    ...metadata(spec),
    ...zones(spec)
  ];
}
function interfaceComplaints(given, pointer) {
  const unsafe = given.portSecurity === false;
  const forbidden = ["securityGroups", "allowedAddresses"].filter(
    (key) => unsafe && (given[key] ?? []).length > 0
  );
  return [
    ...forbidden.map((key) => ({
      pointer: `${pointer}/${key}`,
      message: `the interface has ${key} and portSecurity: false, and Neutron checks nothing there; take one of them away`
    })),
    ...(given.allowedAddresses ?? []).flatMap(
      (text, index) => rangeComplaint(text, `${pointer}/allowedAddresses/${index}`, "the allowed address")
    ),
    ...repeated2(given.allowedAddresses ?? [], `${pointer}/allowedAddresses`)
  ];
}
function repeated2(given, pointer) {
  const written2 = given.map((text) => rangeOf(text)?.text ?? text);
  return written2.flatMap(
    (text, index) => written2.indexOf(text) === index ? [] : [
      {
        pointer: `${pointer}/${index}`,
        message: `the allowed address ${quote(text)} stands here twice; write it once`
      }
    ]
  );
}
function unusedSecurityGroups({ server, securityRules }) {
  if (server.networks.some(({ portSecurity }) => portSecurity)) return [];
  const message = "every interface has portSecurity: false, so no security group would act; take them away, or leave port security on";
  return [
    ...server.securityGroups.length > 0 ? [{ pointer: `${SERVER}/securityGroups`, message }] : [],
    ...securityRules === null ? [] : [{ pointer: "/spec/securityGroup", message }]
  ];
}
function serverGroupComplaints({ existing: existing2, policy, maxPerHost }) {
  const pointer = `${SERVER}/serverGroup`;
  if (existing2 !== void 0) {
    const own3 = [
      ...policy === void 0 ? [] : ["policy"],
      ...maxPerHost === void 0 ? [] : ["maxPerHost"]
    ];
    return own3.map((key) => ({
      pointer: `${pointer}/${key}`,
      message: `serverGroup has existing and ${key}; the existing group ${quote(existing2)} keeps its own policy, so take one of them away`
    }));
  }
  if (maxPerHost === void 0 || policy === void 0 || policy === "anti-affinity") return [];
  const message = `serverGroup.maxPerHost is "${maxPerHost}" with the policy ${quote(policy)}; Nova takes it with anti-affinity only`;
  return [{ pointer: `${pointer}/maxPerHost`, message }];
}
var SERVER_ID = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;
function schedulerHints({ server: { schedulerHints: hints } }) {
  return Object.entries(hints).flatMap(([key, value]) => {
    const pointer = pointerTo(`${SERVER}/schedulerHints`, key);
    if (key === "group") {
      const message = `the hint "group" is how Nova is told of a server group; write serverGroup: { existing: ${value} } instead`;
      return [{ pointer, message }];
    }
    if (key !== "different_host" && key !== "same_host" || SERVER_ID.test(value)) return [];
    return [{ pointer, message: `the hint ${quote(key)} is ${quote(value)}; it must be a server's id` }];
  });
}
function metadata({ server }) {
  return Object.entries(server.metadata).flatMap(([key, value]) => {
    const message = metadataTrouble(key, value);
    return message === null ? [] : [{ pointer: pointerTo(`${SERVER}/metadata`, key), message }];
  });
}
function metadataTrouble(key, value) {
  if (key === "metering.server_group")
    return `the metadata key ${quote(key)} is set by Thermostat, so that the group's measures are found; take it away`;
  if (!/^[a-zA-Z0-9_:. -]{1,255}$/.test(key))
    return `the metadata key ${quote(key)} is refused by Nova; it may hold letters, digits, space and - _ : . only, 255 at most`;
  const length = [...value].length;
  return length <= 255 ? null : `the metadata value of ${quote(key)} has ${length} characters; Nova takes 255`;
}
function zones({ zones: named, server: { availabilityZone: one } }) {
  if (named.length === 0 || one === null) return [];
  const message = `server.availabilityZone is ${quote(one)} beside zones; zones makes a group in each of its zones, so take one of them away`;
  return [{ pointer: `${SERVER}/availabilityZone`, message }];
}

// src/core/spec/group-checks.ts
function groupProblems(raw, spec, yaml) {
  const complaints = [
    ...size(spec),
    ...rolloutComplaints(spec),
    ...scheduleComplaints(spec),
    ...scalingComplaints(raw.spec.scaling ?? {}, spec),
    ...serverComplaints(raw, spec),
    ...securityRuleComplaints(raw, spec),
    ...balancerComplaints(raw, spec),
    ...healthComplaints(raw, spec)
  ];
  return complaints.map(({ pointer, message }) => ({ ...positionOf(yaml, pointer), message }));
}
function size({ size: { min, max, initial } }) {
  if (max < min)
    return [
      {
        pointer: "/spec/size/max",
        message: `size.max is "${max}", below size.min "${min}"; it must be at least ${min}`
      }
    ];
  if (initial >= min && initial <= max) return [];
  return [
    {
      pointer: "/spec/size/initial",
      message: `size.initial is "${initial}"; it must be from ${min} to ${max}, as size.min and size.max say`
    }
  ];
}

// src/core/spec/balancer-spec.ts
function balancerSpec(given, server) {
  if (given?.haproxy) return haproxy(given.haproxy, server);
  if (!given?.octavia) return null;
  const { octavia } = given;
  return octavia.existingPool === void 0 ? managed2(octavia, server) : existing(octavia, octavia.existingPool, server);
}
function haproxy(given, server) {
  const { runtimeApi } = given;
  return {
    kind: "haproxy",
    backend: given.backend,
    port: given.port,
    runtimeApis: typeof runtimeApi === "string" ? [runtimeApi] : runtimeApi,
    network: given.network ?? firstNetwork(server)
  };
}
function existing(octavia, pool2, server) {
  return {
    kind: "octavia-pool",
    pool: pool2,
    member: member(octavia.member ?? {}, { server, port: BEHIND_A_BALANCER.memberPort, subnet: null })
  };
}
function managed2(octavia, server) {
  const { listener: listener2, pool: pool2 } = octavia;
  const protocol = listener2?.protocol ?? "HTTP";
  const port = listener2?.port ?? BEHIND_A_BALANCER.memberPort;
  const subnet = octavia.subnet ?? "";
  return {
    kind: "octavia",
    subnet,
    provider: octavia.provider ?? null,
    floatingIpNetwork: octavia.floatingIp?.network ?? null,
    listener: {
      protocol,
      port,
      connectionLimit: listener2?.connectionLimit ?? null,
      allowedCidrs: listener2?.allowedCidrs ?? [],
      tlsContainer: listener2?.tlsContainer ?? null
    },
    pool: {
      protocol: pool2?.protocol ?? (protocol === "TERMINATED_HTTPS" ? "HTTP" : protocol),
      algorithm: pool2?.algorithm ?? DEFAULTS.balancing,
      sessionPersistence: pool2?.sessionPersistence ? { type: pool2.sessionPersistence.type, cookie: pool2.sessionPersistence.cookie ?? null } : null
    },
    member: member(octavia.member ?? {}, { server, port, subnet }),
    monitor: octavia.monitor ? monitor(octavia.monitor) : null
  };
}
function member(given, fallback) {
  const network = given.network ?? firstNetwork(fallback.server);
  const own3 = fallback.server.networks.find((one) => one.network === network)?.subnet ?? null;
  return {
    port: given.port ?? fallback.port,
    subnet: given.subnet ?? own3 ?? fallback.subnet,
    network,
    weight: given.weight ?? 1
  };
}
function monitor(given) {
  return {
    type: given.type,
    path: given.path ?? null,
    method: given.method ?? null,
    codes: given.codes === void 0 ? null : String(given.codes),
    delaySeconds: secondsOf(given.delay) ?? DEFAULTS.monitorDelaySeconds,
    timeoutSeconds: secondsOf(given.timeout) ?? DEFAULTS.monitorTimeoutSeconds,
    retries: given.retries ?? DEFAULTS.monitorRetries
  };
}
function firstNetwork({ networks }) {
  return networks[0]?.network ?? "";
}

// src/core/spec/health-spec.ts
function healthSpec(given, server, balancer) {
  if (given === void 0) return null;
  const { samples: samples2 = {}, replace = {} } = given;
  const questions = samples2.of ?? Math.max(HEALTH.samples, samples2.failed ?? 0);
  const maxUnavailable = replace.maxUnavailable ?? HEALTH.maxUnavailable;
  return {
    checks: given.checks?.map((check) => checkSpec(check, server)) ?? usualChecks(balancer),
    graceSeconds: secondsOf(given.gracePeriod) ?? HEALTH.graceSeconds,
    samples: {
      failed: samples2.failed ?? questions,
      of: questions,
      intervalSeconds: secondsOf(samples2.interval) ?? HEALTH.intervalSeconds
    },
    replace: {
      maxUnavailable,
      perHour: replace.perHour ?? maxUnavailable * HEALTH.roundsPerHour,
      brake: replace.brake === void 0 ? HEALTH.brake : Number.parseInt(replace.brake, 10) / 100
    }
  };
}
function usualChecks(balancer) {
  const octavia = balancer !== null && balancer.kind !== "haproxy";
  return octavia ? [{ kind: "server" }, { kind: "loadBalancer" }] : [{ kind: "server" }];
}
function checkSpec(check, server) {
  if (typeof check === "string") return { kind: check === "loadBalancer" ? "loadBalancer" : "server" };
  if (check.http) return httpCheck(check.http, server);
  const tcp = check.tcp ?? {};
  return { kind: "tcp", port: tcp.port ?? 0, ...asked(tcp, server) };
}
function httpCheck(http, server) {
  return {
    kind: "http",
    port: http.port,
    path: http.path ?? "/",
    statuses: statusRanges(http.status ?? HEALTH.statuses),
    ...asked(http, server)
  };
}
function statusRanges(status) {
  return String(status).split(",").map((part) => part.trim().split("-").map(Number)).map(([from = 0, to = from]) => ({ from, to }));
}
function asked({ timeout, address }, server) {
  return {
    timeoutSeconds: secondsOf(timeout) ?? HEALTH.probeSeconds,
    address: address === "floating" ? { kind: "floating" } : { kind: "network", network: address ?? server.networks[0]?.network ?? "" }
  };
}

// src/core/spec/server-spec.ts
function serverSpec(server, userData) {
  const { bootVolume } = server;
  return {
    image: server.image,
    flavor: server.flavor,
    networks: server.networks.map(interfaceSpec),
    securityGroups: server.securityGroups ?? [],
    keyPair: server.keyPair ?? null,
    availabilityZone: server.availabilityZone ?? null,
    serverGroup: serverGroup(server.serverGroup),
    schedulerHints: server.schedulerHints ?? {},
    bootVolume: bootVolume ? { sizeGiB: bootVolume.size, type: bootVolume.type ?? null, keep: bootVolume.keep ?? false } : null,
    floatingIpNetwork: server.floatingIp?.network ?? null,
    configDrive: server.configDrive ?? null,
    tags: server.tags ?? [],
    metadata: server.metadata ?? {},
    userData
  };
}
function interfaceSpec(given) {
  const full = typeof given === "string" ? { network: given } : given;
  return {
    network: full.network,
    subnet: full.subnet ?? null,
    securityGroups: full.securityGroups ?? null,
    portSecurity: full.portSecurity ?? true,
    allowedAddresses: full.allowedAddresses ?? []
  };
}
function serverGroup(given) {
  if (!given) return null;
  if (given.existing !== void 0) return { kind: "existing", name: given.existing };
  return { kind: "own", policy: given.policy ?? "anti-affinity", maxPerHost: given.maxPerHost ?? null };
}
function securityRule(rule) {
  const direction = rule.direction ?? "in";
  const peer = peerOf(direction === "in" ? rule.from : rule.to);
  const isSix = rule.protocol === "icmpv6" || peer.kind === "range" && peer.cidr.includes(":");
  return {
    protocol: rule.protocol,
    ports: portsOf(rule.port),
    direction,
    peer,
    ipVersion: rule.ipVersion ?? (isSix ? 6 : 4)
  };
}
function portsOf(port) {
  if (port === void 0) return null;
  if (typeof port === "number") return { from: port, to: port };
  const [from, to] = port.split("-").map(Number);
  return { from: from ?? 0, to: to ?? 0 };
}
var RANGE = /^(?:[0-9]{1,3}(?:\.[0-9]{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*)(?:\/[0-9]{1,3})?$/;
function peerOf(peer) {
  if (peer === void 0) return { kind: "everybody" };
  if (peer === "self") return { kind: "self" };
  return RANGE.test(peer) ? { kind: "range", cidr: peer } : { kind: "securityGroup", name: peer };
}

// src/core/spec/spec-base.ts
function baseOf(metadata2, timeout, yaml) {
  return {
    name: metadata2.name,
    source: yaml.start,
    labels: sorted(metadata2.labels ?? {}),
    protect: metadata2.protect ?? DEFAULTS.protect,
    timeoutMinutes: timeout === void 0 ? null : Math.ceil(durationSeconds(timeout) / 60),
    positions: yaml.positions
  };
}
function sorted(labels) {
  return Object.fromEntries(Object.entries(labels).sort(([a], [b]) => a < b ? -1 : 1));
}

// src/core/spec/group-spec.ts
function groupSpec(raw, yaml, userData) {
  const { size: size2, server, zones: zones2, securityGroup, loadBalancer, scaling, health, rollout, timeout } = raw.spec;
  const { budget } = raw.spec;
  const servers = serverSpec(server, userData.text);
  const balancer = balancerSpec(loadBalancer, servers);
  return {
    kind: "AutoScalingGroup",
    ...baseOf(raw.metadata, timeout, yaml),
    size: { min: size2.min, max: size2.max, initial: size2.initial ?? size2.min },
    server: servers,
    zones: zones2 ?? [],
    securityRules: securityGroup ? securityGroup.rules.map(securityRule) : null,
    loadBalancer: balancer,
    scaling: scalingSpec(scaling ?? {}),
    health: healthSpec(health, servers, balancer),
    rollout: rolloutSpec(rollout ?? {}, balancer !== null),
    budget: budget ? { monthly: budget.monthly, severity: budget.severity ?? "error" } : null,
    findings: userData.findings
  };
}
function rolloutSpec(rollout, balanced2) {
  const { ready: ready2 } = rollout;
  return {
    maxBatch: rollout.maxBatch ?? DEFAULTS.maxBatch,
    minInService: rollout.minInService ?? DEFAULTS.minInService,
    pauseSeconds: secondsOf(rollout.pause) ?? DEFAULTS.pauseSeconds,
    imageChange: rollout.imageChange ?? DEFAULTS.imageChange,
    flavorChange: rollout.flavorChange ?? DEFAULTS.flavorChange,
    ready: ready2 ? {
      timeoutSeconds: secondsOf(ready2.timeout) ?? DEFAULTS.readyTimeoutSeconds,
      check: ready2.check ?? null
    } : null,
    drainSeconds: secondsOf(rollout.drain) ?? (balanced2 ? BEHIND_A_BALANCER.drainSeconds : 0)
  };
}

// src/core/spec/heat-stack.ts
function heatStackParts(raw, yaml, sources) {
  const template = readTemplate(raw.spec.template, yaml, sources);
  const environments = readEnvironments(raw.spec.environment, yaml, sources);
  const parameters = parametersOf(raw.spec.parameters, yaml);
  const all = [...environments, parameters];
  const references = [
    ...template.part === null ? [] : templateReferences(template.part.value, template.part.yaml, template.part.root),
    ...environments.flatMap(({ references: references2 }) => references2),
    ...(raw.spec.files ?? []).map((key, index) => extraFile(key, positionOf(yaml, `/spec/files/${index}`)))
  ];
  const nested = collectNestedFiles(references, template.part?.yaml.start.file ?? yaml.start.file, sources);
  return {
    template: template.part,
    environment: mergeEnvironments(all.map(({ environment }) => environment)),
    given: new Map(all.flatMap(({ given }) => [...given])),
    files: nested.files,
    nested: nested.templates,
    paths: /* @__PURE__ */ new Set([...template.paths, ...environments.flatMap(({ paths }) => paths), ...nested.paths]),
    problems: [...template.problems, ...environments.flatMap(({ problems }) => problems), ...nested.problems]
  };
}
function readTemplate(template, yaml, sources) {
  if (typeof template !== "string") {
    const value = inline(template);
    return { part: { value, yaml, root: "/spec/template" }, value, yaml, paths: [], problems: [] };
  }
  const file = readHeatFile(template, "template", positionOf(yaml, "/spec/template"), sources);
  const part = file.value === null || file.yaml === null ? null : { value: file.value, yaml: file.yaml, root: "" };
  return { ...file, part };
}
function readEnvironments(environment, yaml, sources) {
  if (environment === void 0) return [];
  const pointer = "/spec/environment";
  if (typeof environment === "string")
    return [environmentFile(environment, positionOf(yaml, pointer), sources)];
  if (!Array.isArray(environment)) return [environmentPart(inline(environment), yaml, pointer)];
  return environment.map(
    (path, index) => environmentFile(String(path), positionOf(yaml, pointerTo(pointer, index)), sources)
  );
}
function environmentFile(reference, at2, sources) {
  const { value, yaml, paths, problems } = readHeatFile(reference, "environment", at2, sources);
  if (value === null || yaml === null) {
    return { environment: EMPTY_ENVIRONMENT, given: /* @__PURE__ */ new Map(), references: [], paths, problems };
  }
  const part = environmentPart(value, yaml, "");
  return { ...part, paths };
}
function environmentPart(value, yaml, root) {
  const { environment, problems } = readEnvironment(value, yaml, root);
  return {
    environment,
    given: givenAt(environment.parameters, yaml, `${root}/parameters`),
    references: environmentReferences(environment.resource_registry, yaml, `${root}/resource_registry`),
    paths: [],
    problems
  };
}
function parametersOf(parameters, yaml) {
  const given = inline(parameters ?? {});
  return {
    environment: { ...EMPTY_ENVIRONMENT, parameters: given },
    given: givenAt(given, yaml, "/spec/parameters"),
    references: [],
    paths: [],
    problems: []
  };
}
function givenAt(parameters, yaml, root) {
  return new Map(
    Object.keys(parameters).map((name) => {
      const pointer = pointerTo(root, name);
      return [name, yaml.keys.get(pointer) ?? positionOf(yaml, pointer)];
    })
  );
}
function readHeatFile(reference, what, at2, sources) {
  const resolved = resolvePath(reference, at2.file);
  if ("why" in resolved) return nothing([], { ...at2, message: `${quote(reference)} ${resolved.why}` });
  const paths = [resolved.path];
  const source = sources.text(resolved.path, "yaml");
  if (source.state === "needed") return nothing(paths);
  if (source.state === "missing") return nothing(paths, { ...at2, message: source.why });
  if (source.state === "refused") {
    const { line, column, message } = source;
    return nothing(paths, { file: resolved.path, line, column, message });
  }
  const { document, problems } = readHeatDocument(resolved.path, source.text, what);
  return { value: document?.value ?? null, yaml: document?.yaml ?? null, paths, problems };
}
function nothing(paths, ...problems) {
  return { value: null, yaml: null, paths, problems };
}
function extraFile(key, at2) {
  return { key, use: "file", at: at2 };
}
function inline(value) {
  return isJsonObject(value) ? value : {};
}

// src/core/spec/metadata-checks.ts
var MAX_TAG = 80;
function metadataProblems(metadata2, timeout, yaml) {
  const labels = Object.entries(metadata2.labels ?? {}).flatMap(([key, value]) => {
    const message = label(key, value);
    return message === null ? [] : [{ ...positionOf(yaml, pointerTo("/metadata/labels", key)), message }];
  });
  const time = timeout === void 0 ? null : timeLimit(durationSeconds(timeout));
  return time === null ? labels : [...labels, { ...positionOf(yaml, "/spec/timeout"), message: time }];
}
function label(key, value) {
  const tag = `${key}=${value}`;
  if (!/^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(key)) {
    return `the label ${quote(key)} can't be a tag; its name may hold letters, digits and . _ / - only, and starts with a letter or digit`;
  }
  if (/^thermostat(?:[._/-]|$)/i.test(key))
    return `the label ${quote(key)} is kept for Thermostat's own marks; choose another name`;
  if (value.includes(","))
    return `the label ${quote(tag)} holds a comma, which Heat takes for the end of a tag; write it without`;
  if (/[\p{Cc}\p{Zl}\p{Zp}]|^\s|\s$/u.test(value))
    return `the label ${quote(tag)} holds a control character or a blank at its end; write it without`;
  if ([...tag].length <= MAX_TAG) return null;
  return `the label ${quote(tag)} has ${[...tag].length} characters as "key=value"; Heat takes ${MAX_TAG}`;
}
function timeLimit(seconds) {
  if (seconds >= 60 && seconds % 60 === 0) return null;
  return `spec.timeout is "${seconds}" seconds; Heat counts in minutes, so write whole ones such as 30m`;
}

// src/core/spec/known-types.ts
var KNOWN_TYPES = [
  ...names("OS::Heat", [
    "AutoScalingGroup",
    "CloudConfig",
    "Delay",
    "InstanceGroup",
    "MultipartMime",
    "None",
    "RandomString",
    "ResourceChain",
    "ResourceGroup",
    "ScalingPolicy",
    "SoftwareComponent",
    "SoftwareConfig",
    "SoftwareDeployment",
    "SoftwareDeploymentGroup",
    "SoftwareDeployments",
    "Stack",
    "StructuredConfig",
    "StructuredDeployment",
    "StructuredDeploymentGroup",
    "StructuredDeployments",
    "SwiftSignal",
    "SwiftSignalHandle",
    "TestResource",
    "UpdateWaitConditionHandle",
    "Value",
    "WaitCondition",
    "WaitConditionHandle"
  ]),
  ...names("OS::Nova", ["Flavor", "KeyPair", "Server", "ServerGroup"]),
  ...names("OS::Cinder", ["Volume", "VolumeAttachment"]),
  ...names("OS::Neutron", [
    "FloatingIP",
    "FloatingIPAssociation",
    "Net",
    "Port",
    "ProviderNet",
    "Router",
    "RouterInterface",
    "SecurityGroup",
    "SecurityGroupRule",
    "Subnet",
    "SubnetPool",
    "Trunk"
  ]),
  ...names("OS::Octavia", [
    "HealthMonitor",
    "L7Policy",
    "L7Rule",
    "Listener",
    "LoadBalancer",
    "Pool",
    "PoolMember"
  ]),
  ...names("OS::Aodh", [
    "CompositeAlarm",
    "EventAlarm",
    "GnocchiAggregationByMetricsAlarm",
    "GnocchiAggregationByResourcesAlarm",
    "GnocchiResourcesAlarm",
    "LBMemberHealthAlarm",
    "PrometheusAlarm"
  ]),
  ...names("AWS::AutoScaling", ["AutoScalingGroup", "LaunchConfiguration", "ScalingPolicy"]),
  ...names("AWS::CloudFormation", ["Stack", "WaitCondition", "WaitConditionHandle"]),
  ...names("AWS::EC2", ["EIP", "EIPAssociation", "Instance", "NetworkInterface", "SecurityGroup", "Subnet"])
];
function names(family2, types) {
  return types.map((type) => `${family2}::${type}`);
}

// src/core/spec/removed-meters.ts
function removedMeter(metric) {
  if (metric === "cpu_util") return CPU;
  if (metric === "cpu.delta") return CPU.replaceAll("cpu_util", "cpu.delta");
  const successor = RATES.get(metric);
  return successor === void 0 ? null : `${metric} ${GONE}; watch ${successor} with aggregation_method: rate:mean, per granularity instead of per second`;
}
var GONE = 'is gone since OpenStack Stein, so the alarm would stay in "insufficient data" for ever';
var CPU = `cpu_util ${GONE}; watch cpu with aggregation_method: rate:mean, and as threshold the nanoseconds of CPU in one granularity: 80 % is 0.8 × granularity × vCPUs × 1e9 (300 s, one vCPU: 240000000000)`;
var RATES = new Map([
  ...["read", "write"].flatMap(
    (way) => ["bytes", "requests"].flatMap((unit) => [
      [`disk.${way}.${unit}.rate`, `disk.device.${way}.${unit}`],
      [`disk.device.${way}.${unit}.rate`, `disk.device.${way}.${unit}`]
    ])
  ),
  ...["incoming", "outgoing"].flatMap(
    (way) => ["bytes", "packets"].map((unit) => [
      `network.${way}.${unit}.rate`,
      `network.${way}.${unit}`
    ])
  )
]);

// src/core/spec/removed-types.ts
function removedType(type) {
  return Object.hasOwn(TYPES, type) ? TYPES[type] ?? null : null;
}
function placeholder(since, instead) {
  return { why: `is gone since ${since}: Heat takes it, says it is complete, and makes nothing`, instead };
}
function thresholdAlarm(since) {
  return {
    why: `watches Ceilometer's own meters, which are gone since ${since}: Aodh refuses it when the rest of the stack is built`,
    instead: "OS::Aodh::GnocchiAggregationByResourcesAlarm"
  };
}
function neverThere(instead) {
  return { why: "is a type that Heat does not have", instead };
}
var LBAAS_V2 = "OpenStack 2023.2 (LBaaS v2)";
var LBAAS_V1 = "OpenStack Pike (LBaaS v1)";
var SENLIN = "OpenStack 2024.2 (Senlin)";
var LOAD_BALANCER = "OS::Octavia::LoadBalancer with a Listener, a Pool and a HealthMonitor";
var TYPES = {
  // heat/environment.d/default.yaml maps the first two to OS::Aodh::Alarm; aodh without ceilometer-api: Queens
  "OS::Ceilometer::Alarm": thresholdAlarm("OpenStack Queens"),
  "OS::Metering::Alarm": thresholdAlarm("OpenStack Queens"),
  "OS::Aodh::Alarm": thresholdAlarm("OpenStack Queens"),
  "AWS::CloudWatch::Alarm": thresholdAlarm("OpenStack Queens"),
  "OS::Heat::CWLiteAlarm": neverThere("OS::Aodh::GnocchiAggregationByResourcesAlarm"),
  "OS::Aodh::CombinationAlarm": placeholder("OpenStack Pike", "OS::Aodh::CompositeAlarm"),
  "OS::Ceilometer::CombinationAlarm": placeholder("OpenStack Pike", "OS::Aodh::CompositeAlarm"),
  "OS::Neutron::LoadBalancer": placeholder(LBAAS_V1, LOAD_BALANCER),
  "OS::Neutron::Pool": placeholder(LBAAS_V1, "OS::Octavia::Pool"),
  "OS::Neutron::PoolMember": placeholder(LBAAS_V1, "OS::Octavia::PoolMember"),
  "OS::Neutron::HealthMonitor": placeholder(LBAAS_V1, "OS::Octavia::HealthMonitor"),
  "OS::Neutron::LBaaS::LoadBalancer": placeholder(LBAAS_V2, "OS::Octavia::LoadBalancer"),
  "OS::Neutron::LBaaS::Listener": placeholder(LBAAS_V2, "OS::Octavia::Listener"),
  "OS::Neutron::LBaaS::Pool": placeholder(LBAAS_V2, "OS::Octavia::Pool"),
  "OS::Neutron::LBaaS::PoolMember": placeholder(LBAAS_V2, "OS::Octavia::PoolMember"),
  "OS::Neutron::LBaaS::HealthMonitor": placeholder(LBAAS_V2, "OS::Octavia::HealthMonitor"),
  "OS::Neutron::LBaaS::L7Policy": placeholder(LBAAS_V2, "OS::Octavia::L7Policy"),
  "OS::Neutron::LBaaS::L7Rule": placeholder(LBAAS_V2, "OS::Octavia::L7Rule"),
  // heat/engine/resources/aws/lb/loadbalancer.py: a server of the image Fedora-Cloud-Base-20141203-21.x86_64 (measured)
  "AWS::ElasticLoadBalancing::LoadBalancer": {
    why: "is a server that Heat builds from a Fedora image of 2014: no cloud has it, so the creation fails",
    instead: LOAD_BALANCER
  },
  "OS::Senlin::Cluster": placeholder(SENLIN, "OS::Heat::AutoScalingGroup"),
  "OS::Senlin::Node": placeholder(SENLIN, "OS::Nova::Server"),
  "OS::Senlin::Profile": placeholder(SENLIN, "the property `resource` of OS::Heat::AutoScalingGroup"),
  "OS::Senlin::Policy": placeholder(SENLIN, "OS::Heat::ScalingPolicy"),
  "OS::Senlin::Receiver": placeholder(SENLIN, "OS::Heat::ScalingPolicy and its alarm_url"),
  "OS::Nova::FloatingIP": placeholder("OpenStack Rocky (nova-network)", "OS::Neutron::FloatingIP"),
  "OS::Nova::FloatingIPAssociation": placeholder(
    "OpenStack Rocky (nova-network)",
    "OS::Neutron::FloatingIPAssociation"
  ),
  "OS::Heat::HARestarter": placeholder("OpenStack Queens", "the health checks of a Thermostat spec"),
  "AWS::EC2::LaunchTemplate": neverThere("AWS::AutoScaling::LaunchConfiguration"),
  "AWS::ElasticLoadBalancingV2::LoadBalancer": neverThere(LOAD_BALANCER),
  "AWS::ElasticLoadBalancingV2::TargetGroup": neverThere("OS::Octavia::Pool"),
  "AWS::ElasticLoadBalancingV2::Listener": neverThere("OS::Octavia::Listener"),
  "AWS::AutoScaling::ScheduledAction": neverThere("`scaling.schedules` of a Thermostat spec")
};

// src/core/spec/template-place.ts
function placeIn({ yaml, root }, pointer) {
  return yaml.keys.get(root + pointer) ?? positionOf(yaml, root + pointer);
}

// src/core/spec/obsolete-checks.ts
function typeProblems(template, typeAt, type) {
  const message = wrongType(type);
  return message === null ? [] : [{ ...placeIn(template, typeAt), message }];
}
var TYPING_ERROR = 2;
function wrongType(type) {
  const removed = removedType(type);
  if (removed !== null) return `${type} ${removed.why}; use ${removed.instead}`;
  if (KNOWN_TYPES.includes(type)) return null;
  const meant2 = suggest(type, KNOWN_TYPES, TYPING_ERROR);
  return meant2 === null ? null : `${quote(type)} is no type that Heat has; did you mean ${quote(meant2)}?`;
}
function meterProblems(template, below2, type, properties) {
  if (!/^OS::(?:Aodh|Ceilometer)::/.test(type)) return [];
  const metric = properties["metric"];
  return [
    ...oneMeter(template, pointerTo(below2, "metric"), metric),
    ...rules(template, pointerTo(below2, "composite_rule"), properties["composite_rule"])
  ];
}
function rules(template, pointer, value) {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at2 = pointerTo(pointer, key);
    return key === "metric" ? oneMeter(template, at2, inner) : rules(template, at2, inner);
  });
}
function oneMeter(template, pointer, metric) {
  const message = typeof metric === "string" ? removedMeter(metric) : null;
  return message === null ? [] : [{ ...placeIn(template, pointer), message }];
}
var NETWORKS = /* @__PURE__ */ new Map([
  ["OS::Nova::Server", { oneOf: ["networks"], example: "networks: [ { network: NAME } ]" }],
  ["AWS::EC2::Instance", { oneOf: ["SubnetId", "NetworkInterfaces"], example: "SubnetId: SUBNET" }],
  [
    "AWS::AutoScaling::AutoScalingGroup",
    { oneOf: ["VPCZoneIdentifier"], example: "VPCZoneIdentifier: [ SUBNET ]" }
  ]
]);
function networkProblems(template, pointer, type, properties) {
  const wanted = NETWORKS.get(type);
  if (wanted === void 0 || !isJsonObject(properties)) return [];
  if (wanted.oneOf.some((key) => (properties[key] ?? null) !== null)) return [];
  const message = `the ${type} here has no ${quote(wanted.oneOf[0])}; Nova makes no server without a network, and says so only when the stack is being built; add it, such as ${wanted.example}`;
  return [{ ...placeIn(template, pointer), message }];
}
var SUBNET_KEYS = /* @__PURE__ */ new Map([
  ["AWS::AutoScaling::AutoScalingGroup", "VPCZoneIdentifier"],
  ["AWS::EC2::Instance", "SubnetId"]
]);
var UUID = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;
function subnetProblems(template, below2, type, properties) {
  const key = SUBNET_KEYS.get(type);
  if (key === void 0) return [];
  const value = properties[key];
  const names2 = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "string");
  return names2.filter((name) => !UUID.test(name)).map((name) => ({
    ...placeIn(template, pointerTo(below2, key)),
    message: `${key} is ${quote(name)}; Heat takes a subnet's id here, no name, such as { Ref: Subnet } with the id as parameter`
  }));
}

// src/core/health/template-health.ts
function templateHealth(properties) {
  const check = properties["health_check"];
  const given = isJsonObject(check) ? check : {};
  const type = given["type"] ?? properties["HealthCheckType"];
  const grace = given["grace_period"] ?? properties["HealthCheckGracePeriod"];
  if (check === void 0 && type === void 0 && grace === void 0) return null;
  return {
    checks: checksOf(type) ?? [{ kind: "server" }],
    graceSeconds: graceOf(grace) ?? HEALTH.graceSeconds,
    samples: { failed: HEALTH.samples, of: HEALTH.samples, intervalSeconds: HEALTH.intervalSeconds },
    replace: {
      maxUnavailable: HEALTH.maxUnavailable,
      perHour: HEALTH.maxUnavailable * HEALTH.roundsPerHour,
      brake: HEALTH.brake
    }
  };
}
function checksOf(type) {
  return typeof type === "string" ? own(TYPES2, type.toUpperCase()) ?? null : null;
}
function graceOf(grace) {
  if (typeof grace === "number") return Number.isInteger(grace) && grace >= 0 ? grace : null;
  if (typeof grace !== "string" || !/^\d{1,9}[smh]?$/.test(grace)) return null;
  return /^\d+$/.test(grace) ? Number(grace) : durationSeconds(grace);
}
var SERVER2 = [{ kind: "server" }];
var BALANCED = [{ kind: "server" }, { kind: "loadBalancer" }];
var TYPES2 = {
  EC2: SERVER2,
  SERVER: SERVER2,
  ELB: BALANCED,
  LOADBALANCER: BALANCED
};
var TYPE_NAMES = ["EC2", "server", "ELB", "loadBalancer"];

// src/core/spec/template-health-checks.ts
function templateHealthProblems(template, below2, properties) {
  const at2 = (pointer2, message) => ({ ...placeIn(template, pointer2), message });
  const pointer = pointerTo(below2, "health_check");
  const written2 = properties["health_check"];
  const check = isJsonObject(written2) ? written2 : {};
  const typed = [
    [pointerTo(pointer, "type"), check["type"]],
    [pointerTo(below2, "HealthCheckType"), properties["HealthCheckType"]]
  ];
  const timed = [
    [pointerTo(pointer, "grace_period"), check["grace_period"]],
    [pointerTo(below2, "HealthCheckGracePeriod"), properties["HealthCheckGracePeriod"]]
  ];
  return [
    ...typed.filter(([, value]) => isSettled(value) && checksOf(value) === null).map(
      ([where, value]) => at2(where, `the health check's type is ${quote(value)}; it must be ${list(TYPE_NAMES, "or")}`)
    ),
    ...timed.filter(([, value]) => isSettled(value) && graceOf(value) === null).map(
      ([where, value]) => at2(where, `the grace period is ${quote(value)}; it must be seconds, or a length of time such as 5m`)
    )
  ];
}
function isSettled(value) {
  return value !== void 0 && !isJsonObject(value);
}

// src/core/spec/definition-checks.ts
var GROUP_TYPES = /* @__PURE__ */ new Map([
  [
    "OS::Heat::AutoScalingGroup",
    {
      required: ["resource", "min_size", "max_size"],
      optional: ["desired_capacity", "cooldown", "rolling_updates", "health_check"],
      min: "min_size",
      max: "max_size",
      desired: "desired_capacity"
    }
  ],
  [
    "AWS::AutoScaling::AutoScalingGroup",
    {
      required: ["AvailabilityZones", "MinSize", "MaxSize"],
      optional: [
        "LaunchConfigurationName",
        "InstanceId",
        "Cooldown",
        "DesiredCapacity",
        "HealthCheckGracePeriod",
        "HealthCheckType",
        "LoadBalancerNames",
        "VPCZoneIdentifier",
        "Tags"
      ],
      min: "MinSize",
      max: "MaxSize",
      desired: "DesiredCapacity"
    }
  ]
]);
function definitionProblems(template, dialect, pointer, definition, mapped) {
  const type = definition[dialect.type];
  if (typeof type === "string" && /\.(?:yml|json|hot)$/i.test(type) && !isMapped(type, mapped)) {
    const message = `the type ${quote(type)} looks like a file, but Heat takes a nested template only when its name ends in .yaml or .template; rename the file`;
    return [{ ...placeIn(template, pointerTo(pointer, dialect.type)), message }];
  }
  const properties = definition[dialect.properties] ?? {};
  if (typeof type !== "string" || isMapped(type, mapped)) return [];
  const wrong = typeProblems(template, pointerTo(pointer, dialect.type), type);
  if (wrong.length > 0 || !isJsonObject(properties) || isFunction(properties)) return wrong;
  const below2 = pointerTo(pointer, dialect.properties);
  const group = GROUP_TYPES.get(type);
  return [
    ...group === void 0 ? [] : groupProblems2(template, pointer, below2, type, group, properties),
    ...group === void 0 ? [] : templateHealthProblems(template, below2, properties),
    ...type === "OS::Nova::Server" ? serverProblems(template, below2, properties) : [],
    ...networkProblems(template, pointer, type, properties),
    ...subnetProblems(template, below2, type, properties),
    ...meterProblems(template, below2, type, properties),
    ...["resource", "resource_def"].flatMap((key) => {
      const inner = properties[key];
      return isJsonObject(inner) ? definitionProblems(template, dialect, pointerTo(below2, key), inner, mapped) : [];
    })
  ];
}
function isFunction(value) {
  const keys = Object.keys(value);
  return keys.length === 1 && /^(?:get_|str_|list_|map_|Fn::|Ref$|if$|yaql$|repeat$|contains$)/.test(keys[0] ?? "");
}
function isMapped(type, mapped) {
  return mapped.some((name) => name === type || name.endsWith("*") && type.startsWith(name.slice(0, -1)));
}
function groupProblems2(template, pointer, below2, type, group, properties) {
  const known = [...group.required, ...group.optional];
  const missing = group.required.filter((key) => !Object.hasOwn(properties, key)).map((key) => ({
    ...placeIn(template, pointer),
    message: `the ${type} here has no ${quote(key)}; Heat requires it`
  }));
  const unknown = Object.keys(properties).filter((key) => !known.includes(key)).map((key) => ({
    ...placeIn(template, pointerTo(below2, key)),
    message: `${quote(key)} is no property of ${type}${hint(key, known, `it has ${list(known)}`)}`
  }));
  return [
    ...missing,
    ...unknown,
    ...bounds2(template, below2, group, properties),
    ...healthCheck(template, below2, properties)
  ];
}
function bounds2(template, below2, group, properties) {
  const at2 = (key) => placeIn(template, pointerTo(below2, key));
  const min = literalInteger(properties[group.min]);
  const max = literalInteger(properties[group.max]);
  const desired = literalInteger(properties[group.desired]);
  const problems = [];
  for (const [key, value] of [
    [group.min, min],
    [group.max, max]
  ]) {
    if (value !== null && value < 0)
      problems.push({ ...at2(key), message: `${key} is "${value}"; it must be at least 0` });
  }
  if (min !== null && max !== null && max < min) {
    problems.push({
      ...at2(group.max),
      message: `${group.max} is "${max}", below ${group.min} "${min}"; it must be at least ${min}`
    });
    return problems;
  }
  if (desired === null) return problems;
  if (min !== null && desired < min || max !== null && desired > max) {
    const message = `${group.desired} is "${desired}"; it must be from ${group.min} "${min ?? "any"}" to ${group.max} "${max ?? "any"}"`;
    problems.push({ ...at2(group.desired), message });
  }
  return problems;
}
function literalInteger(value) {
  if (typeof value === "number") return Number.isInteger(value) ? value : null;
  return typeof value === "string" && /^-?[0-9]{1,9}$/.test(value) ? Number(value) : null;
}
var HEALTH_CHECK_KEYS = ["type", "grace_period"];
function healthCheck(template, below2, properties) {
  const check = properties["health_check"];
  if (check === void 0 || check === null) return [];
  const pointer = pointerTo(below2, "health_check");
  if (!isJsonObject(check)) {
    const message = `health_check is ${quote(check)}; it must be a mapping of type and grace_period`;
    return [{ ...placeIn(template, pointer), message }];
  }
  return Object.keys(check).filter((key) => !HEALTH_CHECK_KEYS.includes(key)).map((key) => ({
    ...placeIn(template, pointerTo(pointer, key)),
    message: `${quote(key)} is no key of health_check${hint(key, HEALTH_CHECK_KEYS, `it has ${list(HEALTH_CHECK_KEYS)}`)}`
  }));
}
function serverProblems(template, below2, properties) {
  if (properties["user_data_update_policy"] !== "REBUILD") return [];
  const message = 'user_data_update_policy is "REBUILD", with which Heat passes the user data as the image and every update fails; it must be REPLACE or IGNORE';
  return [{ ...placeIn(template, pointerTo(below2, "user_data_update_policy")), message }];
}

// src/core/spec/parameter-checks.ts
function parameterProblems(parts, template, dialect) {
  const declared = declarations(template.value, dialect);
  const known = Object.keys(declared);
  const unknown = [...parts.given].filter(([name]) => !Object.hasOwn(declared, name)).map(([name, at2]) => ({
    ...at2,
    message: `the parameter ${quote(name)} is given, but the template does not declare it${hint(name, known, known.length === 0 ? "it declares none" : `it declares ${list(known)}`)}`
  }));
  return [
    ...unknown,
    ...withoutValue(parts, template, dialect, declared),
    ...wholeFloats(template, dialect, declared)
  ];
}
function withoutValue({ environment }, template, dialect, declared) {
  return Object.entries(declared).flatMap(([name, schema2]) => {
    const values = [
      isJsonObject(schema2) ? own2(schema2, dialect.default) : void 0,
      own2(environment.parameters, name),
      own2(environment.parameter_defaults, name)
    ];
    if (values.some((value) => value !== void 0 && value !== null)) return [];
    const message = `the parameter ${quote(name)} has no default and is given no value; give it one in a HeatStack's spec.parameters or environment, or a default here`;
    return [{ ...placeIn(template, pointerTo(`/${dialect.parameters}`, name)), message }];
  });
}
function wholeFloats(template, dialect, declared) {
  return Object.entries(declared).flatMap(([name, schema2]) => {
    const pointer = pointerTo(pointerTo(`/${dialect.parameters}`, name), dialect.default);
    const text = template.yaml.wholeFloats.get(template.root + pointer);
    if (text === void 0 || !isJsonObject(schema2) || schema2[dialect.parameterType] !== dialect.textType)
      return [];
    const message = `the default ${quote(text)} of the text parameter ${quote(name)} is read as a number; put it in quotes`;
    return [{ ...placeIn(template, pointer), message }];
  });
}
function parameterReferenceProblems(template, dialect) {
  const { value } = template;
  const resources2 = value[dialect.resources];
  const named = [
    ...Object.keys(declarations(value, dialect)),
    ...dialect.pseudoParameters,
    ...dialect.getParameter === "Ref" && isJsonObject(resources2) ? Object.keys(resources2) : []
  ];
  const known = new Set(named);
  const problems = [];
  for (const section of [dialect.resources, dialect.outputs, dialect.conditions]) {
    visit2(value[section] ?? null, `/${section}`, dialect.getParameter, (name, pointer) => {
      if (known.has(name)) return;
      const declare = `declare it under ${dialect.parameters}`;
      const message = `${dialect.getParameter} names ${quote(name)}, which the template does not declare${hint(name, named, declare)}`;
      problems.push({ ...placeIn(template, pointer), message });
    });
  }
  return problems;
}
function visit2(value, pointer, fn, see) {
  if (typeof value !== "object" || value === null) return;
  const entries = Object.entries(value);
  const [first] = entries;
  if (!Array.isArray(value) && entries.length === 1 && first !== void 0) {
    const [key, argument] = first;
    if (key === "repeat") return;
    if (key === fn) {
      const name = Array.isArray(argument) ? argument[0] : argument;
      if (typeof name === "string") see(name, pointerTo(pointer, key));
    }
  }
  for (const [key, item] of entries) visit2(item, pointerTo(pointer, key), fn, see);
}
function declarations(template, dialect) {
  const declared = template[dialect.parameters];
  return isJsonObject(declared) ? declared : {};
}
function own2(object, key) {
  return Object.hasOwn(object, key) ? object[key] : void 0;
}

// src/core/spec/template-dialect.ts
var HOT = {
  versionKeys: ["heat_template_version"],
  versions: [
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
  ],
  sections: [
    "heat_template_version",
    "description",
    "parameter_groups",
    "parameters",
    "conditions",
    "resources",
    "outputs"
  ],
  resources: "resources",
  outputs: "outputs",
  conditions: "conditions",
  // heat/engine/hot/template.py HOTemplate20161014 is the first with the section
  withoutConditions: ["2013-05-23", "2014-10-16", "2015-04-30", "2015-10-15", "2016-04-08"],
  conditionsNeed: "heat_template_version: 2016-10-14 or later",
  parameters: "parameters",
  resourceKeys: [
    "type",
    "properties",
    "metadata",
    "depends_on",
    "deletion_policy",
    "update_policy",
    "description",
    "external_id",
    "condition"
  ],
  type: "type",
  properties: "properties",
  default: "default",
  parameterType: "type",
  textType: "string",
  getParameter: "get_param",
  pseudoParameters: ["OS::stack_id", "OS::stack_name", "OS::region", "OS::project_id"]
};
var CLOUD_FORMATION = {
  versionKeys: ["AWSTemplateFormatVersion", "HeatTemplateFormatVersion"],
  versions: ["2010-09-09", "2012-12-12"],
  sections: [
    "AWSTemplateFormatVersion",
    "HeatTemplateFormatVersion",
    "Description",
    "Mappings",
    "Parameters",
    "Conditions",
    "Resources",
    "Outputs"
  ],
  resources: "Resources",
  outputs: "Outputs",
  conditions: "Conditions",
  // heat/engine/cfn/template.py: CfnTemplate has the section, HeatTemplate has not (measured)
  withoutConditions: ["2012-12-12"],
  conditionsNeed: "AWSTemplateFormatVersion: '2010-09-09'",
  parameters: "Parameters",
  resourceKeys: [
    "Type",
    "Properties",
    "Metadata",
    "DependsOn",
    "DeletionPolicy",
    "UpdatePolicy",
    "Description",
    "Condition"
  ],
  type: "Type",
  properties: "Properties",
  default: "Default",
  parameterType: "Type",
  textType: "String",
  getParameter: "Ref",
  pseudoParameters: ["AWS::StackId", "AWS::StackName", "AWS::Region"]
};
function dialectOf(template) {
  return [HOT, CLOUD_FORMATION].find(
    ({ versionKeys }) => versionKeys.some((key) => Object.hasOwn(template, key))
  ) ?? null;
}

// src/core/spec/template-checks.ts
function templateProblems(parts) {
  const mapped = Object.keys(parts.environment.resource_registry);
  const nested = parts.nested.flatMap(({ value, yaml }) => oneTemplate({ value, yaml, root: "" }, mapped));
  if (parts.template === null) return nested;
  const dialect = dialectOf(parts.template.value);
  const parameters = dialect === null ? [] : parameterProblems(parts, parts.template, dialect);
  return [...oneTemplate(parts.template, mapped), ...parameters, ...nested];
}
function oneTemplate(template, mapped) {
  const dialect = dialectOf(template.value);
  if (dialect === null) return [{ ...placeIn(template, ""), message: NO_VERSION }];
  return [
    ...version(template, dialect),
    ...sections(template, dialect),
    ...conditionsTooEarly(template, dialect),
    ...resources(template, dialect, mapped),
    ...parameterReferenceProblems(template, dialect)
  ];
}
var NO_VERSION = 'the template has no "heat_template_version"; add it, such as heat_template_version: 2021-04-16';
function version(template, { versionKeys, versions }) {
  return versionKeys.flatMap((key) => {
    const value = Object.hasOwn(template.value, key) ? template.value[key] : void 0;
    if (value === void 0 || versions.some((known) => known === value)) return [];
    const message = `${key} is ${quote(value)}, which Heat does not know${hint(String(value), versions, `it knows ${list(versions)}`)}`;
    return [{ ...positionOf(template.yaml, `${template.root}/${key}`), message }];
  });
}
function sections(template, { sections: known }) {
  return Object.keys(template.value).flatMap((section) => {
    if (known.includes(section)) return [];
    const message = `${quote(section)} is no section of a template${hint(section, known, `it has ${list(known)}`)}`;
    return [{ ...placeIn(template, pointerTo("", section)), message }];
  });
}
function conditionsTooEarly(template, dialect) {
  if (!Object.hasOwn(template.value, dialect.conditions)) return [];
  const version2 = dialect.versionKeys.map((key) => template.value[key]).find((value) => value !== void 0);
  if (!dialect.withoutConditions.some((early) => early === version2)) return [];
  const message = `${quote(dialect.conditions)} is no section of version ${quote(version2)} yet; it needs ${dialect.conditionsNeed}`;
  return [{ ...placeIn(template, pointerTo("", dialect.conditions)), message }];
}
function resources(template, dialect, mapped) {
  const all = template.value[dialect.resources];
  if (all === void 0 || all === null) return [];
  const pointer = `/${dialect.resources}`;
  if (!isJsonObject(all)) {
    const message = `${dialect.resources} is ${quote(all)}; it must be a mapping of names to resources`;
    return [{ ...placeIn(template, pointer), message }];
  }
  return Object.entries(all).flatMap(
    ([name, resource]) => oneResource(template, dialect, pointerTo(pointer, name), name, resource, mapped)
  );
}
function oneResource(template, dialect, pointer, name, resource, mapped) {
  const at2 = placeIn(template, pointer);
  const named = `the resource ${quote(name)}`;
  if (!isJsonObject(resource)) {
    return [
      { ...at2, message: `${named} is ${quote(resource)}; it must be a mapping with a ${dialect.type}` }
    ];
  }
  const problems = unknownKeys(template, dialect, pointer, resource);
  if (name.includes("/"))
    problems.push({ ...at2, message: `${named} has a "/" in its name; Heat takes none` });
  const type = resource[dialect.type];
  if (typeof type !== "string" || type === "") {
    problems.push({ ...at2, message: `${named} has no ${dialect.type}; add it, such as OS::Nova::Server` });
    return problems;
  }
  return [...problems, ...definitionProblems(template, dialect, pointer, resource, mapped)];
}
function unknownKeys(template, { resourceKeys }, pointer, resource) {
  return Object.keys(resource).filter((key) => !resourceKeys.includes(key)).map((key) => ({
    ...placeIn(template, pointerTo(pointer, key)),
    message: `${quote(key)} is no key of a resource${hint(key, resourceKeys, `it has ${list(resourceKeys)}`)}`
  }));
}

// src/core/spec/cloud-init/cloud-config-yaml.ts
function readCloudConfigYaml(content) {
  const decoded2 = decodeYaml(new TextEncoder().encode(content.text));
  if (decoded2.state === "refused") return refused2(content, decoded2.line, decoded2.column, decoded2.message);
  const { text } = content;
  const { documents, stopped, placeOf } = readYamlText(text);
  if (stopped !== null) return refused2(content, stopped.line, stopped.column, stopped.message);
  const [document, second] = documents;
  if (second !== void 0) {
    const { line, column } = placeOf(second.range[0]);
    return refused2(content, line, column, "a second document starts here; a cloud-config is one document");
  }
  if (document === void 0) return refused2(content, 1, 1, EMPTY);
  const dates = /* @__PURE__ */ new Set();
  const yaml = readYamlValue(document, {
    file: "",
    text,
    placeOf,
    values: "hidden",
    binary: "text",
    scalarsAt: (pointer) => (scalar) => readScalar(scalar, () => dates.add(pointer))
  });
  const problems = yaml.problems.map(
    ({ line, column, message }) => problemAt(content, line, column, message)
  );
  return { yaml, dates, problems };
}
var EMPTY = "the cloud-config is empty; write what the server shall do, or leave it away";
var DATE = /^\d{4}-\d\d-\d\d$/;
var TIME = /^\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?$/;
function readScalar(text, noteDate) {
  if (DATE.test(text) || TIME.test(text)) {
    noteDate();
    return { tag: "str", value: text };
  }
  return readHeatScalar(text);
}
function refused2(content, line, column, message) {
  return { yaml: null, dates: /* @__PURE__ */ new Set(), problems: [problemAt(content, line, column, message)] };
}

// src/core/spec/cloud-init/archive.ts
function readArchive(content) {
  const { yaml, problems } = readCloudConfigYaml(content);
  if (yaml === null || problems.length > 0) return { parts: [], problems };
  if (!Array.isArray(yaml.value)) {
    const message = 'the archive is no list; write its parts as a list of mappings with "type" and "content"';
    return { parts: [], problems: [problemAt(content, yaml.start.line, yaml.start.column, message)] };
  }
  const lines = linesOf(content.text);
  const read = yaml.value.map((entry, index) => {
    const below2 = isJsonObject(entry) ? pointerTo(pointerTo("", index), "content") : pointerTo("", index);
    const { line, column } = positionOf(yaml, below2);
    const text = isJsonObject(entry) ? entry["content"] : entry;
    if (typeof text !== "string") {
      const message = "a part of the archive has no content that is text; write content: | and the text below it";
      return { parts: [], problems: [problemAt(content, line, column, message)] };
    }
    const inner = scalarContent(text, { file: "", line, column }, lines);
    const at2 = (l, c) => {
      const place = inner.at(l, c);
      return content.at(place.line, place.column);
    };
    return { parts: [{ type: typeOf(entry, text), content: { text, at: at2 } }], problems: [] };
  });
  return { parts: read.flatMap(({ parts }) => parts), problems: read.flatMap((one) => one.problems) };
}
function typeOf(entry, text) {
  const named = isJsonObject(entry) ? entry["type"] : void 0;
  if (typeof named === "string" && named !== "") return named;
  return typeOfText(text) ?? "text/cloud-config";
}

// src/generated/cloud-config-schema.ts
var CLOUD_CONFIG_SCHEMA = '{"$defs":{"all_modules":{"enum":["ansible","apk-configure","apk_configure","apt-configure","apt_configure","apt-pipelining","apt_pipelining","bootcmd","byobu","ca-certs","ca_certs","chef","disable-ec2-metadata","disable_ec2_metadata","disk-setup","disk_setup","fan","final-message","final_message","growpart","grub-dpkg","grub_dpkg","install-hotplug","install_hotplug","keyboard","keys-to-console","keys_to_console","landscape","locale","lxd","mcollective","mounts","ntp","package-update-upgrade-install","package_update_upgrade_install","phone-home","phone_home","power-state-change","power_state_change","puppet","reset-rmc","reset_rmc","resizefs","resolv-conf","resolv_conf","rh-subscription","rh_subscription","rsyslog","runcmd","salt-minion","salt_minion","scripts-per-boot","scripts_per_boot","scripts-per-instance","scripts_per_instance","scripts-per-once","scripts_per_once","scripts-user","scripts_user","scripts-vendor","scripts_vendor","seed-random","seed_random","set-hostname","set_hostname","set-passwords","set_passwords","snap","spacewalk","ssh","ssh-authkey-fingerprints","ssh_authkey_fingerprints","ssh-import-id","ssh_import_id","timezone","ubuntu-advantage","ubuntu_advantage","ubuntu-autoinstall","ubuntu_autoinstall","ubuntu-drivers","ubuntu_drivers","ubuntu_pro","update-etc-hosts","update_etc_hosts","update-hostname","update_hostname","users-groups","users_groups","wireguard","write-files","write_files","write-files-deferred","write_files_deferred","yum-add-repo","yum_add_repo","zypper-add-repo","zypper_add_repo"]},"ubuntu_pro.properties":{"type":"object","additionalProperties":false,"properties":{"enable":{"type":"array","items":{"type":"string"}},"enable_beta":{"type":"array","items":{"type":"string"}},"token":{"type":"string"},"features":{"type":"object","additionalProperties":false,"properties":{"disable_auto_attach":{"type":"boolean"}}},"config":{"type":"object","additionalProperties":true,"properties":{"http_proxy":{"type":["string","null"]},"https_proxy":{"type":["string","null"]},"global_apt_http_proxy":{"type":["string","null"]},"global_apt_https_proxy":{"type":["string","null"]},"ua_apt_http_proxy":{"type":["string","null"]},"ua_apt_https_proxy":{"type":["string","null"]}}}}},"users_groups.groups_by_groupname":{"additionalProperties":false,"patternProperties":{"^.+$":{"type":["string","array"],"items":{"type":"string"},"minItems":1}}},"users_groups.user":{"oneOf":[{"required":["name"]},{"required":["snapuser"]}],"additionalProperties":false,"properties":{"name":{"type":"string"},"doas":{"type":"array","items":{"type":"string"},"minItems":1},"expiredate":{"type":"string","format":"date"},"gecos":{"type":"string"},"groups":{"oneOf":[{"type":"string"},{"type":"array","items":{"type":["string"]},"minItems":1},{"type":"object","patternProperties":{"^.+$":{"deprecated":true,"deprecated_version":"23.1","type":["null"],"minItems":1}}}]},"homedir":{"type":"string"},"inactive":{"type":"string"},"lock-passwd":{"type":"boolean","deprecated":true,"deprecated_version":"22.3"},"lock_passwd":{"type":"boolean"},"no-create-home":{"type":"boolean","deprecated":true,"deprecated_version":"24.2"},"no_create_home":{"type":"boolean"},"no-log-init":{"type":"boolean","deprecated":true,"deprecated_version":"24.2"},"no_log_init":{"type":"boolean"},"no-user-group":{"type":"boolean","deprecated":true,"deprecated_version":"24.2"},"no_user_group":{"type":"boolean"},"passwd":{"type":"string"},"hashed-passwd":{"type":"string","deprecated":true,"deprecated_version":"24.2"},"hashed_passwd":{"type":"string"},"plain-text-passwd":{"type":"string","deprecated":true,"deprecated_version":"24.2"},"plain_text_passwd":{"type":"string"},"create-groups":{"type":"boolean","deprecated":true,"deprecated_version":"24.2"},"create_groups":{"type":"boolean"},"primary-group":{"type":"string","deprecated":true,"deprecated_version":"24.2"},"primary_group":{"type":"string"},"selinux-user":{"type":"string","deprecated":true,"deprecated_version":"24.2"},"selinux_user":{"type":"string"},"shell":{"type":"string"},"snapuser":{"type":"string"},"ssh_authorized_keys":{"type":"array","items":{"type":"string"},"minItems":1},"ssh-authorized-keys":{"type":"array","items":{"type":"string"},"minItems":1,"deprecated":true,"deprecated_version":"18.3"},"ssh-import-id":{"type":"array","items":{"type":"string"},"minItems":1,"deprecated":true,"deprecated_version":"24.2"},"ssh_import_id":{"type":"array","items":{"type":"string"},"minItems":1},"ssh-redirect-user":{"type":"boolean","deprecated":true,"deprecated_version":"24.2"},"ssh_redirect_user":{"type":"boolean"},"system":{"type":"boolean"},"sudo":{"oneOf":[{"type":["string","null"]},{"type":"array","items":{"type":["string","null"]}},{"type":"boolean","changed":true,"changed_version":"22.2"}]},"uid":{"oneOf":[{"type":"integer"},{"type":"string","changed":true,"changed_version":"22.3"}]}}},"apt_configure.mirror":{"type":"array","items":{"type":"object","required":["arches"],"additionalProperties":false,"properties":{"arches":{"type":"array","items":{"type":"string"},"minItems":1},"uri":{"type":"string"},"search":{"type":"array","items":{"type":"string"},"minItems":1},"search_dns":{"type":"boolean"},"keyid":{"type":"string"},"key":{"type":"string"},"keyserver":{"type":"string"}}},"minItems":1},"ca_certs.properties":{"type":"object","additionalProperties":false,"properties":{"remove-defaults":{"type":"boolean","deprecated":true,"deprecated_version":"22.3"},"remove_defaults":{"type":"boolean"},"trusted":{"type":"array","items":{"type":"string"},"minItems":1}},"minProperties":1},"modules_definition":{"type":"array","items":{"oneOf":[{"$ref":"#/$defs/all_modules"},{"type":"array"}]}},"merge_definition":{"oneOf":[{"type":"string"},{"type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["name","settings"],"properties":{"name":{"type":"string","enum":["list","dict","str"]},"settings":{"type":"array","items":{"type":"string","enum":["allow_delete","no_replace","replace","append","prepend","recurse_dict","recurse_list","recurse_array","recurse_str"]}}}}}]},"base_config":{"type":"object","properties":{"cloud_init_modules":{"$ref":"#/$defs/modules_definition"},"cloud_config_modules":{"$ref":"#/$defs/modules_definition"},"cloud_final_modules":{"$ref":"#/$defs/modules_definition"},"launch-index":{"type":"integer"},"merge_how":{"$ref":"#/$defs/merge_definition"},"merge_type":{"$ref":"#/$defs/merge_definition"},"system_info":{"type":"object","deprecated":true,"deprecated_version":"24.2"}}},"cc_ubuntu_autoinstall":{"type":"object","properties":{"autoinstall":{"type":"object","properties":{"version":{"type":"integer"}},"required":["version"]}},"additionalProperties":true},"package_item_definition":{"oneOf":[{"type":"array","items":{"type":"string"},"minItems":2,"maxItems":2},{"type":"string"}]},"cc_ansible":{"type":"object","properties":{"ansible":{"type":"object","additionalProperties":false,"properties":{"install_method":{"type":"string","enum":["distro","pip"]},"run_user":{"type":"string"},"ansible_config":{"type":"string"},"setup_controller":{"type":"object","additionalProperties":false,"properties":{"repositories":{"type":"array","items":{"required":["path","source"],"type":"object","additionalProperties":false,"properties":{"path":{"type":"string"},"source":{"type":"string"}}}},"run_ansible":{"type":"array","items":{"type":"object","properties":{"playbook_name":{"type":"string"},"playbook_dir":{"type":"string"},"become_password_file":{"type":"string"},"connection_password_file":{"type":"string"},"list_hosts":{"type":"boolean"},"syntax_check":{"type":"boolean"},"timeout":{"type":"number","minimum":0},"vault_id":{"type":"string"},"vault_password_file":{"type":"string"},"background":{"type":"number","minimum":0},"check":{"type":"boolean"},"diff":{"type":"boolean"},"module_path":{"type":"string"},"poll":{"type":"number","minimum":0},"args":{"type":"string"},"extra_vars":{"type":"string"},"forks":{"type":"number","minimum":0},"inventory":{"type":"string"},"scp_extra_args":{"type":"string"},"sftp_extra_args":{"type":"string"},"private_key":{"type":"string"},"connection":{"type":"string"},"module_name":{"type":"string"},"sleep":{"type":"string"},"tags":{"type":"string"},"skip_tags":{"type":"string"}}}}}},"galaxy":{"required":["actions"],"type":"object","additionalProperties":false,"properties":{"actions":{"type":"array","items":{"type":"array","items":{"type":"string","pattern":"^.*$"}}}}},"package_name":{"type":"string"},"pull":{"required":["url","playbook_name"],"type":"object","additionalProperties":false,"properties":{"accept_host_key":{"type":"boolean"},"clean":{"type":"boolean"},"full":{"type":"boolean"},"diff":{"type":"boolean"},"ssh_common_args":{"type":"string"},"scp_extra_args":{"type":"string"},"sftp_extra_args":{"type":"string"},"private_key":{"type":"string"},"checkout":{"type":"string"},"module_path":{"type":"string"},"timeout":{"type":"string"},"url":{"type":"string"},"connection":{"type":"string"},"vault_id":{"type":"string"},"vault_password_file":{"type":"string"},"verify_commit":{"type":"boolean"},"inventory":{"type":"string"},"module_name":{"type":"string"},"sleep":{"type":"string"},"tags":{"type":"string"},"skip_tags":{"type":"string"},"playbook_name":{"type":"string"}}}}}}},"cc_apk_configure":{"type":"object","properties":{"apk_repos":{"type":"object","minProperties":1,"additionalProperties":false,"properties":{"preserve_repositories":{"type":"boolean"},"alpine_repo":{"type":["object","null"],"additionalProperties":false,"properties":{"base_url":{"type":"string"},"community_enabled":{"type":"boolean"},"testing_enabled":{"type":"boolean"},"version":{"type":"string"}},"required":["version"],"minProperties":1},"local_repo_base_url":{"type":"string"}}}}},"cc_apt_configure":{"properties":{"apt":{"type":"object","minProperties":1,"additionalProperties":false,"properties":{"preserve_sources_list":{"type":"boolean"},"generate_mirrorlists":{"type":"boolean"},"disable_suites":{"type":"array","items":{"type":"string"},"minItems":1,"uniqueItems":true},"primary":{"$ref":"#/$defs/apt_configure.mirror"},"security":{"$ref":"#/$defs/apt_configure.mirror"},"add_apt_repo_match":{"type":"string"},"debconf_selections":{"type":"object","minProperties":1,"additionalProperties":false,"patternProperties":{"^.+$":{"type":"string"}}},"sources_list":{"type":"string"},"conf":{"type":"string"},"https_proxy":{"type":"string"},"http_proxy":{"type":"string"},"proxy":{"type":"string"},"ftp_proxy":{"type":"string"},"sources":{"type":"object","additionalProperties":false,"patternProperties":{"^.+$":{"type":"object","additionalProperties":false,"properties":{"source":{"type":"string"},"keyid":{"type":"string"},"key":{"type":"string"},"keyserver":{"type":"string"},"filename":{"type":"string"},"append":{"type":"boolean"}},"minProperties":1}}}}}}},"cc_apt_pipelining":{"type":"object","properties":{"apt_pipelining":{"oneOf":[{"type":"integer"},{"type":"boolean"},{"type":"string","oneOf":[{"enum":["os"]},{"deprecated":true,"deprecated_version":"22.4","enum":["none","unchanged"]}]}]}}},"cc_bootcmd":{"type":"object","properties":{"bootcmd":{"type":"array","items":{"oneOf":[{"type":"array","items":{"type":"string"}},{"type":"string"}]},"minItems":1}}},"cc_byobu":{"type":"object","properties":{"byobu_by_default":{"type":"string","enum":["enable-system","enable-user","disable-system","disable-user","enable","disable","user","system"]}}},"cc_ca_certs":{"type":"object","properties":{"ca_certs":{"$ref":"#/$defs/ca_certs.properties"},"ca-certs":{"allOf":[{"$ref":"#/$defs/ca_certs.properties"},{"deprecated":true,"deprecated_version":"22.3"}]}}},"cc_chef":{"type":"object","properties":{"chef":{"type":"object","minProperties":1,"additionalProperties":false,"properties":{"directories":{"type":"array","items":{"type":"string"},"minItems":1,"uniqueItems":true},"config_path":{"type":"string"},"validation_cert":{"type":"string"},"validation_key":{"type":"string"},"firstboot_path":{"type":"string"},"exec":{"type":"boolean"},"client_key":{"type":"string"},"encrypted_data_bag_secret":{"type":"string"},"environment":{"type":"string"},"file_backup_path":{"type":"string"},"file_cache_path":{"type":"string"},"json_attribs":{"type":"string"},"log_level":{"type":"string"},"log_location":{"type":"string"},"node_name":{"type":"string"},"omnibus_url":{"type":"string"},"omnibus_url_retries":{"type":"integer"},"omnibus_version":{"type":"string"},"pid_file":{"type":"string"},"server_url":{"type":"string"},"show_time":{"type":"boolean"},"ssl_verify_mode":{"type":"string"},"validation_name":{"type":"string"},"force_install":{"type":"boolean"},"initial_attributes":{"type":"object","items":{"type":"string"}},"install_type":{"type":"string","enum":["packages","gems","omnibus"]},"run_list":{"type":"array","items":{"type":"string"}},"chef_license":{"type":"string","enum":["accept","accept-silent","accept-no-persist"]}}}}},"cc_disable_ec2_metadata":{"type":"object","properties":{"disable_ec2_metadata":{"type":"boolean"}}},"cc_disk_setup":{"type":"object","properties":{"device_aliases":{"type":"object","additionalProperties":false,"patternProperties":{"^.+$":{"type":"string"}}},"disk_setup":{"type":"object","additionalProperties":false,"patternProperties":{"^.+$":{"type":"object","additionalProperties":false,"properties":{"table_type":{"type":"string","enum":["mbr","gpt"]},"layout":{"oneOf":[{"type":"string","enum":["remove"]},{"type":"boolean"},{"type":"array","items":{"oneOf":[{"type":"integer"},{"type":"array","items":{"anyOf":[{"type":"integer"},{"type":"string"}]},"minItems":2,"maxItems":2}]}}]},"overwrite":{"type":"boolean"}}}}},"fs_setup":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"label":{"type":"string"},"filesystem":{"type":"string"},"device":{"type":"string"},"partition":{"type":["string","integer"],"oneOf":[{"type":"string","enum":["auto","any","none"]}]},"overwrite":{"type":"boolean"},"replace_fs":{"type":"string"},"extra_opts":{"type":["array","string"],"items":{"type":"string"}},"cmd":{"type":["array","string"],"items":{"type":"string"}}}}}}},"cc_fan":{"type":"object","properties":{"fan":{"type":"object","required":["config"],"additionalProperties":false,"properties":{"config":{"type":"string"},"config_path":{"type":"string"}}}}},"cc_final_message":{"type":"object","properties":{"final_message":{"type":"string"}}},"cc_growpart":{"type":"object","properties":{"growpart":{"type":"object","additionalProperties":false,"properties":{"mode":{"oneOf":[{"enum":["auto","growpart","gpart","off"]},{"enum":[false],"changed":true,"changed_version":"22.3"}]},"devices":{"type":"array","items":{"type":"string"}},"ignore_growroot_disabled":{"type":"boolean"}}}}},"cc_grub_dpkg":{"type":"object","properties":{"grub_dpkg":{"type":"object","additionalProperties":false,"properties":{"enabled":{"type":"boolean"},"grub-pc/install_devices":{"type":"string"},"grub-pc/install_devices_empty":{"oneOf":[{"type":"boolean"},{"type":"string","changed":true,"changed_version":"22.3"}]},"grub-efi/install_devices":{"type":"string"}}},"grub-dpkg":{"type":"object","deprecated":true,"deprecated_version":"22.2"}}},"cc_install_hotplug":{"type":"object","properties":{"updates":{"type":"object","additionalProperties":false,"properties":{"network":{"type":"object","required":["when"],"additionalProperties":false,"properties":{"when":{"type":"array","items":{"type":"string","enum":["boot-new-instance","boot-legacy","boot","hotplug"]}}}}}}}},"cc_keyboard":{"type":"object","properties":{"keyboard":{"type":"object","additionalProperties":false,"properties":{"layout":{"type":"string"},"model":{"type":"string"},"variant":{"type":"string"},"options":{"type":"string"}},"required":["layout"]}}},"cc_keys_to_console":{"type":"object","properties":{"ssh":{"type":"object","additionalProperties":false,"properties":{"emit_keys_to_console":{"type":"boolean"}},"required":["emit_keys_to_console"]},"ssh_key_console_blacklist":{"type":"array","items":{"type":"string"},"uniqueItems":true},"ssh_fp_console_blacklist":{"type":"array","items":{"type":"string"},"uniqueItems":true}}},"cc_landscape":{"type":"object","properties":{"landscape":{"type":"object","required":["client"],"additionalProperties":false,"properties":{"client":{"type":"object","additionalProperties":true,"required":["account_name","computer_title"],"properties":{"url":{"type":"string"},"ping_url":{"type":"string"},"data_path":{"type":"string"},"log_level":{"type":"string","enum":["debug","info","warning","error","critical"]},"computer_title":{"type":"string"},"account_name":{"type":"string"},"registration_key":{"type":"string"},"tags":{"type":"string","pattern":"^[-_0-9a-zA-Z]+(,[-_0-9a-zA-Z]+)*$"},"http_proxy":{"type":"string"},"https_proxy":{"type":"string"}}}}}}},"cc_locale":{"properties":{"locale":{"oneOf":[{"type":"boolean"},{"type":"string"}]},"locale_configfile":{"type":"string"}}},"cc_lxd":{"type":"object","properties":{"lxd":{"type":"object","minProperties":1,"additionalProperties":false,"properties":{"init":{"type":"object","additionalProperties":false,"properties":{"network_address":{"type":"string"},"network_port":{"type":"integer"},"storage_backend":{"type":"string","enum":["zfs","dir","lvm","btrfs"]},"storage_create_device":{"type":"string"},"storage_create_loop":{"type":"integer"},"storage_pool":{"type":"string"},"trust_password":{"type":"string"}}},"bridge":{"type":"object","required":["mode"],"additionalProperties":false,"properties":{"mode":{"type":"string","enum":["none","existing","new"]},"name":{"type":"string"},"mtu":{"type":"integer","minimum":-1},"ipv4_address":{"type":"string"},"ipv4_netmask":{"type":"integer"},"ipv4_dhcp_first":{"type":"string"},"ipv4_dhcp_last":{"type":"string"},"ipv4_dhcp_leases":{"type":"integer"},"ipv4_nat":{"type":"boolean"},"ipv6_address":{"type":"string"},"ipv6_netmask":{"type":"integer"},"ipv6_nat":{"type":"boolean"},"domain":{"type":"string"}}},"preseed":{"type":"string"}}}}},"cc_mcollective":{"type":"object","properties":{"mcollective":{"type":"object","additionalProperties":false,"properties":{"conf":{"type":"object","additionalProperties":false,"properties":{"public-cert":{"type":"string"},"private-cert":{"type":"string"}},"patternProperties":{"^.+$":{"oneOf":[{"type":"boolean"},{"type":"integer"},{"type":"string"}]}}}}}}},"cc_mounts":{"type":"object","properties":{"mounts":{"type":"array","items":{"type":"array","items":{"type":"string"},"minItems":1,"maxItems":6},"minItems":1},"mount_default_fields":{"type":"array","items":{"oneOf":[{"type":"string"},{"type":"null"}]},"minItems":6,"maxItems":6},"swap":{"type":"object","additionalProperties":false,"properties":{"filename":{"type":"string"},"size":{"oneOf":[{"enum":["auto"]},{"type":"integer"},{"type":"string","pattern":"^([0-9]+)?\\\\.?[0-9]+[BKMGT]$"}]},"maxsize":{"oneOf":[{"type":"integer"},{"type":"string","pattern":"^([0-9]+)?\\\\.?[0-9]+[BKMGT]$"}]}}}}},"cc_ntp":{"type":"object","properties":{"ntp":{"type":["null","object"],"additionalProperties":false,"properties":{"pools":{"type":"array","items":{"type":"string"},"uniqueItems":true},"servers":{"type":"array","items":{"type":"string"},"uniqueItems":true},"peers":{"type":"array","items":{"type":"string"},"uniqueItems":true},"allow":{"type":"array","items":{"type":"string"},"uniqueItems":true},"ntp_client":{"type":"string"},"enabled":{"type":"boolean"},"config":{"type":"object","minProperties":1,"additionalProperties":false,"properties":{"confpath":{"type":"string"},"check_exe":{"type":"string"},"packages":{"type":"array","items":{"type":"string"},"uniqueItems":true},"service_name":{"type":"string"},"template":{"type":"string"}}}}}}},"cc_package_update_upgrade_install":{"type":"object","properties":{"packages":{"type":"array","items":{"oneOf":[{"type":"object","properties":{"apt":{"type":"array","items":{"$ref":"#/$defs/package_item_definition"}},"snap":{"type":"array","items":{"$ref":"#/$defs/package_item_definition"}}},"additionalProperties":false},{"$ref":"#/$defs/package_item_definition"}]},"minItems":1},"package_update":{"type":"boolean"},"package_upgrade":{"type":"boolean"},"package_reboot_if_required":{"type":"boolean"},"apt_update":{"type":"boolean","deprecated":true,"deprecated_version":"22.2"},"apt_upgrade":{"type":"boolean","deprecated":true,"deprecated_version":"22.2"},"apt_reboot_if_required":{"type":"boolean","deprecated":true,"deprecated_version":"22.2"}}},"cc_phone_home":{"type":"object","properties":{"phone_home":{"type":"object","required":["url"],"additionalProperties":false,"properties":{"url":{"type":"string"},"post":{"oneOf":[{"enum":["all"]},{"type":"array","items":{"type":"string","enum":["pub_key_rsa","pub_key_ecdsa","pub_key_ed25519","instance_id","hostname","fqdn"]}}]},"tries":{"type":"integer"}}}}},"cc_power_state_change":{"type":"object","properties":{"power_state":{"type":"object","required":["mode"],"additionalProperties":false,"properties":{"delay":{"oneOf":[{"type":"integer","minimum":0},{"type":"string","pattern":"^\\\\+?[0-9]+$","changed":true,"changed_version":"22.3"},{"enum":["now"]}]},"mode":{"type":"string","enum":["poweroff","reboot","halt"]},"message":{"type":"string"},"timeout":{"type":"integer"},"condition":{"oneOf":[{"type":"string"},{"type":"boolean"},{"type":"array"}]}}}}},"cc_puppet":{"type":"object","properties":{"puppet":{"type":"object","additionalProperties":false,"properties":{"install":{"type":"boolean"},"version":{"type":"string"},"install_type":{"type":"string","enum":["packages","aio"]},"collection":{"type":"string"},"aio_install_url":{"type":"string"},"cleanup":{"type":"boolean"},"conf_file":{"type":"string"},"ssl_dir":{"type":"string"},"csr_attributes_path":{"type":"string"},"package_name":{"type":"string"},"exec":{"type":"boolean"},"exec_args":{"type":"array","items":{"type":"string"}},"start_service":{"type":"boolean"},"conf":{"type":"object","additionalProperties":false,"properties":{"main":{"type":"object"},"server":{"type":"object"},"agent":{"type":"object"},"user":{"type":"object"},"ca_cert":{"type":"string"}}},"csr_attributes":{"type":"object","additionalProperties":false,"properties":{"custom_attributes":{"type":"object"},"extension_requests":{"type":"object"}}}}}}},"cc_resizefs":{"type":"object","properties":{"resize_rootfs":{"enum":[true,false,"noblock"]}}},"cc_resolv_conf":{"type":"object","properties":{"manage_resolv_conf":{"type":"boolean"},"resolv_conf":{"type":"object","additionalProperties":false,"properties":{"nameservers":{"type":"array"},"searchdomains":{"type":"array"},"domain":{"type":"string"},"sortlist":{"type":"array"},"options":{"type":"object"}}}}},"cc_rh_subscription":{"type":"object","properties":{"rh_subscription":{"type":"object","additionalProperties":false,"properties":{"username":{"type":"string"},"password":{"type":"string"},"activation-key":{"type":"string"},"org":{"oneOf":[{"type":"string"},{"type":"integer","deprecated":true,"deprecated_version":"24.2"}]},"auto-attach":{"type":"boolean"},"service-level":{"type":"string"},"add-pool":{"type":"array","items":{"type":"string"}},"enable-repo":{"type":"array","items":{"type":"string"}},"disable-repo":{"type":"array","items":{"type":"string"}},"rhsm-baseurl":{"type":"string"},"server-hostname":{"type":"string"}}}}},"cc_rsyslog":{"type":"object","properties":{"rsyslog":{"type":"object","additionalProperties":false,"properties":{"config_dir":{"type":"string"},"config_filename":{"type":"string"},"configs":{"type":"array","items":{"oneOf":[{"type":"string"},{"type":"object","required":["content"],"additionalProperties":false,"properties":{"filename":{"type":"string"},"content":{"type":"string"}}}]}},"remotes":{"type":"object"},"service_reload_command":{"oneOf":[{"enum":["auto"]},{"type":"array","items":{"type":"string"}}]},"install_rsyslog":{"type":"boolean"},"check_exe":{"type":"string"},"packages":{"type":"array","items":{"type":"string"},"uniqueItems":true}}}}},"cc_runcmd":{"type":"object","properties":{"runcmd":{"type":"array","items":{"oneOf":[{"type":"array","items":{"type":"string"}},{"type":"string"},{"type":"null"}]},"minItems":1}}},"cc_salt_minion":{"type":"object","properties":{"salt_minion":{"type":"object","additionalProperties":false,"properties":{"pkg_name":{"type":"string"},"service_name":{"type":"string"},"config_dir":{"type":"string"},"conf":{"type":"object"},"grains":{"type":"object"},"public_key":{"type":"string"},"private_key":{"type":"string"},"pki_dir":{"type":"string"}}}}},"cc_scripts_vendor":{"type":"object","properties":{"vendor_data":{"type":"object","additionalProperties":false,"properties":{"enabled":{"oneOf":[{"type":"boolean"},{"type":"string","deprecated":true,"deprecated_version":"22.3"}]},"prefix":{"type":["array","string"],"items":{"type":["string","integer"]}}}}}},"cc_seed_random":{"type":"object","properties":{"random_seed":{"type":"object","additionalProperties":false,"properties":{"file":{"type":"string"},"data":{"type":"string"},"encoding":{"type":"string","enum":["raw","base64","b64","gzip","gz"]},"command":{"type":"array","items":{"type":"string"}},"command_required":{"type":"boolean"}}}}},"cc_set_hostname":{"type":"object","properties":{"preserve_hostname":{"type":"boolean"},"hostname":{"type":"string"},"fqdn":{"type":"string"},"prefer_fqdn_over_hostname":{"type":"boolean"},"create_hostname_file":{"type":"boolean"}}},"cc_set_passwords":{"type":"object","properties":{"ssh_pwauth":{"oneOf":[{"type":"boolean"},{"type":"string","changed":true,"changed_version":"22.3"}]},"chpasswd":{"type":"object","additionalProperties":false,"properties":{"expire":{"type":"boolean"},"users":{"type":"array","items":{"minItems":1,"type":"object","anyOf":[{"required":["name","type"],"additionalProperties":false,"properties":{"name":{"type":"string"},"type":{"enum":["RANDOM"],"type":"string"}}},{"required":["name","password"],"additionalProperties":false,"properties":{"name":{"type":"string"},"type":{"enum":["hash","text"],"type":"string"},"password":{"type":"string"}}}]}},"list":{"oneOf":[{"type":"string"},{"type":"array","items":{"type":"string","pattern":"^.+:.+$"}}],"minItems":1,"deprecated":true,"deprecated_version":"22.2"}}},"password":{"type":"string"}}},"cc_snap":{"type":"object","properties":{"snap":{"type":"object","minProperties":1,"additionalProperties":false,"properties":{"assertions":{"type":["object","array"],"items":{"type":"string"},"minItems":1,"minProperties":1,"uniqueItems":true,"additionalProperties":{"type":"string"}},"commands":{"type":["object","array"],"items":{"oneOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]},"minItems":1,"minProperties":1,"additionalProperties":{"oneOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]}}}}}},"cc_spacewalk":{"type":"object","properties":{"spacewalk":{"type":"object","additionalProperties":false,"properties":{"server":{"type":"string"},"proxy":{"type":"string"},"activation_key":{"type":"string"}}}}},"cc_ssh_authkey_fingerprints":{"type":"object","properties":{"no_ssh_fingerprints":{"type":"boolean"},"authkey_hash":{"type":"string"}}},"cc_ssh_import_id":{"type":"object","properties":{"ssh_import_id":{"type":"array","items":{"type":"string"}}}},"cc_ssh":{"type":"object","properties":{"ssh_keys":{"type":"object","additionalProperties":false,"patternProperties":{"^(ecdsa|ed25519|rsa)_(public|private|certificate)$":{"type":"string"}}},"ssh_authorized_keys":{"type":"array","minItems":1,"items":{"type":"string"}},"ssh_deletekeys":{"type":"boolean"},"ssh_genkeytypes":{"type":"array","minItems":1,"items":{"type":"string","enum":["ecdsa","ed25519","rsa"]}},"disable_root":{"type":"boolean"},"disable_root_opts":{"type":"string"},"allow_public_ssh_keys":{"type":"boolean"},"ssh_quiet_keygen":{"type":"boolean"},"ssh_publish_hostkeys":{"type":"object","additionalProperties":false,"properties":{"enabled":{"type":"boolean"},"blacklist":{"type":"array","items":{"type":"string"}}}}}},"cc_timezone":{"type":"object","properties":{"timezone":{"type":"string"}}},"cc_ubuntu_drivers":{"type":"object","properties":{"drivers":{"type":"object","additionalProperties":false,"properties":{"nvidia":{"type":"object","required":["license-accepted"],"additionalProperties":false,"properties":{"license-accepted":{"type":"boolean"},"version":{"type":"string"}}}}}}},"cc_ubuntu_pro":{"type":"object","properties":{"ubuntu_pro":{"$ref":"#/$defs/ubuntu_pro.properties"},"ubuntu_advantage":{"$ref":"#/$defs/ubuntu_pro.properties","deprecated":true,"deprecated_version":"24.1"}}},"cc_update_etc_hosts":{"type":"object","properties":{"manage_etc_hosts":{"oneOf":[{"enum":[true,false,"localhost"]},{"enum":["template"],"changed":true,"changed_version":"22.3"}]},"fqdn":{"type":"string"},"hostname":{"type":"string"}}},"cc_update_hostname":{"type":"object","properties":{"preserve_hostname":{"type":"boolean"},"prefer_fqdn_over_hostname":{"type":"boolean"},"create_hostname_file":{"type":"boolean"}}},"cc_users_groups":{"type":"object","properties":{"groups":{"type":["string","object","array"],"$ref":"#/$defs/users_groups.groups_by_groupname","items":{"type":["string","object"],"$ref":"#/$defs/users_groups.groups_by_groupname"},"minItems":1},"user":{"oneOf":[{"type":"string"},{"type":"object","$ref":"#/$defs/users_groups.user"}]},"users":{"type":["string","array","object"],"items":{"oneOf":[{"type":"string"},{"type":"array","items":{"type":"string"}},{"type":"object","$ref":"#/$defs/users_groups.user"}]}}}},"cc_wireguard":{"type":"object","properties":{"wireguard":{"type":["null","object"],"properties":{"interfaces":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string"},"config_path":{"type":"string"},"content":{"type":"string"}},"additionalProperties":false},"minItems":1},"readinessprobe":{"type":"array","items":{"type":"string"},"uniqueItems":true}},"required":["interfaces"],"minProperties":1,"additionalProperties":false}}},"cc_write_files":{"type":"object","properties":{"write_files":{"type":"array","items":{"type":"object","required":["path"],"additionalProperties":false,"properties":{"path":{"type":"string"},"content":{"type":"string"},"source":{"type":"object","additionalProperties":false,"properties":{"uri":{"type":"string"},"headers":{"type":"object","additionalProperties":{"type":"string"}}},"required":["uri"]},"owner":{"type":"string"},"permissions":{"type":"string"},"encoding":{"type":"string","enum":["gz","gzip","gz+base64","gzip+base64","gz+b64","gzip+b64","b64","base64","text/plain"]},"append":{"type":"boolean"},"defer":{"type":"boolean"}}},"minItems":1}}},"cc_yum_add_repo":{"type":"object","properties":{"yum_repo_dir":{"type":"string"},"yum_repos":{"type":"object","minProperties":1,"additionalProperties":false,"patternProperties":{"^[0-9a-zA-Z -_]+$":{"type":"object","additionalProperties":false,"properties":{"baseurl":{"type":"string"},"metalink":{"type":"string"},"mirrorlist":{"type":"string"},"name":{"type":"string"},"enabled":{"type":"boolean"}},"patternProperties":{"^[0-9a-zA-Z_]+$":{"oneOf":[{"type":"integer"},{"type":"boolean"},{"type":"string"}]}},"anyOf":[{"required":["baseurl"]},{"required":["metalink"]},{"required":["mirrorlist"]}]}}}}},"cc_zypper_add_repo":{"type":"object","properties":{"zypper":{"type":"object","minProperties":1,"additionalProperties":true,"properties":{"repos":{"type":"array","items":{"type":"object","additionalProperties":true,"properties":{"id":{"type":"string"},"baseurl":{"type":"string"}},"required":["id","baseurl"]},"minItems":1},"config":{"type":"object"}}}}},"output_log_operator":{"oneOf":[{"type":"string"},{"type":"array","items":{"type":["string"]},"minItems":2,"maxItems":2},{"type":"object","additionalProperties":false,"properties":{"output":{"type":"string"},"error":{"type":"string"}}}]},"output_config":{"type":"object","properties":{"output":{"type":"object","additionalProperties":false,"properties":{"all":{"$ref":"#/$defs/output_log_operator"},"init":{"$ref":"#/$defs/output_log_operator"},"config":{"$ref":"#/$defs/output_log_operator"},"final":{"$ref":"#/$defs/output_log_operator"}}}}},"reporting_config":{"type":"object","properties":{"reporting":{"type":"object","additionalProperties":false,"patternProperties":{"^.+$":{"type":"object","oneOf":[{"additionalProperties":false,"required":["type"],"properties":{"type":{"type":"string","enum":["log"]},"level":{"type":"string","enum":["DEBUG","INFO","WARN","ERROR","FATAL"]}}},{"additionalProperties":false,"required":["type"],"properties":{"type":{"type":"string","enum":["print"]}}},{"additionalProperties":false,"required":["type","endpoint"],"properties":{"type":{"type":"string","enum":["webhook"]},"endpoint":{"type":"string"},"consumer_key":{"type":"string"},"token_key":{"type":"string"},"token_secret":{"type":"string"},"consumer_secret":{"type":"string"},"timeout":{"type":"number","minimum":0},"retries":{"type":"integer","minimum":0}}},{"additionalProperties":false,"required":["type"],"properties":{"type":{"type":"string","enum":["hyperv"]},"kvp_file_path":{"type":"string"},"event_types":{"type":"array","items":{"type":"string"}}}}]}}}}}},"allOf":[{"$ref":"#/$defs/base_config"},{"$ref":"#/$defs/cc_ansible"},{"$ref":"#/$defs/cc_apk_configure"},{"$ref":"#/$defs/cc_apt_configure"},{"$ref":"#/$defs/cc_apt_pipelining"},{"$ref":"#/$defs/cc_ubuntu_autoinstall"},{"$ref":"#/$defs/cc_bootcmd"},{"$ref":"#/$defs/cc_byobu"},{"$ref":"#/$defs/cc_ca_certs"},{"$ref":"#/$defs/cc_chef"},{"$ref":"#/$defs/cc_disable_ec2_metadata"},{"$ref":"#/$defs/cc_disk_setup"},{"$ref":"#/$defs/cc_fan"},{"$ref":"#/$defs/cc_final_message"},{"$ref":"#/$defs/cc_growpart"},{"$ref":"#/$defs/cc_grub_dpkg"},{"$ref":"#/$defs/cc_install_hotplug"},{"$ref":"#/$defs/cc_keyboard"},{"$ref":"#/$defs/cc_keys_to_console"},{"$ref":"#/$defs/cc_landscape"},{"$ref":"#/$defs/cc_locale"},{"$ref":"#/$defs/cc_lxd"},{"$ref":"#/$defs/cc_mcollective"},{"$ref":"#/$defs/cc_mounts"},{"$ref":"#/$defs/cc_ntp"},{"$ref":"#/$defs/cc_package_update_upgrade_install"},{"$ref":"#/$defs/cc_phone_home"},{"$ref":"#/$defs/cc_power_state_change"},{"$ref":"#/$defs/cc_puppet"},{"$ref":"#/$defs/cc_resizefs"},{"$ref":"#/$defs/cc_resolv_conf"},{"$ref":"#/$defs/cc_rh_subscription"},{"$ref":"#/$defs/cc_rsyslog"},{"$ref":"#/$defs/cc_runcmd"},{"$ref":"#/$defs/cc_salt_minion"},{"$ref":"#/$defs/cc_scripts_vendor"},{"$ref":"#/$defs/cc_seed_random"},{"$ref":"#/$defs/cc_set_hostname"},{"$ref":"#/$defs/cc_set_passwords"},{"$ref":"#/$defs/cc_snap"},{"$ref":"#/$defs/cc_spacewalk"},{"$ref":"#/$defs/cc_ssh_authkey_fingerprints"},{"$ref":"#/$defs/cc_ssh_import_id"},{"$ref":"#/$defs/cc_ssh"},{"$ref":"#/$defs/cc_timezone"},{"$ref":"#/$defs/cc_ubuntu_drivers"},{"$ref":"#/$defs/cc_ubuntu_pro"},{"$ref":"#/$defs/cc_update_etc_hosts"},{"$ref":"#/$defs/cc_update_hostname"},{"$ref":"#/$defs/cc_users_groups"},{"$ref":"#/$defs/cc_wireguard"},{"$ref":"#/$defs/cc_write_files"},{"$ref":"#/$defs/cc_yum_add_repo"},{"$ref":"#/$defs/cc_zypper_add_repo"},{"$ref":"#/$defs/reporting_config"},{"$ref":"#/$defs/output_config"}],"properties":{"allow_public_ssh_keys":{},"ansible":{},"apk_repos":{},"apt":{},"apt_pipelining":{},"apt_reboot_if_required":{},"apt_update":{},"apt_upgrade":{},"authkey_hash":{},"autoinstall":{},"bootcmd":{},"byobu_by_default":{},"ca-certs":{},"ca_certs":{},"chef":{},"chpasswd":{},"cloud_config_modules":{},"cloud_final_modules":{},"cloud_init_modules":{},"create_hostname_file":{},"device_aliases":{},"disable_ec2_metadata":{},"disable_root":{},"disable_root_opts":{},"disk_setup":{},"drivers":{},"fan":{},"final_message":{},"fqdn":{},"fs_setup":{},"groups":{},"growpart":{},"grub-dpkg":{},"grub_dpkg":{},"hostname":{},"keyboard":{},"landscape":{},"launch-index":{},"locale":{},"locale_configfile":{},"lxd":{},"manage_etc_hosts":{},"manage_resolv_conf":{},"mcollective":{},"merge_how":{},"merge_type":{},"migrate":{},"mount_default_fields":{},"mounts":{},"no_ssh_fingerprints":{},"ntp":{},"output":{},"package_reboot_if_required":{},"package_update":{},"package_upgrade":{},"packages":{},"password":{},"phone_home":{},"power_state":{},"prefer_fqdn_over_hostname":{},"preserve_hostname":{},"puppet":{},"random_seed":{},"reporting":{},"resize_rootfs":{},"resolv_conf":{},"rh_subscription":{},"rsyslog":{},"runcmd":{},"salt_minion":{},"snap":{},"spacewalk":{},"ssh":{},"ssh_authorized_keys":{},"ssh_deletekeys":{},"ssh_fp_console_blacklist":{},"ssh_genkeytypes":{},"ssh_import_id":{},"ssh_key_console_blacklist":{},"ssh_keys":{},"ssh_publish_hostkeys":{},"ssh_pwauth":{},"ssh_quiet_keygen":{},"swap":{},"system_info":{},"timezone":{},"ubuntu_advantage":{},"ubuntu_pro":{},"updates":{},"user":{},"users":{},"vendor_data":{},"version":{},"wireguard":{},"write_files":{},"yum_repo_dir":{},"yum_repos":{},"zypper":{}},"additionalProperties":false}';

// src/core/spec/cloud-init/schema-sentences.ts
function failureSentence(failure, seen) {
  const name = keyPath(failure.pointer);
  switch (failure.kind) {
    case "expected":
      return `${name} is ${shown(seen, failure.values)}${meant(failure, seen)}`;
    case "unknown-key":
      return unknownKey(failure.pointer, failure.key, failure.known);
    case "missing":
      return `${name} has no ${ways(failure.ways)}; add ${adding(failure.ways)}`;
    case "several-forms":
      return `${name} has ${list(failure.ways.flat())}, which exclude each other; keep one`;
    case "repeated":
      return `${name} holds the same item twice; keep one of the two`;
    case "date":
      return `${name} is ${shown(seen, [])}; it must be a date such as "2027-12-31"`;
    case "limit":
      return limited(name, failure.limit, failure.is);
  }
}
function keyPath(pointer) {
  return pointer === "" ? "the cloud-config" : dotted(pointer);
}
function shown({ value, hidden, date, wholeFloat }, values) {
  if (value === null) return "empty";
  if (date) return "a date for YAML";
  if (wholeFloat !== null) return "a number with a point";
  if (!hidden && isHarmless(value, values)) return quote(value);
  return NAMES[typeName(value)] ?? "a value";
}
function isHarmless(value, values) {
  if (typeof value === "boolean") return true;
  return typeof value === "string" && (TRUTHS.includes(value) || suggest(value, texts(values)) !== null);
}
var TRUTHS = ["yes", "no", "on", "off", "true", "false"];
function texts(values) {
  return values.filter((one) => typeof one === "string");
}
var NAMES = {
  string: "text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  object: "a mapping of keys to values",
  array: "a list",
  null: "empty"
};
function meant(expectation, { value, hidden }) {
  const right = `it must be ${rightForms(expectation)}`;
  const guess = typeof value === "string" && !hidden;
  const near = guess ? hint(value, texts(expectation.values), right) : `; ${right}`;
  return `${near}${quotesHelp(expectation, value)}`;
}
function quotesHelp({ types, pointer }, value) {
  if (!types.includes("string") || value === null) return "";
  if (isJsonObject(value) && /\/\d+$/.test(pointer ?? ""))
    return ' (text with ": " in it must stand in quotes)';
  if (typeof value === "object" || types.length > 1) return "";
  if (/\/permissions$/.test(pointer ?? "")) return " (put it in quotes; without, YAML reads 0644 as 420)";
  return " (put it in quotes)";
}
function rightForms({ types, values, patterns }) {
  const names2 = types.filter((type) => !(type === "string" && patterns.length > 0)).map((type) => NAMES[type] ?? type);
  const forms = patterns.map((pattern) => PATTERNS[pattern] ?? `text that fits ${pattern}`);
  return list([...values.map((value) => JSON.stringify(value)), ...names2, ...forms], "or");
}
var PATTERNS = {
  "^\\+?[0-9]+$": "minutes such as +5",
  "^.+:.+$": "text such as name:password",
  "^([0-9]+)?\\.?[0-9]+[BKMGT]$": "a size such as 512M or 2G",
  "^[-_0-9a-zA-Z]+(,[-_0-9a-zA-Z]+)*$": "names with commas between"
};
function unknownKey(pointer, key, known) {
  const few = known.length > 0 && known.length <= 12;
  const otherwise = few ? `it takes ${list(known)}` : "remove it, or look its name up";
  return `${quote(key)} is no key of ${keyPath(pointer)}${hint(key, known, otherwise)}`;
}
function ways(all) {
  return list(
    all.map((keys) => list(keys.map((key) => quote(key)))),
    "or"
  );
}
function adding(all) {
  if (all.length > 1) return "one";
  return (all[0] ?? []).length > 1 ? "them" : "it";
}
function limited(name, limit, is) {
  const items = is === 1 ? "item" : "items";
  switch (limit) {
    case "minimum":
      return `${name} is too small; it must be at least ${is}`;
    case "minItems":
      return `${name} has too few items; it needs at least ${is} ${items}`;
    case "maxItems":
      return `${name} has too many items; it takes at most ${is} ${items}`;
    default:
      return `${name} has too few keys; it needs at least ${is}`;
  }
}
var SUCCESSORS = [
  [/^\/apt_update$/, "package_update"],
  [/^\/apt_upgrade$/, "package_upgrade"],
  [/^\/apt_reboot_if_required$/, "package_reboot_if_required"],
  [/^\/apt_pipelining$/, "os"],
  [/^\/chpasswd\/list$/, "chpasswd.users"],
  [/^\/ubuntu_advantage$/, "ubuntu_pro"],
  [/^\/system_info$/, "nothing: it belongs to the image, not to user data"],
  [/\/groups\/[^/]+$/, "the groups as text or as a list of names"],
  [/\/sudo$/, "null in place of false"],
  [/\/(?:uid|delay)$/, "it as a number without quotes"],
  [/\/growpart\/mode$/, '"off" in quotes'],
  [/\/rh_subscription\/org$/, "it in quotes"],
  [/\/manage_etc_hosts$/, "true"],
  [/\/(?:enabled|install_devices_empty|ssh_pwauth)$/, "true or false without quotes"]
];
function outdatedSentence({ pointer, since }) {
  const key = keyPath(pointer).split(".").at(-1) ?? "";
  const successor = SUCCESSORS.find(([pattern]) => pattern.test(pointer))?.[1];
  const instead = successor ?? (key.includes("-") ? key.replaceAll("-", "_") : null);
  const advice = instead === null ? "look up what took its place" : `write ${instead}`;
  return `${keyPath(pointer)} is written in a way that is outdated since cloud-init ${since}; ${advice}`;
}

// src/core/spec/cloud-init/sensitive-keys.ts
var NAMES2 = /(?:passw(?:or)?d|passphrase|secret|token|credential|private|api_?key|_key|content|headers|activation)/i;
var ROOTS = /^\/(?:runcmd|bootcmd|chpasswd\/list|ssh_keys|ansible|chef|salt_minion|mcollective|puppet)(?:\/|$)/;
function isSensitive(pointer) {
  return ROOTS.test(pointer) || pointer.split("/").some((step) => NAMES2.test(step));
}

// src/core/spec/cloud-init/cloud-config.ts
function checkCloudConfig(content, unknown = () => false) {
  const { yaml, dates, problems } = readCloudConfigYaml(content);
  const positionAt = (pointer) => placed(content, yaml, pointer);
  if (yaml === null || problems.length > 0) return { value: null, positionAt, problems, findings: [] };
  const { value } = yaml;
  if (!isJsonObject(value)) {
    const { line, column } = yaml.start;
    return {
      value: null,
      positionAt,
      problems: [problemAt(content, line, column, noMapping(value))],
      findings: []
    };
  }
  const { failures, outdated } = judge(schema(), value, {
    isDate: (pointer) => dates.has(pointer),
    isWholeFloat: (pointer) => yaml.wholeFloats.has(pointer)
  });
  const known = failures.filter(
    (failure) => !unknown(failure.kind === "unknown-key" ? failure.key : valueAt(value, failure.pointer))
  );
  return {
    value,
    positionAt,
    problems: known.slice(0, MAX_PROBLEMS).map((failure) => problem(content, yaml, dates, failure)),
    findings: outdated.map((one) => finding(one, positionAt(one.pointer)))
  };
}
var MAX_PROBLEMS = 101;
var parsed = null;
function schema() {
  parsed ??= JSON.parse(CLOUD_CONFIG_SCHEMA);
  return parsed;
}
function noMapping(value) {
  const what = { array: "a list", string: "text", null: "empty" }[typeName(value)] ?? "a single value";
  return `the cloud-config is ${what}; it must be a mapping of keys to values, such as "packages: [nginx]"`;
}
function problem(content, yaml, dates, failure) {
  const { pointer } = failure;
  const message = failureSentence(failure, {
    value: valueAt(yaml.value, pointer),
    hidden: isSensitive(pointer),
    date: dates.has(pointer),
    wholeFloat: yaml.wholeFloats.get(pointer) ?? null
  });
  const key = failure.kind === "unknown-key" ? yaml.keys.get(pointerTo(pointer, failure.key)) : void 0;
  const at2 = key ?? positionOf(yaml, pointer);
  return problemAt(content, at2.line, at2.column, message);
}
function finding(outdated, source) {
  return { rule: "user-data-outdated-key", severity: "warn", message: outdatedSentence(outdated), source };
}
function placed(content, yaml, pointer) {
  const { line, column } = yaml === null ? { line: 1, column: 1 } : positionOf(yaml, pointer);
  return content.at(line, column);
}
function valueAt(root, pointer) {
  let value = root;
  for (const step of pointer.split("/").slice(1).map(unescaped)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return null;
    value = Reflect.get(value, step);
  }
  return value;
}

// src/core/spec/cloud-init/include-list.ts
function checkIncludes(content) {
  const lines = content.text.split("\n").map((line, index) => ({
    line: index + 1,
    url: line.replace(/^#include(?:-once)?/i, "").trim()
  }));
  const urls = lines.filter(({ url }) => url !== "" && !url.startsWith("#"));
  if (urls.length === 0) {
    const message = "no URL stands below #include; write one a line";
    return { problems: [{ ...content.at(1, 1), message }], findings: [] };
  }
  return {
    problems: urls.filter(({ url }) => !/^(?:https?|ftp|file):\/\/\S+$/i.test(url)).map(({ line }) => ({
      ...content.at(line, 1),
      message: "the line is no URL; below #include each line must be one, such as https://example.org/web.yaml"
    })),
    findings: [fetched(content, urls)]
  };
}
function fetched(content, urls) {
  const open = urls.find(({ url }) => /^(?:http|ftp):/i.test(url));
  const one = urls.length === 1 ? "a URL" : `${urls.length} URLs`;
  const unsafe = open === void 0 ? "" : `, ${quote(hostOf(open.url))} without TLS`;
  const message = `the server fetches user data from ${one} at its boot${unsafe}; a change there is no change of this plan`;
  const severity = open === void 0 ? "info" : "warn";
  return {
    rule: "user-data-fetched",
    severity,
    message,
    source: content.at((open ?? urls[0])?.line ?? 1, 1)
  };
}
function hostOf(url) {
  return /^[a-z]+:\/\/(?:[^/@]*@)?([^/?#]*)/i.exec(url)?.[1] ?? "";
}

// src/core/spec/cloud-init/jinja.ts
var CLOSING = { "{{": "}}", "{%": "%}", "{#": "#}" };
function checkJinja(content) {
  const open = unclosed(content.text);
  if (open !== null) return only(problemAt(content, open.line, open.column, open.message));
  const body = inside(content, content.text.split("\n").slice(1).join("\n"), 2);
  const type = typeOfText(body.text);
  const statements = /\{%/.test(body.text);
  if (type === null && !statements && !body.text.startsWith("{{")) {
    const known = list(FIRST_LINE_EXAMPLES.slice(0, 5), "or");
    const message = `the second line of a template tells what it makes; it must be ${known}`;
    return only(problemAt(content, 2, 1, message));
  }
  if (type !== "text/cloud-config") return NOTHING_WRONG;
  return statements ? unchecked(content) : checkFilled(body);
}
function only(problem2) {
  return { problems: [problem2], findings: [] };
}
function unchecked(content) {
  const message = "the cloud-config is a template with statements ({% … %}); what it makes is known on the server only, so its keys are not checked";
  return {
    problems: [],
    findings: [{ rule: "user-data-unchecked", severity: "info", message, source: content.at(1, 1) }]
  };
}
var STAND_IN = "jinja";
function checkFilled(body) {
  const { text: written2 } = body;
  const tags = tagsOf(written2);
  const pieces = tags.flatMap((tag, index) => [
    written2.slice(tags[index - 1]?.end ?? 0, tag.from),
    standIn(tag, written2)
  ]);
  const text = [...pieces, written2.slice(tags.at(-1)?.end ?? 0)].join("");
  const isUnknown = (value) => typeof value === "string" && value.includes(STAND_IN.slice(0, 4));
  const { problems, findings } = checkCloudConfig({ ...body, text }, isUnknown);
  return { problems, findings };
}
function standIn({ open, from, end }, text) {
  const tag = text.slice(from, end);
  if (open === "{#" || tag.includes("\n")) return tag.replace(/[^\n]/g, " ");
  return STAND_IN.repeat(tag.length).slice(0, tag.length);
}
var MAX_TAGS = 1e4;
function tagsOf(text) {
  const tags = [];
  const opening = /\{[{%#]/g;
  for (let match = opening.exec(text); match !== null && tags.length < MAX_TAGS; match = opening.exec(text)) {
    const [open] = match;
    const close = text.indexOf(CLOSING[open] ?? "}}", match.index + 2);
    tags.push({ open, from: match.index, end: close < 0 ? text.length : close + 2, closed: close >= 0 });
    if (close < 0) break;
    opening.lastIndex = close + 2;
  }
  return tags;
}
function unclosed(text) {
  const tag = tagsOf(text).find(({ closed }) => !closed);
  if (tag === void 0) return null;
  const before = text.slice(0, tag.from).split("\n");
  const message = `"${tag.open}" is opened and not closed; write "${CLOSING[tag.open]}" behind it`;
  return { line: before.length, column: (before.at(-1) ?? "").length + 1, message };
}

// src/core/spec/cloud-init/mime-message.ts
import { Buffer as Buffer5 } from "node:buffer";
var MARK = "mime-version:";
var MARK_WITHIN = 4096;
var MAX_NESTING2 = 10;
function hasMimeMark(text) {
  return text.slice(0, MARK_WITHIN).toLowerCase().includes(MARK);
}
function readMime(content) {
  if (hasMimeMark(content.text)) return entity(content, 0);
  const message = 'the message has no line "MIME-Version: 1.0" in its head, without which cloud-init passes it over; add it';
  return { parts: [], problems: [problemAt(content, 1, 1, message)] };
}
function entity(content, depth) {
  const lines = content.text.split("\n");
  const { headers, end } = head(lines);
  const type = headers.get("content-type") ?? "text/plain";
  const body = inside(content, lines.slice(end).join("\n"), Math.min(end + 1, lines.length));
  const mediaType = (type.split(";", 1)[0] ?? "").trim().toLowerCase();
  if (!mediaType.startsWith("multipart/")) {
    const encoding = (headers.get("content-transfer-encoding") ?? "7bit").trim().toLowerCase();
    const lost = isEncoded(encoding) ? [] : lostCharacters(body);
    return { parts: [{ type: mediaType, content: decoded(body, encoding) }], problems: lost };
  }
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type)?.slice(1).find(Boolean);
  if (boundary === void 0)
    return refused3(
      content,
      1,
      'a multipart message names no boundary; write boundary="…" behind its Content-Type'
    );
  if (depth >= MAX_NESTING2)
    return refused3(content, 1, `messages are nested more than ${MAX_NESTING2} deep; nest them less`);
  return multipart(body, boundary, depth);
}
function refused3(content, line, message) {
  return { parts: [], problems: [problemAt(content, line, 1, message)] };
}
function head(lines) {
  const headers = /* @__PURE__ */ new Map();
  let name = "";
  let index = 0;
  for (; index < lines.length; index++) {
    const line = (lines[index] ?? "").replace(/\r$/, "");
    const field = /^([!-9;-~]+):[ \t]*(.*)$/.exec(line);
    if (/^[ \t]/.test(line) && name !== "") headers.set(name, `${headers.get(name)} ${line.trim()}`);
    else if (field !== null) {
      name = (field[1] ?? "").toLowerCase();
      headers.set(name, field[2] ?? "");
    } else if (!/^From /.test(line)) break;
  }
  const blank = (lines[index] ?? "").replace(/\r$/, "") === "";
  return { headers, end: blank ? index + 1 : index };
}
function multipart(body, boundary, depth) {
  const lines = body.text.split("\n");
  const bare = (line) => (line ?? "").replace(/[ \t\r]+$/, "");
  const marks = lines.flatMap((line, index) => isMark(bare(line), boundary) ? [index] : []);
  const end = marks.find((index) => bare(lines[index]) === `--${boundary}--`);
  const starts = marks.filter((index) => end === void 0 || index < end);
  const name = quote(boundary);
  if (starts.length === 0)
    return refused3(
      body,
      1,
      `the boundary ${name} of the message stands nowhere in it; begin each part by "--" and the boundary`
    );
  if (end === void 0)
    return refused3(
      body,
      lines.length,
      `the message is not closed; end it by "--", the boundary ${name} and "--"`
    );
  const read = starts.map((start, index) => {
    const next = starts[index + 1] ?? end;
    return entity(inside(body, lines.slice(start + 1, next).join("\n"), start + 2), depth + 1);
  });
  return { parts: read.flatMap(({ parts }) => parts), problems: read.flatMap(({ problems }) => problems) };
}
function isMark(line, boundary) {
  return line === `--${boundary}` || line === `--${boundary}--`;
}
function isEncoded(encoding) {
  return encoding === "base64" || encoding === "quoted-printable";
}
function lostCharacters(body) {
  const found = /[\u0080-\u{10ffff}]/u.exec(body.text);
  if (found === null) return [];
  const before = body.text.slice(0, found.index).split("\n");
  const message = "cloud-init would lose this letter, as it reads a message as ASCII; encode the part in base64, or write it as a file of cloudInit.parts";
  return [problemAt(body, before.length, (before.at(-1) ?? "").length + 1, message)];
}
function decoded(body, encoding) {
  switch (encoding) {
    case "base64":
      return derived(body.at(1, 1), Buffer5.from(body.text, "base64").toString("utf8"));
    case "quoted-printable":
      return derived(body.at(1, 1), quotedPrintable(body.text));
    default:
      return body;
  }
}
function quotedPrintable(text) {
  const bytes = text.replace(/[ \t]*=[ \t]*\r?\n/g, "").replace(/=([0-9A-Fa-f]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer5.from(bytes, "latin1").toString("utf8");
}

// src/core/spec/cloud-init/cloud-config-secrets.ts
import { Buffer as Buffer6 } from "node:buffer";

// src/core/spec/cloud-init/secret-lines.ts
function secretLines(text) {
  return text.slice(0, MOST_CHARACTERS).split("\n").flatMap((line, index) => {
    const found = line.length > LONGEST_LINE ? byForm(line.slice(0, LONGEST_LINE)) : secretOf(line);
    return found === null ? [] : [{ line: index + 1, column: found.column + 1, name: found.name }];
  });
}
var MOST_CHARACTERS = 65536;
var LONGEST_LINE = 4e3;
function secretOf(line) {
  return byForm(line) ?? byCommand(line) ?? byWord(line);
}
var FORMS = [
  [/-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/, "private key"],
  [/\bPrivateKey\s*=\s*[A-Za-z0-9+/]{43}=/, "WireGuard private key"],
  [/\bgh[pousr]_[A-Za-z0-9]{36,}/, "GitHub token"],
  [/\bgithub_pat_[A-Za-z0-9_]{40,}/, "GitHub token"],
  [/\bglpat-[\w-]{20,}/, "GitLab token"],
  [/\bhv[sbr]\.[\w-]{24,}/, "Vault token"],
  [/\bs\.(?=[A-Za-z]*\d)[A-Za-z0-9]{24}\b/, "Vault token"],
  [/\bxox[abeprs]-[A-Za-z0-9-]{10,}/, "Slack token"],
  [/\bgAAAAA[\w-]{60,}/, "Keystone token"],
  [/\bAIza[\w-]{35}/, "Google API key"],
  [/\b[sr]k_live_[A-Za-z0-9]{20,}/, "Stripe key"],
  [/\b(?:npm_[A-Za-z0-9]{36}|pypi-[\w-]{50,})/, "package registry token"],
  [/\beyJ[\w-]{15,}\.eyJ[\w-]{15,}\.[\w-]{20,}/, "signed token (JWT)"],
  [/\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/:@'"$<>{}]+:(?![$<{])[^\s/@'"]{3,}@/i, "password in a URL"]
];
function byForm(line) {
  for (const [pattern, name] of FORMS) {
    const column = line.search(pattern);
    if (column >= 0) return { column, name };
  }
  return null;
}
var COMMANDS = [
  [/\bauthorization["']?\s*[:=]\s*["']?(?:bearer|basic|token)\s+([^\s"']{8,})/i, "Authorization header"],
  [
    /\bx-(?:auth|vault|subject|gitlab|consul)-?[a-z-]*token["']?\s*[:=]\s*["']?([^\s"']{8,})/i,
    "token header"
  ],
  [/\bcurl\b.*\s(?:-u|--user)[= ]["']?[^\s:"']+:([^\s"']{3,})/, "password of curl"],
  [/\becho\s+["']?[\w.-]+:([^\s"'|]{3,})["']?\s*\|\s*(?:sudo\s+)?chpasswd/, "password for chpasswd"],
  [/\bchpasswd\b.*<<<\s*["']?[\w.-]+:([^\s"']{3,})/, "password for chpasswd"],
  [/\bsshpass\s+-p\s*["']?([^\s"']{3,})/, "password of sshpass"],
  [/\bmysql(?:dump|admin)?\b.*\s-p([^\s"']{3,})/, "password of mysql"],
  [
    /\s--(?:password|passwd|secret|token|api-key|secret-key|pass)[= ]["']?([^\s"'-][^\s"']{3,})/,
    "secret on a command line"
  ]
];
function byCommand(line) {
  for (const [pattern, name] of COMMANDS) {
    const match = pattern.exec(line);
    if (match !== null && isLiteral(match[1] ?? "")) return { column: match.index, name };
  }
  return null;
}
var ASSIGNMENT = /(?<![\w$.-])["']?([A-Za-z][\w.-]{0,60})["']?[ \t]{0,20}(?::=|=|:(?=[ \t"']))[ \t]{0,20}(?:"([^"]*)"|'([^']*)'|([^\s,;}\]"'#]+))/g;
var PASSWORD = /(?:^|[_.-])(?:password|passwd|passphrase|passwort|pwd|pgpassword)$/i;
var TOKEN = /(?:^|[_.-])(?:secret|token|api[_-]?key|secret[_-]?(?:access[_-]?)?key|private[_-]?key|registration[_-]?key|encryption[_-]?key|access[_-]?key|auth[_-]?key|signing[_-]?key|credential)$/i;
var CAMEL_CASE = /(?<=[a-z0-9])(?=[A-Z][a-z])/g;
function byWord(line) {
  const comment = /^\s*(?:#(?!!)|\/\/)/.test(line);
  for (const match of line.matchAll(ASSIGNMENT)) {
    const [, name = "", double, single, bare] = match;
    const value = double ?? single ?? bare ?? "";
    if (comment && !/\d/.test(value)) continue;
    if (isSecretNamed(name.replace(CAMEL_CASE, "_"), value)) return { column: match.index, name };
  }
  return null;
}
function isSecretNamed(name, value) {
  if (!isLiteral(value)) return false;
  if (PASSWORD.test(name)) return value.length >= 4;
  const mixed = /\d/.test(value) && /[A-Za-z]/.test(value);
  return TOKEN.test(name) && value.length >= 8 && mixed && entropy(value) >= 2.8;
}
var NO_SECRET = [
  /^(?:true|false|yes|no|on|off|null|none|nil|required|optional|prompt|default|static)$/i,
  /^(?:x+|\*+|\.+|-+|changeme|change-me|change_me|example|placeholder|redacted|todo)$/i,
  // a reference: shell, template, YAML, path, another place
  /^\$[A-Za-z_{(]|\$\{|\$\(|`|\{\{|^<|%\(|^!|^&|^\*|^__\w+__$/,
  /^(?:\.{0,2}\/|~\/|[a-z][a-z0-9+.-]*:\/\/|file:|env:|vault:|ref:|arn:)/i,
  /^[|>][-+0-9]*$/,
  /^[{[(]/,
  // a hash as crypt(3) takes it
  /^\$[\w-]+\$/,
  /^\d{1,5}[smhd]?$/,
  // variables, functions and attributes of program text
  /^(?:password|passwd|pass|pwd|secret|token|user|username|name)$/i,
  /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*\(/,
  /^(?:os|self|config|settings|env|environ|process|secrets|params|args)[.[]/
];
function isLiteral(value) {
  return value !== "" && !PASSWORD.test(value) && !NO_SECRET.some((pattern) => pattern.test(value));
}
function entropy(text) {
  const counts = /* @__PURE__ */ new Map();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => {
    const share = count / text.length;
    return sum - share * Math.log2(share);
  }, 0);
}

// src/core/spec/cloud-init/cloud-config-secrets.ts
var HASH_PASSWORD = "write a hash (mkpasswd --method=sha-512) as hashed_passwd, or log in by key";
function secretValues(config) {
  return [
    ...plain("/password", config["password"]),
    ...users(config).flatMap(
      ([pointer, user]) => ["plain_text_passwd", "plain-text-passwd"].flatMap((key) => plain(`${pointer}/${key}`, user[key]))
    ),
    ...chpasswd(config["chpasswd"]),
    ...sshKeys(config["ssh_keys"]),
    ...encoded(config["write_files"])
  ];
}
function plain(pointer, value) {
  const isPlain2 = typeof value === "number" || typeof value === "string" && isPlainPassword(value);
  return isPlain2 ? [{ pointer, name: keyPath(pointer), instead: HASH_PASSWORD }] : [];
}
function isPlainPassword(value) {
  if (/^(?:R|RANDOM|[*!].*)$/.test(value) || /^\$[\w-]+\$/.test(value)) return false;
  return isLiteral(value) || /^(?:\d+|changeme|default|example)$/i.test(value);
}
function users(config) {
  const { user, users: listed } = config;
  const all = [
    ["/user", user ?? null],
    ...Object.entries(listed !== null && typeof listed === "object" ? listed : {}).map(
      ([key, one]) => [pointerTo("/users", key), one]
    )
  ];
  return all.flatMap(([pointer, one]) => isJsonObject(one) ? [[pointer, one]] : []);
}
function chpasswd(value) {
  if (!isJsonObject(value)) return [];
  const { users: named, list: list2 } = value;
  const lines = typeof list2 === "string" ? list2.split("\n") : Array.isArray(list2) ? list2 : [];
  const inList = lines.some(
    (line) => typeof line === "string" && line.includes(":") && isPlainPassword(afterColon(line))
  );
  return [
    ...(Array.isArray(named) ? named : []).flatMap(
      (user, index) => isJsonObject(user) ? plain(`/chpasswd/users/${index}/password`, user["password"]) : []
    ),
    ...inList ? [{ pointer: "/chpasswd/list", name: "chpasswd.list", instead: HASH_PASSWORD }] : []
  ];
}
function afterColon(line) {
  return line.slice(line.indexOf(":") + 1).trim();
}
function sshKeys(value) {
  if (!isJsonObject(value)) return [];
  return Object.keys(value).filter((key) => key.endsWith("_private") && String(value[key] ?? "").trim() !== "").map((key) => ({
    pointer: `/ssh_keys/${key}`,
    name: `ssh_keys.${key}`,
    instead: "leave it away: the server makes its own host keys at its first boot"
  }));
}
function encoded(value) {
  if (!Array.isArray(value)) return [];
  return value.flatMap((file, index) => {
    if (!isJsonObject(file) || !/^[A-Za-z0-9+/=\s]{20,}$/.test(String(file["content"] ?? ""))) return [];
    const [first] = secretLines(Buffer6.from(String(file["content"] ?? ""), "base64").toString("utf8"));
    const pointer = `/write_files/${index}/content`;
    return first === void 0 ? [] : [{ pointer, name: keyPath(pointer), instead: null }];
  });
}

// src/core/spec/cloud-init/secrets.ts
function secretsOf(content, config) {
  const byMeaning = (config === null ? [] : secretValues(config.value)).map(({ pointer, name, instead }) => ({
    at: config?.positionAt(pointer) ?? content.at(1, 1),
    name,
    instead
  }));
  const byLine = secretLines(content.text).map(({ line, column, name }) => ({
    at: content.at(line, column),
    name,
    instead: null
  }));
  const lines = new Set(byMeaning.map(({ at: at2 }) => at2.line));
  return [...byMeaning, ...byLine.filter(({ at: at2 }) => !lines.has(at2.line))];
}

// src/core/spec/cloud-init/shell-script.ts
function checkScript(content) {
  const first = content.text.split("\n", 1)[0] ?? "";
  const message = firstLine(first);
  return message === null ? NOTHING_WRONG : { problems: [problemAt(content, 1, 1, message)], findings: [] };
}
function firstLine(first) {
  if (!/^#!\s*\/\S/.test(first))
    return "the script names no interpreter, so it would not be run; its first line must be such as #!/bin/sh";
  if (first.endsWith("\r"))
    return `the script's first line ends with CR LF, so no interpreter would be found; save the file with LF`;
  return null;
}

// src/core/spec/cloud-init/check-part.ts
function checkPart(content, type) {
  if (type === "mime") return messageParts(readMime(content));
  if (type === "text/cloud-config-archive") return container(readArchive(content), NOT_IN_ARCHIVES);
  const hidden = hasMimeMark(content.text) ? [problemAt(content, 1, 1, MISTAKEN)] : [];
  const part = type === "text/cloud-config" ? cloudConfig(content) : other(content, type);
  return { ...part, problems: [...part.problems, ...hidden] };
}
var MISTAKEN = 'the text "MIME-Version:" stands in the first 4096 bytes, so cloud-init would take the whole for a MIME message; write it otherwise, or further down';
function cloudConfig(content) {
  const { value, positionAt, problems, findings } = checkCloudConfig(content);
  const secrets = secretsOf(content, value === null ? null : { value, positionAt });
  const configs = value === null ? [] : [{ value, keyAt: (key) => positionAt(`/${key}`) }];
  return { problems, findings, secrets, configs };
}
function other(content, type) {
  return { ...checkOther(content, type), secrets: secretsOf(content, null), configs: [] };
}
function checkOther(content, type) {
  if (isShellScript(type)) return checkScript(content);
  switch (type) {
    case "text/jinja2":
      return checkJinja(content);
    case "text/x-include-url":
    case "text/x-include-once-url":
      return checkIncludes(content);
    case "text/cloud-config-jsonp":
      return checkPatch(content);
    default:
      return NOTHING_WRONG;
  }
}
function checkPatch(content) {
  const { yaml, problems } = readCloudConfigYaml(content);
  if (yaml === null || problems.length > 0) return { problems, findings: [] };
  const { value, start } = yaml;
  const whole = Array.isArray(value) && value.every((one) => isJsonObject(one) && "op" in one && "path" in one);
  const message = 'a JSON patch is a list of mappings, each with "op" and "path"; this is something else';
  return whole ? NOTHING_WRONG : { problems: [problemAt(content, start.line, start.column, message)], findings: [] };
}
function messageParts({ parts, problems }) {
  const typed = parts.map(({ type, content }) => ({ content, type: actualType(type, content.text) }));
  return container({ parts: typed, problems }, []);
}
var NOT_IN_ARCHIVES = ["text/cloud-config-archive", "text/x-include-url", "text/x-include-once-url"];
function container({ parts, problems }, unhandled) {
  const handled = parts.some(({ type }) => type === "text/part-handler");
  const checked = parts.map(({ type, content }) => {
    if (isPartType(type) && !unhandled.includes(type)) return checkPart(content, type);
    const findings2 = handled ? [] : [passedOver(content, type)];
    return { problems: [], findings: findings2, secrets: secretsOf(content, null), configs: [] };
  });
  const { problems: inner, findings } = together(checked);
  return {
    problems: [...problems, ...inner],
    findings,
    secrets: checked.flatMap(({ secrets }) => secrets),
    configs: checked.flatMap(({ configs }) => configs)
  };
}
var TYPE_NEEDED = ["text/plain", "text/x-not-multipart", "text/x-shellscript"];
function actualType(type, text) {
  const told = TYPE_NEEDED.includes(type) ? typeOfText(text) : null;
  return told === null || told === "mime" ? type : told;
}
function passedOver(content, type) {
  const message = `cloud-init has no handler for a part of type ${quote(type)} and passes it over`;
  return { rule: "user-data-passed-over", severity: "warn", message, source: content.at(1, 1) };
}

// src/core/spec/cloud-init/first-line.ts
function firstLineProblem(text) {
  const first = text.split("\n", 1)[0] ?? "";
  if (text.trim() === "") return "the user data is empty; write it, or leave cloudInit away";
  if (first.startsWith("\uFEFF"))
    return "the user data starts with a byte order mark, which hides its first line; save it without";
  if (first.startsWith("#!") && first.endsWith("\r"))
    return `the script's first line ends with CR LF, so no interpreter would be found; save the file with LF`;
  if (typeOfText(text) !== null) return null;
  const right = `its first line must be ${list(FIRST_LINE_EXAMPLES, "or")}`;
  if (first.trim() === "") return `the user data starts with an empty line; ${right}`;
  const near = suggest(first.trim(), FIRST_LINE_EXAMPLES);
  if (near === null) {
    return `the user data starts with a line that cloud-init would pass over; ${right}`;
  }
  return `the user data starts with ${firstWord(first)}, which cloud-init would pass over; did you mean "${near}"?`;
}
function firstWord(line) {
  const word = /^#!? ?[A-Za-z0-9_-]{1,40}(?=\s|$)/.exec(line)?.[0];
  return word === void 0 ? "a mistyped line" : quote(word);
}

// src/core/spec/cloud-init/overrides.ts
function overrideFindings(configs) {
  return configs.flatMap((config, index) => {
    if ("merge_how" in config.value || "merge_type" in config.value) return [];
    const earlier = configs.slice(0, index);
    return Object.keys(config.value).filter((key) => earlier.some(({ value }) => isCollection(value[key]))).map((key) => finding2(config, key));
  });
}
function isCollection(value) {
  return Array.isArray(value) || isJsonObject(value);
}
function finding2(config, key) {
  const message = `${quote(key)} replaces that of an earlier part, which is lost; write both into one part, or add merge_how`;
  return { rule: "user-data-part-replaced", severity: "warn", message, source: config.keyAt(key) };
}

// src/core/spec/cloud-init/secret-verdict.ts
function secretVerdict(secrets, permits) {
  const permitOf = (secret) => permits.find(({ name }) => name === secret.name);
  const names2 = [...new Set(secrets.map(({ name }) => name))];
  return {
    problems: secrets.filter((secret) => permitOf(secret) === void 0).map(refusal),
    findings: [
      ...secrets.flatMap((secret) => {
        const permit = permitOf(secret);
        return permit === void 0 ? [] : [permitted(secret, permit)];
      }),
      ...permits.filter(({ name }) => !names2.includes(name)).map((permit) => idle(permit, names2))
    ]
  };
}
var FETCH = "let the server fetch it at its boot, from Barbican or Vault";
function refusal({ at: at2, name, instead }) {
  const message = `a secret stands here in plain text (${quote(name)}), readable with the repository, the stack or the server's metadata; ${instead ?? FETCH}, or name it in cloudInit.allowSecrets, with a reason`;
  return { ...at2, message };
}
function permitted({ at: at2, name }, { reason }) {
  const message = `the user data holds a secret in plain text (${quote(name)}), permitted: ${reason}`;
  return { rule: "user-data-secret", severity: "warn", message, source: at2 };
}
function idle({ name, at: at2 }, names2) {
  const message = `cloudInit.allowSecrets permits ${quote(name)}, which stands nowhere in the user data${hint(name, names2, "remove it")}`;
  return { rule: "user-data-idle-permit", severity: "warn", message, source: at2 };
}

// src/core/spec/user-data.ts
var POINTER = "/spec/server/cloudInit";
function readUserData(cloudInit, yaml, sources) {
  if (cloudInit === void 0) return { text: null, paths: [], problems: [], findings: [] };
  const wrong = sourceProblems(cloudInit, yaml);
  if (wrong.length > 0) return { text: null, paths: [], problems: wrong, findings: [] };
  const read = sourcesOf(cloudInit).map((source) => readSource(source, yaml, sources));
  const paths = read.flatMap(({ path }) => path === null ? [] : [path]);
  const parts = read.flatMap(({ part }) => part === null ? [] : [part]);
  const problems = read.flatMap((one) => one.problems);
  if (parts.length < read.length) return { text: null, paths, problems, findings: [] };
  return { paths, ...assembled(cloudInit, parts, yaml) };
}
function sourcesOf(cloudInit) {
  const { file, inline: inline2, parts } = cloudInit;
  if (parts !== void 0)
    return parts.map((part, index) => ({ ...part, pointer: `${POINTER}/parts/${index}` }));
  return [
    {
      ...file === void 0 ? {} : { file },
      ...inline2 === void 0 ? {} : { inline: inline2 },
      pointer: POINTER
    }
  ];
}
function sourceProblems({ file, inline: inline2, parts }, yaml) {
  const given = [file, inline2, parts].filter((one) => one !== void 0).length;
  const refuse = (pointer, message) => [{ ...positionOf(yaml, pointer), message }];
  if (given !== 1)
    return refuse(POINTER, "spec.server.cloudInit needs exactly one of file, inline and parts");
  return (parts ?? []).flatMap((part, index) => {
    const one = part.file === void 0 !== (part.inline === void 0);
    const name = `spec.server.cloudInit.parts[${index}]`;
    return one ? [] : refuse(`${POINTER}/parts/${index}`, `${name} needs exactly one of file and inline`);
  });
}
function readSource(source, yaml, sources) {
  const { file, inline: inline2 = "", pointer } = source;
  const type = source.type ?? null;
  if (file !== void 0) return readFile(file, type, positionOf(yaml, `${pointer}/file`), sources);
  const at2 = positionOf(yaml, `${pointer}/inline`);
  const spec = sources.text(at2.file, "yaml");
  const content = scalarContent(inline2, at2, spec.state === "text" ? linesOf(spec.text) : []);
  const label2 = pointer === POINTER ? "inline" : pointer.slice(POINTER.length + 1).replace(/\/(\d+)/, "[$1]");
  return { part: { content, text: inline2, type, name: null, label: label2 }, path: null, problems: [] };
}
function readFile(reference, type, at2, sources) {
  const resolved = resolvePath(reference, at2.file);
  const refused5 = (path2, problem2) => ({ part: null, path: path2, problems: [problem2] });
  if ("why" in resolved) return refused5(null, { ...at2, message: `${quote(reference)} ${resolved.why}` });
  const { path } = resolved;
  const source = sources.text(path, "verbatim");
  switch (source.state) {
    case "needed":
      return { part: null, path, problems: [] };
    case "missing":
      return refused5(path, { ...at2, message: source.why });
    case "refused":
      return refused5(path, { file: path, line: source.line, column: source.column, message: source.message });
    case "text": {
      const { text } = source;
      return {
        part: { content: fileContent(path, text), text, type, name: path, label: path },
        path,
        problems: []
      };
    }
  }
}
function assembled(cloudInit, parts, yaml) {
  const text = cloudInit.parts === void 0 ? parts[0]?.text ?? "" : composeUserData(parts);
  const checked = parts.map(checkedPart);
  const secrets = secretVerdict(
    checked.flatMap((one) => one.secrets),
    (cloudInit.allowSecrets ?? []).map((permit, index) => ({
      ...permit,
      at: positionOf(yaml, `${POINTER}/allowSecrets/${index}/name`)
    }))
  );
  const size2 = sizeVerdict(text, parts, positionOf(yaml, `${POINTER}${sizeKey(cloudInit)}`));
  const { problems, findings } = together([...checked, secrets, size2]);
  const overrides = overrideFindings(checked.flatMap(({ configs }) => configs));
  return { text, problems, findings: limited2([...findings, ...overrides]) };
}
var MAX_FINDINGS = 50;
function limited2(findings) {
  const next = findings[MAX_FINDINGS];
  if (next === void 0) return findings;
  const message = `${findings.length - MAX_FINDINGS} more remarks on the user data are left out`;
  return [...findings.slice(0, MAX_FINDINGS), { ...next, message }];
}
function sizeKey({ parts, file }) {
  if (parts !== void 0) return "/parts";
  return file === void 0 ? "/inline" : "/file";
}
function checkedPart({ content, text, type }) {
  const told = type ?? typeOfText(text);
  const message = type === null || text.trim() === "" ? firstLineProblem(text) : null;
  if (message === null && told !== null && (told === "mime" || isPartType(told)))
    return checkPart(content, told);
  const problems = [{ ...content.at(1, 1), message: message ?? "" }];
  return { problems, findings: [], secrets: [], configs: [] };
}

// src/core/spec/spec-of-document.ts
function buildSpec(document, sources) {
  switch (document.kind) {
    case "AutoScalingGroup": {
      const { raw, problems } = documentAs(document, "AutoScalingGroup");
      return raw === null ? refused4(problems) : buildGroup(raw, document.yaml, sources);
    }
    case "HeatStack": {
      const { raw, problems } = documentAs(document, "HeatStack");
      return raw === null ? refused4(problems) : buildHeatStack(raw, document.yaml, sources);
    }
    case "Deleted": {
      const { raw, problems } = documentAs(document, "Deleted");
      return raw === null ? refused4(problems) : buildDeleted(raw, document.yaml);
    }
    case "Settings":
      return refused4([{ ...document.yaml.start, message: NO_SPEC }]);
    case "Guardrail":
      return refused4([{ ...document.yaml.start, message: GUARDRAIL_IS_NO_SPEC }]);
    case "Prices":
      return refused4([{ ...document.yaml.start, message: PRICES_ARE_NO_SPEC }]);
    case "HOT":
    case "CloudFormation":
      return buildBareTemplate(document, document.kind, sources);
  }
}
var NO_SPEC = "settings are no spec: they stand in .thermostat.yaml, in the folder that the spec globs start from";
var GUARDRAIL_IS_NO_SPEC = "a guardrail is no spec: keep it in policies/, and policies/ out of the spec globs";
var PRICES_ARE_NO_SPEC = "a list of prices is no spec: name its file as prices in .thermostat.yaml, and keep it out of the spec globs";
function buildGroup(raw, yaml, sources) {
  const userData = readUserData(raw.spec.server.cloudInit, yaml, sources);
  const spec = groupSpec(raw, yaml, userData);
  const problems = [
    ...metadataProblems(raw.metadata, raw.spec.timeout, yaml),
    ...groupProblems(raw, spec, yaml),
    ...userData.problems
  ];
  return built(spec, problems, new Set(userData.paths));
}
function buildHeatStack(raw, yaml, sources) {
  const parts = heatStackParts(raw, yaml, sources);
  const problems = [
    ...metadataProblems(raw.metadata, raw.spec.timeout, yaml),
    ...parts.problems,
    ...templateProblems(parts)
  ];
  const base = baseOf(raw.metadata, raw.spec.timeout, yaml);
  return built(templateSpec("HeatStack", base, parts), problems, parts.paths);
}
function buildDeleted(raw, yaml) {
  return built({ kind: "Deleted", name: raw.metadata.name, source: yaml.start }, [], /* @__PURE__ */ new Set());
}
function buildBareTemplate(document, kind, sources) {
  const { file, yaml } = document;
  const parts = bareTemplateParts(document, sources);
  const name = stackNameOf(file);
  const base = {
    name,
    source: yaml.start,
    labels: {},
    protect: DEFAULTS.protect,
    timeoutMinutes: null,
    positions: yaml.positions
  };
  const problems = [...nameProblems(name, yaml.start), ...parts.problems, ...templateProblems(parts)];
  return built(templateSpec(kind, base, parts), problems, parts.paths);
}
function nameProblems(name, at2) {
  if (/^[a-zA-Z][a-zA-Z0-9_.-]{0,254}$/.test(name)) return [];
  const message = `the file's name makes the stack's name ${quote(name)}, which Heat refuses; it must be a letter, then letters, digits, _ . or -, so rename the file`;
  return [{ ...at2, message }];
}
function templateSpec(kind, base, parts) {
  if (parts.template === null) return null;
  const { value, yaml, root } = parts.template;
  return {
    kind,
    ...base,
    template: value,
    templatePositions: root === "" ? yaml.positions : below(yaml, root),
    files: parts.files,
    environment: parts.environment
  };
}
function below(yaml, root) {
  const inside2 = Object.entries(yaml.positions).filter(([pointer]) => pointer.startsWith(`${root}/`));
  return Object.fromEntries([
    ["", positionOf(yaml, root)],
    ...inside2.map(([pointer, position]) => [pointer.slice(root.length), position])
  ]);
}
function built(spec, problems, paths) {
  return { spec: problems.length === 0 ? spec : null, problems, paths };
}
function refused4(problems) {
  return { spec: null, problems, paths: /* @__PURE__ */ new Set() };
}

// src/core/spec/parse.ts
function parseSpecs(paths, files) {
  const sources = new Sources(files);
  const read = [...new Set(paths)].sort().map((path) => readOne(path, sources));
  const own3 = read.flatMap((file) => file.own);
  const built2 = [...own3, ...bareTemplates(read, own3, sources)];
  const parts = new Set(built2.flatMap(({ paths: paths2 }) => [...paths2]));
  const specs = built2.flatMap(({ spec }) => spec === null ? [] : [spec]).sort(byName);
  const problems = [
    ...read.filter(({ path }) => !parts.has(path)).flatMap((file) => file.problems),
    ...built2.flatMap((one) => one.problems),
    ...duplicateNames(specs)
  ];
  return { specs, problems: sortedProblems(problems), needs: sources.needs };
}
function readOne(path, sources) {
  const { documents, problems } = readSpecFile(path, sources);
  const own3 = documents.filter((document) => !isTemplate(document));
  return {
    path,
    problems,
    own: own3.map((document) => buildSpec(document, sources)),
    templates: documents.filter(isTemplate)
  };
}
function bareTemplates(read, own3, sources) {
  const templates = read.flatMap((file) => file.templates);
  const used = new Set(own3.flatMap(({ paths }) => [...paths]));
  const built2 = templates.filter(({ file }) => !used.has(file)).map((document) => ({ document, ...buildSpec(document, sources) }));
  const usedBy = (file) => built2.some((other2) => other2.document.file !== file && other2.paths.has(file));
  const roots = built2.filter(({ document }) => !usedBy(document.file));
  const reached = new Set(roots.flatMap(({ paths }) => [...paths]));
  return built2.filter((one) => roots.includes(one) || !reached.has(one.document.file));
}
function isTemplate({ kind }) {
  return kind === "HOT" || kind === "CloudFormation";
}
function byName(a, b) {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
var MAX_PROBLEMS_A_FILE = 100;
function sortedProblems(problems) {
  const unique = new Map(problems.map((problem2) => [JSON.stringify(problem2), problem2]));
  const sorted2 = [...unique.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.message, b.message)
  );
  const byFile = /* @__PURE__ */ new Map();
  for (const problem2 of sorted2) {
    const sameFile = byFile.get(problem2.file);
    if (sameFile === void 0) byFile.set(problem2.file, [problem2]);
    else sameFile.push(problem2);
  }
  return [...byFile.values()].flatMap(limited3);
}
function limited3(problems) {
  const next = problems[MAX_PROBLEMS_A_FILE];
  if (next === void 0) return problems;
  const more = problems.length - MAX_PROBLEMS_A_FILE;
  const message = `${more} more problems stand from here on; mend those above first`;
  return [...problems.slice(0, MAX_PROBLEMS_A_FILE), { ...next, message }];
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

export {
  meterOf,
  thresholdIn,
  SHARED,
  zoneNames,
  meteringOf,
  stepName,
  TARGET,
  noSuchDay,
  HEALTH,
  SETTINGS_FILE,
  DEFAULT_SETTINGS,
  parseSettings,
  READY_TOKEN,
  readyUserData,
  boundNames,
  USUAL_LIMIT_MINUTES,
  leastRolloutSeconds,
  stackNameOf,
  addressOf,
  templateHealth,
  secretLines,
  parseSpecs
};
