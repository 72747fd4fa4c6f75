import { describe, expect, it } from 'vitest';
import { credentialsFrom } from '../../../src/adapters/openstack/credentials.ts';
import { endpointOf } from '../../../src/adapters/openstack/endpoint.ts';
import { lowerOf } from '../../../src/adapters/openstack/versions.ts';
import type { JsonObject } from '../../../src/model/json.ts';

const credentials = (more: JsonObject = {}) =>
  credentialsFrom({
    name: 'prod',
    origin: 'cloud "prod"',
    values: { auth_url: 'http://k', username: 'u', password: 'p', ...more },
  });

const offer = (...places: readonly (readonly [string, string, string])[]) => [
  {
    type: 'orchestration',
    endpoints: places.map(([face, region, url]) => ({ interface: face, region, url })),
  },
];

const of = (places: readonly (readonly [string, string, string])[], more: JsonObject = {}): string =>
  endpointOf('orchestration', offer(...places), credentials(more), 'p1').href;

describe('the endpoint', () => {
  it('is the one of the region and the interface', () => {
    const places = [
      ['public', 'A', 'http://a/v1/p1'],
      ['public', 'B', 'http://b/v1/p1'],
      ['internal', 'B', 'http://b-inside/v1/p1'],
    ] as const;
    expect(of(places, { region_name: 'B' })).toBe('http://b/v1/p1');
    expect(of(places, { region_name: 'B', interface: 'internal' })).toBe('http://b-inside/v1/p1');
    expect(of(places, { region_name: 'B', orchestration_interface: 'internal' })).toBe(
      'http://b-inside/v1/p1',
    );
  });

  it.each([
    ['http://h:8004/v1/p1', 'http://h:8004/v1/p1'],
    ['http://h:8004/v1/p1/', 'http://h:8004/v1/p1'],
    ['http://h/orchestration', 'http://h/orchestration/v1/p1'],
    ['http://h/heat-api/v1', 'http://h/heat-api/v1/p1'],
  ])('Heat at %s is %s', (url, expected) => {
    expect(of([['public', 'A', url]])).toBe(expected);
  });

  it.each([
    ['volumev3', 'http://c:8776/v3/p1', 'http://c:8776/v3/p1'],
    ['volumev3', 'http://c:8776/v3', 'http://c:8776/v3/p1'],
    ['block-storage', 'http://c/volume', 'http://c/volume/v3/p1'],
    ['compute', 'http://n:8774', 'http://n:8774/v2.1'],
    ['compute', 'http://n:8774/v2.1', 'http://n:8774/v2.1'],
    ['compute', 'http://n:8774/v2.1/p1', 'http://n:8774/v2.1/p1'],
    ['compute', 'http://n/compute/v2/p1', 'http://n/compute/v2/p1'],
    ['image', 'http://g:9292', 'http://g:9292/v2'],
    ['image', 'http://g/image/v2/', 'http://g/image/v2'],
    ['network', 'http://q:9696/', 'http://q:9696/v2.0'],
    ['network', 'http://q/networking/v2.0', 'http://q/networking/v2.0'],
  ] as const)('%s at %s is %s', (type, url, expected) => {
    const catalogue = [{ type, endpoints: [{ interface: 'public', region: 'A', url }] }];
    expect(endpointOf(type, catalogue, credentials(), 'p1').href).toBe(expected);
  });

  it('given by hand wins over the catalogue', () => {
    expect(of([], { orchestration_endpoint_override: 'http://mine:1' })).toBe('http://mine:1/v1/p1');
  });

  it('is missed with words that list the regions there are', () => {
    const places = [
      ['public', 'A', 'http://a'],
      ['admin', 'B', 'http://b'],
    ] as const;
    expect(() => of(places, { region_name: 'C' })).toThrow(
      'looking for the orchestration service of cloud "prod": there is no public endpoint in region "C"; it is offered in "A" (public), "B" (admin); check region_name and interface',
    );
    expect(() => of([])).toThrow('the catalogue does not hold it at all');
  });

  it('is not guessed between regions', () => {
    const places = [
      ['public', 'B', 'http://b'],
      ['public', 'A', 'http://a'],
    ] as const;
    expect(() => of(places)).toThrow(
      'in several regions, "A", "B"; name one as region_name (OS_REGION_NAME)',
    );
  });

  it('is refused when it is no URL', () => {
    expect(() => of([['public', 'A', 'not a url']])).toThrow('its address "not a url" is not a URL');
  });
});

it.each([
  ['2.100', '2.96'],
  ['2.96', '2.96'],
  ['2.53', '2.53'],
  ['2.1', '2.1'],
  ['', null],
  ['3.0', null],
  [null, null],
])('Nova that goes up to %s is asked for %s', (theirs, expected) => {
  expect(lowerOf('2.96', theirs)).toBe(expected);
});
