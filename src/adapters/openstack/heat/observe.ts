/** Reads stacks whole: what Heat holds of them, with the servers of their groups. */
import type {
  AbsentStack,
  HeatState,
  LiveStack,
  ObservedResource,
  ObservedServer,
  ObservedStack,
  SeenStack,
  StackContent,
  StackRef,
  StackSummary,
} from '../../../model/observed.ts';
import { serverReader } from '../nova/servers.ts';
import { allPages } from '../pages.ts';
import type { Service } from '../service.ts';
import { groupsOf, memberServerIds } from './groups.ts';
import {
  listResources,
  listStacks,
  listStacksNamed,
  readEnvironment,
  readFiles,
  readTemplate,
  showStack,
} from './requests.ts';
import { environmentOf, filesOf, listedResources, shownStack, stackPage, templateOf } from './results.ts';
import { buildTree, isGroup, type PlacedResource, type Tree } from './tree.ts';

/** Up to here the names are given to Heat; beyond, one list of all stacks is cheaper than a long address. */
const NAMES_IN_ONE_QUERY = 25;

export function listAllStacks(service: Service): Promise<readonly StackSummary[]> {
  return allPages((marker) => service.call(listStacks(marker), stackPage));
}

type Known = (stack: StackSummary) => StackContent | null;

/** In the order asked; five calls for each stack that exists, one where its content is known, one list of servers for all. */
export async function observeStacks(
  service: Service,
  names: readonly string[],
  known: Known = () => null,
): Promise<readonly ObservedStack[]> {
  return observeEach(service, names, async (stack) => {
    const content = known(stack);
    if (content === null) return readWhole(service, stack);
    const live = await readLive(service, stack);
    return live && { ...live, ...content, owner: null };
  });
}

/** In the order asked; one call for each stack that exists. */
export function observeLiveStacks(service: Service, names: readonly string[]): Promise<readonly SeenStack[]> {
  return observeEach(service, names, (stack) => readLive(service, stack));
}

/** @param read null when the stack is gone by now */
async function observeEach<Read extends Branch>(
  service: Service,
  names: readonly string[],
  read: (stack: StackSummary) => Promise<Read | null>,
): Promise<readonly (AbsentStack | Seen<Read>)[]> {
  const wanted = [...new Set(names)];
  if (wanted.length === 0) return [];
  const listed = await listNamed(service, wanted);
  // a deleted one still answers by its id, as DELETE_COMPLETE
  const found = new Map(listed.filter((stack) => !isGone(stack)).map((stack) => [stack.name, stack]));
  const servers = serverReader(service);
  if (wanted.some((name) => found.has(name))) servers.begin();
  return Promise.all(
    wanted.map(async (name) => {
      const stack = found.get(name);
      const branch = stack === undefined ? null : await read(stack);
      if (branch === null) return { presence: 'absent', name } as const;
      return observed(branch, await servers.byIds(memberServerIds(branch.tree)));
    }),
  );
}

async function listNamed(service: Service, names: readonly string[]): Promise<readonly StackSummary[]> {
  if (names.length > NAMES_IN_ONE_QUERY) return listAllStacks(service);
  return (await service.call(listStacksNamed(names), stackPage)).items;
}

interface Branch extends StackSummary {
  readonly tree: Tree;
  /** The nested stacks that failed a check. */
  readonly checked: ReadonlySet<string>;
}

async function readLive(service: Service, stack: StackSummary): Promise<Branch | null> {
  const resources = await service.find(listResources(stack), listedResources);
  return resources && { ...stack, ...(await treeOf(service, stack, resources)) };
}

async function readWhole(service: Service, stack: StackSummary) {
  const [shown, template, environment, files, resources] = await Promise.all([
    service.find(showStack(stack), shownStack),
    service.find(readTemplate(stack), templateOf),
    service.find(readEnvironment(stack), environmentOf),
    service.find(readFiles(stack), filesOf),
    service.find(listResources(stack), listedResources),
  ]);
  if (!shown || !template || !environment || !files || !resources) return null;
  if (isGone(shown)) return null;
  return { ...shown, template, environment, files, ...(await treeOf(service, stack, resources)) };
}

/** Only of a group that is CHECK_FAILED, its nested stack is looked at as well: it tells a check from a mark. */
async function treeOf(service: Service, stack: StackRef, resources: Parameters<typeof buildTree>[1]) {
  const tree = buildTree(stack, resources);
  const doubtful = tree.resources.flatMap((one) =>
    isGroup(one) && isCheckFailed(one.state) && one.nested ? [one.nested] : [],
  );
  const shown = await Promise.all(doubtful.map((nested) => service.find(showStack(nested), shownStack)));
  const failed = shown.flatMap((nested) => (nested && isCheckFailed(nested.state) ? [nested.id] : []));
  return { tree, checked: new Set(failed) };
}

function isCheckFailed({ action, status }: HeatState): boolean {
  return action === 'CHECK' && status === 'FAILED';
}

export function isGone({ state }: Pick<StackSummary, 'state'>): boolean {
  return state.action === 'DELETE' && state.status === 'COMPLETE';
}

type Seen<Read extends Branch> = Omit<Read, 'tree' | 'checked'> & LiveStack;

function observed<Read extends Branch>(
  { tree, checked, ...stack }: Read,
  servers: ReadonlyMap<string, ObservedServer>,
): Seen<Read> {
  return {
    presence: 'present',
    ...stack,
    resources: tree.resources.map(observedResource),
    groups: groupsOf(tree, servers, checked),
  };
}

function observedResource({ address, type, physicalId, state, createdAt }: PlacedResource): ObservedResource {
  return { address, type, physicalId, state, createdAt };
}
