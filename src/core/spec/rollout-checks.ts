/** What the rollout's values must fulfil with each other, with the size and with Heat's time limit. */
import type { GroupSpec } from '../../model/spec.ts';
import { widestBounds } from '../schedule/widest-bounds.ts';
import { readyUserDataBytes } from './cloud-init/ready-user-data.ts';
import { MAX_USER_DATA_BYTES } from './cloud-init/user-data-size.ts';
import type { Complaint } from './complaint.ts';
import { list } from './quote.ts';

const ROLLOUT = '/spec/rollout';

export function rolloutComplaints(spec: GroupSpec): readonly Complaint[] {
  return [
    ...minInService(spec),
    ...rebuiltVolume(spec),
    ...ready(spec),
    ...readyScript(spec),
    ...shortestRollout(spec),
  ];
}

function minInService(spec: GroupSpec): readonly Complaint[] {
  const { min, max } = widestBounds(spec);
  const names = boundNames(spec);
  const { minInService: kept, maxBatch, imageChange, flavorChange } = spec.rollout;
  const pointer = `${ROLLOUT}/minInService`;
  if (kept > max && max >= min) {
    const message = `rollout.minInService is "${kept}", above ${names.max} "${max}"; it must be at most ${max}`;
    return [{ pointer, message }];
  }
  const inPlace = [
    ...(imageChange === 'rebuild' ? ['imageChange: rebuild'] : []),
    ...(flavorChange === 'resize' ? ['flavorChange: resize'] : []),
  ];
  // extra members and changes in place: Heat removes a member it has just changed and leaves another one old
  const most = Math.max(0, min - maxBatch);
  if (inPlace.length === 0 || kept <= most) return [];
  const message = `rollout.minInService is "${kept}", so Heat would add extra members during a batch, and with ${list(inPlace)} it then leaves a server on the old state; it must be at most ${most} (${names.min} less maxBatch)`;
  return [{ pointer, message }];
}

/** What the widest bounds are called: the size's own words, where no schedule speaks of it. */
export function boundNames({ scaling: { schedules } }: GroupSpec): {
  readonly min: string;
  readonly max: string;
} {
  return schedules.length === 0
    ? { min: 'size.min', max: 'size.max' }
    : { min: 'the lowest min of size and schedules', max: 'the highest max of size and schedules' };
}

/** A rebuild takes an image; the server on a volume has none (nova compute/api.py rebuild of volume-backed servers). */
function rebuiltVolume({ server, rollout }: GroupSpec): readonly Complaint[] {
  if (server.bootVolume === null || rollout.imageChange !== 'rebuild') return [];
  const message =
    'rollout.imageChange is "rebuild" with server.bootVolume, and a volume is not reinstalled; it must be replace, or the servers boot from the flavor\'s disk';
  return [{ pointer: `${ROLLOUT}/imageChange`, message }];
}

/** heat wait_condition.py: 1 to 43200. */
const LONGEST_WAIT = 43_200;
/** heat stack_action_timeout; an operator may have set another. */
export const USUAL_LIMIT_MINUTES = 60;

function ready({ rollout, timeoutMinutes }: GroupSpec): readonly Complaint[] {
  if (rollout.ready === null) return [];
  const seconds = rollout.ready.timeoutSeconds;
  const pointer = `${ROLLOUT}/ready/timeout`;
  if (seconds < 1 || seconds > LONGEST_WAIT)
    return [
      {
        pointer,
        message: `rollout.ready.timeout is "${seconds}" seconds; Heat waits from 1 to ${LONGEST_WAIT}`,
      },
    ];
  if (seconds < limitOf(timeoutMinutes)) return [];
  const message = `rollout.ready.timeout is "${seconds}" seconds, and Heat gives up ${limitWords(timeoutMinutes)}; make it shorter, or set a longer spec.timeout`;
  return [{ pointer, message }];
}

/** Readiness adds a script to the user data, and Heat the command that tells it. */
function readyScript({ server, rollout }: GroupSpec): readonly Complaint[] {
  if (rollout.ready === null) return [];
  const bytes = readyUserDataBytes(server.userData, rollout.ready);
  if (bytes <= MAX_USER_DATA_BYTES) return [];
  const message = `with rollout.ready the user data may have ${bytes} bytes; Nova takes ${MAX_USER_DATA_BYTES}, so load ${bytes - MAX_USER_DATA_BYTES} of them from the server itself`;
  return [{ pointer: `${ROLLOUT}/ready`, message }];
}

/** The times that pass in any case, when the smallest group is exchanged; heat refuses the pauses alone at once. */
function shortestRollout(spec: GroupSpec): readonly Complaint[] {
  const { rollout, timeoutMinutes } = spec;
  const { min } = widestBounds(spec);
  const batches = Math.ceil(min / rollout.maxBatch);
  const seconds = leastRolloutSeconds(batches, rollout);
  if (batches === 0 || seconds < limitOf(timeoutMinutes)) return [];
  const pointer = rollout.pauseSeconds > rollout.drainSeconds ? `${ROLLOUT}/pause` : `${ROLLOUT}/drain`;
  const message = `a rollout of ${boundNames(spec).min} "${min}" servers takes ${seconds} seconds with its pauses and drains alone (${batches} batches), and Heat gives up ${limitWords(timeoutMinutes)}; shorten them, make maxBatch larger, or set a longer spec.timeout`;
  return [{ pointer, message }];
}

/** Members of a batch drain side by side; a pause stands between two batches. */
export function leastRolloutSeconds(
  batches: number,
  { drainSeconds, pauseSeconds }: GroupSpec['rollout'],
): number {
  return batches * drainSeconds + Math.max(0, batches - 1) * pauseSeconds;
}

function limitOf(minutes: number | null): number {
  return (minutes ?? USUAL_LIMIT_MINUTES) * 60;
}

function limitWords(minutes: number | null): string {
  return minutes === null
    ? `after ${USUAL_LIMIT_MINUTES} minutes unless the cloud says otherwise`
    : `after ${minutes} minutes (spec.timeout)`;
}
