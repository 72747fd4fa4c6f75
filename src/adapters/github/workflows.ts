/** Tells of scheduled workflows what stands in the repository and what GitHub knows of their runs. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkflowPulse, WorkflowState } from '../../model/heartbeat.ts';
import type { WorkflowFile, WorkflowWatch } from '../../ports/forge.ts';
import type { GitHub } from './api.ts';
import type { Repository } from './runner.ts';

export interface WorkflowWatchOptions {
  readonly github: GitHub;
  readonly repository: Repository;
  /** Where the repository is checked out. */
  readonly workspace: string;
}

const FOLDER = '.github/workflows';
const MOST_FILES = 200;
const MOST_CHARACTERS = 200_000;
/** One that was cancelled, or never started, has looked at nothing. */
const CAME_ABOUT = ['success', 'failure', 'timed_out', 'neutral', null];

export function watchWorkflows({ github, repository, workspace }: WorkflowWatchOptions): WorkflowWatch {
  return {
    files: () => files(workspace),
    pulse: (path) => pulse(github, repository, path),
  };
}

/** None where the repository was not checked out as a whole. */
async function files(workspace: string): Promise<readonly WorkflowFile[]> {
  const entries = await readdir(join(workspace, FOLDER), { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map(({ name }) => name)
    .sort()
    .slice(0, MOST_FILES);
  const read = names.map(async (name) => ({
    path: `${FOLDER}/${name}`,
    text: await textOf(workspace, name),
  }));
  return (await Promise.all(read)).filter(({ text }) => text.length <= MOST_CHARACTERS);
}

function textOf(workspace: string, name: string): Promise<string> {
  return readFile(join(workspace, FOLDER, name), 'utf8').catch(() => '');
}

async function pulse(github: GitHub, repository: Repository, path: string): Promise<WorkflowPulse> {
  const workflow_id = path.slice(FOLDER.length + 1);
  const [runs, workflow] = await Promise.all([
    github.rest.actions.listWorkflowRuns({
      ...repository,
      workflow_id,
      event: 'schedule',
      exclude_pull_requests: true,
      per_page: 20,
    }),
    github.rest.actions.getWorkflow({ ...repository, workflow_id }),
  ]);
  const last = runs.data.workflow_runs.find(({ conclusion }) => CAME_ABOUT.includes(conclusion));
  return {
    lastRun: last?.created_at ?? null,
    knownSince: workflow.data.created_at,
    state: STATES[workflow.data.state] ?? 'unknown',
    url: pageOf(workflow.data.html_url, path),
  };
}

const STATES: Readonly<Record<string, WorkflowState>> = {
  active: 'active',
  disabled_inactivity: 'inactive',
  disabled_manually: 'switched-off',
};

/** GitHub's `html_url` leads to the file; its runs are beside it. */
function pageOf(file: string, path: string): string | null {
  const [root] = file.split('/blob/');
  return root === undefined || root === file
    ? null
    : `${root}/actions/workflows/${path.slice(FOLDER.length + 1)}`;
}
