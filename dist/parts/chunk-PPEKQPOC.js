import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  assemble,
  emptyJson,
  failureNext,
  footer,
  quoted
} from "./chunk-RC7L2NCV.js";
import {
  line
} from "./chunk-Q3CFLGCV.js";

// src/core/report/failure-report.ts
var VERDICTS = {
  validate: "The specs could not be checked",
  plan: "There is no plan",
  apply: "Nothing is known of the apply: run it again",
  drift: "The cloud could not be checked",
  health: "The health could not be checked"
};
function failureReport({ kind, message }, context) {
  return assemble({
    kind,
    key: context.key ?? "",
    verdict: line`${VERDICTS[kind]}`,
    tone: "failed",
    json: () => emptyJson(kind, [], message),
    facts: { fingerprint: null, groups: [], changes: false, refused: false, counts: {} },
    annotations: [],
    build: () => [
      { kind: "alert", tone: "caution", lines: [quoted(message)] },
      failureNext(kind),
      footer(kind, null, { cloud: "", ...context })
    ]
  });
}

export {
  failureReport
};
