import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  readStateFile,
  writeStateFile
} from "./chunk-AO3ACNKJ.js";
import {
  startSandbox
} from "./chunk-54FOMOAI.js";
import "./chunk-HE53SSY6.js";
import {
  SEED_APPLICATION_CREDENTIAL
} from "./chunk-DSL5S7GG.js";
import "./chunk-7VOHJOSG.js";

// src/sandbox/serve.ts
async function serveSandbox(options = {}) {
  const stateFile = options.stateFile ?? null;
  const state = stateFile === null ? null : await readStateFile(stateFile);
  const sandbox = await startSandbox({
    port: options.port ?? 0,
    speed: options.speed ?? 1,
    ...state === null ? {} : { state }
  });
  process.stdout.write(`${instructions(sandbox.authUrl, sandbox.region)}
`);
  await stopSignal();
  if (stateFile !== null) await writeStateFile(stateFile, sandbox.snapshot());
  await sandbox.close();
  return 0;
}
function stopSignal() {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => resolve());
  });
}
function instructions(authUrl, region) {
  return [
    "the embedded cloud listens (loopback only); stop it with Ctrl-C",
    "",
    `export OS_AUTH_URL=${authUrl}`,
    "export OS_USERNAME=demo OS_PASSWORD=secret OS_PROJECT_NAME=demo",
    "export OS_USER_DOMAIN_NAME=Default OS_PROJECT_DOMAIN_NAME=Default",
    `export OS_REGION_NAME=${region} OS_IDENTITY_API_VERSION=3`,
    "",
    `application credential (may not create stacks): ${SEED_APPLICATION_CREDENTIAL.id} ${SEED_APPLICATION_CREDENTIAL.secret}`,
    `controls: ${new URL("/sandbox/", authUrl).href}{state,clock,faults,requests,servers/ID}`
  ].join("\n");
}
export {
  serveSandbox
};
