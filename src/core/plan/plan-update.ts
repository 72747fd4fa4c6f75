/** The plan of a stack that exists: what differs, what becomes of each server, what apply will send. */

import type { Action, Change } from '../../model/change.ts';
import type { DesiredGroup, DesiredStack } from '../../model/desired.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ObservedGroup, PresentStack } from '../../model/observed.ts';
import type { GroupPlan } from '../../model/plan.ts';
import { describeGroups } from '../heat/describe-groups.ts';
import { balancerConflicts } from './balancer-conflicts.ts';
import { balancerDetour, withMoved } from './balancer-detour.ts';
import { clockOf, isByClock } from './by-clock.ts';
import { compareStacks } from './compare-stacks.ts';
import { silencedComposites } from './composite-actions.ts';
import { fingerprint } from './fingerprint.ts';
import { goingBack } from './going-back.ts';
import { liveFindings } from './live-findings.ts';
import { memberChange } from './member-change.ts';
import { type MemberChange, planGoneGroup, planMembers, planNewGroup, type WalkedGroup } from './members.ts';
import { type GroupChange, groupChange, type TwoSides } from './nested-change.ts';
import type { ResourceChange } from './resource-change.ts';
import { settingFindings } from './setting-findings.ts';
import { addSizes, countServers } from './summaries.ts';
import { updateSteps } from './update-steps.ts';

type Definitions = Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;

export function planUpdate(
  desired: DesiredStack,
  observed: PresentStack,
  definitions: Definitions,
): GroupPlan {
  const { sides, resources, changes: compared } = compareStacks(desired, observed);
  const unfinished = isUnfinished(observed);
  const isNoop = compared.length === 0 && !unfinished;
  const live = describeGroups({ ...observed, initial: [] });
  const walked = walkGroups({ desired, observed, definitions, resources, sides, live, isNoop });
  const scalingGroups = walked.map(({ plan }) => plan);
  const servers = countServers(scalingGroups);
  const conflicts = balancerConflicts(sides.before, sides.after);
  const { detour, findings } = balancerDetour(conflicts, desired, { ...sides, unfinished });
  const changes = withMoved(compared, detour);
  const plan: Omit<GroupPlan, 'fingerprint' | 'byClock'> = {
    name: desired.name,
    stack: { name: observed.name, id: observed.id },
    source: desired.source,
    action: actionOf({ isNoop, replaced: servers.replace, resources }),
    size: addSizes(scalingGroups),
    servers,
    changes: unfinished ? [resumption(observed), ...changes.map((one) => doubted(one, walked))] : changes,
    scalingGroups,
    steps: isNoop ? [] : updateSteps(desired, observed, walked, { unfinished, detour }),
    ignored: [],
    findings: [
      ...desired.findings,
      ...settingFindings(desired, scalingGroups),
      ...(isNoop ? [] : desired.advice),
      ...findings,
      ...silencedComposites(resources, sides.after, desired.source),
      ...liveFindings({ desired, observed, scalingGroups, isNoop, walked, hidden: sides.hidden }),
    ],
    triggers: resources.some(isScaling) ? desired.triggers : [],
    capacity: null,
    cost: null,
  };
  const clock = clockOf(desired, observed);
  return { ...plan, fingerprint: fingerprint(plan, clock), byClock: isByClock(plan, clock) };
}

/** Heat gave up half-way; a check that found something is no such thing. */
export function isUnfinished({ state }: PresentStack): boolean {
  return state.status === 'FAILED' && state.action !== 'CHECK';
}

function walkGroups(input: {
  readonly desired: DesiredStack;
  readonly observed: PresentStack;
  readonly definitions: Definitions;
  readonly resources: readonly ResourceChange[];
  readonly sides: TwoSides;
  readonly live: readonly DesiredGroup[];
  readonly isNoop: boolean;
}): readonly WalkedGroup[] {
  const { desired, observed, live } = input;
  const present = desired.groups.map((group): WalkedGroup => {
    const counterpart = observed.groups.find(({ address }) => address === group.address) ?? null;
    const before = live.find(({ address }) => address === group.address) ?? null;
    if (!counterpart || before?.type !== group.type) {
      const begun = planNewGroup(atUpdate(group));
      return { plan: begun, desired: group, observed: null, change: UNCHANGED, goingBack: null };
    }
    const changed = changeOf(group, input);
    const change = input.isNoop ? UNCHANGED : memberChange({ ...input, change: changed, group, counterpart });
    const rolled = changed?.atOnce
      ? { ...group, rolling: { ...ALL, maxBatch: counterpart.members.length } }
      : group;
    return {
      plan: planMembers(rolled, counterpart, change, before),
      desired: group,
      observed: counterpart,
      change,
      goingBack: goingBack({ ...input, group, counterpart, failed: before }),
    };
  });
  const gone = observed.groups
    .filter((group) => isGone(group, desired, live))
    .map(
      (group): WalkedGroup => ({
        plan: planGoneGroup(group, live.find(({ address }) => address === group.address) ?? null),
        desired: null,
        observed: group,
        change: UNCHANGED,
        goingBack: null,
      }),
    );
  return [...present, ...gone];
}

const ALL = { minInService: 0, pauseSeconds: 0 };

function changeOf(
  { address }: DesiredGroup,
  { resources, sides }: { readonly resources: readonly ResourceChange[]; readonly sides: TwoSides },
): GroupChange | null {
  if (address.includes('/')) return groupChange(address, sides);
  const change = resources.find(({ name }) => name === address);
  return change?.kind === 'change' ? { member: change.member, atOnce: false } : null;
}

/** An update can't lend its initial size to a group in a nested file, which others may use as well: Heat begins at min. */
function atUpdate(group: DesiredGroup): DesiredGroup {
  return group.address.includes('/') ? { ...group, initial: group.min } : group;
}

const UNCHANGED: MemberChange = {
  effect: null,
  rolls: false,
  upToDate: null,
  shrinkFirst: false,
  hold: null,
  visited: false,
};

/** Removed from the template, or made again as another type; what no file explains is left to Heat. */
function isGone(group: ObservedGroup, desired: DesiredStack, live: readonly DesiredGroup[]): boolean {
  if (!live.some(({ address }) => address === group.address) && group.address.includes('/')) return false;
  const next = desired.groups.find(({ address }) => address === group.address);
  const before = live.find(({ address }) => address === group.address);
  return next === undefined || (before !== undefined && before.type !== next.type);
}

/** Its group's bounds, its policies, its alarms. */
function isScaling({ type }: ResourceChange): boolean {
  return /^OS::Aodh::|::ScalingPolicy$|::AutoScalingGroup$/.test(type);
}

function actionOf(input: {
  isNoop: boolean;
  replaced: number;
  resources: readonly ResourceChange[];
}): Action {
  if (input.isNoop) return 'no-op';
  const serverReplaced = input.resources.some(
    (change) =>
      change.kind === 'change' && change.effect.kind === 'replace' && change.type === 'OS::Nova::Server',
  );
  return input.replaced > 0 || serverReplaced ? 'replace' : 'update';
}

/** What Heat makes of it after a failure nobody can tell. */
function doubted(change: Change, walked: readonly WalkedGroup[]): Change {
  const doubtful = walked.some(
    ({ goingBack, plan: { address } }) => goingBack === 'maybe' && isAbout(change, address),
  );
  return doubtful ? { ...change, confidence: 'predicted' } : change;
}

/** A group inside a nested file shows in the resource that the file is for, or in the text of the file. */
function isAbout({ address }: Change, group: string): boolean {
  const [root = ''] = group.split('/');
  return address === `resources.${root}` || (root !== group && address === 'files');
}

function resumption({ state }: PresentStack): Change {
  return {
    address: 'stack',
    action: 'update',
    reason: `finishes what stopped: the stack is ${state.action}_${state.status}`,
    confidence: 'certain',
    fields: [],
  };
}
