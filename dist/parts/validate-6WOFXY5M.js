import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  checkRules,
  problemsReport,
  readSpecs
} from "./chunk-6QRIG4YD.js";
import {
  NO_FACTS,
  compileScaling,
  scalingAdvice
} from "./chunk-KDWKVUYD.js";
import "./chunk-4TACJFKI.js";
import "./chunk-AS47YZ25.js";
import "./chunk-OXJXIIGC.js";
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
import "./chunk-Z4HOWRC6.js";
import "./chunk-MM7YW66Y.js";
import "./chunk-HE53SSY6.js";
import "./chunk-7VOHJOSG.js";

// src/core/lint/offline.ts
function checkOffline(specs) {
  const checked = specs.flatMap((spec) => {
    if (spec.kind !== "AutoScalingGroup") return [];
    const { policies, problems } = compileScaling(spec, NO_FACTS);
    return [{ problems, findings: scalingAdvice(spec, policies, NO_FACTS) }];
  });
  return {
    problems: checked.flatMap(({ problems }) => problems),
    findings: checked.flatMap(({ findings }) => findings)
  };
}

// src/commands/validate.ts
async function validate({ tree, publisher }, options) {
  const rules = await checkRules(tree);
  const read = await readSpecs(tree, options.specs);
  const { findings, ...more } = checkOffline(read.specs);
  const problems = [...rules, ...read.problems, ...more.problems];
  const found = { problems, findings, specs: read.specs.length, kind: "validate" };
  const report = problemsReport(found, options.report);
  await publisher.annotate(problems);
  await publisher.publish(report);
  return { exitCode: problems.length > 0 ? 1 : 0, report, problems };
}
export {
  validate
};
