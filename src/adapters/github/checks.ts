/** Leaves a check run on a commit: the verdict, the fingerprints that were shown, words at the lines. */
import type { Annotation, Report, ReportTone } from '../../model/report.ts';
import type { GitHub } from './api.ts';
import type { Repository } from './runner.ts';

export interface CheckRun {
  readonly headSha: string;
  readonly name: string;
  readonly report: Report;
  /** Paths from the repository's root. */
  readonly annotations: readonly Annotation[];
  readonly detailsUrl: string | null;
}

/** Tells several plans on one commit apart. */
export function checkName(key: string): string {
  return key === '' ? 'Thermostat plan' : `Thermostat plan (${key})`;
}

const CONCLUSIONS: Readonly<Record<ReportTone, 'success' | 'failure'>> = {
  clean: 'success',
  changes: 'success',
  refused: 'failure',
  failed: 'failure',
};

const LEVELS = { error: 'failure', warn: 'warning', info: 'notice' } as const;

/** GitHub takes 50 annotations a request; more than a few hundred nobody reads. */
const AT_ONCE = 50;
const MAX_ANNOTATIONS = 300;
/** Of a title, of a message, of `text`. */
const MAX_TITLE = 255;
const MAX_MESSAGE = 4000;
const MAX_TEXT = 65_000;

export async function leaveCheckRun(github: GitHub, repository: Repository, run: CheckRun): Promise<void> {
  const { report, headSha, name, detailsUrl } = run;
  const [first, ...rest] = pages(run.annotations);
  const output = {
    title: report.title.slice(0, MAX_TITLE),
    summary: report.markdown,
    text: fingerprints(report),
  };
  const { data } = await github.rest.checks.create({
    ...repository,
    name,
    head_sha: headSha,
    status: 'completed',
    conclusion: CONCLUSIONS[report.tone],
    external_id: report.facts.fingerprint ?? '',
    ...(detailsUrl === null ? {} : { details_url: detailsUrl }),
    output: { ...output, annotations: first ?? [] },
  });
  for (const annotations of rest) {
    await github.rest.checks.update({
      ...repository,
      check_run_id: data.id,
      output: { ...output, annotations },
    });
  }
}

/** What was approved, where an edit of a comment can't reach it. */
function fingerprints({ facts }: Report): string {
  const { fingerprint, groups } = facts;
  if (fingerprint === null) return 'There is no plan.';
  const all = fenced({ fingerprint, groups });
  return all.length <= MAX_TEXT ? all : fenced({ fingerprint });
}

function fenced(value: object): string {
  return `\`\`\`json\n${JSON.stringify(value, null, 2).replaceAll('`', '\\u0060')}\n\`\`\`\n`;
}

function pages(all: readonly Annotation[]) {
  const shown = all.slice(0, MAX_ANNOTATIONS).map(checkAnnotation);
  return Array.from({ length: Math.ceil(shown.length / AT_ONCE) }, (_, page) =>
    shown.slice(page * AT_ONCE, (page + 1) * AT_ONCE),
  );
}

function checkAnnotation({ file, line, severity, title, message }: Annotation) {
  return {
    path: file,
    start_line: line,
    end_line: line,
    annotation_level: LEVELS[severity],
    title: title.slice(0, MAX_TITLE),
    message: message.slice(0, MAX_MESSAGE) || title,
  };
}
