/** Runs the cloud port's contract against the real OpenStack. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openCloud } from '../../src/adapters/openstack/cloud.ts';
import { defineCloudPortContract } from '../contract-port/cloud-port.ts';

const folder = process.env['THERMOSTAT_CLOUD_DIR'] ?? '/srv/openstack';

defineCloudPortContract('a real OpenStack', async () => {
  const env = { OS_CLIENT_CONFIG_FILE: join(folder, 'out', 'clouds.yaml') };
  const cloud = await openCloud({ cloud: 'demo', env, cwd: folder, home: folder });
  return {
    ...cloud,
    prefix: 'prt-',
    things: { image: 'ubuntu-20.04', flavor: 'm1.small', network: 'private-network' },
    wait: () => sleep(2000),
  };
});
