import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  failureReport
} from "./chunk-PPEKQPOC.js";
import "./chunk-RC7L2NCV.js";
import "./chunk-SFAK6IMI.js";
import "./chunk-XXNMV6NK.js";
import "./chunk-WTYPQLUP.js";
import "./chunk-Q3CFLGCV.js";
import "./chunk-4IMYD34Z.js";
import "./chunk-Z4HOWRC6.js";
import "./chunk-HE53SSY6.js";
import "./chunk-7VOHJOSG.js";
export {
  failureReport
};
