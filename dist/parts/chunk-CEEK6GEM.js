import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);

// src/model/json.ts
function isJsonObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function own(record, name) {
  return Object.hasOwn(record, name) ? record[name] : void 0;
}

export {
  isJsonObject,
  own
};
