/** What a service is sent to have what Heat was told, as data. */
import type { Json, JsonObject } from '../../model/json.ts';
import type { ServiceMend } from '../../ports/cloud.ts';
import type { Method } from './http.ts';
import type { ServiceName, ServiceRequest } from './service.ts';

/** An alarm goes as a whole: Aodh forgets what a PUT leaves out. */
export type PlainMend = Exclude<ServiceMend, PartMend | { readonly kind: 'alarm' }>;

/** Of Octavia's, which carries out later what it has accepted. */
export type PartMend = Extract<ServiceMend, { readonly kind: keyof typeof PARTS | 'poolMember' }>;

export function mendRequest(mend: PlainMend): ServiceRequest {
  switch (mend.kind) {
    case 'port':
      return put('network', `/ports/${at(mend.id)}`, { port: mend.fields }, `port "${mend.id}"`);
    case 'floatingIp':
      return put(
        'network',
        `/floatingips/${at(mend.id)}`,
        { floatingip: mend.fields },
        `floating IP "${mend.id}"`,
      );
    case 'server':
      return put('compute', `/servers/${at(mend.id)}`, { server: mend.fields }, `server "${mend.id}"`);
    case 'tags':
      return put(
        'compute',
        `/servers/${at(mend.id)}/tags`,
        { tags: [...mend.tags] },
        `the tags of server "${mend.id}"`,
      );
    case 'setMetadata':
      return write('POST', 'compute', {
        path: `/servers/${at(mend.id)}/metadata`,
        json: { metadata: { [mend.key]: mend.value } },
        doing: `setting the metadata "${mend.key}" of server "${mend.id}" back`,
      });
    case 'removeMetadata':
      return write('DELETE', 'compute', {
        path: `/servers/${at(mend.id)}/metadata/${at(mend.key)}`,
        doing: `taking the metadata "${mend.key}" from server "${mend.id}"`,
      });
    case 'addRule':
      return write('POST', 'network', {
        path: '/security-group-rules',
        json: { security_group_rule: { ...mend.rule, security_group_id: mend.group } },
        doing: `adding a rule to security group "${mend.group}"`,
      });
    case 'removeRule':
      return write('DELETE', 'network', {
        path: `/security-group-rules/${at(mend.id)}`,
        doing: `removing security group rule "${mend.id}"`,
      });
  }
}

const PARTS = {
  loadBalancer: { collection: 'loadbalancers', key: 'loadbalancer' },
  listener: { collection: 'listeners', key: 'listener' },
  pool: { collection: 'pools', key: 'pool' },
  healthMonitor: { collection: 'healthmonitors', key: 'healthmonitor' },
} as const;

export function setPart(mend: PartMend): ServiceRequest {
  return put('load-balancer', partPath(mend), { [keyOf(mend)]: mend.fields }, `"${mend.id}" of Octavia`);
}

export function readPart(mend: PartMend): ServiceRequest {
  const path = partPath(mend);
  return {
    service: 'load-balancer',
    method: 'GET',
    path,
    repeat: 'read',
    doing: `reading "${mend.id}" of Octavia`,
  };
}

/** The object in Octavia's answer. */
export function partIn(mend: PartMend, body: JsonObject): Json {
  return body[keyOf(mend)] ?? null;
}

function keyOf({ kind }: PartMend): string {
  return kind === 'poolMember' ? 'member' : PARTS[kind].key;
}

function partPath(mend: PartMend): string {
  return mend.kind === 'poolMember'
    ? `/lbaas/pools/${at(mend.pool)}/members/${at(mend.id)}`
    : `/lbaas/${PARTS[mend.kind].collection}/${at(mend.id)}`;
}

export function readAlarm(id: string): ServiceRequest {
  const path = `/alarms/${at(id)}`;
  return { service: 'alarming', method: 'GET', path, repeat: 'read', doing: `reading alarm "${id}"` };
}

export function replaceAlarm(id: string, alarm: JsonObject): ServiceRequest {
  return put('alarming', `/alarms/${at(id)}`, alarm, `alarm "${id}"`);
}

/** The same value once more is the same value. */
function put(service: ServiceName, path: string, json: JsonObject, what: string): ServiceRequest {
  return write('PUT', service, { path, json, doing: `setting ${what} back` });
}

function write(
  method: Method,
  service: ServiceName,
  rest: Pick<ServiceRequest, 'path' | 'doing'> & { readonly json?: Json },
): ServiceRequest {
  return { service, method, repeat: 'repeatable', ...rest };
}

function at(id: string): string {
  return encodeURIComponent(id);
}
