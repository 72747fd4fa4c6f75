/** The life of a group under the shipped workflows, on the real OpenStack. */
import { cloudsYaml } from '../github/clouds-yaml.ts';
import { defineShippedWorkflows } from '../stories/shipped-workflows.ts';
import { openCloudUnderTest } from './cloud.ts';

defineShippedWorkflows('the real OpenStack', async () => {
  const raw = await openCloudUnderTest('ship');
  const login = { authUrl: raw.authUrl, region: 'RegionOne', credentials: raw.password };
  return { raw, cloudsYaml: cloudsYaml(login), close: () => raw.close() };
});
