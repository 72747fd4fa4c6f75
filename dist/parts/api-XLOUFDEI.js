import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  openGitHub
} from "./chunk-PPIJHJJ4.js";
import "./chunk-R45KKTMJ.js";
import "./chunk-L3X47AUB.js";
import "./chunk-MXUBWZWX.js";
import "./chunk-7VOHJOSG.js";
export {
  openGitHub
};
