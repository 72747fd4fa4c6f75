import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  isJsonObject
} from "./chunk-CEEK6GEM.js";
import {
  quote
} from "./chunk-4IMYD34Z.js";
import {
  require_dist
} from "./chunk-HE53SSY6.js";
import {
  __toESM
} from "./chunk-7VOHJOSG.js";

// src/core/spec/positions.ts
function positionOf(known, pointer) {
  for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    const position = Object.hasOwn(known.positions, at) ? known.positions[at] : void 0;
    if (position !== void 0) return position;
  }
  return known.start ?? known.source ?? known.positions[""] ?? { file: "", line: 1, column: 1 };
}

// src/core/spec/suggest.ts
function suggest(word, known, allowed = Math.max(1, Math.floor(word.length / 3))) {
  if (word.length > 100) return null;
  let best = null;
  for (const name of known) {
    const distance = spelledAlike(word, name) ? 0 : editDistance(word.toLowerCase(), name.toLowerCase());
    if (distance <= allowed && (best === null || distance < best.distance)) best = { name, distance };
  }
  return best?.name ?? null;
}
function hint(word, known, otherwise) {
  const near = suggest(word, known);
  return near === null ? `; ${otherwise}` : `; did you mean "${near}"?`;
}
function spelledAlike(a, b) {
  const plain = (text) => text.toLowerCase().replace(/[_-]/g, "");
  return plain(a) === plain(b);
}
function editDistance(a, b) {
  let before = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}

// src/core/spec/yaml-values.ts
var import_yaml = __toESM(require_dist(), 1);

// src/core/spec/anchors.ts
var MAX_EXPANSION = 1024 * 1024;
var TOO_MUCH = "the aliases up to here expand to more than 1 MiB; Heat takes 512 KiB, write less by aliases";
var Anchors = class {
  /** null while the anchored value is still being read. */
  #values = /* @__PURE__ */ new Map();
  #expanded = 0;
  /** Whether the budget is spent: what follows is not worth a problem of its own. */
  get exhausted() {
    return this.#expanded > MAX_EXPANSION;
  }
  /** The anchor's value begins; the answer is what is wrong with it. */
  open(name) {
    const again = this.#values.has(name);
    this.#values.set(name, null);
    if (!/^[A-Za-z0-9_-]+$/.test(name)) {
      return `the anchor ${quote(`&${name}`)} may hold letters, digits, _ and - only; rename it`;
    }
    return again ? `the anchor ${quote(`&${name}`)} stands here for the second time; rename one` : null;
  }
  close(name, read) {
    this.#values.set(name, read);
  }
  /** What the alias stands for, or the problem with it; null = nothing new to say. */
  use(name) {
    const read = this.#values.get(name);
    const alias = quote(`*${name}`);
    if (read === void 0) return `the alias ${alias} has no anchor ${quote(`&${name}`)} above it`;
    if (read === null) return `the alias ${alias} stands inside its own anchor; it would never end`;
    return this.spend(read.cost) ?? (this.exhausted ? null : read);
  }
  /** Takes the cost off the budget; the problem comes once, when it is spent. */
  spend(cost) {
    const before = this.exhausted;
    this.#expanded += cost;
    return this.exhausted && !before ? TOO_MUCH : null;
  }
};

// src/core/spec/short-tags.ts
var FUNCTIONS = /* @__PURE__ */ new Set([
  "And",
  "Base64",
  "Equals",
  "FindInMap",
  "GetAtt",
  "GetAZs",
  "If",
  "Join",
  "Not",
  "Or",
  "Select",
  "Split"
]);
var WITHOUT_A_FORM = /* @__PURE__ */ new Map([["Sub", "Fn::Join"]]);
function longForm(tag) {
  const name = tag.startsWith("!") ? tag.slice(1) : "";
  if (name === "Ref" || name === "Condition") return name;
  if (FUNCTIONS.has(name)) return `Fn::${name}`;
  return WITHOUT_A_FORM.get(name) ?? null;
}
function tagAdvice(tag, value) {
  const long = longForm(tag);
  if (long === null) return "leave it away";
  const key = long.includes(":") ? `"${long}"` : long;
  return `Heat does not read CloudFormation's short tags, write { ${key}: ${written(long, value)} }`;
}
function written(long, value) {
  if (value === null || value === "" || long === "Fn::Join") return "…";
  return long === "Fn::GetAtt" ? `[ ${value.replace(".", ", ")} ]` : value;
}

// src/core/spec/scalar-node.ts
var TAG = "tag:yaml.org,2002:";
function scalarText(node, file) {
  const text = String(node.source ?? node.value);
  const cutOff = node.type?.startsWith("BLOCK") && node.range?.[1] === file.length;
  return cutOff && !file.endsWith("\n") ? text.replace(/\n$/, "") : text;
}
function scalarMeaning(node, text, plain) {
  const tag = node.tag?.startsWith(TAG) ? node.tag.slice(TAG.length) : node.tag;
  if (tag === void 0) return node.type === "PLAIN" ? plain(text) : { tag: "str", value: text };
  if (tag === "!") return { tag: "refused", why: 'has the tag "!", which says nothing; leave it away' };
  if (tag === "str" || tag === "timestamp") return { tag: "str", value: text };
  const read = plain(text);
  if (read.tag === tag || read.tag === "refused" || tag === "float" && read.tag === "int") return read;
  const shown = quote(shortTag(node.tag ?? ""));
  return longForm(tag) === null ? { tag: "refused", why: `can't be read as the tag ${shown} says; leave the tag away` } : { tag: "refused", why: `has the tag ${shown}; ${tagAdvice(tag, text.length > 60 ? null : text)}` };
}
function shortTag(tag) {
  return tag.startsWith(TAG) ? `!!${tag.slice(TAG.length)}` : tag;
}

// src/core/spec/yaml-values.ts
function readYamlValue(document, options) {
  const walk = new Walk(options);
  const { value } = walk.read(document.contents, "", null);
  return {
    value,
    start: walk.startOf(document.contents, walk.at(document.range[0])),
    positions: Object.fromEntries(walk.positions),
    keys: walk.keys,
    wholeFloats: walk.wholeFloats,
    problems: walk.problems
  };
}
function pointerTo(parent, key) {
  return `${parent}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
var MAX_POINTER_CHARACTERS = 32 * 1024 * 1024;
var MAX_PROBLEMS = 100;
var NOTHING = { value: null, cost: 1 };
var Walk = class {
  positions = /* @__PURE__ */ new Map();
  keys = /* @__PURE__ */ new Map();
  wholeFloats = /* @__PURE__ */ new Map();
  problems = [];
  #options;
  #anchors = new Anchors();
  #pointerCharacters = 0;
  constructor(options) {
    this.#options = options;
  }
  /** `key`: where the value's key stands, when it has one. */
  read(node, pointer, key) {
    if ((0, import_yaml.isAlias)(node)) return this.#alias(node.source, pointer, this.startOf(node, key));
    if (!(0, import_yaml.isScalar)(node) && !(0, import_yaml.isMap)(node) && !(0, import_yaml.isSeq)(node)) {
      this.#note(pointer, key);
      return NOTHING;
    }
    const start = this.startOf(node, key);
    this.#open(node.anchor, start);
    const result = (0, import_yaml.isScalar)(node) ? this.#scalar(node, pointer, node.source === "" ? key ?? start : start) : this.#collection(node, pointer, start, key);
    if (node.anchor !== void 0) this.#anchors.close(node.anchor, result);
    return result;
  }
  startOf(node, otherwise) {
    const range = (0, import_yaml.isAlias)(node) || (0, import_yaml.isScalar)(node) || (0, import_yaml.isMap)(node) || (0, import_yaml.isSeq)(node) ? node.range : null;
    return range ? this.at(range[0]) : otherwise ?? this.at(0);
  }
  at(offset) {
    return { file: this.#options.file, ...this.#options.placeOf(offset) };
  }
  #collection(node, pointer, start, key) {
    this.#note(pointer, key ?? start);
    const expected = (0, import_yaml.isMap)(node) ? `${TAG}map` : `${TAG}seq`;
    if (node.tag !== void 0 && node.tag !== expected) this.#unknownTag(node.tag, start);
    return (0, import_yaml.isMap)(node) ? this.#mapping(node, pointer) : this.#sequence(node.items, pointer);
  }
  #sequence(items, pointer) {
    const read = items.map((item, index) => this.read(item, pointerTo(pointer, index), null));
    return { value: read.map((item) => item.value), cost: read.reduce((sum, item) => sum + item.cost, 1) };
  }
  #mapping(node, pointer) {
    const merged = /* @__PURE__ */ new Map();
    const own = /* @__PURE__ */ new Map();
    let cost = 1;
    for (const pair of node.items) {
      cost += isMergeKey(pair.key) ? this.#merge(pair, pointer, merged) : this.#pair(pair, pointer, own);
    }
    return { value: Object.fromEntries(new Map([...merged, ...own])), cost };
  }
  #pair(pair, pointer, into) {
    const at = this.startOf(pair.key, null);
    const key = this.#key(pair.key, pointer, at);
    const below = pointerTo(pointer, key ?? "");
    if (key === null) return 1 + this.read(pair.value, below, at).cost;
    if (into.has(key))
      this.#problem(at, `the key ${quote(key)} stands here for the second time; keep one of the two`);
    if (this.#affordable(below)) this.keys.set(below, at);
    const read = this.read(pair.value, below, at);
    into.set(key, read.value);
    return read.cost + key.length;
  }
  #key(node, pointer, at) {
    if (node === null) return "null";
    if (!(0, import_yaml.isScalar)(node)) {
      this.#problem(at, "a key is a list, a mapping or an alias here; a key must be text");
      return null;
    }
    this.#open(node.anchor, at);
    if (node.source === "" && node.type === "PLAIN")
      this.#problem(at, 'a key is missing before the ":"; write it');
    const text = scalarText(node, this.#options.text);
    const reading = scalarMeaning(node, text, this.#options.scalarsAt(pointer));
    if (node.anchor !== void 0) this.#anchors.close(node.anchor, { value: text, cost: text.length });
    if (text === "__proto__") this.#problem(at, 'the key "__proto__" is refused; give it another name');
    if (text === "=" || text === "<<") return text;
    if (reading.tag === "refused") return this.#refuse(at, text, reading.why);
    if (reading.tag === "float")
      return this.#refuse(at, text, "is a number with a point as a key; put it in quotes");
    return text === "__proto__" ? null : String(reading.value);
  }
  #refuse(at, text, why) {
    this.#problem(at, `${quote(text)} ${why}`);
    return null;
  }
  /** What `<<` brings in; of several mappings the earlier wins. */
  #merge(pair, pointer, into) {
    const at = this.startOf(pair.key, null);
    const read = this.read(pair.value, pointerTo(pointer, "<<"), at);
    if (read === NOTHING || this.#anchors.exhausted) return 1;
    const sources = Array.isArray(read.value) ? [...read.value].reverse() : [read.value];
    for (const source of sources) {
      if (!isMapping(source)) {
        this.#problem(at, `"<<" takes a mapping or a list of mappings to merge, not ${this.#shown(source)}`);
        continue;
      }
      for (const [key, value] of Object.entries(source)) {
        into.set(key, value);
        const below = pointerTo(pointer, key);
        if (!this.positions.has(below)) this.#note(below, this.startOf(pair.value, at));
      }
    }
    const spent = this.#anchors.spend(read.cost);
    if (spent !== null) this.#problem(at, spent);
    return read.cost;
  }
  #scalar(node, pointer, at) {
    this.#note(pointer, at);
    const text = scalarText(node, this.#options.text);
    const reading = this.#meaning(node, text, pointer);
    if (reading.tag === "refused") {
      this.#problem(at, `${this.#shown(text)} ${reading.why}`);
      return NOTHING;
    }
    if (reading.tag === "float" && Number.isInteger(reading.value) && this.#affordable(pointer))
      this.wholeFloats.set(pointer, text);
    return { value: reading.value, cost: text.length + 1 };
  }
  #meaning(node, text, pointer) {
    const binary = node.tag === `${TAG}binary` && this.#options.binary === "text";
    return binary ? { tag: "str", value: text } : scalarMeaning(node, text, this.#options.scalarsAt(pointer));
  }
  #alias(name, pointer, at) {
    this.#note(pointer, at);
    const used = this.#anchors.use(name);
    if (typeof used === "string") this.#problem(at, used);
    return typeof used === "string" || used === null ? NOTHING : used;
  }
  #shown(value) {
    return this.#options.values === "hidden" ? "the value" : quote(value);
  }
  #open(anchor, at) {
    const wrong = anchor === void 0 ? null : this.#anchors.open(anchor);
    if (wrong !== null) this.#problem(at, wrong);
  }
  #unknownTag(tag, at) {
    this.#problem(at, `the tag ${quote(shortTag(tag))} is not known here; ${tagAdvice(tag, null)}`);
  }
  #note(pointer, position) {
    if (this.#affordable(pointer)) this.positions.set(pointer, position ?? this.at(0));
  }
  /** Long keys, deeply nested over many values, would fill the memory; beyond this a problem stands at what is around it. */
  #affordable(pointer) {
    this.#pointerCharacters += pointer.length;
    return this.#pointerCharacters <= MAX_POINTER_CHARACTERS;
  }
  #problem(at, message) {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push({ ...at, message });
  }
};
function isMergeKey(key) {
  return (0, import_yaml.isScalar)(key) && key.type === "PLAIN" && key.source === "<<" && key.tag === void 0;
}
function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/core/spec/scalar-reading.ts
function exactInteger(value) {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return { tag: "int", value: number };
  return { tag: "refused", why: "is a number too large to be passed on exactly; put it in quotes" };
}
function finiteFloat(value) {
  if (Number.isFinite(value)) return { tag: "float", value: value === 0 ? 0 : value };
  return { tag: "refused", why: "is no number that JSON knows; put it in quotes when text is meant" };
}

// src/core/spec/core-scalars.ts
var CONSTANTS = new Map([
  ...["", "~", "null", "Null", "NULL"].map((text) => [text, { tag: "null", value: null }]),
  ...["true", "True", "TRUE"].map((text) => [text, { tag: "bool", value: true }]),
  ...["false", "False", "FALSE"].map((text) => [text, { tag: "bool", value: false }])
]);
var DECIMAL = /^[-+]?[0-9]+$/;
var OCTAL_OR_HEX = /^0(?:o[0-7]+|x[0-9a-fA-F]+)$/;
var FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
var NOT_FINITE = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
function readCoreScalar(text) {
  const constant = CONSTANTS.get(text);
  if (constant !== void 0) return constant;
  if (OCTAL_OR_HEX.test(text)) return exactInteger(BigInt(text));
  if (DECIMAL.test(text)) return exactInteger(decimal(text));
  if (FLOAT.test(text)) return finiteFloat(Number(text));
  if (NOT_FINITE.test(text)) return finiteFloat(Number.NaN);
  return { tag: "str", value: text };
}
function decimal(text) {
  const digits = text.replace(/^[-+]/, "").slice(0, 40);
  return text.startsWith("-") ? -BigInt(digits) : BigInt(digits);
}

// src/core/spec/heat-scalars.ts
var NULL = /^(?:~|null|Null|NULL|)$/;
var TRUE = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
var FALSE = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/;
var FLOAT2 = /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?)$/;
var SEXAGESIMAL_FLOAT = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/;
var NOT_FINITE2 = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
var INTEGER = /^[-+]?(?:0b[0-1_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+|[1-9][0-9_]*(?::[0-5]?[0-9])+)$/;
var UNKNOWN_TO_HEAT = /^(?:=|<<|[!&*])$/;
function readHeatScalar(text) {
  if (NULL.test(text)) return { tag: "null", value: null };
  if (TRUE.test(text)) return { tag: "bool", value: true };
  if (FALSE.test(text)) return { tag: "bool", value: false };
  if (INTEGER.test(text)) return integer(text);
  if (FLOAT2.test(text)) return finiteFloat(Number(text.replaceAll("_", "")));
  if (SEXAGESIMAL_FLOAT.test(text)) return finiteFloat(sexagesimal(text));
  if (NOT_FINITE2.test(text)) return finiteFloat(Number.NaN);
  if (UNKNOWN_TO_HEAT.test(text)) {
    return { tag: "refused", why: "is a sign that Heat's YAML reader refuses as a value; put it in quotes" };
  }
  return { tag: "str", value: text };
}
function integer(text) {
  if (text.length > 200) return exactInteger(10n ** 40n);
  const plain = text.replaceAll("_", "");
  const digits = plain.replace(/^[-+]/, "");
  const magnitude = magnitudeOf(digits);
  if (magnitude === null) return { tag: "refused", why: "is a number without digits; put it in quotes" };
  return exactInteger(plain.startsWith("-") ? -magnitude : magnitude);
}
function magnitudeOf(digits) {
  if (digits === "0b" || digits === "0x") return null;
  if (digits.startsWith("0b") || digits.startsWith("0x")) return BigInt(digits);
  if (/^0[0-7]+$/.test(digits)) return BigInt(`0o${digits.slice(1)}`);
  if (!digits.includes(":")) return BigInt(digits);
  return digits.split(":").reduce((sum, part) => sum * 60n + BigInt(part), 0n);
}
function sexagesimal(text) {
  const plain = text.replaceAll("_", "");
  const parts = plain.replace(/^[-+]/, "").split(":").map(Number).reverse();
  let base = 1;
  let sum = 0;
  for (const part of parts) {
    sum += part * base;
    base *= 60;
  }
  return plain.startsWith("-") ? -sum : sum;
}

// src/core/spec/yaml-documents.ts
var import_yaml2 = __toESM(require_dist(), 1);

// src/core/spec/yaml-syntax.ts
var SENTENCES = {
  ALIAS_PROPS: "an alias (*name) stands with an anchor or a tag of its own; leave those away",
  BAD_ALIAS: "an anchor or alias has no usable name; write &name or *name",
  BAD_COLLECTION_TYPE: "the tag does not fit what follows it; leave it away",
  BAD_DIRECTIVE: "this directive (%) is not known; remove the line",
  BAD_DQ_ESCAPE: "a backslash in double quotes starts no known escape; double it or use single quotes",
  BAD_INDENT: "the indentation does not fit the lines above; indent what belongs together by the same spaces",
  BAD_PROP_ORDER: "an anchor or tag stands before its indicator; put it behind",
  BAD_SCALAR_START: "a value without quotes starts with a reserved character; put it in quotes",
  BLOCK_AS_IMPLICIT_KEY: 'a second "key:" or a list starts on the same line; put it on its own line, or the value in quotes',
  BLOCK_IN_FLOW: "indented YAML stands inside brackets; write it with commas, or without brackets",
  DUPLICATE_KEY: "the key stands here for the second time; keep one of the two",
  KEY_OVER_1024_CHARS: "a key is longer than 1024 characters; shorten it, or look for a missing quote",
  MULTILINE_IMPLICIT_KEY: 'a key goes over several lines; write "key: value" on one line, the value in quotes',
  MULTIPLE_ANCHORS: "a value has two anchors; keep one",
  MULTIPLE_DOCS: "a second document starts here; a template is one document",
  MULTIPLE_TAGS: "a value has two tags; keep one",
  RESOURCE_EXHAUSTION: "the text is nested too deeply to be read; nest it less",
  TAB_AS_INDENT: "a tab indents this line; YAML takes spaces only",
  TAG_RESOLVE_FAILED: "the tag is not known; leave it away"
};
var MISSING = [
  [/closing ["']quote/, "a quote is opened and not closed; close it, and indent its further lines"],
  [/between|Missing , or/, "a comma is missing between two items in brackets"],
  [/space after :/, 'a space is missing after ":"'],
  [/map values/, 'a line is no "key: value"; add the colon and a space, or put the text in quotes'],
  [/- indicator/, 'a line among list items does not start with "- "'],
  [/Comments must/, 'a "#" follows without a space; put a space before a comment, or the value in quotes'],
  [/directives-end/, 'directives (%) are not ended by a line "---"'],
  [
    /indentation indicator/,
    "the first lines of a text block are indented more than the rest; write |2 instead of |"
  ],
  [/end with a/, "a bracket is opened and not closed; close it, and indent what stands inside"]
];
function syntaxMessage(code, detail) {
  if (code === "MISSING_CHAR" || code === "BAD_INDENT") {
    const found = MISSING.find(([pattern]) => pattern.test(detail));
    if (found !== void 0) return `this is no YAML: ${found[1]}`;
  }
  const sentence = Object.hasOwn(SENTENCES, code) ? SENTENCES[code] : void 0;
  return `this is no YAML: ${sentence ?? unexpected(detail)}`;
}
function unexpected(detail) {
  const source = /(?:Unexpected|starting with|start with) (\S{1,20})/.exec(detail)?.[1] ?? "";
  const sign = SIGNS[source] ?? (source.length <= 2 ? source : "");
  if (sign === "")
    return "something stands here that does not belong; put the value in quotes, or look at the line above";
  return `${quote(sign)} does not belong here; remove it, or put the value in quotes`;
}
var SIGNS = {
  "flow-map-start": "{",
  "flow-map-end": "}",
  "flow-seq-start": "[",
  "flow-seq-end": "]",
  "block-seq-ind": "-",
  "map-value-ind": ":",
  "explicit-key-ind": "?",
  comma: ",",
  "doc-start": "---",
  "doc-end": "...",
  "double-quoted-scalar": '"',
  "single-quoted-scalar": "'"
};

// src/core/spec/yaml-documents.ts
var MAX_DEPTH = 100;
var MAX_TOKENS = 5e5;
var MAX_DOCUMENTS = 5e3;
function readYamlText(text) {
  const lines = lineStarts(text);
  const documents = [];
  const placeOf = (offset) => place(lines, Math.min(Math.max(offset, 0), text.length));
  const stopped = compose(text, documents);
  return {
    documents,
    text,
    placeOf,
    stopped: stopped === null ? null : { ...placeOf(stopped.offset), message: stopped.message }
  };
}
var SyntaxStop = class extends Error {
  stop;
  constructor(stop2) {
    super(stop2.message);
    this.stop = stop2;
  }
};
function compose(text, documents) {
  const composer = new import_yaml2.Composer({
    schema: "failsafe",
    // every scalar stays text: what it means is decided by who reads it
    uniqueKeys: false,
    // takes quadratic time; our own walk sees duplicates
    resolveKnownTags: false,
    logLevel: "silent"
  });
  stopAtFirstError(composer);
  try {
    for (const token of tokens(text)) {
      for (const document of composer.next(token)) add(documents, document);
    }
    for (const document of composer.end()) add(documents, document);
    return null;
  } catch (error) {
    if (error instanceof SyntaxStop) return error.stop;
    if (error instanceof RangeError) return { offset: 0, message: TOO_DEEP };
    throw error;
  }
}
var TOO_DEEP = `the text is nested more than ${MAX_DEPTH} levels deep; nest it less`;
function* tokens(text) {
  const parser = new import_yaml2.Parser();
  let count = 0;
  let before = "\n";
  for (const lexeme of new import_yaml2.Lexer().lex(text)) {
    if (++count > MAX_TOKENS) stop(parser.offset, "the file holds too much to be one spec file; split it");
    const refused2 = refusedLexeme(lexeme, before, parser);
    if (refused2 !== null) stop(parser.offset, refused2);
    before = lexeme;
    for (const token of parser.next(lexeme)) yield checked(token);
    if (parser.stack.length > MAX_DEPTH) stop(parser.offset, TOO_DEEP);
  }
  for (const token of parser.end()) yield checked(token);
}
var SCALAR_FOLLOWS = "";
function refusedLexeme(lexeme, before, parser) {
  if (lexeme === "?" && before !== SCALAR_FOLLOWS) {
    return 'a key is written with "? " here; write "key: value" instead';
  }
  const atLineStart = before.endsWith("\n") && /^ *\t[ \t]*$/.test(lexeme);
  if (atLineStart && parser.stack.at(-1)?.type !== "flow-collection")
    return syntaxMessage("TAB_AS_INDENT", "");
  return null;
}
function checked(token) {
  if (token.type === "error") stop(token.offset, syntaxMessage("UNEXPECTED_TOKEN", token.message));
  return token;
}
function add(documents, document) {
  const [error] = document.errors;
  if (error !== void 0) stop(error.pos[0], syntaxMessage(error.code, error.message));
  if (documents.length >= MAX_DOCUMENTS) {
    stop(document.range[0], `the file holds more than ${MAX_DOCUMENTS} documents; split it`);
  }
  documents.push(document);
}
function stop(offset, message) {
  throw new SyntaxStop({ offset, message });
}
function stopAtFirstError(composer) {
  let first = null;
  const handler = (source, code, message, warning) => {
    if (warning === true) return;
    first ??= new SyntaxStop({ offset: offsetOf(source), message: syntaxMessage(code, message) });
    throw first;
  };
  Reflect.set(composer, "onError", handler);
}
function offsetOf(source) {
  if (typeof source === "number") return source;
  if (Array.isArray(source)) return Number(source[0]);
  if (typeof source === "object" && source !== null && "offset" in source) return Number(source.offset);
  return 0;
}
function lineStarts(text) {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
function place(starts, offset) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

// src/core/spec/heat-document.ts
function readHeatDocument(file, text, what) {
  const { documents, stopped, placeOf } = readYamlText(text);
  if (stopped !== null) return refused({ file, ...stopped });
  const [first, second] = documents;
  if (first === void 0)
    return refused({
      file,
      line: 1,
      column: 1,
      message: `the ${what} is empty; write it, or remove the file`
    });
  if (second !== void 0) {
    const message2 = `a second document starts here; a ${what} is one document`;
    return refused({ file, ...placeOf(second.range[0]), message: message2 });
  }
  const scalars = isJson(text) ? readCoreScalar : readHeatScalar;
  const yaml = readYamlValue(first, { file, text, placeOf, scalarsAt: () => scalars });
  if (yaml.problems.length > 0) return { document: null, problems: yaml.problems };
  if (isJsonObject(yaml.value)) return { document: { file, value: yaml.value, yaml }, problems: [] };
  const message = `the ${what} is ${quote(yaml.value)}; it must be a mapping of keys to values`;
  return refused({ ...yaml.start, message });
}
function isJson(text) {
  if (!text.trimStart().startsWith("{")) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
function refused(problem) {
  const { file, line, column, message } = problem;
  return { document: null, problems: [{ file, line, column, message }] };
}

export {
  suggest,
  hint,
  positionOf,
  readYamlValue,
  pointerTo,
  readCoreScalar,
  readHeatScalar,
  readYamlText,
  readHeatDocument,
  isJson
};
