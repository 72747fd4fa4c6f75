// Gnocchi's refusals, in its own words.

import { type Answer, json } from '../http/answer.ts';
import type { Json } from '../json.ts';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
};

/** Thrown below the API, answered by it. */
export class GnocchiRefusal extends Error {
  readonly status: number;
  readonly description: Json;

  constructor(status: number, description: Json) {
    super(typeof description === 'string' ? description : JSON.stringify(description));
    this.status = status;
    this.description = description;
  }
}

export function refusalAnswer({ status, description }: GnocchiRefusal): Answer {
  return json(status, { code: status, title: TITLES[status] ?? '', description });
}

export function invalidInput(reason: string, detail: Json): GnocchiRefusal {
  return new GnocchiRefusal(400, { cause: 'Invalid input', reason, detail });
}

export function argumentError(detail: string, reason: string): GnocchiRefusal {
  return new GnocchiRefusal(400, { cause: 'Argument value error', detail, reason });
}

export function notThere(what: string): GnocchiRefusal {
  return new GnocchiRefusal(404, `${what} does not exist`);
}
