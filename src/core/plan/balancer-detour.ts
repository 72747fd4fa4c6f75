/** Finds the way round what a load balancer can't hold twice: one update that makes room, and the update that was meant. */
import type { Change } from '../../model/change.ts';
import type { DesiredStack } from '../../model/desired.ts';
import { isJsonObject, type Json, type JsonObject, own } from '../../model/json.ts';
import type { Detour } from '../../model/plan.ts';
import type { Finding } from '../../model/problem.ts';
import { object, resourcesKey } from '../heat/template.ts';
import { type BalancerConflict, balancerConflicts, referred } from './balancer-conflicts.ts';
import type { Side } from './resource-change.ts';

export interface BalancerWay {
  /** null: there is nothing in the way, or no way round. */
  readonly detour: Detour | null;
  readonly findings: readonly Finding[];
}

/** All of them can be got round, or the plan is refused. `unfinished`: the last update may have been such a way's first. */
export function balancerDetour(
  conflicts: readonly BalancerConflict[],
  desired: DesiredStack,
  {
    before,
    after,
    unfinished,
  }: { readonly before: Side; readonly after: Side; readonly unfinished: boolean },
): BalancerWay {
  const ways = conflicts.map((conflict) => wayRound(conflict, desired.template, { before, after }));
  if (ways.some((way) => way === null)) {
    return { detour: null, findings: conflicts.map(({ message }) => refusal(message, desired)) };
  }
  const begun = unfinished ? waysBegun(desired.template, { before, after }) : [];
  const steps = [...ways.filter((way) => way !== null), ...begun];
  if (steps.length === 0) return { detour: null, findings: [] };
  const ports = Object.fromEntries(
    steps.flatMap((way) => (way.kind === 'port' ? [[way.name, way.port]] : [])),
  );
  const without = steps.flatMap((way) => (way.kind === 'without' ? [way.name] : []));
  const said = [...new Set(steps.map(words))];
  return {
    detour: { ports, without },
    findings: said.map((message) => ({
      rule: 'balancer-detour',
      severity: 'warn',
      message,
      source: desired.source,
    })),
  };
}

/** A listener that goes by another port is made anew twice, whatever else becomes of it. */
export function withMoved(changes: readonly Change[], detour: Detour | null): readonly Change[] {
  const moved = new Set(Object.keys(detour?.ports ?? {}).map((name) => `resources.${name}`));
  const reason = 'makes room at another port, and comes back';
  const listed = changes.map(
    (change): Change =>
      moved.has(change.address) && change.action === 'update'
        ? { ...change, action: 'replace', reason: `${change.reason}; ${reason}` }
        : change,
  );
  const known = new Set(changes.map(({ address }) => address));
  const unlisted = [...moved].filter((address) => !known.has(address)).sort();
  return [
    ...listed,
    ...unlisted.map(
      (address): Change => ({ address, action: 'replace', reason, confidence: 'certain', fields: [] }),
    ),
  ];
}

function refusal(message: string, { source }: DesiredStack): Finding {
  return { rule: 'balancer-takes-no-second', severity: 'error', message, source };
}

type Way =
  | { readonly kind: 'without'; readonly name: string }
  /** A listener is made at another port, and moves back with all that hangs on it. */
  | { readonly kind: 'port'; readonly name: string; readonly from: number; readonly port: number };

function wayRound(
  { name, type, group }: BalancerConflict,
  template: JsonObject,
  sides: { readonly before: Side; readonly after: Side },
): Way | null {
  if (group !== null) return null;
  switch (type) {
    case 'OS::Octavia::HealthMonitor':
      return isNamedElsewhere(name, template) ? null : { kind: 'without', name };
    case 'OS::Octavia::Pool':
      return viaPort(referred(own(propertiesOf(name, sides.after), 'listener')), sides);
    case 'OS::Octavia::Listener':
      return viaPort(name, sides);
    default:
      return null;
  }
}

/**
 * Ways whose first update failed: what was to make room is still there, for Heat cleans up last. So that one is finished first.
 */
function waysBegun(
  template: JsonObject,
  { before, after }: { readonly before: Side; readonly after: Side },
): readonly Way[] {
  return Object.entries(after.resources).flatMap(([name, { type }]): readonly Way[] => {
    const [old, next] = [propertiesOf(name, before), propertiesOf(name, after)];
    if (type === 'OS::Octavia::Listener' && own(before.resources, name) !== undefined) {
      const [from, port] = [Number(next['protocol_port']), Number(old['protocol_port'])];
      if (!isDetourPort(from, port)) return [];
      const there = { ...after, resources: { ...after.resources, [name]: atPort(name, port, after) } };
      const way: Way | null =
        balancerConflicts(before, there).length === 0
          ? { kind: 'port', name, from, port }
          : viaPort(name, { before, after });
      return way === null ? [] : [way];
    }
    if (type !== 'OS::Octavia::HealthMonitor' || own(before.resources, name) !== undefined) return [];
    const pool = referred(next['pool']);
    const isOld = pool !== null && own(before.resources, pool) !== undefined;
    return isOld && !isNamedElsewhere(name, template) ? [{ kind: 'without', name }] : [];
  });
}

function atPort(name: string, port: number, side: Side): JsonObject {
  return {
    ...own(side.resources, name),
    properties: { ...propertiesOf(name, side), protocol_port: port },
  };
}

/** Only on a balancer of the stack's own is it known which ports are taken. */
function viaPort(name: string | null, { before, after }: { before: Side; after: Side }): Way | null {
  if (name === null || own(before.resources, name) === undefined) return null;
  const properties = propertiesOf(name, after);
  const from = Number(properties['protocol_port']);
  if (!Number.isInteger(from) || referred(properties['loadbalancer']) === null) return null;
  const taken = [...listenerPorts(before), ...listenerPorts(after)];
  let port = from;
  do port = nextPort(port);
  while (taken.includes(port));
  return { kind: 'port', name, from, port };
}

function nextPort(port: number): number {
  return port + FAR > MOST ? port + FAR - MOST + LEAST : port + FAR;
}

/** True when a detour may have made the listener of `from` at `port`. */
export function isDetourPort(from: number, port: number): boolean {
  let next = from;
  for (let tries = 0; tries < TRIES; tries += 1) {
    next = nextPort(next);
    if (next === port) return true;
  }
  return false;
}

/** More listeners hardly any balancer has. */
const TRIES = 100;

/** Far from ports that people choose. */
const FAR = 20_011;
const [LEAST, MOST] = [1024, 65_535];

function listenerPorts({ resources }: Side): readonly number[] {
  return Object.values(resources)
    .filter(({ type }) => type === 'OS::Octavia::Listener')
    .map(({ properties }) => Number(object(properties)['protocol_port']));
}

function propertiesOf(name: string, { resources }: Side): JsonObject {
  return object(own(resources, name)?.['properties'] ?? null);
}

/** A function or `depends_on` that names it anywhere else in the template; a text that happens to be equal counts, too. */
function isNamedElsewhere(name: string, template: JsonObject): boolean {
  const key = resourcesKey(template);
  const others = Object.entries(object(template[key])).filter(([one]) => one !== name);
  return mentions({ ...template, [key]: Object.fromEntries(others) }, name);
}

function mentions(value: Json, name: string): boolean {
  if (typeof value === 'string') return value === name || value.includes(`{${name}`);
  if (Array.isArray(value)) return value.some((item) => mentions(item, name));
  return isJsonObject(value) && Object.values(value).some((item) => mentions(item, name));
}

function words(way: Way): string {
  return way.kind === 'without'
    ? `${way.name}: a pool has but one monitor, so one update takes the old one away and the next makes the new one; in between nobody checks the servers`
    : `${way.name}: port ${way.from} holds one listener, so one update makes the new one at port ${way.port} and the next moves it to ${way.from}; while they run the port loses its servers batch by batch, answers nobody for a while, and gets them back the same way`;
}
