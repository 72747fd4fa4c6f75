/** Says what forbids any replacement in a group right now: somebody at work, a group that is not fit for it, an outage. */
import type { MemberVerdict } from '../../model/evidence.ts';
import type { HealQuestion, Hold } from '../../model/healing.ts';
import { whoIsAtWork } from '../plan/settled.ts';
import { isSick } from './member-verdict.ts';

export function holdOn(question: HealQuestion, sick: readonly MemberVerdict[]): Hold | null {
  return (
    notAsked(question) ??
    forbidden(question) ??
    atWork(question) ??
    unfit(question) ??
    brake(question, sick) ??
    templateDiffers(question)
  );
}

function notAsked({ asked }: HealQuestion): Hold | null {
  return asked ? null : { kind: 'not-asked', why: 'the spec has no `health`' };
}

function forbidden({ hold }: HealQuestion): Hold | null {
  return hold === null ? null : { kind: 'forbidden', why: hold };
}

function atWork({ pulse }: HealQuestion): Hold | null {
  const who = whoIsAtWork(pulse);
  return who === null ? null : { kind: 'at-work', why: `${who}; the next run looks again` };
}

/** A group that is CHECK_FAILED is cured along with its members; any other failure is an update that stopped half-way. */
function unfit({ group, pulse, address }: HealQuestion): Hold | null {
  const { action } = pulse.state;
  if (action === 'DELETE' || action === 'SUSPEND')
    return { kind: 'stack-unfit', why: `the stack stands at ${action}_${pulse.state.status}` };
  if (group.status === 'COMPLETE' || group.action === 'CHECK') return null;
  return {
    kind: 'group-failed',
    why: `the group "${address}" is ${group.action}_${group.status}: apply finishes what stopped there, and only then can its servers be replaced`,
  };
}

function brake({ verdicts, beside, spec }: HealQuestion, sick: readonly MemberVerdict[]): Hold | null {
  // whom nobody would replace is told one by one, with the way back
  if (sick.every(({ spare }) => spare !== null)) return null;
  const own = outage(verdicts, spec.replace.brake, { servers: 'servers', whole: 'the whole group' });
  if (own !== null || beside.length === 0) return own;
  const words = { servers: 'servers of all zones', whole: 'every one' };
  return outage([...verdicts, ...beside], spec.replace.brake, words);
}

/** Terminating members count for nobody; of a single server Nova's word that it is dead is no sign of an outage. */
function outage(
  verdicts: readonly MemberVerdict[],
  most: number,
  words: { readonly servers: string; readonly whole: string },
): Hold | null {
  const all = verdicts.filter(({ status }) => status !== 'terminating').length;
  const sick = verdicts.filter(isSick);
  const single = all === 1 && sick.every(({ rank }) => rank <= DEAD_IN_NOVA);
  const whole = sick.length === all;
  if (single || (!whole && sick.length / all <= most)) return null;
  const share = `more than ${Math.round(most * 100)}% (replace.brake)`;
  return {
    kind: 'brake',
    why: `${sick.length} of ${all} ${words.servers} are sick, ${whole ? words.whole : share}: the cause is elsewhere`,
  };
}

const DEAD_IN_NOVA = 1;

/** An update that broke off left a target that the members are not at: to update now would go there. */
function templateDiffers({ stored, verdicts, address }: HealQuestion): Hold | null {
  if (stored === null) return null;
  const there = verdicts.filter(({ status }) => status !== 'terminating').map(({ name }) => name);
  const same = stored.length === there.length && there.every((name) => stored.includes(name));
  if (same) return null;
  return {
    kind: 'template-differs',
    why: `the group "${address}" failed on its way from ${there.length} to ${stored.length} members; apply, or the next scaling, has to bring it to rest first`,
  };
}
