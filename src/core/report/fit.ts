/** Makes a report fit: detail is shed in a fixed order, the verdict and the danger never. */
import { Buffer } from 'node:buffer';

/** How much of a report is shown; each level of LEVELS shows less than the one before. */
export interface Detail {
  /** 0 = nothing is shed. */
  readonly level: number;
  readonly unchangedNames: boolean;
  /** Bars of sizes and of batches. */
  readonly bars: boolean;
  /** Servers named in one place of a fold; 0 = only how many there are. */
  readonly serverNames: number;
  /** 0 = no diffs, the summary is named instead. */
  readonly diffLines: number;
  readonly columns: number;
  readonly folds: number;
  readonly rows: number;
  readonly sentences: number;
  readonly dangerNames: number;
  /** Longest foreign text in one place. */
  readonly words: number;
}

const FULL: Detail = {
  level: 0,
  unchangedNames: true,
  bars: true,
  serverNames: 200,
  diffLines: 5000,
  columns: 2000,
  folds: 10_000,
  rows: 10_000,
  sentences: 20,
  dangerNames: 6,
  words: 2000,
};

const ALL = Number.POSITIVE_INFINITY;

/** Everything there is, for a file. */
export const WHOLE: Detail = {
  ...FULL,
  serverNames: ALL,
  diffLines: ALL,
  columns: ALL,
  folds: ALL,
  rows: ALL,
  sentences: ALL,
  dangerNames: ALL,
  words: ALL,
};

/**
 * The order of shedding: unchanged groups, long diffs, server names and bars, all diffs, folds, rows, words.
 * The verdict and the danger stay to the last, with fewer names in them. docs/comments.md tells users, and a test holds
 * it to these numbers.
 */
export const LEVELS: readonly [Detail, ...Detail[]] = stepwise([
  {},
  { unchangedNames: false },
  { diffLines: 200, columns: 400 },
  { diffLines: 40, columns: 200 },
  { serverNames: 0, bars: false },
  { diffLines: 0, dangerNames: 3 },
  { folds: 100, words: 500 },
  { folds: 20, rows: 200, sentences: 10 },
  { folds: 0, rows: 60, dangerNames: 0, words: 200 },
  { rows: 10, sentences: 3, words: 60 },
]);

/**
 * GitHub says 65,536 characters and means, depending on the place, code points (a pull request's body),
 * 262,144 bytes of UTF-8 (a comment, an issue; measured by others) or 65,535 characters (a check run).
 * So many UTF-16 units are within each: never fewer than the code points, never more than 3 bytes apiece.
 */
export const COMMENT_BUDGET = 65_000;
/** A job summary may hold 1 MiB. */
export const SUMMARY_BUDGET = 1024 * 1024 - 4096;

/** More than any editor opens; what is longer does not fit into a string, either. */
export const DOCUMENT_BUDGET = 64 * 1024 * 1024;

/**
 * The first level whose rendering is within the budget; the last one if none is.
 * A rendering comes in parts, so that a level that is far too long is given up early.
 */
export function fitWithin(
  render: (detail: Detail) => Iterable<string>,
  budget: number,
  size: (text: string) => number,
  levels: readonly Detail[] = LEVELS,
): string {
  for (const level of levels.slice(0, -1)) {
    const text = joinWithin(render(level), budget, size);
    if (text !== null) return text;
  }
  return [...render(levels.at(-1) ?? FULL)].join('');
}

function joinWithin(parts: Iterable<string>, budget: number, size: (text: string) => number): string | null {
  const taken: string[] = [];
  let total = 0;
  for (const part of parts) {
    total += size(part);
    if (total > budget) return null;
    taken.push(part);
  }
  return taken.join('');
}

export function utf16Units(text: string): number {
  return text.length;
}

export function utf8Bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

function stepwise(steps: readonly [Partial<Detail>, ...Partial<Detail>[]]): [Detail, ...Detail[]] {
  const [first, ...rest] = steps;
  const levels: [Detail, ...Detail[]] = [{ ...FULL, ...first }];
  for (const step of rest) levels.push({ ...(levels.at(-1) ?? FULL), ...step, level: levels.length });
  return levels;
}
