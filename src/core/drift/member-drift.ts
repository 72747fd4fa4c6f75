/** Drift of single servers: missing, not running, or no longer what their definition says. */
import type { DriftItem } from '../../model/drift.ts';
import type { JsonObject } from '../../model/json.ts';
import type {
  Catalogue,
  ObservedGroup,
  ObservedMember,
  ObservedServer,
  PresentStack,
} from '../../model/observed.ts';
import type { GroupPlan } from '../../model/plan.ts';
import { memberServers } from '../heat/member-servers.ts';
import { isUnresolved } from '../heat/resolve.ts';
import { object } from '../heat/template.ts';
import { memberDifference, readDefinition } from '../plan/member-change.ts';
import type { Pair } from '../plan/plan.ts';
import { handedDown } from '../plan/sides.ts';

export function memberDrift(pair: Pair, plan: GroupPlan, catalogue: Catalogue): readonly DriftItem[] {
  const { desired, observed, definitions } = pair;
  if (desired.presence === 'absent' || observed.presence === 'absent') return [];
  return observed.groups.flatMap((group) => {
    const own = definitions[group.address] ?? {};
    const target = desired.groups.find(({ address }) => address === group.address);
    const wanted = target ? handedDown(target, observed) : {};
    const templateDiffers = plan.changes.some(({ address }) => bearsUpon(address, group));
    // whom the autoscaler is making or removing right now is no drift
    const settled = group.members.filter(({ state }) => state.status !== 'IN_PROGRESS');
    return settled.flatMap((member) => [
      ...failedMember(member),
      ...member.servers.flatMap((server) =>
        serverDrift(server, {
          definition: own[member.name],
          address: addressInside(server, `${group.address}/${member.name}`, observed),
          stack: observed,
          catalogue,
          replace: howToReplace(group, member, observed),
        }),
      ),
      ...(templateDiffers || target === undefined
        ? []
        : behind({
            member,
            definition: own[member.name],
            wanted,
            pair,
            replace: howToReplace(group, member, observed),
          })),
    ]);
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
    {
      kind: 'member-failed',
      subject: `member ${name}`,
      repository: 'complete',
      cloud: `${state.action}_FAILED${state.reason === '' ? '' : `: ${state.reason}`}`,
      remedy: 'look at the reason; the next apply of this stack makes the member anew',
    },
  ];
}

interface ServerView {
  /** The member's own. */
  readonly definition: JsonObject | undefined;
  /** Where the server stands inside the member, as `memberServers` says it; null when Heat does not list it. */
  readonly address: string | null;
  readonly stack: PresentStack;
  readonly catalogue: Catalogue;
  /** What to do to get a new server in its place. */
  readonly replace: string;
}

function addressInside({ id }: ObservedServer, member: string, { resources }: PresentStack): string | null {
  const found = resources.find(
    ({ physicalId, address }) => physicalId === id && `${address}/`.startsWith(`${member}/`),
  );
  return found ? found.address.slice(member.length + 1) : null;
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

function serverDrift(server: ObservedServer, view: ServerView): readonly DriftItem[] {
  const { replace } = view;
  if (server.status === 'MISSING')
    return [notRunning('server-missing', server, 'does not exist in Nova', replace)];
  const wanted = ownProperties(view);
  const kind = STATUS_KINDS[server.status] ?? 'server-not-active';
  return [
    ...(server.status === 'ACTIVE' ? [] : [notRunning(kind, server, statusWords(server), replace)]),
    ...(wanted ? differences(server, wanted, view) : []),
  ];
}

/** A member may hold several servers, each with a definition of its own. */
function ownProperties({ definition, address, stack }: ServerView): JsonObject | undefined {
  if (!definition) return undefined;
  const defined = memberServers(readDefinition(definition), stack.files);
  const own = defined.length === 1 ? defined[0] : defined.find((one) => one.address === address);
  return own?.properties;
}

const STATUS_KINDS: Readonly<Record<string, string>> = { SHUTOFF: 'server-stopped', ERROR: 'server-error' };

function statusWords({ status, fault }: ObservedServer): string {
  return fault === null ? status : `${status}: ${fault}`;
}

function notRunning(kind: string, { id, name }: ObservedServer, cloud: string, replace: string): DriftItem {
  const start = kind === 'server-stopped' ? `start it (\`openstack server start ${id}\`), or ` : '';
  return { kind, subject: `server ${name || id}`, repository: 'ACTIVE', cloud, remedy: `${start}${replace}` };
}

function differences(
  server: ObservedServer,
  wanted: JsonObject,
  { catalogue, replace }: ServerView,
): readonly DriftItem[] {
  const flavor = wanted['flavor'] ?? wanted['InstanceType'];
  const image = wanted['image'] ?? wanted['ImageId'];
  const flavorName = typeof flavor === 'string' ? nameOf(flavor, catalogue.flavor) : null;
  const imageId = typeof image === 'string' ? idOf(image, catalogue.image) : null;
  const item = (kind: string, repository: string, cloud: string): DriftItem => ({
    kind,
    subject: `server ${server.name}`,
    repository,
    cloud,
    remedy: `put it back by hand, or ${replace}`,
  });
  return [
    ...(flavorName !== null && server.flavor !== null && server.flavor !== flavorName
      ? [item('server-resized', `flavor ${flavorName}`, `flavor ${server.flavor}`)]
      : []),
    ...(imageId !== null && server.imageId !== null && server.imageId !== imageId
      ? [item('server-rebuilt', `image ${String(image)}`, `image ${nameOf(server.imageId, catalogue.image)}`)]
      : []),
  ];
}

type Things = readonly { readonly id: string; readonly name: string }[];

function nameOf(nameOrId: string, things: Things): string {
  return things.find(({ id }) => id === nameOrId)?.name ?? nameOrId;
}

/** null when the name stands for none or several, so that nothing false is said. */
function idOf(nameOrId: string, things: Things): string | null {
  if (things.some(({ id }) => id === nameOrId)) return nameOrId;
  const named = things.filter(({ name }) => name === nameOrId);
  return named.length === 1 ? (named[0]?.id ?? null) : null;
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
    {
      kind: 'member-behind',
      subject: `server ${member.servers[0]?.name ?? member.name}`,
      repository: 'the definition of its group',
      cloud: `an earlier one (${effect.how})`,
      remedy: replace,
    },
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
