import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  apply
} from "./chunk-OPULIZ77.js";
import "./chunk-UCNJ5UYJ.js";
import "./chunk-OSHXXYPH.js";
import "./chunk-7VAHUEER.js";
import "./chunk-23T35EEF.js";
import "./chunk-RWMEBKYK.js";
import "./chunk-M2KSBIVX.js";
import "./chunk-5M2OS46A.js";
import "./chunk-2UHDICIL.js";
import "./chunk-6QRIG4YD.js";
import "./chunk-KDWKVUYD.js";
import "./chunk-4TACJFKI.js";
import "./chunk-AS47YZ25.js";
import "./chunk-OXJXIIGC.js";
import "./chunk-LZRHZAJ7.js";
import "./chunk-VZ2NMEIK.js";
import "./chunk-SMCQXR7L.js";
import "./chunk-GCC67ZSS.js";
import "./chunk-4RXYHALH.js";
import "./chunk-CEEK6GEM.js";
import "./chunk-RC7L2NCV.js";
import "./chunk-SFAK6IMI.js";
import "./chunk-XXNMV6NK.js";
import "./chunk-WTYPQLUP.js";
import "./chunk-Q3CFLGCV.js";
import "./chunk-4IMYD34Z.js";
import "./chunk-WE22B7YR.js";
import "./chunk-Z4HOWRC6.js";
import "./chunk-MXUBWZWX.js";
import "./chunk-MM7YW66Y.js";
import "./chunk-HE53SSY6.js";
import "./chunk-7VOHJOSG.js";
export {
  apply
};
