/** What the cases came to on the real OpenStack: a file that the run there writes. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CASES } from './cases.ts';
import type { Result } from './run.ts';

const FILE = join(import.meta.dirname, 'real.json');

export type Results = Readonly<Record<string, Result>>;

export function readRecord(): Results {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
}

/** In the order of the cases, and nothing of cases that are no more; at once, for a run can be killed. */
export function keepResult(name: string, result: Result): void {
  const results = { ...readRecord(), [name]: result };
  const known = CASES.flatMap((one) => (one.name in results ? [[one.name, results[one.name]]] : []));
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(known), null, 2)}\n`);
}
