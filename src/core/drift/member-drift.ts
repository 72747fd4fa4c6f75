/** Drift of a group's members: servers missing or not running, and members left on an earlier definition. */
import type { DriftItem } from '../../model/drift.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ObservedGroup, ObservedMember, ObservedServer, PresentStack } from '../../model/observed.ts';
import type { GroupPlan } from '../../model/plan.ts';
import { wayBack } from '../health/server-verdict.ts';
import { memberServers } from '../heat/member-servers.ts';
import { isUnresolved } from '../heat/resolve.ts';
import { object } from '../heat/template.ts';
import { memberDifference, readDefinition } from '../plan/member-change.ts';
import type { Pair } from '../plan/plan.ts';
import { handedDown } from '../plan/sides.ts';
import { type DriftKindName, driftItem } from './kinds.ts';
import { serverDifferences } from './server-drift.ts';
import type { StackView } from './view.ts';

export function memberDrift(pair: Pair, plan: GroupPlan, view: StackView): readonly DriftItem[] {
  const { desired, observed, definitions } = pair;
  if (desired.presence === 'absent' || observed.presence === 'absent') return [];
  return observed.groups.flatMap((group) => {
    const own = definitions[group.address] ?? {};
    const target = desired.groups.find(({ address }) => address === group.address);
    const wanted = target ? handedDown(target, observed) : {};
    const templateDiffers = plan.changes.some(({ address }) => bearsUpon(address, group));
    // whom the autoscaler is making or removing right now is no drift
    const settled = group.members.filter(({ state }) => state.status !== 'IN_PROGRESS');
    return settled.flatMap((member) => {
      const replace = howToReplace(group, member, observed);
      return [
        ...failedMember(member),
        ...member.servers.flatMap((server) =>
          serverDrift(server, `${group.address}/${member.name}`, view, replace),
        ),
        ...(templateDiffers
          ? []
          : otherGeneration(member, own[member.name], `${group.address}/${member.name}`, view, replace)),
        ...(templateDiffers || target === undefined
          ? []
          : behind({ member, definition: own[member.name], wanted, pair, replace })),
      ];
    });
  });
}

/** Whether a change of the plan may be the reason why a group's members differ. */
function bearsUpon(change: string, { address }: ObservedGroup): boolean {
  const [top, ...below] = address.split('/');
  return change === `resources.${top}` || (below.length > 0 && change === 'files');
}

function failedMember({ name, state, servers }: ObservedMember): readonly DriftItem[] {
  if (state.status !== 'FAILED' || servers.some(({ status }) => status !== 'ACTIVE')) return [];
  return [
    driftItem({
      kind: 'member-failed',
      subject: `member ${name}`,
      repository: 'complete',
      cloud: `${state.action}_FAILED${state.reason === '' ? '' : `: ${state.reason}`}`,
      remedy: 'look at the reason; the next apply of this stack makes the member anew',
    }),
  ];
}

/**
 * The one recipe of seven that keeps the group's size and everybody else's server (measured): mark the member, then
 * update the group's own nested stack, never the stack around it.
 */
function howToReplace({ nested }: ObservedGroup, { name }: ObservedMember, { state }: PresentStack): string {
  if (state.status === 'FAILED' && state.action !== 'CHECK') return 'run apply: it finishes what stopped';
  if (!nested) return 'run apply again';
  return `replace it: \`openstack stack resource mark unhealthy ${nested.name} ${name}\`, then \`openstack stack update --existing ${nested.name}\``;
}

function serverDrift(
  server: ObservedServer,
  member: string,
  view: StackView,
  replace: string,
): readonly DriftItem[] {
  if (server.status === 'MISSING')
    return [notRunning('server-missing', server, 'does not exist in Nova', replace)];
  if (isOnItsWay(server)) return [];
  const told = view.told.find(
    ({ physicalId, address }) => physicalId === server.id && `${address}/`.startsWith(`${member}/`),
  );
  const kind = STATUS_KINDS[server.status] ?? 'server-not-active';
  const resource = told?.address.slice(told.address.lastIndexOf('/') + 1) ?? '';
  return [
    ...(server.status === 'ACTIVE' ? [] : [notRunning(kind, server, statusWords(server), replace)]),
    ...(told?.settled
      ? serverDifferences({
          ...view,
          server,
          type: told.type,
          properties: told.properties,
          resource,
          replace,
        })
      : []),
  ];
}

/** Statuses that pass by themselves (nova/api/openstack/common.py). */
const PASSING = new Set([
  'BUILD',
  'REBUILD',
  'RESIZE',
  'REVERT_RESIZE',
  'REBOOT',
  'HARD_REBOOT',
  'MIGRATING',
  'PASSWORD',
]);

/** True of a server that Nova is still working on. */
export function isOnItsWay({ status, taskState }: ObservedServer): boolean {
  return taskState !== null || PASSING.has(status);
}

const STATUS_KINDS: Readonly<Record<string, DriftKindName>> = {
  SHUTOFF: 'server-stopped',
  ERROR: 'server-error',
};

function statusWords({ status, fault }: ObservedServer): string {
  return fault === null ? status : `${status}: ${fault}`;
}

function notRunning(kind: DriftKindName, server: ObservedServer, cloud: string, replace: string): DriftItem {
  const { id, name, updatedAt } = server;
  const back = kind === 'server-stopped' ? `start it (\`openstack server start ${id}\`)` : wayBack(server);
  return driftItem({
    kind,
    subject: `server ${name || id}`,
    repository: 'ACTIVE',
    cloud,
    remedy: back === null ? replace : `${back}, or ${replace}`,
    about: { service: 'server', id },
    since: updatedAt,
  });
}

/** The stack has the right template, but this member was left with an earlier definition (measured after surges). */
function behind(view: {
  readonly member: ObservedMember;
  readonly definition: JsonObject | undefined;
  readonly wanted: JsonObject;
  readonly pair: Pair;
  readonly replace: string;
}): readonly DriftItem[] {
  const { member, definition, wanted, replace } = view;
  const { desired, observed } = view.pair;
  if (!definition || desired.presence === 'absent' || observed.presence === 'absent') return [];
  const files = { before: observed.files, after: desired.files };
  const open = unresolvedKeys(wanted);
  const effect = memberDifference(without(readDefinition(definition), open), without(wanted, open), files);
  if (effect === null || effect.kind === 'none') return [];
  return [
    driftItem({
      kind: 'member-behind',
      subject: `server ${member.servers[0]?.name ?? member.name}`,
      repository: 'the definition of its group',
      cloud: `an earlier one (${effect.how})`,
      remedy: replace,
    }),
  ];
}

/** Of a member with a stack of its own: no server in it stands under a name that its file gives. */
function otherGeneration(
  member: ObservedMember,
  definition: JsonObject | undefined,
  address: string,
  { stack }: StackView,
  replace: string,
): readonly DriftItem[] {
  if (!definition || member.state.status !== 'COMPLETE') return [];
  const wanted = memberServers(readDefinition(definition), stack.files);
  const inside = stack.resources.filter((one) => one.address.startsWith(`${address}/`));
  const there = wanted.some((one) => inside.some((found) => found.address === `${address}/${one.address}`));
  if (inside.length === 0 || wanted.length === 0 || wanted.some((one) => one.address === '') || there)
    return [];
  return [
    driftItem({
      kind: 'member-behind',
      subject: `server ${member.servers[0]?.name ?? member.name}`,
      repository: 'the definition of its group',
      cloud: 'an earlier one (its server stands under another name)',
      remedy: replace,
    }),
  ];
}

/** Properties whose values only Heat knows say nothing; the others still tell. */
function unresolvedKeys(wanted: JsonObject): ReadonlySet<string> {
  const properties = Object.entries(object(wanted['properties']));
  return new Set(properties.filter(([, value]) => isUnresolved(value)).map(([key]) => key));
}

function without(definition: JsonObject, keys: ReadonlySet<string>): JsonObject {
  const kept = Object.entries(object(definition['properties'])).filter(([key]) => !keys.has(key));
  return { ...definition, properties: Object.fromEntries(kept) };
}
