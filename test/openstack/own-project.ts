/** A project of its own for a test that sees what a whole project takes: others are at work in demo. */
import type { Caller, Method, Service } from '../contract/cloud-under-test.ts';
import { list, text } from '../contract/json.ts';
import { must } from '../drift/scene.ts';

export interface OwnProject {
  readonly id: string;
  readonly name: string;
  readonly networkId: string;
  /** With its network, security groups and quotas; what else is in it must be gone. */
  remove(): Promise<void>;
}

const ROLES = ['member', 'reader', 'heat_stack_owner', 'load-balancer_member'];

/** With the user demo in it, and one network; names as given. */
export async function makeProject(
  admin: Caller,
  names: { readonly project: string; readonly network: string; readonly subnet: string },
  cidr: string,
): Promise<OwnProject> {
  const sent = (service: Service, method: Method, path: string, body?: unknown) =>
    must(admin, service, method, path, body);
  const made = await sent('identity', 'POST', '/projects', {
    project: { name: names.project, domain_id: 'default' },
  });
  const id = text(made, 'project', 'id');
  const users = await sent('identity', 'GET', '/users?name=demo');
  for (const role of list(await sent('identity', 'GET', '/roles'), 'roles')) {
    if (!ROLES.includes(text(role, 'name'))) continue;
    const user = text(users, 'users', 0, 'id');
    await sent('identity', 'PUT', `/projects/${id}/users/${user}/roles/${text(role, 'id')}`);
  }
  const network = await sent('network', 'POST', '/networks', {
    network: { name: names.network, project_id: id },
  });
  const networkId = text(network, 'network', 'id');
  await sent('network', 'POST', '/subnets', {
    subnet: { name: names.subnet, network_id: networkId, project_id: id, ip_version: 4, cidr },
  });
  return { id, name: names.project, networkId, remove: () => removeProject(admin, id, networkId) };
}

async function removeProject(admin: Caller, id: string, networkId: string): Promise<void> {
  await admin.call('network', 'DELETE', `/networks/${networkId}`);
  const { json } = await admin.call('network', 'GET', `/security-groups?project_id=${id}`);
  for (const group of list(json, 'security_groups'))
    await admin.call('network', 'DELETE', `/security-groups/${text(group, 'id')}`);
  await admin.call('network', 'DELETE', `/quotas/${id}`);
  await admin.call('compute', 'DELETE', `/os-quota-sets/${id}`);
  await admin.call('identity', 'DELETE', `/projects/${id}`);
}
