/** Decides what a scheduled run may do to one stack: set the bounds that are due, and nothing else. */
import type { DesiredStack } from '../../model/desired.ts';
import type { PresentStack } from '../../model/observed.ts';
import type { GroupPlan } from '../../model/plan.ts';
import { describeGroups } from '../heat/describe-groups.ts';
import { withBounds } from '../heat/request.ts';
import { isRecorded } from '../heat/rule-output.ts';
import { isAsLastApplied, isStillAsSent } from '../heat/sent.ts';
import { isProtected, withoutProvenance } from '../heat/tags.ts';
import { shown } from '../schedule/scheduled-bounds.ts';
import { clockOf, isOfSize } from './by-clock.ts';
import { isRefused, type Pair, planGroup } from './plan.ts';
import { isUnfinished } from './plan-update.ts';

export type Scheduled =
  | {
      readonly go: true;
      readonly pair: Pair;
      readonly group: GroupPlan;
      /** False where a hand's edit goes along: what is sent is then nothing that the repository ever said. */
      readonly noted: boolean;
    }
  | {
      readonly go: false;
      readonly status: 'nothing-to-do' | 'left' | 'refused';
      readonly group: GroupPlan;
      readonly message: string;
    };

export function schedulesOnly(pair: Pair): Scheduled {
  const { desired, observed } = pair;
  const whole = planGroup(pair);
  const leave = (message: string): Scheduled =>
    whole.action === 'no-op'
      ? { go: false, status: 'nothing-to-do', group: whole, message: '' }
      : { go: false, status: 'left', group: whole, message };
  if (desired.presence === 'absent' || observed.presence === 'absent' || desired.scheduled === null) {
    return leave('no schedule asks for this; apply without `--only-schedules` does it');
  }
  if (!isRecorded(desired.scheduled.rule, clockOf(desired, observed).live)) {
    return leave('its size and schedules are not applied yet as they are written; apply them first');
  }
  // what rules leave alone is in the live stack anyway, of which nothing but the bounds changes
  const narrowed: Pair = {
    desired: boundsAlone(desired, observed),
    observed,
    definitions: pair.definitions,
  };
  const group = planGroup(narrowed);
  const hasDue = group.changes.some(({ address }) => address !== 'stack');
  if (!hasDue) return leave('what differs is not the bounds; apply without `--only-schedules` does it');
  if (group.byClock && !isRefused(group)) {
    return {
      go: true,
      pair: narrowed,
      group,
      noted: whole.byClock || isAsLastApplied(observed) || isStillAsSent(observed),
    };
  }
  const message = `${shown(desired.scheduled.lately.at(-1) ?? desired.scheduled.rule)} is due, but ${obstacle(group, observed)}`;
  return { go: false, status: 'refused', group, message };
}

/** The live stack with the bounds that are due: whatever else was merged or edited waits for an apply. */
function boundsAlone(desired: DesiredStack, observed: PresentStack): DesiredStack {
  const { files, environment } = observed;
  const template = desired.groups.reduce(withBounds, observed.template);
  return {
    ...desired,
    template,
    files,
    environment,
    initial: [],
    groups: describeGroups({ template, files, environment, initial: [] }),
    tags: withoutProvenance(observed.tags),
    // those of the merged spec tell nothing of the alarms that run
    paused: false,
    triggers: [],
    timeoutMinutes: observed.timeoutMinutes,
    protect: isProtected(observed.tags),
    references: [],
    advice: [],
  };
}

function obstacle({ scalingGroups, findings }: GroupPlan, observed: PresentStack): string {
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  if (errors.length > 0) return errors.join('; ');
  const { action, status } = observed.state;
  if (isUnfinished(observed)) {
    return `the stack is ${action}_${status}; apply without \`--only-schedules\` finishes what stopped`;
  }
  const members = scalingGroups.flatMap((group) => group.members).filter((member) => !isOfSize(member));
  const names = members.map(({ member, server, how }) => `${server?.name ?? member} (${how})`);
  return names.length > 0
    ? `this would touch servers that no schedule speaks of: ${names.join(', ')}; look at \`drift\`, then apply`
    : 'somebody set the bounds to what no schedule gives; look at `drift`, then apply';
}
