import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  grouped,
  lazily,
  startsOf
} from "./chunk-Q3CFLGCV.js";

// src/core/settings/pattern.ts
function matches(pattern, text, below = false) {
  let [at, inPattern, star, resume] = [0, 0, -1, 0];
  while (at < text.length) {
    if (below && inPattern === pattern.length && isBorder(text[at])) return true;
    if (pattern[inPattern] === "*") {
      star = inPattern++;
      resume = at;
    } else if (inPattern < pattern.length && pattern[inPattern] === text[at]) {
      inPattern += 1;
      at += 1;
    } else if (star >= 0) {
      inPattern = star + 1;
      at = ++resume;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(inPattern));
}
function reachesBelow(pattern, text) {
  let at = withStars(pattern, /* @__PURE__ */ new Set([0]));
  for (const character of text) {
    const next = [...at].flatMap(
      (place) => pattern[place] === "*" ? [place] : pattern[place] === character ? [place + 1] : []
    );
    at = withStars(pattern, new Set(next));
  }
  return [...at].some((place) => pattern[place] === "*" || isBorder(pattern[place]));
}
function withStars(pattern, places) {
  for (const place of places) if (pattern[place] === "*") places.add(place + 1);
  return places;
}
function isBorder(character) {
  return character === "." || character === "[" || character === " ";
}

// src/core/heat/tags.ts
import { createHash } from "node:crypto";
var MAX_TAG = 80;
var PROVENANCE = /^thermostat(:|$)/;
function labelTags(labels) {
  return Object.entries(labels).map(([key, value]) => `${key}=${value}`).sort();
}
function labelsOf(tags) {
  const pairs = withoutProvenance(tags).flatMap((tag) => {
    const at = tag.indexOf("=");
    return at > 0 ? [[tag.slice(0, at), tag.slice(at + 1)]] : [];
  });
  return Object.fromEntries(pairs);
}
function stackTags({ tags, protect }, provenance) {
  const { file, repository, commit, sent } = provenance;
  return [
    ...tags,
    "thermostat",
    ...protect ? [PROTECTED] : [],
    provenanceTag(FILE, file),
    ...repository === null ? [] : [provenanceTag(REPOSITORY, repository)],
    ...commit === null ? [] : [provenanceTag(COMMIT, commit)],
    ...sent === void 0 ? [] : [`${SENT}${sent}`]
  ];
}
var PROTECTED = "thermostat:protect";
function isProtected(tags) {
  return tags.includes(PROTECTED);
}
function isManaged(tags) {
  return tags.includes("thermostat");
}
var FILE = "thermostat:file=";
var REPOSITORY = "thermostat:repo=";
var COMMIT = "thermostat:commit=";
var SENT = "thermostat:sent=";
function sentOf(tags) {
  return behind(tags, SENT);
}
function fileOf(tags) {
  return behind(tags, FILE);
}
function provenanceOf(tags) {
  return { repository: behind(tags, REPOSITORY), commit: behind(tags, COMMIT) };
}
function isFromRepository(tags, repository) {
  if (repository === null) return behind(tags, REPOSITORY) === null;
  return tags.includes(provenanceTag(REPOSITORY, repository));
}
function behind(tags, prefix) {
  return tags.find((tag) => tag.startsWith(prefix))?.slice(prefix.length) ?? null;
}
function withoutProvenance(tags) {
  return tags.filter((tag) => !PROVENANCE.test(tag)).sort();
}
function provenanceTag(prefix, text) {
  const clean = text.replaceAll(",", ";");
  const room = MAX_TAG - prefix.length;
  if (clean.length <= room) return prefix + clean;
  const mark = createHash("sha256").update(text).digest("hex").slice(0, 8);
  return `${prefix}${mark}~${clean.slice(-(room - mark.length - 1))}`;
}

// src/core/guard/label-sides.ts
function labelSides({ spec, pair: { observed } }) {
  const own = spec.kind === "Deleted" ? {} : spec.labels;
  return observed.presence === "present" ? [own, labelsOf(observed.tags)] : [own];
}
function carries(labels, asked) {
  return Object.entries(asked).every(
    ([key, pattern]) => Object.hasOwn(labels, key) && matches(pattern, labels[key] ?? "")
  );
}

// src/core/guard/freeze.ts
function frozenAt(windows, now) {
  const window = barAt(windows, now);
  if (window === null) return null;
  let moment = now;
  for (let tried = 0; tried < MANY; tried += 1) {
    moment = nextEdge(windows, moment);
    if (moment === null) return { window, until: null };
    if (barAt(windows, moment) === null) return { window, until: moment };
  }
  return { window, until: null };
}
function frozenLookup(now) {
  const known = /* @__PURE__ */ new Map();
  return (windows) => {
    const key = windows.map(({ source }) => `${source.line}:${source.column}`).join();
    const found = known.get(key);
    if (found !== void 0) return found;
    const frozen = frozenAt(windows, now.getTime());
    known.set(key, frozen);
    return frozen;
  };
}
var MANY = 1e3;
function windowsFor({ windows }, name, labels) {
  return windows.filter(
    (window) => window.groups.some((pattern) => matches(pattern, name)) && carries(labels, window.labels)
  );
}
function barAt(windows, moment) {
  const on = windows.filter((window) => endAt(window, moment) !== null);
  const denying = on.find(({ effect }) => effect === "deny");
  if (denying) return denying;
  const allowing = windows.find(({ effect }) => effect === "allow");
  return allowing && !on.some(({ effect }) => effect === "allow") ? allowing : null;
}
function endAt(window, moment) {
  const last = startsOf(window).lastUpTo(moment);
  const end = last === null ? null : last + window.forSeconds * 1e3;
  return end !== null && end > moment ? end : null;
}
function nextEdge(windows, moment) {
  const edges = windows.flatMap(
    (window) => [startsOf(window).firstAfter(moment), endAt(window, moment)].filter((edge) => edge !== null)
  );
  return edges.length === 0 ? null : Math.min(...edges);
}

// src/core/report/written.ts
function written(document) {
  const fields = Object.entries(document).filter(([, value]) => value !== void 0).map(([key, value]) => `  ${JSON.stringify(key)}: ${field(value)}`);
  return fields.length === 0 ? "{}\n" : `{
${fields.join(",\n")}
}
`;
}
function field(value) {
  if (!isList(value)) return indented(value, "  ");
  const items = Array.from(value, (item) => `    ${indented(item ?? null, "    ")}`);
  return items.length === 0 ? "[]" : `[
${items.join(",\n")}
  ]`;
}
function isList(value) {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}
function indented(value, by) {
  return JSON.stringify(value, null, 2).replaceAll("\n", `
${by}`);
}

// src/model/cost.ts
var RATED_THINGS = ["floatingIp", "loadBalancer", "volumeGiB"];
var MONTH_HOURS = 730;

// src/core/cost/cost-words.ts
function rounded(amount) {
  return Math.round(amount * 1e6) / 1e6;
}
function money(amount, decimals = 2) {
  const [whole = "0", rest = ""] = amount.toFixed(decimals).split(".");
  return `${grouped(Number(whole))}.${rest}`;
}
function monthWords({ atLeast, exact }) {
  if (exact) return money(atLeast * MONTH_HOURS);
  return atLeast === 0 ? "?" : `≥ ${money(atLeast * MONTH_HOURS)}`;
}
function hourWords({ atLeast, exact }) {
  if (exact) return money(atLeast, 4);
  return atLeast === 0 ? "?" : `≥ ${money(atLeast, 4)}`;
}

// src/core/report/plan-json.ts
function planJson(plan) {
  const { version, summary, fingerprint, groups, problems, headRoom, hostRoom } = plan;
  return written({
    version,
    summary: {
      create: summary.create,
      update: summary.update,
      replace: summary.replace,
      delete: summary.delete,
      noop: summary.noop
    },
    fingerprint,
    groups: lazily(groups, groupJson),
    problems: problems.map(problemJson),
    headRoom: headRoom?.map(headRoomJson) ?? null,
    hostRoom: hostRoom.map(hostRoomJson)
  });
}
function hostRoomJson(row) {
  const { flavor, vcpus, ramMiB, diskGiB } = row;
  const found = row.kind === "known" ? { servers: row.servers, orMore: row.orMore, why: null } : { servers: null, orMore: false, why: row.why };
  return { flavor, vcpus, ramMiB, diskGiB, ...found };
}
function headRoomJson(row) {
  const { state, name, of } = row;
  const numbers = "limit" in row ? row : { limit: null, others: null, most: null, surge: null };
  const { limit, others, most, surge } = numbers;
  const why = row.state === "unknown" ? row.why : null;
  return { quota: name, of, state, limit, others, most, surge, why };
}
function groupJson(group) {
  const { name, stack, source, action, fingerprint, size, servers, changes, scalingGroups } = group;
  return {
    name,
    stack: { name: stack.name, id: stack.id },
    source: { file: source.file, line: source.line, column: source.column },
    action,
    fingerprint,
    size: sizeJson(size),
    servers: {
      keep: servers.keep,
      update: servers.update,
      create: servers.create,
      replace: servers.replace,
      delete: servers.delete
    },
    changes: changes.map(changeJson),
    cost: costJson(group.cost),
    findings: group.findings.map(findingJson),
    capacity: capacityJson(group.capacity),
    scalingGroups: scalingGroups.map(scalingGroupJson),
    triggers: group.triggers.map(triggerJson),
    steps: group.steps.map(({ kind, why, capacities }) => ({
      kind,
      why,
      capacities: capacities.map(({ file, path, property, value }) => ({ file, path, property, value }))
    })),
    byClock: group.byClock,
    ignored: group.ignored.map(ignoredJson)
  };
}
function ignoredJson({ path, live, declared, reason, expires, source }) {
  const { file, line, column } = source;
  return {
    path,
    live: sorted(live),
    declared: sorted(declared),
    reason,
    expires,
    source: { file, line, column }
  };
}
function costJson(cost) {
  if (cost === null) return {};
  const { currency, before, after, unknown, team } = cost;
  const times = (hours) => ({ before: amountsJson(before, hours), after: amountsJson(after, hours) });
  return { currency, hourly: times(1), monthly: times(MONTH_HOURS), unknown, team };
}
function amountsJson({ min, now, max }, hours) {
  const amount = (one) => one.exact ? rounded(one.atLeast * hours) : null;
  return { min: amount(min), now: amount(now), max: amount(max) };
}
function capacityJson(capacity) {
  if (capacity === null) return null;
  const amount = (one) => one === null ? null : { vcpus: one.vcpus, ramMiB: one.ramMiB };
  const { now, after, mostBefore, most } = capacity;
  return { now: amount(now), after: amount(after), mostBefore: amount(mostBefore), most: amount(most) };
}
function triggerJson(trigger) {
  const { policy, source, effect, when, reaction, measuredEverySeconds, enabled } = trigger;
  return {
    policy,
    source: { file: source.file, line: source.line, column: source.column },
    effect,
    when,
    reaction: reaction === null ? null : { earliestSeconds: reaction.earliestSeconds, latestSeconds: reaction.latestSeconds },
    measuredEverySeconds,
    enabled
  };
}
function sizeJson(size) {
  const { min, max, current, after, before } = size;
  return { min, max, current, after, before: before === null ? null : { min: before.min, max: before.max } };
}
function changeJson(change) {
  const { address, action, reason, confidence, fields } = change;
  return {
    address,
    action,
    reason,
    confidence,
    fields: fields.map(({ path, before, after }) => ({ path, before: sorted(before), after: sorted(after) }))
  };
}
function scalingGroupJson(one) {
  return {
    address: one.address,
    size: sizeJson(one.size),
    members: one.members.map(({ member, server, fate, how }) => ({
      member,
      server: server === null ? null : { id: server.id, name: server.name },
      fate,
      how
    })),
    batches: one.batches.map(({ servers, running, inService }) => ({ servers, running, inService }))
  };
}
function findingJson({ rule, severity, message, source }) {
  const place = source === void 0 ? null : { file: source.file, line: source.line, column: source.column };
  return { rule, severity, message, ...place === null ? {} : { source: place } };
}
function problemJson({ file, line, column, message }) {
  return { file, line, column, message };
}
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1);
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

export {
  RATED_THINGS,
  MONTH_HOURS,
  rounded,
  money,
  monthWords,
  hourWords,
  written,
  planJson,
  groupJson,
  costJson,
  findingJson,
  problemJson,
  matches,
  reachesBelow,
  labelTags,
  labelsOf,
  stackTags,
  isProtected,
  isManaged,
  sentOf,
  fileOf,
  provenanceOf,
  isFromRepository,
  withoutProvenance,
  labelSides,
  carries,
  frozenAt,
  frozenLookup,
  windowsFor
};
