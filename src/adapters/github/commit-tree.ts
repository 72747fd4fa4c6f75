/** The repository's files at one commit, read through the API: nothing is checked out, nothing can be executed. */
import { posix } from 'node:path';
import { MAX_FILE_BYTES, type SourceFile } from '../../model/source.ts';
import { ForgeError } from '../../ports/errors.ts';
import type { SourceTree } from '../../ports/source-tree.ts';
import type { GitHub } from './api.ts';
import type { Repository } from './runner.ts';

export interface CommitTreeOptions {
  readonly sha: string;
  /** From the repository's root to where paths begin; empty = the root. */
  readonly folder: string;
  /** Files that are read at most: each is a request, and a job has a thousand an hour. */
  readonly most?: number;
  /** Whether one of the globs fits a path. */
  readonly matches: (globs: readonly string[]) => (path: string) => boolean;
}

interface Entry {
  readonly sha: string;
  readonly size: number;
  readonly kind: 'file' | 'link' | 'other';
}

/** As git writes them: a link's content is where it leads. */
const KINDS: Readonly<Record<string, Entry['kind']>> = {
  '100644': 'file',
  '100755': 'file',
  '120000': 'link',
};

/** One request for the tree, at the first question, and one for each file, however often it is asked for: a commit does not change. */
export function commitTree(github: GitHub, repository: Repository, options: CommitTreeOptions): SourceTree {
  let left = options.most ?? MOST_FILES;
  let tree: Promise<ReadonlyMap<string, Entry>> | null = null;
  const known = new Map<string, SourceFile>();
  const entries = () => {
    tree ??= readTree(github, repository, options.sha);
    return tree;
  };
  return {
    async list(globs) {
      const fits = options.matches(globs);
      const inFolder = [...(await entries()).entries()].flatMap(([path, { kind }]) => {
        const inside = below(options.folder, path);
        return kind !== 'other' && inside !== null ? [inside] : [];
      });
      return inFolder.filter(fits).sort();
    },
    covers: (globs, path) => options.matches(globs)(path),
    async read(paths) {
      const all = await entries();
      left -= paths.filter((path) => !known.has(path)).length;
      if (left < 0) throw tooMany(options);
      const files: SourceFile[] = [];
      for (const path of paths) {
        const file = known.get(path) ?? (await readFile(github, repository, all, options.folder, path));
        known.set(path, file);
        files.push(file);
      }
      return files;
    },
  };
}

const MOST_FILES = 500;

function tooMany({ sha, most = MOST_FILES }: CommitTreeOptions): ForgeError {
  return new ForgeError(
    'invalid',
    `reading the files of ${sha.slice(0, 7)}: they are more than ${most}, too many to ask GitHub for one by one; use a job with a checkout`,
  );
}

async function readTree(
  github: GitHub,
  repository: Repository,
  sha: string,
): Promise<ReadonlyMap<string, Entry>> {
  const { data } = await github.rest.git.getTree({ ...repository, tree_sha: sha, recursive: 'true' });
  if (data.truncated) {
    throw new ForgeError(
      'invalid',
      `reading the files of ${sha.slice(0, 7)}: the repository has more files than GitHub lists at once; keep the specs in a repository of their own`,
    );
  }
  return new Map(
    data.tree.flatMap(({ path, sha: blob, mode, size }) =>
      path === undefined || blob === undefined
        ? []
        : [[path, { sha: blob, size: size ?? 0, kind: KINDS[mode ?? ''] ?? 'other' }] as const],
    ),
  );
}

const MOST_LINKS = 8;

async function readFile(
  github: GitHub,
  repository: Repository,
  entries: ReadonlyMap<string, Entry>,
  folder: string,
  path: string,
): Promise<SourceFile> {
  let at = posix.join(folder, path);
  for (let links = 0; links < MOST_LINKS; links += 1) {
    // as on the file system, what lies beside the folder is outside
    if (below(folder, at) === null) return { path, state: 'outside' };
    const entry = entries.get(at);
    if (entry === undefined) return { path, state: 'absent' };
    if (entry.kind === 'other') return { path, state: 'not-a-file' };
    if (entry.size > MAX_FILE_BYTES) return { path, state: 'too-large', size: entry.size };
    const bytes = await readBlob(github, repository, entry.sha);
    if (entry.kind === 'file') return { path, state: 'read', bytes };
    const target = new TextDecoder().decode(bytes);
    at = posix.isAbsolute(target) ? '..' : posix.join(posix.dirname(at), target);
  }
  return { path, state: 'not-a-file' };
}

async function readBlob(github: GitHub, repository: Repository, sha: string): Promise<Uint8Array> {
  const { data } = await github.rest.git.getBlob({ ...repository, file_sha: sha });
  return new Uint8Array(Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8'));
}

/** The path as seen from the folder; null when it is not in it. */
function below(folder: string, path: string): string | null {
  const inside = posix.relative(folder === '' ? '.' : folder, path);
  return inside === '..' || inside.startsWith('../') ? null : inside;
}
