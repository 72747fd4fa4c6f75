/** Negotiates Nova's microversion. */
import type { Json } from '../../model/json.ts';
import type { Wire } from './service.ts';
import { objectOr, textOr } from './shape.ts';

/** The newest that our parsing was written for (2025.1 Epoxy offers up to 2.100). */
const NEWEST = '2.96';

/** null = send none, which means 2.1; that works too (the flavor is then an id). */
export async function microversionOf(wire: Wire, compute: URL, token: string): Promise<string | null> {
  const root = new URL(compute);
  root.pathname = `${compute.pathname.replace(/(\/v2(?:\.\d+)?)\/.*$/, '$1')}/`;
  const headers = { accept: 'application/json', 'x-auth-token': token };
  const outcome = await wire.send({ method: 'GET', url: root, headers, body: null });
  if (outcome.kind === 'trouble' || outcome.status !== 200) return null;
  return lowerOf(NEWEST, maximumIn(outcome.text));
}

function maximumIn(text: string): string | null {
  try {
    const version = objectOr(objectOr(JSON.parse(text) as Json)['version'])['version'];
    return textOr(version, null);
  } catch {
    return null;
  }
}

/** `2.100` is newer than `2.96`. */
export function lowerOf(ours: string, theirs: string | null): string | null {
  const minor = /^2\.(\d{1,6})$/.exec(theirs ?? '')?.[1];
  if (minor === undefined) return null;
  return Number(minor) < Number(ours.slice(2)) ? `2.${minor}` : ours;
}
