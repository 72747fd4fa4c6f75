/** Reads the specs of a repository: the files that match, then whatever they name, until nothing is missing. */
import { type ParsedSpecs, parseSpecs } from '../core/spec/parse.ts';
import type { Problem } from '../model/problem.ts';
import type { SourceFile } from '../model/source.ts';
import type { Spec } from '../model/spec.ts';
import type { SourceTree } from '../ports/source-tree.ts';

export interface ReadSpecs {
  readonly specs: readonly Spec[];
  readonly problems: readonly Problem[];
  /** Every path that was looked for: the spec files and what they name. */
  readonly files: readonly string[];
}

/** Problems are values; only a tree that breaks throws. */
export async function readSpecs(tree: SourceTree, globs: readonly string[]): Promise<ReadSpecs> {
  const { paths, files, specs, problems } = await readSources(tree, globs);
  if (paths.length === 0) return { specs: [], problems: [noFile(globs)], files: [] };
  return { specs, problems, files: [...files.keys()] };
}

export interface ReadSources extends Pick<ParsedSpecs, 'specs' | 'problems'> {
  /** Of the spec files. */
  readonly paths: readonly string[];
  readonly files: ReadonlyMap<string, SourceFile>;
}

/** The same with the files themselves. */
export async function readSources(tree: SourceTree, globs: readonly string[]): Promise<ReadSources> {
  const paths = await tree.list(globs);
  const files = new Map<string, SourceFile>();
  let wanted: readonly string[] = paths;
  for (;;) {
    const read = wanted.length === 0 ? [] : await tree.read(wanted);
    wanted.forEach((path, index) => {
      files.set(path, read[index] ?? { path, state: 'absent' });
    });
    const { specs, problems, needs } = parseSpecs(paths, files);
    if (needs.length === 0) return { paths, files, specs, problems };
    wanted = needs;
  }
}

function noFile(globs: readonly string[]): Problem {
  const tried = globs.map((glob) => JSON.stringify(glob)).join(', ');
  const message = `no file matches the spec globs ${tried || '(none given)'}; name globs relative to the repository's root, such as "scaling/**/*.yaml"`;
  return { file: '.', line: 1, column: 1, message };
}
