import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  adviceOnLasting,
  isSettled,
  settledFailure,
  whoIsAtWork
} from "./chunk-OSHXXYPH.js";
import {
  NOTE_ALONE_AFTER_MS,
  clipped,
  detailsOf,
  filesInUse,
  leaveAlone,
  observe,
  sentNote,
  wholePaths
} from "./chunk-RWMEBKYK.js";
import {
  handedDown,
  memberDifference,
  planGroup,
  readDefinition
} from "./chunk-5M2OS46A.js";
import {
  groupType,
  hiddenParameters,
  isUnresolved,
  object,
  propertiesKey,
  resourcesKey,
  viewTemplate
} from "./chunk-SMCQXR7L.js";
import {
  canonicalJson
} from "./chunk-GCC67ZSS.js";
import {
  readHeatDocument
} from "./chunk-4RXYHALH.js";
import {
  own
} from "./chunk-CEEK6GEM.js";
import {
  stackTags
} from "./chunk-WTYPQLUP.js";
import {
  CloudError,
  errorLine
} from "./chunk-MXUBWZWX.js";

// src/core/approval/difference.ts
var MOST = 6;
function approvalDifference(approved, now) {
  const would = detailsOf(now);
  if (approved === null) return `nothing was approved for it; now ${listed(wouldBe(now, would))}`;
  const action = approved.action === now.action ? [] : [`approved was "${approved.action}", now it is "${now.action}"`];
  const differences = approved.details === null ? [] : detailDifferences(approved.details, would);
  const all = [...action, ...differences];
  if (all.length > 0) return listed(all);
  return `the fingerprints differ: approved was ${short(approved.fingerprint)}, now it is ${short(now.fingerprint)}; ${listed(wouldBe(now, would))}`;
}
function planDifference(planned, now) {
  const action = planned.action === now.action ? [] : [`planned was "${planned.action}", now it would be "${now.action}"`];
  const [before, after] = [wholeDetails(planned), wholeDetails(now)];
  const servers2 = { ...before.servers };
  for (const [fate] of FATES) if (after.servers[fate] === 0) servers2[fate] = 0;
  const all = [...action, ...detailDifferences({ ...before, servers: servers2 }, after)];
  return all.length === 0 ? null : listed(all);
}
function wholeDetails({ changes, servers: servers2 }) {
  return { changes: changes.flatMap(wholePaths), servers: servers2 };
}
function detailDifferences(approved, now) {
  const before = byPath(approved.changes);
  const after = byPath(now.changes);
  const paths = [.../* @__PURE__ */ new Set([...after.keys(), ...before.keys()])].sort();
  return [
    ...serverDifferences(approved.servers, now.servers),
    ...paths.flatMap((path) => changeDifference(path, before.get(path), after.get(path)))
  ];
}
function changeDifference(path, approved, now) {
  if (approved === void 0) return now === void 0 ? [] : [`${changeWords(now)} was not approved`];
  if (now === void 0) return [`${changeWords(approved)} was approved and is not to do any more`];
  if (canonicalJson([approved.before, approved.after]) === canonicalJson([now.before, now.after])) return [];
  const [was, is] = [arrow(approved), arrow(now)];
  return [`${path}: approved was ${was}, now it is ${is}${was === is ? " (they differ further on)" : ""}`];
}
var FATES = [
  ["replace", "replaced"],
  ["delete", "deleted"],
  ["update", "changed in place"],
  ["create", "created"]
];
function serverDifferences(approved, now) {
  return FATES.flatMap(([fate, word]) => {
    if (now[fate] > 0 && approved[fate] === 0) return [`${servers(now[fate])} would be ${word}, none before`];
    if (now[fate] === 0 && approved[fate] > 0) return [`no server would be ${word} any more`];
    return [];
  });
}
function wouldBe({ action }, { changes, servers: counts }) {
  const moved = FATES.filter(([fate]) => counts[fate] > 0);
  return [
    `it would be ${DONE[action]}`,
    ...moved.map(([fate, word]) => `${servers(counts[fate])} ${word}`),
    ...action === "update" || action === "replace" ? changes.map(changeWords) : []
  ];
}
var DONE = {
  create: "created",
  update: "updated",
  replace: "updated",
  delete: "deleted",
  "no-op": "left as it is"
};
function listed(items) {
  const rest = items.length - MOST;
  const shown = rest > 0 ? [...items.slice(0, MOST), `and ${rest} more`] : items;
  return shown.join("; ");
}
function changeWords(change) {
  return `${change.path}: ${arrow(change)}`;
}
function arrow({ before, after }) {
  return `${said(clipped(before))} → ${said(clipped(after))}`;
}
function said(value) {
  if (value === null) return "none";
  return typeof value === "string" ? `"${value}"` : JSON.stringify(value);
}
function servers(number) {
  return number === 1 ? "1 server" : `${number} servers`;
}
function byPath(changes) {
  return new Map(changes.map((change) => [change.path, change]));
}
function short(fingerprint) {
  return fingerprint.slice(0, 19);
}

// src/core/heat/request.ts
function requestFor({ desired, step, observed, provenance, at = null }) {
  const base = step.kind === "shrink" && observed ? boundsOnly(desired, observed) : desired;
  const template = step.detour ? takeDetour(base.template, step.detour) : base.template;
  const content = {
    template: step.capacities.filter(({ file }) => file === null).reduce(withCapacity, template),
    files: step.capacities.reduce(withFileCapacity, base.files),
    environment: base.environment,
    timeoutMinutes: desired.timeoutMinutes
  };
  const sent = at === null ? {} : { sent: sentNote({ ...content, tags: desired.tags }, at) };
  return {
    name: desired.name,
    ...content,
    files: { ...observed === null ? {} : filesInUse(observed), ...content.files },
    tags: stackTags(desired, { ...provenance, ...sent, file: desired.source.file })
  };
}
function withCapacity(template, capacity) {
  return setAt(template, [...capacity.path, capacity.property], capacity.value);
}
function withFileCapacity(files, capacity) {
  const text = capacity.file === null ? void 0 : files[capacity.file];
  if (capacity.file === null || text === void 0) return files;
  const { document } = readHeatDocument(capacity.file, text, "nested template");
  return document ? { ...files, [capacity.file]: JSON.stringify(withCapacity(document.value, capacity)) } : files;
}
function setAt(value, path, leaf) {
  const [key, ...rest] = path;
  if (key === void 0) return value;
  return { ...value, [key]: rest.length === 0 ? leaf : setAt(object(value[key]), rest, leaf) };
}
function takeDetour(template, { without, ports }) {
  const [resources, properties] = [resourcesKey(template), propertiesKey(template)];
  const left = Object.entries(object(template[resources])).filter(([name]) => !without.includes(name));
  return Object.entries(ports).reduce(
    (moved, [name, port]) => setAt(moved, [resources, name, properties, "protocol_port"], port),
    { ...template, [resources]: Object.fromEntries(left) }
  );
}
function boundsOnly(desired, observed) {
  return {
    template: desired.groups.reduce(withBounds, observed.template),
    files: observed.files,
    environment: { ...observed.environment, parameters: withoutMasks(desired, observed) }
  };
}
function withBounds(template, group) {
  const type = groupType(group.type);
  const path = [resourcesKey(template), group.address, propertiesKey(template)];
  const live = object(object(template[resourcesKey(template)])[group.address]);
  const properties = object(live[propertiesKey(template)]);
  if (!type || !(type.min in properties) || group.min === null || group.max === null) return template;
  const kept = Object.entries(properties).filter(([key]) => key !== type.desired);
  return setAt(template, path, { ...Object.fromEntries(kept), [type.min]: group.min, [type.max]: group.max });
}
function withoutMasks(desired, observed) {
  const hidden = hiddenParameters(viewTemplate(observed.template).parameters);
  const shown = Object.entries(observed.environment.parameters).filter(([name]) => !hidden.has(name));
  const given = Object.entries(desired.environment.parameters).filter(([name]) => hidden.has(name));
  return Object.fromEntries([...shown, ...given]);
}

// src/core/plan/verify.ts
function verificationFindings(after, plan) {
  if (after.desired.presence === "absent") return stillThere(after.observed, plan);
  return [
    ...stillDiffers(after, plan),
    ...membersBehind(after, plan),
    ...offNetworks(after.observed, plan),
    ...sizeMoved(after.observed, plan)
  ];
}
function stillThere(observed, { source }) {
  if (observed.presence === "absent") return [];
  return [
    { rule: "still-there", severity: "error", source, message: `the stack "${observed.name}" still exists` }
  ];
}
function stillDiffers(after, { source }) {
  const again = planGroup(after);
  return again.changes.map(({ address, reason }) => ({
    rule: "still-differs",
    severity: "error",
    source,
    message: `${address} is still not as written: ${reason}`
  }));
}
function membersBehind({ desired, observed, definitions }, { source }) {
  if (desired.presence === "absent" || observed.presence === "absent") return [];
  const files = { before: observed.files, after: desired.files };
  return desired.groups.filter(({ rolls }) => rolls).flatMap((group) => {
    const wanted = handedDown(group, observed);
    if (isUnresolved(wanted)) return [];
    return Object.entries(own(definitions, group.address) ?? {}).filter(([, own2]) => {
      const effect = memberDifference(readDefinition(own2), wanted, files);
      return effect !== null && effect.kind !== "none";
    }).map(
      ([name]) => ({
        rule: "member-behind",
        severity: "error",
        source,
        message: `${group.address}: the member ${name} still has the old definition`
      })
    );
  });
}
function offNetworks(observed, { source, changes, findings }) {
  if (observed.presence === "absent" || !changes.some(({ address }) => address === "stack")) return [];
  const servers2 = observed.groups.flatMap(({ members }) => members.flatMap((member) => member.servers));
  const doubted = findings.some(({ rule }) => rule === "may-go-back-after-failure");
  if (!doubted && servers2.every(({ addresses }) => addresses.length === 0)) return [];
  return servers2.filter(({ status, taskState, addresses }) => {
    return status === "ACTIVE" && taskState === null && addresses.length === 0;
  }).map(({ name, id }) => ({
    rule: "off-networks",
    severity: "error",
    source,
    message: `the server ${name || id} is on no network: Heat brought it back from before the update that stopped, and took it for whole; mark it unhealthy, or let an update succeed that replaces the servers`
  }));
}
function sizeMoved(observed, plan) {
  if (observed.presence === "absent") return [];
  return plan.scalingGroups.flatMap(({ address, size }) => {
    const now = observed.groups.find((group) => group.address === address)?.members.length;
    if (now === void 0 || size.after === null || now === size.after) return [];
    const inside = now >= (size.min ?? 0) && now <= (size.max ?? now);
    return [
      {
        rule: "size-moved",
        severity: inside ? "info" : "warn",
        source: plan.source,
        message: `${address}: planned ${size.after}, now ${now}${inside ? ": an alarm may have scaled it meanwhile" : ""}`
      }
    ];
  });
}

// src/core/plan/describe-event.ts
function describeEvent(event) {
  const { address, resourceType, status, reason } = event;
  const match = /^([A-Z]+)_(IN_PROGRESS|COMPLETE|FAILED)$/.exec(status);
  if (!match) return `${address || "stack"}: ${status}`;
  const [, action = "", phase = ""] = match;
  const subject = address === "" ? "stack" : `${address}${short2(resourceType)}`;
  if (phase === "FAILED") return `${subject}: ${action.toLowerCase()} failed: ${reason}`;
  if (isBookkeeping(event, action)) return null;
  if (/requires replacement/.test(reason)) return `${subject}: a new one takes its place`;
  return `${subject}: ${action.toLowerCase()} ${phase === "COMPLETE" ? "done" : "begins"}`;
}
function isBookkeeping({ address, resourceType }, action) {
  if (address === "") return false;
  return resourceType === "OS::Heat::Stack" || isFile(resourceType) && action === "UPDATE";
}
function isFile(type) {
  return type !== "" && !type.includes("::");
}
function short2(type) {
  if (type === "") return "";
  return isFile(type) ? " (nested stack)" : ` (${type.split("::").slice(1).join(" ")})`;
}

// src/commands/settle.ts
var POLL_MILLISECONDS = 2e3;
var GRACE_MINUTES = 5;
async function startWatching(watch, ref) {
  const known = ref ? await watch.reader.events(ref, null) : [];
  return { before: ref ? await watch.reader.pulse(ref) : null, known };
}
async function waitUntilSettled(watch, wait) {
  const { reader, clock } = watch;
  const { before, known } = wait.watched;
  const deadline = clock.now().getTime() + (wait.minutes + GRACE_MINUTES) * 6e4;
  const tell = eventTeller(watch, wait.ref, known);
  for (let polls = 0; clock.now().getTime() < deadline; polls += 1) {
    await clock.sleep(POLL_MILLISECONDS);
    const pulse = await reader.pulse(wait.ref);
    if (pulse === null)
      return wait.gone ? { failure: null } : { failure: `the stack "${wait.ref.name}" is gone` };
    await tell();
    if (isSettled(pulse, before, polls)) return { failure: settledFailure(pulse, wait.gone) };
  }
  return {
    failure: `the stack "${wait.ref.name}" is still not settled after ${wait.minutes + GRACE_MINUTES} minutes`
  };
}
async function waitForOthers(watch, ref, minutes) {
  const deadline = watch.clock.now().getTime() + minutes * 6e4;
  for (let told = false; ; told = true) {
    const pulse = await watch.reader.pulse(ref);
    const busy = pulse && whoIsAtWork(pulse);
    if (!busy) return null;
    if (watch.clock.now().getTime() >= deadline) {
      return `waited ${minutes} minutes, but ${busy} on the stack "${ref.name}"; apply again when it has ended`;
    }
    if (!told) watch.log.info(`${ref.name}: waiting: ${busy}`);
    await watch.clock.sleep(POLL_MILLISECONDS);
  }
}
function eventTeller({ reader, log }, ref, known) {
  const seen = new Set(known.map(({ id }) => id));
  let last = known.at(-1)?.id ?? null;
  return async () => {
    const events = await reader.events(ref, last);
    for (const event of events.filter(({ id }) => !seen.has(id))) {
      seen.add(event.id);
      const words = describeEvent(event);
      if (words !== null) log.info(`${ref.name}: ${words}`);
    }
    last = events.at(-1)?.id ?? last;
  };
}

// src/commands/execute.ts
async function executeGroup(parts, work) {
  const { group } = work;
  const end = (status, rest) => ({
    name: group.name,
    stackId: group.stack.id,
    status,
    plan: group,
    steps: [],
    message: "",
    findings: [],
    ...rest
  });
  let reached = {};
  try {
    const fresh = await lookAgain(parts, work);
    if (fresh.status !== "same") return end(fresh.status, { message: fresh.message });
    const now = { ...work, pair: fresh.pair, group: fresh.group };
    const done = await carryOut(parts, now);
    reached = { plan: fresh.group, stackId: done.stackId, steps: done.steps };
    if (done.failure !== null) {
      return end("failed", {
        ...reached,
        message: done.lasting ? done.failure : howToGoOn(group, done.failure)
      });
    }
    await untilAlone(parts, group, done.sentAt);
    const findings = await verify(parts, now);
    const wrong = findings.some(({ severity }) => severity === "error");
    return end(wrong ? "failed" : "done", {
      ...reached,
      findings,
      message: wrong ? howToGoOn(group, "Heat says it is done, but not every server is as planned") : ""
    });
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return end("failed", { ...reached, message: howToGoOn(group, errorLine(error)) });
  }
}
async function lookAgain({ cloud, clock, log }, { pair, group, ignoring, options }) {
  const { observed } = pair;
  if (observed.presence === "present") {
    const busy = await waitForOthers({ reader: cloud.reader, clock, log }, observed, options.waitMinutes);
    if (busy !== null) return { status: "not-started", message: busy };
  }
  const now = await observeAgain(cloud.reader, { pair, ignoring }, "unfinished");
  if (now === null) return { status: "not-started", message: `the stack "${group.name}" could not be read` };
  const replanned = planGroup(now);
  if (replanned.action === "no-op") return { status: "nothing-to-do", message: "" };
  const forbidden = replanned.findings.find(({ severity }) => severity === "error");
  if (forbidden !== void 0) return refusedNow(forbidden.message);
  const same = { status: "same", pair: now, group: replanned };
  if (replanned.fingerprint === group.fingerprint) return same;
  const difference = planDifference(group, replanned);
  return difference === null ? same : refusedNow(`${difference}; plan again`);
}
function refusedNow(why) {
  return { status: "refused", message: `the cloud changed while this ran: ${why}` };
}
async function untilAlone({ clock }, { steps }, sentAt) {
  if (sentAt === null || steps.at(-1)?.kind === "create") return;
  const left = sentAt.getTime() + NOTE_ALONE_AFTER_MS - clock.now().getTime();
  for (let slept = 0; slept < left; slept += 1e3) await clock.sleep(1e3);
}
async function observeAgain(reader, { pair, ignoring }, wanted) {
  const [now] = await observe(reader, [pair.left?.declared ?? pair.desired], wanted);
  if (now === void 0) return null;
  if (pair.left === void 0) return now;
  const [left] = await leaveAlone(reader, [now], ignoring);
  return left ?? null;
}
async function carryOut(parts, work) {
  const { observed } = work.pair;
  let ref = observed.presence === "present" ? { name: observed.name, id: observed.id } : null;
  const steps = [];
  let sentAt = null;
  for (const step of work.group.steps) {
    parts.log.info(`${work.group.name}: ${step.kind}: ${step.why}`);
    const ended = await tryStep(parts, work, { step, ref, observed });
    ({ ref, sentAt } = ended);
    steps.push({
      kind: step.kind,
      status: ended.failure === null ? "done" : "failed",
      message: ended.failure ?? ""
    });
    if (ended.failure !== null) {
      return { stackId: ref?.id ?? null, steps, failure: ended.failure, lasting: ended.lasting, sentAt };
    }
  }
  return { stackId: ref?.id ?? null, steps, failure: null, lasting: false, sentAt };
}
var LASTING = /* @__PURE__ */ new Set([
  "trust-refused",
  "forbidden",
  "invalid",
  "unauthorized"
]);
async function tryStep(parts, work, input) {
  try {
    return { ...await doStep(parts, work, input), lasting: false };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return { ref: input.ref, failure: errorLine(error), lasting: LASTING.has(error.code), sentAt: null };
  }
}
async function doStep(parts, { pair: { desired }, group, noted, options }, { step, ref, observed }) {
  const { reader, writer } = parts.cloud;
  const watch = { reader, clock: parts.clock, log: parts.log };
  const watched = await startWatching(watch, ref);
  if (desired.presence === "absent") {
    if (!ref) return { ref, failure: null, sentAt: null };
    await writer.delete(ref);
    return {
      ref,
      sentAt: null,
      ...await waitUntilSettled(watch, { ref, watched, gone: true, minutes: DEFAULT_MINUTES })
    };
  }
  const sentAt = parts.clock.now();
  const request = requestFor({
    desired,
    step,
    observed: observed.presence === "present" ? observed : null,
    provenance: { repository: options.repository, commit: options.commit },
    at: noted ? sentAt : null
  });
  const minutes = desired.timeoutMinutes ?? DEFAULT_MINUTES;
  if (step.kind === "create" || !ref) {
    const made = await writer.create(request);
    const settled = await waitUntilSettled(watch, { ref: made, watched, gone: false, minutes });
    return { ref: made, sentAt, ...settled };
  }
  if (!watched.before) return { ref, failure: `the stack "${group.name}" is gone`, sentAt: null };
  await writer.update(ref, request);
  return { ref, sentAt, ...await waitUntilSettled(watch, { ref, watched, gone: false, minutes }) };
}
var DEFAULT_MINUTES = 60;
async function verify({ cloud }, work) {
  const after = await observeAgain(cloud.reader, work, "all");
  return after === null ? [] : verificationFindings(after, work.group);
}
function howToGoOn(group, reason) {
  const advice = adviceOnLasting(reason);
  if (advice !== null) return `${reason}; ${advice}`;
  return `${reason}; apply the same commit again to go on: it continues where this stopped${group.action === "create" ? ", nothing is made twice" : ""}`;
}

export {
  approvalDifference,
  withBounds,
  verificationFindings,
  startWatching,
  waitUntilSettled,
  waitForOthers,
  executeGroup
};
