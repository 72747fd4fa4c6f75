/** Decides whether a group may change now, and until when it may not. */
import type { Freeze, FreezeWindow } from '../../model/settings.ts';
import { startsOf } from '../schedule/starts.ts';
import { matches } from '../settings/pattern.ts';
import { carries, type Labels } from './label-sides.ts';

export interface Frozen {
  readonly window: FreezeWindow;
  /** Milliseconds since 1970, UTC; null = no end within reach. */
  readonly until: number | null;
}

/** null: it may change. A window that denies wins; where there are windows that allow, only they let it pass. */
export function frozenAt(windows: readonly FreezeWindow[], now: number): Frozen | null {
  const window = barAt(windows, now);
  if (window === null) return null;
  let moment: number | null = now;
  for (let tried = 0; tried < MANY; tried += 1) {
    moment = nextEdge(windows, moment);
    if (moment === null) return { window, until: null };
    if (barAt(windows, moment) === null) return { window, until: moment };
  }
  return { window, until: null };
}

/** The same for many groups at one moment: windows are looked at once, not once a group. */
export function frozenLookup(now: Date): (windows: readonly FreezeWindow[]) => Frozen | null {
  const known = new Map<string, Frozen | null>();
  return (windows) => {
    const key = windows.map(({ source }) => `${source.line}:${source.column}`).join();
    const found = known.get(key);
    if (found !== undefined) return found;
    const frozen = frozenAt(windows, now.getTime());
    known.set(key, frozen);
    return frozen;
  };
}

/** Edges of windows that follow one another; nobody plans further ahead. */
const MANY = 1_000;

/** Those that speak of the group. */
export function windowsFor({ windows }: Freeze, name: string, labels: Labels): readonly FreezeWindow[] {
  return windows.filter(
    (window) => window.groups.some((pattern) => matches(pattern, name)) && carries(labels, window.labels),
  );
}

/** The window that bars a change: one that denies and is on, or the first of those that allow when none is on. */
function barAt(windows: readonly FreezeWindow[], moment: number): FreezeWindow | null {
  const on = windows.filter((window) => endAt(window, moment) !== null);
  const denying = on.find(({ effect }) => effect === 'deny');
  if (denying) return denying;
  const allowing = windows.find(({ effect }) => effect === 'allow');
  return allowing && !on.some(({ effect }) => effect === 'allow') ? allowing : null;
}

/** When the window that is on ends, the end itself left out; null when it is off. */
function endAt(window: FreezeWindow, moment: number): number | null {
  const last = startsOf(window).lastUpTo(moment);
  const end = last === null ? null : last + window.forSeconds * 1000;
  return end !== null && end > moment ? end : null;
}

function nextEdge(windows: readonly FreezeWindow[], moment: number): number | null {
  const edges = windows.flatMap((window) =>
    [startsOf(window).firstAfter(moment), endAt(window, moment)].filter((edge) => edge !== null),
  );
  return edges.length === 0 ? null : Math.min(...edges);
}
