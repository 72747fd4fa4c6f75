/** What Placement answers, narrowed once, and how many servers that makes. */
import type { Json } from '../../../model/json.ts';
import { listIn, numberOr, objectIn, objectOr } from '../shape.ts';

/** What one server takes, provider by provider: of the host, and of the storage that hosts share. */
export interface Candidate {
  readonly takes: readonly {
    readonly provider: string;
    readonly resource: string;
    readonly amount: number;
  }[];
}

export interface Candidates {
  readonly candidates: readonly Candidate[];
  /** By provider and resource. */
  readonly free: ReadonlyMap<string, number>;
}

/** Microversions 1.12 to 1.28. */
export function allocationCandidates(body: Json): Candidates {
  const candidates = listIn(body, 'allocation_requests').map((request) => ({
    takes: entries(request['allocations']).flatMap(([provider, allocation]) =>
      entries(objectOr(allocation)['resources']).map(([resource, amount]) => ({
        provider,
        resource,
        amount: numberOr(amount, 0),
      })),
    ),
  }));
  const summaries = Object.entries(objectIn(body, 'provider_summaries'));
  const free = summaries.flatMap(([provider, summary]) =>
    entries(objectOr(summary)['resources']).map(([resource, row]) => {
      const { capacity, used } = objectOr(row);
      return [key(provider, resource), numberOr(capacity, 0) - numberOr(used, 0)] as const;
    }),
  );
  return { candidates, free: new Map(free) };
}

function entries(value: Json | undefined): readonly (readonly [string, Json])[] {
  return Object.entries(objectOr(value));
}

function key(provider: string, resource: string): string {
  return JSON.stringify([provider, resource]);
}

/** One host after the other is filled, so that storage which they share is given out once. */
export function serversThatFit({ candidates, free }: Candidates): number {
  const left = new Map(free);
  let servers = 0;
  for (const { takes } of candidates) {
    const needed = takes.filter(({ amount }) => amount > 0);
    if (needed.length === 0) continue;
    const room = needed.map(({ provider, resource, amount }) =>
      Math.floor((left.get(key(provider, resource)) ?? 0) / amount),
    );
    const here = Math.max(0, Math.min(...room));
    for (const { provider, resource, amount } of needed)
      left.set(key(provider, resource), (left.get(key(provider, resource)) ?? 0) - here * amount);
    servers += here;
  }
  return servers;
}
