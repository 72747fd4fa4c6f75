/** Adds up what parts take of each quota; what nobody can tell makes the sum unknown, never small. */
import type { Flavor } from '../../model/facts.ts';
import { QUOTA_NAMES, type QuotaName, type Take } from '../../model/quota.ts';
import { only } from '../plan/check-references.ts';
import type { Part } from './parts.ts';

export const NOTHING: Take = takeBy(() => 0);
export const UNKNOWN: Take = takeBy(() => null);

export function takeBy(amount: (name: QuotaName) => number | null): Take {
  return Object.fromEntries(QUOTA_NAMES.map((name) => [name, amount(name)])) as Take;
}

export function takeOf(parts: readonly Part[], flavors: readonly Flavor[]): Take {
  return sum(parts.map((part) => takeOfPart(part, flavors)));
}

function takeOfPart(part: Part, flavors: readonly Flavor[]): Take {
  switch (part.kind) {
    case 'server':
      return serverTake(part.flavor, flavors);
    case 'port':
      return { ...NOTHING, ports: 1 };
    case 'floatingIp':
      return { ...NOTHING, floatingIps: 1 };
    case 'poolMember':
      return { ...NOTHING, poolMembers: 1 };
    case 'volume':
      return { ...NOTHING, volumes: 1, volumeGiB: part.sizeGiB };
    case 'loadBalancer':
      return NOTHING;
    case 'opaque':
      return UNKNOWN;
  }
}

/** A server by its flavor's name or id. */
export function serverTake(flavor: string | null, flavors: readonly Flavor[]): Take {
  const found = flavor === null ? null : only(flavors, flavor);
  return { ...NOTHING, instances: 1, cores: found?.vcpus ?? null, ramMiB: found?.ramMiB ?? null };
}

export function sum(takes: readonly Take[]): Take {
  return takes.reduce(
    (total, one) => takeBy((name) => plus(total[name], one[name])),
    takeBy(() => 0),
  );
}

/** So many of it; none of it takes nothing, whatever it is. */
export function times(take: Take, number: number | null): Take {
  if (number === 0) return NOTHING;
  return takeBy((name) => {
    const one = take[name];
    if (one === 0) return 0;
    return one === null || number === null ? null : one * number;
  });
}

export function plus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}
