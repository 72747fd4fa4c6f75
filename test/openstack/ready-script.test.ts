/** A server of the real cloud tells the real Heat that it is ready, by the script that Nova keeps for it. */
import { Buffer } from 'node:buffer';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeUserData } from '../../src/core/spec/cloud-init/compose.ts';
import { fileContent } from '../../src/core/spec/cloud-init/content.ts';
import { readMime } from '../../src/core/spec/cloud-init/mime-message.ts';
import { READY_TOKEN, readyPart } from '../../src/core/spec/cloud-init/ready-script.ts';
import { MAX_USER_DATA_BYTES } from '../../src/core/spec/cloud-init/user-data-size.ts';
import type { CloudUnderTest } from '../contract/cloud-under-test.ts';
import { list, text } from '../contract/json.ts';
import { openCloudUnderTest } from './cloud.ts';

const SERVER = {
  image: 'ubuntu-20.04',
  flavor: 'm1.nano',
  networks: [{ network: 'private-network' }],
  user_data_format: 'RAW',
};
/** Nova shows user data from 2.3 on, to administrators. */
const MICROVERSION = { 'OpenStack-API-Version': 'compute 2.3' };

let cloud: CloudUnderTest;
let folder = '';
beforeAll(async () => {
  cloud = await openCloudUnderTest();
  folder = mkdtempSync(join(tmpdir(), 'thermostat-ready-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await cloud.close();
});

async function create(word: string, resources: unknown): Promise<string> {
  const name = `${cloud.prefix}${word}`;
  const template = { heat_template_version: '2021-04-16', resources };
  const made = await cloud.call('orchestration', 'POST', '/stacks', { stack_name: name, template });
  expect(made.status).toBe(201);
  return `/stacks/${name}/${text(made.json, 'stack', 'id')}`;
}

async function settled(path: string): Promise<string> {
  return cloud.wait(async () => {
    const { json } = await cloud.call('orchestration', 'GET', path);
    const status = text(json, 'stack', 'stack_status');
    return status.endsWith('_IN_PROGRESS') ? null : status;
  }, path);
}

/** What the metadata service would give the server. */
async function userDataOf(path: string): Promise<string> {
  const server = await cloud.wait(async () => {
    const { json } = await cloud.call('orchestration', 'GET', `${path}/resources`);
    const found = list(json, 'resources').find((one) => text(one, 'resource_name') === 'server');
    const done = found !== undefined && text(found, 'resource_status') === 'CREATE_COMPLETE';
    return done ? text(found, 'physical_resource_id') : null;
  }, 'the server');
  const admin = await cloud.as('admin-demo');
  const { json } = await admin.call('compute', 'GET', `/servers/${server}`, undefined, MICROVERSION);
  return Buffer.from(text(json, 'server', 'OS-EXT-SRV-ATTR:user_data'), 'base64').toString('utf8');
}

describe('the ready script', () => {
  it('completes the wait condition from what Nova keeps, and not before its check succeeds', async () => {
    const userData = composeUserData([
      { text: '#cloud-config\nfinal_message: größer als 5 €\n', type: null, name: null },
      readyPart(`test -e ${folder}/ready`),
    ]);
    const path = await create('ready', {
      handle: { type: 'OS::Heat::WaitConditionHandle' },
      ready: {
        type: 'OS::Heat::WaitCondition',
        properties: { handle: { get_resource: 'handle' }, timeout: 300 },
      },
      server: {
        type: 'OS::Nova::Server',
        properties: {
          ...SERVER,
          user_data: {
            str_replace: {
              template: userData,
              params: { [READY_TOKEN]: { get_attr: ['handle', 'curl_cli'] } },
            },
          },
        },
      },
    });
    const { parts } = readMime(fileContent('user-data', await userDataOf(path)));
    expect(parts.map(({ type, content }) => [type, content.text.split('\n', 1)[0]])).toEqual([
      ['text/cloud-config', '#cloud-config'],
      ['text/x-shellscript', '#!/bin/sh'],
    ]);
    const script = join(folder, 'script');
    writeFileSync(script, parts[1]?.content.text ?? '');
    const log = join(folder, 'log');
    const env = {
      PATH: process.env['PATH'],
      THERMOSTAT_READY_COPY: join(folder, 'copy'),
      THERMOSTAT_READY_LOG: log,
      THERMOSTAT_READY_PAUSE: '1',
    };
    execFileSync('/bin/sh', [script], { env });
    await cloud.wait(
      async () => (readFileSync(log, 'utf8').includes('not ready yet') ? true : null),
      'a failed check',
    );
    expect(text((await cloud.call('orchestration', 'GET', path)).json, 'stack', 'stack_status')).toBe(
      'CREATE_IN_PROGRESS',
    );
    writeFileSync(join(folder, 'ready'), '');
    expect(await settled(path)).toBe('CREATE_COMPLETE');
    await cloud.wait(
      async () => (readFileSync(log, 'utf8').includes('Heat was told') ? true : null),
      'the end',
    );
  });
});

describe('the size of user data', () => {
  it('is what Nova takes and no more', async () => {
    const { json } = await cloud.call('compute', 'GET', '/flavors?limit=1');
    const flavorRef = text(list(json, 'flavors')[0], 'id');
    // an image that is not there: whoever gets as far as that has passed the check of the size
    const imageRef = '00000000-0000-0000-0000-000000000000';
    const refusal = async (bytes: number) => {
      const user_data = Buffer.from('x'.repeat(bytes)).toString('base64');
      const server = { name: `${cloud.prefix}size`, flavorRef, imageRef, user_data, networks: 'none' };
      const answer = await cloud.call(
        'compute',
        'POST',
        '/servers',
        { server },
        { 'OpenStack-API-Version': 'compute 2.37' },
      );
      return text(answer.json, 'badRequest', 'message');
    };
    expect(await refusal(MAX_USER_DATA_BYTES)).toMatch(/image/i);
    expect(await refusal(MAX_USER_DATA_BYTES + 1)).toMatch(/user_data/);
  });
});
