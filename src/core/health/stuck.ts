/** Finds what has been under way for so long that it will not end by itself, with the way out of each. */
import type { MemberVerdict } from '../../model/evidence.ts';
import type { HealQuestion } from '../../model/healing.ts';
import type { HealthFinding } from '../../model/health.ts';
import type { ObservedMember, StackEvent, StackRef } from '../../model/observed.ts';
import { whoIsAtWork } from '../plan/settled.ts';

export interface StuckView {
  readonly question: HealQuestion;
  readonly stack: StackRef;
  /** The stack whose resource the group is: `stack`, or a nested one. */
  readonly holder: StackRef;
  readonly nested: StackRef;
  readonly members: readonly ObservedMember[];
  /** Oldest first. */
  readonly events: readonly StackEvent[];
}

const MINUTE = 60_000;
/** Heat's own limit for one operation is 60 minutes (heat.conf stack_action_timeout). */
const LONGEST_WORK = 90;
/** A signal's work shows in the nested stack within seconds. */
const LONGEST_CLAIM = 15;
const LONGEST_BUILD = 30;
const LONGEST_DELETE = 15;

export function stuckFindings(view: StuckView): readonly HealthFinding[] {
  const { question, members } = view;
  const byName = new Map(question.verdicts.map((verdict) => [verdict.name, verdict]));
  return [
    ...claim(view),
    ...work(view),
    ...members.flatMap((member) => {
      const verdict = byName.get(member.name);
      return verdict ? [...undeleted(member, verdict), ...server(member, verdict, question.now)] : [];
    }),
  ];
}

/** An engine that dies while it scales leaves its claim behind, and no signal is taken any more (launchpad bug 1651084). */
function claim({ question, holder, nested, events }: StuckView): readonly HealthFinding[] {
  const { pulse, address, now } = question;
  const group = pulse.groups.find((one) => one.address === address);
  const resting = pulse.state.status !== 'IN_PROGRESS' && group?.nestedState?.status !== 'IN_PROGRESS';
  if (!group?.activity.scalingInProgress || !resting || idle(events, now) < LONGEST_CLAIM) return [];
  const name = address.split('/').at(-1) ?? address;
  return [
    {
      kind: 'scaling-stuck',
      severity: 'error',
      subject: `group ${address}`,
      message: `Heat says that the group is being scaled, and nothing has happened for ${Math.round(idle(events, now))} minutes: every alarm's signal is dropped`,
      remedy: `give the claim back, both commands at once and no update between them: \`openstack stack resource mark unhealthy ${holder.name} ${name}\`, \`openstack stack resource mark unhealthy --reset ${holder.name} ${name}\`; its servers are in ${nested.name}, which stays as it is`,
      consoleLog: [],
    },
  ];
}

function work({ question, stack, nested, events }: StuckView): readonly HealthFinding[] {
  const { pulse, address, now } = question;
  const who = whoIsAtWork(pulse);
  if (who === null || idle(events, now) < LONGEST_WORK) return [];
  return [
    {
      kind: 'work-stuck',
      severity: 'error',
      subject: `group ${address}`,
      message: `${who}, and nothing has happened for ${Math.round(idle(events, now))} minutes`,
      remedy: `end it where it is (\`openstack stack cancel --no-rollback ${pulse.state.status === 'IN_PROGRESS' ? stack.name : nested.name}\`), then run apply`,
      consoleLog: [],
    },
  ];
}

/** Minutes since anything happened. */
function idle(events: readonly StackEvent[], now: number): number {
  const last = events.at(-1);
  return last === undefined ? 0 : (now - Date.parse(last.at)) / MINUTE;
}

function undeleted({ name, state }: ObservedMember, verdict: MemberVerdict): readonly HealthFinding[] {
  if (state.action !== 'DELETE' || state.status !== 'FAILED') return [];
  return [
    {
      kind: 'delete-failed',
      severity: 'error',
      subject: `member ${name}`,
      message: `${verdict.server} could not be deleted: ${state.reason}`,
      remedy: `delete what is left (\`openstack server delete ${verdict.serverIds[0] ?? verdict.physicalId}\`, ports and volumes after it); Heat forgets it at the next scaling or apply`,
      consoleLog: [],
    },
  ];
}

function server(
  { name, servers }: ObservedMember,
  verdict: MemberVerdict,
  now: number,
): readonly HealthFinding[] {
  return servers.flatMap((one): readonly HealthFinding[] => {
    const still = (since: string | null) => (now - Date.parse(since ?? '')) / MINUTE;
    const subject = `member ${name}`;
    if (one.taskState === 'deleting' && still(one.updatedAt) > LONGEST_DELETE)
      return [
        {
          kind: 'server-delete-stuck',
          severity: 'error',
          subject,
          message: `Nova has been deleting ${verdict.server} for ${Math.round(still(one.updatedAt))} minutes`,
          remedy: `an administrator sets it to ERROR (\`openstack server set --state error ${one.id}\`) and deletes it again; look at its hypervisor`,
          consoleLog: [],
        },
      ];
    if (one.status === 'BUILD' && still(one.createdAt) > LONGEST_BUILD)
      return [
        {
          kind: 'server-build-stuck',
          severity: 'warn',
          subject,
          message: `Nova has been building ${verdict.server} for ${Math.round(still(one.createdAt))} minutes`,
          remedy: `Heat gives up by its own time limit and health replaces it then; \`openstack server show ${one.id}\` tells where it hangs`,
          consoleLog: [],
        },
      ];
    return [];
  });
}
