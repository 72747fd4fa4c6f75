/** Clears a service's own words of what must not be shown, and makes them one short line. */

const LONGEST = 300;

/** Where user data or another sent value begins inside a message; the rest of the message is dropped. */
const VALUE_BEGINS = [
  // Nova's schema errors repeat the value: `Invalid input for field/attribute imageRef. Value: #!/bin/sh …`
  /(?<=Invalid input for field\/attribute [^\s]{1,80} ?)Value:/i,
  /\bValue: /,
  /\buser_?data\b["']?\s*[:=]/i,
  /#cloud-config|#!\/|Content-Type: multipart|MIME-Version:/i,
  /-----BEGIN /,
];

/** At most 300 characters, one line, without values that the service repeats back to us. */
export function shortReason(text: string): string {
  const cut = Math.min(...VALUE_BEGINS.map((pattern) => startOf(pattern, text)));
  const kept = cut === Number.POSITIVE_INFINITY ? text : `${text.slice(0, cut)}(value left out)`;
  const line = kept
    .replace(/<[^>]{0,80}>/g, ' ')
    .replace(/\p{Cc}+|\s+/gu, ' ')
    .trim()
    .replace(/\.$/, '');
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}

function startOf(pattern: RegExp, text: string): number {
  const at = text.search(pattern);
  return at === -1 ? Number.POSITIVE_INFINITY : at;
}
