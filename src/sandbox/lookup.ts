// Finds a thing the way OpenStack's clients let people name it: by id, else by name.

export function findByNameOrId<T extends { readonly id: string; readonly name: string }>(
  things: readonly T[],
  nameOrId: string,
): T | undefined {
  return things.find((thing) => thing.id === nameOrId) ?? things.find((thing) => thing.name === nameOrId);
}
