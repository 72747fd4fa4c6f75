/** What the forge says at this moment of a comment that asks for something, and of its pull request. */

export interface ChatFacts {
  /** Of the comment's author in this repository. */
  readonly permission: 'admin' | 'write' | 'read' | 'none';
  /** false: deleted, or another text than the event had. */
  readonly commentStands: boolean;
  readonly pull: AskedPull;
}

export interface AskedPull {
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly fork: boolean;
  readonly draft: boolean;
  readonly headSha: string;
  /** The branch it is to be merged into. */
  readonly baseRef: string;
  /** The repository's: its rules are the ones that people keep, and comments are answered by what stands there. */
  readonly defaultBranch: string;
  /** As GitHub says: `clean`, `blocked`, `behind`, `dirty`, … */
  readonly mergeable: string;
  /** What merging would make, of its head and of the base branch as it is now; null when there is none. */
  readonly merge: { readonly sha: string; readonly baseSha: string } | null;
}
