/** What we ask of a forge (a GitHub-like host, or a terminal): small roles, each its own way. */
import type { WorkflowPulse } from '../model/heartbeat.ts';
import type { ForgeIssue, IssueChange, NewIssue } from '../model/issue.ts';
import type { Problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';

export type { Report } from '../model/report.ts';

export interface Publisher {
  /** State first (outputs, summary), then the comment; a comment that fails never changes the verdict. */
  publish(report: Report): Promise<void>;
  /** Problems of specs, at their lines. */
  annotate(problems: readonly Problem[]): Promise<void>;
}

/** Throws ForgeError; `rate-limited` asks to leave the rest to the next run. */
export interface IssueKeeper {
  /**
   * Issues of our own account whose body starts with this, oldest first: every open one, and of the closed ones those
   * that changed last. One that a person opened is never among them, whatever it says.
   */
  list(start: string): Promise<readonly ForgeIssue[]>;
  /** null = it was only shown, as there is no forge. */
  create(issue: NewIssue): Promise<ForgeIssue | null>;
  /** Body and state in one request, so that no run that is killed leaves half of it. */
  change(number: number, change: IssueChange): Promise<void>;
  /** Said once: of two that start with the same first line the younger is taken back. */
  comment(number: number, body: string): Promise<void>;
  /** Quiet when the issue has no such label, or labels are not ours to change. */
  unlabel(number: number, name: string): Promise<void>;
}

export interface WorkflowFile {
  /** `.github/workflows/drift.yml` */
  readonly path: string;
  readonly text: string;
}

/** What a forge knows of the workflows that should run by themselves. Throws ForgeError. */
export interface WorkflowWatch {
  files(): Promise<readonly WorkflowFile[]>;
  pulse(path: string): Promise<WorkflowPulse>;
}
