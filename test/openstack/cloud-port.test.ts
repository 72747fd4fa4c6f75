/** Runs the cloud port's contract against the real OpenStack, then what only a real Keystone can tell. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenCloud, openCloud } from '../../src/adapters/openstack/cloud.ts';
import type { StackRef } from '../../src/model/observed.ts';
import type { StackRequest } from '../../src/ports/cloud.ts';
import { defineCloudPortContract } from '../contract-port/cloud-port.ts';
import { settle } from '../contract-port/settle.ts';
import { openCloud as openAccess, uniquePrefix } from './cloud.ts';

const WAIT_MS = 2000;

async function openAs(cloud: string, more: Readonly<Record<string, string>> = {}): Promise<OpenCloud> {
  const { dir, cloudsYaml } = await openAccess();
  return openCloud({ cloud, env: { OS_CLIENT_CONFIG_FILE: cloudsYaml, ...more }, cwd: dir, home: dir });
}

defineCloudPortContract('a real OpenStack', async () => ({
  ...(await openAs('demo')),
  prefix: uniquePrefix('prt'),
  things: { image: 'ubuntu-20.04', flavor: 'm1.small', network: 'private-network' },
  wait: () => sleep(WAIT_MS),
}));

describe('who may do what on a real OpenStack', () => {
  /** Heat makes a trust for it, as for every stack with a scaling policy. */
  const request: StackRequest = {
    name: `${uniquePrefix('prt')}trust`,
    template: {
      heat_template_version: '2021-04-16',
      resources: {
        group: {
          type: 'OS::Heat::AutoScalingGroup',
          properties: { min_size: 0, max_size: 1, resource: { type: 'OS::Heat::RandomString' } },
        },
      },
    },
    files: {},
    environment: { parameters: {}, parameter_defaults: {}, resource_registry: {} },
    tags: [],
    timeoutMinutes: null,
  };
  const open: OpenCloud[] = [];
  let stack: StackRef;

  beforeAll(async () => {
    for (const name of ['demo', 'bot', 'demo-reader']) open.push(await openAs(name));
    stack = await as('demo').writer.create(request);
    await settle({ reader: as('demo').reader, wait: () => sleep(WAIT_MS) }, stack);
  });

  afterAll(async () => {
    await as('demo').writer.delete(stack);
    for (const one of open) await one.close();
  });

  const as = (name: 'demo' | 'bot' | 'demo-reader'): OpenCloud => {
    const found = open.find(({ reader }) => reader.label.startsWith(`cloud "${name}"`));
    if (found === undefined) throw new Error(`cloud "${name}" is not open`);
    return found;
  };

  it('an application credential creates no stack, and learns why', async () => {
    const creating = as('bot').writer.create({ ...request, name: `${request.name}-2` });
    await expect(creating).rejects.toMatchObject({ code: 'trust-refused' });
  });

  it('an application credential updates a stack that a user has made', async () => {
    await as('bot').writer.update(stack, { ...request, tags: ['by=bot'] });
    const rest = await settle({ reader: as('bot').reader, wait: () => sleep(WAIT_MS) }, stack);
    expect(rest?.state).toMatchObject({ action: 'UPDATE', status: 'COMPLETE' });
  });

  it('a reader observes, and may not write', async () => {
    const { reader, writer } = as('demo-reader');
    expect(await reader.observe([stack.name])).toMatchObject([{ presence: 'present', id: stack.id }]);
    expect(await reader.pulse(stack)).toMatchObject({ groups: [{ address: 'group' }] });
    await expect(writer.update(stack, request)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(writer.delete(stack)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('a wrong password is told as one', async () => {
    const { authUrl } = await openAccess();
    const env = { OS_AUTH_URL: authUrl, OS_USERNAME: 'demo', OS_PASSWORD: 'wrong', OS_PROJECT_NAME: 'demo' };
    await expect(openCloud({ cloud: null, env, cwd: '/', home: '/' })).rejects.toMatchObject({
      code: 'unauthorized',
    });
  });

  it('a region that there is not is told with those that there are', async () => {
    const { cloudsYaml, authUrl, password } = await openAccess();
    const env = {
      OS_CLIENT_CONFIG_FILE: cloudsYaml,
      OS_AUTH_URL: authUrl,
      OS_USERNAME: password.username,
      OS_PASSWORD: password.password,
      OS_PROJECT_NAME: password.projectName,
      OS_REGION_NAME: 'Nowhere',
    };
    const { reader, close } = await openCloud({ cloud: null, env, cwd: '/', home: '/' });
    await expect(reader.listStacks()).rejects.toMatchObject({
      code: 'service-missing',
      message: expect.stringContaining('"RegionOne" (public)'),
    });
    await close();
  });
});
