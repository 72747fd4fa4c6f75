/** Brings the issues on the forge up to what a run has found: a sequence that never changes the run's verdict. */
import type { ChangeIssue, IssueAction } from '../core/issues/action.ts';
import { decideIssues, type IssueRound } from '../core/issues/decide.ts';
import { duplicateActions, known } from '../core/issues/duplicates.ts';
import { ISSUE_START, identityOf } from '../core/issues/memory.ts';
import { scopeOf } from '../core/issues/scope.ts';
import { errorLine, ForgeError, isForgeError } from '../ports/errors.ts';
import type { IssueKeeper } from '../ports/forge.ts';
import type { CommandOptions, ReaderParts } from './parts.ts';

export type Findings = Pick<IssueRound, 'by' | 'verdicts' | 'groups'> & {
  /** As `CloudReader.label`; empty when the cloud was never reached. */
  readonly cloud: string;
};

/** Workflows are the repository's, whatever cloud a run is about. */
const OF_REPOSITORY = { key: '', cloud: '', run: '' };

type Parts = Pick<ReaderParts, 'issues' | 'clock' | 'log'>;

/** Quiet when no issues are to be kept. What goes wrong is a warning, and the next run's business. */
export async function keepIssues(parts: Parts, options: CommandOptions, findings: Findings): Promise<void> {
  const { issues, log } = parts;
  if (issues === undefined) return;
  const all = options.only.length === 0 || findings.by === 'schedules';
  try {
    await keep(parts, issues.keeper, {
      by: findings.by,
      // a run for a few groups tells nothing about the check of all
      verdicts: findings.verdicts.filter(({ subject }) => all || subject.group !== ''),
      groups: all ? findings.groups : null,
      scope:
        findings.by === 'schedules'
          ? OF_REPOSITORY
          : scopeOf(
              { place: issues.place, specs: options.specs, key: options.report.key ?? '' },
              findings.cloud,
            ),
      max: issues.max,
      run: options.report.links?.run ?? null,
    });
  } catch (error) {
    log.warn(`keeping issues: ${saidBy(error)}; the verdict stands`);
  }
}

async function keep({ clock, log }: Parts, keeper: IssueKeeper, round: IssueRound): Promise<void> {
  const existing = await keeper.list(ISSUE_START);
  const actions = decideIssues(round, existing, clock.now());
  const made: string[] = [];
  for (const action of actions) {
    const done = await attempt(log, action, () => carryOut(keeper, action));
    if (done === 'stop') break;
    if (done === 'done' && action.do === 'create') made.push(identityOf(action.subject, round.scope));
  }
  if (made.length > 0) await tidy(keeper, log, made);
}

/** Another run may have opened the same between our reading and our writing: the younger one is closed. */
async function tidy(keeper: IssueKeeper, log: Parts['log'], made: readonly string[]): Promise<void> {
  const { duplicates } = known(await keeper.list(ISSUE_START));
  const ours = duplicates.filter(({ known: { memory } }) =>
    made.includes(identityOf(memory.subject, memory.scope)),
  );
  for (const action of duplicateActions(ours)) {
    if ((await attempt(log, action, () => carryOut(keeper, action))) === 'stop') return;
  }
}

async function carryOut(keeper: IssueKeeper, action: IssueAction): Promise<string> {
  switch (action.do) {
    case 'keep':
      return `#${action.number} left as it is (${action.why})`;
    case 'skip':
      return `not opened (${action.why})`;
    case 'create': {
      const made = await keeper.create(action.issue);
      return made === null ? 'would be opened' : `#${made.number} opened`;
    }
    case 'change':
      return changed(keeper, action);
  }
}

/** The body comes last: as long as it remembers what was, the next run makes up for one that was killed, and what was said is not said again. */
async function changed(keeper: IssueKeeper, action: ChangeIssue): Promise<string> {
  const { number, change, comment, unlabel, why } = action;
  const unsaid = comment === null ? null : await refusal(() => keeper.comment(number, comment));
  if (unlabel !== null) await keeper.unlabel(number, unlabel);
  await keeper.change(number, change);
  if (unsaid !== null) throw unsaid;
  return `#${number} ${change.state === 'closed' ? 'closed' : change.state === 'open' ? 'reopened' : 'rewritten'} (${why})`;
}

/** Where nobody may speak, as below an issue that people have locked, the issue still is what it has to be; other trouble passes. */
async function refusal(say: () => Promise<void>): Promise<ForgeError | null> {
  try {
    await say();
    return null;
  } catch (error) {
    if (error instanceof ForgeError && isForgeError(error, 'forbidden', 'invalid', 'not-found')) return error;
    throw error;
  }
}

type Attempt = 'done' | 'failed' | 'stop';

async function attempt(log: Parts['log'], action: IssueAction, act: () => Promise<string>): Promise<Attempt> {
  const { kind, group } = action.subject;
  const subject = group === '' ? kind : `${kind} of ${group}`;
  try {
    const words = await act();
    if (action.do === 'keep') log.debug(`issue about ${subject}: ${words}`);
    else log.info(`issue about ${subject}: ${words}`);
    return 'done';
  } catch (error) {
    const stop = isHopeless(error, action);
    const rest = stop ? '; the other issues are left to the next run' : '';
    log.warn(`issue about ${subject}: ${saidBy(error)}${rest}; the verdict stands`);
    return stop ? 'stop' : 'failed';
  }
}

/** Who may open none may open no other; an issue that may not be changed may be locked, which says nothing of the rest. */
function isHopeless(error: unknown, action: IssueAction): boolean {
  return isForgeError(error, 'rate-limited') || (isForgeError(error, 'forbidden') && action.do === 'create');
}

function saidBy(error: unknown): string {
  const said = errorLine(error);
  return isForgeError(error, 'forbidden')
    ? `${said} (the job needs issues: write, or the input issues: false)`
    : said;
}
