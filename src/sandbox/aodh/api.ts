// Aodh v2 over HTTP: alarms, their state and history, quotas.

import type { Cloud } from '../cloud.ts';
import { uuid } from '../generator.ts';
import { unauthorized } from '../gnocchi/api.ts';
import { type Answer, empty, json } from '../http/answer.ts';
import { type Call, jsonBody, objectBody } from '../http/call.ts';
import { type Parameters, routes } from '../http/routes.ts';
import { isObject } from '../json.ts';
import { isAdmin, type Session, sessionOf } from '../keystone/tokens.ts';
import { changeAlarm, createAlarm, removeAlarm, setState } from './alarms.ts';
import { readDefinition, readState } from './definition.ts';
import { listAlarms, readTerms } from './listing.ts';
import type { Alarm } from './records.ts';
import { AodhRefusal, alarmNotFound, invalidInput, refusalAnswer, routeRefusal } from './refusals.ts';
import { describeAlarm, describeChange } from './view.ts';

type Handler = (cloud: Cloud, call: Call, session: Session, parameters: Parameters) => Answer;

/** A reader may do all of it (measured). */
const find = routes<Handler>({
  'GET /alarms': (cloud, call, session) =>
    json(200, listAlarms(Object.values(cloud.world.alarming.alarms), call, session).map(describeAlarm)),
  'POST /alarms': create,
  'GET /alarms/:id': (cloud, _call, session, parameters) =>
    json(200, describeAlarm(alarmFor(cloud, session, parameters))),
  'PUT /alarms/:id': change,
  'DELETE /alarms/:id': remove,
  'GET /alarms/:id/state': (cloud, _call, session, parameters) =>
    json(200, alarmFor(cloud, session, parameters).state),
  'PUT /alarms/:id/state': putState,
  'GET /alarms/:id/history': history,
  'GET /quotas': quotas,
  'POST /quotas': setQuotas,
  'DELETE /quotas/:project': deleteQuotas,
  'GET /capabilities': capabilities,
});

/** `call.path` is below /alarming. */
export function alarmingApi(cloud: Cloud, call: Call): Answer {
  const session = sessionOf(cloud, call);
  if (session === undefined) return unauthorized();
  if (!call.path.startsWith('/v2')) return routeRefusal(404);
  const path = call.path.slice(3);
  const matched = find(call.method, path);
  if (matched === undefined) return routeRefusal(path.startsWith('/query/') ? 405 : 404);
  try {
    return matched.handler(cloud, call, session, matched.parameters);
  } catch (error) {
    if (error instanceof AodhRefusal) return refusalAnswer(error);
    throw error;
  }
}

function alarmFor(cloud: Cloud, session: Session, { id = '' }: Parameters): Alarm {
  const alarm = cloud.world.alarming.alarms[id];
  if (alarm === undefined || (alarm.project !== session.project.id && !isAdmin(session)))
    throw alarmNotFound(id);
  return alarm;
}

function create(cloud: Cloud, call: Call, session: Session): Answer {
  const definition = readDefinition(jsonBody(call), isAdmin(session));
  refuseDelegatedTrust(session, definition.alarmActions);
  const actor = actorOf(session);
  const alarm = createAlarm(cloud, uuid(cloud.world.alarming), actor, definition);
  return json(201, describeAlarm(alarm), { location: `${cloud.base}/alarming/v2/alarms/${alarm.id}` });
}

/** Aodh makes a trust for a `trust+` action, which Keystone gives to no application credential (measured). */
function refuseDelegatedTrust(session: Session, actions: readonly string[]): void {
  if (!session.viaApplicationCredential || !actions.some((one) => one.startsWith('trust+'))) return;
  const message =
    'You are not authorized to perform the requested action: Delegated tokens cannot manage trusts.. (HTTP 403)';
  throw new AodhRefusal(500, message);
}

function change(cloud: Cloud, call: Call, session: Session, parameters: Parameters): Answer {
  const body = jsonBody(call);
  const definition = readDefinition(body, isAdmin(session));
  const alarm = alarmFor(cloud, session, parameters);
  changeAlarm(cloud, alarm, actorOf(session), definition);
  const state = isObject(body) ? (body['state'] ?? 'insufficient data') : undefined;
  const wanted = readState(state);
  if (wanted !== undefined && wanted !== alarm.state) {
    alarm.state = wanted;
    alarm.stateTimestamp = cloud.now;
    alarm.stateReason = 'Manually set via API';
  }
  return json(200, describeAlarm(alarm));
}

function remove(cloud: Cloud, _call: Call, session: Session, parameters: Parameters): Answer {
  removeAlarm(cloud, alarmFor(cloud, session, parameters).id);
  return empty(204);
}

function putState(cloud: Cloud, call: Call, session: Session, parameters: Parameters): Answer {
  const alarm = alarmFor(cloud, session, parameters);
  const state = readState(jsonBody(call));
  if (state === undefined) throw new AodhRefusal(400, 'state invalid');
  setState(cloud, alarm, actorOf(session), state);
  return json(200, state);
}

/** The newest first; gone with the alarm (measured). */
function history(cloud: Cloud, call: Call, session: Session, parameters: Parameters): Answer {
  const alarm = alarmFor(cloud, session, parameters);
  const types = readTerms(call).filter(({ field }) => field === 'type');
  const limit = Number(call.query.get('limit') ?? 0);
  if (limit < 0) throw invalidInput('limit', `${limit}`, 'it should be a positive integer.');
  const found = alarm.changes.filter(({ type }) => types.every(({ value }) => value === type));
  const shown = limit > 0 ? found.slice(0, limit) : found;
  return json(
    200,
    shown.map((one) => describeChange(alarm, one)),
  );
}

/** Reading writes the default, and from then on no alarm can be made (aodh quotas.py get_all; measured). */
function quotas(cloud: Cloud, call: Call, session: Session): Answer {
  const project = call.query.get('project_id') ?? session.project.id;
  if (project !== session.project.id && !isAdmin(session))
    throw new AodhRefusal(403, 'RBAC Authorization Failed');
  const { alarming } = cloud.world;
  const found = alarming.quotas.find((one) => one.project === project) ?? { project, limit: -1 };
  writeQuota(cloud, project, found.limit);
  return json(200, quotaView(project, found.limit));
}

function setQuotas(cloud: Cloud, call: Call, session: Session): Answer {
  if (!isAdmin(session)) throw new AodhRefusal(403, 'RBAC Authorization Failed');
  const body = objectBody(call);
  const project = body?.['project_id'];
  const rows = Array.isArray(body?.['quotas']) ? body['quotas'].filter(isObject) : [];
  const limit = rows.find((one) => one['resource'] === 'alarms')?.['limit'];
  if (typeof project !== 'string') throw invalidInput('project_id', 'None', 'Mandatory field missing.');
  if (typeof limit !== 'number') throw invalidInput('limit', 'None', 'Mandatory field missing.');
  writeQuota(cloud, project, limit);
  return json(201, quotaView(project, limit));
}

function deleteQuotas(cloud: Cloud, _call: Call, session: Session, { project = '' }: Parameters): Answer {
  if (!isAdmin(session)) throw new AodhRefusal(403, 'RBAC Authorization Failed');
  const { alarming } = cloud.world;
  alarming.quotas = alarming.quotas.filter((one) => one.project !== project);
  return empty(204);
}

function writeQuota(cloud: Cloud, project: string, limit: number): void {
  const { alarming } = cloud.world;
  alarming.quotas = [...alarming.quotas.filter((one) => one.project !== project), { project, limit }];
}

function quotaView(project: string, limit: number) {
  return { project_id: project, quotas: [{ resource: 'alarms', limit }] };
}

function capabilities(): Answer {
  return json(200, {
    api: {
      'alarms:history:query:complex': true,
      'alarms:history:query:simple': true,
      'alarms:query:complex': true,
      'alarms:query:simple': true,
    },
    alarm_storage: { 'storage:production_ready': true },
  });
}

function actorOf(session: Session) {
  return { user: session.user.id, project: session.project.id };
}
