import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  restoreWorld
} from "./chunk-DSL5S7GG.js";

// src/sandbox/state-file.ts
import { readFile, rename, writeFile } from "node:fs/promises";
async function readStateFile(path) {
  const text = await textOf(path);
  if (text === null) return null;
  try {
    const state = JSON.parse(text);
    restoreWorld(state);
    return state;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new Error(`reading the sandbox state "${path}": ${detail}`);
  }
}
async function writeStateFile(path, state) {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, `${JSON.stringify(state)}
`, { mode: 384 });
    await rename(temporary, path);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new Error(
      `saving the sandbox state "${path}": ${detail}; what was done on the sandbox is lost, name a file in a folder that is there and may be written`
    );
  }
}
async function textOf(path) {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

export {
  readStateFile,
  writeStateFile
};
