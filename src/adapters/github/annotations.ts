/** Puts words at the lines of files through the job's log: works with any token, or none. */
import * as core from '@actions/core';
import type { Annotation } from '../../model/report.ts';

/** The runner keeps 10 of each kind for each step (actions/runner) and drops the rest. */
export const MAX_OF_EACH = 10;

const WRITERS = { error: core.error, warn: core.warning, info: core.notice } as const;

/** Writes as many as are kept. */
export function annotateInLog(all: readonly Annotation[]): void {
  for (const severity of ['error', 'warn', 'info'] as const) {
    const those = all.filter((one) => one.severity === severity).slice(0, MAX_OF_EACH);
    for (const { file, line, column, title, message } of those) {
      WRITERS[severity](message, { title, file, startLine: line, startColumn: column });
    }
  }
}
