/** Runs the command line as a user does: a process, a working folder, an environment. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { inject } from 'vitest';

export interface Run {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Place {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

export function runCli(words: readonly string[], { cwd, env }: Place): Promise<Run> {
  const child = spawn(process.execPath, [join(inject('dist'), 'cli.js'), ...words], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', HOME: cwd, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    output.stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    output.stderr += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ exitCode: code ?? -1, ...output }));
  });
}
