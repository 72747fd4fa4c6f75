/** A finished report, ready for a terminal, a file or a forge. Each text may be made at the moment it is read. */
import type { Position, Severity } from './problem.ts';

export type ReportKind = 'validate' | 'plan' | 'apply' | 'drift' | 'health';

/** `clean`: nothing to do; `changes`: as planned or done; the other two want a person. */
export type ReportTone = 'clean' | 'changes' | 'refused' | 'failed';

export interface Report {
  readonly kind: ReportKind;
  /** Start of the hidden first line of `markdown`: finds the earlier report of the same kind and key again. */
  readonly marker: string;
  /** The verdict as one plain line. */
  readonly title: string;
  readonly tone: ReportTone;
  /** For a comment or a check run: below 65,536 UTF-16 units. */
  readonly markdown: string;
  /** For a job summary: the same with more detail, below 1 MiB as UTF-8. */
  readonly summary: string;
  /** For a file: all of it, however long. */
  readonly document: string;
  readonly text: string;
  readonly json: string;
  readonly facts: ReportFacts;
  readonly annotations: readonly Annotation[];
}

/** What later steps of a job want to know. */
export interface ReportFacts {
  /** `sha256:…` of the plan; null when there is none. */
  readonly fingerprint: string | null;
  readonly groups: readonly { readonly name: string; readonly fingerprint: string }[];
  readonly changes: boolean;
  readonly refused: boolean;
  /** Such as `create` → 1; zeros included. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Words for one line of a file in the repository. */
export interface Annotation extends Position {
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
}
