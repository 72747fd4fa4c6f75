/** Carries out what a backend needs, one server line at a time: the only caller of what changes a balancer. */
import { ownName } from '../core/balancer/names.ts';
import type { BackendServer, BalancerAction } from '../model/balancer.ts';
import type { BalancerStep } from '../model/health.ts';
import type { Balancer } from '../ports/balancer.ts';
import type { Clock } from '../ports/clock.ts';
import { BalancerError } from '../ports/errors.ts';
import type { Log } from '../ports/log.ts';

export interface FollowParts {
  readonly balancer: Balancer;
  readonly clock: Clock;
  readonly log: Log;
}

export interface FollowWork {
  readonly group: string;
  readonly backend: string;
  readonly drainSeconds: number;
  readonly servers: readonly BackendServer[];
  /** In the order of core/balancer/decide.ts. */
  readonly actions: readonly BalancerAction[];
}

const POLL_MILLISECONDS = 1000;
/** For new servers to pass their health checks, before the old ones go. */
const CHECK_SECONDS = 30;
/** HAProxy frees a server's last connections a moment after they have ended. */
const BUSY_TRIES = 10;

export interface Followed {
  readonly steps: readonly BalancerStep[];
  /** Why the rest was not begun; null when nothing is left. */
  readonly failure: BalancerError | null;
}

export async function follow(parts: FollowParts, work: FollowWork): Promise<Followed> {
  const coming = work.actions.filter(({ kind }) => kind === 'register' || kind === 'enable');
  const going = work.actions.filter(({ kind }) => kind === 'drain' || kind === 'remove');
  const kept = work.actions.filter(({ kind }) => kind === 'keep');
  const came: BalancerStep[] = [];
  for (const action of coming) came.push(await attempt(parts, action, () => letIn(parts, work, action)));
  if (going.length === 0) return { steps: [...came, ...kept.map(keep)], failure: null };
  const hold = await orFailure(() => mustStay(parts, work, came));
  if (hold instanceof BalancerError) return { steps: came, failure: hold };
  const look = sharedLook(parts, work.backend);
  const went = await Promise.all(
    going.map((action) =>
      hold.has(action.server)
        ? { ...action, outcome: 'failed' as const, message: NO_OTHER }
        : attempt(parts, action, () => letGo(parts, work, action, look)),
    ),
  );
  return { steps: [...came, ...went, ...kept.map(keep)], failure: null };
}

/** What was done before a balancer failed is told all the same. */
export async function orFailure<T>(work: () => Promise<T>): Promise<T | BalancerError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BalancerError) return error;
    throw error;
  }
}

const NO_OTHER = 'left in service: no other server of the group has passed its health check yet';

function keep(action: BalancerAction): BalancerStep {
  return { ...action, outcome: 'kept', message: '' };
}

async function attempt(
  { log }: FollowParts,
  action: BalancerAction,
  work: () => Promise<void>,
): Promise<BalancerStep> {
  try {
    await work();
    log.info(`${action.kind} ${action.server}: ${action.why}`);
    return { ...action, outcome: 'done', message: '' };
  } catch (error) {
    if (!(error instanceof BalancerError)) throw error;
    return { ...action, outcome: 'failed', message: error.message };
  }
}

async function letIn(
  { balancer }: FollowParts,
  { backend, servers }: FollowWork,
  { kind, server, endpoint, through, gated }: BalancerAction,
): Promise<void> {
  if (kind === 'register' && endpoint !== null) {
    if (through === 'new') await balancer.add(backend, server, endpoint);
    else {
      await balancer.setState(backend, server, 'maint');
      await balancer.point(backend, server, endpoint);
    }
  }
  const checked = through === 'new' || servers.some(({ name, checked: is }) => name === server && is);
  if (gated && checked) {
    // out of maintenance a server counts as up until checks fail; drained and down it waits for them (measured)
    await balancer.setState(backend, server, 'drain');
    await balancer.holdBack(backend, server);
  }
  await balancer.setState(backend, server, 'ready');
}

/** Servers that serve now and must go on, because nobody who is to stay is up. */
async function mustStay(
  { balancer, clock }: FollowParts,
  { backend, actions }: FollowWork,
  came: readonly BalancerStep[],
): Promise<ReadonlySet<string>> {
  const leaving = new Set(actions.filter(isGoing).map(({ server }) => server));
  const staying = new Set(actions.filter((action) => !isGoing(action)).map(({ server }) => server));
  const arrived = came.filter(({ outcome }) => outcome === 'done').map(({ server }) => server);
  const deadline = clock.now().getTime() + CHECK_SECONDS * 1000;
  for (;;) {
    const serving = (await balancer.servers(backend)).filter(({ state, up }) => state === 'ready' && up);
    const up = new Set(serving.map(({ name }) => name));
    const nothingToLose = ![...leaving].some((name) => up.has(name));
    if (nothingToLose || arrived.every((name) => up.has(name)) || clock.now().getTime() >= deadline) {
      const alone = staying.size > 0 && ![...staying].some((name) => up.has(name));
      return new Set(alone ? [...leaving].filter((name) => up.has(name)) : []);
    }
    await clock.sleep(POLL_MILLISECONDS);
  }
}

function isGoing({ kind }: BalancerAction): boolean {
  return kind === 'drain' || kind === 'remove';
}

type Look = () => Promise<readonly BackendServer[]>;

/** One look a second for all who wait; it begins after they ask, for an older one does not show their drain. */
function sharedLook({ balancer, clock }: FollowParts, backend: string): Look {
  let next: ReturnType<Look> | null = null;
  let free: Promise<unknown> = Promise.resolve();
  return () => {
    next ??= free.then(() => {
      next = null;
      const looked = balancer.servers(backend);
      free = Promise.allSettled([looked, clock.sleep(POLL_MILLISECONDS)]);
      return looked;
    });
    return next;
  };
}

async function letGo(
  parts: FollowParts,
  work: FollowWork,
  { kind, server }: BalancerAction,
  look: Look,
): Promise<void> {
  const { balancer } = parts;
  await balancer.setState(work.backend, server, 'drain');
  if (kind === 'drain') return;
  const left = await untilEmpty(parts, work, server, look);
  await balancer.setState(work.backend, server, 'maint');
  if (left > 0) await balancer.endSessions(work.backend, server);
  if (ownName(work.group, server)?.kind === 'slot') await balancer.point(work.backend, server, null);
  else await removeLine(parts, work.backend, server);
}

/** Sessions that are still there when the time is over; a server that is down finishes nothing any more. */
async function untilEmpty(
  { clock }: FollowParts,
  { drainSeconds }: FollowWork,
  server: string,
  look: Look,
): Promise<number> {
  const deadline = clock.now().getTime() + drainSeconds * 1000;
  for (;;) {
    const line = (await look()).find(({ name }) => name === server);
    if (!line || line.sessions === 0) return 0;
    if (!line.up || clock.now().getTime() >= deadline) return line.sessions;
  }
}

async function removeLine({ balancer, clock }: FollowParts, backend: string, server: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await balancer.remove(backend, server);
    } catch (error) {
      if (!(error instanceof BalancerError) || error.code !== 'busy' || tries >= BUSY_TRIES) throw error;
    }
    await clock.sleep(POLL_MILLISECONDS);
  }
}
