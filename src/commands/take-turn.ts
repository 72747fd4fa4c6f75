/** Waits until it is this commit's turn to be applied, or finds that it is not any more. */
import { type Turn, turnOf } from '../core/approval/turn.ts';
import type { Deployment } from '../model/deployment.ts';
import type { Clock } from '../ports/clock.ts';
import { ForgeError } from '../ports/errors.ts';
import type { Deployments, MergeHistory } from '../ports/forge.ts';
import type { Log } from '../ports/log.ts';

export interface TurnParts {
  readonly history: MergeHistory;
  readonly deployments: Deployments;
  readonly log: Log;
  /** Of the runner: other runs live in real time, whatever the cloud's clock does. */
  readonly wallClock: Clock;
}

export interface TakenTurn {
  readonly turn: Turn;
  readonly newer: readonly string[];
  /** The commit of the last apply that came to its end; null when none is known. */
  readonly lastDone: string | null;
}

const LOOK_EVERY_MS = 15_000;

/** Throws where it can't be told whether a newer commit is applied: unknown counts as applied. */
export async function takeTurn(
  { history, deployments, log, wallClock }: TurnParts,
  { sha, waitMinutes }: { readonly sha: string; readonly waitMinutes: number },
): Promise<TakenTurn> {
  const newer = await history.newerCommits();
  const recorded = keeper(log, newer);
  await recorded(() => deployments.begin(), undefined);
  const until = wallClock.now().getTime() + waitMinutes * 60_000;
  for (let said = false; ; said = true) {
    const others = await recorded(() => deployments.others(), NONE);
    const turn = turnOf({ sha, newer, others, own: deployments.own() });
    if (turn.kind !== 'wait' || wallClock.now().getTime() >= until) {
      const lastDone = others.find(({ state }) => state === 'success')?.sha ?? null;
      return { turn, newer: newer ?? [], lastDone };
    }
    if (!said) log.info(`waiting: ${turn.message}`);
    await wallClock.sleep(LOOK_EVERY_MS);
  }
}

const NONE: readonly Deployment[] = [];

/**
 * Without the permission to keep records, on a forge that keeps none, or while they can't be reached, the stacks' own tags
 * have to do; but where newer commits are there and it only can't be read what became of them, nothing is guessed.
 */
function keeper(log: Log, newer: readonly string[] | null) {
  let given = true;
  return async <Value>(act: () => Promise<Value>, otherwise: Value): Promise<Value> => {
    if (!given) return otherwise;
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof ForgeError)) throw error;
      const lasting = error.code === 'forbidden' || error.code === 'not-found';
      if (!lasting && (newer ?? []).length > 0) throw error;
      given = false;
      const cure = error.code === 'forbidden' ? ' (it needs the permission deployments: write)' : '';
      log.warn(`keeping the record of this apply: ${error.message}; it goes on without${cure}`);
      return otherwise;
    }
  };
}
