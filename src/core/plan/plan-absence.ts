/** The plan of a tombstone: a stack that is to be gone. */
import type { DesiredAbsence } from '../../model/desired.ts';
import type { ObservedStack, PresentStack } from '../../model/observed.ts';
import type { GroupPlan } from '../../model/plan.ts';
import type { Finding } from '../../model/problem.ts';
import { isManaged, isProtected } from '../heat/tags.ts';
import { STANDS_STILL } from './by-clock.ts';
import { fingerprint } from './fingerprint.ts';
import { planGoneGroup } from './members.ts';
import { addSizes, countServers } from './summaries.ts';

export function planAbsence(desired: DesiredAbsence, observed: ObservedStack): GroupPlan {
  const present = observed.presence === 'present' ? observed : null;
  const scalingGroups = present?.groups.map((group) => planGoneGroup(group, null)) ?? [];
  const plan: Omit<GroupPlan, 'fingerprint' | 'byClock'> = {
    name: desired.name,
    stack: { name: desired.name, id: present?.id ?? null },
    source: desired.source,
    action: present ? 'delete' : 'no-op',
    size: addSizes(scalingGroups),
    servers: countServers(scalingGroups),
    changes: present
      ? [
          {
            address: 'stack',
            action: 'delete',
            reason: 'the tombstone says so',
            confidence: 'certain',
            fields: [],
          },
        ]
      : [],
    scalingGroups,
    steps: present ? [{ kind: 'delete', why: 'the tombstone says so', capacities: [] }] : [],
    ignored: [],
    findings: present ? ownershipFindings(desired, present) : [],
    triggers: [],
    capacity: null,
    cost: null,
  };
  return { ...plan, fingerprint: fingerprint(plan, STANDS_STILL), byClock: false };
}

function ownershipFindings(desired: DesiredAbsence, present: PresentStack): readonly Finding[] {
  const refuse = (rule: string, message: string): Finding => ({
    rule,
    severity: 'error',
    source: desired.source,
    message,
  });
  return [
    ...(isManaged(present.tags)
      ? []
      : [
          refuse(
            'not-managed',
            `the stack "${present.name}" was not made by Thermostat (it has no tag "thermostat"), so a tombstone does not delete it; delete it by hand`,
          ),
        ]),
    ...(isProtected(present.tags)
      ? [
          refuse(
            'protected',
            `the stack "${present.name}" is protected; merge \`metadata.protect: false\` first, then the tombstone`,
          ),
        ]
      : []),
  ];
}
