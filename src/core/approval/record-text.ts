/** Writes what merging approves as texts that fit into check runs, and reads them again, all or nothing. */
import type { ApprovalRecord, ApprovedDetails, ApprovedGroup } from '../../model/approval.ts';
import { isJsonObject } from '../../model/json.ts';
import { digest } from '../heat/canonical.ts';

/**
 * GitHub refuses texts of check runs over 65,535 characters, which may mean bytes; all we write is ASCII, so that
 * one is the other. The head of a part takes a few hundred.
 */
const PART = 64_000;
/** Details make room for fingerprints: a record that would take more parts goes without them. */
const MOST_WITH_DETAILS = 4;

const WORDS =
  'What merging approves, one line a group. Apply plans again: a group of the same fingerprint goes, any other is refused.';

/** One text a check run; never none. Groups that find no room in one text go on in the next. */
export function recordTexts(record: ApprovalRecord): readonly string[] {
  const detailed = parts(record.groups.map((group) => `${plainLine(group)}${detailsText(group)}`));
  const shown = detailed.length <= MOST_WITH_DETAILS ? detailed : parts(record.groups.map(plainLine));
  return shown.map((lines, index) => part(record, lines, `part ${index + 1} of ${shown.length}`));
}

export type ReadRecord =
  | { readonly ok: true; readonly record: ApprovalRecord }
  | { readonly ok: false; readonly reason: string };

/** `texts` in any order. What is not whole, or not ours to the letter, approves nothing. */
export function readRecord(texts: readonly string[]): ReadRecord {
  const read = texts.map(readPart);
  const [first] = read;
  if (first === undefined || read.some((one) => one === null)) {
    return { ok: false, reason: 'its fingerprints are not written as a plan writes them' };
  }
  const all = read.flatMap((one) => (one === null ? [] : [one])).sort((a, b) => a.number - b.number);
  const [{ of, head } = { of: 0, head: '' }] = all;
  const whole = all.length === of && all.every((one, index) => one.number === index + 1 && one.head === head);
  if (!whole) return { ok: false, reason: `it has ${of} parts, and not each of them is there once` };
  const record: ApprovalRecord = {
    version: 1,
    fingerprint: all[0]?.fingerprint ?? '',
    groups: all.flatMap(({ groups }) => groups),
  };
  return headOf(record) === head
    ? { ok: true, record }
    : { ok: false, reason: 'its lines are not those that it was written with' };
}

const HEAD =
  /^(thermostat approval 1, plan sha256:[0-9a-f]{64}, \d{1,6} groups, all sha256:[0-9a-f]{64}), part (\d{1,2}) of (\d{1,2})$/m;
const LINE =
  /^([a-zA-Z][a-zA-Z0-9_.-]{0,254}) (sha256:[0-9a-f]{64}) (create|update|replace|delete)(?: (\{.*\}))?$/;

function headOf({ fingerprint, groups }: ApprovalRecord): string {
  return `thermostat approval 1, plan ${fingerprint}, ${groups.length} groups, all ${digest(groups.map(plainLine))}`;
}

function part(record: ApprovalRecord, lines: readonly string[], which: string): string {
  return `${WORDS}\n\n\`\`\`text\n${headOf(record)}, ${which}\n${lines.map((one) => `${one}\n`).join('')}\`\`\`\n`;
}

function plainLine({ name, fingerprint, action }: ApprovedGroup): string {
  return `${name} ${fingerprint} ${action}`;
}

/** No backtick ends the block early, and no line break the line; what is not ASCII is escaped, as JSON allows. */
function detailsText({ details }: ApprovedGroup): string {
  return details === null ? '' : ` ${JSON.stringify(details).replaceAll(/[`\u007F-\uFFFF]/g, escaped)}`;
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A line longer than a part loses its details first: see `recordTexts`; names are short enough for any part. */
function parts(lines: readonly string[]): readonly (readonly string[])[] {
  const all: string[][] = [[]];
  let room = PART;
  for (const line of lines) {
    const short = line.length < PART ? line : (/^\S+ \S+ \S+/.exec(line)?.[0] ?? '');
    if (short.length + 1 > room) {
      all.push([]);
      room = PART;
    }
    all.at(-1)?.push(short);
    room -= short.length + 1;
  }
  return all;
}

interface ReadPart {
  readonly number: number;
  readonly of: number;
  readonly head: string;
  readonly fingerprint: string;
  readonly groups: readonly ApprovedGroup[];
}

function readPart(text: string): ReadPart | null {
  const [, block = ''] = /```text\n([\s\S]*?)```/.exec(text.replaceAll('\r\n', '\n')) ?? [];
  const [first = '', ...lines] = block.trimEnd().split('\n');
  const found = HEAD.exec(first);
  if (found === null) return null;
  const groups = lines.map(readLine);
  if (groups.some((group) => group === null)) return null;
  return {
    number: Number(found[2]),
    of: Number(found[3]),
    head: found[1] ?? '',
    fingerprint: /plan (sha256:[0-9a-f]{64})/.exec(first)?.[1] ?? '',
    groups: groups.flatMap((group) => (group === null ? [] : [group])),
  };
}

function readLine(line: string): ApprovedGroup | null {
  const [, name, fingerprint, action, details] = LINE.exec(line) ?? [];
  if (name === undefined || fingerprint === undefined || !isAction(action)) return null;
  return { name, fingerprint, action, details: details === undefined ? null : readDetails(details) };
}

function isAction(word: string | undefined): word is ApprovedGroup['action'] {
  return word === 'create' || word === 'update' || word === 'replace' || word === 'delete';
}

/** What does not look right is left out: less is known of what was approved, never more. */
function readDetails(text: string): ApprovedDetails | null {
  const read: unknown = parsed(text);
  if (!isJsonObject(read)) return null;
  const { changes, servers } = read;
  if (!Array.isArray(changes) || !isJsonObject(servers)) return null;
  const count = (name: string) => (typeof servers[name] === 'number' ? servers[name] : 0);
  return {
    changes: changes
      .filter(isJsonObject)
      .map(({ path = '', before = null, after = null }) => ({ path: String(path), before, after })),
    servers: {
      keep: count('keep'),
      update: count('update'),
      create: count('create'),
      replace: count('replace'),
      delete: count('delete'),
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
