import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);

// src/model/quota.ts
var QUOTA_NAMES = [
  "instances",
  "cores",
  "ramMiB",
  "ports",
  "floatingIps",
  "poolMembers",
  "volumes",
  "volumeGiB"
];

export {
  QUOTA_NAMES
};
