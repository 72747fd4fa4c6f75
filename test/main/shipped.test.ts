/** The workflow files that users copy, run from the pull request to the night after. */
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
  await cloud.sandbox.close();
});

test('a pull request is planned, merged, applied, and compared at night', async () => {
  const pull = github.open({ branch: 'web', files: { 'scaling/web.yaml': WEB } });
  const planned = await github.run('plan.yml');
  expect(planned.job.annotations).toEqual([]);
  expect(planned.conclusion).toBe('success');
  expect(github.comments).toHaveLength(1);
  expect(github.comments[0]).toMatchObject({ number: pull.number, login: 'github-actions[bot]' });

  github.merge(pull, { method: 'squash' });
  const applied = await github.run('apply.yml');
  expect(applied.job.log).toContain('Done');
  expect(applied.conclusion).toBe('success');

  github.tick('17 2 * * *');
  const compared = await github.run('drift.yml');
  expect(compared.job.annotations).toEqual([]);
  expect(compared.conclusion).toBe('success');
});
