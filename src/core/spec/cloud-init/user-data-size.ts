/** Holds the size of user data against what Nova takes. */
import { Buffer } from 'node:buffer';
import type { Position } from '../../../model/problem.ts';
import { list } from '../quote.ts';
import { type Checked, NOTHING_WRONG } from './content.ts';

/** Nova takes 65535 characters of base64 (nova/api/openstack/compute/schemas/servers.py user_data). */
export const MAX_USER_DATA_BYTES = 49_149;
const WARN_FROM = 0.8 * MAX_USER_DATA_BYTES;

interface Sized {
  readonly text: string;
  readonly label: string;
}

export function sizeVerdict(text: string, parts: readonly Sized[], at: Position): Checked {
  const bytes = Buffer.byteLength(text);
  if (bytes < WARN_FROM) return NOTHING_WRONG;
  const has = `the user data has ${bytes} bytes${parts.length > 1 ? ` (${sizes(parts)})` : ''}`;
  if (bytes > MAX_USER_DATA_BYTES) {
    const message = `${has}; Nova takes ${MAX_USER_DATA_BYTES}, load the rest from the server itself`;
    return { problems: [{ ...at, message }], findings: [] };
  }
  const percent = Math.floor((100 * bytes) / MAX_USER_DATA_BYTES);
  const message = `${has}, ${percent} % of the ${MAX_USER_DATA_BYTES} that Nova takes`;
  return { problems: [], findings: [{ rule: 'user-data-size', severity: 'warn', message, source: at }] };
}

const MOST_NAMED = 5;

/** The largest first: there is something to gain. */
function sizes(parts: readonly Sized[]): string {
  const sorted = parts
    .map(({ label, text }) => ({ label, bytes: Buffer.byteLength(text) }))
    .sort((a, b) => b.bytes - a.bytes || (a.label < b.label ? -1 : 1));
  const named = sorted.slice(0, MOST_NAMED).map(({ label, bytes }) => `${label} ${bytes}`);
  const rest = sorted.slice(MOST_NAMED).reduce((sum, { bytes }) => sum + bytes, 0);
  return list([...named, ...(rest > 0 ? [`others ${rest}`] : [])]);
}
