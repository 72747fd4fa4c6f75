// The readiness gate: a condition that is met when enough signals arrived at its handle.

import { hexDigits } from '../../generator.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import { stableId } from '../../keystone/services.ts';
import { recordRow } from '../events.ts';
import { rowReference } from '../look.ts';
import { DONE, type ResourceType, type Site, type Step } from '../plug-in.ts';
import type { Resource, Stack } from '../records.ts';
import { currentRows } from '../rows.ts';
import { prod } from '../work.ts';
import { signalUrl } from './scaling-policy.ts';

export const WAIT_HANDLE: Omit<ResourceType, 'schema'> = {
  create: (site) => {
    site.row.physicalId = hexDigits(site.cloud.world, 32);
    return DONE;
  },
  update: () => DONE,
  reference: (site) => signalUrl(site),
  attribute: handleAttribute,
  signal: takeSignal,
};

export const WAIT_CONDITION: Omit<ResourceType, 'schema'> = {
  create: (site) => {
    site.row.physicalId = `${site.stack.name}-${site.row.name}-${site.row.shortId}`;
    site.row.data['deadline'] =
      site.cloud.now + Number(site.properties['timeout'] ?? site.properties['Timeout'] ?? 0) * 1000;
    return waitOn(site);
  },
  update: (site) => waitOn(site),
  resume: (site) => waitOn(site),
  attribute: (site, name) =>
    name === 'data' || name === 'Data' ? JSON.stringify(signalData(site)) : undefined,
};

function handleAttribute(site: Site, name: string): Json | undefined {
  const url = signalUrl(site);
  const token = handleToken(site.stack, site.row);
  switch (name) {
    case 'token':
      return token;
    case 'endpoint':
      return url;
    case 'curl_cli':
      return `curl -i -X POST -H 'X-Auth-Token: ${token}' -H 'Content-Type: application/json' -H 'Accept: application/json' ${url}`;
    default:
      return undefined;
  }
}

export function handleToken(stack: Stack, row: Resource): string {
  return stableId(`${stack.id}/${row.name}/token`);
}

/** heat/engine/resources/wait_condition.py handle_signal: kept in the handle, by id. */
function takeSignal(site: Site, details: JsonObject): void {
  const { row, cloud, stack } = site;
  const number = Object.keys(row.metadata).length + 1;
  const id = String(details['id'] ?? details['UniqueId'] ?? number);
  const status = String(details['status'] ?? details['Status'] ?? 'SUCCESS');
  const reason = String(details['reason'] ?? details['Reason'] ?? `Signal ${number} received`);
  row.metadata = {
    ...row.metadata,
    [id]: { data: details['data'] ?? details['Data'] ?? null, reason, status },
  };
  recordRow(cloud, stack, row, 'SIGNAL_COMPLETE', `Signal: status:${status} reason:${reason}`);
  for (const one of currentRows(stack)) if (one.work !== null) prod(cloud, stack, one);
}

function waitOn(site: Site): Step {
  const values = signals(site);
  const wanted = Number(site.properties['count'] ?? site.properties['Count'] ?? 1);
  const failure = values.find((one) => one['status'] !== 'SUCCESS');
  if (failure !== undefined) return failed('WaitConditionFailure', String(failure['reason']));
  if (values.length >= wanted) return DONE;
  const left = (Number(site.row.data['deadline']) - site.cloud.now) / 1000;
  if (left <= 0) return failed('WaitConditionTimeout', `${values.length} of ${wanted} received`);
  return { kind: 'wait', seconds: left, phase: 'signalled' };
}

function failed(error: string, message: string): Step {
  return { kind: 'failed', error, message };
}

function signals(site: Site): readonly JsonObject[] {
  const handle = handleOf(site);
  return Object.values(handle?.metadata ?? {}).filter(isObject);
}

function signalData(site: Site): JsonObject {
  const entries = Object.entries(handleOf(site)?.metadata ?? {});
  return Object.fromEntries(entries.map(([id, one]) => [id, isObject(one) ? (one['data'] ?? null) : null]));
}

function handleOf(site: Site): Resource | undefined {
  const { cloud, stack, properties } = site;
  const wanted = properties['handle'] ?? properties['Handle'];
  return currentRows(stack).find((row) => rowReference(cloud, stack, row) === wanted);
}
