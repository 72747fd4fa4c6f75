/** Somebody changes the cloud by hand; the night proposes that as the repository's own; merged, the next night is clean. */
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { pick, text } from '../contract/json.ts';
import { sandboxUnderTest } from '../contract/sandbox-under-test.ts';
import { type GitHub, gitHub, shippedWorkflows } from '../github/github.ts';
import { type SandboxCloud, sandboxCloud } from '../github/sandbox-cloud.ts';
import type { Pull } from '../github/state/store.ts';
import { spec } from './story.ts';

let cloud: SandboxCloud;
let github: GitHub;

beforeEach(async () => {
  cloud = await sandboxCloud();
  const workflows = shippedWorkflows();
  github = await gitHub({
    dist: inject('dist'),
    workflows: { ...workflows, 'drift.yml': withAdoption(workflows['drift.yml'] ?? '') },
    secrets: { CLOUDS_YAML_READER: cloud.cloudsYaml },
    environments: { production: { secrets: { CLOUDS_YAML_WRITER: cloud.cloudsYaml }, branches: ['main'] } },
  });
  github.open({ branch: 'web', files: { 'scaling/web.yaml': `# ask team shop\n${spec(5)}` } });
  await github.run('plan.yml');
  const [first] = pulls();
  if (first) github.merge(first);
  await github.run('apply.yml');
}, 60_000);

afterEach(async () => {
  await github.stop();
  await cloud.close();
});

/** As the file says that it is to be changed. */
function withAdoption(workflow: string): string {
  const changes = [
    ['adopt: false', 'adopt: true'],
    ['contents: read #', 'contents: write #'],
    ['issues: write #', 'pull-requests: write\n      issues: write #'],
  ] as const;
  for (const [before] of changes) expect(workflow).toContain(before);
  return changes.reduce((changed, [before, after]) => changed.replace(before, after), workflow);
}

const NIGHT = '17 2 * * *';
const pulls = (): readonly Pull[] => [...github.store.pulls.values()];
const proposals = () => pulls().filter(({ headRef }) => headRef.startsWith('thermostat/adopt/'));
const stateOf = ({ number }: Pull) => github.store.issues.get(number)?.state;
const openIssues = () => github.issues.filter(({ state }) => state === 'open').length;
const onMain = (path: string) => {
  const { history, refs } = github.store;
  const blob = history.files(refs.get('heads/main') ?? '').get(path) ?? '';
  return history.objects.blobs.get(blob)?.toString('utf8');
};

async function setMaximum(before: number, after: number): Promise<void> {
  const raw = await sandboxUnderTest(cloud.sandbox);
  const { json } = await raw.call('orchestration', 'GET', '/stacks?name=web');
  const where = `/stacks/web/${text(json, 'stacks', 0, 'id')}`;
  const live = await raw.call('orchestration', 'GET', `${where}/template`);
  const template = JSON.parse(
    JSON.stringify(live.json).replace(`"max_size":${before}`, `"max_size":${after}`),
  );
  const answer = await raw.call('orchestration', 'PATCH', where, { template });
  expect(answer.status, JSON.stringify(pick(answer.json))).toBe(202);
  cloud.sandbox.advance(300);
}

async function night() {
  github.tick(NIGHT);
  const run = await github.run('drift.yml');
  expect(run.conclusion, run.job.log).toBe('success');
  return run;
}

test('a hand change is proposed once, and merged it is the repository’s: nothing to apply, no drift', async () => {
  await setMaximum(5, 9);
  await night();
  await night();
  const [proposal, ...more] = proposals();
  expect([stateOf(proposal as Pull), more.length]).toEqual(['open', 0]);
  expect(github.store.issues.get(proposal?.number ?? 0)?.body).toContain('`5` | `9`');
  expect(openIssues()).toBe(1);
  github.merge(proposal as Pull);
  expect(onMain('scaling/web.yaml')).toBe(`# ask team shop\n${spec(9)}`);
  expect((await github.run('apply.yml')).conclusion).toBe('success');
  await night();
  expect([openIssues(), proposals().length]).toEqual([0, 1]);
}, 120_000);

test('taken back in the cloud, the proposal is closed; closed by people, it is not made again', async () => {
  await setMaximum(5, 9);
  await night();
  await setMaximum(9, 5);
  await night();
  expect(proposals().map(stateOf)).toEqual(['closed']);
  await setMaximum(5, 9);
  await night();
  const again = proposals().find((one) => stateOf(one) === 'open');
  github.close(again as Pull);
  await night();
  expect(proposals().map(stateOf)).toEqual(['closed', 'closed']);
}, 120_000);
