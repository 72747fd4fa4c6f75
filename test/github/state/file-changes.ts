/** What changed between two trees, as GitHub lists it: a patch for each file, renames found. */
import { structuredPatch } from 'diff';
import type { Objects, Tree } from './objects.ts';

export interface FileChange {
  readonly filename: string;
  readonly previous: string | null;
  readonly sha: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
  readonly additions: number;
  readonly deletions: number;
  readonly patch: string;
}

export function fileChanges(objects: Objects, before: Tree, after: Tree): readonly FileChange[] {
  const added = [...after.keys()].filter((path) => !before.has(path));
  const removed = new Set([...before.keys()].filter((path) => !after.has(path)));
  const changes = [...after].flatMap(([path, sha]): FileChange[] => {
    const was = before.get(path);
    if (was === sha) return [];
    if (was !== undefined) return [change(objects, { path, was, sha, status: 'modified' })];
    // GitHub finds similar files, too; here the content has to be the same.
    const from = added.includes(path) ? [...removed].find((old) => before.get(old) === sha) : undefined;
    if (from === undefined) return [change(objects, { path, was: undefined, sha, status: 'added' })];
    removed.delete(from);
    return [{ ...change(objects, { path, was: sha, sha, status: 'renamed' }), previous: from }];
  });
  const gone = [...removed].map((path) =>
    change(objects, { path, was: before.get(path), sha: undefined, status: 'removed' }),
  );
  return [...changes, ...gone].sort((one, other) => (one.filename < other.filename ? -1 : 1));
}

interface Sides {
  readonly path: string;
  readonly was: string | undefined;
  readonly sha: string | undefined;
  readonly status: FileChange['status'];
}

function change(objects: Objects, { path, was, sha, status }: Sides): FileChange {
  const text = (blob: string | undefined) => (blob ? (objects.blobs.get(blob)?.toString('utf8') ?? '') : '');
  const { hunks } = structuredPatch(path, path, text(was), text(sha), '', '', { context: 3 });
  const lines = hunks.flatMap((hunk) => [
    `@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`,
    ...hunk.lines,
  ]);
  return {
    filename: path,
    previous: null,
    sha: sha ?? was ?? '',
    status,
    additions: lines.filter((line) => line.startsWith('+')).length,
    deletions: lines.filter((line) => line.startsWith('-')).length,
    patch: lines.join('\n'),
  };
}
