/** The commits of a repository and its forks: who descends from whom, what a merge gives. */
import { type Commit, Objects, type Tree } from './objects.ts';

/** Text by path; null takes the file away. */
export type Edits = Readonly<Record<string, string | null>>;

export interface CommitInput {
  readonly parents: readonly string[];
  readonly files: Tree;
  readonly message: string;
  readonly author: string;
}

/** The first commit's hour; each later one is a minute younger, so that the same story gives the same commits. */
const EPOCH = Date.parse('2026-01-05T08:00:00Z');

export class History {
  readonly objects = new Objects();
  private commitCount = 0;

  commit({ files, author, ...rest }: CommitInput): Commit {
    const date = new Date(EPOCH + this.commitCount * 60_000).toISOString().replace('.000', '');
    this.commitCount += 1;
    const by = { name: author, email: `${author}@users.noreply.github.example`, date };
    return this.objects.commit({ ...rest, tree: this.objects.tree(files), author, by });
  }

  edited(files: Tree, edits: Edits): Tree {
    const next = new Map(files);
    for (const [path, text] of Object.entries(edits)) {
      if (text === null) next.delete(path);
      else next.set(path, this.objects.blob(Buffer.from(text)));
    }
    return next;
  }

  get(sha: string): Commit {
    const commit = this.objects.commits.get(sha);
    if (commit === undefined) throw new Error(`the repository has no commit "${sha}"`);
    return commit;
  }

  files(sha: string): Tree {
    return this.objects.filesOf(this.get(sha).tree);
  }

  text(sha: string, path: string): string | null {
    const blob = this.files(sha).get(path);
    return blob === undefined ? null : (this.objects.blobs.get(blob)?.toString('utf8') ?? null);
  }

  /** A commit and all it descends from, the nearest first. */
  ancestors(sha: string): ReadonlySet<string> {
    const seen = new Set<string>();
    const waiting = [sha];
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(...this.get(next).parents);
    }
    return seen;
  }

  /** In the history of one and not of the other, the oldest first. */
  between(base: string, head: string): readonly Commit[] {
    const known = this.ancestors(base);
    return [...this.ancestors(head)]
      .filter((sha) => !known.has(sha))
      .map((sha) => this.get(sha))
      .sort((one, other) => (one.by.date < other.by.date ? -1 : 1));
  }

  mergeBase(one: string, other: string): string | null {
    const known = this.ancestors(other);
    return [...this.ancestors(one)].find((sha) => known.has(sha)) ?? null;
  }

  /** File by file, as a three-way merge; null when both sides changed the same file differently. */
  merged(base: string, head: string): Tree | null {
    const from = this.mergeBase(base, head);
    const [before, ours, theirs] = [
      from === null ? new Map() : this.files(from),
      this.files(base),
      this.files(head),
    ];
    const result = new Map<string, string>();
    for (const path of new Set([...ours.keys(), ...theirs.keys()])) {
      const [was, here, there] = [before.get(path), ours.get(path), theirs.get(path)];
      if (here !== there && was !== here && was !== there) return null;
      const kept = was === here ? there : here;
      if (kept !== undefined) result.set(path, kept);
    }
    return result;
  }
}
