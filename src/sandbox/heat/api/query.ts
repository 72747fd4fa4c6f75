// Reads the query of a Heat request with Heat's own complaints.

import type { Call } from '../../http/call.ts';
import { badRequest } from '../problem.ts';

export function integerQuery(call: Call, name: string): number | undefined {
  return integer(name, call.query.get(name));
}

export function integer(name: string, value: unknown): number | undefined {
  if (value === null || value === undefined) return undefined;
  if (/^\d+$/.test(String(value))) return Number(value);
  throw badRequest(`Only integer is acceptable by '${name}'.`);
}

export function booleanQuery(call: Call, name: string): boolean {
  return boolean(name, call.query.get(name)) ?? false;
}

/** heat/common/param_utils.py extract_bool. */
export function boolean(name: string, value: unknown): boolean | undefined {
  if (value === null || value === undefined) return undefined;
  if (value === true || value === false) return value;
  const text = String(value).toLowerCase();
  if (text === 'true') return true;
  if (text === 'false') return false;
  throw badRequest(
    `Unrecognized value "${String(value)}" for "${name}", acceptable values are: true, false.`,
  );
}
