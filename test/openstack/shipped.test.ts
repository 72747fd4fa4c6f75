/** The life of a group under the shipped workflows, on the real OpenStack; a plan's comment tells what the whole project takes, so it has a project of its own. */
import { cloudsYaml } from '../github/clouds-yaml.ts';
import { defineShippedWorkflows } from '../stories/shipped-workflows.ts';
import { login, openCloud, openCloudUnderTest, uniquePrefix } from './cloud.ts';
import { makeProject } from './own-project.ts';

defineShippedWorkflows('the real OpenStack', async () => {
  const prefix = uniquePrefix('ship');
  const admin = await login(await openCloud(), 'admin');
  const names = { project: `${prefix}project`, network: 'private-network', subnet: 'private-subnet' };
  const project = await makeProject(admin, names, '10.21.0.0/24');
  const raw = await openCloudUnderTest('ship', { prefix, project: project.name });
  const access = { authUrl: raw.authUrl, region: 'RegionOne', credentials: raw.password };
  return {
    raw,
    cloudsYaml: cloudsYaml(access),
    close: async () => {
      await raw.close();
      await project.remove();
    },
  };
});
