import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  matches
} from "./chunk-WTYPQLUP.js";

// src/core/settings/ignore.ts
function ignoredBy(rules, { group, path, now }) {
  return rules.find(
    (rule) => !isExpired(rule, now) && matches(rule.group, group) && matches(rule.path, path, true)
  ) ?? null;
}
function isExpired({ expires }, now) {
  return now.toISOString().slice(0, 10) > expires;
}

export {
  ignoredBy,
  isExpired
};
