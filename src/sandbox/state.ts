// Saves the world as JSON and brings it back, refusing what is no saved world.

import { CreationOrder } from './creation-order.ts';
import type { Resource, Stack } from './heat/records.ts';
import { KINDS, restoreBalancing, type SavedBalancing, saveBalancing } from './octavia/records.ts';
import { pushTask } from './queue.ts';
import { seedMeasuring, TIMINGS } from './seed.ts';
import type { Server, Task, World } from './world.ts';

export type SavedStack = Omit<Stack, 'rows'> & { readonly rows: readonly Resource[] };

/** Everything, in plain JSON; also in the middle of an update. */
export type SandboxState = Omit<World, 'servers' | 'stacks' | 'queue' | 'balancing'> & {
  readonly version: 1;
  readonly servers: readonly Server[];
  readonly stacks: readonly SavedStack[];
  readonly queue: readonly Task[];
  /** Not in states of before there were balancers. */
  readonly balancing?: SavedBalancing;
};

/** A copy that later changes do not reach; the same world gives the same bytes. */
export function saveWorld(world: World): SandboxState {
  const { servers, stacks, queue, balancing, ...rest } = world;
  const state: SandboxState = {
    version: 1,
    ...rest,
    servers: [...servers.values()],
    balancing: saveBalancing(balancing),
    stacks: [...stacks.values()].map((stack) => ({ ...stack, rows: [...stack.rows.values()] })),
    queue: queue
      .filter((task) => isOpen(world, task))
      .sort((one, other) => one.at - other.at || one.order - other.order),
  };
  return JSON.parse(JSON.stringify(state)) as SandboxState;
}

/** Time-outs of traversals that are over wait for nothing. */
function isOpen(world: World, task: Task): boolean {
  if (task.kind !== 'timeout') return true;
  const stack = world.stacks.get(task.stack);
  return stack?.traversal === task.traversal && stack.status === 'IN_PROGRESS';
}

/** Throws one Error that says what is wrong with the state. */
export function restoreWorld(state: SandboxState): World {
  const trouble = stateTrouble(state);
  if (trouble !== undefined) throw new Error(`loading a sandbox state: ${trouble}`);
  const {
    version: _version,
    servers,
    stacks,
    queue,
    balancing,
    ...rest
  } = { ...seedMeasuring(), ...(JSON.parse(JSON.stringify(state)) as SandboxState) };
  const heap: Task[] = [];
  for (const task of queue) pushTask(heap, task);
  return {
    ...rest,
    timings: { ...TIMINGS, ...rest.timings },
    floatingIps: rest.floatingIps ?? [],
    ports: rest.ports.map((port) => ({ ...NEW_IN_PORTS, ...port })),
    serverGroups: rest.serverGroups.map((group) => ({ ...NEW_IN_GROUPS, ...group })),
    balancing: restoreBalancing(balancing ?? {}),
    servers: new CreationOrder(servers.map((server) => ({ ...NEW_IN_SERVERS, ...server }))),
    stacks: new CreationOrder(
      stacks.map(({ rows, ...stack }) => ({ ...stack, rows: new Map(rows.map((row) => [row.key, row])) })),
    ),
    queue: heap,
  };
}

/** What states of before did not have yet. */
const NEW_IN_SERVERS = { volumes: [], pinnedZone: null };
const NEW_IN_PORTS = { device: null, tags: [] };
const NEW_IN_GROUPS = { rules: {} };

const NUMBERS = ['now', 'counter', 'random'];
const OBJECTS = ['timings', 'quotas', 'identity'];
/** Lists, with the keys that each entry must have as text. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  flavors: ['id', 'name'],
  images: ['id', 'name'],
  networks: ['id', 'name', 'project'],
  subnets: ['id', 'name', 'network', 'cidr'],
  securityGroups: ['id', 'name'],
  ports: ['id', 'network'],
  keyPairs: ['name', 'user'],
  serverGroups: ['id', 'name'],
  servers: ['id', 'name', 'project', 'vmState', 'flavor'],
  stacks: ['id', 'name', 'project', 'action', 'status'],
  queue: ['kind'],
  requestFaults: ['path'],
  serverFaults: ['kind'],
};

function stateTrouble(state: unknown): string | undefined {
  if (!isRecord(state)) return 'it is not an object, want the object that a sandbox saved';
  if (state['version'] !== 1) return `"version" is ${JSON.stringify(state['version'])}, want 1`;
  const number = NUMBERS.find((key) => typeof state[key] !== 'number');
  if (number !== undefined) return `"${number}" is not a number`;
  const object = OBJECTS.find((key) => !isRecord(state[key]));
  if (object !== undefined) return `"${object}" is not an object`;
  for (const [key, fields] of Object.entries(LISTS)) {
    const trouble = listTrouble(key, state[key], fields);
    if (trouble !== undefined) return trouble;
  }
  return laterTrouble(state) ?? newerTrouble(state);
}

/** What older states do not have, by the shape of what is inside. */
const LATER: Readonly<Record<string, Readonly<Record<string, 'list' | 'object'>>>> = {
  telemetry: { archivePolicies: 'list', metrics: 'object', ended: 'list' },
  alarming: { alarms: 'object', quotas: 'list' },
};

function laterTrouble(state: Readonly<Record<string, unknown>>): string | undefined {
  if ('loads' in state && !Array.isArray(state['loads'])) return '"loads" is not a list';
  for (const [key, parts] of Object.entries(LATER)) {
    const whole = state[key];
    if (whole === undefined) continue;
    if (!isRecord(whole)) return `"${key}" is not an object`;
    const wrong = Object.entries(parts).find(([name, kind]) =>
      kind === 'list' ? !Array.isArray(whole[name]) : !isRecord(whole[name]),
    );
    if (wrong !== undefined)
      return `"${key}.${wrong[0]}" is not ${wrong[1] === 'list' ? 'a list' : 'an object'}`;
  }
  return undefined;
}

/** Lists that older states do not have. */
function newerTrouble(state: Readonly<Record<string, unknown>>): string | undefined {
  const { floatingIps = [], balancing = {} } = state;
  if (!isRecord(balancing)) return '"balancing" is not an object';
  const lists = KINDS.map((kind) =>
    listTrouble(`balancing.${kind}`, balancing[kind] ?? [], ['id', 'project', 'provisioning', 'operating']),
  );
  const troubles = [listTrouble('floatingIps', floatingIps, ['id', 'network', 'address']), ...lists];
  return troubles.find((one) => one !== undefined);
}

function listTrouble(key: string, list: unknown, fields: readonly string[]): string | undefined {
  if (!Array.isArray(list)) return `"${key}" is not a list`;
  for (const [index, entry] of list.entries()) {
    const missing = isRecord(entry) ? fields.find((field) => typeof entry[field] !== 'string') : '';
    if (missing === '') return `"${key}[${index}]" is not an object`;
    if (missing !== undefined) return `"${key}[${index}].${missing}" is not a text`;
    if (key === 'stacks' && isRecord(entry) && stackTrouble(entry))
      return `"stacks[${index}]" is not a whole stack`;
  }
  return undefined;
}

function stackTrouble(stack: Readonly<Record<string, unknown>>): boolean {
  const content = stack['content'];
  const whole =
    isRecord(content) &&
    isRecord(content['template']) &&
    isRecord(content['environment']) &&
    isRecord(content['files']);
  return (
    !whole ||
    !Array.isArray(stack['rows']) ||
    !Array.isArray(stack['events']) ||
    !Array.isArray(stack['nodes'])
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
