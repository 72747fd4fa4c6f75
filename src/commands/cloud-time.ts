/** What time it is in the cloud, whose times are compared with it: a runner's clock may be wrong. */
import type { ReportContext } from '../core/report/context.ts';
import { clockNotices } from '../core/report/notices.ts';
import type { Clock } from '../ports/clock.ts';
import type { CloudReader } from '../ports/cloud.ts';
import type { CommandOptions } from './parts.ts';

export function cloudTime(clock: Clock, cloud: Pick<CloudReader, 'clockAhead'>): Date {
  return new Date(clock.now().getTime() + cloud.clockAhead());
}

/** For reports of what was compared with that time: a clock that is wrong is shown. */
export function reportContext(cloud: CloudReader, { commit, report }: CommandOptions): ReportContext {
  const notices = [...(report.notices ?? []), ...clockNotices(cloud.clockAhead())];
  return { cloud: cloud.label, commit, ...report, notices };
}
