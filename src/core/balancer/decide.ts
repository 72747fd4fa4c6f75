/** Decides what a backend needs so that its servers are the group's members: who comes in, who drains, who goes. */
import type {
  BackendServer,
  BalancerAction,
  BalancerActionKind,
  BalancerMember,
  BalancerPlan,
} from '../../model/balancer.ts';
import { type Brake, brakeOn } from './brake.ts';
import {
  compare,
  freeLines,
  isServing,
  type Line,
  matchLines,
  ownLines,
  sameEndpoint,
  staleLines,
  type Wanted,
  wantedMembers,
} from './lines.ts';
import { nameForAddress, ownName } from './names.ts';

export interface BalancerQuestion {
  readonly group: string;
  /** Fewer members than this are no shrink: Heat keeps the minimum. */
  readonly min: number;
  readonly port: number;
  readonly members: readonly BalancerMember[];
  readonly servers: readonly BackendServer[];
}

export function decideBalancer(question: BalancerQuestion): BalancerPlan {
  const lines = ownLines(question.group, question.servers);
  const wanted = wantedMembers(question.members, question.port);
  const matched = matchLines(lines, wanted);
  const stale = staleLines(lines, wanted, matched);
  const leaving = [...matched].filter(([{ member }]) => member.belongs === 'out').map(([, line]) => line);
  const brake = brakeOn({
    ...question,
    serving: lines.filter(isServing).length + coming(wanted, matched),
    going: [...stale, ...leaving].filter(isServing).length,
  });
  const free = freeLines(lines, matched, brake === null ? stale : []);
  // with nobody in service, a server that may not answer yet is better than none
  const gated = lines.some((line) => isServing(line) && line.server.up);
  const placed = place(wanted, { matched, free, question, gated });
  const taken = new Set(placed.map(({ server }) => server));
  const removed = stale.filter(({ server }) => !taken.has(server.name));
  const actions = [
    ...placed,
    ...[...matched].flatMap(([want, line]) => matchedAction(want, line, brake, gated)),
    ...removed.map((line) => staleAction(line, brake)),
  ];
  return {
    actions: actions.toSorted(inOrder),
    foreign: question.servers.filter(({ name }) => ownName(question.group, name) === null),
    brake: brake?.why ?? null,
    notes: notes(question.members, matched),
  };
}

/** How many will serve that do not now. */
function coming(wanted: readonly Wanted[], matched: ReadonlyMap<Wanted, Line>): number {
  return wanted.filter((want) => {
    const line = matched.get(want);
    return want.member.belongs === 'in' && (line === undefined || !isServing(line));
  }).length;
}

interface Placing {
  readonly matched: ReadonlyMap<Wanted, Line>;
  readonly free: readonly Line[];
  readonly question: BalancerQuestion;
  readonly gated: boolean;
}

function place(wanted: readonly Wanted[], placing: Placing): readonly BalancerAction[] {
  const { matched, free, question, gated } = placing;
  const unplaced = wanted.filter((want) => want.member.belongs === 'in' && !matched.has(want));
  const ownNames = new Set(question.servers.map(({ name }) => name));
  const named = ({ endpoint }: Wanted) => nameForAddress(question.group, endpoint.address);
  const back = unplaced.filter((want) => ownNames.has(named(want)));
  const fresh = unplaced.filter((want) => !ownNames.has(named(want)));
  const hasSlots = question.servers.some(({ name }) => ownName(question.group, name)?.kind === 'slot');
  const register = (want: Wanted, slot: Line | undefined, why: string): BalancerAction => ({
    kind: 'register',
    server: slot?.server.name ?? named(want),
    endpoint: want.endpoint,
    through: slot || ownNames.has(named(want)) ? 'line' : 'new',
    gated,
    why: `${want.member.name} ${why}`,
  });
  return [
    ...back.map((want) => register(want, undefined, ELSEWHERE)),
    ...fresh.map((want, index) => register(want, free[index], hasSlots && !free[index] ? NO_SLOT : NEW)),
  ];
}

const ELSEWHERE = 'runs, and its server line points elsewhere';
const NEW = 'runs, and is not in the backend';
const NO_SLOT =
  'runs, and no slot is free: a reload forgets it until the next run, so give the server-template more slots';

function matchedAction(
  { member, endpoint }: Wanted,
  { server }: Line,
  brake: Brake | null,
  gated: boolean,
): readonly BalancerAction[] {
  const action = (kind: BalancerActionKind, why: string): BalancerAction => ({
    kind,
    server: server.name,
    endpoint,
    through: 'line',
    gated,
    why,
  });
  switch (member.belongs) {
    case 'out':
      if (server.state !== 'ready')
        return [action('keep', `${member.name} ${member.why}, and gets nothing new`)];
      return [action(brake ? 'keep' : 'drain', `${member.name} ${member.why}`)];
    case 'as-is':
      return [action('keep', `${member.name} ${member.why}: left as it is`)];
    case 'in':
      if (!sameEndpoint(server.endpoint, endpoint))
        return [action('register', `${member.name} ${ELSEWHERE}`)];
      if (server.state === 'ready') return [action('keep', `${member.name} runs`)];
      return [action('enable', `${member.name} runs, and is in ${server.state}`)];
  }
}

function staleAction({ server }: Line, brake: Brake | null): BalancerAction {
  return {
    kind: brake ? 'keep' : 'remove',
    server: server.name,
    endpoint: server.endpoint,
    through: 'line',
    gated: false,
    why: 'no member of the group has this address',
  };
}

function notes(members: readonly BalancerMember[], matched: ReadonlyMap<Wanted, Line>): readonly string[] {
  const known = new Set([...matched.keys()].map(({ member }) => member));
  return members.flatMap((member) => {
    if (member.belongs === 'out' || known.has(member)) return [];
    if (member.address === null) return [`${member.name} has no address on this network`];
    return member.belongs === 'as-is' ? [`${member.name} ${member.why}: not registered yet`] : [];
  });
}

const ORDER: readonly BalancerActionKind[] = ['register', 'enable', 'drain', 'remove', 'keep'];

function inOrder(a: BalancerAction, b: BalancerAction): number {
  return ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || compare(a.server, b.server);
}
