import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  fixedFolder,
  globMatcher,
  matchesGlob,
  normalGlobs
} from "./chunk-2FN7F5LV.js";
import {
  MAX_FILE_BYTES
} from "./chunk-MM7YW66Y.js";

// src/adapters/terminal/source-tree.ts
import { constants } from "node:fs";
import { lstat, open, readdir, realpath } from "node:fs/promises";
import { join, relative, sep } from "node:path";
function fileSystemTree(root) {
  return {
    list: (globs) => list(root, normalGlobs(globs)),
    covers: (globs, path) => globMatcher(globs)(path),
    read: (paths) => readAll(root, paths)
  };
}
var PASSED_OVER = [".git", "node_modules"];
async function list(root, globs) {
  const found = /* @__PURE__ */ new Set();
  for (const folder of new Set(globs.map(fixedFolder))) {
    for await (const path of walk(root, folder)) {
      if (globs.some((glob) => matchesGlob(glob, path))) found.add(path);
    }
  }
  return [...found].sort();
}
async function* walk(root, folder) {
  if (!await isRealFolder(root, folder)) return;
  const entries = await entriesOf(join(root, folder));
  for (const entry of entries) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (!entry.isDirectory()) yield path;
    else if (!PASSED_OVER.includes(entry.name)) yield* walk(root, path);
  }
}
async function isRealFolder(root, folder) {
  if (folder === "") return true;
  const stats = await lstat(join(root, folder)).catch(() => null);
  return stats?.isDirectory() ?? false;
}
async function entriesOf(folder) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (codeOf(error) === "EACCES" || codeOf(error) === "ENOENT") return [];
    throw error;
  }
}
async function readAll(root, paths) {
  const realRoot = await realpath(root);
  const files = [];
  for (const path of paths) files.push(await readOne(realRoot, path));
  return files;
}
async function readOne(realRoot, path) {
  try {
    const real = await realpath(join(realRoot, path));
    if (!isInside(realRoot, real)) return { path, state: "outside" };
    const handle = await open(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      return await readHandle(handle, path);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const state = STATES[codeOf(error)];
    if (state === void 0) throw error;
    return isOutside(realRoot, path) ? { path, state: "outside" } : { path, state };
  }
}
var STATES = {
  ENOENT: "absent",
  ENOTDIR: "absent",
  ENAMETOOLONG: "absent",
  ERR_INVALID_ARG_VALUE: "absent",
  ELOOP: "not-a-file",
  EACCES: "not-a-file",
  EPERM: "not-a-file",
  EISDIR: "not-a-file",
  ENXIO: "not-a-file"
};
async function readHandle(handle, path) {
  const stats = await handle.stat();
  if (!stats.isFile()) return { path, state: "not-a-file" };
  if (stats.size > MAX_FILE_BYTES) return { path, state: "too-large", size: stats.size };
  const buffer = new Uint8Array(stats.size);
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return { path, state: "read", bytes: buffer.subarray(0, length) };
}
function isInside(root, real) {
  const way = relative(root, real).split(sep);
  return way[0] !== ".." && !way.includes(".git");
}
function isOutside(realRoot, path) {
  return !isInside(realRoot, join(realRoot, path));
}
function codeOf(error) {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

// src/commands/table.ts
var COMMANDS = {
  validate: {
    summary: "check every spec, setting and guardrail; nothing is contacted",
    run: async (parts, options) => (await import("./validate-6WOFXY5M.js")).validate(parts, options),
    exitCodes: { 0: "valid", 1: "problems" }
  },
  plan: {
    summary: "show what the specs would change in the cloud",
    run: besideSchedules(async () => (await import("./plan-X4LTTAFS.js")).plan),
    exitCodes: { 0: "no changes", 1: "error", 2: "changes", 3: "refused" }
  },
  apply: {
    summary: "make exactly the planned changes",
    run: besideSchedules(async () => (await import("./apply-KUTJNIYV.js")).apply),
    exitCodes: { 0: "done or nothing to do", 1: "error or incomplete", 3: "refused" }
  },
  drift: {
    summary: "show where the cloud differs from the specs; with `--fix`, put right what is safe to",
    run: besideSchedules(async () => (await import("./fix-TUWI6SKL.js")).driftOrFix),
    exitCodes: { 0: "clean or put right", 1: "could not check", 2: "drift" }
  },
  health: {
    summary: "show what is wrong right now; with `--heal`, put it right",
    run: besideSchedules(async () => (await import("./health-W7ULOBF5.js")).health),
    exitCodes: { 0: "healthy or healed", 1: "could not check", 2: "unhealthy" }
  }
};
function besideSchedules(load) {
  return async (parts, options) => {
    const [beside, run] = await Promise.all([import("./beside-schedules-XD74VWJU.js"), load()]);
    return beside.besideSchedules(run)(parts, options);
  };
}
function isCommandName(name) {
  return Object.hasOwn(COMMANDS, name);
}

export {
  fileSystemTree,
  COMMANDS,
  isCommandName
};
