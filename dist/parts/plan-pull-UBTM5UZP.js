import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  noteReport
} from "./chunk-T5MHUKGH.js";
import {
  besideSchedules
} from "./chunk-GDKG4M4C.js";
import {
  plan,
  unlessUnkept
} from "./chunk-KCXRDEAA.js";
import {
  recordTexts
} from "./chunk-VQS2B2UL.js";
import {
  closeOff
} from "./chunk-7VAHUEER.js";
import "./chunk-23T35EEF.js";
import "./chunk-RWMEBKYK.js";
import {
  stopOnProblems
} from "./chunk-M2KSBIVX.js";
import "./chunk-5M2OS46A.js";
import "./chunk-2UHDICIL.js";
import {
  readSpecs,
  ruleFiles
} from "./chunk-6QRIG4YD.js";
import "./chunk-KDWKVUYD.js";
import {
  SETTINGS_FILE
} from "./chunk-4TACJFKI.js";
import "./chunk-AS47YZ25.js";
import "./chunk-OXJXIIGC.js";
import "./chunk-LZRHZAJ7.js";
import "./chunk-VZ2NMEIK.js";
import "./chunk-SMCQXR7L.js";
import "./chunk-GCC67ZSS.js";
import "./chunk-4RXYHALH.js";
import "./chunk-CEEK6GEM.js";
import "./chunk-RC7L2NCV.js";
import "./chunk-SFAK6IMI.js";
import "./chunk-XXNMV6NK.js";
import "./chunk-WTYPQLUP.js";
import "./chunk-Q3CFLGCV.js";
import "./chunk-4IMYD34Z.js";
import "./chunk-WE22B7YR.js";
import "./chunk-Z4HOWRC6.js";
import {
  ForgeError
} from "./chunk-MXUBWZWX.js";
import "./chunk-MM7YW66Y.js";
import "./chunk-HE53SSY6.js";
import "./chunk-7VOHJOSG.js";

// src/core/settings/cloud-files.ts
var CLOUD_FILES = ["clouds", "secure", "clouds-public"].flatMap(
  (name) => [".yaml", ".yml", ".json"].map((suffix) => name + suffix)
);
function cloudFilesAmong(paths) {
  return CLOUD_FILES.filter((file) => paths.includes(file));
}

// src/core/settings/rules.ts
var POLICIES = "policies/";
function rulesAmong(paths, files) {
  const named = /* @__PURE__ */ new Set([SETTINGS_FILE, ...files]);
  const rules = paths.filter((path) => named.has(path) || path.startsWith(POLICIES));
  return [...new Set(rules)].sort();
}

// src/commands/plan-pull.ts
var planBesideSchedules = besideSchedules(plan);
async function planPull(parts, options) {
  switch (options.state) {
    case "closed":
      return closed(parts, options, "unmerged");
    case "merged":
      return merged(parts, options);
    case "open": {
      const touched = await touches(parts, options);
      if (!touched.specs && touched.rules.length === 0) return closed(parts, options, "no-specs");
      if (options.cloudFromFolder && touched.cloudFiles.length > 0) {
        const problems = touched.cloudFiles.map(redirects);
        return stopOnProblems(parts, options, { problems, specs: 0, kind: "plan" });
      }
      return planBesideSchedules(parts, { ...options, report: { ...options.report, rules: touched.rules } });
    }
  }
}
function redirects(file) {
  const message = `a pull request does not say to which cloud credentials are sent, and this one changes "${file}": merge that by itself first, or give the action its input clouds-yaml`;
  return { file, line: 1, column: 1, message };
}
async function merged(parts, options) {
  const report = noteReport(
    {
      kind: "plan",
      verdict: "Merged: nothing to plan any more",
      message: "Apply says on the pull request what it did",
      clean: true
    },
    { commit: options.commit, ...options.report }
  );
  await parts.publisher.publish(report, { onPull: false });
  return { exitCode: 0, report, problems: [] };
}
var WORDS = {
  unmerged: ["Closed without merging: nothing to plan", "The cloud stays as it is"],
  "no-specs": [
    "Nothing to plan: no spec is changed here",
    "No file that a spec is made of, nor a rule, differs from the base branch"
  ]
};
async function closed(parts, options, kind) {
  const context = { commit: options.commit, ...options.report };
  const [verdict, message] = WORDS[kind];
  const report = noteReport({ kind: "plan", verdict, message, clean: true }, context);
  const wasPlanned = await closeOff(parts, { kind }, context);
  const approves = recordTexts({ version: 1, fingerprint: NOTHING, groups: [] });
  await parts.publisher.publish(report, wasPlanned ? { approves, comment: false } : { onPull: false });
  return unlessUnkept(parts, { exitCode: 0, report, problems: [] });
}
var NOTHING = `sha256:${"0".repeat(64)}`;
async function touches({ pull, tree, base = tree, log }, { specs, folder }) {
  const changed = await changedFiles(pull, log);
  if (changed === null) {
    const there = (await tree.read(CLOUD_FILES)).filter(({ state }) => state !== "absent");
    return { specs: true, rules: [], cloudFiles: there.map(({ path }) => path) };
  }
  const inFolder = changed.flatMap((path) => below(folder, path));
  const read = await readSpecs(tree, specs);
  const ours = /* @__PURE__ */ new Set([...read.files, ...await base.list(specs)]);
  const rules = [...await ruleFiles(tree), ...await ruleFiles(base)];
  return {
    specs: inFolder.some((path) => ours.has(path)),
    rules: rulesAmong(inFolder, rules),
    cloudFiles: cloudFilesAmong(inFolder)
  };
}
async function changedFiles(pull, log) {
  try {
    return await pull.changedFiles();
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    log.warn(`asking what the pull request changes: ${error.message}; it is planned as if it were all`);
    return null;
  }
}
function below(folder, path) {
  if (folder === "" || folder === ".") return [path];
  return path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : [];
}
export {
  planPull
};
