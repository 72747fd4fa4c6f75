/** Runs a check that somebody relies on: one that does not come about becomes a report and an issue, not silence. */
import { checkFailed } from '../core/issues/unchecked-verdict.ts';
import { failureReport } from '../core/report/failure-report.ts';
import type { Problem } from '../model/problem.ts';
import { errorLine } from '../ports/errors.ts';
import { keepIssues } from './keep-issues.ts';
import type { CommandOptions, CommandResult, ReaderParts } from './parts.ts';

/** Where no issues are kept, what broke is thrown on. */
export async function watched(
  what: 'drift' | 'health',
  parts: ReaderParts,
  options: CommandOptions,
  check: () => Promise<CommandResult>,
): Promise<CommandResult> {
  if (parts.issues === undefined) return check();
  try {
    const result = await check();
    if (result.problems.length > 0) await unchecked(what, parts, options, { problems: result.problems });
    return result;
  } catch (error) {
    const message = errorLine(error);
    const report = failureReport({ kind: what, message }, { commit: options.commit, ...options.report });
    parts.log.debug(error instanceof Error ? (error.stack ?? '') : '');
    await parts.publisher.publish(report);
    await unchecked(what, parts, options, { message });
    return { exitCode: 1, report, problems: [] };
  }
}

async function unchecked(
  what: 'drift' | 'health',
  parts: ReaderParts,
  options: CommandOptions,
  { message = '', problems = [] }: { readonly message?: string; readonly problems?: readonly Problem[] },
): Promise<void> {
  const failed = checkFailed({ what, group: '', message, problems }, { cloud: '', ...options.report });
  await keepIssues(parts, options, { by: what, verdicts: [failed], groups: null, cloud: '' });
}
