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
  const all = desired.flatMap((one) => (one.presence === 'present' ? one.references : []));
  return [...new Set(all.map(({ type }) => type))].sort();
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
};

function complaint({ type, value }: CatalogueReference, catalogue: Catalogue): string | null {
  const things: readonly NamedThing[] = catalogue[type];
  if (things.some(({ id }) => id === value)) return null;
  const matches = things.filter(({ name }) => name === value);
  if (matches.length === 1) return null;
  const word = WORDS[type];
  if (matches.length > 1) {
    const ids = matches.map(({ id }) => id).sort();
    return `${word} ${JSON.stringify(value)} is the name of ${matches.length} ${word}s here (${ids.join(', ')}); name one by its id`;
  }
  return `${word} ${JSON.stringify(value)} is not in this project; ${offer(things, word)}`;
}

const OFFERED = 8;

function offer(things: readonly NamedThing[], word: string): string {
  if (things.length === 0) return `it has no ${word} at all`;
  const names = [...new Set(things.map(({ name }) => name))].sort();
  const more = names.length > OFFERED ? `, and ${names.length - OFFERED} more` : '';
  return `there are: ${names.slice(0, OFFERED).join(', ')}${more}`;
}
