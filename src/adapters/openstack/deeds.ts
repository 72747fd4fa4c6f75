/** Asks what was done to a single server or alarm: only ever asked about what has drifted. */
import type { Json, JsonObject } from '../../model/json.ts';
import { isJsonObject } from '../../model/json.ts';
import type { Deed } from '../../model/things.ts';
import { isRefusal } from '../../ports/errors.ts';
import type { Service, ServiceRequest } from './service.ts';
import { listIn, listOr, ShapeError, textOr, timeOr } from './shape.ts';

/** Nova's instance actions, newest first; those of a server that is gone stay for a while. null when nobody can tell. */
export function serverDeeds(service: Service, id: string): Promise<readonly Deed[] | null> {
  const path = `/servers/${encodeURIComponent(id)}/os-instance-actions`;
  return unlessRefused(
    service.find(read('compute', path, `reading what was done to server "${id}"`), (body) =>
      listIn(body, 'instanceActions').map((action) => deedOf(action, 'start_time', 'action')),
    ),
  );
}

/** Aodh's history of an alarm, newest first; null when nobody can tell. */
export function alarmDeeds(service: Service, id: string): Promise<readonly Deed[] | null> {
  const path = `/alarms/${encodeURIComponent(id)}/history`;
  return unlessRefused(
    service.find(read('alarming', path, `reading what was done to alarm "${id}"`), (body) => {
      if (!Array.isArray(body)) throw new ShapeError('the history is not a list');
      return listOr(body as Json)
        .filter(isJsonObject)
        .map((change) => deedOf(change, 'timestamp', 'type'));
    }),
  );
}

function deedOf(fields: JsonObject, time: string, what: string): Deed {
  return {
    at: timeOr(fields[time], ''),
    what: textOr(fields[what], ''),
    userId: textOr(fields['user_id'], null),
  };
}

function read(service: ServiceRequest['service'], path: string, doing: string): ServiceRequest {
  return { service, method: 'GET', path, repeat: 'read', doing };
}

/** Who may not ask never learns it; a service that is down could tell. */
async function unlessRefused(asked: Promise<readonly Deed[] | null>): Promise<readonly Deed[] | null> {
  try {
    return await asked;
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}
