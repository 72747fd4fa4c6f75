import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  digest
} from "./chunk-GCC67ZSS.js";
import {
  isJsonObject
} from "./chunk-CEEK6GEM.js";

// src/core/approval/record-text.ts
var PART = 64e3;
var MOST_WITH_DETAILS = 4;
var WORDS = "What merging approves, one line a group. Apply plans again: a group of the same fingerprint goes, any other is refused.";
function recordTexts(record) {
  const detailed = parts(record.groups.map((group) => `${plainLine(group)}${detailsText(group)}`));
  const shown = detailed.length <= MOST_WITH_DETAILS ? detailed : parts(record.groups.map(plainLine));
  return shown.map((lines, index) => part(record, lines, `part ${index + 1} of ${shown.length}`));
}
function readRecord(texts) {
  const read = texts.map(readPart);
  const [first] = read;
  if (first === void 0 || read.some((one) => one === null)) {
    return { ok: false, reason: "its fingerprints are not written as a plan writes them" };
  }
  const all = read.flatMap((one) => one === null ? [] : [one]).sort((a, b) => a.number - b.number);
  const [{ of, head } = { of: 0, head: "" }] = all;
  const whole = all.length === of && all.every((one, index) => one.number === index + 1 && one.head === head);
  if (!whole) return { ok: false, reason: `it has ${of} parts, and not each of them is there once` };
  const record = {
    version: 1,
    fingerprint: all[0]?.fingerprint ?? "",
    groups: all.flatMap(({ groups }) => groups)
  };
  return headOf(record) === head ? { ok: true, record } : { ok: false, reason: "its lines are not those that it was written with" };
}
var HEAD = /^(thermostat approval 1, plan sha256:[0-9a-f]{64}, \d{1,6} groups, all sha256:[0-9a-f]{64}), part (\d{1,2}) of (\d{1,2})$/m;
var LINE = /^([a-zA-Z][a-zA-Z0-9_.-]{0,254}) (sha256:[0-9a-f]{64}) (create|update|replace|delete)(?: (\{.*\}))?$/;
function headOf({ fingerprint, groups }) {
  return `thermostat approval 1, plan ${fingerprint}, ${groups.length} groups, all ${digest(groups.map(plainLine))}`;
}
function part(record, lines, which) {
  return `${WORDS}

\`\`\`text
${headOf(record)}, ${which}
${lines.map((one) => `${one}
`).join("")}\`\`\`
`;
}
function plainLine({ name, fingerprint, action }) {
  return `${name} ${fingerprint} ${action}`;
}
function detailsText({ details }) {
  return details === null ? "" : ` ${JSON.stringify(details).replaceAll(/[`\u007F-\uFFFF]/g, escaped)}`;
}
function escaped(sign) {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
function parts(lines) {
  const all = [[]];
  let room = PART;
  for (const line of lines) {
    const short = line.length < PART ? line : /^\S+ \S+ \S+/.exec(line)?.[0] ?? "";
    if (short.length + 1 > room) {
      all.push([]);
      room = PART;
    }
    all.at(-1)?.push(short);
    room -= short.length + 1;
  }
  return all;
}
function readPart(text) {
  const [, block = ""] = /```text\n([\s\S]*?)```/.exec(text.replaceAll("\r\n", "\n")) ?? [];
  const [first = "", ...lines] = block.trimEnd().split("\n");
  const found = HEAD.exec(first);
  if (found === null) return null;
  const groups = lines.map(readLine);
  if (groups.some((group) => group === null)) return null;
  return {
    number: Number(found[2]),
    of: Number(found[3]),
    head: found[1] ?? "",
    fingerprint: /plan (sha256:[0-9a-f]{64})/.exec(first)?.[1] ?? "",
    groups: groups.flatMap((group) => group === null ? [] : [group])
  };
}
function readLine(line) {
  const [, name, fingerprint, action, details] = LINE.exec(line) ?? [];
  if (name === void 0 || fingerprint === void 0 || !isAction(action)) return null;
  return { name, fingerprint, action, details: details === void 0 ? null : readDetails(details) };
}
function isAction(word) {
  return word === "create" || word === "update" || word === "replace" || word === "delete";
}
function readDetails(text) {
  const read = parsed(text);
  if (!isJsonObject(read)) return null;
  const { changes, servers } = read;
  if (!Array.isArray(changes) || !isJsonObject(servers)) return null;
  const count = (name) => typeof servers[name] === "number" ? servers[name] : 0;
  return {
    changes: changes.filter(isJsonObject).map(({ path = "", before = null, after = null }) => ({ path: String(path), before, after })),
    servers: {
      keep: count("keep"),
      update: count("update"),
      create: count("create"),
      replace: count("replace"),
      delete: count("delete")
    }
  };
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export {
  recordTexts,
  readRecord
};
