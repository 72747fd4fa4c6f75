import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  assemble,
  emptyJson,
  footer,
  quoted
} from "./chunk-RC7L2NCV.js";
import {
  line
} from "./chunk-Q3CFLGCV.js";

// src/core/report/note-report.ts
function noteReport(note, context) {
  const { kind, verdict, message, clean } = note;
  return assemble({
    kind,
    key: context.key ?? "",
    verdict: line`${verdict}`,
    tone: clean ? "clean" : "failed",
    json: () => emptyJson(kind, [], clean ? null : message),
    facts: { fingerprint: null, groups: [], changes: false, refused: false, counts: {} },
    annotations: [],
    build: () => [
      clean ? { kind: "paragraph", lines: [quoted(message)] } : { kind: "alert", tone: "caution", lines: [quoted(message)] },
      footer(kind, null, { cloud: "", ...context })
    ]
  });
}

export {
  noteReport
};
