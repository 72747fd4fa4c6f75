import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  approvalDifference,
  executeGroup,
  verificationFindings,
  waitForOthers,
  withBounds
} from "./chunk-UCNJ5UYJ.js";
import {
  stable
} from "./chunk-OSHXXYPH.js";
import {
  applyVerdict,
  closeOff
} from "./chunk-7VAHUEER.js";
import {
  issueBody,
  issueFooter,
  issueLine,
  issueTitle,
  keepIssues
} from "./chunk-23T35EEF.js";
import {
  changedPaths,
  freezeOverride,
  ignoredBlocks,
  ignoredChanges,
  isAsLastApplied,
  isStillAsSent,
  leaveAlone,
  observe,
  pairsForBounds,
  planAgainst
} from "./chunk-RWMEBKYK.js";
import {
  chooseSpecs,
  inTurns,
  noticeBlocks,
  stopOnProblems
} from "./chunk-M2KSBIVX.js";
import {
  clockOf,
  isDetourPort,
  isOfSize,
  isRecorded,
  isRefused,
  isUnfinished,
  planFingerprint,
  planGroup,
  shown
} from "./chunk-5M2OS46A.js";
import {
  findingAnnotations,
  problemAnnotations
} from "./chunk-6QRIG4YD.js";
import {
  describeGroups,
  object,
  resourcesKey
} from "./chunk-SMCQXR7L.js";
import {
  own
} from "./chunk-CEEK6GEM.js";
import {
  applyNext,
  assemble,
  footer,
  leftBlocks,
  outcomeFold,
  outcomeFolds,
  outcomeTable,
  problemBlocks,
  quoted,
  recordedFindings,
  stackSubject,
  troubleBlocks
} from "./chunk-RC7L2NCV.js";
import {
  findingJson,
  groupJson,
  isFromRepository,
  isProtected,
  problemJson,
  provenanceOf,
  withoutProvenance,
  written
} from "./chunk-WTYPQLUP.js";
import {
  code,
  lazily,
  line,
  paragraph,
  strong
} from "./chunk-Q3CFLGCV.js";
import {
  errorLine
} from "./chunk-MXUBWZWX.js";

// src/core/approval/rest-of-detour.ts
function isRestOfDetour(change, { template }, { changes }) {
  const typeOf = (address) => {
    const resource = own(object(template[resourcesKey(template)]), nameOf(address));
    return String(object(resource ?? null)["type"] ?? "");
  };
  const type = typeOf(change.address);
  if (!type.startsWith(OCTAVIA) || !changes.some(({ path }) => typeOf(path).startsWith(OCTAVIA)))
    return false;
  const { action, fields } = change;
  const [field] = fields;
  if (field === void 0) return action === "replace" || action === "create" && type === MONITOR;
  return type === LISTENER && fields.length === 1 && field.path === "properties.protocol_port" && isDetourPort(Number(field.after), Number(field.before));
}
var OCTAVIA = "OS::Octavia::";
var MONITOR = "OS::Octavia::HealthMonitor";
var LISTENER = "OS::Octavia::Listener";
function nameOf(path) {
  return /^resources\.([^.]+)/i.exec(path)?.[1] ?? "";
}

// src/core/approval/continuation.ts
var RESUMPTION = "stack";
function isContinuation({ desired, observed, group }, { groups }, { commit, repository }) {
  if (observed.presence === "absent" || commit === null) return false;
  const { tags } = observed;
  if (provenanceOf(tags).commit !== commit || !isFromRepository(tags, repository)) return false;
  const approved = groups.findLast(({ name }) => name === group.name);
  return approved !== void 0 && fatesWithin(group, approved) && changesWithin(group, approved, desired);
}
function fatesWithin({ action, servers }, { action: asked, details }) {
  if (action === "delete" || asked === "delete") return action === asked;
  const mayReplace = asked === "create" || asked === "replace";
  const mayDelete = (details?.servers.delete ?? 0) > 0;
  return (servers.replace === 0 || mayReplace) && (servers.delete === 0 || mayDelete);
}
function changesWithin(group, { action, details }, desired) {
  if (action === "create") return true;
  return group.changes.filter(({ address }) => address !== RESUMPTION).every((change) => {
    if (isWithin(change, details)) return true;
    return details !== null && desired.presence === "present" && isRestOfDetour(change, desired, details);
  });
}
function isWithin(change, details) {
  const left = changedPaths(change);
  return left.every(
    ({ path, after }) => (details?.changes ?? []).some(
      (one) => one.path === path && JSON.stringify(one.after) === JSON.stringify(after)
    )
  );
}

// src/core/approval/turn.ts
function turnOf({ sha, newer, others, own: own2 }) {
  if (newer === null) {
    return standBack(
      `${short(sha)} is not on the branch any more: what stands there now is applied instead`,
      null
    );
  }
  const after = new Set(newer);
  const ahead = others.find(
    ({ sha: other, state }) => after.has(other) && (state === "success" || state === "in-progress")
  );
  if (ahead !== void 0) {
    const is = ahead.state === "success" ? "is applied already" : "is being applied";
    return standBack(
      `${short(ahead.sha)}, a newer commit of the branch, ${is}${by(ahead)}: it holds what ${short(sha)} does`,
      ahead.sha
    );
  }
  const busy = others.find(({ id, state }) => state === "in-progress" && (own2 === null || id < own2));
  if (busy === void 0) return { kind: "go" };
  return {
    kind: "wait",
    message: `another run applies ${short(busy.sha)}${by(busy)}: two at once would plan against what the other is just changing`
  };
}
function isFromNewer(commit, newer) {
  return commit !== null && newer.includes(commit);
}
function standBack(message, newer) {
  return { kind: "stand-back", message, newer };
}
function by({ run }) {
  return run === null ? "" : ` (${run})`;
}
function short(sha) {
  return sha.slice(0, 7);
}

// src/core/plan/approval.ts
function approval(group, plan, approved) {
  if (group.action === "no-op") return { go: false, status: "nothing-to-do", message: "" };
  const forbidden = group.findings.filter(({ severity }) => severity === "error");
  if (forbidden.length > 0) return refused(forbidden.map(({ message }) => message).join("; "));
  if (approved === null || group.byClock) return { go: true };
  return "groups" in approved ? byMerge(group, approved) : byFingerprint(group, plan, approved);
}
function byFingerprint(group, plan, approved) {
  if (approved.includes(plan.fingerprint) || approved.includes(group.fingerprint)) return { go: true };
  return refused(
    `what would be done now (${group.fingerprint}) is not what was approved (${approved.join(", ") || "nothing"}); look at a new plan and approve that`
  );
}
var DIRECT = "`direct-push: apply` permits it; better open";
function byMerge(group, { pulls, groups, reasons }) {
  const same = groups.filter(({ name }) => name === group.name);
  if (same.some(({ fingerprint }) => fingerprint === group.fingerprint)) return { go: true };
  const why = reasons.length === 0 ? "" : ` (${reasons.join("; ")})`;
  const from = pulls.length === 0 ? "" : ` by merging ${pulls.map((number) => `pull request ${number}`).join(", ")}`;
  return refused(
    `what would be done now is not what was approved${from}${why}: ${approvalDifference(same.at(-1) ?? null, group)}. ${pulls.length === 0 ? DIRECT : "Open"} a pull request for it, look at its plan and merge that`
  );
}
function refused(message) {
  return { go: false, status: "refused", message };
}

// src/core/plan/schedules-only.ts
function schedulesOnly(pair) {
  const { desired, observed } = pair;
  const whole = planGroup(pair);
  const leave = (message2) => whole.action === "no-op" ? { go: false, status: "nothing-to-do", group: whole, message: "" } : { go: false, status: "left", group: whole, message: message2 };
  if (desired.presence === "absent" || observed.presence === "absent" || desired.scheduled === null) {
    return leave("no schedule asks for this; apply without `--only-schedules` does it");
  }
  if (!isRecorded(desired.scheduled.rule, clockOf(desired, observed).live)) {
    return leave("its size and schedules are not applied yet as they are written; apply them first");
  }
  const narrowed = {
    desired: boundsAlone(desired, observed),
    observed,
    definitions: pair.definitions
  };
  const group = planGroup(narrowed);
  const hasDue = group.changes.some(({ address }) => address !== "stack");
  if (!hasDue) return leave("what differs is not the bounds; apply without `--only-schedules` does it");
  if (group.byClock && !isRefused(group)) {
    return {
      go: true,
      pair: narrowed,
      group,
      noted: whole.byClock || isAsLastApplied(observed) || isStillAsSent(observed)
    };
  }
  const message = `${shown(desired.scheduled.lately.at(-1) ?? desired.scheduled.rule)} is due, but ${obstacle(group, observed)}`;
  return { go: false, status: "refused", group, message };
}
function boundsAlone(desired, observed) {
  const { files, environment } = observed;
  const template = desired.groups.reduce(withBounds, observed.template);
  return {
    ...desired,
    template,
    files,
    environment,
    initial: [],
    groups: describeGroups({ template, files, environment, initial: [] }),
    tags: withoutProvenance(observed.tags),
    // those of the merged spec tell nothing of the alarms that run
    paused: false,
    triggers: [],
    timeoutMinutes: observed.timeoutMinutes,
    protect: isProtected(observed.tags),
    references: [],
    advice: []
  };
}
function obstacle({ scalingGroups, findings }, observed) {
  const errors = findings.filter(({ severity }) => severity === "error").map(({ message }) => message);
  if (errors.length > 0) return errors.join("; ");
  const { action, status } = observed.state;
  if (isUnfinished(observed)) {
    return `the stack is ${action}_${status}; apply without \`--only-schedules\` finishes what stopped`;
  }
  const members = scalingGroups.flatMap((group) => group.members).filter((member) => !isOfSize(member));
  const names = members.map(({ member, server, how }) => `${server?.name ?? member} (${how})`);
  return names.length > 0 ? `this would touch servers that no schedule speaks of: ${names.join(", ")}; look at \`drift\`, then apply` : "somebody set the bounds to what no schedule gives; look at `drift`, then apply";
}

// src/core/report/outcome-json.ts
function outcomeJson(outcome) {
  const { version, fingerprint, groups, problems } = outcome;
  return written({
    version,
    fingerprint,
    groups: lazily(groups, ({ name, stackId, status, message, steps, findings, plan }) => ({
      name,
      stackId,
      status,
      message,
      steps: steps.map((step) => ({ kind: step.kind, status: step.status, message: step.message })),
      findings: findings.map(findingJson),
      plan: groupJson(plan)
    })),
    problems: problems.map(problemJson)
  });
}

// src/core/report/apply-report.ts
function applyReport(outcome, context) {
  const plans = outcome.groups.map((group) => ({ ...group.plan, findings: group.findings }));
  return assemble({
    kind: "apply",
    key: context.key ?? "",
    verdict: applyVerdict(outcome),
    tone: tone(outcome),
    json: () => outcomeJson(outcome),
    facts: {
      fingerprint: outcome.fingerprint,
      groups: outcome.groups.map(({ name, plan }) => ({ name, fingerprint: plan.fingerprint })),
      changes: outcome.groups.some((group) => group.steps.some((step) => step.status === "done")),
      refused: outcome.groups.some((group) => group.status === "refused"),
      counts: counts(outcome)
    },
    annotations: [...problemAnnotations(outcome.problems), ...findingAnnotations(plans)],
    build: (detail) => build(outcome, context, detail)
  });
}
function tone(outcome) {
  const has = (status) => outcome.groups.some((group) => group.status === status);
  if (outcome.problems.length > 0 || has("failed") || has("not-started")) return "failed";
  if (has("refused")) return "refused";
  return has("done") ? "changes" : "clean";
}
function counts(outcome) {
  const number = (status) => outcome.groups.filter((group) => group.status === status).length;
  return {
    done: number("done"),
    "nothing-to-do": number("nothing-to-do"),
    left: number("left"),
    refused: number("refused"),
    failed: number("failed"),
    "not-started": number("not-started")
  };
}
function* build(outcome, context, detail) {
  yield* problemBlocks(outcome.problems, detail);
  yield* troubleBlocks(outcome, detail);
  yield* leftBlocks(outcome, detail);
  yield* outcomeTable(outcome, context, detail);
  yield* outcomeFolds(outcome, detail);
  yield* ignoredBlocks(ignoredChanges(outcome.groups.map(({ plan }) => plan)), detail);
  yield* noticeBlocks(context);
  yield* applyNext(outcome, context, detail);
  yield footer("apply", outcome.fingerprint, context);
}

// src/commands/settle-first.ts
var AT_ONCE = 8;
async function settleFirst({ clock, log }, reader, { pairs, plan }, { waitMinutes }) {
  const due = pairs.flatMap(
    ({ observed }, index) => plan.groups[index]?.action === "no-op" && observed.presence === "present" && observed.state.status === "IN_PROGRESS" ? [observed] : []
  );
  const entries = await inTurns(due, AT_ONCE, async (stack) => {
    const busy = await waitForOthers({ reader, clock, log }, stack, waitMinutes);
    return [stack.name, busy];
  });
  return new Map(entries);
}
async function lookAfter(reader, outcome, {
  pair,
  ignoring,
  busy
}) {
  if (outcome.status !== "nothing-to-do") return outcome;
  if (busy !== null) return { ...outcome, status: "not-started", message: busy };
  const seen = await observe(reader, [pair.left?.declared ?? pair.desired], "all");
  const [after] = await leaveAlone(reader, seen, ignoring);
  const findings = after === void 0 ? [] : verificationFindings(after, outcome.plan);
  if (!findings.some(({ severity }) => severity === "error")) return { ...outcome, findings };
  const message = "an update that was under way has ended, but not every server is as planned; apply the same commit again to go on";
  return { ...outcome, status: "failed", message, findings };
}

// src/core/report/issue-apply.ts
function applyIssueBody(group, context) {
  return issueBody((detail) => {
    const fold = outcomeFold(group, detail);
    return [
      paragraph(applySentence(group, context)),
      ...group.message === "" ? [] : [{ kind: "alert", tone: "caution", lines: [quoted(group.message)] }],
      paragraph(done(group)),
      paragraph(goOn(context)),
      ...fold === null ? [] : [fold],
      issueFooter("closed when the change is done", context)
    ];
  });
}
function applySentence(group, context) {
  const what = group.status === "not-started" ? "was not started" : "failed";
  return line`${stackSubject(group, context)}: the change merged in ${code(group.plan.source.file)} ${what}`;
}
function done({ plan, steps }) {
  const finished = steps.filter(({ status }) => status === "done").length;
  const words = plan.steps.map(({ kind }) => kind);
  if (words.length === 0) return line`Nothing was changed.`;
  const [did, not] = [words.slice(0, finished), words.slice(finished)];
  return line`${strong("Done")}: ${did.join(", ") || "nothing"}. ${strong("Not done")}: ${not.join(", ") || "nothing"}.`;
}
function goOn({ commit, links }) {
  const which = commit == null ? "the same commit" : code(commit.slice(0, 7));
  const run = links?.run ?? null;
  const how = run === null ? line`run apply for ${which} again` : line`run the job for ${which} again (“Re-run jobs” on the page of the run)`;
  return line`${strong("Way out")}: ${how}. It goes on where it stopped and makes nothing twice. If the reason above needs another spec, merge that: its apply does the rest.`;
}

// src/core/report/issue-apply-broke.ts
var APPLY_BROKE = "What was merged is not applied";
function applyBrokeBody({ message, problems }, context) {
  const alert = message === "" ? [] : [{ kind: "alert", tone: "caution", lines: [quoted(message)] }];
  return issueBody((detail) => [
    paragraph(line`${strong(APPLY_BROKE)}: apply broke off before it could tell what became of each group`),
    ...alert,
    ...problemBlocks(problems, detail),
    paragraph(goOn(context)),
    issueFooter("closed by the next apply that comes about", context)
  ]);
}

// src/core/issues/apply-verdicts.ts
function applyVerdicts({ groups }, context) {
  return [CAME_ABOUT, ...groups.flatMap((group) => groupVerdicts(group, context))];
}
var WHOLE = { kind: "apply-failed", group: "" };
var CAME_ABOUT = {
  state: "clean",
  subject: WHOLE,
  word: "Apply came about again: what it did not do has an issue of its own."
};
function applyBroke(broken, context) {
  const words = broken.problems[0]?.message ?? broken.message;
  const sentence = issueLine(line`${APPLY_BROKE}: ${quoted(words)}`);
  return {
    state: "found",
    subject: WHOLE,
    wanted: {
      title: issueTitle(APPLY_BROKE, context.key ?? ""),
      facts: [{ id: "broke", severity: "error", detail: stable(words), line: sentence }],
      body: applyBrokeBody(broken, context),
      line: sentence
    }
  };
}
function groupVerdicts(group, context) {
  switch (group.status) {
    case "refused":
    case "left":
      return [];
    case "done":
    case "nothing-to-do":
      return [{ state: "clean", subject: { kind: "apply-failed", group: group.name }, word: word(group) }];
    case "failed":
    case "not-started":
      return [found(group, context)];
  }
}
function found(group, context) {
  const finished = group.steps.filter(({ status }) => status === "done").length;
  const sentence = applySentence(group, context);
  return {
    state: "found",
    subject: { kind: "apply-failed", group: group.name },
    wanted: {
      title: issueTitle(`Applying ${group.name} failed`, context.key ?? ""),
      // another plan, or another step, is another failure
      facts: [
        {
          id: `${group.plan.fingerprint} ${finished}`,
          severity: "error",
          detail: "",
          line: issueLine(sentence)
        }
      ],
      body: applyIssueBody(group, context),
      line: issueLine(sentence)
    }
  };
}
function word({ name, plan }) {
  return issueLine(line`Done: ${strong(name)} is as ${plan.source.file} says.`);
}

// src/commands/tell-applied.ts
async function tellBegun(parts, options, { groups, context }) {
  if (options.onlySchedules || groups.length === 0) return false;
  return closeOff(parts, { kind: "begun", groups }, context);
}
async function tellApplied(parts, options, { outcome, context, begun }) {
  if (options.onlySchedules) return;
  await closeOff(parts, { kind: "applied", outcome, begun }, context);
  const verdicts = applyVerdicts(outcome, context);
  const groups = outcome.groups.map(({ name }) => name);
  await keepIssues(parts, options, { by: "apply", verdicts, groups, cloud: context.cloud });
}
async function tellBroken(parts, options, broken) {
  if (options.onlySchedules) return;
  const verdict = applyBroke(broken, { cloud: "", commit: options.commit, ...options.report });
  await keepIssues(parts, options, { by: "apply", verdicts: [verdict], groups: null, cloud: "" });
}

// src/commands/apply.ts
var STACKS_AT_ONCE = 4;
async function apply(parts, options) {
  try {
    const result = await carryOut(parts, options);
    if (result.problems.length > 0)
      await tellBroken(parts, options, { message: "", problems: result.problems });
    return result;
  } catch (error) {
    await tellBroken(parts, options, { message: errorLine(error), problems: [] });
    throw error;
  }
}
async function carryOut(parts, options) {
  const chosen = await chooseSpecs(parts, options, "apply");
  if (!chosen.ok) return chosen.result;
  const reader = await parts.reader();
  const decided = await decide(reader, chosen, parts, options);
  const { problems, decisions, waited, ignoring } = decided;
  if (problems.length > 0) {
    return stopOnProblems(parts, options, { problems, specs: chosen.specs.length, kind: "apply" });
  }
  const writer = await parts.writer();
  const context = { cloud: reader.label, commit: options.commit, ...options.report };
  const begun = await tellBegun(parts, options, { groups: toDo(decisions), context });
  const groups = await inTurns(decisions, STACKS_AT_ONCE, async (decision) => {
    const { pair, group, verdict, noted = true } = decision;
    if (verdict.go) {
      const work = { pair, group, ignoring, noted, options: tagged(pair, options) };
      return keepRecord(group, await executeGroup({ ...parts, cloud: { reader, writer } }, work));
    }
    const still = {
      name: group.name,
      stackId: group.stack.id,
      plan: group,
      steps: [],
      findings: [],
      ...verdict
    };
    const busy = waited.get(group.name);
    return busy === void 0 ? still : lookAfter(reader, still, { pair, ignoring, busy });
  });
  const outcome = { version: 1, fingerprint: decided.fingerprint, groups, problems: [] };
  const report = applyReport(outcome, context);
  await parts.publisher.publish(report);
  await tellApplied(parts, options, { outcome, context, begun });
  return { exitCode: exitCodeOf(outcome), report, problems: [] };
}
function keepRecord({ findings }, outcome) {
  return { ...outcome, findings: [...recordedFindings(findings), ...outcome.findings] };
}
async function decide(reader, { specs, rules }, parts, options) {
  const ignoring = { rules: rules.settings.ignore, now: parts.clock.now() };
  if (options.onlySchedules) {
    const decisions2 = bySchedule(await pairsForBounds(reader, specs, ignoring));
    const fingerprint = planFingerprint(toDo(decisions2));
    return { decisions: decisions2, waited: /* @__PURE__ */ new Map(), ignoring, fingerprint, problems: [] };
  }
  const override = await freezeOverride(parts, options, rules);
  const guard = { rules, moment: "apply", freezeOverride: override };
  const first = await planAgainst(reader, specs, ignoring.now, guard);
  const waited = await settleFirst(parts, reader, first, options);
  const made = waited.size === 0 ? first : await planAgainst(reader, specs, ignoring.now, guard);
  if (made.problems.length > 0)
    return { decisions: [], waited, ignoring, fingerprint: "", problems: made.problems };
  const decisions = await byAnyApproval(made, options);
  return { decisions, waited, ignoring, fingerprint: made.plan.fingerprint, problems: [] };
}
function toDo(decisions) {
  return decisions.filter(({ verdict }) => verdict.go).map(({ group }) => group);
}
async function byAnyApproval(made, options) {
  const decisions = byApproval(made, options);
  const { approved, approvedEarlier } = options;
  const refused2 = decisions.some(
    ({ group, verdict }) => !verdict.go && verdict.status === "refused" && !isRefused(group)
  );
  if (!refused2 || approved === null || !("groups" in approved) || approvedEarlier === void 0)
    return decisions;
  const { pulls, groups } = await approvedEarlier();
  const all = {
    pulls: [...pulls.filter((number) => !approved.pulls.includes(number)), ...approved.pulls],
    groups: [...groups, ...approved.groups],
    reasons: approved.reasons
  };
  return byApproval(made, { ...options, approved: all });
}
function byApproval({ pairs, plan }, options) {
  return pairs.map((pair, index) => {
    const group = plan.groups[index];
    if (!group) throw new Error(`plan without a group for "${pair.desired.name}"`);
    return { pair, group, verdict: verdictOn(pair, group, plan, options) };
  });
}
function verdictOn(pair, group, plan, options) {
  const { approved, newer = [] } = options;
  const decided = overtaken(pair, newer) ?? approval(group, plan, approved);
  if (decided.go || decided.status !== "refused" || isRefused(group)) return decided;
  if (approved === null || !("groups" in approved)) return decided;
  return isContinuation({ ...pair, group }, approved, options) ? { go: true } : decided;
}
function overtaken({ observed }, newer) {
  const { commit } = provenanceOf(observed.presence === "present" ? observed.tags : []);
  if (commit === null || !isFromNewer(commit, newer)) return null;
  const message = `its stack was last applied from ${commit.slice(0, 7)}, a newer commit of the branch, and stays as that left it`;
  return { go: false, status: "left", message };
}
function bySchedule(pairs) {
  return pairs.map((pair) => {
    const scheduled = schedulesOnly(pair);
    if (scheduled.go) return { ...scheduled, verdict: { go: true } };
    const { group, status, message } = scheduled;
    return { pair, group, verdict: { go: false, status, message } };
  });
}
function tagged({ observed }, options) {
  if (!options.onlySchedules || observed.presence === "absent") return options;
  return { ...options, ...provenanceOf(observed.tags) };
}
function exitCodeOf({ groups }) {
  if (groups.some(({ status }) => status === "failed" || status === "not-started")) return 1;
  return groups.some(({ status }) => status === "refused") ? 3 : 0;
}

export {
  turnOf,
  apply
};
