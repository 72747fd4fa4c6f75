/** The last line of every report: what it is about, and where to look further. */
import type { ReportContext } from './context.ts';
import type { Block, Line } from './document.ts';
import { code, join, line, link } from './document.ts';

const SHORT = 7;
/** `sha256:` and 12 digits. */
const SHORT_FINGERPRINT = 19;

/** `what` says of what: `Plan`, `Applied`; `note` says what it means. */
export function footer(
  what: string,
  fingerprint: string | null,
  notes: readonly Line[],
  context: ReportContext,
): Block {
  const parts = [
    subject(what, context),
    ...(context.cloud === '' ? [] : [[context.cloud]]),
    ...(fingerprint === null ? [] : [line`fingerprint ${code(fingerprint.slice(0, SHORT_FINGERPRINT))}`]),
    ...notes,
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
