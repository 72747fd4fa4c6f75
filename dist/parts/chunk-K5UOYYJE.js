import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  checkFailed
} from "./chunk-OSHXXYPH.js";
import {
  keepIssues
} from "./chunk-23T35EEF.js";
import {
  clockNotices
} from "./chunk-M2KSBIVX.js";
import {
  failureReport
} from "./chunk-PPEKQPOC.js";
import {
  CloudError,
  errorLine
} from "./chunk-MXUBWZWX.js";

// src/commands/cloud-time.ts
function cloudTime(clock, cloud) {
  return new Date(clock.now().getTime() + cloud.clockAhead());
}
function reportContext(cloud, { commit, report }) {
  const notices = [...report.notices ?? [], ...clockNotices(cloud.clockAhead())];
  return { cloud: cloud.label, commit, ...report, notices };
}

// src/commands/read-apart.ts
async function readApart(items, read) {
  const results = [];
  const failed = [];
  let fine = 0;
  const attempt = async (some) => {
    try {
      results.push(...await read(some));
      fine += some.length;
    } catch (error) {
      if (!(error instanceof CloudError) || CONCERNS_ALL.includes(error.code)) throw error;
      const [item] = some;
      if (item === void 0) throw error;
      if (some.length === 1) {
        failed.push({ item, error });
        if (failed.length > FEW && failed.length > fine) throw error;
        return;
      }
      const half = Math.ceil(some.length / 2);
      await attempt(some.slice(0, half));
      await attempt(some.slice(half));
    }
  };
  await attempt(items);
  const [first] = failed;
  if (first !== void 0 && fine === 0) throw first.error;
  return { read: results, failed };
}
var FEW = 3;
var CONCERNS_ALL = [
  "credentials-missing",
  "credentials-invalid",
  "unknown-cloud",
  "unauthorized",
  "service-missing",
  "tls",
  "unreachable",
  "rate-limited"
];

// src/commands/watched.ts
async function watched(what, parts, options, check) {
  if (parts.issues === void 0) return check();
  try {
    const result = await check();
    if (result.problems.length > 0) await unchecked(what, parts, options, { problems: result.problems });
    return result;
  } catch (error) {
    const message = errorLine(error);
    const report = failureReport({ kind: what, message }, { commit: options.commit, ...options.report });
    parts.log.debug(error instanceof Error ? error.stack ?? "" : "");
    await parts.publisher.publish(report);
    await unchecked(what, parts, options, { message });
    return { exitCode: 1, report, problems: [] };
  }
}
async function unchecked(what, parts, options, { message = "", problems = [] }) {
  const failed = checkFailed({ what, group: "", message, problems }, { cloud: "", ...options.report });
  await keepIssues(parts, options, { by: what, verdicts: [failed], groups: null, cloud: "" });
}

export {
  cloudTime,
  reportContext,
  readApart,
  watched
};
