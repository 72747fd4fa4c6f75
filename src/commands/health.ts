/** The command `health`: how groups fare right now; with --heal, what is wrong is put right. */
import { keptMinimum } from '../core/balancer/kept-minimum.ts';
import { liveGroups } from '../core/balancer/live-groups.ts';
import { balancerMembers } from '../core/balancer/members.ts';
import { balancerNetwork } from '../core/balancer/network.ts';
import { worstOf } from '../core/health/status.ts';
import { healthVerdicts } from '../core/issues/health-verdicts.ts';
import { healthReport } from '../core/report/health-report.ts';
import type { HAProxySpec } from '../model/balancer-spec.ts';
import type { GroupHealth, Health } from '../model/health.ts';
import type { Catalogue, ObservedStack } from '../model/observed.ts';
import type { GroupSpec, Spec } from '../model/spec.ts';
import { balancerHealth } from './balancer-health.ts';
import { chooseSpecs } from './choose.ts';
import { inTurns } from './concurrency.ts';
import { keepIssues } from './keep-issues.ts';
import type { CommandOptions, CommandResult, ExitCode, HealParts } from './parts.ts';
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
  const specs = chosen.specs.filter(hasBalancer);
  const names = specs.map(({ name }) => name);
  const [stacks, catalogue] =
    specs.length === 0 ? [[], null] : await Promise.all([cloud.observe(names), cloud.catalogue(['network'])]);
  const groups = await inTurns(specs, GROUPS_AT_ONCE, (spec) => {
    const stack = stacks.find(({ name }) => name === spec.name);
    return groupHealth(parts, { spec, stack, networks: catalogue?.network ?? [], heal: options.heal });
  });
  const found: Health = { version: 1, groups, problems: [] };
  const context = { cloud: cloud.label, commit: options.commit, ...options.report };
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

type BalancedSpec = GroupSpec & { readonly loadBalancer: HAProxySpec };

function hasBalancer(spec: Spec): spec is BalancedSpec {
  return spec.kind === 'AutoScalingGroup' && spec.loadBalancer?.kind === 'haproxy';
}

interface GroupCheck {
  readonly spec: BalancedSpec;
  readonly stack: ObservedStack | undefined;
  readonly networks: Catalogue['network'];
  readonly heal: boolean;
}

async function groupHealth(
  parts: HealParts,
  { spec, stack, networks, heal }: GroupCheck,
): Promise<GroupHealth> {
  const { name, source, loadBalancer, rollout } = spec;
  const stackId = stack?.presence === 'present' ? stack.id : null;
  const unchecked = (message: string): GroupHealth => {
    return { name, stackId, source, status: 'unchecked', message, balancers: [] };
  };
  if (stack?.presence !== 'present') return unchecked('there is no such stack: apply creates it');
  const groups = liveGroups(stack.groups);
  if (groups.length === 0) return unchecked('the stack has no group yet');
  const check = {
    group: name,
    min: keptMinimum(stack, spec),
    balancer: loadBalancer,
    drainSeconds: rollout.drainSeconds,
    members: balancerMembers(groups, balancerNetwork(loadBalancer, networks)),
    heal,
  };
  const balancers = await Promise.all(
    loadBalancer.runtimeApis.map((api) => balancerHealth(parts, api, check)),
  );
  return { name, stackId, source, status: worstOf(balancers), message: '', balancers };
}

/** What could not be checked is not healthy; what is wrong counts more. */
function exitCodeOf({ groups }: Health): ExitCode {
  const worst = worstOf(groups);
  if (worst === 'unhealthy') return 2;
  return worst === 'unchecked' ? 1 : 0;
}
