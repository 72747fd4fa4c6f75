/** Names of a group's servers in a backend: by them we know what is ours. */

export type OwnName =
  /** A line of haproxy.cfg that waits for a member: `asg-web-3`. */
  | { readonly kind: 'slot'; readonly number: number }
  /** A server added at run time, named after its address: `asg-web-10.20.0.15`. */
  | { readonly kind: 'address'; readonly address: string };

/** What is left after the prefix holds no `-`, so `web` and `web-2` never take each other's. null: none of the group's. */
export function ownName(group: string, server: string): OwnName | null {
  const prefix = prefixOf(group);
  if (!server.startsWith(prefix)) return null;
  const rest = server.slice(prefix.length);
  if (/^[1-9]\d{0,3}$/.test(rest)) return { kind: 'slot', number: Number(rest) };
  const address = /^(\d{1,3}(\.\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]+)$/.test(rest);
  return address ? { kind: 'address', address: rest } : null;
}

export function nameForAddress(group: string, address: string): string {
  return `${prefixOf(group)}${address}`;
}

/** `asg-web-`, for the `server-template` too. */
export function prefixOf(group: string): string {
  return `asg-${group}-`;
}
