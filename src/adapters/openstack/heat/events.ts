/** Reads a stack's events, nested ones included, so that none comes twice and none is lost. */
import type { Json, JsonObject } from '../../../model/json.ts';
import type { StackEvent, StackRef } from '../../../model/observed.ts';
import { allPages, type Page } from '../pages.ts';
import { shortReason } from '../reason.ts';
import type { Service } from '../service.ts';
import { listIn, textIn, textOr, timeOr } from '../shape.ts';
import { listEvents, listLatestEvents, listResources, PAGE } from './requests.ts';
import { linked, listedResources } from './results.ts';
import { buildTree } from './tree.ts';

/**
 * Event times are whole seconds and several engines write at once, so an event may appear in the list
 * before one that we have seen already; so far back we look again.
 */
const LOOK_BACK_MS = 20_000;

interface ListedEvent {
  readonly id: string;
  readonly at: string;
  readonly name: string;
  readonly physicalId: string;
  readonly status: string;
  readonly reason: string;
  readonly stack: StackRef | null;
}

interface Place {
  readonly address: string;
  readonly type: string;
}

/** Remembers what it has given out, for as long as the cloud is open. */
export class EventReader {
  private readonly service: Service;
  private readonly given = new Map<string, StackEvent[]>();
  /** Places of nested stacks and resources, kept after they are gone. */
  private readonly places = new Map<string, Place>();

  constructor(service: Service) {
    this.service = service;
  }

  /** Oldest first, those after `after`; nothing when the stack is gone. */
  async after(stack: StackRef, after: string | null): Promise<readonly StackEvent[]> {
    const known = this.given.get(stack.id) ?? [];
    const remembered = after === null || known.some(({ id }) => id === after);
    const marker = remembered ? markerBefore(known) : after;
    const listed = await this.list(stack, marker);
    const ids = new Set(known.map(({ id }) => id));
    const fresh = await this.placed(
      stack,
      listed.filter(({ id }) => !ids.has(id) && id !== after),
    );
    const all = [...known, ...fresh];
    this.given.set(stack.id, all);
    return remembered ? all.slice(all.findIndex(({ id }) => id === after) + 1) : fresh;
  }

  /** One page, oldest first. */
  async latest(stack: StackRef): Promise<readonly StackEvent[]> {
    const page = await this.service.find(listLatestEvents(stack), eventPage);
    return this.placed(stack, (page?.items ?? []).toReversed());
  }

  private list(stack: StackRef, from: string | null): Promise<readonly ListedEvent[]> {
    return allPages(async (marker) => {
      const page = await this.service.find(listEvents(stack, marker ?? from), eventPage);
      return page ?? { items: [], nextMarker: null };
    });
  }

  private async placed(stack: StackRef, events: readonly ListedEvent[]): Promise<readonly StackEvent[]> {
    if (events.length === 0) return [];
    await this.learnPlaces(stack);
    return events.map((event) => {
      const { address, type } = this.placeOf(stack, event);
      const { id, at, physicalId, status, reason } = event;
      return { id, at, address, resourceType: type, physicalId, status, reason };
    });
  }

  private async learnPlaces(stack: StackRef): Promise<void> {
    const listed = (await this.service.find(listResources(stack), listedResources)) ?? [];
    for (const { address, type, nested, name, stack: holder } of buildTree(stack, listed).resources) {
      this.places.set(keyOf(holder, name), { address, type });
      if (nested !== null) this.places.set(keyOf(nested, null), { address, type });
    }
  }

  /** A stack's own events carry its name as the resource's; a nested stack that was never seen keeps its name. */
  private placeOf(root: StackRef, { stack, name, physicalId }: ListedEvent): Place {
    const holder = stack ?? root;
    const base = holder.id === root.id ? '' : (this.places.get(keyOf(holder, null))?.address ?? holder.name);
    if (physicalId === holder.id && name === holder.name) return { address: base, type: STACK };
    const known = this.places.get(keyOf(holder, name));
    return known ?? { address: base === '' ? name : `${base}/${name}`, type: '' };
  }
}

/** Heat's own type for a stack as a resource. */
const STACK = 'OS::Heat::Stack';

function keyOf({ id }: StackRef, resource: string | null): string {
  return resource === null ? id : `${id}/${resource}`;
}

/** The newest event that is old enough for nothing to be written before it any more. */
function markerBefore(known: readonly StackEvent[]): string | null {
  const newest = Math.max(...known.map(({ at }) => Date.parse(at)));
  return known.findLast(({ at }) => Date.parse(at) < newest - LOOK_BACK_MS)?.id ?? null;
}

/** Events come without links to further pages: a full page means that there may be more. */
function eventPage(body: Json): Page<ListedEvent> {
  const items = listIn(body, 'events').map(eventOf);
  return { items, nextMarker: items.length < PAGE ? null : (items.at(-1)?.id ?? null) };
}

function eventOf(event: JsonObject): ListedEvent {
  return {
    id: textIn(event, 'id'),
    at: timeOr(event['event_time'], ''),
    name: textOr(event['resource_name'], ''),
    physicalId: textOr(event['physical_resource_id'], ''),
    status: textOr(event['resource_status'], ''),
    reason: shortReason(textOr(event['resource_status_reason'], '')),
    stack: linked(event, 'stack'),
  };
}
