// Aodh's refusals, in its own words.

import { type Answer, json } from '../http/answer.ts';
import type { Json } from '../json.ts';

/** Thrown below the API, answered by it; Heat shows its text. */
export class AodhRefusal extends Error {
  readonly status: number;
  readonly fault: Json;

  constructor(status: number, fault: Json) {
    super(typeof fault === 'string' ? fault : JSON.stringify(fault));
    this.status = status;
    this.fault = fault;
  }
}

export function refusalAnswer({ status, fault }: AodhRefusal): Answer {
  const faultcode = status < 500 ? 'Client' : 'Server';
  return json(status, { error_message: { faultcode, faultstring: fault, debuginfo: null } });
}

export function routeRefusal(status: 404 | 405): Answer {
  const found = status === 405;
  const title = found ? 'Method Not Allowed' : 'Not Found';
  return json(status, { error_message: { code: status, title, description: found ? '' : null } });
}

export function invalidInput(field: string, value: string, message: string): AodhRefusal {
  return new AodhRefusal(400, `Invalid input for field/attribute ${field}. Value: '${value}'. ${message}`);
}

export function alarmNotFound(id: string): AodhRefusal {
  return new AodhRefusal(404, `Alarm ${id} not found`);
}
