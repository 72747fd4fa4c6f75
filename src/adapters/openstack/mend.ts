/** Sets one thing of a service back to what Heat was told. */
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';
import type { ServiceMend } from '../../ports/cloud.ts';
import { CloudError } from '../../ports/errors.ts';
import { ownQuery } from './aodh-query.ts';
import { mendRequest, type PlainMend, readAlarm, replaceAlarm } from './mend-requests.ts';
import type { Service } from './service.ts';
import { ShapeError } from './shape.ts';

export async function sendMend(service: Service, mend: ServiceMend): Promise<void> {
  return mend.kind === 'alarm' ? mendAlarm(service, mend) : sendPlain(service, mend);
}

/** A rule that is there already (409), and what is gone already (404), are as they should be. */
async function sendPlain(service: Service, mend: PlainMend): Promise<void> {
  try {
    if (REMOVALS.has(mend.kind)) await service.find(mendRequest(mend), () => null);
    else await service.call(mendRequest(mend), () => null);
  } catch (error) {
    const there = mend.kind === 'addRule' && error instanceof CloudError && error.code === 'conflict';
    if (!there) throw error;
  }
}

const REMOVALS: ReadonlySet<PlainMend['kind']> = new Set(['removeRule', 'removeMetadata']);

async function mendAlarm(
  service: Service,
  { id, fields }: Extract<ServiceMend, { readonly kind: 'alarm' }>,
): Promise<void> {
  const alarm = await service.call(readAlarm(id), objectOf);
  await service.call(replaceAlarm(id, sendable(merged(alarm, fields))), () => null);
}

/** One level deep: the fields of a rule are changed one by one. */
function merged(alarm: JsonObject, fields: JsonObject): JsonObject {
  const changed = Object.entries(fields).map(([key, value]): [string, Json] => {
    const is = alarm[key];
    return [key, isJsonObject(value) && isJsonObject(is) ? { ...is, ...value } : value];
  });
  return { ...alarm, ...Object.fromEntries(changed) };
}

const ACTIONS = ['alarm_actions', 'ok_actions', 'insufficient_data_actions'];

/** Aodh shows the id of its trust in an address and takes none; of an address without one it uses the trust it has (aodh/api/controllers/v2/alarms.py update_actions). */
function sendable(alarm: JsonObject): JsonObject {
  const actions = ACTIONS.map((key): [string, Json] => {
    const given = alarm[key];
    return [key, Array.isArray(given) ? given.map(withoutTrustId) : []];
  });
  return { ...alarm, ...Object.fromEntries(actions), ...withOwnQuery(alarm[WRAPPED] ?? null) };
}

const WRAPPED = 'gnocchi_aggregation_by_resources_threshold_rule';

function withOwnQuery(rule: Json): JsonObject {
  if (!isJsonObject(rule) || typeof rule['query'] !== 'string') return {};
  return { [WRAPPED]: { ...rule, query: ownQuery(rule['query']) } };
}

function withoutTrustId(action: Json): Json {
  return typeof action === 'string' ? action.replace(/^(trust\+[a-z]+:\/\/)[^/@]*@/, '$1') : action;
}

function objectOf(body: Json): JsonObject {
  if (isJsonObject(body)) return body;
  throw new ShapeError('the answer is no object');
}
