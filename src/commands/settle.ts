/** Waits for Heat, bounded in time, telling what happens meanwhile. */
import { describeEvent } from '../core/plan/describe-event.ts';
import { isSettled, settledFailure, whoIsAtWork } from '../core/plan/settled.ts';
import type { StackEvent, StackPulse, StackRef } from '../model/observed.ts';
import type { Clock } from '../ports/clock.ts';
import type { CloudReader } from '../ports/cloud.ts';
import type { Log } from '../ports/log.ts';

export interface Watch {
  readonly reader: CloudReader;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Settling {
  /** null when all went well. */
  readonly failure: string | null;
}

const POLL_MILLISECONDS = 2000;
/** Past Heat's own limit, Heat itself gives up; a little later so do we. */
const GRACE_MINUTES = 5;

/** Begins before the write, so that nothing of it is missed; null = the stack is about to be made. */
export async function startWatching(watch: Watch, ref: StackRef | null): Promise<Watched> {
  const known = ref ? await watch.reader.events(ref, null) : [];
  return { before: ref ? await watch.reader.pulse(ref) : null, known };
}

export interface Watched {
  readonly before: StackPulse | null;
  readonly known: readonly StackEvent[];
}

export async function waitUntilSettled(
  watch: Watch,
  wait: {
    readonly ref: StackRef;
    readonly watched: Watched;
    readonly gone: boolean;
    readonly minutes: number;
  },
): Promise<Settling> {
  const { reader, clock } = watch;
  const { before, known } = wait.watched;
  const deadline = clock.now().getTime() + (wait.minutes + GRACE_MINUTES) * 60_000;
  const tell = eventTeller(watch, wait.ref, known);
  for (let polls = 0; clock.now().getTime() < deadline; polls += 1) {
    await clock.sleep(POLL_MILLISECONDS);
    const pulse = await reader.pulse(wait.ref);
    if (pulse === null)
      return wait.gone ? { failure: null } : { failure: `the stack "${wait.ref.name}" is gone` };
    await tell();
    if (isSettled(pulse, before, polls)) return { failure: settledFailure(pulse, wait.gone) };
  }
  return {
    failure: `the stack "${wait.ref.name}" is still not settled after ${wait.minutes + GRACE_MINUTES} minutes`,
  };
}

/** Waits while anybody is at work on the stack; says who, when it lasts too long. */
export async function waitForOthers(watch: Watch, ref: StackRef, minutes: number): Promise<string | null> {
  const deadline = watch.clock.now().getTime() + minutes * 60_000;
  for (let told = false; ; told = true) {
    const pulse = await watch.reader.pulse(ref);
    const busy = pulse && whoIsAtWork(pulse);
    if (!busy) return null;
    if (watch.clock.now().getTime() >= deadline) {
      return `waited ${minutes} minutes, but ${busy} on the stack "${ref.name}"; apply again when it has ended`;
    }
    if (!told) watch.log.info(`${ref.name}: waiting: ${busy}`);
    await watch.clock.sleep(POLL_MILLISECONDS);
  }
}

/** Tells each new event once: an event can vanish with its nested stack, and Heat then lists from the start (measured). */
function eventTeller(
  { reader, log }: Watch,
  ref: StackRef,
  known: readonly StackEvent[],
): () => Promise<void> {
  const seen = new Set(known.map(({ id }) => id));
  let last = known.at(-1)?.id ?? null;
  return async () => {
    const events = await reader.events(ref, last);
    for (const event of events.filter(({ id }) => !seen.has(id))) {
      seen.add(event.id);
      const words = describeEvent(event);
      if (words !== null) log.info(`${ref.name}: ${words}`);
    }
    last = events.at(-1)?.id ?? last;
  };
}
