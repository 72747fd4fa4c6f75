/** Neutron's lists, from a cloud that sends shorter pages than it is asked for (pagination_max_limit). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ScriptedCloud, type Seen, startScriptedCloud } from './scripted-cloud.ts';

let cloud: ScriptedCloud;

beforeEach(async () => {
  cloud = await startScriptedCloud();
});
afterEach(() => cloud.close());

const thing = (id: string) => ({
  id,
  name: id,
  network_id: 'n',
  ip_version: 4,
  allocation_pools: [],
  fixed_ips: id === 'b' ? [] : [{ ip_address: `10.0.0.${id}` }],
});

/** Two a page; a page that is full offers a next one, as Neutron does, though that may be empty. */
const paged =
  (key: string, path: string, ids: readonly string[]) =>
  ({ query }: Seen) => {
    const start = ids.indexOf(query.get('marker') ?? '') + 1;
    const shown = ids.slice(start, start + 2);
    const href = `${cloud.url}${path}?marker=${shown.at(-1)}`;
    const next = shown.length === 2 ? [{ rel: 'next', href }] : [];
    const links = [...next, { rel: 'previous', href: `${cloud.url}${path}?page_reverse=True` }];
    return { json: { [key]: shown.map(thing), [`${key}_links`]: links } };
  };
const script = (key: string, ids: readonly string[]) => {
  const path = `/neutron/v2.0/${key.replaceAll('_', '-')}`;
  cloud.on('GET', path, paged(key, path, ids));
};
const asked = () => cloud.seen.filter(({ path }) => path.startsWith('/neutron')).map(({ query }) => query);

describe.each([
  ['network', 'networks'],
  ['externalNetwork', 'networks'],
  ['subnet', 'subnets'],
  ['securityGroup', 'security_groups'],
] as const)('the list for %s', (type, key) => {
  const read = async () => {
    const { reader } = await cloud.open();
    return (await reader.catalogue([type]))[type].map(({ id }) => id);
  };

  it('holds every page', async () => {
    script(key, ['a', 'b', 'c', 'd', 'e']);
    expect(await read()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(asked().map((query) => query.get('marker'))).toEqual([null, 'b', 'd']);
    expect(new Set(asked().map((query) => query.get('limit')))).toEqual(new Set(['1000']));
  });

  it('is asked for once when there is one page', async () => {
    script(key, ['a']);
    expect(await read()).toEqual(['a']);
    expect(asked()).toHaveLength(1);
  });
});

it('only external networks are asked for on every page', async () => {
  script('networks', ['a', 'b', 'c']);
  const { reader } = await cloud.open();
  await reader.catalogue(['externalNetwork']);
  expect(asked().map((query) => query.get('router:external'))).toEqual(['true', 'true']);
});

it('addresses in use are those of every page of ports, with and without an address', async () => {
  script('ports', ['a', 'b', 'c']);
  const { reader } = await cloud.open();
  expect(await reader.addressesInUse('n')).toEqual(['10.0.0.a', '10.0.0.c']);
  expect(asked().map((query) => [query.get('network_id'), query.get('marker')])).toEqual([
    ['n', null],
    ['n', 'b'],
  ]);
});

it('a page that ends as the one before it is an error, no endless loop', async () => {
  const links = [{ rel: 'next', href: cloud.url }];
  cloud.on('GET', '/neutron/v2.0/networks', { json: { networks: [thing('a')], networks_links: links } });
  const { reader } = await cloud.open();
  await expect(reader.catalogue(['network'])).rejects.toThrow(/the page after "a" ends with it again/);
});
