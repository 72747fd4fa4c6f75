import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);

// src/core/report/marker.ts
import { createHash } from "node:crypto";
var PATTERN = /^<!-- thermostat:(validate|plan|apply|drift|health) key="([^"\s]*)" digest="(sha256:[0-9a-f]{64})" -->\r?(?:\n|$)/;
var KINDS = {
  validate: "validate",
  plan: "plan",
  apply: "apply",
  drift: "drift",
  health: "health"
};
function markerStart(kind, key) {
  return `<!-- thermostat:${kind} key="${encoded(key)}" `;
}
function withMarker(kind, key, body) {
  return `${markerStart(kind, key)}digest="${digestOf(body)}" -->
${body}`;
}
function parseMarker(text) {
  const found = PATTERN.exec(text);
  const kind = KINDS[found?.[1] ?? ""];
  const key = decoded(found?.[2] ?? "");
  const digest = found?.[3];
  return kind === void 0 || key === null || digest === void 0 ? null : { kind, key, digest };
}
function bodyOf(text) {
  return text.replace(PATTERN, "");
}
function digestOf(body) {
  return `sha256:${createHash("sha256").update(body.replaceAll("\r\n", "\n")).digest("hex")}`;
}
function isUntouched(body, digest) {
  return [body, `${body.trimEnd()}
`].some((text) => digestOf(text) === digest);
}
function encoded(key) {
  return encodeURIComponent(key.replaceAll(new RegExp("\\p{Surrogate}", "gu"), "�")).replaceAll("-", "%2D");
}
function decoded(key) {
  try {
    return decodeURIComponent(key);
  } catch {
    return null;
  }
}

export {
  markerStart,
  withMarker,
  parseMarker,
  bodyOf,
  isUntouched
};
