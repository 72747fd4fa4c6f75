/** The command `validate`: every problem of every spec, with nothing contacted. */
import { problemsReport } from '../core/report/problems-report.ts';
import type { CommandOptions, CommandResult, ReaderParts } from './parts.ts';
import { readSpecs } from './read-specs.ts';

export async function validate(
  { tree, publisher }: Pick<ReaderParts, 'tree' | 'publisher'>,
  options: CommandOptions,
): Promise<CommandResult> {
  const { specs, problems } = await readSpecs(tree, options.specs);
  const report = problemsReport({ problems, specs: specs.length, kind: 'validate' }, options.report);
  await publisher.annotate(problems);
  await publisher.publish(report);
  return { exitCode: problems.length > 0 ? 1 : 0, report, problems };
}
