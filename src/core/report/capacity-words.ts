/** Says what a plan takes of the quota: vCPUs and memory, at most and now. */
import type { Amount, Capacity, GroupPlan } from '../../model/plan.ts';
import { memoryWords } from '../capacity/quota-words.ts';
import type { Line } from './document.ts';
import { line, strong } from './document.ts';
import { grouped } from './words.ts';

/** `+8 vCPU at most`; nothing where it stays the same or is not known. */
export function capacityClause(capacity: Capacity | null): readonly Line[] {
  const more = growth(capacity);
  if (more === null) return [];
  if (more.vcpus !== 0) return [line`${strong(`${signed(more.vcpus)} vCPU`)} at most`];
  if (more.ramMiB !== 0) return [line`${strong(signedMemory(more.ramMiB))} at most`];
  return [];
}

/** The same for several groups together; nothing where one of them is not known. */
export function capacityTally(groups: readonly GroupPlan[]): readonly Line[] {
  const sized = groups.filter(({ scalingGroups }) => scalingGroups.length > 0);
  const growths = sized.map(({ capacity }) => growth(capacity));
  if (growths.some((one) => one === null)) return [];
  const vcpus = growths.reduce((sum, one) => sum + (one?.vcpus ?? 0), 0);
  return vcpus === 0 ? [] : [line`${signed(vcpus)} vCPU at most`];
}

/** `at full size it takes 12 vCPU and 24 GiB (was 8 vCPU and 16 GiB)`; null where nothing changes. */
export function capacityDetail(capacity: Capacity | null): Line | null {
  const more = growth(capacity);
  if (capacity === null || more === null || capacity.most === null || capacity.mostBefore === null)
    return null;
  if (more.vcpus === 0 && more.ramMiB === 0) return null;
  const { most, mostBefore } = capacity;
  const before = mostBefore.vcpus === 0 ? '' : ` (was ${amountWords(mostBefore)})`;
  return line`at full size it takes ${amountWords(most)}${before}`;
}

/** `8 → 12`, `8` when it stays; empty where it is not known. */
export function capacityCell(capacity: Capacity | null): Line {
  const { most = null, mostBefore = null } = capacity ?? {};
  if (most === null) return [];
  if (mostBefore === null || mostBefore.vcpus === most.vcpus) return [grouped(most.vcpus)];
  if (mostBefore.vcpus === 0) return [strong(grouped(most.vcpus))];
  return line`${grouped(mostBefore.vcpus)} → ${strong(grouped(most.vcpus))}`;
}

function growth(capacity: Capacity | null): Amount | null {
  const { most = null, mostBefore = null } = capacity ?? {};
  if (most === null || mostBefore === null) return null;
  return { vcpus: most.vcpus - mostBefore.vcpus, ramMiB: most.ramMiB - mostBefore.ramMiB };
}

function amountWords({ vcpus, ramMiB }: Amount): string {
  return `${grouped(vcpus)} vCPU and ${memoryWords(ramMiB)}`;
}

function signedMemory(mebibytes: number): string {
  return `${mebibytes < 0 ? '−' : '+'}${memoryWords(Math.abs(mebibytes))}`;
}

function signed(number: number): string {
  return `${number < 0 ? '−' : '+'}${grouped(Math.abs(number))}`;
}
