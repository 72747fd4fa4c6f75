import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);

// src/core/spec/quote.ts
var LONGEST = 60;
function quote(value) {
  const text = typeof value === "string" ? value : JSON.stringify(value) ?? String(value);
  return `"${escaped(shortened(text))}"`;
}
function list(words, joint = "and") {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${joint} ${words[words.length - 1]}`;
}
function shortened(text) {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
function escaped(text) {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (character) => {
    const simple = { "\n": "\\n", "\r": "\\r", "	": "\\t" }[character];
    return simple ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  });
}

export {
  quote,
  list
};
