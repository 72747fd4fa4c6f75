// Keeps a sandbox's state in a file, never half-written.

import { readFile, rename, writeFile } from 'node:fs/promises';
import { restoreWorld, type SandboxState } from './state.ts';

/** Null if there is no such file; throws one Error if it holds no sandbox state. */
export async function readStateFile(path: string): Promise<SandboxState | null> {
  const text = await textOf(path);
  if (text === null) return null;
  try {
    const state = JSON.parse(text) as SandboxState;
    restoreWorld(state);
    return state;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new Error(`reading the sandbox state "${path}": ${detail}`);
  }
}

/** A reader sees the old content or the new, nothing between; throws one Error where it can't be written. */
export async function writeStateFile(path: string, state: SandboxState): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, `${JSON.stringify(state)}\n`, { mode: 0o600 });
    await rename(temporary, path);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new Error(
      `saving the sandbox state "${path}": ${detail}; what was done on the sandbox is lost, name a file in a folder that is there and may be written`,
    );
  }
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
