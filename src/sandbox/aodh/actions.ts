// Carries an alarm's action to where its address leads: a scaling policy of Heat; elsewhere nobody listens.

import type { Cloud } from '../cloud.ts';
import { cloudFormationSignal } from '../heat/api/pre-signed.ts';
import { signalResource } from '../heat/api/resources.ts';
import { HeatProblem } from '../heat/problem.ts';
import type { Call } from '../http/call.ts';
import type { JsonObject } from '../json.ts';

/** With the alarm's trust (`trust+`) or by a signed address. */
export function deliver(cloud: Cloud, action: string, body: JsonObject): void {
  const trusted = action.startsWith('trust+');
  const address = trusted ? action.slice('trust+'.length) : action;
  const local = OWN.exec(address)?.[1];
  if (local === undefined) return;
  const [path = '', ...query] = local.split('?');
  const rawQuery = query.join('?');
  const call: Call = {
    method: 'POST',
    path,
    rawQuery,
    query: new URLSearchParams(rawQuery),
    headers: {},
    body: JSON.stringify(body),
    requestId: '',
  };
  if (path.startsWith(SIGNED)) cloudFormationSignal(cloud, { ...call, path: path.slice(SIGNED.length) });
  else if (trusted) signalByTrust(cloud, call);
}

/** On whatever port: a state that was saved goes on elsewhere. */
const OWN = /^http:\/\/127\.0\.0\.1:\d+(\/.*)$/;
const SIGNED = '/cloudformation/v1/signal';

/** /orchestration/v1/{project}/stacks/{name}/{id}/resources/{resource}/signal; what Heat refuses only Aodh's log would tell. */
function signalByTrust(cloud: Cloud, call: Call): void {
  const parts = call.path.split('/').map(decodeURIComponent);
  const stack = cloud.world.stacks.get(parts[6] ?? '');
  if (stack === undefined || parts[9] !== 'signal') return;
  try {
    signalResource(cloud, call, undefined, stack, parts[8] ?? '');
  } catch (error) {
    if (!(error instanceof HeatProblem)) throw error;
  }
}
