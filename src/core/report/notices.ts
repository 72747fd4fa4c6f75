/** What a report tells though it is about something else: that a schedule everybody relies on has stopped. */
import type { ReportContext } from './context.ts';
import type { Block } from './document.ts';

export function noticeBlocks({ notices = [] }: ReportContext): readonly Block[] {
  return notices.length === 0 ? [] : [{ kind: 'alert', tone: 'warning', lines: notices }];
}
