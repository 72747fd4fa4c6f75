/** Deployments, their statuses, and environments. */
import { deploymentShape, deploymentStatusShape, environmentShape } from '../shapes/verdicts.ts';
import type { CheckRun, Deployment, DeploymentStatus } from '../state/store.ts';
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
import { newestOfEach } from './checks.ts';

export const DEPLOYMENTS: Routes = {
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
};

function withDeployment(call: Call, act: (deployment: Deployment) => Answer): Answer {
  const found = call.store.deployments.find(({ id }) => id === numberIn(call.path, 'deployment_id'));
  return found === undefined ? NOT_FOUND : act(found);
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
