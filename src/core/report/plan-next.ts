/** Says at the end of a plan what its reader can do now, and where the rest of it is. */
import type { ReportTone } from '../../model/report.ts';
import type { ReportContext } from './context.ts';
import type { Block, Line } from './document.ts';
import { code, line, link, strong } from './document.ts';
import type { Detail } from './fit.ts';

export interface Ending {
  readonly tone: ReportTone;
  readonly fingerprint: string | null;
}

export function planNext(ending: Ending, context: ReportContext, detail: Detail): readonly Block[] {
  const words = isJob(context) ? onPullRequest(ending) : inTerminal(ending);
  const lines = [...(words === null ? [] : [words]), ...shortened(detail, context)];
  return lines.length === 0 ? [] : [{ kind: 'paragraph', lines }];
}

/** Where a shortened report goes on; nothing when all of it is there. */
export function shortened(detail: Detail, context: ReportContext): readonly Line[] {
  if (detail.level === 0) return [];
  const { summary = null, run = null } = context.links ?? {};
  const href = summary ?? run;
  const page = href === null ? [`the job's summary`] : [link(`the job's summary`, href)];
  return [
    line`${strong('Shortened to fit.')} More is in ${page}; all of it is in the file that the output ${code('document')} names.`,
  ];
}

/** Merging means something where a commit was planned. */
function isJob({ commit = null }: ReportContext): boolean {
  return commit !== null;
}

const MERGE = 'apply plans again, keeps what alarms did until then, and does what is shown here';

function onPullRequest({ tone }: Ending): Line | null {
  switch (tone) {
    case 'changes':
      return line`${strong('Next:')} merge, and ${MERGE}; with ${code('approval: required')} it refuses anything else. Push again, and this comment follows.`;
    case 'refused':
      return line`${strong('Next:')} change what is refused, and push: this comment follows. Merged as it is, apply leaves the refused groups alone and does the rest.`;
    case 'failed':
      return line`${strong('Next:')} repair these lines, and push: this comment follows. Until then there is no plan, and apply does nothing.`;
    case 'clean':
      return null;
  }
}

function inTerminal({ tone, fingerprint }: Ending): Line | null {
  if (tone !== 'changes' || fingerprint === null) return null;
  return line`${code('apply')} does this; ${code(`apply --approved ${fingerprint}`)} refuses anything else.`;
}
