// The SSH keys that servers can be made with.

import type { Cloud } from '../cloud.ts';
import type { KeyPair } from '../world.ts';

export function findKeyPair(cloud: Cloud, name: string): KeyPair | undefined {
  return cloud.world.keyPairs.find((keyPair) => keyPair.name === name);
}
