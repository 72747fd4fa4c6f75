/** Replaces the sick members of one group, as decided: the only caller of what marks members and updates nested stacks. */
import type { LiveGroup } from '../core/balancer/live-groups.ts';
import type { Deed } from '../core/health/judge.ts';
import { markReason, takenBackReason } from '../core/health/marks.ts';
import { healedSoFar, sameDecision, verifyHeal } from '../core/health/verify-heal.ts';
import type { MemberVerdict } from '../model/evidence.ts';
import type { HealDecision } from '../model/healing.ts';
import type { LiveStack, StackRef } from '../model/observed.ts';
import type { Clock } from '../ports/clock.ts';
import type { CloudReader, CloudWriter } from '../ports/cloud.ts';
import { CloudError, errorLine } from '../ports/errors.ts';
import type { Log } from '../ports/log.ts';
import type { GroupLook } from './look-at-group.ts';

export interface HealGroupParts {
  readonly reader: CloudReader;
  readonly writer: CloudWriter;
  readonly clock: Clock;
  readonly log: Log;
}

export interface HealWork {
  readonly stack: LiveStack;
  readonly group: LiveGroup;
  readonly look: GroupLook;
  /** Reads and decides anew, right before the first write. */
  readonly lookAgain: () => Promise<GroupLook | null>;
}

/** null: there is nothing to be done. */
export async function healGroup(parts: HealGroupParts, work: HealWork): Promise<Deed | null> {
  const { decision } = work.look;
  if (decision.replace.length + decision.unmark.length === 0 && !decision.unmarkGroup) return null;
  try {
    const fresh = await work.lookAgain();
    if (fresh === null || !sameDecision(decision, fresh.decision)) return stoodBack(work, fresh);
    return await carryOut(parts, work, decision);
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return failed(work, errorLine(error));
  }
}

/**
 * In this order: marks go from members first, for by a group that still is CHECK_FAILED the next run knows that a check made
 * them, and no signal can cost a marked member; then the group hears again; then mark and update back to back.
 */
async function carryOut(parts: HealGroupParts, work: HealWork, decision: HealDecision): Promise<Deed> {
  const { writer, log } = parts;
  const { stack, group } = work;
  for (const one of decision.unmark) {
    log.info(`${stack.name}: taking the mark from ${one.server}`);
    await writer.unmark(group.nested, keyOf(one), takenBackReason(one.why || 'the server is well'));
  }
  if (decision.unmarkGroup) {
    log.info(`${stack.name}: taking the mark from the group ${group.address}`);
    const name = group.address.split('/').at(-1) ?? group.address;
    await writer.unmark(group.holder, name, takenBackReason('the group is to hear signals again'));
  }
  if (decision.replace.length === 0) return await lookAfter(parts, work);
  await condemn(parts, work, decision);
  return await settle(parts, work);
}

async function condemn(
  { writer, log }: HealGroupParts,
  { stack, group }: HealWork,
  { replace, mark }: HealDecision,
): Promise<void> {
  const marked: MemberVerdict[] = [];
  try {
    for (const one of mark) {
      log.info(`${stack.name}: replacing ${one.server}: ${one.why}`);
      marked.push(one);
      await writer.markUnhealthy(group.nested, keyOf(one), markReason(one.why));
    }
    await writer.updateInPlace(group.nested);
  } catch (error) {
    if (error instanceof CloudError) await takeBack(writer, group.nested, ours(replace, marked));
    throw error;
  }
}

/** The physical id: whoever took a member's place in the meantime does not have it. A build that failed early has none. */
function keyOf({ physicalId, name }: MemberVerdict): string {
  return physicalId || name;
}

/** Whom Heat or a person condemned before us stays condemned. */
function ours(replace: readonly MemberVerdict[], marked: readonly MemberVerdict[]): readonly MemberVerdict[] {
  return replace.filter((one) => (marked.includes(one) ? !one.condemned : one.marked === 'own'));
}

/** A mark without an update would cost a member at the next scaling; what can't be taken back, the next run finds. */
async function takeBack(
  writer: CloudWriter,
  nested: StackRef,
  marked: readonly MemberVerdict[],
): Promise<void> {
  for (const one of marked) {
    try {
      await writer.unmark(nested, keyOf(one), takenBackReason('the replacement could not be started'));
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
    }
  }
}

const POLL_MILLISECONDS = 2000;
const PATIENCE_MINUTES = 15;
/** Heat answers an update before it begins: an unchanged look counts only after so many. */
const PATIENCE_POLLS = 8;

async function settle(parts: HealGroupParts, work: HealWork): Promise<Deed> {
  const { reader, clock } = parts;
  const { stack, group, look } = work;
  const deadline = clock.now().getTime() + PATIENCE_MINUTES * 60_000;
  for (let polls = 0; clock.now().getTime() < deadline; polls += 1) {
    await clock.sleep(POLL_MILLISECONDS);
    const pulse = await reader.pulse(stack);
    if (pulse === null) return failed(work, `the stack "${stack.name}" is gone`);
    const inside = pulse.groups.find(({ address }) => address === group.address)?.nestedState;
    if (inside?.status === 'IN_PROGRESS') {
      polls = PATIENCE_POLLS;
      continue;
    }
    const after = await groupNow(reader, work);
    if (after === null) return failed(work, `the group "${group.address}" is gone`);
    const done = healedSoFar(look.decision, after);
    if (done || polls >= PATIENCE_POLLS)
      return verifyHeal({ before: group, after, look, inside: inside ?? null });
  }
  return {
    outcome: 'waits',
    message: `the new server is not there after ${PATIENCE_MINUTES} minutes; Heat goes on with it, and the next run looks again`,
    successors: {},
    sizeAfter: group.members.length,
    findings: [],
  };
}

/** Only marks were taken back. */
async function lookAfter({ reader }: HealGroupParts, work: HealWork): Promise<Deed> {
  const after = await groupNow(reader, work);
  if (after === null) return failed(work, `the group "${work.group.address}" is gone`);
  return verifyHeal({ before: work.group, after, look: work.look, inside: null });
}

async function groupNow(reader: CloudReader, { stack, group }: HealWork): Promise<LiveGroup | null> {
  const [now] = await reader.observeLive([stack.name]);
  if (now?.presence !== 'present' || now.id !== stack.id) return null;
  const found = now.groups.find(({ address }) => address === group.address);
  return found?.nested ? { ...found, nested: found.nested } : null;
}

function stoodBack({ group }: HealWork, fresh: GroupLook | null): Deed {
  const why = fresh?.decision.held?.why ?? 'the group changed while this ran';
  return {
    outcome: 'waits',
    message: `stood back: ${why}`,
    successors: {},
    sizeAfter: group.members.length,
    findings: [],
  };
}

function failed({ group }: HealWork, message: string): Deed {
  return { outcome: 'failed', message, successors: {}, sizeAfter: group.members.length, findings: [] };
}
