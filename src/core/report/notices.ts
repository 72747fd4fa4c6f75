/** What a report tells though it is about something else: that a schedule everybody relies on has stopped. */
import type { ReportContext } from './context.ts';
import type { Block, Line } from './document.ts';
import { line } from './document.ts';
import { count } from './words.ts';

export function noticeBlocks({ notices = [] }: ReportContext): readonly Block[] {
  return notices.length === 0 ? [] : [{ kind: 'alert', tone: 'warning', lines: notices }];
}

/** @param ahead milliseconds by which the cloud's clock is ahead of ours */
export function clockNotices(ahead: number): readonly Line[] {
  const seconds = Math.round(Math.abs(ahead) / 1000);
  if (seconds < WORTH_A_WORD) return [];
  const side = ahead > 0 ? 'behind' : 'ahead of';
  return [
    line`The clock of this machine is ${lengthOf(seconds)} ${side} the cloud's: how old things are is counted by the cloud's`,
  ];
}

const WORTH_A_WORD = 30;

function lengthOf(seconds: number): string {
  if (seconds < 120) return count('second', seconds);
  return seconds < 2 * DAY
    ? count('minute', Math.round(seconds / 60))
    : count('day', Math.round(seconds / DAY));
}

const DAY = 86_400;
