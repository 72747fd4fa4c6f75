// Neutron v2.0 over HTTP; of writing only what people change by hand.

import type { Cloud } from '../cloud.ts';
import { type Answer, json } from '../http/answer.ts';
import type { Call } from '../http/call.ts';
import type { JsonObject } from '../json.ts';
import { isAdmin, mayWrite, type Session, sessionOf } from '../keystone/tokens.ts';
import { unauthorized } from '../nova/api.ts';
import { availabilityViews } from './availability.ts';
import { HAND_EDITS } from './hand-edits.ts';
import { listed, type Row, rowOf } from './listing.ts';
import { portRows } from './port-views.ts';
import { quotaAnswer, setQuotas } from './quotas.ts';
import {
  floatingIpViews,
  networkViews,
  securityGroupRuleViews,
  securityGroupViews,
  subnetViews,
} from './views.ts';

interface Collection {
  readonly singular: string;
  /** What a missing one is called. */
  readonly missing: (id: string) => readonly [type: string, message: string];
  /** What the project may see. */
  readonly list: (cloud: Cloud, project: string) => Iterable<Row>;
}

const COLLECTIONS: Readonly<Record<string, Collection>> = {
  networks: { singular: 'network', missing: missing('Network'), list: rowsOf(networkViews) },
  subnets: { singular: 'subnet', missing: missing('Subnet'), list: rowsOf(subnetViews) },
  ports: { singular: 'port', missing: missing('Port'), list: portRows },
  floatingips: {
    singular: 'floatingip',
    missing: (id) => ['FloatingIPNotFound', `Floating IP ${id} could not be found`],
    list: rowsOf(floatingIpViews),
  },
  'security-groups': {
    singular: 'security_group',
    missing: (id) => ['SecurityGroupNotFound', `Security group ${id} does not exist`],
    list: rowsOf(securityGroupViews),
  },
  'security-group-rules': {
    singular: 'security_group_rule',
    missing: (id) => ['SecurityGroupRuleNotFound', `Security group rule ${id} does not exist`],
    list: rowsOf(securityGroupRuleViews),
  },
};

function rowsOf(views: (cloud: Cloud, project: string) => readonly JsonObject[]): Collection['list'] {
  return (cloud, project) => views(cloud, project).map(rowOf);
}

/** `call.path` is below /networking. */
export function networkApi(cloud: Cloud, call: Call): Answer {
  if (call.path === '' || call.path === '/') return versions(cloud);
  const session = sessionOf(cloud, call);
  if (session === undefined) return unauthorized(cloud);
  const [version, name = '', id, ...rest] = call.path.split('/').filter((part) => part !== '');
  if (version === 'v2.0' && name === 'extensions' && call.method === 'GET')
    return json(200, { extensions: [] });
  if (version === 'v2.0' && name === 'quotas' && call.method === 'GET')
    return quotaAnswer(cloud, session, [id ?? '', ...rest]);
  if (version === 'v2.0' && name === 'quotas' && call.method === 'PUT' && rest.length === 0)
    return setQuotas(cloud, session, call);
  if (version === 'v2.0' && name === 'network-ip-availabilities' && call.method === 'GET')
    return availability(cloud, call, isAdmin(session), id);
  const collection = COLLECTIONS[name];
  if (version !== 'v2.0' || collection === undefined || rest.length > 0) return notFound();
  if (call.method !== 'GET') return changed(cloud, call, session, name, id);
  const rows = collection.list(cloud, session.project.id);
  return id === undefined ? listed(cloud, call, name, rows) : shown(collection, rows, id);
}

function changed(cloud: Cloud, call: Call, session: Session, name: string, id: string | undefined): Answer {
  const edit = HAND_EDITS[`${call.method} ${name}`];
  if (edit === undefined || (id === undefined) !== (call.method === 'POST')) return notFound();
  if (!mayWrite(session)) return failure(403, 'PolicyNotAuthorized', `rule:${name} is disallowed by policy`);
  const answer = edit({ cloud, project: session.project.id, call, id: id ?? '' });
  return answer ?? failure(404, ...(COLLECTIONS[name]?.missing(id ?? '') ?? ['HTTPNotFound', '']));
}

function shown(collection: Collection, rows: Iterable<Row>, id: string): Answer {
  for (const row of rows) if (row.id === id) return json(200, { [collection.singular]: row.view() });
  return failure(404, ...collection.missing(id));
}

function missing(kind: string): Collection['missing'] {
  return (id) => [`${kind}NotFound`, `${kind} ${id} could not be found.`];
}

/** To all but admins there is nothing in the list, and no such thing (measured). */
function availability(cloud: Cloud, call: Call, admin: boolean, id: string | undefined): Answer {
  const all = admin ? availabilityViews(cloud) : [];
  if (id === undefined) return listed(cloud, call, 'network-ip-availabilities', all.map(rowOf));
  const found = all.find((one) => one['network_id'] === id);
  if (found !== undefined) return json(200, { network_ip_availability: found });
  return admin ? failure(404, ...missing('Network')(id)) : notFound();
}

function versions(cloud: Cloud): Answer {
  const links = [{ rel: 'self', href: `${cloud.base}/networking/v2.0/` }];
  return json(200, { versions: [{ id: 'v2.0', status: 'CURRENT', links }] });
}

function notFound(): Answer {
  return failure(404, 'HTTPNotFound', 'The resource could not be found.');
}

function failure(status: number, type: string, message: string): Answer {
  return json(status, { NeutronError: { type, message, detail: '' } });
}
