/** The life of a group under the workflow files that users copy, from its first pull request to the night after a repair. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { CloudUnderTest } from '../contract/cloud-under-test.ts';
import { list, text } from '../contract/json.ts';
import { type GitHub, gitHub, shippedWorkflows } from '../github/github.ts';
import type { Comment, Pull } from '../github/state/store.ts';
import { spec } from './story.ts';

export interface StoryCloud {
  /** With one cloud, `prod`: what a team puts into its secrets. */
  readonly cloudsYaml: string;
  /** What people do to it by hand. */
  readonly raw: CloudUnderTest;
  close(): Promise<void>;
}

const NIGHTLY = '17 2 * * *';
const BOT = 'github-actions[bot]';

export function defineShippedWorkflows(cloudName: string, open: () => Promise<StoryCloud>): void {
  describe(`the shipped workflows on ${cloudName}`, () => tell(open));
}

function tell(open: () => Promise<StoryCloud>): void {
  let cloud: StoryCloud;
  let github: GitHub;
  let name = '';
  let widening: Pull;
  const files = (max: number, flavor = 'm1.nano') => ({
    'scaling/web.yaml': spec(max, { name, flavor }),
  });

  beforeAll(async () => {
    cloud = await open();
    name = `${cloud.raw.prefix}web`;
    const writer = { secrets: { CLOUDS_YAML_WRITER: cloud.cloudsYaml }, branches: ['main'] };
    github = await gitHub({
      dist: inject('dist'),
      // of its own: what another repository made in the same project is none of its drift
      repository: `shop/${cloud.raw.prefix}infra`,
      workflows: shippedWorkflows(),
      secrets: { CLOUDS_YAML_READER: cloud.cloudsYaml },
      environments: { production: writer },
    });
  });

  afterAll(async () => {
    await github?.stop();
    await cloud?.close();
  });

  test('a pull request with a new group is planned, merged and applied: the group is there', async () => {
    const pull = github.open({ branch: 'web', files: files(4) });
    await succeeds('plan.yml');
    expect(commentOf(pull).body).toContain(`**${name}**`);
    await merged(pull);
    expect(commentOf(pull).body).toContain('Done');
    expect(await serverIds()).toHaveLength(2);
  });

  test('opened: one comment, with the plan', async () => {
    widening = github.open({ branch: 'wider', files: files(5) });
    await succeeds('plan.yml');
    expect(commentOf(widening)).toMatchObject({ login: BOT });
    expect(commentOf(widening).body).toContain('2 · 2 · **5**');
    expect(commentOf(widening).body).not.toContain('> [!');
  });

  test('pushed again: the same comment, edited', async () => {
    const { id } = commentOf(widening);
    github.pushTo(widening, files(6));
    await succeeds('plan.yml');
    expect(commentOf(widening)).toMatchObject({ id, login: BOT });
    expect(commentOf(widening).body).toContain('2 · 2 · **6**');
  });

  test('planned by another run with nothing changed: nothing is written to it', async () => {
    const { body } = commentOf(widening);
    github.forgetRequests();
    await succeeds('plan.yml');
    expect(github.writes.filter((one) => one.includes('/comments'))).toEqual([]);
    expect(commentOf(widening).body).toBe(body);
  });

  test('edited by somebody: the next run puts it right', async () => {
    const comment = commentOf(widening);
    const { body } = comment;
    const planned = github.lastEvent;
    github.edit(comment, 'mara', body.replace('**6**', '**4**'));
    await succeeds('plan.yml', planned);
    expect(wordsOf(commentOf(widening))).toBe(wordsOf({ body }));
  });

  test('made dangerous: the same comment warns of every server by name', async () => {
    const { id } = commentOf(widening);
    github.pushTo(widening, files(6, 'm1.tiny'));
    await succeeds('plan.yml');
    const { body, ...comment } = commentOf(widening);
    expect(comment.id).toBe(id);
    expect(body).toContain('> [!WARNING]');
    expect(body).toContain(`**${name} replaces 2 servers**`);
    const names = await serverNames();
    expect(names).toHaveLength(2);
    // what all names begin with is left out
    for (const server of names) expect(body).toContain(server.slice(-12));
  });

  test('merged: applied, one server after the other, and the same comment has its last word', async () => {
    const { id } = commentOf(widening);
    const before = await serverIds();
    await merged(widening);
    const { body, ...comment } = commentOf(widening);
    expect(comment.id).toBe(id);
    expect(body).toContain('Done');
    expect(body).not.toContain('> [!');
    const after = await serverIds();
    expect(after).toHaveLength(2);
    expect(after.filter((one) => before.includes(one))).toEqual([]);
    expect(github.store.deployments.map(({ statuses }) => statuses.at(-1)?.state)).toContain('success');
  });

  test('compared at night: no issue', async () => {
    expect(await night()).toEqual([]);
  });

  test('changed by hand: the next night opens an issue', async () => {
    await act('os-stop', 'SHUTOFF');
    expect(await night()).toEqual([`open ${name} differs from its spec`]);
    expect(github.issues[0]?.body).toContain('| SHUTOFF |');
  });

  test('again: no second issue, and nothing is written', async () => {
    github.forgetRequests();
    expect(await night()).toHaveLength(1);
    expect(github.writes).toEqual([]);
  });

  test('repaired: the issue is closed', async () => {
    await act('os-start', 'ACTIVE');
    expect(await night()).toEqual([`closed ${name} differs from its spec`]);
  });

  /** Without the digest in front and the footer that links the run. */
  function wordsOf({ body }: Pick<Comment, 'body'>): string {
    return body.replace(/^<!--.*-->\n/, '').replace(/\n<sub>.*\n?$/, '');
  }

  async function succeeds(file: string, event = github.lastEvent): Promise<void> {
    const { conclusion, job } = await github.run(file, event);
    expect(job.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    expect(conclusion, job.log).toBe('success');
  }

  /** As GitHub does: `closed` sets off the one workflow, the push the other. */
  async function merged(pull: Pull): Promise<void> {
    github.merge(pull, { method: 'squash' });
    await Promise.all([
      succeeds('plan.yml', github.lastOf('pull_request')),
      succeeds('apply.yml', github.lastOf('push')),
    ]);
  }

  /** The only one there. */
  function commentOf({ number }: Pull): Comment {
    const [comment, ...more] = github.comments.filter((one) => one.number === number);
    expect(more).toEqual([]);
    if (comment === undefined) throw new Error(`#${number} has no comment`);
    return comment;
  }

  async function night(): Promise<readonly string[]> {
    github.tick(NIGHTLY);
    await succeeds('drift.yml');
    return github.issues.map(({ state, title }) => `${state} ${title}`);
  }

  /** As Heat knows them. */
  async function serverIds(): Promise<readonly string[]> {
    const stacks = await cloud.raw.call('orchestration', 'GET', `/stacks?name=${name}`);
    const path = `/stacks/${name}/${text(stacks.json, 'stacks', 0, 'id')}/resources?nested_depth=2`;
    const { json } = await cloud.raw.call('orchestration', 'GET', path);
    return list(json, 'resources')
      .filter((one) => text(one, 'resource_type') === 'OS::Nova::Server')
      .map((one) => text(one, 'physical_resource_id'))
      .sort();
  }

  async function serverNames(): Promise<readonly string[]> {
    const servers = (await serverIds()).map((id) => cloud.raw.call('compute', 'GET', `/servers/${id}`));
    return (await Promise.all(servers)).map(({ json }) => text(json, 'server', 'name'));
  }

  /** What somebody does to the first server by hand. */
  async function act(action: 'os-stop' | 'os-start', status: string): Promise<void> {
    const [id = ''] = await serverIds();
    const answer = await cloud.raw.call('compute', 'POST', `/servers/${id}/action`, { [action]: null });
    expect(answer.status).toBe(202);
    await cloud.raw.wait(async () => {
      const { json } = await cloud.raw.call('compute', 'GET', `/servers/${id}`);
      return text(json, 'server', 'status') === status ? true : null;
    }, `a server of ${name} to be ${status}`);
  }
}
