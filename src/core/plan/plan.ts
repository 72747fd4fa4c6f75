/** Makes the plan: what every spec would change in the cloud as it is now. */
import type { Desired, DesiredStack } from '../../model/desired.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ObservedStack } from '../../model/observed.ts';
import type { GroupPlan, IgnoredChange, Plan, PlanSummary } from '../../model/plan.ts';
import type { Finding, Problem } from '../../model/problem.ts';
import type { Trigger } from '../../model/trigger.ts';
import { digest } from '../heat/canonical.ts';
import { planAbsence } from './plan-absence.ts';
import { planCreate } from './plan-create.ts';
import { planUpdate } from './plan-update.ts';

/** One spec with what the cloud holds under its name. */
export interface Pair {
  readonly desired: Desired;
  readonly observed: ObservedStack;
  /** Members' own definitions by group address, where they were read (see `needsDefinitions`). */
  readonly definitions: Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;
  /** What rules of the settings leave as it is; absent where none speaks of this group. */
  readonly left?: Left;
}

/** The desired stack holds the live values of these fields. */
export interface Left {
  /** What the repository says. */
  readonly declared: DesiredStack;
  readonly fields: readonly IgnoredChange[];
  readonly findings: readonly Finding[];
}

export function makePlan(pairs: readonly Pair[], problems: readonly Problem[]): Plan {
  const groups = pairs.map(planGroup);
  return {
    version: 1,
    summary: summarise(groups),
    fingerprint: planFingerprint(groups),
    groups,
    problems,
    headRoom: null,
    hostRoom: [],
  };
}

export function planGroup(pair: Pair): GroupPlan {
  const { desired, observed, definitions, left } = pair;
  if (desired.presence === 'absent') return planAbsence(desired, observed);
  if (observed.presence === 'absent') return planCreate(desired);
  const plan = planUpdate(desired, observed, definitions);
  if (left === undefined) return plan;
  return {
    ...plan,
    ignored: left.fields,
    findings: [...plan.findings, ...left.findings],
    triggers: plan.triggers.map((trigger) => byTheSpec(trigger, left)),
  };
}

/** A trigger is worded by the spec; its alarm may keep other values. */
function byTheSpec(trigger: Trigger, { fields }: Left): Trigger {
  const start = `resources.${trigger.policy}-alarm`;
  const kept = fields.some(({ path }) => path.startsWith(start));
  return kept ? { ...trigger, when: `${trigger.when} (so the spec; a rule keeps live values)` } : trigger;
}

/** After an update that stopped half-way the members differ among themselves: their own definitions must be read. */
export function needsDefinitions(observed: ObservedStack): boolean {
  return observed.presence === 'present' && observed.state.status === 'FAILED';
}

/** True when a finding forbids the plan to be carried out. */
export function isRefused(group: GroupPlan): boolean {
  return group.findings.some(({ severity }) => severity === 'error');
}

function summarise(groups: readonly GroupPlan[]): PlanSummary {
  const count = (action: GroupPlan['action']) => groups.filter((group) => group.action === action).length;
  return {
    create: count('create'),
    update: count('update'),
    replace: count('replace'),
    delete: count('delete'),
    noop: count('no-op'),
  };
}

/** Over the groups that change by the spec: the same actions give the same text, whatever else is there, at any hour. */
export function planFingerprint(groups: readonly GroupPlan[]): string {
  return digest(
    groups
      .filter(({ action, byClock }) => action !== 'no-op' && !byClock)
      .map(({ name, fingerprint }) => ({ name, fingerprint }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  );
}
