/** The workflow files that users copy, where a machine dies, and where a stranger opens the pull request. */
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { type GitHub, gitHub, shippedWorkflows } from '../github/github.ts';
import { type SandboxCloud, sandboxCloud } from '../github/sandbox-cloud.ts';

const WEB = `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata:
  name: web
spec:
  size: { min: 2, max: 5 }
  server:
    image: ubuntu-20.04
    flavor: m1.small
    networks: [private-network]
`;

let cloud: SandboxCloud;
let github: GitHub;

beforeEach(async () => {
  cloud = await sandboxCloud();
  github = await gitHub({
    dist: inject('dist'),
    workflows: shippedWorkflows(),
    secrets: { CLOUDS_YAML_READER: cloud.cloudsYaml },
    environments: {
      production: { secrets: { CLOUDS_YAML_WRITER: cloud.cloudsYaml }, branches: ['main'] },
      schedules: { secrets: { CLOUDS_YAML_WRITER: cloud.cloudsYaml }, branches: ['main'] },
    },
  });
});

afterEach(async () => {
  await github.stop();
  await cloud.close();
});

test('an apply whose machine dies is finished by another attempt of the same run', async () => {
  const pull = github.open({ branch: 'web', files: { 'scaling/web.yaml': WEB } });
  await github.run('plan.yml');
  github.merge(pull);
  cloud.when('POST', /\/stacks$/, 1, () => github.kill());
  const died = await github.run('apply.yml');
  expect([died.conclusion, died.job.steps.at(-1)?.code]).toEqual(['failure', null]);

  const finished = await github.rerun('apply.yml');
  expect(finished.job.annotations).toEqual([]);
  expect(finished.conclusion).toBe('success');
  const [deployment] = github.store.deployments;
  expect(deployment?.statuses.map(({ state }) => state)).toEqual(['in_progress', 'failure']);
});

test('a pull request from a fork gets a plan in the summary, and nothing is written', async () => {
  github.open({ by: 'mallory', from: 'mallory/infra', branch: 'evil', files: { 'scaling/web.yaml': WEB } });
  const { job, conclusion } = await github.run('plan.yml');
  expect(conclusion).toBe('success');
  expect(job.summary).toContain('sandbox');
  expect(github.writes).toEqual([]);
  expect(cloud.sandbox.requestCount()).toBe(0);
});
