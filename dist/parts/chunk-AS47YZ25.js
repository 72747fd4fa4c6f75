import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  list,
  quote
} from "./chunk-4IMYD34Z.js";

// src/core/schedule/cron-mistake.ts
var FIELDS = [
  { name: "minute", from: 0, to: 59, words: [] },
  { name: "hour", from: 0, to: 23, words: [] },
  { name: "day of month", from: 1, to: 31, words: [] },
  {
    name: "month",
    from: 1,
    to: 12,
    words: ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
  },
  { name: "day of week", from: 0, to: 7, words: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"] }
];
function cronMistake(cron) {
  const given = cron.trim().split(/ +/);
  if (given.length !== FIELDS.length) {
    return `it has ${given.length} fields; it needs five: ${list(FIELDS.map(({ name }) => name))}`;
  }
  const mistakes = FIELDS.flatMap(
    (field, index) => (given[index] ?? "").split(",").flatMap((part) => partMistake(part, field) ?? [])
  );
  return mistakes[0] ?? null;
}
function partMistake(part, field) {
  const match = /^(?:\*|([0-9]{1,2}|[a-z]{3})(?:-([0-9]{1,2}|[a-z]{3}))?)(?:\/([0-9]{1,4}))?$/i.exec(part);
  if (!match) {
    return `its ${field.name} holds ${quote(part)}; it may hold *, numbers, ranges such as ${range(field)}, steps such as */2, and lists of them`;
  }
  const [, first, last, step] = match;
  const wrong = [first, last].find((one) => one !== void 0 && numberOf(one, field) === null);
  if (wrong !== void 0) {
    return `its ${field.name} is ${quote(wrong)}; it must be from ${field.from} to ${field.to}${wordsOf(field)}`;
  }
  const [low, high] = [first, last].map((one) => one === void 0 ? null : numberOf(one, field));
  if (typeof low === "number" && typeof high === "number" && low > high) {
    return `its ${field.name} is ${quote(part)}, which ends before it begins; write it as a list of two ranges`;
  }
  return step === void 0 ? null : stepMistake({ part, step: Number(step), open: first !== void 0 && last === void 0 }, field);
}
function stepMistake({ part, step, open }, { name, from, to }) {
  if (open)
    return `its ${name} is ${quote(part)}; a step needs a range before it, such as ${from}-${to}/${step}`;
  const most = Math.min(to - from + 1, name === "day of week" ? 7 : 60);
  if (step >= 1 && step <= most) return null;
  return `its ${name} is ${quote(part)}; a step must be from 1 to ${most}`;
}
function numberOf(text, { from, to, words }) {
  const word = words.indexOf(text.toUpperCase());
  const value = word >= 0 ? from + word : /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= from && value <= to ? value : null;
}
function range({ from, to }) {
  return `${from}-${to}`;
}
function wordsOf({ words }) {
  return words.length === 0 ? "" : `, or ${words[0]} to ${words[words.length - 1]}`;
}

export {
  cronMistake
};
