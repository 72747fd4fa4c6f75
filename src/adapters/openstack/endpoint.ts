/** Finds a service's address in Keystone's catalogue. */
import { CloudError } from '../../ports/errors.ts';
import type { Credentials, Interface } from './credentials.ts';
import type { CatalogueEntry } from './keystone/results.ts';
import type { ServiceName } from './service.ts';

/** The path part that every address of a service must have, when the catalogue leaves it out. */
const VERSIONS: Readonly<Record<ServiceName, { readonly has: RegExp; readonly add: string }>> = {
  identity: { has: /\/v3$/, add: '/v3' },
  orchestration: { has: /\/v1\/[^/]+$/, add: '/v1/{project}' },
  compute: { has: /\/v2(\.\d+)?(\/[^/]+)?$/, add: '/v2.1' },
  image: { has: /\/v2$/, add: '/v2' },
  network: { has: /\/v2\.0$/, add: '/v2.0' },
  'load-balancer': { has: /\/v2(\.\d+)?$/, add: '/v2' },
  'block-storage': { has: /\/v3\/[^/]+$/, add: '/v3/{project}' },
  // Cinder's older name in catalogues
  volumev3: { has: /\/v3\/[^/]+$/, add: '/v3/{project}' },
  metric: { has: /\/v1$/, add: '/v1' },
  alarming: { has: /\/v2$/, add: '/v2' },
  rating: { has: /\/v1$/, add: '/v1' },
  // its address names no version
  placement: { has: /^/, add: '' },
};

/** The versioned address without a trailing slash. */
export function endpointOf(
  service: ServiceName,
  catalogue: readonly CatalogueEntry[],
  credentials: Credentials,
  projectId: string,
): URL {
  const given = credentials.endpoints[service];
  const address = given ?? chosen(service, catalogue, credentials);
  if (!URL.canParse(address)) {
    throw new CloudError({
      code: 'credentials-invalid',
      message: `looking for the ${service} service: its address "${address.slice(0, 200)}" is not a URL; check ${given === undefined ? "Keystone's catalogue" : `${service}_endpoint_override`}`,
    });
  }
  return versioned(service, new URL(address), projectId);
}

function chosen(
  service: ServiceName,
  catalogue: readonly CatalogueEntry[],
  credentials: Credentials,
): string {
  const wanted = credentials.interfaces[service] ?? credentials.interface;
  const all = catalogue.filter((entry) => entry.type === service).flatMap((entry) => entry.endpoints);
  const offered = all.filter((endpoint) => endpoint.interface === wanted);
  const here = offered.filter(({ region }) => credentials.region === null || region === credentials.region);
  const regions = [...new Set(here.map(({ region }) => region))];
  const [first] = here;
  if (first === undefined) throw missing(service, wanted, credentials, all);
  if (regions.length > 1) throw severalRegions(service, credentials, regions);
  return first.url;
}

function missing(
  service: ServiceName,
  wanted: Interface,
  { region, cloud }: Credentials,
  all: readonly { region: string; interface: string }[],
): CloudError {
  const where = region === null ? '' : ` in region "${region}"`;
  const others = [...new Set(all.map((endpoint) => `"${endpoint.region}" (${endpoint.interface})`))].sort();
  const known =
    others.length === 0 ? 'the catalogue does not hold it at all' : `it is offered in ${others.join(', ')}`;
  return new CloudError({
    code: 'service-missing',
    message: `looking for the ${service} service of cloud "${cloud}": there is no ${wanted} endpoint${where}; ${known}; check region_name and interface`,
  });
}

function severalRegions(
  service: ServiceName,
  { cloud }: Credentials,
  regions: readonly string[],
): CloudError {
  return new CloudError({
    code: 'credentials-invalid',
    message: `looking for the ${service} service of cloud "${cloud}": it is offered in several regions, ${[
      ...regions,
    ]
      .sort()
      .map((region) => `"${region}"`)
      .join(', ')}; name one as region_name (OS_REGION_NAME)`,
  });
}

function versioned(service: ServiceName, url: URL, projectId: string): URL {
  const { has, add } = VERSIONS[service];
  const path = url.pathname.replace(/\/+$/, '');
  const bare = add.includes('{project}') ? path.replace(/\/v[13]$/, '') : path;
  const result = new URL(url);
  result.search = '';
  result.pathname = has.test(bare)
    ? bare
    : `${bare}${add.replace('{project}', encodeURIComponent(projectId))}`;
  return result;
}
