/** Kills a job on GitHub after one of its requests to GitHub, runs it again, and compares what people then see. */
import { inject } from 'vitest';
import { CUT_OFF } from '../../src/core/report/begun-before.ts';
import { list, text } from '../contract/json.ts';
import { sandboxUnderTest } from '../contract/sandbox-under-test.ts';
import { type GitHub, gitHub, shippedWorkflows } from '../github/github.ts';
import { type SandboxCloud, sandboxCloud } from '../github/sandbox-cloud.ts';
import { spec } from '../stories/story.ts';
import { compareLines } from './compare-lines.ts';

interface Place {
  readonly github: GitHub;
  readonly cloud: SandboxCloud;
}

export interface ForgeStory {
  readonly title: string;
  readonly workflow: string;
  readonly conclusion: 'success' | 'failure';
  /** All that happens before the swept job. */
  readonly before: (place: Place) => Promise<void>;
}

const NIGHTLY = '17 2 * * *';
const HEALTH = '*/5 * * * *';

export const FORGE_STORIES: readonly ForgeStory[] = [
  {
    title: 'plan on a pull request',
    workflow: 'plan.yml',
    conclusion: 'success',
    before: async ({ github }) => {
      github.open({ branch: 'web', files: { 'scaling/web.yaml': spec(5) } });
    },
  },
  { title: 'apply of a merge', workflow: 'apply.yml', conclusion: 'success', before: merge },
  {
    title: 'drift that opens an issue',
    workflow: 'drift.yml',
    conclusion: 'success',
    before: async (place) => {
      await applied(place);
      await server(place, 'os-stop');
      place.github.tick(NIGHTLY);
    },
  },
  {
    title: 'drift that closes an issue',
    workflow: 'drift.yml',
    conclusion: 'success',
    before: async (place) => {
      await applied(place);
      await server(place, 'os-stop');
      place.github.tick(NIGHTLY);
      await place.github.run('drift.yml');
      await server(place, 'os-start');
      place.github.tick(NIGHTLY);
    },
  },
  {
    title: 'health that heals',
    workflow: 'health.yml',
    conclusion: 'success',
    before: async (place) => {
      await applied(place);
      place.cloud.sandbox.advance(1200);
      await server(place, 'os-stop');
      place.cloud.sandbox.advance(60);
      place.github.tick(HEALTH);
    },
  },
];

export interface ForgeSweep {
  /** `POST /repos/…` of an undisturbed job, in order. */
  readonly requests: readonly string[];
  /** Killed while GitHub acts on the request of this number; null = as it should be. */
  killedAt(number: number): Promise<string | null>;
}

export async function forgeSweep(story: ForgeStory): Promise<ForgeSweep> {
  const undisturbed = await open(story);
  undisturbed.github.forgetRequests();
  const run = await undisturbed.github.run(story.workflow);
  const { requests } = undisturbed.github;
  const wanted = await seen(undisturbed);
  await close(undisturbed);
  if (run.conclusion !== story.conclusion) throw new Error(`undisturbed: ${run.conclusion}\n${run.job.log}`);
  return {
    requests: [...requests],
    killedAt: async (number) => {
      const place = await open(story);
      place.github.when('*', /./, number, () => place.github.kill());
      const event = place.github.lastEvent;
      const first = await place.github.run(story.workflow, event);
      place.cloud.sandbox.advance(300);
      const again = await place.github.rerun(story.workflow, event);
      const there = await seen(place);
      const killed = first.job.steps.at(-1)?.code === null;
      await close(place);
      const differences = compareLines(wanted, there);
      if (again.conclusion === story.conclusion && (differences.length === 0 || isToldAsCutOff(differences)))
        return null;
      const said = again.conclusion === story.conclusion ? [] : [again.job.log.slice(-2500)];
      return [`${killed ? 'killed' : 'not killed'}, then ${again.conclusion}`, ...said, ...differences].join(
        '\n',
      );
    },
  };
}

async function open(story: ForgeStory): Promise<Place> {
  const cloud = await sandboxCloud();
  const github = await gitHub({
    dist: inject('dist'),
    workflows: shippedWorkflows(),
    secrets: { CLOUDS_YAML_READER: cloud.cloudsYaml, CLOUDS_YAML_WRITER: cloud.cloudsYaml },
    environments: { production: { secrets: { CLOUDS_YAML_WRITER: cloud.cloudsYaml }, branches: ['main'] } },
  });
  const place = { github, cloud };
  await story.before(place);
  return place;
}

async function close({ github, cloud }: Place): Promise<void> {
  await github.stop();
  await cloud.close();
}

async function merge({ github }: Place): Promise<void> {
  const pull = github.open({ branch: 'web', files: { 'scaling/web.yaml': spec(5) } });
  await github.run('plan.yml');
  github.merge(pull);
}

async function applied(place: Place): Promise<void> {
  await merge(place);
  const run = await place.github.run('apply.yml');
  if (run.conclusion !== 'success') throw new Error(`applying: ${run.job.log}`);
}

async function server({ cloud }: Place, action: 'os-stop' | 'os-start'): Promise<void> {
  const raw = await sandboxUnderTest(cloud.sandbox);
  const { json } = await raw.call('compute', 'GET', '/servers?sort_key=created_at');
  await raw.call('compute', 'POST', `/servers/${text(json, 'servers', 0, 'id')}/action`, { [action]: null });
  cloud.sandbox.advance(30);
}

/** All is the same but the comment of an apply that left no word of what it did: it says just that, with the plan that the run went by. */
function isToldAsCutOff(differences: readonly string[]): boolean {
  const [gone, come, ...more] = differences;
  return (
    more.length === 0 &&
    /^- comment [^\n]*: \s*### \S+ Done: /.test(gone ?? '') &&
    /^\+ comment [^\n]*: \s*### \S+ Done: /.test(come ?? '') &&
    (come ?? '').includes(`\n${CUT_OFF} `)
  );
}

/** What people see, with what differs from run to run taken out. */
async function seen({ github, cloud }: Place): Promise<readonly string[]> {
  const raw = await sandboxUnderTest(cloud.sandbox);
  const stacks = list((await raw.call('orchestration', 'GET', '/stacks')).json, 'stacks');
  const servers = list((await raw.call('compute', 'GET', '/servers/detail')).json, 'servers');
  const checks = new Map(github.checks.map((check) => [check.name, `${check.status} ${check.conclusion}`]));
  return [
    ...github.comments.map(
      ({ number, login, body }) => `comment on #${number} by ${login}: ${timeless(body)}`,
    ),
    ...github.issues.map(
      ({ state, title, labels, body }) => `issue ${state} ${title} [${labels}]: ${timeless(body ?? '')}`,
    ),
    ...[...checks].map(([name, verdict]) => `check ${name}: ${verdict}`),
    ...github.store.deployments
      .filter(({ description }) => description !== null)
      .map(({ environment, statuses }) => `deployment ${environment}: ${statuses.at(-1)?.state}`),
    ...stacks.map((stack) => `stack ${text(stack, 'stack_name')}`),
    ...servers.map((one) => `server ${text(one, 'status')}`),
  ].sort();
}

/** Ids, digests, times and names that the cloud made up. */
function timeless(body: string): string {
  return body
    .replace(/^<!--.*-->$/gm, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{7,64}/g, '{id}')
    .replace(/-[a-z2-7]{12}\b|\b[a-z2-7]{12}\b/g, '{name}')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z?|\d{4}-\d\d-\d\d( \d\d:\d\d(:\d\d)?)?|\d\d:\d\d/g, '{time}')
    .replace(/\/(runs|attempts|job)\/\d+/g, '/$1/{n}')
    .replace(/\b\d+ (seconds?|minutes?|s|min)\b/g, '{duration}');
}
