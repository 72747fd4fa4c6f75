/** The nights after a merge, as the shipped workflows live through them: what becomes of the issues on GitHub. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { openCloud } from '../../src/adapters/openstack/cloud.ts';
import { fileSystemTree } from '../../src/adapters/terminal/source-tree.ts';
import { LOOPBACK_BALANCERS } from '../../src/choose-cloud.ts';
import { COMMANDS } from '../../src/commands/table.ts';
import { sandboxEnvironment } from '../../src/sandbox-environment.ts';
import { text } from '../contract/json.ts';
import { sandboxUnderTest } from '../contract/sandbox-under-test.ts';
import { type GitHub, gitHub, shippedWorkflows } from '../github/github.ts';
import { type SandboxCloud, sandboxCloud } from '../github/sandbox-cloud.ts';
import { OPTIONS } from '../stage.ts';

const NIGHTLY = '17 2 * * *';
const BOT = 'github-actions[bot]';
/** The same once more, not held back while the first one runs. */
const SECOND_DRIFT = (shippedWorkflows()['drift.yml'] ?? '').replace('thermostat-apply', 'thermostat-too');
const SPEC = `apiVersion: thermostat/v1
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
let secrets: Record<string, string>;

beforeEach(async () => {
  cloud = await sandboxCloud();
  secrets = { CLOUDS_YAML_READER: cloud.cloudsYaml };
  github = await gitHub({
    dist: inject('dist'),
    files: { 'scaling/web.yaml': SPEC },
    workflows: { ...shippedWorkflows(), 'drift-too.yml': SECOND_DRIFT },
    secrets,
  });
});

afterEach(async () => {
  await github.stop();
  await cloud.sandbox.close();
});

test('drift by hand: opened, left alone, told when it gets worse, not closed by a night that can’t check, closed when put right', async () => {
  await applied();
  expect(await night()).toEqual([]);

  await action('os-stop', 0);
  expect(await night()).toEqual(['#1 open web differs from its spec [thermostat, thermostat:drift]']);
  const body = github.issues[0]?.body ?? '';
  expect(body).toContain('| SHUTOFF |');
  expect(body).toContain('openstack server start');
  expect(body).toContain('/actions/runs/');

  github.plantIssue({ login: 'mallory', title: 'web is fine', body, labels: ['thermostat'] });
  github.forgetRequests();
  await night();
  expect(github.writes).toEqual([]);

  await action('os-stop', 1);
  await night();
  expect(github.comments.map(({ number, login }) => [number, login])).toEqual([[1, BOT]]);
  expect(github.comments[0]?.body).toContain('New since the last word here:');

  secrets['CLOUDS_YAML_READER'] = cloud.cloudsYaml.replace(/password: .*/, 'password: wrong');
  expect((await github.run('drift.yml')).conclusion).toBe('failure');
  expect(issues()).toEqual([
    '#1 open web differs from its spec [thermostat, thermostat:drift]',
    '#2 open web is fine [thermostat]',
    '#3 open Groups could not be checked for drift [thermostat, thermostat:unchecked]',
  ]);

  secrets['CLOUDS_YAML_READER'] = cloud.cloudsYaml;
  await action('os-start', 0);
  await action('os-start', 1);
  expect(await night()).toEqual([
    '#1 closed web differs from its spec [thermostat, thermostat:drift]',
    '#2 open web is fine [thermostat]',
    '#3 closed Groups could not be checked for drift [thermostat, thermostat:unchecked]',
  ]);
  const said = github.comments.slice(1).map(({ number, body }) => `#${number} ${body.split('\n')[1]}`);
  expect(said.sort()).toEqual([
    '#1 Clean: **web** is as scaling/web.yaml says.',
    '#3 Checked again: what is known is up to date.',
  ]);
}, 300_000);

test('two nightly runs at once leave one issue', async () => {
  await applied();
  await action('os-stop', 0);
  github.tick(NIGHTLY);
  await Promise.all([github.run('drift.yml'), github.run('drift-too.yml')]);
  expect(issues().filter((line) => line.includes(' open '))).toHaveLength(1);
}, 120_000);

test('a pull request tells that the nightly run has not come by, and the next run that may keeps an issue', async () => {
  const path = '.github/workflows/drift.yml';
  const created = '2026-01-03T02:19:00Z';
  const run = github.store.startRun({ path, event: 'schedule', createdAt: created, updatedAt: created });
  Object.assign(run, { status: 'completed', conclusion: 'success' });
  github.store.workflowStates.set(path, 'disabled_inactivity');
  github.open({ branch: 'more', files: { 'scaling/web.yaml': SPEC.replace('max: 5', 'max: 6') } });
  const planned = await github.run('plan.yml');
  expect(planned.conclusion).toBe('success');
  const told = 'has not run since 2026-01-03 02:19 UTC: it was due at 2026-01-04 02:17 UTC';
  expect(github.comments[0]?.body).toContain(told);
  expect(planned.job.log).toContain(told);

  github.tick(NIGHTLY);
  await github.run('drift-too.yml');
  const kept = github.issues.find(({ labels }) => labels.includes('thermostat:schedule'));
  expect(kept?.title).toBe('The scheduled drift no longer runs (.github/workflows/drift.yml)');
  expect(kept?.body).toContain('switched it off after 60 days');
}, 120_000);

/** What stands on GitHub after another night. */
async function night(): Promise<readonly string[]> {
  github.tick(NIGHTLY);
  const { job, conclusion } = await github.run('drift.yml');
  expect(job.annotations.filter(({ level }) => level === 'error')).toEqual([]);
  expect(conclusion).toBe('success');
  return issues();
}

function issues(): readonly string[] {
  return github.issues.map(
    ({ number, state, title, labels }) => `#${number} ${state} ${title} [${labels.join(', ')}]`,
  );
}

/** Makes the stack that the repository's spec names. */
async function applied(): Promise<void> {
  const { sandbox } = cloud;
  const folder = mkdtempSync(join(tmpdir(), 'thermostat-issues-'));
  mkdirSync(join(folder, 'scaling'));
  writeFileSync(join(folder, 'scaling/web.yaml'), SPEC);
  const opened = await openCloud({ cloud: null, env: sandboxEnvironment(sandbox), cwd: '/', home: '/' });
  const quiet = () => {};
  const { exitCode, report } = await COMMANDS.apply.run(
    {
      tree: fileSystemTree(folder),
      reader: async () => opened.reader,
      writer: async () => opened.writer,
      clock: { now: () => sandbox.now(), sleep: async (ms) => sandbox.advance(ms / 1000) },
      balancers: LOOPBACK_BALANCERS,
      log: { info: quiet, warn: quiet, debug: quiet },
      publisher: { publish: async () => {}, annotate: async () => {} },
    },
    OPTIONS,
  );
  expect(exitCode, report.text).toBe(0);
  await opened.close();
  rmSync(folder, { recursive: true });
}

/** What somebody does to a server in Horizon. */
async function action(name: string, index: number): Promise<void> {
  const raw = await sandboxUnderTest(cloud.sandbox);
  const { json } = await raw.call('compute', 'GET', '/servers?sort_key=created_at');
  const answer = await raw.call('compute', 'POST', `/servers/${text(json, 'servers', index, 'id')}/action`, {
    [name]: null,
  });
  expect(answer.status).toBe(202);
}
