/** Takes a MIME message apart into its parts, as cloud-init's reader does, each with its place. */
import { Buffer } from 'node:buffer';
import type { Problem } from '../../../model/problem.ts';
import { quote } from '../quote.ts';
import { type Content, derived, inside, problemAt } from './content.ts';

export interface MimePart {
  readonly type: string;
  /** Encoded parts have the place of their first line only. */
  readonly content: Content;
}

export interface MimeMessage {
  readonly parts: readonly MimePart[];
  readonly problems: readonly Problem[];
}

/** cloudinit/user_data.py convert_string: a message only when this stands in its first 4096 bytes. */
const MARK = 'mime-version:';
const MARK_WITHIN = 4096;
const MAX_NESTING = 10;

export function hasMimeMark(text: string): boolean {
  return text.slice(0, MARK_WITHIN).toLowerCase().includes(MARK);
}

export function readMime(content: Content): MimeMessage {
  if (hasMimeMark(content.text)) return entity(content, 0);
  const message =
    'the message has no line "MIME-Version: 1.0" in its head, without which cloud-init passes it over; add it';
  return { parts: [], problems: [problemAt(content, 1, 1, message)] };
}

function entity(content: Content, depth: number): MimeMessage {
  const lines = content.text.split('\n');
  const { headers, end } = head(lines);
  const type = headers.get('content-type') ?? 'text/plain';
  const body = inside(content, lines.slice(end).join('\n'), Math.min(end + 1, lines.length));
  const mediaType = (type.split(';', 1)[0] ?? '').trim().toLowerCase();
  if (!mediaType.startsWith('multipart/')) {
    const encoding = (headers.get('content-transfer-encoding') ?? '7bit').trim().toLowerCase();
    const lost = isEncoded(encoding) ? [] : lostCharacters(body);
    return { parts: [{ type: mediaType, content: decoded(body, encoding) }], problems: lost };
  }
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type)?.slice(1).find(Boolean);
  if (boundary === undefined)
    return refused(
      content,
      1,
      'a multipart message names no boundary; write boundary="…" behind its Content-Type',
    );
  if (depth >= MAX_NESTING)
    return refused(content, 1, `messages are nested more than ${MAX_NESTING} deep; nest them less`);
  return multipart(body, boundary, depth);
}

function refused(content: Content, line: number, message: string): MimeMessage {
  return { parts: [], problems: [problemAt(content, line, 1, message)] };
}

function head(lines: readonly string[]): { headers: ReadonlyMap<string, string>; end: number } {
  const headers = new Map<string, string>();
  let name = '';
  let index = 0;
  for (; index < lines.length; index++) {
    const line = (lines[index] ?? '').replace(/\r$/, '');
    const field = /^([!-9;-~]+):[ \t]*(.*)$/.exec(line);
    if (/^[ \t]/.test(line) && name !== '') headers.set(name, `${headers.get(name)} ${line.trim()}`);
    else if (field !== null) {
      name = (field[1] ?? '').toLowerCase();
      headers.set(name, field[2] ?? '');
    } else if (!/^From /.test(line)) break;
  }
  const blank = (lines[index] ?? '').replace(/\r$/, '') === '';
  return { headers, end: blank ? index + 1 : index };
}

function multipart(body: Content, boundary: string, depth: number): MimeMessage {
  const lines = body.text.split('\n');
  const bare = (line: string | undefined) => (line ?? '').replace(/[ \t\r]+$/, '');
  const marks = lines.flatMap((line, index) => (isMark(bare(line), boundary) ? [index] : []));
  const end = marks.find((index) => bare(lines[index]) === `--${boundary}--`);
  const starts = marks.filter((index) => end === undefined || index < end);
  const name = quote(boundary);
  if (starts.length === 0)
    return refused(
      body,
      1,
      `the boundary ${name} of the message stands nowhere in it; begin each part by "--" and the boundary`,
    );
  if (end === undefined)
    return refused(
      body,
      lines.length,
      `the message is not closed; end it by "--", the boundary ${name} and "--"`,
    );
  const read = starts.map((start, index) => {
    const next = starts[index + 1] ?? end;
    return entity(inside(body, lines.slice(start + 1, next).join('\n'), start + 2), depth + 1);
  });
  return { parts: read.flatMap(({ parts }) => parts), problems: read.flatMap(({ problems }) => problems) };
}

function isMark(line: string, boundary: string): boolean {
  return line === `--${boundary}` || line === `--${boundary}--`;
}

function isEncoded(encoding: string): boolean {
  return encoding === 'base64' || encoding === 'quoted-printable';
}

/** Seen with cloud-init 25.1: whatever charset and encoding the head names (8bit too), "ä" arrives as a lone byte. */
function lostCharacters(body: Content): readonly Problem[] {
  const found = /[\u0080-\u{10ffff}]/u.exec(body.text);
  if (found === null) return [];
  const before = body.text.slice(0, found.index).split('\n');
  const message =
    'cloud-init would lose this letter, as it reads a message as ASCII; encode the part in base64, or write it as a file of cloudInit.parts';
  return [problemAt(body, before.length, (before.at(-1) ?? '').length + 1, message)];
}

function decoded(body: Content, encoding: string): Content {
  switch (encoding) {
    case 'base64':
      return derived(body.at(1, 1), Buffer.from(body.text, 'base64').toString('utf8'));
    case 'quoted-printable':
      return derived(body.at(1, 1), quotedPrintable(body.text));
    default:
      return body;
  }
}

function quotedPrintable(text: string): string {
  const bytes = text
    .replace(/[ \t]*=[ \t]*\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
