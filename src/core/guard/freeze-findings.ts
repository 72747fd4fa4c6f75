/** Says that a freeze window is on, and who lets the change pass in spite of it. */
import type { Finding } from '../../model/problem.ts';
import type { Freeze, FreezeWindow } from '../../model/settings.ts';
import { wallClock } from '../schedule/wall-clock.ts';
import { list, quote } from '../spec/quote.ts';
import { type Frozen, windowsFor } from './freeze.ts';
import type { Guard, Judged } from './guard-plan.ts';
import { labelSides } from './label-sides.ts';

export const FREEZE_RULE = 'freeze-window';
const OVERRIDDEN = 'freeze-overridden';

/** Those of a plan that the report of its apply must repeat. */
export function recordedFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ rule }) => rule === OVERRIDDEN);
}

export function freezeFindings(
  judged: Judged,
  frozenBy: (windows: readonly FreezeWindow[]) => Frozen | null,
  { rules, moment, freezeOverride }: Guard,
): readonly Finding[] {
  const { freeze } = rules.settings;
  const { name, action } = judged.group;
  if (freeze.windows.length === 0 || action === 'no-op') return [];
  // one after the other: a window that allows what the group becomes must not let pass what it is
  const frozen = longest(labelSides(judged).map((labels) => frozenBy(windowsFor(freeze, name, labels))));
  if (frozen === null) return [];
  const { source } = frozen.window;
  const state = stateWords(frozen);
  if (freezeOverride !== null && freeze.approvers.includes(freezeOverride)) {
    const message = `${state}; ${quote(freezeOverride)} lets this change pass all the same`;
    return [{ rule: OVERRIDDEN, severity: 'warn', message, source }];
  }
  const until = untilWords(frozen);
  const unfit =
    freezeOverride === null ? '' : `; ${quote(freezeOverride)} may not override it, ${approvers(freeze)}`;
  return moment === 'plan'
    ? [
        {
          rule: FREEZE_RULE,
          severity: 'warn',
          message: `${state}: apply would be refused ${until}${unfit}`,
          source,
        },
      ]
    : [{ rule: FREEZE_RULE, severity: 'error', message: `${state}: refused ${until}${unfit}`, source }];
}

function longest(all: readonly (Frozen | null)[]): Frozen | null {
  const until = (one: Frozen) => one.until ?? Number.POSITIVE_INFINITY;
  const [last = null] = all.filter((one) => one !== null).toSorted((a, b) => until(b) - until(a));
  return last;
}

export function stateWords({ window: { name, effect, reason } }: Frozen): string {
  const why = reason === '' ? '' : ` (${reason})`;
  return effect === 'deny'
    ? `the freeze window ${quote(name)}${why} is on`
    : `changes are allowed in the window ${quote(name)}${why} only`;
}

export function untilWords({ window, until }: Frozen): string {
  return until === null ? 'until the settings change' : `until ${wallClock(until, window.timezone)}`;
}

function approvers({ approvers: names }: Freeze): string {
  return names.length === 0
    ? 'for freeze.approvers names nobody'
    : `but ${list(names.map((name) => quote(name)))} may`;
}
