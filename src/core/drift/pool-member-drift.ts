/** Drift of pool members: a server without one, one without a server, one with other settings than Heat gave it. */
import type { DriftItem, LiveField } from '../../model/drift.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import type { ProjectThings, Thing } from '../../model/things.ts';
import { referencedResources } from '../heat/resolve.ts';
import { stem } from '../plan/generations.ts';
import { ENABLED, isOff, isPending } from './balancer-drift.ts';
import { type Difference, differences, type Field, fieldsToSet, liveFields, sides } from './compare.ts';
import { driftItem } from './kinds.ts';
import { remade, remakeWords } from './remake.ts';
import type { Told } from './told.ts';
import { type StackView, textField, timeField } from './view.ts';

const POOL = 'OS::Octavia::Pool';
const MEMBER = 'OS::Octavia::PoolMember';

/** `otherwise` is Octavia's own default. */
const FIELDS: readonly Field[] = [
  { property: 'protocol_port' },
  { property: 'weight', otherwise: 1 },
  { property: 'backup', otherwise: false },
  { property: 'monitor_address', otherwise: null },
  { property: 'monitor_port', otherwise: null },
];

/** The pools whose members must be known to judge these stacks, by id. */
export function poolsWanted(told: readonly Told[], pools: ProjectThings['of']['pool']): readonly string[] {
  const own = told.filter(({ type }) => type === POOL).map(({ physicalId }) => physicalId);
  const others = told
    .filter(({ type }) => type === MEMBER)
    .flatMap(({ properties }) => poolId(properties['pool'], pools) ?? []);
  return [...new Set([...own, ...others])].filter((id) => pools?.has(id) ?? false).sort();
}

export function poolMemberDrift(view: StackView): readonly DriftItem[] {
  const members = view.told.filter(({ type, settled }) => type === MEMBER && settled);
  return [...members.flatMap((told) => memberDrift(view, told)), ...addedByHand(view)];
}

function memberDrift(view: StackView, told: Told): readonly DriftItem[] {
  const { things } = view.around;
  const pool = poolId(told.properties['pool'], things.of.pool);
  const all = pool === null ? undefined : things.poolMembers.get(pool);
  if (pool === null || all === undefined || told.physicalId === '') return [];
  const live = all.find(({ id }) => id === told.physicalId);
  if (live === undefined) return [missing(view, told, pool)];
  if (isPending(live)) return [];
  const found = differences(told.properties, live.fields, FIELDS);
  const subject = `pool member ${textField(live.fields, 'address')} (${told.address})`;
  const since = timeField(live.fields, 'updated_at');
  return [
    ...(found.length === 0
      ? []
      : [
          driftItem({
            kind: 'pool-member-edited',
            subject,
            ...sides(found),
            live: ofMember(told.address, found),
            remedy: `${setMember(found)} ${pool} ${live.id}\``,
            since,
            mends: [{ kind: 'poolMember', pool, id: live.id, fields: fieldsToSet(found) }],
          }),
        ]),
    ...(live.fields['admin_state_up'] === false && !isOff(told.properties['admin_state_up'])
      ? [
          driftItem({
            kind: 'pool-member-disabled',
            subject,
            repository: 'enabled',
            cloud: 'disabled (admin_state_up false): it gets no requests',
            remedy: `\`openstack loadbalancer member set --enable ${pool} ${live.id}\``,
            since,
            mends: [{ kind: 'poolMember', pool, id: live.id, fields: ENABLED }],
          }),
        ]
      : []),
    ...astray(view, told, live, subject),
  ];
}

/** As plan and drift name a field inside the file that members are made of; what lies elsewhere has no such name. */
function ofMember(address: string, found: readonly Difference[]): readonly LiveField[] {
  const [group, member, resource, ...deeper] = address.split('/');
  if (group === undefined || member === undefined || resource === undefined || deeper.length > 0) return [];
  const fields = liveFields(`resources.${group}.nested.${stem(resource)}`, found);
  return fields.map((field) => ({ ...field, ofMember: member }));
}

function setMember(found: readonly { readonly property: string; readonly told: string }[]): string {
  const flags = found.map(({ property, told }) => `--${property.replaceAll('_', '-')} ${told}`);
  return `\`openstack loadbalancer member set ${flags.join(' ')}`;
}

/** Heat does not look: its resource goes on saying COMPLETE. */
function missing(view: StackView, told: Told, pool: string): DriftItem {
  const server = serverOf(view, told);
  return driftItem({
    kind: 'pool-member-missing',
    subject: `pool member ${told.address}`,
    repository: `in pool ${poolName(view, pool)}`,
    cloud: `gone from the pool: ${server ? `server ${server.name}` : 'its server'} gets no requests`,
    remedy: howToMakeAnew(view, told.address),
    mends: remade(told.address),
  });
}

/** Marked, the member's own stack makes its pool member again when the group's nested stack is updated. */
function howToMakeAnew({ stack }: StackView, address: string): string {
  const group = stack.groups.find((one) => address.startsWith(`${one.address}/`));
  const member = group && address.slice(group.address.length + 1).split('/')[0];
  if (!group?.nested || !member) return remakeWords(stack, address);
  return `replace the server with all around it: \`openstack stack resource mark unhealthy ${group.nested.name} ${member}\`, then \`openstack stack update --existing ${group.nested.name}\``;
}

/** The address was computed from the member's own server. */
function astray(view: StackView, told: Told, live: Thing, subject: string): readonly DriftItem[] {
  const server = serverOf(view, told);
  const address = textField(live.fields, 'address');
  if (server === null || server.addresses.length === 0 || server.addresses.includes(address)) return [];
  return [
    driftItem({
      kind: 'pool-member-astray',
      subject,
      repository: `the address of server ${server.name}`,
      cloud: `${address}; the server has ${server.addresses.join(', ')}`,
      remedy: howToMakeAnew(view, told.address),
      mends: remade(told.address),
    }),
  ];
}

/** The one server that a member's address refers to, in the same member. */
function serverOf({ servers, stack }: StackView, { address, properties }: Told) {
  const above = address.slice(0, address.lastIndexOf('/') + 1);
  const ids = [...referencedResources(properties['address'] ?? null)].flatMap(
    (name) => stack.resources.find((one) => one.address === `${above}${name}`)?.physicalId ?? [],
  );
  const [id, ...more] = ids;
  return id === undefined || more.length > 0 ? null : (servers.get(id) ?? null);
}

/** In pools of the stack's own: members that no resource of it stands for. */
function addedByHand(view: StackView): readonly DriftItem[] {
  const { things } = view.around;
  const busy = view.told.some(({ settled }) => !settled);
  if (busy) return [];
  const own = new Set(view.stack.resources.map(({ physicalId }) => physicalId));
  return view.told
    .filter(({ type }) => type === POOL)
    .flatMap(({ physicalId: pool }) =>
      (things.poolMembers.get(pool) ?? [])
        .filter((live) => !own.has(live.id) && !isPending(live))
        .map((live) =>
          driftItem({
            kind: 'pool-member-added',
            subject: `pool member ${textField(live.fields, 'address')} of ${poolName(view, pool)}`,
            repository: 'not there',
            cloud: `added by hand${whose(view, live.fields)}`,
            remedy: `\`openstack loadbalancer member delete ${pool} ${live.id}\``,
            since: timeField(live.fields, 'created_at'),
          }),
        ),
    );
}

function whose({ around }: StackView, { address }: JsonObject): string {
  const { port } = around.things.of;
  if (port === null) return '';
  const has = [...port.values()].some(({ fields }) =>
    JSON.stringify(fields['fixed_ips'] ?? '').includes(`"${String(address)}"`),
  );
  return has ? '' : '; no port of the project has this address';
}

function poolName({ around }: StackView, pool: string): string {
  return textField(around.things.of.pool?.get(pool)?.fields ?? {}, 'name') || pool;
}

/** A pool is named by its id, or by a name that only one has. */
function poolId(value: Json | undefined, pools: ProjectThings['of']['pool']): string | null {
  if (typeof value !== 'string' || pools === null) return null;
  if (pools.has(value)) return value;
  const named = [...pools.values()].filter(({ fields }) => fields['name'] === value);
  return named.length === 1 ? (named[0]?.id ?? null) : null;
}
