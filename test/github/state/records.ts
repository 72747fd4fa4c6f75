/** The nouns of a GitHub: accounts, issues, pull requests, check runs, deployments, tokens. */

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
  baseRef: string;
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
