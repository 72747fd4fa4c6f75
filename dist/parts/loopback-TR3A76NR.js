import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  probe
} from "./chunk-DIOVVETO.js";
import "./chunk-7VOHJOSG.js";

// src/adapters/probe/loopback.ts
async function probeOnLoopback(question) {
  if (/^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$|^::1$/.test(question.address)) return probe(question);
  return {
    kind: "unable",
    why: "with the embedded sandbox cloud only servers on this machine are asked"
  };
}
export {
  probeOnLoopback
};
