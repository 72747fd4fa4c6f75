// Placement over HTTP: which hosts have room for one more server.

import type { Cloud } from '../cloud.ts';
import { type Answer, json } from '../http/answer.ts';
import { type Call, header } from '../http/call.ts';
import type { JsonObject } from '../json.ts';
import { stableId } from '../keystone/services.ts';
import { isAdmin, sessionOf } from '../keystone/tokens.ts';
import type { Host } from '../world.ts';

/** Of 2025.1. */
const NEWEST = 39;

/** `call.path` is below /placement. */
export function placementApi(cloud: Cloud, call: Call): Answer {
  if (call.path === '' || call.path === '/') return json(200, VERSIONS);
  const session = sessionOf(cloud, call);
  if (session === undefined) return json(401, { error: { code: 401, title: 'Unauthorized' } });
  const minor = minorOf(call);
  if (minor === null) return unacceptable(call);
  // (m) a route of a later microversion is no route
  if (`${call.method} ${call.path}` !== 'GET /allocation_candidates' || minor < 10)
    return problem(call, 404, 'Not Found', 'The resource could not be found.\n\n   ');
  if (!isAdmin(session))
    return problem(
      call,
      403,
      'Forbidden',
      'Access was denied to this resource.\n\n Policy does not allow placement:allocation_candidates:list to be performed.  ',
    );
  return candidates(cloud, call);
}

const VERSIONS = {
  versions: [
    {
      id: 'v1.0',
      max_version: `1.${NEWEST}`,
      min_version: '1.0',
      status: 'CURRENT',
      links: [{ rel: 'self', href: '' }],
    },
  ],
};

function minorOf(call: Call): number | null {
  const asked = /(?:^|,)\s*placement\s+(\S+?)\s*(?:,|$)/.exec(
    header(call, 'openstack-api-version') ?? '',
  )?.[1];
  if (asked === undefined) return 0;
  if (asked === 'latest') return NEWEST;
  const minor = /^1\.(\d{1,4})$/.exec(asked)?.[1];
  return minor === undefined || Number(minor) > NEWEST ? null : Number(minor);
}

/** A host with several candidates is none here: each gives all of its resources itself. */
function candidates(cloud: Cloud, call: Call): Answer {
  const text = call.query.get('resources');
  const trouble = text === null ? NO_RESOURCES : resourcesTrouble(text);
  if (text === null || trouble !== null)
    return problem(call, 400, 'Bad Request', `${MALFORMED}\n\n ${trouble}  `);
  const wanted = wantedOf(text);
  const limit = Number(call.query.get('limit') ?? Number.POSITIVE_INFINITY);
  const fitting = summaries(cloud)
    .filter(({ resources }) =>
      Object.entries(wanted).every(([name, amount]) => free(resources[name]) >= amount),
    )
    .slice(0, limit);
  return json(200, {
    allocation_requests: fitting.map(({ id }) => ({ allocations: { [id]: { resources: wanted } } })),
    provider_summaries: Object.fromEntries(fitting.map(({ id, resources }) => [id, { resources }])),
  });
}

const MALFORMED =
  'The server could not comply with the request since it is either malformed or otherwise incorrect.';
const NO_RESOURCES = "Invalid query string parameters: 'resources' is a required property";
const CLASSES = ['VCPU', 'MEMORY_MB', 'DISK_GB'];

/** `VCPU:1,MEMORY_MB:512`: (m) of each class a whole number from 1 on. */
function resourcesTrouble(text: string): string | null {
  for (const part of text.split(',')) {
    const [name = '', amount = ''] = part.split(':');
    if (!/^\d+$/.test(amount))
      return `Requested resource ${name} expected positive integer amount. Got: ${amount}.`;
    if (Number(amount) < 1) return `Requested resource ${name} requires amount >= 1. Got: ${Number(amount)}.`;
    if (!CLASSES.includes(name))
      return `Invalid resource class in resources parameter: No such resource class ${name}.`;
  }
  return null;
}

function wantedOf(text: string): Readonly<Record<string, number>> {
  return Object.fromEntries(
    text.split(',').map((part) => {
      const [name = '', amount = ''] = part.split(':');
      return [name, Number(amount)];
    }),
  );
}

interface Row {
  readonly capacity: number;
  readonly used: number;
}

function free(row: Row | undefined): number {
  return row === undefined ? -1 : row.capacity - row.used;
}

/** Servers stand on the first host that has room for them, oldest first: nobody schedules here. */
function summaries(
  cloud: Cloud,
): readonly { readonly id: string; readonly resources: Record<string, Row> }[] {
  const hosts = (cloud.world.hosts ?? [WIDE]).map((host) => ({
    ...host,
    used: { vcpus: 0, ram: 0, disk: 0 },
  }));
  for (const server of cloud.world.servers.values()) {
    const flavor = cloud.world.flavors.find(({ id }) => id === server.flavor);
    if (flavor === undefined) continue;
    const { vcpus, ram, disk } = flavor;
    const host = hosts.find(
      ({ used, ...all }) =>
        used.vcpus + vcpus <= all.vcpus && used.ram + ram <= all.ram && used.disk + disk <= all.disk,
    );
    if (host !== undefined)
      host.used = { vcpus: host.used.vcpus + vcpus, ram: host.used.ram + ram, disk: host.used.disk + disk };
  }
  return hosts.map(({ name, vcpus, ram, disk, used }) => ({
    id: uuidOf(name),
    resources: {
      VCPU: { capacity: vcpus, used: used.vcpus },
      MEMORY_MB: { capacity: ram, used: used.ram },
      DISK_GB: { capacity: disk, used: used.disk },
    },
  }));
}

/** As roomy as the compute quotas of the seeded cloud. */
const WIDE: Host = { name: 'fake-host', vcpus: 2_000_000, ram: 4_000_000_000, disk: 100_000_000 };

function uuidOf(name: string): string {
  return stableId(`host/${name}`).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function unacceptable(call: Call): Answer {
  const asked = header(call, 'openstack-api-version')?.replace(/^.*placement\s+/, '') ?? '';
  const detail = `The resource could not be generated that was acceptable to your browser (content of type application/json. \n\n Invalid microversion: Unacceptable version header: ${asked}`;
  const more = { max_version: `1.${NEWEST}`, min_version: '1.0' };
  return problem(call, 406, 'Not Acceptable', detail, more);
}

function problem(call: Call, status: number, title: string, detail: string, more: JsonObject = {}): Answer {
  return json(status, { errors: [{ status, title, detail, request_id: call.requestId, ...more }] });
}

/** What an operator has set; undefined when it is no list of hosts. */
export function hostsFrom(body: JsonObject | undefined): readonly Host[] | undefined {
  const given = body?.['hosts'];
  if (!Array.isArray(given)) return undefined;
  const hosts = given.map((one, index): Host | undefined => {
    const { vcpus, ram, disk } = one !== null && typeof one === 'object' && !Array.isArray(one) ? one : {};
    if (typeof vcpus !== 'number' || typeof ram !== 'number' || typeof disk !== 'number') return undefined;
    return { name: `host-${index + 1}`, vcpus, ram, disk };
  });
  return hosts.every((host) => host !== undefined) ? hosts : undefined;
}
