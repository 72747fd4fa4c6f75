/** What a job is told of its run: the `github` context, and the variables of the same content. */
import type { Event } from '../events.ts';
import type { Run, Store } from '../state/store.ts';

export interface JobPlace {
  readonly store: Store;
  readonly event: Event;
  readonly run: Run;
  readonly job: string;
  readonly token: string;
  readonly workspace: string;
  readonly temp: string;
  /** The file with the payload. */
  readonly eventPath: string;
}

export function githubContext({ store, event, run, job, token, workspace, eventPath }: JobPlace) {
  return {
    ...{ token, job, workspace, event: event.payload, event_name: event.name, event_path: eventPath },
    ...{ sha: event.sha, ref: event.ref, head_ref: event.headRef, base_ref: event.baseRef },
    ref_name: event.ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    ref_type: event.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: false,
    ...{ repository: store.fullName, repository_owner: store.owner },
    ...{ actor: event.actor, triggering_actor: event.actor },
    ...{ run_id: String(run.id), run_number: String(run.number), run_attempt: String(run.attempt) },
    workflow: run.name,
    workflow_ref: `${store.fullName}/${run.path}@${event.ref}`,
    workflow_sha: event.workflowsAt,
    ...{ server_url: store.web, api_url: store.api, graphql_url: `${store.api}/graphql` },
  };
}

const IN_VARIABLES = [
  ...['job', 'workspace', 'event_name', 'event_path', 'sha', 'ref', 'head_ref', 'base_ref', 'ref_name'],
  ...['ref_type', 'ref_protected', 'repository', 'repository_owner', 'actor', 'triggering_actor', 'run_id'],
  ...['run_number', 'run_attempt', 'workflow', 'workflow_ref', 'workflow_sha', 'server_url', 'api_url'],
  'graphql_url',
];

/** GITHUB_TOKEN is not among them: an action gets a token through its inputs only. */
export function runnerVariables(place: JobPlace): Record<string, string> {
  const context: Readonly<Record<string, unknown>> = githubContext(place);
  const told = IN_VARIABLES.map((name) => [`GITHUB_${name.toUpperCase()}`, String(context[name])]);
  return {
    ...Object.fromEntries(told),
    ...{ CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_RETENTION_DAYS: '90' },
    ...{
      RUNNER_OS: 'Linux',
      RUNNER_ARCH: 'X64',
      RUNNER_NAME: 'stand-in',
      RUNNER_ENVIRONMENT: 'github-hosted',
    },
    ...{ RUNNER_TEMP: place.temp, RUNNER_TOOL_CACHE: place.temp, HOME: place.temp },
    PATH: '/usr/bin:/bin',
  };
}

export function runnerContext({ temp }: JobPlace) {
  return { os: 'Linux', arch: 'X64', name: 'stand-in', temp, tool_cache: temp, environment: 'github-hosted' };
}
