import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  startSandbox
} from "./chunk-54FOMOAI.js";
import "./chunk-HE53SSY6.js";
import "./chunk-DSL5S7GG.js";
import "./chunk-7VOHJOSG.js";
export {
  startSandbox
};
