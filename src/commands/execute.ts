/** Carries out the plan of one stack, step by step: the only caller of what creates, updates and deletes stacks. */
import { planDifference } from '../core/approval/difference.ts';
import { requestFor } from '../core/heat/request.ts';
import { NOTE_ALONE_AFTER_MS } from '../core/heat/sent.ts';
import type { Ignoring } from '../core/plan/leave-ignored.ts';
import { type Pair, planGroup } from '../core/plan/plan.ts';
import { adviceOnLasting } from '../core/plan/settled.ts';
import { verificationFindings } from '../core/plan/verify.ts';
import type { ObservedStack, StackRef } from '../model/observed.ts';
import type { GroupOutcome, GroupStatus, StepOutcome } from '../model/outcome.ts';
import type { GroupPlan, Step } from '../model/plan.ts';
import type { Finding } from '../model/problem.ts';
import type { Clock } from '../ports/clock.ts';
import type { CloudReader, CloudWriter } from '../ports/cloud.ts';
import { CloudError, type CloudErrorCode, errorLine } from '../ports/errors.ts';
import type { Log } from '../ports/log.ts';
import { leaveAlone } from './leave-alone.ts';
import { type DefinitionsWanted, observe } from './observe.ts';
import type { CommandOptions } from './parts.ts';
import { type Settling, startWatching, waitForOthers, waitUntilSettled } from './settle.ts';

export interface ExecuteParts {
  readonly cloud: { readonly reader: CloudReader; readonly writer: CloudWriter };
  readonly clock: Clock;
  readonly log: Log;
}

export interface GroupWork {
  readonly pair: Pair;
  readonly group: GroupPlan;
  readonly ignoring: Ignoring;
  /** Whether the stack says afterwards that this was sent (see sent.ts). */
  readonly noted: boolean;
  readonly options: CommandOptions;
}

export async function executeGroup(parts: ExecuteParts, work: GroupWork): Promise<GroupOutcome> {
  const { group } = work;
  const end = (status: GroupStatus, rest: Partial<GroupOutcome>): GroupOutcome => ({
    name: group.name,
    stackId: group.stack.id,
    status,
    plan: group,
    steps: [],
    message: '',
    findings: [],
    ...rest,
  });
  let reached: Partial<GroupOutcome> = {};
  try {
    const fresh = await lookAgain(parts, work);
    if (fresh.status !== 'same') return end(fresh.status, { message: fresh.message });
    const now = { ...work, pair: fresh.pair, group: fresh.group };
    const done = await carryOut(parts, now);
    reached = { plan: fresh.group, stackId: done.stackId, steps: done.steps };
    if (done.failure !== null) {
      return end('failed', {
        ...reached,
        message: done.lasting ? done.failure : howToGoOn(group, done.failure),
      });
    }
    await untilAlone(parts, group, done.sentAt);
    const findings = await verify(parts, now);
    const wrong = findings.some(({ severity }) => severity === 'error');
    return end(wrong ? 'failed' : 'done', {
      ...reached,
      findings,
      message: wrong ? howToGoOn(group, 'Heat says it is done, but not every server is as planned') : '',
    });
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return end('failed', { ...reached, message: howToGoOn(group, errorLine(error)) });
  }
}

type Fresh =
  | {
      readonly status: 'same';
      readonly pair: Pair;
      /** The same plan, with the sizes of this moment. */
      readonly group: GroupPlan;
    }
  | { readonly status: 'refused' | 'not-started' | 'nothing-to-do'; readonly message: string };

/** Reads the live state right before the write: whoever worked in the meantime may have changed what the plan says. */
async function lookAgain(
  { cloud, clock, log }: ExecuteParts,
  { pair, group, ignoring, options }: GroupWork,
): Promise<Fresh> {
  const { observed } = pair;
  if (observed.presence === 'present') {
    const busy = await waitForOthers({ reader: cloud.reader, clock, log }, observed, options.waitMinutes);
    if (busy !== null) return { status: 'not-started', message: busy };
  }
  const now = await observeAgain(cloud.reader, { pair, ignoring }, 'unfinished');
  if (now === null) return { status: 'not-started', message: `the stack "${group.name}" could not be read` };
  const replanned = planGroup(now);
  if (replanned.action === 'no-op') return { status: 'nothing-to-do', message: '' };
  const forbidden = replanned.findings.find(({ severity }) => severity === 'error');
  if (forbidden !== undefined) return refusedNow(forbidden.message);
  const same: Fresh = { status: 'same', pair: now, group: replanned };
  if (replanned.fingerprint === group.fingerprint) return same;
  // while a stack is being made its members are not all there yet: those that came and are kept change nothing
  const difference = planDifference(group, replanned);
  return difference === null ? same : refusedNow(`${difference}; plan again`);
}

function refusedNow(why: string): Fresh {
  return { status: 'refused', message: `the cloud changed while this ran: ${why}` };
}

/** Whatever somebody sends beside this is seen by the check that follows; whatever comes after it, by its later time. */
async function untilAlone({ clock }: ExecuteParts, { steps }: GroupPlan, sentAt: Date | null): Promise<void> {
  // a stack that was only made has no time of an update
  if (sentAt === null || steps.at(-1)?.kind === 'create') return;
  // by steps, and no more of them than that: a clock may stand
  const left = sentAt.getTime() + NOTE_ALONE_AFTER_MS - clock.now().getTime();
  for (let slept = 0; slept < left; slept += 1000) await clock.sleep(1000);
}

/** What is to be left alone may have another value by now: that one is kept. */
async function observeAgain(
  reader: CloudReader,
  { pair, ignoring }: Pick<GroupWork, 'pair' | 'ignoring'>,
  wanted: DefinitionsWanted,
): Promise<Pair | null> {
  const [now] = await observe(reader, [pair.left?.declared ?? pair.desired], wanted);
  if (now === undefined) return null;
  if (pair.left === undefined) return now;
  const [left] = await leaveAlone(reader, [now], ignoring);
  return left ?? null;
}

interface Done {
  readonly stackId: string | null;
  readonly steps: readonly StepOutcome[];
  readonly failure: string | null;
  /** The same again would end the same: something else has to change first. */
  readonly lasting: boolean;
  /** When the last request was sent; null = none was. */
  readonly sentAt: Date | null;
}

async function carryOut(parts: ExecuteParts, work: GroupWork): Promise<Done> {
  const { observed } = work.pair;
  let ref: StackRef | null =
    observed.presence === 'present' ? { name: observed.name, id: observed.id } : null;
  const steps: StepOutcome[] = [];
  let sentAt: Date | null = null;
  for (const step of work.group.steps) {
    parts.log.info(`${work.group.name}: ${step.kind}: ${step.why}`);
    const ended = await tryStep(parts, work, { step, ref, observed });
    ({ ref, sentAt } = ended);
    steps.push({
      kind: step.kind,
      status: ended.failure === null ? 'done' : 'failed',
      message: ended.failure ?? '',
    });
    if (ended.failure !== null) {
      return { stackId: ref?.id ?? null, steps, failure: ended.failure, lasting: ended.lasting, sentAt };
    }
  }
  return { stackId: ref?.id ?? null, steps, failure: null, lasting: false, sentAt };
}

interface StepEnd extends Settling {
  readonly ref: StackRef | null;
  readonly sentAt: Date | null;
}

interface StepInput {
  readonly step: Step;
  readonly ref: StackRef | null;
  readonly observed: ObservedStack;
}

const LASTING: ReadonlySet<CloudErrorCode> = new Set([
  'trust-refused',
  'forbidden',
  'invalid',
  'unauthorized',
]);

async function tryStep(
  parts: ExecuteParts,
  work: GroupWork,
  input: StepInput,
): Promise<StepEnd & { readonly lasting: boolean }> {
  try {
    return { ...(await doStep(parts, work, input)), lasting: false };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return { ref: input.ref, failure: errorLine(error), lasting: LASTING.has(error.code), sentAt: null };
  }
}

async function doStep(
  parts: ExecuteParts,
  { pair: { desired }, group, noted, options }: GroupWork,
  { step, ref, observed }: StepInput,
): Promise<StepEnd> {
  const { reader, writer } = parts.cloud;
  const watch = { reader, clock: parts.clock, log: parts.log };
  const watched = await startWatching(watch, ref);
  if (desired.presence === 'absent') {
    if (!ref) return { ref, failure: null, sentAt: null };
    await writer.delete(ref);
    return {
      ref,
      sentAt: null,
      ...(await waitUntilSettled(watch, { ref, watched, gone: true, minutes: DEFAULT_MINUTES })),
    };
  }
  const sentAt = parts.clock.now();
  const request = requestFor({
    desired,
    step,
    observed: observed.presence === 'present' ? observed : null,
    provenance: { repository: options.repository, commit: options.commit },
    at: noted ? sentAt : null,
  });
  const minutes = desired.timeoutMinutes ?? DEFAULT_MINUTES;
  if (step.kind === 'create' || !ref) {
    const made = await writer.create(request);
    const settled = await waitUntilSettled(watch, { ref: made, watched, gone: false, minutes });
    return { ref: made, sentAt, ...settled };
  }
  if (!watched.before) return { ref, failure: `the stack "${group.name}" is gone`, sentAt: null };
  await writer.update(ref, request);
  return { ref, sentAt, ...(await waitUntilSettled(watch, { ref, watched, gone: false, minutes })) };
}

/** Heat's own (heat.conf stack_action_timeout). */
const DEFAULT_MINUTES = 60;

/** What Heat says is not the end: every member is compared with its definition. */
async function verify({ cloud }: ExecuteParts, work: GroupWork): Promise<readonly Finding[]> {
  const after = await observeAgain(cloud.reader, work, 'all');
  return after === null ? [] : verificationFindings(after, work.group);
}

function howToGoOn(group: GroupPlan, reason: string): string {
  const advice = adviceOnLasting(reason);
  if (advice !== null) return `${reason}; ${advice}`;
  return `${reason}; apply the same commit again to go on: it continues where this stopped${group.action === 'create' ? ', nothing is made twice' : ''}`;
}
