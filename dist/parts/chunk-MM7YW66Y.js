import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);

// src/model/source.ts
var MAX_FILE_BYTES = 1024 * 1024;

export {
  MAX_FILE_BYTES
};
