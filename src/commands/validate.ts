/** The command `validate`: every problem of every spec, with nothing contacted. */
import { checkOffline } from '../core/lint/offline.ts';
import { problemsReport } from '../core/report/problems-report.ts';
import type { CommandOptions, CommandResult, ReaderParts } from './parts.ts';
import { readSettings } from './read-settings.ts';
import { readSpecs } from './read-specs.ts';

export async function validate(
  { tree, publisher }: Pick<ReaderParts, 'tree' | 'publisher'>,
  options: CommandOptions,
): Promise<CommandResult> {
  const settings = await readSettings(tree, tree);
  const read = await readSpecs(tree, options.specs);
  const { findings, ...more } = checkOffline(read.specs);
  const problems = [...settings.problems, ...read.problems, ...more.problems];
  const found = { problems, findings, specs: read.specs.length, kind: 'validate' } as const;
  const report = problemsReport(found, options.report);
  await publisher.annotate(problems);
  await publisher.publish(report);
  return { exitCode: problems.length > 0 ? 1 : 0, report, problems };
}
