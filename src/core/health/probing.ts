/** Says what is to be asked of whom, and what the answers to several samples come to. */
import type { ProbeAnswer, ProbeQuestion, ProbeResult } from '../../model/evidence.ts';
import type { HealthSpec, HttpCheckSpec, TcpCheckSpec } from '../../model/health-spec.ts';
import type { Catalogue, ObservedMember, ObservedServer } from '../../model/observed.ts';

type ProbeCheck = HttpCheckSpec | TcpCheckSpec;

/** One check of one server, with what it has come to so far. */
export interface Asked {
  readonly serverId: string;
  readonly check: ProbeCheck;
  /** null: the server has no such address. */
  readonly question: ProbeQuestion | null;
  readonly answers: readonly ProbeAnswer[];
}

/** Only servers that run and are at rest are asked: of the others Nova has told enough. */
export function questionsFor(
  spec: HealthSpec,
  members: readonly ObservedMember[],
  networks: Catalogue['network'],
): readonly Asked[] {
  const checks = spec.checks.filter((check): check is ProbeCheck => 'port' in check);
  const settled = members.filter(({ state, draining }) => state.status !== 'IN_PROGRESS' && !draining);
  const running = settled.flatMap(({ servers }) => servers).filter(({ status }) => status === 'ACTIVE');
  return running.flatMap((server) =>
    checks.map((check) => ({
      serverId: server.id,
      check,
      question: questionOf(check, server, networks),
      answers: [],
    })),
  );
}

function questionOf(
  check: ProbeCheck,
  server: ObservedServer,
  networks: Catalogue['network'],
): ProbeQuestion | null {
  const address = addressOf(check, server, networks);
  if (address === null) return null;
  const { port, timeoutSeconds } = check;
  return check.kind === 'http'
    ? { kind: 'http', address, port, timeoutSeconds, path: check.path }
    : { kind: 'tcp', address, port, timeoutSeconds };
}

/** Nova lists fixed addresses by the network's name, where a spec may hold its id. */
function addressOf(
  { address: wanted }: ProbeCheck,
  { addresses, interfaces }: ObservedServer,
  networks: Catalogue['network'],
): string | null {
  const fixed = interfaces.map(({ address }) => address);
  if (wanted.kind === 'floating') return addresses.find((one) => !fixed.includes(one)) ?? null;
  const name = networks.find(({ id }) => id === wanted.network)?.name ?? wanted.network;
  const there = interfaces.filter(({ network }) => network === name).map(({ address }) => address);
  return there.find((one) => !one.includes(':')) ?? there[0] ?? null;
}

/** Whether another sample could still change the verdict. */
export function isOpen({ samples }: HealthSpec, asked: Asked): boolean {
  if (asked.question === null || asked.answers.length >= samples.of) return false;
  const failed = asked.answers.filter((answer) => failureOf(asked.check, answer) !== null).length;
  return failed < samples.failed && asked.answers.length - failed <= samples.of - samples.failed;
}

export function resultOf({ samples }: HealthSpec, asked: Asked): ProbeResult {
  const { serverId, check, question, answers } = asked;
  const named = { serverId, check: nameOf(check) };
  if (question === null) {
    const where = check.address.kind === 'floating' ? 'no floating address' : `no address on this network`;
    return { ...named, verdict: 'unknown', why: `the server has ${where}` };
  }
  const failures = answers.map((answer) => failureOf(check, answer)).filter((why) => why !== null);
  if (failures.length >= samples.failed) {
    const times = answers.length > 1 ? ` (${failures.length} of ${answers.length} times)` : '';
    return { ...named, verdict: 'failed', why: `${failures.at(-1) ?? ''}${times}` };
  }
  const unable = answers.find((answer) => answer.kind === 'unable');
  return unable?.kind === 'unable'
    ? { ...named, verdict: 'unknown', why: unable.why }
    : { ...named, verdict: 'passed', why: '' };
}

/** null = it passed, or nobody could ask. */
function failureOf(check: ProbeCheck, answer: ProbeAnswer): string | null {
  switch (answer.kind) {
    case 'connected':
    case 'unable':
      return null;
    case 'silent':
      return answer.why;
    case 'status':
      return isWell(check, answer.status) ? null : `answers ${answer.status}`;
  }
}

function isWell(check: ProbeCheck, status: number): boolean {
  return check.kind === 'tcp' || check.statuses.some(({ from, to }) => status >= from && status <= to);
}

function nameOf(check: ProbeCheck): string {
  return check.kind === 'http' ? `http :${check.port}${check.path}` : `tcp :${check.port}`;
}
