/** The plan of a stack that does not exist yet. */
import type { Change } from '../../model/change.ts';
import type { DesiredStack } from '../../model/desired.ts';
import type { GroupPlan, Step } from '../../model/plan.ts';
import type { Finding } from '../../model/problem.ts';
import { viewTemplate } from '../heat/template.ts';
import { clockOf } from './by-clock.ts';
import { fingerprint } from './fingerprint.ts';
import { planNewGroup } from './members.ts';
import { settingFindings } from './setting-findings.ts';
import { addSizes, countServers } from './summaries.ts';

export function planCreate(desired: DesiredStack): GroupPlan {
  const scalingGroups = desired.groups.map(planNewGroup);
  const plan: Omit<GroupPlan, 'fingerprint' | 'byClock'> = {
    name: desired.name,
    stack: { name: desired.name, id: null },
    source: desired.source,
    action: 'create',
    size: addSizes(scalingGroups),
    servers: countServers(scalingGroups),
    changes: createChanges(desired),
    scalingGroups,
    steps: createSteps(desired),
    ignored: [],
    findings: [
      ...desired.findings,
      ...settingFindings(desired, scalingGroups),
      ...desired.advice,
      ...boundFindings(desired),
    ],
    triggers: desired.triggers,
    capacity: null,
    cost: null,
  };
  return { ...plan, fingerprint: fingerprint(plan, clockOf(desired, null)), byClock: false };
}

function createChanges(desired: DesiredStack): readonly Change[] {
  return Object.entries(viewTemplate(desired.template).resources)
    .map(
      ([name, { type }]): Change => ({
        address: `resources.${name}`,
        action: 'create',
        reason: type,
        confidence: 'certain',
        fields: [],
      }),
    )
    .sort((a, b) => (a.address < b.address ? -1 : 1));
}

function createSteps(desired: DesiredStack): readonly Step[] {
  const create: Step = { kind: 'create', why: 'the stack does not exist', capacities: desired.initial };
  return desired.initial.length === 0 ? [create] : [create, RELEASE];
}

/** After any step that named a desired capacity: Heat would reset the group to it at every later update. */
export const RELEASE: Step = {
  kind: 'release-capacity',
  why: 'takes the desired capacity out again, so that no later update resets the size',
  capacities: [],
};

function boundFindings(desired: DesiredStack): readonly Finding[] {
  return desired.groups
    .filter(({ min, max }) => min === null || max === null)
    .map(({ address }) => ({
      rule: 'bounds-unknown',
      severity: 'warn',
      source: desired.source,
      message: `${address}: min or max is computed by Heat; the sizes are known only after the creation`,
    }));
}
