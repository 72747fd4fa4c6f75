// Leads a request to the service whose prefix its path has.

import { alarmingApi } from './aodh/api.ts';
import type { Cloud } from './cloud.ts';
import { ratingApi } from './cloudkitty/api.ts';
import { imageApi } from './glance/api.ts';
import { metricApi } from './gnocchi/api.ts';
import { orchestrationApi, orchestrationVersions } from './heat/api/api.ts';
import { cloudFormationSignal } from './heat/api/pre-signed.ts';
import { type Answer, webobNotFound } from './http/answer.ts';
import type { Call } from './http/call.ts';
import { identityApi } from './keystone/api.ts';
import { networkApi } from './neutron/api.ts';
import { computeApi, computeVersions } from './nova/api.ts';
import { loadBalancerApi } from './octavia/api.ts';
import { placementApi } from './placement/api.ts';

type Service = (cloud: Cloud, call: Call) => Answer;

/** Longest first. */
const PREFIXES: readonly (readonly [string, Service])[] = [
  ['/orchestration/v1', orchestrationApi],
  ['/compute/v2.1', computeApi],
  ['/cloudformation/v1/signal', cloudFormationSignal],
  ['/orchestration', (cloud) => orchestrationVersions(cloud)],
  ['/compute', (cloud) => computeVersions(cloud)],
  ['/identity', identityApi],
  ['/load-balancer', loadBalancerApi],
  ['/networking', networkApi],
  ['/image', imageApi],
  ['/metric', metricApi],
  ['/alarming', alarmingApi],
  ['/rating', ratingApi],
  ['/placement', placementApi],
];

/** `path` is the whole one. */
export function serve(cloud: Cloud, call: Call): Answer {
  for (const [prefix, service] of PREFIXES) {
    if (call.path === prefix || call.path.startsWith(`${prefix}/`)) {
      return service(cloud, { ...call, path: call.path.slice(prefix.length) });
    }
  }
  return webobNotFound();
}
