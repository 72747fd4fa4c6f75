import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  probe
} from "./chunk-DIOVVETO.js";
import "./chunk-7VOHJOSG.js";
export {
  probe
};
