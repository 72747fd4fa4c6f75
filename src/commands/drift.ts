/** The command `drift`: where the cloud differs from the specs though nobody merged anything. */
import { explained, hangsOnDeeds, hasDeeds } from '../core/drift/deeds.ts';
import { expiredRules, withoutIgnored } from '../core/drift/ignored.ts';
import { driftVerdicts } from '../core/issues/drift-verdicts.ts';
import type { Ignoring } from '../core/plan/leave-ignored.ts';
import { driftReport } from '../core/report/drift-report.ts';
import type { Desired } from '../model/desired.ts';
import type { Drift, DriftItem, GroupDrift } from '../model/drift.ts';
import type { Settings } from '../model/settings.ts';
import type { Deed } from '../model/things.ts';
import type { CloudReader } from '../ports/cloud.ts';
import { CloudError, errorLine } from '../ports/errors.ts';
import { withAdoptions } from './adopt-drift.ts';
import { askMakers } from './ask-makers.ts';
import { type Chosen, chooseSpecs, stopOnProblems } from './choose.ts';
import { cloudTime, reportContext } from './cloud-time.ts';
import { compileSpecs } from './compile-specs.ts';
import { inTurns } from './concurrency.ts';
import { findStrays } from './find-strays.ts';
import { keepIssues } from './keep-issues.ts';
import { lookTwice } from './look.ts';
import type { CommandOptions, CommandResult, ExitCode, ReaderParts } from './parts.ts';
import { watched } from './watched.ts';

export function drift(parts: ReaderParts, options: CommandOptions): Promise<CommandResult> {
  return driftAnd(parts, options, LOOK_ONLY);
}

/** What was found, for whoever does something about it before it is told. */
export interface FoundDrift {
  readonly cloud: CloudReader;
  readonly desired: readonly Desired[];
  readonly ignoring: Ignoring;
  readonly groups: readonly GroupDrift[];
  /** What counts of another look: without what is ignored, with since when and through whom. */
  readonly judge: (groups: readonly GroupDrift[]) => Promise<readonly GroupDrift[]>;
}

export type Afterwards = (
  chosen: Extract<Chosen, { readonly ok: true }>,
) => (found: FoundDrift) => Promise<readonly GroupDrift[]>;

const LOOK_ONLY: Afterwards = () => async (found) => found.groups;

export function driftAnd(
  parts: ReaderParts,
  options: CommandOptions,
  afterwards: Afterwards,
): Promise<CommandResult> {
  return watched('drift', parts, options, () => check(parts, options, afterwards));
}

async function check(
  parts: ReaderParts,
  options: CommandOptions,
  afterwards: Afterwards,
): Promise<CommandResult> {
  const chosen = await chooseSpecs(parts, options, 'drift');
  if (!chosen.ok) return chosen.result;
  const { specs } = chosen;
  const { settings } = chosen.rules;
  const cloud = await parts.reader();
  const { desired, problems } = await compileSpecs(cloud, specs, parts.clock.now());
  if (problems.length > 0) {
    return stopOnProblems(parts, options, { problems, specs: specs.length, kind: 'drift' });
  }
  return compare(parts, options, { cloud, desired, settings, afterwards: afterwards(chosen) });
}

/** From here on nobody needs the specs themselves any more: of many they are most of the memory. */
async function compare(
  parts: ReaderParts,
  options: CommandOptions,
  {
    cloud,
    desired,
    settings,
    afterwards,
  }: {
    readonly cloud: CloudReader;
    readonly desired: readonly Desired[];
    readonly settings: Settings;
    readonly afterwards: ReturnType<Afterwards>;
  },
): Promise<CommandResult> {
  const now = parts.clock.now();
  const names = desired.map(({ name }) => name);
  const ignoring = { rules: settings.ignore, now };
  const { groups, userId } = await lookTwice(cloud, parts.clock, desired, ignoring);
  const judgeAll = async (all: readonly GroupDrift[]) => {
    const counted = all.map((group) => withoutIgnored(group, settings.ignore, now));
    const explained = await askMakers(cloud, counted);
    return inTurns(explained, AT_ONCE, (group) => withDeeds(parts, cloud, group, userId));
  };
  const judged = await judgeAll(groups);
  const plain: Drift = {
    version: 1,
    groups: await afterwards({ cloud, desired, ignoring, groups: judged, judge: judgeAll }),
    strays: [...(await findStrays(parts, cloud, names, options)), ...expiredRules(settings.ignore, now)],
    problems: [],
  };
  const context = reportContext(cloud, options);
  const found =
    options.adopt === true
      ? await withAdoptions(parts, options, { cloud, drift: plain, context, now })
      : plain;
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

const AT_ONCE = 8;

/** Asks who did it, of what has drifted alone. */
async function withDeeds(
  { clock }: ReaderParts,
  cloud: CloudReader,
  group: GroupDrift,
  userId: string,
): Promise<GroupDrift> {
  const now = cloudTime(clock, cloud).toISOString();
  const kept: DriftItem[] = [];
  for (const item of group.items) {
    try {
      const deeds = hasDeeds(item) ? await deedsOf(cloud, item) : null;
      const told = hasDeeds(item) ? explained(item, deeds, { now, userId }) : item;
      if (told !== null) kept.push(told);
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      return { ...group, status: 'unchecked', items: [], message: errorLine(error) };
    }
  }
  const emptied = group.status === 'drifted' && kept.length === 0;
  return { ...group, items: kept, status: emptied ? 'clean' : group.status };
}

/** Who it was is worth an answer, and never the whole check; unless the finding hangs on it. */
async function deedsOf(cloud: CloudReader, item: DriftItem): Promise<readonly Deed[] | null> {
  const { about } = item;
  if (about === null) return null;
  try {
    return await cloud.deeds(about.service === 'alarm' ? 'alarm' : 'server', about.id);
  } catch (error) {
    if (error instanceof CloudError && !hangsOnDeeds(item)) return null;
    throw error;
  }
}

/** What could not be read is trouble of the check itself; a group that somebody works on is not clean either. */
function exitCodeOf({ groups, strays: stray }: Drift): ExitCode {
  const some = (wanted: GroupDrift['status']) => groups.some(({ status }) => status === wanted);
  if (some('unchecked')) return 1;
  if (stray.length > 0 || some('drifted')) return 2;
  return some('in-progress') ? 1 : 0;
}
