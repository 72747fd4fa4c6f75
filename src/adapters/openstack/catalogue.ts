/** Gathers what a spec may name: images, flavors, networks, key pairs, security groups. */
import type { Catalogue, NamedThing } from '../../model/observed.ts';
import { listImages } from './glance/requests.ts';
import { imagePage } from './glance/results.ts';
import { listNetworks, listSecurityGroups } from './neutron/requests.ts';
import { networksOf, securityGroupsOf } from './neutron/results.ts';
import { listFlavors, listKeyPairs } from './nova/requests.ts';
import { flavorPage, keyPairPage } from './nova/results.ts';
import { allPages } from './pages.ts';
import type { Service } from './service.ts';

export async function readCatalogue(service: Service, projectId: string): Promise<Catalogue> {
  const [image, flavor, network, keyPair, securityGroup] = await Promise.all([
    allPages((marker) => service.call(listImages(marker), imagePage)),
    allPages((marker) => service.call(listFlavors(marker), flavorPage)),
    service.call(listNetworks(), networksOf),
    allPages((marker) => service.call(listKeyPairs(marker), keyPairPage)),
    service.call(listSecurityGroups(projectId), securityGroupsOf),
  ]);
  return {
    image: byName(image),
    flavor: byName(flavor),
    network: byName(network),
    keyPair: byName(keyPair),
    securityGroup: byName(securityGroup),
  };
}

/** By name, equal names by id: the same cloud gives the same list. */
function byName<T extends NamedThing>(things: readonly T[]): readonly T[] {
  const key = ({ name, id }: T): string => `${name}\u0000${id}`;
  return things.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
