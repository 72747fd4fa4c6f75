/** How events are read: none twice, none lost, each with its address. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { heat, type Res, resourceAnswer } from './heat-answers.ts';
import { type ScriptedCloud, startScriptedCloud } from './scripted-cloud.ts';

const REF = { name: 'name-of-s1', id: 's1' };
const EVENTS = heat('/stacks/name-of-s1/s1/events');

const GROUP: Res = { name: 'group', type: 'OS::Heat::AutoScalingGroup', in: 's1', nested: 'n1' };
const MEMBER: Res = { name: 'm', type: 'OS::Nova::Server', in: 'n1', id: 'server-1' };

interface Ev {
  readonly id: string;
  readonly at: number;
  readonly in?: string;
  readonly name?: string;
  readonly physical?: string;
}

const event = ({ id, at, in: stack = 's1', name = 'group', physical = '' }: Ev) => ({
  id,
  event_time: new Date(Date.UTC(2026, 0, 1, 0, 0, at)).toISOString().replace('.000', ''),
  resource_name: name,
  physical_resource_id: physical,
  resource_status: 'UPDATE_COMPLETE',
  resource_status_reason: 'state changed',
  links: [{ rel: 'stack', href: `http://elsewhere${heat(`/stacks/name-of-${stack}/${stack}`)}` }],
});

let cloud: ScriptedCloud;
let events: Ev[];

/** As Heat does it: after the marker when it knows it, else from the start. */
beforeEach(async () => {
  cloud = await startScriptedCloud();
  events = [];
  cloud.on('GET', heat('/stacks/name-of-s1/s1/resources'), {
    json: { resources: [GROUP, MEMBER].map(resourceAnswer) },
  });
  cloud.on('GET', EVENTS, ({ query }) => {
    const after = events.findIndex(({ id }) => id === query.get('marker'));
    const page = events.slice(after + 1, after + 1 + Number(query.get('limit')));
    return { json: { events: page.map(event) } };
  });
});
afterEach(async () => {
  await cloud.close();
});

const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id);

describe('events', () => {
  it('carry the address below the root stack and the resource type', async () => {
    events = [
      { id: '1', at: 0, name: 'name-of-s1', physical: 's1' },
      { id: '2', at: 1 },
      { id: '3', at: 1, in: 'n1', name: 'name-of-n1', physical: 'n1' },
      { id: '4', at: 2, in: 'n1', name: 'm', physical: 'server-1' },
      { id: '5', at: 2, in: 'n1', name: 'gone', physical: 'server-0' },
      { id: '6', at: 2, in: 'unknown', name: 'inner', physical: 'x' },
    ];
    const { reader } = await cloud.open();
    const read = await reader.events(REF, null);
    expect(read.map(({ address, resourceType }) => [address, resourceType])).toEqual([
      ['', 'OS::Heat::Stack'],
      ['group', 'OS::Heat::AutoScalingGroup'],
      ['group', 'OS::Heat::Stack'],
      ['group/m', 'OS::Nova::Server'],
      ['group/gone', ''],
      ['name-of-unknown/inner', ''],
    ]);
  });

  it('come from one call when there is nothing new', async () => {
    const { reader } = await cloud.open();
    expect(await reader.events(REF, null)).toEqual([]);
    expect(cloud.requests()).toEqual([`GET ${EVENTS}`]);
    expect(Object.fromEntries(cloud.seen.at(-1)?.query ?? [])).toMatchObject({
      nested_depth: '5',
      sort_dir: 'asc',
      sort_keys: 'event_time',
    });
  });

  it('come after the one that is known, however often one asks', async () => {
    events = [1, 2, 3].map((n) => ({ id: `${n}`, at: n }));
    const { reader } = await cloud.open();
    expect(ids(await reader.events(REF, null))).toEqual(['1', '2', '3']);
    expect(ids(await reader.events(REF, '3'))).toEqual([]);
    expect(ids(await reader.events(REF, '1'))).toEqual(['2', '3']);
    events.push({ id: '4', at: 90 });
    expect(ids(await reader.events(REF, '3'))).toEqual(['4']);
    expect(ids(await reader.events(REF, '3'))).toEqual(['4']);
  });

  it('that were written late, between known ones, are not lost', async () => {
    const [first, late, third, last] = [
      { id: 'first', at: 0 },
      { id: 'late', at: 58 },
      { id: 'third', at: 59 },
      { id: 'last', at: 60 },
    ];
    events = [first, third, last];
    const { reader } = await cloud.open();
    expect(ids(await reader.events(REF, null))).toEqual(['first', 'third', 'last']);
    events = [first, late, third, last];
    expect(ids(await reader.events(REF, 'last'))).toEqual(['late']);
    expect(cloud.seen.findLast(({ path }) => path === EVENTS)?.query.get('marker')).toBe('first');
  });

  it('do not come twice when the marker went away with its nested stack', async () => {
    events = [
      { id: '1', at: 0, in: 'n1' },
      { id: '2', at: 60 },
    ];
    const { reader } = await cloud.open();
    await reader.events(REF, null);
    events = [
      { id: '2', at: 60 },
      { id: '3', at: 61 },
    ];
    expect(ids(await reader.events(REF, '2'))).toEqual(['3']);
  });

  it('are asked of Heat after a marker that another run has left', async () => {
    events = [1, 2, 3].map((n) => ({ id: `${n}`, at: n }));
    const { reader } = await cloud.open();
    expect(ids(await reader.events(REF, '2'))).toEqual(['3']);
    expect(cloud.seen.find(({ path }) => path === EVENTS)?.query.get('marker')).toBe('2');
  });

  it('come page by page', async () => {
    events = Array.from({ length: 1100 }, (_, n) => ({ id: `${n}`, at: n }));
    const { reader } = await cloud.open();
    expect(await reader.events(REF, null)).toHaveLength(1100);
    expect(cloud.requests().filter((one) => one.endsWith('/events'))).toHaveLength(3);
  });

  it('of a stack that is gone are none', async () => {
    const { reader } = await cloud.open();
    expect(await reader.events({ name: 'gone', id: 'x' }, null)).toEqual([]);
  });
});
