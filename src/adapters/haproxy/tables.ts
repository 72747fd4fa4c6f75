/** Reads the two tables that tell of a backend's servers: `show servers state`, and the sessions in `show stat`. */
import { isIP } from 'node:net';
import type { AdminState, BackendServer, Endpoint } from '../../model/balancer.ts';

/** What `show servers state` says; `show stat` hides a drained server's state while it is down (measured on 3.0). */
export interface StateTable {
  /** The proxy's number: `show stat NAME` takes a frontend of the same name first (measured). null: no server, no number. */
  readonly proxy: string | null;
  readonly servers: readonly Omit<BackendServer, 'sessions'>[];
}

type Cell = (column: string) => string;

const STATE_COLUMNS = [
  'be_id',
  'be_name',
  'srv_name',
  'srv_addr',
  'srv_op_state',
  'srv_admin_state',
  'srv_check_state',
  'srv_port',
];

/** null when it is not the table that we know. */
export function stateTable(answer: string, backend: string): StateTable | null {
  const [version, head = '', ...lines] = answer.split('\n');
  const columns = head.replace(/^# /, '').trim().split(' ');
  if (version !== '1' || STATE_COLUMNS.some((name) => !columns.includes(name))) return null;
  const rows = lines
    .filter((line) => line.trim() !== '')
    .map((line) => cellReader(columns, line.trim().split(' ')))
    .filter((cell) => cell('be_name') === backend && isServerName(cell('srv_name')));
  const number = rows[0]?.('be_id') ?? null;
  if (number !== null && !/^\d{1,10}$/.test(number)) return null;
  return { proxy: number, servers: rows.map(serverOf) };
}

/** Requests under way or queued, by server; null when it is not the table that we know. */
export function sessionTable(answer: string, backend: string): ReadonlyMap<string, number> | null {
  const [head = '', ...lines] = answer.split('\n').filter((line) => line.trim() !== '');
  const columns = head.replace(/^# /, '').split(',');
  if (['pxname', 'svname', 'qcur', 'scur'].some((name) => !columns.includes(name))) return null;
  // the four stand before any column that may hold a comma (HAProxy's management guide, 9.1)
  const rows = lines.map((line) => cellReader(columns, line.split(',', columns.indexOf('scur') + 1)));
  return new Map(
    rows
      .filter((cell) => cell('pxname') === backend)
      .map((cell) => [cell('svname'), wholeNumber(cell('scur')) + wholeNumber(cell('qcur'))]),
  );
}

/** HAProxy's own alphabet for names (src/tools.c invalid_char): nothing in it can end a word or a command. */
export function isServerName(name: string): boolean {
  return /^[A-Za-z0-9_.:-]{1,512}$/.test(name);
}

function serverOf(cell: Cell): Omit<BackendServer, 'sessions'> {
  return {
    name: cell('srv_name'),
    endpoint: endpointOf(cell('srv_addr'), cell('srv_port')),
    state: adminState(wholeNumber(cell('srv_admin_state'))),
    up: wholeNumber(cell('srv_op_state')) !== 0,
    checked: (wholeNumber(cell('srv_check_state')) & CHECK_CONFIGURED) !== 0,
  };
}

/** Bits of include/haproxy/server-t.h srv_admin and check-t.h CHK_ST: forced, inherited, for want of a resolved name. */
const MAINTENANCE = 0x01 | 0x02 | 0x20;
const DRAINING = 0x08 | 0x10;
const CHECK_CONFIGURED = 0x02;

function adminState(bits: number): AdminState {
  if ((bits & MAINTENANCE) !== 0) return 'maint';
  return (bits & DRAINING) !== 0 ? 'drain' : 'ready';
}

function endpointOf(address: string, port: string): Endpoint | null {
  if (isIP(address) === 0 || address === '0.0.0.0' || address === '::') return null;
  return { address, port: wholeNumber(port) };
}

function cellReader(columns: readonly string[], cells: readonly string[]): Cell {
  return (column) => cells[columns.indexOf(column)] ?? '';
}

function wholeNumber(text: string): number {
  return /^\d{1,12}$/.test(text) ? Number(text) : 0;
}
