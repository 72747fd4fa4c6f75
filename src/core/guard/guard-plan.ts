/** Holds a plan against everything that limits it: the one place for plan, apply and whoever changes something later. */
import type { GroupPlan, Plan } from '../../model/plan.ts';
import type { Finding } from '../../model/problem.ts';
import type { Spec } from '../../model/spec.ts';
import type { Pair } from '../plan/plan.ts';
import { deletionFindings } from './deletions.ts';
import { frozenLookup } from './freeze.ts';
import { freezeFindings } from './freeze-findings.ts';
import type { Rules } from './rules.ts';

export interface Guard {
  readonly rules: Rules;
  /** `plan`: what a freeze window refuses now is only told, for it may be merged later. */
  readonly moment: 'plan' | 'apply';
  /** Who lets changes pass in spite of freeze windows; null = nobody. */
  readonly freezeOverride: string | null;
}

export interface Guarded {
  /** The specs and pairs of the plan's groups, in their order. */
  readonly specs: readonly Spec[];
  readonly pairs: readonly Pair[];
  readonly now: Date;
  /** What the rules' guardrails find in one group; there may be none to find anything. */
  readonly judge: (judged: Judged, now: Date, rules: Rules) => readonly Finding[];
}

/** The plan with what it would break: no fingerprint changes, for they cover actions. */
export function guardPlan(plan: Plan, { specs, pairs, now, judge }: Guarded, guard: Guard): Plan {
  const ofRun = deletionFindings(plan.groups, guard.rules.settings.limits);
  const frozenBy = frozenLookup(now);
  const groups = plan.groups.map((group, index): GroupPlan => {
    const [spec, pair] = [specs[index], pairs[index]];
    if (spec?.name !== group.name || !pair) throw new Error(`no spec for the plan of "${group.name}"`);
    const judged = { spec, pair, group, headRoom: plan.headRoom };
    // what schedules do was judged when they were merged: like alarms they go on
    const own = group.byClock
      ? []
      : [...freezeFindings(judged, frozenBy, guard), ...judge(judged, now, guard.rules)];
    const all = group.action === 'no-op' ? own : [...ofRun, ...own];
    return all.length === 0 ? group : { ...group, findings: [...group.findings, ...all] };
  });
  return { ...plan, groups };
}

export interface Judged {
  readonly spec: Spec;
  readonly pair: Pair;
  readonly group: GroupPlan;
  readonly headRoom: Plan['headRoom'];
}
