// OS::Nova::KeyPair: its id is its name.

import { textOr } from '../../json.ts';
import { stableId } from '../../keystone/services.ts';
import type { Site } from '../plug-in.ts';
import { lightBehaviour } from './light.ts';

export const KEY_PAIR = lightBehaviour({
  id: (site) => textOr(site.properties['name'], site.row.name),
  made: (site) => {
    const name = textOr(site.properties['name'], site.row.name);
    const publicKey = textOr(site.properties['public_key'], `ssh-rsa ${stableId(name)}`);
    const fingerprint = (stableId(publicKey).match(/../g) ?? []).join(':');
    site.cloud.world.keyPairs.push({
      name,
      user: site.stack.user,
      publicKey,
      fingerprint,
      created: site.cloud.now,
    });
  },
  removed: (site) => removeKey(site),
});

function removeKey(site: Site): void {
  const { keyPairs } = site.cloud.world;
  const index = keyPairs.findIndex((one) => one.name === site.row.physicalId);
  if (index >= 0) keyPairs.splice(index, 1);
}
