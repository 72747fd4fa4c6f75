/** The command `health`: how groups fare right now; with --heal, what is wrong is put right. */
import { worstOf } from '../core/health/status.ts';
import { healthVerdicts } from '../core/issues/health-verdicts.ts';
import { healthReport } from '../core/report/health-report.ts';
import type { BalancerHealth, GroupHealth, Health } from '../model/health.ts';
import type { LiveStack, SeenStack } from '../model/observed.ts';
import type { GroupSpec, Spec, TemplateSpec } from '../model/spec.ts';
import type { CloudReader } from '../ports/cloud.ts';
import { CloudError, errorLine } from '../ports/errors.ts';
import { backendsHealth } from './backends-health.ts';
import { chooseSpecs } from './choose.ts';
import { reportContext } from './cloud-time.ts';
import { inTurns } from './concurrency.ts';
import type { HealthRun } from './health-run.ts';
import { keepIssues } from './keep-issues.ts';
import { membersHealth } from './members-health.ts';
import type { CommandOptions, CommandResult, ExitCode, HealParts } from './parts.ts';
import { type ReadApart, readApart } from './read-apart.ts';
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
  const stacks = await readStacks(cloud, specs);
  const around = await readSurroundings(cloud, specs, stacks.read);
  const byName = new Map<string, Seen>([
    ...stacks.failed.map(({ item, error }) => [item, error] as const),
    ...stacks.read.map((stack) => [stack.name, stack] as const),
  ]);
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

type LiveSpec = GroupSpec | TemplateSpec;

function isLive(spec: Spec): spec is LiveSpec {
  return spec.kind !== 'Deleted';
}

/** One that can't be read takes none of the others with it. */
async function readStacks(
  cloud: CloudReader,
  specs: readonly LiveSpec[],
): Promise<ReadApart<string, SeenStack>> {
  if (specs.length === 0) return { read: [], failed: [] };
  return readApart(
    specs.map(({ name }) => name),
    (names) => cloud.observeLive(names),
  );
}

/** A stack, or why it could not be read. */
type Seen = SeenStack | CloudError;

/** Members first: a balancer follows whoever is there afterwards. */
async function groupHealth(run: HealthRun, spec: LiveSpec, stack: Seen | undefined): Promise<GroupHealth> {
  if (stack instanceof CloudError) return unchecked(spec, { presence: 'unread' }, errorLine(stack));
  if (stack?.presence !== 'present')
    return unchecked(spec, { presence: 'absent' }, 'there is no such stack: apply creates it');
  const bare = stack.groups.every(({ nested }) => nested === null);
  // a template need not have a group at all
  if (bare && (spec.kind === 'AutoScalingGroup' || stack.groups.length > 0))
    return unchecked(spec, stack, 'the stack has no group yet');
  const members = await membersHealth(run, spec, stack);
  const backends = await backendsOrTrouble(run, spec, members.stack);
  const message = [members.message, backends.message].filter((part) => part !== '').join('; ');
  const { balancers } = backends;
  const parts = [...members.groups, ...balancers, ...(message === '' ? [] : [UNCHECKED])];
  return {
    ...unchecked(spec, stack, message),
    status: worstOf(parts),
    scalingGroups: members.groups,
    balancers,
  };
}

type Found =
  | { readonly presence: 'present'; readonly id: string }
  | { readonly presence: 'absent' | 'unread' };

function unchecked({ name, source }: LiveSpec, stack: Found, message: string): GroupHealth {
  const { presence } = stack;
  const stackId = stack.presence === 'present' ? stack.id : null;
  return {
    ...{ name, stackId, presence, source, message },
    ...{ status: 'unchecked', scalingGroups: [], balancers: [] },
  };
}

/** What was done about members is told, though the stack can't be read any more. */
async function backendsOrTrouble(
  run: HealthRun,
  spec: LiveSpec,
  stack: LiveStack,
): Promise<{ readonly balancers: readonly BalancerHealth[]; readonly message: string }> {
  try {
    return { balancers: await backendsHealth(run, spec, stack), message: '' };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return { balancers: [], message: errorLine(error) };
  }
}

const UNCHECKED = { status: 'unchecked' } as const;

/** What could not be checked is not healthy; what is wrong counts more. */
function exitCodeOf({ groups }: Health): ExitCode {
  const worst = worstOf(groups);
  if (worst === 'unhealthy') return 2;
  return worst === 'unchecked' ? 1 : 0;
}
