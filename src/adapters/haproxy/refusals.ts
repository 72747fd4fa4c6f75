/** What HAProxy says when it does not do it, as an error with a code. */
import { BalancerError, type BalancerErrorCode } from '../../ports/errors.ts';

/** HAProxy answers no status: a command that changes something says nothing, or one of these. */
const SUCCESS =
  /^(New server registered\.|Server deleted\.|(IP|port) changed from |no need to change |nothing changed)/;

interface Refusal {
  readonly says: RegExp;
  readonly code: BalancerErrorCode;
  readonly advice?: string;
}

/** Words of HAProxy 2.6 to 3.0 (src/cli.c, src/proxy.c, src/server.c). */
const REFUSALS: readonly Refusal[] = [
  {
    says: /^Permission denied/i,
    code: 'forbidden',
    advice: 'the stats socket needs `level admin`',
  },
  {
    says: /^(No such backend|Can't find backend|No such proxy)/i,
    code: 'unknown-backend',
    advice: 'write the name of a backend of haproxy.cfg into `backend`',
  },
  { says: /^No such server/i, code: 'unknown-server' },
  { says: /^(Already exists a server|.*\bname already used)/i, code: 'name-taken' },
  { says: /^(Server still has connections|Server has no idle)/i, code: 'busy' },
  {
    says: /^(Unknown command|.*command is experimental|.*expert mode)/i,
    code: 'unsupported',
    advice: 'servers can be added at run time since HAProxy 2.6; with an older one, use a server-template',
  },
  {
    says: /^Backend must use a dynamic load balanc/i,
    code: 'unsupported',
    advice: 'use `balance roundrobin` or `leastconn`',
  },
  {
    says: /^Update for the current server address family/i,
    code: 'unsupported',
    advice: 'give the server-template `init-addr last,0.0.0.0`',
  },
  {
    says: /^Only servers added at runtime/i,
    code: 'refused',
    advice:
      'this server stands in haproxy.cfg: take it out there, or give it a name that is none of the group',
  },
];

/** Throws unless the answer says that it was done. */
export function expectDone(answer: string, what: string): void {
  const text = answer.trim();
  if (text === '' || SUCCESS.test(text)) return;
  throw refusal(text, what);
}

/** For a table: throws when it is a refusal instead. */
export function expectTable(answer: string, what: string): void {
  const text = answer.trim();
  if (!REFUSALS.some(({ says }) => says.test(text))) return;
  throw refusal(text, what);
}

function refusal(text: string, what: string): BalancerError {
  const known = REFUSALS.find(({ says }) => says.test(text));
  const said = printable(text.split('\n')[0] ?? '');
  const advice = known?.advice === undefined ? '' : `; ${known.advice}`;
  return new BalancerError(known?.code ?? 'refused', `${what}: HAProxy says "${said}"${advice}`);
}

export function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 200);
}
