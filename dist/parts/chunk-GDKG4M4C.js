import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  issueBody,
  issueFooter,
  issueLine,
  issueTitle,
  keepIssues
} from "./chunk-23T35EEF.js";
import {
  cronMistake
} from "./chunk-AS47YZ25.js";
import {
  plain
} from "./chunk-SFAK6IMI.js";
import {
  isTimezone
} from "./chunk-XXNMV6NK.js";
import {
  code,
  line,
  link,
  startsOf,
  strong
} from "./chunk-Q3CFLGCV.js";
import {
  errorLine,
  isForgeError
} from "./chunk-MXUBWZWX.js";
import {
  require_dist
} from "./chunk-HE53SSY6.js";
import {
  __toESM
} from "./chunk-7VOHJOSG.js";

// src/core/report/issue-stopped.ts
function stoppedIssueBody(stopped, context) {
  const { url, state } = stopped;
  const page = url === null ? line`the page of the workflow` : line`${link("the page of the workflow", url)}`;
  return issueBody(() => [
    { kind: "paragraph", lines: [line`${stoppedLine(stopped)}.`] },
    { kind: "paragraph", lines: [line`${strong("Meanwhile")} ${MEANWHILE[stopped.workflow.command]}`] },
    { kind: "paragraph", lines: [line`${strong("Way out")}: on ${page} ${WAYS_OUT[state]}`] },
    issueFooter("closed when it has run again", context)
  ]);
}
function stoppedLine({ workflow, lastRun, due, state }) {
  const since = lastRun === null ? "has never run by its schedule" : `has not run since ${minute(lastRun)}`;
  return line`${code(workflow.path)} (${workflow.command}) ${since}: it was due at ${minute(due)}${REASONS[state]}`;
}
var REASONS = {
  active: "",
  unknown: "",
  inactive: ", but GitHub switched it off after 60 days without a commit",
  "switched-off": ", but somebody switched it off"
};
var MEANWHILE = {
  drift: "nobody looks for changes made by hand: no open drift issue does not mean that there is no drift.",
  health: "nobody looks for servers that do not serve: no open health issue does not mean that all is well.",
  apply: "bounds that schedules ask for are not set."
};
var WAYS_OUT = {
  active: "look at its last runs and start one (“Run workflow”); a schedule is read from the default branch only.",
  unknown: "look at its last runs and start one (“Run workflow”); a schedule is read from the default branch only.",
  inactive: "press “Enable workflow”. Any commit within 60 days keeps it on.",
  "switched-off": "press “Enable workflow”, or take the schedule out of the file if that is meant."
};
function minute(time) {
  return `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`;
}

// src/core/issues/schedule-verdicts.ts
function scheduleVerdicts(seen, stopped, context) {
  return seen.map((workflow) => {
    const trouble = stopped.find((one) => one.workflow.path === workflow.path);
    return trouble === void 0 ? runs(workflow) : found(trouble, context);
  });
}
function runs({ path }) {
  const word = issueLine(line`${code(path)} runs by its schedule again.`);
  return { state: "clean", subject: { kind: "schedule-stopped", group: path }, word };
}
function found(stopped, context) {
  const { path, command } = stopped.workflow;
  const words = issueLine(stoppedLine(stopped));
  return {
    state: "found",
    subject: { kind: "schedule-stopped", group: path },
    wanted: {
      title: issueTitle(`The scheduled ${command} no longer runs (${path})`, ""),
      facts: [{ id: "stopped", severity: "error", detail: stopped.state, line: words }],
      body: stoppedIssueBody(stopped, context),
      line: words
    }
  };
}

// src/core/schedule/scheduled-workflow.ts
var import_yaml = __toESM(require_dist(), 1);
var COMMANDS = ["drift", "health", "apply"];
function scheduledWorkflow(path, text) {
  const file = parsed(text);
  const schedules = listOf(field(field(file, "on"), "schedule")).flatMap(cronOf);
  const command = commandsIn(field(file, "jobs")).find(isScheduled);
  return schedules.length === 0 || command === void 0 ? null : { path, command, schedules };
}
function isScheduled(name) {
  return COMMANDS.some((one) => one === name);
}
function parsed(text) {
  try {
    return (0, import_yaml.parse)(text, { maxAliasCount: 20, logLevel: "silent" });
  } catch {
    return null;
  }
}
function cronOf(entry) {
  const cron = field(entry, "cron");
  const named = field(entry, "timezone");
  const timezone = typeof named === "string" && isTimezone(named) ? named : "UTC";
  return typeof cron === "string" && cronMistake(cron) === null ? [{ cron, timezone }] : [];
}
function commandsIn(jobs) {
  if (typeof jobs !== "object" || jobs === null) return [];
  return Object.values(jobs).flatMap((job) => listOf(field(job, "steps"))).filter((step) => typeof field(step, "uses") === "string").map((step) => field(field(step, "with"), "command")).filter((command) => typeof command === "string");
}
function listOf(value) {
  return Array.isArray(value) ? value : [];
}
function field(value, name) {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : void 0;
}

// src/core/schedule/stopped-workflow.ts
var LATE_MS = 2 * 36e5;
function stoppedWorkflow(workflow, pulse, now) {
  const since = pulse.lastRun ?? pulse.knownSince;
  if (since === null) return null;
  const due = nextDue(workflow, Date.parse(since));
  const isOff = pulse.state === "inactive" || pulse.state === "switched-off";
  const last = due === null || isOff ? due : nextDue(workflow, due);
  const stopped = due !== null && last !== null && now.getTime() > last + LATE_MS;
  return stopped ? { ...pulse, workflow, due: new Date(due).toISOString() } : null;
}
function nextDue({ schedules }, after) {
  const starts = schedules.map((schedule) => startsOf(schedule).firstAfter(after)).filter((one) => one !== null);
  return starts.length === 0 ? null : Math.min(...starts);
}

// src/commands/beside-schedules.ts
function besideSchedules(run) {
  return async (parts, options) => {
    const { seen, stopped } = await lookAtSchedules(parts);
    const notices = stopped.map(stoppedLine);
    const result = await run(parts, withNotices(options, notices));
    for (const notice of notices) parts.log.warn(plain(notice));
    const context = { cloud: "", ...options.report };
    if (seen.length === 0) return result;
    await keepIssues(parts, options, {
      by: "schedules",
      verdicts: scheduleVerdicts(seen, stopped, context),
      groups: seen.map(({ path }) => path),
      cloud: ""
    });
    return result;
  };
}
var NOTHING = { seen: [], stopped: [] };
async function lookAtSchedules({ watch, clock, log }) {
  if (watch === void 0) return NOTHING;
  try {
    const files = await watch.files();
    const workflows = files.map(({ path, text }) => scheduledWorkflow(path, text)).filter((one) => one !== null);
    const pulses = await Promise.all(workflows.map(({ path }) => watch.pulse(path)));
    const stopped = workflows.map((workflow, index) => {
      const pulse = pulses[index];
      return pulse === void 0 ? null : stoppedWorkflow(workflow, pulse, clock.now());
    });
    return { seen: workflows, stopped: stopped.filter((one) => one !== null) };
  } catch (error) {
    const way = isForgeError(error, "forbidden") ? "; the job needs actions: read" : "";
    log.info(`looking whether the scheduled workflows still run: ${errorLine(error)}${way}`);
    return NOTHING;
  }
}
function withNotices(options, notices) {
  return notices.length === 0 ? options : { ...options, report: { ...options.report, notices } };
}

export {
  besideSchedules
};
