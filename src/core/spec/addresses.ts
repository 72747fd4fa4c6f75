/** Reads IP addresses and ranges of them as Python's ipaddress does, which OpenStack asks. */

export interface AddressRange {
  readonly version: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
  /** As it should be written: no bits set beyond the prefix. */
  readonly text: string;
  /** True when it was written otherwise: 10.20.0.5/16 for 10.20.0.0/16. */
  readonly hasHostBits: boolean;
}

const BITS = { 4: 32, 6: 128 } as const;

/** An address counts as the range of itself; null when it is neither. */
export function rangeOf(text: string): AddressRange | null {
  const [address = '', prefix, ...rest] = text.split('/');
  const read = addressOf(address);
  if (read === null || rest.length > 0) return null;
  const { version, value } = read;
  const bits = BITS[version];
  const length = prefix === undefined ? bits : /^[0-9]{1,3}$/.test(prefix) ? Number(prefix) : -1;
  if (length < 0 || length > bits) return null;
  const size = 1n << BigInt(bits - length);
  const first = value - (value % size);
  const shown = written(version, first);
  return {
    version,
    first,
    last: first + size - 1n,
    text: prefix === undefined ? shown : `${shown}/${length}`,
    hasHostBits: first !== value,
  };
}

export function addressOf(text: string): { readonly version: 4 | 6; readonly value: bigint } | null {
  const value = text.includes(':') ? sixOf(text) : fourOf(text);
  return value === null ? null : { version: text.includes(':') ? 6 : 4, value };
}

function fourOf(text: string): bigint | null {
  const parts = text.split('.');
  const valid =
    parts.length === 4 && parts.every((part) => /^(?:0|[1-9][0-9]{0,2})$/.test(part) && +part < 256);
  return valid ? joined(parts.map(BigInt), 8n) : null;
}

function sixOf(text: string): bigint | null {
  const dotted = /^(.*:)([0-9.]+)$/.exec(text);
  const tail = dotted?.[2]?.includes('.') ? fourOf(dotted[2]) : null;
  if (text.includes('.') && tail === null) return null;
  const plain =
    tail === null ? text : `${dotted?.[1]}${(tail >> 16n).toString(16)}:${(tail & 0xffffn).toString(16)}`;
  const halves = plain.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const [head = [], end] = halves;
  const missing = 8 - head.length - (end?.length ?? 0);
  if (halves.length > 2 || (end === undefined ? missing !== 0 : missing < 1)) return null;
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...(end ?? [])];
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return null;
  return joined(
    groups.map((group) => BigInt(`0x${group}`)),
    16n,
  );
}

function joined(parts: readonly bigint[], bits: bigint): bigint {
  return parts.reduce((sum, part) => (sum << bits) + part, 0n);
}

function written(version: 4 | 6, value: bigint): string {
  if (version === 4) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.');
  const groups = Array.from({ length: 8 }, (_, index) => (value >> BigInt(112 - index * 16)) & 0xffffn);
  return compressed(groups.map((group) => group.toString(16)).join(':'));
}

/** The longest run of zero groups becomes `::` (RFC 5952). */
function compressed(groups: string): string {
  const framed = `:${groups}:`;
  const runs = framed.match(/(?::0){2,}(?=:)/g) ?? [];
  const longest = runs.toSorted((a, b) => b.length - a.length)[0];
  if (longest === undefined) return groups;
  const start = framed.indexOf(longest);
  return `${framed.slice(1, start)}::${framed.slice(start + longest.length + 1, -1)}`;
}
