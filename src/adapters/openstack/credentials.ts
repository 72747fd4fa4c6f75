/** Makes credentials out of a cloud's settings, or says what is missing in them. */
import type { CloudSettings } from './cloud-settings.ts';
import { invalid } from './clouds-file.ts';

export type Interface = 'public' | 'internal' | 'admin';

export type Domain = { readonly id: string } | { readonly name: string } | null;

export type Identity =
  | { readonly method: 'password'; readonly user: NamedIn; readonly password: string }
  | {
      readonly method: 'application_credential';
      readonly credential: { readonly id: string } | { readonly name: string; readonly user: NamedIn };
      readonly secret: string;
    }
  | { readonly method: 'token'; readonly token: string };

/** Something known by id, or by name inside a domain. */
export type NamedIn = { readonly id: string } | { readonly name: string; readonly domain: Domain };

export interface Credentials {
  /** For words. */
  readonly cloud: string;
  readonly origin: string;
  /** Ends in /v3. */
  readonly authUrl: URL;
  readonly identity: Identity;
  /** null = what the credential itself is bound to. */
  readonly project: NamedIn | null;
  readonly region: string | null;
  readonly interface: Interface;
  readonly tls: {
    readonly cacert: string | null;
    readonly cert: string | null;
    readonly key: string | null;
    readonly verify: boolean;
  };
  /** By service type with underscores: `load_balancer_endpoint_override` → load_balancer. */
  readonly endpoints: Readonly<Record<string, string>>;
  readonly interfaces: Readonly<Record<string, Interface>>;
  /** To be masked wherever they turn up. */
  readonly secrets: readonly string[];
}

type Get = (...keys: readonly string[]) => string | null;

export function credentialsFrom(settings: CloudSettings): Credentials {
  const get: Get = (...keys) => firstText(settings, keys);
  refuseOtherScopes(settings, get);
  const identity = identityFrom(settings, get);
  const project = identity.method === 'application_credential' ? null : projectFrom(get);
  return {
    cloud: settings.name,
    origin: settings.origin,
    authUrl: authUrlFrom(settings, get),
    identity,
    project,
    region: get('region_name'),
    interface: interfaceOf(settings, get('interface', 'endpoint_type') ?? 'public'),
    tls: { cacert: get('cacert'), cert: get('cert'), key: get('key'), verify: verifyFrom(get) },
    endpoints: bySuffix(settings, '_endpoint_override'),
    interfaces: interfacesByService(settings),
    secrets: secretsOf(identity),
  };
}

function firstText({ values }: CloudSettings, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = values[key];
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  }
  return null;
}

/** Stacks live in projects. */
function refuseOtherScopes({ origin }: CloudSettings, get: Get): void {
  if (get('system_scope') !== null) {
    throw invalid(
      `reading ${origin}: it asks for system scope; stacks live in a project, so give project_name instead`,
    );
  }
  const domain = get('domain_id') ?? get('domain_name');
  const project = get('project_id', 'tenant_id', 'project_name', 'tenant_name');
  if (domain !== null && project === null && get('auth_type') !== 'v3applicationcredential') {
    throw invalid(
      `reading ${origin}: it asks for the scope of domain "${domain}"; stacks live in a project, so give project_name too`,
    );
  }
}

function authUrlFrom({ origin }: CloudSettings, get: Get): URL {
  const text = get('auth_url');
  if (text === null)
    throw invalid(
      `reading ${origin}: auth_url (OS_AUTH_URL) is missing; give Keystone's address, such as https://keystone.example:5000/v3`,
    );
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw invalid(
      `reading ${origin}: auth_url "${text.slice(0, 200)}" is not an http(s) address; it should look like https://keystone.example:5000/v3`,
    );
  }
  url.username = '';
  url.password = '';
  url.search = '';
  url.pathname = `${url.pathname.replace(/\/+$/, '').replace(/\/v(2\.0|3)$/, '')}/v3`;
  return url;
}

type Method = Identity['method'];

const AUTH_TYPES: Readonly<Record<string, Method>> = {
  password: 'password',
  v3password: 'password',
  v3applicationcredential: 'application_credential',
  token: 'token',
  v3token: 'token',
};

/** Without auth_type the keys decide, which spares people a setting that openstacksdk asks for. */
function methodFrom({ origin }: CloudSettings, get: Get): Method {
  const type = get('auth_type', 'auth_plugin');
  if (type !== null) {
    const method = Object.hasOwn(AUTH_TYPES, type) ? AUTH_TYPES[type] : undefined;
    if (method !== undefined) return method;
    throw invalid(
      `reading ${origin}: auth_type "${type}" is not supported; use one of ${Object.keys(AUTH_TYPES).join(', ')}`,
    );
  }
  if (get('application_credential_id', 'application_credential_name') !== null)
    return 'application_credential';
  return get('token', 'auth_token') !== null && get('password') === null ? 'token' : 'password';
}

function identityFrom(settings: CloudSettings, get: Get): Identity {
  const method = methodFrom(settings, get);
  const need = (words: string, ...keys: readonly string[]): string => {
    const value = get(...keys);
    if (value === null)
      throw invalid(
        `reading ${settings.origin}: ${words} is missing; a login by ${method.replace('_', ' ')} needs it`,
      );
    return value;
  };
  switch (method) {
    case 'password':
      return { method, user: userFrom(get, need), password: need('password (OS_PASSWORD)', 'password') };
    case 'token':
      return { method, token: need('token (OS_TOKEN)', 'token', 'auth_token') };
    case 'application_credential':
      return {
        method,
        credential: credentialFrom(get, need),
        secret: need('application_credential_secret', 'application_credential_secret'),
      };
  }
}

type Need = (words: string, ...keys: readonly string[]) => string;

function credentialFrom(get: Get, need: Need) {
  const id = get('application_credential_id');
  if (id !== null) return { id };
  return {
    name: need('application_credential_id', 'application_credential_name'),
    user: userFrom(get, need),
  };
}

function userFrom(get: Get, need: Need): NamedIn {
  const id = get('user_id');
  if (id !== null) return { id };
  return { name: need('username (OS_USERNAME)', 'username', 'user_name'), domain: domainFrom(get, 'user') };
}

function projectFrom(get: Get): NamedIn | null {
  const id = get('project_id', 'tenant_id');
  if (id !== null) return { id };
  const name = get('project_name', 'tenant_name');
  return name === null ? null : { name, domain: domainFrom(get, 'project') };
}

/** Own domain, then the one given for both, then the default; Keystone's first domain has the id `default`. */
function domainFrom(get: Get, whose: 'user' | 'project'): Domain {
  const id = get(`${whose}_domain_id`);
  if (id !== null) return { id };
  const name = get(`${whose}_domain_name`);
  if (name !== null) return { name };
  const bothId = get('domain_id', 'default_domain_id');
  if (bothId !== null) return { id: bothId };
  const both = get('domain_name', 'default_domain_name', 'default_domain');
  return both === null ? { id: 'default' } : { name: both };
}

const INTERFACES: Readonly<Record<string, Interface>> = {
  public: 'public',
  publicURL: 'public',
  internal: 'internal',
  internalURL: 'internal',
  admin: 'admin',
  adminURL: 'admin',
};

function interfaceOf({ origin }: CloudSettings, value: string): Interface {
  const known = Object.hasOwn(INTERFACES, value) ? INTERFACES[value] : undefined;
  if (known === undefined)
    throw invalid(`reading ${origin}: interface "${value}" is unknown; use public, internal or admin`);
  return known;
}

function interfacesByService(settings: CloudSettings): Readonly<Record<string, Interface>> {
  const given = { ...bySuffix(settings, '_endpoint_type'), ...bySuffix(settings, '_interface') };
  return Object.fromEntries(
    Object.entries(given).map(([service, value]) => [service, interfaceOf(settings, value)]),
  );
}

function bySuffix({ values }: CloudSettings, suffix: string): Readonly<Record<string, string>> {
  const entries = Object.entries(values).filter(
    ([key, value]) => key.endsWith(suffix) && typeof value === 'string' && value !== '',
  );
  return Object.fromEntries(entries.map(([key, value]) => [key.slice(0, -suffix.length), String(value)]));
}

/** Only words that mean it switch the check off. */
function verifyFrom(get: Get): boolean {
  const off = /^(false|no|off|0)$/i.test(get('verify') ?? '');
  const insecure = /^(true|yes|on|1)$/i.test(get('insecure') ?? '');
  return !off && !insecure;
}

function secretsOf(identity: Identity): readonly string[] {
  switch (identity.method) {
    case 'password':
      return [identity.password];
    case 'application_credential':
      return [identity.secret];
    case 'token':
      return [identity.token];
  }
}
