import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  COMMENT_BUDGET,
  DOCUMENT_BUDGET,
  LEVELS,
  SUMMARY_BUDGET,
  WHOLE,
  clip,
  clipBlock,
  fitWithin,
  markdownParts,
  plain,
  textParts,
  utf16Units,
  utf8Bytes
} from "./chunk-SFAK6IMI.js";
import {
  wallClock
} from "./chunk-XXNMV6NK.js";
import {
  findingJson,
  labelSides,
  problemJson,
  windowsFor,
  written
} from "./chunk-WTYPQLUP.js";
import {
  code,
  count,
  grouped,
  join,
  line,
  link,
  strong
} from "./chunk-Q3CFLGCV.js";
import {
  list,
  quote
} from "./chunk-4IMYD34Z.js";
import {
  markerStart,
  withMarker
} from "./chunk-Z4HOWRC6.js";
import {
  require_dist
} from "./chunk-HE53SSY6.js";
import {
  __toESM
} from "./chunk-7VOHJOSG.js";

// src/core/report/assemble.ts
var MAX_TITLE = 250;
function assemble(assembly) {
  const { kind, key, verdict, tone, json, facts, annotations } = assembly;
  const inMarkdown = (detail) => markdownParts(blocks(assembly, detail));
  const inText = (detail) => textParts(blocks(assembly, detail));
  const markdown = once(() => withMarker(kind, key, fitWithin(inMarkdown, COMMENT_BUDGET, utf16Units)));
  const summary = once(() => fitWithin(inMarkdown, SUMMARY_BUDGET, utf8Bytes));
  const text = once(() => fitWithin(inText, SUMMARY_BUDGET, utf8Bytes));
  return {
    kind,
    marker: markerStart(kind, key),
    title: clip(plain(verdict), MAX_TITLE),
    tone,
    get markdown() {
      return markdown();
    },
    get summary() {
      return summary();
    },
    get document() {
      return fitWithin(inMarkdown, DOCUMENT_BUDGET, utf8Bytes, [WHOLE, ...LEVELS]);
    },
    get text() {
      return text();
    },
    get json() {
      return json();
    },
    facts,
    annotations
  };
}
function once(make) {
  let made = null;
  return () => {
    made ??= make();
    return made;
  };
}
function* blocks(assembly, detail) {
  yield clipBlock({ kind: "heading", line: assembly.verdict }, detail.words);
  for (const block of assembly.build(detail)) yield clipBlock(block, detail.words);
}

// src/core/report/empty-json.ts
var EMPTY = {
  validate: {},
  plan: {
    summary: { create: 0, update: 0, replace: 0, delete: 0, noop: 0 },
    fingerprint: null,
    groups: [],
    headRoom: null,
    hostRoom: []
  },
  apply: { fingerprint: null, groups: [] },
  drift: { groups: [], strays: [] },
  health: { groups: [] }
};
function emptyJson(kind, problems, error, findings = []) {
  return written({
    version: 1,
    ...EMPTY[kind],
    problems: problems.map(problemJson),
    ...kind === "validate" ? { findings: findings.map(findingJson) } : {},
    ...error === null ? {} : { error }
  });
}

// src/core/report/finding-line.ts
var SEVERITY_MARKS = { error: "⛔", warn: "⚠", info: "ℹ" };
var SEVERITY_WORDS = {
  error: "refused",
  warn: "warning",
  info: "note"
};
function findingLine(finding) {
  const { severity, rule, message, source } = finding;
  const where = source === void 0 ? [] : line` (${place(source)})`;
  return line`${SEVERITY_MARKS[severity]} ${SEVERITY_WORDS[severity]} ${code(rule)}: ${quoted(message)}${where}`;
}
function problemLine(problem) {
  const { file, line: row2, column, message } = problem;
  return line`${code(`${file}:${row2}:${column}`)}: ${quoted(message)}`;
}
function problemBlocks(problems, detail) {
  if (problems.length === 0) return [];
  const shown2 = problems.slice(0, detail.rows).map(problemLine);
  const rest = problems.length - shown2.length;
  const items = rest > 0 ? [...shown2, line`and ${count("more problem", rest)}`] : shown2;
  return [{ kind: "list", items, numbered: false }];
}
function findingBlocks(findings, detail) {
  if (findings.length === 0) return [];
  const shown2 = findings.slice(0, detail.rows).map(findingLine);
  const rest = findings.length - shown2.length;
  const items = rest > 0 ? [...shown2, line`and ${count("more finding", rest)}`] : shown2;
  return [{ kind: "list", items, numbered: false }];
}
function refusalBlocks(groups, detail) {
  const all = groups.flatMap(
    (group) => group.findings.filter((finding) => finding.severity === "error").map((finding) => line`${strong(group.name)}: ${quoted(finding.message)} (${code(finding.rule)})`)
  );
  if (all.length === 0) return [];
  const shown2 = all.slice(0, detail.sentences);
  const rest = all.length - shown2.length;
  const lines = rest > 0 ? [...shown2, line`and ${count("more refusal", rest)}: see the summary`] : shown2;
  return [{ kind: "alert", tone: "caution", lines }];
}
function quoted(message) {
  return message.split(/`([^`]+)`/).map((part, index) => index % 2 === 1 ? code(part) : part);
}
function place(position) {
  return `${position.file}:${position.line}`;
}

// src/core/report/footer.ts
var SHORT = 7;
var SHORT_FINGERPRINT = 19;
var NAMES = {
  validate: "Validation",
  plan: "Plan",
  apply: "Apply",
  drift: "Drift check",
  health: "Health check"
};
function footer(kind, fingerprint, context2) {
  const parts = [
    subject(NAMES[kind], context2),
    ...context2.cloud === "" ? [] : [[context2.cloud]],
    ...fingerprint === null ? [] : [line`fingerprint ${code(fingerprint.slice(0, SHORT_FINGERPRINT))}`],
    ...links(context2)
  ];
  return { kind: "footer", line: join(parts, " · ") };
}
function subject(what, context2) {
  const commit = context2.commit ?? null;
  const base = context2.base ?? null;
  const of = commit === null ? [] : line` of ${code(commit.slice(0, SHORT))}`;
  const against = base === null ? [] : line` against ${code(base.slice(0, SHORT))}`;
  return line`${what}${of}${against}`;
}
function links(context2) {
  const { run = null, summary = null, horizon = null } = context2.links ?? {};
  const named = [
    ["run", run],
    ["summary", summary],
    ["Horizon", horizon]
  ];
  return named.flatMap(([label, href]) => href === null ? [] : [[link(label, href)]]);
}

// src/core/guard/freeze-findings.ts
var FREEZE_RULE = "freeze-window";
var OVERRIDDEN = "freeze-overridden";
function recordedFindings(findings) {
  return findings.filter(({ rule }) => rule === OVERRIDDEN);
}
function freezeFindings(judged, frozenBy, { rules, moment, freezeOverride }) {
  const { freeze } = rules.settings;
  const { name, action } = judged.group;
  if (freeze.windows.length === 0 || action === "no-op") return [];
  const frozen = longest(labelSides(judged).map((labels) => frozenBy(windowsFor(freeze, name, labels))));
  if (frozen === null) return [];
  const { source } = frozen.window;
  const state = stateWords(frozen);
  if (freezeOverride !== null && freeze.approvers.includes(freezeOverride)) {
    const message = `${state}; ${quote(freezeOverride)} lets this change pass all the same`;
    return [{ rule: OVERRIDDEN, severity: "warn", message, source }];
  }
  const until = untilWords(frozen);
  const unfit = freezeOverride === null ? "" : `; ${quote(freezeOverride)} may not override it, ${approvers(freeze)}`;
  return moment === "plan" ? [
    {
      rule: FREEZE_RULE,
      severity: "warn",
      message: `${state}: apply would be refused ${until}${unfit}`,
      source
    }
  ] : [{ rule: FREEZE_RULE, severity: "error", message: `${state}: refused ${until}${unfit}`, source }];
}
function longest(all) {
  const until = (one) => one.until ?? Number.POSITIVE_INFINITY;
  const [last = null] = all.filter((one) => one !== null).toSorted((a, b) => until(b) - until(a));
  return last;
}
function stateWords({ window: { name, effect, reason: reason2 } }) {
  const why = reason2 === "" ? "" : ` (${reason2})`;
  return effect === "deny" ? `the freeze window ${quote(name)}${why} is on` : `changes are allowed in the window ${quote(name)}${why} only`;
}
function untilWords({ window, until }) {
  return until === null ? "until the settings change" : `until ${wallClock(until, window.timezone)}`;
}
function approvers({ approvers: names }) {
  return names.length === 0 ? "for freeze.approvers names nobody" : `but ${list(names.map((name) => quote(name)))} may`;
}

// src/core/report/horizon.ts
var PAGES = {
  server: (id) => `/project/instances/${id}/`,
  stack: (id) => `/project/stacks/stack/${id}/`,
  securityGroup: (id) => `/project/security_groups/${id}/`,
  loadBalancer: (id) => `/project/load_balancer/${id}`,
  alarm: null
};
function horizonPage(about, { links: links2 }) {
  const horizon = links2?.horizon ?? null;
  const page = about && PAGES[about.service];
  return horizon === null || about === null || page === null ? null : `${horizon.replace(/\/+$/, "")}${page(encodeURIComponent(about.id))}`;
}
function stackLink(name, id, context2) {
  const href = id === null ? null : horizonPage({ service: "stack", id }, context2);
  return [href === null ? name : link(name, href)];
}
function stackSubject({ name, stackId }, context2) {
  const linked = stackLink(name, stackId, context2);
  return linked[0] === name ? [strong(name)] : linked;
}

// node_modules/diff/libesm/diff/base.js
var Diff = class {
  diff(oldStr, newStr, options = {}) {
    let callback;
    if (typeof options === "function") {
      callback = options;
      options = {};
    } else if ("callback" in options) {
      callback = options.callback;
    }
    const oldString = this.castInput(oldStr, options);
    const newString = this.castInput(newStr, options);
    const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
    const newTokens = this.removeEmpty(this.tokenize(newString, options));
    return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
  }
  diffWithOptionsObj(oldTokens, newTokens, options, callback) {
    var _a;
    const done = (value) => {
      value = this.postProcess(value, options);
      if (callback) {
        setTimeout(function() {
          callback(value);
        }, 0);
        return void 0;
      } else {
        return value;
      }
    };
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let editLength = 1;
    let maxEditLength = newLen + oldLen;
    if (options.maxEditLength != null) {
      maxEditLength = Math.min(maxEditLength, options.maxEditLength);
    }
    const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
    const abortAfterTimestamp = Date.now() + maxExecutionTime;
    const bestPath = [{ oldPos: -1, lastComponent: void 0 }];
    let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
    if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
      return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
    }
    let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
    const execEditLength = () => {
      for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
        let basePath;
        const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
        if (removePath) {
          bestPath[diagonalPath - 1] = void 0;
        }
        let canAdd = false;
        if (addPath) {
          const addPathNewPos = addPath.oldPos - diagonalPath;
          canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
        }
        const canRemove = removePath && removePath.oldPos + 1 < oldLen;
        if (!canAdd && !canRemove) {
          bestPath[diagonalPath] = void 0;
          continue;
        }
        if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) {
          basePath = this.addToPath(addPath, true, false, 0, options);
        } else {
          basePath = this.addToPath(removePath, false, true, 1, options);
        }
        newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
        if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
          return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
        } else {
          bestPath[diagonalPath] = basePath;
          if (basePath.oldPos + 1 >= oldLen) {
            maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
          }
          if (newPos + 1 >= newLen) {
            minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
          }
        }
      }
      editLength++;
    };
    if (callback) {
      (function exec() {
        setTimeout(function() {
          if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
            return callback(void 0);
          }
          if (!execEditLength()) {
            exec();
          }
        }, 0);
      })();
    } else {
      while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
        const ret = execEditLength();
        if (ret) {
          return ret;
        }
      }
    }
  }
  addToPath(path, added, removed, oldPosInc, options) {
    const last = path.lastComponent;
    if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: last.count + 1, added, removed, previousComponent: last.previousComponent }
      };
    } else {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: 1, added, removed, previousComponent: last }
      };
    }
  }
  extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
    while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
      newPos++;
      oldPos++;
      commonCount++;
      if (options.oneChangePerToken) {
        basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
      }
    }
    if (commonCount && !options.oneChangePerToken) {
      basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
    }
    basePath.oldPos = oldPos;
    return newPos;
  }
  equals(left, right, options) {
    if (options.comparator) {
      return options.comparator(left, right);
    } else {
      return left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();
    }
  }
  removeEmpty(array) {
    const ret = [];
    for (let i = 0; i < array.length; i++) {
      if (array[i]) {
        ret.push(array[i]);
      }
    }
    return ret;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  castInput(value, options) {
    return value;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  tokenize(value, options) {
    return Array.from(value);
  }
  join(chars) {
    return chars.join("");
  }
  postProcess(changeObjects, options) {
    return changeObjects;
  }
  get useLongestToken() {
    return false;
  }
  buildValues(lastComponent, newTokens, oldTokens) {
    const components = [];
    let nextComponent;
    while (lastComponent) {
      components.push(lastComponent);
      nextComponent = lastComponent.previousComponent;
      delete lastComponent.previousComponent;
      lastComponent = nextComponent;
    }
    components.reverse();
    const componentLen = components.length;
    let componentPos = 0, newPos = 0, oldPos = 0;
    for (; componentPos < componentLen; componentPos++) {
      const component = components[componentPos];
      if (!component.removed) {
        if (!component.added && this.useLongestToken) {
          let value = newTokens.slice(newPos, newPos + component.count);
          value = value.map(function(value2, i) {
            const oldValue = oldTokens[oldPos + i];
            return oldValue.length > value2.length ? oldValue : value2;
          });
          component.value = this.join(value);
        } else {
          component.value = this.join(newTokens.slice(newPos, newPos + component.count));
        }
        newPos += component.count;
        if (!component.added) {
          oldPos += component.count;
        }
      } else {
        component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
        oldPos += component.count;
      }
    }
    return components;
  }
};

// node_modules/diff/libesm/diff/line.js
var LineDiff = class extends Diff {
  constructor() {
    super(...arguments);
    this.tokenize = tokenize;
  }
  equals(left, right, options) {
    if (options.ignoreWhitespace) {
      if (!options.newlineIsToken || !left.includes("\n")) {
        left = left.trim();
      }
      if (!options.newlineIsToken || !right.includes("\n")) {
        right = right.trim();
      }
    } else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
      if (left.endsWith("\n")) {
        left = left.slice(0, -1);
      }
      if (right.endsWith("\n")) {
        right = right.slice(0, -1);
      }
    }
    return super.equals(left, right, options);
  }
};
var lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
  return lineDiff.diff(oldStr, newStr, options);
}
function tokenize(value, options) {
  if (options.stripTrailingCr) {
    value = value.replace(/\r\n/g, "\n");
  }
  const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
  if (!linesAndNewlines[linesAndNewlines.length - 1]) {
    linesAndNewlines.pop();
  }
  for (let i = 0; i < linesAndNewlines.length; i++) {
    const line2 = linesAndNewlines[i];
    if (i % 2 && !options.newlineIsToken) {
      retLines[retLines.length - 1] += line2;
    } else {
      retLines.push(line2);
    }
  }
  return retLines;
}

// node_modules/diff/libesm/patch/create.js
function needsQuoting(s) {
  for (let i = 0; i < s.length; i++) {
    if (s[i] < " " || s[i] > "~" || s[i] === '"' || s[i] === "\\") {
      return true;
    }
  }
  return false;
}
function quoteFileNameIfNeeded(s) {
  if (!needsQuoting(s)) {
    return s;
  }
  let result = '"';
  const bytes = new TextEncoder().encode(s);
  let i = 0;
  while (i < bytes.length) {
    const b = bytes[i];
    if (b === 7) {
      result += "\\a";
    } else if (b === 8) {
      result += "\\b";
    } else if (b === 9) {
      result += "\\t";
    } else if (b === 10) {
      result += "\\n";
    } else if (b === 11) {
      result += "\\v";
    } else if (b === 12) {
      result += "\\f";
    } else if (b === 13) {
      result += "\\r";
    } else if (b === 34) {
      result += '\\"';
    } else if (b === 92) {
      result += "\\\\";
    } else if (b >= 32 && b <= 126) {
      result += String.fromCharCode(b);
    } else {
      result += "\\" + b.toString(8).padStart(3, "0");
    }
    i++;
  }
  result += '"';
  return result;
}
var INCLUDE_HEADERS = {
  includeIndex: true,
  includeUnderline: true,
  includeFileHeaders: true
};
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
  let optionsObj;
  if (!options) {
    optionsObj = {};
  } else if (typeof options === "function") {
    optionsObj = { callback: options };
  } else {
    optionsObj = options;
  }
  if (typeof optionsObj.context === "undefined") {
    optionsObj.context = 4;
  }
  const context2 = optionsObj.context;
  if (optionsObj.newlineIsToken) {
    throw new Error("newlineIsToken may not be used with patch-generation functions, only with diffing functions");
  }
  if (!optionsObj.callback) {
    return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
  } else {
    const { callback } = optionsObj;
    diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
      const patch = diffLinesResultToPatch(diff);
      callback(patch);
    } }));
  }
  function diffLinesResultToPatch(diff) {
    if (!diff) {
      return;
    }
    diff.push({ value: "", lines: [] });
    function contextLines(lines) {
      return lines.map(function(entry) {
        return " " + entry;
      });
    }
    const hunks = [];
    let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
    for (let i = 0; i < diff.length; i++) {
      const current = diff[i], lines = current.lines || splitLines(current.value);
      current.lines = lines;
      if (current.added || current.removed) {
        if (!oldRangeStart) {
          const prev = diff[i - 1];
          oldRangeStart = oldLine;
          newRangeStart = newLine;
          if (prev) {
            curRange = context2 > 0 ? contextLines(prev.lines.slice(-context2)) : [];
            oldRangeStart -= curRange.length;
            newRangeStart -= curRange.length;
          }
        }
        for (const line2 of lines) {
          curRange.push((current.added ? "+" : "-") + line2);
        }
        if (current.added) {
          newLine += lines.length;
        } else {
          oldLine += lines.length;
        }
      } else {
        if (oldRangeStart) {
          if (lines.length <= context2 * 2 && i < diff.length - 2) {
            for (const line2 of contextLines(lines)) {
              curRange.push(line2);
            }
          } else {
            const contextSize = Math.min(lines.length, context2);
            for (const line2 of contextLines(lines.slice(0, contextSize))) {
              curRange.push(line2);
            }
            const hunk = {
              oldStart: oldRangeStart,
              oldLines: oldLine - oldRangeStart + contextSize,
              newStart: newRangeStart,
              newLines: newLine - newRangeStart + contextSize,
              lines: curRange
            };
            hunks.push(hunk);
            oldRangeStart = 0;
            newRangeStart = 0;
            curRange = [];
          }
        }
        oldLine += lines.length;
        newLine += lines.length;
      }
    }
    for (const hunk of hunks) {
      for (let i = 0; i < hunk.lines.length; i++) {
        if (hunk.lines[i].endsWith("\n")) {
          hunk.lines[i] = hunk.lines[i].slice(0, -1);
        } else {
          hunk.lines.splice(i + 1, 0, "\\ No newline at end of file");
          i++;
        }
      }
    }
    return {
      oldFileName,
      newFileName,
      oldHeader,
      newHeader,
      hunks
    };
  }
}
function formatPatch(patch, headerOptions) {
  var _a, _b, _c, _d, _e, _f;
  if (!headerOptions) {
    headerOptions = INCLUDE_HEADERS;
  }
  if (Array.isArray(patch)) {
    if (patch.length > 1 && !headerOptions.includeFileHeaders && !patch.every((p) => p.isGit)) {
      throw new Error("Cannot omit file headers on a multi-file patch. (The result would be unparseable; how would a tool trying to apply the patch know which changes are to which file?)");
    }
    return patch.map((p) => formatPatch(p, headerOptions)).join("\n");
  }
  const ret = [];
  if (patch.isGit) {
    headerOptions = INCLUDE_HEADERS;
    if (!patch.oldFileName) {
      throw new Error("oldFileName must be specified for Git patches");
    }
    if (!patch.newFileName) {
      throw new Error("newFileName must be specified for Git patches");
    }
    let gitOldName = patch.oldFileName;
    let gitNewName = patch.newFileName;
    if (patch.isCreate && gitOldName === "/dev/null") {
      gitOldName = gitNewName.replace(/^b\//, "a/");
    } else if (patch.isDelete && gitNewName === "/dev/null") {
      gitNewName = gitOldName.replace(/^a\//, "b/");
    }
    ret.push("diff --git " + quoteFileNameIfNeeded(gitOldName) + " " + quoteFileNameIfNeeded(gitNewName));
    if (patch.isDelete) {
      ret.push("deleted file mode " + ((_a = patch.oldMode) !== null && _a !== void 0 ? _a : "100644"));
    }
    if (patch.isCreate) {
      ret.push("new file mode " + ((_b = patch.newMode) !== null && _b !== void 0 ? _b : "100644"));
    }
    if (patch.oldMode && patch.newMode && !patch.isDelete && !patch.isCreate) {
      ret.push("old mode " + patch.oldMode);
      ret.push("new mode " + patch.newMode);
    }
    if (patch.isRename) {
      ret.push("rename from " + quoteFileNameIfNeeded(((_c = patch.oldFileName) !== null && _c !== void 0 ? _c : "").replace(/^a\//, "")));
      ret.push("rename to " + quoteFileNameIfNeeded(((_d = patch.newFileName) !== null && _d !== void 0 ? _d : "").replace(/^b\//, "")));
    }
    if (patch.isCopy) {
      ret.push("copy from " + quoteFileNameIfNeeded(((_e = patch.oldFileName) !== null && _e !== void 0 ? _e : "").replace(/^a\//, "")));
      ret.push("copy to " + quoteFileNameIfNeeded(((_f = patch.newFileName) !== null && _f !== void 0 ? _f : "").replace(/^b\//, "")));
    }
  } else {
    if (headerOptions.includeIndex && patch.oldFileName == patch.newFileName && patch.oldFileName !== void 0) {
      ret.push("Index: " + patch.oldFileName);
    }
    if (headerOptions.includeUnderline) {
      ret.push("===================================================================");
    }
  }
  const hasHunks = patch.hunks.length > 0;
  if (headerOptions.includeFileHeaders && patch.oldFileName !== void 0 && patch.newFileName !== void 0 && (!patch.isGit || hasHunks)) {
    ret.push("--- " + quoteFileNameIfNeeded(patch.oldFileName) + (patch.oldHeader ? "	" + patch.oldHeader : ""));
    ret.push("+++ " + quoteFileNameIfNeeded(patch.newFileName) + (patch.newHeader ? "	" + patch.newHeader : ""));
  }
  for (let i = 0; i < patch.hunks.length; i++) {
    const hunk = patch.hunks[i];
    const oldStart = hunk.oldLines === 0 ? hunk.oldStart - 1 : hunk.oldStart;
    const newStart = hunk.newLines === 0 ? hunk.newStart - 1 : hunk.newStart;
    ret.push("@@ -" + oldStart + "," + hunk.oldLines + " +" + newStart + "," + hunk.newLines + " @@");
    for (const line2 of hunk.lines) {
      ret.push(line2);
    }
  }
  return ret.join("\n") + "\n";
}
function createTwoFilesPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
  if (typeof options === "function") {
    options = { callback: options };
  }
  if (!(options === null || options === void 0 ? void 0 : options.callback)) {
    const patchObj = structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options);
    if (!patchObj) {
      return;
    }
    return formatPatch(patchObj, options === null || options === void 0 ? void 0 : options.headerOptions);
  } else {
    const { callback } = options;
    structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, Object.assign(Object.assign({}, options), { callback: (patchObj) => {
      if (!patchObj) {
        callback(void 0);
      } else {
        callback(formatPatch(patchObj, options.headerOptions));
      }
    } }));
  }
}
function splitLines(text) {
  const hasTrailingNl = text.endsWith("\n");
  const result = text.split("\n").map((line2) => line2 + "\n");
  if (hasTrailingNl) {
    result.pop();
  } else {
    result.push(result.pop().slice(0, -1));
  }
  return result;
}

// src/core/report/field-diff.ts
var import_yaml = __toESM(require_dist(), 1);
var CONTEXT = 3;
var MAX_COMPARED_LINES = 4e3;
var MAX_EDITS = 1e3;
function fieldDiff(changes, limits) {
  const lines = [];
  for (const change of changes.filter((one) => one.action !== "no-op")) {
    lines.push({ mark: headlineMark(change), text: headline(change) });
    for (const field of change.fields) {
      if (lines.length <= limits.maxLines) lines.push(...fieldLines(field));
      else lines.push({ mark: " ", text: field.path });
    }
  }
  return shortened(lines, limits);
}
function headlineMark({ action, fields }) {
  if (fields.length > 0) return "@";
  if (action === "create") return "+";
  return action === "delete" ? "-" : "@";
}
function headline(change) {
  const parts = [change.address, change.action, change.reason];
  if (change.confidence === "predicted") parts.push("predicted: only Heat can tell");
  return parts.filter((part) => part !== "").join(" · ");
}
function shortened(lines, limits) {
  const shown2 = lines.slice(0, limits.maxLines).map((one) => ({ ...one, text: clip(one.text, limits.maxColumns) }));
  const hidden = lines.length - shown2.length;
  return hidden > 0 ? [...shown2, { mark: " ", text: `… ${count("more line", hidden)}` }] : shown2;
}
var drawn = /* @__PURE__ */ new WeakMap();
function fieldLines(field) {
  const lines = drawn.get(field) ?? drawField(field);
  drawn.set(field, lines);
  return lines;
}
function drawField(field) {
  const before = written2(field.before);
  const after = written2(field.after);
  if (before.length <= 1 && after.length <= 1) {
    return [...assignments("-", field.path, before), ...assignments("+", field.path, after)];
  }
  const body = compared(before, after).map((one) => ({ ...one, text: `    ${one.text}` }));
  return [{ mark: " ", text: `  ${field.path}:` }, ...body];
}
function assignments(mark, path, value) {
  return value.map((text) => ({ mark, text: `  ${path}: ${text}` }));
}
function written2(value) {
  if (value === null) return [];
  if (typeof value === "string" && value.includes("\n")) return value.replace(/\n$/, "").split("\n");
  const text = (0, import_yaml.stringify)(value, { lineWidth: 0, sortMapEntries: true, aliasDuplicateObjects: false });
  return text.replace(/\n$/, "").split("\n");
}
function compared(before, after) {
  if (before.length + after.length > MAX_COMPARED_LINES) return counted(before, after);
  const parts = diffLines(`${before.join("\n")}
`, `${after.join("\n")}
`, { maxEditLength: MAX_EDITS });
  if (before.length === 0 || after.length === 0 || parts === void 0) {
    return [...marked("-", before), ...marked("+", after)];
  }
  return parts.flatMap((part, index) => {
    const lines = part.value.replace(/\n$/, "").split("\n");
    if (part.added) return marked("+", lines);
    if (part.removed) return marked("-", lines);
    return context(lines, index === 0, index === parts.length - 1);
  });
}
function counted(before, after) {
  return [
    ...before.length > 0 ? marked("-", [`(${count("line", before.length)})`]) : [],
    ...after.length > 0 ? marked("+", [`(${count("line", after.length)})`]) : []
  ];
}
function context(lines, first, last) {
  const head = first ? [] : lines.slice(0, CONTEXT);
  const tail = last ? [] : lines.slice(Math.max(head.length, lines.length - CONTEXT));
  const hidden = lines.length - head.length - tail.length;
  return [...marked(" ", head), ...hidden > 0 ? marked(" ", ["…"]) : [], ...marked(" ", tail)];
}
function marked(mark, lines) {
  return lines.map((text) => ({ mark, text }));
}

// src/core/report/outcome-fold.ts
function outcomeFold(group, detail) {
  const blocks2 = [...stepBlocks(group), ...diffBlocks(group, detail), ...findingBlocks2(group)];
  return blocks2.length === 0 ? null : { kind: "fold", summary: headline2(group), blocks: blocks2 };
}
function headline2(group) {
  const { file, line: row2 } = group.plan.source;
  return join([[strong(group.name)], [`${file}:${row2}`], [group.status.replaceAll("-", " ")]], " · ");
}
function stepBlocks(group) {
  if (group.plan.steps.length === 0) return [];
  const items = group.plan.steps.map((step, index) => stepLine(step, group.steps[index]));
  return [{ kind: "list", items, numbered: true }];
}
function stepLine(planned, taken) {
  if (taken === void 0) return line`${code(planned.kind)} not started`;
  const message = taken.message === "" ? [] : line`: ${quoted(taken.message)}`;
  return line`${code(planned.kind)} ${taken.status === "done" ? "✓ done" : "✗ failed"}${message}`;
}
function diffBlocks(group, detail) {
  const changes = group.plan.changes.filter((change) => change.action !== "no-op");
  if (changes.length === 0 || detail.diffLines === 0) return [];
  const limits = { maxLines: detail.diffLines, maxColumns: detail.columns };
  return [{ kind: "diff", lines: fieldDiff(changes, limits) }];
}
function findingBlocks2(group) {
  const findings = group.plan.byClock ? [...group.plan.findings, ...group.findings] : group.findings;
  if (findings.length === 0) return [];
  const items = findings.map(findingLine);
  return [{ kind: "list", items, numbered: false }];
}

// src/core/report/server-words.ts
var PLANNED = {
  keep: "keep",
  update: "change",
  create: "create",
  replace: "replace",
  delete: "delete"
};
var DONE = {
  keep: "kept",
  update: "changed",
  create: "created",
  replace: "replaced",
  delete: "deleted"
};
function serverWords(servers, verbs = PLANNED) {
  const { keep, update, create, replace } = servers;
  const parts = [
    ...keep > update ? [line`${verbs.keep} ${grouped(keep - update)}`] : [],
    ...update > 0 ? [line`${verbs.update} ${grouped(update)} in place`] : [],
    ...create > 0 ? [line`${verbs.create} ${grouped(create)}`] : [],
    ...replace > 0 ? [[strong(`${verbs.replace} ${grouped(replace)}`)]] : [],
    ...servers.delete > 0 ? [[strong(`${verbs.delete} ${grouped(servers.delete)}`)]] : []
  ];
  return join(parts, ", ");
}
function sumServers(all) {
  const total = (key) => all.reduce((sofar, one) => sofar + one[key], 0);
  return {
    keep: total("keep"),
    update: total("update"),
    create: total("create"),
    replace: total("replace"),
    delete: total("delete")
  };
}
function serverTally(all) {
  const servers = sumServers(all);
  const parts = [
    [servers.delete, "deleted"],
    [servers.replace, "replaced"],
    [servers.update, "changed in place"],
    [servers.create, "created"]
  ];
  const said = parts.filter(([number]) => number > 0);
  if (said.length === 0) return [];
  const words = said.map(([number, word], index) => {
    return [`${index === 0 ? count("server", number) : grouped(number)} ${word}`];
  });
  return [join(words, ", ")];
}

// src/core/report/size-effect.ts
function growthClause({ current, after }) {
  if (after === null || after <= current) return [];
  return [line`grows from ${grouped(current)} to ${strong(count("server", after))} at once`];
}
function boundsClause({ min, max, before }) {
  const { min: oldMin = null, max: oldMax = null } = before ?? {};
  const lower = min !== null && oldMin !== null && min !== oldMin ? { from: oldMin, to: min } : null;
  const upper = max !== null && oldMax !== null && max !== oldMax ? { from: oldMax, to: max } : null;
  if (lower && upper) {
    const range = strong(`${grouped(lower.to)} to ${count("server", upper.to)}`);
    return [line`may have ${range} (was ${grouped(lower.from)} to ${grouped(upper.from)})`];
  }
  return [
    ...upper ? [bound(upper, "may grow to", "may no longer grow beyond")] : [],
    ...lower ? [bound(lower, "never has fewer than", "may shrink to")] : []
  ];
}
function boundsHeadline({ min, max, before }) {
  if (before === null) return [];
  return [
    ...before.min === min ? [] : [`min ${shown(before.min)} → ${shown(min)}`],
    ...before.max === max ? [] : [`max ${shown(before.max)} → ${shown(max)}`]
  ];
}
function shrinksBelowLive({ after, current }) {
  return after !== null && after < current;
}
function bound({ from, to }, more, less) {
  return line`${to > from ? more : less} ${strong(count("server", to))} (was ${grouped(from)})`;
}
function shown(value) {
  return value === null ? "?" : grouped(value);
}

// src/core/report/outcome-blocks.ts
var STATUS_WORDS = {
  done: "✅ done",
  "nothing-to-do": "nothing to do",
  left: "left as it is",
  refused: "⛔ refused",
  failed: "❌ failed",
  "not-started": "⏸️ not started"
};
var STATUS_PREDICATE = {
  done: "is done",
  "nothing-to-do": "had nothing to do",
  left: "is left as it is",
  refused: "was refused",
  failed: "failed",
  "not-started": "was not started"
};
var TROUBLE = ["failed", "refused", "not-started"];
function isTroubled({ status }) {
  return TROUBLE.includes(status);
}
function troubleBlocks(outcome, detail) {
  const troubled = TROUBLE.flatMap((status) => outcome.groups.filter((group) => group.status === status));
  if (troubled.length === 0) return [];
  return [{ kind: "alert", tone: "caution", lines: reasons(troubled, detail) }];
}
function leftBlocks({ groups }, detail) {
  const left = groups.filter(({ status }) => status === "left");
  return left.length === 0 ? [] : [{ kind: "list", items: reasons(left, detail), numbered: false }];
}
function doneBlocks({ groups }, most) {
  const done = groups.filter(({ status }) => status === "done");
  if (done.length === 0) return [];
  const shown2 = done.slice(0, most).map(doneLine);
  const rest = done.length - shown2.length;
  const items = rest > 0 ? [...shown2, line`and ${count("more group", rest)}`] : shown2;
  return [{ kind: "list", items, numbered: false }];
}
function outcomeTable(outcome, context2, detail) {
  if (outcome.groups.length === 0) return [];
  const told = outcome.groups.filter((group) => group.status !== "nothing-to-do");
  const idle = outcome.groups.length - told.length;
  const shown2 = told.slice(0, detail.rows);
  const rest = told.length - shown2.length;
  const table = {
    kind: "table",
    head: [line`group`, line`result`, line`servers`, line`steps`],
    rows: [
      ...shown2.map((group) => row(group, context2)),
      ...rest > 0 ? [[[`${grouped(rest)} more`], line`see the summary`, [], []]] : [],
      ...idle > 0 ? [[[others(idle, told.length)], line`nothing to do`, [], []]] : []
    ]
  };
  return [table];
}
function* outcomeFolds(outcome, detail) {
  const all = outcome.groups.filter((group) => group.status !== "nothing-to-do" || group.findings.length > 0);
  for (const group of all.slice(0, detail.folds)) {
    const fold = outcomeFold(group, detail);
    if (fold !== null) yield fold;
  }
}
function reasons(groups, detail) {
  const shown2 = groups.slice(0, detail.sentences).map(reason);
  const rest = groups.length - shown2.length;
  return rest > 0 ? [...shown2, line`and ${count("more group", rest)}: see the summary`] : shown2;
}
function reason(group) {
  const why = group.message === "" ? [] : line`: ${quoted(group.message)}`;
  return line`${strong(`${group.name} ${STATUS_PREDICATE[group.status]}`)}${why}`;
}
function doneLine({ name, plan }) {
  const bounds = boundsHeadline(plan.size).map((one) => [one]);
  const parts = [...bounds, serverWords(plan.servers, DONE)].filter((one) => one.length > 0);
  return parts.length === 0 ? [strong(name)] : line`${strong(name)}: ${join(parts, " · ")}`;
}
function row(group, context2) {
  return [
    stackLink(group.name, group.stackId, context2),
    [STATUS_WORDS[group.status]],
    group.status === "done" ? serverWords(group.plan.servers, DONE) : [],
    stepWords(group)
  ];
}
function others(idle, shown2) {
  return shown2 > 0 ? `${grouped(idle)} more` : count("group", idle);
}
function stepWords(group) {
  const done = group.steps.filter((step) => step.status === "done").length;
  return group.plan.steps.length === 0 ? [] : line`${grouped(done)} of ${grouped(group.plan.steps.length)}`;
}

// src/core/report/next.ts
function planNext(ending, context2, detail) {
  const words = isJob(context2) ? onPullRequest(ending) : inTerminal(ending);
  const lines = [...words === null ? [] : [words], ...shortened2(detail, context2)];
  return lines.length === 0 ? [] : [{ kind: "paragraph", lines }];
}
function applyNext(outcome, context2, detail) {
  const lines = [...goOn(outcome), ...shortened2(detail, context2)];
  return lines.length === 0 ? [] : [{ kind: "paragraph", lines }];
}
function goOn({ groups, problems }) {
  if (problems.length > 0) return [line`${strong("Next:")} repair these lines, and merge again.`];
  const troubled = groups.filter(isTroubled);
  if (troubled.length === 0) return [];
  if (troubled.every(({ status }) => status === "refused")) {
    if (troubled.every(isOnlyFrozen))
      return [
        line`${strong("Next:")} run the same commit again when the freeze window has ended: what was approved stays approved.`
      ];
    return [
      line`${strong("Next:")} the refusals say what they need; a pull request that touches the spec brings a new plan to approve.`
    ];
  }
  return [
    line`${strong("Next:")} run the same commit again: it goes on where it stopped, and makes nothing twice.`
  ];
}
function isOnlyFrozen({ plan }) {
  const refusals = plan.findings.filter(({ severity }) => severity === "error");
  return refusals.length > 0 && refusals.every(({ rule }) => rule === FREEZE_RULE);
}
var AFTER_FAILURE = {
  validate: "run it again.",
  plan: "mend what is said above, and run the job again. No earlier plan of this pull request holds any more.",
  apply: "run the same commit again: what is done stays done, and what is not goes on.",
  drift: "nothing is known until the next run: not clean, and not drifted.",
  health: "nothing is known until the next run: not healthy, and not unhealthy."
};
function failureNext(kind) {
  return { kind: "paragraph", lines: [line`${strong("Next:")} ${AFTER_FAILURE[kind]}`] };
}
function shortened2(detail, context2) {
  if (detail.level === 0) return [];
  const { summary = null, run = null } = context2.links ?? {};
  const href = summary ?? run;
  const page = href === null ? [`the job's summary`] : [link(`the job's summary`, href)];
  return [
    line`${strong("Shortened to fit.")} More is in ${page}; all of it is in the file that the output ${code("document")} names.`
  ];
}
function isJob({ commit = null }) {
  return commit !== null;
}
function onPullRequest({ tone }) {
  switch (tone) {
    case "changes":
      return line`${strong("Next:")} merge to do this. Apply plans again first and keeps what alarms did meanwhile; with ${code("approval: required")} it refuses anything that is not shown here. Push again, and this comment follows.`;
    case "refused":
      return line`${strong("Next:")} change what is refused, and push: this comment follows. Merged as it is, apply leaves the refused groups alone and does the rest.`;
    case "failed":
      return line`${strong("Next:")} repair these lines, and push: this comment follows. Until then there is no plan, and apply does nothing.`;
    case "clean":
      return null;
  }
}
function inTerminal({ tone, fingerprint }) {
  if (tone !== "changes" || fingerprint === null) return null;
  return line`${code("apply")} does this; ${code(`apply --approved ${fingerprint}`)} refuses anything else.`;
}

export {
  assemble,
  emptyJson,
  SEVERITY_MARKS,
  findingLine,
  problemBlocks,
  findingBlocks,
  refusalBlocks,
  quoted,
  footer,
  recordedFindings,
  freezeFindings,
  stateWords,
  untilWords,
  horizonPage,
  stackLink,
  stackSubject,
  createTwoFilesPatch,
  fieldDiff,
  outcomeFold,
  serverWords,
  sumServers,
  serverTally,
  growthClause,
  boundsClause,
  boundsHeadline,
  shrinksBelowLive,
  troubleBlocks,
  leftBlocks,
  doneBlocks,
  outcomeTable,
  outcomeFolds,
  planNext,
  applyNext,
  goOn,
  failureNext,
  shortened2 as shortened
};
