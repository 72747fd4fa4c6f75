import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  own
} from "./chunk-CEEK6GEM.js";

// src/core/balancer/members.ts
function balancerMembers(groups, network) {
  const members = groups.flatMap((group) => group.members);
  return members.flatMap(
    (member) => member.servers.map((server) => ({
      name: server.name || server.id,
      address: addressIn(server, network),
      ...belonging(member, server)
    }))
  );
}
function addressIn({ interfaces }, network) {
  const named = network ?? interfaces[0]?.network;
  const there = interfaces.filter((one) => one.network === named);
  return (there.find(({ address }) => !address.includes(":")) ?? there[0])?.address ?? null;
}
var GONE = ["MISSING", "DELETED", "SOFT_DELETED"];
function belonging(member, server) {
  const { state } = member;
  if (GONE.includes(server.status)) return { belongs: "out", why: "does not exist in Nova" };
  if (state.action === "DELETE" || server.taskState === "deleting") {
    return { belongs: "out", why: "is being deleted" };
  }
  if (server.status !== "ACTIVE") return { belongs: "as-is", why: `is ${server.status}` };
  if (state.action === "UPDATE" && member.servers.length > 1) return handingOver(member, server);
  if (state.status !== "COMPLETE") {
    return { belongs: "as-is", why: `stands at ${state.action}_${state.status} in Heat` };
  }
  return { belongs: "in", why: "" };
}
function handingOver({ servers, draining }, server) {
  const newest = servers.toSorted((a, b) => (a.createdAt ?? "") < (b.createdAt ?? "") ? 1 : -1)[0];
  if (server === newest) return { belongs: "in", why: "" };
  return draining ? { belongs: "out", why: "is being replaced" } : { belongs: "as-is", why: "serves until its successor does" };
}

// src/core/health/server-verdict.ts
var WELL = { status: "current", why: "", rank: 9, spare: null };
function serverVerdict(server) {
  const { status, taskState, fault } = server;
  if (GONE2.includes(status)) return { ...WELL, status: "not-found", why: "does not exist in Nova", rank: 0 };
  if (taskState === "deleting") return { ...WELL, status: "terminating", why: "is being deleted in Nova" };
  const at = UNDER_WAY[status];
  if (at !== void 0) return { ...WELL, status: "in-progress", why: at };
  if (status === "ACTIVE") return WELL;
  const put = wayBack(server);
  const why = `is ${status} in Nova${fault === null ? "" : `: ${fault}`}`;
  if (put === null) return { status: "failed", why, rank: 1, spare: null };
  return { status: "failed", why, rank: 2, spare: `somebody put it there; when done: ${put}` };
}
var GONE2 = ["MISSING", "DELETED", "SOFT_DELETED"];
var UNDER_WAY = {
  BUILD: "is built",
  REBUILD: "is rebuilt",
  REBOOT: "reboots",
  HARD_REBOOT: "reboots",
  RESIZE: "is resized",
  VERIFY_RESIZE: "waits for its resize to be confirmed",
  REVERT_RESIZE: "goes back to its size",
  MIGRATING: "is moved to another host",
  PASSWORD: "gets another password"
};
var PUT_BY_HAND = {
  PAUSED: (id) => `\`openstack server unpause ${id}\``,
  SUSPENDED: (id) => `\`openstack server resume ${id}\``,
  RESCUE: (id) => `\`openstack server unrescue ${id}\``,
  SHELVED: (id) => `\`openstack server unshelve ${id}\``,
  SHELVED_OFFLOADED: (id) => `\`openstack server unshelve ${id}\``
};
function wayBack({ status, id }) {
  return own(PUT_BY_HAND, status)?.(id) ?? null;
}
var WORST_FIRST = [
  "not-found",
  "failed",
  "terminating",
  "in-progress",
  "unknown",
  "current"
];
function worstVerdict(all) {
  const place = ({ status }) => WORST_FIRST.indexOf(status);
  return all.toSorted((a, b) => place(a) - place(b) || a.rank - b.rank)[0] ?? WELL;
}

// src/core/health/marks.ts
var OWN = "Thermostat: unhealthy: ";
var TAKEN_BACK = "Thermostat: mark taken back: ";
var LONGEST = 200;
function markReason(why) {
  return `${OWN}${why}`.slice(0, LONGEST);
}
function takenBackReason(why) {
  return `${TAKEN_BACK}${why}`.slice(0, LONGEST);
}
function markedBy(state, group) {
  if (!isMarked(state)) return null;
  if (state.reason.startsWith(OWN.trim())) return "own";
  return isMarked(group) ? "check" : "hand";
}
function isMarked({ action, status }) {
  return action === "CHECK" && status === "FAILED";
}
function replacementsIn(groups, events) {
  return groups.flatMap((group) => inGroup(group, events)).toSorted((a, b) => a.at - b.at);
}
function inGroup(group, events) {
  const found = [];
  const open = /* @__PURE__ */ new Set();
  for (const { address, at, status, reason } of events) {
    const member = address.startsWith(`${group}/`) ? address.slice(group.length + 1) : "";
    if (member === "" || member.includes("/")) continue;
    if (status === "CHECK_FAILED" && reason.startsWith(OWN.trim())) {
      if (!open.has(member)) found.push({ member, at: Date.parse(at) });
      open.add(member);
      continue;
    }
    if (status === "CHECK_COMPLETE" && reason.startsWith(TAKEN_BACK.trim())) takeBack(found, member);
    open.delete(member);
  }
  return found;
}
function takeBack(found, member) {
  const last = found.findLastIndex((one) => one.member === member);
  if (last >= 0) found.splice(last, 1);
}

// src/core/balancer/names.ts
function ownName(group, server) {
  const prefix = prefixOf(group);
  if (!server.startsWith(prefix)) return null;
  const rest = server.slice(prefix.length);
  if (/^[1-9]\d{0,3}$/.test(rest)) return { kind: "slot", number: Number(rest) };
  const address = /^(\d{1,3}(\.\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]+)$/.test(rest);
  return address ? { kind: "address", address: rest } : null;
}
function nameForAddress(group, address) {
  return `${prefixOf(group)}${address}`;
}
function prefixOf(group) {
  return `asg-${group}-`;
}

// src/core/balancer/lines.ts
function ownLines(group, servers) {
  const sorted = servers.toSorted((a, b) => compare(a.name, b.name));
  return sorted.flatMap((server) => {
    const own2 = ownName(group, server.name);
    return own2 === null ? [] : [{ own: own2, server }];
  });
}
function wantedMembers(members, port) {
  const rank = { in: 0, "as-is": 1, out: 2 };
  const byAddress = /* @__PURE__ */ new Map();
  for (const member of members.toSorted((a, b) => rank[a.belongs] - rank[b.belongs])) {
    const { address } = member;
    if (address !== null && !byAddress.has(address))
      byAddress.set(address, { member, endpoint: { address, port } });
  }
  return [...byAddress.values()].toSorted((a, b) => compare(a.endpoint.address, b.endpoint.address));
}
function matchLines(lines, wanted) {
  const pairs = wanted.flatMap((want) => {
    const candidates = lines.filter((line) => !isUnused(line) && addressOf(line) === want.endpoint.address);
    const [best] = candidates.toSorted((a, b) => quality(b, want) - quality(a, want));
    return best === void 0 ? [] : [[want, best]];
  });
  return new Map(pairs);
}
function quality({ own: own2, server }, { endpoint }) {
  const pointed = sameEndpoint(server.endpoint, endpoint) ? 4 : 0;
  return pointed + (server.state === "ready" ? 2 : 0) + (own2.kind === "slot" ? 1 : 0);
}
function addressOf({ own: own2, server }) {
  const address = server.endpoint?.address ?? null;
  return own2.kind === "address" && own2.address !== address ? null : address;
}
function isUnused({ own: own2, server }) {
  return own2.kind === "slot" && server.endpoint === null;
}
function staleLines(lines, wanted, matched) {
  const used = new Set(matched.values());
  const unplaced = wanted.filter((want) => want.member.belongs === "in" && !matched.has(want));
  const coming = new Set(unplaced.map(({ endpoint }) => endpoint.address));
  return lines.filter((line) => {
    if (isUnused(line) || used.has(line)) return false;
    return line.own.kind === "slot" || !coming.has(line.own.address);
  });
}
function isServing({ server }) {
  return server.state === "ready" && server.endpoint !== null;
}
function freeLines(lines, matched, stale) {
  const used = new Set(matched.values());
  const slots = lines.filter((line) => line.own.kind === "slot" && !used.has(line)).toSorted(bySlot);
  const dead = ({ server }) => server.sessions === 0 && (!server.up || server.state === "maint");
  return [...slots.filter(isUnused), ...slots.filter((line) => stale.includes(line) && dead(line))];
}
function bySlot(a, b) {
  return (a.own.kind === "slot" ? a.own.number : 0) - (b.own.kind === "slot" ? b.own.number : 0);
}
function sameEndpoint(a, b) {
  return a !== null && a.address === b.address && a.port === b.port;
}
function compare(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

// src/core/health/backend-verdict.ts
function backendVerdict(group, address, answers) {
  const said = answers.map((answer) => ofOne(group, address, answer));
  const down = said.filter(({ status }) => status === "failed").length;
  if (down === 0 || down === said.length) return worstVerdict(said);
  const others = said.filter(({ status }) => status === "unknown");
  return others.length > 0 ? worstVerdict(others) : unknown(`fails the check of ${down} of ${said.length} balancers, so it may be they who don't reach it`);
}
function ofOne(group, address, answer) {
  const { api, backend } = answer;
  if (answer.kind === "unreadable") return unknown(answer.why);
  const lines = ownLines(group, answer.servers).map(({ server }) => server);
  const own2 = lines.filter(({ endpoint }) => endpoint !== null && endpoint.address === address);
  const serving = own2.filter(({ state }) => state === "ready");
  const [first] = own2;
  if (first === void 0) return busy(`is not in the backend ${backend} at ${api} yet`);
  if (serving.length === 0) return busy(`is in ${first.state} in the backend ${backend} at ${api}`);
  if (serving.some(({ up, checked: checked2 }) => up || !checked2)) return WELL;
  const why = `fails its check in HAProxy (backend ${backend} at ${api})`;
  return { status: "failed", why, rank: 3, spare: null };
}
function unknown(why) {
  return { ...WELL, status: "unknown", why };
}
function busy(why) {
  return { ...WELL, status: "in-progress", why };
}

// src/core/health/balancer-verdict.ts
function balancerVerdict(ids, pool) {
  if (pool.kind === "unreadable") return unknown2(pool.why);
  if (ids.length === 0) return unknown2("Heat holds no member of a pool for it");
  return worstVerdict(
    ids.map((id) => {
      const found = pool.members.find((one) => one.id === id);
      return found ? placeVerdict(found) : unknown2("its place in the pool was deleted: drift tells how to mend it");
    })
  );
}
function placeVerdict({ operating, provisioning }) {
  if (provisioning.startsWith("PENDING_"))
    return busy2(`Octavia changes its place in the pool (${provisioning})`);
  switch (operating) {
    case "ONLINE":
    case "NO_MONITOR":
    case "DEGRADED":
      return WELL;
    case "DRAINING":
      return busy2("drains: its weight in the pool is 0");
    case "ERROR":
      return { status: "failed", why: "fails its health monitor: ERROR in Octavia", rank: 3, spare: null };
    default:
      return unknown2(`is ${operating} in Octavia, which says nothing of its health`);
  }
}
function unknown2(why) {
  return { ...WELL, status: "unknown", why };
}
function busy2(why) {
  return { ...WELL, status: "in-progress", why };
}

// src/core/health/member-verdict.ts
function memberVerdict(member, evidence) {
  const found = inHeat(member) ?? checked(member, evidence);
  const marked = markedBy(member.state, evidence.group);
  const asked = marked === "hand" && (found.status === "current" || found.status === "in-progress");
  const verdict = asked ? { status: "failed", why: `is marked unhealthy in Heat: ${member.state.reason}`, rank: 2, spare: null } : found;
  const spare = marked === "hand" ? null : verdict.spare;
  return {
    name: member.name,
    physicalId: member.physicalId,
    server: member.servers[0]?.name || member.servers[0]?.id || member.name,
    serverIds: member.servers.map(({ id }) => id),
    ...verdict,
    spare: isSick(verdict) && isLocked(member) ? LOCKED : spare,
    condemned: member.state.status === "FAILED" && member.state.action !== "DELETE",
    marked
  };
}
function isSick({ status }) {
  return status === "failed" || status === "not-found";
}
var LOCKED = "somebody has locked it, so Nova would not delete it: `openstack server unlock` it, then it is replaced";
function isLocked({ servers }) {
  return servers.some(({ locked }) => locked === true);
}
var LEAVES = "it leaves the group";
function inHeat({ state, draining }) {
  const { action, status, reason } = state;
  if (action === "DELETE") {
    const why = status === "FAILED" ? `could not be deleted: ${reason}` : "is being deleted";
    return { ...WELL, status: "terminating", why, spare: LEAVES };
  }
  if (status === "IN_PROGRESS")
    return { ...WELL, status: "in-progress", why: HEAT_WORDS[action] ?? "changes" };
  if (draining) return { ...WELL, status: "in-progress", why: "finishes what it has" };
  if (status !== "FAILED" || isMarked(state)) return null;
  return { status: "failed", why: `is ${action}_FAILED in Heat: ${reason}`, rank: 1, spare: null };
}
var HEAT_WORDS = {
  INIT: "is made",
  CREATE: "is made",
  UPDATE: "is changed",
  CHECK: "is checked"
};
function checked(member, evidence) {
  const { servers } = member;
  if (servers.length === 0) return WELL;
  const inNova = worstVerdict(servers.map(serverVerdict));
  if (inNova.status !== "current") return inNova;
  return inGrace(
    worstVerdict([...balancer(member, evidence), ...probes(servers, evidence)]),
    servers,
    evidence
  );
}
function balancer({ name, servers }, evidence) {
  const { spec, pool, poolMembers, backends } = evidence;
  if (!spec.checks.some(({ kind }) => kind === "loadBalancer")) return [];
  if (backends === null) return [balancerVerdict(poolMembers[name] ?? [], pool)];
  const { group, network, answers } = backends;
  return servers.map((server) => backendVerdict(group, addressIn(server, network), answers));
}
function probes(servers, { probes: results }) {
  const ids = servers.map(({ id }) => id);
  return results.filter(({ serverId, verdict }) => ids.includes(serverId) && verdict !== "passed").map(({ verdict, check, why }) => ({
    status: verdict === "failed" ? "failed" : "unknown",
    why: `${check}: ${why}`,
    rank: 4,
    spare: null
  }));
}
function inGrace(found, servers, { spec, now }) {
  if (found.status === "current") return found;
  const launched = Math.max(...servers.map((one) => Date.parse(one.launchedAt ?? one.createdAt ?? "")));
  const left = Math.ceil((launched + spec.graceSeconds * 1e3 - now) / 1e3);
  if (!(left > 0)) return found;
  return { ...WELL, status: "in-progress", why: `still starts (grace for ${left} s more): ${found.why}` };
}

// src/core/health/budget.ts
var HOUR = 36e5;
function budgetOf({ spec, verdicts, beside, history, planned, now }) {
  const { maxUnavailable, perHour } = spec.replace;
  const all = [...verdicts, ...beside];
  const busy3 = all.filter(isOut).length + planned;
  const unfinished = new Set(all.filter(({ marked }) => marked === "own").map(({ name }) => name));
  const recent = history.filter(({ at }) => at > now - HOUR);
  const open = new Set(recent.map(({ member }) => member).filter((member) => unfinished.has(member))).size;
  const spent = recent.length - open + planned;
  const byNumber = maxUnavailable - busy3;
  const byHour = perHour - spent;
  const first = recent[0];
  return {
    left: Math.max(0, Math.min(byNumber, byHour)),
    why: byHour < byNumber && first !== void 0 ? `${spent} of ${perHour} replacements of this hour are used up (replace.perHour); the next is free at ${new Date(first.at + HOUR).toISOString()}` : perHour === 0 ? "replace.perHour is 0: nobody is ever replaced" : `at most ${maxUnavailable} at once${beside.length === 0 ? "" : " in all zones together"} (replace.maxUnavailable)${busyWords(busy3, planned)}`
  };
}
function mostAtOnce(spec) {
  return spec === null ? 0 : Math.min(spec.replace.maxUnavailable, spec.replace.perHour);
}
function busyWords(busy3, planned) {
  if (busy3 === 0) return "";
  const what = planned === busy3 ? "replaced first" : "not in service already";
  return `, and ${busy3} ${busy3 === 1 ? "is" : "are"} ${what}`;
}
function isOut({ status, spare }) {
  if (status === "terminating") return spare !== LEAVES;
  return status === "in-progress" || status === "unknown";
}

export {
  balancerMembers,
  ownName,
  nameForAddress,
  ownLines,
  wantedMembers,
  matchLines,
  staleLines,
  isServing,
  freeLines,
  sameEndpoint,
  compare,
  wayBack,
  markReason,
  takenBackReason,
  isMarked,
  replacementsIn,
  memberVerdict,
  isSick,
  budgetOf,
  mostAtOnce
};
