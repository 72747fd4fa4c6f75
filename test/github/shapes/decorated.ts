/** Adds to an answer the addresses that GitHub puts everywhere and nobody here follows. */
import { requiredFields } from '../contract/contract.ts';

export type Shape = Readonly<Record<string, unknown>>;

/** Only addresses and opaque ids: whatever says something has to be given. */
const DECORATION = /^(url|\w+_url|node_id|gravatar_id)$/;

/** @param schema the name of what GitHub describes, `issue-comment`. */
export function decorated(schema: string, address: string, given: Shape): Shape {
  const missing = requiredFields(schema).filter((name) => !(name in given) && DECORATION.test(name));
  const added = missing.map((name) => [name, decoration(name, address)]);
  return { ...Object.fromEntries(added), ...given };
}

function decoration(name: string, address: string): string {
  if (name === 'node_id') return Buffer.from(address).toString('base64url').slice(-24);
  if (name === 'gravatar_id') return '';
  return name === 'url' ? address : `${address}/${name.replace(/_url$/, '')}`;
}
