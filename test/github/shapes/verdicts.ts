/** Check runs, statuses, deployments, environments and workflow runs as GitHub shows them. */
import type { CheckRun, Deployment, DeploymentStatus, Run, Status, Store } from '../state/store.ts';
import { decorated, type Shape } from './decorated.ts';
import { appShape, repositoryShape, userShape } from './people.ts';

export function checkShape(store: Store, check: CheckRun): Shape {
  const address = `${store.api}/repos/${store.fullName}/check-runs/${check.id}`;
  return decorated('check-run', address, {
    ...{ id: check.id, name: check.name, head_sha: check.headSha, external_id: check.externalId },
    ...{ status: check.status, conclusion: check.conclusion },
    html_url: `${store.web}/${store.fullName}/runs/${check.id}`,
    details_url: check.detailsUrl ?? `${store.web}/${store.fullName}/runs/${check.id}`,
    started_at: check.startedAt,
    completed_at: check.completedAt,
    output: {
      title: check.title,
      summary: check.summary,
      text: check.text,
      annotations_count: check.annotations.length,
      annotations_url: `${address}/annotations`,
    },
    check_suite: { id: suiteOf(check) },
    app: appShape(store, check.app),
    pull_requests: pullsOf(store, check.headSha),
  });
}

/** All check runs of an App on a commit are one suite. */
function suiteOf({ app, headSha }: CheckRun): number {
  return Number.parseInt(headSha.slice(0, 7), 16) * 100_000 + app.id;
}

/** Open ones, and none from forks. */
function pullsOf(store: Store, sha: string): readonly Shape[] {
  const repo = { id: 1, url: `${store.api}/repos/${store.fullName}`, name: store.name };
  return [...store.pulls.values()]
    .filter((pull) => pull.headSha === sha && pull.headRepository === store.fullName)
    .filter(({ number }) => store.issues.get(number)?.state === 'open')
    .map(({ id, number, headRef, headSha, baseRef, baseSha }) => ({
      ...{ id, number, url: `${store.api}/repos/${store.fullName}/pulls/${number}` },
      head: { ref: headRef, sha: headSha, repo },
      base: { ref: baseRef, sha: baseSha, repo },
    }));
}

export function annotationShape(store: Store, check: CheckRun): readonly Shape[] {
  return check.annotations.map((one) => ({
    ...{ path: one.path, start_line: one.start_line, end_line: one.end_line },
    start_column: one.start_column ?? null,
    end_column: one.end_column ?? null,
    annotation_level: one.annotation_level,
    title: one.title ?? null,
    message: one.message,
    raw_details: one.raw_details ?? null,
    blob_href: `${store.api}/repos/${store.fullName}/git/blobs/${check.headSha}`,
  }));
}

export function statusShape(store: Store, status: Status): Shape {
  const { id, sha, state, context, description, targetUrl, at, login } = status;
  return decorated('status', `${store.api}/repos/${store.fullName}/statuses/${sha}`, {
    ...{ id, state, context, description, target_url: targetUrl, created_at: at, updated_at: at },
    creator: userShape(store, login),
  });
}

/** The newest of each context. */
export function combinedShape(store: Store, sha: string, all: readonly Status[]): Shape {
  const newest = [...new Map(all.map((one) => [one.context, one])).values()];
  const address = `${store.api}/repos/${store.fullName}/commits/${sha}`;
  return {
    state: combinedState(newest.map(({ state }) => state)),
    sha,
    total_count: newest.length,
    statuses: newest.map((one) => {
      const { creator: _, ...simple } = statusShape(store, one);
      return simple;
    }),
    repository: repositoryShape(store, 'minimal-repository'),
    commit_url: address,
    url: `${address}/status`,
  };
}

function combinedState(states: readonly string[]): string {
  if (states.some((state) => state === 'error' || state === 'failure')) return 'failure';
  return states.length > 0 && states.every((state) => state === 'success') ? 'success' : 'pending';
}

export function deploymentShape(store: Store, deployment: Deployment): Shape {
  const { id, sha, ref, task, environment, description, payload, at } = deployment;
  return decorated('deployment', `${store.api}/repos/${store.fullName}/deployments/${id}`, {
    ...{ id, sha, ref, task, environment, original_environment: environment, description, payload },
    creator: userShape(store, deployment.login),
    created_at: at,
    updated_at: deployment.statuses.at(-1)?.at ?? at,
    transient_environment: deployment.transient,
    production_environment: deployment.production,
    repository_url: `${store.api}/repos/${store.fullName}`,
    performed_via_github_app: deployment.app === null ? null : appShape(store, deployment.app),
  });
}

export function deploymentStatusShape(store: Store, deployment: number, status: DeploymentStatus): Shape {
  const { id, state, description, environment, logUrl, environmentUrl, at, login } = status;
  const address = `${store.api}/repos/${store.fullName}/deployments/${deployment}`;
  return decorated('deployment-status', `${address}/statuses/${id}`, {
    ...{ id, state, description, environment, created_at: at, updated_at: at },
    ...{ target_url: logUrl, log_url: logUrl, environment_url: environmentUrl },
    creator: userShape(store, login),
    deployment_url: address,
    repository_url: `${store.api}/repos/${store.fullName}`,
  });
}

export function environmentShape(store: Store, name: string): Shape {
  const { id, at } = store.environments.get(name) ?? { id: 0, at: store.now() };
  const address = `${store.api}/repos/${store.fullName}/environments/${encodeURIComponent(name)}`;
  return decorated('environment', address, {
    ...{ id, name, created_at: at, updated_at: at },
    html_url: `${store.web}/${store.fullName}/deployments/activity_log?environments_filter=${name}`,
    protection_rules: [],
    deployment_branch_policy: null,
  });
}

/** @param path of the file. */
export function workflowShape(store: Store, path: string): Shape {
  const id = store.runs.find((run) => run.path === path)?.workflowId ?? 1;
  const name = path.split('/').at(-1);
  return decorated('workflow', `${store.api}/repos/${store.fullName}/actions/workflows/${id}`, {
    ...{ id, name, path, state: store.workflowStates.get(path) ?? 'active' },
    html_url: `${store.web}/${store.fullName}/blob/${store.defaultBranch}/${path}`,
    ...{ created_at: store.bornAt, updated_at: store.bornAt },
  });
}

export function runShape(store: Store, run: Run): Shape {
  const commit = store.history.get(run.sha);
  const repository = repositoryShape(store, 'minimal-repository');
  return decorated('workflow-run', `${store.api}/repos/${store.fullName}/actions/runs/${run.id}`, {
    ...{ id: run.id, name: run.name, run_number: run.number, run_attempt: run.attempt, path: run.path },
    ...{ event: run.event, status: run.status, conclusion: run.conclusion, workflow_id: run.workflowId },
    ...{ head_branch: run.branch, head_sha: run.sha, display_title: commit.message.split('\n')[0] },
    html_url: `${store.web}/${store.fullName}/actions/runs/${run.id}`,
    actor: userShape(store, run.actor),
    triggering_actor: userShape(store, run.actor),
    created_at: run.createdAt,
    updated_at: run.updatedAt,
    run_started_at: run.createdAt,
    head_commit: {
      ...{ id: run.sha, tree_id: commit.tree, message: commit.message, timestamp: commit.by.date },
      author: { name: commit.by.name, email: commit.by.email },
      committer: { name: commit.by.name, email: commit.by.email },
    },
    ...{ repository, head_repository: repository, pull_requests: [] },
  });
}
