/** Everything that a project holds, in words that two clouds can be compared by: no ids but those that were there before. */
import type { Caller } from '../contract/cloud-under-test.ts';
import { list, pick, text } from '../contract/json.ts';

/** One line for each thing, sorted. @param known ids of servers that were there before, which keep their name. */
export async function whatIsThere(
  cloud: Caller,
  prefix: string,
  known: readonly string[],
): Promise<readonly string[]> {
  const [stacks, servers, alarms] = [
    await stackLines(cloud, prefix),
    await serverLines(cloud, prefix, known),
    await alarmLines(cloud, prefix),
  ];
  return [...stacks, ...servers, ...alarms].sort();
}

export async function serverIds(cloud: Caller, prefix: string): Promise<readonly string[]> {
  return (await servers(cloud, prefix)).map((server) => text(server, 'id'));
}

async function stackLines(cloud: Caller, prefix: string): Promise<readonly string[]> {
  const { json } = await cloud.call('orchestration', 'GET', '/stacks?show_nested=True');
  const stacks = list(json, 'stacks').filter((stack) => text(stack, 'stack_name').startsWith(prefix));
  const lines = stacks.map(async (stack) => {
    const [name, id, status] = [text(stack, 'stack_name'), text(stack, 'id'), text(stack, 'stack_status')];
    const nested = pick(stack, 'parent') !== null && pick(stack, 'parent') !== undefined;
    if (nested) return [`nested stack ${withoutRandom(name)} ${withoutAction(status)}`];
    const path = `/stacks/${name}/${id}`;
    const template = await cloud.call('orchestration', 'GET', `${path}/template`);
    const tags = pick((await cloud.call('orchestration', 'GET', path)).json, 'stack', 'tags');
    const { json: tree } = await cloud.call('orchestration', 'GET', `${path}/resources?nested_depth=5`);
    return [
      `stack ${name} ${withoutAction(status)} tags ${withoutTime(JSON.stringify(tags))}`,
      `stack ${name} template ${JSON.stringify(sorted(template.json))}`,
      ...list(tree, 'resources').map(
        (one) =>
          `resource of ${name}: ${text(one, 'resource_type')} ${withoutAction(text(one, 'resource_status'))}`,
      ),
    ];
  });
  return (await Promise.all(lines)).flat();
}

async function serverLines(
  cloud: Caller,
  prefix: string,
  known: readonly string[],
): Promise<readonly string[]> {
  return (await servers(cloud, prefix)).map((server) => {
    const id = text(server, 'id');
    const which = known.includes(id) ? `of before (${id})` : 'new';
    const name = withoutRandom(text(server, 'name'));
    const [flavor, image] = [pick(server, 'flavor', 'id'), pick(server, 'image', 'id')];
    return `server ${name} ${text(server, 'status')} flavor ${flavor} image ${image}, ${which}`;
  });
}

/** Those that Heat holds, whose long names it shortens, and those that only bear the name. */
async function servers(cloud: Caller, prefix: string): Promise<readonly unknown[]> {
  const [held, { json }] = [
    await heldByHeat(cloud, prefix),
    await cloud.call('compute', 'GET', '/servers/detail'),
  ];
  return list(json, 'servers').filter(
    (server) => held.has(text(server, 'id')) || text(server, 'name').startsWith(prefix),
  );
}

async function heldByHeat(cloud: Caller, prefix: string): Promise<ReadonlySet<string>> {
  const { json } = await cloud.call('orchestration', 'GET', '/stacks');
  const stacks = list(json, 'stacks').filter((stack) => text(stack, 'stack_name').startsWith(prefix));
  const ids = stacks.map(async (stack) => {
    const path = `/stacks/${text(stack, 'stack_name')}/${text(stack, 'id')}/resources?nested_depth=5`;
    const resources = list((await cloud.call('orchestration', 'GET', path)).json, 'resources');
    return resources
      .filter((one) => text(one, 'resource_type') === 'OS::Nova::Server')
      .map((one) => text(one, 'physical_resource_id'));
  });
  return new Set((await Promise.all(ids)).flat());
}

async function alarmLines(cloud: Caller, prefix: string): Promise<readonly string[]> {
  const { json } = await cloud.call('alarming', 'GET', '/alarms');
  return list(json)
    .filter((alarm) => text(alarm, 'name').startsWith(prefix))
    .map((alarm) => {
      const rule = pick(alarm, 'gnocchi_aggregation_by_resources_threshold_rule');
      const set = ['enabled', 'severity'].map((key) => `${key} ${pick(alarm, key)}`).join(' ');
      return `alarm ${withoutRandom(text(alarm, 'name'))} threshold ${pick(rule, 'threshold')} ${set}`;
    });
}

/** Heat's short ids: twelve of a-z2-7 (heat/common/short_id.py). */
function withoutRandom(name: string): string {
  return name.replace(/-[a-z2-7]{12}(?=-|$)/g, '-*');
}

/** What was sent is remembered with the second it was sent in. */
function withoutTime(tags: string): string {
  return tags.replace(/@\d{10}"/g, '@*"');
}

function withoutAction(status: string): string {
  return status.replace(/^[A-Z]+_/, '');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
