/** What the services are asked for lists of whole things, as data, with how each answer is read. */
import type { Json, JsonObject } from '../../model/json.ts';
import { isJsonObject } from '../../model/json.ts';
import type { Thing, ThingKind } from '../../model/things.ts';
import { markerIn, type Page } from './pages.ts';
import type { ServiceName, ServiceRequest } from './service.ts';
import { listIn, ShapeError, textIn } from './shape.ts';
import { sharedFields } from './sharing.ts';

export interface ThingList {
  readonly service: ServiceName;
  request(projectId: string, marker: string | null): ServiceRequest;
  page(body: Json): Page<Thing>;
}

/** Pages keep one answer small; a cloud with a lower bound of its own sends shorter ones. */
const PAGE = 1000;

/** Neutron shows only what is asked for. */
const NEUTRON_FIELDS: Readonly<Record<string, readonly string[]>> = {
  ports: [
    'id',
    'device_id',
    'network_id',
    'fixed_ips',
    'security_groups',
    'allowed_address_pairs',
    'port_security_enabled',
    'admin_state_up',
    'updated_at',
  ],
  floatingips: ['id', 'port_id', 'floating_ip_address', 'fixed_ip_address', 'updated_at'],
  'security-groups': ['id', 'name', 'security_group_rules', 'updated_at'],
};

export const THING_LISTS: Readonly<Record<ThingKind, ThingList>> = {
  port: neutron('ports', 'ports'),
  floatingIp: neutron('floatingips', 'floating IPs'),
  securityGroup: neutron('security-groups', 'security groups'),
  loadBalancer: octavia('loadbalancers', 'load balancers'),
  listener: octavia('listeners', 'listeners'),
  pool: octavia('pools', 'pools'),
  healthMonitor: octavia('healthmonitors', 'health monitors'),
  alarm: {
    service: 'alarming',
    request: (_project, marker) => read('alarming', 'alarms', '/alarms', paged(marker)),
    page: alarmPage,
  },
};

export function membersOf(pool: string): ThingList {
  const path = `/lbaas/pools/${encodeURIComponent(pool)}/members`;
  return {
    service: 'load-balancer',
    request: (_project, marker) => read('load-balancer', `members of pool "${pool}"`, path, paged(marker)),
    page: (body) => linkedPage(body, 'members'),
  };
}

function neutron(collection: string, what: string): ThingList {
  const key = collection.replaceAll('-', '_');
  const fields = (NEUTRON_FIELDS[collection] ?? []).map((field) => ['fields', field] as const);
  return {
    service: 'network',
    request: (project, marker) =>
      read('network', what, `/${collection}`, [...fields, ['project_id', project], ...paged(marker)]),
    page: (body) => linkedPage(body, key),
  };
}

function octavia(collection: string, what: string): ThingList {
  return {
    service: 'load-balancer',
    request: (project, marker) =>
      read('load-balancer', what, `/lbaas/${collection}`, [['project_id', project], ...paged(marker)]),
    page: (body) => linkedPage(body, collection),
  };
}

type Query = NonNullable<ServiceRequest['query']>;

function paged(marker: string | null): Query {
  return [['limit', String(PAGE)], ...(marker === null ? [] : ([['marker', marker]] as const))];
}

function read(service: ServiceName, what: string, path: string, query: Query): ServiceRequest {
  return { service, method: 'GET', path, query, repeat: 'read', doing: `listing ${what}` };
}

function linkedPage(body: Json, key: string): Page<Thing> {
  const items = listIn(body, key).map((fields) => thingOf(fields, 'id'));
  return { items, nextMarker: markerIn(body, `${key}_links`, items.at(-1)?.id) };
}

/** Aodh answers a bare list, without a link: a full page may have a successor. */
function alarmPage(body: Json): Page<Thing> {
  if (!Array.isArray(body)) throw new ShapeError('the alarms are not a list');
  const items = body.filter(isJsonObject).map((fields: JsonObject) => thingOf(fields, 'alarm_id'));
  return { items, nextMarker: items.length < PAGE ? null : (items.at(-1)?.id ?? null) };
}

function thingOf(fields: JsonObject, key: string): Thing {
  return { id: textIn(fields, key), fields: sharedFields(fields) };
}
