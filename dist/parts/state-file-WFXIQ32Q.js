import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  readStateFile,
  writeStateFile
} from "./chunk-AO3ACNKJ.js";
import "./chunk-DSL5S7GG.js";
import "./chunk-7VOHJOSG.js";
export {
  readStateFile,
  writeStateFile
};
