/** Finds which stack of the project made a thing, by asking every stack for its resources. */
import type { Maker } from '../../../model/things.ts';
import type { Service } from '../service.ts';
import { isGone, listAllStacks } from './observe.ts';
import { listResources } from './requests.ts';
import { listedResources } from './results.ts';
import { buildTree } from './tree.ts';

/** More would take minutes. */
const MOST_STACKS = 1000;

export class MakerReader {
  private readonly service: Service;
  /** By physical id, of all that were asked for: whoever made a thing that is there made it. */
  private readonly known = new Map<string, Maker | null>();

  constructor(service: Service) {
    this.service = service;
  }

  /** By physical id; null = there are too many stacks to ask. */
  async of(ids: readonly string[]): Promise<ReadonlyMap<string, Maker> | null> {
    const fresh = ids.filter((id) => !this.known.has(id));
    const found = fresh.length === 0 ? new Map<string, Maker>() : await this.read();
    if (found === null) return null;
    for (const id of fresh) this.known.set(id, found.get(id) ?? null);
    const answer = ids.flatMap((id): readonly [string, Maker][] => {
      const maker = this.known.get(id) ?? null;
      return maker === null ? [] : [[id, maker]];
    });
    return new Map(answer);
  }

  /** Whole lists: a filter by type would not find what an environment calls by another name. */
  private async read(): Promise<ReadonlyMap<string, Maker> | null> {
    const stacks = (await listAllStacks(this.service)).filter((stack) => !isGone(stack));
    if (stacks.length > MOST_STACKS) return null;
    const found = await Promise.all(
      stacks.map(async (stack) => {
        const listed = (await this.service.find(listResources(stack), listedResources)) ?? [];
        return buildTree(stack, listed).resources.flatMap(({ physicalId, address }): [string, Maker][] =>
          physicalId === '' ? [] : [[physicalId, { stack: stack.name, resource: address }]],
        );
      }),
    );
    return new Map(found.flat());
  }
}
