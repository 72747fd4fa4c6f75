/** Runs the cloud port's contract against the embedded cloud. */
import { openCloud } from '../../src/adapters/openstack/cloud.ts';
import { startSandbox } from '../../src/sandbox/embedded.ts';
import { defineCloudPortContract } from './cloud-port.ts';

defineCloudPortContract('the sandbox', async () => {
  const sandbox = await startSandbox();
  const { username, password, projectName, userDomainName, projectDomainName } = sandbox.credentials;
  const env = {
    OS_AUTH_URL: sandbox.authUrl,
    OS_USERNAME: username,
    OS_PASSWORD: password,
    OS_PROJECT_NAME: projectName,
    OS_USER_DOMAIN_NAME: userDomainName,
    OS_PROJECT_DOMAIN_NAME: projectDomainName,
    OS_REGION_NAME: sandbox.region,
  };
  const cloud = await openCloud({ cloud: null, env, cwd: '/', home: '/' });
  return {
    ...cloud,
    prefix: 'prt-',
    things: { image: 'ubuntu-20.04', flavor: 'm1.small', network: 'private-network' },
    wait: async () => {
      await sandbox.advance(2);
    },
    close: async () => {
      await cloud.close();
      await sandbox.close();
    },
  };
});
