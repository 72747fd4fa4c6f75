/** Gathers what a spec may name: images, flavors, networks, pools and the like, each list once. */
import type { CatalogueType } from '../../model/desired.ts';
import type { Flavor } from '../../model/facts.ts';
import type { Catalogue, NamedThing, Subnet } from '../../model/observed.ts';
import { listImages } from './glance/requests.ts';
import { imagePage } from './glance/results.ts';
import {
  listExternalNetworks,
  listNetworks,
  listPorts,
  listSecurityGroups,
  listSubnets,
} from './neutron/requests.ts';
import { networkPage, portAddressPage, securityGroupPage, subnetPage } from './neutron/results.ts';
import { listFlavors, listKeyPairs, listServerGroups, listZones } from './nova/requests.ts';
import { flavorPage, keyPairPage, serverGroupsOf, zonesOf } from './nova/results.ts';
import { listPools } from './octavia/requests.ts';
import { poolPage } from './octavia/results.ts';
import { allPages } from './pages.ts';
import type { Service } from './service.ts';

/** Lists of which nothing but id and name is known. */
type PlainType = Exclude<CatalogueType, 'flavor' | 'subnet'>;

const NOTHING: Catalogue = {
  image: [],
  flavor: [],
  network: [],
  subnet: [],
  externalNetwork: [],
  keyPair: [],
  securityGroup: [],
  serverGroup: [],
  pool: [],
  zone: [],
};

const PLAIN_TYPES = Object.keys(NOTHING).filter(
  (type): type is PlainType => type !== 'flavor' && type !== 'subnet',
);

/** Remembers each list: within one run the same answer counts. */
export class CatalogueReader {
  readonly #service: Service;
  readonly #projectId: string;
  readonly #lists = new Map<PlainType, Promise<readonly NamedThing[]>>();
  readonly #addresses = new Map<string, Promise<readonly string[]>>();
  #flavors: Promise<readonly Flavor[]> | null = null;
  #subnets: Promise<readonly Subnet[]> | null = null;

  constructor(service: Service, projectId: string) {
    this.#service = service;
    this.#projectId = projectId;
  }

  async read(types: readonly CatalogueType[]): Promise<Catalogue> {
    const lists = await Promise.all(
      PLAIN_TYPES.map(async (type) => [type, types.includes(type) ? await this.#list(type) : []] as const),
    );
    return {
      ...NOTHING,
      ...Object.fromEntries(lists),
      flavor: types.includes('flavor') ? await this.flavors() : [],
      subnet: types.includes('subnet') ? await this.#readSubnets() : [],
    };
  }

  flavors(): Promise<readonly Flavor[]> {
    this.#flavors ??= allPages((marker) => this.#service.call(listFlavors(marker), flavorPage)).then(byName);
    return this.#flavors;
  }

  addressesInUse(networkId: string): Promise<readonly string[]> {
    const known = this.#addresses.get(networkId) ?? this.#readAddresses(networkId);
    this.#addresses.set(networkId, known);
    return known;
  }

  async #readAddresses(networkId: string): Promise<readonly string[]> {
    const ports = await allPages((marker) =>
      this.#service.call(listPorts(networkId, marker), portAddressPage),
    );
    return ports.flat();
  }

  #readSubnets(): Promise<readonly Subnet[]> {
    this.#subnets ??= allPages((marker) => this.#service.call(listSubnets(marker), subnetPage)).then(byName);
    return this.#subnets;
  }

  #list(type: PlainType): Promise<readonly NamedThing[]> {
    const known = this.#lists.get(type) ?? readList(type, this.#service, this.#projectId).then(byName);
    this.#lists.set(type, known);
    return known;
  }
}

function readList(type: PlainType, service: Service, projectId: string): Promise<readonly NamedThing[]> {
  switch (type) {
    case 'image':
      return allPages((marker) => service.call(listImages(marker), imagePage));
    case 'network':
      return allPages((marker) => service.call(listNetworks(marker), networkPage));
    case 'externalNetwork':
      return allPages((marker) => service.call(listExternalNetworks(marker), networkPage));
    case 'keyPair':
      return allPages((marker) => service.call(listKeyPairs(marker), keyPairPage));
    case 'securityGroup':
      return allPages((marker) => service.call(listSecurityGroups(projectId, marker), securityGroupPage));
    case 'serverGroup':
      return service.call(listServerGroups(), serverGroupsOf);
    case 'zone':
      return service.call(listZones(), zonesOf);
    case 'pool':
      return allPages((marker) => service.call(listPools(projectId, marker), poolPage));
  }
}

/** By name, equal names by id: the same cloud gives the same list. */
function byName<T extends NamedThing>(things: readonly T[]): readonly T[] {
  const key = ({ name, id }: T): string => `${name}\u0000${id}`;
  return things.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
