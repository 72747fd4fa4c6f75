import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  openGitHub
} from "./chunk-2V5YJ4VQ.js";
import "./chunk-PQI7HWMT.js";
import "./chunk-R45KKTMJ.js";
import "./chunk-RINAXWNZ.js";
import "./chunk-7VOHJOSG.js";
export {
  openGitHub
};
