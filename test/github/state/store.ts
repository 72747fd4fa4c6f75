/** What a GitHub remembers of one repository. */
import { History } from './history.ts';

export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none';

export interface Account {
  readonly id: number;
  /** `mara`, `github-actions[bot]`. */
  readonly login: string;
  readonly type: 'User' | 'Bot' | 'Organization';
  role: Role;
}

export interface App {
  readonly id: number;
  /** Its bot is called `slug[bot]`. */
  readonly slug: string;
}

export interface Comment {
  readonly id: number;
  /** Of the issue or pull request. */
  readonly number: number;
  readonly login: string;
  /** null = written by a person, or with a person's token. */
  readonly app: App | null;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
  minimized: string | null;
  readonly reactions: {
    readonly id: number;
    readonly login: string;
    readonly content: string;
    readonly at: string;
  }[];
}

/** Somebody puts a label on, or takes it off. */
export interface LabelEvent {
  readonly id: number;
  readonly event: 'labeled' | 'unlabeled';
  readonly name: string;
  readonly login: string;
  readonly at: string;
}

/** Pull requests are issues, too. */
export interface Issue {
  readonly id: number;
  readonly number: number;
  readonly login: string;
  readonly app: App | null;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  reason: 'completed' | 'not_planned' | 'reopened' | 'duplicate' | null;
  labels: string[];
  assignees: string[];
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  closedBy: string | null;
  readonly labelEvents: LabelEvent[];
}

export interface Pull {
  readonly id: number;
  readonly number: number;
  /** `shop/infra`, or a fork of it; null once the fork is deleted. */
  headRepository: string | null;
  readonly headRef: string;
  headSha: string;
  readonly baseRef: string;
  /** The base branch's head when the pull request was last pushed to. */
  baseSha: string;
  draft: boolean;
  mergedAt: string | null;
  mergedBy: string | null;
  mergeCommitSha: string | null;
  /** The commits that merging brought to the base branch. */
  readonly introduced: Set<string>;
}

export interface Label {
  readonly id: number;
  name: string;
  color: string;
  description: string | null;
}

export interface CheckAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: 'notice' | 'warning' | 'failure';
  readonly message: string;
  readonly title?: string;
  readonly raw_details?: string;
}

export interface CheckRun {
  readonly id: number;
  readonly app: App;
  name: string;
  readonly headSha: string;
  status: string;
  conclusion: string | null;
  detailsUrl: string | null;
  externalId: string;
  startedAt: string;
  completedAt: string | null;
  title: string | null;
  summary: string | null;
  text: string | null;
  readonly annotations: CheckAnnotation[];
}

export interface Status {
  readonly id: number;
  readonly sha: string;
  readonly login: string;
  readonly state: 'error' | 'failure' | 'pending' | 'success';
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly at: string;
}

export interface DeploymentStatus {
  readonly id: number;
  readonly login: string;
  readonly state: string;
  readonly description: string;
  readonly environment: string;
  readonly logUrl: string;
  readonly environmentUrl: string;
  readonly at: string;
}

export interface Deployment {
  readonly id: number;
  readonly sha: string;
  readonly ref: string;
  readonly task: string;
  readonly environment: string;
  readonly description: string | null;
  readonly payload: object | string;
  readonly transient: boolean;
  readonly production: boolean;
  readonly login: string;
  readonly app: App | null;
  readonly at: string;
  readonly statuses: DeploymentStatus[];
}

export interface Run {
  readonly id: number;
  readonly number: number;
  /** `.github/workflows/plan.yml`. */
  readonly path: string;
  readonly workflowId: number;
  readonly name: string;
  readonly event: string;
  readonly sha: string;
  readonly branch: string;
  readonly actor: string;
  attempt: number;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: string | null;
  readonly createdAt: string;
  updatedAt: string;
}

export type Level = 'read' | 'write';
/** `pull-requests` → `write`, as `permissions:` of a workflow says it. */
export type Permissions = Readonly<Record<string, Level>>;

export interface Token {
  readonly login: string;
  readonly permissions: Permissions;
  /** The App it acts for; null = a person's own token. */
  readonly app: App | null;
  /** Whether it tells its owner at GraphQL, at `GET /user`, or nowhere. */
  readonly tells: 'graphql' | 'rest' | 'no';
}

/** Writes as `github-actions[bot]` for the tokens of jobs. */
export const ACTIONS_APP: App = { id: 15_368, slug: 'github-actions' };
export const ACTIONS_BOT = 'github-actions[bot]';

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
