/** Holds the cloud after an apply against the plan: what Heat calls complete may not be. */
import { own } from '../../model/json.ts';
import type { ObservedStack } from '../../model/observed.ts';
import type { GroupPlan } from '../../model/plan.ts';
import type { Finding } from '../../model/problem.ts';
import { isUnresolved } from '../heat/resolve.ts';
import { memberDifference, readDefinition } from './member-change.ts';
import { type Pair, planGroup } from './plan.ts';
import { handedDown } from './sides.ts';

export function verificationFindings(after: Pair, plan: GroupPlan): readonly Finding[] {
  if (after.desired.presence === 'absent') return stillThere(after.observed, plan);
  return [
    ...stillDiffers(after, plan),
    ...membersBehind(after, plan),
    ...offNetworks(after.observed, plan),
    ...sizeMoved(after.observed, plan),
  ];
}

function stillThere(observed: ObservedStack, { source }: GroupPlan): readonly Finding[] {
  if (observed.presence === 'absent') return [];
  return [
    { rule: 'still-there', severity: 'error', source, message: `the stack "${observed.name}" still exists` },
  ];
}

function stillDiffers(after: Pair, { source }: GroupPlan): readonly Finding[] {
  const again = planGroup(after);
  return again.changes.map(({ address, reason }) => ({
    rule: 'still-differs',
    severity: 'error',
    source,
    message: `${address} is still not as written: ${reason}`,
  }));
}

/** A rolling update with a surge can leave a member on the old definition while the stack is UPDATE_COMPLETE (measured). */
function membersBehind({ desired, observed, definitions }: Pair, { source }: GroupPlan): readonly Finding[] {
  if (desired.presence === 'absent' || observed.presence === 'absent') return [];
  const files = { before: observed.files, after: desired.files };
  // where nothing rolls, the plan said that running servers stay as they are
  return desired.groups
    .filter(({ rolls }) => rolls)
    .flatMap((group) => {
      const wanted = handedDown(group, observed);
      if (isUnresolved(wanted)) return [];
      return Object.entries(own(definitions, group.address) ?? {})
        .filter(([, own]) => {
          const effect = memberDifference(readDefinition(own), wanted, files);
          return effect !== null && effect.kind !== 'none';
        })
        .map(
          ([name]): Finding => ({
            rule: 'member-behind',
            severity: 'error',
            source,
            message: `${group.address}: the member ${name} still has the old definition`,
          }),
        );
    });
}

/** After an update that stopped, Heat may bring a server back that it had taken off its networks, and say COMPLETE (measured). */
function offNetworks(observed: ObservedStack, { source, changes, findings }: GroupPlan): readonly Finding[] {
  if (observed.presence === 'absent' || !changes.some(({ address }) => address === 'stack')) return [];
  const servers = observed.groups.flatMap(({ members }) => members.flatMap((member) => member.servers));
  const doubted = findings.some(({ rule }) => rule === 'may-go-back-after-failure');
  // a group may be on no network at all
  if (!doubted && servers.every(({ addresses }) => addresses.length === 0)) return [];
  return servers
    .filter(({ status, taskState, addresses }) => {
      return status === 'ACTIVE' && taskState === null && addresses.length === 0;
    })
    .map(({ name, id }) => ({
      rule: 'off-networks',
      severity: 'error',
      source,
      message: `the server ${name || id} is on no network: Heat brought it back from before the update that stopped, and took it for whole; mark it unhealthy, or let an update succeed that replaces the servers`,
    }));
}

/** Another size than planned is no fault when it is inside the bounds: alarms go on working meanwhile. */
function sizeMoved(observed: ObservedStack, plan: GroupPlan): readonly Finding[] {
  if (observed.presence === 'absent') return [];
  return plan.scalingGroups.flatMap(({ address, size }) => {
    const now = observed.groups.find((group) => group.address === address)?.members.length;
    if (now === undefined || size.after === null || now === size.after) return [];
    const inside = now >= (size.min ?? 0) && now <= (size.max ?? now);
    return [
      {
        rule: 'size-moved',
        severity: inside ? 'info' : 'warn',
        source: plan.source,
        message: `${address}: planned ${size.after}, now ${now}${inside ? ': an alarm may have scaled it meanwhile' : ''}`,
      },
    ];
  });
}
