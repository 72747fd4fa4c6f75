// Which fields a request may carry, by kind, and what Octavia says of a value that does not fit.

import { isObject, type Json, type JsonObject } from '../json.ts';
import type { Kind } from './records.ts';
import { type Refusal, refused } from './refusal.ts';

interface Field {
  readonly type: 'text' | 'number' | 'boolean' | 'list' | 'map';
  readonly required?: true;
  readonly min?: number;
  readonly max?: number;
  readonly oneOf?: readonly string[];
  readonly fits?: { readonly test: (value: string) => boolean; readonly otherwise: string };
  /** Cannot be changed later. */
  readonly once?: true;
}

const TEXT: Field = { type: 'text' };
const ONCE: Field = { type: 'text', once: true };
const FLAG: Field = { type: 'boolean' };
const LIST: Field = { type: 'list' };
const PORT = { type: 'number', min: 1, max: 65535 } as const;
const MILLISECONDS: Field = { type: 'number', min: 0, max: 86_400_000 };
const ADDRESS: Field = {
  type: 'text',
  fits: { test: isAddress, otherwise: 'Value should be IPv4 or IPv6 format' },
};
const PROTOCOLS = ['HTTP', 'HTTPS', 'PROMETHEUS', 'SCTP', 'TCP', 'TERMINATED_HTTPS', 'UDP'];
const POOL_PROTOCOLS = ['HTTP', 'HTTPS', 'PROXY', 'PROXYV2', 'SCTP', 'TCP', 'UDP'];
const ALGORITHMS = ['LEAST_CONNECTIONS', 'ROUND_ROBIN', 'SOURCE_IP', 'SOURCE_IP_PORT'];
const MONITORS = ['HTTP', 'HTTPS', 'PING', 'SCTP', 'TCP', 'TLS-HELLO', 'UDP-CONNECT'];
const CODES = /^(\d{3}(\s*,\s*\d{3})*)$|^(\d{3}-\d{3})$/;
const COMMON = {
  name: TEXT,
  description: TEXT,
  admin_state_up: FLAG,
  tags: LIST,
  project_id: ONCE,
  tenant_id: ONCE,
};

const FIELDS: Readonly<Record<Kind, Readonly<Record<string, Field>>>> = {
  loadbalancer: {
    ...COMMON,
    vip_address: { ...ADDRESS, once: true },
    vip_port_id: ONCE,
    vip_subnet_id: ONCE,
    vip_network_id: ONCE,
    vip_qos_policy_id: TEXT,
    additional_vips: { type: 'list', once: true },
    provider: ONCE,
    flavor_id: ONCE,
    availability_zone: ONCE,
  },
  listener: {
    ...COMMON,
    protocol: { ...ONCE, required: true, oneOf: PROTOCOLS },
    protocol_port: { ...PORT, required: true, once: true },
    loadbalancer_id: { ...ONCE, required: true },
    connection_limit: { type: 'number', min: -1 },
    default_pool_id: TEXT,
    default_tls_container_ref: TEXT,
    sni_container_refs: LIST,
    insert_headers: { type: 'map' },
    allowed_cidrs: LIST,
    timeout_client_data: MILLISECONDS,
    timeout_member_connect: MILLISECONDS,
    timeout_member_data: MILLISECONDS,
    timeout_tcp_inspect: MILLISECONDS,
  },
  pool: {
    ...COMMON,
    loadbalancer_id: ONCE,
    listener_id: ONCE,
    protocol: { ...ONCE, required: true, oneOf: POOL_PROTOCOLS },
    lb_algorithm: { ...TEXT, required: true, oneOf: ALGORITHMS },
    session_persistence: { type: 'map' },
    tls_enabled: FLAG,
  },
  member: {
    name: TEXT,
    admin_state_up: FLAG,
    tags: LIST,
    project_id: ONCE,
    tenant_id: ONCE,
    address: { ...ADDRESS, required: true, once: true },
    protocol_port: { ...PORT, required: true, once: true },
    weight: { type: 'number', min: 0, max: 256 },
    backup: FLAG,
    subnet_id: ONCE,
    monitor_address: ADDRESS,
    monitor_port: PORT,
  },
  healthmonitor: {
    name: TEXT,
    admin_state_up: FLAG,
    tags: LIST,
    project_id: ONCE,
    tenant_id: ONCE,
    pool_id: { ...ONCE, required: true },
    type: { ...ONCE, required: true, oneOf: MONITORS },
    delay: { type: 'number', required: true, min: 0 },
    timeout: { type: 'number', required: true, min: 0 },
    max_retries: { type: 'number', required: true, min: 1, max: 10 },
    max_retries_down: { type: 'number', min: 1, max: 10 },
    http_method: {
      ...TEXT,
      oneOf: ['CONNECT', 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT', 'TRACE'],
    },
    url_path: {
      ...TEXT,
      fits: { test: (value) => value.startsWith('/'), otherwise: 'Value must be a valid URL Path string' },
    },
    expected_codes: {
      ...TEXT,
      fits: {
        test: (value) => CODES.test(value),
        otherwise: `Value should match the pattern ${CODES.source}`,
      },
    },
    http_version: { type: 'number' },
    domain_name: TEXT,
  },
};

/** The body's argument as WSME names it in its messages. */
const ARGUMENTS: Readonly<Record<Kind, string>> = {
  loadbalancer: 'load_balancer.loadbalancer',
  listener: 'listener_.listener',
  pool: 'pool_.pool',
  member: 'member_.member',
  healthmonitor: 'health_monitor_.healthmonitor',
};

/** The first thing wrong with what was sent; undefined if nothing is. */
export function fieldTrouble(kind: Kind, sent: JsonObject, creation: boolean): Refusal | undefined {
  const table = FIELDS[kind];
  for (const [name, value] of Object.entries(sent)) {
    const field = table[name];
    if (field === undefined || (!creation && field.once === true))
      return refused(400, `Unknown attribute for argument ${ARGUMENTS[kind]}: ${name}`);
    const trouble = value === null ? undefined : valueTrouble(field, value);
    if (trouble !== undefined) return badValue(name, value, trouble);
  }
  const missing = Object.entries(table).find(
    ([name, field]) => creation && field.required === true && (sent[name] ?? null) === null,
  );
  return missing === undefined ? undefined : badValue(missing[0], null, 'Mandatory field missing.');
}

function badValue(name: string, value: Json | undefined, trouble: string): Refusal {
  const shown = value === null ? 'None' : typeof value === 'object' ? JSON.stringify(value) : String(value);
  return refused(400, `Invalid input for field/attribute ${name}. Value: '${shown}'. ${trouble}`);
}

function valueTrouble(field: Field, value: Json | undefined): string | undefined {
  switch (field.type) {
    case 'number':
      return numberTrouble(field, value);
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `Value should be a boolean`;
    case 'list':
      return Array.isArray(value) ? undefined : 'Value should be a list';
    case 'map':
      return isObject(value) ? undefined : 'Value should be an object';
    case 'text':
      return textTrouble(field, value);
  }
}

function numberTrouble({ min, max }: Field, value: Json | undefined): string | undefined {
  const number = Number(value);
  if (Number.isNaN(number)) return 'Value should be a number';
  if (min !== undefined && number < min) return `Value should be greater or equal to ${min}`;
  return max !== undefined && number > max ? `Value should be lower or equal to ${max}` : undefined;
}

function textTrouble({ oneOf, fits }: Field, value: Json | undefined): string | undefined {
  if (typeof value !== 'string') return 'Value should be a string';
  if (oneOf !== undefined && !oneOf.includes(value)) return `Value should be one of: ${oneOf.join(', ')}`;
  return fits === undefined || fits.test(value) ? undefined : fits.otherwise;
}

function isAddress(value: string): boolean {
  const parts = value.split('.');
  if (parts.length === 4) return parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256);
  return value.includes(':') && /^[0-9a-f:]+$/i.test(value);
}
