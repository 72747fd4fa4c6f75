/** Stops a mass removal that comes from an observation which is empty or too small, not from a shrink. */
import type { BalancerMember } from '../../model/balancer.ts';

export interface Brake {
  readonly why: string;
}

export interface BrakeQuestion {
  /** Heat keeps at least so many members, whatever alarms do. */
  readonly min: number;
  readonly members: readonly BalancerMember[];
  /** Own servers in service, those that come now included. */
  readonly serving: number;
  /** How many of them would drain or go. */
  readonly going: number;
}

/** A shrink leaves the minimum; with fewer members seen than that, most of a backend is not taken away. */
export function brakeOn({ min, members, serving, going }: BrakeQuestion): Brake | null {
  const staying = members.filter(({ belongs, address }) => belongs !== 'out' && address !== null).length;
  if (going === 0 || staying >= min || going * 2 <= serving) return null;
  const seen =
    staying === 0 ? 'no member that stays' : `only ${staying} that ${staying === 1 ? 'stays' : 'stay'}`;
  return {
    why: `${going} of ${serving} servers in service would go, but the group shows ${seen}, below its minimum ${min}: nothing is drained or removed`,
  };
}
