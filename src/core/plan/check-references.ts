/** Holds the names in specs against what the cloud has. */
import type { CatalogueReference, CatalogueType, Desired } from '../../model/desired.ts';
import type { Catalogue, NamedThing } from '../../model/observed.ts';
import type { Problem } from '../../model/problem.ts';

/** A problem for each name that the project can't use, at the line that holds it. */
export function checkReferences(desired: readonly Desired[], catalogue: Catalogue): readonly Problem[] {
  return desired
    .flatMap((one) => (one.presence === 'present' ? one.references : []))
    .flatMap((reference) => {
      const message = complaint(reference, catalogue);
      return message === null ? [] : [{ ...reference.at, message }];
    });
}

/** Which lists of the catalogue the check needs. */
export function referencedTypes(desired: readonly Desired[]): readonly CatalogueType[] {
  const stacks = desired.filter((one) => one.presence === 'present');
  const named = stacks.flatMap(({ references }) => references.map(({ type }) => type));
  const room: readonly CatalogueType[] = stacks.some(({ addresses }) => addresses.length > 0)
    ? ['network', 'subnet']
    : [];
  return [...new Set([...named, ...room])].sort();
}

const WORDS: Readonly<Record<CatalogueType, string>> = {
  image: 'image',
  flavor: 'flavor',
  network: 'network',
  subnet: 'subnet',
  externalNetwork: 'external network',
  keyPair: 'key pair',
  securityGroup: 'security group',
  serverGroup: 'server group',
  pool: 'pool',
  zone: 'availability zone',
};

function complaint(reference: CatalogueReference, catalogue: Catalogue): string | null {
  const { type, value, idOnly } = reference;
  const things: readonly NamedThing[] = catalogue[type];
  if (things.some(({ id }) => id === value)) return elsewhere(reference, catalogue);
  const matches = things.filter(({ name }) => name === value);
  const word = WORDS[type];
  if (matches.length > 0 && idOnly !== undefined) {
    const ids = matches.map(({ id }) => id).sort();
    return `${word} ${JSON.stringify(value)} must be named by its id here, for ${idOnly}; it is ${ids.join(' or ')}`;
  }
  if (matches.length === 1) return elsewhere(reference, catalogue);
  if (matches.length > 1) {
    const ids = matches.map(({ id }) => id).sort();
    return `${word} ${JSON.stringify(value)} is the name of ${matches.length} ${word}s here (${ids.join(', ')}); name one by its id`;
  }
  return `${word} ${JSON.stringify(value)} is not in this project; ${offer(things, word)}`;
}

/** Of a subnet in another network than the one it is named with. */
function elsewhere({ value, inNetwork }: CatalogueReference, catalogue: Catalogue): string | null {
  const network = inNetwork === undefined ? null : only(catalogue.network, inNetwork);
  const subnet = only(catalogue.subnet, value);
  if (network === null || subnet === null || subnet.networkId === network.id) return null;
  const right = catalogue.subnet.filter(({ networkId }) => networkId === network.id);
  const there = catalogue.network.find(({ id }) => id === subnet.networkId)?.name ?? subnet.networkId;
  return `subnet ${JSON.stringify(value)} is one of the network "${there}", not of ${JSON.stringify(inNetwork)}; ${offer(right, 'subnet')}`;
}

/** The thing of this name or id, unless nobody can tell which is meant. */
export function only<T extends NamedThing>(things: readonly T[], value: string): T | null {
  const byId = things.find(({ id }) => id === value);
  const byName = things.filter(({ name }) => name === value);
  return byId ?? (byName.length === 1 ? (byName[0] ?? null) : null);
}

const OFFERED = 8;

function offer(things: readonly NamedThing[], word: string): string {
  if (things.length === 0) return `it has no ${word} at all`;
  const names = [...new Set(things.map(({ name }) => name))].sort();
  const more = names.length > OFFERED ? `, and ${names.length - OFFERED} more` : '';
  return `there are: ${names.slice(0, OFFERED).join(', ')}${more}`;
}
