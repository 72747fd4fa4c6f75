// OS::Octavia::LoadBalancer, Listener, Pool, HealthMonitor and PoolMember: each waits for its balancer, as Heat does.

import type { Cloud } from '../../cloud.ts';
import type { Json, JsonObject } from '../../json.ts';
import { findByNameOrId } from '../../lookup.ts';
import { changePart, removePart } from '../../octavia/alter.ts';
import { findPart } from '../../octavia/find.ts';
import { makePart } from '../../octavia/make.ts';
import type { AnyPart, Kind } from '../../octavia/records.ts';
import { isRefusal, type Refusal } from '../../octavia/refusal.ts';
import { partView } from '../../octavia/views.ts';
import { DONE, type ResourceType, type Site, type Step } from '../plug-in.ts';
import { InvalidValue } from '../problem.ts';
import { physicalName } from '../rows.ts';
import { select } from '../template/functions.ts';

type Behaviour = Omit<ResourceType, 'schema'>;

/** What a property is called in Octavia, and what kind of thing it refers to. */
interface Property {
  readonly field: string;
  readonly refersTo?: Kind | 'subnet';
}

interface Face {
  readonly kind: Kind;
  /** Properties whose name or meaning differs; the others go as they are. */
  readonly properties: Readonly<Record<string, Property>>;
  /** Whether Heat makes up a name. */
  readonly named: boolean;
}

const BALANCER: Property = { field: 'loadbalancer_id', refersTo: 'loadbalancer' };
const POOL: Property = { field: 'pool_id', refersTo: 'pool' };
const SUBNET: Property = { field: 'subnet_id', refersTo: 'subnet' };

const FACES: Readonly<Record<string, Face>> = {
  LoadBalancer: {
    kind: 'loadbalancer',
    properties: { vip_subnet: { ...SUBNET, field: 'vip_subnet_id' }, flavor: { field: 'flavor_id' } },
    named: true,
  },
  Listener: {
    kind: 'listener',
    properties: { loadbalancer: BALANCER, default_pool: { ...POOL, field: 'default_pool_id' } },
    named: true,
  },
  Pool: {
    kind: 'pool',
    properties: { loadbalancer: BALANCER, listener: { field: 'listener_id', refersTo: 'listener' } },
    named: true,
  },
  HealthMonitor: { kind: 'healthmonitor', properties: { pool: POOL }, named: false },
  PoolMember: { kind: 'member', properties: { subnet: SUBNET }, named: false },
};

/** heat/engine/resources/openstack/octavia/octavia_base.py: it asks again for as long as Octavia says 409. */
export function balancingBehaviour(name: keyof typeof FACES): Behaviour {
  const face = FACES[name];
  if (face === undefined) throw new Error(`"${name}" is no type of Octavia's in Heat`);
  return {
    ...(name === 'Pool' ? { validate: validatePool } : {}),
    create: (site) => askToMake(face, site),
    update: (site) => (site.changed.size === 0 ? DONE : askToChange(face, site)),
    remove: (site) => askToRemove(face, site),
    resume: (site, phase) => resume(face, site, phase),
    attribute: (site, attribute, path) => attributeOf(face, site, attribute, path),
    sameValue: (site, property, before, after) => {
      const refersTo = face.properties[property]?.refersTo ?? (property === 'pool' ? 'pool' : undefined);
      return (
        refersTo !== undefined && idOf(site.cloud, refersTo, before) === idOf(site.cloud, refersTo, after)
      );
    },
  };
}

/** heat octavia/pool.py validate. */
function validatePool(properties: JsonObject): void {
  if ((properties['listener'] ?? properties['loadbalancer'] ?? null) !== null) return;
  throw new InvalidValue(
    '',
    [],
    'At least one of the following properties must be specified: listener, loadbalancer.',
  );
}

function askToMake(face: Face, site: Site): Step {
  const pool = face.kind === 'member' ? poolOf(site) : undefined;
  if (pool !== undefined && isRefusal(pool)) return answered(pool, 'make');
  const sent = bodyOf(face, site, Object.keys(site.properties));
  const named = face.named ? { name: physicalName(site.stack, site.row), ...sent } : sent;
  const made = makePart(site.cloud, askerOf(site), face.kind, named, pool);
  if (isRefusal(made)) return answered(made, 'make');
  site.row.physicalId = made.id;
  return later('made');
}

function askToChange(face: Face, site: Site): Step {
  const part = partOf(face, site);
  if (isRefusal(part)) return answered(part, 'change');
  const refusal = changePart(site.cloud, face.kind, part, bodyOf(face, site, [...site.changed]));
  return refusal === undefined ? later('changed') : answered(refusal, 'change');
}

function askToRemove(face: Face, site: Site): Step {
  const part = partOf(face, site);
  if (isRefusal(part)) return DONE;
  const refusal = removePart(site.cloud, face.kind, part);
  return refusal === undefined ? later('removed') : answered(refusal, 'remove');
}

function resume(face: Face, site: Site, phase: string): Step {
  switch (phase) {
    case 'make':
      return askToMake(face, site);
    case 'change':
      return askToChange(face, site);
    case 'remove':
      return askToRemove(face, site);
    case 'removed':
      return isRefusal(partOf(face, site)) ? DONE : later(phase);
    default:
      return look(face, site, phase);
  }
}

function look(face: Face, site: Site, phase: string): Step {
  const part = partOf(face, site);
  if (isRefusal(part)) return answered(part, phase);
  if (part.provisioning === 'ERROR')
    return { kind: 'failed', error: 'ResourceInError', message: 'Went to status ERROR due to "Unknown"' };
  return part.provisioning === 'ACTIVE' ? DONE : later(phase);
}

/** 409 is no failure to Heat, whatever the reason: a double member waits until the stack times out (measured). */
function answered({ status, message }: Refusal, phase: string): Step {
  if (status === 409) return later(phase);
  return {
    kind: 'failed',
    error: 'OctaviaClientException',
    message: `${message} (HTTP ${status}) (Request-ID: req-0)`,
  };
}

function later(phase: string): Step {
  return { kind: 'wait', seconds: 1, phase };
}

function bodyOf(face: Face, site: Site, names: readonly string[]): JsonObject {
  const entries = names.flatMap((name): [string, Json][] => {
    const value = site.properties[name];
    if (value === undefined || value === null) return [];
    if (face.kind === 'member' && name === 'pool') return [];
    const { field, refersTo } = face.properties[name] ?? { field: name };
    return [[field, refersTo === undefined ? value : idOf(site.cloud, refersTo, value)]];
  });
  return Object.fromEntries(entries);
}

/** Heat's translation rules turn names into ids. */
function idOf(cloud: Cloud, kind: Kind | 'subnet', value: Json | undefined): string {
  const wanted = String(value);
  if (kind === 'subnet') return findByNameOrId(cloud.world.subnets, wanted)?.id ?? wanted;
  return findBalancing(cloud, kind, wanted)?.id ?? wanted;
}

export function findBalancing(cloud: Cloud, kind: Kind, nameOrId: string): AnyPart | undefined {
  const parts = cloud.world.balancing[kind];
  const byId = parts.get(nameOrId);
  if (byId !== undefined) return byId;
  for (const part of parts.values()) if (part.fields['name'] === nameOrId) return part;
  return undefined;
}

function poolOf(site: Site) {
  const id = idOf(site.cloud, 'pool', site.properties['pool']);
  return findPart(site.cloud, askerOf(site), 'pool', id);
}

function partOf(face: Face, site: Site): AnyPart | Refusal {
  return findPart(site.cloud, askerOf(site), face.kind, site.row.physicalId ?? '');
}

function askerOf(site: Site) {
  return { project: site.stack.project, isAdmin: false };
}

/** A key that Octavia leaves out is an error of the attribute (a pool's healthmonitor_id without a monitor; measured). */
function attributeOf(face: Face, site: Site, name: string, path: readonly string[]): Json | undefined {
  const part = partOf(face, site);
  if (isRefusal(part)) return null;
  const view = partView(site.cloud, face.kind, part);
  if (name === 'show') return select(view, [...path]);
  const value = view[name];
  if (value === undefined)
    throw new InvalidValue('', [], `The Referenced Attribute (${site.row.name} ${name}) is incorrect.`);
  return select(value, [...path]);
}
