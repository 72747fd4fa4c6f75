/** The repository's files, read-only, never outside its root. */
import type { SourceFile } from '../model/source.ts';

export interface SourceTree {
  /** Paths that match, sorted, each once. */
  list(globs: readonly string[]): Promise<readonly string[]>;
  /** Whether `list` would name the path, if there were such a file. */
  covers(globs: readonly string[], path: string): boolean;
  /** One answer for each path, in order; symbolic links that lead outside are `outside`. */
  read(paths: readonly string[]): Promise<readonly SourceFile[]>;
}
