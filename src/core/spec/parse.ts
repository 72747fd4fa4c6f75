/** Spec files to specs: valid, complete, or else every problem of every file at once. */
import type { Problem } from '../../model/problem.ts';
import type { SourceFile } from '../../model/source.ts';
import type { Spec } from '../../model/spec.ts';
import { duplicateNames } from './duplicate-names.ts';
import { Sources } from './sources.ts';
import type { SpecDocument } from './spec-documents.ts';
import { readSpecFile } from './spec-file.ts';
import { type BuiltSpec, buildSpec } from './spec-of-document.ts';

export interface ParsedSpecs {
  /** Sorted by name. */
  readonly specs: readonly Spec[];
  /** Sorted by file, line, column. */
  readonly problems: readonly Problem[];
  /** Files that must be read before the answer is final, sorted; empty = it is final. */
  readonly needs: readonly string[];
}

/**
 * Reads the spec files `paths` out of `files`, which holds everything read so far.
 *
 * A template that another spec nests or names is a part of that spec, not one of its own.
 */
export function parseSpecs(paths: readonly string[], files: ReadonlyMap<string, SourceFile>): ParsedSpecs {
  const sources = new Sources(files);
  const read = [...new Set(paths)].sort().map((path) => readOne(path, sources));
  const own = read.flatMap((file) => file.own);
  const built = [...own, ...bareTemplates(read, own, sources)];
  const parts = new Set(built.flatMap(({ paths }) => [...paths]));
  const specs = built.flatMap(({ spec }) => (spec === null ? [] : [spec])).sort(byName);
  const problems = [
    ...read.filter(({ path }) => !parts.has(path)).flatMap((file) => file.problems),
    ...built.flatMap((one) => one.problems),
    ...duplicateNames(specs),
  ];
  return { specs, problems: sortedProblems(problems), needs: sources.needs };
}

interface PathFile {
  readonly path: string;
  readonly problems: readonly Problem[];
  readonly own: readonly BuiltSpec[];
  readonly templates: readonly SpecDocument[];
}

/** One file after another: the syntax trees of thousands, held at once, would be most of the memory. */
function readOne(path: string, sources: Sources): PathFile {
  const { documents, problems } = readSpecFile(path, sources);
  const own = documents.filter((document) => !isTemplate(document));
  return {
    path,
    problems,
    own: own.map((document) => buildSpec(document, sources)),
    templates: documents.filter(isTemplate),
  };
}

/** Those that nobody else uses; and of a circle of templates that use each other, all. */
function bareTemplates(
  read: readonly PathFile[],
  own: readonly BuiltSpec[],
  sources: Sources,
): readonly BuiltSpec[] {
  const templates = read.flatMap((file) => file.templates);
  const used = new Set(own.flatMap(({ paths }) => [...paths]));
  const built = templates
    .filter(({ file }) => !used.has(file))
    .map((document) => ({ document, ...buildSpec(document, sources) }));
  const usedBy = (file: string) =>
    built.some((other) => other.document.file !== file && other.paths.has(file));
  const roots = built.filter(({ document }) => !usedBy(document.file));
  const reached = new Set(roots.flatMap(({ paths }) => [...paths]));
  return built.filter((one) => roots.includes(one) || !reached.has(one.document.file));
}

function isTemplate({ kind }: SpecDocument): boolean {
  return kind === 'HOT' || kind === 'CloudFormation';
}

function byName(a: Spec, b: Spec): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/** Beyond this nobody reads on, and a hostile file could make a hundred thousand. */
const MAX_PROBLEMS_A_FILE = 100;

function sortedProblems(problems: readonly Problem[]): readonly Problem[] {
  const unique = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  const sorted = [...unique.values()].sort(
    (a, b) =>
      compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.message, b.message),
  );
  const byFile = new Map<string, Problem[]>();
  for (const problem of sorted) {
    const sameFile = byFile.get(problem.file);
    if (sameFile === undefined) byFile.set(problem.file, [problem]);
    else sameFile.push(problem);
  }
  return [...byFile.values()].flatMap(limited);
}

function limited(problems: readonly Problem[]): readonly Problem[] {
  const next = problems[MAX_PROBLEMS_A_FILE];
  if (next === undefined) return problems;
  const more = problems.length - MAX_PROBLEMS_A_FILE;
  const message = `${more} more problems stand from here on; mend those above first`;
  return [...problems.slice(0, MAX_PROBLEMS_A_FILE), { ...next, message }];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
