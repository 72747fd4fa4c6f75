// How the services write a moment: Heat and Nova in whole seconds, Keystone and Heat's metadata with microseconds.

/** `2026-01-01T00:00:00Z` from milliseconds. */
export function seconds(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

export function secondsOrNull(at: number | null): string | null {
  return at === null ? null : seconds(at);
}

/** `2026-01-01T00:00:00.000000`, as Python's utcnow().isoformat(). */
export function microseconds(at: number): string {
  return `${new Date(at).toISOString().slice(0, 23)}000`;
}
