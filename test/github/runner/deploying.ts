/** The deployment that GitHub keeps of a job with an environment. */

import type { Event } from '../events.ts';
import { ACTIONS_APP, ACTIONS_BOT, type Deployment, type Run, type Store } from '../state/store.ts';

/** Begins it; the job is in progress. */
export function deploy(store: Store, event: Event, run: Run, environment: string): Deployment {
  if (!store.environments.has(environment)) {
    store.environments.set(environment, { id: store.id(), at: store.now() });
  }
  const deployment: Deployment = {
    ...{
      id: store.id(),
      sha: event.sha,
      ref: event.ref.replace('refs/heads/', ''),
      task: 'deploy',
      environment,
    },
    ...{ description: null, payload: '', transient: false, production: false },
    ...{ login: event.actor, app: ACTIONS_APP, at: store.now(), statuses: [] },
  };
  store.deployments.push(deployment);
  tellState(store, run, deployment, 'in_progress');
  return deployment;
}

export function tellState(store: Store, run: Run, deployment: Deployment, state: string): void {
  deployment.statuses.push({
    ...{ id: store.id(), login: ACTIONS_BOT, state, description: '', environment: deployment.environment },
    logUrl: `${store.web}/${store.fullName}/actions/runs/${run.id}/job/1`,
    ...{ environmentUrl: '', at: store.now() },
  });
}
