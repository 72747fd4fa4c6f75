/** What can be wrong with a spec (problem) or risky about a plan (finding). */

/** A place in a file of the repository; line and column count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The spec is wrong: shown as `file:line:column: message`, exit code 1. */
export interface Problem extends Position {
  readonly message: string;
}

/** `error` refuses the change, `warn` is shown with it, `info` explains. */
export type Severity = 'error' | 'warn' | 'info';

/** Something about a plan that a reviewer must know. */
export interface Finding {
  /** Stable name, such as `shrinks-below-live-size`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly source?: Position;
}
