/** A GitHub to tell stories with: people push, open, merge and comment, and workflows answer. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Deeds } from './deeds.ts';
import type { Event } from './events.ts';
import type { Fault } from './faults.ts';
import { type ActionOptions, type ActionResult, actionResult, actionWorkflow } from './one-action.ts';
import type { OwnAction } from './runner/job.ts';
import { type EnvironmentSettings, Runner, type RunnerSettings, type WorkflowRun } from './runner/runner.ts';
import { type GitHubServer, serveGitHub } from './server.ts';
import type { Comment, Issue, Permissions, Role, Token } from './state/store.ts';
import { ACTIONS_APP, ACTIONS_BOT, Store } from './state/store.ts';
import type { Violation, ViolationKind } from './violations.ts';

export interface GitHubInput {
  /** `owner/name`. */
  readonly repository?: string;
  readonly people?: Readonly<Record<string, Role>>;
  /** The first commit on main. */
  readonly files?: Readonly<Record<string, string>>;
  /** Workflow files by name; they lie on main, as everything in .github/workflows. */
  readonly workflows?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  readonly environments?: Readonly<Record<string, EnvironmentSettings>>;
  /** The folder of the built bundles; none = there is no action to start. */
  readonly dist?: string;
  /** Another action in place of this project's. */
  readonly action?: OwnAction;
  /** What the first issue or pull request is numbered. */
  readonly firstNumber?: number;
}

const ACTION_FILE = fileURLToPath(new URL('../../action.yml', import.meta.url));
const SHIPPED = new URL('../../docs/workflows/', import.meta.url);

/** The workflow files that users copy, untouched. */
export function shippedWorkflows(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(SHIPPED).map((name) => [name, readFileSync(new URL(name, SHIPPED), 'utf8')]),
  );
}

const PEOPLE: Readonly<Record<string, Role>> = { mara: 'write', olga: 'admin', mallory: 'none' };

export async function gitHub(input: GitHubInput = {}): Promise<GitHub> {
  const store = new Store(input.repository ?? 'shop/infra', { firstNumber: input.firstNumber ?? 1 });
  for (const [login, role] of Object.entries({ ...PEOPLE, ...input.people }))
    store.account(login, 'User', role);
  const { history } = store;
  const workflows = Object.entries(input.workflows ?? {}).map(([name, text]) => [
    `.github/workflows/${name}`,
    text,
  ]);
  const edits = { 'README.md': '# infra\n', ...input.files, ...Object.fromEntries(workflows) };
  const files = history.edited(new Map(), edits);
  const first = history.commit({ parents: [], files, message: 'Begin', author: 'olga' });
  store.refs.set(`heads/${store.defaultBranch}`, first.sha);
  const { dist = '', secrets = {}, vars = {}, environments = {} } = input;
  const settings = { own: input.action ?? { file: ACTION_FILE, dist }, secrets, vars, environments };
  return new GitHub(store, await serveGitHub(store), settings);
}

export class GitHub extends Deeds {
  readonly server: GitHubServer;
  private readonly runner: Runner;
  private tokenCount = 0;

  constructor(store: Store, server: GitHubServer, settings: RunnerSettings) {
    super(store, server.violations);
    this.server = server;
    this.runner = new Runner(store, settings, (permissions) => this.jobToken(permissions));
  }

  get url(): string {
    return this.server.url;
  }

  get comments(): readonly Comment[] {
    return this.store.comments;
  }

  get checks() {
    return this.store.checks;
  }

  get issues(): readonly Issue[] {
    return [...this.store.issues.values()].filter(({ number }) => !this.store.pulls.has(number));
  }

  /** `POST /repos/…`, in order. */
  get requests(): readonly string[] {
    return this.server.seen.map(({ method, path }) => `${method} ${path}`);
  }

  /** The requests that change something. */
  get writes(): readonly string[] {
    return this.requests.filter((one) => !one.startsWith('GET ') && !one.endsWith('/graphql'));
  }

  forgetRequests(): void {
    this.server.seen.length = 0;
  }

  /** Ends the server; throws if anything was done that GitHub would not have taken. */
  async stop(): Promise<void> {
    this.runner.stop();
    await this.server.stop();
    const told = this.violations.map(({ kind, request, message }) => `${kind}: ${request}: ${message}`);
    if (told.length > 0)
      throw new Error(`GitHub would not have taken this:\n${[...new Set(told)].join('\n')}`);
  }

  /** For tests that provoke it: takes what was done of this kind from what fails the test, and returns it. */
  forgive(kind: ViolationKind): readonly Violation[] {
    const { violations } = this.server;
    const forgiven = violations.filter((one) => one.kind === kind);
    violations.splice(0, violations.length, ...violations.filter((one) => one.kind !== kind));
    return forgiven;
  }

  /** The next `times` requests after `after` of them go wrong. */
  fail(method: string, path: RegExp, fault: Fault, { times = 1, after = 0 } = {}): void {
    this.server.script.fail({ method, path, fault, times, after });
  }

  /** Does something while the nth such request is on its way. */
  when(method: string, path: RegExp, nth: number, act: () => unknown): void {
    this.server.script.when({ method, path, nth, act });
  }

  /** Runs a workflow for the newest event, or for another; tells if the event does not set it off. */
  run(file: string, event = this.lastEvent): Promise<WorkflowRun> {
    return this.runner.run(file, event);
  }

  /** "Re-run jobs": the same event and the same run, another attempt. */
  rerun(file: string, event = this.lastEvent): Promise<WorkflowRun> {
    return this.runner.run(file, event, true);
  }

  /** Runs the action alone, from a workflow with one step beside the checkout. */
  async act(inputs: Readonly<Record<string, string>>, more: ActionOptions = {}): Promise<ActionResult> {
    const { event = this.lastEvent, again = false, ...options } = more;
    const text = actionWorkflow(inputs, event, options);
    return actionResult(await this.runner.runText('action.yml', text, event, again));
  }

  get lastEvent(): Event {
    const event = this.events.at(-1);
    if (event === undefined)
      throw new Error('nothing has happened yet: open, push, merge, comment, tick or dispatch');
    return event;
  }

  /** The newest event of this name, such as `pull_request` beside the `push` of a merge. */
  lastOf(name: string): Event {
    const event = this.events.findLast((one) => one.name === name);
    if (event === undefined) throw new Error(`there was no ${name} yet`);
    return event;
  }

  /** Ends the jobs that are under way as a machine that dies. */
  kill(): void {
    this.runner.kill();
  }

  /** The machine dies while the nth such request is on its way. */
  killAt(method: string, path: RegExp, nth = 1): void {
    this.when(method, path, nth, () => this.kill());
  }

  /** A token of a job: `github-actions[bot]` with what `permissions:` names. */
  jobToken(permissions: Permissions): string {
    return this.token({ login: ACTIONS_BOT, permissions, app: ACTIONS_APP, tells: 'graphql' }, 'ghs');
  }

  /** A token of another App, which acts as `slug[bot]`. */
  appToken(slug: string, permissions: Permissions): string {
    const app = this.store.app(slug);
    return this.token({ login: `${slug}[bot]`, permissions, app, tells: 'graphql' }, 'ghs');
  }

  personalToken(login: string, permissions: Permissions): string {
    this.store.account(login);
    return this.token({ login, permissions, app: null, tells: 'rest' }, 'ghp');
  }

  token(token: Token, prefix: string): string {
    this.tokenCount += 1;
    const text = `${prefix}_${String(this.tokenCount).padStart(4, '0')}tokenThatNobodyMaySee${this.store.id()}`;
    this.store.tokens.set(text, token);
    return text;
  }
}
