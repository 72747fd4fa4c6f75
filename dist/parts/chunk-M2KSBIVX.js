import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  problemsReport,
  readRules,
  readSpecs
} from "./chunk-6QRIG4YD.js";
import {
  isFromRepository,
  isManaged,
  provenanceOf
} from "./chunk-WTYPQLUP.js";
import {
  count,
  line
} from "./chunk-Q3CFLGCV.js";
import {
  list
} from "./chunk-4IMYD34Z.js";
import {
  CloudError
} from "./chunk-MXUBWZWX.js";

// src/core/guard/zero-specs.ts
function zeroSpecs(problem, stacks, repository) {
  const left = stacks.filter(({ tags }) => isManaged(tags) && isOurs(tags, repository)).map(({ name }) => name);
  if (left.length === 0) return problem;
  const shown = left.length > MANY ? [...left.slice(0, MANY), `${left.length - MANY} more`] : left;
  const stay = left.length === 1 ? "a stack" : `${left.length} stacks`;
  const message = `${problem.message}. Refused, because ${stay} made by Thermostat would be left without a spec (${list(shown)}): removing a file deletes nothing; for what shall go write kind: Deleted, for what shall stay name its globs`;
  return { ...problem, message };
}
var MANY = 5;
function isOurs(tags, repository) {
  const unnamed = provenanceOf(tags).repository === null;
  return repository === null || unnamed || isFromRepository(tags, repository);
}

// src/commands/choose.ts
async function chooseSpecs(parts, options, kind) {
  const { rules, ...broken } = await readRules(parts.tree, parts.base ?? parts.tree);
  const { specs, files, ...read } = await readSpecs(parts.tree, options.specs);
  const problems = files.length > 0 ? read.problems : await tellOfStacks(parts, read.problems, options);
  const all = [...broken.problems, ...problems, ...unknownNames(options, specs)];
  if (all.length > 0)
    return {
      ok: false,
      result: await stopOnProblems(parts, options, { problems: all, specs: specs.length, kind })
    };
  const chosen = specs.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
  return { ok: true, specs: chosen, settings: rules.settings, rules };
}
async function tellOfStacks({ reader }, problems, { repository }) {
  try {
    const stacks = await (await reader()).listStacks();
    return problems.map((problem) => zeroSpecs(problem, stacks, repository));
  } catch (error) {
    if (error instanceof CloudError) return problems;
    throw error;
  }
}
async function stopOnProblems({ publisher }, options, found) {
  const report = problemsReport(found, { commit: options.commit, ...options.report });
  await publisher.annotate(found.problems);
  await publisher.publish(report);
  return { exitCode: 1, report, problems: found.problems };
}
function unknownNames(options, specs) {
  const known = new Set(specs.map(({ name }) => name));
  return options.only.filter((name) => !known.has(name)).map((name) => ({
    file: options.specs.join(" "),
    line: 1,
    column: 1,
    message: `--only names ${JSON.stringify(name)}, which no spec has; there are: ${[...known].sort().join(", ") || "none"}`
  }));
}

// src/commands/concurrency.ts
async function inTurns(items, atOnce, work) {
  const results = /* @__PURE__ */ new Map();
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index];
      if (item !== void 0) results.set(index, await work(item, index));
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return [...results.entries()].sort(([a], [b]) => a - b).map(([, result]) => result);
}

// src/core/report/notices.ts
function noticeBlocks({ notices = [] }) {
  return notices.length === 0 ? [] : [{ kind: "alert", tone: "warning", lines: notices }];
}
function clockNotices(ahead) {
  const seconds = Math.round(Math.abs(ahead) / 1e3);
  if (seconds < WORTH_A_WORD) return [];
  const side = ahead > 0 ? "behind" : "ahead of";
  return [
    line`The clock of this machine is ${lengthOf(seconds)} ${side} the cloud's: how old things are is counted by the cloud's`
  ];
}
var WORTH_A_WORD = 30;
function lengthOf(seconds) {
  if (seconds < 120) return count("second", seconds);
  return seconds < 2 * DAY ? count("minute", Math.round(seconds / 60)) : count("day", Math.round(seconds / DAY));
}
var DAY = 86400;

export {
  noticeBlocks,
  clockNotices,
  chooseSpecs,
  stopOnProblems,
  inTurns
};
