import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  openCloud
} from "./chunk-ZEAYGC6N.js";
import "./chunk-R45KKTMJ.js";
import "./chunk-CEEK6GEM.js";
import "./chunk-MXUBWZWX.js";
import "./chunk-HE53SSY6.js";
import "./chunk-7VOHJOSG.js";
export {
  openCloud
};
