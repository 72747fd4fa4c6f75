/** A repository, its GitHub and a cloud that lasts from job to job: what the stories are told on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Event } from '../github/events.ts';
import { type GitHub, type GitHubInput, gitHub } from '../github/github.ts';
import { type JobResult, runJob } from '../github/job.ts';
import type { Permissions, Run } from '../github/state/store.ts';

/** As the shipped workflows declare them. */
const PERMISSIONS = {
  plan: { contents: 'read', 'pull-requests': 'write', checks: 'write' },
  apply: {
    actions: 'read',
    checks: 'read',
    contents: 'read',
    deployments: 'write',
    issues: 'write',
    'pull-requests': 'write',
  },
  answer: {
    actions: 'read',
    checks: 'write',
    contents: 'read',
    deployments: 'write',
    issues: 'write',
    'pull-requests': 'write',
  },
} as const satisfies Readonly<Record<string, Permissions>>;

export interface Told {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly permissions?: Permissions;
  /** Of another run than the newest event's own, such as one that is run again. */
  readonly event?: Event;
  readonly run?: Run;
}

export const spec = (
  max: number,
  more: { readonly name?: string; readonly flavor?: string; readonly min?: number } = {},
) => {
  const { name = 'web', flavor = 'm1.small', min = 2 } = more;
  return `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata:
  name: ${name}
spec:
  size: { min: ${min}, max: ${max} }
  server:
    image: ubuntu-20.04
    flavor: ${flavor}
    networks: [private-network]
`;
};

export class Story {
  readonly github: GitHub;
  private readonly folder = mkdtempSync(join(tmpdir(), 'thermostat-story-'));

  constructor(github: GitHub) {
    this.github = github;
  }

  static async begin(input: GitHubInput = {}): Promise<Story> {
    return new Story(await gitHub({ files: { 'scaling/web.yaml': spec(5), 'README.md': '#\n' }, ...input }));
  }

  async end(): Promise<void> {
    rmSync(this.folder, { recursive: true, force: true });
    await this.github.stop();
  }

  get cloud(): string {
    return `sandbox:${join(this.folder, 'cloud.json')}`;
  }

  /** The comment with the plan, or with what became of it. */
  get comment(): string {
    return this.github.comments.find(({ body }) => body.startsWith('<!-- thermostat:plan'))?.body ?? '';
  }

  get deployments(): readonly string[] {
    return this.github.store.deployments.map(({ statuses }) => statuses.map(({ state }) => state).join(' '));
  }

  /** As the shipped workflow does at the newest event of its kind. */
  plan(told: Told = {}): Promise<JobResult> {
    return this.job('plan', this.newest('pull_request'), told);
  }

  apply(told: Told = {}): Promise<JobResult> {
    const { inputs, ...rest } = told;
    return this.job('apply', this.newest('push'), { ...rest, inputs: { approval: 'required', ...inputs } });
  }

  answer(told: Told = {}): Promise<JobResult> {
    return this.job('answer', this.newest('issue_comment'), told);
  }

  newest(name: string): Event {
    const found = this.github.events.findLast((event) => event.name === name);
    if (found === undefined) throw new Error(`there was no ${name}`);
    return found;
  }

  startRun(command: string, event: Event): Run {
    const path = `.github/workflows/${command}.yml`;
    return this.github.store.startRun({ path, event: event.name, sha: event.sha });
  }

  private async job(command: keyof typeof PERMISSIONS, newest: Event, told: Told): Promise<JobResult> {
    const event = told.event ?? newest;
    const declared: Permissions = told.permissions ?? PERMISSIONS[command];
    const permissions = event.fork ? readOnly(declared) : declared;
    const token = this.github.jobToken(permissions);
    const run = told.run ?? this.startRun(command, event);
    const result = await runJob({
      main: join(inject('dist'), 'main.js'),
      apiUrl: this.github.url,
      event: event.name,
      payload: event.payload,
      sha: event.sha,
      inputs: { command, token, cloud: this.cloud, ...told.inputs },
      files: command === 'answer' ? {} : this.filesAt(event.sha),
      env: { GITHUB_REF: event.ref, GITHUB_RUN_ID: String(run.id) },
    });
    Object.assign(run, { status: 'completed', conclusion: result.code === 0 ? 'success' : 'failure' });
    return result;
  }

  private filesAt(sha: string): Readonly<Record<string, string>> {
    const { history } = this.github.store;
    return Object.fromEntries(
      [...history.files(sha).keys()].map((path) => [path, history.text(sha, path) ?? '']),
    );
  }
}

/** What GitHub makes of the permissions of a job for a pull request from a fork. */
function readOnly(permissions: Permissions): Permissions {
  return Object.fromEntries(Object.keys(permissions).map((scope) => [scope, 'read']));
}
