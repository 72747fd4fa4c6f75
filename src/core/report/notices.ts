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
  const length = seconds < 120 ? count('second', seconds) : count('minute', Math.round(seconds / 60));
  const side = ahead > 0 ? 'behind' : 'ahead of';
  return [
    line`The clock of this machine is ${length} ${side} the cloud's: how old things are is counted by the cloud's`,
  ];
}

const WORTH_A_WORD = 30;
