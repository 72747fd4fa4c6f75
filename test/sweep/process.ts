/** Runs a built door as a process of its own that can be killed, its clock as fast as the sandbox's. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

export interface Ended {
  /** null = killed. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly ended: Promise<Ended>;
  kill(): void;
}

export interface Pace {
  readonly speed: number;
  /** The cloud's time, in milliseconds, at the real time beside it. */
  readonly now: number;
  readonly real: number;
}

/** Longer than this no run of the sweep takes, also on a busy machine: what hangs is a shortfall, not a hanging sweep. */
const PATIENCE_MS = 180_000;

export function start(
  words: readonly string[],
  place: {
    readonly cwd: string;
    readonly env: Readonly<Record<string, string>>;
    readonly pace: Pace | null;
    readonly patience?: number;
  },
): Started {
  const { pace, patience = PATIENCE_MS } = place;
  const preload = pace === null ? [] : ['--import', join(import.meta.dirname, 'fast-clock.mjs')];
  const clock =
    pace === null
      ? {}
      : { SWEEP_SPEED: `${pace.speed}`, SWEEP_NOW: `${pace.now}`, SWEEP_REAL: `${pace.real}` };
  const child = spawn(process.execPath, [...preload, ...words], {
    cwd: place.cwd,
    env: { PATH: process.env['PATH'] ?? '', HOME: place.cwd, ...place.env, ...clock },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { ended: endOf(child, patience), kill: () => child.kill('SIGKILL') };
}

function endOf(child: ChildProcess, milliseconds: number): Promise<Ended> {
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => {
    output.stdout += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    output.stderr += chunk.toString();
  });
  const patience = setTimeout(() => {
    output.stderr += `the sweep ended it after ${milliseconds / 1000} s`;
    child.kill('SIGKILL');
  }, milliseconds);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => {
      clearTimeout(patience);
      resolve({ exitCode, ...output });
    });
  });
}
