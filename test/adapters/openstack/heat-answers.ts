/** Builds Heat's and Nova's answers for scripted clouds, shaped as a real 2025.1 gives them. */
import { PROJECT, type ScriptedCloud } from './scripted-cloud.ts';

const HEAT = `/heat/v1/${PROJECT}`;

export const heat = (path: string): string => `${HEAT}${path}`;

export interface Listed {
  readonly name: string;
  readonly id: string;
  readonly status?: string;
  readonly reason?: string;
  readonly tags?: readonly string[];
}

export function stackAnswer({ name, id, status = 'CREATE_COMPLETE', reason = '', tags = [] }: Listed) {
  return {
    id,
    stack_name: name,
    stack_status: status,
    stack_status_reason: reason,
    creation_time: '2026-01-02T03:04:05Z',
    updated_time: null,
    stack_owner: 'demo',
    tags,
    parameters: { 'OS::stack_name': name, size: '5' },
    timeout_mins: null,
  };
}

export interface Res {
  readonly name: string;
  readonly type: string;
  /** The id of the stack that holds it. */
  readonly in: string;
  readonly id?: string;
  /** The id of the stack that it holds. */
  readonly nested?: string;
  readonly status?: string;
  readonly at?: string;
  readonly reason?: string;
}

export function resourceAnswer(resource: Res) {
  const href = (id: string) => `http://elsewhere:1${heat(`/stacks/name-of-${id}/${id}`)}`;
  const links = [
    { rel: 'self', href: `${href(resource.in)}/resources/${resource.name}` },
    { rel: 'stack', href: href(resource.in) },
    ...(resource.nested ? [{ rel: 'nested', href: href(resource.nested) }] : []),
  ];
  return {
    resource_name: resource.name,
    resource_type: resource.type,
    resource_status: resource.status ?? 'CREATE_COMPLETE',
    resource_status_reason: resource.reason ?? 'state changed',
    physical_resource_id: resource.id ?? resource.nested ?? '',
    creation_time: resource.at ?? '2026-01-02T03:04:05Z',
    links,
  };
}

/** Scripts one stack with everything that observing it asks for. */
export function scriptStack(cloud: ScriptedCloud, stack: Listed, resources: readonly Res[] = []): void {
  const path = heat(`/stacks/${stack.name}/${stack.id}`);
  cloud.on('GET', heat('/stacks'), { json: { stacks: [stackAnswer(stack)] } });
  cloud.on('GET', path, { json: { stack: stackAnswer(stack) } });
  cloud.on('GET', `${path}/template`, { json: { heat_template_version: '2021-04-16', resources: {} } });
  cloud.on('GET', `${path}/environment`, { json: { parameters: { size: 5 } } });
  cloud.on('GET', `${path}/files`, { json: { 'member.yaml': '# text\n' } });
  cloud.on('GET', `${path}/resources`, { json: { resources: resources.map(resourceAnswer) } });
}

export function serverAnswer(id: string, more: object = {}) {
  return {
    id,
    name: `server-${id}`,
    status: 'ACTIVE',
    flavor: { original_name: 'm1.small' },
    image: { id: 'img' },
    created: '2026-01-02T03:04:06Z',
    updated: '2026-01-02T03:05:00Z',
    'OS-SRV-USG:launched_at': '2026-01-02T03:04:30.000000',
    addresses: {
      net: [
        { addr: '10.0.0.5', version: 4 },
        { addr: 'fd00::5', version: 6, 'OS-EXT-IPS:type': 'fixed' },
        { addr: '203.0.113.9', version: 4, 'OS-EXT-IPS:type': 'floating' },
      ],
    },
    metadata: { role: 'web' },
    'OS-EXT-STS:task_state': null,
    ...more,
  };
}
