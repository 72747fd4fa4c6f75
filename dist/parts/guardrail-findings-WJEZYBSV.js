import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  evidenceOf,
  guardrailFacts,
  judge
} from "./chunk-TTM2RSXX.js";
import "./chunk-4BHWP6Y3.js";
import {
  isExpired
} from "./chunk-LZRHZAJ7.js";
import "./chunk-VZ2NMEIK.js";
import "./chunk-SMCQXR7L.js";
import "./chunk-GCC67ZSS.js";
import {
  positionOf
} from "./chunk-4RXYHALH.js";
import "./chunk-CEEK6GEM.js";
import {
  carries,
  labelSides,
  matches
} from "./chunk-WTYPQLUP.js";
import "./chunk-Q3CFLGCV.js";
import "./chunk-4IMYD34Z.js";
import "./chunk-HE53SSY6.js";
import "./chunk-7VOHJOSG.js";

// src/core/guard/guardrail-findings.ts
function guardrailFindings(judged, now, { guardrails, settings }) {
  const concerned = guardrails.filter(({ match }) => concerns(match, judged));
  if (concerned.length === 0) return [];
  const evidence = evidenceOf(guardrailFacts({ ...judged, settings }));
  const waivers = settings.guardrails.waivers.filter(({ group }) => matches(group, judged.group.name));
  return concerned.flatMap((guardrail) => {
    const own = waivers.filter((waiver) => waiver.guardrail === guardrail.name);
    return findingsOf(guardrail, { ...judged, evidence, waivers: own, now });
  });
}
function concerns({ names, labels, kinds, actions }, judged) {
  const { spec, group } = judged;
  return actions.includes(group.action) && (kinds.length === 0 || kinds.includes(spec.kind)) && (names.length === 0 || names.some((pattern) => matches(pattern, spec.name))) && labelSides(judged).some((own) => carries(own, labels));
}
function findingsOf(guardrail, given) {
  const { name: rule, severity, help } = guardrail;
  const verdict = judge(guardrail, given.evidence);
  const valid = given.waivers.find((waiver) => !isExpired(waiver, given.now));
  const expired = given.waivers.find((waiver) => isExpired(waiver, given.now));
  switch (verdict.kind) {
    case "passes":
      return expired && !valid ? [uselessWaiver(expired)] : [];
    case "broken": {
      const message = `the guardrail could not be decided, which is no pass: ${verdict.why}`;
      return [{ rule, severity, message, source: ownPlace(guardrail, given.spec) }];
    }
    case "fails": {
      const source = blamed(guardrail, given.spec);
      const words = help === null ? verdict.message : `${verdict.message}; see ${help}`;
      if (valid) return [{ rule, severity: "info", message: `${words}; ${waived(valid)}`, source }];
      const late = expired ? `; the waiver of ${expired.approvedBy} expired on ${expired.expires}` : "";
      return [{ rule, severity, message: words + late, source }];
    }
  }
}
function waived({ expires, approvedBy, reason }) {
  return `waived until ${expires} by ${approvedBy}: ${reason}`;
}
function uselessWaiver({ guardrail, group, expires, source }) {
  const message = `the waiver of ${guardrail} for ${group} expired on ${expires}, and nothing needs it; remove it`;
  return { rule: "waiver-expired", severity: "warn", message, source };
}
function blamed({ at }, spec) {
  return spec.kind === "Deleted" ? spec.source : positionOf(spec, at);
}
function ownPlace({ name, source }, spec) {
  return name.includes("/") ? spec.source : source;
}
export {
  guardrailFindings
};
