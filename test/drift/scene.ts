/** What is changed by hand: three stacks made by apply; the words to get at their parts. */
import type { Caller, CloudUnderTest, Method, Service } from '../contract/cloud-under-test.ts';
import { list, pick, text } from '../contract/json.ts';

export interface Scene {
  readonly raw: CloudUnderTest;
  readonly admin: Caller;
  /** Behind a load balancer, with alarms and a security group of its own; two servers. */
  readonly web: string;
  /** With ports of its own and floating IPs. */
  readonly edge: string;
  /** From a template with parameters and a nested file. */
  readonly tier: string;
  /** A key pair. */
  readonly key: string;
  readonly repository: string;
}

export const REPOSITORY = 'drift/walk';

export interface Listed {
  readonly address: string;
  readonly type: string;
  readonly id: string;
  /** Path below Heat's endpoint. */
  readonly path: string;
}

/** All resources, without the marks of generations at the ends of their names. */
export async function resourcesOf({ raw }: Scene, stack: string): Promise<readonly Listed[]> {
  const { json } = await raw.call(
    'orchestration',
    'GET',
    `${await pathOf(raw, stack)}/resources?nested_depth=4`,
  );
  return list(json, 'resources').map((one) => {
    const href = text(one, 'links', 0, 'href');
    return {
      address: text(one, 'resource_name').replace(/_[0-9a-f]{8}$/, ''),
      type: text(one, 'resource_type'),
      id: text(one, 'physical_resource_id'),
      path: href.slice(href.indexOf('/stacks/')),
    };
  });
}

export async function pathOf(raw: Caller, stack: string): Promise<string> {
  const { json } = await raw.call('orchestration', 'GET', `/stacks?name=${stack}`);
  return `/stacks/${stack}/${text(json, 'stacks', 0, 'id')}`;
}

/** The ids of all resources of a type. */
export async function idsOf(scene: Scene, stack: string, type: string): Promise<readonly string[]> {
  return (await resourcesOf(scene, stack))
    .filter((one) => one.type === type)
    .map(({ id }) => id)
    .sort();
}

export async function idOf(scene: Scene, stack: string, type: string): Promise<string> {
  const [id] = await idsOf(scene, stack, type);
  if (id === undefined) throw new Error(`${stack} has no ${type}`);
  return id;
}

export const SERVER = 'OS::Nova::Server';

/** One call that must succeed. */
export async function must(
  caller: Caller,
  service: Service,
  method: Method,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const answer = await caller.call(service, method, path, body, headers);
  if (answer.status >= 300)
    throw new Error(`${method} ${service} ${path}: ${answer.status} ${JSON.stringify(answer.json)}`);
  return answer.json;
}

/** Nova's actions, and everything else of Nova's, at a microversion that knows them. */
export function nova(scene: Scene, method: Method, path: string, body?: unknown, as: Caller = scene.raw) {
  return must(as, 'compute', method, path, body, { 'openstack-api-version': 'compute 2.96' });
}

export async function serverWhen(scene: Scene, id: string, status: string): Promise<void> {
  await scene.raw.wait(async () => {
    const { json } = await scene.raw.call('compute', 'GET', `/servers/${id}`);
    const settled = pick(json, 'server', 'OS-EXT-STS:task_state') === null;
    return settled && text(json, 'server', 'status') === status ? true : null;
  }, `server ${id} to be ${status}`);
}

/** Changes something of a load balancer, which must be at rest before and is afterwards. */
export async function octavia(scene: Scene, method: Method, path: string, body?: unknown): Promise<unknown> {
  const balancer = await idOf(scene, scene.web, 'OS::Octavia::LoadBalancer');
  await restingBalancer(scene, balancer);
  const json = await must(scene.raw, 'load-balancer', method, `/v2/lbaas${path}`, body);
  await restingBalancer(scene, balancer);
  return json;
}

async function restingBalancer({ raw }: Scene, id: string): Promise<void> {
  await raw.wait(async () => {
    const { json } = await raw.call('load-balancer', 'GET', `/v2/lbaas/loadbalancers/${id}`);
    return text(json, 'loadbalancer', 'provisioning_status') === 'ACTIVE' ? true : null;
  }, 'the load balancer to be at rest');
}

/** An update by hand, of a stack or a nested one; back when Heat rests. */
export async function patch(scene: Pick<Scene, 'raw'>, path: string, body: object): Promise<void> {
  const before = await stackAt(scene, path);
  await must(scene.raw, 'orchestration', 'PATCH', path, body);
  await scene.raw.wait(async () => {
    const now = await stackAt(scene, path);
    if (/_FAILED$/.test(now.status) && now.updated !== before.updated)
      throw new Error(`${path}: ${now.status}`);
    return now.updated !== before.updated && /_COMPLETE$/.test(now.status) ? now : null;
  }, `the update of ${path}`);
}

async function stackAt(
  { raw }: Pick<Scene, 'raw'>,
  path: string,
): Promise<{ status: string; updated: unknown }> {
  const { json } = await raw.call('orchestration', 'GET', path);
  return { status: text(json, 'stack', 'stack_status'), updated: pick(json, 'stack', 'updated_time') };
}

/** A stack that is none of ours; back when it stands. @returns its path */
export async function guestStack(
  { raw }: Pick<Scene, 'raw'>,
  name: string,
  resources: object,
): Promise<string> {
  const template = { heat_template_version: '2018-08-31', resources };
  await must(raw, 'orchestration', 'POST', '/stacks', { stack_name: name, template });
  const path = await pathOf(raw, name);
  await raw.wait(async () => {
    const { status } = await stackAt({ raw }, path);
    if (status === 'CREATE_FAILED') throw new Error(`${path}: ${status}`);
    return status === 'CREATE_COMPLETE' ? status : null;
  }, `the creation of ${path}`);
  return path;
}

/** The group's own nested stack. */
export async function nestedPath(scene: Scene, stack: string): Promise<string> {
  const id = await idOf(scene, stack, 'OS::Heat::AutoScalingGroup');
  const name = await scene.raw.wait(async () => {
    const { json } = await scene.raw.call('orchestration', 'GET', `/stacks?show_nested=true&id=${id}`);
    const found = list(json, 'stacks').find((one) => text(one, 'id') === id);
    return found ? text(found, 'stack_name') : null;
  }, `the nested stack ${id}`);
  return `/stacks/${name}/${id}`;
}

/** The recipe of the findings: the member that holds it is marked, then the group's nested stack updated. */
export async function replaceMemberOf(scene: Scene, stack: string, physicalId: string): Promise<void> {
  const resources = await resourcesOf(scene, stack);
  const nested = await nestedPath(scene, stack);
  const inner = resources.find(({ id }) => id === physicalId);
  if (!inner) throw new Error(`${physicalId} is in no stack`);
  const own = inner.path.startsWith(`${nested}/`);
  const member = own
    ? inner.path
    : resources.find(({ id, path }) => path.startsWith(`${nested}/`) && inner.path.includes(`/${id}/`))?.path;
  if (!member) throw new Error(`no member holds ${physicalId}`);
  await must(scene.raw, 'orchestration', 'PATCH', member, MARK);
  await patch(scene, nested, {});
}

/** A resource of the stack itself is marked, and made anew by an update of the stack. */
export async function remake(scene: Scene, stack: string, type: string, id?: string): Promise<void> {
  const resources = await resourcesOf(scene, stack);
  const one = resources.find((found) => found.type === type && (id === undefined || found.id === id));
  if (!one) throw new Error(`${stack} has no ${type}`);
  await must(scene.raw, 'orchestration', 'PATCH', one.path, MARK);
  await patch(scene, await pathOf(scene.raw, stack), {});
}

const MARK = { mark_unhealthy: true, resource_status_reason: 'replaced after drift' };
