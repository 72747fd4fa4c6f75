// What Gnocchi's handlers ask of a request: its body, and whether this user may write there.

import { type Call, jsonBody } from '../http/call.ts';
import type { Json } from '../json.ts';
import { isAdmin, type Session } from '../keystone/tokens.ts';
import { GnocchiRefusal } from './refusals.ts';

/** The body, or a refusal in the words of Gnocchi's parser. */
export function bodyOf(call: Call): Json {
  const body = jsonBody(call);
  if (body !== undefined) return body;
  const reason = 'Expected object or value';
  throw new GnocchiRefusal(400, { cause: 'Unable to decode body', reason, detail: [] });
}

/** Whoever made it, and an admin; Ceilometer's metrics are the project service's. */
export function mayMeasure(session: Session, creatorProject: string): boolean {
  return isAdmin(session) || creatorProject === session.project.id;
}
