/** The command `drift`: where the cloud differs from the specs though nobody merged anything. */
import { detectDrift } from '../core/drift/drift.ts';
import { driftVerdicts } from '../core/issues/drift-verdicts.ts';
import { driftReport } from '../core/report/drift-report.ts';
import type { Drift } from '../model/drift.ts';
import { chooseSpecs, stopOnProblems } from './choose.ts';
import { compileSpecs } from './compile-specs.ts';
import { keepIssues } from './keep-issues.ts';
import { observe } from './observe.ts';
import type { CommandOptions, CommandResult, ExitCode, ReaderParts } from './parts.ts';
import { watched } from './watched.ts';

export function drift(parts: ReaderParts, options: CommandOptions): Promise<CommandResult> {
  return watched('drift', parts, options, () => check(parts, options));
}

async function check(parts: ReaderParts, options: CommandOptions): Promise<CommandResult> {
  const chosen = await chooseSpecs(parts, options, 'drift');
  if (!chosen.ok) return chosen.result;
  const cloud = await parts.reader();
  const { desired, problems } = await compileSpecs(cloud, chosen.specs, parts.clock.now());
  if (problems.length > 0) {
    return stopOnProblems(parts, options, { problems, specs: chosen.specs.length, kind: 'drift' });
  }
  const [pairs, catalogue] = await Promise.all([
    observe(cloud, desired, 'all'),
    cloud.catalogue(['image', 'flavor']),
  ]);
  const found: Drift = {
    version: 1,
    groups: pairs.map((pair) => detectDrift(pair, catalogue)),
    problems: [],
  };
  const context = { cloud: cloud.label, commit: options.commit, ...options.report };
  const report = driftReport(found, context);
  await parts.publisher.publish(report);
  await keepIssues(parts, options, {
    by: 'drift',
    verdicts: driftVerdicts(found, context),
    groups: found.groups.map(({ name }) => name),
    cloud: cloud.label,
  });
  return { exitCode: exitCodeOf(found), report, problems: [] };
}

/** A group that somebody works on right now was not checked: that is not clean. */
function exitCodeOf({ groups }: Drift): ExitCode {
  if (groups.some(({ status }) => status === 'drifted')) return 2;
  return groups.some(({ status }) => status === 'unchecked' || status === 'in-progress') ? 1 : 0;
}
