/** The last line of every report: what it is about, and where to look further. */
import type { ReportKind } from '../../model/report.ts';
import type { ReportContext } from './context.ts';
import type { Block, Line } from './document.ts';
import { code, join, line, link } from './document.ts';

const SHORT = 7;
/** `sha256:` and 12 digits. */
const SHORT_FINGERPRINT = 19;

const NAMES: Readonly<Record<ReportKind, string>> = {
  validate: 'Validation',
  plan: 'Plan',
  apply: 'Apply',
  drift: 'Drift check',
  health: 'Health check',
};

/** `kind`: what was done last; a comment that began as a plan may end as an apply. */
export function footer(kind: ReportKind, fingerprint: string | null, context: ReportContext): Block {
  const parts = [
    subject(NAMES[kind], context),
    ...(context.cloud === '' ? [] : [[context.cloud]]),
    ...(fingerprint === null ? [] : [line`fingerprint ${code(fingerprint.slice(0, SHORT_FINGERPRINT))}`]),
    ...links(context),
  ];
  return { kind: 'footer', line: join(parts, ' · ') };
}

function subject(what: string, context: ReportContext): Line {
  const commit = context.commit ?? null;
  const base = context.base ?? null;
  const of: Line = commit === null ? [] : line` of ${code(commit.slice(0, SHORT))}`;
  const against: Line = base === null ? [] : line` against ${code(base.slice(0, SHORT))}`;
  return line`${what}${of}${against}`;
}

function links(context: ReportContext): readonly Line[] {
  const { run = null, summary = null, horizon = null } = context.links ?? {};
  const named: readonly (readonly [string, string | null])[] = [
    ['run', run],
    ['summary', summary],
    ['Horizon', horizon],
  ];
  return named.flatMap(([label, href]) => (href === null ? [] : [[link(label, href)]]));
}
