/** Runs whole workflows for events: filters, concurrency, environments, jobs in the order of their needs. */
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Event } from '../events.ts';
import type { Permissions, Run, Store } from '../state/store.ts';
import { deploy, tellState } from './deploying.ts';
import { holds, interpolate, isOn, type Scope } from './expressions.ts';
import { type JobResult, type OwnAction, runJob } from './job.ts';
import { jobPermissions } from './job-permissions.ts';
import { Lanes } from './lanes.ts';
import { Processes } from './processes.ts';
import type { Conclusion } from './step.ts';
import { whyNot } from './triggers.ts';
import { type Concurrency, type Job, readWorkflow, type Workflow } from './workflow.ts';

export interface EnvironmentSettings {
  readonly secrets?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  /** Branches that may use it; none given = all. */
  readonly branches?: readonly string[];
}

export interface RunnerSettings {
  readonly own: OwnAction;
  readonly secrets: Readonly<Record<string, string>>;
  readonly vars: Readonly<Record<string, string>>;
  readonly environments: Readonly<Record<string, EnvironmentSettings>>;
}

export interface WorkflowRun {
  /** Why it did not run; null = it did. */
  readonly skipped: string | null;
  readonly conclusion: Conclusion;
  readonly jobs: Readonly<Record<string, JobResult>>;
  /** The only job, for the many workflows that have one. */
  readonly job: JobResult;
}

interface Running {
  readonly run: Run;
  readonly workflow: Workflow;
  readonly event: Event;
  readonly processes: Processes;
}

export class Runner {
  /** Of every run that is under way. */
  private readonly underWay = new Set<Processes>();
  private readonly lanes = new Lanes();
  private readonly folders: string[] = [];
  private readonly store: Store;
  private readonly settings: RunnerSettings;
  private readonly mint: (permissions: Permissions) => string;

  /** @param mint makes the token of a job. */
  constructor(store: Store, settings: RunnerSettings, mint: (permissions: Permissions) => string) {
    this.store = store;
    this.settings = settings;
    this.mint = mint;
  }

  /** @param file below .github/workflows, as the event's commit has it. */
  async run(file: string, event: Event, again = false): Promise<WorkflowRun> {
    const path = `.github/workflows/${file}`;
    const text = this.store.history.text(event.workflowsAt, path);
    if (text === null) throw new Error(`the repository has no ${path} at ${event.workflowsAt.slice(0, 7)}`);
    return this.runText(file, text, event, again);
  }

  /** A workflow file that the repository need not have. */
  async runText(file: string, text: string, event: Event, again = false): Promise<WorkflowRun> {
    const path = `.github/workflows/${file}`;
    const workflow = await readWorkflow(file, text);
    const skipped = whyNot(workflow, event);
    if (skipped !== null) return notRun(skipped, 'skipped');
    const run = again ? this.startAgain(path) : this.startRun(path, workflow, event);
    const running = { run, workflow, event, processes: new Processes() };
    const result = await this.inTurn(workflow.concurrency, running, () => this.perform(running));
    Object.assign(run, {
      status: 'completed',
      conclusion: result?.conclusion ?? 'cancelled',
      updatedAt: this.store.now(),
    });
    return result ?? notRun('a newer run of its concurrency group took its place', 'cancelled');
  }

  private startRun(path: string, workflow: Workflow, event: Event): Run {
    return this.store.startRun({
      ...{ path, event: event.name, name: workflow.name, sha: event.sha, actor: event.actor },
      branch: event.headRef || event.ref.replace('refs/heads/', ''),
    });
  }

  private startAgain(path: string): Run {
    const run = this.store.runs.findLast((one) => one.path === path);
    if (run === undefined) throw new Error(`${path} has not run yet`);
    return Object.assign(run, { attempt: run.attempt + 1, status: 'in_progress', conclusion: null });
  }

  /** Ends every process of every job at once, as a machine that dies. */
  kill(): void {
    for (const processes of this.underWay) processes.kill();
  }

  stop(): void {
    this.kill();
    for (const folder of this.folders) rmSync(folder, { recursive: true, force: true });
  }

  /** null = its turn never came. */
  private async inTurn<Result>(
    rules: Concurrency | null,
    running: Running,
    act: () => Promise<Result>,
  ): Promise<Result | null> {
    if (rules === null) return act();
    const scope = this.scopeOf(running);
    const group = interpolate(rules.group, scope);
    const cancelInProgress = isOn(rules.cancelInProgress, scope);
    const ticket = { cancel: () => running.processes.cancel() };
    const turn = await this.lanes.enter(group, { cancelInProgress, queue: rules.queue }, ticket);
    if (!turn) return null;
    try {
      return await act();
    } finally {
      this.lanes.leave(group);
    }
  }

  private async perform(running: Running): Promise<WorkflowRun> {
    this.underWay.add(running.processes);
    const done = new Map<string, JobResult>();
    try {
      for (const job of inOrder(running.workflow.jobs))
        done.set(job.id, await this.performJob(running, job, done));
    } finally {
      this.underWay.delete(running.processes);
    }
    const results = [...done.values()];
    const [only] = results;
    if (only === undefined) throw new Error(`${running.workflow.file} has no job`);
    return { skipped: null, conclusion: worst(results), jobs: Object.fromEntries(done), job: only };
  }

  private async performJob(
    running: Running,
    job: Job,
    done: ReadonlyMap<string, JobResult>,
  ): Promise<JobResult> {
    const needs = job.needs.map((id): [string, JobResult] => [id, done.get(id) ?? EMPTY]);
    const scope = { ...this.scopeOf(running), needs: needsContext(needs) };
    const failed = needs.some(([, { conclusion }]) => conclusion === 'failure' || conclusion === 'skipped');
    const cancelled = running.processes.isCancelled;
    if (!holds(job.condition, scope, { failed, cancelled })) return EMPTY;
    const result = await this.inTurn(job.concurrency, running, () => this.inEnvironment(running, job, scope));
    return result ?? { ...EMPTY, conclusion: 'cancelled' };
  }

  /** The environment lets the job in, gives it its secrets, and keeps a deployment of it. */
  private async inEnvironment(running: Running, job: Job, scope: Scope): Promise<JobResult> {
    if (job.environment === null) return this.start(running, job, scope, {});
    const name = interpolate(job.environment.name, scope);
    const settings = this.settings.environments[name] ?? {};
    const branch = running.event.ref.replace('refs/heads/', '');
    if (settings.branches !== undefined && !settings.branches.includes(branch)) {
      const message = `Branch "${branch}" is not allowed to deploy to ${name} due to environment protection rules.`;
      return { ...EMPTY, conclusion: 'failure', annotations: [{ level: 'error', message }] };
    }
    const { event, run } = running;
    const deployment = job.environment.deployment ? deploy(this.store, event, run, name) : null;
    const result = await this.start(running, job, scope, settings);
    if (deployment !== null) {
      tellState(this.store, run, deployment, result.conclusion === 'success' ? 'success' : 'failure');
    }
    return result;
  }

  private async start(
    running: Running,
    job: Job,
    scope: Scope,
    extra: EnvironmentSettings,
  ): Promise<JobResult> {
    const { workflow, event, run, processes } = running;
    const folder = mkdtempSync(join(tmpdir(), 'thermostat-job-'));
    this.folders.push(folder);
    const permissions = jobPermissions(workflow.permissions, job.permissions, event.fork);
    const token = this.mint(permissions);
    const secrets = event.fork ? {} : { ...this.settings.secrets, ...extra.secrets };
    return runJob({
      ...{ workflow, job, permissions, secrets, own: this.settings.own },
      place: {
        ...{ store: this.store, event, run, job: job.id, token, workspace: join(folder, 'workspace') },
        ...{ temp: join(folder, 'temp'), eventPath: join(folder, 'event.json') },
      },
      vars: { ...this.settings.vars, ...extra.vars },
      needs: scope['needs'] as Scope,
      inputs: inputsOf(event),
      isCancelled: () => processes.isCancelled,
      started: (child: ChildProcess) => processes.add(child),
    });
  }

  private scopeOf({ event, run }: Running): Scope {
    const { store, settings } = this;
    return {
      github: {
        ...{
          event: event.payload,
          event_name: event.name,
          sha: event.sha,
          ref: event.ref,
          actor: event.actor,
        },
        ...{ head_ref: event.headRef, base_ref: event.baseRef, repository: store.fullName },
        ...{ repository_owner: store.owner, run_id: String(run.id), workflow: run.name },
        ref_name: event.ref.replace(/^refs\/(heads|tags|pull)\//, ''),
      },
      ...{ vars: settings.vars, needs: {}, inputs: inputsOf(event) },
    };
  }
}

const EMPTY: JobResult = {
  ...{ conclusion: 'skipped', log: '', raw: '', annotations: [], summary: '', outputs: {}, steps: [] },
  ...{ artifacts: [], permissions: {} },
};

function notRun(skipped: string, conclusion: Conclusion): WorkflowRun {
  return { skipped, conclusion, jobs: {}, job: { ...EMPTY, conclusion } };
}

/** Each after what it needs; as written otherwise. */
function inOrder(jobs: readonly Job[]): readonly Job[] {
  const ordered: Job[] = [];
  const visit = (job: Job): void => {
    if (ordered.includes(job)) return;
    for (const id of job.needs) visit(jobs.find((one) => one.id === id) ?? job);
    ordered.push(job);
  };
  for (const job of jobs) visit(job);
  return ordered;
}

function needsContext(needs: readonly [string, JobResult][]): Scope {
  return Object.fromEntries(
    needs.map(([id, { conclusion, outputs }]) => [id, { result: conclusion, outputs }]),
  );
}

function worst(results: readonly JobResult[]): Conclusion {
  const order: readonly Conclusion[] = ['failure', 'cancelled', 'success', 'skipped'];
  return order.find((one) => results.some(({ conclusion }) => conclusion === one)) ?? 'success';
}

function inputsOf({ payload }: Event): Readonly<Record<string, string>> {
  const inputs = payload['inputs'];
  return typeof inputs === 'object' && inputs !== null ? Object.fromEntries(Object.entries(inputs)) : {};
}
