import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  cloudTime,
  readApart,
  reportContext,
  watched
} from "./chunk-K5UOYYJE.js";
import {
  checkFailed,
  checkedAgain,
  whoIsAtWork
} from "./chunk-OSHXXYPH.js";
import {
  issueBody,
  issueFooter,
  issueLine,
  issueTitle,
  keepIssues
} from "./chunk-23T35EEF.js";
import {
  chooseSpecs,
  inTurns,
  noticeBlocks
} from "./chunk-M2KSBIVX.js";
import {
  balancerMembers,
  budgetOf,
  compare,
  freeLines,
  isMarked,
  isServing,
  isSick,
  markReason,
  matchLines,
  memberVerdict,
  nameForAddress,
  ownLines,
  ownName,
  replacementsIn,
  sameEndpoint,
  staleLines,
  takenBackReason,
  wantedMembers
} from "./chunk-2UHDICIL.js";
import {
  problemAnnotations
} from "./chunk-6QRIG4YD.js";
import {
  HEALTH,
  secretLines,
  templateHealth
} from "./chunk-4TACJFKI.js";
import "./chunk-AS47YZ25.js";
import "./chunk-OXJXIIGC.js";
import {
  describeGroups,
  groupProperties
} from "./chunk-SMCQXR7L.js";
import "./chunk-GCC67ZSS.js";
import "./chunk-4RXYHALH.js";
import "./chunk-CEEK6GEM.js";
import "./chunk-PPEKQPOC.js";
import {
  SEVERITY_MARKS,
  assemble,
  footer,
  problemBlocks,
  quoted,
  stackSubject,
  stateWords,
  untilWords
} from "./chunk-RC7L2NCV.js";
import "./chunk-SFAK6IMI.js";
import "./chunk-XXNMV6NK.js";
import {
  frozenAt,
  problemJson,
  windowsFor,
  written
} from "./chunk-WTYPQLUP.js";
import {
  code,
  count,
  grouped,
  join,
  lazily,
  line,
  paragraph,
  strong
} from "./chunk-Q3CFLGCV.js";
import "./chunk-4IMYD34Z.js";
import "./chunk-Z4HOWRC6.js";
import {
  BalancerError,
  CloudError,
  errorLine
} from "./chunk-MXUBWZWX.js";
import "./chunk-MM7YW66Y.js";
import "./chunk-HE53SSY6.js";
import "./chunk-7VOHJOSG.js";

// src/core/health/status.ts
var WORST_FIRST = ["unhealthy", "unchecked", "healed", "healthy"];
function worstOf(all) {
  return WORST_FIRST.find((one) => all.some(({ status }) => status === one)) ?? "healthy";
}

// src/core/health/judge.ts
function judge({ address, verdicts, decision, findings, deed }) {
  const members2 = verdicts.map((verdict) => memberHealth(verdict, decision, deed));
  const before = verdicts.filter(({ status }) => status !== "terminating").length;
  const all = [...open(findings, deed), ...deed?.findings ?? []];
  return {
    address,
    status: statusOf(members2, all, deed),
    size: { before, after: deed?.sizeAfter ?? before },
    held: decision.waits.length > 0 ? decision.held?.why ?? null : null,
    members: members2,
    findings: all
  };
}
function open(findings, deed) {
  return deed?.outcome === "done" ? findings.filter(({ kind }) => kind !== "group-deaf") : findings;
}
function memberHealth(verdict, decision, deed) {
  const { name, physicalId, server: server2, status, why } = verdict;
  const { action, outcome, message } = doneTo(verdict, decision, deed);
  return { name, physicalId, server: server2, status, why, action, outcome, message };
}
function doneTo(verdict, decision, deed) {
  const { name } = verdict;
  const wait = decision.waits.find((one) => one.name === name);
  const action = decision.replace.includes(verdict) ? "replace" : decision.unmark.includes(verdict) ? "unmark" : "none";
  if (action === "none") return { action, outcome: wait ? "waits" : "none", message: wait?.why ?? "" };
  if (deed === null) return { action, outcome: "planned", message: wait?.why ?? "" };
  const message = deed.outcome === "done" ? afterwards(name, decision, deed) : deed.message;
  return { action, outcome: deed.outcome, message };
}
function afterwards(name, { waits, held: held2 }, { successors }) {
  const successor = successors[name];
  if (successor !== void 0) return `\`${successor}\` took its place`;
  const why = waits.find((one) => one.name === name)?.why ?? "";
  return why === held2?.why ? "" : why;
}
function isStillSick(member) {
  return isSick(member) && !(member.action === "replace" && member.outcome === "done");
}
function statusOf(members2, findings, deed) {
  const undone = members2.some(({ outcome }) => outcome === "planned" || outcome === "failed");
  if (members2.some(isStillSick) || undone || findings.some(({ severity }) => severity === "error"))
    return "unhealthy";
  if (deed !== null && deed.outcome !== "done") return "unhealthy";
  if (members2.some(({ status }) => status === "unknown")) return "unchecked";
  return deed === null ? "healthy" : "healed";
}

// src/core/report/health-members.ts
var HEAD = [line`server`, line`status`, line`why`, line`what`];
function scalingGroupBlocks({ address, status, size, held: held2, members: members2, findings }, detail) {
  const telling = members2.filter((one) => one.status !== "current" || one.action !== "none");
  if (telling.length === 0 && findings.length === 0) return [];
  const rows = telling.slice(0, detail.rows).map((one) => row(one, held2));
  const rest = telling.length - rows.length;
  const sizes = size.before === size.after ? count("server", size.before) : `${size.before} → ${size.after} servers`;
  return [
    paragraph(line`group ${code(address)}, ${sizes}: ${STATUS_WORDS[status]}`),
    ...held2 === null || findings.some(({ message }) => message.includes(held2)) ? [] : [paragraph(line`Nobody is replaced: ${quoted(held2)}`)],
    ...rows.length === 0 ? [] : [
      {
        kind: "table",
        head: HEAD,
        rows: rest > 0 ? [...rows, [[count("more server", rest)], [], [], []]] : rows
      }
    ],
    ...findingBlocks(findings, detail)
  ];
}
var STATUS_WORDS = {
  healthy: "as it should be",
  healed: "put right",
  unhealthy: "not as it should be",
  unchecked: "could not be checked"
};
var MEMBER_WORDS = {
  current: "well",
  "in-progress": "in progress",
  failed: "❌ failed",
  terminating: "terminating",
  "not-found": "❌ not found",
  unknown: "❔ unknown"
};
function row(member, held2) {
  return [
    [code(member.server)],
    [MEMBER_WORDS[member.status]],
    quoted(member.why),
    member.message === held2 ? ["waits"] : whatOf(member)
  ];
}
function whatOf({ action, outcome, message }) {
  const words = ACTION_WORDS[action];
  switch (outcome) {
    case "none":
      return [];
    case "planned":
      return [words.planned];
    case "done":
      return message === "" ? [words.done] : line`${words.done}: ${quoted(message)}`;
    case "failed":
      return line`not ${words.done}: ${quoted(message)}`;
    case "waits":
      return line`waits: ${quoted(message)}`;
  }
}
var ACTION_WORDS = {
  none: { planned: "", done: "" },
  replace: { planned: "to be replaced", done: "replaced" },
  unmark: { planned: "its mark is to be taken back", done: "mark taken back" }
};
function findingBlocks(findings, detail) {
  if (findings.length === 0) return [];
  const shown = findings.slice(0, detail.rows);
  const items = shown.map(
    ({ kind, severity, message, remedy }) => line`${SEVERITY_MARKS[severity]} ${code(kind)}: ${quoted(message)}. ${quoted(capital(remedy))}`
  );
  const rest = findings.length - shown.length;
  const consoles = detail.diffLines === 0 ? [] : shown.filter((one) => one.consoleLog.length > 0);
  return [
    {
      kind: "list",
      items: rest > 0 ? [...items, line`and ${count("more finding", rest)}`] : items,
      numbered: false
    },
    ...consoles.map(
      ({ subject, consoleLog: log }) => ({
        kind: "fold",
        summary: line`the end of the console log of ${code(subject)}`,
        blocks: [{ kind: "diff", lines: log.map((text) => ({ mark: " ", text })) }]
      })
    )
  ];
}
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// src/core/report/issue-health.ts
var HEAD2 = [line`server`, line`what`, line`why`];
function healthIssueBody(group2, context) {
  return issueBody((detail) => [
    paragraph(healthSentence(group2, context)),
    ...group2.scalingGroups.flatMap((one) => scalingGroupBlocks(one, detail)),
    ...group2.balancers.flatMap((balancer) => balancerBlocks(balancer, detail)),
    ...wayOut(group2),
    issueFooter("rewritten when something changes, closed when well", context)
  ]);
}
function healthSentence(group2, context) {
  const open2 = group2.balancers.flatMap(openSteps).length;
  const where = open2 > 0 ? ` in ${count("place", open2)}` : "";
  const members2 = group2.scalingGroups.flatMap((one) => one.members);
  const sick = members2.filter(isStillSick).length;
  const who = sick > 0 ? `: ${sick} of ${count("server", members2.length)} sick` : "";
  return line`${stackSubject(group2, context)} (${code(group2.source.file)}) is not well${where}${who}`;
}
function openSteps({ steps: steps2 }) {
  return steps2.filter(({ outcome }) => outcome === "planned" || outcome === "failed");
}
function healthStepLine({ server: server2, kind, outcome, why, message }) {
  return line`server ${code(server2)}: ${kind} ${outcome}: ${quoted(outcome === "failed" ? message : why)}`;
}
function balancerBlocks(balancer, detail) {
  if (balancer.status === "healthy") return [];
  const open2 = openSteps(balancer);
  const rows = open2.slice(0, detail.rows).map((step) => [[code(step.server)], what(step), reason(step)]);
  const rest = open2.length - rows.length;
  const table = {
    kind: "table",
    head: HEAD2,
    rows: rest > 0 ? [...rows, [[count("more step", rest)], [], []]] : rows
  };
  return [
    paragraph(line`Backend ${code(balancer.backend)} of HAProxy at ${code(balancer.api)}`),
    ...balancer.message === "" ? [] : [{ kind: "alert", tone: "caution", lines: [quoted(balancer.message)] }],
    ...rows.length === 0 ? [] : [table]
  ];
}
function what({ kind, outcome }) {
  return outcome === "failed" ? line`${strong("failed")}: ${kind}` : line`to ${kind}`;
}
function reason({ outcome, why, message }) {
  return quoted(outcome === "failed" ? message : why);
}
function wayOut({ balancers, scalingGroups }) {
  const members2 = scalingGroups.flatMap((one) => one.members);
  const told = scalingGroups.some(({ findings }) => findings.length > 0);
  const open2 = [...balancers.flatMap(openSteps), ...members2.filter(({ outcome }) => outcome !== "none")];
  const planned2 = open2.some(({ outcome }) => outcome === "planned");
  const failed2 = open2.some(({ outcome }) => outcome === "failed");
  const waiting = open2.some(({ outcome }) => outcome === "waits");
  const words = [
    ...planned2 ? [line`run ${code("health")} with ${code("heal: true")}: it does what is listed here`] : [],
    ...failed2 ? [line`what failed is tried again by every run; the reason stands beside it`] : [],
    ...told ? [line`what a person has to do stands beside each sign above`] : [],
    ...waiting && !told ? [line`who waits is replaced by a later run`] : [],
    ...planned2 || failed2 || told || waiting ? [] : [line`look at the message above: nothing here can be put right by itself`]
  ];
  return [paragraph(line`${strong("Way out")}: ${join(words, "; ")}`)];
}

// src/core/issues/health-verdicts.ts
function healthVerdicts(health2, context) {
  return [checkedAgain("health", ""), ...health2.groups.flatMap((group2) => groupVerdicts(group2, context))];
}
function groupVerdicts(group2, context) {
  const { name, status, presence } = group2;
  switch (status) {
    case "unchecked":
      if (presence === "absent") return [];
      return [checkFailed({ what: "health", group: name, message: reason2(group2), problems: [] }, context)];
    case "healthy":
    case "healed":
      return [
        checkedAgain("health", name),
        { state: "clean", subject: { kind: "health", group: name }, word: word(group2) }
      ];
    case "unhealthy":
      return [checkedAgain("health", name), found(group2, context)];
  }
}
function reason2({ message, scalingGroups, balancers }) {
  if (message !== "") return message;
  const member = scalingGroups.flatMap(({ members: members2 }) => members2).find(({ status }) => status === "unknown");
  if (member !== void 0) return `${member.server}: ${member.why}`;
  return balancers.find(({ status }) => status === "unchecked")?.message ?? "";
}
function found(group2, context) {
  return {
    state: "found",
    subject: { kind: "health", group: group2.name },
    wanted: {
      title: issueTitle(`${group2.name} is not well`, context.key ?? ""),
      facts: [...group2.scalingGroups.flatMap(scalingGroupFacts), ...group2.balancers.flatMap(balancerFacts)],
      body: healthIssueBody(group2, context),
      line: issueLine(healthSentence(group2, context))
    }
  };
}
function scalingGroupFacts({ address, members: members2, findings }) {
  return [
    ...members2.filter(isStillSick).map((member) => ({
      id: `${address}/${member.name} ${member.status}`,
      severity: "error",
      detail: "",
      line: issueLine(line`server ${code(member.server)} ${quoted(member.why)}`)
    })),
    ...findings.map(({ kind, severity, subject, message }) => ({
      id: `${kind} ${subject}`,
      severity,
      detail: "",
      line: issueLine(line`${code(kind)}: ${quoted(message)}`)
    }))
  ];
}
function balancerFacts(balancer) {
  const { api, backend, status, message } = balancer;
  const whole = status === "healthy" || message === "" ? [] : [
    {
      id: `${api} ${backend}`,
      severity: "error",
      detail: "",
      line: issueLine(line`${code(backend)}: ${quoted(message)}`)
    }
  ];
  return [...whole, ...openSteps(balancer).map((step) => stepFact(balancer, step))];
}
function stepFact({ api, backend }, step) {
  return {
    id: `${api} ${backend} ${step.server} ${step.kind}`,
    severity: step.outcome === "failed" ? "error" : "warn",
    detail: "",
    line: issueLine(healthStepLine(step))
  };
}
function word({ name, status }) {
  return status === "healed" ? issueLine(line`Healed: ${strong(name)} is as it should be.`) : issueLine(line`Well again: ${strong(name)} is as it should be.`);
}

// src/core/report/health-json.ts
function healthJson(health2) {
  return written({
    version: health2.version,
    groups: lazily(health2.groups, ({ name, stackId, source, status, message, scalingGroups, balancers }) => ({
      name,
      stackId,
      source: { file: source.file, line: source.line, column: source.column },
      status,
      message,
      scalingGroups: scalingGroups.map(scalingGroupJson),
      balancers: balancers.map(balancerJson)
    })),
    problems: health2.problems.map(problemJson)
  });
}
function scalingGroupJson(group2) {
  const { address, status, size, held: held2, members: members2, findings } = group2;
  return {
    address,
    status,
    size: { before: size.before, after: size.after },
    held: held2,
    members: members2.map(({ name, physicalId, server: server2, status: state, why, action, outcome, message }) => ({
      name,
      physicalId,
      server: server2,
      status: state,
      why,
      action,
      outcome,
      message
    })),
    findings: findings.map(({ kind, severity, subject, message, remedy, consoleLog }) => ({
      kind,
      severity,
      subject,
      message,
      remedy,
      consoleLog
    }))
  };
}
function balancerJson({ api, backend, status, message, steps: steps2, foreign, notes: notes2 }) {
  return {
    kind: "haproxy",
    api,
    backend,
    status,
    message,
    steps: steps2.map(({ kind, server: server2, endpoint, why, outcome, message: said }) => ({
      kind,
      server: server2,
      endpoint: endpointText(endpoint),
      why,
      outcome,
      message: said
    })),
    foreign: foreign.map(foreignJson),
    notes: notes2
  };
}
function foreignJson({ name, endpoint, state, up }) {
  return { name, endpoint: endpointText(endpoint), state, up };
}
function endpointText(endpoint) {
  if (endpoint === null) return null;
  const { address, port } = endpoint;
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}

// src/core/report/health-verdict.ts
function healthVerdict(health2) {
  if (health2.problems.length > 0) return line`${count("problem", health2.problems.length)} in the specs`;
  const { groups } = health2;
  if (groups.length === 0) return line`Nothing to check: there is no spec of a stack`;
  const having = (status) => groups.filter((group2) => group2.status === status);
  const parts = [
    ...unhealthy(having("unhealthy"), groups.length),
    ...having("unchecked").length > 0 ? [line`${count("group", having("unchecked").length)} could not be checked`] : [],
    ...healed(having("healed"))
  ];
  return parts.length > 0 ? join(parts, " · ") : healthy(groups);
}
function unhealthy(found2, total) {
  const [only] = found2;
  if (only === void 0) return [];
  if (found2.length > 1) return [line`${grouped(found2.length)} of ${count("group", total)} are unhealthy`];
  const open2 = steps([only]).filter(({ outcome }) => outcome === "planned" || outcome === "failed").length;
  const where = open2 > 0 ? line` in ${count("place", open2)}` : [];
  const sick = members([only]).filter(isStillSick).length;
  const who = sick > 0 ? line`: ${grouped(sick)} of ${count("server", members([only]).length)} sick` : [];
  return [line`${strong(only.name)} is unhealthy${where}${who}`];
}
function healed(found2) {
  const [only] = found2;
  if (only === void 0) return [];
  const replaced = members(found2).filter(
    ({ action, outcome }) => action === "replace" && outcome === "done"
  ).length;
  const done = steps(found2).filter(({ outcome }) => outcome === "done").length;
  const deeds = [
    ...replaced > 0 ? [line`${count("server", replaced)} replaced`] : [],
    ...done > 0 ? [line`${count("step", done)} done`] : [],
    ...replaced + done === 0 ? [line`marks taken back`] : []
  ];
  const who = found2.length === 1 ? strong(only.name) : count("group", found2.length);
  return [line`Healed: ${who}, ${join(deeds, ", ")}`];
}
function steps(groups) {
  return groups.flatMap(({ balancers }) => balancers.flatMap((one) => one.steps));
}
function members(groups) {
  return groups.flatMap(({ scalingGroups }) => scalingGroups.flatMap((one) => one.members));
}
function healthy(groups) {
  const [only] = groups;
  if (groups.length === 1 && only) return line`Healthy: ${strong(only.name)} is as it should be`;
  return line`Healthy: ${count("group", groups.length)} are as they should be`;
}

// src/core/report/health-report.ts
var HEAD3 = [line`server in the backend`, line`address`, line`what`, line`why`];
function healthReport(health2, context) {
  const number = (status) => health2.groups.filter((one) => one.status === status).length;
  return assemble({
    kind: "health",
    key: context.key ?? "",
    verdict: healthVerdict(health2),
    tone: tone(health2),
    json: () => healthJson(health2),
    facts: {
      fingerprint: null,
      groups: [],
      changes: number("unhealthy") + number("healed") > 0,
      refused: false,
      counts: {
        healthy: number("healthy"),
        healed: number("healed"),
        unhealthy: number("unhealthy"),
        unchecked: number("unchecked")
      }
    },
    annotations: [...problemAnnotations(health2.problems), ...health2.groups.flatMap(annotations)],
    build: (detail) => build(health2, context, detail)
  });
}
function tone({ groups, problems }) {
  const has = (status) => groups.some((group2) => group2.status === status);
  if (problems.length > 0 || has("unhealthy") || has("unchecked")) return "failed";
  return has("healed") ? "changes" : "clean";
}
function annotations(group2) {
  return [...memberAnnotations(group2), ...backendAnnotations(group2)];
}
function memberAnnotations({ name, source, scalingGroups }) {
  return scalingGroups.flatMap(({ members: members2, findings }) => [
    ...members2.filter(isStillSick).map(
      ({ server: server2, status, why }) => ({
        ...source,
        severity: "warn",
        title: `${name}: ${status}`,
        message: `${server2} ${why}`
      })
    ),
    ...findings.map(
      ({ kind, severity, message, remedy }) => ({
        ...source,
        severity: severity === "info" ? "info" : "warn",
        title: `${name}: ${kind}`,
        message: `${message}; ${remedy}`
      })
    )
  ]);
}
function backendAnnotations({ name, source, balancers }) {
  return balancers.flatMap(({ steps: steps2 }) => steps2).filter(({ outcome }) => outcome === "planned" || outcome === "failed").map((step) => ({
    ...source,
    severity: "warn",
    title: `${name}: ${step.kind}`,
    message: `${step.server}: ${step.why}`
  }));
}
function* build(health2, context, detail) {
  yield* problemBlocks(health2.problems, detail);
  const telling = health2.groups.filter(({ status }) => status !== "healthy");
  const shown = Math.max(detail.folds, detail.sentences);
  for (const group2 of telling.slice(0, shown)) yield* groupBlocks(group2, detail);
  if (telling.length > shown) {
    yield paragraph(line`and ${count("more group", telling.length - shown)}: see the summary`);
  }
  yield* healthyBlocks(
    health2.groups.filter(({ status }) => status === "healthy"),
    detail
  );
  yield* noticeBlocks(context);
  yield footer("health", null, context);
}
function groupBlocks({ name, source, message, scalingGroups, balancers }, detail) {
  const headline = line`${strong(name)} · ${`${source.file}:${source.line}`}`;
  return [
    paragraph(headline),
    ...message === "" ? [] : [alert(line`${strong(name)} could not be checked: ${quoted(message)}`)],
    ...scalingGroups.flatMap((one) => scalingGroupBlocks(one, detail)),
    ...balancers.flatMap((one) => balancerBlocks2(one, detail))
  ];
}
function balancerBlocks2(balancer, detail) {
  const { api, backend, status, message, steps: steps2, foreign, notes: notes2 } = balancer;
  const open2 = steps2.filter(({ outcome }) => outcome !== "kept");
  const rows = open2.slice(0, detail.rows).map(row2);
  const rest = open2.length - rows.length;
  const others = foreign.slice(0, detail.rows).map(({ name, endpoint, state }) => {
    return line`${code(name)} (${endpointText(endpoint) ?? "no address"}, ${state})`;
  });
  return [
    paragraph(line`backend ${code(backend)} of HAProxy at ${code(api)}: ${STATUS_WORDS[status]}`),
    ...message === "" ? [] : [alert(quoted(message))],
    ...rows.length === 0 ? [] : [
      {
        kind: "table",
        head: HEAD3,
        rows: rest > 0 ? [...rows, [[count("more step", rest)], [], [], []]] : rows
      }
    ],
    ...others.length === 0 ? [] : [paragraph(line`Not the group’s, left alone: ${join(others, ", ")}${more(foreign, others)}`)],
    ...notes2.length === 0 ? [] : [{ kind: "list", items: notes2.slice(0, detail.rows).map(quoted), numbered: false }]
  ];
}
function row2({ server: server2, endpoint, kind, outcome, why, message }) {
  const words = STEP_WORDS[kind];
  const what2 = outcome === "done" ? words.done : outcome === "failed" ? `not ${words.done}` : words.planned;
  return [
    [code(server2)],
    [endpointText(endpoint) ?? ""],
    [what2],
    outcome === "failed" ? line`${quoted(message)}` : quoted(why)
  ];
}
var STEP_WORDS = {
  register: { planned: "to be registered", done: "registered" },
  enable: { planned: "to be enabled", done: "enabled" },
  drain: { planned: "to be drained", done: "drained" },
  remove: { planned: "to be removed", done: "removed" },
  keep: { planned: "kept", done: "kept" }
};
function healthyBlocks(groups, detail) {
  if (groups.length === 0 || !detail.unchangedNames) return [];
  const lines = groups.map(({ name, scalingGroups, balancers }) => {
    const members2 = scalingGroups.reduce((sum, one) => sum + one.members.length, 0);
    const serving = Math.max(members2, ...balancers.map(({ steps: steps2 }) => steps2.length));
    return line`${code(name)} ${count("server", serving)}`;
  });
  return [
    {
      kind: "fold",
      summary: [`${count("group", groups.length)} healthy`],
      blocks: [paragraph(join(lines, " · "))]
    }
  ];
}
function more(all, shown) {
  return all.length > shown.length ? ` and ${all.length - shown.length} more` : "";
}
function alert(content) {
  return { kind: "alert", tone: "caution", lines: [content] };
}

// src/core/balancer/live-groups.ts
function liveGroups(groups) {
  return groups.filter(isLive);
}
function isLive(group2) {
  return group2.nested !== null && /^group(?:-[^/]+)?$/.test(group2.address);
}

// src/core/balancer/kept-minimum.ts
function keptMinimum({ template, groups }, spec) {
  const described = describeGroups({ ...NOTHING_GIVEN, template: withoutParameters(template) });
  const kept = liveGroups(groups).map((group2) => minimumOf(group2, described) ?? smallest(spec));
  return kept.reduce((sum, min) => sum + min, 0);
}
var NOTHING_GIVEN = {
  files: {},
  environment: { parameters: {}, parameter_defaults: {}, resource_registry: {} },
  initial: []
};
function withoutParameters(template) {
  return Object.fromEntries(Object.entries(template).filter(([key]) => key !== "parameters"));
}
function minimumOf({ address, state }, described) {
  if (state.action === "DELETE") return 0;
  return described.find((one) => one.address === address)?.min ?? null;
}
function smallest({ size, scaling }) {
  return Math.min(size.min, ...scaling.schedules.map(({ min }) => min ?? size.min));
}

// src/core/balancer/network.ts
function balancerNetwork({ network }, networks) {
  return networks.find(({ id }) => id === network)?.name ?? network;
}

// src/core/balancer/brake.ts
function brakeOn({ min, members: members2, serving, going }) {
  const staying = members2.filter(({ belongs, address }) => belongs !== "out" && address !== null).length;
  if (going === 0 || staying >= min || going * 2 <= serving) return null;
  const seen = staying === 0 ? "no member that stays" : `only ${staying} that ${staying === 1 ? "stays" : "stay"}`;
  return {
    why: `${going} of ${serving} servers in service would go, but the group shows ${seen}, below its minimum ${min}: nothing is drained or removed`
  };
}

// src/core/balancer/decide.ts
function decideBalancer(question) {
  const lines = ownLines(question.group, question.servers);
  const wanted = wantedMembers(question.members, question.port);
  const matched = matchLines(lines, wanted);
  const stale = staleLines(lines, wanted, matched);
  const leaving = [...matched].filter(([{ member }]) => member.belongs === "out").map(([, line2]) => line2);
  const brake2 = brakeOn({
    ...question,
    serving: lines.filter(isServing).length + coming(wanted, matched),
    going: [...stale, ...leaving].filter(isServing).length
  });
  const free = freeLines(lines, matched, brake2 === null ? stale : []);
  const gated = lines.some((line2) => isServing(line2) && line2.server.up);
  const placed = place(wanted, { matched, free, question, gated });
  const taken = new Set(placed.map(({ server: server2 }) => server2));
  const removed = stale.filter(({ server: server2 }) => !taken.has(server2.name));
  const actions = [
    ...placed,
    ...[...matched].flatMap(([want, line2]) => matchedAction(want, line2, brake2, gated)),
    ...removed.map((line2) => staleAction(line2, brake2))
  ];
  return {
    actions: actions.toSorted(inOrder),
    foreign: question.servers.filter(({ name }) => ownName(question.group, name) === null),
    brake: brake2?.why ?? null,
    notes: notes(question.members, matched)
  };
}
function coming(wanted, matched) {
  return wanted.filter((want) => {
    const line2 = matched.get(want);
    return want.member.belongs === "in" && (line2 === void 0 || !isServing(line2));
  }).length;
}
function place(wanted, placing) {
  const { matched, free, question, gated } = placing;
  const unplaced = wanted.filter((want) => want.member.belongs === "in" && !matched.has(want));
  const ownNames = new Set(question.servers.map(({ name }) => name));
  const named = ({ endpoint }) => nameForAddress(question.group, endpoint.address);
  const back = unplaced.filter((want) => ownNames.has(named(want)));
  const fresh = unplaced.filter((want) => !ownNames.has(named(want)));
  const hasSlots = question.servers.some(({ name }) => ownName(question.group, name)?.kind === "slot");
  const register = (want, slot, why) => ({
    kind: "register",
    server: slot?.server.name ?? named(want),
    endpoint: want.endpoint,
    through: slot || ownNames.has(named(want)) ? "line" : "new",
    gated,
    why: `${want.member.name} ${why}`
  });
  return [
    ...back.map((want) => register(want, void 0, ELSEWHERE)),
    ...fresh.map((want, index) => register(want, free[index], hasSlots && !free[index] ? NO_SLOT : NEW))
  ];
}
var ELSEWHERE = "runs, and its server line points elsewhere";
var NEW = "runs, and is not in the backend";
var NO_SLOT = "runs, and no slot is free: a reload forgets it until the next run, so give the server-template more slots";
function matchedAction({ member, endpoint }, { server: server2 }, brake2, gated) {
  const action = (kind, why) => ({
    kind,
    server: server2.name,
    endpoint,
    through: "line",
    gated,
    why
  });
  switch (member.belongs) {
    case "out":
      if (server2.state !== "ready")
        return [action("keep", `${member.name} ${member.why}, and gets nothing new`)];
      return [action(brake2 ? "keep" : "drain", `${member.name} ${member.why}`)];
    case "as-is":
      return [action("keep", `${member.name} ${member.why}: left as it is`)];
    case "in":
      if (!sameEndpoint(server2.endpoint, endpoint))
        return [action("register", `${member.name} ${ELSEWHERE}`)];
      if (server2.state === "ready") return [action("keep", `${member.name} runs`)];
      return [action("enable", `${member.name} runs, and is in ${server2.state}`)];
  }
}
function staleAction({ server: server2 }, brake2) {
  return {
    kind: brake2 ? "keep" : "remove",
    server: server2.name,
    endpoint: server2.endpoint,
    through: "line",
    gated: false,
    why: "no member of the group has this address"
  };
}
function notes(members2, matched) {
  const known = new Set([...matched.keys()].map(({ member }) => member));
  return members2.flatMap((member) => {
    if (member.belongs === "out" || known.has(member)) return [];
    if (member.address === null) return [`${member.name} has no address on this network`];
    return member.belongs === "as-is" ? [`${member.name} ${member.why}: not registered yet`] : [];
  });
}
var ORDER = ["register", "enable", "drain", "remove", "keep"];
function inOrder(a, b) {
  return ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || compare(a.server, b.server);
}

// src/core/balancer/verdict.ts
function planned({ actions }) {
  return actions.map((action) => ({
    ...action,
    outcome: action.kind === "keep" ? "kept" : "planned",
    message: ""
  }));
}
function balancerVerdict(found2) {
  const { api, backend, plan, steps: steps2 } = found2;
  const left = plan.actions.filter(({ kind }) => kind !== "keep").length;
  const failed2 = steps2.filter(({ outcome }) => outcome === "failed").length;
  const done = steps2.some(({ outcome }) => outcome === "done");
  const bad = left > 0 || failed2 > 0 || plan.brake !== null;
  return {
    api,
    backend,
    status: bad ? "unhealthy" : done ? "healed" : "healthy",
    message: plan.brake ?? "",
    steps: steps2,
    foreign: plan.foreign,
    notes: plan.notes
  };
}

// src/commands/follow.ts
var POLL_MILLISECONDS = 1e3;
var CHECK_SECONDS = 30;
var BUSY_TRIES = 10;
async function follow(parts, work2) {
  const coming2 = work2.actions.filter(({ kind }) => kind === "register" || kind === "enable");
  const going = work2.actions.filter(({ kind }) => kind === "drain" || kind === "remove");
  const kept = work2.actions.filter(({ kind }) => kind === "keep");
  const came = [];
  for (const action of coming2) came.push(await attempt(parts, action, () => letIn(parts, work2, action)));
  if (going.length === 0) return { steps: [...came, ...kept.map(keep)], failure: null };
  const hold = await orFailure(() => mustStay(parts, work2, came));
  if (hold instanceof BalancerError) return { steps: came, failure: hold };
  const look2 = sharedLook(parts, work2.backend);
  const went = await Promise.all(
    going.map(
      (action) => hold.has(action.server) ? { ...action, outcome: "failed", message: NO_OTHER } : attempt(parts, action, () => letGo(parts, work2, action, look2))
    )
  );
  return { steps: [...came, ...went, ...kept.map(keep)], failure: null };
}
async function orFailure(work2) {
  try {
    return await work2();
  } catch (error) {
    if (error instanceof BalancerError) return error;
    throw error;
  }
}
var NO_OTHER = "left in service: no other server of the group has passed its health check yet";
function keep(action) {
  return { ...action, outcome: "kept", message: "" };
}
async function attempt({ log }, action, work2) {
  try {
    await work2();
    log.info(`${action.kind} ${action.server}: ${action.why}`);
    return { ...action, outcome: "done", message: "" };
  } catch (error) {
    if (!(error instanceof BalancerError)) throw error;
    return { ...action, outcome: "failed", message: error.message };
  }
}
async function letIn({ balancer }, { backend, servers }, { kind, server: server2, endpoint, through, gated }) {
  if (kind === "register" && endpoint !== null) {
    if (through === "new") await balancer.add(backend, server2, endpoint);
    else {
      await balancer.setState(backend, server2, "maint");
      await balancer.point(backend, server2, endpoint);
    }
  }
  const checked = through === "new" || servers.some(({ name, checked: is }) => name === server2 && is);
  if (gated && checked) {
    await balancer.setState(backend, server2, "drain");
    await balancer.holdBack(backend, server2);
  }
  await balancer.setState(backend, server2, "ready");
}
async function mustStay({ balancer, clock }, { backend, actions }, came) {
  const leaving = new Set(actions.filter(isGoing).map(({ server: server2 }) => server2));
  const staying = new Set(actions.filter((action) => !isGoing(action)).map(({ server: server2 }) => server2));
  const arrived = came.filter(({ outcome }) => outcome === "done").map(({ server: server2 }) => server2);
  const deadline = clock.now().getTime() + CHECK_SECONDS * 1e3;
  for (; ; ) {
    const serving = (await balancer.servers(backend)).filter(({ state, up: up2 }) => state === "ready" && up2);
    const up = new Set(serving.map(({ name }) => name));
    const nothingToLose = ![...leaving].some((name) => up.has(name));
    if (nothingToLose || arrived.every((name) => up.has(name)) || clock.now().getTime() >= deadline) {
      const alone = staying.size > 0 && ![...staying].some((name) => up.has(name));
      return new Set(alone ? [...leaving].filter((name) => up.has(name)) : []);
    }
    await clock.sleep(POLL_MILLISECONDS);
  }
}
function isGoing({ kind }) {
  return kind === "drain" || kind === "remove";
}
function sharedLook({ balancer, clock }, backend) {
  let next = null;
  let free = Promise.resolve();
  return () => {
    next ??= free.then(() => {
      next = null;
      const looked = balancer.servers(backend);
      free = Promise.allSettled([looked, clock.sleep(POLL_MILLISECONDS)]);
      return looked;
    });
    return next;
  };
}
async function letGo(parts, work2, { kind, server: server2 }, look2) {
  const { balancer } = parts;
  await balancer.setState(work2.backend, server2, "drain");
  if (kind === "drain") return;
  const left = await untilEmpty(parts, work2, server2, look2);
  await balancer.setState(work2.backend, server2, "maint");
  if (left > 0) await balancer.endSessions(work2.backend, server2);
  if (ownName(work2.group, server2)?.kind === "slot") await balancer.point(work2.backend, server2, null);
  else await removeLine(parts, work2.backend, server2);
}
async function untilEmpty({ clock }, { drainSeconds }, server2, look2) {
  const deadline = clock.now().getTime() + drainSeconds * 1e3;
  for (; ; ) {
    const line2 = (await look2()).find(({ name }) => name === server2);
    if (!line2 || line2.sessions === 0) return 0;
    if (!line2.up || clock.now().getTime() >= deadline) return line2.sessions;
  }
}
async function removeLine({ balancer, clock }, backend, server2) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await balancer.remove(backend, server2);
    } catch (error) {
      if (!(error instanceof BalancerError) || error.code !== "busy" || tries >= BUSY_TRIES) throw error;
    }
    await clock.sleep(POLL_MILLISECONDS);
  }
}

// src/commands/balancer-health.ts
async function balancerHealth({ balancers, log }, api, check2) {
  const { backend } = check2.balancer;
  const { group: group2, drainSeconds } = check2;
  const unchecked2 = (message, steps3) => {
    return { api, backend, status: "unchecked", message, steps: steps3, foreign: [], notes: [] };
  };
  const before = await orFailure(() => look(balancers.open(api), check2));
  if (before instanceof BalancerError) return unchecked2(before.message, []);
  const { balancer, servers, plan } = before;
  const found2 = balancerVerdict({ api, backend, plan, steps: planned(plan) });
  if (!check2.heal || found2.status === "healthy") return found2;
  const work2 = { group: group2, backend, drainSeconds, servers, actions: plan.actions };
  const { steps: steps2, failure } = await follow({ balancer, clock: balancers.clock, log }, work2);
  if (failure !== null) return unchecked2(failure.message, steps2);
  const after = await orFailure(() => look(balancer, check2));
  if (after instanceof BalancerError) return unchecked2(after.message, steps2);
  return balancerVerdict({ api, backend, plan: after.plan, steps: steps2 });
}
async function look(balancer, { group: group2, min, members: members2, balancer: { backend, port } }) {
  const servers = await balancer.servers(backend);
  return { balancer, servers, plan: decideBalancer({ group: group2, min, port, members: members2, servers }) };
}

// src/commands/backends-health.ts
async function backendsHealth({ parts, cloud, heal, around }, spec, stack) {
  if (spec.kind !== "AutoScalingGroup" || spec.loadBalancer?.kind !== "haproxy") return [];
  const { loadBalancer, rollout } = spec;
  const groups = liveGroups(stack.groups);
  const template = await cloud.template(stack) ?? {};
  const check2 = {
    group: spec.name,
    min: keptMinimum({ template, groups }, spec),
    balancer: loadBalancer,
    drainSeconds: rollout.drainSeconds,
    members: balancerMembers(groups, balancerNetwork(loadBalancer, around.networks)),
    heal
  };
  return Promise.all(loadBalancer.runtimeApis.map((api) => balancerHealth(parts, api, check2)));
}

// src/core/guard/healing-hold.ts
function healingHold(freeze, { name, labels }, now) {
  const frozen = frozenAt(windowsFor(freeze, name, labels), now);
  return frozen === null ? null : `${stateWords(frozen)}: wait ${untilWords(frozen)}`;
}

// src/core/health/policy.ts
function watchedGroups(stack, spec) {
  if (spec.kind === "AutoScalingGroup") {
    return liveGroups(stack.groups).map((group2) => ({
      group: group2,
      spec: spec.health ?? ONLY_WATCH,
      asked: spec.health !== null
    }));
  }
  const properties = groupProperties({ ...spec, initial: [] });
  return stack.groups.flatMap((group2) => {
    const { nested } = group2;
    if (nested === null) return [];
    const own = templateHealth(properties[group2.address] ?? {});
    return [{ group: { ...group2, nested }, spec: own ?? ONLY_WATCH, asked: own !== null }];
  });
}
var ONLY_WATCH = {
  checks: [{ kind: "server" }],
  graceSeconds: HEALTH.graceSeconds,
  samples: { failed: HEALTH.samples, of: HEALTH.samples, intervalSeconds: HEALTH.intervalSeconds },
  replace: { maxUnavailable: HEALTH.maxUnavailable, perHour: 0, brake: HEALTH.brake }
};

// src/core/health/verify-heal.ts
function sameDecision(one, other) {
  return writtenOut(one) === writtenOut(other);
}
function writtenOut({ replace: replace2, mark, unmark, unmarkGroup }) {
  const ids = [replace2, mark, unmark].map((list) => list.map(({ physicalId }) => physicalId));
  return JSON.stringify([ids, unmarkGroup]);
}
function healedSoFar({ replace: replace2 }, after) {
  return replace2.every((one) => !stillThere(one, after)) && after.members.every(isAtRest);
}
function verifyHeal(healed2) {
  const { before, after, look: look2, inside } = healed2;
  const { replace: replace2 } = look2.decision;
  const left = replace2.filter((one) => stillThere(one, after));
  const findings = [...lost(healed2), ...resized(before, after), ...group(after)];
  const base = { successors: successorsOf(replace2, after), sizeAfter: sizeOf(after), findings };
  if (left.length === 0 && (inside === null || inside.status === "COMPLETE"))
    return { ...base, outcome: "done", message: "" };
  const reason3 = inside?.status === "FAILED" ? `the new server could not be built (${inside.action}_FAILED: ${inside.reason}); the next run tries once more` : `Heat says that it is done, and ${left.map(({ server: server2 }) => server2).join(", ")} is still there; run health again`;
  return { ...base, outcome: "failed", message: reason3 };
}
function stillThere({ physicalId }, { members: members2 }) {
  return members2.some((member) => member.physicalId === physicalId && !isLeaving(member));
}
function isLeaving({ state }) {
  return state.action === "DELETE";
}
function isAtRest({ state }) {
  return state.status === "COMPLETE" || state.action === "DELETE";
}
function sizeOf({ members: members2 }) {
  return members2.filter((member) => !isLeaving(member)).length;
}
function successorsOf(replace2, after) {
  const pairs = replace2.flatMap(({ name, physicalId }) => {
    const now = after.members.find((member) => member.name === name && member.physicalId !== physicalId);
    return now === void 0 ? [] : [[name, now.servers[0]?.name || now.servers[0]?.id || name]];
  });
  return Object.fromEntries(pairs);
}
function lost({ after, look: look2 }) {
  const well = look2.verdicts.filter(({ status }) => status === "current");
  return well.filter((one) => !stillThere(one, after)).map((one) => {
    const named = after.members.some(({ name }) => name === one.name);
    return {
      kind: named ? "replaced-meanwhile" : "gone-meanwhile",
      severity: "warn",
      subject: `member ${one.name}`,
      message: named ? `${one.server} was well and has been replaced, too: somebody else was at work` : `${one.server} was well and left the group meanwhile: a scale-in came in between`,
      remedy: "look at the events of the stack; nothing is to be done when an alarm asked for it",
      consoleLog: []
    };
  });
}
function resized(before, after) {
  if (sizeOf(before) === sizeOf(after)) return [];
  return [
    {
      kind: "scaled-meanwhile",
      severity: sizeOf(after) < sizeOf(before) ? "warn" : "info",
      subject: `group ${after.address}`,
      message: `the group went from ${sizeOf(before)} to ${sizeOf(after)} members while its sick ones were replaced: an alarm came in between`,
      remedy: "nothing, when an alarm asked for it; a scale-in in that moment may take one more",
      consoleLog: []
    }
  ];
}
function group({ address, state }) {
  if (state.status === "COMPLETE") return [];
  return [
    {
      kind: "group-deaf",
      severity: "error",
      subject: `group ${address}`,
      message: `the group is ${state.action}_${state.status}: it hears no alarm`,
      remedy: "run health again; if it stays so, run apply",
      consoleLog: []
    }
  ];
}

// src/commands/heal-group.ts
async function healGroup(parts, work2) {
  const { decision } = work2.look;
  if (decision.replace.length + decision.unmark.length === 0 && !decision.unmarkGroup) return null;
  try {
    const fresh = await work2.lookAgain();
    if (fresh === null || !sameDecision(decision, fresh.decision)) return stoodBack(work2, fresh);
    return await carryOut(parts, work2, decision);
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return failed(work2, errorLine(error));
  }
}
async function carryOut(parts, work2, decision) {
  const { writer, log } = parts;
  const { stack, group: group2 } = work2;
  for (const one of decision.unmark) {
    log.info(`${stack.name}: taking the mark from ${one.server}`);
    await writer.unmark(group2.nested, keyOf(one), takenBackReason(one.why || "the server is well"));
  }
  if (decision.unmarkGroup) {
    log.info(`${stack.name}: taking the mark from the group ${group2.address}`);
    const name = group2.address.split("/").at(-1) ?? group2.address;
    await writer.unmark(group2.holder, name, takenBackReason("the group is to hear signals again"));
  }
  if (decision.replace.length === 0) return await lookAfter(parts, work2);
  await condemn(parts, work2, decision);
  return await settle(parts, work2);
}
async function condemn({ writer, log }, { stack, group: group2 }, { replace: replace2, mark }) {
  const marked = [];
  try {
    for (const one of mark) {
      log.info(`${stack.name}: replacing ${one.server}: ${one.why}`);
      marked.push(one);
      await writer.markUnhealthy(group2.nested, keyOf(one), markReason(one.why));
    }
    await writer.updateInPlace(group2.nested);
  } catch (error) {
    if (error instanceof CloudError) await takeBack(writer, group2.nested, ours(replace2, marked));
    throw error;
  }
}
function keyOf({ physicalId, name }) {
  return physicalId || name;
}
function ours(replace2, marked) {
  return replace2.filter((one) => marked.includes(one) ? !one.condemned : one.marked === "own");
}
async function takeBack(writer, nested, marked) {
  for (const one of marked) {
    try {
      await writer.unmark(nested, keyOf(one), takenBackReason("the replacement could not be started"));
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
    }
  }
}
var POLL_MILLISECONDS2 = 2e3;
var PATIENCE_MINUTES = 15;
var PATIENCE_POLLS = 8;
async function settle(parts, work2) {
  const { reader, clock } = parts;
  const { stack, group: group2, look: look2 } = work2;
  const deadline = clock.now().getTime() + PATIENCE_MINUTES * 6e4;
  for (let polls = 0; clock.now().getTime() < deadline; polls += 1) {
    await clock.sleep(POLL_MILLISECONDS2);
    const pulse = await reader.pulse(stack);
    if (pulse === null) return failed(work2, `the stack "${stack.name}" is gone`);
    const inside = pulse.groups.find(({ address }) => address === group2.address)?.nestedState;
    if (inside?.status === "IN_PROGRESS") {
      polls = PATIENCE_POLLS;
      continue;
    }
    const after = await groupNow(reader, work2);
    if (after === null) return failed(work2, `the group "${group2.address}" is gone`);
    const done = healedSoFar(look2.decision, after);
    if (done || polls >= PATIENCE_POLLS)
      return verifyHeal({ before: group2, after, look: look2, inside: inside ?? null });
  }
  return {
    outcome: "waits",
    message: `the new server is not there after ${PATIENCE_MINUTES} minutes; Heat goes on with it, and the next run looks again`,
    successors: {},
    sizeAfter: group2.members.length,
    findings: []
  };
}
async function lookAfter({ reader }, work2) {
  const after = await groupNow(reader, work2);
  if (after === null) return failed(work2, `the group "${work2.group.address}" is gone`);
  return verifyHeal({ before: work2.group, after, look: work2.look, inside: null });
}
async function groupNow(reader, { stack, group: group2 }) {
  const [now] = await reader.observeLive([stack.name]);
  if (now?.presence !== "present" || now.id !== stack.id) return null;
  const found2 = now.groups.find(({ address }) => address === group2.address);
  return found2?.nested ? { ...found2, nested: found2.nested } : null;
}
function stoodBack({ group: group2 }, fresh) {
  const why = fresh?.decision.held?.why ?? "the group changed while this ran";
  return {
    outcome: "waits",
    message: `stood back: ${why}`,
    successors: {},
    sizeAfter: group2.members.length,
    findings: []
  };
}
function failed({ group: group2 }, message) {
  return { outcome: "failed", message, successors: {}, sizeAfter: group2.members.length, findings: [] };
}

// src/core/health/console-tail.ts
var MOST_LINES = 20;
var LONGEST = 160;
function consoleTail(log) {
  const lines = log.slice(-2e5).replace(new RegExp("\\p{Cc}\\[[0-9;?]*[A-Za-z]", "gu"), "").split(/\r?\n|\r/).map((line2) => line2.replace(new RegExp("\\p{Cc}+", "gu"), " ").trimEnd()).filter((line2) => line2.trim() !== "").slice(-MOST_LINES);
  return lines.map((line2) => {
    const [secret] = secretLines(line2);
    if (secret !== void 0) return `(a line with a ${secret.name} is left out)`;
    return line2.length <= LONGEST ? line2 : `${line2.slice(0, LONGEST - 1)}…`;
  });
}

// src/core/health/hold.ts
function holdOn(question, sick) {
  return notAsked(question) ?? forbidden(question) ?? atWork(question) ?? unfit(question) ?? brake(question, sick) ?? templateDiffers(question);
}
function notAsked({ asked }) {
  return asked ? null : { kind: "not-asked", why: "the spec has no `health`" };
}
function forbidden({ hold }) {
  return hold === null ? null : { kind: "forbidden", why: hold };
}
function atWork({ pulse }) {
  const who = whoIsAtWork(pulse);
  return who === null ? null : { kind: "at-work", why: `${who}; the next run looks again` };
}
function unfit({ group: group2, pulse, address }) {
  const { action } = pulse.state;
  if (action === "DELETE" || action === "SUSPEND")
    return { kind: "stack-unfit", why: `the stack stands at ${action}_${pulse.state.status}` };
  if (group2.status === "COMPLETE" || group2.action === "CHECK") return null;
  return {
    kind: "group-failed",
    why: `the group "${address}" is ${group2.action}_${group2.status}: apply finishes what stopped there, and only then can its servers be replaced`
  };
}
function brake({ verdicts, beside, spec }, sick) {
  if (sick.every(({ spare }) => spare !== null)) return null;
  const own = outage(verdicts, spec.replace.brake, { servers: "servers", whole: "the whole group" });
  if (own !== null || beside.length === 0) return own;
  const words = { servers: "servers of all zones", whole: "every one" };
  return outage([...verdicts, ...beside], spec.replace.brake, words);
}
function outage(verdicts, most, words) {
  const all = verdicts.filter(({ status }) => status !== "terminating").length;
  const sick = verdicts.filter(isSick);
  const single = all === 1 && sick.every(({ rank }) => rank <= DEAD_IN_NOVA);
  const whole = sick.length === all;
  if (single || !whole && sick.length / all <= most) return null;
  const share = `more than ${Math.round(most * 100)}% (replace.brake)`;
  return {
    kind: "brake",
    why: `${sick.length} of ${all} ${words.servers} are sick, ${whole ? words.whole : share}: the cause is elsewhere`
  };
}
var DEAD_IN_NOVA = 1;
function templateDiffers({ stored, verdicts, address }) {
  if (stored === null) return null;
  const there = verdicts.filter(({ status }) => status !== "terminating").map(({ name }) => name);
  const same = stored.length === there.length && there.every((name) => stored.includes(name));
  if (same) return null;
  return {
    kind: "template-differs",
    why: `the group "${address}" failed on its way from ${there.length} to ${stored.length} members; apply, or the next scaling, has to bring it to rest first`
  };
}

// src/core/health/decide-healing.ts
function decideHealing(question) {
  const sick = sickMembers(question.verdicts);
  const loops2 = bootLoops(question);
  const hold = holdOn(question, sick);
  if (hold !== null) return standBack(question, sick, loops2, hold);
  const candidates = sick.filter(({ name, spare }) => spare === null && !loops2.includes(name));
  const budget = budgetOf(question);
  const replace2 = candidates.slice(0, budget.left);
  const others = condemnedBesides(question.verdicts, replace2);
  if (replace2.length > 0 && others !== null) return standBack(question, sick, loops2, others);
  const why = new Map(sick.map((one) => [one.name, whyNot(one, loops2, budget.why)]));
  return {
    held: replace2.length === 0 && candidates.length > 0 ? { kind: "budget", why: budget.why } : null,
    replace: replace2,
    mark: replace2.filter(({ marked }) => marked !== "own"),
    unmark: leftMarks(question.verdicts, replace2),
    unmarkGroup: isMarked(question.group),
    waits: sick.filter((one) => !replace2.includes(one)).map(({ name }) => ({ name, why: why.get(name) ?? "" })),
    loops: loops2
  };
}
function sickMembers(verdicts) {
  const sick = verdicts.filter(isSick);
  return sick.toSorted((a, b) => Number(isLasting(b)) - Number(isLasting(a)) || a.rank - b.rank);
}
function isLasting({ condemned, marked }) {
  return condemned && marked !== "own" && marked !== "check";
}
var LOOP = { times: 3, hours: 6 };
function bootLoops({ history, verdicts, now }) {
  const since = now - LOOP.hours * 36e5;
  return verdicts.filter(({ name, status, marked }) => {
    const marks = history.filter(({ member, at }) => member === name && at >= since).length;
    const done = marked === "own" ? marks - 1 : marks;
    return (status === "failed" || status === "not-found") && done >= LOOP.times;
  }).map(({ name }) => name);
}
function condemnedBesides(verdicts, replace2) {
  const others = verdicts.filter((one) => isLasting(one) && !replace2.includes(one));
  if (others.length === 0) return null;
  const names = others.map(({ server: server2 }) => `"${server2}"`).join(", ");
  return {
    kind: "condemned-by-others",
    why: `Heat would replace ${names} along with the sick ones, which is more than the budget allows: raise replace.maxUnavailable, or take the marks back by hand`
  };
}
function standBack({ verdicts }, sick, loops2, held2) {
  const may = held2.kind === "brake" || held2.kind === "condemned-by-others";
  return {
    held: held2,
    replace: [],
    mark: [],
    unmark: may ? verdicts.filter(({ marked }) => marked === "own") : [],
    unmarkGroup: false,
    waits: sick.map((one) => ({ name: one.name, why: whyNot(one, loops2, held2.why) })),
    loops: loops2
  };
}
function leftMarks(verdicts, replace2) {
  return verdicts.filter((one) => (one.marked === "own" || one.marked === "check") && !replace2.includes(one));
}
function whyNot({ name, spare }, loops2, otherwise) {
  if (spare !== null) return spare;
  return loops2.includes(name) ? `was replaced ${LOOP.times} times within ${LOOP.hours} hours and is sick again: another replacement is no cure` : otherwise;
}

// src/core/health/stuck.ts
var MINUTE = 6e4;
var LONGEST_WORK = 90;
var LONGEST_CLAIM = 15;
var LONGEST_BUILD = 30;
var LONGEST_DELETE = 15;
function stuckFindings(view) {
  const { question, members: members2 } = view;
  const byName = new Map(question.verdicts.map((verdict) => [verdict.name, verdict]));
  return [
    ...claim(view),
    ...work(view),
    ...members2.flatMap((member) => {
      const verdict = byName.get(member.name);
      return verdict ? [...undeleted(member, verdict), ...server(member, verdict, question.now)] : [];
    })
  ];
}
function claim({ question, holder, nested, events }) {
  const { pulse, address, now } = question;
  const group2 = pulse.groups.find((one) => one.address === address);
  const resting = pulse.state.status !== "IN_PROGRESS" && group2?.nestedState?.status !== "IN_PROGRESS";
  if (!group2?.activity.scalingInProgress || !resting || idle(events, now) < LONGEST_CLAIM) return [];
  const name = address.split("/").at(-1) ?? address;
  return [
    {
      kind: "scaling-stuck",
      severity: "error",
      subject: `group ${address}`,
      message: `Heat says that the group is being scaled, and nothing has happened for ${Math.round(idle(events, now))} minutes: every alarm's signal is dropped`,
      remedy: `give the claim back, both commands at once and no update between them: \`openstack stack resource mark unhealthy ${holder.name} ${name}\`, \`openstack stack resource mark unhealthy --reset ${holder.name} ${name}\`; its servers are in ${nested.name}, which stays as it is`,
      consoleLog: []
    }
  ];
}
function work({ question, stack, nested, events }) {
  const { pulse, address, now } = question;
  const who = whoIsAtWork(pulse);
  if (who === null || idle(events, now) < LONGEST_WORK) return [];
  return [
    {
      kind: "work-stuck",
      severity: "error",
      subject: `group ${address}`,
      message: `${who}, and nothing has happened for ${Math.round(idle(events, now))} minutes`,
      remedy: `end it where it is (\`openstack stack cancel --no-rollback ${pulse.state.status === "IN_PROGRESS" ? stack.name : nested.name}\`), then run apply`,
      consoleLog: []
    }
  ];
}
function idle(events, now) {
  const last = events.at(-1);
  return last === void 0 ? 0 : (now - Date.parse(last.at)) / MINUTE;
}
function undeleted({ name, state }, verdict) {
  if (state.action !== "DELETE" || state.status !== "FAILED") return [];
  return [
    {
      kind: "delete-failed",
      severity: "error",
      subject: `member ${name}`,
      message: `${verdict.server} could not be deleted: ${state.reason}`,
      remedy: `delete what is left (\`openstack server delete ${verdict.serverIds[0] ?? verdict.physicalId}\`, ports and volumes after it); Heat forgets it at the next scaling or apply`,
      consoleLog: []
    }
  ];
}
function server({ name, servers }, verdict, now) {
  return servers.flatMap((one) => {
    const still = (since) => (now - Date.parse(since ?? "")) / MINUTE;
    const subject = `member ${name}`;
    if (one.taskState === "deleting" && still(one.updatedAt) > LONGEST_DELETE)
      return [
        {
          kind: "server-delete-stuck",
          severity: "error",
          subject,
          message: `Nova has been deleting ${verdict.server} for ${Math.round(still(one.updatedAt))} minutes`,
          remedy: `an administrator sets it to ERROR (\`openstack server set --state error ${one.id}\`) and deletes it again; look at its hypervisor`,
          consoleLog: []
        }
      ];
    if (one.status === "BUILD" && still(one.createdAt) > LONGEST_BUILD)
      return [
        {
          kind: "server-build-stuck",
          severity: "warn",
          subject,
          message: `Nova has been building ${verdict.server} for ${Math.round(still(one.createdAt))} minutes`,
          remedy: `Heat gives up by its own time limit and health replaces it then; \`openstack server show ${one.id}\` tells where it hangs`,
          consoleLog: []
        }
      ];
    return [];
  });
}

// src/core/health/findings.ts
function healthFindings(view) {
  return [...held(view), ...deafGroup(view), ...loops(view), ...spared(view), ...stuckFindings(view)];
}
var HOLDS = {
  "not-asked": {
    severity: "warn",
    remedy: "write `health: {}` into the spec, and `health --heal` replaces such servers"
  },
  forbidden: { severity: "info", remedy: "wait until it is allowed again" },
  "at-work": null,
  "group-failed": { severity: "error", remedy: "run apply: it finishes what stopped" },
  "stack-unfit": { severity: "warn", remedy: "resume the stack, or take its spec out" },
  brake: {
    severity: "error",
    remedy: "look for what they have in common: network, load balancer, image, hypervisors, or the machine that checks; when it is only they after all, replace.brake permits more"
  },
  "condemned-by-others": {
    severity: "warn",
    remedy: "raise replace.maxUnavailable, or take back a mark: `openstack stack resource mark unhealthy --reset NESTED MEMBER`"
  },
  "template-differs": { severity: "error", remedy: "run apply: it brings the group to rest" },
  budget: null
};
function held({ question, decision, nested }) {
  const { held: hold, waits } = decision;
  if (hold === null || waits.length === 0 && hold.kind !== "group-failed") return [];
  const words = HOLDS[hold.kind];
  if (words === null) return [];
  const { why } = hold;
  const sick = sickNames(question, waits);
  const message = hold.kind === "not-asked" ? `${sick}, and ${why}: nobody is replaced` : `${why}; nobody is replaced`;
  const remedy = words.remedy.replace("NESTED", nested.name);
  const { severity } = words;
  return [{ kind: hold.kind, severity, remedy, subject: groupName(question), message, consoleLog: [] }];
}
function sickNames({ verdicts }, waits) {
  const sick = verdicts.filter(({ name }) => waits.some((one) => one.name === name));
  return sick.map(({ server: server2, why }) => `${server2} ${why}`).join(", ");
}
function deafGroup({ question, decision }) {
  if (!isMarked(question.group) || decision.held?.kind === "group-failed") return [];
  return [
    {
      kind: "group-deaf",
      severity: "error",
      subject: groupName(question),
      message: `the group is CHECK_FAILED since somebody had the stack checked: Heat drops every alarm's signal, and the next update of the stack could replace all servers`,
      remedy: "`health --heal` takes the mark from the group, after that of its members",
      consoleLog: []
    }
  ];
}
function loops({ question, decision, consoles }) {
  return question.verdicts.filter(({ name }) => decision.loops.includes(name)).map((one) => ({
    kind: "boot-loop",
    severity: "error",
    subject: memberName(one),
    message: `${one.server} ${one.why}; ${waitOf(decision, one)}`,
    remedy: "look at its console log and at what changed in image and cloud-init; a pull request that mends them replaces it",
    consoleLog: consoles[one.name] ?? []
  }));
}
function spared({ question, decision }) {
  const { held: hold } = decision;
  if (hold !== null && hold.kind !== "budget") return [];
  return question.verdicts.filter(({ status, spare }) => spare !== null && status === "failed").map((one) => ({
    kind: "put-by-hand",
    severity: "warn",
    subject: memberName(one),
    message: `${one.server} ${one.why}`,
    remedy: one.spare ?? "",
    consoleLog: []
  }));
}
function waitOf({ waits }, { name }) {
  return waits.find((one) => one.name === name)?.why ?? "";
}
function memberName({ name }) {
  return `member ${name}`;
}
function groupName({ address }) {
  return `group ${address}`;
}

// src/core/health/pool-members.ts
function poolMemberIds({ resources }, { address, members: members2 }) {
  const places = resources.filter(
    ({ type, physicalId }) => type === "OS::Octavia::PoolMember" && physicalId !== ""
  );
  return Object.fromEntries(
    members2.map(({ name }) => {
      const below = `${address}/${name}/`;
      return [
        name,
        places.filter((one) => one.address.startsWith(below)).map(({ physicalId }) => physicalId)
      ];
    })
  );
}

// src/commands/look-at-group.ts
async function lookAtGroup(parts, sight) {
  const { watched: watched2 } = sight;
  const now = cloudTime(parts.clock, parts.reader).getTime();
  const verdicts = verdictsOf(sight, watched2, now);
  const quiet = verdicts.every(({ status, marked }) => status === "current" && marked === null);
  if (quiet && watched2.group.state.status === "COMPLETE")
    return { verdicts, decision: NOTHING_TO_DO, findings: [] };
  const read = await readOn(parts.reader, sight);
  if (read === null) return null;
  const question = {
    address: watched2.group.address,
    spec: watched2.spec,
    asked: watched2.asked,
    now,
    verdicts,
    beside: sight.beside.flatMap((other) => verdictsOf(sight, other, now)),
    group: watched2.group.state,
    history: replacementsIn(
      [watched2, ...sight.beside].map(({ group: group2 }) => group2.address),
      read.events
    ),
    planned: sight.planned,
    hold: sight.hold,
    ...read
  };
  const decision = decideHealing(question);
  const findings = healthFindings({
    question,
    decision,
    stack: sight.stack,
    holder: watched2.group.holder,
    nested: watched2.group.nested,
    members: watched2.group.members,
    events: read.events.filter(({ address }) => isBelow(address, watched2.group.address)),
    consoles: await consolesOf(parts.reader, verdicts, decision.loops)
  });
  return { verdicts, decision, findings };
}
var NOTHING_TO_DO = {
  held: null,
  replace: [],
  mark: [],
  unmark: [],
  unmarkGroup: false,
  waits: [],
  loops: []
};
function verdictsOf({ stack, pool, backends, probes }, { group: group2, spec }, now) {
  const evidence = {
    spec,
    now,
    group: group2.state,
    pool,
    backends,
    probes,
    poolMembers: poolMemberIds(stack, group2)
  };
  return group2.members.map((member) => memberVerdict(member, evidence));
}
async function readOn(reader, { stack, watched: watched2 }) {
  const { address, nested } = watched2.group;
  const [pulse, events] = await Promise.all([reader.pulse(stack), reader.events(stack, null)]);
  if (pulse === null) return null;
  const state = pulse.groups.find((one) => one.address === address)?.nestedState ?? null;
  const broken = state?.status === "FAILED" && state.action !== "CHECK";
  const stored = broken ? Object.keys(await reader.memberDefinitions(nested)) : null;
  return { pulse, events, stored };
}
function isBelow(address, group2) {
  return address === group2 || address.startsWith(`${group2}/`);
}
var CONSOLE_LINES = 40;
async function consolesOf(reader, verdicts, loops2) {
  const servers = verdicts.filter(({ name }) => loops2.includes(name));
  const logs = await Promise.all(
    servers.map(async ({ name, serverIds: [id] }) => {
      const log = id === void 0 ? null : await consoleOf(reader, id);
      return [name, log === null ? [] : consoleTail(log)];
    })
  );
  return Object.fromEntries(logs);
}
async function consoleOf(reader, id) {
  try {
    return await reader.consoleLog(id, CONSOLE_LINES);
  } catch (error) {
    if (error instanceof CloudError) return null;
    throw error;
  }
}

// src/core/health/probing.ts
function questionsFor(spec, members2, networks) {
  const checks = spec.checks.filter((check2) => "port" in check2);
  const settled = members2.filter(({ state, draining }) => state.status !== "IN_PROGRESS" && !draining);
  const running = settled.flatMap(({ servers }) => servers).filter(({ status }) => status === "ACTIVE");
  return running.flatMap(
    (server2) => checks.map((check2) => ({
      serverId: server2.id,
      check: check2,
      question: questionOf(check2, server2, networks),
      answers: []
    }))
  );
}
function questionOf(check2, server2, networks) {
  const address = addressOf(check2, server2, networks);
  if (address === null) return null;
  const { port, timeoutSeconds } = check2;
  return check2.kind === "http" ? { kind: "http", address, port, timeoutSeconds, path: check2.path } : { kind: "tcp", address, port, timeoutSeconds };
}
function addressOf({ address: wanted }, { addresses, interfaces }, networks) {
  const fixed = interfaces.map(({ address }) => address);
  if (wanted.kind === "floating") return addresses.find((one) => !fixed.includes(one)) ?? null;
  const name = networks.find(({ id }) => id === wanted.network)?.name ?? wanted.network;
  const there = interfaces.filter(({ network }) => network === name).map(({ address }) => address);
  return there.find((one) => !one.includes(":")) ?? there[0] ?? null;
}
function isOpen({ samples }, asked) {
  if (asked.question === null || asked.answers.length >= samples.of) return false;
  const failed2 = asked.answers.filter((answer) => failureOf(asked.check, answer) !== null).length;
  return failed2 < samples.failed && asked.answers.length - failed2 <= samples.of - samples.failed;
}
function resultOf({ samples }, asked) {
  const { serverId, check: check2, question, answers } = asked;
  const named = { serverId, check: nameOf(check2) };
  if (question === null) {
    const where = check2.address.kind === "floating" ? "no floating address" : `no address on this network`;
    return { ...named, verdict: "unknown", why: `the server has ${where}` };
  }
  const failures = answers.map((answer) => failureOf(check2, answer)).filter((why) => why !== null);
  if (failures.length >= samples.failed) {
    const times = answers.length > 1 ? ` (${failures.length} of ${answers.length} times)` : "";
    return { ...named, verdict: "failed", why: `${failures.at(-1) ?? ""}${times}` };
  }
  const unable = answers.find((answer) => answer.kind === "unable");
  return unable?.kind === "unable" ? { ...named, verdict: "unknown", why: unable.why } : { ...named, verdict: "passed", why: "" };
}
function failureOf(check2, answer) {
  switch (answer.kind) {
    case "connected":
    case "unable":
      return null;
    case "silent":
      return answer.why;
    case "status":
      return isWell(check2, answer.status) ? null : `answers ${answer.status}`;
  }
}
function isWell(check2, status) {
  return check2.kind === "tcp" || check2.statuses.some(({ from, to }) => status >= from && status <= to);
}
function nameOf(check2) {
  return check2.kind === "http" ? `http :${check2.port}${check2.path}` : `tcp :${check2.port}`;
}

// src/commands/probe-servers.ts
var AT_ONCE = 32;
async function probeServers({ probes }, spec, members2, networks) {
  let asked = questionsFor(spec, members2, networks);
  for (let sample = 0; asked.some((one) => isOpen(spec, one)); sample += 1) {
    if (sample > 0) await probes.clock.sleep(spec.samples.intervalSeconds * 1e3);
    asked = await inTurns(asked, AT_ONCE, async (one) => {
      if (one.question === null || !isOpen(spec, one)) return one;
      return { ...one, answers: [...one.answers, await probes.ask(one.question)] };
    });
  }
  return asked.map((one) => resultOf(spec, one));
}

// src/commands/read-backends.ts
async function readBackends({ parts, around }, spec) {
  if (spec.kind !== "AutoScalingGroup" || spec.loadBalancer?.kind !== "haproxy") return null;
  if (!(spec.health?.checks.some(({ kind }) => kind === "loadBalancer") ?? false)) return null;
  const { loadBalancer } = spec;
  const { backend } = loadBalancer;
  const answers = loadBalancer.runtimeApis.map(async (api) => {
    const servers = await orFailure(() => parts.balancers.open(api).servers(backend));
    return servers instanceof BalancerError ? { api, backend, kind: "unreadable", why: `HAProxy could not be asked: ${servers.message}` } : { api, backend, kind: "read", servers };
  });
  return {
    group: spec.name,
    network: balancerNetwork(loadBalancer, around.networks),
    answers: await Promise.all(answers)
  };
}

// src/commands/read-surroundings.ts
async function readSurroundings(cloud, specs, stacks) {
  const [catalogue, pool] = await Promise.all([
    specs.some(needsNetworks) ? cloud.catalogue(["network"]) : null,
    readPool(cloud, specs, stacks)
  ]);
  return { networks: catalogue?.network ?? [], pool };
}
function needsNetworks(spec) {
  if (spec.kind !== "AutoScalingGroup") return false;
  return spec.loadBalancer?.kind === "haproxy" || (spec.health?.checks.some((check2) => "port" in check2) ?? false);
}
async function readPool(cloud, specs, stacks) {
  const byName = new Map(stacks.map((stack) => [stack.name, stack]));
  const ids = specs.flatMap((spec) => {
    const stack = byName.get(spec.name);
    if (stack?.presence !== "present") return [];
    const asking = watchedGroups(stack, spec).filter((watched2) => asksOctavia(watched2.spec));
    return asking.flatMap(({ group: group2 }) => Object.values(poolMemberIds(stack, group2)).flat());
  });
  try {
    return { kind: "read", members: await cloud.poolMembers(ids) };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return { kind: "unreadable", why: `Octavia could not be asked: ${errorLine(error)}` };
  }
}
function asksOctavia({ checks }) {
  return checks.some(({ kind }) => kind === "loadBalancer");
}

// src/commands/members-health.ts
async function membersHealth(run, spec, stack) {
  const groups = [];
  const trouble = [];
  const watched2 = watchedGroups(stack, spec);
  let probes = await probesOf(run, watched2);
  let backends = await readBackends(run, spec);
  let now = stack;
  let planned2 = 0;
  for (const [index, { group: group2 }] of watched2.entries()) {
    try {
      const place2 = { stack: now, address: group2.address, probes, backends, planned: planned2 };
      const { found: found2, deed } = await oneGroup(run, spec, place2);
      if (spec.kind === "AutoScalingGroup") planned2 += plannedIn(found2);
      if (found2 !== null) groups.push(found2);
      if (deed !== null) {
        now = await readAgain(run, stack);
        if (index === watched2.length - 1) break;
        backends = await readBackends(run, spec);
        probes = await probesOf(run, watchedGroups(now, spec));
      }
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      trouble.push(`${group2.address}: ${errorLine(error)}`);
    }
  }
  return { groups, stack: now, message: trouble.join("; ") };
}
function plannedIn(found2) {
  const members2 = found2?.members ?? [];
  return members2.filter(({ action, outcome }) => action === "replace" && outcome === "planned").length;
}
async function probesOf({ parts, around }, watched2) {
  const results = [];
  for (const { spec, group: group2 } of watched2)
    results.push(...await probeServers(parts, spec, group2.members, around.networks));
  return results;
}
async function oneGroup(run, spec, place2) {
  const { parts, cloud, around, heal } = run;
  const sight = sightOf(run, spec, place2, around.pool);
  if (sight === null) return { found: null, deed: null };
  const look2 = await lookAtGroup({ reader: cloud, clock: parts.clock }, sight);
  if (look2 === null) return { found: null, deed: null };
  const deed = heal ? await replace(run, spec, { ...place2, watched: sight.watched, look: look2 }) : null;
  return { found: judge({ address: place2.address, ...look2, deed }), deed };
}
function sightOf(run, spec, { stack, address, probes, backends, planned: planned2 }, pool) {
  const all = watchedGroups(stack, spec);
  const watched2 = all.find(({ group: group2 }) => group2.address === address);
  if (watched2 === void 0) return null;
  const beside = spec.kind === "AutoScalingGroup" ? all.filter((other) => other !== watched2) : [];
  return { stack, watched: watched2, beside, planned: planned2, backends, pool, probes, hold: holdOn2(run, spec) };
}
async function replace(run, spec, found2) {
  const { parts, cloud } = run;
  const { stack, watched: watched2, look: look2 } = found2;
  const lookAgain = async () => {
    const now = await readAgain(run, stack);
    if (now.id !== stack.id) return null;
    const pool = await readPool(cloud, [spec], [now]);
    const backends = await readBackends(run, spec);
    const sight = sightOf(run, spec, { ...found2, stack: now, backends }, pool);
    return sight && lookAtGroup({ reader: cloud, clock: parts.clock }, sight);
  };
  const writing = { reader: cloud, writer: await parts.writer(), clock: parts.clock, log: parts.log };
  return healGroup(writing, { stack, group: watched2.group, look: look2, lookAgain });
}
function holdOn2({ settings, parts }, spec) {
  return healingHold(settings.freeze, spec, parts.clock.now().getTime());
}
async function readAgain({ cloud }, stack) {
  const [now] = await cloud.observeLive([stack.name]);
  return now?.presence === "present" ? now : stack;
}

// src/commands/health.ts
var GROUPS_AT_ONCE = 8;
function health(parts, options) {
  return watched("health", parts, options, () => check(parts, options));
}
async function check(parts, options) {
  const chosen = await chooseSpecs(parts, options, "health");
  if (!chosen.ok) return chosen.result;
  const cloud = await parts.reader();
  const specs = chosen.specs.filter(isLive2);
  const stacks = await readStacks(cloud, specs);
  const around = await readSurroundings(cloud, specs, stacks.read);
  const byName = new Map([
    ...stacks.failed.map(({ item, error }) => [item, error]),
    ...stacks.read.map((stack) => [stack.name, stack])
  ]);
  const run = { parts, cloud, heal: options.heal, settings: chosen.rules.settings, around };
  const groups = await inTurns(
    specs,
    GROUPS_AT_ONCE,
    (spec) => groupHealth(run, spec, byName.get(spec.name))
  );
  const found2 = { version: 1, groups, problems: [] };
  const context = reportContext(cloud, options);
  const report = healthReport(found2, context);
  await parts.publisher.publish(report);
  await keepIssues(parts, options, {
    by: "health",
    verdicts: healthVerdicts(found2, context),
    groups: chosen.specs.map(({ name }) => name),
    cloud: cloud.label
  });
  return { exitCode: exitCodeOf(found2), report, problems: [] };
}
function isLive2(spec) {
  return spec.kind !== "Deleted";
}
async function readStacks(cloud, specs) {
  if (specs.length === 0) return { read: [], failed: [] };
  return readApart(
    specs.map(({ name }) => name),
    (names) => cloud.observeLive(names)
  );
}
async function groupHealth(run, spec, stack) {
  if (stack instanceof CloudError) return unchecked(spec, { presence: "unread" }, errorLine(stack));
  if (stack?.presence !== "present")
    return unchecked(spec, { presence: "absent" }, "there is no such stack: apply creates it");
  const bare = stack.groups.every(({ nested }) => nested === null);
  if (bare && (spec.kind === "AutoScalingGroup" || stack.groups.length > 0))
    return unchecked(spec, stack, "the stack has no group yet");
  const members2 = await membersHealth(run, spec, stack);
  const backends = await backendsOrTrouble(run, spec, members2.stack);
  const message = [members2.message, backends.message].filter((part) => part !== "").join("; ");
  const { balancers } = backends;
  const parts = [...members2.groups, ...balancers, ...message === "" ? [] : [UNCHECKED]];
  return {
    ...unchecked(spec, stack, message),
    status: worstOf(parts),
    scalingGroups: members2.groups,
    balancers
  };
}
function unchecked({ name, source }, stack, message) {
  const { presence } = stack;
  const stackId = stack.presence === "present" ? stack.id : null;
  return {
    ...{ name, stackId, presence, source, message },
    ...{ status: "unchecked", scalingGroups: [], balancers: [] }
  };
}
async function backendsOrTrouble(run, spec, stack) {
  try {
    return { balancers: await backendsHealth(run, spec, stack), message: "" };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return { balancers: [], message: errorLine(error) };
  }
}
var UNCHECKED = { status: "unchecked" };
function exitCodeOf({ groups }) {
  const worst = worstOf(groups);
  if (worst === "unhealthy") return 2;
  return worst === "unchecked" ? 1 : 0;
}
export {
  health
};
