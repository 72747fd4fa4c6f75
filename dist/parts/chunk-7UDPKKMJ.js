import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  REPEATABLE
} from "./chunk-L3X47AUB.js";
import {
  unlessOnlyRunDiffers
} from "./chunk-WE22B7YR.js";
import {
  globMatcher
} from "./chunk-2FN7F5LV.js";
import {
  ForgeError,
  errorLine,
  isForgeError
} from "./chunk-MXUBWZWX.js";
import {
  MAX_FILE_BYTES
} from "./chunk-MM7YW66Y.js";

// node_modules/@actions/core/lib/command.js
import * as os from "os";

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + os.EOL);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command, properties, message) {
    if (!command) {
      command = "missing.command";
    }
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
import * as crypto from "crypto";
import * as fs from "fs";
import * as os2 from "os";
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!fs.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  fs.appendFileSync(filePath, `${toCommandValue(message)}${os2.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
  }
  if (convertedValue.includes(delimiter)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
  }
  return `${key}<<${delimiter}${os2.EOL}${convertedValue}${os2.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/core.js
import * as os3 from "os";

// node_modules/@actions/core/lib/summary.js
import { EOL as EOL3 } from "os";
import { constants, promises } from "fs";
var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve) {
      resolve(value);
    });
  }
  return new (P || (P = Promise))(function(resolve, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var { access, appendFile, writeFile } = promises;
var SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
  constructor() {
    this._buffer = "";
  }
  /**
   * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
   * Also checks r/w permissions.
   *
   * @returns step summary file path
   */
  filePath() {
    return __awaiter(this, void 0, void 0, function* () {
      if (this._filePath) {
        return this._filePath;
      }
      const pathFromEnv = process.env[SUMMARY_ENV_VAR];
      if (!pathFromEnv) {
        throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
      }
      try {
        yield access(pathFromEnv, constants.R_OK | constants.W_OK);
      } catch (_a) {
        throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
      }
      this._filePath = pathFromEnv;
      return this._filePath;
    });
  }
  /**
   * Wraps content in an HTML tag, adding any HTML attributes
   *
   * @param {string} tag HTML tag to wrap
   * @param {string | null} content content within the tag
   * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
   *
   * @returns {string} content wrapped in HTML element
   */
  wrap(tag, content, attrs = {}) {
    const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
    if (!content) {
      return `<${tag}${htmlAttrs}>`;
    }
    return `<${tag}${htmlAttrs}>${content}</${tag}>`;
  }
  /**
   * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
   *
   * @param {SummaryWriteOptions} [options] (optional) options for write operation
   *
   * @returns {Promise<Summary>} summary instance
   */
  write(options) {
    return __awaiter(this, void 0, void 0, function* () {
      const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
      const filePath = yield this.filePath();
      const writeFunc = overwrite ? writeFile : appendFile;
      yield writeFunc(filePath, this._buffer, { encoding: "utf8" });
      return this.emptyBuffer();
    });
  }
  /**
   * Clears the summary buffer and wipes the summary file
   *
   * @returns {Summary} summary instance
   */
  clear() {
    return __awaiter(this, void 0, void 0, function* () {
      return this.emptyBuffer().write({ overwrite: true });
    });
  }
  /**
   * Returns the current summary buffer as a string
   *
   * @returns {string} string of summary buffer
   */
  stringify() {
    return this._buffer;
  }
  /**
   * If the summary buffer is empty
   *
   * @returns {boolen} true if the buffer is empty
   */
  isEmptyBuffer() {
    return this._buffer.length === 0;
  }
  /**
   * Resets the summary buffer without writing to summary file
   *
   * @returns {Summary} summary instance
   */
  emptyBuffer() {
    this._buffer = "";
    return this;
  }
  /**
   * Adds raw text to the summary buffer
   *
   * @param {string} text content to add
   * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
   *
   * @returns {Summary} summary instance
   */
  addRaw(text, addEOL = false) {
    this._buffer += text;
    return addEOL ? this.addEOL() : this;
  }
  /**
   * Adds the operating system-specific end-of-line marker to the buffer
   *
   * @returns {Summary} summary instance
   */
  addEOL() {
    return this.addRaw(EOL3);
  }
  /**
   * Adds an HTML codeblock to the summary buffer
   *
   * @param {string} code content to render within fenced code block
   * @param {string} lang (optional) language to syntax highlight code
   *
   * @returns {Summary} summary instance
   */
  addCodeBlock(code, lang) {
    const attrs = Object.assign({}, lang && { lang });
    const element = this.wrap("pre", this.wrap("code", code), attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML list to the summary buffer
   *
   * @param {string[]} items list of items to render
   * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
   *
   * @returns {Summary} summary instance
   */
  addList(items, ordered = false) {
    const tag = ordered ? "ol" : "ul";
    const listItems = items.map((item) => this.wrap("li", item)).join("");
    const element = this.wrap(tag, listItems);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML table to the summary buffer
   *
   * @param {SummaryTableCell[]} rows table rows
   *
   * @returns {Summary} summary instance
   */
  addTable(rows) {
    const tableBody = rows.map((row) => {
      const cells = row.map((cell) => {
        if (typeof cell === "string") {
          return this.wrap("td", cell);
        }
        const { header, data, colspan, rowspan } = cell;
        const tag = header ? "th" : "td";
        const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
        return this.wrap(tag, data, attrs);
      }).join("");
      return this.wrap("tr", cells);
    }).join("");
    const element = this.wrap("table", tableBody);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds a collapsable HTML details element to the summary buffer
   *
   * @param {string} label text for the closed state
   * @param {string} content collapsable content
   *
   * @returns {Summary} summary instance
   */
  addDetails(label, content) {
    const element = this.wrap("details", this.wrap("summary", label) + content);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML image tag to the summary buffer
   *
   * @param {string} src path to the image you to embed
   * @param {string} alt text description of the image
   * @param {SummaryImageOptions} options (optional) addition image attributes
   *
   * @returns {Summary} summary instance
   */
  addImage(src, alt, options) {
    const { width, height } = options || {};
    const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
    const element = this.wrap("img", null, Object.assign({ src, alt }, attrs));
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML section heading element
   *
   * @param {string} text heading text
   * @param {number | string} [level=1] (optional) the heading level, default: 1
   *
   * @returns {Summary} summary instance
   */
  addHeading(text, level) {
    const tag = `h${level}`;
    const allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag) ? tag : "h1";
    const element = this.wrap(allowedTag, text);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML thematic break (<hr>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addSeparator() {
    const element = this.wrap("hr", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML line break (<br>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addBreak() {
    const element = this.wrap("br", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML blockquote to the summary buffer
   *
   * @param {string} text quote text
   * @param {string} cite (optional) citation url
   *
   * @returns {Summary} summary instance
   */
  addQuote(text, cite) {
    const attrs = Object.assign({}, cite && { cite });
    const element = this.wrap("blockquote", text, attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML anchor tag to the summary buffer
   *
   * @param {string} text link text/content
   * @param {string} href hyperlink
   *
   * @returns {Summary} summary instance
   */
  addLink(text, href) {
    const element = this.wrap("a", text, { href });
    return this.addRaw(element).addEOL();
  }
};
var _summary = new Summary();
var summary = _summary;

// node_modules/@actions/core/lib/core.js
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}
function getInput(name, options) {
  const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
  if (options && options.required && !val) {
    throw new Error(`Input required and not supplied: ${name}`);
  }
  if (options && options.trimWhitespace === false) {
    return val;
  }
  return val.trim();
}
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(os3.EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
}
function setFailed(message) {
  process.exitCode = ExitCode.Failure;
  error(message);
}
function debug(message) {
  issueCommand("debug", {}, message);
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
  issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
  process.stdout.write(message + os3.EOL);
}

// src/adapters/github/log.ts
import { randomUUID as randomUUID2 } from "node:crypto";
function createJobLog() {
  return {
    info: (line) => info(harmless(line)),
    warn: (line) => warning(line),
    debug: (line) => debug(line)
  };
}
function printText(text) {
  const token = randomUUID2();
  process.stdout.write(`::stop-commands::${token}
${printable(text)}
::${token}::
`);
}
function harmless(line) {
  return printable(line).replaceAll(/[\r\n]+/g, " ").replaceAll("##[", "## [").replace(/^\s*::/, ". ::");
}
function printable(text) {
  return text.replaceAll(/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, "�");
}

// src/adapters/github/outputs.ts
import { writeFile as writeFile2 } from "node:fs/promises";
import { join } from "node:path";
async function setOutputs(report, temp) {
  const { facts, title, kind } = report;
  put("verdict", title);
  put("changes", String(facts.changes));
  put("refused", String(facts.refused));
  put("fingerprint", facts.fingerprint ?? "");
  put("summary", JSON.stringify(facts.counts));
  if (temp === null) return;
  await putFile("report", join(temp, `thermostat-${kind}.json`), report.json);
  await putFile("document", join(temp, `thermostat-${kind}.md`), report.document);
}
async function putFile(name, path, text) {
  await writeFile2(path, text);
  put(name, path);
}
function setExitCode(code) {
  put("exit-code", String(code));
}
function put(name, value) {
  setOutput(name, value);
}

// src/adapters/github/trigger.ts
function triggerFrom({ event, payload, sha, ref }) {
  const pull = event.startsWith("pull_request") ? pullRequest(payload) : null;
  if (pull !== null) return pull;
  const group = event === "merge_group" ? mergeGroup(field(payload, "merge_group")) : null;
  if (group !== null) return group;
  const branch = branchOf(ref);
  const comment3 = event === "issue_comment" ? commentIn(payload) : null;
  if (comment3 !== null) return { kind: "comment", ...comment3, sha, branch };
  if (event === "push" && sha !== null) return { kind: "push", sha, branch, before: beforeOf(payload) };
  return { kind: event === "schedule" ? "schedule" : "manual", sha, branch };
}
function commitOf(trigger) {
  return trigger.kind === "pull-request" ? trigger.headSha : trigger.sha;
}
function defaultBranchIn(payload) {
  const name = field(field(payload, "repository"), "default_branch");
  return typeof name === "string" ? name : null;
}
function pullRequest(payload) {
  const pull = field(payload, "pull_request");
  const number = field(pull, "number");
  const headSha = field(field(pull, "head"), "sha");
  const baseSha = field(field(pull, "base"), "sha");
  if (typeof number !== "number" || !isSha(headSha) || !isSha(baseSha)) return null;
  const state = stateOf(field(payload, "action"), pull);
  return { kind: "pull-request", number, headSha, baseSha, state, fork: isFork(pull) };
}
function commentIn(payload) {
  const [issue2, comment3] = [field(payload, "issue"), field(payload, "comment")];
  const number = field(issue2, "number");
  const commentId = field(comment3, "id");
  const author = field(field(comment3, "user"), "login");
  const body = field(comment3, "body");
  if (field(payload, "action") !== "created") return null;
  if (typeof number !== "number" || typeof commentId !== "number") return null;
  if (typeof author !== "string" || typeof body !== "string") return null;
  const onPull = typeof field(issue2, "pull_request") === "object" && field(issue2, "pull_request") !== null;
  return { number, onPull, commentId, author, body };
}
function mergeGroup(group) {
  const sha = field(group, "head_sha");
  const baseSha = field(group, "base_sha");
  return isSha(sha) && isSha(baseSha) ? { kind: "merge-group", sha, baseSha, branch: null } : null;
}
function stateOf(action, pull) {
  if (action !== "closed" && field(pull, "state") !== "closed") return "open";
  return field(pull, "merged") === true ? "merged" : "closed";
}
function isFork(pull) {
  const head = field(field(field(pull, "head"), "repo"), "full_name");
  const base = field(field(field(pull, "base"), "repo"), "full_name");
  return head !== base;
}
function branchOf(ref) {
  return ref.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : null;
}
function beforeOf(payload) {
  const before = field(payload, "before");
  return isSha(before) && !/^0+$/.test(before) && field(payload, "forced") !== true ? before : null;
}
function isSha(value) {
  return typeof value === "string" && /^[0-9a-f]{40,64}$/.test(value);
}
function field(value, name) {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : void 0;
}

// src/adapters/github/commit-tree.ts
import { posix } from "node:path";
var KINDS = {
  "100644": "file",
  "100755": "file",
  "120000": "link"
};
function commitTree(github, repository, options) {
  let left = options.most ?? MOST_FILES;
  let tree = null;
  const known = /* @__PURE__ */ new Map();
  const entries = () => {
    tree ??= readTree(github, repository, options.sha);
    return tree;
  };
  return {
    async list(globs) {
      const fits = options.matches(globs);
      const inFolder = [...(await entries()).entries()].flatMap(([path, { kind }]) => {
        const inside = below(options.folder, path);
        return kind !== "other" && inside !== null ? [inside] : [];
      });
      return inFolder.filter(fits).sort();
    },
    covers: (globs, path) => options.matches(globs)(path),
    async read(paths) {
      const all = await entries();
      left -= paths.filter((path) => !known.has(path)).length;
      if (left < 0) throw tooMany(options);
      const files2 = [];
      for (const path of paths) {
        const file = known.get(path) ?? await readFile(github, repository, all, options.folder, path);
        known.set(path, file);
        files2.push(file);
      }
      return files2;
    }
  };
}
var MOST_FILES = 500;
function tooMany({ sha, most = MOST_FILES }) {
  return new ForgeError(
    "invalid",
    `reading the files of ${sha.slice(0, 7)}: they are more than ${most}, too many to ask GitHub for one by one; use a job with a checkout`
  );
}
async function readTree(github, repository, sha) {
  const { data } = await github.rest.git.getTree({ ...repository, tree_sha: sha, recursive: "true" });
  if (data.truncated) {
    throw new ForgeError(
      "invalid",
      `reading the files of ${sha.slice(0, 7)}: the repository has more files than GitHub lists at once; keep the specs in a repository of their own`
    );
  }
  return new Map(
    data.tree.flatMap(
      ({ path, sha: blob, mode, size }) => path === void 0 || blob === void 0 ? [] : [[path, { sha: blob, size: size ?? 0, kind: KINDS[mode ?? ""] ?? "other" }]]
    )
  );
}
var MOST_LINKS = 8;
async function readFile(github, repository, entries, folder, path) {
  let at = posix.join(folder, path);
  for (let links = 0; links < MOST_LINKS; links += 1) {
    if (below(folder, at) === null) return { path, state: "outside" };
    const entry = entries.get(at);
    if (entry === void 0) return { path, state: "absent" };
    if (entry.kind === "other") return { path, state: "not-a-file" };
    if (entry.size > MAX_FILE_BYTES) return { path, state: "too-large", size: entry.size };
    const bytes = await readBlob(github, repository, entry.sha);
    if (entry.kind === "file") return { path, state: "read", bytes };
    const target = new TextDecoder().decode(bytes);
    at = posix.isAbsolute(target) ? ".." : posix.join(posix.dirname(at), target);
  }
  return { path, state: "not-a-file" };
}
async function readBlob(github, repository, sha) {
  const { data } = await github.rest.git.getBlob({ ...repository, file_sha: sha });
  return new Uint8Array(Buffer.from(data.content, data.encoding === "base64" ? "base64" : "utf8"));
}
function below(folder, path) {
  const inside = posix.relative(folder === "" ? "." : folder, path);
  return inside === ".." || inside.startsWith("../") ? null : inside;
}

// src/adapters/github/deployments.ts
var OF_ONE_COMMIT = 10;
var OF_ONE_DEPLOYMENT = 10;
var OTHERS = 20;
var MAX_DESCRIPTION = 140;
var OURS = "Thermostat apply";
function createDeployments(github, repository, options) {
  let own = null;
  const ended = /* @__PURE__ */ new Map();
  const statusOf = async (id) => {
    const known = ended.get(id) ?? await latest(github, repository, id);
    if (known.state === "success" || known.state === "failure") ended.set(id, known);
    return known;
  };
  const isApply = workflowsAsked(github, repository, options);
  const state = (id, end, description) => github.rest.repos.createDeploymentStatus({
    ...repository,
    deployment_id: id,
    state: end,
    description: description.slice(0, MAX_DESCRIPTION),
    ...options.runUrl === null ? {} : { log_url: options.runUrl }
  });
  return {
    async begin() {
      own = await byThisJob(github, repository, options) ?? await create(github, repository, options);
      if (!own.byJob) await state(own.id, "in_progress", "Thermostat applies");
    },
    async others() {
      const environment = own?.environment ?? options.environment;
      const { data } = await github.rest.repos.listDeployments({
        ...repository,
        environment,
        per_page: OTHERS
      });
      const foreign = data.filter(({ id }) => id !== own?.id).sort((a, b) => b.id - a.id);
      const others = [];
      for (const { id, sha, description } of foreign) {
        const one = { id, sha, ...await statusOf(id) };
        if (one.run !== null && one.run === options.runUrl) continue;
        if (description === OURS || await isApply(one)) others.push(one);
      }
      return Promise.all(others.map((one) => withFate(github, repository, one)));
    },
    own: () => own?.id ?? null,
    async end({ state: ended2, description }) {
      if (own !== null && !own.byJob) await state(own.id, ended2, description);
    }
  };
}
async function byThisJob(github, repository, { sha, runUrl, ...options }) {
  if (runUrl === null) return null;
  const { data } = await github.rest.repos.listDeployments({ ...repository, sha, per_page: OF_ONE_COMMIT });
  for (const { id, environment, description } of data) {
    const byJob = description !== OURS;
    if (!byJob && environment !== options.environment) continue;
    const { run, state } = await latest(github, repository, id);
    if (state === "in-progress" && run === runUrl) return { id, environment, byJob };
  }
  return null;
}
async function create(github, repository, { sha, environment }) {
  const { data } = await github.rest.repos.createDeployment({
    ...repository,
    ref: sha,
    task: "deploy",
    auto_merge: false,
    // What must be green was asked for before the merge.
    required_contexts: [],
    environment,
    description: OURS
  });
  if (!("id" in data)) throw new Error(`a deployment of ${sha} was not made: ${data.message ?? ""}`);
  return { id: data.id, environment, byJob: false };
}
var STATES = {
  in_progress: "in-progress",
  success: "success",
  failure: "failure",
  error: "failure"
};
async function latest(github, repository, id) {
  const { data } = await github.rest.repos.listDeploymentStatuses({
    ...repository,
    deployment_id: id,
    per_page: OF_ONE_DEPLOYMENT
  });
  const [newest] = data;
  const status = data.find(({ state: state2 }) => state2 !== "inactive") ?? newest;
  if (status === void 0) return { state: "unknown", run: null };
  const stoodBack = newest?.state === "inactive" && status.state !== "success";
  const state = stoodBack ? "failure" : STATES[status.state] ?? "unknown";
  return { state, run: runOf(status.log_url || status.target_url || "") };
}
function workflowsAsked(github, repository, options) {
  const known = /* @__PURE__ */ new Map();
  const workflowOf = (run) => {
    const asked = known.get(run ?? "") ?? askRun(github, repository, run).then((one) => one?.workflow ?? null);
    known.set(run ?? "", asked);
    return asked;
  };
  return async ({ state, run }) => {
    if (options.anyWorkflow || state === "failure" || state === "unknown") return true;
    const [theirs, own] = [await workflowOf(run), await workflowOf(options.runUrl)];
    return theirs === null || own === null || theirs === own;
  };
}
async function withFate(github, repository, one) {
  if (one.state !== "in-progress") return one;
  const run = await askRun(github, repository, one.run);
  return run?.completed ? { ...one, state: "failure" } : one;
}
async function askRun(github, repository, url) {
  const id = Number(/\/(\d+)$/.exec(url ?? "")?.[1] ?? 0);
  if (id === 0) return null;
  try {
    const { data } = await github.rest.actions.getWorkflowRun({ ...repository, run_id: id });
    return { completed: data.status === "completed", workflow: data.workflow_id };
  } catch (error2) {
    if (isForgeError(error2, "forbidden", "not-found")) return null;
    throw error2;
  }
}
function runOf(url) {
  return /^(https?:\/\/[^?#]+\/actions\/runs\/\d+)(?:[/?#]|$)/.exec(url)?.[1] ?? null;
}

// src/adapters/github/checks.ts
function checkName(key) {
  return key === "" ? "Thermostat plan" : `Thermostat plan (${key})`;
}
function partName(name, number, of) {
  return `${name}, part ${number} of ${of}`;
}
var CONCLUSIONS = {
  clean: "success",
  changes: "success",
  refused: "failure",
  failed: "failure"
};
var LEVELS = { error: "failure", warn: "warning", info: "notice" };
var AT_ONCE = 50;
var MAX_ANNOTATIONS = 300;
var MAX_SUMMARY = 65535;
var MAX_TITLE = 255;
var MAX_MESSAGE = 4e3;
async function leaveCheckRun(github, repository, run) {
  const { report, headSha, name, detailsUrl } = run;
  const [text = "There is no plan.", ...others] = run.approves;
  const common = {
    ...repository,
    head_sha: headSha,
    status: "completed",
    conclusion: CONCLUSIONS[report.tone],
    external_id: report.facts.fingerprint ?? "",
    ...detailsUrl === null ? {} : { details_url: detailsUrl }
  };
  for (const [index, part] of others.entries()) {
    const title = partName(name, index + 2, others.length + 1);
    const output2 = { title, summary: `More of what "${name}" shows.`, text: part };
    await github.rest.checks.create({ ...common, name: title, output: output2, ...REPEATABLE });
  }
  const [first, ...rest] = pages(run.annotations);
  const output = { title: report.title.slice(0, MAX_TITLE), summary: summaryOf(report), text };
  const { data } = await github.rest.checks.create({
    ...common,
    name,
    output: { ...output, annotations: first ?? [] },
    ...REPEATABLE
  });
  for (const annotations of rest) {
    await github.rest.checks.update({
      ...repository,
      check_run_id: data.id,
      output: { ...output, annotations }
    });
  }
}
function summaryOf({ markdown }) {
  return Buffer.byteLength(markdown) <= MAX_SUMMARY ? markdown : "The report is too long for this place: it stands in the comment and in the summary of the job.";
}
function pages(all) {
  const shown = all.slice(0, MAX_ANNOTATIONS).map(checkAnnotation);
  return Array.from(
    { length: Math.ceil(shown.length / AT_ONCE) },
    (_, page) => shown.slice(page * AT_ONCE, (page + 1) * AT_ONCE)
  );
}
function checkAnnotation({ file, line, severity, title, message }) {
  return {
    path: file,
    start_line: line,
    end_line: line,
    annotation_level: LEVELS[severity],
    title: title.slice(0, MAX_TITLE),
    message: message.slice(0, MAX_MESSAGE) || title
  };
}

// src/adapters/github/identity.ts
var USUAL_AUTHOR = "github-actions[bot]";
var KNOWN = /* @__PURE__ */ new WeakMap();
function ownLogin(github) {
  const known = KNOWN.get(github) ?? askLogin(github);
  KNOWN.set(github, known);
  known.catch(() => KNOWN.delete(github));
  return known;
}
async function ownApp(github) {
  const login = await ownLogin(github);
  return login.endsWith("[bot]") ? login.slice(0, -"[bot]".length) : null;
}
async function askLogin(github) {
  try {
    const { viewer } = await github.graphql("{ viewer { login } }");
    return viewer.login;
  } catch (error2) {
    if (isPassing(error2)) throw error2;
    return askUser(github);
  }
}
async function askUser(github) {
  try {
    const { data } = await github.rest.users.getAuthenticated();
    return data.login;
  } catch (error2) {
    if (isPassing(error2)) throw error2;
    return USUAL_AUTHOR;
  }
}
function isPassing(error2) {
  return isForgeError(error2, "rate-limited", "unavailable", "unreachable");
}

// src/adapters/github/approvals.ts
var USUAL_APP = "github-actions";
async function findPlan(github, repository, { shas, key }) {
  const app = await ownApp(github) ?? USUAL_APP;
  const foreign = /* @__PURE__ */ new Set();
  for (const sha of shas) {
    const runs = await runsOf(github, repository, sha, checkName(key));
    for (const run of runs) if (run.app !== app) foreign.add(`"${run.app}"`);
    const [newest] = runs.filter((run) => run.app === app);
    if (newest !== void 0) {
      const texts = [newest.text, ...await moreTexts(github, repository, { sha, key, app, newest })];
      const { conclusion, title } = newest;
      return { plan: { sha, conclusion, title, texts }, foreign: [...foreign] };
    }
  }
  return { plan: null, foreign: [...foreign] };
}
async function moreTexts(github, repository, of) {
  const parts = Math.min(Number(/, part 1 of (\d+)$/m.exec(of.newest.text)?.[1] ?? 1), MOST_PARTS);
  const texts = [];
  for (let number = 2; number <= parts; number += 1) {
    const runs = await runsOf(github, repository, of.sha, partName(checkName(of.key), number, parts));
    const [part] = runs.filter(
      ({ app, fingerprint }) => app === of.app && fingerprint === of.newest.fingerprint
    );
    if (part !== void 0) texts.push(part.text);
  }
  return texts;
}
var MOST_PARTS = 99;
async function runsOf(github, repository, ref, name) {
  const all = await github.paginate(github.rest.checks.listForRef, {
    ...repository,
    ref,
    check_name: name,
    filter: "all",
    per_page: 100
  });
  return all.map((run) => ({
    id: run.id,
    app: run.app?.slug ?? "",
    fingerprint: run.external_id ?? "",
    conclusion: run.conclusion ?? "none",
    title: run.output.title ?? "",
    text: run.output.text ?? ""
  })).sort((a, b) => b.id - a.id);
}

// src/adapters/github/comparison.ts
var PAGE = 100;
var MOST_PAGES = 10;
async function compareCommits(github, repository, base, head) {
  const commits = [];
  for (let page = 1; ; page += 1) {
    const { data } = await github.rest.repos.compareCommitsWithBasehead({
      ...repository,
      basehead: `${base}...${head}`,
      per_page: PAGE,
      page
    });
    commits.push(...data.commits);
    const isLast = data.commits.length < PAGE || commits.length >= data.total_commits;
    if (!isLast && page < MOST_PAGES) continue;
    const told2 = data.status;
    return { status: told2 ?? await statusFrom(github, repository, { base, head, commits }), commits };
  }
}
async function statusFrom(github, repository, { base, head, commits }) {
  if (commits.some(({ parents }) => parents.some(({ sha }) => sha === base))) return "ahead";
  if (commits.length > 0) return "diverged";
  const { data } = await github.rest.repos.compareCommitsWithBasehead({
    ...repository,
    basehead: `${head}...${base}`,
    per_page: 1
  });
  return data.commits.length === 0 ? "identical" : "behind";
}

// src/adapters/github/pulls.ts
var MOST_MERGES = 50;
async function pullRequestsOf(github, repository, push) {
  const found = /* @__PURE__ */ new Map();
  for (const sha of await mergesOf(github, repository, push)) {
    const pull = await pullRequestOf(github, repository, sha, push.branch);
    if (pull !== null && !found.has(pull.number)) found.set(pull.number, pull);
  }
  return [...found.values()].reverse();
}
async function pullRequestOf(github, repository, sha, branch) {
  const { data } = await github.rest.repos.listPullRequestsAssociatedWithCommit({
    ...repository,
    commit_sha: sha,
    per_page: 100
  });
  const merged = data.filter(
    (pull2) => pull2.merged_at !== null && (branch === null || pull2.base.ref === branch)
  );
  const exact = merged.find((pull2) => pull2.merge_commit_sha === sha);
  const pull = exact ?? (merged.length === 1 ? merged[0] : void 0);
  return pull ? { number: pull.number, headSha: pull.head.sha } : null;
}
async function commitsOf(github, repository, { number, headSha }, most) {
  const all = await github.paginate(github.rest.pulls.listCommits, {
    ...repository,
    pull_number: number,
    per_page: 100
  });
  const shas = all.map(({ sha }) => sha).reverse();
  return [.../* @__PURE__ */ new Set([headSha, ...shas])].slice(0, most);
}
async function mergesOf(github, repository, { sha, before }) {
  const commits = before === null ? [] : await commitsBetween(github, repository, before, sha);
  const parents = new Map(commits.map((commit2) => [commit2.sha, commit2.parents[0]?.sha ?? null]));
  const chain = [sha];
  for (let at = parents.get(sha); at && at !== before && parents.has(at) && chain.length < MOST_MERGES; ) {
    chain.push(at);
    at = parents.get(at);
  }
  return chain;
}
async function commitsBetween(github, repository, before, sha) {
  try {
    const { status, commits } = await compareCommits(github, repository, before, sha);
    return status === "ahead" ? commits : [];
  } catch (error2) {
    if (isForgeError(error2, "not-found")) return [];
    throw error2;
  }
}

// src/adapters/github/history.ts
var COMMITS_TO_LOOK_AT = 10;
function createMergeHistory(github, repository, { push, key }) {
  const brought = once(() => pullRequestsOf(github, repository, push));
  return {
    pullNumbers: async () => (await brought()).map(({ number }) => number),
    mergedPulls: async () => {
      const pulls = [];
      for (const pull of await brought()) {
        const head = await findPlan(github, repository, { shas: [pull.headSha], key });
        const found = head.plan === null ? await olderPlan(pull) : head;
        pulls.push({
          number: pull.number,
          plan: found.plan,
          foreign: [.../* @__PURE__ */ new Set([...head.foreign, ...found.foreign])]
        });
      }
      return pulls;
    },
    mergedSince: async (before) => {
      const pulls = [];
      for (const pull of await pullRequestsOf(github, repository, { ...push, before })) {
        const { number, headSha } = pull;
        pulls.push({ number, ...await findPlan(github, repository, { shas: [headSha], key }) });
      }
      return pulls;
    },
    newerCommits: () => newerCommits(github, repository, push)
  };
  async function olderPlan(pull) {
    const [, ...shas] = await commitsOf(github, repository, pull, COMMITS_TO_LOOK_AT);
    return findPlan(github, repository, { shas, key });
  }
}
function createPullHistory(github, repository, pull) {
  const { number, headSha, baseSha, baseRef, key } = pull;
  return {
    pullNumbers: async () => [number],
    mergedPulls: async () => [{ number, ...await findPlan(github, repository, { shas: [headSha], key }) }],
    mergedSince: async () => [],
    newerCommits: () => newerCommits(github, repository, { sha: baseSha, before: null, branch: baseRef })
  };
}
function once(ask) {
  let asked = null;
  return () => {
    asked ??= ask();
    return asked;
  };
}
async function newerCommits(github, repository, { sha, branch }) {
  if (branch === null) return [];
  const { status, commits } = await compareCommits(github, repository, sha, branch);
  return status === "ahead" || status === "identical" ? commits.map((commit2) => commit2.sha) : null;
}

// src/adapters/github/source-url.ts
import { posix as posix2 } from "node:path";
function sourceUrl({ repositoryUrl, trigger }, folder) {
  const commit2 = commitOf(trigger);
  if (repositoryUrl === null || commit2 === null) return null;
  const below2 = posix2.join("/", folder).split("/").map(encodeURIComponent).join("/");
  return `${repositoryUrl}/blob/${commit2}${below2}`.replace(/\/+$/, "");
}

// src/job.ts
function optionsOf({ inputs, runner }) {
  const { repository, trigger } = runner;
  return {
    specs: inputs.specs,
    only: inputs.only,
    approved: inputs.approved,
    onlySchedules: inputs.onlySchedules,
    commit: commitOf(trigger),
    repository: repository === null ? null : `${repository.owner}/${repository.repo}`,
    waitMinutes: inputs.waitMinutes,
    fix: inputs.fix,
    heal: inputs.heal,
    adopt: inputs.adopt,
    report: surroundingsOf({ inputs, runner })
  };
}
function surroundingsOf({ inputs, runner }) {
  const { trigger, runUrl } = runner;
  return {
    key: inputs.key,
    base: trigger.kind === "pull-request" ? trigger.baseSha : null,
    links: { run: runUrl, horizon: inputs.horizon, source: sourceUrl(runner, inputs.workingDirectory) }
  };
}
function environmentOf({ environment, cloud }) {
  return environment ?? cloud ?? "openstack";
}
function isFork2({ trigger }) {
  return trigger.kind === "pull-request" && trigger.fork;
}
function isCloudFromFolder({ inputs, runner }) {
  const isSandbox = isFork2(runner) || /^sandbox(?::|$)/.test(inputs.cloud ?? "");
  return inputs.cloudsYaml === null && !isSandbox;
}

// src/model/freeze-label.ts
var FREEZE_LABEL = "thermostat:override-freeze";

// src/adapters/github/freeze-label.ts
async function freezeLabeller(github, repository, pulls) {
  const people = await Promise.all(pulls.map((number) => labellerOf(github, repository, number)));
  const [first = null] = people;
  return people.every((one) => one === first) ? first : null;
}
async function labellerOf(github, repository, number) {
  const events = await github.paginate(github.rest.issues.listEvents, {
    ...repository,
    issue_number: number,
    per_page: 100
  });
  const last = events.findLast(
    (one) => (one.event === "labeled" || one.event === "unlabeled") && labelName(one) === FREEZE_LABEL
  );
  return last?.event === "labeled" ? last.actor?.login ?? null : null;
}
function labelName(event) {
  const label = Reflect.get(event, "label");
  if (typeof label !== "object" || label === null) return null;
  const name = Reflect.get(label, "name");
  return typeof name === "string" ? name.toLowerCase() : null;
}

// src/adapters/github/issue-place.ts
function speaksForRepository({ trigger, branch, defaultBranch }) {
  switch (trigger.kind) {
    case "pull-request":
    case "merge-group":
    case "comment":
      return false;
    case "push":
    case "schedule":
      return true;
    case "manual":
      return branch === null || defaultBranch === null || branch === defaultBranch;
  }
}

// src/adapters/github/comments.ts
var TRIES = 3;
async function keepComment(github, repository, comment3) {
  const [first, ...duplicates] = await findOurs(github, repository, comment3);
  for (const { id } of duplicates) await removeComment(github, repository, id);
  if (first !== void 0) return update(github, repository, comment3, first);
  return comment3.onlyExisting ? "absent" : create2(github, repository, comment3);
}
async function findOurs(github, repository, comment3) {
  const marked = await findMarked(github, repository, comment3);
  const author = marked.length > 0 ? await ownLogin(github) : "";
  return marked.filter((one) => one.author === author).sort((a, b) => a.id - b.id);
}
async function findMarked(github, repository, { number, marker }) {
  const all = await github.paginate(github.rest.issues.listComments, {
    ...repository,
    issue_number: number,
    per_page: 100
  });
  return all.map(({ id, body, user }) => ({ id, body: body ?? "", author: user?.login ?? "" })).filter(({ body }) => body.startsWith(marker));
}
async function create2(github, repository, comment3) {
  const made = await post(github, repository, comment3);
  const [oldest] = await findOurs(github, repository, comment3);
  if (oldest === void 0 || oldest.id >= made) return "created";
  await removeComment(github, repository, made);
  return update(github, repository, comment3, oldest);
}
async function post(github, repository, comment3) {
  const { number } = comment3;
  const body = comment3.body(null);
  for (let attempt2 = 1; ; attempt2 += 1) {
    try {
      const { data } = await github.rest.issues.createComment({ ...repository, issue_number: number, body });
      return data.id;
    } catch (error2) {
      if (!isForgeError(error2, "unavailable", "unreachable")) throw error2;
      const made = (await findOurs(github, repository, comment3)).at(-1);
      if (made !== void 0) return made.id;
      if (attempt2 >= TRIES) throw error2;
    }
  }
}
async function update(github, repository, comment3, { id, body: earlier }) {
  const body = comment3.body(earlier);
  if (sameText(earlier, body)) return "unchanged";
  try {
    await github.rest.issues.updateComment({ ...repository, comment_id: id, body });
    return "updated";
  } catch (error2) {
    if (!isForgeError(error2, "not-found")) throw error2;
    return comment3.onlyExisting ? "absent" : create2(github, repository, comment3);
  }
}
async function removeComment(github, repository, id) {
  try {
    await github.rest.issues.deleteComment({ ...repository, comment_id: id });
  } catch (error2) {
    if (!isForgeError(error2, "not-found")) throw error2;
  }
}
function sameText(one, other) {
  const plain = (text) => text.replaceAll("\r\n", "\n").trimEnd();
  return plain(one) === plain(other);
}

// src/adapters/github/issue-comments.ts
var AT_ONCE_MS = 12e4;
async function isSaid(github, repository, { number, body }) {
  const said = await github.paginate(github.rest.issues.listComments, {
    ...repository,
    issue_number: number,
    per_page: 100
  });
  const same = said.filter((one) => firstLine(one.body) === firstLine(body));
  if (same.length === 0) return false;
  const author = await ownLogin(github);
  return same.some(({ user }) => user?.login === author);
}
async function takeBackTwin(github, repository, said) {
  const author = await ownLogin(github);
  const { data } = await github.rest.issues.listComments({
    ...repository,
    issue_number: said.number,
    since: new Date(Date.parse(said.createdAt) - AT_ONCE_MS).toISOString(),
    per_page: 100
  });
  const twins = data.filter(({ id, user, body }) => {
    return id < said.id && user?.login === author && firstLine(body) === firstLine(said.body);
  });
  if (twins.length > 0) await removeComment(github, repository, said.id);
}
function firstLine(body) {
  return body?.split(/\r?\n/)[0];
}

// src/adapters/github/issue-labels.ts
function openLabels(github, repository) {
  const known = /* @__PURE__ */ new Map();
  const has = (label) => {
    const asked = known.get(label.name) ?? ensure(github, repository, label);
    known.set(label.name, asked);
    return asked;
  };
  return {
    async have(labels) {
      const there = [];
      for (const label of labels) if (await has(label)) there.push(label.name);
      return there;
    }
  };
}
async function ensure(github, repository, label) {
  try {
    await github.rest.issues.getLabel({ ...repository, name: label.name });
    return true;
  } catch (error2) {
    return isForgeError(error2, "not-found") && make(github, repository, label);
  }
}
async function make(github, repository, label) {
  const { name, description, color } = label;
  try {
    await github.rest.issues.createLabel({ ...repository, name, description, color });
    return true;
  } catch (error2) {
    return isForgeError(error2, "invalid");
  }
}

// src/adapters/github/issues.ts
var OUR_LABEL = "thermostat";
var CLOSED_PAGES = 5;
var WRITES_AT_ONCE = 20;
var PAUSE_MS = 1e3;
function createGitHubIssues({ github, repository, ...options }) {
  const sleep = options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  const labels = openLabels(github, repository);
  let author = null;
  let writes = 0;
  const paced = async (write) => {
    writes += 1;
    if (writes > WRITES_AT_ONCE) await sleep(PAUSE_MS);
    return write();
  };
  const ours = async (start) => {
    author ??= await ownLogin(github);
    return list(github, repository, { author, start });
  };
  const open2 = async (issue2) => {
    const names = await labels.have(issue2.labels);
    try {
      const made = await create3(github, repository, issue2, names);
      author = made.user?.login ?? author;
      return issueFrom(made);
    } catch (error2) {
      const found = isLost(error2) ? await findMade(issue2, ours) : void 0;
      if (found === void 0) throw error2;
      return found;
    }
  };
  return {
    list: ours,
    create: (issue2) => paced(() => open2(issue2)),
    change: (number, change) => paced(() => changeIssue(github, repository, number, change)),
    comment: (number, body) => paced(() => comment(github, repository, number, body)),
    unlabel: (number, name) => paced(() => unlabel(github, repository, number, name))
  };
}
async function list(github, repository, { author, start }) {
  const open2 = await pages2(
    github,
    { ...repository, creator: author, state: "open" },
    Number.POSITIVE_INFINITY
  );
  const labelled = { ...repository, creator: author, state: "closed", labels: OUR_LABEL };
  const closed = await pages2(github, labelled, CLOSED_PAGES);
  const others = closed.length > 0 ? [] : await pages2(github, { ...repository, creator: author, state: "closed" }, 1);
  const byNumber = new Map([...closed, ...others, ...open2].map((raw) => [raw.number, raw]));
  return [...byNumber.values()].filter((raw) => raw.pull_request === void 0 && raw.user?.login === author).map(issueFrom).filter(({ body }) => body.startsWith(start)).sort((a, b) => a.number - b.number);
}
async function pages2(github, query, most) {
  const all = [];
  let page = 0;
  const asked = { ...query, sort: "updated", direction: "desc", per_page: 100 };
  for await (const { data } of github.paginate.iterator(github.rest.issues.listForRepo, asked)) {
    all.push(...data);
    page += 1;
    if (page >= most) break;
  }
  return all;
}
async function create3(github, repository, { title, body }, labels) {
  const named = labels.length === 0 ? {} : { labels: [...labels] };
  return (await github.rest.issues.create({ ...repository, title, body, ...named })).data;
}
async function findMade({ body }, ours) {
  const [first = ""] = body.split("\n");
  return (await ours(first)).find(({ state }) => state === "open");
}
async function changeIssue(github, repository, number, { body, state, reason }) {
  const update2 = (state_reason) => github.rest.issues.update({
    ...repository,
    issue_number: number,
    ...body === void 0 ? {} : { body },
    ...state === void 0 ? {} : { state },
    ...state_reason === void 0 ? {} : { state_reason }
  });
  try {
    await update2(state === "closed" ? reason : void 0);
  } catch (error2) {
    if (reason !== "duplicate" || !isForgeError(error2, "invalid")) throw error2;
    await update2("not_planned");
  }
}
async function comment(github, repository, number, body) {
  if (await isSaid(github, repository, { number, body })) return;
  const { data } = await github.rest.issues.createComment({ ...repository, issue_number: number, body });
  await takeBackTwin(github, repository, { number, id: data.id, body, createdAt: data.created_at });
}
async function unlabel(github, repository, number, name) {
  try {
    await github.rest.issues.removeLabel({ ...repository, issue_number: number, name });
  } catch (error2) {
    if (!isForgeError(error2, "not-found", "forbidden")) throw error2;
  }
}
function issueFrom(raw) {
  return {
    number: raw.number,
    state: raw.state === "closed" ? "closed" : "open",
    title: raw.title,
    body: raw.body ?? "",
    labels: raw.labels.flatMap((label) => typeof label === "string" ? [label] : [label.name ?? ""]),
    url: raw.html_url
  };
}
function isLost(error2) {
  return isForgeError(error2, "unavailable", "unreachable");
}

// src/adapters/github/plan-comment.ts
function createPlanComment({ github, repository, pulls, log }) {
  return {
    async settle({ marker, make: make2, onlyExisting }) {
      let stands = false;
      try {
        for (const number of await pulls()) {
          const fate = await keepComment(github, repository, { number, marker, body: make2, onlyExisting });
          log.info(`comment on pull request ${number}: ${fate}`);
          stands ||= fate !== "absent";
        }
      } catch (error2) {
        log.warn(`keeping the comment: ${errorLine(error2)}; the verdict stands`);
      }
      return stands;
    }
  };
}

// src/adapters/github/proposals.ts
import { createHash as createHash2 } from "node:crypto";

// src/adapters/github/proposal-branch.ts
import { createHash } from "node:crypto";
import { posix as posix3 } from "node:path";
async function moveBranch(options, branch, proposal, anew) {
  const head = await headOf(options, branch);
  if (head !== null && !isSealed(head)) return "theirs";
  const isOfSame = head?.message.includes(filesLine(proposal)) ?? false;
  if (!anew && head !== null && isOfSame && await holds(options, head.sha, proposal)) return "same";
  await checkBase(options, proposal);
  return point(options, branch, head?.sha ?? null, await commit(options, proposal));
}
async function isTheirs(options, branch) {
  const head = await headOf(options, branch);
  return head !== null && !isSealed(head);
}
var SEAL = "Thermostat-Proposal: ";
function isSealed({ message, ...rest }) {
  const [text = "", seal] = message.replaceAll("\r\n", "\n").trimEnd().split(SEAL);
  return seal !== void 0 && seal === sealOf({ message: text, ...rest });
}
function sealOf({ message, tree, parents }) {
  return createHash("sha256").update(JSON.stringify([message.trimEnd(), tree, parents])).digest("hex");
}
function filesLine({ files: files2 }) {
  const paths = JSON.stringify(files2.map(({ path }) => path).sort());
  return `Thermostat-Files: ${createHash("sha256").update(paths).digest("hex").slice(0, 16)}`;
}
async function headOf(options, branch) {
  const { github, repository } = options;
  const sha = await shaOf(options, branch);
  if (sha === null) return null;
  const { data } = await github.rest.git.getCommit({ ...repository, commit_sha: sha });
  const parents = data.parents.map((parent) => parent.sha);
  return { sha, message: data.message, tree: data.tree.sha, parents };
}
async function shaOf({ github, repository }, branch) {
  try {
    const { data } = await github.rest.git.getRef({ ...repository, ref: `heads/${branch}` });
    return data.object.sha;
  } catch (error2) {
    if (isForgeError(error2, "not-found")) return null;
    throw error2;
  }
}
async function holds(options, ref, { files: files2 }) {
  for (const { path, text } of files2) {
    if (await textAt(options, path, ref) !== text) return false;
  }
  return true;
}
async function checkBase(options, { files: files2 }) {
  for (const { path, before } of files2) {
    if (await textAt(options, path, options.base.sha) === before) continue;
    const message = `${path} is not as in ${options.base.sha.slice(0, 7)}: a step before this one has changed it, or the checkout is of something else`;
    throw new ForgeError("invalid", message);
  }
}
async function textAt({ github, repository, folder }, path, ref) {
  try {
    const { data } = await github.rest.repos.getContent({
      ...repository,
      path: posix3.join(folder, path),
      ref
    });
    if (Array.isArray(data) || data.type !== "file" || !("content" in data)) return null;
    return Buffer.from(data.content, "base64").toString("utf8");
  } catch (error2) {
    if (isForgeError(error2, "not-found")) return null;
    throw error2;
  }
}
async function commit(options, proposal) {
  const { title, files: files2 } = proposal;
  const { github, repository, base, folder } = options;
  const parent = await github.rest.git.getCommit({ ...repository, commit_sha: base.sha });
  const tree = await github.rest.git.createTree({
    ...{ ...repository, ...REPEATABLE, base_tree: parent.data.tree.sha },
    tree: files2.map(({ path, text }) => ({
      ...{ path: posix3.join(folder, path), mode: "100644", type: "blob", content: text }
    }))
  });
  const content = { tree: tree.data.sha, parents: [base.sha] };
  const message = `${title}

${filesLine(proposal)}
`;
  const made = await github.rest.git.createCommit({
    ...{ ...repository, ...REPEATABLE, ...content },
    message: `${message}${SEAL}${sealOf({ message, ...content })}
`
  });
  return made.data.sha;
}
async function point(options, branch, before, sha) {
  const { github, repository } = options;
  if (before !== null) {
    if (await shaOf(options, branch) !== before) return "theirs";
    await github.rest.git.updateRef({ ...repository, ref: `heads/${branch}`, sha, force: true });
    return "moved";
  }
  try {
    await github.rest.git.createRef({ ...repository, ref: `refs/heads/${branch}`, sha });
  } catch (error2) {
    if (!isForgeError(error2, "invalid", "unavailable", "unreachable")) throw error2;
    if (await shaOf(options, branch) !== sha) throw error2;
  }
  return "moved";
}

// src/adapters/github/proposals.ts
function createProposals(options) {
  return {
    propose: (proposal) => propose(options, proposal),
    withdraw: (kept, why) => withdraw(options, kept, why)
  };
}
var PREFIX = "thermostat/adopt/";
async function propose(options, proposal) {
  const branch = branchOf2(options, proposal.name);
  const [latest2] = await pullsOf(options, { state: "all", head: `${options.repository.owner}:${branch}` });
  const said = latest2 === void 0 ? null : digestIn(latest2.body);
  if (latest2?.open) return bringUpToDate(options, proposal, latest2);
  if (latest2 !== void 0 && !latest2.merged && said === proposal.digest) return told(latest2, "declined");
  const moved2 = await moveBranch(options, branch, proposal, true);
  if (moved2 === "theirs")
    throw new ForgeError(
      "invalid",
      `the branch "${branch}" holds somebody else's commits; delete it, then the next run makes it anew`
    );
  return told(await open(options, branch, proposal), "opened");
}
function told({ number, url }, state) {
  return { state, number, url };
}
async function bringUpToDate(options, proposal, pull) {
  const { github, repository } = options;
  if (pull.author !== await ownLogin(github)) return told(pull, "unchanged");
  const moved2 = await moveBranch(options, pull.branch, proposal, false);
  if (moved2 === "theirs") return told(pull, "unchanged");
  const body = withSign(options, proposal);
  if (moved2 === "same" && sameText2(pull.body, body)) return told(pull, "unchanged");
  await github.rest.pulls.update({ ...repository, pull_number: pull.number, title: proposal.title, body });
  return told(pull, moved2 === "same" ? "unchanged" : "updated");
}
function sameText2(one, other) {
  const plain = (text) => text.replaceAll("\r\n", "\n").trimEnd();
  return plain(one) === plain(other);
}
async function open(options, branch, proposal) {
  const { github, repository, base } = options;
  try {
    const { data } = await github.rest.pulls.create({
      ...{ ...repository, head: branch, base: base.branch, title: proposal.title },
      body: withSign(options, proposal),
      maintainer_can_modify: false
    });
    return { ...PLAIN, number: data.number, url: data.html_url, branch };
  } catch (error2) {
    const [made] = isForgeError(error2, "unavailable", "unreachable", "invalid") ? await pullsOf(options, { state: "open", head: `${repository.owner}:${branch}` }) : [];
    if (made !== void 0) return made;
    throw error2 instanceof ForgeError && error2.code === "forbidden" ? notPermitted(error2) : error2;
  }
}
var PLAIN = { body: "", author: "", open: true, merged: false };
function notPermitted(error2) {
  const advice = 'the job needs pull-requests: write, and with the workflow token the repository must allow it under Settings, Actions, General, "Allow GitHub Actions to create and approve pull requests"';
  return new ForgeError("forbidden", `${error2.message}; ${advice}`, { cause: error2 });
}
async function withdraw(options, kept, why) {
  const { github, repository } = options;
  const wanted = new Set(kept.map((name) => branchOf2(options, name)));
  const pulls = await pullsOf(options, { state: "open" });
  const over = pulls.filter(
    ({ branch, body }) => branch.startsWith(PREFIX) && !wanted.has(branch) && isOfPlace(options, body)
  );
  if (over.length === 0) return;
  const author = await ownLogin(github);
  for (const pull of over.filter((one) => one.author === author)) {
    if (await isTheirs(options, pull.branch)) continue;
    const body = `${why}

${pull.body.replace(SIGN, "")}`;
    await github.rest.pulls.update({ ...repository, pull_number: pull.number, state: "closed", body });
    await deleteBranch(options, pull.branch);
  }
}
async function deleteBranch({ github, repository }, branch) {
  try {
    await github.rest.git.deleteRef({ ...repository, ref: `heads/${branch}` });
  } catch (error2) {
    if (!isForgeError(error2, "not-found", "invalid")) throw error2;
  }
}
async function pullsOf({ github, repository }, which) {
  const query = { ...repository, ...which, sort: "created", direction: "desc", per_page: 100 };
  const all = which.head === void 0 ? await github.paginate(github.rest.pulls.list, query) : (await github.rest.pulls.list(query)).data;
  const own = `${repository.owner}/${repository.repo}`.toLowerCase();
  return all.filter(({ head }) => head.repo?.full_name.toLowerCase() === own).map((pull) => ({
    number: pull.number,
    url: pull.html_url,
    body: pull.body ?? "",
    branch: pull.head.ref,
    author: pull.user?.login ?? "",
    open: pull.state === "open",
    merged: pull.merged_at !== null
  }));
}
function branchOf2({ place, folder }, name) {
  const slug = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-+|-+$/g, "").slice(0, 40);
  return `${PREFIX}${slug}-${short([place, folder, name])}`;
}
function short(parts) {
  return createHash2("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 8);
}
var SIGN = /^<!-- thermostat:adopt place="([0-9a-f]{8})" digest="(sha256:[0-9a-f]{64})" -->\r?\n/;
var LONGEST = 65e3;
function withSign({ place }, { digest, body }) {
  const cut = body.length <= LONGEST ? body : `${body.slice(0, LONGEST)}

(cut)`;
  return `<!-- thermostat:adopt place="${short([place])}" digest="${digest}" -->
${cut}`;
}
function digestIn(body) {
  return SIGN.exec(body)?.[2] ?? null;
}
function isOfPlace({ place }, body) {
  return SIGN.exec(body)?.[1] === short([place]);
}

// src/adapters/github/publisher.ts
import { posix as posix4 } from "node:path";

// src/adapters/github/annotations.ts
var MAX_OF_EACH = 10;
var WRITERS = { error, warn: warning, info: notice };
function annotateInLog(all) {
  for (const severity of ["error", "warn", "info"]) {
    const those = all.filter((one) => one.severity === severity).slice(0, MAX_OF_EACH);
    for (const { file, line, column, title, message } of those) {
      WRITERS[severity](message, { title, file, startLine: line, startColumn: column });
    }
  }
}

// src/adapters/github/summary.ts
async function writeSummary(markdown) {
  summary.emptyBuffer();
  await summary.addRaw(markdown).write({ overwrite: true });
}

// src/adapters/github/publisher.ts
function createGitHubPublisher(options) {
  const { runner, log } = options;
  let inLog = [];
  let unkept = null;
  return {
    async annotate(problems) {
      inLog = problems.slice(0, MAX_OF_EACH).map((problem) => moved(ofProblem(problem), options.folder));
      annotateInLog(inLog);
    },
    async publish(report, { approves = [], onPull = true, comment: spoken = true } = {}) {
      const written = new Set(inLog.map(identity));
      const annotations = report.annotations.map((one) => moved(one, options.folder)).filter((one) => !written.has(identity(one)));
      printText(report.text);
      await setOutputs(report, runner.temp);
      const leave = () => check(options, { report, annotations, approves });
      const checked = onPull ? await orError(leave) : false;
      if (checked !== true) annotateInLog(annotations);
      if (checked instanceof Error) log.warn(`leaving the check run: ${errorLine(checked)}`);
      const lost = checked instanceof Error && approves.length > 0 && keepsApprovals(runner, checked);
      unkept = lost ? UNKEPT : null;
      const { kind, marker } = report;
      const { summary: summary2, markdown } = lost ? withCaution(report) : report;
      await attempt(log, "writing the job summary", () => writeSummary(summary2));
      if (onPull && spoken)
        await attempt(log, "keeping the comment", () => comment2(options, { kind, marker, markdown }));
    },
    unkept: () => unkept
  };
}
async function orError(act) {
  try {
    return await act();
  } catch (error2) {
    return error2 instanceof Error ? error2 : new Error(String(error2));
  }
}
function keepsApprovals({ trigger }, error2) {
  return trigger.kind === "pull-request" && !isForgeError(error2, "not-found");
}
var UNKEPT = "what this plan shows could not be left on the commit, so merging approves nothing: see the warnings of this job, and run it again";
function withCaution({ summary: summary2, markdown }) {
  const caution = `
> [!CAUTION]
> ${UNKEPT.charAt(0).toUpperCase()}${UNKEPT.slice(1)}.
`;
  return { summary: `${summary2}${caution}`, markdown: `${markdown}${caution}` };
}
async function attempt(log, what, act) {
  try {
    return await act();
  } catch (error2) {
    log.warn(`${what}: ${errorLine(error2)}; the verdict stands`);
    return null;
  }
}
async function check({ github, runner, key, ...options }, { report, annotations, approves }) {
  const { repository, trigger } = runner;
  const headSha = commitOf(trigger);
  if (!options.check || report.kind !== "plan" || headSha === null) return false;
  if (github === null || repository === null || isReadOnly(runner)) return false;
  await leaveCheckRun(github, repository, {
    headSha,
    name: checkName(key),
    report,
    approves,
    annotations,
    detailsUrl: runner.runUrl
  });
  return true;
}
async function comment2(options, { kind, marker, markdown }) {
  const { github, runner, log } = options;
  const { repository, trigger } = runner;
  if (!options.comment || github === null || repository === null) return;
  if (kind !== "plan" || trigger.kind !== "pull-request") return;
  if (isReadOnly(runner)) {
    log.info("a pull request from a fork has a token that only reads: the report is in the job summary");
    return;
  }
  const { number, headSha } = trigger;
  const { data } = await github.rest.pulls.get({ ...repository, pull_number: number });
  if (data.head.sha !== headSha) {
    log.info(`pull request ${number} has newer commits: the comment is left to their plan`);
    return;
  }
  if (data.state === "closed") {
    log.info(`pull request ${number} was closed or merged meanwhile: what stands there is the last word`);
    return;
  }
  const body = (earlier) => options.restate(earlier, markdown);
  const fate = await keepComment(github, repository, { number, marker, body });
  log.info(`comment on pull request ${number}: ${fate}`);
}
function isReadOnly({ trigger }) {
  return trigger.kind === "pull-request" && trigger.fork;
}
function ofProblem({ file, line, column, message }) {
  return { file, line, column, severity: "error", title: "Thermostat: problem", message };
}
function moved(annotation, folder) {
  return { ...annotation, file: posix4.join(folder, annotation.file) };
}
function identity({ file, line, column, message }) {
  return JSON.stringify([file, line, column, message]);
}

// src/adapters/github/pull-request.ts
var MOST_FILES2 = 3e3;
function createPullRequest(github, repository, number) {
  return {
    async changedFiles() {
      const all = await github.paginate(github.rest.pulls.listFiles, {
        ...repository,
        pull_number: number,
        per_page: 100
      });
      if (all.length >= MOST_FILES2) return null;
      return all.flatMap(
        ({ filename, previous_filename: before }) => before === void 0 ? [filename] : [filename, before]
      );
    }
  };
}

// src/adapters/github/workflows.ts
import { readdir, readFile as readFile2 } from "node:fs/promises";
import { join as join2 } from "node:path";
var FOLDER = ".github/workflows";
var MOST_FILES3 = 200;
var MOST_CHARACTERS = 2e5;
var CAME_ABOUT = ["success", "failure", "timed_out", "neutral", null];
function watchWorkflows({ github, repository, workspace }) {
  return {
    files: () => files(workspace),
    pulse: (path) => pulse(github, repository, path)
  };
}
async function files(workspace) {
  const entries = await readdir(join2(workspace, FOLDER), { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name)).map(({ name }) => name).sort().slice(0, MOST_FILES3);
  const read = names.map(async (name) => ({
    path: `${FOLDER}/${name}`,
    text: await textOf(workspace, name)
  }));
  return (await Promise.all(read)).filter(({ text }) => text.length <= MOST_CHARACTERS);
}
function textOf(workspace, name) {
  return readFile2(join2(workspace, FOLDER, name), "utf8").catch(() => "");
}
async function pulse(github, repository, path) {
  const workflow_id = path.slice(FOLDER.length + 1);
  const [runs, workflow] = await Promise.all([
    github.rest.actions.listWorkflowRuns({
      ...repository,
      workflow_id,
      event: "schedule",
      exclude_pull_requests: true,
      per_page: 20
    }),
    github.rest.actions.getWorkflow({ ...repository, workflow_id })
  ]);
  const last = runs.data.workflow_runs.find(({ conclusion }) => CAME_ABOUT.includes(conclusion));
  return {
    lastRun: last?.created_at ?? null,
    knownSince: workflow.data.created_at,
    state: STATES2[workflow.data.state] ?? "unknown",
    url: pageOf(workflow.data.html_url, path)
  };
}
var STATES2 = {
  active: "active",
  disabled_inactivity: "inactive",
  disabled_manually: "switched-off"
};
function pageOf(file, path) {
  const [root] = file.split("/blob/");
  return root === void 0 || root === file ? null : `${root}/actions/workflows/${path.slice(FOLDER.length + 1)}`;
}

// src/github-parts.ts
var NO_BASE = "no token was given: the rules of the base branch can not be read, those of the pull request count instead";
async function openForge(job, log) {
  const { inputs, runner, folder } = job;
  const { repository, apiUrl, trigger } = runner;
  const github = inputs.token === null ? null : await gitHub(inputs.token, apiUrl);
  const restate = unlessOnlyRunDiffers;
  const publisher = createGitHubPublisher({ ...inputs, github, runner, log, folder, restate });
  if (github === null || repository === null) {
    if (trigger.kind === "pull-request" || trigger.kind === "merge-group") log.warn(NO_BASE);
    return { publisher };
  }
  const place = { github, repository, log };
  return {
    publisher,
    watch: watchWorkflows({ github, repository, workspace: runner.workspace }),
    ...rolesOf(job, place)
  };
}
async function gitHub(token, apiUrl) {
  const { openGitHub } = await import("./api-XLOUFDEI.js");
  return openGitHub({ token, apiUrl });
}
function rolesOf(job, place) {
  const { trigger } = job.runner;
  switch (trigger.kind) {
    case "pull-request":
      return {
        base: baseOf(job, place, trigger.baseSha),
        ...pullRoles(job, place, trigger.number)
      };
    case "merge-group":
      return { base: baseOf(job, place, trigger.baseSha) };
    case "comment":
      return {};
    case "push":
    case "schedule":
    case "manual":
      return branchRoles(job, place);
  }
}
function baseOf({ folder }, { github, repository }, sha) {
  return commitTree(github, repository, { sha, folder, matches: globMatcher });
}
function pullRoles({ inputs, runner }, { github, repository, log }, number) {
  const pulls = async () => [number];
  return {
    pull: createPullRequest(github, repository, number),
    freezeLabeller: () => freezeLabeller(github, repository, [number]),
    ...inputs.comment && !isFork2(runner) ? { comment: createPlanComment({ github, repository, pulls, log }) } : {}
  };
}
function branchRoles(job, place) {
  const { inputs, runner } = job;
  const { github, repository, log } = place;
  const { trigger, runUrl } = runner;
  if (trigger.kind === "pull-request" || trigger.sha === null || inputs.command !== "apply")
    return { ...issueRole(job, place), ...proposalRole(job, place) };
  const { sha, branch } = trigger;
  const push = { sha, branch, before: trigger.kind === "push" ? trigger.before : null };
  const history = createMergeHistory(github, repository, { push, key: inputs.key });
  const environment = environmentOf(inputs);
  const deployments = createDeployments(github, repository, { sha, environment, runUrl });
  const pulls = () => history.pullNumbers();
  return {
    ...issueRole(job, place),
    merge: { history, deployments },
    freezeLabeller: async () => freezeLabeller(github, repository, await history.pullNumbers()),
    ...inputs.comment ? { comment: createPlanComment({ github, repository, pulls, log }) } : {}
  };
}
function issueRole({ inputs, runner, folder }, { github, repository }) {
  if (!inputs.issues || !speaksForRepository(runner)) return {};
  const place = JSON.stringify([inputs.cloud ?? process.env["OS_CLOUD"] ?? "", folder]);
  return { issues: { keeper: createGitHubIssues({ github, repository }), max: inputs.maxIssues, place } };
}
function proposalRole({ inputs, runner, folder }, place) {
  const { trigger, defaultBranch } = runner;
  if (!inputs.adopt || trigger.kind === "pull-request" || trigger.kind === "merge-group") return {};
  const { sha, branch } = trigger;
  if (sha === null || branch === null || branch !== defaultBranch) {
    place.log.warn(`adopt: only shown, for ${JSON.stringify(branch)} is not the default branch`);
    return {};
  }
  const { github, repository } = place;
  const where = JSON.stringify([inputs.cloud ?? process.env["OS_CLOUD"] ?? "", folder]);
  return {
    proposals: createProposals({ github, repository, base: { branch, sha }, folder, place: where })
  };
}

export {
  setSecret,
  getInput,
  setFailed,
  debug,
  createJobLog,
  setExitCode,
  triggerFrom,
  commitOf,
  defaultBranchIn,
  branchOf,
  commitTree,
  createDeployments,
  createPullHistory,
  optionsOf,
  surroundingsOf,
  environmentOf,
  isFork2 as isFork,
  isCloudFromFolder,
  openForge
};
