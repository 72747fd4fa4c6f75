/** Reads the specs, keeps the chosen ones: the beginning of every command that looks at a cloud. */
import type { Rules } from '../core/guard/rules.ts';
import { zeroSpecs } from '../core/guard/zero-specs.ts';
import { problemsReport } from '../core/report/problems-report.ts';
import type { Problem } from '../model/problem.ts';
import type { ReportKind } from '../model/report.ts';
import type { Settings } from '../model/settings.ts';
import type { Spec } from '../model/spec.ts';
import { CloudError } from '../ports/errors.ts';
import type { CommandOptions, CommandResult, ReaderParts } from './parts.ts';
import { readRules } from './read-rules.ts';
import { readSpecs } from './read-specs.ts';

export type Chosen =
  | {
      readonly ok: true;
      readonly specs: readonly Spec[];
      readonly settings: Settings;
      /** The settings with their guardrails. */
      readonly rules: Rules;
    }
  | { readonly ok: false; readonly result: CommandResult };

/** Problems end the command here, before any cloud is contacted; only where no spec is left it is asked what lives. */
export async function chooseSpecs(
  parts: Pick<ReaderParts, 'tree' | 'base' | 'publisher' | 'reader'>,
  options: CommandOptions,
  kind: ReportKind,
): Promise<Chosen> {
  const { rules, ...broken } = await readRules(parts.tree, parts.base ?? parts.tree);
  const { specs, files, ...read } = await readSpecs(parts.tree, options.specs);
  const problems = files.length > 0 ? read.problems : await tellOfStacks(parts, read.problems, options);
  const all = [...broken.problems, ...problems, ...unknownNames(options, specs)];
  if (all.length > 0)
    return {
      ok: false,
      result: await stopOnProblems(parts, options, { problems: all, specs: specs.length, kind }),
    };
  const chosen = specs.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
  return { ok: true, specs: chosen, settings: rules.settings, rules };
}

/** A cloud that can't be asked changes nothing: without a spec there is nothing to do anyway. */
async function tellOfStacks(
  { reader }: Pick<ReaderParts, 'reader'>,
  problems: readonly Problem[],
  { repository }: CommandOptions,
): Promise<readonly Problem[]> {
  try {
    const stacks = await (await reader()).listStacks();
    return problems.map((problem) => zeroSpecs(problem, stacks, repository));
  } catch (error) {
    if (error instanceof CloudError) return problems;
    throw error;
  }
}

export async function stopOnProblems(
  { publisher }: Pick<ReaderParts, 'publisher'>,
  options: CommandOptions,
  found: { readonly problems: readonly Problem[]; readonly specs: number; readonly kind: ReportKind },
): Promise<CommandResult> {
  const report = problemsReport(found, { commit: options.commit, ...options.report });
  await publisher.annotate(found.problems);
  await publisher.publish(report);
  return { exitCode: 1, report, problems: found.problems };
}

function unknownNames(
  options: CommandOptions,
  specs: readonly { readonly name: string }[],
): readonly Problem[] {
  const known = new Set(specs.map(({ name }) => name));
  return options.only
    .filter((name) => !known.has(name))
    .map((name) => ({
      file: options.specs.join(' '),
      line: 1,
      column: 1,
      message: `--only names ${JSON.stringify(name)}, which no spec has; there are: ${[...known].sort().join(', ') || 'none'}`,
    }));
}
