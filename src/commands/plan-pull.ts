/** The command `plan` on a pull request: only where it changes something of ours; else an earlier plan is closed off. */
import { recordTexts } from '../core/approval/record-text.ts';
import type { Closing } from '../core/report/closed-report.ts';
import { noteReport } from '../core/report/note-report.ts';
import { CLOUD_FILES, cloudFilesAmong } from '../core/settings/cloud-files.ts';
import { rulesAmong } from '../core/settings/rules.ts';
import type { Problem } from '../model/problem.ts';
import { ForgeError } from '../ports/errors.ts';
import type { PullRequest } from '../ports/forge.ts';
import type { Log } from '../ports/log.ts';
import { besideSchedules } from './beside-schedules.ts';
import { stopOnProblems } from './choose.ts';
import { closeOff } from './close-off.ts';
import type { CommandOptions, CommandResult, ReaderParts } from './parts.ts';
import { plan, unlessUnkept } from './plan.ts';
import { ruleFiles } from './read-rules.ts';
import { readSpecs } from './read-specs.ts';

const planBesideSchedules = besideSchedules(plan);

export interface PullParts extends ReaderParts {
  readonly pull: PullRequest;
}

export interface PullOptions extends CommandOptions {
  readonly state: 'open' | 'closed' | 'merged';
  /** From the repository's root to where the specs' paths begin. */
  readonly folder: string;
  /** Whether a clouds.yaml in that folder could say which cloud is asked. */
  readonly cloudFromFolder: boolean;
}

export async function planPull(parts: PullParts, options: PullOptions): Promise<CommandResult> {
  switch (options.state) {
    case 'closed':
      return closed(parts, options, 'unmerged');
    case 'merged':
      return merged(parts, options);
    case 'open': {
      const touched = await touches(parts, options);
      if (!touched.specs && touched.rules.length === 0) return closed(parts, options, 'no-specs');
      if (options.cloudFromFolder && touched.cloudFiles.length > 0) {
        const problems = touched.cloudFiles.map(redirects);
        return stopOnProblems(parts, options, { problems, specs: 0, kind: 'plan' });
      }
      return planBesideSchedules(parts, { ...options, report: { ...options.report, rules: touched.rules } });
    }
  }
}

/** Credentials from elsewhere are laid together with such a file: it could send them to any address. */
function redirects(file: string): Problem {
  const message = `a pull request does not say to which cloud credentials are sent, and this one changes "${file}": merge that by itself first, or give the action its input clouds-yaml`;
  return { file, line: 1, column: 1, message };
}

/** Apply tells on the pull request what it did, maybe before this run is there: nothing is written over that. */
async function merged(parts: PullParts, options: PullOptions): Promise<CommandResult> {
  const report = noteReport(
    {
      kind: 'plan',
      verdict: 'Merged: nothing to plan any more',
      message: 'Apply says on the pull request what it did',
      clean: true,
    },
    { commit: options.commit, ...options.report },
  );
  await parts.publisher.publish(report, { onPull: false });
  return { exitCode: 0, report, problems: [] };
}

const WORDS: Readonly<Record<'unmerged' | 'no-specs', readonly [string, string]>> = {
  unmerged: ['Closed without merging: nothing to plan', 'The cloud stays as it is'],
  'no-specs': [
    'Nothing to plan: no spec is changed here',
    'No file that a spec is made of, nor a rule, differs from the base branch',
  ],
};

/** A pull request that never was about specs hears nothing of us. */
async function closed(
  parts: PullParts,
  options: PullOptions,
  kind: Extract<Closing['kind'], 'unmerged' | 'no-specs'>,
): Promise<CommandResult> {
  const context = { commit: options.commit, ...options.report };
  const [verdict, message] = WORDS[kind];
  const report = noteReport({ kind: 'plan', verdict, message, clean: true }, context);
  const wasPlanned = await closeOff(parts, { kind }, context);
  // What an earlier commit of it showed is not what merging approves any more.
  const approves = recordTexts({ version: 1, fingerprint: NOTHING, groups: [] });
  await parts.publisher.publish(report, wasPlanned ? { approves, comment: false } : { onPull: false });
  return unlessUnkept(parts, { exitCode: 0, report, problems: [] });
}

/** The fingerprint of a plan without groups has no other use: any would do. */
const NOTHING = `sha256:${'0'.repeat(64)}`;

interface Touched {
  readonly specs: boolean;
  /** Paths of rules that it changes. */
  readonly rules: readonly string[];
  /** Paths of files that say which cloud is asked, and that it changes. */
  readonly cloudFiles: readonly string[];
}

/** Whatever can't be told counts as touched: a plan too many does no harm. */
async function touches(
  { pull, tree, base = tree, log }: PullParts,
  { specs, folder }: PullOptions,
): Promise<Touched> {
  const changed = await changedFiles(pull, log);
  if (changed === null) {
    const there = (await tree.read(CLOUD_FILES)).filter(({ state }) => state !== 'absent');
    return { specs: true, rules: [], cloudFiles: there.map(({ path }) => path) };
  }
  const inFolder = changed.flatMap((path) => below(folder, path));
  const read = await readSpecs(tree, specs);
  const ours = new Set([...read.files, ...(await base.list(specs))]);
  const rules = [...(await ruleFiles(tree)), ...(await ruleFiles(base))];
  return {
    specs: inFolder.some((path) => ours.has(path)),
    rules: rulesAmong(inFolder, rules),
    cloudFiles: cloudFilesAmong(inFolder),
  };
}

async function changedFiles(pull: PullRequest, log: Log): Promise<readonly string[] | null> {
  try {
    return await pull.changedFiles();
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    log.warn(`asking what the pull request changes: ${error.message}; it is planned as if it were all`);
    return null;
  }
}

function below(folder: string, path: string): readonly string[] {
  if (folder === '' || folder === '.') return [path];
  return path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : [];
}
