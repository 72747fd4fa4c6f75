import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  assemble,
  doneBlocks,
  footer,
  goOn,
  leftBlocks,
  outcomeFolds,
  outcomeTable,
  problemBlocks,
  quoted,
  serverTally,
  shortened,
  troubleBlocks
} from "./chunk-RC7L2NCV.js";
import {
  COMMENT_BUDGET,
  utf16Units
} from "./chunk-SFAK6IMI.js";
import {
  code,
  count,
  grouped,
  join,
  line,
  paragraph,
  strong
} from "./chunk-Q3CFLGCV.js";
import {
  unlessOnlyRunDiffers
} from "./chunk-WE22B7YR.js";
import {
  bodyOf,
  isUntouched,
  markerStart,
  parseMarker,
  withMarker
} from "./chunk-Z4HOWRC6.js";

// src/core/report/apply-verdict.ts
var PARTS = [
  ["failed", "failed"],
  ["refused", "refused"],
  ["not-started", "not started"],
  ["done", "done"],
  ["left", "left alone"],
  ["nothing-to-do", "had nothing to do"]
];
var QUIET = ["nothing-to-do", "left"];
function applyVerdict(outcome) {
  if (outcome.problems.length > 0) {
    return line`Nothing was applied: ${count("problem", outcome.problems.length)} in the specs`;
  }
  const { groups } = outcome;
  if (groups.every((group) => group.status === "nothing-to-do")) return idle(groups);
  if (groups.every(({ status }) => QUIET.includes(status))) {
    return line`Nothing is due: ${count("group", groups.filter(({ status }) => status === "left").length)} left alone`;
  }
  const unfinished = groups.some(({ status }) => status !== "done" && !QUIET.includes(status));
  return unfinished ? line`Incomplete: ${tally(groups)}` : done(groups);
}
function idle(groups) {
  if (groups.length === 0) return line`Nothing to do: no specs were found`;
  if (groups.length === 1)
    return line`Nothing to do: ${strong(groups[0]?.name ?? "")} is as the repository says`;
  return line`Nothing to do: ${count("group", groups.length)} are as the repository says`;
}
function done(groups) {
  const changed = groups.filter((group) => group.status === "done");
  const [only] = changed;
  const subject = changed.length === 1 && only !== void 0 ? line`${strong(only.name)} ${DONE_WORDS[only.plan.action]}` : line`${count("group", changed.length)} changed`;
  return join([line`Done: ${subject}`, ...serverTally(changed.map((group) => group.plan.servers))], " · ");
}
var DONE_WORDS = {
  create: "is created",
  update: "is updated",
  replace: "is updated",
  delete: "is deleted",
  "no-op": "is as the repository says"
};
function tally(groups) {
  const numbers = PARTS.map(([status, word]) => ({
    number: groups.filter((group) => group.status === status).length,
    word
  })).filter(({ number }) => number > 0);
  const words = numbers.map(({ number, word }, index) => {
    return [`${index === 0 ? count("group", number) : grouped(number)} ${word}`];
  });
  return join(words, ", ");
}

// src/core/report/last-plan.ts
var OPENING = "<details><summary>The last plan here</summary>\n\n";
var CLOSING = "\n\n</details>\n\n";
var FOOTER = /\n(?=<sub>[^\n]*<\/sub>\n*$)/;
var ADVICE = /^<b>Next:<\/b> .*\n(?:\n|(?=<b>))/m;
function lastPlan(comment, key) {
  const text = comment?.replaceAll("\r\n", "\n") ?? "";
  const marker = parseMarker(text);
  if (marker === null || marker.kind !== "plan" || marker.key !== key) return null;
  const body = bodyOf(text);
  if (!isUntouched(body, marker.digest)) return null;
  const start = body.indexOf(`
${OPENING}`);
  if (start === -1) return body.replace(ADVICE, "").trimEnd();
  return body.slice(start + 1 + OPENING.length, body.lastIndexOf(CLOSING));
}
function withLastPlan(comment, plan, key) {
  if (plan === null) return comment;
  const [above = "", footer2 = ""] = bodyOf(comment).split(FOOTER);
  const body = `${above}
${OPENING}${plan}${CLOSING}${footer2}`;
  const whole = withMarker("plan", key, body);
  return utf16Units(whole) > COMMENT_BUDGET ? comment : whole;
}

// src/core/report/begun-before.ts
var APPLYING = "Applying";
var CUT_OFF = "A run of this commit had begun, and ended before it could say what it did.";
var FOOTER2 = /\n<sub>Apply of `([0-9a-f]{7})` [^\n]*<\/sub>\s*$/;
function begunBefore(earlier, key, commit) {
  const text = earlier?.replaceAll("\r\n", "\n") ?? "";
  const marker = parseMarker(text);
  const body = bodyOf(text);
  if (marker === null || marker.key !== key || !isUntouched(body, marker.digest)) return null;
  if (commit === null || FOOTER2.exec(body)?.[1] !== commit.slice(0, 7)) return null;
  const [said = ""] = body.split(`
${OPENING}`);
  if (said.includes(`
${CUT_OFF}`)) return "cut-off";
  return new RegExp(`^### \\S+ ${APPLYING} `).test(said) ? "begun" : null;
}

// src/core/report/closed-report.ts
function closedReport(closing, context, earlier = null) {
  const key = context.key ?? "";
  const cutOff = isCutOff(closing, begunBefore(earlier, key, context.commit ?? null));
  const { marker, title, markdown } = assemble({
    kind: "plan",
    key,
    verdict: verdict(closing, cutOff),
    tone: "clean",
    json: () => "",
    facts: { fingerprint: null, groups: [], changes: false, refused: false, counts: {} },
    annotations: [],
    build: (detail) => build({ closing, cutOff }, context, detail)
  });
  const kept = closing.kind === "applied" && !cutOff ? null : lastPlan(earlier, key);
  return { marker, title, markdown: withLastPlan(markdown, kept, key) };
}
function isCutOff(closing, before) {
  switch (closing.kind) {
    case "no-specs":
    case "unmerged":
    case "overtaken":
      return false;
    case "begun":
    case "broke":
      return before !== null;
    case "applied":
      return before === "cut-off" || before === "begun" && !closing.begun;
  }
}
function verdict(closing, cutOff) {
  switch (closing.kind) {
    case "no-specs":
      return line`Nothing to plan: no spec is changed here any more`;
    case "unmerged":
      return line`Closed without merging: nothing is to be applied`;
    case "begun":
      return line`${APPLYING} ${some(closing.groups)}`;
    case "applied":
      return cutOff && isIdle(closing.outcome) ? line`Done: an earlier run of this commit did it` : applyVerdict(closing.outcome);
    case "overtaken":
      return line`Applied with a newer commit`;
    case "broke":
      return line`Apply broke off`;
  }
}
function some(groups) {
  const [only] = groups;
  return groups.length === 1 && only !== void 0 ? [strong(only.name)] : [count("group", groups.length)];
}
function isIdle({ groups, problems }) {
  return problems.length === 0 && groups.every(({ status }) => status === "nothing-to-do");
}
function* build({ closing, cutOff }, context, detail) {
  switch (closing.kind) {
    case "no-specs":
      yield paragraph(
        line`Merging it changes nothing in the cloud. A push that changes a spec brings a plan again.`
      );
      break;
    case "unmerged":
      yield paragraph(line`Closing it changed nothing in the cloud. Opened again, it gets a new plan.`);
      break;
    case "begun":
      yield* begun(closing.groups);
      if (cutOff) yield paragraph([CUT_OFF]);
      break;
    case "applied":
      if (cutOff) yield paragraph([`${CUT_OFF} ${madeUp(closing.outcome)}`]);
      if (!(cutOff && isIdle(closing.outcome))) yield* applied(closing.outcome, context, detail);
      break;
    case "overtaken":
      yield paragraph(
        line`Commit ${code(closing.newer.slice(0, 7))} holds these changes, too, and is applied or just being applied: this run stood back.`
      );
      break;
    case "broke":
      yield { kind: "alert", tone: "caution", lines: [quoted(closing.message)] };
      if (cutOff) yield paragraph([CUT_OFF]);
      yield paragraph(line`Run the same commit again: what is done stays done, and what is not goes on.`);
      break;
  }
  yield footer(FOOTERS[closing.kind], fingerprintOf(closing), context);
}
var FOOTERS = {
  "no-specs": "plan",
  unmerged: "plan",
  begun: "apply",
  applied: "apply",
  overtaken: "apply",
  broke: "apply"
};
var NAMED = 5;
function* begun(groups) {
  const shown = groups.slice(0, NAMED).map(({ name, action }) => line`${strong(name)}: ${action}`);
  const rest = groups.length - shown.length;
  const items = rest > 0 ? [...shown, line`and ${count("more group", rest)}`] : shown;
  yield { kind: "list", items, numbered: false };
  yield paragraph(
    line`What comes of it will stand here. Should this run be cut off, run the same commit again: what is done stays done, and what is not goes on.`
  );
}
function madeUp(outcome) {
  return isIdle(outcome) ? "All that the plan below was to bring about is so now." : "It went by the plan below; what was left of that is told here.";
}
function* applied(outcome, context, detail) {
  yield* problemBlocks(outcome.problems, detail);
  yield* troubleBlocks(outcome, detail);
  yield* leftBlocks(outcome, detail);
  yield* doneBlocks(outcome, NAMED);
  const inside = [...outcomeTable(outcome, context, detail), ...outcomeFolds(outcome, detail)];
  if (inside.length > 0)
    yield { kind: "fold", summary: line`What apply did, group by group`, blocks: inside };
  const ending = [...goOn(outcome), ...shortened(detail, context)];
  if (ending.length > 0) yield { kind: "paragraph", lines: ending };
}
function fingerprintOf(closing) {
  return closing.kind === "applied" ? closing.outcome.fingerprint : null;
}

// src/core/report/done-before.ts
var DONE = /^### \S+ Done: /;
var FOOTER3 = /\n<sub>Apply of `([0-9a-f]{7})` [^\n]*<\/sub>\s*$/;
function toldDone(earlier, key, commit) {
  const text = earlier?.replaceAll("\r\n", "\n") ?? "";
  const marker = parseMarker(text);
  const body = bodyOf(text);
  if (marker === null || marker.key !== key || commit === null || !DONE.test(body)) return false;
  return FOOTER3.exec(body)?.[1] === commit.slice(0, 7) && isUntouched(body, marker.digest);
}

// src/commands/close-off.ts
async function closeOff({ comment }, closing, context) {
  if (comment === void 0) return false;
  const key = context.key ?? "";
  return comment.settle({
    marker: markerStart("plan", key),
    make: (earlier) => {
      const repeats = closing.kind === "applied" && !isNews(closing) && toldDone(earlier, key, context.commit ?? null);
      if (earlier !== null && repeats) return earlier;
      return unlessOnlyRunDiffers(
        earlier,
        closedReport(closing, { cloud: "", ...context }, earlier).markdown
      );
    },
    onlyExisting: !isNews(closing)
  });
}
function isNews(closing) {
  if (closing.kind !== "applied") return closing.kind === "broke" || closing.kind === "begun";
  return closing.outcome.groups.some(({ status }) => status !== "nothing-to-do");
}

export {
  applyVerdict,
  closeOff
};
