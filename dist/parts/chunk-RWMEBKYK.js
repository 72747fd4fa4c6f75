import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  inTurns
} from "./chunk-M2KSBIVX.js";
import {
  alignGenerations,
  bothSides,
  compareStacks,
  compileGroup,
  handedDown,
  makePlan,
  memberOf,
  needsDefinitions,
  nestedFields,
  redacted,
  stem,
  typeOf,
  withoutUrlSecrets
} from "./chunk-5M2OS46A.js";
import {
  mostAtOnce
} from "./chunk-2UHDICIL.js";
import {
  FREE,
  add,
  checkReferences,
  isNothing,
  missingPrices,
  multiply,
  only,
  priceOf,
  referencedTypes,
  stackParts,
  withRatings
} from "./chunk-6QRIG4YD.js";
import {
  NO_FACTS,
  factsNeeded
} from "./chunk-KDWKVUYD.js";
import {
  addressOf,
  templateHealth
} from "./chunk-4TACJFKI.js";
import {
  ignoredBy,
  isExpired
} from "./chunk-LZRHZAJ7.js";
import {
  QUOTA_NAMES
} from "./chunk-VZ2NMEIK.js";
import {
  describeGroups,
  dialectOf,
  effectiveParameters,
  groupProperties,
  groupType,
  hiddenParameters,
  isIntrinsic,
  isSwitchedOff,
  isUnresolved,
  memberServers,
  nestedFile,
  nestedStack,
  object,
  propertiesKey,
  referencedResources,
  resolve,
  resourcesKey,
  scopeOf,
  viewResource,
  viewTemplate,
  widestBounds
} from "./chunk-SMCQXR7L.js";
import {
  digest,
  sameValue
} from "./chunk-GCC67ZSS.js";
import {
  positionOf,
  readHeatDocument
} from "./chunk-4RXYHALH.js";
import {
  isJsonObject,
  own
} from "./chunk-CEEK6GEM.js";
import {
  freezeFindings
} from "./chunk-RC7L2NCV.js";
import {
  MONTH_HOURS,
  frozenAt,
  frozenLookup,
  isProtected,
  labelTags,
  matches,
  money,
  rounded,
  sentOf,
  withoutProvenance
} from "./chunk-WTYPQLUP.js";
import {
  code,
  count,
  grouped,
  line,
  strong
} from "./chunk-Q3CFLGCV.js";
import {
  list,
  quote
} from "./chunk-4IMYD34Z.js";
import {
  CloudError,
  ForgeError
} from "./chunk-MXUBWZWX.js";

// src/core/approval/record.ts
function approvalRecord(plan) {
  return { version: 1, fingerprint: plan.fingerprint, groups: plan.groups.flatMap(approvedGroup) };
}
function approvedGroup(group) {
  const { name, fingerprint, action } = group;
  return action === "no-op" ? [] : [{ name, fingerprint, action, details: detailsOf(group) }];
}
function detailsOf({ changes, servers }) {
  return { changes: changes.flatMap(changedPaths), servers };
}
function changedPaths(change) {
  return wholePaths(change).map((one) => ({
    ...one,
    before: clipped(one.before),
    after: clipped(one.after)
  }));
}
function wholePaths({ address, action, fields }) {
  if (fields.length === 0) return [{ path: address, before: null, after: action }];
  return fields.map(({ path, before, after }) => ({ path: `${address}.${path}`, before, after }));
}
var LONGEST = 120;
function clipped(value2) {
  const text = typeof value2 === "string" ? value2 : JSON.stringify(value2);
  return text.length <= LONGEST ? value2 : `${[...text.slice(0, LONGEST)].slice(0, -1).join("")}…`;
}

// src/commands/freeze-override.ts
async function freezeOverride({ freezeLabeller, clock, log }, options, { settings: { freeze } }) {
  const { freezeOverride: named2 = null } = options;
  if (named2 !== null) return named2;
  const now = clock.now().getTime();
  const isOn = freeze.windows.some((window) => frozenAt([window], now) !== null);
  if (!isOn || freeze.approvers.length === 0 || freezeLabeller === void 0) return null;
  try {
    return await freezeLabeller();
  } catch (error2) {
    if (!(error2 instanceof ForgeError)) throw error2;
    log.warn(`asking who overrides the freeze window: ${error2.message}; it counts as nobody`);
    return null;
  }
}

// src/core/capacity/bounds.ts
function boundsOf({ scheduled }, { min, max }) {
  return scheduled === null ? { min, max } : widestBounds({ size: scheduled.rule, scaling: scheduled.rule });
}

// src/core/capacity/take.ts
var NOTHING = takeBy(() => 0);
var UNKNOWN = takeBy(() => null);
function takeBy(amount) {
  return Object.fromEntries(QUOTA_NAMES.map((name) => [name, amount(name)]));
}
function takeOf(parts, flavors) {
  return sum(parts.map((part) => takeOfPart(part, flavors)));
}
function takeOfPart(part, flavors) {
  switch (part.kind) {
    case "server":
      return serverTake(part.flavor, flavors);
    case "port":
      return { ...NOTHING, ports: 1 };
    case "floatingIp":
      return { ...NOTHING, floatingIps: 1 };
    case "poolMember":
      return { ...NOTHING, poolMembers: 1 };
    case "volume":
      return { ...NOTHING, volumes: 1, volumeGiB: part.sizeGiB };
    case "loadBalancer":
      return NOTHING;
    case "opaque":
      return UNKNOWN;
  }
}
function serverTake(flavor, flavors) {
  const found = flavor === null ? null : only(flavors, flavor);
  return { ...NOTHING, instances: 1, cores: found?.vcpus ?? null, ramMiB: found?.ramMiB ?? null };
}
function sum(takes) {
  return takes.reduce(
    (total, one) => takeBy((name) => plus(total[name], one[name])),
    takeBy(() => 0)
  );
}
function times(take, number) {
  if (number === 0) return NOTHING;
  return takeBy((name) => {
    const one = take[name];
    if (one === 0) return 0;
    return one === null || number === null ? null : one * number;
  });
}
function plus(a, b) {
  return a === null || b === null ? null : a + b;
}

// src/core/capacity/live-members.ts
function liveMembers(groups, parts, flavors) {
  const takes = groups.flatMap(({ address, members }) => {
    const others = (parts.each.get(address) ?? []).filter(({ kind }) => kind !== "server");
    const servers = members.flatMap((member) => member.servers).filter(({ status }) => status !== "MISSING");
    return [
      times(takeOf(others, flavors), members.length),
      ...servers.map(({ flavor }) => serverTake(flavor, flavors))
    ];
  });
  return sum(takes);
}

// src/core/capacity/surge.ts
function exchangedAtOnce({ environment }, group, { max, observed }) {
  const { address, type, rolling, member, healing } = group;
  const { members, failed } = liveSize(observed, address);
  const size = max === null ? null : Math.max(max, members);
  const mapped = Object.hasOwn(environment.resource_registry, String(member["type"] ?? ""));
  const allAtOnce = mapped || address.includes("/") || type.startsWith("AWS::");
  return size === null || allAtOnce ? size : Math.min(Math.max(rolling.maxBatch + failed, healing), size);
}
function liveSize(observed, at) {
  const found = observed.presence === "present" ? observed.groups.find(({ address }) => address === at) : void 0;
  const members = found?.members ?? [];
  return {
    members: members.length,
    failed: members.filter(({ state }) => state.status === "FAILED").length
  };
}
function failedAsBefore(sides2) {
  const { before, after, flavors } = sides2;
  const takes = keptGroups(sides2).flatMap(({ group }) => {
    const [old, next] = [eachOf(before, group, flavors), eachOf(after, group, flavors)];
    const failed = group.members.filter(({ state }) => state.status === "FAILED");
    return failed.map((member) => more(larger(old, memberTake(member, group, sides2)), next));
  });
  return sum(takes);
}
function lingering(sides2) {
  const { desired, before, after, flavors } = sides2;
  const takes = keptGroups(sides2).flatMap(({ group, wanted }) => {
    const next = eachOf(after, group, flavors);
    const { max } = boundsOf(desired, wanted);
    const above = max === null ? null : Math.max(0, group.members.length - max);
    const larger2 = group.members.map((member) => more(memberTake(member, group, sides2), next));
    return [...larger2, times(next, above)];
  });
  const goes = goingNames(sides2);
  const stays = [...before.besideBy].flatMap(([name, held]) => goes.has(name) ? [] : held);
  return sum([...takes, more(takeOf(stays, flavors), takeOf(after.beside, flavors))]);
}
function leaving(sides2) {
  const { observed, before, flavors } = sides2;
  const kept = new Set(keptGroups(sides2).map(({ group }) => group));
  const goes = goingNames(sides2);
  const beside = [...before.besideBy].flatMap(([name, held]) => goes.has(name) ? held : []);
  const groups = observed.groups.filter((group) => !kept.has(group));
  return sum([liveMembers(groups, before, flavors), takeOf(beside, flavors)]);
}
function keptGroups(sides2) {
  const { observed, desired } = sides2;
  const goes = goingNames(sides2);
  return observed.groups.flatMap((group) => {
    const wanted = desired.groups.find(({ address }) => address === group.address);
    return wanted === void 0 || goes.has(group.address) ? [] : [{ group, wanted }];
  });
}
function goingNames({ changes }) {
  const going = changes.filter(({ action }) => action === "replace" || action === "delete");
  return new Set(going.map(({ address }) => address.replace(/^resources\./i, "")));
}
function eachOf({ each }, { address }, flavors) {
  return takeOf(each.get(address) ?? [], flavors);
}
function memberTake(member, group, { before, flavors }) {
  return liveMembers([{ ...group, members: [member] }], before, flavors);
}
function more(one, than) {
  return takeBy((name) => {
    const [a, b] = [one[name], than[name]];
    return a === null || b === null ? null : Math.max(0, a - b);
  });
}
function larger(one, other) {
  return takeBy((name) => {
    const [a, b] = [one[name], other[name]];
    return a === null || b === null ? null : Math.max(a, b);
  });
}

// src/core/capacity/claim.ts
function claimOf({ desired, observed }, { changes }, flavors) {
  const { parts, ...before } = observed.presence === "present" ? liveClaim(observed, flavors) : NO_CLAIM;
  const { name } = desired;
  if (desired.presence === "absent") return { name, ...before, ...NO_CLAIM_AFTER, surge: before.now };
  const partsAfter = stackParts(desired, desired.groups);
  const after = desiredClaim(desired, observed, { parts: partsAfter, flavors });
  if (observed.presence === "absent" || parts === null) return { name, ...before, ...after };
  const both = { observed, desired, changes, before: parts, after: partsAfter, flavors };
  const surge = sum([after.surge, failedAsBefore(both), leaving(both), lingering(both)]);
  return { name, ...before, ...after, surge };
}
var NO_CLAIM = { now: NOTHING, mostBefore: NOTHING, apartBefore: 0, parts: null };
var NO_CLAIM_AFTER = { least: NOTHING, most: NOTHING, surge: NOTHING, single: null, apart: null };
function liveClaim(observed, flavors) {
  const groups = describeGroups({ ...observed, initial: [] });
  const parts = stackParts(observed, groups);
  const beside = takeOf(parts.beside, flavors);
  const largest = groups.map(({ address, max }) => times(eachOf2(parts, address, flavors), max));
  const together = apart(
    groups.map((group) => ({ group, max: group.max, surge: 0 })),
    parts
  );
  return {
    parts,
    now: sum([beside, liveMembers(observed.groups, parts, flavors)]),
    mostBefore: sum([beside, ...largest]),
    apartBefore: together === null ? 0 : together.most
  };
}
function desiredClaim(desired, observed, { parts, flavors }) {
  const beside = takeOf(parts.beside, flavors);
  const sized = desired.groups.map((group) => {
    const { min, max } = boundsOf(desired, group);
    const each = eachOf2(parts, group.address, flavors);
    const surge2 = exchangedAtOnce(desired, group, { max, observed });
    return { group, each, min, max, surge: surge2 };
  });
  const total = (size) => sum([beside, ...sized.map((one) => times(one.each, size(one)))]);
  const [first, second] = sized;
  const surge = sum(sized.map((one) => times(one.each, one.surge)));
  return {
    least: total(({ min }) => min),
    most: total(({ max }) => max),
    // a floating IP moves from the old server to its successor (core/heat/group/member-template.ts)
    surge: desired.kind === "AutoScalingGroup" ? { ...surge, floatingIps: 0 } : surge,
    single: first && !second ? { each: first.each, beside, max: first.max } : null,
    apart: apart(sized, parts)
  };
}
function eachOf2(parts, address, flavors) {
  return takeOf(parts.each.get(address) ?? [], flavors);
}
function apart(sized, { each }) {
  const inside2 = sized.flatMap((one) => {
    const servers = (each.get(one.group.address) ?? []).filter(isKeptApart).length;
    return servers === 0 ? [] : [{ ...one, servers }];
  });
  if (inside2.length === 0) return null;
  const total = (size) => inside2.reduce((sofar, one) => {
    const members = size(one);
    return sofar === null || members === null ? null : sofar + members * one.servers;
  }, 0);
  return { most: total(({ max }) => max), surge: total(({ surge }) => surge) };
}
function isKeptApart(part) {
  return part.kind === "server" && part.inServerGroup;
}

// src/core/capacity/head-room.ts
var TIGHT = 0.8;
function headRoom(claims, quotas) {
  const total = (of) => sum(claims.map(of));
  const [now, most, surge] = [
    total((claim) => claim.now),
    total((claim) => claim.most),
    total((claim) => claim.surge)
  ];
  const rows = QUOTA_NAMES.flatMap((name) => {
    if (most[name] === 0 && surge[name] === 0) return [];
    const taken = { now: now[name], most: most[name], surge: surge[name] };
    return [rowOf({ name, of: null }, quotas.of[name], taken)];
  });
  return [...rows, ...claims.flatMap((claim) => apartRow(claim, quotas.serverGroupMembers))];
}
function othersOf(name, claims, quota) {
  const now = sum(claims.map((claim) => claim.now))[name];
  if (quota.kind === "unknown" || quota.used === null || now === null) return null;
  return Math.max(0, quota.used - now);
}
function apartRow({ name: of, apart: apart2 }, quota) {
  if (apart2 === null) return [];
  return [rowOf({ name: "serverGroupMembers", of }, quota, { now: 0, ...apart2 })];
}
function rowOf(label, quota, { now, most, surge }) {
  if (quota.kind === "unknown") return { state: "unknown", ...label, why: quota.why };
  const { limit, used } = quota;
  if (limit === null) return { state: "unlimited", ...label };
  if (now === null || most === null || surge === null || used === null)
    return { state: "unknown", ...label, why: "what the groups take of it only Heat can tell" };
  const others = Math.max(0, used - now);
  return { state: stateOf(others + most, surge, limit), ...label, limit, others, most, surge };
}
function stateOf(most, surge, limit) {
  if (most > limit) return "exceeded";
  return most + surge > limit * TIGHT ? "tight" : "roomy";
}

// src/core/capacity/host-room.ts
function hostQuestions(pairs, flavors) {
  const all = pairs.flatMap((pair) => needsOf(pair, flavors).map(({ question }) => question));
  const byKey = new Map(all.map((question) => [keyOf(question), question]));
  return [...byKey.entries()].sort(([a], [b]) => a < b ? -1 : 1).map(([, question]) => question);
}
function keyOf({ flavor, diskGiB }) {
  return JSON.stringify([flavor, diskGiB]);
}
function needsOf({ desired, observed }, flavors) {
  if (desired.presence === "absent") return [];
  const { each } = stackParts(desired, desired.groups);
  return desired.groups.flatMap((group) => {
    const servers = (each.get(group.address) ?? []).flatMap((part) => serverOf(part, flavors));
    const distinct = new Map(servers.map((question) => [keyOf(question), question]));
    return [...distinct.values()].map((question) => {
      const perMember = servers.filter((one) => keyOf(one) === keyOf(question)).length;
      return { question, more: stillToCome(group, perMember, { desired, observed, question }) };
    });
  });
}
function serverOf(part, flavors) {
  if (part.kind !== "server" || part.flavor === null) return [];
  const found = only(flavors, part.flavor);
  if (found === null) return [];
  const { name, vcpus, ramMiB, diskGiB } = found;
  return [{ flavor: name, vcpus, ramMiB, diskGiB: part.onVolume ? 0 : diskGiB }];
}
function stillToCome(group, perMember, {
  desired,
  observed,
  question
}) {
  const { max } = boundsOf(desired, group);
  const there = serversIn(observed, group.address).filter(
    ({ flavor, status }) => flavor === question.flavor && status !== "MISSING"
  );
  return max === null ? 0 : Math.max(0, max * perMember - there.length);
}
function serversIn(observed, at) {
  if (observed.presence === "absent") return [];
  const found = observed.groups.find(({ address }) => address === at);
  return (found?.members ?? []).flatMap(({ servers }) => servers);
}
function hostFindings({ group, pair, at }, rooms, flavors) {
  if (group.action === "no-op" || group.action === "delete" || group.byClock) return [];
  const needs = needsOf(pair, flavors);
  return rooms.flatMap((room) => {
    if (room.kind === "unknown" || room.orMore) return [];
    const same = needs.filter(({ question }) => keyOf(question) === keyOf(room));
    const more2 = same.reduce((sum3, need) => sum3 + need.more, 0);
    if (more2 <= room.servers) return [];
    const message = `the hosts have room for about ${room.servers} more ${room.servers === 1 ? "server" : "servers"} of flavor ${quote(room.flavor)}, and until its largest size ${more2} more may come; beyond that no alarm brings a server, so ask the cloud's operator for hosts, or take a smaller flavor`;
    return [{ rule: "hosts-full", severity: "warn", message, source: at }];
  });
}

// src/core/capacity/quota-words.ts
var QUOTA_WORDS = {
  instances: { one: "server", many: "servers" },
  cores: { one: "vCPU", many: "vCPUs" },
  ramMiB: { one: "memory", many: "memory" },
  ports: { one: "port", many: "ports" },
  floatingIps: { one: "floating IP", many: "floating IPs" },
  poolMembers: { one: "load balancer member", many: "load balancer members" },
  volumes: { one: "volume", many: "volumes" },
  volumeGiB: { one: "volume storage", many: "volume storage" },
  serverGroupMembers: { one: "server in a server group", many: "servers in a server group" }
};
function amountWords(name, amount) {
  if (name === "ramMiB") return `${memoryWords(amount)} of memory`;
  if (name === "volumeGiB") return `${grouped(amount)} GiB of volumes`;
  const { one, many } = QUOTA_WORDS[name];
  return `${grouped(amount)} ${amount === 1 ? one : many}`;
}
function memoryWords(mebibytes) {
  if (mebibytes < 1024) return `${grouped(mebibytes)} MiB`;
  const tenths = Math.round(mebibytes / 1024 * 10);
  const rest = tenths % 10 === 0 ? "" : `.${tenths % 10}`;
  return `${grouped(Math.floor(tenths / 10))}${rest} GiB`;
}
function cellWords(name, amount) {
  return name === "ramMiB" ? memoryWords(amount) : name === "volumeGiB" ? `${grouped(amount)} GiB` : grouped(amount);
}

// src/core/capacity/quota-findings.ts
function quotaFindings(judged, claims, quotas) {
  const { group, at } = judged;
  if (group.action === "no-op" || group.action === "delete" || group.byClock) return [];
  const found = [
    ...QUOTA_NAMES.flatMap((name) => ofQuota(name, judged, claims, quotas)),
    ...ofServerGroup(judged, quotas)
  ];
  return found.map((one) => ({ ...one, source: at }));
}
function ofQuota(name, { claim }, claims, quotas) {
  const quota = quotas.of[name];
  const most = claim.most[name];
  const others = othersOf(name, claims, quota);
  if (quota.kind === "unknown" || quota.limit === null || others === null || most === null || most === 0)
    return [];
  const rest = claims.filter((other) => other !== claim);
  const theirLeast = sum(rest.map(({ least }) => least))[name] ?? 0;
  const amounts = { name, limit: quota.limit, others, theirLeast, most };
  if (others + theirLeast + most > quota.limit) return [neverReached(amounts, claim)];
  const together = plus(sum(claims.map((one) => one.most))[name], others);
  if (together === null) return [];
  if (together > quota.limit) return grows(claim, name) ? [notTogether(amounts, together)] : [];
  const surge = claim.surge[name] ?? 0;
  return together + surge > quota.limit ? [noExchange(amounts, together, surge)] : [];
}
function exceeded(before, most, message) {
  const lowered = before !== null && most < before;
  return { rule: "quota-exceeded", severity: lowered ? "warn" : "error", message };
}
function neverReached({ name, limit, others, theirLeast, most }, claim) {
  const used = [
    others > 0 ? `${amountWords(name, others)} are used outside of these groups` : "",
    theirLeast > 0 ? `the other groups always hold ${amountWords(name, theirLeast)}` : ""
  ].filter((part) => part !== "");
  const message = `${sizeWords(claim)} can never be reached: at most it takes ${amountWords(name, most)}, the project's quota is ${amountWords(name, limit)}${used.length === 0 ? "" : `, of which ${used.join(" and ")}`}${enoughFor(name, limit - others - theirLeast, claim)}; make the largest size smaller, or ask the cloud's operator for a larger quota of ${QUOTA_WORDS[name].many}`;
  return exceeded(claim.mostBefore[name], most, message);
}
function sizeWords({ single }) {
  return single?.max == null ? "the largest size" : `${single.max} servers at most`;
}
function enoughFor(name, room, { single }) {
  const each = single?.each[name] ?? null;
  const beside = single?.beside[name] ?? null;
  if (each === null || each === 0 || beside === null) return "";
  return `: enough for ${Math.max(0, Math.floor((room - beside) / each))} servers`;
}
function grows({ most, mostBefore }, name) {
  const [after, before] = [most[name], mostBefore[name]];
  return after !== null && (before === null || after > before);
}
function notTogether({ name, limit }, together) {
  const message = `not all groups can be at their largest at the same time: together they and what else the project uses would take ${amountWords(name, together)}, its quota is ${amountWords(name, limit)}; whichever grows last stays small`;
  return { rule: "quota-shared", severity: "warn", message };
}
function noExchange({ name, limit }, together, surge) {
  const message = `with all groups at their largest no server could be exchanged: a rollout or a healing takes ${amountWords(name, surge)} more for a while, ${amountWords(name, together)} would be used, and the project's quota is ${amountWords(name, limit)}`;
  return { rule: "no-quota-for-rollout", severity: "warn", message };
}
function ofServerGroup({ claim: { apart: apart2, apartBefore } }, { serverGroupMembers: quota }) {
  if (apart2 === null || apart2.most === null || quota.kind === "unknown" || quota.limit === null) return [];
  const { limit } = quota;
  if (apart2.most > limit) {
    const message2 = `${apart2.most} servers at most can never be reached: a server group holds ${limit} servers here (quota server_group_members); make the largest size smaller, leave the server group out, or ask the cloud's operator for a larger quota`;
    return [exceeded(apartBefore, apart2.most, message2)];
  }
  const worst = plus(apart2.most, apart2.surge);
  if (worst === null || worst <= limit) return [];
  const message = `at ${apart2.most} servers none could be exchanged: a rollout or a healing needs ${apart2.surge} more for a while, and a server group holds ${limit} servers here (quota server_group_members)`;
  return [{ rule: "no-quota-for-rollout", severity: "warn", message }];
}

// src/core/cost/price-list.ts
function priceListOn(lists, now) {
  const day = now.toISOString().slice(0, 10);
  return lists.findLast(({ validFrom }) => validFrom <= day) ?? null;
}

// src/core/cost/budget-findings.ts
function budgetFindings(spec, group, cost) {
  if (spec.kind !== "AutoScalingGroup" || spec.budget === null) return [];
  if (group.action === "no-op" || group.action === "delete" || group.byClock) return [];
  const { monthly, severity } = spec.budget;
  const source = positionOf(spec, "/spec/budget/monthly");
  if (cost === null) {
    const message2 = `whether it keeps its budget of ${money(monthly)} a month nobody can tell: no price list is named as prices in .thermostat.yaml, or none is valid yet`;
    return [{ rule: "budget-unknown", severity: "warn", message: message2, source }];
  }
  const { currency, after, unknown } = cost;
  const most = rounded(after.max.atLeast * MONTH_HOURS);
  const least = after.max.exact ? "" : "at least ";
  if (most > monthly) {
    const message2 = `at its largest it costs ${least}${money(most)} ${currency} a month, the budget is ${money(monthly)}; make the largest size or the flavor smaller, or raise spec.budget.monthly`;
    return [{ rule: "over-budget", severity, message: message2, source }];
  }
  if (after.max.exact) return [];
  const message = `whether it keeps its budget of ${money(monthly)} ${currency} a month nobody can tell: there is no price for ${unknown.join(", ")}`;
  return [{ rule: "budget-unknown", severity: "warn", message, source }];
}

// src/core/cost/group-cost.ts
var NOTHING2 = { at: { min: FREE, now: FREE, max: FREE }, unknown: [] };
function groupCost({ desired, observed }, group, { prices, flavors }) {
  const price = (parts) => priceOf(parts, prices, flavors);
  const before = observed.presence === "present" ? liveSide(observed, price) : NOTHING2;
  const after = desired.presence === "present" ? desiredSide(desired, group, price) : NOTHING2;
  const tags = desired.presence === "present" ? desired.tags : observed.presence === "present" ? observed.tags : [];
  return {
    currency: prices.currency,
    before: before.at,
    after: after.at,
    unknown: [.../* @__PURE__ */ new Set([...before.unknown, ...after.unknown])].sort(),
    team: tags.find((tag) => tag.startsWith(TEAM))?.slice(TEAM.length) ?? null
  };
}
var TEAM = "team=";
function liveSide(observed, price) {
  const groups = describeGroups({ ...observed, initial: [] });
  const { each, beside } = stackParts(observed, groups);
  const running = observed.groups.flatMap(({ address, members }) => {
    const others = (each.get(address) ?? []).filter(({ kind }) => kind !== "server");
    const servers = members.flatMap((member) => member.servers).filter(({ status }) => status !== "MISSING");
    return [
      ...members.flatMap(() => others),
      ...servers.map(
        ({ flavor }) => ({ kind: "server", flavor, inServerGroup: false, onVolume: false })
      )
    ];
  });
  const sized = groups.map(({ address, min, max }) => ({ parts: each.get(address) ?? [], min, max }));
  const side = bounded(beside, sized, price);
  const now = price([...beside, ...running]);
  return { at: { ...side.at, now: now.amount }, unknown: [...side.unknown, ...now.unknown] };
}
function desiredSide(desired, { scalingGroups }, price) {
  const { each, beside } = stackParts(desired, desired.groups);
  const sized = desired.groups.map((group) => ({
    parts: each.get(group.address) ?? [],
    ...boundsOf(desired, group),
    after: scalingGroups.find(({ address }) => address === group.address)?.size.after ?? null
  }));
  const side = bounded(beside, sized, price);
  const now = add([
    price(beside).amount,
    ...sized.map(({ parts, after }) => multiply(price(parts).amount, after))
  ]);
  return { ...side, at: { ...side.at, now } };
}
function bounded(beside, sized, price) {
  const fixed = price(beside);
  const each = sized.map(({ parts, min: min2, max }) => ({ ...price(parts), min: min2, max }));
  const total = (size) => add([fixed.amount, ...each.map((one) => multiply(one.amount, size(one)))]);
  const min = total((one) => one.min);
  return {
    at: { min, now: min, max: total((one) => one.max) },
    unknown: [...fixed.unknown, ...each.flatMap(({ unknown }) => unknown)]
  };
}

// src/core/cost/with-costs.ts
function withCosts(plan, { specs, pairs, flavors }, prices) {
  const groups = plan.groups.map((group, index) => {
    const [spec, pair] = [specs[index], pairs[index]];
    if (!spec || !pair) return group;
    const cost = prices === null ? null : groupCost(pair, group, { prices, flavors });
    return { ...group, cost, findings: [...group.findings, ...budgetFindings(spec, group, cost)] };
  });
  return { ...plan, groups };
}

// src/core/guard/deletions.ts
function deletionFindings(groups, { maxDeletions }) {
  const going = groups.filter(({ action }) => action === "delete").map(({ name }) => name);
  if (going.length <= maxDeletions) return [];
  const shown = going.length > MANY ? [...going.slice(0, MANY), `${going.length - MANY} more`] : going;
  const stacks = going.length === 1 ? "1 stack" : `${going.length} stacks`;
  const message = `this run would delete ${stacks} (${list(shown)}), and limits.maxDeletions allows ${maxDeletions}: nothing of it is applied; delete in smaller steps, or raise the limit first`;
  return [{ rule: "too-many-deletions", severity: "error", message }];
}
var MANY = 5;

// src/core/guard/guard-plan.ts
function guardPlan(plan, { specs, pairs, now, judge }, guard) {
  const ofRun = deletionFindings(plan.groups, guard.rules.settings.limits);
  const frozenBy = frozenLookup(now);
  const groups = plan.groups.map((group, index) => {
    const [spec, pair] = [specs[index], pairs[index]];
    if (spec?.name !== group.name || !pair) throw new Error(`no spec for the plan of "${group.name}"`);
    const judged = { spec, pair, group, headRoom: plan.headRoom };
    const own2 = group.byClock ? [] : [...freezeFindings(judged, frozenBy, guard), ...judge(judged, now, guard.rules)];
    const all = group.action === "no-op" ? own2 : [...ofRun, ...own2];
    return all.length === 0 ? group : { ...group, findings: [...group.findings, ...all] };
  });
  return { ...plan, groups };
}

// src/core/plan/capacity.ts
function capacityOf({ desired, observed }, { scalingGroups }, flavors) {
  const before = observed.presence === "present" ? unitsOf(liveSide2(observed), flavors) : NONE;
  const after = desired.presence === "present" ? unitsOf(desired, flavors) : NONE;
  const total = (units, size) => sum2(scalingGroups.map((group) => times2(units.get(group.address) ?? null, size(group))));
  const capacity = {
    now: total(before, ({ size }) => size.current),
    after: total(after, ({ size }) => size.after),
    mostBefore: total(before, ({ size }) => largestBefore(size)),
    most: total(after, ({ size }) => isGone(size) ? 0 : size.max)
  };
  return Object.values(capacity).every((one) => one === null) ? null : capacity;
}
var NONE = /* @__PURE__ */ new Map();
var NOTHING3 = { vcpus: 0, ramMiB: 0 };
function liveSide2(observed) {
  return { groups: describeGroups({ ...observed, initial: [] }), files: observed.files };
}
function unitsOf({ groups, files }, flavors) {
  return new Map(groups.map(({ address, member }) => [address, unitOf(member, files, flavors)]));
}
function unitOf(member, files, flavors) {
  const servers = memberServers(member, files);
  if (servers.length === 0) return null;
  return sum2(
    servers.map(({ properties }) => {
      const named2 = properties["flavor"] ?? properties["InstanceType"];
      return typeof named2 === "string" ? only(flavors, named2) : null;
    })
  );
}
function largestBefore({ before, current }) {
  if (before !== null) return before.max;
  return current === 0 ? 0 : null;
}
function isGone({ min, max, after }) {
  return min === null && max === null && after === 0;
}
function times2(unit, number) {
  if (number === 0) return NOTHING3;
  if (unit === null || number === null) return null;
  return { vcpus: unit.vcpus * number, ramMiB: unit.ramMiB * number };
}
function sum2(amounts) {
  return amounts.reduce(
    (total, one) => total === null || one === null ? null : { vcpus: total.vcpus + one.vcpus, ramMiB: total.ramMiB + one.ramMiB },
    NOTHING3
  );
}

// src/core/plan/check-room.ts
function networksInQuestion(desired, catalogue) {
  const demands = desired.flatMap((one) => one.presence === "present" ? one.addresses : []);
  const ids = demands.flatMap(({ network }) => only(catalogue.network, network)?.id ?? []);
  return [...new Set(ids)].sort();
}
function checkRoom({ desired, observed }, catalogue, inUse) {
  if (desired.presence === "absent") return { problems: [], findings: [] };
  const own2 = new Set(serverAddresses(observed));
  const rooms = desired.addresses.flatMap((demand) => {
    const subnets = subnetsOf(demand, catalogue);
    const network = subnets[0]?.networkId;
    if (network === void 0) return [];
    return [{ demand, name: nameOf(demand, subnets), ...count2(subnets, inUse[network] ?? [], own2) }];
  });
  return {
    problems: rooms.flatMap((room) => {
      const message = neverReached2(room);
      return message === null ? [] : [{ ...room.demand.at, message }];
    }),
    findings: rooms.flatMap((room) => {
      const message = noExchange2(room);
      const rule = "no-addresses-for-rollout";
      return message === null ? [] : [{ rule, severity: "warn", message, source: room.demand.at }];
    })
  };
}
function neverReached2({ demand, name, free, held }) {
  const { servers, each } = demand;
  if (BigInt(servers * each) <= free + held) return null;
  const most = (free + held) / BigInt(each);
  return `${servers} servers at most can never be reached: ${stock(name, free, held)}, enough for ${most} servers${perServer(each)}; make size.max smaller, or the subnet larger`;
}
function noExchange2({ demand, name, free, held }) {
  const { servers, surge, each } = demand;
  const room = free + held;
  if (surge === 0 || BigInt(servers * each) > room || BigInt((servers + surge) * each) <= room) return null;
  return `at ${servers} servers there would be no addresses to exchange them: a rollout or a healing needs ${surge} more servers for a while, and ${stock(name, free, held)}${perServer(each)}`;
}
function stock(name, free, held) {
  const more2 = held === 0n ? "" : ` beside the ${held} that this group holds`;
  return `${free} addresses are free in ${name}${more2}`;
}
function perServer(each) {
  return each === 1 ? "" : ` with ${each} each`;
}
function subnetsOf({ network, subnet }, catalogue) {
  const net = only(catalogue.network, network);
  if (net === null) return [];
  const own2 = catalogue.subnet.filter(({ networkId }) => networkId === net.id);
  const chosen = subnet === null ? own2 : [only(own2, subnet)].filter((one) => one !== null);
  return chosen.filter(({ ipVersion }) => ipVersion === 4);
}
function nameOf({ network }, subnets) {
  const [one, ...more2] = subnets;
  return one && more2.length === 0 ? `the subnet "${one.name || one.id}"` : `the subnets of the network "${network}"`;
}
function count2(subnets, inUse, own2) {
  const ranges = subnets.flatMap(
    ({ pools }) => pools.map(({ start, end }) => ({ first: numberOf(start), last: numberOf(end) }))
  );
  const size = ranges.reduce((sum3, { first, last }) => sum3 + last - first + 1n, 0n);
  const used = [...new Set(inUse)].filter((text) => {
    const value2 = numberOf(text);
    return ranges.some(({ first, last }) => value2 >= first && value2 <= last);
  });
  return { free: size - BigInt(used.length), held: BigInt(used.filter((text) => own2.has(text)).length) };
}
function numberOf(text) {
  const read = addressOf(text);
  return read?.version === 4 ? read.value : -1n;
}
function serverAddresses(observed) {
  if (observed.presence === "absent") return [];
  return observed.groups.flatMap(
    ({ members }) => members.flatMap(({ servers }) => servers.flatMap(({ addresses }) => addresses))
  );
}

// src/core/plan/field-path.ts
function keysOf(path, values) {
  if (path === "") return [];
  const names = new Set(values.flatMap(namesIn));
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    if (path === name) return [name];
    if (!path.startsWith(`${name}.`)) continue;
    const below = keysOf(
      path.slice(name.length + 1),
      values.map((value2) => step(value2, name))
    );
    if (below !== null) return [name, ...below];
  }
  return null;
}
function valueAt(value2, keys) {
  return keys.reduce(step, value2);
}
function withValue(value2, keys, leaf) {
  const [key, ...rest] = keys;
  if (key === void 0) return leaf ?? null;
  const inner = rest.length === 0 ? leaf : withValue(step(value2, key), rest, leaf);
  if (Array.isArray(value2))
    return value2.map((item, at) => String(at) === key ? inner ?? null : item);
  const others = isJsonObject(value2) ? value2 : {};
  if (inner !== void 0) return { ...others, [key]: inner };
  return Object.fromEntries(Object.entries(others).filter(([name]) => name !== key));
}
function step(value2, key) {
  if (Array.isArray(value2)) return value2[Number(key)];
  return isJsonObject(value2) ? own(value2, key) : void 0;
}
function namesIn(value2) {
  if (Array.isArray(value2)) return value2.map((_, at) => String(at));
  return isJsonObject(value2) ? Object.keys(value2) : [];
}

// src/core/plan/nested-live-value.ts
import { createHash } from "node:crypto";
function withNestedValue(desired, observed, place) {
  const [live, wanted] = [nestedOf(place.before, place.resource), nestedOf(place.after, place.resource)];
  if (live === null || wanted === null) return { obstacle: "its file can’t be read" };
  const text = withLive(wanted.document, live.document, place.path.slice("nested.".length));
  if (typeof text === "string") return { obstacle: text };
  const file = renamed(wanted.file, text.text);
  const patched = { ...place.after.files, [file]: text.text };
  const files = { before: place.before.files, after: patched };
  const isLive = nestedFields(live.definition, { ...wanted.definition, type: file }, files).length === 0;
  const name = isLive ? live.file : file;
  const section = resourcesKey(desired.template);
  const body = object(object(desired.template[section])[place.resource]);
  const keys = groupType(typeOf(own(place.after.resources, place.resource) ?? {})) ? [propertiesKey(desired.template), "resource", "type"] : [dialectOf(desired.template) === "hot" ? "type" : "Type"];
  if (typeof valueAt(body, keys) !== "string") return { obstacle: "its file is named by a function" };
  const template = object(withValue(desired.template, [section, place.resource, ...keys], name));
  const added = isLive ? { [name]: observed.files[name] ?? "" } : { [file]: text.text };
  return { desired: { ...desired, template, files: { ...desired.files, ...added } } };
}
function nestedOf({ resources, files }, name) {
  const whole = own(resources, name) ?? {};
  const definition = groupType(typeOf(whole)) ? memberOf(whole, { resources, files }) : whole;
  const file = typeOf(definition);
  const text = own(files, file);
  const { document } = text === void 0 ? { document: null } : readHeatDocument(file, text, "nested template");
  return document === null ? null : { file, definition, document: document.value };
}
function withLive(wanted, live, path) {
  if (dialectOf(wanted) !== dialectOf(live)) return "the live file is written in the other language";
  const views = [viewedResources(live), viewedResources(wanted)];
  const aligned = byStem(alignGenerations(views[0], views[1]).old);
  const keys = keysOf(path, [aligned, byStem(views[1])]);
  const name = Object.keys(views[1]).find((one) => stem(one) === keys?.[0]);
  if (keys === null || name === void 0 || keys.length < 2) return "only one of the files has it";
  const [first = "", ...rest] = keys.slice(1);
  const place = [resourcesKey(wanted), name, first === "properties" ? propertiesKey(wanted) : first, ...rest];
  const next = object(withValue(wanted, place, valueAt(aligned, keys)));
  const obstacle = unknownName(valueAt(next, place.slice(0, 2)) ?? null, next);
  return obstacle ?? { text: `${JSON.stringify(next, null, 2)}
` };
}
function viewedResources(document) {
  return Object.fromEntries(
    Object.entries(viewTemplate(document).resources).map(([name, { type, properties, attributes }]) => [
      name,
      { type, properties, ...attributes }
    ])
  );
}
function byStem(resources) {
  return Object.fromEntries(Object.entries(resources).map(([name, body]) => [stem(name), body]));
}
function unknownName(body, document) {
  const { resources, parameters } = viewTemplate(document);
  const known = (name) => Object.hasOwn(resources, name) || Object.hasOwn(parameters, name) || /^(OS|AWS)::/.test(name);
  const unknown = [...referencedResources(body), ...parametersIn(body)].find((name) => !known(name));
  return unknown === void 0 ? null : `its value refers to "${unknown}", which the repository's file does not have`;
}
function parametersIn(value2) {
  if (Array.isArray(value2)) return value2.flatMap((item) => parametersIn(item));
  if (!isJsonObject(value2)) return [];
  const name = value2["get_param"];
  return [...typeof name === "string" ? [name] : [], ...Object.values(value2).flatMap(parametersIn)];
}
function renamed(file, text) {
  const mark = createHash("sha256").update(text).digest("hex").slice(0, 8);
  const dot = file.lastIndexOf(".");
  const base = (dot > file.lastIndexOf("/") ? file.slice(0, dot) : file).replace(
    /(-[0-9a-f]{8})-[0-9a-f]{8}$/,
    "$1"
  );
  return `${base}-${mark}${dot > file.lastIndexOf("/") ? file.slice(dot) : ""}`;
}

// src/core/plan/live-value.ts
function withLiveValue(desired, observed, sides2, place) {
  const resource = /^resources\.(.+)$/s.exec(place.address)?.[1];
  if (resource === void 0) return aroundResources(desired, observed, place);
  if (place.path === "") return wholeResource(desired, observed, sides2, resource);
  if (place.path.startsWith("nested."))
    return withNestedValue(desired, observed, { ...sides2, resource, path: place.path });
  return inResource(desired, sides2, resource, place.path);
}
var MASK = "******";
function aroundResources(desired, observed, place) {
  const { address, path } = place;
  if (address === "tags") return { desired: { ...desired, tags: withoutProvenance(observed.tags) } };
  if (address === "metadata") return { desired: { ...desired, protect: isProtected(observed.tags) } };
  if (address === "files") return fileText(desired, observed, path);
  if (address === "environment") {
    const { parameters, ...live } = observed.environment;
    const next = withLiveAt({ ...desired.environment }, { ...live, parameters }, path);
    return typeof next === "string" ? { obstacle: next } : { desired: { ...desired, environment: environmentOf(next) } };
  }
  return inSection(desired, observed, place);
}
function inSection(desired, observed, { address, path }) {
  const given = address === "parameters" ? observed.environment.parameters : {};
  const parameters = withLiveAt(desired.environment.parameters, given, path);
  const section = withLiveAt(desired.template[address] ?? null, observed.template[address] ?? null, path);
  if (typeof parameters === "string" && typeof section === "string") return { obstacle: section };
  const template = typeof section === "string" ? desired.template : withKey(desired.template, address, section.value);
  const environment = address !== "parameters" || typeof parameters === "string" ? desired.environment : { ...desired.environment, parameters: object(parameters.value) };
  return { desired: { ...desired, template, environment } };
}
function environmentOf({ value: value2 }) {
  const all = object(value2);
  return {
    parameters: object(all["parameters"]),
    parameter_defaults: object(all["parameter_defaults"]),
    resource_registry: object(all["resource_registry"])
  };
}
function withKey(template, key, value2) {
  return object(withValue(template, [key], value2 ?? void 0));
}
function withLiveAt(desired, live, path) {
  const keys = keysOf(path, [live, desired]);
  if (keys === null) return "it is in neither template";
  const value2 = valueAt(live, keys);
  if (holdsMask(value2)) return "Heat shows its value as ******";
  return { value: withValue(desired, keys, value2) };
}
function holdsMask(value2) {
  return value2 !== void 0 && JSON.stringify(value2).includes(MASK);
}
function fileText(desired, observed, name) {
  const text = own(observed.files, name);
  if (text === void 0) return { obstacle: "the stack has no such file" };
  return { desired: { ...desired, files: { ...desired.files, [name]: text } } };
}
function inResource(desired, sides2, name, path) {
  const [live, wanted] = [own(sides2.before.resources, name), own(sides2.after.resources, name)];
  const keys = keysOf(path, [live, wanted]);
  if (live === void 0 || wanted === void 0 || keys === null)
    return { obstacle: "no definition names it" };
  const value2 = valueAt(live, keys);
  if (holdsMask(value2)) return { obstacle: "Heat shows its value as ******" };
  const section = resourcesKey(desired.template);
  const body = own(object(desired.template[section]), name) ?? null;
  const patched = asWritten(withValue(wanted, keys, value2), desired.template);
  const next = graft(body, patched, written(keys, desired.template));
  const obstacle = unknownReference(next, desired);
  if (obstacle !== null) return { obstacle };
  return { desired: { ...desired, template: object(withValue(desired.template, [section, name], next)) } };
}
function graft(raw, patched, keys) {
  for (let depth = 0; depth < keys.length; depth += 1) {
    const above = keys.slice(0, depth);
    const [was, becomes] = [valueAt(raw, above), valueAt(patched, above)];
    const isFunction = isJsonObject(was) && isIntrinsic(was);
    const isOther = Array.isArray(was) && (!Array.isArray(becomes) || was.length !== becomes.length);
    if (isFunction || isOther) return withValue(raw, above, becomes);
  }
  return withValue(raw, keys, valueAt(patched, keys));
}
function unknownReference(value2, { template }) {
  const known = object(template[resourcesKey(template)]);
  const unknown = [...referencedResources(value2)].find((name) => !Object.hasOwn(known, name));
  return unknown === void 0 ? null : `its value refers to "${unknown}", which the repository's template does not have`;
}
function wholeResource(desired, observed, sides2, name) {
  const section = resourcesKey(desired.template);
  const live = own(sides2.before.resources, name);
  if (live === void 0) return withoutResource(desired, name);
  const obstacle = unknownReference(live, desired);
  if (obstacle !== null) return { obstacle };
  if (dialectOf(observed.template) !== dialectOf(desired.template))
    return { obstacle: "the live template is written in the other language" };
  const type = typeToSend(desired, observed, name, String(live["type"] ?? ""));
  if ("obstacle" in type) return type;
  const body = asWritten({ ...live, type: type.name }, desired.template);
  const template = object(withValue(desired.template, [section, name], body));
  const file = String(live["type"] ?? "");
  const text = own(observed.files, file);
  return {
    desired: {
      ...desired,
      template,
      files: text === void 0 ? desired.files : { [file]: text, ...desired.files }
    }
  };
}
function typeToSend({ environment, files }, observed, name, is) {
  const [text, ours] = [own(observed.files, is), own(files, is)];
  if (text !== void 0 && ours !== void 0 && text !== ours)
    return { obstacle: `its file "${is}" has another text in the repository` };
  const written2 = own(viewTemplate(observed.template).resources, name)?.type ?? is;
  const [there, here] = [observed.environment, environment].map(
    (one) => own(one.resource_registry, written2) ?? null
  );
  if (there === null || sameValue(there, here)) return { name: written2 };
  return written2 === is ? { obstacle: `its type "${written2}" is one of the live environment's registry alone` } : { name: is };
}
function withoutResource(desired, name) {
  const section = resourcesKey(desired.template);
  const template = object(withValue(desired.template, [section, name], void 0));
  const users = Object.entries(object(template[section])).filter(([, body]) => refersTo(body, name));
  const [user] = users.map(([one]) => one);
  if (user !== void 0) return { obstacle: `"${user}" refers to it` };
  if (referencedResources(template["outputs"] ?? template["Outputs"] ?? null).has(name))
    return { obstacle: "an output refers to it" };
  const initial = desired.initial.filter(({ file, path }) => file !== null || path[1] !== name);
  return { desired: { ...desired, template, initial } };
}
function refersTo(body, name) {
  const needs = object(body)["depends_on"] ?? object(body)["DependsOn"] ?? [];
  return referencedResources(body).has(name) || (Array.isArray(needs) ? needs : [needs]).includes(name);
}
var CFN_KEYS = {
  type: "Type",
  properties: "Properties",
  metadata: "Metadata",
  depends_on: "DependsOn",
  deletion_policy: "DeletionPolicy",
  update_policy: "UpdatePolicy"
};
function written([first = "", ...rest], template) {
  return [dialectOf(template) === "cfn" ? own(CFN_KEYS, first) ?? first : first, ...rest];
}
function asWritten(definition, template) {
  return Object.fromEntries(
    Object.entries(object(definition)).map(([key, value2]) => [written([key], template)[0] ?? key, value2])
  );
}

// src/core/plan/leave-ignored.ts
function leaveIgnored(pair, ignoring) {
  const { desired, observed } = pair;
  if (desired.presence === "absent" || observed.presence === "absent") return pair;
  const rules = ignoring.rules.filter(({ group }) => matches(group, desired.name));
  if (rules.length === 0) return pair;
  const judge = { rules, now: ignoring.now };
  const around = leave(
    { desired, fields: [], obstacles: [] },
    observed,
    judge,
    (address) => !isResource(address)
  );
  const all = leave(around, observed, judge, isResource);
  const left = described(all.desired, desired);
  const { changes } = compareStacks(left, observed);
  const findings = [...notLeft(changes, all, judge, desired), ...expired(changes, judge, desired)];
  return { ...pair, desired: left, left: { declared: desired, fields: all.fields, findings } };
}
function isResource(address) {
  return address.startsWith("resources.");
}
function leave(begun, observed, { rules, now }, counts) {
  const { sides: sides2, changes } = compareStacks(begun.desired, observed);
  const fields = [...begun.fields];
  const obstacles = [...begun.obstacles];
  let { desired } = begun;
  const ruleFor = (path) => ignoredBy(rules, { group: desired.name, path, now });
  for (const { place, field } of placesIn(changes, ruleFor)) {
    const path = pathOf(place);
    const rule = counts(place.address) ? ruleFor(path) : null;
    if (rule === null || isReleased(place)) continue;
    const between = desired === begun.desired ? sides2 : bothSides(desired, observed);
    const next = withLiveValue(desired, observed, between, place);
    if ("obstacle" in next) {
      obstacles.push({ path, why: next.obstacle });
      continue;
    }
    const { reason, expires, source } = rule;
    desired = next.desired;
    fields.push({ path, live: field.before, declared: field.after, reason, expires, source });
  }
  return { desired, fields, obstacles };
}
function placesIn(changes, ruleFor) {
  return changes.flatMap(({ address, action, reason, fields }) => {
    if (fields.length > 0)
      return fields.flatMap((field) => {
        const whole = { place: { address, path: field.path }, field };
        if (ruleFor(pathOf(whole.place)) !== null) return [whole];
        const parts = partsOf(field).map((part) => ({ place: { address, path: part.path }, field: part }));
        return parts.some(({ place }) => ruleFor(pathOf(place)) !== null) ? parts : [whole];
      });
    if (action === "create")
      return [{ place: { address, path: "" }, field: { before: null, after: reason } }];
    if (action === "delete")
      return [{ place: { address, path: "" }, field: { before: reason, after: null } }];
    return [];
  });
}
function partsOf({ path, before, after }) {
  const maps = [before, after].filter((value2) => value2 !== null);
  if (maps.length === 0 || !maps.every(isJsonObject)) return [];
  const keys = [...new Set(maps.flatMap((map) => Object.keys(map)))].sort();
  return keys.flatMap((key) => {
    const [was, becomes] = [before, after].map(
      (value2) => isJsonObject(value2) ? own(value2, key) ?? null : null
    );
    const part = { path: path === "" ? key : `${path}.${key}`, before: was ?? null, after: becomes ?? null };
    const inside2 = partsOf(part);
    return inside2.length > 0 ? inside2 : [part];
  });
}
function pathOf({ address, path }) {
  return path === "" ? address : `${address}.${path}`;
}
function isReleased({ path }) {
  return /(^|\.)properties\.(desired_capacity|DesiredCapacity)$/.test(path);
}
function described(next, declared) {
  if (next === declared) return declared;
  const kept = new Map(declared.groups.map(({ address, keepInService }) => [address, keepInService]));
  const files = withoutUnused(next, declared);
  const groups = describeGroups({ ...next, files }).map(
    (group) => declared.kind === "AutoScalingGroup" ? { ...group, keepInService: kept.get(group.address) ?? group.keepInService } : group
  );
  return { ...next, files, groups };
}
function withoutUnused(next, declared) {
  const names = ({ template, environment, files }, name) => [JSON.stringify([template, environment]), ...Object.values(files)].some((text) => text.includes(name));
  return Object.fromEntries(
    Object.entries(next.files).filter(
      ([name]) => names(next, name) || Object.hasOwn(declared.files, name) && !names(declared, name)
    )
  );
}
function notLeft(changes, { obstacles }, { rules, now }, { name, source }) {
  const ruleFor = (path) => ignoredBy(rules, { group: name, path, now });
  return placesIn(changes, ruleFor).filter(({ place }) => !isReleased(place)).flatMap(({ place }) => {
    const path = pathOf(place);
    const rule = ruleFor(path);
    if (rule === null) return [];
    const why = obstacles.find((one) => one.path === path)?.why ?? "Heat’s answer does not show how it is written";
    const message = `${path} is to be left as it is (${rule.reason}), and can’t be: ${why}; an apply would undo it, so take the rule out of ${rule.source.file} (line ${rule.source.line}) or the change out of the spec`;
    return [{ rule: "ignored-not-left", severity: "error", source, message }];
  });
}
function expired(changes, { rules, now }, { source }) {
  return rules.filter((rule) => isExpired(rule, now)).flatMap((rule) => {
    const meant = (path) => matches(rule.path, path, true) ? rule : null;
    const paths = placesIn(changes, meant).map(({ place }) => pathOf(place));
    const again = paths.filter((path) => matches(rule.path, path, true));
    if (again.length === 0) return [];
    const message = `the rule to ignore ${rule.path} held until ${rule.expires} (${rule.reason}): ${again.join(", ")} ${again.length === 1 ? "counts" : "count"} again; give it another last day, or take it out of ${rule.source.file} (line ${rule.source.line})`;
    return [{ rule: "ignore-expired", severity: "warn", source, message }];
  });
}

// src/core/heat/catalogue-references.ts
function templateReferences(input) {
  const view = viewTemplate(input.template);
  const scope = scopeOf(view, input);
  const made = namesMadeHere(view, (value2) => resolve(value2, scope));
  return Object.entries(view.resources).flatMap(([name, resource]) => {
    if (isSwitchedOff(resource, scope)) return [];
    const definition = { type: resource.type, properties: resolve(resource.properties, scope) };
    const path = [resourcesKey(input.template), name, propertiesKey(input.template)];
    const inline = groupType(resource.type)?.member.kind === "inline";
    const member = inline ? object(object(definition.properties)["resource"]) : definition;
    const base = inline ? [...path, "resource", "properties"] : path;
    return memberServers(member, input.files).concat(ofItself(definition)).flatMap((server) => serverReferences(server.type, server.properties)).filter(({ type, value: value2 }) => !made.has(`${type}:${value2}`)).map(({ type, value: value2, keys }) => ({
      type,
      value: value2,
      at: nearest([...base, ...keys], input),
      ...type === "subnet" ? { idOnly: SUBNET_IDS } : {}
    }));
  });
}
var SUBNET_IDS = "Heat hands it to Neutron as it stands";
var FIELDS = {
  "OS::Nova::Server": {
    image: "image",
    flavor: "flavor",
    key_name: "keyPair",
    security_groups: "securityGroup",
    networks: "network"
  },
  "AWS::EC2::Instance": {
    ImageId: "image",
    InstanceType: "flavor",
    KeyName: "keyPair",
    SecurityGroups: "securityGroup",
    SubnetId: "subnet"
  },
  "AWS::AutoScaling::AutoScalingGroup": { VPCZoneIdentifier: "subnet" },
  "AWS::AutoScaling::LaunchConfiguration": {
    ImageId: "image",
    InstanceType: "flavor",
    KeyName: "keyPair",
    SecurityGroups: "securityGroup"
  }
};
function serverReferences(serverType, properties) {
  return Object.entries(FIELDS[serverType] ?? {}).flatMap(
    ([key, type]) => named(type, properties[key], [key])
  );
}
function named(type, value2, keys) {
  if (typeof value2 === "string" && value2 !== "") return [{ type, value: value2, keys }];
  if (Array.isArray(value2))
    return value2.flatMap((item, index) => named(type, item, [...keys, String(index)]));
  if (type === "network" && isJsonObject(value2)) return named(type, value2["network"], [...keys, "network"]);
  return [];
}
function ofItself(definition) {
  return definition.type.startsWith("AWS::AutoScaling::") ? [{ address: "", type: definition.type, properties: object(definition.properties) }] : [];
}
var MADE_BY = {
  "OS::Nova::KeyPair": "keyPair",
  "OS::Neutron::SecurityGroup": "securityGroup",
  "OS::Neutron::Net": "network",
  "OS::Neutron::ProviderNet": "network",
  "OS::Nova::Flavor": "flavor",
  "OS::Glance::WebImage": "image"
};
function namesMadeHere(view, resolved) {
  return new Set(
    Object.values(view.resources).flatMap((resource) => {
      const type = MADE_BY[resource.type];
      const name = resolved(resource.properties["name"] ?? null);
      return type && typeof name === "string" ? [`${type}:${name}`] : [];
    })
  );
}
function nearest(keys, input) {
  for (let length = keys.length; length > 0; length -= 1) {
    const at = input.positions[`/${keys.slice(0, length).map(escapePointer).join("/")}`];
    if (at) return at;
  }
  return input.source;
}

// src/core/heat/member-files.ts
import { createHash as createHash2 } from "node:crypto";
function nameMemberFilesByContent(template, files, environment) {
  const section = resourcesKey(template);
  const used = /* @__PURE__ */ new Map();
  const resources = Object.entries(object(template[section])).map(([name, body]) => {
    const group = object(body);
    const definition = object(object(group["properties"])["resource"]);
    const file = nestedFile(String(definition["type"] ?? ""), files, environment);
    if (group["type"] === void 0 || !groupType(String(group["type"])) || file === null)
      return [name, body];
    const hashed = hashedName(file, files);
    used.set(file, hashed);
    const resource = { ...definition, type: hashed };
    return [name, { ...group, properties: { ...object(group["properties"]), resource } }];
  });
  const added = [...used].map(([file, hashed]) => [hashed, files[file] ?? ""]);
  const kept = Object.entries(files).filter(
    ([name]) => !used.has(name) || isUsedElsewhere(name, template, files)
  );
  return {
    template: { ...template, [section]: Object.fromEntries(resources) },
    files: Object.fromEntries([...kept, ...added]),
    renamed: (file) => file === null ? null : used.get(file) ?? file
  };
}
function hashedName(file, files) {
  const hash = createHash2("sha256");
  for (const name of [...reachable(file, files)].sort()) hash.update(`${name}\0${files[name]}\0`);
  const mark = hash.digest("hex").slice(0, 8);
  const dot = file.lastIndexOf(".");
  return dot > file.lastIndexOf("/") ? `${file.slice(0, dot)}-${mark}${file.slice(dot)}` : `${file}-${mark}`;
}
function reachable(file, files, seen = /* @__PURE__ */ new Set()) {
  seen.add(file);
  for (const name of Object.keys(files)) {
    if (!seen.has(name) && files[file]?.includes(name)) reachable(name, files, seen);
  }
  return seen;
}
function isUsedElsewhere(name, template, files) {
  const others = Object.entries(files).filter(([other]) => other !== name);
  return others.some(([, text]) => text.includes(name)) || mentionsOutsideGroups(name, template);
}
function mentionsOutsideGroups(name, template) {
  return Object.values(object(template[resourcesKey(template)])).some((body) => {
    const resource = object(body);
    const isGroup = groupType(String(resource["type"])) !== void 0;
    const properties = object(resource["properties"]);
    const outside = isGroup ? { ...properties, resource: { ...object(properties["resource"]), type: "" } } : resource;
    return JSON.stringify(outside).includes(JSON.stringify(name));
  });
}

// src/core/heat/compile-template.ts
function compileTemplate(spec) {
  const root = takeOutOwned(spec.template, null, (pointer) => spec.templatePositions[pointer] ?? spec.source);
  const nested = takeOutOfFiles(spec);
  const { template, files, renamed: renamed3 } = nameMemberFilesByContent(
    root.template,
    nested.files,
    spec.environment
  );
  const initial = [...root.initial, ...nested.initial.map((one) => ({ ...one, file: renamed3(one.file) }))];
  const asked = groupProperties({ ...spec, initial: [] });
  return {
    presence: "present",
    name: spec.name,
    kind: spec.kind,
    source: spec.source,
    template,
    files,
    environment: spec.environment,
    initial,
    groups: describeGroups({ template, files, environment: spec.environment, initial }).map((group) => ({
      ...group,
      healing: mostAtOnce(templateHealth(asked[group.address] ?? {}))
    })),
    tags: labelTags(spec.labels),
    timeoutMinutes: spec.timeoutMinutes,
    scheduled: null,
    paused: false,
    protect: spec.protect,
    addresses: [],
    references: templateReferences({
      template,
      files,
      environment: spec.environment,
      positions: spec.templatePositions,
      source: spec.source
    }),
    findings: [...root.findings, ...nested.findings],
    advice: [],
    triggers: [],
    alarms: []
  };
}
function takeOutOwned(template, file, at) {
  const section = resourcesKey(template);
  const resources = Object.entries(object(template[section])).map(([name, body]) => ({
    name,
    ...takeOutOfResource(name, body, { template, file, at })
  }));
  return {
    template: { ...template, [section]: Object.fromEntries(resources.map(({ name, body }) => [name, body])) },
    initial: resources.flatMap(({ initial }) => initial),
    findings: resources.flatMap(({ findings }) => findings)
  };
}
function takeOutOfFiles(spec) {
  const taken = Object.entries(spec.files).map(([name, text]) => {
    const { document } = /\b(AutoScalingGroup)\b/.test(text) ? readHeatDocument(name, text, "nested template") : { document: null };
    const result = document && takeOutOwned(document.value, name, () => ({ ...spec.source, file: name, line: 1, column: 1 }));
    return result && result.findings.length > 0 ? { name, text: JSON.stringify(result.template), initial: result.initial, findings: result.findings } : { name, text, initial: [], findings: [] };
  });
  return {
    files: Object.fromEntries(taken.map(({ name, text }) => [name, text])),
    initial: taken.flatMap(({ initial }) => initial),
    findings: taken.flatMap(({ findings }) => findings)
  };
}
function takeOutOfResource(name, body, where) {
  const { template, file } = where;
  const type = groupType(viewResource(object(body), dialectOf(template)).type);
  if (!type) return { body, initial: [], findings: [] };
  const key = propertiesKey(template);
  const properties = object(object(body)[key]);
  const path = [resourcesKey(template), name, key];
  const owned = [type.desired, ...type.own].filter((property) => property in properties);
  const kept = Object.entries(properties).filter(([property]) => !owned.some((one) => one === property));
  const desired = properties[type.desired];
  return {
    body: { ...object(body), [key]: Object.fromEntries(kept) },
    initial: desired === void 0 ? [] : [{ file, path, property: type.desired, value: desired }],
    findings: owned.map(
      (property) => explain(property, name, type.desired, where.at(`/${[...path, property].map(escapePointer).join("/")}`))
    )
  };
}
function explain(property, group, desired, source) {
  return property === desired ? {
    rule: "initial-size-only",
    severity: "info",
    source,
    message: `${group}: \`${property}\` counts at creation only; afterwards the group keeps the size that its alarms gave it`
  } : {
    rule: "thermostat-key",
    severity: "info",
    source,
    message: `${group}: \`${property}\` is Thermostat's own; it is taken out of what Heat gets, which does not ${HEAT_REFUSES.test(property) ? "implement" : "know"} it`
  };
}
var HEAT_REFUSES = /^HealthCheck/;
function escapePointer(key) {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

// src/core/heat/compile.ts
function compile(spec, circumstances) {
  switch (spec.kind) {
    case "AutoScalingGroup":
      return compileGroup(spec, circumstances);
    case "HeatStack":
    case "HOT":
    case "CloudFormation":
      return { desired: compileTemplate(spec), problems: [], unmet: [] };
    case "Deleted":
      return {
        desired: { presence: "absent", name: spec.name, source: spec.source },
        problems: [],
        unmet: []
      };
  }
}

// src/commands/compile-specs.ts
async function compileSpecs(cloud, specs, now) {
  return compileWith(await readFacts(cloud, specs), specs, now);
}
async function compileForBounds(cloud, specs, now) {
  const facts = await readFacts(cloud, specs).catch((error2) => {
    if (error2 instanceof CloudError) return NO_FACTS;
    throw error2;
  });
  return compileWith(facts, specs, now).desired;
}
function compileWith(facts, specs, now) {
  const circumstances = { now: now.toISOString(), facts };
  const compiled = specs.map((spec) => compile(spec, circumstances));
  return {
    desired: compiled.map(({ desired }) => desired),
    problems: compiled.flatMap(({ problems }) => problems),
    unmet: compiled.map(({ unmet }) => unmet)
  };
}
async function readFacts(cloud, specs) {
  const needed = factsNeeded(specs);
  const [catalogue, telemetry] = await Promise.all([
    needed.flavors ? cloud.catalogue(["flavor"]) : null,
    needed.telemetry && cloud.telemetry(needed.telemetry)
  ]);
  return { flavors: catalogue?.flavor ?? [], telemetry };
}

// src/core/heat/held-in.ts
function heldIn({ name, resources }, address) {
  const at = address.lastIndexOf("/");
  if (at < 0) return `${name} ${address}`;
  const holder = resources.find((resource) => resource.address === address.slice(0, at));
  return `${holder?.physicalId || name} ${address.slice(at + 1)}`;
}

// src/core/drift/remake.ts
function remakeWords(stack, address) {
  const held = heldIn(stack, address);
  const [holder = stack.name] = held.split(" ");
  return `\`openstack stack resource mark unhealthy ${held}\`, then \`openstack stack update --existing ${holder}\``;
}
function remade(address) {
  return [{ kind: "remake", address }];
}

// src/core/drift/alarm-actions.ts
var ACTIONS = ["alarm_actions", "ok_actions", "insufficient_data_actions"];
function misdirectedAlarm(view, told, live, item) {
  const { stack } = view;
  return ACTIONS.flatMap((kind) => {
    const given = told.properties[kind] ?? [];
    const queues = told.properties[kind.replace("actions", "queues")];
    if (!Array.isArray(given) || queues !== void 0) return [];
    const wanted = listOf(given);
    const actions = listOf(live.fields[kind]).map(String);
    const policies = wanted.flatMap((one) => [...referencedResources(one)]).filter((name) => isPolicy(view, told, name));
    const holder = holderId(view, told);
    const astray = policies.filter((name) => !actions.some((action) => leadsTo(action, holder, name)));
    if (wanted.length === actions.length && astray.length === 0) return [];
    return [
      item({
        kind: "alarm-action-edited",
        repository: `${kind}: ${policies.length > 0 ? policies.map((name) => `signal ${name}`).join(", ") : `${wanted.length} of them`}`,
        cloud: actions.length === 0 ? "no action" : actions.map(withoutSecrets).join(", "),
        remedy: `have Heat make the alarm anew: ${remakeWords(stack, told.address)}`,
        mends: remade(told.address)
      })
    ];
  });
}
function isPolicy(view, { address }, name) {
  const above = address.slice(0, address.lastIndexOf("/") + 1);
  return view.told.some((one) => one.address === `${above}${name}` && one.type.endsWith("::ScalingPolicy"));
}
function listOf(value2) {
  return Array.isArray(value2) ? value2 : [];
}
function holderId({ stack }, { address }) {
  const end = address.lastIndexOf("/");
  if (end < 0) return stack.id;
  return stack.resources.find((one) => one.address === address.slice(0, end))?.physicalId ?? "";
}
function leadsTo(action, stackId, policy) {
  const path = decoded(action).split("?")[0] ?? "";
  const place = `${stackId === "" ? "" : `/${stackId}`}/resources/${policy}`;
  return path.includes(`${place}/signal`) || path.endsWith(place);
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
function withoutSecrets(action) {
  const plain = (action.split("?")[0] ?? "").replace(/\/\/[^/@]*@/, "//");
  return /\/signal\/arn/.test(decoded(plain)) ? plain : withoutUrlSecrets("alarm_actions", plain, redacted);
}

// src/core/drift/view.ts
function surroundingsOf(things) {
  return {
    things,
    portsByDevice: listedBy(things.of.port?.values() ?? [], ({ fields }) => textField(fields, "device_id")),
    meteredByStack: listedBy(things.metered, ({ serverGroup }) => serverGroup)
  };
}
function listedBy(items, keyOf2) {
  const lists = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = keyOf2(item);
    if (key === "") continue;
    const known = lists.get(key);
    if (known === void 0) lists.set(key, [item]);
    else known.push(item);
  }
  return lists;
}
function thingBehind({ around }, kind, { physicalId }) {
  const list2 = around.things.of[kind];
  if (list2 === null || physicalId === "") return null;
  return list2.get(physicalId);
}
function textField(fields, key) {
  const value2 = fields[key];
  return typeof value2 === "string" ? value2 : "";
}
function objectsIn(fields, key) {
  const value2 = fields[key];
  return Array.isArray(value2) ? value2.filter(isJsonObject) : [];
}
function timeField(fields, key) {
  const value2 = textField(fields, key);
  if (value2 === "") return null;
  return /(Z|[+-]\d\d:?\d\d)$/.test(value2) ? value2 : `${value2}Z`;
}

// src/core/drift/alarm-blind.ts
var BLIND_AFTER_MINUTES = 30;
function blindAlarm({ now, stack }, { properties }, live, item) {
  const state = textField(live.fields, "state");
  if (state !== "insufficient data" || live.fields["enabled"] === false) return [];
  if (stack.groups.length > 0 && stack.groups.every(({ members }) => members.length === 0)) return [];
  const since = newest([timeField(live.fields, "timestamp"), timeField(live.fields, "state_timestamp")]);
  const window = 2 * Number(properties["granularity"] ?? 0) * Number(properties["evaluation_periods"] ?? 1);
  const patience = Math.max(BLIND_AFTER_MINUTES * 60, Number.isFinite(window) ? window : 0) * 1e3;
  if (since === null || Date.parse(now) - Date.parse(since) < patience) return [];
  return [
    item({
      kind: "alarm-blind",
      repository: "knows the measures",
      cloud: `insufficient data${reasonOf(live.fields)}`,
      remedy: "look whether Ceilometer measures the servers, whether they carry `metering.server_group`, and whether the archive policy keeps this granularity",
      since
    })
  ];
}
function reasonOf(fields) {
  const reason = textField(fields, "state_reason");
  return reason === "" ? "" : `: ${reason}`;
}
function newest(times3) {
  return times3.filter((time) => time !== null).sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1) ?? null;
}

// src/core/drift/compare.ts
function differences(properties, live, fields) {
  return fields.flatMap((field) => {
    const { property, otherwise } = field;
    const told = properties[property] ?? otherwise;
    if (told === void 0 || isUnresolved(told)) return [];
    const is = live[field.field ?? property] ?? null;
    return isSame(told, is, field) ? [] : [
      {
        property,
        told: words(told),
        live: words(is),
        values: { told, live: is, toSet: asThere(told, is) }
      }
    ];
  });
}
function isSame(told, live, { set = false }) {
  if (set && Array.isArray(told) && Array.isArray(live)) return sameValue(sorted(told), sorted(live));
  if (isEmpty(told) && isEmpty(live)) return true;
  if (isJsonObject(told) && isJsonObject(live)) {
    return Object.entries(told).every(([key, value2]) => sameValue(value2, live[key]));
  }
  return sameValue(told, live);
}
function asThere(told, live) {
  if (typeof told !== "string") return told;
  if (typeof live === "number" && told.trim() !== "" && Number.isFinite(Number(told))) return Number(told);
  return typeof live === "boolean" ? told.toLowerCase() === "true" : told;
}
function fieldsToSet(found) {
  return Object.fromEntries(
    found.flatMap(({ property, values }) => values === void 0 ? [] : [[property, values.toSet]])
  );
}
function isEmpty(value2) {
  return value2 === null || Array.isArray(value2) && value2.length === 0;
}
function sorted(items) {
  return items.toSorted((a, b) => JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
}
function words(value2) {
  if (value2 === null) return "none";
  return typeof value2 === "string" ? value2 : JSON.stringify(value2);
}
function liveFields(place, found) {
  const fields = found.flatMap(
    ({ property, values }) => values === void 0 ? [] : [{ path: `${place}.properties.${property}`, value: values.live, told: values.told }]
  );
  return fields.length === found.length ? fields : [];
}
function sides(found) {
  return {
    repository: found.map(({ property, told }) => `${property} ${told}`).join(", "),
    cloud: found.map(({ property, live }) => `${property} ${live}`).join(", ")
  };
}

// src/core/drift/composite-rule.ts
function compositeDifferences(properties, live) {
  const told = properties["composite_rule"];
  const is = live["composite_rule"];
  if (told === void 0 || is === void 0) return [];
  const [a, b] = [leaves(told), leaves(is)];
  const changed = a.filter(
    ([path2, value2]) => !b.some(([other, live2]) => other === path2 && String(live2) === String(value2))
  );
  const one = changed.find(([, value2]) => typeof value2 !== "object");
  const more2 = b.length > 0 && topCount(is) !== topCount(told);
  if (one === void 0 && !more2) return [];
  const path = one?.[0] ?? "rules";
  const found = b.find(([other]) => other === path)?.[1] ?? null;
  return [
    {
      property: path,
      within: "composite_rule",
      told: String(one?.[1] ?? topCount(told)),
      live: String(one ? found : topCount(is))
    }
  ];
}
function asAodh(rule) {
  if (Array.isArray(rule)) return rule.map(asAodh);
  if (!isJsonObject(rule)) return rule;
  const { operator, rules } = rule;
  if (typeof operator === "string" && Array.isArray(rules)) return { [operator]: rules.map(asAodh) };
  return Object.fromEntries(Object.entries(rule).map(([key, value2]) => [key, asAodh(value2)]));
}
var COMPARED = /* @__PURE__ */ new Set([
  "threshold",
  "comparison_operator",
  "granularity",
  "evaluation_periods",
  "metric",
  "aggregation_method",
  "type",
  "resource_type"
]);
function leaves(rule, path = "") {
  const value2 = path === "" ? asAodh(rule) : rule;
  if (Array.isArray(value2)) return value2.flatMap((one, index) => leaves(one, `${path}[${index}]`));
  if (!isJsonObject(value2)) return [];
  return Object.entries(value2).flatMap(([key, one]) => {
    const next = path === "" ? key : `${path}.${key}`;
    if (Array.isArray(one) && (key === "and" || key === "or")) return leaves(one, next);
    return COMPARED.has(key) ? [[next, one]] : [];
  });
}
function topCount(rule) {
  const value2 = asAodh(rule);
  const list2 = isJsonObject(value2) ? value2["and"] ?? value2["or"] : void 0;
  return Array.isArray(list2) ? list2.length : 0;
}

// src/core/drift/kinds.ts
var error = { severity: "error" };
var deaf = { severity: "error", cannotScale: true };
var warn = { severity: "warn" };
var info = { severity: "info" };
var DRIFT_KINDS = {
  // the stack and its repository
  "stack-missing": error,
  "stack-left-over": warn,
  "stack-failed": deaf,
  "stack-suspended": deaf,
  "stack-without-spec": warn,
  "template-edited": warn,
  "parameter-edited": warn,
  "environment-edited": warn,
  "file-edited": warn,
  "tags-edited": info,
  "schedule-missed": warn,
  // the settings
  "ignore-expired": warn,
  // the group
  "group-cannot-scale": deaf,
  "scaling-stuck": deaf,
  "size-out-of-bounds": warn,
  "size-unexplained": info,
  "member-failed": error,
  "member-behind": warn,
  // servers
  "server-missing": error,
  "server-stopped": error,
  "server-error": error,
  "server-not-active": error,
  "server-resized": warn,
  "server-rebuilt": warn,
  "server-renamed": info,
  "server-metadata-edited": warn,
  "server-metadata-added": info,
  "server-metering-lost": error,
  "server-tags-edited": info,
  "server-locked": warn,
  "server-key-changed": warn,
  "server-security-groups-edited": warn,
  "server-networks-changed": error,
  "server-volume-detached": error,
  "server-volume-attached": warn,
  "server-orphan": warn,
  // ports, security groups, floating IPs
  "port-missing": error,
  "port-disabled": error,
  "port-edited": warn,
  "security-group-missing": error,
  "security-rule-removed": error,
  "security-rule-added": warn,
  "floating-ip-missing": error,
  "floating-ip-moved": error,
  // load balancers
  "balancer-missing": error,
  "balancer-error": error,
  "balancer-edited": warn,
  "balancer-disabled": error,
  "listener-missing": error,
  "listener-added": warn,
  "listener-edited": warn,
  "listener-disabled": error,
  "pool-missing": error,
  "pool-added": info,
  "pool-edited": warn,
  "pool-disabled": error,
  "monitor-missing": error,
  "monitor-added": warn,
  "monitor-edited": warn,
  "monitor-disabled": warn,
  "pool-member-missing": error,
  "pool-member-added": warn,
  "pool-member-edited": warn,
  "pool-member-disabled": error,
  "pool-member-astray": error,
  // alarms
  "alarm-missing": deaf,
  "alarm-disabled": deaf,
  "alarm-enabled": warn,
  "alarm-edited": warn,
  "alarm-action-edited": deaf,
  "alarm-blind": deaf,
  "alarm-unheard": deaf
};
function driftItem(found) {
  const { severity, cannotScale = false } = DRIFT_KINDS[found.kind];
  return { severity, cannotScale, about: null, since: null, through: "", mends: [], left: "", ...found };
}

// src/core/drift/time-constraints.ts
function constraintDifferences(properties, live) {
  const told = properties["time_constraints"];
  const [a, b] = [told, live["time_constraints"]].map((list2) => Array.isArray(list2) ? list2.length : 0);
  if (a === b) return [];
  const property = "time_constraints";
  return [{ property, within: property, told: `${a} of them`, live: `${b} of them` }];
}

// src/core/drift/alarm-drift.ts
var BY_RESOURCES = [
  { property: "metric" },
  { property: "resource_type" },
  { property: "aggregation_method" },
  { property: "granularity" },
  { property: "evaluation_periods" },
  { property: "threshold" },
  { property: "comparison_operator" }
];
var TYPES = {
  "OS::Aodh::GnocchiAggregationByResourcesAlarm": {
    rule: "gnocchi_aggregation_by_resources_threshold_rule",
    fields: BY_RESOURCES,
    measures: true
  },
  "OS::Aodh::GnocchiResourcesAlarm": {
    rule: "gnocchi_resources_threshold_rule",
    fields: [...BY_RESOURCES, { property: "resource_id" }],
    measures: true
  },
  "OS::Aodh::GnocchiAggregationByMetricsAlarm": {
    rule: "gnocchi_aggregation_by_metrics_threshold_rule",
    fields: [
      { property: "metrics", set: true },
      { property: "aggregation_method" },
      { property: "granularity" },
      { property: "evaluation_periods" },
      { property: "threshold" },
      { property: "comparison_operator" }
    ],
    measures: true
  },
  "OS::Aodh::PrometheusAlarm": {
    rule: "prometheus_rule",
    fields: [{ property: "query" }, { property: "threshold" }, { property: "comparison_operator" }],
    measures: true
  },
  "OS::Aodh::CompositeAlarm": { rule: "composite_rule", fields: [], measures: true },
  "OS::Aodh::EventAlarm": { rule: "event_rule", fields: [{ property: "event_type" }], measures: false }
};
var COMMON = [
  { property: "repeat_actions" },
  { property: "severity" },
  { property: "description" }
];
function alarmDrift(view) {
  return view.told.filter(({ settled }) => settled).flatMap((told) => {
    const type = TYPES[told.type];
    const live = type ? thingBehind(view, "alarm", told) : null;
    if (!type || live === null) return [];
    return live === void 0 ? [missing(view, told)] : ofAlarm(view, told, type, live);
  });
}
function missing({ stack }, told) {
  return driftItem({
    kind: "alarm-missing",
    subject: `alarm ${told.address}`,
    repository: "there",
    cloud: "does not exist in Aodh: nobody signals any more",
    remedy: `Heat does not know that it is gone: ${remakeWords(stack, told.address)}`,
    mends: remade(told.address)
  });
}
function ofAlarm(view, told, type, live) {
  const item = (found) => driftItem({
    subject: `alarm ${told.address}`,
    about: { service: "alarm", id: live.id },
    since: timeField(live.fields, "timestamp"),
    ...found
  });
  return [
    ...switched(told, live, item),
    ...edited(told, type, live, item),
    ...misdirectedAlarm(view, told, live, item),
    ...type.measures ? blindAlarm(view, told, live, item) : []
  ];
}
function switched({ address, properties }, live, item) {
  const given = properties["enabled"] ?? true;
  if (isUnresolved(given)) return [];
  const wanted = String(given).toLowerCase() === "true";
  const is = live.fields["enabled"] !== false;
  if (wanted === is) return [];
  const mends = [{ kind: "alarm", id: live.id, fields: { enabled: wanted } }];
  const update = `\`openstack alarm update --enabled ${wanted ? "true" : "false"} ${live.id}\``;
  return wanted ? [
    item({
      kind: "alarm-disabled",
      live: [{ path: `resources.${address}.properties.enabled`, value: false }],
      repository: "enabled",
      cloud: "disabled: it signals nobody",
      remedy: `${update}, or merge \`paused: true\` into the spec`,
      mends
    })
  ] : [
    item({
      kind: "alarm-enabled",
      live: [{ path: `resources.${address}.properties.enabled`, value: true }],
      repository: "disabled (paused)",
      cloud: "enabled: it scales the group",
      remedy: update,
      mends
    })
  ];
}
function edited(told, type, live, item) {
  const { common, ofRule, spelt } = settingsOf(told, type, live);
  const found = [...common, ...ofRule];
  const anew = spelt.map((one) => speltEdited(told, one, item));
  if (found.length === 0) return anew;
  const fields = {
    ...fieldsToSet(common),
    ...ofRule.length === 0 ? {} : { [type.rule]: fieldsToSet(ofRule) }
  };
  const inPlace = item({
    kind: "alarm-edited",
    ...sides(found),
    live: liveFields(`resources.${told.address}`, found),
    remedy: `an update of the stack does not mend it, as the template is the same: \`openstack alarm update ${live.id}\` with ${sides(found).repository}; or merge the live value into the spec`,
    mends: [{ kind: "alarm", id: live.id, fields }]
  });
  return [inPlace, ...anew];
}
function speltEdited({ address }, one, item) {
  const partOf = `alarm ${address}`;
  const found = item({
    kind: "alarm-edited",
    ...sides([one]),
    place: `resources.${address}.properties.${one.within}`,
    partOf,
    remedy: "Heat spells it for Aodh in its own way: have Heat make the alarm anew, or merge the live value into the spec",
    mends: remade(address)
  });
  return { ...found, subject: `${partOf} ${one.within}` };
}
function settingsOf({ properties }, type, live) {
  const rule = live.fields[type.rule];
  return {
    common: differences(properties, live.fields, COMMON),
    ofRule: differences(properties, isJsonObject(rule) ? rule : {}, type.fields),
    spelt: [
      ...compositeDifferences(properties, live.fields),
      ...constraintDifferences(properties, live.fields)
    ]
  };
}
function alarmDifferences(told, live) {
  const type = TYPES[told.type];
  if (type === void 0 || live === void 0) return [];
  const { common, ofRule, spelt } = settingsOf(told, type, live);
  return [...differences(told.properties, live.fields, ENABLED), ...common, ...ofRule, ...spelt];
}
var ENABLED = [{ property: "enabled", otherwise: true }];

// src/core/drift/told.ts
function toldResources(stack, definitions) {
  const listed = new Map(stack.resources.map((resource) => [resource.address, resource]));
  return inLevel({ above: "", settled: true, resources: rootResources(stack), stack, listed, definitions });
}
function inLevel(level) {
  const { above, listed } = level;
  const scope = { parameters: {}, conditions: {}, files: {}, resourceIds: idsIn(level) };
  return Object.entries(level.resources).flatMap(([name, written2]) => {
    const address = `${above}${name}`;
    const resource = listed.get(address);
    if (resource === void 0) return [];
    const type = typeof written2["type"] === "string" ? written2["type"] : "";
    const properties = object(resolve(object(written2["properties"]), scope));
    const settled = level.settled && resource.state.status !== "IN_PROGRESS";
    const own2 = { address, type, properties, physicalId: resource.physicalId, settled };
    return [own2, ...inside(own2, level)];
  });
}
function inside(told, level) {
  const { settled } = told;
  const above = `${told.address}/`;
  if (groupType(told.type)) {
    return inLevel({ ...level, above, settled, resources: level.definitions[told.address] ?? {} });
  }
  const file = nestedFile(told.type, level.stack.files, level.stack.environment);
  const nested = file === null ? null : nestedStack(file, told.properties, level.stack.files);
  return nested === null ? [] : inLevel({ ...level, above, settled, resources: nested.resources });
}
function idsIn({ above, resources, listed }) {
  return Object.fromEntries(
    Object.keys(resources).flatMap((name) => {
      const id = listed.get(`${above}${name}`)?.physicalId ?? "";
      return id === "" ? [] : [[name, id]];
    })
  );
}
function rootResources(stack) {
  const view = viewTemplate(stack.template);
  const hidden = hiddenParameters(view.parameters);
  const values = { ...pseudo(stack), ...effectiveParameters(view.parameters, stack.environment) };
  const scope = {
    parameters: Object.fromEntries(Object.entries(values).filter(([name]) => !hidden.has(name))),
    conditions: view.conditions,
    mappings: view.mappings,
    files: stack.files,
    resourceIds: {}
  };
  return Object.fromEntries(
    Object.entries(view.resources).filter(([, resource]) => !isSwitchedOff(resource, scope)).map(([name, { type, properties }]) => [name, { type, properties: resolve(properties, scope) }])
  );
}
function pseudo({ parameters }) {
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => /^(OS|AWS)::/.test(name)));
}

// src/core/drift/edited-alarms.ts
function alarmsInQuestion({ desired, observed }, ignoring) {
  if (desired.presence === "absent" || observed.presence === "absent") return [];
  if (!ignoring.rules.some(({ group }) => matches(group, desired.name))) return [];
  return compareStacks(desired, observed).resources.filter((change) => change.kind === "change" && isSentWhole(change.effect)).filter(({ type, name }) => type.startsWith("OS::Aodh::") && isSpokenOf(name, desired.name, ignoring)).map(({ name }) => name);
}
function isSentWhole({ kind }) {
  return kind === "update" || kind === "replace";
}
function isSpokenOf(name, group, { rules, now }) {
  const paths = [`alarm ${name}`, ...PROPERTIES.flatMap((property) => namesOf(name, property))];
  return paths.some((path) => ignoredBy(rules, { group, path, now }) !== null);
}
function namesOf(name, property) {
  return [pathOf2(name, property), `alarm ${name} ${property}`];
}
var PROPERTIES = [
  "aggregation_method",
  "comparison_operator",
  "description",
  "enabled",
  "evaluation_periods",
  "granularity",
  "metric",
  "query",
  "repeat_actions",
  "severity",
  "threshold",
  "time_constraints"
];
function pathOf2(name, property) {
  return `resources.${name}.properties.${property}`;
}
function leaveEditedAlarms(pair, names, alarms, ignoring) {
  const { desired, observed } = pair;
  if (desired.presence === "absent" || observed.presence === "absent") return pair;
  if (alarms === null)
    return withFindings(
      pair,
      names.map((name) => unseenFinding(name, desired))
    );
  const told = toldResources(observed, {}).filter(({ address }) => names.includes(address));
  return told.reduce((sofar, one) => leaveAlarm(sofar, observed, one, alarms, ignoring), pair);
}
function withFindings(pair, more2) {
  if (pair.desired.presence === "absent" || more2.length === 0) return pair;
  const { declared = pair.desired, fields = [], findings = [] } = pair.left ?? {};
  return { ...pair, left: { declared, fields, findings: [...findings, ...more2] } };
}
function unseenFinding(name, { source }) {
  const message = `a rule leaves alarm ${name} or a field of it as it is, and this changes it: Heat then sends it whole, and what Aodh shows of it can’t be read (no such service, or no right to ask); give the right to list alarms, or take the rule out`;
  return { rule: "ignored-not-left", severity: "error", source, message };
}
function leaveAlarm(pair, { name: group }, told, alarms, { rules, now }) {
  if (pair.desired.presence === "absent") return pair;
  const ruleFor = (path) => ignoredBy(rules, { group, path, now });
  const whole = ruleFor(`alarm ${told.address}`);
  const ruleOf = (property) => {
    const [path = "", name = ""] = namesOf(told.address, property);
    const byName = ruleFor(name);
    return ruleFor(path) ?? (byName === whole ? null : byName);
  };
  const edits = alarmDifferences(told, alarms.get(told.physicalId));
  const fields = [...pair.left?.fields ?? []];
  const undone = [];
  const lost = [];
  let { desired } = pair;
  for (const edit of edits) {
    const { property, values } = edit;
    const path = pathOf2(told.address, property);
    const rule = ruleOf(property);
    if (rule !== null && values !== void 0) {
      const { reason, expires, source } = rule;
      const known = fields.findIndex((field) => field.path === path);
      const declared = fields[known]?.declared ?? propertyOf(desired, told.address, property);
      const kept = { path, live: values.live, declared, reason, expires, source };
      if (known < 0) fields.push(kept);
      else fields[known] = kept;
      desired = withProperty(desired, told.address, property, values.live);
    } else if (rule !== null && told.type !== PARTLY_SENT) lost.push(lostFinding(path, edit, rule, desired));
    else undone.push(edit);
  }
  const findings = [
    ...pair.left?.findings ?? [],
    ...lost,
    ...whole === null || undone.length === 0 ? [] : [undoneFinding(told, undone, whole, desired)]
  ];
  return { ...pair, desired, left: { declared: pair.left?.declared ?? pair.desired, fields, findings } };
}
var PARTLY_SENT = "OS::Aodh::CompositeAlarm";
function lostFinding(path, { live }, { reason, source: rule }, { source }) {
  const message = `${path} is to be left as it is (${reason}), and this changes the alarm: Heat then sends it whole, and what Aodh shows of it (${live}) can’t be sent along; write it in the template, or take the rule out of ${rule.file} (line ${rule.line})`;
  return { rule: "ignored-not-left", severity: "error", source, message };
}
function undoneFinding({ address }, undone, { reason, source: rule }, { source }) {
  const what = undone.map(({ property, live }) => `${property} ${live}`).join(", ");
  const message = `alarm ${address} is to be left as it is (${reason}), and this changes it: Heat then sends it whole, and what Aodh shows is gone (${what}); name in ${rule.file} (line ${rule.line}) what is to stay, such as ${pathOf2(address, undone[0]?.property ?? "")}, or take the rule out`;
  return { rule: "ignored-not-left", severity: "error", source, message };
}
function placeOf({ template }, name, property) {
  return [resourcesKey(template), name, propertiesKey(template), property];
}
function propertyOf(desired, name, property) {
  return valueAt(desired.template, placeOf(desired, name, property)) ?? null;
}
function withProperty(desired, name, property, value2) {
  const template = object(withValue(desired.template, placeOf(desired, name, property), value2));
  return { ...desired, template };
}

// src/commands/leave-alone.ts
async function leaveAlone(cloud, pairs, ignoring) {
  if (ignoring.rules.length === 0) return pairs;
  const left = pairs.map((pair) => leaveIgnored(pair, ignoring));
  const names = left.map((pair) => alarmsInQuestion(pair, ignoring));
  if (names.every((some) => some.length === 0)) return left;
  const { of } = await cloud.things({ kinds: ["alarm"], pools: [], metered: null });
  return left.map((pair, index) => leaveEditedAlarms(pair, names[index] ?? [], of.alarm, ignoring));
}

// src/core/heat/files-in-use.ts
function filesInUse(observed) {
  if (observed.groups.length === 0) return {};
  return isWhole(observed) ? filesNamed(observed) : observed.files;
}
function isWhole({ state }) {
  return state.status === "COMPLETE" && (state.action === "CREATE" || state.action === "UPDATE");
}
function filesNamed({ template, environment, files }) {
  const found = /* @__PURE__ */ new Set();
  const visit = (text) => {
    for (const name of Object.keys(files)) {
      if (found.has(name) || !text.includes(name)) continue;
      found.add(name);
      visit(files[name] ?? "");
    }
  };
  visit(JSON.stringify([template, environment.resource_registry]));
  return Object.fromEntries(Object.entries(files).filter(([name]) => found.has(name)));
}

// src/core/heat/sent.ts
function sentNote(content, at) {
  return `${shortDigest(content)}@${Math.floor(at.getTime() / 1e3)}`;
}
var SOONEST_SECONDS = -1;
var LATEST_SECONDS = 5;
var NOTE_ALONE_AFTER_MS = (LATEST_SECONDS - SOONEST_SECONDS + 2) * 1e3;
function isAsSent(content, stack) {
  const note = noteOf(stack);
  if (note === null || stack.state.status !== "COMPLETE" || !OWN_ACTIONS.has(stack.state.action))
    return false;
  return isOfThen(stack, note.second) && !hidesDefaults(content) && note.mark === shortDigest(content);
}
function isAsLastApplied(stack) {
  const note = noteOf(stack);
  return note !== null && isOfThen(stack, note.second);
}
function wasSent(content, { tags, files }) {
  const note = noteOf({ tags });
  const all = { ...content, files: { ...files, ...content.files } };
  return note !== null && [content, all].some((one) => shortDigest(one) === note.mark);
}
function isStillAsSent(stack) {
  const { template, timeoutMinutes, tags } = stack;
  const own2 = {
    template,
    environment: asGiven(stack.environment),
    timeoutMinutes,
    tags: withoutProvenance(tags)
  };
  return [stack.files, filesNamed(stack)].some((files) => wasSent({ ...own2, files }, { tags, files: {} }));
}
function asGiven(environment) {
  const given = Object.entries(environment.resource_registry).filter(
    ([key, value2]) => value2 !== key && (key !== "resources" || !isJsonObject(value2) || Object.keys(value2).length > 0)
  );
  return { ...environment, resource_registry: Object.fromEntries(given) };
}
function noteOf({ tags }) {
  const [, mark, second] = /^([0-9a-f]{16})@(\d{1,12})$/.exec(sentOf(tags) ?? "") ?? [];
  return mark === void 0 ? null : { mark, second: Number(second) };
}
var OWN_ACTIONS = /* @__PURE__ */ new Set(["CREATE", "UPDATE"]);
function isOfThen({ createdAt, updatedAt }, second) {
  const isNear = (time) => {
    const later = Math.floor(Date.parse(time) / 1e3) - second;
    return later >= SOONEST_SECONDS && later <= LATEST_SECONDS;
  };
  return updatedAt === null ? isNear(createdAt) : isNear(updatedAt) && !isNear(createdAt);
}
function hidesDefaults(content) {
  const defaults = Object.keys(content.environment.parameter_defaults);
  const hidden = defaults.length === 0 ? NOTHING4 : hiddenIn(content);
  return defaults.some((name) => hidden.has(name));
}
var NOTHING4 = /* @__PURE__ */ new Set();
function hiddenIn({ template, files }) {
  return /* @__PURE__ */ new Set([
    ...hiddenParameters(viewTemplate(template).parameters),
    ...Object.keys(files).flatMap((file) => [...nestedStack(file, {}, files)?.hidden ?? []])
  ]);
}
function shortDigest({ template, files, environment, timeoutMinutes, tags }) {
  const { parameters, parameter_defaults: defaults } = environment;
  const given = Object.keys(parameters).length + Object.keys(defaults).length;
  const hidden = given === 0 ? NOTHING4 : hiddenIn({ template, files });
  const shown = (values) => Object.fromEntries(Object.entries(values).filter(([name]) => !hidden.has(name)));
  const content = {
    template,
    files,
    timeoutMinutes,
    tags: [...tags],
    parameters: shown(parameters),
    parameter_defaults: shown(defaults),
    resource_registry: environment.resource_registry
  };
  return digest(content).slice("sha256:".length, "sha256:".length + 16);
}

// src/core/drift/untouched.ts
var MANY_STACKS = 50;
function untouchedContent(desired, stack) {
  if (desired.presence === "absent" || !isAsSent(desired, stack)) return null;
  const { template, files, environment, timeoutMinutes } = desired;
  const values = effectiveParameters(viewTemplate(template).parameters, environment);
  return {
    template,
    files,
    environment,
    timeoutMinutes,
    parameters: {
      ...Object.fromEntries(Object.entries(values).map(([name, value2]) => [name, textOf(value2)])),
      "OS::stack_id": stack.id,
      "OS::stack_name": stack.name
    }
  };
}
function textOf(value2) {
  return typeof value2 === "string" ? value2 : JSON.stringify(value2);
}
function evidentDefinitions(desired, observed) {
  const groups = observed.groups.map((group) => ({
    group,
    target: desired.groups.find(({ address }) => address === group.address)
  }));
  const evident = groups.every(
    ({ group, target }) => target !== void 0 && nestedFile(String(target.member["type"] ?? ""), desired.files, desired.environment) !== null && group.state.status === "COMPLETE"
  );
  if (!evident) return null;
  return Object.fromEntries(
    groups.map(({ group, target }) => {
      const definition = target ? handedDown(target, observed) : {};
      return [group.address, Object.fromEntries(group.members.map(({ name }) => [name, definition]))];
    })
  );
}

// src/core/plan/aliases.ts
var KEYS = /* @__PURE__ */ new Set(["pool", "subnet", "vip_subnet"]);
function mayBeAliased({ desired, observed }) {
  if (desired.presence === "absent" || observed.presence === "absent") return false;
  if (desired.template === observed.template) return false;
  const [wanted, live] = [namedIn(desired), namedIn(observed)];
  return [...live].some((word) => !wanted.has(word)) && [...wanted].some((word) => !live.has(word));
}
function inOurWords(pair, things) {
  const { desired, observed, definitions } = pair;
  if (desired.presence === "absent" || observed.presence === "absent") return pair;
  const wanted = namedIn(desired);
  const words2 = /* @__PURE__ */ new Map();
  for (const { id, name } of things) {
    if (things.filter((other) => other.name === name).length > 1) continue;
    if (wanted.has(id) && !wanted.has(name)) words2.set(name, id);
    if (wanted.has(name) && !wanted.has(id)) words2.set(id, name);
  }
  if (words2.size === 0) return pair;
  return {
    desired,
    observed: {
      ...observed,
      template: renamedObject(observed.template, words2),
      files: Object.fromEntries(
        Object.entries(observed.files).map(([path, text]) => [path, renamedText(path, text, words2)])
      )
    },
    definitions: Object.fromEntries(
      Object.entries(definitions).map(([group, members]) => [
        group,
        Object.fromEntries(Object.entries(members).map(([name, body]) => [name, renamedObject(body, words2)]))
      ])
    )
  };
}
var IN_TEXT = new RegExp(`\\b(?:${[...KEYS].join("|")})["']?\\s*:\\s*["']?([^"',{}[\\]\\s]+)`, "g");
function namedIn({ template, files }) {
  const found = /* @__PURE__ */ new Set();
  collect(template, found);
  for (const text of Object.values(files))
    for (const [, word] of text.matchAll(IN_TEXT)) if (word !== void 0) found.add(word);
  return found;
}
function collect(value2, found) {
  if (Array.isArray(value2)) for (const item of value2) collect(item, found);
  else if (isJsonObject(value2))
    for (const [key, inner] of Object.entries(value2)) {
      if (typeof inner !== "string") collect(inner, found);
      else if (KEYS.has(key)) found.add(inner);
    }
}
function renamedText(path, text, words2) {
  if (![...words2.keys()].some((word) => text.includes(word))) return text;
  const document = readHeatDocument(path, text, "nested template").document?.value;
  if (document === void 0) return text;
  const renamed3 = renamedObject(document, words2);
  return sameValue(renamed3, document) ? text : `${JSON.stringify(renamed3, null, 2)}
`;
}
function renamedObject(value2, words2) {
  return Object.fromEntries(
    Object.entries(value2).map(([key, inner]) => {
      const word = typeof inner === "string" && KEYS.has(key) ? words2.get(inner) : void 0;
      return [key, word ?? renamed2(inner, words2)];
    })
  );
}
function renamed2(value2, words2) {
  if (Array.isArray(value2)) return value2.map((item) => renamed2(item, words2));
  return isJsonObject(value2) ? renamedObject(value2, words2) : value2;
}

// src/commands/observe.ts
async function observe(cloud, desired, wanted) {
  const observed = await cloud.observe(desired.map(({ name }) => name));
  return pairsOf(cloud, desired, observed, (stack) => readDefinitions(cloud, stack, wanted));
}
async function observeUntouched(cloud, desired, wanted) {
  const byName = new Map(desired.map((one) => [one.name, one]));
  const untouched = /* @__PURE__ */ new Set();
  const observed = await cloud.observe([...byName.keys()], (stack) => {
    const one = byName.get(stack.name);
    const content = one ? untouchedContent(one, stack) : null;
    if (content !== null) untouched.add(stack.name);
    return content;
  });
  return pairsOf(cloud, desired, observed, async (stack, one) => {
    const evident = wanted === "all" && untouched.has(stack.name) ? evidentIn(one, stack) : null;
    return evident ?? readDefinitions(cloud, stack, wanted);
  });
}
function evidentIn(one, stack) {
  if (one.presence === "absent" || stack.presence === "absent") return null;
  return evidentDefinitions(one, stack);
}
var AT_ONCE = 32;
async function pairsOf(cloud, desired, observed, definitions) {
  const byName = new Map(observed.map((stack) => [stack.name, stack]));
  const pairs = await inTurns(desired, AT_ONCE, async (one) => {
    const stack = byName.get(one.name) ?? { presence: "absent", name: one.name };
    return { desired: one, observed: stack, definitions: await definitions(stack, one) };
  });
  return unaliased(cloud, pairs);
}
async function unaliased(cloud, pairs) {
  if (!pairs.some(mayBeAliased)) return pairs;
  const { pool, subnet } = await cloud.catalogue(["pool", "subnet"]);
  return pairs.map((pair) => mayBeAliased(pair) ? inOurWords(inOurWords(pair, pool), subnet) : pair);
}
async function readDefinitions(cloud, stack, wanted) {
  if (stack.presence === "absent" || wanted === "unfinished" && !needsDefinitions(stack)) return {};
  const entries = await Promise.all(
    stack.groups.map(
      async ({ address, nested }) => nested ? [[address, await cloud.memberDefinitions(nested)]] : []
    )
  );
  return Object.fromEntries(entries.flat());
}

// src/commands/read-prices.ts
async function readPrices(cloud, { list: list2, source, pairs, flavors }) {
  if (source === null || flavors.length === 0) return list2;
  const missing2 = missingPrices(pairs, flavors, list2);
  return isNothing(missing2) ? list2 : withRatings(list2, source, await cloud.ratings(missing2));
}

// src/commands/make-plan.ts
async function planAgainst(cloud, specs, now, guard) {
  const { desired, problems, unmet } = await compileSpecs(cloud, specs, now);
  const read = guard.moment === "plan" ? observeUntouched : observe;
  const observed = await read(cloud, desired, "unfinished");
  const ignoring = { rules: guard.rules.settings.ignore, now };
  const pairs = await leaveAlone(cloud, observed, ignoring);
  const plan = makePlan(pairs, []);
  const changes = plan.groups.map(({ action }) => action !== "no-op");
  const held = await holdAgainstCloud(cloud, pairs, plan, changes);
  const { flavors } = held;
  const list2 = priceListOn(guard.rules.prices, now);
  const source = guard.rules.settings.cloudKitty;
  const prices = await readPrices(cloud, { list: list2, source, pairs, flavors });
  const priced = withCosts(held.plan, { specs, pairs, flavors }, prices);
  return {
    plan: guardPlan(priced, { specs, pairs, now, judge: await judgeFor(guard) }, guard),
    pairs,
    problems: [...problems, ...unmet.filter((_, index) => changes[index]).flat(), ...held.problems]
  };
}
async function judgeFor({ rules }) {
  if (rules.guardrails.length === 0) return () => [];
  return (await import("./guardrail-findings-WJEZYBSV.js")).guardrailFindings;
}
async function pairsForBounds(cloud, specs, ignoring) {
  const pairs = await observe(cloud, await compileForBounds(cloud, specs, ignoring.now), "unfinished");
  return pairs.map((pair) => leaveIgnored(pair, ignoring));
}
async function holdAgainstCloud(cloud, pairs, plan, changes) {
  const changing = pairs.filter((_, index) => changes[index]).map(({ desired }) => desired);
  if (changing.every(({ presence }) => presence === "absent")) return { plan, problems: [], flavors: [] };
  const [catalogue, quotas] = await Promise.all([
    cloud.catalogue([.../* @__PURE__ */ new Set([...referencedTypes(changing), "flavor"])].sort()),
    cloud.quotas()
  ]);
  const hostRoom = await cloud.hostRoom(
    hostQuestions(
      pairs.filter((_, index) => changes[index]),
      catalogue.flavor
    )
  );
  const networks = networksInQuestion(changing, catalogue);
  const inUse = Object.fromEntries(
    await Promise.all(networks.map(async (id) => [id, await cloud.addressesInUse(id)]))
  );
  const rooms = pairs.map(
    (pair, index) => changes[index] ? checkRoom(pair, catalogue, inUse) : { problems: [], findings: [] }
  );
  const claims = pairs.map((pair, index) => claimOf(pair, plan.groups[index] ?? UNCHANGED, catalogue.flavor));
  const groups = plan.groups.map((group, index) => {
    const [pair, claim] = [pairs[index], claims[index]];
    if (!changes[index] || !pair || !claim) return group;
    return {
      ...group,
      findings: [
        ...group.findings,
        ...rooms[index]?.findings ?? [],
        ...quotaFindings({ group, claim, at: placeOf2(pair) }, claims, quotas),
        ...hostFindings({ group, pair, at: placeOf2(pair) }, hostRoom, catalogue.flavor)
      ],
      capacity: capacityOf(pair, group, catalogue.flavor)
    };
  });
  const crowded = rooms.flatMap((room) => room.problems);
  return {
    plan: { ...plan, groups, headRoom: headRoom(claims, quotas), hostRoom },
    problems: [...checkReferences(changing, catalogue), ...crowded],
    flavors: catalogue.flavor
  };
}
var UNCHANGED = { changes: [] };
function placeOf2({ desired }) {
  const [demand] = desired.presence === "present" ? desired.addresses : [];
  return demand?.at ?? desired.source;
}

// src/core/report/ignored-blocks.ts
function ignoredBlocks(all, detail) {
  if (all.length === 0) return [];
  const shown = all.slice(0, detail.rows).map(({ name, what, reason, expires }) => line`${strong(name)} ${what}: ${reason} (until ${expires})`);
  const rest = all.length - shown.length;
  const items = rest > 0 ? [...shown, line`and ${count("more difference", rest)}: see the summary`] : shown;
  return [
    {
      kind: "fold",
      summary: [`${count("difference", all.length)} ignored by the settings`],
      blocks: [{ kind: "list", items, numbered: false }]
    }
  ];
}
function ignoredChanges(groups) {
  return groups.flatMap(
    ({ name, ignored }) => ignored.map(({ path, live, declared, reason, expires }) => ({
      name,
      what: line`${path} stays ${value(live)} (spec: ${value(declared)})`,
      reason,
      expires
    }))
  );
}
function butIgnored(groups) {
  const number = groups.reduce((sum3, { ignored }) => sum3 + ignored.length, 0);
  return number === 0 ? [] : line`, but for ${count("ignored difference", number)}`;
}
function value(one) {
  if (one === null) return ["absent"];
  return [code(typeof one === "string" ? one : JSON.stringify(one))];
}

export {
  approvalRecord,
  detailsOf,
  changedPaths,
  wholePaths,
  clipped,
  QUOTA_WORDS,
  memoryWords,
  cellWords,
  ignoredBlocks,
  ignoredChanges,
  butIgnored,
  freezeOverride,
  leaveIgnored,
  compile,
  compileSpecs,
  readFacts,
  heldIn,
  remakeWords,
  remade,
  surroundingsOf,
  thingBehind,
  textField,
  objectsIn,
  timeField,
  BLIND_AFTER_MINUTES,
  differences,
  fieldsToSet,
  words,
  liveFields,
  sides,
  DRIFT_KINDS,
  driftItem,
  alarmDrift,
  toldResources,
  leaveAlone,
  filesInUse,
  sentNote,
  NOTE_ALONE_AFTER_MS,
  isAsLastApplied,
  wasSent,
  isStillAsSent,
  MANY_STACKS,
  observe,
  observeUntouched,
  planAgainst,
  pairsForBounds
};
