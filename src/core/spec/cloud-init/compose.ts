/** Composes parts to one user data: a MIME message, the same bytes for the same parts. */
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { type PartType, typeOfText } from './part-types.ts';

export interface UserDataPart {
  readonly text: string;
  /** null = as its first line says, which may be a MIME message. */
  readonly type: PartType | null;
  /** What it is called on the server; null = its number alone. */
  readonly name: string | null;
}

/** A single part that needs no message around it stays as it is. */
export function composeUserData(parts: readonly UserDataPart[]): string {
  const [first, second] = parts;
  if (first === undefined) return '';
  if (second === undefined && (first.type === null || first.type === typeOfText(first.text)))
    return first.text;
  const bodies = parts.map(bodyPart);
  const boundary = boundaryFor(bodies);
  const lines = [
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    'MIME-Version: 1.0',
    '',
    ...bodies.flatMap((body) => [`--${boundary}`, body]),
    `--${boundary}--`,
    '',
  ];
  return lines.join('\n');
}

/** Hashed from what it separates, so that no other text makes it, and the same text always does. */
function boundaryFor(bodies: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(bodies)).digest('hex');
  return `thermostat-${hash.slice(0, 32)}`;
}

function bodyPart({ text, type, name }: UserDataPart, index: number): string {
  const known = type ?? typeOfText(text) ?? 'text/plain';
  if (known === 'mime') return text; // a message is a part as it stands: head, empty line, body
  const plain = isPlain(text);
  return [
    `Content-Type: ${known}; charset="${plain ? 'us-ascii' : 'utf-8'}"`,
    'MIME-Version: 1.0',
    `Content-Transfer-Encoding: ${plain ? '7bit' : 'base64'}`,
    `Content-Disposition: attachment; filename="${fileName(name, index)}"`,
    '',
    plain ? text : wrapped(Buffer.from(text, 'utf8').toString('base64')),
  ].join('\n');
}

/**
 * cloud-init decodes the message before it takes it apart (user_data.py convert_string), and Python's
 * reader then loses what is not ASCII.
 */
function isPlain(text: string): boolean {
  return /^[\t\n\x20-\x7e]*$/.test(text);
}

/** Scripts run in the order of their names (cc_scripts_user): the number keeps that of the parts. */
function fileName(name: string | null, index: number): string {
  const number = `part-${String(index + 1).padStart(3, '0')}`;
  const clean =
    (name ?? '')
      .split('/')
      .at(-1)
      ?.replace(/[^A-Za-z0-9._-]/g, '_')
      .slice(0, 60) ?? '';
  return clean === '' ? number : `${number}-${clean}`;
}

function wrapped(text: string): string {
  return text.replace(/.{76}(?=.)/g, '$&\n');
}
