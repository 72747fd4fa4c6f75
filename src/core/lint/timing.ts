/** Windows and cooldowns that let an alarm act on a state that is gone. */
import { BOOT_SECONDS } from '../assumptions.ts';
import { durationWords } from '../duration-words.ts';
import type { Advice, AlarmedPolicy, ScalingView } from './scaling-view.ts';

/**
 * An alarm leaves its state only when every value of the window is well again, and until then it acts at each evaluation
 * (aodh/evaluator/threshold.py): the cooldown must last for the window and the start of a server.
 */
export function shortCooldown({ alarmed, spec }: ScalingView): readonly Advice[] {
  const short = alarmed.filter(
    (policy) =>
      policy.alarm.repeat && policy.windowSeconds > 0 && policy.cooldown < needed(policy) && policy.written,
  );
  const own = short.filter(({ cooldownSeconds }) => cooldownSeconds !== null);
  const shared = short.filter(({ cooldownSeconds }) => cooldownSeconds === null);
  const longest = shared.toSorted((a, b) => needed(b) - needed(a))[0];
  return [
    ...own.map((policy) => ({ pointer: `${policy.pointer}/cooldown`, message: words(policy) })),
    ...(longest
      ? [
          {
            pointer: '/spec/scaling/cooldown',
            message: words(longest, shared.length > 1 ? ` (of \`${longest.name}\`, the longest)` : ''),
          },
        ]
      : []),
  ].map(({ pointer, message }) => ({
    pointer: spec.positions[pointer] ? pointer : '/spec/scaling',
    message,
  }));
}

function needed({ windowSeconds, direction }: AlarmedPolicy): number {
  return windowSeconds + (direction === 'out' ? BOOT_SECONDS : 0);
}

function words(policy: AlarmedPolicy, whose = ''): string {
  const { name, cooldown, windowSeconds, direction } = policy;
  const boot = direction === 'out' ? ` + ${durationWords(BOOT_SECONDS)} for a server to start` : '';
  const sum = `${durationWords(windowSeconds)}${boot}`;
  return `the cooldown of ${durationWords(cooldown)} is shorter than ${sum}${whose}: \`${name}\` would act again and again on values from before its own change; a cooldown of ${durationWords(needed(policy))} lets it see what it did`;
}

/** Shrinking late costs money, growing late costs users. */
export function hastyScaleIn({ alarmed }: ScalingView): readonly Advice[] {
  const windows = alarmed
    .filter(({ direction }) => direction === 'out')
    .map(({ windowSeconds }) => windowSeconds);
  const out = Math.max(0, ...windows);
  if (out === 0) return [];
  return alarmed
    .filter(
      ({ direction, windowSeconds, written }) =>
        written && direction === 'in' && windowSeconds > 0 && windowSeconds <= out,
    )
    .map(({ name, pointer, windowSeconds }) => ({
      pointer: `${pointer}/for`,
      message: `\`${name}\` takes servers away after ${durationWords(windowSeconds)}, as fast as they come (${durationWords(out)}); a short dip would cost the next rise its servers: twice as long, ${durationWords(2 * out)}, is usual`,
    }));
}

/** Heat drops a signal inside the cooldown without a trace, and this alarm sends no second one. */
export function lostSignal({ alarmed }: ScalingView): readonly Advice[] {
  return alarmed
    .filter(({ alarm, cooldown }) => !alarm.repeat && cooldown > 0)
    .map(({ name, pointer, cooldown }) => ({
      pointer: `${pointer}/repeat`,
      message: `\`${name}\` signals once (repeat: false); Heat passes over a signal within the cooldown of ${durationWords(cooldown)} and nobody repeats it, so the group may stay as it is; leave repeat away`,
    }));
}
