/** Leaves a check run on a commit: the verdict, what merging approves, words at the lines. */
import type { Annotation, Report, ReportTone } from '../../model/report.ts';
import type { GitHub } from './api.ts';
import { REPEATABLE } from './patience.ts';
import type { Repository } from './runner.ts';

export interface CheckRun {
  readonly headSha: string;
  readonly name: string;
  readonly report: Report;
  /** What merging approves: the first text in this check run, each other one in a check run of its own. */
  readonly approves: readonly string[];
  /** Paths from the repository's root. */
  readonly annotations: readonly Annotation[];
  readonly detailsUrl: string | null;
}

/** Tells several plans on one commit apart. */
export function checkName(key: string): string {
  return key === '' ? 'Thermostat plan' : `Thermostat plan (${key})`;
}

export function partName(name: string, number: number, of: number): string {
  return `${name}, part ${number} of ${of}`;
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
/** Of a summary, in characters, which may mean bytes. */
const MAX_SUMMARY = 65_535;
/** Of a title, of a message. */
const MAX_TITLE = 255;
const MAX_MESSAGE = 4000;

/** The check run that names the others comes last: whoever sees it sees all. */
export async function leaveCheckRun(github: GitHub, repository: Repository, run: CheckRun): Promise<void> {
  const { report, headSha, name, detailsUrl } = run;
  const [text = 'There is no plan.', ...others] = run.approves;
  const common = {
    ...repository,
    head_sha: headSha,
    status: 'completed',
    conclusion: CONCLUSIONS[report.tone],
    external_id: report.facts.fingerprint ?? '',
    ...(detailsUrl === null ? {} : { details_url: detailsUrl }),
  } as const;
  for (const [index, part] of others.entries()) {
    const title = partName(name, index + 2, others.length + 1);
    const output = { title, summary: `More of what "${name}" shows.`, text: part };
    await github.rest.checks.create({ ...common, name: title, output, ...REPEATABLE });
  }
  const [first, ...rest] = pages(run.annotations);
  const output = { title: report.title.slice(0, MAX_TITLE), summary: summaryOf(report), text };
  const { data } = await github.rest.checks.create({
    ...common,
    name,
    output: { ...output, annotations: first ?? [] },
    ...REPEATABLE,
  });
  for (const annotations of rest) {
    await github.rest.checks.update({
      ...repository,
      check_run_id: data.id,
      output: { ...output, annotations },
    });
  }
}

/** The comment and the job's summary have their own limits: whoever does not fit here is there. */
function summaryOf({ markdown }: Report): string {
  return Buffer.byteLength(markdown) <= MAX_SUMMARY
    ? markdown
    : 'The report is too long for this place: it stands in the comment and in the summary of the job.';
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
