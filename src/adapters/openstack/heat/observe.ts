/** Reads stacks whole: what Heat holds of them, with the servers of their groups. */
import type {
  HeatState,
  ObservedResource,
  ObservedStack,
  StackRef,
  StackSummary,
} from '../../../model/observed.ts';
import type { KnownContent } from '../../../ports/cloud.ts';
import { readServers } from '../nova/servers.ts';
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
import { buildTree, isGroup, type PlacedResource } from './tree.ts';

/** Up to here the names are given to Heat; beyond, one list of all stacks is cheaper than a long address. */
const NAMES_IN_ONE_QUERY = 25;

export function listAllStacks(service: Service): Promise<readonly StackSummary[]> {
  return allPages((marker) => service.call(listStacks(marker), stackPage));
}

type Known = (stack: StackSummary) => KnownContent | null;

/** In the order asked; five calls for each stack that exists, one where its content is known, one list of servers for all. */
export async function observeStacks(
  service: Service,
  names: readonly string[],
  known: Known = () => null,
): Promise<readonly ObservedStack[]> {
  const wanted = [...new Set(names)];
  if (wanted.length === 0) return [];
  const listed = await listNamed(service, wanted);
  const found = new Map(listed.map((stack) => [stack.name, stack]));
  const read = await Promise.all(wanted.map((name) => readStack(service, found.get(name), known)));
  const servers = await readServers(
    service,
    read.flatMap((stack) => (stack ? memberServerIds(stack.tree) : [])),
  );
  return wanted.map((name, index) => observed(name, read[index] ?? null, servers));
}

async function listNamed(service: Service, names: readonly string[]): Promise<readonly StackSummary[]> {
  if (names.length > NAMES_IN_ONE_QUERY) return listAllStacks(service);
  return (await service.call(listStacksNamed(names), stackPage)).items;
}

type StackRead = NonNullable<Awaited<ReturnType<typeof readStack>>>;

/** null when the stack is gone by now; a deleted one still answers by its id, as DELETE_COMPLETE. */
async function readStack(service: Service, stack: StackSummary | undefined, known: Known) {
  if (stack === undefined) return null;
  const content = isGone(stack) ? null : known(stack);
  if (content !== null) {
    const resources = await service.find(listResources(stack), listedResources);
    if (resources === null) return null;
    const { template, environment, files, parameters, timeoutMinutes } = content;
    const shown = { ...stack, owner: null, parameters, timeoutMinutes };
    return { shown, template, environment, files, ...(await treeOf(service, stack, resources)) };
  }
  const [shown, template, environment, files, resources] = await Promise.all([
    service.find(showStack(stack), shownStack),
    service.find(readTemplate(stack), templateOf),
    service.find(readEnvironment(stack), environmentOf),
    service.find(readFiles(stack), filesOf),
    service.find(listResources(stack), listedResources),
  ]);
  if (!shown || !template || !environment || !files || !resources) return null;
  if (isGone(shown)) return null;
  return { shown, template, environment, files, ...(await treeOf(service, stack, resources)) };
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

function observed(
  name: string,
  read: StackRead | null,
  servers: Awaited<ReturnType<typeof readServers>>,
): ObservedStack {
  if (read === null) return { presence: 'absent', name };
  const { shown, template, environment, files, tree, checked } = read;
  return {
    presence: 'present',
    ...shown,
    template,
    files,
    environment,
    resources: tree.resources.map(observedResource),
    groups: groupsOf(tree, servers, checked),
  };
}

function observedResource({ address, type, physicalId, state, createdAt }: PlacedResource): ObservedResource {
  return { address, type, physicalId, state, createdAt };
}
