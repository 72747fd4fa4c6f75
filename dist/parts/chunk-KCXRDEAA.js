import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  recordTexts
} from "./chunk-VQS2B2UL.js";
import {
  QUOTA_WORDS,
  approvalRecord,
  butIgnored,
  cellWords,
  freezeOverride,
  ignoredBlocks,
  ignoredChanges,
  memoryWords,
  planAgainst
} from "./chunk-RWMEBKYK.js";
import {
  chooseSpecs,
  noticeBlocks,
  stopOnProblems
} from "./chunk-M2KSBIVX.js";
import {
  isRefused
} from "./chunk-5M2OS46A.js";
import {
  add,
  findingAnnotations,
  problemAnnotations
} from "./chunk-6QRIG4YD.js";
import {
  BOOT_SECONDS,
  EVALUATION_SECONDS,
  durationWords,
  spanWords
} from "./chunk-KDWKVUYD.js";
import {
  assemble,
  boundsClause,
  boundsHeadline,
  fieldDiff,
  findingLine,
  footer,
  growthClause,
  planNext,
  problemBlocks,
  refusalBlocks,
  serverTally,
  serverWords,
  shrinksBelowLive,
  stackLink,
  sumServers
} from "./chunk-RC7L2NCV.js";
import {
  MONTH_HOURS,
  hourWords,
  monthWords,
  planJson
} from "./chunk-WTYPQLUP.js";
import {
  BREAK,
  capitalised,
  code,
  count,
  grouped,
  join,
  known,
  line,
  link,
  listed,
  names,
  paragraph,
  shortNames,
  strong
} from "./chunk-Q3CFLGCV.js";

// src/core/report/cost-words.ts
function costCell(cost) {
  if (cost === null) return [];
  return line`${moved(cost.before.max, cost.after.max, monthWords)} ${cost.currency}`;
}
function costTally(groups) {
  const costs = groups.flatMap(({ cost }) => cost ?? []);
  const [first] = costs;
  if (first === void 0 || costs.length < groups.length) return [];
  const most = (of) => add(costs.map(of));
  return line`${moved(
    most(({ before }) => before.max),
    most(({ after }) => after.max),
    monthWords
  )} ${first.currency}`;
}
function costLine(cost) {
  if (cost === null) return null;
  const of = (words) => join(
    ["min", "now", "max"].map(
      (at) => line`${SIZE_WORDS[at]} ${moved(cost.before[at], cost.after[at], words)}`
    ),
    ", "
  );
  const unknown = cost.unknown.length === 0 ? "" : `; no price is known of ${cost.unknown.join(", ")}`;
  return line`Costs in ${cost.currency} a month (${MONTH_HOURS} h): ${of(monthWords)}; an hour: ${of(hourWords)}${unknown}`;
}
var SIZE_WORDS = { min: "at min", now: "now", max: "at max" };
function moved(before, after, words) {
  const [from, to] = [words(before), words(after)];
  if (from === to) return [to];
  return before.exact && before.atLeast === 0 ? [strong(to)] : line`${from} → ${strong(to)}`;
}
var MOST_TEAMS = 10;
function costBlocks(groups) {
  const costs = groups.flatMap(({ cost }) => cost ?? []);
  const [first] = costs;
  if (first === void 0 || costs.length < 2) return [];
  const teams = [...new Set(costs.map(({ team }) => team))].sort(
    (a, b) => order(a) - order(b) || compare(a, b)
  );
  const shown = teams.slice(0, MOST_TEAMS);
  const row = (name, those) => [
    name,
    ...["min", "now", "max"].map(
      (at) => moved(add(those.map(({ before }) => before[at])), add(those.map(({ after }) => after[at])), monthWords)
    )
  ];
  const named3 = shown.map(
    (team) => row(
      team === null ? line`no team` : [code(team)],
      costs.filter((cost) => cost.team === team)
    )
  );
  const others = costs.filter(({ team }) => !shown.includes(team));
  const more3 = others.length === 0 ? [] : [row(line`${count("more team", teams.length - shown.length)}`, others)];
  const head = [line`${first.currency} a month`, line`at min`, line`now`, line`at max`];
  const rows = teams.length === 1 ? named3 : [...named3, ...more3, row(line`all groups`, costs)];
  const all = add(costs.map(({ after }) => after.max));
  const summary2 = line`Cost of all groups at most: ${strong(`${monthWords(all)} ${first.currency}`)} a month`;
  return [{ kind: "fold", summary: summary2, blocks: [{ kind: "table", head, rows }] }];
}
function order(team) {
  return team === null ? 1 : 0;
}
function compare(a, b) {
  return String(a) < String(b) ? -1 : 1;
}

// src/core/report/size-bar.ts
var WIDTH = 20;
var LARGEST = 2;
var MINIMUM = "█";
var RUNNING = "▓";
var ROOM = "░";
var EXTRA = "▒";
var SIZE_LEGEND = `${MINIMUM} minimum ${RUNNING} running above it ${ROOM} room up to the maximum`;
var BATCH_LEGEND = `${MINIMUM} in service ${EXTRA} leaving, building or not ready yet`;
function scaleOf(groups) {
  return scaleFor(groups.flatMap(({ size }) => [largest(size), size.before?.max ?? 0]));
}
function sizeBar({ min, now, max }, scale) {
  if (min === null || now === null || max === null) return null;
  const to = (servers) => length(servers, scale);
  const solid = to(Math.min(min, now));
  const running = Math.max(to(now) - solid, now > min ? 1 : 0);
  const room = Math.max(to(max) - solid - running, max > now ? 1 : 0);
  return `${MINIMUM.repeat(solid)}${RUNNING.repeat(running)}${ROOM.repeat(room)}`;
}
function batchScale(batches) {
  return scaleFor(batches.map(({ running }) => running));
}
function batchBar({ running, inService: inService2 }, scale) {
  const solid = length(inService2, scale);
  const extra = Math.max(length(running, scale) - solid, running > inService2 ? 1 : 0);
  return `${MINIMUM.repeat(solid)}${EXTRA.repeat(extra)}`;
}
function scaleFor(sizes) {
  const most = sizes.reduce((sofar, size) => Math.max(sofar, size), 1);
  return Math.min(LARGEST, WIDTH / most);
}
function largest({ max, current, after }) {
  return Math.max(max ?? 0, current, after ?? 0);
}
function length(servers, scale) {
  return servers <= 0 ? 0 : Math.max(1, Math.round(servers * scale));
}

// src/core/report/trigger-lines.ts
function triggerBlocks(triggers) {
  if (triggers.length === 0) return [];
  const reckoned = triggers.some(({ reaction }) => reaction !== null);
  const assumptions = line`Reaction times count ${durationWords(BOOT_SECONDS)} for a server to start and ${durationWords(EVALUATION_SECONDS)} between two looks of Aodh; measures that arrive late add to them.`;
  return [
    { kind: "list", items: triggers.map(triggerLine), numbered: false },
    ...reckoned ? [{ kind: "paragraph", lines: [assumptions] }] : []
  ];
}
function triggerLine(trigger) {
  const { policy, effect: effect2, when, reaction, measuredEverySeconds } = trigger;
  const paused = trigger.enabled ? "" : " (paused: the alarm is switched off)";
  const soon = reaction === null ? "" : `; reaction ${spanWords(reaction.earliestSeconds, reaction.latestSeconds)}`;
  const every = measuredEverySeconds === null ? "" : ` (measured every ${durationWords(measuredEverySeconds)})`;
  return line`${code(policy)} ${effect2} when ${when}${soon}${every}${paused}`;
}

// src/core/report/group-fold.ts
var FATES = [
  ["delete", "deleted"],
  ["replace", "replaced"],
  ["update", "changed in place"],
  ["create", "created"],
  ["keep", "kept"]
];
var STEP_WORDS = {
  create: "creates the stack",
  "release-capacity": "hands the size to the autoscaler",
  detour: "makes room at the load balancer",
  shrink: "sets the new bounds",
  update: "updates the stack",
  delete: "deletes the stack"
};
var OPEN_LINES = 24;
function groupFold(group, detail, { context, alone }) {
  const diff = diffBlocks(group, detail);
  const blocks = [
    ...diff,
    ...triggerBlocks(group.triggers),
    ...group.scalingGroups.flatMap((one) => memberBlocks(one, group, detail)),
    ...stepBlocks(group),
    ...costBlock(group),
    ...findingBlocks(group)
  ];
  if (blocks.length === 0) return null;
  const open = alone && diff.every((one) => one.kind !== "diff" || one.lines.length <= OPEN_LINES);
  return {
    kind: "fold",
    summary: headline(group, context),
    blocks,
    ...open ? { open } : {}
  };
}
function headline(group, context) {
  const warnings = group.findings.filter(({ severity }) => severity === "warn").length;
  const parts = [
    [strong(group.name)],
    shortly(group),
    [sourceLink(group.source, context)],
    ...warnings > 0 ? [[`⚠ ${count("warning", warnings)}`]] : []
  ];
  return join(parts, " · ");
}
function sourceLink({ file, line: row }, { links }) {
  const base = links?.source ?? null;
  if (base === null) return `${file}:${row}`;
  const path = file.split("/").map(encodeURIComponent).join("/");
  return link(`${file}:${row}`, `${base.replace(/\/+$/, "")}/${path}#L${row}`);
}
function shortly(group) {
  if (group.action === "no-op") return line`unchanged`;
  if (group.action === "create" || group.action === "delete") return [`${group.action}d`];
  const servers = { ...group.servers, keep: group.servers.update };
  const moves = [...boundsHeadline(group.size).map((one) => [one]), serverWords(servers)];
  const said = moves.filter((one) => one.length > 0);
  const changes = group.changes.filter((change) => change.action !== "no-op");
  return said.length > 0 ? join(said, " · ") : [count("change", changes.length)];
}
function diffBlocks(group, detail) {
  if (group.changes.every((change) => change.action === "no-op")) return [];
  if (detail.diffLines === 0) {
    return [paragraph(line`${count("change", group.changes.length)}: see the summary.`)];
  }
  const limits = { maxLines: detail.diffLines, maxColumns: detail.columns };
  return [{ kind: "diff", lines: fieldDiff(group.changes, limits) }];
}
function memberBlocks(one, group, detail) {
  if (group.action === "no-op") return [];
  const title = group.scalingGroups.length > 1 ? line`${code(one.address)}: ` : [];
  const inBatches = one.batches.length > 1;
  const fates = FATES.map(([fate, word]) => {
    const named3 = !(inBatches && (fate === "replace" || fate === "update"));
    return fateLine(one.members, fate, word, named3 ? detail.serverNames : 0);
  }).filter(isSaid);
  if (fates.length === 0) return [];
  const lists = fates.map((one2, index) => index === 0 ? line`${title}${one2}` : one2);
  return [{ kind: "paragraph", lines: lists }, ...batchBlocks(one.batches, detail)];
}
function fateLine(members, fate, word, maxNames) {
  const those = members.filter((member) => member.fate === fate);
  const named3 = those.map(memberName).filter((name) => name !== null);
  if (those.length === 0) return [];
  const head = line`${strong(grouped(those.length))} ${word}`;
  const hows2 = [...new Set(those.map((member) => member.how))].filter((how) => how !== "");
  const why = hows2.length === 1 && fate !== "create" ? ` (${hows2[0] ?? ""})` : "";
  if (maxNames === 0 || named3.length === 0) return line`${head}${why}`;
  return line`${head}${why}: ${hows2.length > 1 ? eachWithHow(those, maxNames) : names(named3, maxNames)}`;
}
function eachWithHow(members, maxNames) {
  const shown = members.slice(0, maxNames).map((member) => line`${code(memberName(member) ?? "new")} (${member.how})`);
  const rest = members.length - shown.length;
  return join(rest > 0 ? [...shown, [`and ${grouped(rest)} more`]] : shown, ", ");
}
function memberName(member) {
  return member.server?.name ?? member.member;
}
function batchBlocks(batches, detail) {
  if (batches.length < 2) return [];
  const scale = detail.bars ? batchScale(batches) : null;
  const most = Math.max(detail.serverNames, MIN_BATCHES);
  const shown = batches.slice(0, most).map((batch, index) => [
    [String(index + 1)],
    detail.serverNames > 0 && batch.servers.length > 0 ? names(batch.servers, detail.serverNames) : [count("server", batch.servers.length)],
    inService(batch, scale)
  ]);
  const rest = batches.length - shown.length;
  const rows = rest > 0 ? [...shown, [[`${grouped(rest)} more`], [], []]] : shown;
  const table2 = { kind: "table", head: [line`batch`, line`goes`, line`in service meanwhile`], rows };
  return scale === null ? [table2] : [table2, { kind: "legend", line: [BATCH_LEGEND] }];
}
var MIN_BATCHES = 20;
function inService(batch, scale) {
  const { running, inService: serving } = batch;
  const more3 = running === serving ? "" : ` (${grouped(running)} running)`;
  return line`${scale === null ? [] : [code(batchBar(batch, scale)), " "]}${grouped(serving)}${more3}`;
}
function stepBlocks(group) {
  if (group.steps.length === 0) return [];
  const items = group.steps.map(({ kind, why }) => {
    return line`${code(kind)}: ${why === "" ? STEP_WORDS[kind] : why}`;
  });
  const [only] = items;
  if (items.length === 1 && only !== void 0) return [paragraph(line`Apply sends ${only}`)];
  return [paragraph(line`Apply sends, one after the other:`), { kind: "list", items, numbered: true }];
}
function costBlock(group) {
  const words = group.action === "no-op" ? null : costLine(group.cost);
  return words === null ? [] : [paragraph(words)];
}
function findingBlocks(group) {
  if (group.findings.length === 0) return [];
  const items = group.findings.map(findingLine);
  return [{ kind: "list", items, numbered: false }];
}
function isSaid(content) {
  return content.length > 0;
}

// src/core/report/head-room-blocks.ts
var MOST_ROWS = 12;
function headRoomBlocks(rows, hosts) {
  if (rows === null || rows.length === 0) return [];
  const counted = rows.filter((row) => "limit" in row);
  const tight = counted.filter(({ state }) => state !== "roomy");
  const words = [...openWords(rows), ...unknownWords(rows), ...hostWords(hosts)];
  if (tight.length > 0) return [...table(tight), ...paragraph2(words)];
  const room = join([...counted.slice(0, MOST_ROWS).map(roomWords), ...more(counted)], " · ");
  const lines = [...counted.length === 0 ? [] : [line`At most, rollouts included: ${room}`], ...words];
  const summary2 = counted.length === 0 ? line`Nobody can tell whether the quotas have room for all groups at their largest` : line`The quotas have room for all groups at their largest`;
  return [{ kind: "fold", summary: summary2, blocks: paragraph2(lines) }];
}
function table(rows) {
  const head = [
    line`quota`,
    line`used elsewhere`,
    line`all groups at most`,
    line`more during rollouts`,
    line`allowed`,
    line`left`
  ];
  const sorted = rows.toSorted((a, b) => Number(b.state === "exceeded") - Number(a.state === "exceeded"));
  const shown = sorted.slice(0, MOST_ROWS).map((row) => {
    const { name, limit, others, most, surge: surge2 } = row;
    const left = limit - others - most;
    return [
      nameOf(row),
      [cellWords(name, others)],
      [cellWords(name, most)],
      [cellWords(name, surge2)],
      [cellWords(name, limit)],
      left < 0 ? [strong(`−${cellWords(name, -left)}`)] : [cellWords(name, left)]
    ];
  });
  const rest = more(rows).map((words2) => [words2, [], [], [], [], []]);
  const exceeded = rows.some(({ state }) => state === "exceeded");
  const words = exceeded ? line`${strong("The quota does not suffice")} for all groups at their largest:` : line`${strong("The quota is tight")} when all groups are at their largest:`;
  return [...paragraph2([words]), { kind: "table", head, rows: [...shown, ...rest] }];
}
function more(rows) {
  return rows.length > MOST_ROWS ? [[`${grouped(rows.length - MOST_ROWS)} more`]] : [];
}
function roomWords(row) {
  const { name, others, most, surge: surge2, limit } = row;
  return line`${cellWords(name, others + most + surge2)} of ${cellWords(name, limit)} ${nameOf(row)}`;
}
function nameOf({ name, of }) {
  const { many } = QUOTA_WORDS[name];
  return of === null ? [many] : line`${many} (${code(of)})`;
}
function openWords(rows) {
  const open = rows.filter(({ state }) => state === "unlimited");
  return open.length === 0 ? [] : [line`Without a limit: ${join(named(open), ", ")}`];
}
function unknownWords(rows) {
  const unknown = rows.filter((row) => row.state === "unknown");
  const reasons = [...new Set(unknown.map(({ why }) => why))];
  return reasons.map((why) => {
    const those = unknown.filter((row) => row.why === why);
    return line`Not checked: ${join(named(those), ", ")} (${why})`;
  });
}
function hostWords(hosts) {
  const known2 = hosts.flatMap((room) => room.kind === "known" ? [room] : []);
  const rooms = known2.slice(0, MOST_ROWS).map(({ flavor, servers, orMore }) => {
    const about = `${orMore ? "at least" : "about"} ${grouped(servers)}`;
    return line`${about} more ${servers === 1 ? "server" : "servers"} of ${code(flavor)}`;
  });
  const unknown = hosts.flatMap((room) => room.kind === "unknown" ? [room] : []);
  const reasons = [...new Set(unknown.map(({ why }) => why))];
  return [
    ...rooms.length === 0 ? [] : [line`Room on the hosts, which others share: ${join(rooms, " · ")}`],
    ...reasons.map((why) => line`Not checked: room on the hosts (${why})`)
  ];
}
function named(rows) {
  return [...new Set(rows.map(({ name }) => QUOTA_WORDS[name].many))].map((many) => [many]);
}
function paragraph2(lines) {
  return lines.length === 0 ? [] : [{ kind: "paragraph", lines: lines.map(capitalised) }];
}

// src/core/report/plan-danger.ts
function dangers(groups, maxLines, maxNames) {
  const found = KINDS.map((kind) => ({ ...kind, those: groups.filter(kind.holds) }));
  const lines = found.flatMap(({ words, those }) => those.slice(0, maxLines).map((group) => () => words(group, maxNames))).slice(0, maxLines);
  return {
    tone: found.some(({ forGood, those }) => forGood && those.length > 0) ? "caution" : "warning",
    lines: lines.map((words) => words()),
    more: found.reduce((sum, { those }) => sum + those.length, 0) - lines.length
  };
}
var KINDS = [
  { holds: (group) => group.action === "delete", words: deletion, forGood: true },
  { holds: shrinks, words: shrinking, forGood: true },
  { holds: (group) => group.servers.replace > 0, words: replacement, forGood: false },
  { holds: isInterrupted, words: interruption, forGood: false }
];
function shrinks(group) {
  return group.action !== "delete" && (shrinksBelowLive(group.size) || group.servers.delete > 0);
}
function deletion(group, maxNames) {
  const headline2 = strong(`${group.name} is deleted`);
  if (group.size.current === 0) return line`${headline2}: the stack and all that is in it`;
  const servers = serversOf(group, "delete");
  return line`${headline2}, the stack with its ${count("server", group.size.current)}${named2(servers, maxNames)}`;
}
function shrinking(group, maxNames) {
  const { current, after } = group.size;
  const headline2 = strong(`${group.name} deletes ${count("server", group.servers.delete)}`);
  const why = after !== null && after < current ? `: ${grouped(current)} run now, ${grouped(after)} will` : "";
  return line`${headline2}${why}${gone(serversOf(group, "delete"), maxNames)}`;
}
function gone(servers, maxNames) {
  if (servers.length === 0 || maxNames === 0) return [];
  return line`; gone ${servers.length === 1 ? "is" : "are"} ${shortNames(servers, maxNames)}`;
}
function replacement(group, maxNames) {
  const headline2 = strong(`${group.name} replaces ${count("server", group.servers.replace)}`);
  const order2 = group.scalingGroups.flatMap((one) => one.batches.flatMap((batch) => batch.servers));
  const servers = order2.length > 0 ? order2 : serversOf(group, "replace");
  const inOrder = order2.length > 1 && maxNames > 0 ? " in this order" : "";
  return line`${headline2}${inOrder}${named2(servers, maxNames)}${surge(group)}`;
}
function surge(group) {
  const batches = group.scalingGroups.length === 1 ? group.scalingGroups[0]?.batches ?? [] : [];
  const most = batches.reduce((sofar, { running }) => Math.max(sofar, running), 0);
  return most > group.size.current ? `; up to ${grouped(most)} run meanwhile` : "";
}
var INTERRUPTS = /^(?:rebuilt|resized)\b/;
function isInterrupted({ servers, scalingGroups }) {
  if (servers.update === 0) return false;
  return scalingGroups.some(
    ({ members }) => members.some(({ fate, how }) => fate === "update" && INTERRUPTS.test(how))
  );
}
function interruption(group, maxNames) {
  const servers = serversOf(group, "update", INTERRUPTS);
  const headline2 = strong(`${group.name} takes ${count("server", servers.length)} down for a while`);
  return line`${headline2}, to rebuild or resize in place${named2(servers, maxNames)}`;
}
function serversOf(group, fate, how = /(?:)/) {
  return group.scalingGroups.flatMap((one) => one.members).filter((member) => member.fate === fate && how.test(member.how)).map((member) => member.server?.name ?? member.member ?? "a new server");
}
function named2(servers, maxNames) {
  return servers.length === 0 || maxNames === 0 ? [] : line`: ${shortNames(servers, maxNames)}`;
}

// src/core/report/capacity-words.ts
function capacityClause(capacity) {
  const more3 = growth(capacity);
  if (more3 === null) return [];
  if (more3.vcpus !== 0) return [line`${strong(`${signed(more3.vcpus)} vCPU`)} at most`];
  if (more3.ramMiB !== 0) return [line`${strong(signedMemory(more3.ramMiB))} at most`];
  return [];
}
function capacityTally(groups) {
  const sized = groups.filter(({ scalingGroups }) => scalingGroups.length > 0);
  const growths = sized.map(({ capacity }) => growth(capacity));
  if (growths.some((one) => one === null)) return [];
  const vcpus = growths.reduce((sum, one) => sum + (one?.vcpus ?? 0), 0);
  return vcpus === 0 ? [] : [line`${signed(vcpus)} vCPU at most`];
}
function capacityDetail(capacity) {
  const more3 = growth(capacity);
  if (capacity === null || more3 === null || capacity.most === null || capacity.mostBefore === null)
    return null;
  if (more3.vcpus === 0 && more3.ramMiB === 0) return null;
  const { most, mostBefore } = capacity;
  const before = mostBefore.vcpus === 0 ? "" : ` (was ${amountWords(mostBefore)})`;
  return line`at full size it takes ${amountWords(most)}${before}`;
}
function capacityCell(capacity) {
  const { most = null, mostBefore = null } = capacity ?? {};
  if (most === null) return [];
  if (mostBefore === null || mostBefore.vcpus === most.vcpus) return [grouped(most.vcpus)];
  if (mostBefore.vcpus === 0) return [strong(grouped(most.vcpus))];
  return line`${grouped(mostBefore.vcpus)} → ${strong(grouped(most.vcpus))}`;
}
function growth(capacity) {
  const { most = null, mostBefore = null } = capacity ?? {};
  if (most === null || mostBefore === null) return null;
  return { vcpus: most.vcpus - mostBefore.vcpus, ramMiB: most.ramMiB - mostBefore.ramMiB };
}
function amountWords({ vcpus, ramMiB }) {
  return `${grouped(vcpus)} vCPU and ${memoryWords(ramMiB)}`;
}
function signedMemory(mebibytes) {
  return `${mebibytes < 0 ? "−" : "+"}${memoryWords(Math.abs(mebibytes))}`;
}
function signed(number) {
  return `${number < 0 ? "−" : "+"}${grouped(Math.abs(number))}`;
}

// src/core/report/plan-effect.ts
var MAX_HOWS = 2;
var MAX_RESOURCES = 3;
function effect(group) {
  return line`${strong(group.name)} ${predicate(group)}`;
}
function effectDetails(group) {
  if (group.action === "no-op" || group.action === "delete") return [];
  const said = [pace(group), whatStays(group), capacityDetail(group.capacity)];
  return said.filter((one) => one !== null).map(capitalised);
}
function predicate(group) {
  switch (group.action) {
    case "create":
      return creation(group);
    case "delete":
      return group.size.current === 0 ? line`is deleted` : line`is deleted with its ${strong(count("server", group.size.current))}`;
    case "no-op":
      return line`stays as it is`;
    case "update":
    case "replace":
      return update(group);
  }
}
function creation(group) {
  if (group.scalingGroups.length === 0) return line`is created`;
  const { after, min, max } = group.size;
  if (after === null) return line`is created; how many servers it starts with only Heat can tell`;
  const size = line`is created with ${strong(count("server", after))} and may have ${known(min)} to ${known(max)}`;
  return join([size, ...capacityClause(group.capacity)], ", ");
}
function update(group) {
  const clauses = [
    ...resumeClause(group),
    ...deleteClause(group),
    ...replaceClause(group),
    ...inPlaceClause(group),
    ...growthClause(group.size),
    ...boundsClause(group.size)
  ];
  const said = listed(clauses.length > 0 ? clauses : [resourcesClause(group)]);
  return line`${join([said, ...capacityClause(group.capacity)], ", ")}${reassurance(group)}`;
}
function resumeClause(group) {
  const resumes = group.changes.some((change) => change.address === "stack" && change.action === "update");
  return resumes ? [line`finishes the update that stopped`] : [];
}
function deleteClause({ servers, size }) {
  if (servers.delete === 0) return [];
  return [line`deletes ${strong(grouped(servers.delete))} of ${count("server", size.current)}`];
}
function replaceClause(group) {
  if (group.servers.replace === 0) return [];
  return [line`replaces ${whichReplaced(group)}${hows(group, "replace")}`];
}
function whichReplaced({ servers, size }) {
  const { replace } = servers;
  if (replace === size.current) return line`all ${strong(count("server", replace))}`;
  const others = servers.delete > 0 && replace + servers.delete === size.current;
  if (others) return line`the other ${strong(grouped(replace))}`;
  return line`${strong(grouped(replace))} of ${count("server", size.current)}`;
}
function inPlaceClause(group) {
  const { update: changed } = group.servers;
  if (changed === 0) return [];
  return [line`changes ${strong(count("server", changed))} in place${hows(group, "update")}`];
}
function hows(group, fate) {
  const members = group.scalingGroups.flatMap((one) => one.members).filter((one) => one.fate === fate);
  const reasons = [...new Set(members.map((member) => member.how))].filter((how) => how !== "");
  if (reasons.length === 0 || reasons.length > MAX_HOWS) return [];
  const words = reasons.map((how) => [how.replace(" in place", "")]);
  return line` (${join(words, "; ")})`;
}
function resourcesClause(group) {
  const addresses = group.changes.filter((change) => change.action !== "no-op").map((change) => change.address);
  if (addresses.length === 0) return line`is updated`;
  if (addresses.length > MAX_RESOURCES) return line`changes in ${strong(count("place", addresses.length))}`;
  return line`changes ${listed(addresses.map((address) => [code(address)]))}`;
}
function reassurance({ servers, size }) {
  const untouched = servers.replace + servers.update + servers.delete === 0;
  return untouched && size.current > 0 ? "; replaces nothing" : "";
}
function pace(group) {
  const batches = group.scalingGroups.flatMap((one) => one.batches).filter((one) => one.servers.length > 0);
  if (batches.length === 0) return null;
  const largest2 = extreme(
    Math.max,
    batches.map((batch) => batch.servers.length)
  );
  const least = extreme(
    Math.min,
    batches.map((batch) => batch.inService)
  );
  const most = extreme(
    Math.max,
    batches.map((batch) => batch.running)
  );
  const steps = batches.length === 1 ? "all in one batch" : `${grouped(largest2)} at a time in ${count("batch", batches.length)}`;
  if (group.scalingGroups.length !== 1) return [steps];
  const more3 = most > group.size.current ? `, up to ${grouped(most)} running` : "";
  return line`${steps}: never fewer than ${strong(grouped(least))} in service${more3}`;
}
function extreme(of, values) {
  return values.reduce((sofar, value) => of(sofar, value));
}
function whatStays({ servers, size }) {
  const untouched = servers.keep - servers.update;
  if (size.current === 0 || untouched <= 0) return null;
  const others = servers.replace + servers.delete + servers.update > 0;
  if (others) return line`${count("other server", untouched)} ${untouched === 1 ? "stays" : "stay"}`;
  return untouched === 1 ? line`the server that runs now stays` : line`the ${grouped(untouched)} servers that run now stay`;
}

// src/core/report/plan-table.ts
var FEW = 10;
var COLUMNS = [
  { head: line`min · now · max`, cell: sizeNow, together: () => [] },
  { head: line`after`, cell: sizeAfter, together: (_, words) => [words] },
  {
    head: line`servers`,
    cell: (group) => serverWords(group.servers),
    together: (groups) => serverWords(sumServers(groups.map((group) => group.servers)))
  },
  {
    head: line`vCPU at most`,
    cell: (group) => capacityCell(group.capacity),
    together: () => [],
    tells: (group) => capacityCell(group.capacity).length > 0
  },
  {
    head: line`a month at most`,
    cell: (group) => costCell(group.cost),
    together: (groups) => costTally(groups),
    tells: (group) => group.cost !== null
  }
];
function planTable(groups, detail, context) {
  const all = groups.filter((group) => group.action !== "no-op");
  const changed = all.length === 0 && groups.length <= FEW ? groups : all;
  const unchanged = changed === groups ? [] : groups.filter((group) => group.action === "no-op");
  const shown = changed.slice(0, detail.rows);
  const rest = changed.slice(shown.length);
  const columns = COLUMNS.filter(({ tells }) => tells === void 0 || shown.some(tells));
  const setting = { context, scale: detail.bars ? scaleOf(shown) : null };
  const together = (those, words) => those.length === 0 ? [] : [[[label(those, shown.length > 0)], ...columns.map((column) => column.together(those, words))]];
  const table2 = {
    kind: "table",
    head: [line`group`, ...columns.map(({ head }) => head)],
    rows: {
      *[Symbol.iterator]() {
        for (const group of shown) {
          const name = stackLink(group.name, group.stack.id, context);
          yield [name, ...columns.map(({ cell }) => cell(group, setting))];
        }
        yield* together(rest, "see the summary");
        yield* together(unchanged, "unchanged");
      }
    }
  };
  const drawn = setting.scale !== null && shown.some((group) => isDrawn(group, setting));
  return drawn ? [table2, { kind: "legend", line: [SIZE_LEGEND] }] : [table2];
}
function label(groups, more3) {
  return more3 ? `${grouped(groups.length)} more` : count("group", groups.length);
}
function isDrawn(group, setting) {
  return [...sizeNow(group, setting), ...sizeAfter(group, setting)].includes(BREAK);
}
function sizeNow(group, { scale }) {
  if (group.action === "create") return line`new`;
  if (hasNoSize(group)) return line`no group`;
  const { before, current } = group.size;
  const sizes = { min: before?.min ?? null, now: current, max: before?.max ?? null };
  return withBar(line`${known(sizes.min)} · ${strong(known(current))} · ${known(sizes.max)}`, sizes, scale);
}
function sizeAfter(group, { scale }) {
  if (group.action === "delete") return line`${strong("deleted")}`;
  if (hasNoSize(group)) return line`no group`;
  if (sameSize(group.size)) return line`unchanged`;
  const { min, max, after, current, before } = group.size;
  const words = line`${moved2(min, before?.min)} · ${moved2(after, current)} · ${moved2(max, before?.max)}`;
  return withBar(words, { min, now: after, max }, scale);
}
function moved2(value, before) {
  return value === before ? [known(value)] : [strong(known(value))];
}
function withBar(words, sizes, scale) {
  const bar = scale === null ? null : sizeBar(sizes, scale);
  return bar === null || bar === "" ? words : [...words, BREAK, code(bar)];
}
function hasNoSize(group) {
  return group.scalingGroups.length === 0 && group.size.max === null;
}
function sameSize(size) {
  const { before } = size;
  return before !== null && before.min === size.min && before.max === size.max && size.after === size.current;
}

// src/core/report/plan-verdict.ts
function planVerdict(plan2) {
  const changed = changedGroups(plan2);
  if (plan2.problems.length > 0) return line`${count("problem", plan2.problems.length)} in the specs`;
  if (plan2.groups.some(isRefused2)) return line`Refused: ${refusal(plan2, changed)}`;
  if (changed.length === 0) return nothing(plan2);
  return summary(changed);
}
function changedGroups(plan2) {
  return plan2.groups.filter((group) => group.action !== "no-op");
}
function isRefused2(group) {
  return group.findings.some((finding) => finding.severity === "error");
}
function refusal(plan2, changed) {
  const refused = plan2.groups.filter(isRefused2);
  const [only] = refused;
  if (refused.length === 1 && only !== void 0 && plan2.groups.length === 1) {
    return line`${strong(only.name)} may not be changed like this`;
  }
  const of = Math.max(changed.length, refused.length);
  return line`${grouped(refused.length)} of ${count("group", of)} may not be changed like this`;
}
function nothing(plan2) {
  if (plan2.groups.length === 0) return line`No changes: no specs were found`;
  const [only] = plan2.groups;
  if (plan2.groups.length === 1 && only !== void 0) {
    return line`No changes: ${strong(only.name)} is as the repository says${butIgnored(plan2.groups)}`;
  }
  return line`No changes: ${count("group", plan2.groups.length)} are as the repository says${butIgnored(plan2.groups)}`;
}
function summary(changed) {
  const [only] = changed;
  if (changed.length === 1 && only !== void 0) return effect(only);
  const tally = serverTally(changed.map((group) => group.servers));
  return join([groupCounts(changed), ...tally, ...calm(changed), ...capacityTally(changed)], " · ");
}
function calm(changed) {
  if (changed.some(({ action, servers }) => action === "delete" || servers.delete > 0)) return [];
  const replaced = changed.some(({ servers }) => servers.replace > 0);
  return [replaced ? line`none deleted` : line`nothing replaced or deleted`];
}
function groupCounts(changed) {
  const created = changed.filter((group) => group.action === "create").length;
  const deleted = changed.filter((group) => group.action === "delete").length;
  const other = changed.length - created - deleted;
  const parts = [
    [other, "changes", "change"],
    [created, "is created", "are created"],
    [deleted, "is deleted", "are deleted"]
  ];
  const said = parts.filter(([number]) => number > 0);
  return join(
    said.map(([number, one, many], index) => {
      const subject = index === 0 ? count("group", number) : grouped(number);
      return line`${subject} ${number === 1 ? one : many}`;
    }),
    ", "
  );
}

// src/core/report/rules-blocks.ts
var NAMED = 5;
function rulesBlocks({ rules = [] }) {
  if (rules.length === 0) return [];
  const rest = rules.length - NAMED;
  const named3 = rules.slice(0, NAMED).map((path) => [code(path)]);
  const all = rest > 0 ? [...named3, line`${count("more file", rest)}`] : named3;
  const words = line`This pull request changes the rules: ${join(all, ", ")}. The plan is judged by those of the base branch; the new ones count from the merge on.`;
  return [{ kind: "alert", tone: "caution", lines: [words] }];
}

// src/core/report/plan-report.ts
function planReport(plan2, context) {
  return assemble({
    kind: "plan",
    key: context.key ?? "",
    verdict: planVerdict(plan2),
    tone: tone(plan2),
    json: () => planJson(plan2),
    facts: {
      fingerprint: plan2.fingerprint,
      groups: plan2.groups.map(({ name, fingerprint }) => ({ name, fingerprint })),
      changes: changedGroups(plan2).length > 0,
      refused: plan2.groups.some(isRefused2),
      counts: { ...plan2.summary, ignored: plan2.groups.reduce((sum, { ignored }) => sum + ignored.length, 0) }
    },
    annotations: [...problemAnnotations(plan2.problems), ...findingAnnotations(plan2.groups)],
    build: (detail) => build(plan2, context, detail)
  });
}
function tone(plan2) {
  if (plan2.problems.length > 0) return "failed";
  if (plan2.groups.some(isRefused2)) return "refused";
  return changedGroups(plan2).length > 0 ? "changes" : "clean";
}
function* build(plan2, context, detail) {
  yield* problemBlocks(plan2.problems, detail);
  yield* rulesBlocks(context);
  yield* refusalBlocks(plan2.groups, detail);
  yield* effectBlocks(plan2, detail);
  yield* dangerBlocks(plan2.groups, detail);
  if (plan2.groups.length > 0) yield* planTable(plan2.groups, detail, context);
  yield* headRoomBlocks(plan2.headRoom, plan2.hostRoom);
  yield* costBlocks(plan2.groups);
  yield* folds(plan2.groups, detail, context);
  yield* ignoredBlocks(ignoredChanges(plan2.groups), detail);
  yield* unchangedBlocks(plan2.groups, detail);
  const fingerprint = plan2.groups.length > 0 ? plan2.fingerprint : null;
  yield* noticeBlocks(context);
  yield* planNext({ tone: tone(plan2), fingerprint }, context, detail);
  yield footer("plan", fingerprint, context);
}
function effectBlocks(plan2, detail) {
  const changed = changedGroups(plan2);
  const [only] = changed;
  if (only === void 0) return [];
  const said = changed.length === 1 && tone(plan2) === "changes";
  if (said) return paragraph3(sentences(effectDetails(only)));
  const items = changed.slice(0, detail.sentences).map((group) => {
    return sentences([effect(group), ...effectDetails(group)]);
  });
  const rest = changed.length - items.length;
  const list = { kind: "list", numbered: false, items: [...items, ...more2("group", rest)] };
  return tone(plan2) === "changes" ? [list] : [...paragraph3(line`What was planned:`), list];
}
function sentences(all) {
  return join(
    all.map((one) => line`${one}.`),
    " "
  );
}
function paragraph3(content) {
  return content.length === 0 ? [] : [{ kind: "paragraph", lines: [content] }];
}
function dangerBlocks(groups, detail) {
  const allowed = groups.filter((group) => !isRefused2(group));
  const { tone: tone2, lines, more: rest } = dangers(allowed, detail.sentences, detail.dangerNames);
  return lines.length === 0 ? [] : [{ kind: "alert", tone: tone2, lines: [...lines, ...more2("danger", rest)] }];
}
function* folds(groups, detail, context) {
  const all = groups.filter((group) => group.action !== "no-op" || hasTrouble(group));
  for (const group of all.slice(0, detail.folds)) {
    const fold = groupFold(group, detail, { context, alone: all.length === 1 });
    if (fold !== null) yield fold;
  }
  const rest = all.length - Math.min(all.length, detail.folds);
  if (rest > 0) yield* paragraph3(line`Details of ${count("group", rest)}: see the summary.`);
}
function hasTrouble(group) {
  return group.findings.some((finding) => finding.severity !== "info");
}
function unchangedBlocks(groups, detail) {
  const unchanged = groups.filter((group) => group.action === "no-op");
  if (!detail.unchangedNames || unchanged.length === 0) return [];
  const named3 = unchanged.map((group) => line`${code(group.name)} ${grouped(group.size.current)}`);
  const notes = unchanged.filter((group) => !hasTrouble(group)).flatMap((group) => group.findings.map((finding) => line`${code(group.name)} ${findingLine(finding)}`));
  if (unchanged.length === groups.length && notes.length === 0) return [];
  const blocks = [
    { kind: "paragraph", lines: [join(named3, " · ")] },
    ...notes.length > 0 ? [{ kind: "list", items: notes, numbered: false }] : []
  ];
  return [{ kind: "fold", summary: line`${count("group", unchanged.length)} unchanged`, blocks }];
}
function more2(noun, rest) {
  return rest > 0 ? [line`and ${count(`more ${noun}`, rest)}: see the table and the summary`] : [];
}

// src/commands/plan.ts
async function plan(parts, options) {
  const chosen = await chooseSpecs(parts, options, "plan");
  if (!chosen.ok) return chosen.result;
  const cloud = await parts.reader();
  const { specs, rules } = chosen;
  const override = await freezeOverride(parts, options, rules);
  const guard = { rules, moment: "plan", freezeOverride: override };
  const made = await planAgainst(cloud, specs, parts.clock.now(), guard);
  if (made.problems.length > 0) {
    return stopOnProblems(parts, options, {
      problems: made.problems,
      specs: specs.length,
      kind: "plan"
    });
  }
  const report = planReport(made.plan, { cloud: cloud.label, commit: options.commit, ...options.report });
  await parts.publisher.publish(report, { approves: recordTexts(approvalRecord(made.plan)) });
  return unlessUnkept(parts, { exitCode: exitCodeOf(made.plan), report, problems: [] });
}
function unlessUnkept({ publisher }, result) {
  const failure = publisher.unkept?.() ?? null;
  return failure === null ? result : { ...result, exitCode: 1, failure };
}
function exitCodeOf(made) {
  if (made.groups.some(isRefused)) return 3;
  return made.groups.some(({ action }) => action !== "no-op") ? 2 : 0;
}

export {
  plan,
  unlessUnkept
};
