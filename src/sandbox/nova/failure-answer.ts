// Nova's error bodies: the key names the kind of failure.

import { type Answer, json } from '../http/answer.ts';

const KEYS: Readonly<Record<number, string>> = {
  400: 'badRequest',
  403: 'forbidden',
  404: 'itemNotFound',
  409: 'conflictingRequest',
};

export function novaFailure(code: number, message: string): Answer {
  return json(code, { [KEYS[code] ?? 'computeFault']: { code, message } });
}

export function notAllowed(rule: string): Answer {
  return novaFailure(403, `Policy doesn't allow os_compute_api:${rule} to be performed.`);
}

export function serverNotFound(id: string): Answer {
  return novaFailure(404, `Instance ${id} could not be found.`);
}
