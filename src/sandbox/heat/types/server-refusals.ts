// What Nova would not do for OS::Nova::Server: its 409 ends the update (measured).

import { refusalOf } from '../../nova/possible.ts';
import type { Server } from '../../world.ts';
import type { Step } from '../plug-in.ts';

/** As nova/possible.ts calls what each property needs. */
const WORDS = {
  metadata: 'update metadata',
  tags: 'update tags',
  flavor: 'resize',
  image: 'rebuild',
  networks: 'attach_interface',
} as const;

export function changeRefused(server: Server, changed: ReadonlySet<string>): Step | null {
  const words = Object.entries(WORDS).flatMap(([name, word]) => (changed.has(name) ? [word] : []));
  return firstRefusal(server, words);
}

export function deletionRefused(server: Server): Step | null {
  return firstRefusal(server, ['delete']);
}

function firstRefusal(server: Server, words: readonly string[]): Step | null {
  const [message] = words.flatMap((word) => refusalOf(server, word) ?? []);
  if (message === undefined) return null;
  return { kind: 'failed', error: 'Conflict', message: `${message} (HTTP 409) (Request-ID: req-0)` };
}
