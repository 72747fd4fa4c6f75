import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);

// src/ports/errors.ts
var CloudError = class extends Error {
  code;
  request;
  requestId;
  constructor(details) {
    super(details.message, { cause: details.cause });
    this.name = "CloudError";
    this.code = details.code;
    this.request = details.request ?? null;
    this.requestId = details.requestId ?? null;
  }
};
var REFUSALS = ["forbidden", "not-found", "invalid", "service-missing"];
function isRefusal(error) {
  return error instanceof CloudError && REFUSALS.includes(error.code);
}
var ForgeError = class extends Error {
  code;
  constructor(code, message, options) {
    super(message, options);
    this.name = "ForgeError";
    this.code = code;
  }
};
function isForgeError(error, ...codes) {
  return error instanceof ForgeError && codes.includes(error.code);
}
var BalancerError = class extends Error {
  code;
  constructor(code, message, options) {
    super(message, options);
    this.name = "BalancerError";
    this.code = code;
  }
};
function errorLine(error) {
  if (!(error instanceof CloudError)) return error instanceof Error ? error.message : String(error);
  const where = [error.request, error.requestId].filter((part) => part !== null).join(", ");
  return where === "" ? error.message : `${error.message} (${where})`;
}

export {
  CloudError,
  isRefusal,
  ForgeError,
  isForgeError,
  BalancerError,
  errorLine
};
