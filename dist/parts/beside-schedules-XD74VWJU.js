import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  besideSchedules
} from "./chunk-GDKG4M4C.js";
import "./chunk-23T35EEF.js";
import "./chunk-AS47YZ25.js";
import "./chunk-GCC67ZSS.js";
import "./chunk-CEEK6GEM.js";
import "./chunk-SFAK6IMI.js";
import "./chunk-XXNMV6NK.js";
import "./chunk-Q3CFLGCV.js";
import "./chunk-4IMYD34Z.js";
import "./chunk-MXUBWZWX.js";
import "./chunk-HE53SSY6.js";
import "./chunk-7VOHJOSG.js";
export {
  besideSchedules
};
