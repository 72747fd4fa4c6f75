/** What Keystone answers to a login. */
import type { Json } from '../../../model/json.ts';
import { isJsonObject } from '../../../model/json.ts';
import { listOr, objectIn, ShapeError, textIn, textOr, timeOr } from '../shape.ts';

export interface Endpoint {
  readonly interface: string;
  readonly region: string;
  readonly url: string;
}

export interface CatalogueEntry {
  readonly type: string;
  readonly endpoints: readonly Endpoint[];
}

export interface Login {
  readonly token: string;
  /** Milliseconds from its issue to its end, both by Keystone's clock; null = not told. */
  readonly lives: number | null;
  /** null when the token is bound to no project. */
  readonly project: { readonly id: string; readonly name: string } | null;
  readonly userName: string;
  readonly userId: string;
  readonly catalogue: readonly CatalogueEntry[];
}

/** @param token the header x-subject-token */
export function loginResult(body: Json, token: string | undefined): Login {
  if (!token) throw new ShapeError('the header X-Subject-Token is missing');
  const answer = objectIn(body, 'token');
  const project = isJsonObject(answer['project']) ? answer['project'] : null;
  const user = isJsonObject(answer['user']) ? answer['user'] : {};
  return {
    token,
    lives: livesOf(answer),
    project: project === null ? null : { id: textIn(project, 'id'), name: textOr(project['name'], '') },
    userName: textOr(user['name'], ''),
    userId: textOr(user['id'], ''),
    catalogue: listOr(answer['catalog']).filter(isJsonObject).map(entryOf),
  };
}

function livesOf(token: Readonly<Record<string, Json>>): number | null {
  const [issued, ends] = [timeOr(token['issued_at'], null), timeOr(token['expires_at'], null)];
  return issued === null || ends === null ? null : Date.parse(ends) - Date.parse(issued);
}

function entryOf(entry: Readonly<Record<string, Json>>): CatalogueEntry {
  const endpoints = listOr(entry['endpoints']).filter(isJsonObject);
  return {
    type: textOr(entry['type'], ''),
    endpoints: endpoints.map((endpoint) => ({
      interface: textOr(endpoint['interface'], ''),
      region: textOr(endpoint['region_id'], textOr(endpoint['region'], '')),
      url: textOr(endpoint['url'], ''),
    })),
  };
}
