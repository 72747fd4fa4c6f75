import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  bodyOf,
  parseMarker,
  withMarker
} from "./chunk-Z4HOWRC6.js";

// src/core/report/same-but-run.ts
var RUN_LINK = /\[run\]\((\S+\/actions\/runs\/)\d+(?:\/attempts\/\d+)?\)(?=[^\n]*<\/sub>\n*$)/;
function unlessOnlyRunDiffers(earlier, fresh) {
  const standing = earlier?.replaceAll("\r\n", "\n") ?? "";
  const marker = parseMarker(fresh);
  const link = RUN_LINK.exec(standing);
  const freshLink = RUN_LINK.exec(fresh);
  if (earlier === null || marker === null || link === null || freshLink === null) return fresh;
  if (link[1] !== freshLink[1]) return fresh;
  const body = bodyOf(fresh).replace(RUN_LINK, () => link[0]);
  return withMarker(marker.kind, marker.key, body).trimEnd() === standing.trimEnd() ? earlier : fresh;
}

export {
  unlessOnlyRunDiffers
};
