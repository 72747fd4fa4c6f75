/** What we ask of a forge (a GitHub-like host, or a terminal): small roles, each its own way. */
import type { Problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';

export type { Report } from '../model/report.ts';

export interface Publisher {
  /** State first (outputs, summary), then the comment; a comment that fails never changes the verdict. */
  publish(report: Report): Promise<void>;
  /** Problems of specs, at their lines. */
  annotate(problems: readonly Problem[]): Promise<void>;
}
