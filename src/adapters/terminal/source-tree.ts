/** The repository's files on the file system: listed by globs, read up to a size, never outside the root. */
import { constants, type Dirent } from 'node:fs';
import { type FileHandle, lstat, open, readdir, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { MAX_FILE_BYTES, type SourceFile } from '../../model/source.ts';
import type { SourceTree } from '../../ports/source-tree.ts';
import { fixedFolder, globMatcher, matchesGlob, normalGlobs } from './glob.ts';

/** `root`: the repository's folder. */
export function fileSystemTree(root: string): SourceTree {
  return {
    list: (globs) => list(root, normalGlobs(globs)),
    covers: (globs, path) => globMatcher(globs)(path),
    read: (paths) => readAll(root, paths),
  };
}

/** Never spec files, and often huge. */
const PASSED_OVER = ['.git', 'node_modules'];

async function list(root: string, globs: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const folder of new Set(globs.map(fixedFolder))) {
    for await (const path of walk(root, folder)) {
      if (globs.some((glob) => matchesGlob(glob, path))) found.add(path);
    }
  }
  return [...found].sort();
}

/** Links are listed and not followed: reading one that leads outside says so. */
async function* walk(root: string, folder: string): AsyncGenerator<string> {
  if (!(await isRealFolder(root, folder))) return;
  const entries = await entriesOf(join(root, folder));
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (!entry.isDirectory()) yield path;
    else if (!PASSED_OVER.includes(entry.name)) yield* walk(root, path);
  }
}

async function isRealFolder(root: string, folder: string): Promise<boolean> {
  if (folder === '') return true;
  const stats = await lstat(join(root, folder)).catch(() => null);
  return stats?.isDirectory() ?? false;
}

/** A folder that is closed to us holds nothing for us; the root must be readable. */
async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (codeOf(error) === 'EACCES' || codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

async function readAll(root: string, paths: readonly string[]): Promise<readonly SourceFile[]> {
  const realRoot = await realpath(root);
  const files: SourceFile[] = [];
  for (const path of paths) files.push(await readOne(realRoot, path));
  return files;
}

async function readOne(realRoot: string, path: string): Promise<SourceFile> {
  try {
    const real = await realpath(join(realRoot, path));
    if (!isInside(realRoot, real)) return { path, state: 'outside' };
    // O_NONBLOCK: opening a named pipe must not wait for somebody to write into it
    const handle = await open(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      return await readHandle(handle, path);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const state = STATES[codeOf(error)];
    if (state === undefined) throw error;
    return isOutside(realRoot, path) ? { path, state: 'outside' } : { path, state };
  }
}

const STATES: Readonly<Record<string, 'absent' | 'not-a-file'>> = {
  ENOENT: 'absent',
  ENOTDIR: 'absent',
  ENAMETOOLONG: 'absent',
  ERR_INVALID_ARG_VALUE: 'absent',
  ELOOP: 'not-a-file',
  EACCES: 'not-a-file',
  EPERM: 'not-a-file',
  EISDIR: 'not-a-file',
  ENXIO: 'not-a-file',
};

async function readHandle(handle: FileHandle, path: string): Promise<SourceFile> {
  const stats = await handle.stat();
  if (!stats.isFile()) return { path, state: 'not-a-file' };
  if (stats.size > MAX_FILE_BYTES) return { path, state: 'too-large', size: stats.size };
  const buffer = new Uint8Array(stats.size);
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return { path, state: 'read', bytes: buffer.subarray(0, length) };
}

/** What git keeps for itself is no file of the repository: a checkout may leave its token there. */
function isInside(root: string, real: string): boolean {
  const way = relative(root, real).split(sep);
  return way[0] !== '..' && !way.includes('.git');
}

function isOutside(realRoot: string, path: string): boolean {
  return !isInside(realRoot, join(realRoot, path));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
