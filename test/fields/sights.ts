/** Looks at what is there after a row: in Heat, in the services behind it, in HAProxy. */
import { expect } from 'vitest';
import { openHAProxy } from '../../src/adapters/haproxy/balancer.ts';
import type { CloudReader } from '../../src/ports/cloud.ts';
import type { CloudUnderTest } from '../contract/cloud-under-test.ts';
import { list, pick, text } from '../contract/json.ts';
import { type Around, named } from './around.ts';
import type { Lines, Sights, Value } from './row.ts';

export interface Scene {
  readonly raw: CloudUnderTest;
  readonly reader: CloudReader;
  readonly around: Around;
  /** The stack's. */
  readonly name: string;
}

export async function look(scene: Scene, sights: Sights): Promise<void> {
  const resources = await resourcesOf(scene);
  const shown = new Map(resources.map((one) => [one.plain, one]));
  const wanted = [
    ...(sights.has ?? []),
    ...Object.keys(sights.sees ?? {}),
    ...Object.keys(sights.keeps ?? {}),
  ];
  expect([...shown.keys()]).toEqual(expect.arrayContaining(wanted));
  for (const one of sights.lacks ?? []) expect([...shown.keys()]).not.toContain(one);
  for (const [resource, part] of Object.entries(sights.sees ?? {})) {
    const path = `${shown.get(resource)?.path}?with_attr=show`;
    const { json } = await scene.raw.call('orchestration', 'GET', path);
    expect(pick(json, 'resource', 'attributes', 'show')).toMatchObject(partOf(part, scene));
  }
  if (sights.tags) {
    const { json } = await scene.raw.call('orchestration', 'GET', await stackPath(scene));
    expect(pick(json, 'stack', 'tags')).toEqual(expect.arrayContaining([...sights.tags]));
  }
  if (sights.keeps) await lookAtTemplate(scene, sights.keeps);
  await lookAtAlarms(scene, resources, sights.alarms ?? {});
  if (sights.lines) await lookAtLines(scene, sights.lines);
}

async function lookAtTemplate(scene: Scene, keeps: NonNullable<Sights['keeps']>): Promise<void> {
  const { json } = await scene.raw.call('orchestration', 'GET', `${await stackPath(scene)}/template`);
  for (const [resource, part] of Object.entries(keeps)) {
    expect(pick(json, 'resources', resource, 'properties'), resource).toMatchObject(partOf(part, scene));
  }
}

/**
 * Aodh has the stack's alarms and no others of its name; each signals its own scaling policy through a trust, and asks for
 * this group's servers alone.
 */
async function lookAtAlarms(
  scene: Scene,
  resources: readonly StackResource[],
  wanted: NonNullable<Sights['alarms']>,
): Promise<void> {
  const listed = list((await scene.raw.call('alarming', 'GET', '/alarms')).json);
  const mine = listed.filter((one) => text(one, 'name').startsWith(`${scene.name}-`));
  const inHeat = resources.filter(({ type }) => type.startsWith('OS::Aodh::'));
  expect(mine.map((one) => text(one, 'alarm_id')).sort()).toEqual(inHeat.map(({ id }) => id).sort());
  const alarms = new Map(
    inHeat.map(({ plain, id }) => [
      plain.replace(/-alarm$/, ''),
      mine.find((one) => pick(one, 'alarm_id') === id),
    ]),
  );
  if (Object.keys(wanted).length > 0) expect([...alarms.keys()].sort()).toEqual(Object.keys(wanted).sort());
  const stack = (await stackPath(scene)).replace(/.*\//, '');
  for (const [policy, alarm] of alarms) {
    expect(pick(alarm, 'alarm_actions'), policy).toEqual([
      expect.stringMatching(
        new RegExp(`^trust\\+https?://.*/resources/${policy}/signal(?:\\?alarm=[0-9a-f]{8})?$`),
      ),
    ]);
    for (const query of JSON.stringify(alarm).match(/\\"server_group\\": \\"[^"]*\\"/g) ?? [])
      expect(query, policy).toContain(stack);
    expect(alarm, policy).toMatchObject(partOf(wanted[policy] ?? {}, scene));
  }
}

async function lookAtLines(scene: Scene, { at, backend, port, network }: Lines): Promise<void> {
  const servers = await serversOf(scene);
  const wanted = servers.flatMap(({ interfaces }) =>
    interfaces
      .filter((one) => one.network === named(network, scene.around))
      .map(({ address }) => ({ address, port })),
  );
  expect(wanted).toHaveLength(servers.length);
  for (const one of at) {
    const lines = await openHAProxy(scene.around[`haproxy_${one}`] ?? '').servers(backend);
    const own = lines.filter((line) => line.name.startsWith(`asg-${scene.name}-`));
    expect(own.map(({ endpoint, state }) => ({ endpoint, state }))).toEqual(
      wanted.map((endpoint) => ({ endpoint, state: 'ready' })),
    );
  }
}

function partOf(value: Value, { around }: Scene): object {
  return Object(named(value, around));
}

export interface StackResource {
  /** Without the mark of a server's generation; every server is called so. */
  readonly plain: string;
  readonly type: string;
  readonly path: string;
  /** What the service calls it. */
  readonly id: string;
  /** Not inside a member. */
  readonly top: boolean;
}

/** Of the stack, nested ones too. */
export async function resourcesOf(scene: Pick<Scene, 'raw' | 'name'>): Promise<readonly StackResource[]> {
  const path = `${await stackPath(scene)}/resources?nested_depth=3`;
  const { json } = await scene.raw.call('orchestration', 'GET', path);
  return list(json, 'resources').map((one) => {
    const href = text(one, 'links', 0, 'href');
    const type = text(one, 'resource_type');
    const plain = text(one, 'resource_name').replace(/_[0-9a-f]{8}$/, '');
    return {
      plain: type === 'OS::Nova::Server' ? 'server' : plain,
      type,
      path: href.slice(href.indexOf('/stacks/')),
      id: text(one, 'physical_resource_id'),
      top: pick(one, 'parent_resource') === undefined,
    };
  });
}

/** `/stacks/{name}/{id}` */
export async function stackPath({ raw, name }: Pick<Scene, 'raw' | 'name'>): Promise<string> {
  const { json } = await raw.call('orchestration', 'GET', `/stacks?name=${name}`);
  return `/stacks/${name}/${text(json, 'stacks', 0, 'id')}`;
}

export async function serversOf({ reader, name }: Pick<Scene, 'reader' | 'name'>) {
  const [stack] = await reader.observe([name]);
  if (stack?.presence !== 'present') return [];
  return stack.groups.flatMap(({ members }) => members.flatMap((one) => one.servers));
}
