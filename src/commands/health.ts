/** The command `health`: how groups fare right now; with --heal, what is wrong is put right. */
import { worstOf } from '../core/health/status.ts';
import { healthVerdicts } from '../core/issues/health-verdicts.ts';
import { healthReport } from '../core/report/health-report.ts';
import type { GroupHealth, Health } from '../model/health.ts';
import type { SeenStack } from '../model/observed.ts';
import type { GroupSpec, Spec, TemplateSpec } from '../model/spec.ts';
import { backendsHealth } from './backends-health.ts';
import { chooseSpecs } from './choose.ts';
import { reportContext } from './cloud-time.ts';
import { inTurns } from './concurrency.ts';
import type { HealthRun } from './health-run.ts';
import { keepIssues } from './keep-issues.ts';
import { membersHealth } from './members-health.ts';
import type { CommandOptions, CommandResult, ExitCode, HealParts } from './parts.ts';
import { readSurroundings } from './read-surroundings.ts';
import { watched } from './watched.ts';

/** Groups looked after at the same time; a drain may take as long as its spec says. */
const GROUPS_AT_ONCE = 8;

export function health(parts: HealParts, options: CommandOptions): Promise<CommandResult> {
  return watched('health', parts, options, () => check(parts, options));
}

async function check(parts: HealParts, options: CommandOptions): Promise<CommandResult> {
  const chosen = await chooseSpecs(parts, options, 'health');
  if (!chosen.ok) return chosen.result;
  const cloud = await parts.reader();
  const specs = chosen.specs.filter(isLive);
  const stacks = specs.length === 0 ? [] : await cloud.observeLive(specs.map(({ name }) => name));
  const around = await readSurroundings(cloud, specs, stacks);
  const byName = new Map(stacks.map((stack) => [stack.name, stack]));
  const run = { parts, cloud, heal: options.heal, settings: chosen.rules.settings, around };
  const groups = await inTurns(specs, GROUPS_AT_ONCE, (spec) =>
    groupHealth(run, spec, byName.get(spec.name)),
  );
  const found: Health = { version: 1, groups, problems: [] };
  const context = reportContext(cloud, options);
  const report = healthReport(found, context);
  await parts.publisher.publish(report);
  await keepIssues(parts, options, {
    by: 'health',
    verdicts: healthVerdicts(found, context),
    groups: chosen.specs.map(({ name }) => name),
    cloud: cloud.label,
  });
  return { exitCode: exitCodeOf(found), report, problems: [] };
}

function isLive(spec: Spec): spec is GroupSpec | TemplateSpec {
  return spec.kind !== 'Deleted';
}

/** Members first: a balancer follows whoever is there afterwards. */
async function groupHealth(
  run: HealthRun,
  spec: GroupSpec | TemplateSpec,
  stack: SeenStack | undefined,
): Promise<GroupHealth> {
  const { name, source } = spec;
  const stackId = stack?.presence === 'present' ? stack.id : null;
  const unchecked = (message: string): GroupHealth => {
    return { name, stackId, source, status: 'unchecked', message, scalingGroups: [], balancers: [] };
  };
  if (stack?.presence !== 'present') return unchecked('there is no such stack: apply creates it');
  const bare = stack.groups.every(({ nested }) => nested === null);
  // a template need not have a group at all
  if (bare && (spec.kind === 'AutoScalingGroup' || stack.groups.length > 0))
    return unchecked('the stack has no group yet');
  const members = await membersHealth(run, spec, stack);
  const balancers = await backendsHealth(run, spec, members.stack);
  const parts = [...members.groups, ...balancers, ...(members.message === '' ? [] : [UNCHECKED])];
  const { groups: scalingGroups, message } = members;
  return { name, stackId, source, status: worstOf(parts), message, scalingGroups, balancers };
}

const UNCHECKED = { status: 'unchecked' } as const;

/** What could not be checked is not healthy; what is wrong counts more. */
function exitCodeOf({ groups }: Health): ExitCode {
  const worst = worstOf(groups);
  if (worst === 'unhealthy') return 2;
  return worst === 'unchecked' ? 1 : 0;
}
