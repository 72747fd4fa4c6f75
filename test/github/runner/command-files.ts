/** The files through which a step tells the runner outputs, variables, state, paths and its summary. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILES = {
  GITHUB_OUTPUT: 'output',
  GITHUB_ENV: 'env',
  GITHUB_STATE: 'state',
  GITHUB_PATH: 'path',
  GITHUB_STEP_SUMMARY: 'summary',
} as const;

export type CommandFile = keyof typeof FILES;

/** Fresh ones for each step; the variables that name them. */
export function makeCommandFiles(folder: string): Readonly<Record<CommandFile, string>> {
  mkdirSync(folder, { recursive: true });
  const path = (name: CommandFile) => join(folder, FILES[name]);
  const files: Readonly<Record<CommandFile, string>> = {
    GITHUB_OUTPUT: path('GITHUB_OUTPUT'),
    GITHUB_ENV: path('GITHUB_ENV'),
    GITHUB_STATE: path('GITHUB_STATE'),
    GITHUB_PATH: path('GITHUB_PATH'),
    GITHUB_STEP_SUMMARY: path('GITHUB_STEP_SUMMARY'),
  };
  for (const file of Object.values(files)) writeFileSync(file, '');
  return files;
}

/** `name=value` on a line, or `name<<delimiter`, lines, `delimiter`. Throws on anything else, as the runner does. */
export function readPairs(path: string): Readonly<Record<string, string>> {
  const lines = readFileSync(path, 'utf8').split(/\r?\n/);
  const found: Record<string, string> = {};
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const heredoc = /^([^=]+?)<<(.+)$/.exec(line);
    if (heredoc === null) {
      const simple = /^([^=]+)=(.*)$/s.exec(line);
      if (simple === null) throw new Error(`Unable to process file command: Invalid format '${line}'`);
      found[simple[1] ?? ''] = simple[2] ?? '';
      continue;
    }
    const [, name = '', delimiter = ''] = heredoc;
    const end = lines.indexOf(delimiter, at + 1);
    if (end < 0)
      throw new Error(`Unable to process file command: Matching delimiter not found '${delimiter}'`);
    found[name] = lines.slice(at + 1, end).join('\n');
    at = end;
  }
  return found;
}

/** 1 MiB; what is longer is dropped, and the step goes on. */
export const MAX_SUMMARY_BYTES = 1024 * 1024;

export function readSummary(path: string): { readonly text: string; readonly tooLong: boolean } {
  const text = readFileSync(path, 'utf8');
  return Buffer.byteLength(text) > MAX_SUMMARY_BYTES ? { text: '', tooLong: true } : { text, tooLong: false };
}
