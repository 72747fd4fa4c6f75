/** The cases of the corpus as their folders describe them; see README.md beside. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export type Fate = 'keep' | 'update' | 'replace' | 'create' | 'delete';

export interface AppliedCase {
  readonly name: string;
  readonly folder: string;
  readonly title: string;
  /** Servers of each group after the creation. */
  readonly size: Readonly<Record<string, number>>;
  /** Rules of findings that the first plan must have. */
  readonly findings: readonly string[];
  /** Somebody must signal the wait condition handles: the servers here run no software. */
  readonly signalsHandles: boolean;
  readonly signal: { readonly policy: string; readonly group: string; readonly size: number } | null;
  readonly change: CaseChange;
}

export interface CaseChange {
  readonly what: string;
  readonly file: string;
  readonly replace: readonly [string, string];
  /** How many members of each group meet which fate. */
  readonly fates: Readonly<Record<string, Readonly<Partial<Record<Fate, number>>>>>;
  readonly findings: readonly string[];
  /** Running servers stay on the earlier definition, and drift says so. */
  readonly leavesBehind: boolean;
}

export interface RefusedCase {
  readonly name: string;
  readonly folder: string;
  readonly title: string;
  readonly refused: readonly { readonly at: string; readonly says: readonly string[] }[];
}

const FOLDER = import.meta.dirname;

export function appliedCases(): readonly AppliedCase[] {
  return foldersIn(FOLDER).flatMap(({ name, folder }) => {
    if (name === 'refused') return [];
    const { change, ...rest } = read(folder);
    const nothing = { findings: [], signalsHandles: false, signal: null };
    const changed = { findings: [], leavesBehind: false, ...change };
    return [{ ...nothing, ...rest, change: changed, name, folder }];
  });
}

export function refusedCases(): readonly RefusedCase[] {
  return foldersIn(join(FOLDER, 'refused')).map(({ name, folder }) => ({ ...read(folder), name, folder }));
}

function foldersIn(parent: string): readonly { readonly name: string; readonly folder: string }[] {
  return readdirSync(parent, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map(({ name }) => ({ name, folder: join(parent, name) }));
}

function read(folder: string) {
  return parse(readFileSync(join(folder, 'case.yaml'), 'utf8'));
}
