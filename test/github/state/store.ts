/** What a GitHub remembers of one repository. */
import { History } from './history.ts';
import type {
  Account,
  App,
  CheckRun,
  Comment,
  Deployment,
  Issue,
  Label,
  Pull,
  Role,
  Run,
  Status,
  Token,
} from './records.ts';
import { ACTIONS_APP, ACTIONS_BOT } from './records.ts';

export * from './records.ts';

export class Store {
  readonly history = new History();
  /** `heads/main`, `pull/7/head` → commit. */
  readonly refs = new Map<string, string>();
  readonly accounts = new Map<string, Account>();
  readonly apps = new Map<string, App>([[ACTIONS_APP.slug, ACTIONS_APP]]);
  readonly tokens = new Map<string, Token>();
  readonly issues = new Map<number, Issue>();
  readonly pulls = new Map<number, Pull>();
  readonly labels = new Map<string, Label>();
  readonly comments: Comment[] = [];
  readonly checks: CheckRun[] = [];
  readonly statuses: Status[] = [];
  readonly deployments: Deployment[] = [];
  /** By name → when it was made. */
  readonly environments = new Map<string, { readonly id: number; readonly at: string }>();
  readonly runs: Run[] = [];
  /** Path of a workflow that is not active → `disabled_inactivity`, `disabled_manually`. */
  readonly workflowStates = new Map<string, string>();
  /** Whether "Allow GitHub Actions to create and approve pull requests" is set. */
  jobsMayOpenPulls = true;
  private nextId = 1000;
  private nextNumber: number;
  private shift = 0;
  /** When the repository came to be. */
  readonly bornAt = this.now();

  readonly owner: string;
  readonly name: string;
  readonly defaultBranch: string;
  /** Where people see it. */
  readonly web = 'https://github.example';
  /** Where programs see it: what the server listens on. */
  api = 'http://127.0.0.1';

  constructor(repository: string, { defaultBranch = 'main', firstNumber = 1 } = {}) {
    const [owner = '', name = ''] = repository.split('/');
    this.owner = owner;
    this.name = name;
    this.defaultBranch = defaultBranch;
    this.nextNumber = firstNumber;
    this.account(owner, 'Organization');
    this.account(ACTIONS_BOT, 'Bot');
  }

  get fullName(): string {
    return `${this.owner}/${this.name}`;
  }

  id(): number {
    this.nextId += 1;
    return this.nextId;
  }

  /** Issues and pull requests share one sequence. */
  number(): number {
    const number = this.nextNumber;
    this.nextNumber += 1;
    return number;
  }

  /** GitHub's clock, to the second. */
  now(): string {
    return new Date(Date.now() + this.shift).toISOString().replace(/\.\d+Z$/, 'Z');
  }

  moveClock(milliseconds: number): void {
    this.shift += milliseconds;
  }

  account(login: string, type: Account['type'] = 'User', role: Role = 'none'): Account {
    const known = this.accounts.get(login.toLowerCase());
    if (known !== undefined) return known;
    const account = { id: this.id(), login, type, role };
    this.accounts.set(login.toLowerCase(), account);
    return account;
  }

  app(slug: string): App {
    const app = this.apps.get(slug) ?? { id: this.id(), slug };
    this.apps.set(slug, app);
    this.account(`${slug}[bot]`, 'Bot');
    return app;
  }

  label(name: string, { color = 'ededed', description = null as string | null } = {}): Label {
    const key = name.toLowerCase();
    const label = this.labels.get(key) ?? { id: this.id(), name, color, description };
    this.labels.set(key, label);
    return label;
  }

  /** @param path of the workflow file. */
  startRun(input: { readonly path: string; readonly event: string } & Partial<Run>): Run {
    const [id, now, branch] = [this.id(), this.now(), this.defaultBranch];
    const earlier = this.runs.filter(({ path }) => path === input.path);
    const run: Run = {
      ...{
        id,
        number: earlier.length + 1,
        workflowId: earlier[0]?.workflowId ?? this.id(),
        name: input.path,
      },
      ...{ sha: this.branch(branch), branch, actor: this.owner, attempt: 1, status: 'in_progress' },
      ...{ conclusion: null, createdAt: now, updatedAt: now },
      ...input,
    };
    this.runs.push(run);
    return run;
  }

  /** The commit that a branch, a tag, a ref or a (short) SHA names; null when there is none. */
  resolve(name: string): string | null {
    const ref = name.replace(/^refs\//, '');
    for (const full of [ref, `heads/${ref}`, `tags/${ref}`]) {
      const sha = this.refs.get(full);
      if (sha !== undefined) return sha;
    }
    if (!/^[0-9a-f]{7,40}$/.test(name)) return null;
    return [...this.history.objects.commits.keys()].find((sha) => sha.startsWith(name)) ?? null;
  }

  branch(name: string): string {
    const sha = this.refs.get(`heads/${name}`);
    if (sha === undefined) throw new Error(`the repository has no branch "${name}"`);
    return sha;
  }
}
