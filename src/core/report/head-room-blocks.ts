/** Shows what the project's quotas leave when all groups are at their largest: a short table where it is tight, else a fold. */
import type { HostRoom } from '../../model/host-room.ts';
import type { HeadRoom } from '../../model/quota.ts';
import { cellWords, QUOTA_WORDS } from '../capacity/quota-words.ts';
import type { Block, Line } from './document.ts';
import { code, join, line, strong } from './document.ts';
import { capitalised, grouped } from './words.ts';

/** A server group each may add a row. */
const MOST_ROWS = 12;

type Counted = Extract<HeadRoom, { readonly limit: number }>;

export function headRoomBlocks(
  rows: readonly HeadRoom[] | null,
  hosts: readonly HostRoom[],
): readonly Block[] {
  if (rows === null || rows.length === 0) return [];
  const counted = rows.filter((row): row is Counted => 'limit' in row);
  const tight = counted.filter(({ state }) => state !== 'roomy');
  const words = [...openWords(rows), ...unknownWords(rows), ...hostWords(hosts)];
  if (tight.length > 0) return [...table(tight), ...paragraph(words)];
  const room = join([...counted.slice(0, MOST_ROWS).map(roomWords), ...more(counted)], ' · ');
  const lines = [...(counted.length === 0 ? [] : [line`At most, rollouts included: ${room}`]), ...words];
  const summary =
    counted.length === 0
      ? line`Nobody can tell whether the quotas have room for all groups at their largest`
      : line`The quotas have room for all groups at their largest`;
  return [{ kind: 'fold', summary, blocks: paragraph(lines) }];
}

function table(rows: readonly Counted[]): readonly Block[] {
  const head = [
    line`quota`,
    line`used elsewhere`,
    line`all groups at most`,
    line`more during rollouts`,
    line`allowed`,
    line`left`,
  ];
  // what does not suffice is never cut off by what is only tight
  const sorted = rows.toSorted((a, b) => Number(b.state === 'exceeded') - Number(a.state === 'exceeded'));
  const shown = sorted.slice(0, MOST_ROWS).map((row): readonly Line[] => {
    const { name, limit, others, most, surge } = row;
    const left = limit - others - most;
    return [
      nameOf(row),
      [cellWords(name, others)],
      [cellWords(name, most)],
      [cellWords(name, surge)],
      [cellWords(name, limit)],
      left < 0 ? [strong(`−${cellWords(name, -left)}`)] : [cellWords(name, left)],
    ];
  });
  const rest = more(rows).map((words): readonly Line[] => [words, [], [], [], [], []]);
  const exceeded = rows.some(({ state }) => state === 'exceeded');
  const words = exceeded
    ? line`${strong('The quota does not suffice')} for all groups at their largest:`
    : line`${strong('The quota is tight')} when all groups are at their largest:`;
  return [...paragraph([words]), { kind: 'table', head, rows: [...shown, ...rest] }];
}

/** They are in the JSON. */
function more(rows: readonly Counted[]): readonly Line[] {
  return rows.length > MOST_ROWS ? [[`${grouped(rows.length - MOST_ROWS)} more`]] : [];
}

function roomWords(row: Counted): Line {
  const { name, others, most, surge, limit } = row;
  return line`${cellWords(name, others + most + surge)} of ${cellWords(name, limit)} ${nameOf(row)}`;
}

function nameOf({ name, of }: HeadRoom): Line {
  const { many } = QUOTA_WORDS[name];
  return of === null ? [many] : line`${many} (${code(of)})`;
}

function openWords(rows: readonly HeadRoom[]): readonly Line[] {
  const open = rows.filter(({ state }) => state === 'unlimited');
  return open.length === 0 ? [] : [line`Without a limit: ${join(named(open), ', ')}`];
}

/** By reason: one service that refuses leaves several unknown. */
function unknownWords(rows: readonly HeadRoom[]): readonly Line[] {
  const unknown = rows.filter((row) => row.state === 'unknown');
  const reasons = [...new Set(unknown.map(({ why }) => why))];
  return reasons.map((why) => {
    const those = unknown.filter((row) => row.why === why);
    return line`Not checked: ${join(named(those), ', ')} (${why})`;
  });
}

/** Rough, for others share the hosts. */
function hostWords(hosts: readonly HostRoom[]): readonly Line[] {
  const known = hosts.flatMap((room) => (room.kind === 'known' ? [room] : []));
  const rooms = known.slice(0, MOST_ROWS).map(({ flavor, servers, orMore }): Line => {
    const about = `${orMore ? 'at least' : 'about'} ${grouped(servers)}`;
    return line`${about} more ${servers === 1 ? 'server' : 'servers'} of ${code(flavor)}`;
  });
  const unknown = hosts.flatMap((room) => (room.kind === 'unknown' ? [room] : []));
  const reasons = [...new Set(unknown.map(({ why }) => why))];
  return [
    ...(rooms.length === 0 ? [] : [line`Room on the hosts, which others share: ${join(rooms, ' · ')}`]),
    ...reasons.map((why) => line`Not checked: room on the hosts (${why})`),
  ];
}

/** Each name once, whosever server group it is. */
function named(rows: readonly HeadRoom[]): readonly Line[] {
  return [...new Set(rows.map(({ name }) => QUOTA_WORDS[name].many))].map((many) => [many]);
}

function paragraph(lines: readonly Line[]): readonly Block[] {
  return lines.length === 0 ? [] : [{ kind: 'paragraph', lines: lines.map(capitalised) }];
}
