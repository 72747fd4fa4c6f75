/** Runs the steps of one job, one after another. */
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Permissions } from '../state/store.ts';
import { readActionFile } from './action-file.ts';
import { checkout } from './checkout.ts';
import { makeCommandFiles, readPairs, readSummary } from './command-files.ts';
import { holds, interpolate, interpolated, isOn, type Scope } from './expressions.ts';
import { type Annotation, StepLog } from './log-commands.ts';
import { Masks } from './masks.ts';
import { runNodeAction } from './node-action.ts';
import type { Artifact, Conclusion, StepResult } from './step.ts';
import { githubContext, type JobPlace, runnerContext, runnerVariables } from './surroundings.ts';
import { uploadArtifact } from './upload-artifact.ts';
import type { Job, Step, Workflow } from './workflow.ts';

export interface JobResult {
  readonly conclusion: Conclusion;
  /** What people see, secrets masked. */
  readonly log: string;
  /** What the processes wrote, commands and secrets included. */
  readonly raw: string;
  readonly annotations: readonly Annotation[];
  /** Of the steps, each masked and 1 MiB at most. */
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly steps: readonly StepResult[];
  readonly artifacts: readonly Artifact[];
  /** Of its token. */
  readonly permissions: Permissions;
}

/** Where the action of this project lies. */
export interface OwnAction {
  /** action.yml. */
  readonly file: string;
  /** `dist/`, built. */
  readonly dist: string;
}

export interface JobWork {
  readonly workflow: Workflow;
  readonly job: Job;
  readonly place: JobPlace;
  readonly permissions: Permissions;
  readonly secrets: Readonly<Record<string, string>>;
  readonly vars: Readonly<Record<string, string>>;
  readonly needs: Scope;
  readonly inputs: Readonly<Record<string, string>>;
  readonly own: OwnAction;
  readonly isCancelled: () => boolean;
  readonly started: (child: ChildProcess) => void;
}

export async function runJob(work: JobWork): Promise<JobResult> {
  const state = begin(work);
  for (const [at, step] of work.job.steps.entries()) state.steps.push(await runStep(state, step, at));
  const outputs = interpolated(work.job.outputs, scopeOf(state, {}));
  const conclusion = work.isCancelled() ? 'cancelled' : state.failed ? 'failure' : 'success';
  const { logs, steps, artifacts } = state;
  return {
    conclusion,
    log: logs.flatMap(({ lines }) => lines).join('\n'),
    raw: logs.flatMap(({ raw }) => raw).join('\n'),
    annotations: logs.flatMap(({ annotations }) => annotations),
    summary: steps.map(({ summary }) => summary).join(''),
    ...{ outputs, steps, artifacts, permissions: work.permissions },
  };
}

interface JobState {
  readonly work: JobWork;
  readonly masks: Masks;
  readonly logs: StepLog[];
  readonly steps: StepResult[];
  readonly artifacts: Artifact[];
  /** What steps added through GITHUB_ENV. */
  readonly added: Record<string, string>;
  readonly byId: Record<string, object>;
  failed: boolean;
}

function begin(work: JobWork): JobState {
  const masks = new Masks();
  for (const secret of [work.place.token, ...Object.values(work.secrets)]) masks.add(secret);
  const { workspace, temp, eventPath, event } = work.place;
  for (const folder of [workspace, temp]) mkdirSync(folder, { recursive: true });
  writeFileSync(eventPath, JSON.stringify(event.payload));
  return { work, masks, logs: [], steps: [], artifacts: [], added: {}, byId: {}, failed: false };
}

async function runStep(state: JobState, step: Step, at: number): Promise<StepResult> {
  const { work, logs } = state;
  const log = new StepLog(state.masks);
  logs.push(log);
  const environment = environmentOf(state, step);
  const scope = scopeOf(state, environment);
  const status = { failed: state.failed, cancelled: work.isCancelled() };
  const done = holds(step.condition, scope, status)
    ? await attempt(state, { step, scope, environment, log, at })
    : SKIPPED;
  const goesOn = done.outcome === 'failure' && isOn(step.continueOnError, scope);
  const conclusion = goesOn ? 'success' : done.outcome;
  if (conclusion === 'failure') state.failed = true;
  const result: StepResult = { name: step.id || step.name, uses: step.uses, ...done, conclusion };
  if (step.id !== '') state.byId[step.id] = { outputs: done.outputs, outcome: done.outcome, conclusion };
  return result;
}

type Done = Pick<StepResult, 'outcome' | 'outputs' | 'summary' | 'code'>;

const SKIPPED: Done = { outcome: 'skipped', outputs: {}, summary: '', code: null };

interface StepTurn {
  readonly step: Step;
  readonly scope: Scope;
  readonly environment: Readonly<Record<string, string>>;
  readonly log: StepLog;
  readonly at: number;
}

async function attempt(state: JobState, turn: StepTurn): Promise<Done> {
  const { step, scope, log } = turn;
  const { work, artifacts } = state;
  const inputs = interpolated(step.with, scope);
  const [action = ''] = step.uses.split('@');
  const { store, event, workspace } = work.place;
  const given = { store, event, workspace, inputs, log, artifacts, permissions: work.permissions };
  switch (action) {
    case 'actions/checkout':
      return plain(log, () => checkout(given));
    case 'actions/upload-artifact':
      return plain(log, () => uploadArtifact(given));
    case 'OWNER/thermostat':
      return ownAction(state, turn, inputs);
    default:
      throw new Error(`${work.workflow.file}: this runner does not know "uses: ${step.uses}"`);
  }
}

function plain(log: StepLog, act: () => void): Done {
  try {
    act();
    return { ...SKIPPED, outcome: 'success' };
  } catch (error) {
    log.annotate({ level: 'error', message: error instanceof Error ? error.message : String(error) });
    return { ...SKIPPED, outcome: 'failure' };
  }
}

async function ownAction(
  state: JobState,
  turn: StepTurn,
  given: Readonly<Record<string, string>>,
): Promise<Done> {
  const { work } = state;
  const { log, environment, scope } = turn;
  const file = readActionFile(work.own.file);
  const files = makeCommandFiles(join(work.place.temp, '..', `step-${turn.at}`));
  const defaults = [...file.inputs].flatMap(([name, text]) =>
    text === null ? [] : [[name, interpolate(text, scope)]],
  );
  const code = await runNodeAction({
    ...{ file, given, log, workspace: work.place.workspace, started: work.started },
    main: join(work.own.dist, file.main.replace(/^dist\//, '')),
    defaults: Object.fromEntries(defaults),
    environment: { ...environment, ...files },
  });
  Object.assign(state.added, readPairs(files.GITHUB_ENV));
  const summary = readSummary(files.GITHUB_STEP_SUMMARY);
  if (summary.tooLong) {
    log.annotate({
      level: 'error',
      message: '$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k',
    });
  }
  const cancelled = work.isCancelled() && code !== 0;
  return {
    outcome: code === 0 ? 'success' : cancelled ? 'cancelled' : 'failure',
    outputs: readPairs(files.GITHUB_OUTPUT),
    summary: state.masks.apply(summary.text),
    code,
  };
}

function environmentOf(state: JobState, step: Step): Record<string, string> {
  const { work, added } = state;
  const variables = runnerVariables(work.place);
  const inherited = { ...interpolated(work.workflow.env, scopeOf(state, {})) };
  const ofJob = { ...inherited, ...interpolated(work.job.env, scopeOf(state, inherited)), ...added };
  // What the runner says of itself can not be said otherwise.
  return { ...ofJob, ...interpolated(step.env, scopeOf(state, ofJob)), ...variables };
}

function scopeOf({ work, byId, failed }: JobState, env: Readonly<Record<string, string>>): Scope {
  const { place, secrets, vars, needs, inputs } = work;
  return {
    ...{ env, vars, needs, inputs, github: githubContext(place), runner: runnerContext(place), steps: byId },
    secrets: { ...secrets, GITHUB_TOKEN: place.token },
    job: { status: work.isCancelled() ? 'cancelled' : failed ? 'failure' : 'success' },
  };
}
