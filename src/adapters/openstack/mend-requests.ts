/** What a service is sent to have what Heat was told, as data. */
import type { Json, JsonObject } from '../../model/json.ts';
import type { ServiceMend } from '../../ports/cloud.ts';
import type { Method } from './http.ts';
import type { ServiceName, ServiceRequest } from './service.ts';

/** An alarm goes as a whole: Aodh forgets what a PUT leaves out. */
export type PlainMend = Exclude<ServiceMend, { readonly kind: 'alarm' }>;

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
    case 'loadBalancer':
      return part(
        `/loadbalancers/${at(mend.id)}`,
        { loadbalancer: mend.fields },
        `load balancer "${mend.id}"`,
      );
    case 'listener':
      return part(`/listeners/${at(mend.id)}`, { listener: mend.fields }, `listener "${mend.id}"`);
    case 'pool':
      return part(`/pools/${at(mend.id)}`, { pool: mend.fields }, `pool "${mend.id}"`);
    case 'healthMonitor':
      return part(
        `/healthmonitors/${at(mend.id)}`,
        { healthmonitor: mend.fields },
        `health monitor "${mend.id}"`,
      );
    case 'poolMember':
      return part(
        `/pools/${at(mend.pool)}/members/${at(mend.id)}`,
        { member: mend.fields },
        `pool member "${mend.id}"`,
      );
  }
}

function part(path: string, json: JsonObject, what: string): ServiceRequest {
  return put('load-balancer', `/lbaas${path}`, json, what);
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
