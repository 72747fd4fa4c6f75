/** Takes off what Aodh puts around the query of an alarm, once more at every change. */
import { isJsonObject, type Json } from '../../model/json.ts';

/** `{"and": [{"or": [{"=": {"created_by_project_id": …}}, …]}, QUERY]}` → QUERY (aodh/api/controllers/v2/alarm_rules/gnocchi.py). */
export function ownQuery(text: string): string {
  let query = parsed(text);
  let own = text;
  for (let inner = insideOf(query); inner !== null; inner = insideOf(query)) {
    query = inner;
    own = JSON.stringify(inner);
  }
  return own;
}

function insideOf(query: Json): Json | null {
  const both = isJsonObject(query) ? query['and'] : null;
  const [scope, inner, ...more] = Array.isArray(both) ? both : [];
  return scope !== undefined && inner !== undefined && more.length === 0 && isScope(scope) ? inner : null;
}

/** The first of its alternatives is the project itself. */
function isScope(scope: Json): boolean {
  const either = isJsonObject(scope) ? scope['or'] : null;
  const [first] = Array.isArray(either) ? either : [];
  const equal = first !== undefined && isJsonObject(first) ? (first['='] ?? null) : null;
  return isJsonObject(equal) && Object.hasOwn(equal, 'created_by_project_id');
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}
