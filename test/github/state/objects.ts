/** Git's objects, named as Git names them: blobs, trees and commits by the SHA-1 of their bytes. */
import { createHash } from 'node:crypto';

/** Path from the root → blob. */
export type Tree = ReadonlyMap<string, string>;

export interface Person {
  readonly name: string;
  readonly email: string;
  /** ISO 8601. */
  readonly date: string;
}

export interface Commit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  /** The login of the account. */
  readonly author: string;
  readonly by: Person;
}

export interface TreeEntry {
  readonly mode: '100644' | '040000';
  readonly type: 'blob' | 'tree';
  readonly name: string;
  readonly sha: string;
}

export class Objects {
  readonly blobs = new Map<string, Buffer>();
  /** The entries of single folders. */
  readonly folders = new Map<string, readonly TreeEntry[]>();
  readonly commits = new Map<string, Commit>();

  blob(content: Buffer): string {
    const sha = named('blob', content);
    this.blobs.set(sha, content);
    return sha;
  }

  tree(files: Tree): string {
    const inside = new Map<string, Map<string, string>>();
    const entries: TreeEntry[] = [];
    for (const [path, sha] of files) {
      const [first = '', ...rest] = path.split('/');
      if (rest.length === 0) entries.push({ mode: '100644', type: 'blob', name: first, sha });
      else inside.set(first, (inside.get(first) ?? new Map()).set(rest.join('/'), sha));
    }
    for (const [name, below] of inside) {
      entries.push({ mode: '040000', type: 'tree', name, sha: this.tree(below) });
    }
    return this.folder(entries);
  }

  /** All files below a tree, by their whole path. */
  filesOf(tree: string, prefix = ''): Tree {
    const found = (this.folders.get(tree) ?? []).flatMap(({ type, name, sha }): [string, string][] =>
      type === 'blob' ? [[prefix + name, sha]] : [...this.filesOf(sha, `${prefix}${name}/`)],
    );
    return new Map(found);
  }

  commit(commit: Omit<Commit, 'sha'>): Commit {
    const { name, email, date } = commit.by;
    const stamp = `${name} <${email}> ${Date.parse(date) / 1000} +0000`;
    const lines = [
      `tree ${commit.tree}`,
      ...commit.parents.map((parent) => `parent ${parent}`),
      `author ${stamp}`,
      `committer ${stamp}`,
      '',
      commit.message,
    ];
    const made = { ...commit, sha: named('commit', Buffer.from(lines.join('\n'))) };
    this.commits.set(made.sha, made);
    return made;
  }

  private folder(entries: readonly TreeEntry[]): string {
    const sorted = [...entries].sort((a, b) => (sortName(a) < sortName(b) ? -1 : 1));
    const bytes = sorted.flatMap(({ mode, name, sha }) => [
      Buffer.from(`${mode.replace(/^0/, '')} ${name}\0`),
      Buffer.from(sha, 'hex'),
    ]);
    const sha = named('tree', Buffer.concat(bytes));
    this.folders.set(sha, sorted);
    return sha;
  }
}

/** Git sorts folders as if their names ended in a slash. */
function sortName({ name, type }: TreeEntry): string {
  return type === 'tree' ? `${name}/` : name;
}

function named(type: string, content: Buffer): string {
  return createHash('sha1').update(`${type} ${content.length}\0`).update(content).digest('hex');
}
