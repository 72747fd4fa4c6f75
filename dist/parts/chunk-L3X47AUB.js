import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  ForgeError
} from "./chunk-MXUBWZWX.js";

// src/adapters/github/refusals.ts
function statusOf(error) {
  const status = property(property(error, "response"), "status");
  return typeof status === "number" ? status : null;
}
function isLimited(error) {
  const status = statusOf(error);
  if (status === 429) return true;
  if (status !== 403) return false;
  return retryAfter(error) !== null || isUsedUp(error) || isSecondary(error);
}
function isSecondary(error) {
  const message = property(property(property(error, "response"), "data"), "message");
  return typeof message === "string" && /secondary rate limit|abuse detection/i.test(message);
}
function retryAfter(error) {
  const text = header(error, "retry-after");
  if (text === null || text.trim() === "") return null;
  const seconds = Number(text);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1e3 : null;
}
function resetAt(error) {
  const seconds = Number(header(error, "x-ratelimit-reset") ?? "none");
  return isUsedUp(error) && Math.abs(seconds) < LAST_SECOND ? seconds * 1e3 : null;
}
var LAST_SECOND = 253402300800;
function isUsedUp(error) {
  return header(error, "x-ratelimit-remaining") === "0";
}
function header(error, name) {
  const value = property(property(property(error, "response"), "headers"), name);
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}
function property(value, name) {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : void 0;
}

// src/adapters/github/patience.ts
var TRIES = 4;
var FIRST_PAUSE_MS = 1e3;
var LONGEST_PAUSE_MS = 6e4;
function pauseBefore(attempt, error, { repeatable, now }) {
  if (attempt >= TRIES) return null;
  const pause = isLimited(error) ? limitPause(error, now) : passingPause(attempt, error, repeatable);
  return pause !== null && pause <= LONGEST_PAUSE_MS ? pause : null;
}
function limitPause(error, now) {
  const asked = retryAfter(error);
  if (asked !== null) return asked;
  const reset = resetAt(error);
  if (reset !== null) return Math.max(FIRST_PAUSE_MS, reset - now + FIRST_PAUSE_MS);
  return isSecondary(error) || statusOf(error) === 429 ? LONGEST_PAUSE_MS : null;
}
function passingPause(attempt, error, repeatable) {
  const status = statusOf(error);
  const passing = status === null || status >= 500 || error instanceof ForgeError;
  if (!repeatable || !passing) return null;
  return retryAfter(error) ?? FIRST_PAUSE_MS * 2 ** (attempt - 1);
}
var REPEATABLE = { request: { repeatable: true } };

export {
  statusOf,
  isLimited,
  resetAt,
  LONGEST_PAUSE_MS,
  pauseBefore,
  REPEATABLE
};
