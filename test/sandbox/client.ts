// Talks to a sandbox over HTTP as any client would, and lets its time go by.

import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/embedded.ts';

export type Json = Readonly<Record<string, unknown>>;

export interface Reply {
  readonly status: number;
  readonly body: Json;
}

export interface Client {
  readonly sandbox: Sandbox;
  heat(method: string, path: string, body?: unknown): Promise<Reply>;
  nova(method: string, path: string, body?: unknown): Promise<Reply>;
  aodh(method: string, path: string, body?: unknown): Promise<Reply>;
  octavia(method: string, path: string, body?: unknown): Promise<Reply>;
  control(method: string, path: string, body?: unknown): Promise<Reply>;
  /** Creates, waits, and answers with the path of the stack. */
  stack(name: string, body: unknown): Promise<string>;
  /** Lets ten minutes go by: everything is at rest. */
  rest(): void;
  members(path: string): Promise<readonly Member[]>;
  status(path: string): Promise<string>;
}

export interface Member {
  readonly name: string;
  readonly id: string;
  readonly status: string;
}

export async function openClient(options: SandboxOptions = {}): Promise<Client> {
  return connect(await startSandbox(options));
}

export async function connect(sandbox: Sandbox): Promise<Client> {
  const { username, password, projectName } = sandbox.credentials;
  const domain = { id: 'default' };
  const login = await fetch(`${sandbox.authUrl}/auth/tokens`, {
    method: 'POST',
    body: JSON.stringify({
      auth: {
        identity: { methods: ['password'], password: { user: { name: username, domain, password } } },
        scope: { project: { name: projectName, domain } },
      },
    }),
  });
  const token = login.headers.get('x-subject-token') ?? '';
  const catalog = records(at(await login.json(), 'token', 'catalog'));
  const url = (type: string) =>
    text(
      catalog.find((one) => one['type'] === type),
      'endpoints',
      0,
      'url',
    );
  const call = (base: string) => async (method: string, path: string, body?: unknown) => {
    const headers = { 'x-auth-token': token, 'openstack-api-version': 'compute 2.79' };
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
    const answer = await fetch(base + path, { ...init, redirect: 'manual' });
    const content = await answer.text();
    return { status: answer.status, body: content === '' ? {} : (JSON.parse(content) as Json) };
  };
  const heat = call(url('orchestration'));
  const client: Client = {
    sandbox,
    heat,
    nova: call(url('compute')),
    aodh: call(`${url('alarming')}/v2`),
    octavia: call(`${url('load-balancer')}/v2/lbaas`),
    control: call(new URL('/sandbox', sandbox.authUrl).href),
    stack: async (name, body) => {
      const made = await heat('POST', '/stacks', { stack_name: name, ...(body as Json) });
      if (made.status !== 201) throw new Error(`creating "${name}": ${JSON.stringify(made.body)}`);
      client.rest();
      return `/stacks/${name}/${text(made.body, 'stack', 'id')}`;
    },
    rest: () => sandbox.advance(600),
    members: async (path) => {
      const { body } = await heat('GET', `${path}/resources?nested_depth=1`);
      return records(body['resources'])
        .filter((one) => one['parent_resource'] !== undefined)
        .map((one) => ({
          name: text(one, 'resource_name'),
          id: text(one, 'physical_resource_id'),
          status: text(one, 'resource_status'),
          created: text(one, 'creation_time'),
        }))
        .sort((one, other) => (one.created + one.name < other.created + other.name ? -1 : 1))
        .map(({ name, id, status }) => ({ name, id, status }));
    },
    status: async (path) => text((await heat('GET', path)).body, 'stack', 'stack_status'),
  };
  return client;
}

export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Readonly<Record<string, unknown>>)[key]
        : undefined,
    value,
  );
}

export function text(value: unknown, ...path: readonly (string | number)[]): string {
  return String(at(value, ...path));
}

export function records(value: unknown): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** A group of servers or of what is given, with a policy `up` that adds one. */
export function groupTemplate(group: Json, member: Json = SERVER): Json {
  return {
    heat_template_version: '2018-08-31',
    resources: {
      group: {
        type: 'OS::Heat::AutoScalingGroup',
        properties: { min_size: 1, max_size: 9, cooldown: 0, ...group, resource: member },
      },
      up: {
        type: 'OS::Heat::ScalingPolicy',
        properties: {
          auto_scaling_group_id: { get_resource: 'group' },
          adjustment_type: 'change_in_capacity',
          scaling_adjustment: 1,
        },
      },
    },
  };
}

export const SERVER: Json = server({});

export function server(properties: Json): Json {
  const base = { image: 'ubuntu-20.04', flavor: 'm1.small', networks: [{ network: 'private-network' }] };
  return { type: 'OS::Nova::Server', properties: { ...base, ...properties } };
}
