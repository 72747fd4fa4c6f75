/** What HAProxy's own checks say of a server, as a verdict on its member. */
import type { BackendAnswer } from '../../model/evidence.ts';
import { ownLines } from '../balancer/lines.ts';
import { type Verdict, WELL, worstVerdict } from './server-verdict.ts';

/**
 * Every balancer asks for itself: the server is sick only when all of them say so, for when one of them reaches it the cause
 * may lie between it and the others.
 * @param address of the server on the balancer's network; null = it has none
 */
export function backendVerdict(
  group: string,
  address: string | null,
  answers: readonly BackendAnswer[],
): Verdict {
  const said = answers.map((answer) => ofOne(group, address, answer));
  const down = said.filter(({ status }) => status === 'failed').length;
  if (down === 0 || down === said.length) return worstVerdict(said);
  const others = said.filter(({ status }) => status === 'unknown');
  return others.length > 0
    ? worstVerdict(others)
    : unknown(`fails the check of ${down} of ${said.length} balancers, so it may be they who don't reach it`);
}

function ofOne(group: string, address: string | null, answer: BackendAnswer): Verdict {
  const { api, backend } = answer;
  if (answer.kind === 'unreadable') return unknown(answer.why);
  const lines = ownLines(group, answer.servers).map(({ server }) => server);
  const own = lines.filter(({ endpoint }) => endpoint !== null && endpoint.address === address);
  const serving = own.filter(({ state }) => state === 'ready');
  const [first] = own;
  if (first === undefined) return busy(`is not in the backend ${backend} at ${api} yet`);
  if (serving.length === 0) return busy(`is in ${first.state} in the backend ${backend} at ${api}`);
  if (serving.some(({ up, checked }) => up || !checked)) return WELL;
  const why = `fails its check in HAProxy (backend ${backend} at ${api})`;
  return { status: 'failed', why, rank: 3, spare: null };
}

function unknown(why: string): Verdict {
  return { ...WELL, status: 'unknown', why };
}

function busy(why: string): Verdict {
  return { ...WELL, status: 'in-progress', why };
}
