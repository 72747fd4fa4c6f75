/** What a plan and Heat's own preview say beforehand, held against what happened. */
import { list, pick, text } from '../contract/json.ts';
import { type Fate, type Happened, keyOf, type Look, plain } from './happened.ts';
import type { Timeline } from './timeline.ts';

export interface Reality {
  readonly before: Look;
  readonly after: Look;
  readonly happened: Happened;
  readonly fates: ReadonlyMap<string, Fate>;
  readonly timeline: Timeline;
}

/** Where the plan was wrong, in words; nothing when it was right. */
export function planErrors(planned: unknown, reality: Reality): readonly string[] {
  const groups = list(planned, 'scalingGroups');
  return [
    ...fateErrors(groups, reality),
    ...sizeErrors(groups, reality),
    ...batchErrors(groups, reality),
    ...serviceErrors(groups, reality),
    ...resourceErrors(planned, reality),
  ];
}

/** Whether any change is said to be a guess. */
export function isPredicted(planned: unknown): boolean {
  return list(planned, 'changes').some((one) => pick(one, 'confidence') === 'predicted');
}

function fateErrors(groups: readonly unknown[], { fates, happened }: Reality): readonly string[] {
  const planned = groups.flatMap((group) =>
    list(group, 'members').map((one) => ({
      key: keyOf({ group: text(group, 'address'), name: String(pick(one, 'member')) }),
      fate: text(one, 'fate') as Fate,
    })),
  );
  const created = planned.filter(({ fate }) => fate === 'create').length;
  const existing = planned.filter(({ fate }) => fate !== 'create');
  // a surge replaces a member by one of another name: gone and new are then one replacement
  const exchanged = existing.filter(
    ({ key, fate }) => fate === 'replace' && fates.get(key) === 'delete',
  ).length;
  const errors = existing.flatMap(({ key, fate }) => {
    const met = fates.get(key) ?? 'create';
    return met === fate || (fate === 'replace' && met === 'delete')
      ? []
      : [`${fate} planned, ${met} happened`];
  });
  const made = happened.servers.create ?? 0;
  return [
    ...errors,
    ...(made === created + exchanged ? [] : [`${created + exchanged} new planned, ${made} came`]),
  ];
}

function sizeErrors(groups: readonly unknown[], { after }: Reality): readonly string[] {
  return groups.flatMap((group) => {
    const size = pick(group, 'size', 'after');
    const now = after.members.filter((one) => one.group === pick(group, 'address')).length;
    return size === now ? [] : [`size ${size} planned, ${now} happened`];
  });
}

/** Batches as the plan orders them; where all are only made, deleted or had failed, is no batch of the plan's. */
function batchErrors(groups: readonly unknown[], { before, timeline, fates }: Reality): readonly string[] {
  const keys = new Map(before.members.map((member) => [nameOf(member), keyOf(member)]));
  const planned = groups.flatMap((group) =>
    list(group, 'batches').map((batch) =>
      list(batch, 'servers')
        .map((name) => keys.get(String(name)) ?? 'new')
        .filter((key) => key !== 'new')
        .sort()
        .join(' '),
    ),
  );
  const failed = new Set(before.members.filter((member) => member.failed).map(keyOf));
  const [wanted, met] = [planned.filter(Boolean), metBatches(timeline, { fates, failed, planned })];
  return wanted.join(' | ') === met.join(' | ')
    ? []
    : [`${numbers(wanted)} members a batch planned, ${numbers(met)} happened`];
}

function nameOf({ server }: Look['members'][number]): string {
  return server ? server.name || server.id : '';
}

function metBatches(
  { batches }: Timeline,
  {
    fates,
    failed,
    planned,
  }: {
    readonly fates: Reality['fates'];
    readonly failed: ReadonlySet<string>;
    readonly planned: readonly string[];
  },
): readonly string[] {
  return batches
    .map((batch) => batch.filter((key) => key !== 'new'))
    .filter((batch) => batch.length > 0)
    .map((batch) => batch.join(' '))
    .filter(
      (batch) =>
        planned.includes(batch) ||
        !batch.split(' ').every((key) => fates.get(key) === 'delete' || failed.has(key)),
    );
}

function numbers(batches: readonly string[]): string {
  return batches.map((batch) => batch.split(' ').length).join('+') || 'none';
}

/** The plan names the fewest that serve; more is no error. */
function serviceErrors(groups: readonly unknown[], { happened }: Reality): readonly string[] {
  if (groups.length !== 1) return [];
  const batches = list(groups[0], 'batches');
  if (batches.length === 0) return [];
  const least = Math.min(...batches.map((batch) => Number(pick(batch, 'inService'))));
  return happened.inService >= least ? [] : [`${least} in service planned, ${happened.inService} were`];
}

function resourceErrors(planned: unknown, { before, after, happened }: Reality): readonly string[] {
  const names = [...new Set([...before.top.keys(), ...after.top.keys()])].sort();
  const changes = list(planned, 'changes');
  return names.flatMap((name) => {
    const found = changes.find((one) => pick(one, 'address') === `resources.${name}`);
    const said = found === undefined ? 'no-op' : text(found, 'action');
    // a group is the same one whatever becomes of its servers
    const isGroup = before.stack.groups.some(({ address }) => address === name) && after.top.has(name);
    const wanted = said === 'update' || said === 'no-op' || isGroup ? 'kept' : said;
    const met = happened.resources[name] ?? 'kept';
    return wanted === met ? [] : [`${name}: ${wanted} planned, ${met} happened`];
  });
}

/** Where Heat's preview was wrong: who survives and how many there are, which of the stack's own resources are made anew. */
export function previewErrors(
  preview: unknown,
  { before, after }: Pick<Reality, 'before' | 'after'>,
): readonly string[] {
  const named = (kind: string) => list(preview, 'resource_changes', kind);
  const inGroup = (one: unknown) => before.members.some(({ name }) => name === pick(one, 'resource_name'));
  const isTop = (one: unknown) => pick(one, 'stack_identity', 'stack_id') === before.stack.id;
  const away = new Set(
    [...named('deleted'), ...named('replaced')].filter(inGroup).map((one) => pick(one, 'resource_name')),
  );
  const survivors = new Set(after.members.map(({ server }) => server?.id));
  const wrong = before.members.filter(
    ({ name, server }) => away.has(name) === (server !== null && survivors.has(server.id)),
  ).length;
  const added = named('added').filter((one) => !isTop(one) && pick(one, 'parent_resource') !== undefined);
  const members = added.filter((one) =>
    before.stack.groups.some(({ address }) => address.split('/').at(-1) === pick(one, 'parent_resource')),
  );
  const deleted = named('deleted').filter(inGroup);
  const size = before.members.length - deleted.length + members.length;
  return [
    ...(wrong === 0 ? [] : [`${wrong} of ${before.members.length} servers' fate`]),
    ...(size === after.members.length ? [] : [`size ${size}, it is ${after.members.length}`]),
    ...topErrors({ before, after }, (name) =>
      (['added', 'deleted', 'replaced', 'updated', 'unchanged'] as const).find((kind) =>
        named(kind).some((one) => isTop(one) && plain(text(one, 'resource_name')) === name),
      ),
    ),
  ];
}

function topErrors(
  { before, after }: Pick<Reality, 'before' | 'after'>,
  said: (name: string) => string | undefined,
): readonly string[] {
  const names = [...new Set([...before.top.keys(), ...after.top.keys()])].sort();
  return names.flatMap((name) => {
    const kept = before.top.get(name) === after.top.get(name);
    const met = !before.top.has(name)
      ? 'added'
      : !after.top.has(name)
        ? 'deleted'
        : kept
          ? 'kept'
          : 'replaced';
    const word = said(name) ?? 'nothing';
    const wanted = word === 'updated' || word === 'unchanged' ? 'kept' : word;
    return wanted === met ? [] : [`${name} ${word}, it was ${met}`];
  });
}
