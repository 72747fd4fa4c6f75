/** What the alarms of a group will do, one line each, with what the reaction times assume. */
import type { Trigger } from '../../model/trigger.ts';
import { BOOT_SECONDS, EVALUATION_SECONDS } from '../assumptions.ts';
import { durationWords, spanWords } from '../duration-words.ts';
import type { Block, Line } from './document.ts';
import { code, line } from './document.ts';

export function triggerBlocks(triggers: readonly Trigger[]): readonly Block[] {
  if (triggers.length === 0) return [];
  const reckoned = triggers.some(({ reaction }) => reaction !== null);
  const assumptions = line`Reaction times count ${durationWords(BOOT_SECONDS)} for a server to start and ${durationWords(EVALUATION_SECONDS)} between two looks of Aodh; measures that arrive late add to them.`;
  return [
    { kind: 'list', items: triggers.map(triggerLine), numbered: false },
    ...(reckoned ? [{ kind: 'paragraph', lines: [assumptions] } as const] : []),
  ];
}

/** `cpu-high` adds 1 server when the mean CPU of the group stays above 80 % for 10 min; reaction 13–19 min (measured every 5 min). */
export function triggerLine(trigger: Trigger): Line {
  const { policy, effect, when, reaction, measuredEverySeconds } = trigger;
  const paused = trigger.enabled ? '' : ' (paused: the alarm is switched off)';
  const soon =
    reaction === null ? '' : `; reaction ${spanWords(reaction.earliestSeconds, reaction.latestSeconds)}`;
  const every =
    measuredEverySeconds === null ? '' : ` (measured every ${durationWords(measuredEverySeconds)})`;
  return line`${code(policy)} ${effect} when ${when}${soon}${every}${paused}`;
}
