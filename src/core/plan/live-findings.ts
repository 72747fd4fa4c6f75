/** What a reviewer must know about the live stack before it is changed. */
import type { DesiredGroup, DesiredStack } from '../../model/desired.ts';
import type { PresentStack } from '../../model/observed.ts';
import type { ScalingGroupPlan } from '../../model/plan.ts';
import type { Finding, Severity } from '../../model/problem.ts';
import { isManaged } from '../heat/tags.ts';
import { belowMinInService } from './in-service.ts';
import type { WalkedGroup } from './members.ts';
import { novaRefusals } from './nova-refusals.ts';

export interface LiveView {
  readonly desired: DesiredStack;
  readonly observed: PresentStack;
  readonly scalingGroups: readonly ScalingGroupPlan[];
  readonly walked: readonly WalkedGroup[];
  readonly hidden: ReadonlySet<string>;
  readonly isNoop: boolean;
}

export function liveFindings(view: LiveView): readonly Finding[] {
  const { source } = view.desired;
  return RULES.flatMap(({ rule, severity, check }) =>
    check(view).map((message) => ({ rule, severity, message, source })),
  );
}

interface Rule {
  readonly rule: string;
  readonly severity: Severity;
  readonly check: (view: LiveView) => readonly string[];
}

const RULES: readonly Rule[] = [
  { rule: 'stack-being-deleted', severity: 'error', check: beingDeleted },
  { rule: 'stack-suspended', severity: 'error', check: suspended },
  { rule: 'group-marked-failed', severity: 'error', check: groupMarkedFailed },
  { rule: 'goes-back-after-failure', severity: 'error', check: goesBack },
  { rule: 'may-go-back-after-failure', severity: 'warn', check: mayGoBack },
  { rule: 'update-in-progress', severity: 'warn', check: inProgress },
  { rule: 'takes-over', severity: 'warn', check: takesOver },
  { rule: 'shrinks-below-live-size', severity: 'warn', check: shrinks },
  { rule: 'group-goes', severity: 'warn', check: groupGoes },
  { rule: 'servers-not-running', severity: 'warn', check: notRunning },
  { rule: 'surge-exceeds-max', severity: 'warn', check: surges },
  { rule: 'nova-would-refuse', severity: 'error', check: ({ walked }) => novaRefusals(walked) },
  { rule: 'in-place-change-with-surge', severity: 'error', check: inPlaceSurge },
  { rule: 'below-min-in-service', severity: 'error', check: belowMinInService },
  { rule: 'hidden-parameter', severity: 'info', check: hiddenParameter },
  { rule: 'replaced-server-leaves-its-networks', severity: 'info', check: leavesNetworks },
  { rule: 'launch-configuration-without-rollout', severity: 'warn', check: noRollout },
  { rule: 'nested-groups', severity: 'warn', check: unexplainedGroups },
  { rule: 'starts-cooldown', severity: 'info', check: startsCooldown },
];

function beingDeleted({ observed: { name, state }, isNoop }: LiveView): readonly string[] {
  if (state.action !== 'DELETE' || (isNoop && state.status !== 'FAILED' && state.status !== 'IN_PROGRESS'))
    return [];
  return state.status === 'FAILED'
    ? [
        `the deletion of the stack "${name}" stopped half-way; finish it (\`openstack stack delete ${name}\`), then apply again creates it anew`,
      ]
    : [`the stack "${name}" is being deleted; wait until it is gone, then apply again creates it anew`];
}

function suspended({ observed: { name, state }, isNoop }: LiveView): readonly string[] {
  if (isNoop || state.action !== 'SUSPEND') return [];
  return [
    `the stack "${name}" is suspended; resume it (\`openstack stack resume ${name}\`) before it is changed`,
  ];
}

/**
 * Measured: the next update would replace the whole group, whatever it changes. After a check of the stack, which fails the nested
 * stack too, only the members that failed are replaced (heat/engine/resources/stack_resource.py _needs_update; measured).
 */
function groupMarkedFailed({ observed, isNoop }: LiveView): readonly string[] {
  if (isNoop) return [];
  return observed.groups
    .filter(({ state, checked }) => state.action === 'CHECK' && state.status === 'FAILED' && !checked)
    .map(
      ({ address }) =>
        `${address}: the group itself is marked CHECK_FAILED, so any update would replace all its servers; take the mark back first (\`openstack stack resource mark unhealthy --reset ${observed.name} ${address}\`)`,
    );
}

const FORWARD =
  'first let an update succeed that replaces the servers (the one that stopped, its cause put right, or another user data, image or key pair), then go back';

function goesBack({ walked }: LiveView): readonly string[] {
  return walked
    .filter(({ goingBack }) => goingBack === 'sure')
    .map(
      ({ plan }) =>
        `${plan.address}: this goes back to what the servers were before the update that failed, or changes them in place from there, and Heat can't: it takes the group for unchanged, or puts a server back that it has already taken off its networks, and says COMPLETE; ${FORWARD}`,
    );
}

function mayGoBack({ walked }: LiveView): readonly string[] {
  return walked
    .filter(({ goingBack }) => goingBack === 'maybe')
    .map(
      ({ plan }) =>
        `${plan.address}: no server shows any more what the group was before the update that failed; if this goes back to that, Heat does nothing, or puts a server back that is off its networks; then ${FORWARD}`,
    );
}

function inProgress({ observed: { state } }: LiveView): readonly string[] {
  if (state.status !== 'IN_PROGRESS' || state.action === 'DELETE') return [];
  return [
    `somebody is at work: the stack is ${state.action}_IN_PROGRESS; apply waits for it, and what it leaves may change this plan`,
  ];
}

function takesOver({ desired, observed, isNoop }: LiveView): readonly string[] {
  if (isManaged(observed.tags) || isNoop) return [];
  return [`the stack "${desired.name}" exists and was not made by Thermostat; apply takes it over`];
}

function shrinks({ scalingGroups }: LiveView): readonly string[] {
  return scalingGroups
    .filter(({ size }) => size.after !== null && size.after < size.current && size.max !== null)
    .map(({ address, size, members }) => {
      const going = members
        .filter(({ fate }) => fate === 'delete')
        .map(({ member, server }) => server?.name ?? member);
      return `${address}: ${size.current} servers run, at most ${size.max} may: ${going.length} ${going.length === 1 ? 'is' : 'are'} deleted (${going.join(', ')})`;
    });
}

/** Heat knows no batches between two groups: the old one is deleted whole. */
function groupGoes({ desired, walked }: LiveView): readonly string[] {
  const begun = walked.filter(({ observed }) => observed === null).map(({ plan }) => plan);
  const successors = begun.map(({ address, size }) => `${address} at ${size.after ?? 'its initial size'}`);
  const next = begun.length === 0 ? '' : `; another one begins at its initial size: ${successors.join(', ')}`;
  const cure =
    begun.length > 0 && desired.kind === 'AutoScalingGroup'
      ? '; to go on serving, first add the group with its new zones under another name, as a second stack, and take this one away when that serves'
      : '';
  return walked
    .filter(({ desired: wanted, plan }) => wanted === null && plan.size.current > 0)
    .map(({ plan: { address, size } }) => {
      const servers = size.current === 1 ? 'its server' : `its ${size.current} servers`;
      return `the group ${address} goes with ${servers}, not in batches${next}${cure}`;
    });
}

/** Heat looks at no server by itself: an update leaves a dead one as it is (measured). */
function notRunning({ observed, scalingGroups, isNoop }: LiveView): readonly string[] {
  if (isNoop) return [];
  const kept = new Set(
    scalingGroups.flatMap(({ members }) =>
      members.filter(({ fate }) => fate === 'keep' || fate === 'update').map(({ server }) => server?.id),
    ),
  );
  return observed.groups.flatMap(({ address, members }) => {
    const dead = members
      .flatMap(({ servers }) => servers)
      .filter(({ id, status }) => status !== 'ACTIVE' && kept.has(id));
    if (dead.length === 0) return [];
    const names = dead.map(({ id, name, status }) => `${name || id} is ${status}`);
    return [`${address}: not every server runs, and this update does not mend that: ${names.join(', ')}`];
  });
}

/** Measured: a surge ignores max_size. */
function surges({ scalingGroups }: LiveView): readonly string[] {
  return scalingGroups.flatMap(({ address, size, batches }) => {
    const most = Math.max(0, ...batches.map(({ running }) => running));
    return size.max !== null && most > Math.max(size.max, size.current)
      ? [
          `${address}: up to ${most} servers run during the rollout, above max ${size.max}; quota and addresses must have room for them`,
        ]
      : [];
  });
}

/** Measured: a member changed in place keeps its age, is taken for the oldest again, and another stays on the old definition. */
function inPlaceSurge({ walked }: LiveView): readonly string[] {
  return walked.flatMap(({ plan, desired, change }) => {
    const staysOld =
      change.effect?.kind === 'update' || (change.effect?.inside && change.effect.kind !== 'none');
    if (!desired || !change.rolls || !change.effect || !staysOld) return [];
    const { maxBatch, minInService } = desired.rolling;
    const size = plan.size.current;
    return size > 0 && Math.min(minInService, size) > size - Math.min(maxBatch, size)
      ? [
          `${plan.address}: members are changed in place (${change.effect.how}) while min_in_service ${minInService} asks for extra ones; Heat then leaves a server on the old definition; set min_in_service to at most ${Math.max(size - maxBatch, 0)}, or let it replace them`,
        ]
      : [];
  });
}

/** Measured; heat nova/server_network_mixin.py prepare_ports_for_replace. */
function leavesNetworks({ desired, walked }: LiveView): readonly string[] {
  return walked
    .filter(
      ({ change, plan }) =>
        change.effect?.kind === 'replace' && change.effect.interrupts && plan.batches.length > 0,
    )
    .map(
      ({ plan, desired: group }) =>
        `${plan.address}: Heat takes a replaced server off its networks before it builds the new one${desired.kind === 'AutoScalingGroup' ? handOverAdvice(group) : ''}`,
    );
}

/** A member that is a nested stack hands over, but not what was there before it. */
function handOverAdvice(group: DesiredGroup | null): string {
  return group?.member['type'] === 'OS::Nova::Server'
    ? '; with rollout.drain, rollout.ready or a load balancer the old one serves until the new one does'
    : '; this once: from the next replacement on the old one serves until the new one does';
}

function hiddenParameter({ hidden }: LiveView): readonly string[] {
  if (hidden.size === 0) return [];
  const names = [...hidden].sort().map((name) => `"${name}"`);
  return [
    `hidden parameters can't be compared, Heat shows them as ******: ${names.join(', ')}; they are sent as written with every update, and a change of only them is not seen`,
  ];
}

function noRollout({ walked }: LiveView): readonly string[] {
  return walked
    .filter(
      ({ change, desired }) =>
        desired !== null && change.effect !== null && change.effect.kind !== 'none' && !change.rolls,
    )
    .map(
      ({ plan }) =>
        `${plan.address}: the launch configuration changes, but the group has no AutoScalingRollingUpdate policy: running servers keep the old one, only new ones get the new`,
    );
}

/** Such as one inside a ResourceGroup's members, or behind a type that only the cloud knows. */
function unexplainedGroups({ observed, scalingGroups, isNoop }: LiveView): readonly string[] {
  const planned = new Set(scalingGroups.map(({ address }) => address));
  const others = observed.groups.map(({ address }) => address).filter((address) => !planned.has(address));
  if (isNoop || others.length === 0) return [];
  return [
    `groups that no file of this spec describes keep their size, but their servers are not listed one by one here: ${others.join(', ')}`,
  ];
}

function startsCooldown({ walked, isNoop }: LiveView): readonly string[] {
  if (isNoop || !walked.some(({ observed }) => observed !== null)) return [];
  return ['every update of the stack starts the cooldown: alarms are not heard until it ends'];
}
