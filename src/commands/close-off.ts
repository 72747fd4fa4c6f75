/** Puts the last word in the place of a plan's comment. */
import { type Closing, closedReport } from '../core/report/closed-report.ts';
import type { ReportContext } from '../core/report/context.ts';
import { toldDone } from '../core/report/done-before.ts';
import { markerStart } from '../core/report/marker.ts';
import { unlessOnlyRunDiffers } from '../core/report/same-but-run.ts';
import type { ReaderParts } from './parts.ts';

/** True when a comment stands there. */
export async function closeOff(
  { comment }: Pick<ReaderParts, 'comment'>,
  closing: Closing,
  context: Partial<ReportContext>,
): Promise<boolean> {
  if (comment === undefined) return false;
  const key = context.key ?? '';
  return comment.settle({
    marker: markerStart('plan', key),
    make: (earlier) => {
      const repeats =
        closing.kind === 'applied' && !isNews(closing) && toldDone(earlier, key, context.commit ?? null);
      if (earlier !== null && repeats) return earlier;
      return unlessOnlyRunDiffers(
        earlier,
        closedReport(closing, { cloud: '', ...context }, earlier).markdown,
      );
    },
    onlyExisting: !isNews(closing),
  });
}

/** Where apply did or refused something it makes a comment; what only ends a plan needs one that was there. */
function isNews(closing: Closing): boolean {
  if (closing.kind !== 'applied') return closing.kind === 'broke' || closing.kind === 'begun';
  return closing.outcome.groups.some(({ status }) => status !== 'nothing-to-do');
}
