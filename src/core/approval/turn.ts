/** Decides whether it is this commit's turn to be applied. */
import type { Deployment } from '../../model/deployment.ts';

export interface TurnFacts {
  readonly sha: string;
  /** Commits on the branch after ours; null when ours is not on the branch any more. */
  readonly newer: readonly string[] | null;
  /** The newest first. */
  readonly others: readonly Deployment[];
  /** Number of our own record; null where none is kept. */
  readonly own: number | null;
}

export type Turn =
  | { readonly kind: 'go' }
  /** Another run is at it that was there first. */
  | { readonly kind: 'wait'; readonly message: string }
  /** Somebody newer does or did it. */
  | {
      readonly kind: 'stand-back';
      readonly message: string;
      /** The commit that holds ours; null when ours was taken off the branch. */
      readonly newer: string | null;
    };

/**
 * A newer commit holds all that ours does. Where it is applied, or is being applied, ours would take it back.
 * One that failed or was refused stops nobody: what it did reach is seen at the stacks (see `isFromNewer`).
 */
export function turnOf({ sha, newer, others, own }: TurnFacts): Turn {
  if (newer === null) {
    return standBack(
      `${short(sha)} is not on the branch any more: what stands there now is applied instead`,
      null,
    );
  }
  const after = new Set(newer);
  const ahead = others.find(
    ({ sha: other, state }) => after.has(other) && (state === 'success' || state === 'in-progress'),
  );
  if (ahead !== undefined) {
    const is = ahead.state === 'success' ? 'is applied already' : 'is being applied';
    return standBack(
      `${short(ahead.sha)}, a newer commit of the branch, ${is}${by(ahead)}: it holds what ${short(sha)} does`,
      ahead.sha,
    );
  }
  const busy = others.find(({ id, state }) => state === 'in-progress' && (own === null || id < own));
  if (busy === undefined) return { kind: 'go' };
  return {
    kind: 'wait',
    message: `another run applies ${short(busy.sha)}${by(busy)}: two at once would plan against what the other is just changing`,
  };
}

/** The commit that a stack was last applied from says what no record of a run can: how far a run came that died. */
export function isFromNewer(commit: string | null, newer: readonly string[]): boolean {
  return commit !== null && newer.includes(commit);
}

function standBack(message: string, newer: string | null): Turn {
  return { kind: 'stand-back', message, newer };
}

function by({ run }: Deployment): string {
  return run === null ? '' : ` (${run})`;
}

function short(sha: string): string {
  return sha.slice(0, 7);
}
