/** Check runs, statuses, deployments, environments and workflow runs. */
import {
  annotationShape,
  checkShape,
  combinedShape,
  deploymentShape,
  deploymentStatusShape,
  environmentShape,
  runShape,
  statusShape,
  workflowShape,
} from '../shapes/verdicts.ts';
import type { CheckAnnotation, CheckRun, Deployment, DeploymentStatus, Run, Status } from '../state/store.ts';
import {
  type Answer,
  type Call,
  created,
  invalid,
  NOT_FOUND,
  numberIn,
  ok,
  type Routes,
  refused,
  textOf,
} from './call.ts';

export const VERDICTS: Routes = {
  'checks/create': createCheck,
  'checks/update': (call) => withCheck(call, (check) => updateCheck(call, check)),
  'checks/get': (call) => withCheck(call, (check) => ok(checkShape(call.store, check))),
  'checks/list-annotations': (call) =>
    withCheck(call, (check) => ({ list: annotationShape(call.store, check) })),
  'checks/list-for-ref': listChecks,
  'repos/create-commit-status': createStatus,
  'repos/list-commit-statuses-for-ref': (call) =>
    withCommit(call, 'ref', (sha) => ({
      list: statusesOf(call, sha)
        .reverse()
        .map((one) => statusShape(call.store, one)),
    })),
  'repos/get-combined-status-for-ref': (call) =>
    withCommit(call, 'ref', (sha) => ok(combinedShape(call.store, sha, statusesOf(call, sha)))),
  'repos/create-deployment': createDeployment,
  'repos/list-deployments': listDeployments,
  'repos/get-deployment': (call) => withDeployment(call, (one) => ok(deploymentShape(call.store, one))),
  'repos/create-deployment-status': (call) =>
    withDeployment(call, (one) => createDeploymentStatus(call, one)),
  'repos/list-deployment-statuses': (call) =>
    withDeployment(call, ({ id, statuses }) => ({
      list: [...statuses].reverse().map((one) => deploymentStatusShape(call.store, id, one)),
    })),
  'repos/get-all-environments': ({ store }) => ({
    list: [...store.environments.keys()].map((name) => environmentShape(store, name)),
    within: 'environments',
  }),
  'repos/get-environment': ({ store, path }) => {
    const name = path['environment_name'] ?? '';
    return store.environments.has(name) ? ok(environmentShape(store, name)) : NOT_FOUND;
  },
  'actions/list-workflow-runs': (call) => listRuns(call, (run) => isOf(run, call.path['workflow_id'] ?? '')),
  'actions/list-workflow-runs-for-repo': (call) => listRuns(call, () => true),
  'actions/get-workflow': ({ store, path }) => {
    const file = `.github/workflows/${path['workflow_id'] ?? ''}`;
    const there = store.history.files(store.branch(store.defaultBranch)).has(file);
    const ran = store.runs.some((run) => run.path === file);
    return there || ran ? ok(workflowShape(store, file)) : NOT_FOUND;
  },
  'actions/get-workflow-run': ({ store, path }) => {
    const run = store.runs.find(({ id }) => id === numberIn(path, 'run_id'));
    return run === undefined ? NOT_FOUND : ok(runShape(store, run));
  },
};

function withCheck(call: Call, act: (check: CheckRun) => Answer): Answer {
  const check = call.store.checks.find(({ id }) => id === numberIn(call.path, 'check_run_id'));
  return check === undefined ? NOT_FOUND : act(check);
}

function withCommit(call: Call, name: string, act: (sha: string) => Answer): Answer {
  const sha = call.store.resolve(call.path[name] ?? '');
  return sha === null ? refused(422, `No commit found for SHA: ${call.path[name]}`) : act(sha);
}

function withDeployment(call: Call, act: (deployment: Deployment) => Answer): Answer {
  const found = call.store.deployments.find(({ id }) => id === numberIn(call.path, 'deployment_id'));
  return found === undefined ? NOT_FOUND : act(found);
}

function createCheck(call: Call): Answer {
  const { store, token, body } = call;
  if (token.app === null) return refused(403, 'You must authenticate via a GitHub App.');
  const sha = store.resolve(String(body['head_sha']));
  if (sha === null) return refused(422, `No commit found for SHA: ${body['head_sha']}`);
  const check: CheckRun = {
    ...{ id: store.id(), app: token.app, name: String(body['name']), headSha: sha },
    ...{ status: 'queued', conclusion: null, detailsUrl: null, externalId: '' },
    ...{ startedAt: store.now(), completedAt: null, title: null, summary: null, text: null, annotations: [] },
  };
  const wrong = writeCheck(call, check);
  if (wrong !== null) return wrong;
  store.checks.push(check);
  return created(checkShape(store, check));
}

function updateCheck(call: Call, check: CheckRun): Answer {
  const { store, token } = call;
  if (token.app === null) return refused(403, 'You must authenticate via a GitHub App.');
  if (token.app.id !== check.app.id) {
    return refused(
      403,
      `Invalid app_id \`${token.app.id}\` - check run can only be modified by the GitHub App that created it.`,
    );
  }
  const wrong = writeCheck(call, check);
  return wrong ?? ok(checkShape(store, check));
}

/** The answer to what can't be written; null = written. */
function writeCheck({ store, body }: Call, check: CheckRun): Answer | null {
  const conclusion = textOf(body, 'conclusion');
  const status = conclusion === undefined ? textOf(body, 'status') : 'completed';
  if (status === 'completed' && conclusion === undefined && check.conclusion === null) {
    return invalid({ resource: 'CheckRun', field: 'conclusion', code: 'missing_field' }, true);
  }
  const output = body['output'] as CheckOutput | undefined;
  const long = output === undefined ? null : longOutput(output);
  if (long !== null) return long;
  check.name = textOf(body, 'name') ?? check.name;
  check.status = status ?? check.status;
  check.conclusion = conclusion ?? (check.status === 'completed' ? check.conclusion : null);
  if (check.status === 'completed') check.completedAt = textOf(body, 'completed_at') ?? store.now();
  check.startedAt = textOf(body, 'started_at') ?? check.startedAt;
  check.detailsUrl = textOf(body, 'details_url') ?? check.detailsUrl;
  check.externalId = textOf(body, 'external_id') ?? check.externalId;
  if (output !== undefined) writeOutput(check, output);
  return null;
}

interface CheckOutput {
  readonly title?: string;
  readonly summary: string;
  readonly text?: string;
  readonly annotations?: readonly CheckAnnotation[];
}

/** Texts are replaced, annotations are added to those there are. */
function writeOutput(check: CheckRun, { title, summary, text, annotations }: CheckOutput): void {
  check.title = title ?? check.title;
  check.summary = summary;
  check.text = text ?? check.text;
  check.annotations.push(...(annotations ?? []));
}

/** 65,535, which the description says of the texts in words only. */
const MAX_CHECK_TEXT = 65_535;
const MAX_ANNOTATION_BYTES = 65_536;

function longOutput({ title, summary, text, annotations }: CheckOutput): Answer | null {
  for (const [field, value] of Object.entries({ summary, text: text ?? '' })) {
    if (Buffer.byteLength(value) > MAX_CHECK_TEXT) return longField(field, MAX_CHECK_TEXT);
  }
  if ((title ?? '').length > 255) return longField('title', 255);
  for (const { title: name, message } of annotations ?? []) {
    if ((name ?? '').length > 255) return longField('annotations.title', 255);
    if (Buffer.byteLength(message) > MAX_ANNOTATION_BYTES)
      return longField('annotations.message', MAX_ANNOTATION_BYTES);
    if (message === '')
      return invalid({ resource: 'CheckRun', field: 'annotations.message', code: 'missing_field' }, true);
  }
  return null;
}

function longField(field: string, limit: number): Answer {
  const message = `Only ${limit} characters are allowed`;
  return invalid({ resource: 'CheckRun', field, code: 'custom', message }, true);
}

/** `latest` (the usual filter): the newest of each name of each App. */
function listChecks(call: Call): Answer {
  const { store, query } = call;
  return withCommit(call, 'ref', (sha) => {
    const [name, status, app] = [query.get('check_name'), query.get('status'), query.get('app_id')];
    const found = store.checks
      .filter((one) => one.headSha === sha)
      .filter((one) => name === null || one.name === name)
      .filter((one) => status === null || one.status === status)
      .filter((one) => app === null || one.app.id === Number(app));
    const shown = query.get('filter') === 'all' ? found : newestOfEach(found);
    return { list: [...shown].reverse().map((one) => checkShape(store, one)), within: 'check_runs' };
  });
}

function newestOfEach(checks: readonly CheckRun[]): readonly CheckRun[] {
  return [...new Map(checks.map((one) => [`${one.app.id} ${one.name}`, one])).values()];
}

function createStatus(call: Call): Answer {
  const { store, token, body } = call;
  return withCommit(call, 'sha', (sha) => {
    const description = textOf(body, 'description') ?? null;
    if ((description ?? '').length > 140) {
      const message = 'description is too long (maximum is 140 characters)';
      return invalid({ resource: 'Status', field: 'description', code: 'custom', message }, true);
    }
    const status: Status = {
      ...{ id: store.id(), sha, login: token.login, state: body['state'] as Status['state'] },
      context: textOf(body, 'context') ?? 'default',
      description,
      targetUrl: textOf(body, 'target_url') ?? null,
      at: store.now(),
    };
    store.statuses.push(status);
    return created(statusShape(store, status));
  });
}

function statusesOf({ store }: Call, sha: string): Status[] {
  return store.statuses.filter((one) => one.sha === sha);
}

/** `required_contexts` left out asks for green checks on the commit; a workflow's own run is never green yet. */
function createDeployment({ store, token, body }: Call): Answer {
  const ref = String(body['ref']);
  const sha = store.resolve(ref);
  if (sha === null) return refused(422, `No ref found for: ${ref}`);
  const contexts = body['required_contexts'];
  if (!Array.isArray(contexts) && !isGreen(store.checks.filter(({ headSha }) => headSha === sha))) {
    return refused(409, `Conflict: Commit status checks failed for ${ref}.`);
  }
  const environment = textOf(body, 'environment') ?? 'production';
  if (!store.environments.has(environment))
    store.environments.set(environment, { id: store.id(), at: store.now() });
  const payload = body['payload'];
  const deployment: Deployment = {
    ...{ id: store.id(), sha, ref, task: textOf(body, 'task') ?? 'deploy', environment },
    description: textOf(body, 'description') ?? null,
    payload: typeof payload === 'object' && payload !== null ? payload : String(payload ?? ''),
    transient: body['transient_environment'] === true,
    production: body['production_environment'] === true || environment === 'production',
    ...{ login: token.login, app: token.app, at: store.now(), statuses: [] },
  };
  store.deployments.push(deployment);
  return created(deploymentShape(store, deployment));
}

function isGreen(checks: readonly CheckRun[]): boolean {
  return newestOfEach(checks).every(({ conclusion }) => conclusion === 'success' || conclusion === 'neutral');
}

function listDeployments({ store, query }: Call): Answer {
  const wanted = (name: string, value: string) => [null, 'none', value].includes(query.get(name));
  const found = store.deployments.filter(
    (one) =>
      wanted('sha', one.sha) &&
      wanted('ref', one.ref) &&
      wanted('task', one.task) &&
      wanted('environment', one.environment),
  );
  return { list: [...found].reverse().map((one) => deploymentShape(store, one)) };
}

function createDeploymentStatus({ store, token, body }: Call, deployment: Deployment): Answer {
  const description = textOf(body, 'description') ?? '';
  if (description.length > 140) {
    const message = 'description is too long (maximum is 140 characters)';
    return invalid({ resource: 'DeploymentStatus', field: 'description', code: 'custom', message }, true);
  }
  const status: DeploymentStatus = {
    ...{ id: store.id(), login: token.login, state: String(body['state']), description },
    environment: textOf(body, 'environment') ?? deployment.environment,
    logUrl: textOf(body, 'log_url') ?? textOf(body, 'target_url') ?? '',
    environmentUrl: textOf(body, 'environment_url') ?? '',
    at: store.now(),
  };
  if (status.state === 'success' && body['auto_inactive'] !== false)
    outdate(store.deployments, deployment, status);
  deployment.statuses.push(status);
  return created(deploymentStatusShape(store, deployment.id, status));
}

/** A success makes the earlier ones of its environment inactive, unless they are transient or production ones. */
function outdate(all: readonly Deployment[], newest: Deployment, status: DeploymentStatus): void {
  const earlier = all.filter(
    (one) => one !== newest && one.environment === newest.environment && !one.transient && !one.production,
  );
  for (const { statuses } of earlier) {
    if (statuses.at(-1)?.state === 'success') statuses.push({ ...status, state: 'inactive' });
  }
}

function listRuns({ store, query }: Call, wanted: (run: Run) => boolean): Answer {
  const [branch, event, status, sha] = ['branch', 'event', 'status', 'head_sha'].map((name) =>
    query.get(name),
  );
  const found = store.runs
    .filter(wanted)
    .filter((run) => branch === null || run.branch === branch)
    .filter((run) => event === null || run.event === event)
    .filter((run) => status === null || run.status === status || run.conclusion === status)
    .filter((run) => sha === null || run.sha === sha);
  return { list: [...found].reverse().map((run) => runShape(store, run)), within: 'workflow_runs' };
}

/** By id, or by the name of the file. */
function isOf(run: Run, workflow: string): boolean {
  return String(run.workflowId) === workflow || run.path.endsWith(`/${workflow}`);
}
