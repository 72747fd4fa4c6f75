/** A repository, its GitHub and a cloud that lasts from job to job: what the stories are told on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Event } from '../github/events.ts';
import { type GitHub, type GitHubInput, gitHub } from '../github/github.ts';
import type { ActionResult } from '../github/one-action.ts';
import type { Permissions } from '../github/state/store.ts';

/** As the shipped workflows declare them. */
const PERMISSIONS = {
  plan: { actions: 'read', contents: 'read', 'pull-requests': 'write', checks: 'write' },
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
  /** By default the newest of its kind. */
  readonly event?: Event;
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
    const files = { 'scaling/web.yaml': spec(5) };
    return new Story(await gitHub({ dist: inject('dist'), files, ...input }));
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
  plan(told: Told = {}): Promise<ActionResult> {
    return this.job('plan', this.newest('pull_request'), told);
  }

  apply(told: Told = {}): Promise<ActionResult> {
    const { inputs, ...rest } = told;
    return this.job('apply', this.newest('push'), { ...rest, inputs: { approval: 'required', ...inputs } });
  }

  answer(told: Told = {}): Promise<ActionResult> {
    return this.job('answer', this.newest('issue_comment'), told);
  }

  newest(name: string): Event {
    return this.github.lastOf(name);
  }

  private job(command: keyof typeof PERMISSIONS, newest: Event, told: Told): Promise<ActionResult> {
    const { event = newest, permissions = PERMISSIONS[command], inputs = {} } = told;
    return this.github.act({ command, cloud: this.cloud, ...inputs }, { event, permissions });
  }
}
