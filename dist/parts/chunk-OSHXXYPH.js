import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  issueBody,
  issueFooter,
  issueLine,
  issueTitle
} from "./chunk-23T35EEF.js";
import {
  problemBlocks,
  quoted
} from "./chunk-RC7L2NCV.js";
import {
  line,
  paragraph,
  strong
} from "./chunk-Q3CFLGCV.js";

// src/core/plan/settled.ts
var PATIENCE = 8;
function isSettled(pulse, before, polls) {
  if (whoIsAtWork(pulse) !== null) return false;
  const moved = before === null || pulse.updatedAt !== before.updatedAt || pulse.state.status !== before.state.status;
  return moved || polls >= PATIENCE;
}
function whoIsAtWork(pulse) {
  if (pulse.state.status === "IN_PROGRESS") return `${words(pulse.state)} is in progress`;
  const group = pulse.groups.find(
    ({ nestedState, activity }) => nestedState?.status === "IN_PROGRESS" || activity.scalingInProgress
  );
  return group ? `the group "${group.address}" is being scaled` : null;
}
function settledFailure({ state }, deleting) {
  if (state.status === "FAILED")
    return `Heat says ${state.action}_FAILED: ${state.reason || "no reason given"}`;
  return deleting && state.action !== "DELETE" ? "Heat did not delete the stack" : null;
}
function adviceOnLasting(failure) {
  if (!/\bWaitConditionFailure\b/.test(failure)) return null;
  return "a server said FAILURE itself, and Heat keeps that, so the same commit would fail again; the servers that were not reached yet go on; change what the servers are made of and apply that, and it continues where this stopped";
}
var VERBS = {
  CREATE: "a creation",
  UPDATE: "an update",
  DELETE: "a deletion",
  ROLLBACK: "a rollback",
  CHECK: "a check"
};
function words({ action }) {
  return VERBS[action] ?? `${action.toLowerCase()}`;
}

// src/core/report/issue-unchecked.ts
var CHECKS = { drift: "for drift", health: "for health" };
function uncheckedIssueBody(unchecked, context) {
  const { message, problems } = unchecked;
  return issueBody((detail) => [
    paragraph(uncheckedSentence(unchecked)),
    ...message === "" ? [] : [{ kind: "alert", tone: "warning", lines: [quoted(message)] }],
    ...problemBlocks(problems, detail),
    paragraph(
      line`${strong("Meanwhile")}: what was known before may be so no longer. Open issues about ${subject(unchecked)} stay open until a check finds them clean.`
    ),
    issueFooter("closed by the next check that comes about", context)
  ]);
}
function uncheckedSentence({ group, what }) {
  const who = group === "" ? "The groups" : group;
  return line`${strong(who)} could not be checked ${CHECKS[what]}`;
}
function subject({ group }) {
  return group === "" ? ["all of them"] : [strong(group)];
}

// src/core/issues/unchecked-verdict.ts
var KINDS = { drift: "drift-unchecked", health: "health-unchecked" };
function checkedAgain(what, group) {
  return {
    state: "clean",
    subject: { kind: KINDS[what], group },
    word: "Checked again: what is known is up to date."
  };
}
function checkFailed(unchecked, context) {
  const { what, group, message, problems } = unchecked;
  const sentence = uncheckedSentence(unchecked);
  const words2 = problems.length > 0 ? problems[0]?.message ?? "" : message;
  const reason = words2 === "" ? sentence : line`${sentence}: ${quoted(words2)}`;
  const title = `${group === "" ? "Groups" : group} could not be checked for ${what}`;
  return {
    state: "found",
    subject: { kind: KINDS[what], group },
    wanted: {
      title: issueTitle(title, context.key ?? ""),
      facts: [{ id: "unchecked", severity: "warn", detail: stable(words2), line: issueLine(reason) }],
      body: uncheckedIssueBody(unchecked, context),
      line: issueLine(reason)
    }
  };
}
function stable(message) {
  return message.replaceAll(/req-[0-9a-f-]+/gi, "").replaceAll(/\d+/g, "0");
}

export {
  isSettled,
  whoIsAtWork,
  settledFailure,
  adviceOnLasting,
  checkedAgain,
  checkFailed,
  stable
};
