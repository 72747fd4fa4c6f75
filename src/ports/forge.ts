/** What we ask of a forge (a GitHub-like host, or a terminal): small roles, each its own way. */
import type { Problem } from '../model/problem.ts';

/** A finished report; `key` finds the earlier one of the same kind again. */
export interface Report {
  /** `plan`, `apply`, `drift`: part of the hidden marker. */
  readonly key: string;
  readonly title: string;
  readonly markdown: string;
  readonly text: string;
  readonly json: string;
}

export interface Publisher {
  /** State first (outputs, summary), then the comment; a comment that fails never changes the verdict. */
  publish(report: Report): Promise<void>;
  /** Problems of specs, at their lines. */
  annotate(problems: readonly Problem[]): Promise<void>;
}
