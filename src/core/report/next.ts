/** Says at the end of a report what its reader can do now, and where the rest of it is. */
import type { Outcome } from '../../model/outcome.ts';
import type { ReportKind, ReportTone } from '../../model/report.ts';
import { FREEZE_RULE } from '../guard/freeze-findings.ts';
import type { ReportContext } from './context.ts';
import type { Block, Line } from './document.ts';
import { code, line, link, strong } from './document.ts';
import type { Detail } from './fit.ts';
import { isTroubled } from './outcome-blocks.ts';

export interface Ending {
  readonly tone: ReportTone;
  readonly fingerprint: string | null;
}

export function planNext(ending: Ending, context: ReportContext, detail: Detail): readonly Block[] {
  const words = isJob(context) ? onPullRequest(ending) : inTerminal(ending);
  const lines = [...(words === null ? [] : [words]), ...shortened(detail, context)];
  return lines.length === 0 ? [] : [{ kind: 'paragraph', lines }];
}

export function applyNext(outcome: Outcome, context: ReportContext, detail: Detail): readonly Block[] {
  const lines = [...goOn(outcome), ...shortened(detail, context)];
  return lines.length === 0 ? [] : [{ kind: 'paragraph', lines }];
}

/** How an apply that did not do all of it goes on. */
export function goOn({ groups, problems }: Outcome): readonly Line[] {
  if (problems.length > 0) return [line`${strong('Next:')} repair these lines, and merge again.`];
  const troubled = groups.filter(isTroubled);
  if (troubled.length === 0) return [];
  if (troubled.every(({ status }) => status === 'refused')) {
    if (troubled.every(isOnlyFrozen))
      return [
        line`${strong('Next:')} run the same commit again when the freeze window has ended: what was approved stays approved.`,
      ];
    return [
      line`${strong('Next:')} the refusals say what they need; a pull request that touches the spec brings a new plan to approve.`,
    ];
  }
  return [
    line`${strong('Next:')} run the same commit again: it goes on where it stopped, and makes nothing twice.`,
  ];
}

function isOnlyFrozen({ plan }: Outcome['groups'][number]): boolean {
  const refusals = plan.findings.filter(({ severity }) => severity === 'error');
  return refusals.length > 0 && refusals.every(({ rule }) => rule === FREEZE_RULE);
}

const AFTER_FAILURE: Readonly<Record<ReportKind, string>> = {
  validate: 'run it again.',
  plan: 'mend what is said above, and run the job again. No earlier plan of this pull request holds any more.',
  apply: 'run the same commit again: what is done stays done, and what is not goes on.',
  drift: 'nothing is known until the next run: not clean, and not drifted.',
  health: 'nothing is known until the next run: not healthy, and not unhealthy.',
};

export function failureNext(kind: ReportKind): Block {
  return { kind: 'paragraph', lines: [line`${strong('Next:')} ${AFTER_FAILURE[kind]}`] };
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

function onPullRequest({ tone }: Ending): Line | null {
  switch (tone) {
    case 'changes':
      return line`${strong('Next:')} merge to do this. Apply plans again first and keeps what alarms did meanwhile; with ${code('approval: required')} it refuses anything that is not shown here. Push again, and this comment follows.`;
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
