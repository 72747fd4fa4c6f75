import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  sandboxEnvironment
} from "./chunk-WLQIA35P.js";
import "./chunk-7VOHJOSG.js";
export {
  sandboxEnvironment
};
